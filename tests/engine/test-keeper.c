/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A battle that is kept: what lies on the disk at any moment is the battle as it is, and goes on as it would
 * have; that it is kept changes nothing.  */
#include "engine/engine-keeping.h"
#include "engine/engine-player.h"
#include "engine/engine-replayer-private.h"
#include "engine/engine-resume.h"
#include "engine/engine-run.h"
#include "scenario/scenario-journal.h"
#include "scenario/scenario-kept.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder, *saves, *replays, *copy;
  ScenarioBattle *scenario;
  EngineKeeper *keeper;
  guint n_changed, n_saved, n_save_failed, n_failed, n_recovered;
  char *told;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
saved_cb (Fixture *fixture, const char *path)
{
  g_set_str (&fixture->told, path);
  fixture->n_saved++;
}

static void
save_failed_cb (Fixture *fixture, const char *message)
{
  g_set_str (&fixture->told, message);
  fixture->n_save_failed++;
}

static void
failed_cb (Fixture *fixture, const char *message)
{
  g_set_str (&fixture->told, message);
  fixture->n_failed++;
}

static void
recovered_cb (Fixture *fixture)
{
  fixture->n_recovered++;
}

static void
open_keeper (Fixture *fixture)
{
  fixture->keeper = engine_keeper_new (fixture->saves, fixture->replays);
  g_signal_connect_swapped (fixture->keeper, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->keeper, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect_swapped (fixture->keeper, "save-failed", G_CALLBACK (save_failed_cb), fixture);
  g_signal_connect_swapped (fixture->keeper, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect_swapped (fixture->keeper, "recovered", G_CALLBACK (recovered_cb), fixture);
}

static void
close_keeper (Fixture *fixture)
{
  engine_keeper_close (fixture->keeper);
  g_signal_handlers_disconnect_by_data (fixture->keeper, fixture);
  g_clear_object (&fixture->keeper); /* a battle may still hold it */
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("handler-one-keeper-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->saves = g_build_filename (fixture->folder, "saves", NULL);
  fixture->replays = g_build_filename (fixture->folder, "replays", NULL);
  fixture->copy = g_build_filename (fixture->folder, "copy", NULL);
  fixture->scenario = player_load_training ();
  open_keeper (fixture);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *below = g_build_filename (path, name, NULL);

    remove_tree (below);
  }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->keeper != NULL)
    close_keeper (fixture);
  scenario_battle_unref (fixture->scenario);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->saves);
  g_free (fixture->replays);
  g_free (fixture->copy);
  g_free (fixture->told);
}

/* ---- Playing ------------------------------------------------------------------------------- */

static Player *
play (Fixture *fixture, StaffKind staff)
{
  EngineOptions options = player_options (fixture->scenario);

  options.staff = staff;
  options.keeper = fixture->keeper;
  return player_new (fixture->scenario, &options);
}

/* As a person does, while the staff officer gives orders of his own.  */
static void
give_orders (Player *player, guint turn)
{
  static const char *const said[] = {"kestrel, move to delta zero four", "all units, hold", "situation",
                                     "magpie, scout delta zero five", "mark delta zero four as Mill",
                                     "all units, report", "net short"};

  engine_battle_say (player->battle, NULL, said[turn % G_N_ELEMENTS (said)], NULL);
  engine_battle_set_speed (player->battle, turn % 2 == 0 ? 10 : 40);
}

/* Turns the main loop until a file of the saves has these words in it.  */
static void
wait_for_file (Fixture *fixture, const char *name, const char *words)
{
  g_autofree char *path = g_build_filename (fixture->saves, name, NULL);
  gboolean there = FALSE;

  for (guint tries = 0; !there && tries < 6000; tries++) {
    g_autofree char *text = NULL;

    while (g_main_context_iteration (NULL, FALSE))
      ;
    there = g_file_get_contents (path, &text, NULL, NULL) && strstr (text, words) != NULL;
    if (!there)
      g_usleep (10000);
  }
  if (!there)
    g_error ("waited in vain for “%s” in %s", words, path);
}

static void
wait_for_journal (Fixture *fixture, guint slot)
{
  g_autofree char *name = g_strdup_printf ("autosave-%u.h1journal", slot + 1);

  wait_for_file (fixture, name, "handler-one/journal");
}

