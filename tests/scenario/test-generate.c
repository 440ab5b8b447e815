/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random battles: what is true of every one (design: play, "Random battles").  With the argument
 * --deep, of two hundred, each played to its end.  */
#include "scenario/scenario-generate.h"
#include "scenario/scenario-truth.h"
#include "sim/sim-terrain.h"
#include "sim/sim-world.h"

#include <glib/gstdio.h>
#include <string.h>

#define SEEDS 16 /* four of each kind */
#define DEEP_SEEDS 200
#define FORCES 60

static char *folder;

static ScenarioRecipe
recipe_of (guint64 seed)
{
  ScenarioRecipe recipe = scenario_recipe_default ();

  recipe.seed = seed;
  recipe.kind = (ScenarioKind) (seed % SCENARIO_N_KINDS);
  recipe.machines = 5 + (guint) (seed * 7 % 20);
  recipe.odds = 1 + (double) (seed % 7) / 2;
  recipe.hour = (double) (seed * 5 % 24);
  return recipe;
}

static char *
generate (const ScenarioRecipe *recipe)
{
  g_autoptr (GError) error = NULL;
  char *text = scenario_generate (recipe, &error);

  g_assert_no_error (error);
  return text;
}

static ScenarioBattle *
battle_of (const ScenarioRecipe *recipe)
{
  g_autofree char *text = generate (recipe);
  g_autofree char *path = g_build_filename (folder, "battle.json", NULL);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  ScenarioBattle *battle;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (scenario_validate_file (path, problems, &error));
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((ScenarioProblem *) g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, 0); /* not even a warning */
  battle = scenario_battle_load (path, &error);
  g_assert_no_error (error);
  return battle;
}

/* ---- The file ------------------------------------------------------------------------------ */

static void
test_same_bytes (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed), next = recipe;
    g_autofree char *one = generate (&recipe), *two = generate (&recipe), *other = NULL;

    next.seed += SCENARIO_N_KINDS;
    other = generate (&next);
    g_assert_cmpstr (one, ==, two);
    g_assert_cmpstr (one, !=, other);
  }
}

/* Whatever is asked, a battle comes of it.  */
static void
test_out_of_range (void)
{
  ScenarioRecipe recipes[] = {
      {.seed = G_MAXUINT64, .size_km = 1e9, .machines = 1000, .odds = 1e9, .hour = 99, .kind = 77},
      {.seed = 0, .size_km = -5, .machines = 0, .odds = -1, .hour = -3},
      {.seed = 3, .size_km = 12, .machines = 24, .odds = 4, .hour = 23.99},
      {.seed = 4, .size_km = 40, .machines = 5, .odds = 1, .hour = 0, .kind = 2},
      {.seed = 5, .size_km = 12, .machines = 24, .odds = 4, .hour = 12, .kind = 3}};

  for (gsize i = 0; i < G_N_ELEMENTS (recipes); i++) {
    g_autoptr (ScenarioBattle) battle = battle_of (&recipes[i]);

    g_assert_cmpfloat (battle->world.terrain.width_m, >=, 12000);
    g_assert_cmpfloat (battle->world.terrain.width_m, <=, 40000);
    g_assert_cmpuint (scenario_battle_n_people (battle), >=, 5);
    g_assert_cmpuint (scenario_battle_n_people (battle), <=, 24);
  }
}

static void
test_size_follows_machines (void)
{
  for (guint machines = 5; machines <= 24; machines += 5) {
    ScenarioRecipe recipe = scenario_recipe_default ();
    g_autoptr (ScenarioBattle) battle = NULL;

    recipe.machines = machines;
    battle = battle_of (&recipe);
    g_assert_cmpuint (scenario_battle_n_people (battle), ==, machines);
    g_assert_cmpfloat_with_epsilon (battle->world.terrain.width_m, 12000 + 500 * machines, 50);
  }
}

/* What is called by a name over the radio is one thing.  */
static void
test_names_unique (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < battle->places->len; i++)
      g_assert_true (g_hash_table_add (
          names,
          g_utf8_casefold (g_array_index (battle->places, PicturePlace, i).name, -1)));
    for (guint i = 0; i < battle->squadron->len; i++)
      g_assert_true (g_hash_table_add (
          names, g_utf8_casefold (
                     g_array_index (battle->squadron, ScenarioMember, i).machine.call_sign, -1)));
  }
}

