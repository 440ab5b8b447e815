/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying it again: the same words with their age, for air; no news to who had heard them.  */
#include "sim-builder.h"

#include "sim/sim-world.h"

#include <glib.h>

static SimWorld *
quiet (Build *build)
{
  build_init (build);
  build->def.base = base_vec (200, 2000);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, i / 2, 2000, 2000 + 60 * (float) i, 90);
  return build_world (build, 1);
}

static void
tell (SimWorld *world, uint32_t id, SimVerb verb, uint32_t unit)
{
  SimCommand command = build_order_unit (id, verb, unit, 0, 0);

  command.topic = SIM_TOPIC_POSITION;
  if (unit == SIM_NOBODY)
    command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  sim_world_submit (world, &command);
}

/* The next words of a pilot, to their end; counts the reports that came until then.  */
static SimTransmission
next_words (SimWorld *world, unsigned *reports)
{
  for (SimTick t = 0; t < SIM_SECONDS (60); t++) {
    const SimMessage *messages;
    SimTransmission said = {0};
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++) {
      *reports += messages[k].kind == SIM_MESSAGE_REPORT &&
                  messages[k].report.words.phrase == SIM_PHRASE_STATUS_POSITION;
      if (messages[k].kind == SIM_MESSAGE_TRANSMISSION_ENDED &&
          messages[k].transmission_ended.speaker == SIM_SPEAKER_PILOT &&
          messages[k].transmission_ended.words.phrase != SIM_PHRASE_READ_BACK)
        said = messages[k].transmission_ended;
    }
    if (said.id != 0)
      return said;
  }
  g_assert_not_reached ();
}

static void
test_once_more (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimTransmission first, again;
  unsigned reports = 0;
  SimMessage message;
  float age;

  tell (world, 1, SIM_VERB_REPORT, 1);
  first = next_words (world, &reports);
  build_run (world, 40);
  reports = 0;
  tell (world, 2, SIM_VERB_SAY_AGAIN, 1);
  again = next_words (world, &reports);
  build_run (world, 1);
  age = (float) (again.t_begin - first.t_begin) / SIM_TICKS_PER_SECOND;
  g_assert_cmpuint (again.from.index, ==, 1);
  g_assert_cmpuint (again.words.phrase, ==, first.words.phrase);
  g_assert_cmpuint (again.words.variant, ==, first.words.variant);
  g_assert_cmpuint (first.words.again_s, ==, 0);
  g_assert_cmpfloat_with_epsilon (again.words.again_s, age, 1.01);
  g_assert_cmpuint (again.t_end - again.t_begin, >, first.t_end - first.t_begin);
  /* She had it: no news.  */
  g_assert_cmpuint (reports, ==, 0);
  /* And again: the age is that of the first time.  */
  tell (world, 3, SIM_VERB_SAY_AGAIN, 1);
  g_assert_cmpuint (next_words (world, &reports).words.again_s, >, again.words.again_s);
  g_assert_false (build_wait_order (world, 3, SIM_ORDER_READ_BACK, 10, &message));
  sim_world_free (world);
}

/* Without a name the last of all; by name his own.  */
static void
test_who (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  unsigned reports = 0;

  tell (world, 1, SIM_VERB_REPORT, 1);
  next_words (world, &reports);
  tell (world, 2, SIM_VERB_REPORT, 3);
  next_words (world, &reports);
  tell (world, 3, SIM_VERB_SAY_AGAIN, SIM_NOBODY);
  g_assert_cmpuint (next_words (world, &reports).from.index, ==, 3);
  tell (world, 4, SIM_VERB_SAY_AGAIN, 1);
  g_assert_cmpuint (next_words (world, &reports).from.index, ==, 1);
  sim_world_free (world);
}

static void
test_nothing_said (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimMessage message;

  tell (world, 1, SIM_VERB_SAY_AGAIN, 2);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NOTHING_SAID);
  sim_world_free (world);
}

/* What was cut off before its end is a report when it is said again, once.  */
static void
test_cut_off (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimMessage message;
  unsigned reports = 0;

  tell (world, 1, SIM_VERB_REPORT, 1);
  next_words (world, &reports);
  for (int i = 0; i < SIM_MAX_SAID; i++)
    world->link.said[i].heard = 0;
  reports = 0;
  build_run (world, 5);
  tell (world, 2, SIM_VERB_SAY_AGAIN, 1);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_BEGUN, 20, &message));
  next_words (world, &reports);
  g_assert_cmpuint (reports, ==, 1);
  tell (world, 3, SIM_VERB_SAY_AGAIN, 1);
  reports = 0;
  next_words (world, &reports);
  build_run (world, 2);
  g_assert_cmpuint (reports, ==, 0);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/again/once-more", test_once_more);
  g_test_add_func ("/sim/again/who", test_who);
  g_test_add_func ("/sim/again/nothing-said", test_nothing_said);
  g_test_add_func ("/sim/again/cut-off", test_cut_off);
  return g_test_run ();
}
