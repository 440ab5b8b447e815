/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Her orders that wait for air: told with when they will be heard; put in another order, shortened, deleted.  */
#include "sim-builder.h"

#include "sim/sim-link.h"
#include "sim/sim-world.h"

#include <glib.h>

#define MOST_HEARD 16

/* What she said and what was said back, in the order of their first words.  */
typedef struct {
  unsigned n, n_read_back;
  uint32_t orders[MOST_HEARD];
  SimTick begun[MOST_HEARD];
  uint32_t read_back[MOST_HEARD];
} Heard;

/* Four machines in two platoons that hear and see nobody.  */
static SimWorld *
two_platoons (Build *build)
{
  build_init (build);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, i / 2, 2000, 2000 + 300 * (float) i, 90);
  return build_world (build, 1);
}

static void
give (SimWorld *world, uint32_t id)
{
  SimCommand command = build_order_platoon (id, SIM_VERB_MOVE, id % 2, 3000, 2000 + 100 * (float) id);

  g_assert_true (sim_world_submit (world, &command));
}

static void
edit (SimWorld *world, SimQueueEditKind kind, uint32_t order, unsigned place)
{
  const SimQueueEdit value = {.order = order, .kind = (uint8_t) kind, .place = (uint8_t) place};

  g_assert_true (sim_world_edit_queue (world, &value));
}

static void
listen (SimWorld *world, double seconds, Heard *heard)
{
  for (SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds); sim_world_tick (world) < end;) {
    size_t n;
    const SimMessage *messages;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t i = 0; i < n; i++) {
      const SimTransmission *said = &messages[i].transmission;

      if (messages[i].kind != SIM_MESSAGE_TRANSMISSION_BEGUN)
        continue;
      if (said->words.phrase == SIM_PHRASE_READ_BACK)
        heard->read_back[heard->n_read_back++] = said->order;
      if (said->speaker != SIM_SPEAKER_HANDLER)
        continue;
      heard->orders[heard->n] = said->order;
      heard->begun[heard->n++] = said->t_begin;
      g_assert_cmpuint (heard->n, <, MOST_HEARD);
    }
  }
}

/* What the last step told of what waits.  */
static unsigned
told (SimWorld *world, SimQueued *queue)
{
  size_t n;
  const SimMessage *messages = sim_world_messages (world, &n);
  unsigned n_told = 0;

  for (size_t i = 0; i < n; i++)
    if (messages[i].kind == SIM_MESSAGE_QUEUED && messages[i].queued.order != 0) {
      g_assert_cmpuint (messages[i].queued.place, ==, n_told);
      queue[n_told++] = messages[i].queued;
    }
  return n_told;
}

/* The first of four is being said, and the others wait.  */
static SimWorld *
four_given (Build *build, SimQueued *queue)
{
  SimWorld *world = two_platoons (build);

  for (uint32_t id = 1; id <= 4; id++)
    give (world, id);
  sim_world_step (world);
  g_assert_cmpuint (told (world, queue), ==, 3);
  return world;
}

/* Each is said when it was told that it would be; the read-backs between are counted in.  */
static void
test_told (void)
{
  Build build;
  SimQueued queue[SIM_MAX_TOLD];
  SimWorld *world = four_given (&build, queue);
  Heard heard = {0};

  for (uint32_t i = 0; i < 3; i++) {
    g_assert_cmpuint (queue[i].order, ==, i + 2);
    g_assert_cmpuint (queue[i].command.id, ==, i + 2);
    g_assert_cmpuint (queue[i].air_ticks, ==, SIM_SECONDS (world->rules.air_order_s));
    g_assert_cmpuint (queue[i].read_back_ticks, ==,
                      SIM_SECONDS (world->rules.air_gap_s) + SIM_SECONDS (world->rules.air_read_back_s));
    g_assert_cmpuint (queue[i].cut, ==, 0);
    g_assert_cmpuint (queue[i].entered, ==, sim_world_tick (world));
  }
  listen (world, 40, &heard);
  g_assert_cmpuint (heard.n, ==, 3);
  for (unsigned i = 0; i < 3; i++) {
    g_assert_cmpuint (heard.orders[i], ==, queue[i].order);
    g_assert_cmpint (ABS ((int) heard.begun[i] - (int) queue[i].t_begin), <=, 3);
  }
  g_assert_cmpuint (heard.n_read_back, ==, 4);
  sim_world_free (world);
}

