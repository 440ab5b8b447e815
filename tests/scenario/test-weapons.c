/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the standard rules promise of weapons and armour (design: simulation): played, not read off the
 * numbers alone.  */
#include "scenario/scenario-truth.h"
#include "sim/sim-weapons.h"

#include <glib.h>
#include <string.h>

#define ROUNDS 4000

/* Two machines on flat ground: number 0 ours, number 1 theirs, which faces north.  */
typedef struct {
  ScenarioBattle *battle;
  SimRules rules;
  SimWorld *world;
} Range;

static guint8
type_of (const SimRules *rules, const char *id)
{
  int type = sim_rules_find_type (rules, id);

  g_assert_cmpint (type, >=, 0);
  return (guint8) type;
}

static guint8
weapon_of (const SimRules *rules, const char *id)
{
  int weapon = sim_rules_find_weapon (rules, id);

  g_assert_cmpint (weapon, >=, 0);
  return (guint8) weapon;
}

static void
range_init (Range *range, const char *target)
{
  g_autoptr (GError) error = NULL;
  SimWorldDef def = sim_world_def_default ();
  SimUnitDef own = {.position = {2000, 2000}, .gunnery = 0.6f, .leader = 1, .captain = 1};
  SimGroupDef group = {.task = SIM_TASK_HOLD, .counts = {1}, .position = {2000, 2500}};

  range->battle = scenario_battle_load ("training", &error);
  g_assert_no_error (error);
  range->rules = range->battle->rules;
  own.type = type_of (&range->rules, "walker");
  group.types[0] = type_of (&range->rules, target);
  def.rules = &range->rules;
  def.terrain.relief_m = def.terrain.woods = 0;
  def.squadron = &own;
  def.n_squadron = 1;
  def.groups = &group;
  def.n_groups = 1;
  range->world = sim_world_new (&def);
}

static void
range_clear (Range *range)
{
  sim_world_free (range->world);
  scenario_battle_unref (range->battle);
}

/* One round of a weapon on a sound machine's facing, from so far; true when it went through.  */
static gboolean
strike (Range *range, guint victim, const char *weapon, SimFacing facing, float metres)
{
  static const BaseVec from[] = {[SIM_FACING_FRONT] = {0, 300},
                                 [SIM_FACING_SIDE] = {300, 0},
                                 [SIM_FACING_REAR] = {0, -300}};
  SimWorld *world = range->world;
  SimStrike round = {.shooter = 1 - victim,
                     .spotter = SIM_NOBODY,
                     .weapon = weapon_of (&range->rules, weapon),
                     .range_m = metres,
                     .steep = facing == SIM_FACING_TOP};
  SimSide side = victim == 0 ? SIM_SIDE_LEGION : SIM_SIDE_REPUBLIC;
  guint64 before = sim_world_tally (world, side, round.weapon).pierced[facing];

  world->units.heading_deg[victim] = 0;
  if (facing != SIM_FACING_TOP)
    round.from = base_vec_add (sim_unit_position (world, victim), from[facing]);
  sim_damage_strike (world, victim, &round);
  return sim_world_tally (world, side, round.weapon).pierced[facing] > before;
}

static void
mend (Range *range, guint unit)
{
  range->world->units.alive[unit] = 1;
  range->world->n_kills = 0;
  memset (range->world->units.parts + unit * SIM_N_PARTS, 255, SIM_N_PARTS);
}

/* Of many rounds, each on a sound machine: share that goes through, and share that ends it.  */
static void
shares (Range *range, const char *weapon, SimFacing facing, float metres, double *through,
        double *killed)
{
  guint n_through = 0, n_killed = 0;

  for (guint i = 0; i < ROUNDS; i++) {
    mend (range, 1);
    n_through += strike (range, 1, weapon, facing, metres);
    n_killed += !range->world->units.alive[1];
  }
  *through = (double) n_through / ROUNDS;
  *killed = (double) n_killed / ROUNDS;
}

static void
test_tank_front (void)
{
  Range range = {0};
  double through, killed;

  range_init (&range, "tank");
  for (float metres = 50; metres <= 1800; metres += 350) {
    shares (&range, "cannon-57", SIM_FACING_FRONT, metres, &through, &killed);
    g_assert_cmpfloat (through, <=, 0.05);
  }
  range_clear (&range);
}

