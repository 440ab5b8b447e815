/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Legion of a random battle: two to four waves of scouts, packs and tanks on three plans, of
 * which the battle's seed picks one.  In each plan the noise is on one axis and the blow on
 * another.  */
#include "scenario/scenario-recipe.h"

#include "base/base-math.h"

#define WALKER_VALUE 5
/* Share of machines by type, and what each counts (design: play, "Random battles").  */
#define SCOUT_SHARE 0.5f
#define DRAGOON_SHARE 0.3f
#define TANK_SHARE 0.2f
#define MEAN_VALUE (SCOUT_SHARE * 1 + DRAGOON_SHARE * 2 + TANK_SHARE * 4)
/* A feeler is so many scouts at the most.  */
#define FEELER_MOST 6
#define PACK_MOST 12

typedef struct {
  Recipe *recipe;
  ScenarioWriter *writer;
  guint noise, blow; /* axes of the plan under way */
  guint arrival_s;   /* of the wave under way */
  float start_y;
} Wave;

/* ---- One group ----------------------------------------------------------------------------- */

static float
axis_x (const Recipe *recipe, guint axis)
{
  return recipe->crossings[axis].x;
}

static void
write_route (const Wave *wave, guint axis)
{
  static const char *const crossings[] = {"place:ford-1", "place:bridge", "place:ford-2"};
  static const char *const hills[] = {"place:hill-1", "place:hill-2", "place:hill-3"};

  scenario_writer_begin_array (wave->writer, "route");
  scenario_writer_string (wave->writer, NULL, crossings[axis]);
  scenario_writer_string (wave->writer, NULL, hills[axis]);
  scenario_writer_string (wave->writer, NULL, "place:town");
  scenario_writer_end_array (wave->writer);
}

static void
write_group (const Wave *wave, const char *task, const char *type, guint count, guint axis,
             guint late_s)
{
  BaseRandom *random = recipe_random (wave->recipe, RECIPE_RANDOM_LEGION);
  float aside = base_random_range (random, -0.05f, 0.05f);
  guint wait = base_random_below (random, 30);

  if (count == 0)
    return;
  scenario_writer_begin_object (wave->writer, NULL);
  scenario_writer_string (wave->writer, "task", task);
  scenario_writer_begin_object (wave->writer, "types");
  scenario_writer_integer (wave->writer, type, count);
  scenario_writer_end_object (wave->writer);
  recipe_write_point (wave->recipe, wave->writer, "position",
                      base_vec (base_clampf (axis_x (wave->recipe, axis) + aside, 0.05f, 0.95f),
                                wave->start_y));
  scenario_writer_integer (wave->writer, "spread_m", 150 + 25 * MIN (count, 20));
  scenario_writer_integer (wave->writer, "arrival_s", wave->arrival_s + late_s + wait);
  write_route (wave, axis);
  scenario_writer_end_object (wave->writer);
}

/* So many as several groups of at most `most`.  */
static void
write_groups (const Wave *wave, const char *task, const char *type, guint count, guint most,
              guint axis, guint late_s)
{
  guint n = (count + most - 1) / most;

  for (guint i = 0; i < n; i++)
    write_group (wave, task, type, count / n + (i < count % n ? 1 : 0), axis, late_s + 20 * i);
}

/* ---- A wave -------------------------------------------------------------------------------- */

/* Scouts on every axis; the loud pack on one, the blow with the tanks on another, later.  */
static void
write_wave (const Wave *wave, guint machines)
{
  guint scouts = (guint) ((float) machines * SCOUT_SHARE + 0.5f);
  guint tanks = (guint) ((float) machines * TANK_SHARE + 0.5f);
  guint dragoons = machines > scouts + tanks ? machines - scouts - tanks : 0;
  guint loud = dragoons / 3, third = scouts / 3;

  for (guint axis = 0; axis < RECIPE_CROSSINGS; axis++)
    write_groups (wave, "scout", "scout", axis == 1 ? scouts - 2 * third : third, FEELER_MOST,
                  axis, 0);
  write_groups (wave, "attack", "dragoon", loud, PACK_MOST, wave->noise, 60);
  write_groups (wave, "flank", "dragoon", dragoons - loud, PACK_MOST, wave->blow, 150);
  write_groups (wave, "attack", "tank", tanks, PACK_MOST, wave->blow, 120);
}

/* Far enough that the first is seen in four to nine minutes, however large the map.  */
static float
start_of (const Recipe *recipe, guint wave)
{
  float away_m = 5200 + 900 * (float) wave;

  return MIN (0.97f, recipe->hills[1].y + recipe_share (recipe, away_m));
}

static guint
legion_size (const Recipe *recipe)
{
  float value = (float) recipe->recipe.odds * WALKER_VALUE * (float) recipe->recipe.machines;

  return MAX (4, (guint) (value / MEAN_VALUE + 0.5f));
}

