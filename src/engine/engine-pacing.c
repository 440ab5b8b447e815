/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-pacing.h"

#include "base/base-math.h"

#include <math.h>

/* Her time of a tick, by the speed it is played at.  */
#define AT_ONE    20
#define AT_FIVE   4
#define AT_TWENTY 1
/* A strain that falls by so much below a mark may pass it again.  */
#define MARK_SLACK 5.0f

static const float strain_marks[ENGINE_STRAIN_MARKS] = {40, 60, 75, 85};

void
engine_pacing_init (EnginePacing *pacing)
{
  *pacing = (EnginePacing){0};
  pacing->contact_gaps = g_array_new (FALSE, FALSE, sizeof (SimTick));
  pacing->quiet_gaps = g_array_new (FALSE, FALSE, sizeof (SimTick));
}

void
engine_pacing_clear (EnginePacing *pacing)
{
  g_clear_pointer (&pacing->contact_gaps, g_array_unref);
  g_clear_pointer (&pacing->quiet_gaps, g_array_unref);
}

void
engine_pacing_copy (EnginePacing *to, const EnginePacing *from)
{
  engine_pacing_clear (to);
  *to = *from;
  to->contact_gaps = g_array_copy (from->contact_gaps);
  to->quiet_gaps = g_array_copy (from->quiet_gaps);
}

/* ---- Gaps ---------------------------------------------------------------------------------- */

/* Her time of [from, to), which no change of speed parts.  */
static void
spend (EnginePacing *pacing, SimTick from, SimTick to)
{
  guint32 ticks = to - from;

  if (from < pacing->until_fight)
    pacing->fight += ticks * AT_ONE;
  else if (from < pacing->until_near || from < pacing->until_asked)
    pacing->quiet += ticks * AT_ONE;
  else
    pacing->quiet += ticks * (from < pacing->until_far ? AT_FIVE : AT_TWENTY);
}

/* The next change of speed after `from`, or `to` if that is sooner.  */
static SimTick
next_change (const EnginePacing *pacing, SimTick from, SimTick to)
{
  const SimTick changes[] = {pacing->until_fight, pacing->until_near, pacing->until_far,
                             pacing->until_asked};

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (changes[i] > from && changes[i] < to)
      to = changes[i];
  return to;
}

static void
pass (EnginePacing *pacing, SimTick now)
{
  while (pacing->now < now) {
    SimTick next = next_change (pacing, pacing->now, now);

    spend (pacing, pacing->now, next);
    pacing->now = next;
  }
}

static void
decide (EnginePacing *pacing, EngineDecision kind)
{
  SimTick gap = (pacing->fight + pacing->quiet) / AT_ONE;

  if (pacing->now - pacing->last_decision < ENGINE_MOMENT_TICKS && pacing->last_decision > 0)
    return;
  g_array_append_val (pacing->fight > pacing->quiet ? pacing->contact_gaps : pacing->quiet_gaps,
                      gap);
  pacing->decisions[kind]++;
  pacing->fight = pacing->quiet = 0;
  pacing->last_decision = pacing->now;
}

/* Something asks; whether that is a decision point of its own is another matter.  */
static void
ask (EnginePacing *pacing, EngineDecision kind, SimUnitId unit)
{
  EngineAsked *asked = &pacing->asked[kind];

  asked->count++;
  asked->t = pacing->now;
  asked->unit = unit;
  decide (pacing, kind);
}

/* ---- By report ----------------------------------------------------------------------------- */

/* What a phrase asks; one more than the EngineDecision, 0 for nothing.  */
#define ASKS(kind) (ENGINE_DECISION_##kind + 1)

