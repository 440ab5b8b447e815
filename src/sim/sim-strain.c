/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strain of the link (design: play, "Hearing and strain").
 *
 * It is hers: who is synced weighs on her, their stress, the voices that the hearer lets everyone
 * hear, a death heard.  Too much for too long cuts her off, and the longer the oftener it happens.  */
#include "sim/sim-strain.h"

#include "base/base-math.h"
#include "sim/sim-hearing.h"
#include "sim/sim-link.h"
#include "sim/sim-nets.h"

#define LONG_CUT 3 /* from this one on the link stays away longer */

bool
sim_strain_is_cut (const SimWorld *world)
{
  return world->tick < world->link.cut_until;
}

void
sim_strain_death (SimWorld *world)
{
  if (!sim_strain_is_cut (world))
    world->link.death_tick = world->tick;
}

/* ---- The level ----------------------------------------------------------------------------- */

static float
people (const SimWorld *world)
{
  const SimUnits *u = &world->units;
  float stress = 0, synced = 0;

  for (size_t i = 0; i < world->n_own; i++) {
    synced += u->synced[i];
    if (sim_unit_fights (world, i) && u->synced[i])
      stress += u->stress[i];
  }
  return world->rules.strain_per_synced * synced +
         (synced > 0 ? world->rules.strain_per_stress * stress / synced : 0);
}

static bool
is_awake (const SimWorld *world, size_t unit)
{
  return sim_unit_works (world, unit) && !world->units.dormant[unit];
}

/* The voices that hurt: Black Sheep near him, and a Shepherd anywhere that he hears.  */
static float
voices (const SimWorld *world)
{
  const SimRules *rules = &world->rules;
  BaseVec ear;
  float sheep = 0;
  bool shepherd = false;

  if (!sim_hearing_works (world))
    return 0;
  ear = sim_unit_position (world, world->hearing.unit);
  for (size_t i = world->n_own; i < world->n_units; i++) {
    float distance;

    if (world->units.mind[i] == SIM_MIND_ORDINARY || !is_awake (world, i))
      continue;
    distance = base_vec_distance (ear, sim_unit_position (world, i));
    if (world->units.mind[i] == SIM_MIND_SHEPHERD)
      shepherd |= distance <= rules->hearing_m;
    else if (distance <= rules->strain_black_sheep_m)
      sheep += rules->strain_black_sheep;
  }
  sheep = sheep < rules->strain_black_sheep_most ? sheep : rules->strain_black_sheep_most;
  return sheep + (shepherd ? rules->strain_shepherd : 0);
}

float
sim_strain_level (const SimWorld *world)
{
  const SimRules *rules = &world->rules;
  float level = people (world) + voices (world);

  if (world->link.death_tick != 0 && sim_within (world, world->link.death_tick, rules->strain_death_s))
    level += rules->strain_death;
  if (world->nets.listening != 0)
    level += rules->strain_listening;
  return base_clampf (level, 0, 100);
}

/* ---- What it takes ------------------------------------------------------------------------- */

/* From a twentieth where words begin to be lost to 15 in a hundred at the second mark, and on to a
 * quarter where the link is cut.  */
float
sim_strain_lost_share (const SimWorld *world)
{
  const SimRules *rules = &world->rules;
  float strain = world->link.strain;

  if (strain <= rules->strain_lose_words)
    return 0;
  if (strain < rules->strain_lose_more)
    return 0.05f + 0.1f * (strain - rules->strain_lose_words) /
                       (rules->strain_lose_more - rules->strain_lose_words + 0.001f);
  return 0.15f + 0.1f * base_clampf ((strain - rules->strain_lose_more) /
                                         (rules->strain_cut - rules->strain_lose_more + 0.001f),
                                     0, 1);
}

/* ---- The cut ------------------------------------------------------------------------------- */

float
sim_strain_cut_s (const SimWorld *world)
{
  if (!sim_strain_is_cut (world))
    return 0;
  return base_clampf ((float) (world->link.cut_until - world->tick) / SIM_TICKS_PER_SECOND, 1, 3600);
}

/* Of itself, whoever else would do it.  */
static float
breaks_in_s (const SimWorld *world)
{
  const SimRules *rules = &world->rules;
  const SimLink *link = &world->link;
  float held = 0, missing = rules->strain_cut - link->strain;

  if (sim_strain_is_cut (world) || link->strain < rules->strain_lose_more ||
      sim_strain_level (world) < rules->strain_cut)
    return 0;
  if (link->over_tick != 0)
    held = (float) (world->tick - link->over_tick) / SIM_TICKS_PER_SECOND;
  missing = missing > 0 ? missing * rules->strain_rise_s / 100 : 0;
  return base_clampf (missing + rules->strain_cut_after_s - held, 1, 600);
}

float
sim_strain_cut_in_s (const SimWorld *world)
{
  float breaks = breaks_in_s (world), captain = sim_nets_captain_in_s (world);

  return captain > 0 && (breaks == 0 || captain < breaks) ? captain : breaks;
}

static void
cut (SimWorld *world)
{
  const SimRules *rules = &world->rules;
  SimLink *link = &world->link;

  link->cuts += link->cuts < 255;
  link->over_tick = 0;
  link->cut_until = world->tick + SIM_SECONDS (link->cuts < LONG_CUT ? rules->strain_cut_s
                                                                     : rules->strain_cut_long_s);
  sim_link_hush (world);
  sim_orders_cut_off (world);
}

/* She comes back rested, as far as one is.  */
static void
come_back (SimWorld *world)
{
  SimLink *link = &world->link;

  link->cut_until = 0;
  if (link->strain > world->rules.strain_cut_return)
    link->strain = world->rules.strain_cut_return;
  sim_orders_catch_up (world);
}

static void
watch (SimWorld *world)
{
  SimLink *link = &world->link;

  if (link->strain < world->rules.strain_cut)
    link->over_tick = 0;
  else if (link->over_tick == 0)
    link->over_tick = world->tick;
  else if (!sim_within (world, link->over_tick, world->rules.strain_cut_after_s))
    cut (world);
}

void
sim_strain_step (SimWorld *world)
{
  SimLink *link = &world->link;
  float level, most;

  if (link->cut_until != 0 && !sim_strain_is_cut (world))
    come_back (world);
  level = sim_strain_is_cut (world) ? world->rules.strain_cut_return : sim_strain_level (world);
  most = 100.0f / (level > link->strain ? world->rules.strain_rise_s : world->rules.strain_fall_s);
  link->strain += base_clampf (level - link->strain, -most, most);
  if (link->strain > link->strain_peak)
    link->strain_peak = link->strain;
  if (!sim_strain_is_cut (world))
    watch (world);
  if (sim_nets_captain_cuts (world))
    cut (world);
}
