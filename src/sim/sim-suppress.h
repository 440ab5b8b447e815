/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fire laid on a place, whoever is there (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* The mission begins: fire is to be laid on the command's target.  */
void sim_suppress_begin (SimWorld *world, size_t unit, const SimCommand *command);

/* Once a second on that mission.  True when it stands and fires, or has just ended the mission; false
 * when it has to go on toward the place.  */
bool sim_suppress_decide (SimWorld *world, size_t unit);

/* Has it anything that can be laid on a place without seeing somebody there?  */
bool sim_suppress_carried (const SimWorld *world, size_t unit);

/* A burst of it lands (shells): who is around is shaken, seldom struck.  */
void sim_suppress_land (SimWorld *world, const SimShell *shell);
