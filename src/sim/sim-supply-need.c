/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What machines want of a Scavenger, and whom each serves first (design: simulation, "Republic side").  */
#include "sim/sim-supply-need.h"

#include "base/base-math.h"
#include "sim/sim-weapons.h"

#include <string.h>

#define PLACE_M      500.0f   /* who and what is meant by a place */
#define NEED_M       3000.0f  /* farther goes one for who has nothing than for who misses nothing */
#define FEW_NEEDS    64       /* more are looked through by where they are */
#define MAP_MOST_M   60000.0f /* from corner to corner */
#define SEVERAL      (SIM_NOBODY - 1)
#define STORES_COUNT 0.5f     /* of what is not for the main gun */
#define DAMAGE_COUNT 0.75f    /* of a part that is gone: nobody is sent for it unasked */

/* ---- Need ---------------------------------------------------------------------------------- */

float
sim_supply_carried (const SimWorld *world, size_t unit)
{
  uint8_t loadout = world->units.loadout[unit];

  return loadout > 0 ? world->rules.loadouts[loadout - 1].ammunition
                     : sim_unit_type (world, unit)->ammunition;
}

/* Share that is gone of what its other weapons carry, of the emptiest of them.  */
static inline float
stores_missing (const SimWorld *world, size_t unit)
{
  const uint8_t *weapons;
  unsigned n = sim_unit_weapons (world, unit, &weapons);
  float most = 0;

  for (unsigned slot = 1; slot < n; slot++) {
    float carried = world->rules.weapons[weapons[slot]].rounds;
    uint32_t rounds = sim_weapon_rounds (world, unit, slot);
    float missing;

    if (rounds == SIM_ROUNDS_ENDLESS || carried <= 0)
      continue;
    missing = 1 - (float) rounds / carried;
    most = missing > most ? missing : most;
  }
  return most;
}

/* A part that can be mended: not the cockpit, which is the pilot's armour.  */
bool
sim_supply_is_broken (const SimWorld *world, size_t unit, int part)
{
  return part != SIM_PART_COCKPIT &&
         world->units.parts[unit * SIM_N_PARTS + (size_t) part] < 255 * world->rules.mend_to;
}

/* Share that is gone of the worst of the parts that can be mended.  */
static inline float
damage (const SimWorld *world, size_t unit)
{
  float worst = 255;

  for (int part = 0; part < SIM_N_PARTS; part++)
    if (sim_supply_is_broken (world, unit, part) && world->units.parts[unit * SIM_N_PARTS + (size_t) part] < worst)
      worst = world->units.parts[unit * SIM_N_PARTS + (size_t) part];
  return 1 - worst / 255;
}

/* What a machine wants, 0..1: rounds of its main gun or energy, whichever is lower.  What its other
 * weapons have fired counts half: nobody is out of the fight for it.  Damage counts for what of it can be
 * mended.  */
float
sim_supply_need (const SimWorld *world, size_t unit)
{
  float carried = sim_supply_carried (world, unit);
  float energy = 1 - world->units.energy[unit] / sim_unit_type (world, unit)->energy_s;
  float rounds = carried > 0 ? 1 - (float) world->units.ammunition[unit] / carried : 0;
  float stores = STORES_COUNT * stores_missing (world, unit);
  float most = rounds > energy ? rounds : energy;
  float broken = DAMAGE_COUNT * damage (world, unit);

  most = broken > most ? broken : most;
  return stores > most ? stores : most;
}

bool
sim_supply_in_scope (const SimWorld *world, size_t supply, size_t unit)
{
  const SimUnits *u = &world->units;
  BaseVec place = base_vec (u->scope_x[supply], u->scope_y[supply]);

  switch (u->scope_kind[supply]) {
  case SIM_TARGET_UNIT:
    return unit == u->scope[supply];
  case SIM_TARGET_PLATOON:
    return u->group[unit] == u->scope[supply];
  case SIM_TARGET_NONE:
    return true;
  default:
    return base_vec_distance (sim_unit_position (world, unit), place) <= PLACE_M;
  }
}

/* Nobody farther off is in its scope.  */
static float
scope_reach (const SimWorld *world, size_t supply)
{
  const SimUnits *u = &world->units;
  BaseVec place = base_vec (u->scope_x[supply], u->scope_y[supply]);

  switch (u->scope_kind[supply]) {
  case SIM_TARGET_UNIT:
  case SIM_TARGET_PLATOON:
  case SIM_TARGET_NONE:
    return MAP_MOST_M;
  default:
    return PLACE_M + base_vec_distance (sim_unit_position (world, supply), place);
  }
}

