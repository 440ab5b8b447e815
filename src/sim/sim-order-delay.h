/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an order waits from its read-back to being begun (private to sim; design: play, "From read-back
 * to begun").  */
#pragma once

#include "sim/sim-world.h"

typedef struct {
  float seconds;
  float largest; /* part of it, before trust and temper */
  SimCause cause; /* of that part, or trust */
} SimDelay;

SimDelay sim_order_delay (const SimWorld *world, size_t unit, const SimCommand *command);
