/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The air queue: her own orders that wait (design: play, "Air time"; console, "Air queue").  When each
 * will be said is found by letting the net run on in thought, by its own rule, over what waits now.  */
#include "sim/sim-queue.h"

#include "base/base-hash.h"
#include "sim/sim-link.h"
#include "sim/sim-orders.h"
#include "sim/sim-strain.h"
#include "sim/sim.h"

#include <assert.h>

typedef struct {
  SimUtterance *all[SIM_MAX_QUEUE]; /* in the order in which they will be said */
  unsigned n;
} Hers;

/* ---- In which order ------------------------------------------------------------------------ */

/* Cut off since she last put them in order, put in order by her, given since.  */
static int
share (const SimUtterance *utterance)
{
  if (utterance->place != 0)
    return 1;
  return utterance->cut ? 0 : 2;
}

static bool
goes_before (const SimUtterance *a, const SimUtterance *b)
{
  if (share (a) != share (b))
    return share (a) < share (b);
  if (a->place != b->place)
    return a->place < b->place;
  return a->created != b->created ? a->created < b->created : a->id < b->id;
}

static bool
is_hers (const SimUtterance *utterance)
{
  return utterance->id != 0 && utterance->speaker == SIM_SPEAKER_HANDLER;
}

const SimUtterance *
sim_queue_first (const SimWorld *world)
{
  const SimUtterance *first = NULL;

  for (int i = 0; i < SIM_MAX_QUEUE; i++) {
    const SimUtterance *each = &world->link.queue[i];

    if (is_hers (each) && (first == NULL || goes_before (each, first)))
      first = each;
  }
  return first;
}

static Hers
find_hers (SimWorld *world)
{
  Hers hers = {.n = 0};

  for (int i = 0; i < SIM_MAX_QUEUE; i++) {
    SimUtterance *each = &world->link.queue[i];
    unsigned at = hers.n;

    if (!is_hers (each))
      continue;
    for (; at > 0 && goes_before (each, hers.all[at - 1]); at--)
      hers.all[at] = hers.all[at - 1];
    hers.all[at] = each;
    hers.n++;
  }
  return hers;
}

/* ---- What she does to them ----------------------------------------------------------------- */

/* Does anybody answer it by saying it once more?  */
static bool
is_read_back (const SimCommand *command)
{
  return command->verb != SIM_VERB_SAY_AGAIN && command->verb != SIM_VERB_MARK &&
         command->verb != SIM_VERB_NET && command->verb != SIM_VERB_LISTEN_IN &&
         command->addressees[0].kind != SIM_ADDRESSEE_INTERCEPTORS;
}

/* From now on the order of all that wait is hers.  */
static void
move (Hers *hers, unsigned from, unsigned to)
{
  SimUtterance *moved = hers->all[from];

  if (to >= hers->n)
    to = hers->n - 1;
  for (; from < to; from++)
    hers->all[from] = hers->all[from + 1];
  for (; from > to; from--)
    hers->all[from] = hers->all[from - 1];
  hers->all[to] = moved;
  for (unsigned i = 0; i < hers->n; i++)
    hers->all[i]->place = (uint8_t) (i + 1);
}

static void
delete (SimWorld *world, SimUtterance *utterance)
{
  uint32_t number = utterance->order;

  utterance->id = 0;
  sim_order_close (world, number, SIM_ORDER_DELETED, SIM_CAUSE_NONE);
}

static void
apply (SimWorld *world, const SimQueueEdit *edit)
{
  Hers hers = find_hers (world);
  SimOrder *order;
  unsigned at = 0;

  while (at < hers.n && world->orders[hers.all[at]->order - 1].command.id != edit->order)
    at++;
  if (at == hers.n)
    return; /* it is being said, or was */
  order = &world->orders[hers.all[at]->order - 1];
  switch ((SimQueueEditKind) edit->kind) {
  case SIM_QUEUE_EDIT_MOVE:
    move (&hers, at, edit->place);
    break;
  case SIM_QUEUE_EDIT_SHORTEN:
  case SIM_QUEUE_EDIT_FULL:
    order->brief = edit->kind == SIM_QUEUE_EDIT_SHORTEN && is_read_back (&order->command);
    break;
  case SIM_QUEUE_EDIT_DELETE:
    delete (world, hers.all[at]);
    break;
  case SIM_N_QUEUE_EDITS:
    break;
  }
}

static bool
is_pending (const SimWorld *world, uint32_t id)
{
  for (uint32_t i = 0; i < world->n_pending; i++)
    if (world->pending[i].id == id)
      return true;
  return false;
}

void
sim_queue_take_edits (SimWorld *world)
{
  uint32_t n_left = 0;

  for (uint32_t i = 0; i < world->n_queue_edits; i++) {
    SimQueueEdit edit = world->queue_edits[i];

    if (is_pending (world, edit.order))
      world->queue_edits[n_left++] = edit;
    else
      apply (world, &edit);
  }
  world->n_queue_edits = n_left;
}

bool
sim_world_edit_queue (SimWorld *world, const SimQueueEdit *edit)
{
  assert (sim_queue_edit_is_fit (edit));
  if (world->n_queue_edits == SIM_MAX_PENDING)
    return false;
  world->queue_edits[world->n_queue_edits++] = *edit;
  return true;
}

/* ---- When ---------------------------------------------------------------------------------- */

/* The net as it would run on.  */
typedef struct {
  const SimUtterance *others[SIM_MAX_QUEUE];
  unsigned n_others, next_hers;
  SimTick free_at;
  bool had_turn;
} Course;

static SimTick
gap (const SimWorld *world)
{
  return SIM_SECONDS (world->rules.air_gap_s);
}

