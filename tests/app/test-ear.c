/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of what was heard: an order that is taken, one that is asked for, an answer, nothing.  */
#include "order-fixture.h"
#include "app/order-ear.h"

typedef struct {
  const char *words;
  double share;
} Said;

/* Ends with words that are NULL.  */
static void
read_said (const Said *said, HandlerHearing *hearing)
{
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  VoiceHeard heard = {.n = 0};

  for (; said[heard.n].words != NULL; heard.n++)
    heard.each[heard.n] = (VoiceHypothesis){(char *) said[heard.n].words, said[heard.n].share};
  handler_ear_read (book, view, &heard, hearing);
}

static const char *
canonical (const HandlerHearing *hearing, guint index)
{
  const OrderReading *reading = hearing->readings->pdata[index];

  return reading->canonical;
}

/* One order in two wordings is one.  */
static void
test_taken (void)
{
  static const Said said[] = {{"argus cease fire", 0.5}, {"argus ceasefire", 0.5}, {NULL, 0}};
  g_auto (HandlerHearing) hearing = {0};
  g_autofree char *reason = NULL;

  read_said (said, &hearing);
  g_assert_cmpint (hearing.outcome, ==, HANDLER_EAR_TAKEN);
  g_assert_cmpuint (hearing.readings->len, ==, 1);
  g_assert_cmpstr (canonical (&hearing, 0), ==, "Argus, cease fire");
  g_assert_cmpstr (hearing.words, ==, "argus cease fire");
  reason = handler_hearing_reason (&hearing);
  g_assert_null (reason);
}

/* However sure it is, what other words sound like is asked for.  */
static void
test_doubtful (void)
{
  static const Said letter[] = {{"argus hold foxtrot zero four", 1}, {NULL, 0}};
  static const Said split[] = {{"argus hold fox trot zero four", 1}, {NULL, 0}};
  static const Said plain[] = {{"argus follow third platoon", 1}, {NULL, 0}};
  const Said *const said[] = {letter, split, plain};

  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    g_auto (HandlerHearing) hearing = {0};

    read_said (said[i], &hearing);
    g_assert_cmpint (hearing.outcome, ==, i < 2 ? HANDLER_EAR_ASKS : HANDLER_EAR_TAKEN);
    g_assert_cmpuint (hearing.readings->len, ==, 1);
  }
}

/* The likeliest order first, though its words were not; what is no order is none of the readings.  */
static void
test_asked (void)
{
  static const Said said[] = {{"argus argus", 0.34},
                              {"first platoon hold", 0.2},
                              {"third platoon hold", 0.16},
                              {"first platoon hold position", 0.16},
                              {NULL, 0}};
  g_auto (HandlerHearing) hearing = {0};
  g_autofree char *reason = NULL;

  read_said (said, &hearing);
  g_assert_cmpint (hearing.outcome, ==, HANDLER_EAR_ASKS);
  g_assert_cmpuint (hearing.readings->len, ==, 2);
  g_assert_cmpstr (canonical (&hearing, 0), ==, "First Platoon, hold");
  g_assert_cmpstr (canonical (&hearing, 1), ==, "Third Platoon, hold");
  g_assert_cmpstr (hearing.words, ==, "first platoon hold");
  g_assert_null (hearing.refused);
  reason = handler_hearing_reason (&hearing);
  g_assert_cmpstr (reason, ==, "Did you say: First Platoon, hold?");
}

/* A bearing in figures is asked for when nearly all heard it, and is refused when half of them did: what is no order sounds
 * like one that ends so.  */
static void
test_figures (void)
{
  static const Said all[] = {{"argus move to sorn facing zero six seven", 1}, {NULL, 0}};
  static const Said eighth[] = {{"argus move to sorn facing zero nine zero", 1}, {NULL, 0}};
  static const Said half[] = {{"argus hold looking three five eight", 0.52}, {"argus argus", 0.48}, {NULL, 0}};
  static const HandlerEarOutcome outcomes[] = {HANDLER_EAR_ASKS, HANDLER_EAR_TAKEN, HANDLER_EAR_SAY_AGAIN};
  const Said *const said[] = {all, eighth, half};

  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    g_auto (HandlerHearing) hearing = {0};

    read_said (said[i], &hearing);
    g_assert_cmpint (hearing.outcome, ==, outcomes[i]);
  }
}

/* One hearing is enough against an order that all others heard, even the least of them, which has 0.07 in loud noise.  */
static void
test_dissent (void)
{
  static const Said said[] = {{"argus cease fire", 0.93}, {"argus report", 0.07}, {NULL, 0}};
  g_auto (HandlerHearing) hearing = {0};

  read_said (said, &hearing);
  g_assert_cmpint (hearing.outcome, ==, HANDLER_EAR_ASKS);
  g_assert_cmpuint (hearing.readings->len, ==, 2);
  g_assert_cmpstr (canonical (&hearing, 0), ==, "Argus, cease fire");
}

static void
check_say_again (const Said *said, const char *reason, gboolean refused)
{
  g_auto (HandlerHearing) hearing = {0};
  g_autofree char *told = NULL;

  read_said (said, &hearing);
  g_assert_cmpint (hearing.outcome, ==, HANDLER_EAR_SAY_AGAIN);
  g_assert_cmpuint (hearing.readings->len, ==, 0);
  g_assert_cmpint (hearing.refused != NULL, ==, refused);
  told = handler_hearing_reason (&hearing);
  g_assert_cmpstr (told, ==, reason);
}

static void
test_say_again (void)
{
  static const Said nothing[] = {{NULL, 0}};
  static const Said no_order[] = {{"argus argus", 1}, {NULL, 0}};
  /* A single hearing has at most 0.27, in loud noise.  */
  static const Said unlikely[] = {{"argus hold", 0.27}, {"argus report", 0.24}, {NULL, 0}};

  check_say_again (nothing, "Say again: no whole order was heard.", FALSE);
  check_say_again (no_order, "Say again: that is no order.", TRUE);
  check_say_again (unlikely, "Say again: it was not clear.", FALSE);
}

/* An answer has to be as sure as an order that is taken.  */
static void
test_answer (void)
{
  static const Said yes[] = {{"yes", 0.7}, {"confirm", 0.3}, {NULL, 0}};
  static const Said no[] = {{"cancel that", 1}, {NULL, 0}};
  static const Said unsure[] = {{"yes", 0.6}, {"no", 0.4}, {NULL, 0}};
  const struct {
    const Said *said;
    HandlerEarOutcome outcome;
    OrderListenAnswer answer;
  } rows[] = {
      {yes, HANDLER_EAR_ANSWER, ORDER_ANSWER_YES},
      {no, HANDLER_EAR_ANSWER, ORDER_ANSWER_NO},
      {unsure, HANDLER_EAR_SAY_AGAIN, ORDER_ANSWER_NONE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (HandlerHearing) hearing = {0};

    read_said (rows[i].said, &hearing);
    g_assert_cmpint (hearing.outcome, ==, rows[i].outcome);
    g_assert_cmpint (hearing.answer, ==, rows[i].answer);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ear/taken", test_taken);
  g_test_add_func ("/ear/doubtful", test_doubtful);
  g_test_add_func ("/ear/asked", test_asked);
  g_test_add_func ("/ear/dissent", test_dissent);
  g_test_add_func ("/ear/figures", test_figures);
  g_test_add_func ("/ear/say-again", test_say_again);
  g_test_add_func ("/ear/answer", test_answer);
  return g_test_run ();
}
