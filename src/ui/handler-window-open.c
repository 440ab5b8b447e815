/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and saved battles that come into the window.  */
#include "ui/handler-window-private.h"
#include "engine/engine-resume.h"
#include "ui/library/handler-briefing-page.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>

/* ---- On another thread ------------------------------------------------------------------------- */

/* Takes `data`.  */
static void
run_in_thread (HandlerWindow *self, const char *heading, GTaskThreadFunc thread,
               GAsyncReadyCallback done, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GTask) task = NULL;

  handler_window_stop_opening (self);
  self->opening = g_cancellable_new ();
  self->working = handler_working_new (GTK_WIDGET (self), heading, self->opening);
  task = g_task_new (NULL, self->opening, done, handler_weak_new (self));
  g_task_set_task_data (task, data, free_data);
  /* Who cancels does not wait for what nobody wants any more.  */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, thread);
}

/* FALSE when the window has gone, or nobody waits for this any more.  */
static gboolean
is_awaited (HandlerWindow *self, GAsyncResult *result)
{
  if (self == NULL || self->navigation == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->opening)
    return FALSE;
  g_clear_pointer (&self->working, handler_working_end);
  if (g_cancellable_is_cancelled (self->opening)) {
    g_clear_object (&self->opening);
    return FALSE;
  }
  g_clear_object (&self->opening);
  return TRUE;
}

void
handler_window_stop_opening (HandlerWindow *self)
{
  g_clear_pointer (&self->working, handler_working_end);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

/* ---- A battle is made --------------------------------------------------------------------------- */

typedef struct {
  ScenarioBattle *scenario;
  EngineOptions options;
} Making;

static void
making_free (Making *making)
{
  scenario_battle_unref (making->scenario);
  g_free (making);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Making *making = data;
  GError *error = NULL;
  EngineBeginning *beginning = engine_beginning_new (making->scenario, &making->options, &error);

  if (beginning == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, beginning, (GDestroyNotify) engine_beginning_free);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerWindow) self = handler_weak_take (user_data);
  const Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineBeginning) beginning = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (EngineBattle) battle = NULL;

  if (!is_awaited (self, result))
    return;
  if (beginning != NULL)
    battle = engine_battle_begin (beginning, &making->options, &error);
  if (battle == NULL) {
    handler_window_show_message (self, C_("dialog", "The Battle Could Not Be Started"), error->message);
    return;
  }
  self->options = making->options;
  handler_window_show_battle (self, battle);
}

void
handler_window_make_battle (HandlerWindow *self, ScenarioBattle *scenario, const EngineOptions *options)
{
  Making *making = g_new0 (Making, 1);

  *making = (Making){scenario_battle_ref (scenario), *options};
  making->options.keeper = self->keeper;
  run_in_thread (self, C_("dialog", "Making the Battle"), make_thread, made_cb, making,
                 (GDestroyNotify) making_free);
}

/* ---- Opening ---------------------------------------------------------------------------------- */

static void
start_cb (HandlerWindow *self, const EngineOptions *options, HandlerBriefingPage *page)
{
  handler_window_make_battle (self, handler_briefing_page_get_scenario (page), options);
}

