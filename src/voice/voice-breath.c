/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-breath.h"

#include "voice/voice-random.h"
#include "voice/voice-resonator.h"

#include <math.h>

#define RATE     VOICE_BREATH_RATE
#define CONTROL  16
#define PERIOD_S ((double) CONTROL / RATE)

#define N_BREATHS  4
#define FADE_IN_S  1.0
#define FADE_OUT_S 1.6
/* Of a breath: in, a turn, out, and the rest until the next. */
#define IN_SHARE   0.40
#define TURN_SHARE 0.05
#define OUT_SHARE  0.43
/* From the first sound of a beat to the second, as a share of the beat. */
#define SECOND_BEAT 0.32

typedef struct {
  VoiceStream stream;
  VoiceRandom random;
  double stress;
  gsize position, length;
  VoiceResonator throat, mouth;
  float air, air_target; /* level of the breath */
  double pulse_hz;       /* 0: no heart is heard */
} Breath;

double
voice_breath_get_period (double stress)
{
  return 2.5 - 1.25 * stress;
}

double
voice_breath_get_seconds (double stress)
{
  return N_BREATHS * voice_breath_get_period (stress) * (1.0 + 0.5 * stress);
}

double
voice_breath_get_pulse (double stress)
{
  return stress < 0.5 ? 0.0 : 95.0 + 55.0 * stress;
}

double
voice_breath_get_rest (double stress)
{
  return 40.0 - 20.0 * stress;
}

static float
amplitude (double db)
{
  return (float) pow (10.0, db / 20.0);
}

/* Rises and falls once between 0 and 1. */
static double
arch (double t, double peak)
{
  double x = t < peak ? t / peak : (1.0 - t) / (1.0 - peak);

  return x * x * (3.0 - 2.0 * x);
}

static void
tune (Breath *breath, double throat_hz, double mouth_hz)
{
  voice_resonator_tune (&breath->throat, RATE, throat_hz, 1.6);
  voice_resonator_tune (&breath->mouth, RATE, mouth_hz, 2.2);
}

/* In through a narrow throat, out lower and longer; under great stress it shakes. */
static void
control (Breath *breath, double at_s)
{
  double t = fmod (at_s, voice_breath_get_period (breath->stress));
  double share = t / voice_breath_get_period (breath->stress);
  double out = (share - IN_SHARE - TURN_SHARE) / OUT_SHARE;
  double level = 0.0;

  if (share < IN_SHARE) {
    double in = share / IN_SHARE;

    tune (breath, 900.0 + 350.0 * in, 1900.0 + 500.0 * in);
    level = 0.8 * arch (in, 0.75);
  } else if (out > 0.0 && out < 1.0) {
    tune (breath, 640.0 - 180.0 * out, 1350.0 - 350.0 * out);
    level = arch (out, 0.2) * (1.0 - 0.35 * breath->stress * (0.5 + 0.5 * sin (57.0 * at_s)));
  }
  breath->air_target = amplitude (-22.0 + 4.0 * breath->stress) * (float) level;
}

/* A dull knock: a falling tone with enough of its octave for small loudspeakers. */
static float
knock (double since_s, double hz)
{
  double phase = 2.0 * G_PI * hz * since_s;

  if (since_s < 0.0 || since_s > 0.25)
    return 0.0f;
  return (float) (exp (-since_s / 0.045) * (1.0 - exp (-since_s / 0.004)) *
                  (sin (phase) + 0.5 * sin (2.0 * phase)));
}

static float
heart (const Breath *breath, double at_s)
{
  double beat_s = breath->pulse_hz > 0.0 ? 1.0 / breath->pulse_hz : 0.0;
  double since_s;

  if (beat_s <= 0.0)
    return 0.0f;
  since_s = fmod (at_s, beat_s);
  return amplitude (-23.0) *
         (knock (since_s, 62.0) + 0.7f * knock (since_s - SECOND_BEAT * beat_s, 78.0));
}

/* Comes and goes softly. */
static float
envelope (double at_s, double length_s)
{
  double in = fmin (at_s / FADE_IN_S, 1.0);
  double out = fmin ((length_s - at_s) / FADE_OUT_S, 1.0);

  return (float) (in * fmax (out, 0.0));
}

static float
next_sample (Breath *breath)
{
  double at_s = (double) breath->position / RATE;
  float noise = voice_random_noise (&breath->random);
  float x;

  if (breath->position % CONTROL == 0)
    control (breath, at_s);
  breath->air += 0.02f * (breath->air_target - breath->air);
  x = breath->air * (voice_resonator_step (&breath->throat, noise) +
                     0.6f * voice_resonator_step (&breath->mouth, noise));
  x += heart (breath, at_s);
  breath->position++;
  return x * envelope (at_s, (double) breath->length / RATE);
}

static gsize
read_breath (VoiceStream *stream, float *out, gsize n)
{
  Breath *breath = (Breath *) stream;

  n = MIN (n, breath->length - breath->position);
  for (gsize i = 0; i < n; i++)
    out[i] = next_sample (breath);
  return n;
}

static void
free_breath (VoiceStream *stream)
{
  g_free (stream);
}

VoiceStream *
voice_breath_new (double stress, guint64 seed)
{
  Breath *breath = g_new0 (Breath, 1);

  breath->stream = (VoiceStream) {RATE, read_breath, free_breath};
  breath->stress = CLAMP (stress, 0.0, 1.0);
  breath->random.state = seed;
  breath->length = (gsize) (voice_breath_get_seconds (breath->stress) * RATE);
  breath->pulse_hz = voice_breath_get_pulse (breath->stress) / 60.0;
  tune (breath, 900.0, 1900.0);
  return &breath->stream;
}
