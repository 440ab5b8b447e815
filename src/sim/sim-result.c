/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objectives, events of the scenario, the end and the score (design: play, "Task, people,
 * score").  */
#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"

/* ---- Objectives ---------------------------------------------------------------------------- */

/* Machines of one side that count within a circle.  */
static unsigned
count_within (const SimWorld *world, SimSide side, BaseVec at, float radius)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_units; i++)
    n += world->units.side[i] == side && sim_unit_works (world, i) &&
         !sim_unit_is_supply (world, i) && sim_unit_type (world, i)->role != SIM_ROLE_JAMMER &&
         base_vec_distance (sim_unit_position (world, i), at) <= radius;
  return n;
}

/* Machines of ours that fight and still work.  */
static unsigned
own_alive (const SimWorld *world)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += sim_unit_fights (world, i);
  return n;
}

static unsigned
machines_lost (const SimWorld *world)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += !world->units.alive[i];
  return n;
}

/* Those who started: one to each machine that is no Scavenger.  */
static unsigned
people (const SimWorld *world)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += !sim_unit_is_supply (world, i);
  return n;
}

static unsigned
people_dead (const SimWorld *world)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += world->units.pilot_dead[i];
  return n;
}

static bool
counts (const SimWorld *world, size_t unit)
{
  return sim_unit_type (world, unit)->role != SIM_ROLE_JAMMER;
}

/* Machines of the Legion that fight: those that started the battle, and those destroyed.  */
static void
count_legion (const SimWorld *world, unsigned *total, unsigned *destroyed)
{
  *total = *destroyed = 0;
  for (size_t g = 0; g < world->n_groups; g++)
    for (uint32_t i = world->groups[g].first; i < world->groups[g].first + world->groups[g].count; i++)
      if (counts (world, i))
        *total += 1;
  for (uint32_t k = 0; k < world->n_kills; k++)
    *destroyed += world->kills[k].victim >= world->n_own && counts (world, world->kills[k].victim);
}

static float
progress_of (const SimWorld *world, const SimObjective *objective)
{
  const SimObjectiveDef *def = &objective->def;
  unsigned own = count_within (world, SIM_SIDE_REPUBLIC, def->position, def->radius_m);
  unsigned total, destroyed;

  switch (def->kind) {
  case SIM_OBJECTIVE_HOLD_AREA:
    if (own == 0 || own < count_within (world, SIM_SIDE_LEGION, def->position, def->radius_m))
      return objective->progress;
    return objective->progress + 1 / (def->seconds + 0.001f);
  case SIM_OBJECTIVE_REACH:
    return (float) own / ((float) own_alive (world) * def->share + 0.001f);
  case SIM_OBJECTIVE_DESTROY:
    count_legion (world, &total, &destroyed);
    return (float) destroyed / ((float) total * def->share + 0.001f);
  default:
    return (float) (world->tick - SIM_EPOCH) / (float) world->duration;
  }
}

/* Nothing is lost before the end, but what nobody is left to do.  */
static void
update_objective (SimWorld *world, size_t index)
{
  SimObjective *objective = &world->objectives[index];

  if (objective->state != SIM_OBJECTIVE_OPEN || sim_tick_out (world->tick) < objective->def.from)
    return;
  objective->progress = base_clampf (progress_of (world, objective), 0, 1);
  if (objective->progress > 0.9995f) {
    objective->progress = 1;
    objective->state = SIM_OBJECTIVE_DONE;
    sim_link_desk (world, SIM_PHRASE_OBJECTIVE_DONE, (int32_t) index);
  } else if (own_alive (world) == 0) {
    objective->state = SIM_OBJECTIVE_LOST;
  }
}

static void
emit_objective (SimWorld *world, size_t index)
{
  SimObjective *objective = &world->objectives[index];
  SimMessage *message;
  float change = objective->progress - objective->said_progress;

  if (objective->state == SIM_OBJECTIVE_OPEN && change < 0.005f && change > -0.005f)
    return;
  if (objective->state != SIM_OBJECTIVE_OPEN && objective->said_progress < 0)
    return;
  message = sim_world_emit (world, SIM_MESSAGE_OBJECTIVE);
  if (message != NULL)
    message->objective = sim_world_objective (world, index);
  objective->said_progress =
      objective->state == SIM_OBJECTIVE_OPEN ? objective->progress : -1;
}

SimObjectiveChange
sim_world_objective (const SimWorld *world, size_t index)
{
  return (SimObjectiveChange){
    .index = (uint16_t) index,
    .state = world->objectives[index].state,
    .progress = world->objectives[index].progress,
  };
}

size_t
sim_world_n_objectives (const SimWorld *world)
{
  return world->n_objectives;
}

/* ---- The end ------------------------------------------------------------------------------- */

static float
task_done (const SimWorld *world)
{
  float sum = 0, weight = 0;

  for (size_t i = 0; i < world->n_objectives; i++) {
    const SimObjective *objective = &world->objectives[i];
    float done = objective->progress;

    /* Who is left at the end has survived, in that share.  */
    if (objective->def.kind == SIM_OBJECTIVE_SURVIVE_UNTIL && people (world) > 0)
      done *= (float) (people (world) - people_dead (world)) / (float) people (world);
    sum += objective->def.weight * done;
    weight += objective->def.weight;
  }
  return weight > 0 ? sum / weight : 1;
}

