/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building blocks of reports.  */
#include "base/base-math.h"
#include "sim/sim-honesty.h"
#include "sim/sim-link.h"

#include <string.h>

SimReport
sim_report_begin (const SimWorld *world, size_t unit, SimReportKind kind, SimPhrase phrase)
{
  return (SimReport){
    .kind = (uint8_t) kind,
    .how = SIM_HOW_SEEN,
    .type = SIM_TYPE_UNKNOWN,
    .platoon = world->units.group[unit],
    .from = sim_unit_id (unit),
    .subject = sim_unit_id (unit),
    .t_sensed = sim_tick_out (world->tick),
    .stale_at = sim_tick_out (world->tick) + SIM_SECONDS (120),
    .words = {.phrase = (uint16_t) phrase},
  };
}

void
sim_report_tell_own (const SimWorld *world, size_t unit, SimReport *report, unsigned told)
{
  const SimUnits *u = &world->units;
  SimOwnState *own = &report->own;

  own->told |= (uint8_t) told;
  own->activity = u->activity[unit];
  memcpy (own->parts, u->parts + unit * SIM_N_PARTS, SIM_N_PARTS);
  own->energy_percent = (uint8_t) base_clampf (
      100 * u->energy[unit] / sim_unit_type (world, unit)->energy_s, 0, 100);
  own->stress = (uint8_t) u->stress[unit];
  own->fatigue = (uint8_t) u->fatigue[unit];
  own->wounds = u->wounds[unit];
  own->person = u->person[unit];
  own->ammunition = u->ammunition[unit];
  own->position = sim_unit_position (world, unit);
  own->error_m = 60; /* a grid reference with keypad is read off a screen */
  own->heading_deg = u->heading_deg[unit];
  own->speed_mps = u->speed[unit];
  if (unit < world->n_own && !sim_unit_is_supply (world, unit))
    sim_honesty_veil (world, unit, own);
}

void
sim_words_number (SimWords *words, int at, int32_t number)
{
  words->arguments[at].number = number;
}

void
sim_words_position (SimWords *words, int at, BaseVec position)
{
  words->arguments[at].position = position;
}

void
sim_words_type (SimWords *words, int at, SimTypeIndex type, int32_t count)
{
  words->arguments[at].type = type;
  words->arguments[at].number = count;
}
