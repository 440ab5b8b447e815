/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the two halves of the worker share: voice-worker.c is the thread and the life of its
 * pipeline, voice-worker-commands.c what the main thread asks for.
 */
#pragma once

#include "voice/voice-mixer.h"
#include "voice/voice-scheduler.h"
#include "voice/voice-worker.h"

#include <stdatomic.h>

typedef struct {
  VoiceUtterance *utterance; /* (owned) */
  VoicePcm *pcm;             /* (owned) (nullable) until it is spoken */
} VoiceWorkerItem;

struct _VoiceWorker {
  gatomicrefcount ref_count;
  VoiceSinkKind sink_kind;
  char *sink_argument;       /* (owned) (nullable) (worker) */
  VoiceOutbox *outbox;       /* (owned) */
  VoiceSynthesis *synthesis; /* (owned) (nullable) */
  GThread *thread;           /* (owned) (main) */
  GMainContext *context;     /* (owned) */
  GMainLoop *loop;           /* (owned) */
  atomic_uint n_posted, n_done, n_late;
  _Atomic gint64 busy_since_us; /* 0: it waits for something to do */

  GMutex stop_lock;
  GCond stop_changed;
  gboolean stopped;   /* under `stop_lock`, as the one below */
  gboolean abandoned; /* nobody waits for the end */

  /* All below: (worker) */
  VoiceScheduler *scheduler; /* (owned) */
  GHashTable *items;         /* (owned) id → VoiceWorkerItem, waiting or sounding */
  VoiceMixer *mixer;         /* (owned) (nullable) */
  gboolean ready;            /* the mixer plays */
  gboolean recovering;
  VoiceTape *tape;      /* (owned) (nullable) */
  gboolean standing_in; /* the mixer has no device and is there for the tape alone */
  VoicePcm *sounds[VOICE_N_SOUNDS]; /* (owned) (nullable) */
  double volume;
  gboolean muted;
  VoiceAmbience ambience;
  double layers[VOICE_N_LAYERS]; /* volumes */
  double time_scale;
  guint n_requests; /* sentences that are being spoken */
  gint64 flowed_us; /* when levels came last */
  GSource *retry;   /* (owned) (nullable) as the four below */
  GSource *start_limit;
  GSource *deadline;
  GSource *sleep;
  GSource *stall; /* while the pipeline is awake */

  /* (worker) voice-worker-output.c: the device that was chosen, `sink_argument`, */
  gboolean fell_back;   /* is not there, and another plays */
  gboolean left_alone; /* was left for another on purpose */
  GSource *look;       /* (owned) (nullable) looks whether that has changed */
};

typedef void (*VoiceWorkerFunc) (VoiceWorker *worker, gpointer data);

VoiceWorker *voice_worker_ref (VoiceWorker *worker);
void voice_worker_unref (VoiceWorker *worker);

/* Any thread: has `func` called on the voice thread.  `data` is freed in any case. */
void voice_worker_post (VoiceWorker *worker, VoiceWorkerFunc func, gpointer data,
                        GDestroyNotify destroy);

/* The rest: voice thread only. */

/* Carries out what the scheduler decides, and sets the timer for its next decision. */
void voice_worker_follow_scheduler (VoiceWorker *worker);

/* Forgets the item and says how it ended. */
void voice_worker_tell_finished (VoiceWorker *worker, guint64 id, gboolean completed);
/* The same for one that is not heard, or not to its end. */
void voice_worker_tell_left_out (VoiceWorker *worker, guint64 id, VoiceReason reason);

/* Makes a mix without a device, for the tape; nothing happens if that fails. */
void voice_worker_stand_in (VoiceWorker *worker);
void voice_worker_end_stand_in (VoiceWorker *worker);
/* Asked before the stand-in makes room; may take as long as the sound server does. */
gboolean voice_worker_device_is_back (VoiceWorker *worker);

/* After anything that wakes the pipeline, and after anything that may have silenced it. */
void voice_worker_expect_flow (VoiceWorker *worker);
void voice_worker_consider_sleep (VoiceWorker *worker);

void voice_worker_item_free (gpointer item);

/* Ends what sounds and opens the device again. */
void voice_worker_restart (VoiceWorker *worker);

/* Says that there is sound, and by which device where that is not the one that was chosen. */
void voice_worker_tell_available (VoiceWorker *worker);

/* In place of what `source` was before. */
void voice_worker_set_timer (VoiceWorker *worker, GSource **source, guint ms, GSourceFunc func);
