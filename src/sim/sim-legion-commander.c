/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Shepherd: which axis has the main effort, when the reserve goes and where, when all hold their
 * breath and turn elsewhere, when it is enough.
 *
 * It reckons with what its own have seen and suffered.  Axes are the different ways by which the
 * plan of the day lets groups come.  Without a Shepherd nobody does any of this; when one dies,
 * those around are confused for a while, and the rest fight on where they are.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-movement.h"

#define AXIS_APART_M 1500.0f
#define MOST_SHIFTS 2
#define AXIS_PATIENCE_S 150
#define AXIS_LOSS 0.25f    /* share of what came by the axis */
#define RESERVE_PATIENCE_S 300
#define SUCCESS_S 90
#define COMMAND_LEAST_M 1500.0f
#define COMMAND_MOST_M 2300.0f

static bool
is_led (const SimWorld *world)
{
  return world->commander.shepherd != SIM_NOBODY;
}

/* Groups whose way is the commander's to say.  */
static bool
is_movable (const SimGroup *group)
{
  return group->def.task == SIM_TASK_ATTACK || group->def.task == SIM_TASK_FLANK ||
         group->def.task == SIM_TASK_RESERVE;
}

static bool
is_of_the_force (const SimGroup *group)
{
  return is_movable (group) || group->def.task == SIM_TASK_SCOUT;
}

static float
value_of (const SimWorld *world, const SimGroup *group, bool alive)
{
  float value = 0;

  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (!alive || world->units.alive[i])
      value += sim_unit_type (world, i)->value;
  return value;
}

/* ---- Axes ---------------------------------------------------------------------------------- */

/* The point by which two ways differ: the middle one.  */
static BaseVec
middle (const SimGroup *group)
{
  return group->def.n_route > 0 ? group->def.route[(group->def.n_route - 1) / 2]
                                : group->def.position;
}

static uint8_t
axis_of (SimWorld *world, size_t index)
{
  SimCommander *commander = &world->commander;
  const SimGroup *group = &world->groups[index];

  for (uint8_t a = 0; a < commander->n_axes; a++)
    if (base_vec_distance (middle (&world->groups[commander->axis_groups[a]]), middle (group)) <
        AXIS_APART_M)
      return a;
  if (commander->n_axes == SIM_MAX_AXES)
    return 0;
  commander->axis_groups[commander->n_axes] = (uint8_t) index;
  return commander->n_axes++;
}

static void
choose_main (SimWorld *world)
{
  float values[SIM_MAX_AXES] = {0};
  SimCommander *commander = &world->commander;

  for (size_t g = 0; g < world->n_groups; g++) {
    SimGroup *group = &world->groups[g];

    if (!is_of_the_force (group) || group->def.n_route == 0)
      continue;
    group->axis = axis_of (world, g);
    if (is_movable (group))
      values[group->axis] += value_of (world, group, true);
  }
  for (uint8_t a = 1; a < commander->n_axes; a++)
    if (values[a] > values[commander->main])
      commander->main = a;
}

void
sim_commander_begin (SimWorld *world)
{
  SimCommander *commander = &world->commander;

  commander->shepherd = SIM_NOBODY;
  commander->axis_tick = world->tick;
  for (uint32_t i = (uint32_t) world->n_own; i < world->n_units; i++)
    if (world->units.mind[i] == SIM_MIND_SHEPHERD && world->units.alive[i] && !is_led (world)) {
      commander->shepherd = i;
      commander->had = 1;
    }
  choose_main (world);
}

/* How strong it believes the squadron to be along an axis.  */
static float
resistance (const SimWorld *world, uint8_t axis)
{
  const SimCommander *commander = &world->commander;
  const SimGroupDef *def = &world->groups[commander->axis_groups[axis]].def;
  float most = 0;

  for (int i = 0; i < def->n_route; i++) {
    float value = sim_legion_sighted_value (world, def->route[i], 2000);

    most = value > most ? value : most;
  }
  return most + commander->lost[axis];
}

/* ---- Breath -------------------------------------------------------------------------------- */

static float
value_on_axis (const SimWorld *world, uint8_t axis)
{
  float value = 0;

  for (size_t g = 0; g < world->n_groups; g++)
    if (is_movable (&world->groups[g]) && world->groups[g].axis == axis)
      value += value_of (world, &world->groups[g], true);
  return value;
}

/* The main effort costs more than it brings.  */
static bool
is_stalled (const SimWorld *world)
{
  const SimCommander *commander = &world->commander;
  float lost = commander->lost[commander->main];

  return !sim_within (world, commander->axis_tick, AXIS_PATIENCE_S) &&
         lost > commander->won[commander->main] &&
         lost >= AXIS_LOSS * (lost + value_on_axis (world, commander->main));
}

