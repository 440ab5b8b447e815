/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of her pencil, each ink with a dash of its own; the selected and the one being drawn show their
 * corners.  */
#include "handler-map-layer.h"

#define WIDTH 2.6

static const struct {
  HandlerMapTint tint;
  HandlerMapDash dash;
} inks[PICTURE_N_INKS] = {
    [PICTURE_INK_GREY] = {HANDLER_MAP_TINT_INK_GREY, HANDLER_MAP_DASH_SOLID},
    [PICTURE_INK_BLUE] = {HANDLER_MAP_TINT_INK_BLUE, HANDLER_MAP_DASH_DASHED},
    [PICTURE_INK_ORANGE] = {HANDLER_MAP_TINT_INK_ORANGE, HANDLER_MAP_DASH_DOTTED},
    [PICTURE_INK_GREEN] = {HANDLER_MAP_TINT_INK_GREEN, HANDLER_MAP_DASH_DASH_DOT},
};

static void
add_line (const HandlerMapScene *scene, HandlerMapList *list, guint ink, const BaseVec *points,
          guint n_points, gboolean corners)
{
  HandlerMapSpriteKey corner = {.shape = HANDLER_MAP_SHAPE_WAYPOINT,
                                .tint = (guint8) inks[ink].tint};
  HandlerMapStroke *stroke =
      handler_map_list_begin_stroke (list, inks[ink].tint, inks[ink].dash, WIDTH);

  stroke->halo = TRUE;
  for (guint i = 0; i < n_points; i++) {
    int x, y;

    handler_map_scene_spot (scene, points[i], &x, &y);
    handler_map_list_add_spot (list, x, y);
    if (corners)
      handler_map_list_add_mark (list, 0, &corner, x, y);
  }
}

void
handler_map_collect_pencil (const HandlerMapScene *scene, HandlerMapList *list)
{
  for (gsize i = 0; scene->view != NULL && i < scene->view->n_strokes; i++) {
    const PictureStroke *stroke = &scene->view->strokes[i];

    add_line (scene, list, stroke->ink, stroke->points, stroke->n_points,
              scene->selected_kind == HANDLER_SELECTION_STROKE &&
                  scene->selected_id == stroke->number);
  }
  if (scene->line != NULL && scene->line->len > 0)
    add_line (scene, list, scene->ink, (const BaseVec *) (gpointer) scene->line->data,
              scene->line->len, scene->line->len <= PICTURE_MAX_STROKE_POINTS);
}
