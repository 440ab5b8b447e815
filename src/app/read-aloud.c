/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/read-aloud.h"

#include "scenario/scenario.h"
#include "ui/preferences/handler-voices.h"
#include "voice/voice-language.h"

#include <string.h>

/* Far from the ids of captions, which count up from one.  */
#define FIRST_ID (G_GUINT64_CONSTANT (1) << 62)

typedef struct {
  GSimpleAction *action; /* borrowed: it owns this */
  VoiceRadio *radio;     /* (owned) */
  GSettings *settings;   /* (owned) (nullable) */
  char **sentences;      /* (owned) (nullable) being read */
  guint next;            /* sentence */
  guint64 id;            /* of what is said */
} ReadAloud;

/* ---- Sentences -------------------------------------------------------------------------------- */

static gboolean
ends_sentence (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  char after = *g_utf8_next_char (at);

  if (c == '\n' || c == 0x3002) /* the ideographic full stop */
    return TRUE;
  return (c == '.' || c == '!' || c == '?') && (after == ' ' || after == '\n' || after == '\0');
}

char **
read_aloud_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *begin = text;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const char *end = g_utf8_next_char (at);
    g_autofree char *sentence = NULL;

    if (!ends_sentence (at) && *end != '\0')
      continue;
    sentence = g_strstrip (g_strndup (begin, (gsize) (end - begin)));
    if (*sentence != '\0')
      g_strv_builder_add (builder, sentence);
    begin = end;
  }
  return g_strv_builder_end (builder);
}

/* ---- Reading ---------------------------------------------------------------------------------- */

static void
stop (ReadAloud *self)
{
  guint64 id = self->id;

  self->id = 0;
  g_clear_pointer (&self->sentences, g_strfreev);
  g_simple_action_set_state (self->action, g_variant_new_string (""));
  if (id != 0)
    voice_radio_cut (self->radio, id);
}

static void
say_next (ReadAloud *self)
{
  static guint64 last = FIRST_ID;
  g_autofree char *language = scenario_order_language ();
  VoiceProfile profile;
  VoiceUtterance utterance = {.id = ++last,
                              .speaker = "desk",
                              .profile = &profile,
                              .urgency = VOICE_CLASS_ORDER,
                              .dry = TRUE};

  utterance.text = self->sentences[self->next];
  if (utterance.text == NULL) {
    self->id = 0;
    stop (self);
    return;
  }
  self->next++;
  self->id = utterance.id;
  voice_profile_for_id (&profile, "desk");
  handler_voices_apply (self->settings, &profile, 1);
  voice_profile_set_language (&profile, g_intern_string (language));
  voice_radio_say (self->radio, &utterance);
}

static void
finished_cb (VoiceRadio *radio, guint64 id, gboolean completed, gpointer user_data)
{
  ReadAloud *self = user_data;

  if (id != self->id || self->sentences == NULL)
    return;
  self->id = 0;
  if (completed)
    say_next (self);
  else
    stop (self);
}

static void
activate_cb (GSimpleAction *action, GVariant *text, gpointer user_data)
{
  ReadAloud *self = user_data;
  g_autoptr (GVariant) before = g_action_get_state (G_ACTION (action));

  stop (self);
  if (*g_variant_get_string (text, NULL) == '\0' || g_variant_equal (before, text))
    return;
  self->sentences = read_aloud_split (g_variant_get_string (text, NULL));
  self->next = 0;
  g_simple_action_set_state (action, text);
  say_next (self);
}

static void
read_aloud_free (gpointer data)
{
  ReadAloud *self = data;

  g_signal_handlers_disconnect_by_data (self->radio, self);
  g_strfreev (self->sentences);
  g_object_unref (self->radio);
  g_clear_object (&self->settings);
  g_free (self);
}

GAction *
read_aloud_action_new (VoiceRadio *radio, GSettings *settings)
{
  GSimpleAction *action = g_simple_action_new_stateful ("reading", G_VARIANT_TYPE_STRING,
                                                        g_variant_new_string (""));
  ReadAloud *self = g_new0 (ReadAloud, 1);

  self->action = action;
  self->radio = g_object_ref (radio);
  g_set_object (&self->settings, settings);
  g_object_set_data_full (G_OBJECT (action), "read-aloud", self, read_aloud_free);
  g_signal_connect (radio, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (action, "activate", G_CALLBACK (activate_cb), self);
  g_object_bind_property (radio, "available", action, "enabled", G_BINDING_SYNC_CREATE);
  return G_ACTION (action);
}
