/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings of a battle in the middle of a story: what was carried into it, the Legion's record
 * and the people as they were then, is in them; without it, the same seed and orders are another
 * battle.  */
#include "campaign/campaign-story.h"
#include "engine/engine-compare.h"
#include "engine/engine-fork.h"
#include "engine/engine-run.h"
#include "engine/engine-save.h"
#include "scenario/scenario-truth.h"

#include <string.h>

#define BATTLE "first-link"
#define SEED 3
#define UNTIL SIM_SECONDS (400)

static const SimLearning some = {
  .battles = 4,
  .counter = {[SIM_TACTIC_AMBUSH] = 3, [SIM_TACTIC_RESERVE] = 2, [SIM_TACTIC_STAND] = 1},
  .unused = {[SIM_TACTIC_OTHER] = 2},
  .losses = {[SIM_TACTIC_AMBUSH] = 12.25f, [SIM_TACTIC_STAND] = 0.1f},
};

/* A battle was lost: two are dead, one of them the captain, one is trusted with a name.  */
static void
lose_two (Story *story)
{
  static const CampaignFate fates[] = {{"undertaker", TRUE, 0, 0},
                                       {"falke", TRUE, 0, 0},
                                       {"fafnir", FALSE, 2, -17.3f},
                                       {"wehrwolf", FALSE, 0, 40.7f}};
  g_autoptr (GError) error = NULL;

  campaign_roster_take_result (story->roster, "before", fates, G_N_ELEMENTS (fates), &error);
  g_assert_no_error (error);
  g_assert_true (campaign_roster_learn_name (story->roster, "wehrwolf"));
}

static ScenarioBattle *
load (Story *story)
{
  g_autoptr (GError) error = NULL;
  ScenarioBattle *battle =
      campaign_roster_load_battle (story->roster, story->campaign, BATTLE, &error);

  g_assert_no_error (error);
  return battle;
}

static EngineRun *
run (ScenarioBattle *battle, SimTick until, gboolean want_save)
{
  EngineRunOptions options = engine_run_options_default (battle);
  g_autoptr (GError) error = NULL;
  EngineRun *run;

  options.seed = SEED;
  options.staff = STAFF_BASIC;
  options.until = until;
  options.want_words = FALSE;
  options.want_replay = TRUE;
  options.want_save = want_save;
  run = engine_run (battle, &options, &error);
  g_assert_no_error (error);
  return run;
}

/* Through a file and back.  */
static ScenarioReplay *
keep (Story *story, const ScenarioReplay *replay)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  ScenarioReplay *read;

  scenario_replay_save (replay, story->path, &error);
  g_assert_no_error (error);
  g_assert_true (scenario_validate_file (story->path, problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  read = scenario_replay_load (story->path, &error);
  g_assert_no_error (error);
  return read;
}

static ScenarioReplay *
record (Story *story, SimTick until)
{
  g_autoptr (ScenarioBattle) battle = load (story);
  g_autoptr (EngineRun) done = run (battle, until, FALSE);

  return keep (story, done->replay);
}

static void
assert_verifies (const ScenarioReplay *replay)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (replay->hashes->len, >, 3);
  engine_replay_verify (replay, &error);
  g_assert_no_error (error);
}

static void
assert_differs (const ScenarioReplay *replay)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (engine_replay_verify (replay, &error));
  g_assert_error (error, ENGINE_ERROR, ENGINE_ERROR_DIFFERS);
}

/* ---- The same battle ----------------------------------------------------------------------- */

static void
test_learned (Story *story, gconstpointer data)
{
  g_autoptr (ScenarioReplay) replay = NULL;

  campaign_roster_take_learned (story->roster, &some);
  replay = record (story, UNTIL);
  g_assert_true (replay->carried.has_learned);
  g_assert_cmpmem (&replay->carried.learned, sizeof some, &some, sizeof some);
  assert_verifies (replay);
  replay->carried.learned.counter[SIM_TACTIC_RESERVE]--;
  assert_differs (replay);
  replay->carried.has_learned = FALSE;
  assert_differs (replay);
}

