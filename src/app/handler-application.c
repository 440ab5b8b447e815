/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/handler-application.h"
#include "app/battle-tape.h"
#include "app/caption-replay.h"
#include "app/handler-about.h"
#include "app/link-sound.h"
#include "app/push-to-talk.h"
#include "app/radio-router.h"
#include "app/read-aloud.h"
#include "app/sound-devices.h"
#include "app/speech-language.h"
#include "app/voice-examples.h"
#include "scenario/scenario-files.h"
#include "ui/preferences/handler-preferences.h"
#include "ui/review/handler-review-dialog.h"
#include "ui/tapes/handler-tapes-dialog.h"
#include "ui/widgets/handler-glossary.h"
#include "ui/widgets/handler-keys.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

struct _HandlerApplication {
  AdwApplication parent_instance;
  GSettings *settings;
  HandlerWindow *window; /* borrowed: GTK owns it until it is closed */
  EngineKeeper *keeper;
  VoiceRadio *radio;
  RadioRouter *router;
  BattleTape *tape;
  CaptionReplay *replay;
  VoicePlayer *player;       /* of tapes */
  HandlerTapesDialog *tapes; /* weak; while it is open */
  HandlerPushToTalk *push_to_talk;
  HandlerDemoOptions *demo_options;
  HandlerDemo *demo;
  EngineBattle *played;      /* (nullable) that ended last, for its review */
  guint signal_ids[2];
};

G_DEFINE_FINAL_TYPE (HandlerApplication, handler_application, ADW_TYPE_APPLICATION)

/* ---- Dialogs ---------------------------------------------------------------------------------- */

static void
voices_cb (HandlerApplication *self, HandlerPreferences *preferences)
{
  HandlerBattlePage *page
      = self->window != NULL ? handler_window_get_battle_page (self->window) : NULL;
  EngineBattle *battle = page != NULL ? handler_battle_page_get_battle (page) : NULL;

  adw_preferences_dialog_push_subpage (
      ADW_PREFERENCES_DIALOG (preferences),
      voice_examples_page_new (self->radio, self->settings,
                               battle != NULL ? engine_battle_get_scenario (battle) : NULL));
}

AdwDialog *
handler_application_show_preferences (HandlerApplication *self)
{
  g_auto (GStrv) spoken = handler_spoken_languages ();
  HandlerPreferences *preferences =
      handler_preferences_new (self->settings, (const char *const *) spoken);

  g_signal_connect_object (preferences, "voices", G_CALLBACK (voices_cb), self, G_CONNECT_SWAPPED);
  sound_devices_attach (handler_preferences_get_devices (preferences), self->radio);
  adw_dialog_present (ADW_DIALOG (preferences), GTK_WIDGET (self->window));
  return ADW_DIALOG (preferences);
}

AdwDialog *
handler_application_show_shortcuts (HandlerApplication *self)
{
  AdwDialog *dialog = handler_shortcuts_dialog_new ();

  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  return dialog;
}

AdwDialog *
handler_application_show_glossary (HandlerApplication *self)
{
  AdwDialog *dialog = handler_glossary_dialog_new ();

  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  return dialog;
}

AdwDialog *
handler_application_show_about (HandlerApplication *self)
{
  AdwDialog *dialog = handler_about_new ();

  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  return dialog;
}

static VoiceSinkKind
sink_kind (void)
{
  /* "none" is for tests and for people who want no sound device opened at all.  */
  return g_strcmp0 (g_getenv ("HANDLER_ONE_SOUND"), "none") == 0 ? VOICE_SINK_FAKE
                                                                 : VOICE_SINK_AUTOMATIC;
}

/* A tape is not played over a battle that goes on.  */
static void
update_may_play (HandlerApplication *self)
{
  HandlerBattlePage *page
      = self->window != NULL ? handler_window_get_battle_page (self->window) : NULL;

  if (self->tapes != NULL)
    handler_tapes_dialog_set_may_play (
        self->tapes,
        page == NULL || engine_battle_get_paused (handler_battle_page_get_battle (page)));
}

