/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-names.h"

#include "handler-map-labels.h"
#include "handler-map-words.h"

#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Half of a place's symbol, logical pixels.  */
#define PLACE_HALF 7.0

/* ---- Places -------------------------------------------------------------------------------- */

static guint8
place_face (guint8 kind)
{
  if (kind == PICTURE_PLACE_TOWN)
    return HANDLER_MAP_FACE_TOWN;
  return kind == PICTURE_PLACE_WOODS || kind == PICTURE_PLACE_HILL ? HANDLER_MAP_FACE_NATURE
                                                                   : HANDLER_MAP_FACE_PLACE;
}

static gboolean
has_symbol (guint8 kind)
{
  return kind != PICTURE_PLACE_TOWN && kind != PICTURE_PLACE_WOODS;
}

/* A village is written like a place, a town in capitals.  */
static guint32
place_text (const HandlerMapScene *scene, const PicturePlace *place, guint8 *face)
{
  g_autofree char *capitals = NULL;

  if (place->kind != PICTURE_PLACE_TOWN)
    return handler_map_sprites_text (scene->sprites, place->name);
  if (place->radius_m < 500) {
    *face = HANDLER_MAP_FACE_PLACE;
    return handler_map_sprites_text (scene->sprites, place->name);
  }
  capitals = g_utf8_strup (place->name, -1);
  return handler_map_sprites_text (scene->sprites, capitals);
}

static guint16
place_bearing (const HandlerMapScene *scene, const PicturePlace *place)
{
  float bearing = -1;

  /* A bridge or ford lies along its road, or else across its river.  */
  if (scene->ground == NULL ||
      (place->kind != PICTURE_PLACE_BRIDGE && place->kind != PICTURE_PLACE_FORD))
    return 0;
  bearing = handler_map_ground_line_bearing (scene->ground, PICTURE_LINE_ROAD, place->position,
                                             250);
  if (bearing < 0) {
    bearing = handler_map_ground_line_bearing (scene->ground, PICTURE_LINE_RIVER,
                                               place->position, 400);
    bearing = bearing < 0 ? 0 : bearing + 90;
  }
  return handler_map_bearing_index (bearing, HANDLER_MAP_BEARINGS);
}

static void
place_words (HandlerMapSymbols *self, const HandlerMapScene *scene, const PicturePlace *place,
             HandlerMapPlaceName *name)
{
  HandlerMapSpriteKey key = handler_map_label_key (name->text, name->face);
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, &key);
  double unit = handler_map_scene_unit (scene);
  int half = name->symbol ? (int) lrint (PLACE_HALF * unit) : 0;
  HandlerMapBox box = {name->x - half, name->y - half, 2 * half, 2 * half};
  int gap = name->symbol ? (int) lrint (3 * unit) : -sprite->width / 2;
  HandlerMapSide side;

  /* What has no symbol is written over its middle; a town below it, where it hides less.  */
  if (!name->symbol) {
    int below = place->kind == PICTURE_PLACE_TOWN
                    ? (int) (place->radius_m /
                             handler_map_projection_device_mpp (&scene->projection))
                    : 0;

    name->words = (HandlerMapBox){name->x - sprite->width / 2, name->y + below - sprite->height / 2,
                                  sprite->width, sprite->height};
    name->shown = handler_map_placer_overlap (self->placer, &name->words) <= 0;
    return;
  }
  name->shown = handler_map_placer_find (self->placer, &box, sprite->width, sprite->height, gap,
                                         HANDLER_MAP_SIDE_RIGHT, 0, &side, &name->words) <= 0;
  name->side = (guint8) side;
}

static void
add_place (HandlerMapSymbols *self, const HandlerMapScene *scene, guint index)
{
  const PicturePlace *place = &scene->sheet->places[index];
  HandlerMapPlaceName name = {.index = (guint16) index,
                              .face = place_face (place->kind),
                              .symbol = has_symbol (place->kind)};

  handler_map_scene_spot (scene, place->position, &name.x, &name.y);
  name.text = place_text (scene, place, &name.face);
  name.bearing = place_bearing (scene, place);
  place_words (self, scene, place, &name);
  if (name.shown)
    handler_map_placer_take (self->placer, &name.words);
  g_array_append_val (self->places, name);
}

/* Towns first, then what one fights for, then the rest.  */
static const guint8 place_order[] = {PICTURE_PLACE_TOWN,  PICTURE_PLACE_BRIDGE,
                                     PICTURE_PLACE_FORD,  PICTURE_PLACE_BASE,
                                     PICTURE_PLACE_POINT, PICTURE_PLACE_HILL,
                                     PICTURE_PLACE_OBJECTIVE, PICTURE_PLACE_WOODS};

