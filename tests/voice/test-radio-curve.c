/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The radio curve, measured: band, level, noise, lost words, determinism. */
#include "voice/voice-radio-curve.h"
#include "voice/voice-sounds.h"

#include <math.h>

#define RATE 22050

static VoicePcm *
sine (double hz, double seconds, float level)
{
  VoicePcm *pcm = voice_pcm_new (RATE, (gsize)(seconds * RATE));

  for (gsize i = 0; i < pcm->n_samples; i++)
    pcm->samples[i] = level * (float)sin (2 * G_PI * hz * (double)i / RATE);
  return pcm;
}

/* Amplitude of one frequency in n samples (Goertzel). */
static double
amplitude_at (const VoicePcm *pcm, gsize first, gsize n, double hz)
{
  double w = 2 * G_PI * hz / pcm->rate, s1 = 0, s2 = 0;

  for (gsize i = first; i < first + n; i++) {
    double s = pcm->samples[i] + 2 * cos (w) * s1 - s2;

    s2 = s1;
    s1 = s;
  }
  return 2 * sqrt (s1 * s1 + s2 * s2 - 2 * cos (w) * s1 * s2) / (double)n;
}

static double
db (double ratio)
{
  return 20 * log10 (fmax (ratio, 1e-9));
}

/* A quiet tone stays below the compressor's threshold, so this is the filters alone. */
static double
response_db (double hz)
{
  VoiceRadioConditions near = {.seed = 1};
  g_autoptr (VoicePcm) in = sine (hz, 1.0, 0.01f);
  g_autoptr (VoicePcm) out = voice_radio_curve_apply (in, &near);

  return db (amplitude_at (out, RATE / 2, RATE / 4, hz) / 0.01);
}

static void
test_band (void)
{
  double middle = response_db (1000);

  g_assert_cmpfloat_with_epsilon (response_db (600), middle, 1.5);
  g_assert_cmpfloat_with_epsilon (response_db (2500), middle, 1.5);
  /* The band is passed twice, so its edges are 6 dB down. */
  g_assert_cmpfloat_with_epsilon (response_db (300), middle - 6, 1.0);
  g_assert_cmpfloat_with_epsilon (response_db (3400), middle - 6, 1.0);
  g_assert_cmpfloat (response_db (120), <, middle - 40);
  g_assert_cmpfloat (response_db (60), <, middle - 40);
  g_assert_cmpfloat (response_db (6000), <, middle - 30);
  g_assert_cmpfloat (response_db (9000), <, middle - 40);
}

static void
test_compression (void)
{
  VoiceRadioConditions near = {.seed = 1};
  g_autoptr (VoicePcm) quiet = sine (1000, 1.0, 0.05f);
  g_autoptr (VoicePcm) loud = sine (1000, 1.0, 0.8f);
  g_autoptr (VoicePcm) quiet_out = voice_radio_curve_apply (quiet, &near);
  g_autoptr (VoicePcm) loud_out = voice_radio_curve_apply (loud, &near);
  double before = db (0.8 / 0.05);
  double after = db (amplitude_at (loud_out, RATE / 2, RATE / 4, 1000) /
                     amplitude_at (quiet_out, RATE / 2, RATE / 4, 1000));

  g_assert_cmpfloat (after, >, 0.0);
  g_assert_cmpfloat (after, <, before / 2);
}

static void
test_never_clips (void)
{
  static const VoiceLostInterval lost[] = {{100, 300}, {600, 610}};

  for (int step = 0; step <= 4; step++) {
    VoiceRadioConditions conditions = {10000.0 * step, 0.25 * step, lost, 2, 7};
    g_autoptr (VoicePcm) in = sine (700 + 300 * step, 2.0, 1.0f);
    g_autoptr (VoicePcm) out = NULL;

    for (gsize i = 0; i < in->n_samples; i += 2) /* square and full of edges */
      in->samples[i] = in->samples[i] > 0 ? 1.0f : -1.0f;
    out = voice_radio_curve_apply (in, &conditions);
    g_assert_cmpfloat (voice_pcm_get_peak (out), <, 1.0);
    for (gsize i = 0; i < out->n_samples; i++)
      g_assert_true (isfinite (out->samples[i]));
  }
}

static void
assert_same (const VoicePcm *a, const VoicePcm *b)
{
  g_assert_cmpmem (a->samples, a->n_samples * sizeof (float), b->samples,
                   b->n_samples * sizeof (float));
}

