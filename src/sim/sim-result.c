/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a battle and its score (design: play, "Task, people, score").  */
#include "sim/sim-result.h"

#include "base/base-math.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-talk.h"

/* ---- Score --------------------------------------------------------------------------------- */

void
sim_result_fault (SimWorld *world, SimFaultKind kind, size_t platoon, SimTick t)
{
  if (world->faults < SIM_MAX_FAULTS)
    world->faults_told[world->faults] = (SimFault){t, (uint8_t) kind, (uint8_t) platoon};
  if (world->faults < UINT16_MAX)
    world->faults++;
}

size_t
sim_world_n_faults (const SimWorld *world)
{
  return world->faults < SIM_MAX_FAULTS ? world->faults : SIM_MAX_FAULTS;
}

SimFault
sim_world_fault (const SimWorld *world, size_t index)
{
  SimFault fault = world->faults_told[index];

  fault.t = sim_tick_out (fault.t);
  return fault;
}

float
sim_result_score (float task, float dead_share, unsigned faults)
{
  float t = task, f = dead_share, k = 0;

  if (faults < SIM_FAULTS_THAT_COST)
    k = 1 - (float) faults * (1.0f / SIM_FAULTS_THAT_COST);
  return 50 * t * (1 - f / 2) +
         (20 * (1 - f) + 20 * (float) base_exp (-6 * f)) * (0.5f + 0.5f * t) +
         SIM_FAULT_POINTS * SIM_FAULTS_THAT_COST * k;
}

SimOutcome
sim_result_outcome (float task, float dead_share)
{
  if (task >= 0.999f && dead_share <= 0.2f)
    return SIM_OUTCOME_WON;
  if (task >= 0.6f && dead_share <= 0.5f)
    return SIM_OUTCOME_HELD;
  return SIM_OUTCOME_LOST;
}

/* People, not machines.  */
static float
dead_share (const SimWorld *world)
{
  unsigned people = sim_count_people (world);

  return people > 0 ? (float) sim_count_people_dead (world) / (float) people : 0;
}

static void
judge (SimWorld *world)
{
  float dead = dead_share (world);

  world->task = sim_objectives_task (world);
  world->score = sim_result_score (world->task, dead, world->faults);
  world->outcome = sim_result_outcome (world->task, dead);
}

/* ---- The end ------------------------------------------------------------------------------- */

/* Nobody of the Legion is left on the ground, or still to come.  */
static bool
legion_gone (const SimWorld *world)
{
  bool any = false;

  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    if (!sim_group_fights (group))
      continue;
    any = true;
    for (uint32_t i = group->first; group->arrived && i < group->first + group->count; i++)
      if (sim_unit_works (world, i))
        return false;
  }
  for (size_t g = 0; g < world->n_groups; g++)
    if (!world->groups[g].arrived && world->groups[g].started > 0 &&
        sim_group_fights (&world->groups[g]) &&
        sim_script_may_call (world, &world->groups[g].def))
      return false;
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

static void
finish (SimWorld *world)
{
  SimMessage *message;

  world->finished = 1;
  world->finished_tick = world->tick;
  sim_rescue_finish (world);
  judge (world);
  sim_talk_close (world);
  message = sim_world_emit (world, SIM_MESSAGE_ENDED);
  if (message != NULL)
    message->outcome = world->outcome;
}

/* ---- The phase ----------------------------------------------------------------------------- */

void
sim_result_step (SimWorld *world)
{
  bool time_over = sim_tick_out (world->tick) >= world->duration, gone, decided;

  if (world->tick % SIM_TICKS_PER_SECOND != 0 && !time_over)
    return;
  for (size_t i = 0; i < world->n_objectives; i++)
    sim_objective_update (world, i);
  /* After the objectives: what one of them brings about comes before the end that it would be.  */
  sim_script_step (world);
  gone = legion_gone (world);
  decided = sim_objectives_decided (world) && !sim_script_may_give (world);
  if (gone || decided)
    sim_objectives_settle (world, gone);
  for (size_t i = 0; i < world->n_objectives; i++)
    sim_objective_emit (world, i);
  if (time_over || sim_count_own_alive (world) == 0 || gone || decided || withdrawn (world))
    finish (world);
}

SimResult
sim_world_result (const SimWorld *world)
{
  SimResult result = {
    .outcome = world->finished ? world->outcome : SIM_OUTCOME_UNDECIDED,
    .faults = world->faults,
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

  result.squadron_lost = sim_count_people_dead (world);
  result.task = sim_objectives_task (world);
  result.score = sim_result_score (result.task, dead_share (world), world->faults);
  result.squadron_alive = sim_count_people (world) - result.squadron_lost;
  for (size_t i = 0; i < world->n_own; i++)
    result.machines_lost += !world->units.alive[i];
  for (size_t i = 0; i < world->n_units; i++) {
    bool taken = world->units.wreck[i] == SIM_WRECK_TAKEN && !world->units.recovered[i];

    result.wrecks_taken += taken;
    result.bodies_taken += taken && i < world->n_own && world->units.pilot_dead[i];
  }
  sim_count_legion (world, &result.legion_total, &result.legion_destroyed);
  return result;
}
