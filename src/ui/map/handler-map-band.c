/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The band of grid letters and row numbers.  Each is one node on the plane: a pan moves it.  */
#include "handler-map-layer.h"

#include "handler-map-symbols.h"

#include <math.h>

#define EVERYWHERE (1 << 28) /* half the size of a box around all */
#define HALF_NAME 9.0        /* about half of a name, logical pixels of a symbol */

struct _HandlerMapBand {
  GObject parent_instance;

  GskRenderNode *letters, *numbers;
  double mpp, band;
  guint generation;
  guint n_built;
};

G_DEFINE_FINAL_TYPE (HandlerMapBand, handler_map_band, G_TYPE_OBJECT)

/* Only every second or fifth square has its name when they are small.  */
static int
name_every (const HandlerMapScene *scene)
{
  double mpp = handler_map_projection_device_mpp (&scene->projection);
  double square = 1000 / mpp / handler_map_scene_unit (scene);

  return square >= 22 ? 1 : (square >= 11 ? 2 : 5);
}

/* The letters of a column ("A", "AB") or the number of a row ("04"), as in a grid reference.  */
static guint32
square_text (const HandlerMapScene *scene, int column, int row)
{
  const HandlerMapProjection *p = &scene->projection;
  char buffer[ORDER_GRID_LENGTH];
  BaseVec at = base_vec ((float) MIN (column * 1000 + 500, p->map_width_m - 1),
                         (float) MIN (MAX (row, 0) * 1000 + 500, p->map_height_m - 1));
  char *digits;

  order_grid_format (at, FALSE, (float) p->map_width_m, (float) p->map_height_m, buffer);
  for (digits = buffer; *digits != '\0' && !g_ascii_isdigit (*digits); digits++)
    ;
  if (row >= 0)
    return handler_map_sprites_text (scene->sprites, digits);
  *digits = '\0';
  return handler_map_sprites_text (scene->sprites, buffer);
}

static void
add_name (const HandlerMapScene *scene, HandlerMapList *list, guint32 text, int x, int y)
{
  HandlerMapSpriteKey key = handler_map_label_key (text, HANDLER_MAP_FACE_BAND);
  const HandlerMapSprite *sprite = handler_map_sprites_get (scene->sprites, &key);

  /* The band is as wide as it is: names are set in its middle by what they cover.  */
  handler_map_list_add_mark (list, 0, &key, x - sprite->x - sprite->width / 2,
                             y - sprite->y - sprite->height / 2);
}

static GskRenderNode *
node_of (const HandlerMapScene *scene, HandlerMapList *list)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HandlerMapBox view = {-EVERYWHERE, -EVERYWHERE, 2 * EVERYWHERE, 2 * EVERYWHERE};

  handler_map_list_sort (list);
  handler_map_list_snapshot (list, scene->sprites, scene->projection.scale, &view, snapshot);
  handler_map_list_empty (list);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
rebuild (HandlerMapBand *self, const HandlerMapScene *scene)
{
  const HandlerMapProjection *p = &scene->projection;
  double square = 1000 / handler_map_projection_device_mpp (p);
  int middle = (int) lrint (self->band * p->scale / 2);
  int rows = (int) ceil (p->map_height_m / 1000);
  int columns = (int) ceil (p->map_width_m / 1000);
  int every = name_every (scene);
  HandlerMapList list;

  g_clear_pointer (&self->letters, gsk_render_node_unref);
  g_clear_pointer (&self->numbers, gsk_render_node_unref);
  handler_map_list_init (&list);
  for (int c = 0; c < columns; c += every)
    add_name (scene, &list, square_text (scene, c, -1), (int) lrint ((c + 0.5) * square), middle);
  self->letters = node_of (scene, &list);
  for (int r = 0; r < rows; r += every)
    add_name (scene, &list, square_text (scene, 0, r), middle,
              (int) lrint (p->map_height_m / 1000 * square - (r + 0.5) * square));
  self->numbers = node_of (scene, &list);
  handler_map_list_clear (&list);
  self->n_built++;
}