static void
test_deterministic (void)
{
  static const VoiceLostInterval lost[] = {{400, 500}};
  VoiceRadioConditions conditions = {12000, 0.8, lost, 1, 42};
  g_autoptr (VoicePcm) in = sine (800, 2.0, 0.5f);
  g_autoptr (VoicePcm) a = voice_radio_curve_apply (in, &conditions);
  g_autoptr (VoicePcm) b = voice_radio_curve_apply (in, &conditions);
  g_autoptr (VoicePcm) c = NULL;

  assert_same (a, b);
  conditions.seed = 43;
  c = voice_radio_curve_apply (in, &conditions);
  g_assert_cmpint (memcmp (a->samples, c->samples, a->n_samples * sizeof (float)), !=, 0);
}

/* The size of the pieces must not be heard. */
static void
test_pieces (void)
{
  static const VoiceLostInterval lost[] = {{400, 500}};
  static const gsize sizes[] = {1, 7, 16, 441, 1000};
  VoiceRadioConditions conditions = {12000, 0.8, lost, 1, 42};
  g_autoptr (VoicePcm) in = sine (800, 1.0, 0.5f);
  g_autoptr (VoicePcm) whole = voice_radio_curve_apply (in, &conditions);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (VoiceRadioCurve) curve = voice_radio_curve_new (in, &conditions);
    g_autoptr (VoicePcm) pieces = voice_pcm_new (RATE, voice_radio_curve_get_length (curve));
    gsize at = 0, n;

    while ((n = voice_radio_curve_read (curve, pieces->samples + at,
                                        MIN (sizes[i], pieces->n_samples - at))) > 0)
      at += n;
    g_assert_cmpuint (at, ==, pieces->n_samples);
    assert_same (whole, pieces);
  }
}

static void
test_lost_words (void)
{
  static const VoiceLostInterval lost[] = {{400, 600}};
  VoiceRadioConditions conditions = {3000, 0.0, lost, 1, 3};
  g_autoptr (VoicePcm) in = sine (1000, 2.0, 0.4f);
  g_autoptr (VoicePcm) out = voice_radio_curve_apply (in, &conditions);
  gsize n = RATE / 5;
  double hz = 1000 + 14.0 * 3000 / 30000;
  double heard =
      fmax (amplitude_at (out, RATE / 4, n, hz), amplitude_at (out, RATE / 4, n, 2000 - hz));
  double lost_tone = amplitude_at (out, (gsize)(0.9 * RATE), n, 1000);

  /* The voice is gone, and there is noise in its place, not silence. */
  g_assert_cmpfloat (db (lost_tone / heard), <, -25);
  g_assert_cmpfloat (db (voice_pcm_get_rms (out, (gsize)(0.9 * RATE), n)), >, -32);
  /* And it is there again afterwards. */
  g_assert_cmpfloat (voice_pcm_get_rms (out, (gsize)(1.4 * RATE), n), >, heard / 2);
}

static double
silence_noise_db (double distance_m, double strain)
{
  VoiceRadioConditions conditions = {distance_m, strain, NULL, 0, 5};
  g_autoptr (VoicePcm) in = voice_pcm_new (RATE, 2 * RATE);
  g_autoptr (VoicePcm) out = voice_radio_curve_apply (in, &conditions);
  /* The median of short stretches, since dropouts are louder. */
  double level[10];

  for (int i = 0; i < 10; i++)
    level[i] = voice_pcm_get_rms (out, (gsize)(RATE / 10 + i * RATE / 6), RATE / 10);
  for (int i = 0; i < 10; i++) {
    for (int j = i + 1; j < 10; j++) {
      if (level[j] < level[i]) {
        double swap = level[i];

        level[i] = level[j];
        level[j] = swap;
      }
    }
  }
  return db (level[4]);
}

static void
test_noise (void)
{
  static const double distances[] = {0, 2000, 8000, 20000};

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++) {
    g_assert_cmpfloat_with_epsilon (silence_noise_db (distances[i], 0),
                                    voice_radio_noise_db (distances[i], 0), 1.5);
    g_assert_cmpfloat (voice_radio_noise_db (distances[i], 1.0), >,
                       voice_radio_noise_db (distances[i], 0.3));
    if (i > 0)
      g_assert_cmpfloat (voice_radio_noise_db (distances[i], 0), >,
                         voice_radio_noise_db (distances[i - 1], 0));
  }
}

