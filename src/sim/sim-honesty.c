/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-honesty.h"

#include "sim/sim-link.h"
#include "sim/sim-objection.h"

/* ---- Trust --------------------------------------------------------------------------------- */

bool
sim_honesty_speaks (const SimWorld *world, size_t unit)
{
  return world->units.trust[unit] >= world->rules.trust_speaks;
}

bool
sim_honesty_explains (const SimWorld *world, size_t unit)
{
  return world->units.trust[unit] >= world->rules.trust_explains;
}

bool
sim_honesty_corrects (const SimWorld *world, size_t unit)
{
  return world->units.trust[unit] >= world->rules.trust_corrects;
}

bool
sim_honesty_doubts (const SimWorld *world, size_t unit)
{
  return world->units.trust[unit] >= world->rules.trust_doubts;
}

/* ---- Facts --------------------------------------------------------------------------------- */

static unsigned
worst_part (const SimWorld *world, size_t unit)
{
  const uint8_t *parts = world->units.parts + unit * SIM_N_PARTS;
  unsigned worst = parts[0];

  for (unsigned i = 1; i < SIM_N_PARTS; i++)
    worst = parts[i] < worst ? parts[i] : worst;
  return worst;
}

static bool
is_so (const SimWorld *world, size_t unit, SimFact fact)
{
  const SimUnits *u = &world->units;

  switch (fact) {
  case SIM_FACT_WOUND:
    return u->wounds[unit] > 0;
  case SIM_FACT_ROUNDS:
    return u->ammunition[unit] > 0 && u->ammunition[unit] < world->rules.low_rounds;
  case SIM_FACT_DAMAGE:
    return worst_part (world, unit) < SIM_PART_SOUND;
  default:
    return u->fatigue[unit] >= SIM_TIRED;
  }
}

static float
chance_to_hide (const SimWorld *world, size_t unit, SimFact fact)
{
  const SimRules *rules = &world->rules;

  if (sim_honesty_corrects (world, unit))
    return 0;
  if (sim_honesty_explains (world, unit))
    return rules->hide_full;
  if (sim_honesty_speaks (world, unit))
    return rules->hide_reserved;
  return fact == SIM_FACT_ROUNDS ? rules->hide_rounds_share : rules->hide_wound;
}

static void
draw (SimWorld *world, size_t unit, SimFact fact)
{
  SimUnits *u = &world->units;
  uint8_t bit = (uint8_t) (1u << fact);

  u->facts[unit] |= bit;
  if (base_random_chance (&world->randoms[SIM_RANDOM_SPEECH], chance_to_hide (world, unit, fact)))
    u->hidden[unit] |= bit;
}

SimPhrase
sim_honesty_wound_phrase (unsigned wounds)
{
  return wounds > 1 ? SIM_PHRASE_WOUNDED_BADLY : SIM_PHRASE_WOUNDED;
}

bool
sim_honesty_is_of_wound (unsigned phrase)
{
  return phrase == SIM_PHRASE_WOUNDED || phrase == SIM_PHRASE_WOUNDED_BADLY;
}

/* Said once for each degree of it; who keeps quiet now may still say it when he trusts her.  */
static void
tell_wound (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint8_t told = u->wounds[unit] > 1 ? SIM_TOLD_WOUNDED_BADLY : SIM_TOLD_WOUNDED;
  SimReport report;

  if (u->wounds[unit] == 0 || (u->told[unit] & told) ||
      sim_honesty_hides (world, unit, SIM_FACT_WOUND) || !sim_honesty_speaks (world, unit))
    return;
  report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE,
                             sim_honesty_wound_phrase (u->wounds[unit]));
  sim_report_tell_own (world, unit, &report, SIM_OWN_PILOT);
  if (sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_WOUNDED | (uint32_t) unit, 60,
                       &report))
    u->told[unit] |= told;
}

void
sim_honesty_age (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (sim_unit_is_supply (world, unit))
    return;
  for (unsigned fact = 0; fact < SIM_N_FACTS; fact++) {
    uint8_t bit = (uint8_t) (1u << fact);

    if (!is_so (world, unit, (SimFact) fact)) {
      u->facts[unit] &= (uint8_t) ~bit;
      u->hidden[unit] &= (uint8_t) ~bit;
    } else if (!(u->facts[unit] & bit)) {
      draw (world, unit, (SimFact) fact);
    }
  }
  tell_wound (world, unit);
}

