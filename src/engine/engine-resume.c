/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-resume-private.h"

#include "engine/engine-core-private.h"
#include "engine/engine-replayer-private.h"
#include "engine/engine-save-private.h"
#include "scenario/scenario-journal.h"
#include "scenario/scenario-problems.h"
#include "scenario/scenario-ring.h"

#include <glib/gi18n-lib.h>

struct _EngineResume {
  ScenarioBattle *scenario; /* (owned) */
  EngineCore *core;         /* (owned) NULL when taken */
  gint64 begun_us;
  double speed;
  guint n_given;
  char *problem;            /* (owned) (nullable) */
};

void
engine_resume_free (EngineResume *resume)
{
  if (resume == NULL)
    return;
  engine_core_free (resume->core);
  g_clear_pointer (&resume->scenario, scenario_battle_unref);
  g_free (resume->problem);
  g_free (resume);
}

/* ---- The journal --------------------------------------------------------------------------- */

static gboolean
reach (EngineResume *resume, SimTick tick)
{
  engine_core_run (resume->core, tick);
  return engine_core_tick (resume->core) == tick;
}

static gboolean
agrees (EngineResume *resume, const ScenarioReplayHash *hashes)
{
  return engine_core_hash (resume->core) == hashes->world &&
         engine_core_picture_hash (resume->core) == hashes->picture;
}

/* The battle trusts what it is told; a file has to earn it.  */
static gboolean
give (EngineResume *resume, const ScenarioJournalEntry *entry)
{
  const ScenarioReplayCommand *given = &entry->given;

  resume->n_given++;
  if (entry->kind == SCENARIO_JOURNAL_EDIT) {
    if (!picture_edit_is_fit (&given->edit))
      return FALSE;
    engine_core_edit (resume->core, &given->edit); /* one that did nothing does nothing again */
  } else if (entry->kind == SCENARIO_JOURNAL_QUEUE) {
    if (!sim_queue_edit_is_fit (&given->queue))
      return FALSE;
    engine_core_edit_queue (resume->core, &given->queue);
  } else if (entry->kind == SCENARIO_JOURNAL_ACT) {
    if (!scenario_act_is_fit (&given->act))
      return FALSE;
    engine_core_act (resume->core, &given->act);
  } else {
    if (!engine_command_is_fit (resume->scenario, &given->command))
      return FALSE;
    engine_core_submit (resume->core, &given->command);
  }
  return TRUE;
}

static gboolean
follow_entry (EngineResume *resume, const ScenarioJournalEntry *entry)
{
  if (entry->kind == SCENARIO_JOURNAL_STAFF)
    return TRUE; /* told to the core before */
  if (!reach (resume, entry->tick))
    return FALSE;
  switch (entry->kind) {
  case SCENARIO_JOURNAL_HASHES:
    return agrees (resume, &entry->hashes);
  case SCENARIO_JOURNAL_NOTICE:
    engine_core_note_notice (resume->core, entry->tick, entry->text,
                             entry->moves_bearings ? &entry->bearings : NULL);
    return TRUE;
  case SCENARIO_JOURNAL_CLOCK:
    resume->speed = entry->speed;
    return TRUE;
  case SCENARIO_JOURNAL_END:
    return engine_core_is_finished (resume->core);
  default:
    return give (resume, entry);
  }
}

/* The numbers that orders have already.  */
static GHashTable *
numbers_taken (EngineResume *resume)
{
  GHashTable *ids = g_hash_table_new (NULL, NULL);
  const GArray *commands = resume->core->replay->commands, *waiting = resume->core->waiting;

  for (guint i = 0; i < commands->len; i++) {
    const ScenarioReplayCommand *entry = &g_array_index (commands, ScenarioReplayCommand, i);

    if (!entry->is_edit && !entry->is_queue && !entry->is_act)
      g_hash_table_add (ids, GUINT_TO_POINTER (entry->command.id));
  }
  for (guint i = 0; i < waiting->len; i++)
    g_hash_table_add (ids, GUINT_TO_POINTER (g_array_index (waiting, SimCommand, i).id));
  return ids;
}

