/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one who hears the Legion (design: play, "Hearing and strain"; private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Finds the hearer of the definition.  */
void sim_hearing_init (SimWorld *world, const SimWorldDef *def);

/* Once a second: says what has changed, group by group; ends a listening that is done.  */
void sim_hearing_step (SimWorld *world);

/* Somebody hears the Legion now: he lives and is on the link.  */
bool sim_hearing_works (const SimWorld *world);

/* Is this the one who hears, and does he hear anybody: does it cost him rest?  */
bool sim_hearing_costs_rest (const SimWorld *world, size_t unit);

/* Is this the one who hears?  */
bool sim_hearing_is_hearer (const SimWorld *world, size_t unit);

/* He holds still from now on to listen, by the order that he has just begun.  */
void sim_hearing_listen (SimWorld *world, size_t unit);

/* Standard deviation in degrees of a bearing at so many metres.  */
float sim_hearing_error_deg (const SimWorld *world, float distance_m, bool listens);

/* What he takes a group to be: its size in truth or, by mistake, one class off; and whether a
 * Shepherd is there.  Draws from the battle's chance.  */
SimSize sim_hearing_believed_size (SimWorld *world, SimSize size, float distance_m);
bool sim_hearing_believed_shepherd (SimWorld *world, bool shepherd, float distance_m);
