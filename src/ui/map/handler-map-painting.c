/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-painting.h"

#include "handler-map-strokes.h"

/* A sprite and where its top left corner lies on the paper.  */
typedef struct {
  HandlerMapBlit *blit; /* (owned) */
  int x, y;
} Stamp;

typedef struct {
  cairo_surface_t *surface; /* (owned) (nullable): its top left corner at … */
  int x, y;
  HandlerMapList list; /* without marks: they are stamps */
  GArray *stamps;      /* (nullable): above the rest of the list */
} Sheet;

struct _HandlerMapPainting {
  HandlerMapBox view;
  const HandlerMapPalette *palette; /* static storage */
  double unit;
  GArray *sheets; /* lowest first */
};

static void
stamp_clear (gpointer data)
{
  handler_map_blit_unref (((Stamp *) data)->blit);
}

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_clear_pointer (&sheet->surface, cairo_surface_destroy);
  handler_map_list_clear (&sheet->list);
  g_clear_pointer (&sheet->stamps, g_array_unref);
}

HandlerMapPainting *
handler_map_painting_new (const HandlerMapBox *view, HandlerMapSprites *sprites)
{
  HandlerMapPainting *self = g_new0 (HandlerMapPainting, 1);

  self->view = *view;
  self->palette = handler_map_sprites_get_palette (sprites);
  self->unit = handler_map_sprites_get_unit (sprites);
  self->sheets = g_array_new (FALSE, TRUE, sizeof (Sheet));
  g_array_set_clear_func (self->sheets, sheet_clear);
  return self;
}

void
handler_map_painting_free (HandlerMapPainting *self)
{
  g_array_unref (self->sheets);
  g_free (self);
}

const HandlerMapBox *
handler_map_painting_get_view (const HandlerMapPainting *self)
{
  return &self->view;
}

/* ---- What is added ------------------------------------------------------------------------- */

static Sheet *
add_sheet (HandlerMapPainting *self)
{
  g_array_set_size (self->sheets, self->sheets->len + 1);
  return &g_array_index (self->sheets, Sheet, self->sheets->len - 1);
}

void
handler_map_painting_add_surface (HandlerMapPainting *self, cairo_surface_t *surface, int x, int y)
{
  Sheet *sheet = add_sheet (self);

  sheet->surface = cairo_surface_reference (surface);
  sheet->x = x;
  sheet->y = y;
}

static void
add_mark (const HandlerMapPainting *self, Sheet *sheet, const HandlerMapMark *mark,
          HandlerMapSprites *sprites)
{
  HandlerMapBox box;

  if (handler_map_mark_find_sprite (mark, sprites, &self->view, &box) != NULL) {
    Stamp stamp = {handler_map_sprites_ref_blit (sprites, &mark->key), box.x - self->view.x,
                   box.y - self->view.y};

    g_array_append_val (sheet->stamps, stamp);
  }
}

void
handler_map_painting_add_list (HandlerMapPainting *self, const HandlerMapList *list,
                               HandlerMapSprites *sprites)
{
  Sheet *sheet;

  if (handler_map_list_is_empty (list))
    return;
  sheet = add_sheet (self);
  handler_map_list_copy_lines (list, &sheet->list);
  sheet->stamps = g_array_new (FALSE, FALSE, sizeof (Stamp));
  g_array_set_clear_func (sheet->stamps, stamp_clear);
  for (guint i = 0; i < list->marks->len; i++)
    add_mark (self, sheet, &g_array_index (list->marks, HandlerMapMark, i), sprites);
}

/* ---- Painting ---------------------------------------------------------------------------- */

static void
paint_rects (const HandlerMapPainting *self, const HandlerMapList *list, cairo_t *cr)
{
  for (guint i = 0; i < list->rects->len; i++) {
    const HandlerMapRect *r = &g_array_index (list->rects, HandlerMapRect, i);

    gdk_cairo_set_source_rgba (cr, &self->palette->tints[r->tint]);
    cairo_rectangle (cr, r->x, r->y, r->width, r->height);
    cairo_fill (cr);
  }
}

static void
blit_stamps (const GArray *stamps, cairo_surface_t *paper)
{
  HandlerMapCanvas canvas = handler_map_canvas (paper);

  for (guint i = 0; i < stamps->len; i++) {
    const Stamp *stamp = &g_array_index (stamps, Stamp, i);

    handler_map_blit_over (stamp->blit, &canvas, stamp->x, stamp->y);
  }
  cairo_surface_mark_dirty (paper);
}

static void
paint_sheet (const HandlerMapPainting *self, const Sheet *sheet, cairo_t *cr)
{
  if (sheet->surface != NULL) {
    cairo_set_source_surface (cr, sheet->surface, sheet->x, sheet->y);
    cairo_paint (cr);
  }
  if (sheet->list.rects != NULL) {
    paint_rects (self, &sheet->list, cr);
    handler_map_strokes_paint (&sheet->list, self->palette, self->unit, &self->view, cr);
  }
  if (sheet->stamps != NULL)
    blit_stamps (sheet->stamps, cairo_get_target (cr));
}

cairo_surface_t *
handler_map_painting_new_paper (const HandlerMapPainting *self)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->view.width, self->view.height);
}

/* Two paintings share the surfaces of sprites and ground, whose pixels pixman counts the users of without locks.  So one is
 * painted after the other: what the person asks for waits at most for the rest of one that is under way.  */
static GMutex painting_mutex;

void
handler_map_painting_paint (const HandlerMapPainting *self, cairo_surface_t *paper)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&painting_mutex);
  cairo_t *cr = cairo_create (paper);

  gdk_cairo_set_source_rgba (cr, &self->palette->tints[HANDLER_MAP_TINT_BAND]);
  cairo_paint (cr);
  cairo_translate (cr, -self->view.x, -self->view.y);
  for (guint i = 0; i < self->sheets->len; i++)
    paint_sheet (self, &g_array_index (self->sheets, Sheet, i), cr);
  cairo_destroy (cr);
  cairo_surface_flush (paper);
}
