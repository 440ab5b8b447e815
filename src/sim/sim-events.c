/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to a machine of ours, and what is said of it; answers when asked.  */
#include "base/base-math.h"
#include "sim/sim-footing.h"
#include "sim/sim-honesty.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-talk.h"

#define WITNESS_M 1500.0f
#define STEP_M 50.0f /* nobody goes so far in a step */

int
sim_direction_of_eight (BaseVec from, BaseVec to)
{
  return (int) (base_bearing_deg (to.x - from.x, to.y - from.y) / 45 + 0.5f) % 8;
}

void
sim_pilot_under_fire (SimWorld *world, size_t unit, size_t shooter)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_UNDER_FIRE, SIM_PHRASE_UNDER_FIRE);
  BaseVec at = sim_unit_position (world, unit);

  if (sim_unit_is_supply (world, unit))
    return;
  sim_words_number (&report.words, 0,
                    sim_direction_of_eight (at, sim_unit_position (world, shooter)));
  sim_report_tell_own (world, unit, &report, SIM_OWN_ACTIVITY);
  report.own.activity = SIM_ACTIVITY_UNDER_FIRE;
  sim_link_report (world, unit, SIM_AIR_CONTACT,
                   SIM_SUBJECT_UNDER_FIRE | world->units.group[unit], 40, &report);
  sim_talk_missed (world, unit);
}

void
sim_pilot_hit (SimWorld *world, size_t unit, SimPart part)
{
  SimUnits *u = &world->units;
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_HIT);

  if (sim_unit_is_supply (world, unit))
    return;
  u->stress[unit] = base_clampf (u->stress[unit] + 15, 0, 100);
  if (part == SIM_PART_COCKPIT && u->wounds[unit] < 2)
    u->wounds[unit]++;
  sim_honesty_age (world, unit);
  /* A scratch is not worth the air.  */
  if (u->parts[unit * SIM_N_PARTS + part] > 190)
    return;
  sim_words_number (&report.words, 0, (int32_t) part);
  sim_report_tell_own (world, unit, &report, SIM_OWN_PARTS | SIM_OWN_ACTIVITY | SIM_OWN_PILOT);
  report.own.activity = SIM_ACTIVITY_UNDER_FIRE;
  sim_link_report (world, unit, SIM_AIR_EMERGENCY, SIM_SUBJECT_HIT | (uint32_t) unit,
                   world->rules.repeat_emergency_s, &report);
  sim_talk_hit (world, unit);
}

static bool
could_see (const SimWorld *world, uint32_t unit, BaseVec at)
{
  BaseVec from = sim_unit_position (world, unit);

  return sim_unit_fights (world, unit) &&
         base_vec_distance_squared (at, from) <= WITNESS_M * WITNESS_M &&
         sim_terrain_line_of_sight (world->ground, at, 2, from, sim_unit_eyes_m (world, unit));
}

/* Who of ours sees a place, the lowest index, of one platoon or of any (-1); SIM_NOBODY.  */
static uint32_t
witness_near (const SimWorld *world, size_t unit, BaseVec at, int platoon)
{
  const SimGrid *grid = &world->grid;
  /* Comrades are counted where they are now, the grid may be of the last step.  */
  SimGridWalk walk =
      sim_grid_walk (grid, SIM_SIDE_REPUBLIC, at, platoon < 0 ? WITNESS_M : WITNESS_M + STEP_M);
  uint32_t found = SIM_NOBODY, first, end;

  while (sim_grid_next (&walk, &first, &end))
    for (uint32_t k = first; k < end; k++) {
      uint32_t each = grid->units[SIM_SIDE_REPUBLIC][k];

      if (each < found && each != unit &&
          (platoon < 0 || world->units.group[each] == (unsigned) platoon) &&
          could_see (world, each, at))
        found = each;
    }
  return found;
}

static uint32_t
witness_of_platoon (const SimWorld *world, size_t unit, BaseVec at)
{
  unsigned platoon = world->units.group[unit];
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  if (n_members >= SIM_PLATOON_LARGE)
    return witness_near (world, unit, at, (int) platoon);
  for (size_t k = 0; k < n_members; k++)
    if (members[k] != unit && could_see (world, members[k], at))
      return members[k];
  return SIM_NOBODY;
}

