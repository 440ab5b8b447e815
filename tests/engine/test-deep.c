/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many battles, for the suite `deep`.
 *
 * test-deep twice N   N battles played twice, by one thread and by all: the same to the bit
 * test-deep saves N   N battles saved and loaded every few seconds: the same as without
 *
 * The built-in battles take turns, each with a seed and a staff officer of its own.
 * HANDLER_ONE_DEEP_BATTLES=N in the environment asks for fewer (or more).  */
#include "engine/engine-core-private.h"
#include "engine/engine-run.h"
#include "engine/engine-save-private.h"

#include <stdlib.h>
#include <string.h>

/* Of each battle so many seeds are played in one batch.  */
#define BATCH 10

static GPtrArray *
load_all (void)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();
  GPtrArray *battles = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_battle_unref);

  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);
    g_autoptr (GError) error = NULL;

    if (strcmp (entry->kind, "scenario") != 0)
      continue;
    g_ptr_array_add (battles, scenario_battle_load (entry->path, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpuint (battles->len, >, 0);
  return battles;
}

static StaffKind
staff_of (guint64 seed)
{
  static const StaffKind kinds[] = {STAFF_NONE, STAFF_BASIC, STAFF_GOOD};

  return kinds[seed % G_N_ELEMENTS (kinds)];
}

static void
tell (const char *what, guint done, guint all)
{
  if (done % 100 == 0 || done == all)
    g_print ("# %s: %u of %u\n", what, done, all);
}

/* ---- Twice ----------------------------------------------------------------------------------- */

/* Hashes and words, one after the other.  */
static gboolean
take_cb (guint64 seed, const EngineRun *run, gpointer data)
{
  GString *all = data;

  g_string_append_printf (all, "%" G_GUINT64_FORMAT " %" G_GINT64_MODIFIER "x %" G_GINT64_MODIFIER "x\n",
                          seed, run->result.hash, run->result.picture_hash);
  for (guint i = 0; i < run->result.lines->len; i++) {
    g_autofree char *line = engine_line_dup_text (g_ptr_array_index (run->result.lines, i));

    g_string_append_printf (all, "%s\n", line);
  }
  return TRUE;
}

static char *
batch (ScenarioBattle *scenario, guint64 first, guint n, guint jobs)
{
  EngineRunOptions options = engine_run_options_default (scenario);
  GString *all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  options.staff = staff_of (first / BATCH);
  engine_run_batch (scenario, &options, first, first + n - 1, jobs, take_cb, all, &error);
  g_assert_no_error (error);
  return g_string_free (all, FALSE);
}

static void
play_twice (GPtrArray *battles, guint n)
{
  for (guint done = 0; done < n; done += BATCH) {
    ScenarioBattle *scenario = g_ptr_array_index (battles, done / BATCH % battles->len);
    guint some = MIN (BATCH, n - done);
    g_autofree char *one = batch (scenario, done, some, 1);
    g_autofree char *many = batch (scenario, done, some, MAX (g_get_num_processors (), 2));

    g_assert_cmpstr (one, ==, many);
    tell ("played twice", done + some, n);
  }
}

/* ---- Saved and loaded ------------------------------------------------------------------------ */

static EngineCore *
begin (ScenarioBattle *scenario, guint64 seed)
{
  EngineCoreOptions options = {seed, SIM_DIFFICULTY_STANDARD, staff_of (seed)};
  g_autoptr (GError) error = NULL;
  EngineCore *core = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  return core;
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

/* At ticks of no special kind, which the seed chooses.  */
static void
play_with_saves (ScenarioBattle *scenario, guint64 seed)
{
  g_autoptr (EngineCore) straight = begin (scenario, seed), hopping = begin (scenario, seed);
  SimTick next = 1 + (SimTick) seed * 37 % 211;

  while (!engine_core_is_finished (straight)) {
    g_autoptr (ScenarioSave) save = NULL;
    g_autoptr (GError) error = NULL;
    EngineCore *loaded;

    engine_core_run (straight, next);
    engine_core_run (hopping, next);
    assert_same (straight, hopping);
    save = engine_save_take (hopping);
    loaded = engine_save_resume (save, scenario, &error);
    g_assert_no_error (error);
    engine_core_free (hopping);
    hopping = loaded;
    assert_same (straight, hopping);
    next += 97 + (SimTick) seed * 13 % 89;
  }
  assert_same (straight, hopping);
}

static void
play_all_with_saves (GPtrArray *battles, guint n)
{
  for (guint i = 0; i < n; i++) {
    play_with_saves (g_ptr_array_index (battles, i % battles->len), i);
    tell ("saved and loaded", i + 1, n);
  }
}

int
main (int argc, char **argv)
{
  const char *fewer = g_getenv ("HANDLER_ONE_DEEP_BATTLES");
  g_autoptr (GPtrArray) battles = load_all ();
  guint n;

  if (argc != 3)
    return 2;
  n = (guint) atoi (fewer != NULL ? fewer : argv[2]);
  g_assert_cmpuint (n, >, 0);
  if (strcmp (argv[1], "twice") == 0)
    play_twice (battles, n);
  else
    play_all_with_saves (battles, n);
  return 0;
}
