/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-bed.h"

#include "voice/voice-random.h"
#include "voice/voice-resonator.h"

#include <math.h>

/* Seconds of a control period. */
#define PERIOD_S ((double) VOICE_BED_CONTROL / VOICE_BED_RATE)

#define N_TONES 6
/* How soon it follows what it is told, and how soon it comes and goes. */
#define FOLLOW_S   0.5
#define FADE_IN_S  0.8
#define FADE_OUT_S 0.12
/* The cut: so long it falls, by so many octaves; the return: so long it is a burst, then it rises.
 */
#define FALL_S       0.45
#define FALL_OCTAVES 3.0
#define BURST_S      0.16
#define RISE_S       1.2
/* Below this it is silence. */
#define SILENT 1e-5f

/* A fifth, an octave and what lies above, out of tune enough to live. */
static const double tones_hz[N_TONES] = {110.0, 164.6, 219.2, 330.7, 438.1, 659.9};
static const float tones_level[N_TONES] = {1.0f, 0.8f, 0.62f, 0.5f, 0.34f, 0.22f};
static const float tones_pan[N_TONES] = {0.0f, -0.45f, 0.5f, -0.7f, 0.75f, -0.2f};

typedef struct {
  double phase, beat_phase, wave_phase; /* turns */
  double step, beat_step;               /* turns a sample */
  double wave_hz;
  float gain, beat_gain;
  float left, right;
} Tone;

typedef enum {
  PHASE_OPEN,
  PHASE_FALLING,
  PHASE_CUT,
  PHASE_RISING,
} Phase;

struct _VoiceBed {
  VoiceRandom random;
  VoiceBedState state;
  double sync, strain; /* as followed */
  Phase phase;
  double phase_s; /* since it began */
  guint sample;   /* in the control period */
  float level, level_target;
  Tone tones[N_TONES];
  VoiceResonator hiss[2]; /* left, right */
  float hiss_gain;
  VoiceResonator tear; /* the noise of the cut and of the return */
  float tear_gain;
  float crackle, crackle_decay;
  float crackle_pan;
  double crackle_chance; /* a sample */
  double tremor_phase;
};

static float
amplitude (double db)
{
  return (float) pow (10.0, db / 20.0);
}

/* 0 up to `from`, 1 from `to` on. */
static double
ramp (double x, double from, double to)
{
  double t = CLAMP ((x - from) / (to - from), 0.0, 1.0);

  return t * t * (3.0 - 2.0 * t);
}

VoiceBed *
voice_bed_new (guint64 seed)
{
  VoiceBed *bed = g_new0 (VoiceBed, 1);

  bed->random.state = seed;
  for (guint i = 0; i < N_TONES; i++) {
    Tone *tone = &bed->tones[i];
    double angle = (tones_pan[i] + 1.0) * G_PI / 4.0;

    tone->phase = voice_random_unit (&bed->random);
    tone->wave_phase = voice_random_unit (&bed->random);
    tone->wave_hz = 0.05 + 0.12 * voice_random_unit (&bed->random);
    tone->left = (float) cos (angle);
    tone->right = (float) sin (angle);
  }
  bed->crackle_decay = (float) exp (-1.0 / (0.0012 * VOICE_BED_RATE));
  bed->phase = PHASE_OPEN;
  return bed;
}

void
voice_bed_free (VoiceBed *bed)
{
  g_free (bed);
}

void
voice_bed_set (VoiceBed *bed, const VoiceBedState *state)
{
  g_return_if_fail (bed != NULL);
  g_return_if_fail (state != NULL);

  /* What was silent begins where it is told to, and does not glide there. */
  if (voice_bed_is_silent (bed)) {
    bed->sync = state->sync;
    bed->strain = state->strain;
    bed->phase = state->cut ? PHASE_CUT : bed->phase == PHASE_CUT ? PHASE_RISING : PHASE_OPEN;
    bed->phase_s = 0.0;
  }
  bed->state = *state;
}

