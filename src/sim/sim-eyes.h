/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What eyes make of what they see: the honest errors of reports (private to sim; design: simulation,
 * "Reports and the picture").  They grow with the distance and in bad light, for who goes fast, who is
 * shaken or sees badly; by how much is in the rules.  */
#pragma once

#include "sim/sim-world.h"

/* Factor of all errors of this observer now: of a cool head of middling awareness in clear weather,
 * halted or going slowly, it is the difficulty's.  */
float sim_eyes_error (const SimWorld *world, size_t observer);
/* Of a place at this distance: one standard deviation on each axis, metres.  */
float sim_eyes_place_error (const SimWorld *world, size_t observer, float distance_m);
/* What somebody takes a machine of this type for, SIM_TYPE_UNKNOWN when he can not tell.  Draws.  */
SimTypeIndex sim_eyes_type (SimWorld *world, size_t observer, SimTypeIndex type, float distance_m);
/* How many he counts where so many are in sight, 1 or more.  Draws.  */
uint16_t sim_eyes_count (SimWorld *world, size_t observer, uint16_t count, float distance_m);

/* Judges a contact for the first time, or anew when more are in sight.  */
void sim_eyes_judge (SimWorld *world, SimContact *contact, SimTypeIndex type, uint16_t count,
                     float distance_m);
/* Looks once more from so much nearer that it is worth it; what was said stays as it was said.  */
void sim_eyes_look_again (SimWorld *world, SimContact *contact, SimTypeIndex type, uint16_t count,
                          float distance_m);
/* Was what was said of it a mistake, as far as anybody knows now?  */
bool sim_eyes_was_wrong (const SimWorld *world, const SimContact *contact);
/* What is known better is what will be said.  */
void sim_eyes_own_up (SimContact *contact);
