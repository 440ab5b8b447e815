/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-smoke.h"

#include "base/base-math.h"
#include "sim/sim-weather.h"

#include <string.h>

#define GROW_S 8.0f
#define FADE_S 25.0f
/* So many metres through the thick of it let through 1/e of the light.  */
#define DEPTH_M 12.0f
#define HIDDEN 0.05f
#define FIRE_SMOKE_M 28.0f
#define FIRE_SMOKE_S 70.0f
#define FIRE_SMOKE_EVERY_S 10
#define FIRE_APART_M 20.0f
#define FIRE_LIGHT_M 60.0f
#define SPREAD_M 45.0f

/* ---- Clouds -------------------------------------------------------------------------------- */

static float
seconds_of (SimTick ticks)
{
  return (float) ticks / SIM_TICKS_PER_SECOND;
}

static float radius_now (const SimWorld *world, const SimSmoke *smoke);
static float thickness_now (const SimWorld *world, const SimSmoke *smoke);

/* Squares of the grid that a cloud may touch: a bit for each cloud in each.  What a cloud is like now
 * is worked out once.  */
static void
mark (SimWorld *world, uint32_t index)
{
  const SimGrid *grid = &world->grid;
  BaseVec at = world->smokes[index].position;
  SimHaze *haze = &world->haze;
  float radius = radius_now (world, &world->smokes[index]);
  SimGridWalk walk = sim_grid_walk (grid, 0, at, radius + 1);

  haze->marked = true;
  haze->radius_m[index] = radius;
  haze->thickness[index] = thickness_now (world, &world->smokes[index]);
  for (int row = walk.row; row <= walk.r1; row++)
    for (int column = walk.c0; column <= walk.c1; column++)
      haze->squares[row * grid->columns + column].clouds[index / 64] |= (uint64_t) 1 << index % 64;
}

void
sim_smoke_rebuild (SimWorld *world)
{
  SimHaze *haze = &world->haze;

  if (haze->marked)
    memset (haze->squares, 0, sim_grid_n_cells (&world->grid) * sizeof *haze->squares);
  haze->marked = false;
  for (uint32_t i = 0; i < world->n_smokes; i++)
    mark (world, i);
}

void
sim_smoke_add (SimWorld *world, BaseVec at, float radius_m, float seconds)
{
  uint32_t place = world->n_smokes;

  if (radius_m <= 0 || seconds <= 0)
    return;
  if (place == SIM_MAX_SMOKES) {
    place = 0;
    for (uint32_t i = 1; i < SIM_MAX_SMOKES; i++)
      if (world->smokes[i].ends < world->smokes[place].ends)
        place = i;
  } else {
    world->n_smokes++;
  }
  world->smokes[place] = (SimSmoke){
    .position = at,
    .radius_m = radius_m,
    .began = world->tick,
    .ends = world->tick + SIM_SECONDS (seconds),
  };
  mark (world, place);
}

/* It grows fast, then slowly on, by half again until its end.  */
static float
radius_now (const SimWorld *world, const SimSmoke *smoke)
{
  float age = seconds_of (world->tick - smoke->began);
  float life = seconds_of (smoke->ends - smoke->began);
  float grown = base_clampf (0.3f + 0.7f * age / GROW_S, 0, 1);

  return smoke->radius_m * grown * (1 + 0.5f * base_clampf (age / (life + 1), 0, 1));
}

static float
thickness_now (const SimWorld *world, const SimSmoke *smoke)
{
  return world->tick >= smoke->ends
             ? 0
             : base_clampf (seconds_of (smoke->ends - world->tick) / FADE_S, 0, 1);
}

/* A line of sight.  */
typedef struct {
  BaseVec from, along; /* a metre of it */
  float length;
} Line;

/* Metres of a line that lie in a disc.  */
static float
length_inside (const Line *line, BaseVec centre, float radius)
{
  BaseVec off = base_vec_sub (line->from, centre);
  float middle = -base_vec_dot (off, line->along), near, far;
  float half2 = radius * radius - base_vec_dot (off, off) + middle * middle;

  if (half2 <= 0)
    return 0;
  near = middle - (float) base_sqrt (half2);
  far = middle + (float) base_sqrt (half2);
  near = near < 0 ? 0 : near;
  far = far > line->length ? line->length : far;
  return far > near ? far - near : 0;
}

/* The clouds in the squares between two points.  */
static SimClouds
clouds_between (const SimWorld *world, BaseVec from, BaseVec to)
{
  const SimGrid *grid = &world->grid;
  BaseVec middle = base_vec_scale (base_vec_add (from, to), 0.5f);
  float wide = from.x < to.x ? to.x - from.x : from.x - to.x;
  float high = from.y < to.y ? to.y - from.y : from.y - to.y;
  SimGridWalk walk = sim_grid_walk_box (grid, 0, middle, 0.5f * wide + 1, 0.5f * high + 1);
  SimClouds clouds = {{0, 0}};

  for (int row = walk.row; row <= walk.r1; row++)
    for (int column = walk.c0; column <= walk.c1; column++) {
      const SimClouds *square = &world->haze.squares[row * grid->columns + column];

      clouds.clouds[0] |= square->clouds[0];
      clouds.clouds[1] |= square->clouds[1];
    }
  return clouds;
}

