/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tape: what the mix gives, written as Ogg/Opus in segments.
 *
 *   mix → VoiceTap → (queue) → tape's thread: appsrc → rglimiter → audioconvert → opusenc → oggmux
 *                                             → filesink
 *
 * A tap takes a reference of each buffer of the mix as it passes, before volume and mute, and never
 * waits.  Everything else is done by the tape's own thread and pipeline, so that a slow or full
 * disk touches the sound in no way: what waits too long is left out, and a fault ends the tape with
 * a word.  A segment is a whole file; one that was cut off by a crash can be played up to its last
 * page, half a second at most before that.  Where the mix sleeps or is started again the tape goes
 * on without a gap.
 *
 * A tape is counted by references; the last one lets its thread end by itself.  It tells through an
 * outbox: VOICE_EVENT_PLACED, and VOICE_EVENT_TAPE_ENDED once.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-outbox.h"

/* A segment ends in the first pause after so long, or at the latest. */
#define VOICE_TAPE_SEGMENT_S      60
#define VOICE_TAPE_SEGMENT_MOST_S 75
/* Of the Opus stream: voices within a telephone's band, and the console's sounds. */
#define VOICE_TAPE_BITRATE 40000

typedef struct _VoiceTape VoiceTape;

/* (transfer full): starts the thread; the first segment is begun with the first sound.  `folder` is
 * there; what it holds is written over. */
VoiceTape *voice_tape_new (const char *folder, VoiceOutbox *outbox);
VoiceTape *voice_tape_ref (VoiceTape *tape);
void voice_tape_unref (VoiceTape *tape);

/* Any thread; never wait.  `stream` names a mix: running times of different ones do not compare. */

/* 48 kHz, stereo, native float, interleaved.  FALSE: it was left out, for the disk is slow or the
 * tape has ended. */
gboolean voice_tape_push (VoiceTape *tape, guint64 stream, GstBuffer *buffer);
/* A transmission sounds from this running time on. */
void voice_tape_mark (VoiceTape *tape, guint64 stream, GstClockTime running_time, guint64 id,
                      guint length_ms);

/* Finishes the last segment and waits for it, at most `limit_us`; FALSE: it goes on by itself. */
gboolean voice_tape_stop (VoiceTape *tape, gint64 limit_us);

/* Pieces of the mix that were left out. */
guint voice_tape_get_n_lost (VoiceTape *tape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceTape, voice_tape_unref)
