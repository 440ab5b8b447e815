/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guns that fire over the hill, and salvoes of missiles.
 *
 * A group of guns fires at what a spotter of its side senses now, and at nothing else (design: play,
 * "Gun line"): one ranging round; its fall corrects the rest; so many seconds later a volley of the
 * whole group; then one volley after the other while the spotter keeps sight.  When he loses it, the
 * fire ends and begins anew with a ranging round; when he dies, the guns are blind for a while.  What
 * he gives them is where he sees the target when they fire: who moves before the rounds are down is
 * missed.
 *
 * A machine of ours that carries missiles fires a salvo at a place it is told, or one by itself at a
 * pack that its platoon sees, but it keeps the last one for an order.  */
#include "sim/sim-jam.h"
#include "sim/sim-weapons.h"

#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-link.h"

#define SEEN_S 3
#define SAME_TARGET_M 300.0f
#define CLEAR_OF_OWN_M 150.0f
#define ROUND_APART_TICKS 7
/* What is left of the first error after a correction.  */
#define CORRECTED 0.35f
#define SENSORS_GONE 60
#define PACK_LEAST 4

/* The slot of a unit's indirect weapon, or -1.  */
static int
indirect_slot (const SimWorld *world, size_t unit)
{
  const uint8_t *weapons;
  unsigned n = sim_unit_weapons (world, unit, &weapons);

  for (unsigned slot = 0; slot < n; slot++)
    if (world->rules.weapons[weapons[slot]].indirect > 0)
      return (int) slot;
  return -1;
}

static uint8_t
weapon_at (const SimWorld *world, size_t unit, int slot)
{
  const uint8_t *weapons;

  sim_unit_weapons (world, unit, &weapons);
  return weapons[slot];
}

static BaseVec
scattered (SimWorld *world, BaseVec at, float by_m)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_GUNNERY];

  at.x += by_m * base_random_normal (random);
  at.y += by_m * base_random_normal (random);
  return at;
}

/* ---- Spotters ------------------------------------------------------------------------------ */

/* Does this one sense an enemy now, and can it say so?  */
static bool
can_spot (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return sim_unit_works (world, unit) && sim_unit_type (world, unit)->spots > 0 &&
         u->parts[unit * SIM_N_PARTS + SIM_PART_SENSORS] > SENSORS_GONE &&
         u->target[unit] != SIM_NOBODY && sim_within (world, u->target_tick[unit], SEEN_S) &&
         sim_unit_works (world, u->target[unit]);
}

static bool
in_reach (const SimWorld *world, const SimGroup *group, const SimWeapon *weapon, BaseVec at)
{
  float range = base_vec_distance (group->centre, at);

  (void) world;
  return range <= weapon->range_m && range >= weapon->minimum_range_m;
}

/* Nobody of its own near the place.  */
static bool
clear_of_own (const SimWorld *world, SimSide side, BaseVec at)
{
  SimNear near[SIM_GRID_NEAREST];

  return sim_grid_nearest (&world->grid, side, at, CLEAR_OF_OWN_M, near) == 0;
}

/* The first, by id, who sees one that stands; else the first who sees any.  */
static bool
find_spotter (const SimWorld *world, const SimGroup *group, const SimWeapon *weapon,
              SimBattery *battery)
{
  const SimUnits *u = &world->units;
  bool found = false;

  for (uint32_t i = (uint32_t) world->n_own; i < world->n_units; i++) {
    BaseVec at;
    bool stands;

    if (!can_spot (world, i) || base_vec_distance (sim_unit_position (world, i), group->centre) >
                                    world->rules.spotter_reach_m)
      continue;
    at = sim_unit_position (world, u->target[i]);
    stands = u->speed[u->target[i]] < 2;
    if ((found && !stands) || !in_reach (world, group, weapon, at) ||
        !clear_of_own (world, SIM_SIDE_LEGION, at))
      continue;
    battery->spotter = i;
    battery->target = u->target[i];
    found = true;
    if (stands)
      return true;
  }
  return found;
}

/* The spotter still sees it, or another one at the same place.  */
static bool
keeps_sight (const SimWorld *world, SimBattery *battery)
{
  uint32_t now;

  if (!can_spot (world, battery->spotter))
    return false;
  now = world->units.target[battery->spotter];
  if (now != battery->target &&
      base_vec_distance (sim_unit_position (world, now), battery->seen) > SAME_TARGET_M)
    return false;
  battery->target = now;
  return true;
}

