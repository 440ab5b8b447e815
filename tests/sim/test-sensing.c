/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of eyes and feet: what shows at which distance, what hides it, what is felt through hills.  */
#include "sim-builder.h"
#include "sim/sim-jam.h"
#include "sim/sim-signature.h"

#include <glib.h>

#define HERE_X 1000
#define HERE_Y 3025 /* the middle of a cell */

/* ---- How far off a machine is made out ------------------------------------------------------- */

/* How the target stands, held so at every step.  */
typedef struct {
  SimPosture posture;
  bool woods, moves, fires;
} Stand;

/* One walker looks at one scout.  Nobody shoots, and the walker feels nothing.  */
static SimWorld *
two_alone (Build *build, const Stand *stand, float distance)
{
  BaseVec *at = g_new (BaseVec, 1);

  build_init (build);
  build_own (build, 0, HERE_X, HERE_Y, 90);
  build->rules.types[BUILD_WALKER].feel_m = 0;
  build->rules.types[BUILD_WALKER].n_weapons = 0;
  build->rules.types[BUILD_SCOUT].n_weapons = 0;
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 1, HERE_X + distance, HERE_Y, 0, 0);
  build->groups[0].spread_m = 0;
  build->groups[0].n_route = 0;
  if (stand->woods) {
    *at = base_vec (HERE_X + distance, HERE_Y);
    build->features[0] = (SimFeature){
      .kind = SIM_FEATURE_WOODS, .n_points = 1, .points = at, .radius_m = 40};
    build->def.terrain.features = build->features;
    build->def.terrain.n_features = 1;
  }
  return build_world (build, 1);
}

static void
hold_stand (SimWorld *world, size_t unit, const Stand *stand)
{
  SimUnits *u = &world->units;

  u->posture[unit] = (uint8_t) stand->posture;
  u->speed[unit] = stand->moves ? 3 : 0;
  if (stand->fires)
    u->fired_tick[unit] = world->tick;
}

/* Did `looker` make out `target` within ten seconds?  */
static bool
makes_out (SimWorld *world, size_t target, const Stand *stand)
{
  for (int i = 0; i < 100; i++) {
    hold_stand (world, target, stand);
    sim_world_step (world);
    if (world->units.seen_tick[target] != 0)
      return true;
  }
  return false;
}

/* The farthest distance at which the walker makes out the scout (or, turned about, the scout the
 * walker), to 50 m.  The scout stands in the middle of a cell, which alone is wooded.  */
static float
found_at (const Stand *stand, bool turned)
{
  float farthest = 0;

  for (float distance = 75; distance < 5000; distance += 50) {
    Build build;
    SimWorld *world = two_alone (&build, stand, distance);
    SimUnits *u = &world->units;

    /* Turned about, the walker stands where the scout does.  */
    if (turned) {
      float x = u->x[0];

      u->x[0] = u->x[1];
      u->x[1] = x;
    }
    if (makes_out (world, turned ? 0 : 1, stand))
      farthest = distance;
    sim_world_free (world);
    if (distance > farthest + 500)
      break;
  }
  return farthest;
}

/* Walkers see 2500 m, plus a bit for awareness 0.6; within the band of a fifth chance decides, and
 * in ten seconds it has decided for the looker.  */
static void
assert_found_at (const Stand *stand, float factor)
{
  float reach = 2500 * (1 + 0.3f * 0.1f) * factor;
  float found = found_at (stand, false);

  g_test_message ("found at %.0f m, reach %.0f m", (double) found, (double) reach);
  g_assert_cmpfloat (found, >, reach * 0.98f - 50);
  g_assert_cmpfloat (found, <, reach * 1.22f);
}

static void
test_postures (void)
{
  assert_found_at (&(Stand){.moves = true}, 1);
  assert_found_at (&(Stand){.posture = SIM_POSTURE_FAST, .moves = true}, 1.25f);
  assert_found_at (&(Stand){.posture = SIM_POSTURE_CAREFUL, .moves = true}, 0.75f);
  assert_found_at (&(Stand){.posture = SIM_POSTURE_HIDDEN, .moves = true}, 0.55f);
  assert_found_at (&(Stand){.moves = false}, 0.65f);
}

