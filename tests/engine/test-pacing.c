/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaps between decision points.  */
#include "engine/engine-pacing.h"

#include <math.h>

static void
hear (EnginePacing *pacing, double at_s, SimReportKind kind, SimPhrase phrase)
{
  SimMessage message = {.kind = SIM_MESSAGE_REPORT, .t = SIM_SECONDS (at_s)};

  message.report.kind = (guint8) kind;
  message.report.words.phrase = (guint16) phrase;
  engine_pacing_take (pacing, &message);
}

static double
gap_s (const GArray *gaps, guint index)
{
  return (double) g_array_index (gaps, SimTick, index) / SIM_TICKS_PER_SECOND;
}

static void
test_quiet_ends_with_contact (void)
{
  EnginePacing pacing;

  engine_pacing_init (&pacing);
  g_assert_true (isnan (engine_pacing_p90_s (pacing.quiet_gaps)));
  hear (&pacing, 20, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_POSITION); /* asks nothing */
  hear (&pacing, 50, SIM_REPORT_CONTACT, SIM_PHRASE_CONTACT_SEEN);
  hear (&pacing, 51, SIM_REPORT_CONTACT, SIM_PHRASE_CONTACT_SEEN); /* the same moment */
  hear (&pacing, 60, SIM_REPORT_OWN_DOWN, SIM_PHRASE_DOWN_SELF);
  hear (&pacing, 200, SIM_REPORT_OWN_STATE, SIM_PHRASE_LOW_AMMUNITION);
  hear (&pacing, 300, SIM_REPORT_OWN_STATE, SIM_PHRASE_LOW_ENERGY);
  g_assert_cmpuint (pacing.quiet_gaps->len, ==, 2);
  g_assert_cmpfloat (gap_s (pacing.quiet_gaps, 0), ==, 50);
  g_assert_cmpfloat (gap_s (pacing.quiet_gaps, 1), ==, 100);
  g_assert_cmpuint (pacing.contact_gaps->len, ==, 2);
  g_assert_cmpfloat (gap_s (pacing.contact_gaps, 0), ==, 9);
  g_assert_cmpfloat (gap_s (pacing.contact_gaps, 1), ==, 140);
  engine_pacing_clear (&pacing);
}

static void
test_ninety_of_a_hundred (void)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (SimTick));

  for (guint i = 0; i < 100; i++) {
    SimTick gap = SIM_SECONDS ((i * 37) % 100 + 1);

    g_array_append_val (gaps, gap);
  }
  g_assert_cmpfloat (engine_pacing_p90_s (gaps), ==, 90);
  g_array_set_size (gaps, 1);
  g_assert_cmpfloat (engine_pacing_p90_s (gaps), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/pacing/quiet-ends-with-contact", test_quiet_ends_with_contact);
  g_test_add_func ("/engine/pacing/ninety-of-a-hundred", test_ninety_of_a_hundred);
  return g_test_run ();
}