/* Each order has a number of its own; those of the staff officer's are told ahead.  */
static gboolean
take_numbers (EngineResume *resume, const GArray *entries)
{
  g_autoptr (GHashTable) ids = numbers_taken (resume);

  for (guint i = 0; i < entries->len; i++) {
    const ScenarioJournalEntry *entry = &g_array_index (entries, ScenarioJournalEntry, i);

    if (entry->kind == SCENARIO_JOURNAL_STAFF) {
      if (!g_hash_table_add (ids, GUINT_TO_POINTER (entry->order)))
        return FALSE;
      engine_core_expect_staff_id (resume->core, entry->order);
    } else if (entry->kind == SCENARIO_JOURNAL_COMMAND &&
               !g_hash_table_add (ids, GUINT_TO_POINTER (entry->given.command.id))) {
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
follow (EngineResume *resume, const ScenarioJournal *journal)
{
  const GArray *entries = journal->entries;

  if (!take_numbers (resume, entries))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!follow_entry (resume, &g_array_index (entries, ScenarioJournalEntry, i)))
      return FALSE;
  return TRUE;
}

/* ---- The save ------------------------------------------------------------------------------ */

static gboolean
start (EngineResume *resume, const ScenarioSave *save, GError **error)
{
  g_clear_pointer (&resume->core, engine_core_free);
  g_clear_pointer (&resume->problem, g_free);
  resume->core = engine_save_resume (save, resume->scenario, error);
  resume->speed = save->log->session.begun_us != 0 ? save->log->session.speed : 1;
  resume->n_given = 0;
  return resume->core != NULL;
}

static gboolean
is_of (const ScenarioJournal *journal, const ScenarioSave *save)
{
  ScenarioJournalHead head;

  scenario_journal_head_of (&head, save);
  return head.number != 0 && journal->head.begun_us == head.begun_us &&
         journal->head.number == head.number && journal->head.tick == head.tick &&
         journal->head.state_hash == head.state_hash;
}

/* A journal that is read, and where it lies.  */
typedef struct {
  ScenarioJournal *journal;
  char *path;
  char *problem; /* (nullable) */
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->journal, scenario_journal_free);
  g_free (found->path);
  g_free (found->problem);
  g_free (found);
}

static Found *
find_journal (const char *path)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) why = NULL;
  Found *found = g_new0 (Found, 1);

  found->path = g_strdup (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    found->journal = scenario_journal_read (path, problems, NULL);
  if (scenario_problems_fatal (problems)) {
    scenario_problems_to_error (problems, path, &why);
    found->problem = g_strdup (why->message);
  }
  return found;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = *(Found *const *) a, *two = *(Found *const *) b;

  return (int) one->journal->head.number - (int) two->journal->head.number;
}

/* The journals of later autosaves of the same battle: when one of those is damaged, they still lead on from
 * the one before.  */
static void
add_later (GPtrArray *all, const ScenarioSave *save, const char *save_path)
{
  g_autofree char *folder = g_path_get_dirname (save_path);
  g_autoptr (ScenarioRing) ring = scenario_ring_new (folder);

  for (guint slot = 0; slot < SCENARIO_RING_SLOTS; slot++) {
    g_autofree char *path = scenario_ring_journal_path (ring, slot);
    Found *found = find_journal (path);

    if (found->journal != NULL && found->journal->head.begun_us == save->log->session.begun_us &&
        found->journal->head.number > save->log->session.number)
      g_ptr_array_add (all, found);
    else
      found_free (found);
  }
  g_ptr_array_sort (all, compare_found);
}