/* ---- The force ----------------------------------------------------------------------------- */

typedef struct {
  double machines, value;
  double scouts, dragoons, tanks; /* machines */
  guint shepherds, dormant, gleaners;
} Force;

static Force
count_force (const ScenarioBattle *battle, guint plan_index)
{
  const ScenarioPlan *plan = g_ptr_array_index (battle->plans, plan_index);
  Force force = {0};

  for (guint i = 0; i < plan->groups->len; i++) {
    const SimGroupDef *group = &g_array_index (plan->groups, SimGroupDef, i);

    force.value += group->shepherd ? 6 : 0;
    force.shepherds += group->shepherd;
    force.dormant += group->dormant ? group->counts[0] : 0;
    for (guint t = 0; t < G_N_ELEMENTS (group->types); t++) {
      const SimUnitType *type = &battle->rules.types[group->types[t]];

      if (group->counts[t] == 0 || type->role == SIM_ROLE_JAMMER)
        continue;
      force.machines += group->counts[t];
      force.value += group->counts[t] * (double) type->value;
      force.gleaners += type->role == SIM_ROLE_RECOVERER ? group->counts[t] : 0;
      force.scouts += type->role == SIM_ROLE_SCOUT ? group->counts[t] : 0;
      force.dragoons += type->role == SIM_ROLE_DRAGOON ? group->counts[t] : 0;
      force.tanks += type->role == SIM_ROLE_TANK ? group->counts[t] : 0;
    }
  }
  return force;
}

/* A share of the machines, with a machine for rounding.  */
static void
assert_share (const Force *force, double count, double least, double most)
{
  g_assert_cmpfloat (count + 1.5, >=, least * force->machines);
  g_assert_cmpfloat (count - 1.5, <=, most * force->machines);
}

static void
test_force (void)
{
  guint n_shepherds = 0, n_dormant[4] = {0};

  for (guint64 seed = 0; seed < FORCES; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);
    double asked = recipe.odds * 5 * recipe.machines;

    for (guint plan = 0; plan < battle->plans->len; plan++) {
      Force force = count_force (battle, plan);

      g_test_message ("seed %u: %g machines worth %g of %g asked; %g scouts, %g dragoons, %g tanks",
                      (guint) seed, force.machines, force.value, asked, force.scouts,
                      force.dragoons, force.tanks);
      assert_share (&force, force.scouts, 0.37, 0.6);
      assert_share (&force, force.dragoons, 0.15, 0.5);
      assert_share (&force, force.tanks, 0.05, 0.35);
      g_assert_cmpuint (force.shepherds, <=, 1);
      g_assert_cmpuint (force.dormant, <=, 3);
      n_shepherds += force.shepherds;
      g_assert_cmpuint (force.gleaners, <=, 3);
      n_dormant[force.dormant]++;
      if (asked > 60) {
        g_assert_cmpfloat (force.value, >, 0.85 * asked);
        g_assert_cmpfloat (force.value, <, 1.12 * asked + 8);
      }
    }
  }
  /* In each battle three plans; a Shepherd in 30 of a hundred, 15 more for each of the odds above 1.5:
   * a mean of 47.  */
  g_assert_cmpuint (n_shepherds, >, 3 * FORCES * 33 / 100);
  g_assert_cmpuint (n_shepherds, <, 3 * FORCES * 61 / 100);
  for (guint i = 0; i < G_N_ELEMENTS (n_dormant); i++)
    g_assert_cmpuint (n_dormant[i], >, 0);
}

/* The blow is on another axis in each plan, so that one scout tells them apart.  */
static void
test_plans_differ (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);
    g_autofree gboolean *picked = g_new0 (gboolean, battle->plans->len);

    g_assert_cmpuint (battle->plans->len, ==, 3);
    for (guint64 luck = 0; luck < 60; luck++)
      picked[scenario_battle_plan (battle, luck)] = TRUE;
    for (guint i = 0; i < battle->plans->len; i++)
      g_assert_true (picked[i]);
  }
}

