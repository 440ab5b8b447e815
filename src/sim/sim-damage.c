/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a round does where it strikes or bursts.
 *
 * A round that strikes is stopped when its penetration at that range, a tenth more or less, is no
 * more than the armour of the facing struck.  One that goes through harms a part, more the less the
 * armour slowed it, and parts gone have consequences: no legs, no going; no gun, no main gun; no
 * sensors, short sight and wide shots; power lost is energy lost, and without power or cockpit the
 * machine is finished.  */
#include "sim/sim-weapons.h"

#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-talk.h"

#define FRONT_WITHIN_DEG 60.0f
#define REAR_BEYOND_DEG 130.0f
/* One in 2.75 is 20 degrees.  */
#define STEEP 2.75f
/* Splinters strike the side whoever they fly at, and are many: they seldom find the same part.  */
#define SPLINTER_DAMAGE 0.45f
#define TARGET_RADIUS_M 1.4f

/* ---- Facing and armour --------------------------------------------------------------------- */

SimFacing
sim_facing_of (float bearing_deg, float heading_deg)
{
  float off = base_bearing_difference_deg (bearing_deg, heading_deg);

  off = off < 0 ? -off : off;
  return off < FRONT_WITHIN_DEG   ? SIM_FACING_FRONT
         : off > REAR_BEYOND_DEG ? SIM_FACING_REAR
                                 : SIM_FACING_SIDE;
}

SimFacing
sim_facing_struck (const SimWorld *world, size_t target, const SimStrike *strike)
{
  BaseVec to = sim_unit_position (world, target);
  float middle = 0.5f * sim_unit_type (world, target)->height_m + world->units.roof_m[target];
  float rise = strike->from_height_m - sim_terrain_height (world->ground, to) - middle;
  float distance = base_vec_distance (strike->from, to);

  if (strike->steep || rise * STEEP > distance)
    return SIM_FACING_TOP;
  return sim_facing_of (base_bearing_deg (strike->from.x - to.x, strike->from.y - to.y),
                        world->units.heading_deg[target]);
}

float
sim_armour_at (const SimUnitType *type, SimFacing facing)
{
  const float armour[SIM_N_FACINGS] = {type->armour_front_mm, type->armour_side_mm,
                                       type->armour_rear_mm, type->armour_top_mm};

  return armour[facing];
}

float
sim_penetration_at (const SimWeapon *weapon, float range_m)
{
  return weapon->penetration_mm - weapon->penetration_loss_mm_per_km * range_m / 1000;
}

/* The armour that this round meets: now and then it finds a weak spot of the front.  */
static float
armour_met (SimWorld *world, const SimUnitType *type, SimFacing facing)
{
  if (facing == SIM_FACING_FRONT && type->weak_spots > 0 &&
      base_random_chance (&world->randoms[SIM_RANDOM_DAMAGE], type->weak_spots))
    return sim_armour_at (type, SIM_FACING_SIDE);
  return sim_armour_at (type, facing);
}

/* ---- Parts --------------------------------------------------------------------------------- */

/* Which part is struck: shares in hundredths by facing, in the order legs, gun, sensors, power,
 * cockpit.  */
static SimPart
part_struck (SimWorld *world, SimFacing facing)
{
  static const uint8_t shares[SIM_N_FACINGS][SIM_N_PARTS] = {
    [SIM_FACING_FRONT] = {30, 15, 15, 10, 30},
    [SIM_FACING_SIDE] = {40, 10, 10, 20, 20},
    [SIM_FACING_REAR] = {20, 5, 5, 55, 15},
    [SIM_FACING_TOP] = {5, 20, 15, 30, 30},
  };
  uint32_t roll = base_random_below (&world->randoms[SIM_RANDOM_DAMAGE], 100);

  for (unsigned part = 0; part < SIM_N_PARTS; part++) {
    if (roll < shares[facing][part])
      return (SimPart) part;
    roll -= shares[facing][part];
  }
  return SIM_PART_COCKPIT;
}

static SimTally *
tally_of (SimWorld *world, const SimStrike *strike)
{
  SimSide side = strike->shooter == SIM_NOBODY ? SIM_SIDE_REPUBLIC
                                               : (SimSide) world->units.side[strike->shooter];

  return &world->tallies[side][strike->weapon];
}