static SimTick
read_back_ticks (const SimWorld *world, const SimOrder *order)
{
  if (order->brief || !is_read_back (&order->command))
    return 0;
  return gap (world) + SIM_SECONDS (world->rules.air_read_back_s);
}

/* All that answers it: the read-back, and others who have it too.  */
static SimTick
answer_ticks (const SimWorld *world, const SimOrder *order)
{
  SimTick read_back = read_back_ticks (world, order);

  if (read_back == 0)
    return 0;
  return read_back + sim_order_copies (world, &order->command) *
                         (gap (world) + SIM_SECONDS (world->rules.air_short_s));
}

static Course
begin_course (const SimWorld *world)
{
  const SimLink *link = &world->link;
  Course course = {.free_at = link->free_at, .had_turn = link->order_had_turn != 0};

  if (link->now.id != 0)
    course.free_at = link->until + gap (world);
  if (link->now.id != 0 && link->now.speaker == SIM_SPEAKER_HANDLER)
    course.free_at += answer_ticks (world, &world->orders[link->now.order - 1]);
  if (course.free_at < world->tick)
    course.free_at = world->tick;
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (link->queue[i].id != 0 && !is_hers (&link->queue[i]))
      course.others[course.n_others++] = &link->queue[i];
  return course;
}

static void
forget_late (Course *course)
{
  unsigned n = 0;

  for (unsigned i = 0; i < course->n_others; i++)
    if (course->others[i]->expires >= course->free_at)
      course->others[n++] = course->others[i];
  course->n_others = n;
}

/* The least of the others, taken away; NULL when `hers` goes before all of them.  */
static const SimUtterance *
take_other (Course *course, const SimUtterance *hers)
{
  const SimUtterance *best = hers;
  unsigned at = course->n_others;

  for (unsigned i = 0; i < course->n_others; i++) {
    const SimUtterance *each = course->others[i];
    int order = best == NULL ? -1
                             : sim_link_rank (each, course->had_turn) -
                                   sim_link_rank (best, course->had_turn);

    if (each->not_before > course->free_at)
      continue; /* it has to be passed on first */
    if (order < 0 || (order == 0 && (each->created < best->created ||
                                     (each->created == best->created && each->id < best->id)))) {
      best = each;
      at = i;
    }
  }
  if (at == course->n_others)
    return NULL;
  course->others[at] = course->others[--course->n_others];
  return best;
}

/* Lets the others speak until it is this one's turn.  */
static SimTick
run_to (const SimWorld *world, Course *course, const SimUtterance *hers)
{
  SimTick back = sim_strain_is_cut (world) ? world->link.cut_until : 0;

  for (;;) {
    bool may_speak = course->free_at >= back;
    const SimUtterance *other;

    forget_late (course);
    other = take_other (course, may_speak ? hers : NULL);
    if (other == NULL && may_speak)
      return course->free_at;
    if (other == NULL) {
      course->free_at = back;
      continue;
    }
    course->free_at += other->air_ticks + gap (world);
    course->had_turn = false;
  }
}

/* ---- Told ---------------------------------------------------------------------------------- */

SimQueued
sim_world_queued (const SimWorld *world, const SimCommand *command)
{
  const SimOrder order = {.command = *command};

  return (SimQueued){
    .order = command->id,
    .air_ticks = (uint16_t) SIM_SECONDS (sim_link_order_seconds (world, command)),
    .read_back_ticks = (uint16_t) read_back_ticks (world, &order),
    .command = *command,
  };
}

static void
tell_one (SimWorld *world, Course *course, const SimUtterance *utterance, unsigned place)
{
  const SimOrder *order = &world->orders[utterance->order - 1];
  SimTick begin = run_to (world, course, utterance);
  SimMessage *message = sim_world_emit (world, SIM_MESSAGE_QUEUED);

  course->free_at = begin + utterance->air_ticks + gap (world) + answer_ticks (world, order);
  course->had_turn = true;
  if (message == NULL)
    return;
  message->queued = sim_world_queued (world, &order->command);
  message->queued.place = (uint8_t) place;
  message->queued.cut = utterance->cut;
  message->queued.brief = order->brief;
  message->queued.air_ticks = utterance->air_ticks;
  message->queued.read_back_ticks = (uint16_t) read_back_ticks (world, order);
  message->queued.entered = sim_tick_out (order->entered);
  message->queued.t_begin = sim_tick_out (begin);
}

/* Not 0 when anything waits.  */
static uint32_t
sum_of (const SimWorld *world, const Hers *hers)
{
  BaseHash hash = BASE_HASH_INIT;

  if (hers->n == 0)
    return 0;
  for (unsigned i = 0; i < hers->n; i++) {
    hash = base_hash_u64 (hash, hers->all[i]->order);
    hash = base_hash_u64 (hash, hers->all[i]->cut);
    hash = base_hash_u64 (hash, world->orders[hers->all[i]->order - 1].brief);
  }
  return (uint32_t) hash | 1;
}

void
sim_queue_tell (SimWorld *world)
{
  Hers hers = find_hers (world);
  uint32_t sum = sum_of (world, &hers);
  Course course;

  if (sum == world->link.queue_told && (sum == 0 || world->tick % SIM_TICKS_PER_SECOND != 0))
    return;
  world->link.queue_told = sum;
  if (hers.n == 0) {
    sim_world_emit (world, SIM_MESSAGE_QUEUED);
    return;
  }
  course = begin_course (world);
  for (unsigned i = 0; i < hers.n && i < SIM_MAX_TOLD; i++)
    tell_one (world, &course, hers.all[i], i);
}
