/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-relief.h"

#include "handler-map-pixels.h"
#include "handler-map-projection.h"
#include "ui/widgets/handler-weak.h"

#include <math.h>

#define OVERVIEW_STEP G_MAXINT
#define OVERVIEW_PIXELS 720.0
#define MIN_TILES_KEPT 200

typedef struct {
  int step, x, y;
} TileKey;

typedef struct {
  TileKey key;
  GdkTexture *texture;
  guint64 used;
} Tile;

/* One painting for a worker; it owns all it reads.  */
typedef struct {
  TileKey key;
  HandlerMapGround *ground;
  const HandlerMapReliefPalette *palette; /* static storage */
  HandlerMapWindow window;
  gboolean with_grid;
} Job;

struct _HandlerMapRelief {
  GObject parent_instance;

  HandlerMapGround *ground;
  const HandlerMapPalette *palette;
  double detail;

  GHashTable *tiles; /* TileKey (in the Tile) -> Tile */
  GdkTexture *overview;
  GArray *wanted; /* TileKey, nearest last */
  GArray *in_flight; /* TileKey, being painted now */
  guint painting, max_painting;
  guint serial;
  guint64 clock;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HandlerMapRelief, handler_map_relief, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- Keys ---------------------------------------------------------------------------------- */

static guint
tile_key_hash (gconstpointer data)
{
  const TileKey *key = data;

  return (guint) key->step * 73856093u ^ (guint) key->x * 19349663u ^ (guint) key->y * 83492791u;
}

static gboolean
tile_key_equal (gconstpointer a, gconstpointer b)
{
  const TileKey *p = a;
  const TileKey *q = b;

  return p->step == q->step && p->x == q->x && p->y == q->y;
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_object_unref (tile->texture);
  g_free (tile);
}

/* ---- On a worker --------------------------------------------------------------------------- */

static void
job_free (gpointer data)
{
  Job *job = data;

  handler_map_ground_unref (job->ground);
  g_free (job);
}

/* A hair for every kilometre.  */
static void
draw_grid (const Job *job, cairo_surface_t *surface)
{
  const HandlerMapWindow *w = &job->window;
  cairo_t *cr = cairo_create (surface);
  double low = floor ((w->north_m - w->height * w->mpp) / 1000.0) * 1000.0;

  cairo_set_source_rgba (cr, 0.15, 0.16, 0.15, 0.22);
  for (double x = ceil (w->west_m / 1000.0) * 1000.0; x < w->west_m + w->width * w->mpp; x += 1000)
    cairo_rectangle (cr, floor ((x - w->west_m) / w->mpp), 0, 1, w->height);
  for (double y = low; y < w->north_m; y += 1000)
    cairo_rectangle (cr, 0, floor ((w->north_m - y) / w->mpp), w->width, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static GdkTexture *
texture_of_surface (cairo_surface_t *surface)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height,
                                 G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8A8_PREMULTIPLIED
                                                                 : GDK_MEMORY_X8R8G8B8,
                                 bytes, stride);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  cairo_surface_t *surface;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = handler_map_pixels_surface (job->ground, job->palette, &job->window);
  if (job->with_grid)
    draw_grid (job, surface);
  g_task_return_pointer (task, texture_of_surface (surface), g_object_unref);
}

/* ---- Tiles --------------------------------------------------------------------------------- */

static void paint_next (HandlerMapRelief *self);

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const Tile *p = *(Tile *const *) a;
  const Tile *q = *(Tile *const *) b;

  return p->used < q->used ? -1 : p->used > q->used;
}

/* Drops the quarter that was not used for longest, when there are too many.  */
static void
drop_old_tiles (HandlerMapRelief *self)
{
  g_autoptr (GPtrArray) tiles = NULL;

  if (g_hash_table_size (self->tiles) <= MAX (MIN_TILES_KEPT, 3 * self->wanted->len))
    return;
  tiles = g_hash_table_get_values_as_ptr_array (self->tiles);
  g_ptr_array_sort (tiles, compare_used);
  for (guint i = 0; i < tiles->len / 4; i++)
    g_hash_table_remove (self->tiles, &((Tile *) tiles->pdata[i])->key);
}

static void
keep_tile (HandlerMapRelief *self, const TileKey *key, GdkTexture *texture)
{
  Tile *tile;

  if (key->step == OVERVIEW_STEP) {
    g_set_object (&self->overview, texture);
    g_object_unref (texture);
    return;
  }
  tile = g_new0 (Tile, 1);
  tile->key = *key;
  tile->texture = texture;
  tile->used = ++self->clock;
  g_hash_table_replace (self->tiles, &tile->key, tile);
  drop_old_tiles (self);
}

