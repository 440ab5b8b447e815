/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The promises of a world as a whole: the same twice, saved and loaded unseen, nothing forgotten. */
#include "sim-builder.h"

#include "sim/sim-world.h"

#include <glib.h>
#include <string.h>

static SimWorld *
melee (uint64_t seed)
{
  Build build;

  build_melee (&build);
  return build_world (&build, seed);
}

static void
test_same_twice (void)
{
  for (uint64_t seed = 1; seed <= 3; seed++) {
    SimWorld *a = melee (seed), *b = melee (seed);

    for (int i = 0; i < 60; i++) {
      build_run (a, 10);
      build_run (b, 10);
      g_assert_cmphex (sim_world_hash (a), ==, sim_world_hash (b));
    }
    sim_world_free (a);
    sim_world_free (b);
  }
}

static void
test_seed_matters (void)
{
  SimWorld *a = melee (1), *b = melee (2);

  build_run (a, 60);
  build_run (b, 60);
  g_assert_cmphex (sim_world_hash (a), !=, sim_world_hash (b));
  sim_world_free (a);
  sim_world_free (b);
}

/* An order changes the battle, and only from its own tick on.  */
static void
test_order_matters (void)
{
  SimWorld *a = melee (1), *b = melee (1);
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 2500, 3000);

  build_run (a, 30);
  build_run (b, 30);
  g_assert_cmphex (sim_world_hash (a), ==, sim_world_hash (b));
  g_assert_true (sim_world_submit (b, &command));
  build_run (a, 30);
  build_run (b, 30);
  g_assert_cmphex (sim_world_hash (a), !=, sim_world_hash (b));
  sim_world_free (a);
  sim_world_free (b);
}

static void
test_invariants (void)
{
  for (uint64_t seed = 10; seed < 14; seed++) {
    SimWorld *world = melee (seed);

    while (!sim_world_is_finished (world)) {
      sim_world_step (world);
      sim_world_validate (world);
    }
    sim_world_free (world);
  }
}

static void
test_finished_does_not_change (void)
{
  SimWorld *world = melee (4);
  uint64_t hash;
  size_t n;

  build_run (world, 4000);
  g_assert_true (sim_world_is_finished (world));
  hash = sim_world_hash (world);
  for (int i = 0; i < 100; i++)
    sim_world_step (world);
  g_assert_cmphex (sim_world_hash (world), ==, hash);
  sim_world_messages (world, &n);
  g_assert_cmpuint (n, ==, 0);
  sim_world_free (world);
}

static GBytes *
save (const SimWorld *world)
{
  size_t size = sim_world_save (world, NULL, 0);
  uint8_t *bytes = g_malloc (size);

  g_assert_cmpuint (sim_world_save (world, bytes, size), ==, size);
  return g_bytes_new_take (bytes, size);
}

static bool
load (SimWorld *world, GBytes *bytes)
{
  size_t size;
  const void *data = g_bytes_get_data (bytes, &size);

  return sim_world_load (world, data, size);
}

/* Each step is made by a world that has just been loaded into a body that knew another battle: what
 * the save forgets shows at once.  */
static void
test_save_load_invisible (void)
{
  SimWorld *straight = melee (5), *hopping[2];
  SimCommand command = build_order_platoon (1, SIM_VERB_SCOUT, 1, 4000, 2600);

  hopping[0] = melee (5);
  hopping[1] = melee (5);
  build_run (straight, 330);
  build_run (hopping[0], 330);
  build_run (hopping[1], 100);
  for (int i = 0; i < 1200; i++) {
    SimWorld *from = hopping[i % 2], *to = hopping[(i + 1) % 2];
    g_autoptr (GBytes) bytes = NULL;

    if (i == 200) {
      sim_world_submit (straight, &command);
      sim_world_submit (from, &command);
    }
    bytes = save (from);
    g_assert_true (load (to, bytes));
    sim_world_step (straight);
    sim_world_step (to);
    if (i % 50 == 0)
      g_assert_cmphex (sim_world_hash (straight), ==, sim_world_hash (to));
  }
  g_assert_cmphex (sim_world_hash (straight), ==, sim_world_hash (hopping[0]));
  for (int i = 0; i < 2; i++)
    sim_world_free (hopping[i]);
  sim_world_free (straight);
}

/* Damaged bytes are refused and change nothing (test-state.c: what is in a sealed save is taken only
 * where the world holds together).  */
