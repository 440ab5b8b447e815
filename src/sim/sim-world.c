/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A world's beginning and end, and the order of a step.  */
#include "sim/sim-world.h"

#include "base/base-math.h"
#include "sim/sim-cookie.h"
#include "sim/sim-footing.h"
#include "sim/sim-hearing.h"
#include "sim/sim-jam.h"
#include "sim/sim-initiative.h"
#include "sim/sim-legion.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-result.h"
#include "sim/sim-smoke.h"
#include "sim/sim-talk.h"
#include "sim/sim-weapons.h"
#include "sim/sim-weather.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define SMALL_BATTLE 4096 /* units */
#define TURN_BLOCKS 32 /* at least */

/* ---- Making -------------------------------------------------------------------------------- */

static void
alloc_units (SimUnits *units, size_t n)
{
#define F32 float
#define U32 uint32_t
#define U16 uint16_t
#define U8 uint8_t
#define X(kind, name, count) units->name = calloc ((n + BASE_LANES) * (count), sizeof (kind));
  SIM_UNIT_COLUMNS (X)
#undef X
#undef F32
#undef U32
#undef U16
#undef U8
}

static void
free_units (SimUnits *units)
{
#define X(kind, name, count) free (units->name);
  SIM_UNIT_COLUMNS (X)
#undef X
}

static size_t
count_legion (const SimWorldDef *def)
{
  size_t n = 0;

  for (size_t g = 0; g < def->n_groups; g++)
    for (int t = 0; t < 4; t++)
      n += def->groups[g].counts[t];
  return n;
}

/* Puts a sound, rested machine of a type at a point, or on the edge of the map if that is beyond it.  */
static void
place_unit (SimWorld *world, size_t unit, SimTypeIndex type, uint8_t group, BaseVec at)
{
  SimUnits *u = &world->units;
  const SimUnitType *t = &world->rules.types[type];

  at = sim_move_on_map (world, at);
  if (!sim_role_flies (t->role))
    at = sim_router_nearest (world->router, sim_type_mobility (t), at);
  u->type[unit] = type;
  u->side[unit] = t->side;
  u->group[unit] = group;
  u->x[unit] = u->goal_x[unit] = u->post_x[unit] = at.x;
  u->y[unit] = u->goal_y[unit] = u->post_y[unit] = at.y;
  u->alive[unit] = 1;
  u->settled_tick[unit] = world->tick;
  u->pace[unit] = 1;
  u->spotted_by[unit] = SIM_NOBODY;
  sim_weapons_restock (world, unit);
  u->energy[unit] = t->energy_s;
  u->target[unit] = SIM_NOBODY;
  u->harmed_by[unit] = SIM_NOBODY;
  u->gunnery[unit] = u->driving[unit] = u->awareness[unit] = 0.5f;
  u->client[unit] = u->carrier[unit] = SIM_NOBODY;
  u->person[unit] = SIM_PERSON_NOBODY;
  memset (u->parts + unit * SIM_N_PARTS, 255, SIM_N_PARTS);
}

/* Counting sort by platoon.  */
void
sim_world_list_members (SimWorld *world)
{
  uint32_t *starts = world->member_starts;
  const uint8_t *group = world->units.group;

  memset (starts, 0, sizeof world->member_starts);
  for (size_t i = 0; i < world->n_own; i++)
    starts[group[i] + 1]++;
  for (size_t p = 0; p <= SIM_MAX_PLATOONS; p++)
    starts[p + 1] += starts[p];
  for (size_t i = 0; i < world->n_own; i++)
    world->members[starts[group[i]]++] = (uint32_t) i;
  /* Placing moved each start to its platoon's end.  */
  memmove (starts + 1, starts, (SIM_MAX_PLATOONS + 1) * sizeof *starts);
  starts[0] = 0;
}

