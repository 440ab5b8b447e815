/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objectives: how far each has got, when it is decided, and who is told (design: play, "Task,
 * people, score": partial always; nothing is lost before the end but what can not be had).  */
#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-result.h"

/* ---- Counting ------------------------------------------------------------------------------ */

unsigned
sim_count_within (const SimWorld *world, SimSide side, BaseVec at, float radius)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_units; i++)
    n += world->units.side[i] == side && sim_unit_works (world, i) &&
         !sim_role_flies (sim_unit_type (world, i)->role) && !sim_unit_is_supply (world, i) &&
         base_vec_distance (sim_unit_position (world, i), at) <= radius;
  return n;
}

unsigned
sim_count_own_alive (const SimWorld *world)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += sim_unit_fights (world, i);
  return n;
}

unsigned
sim_count_people (const SimWorld *world)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += !sim_unit_is_supply (world, i);
  return n;
}

unsigned
sim_count_people_dead (const SimWorld *world)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += world->units.pilot_dead[i];
  return n;
}

/* Whether it is one of those asked for: of a type, or, for SIM_TYPE_UNKNOWN, all that fight.  */
static bool
counts (const SimWorld *world, size_t unit, SimTypeIndex type)
{
  if (type != SIM_TYPE_UNKNOWN)
    return world->units.type[unit] == type;
  return !sim_role_flies (sim_unit_type (world, unit)->role);
}

static void
count_legion (const SimWorld *world, SimTypeIndex type, unsigned *total, unsigned *destroyed)
{
  *total = *destroyed = 0;
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    /* Who waits for something that did not happen was never in the battle.  */
    for (uint32_t i = group->first;
         (group->arrived || group->def.on_event == 0) && i < group->first + group->count; i++)
      *total += counts (world, i, type);
  }
  for (uint32_t k = 0; k < world->n_kills; k++)
    *destroyed += world->kills[k].victim >= world->n_own &&
                  counts (world, world->kills[k].victim, type);
}

void
sim_count_legion (const SimWorld *world, unsigned *total, unsigned *destroyed)
{
  count_legion (world, SIM_TYPE_UNKNOWN, total, destroyed);
}

/* ---- Progress ------------------------------------------------------------------------------ */

static bool
is_ours (const SimObjectiveDef *def, unsigned own, unsigned legion)
{
  if (def->kind == SIM_OBJECTIVE_DELAY)
    return legion < def->count || own >= legion;
  return own > 0 && own >= legion;
}

/* Those of a type that have got to the place, by those that set out.  */
static float
escorted (const SimWorld *world, const SimObjectiveDef *def)
{
  unsigned all = 0, there = 0;

  for (size_t i = 0; i < world->n_units; i++) {
    if (world->units.side[i] != SIM_SIDE_REPUBLIC || world->units.type[i] != def->type)
      continue;
    all++;
    there += world->units.alive[i] &&
             base_vec_distance (sim_unit_position (world, i), def->position) <= def->radius_m;
  }
  return all > 0 ? (float) there / ((float) all * def->share + 0.0001f) : 0;
}

/* None of those that are not there yet can come any more.  */
static bool
nobody_comes (const SimWorld *world, const SimObjectiveDef *def)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.type[i] == def->type && world->units.alive[i] &&
        world->units.parts[i * SIM_N_PARTS + SIM_PART_LEGS] > 0 &&
        base_vec_distance (sim_unit_position (world, i), def->position) > def->radius_m)
      return false;
  return true;
}

static float
progress_of (const SimWorld *world, const SimObjective *objective, unsigned own, unsigned legion)
{
  const SimObjectiveDef *def = &objective->def;
  unsigned total, destroyed;

  switch (def->kind) {
  case SIM_OBJECTIVE_HOLD_AREA:
  case SIM_OBJECTIVE_DELAY:
    return objective->progress + (is_ours (def, own, legion) ? 1 / (def->seconds + 0.001f) : 0);
  case SIM_OBJECTIVE_REACH:
    return (float) own / ((float) sim_count_own_alive (world) * def->share + 0.0001f);
  case SIM_OBJECTIVE_ESCORT:
    return base_clampf (escorted (world, def), objective->progress, 1);
  case SIM_OBJECTIVE_DESTROY:
    count_legion (world, def->by_type ? def->type : SIM_TYPE_UNKNOWN, &total, &destroyed);
    return (float) destroyed / ((float) total * def->share + 0.0001f);
  default:
    return (float) (world->tick - SIM_EPOCH) / (float) world->duration;
  }
}

static void
decide (SimWorld *world, size_t index, SimObjectiveState state)
{
  world->objectives[index].state = (uint8_t) state;
  sim_link_desk (world,
                 state == SIM_OBJECTIVE_DONE ? SIM_PHRASE_OBJECTIVE_DONE : SIM_PHRASE_OBJECTIVE_LOST,
                 (int32_t) index);
}

static bool
is_decided (const SimObjective *objective)
{
  return objective->state == SIM_OBJECTIVE_DONE || objective->state == SIM_OBJECTIVE_LOST ||
         objective->state == SIM_OBJECTIVE_CALLED_OFF;
}

