/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a frame of the map off-screen, against the map alone, in turns.  Prints figures; a
 * person reads them.  Run it under a display, GSK_RENDERER=cairo or ngl.  */
#include "base/base-random.h"
#include "fixtures/map-battle.h"
#include "handler-resources.h"
#include "ui/map/handler-map-layer.h"
#include "ui/map/handler-map-symbols.h"
#include "ui/map/handler-map.h"

#include <adwaita.h>

#define WIDTH 1600
#define HEIGHT 1000
#define ROUNDS 15
#define MANY 2000

typedef struct {
  PictureSheet *sheet;
  OrderBook *book;
  PictureView *crowd, *nobody;
  GtkWidget *window;
  HandlerMap *map;
} Bench;

static gboolean
stop_waiting (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, stop_waiting, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static double
median (double *values, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint k = i; k > 0 && values[k] < values[k - 1]; k--) {
      double swap = values[k];

      values[k] = values[k - 1];
      values[k - 1] = swap;
    }
  return values[n / 2];
}

static GskRenderNode *
node_of_map (Bench *bench, double *build_ms)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gint64 start = g_get_monotonic_time ();

  GTK_WIDGET_GET_CLASS (bench->map)->snapshot (GTK_WIDGET (bench->map), snapshot);
  *build_ms = (double) (g_get_monotonic_time () - start) / 1000;
  return gtk_snapshot_free_to_node (snapshot);
}

static double
render_ms (Bench *bench, GskRenderNode *node)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (bench->window));
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GdkTexture) texture =
      gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* 2,000 symbols without words over the map.  */
static GskRenderNode *
node_of_many (GskRenderNode *below)
{
  HandlerMapSprites *sprites = handler_map_sprites_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HandlerMapBox view = {0, 0, WIDTH, HEIGHT};
  HandlerMapList list;
  BaseRandom random;

  base_random_init (&random, 3, 3);
  handler_map_list_init (&list);
  for (guint i = 0; i < MANY; i++) {
    HandlerMapSpriteKey key = {.shape = i % 2 == 0 ? HANDLER_MAP_SHAPE_OWN
                                                   : HANDLER_MAP_SHAPE_HOSTILE,
                               .level = HANDLER_MAP_LEVELS * (i % 2 == 0),
                               .text = handler_map_sprites_text (sprites, i % 2 ? "G" : "WW")};

    handler_map_list_add_mark (&list, 0, &key, (int) base_random_below (&random, WIDTH),
                               (int) base_random_below (&random, HEIGHT));
  }
  handler_map_list_sort (&list);
  gtk_snapshot_append_node (snapshot, below);
  handler_map_list_snapshot (&list, sprites, 1, &view, snapshot);
  handler_map_list_clear (&list);
  handler_map_sprites_free (sprites);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
bench_frames (Bench *bench)
{
  double alone[ROUNDS], many[ROUNDS], battle[ROUNDS], build[ROUNDS], idle[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++) {
    g_autoptr (GskRenderNode) map_node = NULL;
    g_autoptr (GskRenderNode) many_node = NULL;
    g_autoptr (GskRenderNode) battle_node = NULL;
    double ms;

    handler_map_set_view (bench->map, bench->nobody);
    map_node = node_of_map (bench, &ms);
    many_node = node_of_many (map_node);
    for (guint k = 0; k < bench->crowd->n_tracks; k++)
      bench->crowd->tracks[k].position.x += 30;
    {
      gint64 start = g_get_monotonic_time ();

      handler_map_set_view (bench->map, bench->crowd);
      battle_node = node_of_map (bench, &ms);
      build[i] = (double) (g_get_monotonic_time () - start) / 1000;
      start = g_get_monotonic_time ();
      handler_map_set_view (bench->map, bench->crowd);
      idle[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
    alone[i] = render_ms (bench, map_node);
    many[i] = render_ms (bench, many_node);
    battle[i] = render_ms (bench, battle_node);
  }
  g_print ("renderer %s\n", G_OBJECT_TYPE_NAME (gtk_native_get_renderer (
                                GTK_NATIVE (bench->window))));
  g_print ("map alone             %7.2f ms\n", median (alone, ROUNDS));
  g_print ("2000 symbols          %7.2f ms  ratio %.2f\n", median (many, ROUNDS),
           median (many, ROUNDS) / median (alone, ROUNDS));
  g_print ("battle of 300         %7.2f ms  ratio %.2f\n", median (battle, ROUNDS),
           median (battle, ROUNDS) / median (alone, ROUNDS));
  g_print ("build, all moved      %7.2f ms\n", median (build, ROUNDS));
  g_print ("look, nothing changed %7.2f ms\n", median (idle, ROUNDS));
}

int
main (int argc, char **argv)
{
  Bench bench = {0};

  gtk_init ();
  adw_init ();
  handler_register_resource ();
  bench.sheet = map_battle_sheet ();
  bench.book = map_battle_book (bench.sheet);
  bench.crowd = g_new0 (PictureView, 1);
  bench.nobody = g_new0 (PictureView, 1);
  map_battle_crowd (bench.sheet, 30000, 60, 240, bench.crowd);
  bench.nobody->now = 30000;
  bench.map = HANDLER_MAP (handler_map_new ());
  handler_map_set_sheet (bench.map, bench.sheet);
  handler_map_set_book (bench.map, bench.book);
  handler_map_set_view (bench.map, bench.nobody);
  bench.window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.map));
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (bench.window));
  do
    wait_ms (200);
  while (handler_map_is_painting (bench.map));
  bench_frames (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  order_book_unref (bench.book);
  picture_sheet_free (bench.sheet);
  g_free (bench.crowd);
  g_free (bench.nobody);
  return 0;
}
