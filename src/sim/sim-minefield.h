/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minefields (private to sim).  A field is ground of so many mines a hectare.  Who does not know of
 * it treads on them by chance as he goes; who does goes round, or through by its lanes if he must.
 * The first mine that goes off tells a side that the field is there.  */
#pragma once

#include "sim/sim-world.h"

/* A unit has gone so many metres over the ground it stands on.  */
void sim_minefield_tread (SimWorld *world, size_t unit, float metres);

/* Tells the router what each side knows: after a load.  */
void sim_minefield_rebuild (SimWorld *world);