/* The law of Beer and Lambert; clouds in the order of their places.  */
float
sim_smoke_clear (const SimWorld *world, BaseVec from, BaseVec to)
{
  const SimHaze *haze = &world->haze;
  SimClouds between = clouds_between (world, from, to);
  BaseVec way = base_vec_sub (to, from);
  Line line = {.from = from, .length = base_vec_length (way)};
  float depth = 0;

  if ((between.clouds[0] | between.clouds[1]) == 0 || line.length < 0.1f)
    return 1;
  line.along = base_vec_scale (way, 1 / line.length);
  for (unsigned word = 0; word < 2; word++)
    for (uint64_t left = between.clouds[word]; left != 0; left &= left - 1) {
      unsigned i = word * 64 + (unsigned) __builtin_ctzll (left);

      depth += length_inside (&line, world->smokes[i].position, haze->radius_m[i]) *
               haze->thickness[i] / DEPTH_M;
    }
  return depth <= 0 ? 1 : (float) base_exp (-depth);
}

bool
sim_smoke_hides (const SimWorld *world, BaseVec from, BaseVec to)
{
  return world->n_smokes > 0 && sim_smoke_clear (world, from, to) < HIDDEN;
}

static void
drift (SimWorld *world)
{
  BaseVec step = base_vec_scale (sim_wind (world), 1.0f / SIM_TICKS_PER_SECOND);
  uint32_t kept = 0;

  for (uint32_t i = 0; i < world->n_smokes; i++) {
    SimSmoke smoke = world->smokes[i];

    smoke.position = base_vec_add (smoke.position, step);
    if (smoke.ends > world->tick)
      world->smokes[kept++] = smoke;
  }
  world->n_smokes = kept;
}

/* ---- Fires --------------------------------------------------------------------------------- */

static bool
burns_within (const SimWorld *world, BaseVec at, float reach)
{
  for (uint32_t i = 0; i < world->n_fires; i++)
    if (base_vec_distance_squared (world->fires[i].position, at) < reach * reach)
      return true;
  return false;
}

void
sim_fire_add (SimWorld *world, BaseVec at, float seconds)
{
  if (world->n_fires == SIM_MAX_FIRES || seconds <= 0 || burns_within (world, at, FIRE_APART_M))
    return;
  world->fires[world->n_fires++] = (SimFire){
    .position = at,
    .ends = world->tick + SIM_SECONDS (seconds),
    .smoke_tick = world->tick,
  };
}

bool
sim_fire_near (const SimWorld *world, BaseVec at)
{
  return burns_within (world, at, FIRE_LIGHT_M);
}

/* To one of eight places around it, if trees stand there and the weather is dry.  */
static void
spread (SimWorld *world, BaseVec at)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_MOVEMENT];
  float chance = world->rules.fire_spread / 60 * FIRE_SMOKE_EVERY_S;
  BaseVec way, beside;

  if (world->weather == SIM_WEATHER_RAIN || !base_random_chance (random, chance))
    return;
  way = base_direction (base_random_below (random, 8) * (BASE_PI / 4));
  beside = base_vec_add (at, base_vec_scale (way, SPREAD_M));
  if (sim_terrain_cover (world->ground, beside) == SIM_COVER_WOODS)
    sim_fire_add (world, beside, world->rules.fire_s);
}

static void
burn (SimWorld *world)
{
  uint32_t n = world->n_fires, kept = 0;

  for (uint32_t i = 0; i < n; i++) {
    SimFire *fire = &world->fires[i];

    if (world->tick < fire->smoke_tick)
      continue;
    fire->smoke_tick = world->tick + SIM_SECONDS (FIRE_SMOKE_EVERY_S);
    sim_smoke_add (world, fire->position, FIRE_SMOKE_M, FIRE_SMOKE_S);
    if (sim_terrain_cover (world->ground, fire->position) == SIM_COVER_WOODS)
      spread (world, fire->position);
  }
  for (uint32_t i = 0; i < world->n_fires; i++)
    if (world->fires[i].ends > world->tick)
      world->fires[kept++] = world->fires[i];
  world->n_fires = kept;
}

/* Some of what was put out of action since the last step burns.  */
static void
light_wrecks (SimWorld *world)
{
  for (; world->kills_burnt < world->n_kills; world->kills_burnt++)
    if (base_random_chance (&world->randoms[SIM_RANDOM_DAMAGE], world->rules.fire_wreck))
      sim_fire_add (world, world->kills[world->kills_burnt].position, world->rules.fire_s);
}

void
sim_smoke_step (SimWorld *world)
{
  light_wrecks (world);
  if (world->n_fires > 0)
    burn (world);
  if (world->n_smokes > 0)
    drift (world);
  if (world->n_smokes > 0 || world->haze.marked)
    sim_smoke_rebuild (world);
}
