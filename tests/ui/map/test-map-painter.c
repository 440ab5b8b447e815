/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo paints beside the window: the same as at once, the newest in the end, and never over what is shown.  */
#include "fixtures/map-battle.h"
#include "handler-resources.h"
#include "moments.h"
#include "ui/map/handler-map-cairo.h"
#include "ui/map/handler-map-painter.h"
#include "ui/map/handler-map-private.h"

#define MOST_MS 20000
#define WIDTH 500
#define HEIGHT 400

static const HandlerMapBox paper_view = {-40, -60, WIDTH, HEIGHT};

/* ---- The painter --------------------------------------------------------------------------- */

/* A machine at `x`, on nothing.  */
static HandlerMapPainting *
painting_of (HandlerMapSprites *sprites, int x)
{
  HandlerMapSpriteKey key = {.shape = HANDLER_MAP_SHAPE_OWN,
                             .level = HANDLER_MAP_LEVELS,
                             .text = handler_map_sprites_text (sprites, "WW")};
  HandlerMapPainting *painting = handler_map_painting_new (&paper_view, sprites);
  HandlerMapList list;

  handler_map_list_init (&list);
  handler_map_list_add_mark (&list, 0, &key, x, 50);
  handler_map_painting_add_list (painting, &list, sprites);
  handler_map_list_clear (&list);
  return painting;
}

static GBytes *
bytes_of (cairo_surface_t *surface)
{
  g_assert_nonnull (surface);
  return g_bytes_new (cairo_image_surface_get_data (surface),
                      (gsize) cairo_image_surface_get_stride (surface) *
                          (gsize) cairo_image_surface_get_height (surface));
}

static GBytes *
bytes_painted (HandlerMapPainter *painter)
{
  return bytes_of (handler_map_painter_get_surface (painter, &paper_view));
}

static void
wait_for (HandlerMapPainter *painter)
{
  gint64 end = g_get_monotonic_time () + MOST_MS * 1000;

  while (handler_map_painter_is_busy (painter)) {
    g_main_context_iteration (NULL, FALSE);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  }
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_beside (void)
{
  g_autoptr (HandlerMapSprites) sprites = handler_map_sprites_new ();
  g_autoptr (HandlerMapPainter) painter = handler_map_painter_new ();
  g_autoptr (GBytes) beside = NULL, at_once = NULL, other = NULL;
  HandlerMapBox moved = paper_view;
  guint n = 0;

  moved.x++;
  g_signal_connect_swapped (painter, "painted", G_CALLBACK (count), &n);
  handler_map_painter_begin (painter, painting_of (sprites, 90));
  g_assert_true (handler_map_painter_is_busy (painter));
  g_assert_null (handler_map_painter_get_surface (painter, &paper_view));
  wait_for (painter);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (handler_map_painter_get_surface (painter, &moved));
  beside = bytes_painted (painter);
  handler_map_painter_paint (painter, painting_of (sprites, 90));
  at_once = bytes_painted (painter);
  handler_map_painter_paint (painter, painting_of (sprites, 91));
  other = bytes_painted (painter);
  g_assert_true (g_bytes_equal (beside, at_once));
  g_assert_false (g_bytes_equal (beside, other));
  g_assert_cmpuint (n, ==, 1);
}

/* What is forgotten never comes, neither after a while nor as another.  */
static void
test_forgotten (void)
{
  g_autoptr (HandlerMapSprites) sprites = handler_map_sprites_new ();
  g_autoptr (HandlerMapPainter) painter = handler_map_painter_new ();
  guint n = 0;

  g_signal_connect_swapped (painter, "painted", G_CALLBACK (count), &n);
  for (int i = 0; i < 20; i++) {
    handler_map_painter_begin (painter, painting_of (sprites, i));
    handler_map_painter_forget (painter);
    g_assert_false (handler_map_painter_is_busy (painter));
  }
  moments_pass (200);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (handler_map_painter_get_surface (painter, &paper_view));
  handler_map_painter_begin (painter, painting_of (sprites, 90));
  wait_for (painter);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (handler_map_painter_get_surface (painter, &paper_view));
  /* The painter may go before what it paints.  */
  handler_map_painter_begin (painter, painting_of (sprites, 90));
}

static GskRenderNode *
node_of (HandlerMapPainter *painter)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  handler_map_cairo_append (snapshot, handler_map_painter_get_surface (painter, &paper_view),
                            &paper_view, 1);
  return gtk_snapshot_free_to_node (snapshot);
}

static GBytes *
bytes_of_node (GskRenderNode *node)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes;

  cairo_translate (cr, -paper_view.x, -paper_view.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = bytes_of (surface);
  cairo_surface_destroy (surface);
  return bytes;
}

