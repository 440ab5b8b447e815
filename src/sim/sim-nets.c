/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-nets.h"

#include "base/base-math.h"
#include "sim/sim-honesty.h"
#include "sim/sim-legion.h"
#include "sim/sim-link.h"
#include "sim/sim-objection.h"
#include "sim/sim-strain.h"

#include <string.h>

#define ROUND_FROM 5 /* counts below are said as they are */

/* ---- Who is on the link -------------------------------------------------------------------- */

/* Is anybody off it at all?  In most battles nobody ever is.  */
static bool
is_restricted (const SimWorld *world)
{
  return world->nets.leaders_only ||
         sim_find_byte (world->units.link_wish, 0, world->n_own, SIM_LINK_OFF) < world->n_own;
}

static bool
can_relay (const SimWorld *world, uint32_t unit)
{
  return world->units.alive[unit] && world->units.link_wish[unit] != SIM_LINK_OFF;
}

/* Out of his machine, and the only one left to speak.  */
static bool
is_last_voice (const SimWorld *world, uint32_t unit)
{
  unsigned person = world->units.person[unit];

  return (person == SIM_PERSON_DOWN || person == SIM_PERSON_CARRIED) &&
         world->units.link_wish[unit] != SIM_LINK_OFF;
}

uint32_t
sim_nets_relay (const SimWorld *world, size_t platoon)
{
  uint32_t leader = world->platoons[platoon].leader;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  if (leader != SIM_NOBODY && can_relay (world, leader))
    return leader;
  for (size_t k = 0; k < n_members; k++)
    if (can_relay (world, members[k]))
      return members[k];
  for (size_t k = 0; k < n_members; k++)
    if (is_last_voice (world, members[k]))
      return members[k];
  return SIM_NOBODY;
}

bool
sim_nets_is_off (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  if (unit >= world->n_own || sim_unit_is_supply (world, unit) ||
      u->link_wish[unit] == SIM_LINK_ON)
    return false;
  if (u->link_wish[unit] == SIM_LINK_OFF)
    return true;
  return world->nets.leaders_only && sim_nets_relay (world, u->group[unit]) != unit;
}

uint32_t
sim_nets_speaker (const SimWorld *world, size_t unit)
{
  if (!sim_nets_is_off (world, unit))
    return (uint32_t) unit;
  /* Whoever had been on it until this moment is heard to his last word.  */
  if (world->nets.leaders_only && world->units.synced[unit] &&
      world->units.link_wish[unit] != SIM_LINK_OFF)
    return (uint32_t) unit;
  return sim_nets_relay (world, world->units.group[unit]);
}

/* The column follows what was asked for; who is dead or brought in has left for good.  */
static void
set_synced (SimWorld *world)
{
  SimUnits *u = &world->units;

  for (size_t i = 0; i < world->n_own; i++)
    if (!sim_unit_is_supply (world, i) && !u->pilot_dead[i] && u->person[i] != SIM_PERSON_SAFE)
      u->synced[i] = !sim_nets_is_off (world, i);
}

void
sim_nets_step (SimWorld *world)
{
  if (is_restricted (world))
    set_synced (world);
  if (world->nets.listening != 0 && sim_nets_relay (world, world->nets.listening - 1u) == SIM_NOBODY)
    world->nets.listening = 0;
}

/* ---- Orders -------------------------------------------------------------------------------- */

bool
sim_nets_is_rule (unsigned verb)
{
  return verb == SIM_VERB_NET || verb == SIM_VERB_SYNC;
}

static void
set_rule (SimWorld *world, const SimAddressee *addressee, uint8_t rule)
{
  uint8_t *rules = world->nets.rules;

  if (addressee->kind == SIM_ADDRESSEE_ALL)
    memset (rules, rule, sizeof world->nets.rules);
  else if (addressee->kind == SIM_ADDRESSEE_PLATOON && addressee->index <= SIM_SUPPLY_PLATOON)
    rules[addressee->index] = rule;
  else if (addressee->kind == SIM_ADDRESSEE_UNIT && addressee->index < world->n_own)
    rules[world->units.group[addressee->index]] = rule;
}

