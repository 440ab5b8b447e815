/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long from read-back to begun (design: play, "From read-back to begun"): the medians and the tail
 * that the design aims at, in the quiet and in contact, with trust as it starts.  */
#include "sim-builder.h"

#include "base/base-random.h"
#include "sim/sim-world.h"

#include <glib.h>
#include <string.h>

#define MAX_ORDERS 200

#define MAX_OWN 24

typedef struct {
  GArray *waits;              /* seconds, of each machine that counts */
  double cause[SIM_N_CAUSES]; /* how often it was the one told */
  bool contact;               /* those in contact count, else those that are not */
} Waits;

/* What is known of one order on its way.  */
typedef struct {
  SimTick read_back;
  bool in_contact[MAX_OWN]; /* when it was read back */
} Way;

/* Where trust starts (design: play, "Trust"): captain 45, careful 35, talkative 32, terse 28, defiant
 * 18, give or take 5.  */
static void
set_trust (Build *build, uint64_t seed)
{
  static const SimTemper tempers[] = {SIM_TEMPER_CAREFUL, SIM_TEMPER_TALKATIVE, SIM_TEMPER_TERSE,
                                      SIM_TEMPER_DEFIANT, SIM_TEMPER_TERSE,     SIM_TEMPER_RECKLESS};
  static const float trust[SIM_N_TEMPERS] = {[SIM_TEMPER_CAREFUL] = 35, [SIM_TEMPER_TALKATIVE] = 32,
                                             [SIM_TEMPER_TERSE] = 28,   [SIM_TEMPER_DEFIANT] = 18,
                                             [SIM_TEMPER_RECKLESS] = 30};
  BaseRandom random;

  base_random_init (&random, seed, 0);
  for (size_t i = 0; i < build->n_squadron; i++) {
    build->squadron[i].temper = (uint8_t) tempers[i % G_N_ELEMENTS (tempers)];
    build->squadron[i].trust = (i == 0 ? 45 : trust[build->squadron[i].temper]) +
                               base_random_range (&random, -5, 5);
  }
}

/* Twenty in five platoons on a line; with a Legion that comes at them, or none.  */
static SimWorld *
line (uint64_t seed, bool contact)
{
  Build build;

  build_init (&build);
  build_earnest (&build);
  build.def.terrain.width_m = build.def.terrain.height_m = 12000;
  build.def.terrain.relief_m = 60;
  build.def.terrain.woods = 0.25f;
  build.def.base = base_vec (1500, 1500);
  for (unsigned i = 0; i < 20; i++)
    build_own (&build, i / 4, 3000 + 90 * (float) (i % 4), 3000 + 900 * (float) (i / 4), 90);
  set_trust (&build, seed);
  for (unsigned p = 0; p < 5 && contact; p++) {
    float y = 3000 + 900 * (float) p;

    build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 3, 5200, y, 3000, y);
    build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, 5, 6000, y, 3000, y);
  }
  return build_world (&build, seed);
}

static bool
in_contact (const SimWorld *world, size_t unit)
{
  return sim_within (world, world->units.fired_tick[unit], 10) ||
         sim_within (world, world->units.harmed_tick[unit], 10);
}

static void
note_read_back (const SimWorld *world, Way *way, SimTick t)
{
  way->read_back = t;
  for (size_t i = 0; i < world->n_own; i++)
    way->in_contact[i] = in_contact (world, i);
}

static void
note_begun (Waits *waits, const Way *way, const SimMessage *message)
{
  double seconds = (double) (message->t - way->read_back) / SIM_TICKS_PER_SECOND;

  if (way->read_back > 0 && way->in_contact[message->order.unit.index] == waits->contact)
    g_array_append_val (waits->waits, seconds);
}

static void
note_messages (SimWorld *world, Waits *waits, Way *ways)
{
  const SimMessage *messages;
  size_t n;

  messages = sim_world_messages (world, &n);
  for (size_t k = 0; k < n; k++) {
    const SimOrderChange *change = &messages[k].order;

    if (messages[k].kind != SIM_MESSAGE_ORDER || change->order >= MAX_ORDERS)
      continue;
    if (change->state == SIM_ORDER_READ_BACK)
      note_read_back (world, &ways[change->order], messages[k].t);
    else if (change->state == SIM_ORDER_WAITING && sim_unit_is_some (change->unit))
      waits->cause[change->cause]++;
    else if (change->state == SIM_ORDER_BEGUN && sim_unit_is_some (change->unit))
      note_begun (waits, &ways[change->order], &messages[k]);
  }
}

/* Two orders a minute between two moments: to a platoon, to one machine, in turn, each somewhere else.  */
static void
play (Waits *waits, uint64_t seed, double from, double to)
{
  SimWorld *world = line (seed, waits->contact);
  g_autofree Way *ways = g_new0 (Way, MAX_ORDERS);
  uint32_t id = 0;

  build_run (world, from);
  while (sim_world_tick (world) < SIM_SECONDS (to) && !sim_world_is_finished (world)) {
    if (sim_world_tick (world) % SIM_SECONDS (30) == 0) {
      uint32_t who = id * 7 % 20;
      float x = 3000 + 350 * (float) (id % 3), y = 3000 + 900 * (float) (who / 4) + 150;
      SimCommand command = id % 2 ? build_order_unit (++id, SIM_VERB_MOVE, who, x, y)
                                  : build_order_platoon (++id, SIM_VERB_MOVE, who / 4, x, y);

      sim_world_submit (world, &command);
    }
    sim_world_step (world);
    note_messages (world, waits, ways);
  }
  sim_world_free (world);
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
percentile (GArray *waits, unsigned percent)
{
  g_array_sort (waits, by_size);
  return g_array_index (waits, double, (waits->len - 1) * percent / 100);
}

static Waits
measure (bool contact, double from, double to)
{
  Waits waits = {.waits = g_array_new (FALSE, FALSE, sizeof (double)), .contact = contact};

  for (uint64_t seed = 1; seed <= 20; seed++)
    play (&waits, seed, from, to);
  g_test_message ("%u waits: median %.1f s, p95 %.1f s", waits.waits->len,
                  percentile (waits.waits, 50), percentile (waits.waits, 95));
  for (unsigned i = 0; i < SIM_N_CAUSES; i++)
    if (waits.cause[i] > 0)
      g_test_message ("  %s: %.0f", sim_cause_name (i), waits.cause[i]);
  return waits;
}

static void
test_calm (void)
{
  Waits waits = measure (false, 5, 600);

  g_assert_cmpuint (waits.waits->len, >, 300);
  g_assert_cmpfloat (percentile (waits.waits, 50), >=, 6);
  g_assert_cmpfloat (percentile (waits.waits, 50), <=, 10);
  g_assert_cmpfloat (percentile (waits.waits, 95), <=, 35);
  g_array_unref (waits.waits);
}

static void
test_contact (void)
{
  Waits waits = measure (true, 60, 360);

  g_assert_cmpuint (waits.waits->len, >, 100);
  g_assert_cmpfloat (percentile (waits.waits, 50), >=, 12);
  g_assert_cmpfloat (percentile (waits.waits, 50), <=, 20);
  g_assert_cmpfloat (percentile (waits.waits, 95), <=, 35);
  g_array_unref (waits.waits);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/delays/calm", test_calm);
  g_test_add_func ("/sim/delays/contact", test_contact);
  return g_test_run ();
}
