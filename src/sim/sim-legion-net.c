/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Legion knows: its machines notice, a group counts, the net shares with a delay.
 *
 * A group acts at once on what itself sees; what others saw it learns when they next tell the net,
 * sooner while a control flies.  Dormant machines keep silent.  */
#include "sim/sim-legion.h"

static bool
group_bit (const SimUnits *u, size_t unit, size_t group)
{
  return u->noticed_groups[2 * unit + group / 32] >> (group % 32) & 1;
}

void
sim_legion_noticed (SimWorld *world, size_t unit, size_t target)
{
  SimUnits *u = &world->units;
  size_t group = u->group[unit];

  u->noticed_x[target] = u->x[target];
  u->noticed_y[target] = u->y[target];
  u->noticed_tick[target] = world->tick;
  u->noticed_by[target] = (uint32_t) unit;
  u->noticed_groups[2 * target + group / 32] |= 1u << (group % 32);
}

bool
sim_legion_coordinated (const SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    if (sim_group_acts (group) && sim_unit_type (world, group->first)->role == SIM_ROLE_CONTROL)
      return true;
  }
  return false;
}

bool
sim_legion_sees (const SimWorld *world, const SimGroup *group)
{
  return sim_within (world, group->enemy_tick, 2.5);
}

/* ---- Sightings ----------------------------------------------------------------------------- */

static bool
is_fresh (const SimWorld *world, const SimSighting *sighting)
{
  return sighting->tick != 0 &&
         sim_within (world, sighting->tick, (double) world->rules.legion_forget_s);
}

const SimSighting *
sim_legion_sighting (const SimWorld *world, BaseVec at, float within)
{
  const SimSighting *best = NULL;
  float nearest = within;

  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++) {
    const SimSighting *each = &world->sightings[i];
    float distance = base_vec_distance (at, each->position);

    if (!is_fresh (world, each) || distance >= nearest)
      continue;
    nearest = distance;
    best = each;
  }
  return best;
}

float
sim_legion_sighted_value (const SimWorld *world, BaseVec at, float within)
{
  float value = 0;

  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
    if (is_fresh (world, &world->sightings[i]) &&
        base_vec_distance (at, world->sightings[i].position) < within)
      value += world->sightings[i].value;
  return value;
}

/* The near one is renewed, else the oldest gives way.  */
static SimSighting *
slot_for (SimWorld *world, BaseVec at)
{
  SimSighting *place = &world->sightings[0];

  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++) {
    SimSighting *each = &world->sightings[i];

    if (is_fresh (world, each) && base_vec_distance (each->position, at) < SIM_SIGHTING_NEAR_M)
      return each;
    if (each->tick < place->tick)
      place = each;
  }
  *place = (SimSighting){.spotter = SIM_NOBODY};
  return place;
}

/* One machine joins the net's sightings; those told in the same second at a place add up.  */
static void
share_unit (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  BaseVec at = base_vec (u->noticed_x[unit], u->noticed_y[unit]);
  SimSighting *sighting = slot_for (world, at);

  if (sighting->tick != world->tick) {
    sighting->tick = world->tick;
    sighting->value = 0;
    sighting->count = 0;
    sighting->position = at;
  }
  sighting->count++;
  sighting->value += sim_unit_type (world, unit)->value;
  sighting->spotter = u->noticed_by[unit];
  sighting->position = base_vec_add (
      sighting->position,
      base_vec_scale (base_vec_sub (at, sighting->position), 1.0f / (float) sighting->count));
}

/* ---- The second ---------------------------------------------------------------------------- */

static void
note_for_group (SimWorld *world, SimGroup *group, size_t unit, float *nearest)
{
  const SimUnits *u = &world->units;
  BaseVec at = base_vec (u->noticed_x[unit], u->noticed_y[unit]);
  float distance = base_vec_distance (group->centre, at);

  group->enemy_value += sim_unit_type (world, unit)->value;
  if (distance >= *nearest)
    return;
  *nearest = distance;
  group->enemy = at;
  group->enemy_tick = u->noticed_tick[unit];
  group->spotter = u->noticed_by[unit];
}

/* Groups count what they noticed; who is due tells the net.  */
static void
count_unit (SimWorld *world, size_t unit, const bool *tells, float *nearest)
{
  SimUnits *u = &world->units;
  bool told = false;

  for (size_t g = 0; g < world->n_groups; g++) {
    if (!group_bit (u, unit, g))
      continue;
    note_for_group (world, &world->groups[g], unit, &nearest[g]);
    told |= tells[g];
  }
  u->noticed_groups[2 * unit] = u->noticed_groups[2 * unit + 1] = 0;
  if (told)
    share_unit (world, unit);
}

/* Who tells the net in this second.  */
static void
choose_tellers (SimWorld *world, bool *tells)
{
  bool coordinated = sim_legion_coordinated (world);
  double delay = (double) (coordinated ? world->rules.legion_share_control_s
                                       : world->rules.legion_share_s);

  for (size_t g = 0; g < world->n_groups; g++) {
    SimGroup *group = &world->groups[g];
    SimTick due = group->share_tick;

    /* A control that comes does not wait for the old clock to run out.  */
    if (due > world->tick + SIM_SECONDS (delay))
      due = world->tick + SIM_SECONDS (delay);
    tells[g] = due <= world->tick && sim_group_acts (group) && !group->confused &&
               !world->units.dormant[group->first];
    group->share_tick = tells[g] ? world->tick + SIM_SECONDS (delay) : due;
    group->enemy_value = 0;
  }
}

/* Who stands where somebody was sighted, and sees nobody, knows better.  */
static void
forget_empty (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    if (!sim_group_acts (group) || sim_within (world, group->enemy_tick, 10))
      continue;
    for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
      if (world->sightings[i].tick != 0 && !sim_within (world, world->sightings[i].tick, 10) &&
          base_vec_distance (world->sightings[i].position, group->centre) < 250)
        world->sightings[i].tick = 0;
  }
}

void
sim_legion_net_step (SimWorld *world)
{
  bool tells[SIM_MAX_GROUPS];
  float nearest[SIM_MAX_GROUPS];

  choose_tellers (world, tells);
  for (size_t g = 0; g < world->n_groups; g++)
    nearest[g] = 1e9f;
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.noticed_groups[2 * i] != 0 || world->units.noticed_groups[2 * i + 1] != 0)
      count_unit (world, i, tells, nearest);
  forget_empty (world);
}