/* What a crash at this moment leaves, whatever is being written.  */
static void
copy_saves (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->saves, 0, NULL);
  const char *name;

  remove_tree (fixture->copy);
  g_mkdir (fixture->copy, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *from = g_build_filename (fixture->saves, name, NULL);
    g_autofree char *to = g_build_filename (fixture->copy, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;

    if (g_file_get_contents (from, &bytes, &length, NULL))
      g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
  }
}

static gboolean
is_over (const char *folder)
{
  g_autoptr (ScenarioRing) ring = scenario_ring_new (folder);
  gboolean ended = FALSE;

  scenario_ring_read (ring);
  for (guint slot = 0; slot < SCENARIO_RING_SLOTS; slot++)
    ended |= ring->slots[slot].ended;
  return ended;
}

static EngineResume *
resume_from (const char *folder)
{
  g_autoptr (ScenarioOffer) offer = scenario_offer_find (folder, 0);
  g_autoptr (GError) error = NULL;
  EngineResume *resume;

  g_assert_nonnull (offer->path);
  resume = engine_resume_load (offer->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (engine_resume_get_problem (resume), ==, NULL);
  return resume;
}

static ScenarioReplay *
load_replay (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->replays, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  ScenarioReplay *replay;
  const char *name;

  g_assert_nonnull (dir);
  name = g_dir_read_name (dir);
  g_test_message ("%s", name);
  g_assert_true (g_regex_match_simple ("^20\\d\\d-\\d\\d-\\d\\d-\\d{6}-training\\.h1replay$", name, 0, 0));
  path = g_build_filename (fixture->replays, name, NULL);
  g_assert_null (g_dir_read_name (dir)); /* one battle, one replay */
  replay = scenario_replay_load (path, &error);
  g_assert_no_error (error);
  return replay;
}

static gboolean
has_edit_at (const ScenarioReplay *replay, SimTick tick)
{
  for (guint i = 0; i < replay->commands->len; i++) {
    const ScenarioReplayCommand *entry = &g_array_index (replay->commands, ScenarioReplayCommand, i);

    if (entry->is_edit && entry->tick == tick)
      return TRUE;
  }
  return FALSE;
}

/* Each crash, told by its moment and hashes, is a moment of the battle that was played.  */
static void
assert_moments (const ScenarioReplay *replay, const GArray *moments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineReplayer) replayer = engine_replayer_new (replay, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < moments->len; i++) {
    const ScenarioReplayHash *moment = &g_array_index (moments, ScenarioReplayHash, i);
    g_autoptr (EngineMoment) then = NULL;

    engine_replayer_seek (replayer, moment->tick);
    then = engine_replayer_take_moment (replayer);
    g_assert_cmphex (engine_moment_get_hash (then), ==, moment->world);
    /* The replay's moment is behind the edits of its tick; the crash may have been before them.  */
    if (!has_edit_at (replay, moment->tick))
      g_assert_cmphex (engine_moment_get_picture_hash (then), ==, moment->picture);
  }
}

/* Crashes again and again: the disk alone leads to the moment, with the orders of both.  */
static void
test_crashes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Player) player = play (fixture, STAFF_BASIC);
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (ScenarioReplayHash));
  g_autoptr (ScenarioReplay) replay = NULL;
  guint n_given = 0;

  wait_for_journal (fixture, 0);
  for (guint turn = 0; turn < 12 && player->ended == 0; turn++) {
    g_autoptr (EngineResume) resume = NULL;
    ScenarioReplayHash moment;

    give_orders (player, turn);
    player_for (player, 0.12);
    if (turn % 4 == 3)
      engine_battle_set_paused (player->battle, TRUE); /* an autosave */
    player_for (player, 0.1);
    copy_saves (fixture);
    if (is_over (fixture->copy))
      break; /* on a slow computer */
    resume = resume_from (fixture->copy);
    moment = (ScenarioReplayHash){engine_resume_get_tick (resume), engine_resume_get_hash (resume),
                                  engine_resume_get_picture_hash (resume)};
    g_array_append_val (moments, moment);
    n_given += engine_resume_get_n_given (resume);
    engine_battle_set_paused (player->battle, FALSE);
  }
  g_assert_cmpuint (n_given, >, 0);
  engine_battle_shutdown (player->battle);
  close_keeper (fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  replay = load_replay (fixture);
  assert_moments (replay, moments);
}

