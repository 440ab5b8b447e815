/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replay files: what goes in comes out, what is damaged is named.  */
#include "scenario/scenario.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

typedef struct {
  char *folder;
  char *path;
  ScenarioBattle *battle;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("handler-one-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "one.h1replay", NULL);
  fixture->battle = scenario_battle_load ("training", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else was left there */
  g_free (fixture->path);
  g_free (fixture->folder);
  scenario_battle_unref (fixture->battle);
}

static SimTarget
random_target (GRand *random)
{
  return (SimTarget){
    .kind = (uint8_t) g_rand_int_range (random, 0, SIM_TARGET_UNIT + 1),
    .number = g_rand_int (random),
    .position = {(float) g_rand_double_range (random, 0, 8000),
                 (float) g_rand_double_range (random, 0, 6000)},
    .precise_m = (float) g_rand_double_range (random, 0, 500),
  };
}

static SimCommand
random_command (GRand *random, guint32 id)
{
  SimCommand command;

  memset (&command, 0, sizeof command);
  command.id = id;
  command.verb = (uint8_t) g_rand_int_range (random, 0, SIM_N_VERBS);
  command.posture = (uint8_t) g_rand_int_range (random, 0, SIM_N_POSTURES);
  command.timing = (uint8_t) g_rand_int_range (random, 0, SIM_N_TIMINGS);
  command.topic = (uint8_t) g_rand_int_range (random, 0, SIM_N_TOPICS);
  command.n_addressees = (uint8_t) g_rand_int_range (random, 1, SIM_MAX_ADDRESSEES + 1);
  for (guint i = 0; i < command.n_addressees; i++)
    command.addressees[i] = (SimAddressee){(uint8_t) g_rand_int_range (random, 0, 3),
                                           (uint32_t) g_rand_int_range (random, 0, 5)};
  command.target = random_target (random);
  command.n_via = (uint8_t) g_rand_int_range (random, 0, SIM_MAX_VIA + 1);
  for (guint i = 0; i < command.n_via; i++)
    command.via[i] = random_target (random);
  command.mark = (uint8_t) g_rand_int_range (random, 0, SIM_MAX_MARK + 1);
  command.facing_deg =
      g_rand_boolean (random) ? -1 : (float) g_rand_double_range (random, 0, 359.9);
  return command;
}

static ScenarioReplay *
random_replay (const ScenarioBattle *battle, GRand *random, guint n_commands)
{
  ScenarioReplay *replay = scenario_replay_new (battle, g_rand_int (random));

  replay->end = 300 + n_commands * 20;
  replay->difficulty = (guint) g_rand_int_range (random, 0, 3);
  for (guint i = 0; i < n_commands; i++) {
    ScenarioReplayCommand entry;

    memset (&entry, 0, sizeof entry);
    entry.tick = i * 3;
    entry.command = random_command (random, i + 1);
    g_array_append_val (replay->commands, entry);
  }
  for (SimTick tick = 100; tick <= replay->end; tick += 100) {
    ScenarioReplayHash hash = {tick, (guint64) g_rand_int (random) << 32 | g_rand_int (random),
                               (guint64) g_rand_int (random) << 32 | g_rand_int (random)};

    g_array_append_val (replay->hashes, hash);
  }
  return replay;
}

static void
assert_same_target (const SimTarget *one, const SimTarget *two)
{
  g_assert_cmpuint (one->kind, ==, two->kind);
  g_assert_cmpuint (one->number, ==, two->number);
  g_assert_true (one->position.x == two->position.x); /* to the last bit */
  g_assert_true (one->position.y == two->position.y);
  g_assert_true (one->precise_m == two->precise_m);
}

static void
assert_same_command (const SimCommand *one, const SimCommand *two)
{
  g_assert_cmpuint (one->id, ==, two->id);
  g_assert_cmpuint (one->verb, ==, two->verb);
  g_assert_cmpuint (one->posture, ==, two->posture);
  g_assert_cmpuint (one->timing, ==, two->timing);
  g_assert_cmpuint (one->topic, ==, two->topic);
  g_assert_cmpuint (one->mark, ==, two->mark);
  g_assert_true (one->facing_deg == two->facing_deg);
  g_assert_cmpuint (one->n_addressees, ==, two->n_addressees);
  for (guint i = 0; i < one->n_addressees; i++) {
    g_assert_cmpuint (one->addressees[i].kind, ==, two->addressees[i].kind);
    g_assert_cmpuint (one->addressees[i].index, ==, two->addressees[i].index);
  }
  assert_same_target (&one->target, &two->target);
  g_assert_cmpuint (one->n_via, ==, two->n_via);
  for (guint i = 0; i < one->n_via; i++)
    assert_same_target (&one->via[i], &two->via[i]);
}

static void
assert_same_commands (const GArray *one, const GArray *two)
{
  g_assert_cmpuint (one->len, ==, two->len);
  for (guint i = 0; i < one->len; i++) {
    const ScenarioReplayCommand *a = &g_array_index (one, ScenarioReplayCommand, i);
    const ScenarioReplayCommand *b = &g_array_index (two, ScenarioReplayCommand, i);

    g_assert_cmpuint (a->tick, ==, b->tick);
    assert_same_command (&a->command, &b->command);
  }
}

static void
assert_same_hashes (const GArray *one, const GArray *two)
{
  g_assert_cmpuint (one->len, ==, two->len);
  for (guint i = 0; i < one->len; i++) {
    const ScenarioReplayHash *a = &g_array_index (one, ScenarioReplayHash, i);
    const ScenarioReplayHash *b = &g_array_index (two, ScenarioReplayHash, i);

    g_assert_cmpuint (a->tick, ==, b->tick);
    g_assert_cmphex (a->world, ==, b->world);
    g_assert_cmphex (a->picture, ==, b->picture);
  }
}

static void
assert_same (const ScenarioReplay *one, const ScenarioReplay *two)
{
  g_assert_cmpstr (one->scenario, ==, two->scenario);
  g_assert_cmpstr (one->content_hash, ==, two->content_hash);
  g_assert_cmpstr (one->program_version, ==, two->program_version);
  g_assert_cmpstr (one->staff, ==, two->staff);
  g_assert_cmpuint (one->seed, ==, two->seed);
  g_assert_cmpuint (one->difficulty, ==, two->difficulty);
  g_assert_cmpuint (one->end, ==, two->end);
  assert_same_commands (one->commands, two->commands);
  assert_same_hashes (one->hashes, two->hashes);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int i = 0; i < 20; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioReplay) replay = random_replay (fixture->battle, random, (guint) i * 4);
    g_autoptr (ScenarioReplay) again = NULL;

    g_assert_true (scenario_replay_save (replay, fixture->path, &error));
    g_assert_no_error (error);
    again = scenario_replay_load (fixture->path, &error);
    g_assert_no_error (error);
    assert_same (replay, again);
    g_assert_true (scenario_validate_file (fixture->path, problems, &error));
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

static char *
saved_bytes (Fixture *fixture, gsize *length)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (ScenarioReplay) replay = random_replay (fixture->battle, random, 1);
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_assert_true (scenario_replay_save (replay, fixture->path, &error));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, length, &error));
  return bytes;
}