/* What is for both platoons is answered by both: the next one is told to wait for that too.  */
static void
test_told_to_both (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 3000, 2000);
  SimQueued queue[SIM_MAX_TOLD];
  Heard heard = {0};

  command.n_addressees = 2;
  command.addressees[1] = (SimAddressee){SIM_ADDRESSEE_PLATOON, 1};
  for (uint32_t id = 1; id <= 3; id++) {
    command.id = id;
    g_assert_true (sim_world_submit (world, &command));
  }
  sim_world_step (world);
  g_assert_cmpuint (told (world, queue), ==, 2);
  listen (world, 40, &heard);
  g_assert_cmpuint (heard.n, ==, 2);
  for (unsigned i = 0; i < 2; i++)
    g_assert_cmpint (ABS ((int) heard.begun[i] - (int) queue[i].t_begin), <=, 4);
  sim_world_free (world);
}

/* Nothing is told while nothing waits, and that the last has gone.  */
static void
test_told_when_it_changes (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimMessage message;

  g_assert_false (build_wait_message (world, SIM_MESSAGE_QUEUED, 3, &message));
  give (world, 1);
  sim_world_step (world);
  give (world, 2);
  g_assert_true (build_wait_message (world, SIM_MESSAGE_QUEUED, 0.2, &message));
  g_assert_cmpuint (message.queued.order, ==, 2);
  g_assert_true (build_wait_message (world, SIM_MESSAGE_QUEUED, 1.1, &message));
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_SPOKEN, 20, &message));
  g_assert_cmpuint (world->link.queue_told, ==, 0);
  g_assert_false (build_wait_message (world, SIM_MESSAGE_QUEUED, 3, &message));
  sim_world_free (world);
}

/* The last goes first; one given afterwards goes behind those she has put in order.  */
static void
test_move (void)
{
  const uint32_t expected[] = {4, 3, 2, 5};
  Build build;
  SimQueued queue[SIM_MAX_TOLD];
  SimWorld *world = four_given (&build, queue);
  Heard heard = {0};

  edit (world, SIM_QUEUE_EDIT_MOVE, 4, 0);
  edit (world, SIM_QUEUE_EDIT_MOVE, 2, 40);
  sim_world_step (world);
  give (world, 5);
  sim_world_step (world);
  g_assert_cmpuint (told (world, queue), ==, 4);
  listen (world, 50, &heard);
  g_assert_cmpuint (heard.n, ==, 4);
  for (unsigned i = 0; i < 4; i++) {
    g_assert_cmpuint (heard.orders[i], ==, expected[i]);
    g_assert_cmpuint (queue[i].order, ==, expected[i]);
  }
  sim_world_free (world);
}

/* Never said by anybody, and said to be so once; what is being said, or was, is not touched.  */
static void
test_delete (void)
{
  Build build;
  SimQueued queue[SIM_MAX_TOLD];
  SimWorld *world = four_given (&build, queue);
  Heard heard = {0};
  SimMessage message;

  edit (world, SIM_QUEUE_EDIT_DELETE, 3, 0);
  edit (world, SIM_QUEUE_EDIT_DELETE, 3, 0);
  edit (world, SIM_QUEUE_EDIT_DELETE, 1, 0);
  edit (world, SIM_QUEUE_EDIT_DELETE, 99, 0);
  g_assert_true (build_wait_order (world, 3, SIM_ORDER_DELETED, 0.2, &message));
  g_assert_false (sim_unit_is_some (message.order.unit));
  g_assert_cmpuint (told (world, queue), ==, 2);
  listen (world, 60, &heard);
  g_assert_cmpuint (heard.n, ==, 2);
  g_assert_cmpuint (heard.orders[0], ==, 2);
  g_assert_cmpuint (heard.orders[1], ==, 4);
  g_assert_cmpuint (heard.n_read_back, ==, 3);
  g_assert_cmpuint (world->orders[2].state, ==, SIM_ORDER_DELETED);
  g_assert_cmpuint (world->orders[0].state, !=, SIM_ORDER_DELETED);
  sim_world_free (world);
}

/* Deleted in the very tick in which it was given, before anything is said.  */
static void
test_delete_at_once (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  Heard heard = {0};

  give (world, 1);
  edit (world, SIM_QUEUE_EDIT_DELETE, 1, 0);
  listen (world, 10, &heard);
  g_assert_cmpuint (heard.n, ==, 0);
  g_assert_cmpuint (world->orders[0].state, ==, SIM_ORDER_DELETED);
  sim_world_free (world);
}

