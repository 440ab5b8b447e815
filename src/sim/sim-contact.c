/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a platoon has seen becomes what it says.
 *
 * Each second the sightings of each platoon are counted by group of the enemy.  A new group is
 * called at once, a known one again when it has moved, grown or turned, with the errors of eyes:
 * range, number, type (design: simulation, "Reports and the picture").  */
#include "base/base-math.h"
#include "sim/sim-eyes.h"
#include "sim/sim-honesty.h"
#include "sim/sim-link.h"
#include "sim/sim-nets.h"
#include "sim/sim-pilot.h"

#include <string.h>

#define REACT_M 1800.0f
#define NEAR_M 500.0f /* so far one looks first for who of a large platoon sees something ... */
#define FAR_M 2000.0f /* ... and so far at last, before one asks all of it */
#define IN_SIGHT_S 5  /* who was seen so lately is in sight ... */
#define MISSED_S 25   /* ... and after so long without it is lost */
#define OLD_NEWS_S 20 /* where somebody was so long ago is no news */
#define CORRECT_S 10  /* after other words of the same contact */
#define COUNT_S 2 /* a pilot looks twice before he calls a number */

#define TOO_S 30  /* what another called so lately one has heard of ... */
#define TOO_M 500 /* ... and what is so near to it is that */
#define ABOUT 2   /* a number that differs by no more is about the same */

/* What one platoon sees of one group in this second.  */
typedef struct {
  uint16_t count;
  uint16_t felt;
  uint32_t first;         /* any of them */
  BaseVec sum;
  BaseVec velocity_sum;
  uint16_t types[SIM_MAX_TYPES];
} Seen;

static Seen *
seen_of (Seen *table, size_t platoon, size_t group)
{
  return &table[platoon * SIM_MAX_GROUPS + group];
}

static void
count_unit (const SimWorld *world, Seen *seen, size_t unit)
{
  const SimUnits *u = &world->units;

  if (seen->count == 0)
    seen->first = (uint32_t) unit;
  seen->count++;
  seen->felt += u->felt_only[unit];
  seen->types[u->type[unit]]++;
  seen->sum = base_vec_add (seen->sum, sim_unit_position (world, unit));
  seen->velocity_sum = base_vec_add (seen->velocity_sum, sim_unit_velocity (world, unit));
}

static void
count_sightings (SimWorld *world, Seen *table)
{
  SimUnits *u = &world->units;

  for (size_t i = world->n_own; i < world->n_units; i++) {
    unsigned bits = u->sighted_by[i];

    u->sighted_by[i] = 0;
    if (bits == 0 || !u->alive[i])
      continue;
    for (size_t p = 0; p < world->n_platoons; p++)
      if (bits & (1u << p))
        count_unit (world, seen_of (table, p, u->group[i]), i);
  }
}

/* ---- Contacts ------------------------------------------------------------------------------ */

static SimContact *
find_contact (SimWorld *world, size_t platoon_index, uint32_t group)
{
  SimPlatoon *platoon = &world->platoons[platoon_index];
  SimContact *oldest = &platoon->contacts[0];

  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    SimContact *each = &platoon->contacts[i];

    /* After two minutes out of sight they are, to the platoon, somebody new.  */
    if (each->number != 0 && each->group == group && sim_within (world, each->last_seen, 120))
      return each;
    if (each->number == 0 || each->last_seen < oldest->last_seen)
      oldest = oldest->number == 0 ? oldest : each;
  }
  memset (oldest, 0, sizeof *oldest);
  oldest->number = ++platoon->next_number;
  oldest->group = group;
  oldest->first = world->tick;
  oldest->known = SIM_KNOWN_NOTHING;
  return oldest;
}

/* Who of a platoon is nearest to a place, and how near, squared; of equals the lowest id.  */
typedef struct {
  uint32_t unit;
  float square;
} Nearest;