static void
test_detuned (void)
{
  VoiceRadioConditions far = {30000, 0, NULL, 0, 9};
  g_autoptr (VoicePcm) in = sine (1200, 2.0, 0.3f);
  g_autoptr (VoicePcm) out = voice_radio_curve_apply (in, &far);
  double shift = voice_radio_detune_hz (30000, 0);
  double up = amplitude_at (out, RATE / 2, RATE, 1200 + shift);
  double down = amplitude_at (out, RATE / 2, RATE, 1200 - shift);
  double centre = amplitude_at (out, RATE / 2, RATE, 1200);

  g_assert_cmpfloat (shift, >, 5);
  g_assert_cmpfloat (db (fmin (up, down) / fmax (up, down)), <, -25); /* one side alone */
  g_assert_cmpfloat (db (centre / fmax (up, down)), <, -25);
}

static void
test_strain_has_dropouts (void)
{
  VoiceRadioConditions strained = {0, 1.0, NULL, 0, 11};
  VoiceRadioConditions calm = {0, 0.0, NULL, 0, 11};
  g_autoptr (VoicePcm) in = sine (1000, 6.0, 0.4f);
  g_autoptr (VoicePcm) a = voice_radio_curve_apply (in, &strained);
  g_autoptr (VoicePcm) b = voice_radio_curve_apply (in, &calm);
  guint gone = 0, gone_calm = 0;

  for (gsize at = RATE / 10; at + RATE / 50 < in->n_samples; at += RATE / 50) {
    gone += voice_pcm_get_rms (a, at, RATE / 50) < 0.3 * voice_pcm_get_rms (a, RATE, 4 * RATE);
    gone_calm += voice_pcm_get_rms (b, at, RATE / 50) < 0.3 * voice_pcm_get_rms (b, RATE, 4 * RATE);
  }
  g_assert_cmpuint (gone, >=, 5);
  g_assert_cmpuint (gone_calm, ==, 0);
}

static void
test_bad_conditions (void)
{
  static const VoiceLostInterval lost[] = {{900, 100}, {5000, 9000}, {0, 0}, {950, 4000}};
  VoiceRadioConditions conditions = {NAN, NAN, lost, 4, 0};
  g_autoptr (VoicePcm) in = sine (1000, 0.5, 0.4f);
  g_autoptr (VoicePcm) empty = voice_pcm_new (RATE, 0);
  g_autoptr (VoicePcm) a = voice_radio_curve_apply (in, &conditions);
  g_autoptr (VoicePcm) b = NULL;
  g_autoptr (VoicePcm) c = voice_radio_curve_apply (empty, &conditions);

  conditions.distance_m = -1e300;
  conditions.strain = INFINITY;
  b = voice_radio_curve_apply (in, &conditions);
  g_assert_cmpfloat (voice_pcm_get_peak (a), <, 1.0);
  g_assert_cmpfloat (voice_pcm_get_peak (b), <, 1.0);
  g_assert_cmpfloat (voice_pcm_get_peak (c), <, 1.0);
}

static void
test_console_sounds (void)
{
  for (guint i = 0; i < VOICE_N_SOUNDS; i++) {
    g_autoptr (VoicePcm) pcm = voice_sound_render (i);

    g_assert_cmpfloat (voice_pcm_get_peak (pcm), <, 0.5);
    g_assert_cmpfloat (voice_pcm_get_peak (pcm), >, 0.05);
    g_assert_cmpfloat (voice_pcm_get_seconds (pcm), <, 1.0);
    /* No click at either end. */
    g_assert_cmpfloat (fabs (pcm->samples[0]), <, 0.001);
    g_assert_cmpfloat (fabs (pcm->samples[pcm->n_samples - 1]), <, 0.001);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voice/radio-curve/band", test_band);
  g_test_add_func ("/voice/radio-curve/compression", test_compression);
  g_test_add_func ("/voice/radio-curve/never-clips", test_never_clips);
  g_test_add_func ("/voice/radio-curve/deterministic", test_deterministic);
  g_test_add_func ("/voice/radio-curve/pieces", test_pieces);
  g_test_add_func ("/voice/radio-curve/lost-words", test_lost_words);
  g_test_add_func ("/voice/radio-curve/noise", test_noise);
  g_test_add_func ("/voice/radio-curve/detuned", test_detuned);
  g_test_add_func ("/voice/radio-curve/dropouts", test_strain_has_dropouts);
  g_test_add_func ("/voice/radio-curve/bad-conditions", test_bad_conditions);
  g_test_add_func ("/voice/sounds", test_console_sounds);
  return g_test_run();
}
