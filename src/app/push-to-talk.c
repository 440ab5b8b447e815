/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/push-to-talk.h"
#include "app/order-ear.h"
#include "app/sound-devices.h"

#include "ui/widgets/handler-dialog.h"
#include "ui/widgets/handler-keys.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

typedef enum { TALK_ASK, TALK_NO, TALK_YES } Talk;

struct _HandlerPushToTalk {
  GObject parent_instance;
  HandlerBattlePage *page; /* weak */
  EngineBattle *battle;
  GSettings *settings;
  VoiceListener *listener;
  OrderBook *book; /* that speaks English, whatever the window does; NULL: it could not be made */
  HandlerEar *ear;
  GHashTable *told; /* names that were told to be left out */
};

G_DEFINE_FINAL_TYPE (HandlerPushToTalk, handler_push_to_talk, G_TYPE_OBJECT)

static const PictureView *
view_of (HandlerPushToTalk *self)
{
  return &engine_battle_get_frame (self->battle)->view;
}

static void
refuse (HandlerPushToTalk *self, const char *reason, char **nearest)
{
  if (self->page != NULL)
    handler_order_line_refuse (handler_battle_page_get_order_line (self->page), reason, nearest);
}

/* ---- The grammar ----------------------------------------------------------------------------- */

/* Each name once, in Comms.  */
static void
tell_dumb (HandlerPushToTalk *self, const OrderListenGrammar *grammar)
{
  for (guint i = 0; i < grammar->dumb->len; i++) {
    const char *name = grammar->dumb->pdata[i];
    g_autofree char *text = NULL;

    if (!g_hash_table_add (self->told, g_strdup (name)))
      continue;
    /* Translators: in Comms; the name of a pilot or a place goes in.  */
    text = g_strdup_printf (C_("talk", "“%s” cannot be listened for: type it."), name);
    engine_battle_notice (self->battle, text);
  }
}

static void
set_grammar (HandlerPushToTalk *self, const OrderListenGrammar *grammar, gboolean last)
{
  gsize n;
  g_autofree VoiceWord *words = handler_ear_words (grammar, &n);

  voice_listener_set_grammar (self->listener, grammar->jsgf, words, n);
  if (last)
    tell_dumb (self, grammar);
}

/* As the picture is now: new tracks can be named; and as the line is: a question can be answered.  */
static void
follow_picture (HandlerPushToTalk *self)
{
  if (self->ear == NULL || self->page == NULL)
    return;
  handler_ear_set_answers (
      self->ear, handler_order_line_get_asking (handler_battle_page_get_order_line (self->page)));
  set_grammar (self, handler_ear_make (self->ear, view_of (self)), FALSE);
}

static void
unteachable_cb (HandlerPushToTalk *self, char **words)
{
  set_grammar (self,
               handler_ear_leave_out (self->ear, (const char *const *) words, view_of (self)),
               TRUE);
}

/* ---- What was heard -------------------------------------------------------------------------- */

/* As the order line of this window reads it: what was said, or the same order in its language.  */
static char *
words_for_line (HandlerPushToTalk *self, const char *heard, const SimCommand *command)
{
  OrderBook *book = engine_battle_get_book (self->battle);
  g_autoptr (OrderReading) reading = order_parse (book, view_of (self), NULL, heard);
  g_autofree char *canonical = order_canonical (book, command);

  if (reading->problem == ORDER_OK && g_str_equal (reading->canonical, canonical))
    return g_strdup (heard);
  return g_steal_pointer (&canonical);
}

static void
take_order (HandlerPushToTalk *self, const char *heard, const SimCommand *command)
{
  HandlerOrderLine *line = handler_battle_page_get_order_line (self->page);
  g_autofree char *words = words_for_line (self, heard, command);

  handler_order_line_set_text (line, words);
  if (!order_is_weighty (command)) {
    handler_order_line_send (line);
    return;
  }
  handler_order_line_ask (line,
                          /* Translators: a spoken order is in the order line, not yet sent.  */
                          C_("talk", "Enter sends it, Escape drops it."));
}

/* The likeliest waits in the line, the others beside it.  */
static void
offer_orders (HandlerPushToTalk *self, const HandlerHearing *hearing)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) orders = NULL;

  for (guint i = 0; i < hearing->readings->len; i++) {
    const OrderReading *reading = hearing->readings->pdata[i];

    g_strv_builder_take (builder,
                         words_for_line (self, reading->canonical, &reading->command));
  }
  orders = g_strv_builder_end (builder);
  handler_order_line_offer (handler_battle_page_get_order_line (self->page),
                            (const char *const *) orders);
}

