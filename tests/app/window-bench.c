/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the window while a battle is played at 60 times its speed, against the same window with the
 * battle stopped, in turns.  `./dev bench map` runs it under a display.
 *
 * window-bench SECONDS: each of the two is measured for so long altogether.  A frame is asked for
 * as soon as the last is done.  Prints milliseconds as one line of JSON: the intervals between the ends of frames, which
 * differ where one takes longer than the one before, and between their begins, which differ where one is late; and
 * how long the main loop was busy without a look at its sources.  */
#include "app/handler-application.h"
#include "app/handler-locale.h"
#include "moments.h"

#include <stdlib.h>
#include <time.h>

#define TURN_MS 5000
#define SETTLE_MS 400 /* after each change, not measured */
#define SPEED 60
#define IDLE_MS 5000

typedef struct {
  GArray *intervals, *busy; /* double, ms; from the end of a frame to that of the next … */
  GArray *begun;            /* … and from its begin to the next one's */
  GArray *own_busy;         /* the same, without the time that others had the processor */
  GArray *layout, *paint;   /* of each frame, also without */
} Figures;

typedef struct {
  HandlerApplication *application;
  HandlerWindow *window;
  EngineBattle *battle; /* (borrowed) */
  Figures played, stopped;
  Figures *now; /* NULL: not measured */
  gint64 last_frame, last_begun, phase;
  guint seconds, tick_id;
  guint n_idle_frames;
  double idle_percent; /* of a core */
} Bench;

static Bench *the_bench; /* a poll function has no data */
static gint64 polled_at, polled_own;
static GPollFunc poll_before;

static void
add_ms (GArray *values, gint64 microseconds)
{
  double ms = (double) microseconds / 1000;

  g_array_append_val (values, ms);
}

/* What this thread has had of a processor, in microseconds.  */
static gint64
own_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* What passes from one look at the sources to the next.  */
static int
timed_poll (GPollFD *sources, guint n, int timeout)
{
  int found;

  if (the_bench->now != NULL && polled_at != 0) {
    add_ms (the_bench->now->busy, g_get_monotonic_time () - polled_at);
    add_ms (the_bench->now->own_busy, own_time () - polled_own);
  }
  found = poll_before (sources, n, timeout);
  polled_at = g_get_monotonic_time ();
  polled_own = own_time ();
  return found;
}

static void
painted_cb (Bench *bench)
{
  gint64 now = g_get_monotonic_time ();

  bench->n_idle_frames++;
  if (bench->now != NULL && bench->last_frame != 0)
    add_ms (bench->now->intervals, now - bench->last_frame);
  bench->last_frame = bench->now != NULL ? now : 0;
}

static void
begun_cb (Bench *bench)
{
  gint64 now = g_get_monotonic_time ();

  if (bench->now != NULL && bench->last_begun != 0)
    add_ms (bench->now->begun, now - bench->last_begun);
  bench->last_begun = bench->now != NULL ? now : 0;
}

/* GTK's own handlers come first.  */
static void
updated_cb (Bench *bench)
{
  bench->phase = own_time ();
}

static void
laid_out_cb (Bench *bench)
{
  gint64 now = own_time ();

  if (bench->now != NULL)
    add_ms (bench->now->layout, now - bench->phase);
  bench->phase = now;
}

static void
drawn_cb (Bench *bench)
{
  if (bench->now != NULL)
    add_ms (bench->now->paint, own_time () - bench->phase);
}

static gboolean
ask_for_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

/* Whatever has asked for a stop meanwhile.  */
static void
go_on (Bench *bench, gboolean paused)
{
  engine_battle_set_speed (bench->battle, SPEED);
  engine_battle_set_paused (bench->battle, paused);
}

static void
measure_turn (Bench *bench, Figures *figures, gboolean paused)
{
  go_on (bench, paused);
  moments_pass (SETTLE_MS);
  bench->now = figures;
  bench->last_frame = bench->last_begun = polled_at = 0;
  for (guint i = 0; i < TURN_MS / 100; i++) {
    go_on (bench, paused);
    moments_pass (100);
  }
  bench->now = NULL;
}

static void
begin (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("long-front", &error);
  EngineOptions options = {
    .seed = 1, .difficulty = SIM_DIFFICULTY_STANDARD, .staff = STAFF_GOOD, .language = "en"};
  GdkFrameClock *clock;

  g_assert_no_error (error);
  handler_window_start_battle (bench->window, scenario, &options, &error);
  g_assert_no_error (error);
  bench->battle = handler_battle_page_get_battle (handler_window_get_battle_page (bench->window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (begun_cb), bench);
  g_signal_connect_swapped (clock, "update", G_CALLBACK (updated_cb), bench);
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (laid_out_cb), bench);
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (drawn_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), bench);
  bench->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), ask_for_frame, NULL, NULL);
  moments_pass (3000);
}

