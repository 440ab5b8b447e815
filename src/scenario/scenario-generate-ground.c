/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground of a random battle: a river with three crossings between the Legion and the town,
 * heights behind it, woods within a short shot of each crossing.  */
#include "scenario/scenario-recipe.h"

#include "base/base-math.h"

#define CONVOY_LEAST_M 8200.0f
#define CONVOY_MOST_M 14800.0f

/* ---- Names --------------------------------------------------------------------------------- */

/* Proper nouns, made up for the program; never translated.  */
static const char *const town_names[] = {
    "Alderby",  "Brackwell", "Cresting", "Dunmoor",   "Eastry",     "Fallowby", "Garrick",
    "Hollin",   "Ingleby",   "Kestrow",  "Larkstead", "Marrow End", "Netherby", "Oakhanger",
    "Penrow",   "Quenby",    "Rushmere", "Saltwick",  "Tarnby",     "Upwood",   "Vennor",
    "Wexmoor",  "Yarrow",    "Ashcombe", "Birchover", "Coldharbour"};

static const char *const hill_names[] = {
    "Anvil Hill", "Barrow Hill", "Candle Hill",  "Drover Hill", "Ember Hill", "Fox Hill",
    "Gallop Hill", "Hawk Hill",  "Ivory Hill",   "Juniper Hill", "Kiln Hill", "Long Barrow",
    "Mast Hill",  "North Down",  "Orchard Hill", "Pilgrim Hill", "Quarry Hill", "Raven Hill",
    "Signal Hill", "Thorn Hill"};

static const char *const crossing_names[] = {
    "Abbot's Ford", "Black Ford", "Cattle Ford", "Drift Ford",  "Eel Ford",   "Ferry Ford",
    "Goose Ford",   "Hay Ford",   "Island Ford", "Kettle Ford", "Lime Ford",  "Miller's Ford",
    "Otter Ford",   "Reed Ford",  "Stone Ford",  "Willow Ford"};

static const char *const bridge_names[] = {"Long Bridge",  "Old Bridge",   "Iron Bridge",
                                           "Toll Bridge",  "Stone Bridge", "Wagon Bridge",
                                           "Chapel Bridge", "New Bridge"};

/* `n` different ones of a list.  */
static void
draw_names (BaseRandom *random, const char *const *names, guint n_names, const char **drawn, guint n)
{
  guint first = base_random_below (random, n_names);
  guint step = 1 + base_random_below (random, n_names / (n + 1));

  for (guint i = 0; i < n; i++)
    drawn[i] = names[(first + i * step) % n_names];
}

static void
make_names (Recipe *recipe)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_NAMES);
  const char *towns[5], *fords[2], *bridge[1];

  draw_names (random, town_names, G_N_ELEMENTS (town_names), towns, G_N_ELEMENTS (towns));
  draw_names (random, crossing_names, G_N_ELEMENTS (crossing_names), fords, 2);
  draw_names (random, bridge_names, G_N_ELEMENTS (bridge_names), bridge, 1);
  draw_names (random, hill_names, G_N_ELEMENTS (hill_names), recipe->hill_names, RECIPE_HILLS);
  recipe->town_name = towns[0];
  recipe->far_name = towns[1];
  recipe->start_name = towns[2];
  recipe->end_name = towns[3];
  recipe->detour_name = towns[4];
  recipe->crossing_names[0] = fords[0];
  recipe->crossing_names[1] = bridge[0];
  recipe->crossing_names[2] = fords[1];
  recipe->point_numbers[0] = 20 + base_random_below (random, 90);
  recipe->point_numbers[1] = 120 + base_random_below (random, 200);
}

/* ---- Layout -------------------------------------------------------------------------------- */

static BaseVec
jitter (BaseRandom *random, float x, float y, float by)
{
  float dx = base_random_range (random, -by, by);
  float dy = base_random_range (random, -by, by);

  return base_vec (x + dx, y + dy);
}

/* From edge to edge; crossings are on its points, so that they lie in the water.  */
static void
make_river (Recipe *recipe)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);
  static const guint at[RECIPE_CROSSINGS] = {2, 4, 6};

  for (guint i = 0; i < RECIPE_RIVER_POINTS; i++) {
    float x = (float) i / (RECIPE_RIVER_POINTS - 1);
    gboolean edge = i == 0 || i == RECIPE_RIVER_POINTS - 1;

    recipe->river[i] = jitter (random, x, 0.6f, edge ? 0 : 0.03f);
  }
  for (guint i = 0; i < RECIPE_CROSSINGS; i++)
    recipe->crossings[i] = recipe->river[at[i]];
}

