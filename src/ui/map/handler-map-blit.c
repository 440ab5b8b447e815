/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-blit.h"

#include <string.h>

/* What a vector of 16 bytes holds.  */
#define BLOCK_PIXELS 4
#define PIXEL_BYTES 4
#define BLOCK_BYTES (BLOCK_PIXELS * PIXEL_BYTES)

/* Pixels beside each other: what is added to those below, and of how much of them that is kept, in 255ths.  */
typedef struct {
  guint8 kept[BLOCK_BYTES];
  guint8 added[BLOCK_BYTES];
} Block;

/* Blocks beside each other in a row, none of them without ink.  */
typedef struct {
  int x, y;
  guint n_blocks;
  gboolean same; /* all as the first, which alone is kept: the wash of a wide ellipse */
} Span;

struct _HandlerMapBlit {
  GArray *spans;  /* Span: by row, from left to right */
  GArray *blocks; /* Block: of all spans, one after the other */
};

/* ---- To prepare ---------------------------------------------------------------------------- */

typedef struct {
  const guint8 *bytes; /* of a row */
  int width;
} Row;

/* Premultiplied; nothing beyond the row's end.  */
static guint32
pixel_at (const Row *row, int x)
{
  guint32 pixel = 0;

  if (x < row->width)
    memcpy (&pixel, row->bytes + PIXEL_BYTES * x, sizeof pixel);
  return pixel;
}

/* FALSE: there is no ink in it.  */
static gboolean
fill_block (Block *block, const Row *row, int x)
{
  guint32 ink = 0;

  for (int i = 0; i < BLOCK_PIXELS; i++) {
    guint32 pixel = pixel_at (row, x + i);

    memcpy (block->added + PIXEL_BYTES * i, &pixel, sizeof pixel);
    memset (block->kept + PIXEL_BYTES * i, (int) (255 - (pixel >> 24)), PIXEL_BYTES);
    ink |= pixel;
  }
  return ink != 0;
}

/* From `*x`, where there is ink, on; `*x` is where the span ends.  */
static void
add_span (HandlerMapBlit *self, const Row *row, int *x, int y)
{
  Span span = {*x, y, 0, FALSE};
  Block block, last;

  for (; *x < row->width && fill_block (&block, row, *x); *x += BLOCK_PIXELS) {
    gboolean same = span.n_blocks > 0 && memcmp (&block, &last, sizeof block) == 0;

    if (span.n_blocks > 1 && same != span.same)
      break;
    if (!same)
      g_array_append_val (self->blocks, block);
    span.same = same;
    span.n_blocks++;
    last = block;
  }
  g_array_append_val (self->spans, span);
}

static void
add_row (HandlerMapBlit *self, const Row *row, int y)
{
  for (int x = 0; x < row->width;)
    if (pixel_at (row, x) == 0)
      x++;
    else
      add_span (self, row, &x, y);
}

HandlerMapBlit *
handler_map_blit_new (cairo_surface_t *surface)
{
  HandlerMapBlit *self;
  const guint8 *pixels;
  int stride;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32, NULL);

  self = g_atomic_rc_box_new0 (HandlerMapBlit);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++) {
    Row row = {pixels + (gssize) y * stride, cairo_image_surface_get_width (surface)};

    add_row (self, &row, y);
  }
  return self;
}

HandlerMapBlit *
handler_map_blit_ref (HandlerMapBlit *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
blit_clear (gpointer data)
{
  HandlerMapBlit *self = data;

  g_array_unref (self->spans);
  g_array_unref (self->blocks);
}

void
handler_map_blit_unref (HandlerMapBlit *self)
{
  g_atomic_rc_box_release_full (self, blit_clear);
}

/* ---- To paint ------------------------------------------------------------------------------ */

/* Rounded as pixman does; `value` × `share` ÷ 255.  */
static inline guint8
share_of (guint8 value, guint8 share)
{
  guint16 product = (guint16) (value * share + 128);

  return (guint8) ((guint16) (product + (product >> 8)) >> 8);
}

/* Compilers make vectors of the loop over a block.  `step`: 0 if there is one for all.  */
static void
blend_blocks (guint8 *restrict out, const Block *restrict block, guint step, guint n)
{
  for (guint k = 0; k < n; k++, out += BLOCK_BYTES, block += step)
    for (guint i = 0; i < BLOCK_BYTES; i++)
      out[i] = (guint8) (block->added[i] + share_of (out[i], block->kept[i]));
}

/* The same where it begins before the `row` of `width` pixels or ends beyond; `x`: of the first pixel.  */
static void
blend_clipped (guint8 *row, int width, int x, const Block *blocks, guint step, guint n)
{
  int end = MIN (x + (int) n * BLOCK_PIXELS, width);

  for (int at = MAX (x, 0); at < end; at++) {
    const Block *block = &blocks[(guint) (at - x) / BLOCK_PIXELS * step];
    int first = (at - x) % BLOCK_PIXELS * PIXEL_BYTES;

    for (int i = 0; i < PIXEL_BYTES; i++) {
      guint8 *out = &row[PIXEL_BYTES * at + i];

      *out = (guint8) (block->added[first + i] + share_of (*out, block->kept[first + i]));
    }
  }
}

static void
blend_span (const Span *span, const Block *blocks, const HandlerMapCanvas *canvas, int x, int y)
{
  int end = x + (int) span->n_blocks * BLOCK_PIXELS;
  guint step = !span->same;
  guint8 *row;

  if (y < 0 || y >= canvas->height)
    return;
  row = canvas->pixels + (gssize) y * canvas->stride;
  if (x >= 0 && end <= canvas->width)
    blend_blocks (row + PIXEL_BYTES * x, blocks, step, span->n_blocks);
  else
    blend_clipped (row, canvas->width, x, blocks, step, span->n_blocks);
}

HandlerMapCanvas
handler_map_canvas (cairo_surface_t *paper)
{
  cairo_surface_flush (paper);
  return (HandlerMapCanvas){cairo_image_surface_get_data (paper),
                            cairo_image_surface_get_width (paper),
                            cairo_image_surface_get_height (paper),
                            cairo_image_surface_get_stride (paper)};
}

void
handler_map_blit_over (const HandlerMapBlit *self, const HandlerMapCanvas *canvas, int x, int y)
{
  const Block *blocks = (const Block *) (gconstpointer) self->blocks->data;

  for (guint i = 0; i < self->spans->len; i++) {
    const Span *span = &g_array_index (self->spans, Span, i);

    blend_span (span, blocks, canvas, x + span->x, y + span->y);
    blocks += span->same ? 1 : span->n_blocks;
  }
}