/* What she says to the question in the line, if it is still there.  */
static void
take_answer (HandlerPushToTalk *self, OrderListenAnswer answer)
{
  HandlerOrderLine *line = handler_battle_page_get_order_line (self->page);

  if (!handler_order_line_get_asking (line)) {
    refuse (self, C_("talk", "There is no question to answer."), NULL);
  } else if (answer == ORDER_ANSWER_YES) {
    handler_order_line_send (line);
  } else {
    handler_order_line_clear (line);
    gtk_accessible_announce (GTK_ACCESSIBLE (line),
                             /* Translators: announced by screen readers: the order that was asked for is not
                              * given.  */
                             C_("talk", "Dropped"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  }
}

/* A question that waits is kept: she may have meant to answer it.  */
static void
say_again (HandlerPushToTalk *self, const HandlerHearing *hearing)
{
  HandlerOrderLine *line = handler_battle_page_get_order_line (self->page);
  g_autofree char *reason = handler_hearing_reason (hearing);

  if (handler_order_line_get_asking (line))
    gtk_accessible_announce (GTK_ACCESSIBLE (line), reason,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else
    refuse (self, reason, hearing->refused != NULL ? hearing->refused->nearest : NULL);
}

static void
heard_cb (HandlerPushToTalk *self, const VoiceHeard *heard)
{
  g_auto (HandlerHearing) hearing = {0};

  if (self->page == NULL)
    return;
  handler_ear_read (self->book, view_of (self), heard, &hearing);
  switch (hearing.outcome) {
  case HANDLER_EAR_TAKEN: {
    const OrderReading *reading = hearing.readings->pdata[0];

    take_order (self, hearing.words, &reading->command);
    break;
  }
  case HANDLER_EAR_ASKS:
    offer_orders (self, &hearing);
    break;
  case HANDLER_EAR_ANSWER:
    take_answer (self, hearing.answer);
    break;
  case HANDLER_EAR_SAY_AGAIN:
  default:
    say_again (self, &hearing);
    break;
  }
}

static void
failed_cb (HandlerPushToTalk *self, const char *message)
{
  refuse (self, message, NULL);
}

static void
level_cb (HandlerPushToTalk *self, double rms_db)
{
  if (self->page != NULL)
    handler_talk_set_level (handler_battle_page_get_talk (self->page), rms_db);
}

static void
capturing_cb (HandlerPushToTalk *self)
{
  if (self->page != NULL)
    handler_talk_set_open (handler_battle_page_get_talk (self->page),
                           voice_listener_get_capturing (self->listener));
}

/* ---- The key --------------------------------------------------------------------------------- */

static void
open_microphone (HandlerPushToTalk *self)
{
  follow_picture (self);
  if (!voice_listener_begin (self->listener))
    refuse (self, C_("talk", "The microphone does not answer."), NULL);
}

static void
answered_cb (HandlerPushToTalk *self, const char *response)
{
  gboolean yes = g_str_equal (response, "yes");

  g_settings_set_enum (self->settings, "talk", yes ? TALK_YES : TALK_NO);
  if (yes)
    follow_picture (self);
}

/* When the microphone is open.  */
static char *
when_text (void)
{
  g_autofree char *key = handler_keys_dup_label (handler_keys_get (), HANDLER_SHORTCUT_BATTLE, "battle.talk");

  if (key == NULL)
    return g_strdup (C_("dialog", "The microphone is open only between two presses of its button, and the button "
                                  "shows it."));
  /* Translators: the talk key goes in: “F9”.  */
  return g_strdup_printf (C_("dialog", "The microphone is open only while you hold %s, or between two presses of its "
                                       "button, and the button shows it."),
                          key);
}

/* The key was let go by the time that this is answered, so nothing is captured yet.  */
static void
ask (HandlerPushToTalk *self)
{
  g_autofree char *when = when_text ();
  g_autofree char *text = g_strconcat (
      when, "\n",
      C_("dialog", "What you say is turned into words on this computer. No sound is stored, and "
                   "nothing leaves the computer.\n"
                   "Only English is understood, and only orders of this battle. What would be "
                   "grave waits until you press Enter."),
      NULL);
  AdwAlertDialog *dialog = handler_dialog_new (C_("dialog", "Speak Orders with the Microphone?"), text);

  adw_alert_dialog_add_response (dialog, "no", C_("dialog", "_No"));
  adw_alert_dialog_add_response (dialog, "yes", C_("dialog", "_Use the Microphone"));
  adw_alert_dialog_set_default_response (dialog, "no");
  adw_alert_dialog_set_close_response (dialog, "later");
  g_signal_connect_object (dialog, "response::yes", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response::no", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->page));
}

static void
begin_cb (HandlerPushToTalk *self)
{
  g_autoptr (GError) error = NULL;

  if (!voice_recogniser_is_built ()) {
    voice_recogniser_new (&error);
    refuse (self, error->message, NULL);
    return;
  }
  switch ((Talk) g_settings_get_enum (self->settings, "talk")) {
  case TALK_YES:
    open_microphone (self);
    break;
  case TALK_NO:
    refuse (self, C_("talk", "Spoken orders are off. They can be switched on in the preferences, under "
                             "Sound."),
            NULL);
    break;
  case TALK_ASK:
  default:
    ask (self);
    break;
  }
}

static void
end_cb (HandlerPushToTalk *self, gboolean forget)
{
  voice_listener_end (self->listener, forget);
}

/* Allowed: the model is loaded before the first key.  No longer: the microphone is closed.  */
static void
talk_changed_cb (HandlerPushToTalk *self)
{
  if (g_settings_get_enum (self->settings, "talk") == TALK_YES && voice_recogniser_is_built ())
    follow_picture (self);
  else
    voice_listener_end (self->listener, TRUE);
}

static void
input_changed_cb (HandlerPushToTalk *self)
{
  g_autofree char *name = sound_devices_dup_chosen (self->settings, "input-device");

  voice_listener_set_device (self->listener, name);
}

/* ---- Life ------------------------------------------------------------------------------------ */

static void
connect_all (HandlerPushToTalk *self)
{
  HandlerTalk *talk = handler_battle_page_get_talk (self->page);
  const struct {
    gpointer object;
    const char *signal;
    GCallback callback;
  } connections[] = {
    {talk, "begin", G_CALLBACK (begin_cb)},
    {talk, "end", G_CALLBACK (end_cb)},
    {self->listener, "heard", G_CALLBACK (heard_cb)},
    {self->listener, "failed", G_CALLBACK (failed_cb)},
    {self->listener, "level", G_CALLBACK (level_cb)},
    {self->listener, "unteachable", G_CALLBACK (unteachable_cb)},
    {self->listener, "notify::capturing", G_CALLBACK (capturing_cb)},
    {self->settings, "changed::talk", G_CALLBACK (talk_changed_cb)},
    {self->settings, "changed::input-device", G_CALLBACK (input_changed_cb)},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].object, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "talk-toggle", talk, "toggle", G_SETTINGS_BIND_GET);
}

HandlerPushToTalk *
handler_push_to_talk_new (HandlerBattlePage *page, GSettings *settings, VoiceSourceKind kind,
                          const char *argument)
{
  HandlerPushToTalk *self = g_object_new (HANDLER_TYPE_PUSH_TO_TALK, NULL);
  ScenarioBattle *scenario;

  g_set_weak_pointer (&self->page, page);
  self->battle = g_object_ref (handler_battle_page_get_battle (page));
  self->settings = g_object_ref (settings);
  self->listener = voice_listener_new (kind, argument);
  scenario = engine_battle_get_scenario (self->battle);
  self->book = scenario_battle_book (scenario, "en", NULL);
  if (self->book == NULL)
    self->book = order_book_ref (engine_battle_get_book (self->battle));
  self->ear = handler_ear_new (self->book, scenario);
  connect_all (self);
  input_changed_cb (self);
  talk_changed_cb (self);
  return self;
}

static void
handler_push_to_talk_dispose (GObject *object)
{
  HandlerPushToTalk *self = HANDLER_PUSH_TO_TALK (object);

  if (self->listener != NULL)
    voice_listener_shutdown (self->listener);
  if (self->page != NULL)
    handler_talk_set_open (handler_battle_page_get_talk (self->page), FALSE);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->listener);
  g_clear_object (&self->battle);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->ear, handler_ear_free);
  g_clear_pointer (&self->book, order_book_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);
  G_OBJECT_CLASS (handler_push_to_talk_parent_class)->dispose (object);
}

static void
handler_push_to_talk_class_init (HandlerPushToTalkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = handler_push_to_talk_dispose;
}

static void
handler_push_to_talk_init (HandlerPushToTalk *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
