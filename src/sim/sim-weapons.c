/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shots, hits, armour, parts, death.
 *
 * The chance of a hit is that of a circular normal scatter falling on a disc as big as the target
 * (1 - exp(-r^2 / 2 s^2), Rayleigh); the scatter grows with range, own motion, suppression and
 * want of skill.  A shot that strikes is stopped when its penetration at that range is below the
 * armour of the facing struck.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-world.h"

#define TARGET_RADIUS_M 1.4f
#define SUPPRESSION_FALL_PER_S 9.0f

typedef struct {
  size_t shooter, target;
  uint8_t weapon_index;
  const SimWeapon *weapon;
  float range;
} Shot;

static SimFacing
facing_struck (const SimWorld *world, const Shot *shot)
{
  const SimUnits *u = &world->units;
  BaseVec from = sim_unit_position (world, shot->shooter);
  BaseVec to = sim_unit_position (world, shot->target);
  float rise = sim_terrain_height (world->ground, from) + sim_unit_type (world, shot->shooter)->height_m -
               sim_terrain_height (world->ground, to);
  float bearing = base_bearing_deg (from.x - to.x, from.y - to.y);
  float off = base_bearing_difference_deg (bearing, u->heading_deg[shot->target]);

  off = off < 0 ? -off : off;
  /* From 20 degrees above, the roof is what shows: one in 2.75.  */
  if (shot->weapon->top_attack > 0 || rise * 2.75f > shot->range)
    return SIM_FACING_TOP;
  return off < 60 ? SIM_FACING_FRONT : (off > 130 ? SIM_FACING_REAR : SIM_FACING_SIDE);
}

static float
armour_at (const SimUnitType *type, SimFacing facing)
{
  const float armour[SIM_N_FACINGS] = {type->armour_front_mm, type->armour_side_mm,
                                       type->armour_rear_mm, type->armour_top_mm};

  return armour[facing];
}

static float
hit_chance (const SimWorld *world, const Shot *shot)
{
  const SimUnits *u = &world->units;
  const SimUnitType *target = sim_unit_type (world, shot->target);
  float skill = 1.6f - 1.2f * u->gunnery[shot->shooter];
  float moving = u->speed[shot->shooter] > 2 ? 2.2f : 1.0f;
  float shaken = 1.0f + u->suppression[shot->shooter] / 40;
  float scatter = shot->weapon->dispersion_mrad * 0.001f * shot->range * skill * moving * shaken;
  float radius = TARGET_RADIUS_M * (float) base_sqrt (target->size);
  float dodge = u->speed[shot->target] > 2 ? 1 - target->agility : 1;
  SimCover cover = sim_terrain_cover (world->ground, sim_unit_position (world, shot->target));

  dodge *= sim_legion_aim (world, shot->shooter);
  if (shot->weapon->melee > 0)
    return 0.85f * dodge;
  /* Half of one who stands among trees or houses is behind something.  */
  if ((cover == SIM_COVER_WOODS || cover == SIM_COVER_TOWN) && u->speed[shot->target] < 2)
    dodge *= 0.65f;
  return (1 - (float) base_exp (-radius * radius / (2 * scatter * scatter + 0.0001f))) * dodge;
}

/* Which part is struck: shares in hundredths by facing, in the order legs, gun, sensors, power,
 * cockpit.  */
static SimPart
part_struck (SimWorld *world, SimFacing facing)
{
  static const uint8_t shares[SIM_N_FACINGS][SIM_N_PARTS] = {
    [SIM_FACING_FRONT] = {30, 15, 15, 10, 30},
    [SIM_FACING_SIDE] = {40, 10, 10, 20, 20},
    [SIM_FACING_REAR] = {25, 10, 10, 40, 15},
    [SIM_FACING_TOP] = {10, 25, 20, 20, 25},
  };
  uint32_t roll = base_random_below (&world->randoms[SIM_RANDOM_DAMAGE], 100);

  for (unsigned part = 0; part < SIM_N_PARTS; part++) {
    if (roll < shares[facing][part])
      return (SimPart) part;
    roll -= shares[facing][part];
  }
  return SIM_PART_COCKPIT;
}