static gboolean
has_tanks (const ScenarioBattle *battle, const SimGroupDef *group)
{
  for (guint t = 0; t < G_N_ELEMENTS (group->types); t++)
    if (group->counts[t] > 0 && battle->rules.types[group->types[t]].role == SIM_ROLE_TANK)
      return TRUE;
  return FALSE;
}

/* The archive is right: by one of the fords no tank comes, whatever the plan.  */
static void
test_archive_is_right (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = NULL;
    guint free_fords = 0;

    battle = battle_of (&recipe);
    for (guint p = 0; p < battle->places->len; p++) {
      const PicturePlace *place = &g_array_index (battle->places, PicturePlace, p);
      gboolean used = FALSE;

      if (place->kind != PICTURE_PLACE_FORD)
        continue;
      for (guint i = 0; i < battle->plans->len; i++) {
        const ScenarioPlan *plan = g_ptr_array_index (battle->plans, i);

        for (guint g = 0; g < plan->groups->len; g++) {
          const SimGroupDef *group = &g_array_index (plan->groups, SimGroupDef, g);

          for (guint r = 0; r < group->n_route && has_tanks (battle, group); r++)
            used |= base_vec_distance (group->route[r], place->position) < 10;
          /* Of a raid, who stands there.  */
          used |= has_tanks (battle, group) && group->n_route == 0 &&
                  base_vec_distance (group->position, place->position) < 1000;
        }
      }
      free_fords += !used && strstr (battle->briefing, place->name) != NULL;
    }
    g_assert_cmpuint (free_fords, >=, 1);
  }
}

/* Nothing in the air over a quarter of the battles, one swarm over half, more over a quarter.  */
static void
test_jam (void)
{
  guint n[4] = {0};

  for (guint64 seed = 0; seed < 200; seed++) {
    ScenarioRecipe recipe = scenario_recipe_default ();
    g_autofree char *text = NULL;
    guint swarms = 0;

    recipe.seed = seed;
    recipe.machines = 5;
    recipe.odds = 1;
    recipe.size_km = seed % 2 ? 12 : 30;
    text = generate (&recipe);
    for (const char *at = text; (at = strstr (at, "\"jammer\"")) != NULL; at++)
      swarms++;
    g_assert_cmpuint (swarms, <=, 3);
    n[swarms]++;
  }
  g_assert_cmpuint (n[0], >=, 35);
  g_assert_cmpuint (n[0], <=, 65);
  g_assert_cmpuint (n[1], >=, 80);
  g_assert_cmpuint (n[1], <=, 120);
  g_assert_cmpuint (n[2] + n[3], >=, 35);
  g_assert_cmpuint (n[3], >, 0);
}

/* One Scavenger for six machines; an escort brings two to four.  */
static void
test_supply (void)
{
  for (guint machines = 5; machines <= 24; machines++)
    for (guint kind = 0; kind < SCENARIO_N_KINDS; kind++) {
      ScenarioRecipe recipe = scenario_recipe_default ();
      g_autoptr (ScenarioBattle) battle = NULL;
      guint n;

      recipe.machines = machines;
      recipe.kind = (ScenarioKind) kind;
      recipe.odds = 1;
      battle = battle_of (&recipe);
      n = battle->squadron->len - machines;
      if (kind == SCENARIO_KIND_ESCORT) {
        g_assert_cmpuint (n, >=, 2);
        g_assert_cmpuint (n, <=, 4);
      } else {
        g_assert_cmpfloat_with_epsilon ((double) n, (double) machines / 6, 0.51);
      }
      g_assert_cmpuint (battle->world.convoy.n_route, ==, kind == SCENARIO_KIND_ESCORT ? 5 : 0);
    }
}

