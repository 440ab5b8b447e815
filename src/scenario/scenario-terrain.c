/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground and the places of a scenario.  */
#include "scenario/scenario-battle.h"

#include "scenario/scenario-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FEATURES 200
#define MAX_POINTS   64
#define MAX_PLACES   120
#define MOST_PAINTED 8   /* times the map, by all features together */
#define CROSSING_M   100 /* a bridge or ford this far from the bank is still one */
#define MIN_SIDE     4000
#define MAX_SIDE     40000

static const char *const feature_names[] = {
#define X(constant, name) name,
  SIM_FEATURE_LIST (X)
#undef X
};

/* By PicturePlaceKind.  */
static const char *const place_names[] = {
  "town", "woods", "hill", "bridge", "ford", "point", "objective", "base",
};

/* ---- Positions ----------------------------------------------------------------------------- */

static const PicturePlace *
find_place (const ScenarioBattle *battle, const char *id)
{
  for (guint i = 0; i < battle->places->len; i++) {
    const PicturePlace *place = &g_array_index (battle->places, PicturePlace, i);

    if (strcmp (place->id, id) == 0)
      return place;
  }
  return NULL;
}

static BaseVec
map_middle (const ScenarioBattle *battle)
{
  return base_vec (battle->world.terrain.width_m / 2, battle->world.terrain.height_m / 2);
}

static BaseVec
read_coordinates (ScenarioMaker *maker, ScenarioValue value)
{
  const SimTerrainDef *terrain = &maker->battle->world.terrain;
  ScenarioArray array = scenario_value_array (value, 2, 2);
  double x, y;

  if (array.n != 2)
    return map_middle (maker->battle);
  x = scenario_value_number_else (scenario_array_get (&array, 0), -1e6, 1e6, 0);
  y = scenario_value_number_else (scenario_array_get (&array, 1), -1e6, 1e6, 0);
  if (x < 0 || y < 0 || x > (double) terrain->width_m || y > (double) terrain->height_m) {
    scenario_value_error (
        value, SCENARIO_CODE_POSITION,
        _ ("the position [%1$.0f, %2$.0f] is off the map of %3$.0f × %4$.0f metres"), x, y,
        (double) terrain->width_m, (double) terrain->height_m);
    return map_middle (maker->battle);
  }
  return base_vec ((float) x, (float) y);
}

static BaseVec
read_place (ScenarioMaker *maker, ScenarioValue value, const char *id)
{
  const PicturePlace *place = find_place (maker->battle, id);
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *message = NULL;

  if (place != NULL)
    return place->position;
  ids = g_ptr_array_new ();
  for (guint i = 0; i < maker->battle->places->len; i++)
    g_ptr_array_add (ids, g_array_index (maker->battle->places, PicturePlace, i).id);
  message = scenario_did_you_mean (g_strdup_printf (_ ("there is no place “%s”"), id), id,
                                   (const char *const *) ids->pdata, ids->len);
  scenario_value_error (value, SCENARIO_CODE_REFERENCE, "%s", message);
  return map_middle (maker->battle);
}

/* A written reference and not merely something that the order line would understand.  */
static gboolean
is_grid_text (const char *text)
{
  gsize letters = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const char *rest = text + letters;

  if (letters < 1 || letters > 2 || !g_ascii_isdigit (rest[0]) || !g_ascii_isdigit (rest[1]))
    return FALSE;
  return rest[2] == '\0' ||
         (rest[2] == '-' && rest[3] >= '1' && rest[3] <= '9' && rest[4] == '\0');
}

BaseVec
scenario_read_position (ScenarioMaker *maker, ScenarioValue value)
{
  const SimTerrainDef *terrain = &maker->battle->world.terrain;
  BaseVec position = map_middle (maker->battle);
  const char *text;
  float half_width;

  if (!scenario_value_is_some (value))
    return position;
  if (scenario_value_kind (value) != SCENARIO_VALUE_STRING)
    return read_coordinates (maker, value);
  text = scenario_value_string (value, 1, 64);
  if (*text == '\0')
    return position;
  if (g_str_has_prefix (text, "place:"))
    return read_place (maker, value, text + strlen ("place:"));
  if (!is_grid_text (text))
    scenario_value_error (value, SCENARIO_CODE_TEXT,
                          _ ("a position is [east, north] in metres, a square such as “G04-7”, or "
                             "“place:ID”"));
  else if (!order_grid_parse (text, terrain->width_m, terrain->height_m, &position, &half_width))
    scenario_value_error (value, SCENARIO_CODE_POSITION, _ ("the square “%s” is off the map"),
                          text);
  return position;
}

