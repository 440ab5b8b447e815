/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stress, fatigue and wounds, what they leave of a pilot's skill, and what his temper makes of it.
 *
 * `gunnery`, `driving` and `awareness` are what he can do now; the base_* columns what he can do
 * when he is fresh.  */
#include "sim/sim-initiative.h"

#include "base/base-math.h"
#include "sim/sim-hearing.h"
#include "sim/sim-honesty.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"


/* Reckless pilots feel half of it, careful ones a quarter more.  */
static float
feels (const SimWorld *world, size_t unit)
{
  switch (world->units.temper[unit]) {
  case SIM_TEMPER_RECKLESS:
    return 0.5f;
  case SIM_TEMPER_CAREFUL:
    return 1.25f;
  default:
    return 1;
  }
}

/* It falls in quiet, faster in who talks it off; a wound keeps it up.  */
static void
age_stress (SimWorld *world, size_t unit, bool fighting)
{
  SimUnits *u = &world->units;
  float rest = 10.0f * u->wounds[unit];
  float fall = u->temper[unit] == SIM_TEMPER_TALKATIVE ? 0.32f : 0.25f;

  if (fighting)
    u->stress[unit] += 0.05f * feels (world, unit);
  else if (u->stress[unit] > rest)
    u->stress[unit] -= fall;
  u->stress[unit] = base_clampf (u->stress[unit], 0, 100);
}

/* It grows in action, faster under stress, and goes slowly in who sits still.  */
static void
age_fatigue (SimWorld *world, size_t unit, bool fighting)
{
  const SimRules *rules = &world->rules;
  SimUnits *u = &world->units;
  float a_minute = -rules->fatigue_rest_per_min;

  if (fighting)
    a_minute = rules->fatigue_fight_per_min;
  else if (u->speed[unit] > 1)
    a_minute = rules->fatigue_move_per_min;
  if (a_minute > 0)
    a_minute *= 1 + u->stress[unit] / 50;
  /* The voices can not be shut out.  */
  if (sim_hearing_costs_rest (world, unit))
    a_minute += rules->fatigue_hearing_per_min;
  u->fatigue[unit] = base_clampf (u->fatigue[unit] + a_minute / 60, 0, 100);
}

static void
apply (SimWorld *world, size_t unit)
{
  const SimRules *rules = &world->rules;
  SimUnits *u = &world->units;
  float left = 1 - rules->fatigue_skill_loss * u->fatigue[unit] / 100 -
               rules->stress_skill_loss * feels (world, unit) * u->stress[unit] / 100;

  /* What a wound does to aim is in the scatter (sim-weapons.c).  */
  u->gunnery[unit] = u->base_gunnery[unit] * base_clampf (left, 0.2f, 1);
  left = base_clampf (left - rules->wound_skill_loss * u->wounds[unit], 0.2f, 1);
  u->driving[unit] = u->base_driving[unit] * left;
  u->awareness[unit] = u->base_awareness[unit] * left;
}

/* Said once, by those who say such things.  */
static void
tell_tired (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  SimReport report;

  if (u->fatigue[unit] < SIM_TIRED - 15)
    u->told[unit] &= (uint8_t) ~SIM_TOLD_TIRED;
  if (u->fatigue[unit] < SIM_TIRED || (u->told[unit] & SIM_TOLD_TIRED) ||
      sim_honesty_hides (world, unit, SIM_FACT_FATIGUE))
    return;
  report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_TIRED);
  sim_report_tell_own (world, unit, &report, SIM_OWN_PILOT);
  if (sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_TIRED | (uint32_t) unit, 120,
                       &report))
    u->told[unit] |= SIM_TOLD_TIRED;
}

void
sim_pilot_age (SimWorld *world, size_t unit)
{
  bool fighting = sim_within (world, world->units.harmed_tick[unit], 20) ||
                  sim_within (world, world->units.fired_tick[unit], 10);

  age_stress (world, unit, fighting);
  age_fatigue (world, unit, fighting);
  apply (world, unit);
  sim_honesty_age (world, unit);
  tell_tired (world, unit);
}

float
sim_pilot_delay_factor (const SimWorld *world, size_t unit)
{
  switch (world->units.temper[unit]) {
  case SIM_TEMPER_DEFIANT:
    return world->rules.delay_defiant;
  case SIM_TEMPER_RECKLESS:
    return world->rules.delay_reckless;
  default:
    return 1;
  }
}