static const guint8 asked_by_phrase[SIM_N_PHRASES] = {
    [SIM_PHRASE_HIT] = ASKS (EMERGENCY),
    [SIM_PHRASE_UNDER_FIRE] = ASKS (EMERGENCY),
    [SIM_PHRASE_OVERRUN] = ASKS (EMERGENCY),
    [SIM_PHRASE_SHELLED] = ASKS (EMERGENCY),
    [SIM_PHRASE_RANGING_ROUND] = ASKS (EMERGENCY),
    [SIM_PHRASE_MINES] = ASKS (EMERGENCY),
    [SIM_PHRASE_DOWN_SELF] = ASKS (RESCUE),
    [SIM_PHRASE_DOWN_OTHER] = ASKS (RESCUE),
    [SIM_PHRASE_DOWN_WOUNDED] = ASKS (RESCUE),
    [SIM_PHRASE_DOWN_CLOSE] = ASKS (RESCUE),
    [SIM_PHRASE_SILENT_OTHER] = ASKS (RESCUE),
    [SIM_PHRASE_LOW_AMMUNITION] = ASKS (REQUEST),
    [SIM_PHRASE_NO_AMMUNITION] = ASKS (REQUEST),
    [SIM_PHRASE_LOW_ENERGY] = ASKS (REQUEST),
    [SIM_PHRASE_BOGGED] = ASKS (REQUEST),
    [SIM_PHRASE_TIRED] = ASKS (REQUEST),
    [SIM_PHRASE_WORN] = ASKS (REQUEST),
    [SIM_PHRASE_SUPPLY_DONE] = ASKS (SUPPLY),
    [SIM_PHRASE_OUT_OF_LOADS] = ASKS (SUPPLY),
    [SIM_PHRASE_RECOVERED] = ASKS (SUPPLY),
    [SIM_PHRASE_CAPTAIN_MOVES] = ASKS (INITIATIVE),
    [SIM_PHRASE_GIVING_GROUND] = ASKS (INITIATIVE),
    [SIM_PHRASE_SUPPLY_FORWARD] = ASKS (INITIATIVE),
    [SIM_PHRASE_GOING_FOR] = ASKS (INITIATIVE),
    [SIM_PHRASE_SCENARIO_TEXT] = ASKS (DESK),
    [SIM_PHRASE_OBJECTIVE_DONE] = ASKS (DESK),
    [SIM_PHRASE_OBJECTIVE_LOST] = ASKS (DESK),
    [SIM_PHRASE_GUNS_REFUSED] = ASKS (DESK),
    [SIM_PHRASE_GUNS_GRANTED] = ASKS (DESK),
    [SIM_PHRASE_GUNS_LATE] = ASKS (DESK),
    [SIM_PHRASE_LOOK_REFUSED] = ASKS (DESK),
    [SIM_PHRASE_LOOK_NO_ROUNDS] = ASKS (DESK),
    [SIM_PHRASE_LOOK_GRANTED] = ASKS (DESK),
    [SIM_PHRASE_LOOK_LATE] = ASKS (DESK),
    [SIM_PHRASE_LOOK_NOTHING] = ASKS (DESK),
    [SIM_PHRASE_LOOK_DUD] = ASKS (DESK),
    [SIM_PHRASE_DATA_BACK] = ASKS (JAM),
    [SIM_PHRASE_DATA_GONE] = ASKS (JAM),
    [SIM_PHRASE_SWARM_OVERHEAD] = ASKS (JAM),
    [SIM_PHRASE_HEARD_HALTED] = ASKS (AXIS),
    /* What is not there, any more or at all, is as much of an answer to where they come from.  */
    [SIM_PHRASE_HEARD_SILENT] = ASKS (AXIS),
    [SIM_PHRASE_HEARD_NOTHING] = ASKS (AXIS),
    [SIM_PHRASE_AREA_CLEAR] = ASKS (AXIS),
    [SIM_PHRASE_WARNING_WRONG] = ASKS (AXIS),
    [SIM_PHRASE_CONTACT_LOST] = ASKS (AXIS),
    [SIM_PHRASE_CONTACT_WITHDRAWS] = ASKS (AXIS),
    [SIM_PHRASE_CORRECTION] = ASKS (CONTACT),
    [SIM_PHRASE_CONTACT_AGAIN] = ASKS (CONTACT),
    [SIM_PHRASE_LOOK_SEEN] = ASKS (CONTACT),
    [SIM_PHRASE_LOOK_MOVING] = ASKS (CONTACT),
    [SIM_PHRASE_WOUNDED] = ASKS (REQUEST),
    [SIM_PHRASE_WOUNDED_BADLY] = ASKS (REQUEST),
    [SIM_PHRASE_TALK_ADVISE_ROUNDS] = ASKS (REQUEST),
    [SIM_PHRASE_TALK_ADVISE_REST] = ASKS (REQUEST),
    [SIM_PHRASE_TALK_ADVISE_SIDE] = ASKS (AXIS),
    /* A lull: time to bring supply, to fetch people and wrecks.  */
    [SIM_PHRASE_ALL_LOST] = ASKS (SUPPLY),
    [SIM_PHRASE_TALK_RELIEF] = ASKS (SUPPLY),
    [SIM_PHRASE_TALK_RELIEF_HURT] = ASKS (SUPPLY),
    [SIM_PHRASE_LEADER_MOVES] = ASKS (INITIATIVE),
    /* He does it, but would rather not.  */
    [SIM_PHRASE_RISK] = ASKS (OBJECTION),
    [SIM_PHRASE_ADVISE_HOLD] = ASKS (OBJECTION),
    [SIM_PHRASE_ADVISE_CAREFUL] = ASKS (OBJECTION),
    [SIM_PHRASE_ADVISE_ROUND] = ASKS (OBJECTION),
    [SIM_PHRASE_ADVISE_WAIT] = ASKS (OBJECTION),
    [SIM_PHRASE_CAPTAIN_CUTS] = ASKS (STRAIN),
    /* Where she sent him, and waits for the next word.  */
    [SIM_PHRASE_IN_POSITION] = ASKS (READY),
};

