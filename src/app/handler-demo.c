/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/handler-application.h"
#include "app/handler-screenshot.h"
#include "ui/comms/handler-caption-text.h"
#include "ui/library/handler-result-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _HandlerDemo {
  HandlerApplication *application; /* borrowed: it owns us */
  const HandlerDemoOptions *options;
  guint step;
  guint timeout_id;
  guint n_shots;
  gint64 started_us;
  AdwDialog *dialog;  /* weak */
  char *result;       /* text of the result page, once there is one */
  GString *transcript;
  EngineBattle *battle;
};

static gboolean failed = FALSE;

gboolean
handler_demo_failed (void)
{
  return failed;
}

HandlerDemoOptions *
handler_demo_options_copy (const HandlerDemoOptions *options)
{
  HandlerDemoOptions *copy = g_new0 (HandlerDemoOptions, 1);

  copy->seconds = options->seconds;
  copy->screenshot_dir = g_strdup (options->screenshot_dir);
  return copy;
}

void
handler_demo_options_free (HandlerDemoOptions *options)
{
  g_free (options->screenshot_dir);
  g_free (options);
}

static void
complain (const char *message)
{
  g_printerr ("handler-one: %s\n", message);
  failed = TRUE;
}

/* ---- Pictures and report ---------------------------------------------------------------------- */

static void
shoot (HandlerDemo *self, const char *name)
{
  HandlerWindow *window = handler_application_get_window (self->application);
  g_autofree char *file = g_strdup_printf ("%02u-%s.png", self->n_shots + 1, name);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->options->screenshot_dir == NULL || window == NULL)
    return;
  self->n_shots++;
  path = g_build_filename (self->options->screenshot_dir, file, NULL);
  if (!handler_screenshot_save (GTK_WINDOW (window), path, &error))
    complain (error->message);
}

static void
caption_ended_cb (HandlerDemo *self, EngineCaption *caption)
{
  g_autofree char *clock
      = engine_battle_format_clock (self->battle, engine_caption_get_tick (caption), TRUE);
  g_autofree char *title = handler_caption_title (caption);

  g_string_append_printf (self->transcript, "%s %s: %s\n", clock, title,
                          engine_caption_get_text (caption));
}

static void
battle_ended_cb (HandlerDemo *self)
{
  const EngineResult *result = engine_battle_get_result (self->battle);

  if (result == NULL || self->result != NULL)
    return;
  self->result = handler_result_text (engine_battle_get_scenario (self->battle), result);
}

static void
write_report (HandlerDemo *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->options->screenshot_dir == NULL)
    return;
  if (self->result != NULL)
    g_string_append (text, self->result);
  else
    g_string_append_printf (text, "%s\n", C_("demonstration", "The battle was not over yet."));
  g_string_append_printf (text, "\n%s\n%s", C_("demonstration", "What was heard"),
                          self->transcript->str);
  path = g_build_filename (self->options->screenshot_dir, "after-action-report.txt", NULL);
  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    complain (error->message);
}

/* ---- Steps ------------------------------------------------------------------------------------ */

static void
step_library (HandlerDemo *self)
{
  shoot (self, "library");
}

static void
step_briefing (HandlerDemo *self)
{
  HandlerWindow *window = handler_application_get_window (self->application);
  const char *path = handler_library_page_get_training (handler_window_get_library (window));

  if (path != NULL && self->options->screenshot_dir != NULL)
    handler_window_open_path (window, path);
}

static StaffKind
best_staff (void)
{
  int good = staff_kind_from_name ("good");

  return good >= 0 ? (StaffKind) good : STAFF_BASIC;
}

static void
follow_battle (HandlerDemo *self, EngineBattle *battle)
{
  self->battle = g_object_ref (battle);
  g_signal_connect_swapped (battle, "caption-ended", G_CALLBACK (caption_ended_cb), self);
  g_signal_connect_swapped (battle, "battle-ended", G_CALLBACK (battle_ended_cb), self);
}

static void
step_battle (HandlerDemo *self)
{
  HandlerWindow *window = handler_application_get_window (self->application);
  const char *path = handler_library_page_get_training (handler_window_get_library (window));
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = NULL;
  EngineOptions options = {.staff = best_staff (), .language = "en"};

  shoot (self, "briefing");
  if (path == NULL) {
    complain (C_("demonstration", "the training battle was not found"));
    return;
  }
  scenario = scenario_battle_load (path, &error);
  if (scenario != NULL) {
    options.seed = scenario->seed;
    options.difficulty = SIM_DIFFICULTY_GUIDED;
    if (handler_window_start_battle (window, scenario, &options, &error)) {
      follow_battle (self,
                     handler_battle_page_get_battle (handler_window_get_battle_page (window)));
      engine_battle_set_speed (self->battle, self->options->seconds <= 150 ? 20 : 5);
      return;
    }
  }
  complain (error->message);
}

static void
step_shot (HandlerDemo *self)
{
  shoot (self, "battle");
}