/* However many paintings come, a node that is kept shows its own; and without nodes no surface is made anew.  */
static void
test_papers (void)
{
  g_autoptr (HandlerMapSprites) sprites = handler_map_sprites_new ();
  g_autoptr (HandlerMapPainter) painter = handler_map_painter_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;
  cairo_surface_t *shown;

  handler_map_painter_paint (painter, painting_of (sprites, 90));
  shown = handler_map_painter_get_surface (painter, &paper_view);
  node = node_of (painter);
  before = bytes_of_node (node);
  for (int i = 0; i < 12; i++) {
    handler_map_painter_begin (painter, painting_of (sprites, 100 + 10 * i));
    wait_for (painter);
    g_assert_true (handler_map_painter_get_surface (painter, &paper_view) != shown);
    g_hash_table_add (seen, handler_map_painter_get_surface (painter, &paper_view));
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 2);
  after = bytes_of_node (node);
  g_assert_true (g_bytes_equal (before, after));
  g_clear_pointer (&node, gsk_render_node_unref);
  handler_map_painter_paint (painter, painting_of (sprites, 5));
  g_assert_true (handler_map_painter_get_surface (painter, &paper_view) == shown);
}

/* ---- The map ------------------------------------------------------------------------------- */

typedef struct {
  PictureSheet *sheet;
  OrderBook *book;
  EngineFrame *picture; /* to be copied */
  GtkWidget *window;
  HandlerMap *map;
} Fixture;

static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + MOST_MS * 1000;

  do {
    moments_pass (60);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  } while (handler_map_is_painting (fixture->map) || handler_map_is_due (fixture->map));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sheet = map_battle_sheet ();
  fixture->book = map_battle_book (fixture->sheet);
  fixture->picture = g_new0 (EngineFrame, 1);
  map_battle_view (fixture->sheet, 30000, &fixture->picture->view);
  fixture->map = HANDLER_MAP (handler_map_new ());
  handler_map_set_sheet (fixture->map, fixture->sheet);
  handler_map_set_book (fixture->map, fixture->book);
  handler_map_set_view (fixture->map, &fixture->picture->view);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  moments_pass (100);
  order_book_unref (fixture->book);
  picture_sheet_free (fixture->sheet);
  g_free (fixture->picture);
}

/* The next picture of the battle: all contacts have moved.  */
static void
move_on (Fixture *fixture)
{
  EngineFrame *frame;

  for (size_t i = 0; i < fixture->picture->view.n_tracks; i++)
    fixture->picture->view.tracks[i].position.x += 60;
  frame = g_memdup2 (fixture->picture, sizeof *frame);
  frame->ref_count = 1;
  handler_map_set_frame (fixture->map, frame);
  engine_frame_unref (frame);
}

static GBytes *
bytes_shown (Fixture *fixture)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->map));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  return gdk_texture_save_to_png_bytes (texture);
}

/* Pictures that come faster than they are painted: the last is shown, as if it had been painted at once.  */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = bytes_shown (fixture), beside = NULL, at_once = NULL;

  for (int i = 0; i < 25; i++) {
    move_on (fixture);
    if (i < 20) /* the last of them while one is painted, whatever that takes */
      moments_pass (i % 3);
  }
  g_assert_true (handler_map_is_due (fixture->map));
  g_assert_true (handler_map_painter_is_busy (fixture->map->painter));
  settle (fixture);
  beside = bytes_shown (fixture);
  handler_map_invalidate (fixture->map);
  settle (fixture);
  at_once = bytes_shown (fixture);
  g_assert_true (g_bytes_equal (beside, at_once));
  g_assert_false (g_bytes_equal (beside, first));
}

/* What the person does is there with the next frame, and what was being painted does not come after it.  */
static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) moved = NULL, later = NULL;

  move_on (fixture);
  g_assert_true (handler_map_painter_is_busy (fixture->map->painter));
  handler_map_zoom_in (fixture->map);
  g_assert_false (handler_map_painter_is_busy (fixture->map->painter));
  settle (fixture);
  moved = bytes_shown (fixture);
  moments_pass (200);
  later = bytes_shown (fixture);
  g_assert_true (g_bytes_equal (moved, later));
  /* Pictures go on from there.  */
  move_on (fixture);
  g_assert_true (handler_map_painter_is_busy (fixture->map->painter));
  settle (fixture);
  g_clear_pointer (&later, g_bytes_unref);
  later = bytes_shown (fixture);
  g_assert_false (g_bytes_equal (moved, later));
}

/* What an order of the battle adds, the corners of its way, is shown without a picture after it.  */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  SimCommand command = {.id = 1, .n_via = 1};
  g_autoptr (GBytes) before = NULL, after = NULL;

  command.via[0] = (SimTarget){.kind = SIM_TARGET_POSITION, .position = {3450, 8250}};
  move_on (fixture);
  settle (fixture);
  before = bytes_shown (fixture);
  handler_map_add_command (fixture->map, &command);
  moments_pass (100);
  settle (fixture);
  after = bytes_shown (fixture);
  g_assert_false (g_bytes_equal (before, after));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_register_resource ();
  g_test_add_func ("/map/painter/beside", test_beside);
  g_test_add_func ("/map/painter/forgotten", test_forgotten);
  g_test_add_func ("/map/painter/papers", test_papers);
#define WINDOW(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  WINDOW ("/map/painter/pictures", test_pictures);
  WINDOW ("/map/painter/person", test_person);
  WINDOW ("/map/painter/order", test_order);
#undef WINDOW
  return g_test_run ();
}
