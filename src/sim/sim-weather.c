/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-weather.h"

#include "base/base-math.h"
#include "sim/sim-signature.h"

/* How much light there is between two hours, by degrees.  */
static float
between (float hour, float from, float to)
{
  if (hour <= from)
    return 0;
  return hour >= to ? 1 : (hour - from) / (to - from);
}

float
sim_light_at (const SimRules *rules, float hour)
{
  float by_day;

  while (hour >= 24)
    hour -= 24;
  by_day = between (hour, rules->dawn_hour, rules->day_hour) -
           between (hour, rules->dusk_hour, rules->night_hour);
  return rules->night_sight + (1 - rules->night_sight) * base_clampf (by_day, 0, 1);
}

float
sim_weather_sight (const SimRules *rules, SimWeather weather)
{
  const float factors[SIM_N_WEATHERS] = {
    [SIM_WEATHER_CLEAR] = 1,
    [SIM_WEATHER_OVERCAST] = rules->overcast_sight,
    [SIM_WEATHER_RAIN] = rules->rain_sight,
    [SIM_WEATHER_FOG] = rules->fog_sight,
  };

  return factors[weather];
}

float
sim_hour (const SimWorld *world)
{
  float hour = world->start_hour +
               (float) sim_tick_out (world->tick) / (3600.0f * SIM_TICKS_PER_SECOND);

  while (hour >= 24)
    hour -= 24;
  return hour;
}

/* How far the weather has changed, 0..1.  */
static float
changed (const SimWorld *world)
{
  float seconds = (float) (world->tick - world->weather_tick) / SIM_TICKS_PER_SECOND;

  return world->weather_tick == 0
             ? 1
             : base_clampf (seconds / world->rules.weather_change_s, 0, 1);
}

void
sim_weather_change (SimWorld *world, SimWeather weather)
{
  if (world->weather == weather)
    return;
  /* A change that is cut short begins anew from what was coming.  */
  world->weather_before = world->weather;
  world->weather = (uint8_t) weather;
  world->weather_tick = world->tick;
}

void
sim_weather_step (SimWorld *world)
{
  float old = sim_weather_sight (&world->rules, (SimWeather) world->weather_before);
  float now = sim_weather_sight (&world->rules, (SimWeather) world->weather);

  world->light_factor = sim_light_at (&world->rules, sim_hour (world));
  for (unsigned side = 0; side < 2; side++)
    world->most_shown[side] = sim_signature_most (world, (SimSide) side);
  world->sight_factor = world->light_factor * (old + (now - old) * changed (world));
}

BaseVec
sim_wind (const SimWorld *world)
{
  return base_vec_scale (base_direction_deg (world->wind_from_deg), -world->wind_mps);
}
