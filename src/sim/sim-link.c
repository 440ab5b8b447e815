/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squadron net: one speaker at a time, by class, with pre-emption and expiry (design: play,
 * "Air time").  Nothing is said for free: every word waits for air, takes its seconds, and may be
 * dropped; what is dropped is counted.  */
#include "sim/sim-link.h"

#include "base/base-math.h"
#include "sim/sim-again.h"
#include "sim/sim-emergency.h"
#include "sim/sim-honesty.h"
#include "sim/sim-initiative.h"
#include "sim/sim-legion.h"
#include "sim/sim-nets.h"
#include "sim/sim-queue.h"
#include "sim/sim-radar.h"
#include "sim/sim-strain.h"
#include "sim/sim-talk.h"

#include <string.h>

/* ---- The queue ----------------------------------------------------------------------------- */

static bool
said_recently (const SimWorld *world, uint32_t subject, float again_s)
{
  for (int i = 0; i < SIM_MAX_SUBJECTS; i++)
    if (world->link.subjects[i].key == subject &&
        sim_within (world, world->link.subjects[i].said, again_s))
      return true;
  return false;
}

static void
note_said (SimWorld *world, uint32_t subject)
{
  SimLink *link = &world->link;

  if (subject == SIM_SUBJECT_NONE)
    return;
  for (int i = 0; i < SIM_MAX_SUBJECTS; i++)
    if (link->subjects[i].key == subject) {
      link->subjects[i].said = world->tick;
      return;
    }
  link->subjects[link->next_subject].key = subject;
  link->subjects[link->next_subject].said = world->tick;
  link->next_subject = (link->next_subject + 1) % SIM_MAX_SUBJECTS;
}

static void
drop (SimWorld *world, SimUtterance *utterance, SimNetLoss cause)
{
  if (utterance->again)
    sim_order_close (world, utterance->order, SIM_ORDER_FAILED, SIM_CAUSE_SPEAKING);
  if (utterance->has_report)
    sim_nets_lost (world, cause, utterance->air_class);
  utterance->id = 0;
}

/* A free place: an empty one, or that of the least grave and oldest report if it is less grave
 * than the newcomer.  The handler's orders are never dropped.  */
static SimUtterance *
find_place (SimWorld *world, SimAirClass air_class, uint32_t subject)
{
  SimUtterance *queue = world->link.queue, *worst = NULL;

  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (queue[i].id != 0 && subject != SIM_SUBJECT_NONE && queue[i].subject == subject)
      return &queue[i];
  for (int i = 0; i < SIM_MAX_QUEUE; i++) {
    if (queue[i].id == 0)
      return &queue[i];
    if (queue[i].has_report && queue[i].air_class > air_class &&
        (worst == NULL || queue[i].air_class > worst->air_class))
      worst = &queue[i];
  }
  if (worst != NULL)
    drop (world, worst, SIM_NET_LOSS_DROPPED);
  return worst;
}

static SimTick
expiry (const SimWorld *world, SimAirClass air_class)
{
  const SimRules *rules = &world->rules;
  const float seconds[SIM_N_AIR_CLASSES] = {rules->expire_emergency_s, rules->expire_contact_s, 0,
                                            rules->expire_status_s, rules->expire_talk_s};

  if (air_class == SIM_AIR_ORDER)
    return SIM_TICK_NEVER;
  return world->tick + SIM_SECONDS (seconds[air_class]);
}

static SimUtterance *
enqueue (SimWorld *world, SimSpeaker speaker, SimAirClass air_class, uint32_t subject,
         float seconds)
{
  SimUtterance *place = find_place (world, air_class, subject);
  SimTick created = world->tick, not_before = 0;

  if (place == NULL)
    return NULL;
  /* News of a subject that already waits keeps its place in the line.  */
  if (place->id != 0) {
    created = place->created;
    not_before = place->not_before;
    drop (world, place, SIM_NET_LOSS_REPLACED);
  }
  memset (place, 0, sizeof *place);
  place->not_before = not_before;
  place->id = world->link.next_utterance++;
  place->speaker = (uint8_t) speaker;
  place->air_class = (uint8_t) air_class;
  place->unit = SIM_NOBODY;
  place->subject = subject;
  place->created = created;
  place->expires = expiry (world, air_class);
  place->air_ticks = (uint16_t) SIM_SECONDS (seconds);
  place->report.words.variant = (uint8_t) base_random_below (&world->randoms[SIM_RANDOM_SPEECH], 240);
  return place;
}

