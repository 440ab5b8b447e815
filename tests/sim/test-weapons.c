/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of guns and armour: facing, flight, penetration, parts, stores, blades, mines, wrecks.  */
#include "base/base-math.h"
#include "sim-builder.h"
#include "sim/sim-weapons.h"

#include <glib.h>
#include <string.h>

/* A walker of ours at (2000, 2000) and an unarmed enemy of a type 500 m north of it, facing north;
 * nobody decides anything.  */
static SimWorld *
duel (Build *build, unsigned type, float distance)
{
  build_init (build);
  build_own (build, 0, 2000, 2000, 0);
  build_group (build, SIM_TASK_HOLD, type, 1, 2000, 2000 + distance, 2000, 2000 + distance);
  build->groups[0].spread_m = 0.1f;
  build->rules.types[type].n_weapons = 0;
  return build_world (build, 1);
}

static SimStrike
strike_at (const SimWorld *world, uint8_t weapon, BaseVec from, float range)
{
  (void) world;
  return (SimStrike){
    .shooter = 0, .spotter = 0, .weapon = weapon, .from = from, .range_m = range};
}

/* ---- Facing -------------------------------------------------------------------------------- */

/* By the angle between two directions, worked out in another way than the rule.  */
static SimFacing
facing_by_cosine (double bearing, double heading)
{
  double cosine = base_cos ((bearing - heading) * (BASE_PI / 180));

  return cosine > base_cos (60 * BASE_PI / 180)     ? SIM_FACING_FRONT
         : cosine < base_cos (130 * BASE_PI / 180) ? SIM_FACING_REAR
                                                   : SIM_FACING_SIDE;
}

static void
test_facing_in_all_directions (void)
{
  for (int heading = 0; heading < 360; heading += 5)
    for (int bearing = 1; bearing < 360; bearing += 3) {
      int off = ABS ((bearing - heading + 540) % 360 - 180);

      if (off == 60 || off == 130)
        continue;
      g_assert_cmpint (sim_facing_of ((float) bearing, (float) heading), ==,
                       facing_by_cosine (bearing, heading));
      g_assert_cmpint (sim_facing_of ((float) bearing, (float) heading), ==,
                       sim_facing_of ((float) ((2 * heading - bearing + 720) % 360), (float) heading));
    }
}

/* The same from places on the ground around a machine that looks anywhere.  */
static void
test_facing_from_places (void)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_TANK, 500);
  BaseVec at = sim_unit_position (world, 1);

  for (int heading = 0; heading < 360; heading += 30)
    for (int bearing = 1; bearing < 360; bearing += 7) {
      BaseVec from = base_vec (at.x + 400 * (float) base_sin (bearing * BASE_PI / 180),
                               at.y + 400 * (float) base_cos (bearing * BASE_PI / 180));
      SimStrike strike = strike_at (world, BUILD_CANNON, from, 400);

      if (ABS ((bearing - heading + 540) % 360 - 180) % 70 == 60)
        continue; /* 60 and 130: on the edge */
      world->units.heading_deg[1] = (float) heading;
      g_assert_cmpint (sim_facing_struck (world, 1, &strike), ==,
                       facing_by_cosine (bearing, heading));
      /* From the roof of a tall house next to it, and whenever it comes down.  */
      strike.from_height_m = 200;
      g_assert_cmpint (sim_facing_struck (world, 1, &strike), ==, SIM_FACING_TOP);
      strike.from_height_m = 100;
      g_assert_cmpint (sim_facing_struck (world, 1, &strike), !=, SIM_FACING_TOP);
      strike.steep = true;
      g_assert_cmpint (sim_facing_struck (world, 1, &strike), ==, SIM_FACING_TOP);
    }
  sim_world_free (world);
}

/* ---- Armour -------------------------------------------------------------------------------- */