static void
assert_refused (Fixture *fixture, const char *bytes, gsize length, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) replay = NULL;

  g_assert_true (g_file_set_contents_full (fixture->path, bytes, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  replay = scenario_replay_load (fixture->path, &error);
  if (replay != NULL)
    g_test_message ("accepted: %s", what);
  g_assert_null (replay);
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "one.h1replay:"));
}

static void
test_truncations (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = saved_bytes (fixture, &length);
  gsize first = strcspn (bytes, "\n") + 1;

  /* Each length of the envelope, then as many as tell a cut line from a cut file.  */
  for (gsize n = 0; n < length; n += n < first + 20 || n + 20 > length ? 1 : 7) {
    g_autofree char *what = g_strdup_printf ("%" G_GSIZE_FORMAT " bytes", n);

    assert_refused (fixture, bytes, n, what);
  }
  /* Beyond the envelope the message says how much is missing.  */
  for (gsize n = first; n < length; n += 97) {
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autofree char *said = g_strdup_printf ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes",
                                             n - first, length - first);

    g_file_set_contents_full (fixture->path, bytes, (gssize) n, G_FILE_SET_CONTENTS_NONE, 0600,
                              NULL);
    g_assert_false (scenario_validate_file (fixture->path, problems, NULL));
    g_assert_cmpuint (problems->len, ==, 1);
    g_assert_cmpstr (((ScenarioProblem *) problems->pdata[0])->code, ==, "truncated");
    g_assert_nonnull (strstr (((ScenarioProblem *) problems->pdata[0])->message, said));
  }
}

/* One bit anywhere: refused.  */
static void
test_flips (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = saved_bytes (fixture, &length);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 1000; i++) {
    gsize at = (gsize) g_rand_int_range (random, 0, (gint32) length);
    char bit = (char) (1 << g_rand_int_range (random, 0, 8));
    g_autofree char *what = g_strdup_printf ("bit %d of byte %" G_GSIZE_FORMAT, bit, at);

    bytes[at] ^= bit;
    assert_refused (fixture, bytes, length, what);
    bytes[at] ^= bit;
  }
}

/* A file that can not be written is an error, and what was there stays.  */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "one.h1replay", NULL);
  g_autoptr (ScenarioReplay) replay = scenario_replay_new (fixture->battle, 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (scenario_replay_save (replay, path, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "none/one.h1replay"));
}

/* The file is not readable by others.  */
static void
test_mode (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = saved_bytes (fixture, &length);
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

/* Sound bytes with foolish contents: the envelope alone is no pass.  */
static void
test_contents (Fixture *fixture, gconstpointer data)
{
  static const char *const bodies[] = {
    "",
    "{\"kind\":\"hashes\",\"tick\":1,\"world\":\"0000000000000000\","
    "\"picture\":\"0000000000000000\"}\n",
    "{\"kind\":\"battel\"}\n",
    "[]\n",
    "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *sha = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bodies[i], -1);
    g_autofree char *bytes = g_strdup_printf (
        "{\"format\":\"handler-one/replay\",\"version\":1,\"length\":%" G_GSIZE_FORMAT
        ",\"sha256\":\"%s\",\"state_hash\":\"0000000000000000\"}\n%s",
        strlen (bodies[i]), sha, bodies[i]);

    assert_refused (fixture, bytes, strlen (bytes), bodies[i]);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/scenario/replay/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("truncations", test_truncations);
  ADD ("flips", test_flips);
  ADD ("no-folder", test_no_folder);
  ADD ("mode", test_mode);
  ADD ("contents", test_contents);
#undef ADD
  return g_test_run ();
}
