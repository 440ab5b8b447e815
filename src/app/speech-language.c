/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/speech-language.h"

#include "scenario/scenario.h"
#include "voice/voice-language.h"

char *
handler_speech_language (const char *setting)
{
  g_autofree char *wanted =
      setting != NULL && *setting != '\0' ? g_strdup (setting) : scenario_window_language ();
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (wanted);
  const char *language = order_catalogue_get_language (messages);

  return g_strdup (voice_language_is_spoken (language) ? language : "en");
}