static void
take_nearer (const SimWorld *world, uint32_t unit, BaseVec at, Nearest *nearest)
{
  float square = base_vec_distance_squared (at, sim_unit_position (world, unit));

  if (world->units.alive[unit] &&
      (square < nearest->square || (square == nearest->square && unit < nearest->unit)))
    *nearest = (Nearest){unit, square};
}

static Nearest
nearest_within (const SimWorld *world, size_t platoon, BaseVec at, float reach_m)
{
  const SimGrid *grid = &world->grid;
  SimGridWalk walk = sim_grid_walk (grid, SIM_SIDE_REPUBLIC, at, reach_m);
  Nearest nearest = {SIM_NOBODY, 1e18f};
  uint32_t first, end;

  while (sim_grid_next (&walk, &first, &end))
    for (uint32_t k = first; k < end; k++) {
      uint32_t unit = grid->units[SIM_SIDE_REPUBLIC][k];

      if (world->units.group[unit] == platoon)
        take_nearer (world, unit, at, &nearest);
    }
  return nearest;
}

/* Of a large platoon mostly somebody is near.  */
static uint32_t
nearest_observer (const SimWorld *world, size_t platoon, BaseVec at)
{
  Nearest nearest = {SIM_NOBODY, 1e18f};
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (float reach = NEAR_M; n_members >= SIM_PLATOON_LARGE && reach <= FAR_M; reach *= 2) {
    nearest = nearest_within (world, platoon, at, reach);
    if (nearest.square < reach * reach)
      return nearest.unit;
  }
  nearest = (Nearest){SIM_NOBODY, 1e18f};
  for (size_t k = 0; k < n_members; k++)
    take_nearer (world, members[k], at, &nearest);
  return nearest.unit;
}

static SimTypeIndex
commonest (const uint16_t *types)
{
  int best = 0;

  for (int i = 1; i < SIM_MAX_TYPES; i++)
    if (types[i] > types[best])
      best = i;
  return (SimTypeIndex) best;
}

static void
update_contact (SimWorld *world, size_t platoon, uint32_t group, const Seen *seen)
{
  SimContact *contact = find_contact (world, platoon, group);
  BaseRandom *random = &world->randoms[SIM_RANDOM_PILOTS];
  BaseVec centre = base_vec_scale (seen->sum, 1.0f / seen->count);
  float distance;

  contact->observer = nearest_observer (world, platoon, centre);
  if (contact->observer == SIM_NOBODY)
    return;
  distance = base_vec_distance (centre, sim_unit_position (world, contact->observer));
  contact->error_m = sim_eyes_place_error (world, contact->observer, distance);
  /* Two statements: the order in which C works out arguments is the compiler's.  */
  contact->position.x = centre.x + contact->error_m * base_random_normal (random);
  contact->position.y = centre.y + contact->error_m * base_random_normal (random);
  contact->velocity = base_vec_scale (seen->velocity_sum, 1.0f / seen->count);
  contact->last_seen = world->tick;
  if (contact->known == SIM_KNOWN_LOSS_WAITS)
    contact->known = SIM_KNOWN_IN_SIGHT; /* she has heard nothing else */
  else if (contact->known == SIM_KNOWN_LOST)
    contact->known = SIM_KNOWN_BACK;
  if (seen->felt == seen->count) {
    /* Who was seen before is still who he was.  */
    contact->felt = contact->first == world->tick || contact->felt;
    if (!contact->felt)
      return;
    contact->type = contact->better_type = SIM_TYPE_UNKNOWN;
    contact->count = contact->better_count = 1;
    return;
  }
  if (contact->felt)
    contact->said = 0; /* felt before, seen now: that is news */
  contact->felt = 0;
  if (!contact->said || seen->count > contact->count)
    sim_eyes_judge (world, contact, commonest (seen->types), seen->count, distance);
  else
    sim_eyes_look_again (world, contact, commonest (seen->types), seen->count, distance);
}

/* ---- Saying -------------------------------------------------------------------------------- */

