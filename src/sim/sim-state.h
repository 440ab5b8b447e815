/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over all state (private to sim and its tests).  */
#pragma once

#include "base/base-codec.h"
#include "sim/sim-world.h"

void sim_state_walk (BaseCodec *codec, SimWorld *world);

/* SIM_NOBODY, or a unit that there is.  */
static inline bool
sim_unit_index_ok (const SimWorld *world, uint32_t index)
{
  return index == SIM_NOBODY || index < world->n_units;
}

/* True when every index and number of a loaded state is within what the step relies on.  */
bool sim_state_sane (const SimWorld *world);

/* True when the same holds for every number that a file could have brought (sim-bounds.c).  */
bool sim_state_bounded (const SimWorld *world);

/* Makes what is derived after a load.  */
void sim_state_rebuild (SimWorld *world);

/* The Legion's part of the walk, and of what must hold (sim-legion-state.c).  */
void sim_legion_walk (BaseCodec *codec, SimWorld *world);
bool sim_legion_sane (const SimWorld *world);