static void
make_squadron (SimWorld *world, const SimWorldDef *def)
{
  SimUnits *u = &world->units;

  for (size_t i = 0; i < def->n_squadron; i++) {
    const SimUnitDef *unit = &def->squadron[i];

    assert (unit->type < world->rules.n_types && unit->platoon <= SIM_SUPPLY_PLATOON);
    place_unit (world, i, unit->type, unit->platoon, unit->position);
    u->present[i] = 1;
    u->heading_deg[i] = unit->heading_deg;
    u->gunnery[i] = unit->gunnery;
    u->driving[i] = unit->driving;
    u->awareness[i] = unit->awareness;
    u->base_gunnery[i] = unit->gunnery;
    u->base_driving[i] = unit->driving;
    u->base_awareness[i] = unit->awareness;
    u->trust[i] = unit->trust;
    u->leader[i] = unit->leader;
    u->captain[i] = unit->captain;
    u->temper[i] = unit->temper;
    assert (unit->loadout <= world->rules.n_loadouts);
    u->loadout[i] = unit->loadout;
    sim_weapons_restock (world, i);
    world->platoons[unit->platoon].started++;
    u->person[i] = unit->platoon == SIM_SUPPLY_PLATOON ? SIM_PERSON_NOBODY : SIM_PERSON_ABOARD;
    u->synced[i] = unit->platoon != SIM_SUPPLY_PLATOON;
    if (unit->platoon != SIM_SUPPLY_PLATOON && unit->platoon + 1u > world->n_platoons)
      world->n_platoons = unit->platoon + 1u;
  }
  sim_world_list_members (world);
  for (size_t p = 0; p < world->n_platoons; p++)
    sim_platoon_choose_leader (world, p);
  world->platoons[SIM_SUPPLY_PLATOON].leader = SIM_NOBODY;
  sim_ground_know_start (world);
}

/* A point of a disc, denser toward its middle, on the map.  */
static BaseVec
scatter (SimWorld *world, BaseVec middle, float spread_m)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_MOVEMENT];
  float angle = base_random_range (random, 0, (float) (2 * BASE_PI));
  float radius = base_random_unit (random) * spread_m;
  BaseVec at = base_vec_add (middle, base_vec_scale (base_direction (angle), radius));

  return sim_terrain_on_map (world->ground, at, 1);
}

/* A host is no crowd: it comes in companies, each with its share of all types and near its own middle,
 * which is a point of the host's disc.  */
#define COMPANY 32u
#define HOST (4 * COMPANY)

static unsigned
companies_of (const SimGroupDef *def)
{
  unsigned count = 0;

  for (int t = 0; t < 4; t++)
    count += def->counts[t];
  return count < HOST ? 1 : count / COMPANY;
}

/* The machines of one company from `unit` on; returns who comes after them.  */
static size_t
make_company (SimWorld *world, size_t index, size_t unit, unsigned company, unsigned companies,
              float odds)
{
  SimGroup *group = &world->groups[index];
  const SimGroupDef *def = &group->def;
  BaseVec middle = companies > 1 ? scatter (world, def->position, def->spread_m) : def->position;
  float spread_m = def->spread_m / (float) base_sqrt (companies);

  for (int t = 0; t < 4; t++) {
    unsigned first = def->counts[t] * company / companies;

    for (unsigned i = first; i < def->counts[t] * (company + 1) / companies; i++, unit++) {
      assert (def->types[t] < world->rules.n_types);
      place_unit (world, unit, def->types[t], (uint8_t) index, scatter (world, middle, spread_m));
      group->has_mines |= world->rules.types[def->types[t]].role == SIM_ROLE_MINE;
      /* Guided play meets fewer of each type: the last of each five stay away.  */
      if (odds < 1 && i % 5 == 4)
        world->units.alive[unit] = 0;
    }
  }
  return unit;
}

static size_t
make_group (SimWorld *world, size_t index, size_t unit, float odds)
{
  SimGroup *group = &world->groups[index];
  unsigned companies = companies_of (&group->def);

  group->first = (uint32_t) unit;
  group->centre = group->def.position;
  for (unsigned company = 0; company < companies; company++)
    unit = make_company (world, index, unit, company, companies, odds);
  group->count = (uint32_t) unit - group->first;
  for (uint32_t i = group->first; i < unit; i++)
    group->started += world->units.alive[i];
  group->alive = group->started;
  group->spotter = SIM_NOBODY;
  return unit;
}