/* Hidden and still among trees a machine is found at a few hundred metres; let it fire, and nearly
 * twice as far.  */
static void
test_woods_and_fire (void)
{
  float hidden = 0.4f * 0.55f * 0.65f;

  assert_found_at (&(Stand){.posture = SIM_POSTURE_HIDDEN, .woods = true}, hidden);
  assert_found_at (&(Stand){.posture = SIM_POSTURE_HIDDEN, .woods = true, .fires = true},
                   hidden * 1.7f);
}

/* The Legion looks by the same rules: its scout finds a walker at the distance at which the walker,
 * with the same eyes, finds it.  */
static void
test_same_for_both (void)
{
  static const Stand stands[] = {
    {.moves = true},
    {.posture = SIM_POSTURE_HIDDEN, .woods = true},
    {.posture = SIM_POSTURE_HIDDEN, .woods = true, .fires = true},
  };

  for (size_t i = 0; i < G_N_ELEMENTS (stands); i++) {
    float ours = found_at (&stands[i], false) / (1 + 0.3f * 0.1f);
    float theirs = found_at (&stands[i], true);

    g_assert_cmpfloat (theirs, >, ours * 0.85f - 50);
    g_assert_cmpfloat (theirs, <, ours * 1.15f + 50);
  }
}

/* Broken sensors leave a third of sight, more awareness adds to it.  */
static void
test_eyes (void)
{
  Stand stand = {.moves = true};
  float seen[3] = {0};

  for (int kind = 0; kind < 3; kind++)
    for (float distance = 500; distance < 4000; distance += 50) {
      Build build;
      SimWorld *world = two_alone (&build, &stand, distance);

      world->units.awareness[0] = world->units.base_awareness[0] = kind == 1 ? 1 : 0;
      if (kind == 2)
        world->units.parts[SIM_PART_SENSORS] = 0;
      if (makes_out (world, 1, &stand))
        seen[kind] = distance;
      sim_world_free (world);
    }
  g_assert_cmpfloat (seen[1], >, seen[0] * 1.25f);
  g_assert_cmpfloat (seen[1], <, seen[0] * 1.45f);
  g_assert_cmpfloat (seen[2], <, seen[0] * 0.4f);
  g_assert_cmpfloat (seen[2], >, 500);
}

/* In the dark nobody sees far, but a shot shows about as far as by day.  */
static void
test_flash_at_night (void)
{
  Stand quiet = {.moves = true}, firing = {.moves = true, .fires = true};
  float seen[2] = {0};

  for (int i = 0; i < 2; i++)
    for (float distance = 300; distance < 5000; distance += 50) {
      Build build;
      SimWorld *world = two_alone (&build, i ? &firing : &quiet, distance);

      sim_world_free (world);
      build.def.start_hour = 1;
      build.def.terrain.n_features = 0;
      world = build_world (&build, 1);
      if (makes_out (world, 1, i ? &firing : &quiet))
        seen[i] = distance;
      sim_world_free (world);
    }
  g_assert_cmpfloat (seen[0], <, 1200);
  g_assert_cmpfloat (seen[1], >, 3000);
}

/* ---- Feet ------------------------------------------------------------------------------------ */

/* A walker, and a machine of this type that is kept walking at this distance, behind a hill if
 * asked; the first report, or none.  */