static float
air_seconds (const SimWorld *world, SimAirClass air_class, const SimReport *report)
{
  const SimRules *rules = &world->rules;

  if (report->words.phrase == SIM_PHRASE_COPY)
    return rules->air_short_s;
  switch (air_class) {
  case SIM_AIR_EMERGENCY:
    return rules->air_emergency_s;
  case SIM_AIR_CONTACT:
    return report->kind == SIM_REPORT_CONTACT ? rules->air_contact_s : rules->air_update_s;
  case SIM_AIR_ORDER:
    return rules->air_read_back_s;
  case SIM_AIR_STATUS:
    return rules->air_status_s;
  default:
    return rules->air_talk_s;
  }
}

/* Who says little says it shorter; in an emergency everyone does.  */
static float
temper_seconds (const SimWorld *world, size_t unit, SimAirClass air_class)
{
  if (unit == SIM_NOBODY || air_class == SIM_AIR_EMERGENCY || air_class == SIM_AIR_ORDER)
    return 1;
  switch (world->units.temper[unit]) {
  case SIM_TEMPER_TERSE:
    return world->rules.air_terse;
  case SIM_TEMPER_TALKATIVE:
    return world->rules.air_talkative;
  default:
    return 1;
  }
}

/* The wordings of a phrase go from plain to wordy: mostly the first for the terse, the last for
 * the talkative (a variant counts modulo how many there are; 239 is the last of 2, 3, 4 and 5).  */
static uint8_t
temper_variant (SimWorld *world, size_t unit, uint8_t variant)
{
  if (unit == SIM_NOBODY || variant % 5 < 2)
    return variant;
  switch (world->units.temper[unit]) {
  case SIM_TEMPER_TERSE:
    return 0;
  case SIM_TEMPER_TALKATIVE:
    return 239;
  default:
    return variant;
  }
}

/* A rule of the net, or a platoon off the link: not said, now.  Who would say it asks again each
 * second; it counts once in a while.  */
static void
keep_back (SimWorld *world, SimAirClass air_class, uint32_t subject, SimNetLoss cause,
           const SimReport *report)
{
  uint32_t key = subject | SIM_SUBJECT_KEPT_BACK;

  sim_contact_unheard (world, report);
  if (subject != SIM_SUBJECT_NONE && said_recently (world, key, world->rules.repeat_status_s))
    return;
  if (subject != SIM_SUBJECT_NONE)
    note_said (world, key);
  sim_nets_made (world, air_class);
  sim_nets_lost (world, cause, air_class);
}

/* Can it be said at all, and by whom?  */
static bool
find_speaker (SimWorld *world, size_t unit, SimAirClass air_class, uint32_t subject,
              const SimReport *report, uint32_t *speaker)
{
  *speaker = (uint32_t) unit;
  if (unit == SIM_NOBODY)
    return true;
  *speaker = sim_nets_speaker (world, unit);
  if (*speaker == SIM_NOBODY)
    keep_back (world, air_class, subject, SIM_NET_LOSS_OFF_LINK, report);
  else if (!sim_nets_allow (world, air_class, report))
    keep_back (world, air_class, subject, SIM_NET_LOSS_SILENCED, report);
  else if (*speaker != unit && sim_honesty_withholds (world, *speaker, air_class, report))
    sim_contact_unheard (world, report); /* who tells her nothing passes nothing on either */
  else
    return true;
  return false;
}

/* Another says it for him, when he has heard it.  */
static void
pass_on (SimWorld *world, size_t unit, SimUtterance *place)
{
  SimTick wait = SIM_SECONDS (world->rules.relay_s);

  place->report.words.relayed = (uint32_t) unit + 1;
  if (place->not_before == 0)
    place->not_before = world->tick + wait;
  if (place->expires != SIM_TICK_NEVER)
    place->expires += wait;
}

