/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who makes out whom, and whom each machine aims at.
 *
 * Each unit looks twice a second.  The distance at which a target is made out is the product of
 * the eyes' reach and factors for light, size, motion, firing, posture and ground (design:
 * simulation, "Detection by range, sight, motion, firing, light, weather, vibration"); within a
 * band of a fifth around it chance decides.  A sight line is asked for only when the distance
 * allows it, nearest first, and for few of them.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"

#define LOOK_TICKS 5
#define FLYING_LOOK_M 6000.0f  /* a swarm against the sky */
#define FARTHEST_LOOK_M 5000.0f

/* How far off this target shows, as a factor of the looker's reach.  */
static float
signature (const SimWorld *world, size_t target)
{
  static const float postures[SIM_N_POSTURES] = {1.0f, 1.25f, 0.75f, 0.55f};
  const SimUnits *u = &world->units;
  const SimUnitType *type = sim_unit_type (world, target);
  SimCover cover = sim_terrain_cover (world->ground, sim_unit_position (world, target));
  float shown = type->size * sim_terrain_concealment (cover) * postures[u->posture[target]];

  if (u->speed[target] < 0.5f)
    shown *= 0.65f;
  if (sim_within (world, u->fired_tick[target], 3))
    shown *= 1.7f;
  return shown;
}

/* Who looks: what does not change from one target to the next.  */
typedef struct {
  size_t unit;
  const SimUnitType *type;
  BaseVec at;
  float eye_z; /* metres above the map's zero */
  float reach;
  bool feels;
} Looker;

static float
sight_of (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  float sensors = (float) u->parts[unit * SIM_N_PARTS + SIM_PART_SENSORS] / 255.0f;
  float reach = sim_unit_type (world, unit)->sight_m * world->sight_factor;

  reach *= (0.35f + 0.65f * sensors) * (0.85f + 0.3f * u->awareness[unit]);
  return reach * (1 - 0.4f * u->suppression[unit] / 100);
}

static Looker
looker_of (const SimWorld *world, size_t unit)
{
  Looker looker = {
    .unit = unit,
    .type = sim_unit_type (world, unit),
    .at = sim_unit_position (world, unit),
    .reach = sight_of (world, unit),
  };

  looker.eye_z = sim_terrain_height (world->ground, looker.at) + looker.type->height_m;
  looker.feels = looker.type->feel_m > 0 && world->units.speed[unit] <= 4 &&
                 sim_terrain_cover (world->ground, looker.at) != SIM_COVER_MARSH;
  return looker;
}

/* Vibration: ground enemies that move, through anything but water and marsh.  */
static bool
feels (const SimWorld *world, const Looker *looker, size_t target, float distance)
{
  return looker->feels && world->units.speed[target] >= 2 &&
         distance < looker->type->feel_m * sim_unit_type (world, target)->size;
}

static bool
sees (SimWorld *world, const Looker *looker, size_t target, float distance)
{
  const SimUnits *u = &world->units;
  const SimUnitType *thing = sim_unit_type (world, target);
  BaseVec there = sim_unit_position (world, target);
  float range = sim_role_flies (thing->role) ? FLYING_LOOK_M * world->sight_factor
                                               : looker->reach * signature (world, target);

  /* What was seen a moment ago is easier to keep in sight.  */
  if (u->target[looker->unit] == target && sim_within (world, u->target_tick[looker->unit], 2))
    range *= 1.25f;
  range *= base_random_range (&world->randoms[SIM_RANDOM_SENSING], 0.8f, 1.2f);
  if (distance > range)
    return false;
  /* Against the sky there is nothing between.  */
  if (sim_role_flies (thing->role))
    return true;
  return sim_terrain_sight (world->ground, looker->at, looker->eye_z, there,
                            sim_terrain_height (world->ground, there) + thing->height_m);
}

/* Note who was sensed: the squadron's platoons count them each second (sim-contact.c), a group of
 * the Legion tells its net (sim-legion.c).  */
static void
note_sighting (SimWorld *world, size_t unit, size_t target, bool felt)
{
  SimUnits *u = &world->units;

  if (!sim_within (world, u->seen_tick[target], 10))
    world->detections++;
  u->seen_tick[target] = world->tick;
  if (u->side[unit] == SIM_SIDE_REPUBLIC) {
    if (u->sighted_by[target] == 0)
      u->felt_only[target] = felt;
    u->felt_only[target] = u->felt_only[target] && felt;
    u->sighted_by[target] |= (uint8_t) (1u << u->group[unit]);
  } else {
    sim_legion_noticed (world, unit, target);
  }
}

/* How much it wants to shoot at this one: near, dangerous, hurt, or shooting at it.  */
static float
worth (const SimWorld *world, size_t unit, size_t target, float distance)
{
  const SimUnits *u = &world->units;
  const SimUnitType *type = sim_unit_type (world, target);
  const SimUnitType *own = sim_unit_type (world, unit);
  float range = own->n_weapons > 0 ? world->rules.weapons[own->weapons[0]].range_m : 1;
  float worth = type->value + 2.0f;

  if (sim_role_flies (type->role))
    return 0;
  if (u->harmed_by[unit] == target)
    worth *= 1.5f;
  if (u->target[unit] == target)
    worth *= 1.4f;
  return worth / (0.25f + distance / range);
}

static void
look (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  Looker looker = looker_of (world, unit);
  float farthest = looker.reach * 2.2f > FARTHEST_LOOK_M ? FARTHEST_LOOK_M : looker.reach * 2.2f;
  SimNear list[SIM_GRID_NEAREST];
  int n = sim_grid_nearest_again (&world->grid, !u->side[unit], looker.at, farthest,
                                  &world->likely_m[unit], list);
  uint32_t target = SIM_NOBODY;
  float best = 0;

  for (int k = 0; k < n; k++) {
    uint32_t other = list[k].unit;
    bool seen;

    if (sim_legion_hidden (world, unit, other, list[k].distance))
      continue;
    seen = sees (world, &looker, other, list[k].distance);

    if (!seen && !feels (world, &looker, other, list[k].distance))
      continue;
    note_sighting (world, unit, other, !seen);
    if (seen && worth (world, unit, other, list[k].distance) > best) {
      best = worth (world, unit, other, list[k].distance);
      target = other;
    }
  }
  if (target != SIM_NOBODY) {
    u->target[unit] = target;
    u->target_tick[unit] = world->tick;
  } else if (u->target[unit] != SIM_NOBODY && !sim_within (world, u->target_tick[unit], 4)) {
    u->target[unit] = SIM_NOBODY;
  }
}

void
sim_sensing_step (SimWorld *world)
{
  for (size_t i = sim_first_turn (world, LOOK_TICKS); i < world->n_units; i += LOOK_TICKS)
    if (sim_unit_works (world, i) && !sim_role_flies (sim_unit_type (world, i)->role))
      look (world, i);
}