/* The shot that ended it counts for who fired, and the Legion learns of its own.  */
static void
credit (SimWorld *world, const SimKill *how)
{
  SimUnits *u = &world->units;
  size_t victim = how->victim;

  if (how->killer == SIM_NOBODY) {
    if (victim >= world->n_own)
      sim_legion_lost (world, victim);
    return;
  }
  if (u->side[how->killer] != u->side[victim])
    u->kills[how->killer]++;
  if (victim >= world->n_own)
    sim_contact_killed (world, how->killer, victim);
  if (victim >= world->n_own)
    sim_talk_killed (world, how->killer);
  sim_legion_killed (world, how->killer, victim, how->range_m);
}

/* It falls where it stands and stays there for whoever recovers it.  */
void
sim_damage_destroy (SimWorld *world, const SimKill *how)
{
  SimUnits *u = &world->units;
  size_t unit = how->victim;
  SimKill kill = *how;

  u->alive[unit] = 0;
  u->speed[unit] = 0;
  u->moving[unit] = 0;
  u->activity[unit] = SIM_ACTIVITY_DESTROYED;
  u->wreck[unit] = SIM_WRECK_LIES;
  sim_indirect_lost (world, unit);
  if (unit < world->n_own) {
    sim_rescue_bail_out (world, unit, how->part == SIM_PART_COCKPIT);
    sim_pilot_lost (world, unit);
  }
  kill.t = sim_tick_out (world->tick);
  kill.pilot_dead = u->pilot_dead[unit];
  kill.position = sim_unit_position (world, unit);
  world->kills[world->n_kills++] = kill;
  credit (world, &kill);
}

static SimKill
kill_by (const SimStrike *strike, size_t target, SimFacing facing, SimPart part)
{
  return (SimKill){
    .victim = (uint32_t) target,
    .killer = strike->shooter,
    .spotter = strike->spotter,
    .weapon = strike->weapon,
    .facing = (uint8_t) facing,
    .part = (uint8_t) part,
    .range_m = strike->range_m,
  };
}

bool
sim_damage_finished (const SimWorld *world, size_t target, SimPart part)
{
  const uint8_t *parts = world->units.parts + target * SIM_N_PARTS;
  unsigned gone = 0;

  if (parts[part] == 0 && (part == SIM_PART_COCKPIT || part == SIM_PART_POWER))
    return true;
  /* What shakes a machine to pieces: two parts gone end it too.  */
  for (unsigned other = 0; other < SIM_N_PARTS; other++)
    gone += parts[other] == 0;
  return gone >= 2;
}

/* A round that went through.  `excess` is how many times the armour it had left.  */
static void
harm (SimWorld *world, size_t target, const SimStrike *strike, SimFacing facing, float damage)
{
  SimUnits *u = &world->units;
  SimPart part = part_struck (world, facing);
  uint8_t *health = &u->parts[target * SIM_N_PARTS + part];
  int left = *health - (int) (damage * base_random_range (&world->randoms[SIM_RANDOM_DAMAGE], 0.6f,
                                                          1.4f));

  if (part == SIM_PART_POWER && left > 0)
    u->energy[target] *= (float) left / *health;
  *health = (uint8_t) (left < 0 ? 0 : left);
  if (part == SIM_PART_LEGS && *health == 0)
    u->moving[target] = 0;
  if (sim_damage_finished (world, target, part)) {
    SimKill kill = kill_by (strike, target, facing, part);

    sim_damage_destroy (world, &kill);
  } else if (target < world->n_own) {
    sim_pilot_hit (world, target, part);
  }
}

/* ---- One round ----------------------------------------------------------------------------- */

static void
try_armour (SimWorld *world, size_t target, const SimStrike *strike, SimFacing facing, float through,
            float damage)
{
  SimTally *tally = tally_of (world, strike);
  float armour = armour_met (world, sim_unit_type (world, target), facing);

  /* Angle and luck: a tenth more or less, three standard deviations.  */
  through *= 1 + base_clampf (base_random_normal (&world->randoms[SIM_RANDOM_DAMAGE]), -3, 3) / 30;
  tally->hits++;
  tally->struck[facing]++;
  world->hits++;
  if (through <= armour)
    return;
  tally->pierced[facing]++;
  harm (world, target, strike, facing, damage * base_clampf (through / (armour + 10), 1, 3));
}

void
sim_damage_strike (SimWorld *world, size_t target, const SimStrike *strike)
{
  const SimWeapon *weapon = &world->rules.weapons[strike->weapon];

  try_armour (world, target, strike, sim_facing_struck (world, target, strike),
              sim_penetration_at (weapon, strike->range_m), weapon->damage);
}

