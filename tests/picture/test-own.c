/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own machines: fixes, ghosts, parts, losses, orders.  */
#include "picture/picture-builder.h"

#include <glib.h>
#include <math.h>

static const PictureOwn *
own_at (Picture *picture, unsigned index, double t)
{
  return picture_view_own (build_view_at (picture, t), build_unit (index));
}

static SimMessage
telemetry_moving (double t, unsigned unit, BaseVec at, float heading, float speed)
{
  SimMessage message = build_telemetry (t, unit, at);

  message.telemetry.own.told |= SIM_OWN_ACTIVITY;
  message.telemetry.own.activity = SIM_ACTIVITY_MOVING;
  message.telemetry.own.heading_deg = heading;
  message.telemetry.own.speed_mps = speed;
  return message;
}

static void
test_briefing (void)
{
  Picture *picture = build_picture (21);
  const PictureView *view = build_view (picture);

  g_assert_cmpuint (view->n_own, ==, 21);
  for (unsigned i = 0; i < 21; i++) {
    g_assert_cmpuint (view->own[i].id.index, ==, i);
    g_assert_cmpuint (view->own[i].platoon, ==, i / 4);
    g_assert_cmpuint (view->own[i].ammunition, ==, 40);
    g_assert_cmpuint (view->own[i].t_word, ==, SIM_TICK_NEVER);
    g_assert_cmpuint (view->own[i].parts[SIM_PART_GUN], ==, 255);
  }
  g_assert_null (picture_view_own (view, build_unit (21)));
  g_assert_null (picture_view_own (view, SIM_UNIT_NONE));
  picture_free (picture);
}

static void
test_telemetry (void)
{
  Picture *picture = build_picture (4);
  SimMessage message = build_telemetry (12, 1, base_vec (2500, 2600));
  const PictureOwn *own;

  message.telemetry.own.told |= SIM_OWN_AMMUNITION | SIM_OWN_PARTS | SIM_OWN_PILOT;
  message.telemetry.own.ammunition = 17;
  message.telemetry.own.energy_percent = 62;
  message.telemetry.own.parts[SIM_PART_LEGS] = 90;
  message.telemetry.own.stress = 40;
  picture_take (picture, &message);
  own = own_at (picture, 1, 12);
  g_assert_cmpfloat (own->fix.x, ==, 2500);
  g_assert_cmpuint (own->t_fix, ==, SIM_SECONDS (12));
  g_assert_cmpuint (own->t_word, ==, SIM_SECONDS (12));
  g_assert_cmpuint (own->fix_how, ==, SIM_HOW_TELEMETRY);
  g_assert_cmpuint (own->ammunition, ==, 17);
  g_assert_cmpuint (own->energy_percent, ==, 62);
  g_assert_cmpuint (own->parts[SIM_PART_LEGS], ==, 90);
  g_assert_cmpuint (own->stress, ==, 40);
  picture_free (picture);
}

static void
test_older_news_does_not_overwrite (void)
{
  Picture *picture = build_picture (4);
  SimMessage report = build_report (20, SIM_REPORT_OWN_STATE, 1);

  build_take (picture, build_telemetry (15, 1, base_vec (2500, 2600)));
  report.report.t_sensed = SIM_SECONDS (5);
  report.report.own.told = SIM_OWN_POSITION | SIM_OWN_AMMUNITION;
  report.report.own.position = base_vec (2100, 2100);
  report.report.own.ammunition = 11;
  picture_take (picture, &report);
  g_assert_cmpfloat (own_at (picture, 1, 20)->fix.x, ==, 2500);
  g_assert_cmpuint (own_at (picture, 1, 20)->ammunition, ==, 11);
  picture_free (picture);
}

static void
test_ghost_runs_on (void)
{
  Picture *picture = build_picture (4);
  const PictureOwn *own;
  float error = 0;

  build_take (picture, telemetry_moving (10, 0, base_vec (3000, 3000), 90, 10));
  own = own_at (picture, 0, 40);
  g_assert_cmpfloat (fabsf (own->ghost.x - 3300), <, 1);
  g_assert_cmpfloat (fabsf (own->ghost.y - 3000), <, 1);
  g_assert_cmpfloat (own->fix.x, ==, 3000); /* the last word stays the last word */
  for (int t = 10; t < 400; t += 10) {
    own = own_at (picture, 0, t < 40 ? 40 : t);
    g_assert_cmpfloat (own->ghost_error_m, >=, error);
    error = own->ghost_error_m;
  }
  g_assert_cmpfloat (own->ghost.x, <, 4000); /* nobody believes in a straight run for ever */
  picture_free (picture);
}