static void
with_page (HandlerDemo *self, const char *panel, const char *shot)
{
  HandlerWindow *window = handler_application_get_window (self->application);
  HandlerBattlePage *page = handler_window_get_battle_page (window);

  if (page == NULL)
    return;
  handler_battle_page_show_panel (page, panel);
  if (shot != NULL)
    shoot (self, shot);
}

static void
step_show_contacts (HandlerDemo *self)
{
  HandlerWindow *window = handler_application_get_window (self->application);
  HandlerBattlePage *page = handler_window_get_battle_page (window);

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "battle.focus-contacts", NULL);
}

static void
step_order (HandlerDemo *self)
{
  HandlerWindow *window = handler_application_get_window (self->application);
  HandlerBattlePage *page = handler_window_get_battle_page (window);
  OrderBook *book;
  g_autofree char *text = NULL;

  shoot (self, "contacts");
  if (page == NULL)
    return;
  book = engine_battle_get_book (self->battle);
  if (order_book_n_machines (book) == 0)
    return;
  text = g_strdup_printf ("%s, ", order_book_spoken_name (book, 0));
  handler_order_line_set_text (handler_battle_page_get_order_line (page), text);
  with_page (self, "comms", NULL);
}

static void
step_comms (HandlerDemo *self)
{
  with_page (self, "comms", "comms");
  with_page (self, "map", NULL);
}

static void
step_hurry (HandlerDemo *self)
{
  if (self->battle != NULL && handler_application_get_window (self->application) != NULL
      && handler_window_get_battle_page (handler_application_get_window (self->application))
             != NULL)
    engine_battle_set_speed (self->battle, 60);
}

static void
step_last (HandlerDemo *self)
{
  shoot (self, self->result != NULL ? "result" : "battle");
}

static void
show_dialog (HandlerDemo *self, AdwDialog *dialog)
{
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  g_set_weak_pointer (&self->dialog, dialog);
}

static void
step_preferences (HandlerDemo *self)
{
  if (self->options->screenshot_dir != NULL)
    show_dialog (self, handler_application_show_preferences (self->application));
}

static void
step_shortcuts (HandlerDemo *self)
{
  shoot (self, "preferences");
  if (self->options->screenshot_dir != NULL)
    show_dialog (self, handler_application_show_shortcuts (self->application));
}

static void
step_about (HandlerDemo *self)
{
  shoot (self, "shortcuts");
  if (self->options->screenshot_dir != NULL)
    show_dialog (self, handler_application_show_about (self->application));
}

static void
step_finish (HandlerDemo *self)
{
  shoot (self, "about");
  write_report (self);
  if (handler_application_get_window (self->application) != NULL)
    handler_window_set_confirm (handler_application_get_window (self->application), FALSE);
  g_application_quit (G_APPLICATION (self->application));
}

/* When, in thousandths of the whole, and what.  */
static const struct {
  guint at;
  void (*run) (HandlerDemo *self);
} steps[] = {
  {50, step_library},      {60, step_briefing},     {90, step_battle},       {180, step_shot},
  {300, step_shot},        {400, step_shot},        {440, step_show_contacts}, {470, step_order},
  {510, step_comms},       {560, step_shot},        {580, step_hurry},       {680, step_shot},
  {840, step_last},        {850, step_preferences}, {890, step_shortcuts},   {930, step_about},
  {1000, step_finish},
};

/* ---- Clockwork -------------------------------------------------------------------------------- */

static gboolean
step_cb (gpointer user_data);

static void
schedule (HandlerDemo *self)
{
  gint64 due_us, now_us = g_get_monotonic_time ();

  if (self->step >= G_N_ELEMENTS (steps))
    return;
  due_us = self->started_us
           + (gint64) steps[self->step].at * self->options->seconds * G_USEC_PER_SEC / 1000;
  self->timeout_id
      = g_timeout_add ((guint) (MAX (0, due_us - now_us) / 1000), step_cb, self);
}

static gboolean
step_cb (gpointer user_data)
{
  HandlerDemo *self = user_data;
  guint step = self->step++;

  self->timeout_id = 0;
  schedule (self);
  steps[step].run (self);
  return G_SOURCE_REMOVE;
}

HandlerDemo *
handler_demo_start (HandlerApplication *application, const HandlerDemoOptions *options)
{
  HandlerDemo *self = g_new0 (HandlerDemo, 1);

  self->application = application;
  self->options = options;
  self->transcript = g_string_new (NULL);
  self->started_us = g_get_monotonic_time ();
  if (options->screenshot_dir != NULL && g_mkdir_with_parents (options->screenshot_dir, 0755) != 0)
    complain (C_("demonstration", "the folder for screenshots can not be made"));
  /* A picture must not catch a page half-way in.  */
  if (options->screenshot_dir != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  schedule (self);
  return self;
}

void
handler_demo_free (HandlerDemo *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->battle != NULL)
    g_signal_handlers_disconnect_by_data (self->battle, self);
  g_clear_object (&self->battle);
  g_clear_weak_pointer (&self->dialog);
  g_string_free (self->transcript, TRUE);
  g_free (self->result);
  g_free (self);
}
