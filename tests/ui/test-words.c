/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's wording: pure functions.  */
#include "ui/comms/handler-announcer.h"
#include "ui/comms/handler-caption-text.h"
#include "ui/comms/handler-level-meter.h"
#include "ui/library/handler-briefing-page.h"
#include "ui/orders/handler-order-history.h"
#include "ui/widgets/handler-text.h"

#include <math.h>

#define assert_text(call, expected)                                                               \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autofree char *text_ = (call);                                                              \
    g_assert_cmpstr (text_, ==, (expected));                                                      \
  }                                                                                               \
  G_STMT_END

static void
test_ages (void)
{
  g_assert_cmpfloat (handler_text_seconds_since (SIM_TICK_NEVER, 100), <, 0);
  g_assert_cmpfloat (handler_text_seconds_since (100, 50), ==, 0);
  g_assert_cmpfloat (handler_text_seconds_since (50, 100), ==, 5);
  assert_text (handler_text_age (-1), "never");
  assert_text (handler_text_age (0.4), "now");
  assert_text (handler_text_age (12.9), "12 s");
  assert_text (handler_text_age (99.9), "99 s");
  assert_text (handler_text_age (100), "1 min");
  assert_text (handler_text_age (3 * 3600), "3 h");
  assert_text (handler_text_age_spoken (2), "2 seconds ago");
  assert_text (handler_text_age_spoken (119), "1 minute ago");
}

static void
test_measures (void)
{
  assert_text (handler_text_distance (854), "850 m");
  assert_text (handler_text_distance (994), "990 m");
  assert_text (handler_text_distance (996), "1.0 km");
  assert_text (handler_text_distance (2849), "2.8 km");
  assert_text (handler_text_elapsed (SIM_SECONDS (59 * 60 + 7)), "+59:07");
  assert_text (handler_text_elapsed (SIM_SECONDS (3723)), "+1:02:03");
  assert_text (handler_text_duration (180), "3 min");
  assert_text (handler_text_duration (5), "1 min"); /* a replay may be as short */
  assert_text (handler_text_duration (4500), "1 h 15 min");
  assert_text (handler_text_speed (0.5), "½×");
  assert_text (handler_text_speed (60), "60×");
}

/* More strain is never fewer bars.  */
static void
test_strain (void)
{
  guint last = 0;

  for (double strain = 0; strain <= 100; strain += 0.5) {
    guint bars = handler_text_strain_bars (strain);

    g_assert_cmpuint (bars, >=, last);
    g_assert_cmpuint (bars, <=, 5);
    last = bars;
  }
  g_assert_cmpuint (last, ==, 5);
  g_assert_cmpstr (handler_text_strain (59.9), !=, handler_text_strain (60));
}

static void
test_condition (void)
{
  assert_text (handler_text_condition (0, 0, 0), "calm");
  assert_text (handler_text_condition (70, 80, 2), "afraid · exhausted · heavy wound");
}

static void
test_lost_words (void)
{
  assert_text (handler_text_spoken_caption ("Eight tanks, ▒▒▒▒ toward ▒▒ bridge"),
               "Eight tanks, word lost toward word lost bridge");
  assert_text (handler_text_spoken_caption ("all clear"), "all clear");
  assert_text (handler_text_spoken_caption (""), "");
}

static void
test_steps (void)
{
  guint heard = 1u << SIM_ORDER_ENTERED | 1u << SIM_ORDER_SPOKEN | 1u << SIM_ORDER_HEARD;
  guint begun = heard | 1u << SIM_ORDER_READ_BACK | 1u << SIM_ORDER_BEGUN;
  g_autofree char *early = handler_caption_steps (heard, SIM_ORDER_HEARD, SIM_CAUSE_NONE, NULL);
  g_autofree char *waiting = handler_caption_steps (heard | 1u << SIM_ORDER_READ_BACK,
                                                    SIM_ORDER_WAITING, SIM_CAUSE_UNDER_FIRE,
                                                    "05:46:49");
  g_autofree char *done = handler_caption_steps (begun, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, NULL);
  g_autofree char *refused
      = handler_caption_steps (heard, SIM_ORDER_REFUSED, SIM_CAUSE_TOO_DANGEROUS, NULL);

  g_assert_nonnull (strstr (early, order_state_text (SIM_ORDER_HEARD)));
  g_assert_null (strstr (early, order_state_text (SIM_ORDER_READ_BACK)));
  g_assert_nonnull (strstr (waiting, "05:46:49"));
  g_assert_nonnull (strstr (waiting, order_cause_text (SIM_CAUSE_UNDER_FIRE)));
  g_assert_nonnull (strstr (done, order_state_text (SIM_ORDER_BEGUN)));
  g_assert_nonnull (strstr (refused, "✕"));
  g_assert_nonnull (strstr (refused, order_cause_text (SIM_CAUSE_TOO_DANGEROUS)));
}

