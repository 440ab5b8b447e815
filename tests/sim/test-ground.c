/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ground does to who goes over it: ways that end, cliffs, roofs, mines, marsh.  */
#include "base/base-math.h"
#include "base/base-random.h"
#include "sim-builder.h"
#include "sim/sim-footing.h"
#include "sim/sim-movement.h"

#include <glib.h>

/* ---- Everybody who has a way arrives ------------------------------------------------------- */

#define MAX_FEATURES 24

typedef struct {
  BaseRandom random;
  SimTerrainDef def;
  SimFeature features[MAX_FEATURES];
  BaseVec points[MAX_FEATURES][8];
} Land;

static BaseVec
anywhere (Land *land)
{
  float x = base_random_range (&land->random, 10, land->def.width_m - 10);

  return base_vec (x, base_random_range (&land->random, 10, land->def.height_m - 10));
}

static SimFeature *
add (Land *land, SimFeatureKind kind, unsigned n_points)
{
  size_t i = land->def.n_features++;

  g_assert_cmpuint (i, <, MAX_FEATURES);
  land->features[i] = (SimFeature){
    .kind = (uint8_t) kind, .n_points = (uint16_t) n_points, .points = land->points[i]};
  for (unsigned k = 0; k < n_points; k++)
    land->points[i][k] = anywhere (land);
  return &land->features[i];
}

static void
add_discs (Land *land, SimFeatureKind kind, int n)
{
  for (int i = 0; i < n; i++)
    add (land, kind, 1)->radius_m = base_random_range (&land->random, 80, 700);
}

/* From edge to edge, with two crossings.  */
static void
add_river (Land *land, float north)
{
  SimFeature *river = add (land, SIM_FEATURE_RIVER, 5);
  BaseVec *points = land->points[land->def.n_features - 1];

  river->radius_m = base_random_range (&land->random, 8, 70);
  for (int i = 0; i < 5; i++)
    points[i] = base_vec ((float) i / 4 * land->def.width_m,
                          land->def.height_m * north + base_random_range (&land->random, -700, 700));
  for (int i = 1; i < 4; i += 2) {
    add (land, i == 1 ? SIM_FEATURE_FORD : SIM_FEATURE_BRIDGE, 1);
    land->points[land->def.n_features - 1][0] = points[i];
  }
}

static void
make_land (Land *land, unsigned seed)
{
  static const float cells[] = {25, 100.0f / 3, 50, 64, 100};

  *land = (Land){.def = sim_terrain_def_default ()};
  base_random_init (&land->random, seed, 0);
  land->def.seed = seed;
  land->def.cell_m = cells[seed % G_N_ELEMENTS (cells)];
  land->def.width_m = base_random_range (&land->random, 5000, 9000);
  land->def.height_m = base_random_range (&land->random, 5000, 9000);
  land->def.relief_m = base_random_range (&land->random, 0, 300);
  land->def.woods = 0.3f;
  land->def.features = land->features;
  add_river (land, 0.35f);
  add_river (land, 0.7f);
  add_discs (land, SIM_FEATURE_MARSH, 3);
  add_discs (land, SIM_FEATURE_RUBBLE, 3);
  add_discs (land, SIM_FEATURE_TOWN, 2);
  for (int i = 0; i < 5; i++)
    add (land, SIM_FEATURE_CLIFF, 4)->rise_m = 25;
  add (land, SIM_FEATURE_ROAD, 4);
  add (land, SIM_FEATURE_MARSH, 5);
}

/* Sends it; false when there is no way.  */
static bool
send (SimWorld *world, size_t unit, BaseVec goal)
{
  SimUnits *u = &world->units;
  BaseVec leg;

  sim_move_to (world, unit, goal);
  u->post_x[unit] = u->goal_x[unit];
  u->post_y[unit] = u->goal_y[unit];
  return sim_router_leg (world->router, sim_unit_route_kind (world, unit),
                         sim_unit_position (world, unit),
                         base_vec (u->goal_x[unit], u->goal_y[unit]), &leg);
}

static bool
any_moves (const SimWorld *world)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.moving[i])
      return true;
  return false;
}

static void
set_legs (SimUnitType *type, SimMobility mobility)
{
  type->climb_mps = mobility == SIM_MOBILITY_CLIMBER ? 1.5f : 0;
  type->weight_t = mobility == SIM_MOBILITY_HEAVY ? 50 : 10;
}