bool
sim_link_report (SimWorld *world, size_t unit, SimAirClass air_class, uint32_t subject,
                 float again_s, const SimReport *report)
{
  SimReport said = *report;
  SimManner manner;
  SimUtterance *place;
  uint32_t speaker;
  uint8_t variant;
  float factor = 1;

  again_s *= sim_nets_pause (world, air_class, report);
  if ((subject != SIM_SUBJECT_NONE && said_recently (world, subject, again_s)) ||
      sim_honesty_withholds (world, unit, air_class, report) ||
      !find_speaker (world, unit, air_class, subject, report, &speaker))
    return false;
  if (unit != SIM_NOBODY)
    factor = sim_nets_shorten (world, air_class, &said);
  manner = sim_honesty_manner (world, unit, speaker, air_class, &said);
  sim_nets_made (world, air_class);
  place = enqueue (world, unit == SIM_NOBODY ? SIM_SPEAKER_DESK : SIM_SPEAKER_PILOT, air_class,
                   subject, air_seconds (world, air_class, report) *
                                temper_seconds (world, speaker, air_class) * factor *
                                sim_honesty_seconds (world, manner));
  if (place == NULL) {
    sim_nets_lost (world, SIM_NET_LOSS_DROPPED, air_class);
    return false;
  }
  variant = said.words.phrase >= SIM_FIRST_TALK ? said.words.variant
            : factor < 1                        ? 0
                                 : temper_variant (world, speaker, place->report.words.variant);
  place->has_report = 1;
  place->unit = speaker;
  place->order = report->order;
  place->asked = report->order != 0 &&
                 world->orders[report->order - 1].command.verb == SIM_VERB_REPORT;
  place->report = said;
  place->report.id = world->link.next_report++;
  place->report.words.variant = variant;
  place->report.words.manner = (uint8_t) manner;
  if (speaker != unit)
    pass_on (world, unit, place);
  else
    place->not_before = 0;
  return true;
}

float
sim_link_order_seconds (const SimWorld *world, const SimCommand *command)
{
  bool brief = command->verb == SIM_VERB_SAY_AGAIN || command->verb == SIM_VERB_MARK ||
               sim_nets_is_rule (command->verb);
  int extra = command->n_via + (command->n_addressees - 1) + (command->posture != 0) +
              (command->timing != 0) + (command->facing_deg >= 0) +
              (command->mark != 0 && !brief) + (command->possible != 0) +
              (command->until_relieved != 0) +
              (command->verb == SIM_VERB_PROMISE ? 2 : command->minutes != 0);

  return (brief ? world->rules.air_short_s : world->rules.air_order_s) +
         world->rules.air_order_word_s * (float) extra;
}

bool
sim_link_order (SimWorld *world, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  SimUtterance *place = enqueue (world, SIM_SPEAKER_HANDLER, SIM_AIR_ORDER,
                                 SIM_SUBJECT_ORDER | number, sim_link_order_seconds (world, command));

  if (place == NULL)
    return false;
  place->order = number;
  place->report.words.phrase = SIM_PHRASE_ORDER;
  sim_words_number (&place->report.words, 0, (int32_t) command->id);
  return true;
}

void
sim_link_read_back (SimWorld *world, size_t unit, uint32_t number)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_ORDER, SIM_PHRASE_READ_BACK);

  if (world->orders[number - 1].brief)
    return;
  report.order = number;
  sim_words_number (&report.words, 0, (int32_t) world->orders[number - 1].command.id);
  sim_link_report (world, unit, SIM_AIR_ORDER, SIM_SUBJECT_ORDER | number, 0, &report);
}