static uint8_t
weakest_axis (const SimWorld *world)
{
  const SimCommander *commander = &world->commander;
  uint8_t best = commander->main;
  float least = 1e9f;

  for (uint8_t a = 0; a < commander->n_axes; a++) {
    float value = resistance (world, a);

    if (a != commander->main && value < least) {
      least = value;
      best = a;
    }
  }
  return best;
}

/* Goes on by another way: from the point of it that is nearest, not back past it.  */
static void
take_axis (SimGroup *group, const SimGroupDef *way, uint8_t axis)
{
  float nearest = 1e9f;

  group->axis = axis;
  group->def.n_route = way->n_route;
  for (int i = 0; i < way->n_route; i++) {
    float distance = base_vec_distance (group->centre, way->route[i]);

    group->def.route[i] = way->route[i];
    if (distance < nearest) {
      nearest = distance;
      group->way = (uint8_t) i;
    }
  }
  group->ordered = 1;
}

static void
shift (SimWorld *world)
{
  SimCommander *commander = &world->commander;
  uint8_t axis = weakest_axis (world);
  SimGroupDef way = world->groups[commander->axis_groups[axis]].def;

  for (size_t g = 0; g < world->n_groups; g++)
    if (is_movable (&world->groups[g]) && world->groups[g].axis == commander->main)
      take_axis (&world->groups[g], &way, axis);
  commander->main = axis;
  commander->axis_tick = world->tick;
  commander->shifts++;
}

static void
breathe (SimWorld *world)
{
  SimCommander *commander = &world->commander;
  SimPlay *play;

  if (commander->breath_tick != 0) {
    play = &world->plays[commander->breath_play];
    if (world->tick < commander->breath_tick)
      return;
    commander->breath_tick = 0;
    shift (world);
    play->place = middle (&world->groups[commander->axis_groups[commander->main]]);
    sim_play_strike (world, play);
    return;
  }
  if (commander->n_axes < 2 || commander->shifts == MOST_SHIFTS || !is_stalled (world))
    return;
  play = sim_play_new (world, SIM_PATTERN_BREATH, SIM_PLAY_EVERYBODY);
  if (play == NULL)
    return;
  sim_play_tell (world, play, sim_unit_position (world, commander->shepherd));
  commander->breath_play = (uint8_t) (play - world->plays);
  commander->breath_tick = play->due;
}

/* ---- Reserve and end ----------------------------------------------------------------------- */

/* Success is followed at once; without any, after a time, it goes with the main effort.  */
static bool
reserve_goes (const SimWorld *world)
{
  const SimCommander *commander = &world->commander;

  if (commander->success_tick != 0 && sim_within (world, commander->success_tick, SUCCESS_S))
    return true;
  return world->fight_tick != 0 && !sim_within (world, world->fight_tick, RESERVE_PATIENCE_S);
}

static void
commit_reserve (SimWorld *world)
{
  SimCommander *commander = &world->commander;
  const SimGroupDef *way = &world->groups[commander->axis_groups[commander->main]].def;
  bool success = commander->success_tick != 0 &&
                 sim_within (world, commander->success_tick, SUCCESS_S);

  for (size_t g = 0; g < world->n_groups; g++) {
    SimGroup *group = &world->groups[g];

    if (group->def.task != SIM_TASK_RESERVE || group->committed || !sim_group_acts (group))
      continue;
    group->committed = 1;
    group->goal = success || way->n_route == 0 ? commander->success
                                               : way->route[way->n_route - 1];
  }
}

/* It is enough when half is gone and the price was not paid back.  */
static void
consider_end (SimWorld *world)
{
  SimCommander *commander = &world->commander;
  float started = 0, left = 0, lost = 0, won = 0;

  for (size_t g = 0; g < world->n_groups; g++)
    if (is_of_the_force (&world->groups[g])) {
      started += (float) world->groups[g].started;
      left += (float) world->groups[g].alive;
    }
  for (int a = 0; a < SIM_MAX_AXES; a++) {
    lost += commander->lost[a];
    won += commander->won[a];
  }
  if (started > 0 && started - left >= world->rules.legion_force_loss * started && won < lost)
    commander->withdrawing = 1;
}

/* The last shot of anybody, and the first: then all that stand where they stand are noted, so that
 * afterwards it can be told who came later (learning; nothing is planned from it).  */
