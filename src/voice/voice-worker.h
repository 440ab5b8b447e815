/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The voice thread: owns the scheduler and the pipeline, and starts the pipeline again when it
 * failed.
 *
 * Commands are put in a queue and never wait.  A sound system can block for ever in any call; the
 * watchdog of the main thread (voice.c) then gives up the whole worker and makes a new one, and
 * what was given up ends by itself if the call ever comes back.
 */
#pragma once

#include "voice/voice-ambience.h"
#include "voice/voice-outbox.h"
#include "voice/voice-sink-kind.h"
#include "voice/voice-sounds.h"
#include "voice/voice-synthesis.h"
#include "voice/voice-tape.h"
#include "voice/voice-utterance.h"

typedef struct _VoiceWorker VoiceWorker;

/* (transfer full): starts the thread.  `recovering`: another one failed before. */
VoiceWorker *voice_worker_new (VoiceSinkKind kind, const char *argument, VoiceOutbox *outbox,
                               gboolean recovering);

/* (transfer full) utterance: each is answered by one VOICE_EVENT_FINISHED. */
void voice_worker_say (VoiceWorker *worker, VoiceUtterance *utterance);
void voice_worker_prepare (VoiceWorker *worker, VoiceUtterance *utterance);
void voice_worker_cut (VoiceWorker *worker, guint64 id);
void voice_worker_cut_all (VoiceWorker *worker);
void voice_worker_sound (VoiceWorker *worker, VoiceSound sound);
void voice_worker_set_volume (VoiceWorker *worker, double volume, gboolean muted);

/* The device that plays, for VOICE_SINK_AUTOMATIC: NULL or "" is the default. */
void voice_worker_set_output (VoiceWorker *worker, const char *name);
void voice_worker_set_ambience (VoiceWorker *worker, const VoiceAmbience *ambience);
void voice_worker_set_layer_volume (VoiceWorker *worker, VoiceLayer layer, double volume);
void voice_worker_set_speaker_muted (VoiceWorker *worker, const char *speaker, gboolean muted);
void voice_worker_set_time_scale (VoiceWorker *worker, double time_scale);
/* From now on all goes to this tape too (NULL: to none), also while there is no device: then what
 * is said begins and ends as if it were heard. */
void voice_worker_set_tape (VoiceWorker *worker, VoiceTape *tape);

/* Commands that have not been carried out. */
guint voice_worker_get_n_pending (VoiceWorker *worker);

/* Microseconds since the thread last waited for something to do; 0 if it waits now.  Large when a
 * call into the sound system does not come back. */
gint64 voice_worker_get_busy_us (VoiceWorker *worker);

/* Pieces of sound that came too late. */
guint voice_worker_get_n_late (VoiceWorker *worker);

/* (transfer full) worker: asks it to end and waits at most `limit_us`.  FALSE: it was abandoned. */
gboolean voice_worker_stop (VoiceWorker *worker, gint64 limit_us);

/* Threads of the process that were abandoned and still have not ended. */
guint voice_worker_get_n_abandoned (void);
