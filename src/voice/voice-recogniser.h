/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Speech to words, offline, with pocketsphinx.
 *
 * It knows neither orders nor battles: it is given a grammar (JSGF) and listens for nothing else.
 * This is the one file that calls pocketsphinx, and it hides the difference between its two
 * interfaces, that of 0.8 and the prereleases of 5, and that of 5.0 and later.  One thread at a time; loading and
 * hearing take their time, so not the main thread of a window.  Hearing takes another thread beside the caller's.
 */
#pragma once

#include "voice/voice-error.h"

/* What it hears: mono, 16 bits. */
#define VOICE_RECOGNISER_RATE 16000

typedef struct _VoiceRecogniser VoiceRecogniser;

/* A word of a grammar and how it is said. */
typedef struct {
  const char *word;
  const char *aloud;         /* as a synthesiser is to say it */
  const char *pronunciation; /* phones (ARPAbet), or NULL */
  gboolean name; /* the dictionary may have another of that spelling */
} VoiceWord;

/* How often one utterance is listened to: as it is and a little lower or higher, by two recognisers that part noise
 * from speech or do not.  What is misheard is seldom misheard in the same way again. */
#define VOICE_HEARINGS 6

/* What may have been said: words of the grammar, and which share of the hearings heard them, 0 to 1: some count a
 * little more than others, and the louder the noise is beside the speech, the less do those that do not part them (down to
 * 0.07 each).  A hearing that heard nothing, or no whole sentence, leaves its share to nobody. */
typedef struct {
  char *words; /* (owned) */
  double share;
} VoiceHypothesis;

/* Each once, the largest share first. */
typedef struct {
  VoiceHypothesis each[VOICE_HEARINGS];
  guint n;
} VoiceHeard;

void voice_heard_clear (VoiceHeard *heard);

/* Can this build listen?  Where it can not, voice_recogniser_new() says so. */
gboolean voice_recogniser_is_built (void);

/* (transfer full): loads the English model, about a second.  The folder with the model may be
 * given in the environment as HANDLER_ONE_SPEECH_MODEL.  Error: VOICE_ERROR_NO_LISTENING. */
VoiceRecogniser *voice_recogniser_new (GError **error);
void voice_recogniser_free (VoiceRecogniser *recogniser);

/* (transfer full) (nullable): looks each word up, and teaches those that the dictionary lacks: by
 * their pronunciation, else as the synthesiser would say them.  Those that it can not be taught,
 * NULL-terminated; NULL when there are none.  A pronunciation that is given comes before the
 * dictionary's. */
char **voice_recogniser_teach (VoiceRecogniser *recogniser, const VoiceWord *words, gsize n_words);

/* From now on listens for this grammar, of words that it knows.  Error: VOICE_ERROR_FAILED; the
 * grammar before it stays then. */
gboolean voice_recogniser_set_grammar (VoiceRecogniser *recogniser, const char *jsgf,
                                       GError **error);

/* One utterance, from key to key.  FALSE when no grammar is set. */
gboolean voice_recogniser_hear (VoiceRecogniser *recogniser, const gint16 *samples,
                                gsize n_samples, VoiceHeard *heard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceRecogniser, voice_recogniser_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VoiceHeard, voice_heard_clear)