static VoicePlayer *
get_player (HandlerApplication *self)
{
  VoiceSinkKind kind = sink_kind ();
  g_autofree char *output = NULL;

  if (self->player != NULL)
    return self->player;
  output = sound_devices_dup_chosen (self->settings, "output-device");
  self->player = voice_player_new (kind, kind == VOICE_SINK_AUTOMATIC ? output : NULL);
  g_settings_bind (self->settings, "volume", self->player, "volume", G_SETTINGS_BIND_GET);
  return self->player;
}

AdwDialog *
handler_application_show_tapes (HandlerApplication *self)
{
  HandlerTapesDialog *dialog;
  const char *tag = handler_window_get_page_tag (self->window);

  if (self->tapes != NULL)
    return ADW_DIALOG (self->tapes);
  dialog = handler_tapes_dialog_new (get_player (self));
  g_set_weak_pointer (&self->tapes, dialog);
  update_may_play (self);
  if (g_strcmp0 (tag, "battle") == 0 || g_strcmp0 (tag, "result") == 0)
    handler_tapes_dialog_open_newest (dialog, handler_window_get_battle_id (self->window));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
  return ADW_DIALOG (dialog);
}

/* ---- Review ----------------------------------------------------------------------------------- */

/* There is something to look back on.  */
static void
battle_ended_cb (HandlerApplication *self, guint outcome, EngineBattle *battle)
{
  GAction *review = g_action_map_lookup_action (G_ACTION_MAP (self), "review");

  g_set_object (&self->played, battle);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (review), TRUE);
}

static void
review_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerApplication *self = user_data;

  if (self->window == NULL || self->played == NULL)
    return;
  adw_dialog_present (ADW_DIALOG (handler_review_dialog_new (engine_battle_dup_replay (self->played))),
                      GTK_WIDGET (self->window));
}

/* ---- Actions ---------------------------------------------------------------------------------- */

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_application_show_preferences (user_data);
}

static void
glossary_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_application_show_glossary (user_data);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_application_show_shortcuts (user_data);
}

static void
tapes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerApplication *self = user_data;

  if (self->window != NULL)
    handler_application_show_tapes (self);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_application_show_about (user_data);
}

static void
open_file (HandlerApplication *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    handler_window_open_path (self->window, path);
  else
    handler_window_toast (self->window, C_("message", "Only files on this computer can be opened"));
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (self->window == NULL)
    return;
  handler_window_set_asking (self->window, FALSE);
  if (file != NULL)
    open_file (self, file);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerApplication *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, C_("file filter", "Scenarios, replays and saves"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "h1replay");
  gtk_file_filter_add_suffix (filter, "h1save");
  gtk_file_dialog_set_title (dialog, C_("dialog", "Open a Scenario, Replay or Save"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  handler_window_set_asking (self->window, TRUE);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self->window), NULL, file_chosen_cb,
                        g_object_ref (self));
}

char *
handler_application_find_training (void)
{
  return scenario_files_path_of ("training");
}

/* Also asked for from outside, by the desktop's menu, when no window is there yet.  */
static void
training_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerApplication *self = user_data;
  g_autofree char *path = handler_application_find_training ();

  g_application_activate (G_APPLICATION (self));
  if (path != NULL)
    handler_window_open_path (self->window, path);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