/* Names stay where they are until the zoom or the style changes.  */
void
handler_map_names_update_places (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  double mpp = handler_map_projection_device_mpp (&scene->projection);
  guint generation = handler_map_sprites_get_generation (scene->sprites);

  if (self->places_for.sheet == scene->sheet && self->places_for.mpp == mpp &&
      self->places_for.generation == generation)
    return;
  self->places_for.sheet = scene->sheet;
  self->places_for.mpp = mpp;
  self->places_for.generation = generation;
  g_array_set_size (self->places, 0);
  handler_map_placer_reset (self->placer);
  if (scene->sheet == NULL)
    return;
  for (guint k = 0; k < G_N_ELEMENTS (place_order); k++)
    for (size_t i = 0; i < scene->sheet->n_places; i++)
      if (scene->sheet->places[i].kind == place_order[k])
        add_place (self, scene, (guint) i);
}

/* ---- Under machines and contacts ---------------------------------------------------------- */

/* Words that are half hidden are worse than none; of a town the middle is enough.  */
void
handler_map_names_cover_places (HandlerMapSymbols *self)
{
  for (guint i = 0; i < self->places->len; i++) {
    HandlerMapPlaceName *place = &g_array_index (self->places, HandlerMapPlaceName, i);
    double area = (double) place->words.width * place->words.height;

    place->covered = place->shown && place->face != HANDLER_MAP_FACE_TOWN &&
                     handler_map_placer_overlap (self->placer, &place->words) > 0.08 * area;
  }
}

void
handler_map_names_take_places (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  int half = (int) lrint (PLACE_HALF * handler_map_scene_unit (scene));

  for (guint i = 0; i < self->places->len; i++) {
    const HandlerMapPlaceName *place = &g_array_index (self->places, HandlerMapPlaceName, i);

    if (place->symbol)
      handler_map_placer_take_soft (self->placer,
                                    &(HandlerMapBox){place->x - half, place->y - half, 2 * half,
                                                     2 * half});
    if (!place->shown || place->covered)
      continue;
    if (place->face == HANDLER_MAP_FACE_TOWN)
      handler_map_placer_take (self->placer, &place->words);
    else
      handler_map_placer_take_soft (self->placer, &place->words);
  }
}

/* ---- Objectives ---------------------------------------------------------------------------- */

/* Under the title: done, lost, or how far it is.  */
static guint32
goal_state_text (const HandlerMapScene *scene, const HandlerMapObjective *objective)
{
  g_autofree char *share = NULL;

  if (objective->state == SIM_OBJECTIVE_DONE)
    /* Translators: on the map, under the title of an objective: it was reached.  */
    return handler_map_sprites_text (scene->sprites, C_ ("objective", "done"));
  if (objective->state == SIM_OBJECTIVE_LOST)
    /* Translators: on the map, under the title of an objective: it can not be reached any more.  */
    return handler_map_sprites_text (scene->sprites, C_ ("objective", "lost"));
  if (objective->progress >= 0.005f)
    share = handler_text_percent (objective->progress * 100);
  return handler_map_sprites_text (scene->sprites, share != NULL ? share : "");
}

static void
add_goal (HandlerMapSymbols *self, const HandlerMapScene *scene,
          const HandlerMapObjective *objective)
{
  double unit = handler_map_scene_unit (scene);
  double radius = objective->radius_m / handler_map_projection_device_mpp (&scene->projection);
  gpointer side_key = GUINT_TO_POINTER ((guint) HANDLER_MAP_WORDS_OF_GOAL << 24 | objective->index);
  gpointer before = GUINT_TO_POINTER (HANDLER_MAP_SIDE_BELOW);
  HandlerMapGoal goal = {.radius = (int) lrint (MAX (radius, 14 * unit)),
                         .state = objective->state};
  HandlerMapSpriteKey key;
  HandlerMapSide side;
  HandlerMapBox ring;

  handler_map_scene_spot (scene, objective->position, &goal.x, &goal.y);
  goal.title_text = handler_map_sprites_text (scene->sprites, objective->title);
  goal.state_text = goal_state_text (scene, objective);
  key = handler_map_label_key (goal.title_text, HANDLER_MAP_FACE_PLACE);
  ring = (HandlerMapBox){goal.x - goal.radius, goal.y - goal.radius, 2 * goal.radius,
                         2 * goal.radius};
  g_hash_table_lookup_extended (self->sides, side_key, NULL, &before);
  handler_map_placer_find (self->placer, &ring,
                           handler_map_sprites_get (scene->sprites, &key)->width,
                           (int) lrint (25 * unit), /* for both lines, though one may come later */
                           (int) lrint (5 * unit), GPOINTER_TO_UINT (before), HANDLER_MAP_COVERED_OLD, &side,
                           &goal.words);
  handler_map_placer_keep_in_view (self->placer, &goal.words);
  goal.side = (guint8) side;
  g_hash_table_insert (self->sides, side_key, GUINT_TO_POINTER (side));
  handler_map_placer_take (self->placer, &goal.words);
  g_array_append_val (self->goals, goal);
}

void
handler_map_names_update_goals (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  g_array_set_size (self->goals, 0);
  for (guint i = 0; scene->objectives != NULL && i < scene->objectives->len; i++) {
    const HandlerMapObjective *objective =
        &g_array_index (scene->objectives, HandlerMapObjective, i);

    if (objective->state != SIM_OBJECTIVE_HIDDEN && objective->state != SIM_OBJECTIVE_CALLED_OFF)
      add_goal (self, scene, objective);
  }
}