static inline bool
is_about (const SimWorld *world, size_t supply, size_t other, size_t unit)
{
  const SimUnits *u = &world->units;

  return other != supply && u->alive[other] && u->client[other] == unit &&
         u->mission[other] == u->mission[supply];
}

/* Another Scavenger is on its way to this machine or wreck.  */
bool
sim_supply_is_taken (const SimWorld *world, size_t supply, size_t unit)
{
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, SIM_SUPPLY_PLATOON, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (is_about (world, supply, members[k], unit))
      return true;
  return false;
}

/* The same of one of those listed: mostly it is known who that other one can be.  */
static bool
is_served (const SimWorld *world, size_t supply, size_t unit)
{
  uint32_t server = world->needs.servers[unit];

  if (server == SEVERAL)
    return sim_supply_is_taken (world, supply, unit);
  return server != SIM_NOBODY && is_about (world, supply, server, unit);
}

static void
note_server (SimWorld *world, size_t supply, uint32_t client)
{
  uint32_t *server;

  if (client >= world->n_own)
    return;
  server = &world->needs.servers[client];
  *server = *server == SIM_NOBODY || *server == supply ? (uint32_t) supply : SEVERAL;
}

static inline void
note_most (float *most, float missing)
{
  *most = missing > *most ? missing : *most;
}

/* Sorts them by square of the grid: count, sum, place.  */
static void
sort_needs (SimWorld *world)
{
  SimNeeds *needs = &world->needs;
  size_t cells = sim_grid_n_cells (&world->grid);

  memset (needs->starts, 0, (cells + 1) * sizeof *needs->starts);
  memset (needs->most_in, 0, cells * sizeof *needs->most_in);
  memset (needs->most_along, 0, (size_t) world->grid.rows * sizeof *needs->most_along);
  for (size_t k = 0; k < needs->n; k++)
    needs->starts[sim_grid_cell (&world->grid, sim_unit_position (world, needs->listed[k].unit)) + 1]++;
  for (size_t c = 0; c < cells; c++)
    needs->starts[c + 1] += needs->starts[c];
  for (size_t k = 0; k < needs->n; k++) {
    size_t cell = sim_grid_cell (&world->grid, sim_unit_position (world, needs->listed[k].unit));

    needs->sorted[needs->starts[cell]++] = needs->listed[k];
    note_most (&needs->most_in[cell], needs->listed[k].missing);
    note_most (&needs->most_along[cell / (size_t) world->grid.columns], needs->listed[k].missing);
  }
  /* Placing moved each start to its square's end.  */
  memmove (needs->starts + 1, needs->starts, cells * sizeof *needs->starts);
  needs->starts[0] = 0;
}

static void
note_servers (SimWorld *world)
{
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, SIM_SUPPLY_PLATOON, &n_members);

  for (size_t i = 0; i < world->n_own; i++)
    world->needs.servers[i] = SIM_NOBODY;
  for (size_t k = 0; k < n_members; k++)
    note_server (world, members[k], world->units.client[members[k]]);
}

/* Lists those of ours who miss so much.  Once, and not again before somebody uses something or less is
 * asked for than ever, so that many Scavengers cost little more than one.  */
static void
list_needs (SimWorld *world, float wants)
{
  SimNeeds *needs = &world->needs;

  if (needs->tick == world->tick && needs->wants <= wants)
    return;
  note_servers (world);
  needs->tick = world->tick;
  needs->wants = needs->wants > 0 && needs->wants < wants ? needs->wants : wants;
  wants = needs->wants;
  needs->n = 0;
  needs->most = -1;
  for (uint32_t i = 0; i < world->n_own; i++) {
    float missing;

    if (!sim_unit_fights (world, i))
      continue;
    missing = sim_supply_need (world, i);
    needs->listed[needs->n] = (SimNeed){i, missing};
    needs->n += missing >= wants;
    needs->most = missing > needs->most ? missing : needs->most;
  }
  sort_needs (world);
}

/* Who got something misses less; nobody else does.  */
void
sim_supply_note_filled (SimWorld *world, size_t unit)
{
  const SimNeeds *needs = &world->needs;
  size_t cell = sim_grid_cell (&world->grid, sim_unit_position (world, unit));

  if (needs->tick != world->tick)
    return;
  for (uint32_t k = needs->starts[cell]; k < needs->starts[cell + 1]; k++)
    if (needs->sorted[k].unit == unit)
      needs->sorted[k].missing = sim_supply_need (world, unit);
}

/* Who may be served, and the best of them so far.  */
typedef struct {
  size_t supply;
  BaseVec at;
  float wants;
  bool ask_taken; /* leave out whom another one serves */
  float most;
  uint32_t best;
} Choice;