/* The length of the convoy's way in metres, with so many between its ends as the crow flies.  */
static float
lay_convoy (Recipe *recipe, float metres, gboolean eastward)
{
  float half = recipe_share (recipe, metres) / 2, length = 0;
  BaseVec west = base_vec (0.5f - half, 0.32f), east = base_vec (0.5f + half, 0.31f);
  BaseVec *way = recipe->convoy;

  recipe->points[0] = base_vec (0.5f * (west.x + recipe->town.x), 0.5f * (west.y + recipe->town.y));
  recipe->points[1] = base_vec (0.5f * (east.x + recipe->town.x), 0.5f * (east.y + recipe->town.y));
  way[0] = eastward ? west : east;
  way[1] = recipe->points[eastward ? 0 : 1];
  way[2] = recipe->town;
  way[3] = recipe->points[eastward ? 1 : 0];
  way[4] = eastward ? east : west;
  for (guint i = 1; i < RECIPE_CONVOY_POINTS; i++)
    length += base_vec_distance (way[i - 1], way[i]);
  return length * recipe->side_m;
}

/* Eight to fifteen kilometres, as far as the map is wide enough.  */
static void
make_convoy (Recipe *recipe)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_CONVOY);
  float wanted = base_random_range (random, CONVOY_LEAST_M, CONVOY_MOST_M);
  gboolean eastward = base_random_chance (random, 0.5f);

  wanted = MIN (wanted, 0.84f * recipe->side_m);
  recipe->convoy_m = lay_convoy (recipe, wanted, eastward);
  if (recipe->convoy_m > CONVOY_MOST_M)
    recipe->convoy_m = lay_convoy (recipe, wanted - (recipe->convoy_m - CONVOY_MOST_M), eastward);
  recipe->detour = jitter (random, 0.5f, 0.19f, 0.02f);
}

void
recipe_make_ground (Recipe *recipe)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);

  recipe->base = jitter (random, 0.5f, 0.06f, 0.02f);
  recipe->town = jitter (random, 0.5f, 0.36f, 0.05f);
  recipe->far_town = jitter (random, 0.5f, 0.8f, 0.05f);
  make_river (recipe);
  recipe->hills[0] = jitter (random, 0.25f, 0.46f, 0.03f);
  recipe->hills[1] = jitter (random, 0.5f, 0.49f, 0.02f);
  recipe->hills[2] = jitter (random, 0.75f, 0.46f, 0.03f);
  recipe->points[0] = jitter (random, 0.36f, 0.3f, 0.03f);
  recipe->points[1] = jitter (random, 0.66f, 0.28f, 0.03f);
  recipe->supply = base_vec (0.5f * (recipe->town.x + recipe->base.x), recipe->town.y - 0.14f);
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT)) {
    make_convoy (recipe);
    recipe->supply = recipe->convoy[0];
  }
  make_names (recipe);
}

/* ---- Writing ------------------------------------------------------------------------------- */

static void
write_place (Recipe *recipe, ScenarioWriter *writer, const char *id, const char *name,
             const char *kind, BaseVec at)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "id", id);
  scenario_writer_string (writer, "name", name);
  scenario_writer_string (writer, "kind", kind);
  recipe_write_point (recipe, writer, "position", at);
  scenario_writer_end_object (writer);
}

static void
write_places (Recipe *recipe, ScenarioWriter *writer)
{
  static const char *const crossing_ids[] = {"ford-1", "bridge", "ford-2"};
  static const char *const hill_ids[] = {"hill-1", "hill-2", "hill-3"};
  static const char *const point_ids[] = {"point-1", "point-2"};

  scenario_writer_begin_array (writer, "places");
  write_place (recipe, writer, "town", recipe->town_name, "town", recipe->town);
  write_place (recipe, writer, "far-town", recipe->far_name, "town", recipe->far_town);
  for (guint i = 0; i < RECIPE_CROSSINGS; i++)
    write_place (recipe, writer, crossing_ids[i], recipe->crossing_names[i],
                 i == 1 ? "bridge" : "ford", recipe->crossings[i]);
  for (guint i = 0; i < RECIPE_HILLS; i++)
    write_place (recipe, writer, hill_ids[i], recipe->hill_names[i], "hill", recipe->hills[i]);
  for (guint i = 0; i < G_N_ELEMENTS (recipe->points); i++) {
    g_autofree char *name = g_strdup_printf ("Point %u", recipe->point_numbers[i]);

    write_place (recipe, writer, point_ids[i], name, "point", recipe->points[i]);
  }
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT)) {
    write_place (recipe, writer, "start", recipe->start_name, "town", recipe->convoy[0]);
    write_place (recipe, writer, "end", recipe->end_name, "town",
                 recipe->convoy[RECIPE_CONVOY_POINTS - 1]);
    write_place (recipe, writer, "detour", recipe->detour_name, "town", recipe->detour);
  }
  write_place (recipe, writer, "base", "Depot", "base", recipe->base);
  scenario_writer_end_array (writer);
}