/* Nothing that is heard is announced too, and nothing said by oneself.  */
static void
test_announcements (void)
{
  for (guint c = 0; c < SIM_N_AIR_CLASSES; c++) {
    g_assert_false (
        handler_announcer_decide (ENGINE_CAPTION_SPOKEN, (SimAirClass) c, TRUE, -1).say);
    g_assert_false (
        handler_announcer_decide (ENGINE_CAPTION_ORDER, (SimAirClass) c, FALSE, -1).say);
    g_assert_true (
        handler_announcer_decide (ENGINE_CAPTION_CONSOLE, (SimAirClass) c, TRUE, 0).say);
  }
  g_assert_cmpint (
      handler_announcer_decide (ENGINE_CAPTION_SPOKEN, SIM_AIR_EMERGENCY, FALSE, 0).priority, ==,
      GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  g_assert_false (handler_announcer_decide (ENGINE_CAPTION_SPOKEN, SIM_AIR_CONTACT, FALSE, 1).say);
  g_assert_true (handler_announcer_decide (ENGINE_CAPTION_SPOKEN, SIM_AIR_CONTACT, FALSE, 10).say);
}

static void
test_history (void)
{
  g_autoptr (HandlerOrderHistory) history = handler_order_history_new ();

  g_assert_null (handler_order_history_older (history, "draft"));
  handler_order_history_add (history, "one");
  handler_order_history_add (history, "two");
  handler_order_history_add (history, "two");
  g_assert_cmpstr (handler_order_history_older (history, "draft"), ==, "two");
  g_assert_cmpstr (handler_order_history_older (history, "ignored"), ==, "one");
  g_assert_null (handler_order_history_older (history, "ignored"));
  g_assert_cmpstr (handler_order_history_newer (history), ==, "two");
  g_assert_cmpstr (handler_order_history_newer (history), ==, "draft");
  g_assert_false (handler_order_history_is_browsing (history));
  g_assert_null (handler_order_history_newer (history));
}

static void
test_history_keeps_the_newest (void)
{
  g_autoptr (HandlerOrderHistory) history = handler_order_history_new ();
  const char *oldest = NULL, *text;
  guint n = 0;

  for (guint i = 0; i < 150; i++) {
    g_autofree char *order = g_strdup_printf ("order %u", i);

    handler_order_history_add (history, order);
  }
  while ((text = handler_order_history_older (history, "")) != NULL) {
    oldest = text;
    n++;
  }
  g_assert_cmpuint (n, ==, 100);
  g_assert_cmpstr (oldest, ==, "order 50");
}

static void
test_seed (void)
{
  guint64 seed = 1;

  g_assert_true (handler_briefing_parse_seed (" 42 ", &seed));
  g_assert_cmpuint (seed, ==, 42);
  g_assert_true (handler_briefing_parse_seed ("9007199254740991", &seed));
  g_assert_false (handler_briefing_parse_seed ("9007199254740992", &seed));
  g_assert_false (handler_briefing_parse_seed ("-1", &seed));
  g_assert_false (handler_briefing_parse_seed ("", &seed));
  g_assert_false (handler_briefing_parse_seed ("4x", &seed));
}

static void
test_meter (void)
{
  g_assert_cmpuint (handler_level_meter_lit (-90, 30), ==, 0);
  g_assert_cmpuint (handler_level_meter_lit ((double) NAN, 30), ==, 0);
  g_assert_cmpuint (handler_level_meter_lit (0, 30), ==, 30);
  g_assert_cmpuint (handler_level_meter_lit (12, 30), ==, 30);
  g_assert_cmpuint (handler_level_meter_lit (-30, 30), ==, 15);
}

/* Where the window runs from right to left, a share keeps its sign behind its figure.  */
static void
test_percent (void)
{
  assert_text (handler_text_percent (98.6), "99 %");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  assert_text (handler_text_percent (98.6), "\u206899 %\u2069");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/words/ages", test_ages);
  g_test_add_func ("/ui/words/percent", test_percent);
  g_test_add_func ("/ui/words/measures", test_measures);
  g_test_add_func ("/ui/words/strain", test_strain);
  g_test_add_func ("/ui/words/condition", test_condition);
  g_test_add_func ("/ui/words/lost-words", test_lost_words);
  g_test_add_func ("/ui/words/steps", test_steps);
  g_test_add_func ("/ui/words/announcements", test_announcements);
  g_test_add_func ("/ui/words/history", test_history);
  g_test_add_func ("/ui/words/history-keeps-the-newest", test_history_keeps_the_newest);
  g_test_add_func ("/ui/words/seed", test_seed);
  g_test_add_func ("/ui/words/meter", test_meter);
  return g_test_run ();
}
