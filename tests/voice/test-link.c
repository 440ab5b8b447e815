/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The link itself through the whole pipeline: heard, back under speech, cut, and no cost in
 * silence. */
#include "voice/voice.h"

#include "test-sink.h"

#include <locale.h>
#include <math.h>

#define RATE 48000
#define SENTENCE                                                                                   \
  "Contact, four tanks at golf zero four, moving south, two thousand metres, we hold."
/* The lowest tone of the bed, below all that the radio lets through of speech. */
#define BED_HZ 110.0

typedef struct {
  VoiceRadio *radio; /* (owned) */
  VoiceAmbience ambience;
  guint n_started, n_ended, n_completed, most_speakers;
} Fixture;

static void
on_started (VoiceRadio *radio, guint64 id, gpointer data)
{
  ((Fixture *) data)->n_started++;
}

static void
on_finished (VoiceRadio *radio, guint64 id, gboolean completed, gpointer data)
{
  ((Fixture *) data)->n_ended++;
  ((Fixture *) data)->n_completed += completed;
}

static void
on_levels (VoiceRadio *radio, const VoiceLevels *levels, gpointer data)
{
  Fixture *f = data;

  f->most_speakers = MAX (f->most_speakers, levels->n_speakers);
}

/* Until so much sound was played from here on, however slow the machine is. */
static gsize
play (double seconds)
{
  gsize from = test_sink_get_n_frames();
  gint64 end = g_get_monotonic_time() + (gint64) ((20 + seconds) * G_USEC_PER_SEC);

  while (test_sink_get_n_frames() < from + (gsize) (seconds * RATE)) {
    g_assert_cmpint (g_get_monotonic_time(), <, end);
    test_run_for (0.02);
  }
  return from;
}

static void
set_up (Fixture *f)
{
  *f = (Fixture) {.ambience = {.live = TRUE, .sync = 1, .strain = 0.3}};
  test_sink_clear();
  f->radio = voice_radio_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_signal_connect (f->radio, "started", G_CALLBACK (on_started), f);
  g_signal_connect (f->radio, "finished", G_CALLBACK (on_finished), f);
  g_signal_connect (f->radio, "levels", G_CALLBACK (on_levels), f);
  while (!voice_radio_get_available (f->radio))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *f)
{
  voice_radio_shutdown (f->radio);
  g_assert_finalize_object (g_steal_pointer (&f->radio));
}

static void
tell (Fixture *f)
{
  voice_radio_set_ambience (f->radio, &f->ambience);
}

static double
rms_db (gsize from, double seconds)
{
  return 20 * log10 (fmax (test_sink_get_rms (0, from, (gsize) (seconds * RATE)), 1e-9));
}

static double
bed_db (gsize from, double seconds)
{
  return 20 * log10 (fmax (test_sink_get_tone (0, from, (gsize) (seconds * RATE), BED_HZ), 1e-9));
}

static void
say (Fixture *f, guint64 id, guint net)
{
  g_autofree char *speaker = g_strdup_printf ("pilot-%u", net);
  VoiceUtterance u = {.id = id,
                      .speaker = speaker,
                      .text = SENTENCE,
                      .urgency = VOICE_CLASS_CONTACT,
                      .net = net,
                      .distance_m = 2000};

  voice_radio_say (f->radio, &u);
}

static void
assert_asleep (void)
{
  guint before;

  test_run_for (5.0);
  before = test_sink_get_n_buffers();
  test_run_for (0.7);
  g_assert_cmpuint (test_sink_get_n_buffers(), ==, before);
}

/* A battle that stands is silent and costs nothing; so is a muted one. */
static void
test_comes_and_goes (void)
{
  Fixture f;
  gsize at;

  set_up (&f);
  assert_asleep(); /* no battle */
  tell (&f);
  play (3);
  at = play (1);
  g_assert_cmpfloat (rms_db (at, 1), >, -55);
  g_assert_cmpfloat (rms_db (at, 1), <, -40);
  f.ambience.live = FALSE;
  tell (&f);
  assert_asleep();
  f.ambience.live = TRUE;
  tell (&f);
  play (2);
  at = play (0.5);
  g_assert_cmpfloat (rms_db (at, 0.5), >, -55);
  voice_radio_set_muted (f.radio, TRUE);
  assert_asleep();
  voice_radio_set_muted (f.radio, FALSE);
  play (2);
  at = play (0.5);
  g_assert_cmpfloat (rms_db (at, 0.5), >, -55);
  g_assert_cmpuint (f.n_started, ==, 0);
  g_assert_cmpuint (f.most_speakers, ==, 0);
  tear_down (&f);
}

static void
test_layers (void)
{
  Fixture f;
  double loud;
  gsize at;

  set_up (&f);
  f.ambience.n_whispers = 1;
  f.ambience.whispers[0] = (VoiceWhisper) {1, -0.85, 1, FALSE};
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_LEGION, 0);
  tell (&f);
  play (3);
  at = play (2);
  loud = bed_db (at, 2);
  g_assert_cmpfloat (rms_db (at, 2), <, -42);
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_BED, 0.5);
  play (2);
  at = play (2);
  g_assert_cmpfloat (bed_db (at, 2), <, loud - 3);
  g_assert_cmpfloat (bed_db (at, 2), >, loud - 11);
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_BED, 0);
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_LEGION, 1);
  play (4);
  at = play (3);
  g_assert_cmpfloat (bed_db (at, 3), <, loud - 25);
  g_assert_cmpfloat (test_sink_get_rms (0, at, 3 * RATE), >,
                     3 * test_sink_get_rms (1, at, 3 * RATE));
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_LEGION, 0);
  assert_asleep();
  test_sink_clear();
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_CONSOLE, 0);
  voice_radio_sound (f.radio, VOICE_SOUND_ALERT);
  test_run_for (0.5);
  g_assert_cmpint (test_sink_find_sound (0, 0.0005), ==, -1);
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_CONSOLE, 1);
  voice_radio_sound (f.radio, VOICE_SOUND_ALERT);
  play (0.5);
  g_assert_cmpint (test_sink_find_sound (0, 0.05), >=, 0);
  tear_down (&f);
}