static void
write_disc (Recipe *recipe, ScenarioWriter *writer, const char *kind, BaseVec at, float radius_m,
            float rise_m)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "kind", kind);
  recipe_write_point (recipe, writer, "position", at);
  if (radius_m > 0)
    scenario_writer_integer (writer, "radius_m", (gint64) radius_m);
  if (rise_m > 0)
    scenario_writer_integer (writer, "rise_m", (gint64) rise_m);
  scenario_writer_end_object (writer);
}

static void
write_line (Recipe *recipe, ScenarioWriter *writer, const char *kind, const BaseVec *points, guint n,
            guint width_m)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "kind", kind);
  if (width_m > 0)
    scenario_writer_integer (writer, "width_m", width_m);
  scenario_writer_begin_array (writer, "points");
  for (guint i = 0; i < n; i++)
    recipe_write_point (recipe, writer, NULL, points[i]);
  scenario_writer_end_array (writer);
  scenario_writer_end_object (writer);
}

/* The convoy's road, and the way round behind the town.  */
static void
write_convoy_roads (Recipe *recipe, ScenarioWriter *writer)
{
  const BaseVec *way = recipe->convoy, *end = way + RECIPE_CONVOY_POINTS - 1;
  const BaseVec round[] = {way[0], recipe->detour, *end};
  const BaseVec out[] = {base_vec (way[0].x < 0.5f ? 0 : 1, 0.32f), way[0]};
  const BaseVec on[] = {*end, base_vec (end->x < 0.5f ? 0 : 1, 0.32f)};

  write_line (recipe, writer, "road", way, RECIPE_CONVOY_POINTS, 0);
  write_line (recipe, writer, "road", round, G_N_ELEMENTS (round), 0);
  write_line (recipe, writer, "road", out, G_N_ELEMENTS (out), 0);
  write_line (recipe, writer, "road", on, G_N_ELEMENTS (on), 0);
}

static void
write_roads (Recipe *recipe, ScenarioWriter *writer)
{
  const BaseVec *c = recipe->crossings;
  const BaseVec through[] = {recipe->base, recipe->town, c[1], recipe->far_town,
                             base_vec (0.5f, 1)};
  const BaseVec across[] = {base_vec (0, 0.33f), recipe->points[0], recipe->town,
                            recipe->points[1], base_vec (1, 0.31f)};
  const BaseVec west[] = {recipe->points[0], c[0]}, east[] = {recipe->points[1], c[2]};

  write_line (recipe, writer, "road", through, G_N_ELEMENTS (through), 0);
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT))
    write_convoy_roads (recipe, writer);
  else
    write_line (recipe, writer, "road", across, G_N_ELEMENTS (across), 0);
  write_line (recipe, writer, "road", west, G_N_ELEMENTS (west), 0);
  write_line (recipe, writer, "road", east, G_N_ELEMENTS (east), 0);
}

/* Cover within a short shot of every crossing, on our side: three places for an ambush.  */
static void
write_ambush_woods (Recipe *recipe, ScenarioWriter *writer)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);

  for (guint i = 0; i < RECIPE_CROSSINGS; i++) {
    float side = base_random_chance (random, 0.5f) ? 1.0f : -1.0f;
    BaseVec at = recipe->crossings[i];

    at.x += side * recipe_share (recipe, 330);
    at.y -= recipe_share (recipe, 420);
    write_disc (recipe, writer, "woods", at, base_random_range (random, 200, 300), 0);
  }
}

static void
write_wilds (Recipe *recipe, ScenarioWriter *writer)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);
  guint woods = 4 + base_random_below (random, 5), marshes = 1 + base_random_below (random, 3);

  for (guint i = 0; i < woods; i++) {
    float x = base_random_range (random, 0.05f, 0.95f);
    float y = base_random_range (random, 0.15f, 0.95f);

    write_disc (recipe, writer, "woods", base_vec (x, y),
                base_random_range (random, 0.02f, 0.06f) * recipe->side_m, 0);
  }
  for (guint i = 0; i < marshes; i++) {
    BaseVec at = recipe->river[1 + 2 * base_random_below (random, 4)];

    at.y -= recipe_share (recipe, 250);
    write_disc (recipe, writer, "marsh", at, base_random_range (random, 200, 400), 0);
  }
}

static void
write_minefield (Recipe *recipe, ScenarioWriter *writer, BaseVec at, const char *known_to)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);

  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "kind", "minefield");
  recipe_write_point (recipe, writer, "position", at);
  scenario_writer_integer (writer, "radius_m", 120 + base_random_below (random, 130));
  scenario_writer_integer (writer, "mines_per_ha", 15 + base_random_below (random, 30));
  scenario_writer_string (writer, "known_to", known_to);
  scenario_writer_end_object (writer);
}