/* The save's own journal, then those that may lead on.  */
static GPtrArray *
find_journals (const ScenarioSave *save, const char *save_path, gboolean go_on)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  g_autofree char *path = scenario_journal_path_of (save_path);
  Found *own = find_journal (path);

  /* That of another save lies there until the next is begun.  */
  if (own->journal == NULL || !is_of (own->journal, save)) {
    found_free (own);
    return all;
  }
  g_ptr_array_add (all, own);
  if (go_on && own->problem == NULL)
    add_later (all, save, save_path);
  return all;
}

/* Where it begins is where the one before has led to.  */
static gboolean
follow_found (EngineResume *resume, const Found *found)
{
  const ScenarioJournalHead *head = &found->journal->head;

  return reach (resume, head->tick) && engine_core_hash (resume->core) == head->state_hash &&
         follow (resume, found->journal);
}

/* How many could be followed.  */
static guint
follow_all (EngineResume *resume, const GPtrArray *all, guint n)
{
  for (guint i = 0; i < n; i++) {
    const Found *found = g_ptr_array_index (all, i);

    if (!follow_found (resume, found))
      return i;
    g_set_str (&resume->problem, found->problem);
    if (found->problem != NULL)
      return n; /* to where it is sound */
  }
  return n;
}

/* A journal that leads elsewhere than it did is not gone by at all; the first of them ought to.  */
static gboolean
follow_journals (EngineResume *resume, const ScenarioSave *save, const GPtrArray *all,
                 GError **error)
{
  guint n = all->len, followed;

  if (n == 0)
    return TRUE;
  while (engine_core_keep_messages (resume->core), (followed = follow_all (resume, all, n)) < n) {
    n = followed;
    if (!start (resume, save, error))
      return FALSE;
  }
  if (n == 0)
    resume->problem = g_strdup_printf (
        /* Translators: name of a file.  */
        _ ("%s does not lead to the battle that was played; what it says is left out."),
        ((const Found *) g_ptr_array_index (all, 0))->path);
  return TRUE;
}

EngineResume *
engine_resume_load (const char *path, gboolean go_on, GError **error)
{
  g_autoptr (EngineResume) resume = g_new0 (EngineResume, 1);
  g_autoptr (ScenarioSave) save = scenario_save_load (path, error);
  g_autoptr (GPtrArray) journals = NULL;

  if (save == NULL)
    return NULL;
  journals = find_journals (save, path, go_on);
  resume->scenario = engine_save_load_scenario (save, error);
  if (resume->scenario == NULL || !start (resume, save, error) ||
      !follow_journals (resume, save, journals, error))
    return NULL;
  resume->begun_us = go_on ? save->log->session.begun_us : 0;
  return g_steal_pointer (&resume);
}

/* ---- Looking ------------------------------------------------------------------------------- */

void
engine_resume_fill_options (EngineResume *resume, EngineOptions *options)
{
  const ScenarioReplay *log = resume->core->replay;

  options->seed = log->seed;
  options->difficulty = (SimDifficulty) log->difficulty;
  options->staff = (StaffKind) staff_kind_from_name (log->staff);
}

ScenarioBattle *
engine_resume_get_scenario (EngineResume *resume)
{
  return resume->scenario;
}

SimTick
engine_resume_get_tick (EngineResume *resume)
{
  return engine_core_tick (resume->core);
}

guint64
engine_resume_get_hash (EngineResume *resume)
{
  return engine_core_hash (resume->core);
}

guint64
engine_resume_get_picture_hash (EngineResume *resume)
{
  return engine_core_picture_hash (resume->core);
}

guint
engine_resume_get_n_given (EngineResume *resume)
{
  return resume->n_given;
}

const char *
engine_resume_get_problem (EngineResume *resume)
{
  return resume->problem;
}

EngineCore *
engine_resume_take_core (EngineResume *resume)
{
  return g_steal_pointer (&resume->core);
}

gint64
engine_resume_get_begun_us (EngineResume *resume)
{
  return resume->begun_us;
}

double
engine_resume_get_speed (EngineResume *resume)
{
  return resume->speed;
}