static void
test_people (Story *story, gconstpointer data)
{
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autoptr (ScenarioBattle) battle = NULL;
  g_autoptr (GError) error = NULL;

  lose_two (story);
  replay = record (story, UNTIL);
  assert_verifies (replay);
  battle = scenario_replay_load_battle (replay, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scenario_battle_n_people (battle), ==,
                    campaign_roster_n_alive (story->roster));
  for (guint i = 0; i < battle->squadron->len; i++) {
    const ScenarioMember *member = &g_array_index (battle->squadron, ScenarioMember, i);

    if (strcmp (member->machine.id, "wehrwolf") == 0) {
      g_assert_true (member->machine.name_known);
      g_assert_true (member->machine.captain);
    }
  }
  g_array_index (replay->carried.people, ScenarioCarriedPerson, 4).trust += 30;
  assert_differs (replay);
}

/* A battle of no story carries nothing, and its files are as they were.  */
static void
test_nothing_carried (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = scenario_battle_load (BATTLE, &error);
  g_autoptr (EngineRun) done = run (battle, SIM_SECONDS (60), FALSE);
  g_autoptr (ScenarioReplay) replay = keep (story, done->replay);
  g_autofree char *bytes = NULL;

  g_assert_false (replay->carried.has_learned);
  g_assert_null (replay->carried.people);
  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  g_assert_null (strstr (bytes, "\"learning\""));
  g_assert_null (strstr (bytes, "\"people\""));
  assert_verifies (replay);
}

static void
test_seek (Story *story, gconstpointer data)
{
  static const guint seconds[] = {95, 30, 200, 94, 0, 95};
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autoptr (ScenarioBattle) battle = NULL;
  g_autoptr (EngineReplayer) replayer = NULL;

  campaign_roster_take_learned (story->roster, &some);
  lose_two (story);
  replay = record (story, SIM_SECONDS (240));
  battle = load (story);
  replayer = engine_replayer_new (replay, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++) {
    g_autoptr (EngineMoment) moment = NULL;
    g_autoptr (EngineRun) straight = run (battle, SIM_SECONDS (seconds[i]), FALSE);

    engine_replayer_seek (replayer, SIM_SECONDS (seconds[i]));
    moment = engine_replayer_take_moment (replayer);
    g_assert_cmpuint (engine_moment_get_tick (moment), ==, SIM_SECONDS (seconds[i]));
    g_assert_cmphex (engine_moment_get_hash (moment), ==, straight->result.hash);
    g_assert_cmphex (engine_moment_get_picture_hash (moment), ==, straight->result.picture_hash);
  }
}

/* A save names its battle as a replay does.  */
static void
test_save (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = NULL, again = NULL;
  g_autoptr (EngineRun) straight = NULL, first = NULL, second = NULL;
  g_autoptr (ScenarioSave) save = NULL;
  EngineRunOptions options;

  campaign_roster_take_learned (story->roster, &some);
  lose_two (story);
  battle = load (story);
  straight = run (battle, UNTIL, FALSE);
  first = run (battle, SIM_SECONDS (151), TRUE);
  g_assert_true (scenario_save_write (first->save, story->path, &error));
  save = scenario_save_load (story->path, &error);
  g_assert_no_error (error);
  again = engine_save_load_scenario (save, &error);
  g_assert_no_error (error);
  options = engine_run_options_default (again);
  options.until = UNTIL;
  options.want_replay = TRUE;
  second = engine_run_on (save, again, &options, &error);
  g_assert_no_error (error);
  g_assert_cmphex (second->result.hash, ==, straight->result.hash);
  g_assert_cmphex (second->result.picture_hash, ==, straight->result.picture_hash);
  g_assert_cmpmem (&second->result.learned, sizeof some, &straight->result.learned, sizeof some);
  {
    g_autoptr (ScenarioReplay) replay = keep (story, second->replay);

    assert_verifies (replay);
  }
}