static void
damage (const char *folder, guint slot)
{
  g_autofree char *name = g_strdup_printf ("autosave-%u.h1save", slot + 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

/* The newest autosave is damaged, and the one before: their journals lead from the third to the same
 * moment all the same.  */
static void
test_damaged_newest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Player) player = play (fixture, STAFF_BASIC);
  g_autoptr (EngineResume) sound = NULL, mended = NULL;

  wait_for_journal (fixture, 0);
  for (guint turn = 0; turn < 3; turn++) {
    give_orders (player, turn);
    player_for (player, 0.15);
    engine_battle_set_paused (player->battle, TRUE);
    wait_for_journal (fixture, turn + 1);
    engine_battle_set_paused (player->battle, FALSE);
  }
  give_orders (player, 0);
  wait_for_file (fixture, "autosave-4.h1journal", "\"command\"");
  copy_saves (fixture);
  sound = resume_from (fixture->copy);
  damage (fixture->copy, 3);
  damage (fixture->copy, 2);
  mended = resume_from (fixture->copy);
  g_assert_cmpuint (engine_resume_get_n_given (mended), >, engine_resume_get_n_given (sound));
  g_assert_cmpuint (engine_resume_get_tick (mended), ==, engine_resume_get_tick (sound));
  g_assert_cmphex (engine_resume_get_hash (mended), ==, engine_resume_get_hash (sound));
  g_assert_cmphex (engine_resume_get_picture_hash (mended), ==, engine_resume_get_picture_hash (sound));
}

/* The player’s order is numbered before those that the staff officer gives meanwhile, and given after them: they
 * keep their numbers.  */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  EngineCoreOptions options = {3, SIM_DIFFICULTY_STANDARD, STAFF_BASIC};
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineCore) core = engine_core_new (fixture->scenario, &options, &error);
  g_autoptr (EngineKeeping) keeping = NULL;
  g_autoptr (EngineResume) resume = NULL;
  EngineClock clock;
  EngineInput input = {.kind = ENGINE_INPUT_COMMAND};

  g_assert_no_error (error);
  engine_clock_init (&clock, 1, FALSE, 0);
  keeping = engine_keeping_new (fixture->keeper, core, 4711);
  engine_keeping_advance (keeping, &clock, 1);
  input.command = (SimCommand){.verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};
  input.command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  input.command.id = engine_core_next_id (core);
  engine_core_run (core, 400);
  g_assert_cmpuint (engine_core_next_id (core), >, input.command.id + 1); /* he gave some */
  engine_core_submit (core, &input.command);
  engine_keeping_note (keeping, &input);
  engine_core_run (core, 450);
  engine_keeping_advance (keeping, &clock, 2 * ENGINE_MARK_US);
  close_keeper (fixture);
  resume = resume_from (fixture->saves);
  g_assert_cmpuint (engine_resume_get_tick (resume), ==, 450);
  g_assert_cmphex (engine_resume_get_hash (resume), ==, engine_core_hash (core));
}

/* ---- Going on ------------------------------------------------------------------------------ */

static char *
caption_line (GListModel *captions, guint i)
{
  g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);

  return g_strdup_printf ("%u %s: %s", engine_caption_get_kind (caption),
                          engine_caption_get_speaker (caption), engine_caption_get_text (caption));
}

/* Line by line, in any order of those of one moment.  */
static void
assert_same_captions (EngineBattle *a, EngineBattle *b)
{
  GListModel *models[] = {engine_battle_get_captions (a), engine_battle_get_captions (b)};
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (models[0]);

  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (models[1]));
  for (guint i = 0; i < n; i++)
    g_hash_table_add (lines, caption_line (models[0], i));
  for (guint i = 0; i < n; i++) {
    g_autofree char *line = caption_line (models[1], i);

    if (!g_hash_table_contains (lines, line))
      g_error ("“%s” was not said", line);
  }
}

