/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layers of the ground show: grid, names, areas.  */
#include "handler-map-layer.h"

#include "handler-map-labels.h"

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

/* High in the disc or low, or nearer its middle, else beside it; always on the map.  */
static void
add_jam_words (const HandlerMapScene *scene, HandlerMapList *list, gsize index, int x, int y,
               double radius)
{
  static const double heights[] = {-0.72, 0.72, -0.45, 0.45, -0.2, 0.2, 0.32, 0.58, 0, 1.25, -1.25};
  /* Translators: on the map, inside an area where machines send no telemetry */
  guint32 text = handler_map_sprites_text (scene->sprites, C_ ("map", "jam: no telemetry"));
  HandlerMapSpriteKey key = handler_map_label_key (text, HANDLER_MAP_FACE_AREA);
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, &key);
  double edge = 14 * handler_map_scene_unit (scene);
  double bottom = scene->projection.map_height_m /
                  handler_map_projection_device_mpp (&scene->projection);
  HandlerMapBox boxes[G_N_ELEMENTS (heights)];
  guint best;

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++) {
    double middle = CLAMP (y + radius * heights[i], MIN (edge, bottom), MAX (bottom - edge, edge));

    boxes[i] = (HandlerMapBox){x - sprite->width / 2, (int) lrint (middle) - sprite->height / 2,
                               sprite->width, sprite->height};
  }
  best = handler_map_labels_choose (scene->symbols, HANDLER_MAP_WORDS_OF_JAM, (guint) index, boxes,
                                    G_N_ELEMENTS (boxes));
  handler_map_list_add_mark (list, 1, &key, boxes[best].x - sprite->x,
                             boxes[best].y + sprite->height / 2);
}

static void
add_jam (const HandlerMapScene *scene, HandlerMapList *list, gsize index)
{
  const PictureJam *jam = &scene->view->jams[index];
  double radius = jam->radius_m / handler_map_projection_device_mpp (&scene->projection);
  int x, y;

  handler_map_scene_spot (scene, jam->centre, &x, &y);
  handler_map_list_add_disc (list, x, y, (int) lrint (radius), HANDLER_MAP_TINT_JAM);
  handler_map_list_add_ellipse (list, x, y, radius, radius, 0, HANDLER_MAP_TINT_JAM,
                                HANDLER_MAP_DASH_DASHED, 1.7);
  add_jam_words (scene, list, index, x, y, radius);
}

/* One line of an objective's words, set to the side that faces the ring.  */
static void
add_goal_line (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapGoal *goal,
               const HandlerMapSpriteKey *key, int y)
{
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, key);
  int free_width = goal->words.width - sprite->width;
  int x = goal->words.x - sprite->x +
          (int) (free_width * handler_map_side_align ((HandlerMapSide) goal->side));

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
    add_jam (scene, list, i);
  for (guint i = 0; i < scene->symbols->goals->len; i++)
    add_goal (scene, list, &g_array_index (scene->symbols->goals, HandlerMapGoal, i));
}
