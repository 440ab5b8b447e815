/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In place of voice-espeak.c in a program that is built without speech: it never opens, and all
 * who ask are told so. */
#include "voice/voice-espeak.h"

#include "voice/voice-error.h"

#include <glib/gi18n-lib.h>

static void
set_error (GError **error)
{
  g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_NO_SPEECH,
                       _ ("Built without speech; captions carry every word"));
}

gboolean
voice_espeak_open (const char *data_path, GError **error)
{
  set_error (error);
  return FALSE;
}

void
voice_espeak_close (void)
{
}

void
voice_espeak_list_voices (void)
{
}

VoicePcm *
voice_espeak_speak (const VoiceProfile *profile, int rate, const char *text, const gint *cancelled,
                    GError **error)
{
  set_error (error);
  return NULL;
}

char *
voice_espeak_mnemonics (const VoiceProfile *profile, const char *text)
{
  return NULL;
}
