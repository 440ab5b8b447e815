/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of hearing: how far a bearing is off, how often a size or a Shepherd is wrong, who is silent,
 * and when it ends.  */
#include "sim-builder.h"
#include "base/base-math.h"
#include "sim/sim-hearing.h"
#include "sim/sim-jam.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One hearer, one group of so many at a distance to the east that sees and meets nobody.  */
static void
init (Build *build, unsigned count, float distance)
{
  build_init (build);
  build->def.terrain.width_m = distance + 3000 > 4000 ? distance + 3000 : 4000;
  build->def.terrain.cell_m = 100;
  build_own (build, 0, 1000, 3000, 90);
  build->squadron[0].hearer = 1;
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, count, 1000 + distance, 3000, 0, 0);
  build->groups[0].spread_m = 0;
  build->groups[0].n_route = 0;
  build->rules.types[BUILD_SCOUT].sight_m = 0;
  build->rules.types[BUILD_SCOUT].n_weapons = 0;
  build->rules.types[BUILD_WALKER].sight_m = 0;
  build->rules.types[BUILD_WALKER].feel_m = 0;
}

/* The next report of hearing within so many seconds.  */
static bool
wait_heard (SimWorld *world, double seconds, SimReport *report)
{
  /* A compiler that looks into this can not know that whoever asks for it stops at "none".  */
  memset (report, 0, sizeof *report);
  for (SimTick i = 0; i < SIM_SECONDS (seconds); i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_REPORT &&
          messages[k].report.kind == SIM_REPORT_HEARD) {
        *report = messages[k].report;
        return true;
      }
  }
  return false;
}

/* ---- Statistics ------------------------------------------------------------------------------ */

typedef struct {
  int n, wrong_size;
  double sum, squares;
} Sample;

static double
off_by (const SimWorld *world, const SimReport *report)
{
  BaseVec sum = base_vec (0, 0), at = sim_unit_position (world, 0);

  for (size_t i = 1; i < world->n_units; i++)
    sum = base_vec_add (sum, sim_unit_position (world, i));
  sum = base_vec_sub (base_vec_scale (sum, 1.0f / (float) (world->n_units - 1)), at);
  return (double) base_bearing_difference_deg (report->bearing_deg,
                                               base_bearing_deg (sum.x, sum.y));
}

/* First reports of many battles.  */
static Sample
sample_at (float distance, unsigned count, SimSize size, int n)
{
  Sample sample = {0};

  for (int seed = 1; seed <= n; seed++) {
    Build build;
    SimWorld *world;
    SimReport report;
    double off;

    init (&build, count, distance);
    world = build_world (&build, (uint64_t) seed);
    g_assert_true (wait_heard (world, 20, &report));
    off = off_by (world, &report);
    sample.n++;
    sample.sum += off;
    sample.squares += off * off;
    sample.wrong_size += report.size != size;
    /* One class off, never two.  */
    g_assert_cmpint (abs ((int) report.size - (int) size), <=, 1);
    g_assert_cmpint (report.how, ==, SIM_HOW_HEARD);
    g_assert_cmpint (report.voice, ==, 1);
    sim_world_free (world);
  }
  return sample;
}

/* The standard error of a standard deviation is s / sqrt (2 n), of a share sqrt (p (1 - p) / n): four
 * of them to each side (seeds are fixed, so this never fails by chance).  */
static void
assert_error_deg (const Sample *sample, double wanted)
{
  double sd = sqrt (sample->squares / sample->n), margin = 4 / sqrt (2.0 * sample->n);

  g_test_message ("sd %.2f degrees, wanted %.2f", sd, wanted);
  g_assert_cmpfloat (sd, >, wanted * (1 - margin));
  g_assert_cmpfloat (sd, <, wanted * (1 + margin));
  g_assert_cmpfloat (fabs (sample->sum / sample->n), <, 4 * wanted / sqrt (sample->n));
}

static void
assert_share (int hits, int n, double wanted)
{
  double margin = 4 * sqrt (wanted * (1 - wanted) / n);

  g_test_message ("share %.3f, wanted %.3f", (double) hits / n, wanted);
  g_assert_cmpfloat ((double) hits / n, >, wanted - margin);
  g_assert_cmpfloat ((double) hits / n, <, wanted + margin);
}

