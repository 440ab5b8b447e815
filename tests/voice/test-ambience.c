/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the link itself sounds like, measured: bed, whispers, breath. */
#include "voice/voice-bed.h"
#include "voice/voice-breath.h"
#include "voice/voice-whispers.h"

#include <math.h>
#include <string.h>

#define RATE VOICE_BED_RATE

typedef struct {
  float *frames; /* (owned) left and right */
  gsize n;
} Recording;

static void
recording_clear (Recording *recording)
{
  g_clear_pointer (&recording->frames, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recording, recording_clear)

static double
db (double ratio)
{
  return 20 * log10 (fmax (ratio, 1e-9));
}

static double
rms (const Recording *r, guint channel, double from_s, double to_s)
{
  gsize from = (gsize) (from_s * RATE), to = MIN ((gsize) (to_s * RATE), r->n);
  double sum = 0;

  for (gsize i = from; i < to; i++)
    sum += (double) r->frames[2 * i + channel] * r->frames[2 * i + channel];
  return sqrt (sum / (double) (to - from));
}

static double
both_db (const Recording *r, double from_s, double to_s)
{
  return db (hypot (rms (r, 0, from_s, to_s), rms (r, 1, from_s, to_s)) / sqrt (2));
}

static double
peak (const Recording *r)
{
  double most = 0;

  for (gsize i = 0; i < 2 * r->n; i++)
    most = fmax (most, fabs (r->frames[i]));
  return most;
}

/* Power between two frequencies, from a comb of forty Goertzel filters. */
static double
band_db (const Recording *r, double from_s, double to_s, double low_hz, double high_hz)
{
  gsize from = (gsize) (from_s * RATE), to = (gsize) (to_s * RATE);
  double sum = 0;
  guint n = 0;

  for (double hz = low_hz; hz < high_hz; hz += (high_hz - low_hz) / 40, n++) {
    double w = 2 * G_PI * hz / RATE, s1 = 0, s2 = 0;

    for (gsize i = from; i < to; i++) {
      double s = r->frames[2 * i] + 2 * cos (w) * s1 - s2;

      s2 = s1;
      s1 = s;
    }
    sum += (s1 * s1 + s2 * s2 - 2 * cos (w) * s1 * s2) / (double) ((to - from) * (to - from));
  }
  return db (sqrt (sum / n));
}

static Recording
record_bed (VoiceBed *bed, double seconds)
{
  Recording r = {.n = (gsize) (seconds * RATE)};

  r.frames = g_new0 (float, 2 * r.n);
  voice_bed_add (bed, r.frames, r.n, 1.0f);
  return r;
}

static Recording
bed_of (double sync, double strain, double seconds)
{
  g_autoptr (VoiceBed) bed = voice_bed_new (7);
  VoiceBedState state = {TRUE, sync, strain, FALSE};

  voice_bed_set (bed, &state);
  return record_bed (bed, seconds);
}

/* Louder and louder, in steps that are heard, and always beneath speech. */
static void
test_bed_follows_strain (void)
{
  double sum_x = 0, sum_y = 0, sum_xx = 0, sum_yy = 0, sum_xy = 0, last = -200;
  const guint n = 11;

  for (guint i = 0; i < n; i++) {
    double strain = (double) i / (n - 1);
    g_auto (Recording) r = bed_of (1, strain, 14);
    double level = both_db (&r, 3, 14);

    g_test_message ("strain %.1f: %.1f dB", strain, level);
    g_assert_cmpfloat (level, >, last - 0.5);
    last = level;
    sum_x += strain;
    sum_y += level;
    sum_xx += strain * strain;
    sum_yy += level * level;
    sum_xy += strain * level;
    g_assert_cmpfloat (peak (&r), <, 0.2);
    if (i == 0)
      g_assert_cmpfloat (level, <, -46);
  }
  g_assert_cmpfloat (last, <, -30);
  g_assert_cmpfloat ((n * sum_xy - sum_x * sum_y) /
                         sqrt ((n * sum_xx - sum_x * sum_x) * (n * sum_yy - sum_y * sum_y)),
                     >, 0.95);
}

static void
test_bed_texture (void)
{
  g_auto (Recording) calm = bed_of (1, 0.1, 10);
  g_auto (Recording) rough = bed_of (1, 0.95, 10);
  g_auto (Recording) few = bed_of (0.34, 0.1, 10);

  /* Noise above the tones grows far more than all of it does. */
  g_assert_cmpfloat (band_db (&rough, 3, 7, 1200, 3000) - band_db (&calm, 3, 7, 1200, 3000), >, 15);
  /* Two tones of six are left, and the others are missed. */
  g_assert_cmpfloat (band_db (&few, 3, 7, 108, 112), >, band_db (&calm, 3, 7, 108, 112) - 2);
  g_assert_cmpfloat (band_db (&few, 3, 7, 329, 333), <, band_db (&calm, 3, 7, 329, 333) - 12);
}

/* It goes with a noise, is silent as long as it lasts, costs nothing, and comes back. */
static void
test_bed_is_cut (void)
{
  g_autoptr (VoiceBed) bed = voice_bed_new (7);
  VoiceBedState state = {TRUE, 1, 0.86, FALSE};
  g_auto (Recording) before = {NULL}, cut = {NULL}, back = {NULL};

  voice_bed_set (bed, &state);
  before = record_bed (bed, 6);
  state.cut = TRUE;
  voice_bed_set (bed, &state);
  cut = record_bed (bed, 4);
  g_assert_cmpfloat (both_db (&cut, 0, 0.2), >, both_db (&before, 3, 6));
  g_assert_cmpfloat (both_db (&cut, 0.65, 4), <, -90);
  g_assert_true (voice_bed_is_silent (bed));
  state.cut = FALSE;
  state.strain = 0.45;
  voice_bed_set (bed, &state);
  g_assert_false (voice_bed_is_silent (bed));
  back = record_bed (bed, 8);
  g_assert_cmpfloat (both_db (&back, 0, 0.1), >, -45); /* the burst */
  g_assert_cmpfloat_with_epsilon (both_db (&back, 4, 8), -45, 4);
}

static void
test_bed_begins_and_ends (void)
{
  g_autoptr (VoiceBed) bed = voice_bed_new (7);
  VoiceBedState state = {TRUE, 1, 0.3, FALSE};
  g_auto (Recording) on = {NULL}, off = {NULL};

  g_assert_true (voice_bed_is_silent (bed));
  voice_bed_set (bed, &state);
  g_assert_false (voice_bed_is_silent (bed));
  on = record_bed (bed, 5);
  g_assert_cmpfloat (fabsf (on.frames[0]), <, 0.001);
  g_assert_cmpfloat (both_db (&on, 0, 0.05), <, both_db (&on, 3, 5) - 15);
  state.live = FALSE;
  voice_bed_set (bed, &state);
  off = record_bed (bed, 2);
  g_assert_cmpfloat (both_db (&off, 0.5, 2), <, both_db (&on, 3, 5) - 30);
  g_assert_true (voice_bed_is_silent (bed));
}

static void
test_pieces (void)
{
  static const gsize sizes[] = {1, 16, 320, 1000};
  VoiceBedState state = {TRUE, 0.8, 0.9, FALSE};
  g_auto (Recording) whole = bed_of (0.8, 0.9, 2);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (VoiceBed) bed = voice_bed_new (7);
    g_autofree float *frames = g_new0 (float, 2 * whole.n);

    voice_bed_set (bed, &state);
    for (gsize at = 0; at < whole.n; at += sizes[i])
      voice_bed_add (bed, frames + 2 * at, MIN (sizes[i], whole.n - at), 1.0f);
    g_assert_cmpmem (frames, 2 * whole.n * sizeof (float), whole.frames,
                     2 * whole.n * sizeof (float));
  }
}