/* Groups come in two to four waves; the first at once, the last with time left to fight.  */
static void
test_waves (void)
{
  guint seen[5] = {0};

  for (guint64 seed = 0; seed < 3 * SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = NULL;

    if (recipe.kind == SCENARIO_KIND_RAID)
      continue; /* those who come are called by the alarm */
    battle = battle_of (&recipe);
    for (guint p = 0; p < battle->plans->len; p++) {
      const ScenarioPlan *plan = g_ptr_array_index (battle->plans, p);
      SimTick last = 0;
      guint waves = 0;

      for (guint i = 0; i < plan->groups->len; i++) {
        const SimGroupDef *group = &g_array_index (plan->groups, SimGroupDef, i);

        if (group->task != SIM_TASK_SCOUT)
          continue;
        waves += waves == 0 || group->arrival > last + SIM_SECONDS (100);
        last = MAX (last, group->arrival);
      }
      g_test_message ("seed %u: %u waves, the last after %u s", (guint) seed, waves,
                      last / SIM_TICKS_PER_SECOND);
      g_assert_cmpuint (waves, >=, 2);
      g_assert_cmpuint (waves, <=, 4);
      g_assert_cmpuint (last + SIM_SECONDS (600), <, battle->world.duration);
      seen[waves]++;
    }
  }
  g_assert_cmpuint (seen[2], >, 0);
  g_assert_cmpuint (seen[3], >, 0);
  g_assert_cmpuint (seen[4], >, 0);
}

/* ---- The ground ---------------------------------------------------------------------------- */

static void
assert_dry (const SimGround *ground, BaseVec at, const char *what)
{
  g_test_message ("%s at %g, %g", what, (double) at.x, (double) at.y);
  g_assert_cmpint (sim_terrain_cover (ground, at), !=, SIM_COVER_WATER);
}

static void
test_nothing_in_water (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);
    SimGround *ground = sim_ground_new (&battle->world.terrain);

    for (guint i = 0; i < battle->places->len; i++) {
      const PicturePlace *place = &g_array_index (battle->places, PicturePlace, i);

      assert_dry (ground, place->position, place->name);
    }
    for (guint i = 0; i < battle->squadron->len; i++)
      assert_dry (ground, g_array_index (battle->squadron, ScenarioMember, i).def.position,
                  "machine");
    sim_ground_free (ground);
  }
}

/* On our side of a crossing: cover from which it can be shot at from under 600 m.  */
static gboolean
has_ambush (const SimGround *ground, BaseVec crossing, BaseVec base)
{
  for (float x = -600; x <= 600; x += 50)
    for (float y = -600; y <= 600; y += 50) {
      BaseVec at = base_vec (crossing.x + x, crossing.y + y);

      if (base_vec_distance (at, crossing) > 600 || at.x < 0 || at.y < 0 ||
          base_vec_distance (at, base) > base_vec_distance (crossing, base))
        continue;
      if (sim_terrain_cover (ground, at) == SIM_COVER_WOODS &&
          sim_terrain_line_of_sight (ground, at, 2, crossing, 2))
        return TRUE;
    }
  return FALSE;
}

static void
test_ambush_places (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);
    SimGround *ground = sim_ground_new (&battle->world.terrain);
    guint n = 0;

    for (guint i = 0; i < battle->places->len; i++) {
      const PicturePlace *place = &g_array_index (battle->places, PicturePlace, i);

      if (place->kind == PICTURE_PLACE_FORD || place->kind == PICTURE_PLACE_BRIDGE)
        n += has_ambush (ground, place->position, battle->world.base);
    }
    g_test_message ("seed %u", (guint) seed);
    g_assert_cmpuint (n, >=, 3);
    sim_ground_free (ground);
  }
}

/* From every beginning there is a way to every place on the route, and from the squadron home.  */
static void
test_ways (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);
    SimGround *ground = sim_ground_new (&battle->world.terrain);
    SimRouter *router = sim_router_new (ground);
    const ScenarioPlan *plan = g_ptr_array_index (battle->plans, seed % 3);
    BaseVec next;

    for (guint i = 0; i < battle->squadron->len; i += 3)
      g_assert_true (sim_router_next (
          router, SIM_MOBILITY_HEAVY,
          g_array_index (battle->squadron, ScenarioMember, i).def.position, battle->world.base,
          &next));
    for (guint i = 0; i < plan->groups->len; i++) {
      const SimGroupDef *group = &g_array_index (plan->groups, SimGroupDef, i);

      for (guint r = 0; r < group->n_route; r++)
        g_assert_true (sim_router_next (router, SIM_MOBILITY_HEAVY, group->position,
                                        group->route[r], &next));
    }
    sim_router_free (router);
    sim_ground_free (ground);
  }
}

