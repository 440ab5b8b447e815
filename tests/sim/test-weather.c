/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Light by the clock, weather by degrees, smoke and fire.  */
#include "sim-builder.h"
#include "base/base-random.h"
#include "sim/sim-smoke.h"
#include "sim/sim-footing.h"
#include "sim/sim-state.h"
#include "sim/sim-weather.h"

#include <glib.h>

static SimWorld *
world_at (float hour, SimWeather weather)
{
  Build build;

  build_init (&build);
  build_own (&build, 0, 2000, 3000, 90);
  build_own (&build, 0, 3000, 3000, 90);
  build.def.duration = SIM_SECONDS (20000);
  build.def.start_hour = hour;
  build.def.weather = (uint8_t) weather;
  build.def.wind_from_deg = 270;
  build.def.wind_mps = 4;
  return build_world (&build, 1);
}

static void
test_light (void)
{
  SimRules rules = sim_rules_default ();

  g_assert_cmpfloat (sim_light_at (&rules, 12), ==, 1);
  g_assert_cmpfloat (sim_light_at (&rules, 1), ==, rules.night_sight);
  g_assert_cmpfloat (sim_light_at (&rules, 25), ==, rules.night_sight);
  g_assert_cmpfloat (sim_light_at (&rules, rules.dawn_hour), ==, rules.night_sight);
  for (float hour = 0; hour < 13; hour += 0.1f)
    g_assert_cmpfloat (sim_light_at (&rules, hour), <=, sim_light_at (&rules, hour + 0.1f));
  for (float hour = 13; hour < 23.8f; hour += 0.1f)
    g_assert_cmpfloat (sim_light_at (&rules, hour), >=, sim_light_at (&rules, hour + 0.1f));
}

/* A battle that begins in the dark before dawn ends by day.  */
static void
test_dawn_comes (void)
{
  SimWorld *world = world_at (5.0f, SIM_WEATHER_CLEAR);
  float before = world->sight_factor;

  build_run (world, 1800);
  g_assert_cmpfloat (world->sight_factor, >, before + 0.2f);
  g_assert_cmpfloat (world->sight_factor, <, 1);
  build_run (world, 1900);
  g_assert_cmpfloat (world->sight_factor, ==, 1);
  sim_world_free (world);
}

static void
test_weather_changes (void)
{
  SimWorld *world = world_at (12, SIM_WEATHER_CLEAR);

  g_assert_cmpfloat (world->sight_factor, ==, 1);
  sim_weather_change (world, SIM_WEATHER_FOG);
  build_run (world, world->rules.weather_change_s / 2);
  g_assert_cmpfloat (world->sight_factor, <, 0.9f);
  g_assert_cmpfloat (world->sight_factor, >, world->rules.fog_sight + 0.1f);
  build_run (world, world->rules.weather_change_s);
  g_assert_cmpfloat_with_epsilon (world->sight_factor, world->rules.fog_sight, 1e-5f);
  sim_world_free (world);
}

/* It hides what is behind it, drifts out of the way with the wind, and is gone in the end.  */
static void
test_smoke (void)
{
  SimWorld *world = world_at (12, SIM_WEATHER_CLEAR);

  g_assert_true (sim_unit_line_of_sight (world, 0, 1));
  sim_smoke_add (world, base_vec (2300, 3000), 60, 120);
  build_run (world, 10);
  g_assert_false (sim_unit_line_of_sight (world, 0, 1));
  g_assert_false (sim_unit_line_of_sight (world, 1, 0));
  g_assert_false (
      sim_smoke_hides (world, base_vec (2000, 2500), base_vec (3000, 2500)));
  g_assert_cmpfloat (world->smokes[0].position.x, >, 2330);
  build_run (world, 115);
  g_assert_true (sim_unit_line_of_sight (world, 0, 1));
  g_assert_cmpuint (world->n_smokes, ==, 0);
  sim_world_free (world);
}

/* Thin smoke hides a little, and the end of its life less than its middle.  */
static void
test_smoke_thins (void)
{
  SimWorld *world = world_at (12, SIM_WEATHER_CLEAR);
  BaseVec from = base_vec (2000, 3000), to = base_vec (3000, 3000);
  float thick;

  world->wind_mps = 0;
  sim_smoke_add (world, base_vec (2500, 3000), 20, 100);
  build_run (world, 40);
  thick = sim_smoke_clear (world, from, to);
  build_run (world, 55);
  g_assert_cmpfloat (sim_smoke_clear (world, from, to), >, thick + 0.3f);
  sim_world_free (world);
}

/* More than there is room for: the one with least time left gives way.  */
static void
test_sky_full_of_smoke (void)
{
  SimWorld *world = world_at (12, SIM_WEATHER_CLEAR);

  for (int i = 0; i < SIM_MAX_SMOKES + 10; i++)
    sim_smoke_add (world, base_vec (100.0f * (float) i, 500), 30, 100 + i);
  g_assert_cmpuint (world->n_smokes, ==, SIM_MAX_SMOKES);
  for (unsigned i = 0; i < SIM_MAX_SMOKES; i++)
    g_assert_cmpuint (world->smokes[i].ends, >=, world->tick + SIM_SECONDS (110));
  sim_world_free (world);
}

/* As if every square of the map were touched by every cloud.  */
static float
clear_of_all (SimWorld *world, BaseVec from, BaseVec to)
{
  size_t n_squares = sim_grid_n_cells (&world->grid);
  float clear;

  for (size_t i = 0; i < n_squares; i++)
    for (uint32_t k = 0; k < world->n_smokes; k++)
      world->haze.squares[i].clouds[k / 64] |= (uint64_t) 1 << k % 64;
  clear = sim_smoke_clear (world, from, to);
  sim_smoke_rebuild (world);
  return clear;
}