static int
travel (unsigned seed, SimMobility mobility)
{
  enum { N = 12 };
  Build build;
  SimWorld *world;
  Land *land = g_new (Land, 1);
  bool has_way[N];
  int sent = 0;

  build_init (&build);
  make_land (land, seed);
  build.def.terrain = land->def;
  build.def.duration = SIM_SECONDS (30000);
  build.rules.types[BUILD_WALKER].energy_s = 1e5f;
  set_legs (&build.rules.types[BUILD_WALKER], mobility);
  for (unsigned i = 0; i < N; i++) {
    BaseVec at = anywhere (land);

    build_own (&build, i / 4, at.x, at.y, 0);
  }
  world = build_world (&build, seed);
  for (unsigned i = 0; i < N; i++) {
    world->units.posture[i] = (uint8_t) (i % SIM_N_POSTURES);
    has_way[i] = send (world, i, anywhere (land));
    sent += has_way[i];
  }
  for (int s = 0; s < 25000 && any_moves (world); s++)
    build_run (world, 1);
  for (unsigned i = 0; i < N; i++) {
    BaseVec goal = base_vec (world->units.goal_x[i], world->units.goal_y[i]);
    float off = base_vec_distance (sim_unit_position (world, i), goal);

    if (has_way[i] && off > 60) {
      g_test_message ("seed %u, legs %d, unit %u: %.0f m off %.0f, %.0f at %.0f, %.0f (%d), cell %.0f",
                      seed, mobility, i, off, goal.x, goal.y, world->units.x[i], world->units.y[i],
                      world->units.moving[i], land->def.cell_m);
      g_test_fail ();
    }
  }
  sim_world_free (world);
  g_free (land);
  return sent;
}

static void
test_all_arrive (void)
{
  int sent = 0, asked = 0;
  unsigned seeds = g_test_slow () ? 400 : 21;

  for (unsigned seed = 1; seed <= seeds; seed++, asked += 12)
    sent += travel (seed, (SimMobility) (seed % SIM_N_MOBILITIES));
  /* Cliffs and rivers cut some off.  */
  g_assert_cmpint (sent, >, asked * 6 / 10);
}

/* ---- Cliffs and ways of each kind ---------------------------------------------------------- */

static SimGround *
ground_with (const SimFeature *features, size_t n)
{
  SimTerrainDef def = sim_terrain_def_default ();

  def.width_m = 8000;
  def.height_m = 6000;
  def.relief_m = 0;
  def.woods = 0;
  def.features = features;
  def.n_features = n;
  return sim_ground_new (&def);
}

/* Length of the way as it is steered, leg by leg; -1 when it does not end.  `counted` is the
 * metres of it where `counts` says so.  */
static float
walk_way (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal,
          bool (*counts) (const SimGround *ground, BaseVec at), const SimGround *ground,
          float *counted)
{
  BaseVec leg = goal, steer = at;
  float length = 0;

  *counted = 0;
  if (!sim_router_leg (router, kind, at, goal, &leg))
    return -1;
  for (int i = 0; i < 4000; i++) {
    BaseVec way;
    float far;

    if (base_vec_distance (at, leg) < 100 && (leg.x != goal.x || leg.y != goal.y))
      g_assert_true (sim_router_leg (router, kind, at, goal, &leg));
    g_assert_true (sim_router_next (router, kind, at, leg, &steer));
    way = base_vec_sub (steer, at);
    far = base_vec_length (way);
    at = far < 20 ? steer : base_vec_add (at, base_vec_scale (way, 20 / far));
    length += far < 20 ? far : 20;
    *counted += counts (ground, at) ? (far < 20 ? far : 20) : 0;
    if (base_vec_distance (at, goal) < 5)
      return length;
  }
  return -1;
}

static bool
on_cliff (const SimGround *ground, BaseVec at)
{
  return sim_terrain_cover (ground, at) == SIM_COVER_CLIFF;
}

/* A wall of a cliff from the south to near the north: anchors go over it, others round its end.  */
static void
test_cliff (void)
{
  static const BaseVec line[] = {{4000, -100}, {4000, 5000}};
  SimFeature cliff = {.kind = SIM_FEATURE_CLIFF, .n_points = 2, .points = line, .rise_m = 30};
  SimGround *ground = ground_with (&cliff, 1);
  SimRouter *router = sim_router_new (ground);
  BaseVec from = base_vec (3000, 1000), to = base_vec (5000, 1000);
  float on;

  /* Higher on the left of the line, which is west.  */
  g_assert_cmpfloat (sim_terrain_height (ground, base_vec (3900, 2500)), >,
                     sim_terrain_height (ground, base_vec (4100, 2500)) + 15);
  g_assert_cmpfloat (walk_way (router, SIM_MOBILITY_CLIMBER, from, to, on_cliff, ground, &on), <,
                     2500);
  g_assert_cmpfloat (on, >, 0);
  for (int m = SIM_MOBILITY_LIGHT; m <= SIM_MOBILITY_HEAVY; m++) {
    g_assert_cmpfloat (walk_way (router, (SimMobility) m, from, to, on_cliff, ground, &on), >, 7000);
    g_assert_cmpfloat (on, ==, 0);
  }
  sim_router_free (router);
  sim_ground_free (ground);
}

