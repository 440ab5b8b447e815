/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground that pilots know: what their platoon has crossed, and what the handler told them of.
 *
 * It is kept by squares of a kilometre, a bit each, by platoon.  Roads and open ground show
 * themselves; a ford or a marsh does not, and is crossed at unknown_ground_pace until known.  An
 * order that names the place, or leads by way of it, tells them.  */
#include "sim/sim-initiative.h"

#include "base/base-math.h"

#define SQUARE_M 1000.0f
#define START_M 1500.0f  /* around where they stand at the beginning */
#define TOLD_M 600.0f    /* around a point that was named */

static uint32_t
square_of (BaseVec at)
{
  uint32_t column = (uint32_t) (base_clampf (at.x, 0, 1e5f) / SQUARE_M);
  uint32_t row = (uint32_t) (base_clampf (at.y, 0, 1e5f) / SQUARE_M);

  column = column < SIM_GROUND_SQUARES ? column : SIM_GROUND_SQUARES - 1;
  row = row < SIM_GROUND_SQUARES ? row : SIM_GROUND_SQUARES - 1;
  return row * SIM_GROUND_SQUARES + column;
}

static void
know (SimPlatoon *platoon, uint32_t square)
{
  platoon->ground[square / 32] |= 1u << (square % 32);
}

static bool
knows (const SimPlatoon *platoon, uint32_t square)
{
  return platoon->ground[square / 32] & 1u << (square % 32);
}

/* The squares that a disc touches, near enough: its centre and eight points of its rim.  */
static void
know_around (SimPlatoon *platoon, BaseVec at, float radius)
{
  know (platoon, square_of (at));
  for (int i = 0; i < 8; i++) {
    BaseVec off = base_vec_scale (base_direction (i * (BASE_PI / 4)), radius);

    know (platoon, square_of (base_vec_add (at, off)));
  }
}

void
sim_ground_know_start (SimWorld *world)
{
  for (size_t i = 0; i < world->n_own; i++) {
    world->units.square[i] = (uint16_t) square_of (sim_unit_position (world, i));
    for (size_t p = 0; p <= SIM_MAX_PLATOONS; p++) {
      know_around (&world->platoons[p], sim_unit_position (world, i), START_M);
      know_around (&world->platoons[p], sim_unit_position (world, i), START_M / 2);
    }
  }
}

/* What is behind him is known: not before he is through.  */
void
sim_ground_note (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t now = square_of (sim_unit_position (world, unit));

  if (now == u->square[unit])
    return;
  know (&world->platoons[u->group[unit]], u->square[unit]);
  u->square[unit] = (uint16_t) now;
}

void
sim_ground_told (SimWorld *world, size_t unit, const SimCommand *command)
{
  SimPlatoon *platoon = &world->platoons[world->units.group[unit]];

  if (command->target.kind == SIM_TARGET_POSITION || command->target.kind == SIM_TARGET_PLACE)
    know_around (platoon, command->target.position, TOLD_M);
  for (int i = 0; i < command->n_via; i++)
    know_around (platoon, command->via[i].position, TOLD_M);
}

float
sim_ground_pace (const SimWorld *world, size_t unit, SimCover cover)
{
  if (unit >= world->n_own || (cover != SIM_COVER_FORD && cover != SIM_COVER_MARSH))
    return 1;
  return knows (&world->platoons[world->units.group[unit]],
                square_of (sim_unit_position (world, unit)))
             ? 1
             : world->rules.unknown_ground_pace;
}
