/* SPDX-License-Identifier: GPL-3.0-or-later */
/* VoiceRadio from the outside: what is heard, and what happens when the sound system fails. */
#include "voice/voice.h"

#include "test-sink.h"
#include "voice/voice-random.h"
#include "voice/voice-worker.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define SENTENCE "Contact, four tanks at golf zero four."
#define RATE     48000

/* Longest time for one call: callers must never be held up.  Generous, since machines are shared.
 */
#define CALL_LIMIT_US (250 * 1000)

typedef struct {
  VoiceRadio *radio; /* (owned) */
  GHashTable *ends;  /* (owned) id → how often it finished */
  guint n_started, n_completed, n_cut, n_levels;
  guint64 last_started;
  double loudest_db;
  float loudest_band_db;
  guint loudest_band;
  guint most_speakers;
  char speaker[64];
} Fixture;

static void
on_started (VoiceRadio *radio, guint64 id, gpointer data)
{
  Fixture *f = data;

  f->n_started++;
  f->last_started = id;
}

static void
on_finished (VoiceRadio *radio, guint64 id, gboolean completed, gpointer data)
{
  Fixture *f = data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (f->ends, GSIZE_TO_POINTER (id)));

  g_hash_table_insert (f->ends, GSIZE_TO_POINTER (id), GUINT_TO_POINTER (n + 1));
  if (completed)
    f->n_completed++;
  else
    f->n_cut++;
}

static void
on_levels (VoiceRadio *radio, const VoiceLevels *levels, gpointer data)
{
  Fixture *f = data;

  f->n_levels++;
  f->loudest_db = fmax (f->loudest_db, fmax (levels->rms_db[0], levels->rms_db[1]));
  for (guint i = 0; i < VOICE_SPECTRUM_BANDS; i++) {
    if (levels->spectrum_db[i] > f->loudest_band_db) {
      f->loudest_band_db = levels->spectrum_db[i];
      f->loudest_band = i;
    }
  }
  f->most_speakers = MAX (f->most_speakers, levels->n_speakers);
  if (levels->n_speakers > 0)
    g_strlcpy (f->speaker, levels->speakers[0].speaker, sizeof f->speaker);
}

static void
set_up (Fixture *f, VoiceSinkKind kind, const char *argument)
{
  *f =
      (Fixture){.loudest_db = VOICE_LEVEL_FLOOR_DB, .loudest_band_db = (float)VOICE_LEVEL_FLOOR_DB};
  test_sink_clear();
  f->ends = g_hash_table_new (NULL, NULL);
  f->radio = voice_radio_new (kind, argument);
  g_signal_connect (f->radio, "started", G_CALLBACK (on_started), f);
  g_signal_connect (f->radio, "finished", G_CALLBACK (on_finished), f);
  g_signal_connect (f->radio, "levels", G_CALLBACK (on_levels), f);
}

static void
tear_down (Fixture *f)
{
  gint64 begin = g_get_monotonic_time();

  voice_radio_shutdown (f->radio);
  g_assert_cmpint (g_get_monotonic_time() - begin, <, 2 * G_USEC_PER_SEC + CALL_LIMIT_US);
  g_assert_finalize_object (g_steal_pointer (&f->radio));
  g_clear_pointer (&f->ends, g_hash_table_unref);
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
}

/* Runs the main loop until the condition holds, or fails after `seconds`. */
typedef gboolean (*Condition) (Fixture *f);

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
spin (Fixture *f, Condition condition, double seconds)
{
  gint64 end = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
  guint ticker = g_timeout_add (10, wake_up, NULL);
  gboolean holds;

  while (!(holds = condition (f)) && g_get_monotonic_time() < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
  return holds;
}

static gboolean
never (Fixture *f)
{
  return FALSE;
}

static gboolean
is_available (Fixture *f)
{
  return voice_radio_get_available (f->radio);
}

static gboolean
is_unavailable (Fixture *f)
{
  return !voice_radio_get_available (f->radio);
}

static gboolean
has_one_end (Fixture *f)
{
  return f->n_completed + f->n_cut > 0;
}

static gboolean
has_started (Fixture *f)
{
  return f->n_started > 0;
}

static gboolean
all_ended (Fixture *f)
{
  return f->n_completed + f->n_cut >= 8;
}

static gboolean
is_heard (Fixture *f)
{
  return test_sink_get_sound_time() != 0;
}

static VoiceUtterance
utterance (guint64 id)
{
  return (VoiceUtterance){
      .id = id, .speaker = "undertaker", .text = SENTENCE, .urgency = VOICE_CLASS_CONTACT};
}

static void
say (Fixture *f, const VoiceUtterance *u)
{
  gint64 begin = g_get_monotonic_time();

  voice_radio_say (f->radio, u);
  g_assert_cmpint (g_get_monotonic_time() - begin, <, CALL_LIMIT_US);
}

static void
test_heard_on_its_side (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);
  double loud, quiet;

  u.pan = -1.0;
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  g_assert_null (voice_radio_get_status (f.radio));
  say (&f, &u);
  g_assert_true (spin (&f, has_one_end, 20));
  spin (&f, never, 0.1);
  g_assert_cmpuint (f.n_started, ==, 1);
  g_assert_cmpuint (f.n_completed, ==, 1);
  loud = test_sink_get_rms (0, 0, G_MAXSIZE);
  quiet = test_sink_get_rms (1, 0, G_MAXSIZE);
  g_assert_cmpfloat (loud, >, 0.01);
  g_assert_cmpfloat (quiet, <, loud / 5);
  tear_down (&f);
}

