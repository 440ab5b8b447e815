/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a frame of the map off-screen, against the map alone, in turns; `./dev bench map` runs it
 * under a display with GSK_RENDERER=cairo or ngl.
 *
 * map-bench               prints the medians in milliseconds, as one line of JSON
 * map-bench alone|many|battle N   draws one of them N times, for a profiler  */
#include "base/base-random.h"
#include "fixtures/map-battle.h"
#include "handler-resources.h"
#include "moments.h"
#include "ui/map/handler-map-cairo.h"
#include "ui/map/handler-map-layer.h"
#include "ui/map/handler-map-symbols.h"
#include "ui/map/handler-map.h"

#include <adwaita.h>

#define WIDTH 1600
#define HEIGHT 1000
#define ROUNDS 31
#define MANY 2000

typedef struct {
  PictureSheet *sheet;
  OrderBook *book;
  PictureView *crowd, *nobody;
  GtkWidget *window;
  HandlerMap *map;
} Bench;

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
node_of_many (Bench *bench, GskRenderNode *below)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (bench->window));
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
  if (GSK_IS_CAIRO_RENDERER (renderer)) {
    g_autoptr (HandlerMapPainting) painting = handler_map_painting_new (&view, sprites);
    cairo_t *cr;

    handler_map_painting_add_list (painting, &list, sprites);
    cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
    handler_map_painting_draw (painting, cr);
    cairo_destroy (cr);
  } else {
    handler_map_list_snapshot (&list, sprites, 1, &view, snapshot);
  }
  handler_map_list_clear (&list);
  handler_map_sprites_free (sprites);
  return gtk_snapshot_free_to_node (snapshot);
}

typedef struct {
  GskRenderNode *alone, *many, *battle;
} Nodes;

static void
nodes_clear (Nodes *nodes)
{
  gsk_render_node_unref (nodes->alone);
  gsk_render_node_unref (nodes->many);
  gsk_render_node_unref (nodes->battle);
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* The picture of the battle goes to the map, all contacts moved; both it and its frame are timed.  */
static GskRenderNode *
node_of_battle (Bench *bench, double *build_ms)
{
  GskRenderNode *node;
  gint64 start;
  double ms;

  for (guint k = 0; k < bench->crowd->n_tracks; k++)
    bench->crowd->tracks[k].position.x += 30;
  start = g_get_monotonic_time ();
  handler_map_set_view (bench->map, bench->crowd);
  node = node_of_map (bench, &ms);
  *build_ms = ms_since (start);
  return node;
}

static Nodes
make_nodes (Bench *bench, double *build_ms)
{
  Nodes nodes;
  double ms;

  handler_map_set_view (bench->map, bench->nobody);
  nodes.alone = node_of_map (bench, &ms);
  nodes.many = node_of_many (bench, nodes.alone);
  nodes.battle = node_of_battle (bench, build_ms);
  return nodes;
}

static void
bench_frames (Bench *bench)
{
  double alone[ROUNDS], many[ROUNDS], battle[ROUNDS], build[ROUNDS], idle[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++) {
    Nodes nodes = make_nodes (bench, &build[i]);
    gint64 start = g_get_monotonic_time ();

    handler_map_set_view (bench->map, bench->crowd);
    idle[i] = ms_since (start);
    alone[i] = render_ms (bench, nodes.alone);
    many[i] = render_ms (bench, nodes.many);
    battle[i] = render_ms (bench, nodes.battle);
    nodes_clear (&nodes);
  }
  g_print ("{\"alone_ms\": %.3f, \"many_ms\": %.3f, \"battle_ms\": %.3f, \"build_ms\": %.3f,"
           " \"look_ms\": %.3f}\n",
           moments_share (alone, ROUNDS, 0.5), moments_share (many, ROUNDS, 0.5), moments_share (battle, ROUNDS, 0.5),
           moments_share (build, ROUNDS, 0.5), moments_share (idle, ROUNDS, 0.5));
}

static void
draw_again (Bench *bench, const char *what, guint times)
{
  double ms;
  Nodes nodes = make_nodes (bench, &ms);

  for (guint i = 0; i < times; i++)
    render_ms (bench, g_str_equal (what, "alone")  ? nodes.alone
                      : g_str_equal (what, "many") ? nodes.many
                                                   : nodes.battle);
  nodes_clear (&nodes);
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
    moments_pass (200);
  while (handler_map_is_painting (bench.map));
  if (argc == 3)
    draw_again (&bench, argv[1], (guint) g_ascii_strtoull (argv[2], NULL, 10));
  else
    bench_frames (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  order_book_unref (bench.book);
  picture_sheet_free (bench.sheet);
  g_free (bench.crowd);
  g_free (bench.nobody);
  return 0;
}
