/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Push to talk: the microphone while a key is held, then the words that were said.
 *
 * A VoiceListener is used on the main thread, and its signals come there; no function waits.  The
 * recogniser has a thread of its own, and so has each capture: sound systems may block for ever.
 * Nothing is captured but from voice_listener_begin() to voice_listener_end(), nothing is stored, and
 * nothing leaves the process.
 *
 * Signals:
 *   heard (heard: const VoiceHeard *)  once for every capture that ended: what was said, during
 *                                the signal
 *   failed (message: string)     instead of it; translated
 *   level (rms: double)          of what is captured, in dB below full scale
 *   unteachable (words: GStrv)   words of the grammar that can not be listened for; without them
 *                                it has to be set again, until then nothing is heard
 *
 * Properties:
 *   capturing (gboolean, read only)   from begin to end
 *   busy (gboolean, read only)        something was captured and not yet heard
 */
#pragma once

#include <glib-object.h>

#include "voice/voice-recogniser.h"
#include "voice/voice-source-kind.h"

#define VOICE_TYPE_LISTENER (voice_listener_get_type ())
G_DECLARE_FINAL_TYPE (VoiceListener, voice_listener, VOICE, LISTENER, GObject)

/* (transfer full): `argument` as VoiceSourceKind says, else NULL.  Nothing is opened or loaded. */
VoiceListener *voice_listener_new (VoiceSourceKind kind, const char *argument);

/* The microphone from the next capture on, for VOICE_SOURCE_AUTOMATIC; others go on as they are. */
void voice_listener_set_device (VoiceListener *listener, const char *name);

/* What to listen for; all is copied.  The first time the model is loaded in the background. */
void voice_listener_set_grammar (VoiceListener *listener, const char *jsgf, const VoiceWord *words,
                                 gsize n_words);

/* Opens the microphone.  FALSE while one capture goes on, or one before hangs. */
gboolean voice_listener_begin (VoiceListener *listener);

/* Closes it, and hears what was said; with `forget` nothing is heard, and no signal comes. */
void voice_listener_end (VoiceListener *listener, gboolean forget);

gboolean voice_listener_get_capturing (VoiceListener *listener);
gboolean voice_listener_get_busy (VoiceListener *listener);

/* From then on every call does nothing, and no signal comes.  Also done with the last reference. */
void voice_listener_shutdown (VoiceListener *listener);