static void
test_levels (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  say (&f, &u); /* before the device is open: not lost */
  g_assert_true (spin (&f, has_one_end, 20));
  g_assert_cmpuint (f.n_levels, >, 10);
  g_assert_cmpfloat (f.loudest_db, >, -30);
  g_assert_cmpfloat (f.loudest_band_db, >, -70);
  g_assert_cmpuint (f.most_speakers, ==, 1);
  g_assert_cmpstr (f.speaker, ==, "undertaker");
  tear_down (&f);
}

static void
test_muted (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  voice_radio_set_muted (f.radio, TRUE);
  g_assert_true (spin (&f, is_available, 10));
  say (&f, &u);
  voice_radio_sound (f.radio, VOICE_SOUND_ALERT);
  g_assert_true (spin (&f, has_one_end, 20));
  g_assert_cmpuint (f.n_completed, ==, 1); /* it ran, and was not heard */
  g_assert_cmpuint (test_sink_get_n_frames(), >, RATE);
  g_assert_cmpint (test_sink_find_sound (0, 0.0), ==, -1);
  tear_down (&f);
}

static void
test_muted_speaker (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  voice_radio_set_speaker_muted (f.radio, "undertaker", TRUE);
  g_assert_true (voice_radio_get_speaker_muted (f.radio, "undertaker"));
  g_assert_true (spin (&f, is_available, 10));
  say (&f, &u);
  g_assert_true (spin (&f, has_one_end, 5));
  g_assert_cmpuint (f.n_cut, ==, 1);
  g_assert_cmpuint (f.n_started, ==, 0);
  tear_down (&f);
}

static void
test_cut (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);
  gsize cut_at, n;

  u.text = SENTENCE " " SENTENCE " " SENTENCE;
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  say (&f, &u);
  g_assert_true (spin (&f, is_heard, 10));
  spin (&f, never, 0.5);
  voice_radio_cut (f.radio, 1);
  g_assert_true (spin (&f, has_one_end, 5));
  g_assert_cmpuint (f.n_cut, ==, 1);
  cut_at = test_sink_get_n_frames();
  spin (&f, never, 1.0);
  n = test_sink_get_n_frames();
  g_assert_cmpuint (n, >, cut_at + RATE / 2);
  g_assert_cmpint (test_sink_find_sound (cut_at + RATE / 5, 0.0001), ==, -1);
  g_assert_cmpuint (g_hash_table_size (f.ends), ==, 1);
  tear_down (&f);
}

static void
test_air_time_is_kept (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);
  gint64 begin;

  u.air_length_s = 3.2;
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  begin = g_get_monotonic_time();
  say (&f, &u);
  g_assert_true (spin (&f, has_one_end, 20));
  g_assert_cmpfloat ((double)(g_get_monotonic_time() - begin) / G_USEC_PER_SEC, >, 2.6);
  g_assert_cmpuint (f.n_completed, ==, 1);
  tear_down (&f);
}

static void
test_sleeps_and_wakes (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);
  guint asleep;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  spin (&f, never, 3.0);
  asleep = test_sink_get_n_buffers();
  spin (&f, never, 1.0);
  g_assert_cmpuint (test_sink_get_n_buffers(), ==, asleep);
  g_assert_true (voice_radio_get_available (f.radio));
  test_sink_clear();
  say (&f, &u);
  g_assert_true (spin (&f, has_one_end, 20));
  g_assert_cmpuint (f.n_completed, ==, 1);
  g_assert_cmpfloat (test_sink_get_rms (0, 0, G_MAXSIZE), >, 0.01);
  tear_down (&f);
}