/* Share of rounds that go through a facing, at a range.  */
static double
share_through (SimWorld *world, SimFacing facing, float range)
{
  static const float bearings[] = {[SIM_FACING_FRONT] = 0, [SIM_FACING_SIDE] = 90,
                                   [SIM_FACING_REAR] = 180};
  SimTally before = sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_CANNON), after;
  BaseVec at = sim_unit_position (world, 1);
  SimStrike strike = strike_at (world, BUILD_CANNON, at, range);

  strike.steep = facing == SIM_FACING_TOP;
  if (!strike.steep)
    strike.from = base_vec (at.x + 300 * (float) base_sin (bearings[facing] * BASE_PI / 180),
                            at.y + 300 * (float) base_cos (bearings[facing] * BASE_PI / 180));
  world->units.heading_deg[1] = 0;
  for (int i = 0; i < 2000; i++) {
    memset (world->units.parts + SIM_N_PARTS, 255, SIM_N_PARTS);
    world->rules.weapons[BUILD_CANNON].damage = 0;
    sim_damage_strike (world, 1, &strike);
  }
  after = sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_CANNON);
  g_assert_cmpuint (after.struck[facing] - before.struck[facing], ==, 2000);
  return (double) (after.pierced[facing] - before.pierced[facing]) / 2000;
}

static void
test_armour_by_facing (void)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_TANK, 500);
  SimUnitType *tank = &world->rules.types[BUILD_TANK];

  tank->armour_side_mm = 115;
  tank->armour_rear_mm = 90;
  tank->armour_top_mm = 40;
  g_assert_cmpfloat (share_through (world, SIM_FACING_FRONT, 100), ==, 0);
  g_assert_cmpfloat (share_through (world, SIM_FACING_SIDE, 600), ==, 0);
  g_assert_cmpfloat (share_through (world, SIM_FACING_SIDE, 10), >, 0.7);
  g_assert_cmpfloat (share_through (world, SIM_FACING_REAR, 400), >, 0.95);
  g_assert_cmpfloat (share_through (world, SIM_FACING_REAR, 1200), ==, 0);
  g_assert_cmpfloat (share_through (world, SIM_FACING_TOP, 1200), ==, 1);
  /* A weak spot is found as often as the rules say, where the side would let it through.  */
  tank->weak_spots = 0.05f;
  g_assert_cmpfloat (share_through (world, SIM_FACING_FRONT, 10), >, 0.02);
  g_assert_cmpfloat (share_through (world, SIM_FACING_FRONT, 10), <, 0.08);
  g_assert_cmpfloat (share_through (world, SIM_FACING_FRONT, 600), ==, 0);
  sim_world_free (world);
}

/* ---- From a roof --------------------------------------------------------------------------- */

/* Facings struck by one of ours at a distance from a tank that does not move, from a roof so high;
 * the tank stands on one of its own.  */
static SimTally
shots_from_roof (float distance, float roof_m, float tank_roof_m)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_TANK, distance);
  SimTally tally;

  world->rules.weapons[BUILD_CANNON].damage = 0;
  world->rules.weapons[BUILD_CANNON].penetration_mm = 900; /* always worth a round */
  world->rules.weapons[BUILD_CANNON].dispersion_mrad = 0.2f;
  for (int i = 0; i < 600; i++) {
    world->units.roof_m[0] = roof_m;
    world->units.roof_m[1] = tank_roof_m;
    world->units.moving[0] = 0;
    sim_world_step (world);
  }
  tally = sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_CANNON);
  g_assert_cmpuint (tally.hits, >, 5);
  sim_world_free (world);
  return tally;
}

/* Who stands on a roof strikes what is close below it on top; not what is farther off, and not what is
 * as high as he.  */