static bool
is_meant (const SimWorld *world, const SimCommand *command, size_t unit)
{
  for (unsigned i = 0; i < command->n_addressees; i++) {
    const SimAddressee *each = &command->addressees[i];

    if ((each->kind == SIM_ADDRESSEE_UNIT && each->index == unit) ||
        (each->kind == SIM_ADDRESSEE_PLATOON && each->index == world->units.group[unit]))
      return true;
  }
  return false;
}

/* By name; Scavengers have nobody who could be on it.  */
static SimCause
wish (SimWorld *world, const SimCommand *command, SimLinkWish wish)
{
  bool any = false;

  for (size_t i = 0; i < world->n_own; i++)
    if (is_meant (world, command, i) && !sim_unit_is_supply (world, i)) {
      world->units.link_wish[i] = (uint8_t) wish;
      any = true;
    }
  return any ? SIM_CAUSE_NONE : SIM_CAUSE_NOT_EQUIPPED;
}

/* For all: who was taken off by name stays off when only leaders are on, nobody does when all are.  */
static void
sync_for_all (SimWorld *world, bool leaders)
{
  SimUnits *u = &world->units;

  world->nets.leaders_only = leaders;
  for (size_t i = 0; i < world->n_own; i++)
    if (!leaders || u->link_wish[i] == SIM_LINK_ON)
      u->link_wish[i] = SIM_LINK_AS_ALL;
}

static SimCause
sync (SimWorld *world, const SimCommand *command)
{
  SimCause cause = SIM_CAUSE_NONE;

  switch (command->setting) {
  case SIM_SETTING_ALL:
  case SIM_SETTING_LEADERS:
    sync_for_all (world, command->setting == SIM_SETTING_LEADERS);
    break;
  case SIM_SETTING_ON:
    /* Where everyone is on it, to be on by name is nothing of its own.  */
    cause = wish (world, command, world->nets.leaders_only ? SIM_LINK_ON : SIM_LINK_AS_ALL);
    break;
  default:
    cause = wish (world, command, SIM_LINK_OFF);
    break;
  }
  set_synced (world);
  return cause;
}

SimCause
sim_nets_apply (SimWorld *world, const SimCommand *command)
{
  if (command->verb == SIM_VERB_SYNC)
    return sync (world, command);
  for (unsigned i = 0; i < command->n_addressees; i++)
    set_rule (world, &command->addressees[i], command->setting);
  return SIM_CAUSE_NONE;
}

static void
stop_listening (SimNets *nets)
{
  nets->listening = 0;
  nets->now.id = 0;
  memset (nets->queue, 0, sizeof nets->queue);
  memset (nets->words, 0, sizeof nets->words);
}

SimCause
sim_nets_listen_in (SimWorld *world, const SimCommand *command)
{
  uint32_t platoon = command->target.number;

  if (command->setting == SIM_SETTING_OFF) {
    stop_listening (&world->nets);
    return SIM_CAUSE_NONE;
  }
  if (command->target.kind != SIM_TARGET_PLATOON || platoon >= world->n_platoons)
    return SIM_CAUSE_NO_TARGET;
  if (world->platoons[platoon].leader == SIM_NOBODY)
    return SIM_CAUSE_DESTROYED;
  if (sim_nets_relay (world, platoon) == SIM_NOBODY)
    return SIM_CAUSE_OFF_LINK;
  if (world->nets.listening == platoon + 1)
    return SIM_CAUSE_NONE;
  stop_listening (&world->nets);
  world->nets.listening = (uint8_t) (platoon + 1);
  return SIM_CAUSE_NONE;
}

/* ---- Rules of the net ---------------------------------------------------------------------- */

