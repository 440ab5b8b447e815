/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layers of machines and contacts show.  */
#include "handler-map-layer.h"

#include "handler-map-labels.h"

#include <math.h>

/* Logical pixels: half of a mark's dot, and between it and its name.  */
#define MARK_HALF 4.0
#define MARK_GAP 3.0

/* Order of drawing inside these layers.  */
enum {
  PHASE_ELLIPSE,
  PHASE_SPEED,
  PHASE_GHOST,
  PHASE_CLUSTER,
  PHASE_HEADING,
  PHASE_SYMBOL,
  PHASE_SIGN,
  PHASE_WORDS,
};

#define SPEED_SHOWN_S 45.0
#define SPEED_MOST 40.0
#define LEAST_CIRCLE 13.0
/* A symbol moved less than this still covers where the machine is.  */
#define LEAST_LEADER 9.0

/* ---- Words --------------------------------------------------------------------------------- */

/* One line of a symbol's words, set to the side that faces it.  */
static void
add_line (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol,
          guint32 text, HandlerMapFace face, int y)
{
  HandlerMapSpriteKey key = handler_map_label_key (text, face);
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, &key);
  int free_width = symbol->words.width - sprite->width;
  int x = symbol->words.x - sprite->x +
          (int) (free_width * handler_map_side_align ((HandlerMapSide) symbol->side));

  handler_map_list_add_mark (list, PHASE_WORDS, &key, x, y);
}

static void
add_words (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol)
{
  double unit = handler_map_scene_unit (scene);
  int y = symbol->words.y;

  if (!symbol->labelled)
    return;
  if (symbol->name_text != 0) {
    add_line (scene, list, symbol, symbol->name_text, HANDLER_MAP_FACE_NAME,
              y + (int) lrint (6.5 * unit));
    y += (int) ceil (13 * unit);
  }
  if (symbol->age_text != 0)
    add_line (scene, list, symbol, symbol->age_text, HANDLER_MAP_FACE_AGE,
              y + (int) lrint (5.5 * unit));
}

/* ---- Tracks -------------------------------------------------------------------------------- */

/* An error ellipse as a sprite, or as a stroke when it is too big for one.  */
static void
add_ellipse (const HandlerMapScene *scene, HandlerMapList *list, int x, int y, double major_px,
             double minor_px, double bearing, HandlerMapTint tint, guint8 level, gboolean dashed)
{
  double unit = handler_map_scene_unit (scene);
  HandlerMapSpriteKey key;
  HandlerMapStroke *stroke;

  if (handler_map_ellipse_key (major_px / unit, minor_px / unit, bearing, (guint8) tint, level,
                               dashed ? 1 : 0, &key)) {
    handler_map_list_add_mark (list, PHASE_ELLIPSE, &key, x, y);
    return;
  }
  stroke = handler_map_list_add_ellipse (list, x, y, major_px, minor_px, bearing, tint,
                                         dashed ? HANDLER_MAP_DASH_DASHED : HANDLER_MAP_DASH_SOLID,
                                         1.2);
  stroke->level = MAX (level, 2);
  /* Of the oldest the line is enough: they are the largest, and there are many.  */
  stroke->filled = !dashed && level > 0;
}

static void
add_speed (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol,
           const PictureTrack *track)
{
  double speed = base_vec_length (track->velocity);
  double pixels = speed * SPEED_SHOWN_S / handler_map_projection_device_mpp (&scene->projection) /
                  handler_map_scene_unit (scene);
  double bearing = atan2 ((double) track->velocity.x, (double) track->velocity.y) * 180 / G_PI;
  HandlerMapSpriteKey key = {.shape = HANDLER_MAP_SHAPE_SPEED,
                             .tint = symbol->known ? HANDLER_MAP_TINT_HOSTILE
                                                   : HANDLER_MAP_TINT_UNKNOWN_LINE,
                             .a = handler_map_bearing_index (bearing, HANDLER_MAP_SPEEDS)};

  if (!track->velocity_known || speed < 0.5 || symbol->lost)
    return;
  /* In steps, so that few pictures serve all.  */
  key.b = (guint16) (HANDLER_MAP_TRACK_HALF + 4 * lrint (CLAMP (pixels, 6, SPEED_MOST) / 4));
  handler_map_list_add_mark (list, PHASE_SPEED, &key, symbol->x, symbol->y);
}

