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

/* Twenty-four pilots, each on a net of his own, behind eight voices: who is not heard was told why,
 * and the reason holds. */

#define N_PILOTS 24
#define N_LOADS  1200

typedef struct {
  VoiceUtterance utterance;
  char subject[16];
  Fate fate;
  gint64 added, started, gone, ends, limit;
  VoiceReason reason;
} Load;

typedef struct {
  VoiceScheduler *scheduler; /* (owned) */
  Load loads[N_LOADS + 1];
  guint n;
  gboolean muted[N_PILOTS];
  char speakers[N_PILOTS][8];
  gint64 now;
  guint n_reasons[VOICE_REASON_REQUESTED + 1];
  guint n_sounding, n_waiting, most_waiting, n_heard;
} Queue;

static const double interval_s[VOICE_N_CLASSES] = {10, 12, 0, 40, 60};
static const double expires_s[VOICE_N_CLASSES] = {20, 25, 30, 30, 15};

static gboolean
is_same_subject (const Load *a, const Load *b)
{
  return a->utterance.subject != NULL && b->utterance.subject != NULL &&
         g_str_equal (a->subject, b->subject);
}

/* Began to sound so lately that this one is a repeat. */
static gboolean
was_heard_lately (const Queue *queue, const Load *load)
{
  gint64 interval = (gint64)(interval_s[load->utterance.urgency] * SECOND);

  for (guint i = 1; i <= queue->n; i++) {
    const Load *other = &queue->loads[i];

    if (other != load && other->started > 0 && is_same_subject (other, load) &&
        queue->now - other->started < interval)
      return TRUE;
  }
  return FALSE;
}

static void
check_reason (const Queue *queue, const Load *load, VoiceReason reason)
{
  const Load *newest = &queue->loads[queue->n];
  gboolean more_urgent = FALSE;

  switch (reason) {
  case VOICE_REASON_MUTED:
    g_assert_true (queue->muted[load->utterance.net]);
    break;
  case VOICE_REASON_REPEATED:
    g_assert_true (was_heard_lately (queue, load));
    break;
  case VOICE_REASON_REPLACED:
    g_assert_true (newest != load && is_same_subject (newest, load));
    g_assert_cmpint (newest->utterance.urgency, <=, load->utterance.urgency);
    break;
  case VOICE_REASON_EXPIRED:
    g_assert_cmpint (queue->now, >=, load->limit);
    break;
  case VOICE_REASON_OVERFLOW:
    g_assert_cmpuint (queue->n_waiting, >, VOICE_SCHEDULER_MAX_WAITING);
    for (guint i = 1; i <= queue->n; i++)
      g_assert_true (queue->loads[i].fate != WAITING ||
                     queue->loads[i].utterance.urgency <= load->utterance.urgency);
    break;
  case VOICE_REASON_PREEMPTED:
    for (guint i = 1; i <= queue->n; i++)
      more_urgent = more_urgent || (queue->loads[i].fate == WAITING &&
                                    queue->loads[i].utterance.net == load->utterance.net &&
                                    queue->loads[i].utterance.urgency < load->utterance.urgency);
    g_assert_true (more_urgent);
    break;
  case VOICE_REASON_OVERRAN:
    g_assert_cmpint (queue->now - load->started, >,
                     (gint64)(load->utterance.air_length_s * SECOND));
    break;
  default:
    g_assert_not_reached();
  }
}

/* Whoever begins is the most urgent of all who could. */
static void
check_first (const Queue *queue, const Load *load)
{
  for (guint i = 1; i <= queue->n; i++) {
    const Load *other = &queue->loads[i];

    if (other->fate == WAITING && other->utterance.net == load->utterance.net)
      g_assert_cmpint (other->utterance.urgency, >=, load->utterance.urgency);
  }
}

static void
take_action (Queue *queue, const VoiceAction *action)
{
  Load *load = &queue->loads[action->id];

  if (action->kind == VOICE_ACTION_START) {
    g_assert_cmpint (load->fate, ==, WAITING);
    g_assert_cmpint (queue->now, <, load->limit);
    check_first (queue, load);
    load->fate = SOUNDING;
    load->started = queue->now;
    load->ends = queue->now + (gint64)(load->utterance.distance_m * SECOND);
    queue->n_waiting--;
    queue->n_sounding++;
    queue->n_heard++;
    return;
  }
  g_assert_cmpint (load->fate, ==, action->kind == VOICE_ACTION_CUT ? SOUNDING : WAITING);
  check_reason (queue, load, action->reason);
  queue->n_reasons[action->reason]++;
  if (load->fate == SOUNDING)
    queue->n_sounding--;
  else
    queue->n_waiting--;
  load->fate = GONE;
}

static void
take_actions (Queue *queue)
{
  VoiceAction action;

  while (voice_scheduler_next (queue->scheduler, queue->now, &action))
    take_action (queue, &action);
}

