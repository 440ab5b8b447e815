/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round of the wall's guns that looks.  */
#include "base/base-math.h"
#include "sim-builder.h"
#include "sim/sim-jam.h"
#include "sim/sim-link.h"
#include "sim/sim-look.h"
#include "sim/sim-state.h"

#include <glib.h>

#define AT_X 6000
#define AT_Y 4000

typedef struct {
  SimOrderState state; /* how it ended; SIM_ORDER_ENTERED: it did not */
  SimCause cause;
  SimTick heard, over; /* the round was over the place */
  unsigned contacts, counted;
  unsigned phrases[SIM_N_PHRASES];
  SimReport contact; /* the last */
} Look;

/* Where three scouts stand that nobody of ours sees; the wall gives what is asked for, and never a dud.  */
static void
far_scouts (Build *build, float x, float y)
{
  build_init (build);
  build_own (build, 0, 1000, 1000, 0);
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 3, x, y, x, y);
  build->rules.types[BUILD_SCOUT].field_speed_mps = 0;
  build->rules.wall_dud = 0;
  build->rules.wall_late = 0;
  build->def.wall_rounds = 60;
  build->def.wall_grant = 1;
  build->def.duration = SIM_SECONDS (1800);
}

static void
ask (SimWorld *world, uint32_t id)
{
  SimCommand command = build_order_unit (id, SIM_VERB_LOOK, 0, AT_X, AT_Y);

  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0};
  sim_world_submit (world, &command);
}

static void
take (Look *look, const SimMessage *message, uint32_t id)
{
  if (message->kind == SIM_MESSAGE_ORDER && message->order.order == id) {
    if (message->order.state == SIM_ORDER_HEARD)
      look->heard = message->t;
    if (message->order.state >= SIM_ORDER_DONE) {
      look->state = (SimOrderState) message->order.state;
      look->cause = (SimCause) message->order.cause;
    }
  }
  if (message->kind != SIM_MESSAGE_REPORT || message->report.order != id)
    return;
  look->phrases[message->report.words.phrase]++;
  if (message->report.words.phrase == SIM_PHRASE_LOOK_OVER)
    look->over = message->report.t_sensed;
  if (message->report.kind == SIM_REPORT_CONTACT) {
    look->contacts++;
    look->counted += message->report.count;
    look->contact = message->report;
  }
}

/* Runs until order `id` has ended and what is said of it was heard.  */
static Look
watch (SimWorld *world, uint32_t id)
{
  Look look = {.state = SIM_ORDER_ENTERED};

  for (int i = 0, after = 0; i < 12000 && after < 400; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      take (&look, &messages[k], id);
    after += look.state != SIM_ORDER_ENTERED;
  }
  return look;
}

/* It comes after its delay, off its mark, and the desk tells what stands there, as it is.  */
static void
test_shows_who_is_there (void)
{
  for (uint64_t seed = 1; seed <= 8; seed++) {
    Build build;
    SimWorld *world;
    Look look;

    far_scouts (&build, AT_X + 100, AT_Y);
    world = build_world (&build, seed);
    ask (world, 1);
    look = watch (world, 1);
    g_assert_cmpint (look.state, ==, SIM_ORDER_DONE);
    g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_GRANTED], ==, 1);
    g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_OVER], ==, 1);
    g_assert_cmpuint (look.contacts, ==, 1);
    g_assert_cmpuint (look.counted, ==, 3);
    g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_NOTHING], ==, 0);
    g_assert_cmpuint (look.contact.type, ==, BUILD_SCOUT);
    g_assert_cmpuint (look.contact.how, ==, SIM_HOW_SEEN);
    g_assert_cmpuint (look.contact.platoon, ==, 255);
    g_assert_false (sim_unit_is_some (look.contact.from));
    g_assert_cmpfloat (base_vec_distance (look.contact.position, base_vec (AT_X + 100, AT_Y)), <, 300);
    g_assert_cmpfloat ((look.over - look.heard) / 10.0, >=, build.rules.wall_delay_least_s);
    g_assert_cmpfloat ((look.over - look.heard) / 10.0, <=, build.rules.wall_delay_most_s + 1);
    /* One round, not a whole fire; and nobody is hurt by it.  */
    g_assert_cmpuint (sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_WALL_GUN).fired, ==, 1);
    g_assert_cmpuint (world->wall_rounds, ==, 59);
    g_assert_cmpuint (world->n_kills, ==, 0);
    sim_world_free (world);
  }
}

/* Who is farther off than it sees is not told, nor who lies dormant.  */
static void
test_shows_nobody (void)
{
  for (int how = 0; how < 2; how++) {
    Build build;
    SimWorld *world;
    Look look;

    far_scouts (&build, how == 0 ? AT_X + 1500 : AT_X + 50, AT_Y);
    world = build_world (&build, 3);
    for (uint32_t i = 1; how == 1 && i < 4; i++)
      world->units.dormant[i] = 1;
    ask (world, 1);
    look = watch (world, 1);
    g_assert_cmpint (look.state, ==, SIM_ORDER_DONE);
    g_assert_cmpuint (look.contacts, ==, 0);
    g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_NOTHING], ==, 1);
    sim_world_free (world);
  }
}