static bool
in_mines (const SimGround *ground, BaseVec at)
{
  return sim_terrain_minefield (ground, at) != 0;
}

/* Who knows of a minefield goes round it; who does not goes through.  */
static void
test_known_mines (void)
{
  static const BaseVec corners[] = {{3500, 1500}, {4500, 1500}, {4500, 4500}, {3500, 4500}};
  SimFeature field = {.kind = SIM_FEATURE_MINEFIELD,
                      .n_points = 4,
                      .points = corners,
                      .mines_per_ha = 50,
                      .known = 1u << SIM_SIDE_REPUBLIC};
  SimGround *ground = ground_with (&field, 1);
  SimRouter *router = sim_router_new (ground);
  SimRouteKind ours = sim_route_kind (SIM_MOBILITY_LIGHT, false, SIM_SIDE_REPUBLIC);
  SimRouteKind theirs = sim_route_kind (SIM_MOBILITY_LIGHT, false, SIM_SIDE_LEGION);
  float mined;

  walk_way (router, ours, base_vec (2500, 3000), base_vec (5500, 3000), in_mines, ground, &mined);
  g_assert_cmpfloat (mined, <=, 40); /* a corner */
  walk_way (router, theirs, base_vec (2500, 3000), base_vec (5500, 3000), in_mines, ground, &mined);
  g_assert_cmpfloat (mined, >, 900);
  /* Close to it, too.  */
  walk_way (router, ours, base_vec (3400, 1700), base_vec (3900, 1400), in_mines, ground, &mined);
  g_assert_cmpfloat (mined, <=, 40); /* a corner */
  sim_router_set_known (router, SIM_SIDE_LEGION, 1);
  walk_way (router, theirs, base_vec (2500, 3000), base_vec (5500, 3000), in_mines, ground, &mined);
  g_assert_cmpfloat (mined, <=, 40); /* a corner */
  sim_router_free (router);
  sim_ground_free (ground);
}

static bool
in_open (const SimGround *ground, BaseVec at)
{
  return sim_terrain_cover (ground, at) != SIM_COVER_WOODS;
}

/* Who goes hidden keeps to the trees, though it is farther.  */
static void
test_hidden_way (void)
{
  static const BaseVec trees[] = {{1000, 2000}, {2500, 3600}, {5500, 3600}, {7000, 2000},
                                  {7000, 4500}, {1000, 4500}};
  SimFeature woods = {.kind = SIM_FEATURE_WOODS, .n_points = 6, .points = trees};
  SimGround *ground = ground_with (&woods, 1);
  SimRouter *router = sim_router_new (ground);
  BaseVec from = base_vec (1400, 2700), to = base_vec (6600, 2700);
  float plain, hidden;

  walk_way (router, SIM_MOBILITY_LIGHT, from, to, in_open, ground, &plain);
  walk_way (router, sim_route_kind (SIM_MOBILITY_LIGHT, true, SIM_SIDE_REPUBLIC), from, to, in_open,
            ground, &hidden);
  g_assert_cmpfloat (plain, >, 2500);
  g_assert_cmpfloat (hidden, <, 500);
  sim_router_free (router);
  sim_ground_free (ground);
}

/* ---- Mines --------------------------------------------------------------------------------- */

typedef struct {
  int hurt, lost, legs;
  bool learnt;
  bool told;
} Crossing;

/* Ten machines go a kilometre through a field.  */
static Crossing
cross_mines (uint64_t seed, SimPosture posture, uint8_t known)
{
  static const BaseVec corners[] = {{3000, 0}, {4000, 0}, {4000, 6000}, {3000, 6000}};
  SimFeature field = {.kind = SIM_FEATURE_MINEFIELD, .n_points = 4, .points = corners,
                      .mines_per_ha = 8, .known = known};
  Crossing result = {0};
  Build build;
  SimWorld *world;
  SimMessage message;

  build_init (&build);
  build.def.terrain.features = &field;
  build.def.terrain.n_features = 1;
  /* Who learns of the field on the way goes on as before.  */
  if (known == 0)
    build.rules.mine_known = 1;
  for (unsigned i = 0; i < 10; i++)
    build_own (&build, i / 4, 2900, 600 + 480 * (float) i, 90);
  world = build_world (&build, seed);
  for (size_t i = 0; i < 10; i++) {
    world->units.posture[i] = (uint8_t) posture;
    send (world, i, base_vec (4200, world->units.y[i]));
  }
  result.told = build_wait_message (world, SIM_MESSAGE_REPORT, 60, &message) &&
                message.report.words.phrase == SIM_PHRASE_MINES;
  build_run (world, 400);
  for (size_t i = 0; i < 10; i++) {
    SimUnitTruth unit = sim_world_unit (world, i);

    result.lost += !unit.alive;
    result.legs += unit.parts[SIM_PART_LEGS] < 255;
    for (int part = 0; part < SIM_N_PARTS; part++)
      if (unit.parts[part] < 255) {
        result.hurt++;
        break;
      }
  }
  result.learnt = (world->mines_known[SIM_SIDE_REPUBLIC] & 1) != 0;
  sim_world_free (world);
  return result;
}