static SimReport
contact_report (const SimWorld *world, const SimContact *contact, SimReportKind kind,
                SimPhrase phrase)
{
  SimReport report = sim_report_begin (world, contact->observer, kind, phrase);
  float speed = base_vec_length (contact->velocity);

  report.subject = SIM_UNIT_NONE;
  report.how = contact->felt ? SIM_HOW_FELT : SIM_HOW_SEEN;
  report.contact = contact->number;
  report.type = contact->type;
  report.count = contact->count;
  report.count_exact = contact->count <= 4;
  report.position = contact->position;
  report.error_m = contact->error_m * (contact->felt ? 3 : 1);
  report.confidence = contact->type == SIM_TYPE_UNKNOWN ? 0.2f : 0.85f;
  report.velocity_known = speed > 1.5f && !contact->felt;
  report.velocity = contact->velocity;
  report.t_sensed = sim_tick_out (contact->last_seen);
  sim_words_type (&report.words, 0, contact->type, contact->count);
  sim_words_position (&report.words, 1, contact->position);
  sim_words_number (&report.words, 2,
                    sim_direction_of_eight (base_vec (0, 0), contact->velocity));
  return report;
}

static bool
is_swarm (const SimWorld *world, const SimContact *contact)
{
  return contact->type != SIM_TYPE_UNKNOWN &&
         world->rules.types[contact->type].role == SIM_ROLE_JAMMER;
}

static SimPhrase
first_phrase (const SimWorld *world, const SimContact *contact)
{
  if (contact->felt)
    return SIM_PHRASE_CONTACT_FELT;
  if (is_swarm (world, contact))
    return SIM_PHRASE_SWARM_OVERHEAD;
  return base_vec_length (contact->velocity) > 1.5f ? SIM_PHRASE_CONTACT_MOVING
                                                    : SIM_PHRASE_CONTACT_SEEN;
}

static uint32_t
subject_of (const SimWorld *world, size_t platoon, const SimContact *contact)
{
  if (is_swarm (world, contact))
    return SIM_SUBJECT_SWARM | contact->group;
  return SIM_SUBJECT_CONTACT | (uint32_t) (platoon * 4096 + contact->number % 4096);
}

static void
said (SimWorld *world, SimContact *contact)
{
  contact->said = 1;
  contact->last_said = world->tick;
  contact->said_position = contact->position;
  contact->said_count = contact->count;
}

/* Who is not sure of what he sees so far off says so, if he trusts her with it.  */
static bool
is_unsure (const SimWorld *world, const SimContact *contact, uint32_t speaker)
{
  return speaker == contact->observer && sim_honesty_doubts (world, speaker) && !contact->felt &&
         contact->type != SIM_TYPE_UNKNOWN && contact->judged_m > world->rules.eye_far_m;
}

/* Has another platoon just called them on the net?  */
static bool
has_heard_of (const SimWorld *world, size_t platoon, const SimContact *contact)
{
  const SimHeard *heard = world->platoons[platoon].heard;

  for (int i = 0; i < SIM_MAX_HEARD; i++)
    if (heard[i].tick != 0 && heard[i].type == contact->type &&
        sim_within (world, heard[i].tick, TOO_S) &&
        base_vec_distance (heard[i].position, contact->position) <= TOO_M)
      return true;
  return false;
}

