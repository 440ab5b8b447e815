/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over all state (private to sim and its tests).  */
#pragma once

#include "sim/sim-world.h"

typedef enum {
  SIM_WALK_HASH,
  SIM_WALK_SAVE,
  SIM_WALK_LOAD,
} SimWalkMode;

typedef struct {
  SimWalkMode mode;
  BaseHash hash;
  const uint8_t *in;
  uint8_t *out;
  size_t size, offset;
  size_t walked; /* bytes of fields visited */
  bool failed;
} SimWalk;

void sim_state_walk (SimWalk *walk, SimWorld *world);

uint8_t *sim_state_alloc (size_t size);
void sim_state_release (uint8_t *bytes);

/* True when every index and number of a loaded state is within what the step relies on.  */
bool sim_state_sane (const SimWorld *world);

/* Makes what is derived after a load.  */
void sim_state_rebuild (SimWorld *world);