static Crossing
cross_many (SimPosture posture, uint8_t known)
{
  Crossing sum = {0};

  for (uint64_t seed = 1; seed <= 20; seed++) {
    Crossing one = cross_mines (seed, posture, known);

    sum.hurt += one.hurt;
    sum.lost += one.lost;
    sum.legs += one.legs;
    sum.told |= one.told;
    /* One that has gone off is known to all of the side.  */
    g_assert_true (one.learnt || one.hurt == 0);
  }
  return sum;
}

static void
test_mines (void)
{
  Crossing fast = cross_many (SIM_POSTURE_NORMAL, 0), careful = cross_many (SIM_POSTURE_CAREFUL, 0);
  Crossing known = cross_many (SIM_POSTURE_NORMAL, 1u << SIM_SIDE_REPUBLIC);

  /* 8 mines a hectare, 2.5 m wide, 1000 m: e to the minus two of 200 come through.  */
  g_assert_cmpint (fast.hurt, >, 140);
  g_assert_cmpint (careful.hurt, <, fast.hurt * 3 / 4);
  g_assert_cmpint (known.hurt, <, careful.hurt * 3 / 4);
  g_assert_cmpint (fast.legs * 10, >, fast.hurt * 5);
  g_assert_cmpint (fast.lost, >, 0);
  g_assert_cmpint (fast.lost * 2, <, fast.hurt);
  g_assert_true (fast.told);
}

static const BaseVec mined_corners[] = {{2800, 2000}, {3800, 2000}, {3800, 4000}, {2800, 4000}};

static SimFeature
full_field (void)
{
  return (SimFeature){
    .kind = SIM_FEATURE_MINEFIELD, .n_points = 4, .points = mined_corners, .mines_per_ha = 200};
}

/* Who loses his machine to a mine gets out of it or not, as after a shot, and can be fetched.  */
static void
test_mines_and_people (void)
{
  SimFeature field = full_field ();
  int down = 0, dead = 0, wounded = 0, lost = 0;

  for (uint64_t seed = 1; seed <= 60; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    build.def.terrain.features = &field;
    build.def.terrain.n_features = 1;
    build.rules.mine_damage = 1000;
    for (unsigned i = 0; i < 4; i++)
      build_own (&build, 0, 2700, 2400 + 300 * (float) i, 90);
    world = build_world (&build, seed);
    for (size_t i = 0; i < 4; i++)
      send (world, i, base_vec (4000, world->units.y[i]));
    build_run (world, 60);
    for (size_t i = 0; i < 4; i++) {
      if (world->units.alive[i])
        continue;
      lost++;
      g_assert_cmpint (world->units.person[i] == SIM_PERSON_DEAD, ==, world->units.pilot_dead[i]);
      g_assert_cmpint (world->units.person[i], !=, SIM_PERSON_ABOARD);
      down += world->units.person[i] != SIM_PERSON_DEAD;
      dead += world->units.pilot_dead[i];
      wounded += world->units.person[i] != SIM_PERSON_DEAD && world->units.wounds[i] > 0;
    }
    sim_world_free (world);
  }
  g_assert_cmpint (lost, >, 40);
  g_assert_cmpint (down, >, dead / 2);
  g_assert_cmpint (dead, >, lost / 10);
  g_assert_cmpint (wounded * 4, >, down);
  g_assert_cmpint (wounded * 10, <, down * 8);
}