bool
sim_link_again (SimWorld *world, const SimSaid *said, uint32_t number)
{
  uint32_t speaker = sim_nets_speaker (world, said->unit);
  SimUtterance *place =
      speaker != SIM_NOBODY
          ? enqueue (world, SIM_SPEAKER_PILOT, SIM_AIR_ORDER, SIM_SUBJECT_NONE, 0)
          : NULL;

  if (place == NULL)
    return false;
  place->again = 1;
  place->unit = speaker;
  place->order = number;
  place->air_ticks = (uint16_t) (said->air_ticks + SIM_SECONDS (world->rules.air_again_s));
  place->has_report = !said->heard;
  place->report = said->report;
  if (speaker != said->unit && place->report.words.relayed == 0)
    place->report.words.relayed = said->unit + 1;
  if (place->has_report) {
    sim_nets_made (world, SIM_AIR_ORDER);
    place->report.id = world->link.next_report++;
  }
  return true;
}

void
sim_link_desk (SimWorld *world, SimPhrase phrase, int32_t number)
{
  SimReport report = {
    .kind = SIM_REPORT_DESK,
    .platoon = 255,
    .type = SIM_TYPE_UNKNOWN,
    .how = SIM_HOW_TELEMETRY,
    .t_sensed = sim_tick_out (world->tick),
    .stale_at = SIM_TICK_NEVER,
    .words = {.phrase = (uint16_t) phrase},
  };

  sim_words_number (&report.words, 0, number);
  sim_link_report (world, SIM_NOBODY, SIM_AIR_STATUS, SIM_SUBJECT_NONE, 0, &report);
}

/* ---- Speaking ------------------------------------------------------------------------------ */

static SimTransmission
transmission_of (const SimWorld *world, const SimUtterance *utterance)
{
  bool pilot = utterance->speaker == SIM_SPEAKER_PILOT;

  return (SimTransmission){
    .id = utterance->id,
    .speaker = utterance->speaker,
    .air_class = utterance->air_class,
    .from = pilot ? sim_unit_id (utterance->unit) : SIM_UNIT_NONE,
    .order = utterance->order != 0 ? world->orders[utterance->order - 1].command.id : 0,
    .report = utterance->has_report ? utterance->report.id : 0,
    .t_begin = sim_tick_out (world->link.begun),
    .t_end = sim_tick_out (world->link.until),
    .stress = pilot ? (uint8_t) world->units.stress[utterance->unit] : 0,
    .position = pilot ? sim_unit_position (world, utterance->unit) : base_vec (0, 0),
    .words = utterance->report.words,
  };
}

/* Above the strain that loses words a part of each transmission goes under, above the next in two
 * places.  */
void
sim_link_lose_words (SimWorld *world, SimWords *words, SimRandomPurpose purpose)
{
  BaseRandom *random = &world->randoms[purpose];
  float share = sim_strain_lost_share (world);

  if (share <= 0)
    return;
  words->n_lost = world->link.strain >= world->rules.strain_lose_more ? 2 : 1;
  for (unsigned i = 0; i < words->n_lost; i++) {
    float length = 1000 * share / words->n_lost;
    float from = base_random_range (random, (float) i * 500, (float) i * 500 + 500 - length);

    words->lost[i].from = (uint16_t) from;
    words->lost[i].to = (uint16_t) (from + length);
  }
}

/* Whole seconds since it was sent first.  */
static uint16_t
age_of (const SimWorld *world, const SimReport *report)
{
  SimTick ticks = sim_tick_out (world->tick) - report->t_sent;

  return ticks < SIM_TICKS_PER_SECOND        ? 1
         : ticks / SIM_TICKS_PER_SECOND > 60000 ? 60000
                                                : (uint16_t) (ticks / SIM_TICKS_PER_SECOND);
}

static void
begin_speaking (SimWorld *world, SimUtterance *utterance)
{
  SimLink *link = &world->link;
  SimMessage *message;

  link->now = *utterance;
  utterance->id = 0;
  link->begun = world->tick;
  link->until = world->tick + link->now.air_ticks;
  link->order_had_turn = link->now.speaker == SIM_SPEAKER_HANDLER;
  if (link->now.again)
    link->now.report.words.again_s = age_of (world, &link->now.report);
  if (link->now.speaker != SIM_SPEAKER_HANDLER)
    sim_link_lose_words (world, &link->now.report.words, SIM_RANDOM_RADIO);
  link->now.report.t_sent = sim_tick_out (world->tick);
  sim_again_note (world, &link->now);
  note_said (world, link->now.subject);
  if (link->now.speaker == SIM_SPEAKER_HANDLER)
    sim_order_spoken (world, link->now.order);
  link->hushed = sim_strain_is_cut (world) && link->now.speaker != SIM_SPEAKER_DESK;
  if (link->hushed)
    return;
  message = sim_world_emit (world, SIM_MESSAGE_TRANSMISSION_BEGUN);
  if (message != NULL)
    message->transmission = transmission_of (world, &link->now);
}