static gboolean
on_fork (guint64 seed, const EngineRun *run, gpointer data)
{
  *(guint64 *) data = run->result.hash;
  return TRUE;
}

/* From a moment on with the recorded luck: the recorded end.  */
static void
test_fork (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autoptr (EngineFork) fork = NULL;
  guint64 hash = 0;

  campaign_roster_take_learned (story->roster, &some);
  lose_two (story);
  replay = record (story, SIM_TICK_NEVER);
  fork = engine_fork_new (replay, SIM_SECONDS (100), NULL, NULL, &error);
  g_assert_no_error (error);
  engine_fork_sweep (fork, SEED, SEED, 1, on_fork, &hash, &error);
  g_assert_no_error (error);
  g_assert_cmphex (hash, ==,
                   g_array_index (replay->hashes, ScenarioReplayHash, replay->hashes->len - 1).world);
}

/* ---- Two of them ---------------------------------------------------------------------------- */

static gboolean
names_field (const EngineComparison *comparison, const char *part)
{
  for (guint i = 0; i < comparison->fields->len; i++)
    if (strstr (((EngineFieldDifference *) g_ptr_array_index (comparison->fields, i))->path, part) !=
        NULL)
      return TRUE;
  return FALSE;
}

static EngineComparison *
compare (const ScenarioReplay *a, const ScenarioReplay *b)
{
  g_autoptr (GError) error = NULL;
  EngineComparison *comparison = engine_compare_replays (a, b, &error);

  g_assert_no_error (error);
  return comparison;
}

static void
test_compare (Story *story, gconstpointer data)
{
  g_autoptr (ScenarioReplay) plain = record (story, SIM_SECONDS (60)), learned = NULL,
                             fewer = NULL;
  g_autoptr (EngineComparison) same = NULL, other = NULL, others = NULL;

  campaign_roster_take_learned (story->roster, &some);
  learned = record (story, SIM_SECONDS (60));
  lose_two (story);
  fewer = record (story, SIM_SECONDS (60));
  same = compare (learned, learned);
  g_assert_true (same->equal);
  other = compare (plain, learned);
  g_assert_false (other->equal);
  g_assert_cmpuint (other->tick, ==, 0);
  g_assert_true (names_field (other, "learning"));
  others = compare (learned, fewer);
  g_assert_false (others->equal);
  g_assert_cmpuint (others->tick, ==, 0);
  g_assert_cmpuint (others->fields->len, >, 0);
}

/* ---- What can not have been ----------------------------------------------------------------- */

/* The file with one text in the place of another under a sound envelope, as if it had been written
 * so.  */
static void
forge (Story *story, const char *from, const char *to)
{
  g_autofree char *bytes = NULL, *sum = NULL, *old_sum = NULL, *old_length = NULL, *length = NULL;
  g_autoptr (GString) body = NULL, head = NULL;
  char *end;

  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  end = strchr (bytes, '\n') + 1;
  old_sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, end, -1);
  old_length = g_strdup_printf ("\"length\":%" G_GSIZE_FORMAT, strlen (end));
  body = g_string_new (end);
  head = g_string_new_len (bytes, end - bytes);
  g_assert_cmpuint (g_string_replace (body, from, to, 1), ==, 1);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body->str, -1);
  length = g_strdup_printf ("\"length\":%" G_GSIZE_FORMAT, body->len);
  g_assert_cmpuint (g_string_replace (head, old_sum, sum, 1), ==, 1);
  g_assert_cmpuint (g_string_replace (head, old_length, length, 1), ==, 1);
  g_string_append (head, body->str);
  g_assert_true (g_file_set_contents (story->path, head->str, -1, NULL));
}

