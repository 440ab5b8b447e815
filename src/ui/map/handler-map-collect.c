/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layers of the ground show: grid, names, areas.  */
#include "handler-map-layer.h"

#include "handler-map-symbols.h"

#include <glib/gi18n.h>
#include <math.h>

void
handler_map_collect_grid (const HandlerMapScene *scene, HandlerMapList *list)
{
  const HandlerMapProjection *p = &scene->projection;
  double mpp = handler_map_projection_device_mpp (p);
  int hair = MAX (1, (int) lrint (p->scale));
  int width = (int) lrint (p->map_width_m / mpp);
  int height = (int) lrint (p->map_height_m / mpp);
  int every = mpp * p->scale > 90 ? 5 : 1;

  for (int km = 0; km * 1000.0 <= p->map_width_m; km += every)
    handler_map_list_add_rect (list, (int) lrint (km * 1000.0 / mpp), 0, hair, height,
                               HANDLER_MAP_TINT_GRID);
  for (int km = 0; km * 1000.0 <= p->map_height_m; km += every)
    handler_map_list_add_rect (list, 0, (int) lrint ((p->map_height_m - km * 1000.0) / mpp),
                               width, hair, HANDLER_MAP_TINT_GRID);
}

/* ---- Names --------------------------------------------------------------------------------- */

static HandlerMapShape
place_shape (guint8 kind)
{
  switch (kind) {
  case PICTURE_PLACE_HILL:
    return HANDLER_MAP_SHAPE_HILL;
  case PICTURE_PLACE_BRIDGE:
    return HANDLER_MAP_SHAPE_BRIDGE;
  case PICTURE_PLACE_FORD:
    return HANDLER_MAP_SHAPE_FORD;
  case PICTURE_PLACE_BASE:
    return HANDLER_MAP_SHAPE_BASE;
  case PICTURE_PLACE_POINT:
  default:
    return HANDLER_MAP_SHAPE_POINT;
  }
}

void
handler_map_collect_names (const HandlerMapScene *scene, HandlerMapList *list)
{
  for (guint i = 0; i < scene->symbols->places->len; i++) {
    const HandlerMapPlaceName *name =
        &g_array_index (scene->symbols->places, HandlerMapPlaceName, i);
    HandlerMapSpriteKey label = handler_map_label_key (name->text, name->face);

    if (name->symbol) {
      HandlerMapSpriteKey key = {
          .shape = (guint8) place_shape (scene->sheet->places[name->index].kind),
          .a = name->bearing};

      handler_map_list_add_mark (list, 0, &key, name->x, name->y);
    }
    if (name->shown && !name->covered)
      handler_map_list_add_mark (list, 1, &label, name->words.x,
                                 name->words.y + name->words.height / 2);
  }
}

/* ---- Areas --------------------------------------------------------------------------------- */

/* Words with their middle at (x, y).  */
static void
add_centred (const HandlerMapScene *scene, HandlerMapList *list, const char *text,
             HandlerMapFace face, int x, int y)
{
  HandlerMapSpriteKey key =
      handler_map_label_key (handler_map_sprites_text (scene->sprites, text), face);
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, &key);

  handler_map_list_add_mark (list, 1, &key, x - sprite->x - sprite->width / 2, y);
}

/* High in the disc, but on the map.  */
static int
jam_words_y (const HandlerMapScene *scene, int y, double radius)
{
  double edge = 14 * handler_map_scene_unit (scene);
  double bottom = scene->projection.map_height_m /
                  handler_map_projection_device_mpp (&scene->projection);

  return (int) lrint (CLAMP (y - radius * 0.72, MIN (edge, bottom), MAX (bottom - edge, edge)));
}

static void
add_jam (const HandlerMapScene *scene, HandlerMapList *list, const PictureJam *jam)
{
  double radius = jam->radius_m / handler_map_projection_device_mpp (&scene->projection);
  int x, y;

  handler_map_scene_spot (scene, jam->centre, &x, &y);
  handler_map_list_add_disc (list, x, y, (int) lrint (radius), HANDLER_MAP_TINT_JAM);
  handler_map_list_add_ellipse (list, x, y, radius, radius, 0, HANDLER_MAP_TINT_JAM,
                                HANDLER_MAP_DASH_DASHED, 1.7);
  /* Translators: on the map, inside an area where machines send no telemetry */
  add_centred (scene, list, C_ ("map", "jam: no telemetry"), HANDLER_MAP_FACE_AREA, x,
               jam_words_y (scene, y, radius));
}

/* One line of an objective's words, set to the side that faces the ring.  */
static void
add_goal_line (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapGoal *goal,
               const HandlerMapSpriteKey *key, int y)
{
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, key);
  int free_width = goal->words.width - sprite->width;
  int x = goal->words.x - sprite->x;

  if (goal->side == HANDLER_MAP_SIDE_LEFT)
    x += free_width;
  else if (goal->side != HANDLER_MAP_SIDE_RIGHT)
    x += free_width / 2;
  handler_map_list_add_mark (list, 1, key, x, y);
}

static void
add_goal (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapGoal *goal)
{
  double unit = handler_map_scene_unit (scene);
  HandlerMapSpriteKey title = handler_map_label_key (goal->title_text, HANDLER_MAP_FACE_PLACE);
  HandlerMapSpriteKey state = handler_map_label_key (goal->state_text, HANDLER_MAP_FACE_AGE);
  HandlerMapTint tint =
      goal->state == SIM_OBJECTIVE_LOST ? HANDLER_MAP_TINT_STROKE : HANDLER_MAP_TINT_TEXT;
  HandlerMapStroke *ring = handler_map_list_add_ellipse (
      list, goal->x, goal->y, goal->radius, goal->radius, 0, tint,
      goal->state == SIM_OBJECTIVE_OPEN ? HANDLER_MAP_DASH_DASH_DOT : HANDLER_MAP_DASH_SOLID, 1.8);
  int line = (int) lrint (6.5 * unit);

  ring->halo = TRUE;
  add_goal_line (scene, list, goal, &title, goal->words.y + line);
  if (goal->state_text != 0)
    add_goal_line (scene, list, goal, &state, goal->words.y + line + (int) lrint (12 * unit));
}

void
handler_map_collect_areas (const HandlerMapScene *scene, HandlerMapList *list)
{
  for (size_t i = 0; scene->view != NULL && i < scene->view->n_jams; i++)
    add_jam (scene, list, &scene->view->jams[i]);
  for (guint i = 0; i < scene->symbols->goals->len; i++)
    add_goal (scene, list, &g_array_index (scene->symbols->goals, HandlerMapGoal, i));
}