static gboolean
leads_there (SimRouter *router, BaseVec from, BaseVec to)
{
  BaseVec next = {-1, -1};

  return sim_router_next (router, SIM_MOBILITY_HEAVY, from, to, &next);
}

/* Whatever is asked for at a place can be left: there is a way from it to the base.  And they come, or
 * are come at, over two crossings at least.  */
static void
test_approaches_and_way_out (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);
    SimGround *ground = sim_ground_new (&battle->world.terrain);
    SimRouter *router = sim_router_new (ground);
    guint approaches = 0;

    for (guint i = 0; i < battle->objective_defs->len; i++) {
      const SimObjectiveDef *def = &g_array_index (battle->objective_defs, SimObjectiveDef, i);

      if (def->radius_m > 0)
        g_assert_true (leads_there (router, def->position, battle->world.base));
    }
    for (guint i = 0; i < battle->places->len; i++) {
      const PicturePlace *place = &g_array_index (battle->places, PicturePlace, i);

      if (place->kind == PICTURE_PLACE_FORD || place->kind == PICTURE_PLACE_BRIDGE)
        approaches += leads_there (router, place->position, battle->world.base);
    }
    g_assert_cmpuint (approaches, >=, 2);
    sim_router_free (router);
    sim_ground_free (ground);
  }
}

/* Eight to fifteen kilometres of road, and another way behind it.  */
static void
test_convoy (void)
{
  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = NULL;
    const SimConvoyDef *convoy;
    SimGround *ground;
    SimRouter *router;
    float length = 0;

    recipe.kind = SCENARIO_KIND_ESCORT;
    recipe.size_km = seed % 3 == 0 ? 12 : seed % 3 == 1 ? 0 : 40;
    battle = battle_of (&recipe);
    convoy = &battle->world.convoy;
    ground = sim_ground_new (&battle->world.terrain);
    router = sim_router_new (ground);
    for (guint i = 1; i < convoy->n_route; i++) {
      length += base_vec_distance (convoy->route[i - 1], convoy->route[i]);
      g_assert_true (leads_there (router, convoy->route[i - 1], convoy->route[i]));
    }
    g_test_message ("seed %u: %.0f m", (guint) seed, (double) length);
    g_assert_cmpfloat (length, >=, 8000);
    g_assert_cmpfloat (length, <=, 15000);
    for (guint i = 0; i < battle->places->len; i++) {
      const PicturePlace *place = &g_array_index (battle->places, PicturePlace, i);

      if (strcmp (place->id, "detour") == 0)
        g_assert_true (leads_there (router, convoy->route[0], place->position) &&
                       leads_there (router, place->position, convoy->route[4]));
    }
    /* There is time for it.  */
    g_assert_cmpfloat ((double) battle->world.duration / SIM_TICKS_PER_SECOND, >=,
                       (double) convoy->departure / SIM_TICKS_PER_SECOND + length / 11.5 +
                           3 * (double) convoy->halt_s);
    sim_router_free (router);
    sim_ground_free (ground);
  }
}

/* With nobody in its way the convoy gets there, and that is all that is asked.  */
static void
test_convoy_arrives (void)
{
  for (guint64 seed = 0; seed < 4; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = NULL;
    SimWorldDef def;
    SimWorld *world;

    recipe.kind = SCENARIO_KIND_ESCORT;
    battle = battle_of (&recipe);
    def = scenario_battle_world_def (battle, seed, SIM_DIFFICULTY_STANDARD);
    world = sim_world_new (&def);
    for (size_t g = 0; g < world->n_groups; g++)
      world->groups[g].def.arrival = world->duration; /* nobody comes */
    while (!sim_world_is_finished (world))
      sim_world_step (world);
    g_test_message ("seed %u: there after %u s of %u", (guint) seed,
                    sim_world_tick (world) / SIM_TICKS_PER_SECOND,
                    battle->world.duration / SIM_TICKS_PER_SECOND);
    for (size_t i = 0; i + 1 < battle->objectives->len; i++)
      g_assert_cmpuint (sim_world_objective (world, i).state, ==, SIM_OBJECTIVE_DONE);
    sim_world_free (world);
  }
}

