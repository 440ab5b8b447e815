/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layer of hearing shows: wedges of bearings, and where two of one voice cross.  */
#include "handler-map-layer.h"

#include "handler-map-labels.h"

#include <glib/gi18n.h>
#include <math.h>

#define WEDGE_M 9000.0 /* how far a bearing is drawn when nothing says how far it goes */
#define BEYOND 1.15    /* past a crossing */

gboolean
handler_map_is_latest_bearing (const PictureView *view, gsize index)
{
  for (gsize i = index + 1; i < view->n_bearings; i++)
    if (view->bearings[i].voice == view->bearings[index].voice)
      return FALSE;
  return TRUE;
}

const PictureCross *
handler_map_cross_of (const PictureView *view, guint voice)
{
  for (gsize i = 0; i < view->n_crosses; i++)
    if (view->crosses[i].voice == voice)
      return &view->crosses[i];
  return NULL;
}

static BaseVec
point_at (const PictureBearing *bearing, double off_deg, double metres)
{
  double radians = ((double) bearing->bearing_deg + off_deg) * G_PI / 180;

  return base_vec (bearing->place.x + (float) (metres * sin (radians)),
                   bearing->place.y + (float) (metres * cos (radians)));
}

/* Share of [0, metres] along a ray that lies on the map.  */
static double
length_on_map (const HandlerMapScene *scene, const PictureBearing *bearing, double off_deg,
               double metres)
{
  double width = scene->projection.map_width_m, height = scene->projection.map_height_m;

  for (double step = metres; step > 100; step *= 0.97) {
    BaseVec at = point_at (bearing, off_deg, step);

    if (at.x >= 0 && at.y >= 0 && (double) at.x <= width && (double) at.y <= height)
      return step;
  }
  return 100;
}

static void
add_ray (const HandlerMapScene *scene, HandlerMapList *list, const PictureBearing *bearing,
         double off_deg, double metres, HandlerMapDash dash, double width)
{
  BaseVec end = point_at (bearing, off_deg, length_on_map (scene, bearing, off_deg, metres));
  int x, y;

  handler_map_list_begin_stroke (list, HANDLER_MAP_TINT_HEARING, dash, width);
  handler_map_scene_spot (scene, bearing->place, &x, &y);
  handler_map_list_add_spot (list, x, y);
  handler_map_scene_spot (scene, end, &x, &y);
  handler_map_list_add_spot (list, x, y);
}

static char *
label_text (const PictureBearing *bearing)
{
  if (bearing->silent)
    /* Translators: on the map, at a bearing of enemies that were heard: number of the voice.  */
    return g_strdup_printf (C_ ("map", "voice %u, silent"), bearing->voice);
  if (bearing->shepherd)
    /* Translators: the same, with one that commands; %2$s is “a group of voices”.  */
    return g_strdup_printf (C_ ("map", "voice %1$u: %2$s, Shepherd"), bearing->voice,
                            order_size_text ((SimSize) bearing->size));
  /* Translators: the same; %2$s is “a group of voices”.  */
  return g_strdup_printf (C_ ("map", "voice %1$u: %2$s"), bearing->voice,
                          order_size_text ((SimSize) bearing->size));
}

/* Far out along the ray, or nearer where that is free.  */
static void
add_label (const HandlerMapScene *scene, HandlerMapList *list, const PictureBearing *bearing,
           double metres)
{
  static const double shares[] = {0.8, 0.7, 0.6, 0.9, 0.5, 0.4, 0.3};
  g_autofree char *text = label_text (bearing);
  HandlerMapSpriteKey key = handler_map_label_key (handler_map_sprites_text (scene->sprites, text),
                                                   HANDLER_MAP_FACE_AGE);
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, &key);
  double reach = length_on_map (scene, bearing, 0, metres);
  HandlerMapBox boxes[G_N_ELEMENTS (shares)];
  guint best;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
    HandlerMapBox box = {0, 0, sprite->width, sprite->height};

    handler_map_scene_spot (scene, point_at (bearing, 0, reach * shares[i]), &box.x, &box.y);
    box.x += sprite->x;
    box.y -= sprite->height / 2;
    boxes[i] = box;
  }
  best = handler_map_labels_choose (scene->symbols, HANDLER_MAP_WORDS_OF_VOICE, bearing->voice,
                                    boxes, G_N_ELEMENTS (boxes));
  handler_map_list_add_mark (list, 1, &key, boxes[best].x - sprite->x,
                             boxes[best].y + sprite->height / 2);
}

double
handler_map_wedge_m (const PictureView *view, const PictureBearing *bearing)
{
  const PictureCross *cross = handler_map_cross_of (view, bearing->voice);

  return cross != NULL ? BEYOND * (double) base_vec_distance (bearing->place, cross->position)
                       : WEDGE_M;
}

/* The latest bearing as a wedge of one standard deviation to each side.  */
static void
add_wedge (const HandlerMapScene *scene, HandlerMapList *list, const PictureBearing *bearing)
{
  double metres = handler_map_wedge_m (scene->view, bearing), error;

  error = (double) picture_bearing_error_deg (bearing, (float) metres);
  add_ray (scene, list, bearing, -error, metres, HANDLER_MAP_DASH_SOLID, 1.4);
  add_ray (scene, list, bearing, error, metres, HANDLER_MAP_DASH_SOLID, 1.4);
  if (!bearing->silent)
    add_ray (scene, list, bearing, 0, metres, HANDLER_MAP_DASH_DASHED, 1.2);
  add_label (scene, list, bearing, metres);
}

static void
add_bearing (const HandlerMapScene *scene, HandlerMapList *list, gsize index)
{
  const PictureBearing *bearing = &scene->view->bearings[index];
  const PictureCross *cross = handler_map_cross_of (scene->view, bearing->voice);

  if (handler_map_is_latest_bearing (scene->view, index))
    add_wedge (scene, list, bearing);
  else if (cross != NULL)
    add_ray (scene, list, bearing, 0, handler_map_wedge_m (scene->view, bearing),
             HANDLER_MAP_DASH_DOTTED, 1.2);
}

static void
add_cross (const HandlerMapScene *scene, HandlerMapList *list, const PictureCross *cross)
{
  double mpp = handler_map_projection_device_mpp (&scene->projection);
  HandlerMapStroke *ellipse;
  int x, y;

  handler_map_scene_spot (scene, cross->position, &x, &y);
  ellipse = handler_map_list_add_ellipse (list, x, y, cross->major_m / mpp, cross->minor_m / mpp,
                                          (double) cross->angle_deg, HANDLER_MAP_TINT_HEARING,
                                          HANDLER_MAP_DASH_SOLID, 1.8);
  ellipse->halo = TRUE;
}

void
handler_map_collect_hearing (const HandlerMapScene *scene, HandlerMapList *list)
{
  for (gsize i = 0; scene->view != NULL && i < scene->view->n_bearings; i++)
    add_bearing (scene, list, i);
  for (gsize i = 0; scene->view != NULL && i < scene->view->n_crosses; i++)
    add_cross (scene, list, &scene->view->crosses[i]);
}
