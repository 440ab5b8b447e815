/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-mutes.h"

#define KEY "muted-speakers"

gboolean
handler_mutes_contains (GSettings *settings, const char *speaker)
{
  g_auto (GStrv) muted = NULL;

  if (settings == NULL || speaker == NULL)
    return FALSE;
  muted = g_settings_get_strv (settings, KEY);
  return g_strv_contains ((const char *const *) muted, speaker);
}

void
handler_mutes_set (GSettings *settings, const char *speaker, gboolean muted)
{
  g_autoptr (GStrvBuilder) after = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) all = NULL;

  if (settings == NULL || handler_mutes_contains (settings, speaker) == muted)
    return;
  before = g_settings_get_strv (settings, KEY);
  after = g_strv_builder_new ();
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], speaker))
      g_strv_builder_add (after, before[i]);
  if (muted)
    g_strv_builder_add (after, speaker);
  all = g_strv_builder_end (after);
  g_settings_set_strv (settings, KEY, (const char *const *) all);
}

const char *
handler_mutes_speaker (OrderBook *book, EngineCaption *caption)
{
  int machine = engine_caption_get_machine (caption);

  switch (engine_caption_get_kind (caption)) {
  case ENGINE_CAPTION_ORDER:
    return "handler";
  case ENGINE_CAPTION_SPOKEN:
    return machine >= 0 && (gsize) machine < order_book_n_machines (book)
               ? order_book_machine (book, (gsize) machine)->id
               : "desk";
  case ENGINE_CAPTION_CONSOLE:
  default:
    return NULL;
  }
}
