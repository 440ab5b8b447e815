/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved and loaded, a battle goes on as if it never had been; what is damaged is refused, and said so. */
#include "engine/engine-core-private.h"
#include "engine/engine-save-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder, *path;
  ScenarioBattle *scenario;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("handler-one-save-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.h1save", NULL);
  fixture->scenario = scenario_battle_load ("training", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  scenario_battle_unref (fixture->scenario);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static EngineCore *
begin (Fixture *fixture, guint64 seed, StaffKind staff)
{
  EngineCoreOptions options = {seed, SIM_DIFFICULTY_STANDARD, staff};
  g_autoptr (GError) error = NULL;
  EngineCore *core = engine_core_new (fixture->scenario, &options, &error);

  g_assert_no_error (error);
  return core;
}

/* Through a file and back.  */
static EngineCore *
pass_through_file (Fixture *fixture, EngineCore *core)
{
  g_autoptr (ScenarioSave) save = engine_save_take (core), read = NULL;
  g_autoptr (GError) error = NULL;
  EngineCore *resumed;

  scenario_save_write (save, fixture->path, &error);
  g_assert_no_error (error);
  read = scenario_save_load (fixture->path, &error);
  g_assert_no_error (error);
  resumed = engine_save_resume (read, fixture->scenario, &error);
  g_assert_no_error (error);
  return resumed;
}

/* Through bytes alone.  */
static EngineCore *
pass_through_save (Fixture *fixture, EngineCore *core)
{
  g_autoptr (ScenarioSave) save = engine_save_take (core);
  g_autoptr (GError) error = NULL;
  EngineCore *resumed = engine_save_resume (save, fixture->scenario, &error);

  g_assert_no_error (error);
  return resumed;
}

static void
assert_same (EngineCore *a, EngineCore *b)
{
  g_assert_cmpuint (engine_core_tick (a), ==, engine_core_tick (b));
  g_assert_cmphex (engine_core_hash (a), ==, engine_core_hash (b));
  g_assert_cmphex (engine_core_picture_hash (a), ==, engine_core_picture_hash (b));
  if (a->staff != NULL)
    g_assert_cmphex (staff_hash (a->staff), ==, staff_hash (b->staff));
}

/* What is told after the battle, to the word.  */
static void
assert_same_result (Fixture *fixture, EngineCore *a, EngineCore *b)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrderBook) book = scenario_battle_book (fixture->scenario, "en", &error);
  EngineCore *cores[] = {a, b};
  EngineResult results[2] = {{0}, {0}};
  g_autoptr (ScenarioReplay) log_a = engine_core_dup_replay (a), log_b = engine_core_dup_replay (b);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (EngineAftermath) aftermath = engine_core_make_aftermath (cores[i]);

    engine_result_init (&results[i], aftermath, fixture->scenario, book);
  }
  g_assert_cmpuint (results[0].lines->len, ==, results[1].lines->len);
  for (guint i = 0; i < results[0].lines->len; i++) {
    g_autofree char *one = engine_line_dup_text (g_ptr_array_index (results[0].lines, i));
    g_autofree char *other = engine_line_dup_text (g_ptr_array_index (results[1].lines, i));

    g_assert_cmpstr (one, ==, other);
  }
  g_assert_cmpfloat (results[0].contact_gap_s, ==, results[1].contact_gap_s);
  g_assert_cmpuint (log_a->commands->len, ==, log_b->commands->len);
  g_assert_cmpuint (log_a->hashes->len, ==, log_b->hashes->len);
  for (guint i = 0; i < log_a->hashes->len; i++) {
    const ScenarioReplayHash *hash = &g_array_index (log_a->hashes, ScenarioReplayHash, i);

    g_assert_cmpuint (hash->tick, ==, g_array_index (log_b->hashes, ScenarioReplayHash, i).tick);
    g_assert_cmphex (hash->world, ==, g_array_index (log_b->hashes, ScenarioReplayHash, i).world);
  }
  for (guint i = 0; i < 2; i++)
    engine_result_clear (&results[i]);
}

