/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/speech-language.h"

#include "scenario/scenario.h"
#include "voice/voice-language.h"

/* Words that can be read, and a voice.  */
static gboolean
is_spoken (const char *language)
{
  g_autoptr (OrderCatalogue) messages = NULL;

  if (!voice_language_is_spoken (language))
    return FALSE;
  messages = scenario_language_messages (language);
  return g_str_equal (order_catalogue_get_language (messages), language);
}

char **
handler_spoken_languages (void)
{
  g_auto (GStrv) known = scenario_languages ();
  g_autoptr (GStrvBuilder) spoken = g_strv_builder_new ();

  for (char **language = known; *language != NULL; language++)
    if (is_spoken (*language))
      g_strv_builder_add (spoken, *language);
  return g_strv_builder_end (spoken);
}

char *
handler_speech_language (const char *setting)
{
  g_autofree char *wanted =
      setting != NULL && *setting != '\0' ? g_strdup (setting) : scenario_window_language ();
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (wanted);
  const char *language = order_catalogue_get_language (messages);

  return g_strdup (voice_language_is_spoken (language) ? language : "en");
}
