/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/handler-application.h"
#include "app/handler-screenshot.h"
#include "ui/comms/handler-caption-text.h"
#include "ui/library/handler-result-page.h"
#include "ui/orders/handler-order-words.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How long the library may take, and how often it is looked at.  */
#define LIBRARY_S 20
#define WAIT_MS 100
/* Frames in which the window may not be drawn yet.  */
#define MOST_TRIES 60

struct _HandlerDemo {
  HandlerApplication *application; /* borrowed: it owns us */
  const HandlerDemoOptions *options;
  guint step;
  guint timeout_id;
  guint n_shots;
  guint n_waits;
  guint n_tries;
  gint64 started_us;
  AdwDialog *dialog;  /* weak */
  char *result;       /* text of the result page, once there is one */
  EngineBattle *battle;
  GdkFrameClock *clock; /* while a picture is waited for */
  gulong painted_id;
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

/* FALSE when the window has to be drawn once more first.  */
static gboolean
save_picture (HandlerDemo *self, GtkWindow *window, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%02u-%s.png", self->n_shots + 1, name);
  g_autofree char *path = g_build_filename (self->options->screenshot_dir, file, NULL);
  g_autoptr (GError) error = NULL;
  gboolean saved = handler_screenshot_save (window, path, &error);

  if (!saved && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED)
      && self->n_tries++ < MOST_TRIES)
    return FALSE;
  if (!saved)
    complain (error->message);
  self->n_tries = 0;
  self->n_shots++;
  return TRUE;
}

static void
append_transcript (HandlerDemo *self, GString *text)
{
  GListModel *captions;

  if (self->battle == NULL)
    return;
  captions = engine_battle_get_captions (self->battle);
  for (guint i = 0; i < g_list_model_get_n_items (captions); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);
    g_autofree char *line = handler_caption_dated_line (caption, self->battle);

    g_string_append_printf (text, "%s\n", line);
  }
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
  g_string_append_printf (text, "\n%s\n", C_("demonstration", "What was heard"));
  append_transcript (self, text);
  path = g_build_filename (self->options->screenshot_dir, "after-action-report.txt", NULL);
  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    complain (error->message);
}

/* ---- Steps ------------------------------------------------------------------------------------ */

static HandlerBattlePage *
battle_page_of (HandlerDemo *self)
{
  HandlerWindow *window = handler_application_get_window (self->application);

  return window == NULL ? NULL : handler_window_get_battle_page (window);
}

static const char *
training_path (HandlerDemo *self)
{
  HandlerWindow *window = handler_application_get_window (self->application);

  if (window == NULL)
    return NULL;
  return handler_library_page_get_training (handler_window_get_library (window));
}

static void
step_briefing (HandlerDemo *self)
{
  if (training_path (self) != NULL && self->options->screenshot_dir != NULL)
    handler_window_open_path (handler_application_get_window (self->application),
                              training_path (self));
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
  g_signal_connect_swapped (battle, "battle-ended", G_CALLBACK (battle_ended_cb), self);
}

/* The fastest speed at which the battle still fills half of the time.  */
static double
fitting_speed (guint duration_s, guint seconds)
{
  static const double speeds[] = {60, 20, 5};

  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++)
    if (duration_s / speeds[i] >= seconds / 2.0)
      return speeds[i];
  return 1;
}

static gboolean
start_battle (HandlerDemo *self, GError **error)
{
  HandlerWindow *window = handler_application_get_window (self->application);
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (training_path (self), error);
  EngineOptions options = {
    .difficulty = SIM_DIFFICULTY_GUIDED,
    .staff = best_staff (),
    .language = "en",
  };

  if (scenario == NULL)
    return FALSE;
  options.seed = scenario_battle_get_seed (scenario);
  if (!handler_window_start_battle (window, scenario, &options, error))
    return FALSE;
  follow_battle (self, handler_battle_page_get_battle (handler_window_get_battle_page (window)));
  /* It has a time to keep, and nobody attends.  */
  handler_pacer_set_settings (
      handler_battle_page_get_pacer (handler_window_get_battle_page (window)), NULL);
  engine_battle_set_speed (self->battle,
                           fitting_speed (scenario_battle_get_duration (scenario) / SIM_TICKS_PER_SECOND,
                                          self->options->seconds));
  return TRUE;
}

static void
step_battle (HandlerDemo *self)
{
  g_autoptr (GError) error = NULL;

  if (training_path (self) == NULL)
    complain (C_("demonstration", "the training battle was not found"));
  else if (!start_battle (self, &error))
    complain (error->message);
}