static bool
feels_through_hill (unsigned type, float distance, SimPosture posture, float own_speed,
                    SimReport *report)
{
  static BaseVec top[1];
  Build build;
  SimWorld *world;
  bool told = false;

  top[0] = base_vec (HERE_X + distance / 2, HERE_Y);
  build_init (&build);
  build_own (&build, 0, HERE_X, HERE_Y, 90);
  build.rules.types[type].n_weapons = 0;
  build_group (&build, SIM_TASK_HOLD, type, 1, HERE_X + distance, HERE_Y, 0, 0);
  build.groups[0].spread_m = 0;
  build.groups[0].n_route = 0;
  build.features[0] = (SimFeature){.kind = SIM_FEATURE_HILL, .n_points = 1, .points = top,
                                   .radius_m = distance / 2, .rise_m = 120};
  build.def.terrain.features = build.features;
  build.def.terrain.n_features = 1;
  world = build_world (&build, 1);
  for (int i = 0; i < 200 && !told; i++) {
    const SimMessage *messages;
    size_t n;

    world->units.posture[0] = (uint8_t) posture;
    world->units.speed[0] = own_speed;
    world->units.speed[1] = 5;
    world->units.x[0] = HERE_X;
    world->units.x[1] = HERE_X + distance;
    world->units.y[0] = world->units.y[1] = HERE_Y;
    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_REPORT) {
        *report = messages[k].report;
        told = true;
      }
  }
  sim_world_free (world);
  return told;
}

static void
test_felt_behind_hill (void)
{
  SimReport report;

  g_assert_true (feels_through_hill (BUILD_TANK, 500, SIM_POSTURE_NORMAL, 0, &report));
  g_assert_cmpint (report.kind, ==, SIM_REPORT_CONTACT);
  g_assert_cmpint (report.how, ==, SIM_HOW_FELT);
  g_assert_cmpint (report.type, ==, SIM_TYPE_UNKNOWN);
  g_assert_false (feels_through_hill (BUILD_TANK, 900, SIM_POSTURE_NORMAL, 0, &report));
}

/* Who runs feels next to nothing, who creeps as much as who stands.  */
static void
test_feeling_needs_quiet (void)
{
  SimReport report;

  g_assert_true (feels_through_hill (BUILD_SCOUT, 450, SIM_POSTURE_CAREFUL, 4, &report));
  g_assert_false (feels_through_hill (BUILD_SCOUT, 450, SIM_POSTURE_NORMAL, 10, &report));
  g_assert_true (feels_through_hill (BUILD_SCOUT, 220, SIM_POSTURE_NORMAL, 10, &report));
  g_assert_false (feels_through_hill (BUILD_SCOUT, 220, SIM_POSTURE_FAST, 12, &report));
}

/* From the lightest to the heaviest, 400 to 800 m.  */
static void
test_tremor_range (void)
{
  Build build;
  SimWorld *world;

  build_init (&build);
  build_own (&build, 0, HERE_X, HERE_Y, 90);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 5000, 3000, 0, 0);
  world = build_world (&build, 1);
  for (float size = 0.1f; size < 20; size *= 1.3f) {
    float tremor;

    world->rules.types[BUILD_SCOUT].size = size;
    world->units.speed[1] = 5;
    tremor = sim_signature_tremor (world, 1, 600);
    g_assert_cmpfloat (tremor, >=, 400);
    g_assert_cmpfloat (tremor, <=, 800);
  }
  world->units.speed[1] = 0;
  g_assert_cmpfloat (sim_signature_tremor (world, 1, 600), ==, 0);
  sim_world_free (world);
}

/* ---- Dormant --------------------------------------------------------------------------------- */

static SimWorld *
door (Build *build, float distance, SimPosture posture)
{
  SimWorld *world;

  build_init (build);
  build_own (build, 0, HERE_X, HERE_Y, 90);
  build->rules.types[BUILD_WALKER].n_weapons = 0;
  build_group (build, SIM_TASK_HOLD, BUILD_TANK, 2, HERE_X + distance, HERE_Y, 0, 0);
  build->groups[0].spread_m = 0;
  build->groups[0].n_route = 0;
  build->groups[0].dormant = 1;
  build->rules.types[BUILD_TANK].n_weapons = 0;
  world = build_world (build, 1);
  world->units.posture[0] = (uint8_t) posture;
  return world;
}