/* Who misses so much is worth being asked about, wherever he is.  */
static inline bool
may_be_best (const Choice *choice, float missing)
{
  return missing >= choice->wants && NEED_M * missing >= choice->most;
}

/* A tenth of what is carried weighs as much as 300 metres; of equals the first.  */
static void
consider (const SimWorld *world, Choice *choice, const SimNeed *need)
{
  uint32_t unit = need->unit;
  float worth;

  if (!may_be_best (choice, need->missing))
    return;
  worth = NEED_M * need->missing - base_vec_distance (choice->at, sim_unit_position (world, unit));
  if (worth < choice->most || (worth == choice->most && unit >= choice->best) ||
      !sim_unit_fights (world, unit) || !sim_supply_in_scope (world, choice->supply, unit) ||
      (choice->ask_taken && is_served (world, choice->supply, unit)))
    return;
  choice->most = worth;
  choice->best = unit;
}

/* How far a place is at least from those between two lines of the grid.  */
static inline float
least_off (float at, int line)
{
  float low = (float) line * SIM_GRID_CELL_M - at;

  return base_clampf (low > 0 ? low : -low - SIM_GRID_CELL_M, 0, MAP_MOST_M);
}

static void
consider_cell (const SimWorld *world, Choice *choice, int column, int row)
{
  const SimNeeds *needs = &world->needs;
  int cell = row * world->grid.columns + column;
  float east = least_off (choice->at.x, column), north = least_off (choice->at.y, row);

  /* A metre for all rounding.  */
  if (!may_be_best (choice, needs->most_in[cell]) ||
      NEED_M * needs->most_in[cell] - (east > north ? east : north) + 1 < choice->most)
    return;
  for (uint32_t k = needs->starts[cell]; k < needs->starts[cell + 1]; k++)
    consider (world, choice, &needs->sorted[k]);
}

/* Of a row that has cells of a ring: all between its ends, or these alone.  */
static void
consider_row (const SimWorld *world, Choice *choice, int row, int first, int last, bool between)
{
  int columns = world->grid.columns, end = last < columns ? last : columns - 1;

  if (!may_be_best (choice, world->needs.most_along[row]))
    return;
  if (between) {
    for (int column = first > 0 ? first : 0; column <= end; column++)
      consider_cell (world, choice, column, row);
    return;
  }
  if (first >= 0)
    consider_cell (world, choice, first, row);
  if (last < columns)
    consider_cell (world, choice, last, row);
}

/* Ring by ring, until nobody beyond could be worth more.  */
static void
consider_rings (const SimWorld *world, Choice *choice)
{
  const SimGrid *grid = &world->grid;
  int column = sim_grid_along (choice->at.x, grid->columns);
  int row = sim_grid_along (choice->at.y, grid->rows);
  int rings = grid->columns > grid->rows ? grid->columns : grid->rows;
  float reach = scope_reach (world, choice->supply);

  for (int ring = 0; ring < rings; ring++) {
    int top = row + ring < grid->rows ? row + ring : grid->rows - 1;
    float off = (float) (ring - 1) * SIM_GRID_CELL_M - 1; /* a metre for all rounding */

    if (off > reach || NEED_M * world->needs.most - off < choice->most)
      return;
    for (int each = row > ring ? row - ring : 0; each <= top; each++)
      consider_row (world, choice, each, column - ring, column + ring,
                    each == row - ring || each == row + ring);
  }
}

/* The few of a battle are looked at one by one, the many of a great one by where they are.  */
static void
consider_all (const SimWorld *world, Choice *choice)
{
  const SimNeeds *needs = &world->needs;

  choice->most = -1e9f;
  choice->best = SIM_NOBODY;
  if (needs->n > FEW_NEEDS)
    consider_rings (world, choice);
  else
    for (size_t k = 0; k < needs->n; k++)
      consider (world, choice, &needs->sorted[k]);
}

/* The neediest in its scope; of equals the nearer.  That another one serves him is asked of the best,
 * and only if he is, of all.  */
uint32_t
sim_supply_choose_client (SimWorld *world, size_t supply, float wants)
{
  Choice choice = {.supply = supply, .at = sim_unit_position (world, supply), .wants = wants};

  list_needs (world, wants);
  if (world->needs.most < wants)
    return SIM_NOBODY;
  consider_all (world, &choice);
  if (choice.best == SIM_NOBODY || !is_served (world, supply, choice.best))
    return choice.best;
  choice.ask_taken = true;
  consider_all (world, &choice);
  return choice.best;
}

void
sim_supply_take_client (SimWorld *world, size_t supply, uint32_t client)
{
  world->units.client[supply] = client;
  world->units.work_s[supply] = 0;
  note_server (world, supply, client);
}