/* ---- Features ------------------------------------------------------------------------------ */

static gboolean
is_line (SimFeatureKind kind)
{
  return kind == SIM_FEATURE_RIVER || kind == SIM_FEATURE_ROAD || kind == SIM_FEATURE_CLIFF;
}

static gboolean
is_area (SimFeatureKind kind)
{
  return kind == SIM_FEATURE_TOWN || kind == SIM_FEATURE_WOODS || kind == SIM_FEATURE_MARSH ||
         kind == SIM_FEATURE_RUBBLE || kind == SIM_FEATURE_MINEFIELD;
}

static void
set_points (SimFeature *feature, const BaseVec *points, guint n)
{
  feature->points = g_memdup2 (points, n * sizeof *points);
  feature->n_points = (uint16_t) n;
}

static void
read_points (ScenarioMaker *maker, ScenarioValue value, guint least, SimFeature *feature)
{
  ScenarioArray array = scenario_value_array (value, least, MAX_POINTS);
  BaseVec points[MAX_POINTS];

  for (guint i = 0; i < array.n; i++)
    points[i] = scenario_read_position (maker, scenario_array_get (&array, i));
  set_points (feature, points, array.n);
}

static void
read_line_feature (ScenarioMaker *maker, ScenarioObject *object, SimFeature *feature)
{
  read_points (maker, scenario_object_require (object, "points"), 2, feature);
  if (feature->kind == SIM_FEATURE_CLIFF)
    feature->rise_m =
        (float) scenario_value_number (scenario_object_require (object, "rise_m"), 5, 200);
  else
    feature->radius_m = (float) scenario_object_number_or (object, "width_m", 1, 1000, 10) / 2;
}

static void
read_mines (ScenarioObject *object, SimFeature *feature)
{
  static const char *const known_to[] = {"nobody", "republic", "legion", "both"};

  feature->mines_per_ha = (float) scenario_object_number_or (object, "mines_per_ha", 1, 1000, 30);
  feature->known = (uint8_t) scenario_object_choice_or (object, "known_to", known_to,
                                                        G_N_ELEMENTS (known_to), 1);
}

/* A disc about a position, or a polygon.  */
static void
read_area_feature (ScenarioMaker *maker, ScenarioObject *object, SimFeature *feature)
{
  ScenarioValue points = scenario_object_get (object, "points");
  BaseVec centre;

  if (scenario_value_is_some (points)) {
    read_points (maker, points, 3, feature);
  } else {
    centre = scenario_read_position (maker, scenario_object_require (object, "position"));
    set_points (feature, &centre, 1);
    feature->radius_m =
        (float) scenario_value_number (scenario_object_require (object, "radius_m"), 10, 10000);
  }
  if (feature->kind == SIM_FEATURE_MINEFIELD)
    read_mines (object, feature);
}

static void
read_disc_feature (ScenarioMaker *maker, ScenarioObject *object, SimFeature *feature)
{
  BaseVec centre = scenario_read_position (maker, scenario_object_require (object, "position"));

  set_points (feature, &centre, 1);
  if (feature->kind == SIM_FEATURE_FORD || feature->kind == SIM_FEATURE_BRIDGE) {
    feature->radius_m = (float) scenario_object_number_or (object, "radius_m", 0, 1000, 0);
    return;
  }
  feature->radius_m =
      (float) scenario_value_number (scenario_object_require (object, "radius_m"), 10, 10000);
  if (feature->kind == SIM_FEATURE_HILL)
    feature->rise_m =
        (float) scenario_value_number (scenario_object_require (object, "rise_m"), -200, 400);
}