static void
say_first (SimWorld *world, size_t platoon, SimContact *contact)
{
  SimPhrase phrase = first_phrase (world, contact);
  SimReport report = contact_report (world, contact, SIM_REPORT_CONTACT, phrase);
  float again = phrase == SIM_PHRASE_SWARM_OVERHEAD ? 300 : 0;
  uint32_t speaker = sim_honesty_speaker (world, contact->observer);

  if (speaker == SIM_NOBODY)
    return;
  report.from = sim_unit_id (speaker);

  /* Felt through the ground there is only a place to name.  */
  if (phrase == SIM_PHRASE_CONTACT_FELT || phrase == SIM_PHRASE_SWARM_OVERHEAD)
    sim_words_position (&report.words, 0, contact->position);
  else if (is_unsure (world, contact, speaker)) {
    report.words.phrase = SIM_PHRASE_CONTACT_UNSURE;
    report.confidence /= 2;
    report.count_exact = 0;
  } else if (speaker == world->platoons[platoon].leader && has_heard_of (world, platoon, contact)) {
    report.words.phrase = SIM_PHRASE_CONTACT_TOO;
  }
  /* Said, unless the link takes that back.  */
  said (world, contact);
  sim_link_report (world, speaker, SIM_AIR_CONTACT,
                   subject_of (world, platoon, contact), again, &report);
}

/* Who calls news of a known contact: the leader sums up for his platoon, if he calls any.  */
static uint32_t
who_sums_up (const SimWorld *world, size_t platoon)
{
  return sim_honesty_speaker (world, world->platoons[platoon].leader);
}

/* Did she last hear of about as many?  A number that has grown by more than a third is news.  */
static bool
are_about_as_many (const SimContact *contact)
{
  int more = (int) contact->count - (int) contact->said_count;

  return more <= ABOUT && more >= -ABOUT && more * 3 <= (int) contact->said_count;
}

/* Numbers that go up and down by one or two nobody can follow: they stand as they were said.  */
static void
leave_out_number (const SimContact *contact, SimReport *report)
{
  if (report->words.phrase == SIM_PHRASE_CONTACT_AGAIN || contact->type == SIM_TYPE_UNKNOWN ||
      contact->known == SIM_KNOWN_NOTHING || !are_about_as_many (contact))
    return;
  report->words.phrase = report->words.phrase == SIM_PHRASE_CONTACT_UPDATE
                             ? SIM_PHRASE_CONTACT_GOES_ON
                             : SIM_PHRASE_CONTACT_STANDS;
  report->count = contact->said_count;
  report->count_exact = contact->said_count <= 4;
  sim_words_type (&report->words, 0, contact->type, contact->said_count);
}

static void
say_update (SimWorld *world, size_t platoon, SimContact *contact)
{
  float speed = base_vec_length (contact->velocity);
  SimReport report =
      contact_report (world, contact, SIM_REPORT_CONTACT_UPDATE,
                      speed > 1.5f ? SIM_PHRASE_CONTACT_UPDATE : SIM_PHRASE_CONTACT_HALTED);
  uint32_t speaker = who_sums_up (world, platoon);

  if (speaker == SIM_NOBODY)
    return;
  if (contact->known == SIM_KNOWN_BACK)
    report.words.phrase = SIM_PHRASE_CONTACT_AGAIN;
  leave_out_number (contact, &report);
  report.from = sim_unit_id (speaker);
  if (!sim_link_report (world, speaker, SIM_AIR_CONTACT, subject_of (world, platoon, contact),
                        world->rules.repeat_update_s, &report))
    return;
  said (world, contact);
  contact->said_count = report.count;
}

/* Who sees what he reported wrongly from nearer, or somebody of his platoon, owns up to it.  */
static void
say_correction (SimWorld *world, size_t platoon, SimContact *contact)
{
  SimContact better = *contact;
  SimReport report;

  sim_eyes_own_up (&better);
  report = contact_report (world, &better, SIM_REPORT_CORRECTION, SIM_PHRASE_CORRECTION);
  if (!sim_link_report (world, contact->observer, SIM_AIR_CONTACT,
                        subject_of (world, platoon, contact), CORRECT_S, &report))
    return;
  *contact = better;
  said (world, contact);
}

/* Out of sight for long enough to be missed, and nobody has said so.  */
static bool
is_missed (const SimWorld *world, const SimContact *contact, double for_s)
{
  return contact->number != 0 && contact->said && !contact->felt && contact->count > 0 &&
         contact->known == SIM_KNOWN_IN_SIGHT && !sim_within (world, contact->last_seen, for_s) &&
         !is_swarm (world, contact);
}

