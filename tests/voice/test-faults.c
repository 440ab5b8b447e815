/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of fault of a sound device, one after another and at random.  The times that the
 * sound system is waited for are a tenth of the program's, so that many faults fit into a test. */
#include "voice/voice.h"

#include "test-sink.h"
#include "voice/voice-random.h"
#include "voice/voice-times.h"
#include "voice/voice-worker.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>

/* No call may hold up the battle.  Generous, since machines are shared. */
#define CALL_LIMIT_US (250 * 1000)
#define MAX_SLOW 2 /* the machine itself may stand still */
/* Ten times the promise, where times are a tenth of the program's: only load would need that. */
#define BACK_S 10.0
/* As in voice.c; shutting down may leave one more behind. */
#define MAX_ABANDONED 3

typedef struct {
  VoiceRadio *radio; /* (owned) */
  guint64 next_id;
  guint n_said, n_ended, n_slow;
  GHashTable *ended; /* (owned) ids */
  guint most_abandoned;
  double level_db;
} Fixture;

static void
on_finished (VoiceRadio *radio, guint64 id, gboolean completed, gpointer data)
{
  Fixture *f = data;

  g_assert_true (g_hash_table_add (f->ended, GSIZE_TO_POINTER (id))); /* once */
  f->n_ended++;
}

static void
on_levels (VoiceRadio *radio, const VoiceLevels *levels, gpointer data)
{
  ((Fixture *)data)->level_db = fmax (levels->rms_db[0], levels->rms_db[1]);
}

static void
set_up (Fixture *f)
{
  *f = (Fixture){.next_id = 1, .level_db = VOICE_LEVEL_FLOOR_DB};
  test_sink_clear();
  f->ended = g_hash_table_new (NULL, NULL);
  f->radio = voice_radio_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_signal_connect (f->radio, "finished", G_CALLBACK (on_finished), f);
  g_signal_connect (f->radio, "levels", G_CALLBACK (on_levels), f);
}

static void
tear_down (Fixture *f)
{
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
  voice_radio_shutdown (f->radio);
  g_assert_finalize_object (g_steal_pointer (&f->radio));
  g_clear_pointer (&f->ended, g_hash_table_unref);
}