static Recording
whisper (VoiceWhispers *whispers, const VoiceWhisper *layers, guint n, double seconds)
{
  Recording r = {.n = (gsize) (seconds * RATE)};

  r.frames = g_new0 (float, 2 * r.n);
  voice_whispers_set (whispers, layers, n);
  voice_whispers_add (whispers, r.frames, r.n, 1.0f);
  return r;
}

/* From where they are, as loud as they are, and gone when they are gone. */
static void
test_whispers (void)
{
  static const VoiceWhisper west[] = {{1, -0.85, 0.4, FALSE}};
  static const VoiceWhisper both[] = {{2, 0.85, 1.0, FALSE}, {1, -0.85, 0.4, FALSE}};
  g_autoptr (VoiceWhispers) whispers = voice_whispers_new (5);
  g_auto (Recording) a = {NULL}, b = {NULL}, c = {NULL};

  g_assert_true (voice_whispers_is_silent (whispers));
  a = whisper (whispers, west, 1, 14);
  g_assert_cmpfloat (db (rms (&a, 0, 5, 14) / rms (&a, 1, 5, 14)), >, 12);
  g_assert_cmpfloat (both_db (&a, 5, 14), <, -38);
  g_assert_cmpfloat (both_db (&a, 5, 14), >, -58);
  b = whisper (whispers, both, 2, 14);
  g_assert_cmpfloat (rms (&b, 1, 5, 14), >, 1.4 * rms (&b, 0, 5, 14));
  g_assert_cmpfloat (both_db (&b, 5, 14), >, both_db (&a, 5, 14) + 3);
  g_assert_cmpfloat (peak (&b), <, 0.25);
  c = whisper (whispers, NULL, 0, 20);
  g_assert_true (voice_whispers_is_silent (whispers));
  g_assert_cmpfloat (both_db (&c, 18, 20), <, -85);
}

/* A breath between the voice band's low end and 3 kHz, nothing that buzzes: no pitch, so no speech.
 */