/* A signal is no question: the battle's thread is joined and the program ends.  */
static gboolean
signal_cb (gpointer user_data)
{
  HandlerApplication *self = user_data;

  if (self->window != NULL) {
    handler_window_set_confirm (self->window, FALSE);
    gtk_window_close (GTK_WINDOW (self->window));
  }
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

/* ---- Sound ------------------------------------------------------------------------------------ */

/* HANDLER_ONE_MICROPHONE: a WAV file in its place, for tests.  */
static void
start_listening (HandlerApplication *self, HandlerBattlePage *page)
{
  const char *file = g_getenv ("HANDLER_ONE_MICROPHONE");

  g_clear_object (&self->push_to_talk);
  self->push_to_talk = handler_push_to_talk_new (
      page, self->settings, file != NULL ? VOICE_SOURCE_FILE : VOICE_SOURCE_AUTOMATIC, file);
}

static void
battle_started_cb (HandlerApplication *self, HandlerBattlePage *page)
{
  start_listening (self, page);
  g_clear_object (&self->router);
  g_clear_object (&self->replay);
  g_clear_object (&self->tape);
  /* A demonstration is nobody's battle.  */
  if (self->demo_options == NULL)
    self->tape = battle_tape_new (self->radio, handler_battle_page_get_battle (page), self->settings);
  self->replay = caption_replay_new (page, self->tape, get_player (self));
  g_signal_connect_object (handler_battle_page_get_battle (page), "battle-ended",
                           G_CALLBACK (battle_ended_cb), self, G_CONNECT_SWAPPED);
  self->router = radio_router_new (self->radio, page, self->settings);
  g_signal_connect_object (handler_battle_page_get_battle (page), "notify::paused",
                           G_CALLBACK (update_may_play), self, G_CONNECT_SWAPPED);
  update_may_play (self);
}

static void
battle_stopped_cb (HandlerApplication *self)
{
  g_clear_object (&self->push_to_talk);
  g_clear_object (&self->router);
  g_clear_object (&self->replay);
  g_clear_object (&self->tape);
  update_may_play (self);
}

static void
start_sound (HandlerApplication *self)
{
  VoiceSinkKind kind = sink_kind ();
  g_autofree char *output = sound_devices_dup_chosen (self->settings, "output-device");
  g_autoptr (GAction) reading = NULL;

  self->radio = voice_radio_new (kind, kind == VOICE_SINK_AUTOMATIC ? output : NULL);
  sound_devices_bind (self->radio, self->settings);
  g_settings_bind (self->settings, "volume", self->radio, "volume", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "mute", self->radio, "muted", G_SETTINGS_BIND_GET);
  link_sound_follow_settings (self->radio, self->settings, G_OBJECT (self));
  reading = read_aloud_action_new (self->radio, self->settings);
  g_action_map_add_action (G_ACTION_MAP (self), reading);
}

/* ---- Window ----------------------------------------------------------------------------------- */

static void
apply_caption_size (HandlerApplication *self)
{
  static const char *const classes[] = {"captions-small", NULL, "captions-large",
                                        "captions-very-large"};
  guint size = (guint) g_settings_get_enum (self->settings, "caption-size");

  if (self->window == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i] != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self->window), classes[i]);
  if (size < G_N_ELEMENTS (classes) && classes[size] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->window), classes[size]);
}

static void
apply_confirm (HandlerApplication *self)
{
  if (self->window != NULL)
    handler_window_set_confirm (self->window, g_settings_get_boolean (self->settings, "confirm"));
}