/* Some 10 dB back while somebody speaks, and up again when he has spoken. */
static void
test_back_under_speech (void)
{
  Fixture f;
  gsize at;
  double alone, under, after;

  set_up (&f);
  tell (&f);
  play (3);
  at = play (2);
  alone = bed_db (at, 2);
  say (&f, 1, 0);
  while (f.n_started == 0)
    g_main_context_iteration (NULL, TRUE);
  play (0.5);
  at = play (1.5);
  under = bed_db (at, 1.5);
  g_assert_cmpuint (f.n_ended, ==, 0);
  while (f.n_ended == 0)
    g_main_context_iteration (NULL, TRUE);
  play (2);
  at = play (2);
  after = bed_db (at, 2);
  g_test_message ("bed alone %.1f, under speech %.1f, after it %.1f dB", alone, under, after);
  g_assert_cmpfloat (under, <, alone - 6);
  g_assert_cmpfloat (under, >, alone - 16);
  g_assert_cmpfloat (after, >, alone - 4);
  tear_down (&f);
}

static void
test_cut_and_return (void)
{
  Fixture f;
  gsize at;

  f.ambience.strain = 0.9;
  set_up (&f);
  tell (&f);
  play (3);
  f.ambience.cut = TRUE;
  tell (&f);
  play (1.2);
  at = play (0.5);
  g_assert_cmpfloat (rms_db (at, 0.5), <, -80);
  assert_asleep();
  f.ambience.cut = FALSE;
  tell (&f);
  play (3);
  at = play (1);
  g_assert_cmpfloat (rms_db (at, 1), >, -55);
  tear_down (&f);
}

/* Somebody's breath is heard for a while, then it rests; it never keeps a voice from being heard.
 */
static void
test_breath_yields (void)
{
  Fixture f;
  gsize at;

  set_up (&f);
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_BED, 0);
  f.ambience.breath = 1;
  f.ambience.breath_pan = 0.85;
  tell (&f);
  play (2);
  at = play (3);
  g_assert_cmpfloat (test_sink_get_rms (1, at, 3 * RATE), >, 0.003);
  g_assert_cmpfloat (test_sink_get_rms (1, at, 3 * RATE), >,
                     2.5 * test_sink_get_rms (0, at, 3 * RATE));
  for (guint i = 0; i < 8; i++)
    say (&f, 1 + i, i);
  while (f.n_ended < 8)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (f.n_completed, ==, 8);
  g_assert_cmpuint (f.most_speakers, ==, 8);
  g_assert_cmpint (test_sink_find_sound (0, 1.0), ==, -1);
  assert_asleep(); /* it rests for longer than this */
  tear_down (&f);
}

/* Eight voices are cut by eight emergencies at once: none of these is lost for want of a slot. */
static void
test_full_house (void)
{
  Fixture f;

  set_up (&f);
  for (guint i = 0; i < 8; i++)
    say (&f, 1 + i, i);
  while (f.n_started < 8)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 8; i++) {
    g_autofree char *speaker = g_strdup_printf ("pilot-%u", i);
    VoiceUtterance u = {.id = 101 + i, .speaker = speaker, .text = "I am hit.", .net = i};

    voice_radio_say (f.radio, &u);
  }
  while (f.n_ended < 16)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (f.n_started, ==, 16);
  g_assert_cmpuint (f.n_completed, ==, 8);
  tear_down (&f);
}

static void
test_breath_is_not_constant (void)
{
  Fixture f;

  set_up (&f);
  voice_radio_set_layer_volume (f.radio, VOICE_LAYER_BED, 0);
  f.ambience.breath = 1;
  tell (&f);
  play (9); /* 7.5 s of it */
  assert_asleep();
  tear_down (&f);
}

/* What it was told before is still so when the device is back. */
static void
test_after_a_fault (void)
{
  Fixture f;
  gsize at;

  set_up (&f);
  tell (&f);
  play (2);
  test_sink_set_behaviour (TEST_SINK_FAILS_IN_PLAY);
  while (voice_radio_get_available (f.radio))
    g_main_context_iteration (NULL, TRUE);
  test_sink_set_behaviour (TEST_SINK_WORKS);
  while (!voice_radio_get_available (f.radio))
    g_main_context_iteration (NULL, TRUE);
  play (3);
  at = play (1);
  g_assert_cmpfloat (rms_db (at, 1), >, -55);
  tear_down (&f);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  test_sink_register();
  g_test_add_func ("/voice/link/comes-and-goes", test_comes_and_goes);
  g_test_add_func ("/voice/link/layers", test_layers);
  g_test_add_func ("/voice/link/back-under-speech", test_back_under_speech);
  g_test_add_func ("/voice/link/cut-and-return", test_cut_and_return);
  g_test_add_func ("/voice/link/breath-yields", test_breath_yields);
  g_test_add_func ("/voice/link/full-house", test_full_house);
  g_test_add_func ("/voice/link/breath-is-not-constant", test_breath_is_not_constant);
  g_test_add_func ("/voice/link/after-a-fault", test_after_a_fault);
  return g_test_run();
}