static void
append_moved (GtkSnapshot *snapshot, GskRenderNode *node, const graphene_rect_t *clip, double x,
              double y)
{
  if (node == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, clip);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Where a band is cut at an end of the map so that no name is cut: before the name nearest to it or behind,
 * as its middle is beyond the end or not.  `first`: middle of a name, `step`: from one to the next; `inward`
 * is 1 where the band lies on the far side of the end, else -1.  */
static double
clear_end (double end, double first, double step, double half_name, int inward)
{
  double name = first + step * round ((end - first) / step);

  if (fabs (name - end) >= half_name)
    return end;
  return (name - end) * inward >= 0 ? name - inward * half_name : name + inward * half_name;
}

/* Letters above or below, or numbers at a side: `across` is where that band begins.  */
static void
draw_names (HandlerMapBand *self, const HandlerMapScene *scene, GtkSnapshot *snapshot,
            gboolean letters, double across)
{
  const HandlerMapProjection *p = &scene->projection;
  double square = 1000 / p->metres_per_pixel;
  double step = square * name_every (scene);
  double half = HALF_NAME * handler_map_scene_unit (scene) / p->scale;
  double length = letters ? p->width : p->height;
  int origin_x, origin_y;
  double origin, first, begin, end;

  handler_map_projection_origin (p, &origin_x, &origin_y);
  origin = self->band + (letters ? origin_x : origin_y) / p->scale;
  first = origin + (letters ? square / 2 : p->map_height_m / 1000 * square - square / 2);
  begin = clear_end (self->band, first, step, half, 1);
  end = clear_end (self->band + length, first, step, half, -1);
  if (letters)
    append_moved (snapshot, self->letters,
                  &GRAPHENE_RECT_INIT ((float) begin, (float) across, (float) (end - begin),
                                       (float) self->band),
                  origin, across);
  else
    append_moved (snapshot, self->numbers,
                  &GRAPHENE_RECT_INIT ((float) across, (float) begin, (float) self->band,
                                       (float) (end - begin)),
                  across, origin);
}

void
handler_map_band_draw (HandlerMapBand *self, const HandlerMapScene *scene, double band,
                       GtkSnapshot *snapshot)
{
  const HandlerMapProjection *p = &scene->projection;
  const GdkRGBA *colour =
      &handler_map_sprites_get_palette (scene->sprites)->tints[HANDLER_MAP_TINT_BAND];
  double mpp = handler_map_projection_device_mpp (p);
  guint generation = handler_map_sprites_get_generation (scene->sprites);
  float b = (float) band;
  float w = (float) p->width;
  float h = (float) p->height;

  if (self->mpp != mpp || self->band != band || self->generation != generation) {
    self->mpp = mpp;
    self->band = band;
    self->generation = generation;
    rebuild (self, scene);
  }
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (0, 0, w + 2 * b, b));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (0, h + b, w + 2 * b, b));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (0, b, b, h));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (w + b, b, b, h));
  draw_names (self, scene, snapshot, TRUE, 0);
  draw_names (self, scene, snapshot, TRUE, p->height + band);
  draw_names (self, scene, snapshot, FALSE, 0);
  draw_names (self, scene, snapshot, FALSE, p->width + band);
}

guint
handler_map_band_get_n_built (HandlerMapBand *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_BAND (self), 0);
  return self->n_built;
}

HandlerMapBand *
handler_map_band_new (void)
{
  return g_object_new (HANDLER_TYPE_MAP_BAND, NULL);
}

static void
handler_map_band_dispose (GObject *object)
{
  HandlerMapBand *self = HANDLER_MAP_BAND (object);

  g_clear_pointer (&self->letters, gsk_render_node_unref);
  g_clear_pointer (&self->numbers, gsk_render_node_unref);
  G_OBJECT_CLASS (handler_map_band_parent_class)->dispose (object);
}

static void
handler_map_band_class_init (HandlerMapBandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = handler_map_band_dispose;
}

static void
handler_map_band_init (HandlerMapBand *self)
{
}
