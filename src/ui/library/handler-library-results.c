/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-library-results.h"

#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>

/* ---- Noting ----------------------------------------------------------------------------------- */

typedef struct {
  ScenarioLastResult result;
  void (*done) (gpointer object);
} Note;

static void
note_free (Note *note)
{
  g_free (note->result.scenario);
  g_free (note);
}

/* Two battles may end one soon after the other.  */
static void
note_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static GMutex lock;
  const Note *note = data;
  g_autofree char *path = scenario_results_path ();
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&lock);
  if (!scenario_results_note (path, &note->result, &error))
    g_message ("The result of the battle was not noted: %s", error->message);
  g_mutex_unlock (&lock);
  g_task_return_boolean (task, error == NULL);
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GObject) object = handler_weak_take (data);
  const Note *note = g_task_get_task_data (G_TASK (result));

  if (object != NULL && note->done != NULL)
    note->done (object);
}

void
handler_library_note_result (EngineBattle *battle, void (*done) (gpointer object), gpointer object)
{
  const EngineResult *result = engine_battle_get_result (battle);
  guint people = result->squadron_alive + result->squadron_lost;
  g_autoptr (GTask) task = NULL;
  Note *note;

  if (people == 0 || result->outcome == SIM_OUTCOME_UNDECIDED)
    return;
  note = g_new0 (Note, 1);
  note->done = done;
  note->result = (ScenarioLastResult){
    .scenario = g_strdup (scenario_battle_get_id (engine_battle_get_scenario (battle))),
    .ended_us = g_get_real_time (),
    .outcome = result->outcome,
    .people = people,
    .alive = result->squadron_alive,
  };
  task = g_task_new (NULL, NULL, noted_cb, handler_weak_new (object));
  g_task_set_task_data (task, note, (GDestroyNotify) note_free);
  g_task_run_in_thread (task, note_thread);
}

/* ---- Telling ---------------------------------------------------------------------------------- */

static const char *
outcome_text (SimOutcome outcome)
{
  if (outcome == SIM_OUTCOME_WON)
    /* Translators: how a battle went when it was last fought; the middle of a sentence. */
    return C_("last result", "won");
  /* Translators: how a battle went when it was last fought; the middle of a sentence. */
  return outcome == SIM_OUTCOME_HELD ? C_("last result", "held") : C_("last result", "lost");
}

char *
handler_library_result_text (const ScenarioLastResult *result)
{
  g_autofree char *moment = handler_text_moment (result->ended_us);

  /* Translators: on a card of the library: how the battle went ("held"), people alive, people there were, date and
   * time. */
  return g_strdup_printf (C_("library", "Last time %1$s, %2$u of %3$u alive · %4$s"),
                          outcome_text (result->outcome), result->alive, result->people, moment);
}