static HandlerBriefingPage *
show_briefing (HandlerWindow *self, ScenarioBattle *scenario)
{
  HandlerBriefingPage *page = handler_briefing_page_new (scenario);

  g_signal_connect_object (page, "start", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  handler_window_stop_battle (self);
  handler_window_show_above_library (self, ADW_NAVIGATION_PAGE (page));
  handler_window_focus_later (handler_briefing_page_get_default (page));
  return page;
}

/* What a file holds: a battle; of a replay the seed and difficulty it was played with; of a save a battle
 * that can be gone on with.  */
typedef struct {
  ScenarioBattle *scenario;
  EngineResume *resume;
  gboolean replay;
  guint64 seed;
  guint difficulty;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->scenario, scenario_battle_unref);
  g_clear_pointer (&opened->resume, engine_resume_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static gboolean
open_replay (Opened *opened, const char *path, GError **error)
{
  g_autoptr (ScenarioReplay) replay = scenario_replay_load (path, error);

  if (replay == NULL)
    return FALSE;
  opened->replay = TRUE;
  opened->seed = replay->seed;
  opened->difficulty = replay->difficulty;
  opened->scenario = scenario_replay_load_battle (replay, error);
  return opened->scenario != NULL;
}

/* `go_on`: as engine_resume_load() has it.  */
static Opened *
open_file (const char *path, gboolean go_on, GError **error)
{
  g_autoptr (Opened) opened = g_new0 (Opened, 1);
  gboolean done;

  if (g_str_has_suffix (path, ".h1save"))
    done = (opened->resume = engine_resume_load (path, go_on, error)) != NULL;
  else if (g_str_has_suffix (path, ".h1replay"))
    done = open_replay (opened, path, error);
  else
    done = (opened->scenario = scenario_battle_load (path, error)) != NULL;
  return done ? g_steal_pointer (&opened) : NULL;
}

/* What is asked of the thread.  */
typedef struct {
  char *path;
  gboolean go_on; /* the library’s offer … */
  guint slot;     /* … in this place of the ring */
} Asked;

static void
asked_free (Asked *asked)
{
  g_free (asked->path);
  g_free (asked);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Asked *asked = data;
  GError *error = NULL;
  Opened *opened = open_file (asked->path, asked->go_on, &error);

  if (opened == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, opened, (GDestroyNotify) opened_free);
}

static void
show_resumed (HandlerWindow *self, EngineResume *resume)
{
  g_autofree char *language = scenario_order_language ();
  g_autofree char *problem = g_strdup (engine_resume_get_problem (resume));
  EngineOptions options = {.keeper = self->keeper};
  g_autoptr (EngineBattle) battle = NULL;
  g_autoptr (GError) error = NULL;

  engine_resume_fill_options (resume, &options);
  options.language = g_intern_string (language);
  battle = engine_battle_resume (resume, &options, &error);
  if (battle == NULL) {
    handler_window_show_message (self, C_("dialog", "The Battle Could Not Be Started"),
                                 error->message);
    return;
  }
  self->options = options;
  handler_window_show_battle (self, battle);
  if (problem != NULL)
    handler_window_show_message (self, C_("dialog", "The Last Seconds Are Missing"), problem);
}

static void
show_opened (HandlerWindow *self, Opened *opened)
{
  HandlerBriefingPage *page;

  if (opened->resume != NULL) {
    show_resumed (self, opened->resume);
    return;
  }
  page = show_briefing (self, opened->scenario);
  if (!opened->replay)
    return;
  handler_briefing_page_set_choices (page, opened->seed, (SimDifficulty) opened->difficulty);
  handler_window_toast (self, C_("message", "The replay’s battle, with its seed and difficulty"));
}

/* What was on view stays.  One that the library offered is not offered again: the next good one is.  */
static void
show_not_loaded (HandlerWindow *self, const Asked *asked, const GError *error)
{
  handler_window_show_message (self,
                               g_error_matches (error, ENGINE_ERROR, ENGINE_ERROR_CONTENT)
                                   ? C_("dialog", "The Battle Has Changed Since It Was Saved")
                                   : C_("dialog", "The File Was Not Loaded"),
                               error->message);
  if (asked->go_on)
    handler_library_page_pass_over (self->library, asked->slot);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerWindow) self = handler_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Opened) opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (!is_awaited (self, result))
    return;
  if (opened == NULL)
    show_not_loaded (self, g_task_get_task_data (G_TASK (result)), error);
  else
    show_opened (self, opened);
}

static void
open_path (HandlerWindow *self, const char *path, gboolean go_on, guint slot)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){g_strdup (path), go_on, slot};
  run_in_thread (self, C_("dialog", "Opening the File"), load_thread, loaded_cb, asked,
                 (GDestroyNotify) asked_free);
}

void
handler_window_continue (HandlerWindow *self, const char *path, guint slot)
{
  open_path (self, path, TRUE, slot);
}

static void
open_response_cb (HandlerWindow *self, const char *response)
{
  g_autofree char *path = g_steal_pointer (&self->asked_path);

  if (path != NULL && g_str_equal (response, "leave"))
    open_path (self, path, FALSE, 0);
}

/* A file manager may ask for a file at any moment: a battle is not lost to that.  */
void
handler_window_open_path (HandlerWindow *self, const char *path)
{
  gboolean asked;

  g_return_if_fail (HANDLER_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  if (self->battle_page == NULL || !self->confirm) {
    open_path (self, path, FALSE, 0);
    return;
  }
  asked = self->asked_path != NULL;
  g_set_str (&self->asked_path, path);
  if (!asked)
    handler_window_ask_to_leave (self, G_CALLBACK (open_response_cb));
}
