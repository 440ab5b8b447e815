/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pilots know beyond their own eyes, and the little that they do unasked (private to sim;
 * design: play, "Why she matters").  */
#pragma once

#include "sim/sim-world.h"

/* A report was heard on the squadron net: who is not busy fighting takes it in.  */
void sim_initiative_hear (SimWorld *world, const SimReport *report);

/* Is this pilot so busy that only emergencies and what is addressed to him reach him?  */
bool sim_pilot_is_busy (const SimWorld *world, size_t unit);

/* Value of the enemies that a platoon has heard of near a place in the last minute.  */
float sim_initiative_heard_value (const SimWorld *world, size_t platoon, BaseVec at, float within);

/* Once a second for each platoon that is led and free: true when it did something unasked.  */
bool sim_initiative_act (SimWorld *world, size_t platoon);

/* ---- Ground -------------------------------------------------------------------------------- */

/* Where the squadron starts it has walked before.  */
void sim_ground_know_start (SimWorld *world);
/* Once a second: ground that was left behind is known to the unit's platoon from then on.  */
void sim_ground_note (SimWorld *world, size_t unit);
/* The handler named these points to this unit's platoon.  */
void sim_ground_told (SimWorld *world, size_t unit, const SimCommand *command);
/* Factor of speed on this cover: fords and marsh that nobody told him of are felt out step by
 * step.  */
float sim_ground_pace (const SimWorld *world, size_t unit, SimCover cover);

/* ---- Condition ----------------------------------------------------------------------------- */

/* Once a second: stress, fatigue, and the skills that they leave.  */
void sim_pilot_age (SimWorld *world, size_t unit);
/* Factor of the delay from read-back to begun, by temper.  */
float sim_pilot_delay_factor (const SimWorld *world, size_t unit);
