/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small patterns of the relief: colours, noise, tree crowns, houses.  Pure; any thread.  */
#pragma once

#include "handler-map-pixels.h"

G_BEGIN_DECLS

/* Channels 0..255.  */
typedef struct {
  float red, green, blue;
} HandlerMapRgb;

static inline HandlerMapRgb
handler_map_rgb (guint32 packed)
{
  return (HandlerMapRgb){(float) ((packed >> 16) & 255), (float) ((packed >> 8) & 255),
                         (float) (packed & 255)};
}

/* `share` 0..1 of `b` in `a`.  */
static inline HandlerMapRgb
handler_map_rgb_mix (HandlerMapRgb a, HandlerMapRgb b, float share)
{
  return (HandlerMapRgb){a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
                         a.blue + (b.blue - a.blue) * share};
}

/* As a pixel of CAIRO_FORMAT_RGB24, opaque.  */
static inline guint32
handler_map_rgb_pack (HandlerMapRgb c)
{
  return 0xff000000u | (guint32) (c.red + 0.5f) << 16 | (guint32) (c.green + 0.5f) << 8 |
         (guint32) (c.blue + 0.5f);
}

/* Smooth noise of two octaves, -1..1, period about one unit.  */
float handler_map_noise (double x, double y);

/* Tree crowns near a window.  */
typedef struct _HandlerMapCrowns HandlerMapCrowns;
HandlerMapCrowns *handler_map_crowns_new (const HandlerMapGround *ground,
                                          const HandlerMapWindow *window);
void handler_map_crowns_free (HandlerMapCrowns *self);
/* How much of the point a crown covers (0..1) and how dark its side is there (0..1).  */
float handler_map_crowns_at (const HandlerMapCrowns *self, double x_m, double y_m, float *shade);

/* How much of the point a house covers, and how much its outline.  */
float handler_map_house (const HandlerMapGround *ground, const HandlerMapWindow *window,
                         double x_m, double y_m, float *edge);

G_END_DECLS
