/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hundreds in one platoon: what is asked of the grid, of lists and of notes is what going through all of
 * them one by one would tell.  */
#include "sim-builder.h"

#include "base/base-random.h"
#include "sim/sim-footing.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-supply.h"
#include "sim/sim-world.h"

#include <glib.h>

#define FIGHTERS 420 /* more than SIM_PLATOON_LARGE */
#define SCAVENGERS 40
#define ENEMIES 12

typedef struct {
  Build build;
  SimUnitDef squadron[FIGHTERS + SCAVENGERS];
  SimWorld *world;
} Crowd;

static BaseVec
anywhere (BaseRandom *random)
{
  float x = base_random_range (random, 200, 7800);

  return base_vec (x, base_random_range (random, 200, 5800));
}

/* Where one of a platoon is that has left a few all over the map.  */
static BaseVec
thick_or_thin (BaseRandom *random, int i)
{
  BaseVec at = anywhere (random);

  return i % 10 == 0 ? at : base_vec (at.x / 4, at.y / 4);
}

/* One platoon and its Scavengers, and single scouts of the Legion anywhere.  */
static Crowd *
make_crowd (guint64 seed)
{
  Crowd *crowd = g_new0 (Crowd, 1);
  BaseRandom random;

  base_random_init (&random, seed, 0);
  build_init (&crowd->build);
  build_own (&crowd->build, 0, 100, 100, 0);
  for (int i = 0; i < ENEMIES; i++) {
    BaseVec at = anywhere (&random);

    build_group (&crowd->build, SIM_TASK_HOLD, BUILD_SCOUT, 1, at.x, at.y, at.x, at.y);
  }
  sim_world_free (build_world (&crowd->build, seed));
  for (int i = 0; i < FIGHTERS + SCAVENGERS; i++) {
    crowd->squadron[i] = crowd->build.squadron[0];
    crowd->squadron[i].leader = crowd->squadron[i].captain = i == 0;
    crowd->squadron[i].position = thick_or_thin (&random, i);
    if (i < FIGHTERS)
      continue;
    crowd->squadron[i].type = BUILD_SUPPLY;
    crowd->squadron[i].platoon = SIM_SUPPLY_PLATOON;
  }
  crowd->build.def.squadron = crowd->squadron;
  crowd->build.def.n_squadron = FIGHTERS + SCAVENGERS;
  crowd->world = sim_world_new (&crowd->build.def);
  return crowd;
}

static void
free_crowd (Crowd *crowd)
{
  sim_world_free (crowd->world);
  g_free (crowd);
}

/* ---- Who sees ------------------------------------------------------------------------------- */

static guint32
nearest_of_all (const SimWorld *world, BaseVec at)
{
  guint32 best = SIM_NOBODY;
  float least = 1e18f;

  for (guint32 i = 0; i < FIGHTERS; i++) {
    float square = base_vec_distance_squared (at, sim_unit_position (world, i));

    if (!world->units.alive[i] || square >= least)
      continue;
    least = square;
    best = i;
  }
  return best;
}

/* How many contacts were taken up in this step; each is observed by who is nearest to it.  */
static guint
check_observers (const SimWorld *world)
{
  guint n = 0;

  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *contact = &world->platoons[0].contacts[i];

    if (contact->number == 0 || contact->last_seen != world->tick || contact->known == SIM_KNOWN_LOSS_WAITS ||
        contact->known == SIM_KNOWN_LOST ||
        !world->units.alive[contact->observer] || contact->killed > 0)
      continue;
    g_assert_cmpuint (contact->observer, ==,
                      nearest_of_all (world, sim_unit_position (
                                                 world, world->groups[contact->group].first)));
    n++;
  }
  return n;
}

static void
test_observer (void)
{
  guint n = 0;

  for (guint64 seed = 1; seed <= 4; seed++) {
    Crowd *crowd = make_crowd (seed);

    /* Nobody shoots what is to be seen.  */
    memset (crowd->world->units.hold_fire, 1, FIGHTERS);
    for (int i = 0; i < 300; i++) {
      sim_world_step (crowd->world);
      /* Contacts are counted at this tick of each second, before anybody speaks of them.  */
      if (crowd->world->tick % SIM_TICKS_PER_SECOND == 3)
        n += check_observers (crowd->world);
    }
    free_crowd (crowd);
  }
  g_assert_cmpuint (n, >, 100);
}

/* The first of all who sees a place.  */
static guint32
witness_of_all (const SimWorld *world, guint32 unit)
{
  BaseVec at = sim_unit_position (world, unit);

  for (guint32 i = 0; i < FIGHTERS; i++) {
    BaseVec from = sim_unit_position (world, i);

    if (i != unit && sim_unit_fights (world, i) &&
        base_vec_distance_squared (at, from) <= 1500.0f * 1500.0f &&
        sim_terrain_line_of_sight (world->ground, at, 2, from, sim_unit_eyes_m (world, i)))
      return i;
  }
  return SIM_NOBODY;
}

static guint32
who_speaks_of (const SimWorld *world, guint32 unit)
{
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (world->link.queue[i].id != 0 && world->link.queue[i].subject == (SIM_SUBJECT_DOWN | unit))
      return world->link.queue[i].unit;
  return SIM_NOBODY;
}

static void
test_witness (void)
{
  Crowd *crowd = make_crowd (7);
  SimWorld *world = crowd->world;
  guint seen = 0;

  sim_world_step (world);
  for (guint32 unit = 10; unit < FIGHTERS; unit += 37) {
    guint32 witness = witness_of_all (world, unit);

    world->units.alive[unit] = 0;
    world->units.person[unit] = SIM_PERSON_DEAD;
    sim_pilot_lost (world, unit);
    if (witness == SIM_NOBODY)
      continue;
    g_assert_cmpuint (who_speaks_of (world, unit), ==, witness);
    seen++;
  }
  g_assert_cmpuint (seen, >, 5);
  free_crowd (crowd);
}

