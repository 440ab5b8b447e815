/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each symbol of the map is drawn, around a hot spot at (0, 0), in logical pixels.
 *
 * The key says all that the look depends on, so that equal keys are one picture.  */
#pragma once

#include "handler-map-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum {
  HANDLER_MAP_SHAPE_LABEL,     /* hot spot at the left end, half way up; `flags`: face */
  HANDLER_MAP_SHAPE_OWN,       /* rectangle with the code; `level` fades it */
  HANDLER_MAP_SHAPE_HEADING,   /* arrow beyond the rectangle; `a`: heading of 48 */
  HANDLER_MAP_SHAPE_GHOST,     /* dashed rectangle with the code */
  HANDLER_MAP_SHAPE_DESTROYED, /* struck-out rectangle with the code */
  HANDLER_MAP_SHAPE_HOSTILE,   /* diamond with its letter; `a`: 0 filled, 1 outline, 2 struck */
  HANDLER_MAP_SHAPE_UNKNOWN,   /* quatrefoil; `a` as above */
  HANDLER_MAP_SHAPE_SPEED,     /* line from the middle; `a`: heading of 64, `b`: length */
  HANDLER_MAP_SHAPE_ELLIPSE,   /* see handler_map_ellipse_key() */
  HANDLER_MAP_SHAPE_SPEAKING,  /* bars above a symbol */
  HANDLER_MAP_SHAPE_TROUBLE,   /* triangle above a symbol */
  HANDLER_MAP_SHAPE_SELECTED,  /* frame; `a`, `b`: half width and height */
  HANDLER_MAP_SHAPE_CLUSTER,   /* disc with a count; `a`: 0 own, 1 hostile, 2 unknown, 3 mixed */
  HANDLER_MAP_SHAPE_WAYPOINT,  /* ring */
  HANDLER_MAP_SHAPE_POINT,     /* numbered point */
  HANDLER_MAP_SHAPE_HILL,
  HANDLER_MAP_SHAPE_BRIDGE,    /* `a`: bearing of 32 */
  HANDLER_MAP_SHAPE_FORD,      /* `a`: bearing of 32 */
  HANDLER_MAP_SHAPE_BASE,
  HANDLER_MAP_SHAPE_CROSSHAIR,
  HANDLER_MAP_SHAPE_ANCHOR,    /* dot where a machine is whose symbol was moved aside */
  HANDLER_MAP_N_SHAPES
} HandlerMapShape;

/* How words are set.  */
typedef enum {
  HANDLER_MAP_FACE_NAME,
  HANDLER_MAP_FACE_AGE,
  HANDLER_MAP_FACE_PLACE,
  HANDLER_MAP_FACE_TOWN,
  HANDLER_MAP_FACE_NATURE,
  HANDLER_MAP_FACE_AREA,
  HANDLER_MAP_FACE_BAND,
  HANDLER_MAP_FACE_RULER,
  HANDLER_MAP_N_FACES
} HandlerMapFace;

#define HANDLER_MAP_LEVELS 7 /* `level` of 0..7: how strong, 7 is full */
#define HANDLER_MAP_HEADINGS 48
#define HANDLER_MAP_SPEEDS 64
#define HANDLER_MAP_BEARINGS 32

/* No padding: compared and hashed as bytes.  */
typedef struct {
  guint8 shape; /* HandlerMapShape */
  guint8 tint;  /* HandlerMapTint, where the shape has no colour of its own */
  guint8 level;
  guint8 flags;
  guint16 a, b;
  guint32 text; /* of the sprites' table; 0 none */
} HandlerMapSpriteKey;

/* Half sizes of the symbols, logical pixels.  */
#define HANDLER_MAP_OWN_HALF_WIDTH 11
#define HANDLER_MAP_OWN_HALF_HEIGHT 7
#define HANDLER_MAP_TRACK_HALF 12

/* The nearest of the cached ellipses; radii in logical pixels, bearing of the major axis in
 * degrees.  FALSE when it is too big for a sprite.  `flags` 1: dashed and not filled.  */
gboolean handler_map_ellipse_key (double major, double minor, double bearing_deg, guint8 tint,
                                  guint8 level, guint8 flags, HandlerMapSpriteKey *key);
/* Radii and bearing that a key stands for.  */
void handler_map_ellipse_of_key (const HandlerMapSpriteKey *key, double *major, double *minor,
                                 double *bearing_deg);

/* Index of a bearing among `n` equal parts of the circle.  */
guint16 handler_map_bearing_index (double bearing_deg, guint n);

/* Draws; `layout` is at hand for words.  `text` may be NULL.  */
void handler_map_shape_draw (cairo_t *cr, const HandlerMapSpriteKey *key, const char *text,
                             const HandlerMapPalette *palette, PangoLayout *layout);

G_END_DECLS
