/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pipeline: eight voice slots, one for the console's sounds and the backdrop (bed and whispers),
 * mixed, limited and measured.
 *
 *   slots ────┐
 *   sounds ───┤
 *   backdrop ─┴ audiomixer → (tap of the tape) → volume → rglimiter → level → spectrum → sink
 *
 * Everything is live on the system clock: the mixer puts out silence for slots that give nothing,
 * so nothing ever waits for a slot, and the set of pads never changes.  All functions and all
 * state changes belong to the voice thread, whose GMainContext is the thread default; the events
 * come on it.  Any of them may block as long as the sound system does, which is why nothing else
 * runs on that thread.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-ambience.h"
#include "voice/voice-levels.h"
#include "voice/voice-pcm.h"
#include "voice/voice-sink-kind.h"
#include "voice/voice-tape.h"
#include "voice/voice-utterance.h"

#define VOICE_MIX_RATE 48000
/* How late a piece of sound may come without being lost: five milliseconds for the sources and five
 * for the mixer.  With the mixer's own piece of ten and the sink's time to process, this is what
 * a report waits before its first sample, beside the device. */
#define VOICE_SOURCE_LATENCY  (5 * GST_MSECOND)
#define VOICE_MIX_LATENCY     (10 * GST_MSECOND)
#define VOICE_MIX_PIECE       (10 * GST_MSECOND)
#define VOICE_SINK_PROCESSING (5 * GST_MSECOND)
/* About 15 times a second. */
#define VOICE_LEVEL_INTERVAL (G_GUINT64_CONSTANT (66) * GST_MSECOND)

typedef struct _VoiceMixer VoiceMixer;

typedef struct {
  /* The sink plays.  Once. */
  void (*ready) (gpointer user_data);
  /* The pipeline is of no use any more: free it.  At most once. */
  void (*failed) (const char *message, gpointer user_data);
  /* A sound ended; not called for console sounds. */
  void (*ended) (guint64 id, gboolean completed, gpointer user_data);
  void (*levels) (const VoiceLevels *levels, gpointer user_data);
} VoiceMixerEvents;

/* (transfer full) (nullable): built and started; it works when `ready` has come.
 * Errors: VOICE_ERROR_ELEMENT, VOICE_ERROR_DEVICE, VOICE_ERROR_FAILED. */
VoiceMixer *voice_mixer_new (VoiceSinkKind kind, const char *argument,
                             const VoiceMixerEvents *events, gpointer user_data, GError **error);

/* Stops and frees it; a file is finished first. */
void voice_mixer_free (VoiceMixer *mixer);

/* Lets `pcm` sound under the conditions of `utterance`, in any free slot; wakes the pipeline.
 * FALSE if all eight are taken. */
gboolean voice_mixer_play (VoiceMixer *mixer, const VoiceUtterance *utterance, VoicePcm *pcm);

/* Stops the utterance with this id, if it sounds. */
void voice_mixer_cut (VoiceMixer *mixer, guint64 id);

/* A console sound; a new one ends the one before.  `pan` −1…1. */
void voice_mixer_sound (VoiceMixer *mixer, VoicePcm *pcm, double pan);

/* Linear volume 0…1 of everything. */
void voice_mixer_set_volume (VoiceMixer *mixer, double volume, gboolean muted);

/* What the link itself sounds like from now on; wakes the pipeline if that is anything.  A pilot's
 * breath takes a slot that nobody else wants, now and then, and gives it to whoever speaks. */
void voice_mixer_set_ambience (VoiceMixer *mixer, const VoiceAmbience *ambience);

/* Linear volume 0…1 of one layer beside that of everything; 0 is off. */
void voice_mixer_set_layer_volume (VoiceMixer *mixer, VoiceLayer layer, double volume);

/* Brings the volume up from silence, after a recovery. */
void voice_mixer_fade_in (VoiceMixer *mixer);

gboolean voice_mixer_is_silent (VoiceMixer *mixer);

/* Puts the pipeline to sleep (PAUSED, no processor time); voice_mixer_play() wakes it. */
void voice_mixer_sleep (VoiceMixer *mixer);

/* (transfer none): what voice_sink_new() made. */
GstElement *voice_mixer_get_sink (VoiceMixer *mixer);

/* What is mixed also goes to this tape, before volume and mute; NULL: to none. */
void voice_mixer_set_tape (VoiceMixer *mixer, VoiceTape *tape);

/* Pieces of sound that came too late, since the start. */
guint voice_mixer_get_n_late (VoiceMixer *mixer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceMixer, voice_mixer_free)