static void
test_damaged_state (void)
{
  SimWorld *world = melee (6);
  g_autoptr (GBytes) good = NULL;
  g_autofree uint8_t *bad = NULL;
  size_t size;
  uint64_t hash;

  build_run (world, 400);
  good = save (world);
  hash = sim_world_hash (world);
  bad = g_memdup2 (g_bytes_get_data (good, &size), g_bytes_get_size (good));
  for (size_t i = 0; i < size; i += 397) {
    bad[i] ^= 0x41;
    g_assert_false (sim_world_load (world, bad, size));
    g_assert_cmphex (sim_world_hash (world), ==, hash);
    bad[i] ^= 0x41;
  }
  g_assert_true (load (world, good));
  for (size_t cut = 0; cut < size; cut += size / 50)
    g_assert_false (sim_world_load (world, bad, cut));
  g_assert_cmphex (sim_world_hash (world), ==, hash);
  sim_world_free (world);
}

/* Who comes from the edge of the map stands on it, or nothing could be saved.  */
static void
test_group_at_the_edge (void)
{
  for (uint64_t seed = 1; seed <= 40; seed++) {
    Build build;
    SimWorld *world;
    g_autoptr (GBytes) bytes = NULL;

    build_init (&build);
    build_own (&build, 0, 4000, 3000, 0);
    build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 9, 7990, 5990, 4000, 3000);
    build.groups[0].spread_m = 400;
    build.groups[0].arrival = SIM_SECONDS (60);
    world = build_world (&build, seed);
    for (size_t i = 0; i < sim_world_n_units (world); i++) {
      BaseVec at = sim_world_unit (world, i).position;

      g_assert_true (at.x > 0 && at.x < 8000 && at.y > 0 && at.y < 6000);
    }
    sim_world_validate (world);
    bytes = save (world);
    g_assert_true (load (world, bytes));
    sim_world_free (world);
  }
}

/* ---- Turns ------------------------------------------------------------------------------------ */

static SimWorld *
crowd_of (guint count)
{
  Build build;

  build_melee (&build);
  build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, count, 6500, 3000, 3000, 2400);
  return build_world (&build, 1);
}

/* Whoever is small or many: in so many ticks each has one turn, who goes round meets those whose turn it is
 * and nobody else, and one tick has about as much to do as another.  */
static void
test_turns (void)
{
  static const guint counts[] = {0, 900, 4200, 20000};
  static const guint every[] = {5, 10, 20, 300};

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++) {
    SimWorld *world = crowd_of (counts[c]);

    for (guint e = 0; e < G_N_ELEMENTS (every); e++) {
      g_autofree guint8 *turns = g_malloc0 (world->n_units);

      for (guint tick = 0; tick < every[e]; tick++, world->tick++) {
        size_t n = 0;

        for (size_t i = sim_first_turn (world, every[e]); i < world->n_units;
             i = sim_next_turn (world, i, every[e]), n++) {
          g_assert_true (sim_unit_turn (world, i, every[e]));
          turns[i]++;
        }
        if (every[e] <= 10)
          g_assert_cmpuint (n, <=, 2 * (world->n_units / every[e] + 1));
      }
      for (size_t i = 0; i < world->n_units; i++)
        g_assert_cmpuint (turns[i], ==, 1);
    }
    sim_world_free (world);
  }
}

/* So many that they take their turns by blocks: the same battle again, and from a save.  */
static void
test_many (void)
{
  SimWorld *straight = crowd_of (4200), *loaded = crowd_of (4200);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 13; i++)
    sim_world_step (straight);
  bytes = save (straight);
  g_assert_true (load (loaded, bytes));
  for (int i = 0; i < 13; i++) {
    sim_world_step (straight);
    sim_world_step (loaded);
    sim_world_validate (straight);
    g_assert_cmphex (sim_world_hash (straight), ==, sim_world_hash (loaded));
  }
  sim_world_free (straight);
  sim_world_free (loaded);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/world/same-twice", test_same_twice);
  g_test_add_func ("/sim/world/seed-matters", test_seed_matters);
  g_test_add_func ("/sim/world/order-matters", test_order_matters);
  g_test_add_func ("/sim/world/invariants", test_invariants);
  g_test_add_func ("/sim/world/finished", test_finished_does_not_change);
  g_test_add_func ("/sim/world/save-load", test_save_load_invisible);
  g_test_add_func ("/sim/world/damaged-state", test_damaged_state);
  g_test_add_func ("/sim/world/group-at-the-edge", test_group_at_the_edge);
  g_test_add_func ("/sim/world/turns", test_turns);
  g_test_add_func ("/sim/world/many", test_many);
  return g_test_run ();
}