static void
record_kill (SimWorld *world, const Shot *shot, SimFacing facing)
{
  world->kills[world->n_kills++] = (SimKill){
    .t = sim_tick_out (world->tick),
    .victim = (uint32_t) shot->target,
    .killer = (uint32_t) shot->shooter,
    .weapon = shot->weapon_index,
    .facing = (uint8_t) facing,
    .pilot_dead = world->units.pilot_dead[shot->target],
    .range_m = shot->range,
    .position = sim_unit_position (world, shot->target),
  };
}

static void
destroy (SimWorld *world, const Shot *shot, SimFacing facing, SimPart part)
{
  SimUnits *u = &world->units;
  size_t victim = shot->target;

  u->alive[victim] = 0;
  u->speed[victim] = 0;
  u->moving[victim] = 0;
  u->activity[victim] = SIM_ACTIVITY_DESTROYED;
  u->wreck[victim] = SIM_WRECK_LIES;
  u->kills[shot->shooter]++;
  if (victim < world->n_own) {
    sim_rescue_bail_out (world, victim, part == SIM_PART_COCKPIT);
    sim_pilot_lost (world, victim);
  } else {
    sim_contact_killed (world, shot->shooter, victim);
  }
  record_kill (world, shot, facing);
  sim_legion_killed (world, shot->shooter, victim, shot->range);
}

/* A shot that went through: the part struck suffers, more the less the armour slowed it.  */
static void
harm (SimWorld *world, const Shot *shot, SimFacing facing, float excess)
{
  SimUnits *u = &world->units;
  SimPart part = part_struck (world, facing);
  uint8_t *health = &u->parts[shot->target * SIM_N_PARTS + part];
  float damage = shot->weapon->damage * base_clampf (excess, 1, 3) *
                 base_random_range (&world->randoms[SIM_RANDOM_DAMAGE], 0.6f, 1.4f);
  int left = *health - (int) damage;

  world->hits++;
  *health = (uint8_t) (left < 0 ? 0 : left);
  if (left <= 0 && (part == SIM_PART_COCKPIT || part == SIM_PART_POWER)) {
    destroy (world, shot, facing, part);
    return;
  }
  /* What shakes a machine to pieces: two parts gone end it too.  */
  for (unsigned other = 0, gone = 0; other < SIM_N_PARTS; other++) {
    gone += u->parts[shot->target * SIM_N_PARTS + other] == 0;
    if (gone >= 2) {
      destroy (world, shot, facing, part);
      return;
    }
  }
  if (shot->target < world->n_own)
    sim_pilot_hit (world, shot->target, part);
}

static void
strike (SimWorld *world, const Shot *shot)
{
  SimFacing facing = facing_struck (world, shot);
  float armour = armour_at (sim_unit_type (world, shot->target), facing);
  float through = shot->weapon->penetration_mm -
                  shot->weapon->penetration_loss_mm_per_km * shot->range / 1000;

  /* Angle and luck: a tenth more or less, three standard deviations.  */
  through *= 1 + base_clampf (base_random_normal (&world->randoms[SIM_RANDOM_DAMAGE]), -3, 3) / 30;
  if (through <= armour)
    return;
  harm (world, shot, facing, through / (armour + 10));
}

static void
suppress (SimWorld *world, const Shot *shot, size_t unit, float share)
{
  SimUnits *u = &world->units;

  u->suppression[unit] =
      base_clampf (u->suppression[unit] + shot->weapon->suppression * share, 0, 100);
  if (unit >= world->n_own || sim_unit_is_supply (world, unit))
    return;
  u->stress[unit] = base_clampf (u->stress[unit] + 0.3f * shot->weapon->suppression * share, 0, 100);
  if (!sim_within (world, u->harmed_tick[unit], 12))
    sim_pilot_under_fire (world, unit, shot->shooter);
}

