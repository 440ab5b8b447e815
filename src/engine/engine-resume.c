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
    engine_core_note_notice (resume->core, entry->tick, entry->text);
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

static gboolean
follow (EngineResume *resume, const ScenarioJournal *journal)
{
  const GArray *entries = journal->entries;

  for (guint i = 0; i < entries->len; i++) {
    const ScenarioJournalEntry *entry = &g_array_index (entries, ScenarioJournalEntry, i);

    if (entry->kind == SCENARIO_JOURNAL_STAFF)
      engine_core_expect_staff_id (resume->core, entry->order);
  }
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

static void
note_problem (EngineResume *resume, GPtrArray *problems, const char *path)
{
  g_autoptr (GError) why = NULL;

  scenario_problems_to_error (problems, path, &why);
  g_set_str (&resume->problem, why->message);
}

/* What can be followed is; a journal that leads elsewhere than it did is not gone by at all.  */
static gboolean
follow_journal (EngineResume *resume, const ScenarioSave *save, const char *save_path,
                GError **error)
{
  g_autofree char *path = scenario_journal_path_of (save_path);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioJournal) journal = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  journal = scenario_journal_read (path, problems, NULL);
  if (journal == NULL || !is_of (journal, save))
    return TRUE; /* that of another save, which lay there before */
  if (scenario_problems_fatal (problems))
    note_problem (resume, problems, path);
  /* From now on what is said is kept, also where the save had none of it.  */
  engine_core_keep_messages (resume->core);
  if (follow (resume, journal))
    return TRUE;
  g_free (resume->problem);
  resume->problem = g_strdup_printf (
      /* Translators: name of a file.  */
      _ ("%s does not lead to the battle that was played; what it says is left out."), path);
  return start (resume, save, error);
}

EngineResume *
engine_resume_load (const char *path, gboolean go_on, GError **error)
{
  g_autoptr (EngineResume) resume = g_new0 (EngineResume, 1);
  g_autoptr (ScenarioSave) save = scenario_save_load (path, error);

  g_return_val_if_fail (path != NULL, NULL);

  if (save == NULL)
    return NULL;
  resume->scenario = engine_save_load_scenario (save, error);
  if (resume->scenario == NULL || !start (resume, save, error) ||
      !follow_journal (resume, save, path, error))
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