static gboolean
find_in_flight (HandlerMapRelief *self, const TileKey *key, guint *index)
{
  for (guint i = 0; i < self->in_flight->len; i++) {
    if (tile_key_equal (&g_array_index (self->in_flight, TileKey, i), key)) {
      if (index != NULL)
        *index = i;
      return TRUE;
    }
  }
  return FALSE;
}

static void
painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerMapRelief) self = handler_weak_take (user_data);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  guint index;

  if (self == NULL)
    return;
  self->painting--;
  if (find_in_flight (self, &job->key, &index))
    g_array_remove_index_fast (self->in_flight, index);
  /* A painting of an older palette or sheet was cancelled: nobody wants it.  */
  if (texture != NULL) {
    keep_tile (self, &job->key, g_steal_pointer (&texture));
    self->serial++;
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  }
  paint_next (self);
}

static void
start_job (HandlerMapRelief *self, const TileKey *key, const HandlerMapWindow *window)
{
  g_autoptr (GTask) task
      = g_task_new (NULL, self->cancellable, painted, handler_weak_new (self));
  Job *job = g_new0 (Job, 1);

  job->key = *key;
  job->ground = handler_map_ground_ref (self->ground);
  job->palette = &self->palette->relief;
  job->window = *window;
  g_task_set_task_data (task, job, job_free);
  g_task_set_source_tag (task, start_job);
  self->painting++;
  g_array_append_val (self->in_flight, job->key);
  g_task_run_in_thread (task, paint_in_thread);
}

static void
start_overview (HandlerMapRelief *self)
{
  const HandlerMapGround *g = self->ground;
  double mpp = MAX (g->width_m, g->height_m) / OVERVIEW_PIXELS;
  TileKey key = {OVERVIEW_STEP, 0, 0};
  HandlerMapWindow window = {
      .north_m = g->height_m,
      .mpp = mpp,
      .detail = 1,
      .width = MAX (1, (int) lrint (g->width_m / mpp)),
      .height = MAX (1, (int) lrint (g->height_m / mpp)),
  };

  start_job (self, &key, &window);
}

static void
start_tile (HandlerMapRelief *self, const TileKey *key)
{
  double mpp = handler_map_projection_mpp_of (key->step);
  HandlerMapWindow window = {
      .west_m = key->x * HANDLER_MAP_TILE * mpp,
      .north_m = self->ground->height_m - key->y * HANDLER_MAP_TILE * mpp,
      .mpp = mpp,
      .detail = self->detail,
      .width = HANDLER_MAP_TILE,
      .height = HANDLER_MAP_TILE,
  };

  start_job (self, key, &window);
}

static void
paint_next (HandlerMapRelief *self)
{
  while (self->painting < self->max_painting && self->wanted->len > 0 && self->ground != NULL) {
    TileKey key = g_array_index (self->wanted, TileKey, self->wanted->len - 1);

    g_array_set_size (self->wanted, self->wanted->len - 1);
    start_tile (self, &key);
  }
}

/* Everything painted so far is of another sheet or palette.  The overview stays until the new one
 * comes, lest the map flicker.  */
static void
start_again (HandlerMapRelief *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->tiles);
  g_array_set_size (self->wanted, 0);
  g_array_set_size (self->in_flight, 0);
  self->serial++;
  if (self->ground != NULL && self->palette != NULL)
    start_overview (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- Public -------------------------------------------------------------------------------- */

HandlerMapRelief *
handler_map_relief_new (void)
{
  return g_object_new (HANDLER_TYPE_MAP_RELIEF, NULL);
}

void
handler_map_relief_set_sheet (HandlerMapRelief *self, const PictureSheet *sheet)
{
  g_return_if_fail (HANDLER_IS_MAP_RELIEF (self));

  g_clear_pointer (&self->ground, handler_map_ground_unref);
  g_clear_object (&self->overview);
  if (sheet != NULL)
    self->ground = handler_map_ground_new (sheet);
  start_again (self);
}

HandlerMapGround *
handler_map_relief_get_ground (HandlerMapRelief *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_RELIEF (self), NULL);
  return self->ground;
}

void
handler_map_relief_set_palette (HandlerMapRelief *self, const HandlerMapPalette *palette)
{
  g_return_if_fail (HANDLER_IS_MAP_RELIEF (self) && palette != NULL);

  if (self->palette == palette)
    return;
  self->palette = palette;
  start_again (self);
}

void
handler_map_relief_set_detail (HandlerMapRelief *self, double detail)
{
  g_return_if_fail (HANDLER_IS_MAP_RELIEF (self) && detail > 0);

  if (self->detail == detail)
    return;
  self->detail = detail;
  start_again (self);
}