static void
test_from_a_roof (void)
{
  SimTally street = shots_from_roof (35, 0, 0), roof = shots_from_roof (35, 16, 0);
  SimTally far = shots_from_roof (200, 16, 0), both = shots_from_roof (35, 16, 16);

  g_assert_cmpuint (street.struck[SIM_FACING_TOP], ==, 0);
  g_assert_cmpuint (roof.struck[SIM_FACING_TOP], ==, roof.hits);
  g_assert_cmpuint (far.struck[SIM_FACING_TOP], ==, 0);
  g_assert_cmpuint (both.struck[SIM_FACING_TOP], ==, 0);
}

/* ---- Flight -------------------------------------------------------------------------------- */

static void
test_shells_take_time (void)
{
  Build build;
  SimWorld *world;
  SimTick fired = 0, struck = 0;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 2000, 2900, 2000, 2900);
  build.groups[0].spread_m = 0.1f;
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  build.rules.types[BUILD_SCOUT].agility = 0;
  build.rules.weapons[BUILD_CANNON].velocity_mps = 100;
  build.rules.weapons[BUILD_CANNON].dispersion_mrad = 0.1f;
  world = build_world (&build, 1);
  for (int i = 0; i < 300 && struck == 0; i++) {
    sim_world_step (world);
    if (fired == 0 && world->n_shells > 0)
      fired = sim_world_tick (world);
    if (sim_world_result (world).hits > 0)
      struck = sim_world_tick (world);
  }
  g_assert_cmpuint (fired, >, 0);
  g_assert_cmpuint (struck, >=, fired + SIM_SECONDS (8.9));
  g_assert_cmpuint (struck, <=, fired + SIM_SECONDS (9.1));
  sim_world_free (world);
}

/* Hits of a hundred good shots at a target that goes aside by so much while they fly.  */
static uint64_t
hits_after_sidestep (float aside_m)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_TANK, 500);
  BaseVec at = sim_unit_position (world, 1);

  for (int i = 0; i < 100; i++)
    sim_shell_add (world, &(SimShell){
      .lands = world->tick + 10,
      .target = 1,
      .spotter = 0,
      .from = base_vec (2000, 2000),
      .aim = at,
      .scatter_m = 0.5f,
      .range_m = 500,
      .weapon = BUILD_CANNON,
      .rounds = 1,
    });
  world->units.hold_fire[0] = 1;
  world->rules.weapons[BUILD_CANNON].damage = 0;
  world->units.x[1] += aside_m;
  build_run (world, 2);
  g_assert_cmpuint (world->n_shells, ==, 0);
  aside_m = (float) sim_world_result (world).hits;
  sim_world_free (world);
  return (uint64_t) aside_m;
}

static void
test_who_moved_is_missed (void)
{
  g_assert_cmpuint (hits_after_sidestep (0), >, 80);
  g_assert_cmpuint (hits_after_sidestep (1.8f), <, 75);
  g_assert_cmpuint (hits_after_sidestep (6), ==, 0);
}

/* ---- Parts --------------------------------------------------------------------------------- */

static void
set_part (SimWorld *world, size_t unit, SimPart part, uint8_t health)
{
  world->units.parts[unit * SIM_N_PARTS + part] = health;
}

static void
test_legs_gone_is_immobile (void)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_JAMMER, 3000);
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 4000, 2000);
  SimMessage message;

  set_part (world, 0, SIM_PART_LEGS, 0);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 40, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_LEGS_HIT);
  g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, 0), base_vec (2000, 2000)), <, 30);
  sim_world_free (world);
}

static uint64_t
shots_with (SimPart part, uint8_t health)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_SCOUT, 500);
  uint64_t shots;

  set_part (world, 0, part, health);
  build_run (world, 30);
  shots = sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_CANNON).fired;
  sim_world_free (world);
  return shots;
}

static void
test_gun_gone_is_silent (void)
{
  g_assert_cmpuint (shots_with (SIM_PART_GUN, 255), >, 0);
  g_assert_cmpuint (shots_with (SIM_PART_GUN, 40), ==, 0);
}