static void
test_dormant_is_nearly_unseen (void)
{
  Build build;
  SimWorld *world = door (&build, 300, SIM_POSTURE_NORMAL);

  /* Nothing is to wake it.  */
  world->rules.types[BUILD_TANK].sight_m = 0;
  build_run (world, 60);
  g_assert_cmpuint (world->units.seen_tick[1], ==, 0);
  /* Awake, and all else the same, it is plain to see.  */
  world->units.dormant[1] = world->units.dormant[2] = 0;
  build_run (world, 5);
  g_assert_cmpuint (world->units.seen_tick[1], >, 0);
  sim_world_free (world);
}

static bool
dormant_is_felt (float distance, SimPosture posture, float own_speed)
{
  Build build;
  SimWorld *world = door (&build, distance, posture);
  bool felt = false;

  /* Not a question of eyes.  */
  world->rules.types[BUILD_WALKER].sight_m = world->rules.types[BUILD_TANK].sight_m = 0;
  for (int i = 0; i < 100; i++) {
    world->units.speed[0] = own_speed;
    world->units.x[0] = HERE_X;
    sim_world_step (world);
    felt |= world->units.seen_tick[1] != 0;
  }
  sim_world_free (world);
  return felt;
}

static void
test_dormant_is_felt_by_the_careful (void)
{
  g_assert_true (dormant_is_felt (140, SIM_POSTURE_CAREFUL, 4));
  g_assert_false (dormant_is_felt (170, SIM_POSTURE_CAREFUL, 4));
  g_assert_false (dormant_is_felt (140, SIM_POSTURE_NORMAL, 10));
  g_assert_false (dormant_is_felt (140, SIM_POSTURE_FAST, 15));
}

/* It senses within its short radius alone, tells nobody, and does not go where others call it; who
 * comes near enough wakes it.  */
static void
test_dormant_is_blind_and_silent (void)
{
  for (int i = 0; i < 2; i++) {
    Build build;
    SimWorld *world = door (&build, i == 0 ? 700 : 400, SIM_POSTURE_NORMAL);
    BaseVec before = sim_unit_position (world, 1);

    build_run (world, 60);
    g_assert_cmpuint (world->groups[0].enemy_tick != 0, ==, i == 1);
    g_assert_cmpuint (world->units.dormant[1], ==, i == 0);
    if (i == 0) {
      for (int k = 0; k < SIM_MAX_SIGHTINGS; k++)
        g_assert_cmpuint (world->sightings[k].tick, ==, 0);
      g_assert_cmpfloat (base_vec_distance (before, sim_unit_position (world, 1)), <, 30);
    }
    sim_world_free (world);
  }
}

/* The first shot at one wakes all that lie together.  */
static void
test_dormant_wakes (void)
{
  Build build;
  SimWorld *world = door (&build, 1000, SIM_POSTURE_NORMAL);

  build_run (world, 5);
  g_assert_true (world->units.dormant[1] && world->units.dormant[2]);
  world->units.harmed_tick[1] = world->tick;
  build_run (world, 1.5);
  g_assert_false (world->units.dormant[1] || world->units.dormant[2]);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/sensing/postures", test_postures);
  g_test_add_func ("/sim/sensing/woods-and-fire", test_woods_and_fire);
  g_test_add_func ("/sim/sensing/same-for-both", test_same_for_both);
  g_test_add_func ("/sim/sensing/eyes", test_eyes);
  g_test_add_func ("/sim/sensing/flash-at-night", test_flash_at_night);
  g_test_add_func ("/sim/sensing/felt-behind-hill", test_felt_behind_hill);
  g_test_add_func ("/sim/sensing/feeling-needs-quiet", test_feeling_needs_quiet);
  g_test_add_func ("/sim/sensing/tremor-range", test_tremor_range);
  g_test_add_func ("/sim/sensing/dormant-unseen", test_dormant_is_nearly_unseen);
  g_test_add_func ("/sim/sensing/dormant-felt", test_dormant_is_felt_by_the_careful);
  g_test_add_func ("/sim/sensing/dormant-blind", test_dormant_is_blind_and_silent);
  g_test_add_func ("/sim/sensing/dormant-wakes", test_dormant_wakes);
  return g_test_run ();
}