static void
watch_shots (SimWorld *world)
{
  SimCommander *commander = &world->commander;

  if (world->shots == commander->shots_seen)
    return;
  commander->shots_seen = world->shots;
  commander->shot_tick = world->tick;
  if (world->fight_tick != 0)
    return;
  world->fight_tick = world->tick;
  for (size_t i = 0; i < world->n_own; i++) {
    world->units.stand_x[i] = world->units.x[i];
    world->units.stand_y[i] = world->units.y[i];
  }
}

void
sim_commander_step (SimWorld *world)
{
  watch_shots (world);
  if (!is_led (world))
    return;
  breathe (world);
  if (reserve_goes (world))
    commit_reserve (world);
  consider_end (world);
}

/* ---- Groups -------------------------------------------------------------------------------- */

/* The Shepherd himself keeps out of the first line.  */
void
sim_commander_keep_back (SimWorld *world, const SimGroup *group)
{
  uint32_t shepherd = world->commander.shepherd;
  const SimSighting *known;
  BaseVec at;

  if (!is_led (world) || shepherd < group->first || shepherd >= group->first + group->count ||
      group->withdrawing || world->units.dormant[shepherd])
    return;
  at = sim_unit_position (world, shepherd);
  known = sim_legion_sighting (world, at, COMMAND_MOST_M);
  if (known != NULL)
    sim_unit_stand_off (world, shepherd, known->position, COMMAND_LEAST_M, COMMAND_MOST_M);
}

static void
act_as_reserve (SimWorld *world, SimGroup *group)
{
  const SimSighting *known;

  if (!group->committed) {
    sim_group_halt (world, group);
    return;
  }
  known = sim_legion_sighting (world, group->goal, 1500);
  if (sim_legion_sees (world, group) &&
      base_vec_distance (group->centre, group->enemy) < SIM_ENGAGE_M)
    sim_group_engage (world, group, group->enemy);
  else if (known != NULL && base_vec_distance (group->centre, known->position) < SIM_ENGAGE_M)
    sim_group_engage (world, group, known->position);
  else
    sim_group_send (world, group, group->goal, SIM_SPACING_M, SIM_POSTURE_NORMAL);
}

/* A group that was sent by another axis does not let itself be held by what it leaves behind.  */
static bool
act_as_shifted (SimWorld *world, SimGroup *group)
{
  if (group->way + 1 >= group->def.n_route ||
      (sim_legion_sees (world, group) &&
       base_vec_distance (group->centre, group->enemy) < SIM_SIGHTING_NEAR_M))
    return false;
  sim_group_follow_route (world, group, SIM_SPACING_M, SIM_POSTURE_FAST);
  return true;
}

bool
sim_commander_group (SimWorld *world, SimGroup *group)
{
  const SimCommander *commander = &world->commander;

  if (!is_led (world) || !is_of_the_force (group))
    return false;
  if (commander->breath_tick != 0) {
    sim_group_halt (world, group);
    return true;
  }
  if (group->def.task == SIM_TASK_RESERVE && group->def.pattern == 0) {
    act_as_reserve (world, group);
    return true;
  }
  return group->ordered && act_as_shifted (world, group);
}

/* ---- Death --------------------------------------------------------------------------------- */

void
sim_commander_lost (SimWorld *world, size_t shepherd)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, shepherd);

  for (size_t i = world->n_own; i < world->n_units; i++) {
    float seconds;

    if (!sim_unit_works (world, i) || u->dormant[i] ||
        base_vec_distance (at, sim_unit_position (world, i)) > world->rules.legion_confusion_m)
      continue;
    seconds = base_random_range (&world->randoms[SIM_RANDOM_LEGION],
                                 world->rules.legion_confusion_least_s,
                                 world->rules.legion_confusion_most_s);
    u->confused_tick[i] = world->tick + SIM_SECONDS ((double) seconds);
  }
  if (world->commander.shepherd == shepherd) {
    world->commander.shepherd = SIM_NOBODY;
    world->commander.breath_tick = 0;
  }
}

/* What was destroyed, ours or theirs, counts for the axis that is fought on.  */
void
sim_commander_count (SimWorld *world, size_t shooter, size_t victim)
{
  SimCommander *commander = &world->commander;
  float value = sim_unit_type (world, victim)->value;

  if (victim >= world->n_own) {
    commander->lost[world->groups[world->units.group[victim]].axis] += value;
    return;
  }
  if (shooter == SIM_NOBODY || shooter < world->n_own)
    return;
  commander->won[world->groups[world->units.group[shooter]].axis] += value;
  commander->success = sim_unit_position (world, victim);
  commander->success_tick = world->tick;
}