void
sim_indirect_lost (SimWorld *world, size_t unit)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    SimBattery *battery = &world->batteries[g];

    if (battery->target == SIM_NOBODY || battery->spotter != unit)
      continue;
    battery->target = battery->spotter = SIM_NOBODY;
    battery->blind_until =
        world->tick + SIM_SECONDS (base_random_range (&world->randoms[SIM_RANDOM_LEGION],
                                                      world->rules.guns_blind_least_s,
                                                      world->rules.guns_blind_most_s));
  }
}

/* ---- Volleys ------------------------------------------------------------------------------- */

/* One round of one gun; `place` staggers those of a volley.  */
static void
fire_round (SimWorld *world, size_t gun, int slot, const SimBattery *battery, unsigned place)
{
  uint8_t index = weapon_at (world, gun, slot);
  const SimWeapon *weapon = &world->rules.weapons[index];
  BaseVec from = sim_unit_position (world, gun), aim = base_vec_add (battery->seen, battery->error);
  float range = base_vec_distance (from, aim);

  sim_weapon_spend (world, gun, (unsigned) slot, (unsigned) weapon->burst);
  sim_shell_add (world, &(SimShell){
    .lands = world->tick + sim_shell_flight (weapon, range) + place * ROUND_APART_TICKS,
    .shooter = (uint32_t) gun,
    .target = SIM_NOBODY,
    .spotter = battery->spotter,
    .from = from,
    .aim = aim,
    .scatter_m = weapon->spread_m,
    .range_m = range,
    .weapon = index,
    .rounds = (uint8_t) weapon->burst,
    .ranging = battery->volleys == 0,
  });
}

/* So many rounds from the group's guns in turn; each has what it has.  Returns how many went.  */
static unsigned
fire_volley (SimWorld *world, const SimGroup *group, const SimBattery *battery, unsigned rounds)
{
  unsigned fired = 0, before;

  do {
    before = fired;
    for (uint32_t i = group->first; i < group->first + group->count && fired < rounds; i++) {
      int slot = indirect_slot (world, i);

      if (slot < 0 || !sim_unit_works (world, i))
        continue;
      /* Within a volley the gun is served at its best: the pause comes after it.  */
      if (before == 0 ? !sim_weapon_ready (world, i, (unsigned) slot)
                      : world->units.fired_tick[i] != world->tick ||
                            sim_weapon_rounds (world, i, (unsigned) slot) <
                                world->rules.weapons[weapon_at (world, i, slot)].ammunition_use)
        continue;
      fire_round (world, i, slot, battery, fired++);
    }
  } while (fired > before && fired < rounds);
  return fired;
}

static void
fire_battery (SimWorld *world, const SimGroup *group, const SimWeapon *weapon, SimBattery *battery)
{
  const SimRules *rules = &world->rules;
  unsigned rounds = battery->volleys == 0 ? 1 : (unsigned) rules->guns_volley_rounds;

  if (battery->volleys == 0)
    battery->error = scattered (world, base_vec (0, 0), weapon->ranging_error_m);
  else if (battery->volleys < 3)
    battery->error = base_vec_scale (battery->error, CORRECTED);
  if (fire_volley (world, group, battery, rounds) == 0)
    return;
  battery->next = world->tick + SIM_SECONDS (battery->volleys == 0
                                  ? rules->guns_effect_s * sim_learning_counter_fire (world)
                                  : rules->guns_volley_s);
  battery->volleys++;
}

/* The group's indirect weapon, or NULL.  */
static const SimWeapon *
guns_of (const SimWorld *world, const SimGroup *group)
{
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i) && indirect_slot (world, i) >= 0)
      return &world->rules.weapons[weapon_at (world, i, indirect_slot (world, i))];
  return NULL;
}

static void
battery_step (SimWorld *world, size_t index)
{
  const SimGroup *group = &world->groups[index];
  SimBattery *battery = &world->batteries[index];
  const SimWeapon *weapon = guns_of (world, group);

  if (weapon == NULL || world->tick < battery->blind_until)
    return;
  if (battery->target != SIM_NOBODY && !keeps_sight (world, battery))
    battery->target = battery->spotter = SIM_NOBODY;
  if (battery->target == SIM_NOBODY) {
    if (!find_spotter (world, group, weapon, battery))
      return;
    battery->volleys = 0;
    battery->next = world->tick;
  }
  battery->seen = sim_unit_position (world, battery->target);
  if (world->tick >= battery->next && in_reach (world, group, weapon, battery->seen) &&
      clear_of_own (world, SIM_SIDE_LEGION, battery->seen))
    fire_battery (world, group, weapon, battery);
}

/* ---- Salvoes ------------------------------------------------------------------------------- */

bool
sim_salvo_carried (const SimWorld *world, size_t unit)
{
  return indirect_slot (world, unit) >= 0;
}