gboolean
voice_bed_is_silent (const VoiceBed *bed)
{
  return bed->level < SILENT && (!bed->state.live || bed->phase == PHASE_CUT);
}

static void
enter (VoiceBed *bed, Phase phase)
{
  bed->phase = phase;
  bed->phase_s = 0.0;
}

static void
follow_cut (VoiceBed *bed)
{
  bed->phase_s += PERIOD_S;
  if (bed->state.cut && (bed->phase == PHASE_OPEN || bed->phase == PHASE_RISING))
    enter (bed, PHASE_FALLING);
  else if (bed->phase == PHASE_FALLING && bed->phase_s >= FALL_S)
    enter (bed, PHASE_CUT);
  else if (!bed->state.cut && bed->phase == PHASE_CUT)
    enter (bed, PHASE_RISING);
  else if (bed->phase == PHASE_RISING && bed->phase_s >= BURST_S + RISE_S)
    enter (bed, PHASE_OPEN);
}

/* Factor of all pitches. */
static double
pitch_of (const VoiceBed *bed)
{
  if (bed->phase == PHASE_FALLING)
    return exp2 (-FALL_OCTAVES * bed->phase_s / FALL_S);
  if (bed->phase == PHASE_RISING)
    return exp2 (-1.0 + ramp (bed->phase_s, BURST_S, BURST_S + RISE_S));
  return 1.0;
}

static void
tune_tear (VoiceBed *bed)
{
  if (bed->phase == PHASE_FALLING) {
    double t = bed->phase_s / FALL_S;

    voice_resonator_tune (&bed->tear, VOICE_BED_RATE, 2600.0 * exp2 (-4.0 * t), 0.8);
    bed->tear_gain = amplitude (-17.0) * (float) ((1.0 - t) * ramp (t, 0.0, 0.15));
  } else if (bed->phase == PHASE_RISING && bed->phase_s < BURST_S) {
    voice_resonator_tune (&bed->tear, VOICE_BED_RATE, 1300.0, 0.6);
    bed->tear_gain = amplitude (-22.0) * (float) (1.0 - bed->phase_s / BURST_S);
  } else {
    bed->tear_gain = 0.0f;
  }
}

static void
follow_level (VoiceBed *bed)
{
  gboolean heard = bed->state.live && bed->phase != PHASE_CUT;
  double seconds = bed->level_target > bed->level ? FADE_IN_S : FADE_OUT_S;

  if (bed->phase == PHASE_RISING)
    heard = heard && bed->phase_s >= BURST_S;
  bed->level_target = heard ? 1.0f : 0.0f;
  if (!heard && bed->phase == PHASE_CUT)
    seconds = 0.01; /* it tears */
  bed->level += (float) (1.0 - exp (-PERIOD_S / seconds)) * (bed->level_target - bed->level);
}

/* Each tone comes and goes slowly, faster with strain, and each stands for a share of the squadron.
 */
static void
tune_tone (VoiceBed *bed, guint index, double pitch, float tremor)
{
  Tone *tone = &bed->tones[index];
  double strain = bed->strain;
  double share = CLAMP (bed->sync * N_TONES - index, 0.0, 1.0);
  double wave;
  float gain;

  tone->wave_phase += (tone->wave_hz + 1.8 * strain * strain) * PERIOD_S;
  wave = sin (2.0 * G_PI * tone->wave_phase);
  gain = amplitude (-50.0 + 13.0 * strain) * tones_level[index] * (float) share * tremor;
  tone->gain = gain * (float) (1.0 + (0.25 + 0.3 * strain) * wave);
  tone->beat_gain = gain * (float) (0.85 * ramp (strain, 0.35, 0.6));
  tone->step = tones_hz[index] * pitch * (1.0 + 0.008 * strain * wave) / VOICE_BED_RATE;
  tone->beat_step = tone->step + (1.5 + 6.0 * strain) * pitch / VOICE_BED_RATE;
}