/* A voice asks when it is new, has gone round, or commands; then it is remembered as it is now.  */
static gboolean
is_new_axis (EnginePacing *pacing, const SimReport *report)
{
  EngineAxis *axis = &pacing->axes[report->voice % ENGINE_MAX_AXES];
  float away = fabsf (axis->bearing_deg - report->bearing_deg);

  if (report->voice == 0)
    return FALSE;
  away = MIN (away, 360 - away);
  if (axis->voice == report->voice && away < ENGINE_AXIS_DEG)
    return FALSE;
  *axis = (EngineAxis){report->voice, report->bearing_deg};
  return TRUE;
}

/* What an enemy does, as the report tells; FALSE when it does not.  */
static gboolean
course_of (const SimReport *report, EngineCourse *course)
{
  *course = (EngineCourse){report->contact, report->platoon, report->velocity_known, report->count, 0};
  if (report->velocity_known)
    course->bearing_deg = base_bearing_deg (report->velocity.x, report->velocity.y);
  return report->contact != 0 && (report->velocity_known || report->how == SIM_HOW_SEEN);
}

static gboolean
is_same_course (const EngineCourse *a, const EngineCourse *b)
{
  return a->moves == b->moves &&
         fabsf (base_bearing_difference_deg (a->bearing_deg, b->bearing_deg)) < ENGINE_COURSE_DEG;
}

/* Half as many again, and not merely one: those are new.  */
static gboolean
has_grown (const EngineCourse *before, const EngineCourse *now)
{
  return now->count >= before->count + 2 && 2 * now->count >= 3 * before->count;
}

/* Where what was last told of this enemy is kept, or of another.  */
static EngineCourse *
place_of_course (EnginePacing *pacing, const SimReport *report)
{
  return &pacing->courses[(report->contact + 7u * report->platoon) % ENGINE_MAX_COURSES];
}

/* One that halts, goes on or goes elsewhere asks: is it the feeler or the blow?  And one that turns out to
 * be more than was said is a new enemy in the same place.  */
static guint
asked_by_course (EnginePacing *pacing, const SimReport *report)
{
  EngineCourse now, *before = place_of_course (pacing, report);
  gboolean known, same, grown;

  if (!course_of (report, &now))
    return 0;
  known = before->contact == now.contact && before->platoon == now.platoon;
  same = known && is_same_course (before, &now);
  grown = known && has_grown (before, &now);
  if (known)
    now.count = MAX (now.count, before->count);
  if (!same || grown)
    *before = now;
  if (grown)
    return ASKS (CONTACT);
  return known && !same ? ASKS (AXIS) : 0;
}

/* Half of an enemy or more fell since it was last told of: is this place held, and who fought there
 * free?  */
static guint
asked_by_kill (EnginePacing *pacing, const SimReport *report)
{
  const EngineCourse *course = place_of_course (pacing, report);

  return report->contact != 0 && course->contact == report->contact &&
                 course->platoon == report->platoon && 2 * report->count >= course->count
             ? ASKS (AXIS)
             : 0;
}

static guint
asked_by_report (EnginePacing *pacing, const SimReport *report)
{
  guint phrase = report->words.phrase;

  if (phrase == SIM_PHRASE_HEARD || phrase == SIM_PHRASE_HEARD_SHEPHERD)
    return is_new_axis (pacing, report) ? ASKS (AXIS) : 0;
  if (phrase < SIM_N_PHRASES && asked_by_phrase[phrase] != 0)
    return asked_by_phrase[phrase];
  if (report->kind == SIM_REPORT_CONTACT || report->kind == SIM_REPORT_CONTACT_UPDATE) {
    guint asks = asked_by_course (pacing, report);

    return report->kind == SIM_REPORT_CONTACT ? ASKS (CONTACT) : asks;
  }
  if (report->kind == SIM_REPORT_CONTACT_DESTROYED)
    return asked_by_kill (pacing, report);
  return report->kind == SIM_REPORT_OWN_DOWN ? ASKS (RESCUE) : 0;
}