static void
test_dud_shows_nothing (void)
{
  Build build;
  SimWorld *world;
  Look look;

  far_scouts (&build, AT_X + 50, AT_Y);
  build.rules.wall_dud = 1;
  world = build_world (&build, 1);
  ask (world, 1);
  look = watch (world, 1);
  g_assert_cmpint (look.state, ==, SIM_ORDER_FAILED);
  g_assert_cmpint (look.cause, ==, SIM_CAUSE_DUD);
  g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_DUD], ==, 1);
  g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_OVER], ==, 0);
  g_assert_cmpuint (look.contacts, ==, 0);
  g_assert_cmpuint (world->wall_rounds, ==, 59);
  sim_world_free (world);
}

/* What shoots down what flies shoots it down too; she hears no more than of a dud.  */
static void
test_stopped (void)
{
  Build build;
  SimWorld *world;
  Look look;

  far_scouts (&build, AT_X + 50, AT_Y);
  build.rules.types[BUILD_SCOUT].role = SIM_ROLE_ANTI_AIR;
  world = build_world (&build, 1);
  ask (world, 1);
  look = watch (world, 1);
  g_assert_cmpint (look.cause, ==, SIM_CAUSE_DUD);
  g_assert_cmpuint (look.contacts, ==, 0);
  sim_world_free (world);
}

/* Not given is one thing, none left another; and each is said.  */
static void
test_refused (void)
{
  Build build;
  SimWorld *world;
  Look look;

  far_scouts (&build, AT_X, AT_Y);
  build.def.wall_grant = 0;
  world = build_world (&build, 1);
  ask (world, 1);
  look = watch (world, 1);
  g_assert_cmpint (look.state, ==, SIM_ORDER_REFUSED);
  g_assert_cmpint (look.cause, ==, SIM_CAUSE_NOT_GIVEN);
  g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_REFUSED], ==, 1);
  sim_world_free (world);
  build.def.wall_grant = 1;
  build.def.wall_rounds = 1;
  world = build_world (&build, 1);
  ask (world, 1);
  ask (world, 2);
  g_assert_cmpint (watch (world, 2).cause, ==, SIM_CAUSE_NO_ROUNDS);
  build_run (world, 900);
  g_assert_cmpuint (world->wall_rounds, ==, 0);
  ask (world, 3);
  look = watch (world, 3);
  g_assert_cmpint (look.state, ==, SIM_ORDER_REFUSED);
  g_assert_cmpint (look.cause, ==, SIM_CAUSE_NO_ROUNDS);
  g_assert_cmpuint (look.phrases[SIM_PHRASE_LOOK_NO_ROUNDS], ==, 1);
  sim_world_free (world);
}

/* It is nobody else's: who is told to can not.  */
static void
test_not_a_pilots (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_LOOK, 0, AT_X, AT_Y);
  SimMessage message;

  far_scouts (&build, AT_X, AT_Y);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NOT_EQUIPPED);
  sim_world_free (world);
}

/* In the middle of a look: what is saved goes on as it would have.  */
static void
test_saved (void)
{
  Build build;
  SimWorld *world, *other;
  g_autofree uint8_t *bytes = NULL;
  BaseCodec codec = base_codec_writer (NULL, 0);
  size_t size;

  far_scouts (&build, AT_X + 100, AT_Y);
  world = build_world (&build, 2);
  other = build_world (&build, 2);
  ask (world, 1);
  for (int i = 0; i < 9000 && world->looks[0].order == 0; i++)
    sim_world_step (world);
  g_assert_cmpuint (world->looks[0].order, ==, 1);
  build_run (world, 5);
  g_assert_cmpuint (world->looks[0].told[0], !=, 0);
  sim_state_walk (&codec, world);
  size = codec.offset;
  bytes = g_malloc (size);
  codec = base_codec_writer (bytes, size);
  sim_state_walk (&codec, world);
  codec = base_codec_reader (bytes, size);
  sim_state_walk (&codec, other);
  g_assert_false (codec.failed);
  g_assert_true (sim_look_bounded (other));
  g_assert_cmpmem (other->looks, sizeof other->looks, world->looks, sizeof world->looks);
  other->looks[0].order = world->n_orders + 1;
  g_assert_false (sim_look_bounded (other));
  sim_world_free (world);
  sim_world_free (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/look/shows", test_shows_who_is_there);
  g_test_add_func ("/sim/look/nobody", test_shows_nobody);
  g_test_add_func ("/sim/look/dud", test_dud_shows_nothing);
  g_test_add_func ("/sim/look/stopped", test_stopped);
  g_test_add_func ("/sim/look/refused", test_refused);
  g_test_add_func ("/sim/look/not-a-pilots", test_not_a_pilots);
  g_test_add_func ("/sim/look/saved", test_saved);
  return g_test_run ();
}