static SimObjective
objective_of (const SimObjectiveDef *def)
{
  SimObjective objective = {.def = *def, .state = SIM_OBJECTIVE_OPEN};

  if (def->hidden)
    objective.state = SIM_OBJECTIVE_HIDDEN;
  else if (def->after > 0)
    objective.state = SIM_OBJECTIVE_LATER;
  objective.said_state = objective.state;
  return objective;
}

static void
copy_definition (SimWorld *world, const SimWorldDef *def)
{
  assert (def->cookie == SIM_WORLD_COOKIE && def->rules->cookie == SIM_RULES_COOKIE);
  assert (def->n_groups <= SIM_MAX_GROUPS && def->n_objectives <= SIM_MAX_OBJECTIVES);
  assert (def->n_events <= SIM_MAX_EVENTS);
  world->rules = *def->rules;
  world->seed = def->seed;
  world->duration = def->duration;
  world->base = def->base;
  assert (def->convoy.n_route <= SIM_MAX_ROUTE);
  world->convoy = def->convoy;
  world->learning = def->learning;
  memset (world->learning.losses, 0, sizeof world->learning.losses);
  world->n_own = def->n_squadron;
  world->n_groups = def->n_groups;
  world->n_objectives = def->n_objectives;
  world->n_events = def->n_events;
  for (size_t i = 0; i < def->n_groups; i++)
    world->groups[i].def = def->groups[i];
  for (size_t i = 0; i < def->n_objectives; i++)
    world->objectives[i] = objective_of (&def->objectives[i]);
  if (def->n_events > 0)
    memcpy (world->events, def->events, def->n_events * sizeof *def->events);
}

static void
set_conditions (SimWorld *world, const SimWorldDef *def)
{
  static const float errors[] = {0.7f, 1, 1.3f}, waits[] = {0.7f, 1, 1.2f};

  world->start_hour = def->start_hour;
  world->weather = world->weather_before = def->weather;
  world->wind_from_deg = def->wind_from_deg;
  world->wind_mps = def->wind_mps;
  world->difficulty_error = errors[def->difficulty];
  world->difficulty_wait = waits[def->difficulty];
}

/* In a large battle those of a block take their turns together: neighbours by id are neighbours on the
 * map, so what one has looked at is at hand for the next, where every fifth of all units would go round
 * the whole map in every tick.  A battle of up to SMALL_BATTLE lies in the cache anyway.  Enough blocks that
 * every tick has as much to do as the next.  */
static unsigned
turn_shift_of (size_t n_units)
{
  unsigned shift = 0;

  if (n_units < SMALL_BATTLE)
    return 0;
  while (n_units >> (shift + 1) >= TURN_BLOCKS)
    shift++;
  return shift;
}

/* Room in the air for what a fight of this size never fires at once.  */
static void
make_weapons (SimWorld *world, const SimWorldDef *def)
{
  size_t most = 256 + 2 * world->n_units;

  world->max_shells = (uint32_t) (most < 16384 ? most : 16384);
  world->shells = calloc (world->max_shells, sizeof *world->shells);
  world->wall_rounds = def->wall_rounds;
  world->wall_grant = def->wall_grant;
  world->wall_weapon = -1;
  for (int i = 0; i < world->rules.n_weapons; i++)
    if (world->rules.weapons[i].wall > 0)
      world->wall_weapon = i;
  for (size_t g = 0; g < SIM_MAX_GROUPS; g++)
    world->batteries[g].spotter = world->batteries[g].target = SIM_NOBODY;
}

void
sim_world_reseed (SimWorld *world, uint64_t seed)
{
  for (unsigned i = 0; i < SIM_N_RANDOMS; i++)
    base_random_init (&world->randoms[i], seed, i);
}