/* Stopped, and no frame is asked for: what is drawn and computed all the same.  */
static void
measure_idle (Bench *bench, guint ms)
{
  gint64 cpu;

  gtk_widget_remove_tick_callback (GTK_WIDGET (bench->window), bench->tick_id);
  go_on (bench, TRUE);
  moments_pass (4000); /* the sound goes to sleep, too */
  cpu = clock ();
  bench->n_idle_frames = 0;
  moments_pass (ms);
  bench->idle_percent = 100.0 * (double) (clock () - cpu) / CLOCKS_PER_SEC / (ms / 1000.0);
}

static double
part_of (GArray *values, double share)
{
  return values->len == 0 ? 0 : moments_share ((double *) (void *) values->data, values->len, share);
}

static void
print_figures (const char *name, Figures *figures)
{
  g_print ("\"%s\": {\"frames\": %u, \"interval_ms_p50\": %.3f, \"interval_ms_p99\": %.3f,"
           " \"begun_ms_p99\": %.3f,"
           " \"layout_ms_p50\": %.3f, \"layout_ms_p99\": %.3f, \"paint_ms_p50\": %.3f,"
           " \"paint_ms_p99\": %.3f,"
           " \"own_busy_ms_p99\": %.3f, \"own_busy_ms_p999\": %.3f, \"busy_ms_p99\": %.3f, \"busy_ms_p999\": %.3f, \"busy_ms_most\": %.3f}",
           name, figures->intervals->len, part_of (figures->intervals, 0.5),
           part_of (figures->intervals, 0.99), part_of (figures->begun, 0.99),
           part_of (figures->layout, 0.5),
           part_of (figures->layout, 0.99), part_of (figures->paint, 0.5),
           part_of (figures->paint, 0.99), part_of (figures->own_busy, 0.99),
           part_of (figures->own_busy, 0.999), part_of (figures->busy, 0.99),
           part_of (figures->busy, 0.999), part_of (figures->busy, 1));
}

static void
activated_cb (Bench *bench)
{
  bench->window = handler_application_get_window (bench->application);
  moments_pass (1500);
  begin (bench);
  for (guint i = 0; i < MAX (1, bench->seconds * 1000 / TURN_MS); i++) {
    if (engine_battle_get_result (bench->battle) != NULL)
      break;
    measure_turn (bench, &bench->played, FALSE);
    measure_turn (bench, &bench->stopped, TRUE);
  }
  measure_idle (bench, IDLE_MS);
  g_print ("{");
  print_figures ("played", &bench->played);
  g_print (", ");
  print_figures ("stopped", &bench->stopped);
  g_print (", \"idle\": {\"seconds\": %.1f, \"frames\": %u, \"processor_percent\": %.2f}}\n",
           IDLE_MS / 1000.0, bench->n_idle_frames, bench->idle_percent);
  handler_window_stop_battle (bench->window);
  g_application_quit (G_APPLICATION (bench->application));
}

static void
figures_init (Figures *figures)
{
  figures->intervals = g_array_new (FALSE, FALSE, sizeof (double));
  figures->begun = g_array_new (FALSE, FALSE, sizeof (double));
  figures->busy = g_array_new (FALSE, FALSE, sizeof (double));
  figures->own_busy = g_array_new (FALSE, FALSE, sizeof (double));
  figures->layout = g_array_new (FALSE, FALSE, sizeof (double));
  figures->paint = g_array_new (FALSE, FALSE, sizeof (double));
}

int
main (int argc, char **argv)
{
  Bench bench = {.seconds = argc > 1 ? (guint) atoi (argv[1]) : 60};

  handler_locale_begin ();
  gtk_disable_setlocale ();
  g_setenv ("HANDLER_ONE_SOUND", "none", TRUE);
  figures_init (&bench.played);
  figures_init (&bench.stopped);
  the_bench = &bench;
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, timed_poll);
  bench.application = handler_application_new (NULL);
  g_application_set_flags (G_APPLICATION (bench.application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_data (bench.application, "activate", G_CALLBACK (activated_cb), &bench, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_application_run (G_APPLICATION (bench.application), 0, NULL);
  g_object_unref (bench.application);
  return 0;
}
