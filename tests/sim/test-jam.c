/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of swarms, telemetry and radar.  */
#include "sim-builder.h"
#include "sim/sim-jam.h"

#include <glib.h>
#include <math.h>

/* Four machines at one point, a cloud over them at an offset that stays there, and nobody else but
 * three of the Legion that walk up and down 2 km off.  */
static SimWorld *
under_swarm (Build *build, float off_m)
{
  build_init (build);
  for (int i = 0; i < 4; i++)
    build_own (build, 0, 2000, 2800 + 60.0f * (float) i, 90);
  build->rules.jam_drift_least_mps = build->rules.jam_drift_most_mps = 0;
  build->rules.types[BUILD_WALKER].sight_m = 0;
  build->rules.types[BUILD_WALKER].feel_m = 0;
  build->rules.types[BUILD_SCOUT].n_weapons = 0;
  build->rules.types[BUILD_SCOUT].sight_m = 0;
  build_group (build, SIM_TASK_JAM, BUILD_JAMMER, 1, 2000 + off_m, 2900, 0, 0);
  build->groups[0].spread_m = 0;
  build->groups[0].n_route = 0;
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 3, 4000, 2900, 0, 0);
  return build_world (build, 1);
}

typedef struct {
  unsigned telemetry, radar, reports;
  double error_sum, most_error;
  unsigned n_errors;
} Radio;

static Radio
listen_in (SimWorld *world, double seconds)
{
  Radio radio = {0};

  for (SimTick i = 0; i < SIM_SECONDS (seconds); i++) {
    const SimMessage *messages;
    size_t n;

    /* Keep the Legion's three in motion: radar sees what moves.  */
    for (size_t k = 5; k < world->n_units; k++)
      world->units.speed[k] = 3;
    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++) {
      radio.radar += messages[k].kind == SIM_MESSAGE_RADAR;
      radio.reports += messages[k].kind == SIM_MESSAGE_REPORT;
      if (messages[k].kind == SIM_MESSAGE_TELEMETRY) {
        const SimTelemetry *data = &messages[k].telemetry;
        BaseVec at = sim_unit_position (world, data->unit.index);
        double dx = (double) (data->own.position.x - at.x);

        radio.telemetry++;
        radio.error_sum += dx * dx;
        radio.n_errors++;
        radio.most_error = MAX (radio.most_error, (double) data->own.error_m);
      }
    }
  }
  return radio;
}

/* A fix every two seconds from each machine without a swarm, none under its core, some in the
 * fringe, with an error that grows up to five times.  */
static void
test_telemetry (void)
{
  Build build;
  SimWorld *world = under_swarm (&build, 5500);
  Radio clear = listen_in (world, 60), core, fringe;
  double sd;

  sim_world_free (world);
  g_assert_cmpuint (clear.telemetry, >=, 4 * 30 - 4);
  g_assert_cmpuint (clear.telemetry, <=, 4 * 30 + 4);
  g_assert_cmpfloat_with_epsilon (clear.most_error, 10, 0.01);
  world = under_swarm (&build, 1500);
  core = listen_in (world, 600);
  sim_world_free (world);
  g_assert_cmpuint (core.telemetry, ==, 0);
  /* Half way through the fringe half of the fixes are lost; three times the error.  */
  world = under_swarm (&build, 3500);
  fringe = listen_in (world, 600);
  sim_world_free (world);
  g_assert_cmpuint (fringe.telemetry, >, 4 * 300 * 0.44);
  g_assert_cmpuint (fringe.telemetry, <, 4 * 300 * 0.56);
  sd = sqrt (fringe.error_sum / fringe.n_errors);
  g_assert_cmpfloat (sd, >, 30 * 0.9);
  g_assert_cmpfloat (sd, <, 30 * 1.1);
  g_assert_cmpfloat (fringe.most_error, <, 50);
}

