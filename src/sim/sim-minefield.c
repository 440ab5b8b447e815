/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-minefield.h"

#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-weapons.h"

/* A mine made for a machine of 15 t does less to a heavier one.  */
#define MINE_WEIGHT_T 15.0f

/* What is above it is mostly legs: shares in hundredths, in the order of SimPart.  */
static const uint8_t shares[SIM_N_PARTS] = {66, 4, 5, 13, 12};

static SimPart
part_above (SimWorld *world)
{
  uint32_t roll = base_random_below (&world->randoms[SIM_RANDOM_DAMAGE], 100);

  for (unsigned part = 0; part < SIM_N_PARTS; part++) {
    if (roll < shares[part])
      return (SimPart) part;
    roll -= shares[part];
  }
  return SIM_PART_LEGS;
}

/* The word that there are mines, from who trod on one.  */
static void
say_mines (SimWorld *world, size_t unit)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_MINES);

  report.how = SIM_HOW_FELT;
  sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION | SIM_OWN_PARTS);
  sim_words_position (&report.words, 0, sim_unit_position (world, unit));
  sim_link_report (world, unit, SIM_AIR_EMERGENCY,
                   SIM_SUBJECT_MINES | world->units.group[unit],
                   world->rules.repeat_emergency_s, &report);
}

static void
learn (SimWorld *world, SimSide side, int field)
{
  world->mines_known[side] |= 1u << (field - 1);
  sim_router_set_known (world->router, side, world->mines_known[side]);
}

static void
go_off (SimWorld *world, size_t unit, int field)
{
  SimUnits *u = &world->units;
  SimPart part = part_above (world);
  uint8_t *health = &u->parts[unit * SIM_N_PARTS + part];
  float weight = MINE_WEIGHT_T / sim_unit_type (world, unit)->weight_t;
  float damage = world->rules.mine_damage * (float) base_sqrt (base_clampf (weight, 0.1f, 1)) *
                 base_random_range (&world->randoms[SIM_RANDOM_DAMAGE], 0.6f, 1.4f);
  int left = *health - (int) damage;

  *health = (uint8_t) (left < 0 ? 0 : left);
  u->speed[unit] = 0;
  /* Who saw it go off knows; where somebody else's way leads through, it is looked for anew.  */
  learn (world, (SimSide) u->side[unit], field);
  if (unit < world->n_own)
    say_mines (world, unit);
  if (sim_damage_finished (world, unit, part))
    sim_damage_destroy (world, &(SimKill){
      .victim = (uint32_t) unit,
      .killer = SIM_NOBODY,
      .spotter = SIM_NOBODY,
      .facing = SIM_FACING_SIDE,
      .part = (uint8_t) part,
    });
}

void
sim_minefield_tread (SimWorld *world, size_t unit, float metres)
{
  const SimUnits *u = &world->units;
  int field = sim_terrain_minefield (world->ground, sim_unit_position (world, unit));
  float mines;

  if (field == 0)
    return;
  mines = world->ground->minefields[field - 1].per_ha / 10000 * world->rules.mine_swath_m * metres;
  if (u->posture[unit] == SIM_POSTURE_CAREFUL || u->posture[unit] == SIM_POSTURE_HIDDEN)
    mines *= world->rules.mine_careful;
  if (world->mines_known[u->side[unit]] & (1u << (field - 1)))
    mines *= world->rules.mine_known;
  if (base_random_chance (&world->randoms[SIM_RANDOM_DAMAGE], 1 - (float) base_exp (-mines)))
    go_off (world, unit, field);
}

void
sim_minefield_rebuild (SimWorld *world)
{
  sim_router_set_known (world->router, SIM_SIDE_REPUBLIC, world->mines_known[SIM_SIDE_REPUBLIC]);
  sim_router_set_known (world->router, SIM_SIDE_LEGION, world->mines_known[SIM_SIDE_LEGION]);
}
