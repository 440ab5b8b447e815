/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences to sound: one thread for the whole process, and a cache.
 *
 * Whole sentences are spoken ahead (espeak-ng is some hundred times faster than real time) and kept
 * by voice, rate, pitch, range and text.  All functions may be called from any thread, but
 * the first voice_synthesis_acquire() belongs on the main thread before others start (it touches
 * LC_CTYPE for a moment).
 */
#pragma once

#include "voice/voice-pcm.h"
#include "voice/voice-profile.h"

typedef struct _VoiceSynthesis VoiceSynthesis;

/* `pcm` is NULL and `error` set if it could not be spoken; both belong to the caller of this. */
typedef void (*VoiceSynthesisFunc) (VoicePcm *pcm, const GError *error, gpointer user_data);

/* (transfer full) (nullable): the synthesis of this process, started when needed.  The folder with
 * `espeak-ng-data` may be given in the environment as HANDLER_ONE_ESPEAK_DATA.  Error:
 * VOICE_ERROR_NO_SPEECH. */
VoiceSynthesis *voice_synthesis_acquire (GError **error);

/* The last one ends the thread, which takes some milliseconds. */
void voice_synthesis_release (VoiceSynthesis *synthesis);

/* (transfer full) (nullable): a sentence that has been spoken before; returns at once.
 * `target_s` as below. */
VoicePcm *voice_synthesis_lookup (VoiceSynthesis *synthesis, const VoiceProfile *profile,
                                  const char *text, double target_s);

/* Speaks `text`, cleaned first.  With `target_s` above 0 the rate is moved towards that length in
 * seconds, as voice_synthesis_fit_rate() says.  `done` is called in `context`, or never when it is
 * NULL (speaking ahead; these wait behind the others).  `user_data` is freed in any case. */
void voice_synthesis_request (VoiceSynthesis *synthesis, const VoiceProfile *profile,
                              const char *text, double target_s, GMainContext *context,
                              VoiceSynthesisFunc done, gpointer user_data, GDestroyNotify destroy);

/* Forgets the requests that would be answered in `context`; one that is being spoken is still
 * answered. */
void voice_synthesis_cancel (VoiceSynthesis *synthesis, GMainContext *context);

/* (transfer full) (nullable): the same, waiting for it.  For tests and the command line. */
VoicePcm *voice_synthesis_speak (VoiceSynthesis *synthesis, const VoiceProfile *profile,
                                 const char *text, double target_s, GError **error);

/* (transfer full) (nullable): the sounds of `text` as an English voice ("gmw/en-US") would say it, as
 * voice_espeak_mnemonics(); waits for it. */
char *voice_synthesis_mnemonics (VoiceSynthesis *synthesis, const char *text, const char *voice);

/* The rate for a sentence that lasts `natural_s` at the profile's rate and should last `target_s`: within
 * 15 % of that, or up to its `rate_most`. */
int voice_synthesis_fit_rate (const VoiceProfile *profile, double natural_s, double target_s);

/* Bytes of sound kept. */
#define VOICE_SYNTHESIS_CACHE_BYTES ((gsize)32 << 20)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceSynthesis, voice_synthesis_release)