/* Airbursts in the core open a window of three to five minutes: data and radar, then none.  */
static void
test_window (void)
{
  Build build;
  SimWorld *world = under_swarm (&build, 0);
  BaseVec core = base_vec (2500, 3000);
  double open = 0;
  Radio radio = listen_in (world, 20);

  g_assert_cmpuint (radio.telemetry + radio.radar, ==, 0);
  g_assert_true (sim_jam_strike (world, core, 0.4f));
  radio = listen_in (world, 20);
  g_assert_cmpuint (radio.radar, ==, 0); /* weaker, not yet a window */
  g_assert_cmpfloat (sim_jam_at (world, core), <, 0.7f);
  g_assert_true (sim_jam_strike (world, core, 0.6f));
  g_assert_cmpfloat (sim_jam_at (world, core), ==, 0);
  radio = listen_in (world, 30);
  g_assert_cmpuint (radio.telemetry, >=, 4 * 14);
  g_assert_cmpuint (radio.radar, >, 3);
  for (open = 30; sim_jam_at (world, core) <= 0 && open < 900; open++)
    build_run (world, 1);
  g_assert_cmpfloat (open, >=, 180);
  g_assert_cmpfloat (open, <=, 300);
  build_run (world, 600);
  radio = listen_in (world, 60);
  g_assert_cmpuint (radio.telemetry + radio.radar, ==, 0);
  sim_world_free (world);
}

/* Who is told: the desk says that data are back, and that they are gone.  */
static void
test_window_is_told (void)
{
  Build build;
  SimWorld *world = under_swarm (&build, 0);
  unsigned back = 0, gone = 0;

  build_run (world, 5);
  sim_jam_strike (world, base_vec (2000, 2900), 1);
  for (int i = 0; i < 4000; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_REPORT) {
        back += messages[k].report.words.phrase == SIM_PHRASE_DATA_BACK;
        gone += messages[k].report.words.phrase == SIM_PHRASE_DATA_GONE;
      }
  }
  g_assert_cmpuint (back, ==, 1);
  g_assert_cmpuint (gone, ==, 1);
  sim_world_free (world);
}

static void
test_strike_beside_the_core (void)
{
  Build build;
  SimWorld *world = under_swarm (&build, 0);

  build_run (world, 1);
  g_assert_false (sim_jam_strike (world, base_vec (2000, 2900 + 2100), 0.6f));
  g_assert_cmpfloat (world->clouds[0].strength, ==, 1);
  sim_world_free (world);
}

/* 0.1 a minute; twice that when one of the Legion's controls is there.  */
static void
test_regrowth (void)
{
  for (int control = 0; control < 2; control++) {
    Build build;
    SimWorld *world = under_swarm (&build, 0);

    sim_world_free (world);
    if (control)
      build_group (&build, SIM_TASK_HOLD, BUILD_CONTROL, 1, 7000, 5000, 0, 0);
    world = build_world (&build, 1);
    build_run (world, 1);
    sim_jam_strike (world, base_vec (2000, 2900), 0.6f);
    build_run (world, 120);
    g_assert_cmpfloat_with_epsilon (world->clouds[0].strength, control ? 0.8f : 0.6f, 0.01f);
    sim_world_free (world);
  }
}

/* Radar: to 3 km, what moves in the open in sight; not a step farther, not behind a hill, not what
 * stands.  */
static unsigned
plots (float distance, bool hill, float speed)
{
  static const BaseVec top[] = {{3000, 2900}};
  Build build;
  SimWorld *world;
  unsigned n_plots = 0;

  build_init (&build);
  build_own (&build, 0, 2000, 2900, 90);
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  build.rules.types[BUILD_WALKER].n_weapons = 0;
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 3, 2000 + distance, 2900, 0, 0);
  build.groups[0].spread_m = 20;
  build.groups[0].n_route = 0;
  build.features[0] = (SimFeature){
    .kind = SIM_FEATURE_HILL, .n_points = 1, .points = top, .radius_m = 600, .rise_m = 100};
  build.def.terrain.features = build.features;
  build.def.terrain.n_features = hill;
  world = build_world (&build, 1);
  for (int i = 0; i < 200; i++) {
    const SimMessage *messages;
    size_t n;

    for (size_t k = 1; k < world->n_units; k++)
      world->units.speed[k] = speed;
    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_RADAR) {
        g_assert_cmpuint (messages[k].radar.count, ==, 3);
        n_plots++;
      }
  }
  sim_world_free (world);
  return n_plots;
}

static void
test_radar (void)
{
  g_assert_cmpuint (plots (2500, false, 3), >=, 3);
  g_assert_cmpuint (plots (3300, false, 3), ==, 0);
  g_assert_cmpuint (plots (2500, true, 3), ==, 0);
  g_assert_cmpuint (plots (2500, false, 0), ==, 0);
}

