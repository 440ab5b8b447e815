/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-sounds.h"

#include <math.h>

#define RATE     48000
#define ATTACK_S 0.006
#define TAIL_S   0.040

typedef struct {
  double hz;
  double at_s;
  double length_s;
  double level;
} Note;

/* Intervals of the major triad going up say yes or look, a falling minor third says no. */
static const Note notes[VOICE_N_SOUNDS][4] = {
    [VOICE_SOUND_ALERT] = {{880.0, 0.00, 0.16, 0.30},
                           {659.3, 0.17, 0.16, 0.30},
                           {880.0, 0.34, 0.16, 0.30},
                           {659.3, 0.51, 0.24, 0.30}},
    [VOICE_SOUND_CONTACT] = {{784.0, 0.00, 0.12, 0.22}, {987.8, 0.11, 0.24, 0.22}},
    [VOICE_SOUND_ORDER_ACCEPTED] = {{1046.5, 0.00, 0.07, 0.13}, {1318.5, 0.06, 0.14, 0.13}},
    [VOICE_SOUND_ORDER_REFUSED] = {{466.2, 0.00, 0.13, 0.22}, {392.0, 0.13, 0.24, 0.22}},
    [VOICE_SOUND_TIMER] = {{1174.7, 0.00, 0.09, 0.18},
                           {1174.7, 0.15, 0.09, 0.18},
                           {1568.0, 0.30, 0.22, 0.18}},
    [VOICE_SOUND_TEST_LEFT] = {{523.3, 0.00, 0.40, 0.30}, {659.3, 0.30, 0.50, 0.30}},
    [VOICE_SOUND_TEST_RIGHT] = {{659.3, 0.00, 0.40, 0.30}, {784.0, 0.30, 0.50, 0.30}},
};

double
voice_sound_get_pan (VoiceSound sound)
{
  return sound == VOICE_SOUND_TEST_LEFT ? -1.0 : sound == VOICE_SOUND_TEST_RIGHT ? 1.0 : 0.0;
}

static double
length_of (const Note *melody)
{
  double end_s = 0.0;

  for (guint i = 0; i < 4; i++)
    end_s = fmax (end_s, melody[i].at_s + melody[i].length_s);
  return end_s + TAIL_S;
}

/* A sine with a little of its octave, a short rise and an exponential fall. */
static double
tone (const Note *note, double t)
{
  double phase = 2.0 * G_PI * note->hz * t;
  double rise = fmin (t / ATTACK_S, 1.0);
  double fall = exp (-3.5 * t / note->length_s) * fmin ((note->length_s - t) / ATTACK_S, 1.0);

  return note->level * rise * fall * (sin (phase) + 0.18 * sin (2.0 * phase));
}

static void
add_note (VoicePcm *pcm, const Note *note)
{
  gsize from = (gsize)(note->at_s * RATE);
  gsize n = (gsize)(note->length_s * RATE);

  for (gsize i = 0; i < n && from + i < pcm->n_samples; i++)
    pcm->samples[from + i] += (float)tone (note, (double)i / RATE);
}

VoicePcm *
voice_sound_render (VoiceSound sound)
{
  VoicePcm *pcm;

  g_return_val_if_fail ((guint)sound < VOICE_N_SOUNDS, NULL);

  pcm = voice_pcm_new (RATE, (gsize)(length_of (notes[sound]) * RATE));
  for (guint i = 0; i < 4; i++) {
    if (notes[sound][i].length_s > 0.0)
      add_note (pcm, &notes[sound][i]);
  }
  return pcm;
}