static void
step_show_contacts (HandlerDemo *self)
{
  if (battle_page_of (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (battle_page_of (self)), "battle.focus-contacts", NULL);
}

/* An order half typed, so that the picture shows what may follow.  */
static void
step_order (HandlerDemo *self)
{
  HandlerBattlePage *page = battle_page_of (self);
  OrderBook *book;
  g_autofree char *text = NULL;

  if (page == NULL)
    return;
  book = engine_battle_get_book (self->battle);
  handler_battle_page_show_panel (page, "map");
  text = handler_order_words_open (book, handler_order_to_platoon (0), SIM_VERB_MOVE);
  handler_order_line_type_text (handler_battle_page_get_order_line (page), text);
}

static void
step_comms (HandlerDemo *self)
{
  HandlerBattlePage *page = battle_page_of (self);

  if (page == NULL)
    return;
  handler_order_line_clear (handler_battle_page_get_order_line (page));
  handler_battle_page_show_panel (page, "comms");
}

static void
step_map (HandlerDemo *self)
{
  if (battle_page_of (self) != NULL)
    handler_battle_page_show_panel (battle_page_of (self), "map");
}

static void
step_hurry (HandlerDemo *self)
{
  if (battle_page_of (self) != NULL)
    engine_battle_set_speed (self->battle, 60);
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
  if (self->options->screenshot_dir != NULL)
    show_dialog (self, handler_application_show_shortcuts (self->application));
}

static void
step_about (HandlerDemo *self)
{
  if (self->options->screenshot_dir != NULL)
    show_dialog (self, handler_application_show_about (self->application));
}

static void
step_finish (HandlerDemo *self)
{
  write_report (self);
  if (handler_application_get_window (self->application) != NULL)
    handler_window_set_confirm (handler_application_get_window (self->application), FALSE);
  g_application_quit (G_APPLICATION (self->application));
}

/* When, in thousandths of the whole; the picture that is taken first; what is done then.  */
static const struct {
  guint at;
  const char *shot;
  void (*run) (HandlerDemo *self);
} steps[] = {
  {50, "library", step_briefing},
  {90, "briefing", step_battle},
  {150, "battle", NULL},
  {260, "battle", NULL},
  {370, "battle", step_show_contacts},
  {420, "contacts", step_order},
  {470, "order", step_comms},
  {520, "comms", step_map},
  {600, "battle", step_hurry},
  {700, "battle", NULL},
  {840, "end", step_preferences},
  {890, "preferences", step_shortcuts},
  {930, "shortcuts", step_about},
  {1000, "about", step_finish},
};

/* ---- Clockwork -------------------------------------------------------------------------------- */

static gboolean step_cb (gpointer user_data);

static void
schedule (HandlerDemo *self)
{
  gint64 due_us, now_us = g_get_monotonic_time ();

  if (self->step >= G_N_ELEMENTS (steps))
    return;
  due_us = self->started_us
           + (gint64) steps[self->step].at * self->options->seconds * G_USEC_PER_SEC / 1000;
  self->timeout_id = g_timeout_add ((guint) (MAX (0, due_us - now_us) / 1000), step_cb, self);
}

/* A slow machine may still be reading the library: what comes later waits, all of it.  */
static gboolean
must_wait (HandlerDemo *self)
{
  if (self->battle != NULL || training_path (self) != NULL
      || self->n_waits++ > LIBRARY_S * 1000 / WAIT_MS)
    return FALSE;
  self->started_us += WAIT_MS * 1000;
  self->timeout_id = g_timeout_add (WAIT_MS, step_cb, self);
  return TRUE;
}

static void
finish_step (HandlerDemo *self)
{
  guint step = self->step++;

  schedule (self);
  if (steps[step].run != NULL)
    steps[step].run (self);
}

/* The window has just been drawn: only now its picture is whole.  */
static void
painted_cb (HandlerDemo *self, GdkFrameClock *clock)
{
  GtkWindow *window = GTK_WINDOW (handler_application_get_window (self->application));

  if (!save_picture (self, window, steps[self->step].shot)) {
    gtk_widget_queue_draw (GTK_WIDGET (window));
    return;
  }
  g_signal_handler_disconnect (clock, self->painted_id);
  self->painted_id = 0;
  g_clear_object (&self->clock);
  finish_step (self);
}

static gboolean
step_cb (gpointer user_data)
{
  HandlerDemo *self = user_data;
  HandlerWindow *window = handler_application_get_window (self->application);
  GdkFrameClock *clock = window == NULL ? NULL : gtk_widget_get_frame_clock (GTK_WIDGET (window));

  self->timeout_id = 0;
  if (must_wait (self))
    return G_SOURCE_REMOVE;
  if (steps[self->step].shot == NULL || self->options->screenshot_dir == NULL || clock == NULL) {
    finish_step (self);
    return G_SOURCE_REMOVE;
  }
  self->clock = g_object_ref (clock);
  self->painted_id
      = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), self);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  return G_SOURCE_REMOVE;
}

HandlerDemo *
handler_demo_start (HandlerApplication *application, const HandlerDemoOptions *options)
{
  HandlerDemo *self = g_new0 (HandlerDemo, 1);

  self->application = application;
  self->options = options;
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
  if (self->clock != NULL)
    g_signal_handler_disconnect (self->clock, self->painted_id);
  g_clear_object (&self->clock);
  if (self->battle != NULL)
    g_signal_handlers_disconnect_by_data (self->battle, self);
  g_clear_object (&self->battle);
  g_clear_weak_pointer (&self->dialog);
  g_free (self->result);
  g_free (self);
}