static void
control (VoiceBed *bed)
{
  double k = 1.0 - exp (-PERIOD_S / FOLLOW_S);
  double strain, pitch, depth;
  float tremor;

  follow_cut (bed);
  follow_level (bed);
  bed->sync += k * (bed->state.sync - bed->sync);
  bed->strain += k * (bed->state.strain - bed->strain);
  strain = bed->strain;
  pitch = pitch_of (bed);
  depth = 0.55 * ramp (strain, 0.7, 0.9);
  bed->tremor_phase += 6.5 * PERIOD_S;
  tremor = (float) (1.0 - depth * (0.5 + 0.5 * sin (2.0 * G_PI * bed->tremor_phase)));
  for (guint i = 0; i < N_TONES; i++)
    tune_tone (bed, i, pitch, tremor);
  for (guint i = 0; i < 2; i++)
    voice_resonator_tune (&bed->hiss[i], VOICE_BED_RATE, (620.0 + 1500.0 * strain) * pitch, 0.7);
  bed->hiss_gain = amplitude (-52.0 + 24.0 * strain) * tremor;
  bed->crackle_chance = 16.0 * ramp (strain, 0.55, 1.0) / VOICE_BED_RATE;
  tune_tear (bed);
}

static double
turn (double phase)
{
  return phase - floor (phase);
}

/* A sine by two parabolas, bent once more: 60 dB down are its errors, and it is cheap. */
static float
sine (double phase)
{
  float x = (float) (phase < 0.5 ? phase : phase - 1.0);
  float y = 8.0f * x - 16.0f * x * fabsf (x);

  return 0.225f * (y * fabsf (y) - y) + y;
}

static void
add_tones (VoiceBed *bed, float *left, float *right)
{
  for (guint i = 0; i < N_TONES; i++) {
    Tone *tone = &bed->tones[i];
    float x;

    tone->phase = turn (tone->phase + tone->step);
    x = tone->gain * sine (tone->phase);
    if (tone->beat_gain > 0.0f) {
      tone->beat_phase = turn (tone->beat_phase + tone->beat_step);
      x += tone->beat_gain * sine (tone->beat_phase);
    }
    *left += tone->left * x;
    *right += tone->right * x;
  }
}

static void
add_crackle (VoiceBed *bed, float *left, float *right)
{
  if (voice_random_unit (&bed->random) < bed->crackle_chance) {
    bed->crackle = amplitude (-34.0 + 12.0 * voice_random_unit (&bed->random));
    bed->crackle_pan = (float) voice_random_unit (&bed->random);
  }
  if (bed->crackle > SILENT) {
    float x = bed->crackle * voice_random_noise (&bed->random);

    *left += x * (1.0f - bed->crackle_pan);
    *right += x * bed->crackle_pan;
    bed->crackle *= bed->crackle_decay;
  }
}

static void
next_frame (VoiceBed *bed, float *left, float *right)
{
  float l = 0.0f, r = 0.0f, tear = 0.0f;

  if (bed->sample == 0)
    control (bed);
  bed->sample = (bed->sample + 1) % VOICE_BED_CONTROL;
  add_tones (bed, &l, &r);
  l += bed->hiss_gain * voice_resonator_step (&bed->hiss[0], voice_random_noise (&bed->random));
  r += bed->hiss_gain * voice_resonator_step (&bed->hiss[1], voice_random_noise (&bed->random));
  if (bed->crackle_chance > 0.0 || bed->crackle > SILENT)
    add_crackle (bed, &l, &r);
  if (bed->tear_gain > 0.0f)
    tear = bed->tear_gain * voice_resonator_step (&bed->tear, voice_random_noise (&bed->random));
  *left = l * bed->level + tear;
  *right = r * bed->level + tear;
}

void
voice_bed_add (VoiceBed *bed, float *out, gsize n, float gain)
{
  g_return_if_fail (bed != NULL);
  g_return_if_fail (out != NULL || n == 0);

  for (gsize i = 0; i < n; i++) {
    float left, right;

    next_frame (bed, &left, &right);
    out[2 * i] += gain * left;
    out[2 * i + 1] += gain * right;
  }
}