/* ---- Speed --------------------------------------------------------------------------------- */

static gboolean
is_fighting (const SimOwnState *own)
{
  return (own->told & SIM_OWN_ACTIVITY) != 0 &&
         (own->activity == SIM_ACTIVITY_ENGAGED || own->activity == SIM_ACTIVITY_UNDER_FIRE);
}

static gboolean
is_of_fight (const SimReport *report)
{
  switch (report->kind) {
  case SIM_REPORT_UNDER_FIRE:
  case SIM_REPORT_OWN_DOWN:
  case SIM_REPORT_CONTACT_DESTROYED:
    return TRUE;
  default:
    return report->words.phrase == SIM_PHRASE_HIT || is_fighting (&report->own);
  }
}

static gboolean
is_near_ours (const Picture *picture, BaseVec position)
{
  for (gsize i = 0; i < picture_n_own (picture); i++) {
    const PictureOwn *own = picture_own (picture, i);

    if (!own->known_lost && base_vec_distance (own->fix, position) <= ENGINE_NEAR_CONTACT_M)
      return TRUE;
  }
  return FALSE;
}

static void
hold_until (SimTick *until, SimTick now, guint seconds)
{
  *until = MAX (*until, now + seconds * SIM_TICKS_PER_SECOND);
}

static void
hold_for_enemy (EnginePacing *pacing, const SimReport *report, const Picture *picture)
{
  if (report->kind != SIM_REPORT_CONTACT && report->kind != SIM_REPORT_CONTACT_UPDATE)
    return;
  hold_until (&pacing->until_far, pacing->now, ENGINE_CONTACT_S);
  if (report->error_m > 0 && is_near_ours (picture, report->position))
    hold_until (&pacing->until_near, pacing->now, ENGINE_CONTACT_S);
}

static void
take_report (EnginePacing *pacing, const SimReport *report, const Picture *picture)
{
  guint asks = asked_by_report (pacing, report);

  if (asks != 0)
    ask (pacing, (EngineDecision) (asks - 1), report->from);
  if (asks == ASKS (EMERGENCY) || asks == ASKS (RESCUE))
    hold_until (&pacing->until_asked, pacing->now, ENGINE_ASKED_S);
  if (is_of_fight (report))
    hold_until (&pacing->until_fight, pacing->now, ENGINE_FIGHT_S);
  hold_for_enemy (pacing, report, picture);
}

/* ---- Orders -------------------------------------------------------------------------------- */

static EngineWait *
find_wait (EnginePacing *pacing, const SimOrderChange *change)
{
  for (guint i = 0; i < pacing->n_waits; i++)
    if (pacing->waits[i].order == change->order &&
        sim_unit_equal (pacing->waits[i].unit, change->unit))
      return &pacing->waits[i];
  return NULL;
}

static void
begin_wait (EnginePacing *pacing, const SimOrderChange *change)
{
  if (find_wait (pacing, change) == NULL && pacing->n_waits < ENGINE_MAX_WAITS)
    pacing->waits[pacing->n_waits++] =
        (EngineWait){change->order, change->unit, pacing->now};
}

/* What is told of all addressees ends the waits of each.  */
static void
end_waits (EnginePacing *pacing, const SimOrderChange *change)
{
  guint left = 0;

  for (guint i = 0; i < pacing->n_waits; i++) {
    const EngineWait *wait = &pacing->waits[i];

    if (wait->order != change->order ||
        (sim_unit_is_some (change->unit) && !sim_unit_equal (wait->unit, change->unit)))
      pacing->waits[left++] = *wait;
  }
  pacing->n_waits = left;
}

static void
take_order (EnginePacing *pacing, const SimOrderChange *change)
{
  engine_prepared_take (&pacing->prepared, change);
  switch (change->state) {
  case SIM_ORDER_ENTERED:
  case SIM_ORDER_CUT:
  case SIM_ORDER_WAITING:
    begin_wait (pacing, change);
    return;
  case SIM_ORDER_REFUSED:
  case SIM_ORDER_FAILED:
    end_waits (pacing, change);
    ask (pacing, ENGINE_DECISION_OBJECTION, change->unit);
    hold_until (&pacing->until_asked, pacing->now, ENGINE_ASKED_S);
    return;
  case SIM_ORDER_READ_BACK:
    return;
  default:
    end_waits (pacing, change);
  }
}

