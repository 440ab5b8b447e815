/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the link itself sounds like, beside what is said on it: a plain value.
 *
 * It is told from what the console shows, and it is heard in three layers: the bed (sync and
 * strain), the voices of the Legion, and the breath of one pilot.  Numbers out of range are brought
 * into it.
 */
#pragma once

#include <glib.h>

/* What can be switched off and has a volume of its own, beside speech. */
typedef enum {
  VOICE_LAYER_BED,
  VOICE_LAYER_BREATH,
  VOICE_LAYER_LEGION,
  VOICE_LAYER_CONSOLE, /* the console's own sounds */
} VoiceLayer;

#define VOICE_N_LAYERS (VOICE_LAYER_CONSOLE + 1)

#define VOICE_MAX_WHISPERS 4

/* One group of the Legion, as it is heard. */
typedef struct {
  guint voice;   /* the same number is the same group */
  double pan;    /* -1 left … 1 right */
  double level;  /* 0…1: how many, how lately, how strained the link is */
  gboolean deep; /* one that commands is among them */
} VoiceWhisper;

typedef struct {
  gboolean live; /* a battle goes on; else all is silent */
  double sync;   /* 0…1: share of the squadron that is on the link */
  double strain; /* 0…1: of the link */
  gboolean cut;  /* she is cut off: silence until it is FALSE again */
  guint n_whispers;
  VoiceWhisper whispers[VOICE_MAX_WHISPERS];
  double breath; /* 0…1: stress of the pilot whose breath is heard; 0: nobody's */
  double breath_pan;
  guint breath_pilot; /* a number of his own */
} VoiceAmbience;

/* Brings all numbers into their ranges; NaN becomes the lower end, or the middle of a pan. */
void voice_ambience_clamp (VoiceAmbience *ambience);