static void
add_track (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol)
{
  const PictureTrack *track = &scene->view->tracks[symbol->index];
  double mpp = handler_map_projection_device_mpp (&scene->projection);
  HandlerMapTint line =
      symbol->known ? HANDLER_MAP_TINT_HOSTILE : HANDLER_MAP_TINT_UNKNOWN_LINE;
  HandlerMapSpriteKey key = {.shape = symbol->known ? HANDLER_MAP_SHAPE_HOSTILE
                                                    : HANDLER_MAP_SHAPE_UNKNOWN,
                             .a = symbol->lost ? 2 : (symbol->outlined ? 1 : 0),
                             .text = symbol->code_text};

  if (!symbol->lost)
    add_ellipse (scene, list, symbol->x, symbol->y, track->major_m / mpp, track->minor_m / mpp,
                 (double) track->angle_deg, line, symbol->level, FALSE);
  add_speed (scene, list, symbol, track);
  handler_map_list_add_mark (list, PHASE_SYMBOL, &key, symbol->x, symbol->y);
  add_words (scene, list, symbol);
}

static void
add_cluster (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapCluster *cluster,
             gboolean own_layer)
{
  gboolean own = cluster->n_own > 0;
  gboolean enemy = cluster->n_hostile + cluster->n_unknown > 0;
  gboolean wide = cluster->half_width >= cluster->half_height;
  HandlerMapTint tint = !enemy ? HANDLER_MAP_TINT_OWN
                               : (cluster->n_hostile > 0 ? HANDLER_MAP_TINT_HOSTILE
                                                         : HANDLER_MAP_TINT_UNKNOWN_LINE);
  HandlerMapSpriteKey key = {.shape = HANDLER_MAP_SHAPE_CLUSTER,
                             .a = own && enemy ? 3 : (own ? 0 : (cluster->n_hostile > 0 ? 1 : 2)),
                             .text = cluster->count_text};

  /* Where there are enemies, the cluster belongs to the layer of tracks.  */
  if (own_layer == enemy)
    return;
  add_ellipse (scene, list, cluster->x, cluster->y,
               wide ? cluster->half_width : cluster->half_height,
               wide ? cluster->half_height : cluster->half_width, wide ? 90 : 0, tint,
               HANDLER_MAP_LEVELS, FALSE);
  handler_map_list_add_mark (list, PHASE_CLUSTER, &key, cluster->x, cluster->y);
}

static void
add_clusters (const HandlerMapScene *scene, HandlerMapList *list, gboolean own_layer)
{
  for (guint i = 0; i < scene->symbols->clusters->len; i++)
    add_cluster (scene, list, &g_array_index (scene->symbols->clusters, HandlerMapCluster, i),
                 own_layer);
}

void
handler_map_collect_tracks (const HandlerMapScene *scene, HandlerMapList *list)
{
  for (guint i = 0; i < scene->symbols->symbols->len; i++) {
    const HandlerMapSymbol *symbol =
        &g_array_index (scene->symbols->symbols, HandlerMapSymbol, i);

    if (symbol->kind == HANDLER_SELECTION_TRACK && !symbol->clustered)
      add_track (scene, list, symbol);
  }
  add_clusters (scene, list, FALSE);
}

/* ---- Own machines -------------------------------------------------------------------------- */

static void
add_ghost (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol,
           const PictureOwn *own)
{
  double error = own->ghost_error_m / handler_map_projection_device_mpp (&scene->projection);
  HandlerMapSpriteKey key = {.shape = HANDLER_MAP_SHAPE_GHOST, .text = symbol->code_text};

  handler_map_list_begin_stroke (list, HANDLER_MAP_TINT_GHOST, HANDLER_MAP_DASH_DOTTED, 1.8);
  handler_map_list_add_spot (list, symbol->x, symbol->y);
  handler_map_list_add_spot (list, symbol->ghost_x, symbol->ghost_y);
  if (error / handler_map_scene_unit (scene) >= LEAST_CIRCLE)
    add_ellipse (scene, list, symbol->ghost_x, symbol->ghost_y, error, error, 0,
                 HANDLER_MAP_TINT_GHOST, HANDLER_MAP_LEVELS, TRUE);
  handler_map_list_add_mark (list, PHASE_GHOST, &key, symbol->ghost_x, symbol->ghost_y);
}