static void
check_waits (EnginePacing *pacing)
{
  for (guint i = 0; i < pacing->n_waits; i++)
    if (pacing->now == pacing->waits[i].since + ENGINE_WAIT_S * SIM_TICKS_PER_SECOND)
      ask (pacing, ENGINE_DECISION_WAIT, pacing->waits[i].unit);
}

/* ---- Strain -------------------------------------------------------------------------------- */

static void
take_link (EnginePacing *pacing, const SimLinkState *link)
{
  gboolean cut = link->cut_s > 0;
  guint8 passed = 0;

  while (passed < ENGINE_STRAIN_MARKS && link->strain >= strain_marks[passed])
    passed++;
  if (passed > pacing->strain_mark || cut != pacing->cut)
    ask (pacing, ENGINE_DECISION_STRAIN, SIM_UNIT_NONE);
  pacing->cut = (guint8) cut;
  pacing->strain_mark = MAX (pacing->strain_mark, passed);
  while (pacing->strain_mark > 0 &&
         link->strain < strain_marks[pacing->strain_mark - 1] - MARK_SLACK)
    pacing->strain_mark--;
}

/* ---- All of it ----------------------------------------------------------------------------- */

void
engine_pacing_take (EnginePacing *pacing, const SimMessage *message, const Picture *picture)
{
  pass (pacing, message->t);
  switch (message->kind) {
  case SIM_MESSAGE_REPORT:
    take_report (pacing, &message->report, picture);
    break;
  case SIM_MESSAGE_TELEMETRY:
    if (is_fighting (&message->telemetry.own))
      hold_until (&pacing->until_fight, pacing->now, ENGINE_FIGHT_S);
    break;
  case SIM_MESSAGE_ORDER:
    take_order (pacing, &message->order);
    break;
  case SIM_MESSAGE_LINK:
    take_link (pacing, &message->link);
    break;
  default:
    break;
  }
}

void
engine_pacing_advance (EnginePacing *pacing, SimTick now)
{
  pass (pacing, now);
  if (pacing->n_waits > 0)
    check_waits (pacing);
  if (pacing->prepared.n_dues > 0 && engine_prepared_is_due (&pacing->prepared, now)) {
    ask (pacing, ENGINE_DECISION_PROMISE, SIM_UNIT_NONE);
    hold_until (&pacing->until_asked, now, ENGINE_ASKED_S);
  }
  if (pacing->prepared.n_waiters > 0 && engine_prepared_is_ready (&pacing->prepared))
    ask (pacing, ENGINE_DECISION_MARK, SIM_UNIT_NONE);
}

static gboolean
is_due (const PictureView *view)
{
  for (gsize i = 0; i < view->n_promises; i++)
    if (view->promises[i].t_due < view->now + SIM_SECONDS (ENGINE_DUE_S))
      return TRUE;
  return FALSE;
}

EnginePace
engine_pacing_pace (const EnginePacing *pacing, const PictureView *view)
{
  if (pacing->now < pacing->until_fight)
    return (EnginePace){ENGINE_PACE_FIGHT, 1};
  if (pacing->now < pacing->until_asked)
    return (EnginePace){ENGINE_PACE_ASKED, 1};
  if (is_due (view))
    return (EnginePace){ENGINE_PACE_DUE, 1};
  if (pacing->now < pacing->until_near)
    return (EnginePace){ENGINE_PACE_NEAR, 1};
  if (pacing->now < pacing->until_far)
    return (EnginePace){ENGINE_PACE_FAR, 5};
  return (EnginePace){ENGINE_PACE_QUIET, 20};
}

static int
compare_ticks (gconstpointer a, gconstpointer b)
{
  SimTick first = *(const SimTick *) a, second = *(const SimTick *) b;

  return first < second ? -1 : first > second;
}

double
engine_pacing_p90_s (const GArray *gaps)
{
  g_autoptr (GArray) sorted = NULL;

  if (gaps->len == 0)
    return (double) NAN;
  sorted = g_array_copy ((GArray *) gaps);
  g_array_sort (sorted, compare_ticks);
  /* The nearest rank: the smallest gap that nine of ten do not exceed.  */
  return (double) g_array_index (sorted, SimTick, (9 * sorted->len + 9) / 10 - 1) /
         SIM_TICKS_PER_SECOND;
}