static void
read_feature (ScenarioMaker *maker, ScenarioValue value)
{
  SimFeature feature = {0};
  ScenarioObject object;
  int kind;

  if (!scenario_object_begin (&object, value))
    return;
  kind = scenario_value_try_choice (scenario_object_require (&object, "kind"), feature_names,
                                    G_N_ELEMENTS (feature_names));
  if (kind < 0)
    return; /* which keys it should have nobody can tell */
  feature.kind = (uint8_t) kind;
  if (is_line (feature.kind))
    read_line_feature (maker, &object, &feature);
  else if (is_area (feature.kind))
    read_area_feature (maker, &object, &feature);
  else
    read_disc_feature (maker, &object, &feature);
  scenario_object_end (&object);
  g_array_append_val (maker->battle->features, feature);
}

/* Distance of a point from a line of points.  */
static float
line_distance (BaseVec at, const SimFeature *line)
{
  float best = G_MAXFLOAT;

  for (guint i = 0; i + 1 < line->n_points; i++) {
    BaseVec along = base_vec_sub (line->points[i + 1], line->points[i]);
    float length = base_vec_dot (along, along);
    float t = length > 0
                  ? base_vec_dot (base_vec_sub (at, line->points[i]), along) / length
                  : 0;
    BaseVec nearest = base_vec_add (line->points[i], base_vec_scale (along, CLAMP (t, 0, 1)));

    best = MIN (best, base_vec_distance (at, nearest));
  }
  return best;
}

/* A bridge or ford changes water only: far from every river it is nothing.  */
static void
check_crossing (const ScenarioBattle *battle, const SimFeature *crossing, ScenarioValue value)
{
  for (guint i = 0; i < battle->features->len; i++) {
    const SimFeature *river = &g_array_index (battle->features, SimFeature, i);

    if (river->kind == SIM_FEATURE_RIVER &&
        line_distance (crossing->points[0], river) <= river->radius_m + CROSSING_M)
      return;
  }
  scenario_value_warning (value, SCENARIO_CODE_NO_RIVER,
                          _ ("there is no river here to cross"));
}

/* Square metres that making the ground has to look at for one feature, roughly.  */
static double
painted_area (const SimFeature *feature)
{
  double reach = feature->kind == SIM_FEATURE_RIVER   ? feature->radius_m * 12.0 + 300
                 : feature->kind == SIM_FEATURE_CLIFF ? feature->rise_m * 8.0 + 150
                                                      : feature->radius_m * 1.2 + 100;
  BaseVec low = feature->points[0], high = low;
  double area = 4 * reach * reach;

  for (guint i = 1; i < feature->n_points; i++) {
    BaseVec p = feature->points[i];

    low = base_vec (MIN (low.x, p.x), MIN (low.y, p.y));
    high = base_vec (MAX (high.x, p.x), MAX (high.y, p.y));
    if (is_line (feature->kind))
      area += 2 * reach * (double) base_vec_distance (feature->points[i - 1], p);
  }
  if (is_area (feature->kind))
    area += ((double) (high.x - low.x) + 2 * reach) * ((double) (high.y - low.y) + 2 * reach);
  return area;
}

/* A hostile file must not cost minutes before the battle begins.  */
static void
check_amount (const ScenarioBattle *battle, const ScenarioArray *array, ScenarioValue whole)
{
  const SimTerrainDef *terrain = &battle->world.terrain;
  double most = MOST_PAINTED * (double) terrain->width_m * (double) terrain->height_m, area = 0;
  guint minefields = 0;

  for (guint i = 0; i < battle->features->len; i++) {
    const SimFeature *feature = &g_array_index (battle->features, SimFeature, i);

    area += feature->n_points > 0 ? painted_area (feature) : 0;
    if (feature->kind == SIM_FEATURE_MINEFIELD && ++minefields == SIM_MAX_MINEFIELDS + 1)
      scenario_value_error (scenario_array_get (array, i), SCENARIO_CODE_LIMIT,
                            _ ("there are more than %d minefields"), SIM_MAX_MINEFIELDS);
  }
  if (area > most)
    scenario_value_error (whole, SCENARIO_CODE_LIMIT,
                          _ ("the features together cover the map more than %d times"),
                          MOST_PAINTED);
}