static bool
sees_somebody (const SimWorld *world, const SimPlatoon *platoon)
{
  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];

    if (each->number != 0 && !each->felt && !is_swarm (world, each) &&
        sim_within (world, each->last_seen, IN_SIGHT_S))
      return true;
  }
  return false;
}

/* Does the platoon see nothing any more of more than one that it told of?  */
static bool
sees_nothing (const SimWorld *world, const SimPlatoon *platoon)
{
  unsigned missed = 0;

  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    missed += is_missed (world, &platoon->contacts[i], IN_SIGHT_S);
  return missed > 1 && !sees_somebody (world, platoon);
}

/* One word for all of them.  */
static void
say_all_gone (SimWorld *world, size_t index, uint32_t speaker, SimContact *contact)
{
  SimPlatoon *platoon = &world->platoons[index];
  SimReport report = contact_report (world, contact, SIM_REPORT_CONTACT_LOST, SIM_PHRASE_ALL_LOST);

  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    if (is_missed (world, &platoon->contacts[i], IN_SIGHT_S))
      platoon->contacts[i].known = SIM_KNOWN_LOSS_WAITS;
  report.from = sim_unit_id (speaker);
  report.contact = 0;
  report.type = SIM_TYPE_UNKNOWN;
  report.t_sensed = sim_tick_out (world->tick);
  sim_words_position (&report.words, 0, contact->position);
  sim_link_report (world, speaker, SIM_AIR_STATUS, SIM_SUBJECT_ALL_LOST | (uint32_t) index, 10,
                   &report);
}

static void
say_gone (SimWorld *world, size_t platoon, SimContact *contact)
{
  uint32_t speaker = who_sums_up (world, platoon);
  SimReport report;

  if (speaker == SIM_NOBODY)
    return;
  if (sees_nothing (world, &world->platoons[platoon])) {
    say_all_gone (world, platoon, speaker, contact);
    return;
  }
  contact->observer = speaker;
  report = contact_report (world, contact, SIM_REPORT_CONTACT_LOST, SIM_PHRASE_CONTACT_LOST);
  contact->known = SIM_KNOWN_LOSS_WAITS;
  sim_link_report (world, speaker, SIM_AIR_STATUS, subject_of (world, platoon, contact), 10,
                   &report);
}

static uint16_t
less (uint16_t count, uint16_t by)
{
  return count > by ? (uint16_t) (count - by) : 0;
}

static void
take_off_killed (SimContact *contact)
{
  contact->count = less (contact->count, contact->killed);
  contact->better_count = less (contact->better_count, contact->killed);
  contact->judged_count = less (contact->judged_count, contact->killed);
  contact->killed = 0;
}

static void
say_killed (SimWorld *world, size_t platoon, SimContact *contact)
{
  uint32_t speaker = who_sums_up (world, platoon);
  SimReport report;

  if (speaker == SIM_NOBODY) {
    take_off_killed (contact);
    return;
  }
  contact->observer = speaker;
  report = contact_report (world, contact, SIM_REPORT_CONTACT_DESTROYED,
                           SIM_PHRASE_CONTACT_DESTROYED);
  report.count = contact->killed;
  report.count_exact = 1;
  report.t_sensed = sim_tick_out (world->tick);
  sim_words_type (&report.words, 0, contact->type, contact->killed);
  if (sim_link_report (world, speaker, SIM_AIR_STATUS,
                       SIM_SUBJECT_CONTACT | (uint32_t) (platoon * 4096 + 2048 + contact->number % 2048),
                       15, &report))
    take_off_killed (contact);
}

static bool
is_news (const SimWorld *world, const SimContact *contact)
{
  float moved = base_vec_distance (contact->position, contact->said_position);
  int more = (int) contact->count - (int) contact->said_count;

  return contact->said &&
         !sim_within (world, contact->last_said, world->rules.repeat_update_s) &&
         (contact->known == SIM_KNOWN_BACK || moved > 250 + 2 * contact->error_m ||
          more * 3 > (int) contact->said_count);
}

