/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a random battle share while it is made (private to the room).
 *
 * Everything is laid out on a square whose side is 1, the Legion coming from the top (y = 1) and
 * the squadron's base at the bottom; a quarter turn then gives the map its own north.  */
#pragma once

#include "base/base-random.h"
#include "base/base-vec.h"
#include "scenario/scenario-generate.h"
#include "scenario/scenario-writer.h"
#include "sim/sim-def.h"

G_BEGIN_DECLS

#define RECIPE_RIVER_POINTS 9
#define RECIPE_CROSSINGS 3
#define RECIPE_HILLS 3
#define RECIPE_CONVOY_POINTS 5
#define RECIPE_SCAVENGERS_MOST 4

/* One generator for each part, so that a change of one does not stir the others.  */
typedef enum {
  RECIPE_RANDOM_GROUND,
  RECIPE_RANDOM_NAMES,
  RECIPE_RANDOM_PEOPLE,
  RECIPE_RANDOM_LEGION,
  RECIPE_RANDOM_FORCE,
  RECIPE_RANDOM_CONVOY,
  RECIPE_RANDOM_WAVES,
  RECIPE_N_RANDOMS,
} RecipeRandom;

/* Types beside the sorts below.  */
#define RECIPE_HEAVY "heavy-tank"
#define RECIPE_GLEANER "recoverer"

/* Sorts of machines that a force is mixed of.  */
typedef enum {
  RECIPE_FORCE_SCOUT,
  RECIPE_FORCE_DRAGOON,
  RECIPE_FORCE_TANK,
  RECIPE_FORCE_GUN,
  RECIPE_FORCE_SPECIAL,
  RECIPE_N_FORCES,
} RecipeForce;

typedef struct {
  ScenarioRecipe recipe;
  float side_m;
  guint turns; /* quarter turns counter-clockwise, 0..3 */
  BaseRandom randoms[RECIPE_N_RANDOMS];

  /* The ground, on the unit square.  */
  BaseVec base, town, far_town;
  BaseVec river[RECIPE_RIVER_POINTS];
  BaseVec crossings[RECIPE_CROSSINGS]; /* west, middle (a bridge), east, as the Legion faces */
  BaseVec hills[RECIPE_HILLS];         /* likewise */
  BaseVec points[2];                   /* nameless heights with a number */
  const char *town_name, *far_name;    /* static */
  BaseVec supply;                      /* where Scavengers wait */

  /* Of an escort: from where they gather over a height, the town and the other height to their end;
   * and a place on the way round behind the town.  */
  BaseVec convoy[RECIPE_CONVOY_POINTS], detour;
  float convoy_m; /* length of the way */
  const char *start_name, *end_name, *detour_name;
  const char *crossing_names[RECIPE_CROSSINGS], *hill_names[RECIPE_HILLS];
  guint point_numbers[2];

  /* The task.  */
  guint task_s;     /* of holding, in all; of an escort's way, with its halts */
  guint from_s;     /* when holding begins to count, or the convoy leaves */
  guint halt_s;     /* of the convoy at each point */
  guint duration_s;
  guint jammers;    /* clouds */
  guint weather;    /* SimWeather */
  guint n_scavengers;

  /* The Legion.  */
  guint force[RECIPE_N_FORCES]; /* machines of each sort */
  gboolean has[RECIPE_N_FORCES]; /* whether the rules have it */
  float values[RECIPE_N_FORCES]; /* for odds */
  gboolean shepherd;
  gboolean heavy;      /* it rides in one of the heaviest */
  float heavy_value;   /* of such a machine; 0: the rules have none */
  float gleaner_value; /* likewise of those who take wrecks */
  guint gleaners;
  guint soft_axis; /* a ford with a bottom too soft for tanks: the archive knows (0 or 2) */
} Recipe;


static inline BaseRandom *
recipe_random (Recipe *recipe, RecipeRandom which)
{
  return &recipe->randoms[which];
}

/* Metres as a share of the side.  */
static inline float
recipe_share (const Recipe *recipe, float metres)
{
  return metres / recipe->side_m;
}

/* A point of the unit square as metres on the map, within it.  */
BaseVec recipe_place (const Recipe *recipe, BaseVec at);
/* Writes such a point as [x, y], in whole metres.  */
void recipe_write_point (const Recipe *recipe, ScenarioWriter *writer, const char *name,
                         BaseVec at);
/* The bearing on the map of "toward the Legion", degrees.  */
guint recipe_front_deg (const Recipe *recipe);

/* Lays out the ground and names it (scenario-generate-ground.c); writes "terrain".  */
void recipe_make_ground (Recipe *recipe);
void recipe_write_terrain (Recipe *recipe, ScenarioWriter *writer);
/* Writes "squadron" (scenario-generate-people.c).  */
void recipe_write_squadron (Recipe *recipe, ScenarioWriter *writer);
/* Whether the task is this one.  */
static inline gboolean
recipe_is (const Recipe *recipe, ScenarioKind kind)
{
  return recipe->recipe.kind == kind;
}
/* Id of the sort's type in the rules.  */
const char *recipe_force_type (RecipeForce force);
/* Mixes the force for the odds; writes "legion" and "what_is_known" (scenario-generate-legion.c).  */
void recipe_make_force (Recipe *recipe);
void recipe_write_legion (Recipe *recipe, ScenarioWriter *writer);
void recipe_write_known (Recipe *recipe, ScenarioWriter *writer);
/* The middle of the last of three lines.  */
static inline BaseVec
recipe_last_line (const Recipe *recipe)
{
  return base_vec (recipe->base.x, recipe->base.y + 0.12f);
}

/* Title, summary, briefing, objectives, events (scenario-generate-task.c).  */
void recipe_make_task (Recipe *recipe);
void recipe_write_texts (Recipe *recipe, ScenarioWriter *writer);
void recipe_write_objectives (Recipe *recipe, ScenarioWriter *writer);
void recipe_write_events (Recipe *recipe, ScenarioWriter *writer);

G_END_DECLS