/* What flies treads on nothing; a commander that treads on one leaves those around it confused.  */
static void
test_mines_and_the_legion (void)
{
  SimFeature field = full_field ();
  SimWorld *world;
  Build build;

  build_init (&build);
  build.def.terrain.features = &field;
  build.def.terrain.n_features = 1;
  build.rules.mine_damage = 1000;
  build_own (&build, 0, 500, 500, 90);
  build_group (&build, SIM_TASK_HOLD, BUILD_CONTROL, 1, 3300, 3000, 3300, 3000);
  build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 1, 2600, 3000, 2600, 3000);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 3, 2200, 3000, 2200, 3000);
  build.groups[1].shepherd = 1;
  world = build_world (&build, 3);
  build_run (world, 5);
  for (int i = 0; i < 400 && world->units.alive[2]; i++) {
    world->units.x[1] = 3300;
    world->units.speed[1] = 20;
    world->units.x[2] = 3300;
    world->units.speed[2] = 8;
    sim_world_step (world);
  }
  g_assert_true (world->units.alive[1]);
  g_assert_false (world->units.alive[2]);
  for (size_t i = 3; i < 6; i++)
    g_assert_cmpuint (world->units.confused_tick[i], >, world->tick + SIM_SECONDS (60));
  sim_world_free (world);
}

/* ---- Marsh --------------------------------------------------------------------------------- */

/* Seconds to come through a marsh of a kilometre; the mean over machines and seeds.  */
static double
marsh_seconds (float weight_t, SimPosture posture)
{
  static const BaseVec corners[] = {{3000, 0}, {4000, 0}, {4000, 6000}, {3000, 6000}};
  SimFeature marsh = {.kind = SIM_FEATURE_MARSH, .n_points = 4, .points = corners};
  double sum = 0;

  for (uint64_t seed = 1; seed <= 4; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    build.def.terrain.features = &marsh;
    build.def.terrain.n_features = 1;
    build.rules.types[BUILD_WALKER].climb_mps = 0;
    build.rules.types[BUILD_WALKER].weight_t = weight_t;
    for (unsigned i = 0; i < 8; i++)
      build_own (&build, i / 4, 2900, 600 + 480 * (float) i, 90);
    world = build_world (&build, seed);
    for (size_t i = 0; i < 8; i++) {
      world->units.posture[i] = (uint8_t) posture;
      g_assert_true (send (world, i, base_vec (4200, world->units.y[i])));
    }
    for (; any_moves (world); sum += 1.0 / 4)
      build_run (world, 1);
    sim_world_free (world);
  }
  return sum;
}

static void
test_marsh (void)
{
  double light = marsh_seconds (10, SIM_POSTURE_NORMAL);

  g_assert_cmpfloat (light, >, 1000 / 14 / 0.35);
  g_assert_cmpfloat (marsh_seconds (29, SIM_POSTURE_NORMAL), >, light * 1.15);
  g_assert_cmpfloat (marsh_seconds (50, SIM_POSTURE_NORMAL), >, light * 2);
}

/* ---- Speed --------------------------------------------------------------------------------- */

/* Metres a second of one machine of a type over a feature, or the open, after it has gathered speed;
 * up a slope of so many in a hundred.  */
static double
speed_over (unsigned type, SimFeatureKind feature, SimPosture posture, float slope)
{
  static const BaseVec line[] = {{500, 3000}, {7500, 3000}};
  static const BaseVec area[] = {{200, 200}, {7800, 200}, {7800, 5800}, {200, 5800}};
  static const BaseVec top[] = {{5000, 3000}};
  bool is_line = feature == SIM_FEATURE_ROAD, is_hill = feature == SIM_FEATURE_HILL;
  SimFeature features[] = {{.kind = (uint8_t) feature,
                            .n_points = is_line ? 2 : (is_hill ? 1 : 4),
                            .points = is_line ? line : (is_hill ? top : area),
                            .radius_m = is_hill ? 3000 : 60,
                            .rise_m = slope * 30}};
  SimWorld *world;
  double from;
  Build build;

  build_init (&build);
  build.def.terrain.features = features;
  build.def.terrain.n_features = 1;
  build.rules.marsh_bog_per_km = 0;
  build.rules.types[type].side = SIM_SIDE_REPUBLIC;
  build.squadron[build_own (&build, 0, 3000, 3000, 90)].type = (SimTypeIndex) type;
  build.squadron[0].driving = 0.5f;
  world = build_world (&build, 1);
  world->units.driving[0] = world->units.base_driving[0] = 0.5f;
  world->units.posture[0] = (uint8_t) posture;
  send (world, 0, base_vec (4900, 3000));
  for (int i = 0; i < 3000 && world->units.x[0] < 3400; i++) {
    world->units.posture[0] = (uint8_t) posture;
    sim_world_step (world);
  }
  from = (double) world->units.x[0];
  build_run (world, 10);
  from = ((double) world->units.x[0] - from) / 10;
  sim_world_free (world);
  return from;
}

#define WALK(feature, posture) speed_over (BUILD_WALKER, SIM_FEATURE_##feature, SIM_POSTURE_##posture, 0)

/* What legs and ground make of a machine's speed: the builder's walker does 22 on a road and 14 m/s
 * over the open.  */