/* HANDLER_ONE_WINDOW_SIZE=WxH, for screenshots of one size.  */
static void
apply_size_override (HandlerWindow *window)
{
  const char *text = g_getenv ("HANDLER_ONE_WINDOW_SIZE");
  int width, height;

  if (text != NULL && sscanf (text, "%dx%d", &width, &height) == 2 && width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
}

static void
make_window (HandlerApplication *self)
{
  self->window = handler_window_new (ADW_APPLICATION (self), self->settings);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  apply_size_override (self->window);
  handler_window_set_keeper (self->window, self->keeper);
  g_signal_connect_object (self->window, "battle-started", G_CALLBACK (battle_started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "battle-stopped", G_CALLBACK (battle_stopped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::caption-size",
                           G_CALLBACK (apply_caption_size), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::confirm", G_CALLBACK (apply_confirm), self,
                           G_CONNECT_SWAPPED);
  apply_caption_size (self);
  apply_confirm (self);
}

static void
handler_application_activate (GApplication *application)
{
  HandlerApplication *self = HANDLER_APPLICATION (application);

  if (self->window == NULL)
    make_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
  if (self->demo_options != NULL && self->demo == NULL)
    self->demo = handler_demo_start (self, self->demo_options);
}

static void
handler_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  HandlerApplication *self = HANDLER_APPLICATION (application);

  handler_application_activate (application);
  open_file (self, files[0]);
}

/* HANDLER_ONE_DIRECTION=rtl|ltr, whatever the language: for screenshots and tests.  */
static void
apply_direction_override (void)
{
  const char *text = g_getenv ("HANDLER_ONE_DIRECTION");

  if (g_strcmp0 (text, "rtl") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  else if (g_strcmp0 (text, "ltr") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
handler_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    {.name = "preferences", .activate = preferences_cb},
    {.name = "shortcuts", .activate = shortcuts_cb},
    {.name = "glossary", .activate = glossary_cb},
    {.name = "tapes", .activate = tapes_cb},
    {.name = "review", .activate = review_cb},
    {.name = "about", .activate = about_cb},
    {.name = "open", .activate = open_cb},
    {.name = "training", .activate = training_cb},
    {.name = "quit", .activate = quit_cb},
  };
  HandlerApplication *self = HANDLER_APPLICATION (application);

  handler_ui_init ();
  G_APPLICATION_CLASS (handler_application_parent_class)->startup (application);
  apply_direction_override ();
  gtk_window_set_default_icon_name (HANDLER_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "review")), FALSE);
  self->settings = g_settings_new (HANDLER_APPLICATION_ID);
  handler_keys_set_settings (handler_keys_get (), self->settings);
  handler_shortcuts_set_accels (GTK_APPLICATION (self));
  self->keeper = engine_keeper_new_for_user ();
  start_sound (self);
  self->signal_ids[0] = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, signal_cb, self);
}

static void
handler_application_shutdown (GApplication *application)
{
  HandlerApplication *self = HANDLER_APPLICATION (application);

  for (gsize i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);
  g_clear_pointer (&self->demo, handler_demo_free);
  if (self->window != NULL) {
    handler_window_stop_battle (self->window);
    gtk_window_destroy (GTK_WINDOW (self->window));
  }
  /* Nothing that was played is lost by ending.  */
  if (self->keeper != NULL)
    engine_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->push_to_talk);
  g_clear_object (&self->router);
  g_clear_object (&self->replay);
  g_clear_object (&self->tape);
  if (self->player != NULL)
    voice_player_stop (self->player);
  g_clear_object (&self->player);
  if (self->radio != NULL)
    voice_radio_shutdown (self->radio);
  g_clear_object (&self->radio);
  handler_keys_set_settings (handler_keys_get (), NULL);
  G_APPLICATION_CLASS (handler_application_parent_class)->shutdown (application);
}

static void
handler_application_dispose (GObject *object)
{
  HandlerApplication *self = HANDLER_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->tapes);
  g_clear_object (&self->settings);
  g_clear_object (&self->played);
  g_clear_pointer (&self->demo_options, handler_demo_options_free);
  G_OBJECT_CLASS (handler_application_parent_class)->dispose (object);
}

static void
handler_application_class_init (HandlerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_application_dispose;
  application_class->startup = handler_application_startup;
  application_class->shutdown = handler_application_shutdown;
  application_class->activate = handler_application_activate;
  application_class->open = handler_application_open;
}

static void
handler_application_init (HandlerApplication *self)
{
}

HandlerApplication *
handler_application_new (const HandlerDemoOptions *demo)
{
  GApplicationFlags flags
      = G_APPLICATION_HANDLES_OPEN | (demo == NULL ? 0 : G_APPLICATION_NON_UNIQUE);
  HandlerApplication *self
      = g_object_new (HANDLER_TYPE_APPLICATION, "application-id", HANDLER_APPLICATION_ID, "flags",
                      flags, "resource-base-path", "/io/github/handlerone/HandlerOne", NULL);

  if (demo != NULL)
    self->demo_options = handler_demo_options_copy (demo);
  return self;
}

HandlerWindow *
handler_application_get_window (HandlerApplication *self)
{
  g_return_val_if_fail (HANDLER_IS_APPLICATION (self), NULL);
  return self->window;
}

GSettings *
handler_application_get_settings (HandlerApplication *self)
{
  g_return_val_if_fail (HANDLER_IS_APPLICATION (self), NULL);
  return self->settings;
}