/* ---- Who is served -------------------------------------------------------------------------- */

static bool
is_taken (const SimWorld *world, guint32 supply, guint32 unit)
{
  for (guint32 i = FIGHTERS; i < FIGHTERS + SCAVENGERS; i++)
    if (i != supply && world->units.alive[i] && world->units.client[i] == unit &&
        world->units.mission[i] == world->units.mission[supply])
      return true;
  return false;
}

static float
worth_of (const SimWorld *world, guint32 supply, guint32 unit)
{
  float missing = 1 - (float) world->units.ammunition[unit] / sim_unit_type (world, unit)->ammunition;

  if (missing < 0.05f)
    return -1e9f;
  return 3000.0f * missing -
         base_vec_distance (sim_unit_position (world, supply), sim_unit_position (world, unit));
}

static guint32
best_of_all (const SimWorld *world, guint32 supply)
{
  guint32 best = SIM_NOBODY;
  float most = -1e9f;

  for (guint32 i = 0; i < FIGHTERS; i++) {
    float worth = worth_of (world, supply, i);

    if (!world->units.alive[i] || worth <= most || is_taken (world, supply, i))
      continue;
    most = worth;
    best = i;
  }
  return best;
}

/* Some miss nothing, most little, a few all.  */
static void
spend_some (SimWorld *world, BaseRandom *random)
{
  for (guint32 i = 0; i < FIGHTERS; i++) {
    float left = base_random_unit (random), full = sim_unit_type (world, i)->ammunition;

    world->units.energy[i] = sim_unit_type (world, i)->energy_s;
    world->units.ammunition[i] = (guint16) (i % 3 == 0 ? full : (1 - left * left * left) * full);
    world->units.alive[i] &= !base_random_chance (random, 0.05f);
  }
}

/* All Scavengers choose in one and the same step, by what those before them took.  */
static void
test_client (void)
{
  BaseRandom random;

  base_random_init (&random, 5, 0);
  for (guint64 seed = 1; seed <= 6; seed++) {
    Crowd *crowd = make_crowd (seed);
    SimWorld *world = crowd->world;

    sim_world_step (world);
    for (int turn = 0; turn < 5; turn++) {
      sim_world_step (world);
      spend_some (world, &random);
      world->needs.tick = 0;
      for (guint32 i = FIGHTERS; i < FIGHTERS + SCAVENGERS; i++) {
        world->units.mission[i] = SIM_MISSION_RESUPPLY;
        world->units.scope_kind[i] = SIM_TARGET_NONE;
        world->units.client[i] = SIM_NOBODY;
      }
      for (guint32 i = FIGHTERS; i < FIGHTERS + SCAVENGERS; i++) {
        guint32 expected = best_of_all (world, i);

        g_assert_cmpuint (expected, !=, SIM_NOBODY);
        sim_supply_decide (world, i);
        g_assert_cmpuint (world->units.client[i], ==, expected);
      }
    }
    free_crowd (crowd);
  }
}

/* Of a host of two types in a disc of 1,500 m.  */
static SimWorld *
make_host (unsigned count)
{
  static Build build;

  build_init (&build);
  build_own (&build, 0, 100, 100, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, count / 4, 4000, 3000, 4000, 3000);
  build.groups[0].types[1] = BUILD_TANK;
  build.groups[0].counts[1] = (guint16) (count - count / 4);
  build.groups[0].spread_m = 1500;
  return build_world (&build, 3);
}

/* Mean distance between one of the Legion and the next in the list, and how many of 32 neighbours are scouts,
 * at the least.  */
static float
mean_step (const SimWorld *world, guint *least_scouts)
{
  float sum = 0;

  *least_scouts = 32;
  for (size_t i = world->n_own; i + 32 <= world->n_units; i += 32) {
    guint scouts = 0;

    for (size_t k = i; k < i + 32; k++) {
      scouts += world->units.type[k] == BUILD_SCOUT;
      if (k > i)
        sum += base_vec_distance (sim_unit_position (world, k), sim_unit_position (world, k - 1));
    }
    *least_scouts = MIN (*least_scouts, scouts);
  }
  return sum / (float) ((world->n_units - world->n_own) / 32 * 31);
}

/* A host comes in companies of all its types, whose machines are near one another; fewer are one crowd, by
 * type.  */
static void
test_host (void)
{
  guint scouts;
  SimWorld *crowd = make_host (96), *host = make_host (320);

  g_assert_cmpuint (crowd->n_units - crowd->n_own, ==, 96);
  g_assert_cmpfloat (mean_step (crowd, &scouts), >, 600);
  g_assert_cmpuint (scouts, ==, 0);
  g_assert_cmpuint (host->n_units - host->n_own, ==, 320);
  g_assert_cmpfloat (mean_step (host, &scouts), <, 450);
  g_assert_cmpuint (scouts, ==, 8);
  sim_world_free (crowd);
  sim_world_free (host);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  G_STATIC_ASSERT (FIGHTERS > SIM_PLATOON_LARGE);
  g_test_add_func ("/sim/crowd/observer", test_observer);
  g_test_add_func ("/sim/crowd/witness", test_witness);
  g_test_add_func ("/sim/crowd/client", test_client);
  g_test_add_func ("/sim/crowd/host", test_host);
  return g_test_run ();
}