static void
emit_ended (SimWorld *world, bool cut)
{
  SimMessage *message = world->link.hushed
                            ? NULL
                            : sim_world_emit (world, SIM_MESSAGE_TRANSMISSION_ENDED);

  if (message == NULL)
    return;
  message->transmission_ended = transmission_of (world, &world->link.now);
  message->transmission_ended.t_end = sim_tick_out (world->tick);
  message->transmission_ended.cut = cut;
}

/* Pilots hear it whether she does or not.  */
static void
deliver_report (SimWorld *world, SimUtterance *said)
{
  SimReport *report = &said->report;
  SimMessage *message;

  report->t_heard = sim_tick_out (world->tick);
  sim_initiative_hear (world, report);
  if (world->link.hushed) {
    sim_nets_lost (world, SIM_NET_LOSS_UNHEARD, said->air_class);
    return;
  }
  sim_nets_heard (world, said);
  sim_contact_heard (world, report);
  message = sim_world_emit (world, SIM_MESSAGE_REPORT);
  world->reports_sent++;
  sim_legion_reported (world, report);
  world->delay_sum_s += (double) (report->t_heard - report->t_sensed) / SIM_TICKS_PER_SECOND;
  if (message == NULL)
    return;
  message->report = *report;
  if (report->order != 0)
    message->report.order = world->orders[report->order - 1].command.id;
}