/* ---- The battle ---------------------------------------------------------------------------- */

/* Seconds until an enemy on the ground is first reported; -1 when none is.  */
static double
first_contact_s (const ScenarioBattle *battle, guint64 seed, double within_s)
{
  SimWorldDef def = scenario_battle_world_def (battle, seed, SIM_DIFFICULTY_STANDARD);
  SimWorld *world = sim_world_new (&def);
  double found = -1;

  for (guint tick = 0; found < 0 && tick < within_s * SIM_TICKS_PER_SECOND; tick++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t i = 0; i < n; i++)
      if (messages[i].kind == SIM_MESSAGE_REPORT && messages[i].report.kind == SIM_REPORT_CONTACT &&
          (messages[i].report.type == SIM_TYPE_UNKNOWN ||
           battle->rules.types[messages[i].report.type].role != SIM_ROLE_JAMMER))
        found = (double) tick / SIM_TICKS_PER_SECOND;
  }
  sim_world_free (world);
  return found;
}

static int
compare_seconds (gconstpointer a, gconstpointer b)
{
  const double *one = a, *two = b;

  return *one < *two ? -1 : *one > *two;
}

/* Four to nine minutes, within a minute for three of four; some pass by in the dark or in fog.  */
static void
test_first_contact (void)
{
  double seconds[SEEDS];

  for (guint64 seed = 0; seed < SEEDS; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = NULL;

    battle = battle_of (&recipe);
    seconds[seed] = first_contact_s (battle, battle->seed, 700);
    g_test_message ("seed %u, %s, hour %g, weather %d: first after %.0f s", (guint) seed,
                    scenario_kind_name (recipe.kind), recipe.hour, battle->world.weather,
                    seconds[seed]);
    if (seconds[seed] < 0)
      seconds[seed] = 1000; /* they passed by in the fog */
    g_assert_cmpfloat (seconds[seed], >=, 180);
  }
  qsort (seconds, SEEDS, sizeof *seconds, compare_seconds);
  g_assert_cmpfloat (seconds[3], >=, 225);
  g_assert_cmpfloat (seconds[SEEDS - 4], <=, 600);
  g_assert_cmpfloat (seconds[SEEDS / 2], >=, 280);
  g_assert_cmpfloat (seconds[SEEDS / 2], <=, 480);
}

/* ---- To the end ---------------------------------------------------------------------------- */

/* Where each machine last was when it had come on.  */
typedef struct {
  BaseVec at;
  SimTick since;
} Place;

/* So long on the spot may be a queue at a crossing; longer is stuck.  */
#define STUCK_S 300
#define SPOT_M 40

/* Of the Legion: it knows of nobody near, and its group neither halts nor waits for its part.  */
static gboolean
group_wants_to_go (const SimGroup *group)
{
  return group->enemy_tick == 0 && !group->withdrawing && !group->halted;
}

/* Has somewhere to go, can, and nobody holds it up.  */
static gboolean
wants_to_go (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  if (!sim_unit_works (world, unit) || !u->moving[unit] || u->energy[unit] <= 0 ||
      u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] < 60 || sim_within (world, u->harmed_tick[unit], 60))
    return FALSE;
  return unit < world->n_own || group_wants_to_go (&world->groups[u->group[unit]]);
}

static gboolean
is_stuck (const SimWorld *world, size_t unit, Place *place)
{
  BaseVec at = sim_unit_position (world, unit);
  BaseVec goal = base_vec (world->units.goal_x[unit], world->units.goal_y[unit]);

  /* On its last steps it makes room for those beside it.  */
  if (!wants_to_go (world, unit) || base_vec_distance (at, place->at) > SPOT_M ||
      place->since == 0 || base_vec_distance (at, goal) < 120) {
    *place = (Place){at, world->tick};
    return FALSE;
  }
  return world->tick - place->since > SIM_SECONDS (STUCK_S);
}