/* How often is it read back?  It is begun in any case.  */
static unsigned
count_read_backs (bool brief)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimMessage message;
  unsigned n;

  give (world, 1);
  if (brief)
    edit (world, SIM_QUEUE_EDIT_SHORTEN, 1, 0);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_HEARD, 20, &message));
  n = build_wait_order (world, 1, SIM_ORDER_READ_BACK, 4, &message);
  for (SimTick t = 0; t < SIM_SECONDS (30) && world->units.order[2] != 1; t++)
    sim_world_step (world);
  g_assert_cmpuint (world->units.order[2], ==, 1);
  sim_world_free (world);
  return n;
}

/* Nobody says it back, so nobody would notice what was misheard; it is obeyed, and the next goes on the
 * air the sooner by the read-back and the silence before it.  */
static void
test_shorten (void)
{
  Build build;
  SimQueued queue[SIM_MAX_TOLD], brief[SIM_MAX_TOLD];
  SimWorld *world = four_given (&build, queue);
  SimTick saved = queue[0].read_back_ticks;
  Heard heard = {0};

  edit (world, SIM_QUEUE_EDIT_SHORTEN, 2, 0);
  edit (world, SIM_QUEUE_EDIT_SHORTEN, 3, 0);
  edit (world, SIM_QUEUE_EDIT_FULL, 3, 0);
  sim_world_step (world);
  g_assert_cmpuint (told (world, brief), ==, 3);
  g_assert_cmpuint (brief[0].brief, ==, 1);
  g_assert_cmpuint (brief[0].read_back_ticks, ==, 0);
  g_assert_cmpuint (brief[1].brief, ==, 0);
  g_assert_cmpuint (brief[1].t_begin + saved, ==, queue[1].t_begin);
  listen (world, 60, &heard);
  g_assert_cmpuint (heard.n_read_back, ==, 3);
  for (unsigned i = 0; i < 3; i++)
    g_assert_cmpuint (heard.read_back[i], !=, 2);
  sim_world_free (world);
  g_assert_cmpuint (count_read_backs (false), ==, 1);
  g_assert_cmpuint (count_read_backs (true), ==, 0);
}

/* What nobody reads back can not be shortened.  */
static void
test_shorten_the_short (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimCommand mark = build_order_unit (2, SIM_VERB_MARK, 0, 0, 0);
  SimQueued queue[SIM_MAX_TOLD];

  mark.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  mark.mark = 3;
  give (world, 1);
  g_assert_true (sim_world_submit (world, &mark));
  edit (world, SIM_QUEUE_EDIT_SHORTEN, 2, 0);
  sim_world_step (world);
  g_assert_cmpuint (told (world, queue), ==, 1);
  g_assert_cmpuint (queue[0].read_back_ticks, ==, 0);
  g_assert_cmpuint (queue[0].brief, ==, 0);
  sim_world_free (world);
}

/* Broken off by a cry for help: shown so, first again whatever she had put in order, and hers to move.  */
static void
test_cut_off (void)
{
  Build build;
  SimQueued queue[SIM_MAX_TOLD];
  SimWorld *world = two_platoons (&build);
  SimCommand longer = build_order_platoon (1, SIM_VERB_MOVE, 0, 4000, 2000);
  SimReport cry = sim_report_begin (world, 0, SIM_REPORT_UNDER_FIRE, SIM_PHRASE_UNDER_FIRE);
  SimMessage message;

  longer.posture = SIM_POSTURE_CAREFUL;
  longer.facing_deg = 90;
  g_assert_true (sim_world_submit (world, &longer));
  for (uint32_t id = 2; id <= 4; id++)
    give (world, id);
  edit (world, SIM_QUEUE_EDIT_MOVE, 4, 0);
  edit (world, SIM_QUEUE_EDIT_MOVE, 1, 0);
  sim_world_step (world);
  sim_link_report (world, 0, SIM_AIR_EMERGENCY, SIM_SUBJECT_NONE, 0, &cry);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_CUT, 2, &message));
  g_assert_cmpuint (told (world, queue), ==, 4);
  g_assert_cmpuint (queue[0].order, ==, 1);
  g_assert_cmpuint (queue[0].cut, ==, 1);
  g_assert_cmpuint (queue[1].order, ==, 4);
  /* The cry is heard first.  */
  g_assert_cmpuint (queue[0].t_begin, >=,
                    sim_world_tick (world) + SIM_SECONDS (world->rules.air_emergency_s));
  edit (world, SIM_QUEUE_EDIT_MOVE, 1, 1);
  sim_world_step (world);
  g_assert_cmpuint (told (world, queue), ==, 4);
  g_assert_cmpuint (queue[0].order, ==, 4);
  g_assert_cmpuint (queue[1].order, ==, 1);
  g_assert_true (build_wait_order (world, 4, SIM_ORDER_SPOKEN, 10, &message));
  sim_world_free (world);
}