static void
settle (Queue *queue)
{
  for (guint i = 1; i <= queue->n; i++) {
    Load *load = &queue->loads[i];

    if (load->fate != SOUNDING || load->ends > queue->now)
      continue;
    voice_scheduler_finished (queue->scheduler, i);
    load->fate = GONE;
    queue->n_sounding--;
  }
  take_actions (queue);
  g_assert_cmpuint (queue->n_sounding, <=, 8);
  g_assert_cmpuint (voice_scheduler_get_n_sounding (queue->scheduler), ==, queue->n_sounding);
  g_assert_cmpuint (voice_scheduler_get_n_waiting (queue->scheduler), ==, queue->n_waiting);
  /* No voice is idle while somebody waits on a net where nobody speaks. */
  for (guint i = 1; i <= queue->n && queue->n_sounding < 8; i++) {
    gboolean busy = queue->loads[i].fate != WAITING;

    for (guint k = 1; k <= queue->n && !busy; k++)
      busy = queue->loads[k].fate == SOUNDING &&
             queue->loads[k].utterance.net == queue->loads[i].utterance.net;
    g_assert_true (busy);
  }
}

static void
add_load (Queue *queue, VoiceRandom *random)
{
  guint id = ++queue->n, pilot = voice_random_next (random) % N_PILOTS;
  Load *load = &queue->loads[id];
  double length_s = 1 + 5 * voice_random_unit (random);

  load->utterance = (VoiceUtterance){.id = id,
                                     .speaker = queue->speakers[pilot],
                                     .text = "x",
                                     .urgency = voice_random_next (random) % VOICE_N_CLASSES,
                                     .net = pilot,
                                     .air_length_s = 0.7 * length_s,
                                     .distance_m = length_s};
  if (load->utterance.urgency != VOICE_CLASS_ORDER && voice_random_next (random) % 3 > 0) {
    g_snprintf (load->subject, sizeof load->subject, "%u/%u", pilot,
                (guint)(voice_random_next (random) % 3));
    load->utterance.subject = load->subject;
  }
  load->added = queue->now;
  load->limit = queue->now + (gint64)(expires_s[load->utterance.urgency] * SECOND);
  load->fate = WAITING;
  queue->n_waiting++;
  queue->most_waiting = MAX (queue->most_waiting, queue->n_waiting);
  voice_scheduler_add (queue->scheduler, &load->utterance, queue->now);
  voice_scheduler_set_ready (queue->scheduler, id, length_s);
}

/* Waves: quiet, then all at once, then quiet again. */
static void
run_queue (guint64 seed, guint n_reasons[VOICE_REASON_REQUESTED + 1])
{
  g_autofree Queue *queue = g_new0 (Queue, 1);
  VoiceRandom random = {seed};

  queue->scheduler = voice_scheduler_new (8);
  queue->now = SECOND;
  for (guint i = 0; i < N_PILOTS; i++)
    g_snprintf (queue->speakers[i], sizeof queue->speakers[i], "p%u", i);
  while (queue->n < N_LOADS) {
    gboolean crowd = queue->n / 100 % 2 == 1;
    guint pilot = voice_random_next (&random) % N_PILOTS;

    queue->now += (gint64)(voice_random_unit (&random) * (crowd ? 0.06 : 1.2) * SECOND);
    if (voice_random_next (&random) % 40 == 0) {
      queue->muted[pilot] = !queue->muted[pilot];
      voice_scheduler_set_speaker_muted (queue->scheduler, queue->speakers[pilot],
                                         queue->muted[pilot]);
      take_actions (queue);
    }
    settle (queue);
    add_load (queue, &random);
    settle (queue);
  }
  for (guint i = 0; i < 400; i++) {
    queue->now += SECOND / 4;
    settle (queue);
  }
  g_assert_cmpuint (queue->n_waiting + queue->n_sounding, ==, 0);
  g_assert_cmpuint (queue->most_waiting, >, N_PILOTS - 8);
  g_assert_cmpuint (queue->n_heard, >, N_LOADS / 4);
  for (guint i = 0; i <= VOICE_REASON_REQUESTED; i++)
    n_reasons[i] += queue->n_reasons[i];
  voice_scheduler_free (queue->scheduler);
}

static void
test_queue_of_24 (void)
{
  guint n_reasons[VOICE_REASON_REQUESTED + 1] = {0};

  for (guint64 seed = 1; seed <= 12; seed++)
    run_queue (seed, n_reasons);
  /* Each rule was needed. */
  g_assert_cmpuint (n_reasons[VOICE_REASON_MUTED], >, 0);
  g_assert_cmpuint (n_reasons[VOICE_REASON_REPEATED], >, 0);
  g_assert_cmpuint (n_reasons[VOICE_REASON_REPLACED], >, 0);
  g_assert_cmpuint (n_reasons[VOICE_REASON_EXPIRED], >, 0);
  g_assert_cmpuint (n_reasons[VOICE_REASON_OVERFLOW], >, 0);
  g_assert_cmpuint (n_reasons[VOICE_REASON_PREEMPTED], >, 0);
  g_assert_cmpuint (n_reasons[VOICE_REASON_OVERRAN], >, 0);
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
  g_test_add_func ("/voice/scheduler/queue-of-24", test_queue_of_24);
  return g_test_run();
}
