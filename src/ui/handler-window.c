/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handler-window-private.h"
#include "handler-resources.h"
#include "ui/library/handler-library-results.h"
#include "ui/library/handler-result-page.h"
#include "ui/widgets/handler-dialog.h"
#include "ui/widgets/handler-icon-keeper.h"
#include "ui/widgets/handler-search.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>

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

void
handler_window_show_message (HandlerWindow *self, const char *heading, const char *body)
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

void
handler_window_set_asking (HandlerWindow *self, gboolean asking)
{
  g_return_if_fail (HANDLER_IS_WINDOW (self));
  if (self->battle_page != NULL)
    handler_battle_page_set_asking (self->battle_page, asking);
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

/* Not before the page is there: until then the view moves the focus itself.  */
void
handler_window_focus_later (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_LOW, focus_cb, handler_weak_new (widget), handler_weak_free);
}

void
handler_window_show_above_library (HandlerWindow *self, AdwNavigationPage *page)
{
  AdwNavigationPage *pages[] = {ADW_NAVIGATION_PAGE (self->library), page};

  adw_navigation_view_replace (self->navigation, pages, page == NULL ? 1 : 2);
  update_colours (self);
}

/* Asked for only then: by that time the library may offer to go on with what was left.  */
static gboolean
focus_library_cb (gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (HandlerWindow) self = g_weak_ref_get (ref);

  if (self != NULL && g_strcmp0 (handler_window_get_page_tag (self), "library") == 0)
    gtk_widget_grab_focus (handler_library_page_get_default (self->library));
  return G_SOURCE_REMOVE;
}

void
handler_window_show_library (HandlerWindow *self)
{
  g_return_if_fail (HANDLER_IS_WINDOW (self));
  handler_window_stop_opening (self);
  handler_window_show_above_library (self, NULL);
  handler_window_stop_battle (self);
  g_idle_add_full (G_PRIORITY_LOW, focus_library_cb, handler_weak_new (self), handler_weak_free);
}

static void
again_cb (HandlerWindow *self)
{
  handler_window_make_battle (self, self->scenario, &self->options);
}

static void
result_noted (gpointer window)
{
  HandlerWindow *self = window;

  if (self->library != NULL)
    handler_library_page_reload_kept (self->library);
}

static void
ended_cb (HandlerWindow *self)
{
  EngineBattle *battle = handler_battle_page_get_battle (self->battle_page);
  const EngineResult *result = engine_battle_get_result (battle);
  HandlerResultPage *page;

  if (result == NULL)
    return;
  if (self->keeper != NULL)
    handler_library_note_result (battle, result_noted, self);
  page = handler_result_page_new (engine_battle_get_scenario (battle), result);
  g_signal_connect_object (page, "again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "library", G_CALLBACK (handler_window_show_library), self,
                           G_CONNECT_SWAPPED);
  handler_window_show_above_library (self, ADW_NAVIGATION_PAGE (page));
  handler_window_focus_later (handler_result_page_get_default (page));
  handler_window_stop_battle (self);
}

static void
failed_cb (HandlerWindow *self, const char *message)
{
  handler_window_show_library (self);
  handler_window_show_message (self, C_("dialog", "The Battle Had to Stop"), message);
}

static void
leave_response_cb (HandlerWindow *self, const char *response)
{
  if (g_str_equal (response, "leave"))
    handler_window_show_library (self);
}