/* A comrade who sees it: of the same platoon first, then anyone within 1.5 km in sight.  */
static uint32_t
witness_of (const SimWorld *world, size_t unit)
{
  BaseVec at = sim_unit_position (world, unit);
  uint32_t comrade = witness_of_platoon (world, unit, at);

  return comrade != SIM_NOBODY ? comrade : witness_near (world, unit, at, -1);
}

static void
say_lost (SimWorld *world, size_t speaker, size_t unit, SimPhrase phrase, SimAirClass air_class)
{
  SimReport report = sim_report_begin (world, speaker, SIM_REPORT_OWN_DOWN, phrase);

  report.subject = sim_unit_id (unit);
  report.position = sim_unit_position (world, unit);
  report.confidence = 1;
  if (speaker == unit) {
    report.own.told |= SIM_OWN_PERSON;
    report.own.person = world->units.person[unit];
    report.own.wounds = world->units.wounds[unit];
  }
  sim_words_number (&report.words, 0, (int32_t) unit);
  sim_words_position (&report.words, 1, report.position);
  sim_link_report (world, speaker, air_class, SIM_SUBJECT_DOWN | (uint32_t) unit, 600, &report);
}

/* Those near the dead are shaken.  */
static void
shake_comrades (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]])
      u->stress[members[k]] = base_clampf (u->stress[members[k]] + 12, 0, 100);
}

void
sim_pilot_lost (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  SimPlatoon *platoon = &world->platoons[u->group[unit]];
  uint32_t witness = witness_of (world, unit);

  sim_talk_lost (world, unit);
  sim_order_unit_lost (world, unit);
  shake_comrades (world, unit);
  if (platoon->leader == unit) {
    platoon->leader_lost = world->tick;
    sim_platoon_choose_leader (world, u->group[unit]);
  }
  if (u->person[unit] == SIM_PERSON_DOWN)
    say_lost (world, unit, unit,
              u->wounds[unit] > 0 ? SIM_PHRASE_DOWN_WOUNDED : SIM_PHRASE_DOWN_SELF,
              SIM_AIR_EMERGENCY);
  else if (witness != SIM_NOBODY)
    say_lost (world, witness, unit, SIM_PHRASE_DOWN_OTHER, SIM_AIR_EMERGENCY);
  else if (platoon->leader != SIM_NOBODY)
    say_lost (world, platoon->leader, unit, SIM_PHRASE_SILENT_OTHER, SIM_AIR_STATUS);
}

/* ---- Answers ------------------------------------------------------------------------------- */

static void
answer (SimWorld *world, size_t unit, SimReport *report, unsigned topic, uint32_t order)
{
  report->order = order;
  sim_link_report (world, unit, SIM_AIR_STATUS,
                   SIM_SUBJECT_STATUS | (uint32_t) (unit * 8 + topic), 0, report);
}

static void
answer_position (SimWorld *world, size_t unit, uint32_t order)
{
  SimReport report =
      sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_POSITION);

  sim_words_position (&report.words, 0, sim_unit_position (world, unit));
  sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION | SIM_OWN_ACTIVITY | SIM_OWN_PILOT);
  answer (world, unit, &report, SIM_TOPIC_POSITION, order);
}

static void
answer_ammunition (SimWorld *world, size_t unit, uint32_t order)
{
  SimReport report =
      sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_AMMUNITION);

  sim_report_tell_own (world, unit, &report, SIM_OWN_AMMUNITION);
  sim_words_number (&report.words, 0, report.own.ammunition);
  sim_words_number (&report.words, 1, report.own.energy_percent);
  answer (world, unit, &report, SIM_TOPIC_AMMUNITION, order);
}

/* The part that is worst, or his wound, or that all is well; as far as he tells it.  */
static void
answer_damage (SimWorld *world, size_t unit, uint32_t order)
{
  SimReport report =
      sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_SOUND);
  const uint8_t *parts = report.own.parts;
  unsigned worst = 0;

  sim_honesty_age (world, unit);
  sim_report_tell_own (world, unit, &report, SIM_OWN_PARTS | SIM_OWN_PILOT);
  sim_honesty_veil_parts (world, unit, &report.own);
  for (unsigned part = 1; part < SIM_N_PARTS; part++)
    if (parts[part] < parts[worst])
      worst = part;
  if (parts[worst] < SIM_PART_SOUND) {
    report.words.phrase = SIM_PHRASE_STATUS_DAMAGED;
    sim_words_number (&report.words, 0, (int32_t) worst);
  } else if (report.own.wounds > 0) {
    report.words.phrase = sim_honesty_wound_phrase (report.own.wounds);
  }
  answer (world, unit, &report, SIM_TOPIC_DAMAGE, order);
}

