/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The speech scheduler: stories on an injected clock, and rules that hold for random traffic. */
#include "voice/voice-scheduler.h"

#include "voice/voice-random.h"

#define SECOND G_USEC_PER_SEC

static VoiceUtterance
utterance (guint64 id, VoiceClass urgency, guint net)
{
  return (VoiceUtterance){
      .id = id, .speaker = "undertaker", .text = "x", .urgency = urgency, .net = net};
}

static void
add_ready (VoiceScheduler *s, const VoiceUtterance *u, double length_s, gint64 now)
{
  voice_scheduler_add (s, u, now);
  voice_scheduler_set_ready (s, u->id, length_s);
}

static void
assert_action (VoiceScheduler *s, gint64 now, VoiceActionKind kind, guint64 id, VoiceReason reason)
{
  VoiceAction action;

  g_assert_true (voice_scheduler_next (s, now, &action));
  g_assert_cmpint (action.kind, ==, kind);
  g_assert_cmpuint (action.id, ==, id);
  g_assert_cmpint (action.reason, ==, reason);
}

static void
assert_nothing (VoiceScheduler *s, gint64 now)
{
  VoiceAction action;

  g_assert_false (voice_scheduler_next (s, now, &action));
}

static void
test_one_speaker_a_net (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance a = utterance (1, VOICE_CLASS_STATUS, 0);
  VoiceUtterance b = utterance (2, VOICE_CLASS_STATUS, 0);
  VoiceUtterance c = utterance (3, VOICE_CLASS_STATUS, 1);

  add_ready (s, &a, 3, 0);
  add_ready (s, &b, 3, 0);
  add_ready (s, &c, 3, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  assert_action (s, 0, VOICE_ACTION_START, 3, VOICE_REASON_NONE);
  assert_nothing (s, 0);
  voice_scheduler_finished (s, 1);
  assert_action (s, 3 * SECOND, VOICE_ACTION_START, 2, VOICE_REASON_NONE);
  assert_nothing (s, 3 * SECOND);
}

static void
test_waits_until_ready (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance a = utterance (1, VOICE_CLASS_CONTACT, 0);

  voice_scheduler_add (s, &a, 0);
  assert_nothing (s, 0);
  voice_scheduler_set_ready (s, 1, 2);
  assert_action (s, 1000, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
}

static void
test_most_urgent_first (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);

  for (guint i = 0; i < VOICE_N_CLASSES; i++) {
    VoiceUtterance u = utterance (i + 1, VOICE_N_CLASSES - 1 - i, 0);

    add_ready (s, &u, 1, 0);
  }
  for (guint i = VOICE_N_CLASSES; i > 0; i--) {
    assert_action (s, 0, VOICE_ACTION_START, i, VOICE_REASON_NONE);
    assert_nothing (s, 0);
    voice_scheduler_finished (s, i);
  }
}

static void
test_emergency_cuts (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance talk = utterance (1, VOICE_CLASS_STATUS, 0);
  VoiceUtterance other_net = utterance (2, VOICE_CLASS_STATUS, 1);
  VoiceUtterance hit = utterance (3, VOICE_CLASS_EMERGENCY, 0);
  VoiceUtterance down = utterance (4, VOICE_CLASS_EMERGENCY, 0);

  add_ready (s, &talk, 5, 0);
  add_ready (s, &other_net, 5, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  assert_action (s, 0, VOICE_ACTION_START, 2, VOICE_REASON_NONE);
  add_ready (s, &hit, 2, SECOND);
  assert_action (s, SECOND, VOICE_ACTION_CUT, 1, VOICE_REASON_PREEMPTED);
  assert_action (s, SECOND, VOICE_ACTION_START, 3, VOICE_REASON_NONE);
  add_ready (s, &down, 2, SECOND);
  assert_nothing (s, SECOND); /* an emergency does not cut another */
  voice_scheduler_finished (s, 3);
  assert_action (s, 3 * SECOND, VOICE_ACTION_START, 4, VOICE_REASON_NONE);
}

static void
test_order_nearly_done_is_finished (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance order = utterance (1, VOICE_CLASS_ORDER, 0);
  VoiceUtterance hit = utterance (2, VOICE_CLASS_EMERGENCY, 0);

  add_ready (s, &order, 7, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  add_ready (s, &hit, 2, 4 * SECOND);
  assert_nothing (s, 4 * SECOND);
  voice_scheduler_finished (s, 1);
  assert_action (s, 7 * SECOND, VOICE_ACTION_START, 2, VOICE_REASON_NONE);
  voice_scheduler_finished (s, 2);

  order.id = 3;
  hit.id = 4;
  add_ready (s, &order, 7, 10 * SECOND);
  assert_action (s, 10 * SECOND, VOICE_ACTION_START, 3, VOICE_REASON_NONE);
  add_ready (s, &hit, 2, 11 * SECOND);
  assert_action (s, 11 * SECOND, VOICE_ACTION_CUT, 3, VOICE_REASON_PREEMPTED);
  assert_action (s, 11 * SECOND, VOICE_ACTION_START, 4, VOICE_REASON_NONE);
}

static void
test_newer_replaces_older (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance sounding = utterance (1, VOICE_CLASS_STATUS, 0);
  VoiceUtterance first = utterance (2, VOICE_CLASS_CONTACT, 0);
  VoiceUtterance between = utterance (3, VOICE_CLASS_CONTACT, 0);
  VoiceUtterance newer = utterance (4, VOICE_CLASS_CONTACT, 0);

  first.subject = newer.subject = "track-7";
  add_ready (s, &sounding, 5, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  add_ready (s, &first, 3, 0);
  add_ready (s, &between, 3, 0);
  add_ready (s, &newer, 3, SECOND);
  assert_action (s, SECOND, VOICE_ACTION_DROP, 2, VOICE_REASON_REPLACED);
  assert_nothing (s, SECOND);
  voice_scheduler_finished (s, 1);
  assert_action (s, 5 * SECOND, VOICE_ACTION_START, 4,
                 VOICE_REASON_NONE); /* in the older's place */
}

static void
test_order_and_read_back_both (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance order = utterance (1, VOICE_CLASS_ORDER, 0);
  VoiceUtterance read_back = utterance (2, VOICE_CLASS_ORDER, 0);

  order.subject = read_back.subject = "order-12";
  add_ready (s, &order, 3, 0);
  add_ready (s, &read_back, 3, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  voice_scheduler_finished (s, 1);
  assert_action (s, 3 * SECOND, VOICE_ACTION_START, 2, VOICE_REASON_NONE);
}

static void
test_repeated_subject (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance a = utterance (1, VOICE_CLASS_STATUS, 0);

  a.subject = "ammunition";
  add_ready (s, &a, 3, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  voice_scheduler_finished (s, 1);
  a.id = 2;
  add_ready (s, &a, 3, 20 * SECOND);
  assert_action (s, 20 * SECOND, VOICE_ACTION_DROP, 2, VOICE_REASON_REPEATED);
  a.id = 3;
  add_ready (s, &a, 3, 60 * SECOND); /* the simulation's own interval: must pass */
  assert_action (s, 60 * SECOND, VOICE_ACTION_START, 3, VOICE_REASON_NONE);
}

static void
test_expiry (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance a = utterance (1, VOICE_CLASS_CONTACT, 0);
  VoiceUtterance b = utterance (2, VOICE_CLASS_CONTACT, 0);

  b.expires_s = 10;
  add_ready (s, &a, 30, 0);
  add_ready (s, &b, 3, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  assert_nothing (s, 10 * SECOND - 1);
  g_assert_cmpint (voice_scheduler_get_deadline (s), ==, 10 * SECOND);
  assert_action (s, 10 * SECOND, VOICE_ACTION_DROP, 2, VOICE_REASON_EXPIRED);
  assert_nothing (s, 100 * SECOND); /* what sounds never expires */
}

static void
test_overrun_yields (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance slow = utterance (1, VOICE_CLASS_STATUS, 0);
  VoiceUtterance next = utterance (2, VOICE_CLASS_STATUS, 0);

  slow.air_length_s = 3;
  add_ready (s, &slow, 9, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  assert_nothing (s, 8 * SECOND); /* nobody waits: let it finish */
  add_ready (s, &next, 3, 3 * SECOND);
  assert_nothing (s, 3 * SECOND + SECOND / 2); /* a moment's grace */
  g_assert_cmpint (voice_scheduler_get_deadline (s), <=, 4 * SECOND);
  assert_action (s, 4 * SECOND, VOICE_ACTION_CUT, 1, VOICE_REASON_OVERRAN);
  assert_action (s, 4 * SECOND, VOICE_ACTION_START, 2, VOICE_REASON_NONE);
}

static void
test_muted_speaker (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance a = utterance (1, VOICE_CLASS_EMERGENCY, 0);
  VoiceUtterance b = utterance (2, VOICE_CLASS_STATUS, 0);

  add_ready (s, &a, 3, 0);
  add_ready (s, &b, 3, 0);
  assert_action (s, 0, VOICE_ACTION_START, 1, VOICE_REASON_NONE);
  voice_scheduler_set_speaker_muted (s, "undertaker", TRUE);
  assert_action (s, 0, VOICE_ACTION_DROP, 2, VOICE_REASON_MUTED);
  assert_action (s, 0, VOICE_ACTION_CUT, 1, VOICE_REASON_MUTED);
  a.id = 3;
  add_ready (s, &a, 3, 0);
  assert_action (s, 0, VOICE_ACTION_DROP, 3, VOICE_REASON_MUTED);
  voice_scheduler_set_speaker_muted (s, "undertaker", FALSE);
  a.id = 4;
  add_ready (s, &a, 3, 0);
  assert_action (s, 0, VOICE_ACTION_START, 4, VOICE_REASON_NONE);
}

static void
test_fast_battle_thins_out (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance talk = utterance (1, VOICE_CLASS_TALK, 0);
  VoiceUtterance hit = utterance (2, VOICE_CLASS_EMERGENCY, 0);
  VoiceUtterance late = utterance (3, VOICE_CLASS_EMERGENCY, 0);

  voice_scheduler_add (s, &talk, 0);
  voice_scheduler_set_time_scale (s, 60);
  assert_action (s, 0, VOICE_ACTION_DROP, 1, VOICE_REASON_THINNED);
  add_ready (s, &hit, 10, 0);
  assert_action (s, 0, VOICE_ACTION_START, 2, VOICE_REASON_NONE);
  add_ready (s, &late, 3, 0); /* it lives 20 s of the battle, but never less than a moment */
  assert_nothing (s, SECOND);
  assert_action (s, 3 * SECOND, VOICE_ACTION_DROP, 3, VOICE_REASON_EXPIRED);
}

static void
test_thinning_grows_with_speed (void)
{
  static const double scales[] = {0.5, 1, 2, 4, 8, 20, 60};
  VoiceClass last = VOICE_CLASS_TALK;

  g_assert_cmpint (voice_scheduler_least_class (1), ==, VOICE_CLASS_TALK);
  g_assert_cmpint (voice_scheduler_least_class (20), ==, VOICE_CLASS_CONTACT);
  g_assert_cmpint (voice_scheduler_least_class (60), ==, VOICE_CLASS_EMERGENCY);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_assert_cmpint (voice_scheduler_least_class (scales[i]), <=, last);
    last = voice_scheduler_least_class (scales[i]);
  }
}

static void
test_overflow (void)
{
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (8);
  VoiceUtterance hit = utterance (1, VOICE_CLASS_EMERGENCY, 0);

  voice_scheduler_add (s, &hit, 0);
  for (guint i = 0; i < VOICE_SCHEDULER_MAX_WAITING; i++) {
    VoiceUtterance u = utterance (2 + i, VOICE_CLASS_TALK, 0);

    voice_scheduler_add (s, &u, 0);
  }
  g_assert_cmpuint (voice_scheduler_get_n_waiting (s), ==, VOICE_SCHEDULER_MAX_WAITING);
  assert_action (s, 0, VOICE_ACTION_DROP, 2, VOICE_REASON_OVERFLOW);
}

/* Random traffic: what the model knows of each id. */
typedef enum {
  UNKNOWN,
  WAITING,
  SOUNDING,
  GONE
} Fate;

typedef struct {
  Fate fate[2000];
  guint net[2000];
  VoiceClass urgency[2000];
  gint64 ends[2000];
  guint speaking[4];
} Model;

static void
apply (Model *model, const VoiceAction *action)
{
  guint64 id = action->id;

  switch (action->kind) {
  case VOICE_ACTION_START:
    g_assert_cmpint (model->fate[id], ==, WAITING);
    g_assert_cmpuint (model->speaking[model->net[id]], ==, 0);
    model->fate[id] = SOUNDING;
    model->speaking[model->net[id]]++;
    break;
  case VOICE_ACTION_CUT:
    g_assert_cmpint (model->fate[id], ==, SOUNDING);
    model->fate[id] = GONE;
    model->speaking[model->net[id]]--;
    break;
  case VOICE_ACTION_DROP:
    g_assert_cmpint (model->fate[id], ==, WAITING);
    model->fate[id] = GONE;
    break;
  }
}

static void
finish_due (VoiceScheduler *s, Model *model, gint64 now)
{
  for (guint id = 1; id < 2000; id++) {
    if (model->fate[id] != SOUNDING || model->ends[id] > now)
      continue;
    voice_scheduler_finished (s, id);
    model->fate[id] = GONE;
    model->speaking[model->net[id]]--;
  }
}

/* At ordinary speed nothing urgent that waits is passed over on its own net. */
static void
check_order (const Model *model, guint64 started)
{
  for (guint id = 1; id < 2000; id++) {
    if (model->fate[id] == WAITING && model->net[id] == model->net[started])
      g_assert_cmpint (model->urgency[id], >=, model->urgency[started]);
  }
}

static void
run_random (guint64 seed)
{
  static const char *const subjects[] = {NULL, "a", "b", "c", "d"};
  static const char *const speakers[] = {"undertaker", "wehrwolf", "kirschbluete"};
  g_autoptr (VoiceScheduler) s = voice_scheduler_new (3);
  g_autofree Model *model = g_new0 (Model, 1);
  VoiceRandom random = {seed};
  gint64 now = 0;
  guint n_gone = 0;

  for (guint id = 1; id < 2000; id++) {
    VoiceUtterance u = utterance (id, voice_random_next (&random) % VOICE_N_CLASSES,
                                  voice_random_next (&random) % 4);
    double length_s = 0.5 + 6 * voice_random_unit (&random);
    VoiceAction action;

    now += (gint64)(voice_random_unit (&random) * 2 * SECOND);
    finish_due (s, model, now);
    u.subject = subjects[voice_random_next (&random) % G_N_ELEMENTS (subjects)];
    u.speaker = speakers[voice_random_next (&random) % G_N_ELEMENTS (speakers)];
    u.air_length_s = voice_random_unit (&random) * 5;
    model->fate[id] = WAITING;
    model->net[id] = u.net;
    model->urgency[id] = u.urgency;
    if (id % 50 == 0)
      voice_scheduler_set_speaker_muted (s, speakers[id / 50 % 3], id % 100 == 0);
    if (id % 300 == 0)
      voice_scheduler_set_time_scale (s, (double)(1 << (id / 300)));
    add_ready (s, &u, length_s, now);
    while (voice_scheduler_next (s, now, &action)) {
      apply (model, &action);
      if (action.kind != VOICE_ACTION_START)
        continue;
      check_order (model, action.id);
      model->ends[action.id] = now + (gint64)(length_s * SECOND);
    }
    g_assert_cmpuint (voice_scheduler_get_n_sounding (s), <=, 3);
    g_assert_true (voice_scheduler_get_deadline (s) < 0 ||
                   voice_scheduler_get_deadline (s) > now - SECOND);
  }
  voice_scheduler_clear (s);
  for (VoiceAction action; voice_scheduler_next (s, now, &action);)
    apply (model, &action);
  for (guint id = 1; id < 2000; id++)
    n_gone += model->fate[id] == GONE;
  g_assert_cmpuint (n_gone, ==, 1999); /* each has exactly one end */
}

static void
test_random_traffic (void)
{
  for (guint64 seed = 1; seed <= 20; seed++)
    run_random (seed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voice/scheduler/one-speaker-a-net", test_one_speaker_a_net);
  g_test_add_func ("/voice/scheduler/waits-until-ready", test_waits_until_ready);
  g_test_add_func ("/voice/scheduler/most-urgent-first", test_most_urgent_first);
  g_test_add_func ("/voice/scheduler/emergency-cuts", test_emergency_cuts);
  g_test_add_func ("/voice/scheduler/order-nearly-done", test_order_nearly_done_is_finished);
  g_test_add_func ("/voice/scheduler/newer-replaces-older", test_newer_replaces_older);
  g_test_add_func ("/voice/scheduler/order-and-read-back", test_order_and_read_back_both);
  g_test_add_func ("/voice/scheduler/repeated-subject", test_repeated_subject);
  g_test_add_func ("/voice/scheduler/expiry", test_expiry);
  g_test_add_func ("/voice/scheduler/overrun-yields", test_overrun_yields);
  g_test_add_func ("/voice/scheduler/muted-speaker", test_muted_speaker);
  g_test_add_func ("/voice/scheduler/fast-battle", test_fast_battle_thins_out);
  g_test_add_func ("/voice/scheduler/thinning-grows", test_thinning_grows_with_speed);
  g_test_add_func ("/voice/scheduler/overflow", test_overflow);
  g_test_add_func ("/voice/scheduler/random-traffic", test_random_traffic);
  return g_test_run();
}