static void
test_what_is_worse_shoots_worse (void)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_SCOUT, 500);
  const SimWeapon *gun = &world->rules.weapons[BUILD_CANNON];
  float calm = sim_weapon_scatter_mrad (world, 0, gun);

  set_part (world, 0, SIM_PART_SENSORS, 0);
  g_assert_cmpfloat (sim_weapon_scatter_mrad (world, 0, gun), >, 1.5f * calm);
  set_part (world, 0, SIM_PART_SENSORS, 255);
  set_part (world, 0, SIM_PART_GUN, 100);
  g_assert_cmpfloat (sim_weapon_scatter_mrad (world, 0, gun), >, 1.1f * calm);
  set_part (world, 0, SIM_PART_GUN, 255);
  world->units.suppression[0] = 60;
  g_assert_cmpfloat (sim_weapon_scatter_mrad (world, 0, gun), >, 2 * calm);
  world->units.suppression[0] = 0;
  world->units.wounds[0] = 1;
  g_assert_cmpfloat (sim_weapon_scatter_mrad (world, 0, gun), >, 1.2f * calm);
  sim_world_free (world);
}

/* Hits of ten cannon on a scout a kilometre away that shoots back or not.  */
static uint64_t
hits_under (float suppression)
{
  uint64_t hits = 0;

  for (uint64_t seed = 1; seed <= 12; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    for (unsigned i = 0; i < 5; i++)
      build_own (&build, 0, 1900 + 60.0f * (float) i, 2000, 0);
    build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 1, 2000, 3000, 2000, 3000);
    build.rules.types[BUILD_TANK].n_weapons = 0;
    build.rules.types[BUILD_TANK].armour_front_mm = 80;
    build.rules.weapons[BUILD_CANNON].damage = 0;
    build.rules.suppression_fall_per_s = 0;
    world = build_world (&build, seed);
    for (unsigned i = 0; i < 5; i++)
      world->units.suppression[i] = suppression;
    build_run (world, 40);
    hits += sim_world_result (world).hits;
    sim_world_free (world);
  }
  return hits;
}

static void
test_suppression_lowers_hits (void)
{
  uint64_t calm = hits_under (0), shaken = hits_under (80);

  g_assert_cmpuint (calm, >, 60);
  g_assert_cmpuint (3 * shaken, <, 2 * calm);
}

/* Every part that is struck leaves its mark: energy with the power, a wound with the cockpit; and a
 * machine falls when power or cockpit is gone, or any two parts.  */
static void
test_harm (void)
{
  Build build;
  SimWorld *world;
  size_t n_kills;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 2000, 2500, 2000, 2500);
  build.rules.weapons[BUILD_MACHINE_GUN].penetration_mm = 30;
  build.rules.weapons[BUILD_MACHINE_GUN].damage = 2;
  world = build_world (&build, 3);
  for (int i = 0; i < 3000 && sim_unit_works (world, 0); i++) {
    SimStrike strike = {.shooter = 1, .spotter = 1, .weapon = BUILD_MACHINE_GUN,
                        .from = base_vec (2000, 2500), .range_m = 500};
    const uint8_t *parts = world->units.parts;
    unsigned gone = 0;

    sim_damage_strike (world, 0, &strike);
    for (int part = 0; part < SIM_N_PARTS; part++)
      gone += parts[part] == 0;
    g_assert_cmpint (sim_unit_works (world, 0), ==,
                     gone < 2 && parts[SIM_PART_POWER] > 0 && parts[SIM_PART_COCKPIT] > 0);
    if (parts[SIM_PART_POWER] < 255)
      g_assert_cmpfloat (world->units.energy[0], <, build.rules.types[0].energy_s);
    if (parts[SIM_PART_COCKPIT] < 255 && sim_unit_works (world, 0))
      g_assert_cmpuint (world->units.wounds[0], >, 0);
  }
  g_assert_false (sim_unit_works (world, 0));
  g_assert_cmpuint (sim_world_kills (world, &n_kills)->killer, ==, 1);
  g_assert_cmpuint (n_kills, ==, 1);
  sim_world_free (world);
}

