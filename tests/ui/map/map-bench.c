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
#include "ui/map/handler-map-private.h"

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
  cairo_surface_t *paper; /* where cairo paints, all of it again and again */
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

/* One of the things that are drawn: made before the clock starts.  */
typedef struct {
  GskRenderNode *node;          /* NULL where cairo paints … */
  HandlerMapPainting *painting; /* … this */
} Drawing;

static gboolean
is_by_cairo (Bench *bench)
{
  return GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (GTK_NATIVE (bench->window)));
}

static GskRenderNode *
node_of_painting (Bench *bench, const HandlerMapPainting *painting)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (bench->paper == NULL)
    bench->paper = handler_map_painting_new_paper (painting);
  handler_map_painting_paint (painting, bench->paper);
  handler_map_cairo_append (snapshot, bench->paper, handler_map_painting_get_view (painting), 1);
  return gtk_snapshot_free_to_node (snapshot);
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* To paint, and to put it where the window is.  */
static double
draw_ms (Bench *bench, const Drawing *drawing)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (bench->window));
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GskRenderNode) node = drawing->node != NULL ? gsk_render_node_ref (drawing->node)
                                                         : node_of_painting (bench, drawing->painting);
  g_autoptr (GdkTexture) texture =
      gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  return ms_since (start);
}

/* 2,000 symbols without words.  */
static void
list_many (HandlerMapList *list, HandlerMapSprites *sprites)
{
  BaseRandom random;

  base_random_init (&random, 3, 3);
  for (guint i = 0; i < MANY; i++) {
    HandlerMapSpriteKey key = {.shape = i % 2 == 0 ? HANDLER_MAP_SHAPE_OWN
                                                   : HANDLER_MAP_SHAPE_HOSTILE,
                               .level = HANDLER_MAP_LEVELS * (i % 2 == 0),
                               .text = handler_map_sprites_text (sprites, i % 2 ? "G" : "WW")};

    handler_map_list_add_mark (list, 0, &key, (int) base_random_below (&random, WIDTH),
                               (int) base_random_below (&random, HEIGHT));
  }
  handler_map_list_sort (list);
}

/* The map as it is now, and `list` (nullable) above it.  */
static HandlerMapPainting *
painting_of_map (Bench *bench, const HandlerMapList *list, HandlerMapSprites *sprites)
{
  HandlerMapBox view = {0, 0, WIDTH, HEIGHT};
  HandlerMapScene scene;
  HandlerMapPainting *painting = handler_map_painting_new (&view, bench->map->sprites);

  handler_map_fill_scene (bench->map, &scene);
  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++)
    handler_map_layer_add (bench->map->layers[i], &scene, painting);
  if (list != NULL)
    handler_map_painting_add_list (painting, list, sprites);
  return painting;
}

static GskRenderNode *
node_with_list (GskRenderNode *below, const HandlerMapList *list, HandlerMapSprites *sprites)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HandlerMapBox view = {0, 0, WIDTH, HEIGHT};

  gtk_snapshot_append_node (snapshot, below);
  handler_map_list_snapshot (list, sprites, 1, &view, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static Drawing
drawing_of_map (Bench *bench)
{
  double ms;

  return is_by_cairo (bench) ? (Drawing){.painting = painting_of_map (bench, NULL, NULL)}
                             : (Drawing){.node = node_of_map (bench, &ms)};
}

static Drawing
drawing_of_many (Bench *bench, const Drawing *alone)
{
  g_autoptr (HandlerMapSprites) sprites = handler_map_sprites_new ();
  HandlerMapList list;
  Drawing drawing = {0};

  handler_map_list_init (&list);
  list_many (&list, sprites);
  if (is_by_cairo (bench))
    drawing.painting = painting_of_map (bench, &list, sprites);
  else
    drawing.node = node_with_list (alone->node, &list, sprites);
  handler_map_list_clear (&list);
  return drawing;
}

typedef struct {
  Drawing alone, many, battle;
} Drawings;

static void
drawing_clear (Drawing *drawing)
{
  g_clear_pointer (&drawing->node, gsk_render_node_unref);
  g_clear_pointer (&drawing->painting, handler_map_painting_free);
}

static void
drawings_clear (Drawings *drawings)
{
  drawing_clear (&drawings->alone);
  drawing_clear (&drawings->many);
  drawing_clear (&drawings->battle);
}

/* The picture of the battle goes to the map, all contacts moved; both it and its frame are timed.  */
static Drawing
drawing_of_battle (Bench *bench, double *build_ms)
{
  g_autoptr (GskRenderNode) node = NULL;
  gint64 start;
  double ms;

  for (guint k = 0; k < bench->crowd->n_tracks; k++)
    bench->crowd->tracks[k].position.x += 30;
  start = g_get_monotonic_time ();
  handler_map_set_view (bench->map, bench->crowd);
  node = node_of_map (bench, &ms);
  *build_ms = ms_since (start);
  return drawing_of_map (bench);
}

static Drawings
make_drawings (Bench *bench, double *build_ms)
{
  Drawings drawings;

  handler_map_set_view (bench->map, bench->nobody);
  drawings.alone = drawing_of_map (bench);
  drawings.many = drawing_of_many (bench, &drawings.alone);
  drawings.battle = drawing_of_battle (bench, build_ms);
  return drawings;
}

static void
bench_frames (Bench *bench)
{
  double alone[ROUNDS], many[ROUNDS], battle[ROUNDS], build[ROUNDS], idle[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++) {
    Drawings drawings = make_drawings (bench, &build[i]);
    gint64 start = g_get_monotonic_time ();

    handler_map_set_view (bench->map, bench->crowd);
    idle[i] = ms_since (start);
    alone[i] = draw_ms (bench, &drawings.alone);
    many[i] = draw_ms (bench, &drawings.many);
    battle[i] = draw_ms (bench, &drawings.battle);
    drawings_clear (&drawings);
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
  Drawings drawings = make_drawings (bench, &ms);

  for (guint i = 0; i < times; i++)
    draw_ms (bench, g_str_equal (what, "alone")  ? &drawings.alone
                    : g_str_equal (what, "many") ? &drawings.many
                                                 : &drawings.battle);
  drawings_clear (&drawings);
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
  g_clear_pointer (&bench.paper, cairo_surface_destroy);
  order_book_unref (bench.book);
  picture_sheet_free (bench.sheet);
  g_free (bench.crowd);
  g_free (bench.nobody);
  return 0;
}