static void
add_signs (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol)
{
  double unit = handler_map_scene_unit (scene);
  double reach = HANDLER_MAP_OWN_HALF_HEIGHT + 2.5;
  int y = symbol->y + (int) lrint ((symbol->signs_below ? reach + 10 : -reach) * unit);
  int frame = symbol->selected ? (int) lrint ((symbol->signs_below ? 5 : -5) * unit) : 0;
  int aside = symbol->speaking && symbol->trouble ? (int) lrint (10 * unit) : 0;
  HandlerMapSpriteKey speaking = {.shape = HANDLER_MAP_SHAPE_SPEAKING};
  HandlerMapSpriteKey trouble = {.shape = HANDLER_MAP_SHAPE_TROUBLE};

  if (symbol->speaking)
    handler_map_list_add_mark (list, PHASE_SIGN, &speaking, symbol->x + aside, y + frame);
  if (symbol->trouble)
    handler_map_list_add_mark (list, PHASE_SIGN, &trouble,
                               symbol->x - (int) lrint (6 * unit) - aside, y);
}

/* From a symbol that was moved aside to where the machine is.  */
static void
add_leader (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol)
{
  HandlerMapSpriteKey anchor = {.shape = HANDLER_MAP_SHAPE_ANCHOR};
  HandlerMapStroke *stroke;

  if (hypot (symbol->x - symbol->true_x, symbol->y - symbol->true_y) <
      LEAST_LEADER * handler_map_scene_unit (scene))
    return;
  stroke = handler_map_list_begin_stroke (list, HANDLER_MAP_TINT_OWN, HANDLER_MAP_DASH_SOLID, 1.3);
  stroke->halo = TRUE;
  handler_map_list_add_spot (list, symbol->x, symbol->y);
  handler_map_list_add_spot (list, symbol->true_x, symbol->true_y);
  handler_map_list_add_mark (list, PHASE_GHOST, &anchor, symbol->true_x, symbol->true_y);
}

static void
add_own (const HandlerMapScene *scene, HandlerMapList *list, const HandlerMapSymbol *symbol)
{
  const PictureOwn *own = &scene->view->own[symbol->index];
  HandlerMapSpriteKey heading = {
      .shape = HANDLER_MAP_SHAPE_HEADING,
      .level = symbol->level,
      .a = handler_map_bearing_index ((double) own->heading_deg, HANDLER_MAP_HEADINGS)};
  HandlerMapSpriteKey body = {.shape = symbol->lost ? HANDLER_MAP_SHAPE_DESTROYED
                                                    : HANDLER_MAP_SHAPE_OWN,
                              .level = symbol->lost ? 0 : symbol->level,
                              .text = symbol->code_text};

  add_leader (scene, list, symbol);
  if (symbol->ghost)
    add_ghost (scene, list, symbol, own);
  if (!symbol->lost)
    handler_map_list_add_mark (list, PHASE_HEADING, &heading, symbol->x, symbol->y);
  handler_map_list_add_mark (list, PHASE_SYMBOL, &body, symbol->x, symbol->y);
  add_signs (scene, list, symbol);
  add_words (scene, list, symbol);
}

void
handler_map_collect_own (const HandlerMapScene *scene, HandlerMapList *list)
{
  for (guint i = 0; i < scene->symbols->symbols->len; i++) {
    const HandlerMapSymbol *symbol =
        &g_array_index (scene->symbols->symbols, HandlerMapSymbol, i);

    if (symbol->kind == HANDLER_SELECTION_OWN && !symbol->clustered)
      add_own (scene, list, symbol);
  }
  add_clusters (scene, list, TRUE);
}