/* ---- Stores -------------------------------------------------------------------------------- */

static void
test_second_store_runs_out (void)
{
  Build build;
  SimWorld *world;
  SimTally tally;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 2000, 2300, 2000, 2300);
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  build.rules.types[BUILD_WALKER].weapons[1] = BUILD_MACHINE_GUN;
  build.rules.types[BUILD_WALKER].n_weapons = 2;
  build.rules.types[BUILD_WALKER].ammunition = 3;
  build.rules.weapons[BUILD_CANNON].damage = 0;
  build.rules.weapons[BUILD_MACHINE_GUN].damage = 0;
  build.rules.weapons[BUILD_MACHINE_GUN].ammunition_use = 6;
  build.rules.weapons[BUILD_MACHINE_GUN].rounds = 24;
  world = build_world (&build, 1);
  build_run (world, 60);
  tally = sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_MACHINE_GUN);
  g_assert_cmpuint (tally.fired, ==, 24);
  g_assert_cmpuint (sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_CANNON).fired, ==, 3);
  sim_weapons_restock (world, 0);
  build_run (world, 60);
  g_assert_cmpuint (sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_MACHINE_GUN).fired, ==, 48);
  sim_world_free (world);
}

/* ---- Close quarters ------------------------------------------------------------------------ */

static bool
cut_down_at (float distance)
{
  Build build;
  SimWorld *world;
  bool fell;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build.squadron[0].loadout = BUILD_LOADOUT_BLADE;
  build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 1, 2000, 2000 + distance, 2000, 2000 + distance);
  build.groups[0].spread_m = 0.1f;
  build.rules.types[BUILD_TANK].n_weapons = 0;
  build.rules.types[BUILD_WALKER].field_speed_mps = 0;
  build.rules.loadouts[BUILD_LOADOUT_BLADE - 1].ammunition = 0;
  world = build_world (&build, 1);
  world->units.x[1] = 2000;
  world->units.y[1] = 2000 + distance;
  build_run (world, 20);
  fell = !sim_unit_works (world, 1);
  if (fell) {
    size_t n;
    const SimKill *kill = sim_world_kills (world, &n);

    g_assert_cmpuint (kill->weapon, ==, BUILD_BLADE);
    g_assert_cmpfloat (kill->range_m, <=, 12);
  }
  sim_world_free (world);
  return fell;
}

static void
test_blades_within_reach (void)
{
  g_assert_true (cut_down_at (6));
  g_assert_false (cut_down_at (40));
}

/* ---- Mines --------------------------------------------------------------------------------- */

static void
test_mines (void)
{
  Build build;
  SimWorld *world;
  size_t n;
  const SimKill *kills;
  unsigned left = 0;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build.rules.types[BUILD_WALKER].n_weapons = 0;
  build.rules.types[BUILD_WALKER].field_speed_mps = 0;
  build_group (&build, SIM_TASK_HOLD, BUILD_MINE, 6, 2000, 2150, 2000, 2150);
  build_group (&build, SIM_TASK_HOLD, BUILD_MINE, 4, 2000, 4000, 2000, 4000);
  world = build_world (&build, 1);
  build_run (world, 60);
  kills = sim_world_kills (world, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (kills->victim, ==, 0);
  g_assert_cmpuint (kills->weapon, ==, BUILD_CHARGE);
  g_assert_cmpfloat (kills->range_m, <=, 7);
  /* Those that went off are gone, and nobody's kill; those far away never stirred.  */
  for (size_t i = 7; i < 11; i++) {
    g_assert_true (sim_unit_works (world, i));
    g_assert_cmpfloat (sim_unit_position (world, i).y, >, 3800);
  }
  for (size_t i = 1; i < 7; i++)
    left += sim_unit_works (world, i);
  g_assert_cmpuint (left, <, 6);
  sim_world_free (world);
}

/* ---- Wrecks and records -------------------------------------------------------------------- */

static void
test_wrecks_stay (void)
{
  Build build;
  SimWorld *world = duel (&build, BUILD_SCOUT, 400);
  BaseVec fell;

  build_run (world, 60);
  g_assert_false (sim_unit_works (world, 1));
  fell = sim_world_kills (world, &(size_t){0})->position;
  g_assert_cmpuint (sim_wreck_near (world, SIM_SIDE_LEGION, base_vec (2000, 2350), 200), ==, 1);
  g_assert_cmpuint (sim_wreck_near (world, SIM_SIDE_LEGION, base_vec (2000, 2000), 200), ==,
                    SIM_NOBODY);
  g_assert_cmpuint (sim_wreck_near (world, SIM_SIDE_REPUBLIC, base_vec (2000, 2350), 200), ==,
                    SIM_NOBODY);
  g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, 1), fell), ==, 0);
  sim_wreck_take (world, 1);
  g_assert_cmpuint (sim_wreck_near (world, SIM_SIDE_LEGION, fell, 200), ==, SIM_NOBODY);
  sim_world_free (world);
}