SimSetting
sim_nets_rule (const SimWorld *world, size_t platoon)
{
  uint8_t rule = platoon <= SIM_SUPPLY_PLATOON ? world->nets.rules[platoon] : SIM_SETTING_OPEN;

  return rule == SIM_SETTING_NONE ? SIM_SETTING_OPEN : (SimSetting) rule;
}

/* She asked: read-backs, a no, and what `report` wants to know.  One answer is enough: others who have the
 * order as well keep quiet.  */
static bool
is_answer (const SimWorld *world, SimAirClass air_class, const SimReport *report)
{
  if (report->words.phrase == SIM_PHRASE_COPY)
    return false;
  return air_class == SIM_AIR_ORDER ||
         (report->order != 0 && world->orders[report->order - 1].command.verb == SIM_VERB_REPORT);
}

bool
sim_nets_allow (const SimWorld *world, SimAirClass air_class, const SimReport *report)
{
  SimSetting rule = sim_nets_rule (world, report->platoon);

  if (rule == SIM_SETTING_OPEN || air_class == SIM_AIR_EMERGENCY)
    return true;
  if (rule == SIM_SETTING_QUIET)
    return is_answer (world, air_class, report);
  return air_class != SIM_AIR_TALK && report->words.phrase != SIM_PHRASE_TIRED;
}

/* To fives, and above twenty to tens.  */
static uint16_t
round_count (uint16_t count)
{
  unsigned step = count > 20 ? 10 : 5;

  return count < ROUND_FROM ? count : (uint16_t) ((count + step / 2) / step * step);
}

/* Phrases whose first argument is an enemy's type and count.  */
static bool
tells_count (const SimReport *report)
{
  const char *letters = sim_phrase_arguments (report->words.phrase);

  return letters != NULL && (letters[0] == 'T' || letters[0] == 'K');
}

float
sim_nets_shorten (const SimWorld *world, SimAirClass air_class, SimReport *report)
{
  SimWords *words = &report->words;

  if (sim_nets_rule (world, report->platoon) == SIM_SETTING_OPEN || air_class == SIM_AIR_EMERGENCY)
    return 1;
  if (!sim_honesty_is_of_wound (words->phrase))
    report->own.told &= (uint8_t) ~SIM_OWN_PILOT;
  if (sim_objection_is_refusal (words->phrase))
    words->phrase = SIM_PHRASE_REFUSE_SHORT;
  if (words->phrase == SIM_PHRASE_CANNOT)
    words->phrase = SIM_PHRASE_CANNOT_SHORT;
  if (tells_count (report) && report->count >= ROUND_FROM) {
    report->count = round_count (report->count);
    report->count_exact = 0;
    words->arguments[0].number = report->count;
  }
  return world->rules.net_short_factor;
}

float
sim_nets_pause (const SimWorld *world, SimAirClass air_class, const SimReport *report)
{
  bool is_short = sim_nets_rule (world, report->platoon) != SIM_SETTING_OPEN;

  return is_short && air_class == SIM_AIR_CONTACT ? world->rules.net_short_again : 1;
}

bool
sim_nets_no_reasons (const SimWorld *world, size_t unit)
{
  return sim_nets_rule (world, world->units.group[unit]) != SIM_SETTING_OPEN;
}

/* ---- A platoon's own net ------------------------------------------------------------------- */

int
sim_nets_listened (const SimWorld *world)
{
  return (int) world->nets.listening - 1;
}

bool
sim_nets_is_own_news (const SimWorld *world, int slot, const SimContact *contact)
{
  const SimOwnWord *word = &world->nets.words[slot];

  if (word->number != contact->number)
    return true;
  return !sim_within (world, word->said, world->rules.own_words_again_s) &&
         base_vec_distance (word->position, contact->position) > 100 + 2 * contact->error_m;
}

static SimUtterance *
free_place (SimNets *nets)
{
  for (int i = 0; i < SIM_MAX_OWN_WORDS; i++)
    if (nets->queue[i].id == 0)
      return &nets->queue[i];
  return NULL;
}

