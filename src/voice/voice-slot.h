/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One voice slot of the mix: a chain of elements that exists as long as the pipeline does.
 *
 * appsrc → audioconvert → audioresample → format → level → audiopanorama → volume → mixer
 *
 * The sound is pulled: when the mix wants more, the slot's streaming thread reads the next 20 ms
 * of the stream.  An idle slot gives nothing, which a live mixer takes as silence: no
 * pad is ever added or removed, and a slot that does not sound costs nothing.
 *
 * Functions are for the voice thread.  The end of a sound is posted on the bus as an
 * application message VOICE_SLOT_ENDED with `id` (uint64) and `completed` (boolean).
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-stream.h"

#define VOICE_SLOT_ENDED "voice-slot-ended"

typedef struct _VoiceSlot VoiceSlot;

/* (transfer full) (nullable): built into `bin` and connected to `mixer`. */
VoiceSlot *voice_slot_new (GstBin *bin, GstElement *mixer, guint index, GError **error);

/* After the pipeline has stopped. */
void voice_slot_free (VoiceSlot *slot);

/* Lets `stream` (transfer full) sound from the running time `now` on.  What sounds already ends.
 * `pan` -1…1, `gain` linear. */
void voice_slot_start (VoiceSlot *slot, guint64 id, const char *speaker, VoiceStream *stream,
                       GstClockTime now, double pan, double gain);

/* Turns what sounds down (or up again) to this share within some hundredths of a second. */
void voice_slot_duck (VoiceSlot *slot, float share);

/* Ends it within some milliseconds, without a click. */
void voice_slot_stop (VoiceSlot *slot);

/* It was stopped and is fading out. */
gboolean voice_slot_is_stopping (VoiceSlot *slot);

/* The id that sounds, or 0; console sounds have ids as well. */
guint64 voice_slot_get_id (VoiceSlot *slot);

const char *voice_slot_get_speaker (VoiceSlot *slot);

/* The slot's level element, to know its messages. */
GstElement *voice_slot_get_level (VoiceSlot *slot);

/* Pieces that came after the moment they were for, since the slot was made. */
guint voice_slot_get_n_late (VoiceSlot *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceSlot, voice_slot_free)
