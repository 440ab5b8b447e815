/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-scene.h"

#include <math.h>

#define BOX_STEP 128

void
handler_map_scene_spot (const HandlerMapScene *scene, BaseVec at, int *x, int *y)
{
  double plane_x, plane_y;

  handler_map_projection_to_plane (&scene->projection, at, &plane_x, &plane_y);
  *x = (int) lrint (plane_x);
  *y = (int) lrint (plane_y);
}

double
handler_map_scene_unit (const HandlerMapScene *scene)
{
  return handler_map_sprites_get_unit (scene->sprites);
}

static int
step_down (double value)
{
  return (int) floor (value / BOX_STEP) * BOX_STEP;
}

HandlerMapBox
handler_map_scene_box (const HandlerMapScene *scene, double margin)
{
  const HandlerMapProjection *p = &scene->projection;
  double reach = margin * p->scale;
  int origin_x, origin_y;
  HandlerMapBox box;

  handler_map_projection_origin (p, &origin_x, &origin_y);
  box.x = step_down (-origin_x - reach);
  box.y = step_down (-origin_y - reach);
  box.width = step_down (-origin_x + p->width * p->scale + reach) + BOX_STEP - box.x;
  box.height = step_down (-origin_y + p->height * p->scale + reach) + BOX_STEP - box.y;
  return box;
}

gboolean
handler_map_scene_is_selected (const HandlerMapScene *scene, const PictureOwn *own)
{
  if (scene->selected_kind == HANDLER_SELECTION_OWN)
    return scene->selected_id == own->id.index;
  return scene->selected_kind == HANDLER_SELECTION_PLATOON && scene->selected_id == own->platoon;
}