void
handler_window_ask_to_leave (HandlerWindow *self, GCallback answer)
{
  gboolean kept = self->keeper != NULL && !self->not_kept;
  AdwAlertDialog *dialog = handler_dialog_new (
      C_("dialog", "Leave the Battle?"),
      kept ? C_("dialog", "It is saved as it stands. You can go on with it from the library.")
           : C_("dialog", "The battle is not kept. It can be begun again."));

  adw_alert_dialog_add_responses (dialog, "stay", C_("dialog", "_Stay"), "leave",
                                  C_("dialog", "_Leave"), NULL);
  if (!kept)
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
    handler_window_ask_to_leave (self, G_CALLBACK (leave_response_cb));
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

void
handler_window_show_battle (HandlerWindow *self, EngineBattle *battle)
{
  ScenarioBattle *old = self->scenario;

  self->scenario = scenario_battle_ref (engine_battle_get_scenario (battle));
  g_clear_pointer (&old, scenario_battle_unref);
  handler_window_stop_opening (self);
  handler_window_stop_battle (self);
  self->battle_page = g_object_ref_sink (handler_battle_page_new (battle));
  connect_page (self);
  handler_window_show_above_library (self, ADW_NAVIGATION_PAGE (self->battle_page));
  g_signal_emit (self, signals[SIGNAL_BATTLE_STARTED], 0, self->battle_page);
  gtk_widget_activate_action (GTK_WIDGET (self->battle_page), "battle.focus-order", NULL);
}

gboolean
handler_window_start_battle (HandlerWindow *self, ScenarioBattle *scenario,
                             const EngineOptions *options, GError **error)
{
  g_autoptr (EngineBattle) battle = NULL;
  EngineOptions kept;

  g_return_val_if_fail (HANDLER_IS_WINDOW (self), FALSE);
  kept = *options;
  kept.keeper = self->keeper;
  battle = engine_battle_new (scenario, &kept, error);
  if (battle == NULL)
    return FALSE;
  self->options = kept;
  handler_window_show_battle (self, battle);
  return TRUE;
}

/* ---- The library ------------------------------------------------------------------------------ */

static void
library_open_cb (HandlerWindow *self, const char *path)
{
  handler_window_open_path (self, path);
}

static void
library_problems_cb (HandlerWindow *self, const char *title, const char *problems)
{
  /* Translators: heading of a dialog that lists them; the name of a file goes in. */
  g_autofree char *heading = g_strdup_printf (C_("dialog", "Problems in “%s”"), title);

  handler_window_show_message (self, heading, problems);
}

static void
library_continue_cb (HandlerWindow *self, const char *path, guint slot)
{
  handler_window_continue (self, path, slot);
}

/* ---- What is kept ----------------------------------------------------------------------------- */

static void
kept_changed_cb (HandlerWindow *self)
{
  if (self->library != NULL)
    handler_library_page_reload_kept (self->library);
}

static void
saved_cb (HandlerWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: name of a file. */
  g_autofree char *text = g_strdup_printf (C_("message", "Saved as “%s”"), shown);

  handler_window_toast (self, text);
}

static void
save_failed_cb (HandlerWindow *self, const char *message)
{
  handler_window_show_message (self, C_("dialog", "The Battle Was Not Saved"), message);
}

static void
why_cb (HandlerWindow *self, AdwToast *toast)
{
  handler_window_show_message (self, adw_toast_get_title (toast),
                               g_object_get_data (G_OBJECT (toast), "why"));
}

/* Told by the keeper once, not every minute; it stays until it has been seen.  */
static void
keeping_failed_cb (HandlerWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (C_("message", "The battle is not being saved"));

  self->not_kept = TRUE;
  g_object_set_data_full (G_OBJECT (toast), "why", g_strdup (message), g_free);
  adw_toast_set_button_label (toast, C_("message", "_Why?"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (why_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
recovered_cb (HandlerWindow *self)
{
  self->not_kept = FALSE;
}

void
handler_window_set_keeper (HandlerWindow *self, EngineKeeper *keeper)
{
  const struct {
    const char *signal;
    GCallback callback;
  } connections[] = {
    {"changed", G_CALLBACK (kept_changed_cb)},
    {"saved", G_CALLBACK (saved_cb)},
    {"save-failed", G_CALLBACK (save_failed_cb)},
    {"failed", G_CALLBACK (keeping_failed_cb)},
    {"recovered", G_CALLBACK (recovered_cb)},
  };

  g_return_if_fail (HANDLER_IS_WINDOW (self));
  g_return_if_fail (self->keeper == NULL);
  self->keeper = g_object_ref (keeper);
  for (gsize i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (keeper, connections[i].signal, connections[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/* ---- Public ----------------------------------------------------------------------------------- */

HandlerBattlePage *
handler_window_get_battle_page (HandlerWindow *self)
{
  g_return_val_if_fail (HANDLER_IS_WINDOW (self), NULL);
  return self->battle_page;
}

const char *
handler_window_get_battle_id (HandlerWindow *self)
{
  g_return_val_if_fail (HANDLER_IS_WINDOW (self), NULL);
  return self->scenario != NULL ? scenario_battle_get_id (self->scenario) : NULL;
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
    handler_window_ask_to_leave (self, G_CALLBACK (close_response_cb));
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
  handler_window_stop_opening (self);
  g_clear_pointer (&self->asked_path, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->keeper);
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
  gtk_widget_class_bind_template_callback (widget_class, library_continue_cb);
  gtk_widget_class_install_action (widget_class, "handler.search", NULL, handler_search_cb);
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
  handler_library_page_set_settings (self->library, self->settings);
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