/* Before the leader sums up, who sees it has called it on the platoon's own net; there one owns up to
 * every error, and to nobody in particular.  */
static void
call_among_themselves (SimWorld *world, size_t platoon, int slot, const Seen *seen)
{
  const SimContact *contact = &world->platoons[platoon].contacts[slot];
  SimContact known = *contact;
  BaseRandom *random = &world->randoms[SIM_RANDOM_NETS];
  bool first = world->nets.words[slot].number != contact->number;
  float error = contact->error_m * world->rules.own_words_error;
  SimReport report;

  if (!sim_nets_is_own_news (world, slot, contact))
    return;
  sim_eyes_own_up (&known);
  report = contact_report (world, &known, first ? SIM_REPORT_CONTACT : SIM_REPORT_CONTACT_UPDATE,
                           first_phrase (world, &known));
  report.words.manner = (uint8_t) sim_honesty_manner_among (world, contact->observer);
  report.error_m *= world->rules.own_words_error;
  report.position = base_vec_scale (seen->sum, 1.0f / seen->count);
  report.position.x += error * base_random_normal (random);
  report.position.y += error * base_random_normal (random);
  sim_words_position (&report.words, contact->felt ? 0 : 1, report.position);
  sim_nets_own_words (world, slot, contact, &report);
}

/* Swarms are no news among those under them.  */
static void
call_all (SimWorld *world, size_t platoon, Seen *table)
{
  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *contact = &world->platoons[platoon].contacts[i];

    if (contact->number != 0 && contact->last_seen == world->tick &&
        contact->observer != SIM_NOBODY &&
        first_phrase (world, contact) != SIM_PHRASE_SWARM_OVERHEAD)
      call_among_themselves (world, platoon, i, seen_of (table, platoon, contact->group));
  }
}

static void
speak_of (SimWorld *world, size_t platoon, SimContact *contact)
{
  bool in_sight = sim_within (world, contact->last_seen, 3);
  bool swarm = is_swarm (world, contact);

  if (in_sight && !contact->said && !sim_within (world, contact->first, COUNT_S))
    say_first (world, platoon, contact);
  else if (contact->killed > 0)
    say_killed (world, platoon, contact);
  else if (in_sight && !swarm && sim_eyes_was_wrong (world, contact) &&
           sim_honesty_corrects (world, contact->observer))
    say_correction (world, platoon, contact);
  else if (in_sight && !swarm && !contact->felt && is_news (world, contact))
    say_update (world, platoon, contact);
  else if (is_missed (world, contact, MISSED_S))
    say_gone (world, platoon, contact);
  else if (contact->known == SIM_KNOWN_BACK && !sim_within (world, contact->last_seen, MISSED_S))
    contact->known = SIM_KNOWN_LOST; /* she did not hear that it was back */
}

int
sim_contact_find (const SimWorld *world, size_t platoon, uint32_t number)
{
  const SimContact *contacts = world->platoons[platoon].contacts;

  for (int i = 0; number != 0 && i < SIM_MAX_CONTACTS; i++)
    if (contacts[i].number == number)
      return i;
  return -1;
}

bool
sim_contact_is_overtaken (const SimWorld *world, const SimReport *report)
{
  const SimContact *contact;
  int found;

  if (report->order != 0 || report->platoon >= world->n_platoons ||
      (report->kind != SIM_REPORT_CONTACT_UPDATE && report->kind != SIM_REPORT_CONTACT_LOST))
    return false;
  if (report->words.phrase == SIM_PHRASE_ALL_LOST)
    return sees_somebody (world, &world->platoons[report->platoon]);
  found = sim_contact_find (world, report->platoon, report->contact);
  if (found < 0)
    return false;
  contact = &world->platoons[report->platoon].contacts[found];
  if (report->kind == SIM_REPORT_CONTACT_LOST)
    return contact->known != SIM_KNOWN_LOSS_WAITS;
  return contact->known == SIM_KNOWN_LOST || contact->known == SIM_KNOWN_LOSS_WAITS || !sim_within (world, contact->last_seen, OLD_NEWS_S);
}