static void
test_bearings (void)
{
  Sample near = sample_at (3000, 5, SIM_SIZE_FEW, 400);
  Sample middle = sample_at (6000, 20, SIM_SIZE_GROUP, 400);
  Sample far = sample_at (12000, 45, SIM_SIZE_LARGE, 400);

  assert_error_deg (&near, 3 + 0.4 * 3);
  assert_error_deg (&middle, 3 + 0.4 * 6);
  assert_error_deg (&far, 3 + 0.4 * 12);
  assert_share (near.wrong_size, near.n, 0.1);
  assert_share (middle.wrong_size, middle.n, 0.1);
  assert_share (far.wrong_size, far.n, 0.25);
}

static void
test_shepherds (void)
{
  static const struct {
    float distance;
    double right;
  } cases[] = {{2000, 0.95}, {6000, 0.95}, {9000, 0.85}, {12000, 0.75}, {18000, 0.75}};
  Build build;
  SimWorld *world;

  init (&build, 5, 3000);
  world = build_world (&build, 5);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int there = 0; there < 2; there++) {
      int right = 0;

      for (int n = 0; n < 4000; n++)
        right += sim_hearing_believed_shepherd (world, there, cases[i].distance) == there;
      assert_share (right, 4000, cases[i].right);
    }
  sim_world_free (world);
}

/* A Shepherd among them is told of, as often as it should be.  */
static void
test_shepherd_is_told (void)
{
  int told = 0, phrases = 0;

  for (int seed = 1; seed <= 200; seed++) {
    Build build;
    SimWorld *world;
    SimReport report;

    init (&build, 5, 4000);
    world = build_world (&build, (uint64_t) seed);
    world->units.mind[3] = SIM_MIND_SHEPHERD;
    g_assert_true (wait_heard (world, 20, &report));
    told += report.shepherd;
    phrases += report.words.phrase == SIM_PHRASE_HEARD_SHEPHERD;
    sim_world_free (world);
  }
  assert_share (told, 200, 0.95);
  g_assert_cmpint (told, ==, phrases);
}

/* ---- Silence --------------------------------------------------------------------------------- */

static void
test_dormant_is_not_heard (void)
{
  Build build;
  SimWorld *world;
  SimReport report;

  init (&build, 5, 3000);
  build.groups[0].dormant = 1;
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 5000, 500, 0, 0);
  build.groups[1].dormant = 1;
  world = build_world (&build, 1);
  g_assert_false (wait_heard (world, 180, &report));
  memset (world->units.dormant, 0, 6);
  g_assert_true (wait_heard (world, 20, &report));
  /* Those that fall are heard no more, and that is told once.  */
  for (size_t i = 1; i < 6; i++)
    world->units.alive[i] = 0;
  g_assert_true (wait_heard (world, 60, &report));
  g_assert_cmpint (report.words.phrase, ==, SIM_PHRASE_HEARD_SILENT);
  g_assert_false (wait_heard (world, 120, &report));
  sim_world_free (world);
}

/* Nothing is heard without a hearer, after his death, or while he is off the link.  */
static void
test_ends (void)
{
  for (int kind = 0; kind < 3; kind++) {
    Build build;
    SimWorld *world;
    SimReport report;

    init (&build, 5, 3000);
    build_own (&build, 0, 1100, 3000, 90);
    build.squadron[0].hearer = kind != 0;
    world = build_world (&build, 1);
    if (kind == 1)
      world->units.alive[0] = 0;
    if (kind == 2)
      world->units.synced[0] = 0;
    g_assert_false (wait_heard (world, 120, &report));
    if (kind == 2) {
      world->units.synced[0] = 1;
      g_assert_true (wait_heard (world, 20, &report));
    }
    sim_world_free (world);
  }
}

/* A swarm takes telemetry, not voices.  */
static void
test_not_jammed (void)
{
  SimReport reports[2];

  for (int jam = 0; jam < 2; jam++) {
    Build build;
    SimWorld *world;

    init (&build, 5, 3000);
    build_group (&build, SIM_TASK_JAM, BUILD_JAMMER, 1, 1000, 3000, 0, 0);
    build.groups[1].n_route = 0;
    build.groups[1].spread_m = 0;
    build.groups[1].arrival = jam ? 0 : SIM_SECONDS (1000);
    world = build_world (&build, 1);
    g_assert_true (wait_heard (world, 20, &reports[jam]));
    g_assert_cmpfloat (sim_jam_at (world, sim_unit_position (world, 0)), ==, jam);
    sim_world_free (world);
  }
  g_assert_cmpfloat (reports[0].bearing_deg, ==, reports[1].bearing_deg);
  g_assert_cmpuint (reports[0].t_heard, ==, reports[1].t_heard);
}