/* What the platoon sees of an enemy at a place, and who sees it.  */
static const SimContact *
contact_at (const SimWorld *world, size_t unit, BaseVec at)
{
  const SimPlatoon *platoon = &world->platoons[world->units.group[unit]];

  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];

    if (each->number != 0 && sim_within (world, each->last_seen, SEEN_S + 1) &&
        base_vec_distance (each->position, at) < SAME_TARGET_M &&
        (each->type == SIM_TYPE_UNKNOWN || world->rules.types[each->type].role != SIM_ROLE_JAMMER))
      return each;
  }
  return NULL;
}

/* Where fire on a contact is laid: on what its observer has in his sights now, else where the platoon
 * takes it to be.  */
static BaseVec
laid_on (const SimWorld *world, const SimContact *contact)
{
  BaseVec at;

  if (!can_spot (world, contact->observer))
    return contact->position;
  at = sim_unit_position (world, world->units.target[contact->observer]);
  return base_vec_distance (at, contact->position) < SAME_TARGET_M ? at : contact->position;
}

static SimCause
salvo_hindered (const SimWorld *world, size_t unit, int slot, float range)
{
  const SimWeapon *weapon = &world->rules.weapons[weapon_at (world, unit, slot)];

  if ((float) sim_weapon_rounds (world, unit, (unsigned) slot) < weapon->ammunition_use)
    return SIM_CAUSE_NO_AMMUNITION;
  if (range > weapon->range_m || range < weapon->minimum_range_m)
    return SIM_CAUSE_OUT_OF_REACH;
  return sim_weapon_ready (world, unit, (unsigned) slot) ? SIM_CAUSE_NONE : SIM_CAUSE_FIRING;
}

SimCause
sim_salvo_fire (SimWorld *world, size_t unit, BaseVec at)
{
  int slot = indirect_slot (world, unit);
  float range = base_vec_distance (sim_unit_position (world, unit), at);
  const SimContact *contact;
  const SimWeapon *weapon;
  uint32_t swarm;
  SimCause cause = slot < 0 ? SIM_CAUSE_NOT_EQUIPPED : salvo_hindered (world, unit, slot, range);

  if (cause != SIM_CAUSE_NONE)
    return cause;
  weapon = &world->rules.weapons[weapon_at (world, unit, slot)];
  contact = contact_at (world, unit, at);
  swarm = weapon->swarm_cut > 0 && contact == NULL ? sim_jam_over (world, at) : SIM_NOBODY;
  /* Seen, the fire is laid on what is seen; else it is as good as the map.  */
  if (contact != NULL)
    at = laid_on (world, contact);
  else if (swarm == SIM_NOBODY)
    at = scattered (world, at, weapon->ranging_error_m);
  sim_weapon_spend (world, unit, (unsigned) slot, (unsigned) weapon->burst);
  sim_shell_add (world, &(SimShell){
    .lands = world->tick + sim_shell_flight (weapon, range),
    .shooter = (uint32_t) unit,
    .target = swarm,
    .spotter = contact != NULL ? contact->observer : SIM_NOBODY,
    .from = sim_unit_position (world, unit),
    .aim = at,
    .scatter_m = weapon->spread_m,
    .range_m = range,
    .weapon = weapon_at (world, unit, slot),
    .rounds = (uint8_t) weapon->burst,
  });
  return SIM_CAUSE_NONE;
}

/* A pack near by that the platoon sees now, none of ours among it.  */
static const SimContact *
pack_near (const SimWorld *world, size_t unit)
{
  const SimPlatoon *platoon = &world->platoons[world->units.group[unit]];

  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];

    if (each->number != 0 && each->count >= PACK_LEAST && sim_within (world, each->last_seen, SEEN_S) &&
        base_vec_length (each->velocity) < 12 &&
        base_vec_distance (each->position, sim_unit_position (world, unit)) <
            world->rules.initiative_m &&
        clear_of_own (world, SIM_SIDE_REPUBLIC, each->position))
      return each;
  }
  return NULL;
}

static void
salvo_unasked (SimWorld *world, size_t unit)
{
  int slot = indirect_slot (world, unit);
  const SimContact *pack;

  if (slot < 0 || !sim_unit_works (world, unit) || world->units.hold_fire[unit] ||
      (float) sim_weapon_rounds (world, unit, (unsigned) slot) <
          2 * world->rules.weapons[weapon_at (world, unit, slot)].ammunition_use)
    return;
  pack = pack_near (world, unit);
  if (pack != NULL)
    sim_salvo_fire (world, unit, pack->position);
}

void
sim_indirect_step (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++)
    if (world->groups[g].arrived && world->groups[g].alive > 0)
      battery_step (world, g);
  for (size_t i = 0; i < world->n_own; i++)
    salvo_unasked (world, i);
}