static void
test_speeds (void)
{
  double open = WALK (HILL, NORMAL);

  g_assert_cmpfloat_with_epsilon (open, 14, 0.5);
  g_assert_cmpfloat_with_epsilon (WALK (ROAD, NORMAL), 22, 0.7);
  g_assert_cmpfloat_with_epsilon (WALK (HILL, FAST) / open, 1.25, 0.05);
  g_assert_cmpfloat_with_epsilon (WALK (HILL, CAREFUL) / open, 0.55, 0.05);
  g_assert_cmpfloat_with_epsilon (WALK (HILL, HIDDEN) / open, 0.4, 0.05);
  g_assert_cmpfloat_with_epsilon (WALK (WOODS, NORMAL) / open, 0.55, 0.05);
  g_assert_cmpfloat_with_epsilon (WALK (TOWN, NORMAL) / open, 0.75, 0.06);
  g_assert_cmpfloat_with_epsilon (WALK (RUBBLE, NORMAL) / open, 0.65, 0.06);
  g_assert_cmpfloat (WALK (MARSH, NORMAL) / open, <, 0.36);
  /* Fifty tons are slower than a walker among trees and stones.  */
  g_assert_cmpfloat_with_epsilon (
      speed_over (BUILD_TANK, SIM_FEATURE_WOODS, SIM_POSTURE_NORMAL, 0) / open, 0.35, 0.05);
  g_assert_cmpfloat_with_epsilon (
      speed_over (BUILD_TANK, SIM_FEATURE_RUBBLE, SIM_POSTURE_NORMAL, 0) / open, 0.4, 0.05);
}

/* The steeper the slower: half at one in four.  */
static void
test_slopes (void)
{
  double flat = speed_over (BUILD_WALKER, SIM_FEATURE_HILL, SIM_POSTURE_NORMAL, 0);
  double gentle = speed_over (BUILD_WALKER, SIM_FEATURE_HILL, SIM_POSTURE_NORMAL, 8);
  double steep = speed_over (BUILD_WALKER, SIM_FEATURE_HILL, SIM_POSTURE_NORMAL, 20);

  g_assert_cmpfloat (gentle, <, 0.9 * flat);
  g_assert_cmpfloat (steep, <, 0.8 * gentle);
}

/* Who stands in one place with others gets off them, and does not wander off.  */
static void
test_keeps_apart (void)
{
  SimWorld *world;
  Build build;

  build_init (&build);
  for (unsigned i = 0; i < 4; i++)
    build_own (&build, 0, 3000 + 2 * (float) i, 3000, 90);
  world = build_world (&build, 1);
  build_run (world, 60);
  for (size_t i = 0; i < 4; i++)
    for (size_t k = 0; k < i; k++) {
      float apart =
          base_vec_distance (sim_unit_position (world, i), sim_unit_position (world, k));

      g_assert_cmpfloat (apart, >, 12);
      g_assert_cmpfloat (apart, <, 200);
    }
  sim_world_free (world);
}

/* Minutes that a pack lasts one who goes on and on in a posture, or stands.  */
static double
pack_minutes (SimPosture posture, bool goes)
{
  SimWorld *world;
  double used;
  Build build;

  build_init (&build);
  build_own (&build, 0, 1000, 3000, 90);
  build.rules.types[BUILD_WALKER].energy_s = 4500;
  world = build_world (&build, 1);
  for (int t = 0; t < 300; t++) {
    world->units.posture[0] = (uint8_t) posture;
    if (goes && !world->units.moving[0])
      send (world, 0, base_vec (world->units.x[0] < 4000 ? 7000 : 1000, 3000));
    build_run (world, 1);
  }
  used = 4500 - (double) world->units.energy[0];
  sim_world_free (world);
  return 4500 / used * 5;
}

/* A pack lasts an hour to an hour and a half of fighting, which is going hard and less hard; longer for
 * who stands.  Without energy nobody goes anywhere, and says why.  */
static void
test_energy (void)
{
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 3000, 3000);
  SimMessage message;
  SimWorld *world;
  Build build;

  g_assert_cmpfloat_with_epsilon (pack_minutes (SIM_POSTURE_FAST, true), 58, 2);
  g_assert_cmpfloat_with_epsilon (pack_minutes (SIM_POSTURE_NORMAL, true), 94, 2);
  g_assert_cmpfloat (pack_minutes (SIM_POSTURE_NORMAL, false), >, 300);
  build_init (&build);
  build_own (&build, 0, 1000, 3000, 90);
  world = build_world (&build, 1);
  world->units.energy[0] = 0;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NO_ENERGY);
  send (world, 0, base_vec (3000, 3000));
  build_run (world, 30);
  g_assert_cmpfloat (world->units.x[0], <, 1010);
  sim_world_free (world);
}