static void
test_whispers_have_no_pitch (void)
{
  static const VoiceWhisper layers[] = {{1, 0, 1, TRUE}, {2, 0, 1, FALSE}, {3, 0, 1, FALSE}};
  g_autoptr (VoiceWhispers) whispers = voice_whispers_new (5);
  g_auto (Recording) r = whisper (whispers, layers, 3, 10);
  double power = 0;

  for (gsize i = 4 * RATE; i < 9 * RATE; i++)
    power += (double) r.frames[2 * i] * r.frames[2 * i];
  for (gsize lag = RATE / 250; lag < RATE / 75; lag++) {
    double sum = 0;

    for (gsize i = 4 * RATE; i < 9 * RATE; i++)
      sum += (double) r.frames[2 * i] * r.frames[2 * (i + lag)];
    g_assert_cmpfloat (sum / power, <, 0.3);
  }
}

static Recording
breathe (double stress)
{
  VoiceStream *stream = voice_breath_new (stress, 3);
  Recording r = {.n = (gsize) (voice_breath_get_seconds (stress) * RATE)};
  g_autofree float *mono = g_new (float, r.n);

  g_assert_cmpuint (stream->read (stream, mono, r.n), ==, r.n);
  g_assert_cmpuint (stream->read (stream, mono, 1), ==, 0);
  voice_stream_free (stream);
  r.frames = g_new0 (float, 2 * r.n);
  for (gsize i = 0; i < r.n; i++)
    r.frames[2 * i] = r.frames[2 * i + 1] = mono[i];
  return r;
}

static void
test_breath (void)
{
  g_auto (Recording) afraid = breathe (0);
  g_auto (Recording) broken = breathe (1);

  g_assert_cmpfloat (both_db (&afraid, 0, 12), <, -36);
  g_assert_cmpfloat (both_db (&broken, 0, 12), <, -28);
  g_assert_cmpfloat (both_db (&broken, 1, 6), >, both_db (&afraid, 1, 6));
  /* The heart joins in, below what air has. */
  g_assert_cmpfloat (band_db (&broken, 1, 5, 50, 130), >, band_db (&afraid, 1, 5, 50, 130) + 12);
  /* It begins and ends softly. */
  g_assert_cmpfloat (both_db (&broken, 0, 0.05), <, -55);
  g_assert_cmpfloat (rms (&broken, 0, (double) broken.n / RATE - 0.05, 99), <, 0.002);
  g_assert_cmpfloat (voice_breath_get_period (1), <, 0.6 * voice_breath_get_period (0));
  g_assert_cmpfloat (voice_breath_get_pulse (0.3), ==, 0);
  g_assert_cmpfloat (voice_breath_get_pulse (1), >, voice_breath_get_pulse (0.6));
  /* Not constant: there is more rest than breath. */
  for (double stress = 0; stress <= 1; stress += 0.25)
    g_assert_cmpfloat (voice_breath_get_rest (stress), >, 2 * voice_breath_get_seconds (stress));
}

static void
test_bad_numbers (void)
{
  VoiceAmbience ambience = {.live = TRUE,
                            .sync = NAN,
                            .strain = 7,
                            .breath = -1,
                            .breath_pan = NAN,
                            .n_whispers = 99,
                            .whispers = {{1, NAN, INFINITY, FALSE}, {2, -9, -9, FALSE}}};

  voice_ambience_clamp (&ambience);
  g_assert_cmpfloat (ambience.sync, ==, 0);
  g_assert_cmpfloat (ambience.strain, ==, 1);
  g_assert_cmpfloat (ambience.breath, ==, 0);
  g_assert_cmpfloat (ambience.breath_pan, ==, 0);
  g_assert_cmpuint (ambience.n_whispers, ==, VOICE_MAX_WHISPERS);
  g_assert_cmpfloat (ambience.whispers[0].pan, ==, 0);
  g_assert_cmpfloat (ambience.whispers[0].level, ==, 1);
  g_assert_cmpfloat (ambience.whispers[1].pan, ==, -1);
  g_assert_cmpfloat (ambience.whispers[1].level, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voice/ambience/bed/strain", test_bed_follows_strain);
  g_test_add_func ("/voice/ambience/bed/texture", test_bed_texture);
  g_test_add_func ("/voice/ambience/bed/cut", test_bed_is_cut);
  g_test_add_func ("/voice/ambience/bed/begins-and-ends", test_bed_begins_and_ends);
  g_test_add_func ("/voice/ambience/bed/pieces", test_pieces);
  g_test_add_func ("/voice/ambience/whispers/place-and-level", test_whispers);
  g_test_add_func ("/voice/ambience/whispers/no-pitch", test_whispers_have_no_pitch);
  g_test_add_func ("/voice/ambience/breath", test_breath);
  g_test_add_func ("/voice/ambience/bad-numbers", test_bad_numbers);
  return g_test_run();
}
