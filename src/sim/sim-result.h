/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objectives, events of the scenario, the end and the score: what their files share (private to
 * sim).  All act on the world of the step under way; none fails.  */
#pragma once

#include "sim/sim-world.h"

/* ---- sim-objective.c ----------------------------------------------------------------------- */

/* Machines of one side that work, within a circle; jammers are not on the ground, and Scavengers hold
 * none.  */
unsigned sim_count_within (const SimWorld *world, SimSide side, BaseVec at, float radius);
unsigned sim_count_own_alive (const SimWorld *world);   /* machines that fight */
unsigned sim_count_people (const SimWorld *world);      /* who started: none in a Scavenger */
unsigned sim_count_people_dead (const SimWorld *world);
/* Machines of the Legion that fight: those of the battle, and those destroyed.  */
void sim_count_legion (const SimWorld *world, unsigned *total, unsigned *destroyed);

/* Once a second.  */
void sim_objective_update (SimWorld *world, size_t index);
/* A hidden one is told of and counts; an undecided one does not count any more.  */
void sim_objective_give (SimWorld *world, size_t index);
void sim_objective_call_off (SimWorld *world, size_t index);
/* Says what has changed since it was last said.  */
void sim_objective_emit (SimWorld *world, size_t index);
/* Whether all that is asked is decided, either way.  */
bool sim_objectives_decided (const SimWorld *world);
/* At the end: what needs only that the battle ends is done, and, with the Legion gone, all that
 * nobody is left to prevent.  */
void sim_objectives_settle (SimWorld *world, bool legion_gone);
/* The task t, 0..1, by weight.  */
float sim_objectives_task (const SimWorld *world);

/* Whether the group takes ground or lives: not what only jams, and not what comes for the dead.  */
static inline bool
sim_group_fights (const SimGroup *group)
{
  return group->def.task != SIM_TASK_JAM && group->def.task != SIM_TASK_GLEAN;
}

/* ---- sim-script.c -------------------------------------------------------------------------- */

/* Once a second.  */
void sim_script_step (SimWorld *world);
/* The tick (inside) at which a group enters, SIM_TICK_NEVER while its event has not happened.  */
SimTick sim_script_arrival (const SimWorld *world, const SimGroupDef *group);
/* Whether a group that has not come may still come, with no Legion left on the ground.  */
bool sim_script_may_call (const SimWorld *world, const SimGroupDef *group);

/* Whether another task may still be given, all that was asked being decided.  */
bool sim_script_may_give (const SimWorld *world);

/* ---- sim-result.c -------------------------------------------------------------------------- */

/* One more that the handler has to answer for, of whatever kind; each takes 0.2 of k (design: play,
 * "Task, people, score").  `t` is the tick (inside) at which it began.  */
void sim_result_fault (SimWorld *world, SimFaultKind kind, size_t platoon, SimTick t);
/* score = 50 t (1 - f/2) + (20 (1 - f) + 20 e^(-6f)) (0.5 + 0.5 t) + 10 k, 0..100.  */
float sim_result_score (float task, float dead_share, unsigned faults);
/* won: t = 1 and f <= 0.2; held: t >= 0.6 and f <= 0.5; else lost.  */
SimOutcome sim_result_outcome (float task, float dead_share);