/* Each tick of a minute of fighting is made by a battle that has just been loaded.  */
static void
test_every_tick (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EngineCore) straight = begin (fixture, 4, STAFF_GOOD);
  g_autoptr (EngineCore) hopping = begin (fixture, 4, STAFF_GOOD);

  engine_core_run (straight, SIM_SECONDS (60));
  engine_core_run (hopping, SIM_SECONDS (60));
  for (int i = 0; i < 600; i++) {
    EngineCore *next = pass_through_save (fixture, hopping);

    engine_core_free (hopping);
    hopping = next;
    engine_core_step (straight);
    engine_core_step (hopping);
    assert_same (straight, hopping);
  }
  engine_core_run (straight, SIM_TICK_NEVER);
  engine_core_run (hopping, SIM_TICK_NEVER);
  assert_same (straight, hopping);
  assert_same_result (fixture, straight, hopping);
}

/* Saved at any moment, by whoever plays, also when finished: the same end.  */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  const SimTick moments[] = {0, 1, 99, 100, 455, 1333, SIM_TICK_NEVER};
  const StaffKind staffs[] = {STAFF_NONE, STAFF_BASIC, STAFF_GOOD};

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    StaffKind staff = staffs[i % G_N_ELEMENTS (staffs)];
    g_autoptr (EngineCore) straight = begin (fixture, i, staff), resumed = NULL;
    g_autoptr (EngineCore) first = begin (fixture, i, staff);

    engine_core_run (first, moments[i]);
    resumed = pass_through_file (fixture, first);
    engine_core_run (straight, SIM_TICK_NEVER);
    engine_core_run (resumed, SIM_TICK_NEVER);
    assert_same (straight, resumed);
    assert_same_result (fixture, straight, resumed);
  }
}

/* An order that the world has not taken yet is not lost.  */
static void
test_waiting_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EngineCore) straight = begin (fixture, 2, STAFF_NONE), resumed = NULL;
  SimCommand hold = {.verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};

  hold.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  engine_core_run (straight, 205);
  engine_core_submit (straight, &hold);
  resumed = pass_through_file (fixture, straight);
  engine_core_run (straight, 900);
  engine_core_run (resumed, 900);
  assert_same (straight, resumed);
  g_assert_cmpuint (sim_world_result (engine_core_world (resumed)).orders_given, ==, 1);
  g_assert_cmpuint (engine_core_next_id (straight), ==, engine_core_next_id (resumed));
}

/* ---- Damage -------------------------------------------------------------------------------- */

static void
assert_refused (Fixture *fixture, ScenarioSave *save, const char *says)
{
  g_autoptr (GError) error = NULL;
  EngineCore *core = engine_save_resume (save, fixture->scenario, &error);

  g_assert_null (core);
  g_assert_nonnull (error);
  if (strstr (error->message, says) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, says);
}

/* A byte changed in the file: its checksum tells, with a sentence.  */
static void
test_damaged_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EngineCore) core = begin (fixture, 3, STAFF_BASIC);
  g_autoptr (ScenarioSave) save = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  engine_core_run (core, 500);
  save = engine_save_take (core);
  scenario_save_write (save, fixture->path, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &bytes, &length, &error);
  g_assert_no_error (error);
  for (gsize at = 0; at < length; at += length / 41) {
    g_autoptr (GError) why = NULL, done = NULL;

    bytes[at] ^= 1;
    g_file_set_contents (fixture->path, bytes, (gssize) length, &done);
    g_assert_no_error (done);
    g_assert_null (scenario_save_load (fixture->path, &why));
    g_assert_error (why, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
    g_assert_cmpstr (why->message, !=, "");
    g_file_set_contents (fixture->path, bytes, (gssize) at, &done);
    g_assert_no_error (done);
    g_clear_error (&why);
    g_assert_null (scenario_save_load (fixture->path, &why));
    g_assert_error (why, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
    bytes[at] ^= 1;
  }
}

static GBytes *
with_flipped_byte (GBytes *bytes, gsize at)
{
  gsize length;
  guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));

  copy[at] ^= 1;
  return g_bytes_new_take (copy, length);
}

