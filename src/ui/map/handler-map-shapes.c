/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-shapes.h"

#include <math.h>

#define HALO 3.0
#define ELLIPSE_LEAST 5.0
#define ELLIPSE_GROWTH 1.10
#define ELLIPSE_MOST 170.0
#define N_ASPECTS 8
#define LEAST_ASPECT 0.16

typedef struct {
  cairo_t *cr;
  const HandlerMapSpriteKey *key;
  const char *text;
  const HandlerMapPalette *palette;
  PangoLayout *layout;
} Drawing;

/* ---- Colours ------------------------------------------------------------------------------- */

static const GdkRGBA *
tint (const Drawing *d, HandlerMapTint which)
{
  return &d->palette->tints[which];
}

static void
set_colour (const Drawing *d, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (d->cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
set_tint (const Drawing *d, HandlerMapTint which, double alpha)
{
  set_colour (d, tint (d, which), alpha);
}

static double
strength (const Drawing *d)
{
  return (double) d->key->level / HANDLER_MAP_LEVELS;
}

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, double share)
{
  float t = (float) share;

  return (GdkRGBA){a->red + (b->red - a->red) * t, a->green + (b->green - a->green) * t,
                   a->blue + (b->blue - a->blue) * t, 1};
}

/* Whichever of two inks reads better on a ground.  */
static const GdkRGBA *
better_ink (const Drawing *d, const GdkRGBA *ground, HandlerMapTint a, HandlerMapTint b)
{
  return handler_map_contrast (tint (d, a), ground) >= handler_map_contrast (tint (d, b), ground)
             ? tint (d, a)
             : tint (d, b);
}

static void
path_box (cairo_t *cr, double half_width, double half_height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, half_width - radius, -half_height + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, half_width - radius, half_height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, -half_width + radius, half_height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, -half_width + radius, -half_height + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* ---- Words --------------------------------------------------------------------------------- */

typedef struct {
  double size;
  PangoWeight weight;
  PangoStyle style;
  double spacing; /* between letters */
  HandlerMapTint tint;
} Face;

static const Face faces[HANDLER_MAP_N_FACES] = {
    [HANDLER_MAP_FACE_NAME] = {11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0,
                               HANDLER_MAP_TINT_TEXT},
    [HANDLER_MAP_FACE_AGE] = {9.5, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 0,
                              HANDLER_MAP_TINT_TEXT_DIM},
    [HANDLER_MAP_FACE_PLACE] = {10.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0,
                                HANDLER_MAP_TINT_TEXT},
    [HANDLER_MAP_FACE_TOWN] = {13, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 1.6,
                               HANDLER_MAP_TINT_TEXT},
    [HANDLER_MAP_FACE_NATURE] = {11, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_ITALIC, 0.9,
                                 HANDLER_MAP_TINT_TEXT_DIM},
    [HANDLER_MAP_FACE_AREA] = {10.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0,
                               HANDLER_MAP_TINT_JAM},
    [HANDLER_MAP_FACE_BAND] = {10, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0,
                               HANDLER_MAP_TINT_BAND_TEXT},
    [HANDLER_MAP_FACE_RULER] = {11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0,
                                HANDLER_MAP_TINT_TEXT},
};

static void
prepare_layout (const Drawing *d, const Face *face)
{
  PangoFontDescription *font =
      pango_font_description_copy (pango_layout_get_font_description (d->layout));
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, face->size * PANGO_SCALE);
  pango_font_description_set_weight (font, face->weight);
  pango_font_description_set_style (font, face->style);
  pango_layout_set_font_description (d->layout, font);
  if (face->spacing > 0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) (face->spacing * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (d->layout, attributes);
  pango_layout_set_text (d->layout, d->text != NULL ? d->text : "", -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
}

/* Sets the words with their left end (or middle) at (x, y), half way up.  */
static void
draw_words (const Drawing *d, const Face *face, double x, double y, gboolean centred,
            const GdkRGBA *ink, gboolean halo)
{
  PangoRectangle logical;
  double top;

  prepare_layout (d, face);
  pango_layout_get_extents (d->layout, NULL, &logical);
  if (centred)
    x -= (double) logical.width / PANGO_SCALE / 2;
  /* By the capitals, not by the line: codes and numbers then sit in the middle.  */
  top = y + face->size * 0.36 - (double) pango_layout_get_baseline (d->layout) / PANGO_SCALE;
  if (halo) {
    cairo_move_to (d->cr, x, top);
    pango_cairo_layout_path (d->cr, d->layout);
    set_tint (d, HANDLER_MAP_TINT_HALO, 1);
    cairo_set_line_width (d->cr, HALO);
    cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_antialias (d->cr, CAIRO_ANTIALIAS_FAST);
    cairo_set_tolerance (d->cr, 0.3);
    cairo_stroke (d->cr);
  }
  cairo_move_to (d->cr, x, top);
  set_colour (d, ink, 1);
  pango_cairo_show_layout (d->cr, d->layout);
  cairo_new_path (d->cr);
}

static void
draw_code (const Drawing *d, double size, const GdkRGBA *ink)
{
  Face face = {size, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, HANDLER_MAP_TINT_TEXT};

  draw_words (d, &face, 0, 0, TRUE, ink, FALSE);
}

/* The ruler's words stand on a ground of their own: they lie over anything.  */
static void
draw_pill (const Drawing *d, const Face *face)
{
  PangoRectangle logical;
  double half;

  prepare_layout (d, face);
  pango_layout_get_extents (d->layout, NULL, &logical);
  half = (double) logical.width / PANGO_SCALE / 2;
  cairo_save (d->cr);
  cairo_translate (d->cr, half, 0);
  path_box (d->cr, half + 8, 10, 10);
  set_tint (d, HANDLER_MAP_TINT_BAND, 0.95);
  cairo_fill (d->cr);
  cairo_restore (d->cr);
}

static void
draw_label (const Drawing *d)
{
  const Face *face = &faces[MIN (d->key->flags, HANDLER_MAP_N_FACES - 1)];
  HandlerMapTint ink = d->key->tint != 0 ? d->key->tint : face->tint;

  if (d->key->flags == HANDLER_MAP_FACE_RULER)
    draw_pill (d, face);
  draw_words (d, face, 0, 0, FALSE, tint (d, ink), d->key->flags != HANDLER_MAP_FACE_BAND);
}

/* ---- Outlines ------------------------------------------------------------------------------ */

static void
path_diamond (cairo_t *cr, double half)
{
  cairo_move_to (cr, 0, -half);
  cairo_line_to (cr, half, 0);
  cairo_line_to (cr, 0, half);
  cairo_line_to (cr, -half, 0);
  cairo_close_path (cr);
}

/* One outline, so that it can be stroked: four leaves around the middle.  Two neighbours meet on
 * the diagonal, which fixes how far each leaf opens.  */
static void
path_quatrefoil (cairo_t *cr, double leaf, double reach)
{
  double meet = (reach + sqrt (2 * leaf * leaf - reach * reach)) / 2;
  double open = atan2 (meet, meet - reach);

  for (int i = 0; i < 4; i++) {
    double towards = -G_PI / 2 + i * G_PI / 2;

    cairo_arc (cr, reach * cos (towards), reach * sin (towards), leaf, towards - open,
               towards + open);
  }
  cairo_close_path (cr);
}

static void
stroke_with_edge (const Drawing *d, HandlerMapTint line, double width, double edge)
{
  if (edge > 0) {
    set_tint (d, HANDLER_MAP_TINT_HALO, 1);
    cairo_set_line_width (d->cr, width + 2 * edge);
    cairo_stroke_preserve (d->cr);
  }
  set_tint (d, line, 1);
  cairo_set_line_width (d->cr, width);
  cairo_stroke (d->cr);
}

/* ---- Own machines -------------------------------------------------------------------------- */

static void
draw_own (const Drawing *d)
{
  GdkRGBA halo = *tint (d, HANDLER_MAP_TINT_HALO);
  GdkRGBA fill = mix (tint (d, HANDLER_MAP_TINT_OWN), &halo, 0.8 * (1 - strength (d)));

  path_box (d->cr, HANDLER_MAP_OWN_HALF_WIDTH + 1, HANDLER_MAP_OWN_HALF_HEIGHT + 1, 3.5);
  set_tint (d, HANDLER_MAP_TINT_EDGE, 0.85);
  cairo_fill (d->cr);
  path_box (d->cr, HANDLER_MAP_OWN_HALF_WIDTH, HANDLER_MAP_OWN_HALF_HEIGHT, 2.5);
  set_colour (d, &fill, 1);
  cairo_fill (d->cr);
  draw_code (d, 9.5, better_ink (d, &fill, HANDLER_MAP_TINT_OWN_TEXT, HANDLER_MAP_TINT_TEXT));
}

static double
bearing_angle (guint16 index, guint n)
{
  return 2 * G_PI * index / n;
}

static void
draw_heading (const Drawing *d)
{
  double angle = bearing_angle (d->key->a, HANDLER_MAP_HEADINGS);
  double x = sin (angle);
  double y = -cos (angle);
  double start = MIN (HANDLER_MAP_OWN_HALF_WIDTH / MAX (fabs (x), 1e-6),
                      HANDLER_MAP_OWN_HALF_HEIGHT / MAX (fabs (y), 1e-6));

  cairo_save (d->cr);
  cairo_translate (d->cr, x * start, y * start);
  cairo_rotate (d->cr, angle);
  cairo_move_to (d->cr, 0, 0);
  cairo_line_to (d->cr, 0, -8);
  cairo_move_to (d->cr, -3.4, -4.8);
  cairo_line_to (d->cr, 0, -9);
  cairo_line_to (d->cr, 3.4, -4.8);
  cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_MITER);
  set_tint (d, HANDLER_MAP_TINT_EDGE, 0.8);
  cairo_set_line_width (d->cr, 3.6);
  cairo_stroke_preserve (d->cr);
  set_tint (d, HANDLER_MAP_TINT_OWN, 0.35 + 0.65 * strength (d));
  cairo_set_line_width (d->cr, 1.9);
  cairo_stroke (d->cr);
  cairo_restore (d->cr);
}

static void
draw_ghost (const Drawing *d)
{
  static const double dashes[] = {3.5, 2};

  path_box (d->cr, HANDLER_MAP_OWN_HALF_WIDTH, HANDLER_MAP_OWN_HALF_HEIGHT, 2.5);
  set_tint (d, HANDLER_MAP_TINT_HALO, 0.7);
  cairo_fill_preserve (d->cr);
  cairo_set_dash (d->cr, dashes, G_N_ELEMENTS (dashes), 0);
  set_tint (d, HANDLER_MAP_TINT_GHOST, 1);
  cairo_set_line_width (d->cr, 1.5);
  cairo_stroke (d->cr);
  cairo_set_dash (d->cr, NULL, 0, 0);
  draw_code (d, 9.5, tint (d, HANDLER_MAP_TINT_GHOST));
}

static void
draw_strike (const Drawing *d, double half_width, double half_height)
{
  cairo_move_to (d->cr, -half_width, half_height);
  cairo_line_to (d->cr, half_width, -half_height);
  cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
  stroke_with_edge (d, HANDLER_MAP_TINT_STROKE, 2.2, 0.8);
}

static void
draw_destroyed (const Drawing *d)
{
  path_box (d->cr, HANDLER_MAP_OWN_HALF_WIDTH - 0.5, HANDLER_MAP_OWN_HALF_HEIGHT - 0.5, 2.5);
  set_tint (d, HANDLER_MAP_TINT_HALO, 0.9);
  cairo_fill_preserve (d->cr);
  set_tint (d, HANDLER_MAP_TINT_DESTROYED, 1);
  cairo_set_line_width (d->cr, 1.3);
  cairo_stroke (d->cr);
  draw_code (d, 9, tint (d, HANDLER_MAP_TINT_DESTROYED));
  draw_strike (d, HANDLER_MAP_OWN_HALF_WIDTH + 2.5, HANDLER_MAP_OWN_HALF_HEIGHT + 2.5);
}

/* ---- Tracks -------------------------------------------------------------------------------- */

enum { LOOK_FILLED, LOOK_OUTLINE, LOOK_STRUCK };

/* The path is the symbol's; fills or outlines it.  */
static void
paint_track (const Drawing *d, HandlerMapTint fill, HandlerMapTint line)
{
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  if (d->key->a == LOOK_FILLED) {
    set_tint (d, HANDLER_MAP_TINT_EDGE, 0.85);
    cairo_set_line_width (d->cr, 2.2);
    cairo_stroke_preserve (d->cr);
    set_tint (d, fill, 1);
    cairo_fill (d->cr);
    return;
  }
  set_tint (d, HANDLER_MAP_TINT_HALO, 0.9);
  cairo_fill_preserve (d->cr);
  set_tint (d, line, 1);
  cairo_set_line_width (d->cr, 1.8);
  cairo_stroke (d->cr);
}

static void
draw_hostile (const Drawing *d)
{
  gboolean filled = d->key->a == LOOK_FILLED;

  path_diamond (d->cr, filled ? HANDLER_MAP_TRACK_HALF : HANDLER_MAP_TRACK_HALF - 0.5);
  paint_track (d, HANDLER_MAP_TINT_HOSTILE, HANDLER_MAP_TINT_HOSTILE);
  draw_code (d, 10.5, tint (d, filled ? HANDLER_MAP_TINT_HOSTILE_TEXT : HANDLER_MAP_TINT_TEXT));
  if (d->key->a == LOOK_STRUCK)
    draw_strike (d, HANDLER_MAP_TRACK_HALF, HANDLER_MAP_TRACK_HALF);
}

static void
draw_unknown (const Drawing *d)
{
  path_quatrefoil (d->cr, 5.6, 6.2);
  paint_track (d, HANDLER_MAP_TINT_UNKNOWN, HANDLER_MAP_TINT_UNKNOWN_LINE);
  draw_code (d, 10.5,
             tint (d, d->key->a == LOOK_FILLED ? HANDLER_MAP_TINT_UNKNOWN_TEXT
                                               : HANDLER_MAP_TINT_TEXT));
  if (d->key->a == LOOK_STRUCK)
    draw_strike (d, HANDLER_MAP_TRACK_HALF, HANDLER_MAP_TRACK_HALF);
}

static void
draw_speed (const Drawing *d)
{
  double angle = bearing_angle (d->key->a, HANDLER_MAP_SPEEDS);

  cairo_move_to (d->cr, 0, 0);
  cairo_line_to (d->cr, d->key->b * sin (angle), -d->key->b * cos (angle));
  set_tint (d, HANDLER_MAP_TINT_EDGE, 0.8);
  cairo_set_line_width (d->cr, 4.2);
  cairo_stroke_preserve (d->cr);
  set_tint (d, d->key->tint, 1);
  cairo_set_line_width (d->cr, 2.4);
  cairo_stroke (d->cr);
}

guint16
handler_map_bearing_index (double bearing_deg, guint n)
{
  long index = lrint (bearing_deg / 360.0 * n) % (long) n;

  return (guint16) (index < 0 ? index + (long) n : index);
}

gboolean
handler_map_ellipse_key (double major, double minor, double bearing_deg, guint8 tint_index,
                         guint8 level, guint8 flags, HandlerMapSpriteKey *key)
{
  double aspect = CLAMP (minor / MAX (major, 1e-6), LEAST_ASPECT, 1);
  guint aspect_index = (guint) lrint ((aspect - LEAST_ASPECT) / (1 - LEAST_ASPECT) * N_ASPECTS);
  double half_turn = fmod (fmod (bearing_deg, 180) + 180, 180);
  guint angle = (guint) lrint (half_turn / 180 * HANDLER_MAP_BEARINGS) % HANDLER_MAP_BEARINGS;

  if (major > ELLIPSE_MOST)
    return FALSE;
  *key = (HandlerMapSpriteKey){.shape = HANDLER_MAP_SHAPE_ELLIPSE,
                               .tint = tint_index,
                               .level = level,
                               .flags = flags};
  if (major > ELLIPSE_LEAST)
    key->a = (guint16) lrint (log (major / ELLIPSE_LEAST) / log (ELLIPSE_GROWTH));
  key->b = (guint16) (aspect_index << 8 | (aspect_index == N_ASPECTS ? 0 : angle));
  return TRUE;
}

void
handler_map_ellipse_of_key (const HandlerMapSpriteKey *key, double *major, double *minor,
                            double *bearing_deg)
{
  double aspect = LEAST_ASPECT + (1 - LEAST_ASPECT) * (key->b >> 8) / N_ASPECTS;

  *major = ELLIPSE_LEAST * pow (ELLIPSE_GROWTH, key->a);
  *minor = *major * aspect;
  *bearing_deg = (key->b & 255) * 180.0 / HANDLER_MAP_BEARINGS;
}

static void
draw_ellipse (const Drawing *d)
{
  static const double dashes[] = {4, 3};
  double alpha = 0.45 + 0.55 * strength (d);
  double major, minor, bearing;

  handler_map_ellipse_of_key (d->key, &major, &minor, &bearing);
  cairo_save (d->cr);
  cairo_rotate (d->cr, bearing * G_PI / 180);
  cairo_scale (d->cr, minor, major);
  cairo_arc (d->cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (d->cr);
  if ((d->key->flags & 1) != 0)
    cairo_set_dash (d->cr, dashes, G_N_ELEMENTS (dashes), 0);
  set_tint (d, d->key->tint, ((d->key->flags & 1) != 0 ? 0.07 : 0.16) * alpha);
  cairo_fill_preserve (d->cr);
  set_tint (d, d->key->tint, 0.9 * alpha);
  cairo_set_line_width (d->cr, 1.2);
  cairo_stroke (d->cr);
}

/* ---- Signs beside symbols ------------------------------------------------------------------ */

static void
draw_speaking (const Drawing *d)
{
  static const double heights[] = {4, 9, 6.5, 8};

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < G_N_ELEMENTS (heights); i++) {
      double grow = pass == 0 ? 1.2 : 0;

      cairo_rectangle (d->cr, -7 + 4.0 * i - grow, -heights[i] - grow, 2.4 + 2 * grow,
                       heights[i] + 2 * grow);
      set_tint (d, pass == 0 ? HANDLER_MAP_TINT_HALO : HANDLER_MAP_TINT_TEXT, 1);
      cairo_fill (d->cr);
    }
}

static void
draw_trouble (const Drawing *d)
{
  cairo_move_to (d->cr, 0, -10);
  cairo_line_to (d->cr, 6, 0);
  cairo_line_to (d->cr, -6, 0);
  cairo_close_path (d->cr);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (d->cr, 0.10, 0.06, 0);
  cairo_set_line_width (d->cr, 2.4);
  cairo_stroke_preserve (d->cr);
  set_tint (d, HANDLER_MAP_TINT_WARNING, 1);
  cairo_fill (d->cr);
  cairo_set_source_rgb (d->cr, 0.10, 0.06, 0);
  cairo_rectangle (d->cr, -0.7, -7, 1.4, 3.8);
  cairo_rectangle (d->cr, -0.7, -2.2, 1.4, 1.4);
  cairo_fill (d->cr);
}

static void
draw_selected (const Drawing *d)
{
  path_box (d->cr, d->key->a, d->key->b, 6);
  stroke_with_edge (d, HANDLER_MAP_TINT_TEXT, 2, 1.4);
}

static void
draw_cluster (const Drawing *d)
{
  static const HandlerMapTint fills[] = {HANDLER_MAP_TINT_OWN, HANDLER_MAP_TINT_HOSTILE,
                                         HANDLER_MAP_TINT_UNKNOWN, HANDLER_MAP_TINT_TEXT};
  static const HandlerMapTint inks[] = {HANDLER_MAP_TINT_OWN_TEXT, HANDLER_MAP_TINT_HOSTILE_TEXT,
                                        HANDLER_MAP_TINT_UNKNOWN_TEXT, HANDLER_MAP_TINT_BAND};
  guint kind = MIN (d->key->a, G_N_ELEMENTS (fills) - 1);

  switch (kind) {
  case 0:
    path_box (d->cr, 13, 10, 3);
    break;
  case 1:
    path_diamond (d->cr, 16);
    break;
  case 2:
    path_quatrefoil (d->cr, 7.4, 8);
    break;
  default:
    cairo_arc (d->cr, 0, 0, 12, 0, 2 * G_PI);
  }
  set_tint (d, HANDLER_MAP_TINT_EDGE, 1);
  cairo_set_line_width (d->cr, 4.5);
  cairo_stroke_preserve (d->cr);
  set_tint (d, fills[kind], 1);
  cairo_set_line_width (d->cr, 2);
  cairo_stroke_preserve (d->cr);
  cairo_fill (d->cr);
  draw_code (d, 11, tint (d, inks[kind]));
}

static void
draw_waypoint (const Drawing *d)
{
  cairo_arc (d->cr, 0, 0, 3.6, 0, 2 * G_PI);
  set_tint (d, HANDLER_MAP_TINT_HALO, 1);
  cairo_fill_preserve (d->cr);
  stroke_with_edge (d, d->key->tint, 1.8, 0.6);
}

/* ---- Places -------------------------------------------------------------------------------- */

static void
draw_point (const Drawing *d)
{
  cairo_move_to (d->cr, 0, -5.2);
  cairo_line_to (d->cr, 4.8, 3.4);
  cairo_line_to (d->cr, -4.8, 3.4);
  cairo_close_path (d->cr);
  set_tint (d, HANDLER_MAP_TINT_HALO, 1);
  cairo_fill_preserve (d->cr);
  stroke_with_edge (d, HANDLER_MAP_TINT_TEXT, 1.4, 1.2);
}

static void
draw_hill (const Drawing *d)
{
  cairo_move_to (d->cr, -5, 3);
  cairo_line_to (d->cr, -1.5, -3.4);
  cairo_line_to (d->cr, 1, 0.2);
  cairo_line_to (d->cr, 2.4, -1.6);
  cairo_line_to (d->cr, 5, 3);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  stroke_with_edge (d, HANDLER_MAP_TINT_TEXT, 1.5, 1.3);
}

static void
draw_bridge (const Drawing *d)
{
  cairo_rotate (d->cr, bearing_angle (d->key->a, HANDLER_MAP_BEARINGS));
  for (int side = -1; side <= 1; side += 2) {
    cairo_move_to (d->cr, side * 6.5, -11);
    cairo_line_to (d->cr, side * 3.2, -7);
    cairo_line_to (d->cr, side * 3.2, 7);
    cairo_line_to (d->cr, side * 6.5, 11);
  }
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  stroke_with_edge (d, HANDLER_MAP_TINT_TEXT, 1.6, 1.2);
}

static void
draw_ford (const Drawing *d)
{
  static const double dashes[] = {2.6, 2.2};

  cairo_rotate (d->cr, bearing_angle (d->key->a, HANDLER_MAP_BEARINGS));
  for (int side = -1; side <= 1; side += 2) {
    cairo_move_to (d->cr, side * 2.8, -10);
    cairo_line_to (d->cr, side * 2.8, 10);
  }
  cairo_set_dash (d->cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke_with_edge (d, HANDLER_MAP_TINT_TEXT, 2, 1);
}

static void
draw_base (const Drawing *d)
{
  cairo_move_to (d->cr, -6, 6);
  cairo_line_to (d->cr, -6, -1.5);
  cairo_line_to (d->cr, 0, -6.5);
  cairo_line_to (d->cr, 6, -1.5);
  cairo_line_to (d->cr, 6, 6);
  cairo_close_path (d->cr);
  set_tint (d, HANDLER_MAP_TINT_HALO, 1);
  cairo_fill_preserve (d->cr);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  stroke_with_edge (d, HANDLER_MAP_TINT_OWN, 1.8, 1);
}

static void
draw_crosshair (const Drawing *d)
{
  cairo_arc (d->cr, 0, 0, 7, 0, 2 * G_PI);
  for (int i = 0; i < 4; i++) {
    double x = cos (i * G_PI / 2);
    double y = sin (i * G_PI / 2);

    cairo_move_to (d->cr, 4 * x, 4 * y);
    cairo_line_to (d->cr, 13 * x, 13 * y);
  }
  stroke_with_edge (d, HANDLER_MAP_TINT_TEXT, 1.6, 1.4);
}

static void
draw_anchor (const Drawing *d)
{
  cairo_arc (d->cr, 0, 0, 3.6, 0, 2 * G_PI);
  set_tint (d, HANDLER_MAP_TINT_EDGE, 0.85);
  cairo_fill (d->cr);
  cairo_arc (d->cr, 0, 0, 2.6, 0, 2 * G_PI);
  set_tint (d, HANDLER_MAP_TINT_OWN, 1);
  cairo_fill (d->cr);
}

/* ---- All ----------------------------------------------------------------------------------- */

typedef void (*DrawFunc) (const Drawing *d);

static const DrawFunc draws[HANDLER_MAP_N_SHAPES] = {
    [HANDLER_MAP_SHAPE_LABEL] = draw_label,
    [HANDLER_MAP_SHAPE_OWN] = draw_own,
    [HANDLER_MAP_SHAPE_HEADING] = draw_heading,
    [HANDLER_MAP_SHAPE_GHOST] = draw_ghost,
    [HANDLER_MAP_SHAPE_DESTROYED] = draw_destroyed,
    [HANDLER_MAP_SHAPE_HOSTILE] = draw_hostile,
    [HANDLER_MAP_SHAPE_UNKNOWN] = draw_unknown,
    [HANDLER_MAP_SHAPE_SPEED] = draw_speed,
    [HANDLER_MAP_SHAPE_ELLIPSE] = draw_ellipse,
    [HANDLER_MAP_SHAPE_SPEAKING] = draw_speaking,
    [HANDLER_MAP_SHAPE_TROUBLE] = draw_trouble,
    [HANDLER_MAP_SHAPE_SELECTED] = draw_selected,
    [HANDLER_MAP_SHAPE_CLUSTER] = draw_cluster,
    [HANDLER_MAP_SHAPE_WAYPOINT] = draw_waypoint,
    [HANDLER_MAP_SHAPE_POINT] = draw_point,
    [HANDLER_MAP_SHAPE_HILL] = draw_hill,
    [HANDLER_MAP_SHAPE_BRIDGE] = draw_bridge,
    [HANDLER_MAP_SHAPE_FORD] = draw_ford,
    [HANDLER_MAP_SHAPE_BASE] = draw_base,
    [HANDLER_MAP_SHAPE_CROSSHAIR] = draw_crosshair,
    [HANDLER_MAP_SHAPE_ANCHOR] = draw_anchor,
};

void
handler_map_shape_draw (cairo_t *cr, const HandlerMapSpriteKey *key, const char *text,
                        const HandlerMapPalette *palette, PangoLayout *layout)
{
  Drawing drawing = {cr, key, text, palette, layout};

  g_return_if_fail (key->shape < HANDLER_MAP_N_SHAPES);

  cairo_save (cr);
  draws[key->shape](&drawing);
  cairo_restore (cr);
}
