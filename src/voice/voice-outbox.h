/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events from the voice thread to the main context, in order; levels are latest wins.
 */
#pragma once

#include "voice/voice-levels.h"
#include "voice/voice-place.h"
#include "voice/voice-reason.h"

typedef enum {
  VOICE_EVENT_AVAILABLE,   /* sound works; `text` what there is to say about it, or NULL */
  VOICE_EVENT_UNAVAILABLE, /* it does not; `text` says why */
  VOICE_EVENT_STARTED,     /* `id` */
  VOICE_EVENT_FINISHED,    /* `id`, `completed` */
  VOICE_EVENT_LEVELS,      /* `levels` */
  VOICE_EVENT_LEFT_OUT,    /* `id`, `reason`; before its end */
  VOICE_EVENT_PLACED,      /* `id`, `place`: it is on the tape */
  VOICE_EVENT_TAPE_ENDED,  /* `text` says why, NULL: as it was asked to */
} VoiceEventKind;

typedef struct {
  VoiceEventKind kind;
  guint64 id;
  gboolean completed;
  char *text; /* (owned) (nullable) */
  VoiceReason reason;
  VoicePlace place;
  VoiceLevels levels;
} VoiceEvent;

typedef void (*VoiceOutboxFunc) (const VoiceEvent *event, gpointer user_data);

typedef struct _VoiceOutbox VoiceOutbox;

/* (transfer full): reference-counted; `func` is called in `context` until voice_outbox_close(). */
VoiceOutbox *voice_outbox_new (GMainContext *context, VoiceOutboxFunc func, gpointer user_data);
VoiceOutbox *voice_outbox_ref (VoiceOutbox *outbox);
void voice_outbox_unref (VoiceOutbox *outbox);

/* Any thread; never blocks. */
void voice_outbox_push (VoiceOutbox *outbox, VoiceEventKind kind, guint64 id, gboolean completed,
                        const char *text);
void voice_outbox_push_left_out (VoiceOutbox *outbox, guint64 id, VoiceReason reason);
void voice_outbox_push_placed (VoiceOutbox *outbox, guint64 id, const VoicePlace *place);
void voice_outbox_push_levels (VoiceOutbox *outbox, const VoiceLevels *levels);

/* In the thread of the context: no event is delivered from now on. */
void voice_outbox_close (VoiceOutbox *outbox);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceOutbox, voice_outbox_unref)