static guint
count_stuck (const SimWorld *world, Place *places, guint64 seed)
{
  guint n = 0;

  for (size_t i = 0; i < world->n_units; i++) {
    if (!is_stuck (world, i, &places[i]))
      continue;
    g_test_message ("seed %u: %s %zu of group %u stuck at %.0f, %.0f after %u s", (guint) seed,
                    sim_unit_type (world, i)->id, i, world->units.group[i], (double) places[i].at.x,
                    (double) places[i].at.y, sim_tick_out (world->tick) / SIM_TICKS_PER_SECOND);
    places[i].since = world->tick;
    n++;
  }
  return n;
}

/* Plays it without a word from the handler; how many were stuck.  */
static guint
play (const ScenarioBattle *battle, guint64 seed)
{
  SimWorldDef def = scenario_battle_world_def (battle, seed, SIM_DIFFICULTY_STANDARD);
  SimWorld *world = sim_world_new (&def);
  g_autofree Place *places = g_new0 (Place, world->n_units);
  SimTick last = battle->world.duration + SIM_SECONDS (2);
  guint stuck = 0;

  for (SimTick tick = 0; tick < last && !sim_world_is_finished (world); tick++) {
    sim_world_step (world);
    if (tick % SIM_SECONDS (10) == 0)
      stuck += count_stuck (world, places, seed);
  }
  g_assert_true (sim_world_is_finished (world));
  sim_world_free (world);
  return stuck;
}

static void
play_many (guint64 first, guint n)
{
  guint stuck = 0, kinds[SCENARIO_N_KINDS] = {0};

  for (guint64 seed = first; seed < first + n; seed++) {
    ScenarioRecipe recipe = recipe_of (seed);
    g_autoptr (ScenarioBattle) battle = battle_of (&recipe);

    kinds[recipe.kind]++;
    stuck += play (battle, seed);
  }
  for (guint kind = 0; kind < SCENARIO_N_KINDS; kind++) {
    g_test_message ("%s: %u played", scenario_kind_name (kind), kinds[kind]);
    g_assert_cmpuint (kinds[kind], ==, n / SCENARIO_N_KINDS);
  }
  g_test_message ("%u battles valid and finished, %u machines stuck", n, stuck);
  g_assert_cmpuint (stuck, ==, 0);
}

static void
test_sixteen (void)
{
  play_many (0, SEEDS);
}

static void
test_two_hundred (void)
{
  play_many (1000, DEEP_SEEDS);
}

int
main (int argc, char **argv)
{
  gboolean deep = argc > 1 && strcmp (argv[1], "--deep") == 0;
  int status;

  if (deep)
    argv[1] = (char *) "--tap";
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("handler-one-generate-XXXXXX", NULL);
  if (deep) {
    g_test_add_func ("/scenario/generate/two-hundred", test_two_hundred);
  } else {
    g_test_add_func ("/scenario/generate/same-bytes", test_same_bytes);
    g_test_add_func ("/scenario/generate/out-of-range", test_out_of_range);
    g_test_add_func ("/scenario/generate/size-follows-machines", test_size_follows_machines);
    g_test_add_func ("/scenario/generate/names-unique", test_names_unique);
    g_test_add_func ("/scenario/generate/force", test_force);
    g_test_add_func ("/scenario/generate/plans-differ", test_plans_differ);
    g_test_add_func ("/scenario/generate/archive-is-right", test_archive_is_right);
    g_test_add_func ("/scenario/generate/jam", test_jam);
    g_test_add_func ("/scenario/generate/supply", test_supply);
    g_test_add_func ("/scenario/generate/waves", test_waves);
    g_test_add_func ("/scenario/generate/approaches-and-way-out", test_approaches_and_way_out);
    g_test_add_func ("/scenario/generate/convoy", test_convoy);
    g_test_add_func ("/scenario/generate/convoy-arrives", test_convoy_arrives);
    g_test_add_func ("/scenario/generate/nothing-in-water", test_nothing_in_water);
    g_test_add_func ("/scenario/generate/ambush-places", test_ambush_places);
    g_test_add_func ("/scenario/generate/ways", test_ways);
    g_test_add_func ("/scenario/generate/first-contact", test_first_contact);
    g_test_add_func ("/scenario/generate/sixteen", test_sixteen);
  }
  status = g_test_run ();
  {
    g_autofree char *path = g_build_filename (folder, "battle.json", NULL);

    g_unlink (path);
    g_rmdir (folder);
    g_free (folder);
  }
  return status;
}