void
sim_nets_own_words (SimWorld *world, int slot, const SimContact *contact, const SimReport *report)
{
  SimNets *nets = &world->nets;
  SimUtterance *place = free_place (nets);

  if (place == NULL)
    return;
  *place = (SimUtterance){
    .id = SIM_TRANSMISSION_OF_PLATOON | (++nets->next_utterance & ~SIM_TRANSMISSION_OF_PLATOON),
    .speaker = SIM_SPEAKER_PILOT,
    .air_class = SIM_AIR_CONTACT,
    .has_report = 1,
    .unit = contact->observer,
    .created = world->tick,
    .expires = world->tick + SIM_SECONDS (world->rules.own_words_expire_s),
    .air_ticks = (uint16_t) SIM_SECONDS (world->rules.own_words_s),
    .report = *report,
  };
  place->report.id = world->link.next_report++;
  nets->words[slot] = (SimOwnWord){contact->number, world->tick, contact->position};
}

static SimTransmission
transmission_of (const SimWorld *world)
{
  const SimNets *nets = &world->nets;

  return (SimTransmission){
    .id = nets->now.id,
    .speaker = SIM_SPEAKER_PILOT,
    .air_class = nets->now.air_class,
    .from = sim_unit_id (nets->now.unit),
    .report = nets->now.report.id,
    .t_begin = sim_tick_out (nets->begun),
    .t_end = sim_tick_out (nets->until),
    .stress = (uint8_t) world->units.stress[nets->now.unit],
    .position = sim_unit_position (world, nets->now.unit),
    .words = nets->now.report.words,
  };
}

static void
begin_words (SimWorld *world, SimUtterance *words)
{
  SimNets *nets = &world->nets;
  SimMessage *message;

  nets->now = *words;
  words->id = 0;
  nets->begun = world->tick;
  nets->until = world->tick + nets->now.air_ticks;
  nets->hushed = sim_strain_is_cut (world);
  sim_link_lose_words (world, &nets->now.report.words, SIM_RANDOM_NETS);
  nets->now.report.t_sent = sim_tick_out (world->tick);
  message = nets->hushed ? NULL : sim_world_emit (world, SIM_MESSAGE_TRANSMISSION_BEGUN);
  if (message != NULL)
    message->transmission = transmission_of (world);
}

static void
end_words (SimWorld *world, bool cut)
{
  SimNets *nets = &world->nets;
  SimReport report = nets->now.report;
  SimMessage *message;

  if (!nets->hushed && (message = sim_world_emit (world, SIM_MESSAGE_TRANSMISSION_ENDED)) != NULL) {
    message->transmission_ended = transmission_of (world);
    message->transmission_ended.t_end = sim_tick_out (world->tick);
    message->transmission_ended.cut = cut;
  }
  nets->now.id = 0;
  nets->free_at = world->tick + SIM_SECONDS (world->rules.air_gap_s);
  if (cut || nets->hushed)
    return;
  report.t_heard = sim_tick_out (world->tick);
  nets->counts.own_words++;
  sim_legion_reported (world, &report);
  message = sim_world_emit (world, SIM_MESSAGE_REPORT);
  if (message != NULL)
    message->report = report;
}

/* The oldest that is still worth saying; whoever died has nothing more to say.  */
static SimUtterance *
next_words (SimWorld *world)
{
  SimUtterance *best = NULL;

  for (int i = 0; i < SIM_MAX_OWN_WORDS; i++) {
    SimUtterance *each = &world->nets.queue[i];

    if (each->id != 0 && (world->tick > each->expires || !world->units.alive[each->unit]))
      each->id = 0;
    if (each->id != 0 && (best == NULL || each->created < best->created))
      best = each;
  }
  return best;
}

