/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who is heard, and when: the rules of the speech scheduler, without any sound.
 *
 * Pure logic on a clock that the caller hands in (microseconds, monotonic).  Air time belongs to
 * the simulation, which sends one transmission at a time on each net; at ordinary speed the
 * scheduler obeys.  What it adds: one speaker at a time per net even when a voice needs longer
 * than its air time, pre-emption by class, newer for older, expiry, muting, and at high game
 * speed only what matters.  Used from one thread.
 *
 * Call voice_scheduler_next() until it returns FALSE after every change, and again at
 * voice_scheduler_get_deadline().
 */
#pragma once

#include "voice/voice-reason.h"
#include "voice/voice-utterance.h"

typedef struct _VoiceScheduler VoiceScheduler;

typedef enum {
  VOICE_ACTION_START, /* let it sound now */
  VOICE_ACTION_CUT,   /* it sounds: stop it */
  VOICE_ACTION_DROP,  /* it waited: it will not be heard */
} VoiceActionKind;

typedef struct {
  VoiceActionKind kind;
  VoiceReason reason;
  guint64 id;
} VoiceAction;

/* Waiting transmissions that are kept at most. */
#define VOICE_SCHEDULER_MAX_WAITING 64

/* (transfer full): at most `max_voices` sound at once. */
VoiceScheduler *voice_scheduler_new (guint max_voices);
void voice_scheduler_free (VoiceScheduler *scheduler);

/* Takes note of a transmission; it waits until it is ready (its sound exists). */
void
voice_scheduler_add (VoiceScheduler *scheduler, const VoiceUtterance *utterance, gint64 now_us);

/* Its sound is there and lasts `length_s`.  Unknown ids are ignored here and below. */
void voice_scheduler_set_ready (VoiceScheduler *scheduler, guint64 id, double length_s);

/* It has sounded to its end, or could not be made to sound. */
void voice_scheduler_finished (VoiceScheduler *scheduler, guint64 id);

/* Takes it out: a CUT or a DROP follows. */
void voice_scheduler_cut (VoiceScheduler *scheduler, guint64 id);

/* The same for every one. */
void voice_scheduler_clear (VoiceScheduler *scheduler);

/* A muted speaker is cut and no longer heard. */
void
voice_scheduler_set_speaker_muted (VoiceScheduler *scheduler, const char *speaker, gboolean muted);

/* Game speed: battle seconds in a real second; values below 1 count as 1. */
void voice_scheduler_set_time_scale (VoiceScheduler *scheduler, double time_scale);

/* The least urgent class that is heard at a game speed. */
VoiceClass voice_scheduler_least_class (double time_scale);

/* The next thing to do; FALSE if there is nothing. */
gboolean voice_scheduler_next (VoiceScheduler *scheduler, gint64 now_us, VoiceAction *action);

/* When voice_scheduler_next() may have something to do without any further call, or -1. */
gint64 voice_scheduler_get_deadline (VoiceScheduler *scheduler);

guint voice_scheduler_get_n_waiting (VoiceScheduler *scheduler);
guint voice_scheduler_get_n_sounding (VoiceScheduler *scheduler);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceScheduler, voice_scheduler_free)
