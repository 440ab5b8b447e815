/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds on their way, which are state.
 *
 * A direct shot is aimed where its target will be if it goes on as it went; where it lands, each
 * round falls beside that point by the scatter of the gun, and what the target did meanwhile counts
 * against it.  For a target that kept its way the chance is that of a circular normal scatter on a
 * disc as big as the target, 1 - exp(-r^2 / 2 s^2) (Rayleigh).  An indirect round falls on a place
 * and harms who is there.  */
#include "sim/sim-jam.h"
#include "sim/sim-weapons.h"

#include "base/base-math.h"
#include "sim/sim-expect.h"
#include "sim/sim-legion.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-suppress.h"

#define TARGET_RADIUS_M 1.4f
#define HEARD_M 450.0f

SimTick
sim_shell_flight (const SimWeapon *weapon, float distance_m)
{
  SimTick ticks = SIM_SECONDS (distance_m / weapon->velocity_mps);

  return ticks > 0 ? ticks : 1;
}

static SimStrike
strike_of (const SimWorld *world, const SimShell *shell)
{
  return (SimStrike){
    .shooter = shell->shooter,
    .spotter = shell->spotter,
    .weapon = shell->weapon,
    .from = shell->from,
    .from_height_m = shell->from_height_m,
    .range_m = shell->range_m,
    .steep = world->rules.weapons[shell->weapon].top_attack > 0 ||
             world->rules.weapons[shell->weapon].indirect > 0,
  };
}

/* ---- Direct -------------------------------------------------------------------------------- */

/* How far to the side of the line of fire the target went from where it was to be.  */
static float
sidestep (const SimShell *shell, BaseVec now)
{
  BaseVec line = base_vec_sub (shell->aim, shell->from), off = base_vec_sub (now, shell->aim);
  float length = base_vec_length (line);

  if (length < 1)
    return base_vec_length (off);
  return (off.x * line.y - off.y * line.x) / length;
}

/* Share of well-aimed rounds that neither a dodge nor what stands around the target spoils.  */
static float
reaches (const SimWorld *world, size_t target)
{
  const SimUnits *u = &world->units;
  SimCover cover = sim_terrain_cover (world->ground, sim_unit_position (world, target));
  float agility = sim_unit_type (world, target)->agility;

  if (u->loadout[target] > 0)
    agility += world->rules.loadouts[u->loadout[target] - 1].agility;
  if (u->speed[target] > 2)
    return 1 - base_clampf (agility, 0, 0.9f);
  /* A third of one who stands among trees or houses is behind something.  */
  return sim_terrain_shelters (cover) ? 0.65f : 1;
}

/* Who was told of the shooter has something between.  */
static float
open_to (const SimWorld *world, size_t target, uint32_t shooter)
{
  return shooter != SIM_NOBODY && sim_expects (world, target)
             ? sim_expect_open_to (world, target, shooter)
             : 1;
}

static bool
round_hits (SimWorld *world, const SimShell *shell, size_t target)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_GUNNERY];
  float radius = TARGET_RADIUS_M * (float) base_sqrt (sim_unit_type (world, target)->size);
  float aside = shell->scatter_m * base_random_normal (random);
  float high = shell->scatter_m * base_random_normal (random);

  aside += sidestep (shell, sim_unit_position (world, target));
  return aside * aside + high * high < radius * radius &&
         base_random_chance (random, reaches (world, target) *
                                         open_to (world, target, shell->shooter) *
                                         sim_legion_aim (world, shell->shooter));
}

/* Where a miss bursts: short, over or beside by its scatter.  */
static void
miss_bursts (SimWorld *world, const SimShell *shell, const SimStrike *strike)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_GUNNERY];
  BaseVec at = shell->aim;

  if (world->rules.weapons[shell->weapon].blast_m <= 0)
    return;
  at.x += (shell->scatter_m + 2) * base_random_normal (random);
  at.y += (shell->scatter_m + 2) * base_random_normal (random);
  sim_damage_burst (world, at, strike);
}

