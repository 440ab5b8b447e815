/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-radio-curve.h"

#include "voice/voice-biquad.h"
#include "voice/voice-compressor.h"
#include "voice/voice-detune.h"
#include "voice/voice-random.h"

#include <math.h>

#define MAX_DROPOUTS 64
/* The level of everything that changes slowly is computed once in so many samples. */
#define CONTROL_PERIOD 16

#define ECHO_DELAY_S    0.068
#define SQUELCH_S       0.075
#define SQUELCH_FADE_S  0.025
#define SMOOTHING_S     0.002
#define DROPOUT_MIN_S   0.025
#define DROPOUT_RANGE_S 0.065

/* A stretch in which the voice is gone. */
typedef struct {
  gsize from;
  gsize to;
  float noise; /* level that takes its place */
} Hole;

struct _VoiceRadioCurve {
  VoicePcm *dry; /* (owned) */
  gsize position;
  gsize length;
  VoiceRandom random;

  gboolean detuned;
  VoiceDetune detune;
  VoiceBandPass band_in;
  VoiceBandPass band_out;
  VoiceCompressor compressor;

  float *echo; /* (owned) (nullable) ring */
  gsize echo_length;
  float echo_gain;
  float echo_feedback;

  double flutter_phase;
  double flutter_step;
  float flutter_depth;

  Hole holes[VOICE_MAX_LOST_INTERVALS + MAX_DROPOUTS];
  guint n_holes;

  float link_noise; /* amplitude of the white noise before the band pass */
  float squelch_noise;
  float voice_level;

  float smoothing; /* of the two gains below, a sample */
  float voice_target, voice_gain;
  float noise_target, noise_gain;
};

static double
amplitude (double db)
{
  return pow (10.0, db / 20.0);
}

double
voice_radio_noise_db (double distance_m, double strain)
{
  double distance_db = fmin (20.0 * log10 (1.0 + distance_m / 1500.0), 22.0);

  return -66.0 + distance_db + 10.0 * strain;
}

double
voice_radio_detune_hz (double distance_m, double strain)
{
  return 14.0 * fmin (distance_m / 30000.0, 1.0) + 8.0 * strain;
}

/* Amplitude of uniform white noise whose part inside the voice band has this level. */
static float
white_noise_for (double band_db, guint rate)
{
  double share = (VOICE_BAND_HIGH_HZ - VOICE_BAND_LOW_HZ) / (rate / 2.0);

  return (float)(amplitude (band_db) * sqrt (3.0 / share));
}

static void
add_hole (VoiceRadioCurve *curve, gsize from, gsize to, float noise)
{
  if (from < to && curve->n_holes < G_N_ELEMENTS (curve->holes))
    curve->holes[curve->n_holes++] = (Hole){from, to, noise};
}

static void
add_lost_words (VoiceRadioCurve *curve, const VoiceRadioConditions *conditions)
{
  gsize n = MIN (conditions->n_lost, VOICE_MAX_LOST_INTERVALS);
  for (gsize i = 0; i < n; i++) {
    /* The letters that are lost are those that the caption does not show: the words' marks say
     * where they sound. */
    add_hole (curve, voice_pcm_find (curve->dry, conditions->lost[i].from),
              voice_pcm_find (curve->dry, conditions->lost[i].to),
              white_noise_for (-25.0, curve->dry->rate));
  }
}

/* Short fades of a strained link, as a Poisson process of up to three a second. */
static void
add_dropouts (VoiceRadioCurve *curve, double strain)
{
  double rate = curve->dry->rate;
  double mean_gap_s = 1.0 / (3.0 * strain * strain + 1e-9);
  double at_s = 0.0;

  if (strain < 0.25)
    return;
  for (guint i = 0; i < MAX_DROPOUTS; i++) {
    double length_s;

    at_s -= mean_gap_s * log (1.0 - voice_random_unit (&curve->random));
    length_s = DROPOUT_MIN_S + DROPOUT_RANGE_S * voice_random_unit (&curve->random);
    if (at_s * rate >= (double)curve->dry->n_samples)
      return;
    add_hole (curve, (gsize)(at_s * rate), (gsize)((at_s + length_s) * rate),
              1.5f * curve->link_noise);
    at_s += length_s;
  }
}

static void
init_strain (VoiceRadioCurve *curve, double strain)
{
  double rate = curve->dry->rate;

  if (strain <= 0.0)
    return;
  curve->echo_length = (gsize)(ECHO_DELAY_S * rate);
  curve->echo = g_new0 (float, curve->echo_length);
  curve->echo_gain = (float)(0.5 * strain);
  curve->echo_feedback = (float)(0.35 * strain);
  curve->flutter_depth = (float)(0.3 * strain);
  curve->flutter_step =
      2.0 * G_PI * (4.0 + 3.0 * voice_random_unit (&curve->random)) * CONTROL_PERIOD / rate;
  add_dropouts (curve, strain);
}

static void
init_levels (VoiceRadioCurve *curve, double distance_m, double strain)
{
  double noise_db = voice_radio_noise_db (distance_m, strain);
  double shift_hz = voice_radio_detune_hz (distance_m, strain);
  guint rate = curve->dry->rate;

  curve->link_noise = white_noise_for (noise_db, rate);
  curve->squelch_noise = white_noise_for (fmin (noise_db + 16.0, -26.0), rate);
  curve->voice_level = (float)amplitude (-fmin (20.0 * log10 (1.0 + distance_m / 15000.0), 4.0));
  curve->smoothing = (float)(1.0 - exp (-1.0 / (SMOOTHING_S * rate)));
  curve->detuned = shift_hz >= 0.5;
  if (voice_random_next (&curve->random) & 1)
    shift_hz = -shift_hz;
  voice_detune_init (&curve->detune, rate, shift_hz);
}