bool
sim_honesty_hides (const SimWorld *world, size_t unit, SimFact fact)
{
  return (world->units.hidden[unit] >> fact & 1) && !sim_honesty_corrects (world, unit) &&
         is_so (world, unit, fact);
}

/* ---- Who speaks ---------------------------------------------------------------------------- */

uint32_t
sim_honesty_speaker (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  uint32_t leader = world->platoons[u->group[unit]].leader;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);

  if (sim_honesty_speaks (world, unit))
    return (uint32_t) unit;
  if (leader != SIM_NOBODY && sim_honesty_speaks (world, leader))
    return leader;
  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]] && sim_honesty_speaks (world, members[k]))
      return members[k];
  return SIM_NOBODY;
}

/* What answers her, or is about an order of hers, was asked for; and where people are that fell.  */
bool
sim_honesty_withholds (const SimWorld *world, size_t unit, SimAirClass air_class,
                       const SimReport *report)
{
  if (unit == SIM_NOBODY || sim_unit_is_supply (world, unit) || sim_honesty_speaks (world, unit))
    return false;
  return report->order == 0 && air_class != SIM_AIR_EMERGENCY &&
         report->kind != SIM_REPORT_ORDER && report->kind != SIM_REPORT_PERSON &&
         report->kind != SIM_REPORT_OWN_DOWN && report->kind != SIM_REPORT_HEARD;
}

/* ---- What is said of oneself --------------------------------------------------------------- */

uint16_t
sim_honesty_rounds (const SimWorld *world, size_t unit)
{
  uint16_t rounds = world->units.ammunition[unit];

  return sim_honesty_hides (world, unit, SIM_FACT_ROUNDS)
             ? (uint16_t) (rounds + (uint16_t) world->rules.hide_rounds)
             : rounds;
}

void
sim_honesty_veil_person (const SimWorld *world, size_t unit, SimOwnState *own)
{
  if (sim_honesty_hides (world, unit, SIM_FACT_WOUND))
    own->wounds = 0;
  if (sim_honesty_hides (world, unit, SIM_FACT_FATIGUE))
    own->fatigue = (uint8_t) (SIM_TIRED - 20);
}

void
sim_honesty_veil (const SimWorld *world, size_t unit, SimOwnState *own)
{
  sim_honesty_veil_person (world, unit, own);
  own->ammunition = sim_honesty_rounds (world, unit);
}

void
sim_honesty_veil_parts (const SimWorld *world, size_t unit, SimOwnState *own)
{
  if (!sim_honesty_hides (world, unit, SIM_FACT_DAMAGE))
    return;
  for (unsigned i = 0; i < SIM_N_PARTS; i++)
    if (own->parts[i] >= SIM_PART_SHOWS)
      own->parts[i] = 255;
}

/* ---- How it is said ------------------------------------------------------------------------ */

SimManner
sim_honesty_manner_among (const SimWorld *world, size_t unit)
{
  return world->units.stress[unit] >= world->rules.broken_stress ? SIM_MANNER_BROKEN
                                                                 : SIM_MANNER_PLAIN;
}

SimManner
sim_honesty_manner (const SimWorld *world, size_t unit, size_t speaker, SimAirClass air_class,
                    const SimReport *report)
{
  if (unit == SIM_NOBODY || sim_unit_is_supply (world, speaker))
    return SIM_MANNER_PLAIN;
  if (!sim_honesty_speaks (world, speaker) && air_class != SIM_AIR_EMERGENCY)
    return SIM_MANNER_CURT;
  if (sim_objection_is_refusal (report->words.phrase) &&
      !(sim_honesty_explains (world, unit) && sim_honesty_explains (world, speaker)))
    return SIM_MANNER_RESERVED;
  return sim_honesty_manner_among (world, speaker);
}

float
sim_honesty_seconds (const SimWorld *world, SimManner manner)
{
  switch (manner) {
  case SIM_MANNER_CURT:
    return world->rules.air_curt;
  case SIM_MANNER_BROKEN:
    return world->rules.air_broken;
  default:
    return 1;
  }
}