static void
land_direct (SimWorld *world, const SimShell *shell)
{
  SimStrike strike = strike_of (world, shell);
  size_t target = shell->target;

  if (sim_unit_works (world, target))
    sim_damage_suppress (world, target, &strike, 1);
  for (unsigned i = 0; i < shell->rounds; i++) {
    if (sim_unit_works (world, target) && round_hits (world, shell, target))
      sim_damage_strike (world, target, &strike);
    else
      miss_bursts (world, shell, &strike);
  }
}

/* ---- Indirect ------------------------------------------------------------------------------ */

/* The nearest of ours who is not struck dumb tells of it: the first round and the fire after it are
 * what a handler can still act on.  The first goes before all other words: until the volley falls there
 * are seconds, and on a full net it would be told of afterwards.  */
static void
tell_of_shells (SimWorld *world, const SimShell *shell, BaseVec at)
{
  SimNear near[SIM_GRID_NEAREST];
  int n = sim_grid_nearest (&world->grid, SIM_SIDE_REPUBLIC, at, HEARD_M, near);
  SimReport report;
  size_t unit;

  if (n == 0 || (shell->shooter != SIM_NOBODY && shell->shooter < world->n_own) ||
      !sim_unit_works (world, near[0].unit))
    return;
  unit = near[0].unit;
  report = sim_report_begin (world, unit, SIM_REPORT_UNDER_FIRE,
                             shell->ranging ? SIM_PHRASE_RANGING_ROUND : SIM_PHRASE_SHELLED);
  sim_words_position (&report.words, 0, at);
  sim_report_tell_own (world, unit, &report, SIM_OWN_ACTIVITY);
  report.own.activity = SIM_ACTIVITY_UNDER_FIRE;
  sim_link_report (world, unit, shell->ranging ? SIM_AIR_EMERGENCY : SIM_AIR_CONTACT,
                   SIM_SUBJECT_SHELLED | world->units.group[unit] << 1 | shell->ranging, 25,
                   &report);
}

static void
land_indirect (SimWorld *world, const SimShell *shell)
{
  const SimWeapon *weapon = &world->rules.weapons[shell->weapon];
  BaseRandom *random = &world->randoms[SIM_RANDOM_GUNNERY];
  SimStrike strike = strike_of (world, shell);
  SimSide side = shell->shooter == SIM_NOBODY ? SIM_SIDE_REPUBLIC
                                              : (SimSide) world->units.side[shell->shooter];

  for (unsigned i = 0; i < shell->rounds; i++) {
    BaseVec at = shell->aim;

    at.x += shell->scatter_m * base_random_normal (random);
    at.y += shell->scatter_m * base_random_normal (random);
    if (i == 0)
      tell_of_shells (world, shell, at);
    if (weapon->wall > 0 && base_random_chance (random, world->rules.wall_dud)) {
      world->tallies[side][shell->weapon].duds++;
      continue;
    }
    if (weapon->swarm_cut > 0 && shell->target != SIM_NOBODY)
      sim_jam_strike (world, at, weapon->swarm_cut / shell->rounds);
    else
      sim_damage_burst (world, at, &strike);
  }
}

/* ---- All ----------------------------------------------------------------------------------- */

static void
land (SimWorld *world, const SimShell *shell)
{
  if (world->rules.weapons[shell->weapon].indirect > 0)
    land_indirect (world, shell);
  else if (shell->target == SIM_NOBODY)
    sim_suppress_land (world, shell);
  else
    land_direct (world, shell);
}

void
sim_shell_add (SimWorld *world, const SimShell *shell)
{
  if (world->n_shells == world->max_shells)
    land (world, shell);
  else
    world->shells[world->n_shells++] = *shell;
}

/* In the order of firing; what is still in the air moves up.  */
void
sim_shells_step (SimWorld *world)
{
  uint32_t kept = 0;

  for (uint32_t i = 0; i < world->n_shells; i++) {
    SimShell shell = world->shells[i];

    if (world->tick < shell.lands)
      world->shells[kept++] = shell;
    else
      land (world, &shell);
  }
  world->n_shells = kept;
}
