/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sprite that is blitted looks as one that cairo painted, to the bit, wherever it lies.  */
#include "base/base-random.h"
#include "ui/map/handler-map-blit.h"
#include "ui/map/handler-map-sprites.h"

#include <gtk/gtk.h>
#include <string.h>

#define PAPER_WIDTH 61 /* rows whose pixels are no whole number of vectors */
#define PAPER_HEIGHT 37
#define COLOUR 0xffffff

static guint32 *
row_of (cairo_surface_t *surface, int y)
{
  return (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                 (gssize) y * cairo_image_surface_get_stride (surface));
}

/* ---- Papers -------------------------------------------------------------------------------- */

static cairo_surface_t *
paper_new (guint64 seed)
{
  cairo_surface_t *paper =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, PAPER_WIDTH, PAPER_HEIGHT);
  BaseRandom random;

  base_random_init (&random, seed, 1);
  for (int y = 0; y < PAPER_HEIGHT; y++)
    for (int x = 0; x < PAPER_WIDTH; x++)
      row_of (paper, y)[x] = base_random_below (&random, COLOUR + 1);
  cairo_surface_mark_dirty (paper);
  return paper;
}

static void
assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  for (int y = 0; y < PAPER_HEIGHT; y++)
    for (int x = 0; x < PAPER_WIDTH; x++)
      g_assert_cmphex (row_of (a, y)[x] & COLOUR, ==, row_of (b, y)[x] & COLOUR);
}

static gboolean
differ (cairo_surface_t *a, cairo_surface_t *b)
{
  for (int y = 0; y < PAPER_HEIGHT; y++)
    for (int x = 0; x < PAPER_WIDTH; x++)
      if ((row_of (a, y)[x] & COLOUR) != (row_of (b, y)[x] & COLOUR))
        return TRUE;
  return FALSE;
}

static void
paint_by_cairo (cairo_surface_t *paper, cairo_surface_t *sprite, int x, int y)
{
  cairo_t *cr = cairo_create (paper);

  cairo_set_source_surface (cr, sprite, x, y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (paper);
}

static void
paint_by_blit (cairo_surface_t *paper, const HandlerMapBlit *blit, int x, int y)
{
  HandlerMapCanvas canvas = handler_map_canvas (paper);

  handler_map_blit_over (blit, &canvas, x, y);
  cairo_surface_mark_dirty (paper);
}

/* ---- Sprites ------------------------------------------------------------------------------- */

static guint32
random_pixel (BaseRandom *random)
{
  guint32 alpha = base_random_below (random, 256);
  guint32 pixel = alpha << 24;

  for (int shift = 0; shift < 24; shift += 8)
    pixel |= base_random_below (random, alpha + 1) << shift;
  return pixel;
}

/* Pieces of any length without ink, with all of it, of one colour and of many, beside each other.  */
static cairo_surface_t *
sprite_new (BaseRandom *random, int width, int height)
{
  cairo_surface_t *sprite = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width;) {
      guint32 kind = base_random_below (random, 4);
      guint32 wash = random_pixel (random);
      int end = x + 1 + (int) base_random_below (random, 21);

      for (; x < MIN (end, width); x++)
        row_of (sprite, y)[x] = kind == 0   ? 0
                                : kind == 1 ? 0xff000000 | base_random_below (random, COLOUR + 1)
                                : kind == 2 ? wash
                                            : random_pixel (random);
    }
  cairo_surface_mark_dirty (sprite);
  return sprite;
}

static void
compare_at (cairo_surface_t *sprite, const HandlerMapBlit *blit, int x, int y)
{
  cairo_surface_t *by_cairo = paper_new (7), *by_blit = paper_new (7);

  paint_by_cairo (by_cairo, sprite, x, y);
  paint_by_blit (by_blit, blit, x, y);
  assert_same (by_cairo, by_blit);
  cairo_surface_destroy (by_cairo);
  cairo_surface_destroy (by_blit);
}

