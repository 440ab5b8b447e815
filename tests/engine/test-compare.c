/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two runs part: a bit flipped on the way, an order that one has, a longer recording.  */
#include "engine/engine-compare-private.h"
#include "engine/engine-replayer-private.h"
#include "engine/engine-run.h"
#include "sim/sim-state.h"

#include <string.h>

static ScenarioReplay *
record (guint64 seed, SimTick until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  EngineRunOptions options;
  g_autoptr (EngineRun) run = NULL;

  g_assert_no_error (error);
  options = engine_run_options_default (scenario);
  options.seed = seed;
  options.staff = STAFF_BASIC;
  options.until = until;
  options.want_replay = TRUE;
  options.want_words = FALSE;
  run = engine_run (scenario, &options, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&run->replay);
}

static EngineReplayer *
player_of (const ScenarioReplay *replay)
{
  g_autoptr (GError) error = NULL;
  EngineReplayer *player = engine_replayer_new (replay, &error);

  g_assert_no_error (error);
  return player;
}

static EngineComparison *
compare (const ScenarioReplay *a, const ScenarioReplay *b)
{
  g_autoptr (GError) error = NULL;
  EngineComparison *comparison = engine_compare_replays (a, b, &error);

  g_assert_no_error (error);
  return comparison;
}

static const EngineFieldDifference *
first_field (const EngineComparison *comparison)
{
  g_assert_cmpuint (comparison->fields->len, >, 0);
  return g_ptr_array_index (comparison->fields, 0);
}

/* ---- A flipped bit ------------------------------------------------------------------------- */

/* One bit of the `nth` field of a name, at the end of a tick.  */
typedef struct {
  SimTick tick;
  const char *name;
  guint nth;
  guint bit;
  guint n_seen;
} Flip;

static uint64_t
flip_field (const char *name, BaseCodecType type, uint64_t bits, void *data)
{
  Flip *flip = data;

  if (strcmp (name, flip->name) != 0 || flip->n_seen++ != flip->nth)
    return bits;
  return bits ^ (UINT64_C (1) << flip->bit);
}

static void
on_step (EngineCore *core, gpointer data)
{
  Flip *flip = data;
  BaseCodecVisitor visitor = {.field = flip_field, .data = flip};
  BaseCodec codec = base_codec_visiting (&visitor);

  if (engine_core_tick (core) != flip->tick)
    return;
  flip->n_seen = 0;
  sim_state_walk (&codec, engine_core_world (core));
}

static EngineComparison *
compare_flipped (const ScenarioReplay *replay, Flip flip)
{
  g_autoptr (EngineReplayer) a = player_of (replay), b = player_of (replay);

  engine_replayer_set_hook (b, on_step, &flip);
  return engine_compare_replayers (a, b);
}

static void
test_equal (void)
{
  g_autoptr (ScenarioReplay) a = record (3, SIM_TICK_NEVER), b = record (3, SIM_TICK_NEVER);
  g_autoptr (EngineComparison) comparison = compare (a, b);

  g_assert_true (comparison->equal);
  g_assert_cmpuint (comparison->tick, ==, a->end);
  g_assert_cmpuint (comparison->fields->len, ==, 0);
  g_assert_cmpint (comparison->command, ==, -1);
}

/* Found at its tick, in its machine, in its field, with both values; wherever the tick lies between
 * hashes and snapshots.  */
static void
test_flipped_bit (void)
{
  g_autoptr (ScenarioReplay) replay = record (3, SIM_TICK_NEVER);
  const SimTick ticks[] = {1, 99, 100, 101, 299, 300, 301, 777};

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++) {
    Flip flip = {.tick = ticks[i], .name = "&units->trust[i]", .nth = 2, .bit = 0};
    g_autoptr (EngineComparison) comparison = compare_flipped (replay, flip);
    const EngineFieldDifference *field = first_field (comparison);

    g_assert_false (comparison->equal);
    g_assert_cmpuint (comparison->tick, ==, ticks[i]);
    g_assert_cmpuint (comparison->fields->len, ==, 1);
    g_assert_cmpstr (field->path, ==, "units[2].trust");
    g_assert_cmpint (field->unit.index, ==, 2);
    g_assert_true (field->unit.own);
    g_assert_cmpstr (field->unit.type, ==, "walker");
    g_assert_cmpstr (field->a, !=, field->b);
    g_assert_cmpint (comparison->command, ==, -1);
  }
}