static void
end_speaking (SimWorld *world)
{
  SimLink *link = &world->link;
  SimUtterance said = link->now;

  emit_ended (world, false);
  link->now.id = 0;
  link->free_at = world->tick + SIM_SECONDS (world->rules.air_gap_s);
  if (said.speaker == SIM_SPEAKER_PILOT && !link->hushed)
    sim_again_heard (world, &said);
  if (said.has_report)
    deliver_report (world, &said);
  if (said.again)
    sim_order_close (world, said.order, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  if (said.air_class == SIM_AIR_EMERGENCY && !link->hushed)
    sim_emergency_heard (world, &said.report);
  if (said.speaker == SIM_SPEAKER_HANDLER)
    sim_order_heard (world, said.order);
  else if (said.report.words.phrase == SIM_PHRASE_READ_BACK)
    sim_order_read_back (world, said.order);
}

/* Stops the one who speaks.  An order goes first again; a report is gone, but for the first word of an
 * enemy, which somebody who sees him says anew.  */
static void
cut_off (SimWorld *world, SimNetLoss cause)
{
  SimLink *link = &world->link;

  emit_ended (world, true);
  if (link->now.speaker == SIM_SPEAKER_HANDLER) {
    SimUtterance *place = find_place (world, SIM_AIR_ORDER, SIM_SUBJECT_NONE);

    if (place != NULL) {
      *place = link->now;
      place->cut++;
      place->place = 0;
    }
    world->nets.counts.orders_cut++;
    sim_order_cut (world, link->now.order);
  } else if (link->now.again) {
    sim_order_close (world, link->now.order, SIM_ORDER_FAILED, SIM_CAUSE_SPEAKING);
  } else if (link->now.has_report) {
    sim_nets_lost (world, cause, link->now.air_class);
    sim_contact_unheard (world, &link->now.report);
  }
  link->now.id = 0;
  link->free_at = world->tick;
}

void
sim_link_hush (SimWorld *world)
{
  SimLink *link = &world->link;

  if (link->now.id == 0 || link->now.speaker == SIM_SPEAKER_DESK)
    return;
  if (link->now.speaker == SIM_SPEAKER_HANDLER) {
    cut_off (world, SIM_NET_LOSS_CUT);
    return;
  }
  emit_ended (world, true);
  link->hushed = 1;
}

static bool
can_speak (const SimWorld *world, const SimUtterance *utterance)
{
  if (utterance->speaker != SIM_SPEAKER_PILOT)
    return true;
  if (world->units.pilot_dead[utterance->unit])
    return false;
  return world->units.alive[utterance->unit] || utterance->report.kind == SIM_REPORT_OWN_DOWN ||
         utterance->report.kind == SIM_REPORT_PERSON;
}

/* Does it tell her what becomes of an order, or what she has asked?  */
static bool
answers_order (const SimUtterance *utterance)
{
  unsigned phrase = utterance->report.words.phrase;

  return utterance->has_report && utterance->report.order != 0 &&
         (phrase == SIM_PHRASE_CANNOT || phrase == SIM_PHRASE_CANNOT_SHORT ||
          utterance->asked);
}

/* Gravest class first, then the longest wait; an order that was cut goes before others of its
 * class; a contact and an order that both wait take turns; what answers an order goes before what is only
 * news of a known enemy.  */
int
sim_link_rank (const SimUtterance *utterance, bool order_had_turn)
{
  enum { READ_BACK = SIM_AIR_CONTACT * 8 - 4, CONTACT = SIM_AIR_CONTACT * 8 };
  int rank = utterance->air_class * 8;

  if (utterance->air_class == SIM_AIR_ORDER)
    rank = order_had_turn ? CONTACT + 6 : CONTACT - 2;
  if (answers_order (utterance))
    rank = CONTACT + 1;
  if (utterance->air_class == SIM_AIR_CONTACT && utterance->report.kind == SIM_REPORT_CONTACT_UPDATE)
    rank = CONTACT + 2;
  /* A read-back answers what was just said, and so do those who have it too.  */
  if (utterance->report.words.phrase == SIM_PHRASE_READ_BACK ||
      utterance->report.words.phrase == SIM_PHRASE_COPY)
    rank = READ_BACK;
  return utterance->cut ? rank - 1 : rank;
}

static SimUtterance *
choose_next (SimWorld *world)
{
  const SimUtterance *hers = sim_queue_first (world);
  bool had_turn = world->link.order_had_turn;
  SimUtterance *best = NULL;

  for (int i = 0; i < SIM_MAX_QUEUE; i++) {
    SimUtterance *each = &world->link.queue[i];
    int order;

    if (each->id == 0 || world->tick < each->not_before ||
        (each->speaker == SIM_SPEAKER_HANDLER && (each != hers || sim_strain_is_cut (world))))
      continue;
    order = best == NULL ? -1 : sim_link_rank (each, had_turn) - sim_link_rank (best, had_turn);
    if (order < 0 || (order == 0 && (each->created < best->created ||
                                     (each->created == best->created && each->id < best->id))))
      best = each;
  }
  return best;
}

/* What waited too long goes, and what things have overtaken meanwhile: both have expired.  */
static void
clean_queue (SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_QUEUE; i++) {
    SimUtterance *each = &world->link.queue[i];

    if (each->id == 0 || (world->tick <= each->expires && can_speak (world, each) &&
                          !sim_contact_is_overtaken (world, &each->report)))
      continue;
    if (each->has_report && !can_speak (world, each))
      sim_contact_unheard (world, &each->report);
    drop (world, each, can_speak (world, each) ? SIM_NET_LOSS_EXPIRED : SIM_NET_LOSS_DEAD);
  }
}

static bool
emergency_waits (const SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (world->link.queue[i].id != 0 && world->link.queue[i].air_class == SIM_AIR_EMERGENCY &&
        world->tick >= world->link.queue[i].not_before)
      return true;
  return false;
}

/* Who chats stops when she speaks to them, or somebody has an enemy to tell of that is no mere news.  */
static bool
must_stop_talking (const SimWorld *world)
{
  const SimUtterance *hers = sim_queue_first (world);

  for (int i = 0; i < SIM_MAX_QUEUE; i++) {
    const SimUtterance *each = &world->link.queue[i];

    if (each->id != 0 && world->tick >= each->not_before &&
        ((each->air_class == SIM_AIR_CONTACT && each->report.kind != SIM_REPORT_CONTACT_UPDATE) ||
         (each == hers && !sim_strain_is_cut (world))))
      return true;
  }
  return false;
}