/* ---- Wear ---------------------------------------------------------------------------------- */

/* What is left of the legs, mean of eight, after so many kilometres each way.  */
static double
legs_after (SimPosture posture, SimFeatureKind feature, double seconds, bool *told)
{
  static const BaseVec road[] = {{500, 3000}, {7500, 3000}};
  static const BaseVec woods[] = {{100, 100}, {7900, 100}, {7900, 5900}, {100, 5900}};
  SimFeature features[] = {{.kind = (uint8_t) feature, .n_points = 2, .points = road, .radius_m = 100}};
  double sum = 0;
  SimWorld *world;
  Build build;

  if (feature == SIM_FEATURE_WOODS) {
    features[0].n_points = 4;
    features[0].points = woods;
  }
  build_init (&build);
  build.def.terrain.features = features;
  build.def.terrain.n_features = 1;
  build.rules.types[BUILD_WALKER].wear_per_km = 4;
  build.rules.types[BUILD_WALKER].energy_s = 100000;
  for (unsigned i = 0; i < 8; i++)
    build_own (&build, 0, 1000, 3000 + (feature == SIM_FEATURE_ROAD ? 0 : 40) * (float) i, 90);
  world = build_world (&build, 1);
  *told = false;
  for (int t = 0; t < (int) seconds; t++) {
    for (size_t i = 0; i < 8; i++) {
      world->units.posture[i] = (uint8_t) posture;
      if (!world->units.moving[i])
        send (world, i, base_vec (world->units.x[i] < 4000 ? 7000 : 1000, world->units.y[i]));
    }
    build_run (world, 1);
    *told |= (world->units.told[0] & SIM_TOLD_WORN) != 0;
  }
  for (size_t i = 0; i < 8; i++)
    sum += world->units.parts[i * SIM_N_PARTS + SIM_PART_LEGS] / 8.0;
  sim_world_free (world);
  return 255 - sum;
}

/* Hard driving wears the undercarriage: four of 255 a kilometre in the open, less on a road, more in the
 * woods, nothing for who takes his time.  */
static void
test_wear (void)
{
  bool told;
  double open = legs_after (SIM_POSTURE_FAST, SIM_FEATURE_HILL, 600, &told);
  double km = 600 * 14 * 1.25 * 1.04 / 1000;

  g_assert_cmpfloat (open, >, 4 * km * 0.6);
  g_assert_cmpfloat (open, <, 4 * km * 1.2);
  g_assert_false (told);
  g_assert_cmpfloat (legs_after (SIM_POSTURE_NORMAL, SIM_FEATURE_HILL, 600, &told), ==, 0);
  g_assert_cmpfloat (legs_after (SIM_POSTURE_FAST, SIM_FEATURE_ROAD, 600, &told), <, open * 0.9);
  g_assert_cmpfloat (legs_after (SIM_POSTURE_FAST, SIM_FEATURE_WOODS, 600, &told) /
                         (open * 0.55), >, 1.4);
}

/* It is said once, and never goes so far that it alone would stop a machine.  */
static void
test_wear_is_told (void)
{
  Build build;
  SimWorld *world;
  int said = 0;

  build_init (&build);
  build.rules.types[BUILD_WALKER].wear_per_km = 250;
  build_own (&build, 0, 1000, 3000, 90);
  world = build_world (&build, 1);
  for (int t = 0; t < 3000; t++) {
    const SimMessage *messages;
    size_t n;

    world->units.posture[0] = SIM_POSTURE_FAST;
    if (!world->units.moving[0])
      send (world, 0, base_vec (world->units.x[0] < 4000 ? 7000 : 1000, 3000));
    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      said += messages[k].kind == SIM_MESSAGE_REPORT &&
              messages[k].report.words.phrase == SIM_PHRASE_WORN;
  }
  g_assert_cmpint (said, ==, 1);
  g_assert_cmpuint (world->units.parts[SIM_PART_LEGS], ==, 120);
  sim_world_free (world);
}

/* ---- Roofs --------------------------------------------------------------------------------- */

static SimWorld *
in_town (float climb_mps)
{
  static const BaseVec middle[] = {{3000, 3000}};
  SimFeature town = {.kind = SIM_FEATURE_TOWN, .n_points = 1, .points = middle, .radius_m = 500};
  Build build;

  build_init (&build);
  build.def.terrain.features = &town;
  build.def.terrain.n_features = 1;
  build.rules.types[BUILD_WALKER].climb_mps = climb_mps;
  for (unsigned i = 0; i < 8; i++)
    build_own (&build, 0, 2800 + 50 * (float) i, 3000, 90);
  return build_world (&build, 1);
}