static gboolean
is_still (Player *player, gpointer data)
{
  return engine_battle_get_frame (player->battle)->paused;
}

static void
count_cb (EngineBattle *battle, gpointer what, guint *n)
{
  ++*n;
}

/* What was told lately, and none of it in a battle that is new.  */
static void
assert_recent (EngineBattle *battle, guint n_reports, guint n_changes)
{
  const GArray *recent = engine_battle_get_recent (battle);
  guint n[SIM_N_MESSAGES] = {0};

  g_assert_nonnull (recent);
  for (guint i = 0; i < recent->len; i++) {
    const SimMessage *message = &g_array_index (recent, SimMessage, i);

    n[message->kind]++;
    g_assert_true (i == 0 || message->t >= g_array_index (recent, SimMessage, i - 1).t);
  }
  g_assert_cmpuint (n_reports, >, 0);
  g_assert_cmpuint (n[SIM_MESSAGE_REPORT], ==, n_reports);
  g_assert_cmpuint (n[SIM_MESSAGE_ORDER], ==, n_changes);
}

/* Left in the midst of it, and gone on with: it looks as it did, and ends as it would have.  */
static void
test_left_and_continued (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Player) player = play (fixture, STAFF_BASIC);
  guint n_reports = 0, n_changes = 0;
  EngineOptions options = {.language = "en"};
  g_autoptr (EngineResume) resume = NULL;
  g_autoptr (EngineBattle) battle = NULL;
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (engine_battle_get_recent (player->battle));
  g_signal_connect (player->battle, "report", G_CALLBACK (count_cb), &n_reports);
  g_signal_connect (player->battle, "order-changed", G_CALLBACK (count_cb), &n_changes);
  give_orders (player, 0);
  give_orders (player, 2);
  engine_battle_set_speed (player->battle, 20);
  player_until_tick (player, 600, 30);
  engine_battle_set_paused (player->battle, TRUE);
  player_until (player, 5, is_still, NULL);
  give_orders (player, 1); /* while it stands still */
  engine_battle_set_speed (player->battle, 5);
  engine_battle_shutdown (player->battle);
  close_keeper (fixture);

  resume = resume_from (fixture->saves);
  g_assert_cmpuint (engine_resume_get_tick (resume), ==, engine_battle_get_frame (player->battle)->now);
  open_keeper (fixture);
  options.keeper = fixture->keeper;
  engine_resume_fill_options (resume, &options);
  g_assert_cmpuint (options.staff, ==, STAFF_BASIC);
  battle = engine_battle_resume (resume, &options, &error);
  g_assert_no_error (error);
  g_assert_true (engine_battle_get_paused (battle));
  g_assert_cmpfloat (engine_battle_get_speed (battle), ==, 5);
  assert_same_captions (player->battle, battle);
  assert_recent (battle, n_reports, n_changes);

  engine_battle_set_speed (battle, 60);
  engine_battle_set_paused (battle, FALSE);
  while (engine_battle_get_result (battle) == NULL)
    g_main_context_iteration (NULL, TRUE);
  engine_battle_shutdown (battle);
  close_keeper (fixture);
  /* One replay of the whole, which plays to the same end, and nothing to go on with.  */
  replay = load_replay (fixture);
  g_assert_cmpuint (replay->end, >, 600);
  g_assert_true (engine_replay_verify (replay, &error));
  g_assert_no_error (error);
  {
    g_autoptr (ScenarioOffer) offer = scenario_offer_find (fixture->saves, 0);

    g_assert_null (offer->path);
    g_assert_cmpuint (offer->problems->len, ==, 0);
  }
}

/* A save by hand branches off: the battle that was left is still there.  */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Player) player = play (fixture, STAFF_NONE);
  g_autofree char *path = g_build_filename (fixture->folder, "mine", "a.h1save", NULL);
  g_autofree char *nowhere = g_build_filename ("/proc", "a.h1save", NULL);
  g_autoptr (EngineResume) resume = NULL;
  g_autoptr (GError) error = NULL;
  SimTick saved_at;

  engine_battle_set_speed (player->battle, 20);
  player_until_tick (player, 20, 30);
  engine_battle_set_paused (player->battle, TRUE);
  player_until (player, 5, is_still, NULL);
  saved_at = engine_battle_get_frame (player->battle)->now;
  g_assert_true (engine_battle_save_to (player->battle, path));
  while (fixture->n_saved == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->told, ==, path);
  g_assert_true (engine_battle_save_to (player->battle, nowhere));
  while (fixture->n_save_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->told, "/proc/a.h1save"));
  resume = engine_resume_load (path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (engine_resume_get_tick (resume), ==, saved_at);
  engine_battle_shutdown (player->battle);
  g_assert_false (engine_battle_save_to (player->battle, path));
}