static void
write_waves (Recipe *recipe, ScenarioWriter *writer, guint noise, guint blow)
{
  guint n_waves = 2 + (guint) (base_random_mix (recipe->recipe.seed, 3) % 3);
  guint size = legion_size (recipe), sent = 0;
  guint gap_s = (recipe->duration_s - 420) / n_waves;
  Wave wave = {recipe, writer, noise, blow, 0, 0};

  for (guint i = 0; i < n_waves; i++) {
    /* The first feels its way, the later ones are heavier.  */
    guint share = size * (i + 2) / (n_waves * (n_waves + 3) / 2);
    guint machines = i + 1 == n_waves ? size - sent : share;

    wave.arrival_s = 10 + i * gap_s;
    wave.start_y = start_of (recipe, i);
    write_wave (&wave, machines);
    sent += machines;
  }
}

/* ---- A garrison, for a raid ---------------------------------------------------------------- */

static void
write_post (const Wave *wave, const char *task, const char *type, guint count, BaseVec at,
            guint spread_m)
{
  if (count == 0)
    return;
  scenario_writer_begin_object (wave->writer, NULL);
  scenario_writer_string (wave->writer, "task", task);
  scenario_writer_begin_object (wave->writer, "types");
  scenario_writer_integer (wave->writer, type, count);
  scenario_writer_end_object (wave->writer);
  recipe_write_point (wave->recipe, wave->writer, "position", at);
  scenario_writer_integer (wave->writer, "spread_m", spread_m);
  scenario_writer_end_object (wave->writer);
}

/* Posts at the crossings, the strongest where the plan says; tanks at the place itself, and what
 * comes running once the alarm is given.  */
static void
write_garrison (Recipe *recipe, ScenarioWriter *writer, guint strong)
{
  Wave wave = {recipe, writer, strong, strong, 120, 0.95f};
  guint size = legion_size (recipe);
  guint scouts = size / 2, tanks = size / 5, dragoons = size - scouts - tanks;
  guint post = scouts / 4;

  for (guint axis = 0; axis < RECIPE_CROSSINGS; axis++) {
    BaseVec at = recipe->crossings[axis];

    at.y += recipe_share (recipe, 600);
    write_post (&wave, "hold", "scout", axis == strong ? scouts - 2 * post : post, at, 700);
    if (axis == strong)
      write_post (&wave, "hold", "tank", tanks / 2, at, 300);
  }
  write_post (&wave, "hold", "tank", tanks - tanks / 2, recipe->far_town, 350);
  write_post (&wave, "hold", "dragoon", dragoons / 3, recipe->far_town, 500);
  write_groups (&wave, "reserve", "dragoon", dragoons - dragoons / 3, PACK_MOST, strong, 0);
}

/* ---- The section --------------------------------------------------------------------------- */

static void
write_jammers (Recipe *recipe, ScenarioWriter *writer)
{
  Wave wave = {recipe, writer, 0, 0, 0, 0};

  for (guint i = 0; i < recipe->jammers; i++) {
    BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_LEGION);
    guint axis = base_random_below (random, RECIPE_CROSSINGS);

    scenario_writer_begin_object (writer, NULL);
    scenario_writer_string (writer, "task", "jam");
    scenario_writer_begin_object (writer, "types");
    scenario_writer_integer (writer, "jammer", 1);
    scenario_writer_end_object (writer);
    recipe_write_point (recipe, writer, "position",
                        base_vec (axis_x (recipe, axis), 0.68f + 0.08f * (float) i));
    scenario_writer_integer (writer, "spread_m", 100);
    write_route (&wave, axis);
    scenario_writer_end_object (writer);
  }
}

/* Three plans: the seed of the battle, not of the file, says which.  */
void
recipe_write_legion (Recipe *recipe, ScenarioWriter *writer)
{
  static const char *const ids[] = {"by-the-first", "by-the-bridge", "by-the-last"};
  guint turn = 1 + base_random_below (recipe_random (recipe, RECIPE_RANDOM_LEGION), 2);

  scenario_writer_begin_object (writer, "legion");
  scenario_writer_begin_array (writer, "groups");
  write_jammers (recipe, writer);
  scenario_writer_end_array (writer);
  scenario_writer_begin_array (writer, "plans");
  for (guint axis = 0; axis < RECIPE_CROSSINGS; axis++) {
    scenario_writer_begin_object (writer, NULL);
    scenario_writer_string (writer, "id", ids[axis]);
    scenario_writer_begin_array (writer, "groups");
    if (recipe->recipe.kind == SCENARIO_KIND_RAID)
      write_garrison (recipe, writer, axis);
    else
      write_waves (recipe, writer, (axis + turn) % RECIPE_CROSSINGS, axis);
    scenario_writer_end_array (writer);
    scenario_writer_end_object (writer);
  }
  scenario_writer_end_array (writer);
  scenario_writer_end_object (writer);
}

/* The briefing shows that something is in the north, and the swarm, but not the axis.  */
void
recipe_write_known (Recipe *recipe, ScenarioWriter *writer)
{
  scenario_writer_begin_array (writer, "what_is_known");
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "type", "scout");
  scenario_writer_integer (writer, "count", 3);
  recipe_write_point (recipe, writer, "position",
                      base_vec (0.5f, MIN (0.92f, start_of (recipe, 0))));
  scenario_writer_integer (writer, "error_m", 1200);
  scenario_writer_end_object (writer);
  scenario_writer_end_array (writer);
}