void
sim_nets_speak (SimWorld *world)
{
  SimNets *nets = &world->nets;
  SimUtterance *next;

  if (nets->listening == 0)
    return;
  if (nets->now.id != 0) {
    if (!world->units.alive[nets->now.unit])
      end_words (world, true);
    else if (world->tick >= nets->until)
      end_words (world, false);
    return;
  }
  next = world->tick < nets->free_at ? NULL : next_words (world);
  if (next != NULL)
    begin_words (world, next);
}

/* ---- The captain --------------------------------------------------------------------------- */

/* He has to be on the link to know what it does to her.  */
static bool
would_cut (const SimWorld *world)
{
  const SimRules *rules = &world->rules;
  uint32_t captain = sim_captain (world);

  return captain != SIM_NOBODY && world->link.strain >= rules->captain_cut_strain &&
         world->units.trust[captain] >= rules->captain_cut_trust && world->units.synced[captain];
}

static void
warn (SimWorld *world)
{
  uint32_t captain = sim_captain (world);
  SimReport report =
      sim_report_begin (world, captain, SIM_REPORT_PLATOON, SIM_PHRASE_CAPTAIN_CUTS);

  report.subject = SIM_UNIT_NONE;
  sim_words_number (&report.words, 0, (int32_t) world->rules.captain_cut_warn_s);
  sim_link_report (world, captain, SIM_AIR_EMERGENCY, SIM_SUBJECT_CAPTAIN, 0, &report);
}

bool
sim_nets_captain_cuts (SimWorld *world)
{
  SimNets *nets = &world->nets;

  if (sim_strain_is_cut (world) || !would_cut (world)) {
    nets->captain_tick = 0;
    return false;
  }
  if (nets->captain_tick == 0) {
    nets->captain_tick = world->tick;
    warn (world);
  }
  if (sim_within (world, nets->captain_tick, world->rules.captain_cut_warn_s))
    return false;
  nets->captain_tick = 0;
  return true;
}

float
sim_nets_captain_in_s (const SimWorld *world)
{
  const SimNets *nets = &world->nets;

  if (nets->captain_tick == 0)
    return 0;
  return base_clampf (world->rules.captain_cut_warn_s -
                          (float) (world->tick - nets->captain_tick) / SIM_TICKS_PER_SECOND,
                      1, 600);
}

/* ---- State --------------------------------------------------------------------------------- */

void
sim_nets_fill_state (const SimWorld *world, SimLinkState *state)
{
  for (size_t p = 0; p <= SIM_SUPPLY_PLATOON; p++)
    state->nets[p] = (uint8_t) sim_nets_rule (world, p);
  state->leaders_only = world->nets.leaders_only;
  state->listening = world->nets.listening;
  if (is_restricted (world))
    for (size_t i = 0; i < world->n_own && i < 64; i++)
      state->off_link |= (uint64_t) sim_nets_is_off (world, i) << i;
}

static bool
words_bounded (const SimWorld *world, const SimUtterance *words)
{
  return words->id == 0 ||
         (words->unit < world->n_own && words->speaker == SIM_SPEAKER_PILOT && words->has_report &&
          words->order == 0 && words->report.order == 0);
}

bool
sim_nets_bounded (const SimWorld *world)
{
  const SimNets *nets = &world->nets;

  for (size_t p = 0; p <= SIM_SUPPLY_PLATOON; p++)
    if (nets->rules[p] != SIM_SETTING_NONE && !sim_setting_fits (SIM_VERB_NET, nets->rules[p]))
      return false;
  for (size_t i = 0; i < world->n_units; i++)
    if (world->units.link_wish[i] >= SIM_N_LINK_WISHES)
      return false;
  for (int i = 0; i < SIM_MAX_OWN_WORDS; i++)
    if (!words_bounded (world, &nets->queue[i]))
      return false;
  return words_bounded (world, &nets->now) && nets->leaders_only <= 1 &&
         nets->listening <= world->n_platoons && nets->phase < SIM_N_NET_PHASES;
}