/* What was said to be lost is.  */
static void
heard_lost (SimPlatoon *platoon, uint32_t number)
{
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    if (platoon->contacts[i].known == SIM_KNOWN_LOSS_WAITS &&
        (number == 0 || platoon->contacts[i].number == number))
      platoon->contacts[i].known = SIM_KNOWN_LOST;
}

void
sim_contact_heard (SimWorld *world, const SimReport *report)
{
  SimPlatoon *platoon;
  int found;

  if (report->platoon >= world->n_platoons)
    return;
  platoon = &world->platoons[report->platoon];
  if (report->kind == SIM_REPORT_CONTACT_LOST)
    heard_lost (platoon, report->contact);
  found = sim_contact_find (world, report->platoon, report->contact);
  if (found >= 0 && (report->kind == SIM_REPORT_CONTACT || report->kind == SIM_REPORT_CONTACT_UPDATE) &&
      (platoon->contacts[found].known == SIM_KNOWN_NOTHING ||
       platoon->contacts[found].known == SIM_KNOWN_BACK))
    platoon->contacts[found].known = SIM_KNOWN_IN_SIGHT;
}

void
sim_contact_unheard (SimWorld *world, const SimReport *report)
{
  size_t platoon;
  int found;

  if ((report->kind != SIM_REPORT_CONTACT && report->kind != SIM_REPORT_CORRECTION) ||
      report->from.index >= world->n_own)
    return;
  platoon = world->units.group[report->from.index];
  found = sim_contact_find (world, platoon, report->contact);
  if (found >= 0)
    world->platoons[platoon].contacts[found].said = 0;
}

void
sim_contact_killed (SimWorld *world, size_t shooter, size_t victim)
{
  SimPlatoon *platoon = &world->platoons[world->units.group[shooter]];

  if (shooter >= world->n_own)
    return;
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    if (platoon->contacts[i].number != 0 &&
        platoon->contacts[i].group == world->units.group[victim]) {
      platoon->contacts[i].killed++;
      return;
    }
}

/* What a platoon takes to be against it: the value of what it sees within reach.  */
static void
weigh_threat (SimWorld *world, size_t index)
{
  SimPlatoon *platoon = &world->platoons[index];
  BaseVec leader = sim_unit_position (world, platoon->leader);

  platoon->threat_value = 0;
  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];
    float value;

    if (each->number == 0 || !sim_within (world, each->last_seen, 15) ||
        base_vec_distance (each->position, leader) > REACT_M)
      continue;
    value = each->type == SIM_TYPE_UNKNOWN ? 2 : world->rules.types[each->type].value;
    if (value * each->count >= platoon->threat_value)
      platoon->threat = each->position;
    platoon->threat_value += value * each->count;
    platoon->threat_tick = world->tick;
  }
}

void
sim_contacts_step (SimWorld *world)
{
  Seen table[SIM_MAX_PLATOONS * SIM_MAX_GROUPS];

  memset (table, 0, sizeof table);
  count_sightings (world, table);
  for (size_t p = 0; p < world->n_platoons; p++) {
    if (world->platoons[p].leader == SIM_NOBODY)
      continue;
    for (uint32_t g = 0; g < world->n_groups; g++)
      if (seen_of (table, p, g)->count > 0)
        update_contact (world, p, g, seen_of (table, p, g));
    if (sim_nets_listened (world) == (int) p)
      call_all (world, p, table);
    for (int i = 0; i < SIM_MAX_CONTACTS; i++)
      if (world->platoons[p].contacts[i].number != 0)
        speak_of (world, p, &world->platoons[p].contacts[i]);
    weigh_threat (world, p);
  }
}