static void
test_console_sound (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  voice_radio_sound (f.radio, VOICE_SOUND_CONTACT);
  g_assert_true (spin (&f, is_heard, 5));
  spin (&f, never, 0.5);
  /* 784 Hz, then 988 Hz, in the place of the spectrum where they belong. */
  g_assert_cmpuint (f.loudest_band, >=, 4);
  g_assert_cmpuint (f.loudest_band, <=, 8);
  voice_radio_sound (f.radio, VOICE_SOUND_ALERT);
  voice_radio_sound (f.radio, VOICE_SOUND_ORDER_REFUSED); /* in place of the other */
  spin (&f, never, 0.5);
  g_assert_cmpuint (f.n_started, ==, 0);
  g_assert_cmpuint (f.most_speakers, ==, 0);
  tear_down (&f);
}

static void
test_eight_nets (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  for (guint i = 0; i < 8; i++) {
    g_autofree char *speaker = g_strdup_printf ("pilot-%u", i);
    VoiceUtterance u = utterance (i + 1);

    u.speaker = speaker;
    u.net = i;
    u.pan = -1.0 + i / 3.5;
    u.strain = i / 8.0;
    say (&f, &u);
  }
  g_assert_true (spin (&f, all_ended, 30));
  g_assert_cmpuint (f.n_completed, ==, 8);
  g_assert_cmpuint (f.most_speakers, ==, 8);
  g_assert_cmpint (test_sink_find_sound (0, 1.0), ==, -1); /* limited, not clipped */
  tear_down (&f);
}

static void
test_no_device (void)
{
  Fixture f;
  gint64 begin;

  test_sink_set_behaviour (TEST_SINK_CAN_NOT_OPEN);
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  spin (&f, never, 1.0);
  g_assert_false (voice_radio_get_available (f.radio));
  g_assert_nonnull (strstr (voice_radio_get_status (f.radio), "No such device"));
  begin = g_get_monotonic_time();
  for (guint i = 1; i <= 200; i++) {
    VoiceUtterance u = utterance (i);

    say (&f, &u);
    voice_radio_sound (f.radio, VOICE_SOUND_CONTACT);
    voice_radio_cut (f.radio, i);
  }
  g_assert_cmpint (g_get_monotonic_time() - begin, <, 2 * G_USEC_PER_SEC);
  spin (&f, never, 0.5);
  g_assert_cmpuint (f.n_cut, ==, 200);
  g_assert_cmpuint (g_hash_table_size (f.ends), ==, 200);

  test_sink_set_behaviour (TEST_SINK_WORKS); /* plugged in */
  g_assert_true (spin (&f, is_available, 10));
  g_assert_null (voice_radio_get_status (f.radio));
  say (&f, &(VoiceUtterance){.id = 1000, .speaker = "desk", .text = "Sound is back."});
  g_assert_true (spin (&f, has_started, 5));
  tear_down (&f);
}

static void
test_no_server (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  g_setenv ("PULSE_SERVER", "unix:/nonexistent/socket", TRUE);
  g_setenv ("ALSA_CONFIG_PATH", "/dev/null", TRUE);
  set_up (&f, VOICE_SINK_AUTOMATIC, NULL);
  say (&f, &u);
  g_assert_true (spin (&f, has_one_end, 10));
  g_assert_cmpuint (f.n_cut, ==, 1);
  g_assert_false (voice_radio_get_available (f.radio));
  g_assert_nonnull (voice_radio_get_status (f.radio));
  tear_down (&f);
}

static void
test_missing_factory (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_FACTORY, "nosuchsink");
  spin (&f, never, 0.5);
  g_assert_false (voice_radio_get_available (f.radio));
  g_assert_nonnull (strstr (voice_radio_get_status (f.radio), "nosuchsink"));
  tear_down (&f);
}

static void
test_device_lost_in_play (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  say (&f, &u);
  g_assert_true (spin (&f, is_heard, 10));
  test_sink_set_behaviour (TEST_SINK_FAILS_IN_PLAY);
  g_assert_true (spin (&f, is_unavailable, 5));
  g_assert_true (spin (&f, has_one_end, 5));
  g_assert_cmpuint (f.n_cut, ==, 1);
  g_assert_nonnull (strstr (voice_radio_get_status (f.radio), "The device is gone"));
  test_sink_set_behaviour (TEST_SINK_WORKS);
  g_assert_true (spin (&f, is_available, 10));
  u.id = 2;
  test_sink_clear();
  say (&f, &u);
  g_assert_true (spin (&f, is_heard, 10));
  tear_down (&f);
}