/* Who is left, by the share asked.  */
static float
survived (const SimWorld *world, float share)
{
  float asked = (float) sim_count_people (world) * (share > 0 ? share : 1);

  if (asked <= 0)
    return 1;
  return base_clampf ((float) (sim_count_people (world) - sim_count_people_dead (world)) / asked, 0, 1);
}

/* What an objective comes to whose time has come: it is reached; but coming through only by those who did,
 * in part if too few are left.  */
static SimObjectiveState
conclude (const SimWorld *world, SimObjective *objective)
{
  objective->progress = objective->def.kind == SIM_OBJECTIVE_SURVIVE_UNTIL
                            ? survived (world, objective->def.share)
                            : 1;
  return objective->progress < 1 ? SIM_OBJECTIVE_LOST : SIM_OBJECTIVE_DONE;
}

/* What waited for another one begins when that is decided, either way.  */
static void
begin_later (SimWorld *world, SimObjective *objective)
{
  if (objective->state == SIM_OBJECTIVE_LATER &&
      is_decided (&world->objectives[objective->def.after - 1]))
    objective->state = SIM_OBJECTIVE_OPEN;
}

void
sim_objective_update (SimWorld *world, size_t index)
{
  SimObjective *objective = &world->objectives[index];
  const SimObjectiveDef *def = &objective->def;
  SimTick now = sim_tick_out (world->tick);
  unsigned own, legion;

  begin_later (world, objective);
  if (objective->state != SIM_OBJECTIVE_OPEN || now < def->from)
    return;
  own = sim_count_within (world, SIM_SIDE_REPUBLIC, def->position, def->radius_m);
  legion = sim_count_within (world, SIM_SIDE_LEGION, def->position, def->radius_m);
  objective->progress = base_clampf (progress_of (world, objective, own, legion), 0, 1);
  if (objective->progress > 0.9995f)
    decide (world, index, conclude (world, objective));
  else if (sim_count_own_alive (world) == 0)
    objective->state = SIM_OBJECTIVE_LOST;
  else if ((def->until > 0 && now >= def->until) ||
           (def->kind == SIM_OBJECTIVE_ESCORT && nobody_comes (world, def)) ||
           (def->kind == SIM_OBJECTIVE_DELAY && !is_ours (def, own, legion)))
    decide (world, index, SIM_OBJECTIVE_LOST);
}

void
sim_objective_give (SimWorld *world, size_t index)
{
  SimObjective *objective = &world->objectives[index];

  if (objective->state == SIM_OBJECTIVE_HIDDEN)
    objective->state = objective->def.after > 0 ? SIM_OBJECTIVE_LATER : SIM_OBJECTIVE_OPEN;
}

void
sim_objective_call_off (SimWorld *world, size_t index)
{
  SimObjective *objective = &world->objectives[index];

  if (!is_decided (objective))
    objective->state = SIM_OBJECTIVE_CALLED_OFF;
}

/* ---- Told ---------------------------------------------------------------------------------- */

void
sim_objective_emit (SimWorld *world, size_t index)
{
  SimObjective *objective = &world->objectives[index];
  SimMessage *message;
  float change = objective->progress - objective->said_progress;

  if (objective->state == SIM_OBJECTIVE_HIDDEN ||
      (objective->state == objective->said_state && change < 0.005f && change > -0.005f))
    return;
  message = sim_world_emit (world, SIM_MESSAGE_OBJECTIVE);
  if (message != NULL)
    message->objective = sim_world_objective (world, index);
  objective->said_progress = objective->progress;
  objective->said_state = objective->state;
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

bool
sim_objectives_decided (const SimWorld *world)
{
  bool any = false;

  for (size_t i = 0; i < world->n_objectives; i++) {
    const SimObjective *objective = &world->objectives[i];

    /* Coming through alive is decided by what the others ask.  */
    if (objective->def.kind == SIM_OBJECTIVE_SURVIVE_UNTIL ||
        objective->state == SIM_OBJECTIVE_HIDDEN)
      continue;
    if (!is_decided (objective))
      return false;
    any = true;
  }
  return any;
}

void
sim_objectives_settle (SimWorld *world, bool legion_gone)
{
  for (size_t i = 0; i < world->n_objectives && sim_count_own_alive (world) > 0; i++) {
    SimObjective *objective = &world->objectives[i];

    if ((objective->state != SIM_OBJECTIVE_OPEN && objective->state != SIM_OBJECTIVE_LATER) ||
        (!legion_gone && objective->def.kind != SIM_OBJECTIVE_SURVIVE_UNTIL) ||
        objective->def.kind == SIM_OBJECTIVE_DESTROY)
      continue;
    objective->state = (uint8_t) conclude (world, objective);
  }
}

float
sim_objectives_task (const SimWorld *world)
{
  float sum = 0, weight = 0;

  for (size_t i = 0; i < world->n_objectives; i++) {
    const SimObjective *objective = &world->objectives[i];
    float done = objective->progress;

    if (objective->state == SIM_OBJECTIVE_HIDDEN || objective->state == SIM_OBJECTIVE_CALLED_OFF)
      continue;
    if (objective->def.kind == SIM_OBJECTIVE_SURVIVE_UNTIL && !is_decided (objective))
      done *= survived (world, objective->def.share);
    sum += objective->def.weight * done;
    weight += objective->def.weight;
  }
  return weight > 0 ? sum / weight : 1;
}