static void
answer_contact (SimWorld *world, size_t unit, uint32_t order)
{
  const SimPlatoon *platoon = &world->platoons[world->units.group[unit]];
  SimReport report =
      sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_NO_CONTACT);
  const SimContact *latest = NULL;

  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];

    if (each->number != 0 && sim_within (world, each->last_seen, 20) &&
        (latest == NULL || each->last_seen > latest->last_seen))
      latest = each;
  }
  if (latest != NULL) {
    report = sim_report_begin (world, unit, SIM_REPORT_CONTACT_UPDATE, SIM_PHRASE_STATUS_CONTACT);
    report.subject = SIM_UNIT_NONE;
    report.contact = latest->number;
    report.type = latest->better_type;
    report.count = latest->better_count;
    report.count_exact = latest->better_count <= 4;
    report.position = latest->position;
    report.error_m = latest->error_m;
    report.confidence = 0.8f;
    report.t_sensed = sim_tick_out (latest->last_seen);
    sim_words_type (&report.words, 0, latest->better_type, latest->better_count);
    sim_words_position (&report.words, 1, latest->position);
  }
  answer (world, unit, &report, SIM_TOPIC_CONTACT, order);
}

/* A Scavenger sends one line of what it is and has, whatever it was asked.  */
static void
answer_loads (SimWorld *world, size_t unit, uint32_t order)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_LOADS);

  sim_report_tell_own (world, unit, &report,
                       SIM_OWN_AMMUNITION | SIM_OWN_PARTS | SIM_OWN_POSITION | SIM_OWN_ACTIVITY);
  sim_words_number (&report.words, 0, report.own.ammunition);
  sim_words_number (&report.words, 1, report.own.energy_percent);
  answer (world, unit, &report, SIM_TOPIC_ALL, order);
}

void
sim_pilot_answer (SimWorld *world, size_t unit, SimReportTopic topic, uint32_t order)
{
  static void (*const answers[SIM_N_TOPICS]) (SimWorld *, size_t, uint32_t) = {
    [SIM_TOPIC_POSITION] = answer_position,
    [SIM_TOPIC_AMMUNITION] = answer_ammunition,
    [SIM_TOPIC_DAMAGE] = answer_damage,
    [SIM_TOPIC_CONTACT] = answer_contact,
  };

  if (sim_unit_is_supply (world, unit)) {
    answer_loads (world, unit, order);
    return;
  }
  if (topic != SIM_TOPIC_ALL) {
    answers[topic](world, unit, order);
    return;
  }
  answer_position (world, unit, order);
  answer_ammunition (world, unit, order);
  if (sim_platoon_strength (world, world->units.group[unit]) > 0 && world->units.leader[unit])
    answer_contact (world, unit, order);
}

void
sim_platoon_answer (SimWorld *world, size_t platoon, SimReportTopic topic, uint32_t order)
{
  const SimUnits *u = &world->units;
  uint32_t leader = world->platoons[platoon].leader;
  int fewest = 65535;
  SimReport report;

  if (leader == SIM_NOBODY)
    return;
  if (topic == SIM_TOPIC_CONTACT || topic == SIM_TOPIC_POSITION) {
    sim_pilot_answer (world, leader, topic, order);
    return;
  }
  for (size_t i = 0; i < world->n_own; i++)
    if (u->alive[i] && u->group[i] == platoon && sim_honesty_rounds (world, i) < fewest)
      fewest = sim_honesty_rounds (world, i);
  report = sim_report_begin (world, leader, SIM_REPORT_PLATOON, SIM_PHRASE_PLATOON_STATUS);
  sim_words_number (&report.words, 0, (int32_t) platoon);
  sim_words_number (&report.words, 1, (int32_t) sim_platoon_strength (world, platoon));
  sim_words_number (&report.words, 2, fewest);
  sim_report_tell_own (world, leader, &report, SIM_OWN_AMMUNITION | SIM_OWN_ACTIVITY);
  answer (world, leader, &report, SIM_TOPIC_ALL, order);
  if (topic == SIM_TOPIC_ALL)
    answer_contact (world, leader, order);
}