/* What was said is kept with it, to the word.  */
static void
test_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EngineCore) core = begin (fixture, 5, STAFF_BASIC), resumed = NULL;
  const GArray *kept = engine_core_keep_messages (core);
  const SimTarget from = {.kind = SIM_TARGET_POSITION, .position = {2500, 4500}};
  const EngineNotice *moved;

  engine_core_run (core, 700);
  engine_core_note_notice (core, 700, "Nobody is silent.", NULL);
  engine_core_note_notice (core, 700, "Bearings are from C05 now.", &from);
  resumed = pass_through_file (fixture, core);
  g_assert_cmpuint (kept->len, >, 10);
  g_assert_cmpuint (resumed->kept->len, ==, kept->len);
  for (guint i = 0; i < kept->len; i++) {
    const SimMessage *a = &g_array_index (kept, SimMessage, i);
    const SimMessage *b = &g_array_index (resumed->kept, SimMessage, i);

    g_assert_cmpuint (a->kind, ==, b->kind);
    g_assert_cmpuint (a->t, ==, b->t);
    if (a->kind == SIM_MESSAGE_TRANSMISSION_BEGUN)
      g_assert_cmpuint (a->transmission.words.phrase, ==, b->transmission.words.phrase);
  }
  g_assert_cmpuint (resumed->notices->len, ==, 2);
  g_assert_cmpstr (g_array_index (resumed->notices, EngineNotice, 0).text, ==, "Nobody is silent.");
  g_assert_false (g_array_index (resumed->notices, EngineNotice, 0).moves_bearings);
  moved = &g_array_index (resumed->notices, EngineNotice, 1);
  g_assert_true (moved->moves_bearings);
  g_assert_cmpint (moved->bearings.kind, ==, SIM_TARGET_POSITION);
  g_assert_cmpfloat (moved->bearings.position.x, ==, 2500);
  engine_core_run (core, 900);
  engine_core_run (resumed, 900);
  assert_same (core, resumed);
  g_assert_cmpuint (resumed->kept->len, ==, kept->len);
}

/* The file may be whole and the state in it not: each part has its own seal.  */
static void
test_damaged_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EngineCore) core = begin (fixture, 3, STAFF_BASIC);

  engine_core_keep_messages (core);
  engine_core_run (core, 500);
  engine_core_note_notice (core, 500, "Nobody is silent.", NULL);
  for (guint part = 0; part < SCENARIO_SAVE_N_PARTS; part++) {
    g_autoptr (ScenarioSave) save = engine_save_take (core);
    GBytes *good = save->parts[part];
    gsize length = g_bytes_get_size (good);

    for (gsize at = 0; at < length; at += 1 + length / 29) {
      save->parts[part] = with_flipped_byte (good, at);
      assert_refused (fixture, save, "damaged");
      g_bytes_unref (save->parts[part]);
      save->parts[part] = g_bytes_new (g_bytes_get_data (good, NULL), at);
      assert_refused (fixture, save, "damaged");
      g_bytes_unref (save->parts[part]);
    }
    save->parts[part] = good;
  }
}

/* What could not be written is not said to have been.  */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EngineCore) core = begin (fixture, 3, STAFF_NONE);
  g_autoptr (ScenarioSave) save = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.h1save", NULL);
  g_autoptr (GError) error = NULL;

  engine_core_run (core, 10);
  save = engine_save_take (core);
  g_assert_false (scenario_save_write (save, nowhere, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ);
  g_clear_error (&error);
  /* A folder stands where the file is to be.  */
  g_assert_false (scenario_save_write (save, fixture->folder, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ);
}

/* Sound parts that are not of one moment, or of another battle.  */
static void
test_mixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EngineCore) core = begin (fixture, 3, STAFF_BASIC);
  g_autoptr (ScenarioSave) early = NULL, late = NULL;

  engine_core_run (core, 500);
  early = engine_save_take (core);
  engine_core_run (core, 600);
  late = engine_save_take (core);
  for (guint part = SCENARIO_SAVE_WORLD; part <= SCENARIO_SAVE_PICTURE; part++) {
    GBytes *own = late->parts[part];

    late->parts[part] = early->parts[part];
    assert_refused (fixture, late, "not that of its battle");
    late->parts[part] = own;
  }
  late->log->seed++;
  assert_refused (fixture, late, "damaged");
  late->log->seed--;
  g_array_index (late->log->commands, ScenarioReplayCommand, 0).command.addressees[0].index = 99;
  g_array_index (late->log->commands, ScenarioReplayCommand, 0).command.addressees[0].kind =
      SIM_ADDRESSEE_UNIT;
  assert_refused (fixture, late, "does not fit");
  late->log->content_hash[0] = 'x';
  assert_refused (fixture, late, "have changed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/engine/save/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("every-tick", test_every_tick);
  TEST ("file", test_file);
  TEST ("said", test_said);
  TEST ("waiting-order", test_waiting_order);
  TEST ("unwritable", test_unwritable);
  TEST ("damaged-file", test_damaged_file);
  TEST ("damaged-state", test_damaged_state);
  TEST ("mixed", test_mixed);
  return g_test_run ();
}
