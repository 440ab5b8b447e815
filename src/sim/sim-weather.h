/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Light, weather and wind (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Light at an hour of the day, 1 by day down to the rules' night_sight; between dawn and day, dusk
 * and night by degrees.  Any hour; 25 is one o'clock.  */
float sim_light_at (const SimRules *rules, float hour);

/* Factor of sight of a weather.  */
float sim_weather_sight (const SimRules *rules, SimWeather weather);

/* The hour of the scenario's clock, 0 <= hour < 24.  */
float sim_hour (const SimWorld *world);

/* Begins to change to another weather: sight changes by degrees over weather_change_s.  */
void sim_weather_change (SimWorld *world, SimWeather weather);

/* Works out the world's light_factor and sight_factor of this tick: functions of the clock and the
 * weather, not state.  */
void sim_weather_step (SimWorld *world);

/* Metres a second, where it blows to.  */
BaseVec sim_wind (const SimWorld *world);
