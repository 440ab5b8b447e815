/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why a transmission was not heard, or not to its end.
 */
#pragma once

typedef enum {
  VOICE_REASON_NONE,
  VOICE_REASON_MUTED,     /* the speaker is muted */
  VOICE_REASON_THINNED,   /* not important enough at this game speed */
  VOICE_REASON_REPEATED,  /* the same subject was heard a moment ago */
  VOICE_REASON_REPLACED,  /* a newer one about the same subject came */
  VOICE_REASON_EXPIRED,   /* waited too long */
  VOICE_REASON_OVERFLOW,  /* too many wait */
  VOICE_REASON_PREEMPTED, /* something more urgent on the net */
  VOICE_REASON_OVERRAN,   /* longer than its air time, and another waits */
  VOICE_REASON_REQUESTED, /* the caller asked for it */
  VOICE_REASON_NO_SOUND,  /* no device, or the sound system failed */
  VOICE_REASON_NO_SPEECH, /* nothing of it can be spoken, or there is no synthesiser */
} VoiceReason;

#define VOICE_N_REASONS (VOICE_REASON_NO_SPEECH + 1)