/* A server that is stopped, not dead: no error ever comes, and stopping blocks as well. */
static void
test_device_freezes (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  say (&f, &u);
  g_assert_true (spin (&f, is_heard, 10));
  test_sink_set_behaviour (TEST_SINK_HANGS_IN_PLAY);
  g_assert_true (spin (&f, is_unavailable, 15));
  g_assert_true (spin (&f, has_one_end, 5));
  g_assert_cmpuint (f.n_cut, ==, 1);
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
  g_assert_true (spin (&f, is_available, 15));
  tear_down (&f);
}

/* The watchdog gives up a thread that does not come back, and a new one takes over. */
static void
test_device_hangs (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  test_sink_set_behaviour (TEST_SINK_HANGS_IN_OPEN);
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  say (&f, &u);
  g_test_expect_message ("handler-one", G_LOG_LEVEL_MESSAGE, "*given up*");
  g_assert_true (spin (&f, has_one_end, 15));
  g_test_assert_expected_messages();
  g_assert_cmpuint (f.n_cut, ==, 1);
  g_assert_nonnull (voice_radio_get_status (f.radio));
  test_sink_set_behaviour (TEST_SINK_WORKS);
  g_assert_true (spin (&f, is_available, 15));
  u.id = 2;
  say (&f, &u);
  g_assert_true (spin (&f, is_heard, 10));
  tear_down (&f);
}

static void
test_shutdown_while_opening_hangs (void)
{
  Fixture f;

  test_sink_set_behaviour (TEST_SINK_HANGS_IN_OPEN);
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  spin (&f, never, 0.3);
  tear_down (&f);
}

static void
test_shutdown_while_playing_hangs (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  say (&f, &u);
  g_assert_true (spin (&f, has_started, 10));
  test_sink_set_behaviour (TEST_SINK_HANGS_IN_PLAY);
  spin (&f, never, 0.2);
  tear_down (&f);
}

static void
test_shutdown_while_stopping_hangs (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_assert_true (spin (&f, is_available, 10));
  test_sink_set_behaviour (TEST_SINK_HANGS_IN_STOP);
  tear_down (&f);
}