/* Who, with what, from where, and who had seen it first: a comrade forward of the gun.  */
static void
test_kill_record (void)
{
  Build build;
  SimWorld *world;
  const SimKill *kill;
  SimTally tally;
  size_t n;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build_own (&build, 0, 2000, 2300, 0);
  build.rules.types[BUILD_DRAGOON].n_weapons = 0;
  build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, 1, 2000, 5500, 2000, 2000);
  world = build_world (&build, 2);
  world->units.ammunition[1] = 0;
  build_run (world, 300);
  kill = sim_world_kills (world, &n);
  tally = sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_CANNON);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (kill->victim, ==, 2);
  g_assert_cmpuint (kill->killer, ==, 0);
  g_assert_cmpuint (kill->spotter, ==, 1);
  g_assert_cmpuint (kill->weapon, ==, BUILD_CANNON);
  g_assert_cmpuint (tally.pierced[kill->facing], >, 0);
  g_assert_cmpfloat (kill->range_m, <, 1500);
  g_assert_cmpuint (kill->part, <, SIM_N_PARTS);
  g_assert_cmpuint (tally.fired, >=, tally.hits);
  g_assert_cmpuint (tally.struck[kill->facing], >=, tally.pierced[kill->facing]);
  g_assert_cmpuint (sim_world_tally (world, SIM_SIDE_LEGION, BUILD_CANNON).fired, ==, 0);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/weapons/facing/directions", test_facing_in_all_directions);
  g_test_add_func ("/sim/weapons/facing/places", test_facing_from_places);
  g_test_add_func ("/sim/weapons/armour", test_armour_by_facing);
  g_test_add_func ("/sim/weapons/from-a-roof", test_from_a_roof);
  g_test_add_func ("/sim/weapons/flight", test_shells_take_time);
  g_test_add_func ("/sim/weapons/sidestep", test_who_moved_is_missed);
  g_test_add_func ("/sim/weapons/parts/legs", test_legs_gone_is_immobile);
  g_test_add_func ("/sim/weapons/parts/gun", test_gun_gone_is_silent);
  g_test_add_func ("/sim/weapons/parts/aim", test_what_is_worse_shoots_worse);
  g_test_add_func ("/sim/weapons/parts/harm", test_harm);
  g_test_add_func ("/sim/weapons/suppression", test_suppression_lowers_hits);
  g_test_add_func ("/sim/weapons/stores", test_second_store_runs_out);
  g_test_add_func ("/sim/weapons/blades", test_blades_within_reach);
  g_test_add_func ("/sim/weapons/mines", test_mines);
  g_test_add_func ("/sim/weapons/wrecks", test_wrecks_stay);
  g_test_add_func ("/sim/weapons/kill-record", test_kill_record);
  return g_test_run ();
}