SimWorld *
sim_world_new (const SimWorldDef *def)
{
  static const float odds[] = {0.8f, 1, 1.2f};
  SimWorld *world = calloc (1, sizeof *world);
  size_t unit;

  copy_definition (world, def);
  set_conditions (world, def);
  world->tick = SIM_EPOCH;
  sim_weather_step (world);
  world->ground = sim_ground_new (&def->terrain);
  world->router = sim_router_new (world->ground);
  for (int i = 0; i < world->ground->n_minefields; i++)
    for (int side = 0; side < 2; side++)
      world->mines_known[side] |= (uint32_t) (world->ground->minefields[i].known >> side & 1) << i;
  world->n_units = def->n_squadron + count_legion (def);
  world->turn_shift = turn_shift_of (world->n_units);
  alloc_units (&world->units, world->n_units);
  world->kills = calloc (world->n_units + 1, sizeof *world->kills);
  world->orders = calloc (SIM_MAX_ORDERS, sizeof *world->orders);
  world->messages = calloc (SIM_MAX_STEP_MESSAGES, sizeof *world->messages);
  world->members = calloc (world->n_own + 1, sizeof *world->members);
  world->watches = aligned_alloc (_Alignof (SimWatch), (world->n_units + 1) * sizeof *world->watches);
  memset (world->watches, 0, (world->n_units + 1) * sizeof *world->watches);
  sim_grid_init (&world->grid, def->terrain.width_m, def->terrain.height_m, world->n_units);
  world->haze.squares = calloc (sim_grid_n_cells (&world->grid), sizeof *world->haze.squares);
  world->eyes = calloc (world->n_units + 1, sizeof *world->eyes);
  world->needs.listed = calloc (world->n_own + 1, sizeof *world->needs.listed);
  world->needs.sorted = calloc (world->n_own + 1, sizeof *world->needs.sorted);
  world->needs.starts =
      calloc (sim_grid_n_cells (&world->grid) + 1, sizeof *world->needs.starts);
  world->needs.most_in = calloc (sim_grid_n_cells (&world->grid), sizeof *world->needs.most_in);
  world->needs.most_along = calloc ((size_t) world->grid.rows, sizeof *world->needs.most_along);
  world->needs.servers = calloc (world->n_own + 1, sizeof *world->needs.servers);
  make_weapons (world, def);
  sim_world_reseed (world, def->seed);
  sim_talk_init (world);
  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
    world->sightings[i].spotter = SIM_NOBODY;
  world->link.next_utterance = world->link.next_report = 1;
  make_squadron (world, def);
  unit = def->n_squadron;
  for (size_t g = 0; g < def->n_groups; g++)
    unit = make_group (world, g, unit, odds[def->difficulty]);
  sim_legion_begin (world);
  sim_jam_init (world);
  sim_hearing_init (world, def);
  return world;
}

void
sim_world_free (SimWorld *world)
{
  if (world == NULL)
    return;
  free_units (&world->units);
  free (world->kills);
  free (world->shells);
  free (world->orders);
  free (world->messages);
  free (world->members);
  free (world->watches);
  free (world->eyes);
  free (world->needs.listed);
  free (world->needs.sorted);
  free (world->needs.starts);
  free (world->needs.most_in);
  free (world->needs.most_along);
  free (world->needs.servers);
  free (world->haze.squares);
  sim_grid_clear (&world->grid);
  sim_router_free (world->router);
  sim_ground_free (world->ground);
  free (world);
}

/* ---- Stepping ------------------------------------------------------------------------------ */

SimMessage *
sim_world_emit (SimWorld *world, SimMessageKind kind)
{
  SimMessage *message;

  if (world->n_messages == SIM_MAX_STEP_MESSAGES)
    return NULL;
  message = &world->messages[world->n_messages++];
  memset (message, 0, sizeof *message);
  message->kind = (uint8_t) kind;
  message->t = sim_tick_out (world->tick);
  return message;
}

/* Groups enter the battle when their time has come.  */
static void
arrivals (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    SimGroup *group = &world->groups[g];

    if (group->arrived || world->tick < sim_script_arrival (world, &group->def))
      continue;
    group->arrived = 1;
    for (uint32_t i = group->first; i < group->first + group->count; i++)
      world->units.present[i] = world->units.alive[i];
  }
}

static void
movement_phase (SimWorld *world)
{
  sim_movement_step (world);
  sim_footing_step (world);
}

void
sim_world_make_grid (SimWorld *world)
{
  const SimUnits *u = &world->units;
  const SimGridUnits units = {u->x, u->y, u->side, u->present, u->alive, world->n_units};

  sim_grid_rebuild (&world->grid, &units);
}