static void
write_cliff (Recipe *recipe, ScenarioWriter *writer, BaseVec from, BaseVec to)
{
  const BaseVec points[] = {from, to};

  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "kind", "cliff");
  scenario_writer_begin_array (writer, "points");
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    recipe_write_point (recipe, writer, NULL, points[i]);
  scenario_writer_end_array (writer);
  scenario_writer_integer (
      writer, "rise_m",
      15 + base_random_below (recipe_random (recipe, RECIPE_RANDOM_GROUND), 25));
  scenario_writer_end_object (writer);
}

/* Villages beyond the usual two where the map is wide, one in three of them shot to pieces.  */
static void
write_villages (Recipe *recipe, ScenarioWriter *writer)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);

  for (float km = 18; km <= recipe->side_m / 1000; km += 3) {
    float x = base_random_range (random, 0.08f, 0.92f);
    float y = base_random_range (random, 0.15f, 0.92f);

    write_disc (recipe, writer, base_random_chance (random, 0.33f) ? "rubble" : "town",
                base_vec (x, y), base_random_range (random, 100, 220), 0);
  }
}

/* Away from the ways that all must go: rubble beside the far town, cliffs on the flanks, a field of
 * our own mines, and one that only those who laid it know of.  */
static void
write_hard_ground (Recipe *recipe, ScenarioWriter *writer)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);
  float side = base_random_chance (random, 0.5f) ? 1.0f : -1.0f;
  BaseVec rubble = recipe->far_town, west, east, mines;

  rubble.x += side * recipe_share (recipe, 380);
  write_disc (recipe, writer, "rubble", rubble, base_random_range (random, 100, 200), 0);
  west = jitter (random, 0.1f, 0.72f, 0.03f);
  east = jitter (random, 0.92f, 0.5f, 0.03f);
  write_cliff (recipe, writer, west, base_vec_add (west, base_vec (0.05f, 0.03f)));
  write_cliff (recipe, writer, east, base_vec_add (east, base_vec (0.01f, -0.08f)));
  mines = jitter (random, 0.5f + side * 0.38f, 0.48f, 0.02f);
  write_minefield (recipe, writer, mines, "republic");
  mines = jitter (random, 0.5f - side * 0.3f, 0.7f, 0.02f);
  write_minefield (recipe, writer, mines, "legion");
  write_villages (recipe, writer);
}

static void
write_features (Recipe *recipe, ScenarioWriter *writer)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);

  scenario_writer_begin_array (writer, "features");
  for (guint i = 0; i < RECIPE_HILLS; i++) {
    float radius_m = base_random_range (random, 0.05f, 0.08f) * recipe->side_m;
    float rise_m = base_random_range (random, 40, 85);

    write_disc (recipe, writer, "hill", recipe->hills[i], radius_m, rise_m);
  }
  write_wilds (recipe, writer);
  write_ambush_woods (recipe, writer);
  write_line (recipe, writer, "river", recipe->river, RECIPE_RIVER_POINTS,
              60 + 10 * base_random_below (random, 6));
  write_disc (recipe, writer, "town", recipe->town, base_random_range (random, 260, 420), 0);
  write_disc (recipe, writer, "town", recipe->far_town, base_random_range (random, 150, 260), 0);
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT)) {
    write_disc (recipe, writer, "town", recipe->convoy[0], 160, 0);
    write_disc (recipe, writer, "town", recipe->convoy[RECIPE_CONVOY_POINTS - 1], 180, 0);
    write_disc (recipe, writer, "town", recipe->detour, 120, 0);
  }
  write_roads (recipe, writer);
  for (guint i = 0; i < RECIPE_CROSSINGS; i++)
    write_disc (recipe, writer, i == 1 ? "bridge" : "ford", recipe->crossings[i], 0, 0);
  write_hard_ground (recipe, writer);
  scenario_writer_end_array (writer);
}

void
recipe_write_terrain (Recipe *recipe, ScenarioWriter *writer)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_GROUND);

  scenario_writer_begin_object (writer, "terrain");
  scenario_writer_integer (writer, "width_m", (gint64) recipe->side_m);
  scenario_writer_integer (writer, "height_m", (gint64) recipe->side_m);
  scenario_writer_integer (writer, "cell_m", 50);
  scenario_writer_integer (writer, "seed", (gint64) (base_random_u32 (random)));
  scenario_writer_integer (writer, "relief_m", 50 + base_random_below (random, 90));
  scenario_writer_float (writer, "roughness", (float) base_random_below (random, 70) / 100);
  scenario_writer_float (writer, "woods", (float) (5 + base_random_below (random, 22)) / 100);
  write_places (recipe, writer);
  write_features (recipe, writer);
  scenario_writer_end_object (writer);
}