static void
test_ghost_stays (void)
{
  Picture *picture = build_picture (4);
  const PictureOwn *own = own_at (picture, 2, 300);

  g_assert_cmpfloat (own->ghost.x, ==, own->fix.x);
  g_assert_cmpfloat (own->ghost_error_m, >, own->fix_error_m);
  g_assert_cmpfloat (own->ghost_error_m, <, 150);
  picture_free (picture);
}

static void
test_ghost_follows_the_order (void)
{
  Picture *picture = build_picture (4);
  SimCommand command =
      build_command (1, SIM_VERB_MOVE, SIM_ADDRESSEE_PLATOON, 0, base_vec (4000, 4000));
  const PictureOwn *own;

  command.n_via = 1;
  command.via[0].position = base_vec (2000, 4000);
  build_take (picture, build_order (10, &command, SIM_ORDER_HEARD, -1));
  g_assert_cmpfloat (own_at (picture, 0, 20)->ghost.y, ==, 2000);
  build_take (picture, build_order (20, &command, SIM_ORDER_BEGUN, 0));
  own = own_at (picture, 0, 120); /* 100 s at 9 m/s: north, on the first leg */
  g_assert_cmpfloat (fabsf (own->ghost.x - 2000), <, 1);
  g_assert_cmpfloat (fabsf (own->ghost.y - 2900), <, 1);
  own = own_at (picture, 0, 20 + 2900 / 9.0); /* round the corner */
  g_assert_cmpfloat (fabsf (own->ghost.x - 2900), <, 5);
  g_assert_cmpfloat (fabsf (own->ghost.y - 4000), <, 5);
  own = own_at (picture, 0, 2000); /* and no farther than told */
  g_assert_cmpfloat (base_vec_distance (own->ghost, base_vec (4000, 4000)), <, 1);
  picture_free (picture);
}

/* A fix on the way: the ghost goes on from there, not back to the start.  */
static void
test_ghost_takes_up_a_fix (void)
{
  Picture *picture = build_picture (4);
  SimCommand command =
      build_command (1, SIM_VERB_SCOUT, SIM_ADDRESSEE_UNIT, 0, base_vec (4000, 4000));
  SimMessage report = build_report (60, SIM_REPORT_OWN_STATE, 0);

  command.n_via = 1;
  command.via[0].position = base_vec (2000, 4000);
  build_take (picture, build_order (20, &command, SIM_ORDER_BEGUN, 0));
  report.report.own.told = SIM_OWN_POSITION;
  report.report.own.position = base_vec (2500, 3990);
  report.report.own.speed_mps = 10;
  report.report.own.error_m = 30;
  picture_take (picture, &report);
  g_assert_cmpfloat (fabsf (own_at (picture, 0, 110)->ghost.x - 3000), <, 5);
  /* Under fire she says: then she does not go on.  */
  report = build_report (110, SIM_REPORT_UNDER_FIRE, 0);
  picture_take (picture, &report);
  g_assert_cmpuint (own_at (picture, 0, 110)->activity, ==, SIM_ACTIVITY_UNDER_FIRE);
  g_assert_cmpfloat (own_at (picture, 0, 140)->ghost.x, ==, 2500);
  picture_free (picture);
}

static void
test_ghost_is_in_position (void)
{
  Picture *picture = build_picture (4);
  SimCommand command =
      build_command (1, SIM_VERB_MOVE, SIM_ADDRESSEE_UNIT, 0, base_vec (4000, 4000));

  build_take (picture, build_order (20, &command, SIM_ORDER_BEGUN, 0));
  build_take (picture, build_order (90, &command, SIM_ORDER_DONE, 0));
  g_assert_cmpfloat (own_at (picture, 0, 100)->ghost.x, ==, 4000);
  g_assert_cmpuint (own_at (picture, 0, 100)->activity, ==, SIM_ACTIVITY_HOLDING);
  build_take (picture, build_telemetry (110, 0, base_vec (3900, 3900)));
  g_assert_cmpfloat (own_at (picture, 0, 110)->ghost.x, ==, 3900);
  picture_free (picture);
}