/* ---- News ------------------------------------------------------------------------------------ */

/* What stands still is told of once: chance alone makes no news.  What moves past is told of again, but
 * no group more than once in 30 s.  */
static void
test_one_report_each_half_minute (void)
{
  Build build;
  SimWorld *world;
  SimTick last[8] = {0};
  unsigned told[8] = {0};
  SimReport report;

  init (&build, 5, 3000);
  build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 12, 1500, 5500, 1500, 500);
  build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 12, 2500, 500, 2500, 5500);
  world = build_world (&build, 1);
  while (sim_world_tick (world) < SIM_SECONDS (900) && wait_heard (world, 900, &report)) {
    g_assert_cmpuint (report.voice, <, G_N_ELEMENTS (last));
    if (told[report.voice]++ > 0)
      g_assert_cmpuint (report.t_sensed - last[report.voice], >=, SIM_SECONDS (30));
    last[report.voice] = report.t_sensed;
  }
  g_assert_cmpuint (told[1] + told[2] + told[3], >=, 8);
  /* One of the three stands still.  */
  g_assert_true (told[1] == 1 || told[2] == 1 || told[3] == 1);
  sim_world_free (world);
}

/* ---- Listening ------------------------------------------------------------------------------- */

static void
test_listen_halves_the_error (void)
{
  Sample sample = {0};

  for (int seed = 1; seed <= 250; seed++) {
    Build build;
    SimWorld *world;
    SimReport report;
    SimMessage message;
    SimCommand command = build_order_unit (1, SIM_VERB_LISTEN, 0, 0, 0);
    SimTick begun;
    double off;

    init (&build, 5, 6000);
    world = build_world (&build, (uint64_t) seed);
    build_run (world, 20);
    sim_world_submit (world, &command);
    g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
    begun = sim_world_tick (world);
    g_assert_true (wait_heard (world, 60, &report));
    g_assert_cmpuint (report.t_sensed, >=, begun + SIM_SECONDS (12));
    g_assert_cmpuint (report.t_sensed, <=, begun + SIM_SECONDS (14));
    g_assert_cmpfloat_with_epsilon (report.bearing_error_deg, 1.5f, 0.001f);
    g_assert_cmpfloat (base_vec_distance (report.own.position, sim_unit_position (world, 0)), <, 1);
    g_assert_cmpuint (world->units.order[0], ==, 0);
    off = off_by (world, &report);
    sample.n++;
    sample.sum += off;
    sample.squares += off * off;
    sim_world_free (world);
  }
  assert_error_deg (&sample, (3 + 0.4 * 6) / 2);
}

/* What he hears after he listened at a place.  */
static SimReport
listened_at (SimWorld *world, uint32_t id, float y)
{
  SimCommand command = build_order_unit (id, SIM_VERB_LISTEN, 0, 0, 0);
  SimMessage message;
  SimReport report;

  world->units.y[0] = y;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, id, SIM_ORDER_BEGUN, 60, &message));
  do
    g_assert_true (wait_heard (world, 60, &report));
  while (report.bearing_error_deg > 1.6f);
  return report;
}

/* Where two bearings cross; far away when they do not.  */
static BaseVec
cross (const SimReport *one, const SimReport *two)
{
  double a = one->bearing_deg * (BASE_PI / 180), b = two->bearing_deg * (BASE_PI / 180);
  double ax = sin (a), ay = cos (a), bx = sin (b), by = cos (b);
  double off_x = two->own.position.x - one->own.position.x;
  double off_y = two->own.position.y - one->own.position.y, turn = ax * by - ay * bx, along;

  if (fabs (turn) < 1e-6)
    return base_vec (1e6f, 1e6f);
  along = (off_x * by - off_y * bx) / turn;
  if (along < 0)
    return base_vec (1e6f, 1e6f);
  return base_vec (one->own.position.x + (float) (along * ax),
                   one->own.position.y + (float) (along * ay));
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  float left = *(const float *) a, right = *(const float *) b;

  return (left > right) - (left < right);
}

