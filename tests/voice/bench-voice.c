/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the sound costs: delay of the first sample, processor time.  Fails on no figure. */
#include "voice/voice.h"

#include "test-sink.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#define N_EVENTS 50

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

static void
bench_delay (VoiceRadio *radio, const char *name, guint pause_ms, guint64 first_id)
{
  VoiceUtterance u = {.speaker = "undertaker",
                      .text = "Contact, golf zero four.",
                      .urgency = VOICE_CLASS_CONTACT,
                      .distance_m = 4000,
                      .strain = 0.2};
  double delays[N_EVENTS];
  guint n = pause_ms > 2000 ? 12 : N_EVENTS;

  u.id = first_id;
  voice_radio_prepare (radio, &u);
  run_for (300);
  for (guint i = 0; i < n; i++) {
    gint64 said;

    u.id = first_id + i;
    run_for (pause_ms + (guint)(rand() % 37));
    test_sink_clear();
    said = g_get_monotonic_time();
    voice_radio_say (radio, &u);
    while (test_sink_get_sound_time() == 0 && g_get_monotonic_time() - said < G_USEC_PER_SEC)
      g_main_context_iteration (NULL, FALSE) ? (void)0 : g_usleep (200);
    delays[i] = (double)(test_sink_get_sound_time() - said) / 1000.0;
    voice_radio_cut (radio, u.id);
  }
  qsort (delays, n, sizeof *delays, compare);
  g_print ("report to first sample, %s, %u events: median %.1f ms, p95 %.1f ms, worst %.1f ms\n",
           name, n, delays[n / 2], delays[n * 95 / 100], delays[n - 1]);
}

static void
bench_cpu (const char *name, guint ms)
{
  gint64 begin = g_get_monotonic_time();
  double cpu = cpu_seconds();

  run_for (ms);
  g_print ("processor, %s: %.2f %% of a core\n", name,
           100.0 * (cpu_seconds() - cpu) * G_USEC_PER_SEC /
               (double)(g_get_monotonic_time() - begin));
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
  run_for (900); /* synthesis */
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("tape-XXXXXX", NULL);
  g_autofree char *segment = g_build_filename (folder, "0001.ogg", NULL);
  VoiceRadio *radio;

  gst_init (&argc, &argv);
  test_sink_register();
  radio = voice_radio_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  run_for (1500);
  bench_cpu ("awake and silent", 900);
  run_for (2500);
  bench_cpu ("asleep", 3000);
  bench_delay (radio, "awake", 150, 1000);
  bench_delay (radio, "asleep", 2600, 2000);
  say_on_nets (radio, 1, 3000);
  bench_cpu ("one voice", 4000);
  voice_radio_cut_all (radio);
  say_on_nets (radio, 4, 4000);
  bench_cpu ("four voices", 4000);
  voice_radio_cut_all (radio);
  say_on_nets (radio, 8, 5000);
  bench_cpu ("eight voices", 4000);
  voice_radio_cut_all (radio);
  run_for (300); /* all slots are free again */
  voice_radio_begin_tape (radio, folder);
  say_on_nets (radio, 8, 6000);
  bench_cpu ("eight voices and tape", 4000);
  g_print ("late pieces: %u, lost to the tape: %u\n", voice_radio_get_n_late (radio),
           voice_radio_get_n_lost (radio));
  voice_radio_shutdown (radio);
  g_object_unref (radio);
  g_unlink (segment);
  g_rmdir (folder);
  return 0;
}