static void
test_orders_of_all_and_one (void)
{
  Picture *picture = build_picture (12);
  SimCommand hold = build_command (1, SIM_VERB_HOLD, SIM_ADDRESSEE_ALL, 0, base_vec (0, 0));
  SimCommand move =
      build_command (2, SIM_VERB_MOVE, SIM_ADDRESSEE_PLATOON, 1, base_vec (4000, 4000));
  const PictureView *view;

  build_take (picture, build_order (5, &hold, SIM_ORDER_BEGUN, -1));
  build_take (picture, build_order (6, &move, SIM_ORDER_ENTERED, -1));
  g_assert_cmpuint (own_at (picture, 4, 6)->order, ==, 1); /* not heard yet */
  build_take (picture, build_order (10, &move, SIM_ORDER_READ_BACK, -1));
  view = build_view (picture);
  for (unsigned i = 0; i < 12; i++)
    g_assert_cmpuint (view->own[i].order, ==, i / 4 == 1 ? 2 : 1);
  build_take (picture, build_order (12, &move, SIM_ORDER_WAITING, 5));
  view = build_view (picture);
  g_assert_cmpuint (view->own[5].order_state, ==, SIM_ORDER_WAITING);
  g_assert_cmpuint (view->own[6].order_state, ==, SIM_ORDER_READ_BACK);
  g_assert_cmpuint (view->own[6].order_verb, ==, SIM_VERB_MOVE);
  g_assert_cmpfloat (view->own[6].order_target.position.x, ==, 4000);
  picture_free (picture);
}

static void
test_report_order_does_not_displace (void)
{
  Picture *picture = build_picture (4);
  SimCommand move = build_command (1, SIM_VERB_MOVE, SIM_ADDRESSEE_UNIT, 0, base_vec (4000, 4000));
  SimCommand ask = build_command (2, SIM_VERB_REPORT, SIM_ADDRESSEE_UNIT, 0, base_vec (0, 0));
  SimCommand cancel = build_command (3, SIM_VERB_CANCEL, SIM_ADDRESSEE_UNIT, 0, base_vec (0, 0));

  build_take (picture, build_order (5, &move, SIM_ORDER_BEGUN, 0));
  build_take (picture, build_order (6, &ask, SIM_ORDER_HEARD, 0));
  build_take (picture, build_order (7, &ask, SIM_ORDER_DONE, 0));
  g_assert_cmpuint (own_at (picture, 0, 8)->order, ==, 1);
  g_assert_cmpuint (own_at (picture, 0, 8)->activity, ==, SIM_ACTIVITY_MOVING);
  build_take (picture, build_order (9, &cancel, SIM_ORDER_DONE, 0));
  g_assert_cmpuint (own_at (picture, 0, 9)->order, ==, 0);
  picture_free (picture);
}

/* What is prepared for a mark or a later minute is not what the machine is on, before it begins: it goes on where it
 * goes.  That a mark is cancelled leaves it on its way as well.  */
static void
test_prepared_order_does_not_displace (void)
{
  for (unsigned timed = 0; timed < 2; timed++) {
    Picture *picture = build_picture (4);
    SimCommand move =
        build_command (3, SIM_VERB_MOVE, SIM_ADDRESSEE_UNIT, 0, base_vec (2000, 6000));
    SimCommand later =
        build_command (4, SIM_VERB_FALL_BACK, SIM_ADDRESSEE_UNIT, 0, base_vec (2000, 500));
    SimCommand cancel = build_command (5, SIM_VERB_CANCEL, SIM_ADDRESSEE_UNIT, 0, base_vec (0, 0));
    const PictureOwn *own;

    later.mark = timed ? 0 : 2;
    later.minutes = timed ? 3 : 0;
    cancel.mark = 1;
    build_take (picture, build_order (5, &move, SIM_ORDER_BEGUN, 0));
    build_take (picture, build_order (6, &later, SIM_ORDER_HEARD, -1));
    build_take (picture, build_order (7, &later, SIM_ORDER_WAITING, 0));
    build_take (picture, build_order (8, &cancel, SIM_ORDER_DONE, 0));
    own = &build_view_at (picture, 30)->own[0];
    g_assert_cmpuint (own->order, ==, 3);
    g_assert_cmpuint (own->order_state, ==, SIM_ORDER_BEGUN);
    g_assert_cmpfloat (own->ghost.y, >, 2000);
    build_take (picture, build_order (40, &move, SIM_ORDER_REPLACED, 0));
    build_take (picture, build_order (41, &later, SIM_ORDER_BEGUN, 0));
    own = &build_view_at (picture, 41)->own[0];
    g_assert_cmpuint (own->order, ==, 4);
    g_assert_cmpuint (own->activity, ==, SIM_ACTIVITY_FALLING_BACK);
    picture_free (picture);
  }
}