/* Inside, over each edge, over two at once where it is wider than the paper, and outside.  */
static void
test_anywhere (void)
{
  BaseRandom random;

  base_random_init (&random, 1, 2);
  for (int i = 0; i < 60; i++) {
    int width = 1 + (int) base_random_below (&random, PAPER_WIDTH + 12);
    int height = 1 + (int) base_random_below (&random, PAPER_HEIGHT + 12);
    cairo_surface_t *sprite = sprite_new (&random, width, height);
    HandlerMapBlit *blit = handler_map_blit_new (sprite);

    for (int x = -width - 1; x <= PAPER_WIDTH + 1; x += 3)
      compare_at (sprite, blit, x,
                  (int) base_random_below (&random, (guint32) (PAPER_HEIGHT + height + 2)) - height - 1);
    handler_map_blit_unref (blit);
    cairo_surface_destroy (sprite);
  }
}

/* Every strength of ink over every value below, for each of three.  */
static void
test_every_strength (void)
{
  cairo_surface_t *sprite = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 256, 1);
  cairo_surface_t *papers[2];
  HandlerMapBlit *blit;

  for (guint alpha = 0; alpha < 256; alpha++)
    row_of (sprite, 0)[alpha] = alpha << 24 | alpha << 16 | (alpha / 2) << 8;
  cairo_surface_mark_dirty (sprite);
  blit = handler_map_blit_new (sprite);
  for (guint k = 0; k < 2; k++) {
    papers[k] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
    for (int y = 0; y < 256; y++)
      for (int x = 0; x < 256; x++)
        row_of (papers[k], y)[x] = (guint32) y * 0x010101;
    cairo_surface_mark_dirty (papers[k]);
  }
  for (int y = 0; y < 256; y++) {
    paint_by_cairo (papers[0], sprite, 0, y);
    paint_by_blit (papers[1], blit, 0, y);
    for (int x = 0; x < 256; x++)
      g_assert_cmphex (row_of (papers[0], y)[x] & COLOUR, ==, row_of (papers[1], y)[x] & COLOUR);
  }
  handler_map_blit_unref (blit);
  cairo_surface_destroy (sprite);
  for (guint k = 0; k < 2; k++)
    cairo_surface_destroy (papers[k]);
}

/* ---- The map's own ------------------------------------------------------------------------- */

static cairo_surface_t *
surface_of_texture (GdkTexture *texture)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture), gdk_texture_get_height (texture));

  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Symbols and words, at whole scales and between, are the same for GTK's nodes and for cairo's painting; and blits outlive the
 * sprites that they are of.  */
static void
test_of_sprites (void)
{
  static const double scales[] = {1, 1.25, 2};

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    HandlerMapSprites *sprites = handler_map_sprites_new ();
    HandlerMapSpriteKey key = {.shape = HANDLER_MAP_SHAPE_OWN, .level = HANDLER_MAP_LEVELS};
    cairo_surface_t *paper = paper_new (7), *bare = paper_new (7), *surface;
    HandlerMapBlit *blit;

    handler_map_sprites_set_style (sprites, handler_map_palette_get (FALSE, FALSE), scales[i], 1, "sans");
    key.text = handler_map_sprites_text (sprites, "W4");
    blit = handler_map_sprites_ref_blit (sprites, &key);
    surface = surface_of_texture (handler_map_sprites_get (sprites, &key)->texture);
    handler_map_sprites_free (sprites);
    compare_at (surface, blit, 5, 3);
    paint_by_blit (paper, blit, 5, 3);
    g_assert_true (differ (paper, bare));
    handler_map_blit_unref (blit);
    cairo_surface_destroy (surface);
    cairo_surface_destroy (paper);
    cairo_surface_destroy (bare);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/blit/anywhere", test_anywhere);
  g_test_add_func ("/map/blit/every-strength", test_every_strength);
  g_test_add_func ("/map/blit/of-sprites", test_of_sprites);
  return g_test_run ();
}