/* From behind or above, within 600 m, a round goes through and more often than not ends it; from far
 * behind it does not.  */
static void
test_tank_rear_and_top (void)
{
  static const SimFacing facings[] = {SIM_FACING_REAR, SIM_FACING_TOP};
  Range range = {0};
  double through, killed;

  range_init (&range, "tank");
  for (guint i = 0; i < G_N_ELEMENTS (facings); i++)
    for (float metres = 100; metres <= 600; metres += 250) {
      shares (&range, "cannon-57", facings[i], metres, &through, &killed);
      g_assert_cmpfloat (through, >, 0.93);
      g_assert_cmpfloat (killed, >, 0.4);
    }
  shares (&range, "cannon-57", SIM_FACING_REAR, 900, &through, &killed);
  g_assert_cmpfloat (through, <, 0.02);
  range_clear (&range);
}

static void
test_heavy_tank_never (void)
{
  Range range = {0};
  double through, killed;

  range_init (&range, "heavy-tank");
  for (guint facing = 0; facing < SIM_N_FACINGS; facing++) {
    shares (&range, "cannon-57", (SimFacing) facing, 10, &through, &killed);
    g_assert_cmpfloat (through, ==, 0);
    shares (&range, "blades-high-frequency", (SimFacing) facing, 5, &through, &killed);
    g_assert_cmpfloat (through, ==, 1);
  }
  range_clear (&range);
}

/* The machine's own armour stops 7.62 mm, from any side, and nothing heavier anywhere in its reach.  */
static void
test_own_armour (void)
{
  static const char *const heavier[] = {"machine-gun-12", "rockets-76", "cannon-40", "cannon-75",
                                        "cannon-120",     "cannon-155", "blade"};
  Range range = {0};

  range_init (&range, "scout");
  for (guint facing = 0; facing < SIM_N_FACINGS; facing++)
    for (guint i = 0; i < ROUNDS / 4; i++) {
      mend (&range, 0);
      g_assert_false (strike (&range, 0, "machine-gun-7", (SimFacing) facing, 1));
      for (guint k = 0; k < G_N_ELEMENTS (heavier); k++) {
        float reach = range.rules.weapons[weapon_of (&range.rules, heavier[k])].range_m;

        mend (&range, 0);
        g_assert_true (strike (&range, 0, heavier[k], (SimFacing) facing, reach));
      }
    }
  g_assert_cmpfloat (range.rules.types[type_of (&range.rules, "walker")].ammunition, ==, 40);
  range_clear (&range);
}

/* What a roster may pick, and that every weapon has a name of its own.  */
static void
test_loadouts_and_names (void)
{
  static const char *const ids[] = {"general", "close-combat", "long-range", "suppression",
                                    "anchors"};
  Range range = {0};
  const SimLoadout *missiles;
  const SimWeapon *weapon;

  range_init (&range, "scout");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (sim_rules_find_loadout (&range.rules, ids[i]), ==, (int) i);
  missiles = &range.rules.loadouts[3];
  weapon = &range.rules.weapons[missiles->weapons[1]];
  g_assert_cmpfloat (weapon->rounds, ==, 2);
  g_assert_cmpfloat (weapon->range_m, ==, 3000);
  g_assert_cmpfloat_with_epsilon (weapon->swarm_cut, 0.4, 1e-6);
  for (guint i = 0; i < range.rules.n_weapons; i++)
    g_assert_cmpstr (range.battle->weapon_names[i], !=, range.rules.weapons[i].id);
  range_clear (&range);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/weapons/tank-front", test_tank_front);
  g_test_add_func ("/scenario/weapons/tank-rear-top", test_tank_rear_and_top);
  g_test_add_func ("/scenario/weapons/heavy-tank", test_heavy_tank_never);
  g_test_add_func ("/scenario/weapons/own-armour", test_own_armour);
  g_test_add_func ("/scenario/weapons/loadouts", test_loadouts_and_names);
  return g_test_run ();
}