static void
test_late_word_of_an_old_order (void)
{
  Picture *picture = build_picture (4);
  SimCommand first = build_command (1, SIM_VERB_MOVE, SIM_ADDRESSEE_UNIT, 0, base_vec (4000, 4000));
  SimCommand second =
      build_command (2, SIM_VERB_HOLD, SIM_ADDRESSEE_UNIT, 0, base_vec (3000, 3000));

  build_take (picture, build_order (5, &first, SIM_ORDER_BEGUN, 0));
  build_take (picture, build_order (9, &second, SIM_ORDER_HEARD, 0));
  build_take (picture, build_order (10, &first, SIM_ORDER_REPLACED, 0));
  g_assert_cmpuint (own_at (picture, 0, 10)->order, ==, 2);
  g_assert_cmpuint (own_at (picture, 0, 10)->order_state, ==, SIM_ORDER_HEARD);
  build_take (picture, build_order (11, &first, SIM_ORDER_WAITING, 0));
  g_assert_cmpuint (own_at (picture, 0, 11)->order, ==, 2);
  build_take (picture, build_order (12, &second, SIM_ORDER_REFUSED, 0));
  g_assert_cmpuint (own_at (picture, 0, 12)->order_state, ==, SIM_ORDER_REFUSED);
  picture_free (picture);
}

static void
test_speaking (void)
{
  Picture *picture = build_picture (4);

  build_take (picture, build_transmission (5, true, 1, 10));
  g_assert_true (own_at (picture, 1, 5)->speaking);
  g_assert_cmpuint (own_at (picture, 1, 5)->t_word, ==, SIM_SECONDS (5));
  build_take (picture, build_transmission (7, true, 2, 11)); /* cut by an emergency */
  g_assert_false (own_at (picture, 1, 7)->speaking);
  build_take (picture, build_transmission (7, false, 1, 10));
  g_assert_true (own_at (picture, 2, 7)->speaking);
  build_take (picture, build_transmission (9, false, 2, 11));
  g_assert_false (own_at (picture, 2, 9)->speaking);
  picture_free (picture);
}

static SimMessage
fallen (double t, unsigned from, unsigned who, SimPhrase phrase)
{
  SimMessage message = build_report (t, SIM_REPORT_OWN_DOWN, from);

  message.report.subject = build_unit (who);
  message.report.words.phrase = (uint16_t) phrase;
  return message;
}

static void
test_losses (void)
{
  Picture *picture = build_picture (8);
  SimMessage alive = build_telemetry (40, 2, base_vec (2600, 2000));

  build_take (picture, fallen (10, 1, 1, SIM_PHRASE_DOWN_SELF));
  g_assert_true (own_at (picture, 1, 10)->known_lost);
  build_take (picture, fallen (20, 0, 2, SIM_PHRASE_DOWN_OTHER));
  g_assert_true (own_at (picture, 2, 20)->known_lost);
  build_take (picture, fallen (25, 0, 3, SIM_PHRASE_SILENT_OTHER));
  g_assert_false (own_at (picture, 3, 25)->known_lost); /* silence is not a loss */
  /* Who was believed fallen speaks for himself; who said it himself does not come back.  */
  alive.telemetry.own.told |= SIM_OWN_ACTIVITY;
  alive.telemetry.own.activity = SIM_ACTIVITY_HOLDING;
  picture_take (picture, &alive);
  g_assert_false (own_at (picture, 2, 40)->known_lost);
  alive.telemetry.unit = build_unit (1);
  picture_take (picture, &alive);
  g_assert_true (own_at (picture, 1, 40)->known_lost);
  picture_free (picture);
}

static void
test_words_alone (void)
{
  Picture *picture = build_picture (4);
  SimMessage message = build_report (10, SIM_REPORT_OWN_STATE, 1);

  message.report.words.phrase = SIM_PHRASE_LOW_AMMUNITION;
  message.report.words.arguments[0].number = 6;
  picture_take (picture, &message);
  g_assert_cmpuint (own_at (picture, 1, 10)->ammunition, ==, 6);
  message.report.words.phrase = SIM_PHRASE_HIT;
  message.report.words.arguments[0].number = SIM_PART_GUN;
  picture_take (picture, &message);
  g_assert_cmpuint (own_at (picture, 1, 10)->parts[SIM_PART_GUN], <, 128);
  g_assert_cmpuint (own_at (picture, 1, 10)->parts[SIM_PART_LEGS], ==, 255);
  picture_free (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/picture/own/" #name, test_##name)
  ADD (briefing);
  ADD (telemetry);
  ADD (older_news_does_not_overwrite);
  ADD (ghost_runs_on);
  ADD (ghost_stays);
  ADD (ghost_follows_the_order);
  ADD (ghost_takes_up_a_fix);
  ADD (ghost_is_in_position);
  ADD (orders_of_all_and_one);
  ADD (report_order_does_not_displace);
  ADD (prepared_order_does_not_displace);
  ADD (late_word_of_an_old_order);
  ADD (speaking);
  ADD (losses);
  ADD (words_alone);
#undef ADD
  return g_test_run();
}
