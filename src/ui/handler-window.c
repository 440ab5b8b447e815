/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handler-window.h"
#include "handler-resources.h"
#include "ui/library/handler-briefing-page.h"
#include "ui/library/handler-result-page.h"
#include "ui/widgets/handler-dialog.h"
#include "ui/widgets/handler-icon-keeper.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>

struct _HandlerWindow {
  AdwApplicationWindow parent_instance;
  GSettings *settings;
  HandlerBattlePage *battle_page; /* (owned) while its battle runs or is shown */
  ScenarioBattle *scenario;       /* of the last battle, for `again` */
  EngineOptions options;
  GCancellable *opening; /* a file being read: what comes after it counts */
  char *asked_path;      /* a file that came during a battle, until the person has answered */
  gboolean confirm;

  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  HandlerLibraryPage *library;
};

G_DEFINE_FINAL_TYPE (HandlerWindow, handler_window, ADW_TYPE_APPLICATION_WINDOW)

enum { SIGNAL_BATTLE_STARTED, SIGNAL_BATTLE_STOPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

void
handler_ui_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  handler_register_resource ();
  handler_icon_keeper_install ();
  g_once_init_leave (&done, 1);
}

/* ---- Messages --------------------------------------------------------------------------------- */

void
handler_window_toast (HandlerWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  g_return_if_fail (HANDLER_IS_WINDOW (self));
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_message (HandlerWindow *self, const char *heading, const char *body)
{
  AdwAlertDialog *dialog = handler_dialog_new (heading, body);

  adw_alert_dialog_add_response (dialog, "close", C_("dialog", "_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* ---- Dark while a battle is shown -------------------------------------------------------------- */

/* Unless the person chose light or dark for all.  */
static void
update_colours (HandlerWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  int choice = self->settings == NULL ? 0 : g_settings_get_enum (self->settings, "colour-scheme");
  gboolean battle = g_strcmp0 (handler_window_get_page_tag (self), "battle") == 0;

  if (choice == 1)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (choice == 2)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  else
    adw_style_manager_set_color_scheme (manager, battle ? ADW_COLOR_SCHEME_PREFER_DARK
                                                        : ADW_COLOR_SCHEME_DEFAULT);
}

/* ---- The battle ------------------------------------------------------------------------------- */

void
handler_window_stop_battle (HandlerWindow *self)
{
  g_return_if_fail (HANDLER_IS_WINDOW (self));
  if (self->battle_page == NULL)
    return;
  handler_battle_page_shutdown (self->battle_page);
  g_clear_object (&self->battle_page);
  g_signal_emit (self, signals[SIGNAL_BATTLE_STOPPED], 0);
}

static gboolean
focus_cb (gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (ref);

  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

/* Once the page is there: until then the view moves the focus itself.  */
static void
focus_later (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_LOW, focus_cb, handler_weak_new (widget), handler_weak_free);
}

/* Library, then at most one page above it.  */
static void
show_above_library (HandlerWindow *self, AdwNavigationPage *page)
{
  AdwNavigationPage *pages[] = {ADW_NAVIGATION_PAGE (self->library), page};

  adw_navigation_view_replace (self->navigation, pages, page == NULL ? 1 : 2);
  update_colours (self);
}

void
handler_window_show_library (HandlerWindow *self)
{
  g_return_if_fail (HANDLER_IS_WINDOW (self));
  show_above_library (self, NULL);
  handler_window_stop_battle (self);
}

static void
again_cb (HandlerWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!handler_window_start_battle (self, self->scenario, &self->options, &error))
    show_message (self, C_("dialog", "The Battle Could Not Be Started"), error->message);
}

static void
ended_cb (HandlerWindow *self)
{
  EngineBattle *battle = handler_battle_page_get_battle (self->battle_page);
  const EngineResult *result = engine_battle_get_result (battle);
  HandlerResultPage *page;

  if (result == NULL)
    return;
  page = handler_result_page_new (engine_battle_get_scenario (battle), result);
  g_signal_connect_object (page, "again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "library", G_CALLBACK (handler_window_show_library), self,
                           G_CONNECT_SWAPPED);
  show_above_library (self, ADW_NAVIGATION_PAGE (page));
  focus_later (handler_result_page_get_default (page));
  handler_window_stop_battle (self);
}

static void
failed_cb (HandlerWindow *self, const char *message)
{
  handler_window_show_library (self);
  show_message (self, C_("dialog", "The Battle Had to Stop"), message);
}

static void
leave_response_cb (HandlerWindow *self, const char *response)
{
  if (g_str_equal (response, "leave"))
    handler_window_show_library (self);
}

static void
ask_to_leave (HandlerWindow *self, GCallback answer)
{
  AdwAlertDialog *dialog
      = handler_dialog_new (C_("dialog", "Leave the Battle?"),
                            C_("dialog", "The battle is not kept. It can be begun again."));

  adw_alert_dialog_add_responses (dialog, "stay", C_("dialog", "_Stay"), "leave",
                                  C_("dialog", "_Leave"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "stay");
  adw_alert_dialog_set_close_response (dialog, "stay");
  g_signal_connect_object (dialog, "response", answer, self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
leave_cb (HandlerWindow *self)
{
  if (self->confirm)
    ask_to_leave (self, G_CALLBACK (leave_response_cb));
  else
    handler_window_show_library (self);
}

static void
connect_page (HandlerWindow *self)
{
  g_signal_connect_object (self->battle_page, "ended", G_CALLBACK (ended_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->battle_page, "leave", G_CALLBACK (leave_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->battle_page, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->settings == NULL)
    return;
  handler_battle_page_set_settings (self->battle_page, self->settings);
  g_settings_bind (self->settings, "mute", self->battle_page, "muted", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "flashing", self->battle_page, "flashing", G_SETTINGS_BIND_GET);
}

/* A file that is still being read must not take the place of what was begun since.  */
static void
stop_opening (HandlerWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

gboolean
handler_window_start_battle (HandlerWindow *self, ScenarioBattle *scenario,
                             const EngineOptions *options, GError **error)
{
  g_autoptr (EngineBattle) battle = NULL;
  ScenarioBattle *old = self->scenario;

  g_return_val_if_fail (HANDLER_IS_WINDOW (self), FALSE);
  battle = engine_battle_new (scenario, options, error);
  if (battle == NULL)
    return FALSE;
  self->scenario = scenario_battle_ref (scenario);
  g_clear_pointer (&old, scenario_battle_unref);
  self->options = *options;
  stop_opening (self);
  handler_window_stop_battle (self);
  self->battle_page = g_object_ref_sink (handler_battle_page_new (battle));
  connect_page (self);
  show_above_library (self, ADW_NAVIGATION_PAGE (self->battle_page));
  g_signal_emit (self, signals[SIGNAL_BATTLE_STARTED], 0, self->battle_page);
  gtk_widget_activate_action (GTK_WIDGET (self->battle_page), "battle.focus-order", NULL);
  return TRUE;
}

/* ---- Opening ---------------------------------------------------------------------------------- */

static void
start_cb (HandlerWindow *self, const EngineOptions *options, HandlerBriefingPage *page)
{
  g_autoptr (GError) error = NULL;
  ScenarioBattle *scenario = handler_briefing_page_get_scenario (page);

  if (!handler_window_start_battle (self, scenario, options, &error))
    show_message (self, C_("dialog", "The Battle Could Not Be Started"), error->message);
}

static HandlerBriefingPage *
show_briefing (HandlerWindow *self, ScenarioBattle *scenario)
{
  HandlerBriefingPage *page = handler_briefing_page_new (scenario);

  g_signal_connect_object (page, "start", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  handler_window_stop_battle (self);
  show_above_library (self, ADW_NAVIGATION_PAGE (page));
  focus_later (handler_briefing_page_get_default (page));
  return page;
}

/* What a file holds: a battle, and of a replay the seed and difficulty it was played with.  */
typedef struct {
  ScenarioBattle *scenario;
  gboolean replay;
  guint64 seed;
  guint difficulty;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->scenario, scenario_battle_unref);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static Opened *
open_file (const char *path, GError **error)
{
  g_autoptr (Opened) opened = g_new0 (Opened, 1);
  g_autoptr (ScenarioReplay) replay = NULL;

  if (g_str_has_suffix (path, ".h1replay")) {
    replay = scenario_replay_load (path, error);
    if (replay == NULL)
      return NULL;
    opened->replay = TRUE;
    opened->seed = replay->seed;
    opened->difficulty = replay->difficulty;
  }
  opened->scenario = replay != NULL ? scenario_replay_load_battle (replay, error)
                                    : scenario_battle_load (path, error);
  return opened->scenario == NULL ? NULL : g_steal_pointer (&opened);
}

static void
load_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  Opened *opened = open_file (path, &error);

  if (opened == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, opened, (GDestroyNotify) opened_free);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerWindow) self = handler_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Opened) opened = g_task_propagate_pointer (G_TASK (result), &error);
  HandlerBriefingPage *page;

  if (self == NULL || self->navigation == NULL
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (opened == NULL) {
    show_message (self, C_("dialog", "The File Was Not Loaded"), error->message);
    return;
  }
  page = show_briefing (self, opened->scenario);
  if (!opened->replay)
    return;
  handler_briefing_page_set_choices (page, opened->seed, (SimDifficulty) opened->difficulty);
  handler_window_toast (self, C_("message", "The replay’s battle, with its seed and difficulty"));
}

static void
open_path (HandlerWindow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  stop_opening (self);
  self->opening = g_cancellable_new ();
  task = g_task_new (NULL, self->opening, loaded_cb, handler_weak_new (self));
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_thread);
}

static void
open_response_cb (HandlerWindow *self, const char *response)
{
  g_autofree char *path = g_steal_pointer (&self->asked_path);

  if (path != NULL && g_str_equal (response, "leave"))
    open_path (self, path);
}

/* A file manager may ask for a file at any moment: a battle is not lost to that.  */
void
handler_window_open_path (HandlerWindow *self, const char *path)
{
  gboolean asked;

  g_return_if_fail (HANDLER_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  if (self->battle_page == NULL || !self->confirm) {
    open_path (self, path);
    return;
  }
  asked = self->asked_path != NULL;
  g_set_str (&self->asked_path, path);
  if (!asked)
    ask_to_leave (self, G_CALLBACK (open_response_cb));
}

static void
library_open_cb (HandlerWindow *self, const char *path)
{
  handler_window_open_path (self, path);
}

static void
library_problems_cb (HandlerWindow *self, const char *title, const char *problems)
{
  show_message (self, title, problems);
}

/* ---- Public ----------------------------------------------------------------------------------- */

HandlerBattlePage *
handler_window_get_battle_page (HandlerWindow *self)
{
  g_return_val_if_fail (HANDLER_IS_WINDOW (self), NULL);
  return self->battle_page;
}

HandlerLibraryPage *
handler_window_get_library (HandlerWindow *self)
{
  g_return_val_if_fail (HANDLER_IS_WINDOW (self), NULL);
  return self->library;
}

const char *
handler_window_get_page_tag (HandlerWindow *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (HANDLER_IS_WINDOW (self), NULL);
  page = adw_navigation_view_get_visible_page (self->navigation);
  return page == NULL ? NULL : adw_navigation_page_get_tag (page);
}

void
handler_window_set_confirm (HandlerWindow *self, gboolean confirm)
{
  g_return_if_fail (HANDLER_IS_WINDOW (self));
  self->confirm = confirm;
}

/* ---- Closing, size ---------------------------------------------------------------------------- */

static void
save_size (HandlerWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximised",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
close_response_cb (HandlerWindow *self, const char *response)
{
  if (!g_str_equal (response, "leave"))
    return;
  self->confirm = FALSE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
handler_window_close_request (GtkWindow *window)
{
  HandlerWindow *self = HANDLER_WINDOW (window);

  if (self->battle_page != NULL && self->confirm) {
    ask_to_leave (self, G_CALLBACK (close_response_cb));
    return GDK_EVENT_STOP;
  }
  save_size (self);
  handler_window_stop_battle (self);
  return GTK_WINDOW_CLASS (handler_window_parent_class)->close_request (window);
}

/* ---- Class ------------------------------------------------------------------------------------ */

static void
handler_window_dispose (GObject *object)
{
  HandlerWindow *self = HANDLER_WINDOW (object);

  if (self->navigation != NULL)
    handler_window_stop_battle (self);
  stop_opening (self);
  g_clear_pointer (&self->asked_path, g_free);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_WINDOW);
  g_clear_pointer (&self->scenario, scenario_battle_unref);
  G_OBJECT_CLASS (handler_window_parent_class)->dispose (object);
}

static void
handler_window_class_init (HandlerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = handler_window_close_request;
  signals[SIGNAL_BATTLE_STARTED]
      = g_signal_new ("battle-started", HANDLER_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, HANDLER_TYPE_BATTLE_PAGE);
  signals[SIGNAL_BATTLE_STOPPED]
      = g_signal_new ("battle-stopped", HANDLER_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  g_type_ensure (HANDLER_TYPE_LIBRARY_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/handler-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HandlerWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, HandlerWindow, library);
  gtk_widget_class_bind_template_callback (widget_class, library_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, library_problems_cb);
}

static void
handler_window_init (HandlerWindow *self)
{
  self->confirm = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_colours),
                           self, G_CONNECT_SWAPPED);
}

static void
apply_settings (HandlerWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximised"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (self->settings, "changed::colour-scheme", G_CALLBACK (update_colours),
                           self, G_CONNECT_SWAPPED);
  update_colours (self);
}

HandlerWindow *
handler_window_new (AdwApplication *application, GSettings *settings)
{
  HandlerWindow *self;

  handler_ui_init ();
  self = g_object_new (HANDLER_TYPE_WINDOW, "application", application, NULL);
  if (settings != NULL) {
    self->settings = g_object_ref (settings);
    apply_settings (self);
  }
  return self;
}