static void
judge (SimWorld *world)
{
  float f = people (world) > 0 ? (float) people_dead (world) / (float) people (world) : 0;
  float t = task_done (world);

  world->task = t;
  world->score = 50 * t * (1 - f / 2) +
                 (20 * (1 - f) + 20 * (float) base_exp (-6 * f)) * (0.5f + 0.5f * t) + 10;
  if (t >= 0.999f && f <= 0.2f)
    world->outcome = SIM_OUTCOME_WON;
  else if (t >= 0.6f && f <= 0.5f)
    world->outcome = SIM_OUTCOME_HELD;
  else
    world->outcome = SIM_OUTCOME_LOST;
}

/* Nobody of the Legion is left on the ground, or still to come.  */
static bool
legion_gone (const SimWorld *world)
{
  bool any = false;

  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    if (group->def.task == SIM_TASK_JAM)
      continue;
    any = true;
    if (!group->arrived && group->started > 0)
      return false;
    for (uint32_t i = group->first; i < group->first + group->count; i++)
      if (sim_unit_works (world, i))
        return false;
  }
  return any;
}

/* Everyone alive has fallen back to the base on an order, or gave ground to it.  */
static bool
withdrawn (const SimWorld *world)
{
  const SimUnits *u = &world->units;

  if (sim_tick_out (world->tick) < SIM_SECONDS (90) || !base_vec_length (world->base))
    return false;
  for (size_t i = 0; i < world->n_own; i++)
    if (sim_unit_fights (world, i) &&
        (u->mission[i] != SIM_MISSION_HOLD || u->left_tick[i] == 0 ||
         base_vec_distance (sim_unit_position (world, i), world->base) > 700))
      return false;
  return true;
}

static bool
all_decided (const SimWorld *world)
{
  for (size_t i = 0; i < world->n_objectives; i++)
    if (world->objectives[i].state == SIM_OBJECTIVE_OPEN)
      return false;
  return world->n_objectives > 0;
}

/* Nothing can change what is held when nobody is left to take it.  */
static void
settle_objectives (SimWorld *world)
{
  for (size_t i = 0; i < world->n_objectives; i++) {
    SimObjective *objective = &world->objectives[i];

    if (objective->state != SIM_OBJECTIVE_OPEN || own_alive (world) == 0)
      continue;
    if (objective->def.kind == SIM_OBJECTIVE_HOLD_AREA ||
        objective->def.kind == SIM_OBJECTIVE_SURVIVE_UNTIL) {
      objective->progress = 1;
      objective->state = SIM_OBJECTIVE_DONE;
    }
  }
}

static void
finish (SimWorld *world)
{
  SimMessage *message;

  world->finished = 1;
  world->finished_tick = world->tick;
  sim_rescue_finish (world);
  judge (world);
  message = sim_world_emit (world, SIM_MESSAGE_ENDED);
  if (message != NULL)
    message->outcome = world->outcome;
}

/* ---- The phase ----------------------------------------------------------------------------- */

static void
scenario_events (SimWorld *world)
{
  while (world->next_event < world->n_events &&
         world->events[world->next_event].at <= sim_tick_out (world->tick))
    sim_link_desk (world, SIM_PHRASE_SCENARIO_TEXT, world->events[world->next_event++].text);
}

void
sim_result_step (SimWorld *world)
{
  bool time_over = sim_tick_out (world->tick) >= world->duration;

  if (world->tick % SIM_TICKS_PER_SECOND != 0 && !time_over)
    return;
  scenario_events (world);
  for (size_t i = 0; i < world->n_objectives; i++)
    update_objective (world, i);
  if (legion_gone (world))
    settle_objectives (world);
  for (size_t i = 0; i < world->n_objectives; i++)
    emit_objective (world, i);
  if (time_over || own_alive (world) == 0 || legion_gone (world) || all_decided (world) ||
      withdrawn (world))
    finish (world);
}

SimResult
sim_world_result (const SimWorld *world)
{
  SimResult result = {
    .outcome = world->finished ? world->outcome : SIM_OUTCOME_UNDECIDED,
    .duration = sim_tick_out (world->finished ? world->finished_tick : world->tick),
    .orders_given = world->n_orders,
    .orders_done = world->orders_done,
    .orders_refused = world->orders_refused,
    .reports_sent = world->reports_sent,
    .reports_lost = world->reports_lost,
    .report_delay_sum_s = world->delay_sum_s,
    .strain_peak = world->link.strain_peak,
    .shots = world->shots,
    .hits = world->hits,
    .detections = world->detections,
  };
  SimWorld judged = *world;

  judge (&judged);
  result.score = judged.score;
  result.task = judged.task;
  result.squadron_lost = people_dead (world);
  result.squadron_alive = people (world) - result.squadron_lost;
  result.machines_lost = machines_lost (world);
  count_legion (world, &result.legion_total, &result.legion_destroyed);
  return result;
}