/* The last bit of the least thing.  */
static void
test_flipped_elsewhere (void)
{
  g_autoptr (ScenarioReplay) replay = record (3, SIM_TICK_NEVER);
  const struct {
    const char *name, *path;
    guint nth, bit;
    int unit;
  } places[] = {
      {"&units->parts[i]", "units[1].parts[2]", SIM_N_PARTS + 2, 6, 1},
      {"&platoon->leader_lost", "platoons[1].leader_lost", 1, 0, -1},
      {"&link->subjects[i].key", "link.subjects[7].key", 7, 31, -1},
      {"state", "randoms[4].state", 4, 63, -1},
      {"&world->shots", "shots", 0, 0, -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    Flip flip = {.tick = 450, .name = places[i].name, .nth = places[i].nth, .bit = places[i].bit};
    g_autoptr (EngineComparison) comparison = compare_flipped (replay, flip);
    const EngineFieldDifference *field = first_field (comparison);

    g_assert_cmpuint (comparison->tick, ==, 450);
    g_assert_cmpuint (comparison->fields->len, ==, 1);
    g_assert_cmpstr (field->path, ==, places[i].path);
    g_assert_cmpint (field->unit.index, ==, places[i].unit);
  }
}

/* ---- Other recordings ---------------------------------------------------------------------- */

/* One order taken back: they part at the tick in which it was taken, in what is new then.  */
static void
test_other_order (void)
{
  g_autoptr (ScenarioReplay) a = record (3, SIM_TICK_NEVER), b = record (3, SIM_TICK_NEVER);
  const guint victim = 0;
  SimTick given = g_array_index (a->commands, ScenarioReplayCommand, victim).tick;
  g_autoptr (EngineComparison) comparison = NULL, same = NULL;
  gboolean has_verb = FALSE;

  g_assert_cmpuint (a->commands->len, >, victim);
  g_array_index (b->commands, ScenarioReplayCommand, victim).command.verb ^= 1;
  comparison = compare (a, b);
  g_assert_false (comparison->equal);
  g_assert_cmpint (comparison->command, ==, (int) victim);
  g_assert_cmpuint (comparison->command_a, ==, given);
  g_assert_cmpuint (comparison->command_b, ==, given);
  g_assert_cmpuint (comparison->tick, ==, given + 1);
  for (guint i = 0; i < comparison->fields->len; i++) {
    const EngineFieldDifference *field = g_ptr_array_index (comparison->fields, i);

    has_verb |= strcmp (field->path, "orders[0].command.verb") == 0;
  }
  g_assert_true (has_verb);
  same = compare (b, b);
  g_assert_true (same->equal);
}

/* An order that only one has: fields that the other does not.  */
static void
test_missing_order (void)
{
  g_autoptr (ScenarioReplay) a = record (3, SIM_TICK_NEVER), b = record (3, SIM_TICK_NEVER);
  g_autoptr (EngineComparison) comparison = NULL;
  guint n_missing = 0;

  g_array_set_size (b->commands, b->commands->len - 1);
  comparison = compare (a, b);
  g_assert_false (comparison->equal);
  g_assert_cmpint (comparison->command, ==, (int) b->commands->len);
  g_assert_cmpuint (comparison->command_b, ==, SIM_TICK_NEVER);
  for (guint i = 0; i < comparison->fields->len; i++)
    n_missing += ((EngineFieldDifference *) g_ptr_array_index (comparison->fields, i))->b == NULL;
  g_assert_cmpuint (n_missing, >, 0);
}

static void
test_other_seed (void)
{
  g_autoptr (ScenarioReplay) a = record (3, 500), b = record (4, 500);
  g_autoptr (EngineComparison) comparison = compare (a, b);

  g_assert_false (comparison->equal);
  g_assert_cmpuint (comparison->tick, ==, 0);
}

static void
test_longer (void)
{
  g_autoptr (ScenarioReplay) a = record (3, 510), b = record (3, 730);
  g_autoptr (EngineComparison) comparison = compare (a, b);

  g_assert_false (comparison->equal);
  g_assert_cmpuint (comparison->fields->len, ==, 0);
  g_assert_cmpuint (comparison->tick, ==, 510);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/compare/equal", test_equal);
  g_test_add_func ("/engine/compare/flipped-bit", test_flipped_bit);
  g_test_add_func ("/engine/compare/flipped-elsewhere", test_flipped_elsewhere);
  g_test_add_func ("/engine/compare/other-order", test_other_order);
  g_test_add_func ("/engine/compare/missing-order", test_missing_order);
  g_test_add_func ("/engine/compare/other-seed", test_other_seed);
  g_test_add_func ("/engine/compare/longer", test_longer);
  return g_test_run ();
}