void
sim_damage_suppress (SimWorld *world, size_t target, const SimStrike *strike, float share)
{
  SimUnits *u = &world->units;
  float more = world->rules.weapons[strike->weapon].suppression * share;
  bool again = sim_within (world, u->harmed_tick[target], 12);

  u->suppression[target] = base_clampf (u->suppression[target] + more, 0, 100);
  u->harmed_tick[target] = world->tick;
  u->harmed_by[target] = strike->shooter;
  if (target >= world->n_own || sim_unit_is_supply (world, target))
    return;
  u->stress[target] = base_clampf (u->stress[target] + 0.3f * more, 0, 100);
  if (!again && strike->shooter != SIM_NOBODY && !strike->steep)
    sim_pilot_under_fire (world, target, strike->shooter);
}

/* ---- A burst ------------------------------------------------------------------------------- */

static void
burst_near (SimWorld *world, size_t target, BaseVec at, const SimStrike *strike)
{
  const SimWeapon *weapon = &world->rules.weapons[strike->weapon];
  const SimUnitType *type = sim_unit_type (world, target);
  float distance = base_vec_distance (sim_unit_position (world, target), at);
  float share = 1 - distance / (weapon->blast_m + 0.001f);
  SimStrike splinters = *strike;

  if (sim_role_flies (type->role))
    return;
  if (distance < TARGET_RADIUS_M * (float) base_sqrt (type->size)) {
    sim_damage_suppress (world, target, strike, 1);
    sim_damage_strike (world, target, strike);
    return;
  }
  if (share <= 0)
    return;
  sim_damage_suppress (world, target, strike, 0.3f + 0.7f * share);
  splinters.from = at;
  splinters.from_height_m = 0;
  splinters.steep = false;
  try_armour (world, target, &splinters, sim_facing_struck (world, target, &splinters),
              weapon->splinters_mm * share, weapon->damage * SPLINTER_DAMAGE * share);
}

/* The grid is of this tick, but who fell in it is still in there.  */
static void
burst_among (SimWorld *world, const uint32_t *units, size_t n, BaseVec at, float reach,
             const SimStrike *strike)
{
  for (size_t i = 0; i < n; i++)
    if (sim_unit_works (world, units[i]) &&
        base_vec_distance (sim_unit_position (world, units[i]), at) < reach)
      burst_near (world, units[i], at, strike);
}

void
sim_damage_burst (SimWorld *world, BaseVec at, const SimStrike *strike)
{
  float reach = world->rules.weapons[strike->weapon].blast_m + 4;
  float square = (reach + 0.1f) * (reach + 0.1f); /* rather more, for rounding */
  const SimGrid *grid = &world->grid;

  for (int side = 0; side < 2; side++) {
    SimGridWalk walk = sim_grid_walk (grid, side, at, reach);
    uint32_t first, end;

    while (sim_grid_next (&walk, &first, &end))
      for (size_t k = first; k < end; k += BASE_LANES)
        if (sim_grid_any_within (grid, side, k, at, square))
          burst_among (world, grid->units[side] + k, end - k < BASE_LANES ? end - k : BASE_LANES, at,
                       reach, strike);
  }
}

/* ---- Wrecks -------------------------------------------------------------------------------- */

uint32_t
sim_wreck_near (const SimWorld *world, SimSide side, BaseVec at, float within_m)
{
  uint32_t best = SIM_NOBODY;
  float nearest = within_m;

  /* Every wreck is somebody's kill but for those that blew themselves up.  */
  for (uint32_t k = 0; k < world->n_kills; k++) {
    uint32_t unit = world->kills[k].victim;
    float distance = base_vec_distance (sim_unit_position (world, unit), at);

    if (world->units.wreck[unit] != SIM_WRECK_LIES || world->units.side[unit] != side ||
        distance >= nearest)
      continue;
    nearest = distance;
    best = unit;
  }
  return best;
}

void
sim_wreck_take (SimWorld *world, size_t unit)
{
  if (world->units.wreck[unit] == SIM_WRECK_LIES)
    world->units.wreck[unit] = SIM_WRECK_TAKEN;
}

SimTally
sim_world_tally (const SimWorld *world, SimSide side, unsigned weapon)
{
  return side <= SIM_SIDE_LEGION && weapon < SIM_MAX_WEAPONS ? world->tallies[side][weapon]
                                                             : (SimTally){0};
}