/* Cut off the link herself, she can still set her list to rights, and nothing is promised before she is
 * back.  */
static void
test_link_cut (void)
{
  Build build;
  SimQueued queue[SIM_MAX_TOLD];
  SimWorld *world = four_given (&build, queue);
  SimMessage message;

  world->link.cut_until = world->tick + SIM_SECONDS (60);
  sim_link_hush (world);
  edit (world, SIM_QUEUE_EDIT_DELETE, 2, 0);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_DELETED, 0.2, &message));
  g_assert_cmpuint (told (world, queue), ==, 3);
  g_assert_cmpuint (queue[0].order, ==, 1);
  g_assert_cmpuint (queue[0].t_begin, >=, sim_world_tick (world) + SIM_SECONDS (59));
  sim_world_free (world);
}

/* Saved with an order of her own and edits that are yet to be taken, it goes on the same.  */
static void
test_save (void)
{
  Build build;
  SimQueued queue[SIM_MAX_TOLD];
  SimWorld *world = four_given (&build, queue), *other = two_platoons (&build);
  size_t size;
  g_autofree uint8_t *bytes = NULL;

  edit (world, SIM_QUEUE_EDIT_MOVE, 4, 0);
  edit (world, SIM_QUEUE_EDIT_SHORTEN, 4, 0);
  sim_world_step (world);
  edit (world, SIM_QUEUE_EDIT_DELETE, 3, 0);
  size = sim_world_save (world, NULL, 0);
  bytes = g_malloc (size);
  sim_world_save (world, bytes, size);
  g_assert_true (sim_world_load (other, bytes, size));
  for (int t = 0; t < 600; t++) {
    sim_world_step (world);
    sim_world_step (other);
    g_assert_cmphex (sim_world_hash (world), ==, sim_world_hash (other));
  }
  g_assert_cmpuint (world->orders[2].state, ==, SIM_ORDER_DELETED);
  g_assert_cmpuint (world->orders[3].brief, ==, 1);
  sim_world_free (world);
  sim_world_free (other);
}

static void
test_fit (void)
{
  const SimQueueEdit unfit[] = {{.order = 0, .kind = SIM_QUEUE_EDIT_DELETE},
                                {.order = 1, .kind = SIM_N_QUEUE_EDITS},
                                {.order = 1, .kind = SIM_QUEUE_EDIT_DELETE, .place = 1},
                                {.order = 1, .kind = SIM_QUEUE_EDIT_MOVE, .place = SIM_MOST_PLACE + 1}};
  const SimQueueEdit fit = {.order = 1, .kind = SIM_QUEUE_EDIT_MOVE, .place = SIM_MOST_PLACE};

  for (size_t i = 0; i < G_N_ELEMENTS (unfit); i++)
    g_assert_false (sim_queue_edit_is_fit (&unfit[i]));
  g_assert_true (sim_queue_edit_is_fit (&fit));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/queue/told", test_told);
  g_test_add_func ("/sim/queue/told-to-both", test_told_to_both);
  g_test_add_func ("/sim/queue/told-when-it-changes", test_told_when_it_changes);
  g_test_add_func ("/sim/queue/move", test_move);
  g_test_add_func ("/sim/queue/delete", test_delete);
  g_test_add_func ("/sim/queue/delete-at-once", test_delete_at_once);
  g_test_add_func ("/sim/queue/shorten", test_shorten);
  g_test_add_func ("/sim/queue/shorten-the-short", test_shorten_the_short);
  g_test_add_func ("/sim/queue/cut-off", test_cut_off);
  g_test_add_func ("/sim/queue/link-cut", test_link_cut);
  g_test_add_func ("/sim/queue/save", test_save);
  g_test_add_func ("/sim/queue/fit", test_fit);
  return g_test_run ();
}