/* ---- Drift ----------------------------------------------------------------------------------- */

static Build *
big_battle (unsigned n_clouds)
{
  Build *build = g_new (Build, 1);

  build_init (build);
  build->def.terrain.width_m = 8000 + 4000.0f * (float) n_clouds;
  build->def.terrain.height_m = 12000;
  build->def.duration = SIM_SECONDS (3600);
  for (unsigned p = 0; p < 6; p++)
    for (unsigned i = 0; i < 3; i++)
      build_own (build, p, 1500 + (build->def.terrain.width_m - 3000) * (float) p / 5,
                 3000 + 200.0f * (float) i, 0);
  for (unsigned i = 0; i < n_clouds; i++)
    build_group (build, SIM_TASK_JAM, BUILD_JAMMER, 1,
                 build->def.terrain.width_m * ((float) i + 0.5f) / (float) n_clouds, 11000, 0, 0);
  /* Somebody has to be left for the battle to go on.  */
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 100, 11900, 0, 0);
  build->groups[n_clouds].dormant = 1;
  for (size_t g = 0; g < build->n_groups; g++)
    build->groups[g].n_route = 0;
  return build;
}

/* Three to six metres a second, on the map, toward those who use the radio.  */
static void
test_drift (void)
{
  Build *build = big_battle (1);
  SimWorld *world = build_world (build, 3);
  uint32_t cloud = world->clouds[0].unit;
  float begun = sim_jam_at (world, base_vec (6000, 3200)), most = 0;

  for (int i = 0; i < 3000; i++) {
    BaseVec before = sim_unit_position (world, cloud), now;
    float speed;

    build_run (world, 1);
    now = sim_unit_position (world, cloud);
    speed = base_vec_distance (before, now);
    g_assert_cmpfloat (speed, >, 2.9f);
    g_assert_cmpfloat (speed, <, 6.1f);
    most = MAX (most, sim_jam_at (world, base_vec (6000, 3200)));
    sim_world_validate (world);
  }
  g_assert_cmpfloat (begun, ==, 0);
  g_assert_cmpfloat (most, >, 0.6f);
  sim_world_free (world);
  g_free (build);
}

/* With one to three clouds over a front that grows with them, 30 to 70 per cent of it is jammed
 * (no radar, telemetry with gaps) once they have come, and never all.  */
static void
test_share_of_the_front (void)
{
  for (unsigned n_clouds = 1; n_clouds <= 3; n_clouds++)
    for (uint64_t seed = 1; seed <= 4; seed++) {
      Build *build = big_battle (n_clouds);
      SimWorld *world = build_world (build, seed);
      double jammed = 0, all = 0, most = 0;

      build_run (world, 1500);
      for (int minute = 0; minute < 20; minute++) {
        double now = 0, cells = 0;

        build_run (world, 60);
        for (float x = 250; x < build->def.terrain.width_m; x += 500)
          for (float y = 250; y < build->def.terrain.height_m; y += 500) {
            now += sim_jam_at (world, base_vec (x, y)) > build->rules.jam_window_below;
            cells++;
          }
        most = MAX (most, now / cells);
        jammed += now;
        all += cells;
      }
      g_test_message ("%u clouds, seed %u: %.2f, at most %.2f", n_clouds, (unsigned) seed,
                      jammed / all, most);
      g_assert_cmpfloat (jammed / all, >, 0.3);
      g_assert_cmpfloat (jammed / all, <, 0.7);
      g_assert_cmpfloat (most, <, 0.8);
      sim_world_free (world);
      g_free (build);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/jam/telemetry", test_telemetry);
  g_test_add_func ("/sim/jam/window", test_window);
  g_test_add_func ("/sim/jam/window-is-told", test_window_is_told);
  g_test_add_func ("/sim/jam/beside-the-core", test_strike_beside_the_core);
  g_test_add_func ("/sim/jam/regrowth", test_regrowth);
  g_test_add_func ("/sim/jam/radar", test_radar);
  g_test_add_func ("/sim/jam/drift", test_drift);
  g_test_add_func ("/sim/jam/share", test_share_of_the_front);
  return g_test_run ();
}