/* Only with anchors, not at once, and down again before going on.  */
static void
test_roof (void)
{
  SimWorld *world = in_town (1.5f), *ants = in_town (0);
  size_t up = 0;

  build_run (world, 5);
  for (size_t i = 0; i < 8; i++)
    g_assert_cmpfloat (world->units.roof_m[i], ==, 0);
  build_run (world, 40);
  build_run (ants, 45);
  for (size_t i = 0; i < 8; i++) {
    g_assert_cmpfloat (ants->units.roof_m[i], ==, 0);
    up += world->units.roof_m[i] >= 4;
  }
  g_assert_cmpuint (up, ==, 8);
  g_assert_true (send (world, 0, base_vec (6000, 3000)));
  build_run (world, 1);
  g_assert_cmpfloat (world->units.speed[0], <, 0.1);
  build_run (world, 30);
  g_assert_cmpfloat (world->units.roof_m[0], ==, 0);
  g_assert_cmpfloat (world->units.x[0], >, 2900);
  sim_world_free (world);
  sim_world_free (ants);
}

/* Over the houses around it one sees from the highest roof and not from the street.  */
static void
test_view_from_roof (void)
{
  SimWorld *world = in_town (1.5f);
  size_t high = 0;
  int seen = 0, seen_from_street = 0;

  build_run (world, 60);
  for (size_t i = 1; i < 8; i++)
    if (world->units.roof_m[i] > world->units.roof_m[high])
      high = i;
  for (int bearing = 0; bearing < 36; bearing++) {
    double radians = bearing * (BASE_PI / 18);
    BaseVec at = sim_unit_position (world, high);
    BaseVec far = base_vec (at.x + 1500 * (float) base_sin (radians),
                            at.y + 1500 * (float) base_cos (radians));

    seen += sim_terrain_line_of_sight (world->ground, at, sim_unit_eyes_m (world, high), far, 2);
    seen_from_street += sim_terrain_line_of_sight (world->ground, at, 2, far, 2);
  }
  g_assert_cmpint (seen, >, seen_from_street + 5);
  sim_world_free (world);
}

/* ---- 40 km --------------------------------------------------------------------------------- */

/* A great map: a long way is found leg by leg, and each leg is nearer by the coarse tree.  */
static void
test_great_map (void)
{
  static const BaseVec river[] = {{0, 20000}, {13000, 21000}, {27000, 19000}, {40000, 20500}};
  static const BaseVec bridge[] = {{27000, 19000}};
  SimFeature features[] = {
    {.kind = SIM_FEATURE_RIVER, .n_points = 4, .points = river, .radius_m = 40},
    {.kind = SIM_FEATURE_BRIDGE, .n_points = 1, .points = bridge}};
  SimTerrainDef def = sim_terrain_def_default ();
  SimGround *ground;
  SimRouter *router;
  float on, length;

  def.width_m = def.height_m = 40000;
  def.cell_m = 25;
  def.features = features;
  def.n_features = 2;
  ground = sim_ground_new (&def);
  router = sim_router_new (ground);
  length = walk_way (router, SIM_MOBILITY_LIGHT, base_vec (3000, 2000), base_vec (4000, 39000),
                     on_cliff, ground, &on);
  g_assert_cmpfloat (length, >, 2 * 27000);
  g_assert_cmpfloat (length, <, 2 * 27000 * 1.6);
  sim_router_free (router);
  sim_ground_free (ground);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/ground/all-arrive", test_all_arrive);
  g_test_add_func ("/sim/ground/great-map", test_great_map);
  g_test_add_func ("/sim/ground/cliff", test_cliff);
  g_test_add_func ("/sim/ground/known-mines", test_known_mines);
  g_test_add_func ("/sim/ground/hidden-way", test_hidden_way);
  g_test_add_func ("/sim/ground/mines", test_mines);
  g_test_add_func ("/sim/ground/mines-and-people", test_mines_and_people);
  g_test_add_func ("/sim/ground/mines-and-the-legion", test_mines_and_the_legion);
  g_test_add_func ("/sim/ground/marsh", test_marsh);
  g_test_add_func ("/sim/ground/speeds", test_speeds);
  g_test_add_func ("/sim/ground/slopes", test_slopes);
  g_test_add_func ("/sim/ground/keeps-apart", test_keeps_apart);
  g_test_add_func ("/sim/ground/energy", test_energy);
  g_test_add_func ("/sim/ground/wear", test_wear);
  g_test_add_func ("/sim/ground/wear-is-told", test_wear_is_told);
  g_test_add_func ("/sim/ground/roof", test_roof);
  g_test_add_func ("/sim/ground/view-from-roof", test_view_from_roof);
  return g_test_run ();
}
