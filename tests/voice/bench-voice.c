/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the sound costs: delay of the first sample, processor time, pieces that came too late, and
 * what becomes of a crowd.  Fails on no figure.  The last line is all of it as JSON. */
#include "voice/voice.h"

#include "test-sink.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#define N_EVENTS 200
#define N_ASLEEP 20
#define N_PILOTS 24

static GString *json;

static void
note (const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, "%s\"%s\": %s", json->len > 1 ? ", " : "", name,
                          g_ascii_formatd (text, sizeof text, "%.2f", value));
}

static gboolean
quit_loop (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (ms, quit_loop, loop);
  g_main_loop_run (loop);
}

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double)usage.ru_utime.tv_sec + (double)usage.ru_stime.tv_sec +
         1e-6 * (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static int
compare (const void *a, const void *b)
{
  return *(const double *)a < *(const double *)b ? -1 : 1;
}

/* Milliseconds from the report to the sample; each sentence is another one, or they are all the same
 * and spoken ahead. */
static double
delay_of (VoiceRadio *radio, guint64 id, gboolean prepared)
{
  g_autofree char *text = prepared ? g_strdup ("Contact, golf zero four.")
                                   : g_strdup_printf ("Contact %u, four tanks, golf zero four, "
                                                      "moving south.", (guint)id);
  VoiceUtterance u = {.id = id,
                      .speaker = "undertaker",
                      .text = text,
                      .urgency = VOICE_CLASS_CONTACT,
                      .distance_m = 4000,
                      .strain = 0.2};
  gint64 said;

  test_sink_clear();
  said = g_get_monotonic_time();
  voice_radio_say (radio, &u);
  while (test_sink_get_sound_time() == 0 && g_get_monotonic_time() - said < G_USEC_PER_SEC)
    g_main_context_iteration (NULL, FALSE) ? (void)0 : g_usleep (200);
  voice_radio_cut (radio, id);
  return (double)(test_sink_get_sound_time() - said) / 1000.0;
}

static void
bench_delay (VoiceRadio *radio, const char *name, guint n, guint pause_ms, guint64 first_id,
             gboolean prepared)
{
  g_autofree double *delays = g_new (double, n);
  g_autofree char *key = g_strdup_printf ("%s_ms", name);
  g_autofree char *key_p95 = g_strdup_printf ("%s_ms_p95", name);

  delay_of (radio, first_id, TRUE);
  run_for (300);
  for (guint i = 0; i < n; i++) {
    run_for (pause_ms + (guint)(rand() % 37));
    delays[i] = delay_of (radio, first_id + 1 + i, prepared);
  }
  qsort (delays, n, sizeof *delays, compare);
  g_print ("report to first sample, %s, %u events: median %.1f ms, p95 %.1f ms, worst %.1f ms\n",
           name, n, delays[n / 2], delays[n * 95 / 100], delays[n - 1]);
  note (key, delays[n / 2]);
  note (key_p95, delays[n * 95 / 100]);
}

static void
bench_cpu (const char *name, guint ms)
{
  gint64 begin = g_get_monotonic_time();
  g_autofree char *key = g_strdup_printf ("percent_of_a_core_%s", name);
  double cpu = cpu_seconds(), share;

  run_for (ms);
  share = 100.0 * (cpu_seconds() - cpu) * G_USEC_PER_SEC / (double)(g_get_monotonic_time() - begin);
  g_print ("processor, %s: %.2f %% of a core\n", name, share);
  note (g_strdelimit (key, " ", '_'), share);
}

static void
say_on_nets (VoiceRadio *radio, guint n_nets, guint64 first_id)
{
  for (guint i = 0; i < n_nets; i++) {
    g_autofree char *speaker = g_strdup_printf ("pilot-%u", i);
    VoiceUtterance u = {
        .id = first_id + i,
        .speaker = speaker,
        .text = "Third platoon to Handler One. Contact, four tanks at golf zero four, moving "
                "south, two thousand metres, we hold and wait for the guns to clear the road.",
        .urgency = VOICE_CLASS_CONTACT,
        .net = i,
        .pan = -1.0 + i / 4.0,
        .distance_m = 6000,
        .strain = 0.6};

    voice_radio_say (radio, &u);
  }
  run_for (1200); /* synthesis */
}

static void
set_link (VoiceRadio *radio, gboolean live)
{
  VoiceAmbience ambience = {.live = live, .sync = 1, .strain = 0.9, .breath = live ? 0.9 : 0};

  ambience.n_whispers = VOICE_MAX_WHISPERS;
  for (guint i = 0; i < VOICE_MAX_WHISPERS; i++)
    ambience.whispers[i] = (VoiceWhisper){1 + i, -0.8 + 0.5 * i, 1, i == 0};
  voice_radio_set_ambience (radio, &ambience);
}

static gboolean
sound_cb (gpointer data)
{
  voice_radio_sound (data, VOICE_SOUND_ALERT);
  return G_SOURCE_CONTINUE;
}

/* Eight voices, bed, whispers, breath and a sound of the console every second. */
static void
bench_all (VoiceRadio *radio)
{
  guint sounds = g_timeout_add (1000, sound_cb, radio);

  set_link (radio, TRUE);
  run_for (1000);
  bench_cpu ("link alone", 4000);
  say_on_nets (radio, 8, 6000);
  bench_cpu ("eight voices and all else", 5000);
  voice_radio_cut_all (radio);
  g_source_remove (sounds);
}

typedef struct {
  guint started, ended, completed;
} Crowd;

static void
started_cb (VoiceRadio *radio, guint64 id, gpointer data)
{
  ((Crowd *)data)->started++;
}

static void
finished_cb (VoiceRadio *radio, guint64 id, gboolean completed, gpointer data)
{
  ((Crowd *)data)->ended++;
  ((Crowd *)data)->completed += completed;
}

/* Twenty-four pilots at once: eight are heard, the others when they have spoken. */
static void
bench_crowd (VoiceRadio *radio)
{
  gint64 begin = g_get_monotonic_time() + G_USEC_PER_SEC / 2;
  gulong handlers[2];
  Crowd crowd = {0};

  run_for (500); /* those before are told to have ended */
  handlers[0] = g_signal_connect (radio, "started", G_CALLBACK (started_cb), &crowd);
  handlers[1] = g_signal_connect (radio, "finished", G_CALLBACK (finished_cb), &crowd);
  for (guint i = 0; i < N_PILOTS; i++) {
    g_autofree char *speaker = g_strdup_printf ("pilot-%u", i);
    VoiceUtterance u = {.id = 7000 + i,
                        .speaker = speaker,
                        .text = "Contact, four tanks, golf zero four.",
                        .urgency = i % 3 == 0 ? VOICE_CLASS_EMERGENCY : VOICE_CLASS_CONTACT,
                        .net = i,
                        .strain = 0.6};

    voice_radio_say (radio, &u);
  }
  while (crowd.ended < N_PILOTS && g_get_monotonic_time() - begin < 60 * G_USEC_PER_SEC)
    run_for (50);
  g_print ("%u pilots at once: %u heard, %u to the end, in %.1f s\n", N_PILOTS, crowd.started,
           crowd.completed, (double)(g_get_monotonic_time() - begin) / G_USEC_PER_SEC);
  note ("crowd", N_PILOTS);
  note ("crowd_heard_to_the_end", crowd.completed);
  g_signal_handler_disconnect (radio, handlers[0]);
  g_signal_handler_disconnect (radio, handlers[1]);
}

/* The same as bench_all(), and all of it taped. */
static void
bench_tape (VoiceRadio *radio)
{
  g_autofree char *folder = g_dir_make_tmp ("tape-XXXXXX", NULL);
  g_autofree char *segment = g_build_filename (folder, "0001.ogg", NULL);
  guint sounds = g_timeout_add (1000, sound_cb, radio);

  voice_radio_begin_tape (radio, folder);
  say_on_nets (radio, 8, 8000);
  bench_cpu ("eight voices, all else and tape", 5000);
  g_print ("lost to the tape: %u\n", voice_radio_get_n_lost (radio));
  note ("pieces_lost_to_the_tape", voice_radio_get_n_lost (radio));
  voice_radio_cut_all (radio);
  voice_radio_end_tape (radio);
  run_for (500); /* its last page is written */
  g_source_remove (sounds);
  g_unlink (segment);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  VoiceRadio *radio;

  gst_init (&argc, &argv);
  test_sink_register();
  json = g_string_new ("{");
  radio = voice_radio_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  run_for (1500);
  bench_cpu ("awake and silent", 900);
  run_for (2500);
  bench_cpu ("asleep", 3000);
  bench_delay (radio, "prepared", N_EVENTS, 150, 10000, TRUE);
  bench_delay (radio, "unprepared", N_EVENTS, 150, 20000, FALSE);
  bench_delay (radio, "asleep", N_ASLEEP, 2600, 30000, TRUE);
  say_on_nets (radio, 1, 3000);
  bench_cpu ("one voice", 4000);
  voice_radio_cut_all (radio);
  say_on_nets (radio, 8, 5000);
  bench_cpu ("eight voices", 4000);
  voice_radio_cut_all (radio);
  bench_all (radio);
  bench_crowd (radio);
  bench_tape (radio);
  g_print ("late pieces: %u\n", voice_radio_get_n_late (radio));
  note ("late_pieces", voice_radio_get_n_late (radio));
  voice_radio_shutdown (radio);
  g_object_unref (radio);
  g_print ("%s}\n", json->str);
  g_string_free (json, TRUE);
  return 0;
}