/* The file is refused with a sentence that has this in it.  */
static void
assert_refused (Story *story, const char *from, const char *to, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  forge (story, from, to);
  g_assert_null (scenario_replay_load (story->path, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  if (strstr (error->message, says) == NULL || strstr (error->message, ":2:") == NULL)
    g_error ("\"%s\" does not say \"%s\" and the line", error->message, says);
  g_assert_true (g_file_set_contents (story->path, bytes, -1, NULL));
}

static void
test_hostile (Story *story, gconstpointer data)
{
  static const char *const changes[][3] = {
      {"\"level\":3", "\"level\":4", "/learning/ambush/level"},
      {"\"level\":3", "\"level\":-1", "/learning/ambush/level"},
      {"\"level\":3", "\"level\":\"3\"", "/learning/ambush/level"},
      {"\"battles\":4", "\"battles\":65536", "/learning/battles"},
      {"\"battles\":4", "\"wars\":4", "/learning/wars"},
      {"\"losses\":12.25", "\"losses\":1e300", "/learning/ambush/losses"},
      {"\"reserve\":{", "\"rezerve\":{", "reserve"},
      {"\"learning\":{", "\"learning\":4, \"stand\":{", "/learning"},
      {"\"wounds\":2", "\"wounds\":3", "/people/3/wounds"},
      {"\"id\":\"falke\"", "\"id\":\"fafnir\"", "/people/3/id"},
      {"\"id\":\"falke\"", "\"id\":\"../falke\"", "/people/2/id"},
      {"\"id\":\"falke\",", "", "/people/2"},
  };
  g_autoptr (ScenarioReplay) replay = NULL;

  campaign_roster_take_learned (story->roster, &some);
  lose_two (story);
  replay = record (story, SIM_SECONDS (10));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    assert_refused (story, changes[i][0], changes[i][1], changes[i][2]);
}

/* A byte of it changed on the disk.  */
static void
test_damaged (Story *story, gconstpointer data)
{
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  campaign_roster_take_learned (story->roster, &some);
  replay = record (story, SIM_SECONDS (10));
  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  *strstr (strstr (bytes, "\"learning\""), "3") = '2';
  g_assert_true (g_file_set_contents (story->path, bytes, -1, NULL));
  g_assert_null (scenario_replay_load (story->path, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "the file is damaged"));
}

/* Sound, and of other people: it can not be played, and that is said.  */
static void
assert_unplayable (Story *story, const char *from, const char *to, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  forge (story, from, to);
  replay = scenario_replay_load (story->path, &error);
  g_assert_no_error (error);
  g_assert_null (engine_replayer_new (replay, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  if (strstr (error->message, says) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, says);
  g_assert_true (g_file_set_contents (story->path, bytes, -1, NULL));
}

static void
test_other_people (Story *story, gconstpointer data)
{
  static const char person[] = "{\"id\":\"nobody\",\"alive\":true,\"wounds\":0,\"trust\":0,"
                               "\"name_known\":false},";
  g_autofree char *one_more = g_strconcat ("\"people\":[", person, NULL);
  g_autoptr (ScenarioReplay) replay = NULL, of_none = NULL;
  g_autoptr (ScenarioBattle) training = NULL;
  g_autoptr (GError) error = NULL;

  lose_two (story);
  replay = record (story, SIM_SECONDS (10));
  assert_unplayable (story, "\"id\":\"falke\"", "\"id\":\"nobody\"", "“spearhead”");
  assert_unplayable (story, "\"people\":[", one_more, "“spearhead”");
  training = scenario_battle_load ("training", &error);
  g_assert_no_error (error);
  of_none = scenario_replay_new (training, 1);
  of_none->carried.people = g_array_ref (replay->carried.people);
  g_assert_null (scenario_replay_load_battle (of_none, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“training”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func)                                                                          \
  g_test_add ("/engine/carried/" path, Story, "one.h1replay", story_set_up, func, story_tear_down)
  TEST ("learned", test_learned);
  TEST ("people", test_people);
  TEST ("nothing-carried", test_nothing_carried);
  TEST ("seek", test_seek);
  TEST ("save", test_save);
  TEST ("fork", test_fork);
  TEST ("compare", test_compare);
  TEST ("hostile", test_hostile);
  TEST ("damaged", test_damaged);
  TEST ("other-people", test_other_people);
#undef TEST
  return g_test_run ();
}
