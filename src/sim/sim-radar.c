/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telemetry and radar (design: simulation, "Radar and telemetry"; play, "Jam and recon").
 *
 * Telemetry: a fix is lost with a chance that is the strength of jamming, and what comes through a
 * fringe has up to five times the error.  Radar: the leader's set sweeps for what moves in the open
 * in sight of its aerial; plots near each other are one, with a number and no type.  Both go to the
 * handler alone: pilots have eyes and no time for screens.  */
#include "sim/sim-radar.h"

#include "base/base-math.h"
#include "sim/sim-footing.h"
#include "sim/sim-jam.h"
#include "sim/sim-link.h"

#define MOVES_MPS 1.5f
#define COVERED 0.6f   /* concealment below this hides from radar */
#define PLOT_M 250.0f  /* echoes nearer than this to a plot belong to it */
#define MAX_PLOTS 8    /* of one sweep */
#define MAX_LINES 24   /* sight lines asked for in one sweep */
#define AERIAL_M 1.0f  /* above the eyes */

/* ---- Telemetry ----------------------------------------------------------------------------- */

static void
send_data (SimWorld *world, size_t unit, float jam)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_RADIO];
  SimMessage *message = sim_world_emit (world, SIM_MESSAGE_TELEMETRY);
  SimReport state = {0};

  if (message == NULL)
    return;
  sim_report_tell_own (world, unit, &state,
                       sim_unit_is_supply (world, unit) ? SIM_OWN_ALL & ~SIM_OWN_PILOT
                                                        : SIM_OWN_ALL);
  state.own.ammunition = world->units.ammunition[unit]; /* the machine counts by itself */
  state.own.error_m = world->rules.fix_error_m * (1 + (world->rules.fix_error_jammed - 1) * jam);
  state.own.position.x += state.own.error_m * base_random_normal (random);
  state.own.position.y += state.own.error_m * base_random_normal (random);
  message->telemetry.unit = sim_unit_id (unit);
  message->telemetry.t = sim_tick_out (world->tick);
  message->telemetry.own = state.own;
}

static void
telemetry (SimWorld *world)
{
  unsigned every = (unsigned) SIM_SECONDS (world->rules.telemetry_s);

  for (size_t i = sim_first_turn (world, every); i < world->n_own;
       i = sim_next_turn (world, i, every)) {
    float jam;

    if (!sim_unit_works (world, i))
      continue;
    jam = sim_jam_at (world, sim_unit_position (world, i));
    if (!base_random_chance (&world->randoms[SIM_RANDOM_RADIO], jam))
      send_data (world, i, jam);
  }
}

/* ---- Radar --------------------------------------------------------------------------------- */

/* Echoes that lie together.  */
typedef struct {
  BaseVec sum;
  uint16_t count;
} Plot;

typedef struct {
  size_t unit;
  BaseVec at;
  int n_plots, lines;
  Plot plots[MAX_PLOTS];
} Sweep;

/* What an aerial could have an echo of: it moves, in the open, and has not just been plotted.  */
static bool
echoes (const SimWorld *world, const Sweep *sweep, size_t unit)
{
  const SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit);

  return u->speed[unit] > MOVES_MPS && !sim_role_flies (sim_unit_type (world, unit)->role) &&
         base_vec_distance (at, sweep->at) < world->rules.radar_m &&
         !sim_within (world, u->radar_tick[unit], world->rules.radar_s - 1) &&
         sim_terrain_concealment (sim_terrain_cover (world->ground, at)) > COVERED;
}

static void
add_echo (Sweep *sweep, BaseVec at)
{
  for (int i = 0; i < sweep->n_plots; i++) {
    Plot *plot = &sweep->plots[i];

    if (base_vec_distance (at, base_vec_scale (plot->sum, 1.0f / plot->count)) < PLOT_M) {
      plot->sum = base_vec_add (plot->sum, at);
      plot->count++;
      return;
    }
  }
  if (sweep->n_plots < MAX_PLOTS)
    sweep->plots[sweep->n_plots++] = (Plot){at, 1};
}

static void
look_at (SimWorld *world, Sweep *sweep, size_t unit)
{
  BaseVec at = sim_unit_position (world, unit);

  if (sweep->lines >= MAX_LINES || !echoes (world, sweep, unit))
    return;
  sweep->lines++;
  if (!sim_terrain_line_of_sight (world->ground, sweep->at,
                                  sim_unit_eyes_m (world, sweep->unit) + AERIAL_M, at,
                                  sim_unit_eyes_m (world, unit)))
    return;
  world->units.radar_tick[unit] = world->tick;
  add_echo (sweep, at);
}

static void
send_plot (SimWorld *world, const Sweep *sweep, const Plot *plot)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_RADIO];
  SimMessage *message = sim_world_emit (world, SIM_MESSAGE_RADAR);
  BaseVec at = base_vec_scale (plot->sum, 1.0f / plot->count);
  float error = world->rules.radar_error_m * world->difficulty_error;

  if (message == NULL)
    return;
  at.x += error * base_random_normal (random);
  at.y += error * base_random_normal (random);
  message->radar = (SimRadarPlot){
    .from = sim_unit_id (sweep->unit),
    .t = sim_tick_out (world->tick),
    .position = at,
    .error_m = error,
    .count = plot->count,
  };
}

static void
sweep_around (SimWorld *world, size_t unit)
{
  Sweep sweep = {.unit = unit, .at = sim_unit_position (world, unit)};
  SimGridWalk walk = sim_grid_walk (&world->grid, SIM_SIDE_LEGION, sweep.at, world->rules.radar_m);
  uint32_t first, end;

  if (sim_jam_at (world, sweep.at) >= world->rules.jam_window_below)
    return;
  while (sim_grid_next (&walk, &first, &end))
    for (uint32_t k = first; k < end; k++)
      look_at (world, &sweep, world->grid.units[SIM_SIDE_LEGION][k]);
  for (int i = 0; i < sweep.n_plots; i++)
    send_plot (world, &sweep, &sweep.plots[i]);
}

static void
radar (SimWorld *world)
{
  unsigned every = (unsigned) SIM_SECONDS (world->rules.radar_s);

  for (size_t p = 0; p < world->n_platoons; p++) {
    uint32_t leader = world->platoons[p].leader;

    if (leader != SIM_NOBODY && (world->tick + p) % every == 0 &&
        sim_unit_works (world, leader) &&
        world->units.parts[leader * SIM_N_PARTS + SIM_PART_SENSORS] > 0)
      sweep_around (world, leader);
  }
}

void
sim_radar_step (SimWorld *world)
{
  telemetry (world);
  radar (world);
}
