/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-cairo.h"

static const cairo_user_data_key_t shown_key;

/* Pixel for pixel where the window is; smooth where it is drawn smaller or between pixels, for a picture.  */
void
handler_map_cairo_append (GtkSnapshot *snapshot, cairo_surface_t *surface, const HandlerMapBox *box,
                          double scale)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (box->x / scale), (float) (box->y / scale),
                                     (float) (box->width / scale), (float) (box->height / scale)));

  /* Of itself cairo would rather copy the pixels than keep who has them.  */
  cairo_surface_set_user_data (cairo_get_target (cr), &shown_key, cairo_surface_reference (surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (cr, surface, box->x, box->y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

cairo_surface_t *
handler_map_cairo_bake (GskRenderNode *node, const HandlerMapBox *box, double scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, box->width, box->height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -box->x, -box->y);
  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return surface;
}
