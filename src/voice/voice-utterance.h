/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One transmission to be heard.
 */
#pragma once

#include "voice/voice-profile.h"
#include "voice/voice-radio-curve.h"

/* Most urgent first. */
typedef enum {
  VOICE_CLASS_EMERGENCY,
  VOICE_CLASS_CONTACT,
  VOICE_CLASS_ORDER, /* order traffic: orders, read-backs, objections */
  VOICE_CLASS_STATUS,
  VOICE_CLASS_TALK,
} VoiceClass;

#define VOICE_N_CLASSES (VOICE_CLASS_TALK + 1)

typedef struct {
  guint64 id;                  /* chosen by the caller, not 0, unique among living ones */
  const char *speaker;         /* id of the speaker, never NULL */
  const VoiceProfile *profile; /* NULL: voice_profile_for_id (speaker) */
  const char *text;            /* the whole sentence, lost words included; never NULL */
  VoiceClass urgency;
  guint net;                     /* one speaker at a time on each */
  const char *subject;           /* what it is about; a newer one replaces an older; or NULL */
  double pan;                    /* -1 left … 1 right */
  double distance_m;             /* to the speaker */
  double strain;                 /* of the link, 0…1 */
  const VoiceLostInterval *lost; /* words that did not arrive */
  gsize n_lost;
  double air_length_s; /* on the battle's clock; 0: as long as it takes */
  double expires_s;    /* from now on the battle's clock; 0: as its class */
  gboolean dry;        /* not by radio: a voice in the room (the desk) */
} VoiceUtterance;

/* (transfer full): a deep copy; strings are capped, numbers brought into their ranges. */
VoiceUtterance *voice_utterance_copy (const VoiceUtterance *utterance);

void voice_utterance_free (VoiceUtterance *utterance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceUtterance, voice_utterance_free)
