/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In the place of voice-recogniser.c in a build without pocketsphinx. */
#include "voice/voice-recogniser.h"

#include <glib/gi18n-lib.h>

void
voice_heard_clear (VoiceHeard *heard)
{
}

gboolean
voice_recogniser_is_built (void)
{
  return FALSE;
}

VoiceRecogniser *
voice_recogniser_new (GError **error)
{
  g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_NO_LISTENING,
                       _ ("This build of the program cannot listen: it was made without a speech recogniser"));
  return NULL;
}

void
voice_recogniser_free (VoiceRecogniser *recogniser)
{
}

char **
voice_recogniser_teach (VoiceRecogniser *recogniser, const VoiceWord *words, gsize n_words)
{
  return NULL;
}

gboolean
voice_recogniser_set_grammar (VoiceRecogniser *recogniser, const char *jsgf, GError **error)
{
  return voice_recogniser_new (error) != NULL;
}

gboolean
voice_recogniser_hear (VoiceRecogniser *recogniser, const gint16 *samples, gsize n_samples,
                       VoiceHeard *heard)
{
  *heard = (VoiceHeard){.n = 0};
  return FALSE;
}