static void
link_phase (SimWorld *world)
{
  sim_link_step (world);
  sim_result_step (world);
}

void
sim_world_step (SimWorld *world)
{
  static void (*const phases[SIM_N_PHASES]) (SimWorld *) = {
    [SIM_PHASE_ORDERS] = sim_orders_step,       [SIM_PHASE_MOVEMENT] = movement_phase,
    [SIM_PHASE_GRID] = sim_world_make_grid,     [SIM_PHASE_SENSING] = sim_sensing_step,
    [SIM_PHASE_DECISIONS] = sim_decisions_step, [SIM_PHASE_WEAPONS] = sim_weapons_step,
    [SIM_PHASE_LINK] = link_phase,
  };

  world->n_messages = 0;
  if (world->finished) {
    world->n_pending = world->n_queue_edits = 0;
    return;
  }
  world->tick++;
  arrivals (world);
  sim_weather_step (world);
  sim_smoke_step (world);
  /* Clouds drift before the grid is made anew, not after.  */
  if (world->tick % SIM_TICKS_PER_SECOND == 9)
    sim_jam_step (world);
  for (unsigned phase = 0; phase < SIM_N_PHASES; phase++) {
    if (world->phase_func != NULL)
      world->phase_func (phase, world->phase_data);
    phases[phase](world);
  }
  if (world->phase_func != NULL)
    world->phase_func (SIM_N_PHASES, world->phase_data);
}

bool
sim_world_submit (SimWorld *world, const SimCommand *command)
{
  assert (command->id != 0);
  if (world->n_pending == SIM_MAX_PENDING || world->n_orders + world->n_pending >= SIM_MAX_ORDERS)
    return false;
  world->pending[world->n_pending++] = *command;
  return true;
}

/* ---- Looking ------------------------------------------------------------------------------- */

const SimMessage *
sim_world_messages (const SimWorld *world, size_t *n_messages)
{
  *n_messages = world->n_messages;
  return world->messages;
}

SimTick
sim_world_tick (const SimWorld *world)
{
  return sim_tick_out (world->tick);
}

bool
sim_world_is_finished (const SimWorld *world)
{
  return world->finished;
}

SimGround
sim_world_ground (const SimWorld *world)
{
  return *world->ground;
}

size_t
sim_world_n_units (const SimWorld *world)
{
  return world->n_units;
}

SimUnitTruth
sim_world_unit (const SimWorld *world, size_t i)
{
  const SimUnits *u = &world->units;
  SimUnitTruth truth = {
    .id = sim_unit_id (i),
    .type = u->type[i],
    .side = u->side[i],
    .platoon = u->group[i],
    .present = u->present[i],
    .alive = u->alive[i],
    .pilot_dead = u->pilot_dead[i],
    .person = u->person[i],
    .wounds = u->wounds[i],
    .recovered = u->recovered[i],
    .taken = u->wreck[i] == SIM_WRECK_TAKEN && !u->recovered[i],
    .activity = u->activity[i],
    .position = sim_unit_position (world, i),
    .heading_deg = u->heading_deg[i],
    .ammunition = u->ammunition[i],
    .stress = u->stress[i] / 100,
    .suppression = u->suppression[i],
    .carrier = u->carrier[i],
  };

  assert (i < world->n_units);
  memcpy (truth.parts, u->parts + i * SIM_N_PARTS, SIM_N_PARTS);
  return truth;
}

SimStand
sim_world_stand (const SimWorld *world, size_t i)
{
  const SimUnits *u = &world->units;

  assert (i < world->n_units);
  return (SimStand){.position = sim_unit_position (world, i),
                    .side = u->side[i],
                    .works = u->present[i] && u->alive[i],
                    .type = u->type[i]};
}

const SimKill *
sim_world_kills (const SimWorld *world, size_t *n_kills)
{
  *n_kills = world->n_kills;
  return world->kills;
}

void
sim_world_set_phase_func (SimWorld *world, SimPhaseFunc func, void *data)
{
  world->phase_func = func;
  world->phase_data = data;
}