GdkTexture *
handler_map_relief_get_tile (HandlerMapRelief *self, int step, int x, int y)
{
  TileKey key = {step, x, y};
  Tile *tile;

  g_return_val_if_fail (HANDLER_IS_MAP_RELIEF (self), NULL);

  tile = g_hash_table_lookup (self->tiles, &key);
  if (tile == NULL)
    return NULL;
  tile->used = ++self->clock;
  return tile->texture;
}

GdkTexture *
handler_map_relief_get_overview (HandlerMapRelief *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_RELIEF (self), NULL);
  return self->overview;
}

typedef struct {
  int x, y; /* twice the middle of the wanted tiles */
} Middle;

/* Farthest first: the nearest is taken from the end.  */
static int
compare_distance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TileKey *p = a;
  const TileKey *q = b;
  const Middle *middle = user_data;
  int dp = ABS (2 * p->x + 1 - middle->x) + ABS (2 * p->y + 1 - middle->y);
  int dq = ABS (2 * q->x + 1 - middle->x) + ABS (2 * q->y + 1 - middle->y);

  return dq != dp ? dq - dp : (p->y != q->y ? q->y - p->y : q->x - p->x);
}

void
handler_map_relief_want (HandlerMapRelief *self, int step, int x0, int y0, int x1, int y1)
{
  Middle middle = {x0 + x1, y0 + y1};

  g_return_if_fail (HANDLER_IS_MAP_RELIEF (self));

  g_array_set_size (self->wanted, 0);
  if (self->ground == NULL || self->palette == NULL)
    return;
  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++) {
      TileKey key = {step, x, y};

      if (!g_hash_table_contains (self->tiles, &key) && !find_in_flight (self, &key, NULL))
        g_array_append_val (self->wanted, key);
    }
  g_array_sort_with_data (self->wanted, compare_distance, &middle);
  paint_next (self);
}

gboolean
handler_map_relief_is_busy (HandlerMapRelief *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_RELIEF (self), FALSE);
  return self->painting > 0 || self->wanted->len > 0;
}

guint
handler_map_relief_get_serial (HandlerMapRelief *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_RELIEF (self), 0);
  return self->serial;
}

/* ---- Thumbnails ---------------------------------------------------------------------------- */

void
handler_map_relief_thumbnail_async (const PictureSheet *sheet, int width, int height,
                                    double scale, gboolean dark, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  double mpp;
  Job *job;

  g_return_if_fail (sheet != NULL && width > 0 && height > 0 && scale > 0);

  mpp = MIN (sheet->width_m / width, sheet->height_m / height) / scale;
  job = g_new0 (Job, 1);
  job->ground = handler_map_ground_new (sheet);
  job->palette = &handler_map_palette_get (dark, FALSE)->relief;
  job->with_grid = TRUE;
  job->window = (HandlerMapWindow){
      .mpp = mpp,
      .detail = scale,
      .width = (int) lrint (width * scale),
      .height = (int) lrint (height * scale),
  };
  job->window.west_m = (sheet->width_m - job->window.width * mpp) / 2;
  job->window.north_m = (sheet->height_m + job->window.height * mpp) / 2;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, handler_map_relief_thumbnail_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

GdkTexture *
handler_map_relief_thumbnail_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
handler_map_relief_dispose (GObject *object)
{
  HandlerMapRelief *self = HANDLER_MAP_RELIEF (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->overview);
  g_clear_pointer (&self->ground, handler_map_ground_unref);
  G_OBJECT_CLASS (handler_map_relief_parent_class)->dispose (object);
}

static void
handler_map_relief_finalize (GObject *object)
{
  HandlerMapRelief *self = HANDLER_MAP_RELIEF (object);

  g_hash_table_unref (self->tiles);
  g_array_unref (self->wanted);
  g_array_unref (self->in_flight);
  G_OBJECT_CLASS (handler_map_relief_parent_class)->finalize (object);
}

static void
handler_map_relief_class_init (HandlerMapReliefClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = handler_map_relief_dispose;
  object_class->finalize = handler_map_relief_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
handler_map_relief_init (HandlerMapRelief *self)
{
  self->tiles = g_hash_table_new_full (tile_key_hash, tile_key_equal, NULL, tile_free);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (TileKey));
  self->in_flight = g_array_new (FALSE, FALSE, sizeof (TileKey));
  self->cancellable = g_cancellable_new ();
  self->detail = 1;
  /* One processor stays free for the window and the battle.  */
  self->max_painting = CLAMP (g_get_num_processors () - 1, 1, 4);
}