/* ---- Marks --------------------------------------------------------------------------------- */

static void
add_mark_name (const HandlerMapScene *scene, HandlerMapList *list, guint index, int x, int y)
{
  double unit = handler_map_scene_unit (scene);
  int half = (int) lrint (MARK_HALF * unit);
  HandlerMapSpriteKey label = handler_map_label_key (
      handler_map_sprites_text (scene->sprites, scene->view->marks[index].name),
      HANDLER_MAP_FACE_AGE);
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, &label);
  const HandlerMapBox dot = {x - half, y - half, 2 * half, 2 * half};
  HandlerMapBox box;

  if (handler_map_labels_choose_side (scene->symbols, HANDLER_SELECTION_MARK, index, &dot,
                                      sprite->width, sprite->height,
                                      (int) lrint (MARK_GAP * unit), &box))
    handler_map_list_add_mark (list, 1, &label, box.x - sprite->x, box.y + sprite->height / 2);
}

/* Places that she has marked: a dot with its name beside it.  */
static void
add_marks (const HandlerMapScene *scene, HandlerMapList *list)
{
  HandlerMapSpriteKey dot = {.shape = HANDLER_MAP_SHAPE_POINT};

  for (gsize i = 0; scene->view != NULL && i < scene->view->n_marks; i++) {
    int x, y;

    handler_map_scene_spot (scene, scene->view->marks[i].position, &x, &y);
    handler_map_list_add_mark (list, 0, &dot, x, y);
    add_mark_name (scene, list, (guint) i, x, y);
  }
}

/* ---- Selection ----------------------------------------------------------------------------- */

static void
add_place_frame (const HandlerMapScene *scene, HandlerMapList *list)
{
  HandlerMapSpriteKey frame = {.shape = HANDLER_MAP_SHAPE_SELECTED, .a = 13, .b = 13};
  int x, y;

  if (scene->selected_kind != HANDLER_SELECTION_PLACE || scene->sheet == NULL ||
      scene->selected_id >= scene->sheet->n_places)
    return;
  handler_map_scene_spot (scene, scene->sheet->places[scene->selected_id].position, &x, &y);
  handler_map_list_add_mark (list, 0, &frame, x, y);
}

static void
add_mark_frame (const HandlerMapScene *scene, HandlerMapList *list)
{
  HandlerMapSpriteKey frame = {.shape = HANDLER_MAP_SHAPE_SELECTED, .a = 13, .b = 13};
  int x, y;

  if (scene->selected_kind != HANDLER_SELECTION_MARK || scene->view == NULL ||
      scene->selected_id == 0 || scene->selected_id > scene->view->n_marks)
    return;
  handler_map_scene_spot (scene, scene->view->marks[scene->selected_id - 1].position, &x, &y);
  handler_map_list_add_mark (list, 0, &frame, x, y);
}

static void
add_cursor (const HandlerMapScene *scene, HandlerMapList *list)
{
  HandlerMapSpriteKey crosshair = {.shape = HANDLER_MAP_SHAPE_CROSSHAIR};
  int x, y;

  if (!scene->cursor_shown)
    return;
  handler_map_scene_spot (scene, scene->cursor, &x, &y);
  handler_map_list_add_mark (list, 2, &crosshair, x, y);
}

void
handler_map_collect_selection (const HandlerMapScene *scene, HandlerMapList *list)
{
  for (guint i = 0; i < scene->symbols->symbols->len; i++) {
    const HandlerMapSymbol *symbol =
        &g_array_index (scene->symbols->symbols, HandlerMapSymbol, i);
    gboolean own = symbol->kind == HANDLER_SELECTION_OWN;
    HandlerMapSpriteKey frame = {
        .shape = HANDLER_MAP_SHAPE_SELECTED, .a = own ? 16 : 16, .b = own ? 12 : 16};

    if (symbol->selected)
      handler_map_list_add_mark (list, 0, &frame, symbol->x, symbol->y);
  }
  add_place_frame (scene, list);
  add_mark_frame (scene, list);
  add_marks (scene, list);
  add_cursor (scene, list);
}