static void
read_features (ScenarioMaker *maker, ScenarioValue value)
{
  ScenarioArray array = scenario_value_array (value, 0, MAX_FEATURES);

  for (guint i = 0; i < array.n; i++)
    read_feature (maker, scenario_array_get (&array, i));
  if (maker->battle->features->len != array.n)
    return; /* a broken one may be the river */
  check_amount (maker->battle, &array, value);
  for (guint i = 0; i < array.n; i++) {
    const SimFeature *feature = &g_array_index (maker->battle->features, SimFeature, i);

    if (feature->kind == SIM_FEATURE_BRIDGE || feature->kind == SIM_FEATURE_FORD)
      check_crossing (maker->battle, feature, scenario_array_get (&array, i));
  }
}

/* ---- Places -------------------------------------------------------------------------------- */

static void
read_place_name (ScenarioMaker *maker, ScenarioValue value, PicturePlace *place)
{
  g_autofree char *name =
      scenario_read_spoken_line (maker, value, 1, 63, maker->battle->names->places);

  scenario_place_set_name (place, name);
}

static void
read_map_place (ScenarioMaker *maker, ScenarioValue value, GPtrArray *ids)
{
  PicturePlace place = {0};
  ScenarioObject object;
  g_autofree char *id = NULL;

  if (!scenario_object_begin (&object, value))
    return;
  id = scenario_value_id (scenario_object_require (&object, "id"));
  scenario_id_is_taken (ids, id, value);
  g_strlcpy (place.id, id, sizeof place.id);
  read_place_name (maker, scenario_object_require (&object, "name"), &place);
  place.kind = (uint8_t) scenario_value_choice (scenario_object_require (&object, "kind"),
                                                place_names, G_N_ELEMENTS (place_names));
  place.position = scenario_read_position (maker, scenario_object_require (&object, "position"));
  place.radius_m = (float) scenario_object_number_or (&object, "radius_m", 0, 10000, 0);
  g_ptr_array_add (maker->battle->place_sounds,
                   scenario_pronunciation_read (scenario_object_get (&object, "pronunciation")));
  scenario_object_end (&object);
  g_array_append_val (maker->battle->places, place);
}

/* ---- The section --------------------------------------------------------------------------- */

static void
read_numbers (SimTerrainDef *terrain, ScenarioObject *object)
{
  terrain->width_m = (float) scenario_value_number_else (
      scenario_object_require (object, "width_m"), MIN_SIDE, MAX_SIDE, MAX_SIDE);
  terrain->height_m = (float) scenario_value_number_else (
      scenario_object_require (object, "height_m"), MIN_SIDE, MAX_SIDE, MAX_SIDE);
  terrain->cell_m = (float) scenario_object_number_or (object, "cell_m", 25, 100, 50);
  terrain->seed =
      (guint64) scenario_object_integer_or (object, "seed", 0, SCENARIO_GATE_INTEGER, 1);
  terrain->relief_m = (float) scenario_object_number_or (object, "relief_m", 0, 800, 100);
  terrain->roughness = (float) scenario_object_number_or (object, "roughness", 0, 1, 0.4);
  terrain->woods = (float) scenario_object_number_or (object, "woods", 0, 0.6, 0.2);
}

void
scenario_read_terrain (ScenarioMaker *maker, ScenarioValue value)
{
  SimTerrainDef *terrain = &maker->battle->world.terrain;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  ScenarioValue places, features;
  ScenarioObject object;
  ScenarioArray array;

  if (!scenario_object_begin (&object, value))
    return;
  read_numbers (terrain, &object);
  /* Places first: features may name them.  */
  places = scenario_object_get (&object, "places");
  if (scenario_value_is_some (places)) {
    array = scenario_value_array (places, 0, MAX_PLACES);
    for (guint i = 0; i < array.n; i++)
      read_map_place (maker, scenario_array_get (&array, i), ids);
  }
  features = scenario_object_get (&object, "features");
  if (scenario_value_is_some (features))
    read_features (maker, features);
  scenario_object_end (&object);
}