/* No cloud on a line is overlooked, wherever it drifts and grows, and though it came just now.  */
static void
test_smoke_is_found (void)
{
  SimWorld *world = world_at (12, SIM_WEATHER_CLEAR);
  BaseRandom random;
  int hazy = 0;

  base_random_init (&random, 1, 1);
  for (int turn = 0; turn < 40; turn++) {
    for (int i = 0; i < 5; i++)
      sim_smoke_add (world, base_vec (base_random_range (&random, -50, 4000),
                                      base_random_range (&random, 2000, 3500)),
                     base_random_range (&random, 5, 120), base_random_range (&random, 5, 60));
    for (int i = 0; i < 50; i++) {
      BaseVec from = base_vec (base_random_range (&random, 0, 4000), base_random_range (&random, 0, 5999));
      BaseVec to = base_vec (base_random_range (&random, 0, 4000), base_random_range (&random, 0, 5999));
      float clear = sim_smoke_clear (world, from, to);

      hazy += clear < 1;
      g_assert_cmpfloat (clear, ==, clear_of_all (world, from, to));
    }
    build_run (world, 3);
  }
  g_assert_cmpint (hazy, >, 200);
  sim_world_free (world);
}

static SimWorld *
burning_woods (SimWeather weather)
{
  static const BaseVec middle[] = {{4000, 3000}};
  SimFeature woods = {.kind = SIM_FEATURE_WOODS, .n_points = 1, .points = middle, .radius_m = 900};
  Build build;
  SimWorld *world;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 90);
  build.def.terrain.features = &woods;
  build.def.terrain.n_features = 1;
  build.def.weather = (uint8_t) weather;
  world = build_world (&build, 1);
  sim_fire_add (world, middle[0], 300);
  return world;
}

/* Fire smokes, goes through dry trees, not through wet ones, and burns out in a field.  */
static void
test_fire (void)
{
  SimWorld *dry = burning_woods (SIM_WEATHER_CLEAR), *wet = burning_woods (SIM_WEATHER_RAIN);
  SimWorld *field = world_at (12, SIM_WEATHER_CLEAR);

  sim_fire_add (field, base_vec (4000, 3000), 100);
  build_run (dry, 280);
  build_run (wet, 280);
  build_run (field, 90);
  g_assert_true (sim_fire_near (dry, base_vec (4000, 3040)));
  g_assert_false (sim_fire_near (dry, base_vec (7000, 3000)));
  g_assert_cmpuint (dry->n_fires, >, 1);
  g_assert_cmpuint (wet->n_fires, ==, 1);
  g_assert_cmpuint (field->n_fires, ==, 1);
  g_assert_cmpuint (field->n_smokes, >, 2);
  build_run (field, 120);
  g_assert_cmpuint (field->n_fires, ==, 0);
  g_assert_cmpuint (field->n_smokes, ==, 0);
  sim_world_free (dry);
  sim_world_free (wet);
  sim_world_free (field);
}

/* Some wrecks burn, some do not.  */
static void
test_wrecks_burn (void)
{
  Build build;
  SimWorld *world;

  build_melee (&build);
  build.rules.fire_wreck = 1;
  world = build_world (&build, 5);
  build_run (world, 900);
  g_assert_cmpuint (world->n_kills, >, 4);
  /* But for what fell in this very step.  */
  g_assert_cmpuint (world->kills_burnt + 1, >=, world->n_kills);
  g_assert_cmpuint (world->n_smokes, >, 0);
  build.rules.fire_wreck = 0;
  sim_world_free (world);
  world = build_world (&build, 5);
  for (int s = 0; s < 900; s++) {
    build_run (world, 1);
    g_assert_cmpuint (world->n_fires, ==, 0);
  }
  sim_world_free (world);
}

/* Smoke, fire and changing weather are state: saved, loaded, hashed, and damaged bytes refused.  */
static void
test_saved (void)
{
  SimWorld *a = burning_woods (SIM_WEATHER_CLEAR), *b = burning_woods (SIM_WEATHER_CLEAR);
  size_t size;
  uint8_t *bytes;
  uint64_t before;

  sim_weather_change (a, SIM_WEATHER_FOG);
  build_run (a, 100);
  size = sim_world_save (a, NULL, 0);
  bytes = g_malloc (size);
  sim_world_save (a, bytes, size);
  g_assert_true (sim_world_load (b, bytes, size));
  g_assert_cmpfloat (a->sight_factor, ==, b->sight_factor);
  before = sim_world_hash (a);
  a->smokes[0].radius_m += 1;
  g_assert_cmphex (before, !=, sim_world_hash (a));
  a->smokes[0].radius_m -= 1;
  build_run (a, 100);
  build_run (b, 100);
  g_assert_cmphex (sim_world_hash (a), ==, sim_world_hash (b));
  b->weather = SIM_N_WEATHERS;
  g_assert_false (sim_state_sane (b));
  g_free (bytes);
  sim_world_free (a);
  sim_world_free (b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/weather/light", test_light);
  g_test_add_func ("/sim/weather/dawn-comes", test_dawn_comes);
  g_test_add_func ("/sim/weather/changes", test_weather_changes);
  g_test_add_func ("/sim/smoke/hides", test_smoke);
  g_test_add_func ("/sim/smoke/thins", test_smoke_thins);
  g_test_add_func ("/sim/smoke/found", test_smoke_is_found);
  g_test_add_func ("/sim/smoke/full", test_sky_full_of_smoke);
  g_test_add_func ("/sim/fire/burns", test_fire);
  g_test_add_func ("/sim/fire/wrecks", test_wrecks_burn);
  g_test_add_func ("/sim/fire/saved", test_saved);
  return g_test_run ();
}
