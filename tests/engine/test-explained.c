/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report says of a death is what happened: whole battles are played, and each record of a
 * kill is held against the world in the tick in which it is made; likewise what became of orders.  */
#include "engine/engine-core-private.h"
#include "engine/engine-player.h"
#include "engine/engine-result.h"
#include "base/base-vec.h"
#include "sim/sim-terrain.h"
#include "sim/sim-weapons.h"
#include "sim/sim-world.h"

typedef struct {
  guint kills, by_shot, by_wall, by_mine, indirect, own_side, with_spotter;
} Seen;

static ScenarioBattle *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  ScenarioBattle *scenario = scenario_battle_load (id, &error);

  g_assert_no_error (error);
  return scenario;
}

static EngineCore *
begin (ScenarioBattle *scenario, guint64 seed)
{
  EngineCoreOptions options = {seed, SIM_DIFFICULTY_STANDARD, STAFF_GOOD};
  g_autoptr (GError) error = NULL;
  EngineCore *core = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  return core;
}

/* ---- One record against the world ------------------------------------------------------------ */

static gboolean
carries (const SimWorld *world, guint32 unit, guint8 weapon)
{
  const uint8_t *weapons;
  unsigned n = sim_unit_weapons (world, unit, &weapons);

  for (unsigned i = 0; i < n; i++)
    if (weapons[i] == weapon)
      return TRUE;
  return FALSE;
}

static void
check_shot (const SimWorld *world, const SimKill *kill, Seen *seen)
{
  const SimWeapon *weapon = &world->rules.weapons[kill->weapon];

  g_assert_cmpuint (kill->killer, <, world->n_units);
  g_assert_cmpuint (kill->killer, !=, kill->victim);
  g_assert_true (world->units.present[kill->killer] ||
                 sim_unit_type (world, kill->killer)->role == SIM_ROLE_MINE);
  g_assert_true (carries (world, kill->killer, kill->weapon));
  /* Fired within its reach, or at somebody else who was; splinters go no farther than they go.  */
  g_assert_cmpfloat (kill->range_m, <=, weapon->range_m * 1.25f + weapon->blast_m + 50);
  g_assert_cmpuint (kill->facing, <, SIM_N_FACINGS);
  seen->by_shot++;
  seen->indirect += weapon->indirect > 0;
  seen->own_side += world->units.side[kill->killer] == world->units.side[kill->victim];
  if (kill->spotter == SIM_NOBODY)
    return;
  seen->with_spotter++;
  g_assert_cmpuint (kill->spotter, <, world->n_units);
  g_assert_cmpuint (kill->spotter, !=, kill->victim);
  g_assert_cmpint (world->units.side[kill->spotter], ==, world->units.side[kill->killer]);
}

static void
check_nobodys (const SimWorld *world, const SimKill *kill, Seen *seen)
{
  g_assert_cmpuint (kill->spotter, ==, SIM_NOBODY);
  if (kill->range_m > 0) {
    g_assert_cmpfloat (world->rules.weapons[kill->weapon].wall, >, 0);
    g_assert_cmpuint (world->tallies[SIM_SIDE_REPUBLIC][kill->weapon].fired, >, 0);
    seen->by_wall++;
  } else {
    g_assert_cmpint (sim_terrain_minefield (world->ground, kill->position), !=, 0);
    seen->by_mine++;
  }
}

static void
check_kill (const SimWorld *world, const SimKill *kill, Seen *seen)
{
  const SimUnits *u = &world->units;

  seen->kills++;
  g_assert_cmpuint (kill->t, ==, sim_world_tick (world));
  g_assert_false (u->alive[kill->victim]);
  g_assert_cmpfloat (base_vec_distance (kill->position, sim_unit_position (world, kill->victim)), <, 1);
  /* The battle may end in the same tick, which brings some in and leaves others behind.  */
  if (!sim_world_is_finished (world)) {
    g_assert_cmpint (kill->pilot_dead, ==, u->pilot_dead[kill->victim]);
    if (kill->victim < world->n_own && !sim_unit_is_supply (world, kill->victim))
      g_assert_cmpint (u->person[kill->victim], ==,
                       kill->pilot_dead ? SIM_PERSON_DEAD : SIM_PERSON_DOWN);
  }
  if (kill->killer == SIM_NOBODY)
    check_nobodys (world, kill, seen);
  else
    check_shot (world, kill, seen);
}

/* ---- Whole battles --------------------------------------------------------------------------- */

/* Who is dead, and which machines are lost, is all explained.  */
static void
check_all_told (EngineCore *core)
{
  const SimWorld *world = core->world;
  g_autoptr (GHashTable) victims = g_hash_table_new (NULL, NULL);

  for (guint32 k = 0; k < world->n_kills; k++)
    g_assert_true (g_hash_table_add (victims, GUINT_TO_POINTER (world->kills[k].victim + 1)));
  for (guint32 i = 0; i < world->n_own; i++)
    if (!world->units.alive[i] || world->units.pilot_dead[i])
      g_assert_true (g_hash_table_contains (victims, GUINT_TO_POINTER (i + 1)));
}

/* An order that is told to have come to nothing is over for all whom it was given to.  */
static void
check_order (const SimWorld *world, const EngineNote *note)
{
  if (note->kind != ENGINE_NOTE_REFUSED)
    return;
  for (guint32 i = 0; i < world->n_orders; i++)
    if (world->orders[i].command.id == note->order.order) {
      g_assert_true (world->orders[i].closed);
      return;
    }
  g_assert_not_reached ();
}

static void
play (const char *id, guint64 seed, Seen *seen)
{
  g_autoptr (ScenarioBattle) scenario = load (id);
  g_autoptr (EngineCore) core = begin (scenario, seed);
  guint32 known = 0, told = 0;

  while (!sim_world_is_finished (core->world)) {
    engine_core_step (core);
    for (; known < core->world->n_kills; known++)
      check_kill (core->world, &core->world->kills[known], seen);
    for (; told < core->notes->len; told++)
      check_order (core->world, &g_array_index (core->notes, EngineNote, told));
  }
  check_all_told (core);
}

static void
test_battles (void)
{
  const struct {
    const char *id;
    guint64 seed;
  } battles[] = {{"training", 1},      {"three-hills", 2}, {"guns-behind-the-hill", 5},
                 {"town-ambush", 3},   {"bad-ground", 3},  {"rearguard-by-five", 4},
                 {"mayfly-warning", 1}};
  Seen seen = {0};

  for (guint i = 0; i < G_N_ELEMENTS (battles); i++)
    play (battles[i].id, battles[i].seed, &seen);
  g_test_message ("%u kills: %u by shots (%u indirect, %u by their own side, %u with a spotter), %u by "
                  "the wall, %u by mines",
                  seen.kills, seen.by_shot, seen.indirect, seen.own_side, seen.with_spotter,
                  seen.by_wall, seen.by_mine);
  g_assert_cmpuint (seen.by_shot, >, 50);
  g_assert_cmpuint (seen.with_spotter, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/explained/battles", test_battles);
  return g_test_run ();
}