/* An emergency cuts reports and talk at once, orders when they have long to go.  */
static bool
must_cut (const SimWorld *world)
{
  const SimLink *link = &world->link;

  if (!can_speak (world, &link->now))
    return true;
  if (sim_talk_is_idle (&link->now.report) && must_stop_talking (world))
    return true;
  if (link->now.air_class == SIM_AIR_EMERGENCY || !emergency_waits (world))
    return false;
  if (link->now.air_class == SIM_AIR_ORDER)
    return link->until > world->tick + SIM_SECONDS (world->rules.finish_s);
  return true;
}

bool
sim_link_is_silent (const SimWorld *world, float for_s)
{
  const SimLink *link = &world->link;

  if (link->now.id != 0 || world->tick < link->free_at + SIM_SECONDS (for_s))
    return false;
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (link->queue[i].id != 0)
      return false;
  return true;
}

/* The words with this phrase that wait, of the desk or anybody.  */
static SimUtterance *
last_put (SimWorld *world, SimPhrase phrase)
{
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (world->link.queue[i].id != 0 && world->link.queue[i].report.words.phrase == phrase)
      return &world->link.queue[i];
  return NULL;
}

bool
sim_link_close (SimWorld *world, size_t unit, SimPhrase phrase)
{
  SimLink *link = &world->link;
  SimUtterance *place;

  if (link->now.id != 0)
    cut_off (world, SIM_NET_LOSS_CUT);
  if (unit == SIM_NOBODY)
    sim_link_desk (world, phrase, 0);
  else {
    SimReport report = sim_report_begin (world, unit, SIM_REPORT_PLATOON, phrase);

    sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_NONE, 0, &report);
  }
  place = last_put (world, phrase);
  if (place == NULL)
    return false;
  begin_speaking (world, place);
  end_speaking (world);
  return true;
}

static void
speak (SimWorld *world)
{
  SimLink *link = &world->link;
  SimUtterance *next;

  if (link->now.id != 0) {
    if (world->tick >= link->until)
      end_speaking (world);
    else if (must_cut (world))
      cut_off (world, can_speak (world, &link->now) ? SIM_NET_LOSS_CUT : SIM_NET_LOSS_DEAD);
    return;
  }
  if (world->tick < link->free_at)
    return;
  next = choose_next (world);
  if (next != NULL)
    begin_speaking (world, next);
}

/* ---- The phase ----------------------------------------------------------------------------- */

static void
link_state (SimWorld *world)
{
  SimMessage *message = sim_world_emit (world, SIM_MESSAGE_LINK);
  unsigned synced = 0, waiting = 0, ticks = 0;

  sim_nets_step (world);
  for (size_t i = 0; i < world->n_own; i++)
    synced += world->units.synced[i];
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (world->link.queue[i].id != 0) {
      waiting++;
      ticks += world->link.queue[i].air_ticks;
    }
  sim_strain_step (world);
  if (message == NULL)
    return;
  message->link = (SimLinkState){
    .synced = (uint16_t) synced,
    .strain = world->link.strain,
    .waiting = (uint16_t) waiting,
    .waiting_s = (float) ticks / SIM_TICKS_PER_SECOND,
    .cut_s = (uint16_t) (sim_strain_cut_s (world) + 0.5f),
    .cut_in_s = (uint16_t) (sim_strain_cut_in_s (world) + 0.5f),
  };
  sim_nets_fill_state (world, &message->link);
}

void
sim_link_step (SimWorld *world)
{
  sim_radar_step (world);
  clean_queue (world);
  speak (world);
  sim_nets_speak (world);
  sim_nets_count_tick (world);
  sim_emergency_step (world);
  if (world->tick % SIM_TICKS_PER_SECOND == 0)
    link_state (world);
  if (world->tick % SIM_TICKS_PER_SECOND == 5)
    sim_talk_step (world);
  sim_queue_tell (world);
}