static void
fire (SimWorld *world, const Shot *shot, unsigned slot)
{
  SimUnits *u = &world->units;
  float chance = hit_chance (world, shot);

  u->ready_tick[shot->shooter * SIM_MAX_TYPE_WEAPONS + slot] =
      world->tick + SIM_SECONDS (shot->weapon->reload_s);
  u->fired_tick[shot->shooter] = world->tick;
  if (shot->weapon->ammunition_use > 0)
    u->ammunition[shot->shooter] -= (uint16_t) shot->weapon->ammunition_use;
  world->shots++;
  suppress (world, shot, shot->target, 1);
  u->harmed_tick[shot->target] = world->tick;
  u->harmed_by[shot->target] = (uint32_t) shot->shooter;
  for (int round = 0; round < (int) shot->weapon->burst && u->alive[shot->target]; round++)
    if (base_random_chance (&world->randoms[SIM_RANDOM_GUNNERY], chance))
      strike (world, shot);
}

/* Blades aside, a shot needs a reason to hope: some penetration against some facing.  */
static bool
useful (const SimWorld *world, const Shot *shot)
{
  const SimUnitType *type = sim_unit_type (world, shot->target);
  float least = type->armour_rear_mm < type->armour_side_mm ? type->armour_rear_mm
                                                            : type->armour_side_mm;

  least = type->armour_top_mm < least ? type->armour_top_mm : least;
  return shot->weapon->penetration_mm > least * 0.9f;
}

static bool
can_fire (const SimWorld *world, const Shot *shot, unsigned slot)
{
  const SimUnits *u = &world->units;
  size_t unit = shot->shooter;

  return u->ready_tick[unit * SIM_MAX_TYPE_WEAPONS + slot] <= world->tick &&
         shot->range <= shot->weapon->range_m && shot->range >= shot->weapon->minimum_range_m &&
         (float) u->ammunition[unit] >= shot->weapon->ammunition_use &&
         (slot > 0 || u->parts[unit * SIM_N_PARTS + SIM_PART_GUN] > 60) && useful (world, shot);
}

/* A pilot with few rounds, or told to be careful, waits for a shot that is likely to count.  */
static bool
worth_a_round (SimWorld *world, const Shot *shot)
{
  const SimUnits *u = &world->units;
  SimFacing facing = facing_struck (world, shot);
  float through = shot->weapon->penetration_mm -
                  shot->weapon->penetration_loss_mm_per_km * shot->range / 1000;
  float armour = armour_at (sim_unit_type (world, shot->target), facing);

  if (shot->shooter >= world->n_own || shot->weapon->ammunition_use <= 0)
    return true;
  if (through < armour * 0.95f)
    return shot->range < 250;
  return hit_chance (world, shot) > (u->ammunition[shot->shooter] > 12 ? 0.08f : 0.25f);
}

static void
engage (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  const SimUnitType *type = sim_unit_type (world, unit);
  uint32_t target = u->target[unit];

  if (target == SIM_NOBODY || u->hold_fire[unit] || !sim_within (world, u->target_tick[unit], 1.5))
    return;
  for (unsigned slot = 0; slot < type->n_weapons && u->alive[target]; slot++) {
    uint8_t index = type->weapons[slot];
    Shot shot = {
      .shooter = unit,
      .target = target,
      .weapon_index = index,
      .weapon = &world->rules.weapons[index],
      .range = base_vec_distance (sim_unit_position (world, unit), sim_unit_position (world, target)),
    };

    if (can_fire (world, &shot, slot) && worth_a_round (world, &shot))
      fire (world, &shot, slot);
  }
}

void
sim_weapons_step (SimWorld *world)
{
  SimUnits *u = &world->units;

  for (size_t i = 0; i < world->n_units; i++) {
    if (!sim_unit_works (world, i))
      continue;
    u->suppression[i] = base_clampf (
        u->suppression[i] - SUPPRESSION_FALL_PER_S / SIM_TICKS_PER_SECOND, 0, 100);
    if (u->target[i] != SIM_NOBODY && !sim_unit_works (world, u->target[i]))
      u->target[i] = SIM_NOBODY;
    engage (world, i);
  }
}