static void
test_shutdown_anywhere (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FAKE, NULL); /* at once */
  tear_down (&f);

  set_up (&f, VOICE_SINK_FAKE, NULL); /* with sentences in the making */
  for (guint i = 1; i <= 50; i++) {
    u.id = i;
    say (&f, &u);
  }
  tear_down (&f);

  set_up (&f, VOICE_SINK_FAKE, NULL); /* while it sounds, twice */
  say (&f, &u);
  g_assert_true (spin (&f, has_started, 10));
  voice_radio_shutdown (f.radio);
  say (&f, &(VoiceUtterance){.id = 77, .speaker = "desk", .text = "No more."});
  voice_radio_sound (f.radio, VOICE_SOUND_ALERT);
  voice_radio_set_muted (f.radio, TRUE);
  voice_radio_set_time_scale (f.radio, 20);
  tear_down (&f);

  set_up (&f, VOICE_SINK_FAKE, NULL); /* asleep */
  g_assert_true (spin (&f, is_available, 10));
  spin (&f, never, 2.5);
  tear_down (&f);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("voice-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "battle.wav", NULL);
  g_autofree char *data = NULL;
  guint32 data_size;
  gsize length;
  Fixture f;
  VoiceUtterance u = utterance (1);

  set_up (&f, VOICE_SINK_FILE, path);
  say (&f, &u);
  g_assert_true (spin (&f, has_one_end, 20));
  tear_down (&f);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpmem (data, 4, "RIFF", 4);
  memcpy (&data_size, data + 4, 4);
  g_assert_cmpuint (GUINT32_FROM_LE (data_size), ==, length - 8); /* its end was written */
  g_assert_cmpuint (length, >, 2 * RATE * 4);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_no_speech (void)
{
  Fixture f;
  VoiceUtterance u = utterance (1);

  g_setenv ("HANDLER_ONE_ESPEAK_DATA", "/nonexistent", TRUE);
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_unsetenv ("HANDLER_ONE_ESPEAK_DATA");
  g_assert_true (spin (&f, is_available, 10)); /* the console still sounds */
  g_assert_nonnull (voice_radio_get_status (f.radio));
  say (&f, &u);
  g_assert_true (spin (&f, has_one_end, 5));
  g_assert_cmpuint (f.n_cut, ==, 1);
  voice_radio_sound (f.radio, VOICE_SOUND_CONTACT);
  g_assert_true (spin (&f, is_heard, 5));
  tear_down (&f);
}

static void
test_properties (void)
{
  Fixture f;
  gboolean muted;
  double volume;

  set_up (&f, VOICE_SINK_FAKE, NULL);
  g_object_set (f.radio, "muted", TRUE, "volume", 0.25, NULL);
  g_object_get (f.radio, "muted", &muted, "volume", &volume, NULL);
  g_assert_true (muted);
  g_assert_cmpfloat (volume, ==, 0.25);
  g_assert_true (voice_radio_get_muted (f.radio));
  tear_down (&f);
}

/* Whatever is done to it, each utterance finishes exactly once. */
static void
test_one_end_each (void)
{
  VoiceRandom random = {2026};
  Fixture f;

  set_up (&f, VOICE_SINK_FAKE, NULL);
  for (guint id = 1; id <= 300; id++) {
    g_autofree char *text = g_strdup_printf ("Number %u.", id % 20);
    g_autofree char *speaker = g_strdup_printf ("pilot-%u", id % 5);
    VoiceUtterance u = utterance (id);

    u.text = text;
    u.speaker = speaker;
    u.urgency = voice_random_next (&random) % VOICE_N_CLASSES;
    u.net = voice_random_next (&random) % 9;
    say (&f, &u);
    if (id % 7 == 0)
      voice_radio_cut (f.radio, 1 + voice_random_next (&random) % id);
    if (id % 40 == 0)
      voice_radio_set_speaker_muted (f.radio, speaker, id % 80 == 0);
    if (id % 60 == 0)
      voice_radio_set_time_scale (f.radio, id % 120 ? 20 : 1);
    if (id % 5 == 0)
      spin (&f, never, 0.02);
  }
  voice_radio_cut_all (f.radio);
  spin (&f, never, 1.0);
  g_assert_cmpuint (g_hash_table_size (f.ends), ==, 300);
  g_assert_cmpuint (f.n_completed + f.n_cut, ==, 300);
  g_assert_cmpuint (f.n_started, >, 10);
  tear_down (&f);
}

static void
test_locale (void)
{
  Fixture f;

  setlocale (LC_CTYPE, "C");
  set_up (&f, VOICE_SINK_FAKE, NULL);
  g_assert_true (spin (&f, is_available, 10));
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C");
  tear_down (&f);
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C");
  setlocale (LC_CTYPE, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  test_sink_register();
  g_test_add_func ("/voice/radio/heard-on-its-side", test_heard_on_its_side);
  g_test_add_func ("/voice/radio/levels", test_levels);
  g_test_add_func ("/voice/radio/muted", test_muted);
  g_test_add_func ("/voice/radio/muted-speaker", test_muted_speaker);
  g_test_add_func ("/voice/radio/cut", test_cut);
  g_test_add_func ("/voice/radio/air-time", test_air_time_is_kept);
  g_test_add_func ("/voice/radio/sleeps-and-wakes", test_sleeps_and_wakes);
  g_test_add_func ("/voice/radio/console-sound", test_console_sound);
  g_test_add_func ("/voice/radio/eight-nets", test_eight_nets);
  g_test_add_func ("/voice/radio/file", test_file);
  g_test_add_func ("/voice/radio/properties", test_properties);
  g_test_add_func ("/voice/radio/one-end-each", test_one_end_each);
  g_test_add_func ("/voice/radio/locale", test_locale);
  g_test_add_func ("/voice/faults/no-speech", test_no_speech);
  g_test_add_func ("/voice/faults/no-device", test_no_device);
  g_test_add_func ("/voice/faults/no-server", test_no_server);
  g_test_add_func ("/voice/faults/missing-factory", test_missing_factory);
  g_test_add_func ("/voice/faults/device-lost", test_device_lost_in_play);
  g_test_add_func ("/voice/faults/device-freezes", test_device_freezes);
  g_test_add_func ("/voice/faults/device-hangs", test_device_hangs);
  g_test_add_func ("/voice/faults/shutdown/anywhere", test_shutdown_anywhere);
  g_test_add_func ("/voice/faults/shutdown/opening", test_shutdown_while_opening_hangs);
  g_test_add_func ("/voice/faults/shutdown/playing", test_shutdown_while_playing_hangs);
  g_test_add_func ("/voice/faults/shutdown/stopping", test_shutdown_while_stopping_hangs);
  return g_test_run();
}