VoiceRadioCurve *
voice_radio_curve_new (VoicePcm *dry, const VoiceRadioConditions *conditions)
{
  VoiceRadioCurve *curve;
  double distance_m, strain;

  g_return_val_if_fail (dry != NULL, NULL);
  g_return_val_if_fail (conditions != NULL, NULL);
  g_return_val_if_fail (conditions->lost != NULL || conditions->n_lost == 0, NULL);

  /* Written so that NaN becomes the lower end as well. */
  distance_m = conditions->distance_m > 0.0 ? MIN (conditions->distance_m, 1e6) : 0.0;
  strain = conditions->strain > 0.0 ? MIN (conditions->strain, 1.0) : 0.0;

  curve = g_new0 (VoiceRadioCurve, 1);
  curve->dry = voice_pcm_ref (dry);
  curve->length = dry->n_samples + (gsize)((SQUELCH_S + SQUELCH_FADE_S) * dry->rate);
  curve->random.state = conditions->seed;
  voice_band_pass_init (&curve->band_in, dry->rate);
  voice_band_pass_init (&curve->band_out, dry->rate);
  voice_compressor_init (&curve->compressor, dry->rate);
  init_levels (curve, distance_m, strain);
  add_lost_words (curve, conditions);
  init_strain (curve, strain);
  return curve;
}

void
voice_radio_curve_free (VoiceRadioCurve *curve)
{
  g_clear_pointer (&curve->dry, voice_pcm_unref);
  g_clear_pointer (&curve->echo, g_free);
  g_free (curve);
}

gsize
voice_radio_curve_get_length (const VoiceRadioCurve *curve)
{
  return curve->length;
}

/* The gains that hold for the next control period. */
static void
update_targets (VoiceRadioCurve *curve)
{
  gsize end = curve->dry->n_samples;

  curve->flutter_phase += curve->flutter_step;
  curve->voice_target =
      curve->voice_level *
      (1.0f - curve->flutter_depth * (0.5f + 0.5f * sinf ((float)curve->flutter_phase)));
  curve->noise_target = curve->link_noise;

  if (curve->position >= end) {
    gboolean open = curve->position - end < (gsize)(SQUELCH_S * curve->dry->rate);

    curve->voice_target = 0.0f;
    curve->noise_target = open ? curve->squelch_noise : 0.0f;
    return;
  }
  for (guint i = 0; i < curve->n_holes; i++) {
    const Hole *hole = &curve->holes[i];

    if (curve->position >= hole->from && curve->position < hole->to) {
      curve->voice_target = 0.0f;
      curve->noise_target = fmaxf (curve->noise_target, hole->noise);
    }
  }
}

static float
add_echo (VoiceRadioCurve *curve, float x)
{
  float *past;
  float y;

  if (curve->echo == NULL)
    return x;
  past = &curve->echo[curve->position % curve->echo_length];
  y = x + curve->echo_gain * *past;
  *past = x + curve->echo_feedback * *past;
  return y;
}

/* Straight up to 0.7, then bent towards 0.95, so that nothing ever clips. */
static float
limit_softly (float x)
{
  const float knee = 0.7f, room = 0.25f;
  float size = fabsf (x);

  if (size <= knee)
    return x;
  return copysignf (knee + room * tanhf ((size - knee) / room), x);
}

static float
next_sample (VoiceRadioCurve *curve)
{
  float x = curve->position < curve->dry->n_samples ? curve->dry->samples[curve->position] : 0.0f;

  if (curve->position % CONTROL_PERIOD == 0)
    update_targets (curve);
  curve->voice_gain += curve->smoothing * (curve->voice_target - curve->voice_gain);
  curve->noise_gain += curve->smoothing * (curve->noise_target - curve->noise_gain);

  if (curve->detuned)
    x = voice_detune_step (&curve->detune, x);
  x = voice_band_pass_step (&curve->band_in, x);
  x = voice_compressor_step (&curve->compressor, x);
  x = add_echo (curve, x) * curve->voice_gain;
  x += voice_random_noise (&curve->random) * curve->noise_gain;
  x = voice_band_pass_step (&curve->band_out, x);
  curve->position++;
  return limit_softly (x);
}

gsize
voice_radio_curve_read (VoiceRadioCurve *curve, float *out, gsize n)
{
  gsize count;

  g_return_val_if_fail (curve != NULL, 0);
  g_return_val_if_fail (out != NULL || n == 0, 0);

  count = MIN (n, curve->length - curve->position);
  for (gsize i = 0; i < count; i++)
    out[i] = next_sample (curve);
  return count;
}

VoicePcm *
voice_radio_curve_apply (VoicePcm *dry, const VoiceRadioConditions *conditions)
{
  g_autoptr (VoiceRadioCurve) curve = voice_radio_curve_new (dry, conditions);
  VoicePcm *wet;

  g_return_val_if_fail (curve != NULL, NULL);

  wet = voice_pcm_new (dry->rate, curve->length);
  voice_radio_curve_read (curve, wet->samples, wet->n_samples);
  return wet;
}