/* What the machine itself stands still does not count. */
#define LONGEST_STEP_US (50 * 1000)

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
spin (Fixture *f, gboolean (*condition) (Fixture *f), double seconds)
{
  gint64 left_us = (gint64)(seconds * G_USEC_PER_SEC), last_us = g_get_monotonic_time();
  guint ticker = g_timeout_add (5, tick, NULL);
  gboolean holds;

  while (!(holds = condition (f)) && left_us > 0) {
    gint64 now_us;

    g_main_context_iteration (NULL, TRUE);
    now_us = g_get_monotonic_time();
    left_us -= MIN (now_us - last_us, LONGEST_STEP_US);
    last_us = now_us;
    f->most_abandoned = MAX (f->most_abandoned, voice_worker_get_n_abandoned());
  }
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
is_heard (Fixture *f)
{
  return test_sink_get_sound_time() != 0;
}

static gboolean
is_loud (Fixture *f)
{
  return f->level_db > -40;
}

static gboolean
all_ended (Fixture *f)
{
  return f->n_ended == f->n_said;
}

static gboolean
none_abandoned (Fixture *f)
{
  return voice_worker_get_n_abandoned() == 0;
}

/* As the battle does it: never held up. */
static void
say (Fixture *f)
{
  VoiceUtterance utterance = {
      .id = f->next_id++, .speaker = "kestrel", .text = "Contact.", .urgency = VOICE_CLASS_CONTACT};
  gint64 begin = g_get_monotonic_time();

  f->n_said++;
  voice_radio_say (f->radio, &utterance);
  voice_radio_sound (f->radio, VOICE_SOUND_ALERT);
  if (g_get_monotonic_time() - begin > CALL_LIMIT_US)
    f->n_slow++;
  g_assert_cmpuint (f->n_slow, <=, MAX_SLOW);
}

static void
keep_saying (Fixture *f, double seconds)
{
  for (double at = 0; at < seconds; at += 0.2) {
    say (f);
    spin (f, never, 0.2);
  }
}

static void
expect_sound (Fixture *f)
{
  g_assert_true (spin (f, is_available, BACK_S));
  test_sink_clear();
  /* What plays may yet be a pipeline that is about to be given up. */
  for (double at = 0; at < BACK_S && !is_heard (f); at += 0.5) {
    say (f);
    spin (f, is_heard, 0.5);
  }
  g_assert_true (is_heard (f));
}

/* What only shows when a device is opened needs one that was lost. */
static gboolean
shows_in_play (TestSinkBehaviour kind)
{
  return kind == TEST_SINK_HANGS_IN_PLAY || kind == TEST_SINK_FAILS_AND_HANGS;
}

/* The device that played fails in one way, stays so for a while, and works again. */
static void
test_kind (gconstpointer data)
{
  TestSinkBehaviour kind = (TestSinkBehaviour)GPOINTER_TO_INT (data);
  Fixture f;

  set_up (&f);
  expect_sound (&f);
  say (&f);
  g_assert_true (spin (&f, is_loud, BACK_S));
  test_sink_set_behaviour (shows_in_play (kind) ? kind : TEST_SINK_FAILS_IN_PLAY);
  g_assert_true (spin (&f, is_unavailable, BACK_S));
  g_assert_nonnull (voice_radio_get_status (f.radio));
  spin (&f, never, 0.1);
  g_assert_cmpfloat (f.level_db, <=, VOICE_LEVEL_FLOOR_DB); /* no meter stands still in mid sound */
  test_sink_set_behaviour (kind);
  keep_saying (&f, 2.0);
  g_assert_true (spin (&f, all_ended, BACK_S) || is_available (&f));
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
  expect_sound (&f);
  voice_radio_cut_all (f.radio);
  g_assert_true (spin (&f, all_ended, BACK_S));
  g_assert_true (spin (&f, none_abandoned, BACK_S));
  tear_down (&f);
}

/* A device that hangs whenever it is opened, and never lets go. */
static void
test_threads_are_bounded (void)
{
  Fixture f;

  test_sink_set_behaviour (TEST_SINK_HANGS_IN_OPEN);
  set_up (&f);
  keep_saying (&f, 8.0);
  g_assert_true (spin (&f, all_ended, BACK_S));
  g_assert_cmpuint (f.most_abandoned, ==, MAX_ABANDONED);
  g_assert_false (voice_radio_get_available (f.radio));
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
  expect_sound (&f);
  g_assert_true (spin (&f, none_abandoned, BACK_S));
  tear_down (&f);
}

/* ---- At random ------------------------------------------------------------------------------- */

static guint
n_faults (void)
{
  const char *text = g_getenv ("HANDLER_ONE_FAULTS");

  return text != NULL ? (guint)MAX (1, atoi (text)) : 60;
}

static void
do_something (Fixture *f, VoiceRandom *random)
{
  test_sink_set_behaviour (voice_random_next (random) % TEST_SINK_N_BEHAVIOURS);
  if (voice_random_next (random) % 6 == 0)
    test_sink_release();
  if (voice_random_next (random) % 4 == 0)
    voice_radio_set_muted (f->radio, voice_random_next (random) % 2);
  if (voice_random_next (random) % 4 == 0)
    voice_radio_cut_all (f->radio);
  say (f);
  /* Now and then so long that the watchdog gives up what hangs. */
  spin (f, never, (double)(voice_random_next (random) % 250) / 1000 +
                      (voice_random_next (random) % 10 == 0 ? 1.0 : 0.0));
}

static void
test_random_faults (void)
{
  VoiceRandom random = {1986};
  Fixture f;

  set_up (&f);
  for (guint i = 0, n = n_faults(); i < n; i++) {
    do_something (&f, &random);
    if (i % 20 == 19) {
      test_sink_set_behaviour (TEST_SINK_WORKS);
      test_sink_release();
      voice_radio_set_muted (f.radio, FALSE);
      expect_sound (&f);
    }
  }
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
  voice_radio_set_muted (f.radio, FALSE);
  expect_sound (&f);
  voice_radio_cut_all (f.radio);
  g_assert_true (spin (&f, all_ended, BACK_S));
  g_assert_cmpuint (f.most_abandoned, <=, MAX_ABANDONED);
  g_assert_true (spin (&f, none_abandoned, BACK_S));
  tear_down (&f);
}

/* A message is no warning, and there may be many of this one. */
static void
swallow (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  g_test_message ("%s", message);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    TestSinkBehaviour kind;
  } kinds[] = {
      {"/voice/fault/can-not-open", TEST_SINK_CAN_NOT_OPEN},
      {"/voice/fault/fails-in-play", TEST_SINK_FAILS_IN_PLAY},
      {"/voice/fault/hangs-in-open", TEST_SINK_HANGS_IN_OPEN},
      {"/voice/fault/fails-and-hangs", TEST_SINK_FAILS_AND_HANGS},
      {"/voice/fault/hangs-in-play", TEST_SINK_HANGS_IN_PLAY},
      {"/voice/fault/never-prerolls", TEST_SINK_NEVER_PREROLLS},
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  test_sink_register();
  g_log_set_handler ("handler-one", G_LOG_LEVEL_MESSAGE, swallow, NULL);
  voice_times = (VoiceTimes){.start = 400,
                             .stall = 400,
                             .stall_at = 100,
                             .retry = 400,
                             .chosen = 400,
                             .busy = 600,
                             .busy_at = 100,
                             .list = 250};
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, GINT_TO_POINTER (kinds[i].kind), test_kind);
  g_test_add_func ("/voice/fault/threads-are-bounded", test_threads_are_bounded);
  g_test_add_func ("/voice/fault/random", test_random_faults);
  return g_test_run();
}