/* ---- What goes wrong ----------------------------------------------------------------------- */

/* A folder that can not be: told once, and the battle goes on.  */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Player) player = NULL;

  close_keeper (fixture);
  g_file_set_contents (fixture->saves, "a file", -1, NULL);
  open_keeper (fixture);
  player = play (fixture, STAFF_NONE);
  for (guint turn = 0; turn < 4; turn++) {
    give_orders (player, turn);
    engine_battle_set_paused (player->battle, turn % 2 == 0);
    player_for (player, 0.1);
  }
  engine_battle_set_paused (player->battle, FALSE);
  while (fixture->n_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  player_until_tick (player, 100, 30);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_nonnull (strstr (fixture->told, "autosave-1.h1save"));
  /* What is in the way goes, and the next is written.  */
  g_assert_cmpint (g_unlink (fixture->saves), ==, 0);
  give_orders (player, 0);
  engine_battle_set_paused (player->battle, TRUE);
  while (fixture->n_recovered == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_journal (fixture, 0);
}

static void
change_journal (const char *folder, const char *what)
{
  g_autofree char *path = g_build_filename (folder, "autosave-1.h1journal", NULL);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioJournal) journal = scenario_journal_read (path, problems, NULL);
  ScenarioJournalWriter writer;

  g_assert_nonnull (journal);
  scenario_journal_writer_init (&writer, &journal->head);
  for (guint i = 0; i < journal->entries->len; i++) {
    ScenarioJournalEntry *entry = &g_array_index (journal->entries, ScenarioJournalEntry, i);

    if (g_str_equal (what, "hash") && entry->kind == SCENARIO_JOURNAL_HASHES)
      entry->hashes.world++;
    if (g_str_equal (what, "machine") && entry->kind == SCENARIO_JOURNAL_COMMAND)
      entry->given.command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, 250};
    scenario_journal_writer_add (&writer, entry);
    if (g_str_equal (what, "number") && entry->kind == SCENARIO_JOURNAL_COMMAND)
      scenario_journal_writer_add (&writer, entry);
  }
  g_assert_true (g_file_set_contents (path, writer.lines->str, (gssize) writer.lines->len, NULL));
  scenario_journal_writer_clear (&writer);
}

/* Sealed rightly, and yet not of this battle: the save alone is gone on with, and that is said.  */
static void
test_journal_elsewhere (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {"hash", "machine", "number"};
  g_autoptr (Player) player = play (fixture, STAFF_NONE);
  g_autofree char *path = g_build_filename (fixture->copy, "autosave-1.h1save", NULL);

  wait_for_journal (fixture, 0);
  give_orders (player, 1);
  wait_for_file (fixture, "autosave-1.h1journal", "\"command\"");
  wait_for_file (fixture, "autosave-1.h1journal", "\"hashes\"");
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (EngineResume) resume = NULL;
    g_autoptr (GError) error = NULL;

    copy_saves (fixture);
    change_journal (fixture->copy, changes[i]);
    resume = engine_resume_load (path, TRUE, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (engine_resume_get_tick (resume), ==, 0);
    g_assert_cmpuint (engine_resume_get_n_given (resume), ==, 0);
    g_assert_nonnull (strstr (engine_resume_get_problem (resume), "autosave-1.h1journal"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/engine/keeper/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("crashes", test_crashes);
  TEST ("damaged-newest", test_damaged_newest);
  TEST ("numbers", test_numbers);
  TEST ("left-and-continued", test_left_and_continued);
  TEST ("by-hand", test_by_hand);
  TEST ("no-folder", test_no_folder);
  TEST ("journal-elsewhere", test_journal_elsewhere);
  return g_test_run ();
}