/* Median error of a fix from two listens 2 km apart, of a group so far from the middle between them.  */
static double
fix_error (float distance)
{
  float errors[200];

  for (unsigned i = 0; i < G_N_ELEMENTS (errors); i++) {
    Build build;
    SimWorld *world;
    SimReport one, two;

    init (&build, 5, distance);
    world = build_world (&build, i + 1);
    one = listened_at (world, 1, 2000);
    two = listened_at (world, 2, 4000);
    errors[i] = base_vec_distance (cross (&one, &two), base_vec (1000 + distance, 3000));
    sim_world_free (world);
  }
  qsort (errors, G_N_ELEMENTS (errors), sizeof *errors, by_size);
  return (double) errors[G_N_ELEMENTS (errors) / 2];
}

/* Two listens 2 km apart fix a group at 3 km to about 0.2 km, at 6 km to about 0.8 km.  */
static void
test_two_listens_fix (void)
{
  double near = fix_error (3000), far = fix_error (6000);

  g_test_message ("fixed to %.0f m at 3 km, %.0f m at 6 km", near, far);
  g_assert_cmpfloat (near, >, 150);
  g_assert_cmpfloat (near, <, 260);
  g_assert_cmpfloat (far, >, 600);
  g_assert_cmpfloat (far, <, 1000);
}

/* Fatigue after five minutes of sitting still, of 40.  */
static float
rested (bool hearer, bool voices)
{
  Build build;
  SimWorld *world;
  float fatigue;

  init (&build, 5, 5000);
  build.squadron[0].hearer = hearer;
  build.groups[0].dormant = !voices;
  world = build_world (&build, 1);
  world->units.fatigue[0] = 40;
  build_run (world, 300);
  fatigue = world->units.fatigue[0];
  sim_world_free (world);
  return fatigue;
}

/* It can not be switched off, and costs rest: he gets none while there is a voice.  */
static void
test_costs_rest (void)
{
  g_assert_cmpfloat (rested (true, true), >, 39.5f);
  g_assert_cmpfloat (rested (true, false), <, 37.5f);
  g_assert_cmpfloat (rested (false, true), <, 37.5f);
}

/* Who does not hear can not listen; who is shot at listens no longer.  */
static void
test_listen_fails (void)
{
  Build build;
  SimWorld *world;
  SimMessage message;
  SimCommand wrong = build_order_unit (1, SIM_VERB_LISTEN, 1, 0, 0);
  SimCommand right = build_order_unit (2, SIM_VERB_LISTEN, 0, 0, 0);

  init (&build, 5, 6000);
  build_own (&build, 0, 1100, 3000, 90);
  world = build_world (&build, 1);
  sim_world_submit (world, &wrong);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 30, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NO_HEARING);
  sim_world_submit (world, &right);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_BEGUN, 60, &message));
  g_assert_cmpuint (world->units.hold_fire[0], ==, 1);
  world->units.harmed_tick[0] = world->tick;
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_FAILED, 5, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_UNDER_FIRE);
  g_assert_cmpuint (world->units.hold_fire[0], ==, 0);
  sim_world_free (world);
}

/* A later order ends a listening, and leaves no gun silent.  */
static void
test_listen_is_replaced (void)
{
  Build build;
  SimWorld *world;
  SimMessage message;
  SimCommand listen = build_order_unit (1, SIM_VERB_LISTEN, 0, 0, 0);
  SimCommand move = build_order_unit (2, SIM_VERB_MOVE, 0, 1500, 3000);

  init (&build, 5, 6000);
  world = build_world (&build, 1);
  sim_world_submit (world, &listen);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  sim_world_submit (world, &move);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_BEGUN, 60, &message));
  g_assert_cmpuint (world->hearing.listens, ==, 0);
  g_assert_cmpuint (world->units.hold_fire[0], ==, 0);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/hearing/bearings", test_bearings);
  g_test_add_func ("/sim/hearing/shepherds", test_shepherds);
  g_test_add_func ("/sim/hearing/shepherd-is-told", test_shepherd_is_told);
  g_test_add_func ("/sim/hearing/dormant", test_dormant_is_not_heard);
  g_test_add_func ("/sim/hearing/ends", test_ends);
  g_test_add_func ("/sim/hearing/not-jammed", test_not_jammed);
  g_test_add_func ("/sim/hearing/one-report", test_one_report_each_half_minute);
  g_test_add_func ("/sim/hearing/listen", test_listen_halves_the_error);
  g_test_add_func ("/sim/hearing/costs-rest", test_costs_rest);
  g_test_add_func ("/sim/hearing/two-listens", test_two_listens_fix);
  g_test_add_func ("/sim/hearing/listen-fails", test_listen_fails);
  g_test_add_func ("/sim/hearing/listen-replaced", test_listen_is_replaced);
  return g_test_run ();
}
