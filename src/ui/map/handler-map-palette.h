/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of the map, in four variants: light, dark, and each in high contrast.
 *
 * Hues are those of Okabe and Ito ("Color Universal Design", 2008) or shades of them; no side is
 * told from another by hue alone.  A test holds text to 4.5:1 (high contrast 7:1).  */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What a colour is for.  */
typedef enum {
  HANDLER_MAP_TINT_OWN,
  HANDLER_MAP_TINT_OWN_TEXT,
  HANDLER_MAP_TINT_GHOST,
  HANDLER_MAP_TINT_DESTROYED, /* its outline and code */
  HANDLER_MAP_TINT_STROKE,    /* the stroke through what is destroyed */
  HANDLER_MAP_TINT_HOSTILE,
  HANDLER_MAP_TINT_HOSTILE_TEXT,
  HANDLER_MAP_TINT_UNKNOWN,
  HANDLER_MAP_TINT_UNKNOWN_TEXT,
  HANDLER_MAP_TINT_UNKNOWN_LINE,
  HANDLER_MAP_TINT_HEARING,
  HANDLER_MAP_TINT_JAM,
  HANDLER_MAP_TINT_ORDER,
  HANDLER_MAP_TINT_DRAFT,
  HANDLER_MAP_TINT_INK_GREY, /* the pencil's */
  HANDLER_MAP_TINT_INK_BLUE,
  HANDLER_MAP_TINT_INK_ORANGE,
  HANDLER_MAP_TINT_INK_GREEN,
  HANDLER_MAP_TINT_WARNING,
  HANDLER_MAP_TINT_TEXT,
  HANDLER_MAP_TINT_TEXT_DIM,
  HANDLER_MAP_TINT_HALO,
  HANDLER_MAP_TINT_GRID,
  HANDLER_MAP_TINT_EDGE, /* thin line around symbols */
  HANDLER_MAP_TINT_PAPER, /* beyond the map, and before its relief is there */
  HANDLER_MAP_TINT_BAND,
  HANDLER_MAP_TINT_BAND_TEXT,
  HANDLER_MAP_N_TINTS
} HandlerMapTint;

/* A shade of ground at a share of the map's range of heights.  */
typedef struct {
  float at;
  guint8 red, green, blue;
} HandlerMapStop;

#define HANDLER_MAP_MAX_STOPS 5

/* What the relief tiles are painted with; 0xRRGGBB.  */
typedef struct {
  HandlerMapStop stops[HANDLER_MAP_MAX_STOPS];
  guint n_stops;
  guint32 woods, woods_crown, woods_shade;
  guint32 town, building, building_edge;
  guint32 marsh, marsh_tuft;
  guint32 water, water_edge;
  guint32 unknown, unknown_line;
  guint32 road, road_casing;
  guint32 rubble, rubble_block;
  guint32 cliff;
  guint32 mines;
  guint32 contour;
  guint32 shadow, light;
  float shadow_strength, light_strength, contour_strength;
} HandlerMapReliefPalette;

typedef struct {
  gboolean dark, high_contrast;
  GdkRGBA tints[HANDLER_MAP_N_TINTS];
  HandlerMapReliefPalette relief;
} HandlerMapPalette;

/* Static storage: the same variant is always the same pointer.  */
const HandlerMapPalette *handler_map_palette_get (gboolean dark, gboolean high_contrast);

/* Contrast of two opaque colours after WCAG 2.1, 1 to 21.  */
double handler_map_contrast (const GdkRGBA *a, const GdkRGBA *b);

G_END_DECLS
