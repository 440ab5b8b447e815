/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that work without a display: hits, places for words, lists, colours, symbols.  */
#include "base/base-random.h"
#include "fixtures/map-battle.h"
#include "ui/map/handler-map-layer.h"
#include "ui/map/handler-map-spread.h"
#include "ui/map/handler-map-symbols.h"
#include "ui/map/handler-map-words.h"

#include <math.h>

/* ---- Hits ---------------------------------------------------------------------------------- */

static gboolean
touches (const HandlerMapHit *hit, int x, int y, int reach)
{
  return x >= hit->box.x - reach && x <= hit->box.x + hit->box.width + reach &&
         y >= hit->box.y - reach && y <= hit->box.y + hit->box.height + reach;
}

/* The binary search finds one of the same rank as looking at all of them.  */
static void
test_hits (void)
{
  BaseRandom random;

  base_random_init (&random, 5, 1);
  for (int round = 0; round < 60; round++) {
    g_autoptr (HandlerMapHits) hits = handler_map_hits_new ();
    HandlerMapHit all[80];
    int reach = (int) base_random_below (&random, 10);

    for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
      all[i] = (HandlerMapHit){.box = {(int) base_random_below (&random, 1000) - 200,
                                       (int) base_random_below (&random, 800) - 200,
                                       1 + (int) base_random_below (&random, 90),
                                       1 + (int) base_random_below (&random, 40)},
                               .kind = HANDLER_SELECTION_TRACK,
                               .id = i,
                               .rank = (int) base_random_below (&random, 5)};
      handler_map_hits_add (hits, &all[i]);
    }
    handler_map_hits_sort (hits);
    for (int k = 0; k < 100; k++) {
      int x = (int) base_random_below (&random, 1000) - 200;
      int y = (int) base_random_below (&random, 800) - 200;
      const HandlerMapHit *found = handler_map_hits_find (hits, x, y, reach);
      int best = -1;

      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        if (touches (&all[i], x, y, reach))
          best = MAX (best, all[i].rank);
      g_assert_cmpint (found != NULL ? found->rank : -1, ==, best);
      if (found != NULL)
        g_assert_true (touches (found, x, y, reach));
    }
  }
}

/* ---- Places for words ------------------------------------------------------------------------ */

/* The side that is found for words of this size; how much of them is covered.  */
static HandlerMapSide
side_for (HandlerMapPlacer *placer, const HandlerMapBox *symbol, int width, HandlerMapSide before,
          double *covered, HandlerMapBox *words)
{
  HandlerMapSide side;

  *covered = handler_map_placer_find (placer, symbol, width, 12, 3, before, 0, &side, words);
  return side;
}

static void
test_placer (void)
{
  g_autoptr (HandlerMapPlacer) placer = handler_map_placer_new ();
  const HandlerMapBox symbol = {100, 100, 22, 14};
  const HandlerMapBox right = {120, 90, 80, 40};
  HandlerMapBox words;
  double covered;

  handler_map_placer_take (placer, &symbol);
  g_assert_cmpint (side_for (placer, &symbol, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words), ==,
                   HANDLER_MAP_SIDE_RIGHT);
  g_assert_cmpfloat (covered, <=, 0);
  handler_map_placer_take (placer, &right);
  g_assert_cmpint (side_for (placer, &symbol, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words), ==,
                   HANDLER_MAP_SIDE_LEFT);
  g_assert_cmpfloat (covered, <=, 0);
  g_assert_cmpint (words.x + words.width, <=, symbol.x);
  /* Where it was before is kept while it is free.  */
  g_assert_cmpint (side_for (placer, &symbol, 10, HANDLER_MAP_SIDE_BELOW, &covered, &words), ==,
                   HANDLER_MAP_SIDE_BELOW);
}

/* Between two neighbours there is a corner; all around taken, it says how much is covered; what may be
 * covered counts last, and not as covered.  */
static void
test_placer_crowd (void)
{
  g_autoptr (HandlerMapPlacer) placer = handler_map_placer_new ();
  const HandlerMapBox symbol = {100, 100, 22, 14};
  const HandlerMapBox sides[] = {{60, 88, 40, 60}, {98, 114, 24, 30}, {98, 60, 24, 40},
                                 {126, 105, 60, 4}};
  const HandlerMapBox below = {122, 110, 60, 20}, all = {0, 0, 300, 300};
  HandlerMapBox words;
  double covered;

  handler_map_placer_take (placer, &symbol);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    handler_map_placer_take (placer, &sides[i]);
  g_assert_cmpint (side_for (placer, &symbol, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words), ==,
                   HANDLER_MAP_SIDE_RIGHT_BELOW);
  g_assert_cmpfloat (covered, <=, 0);
  handler_map_placer_take_soft (placer, &below);
  g_assert_cmpint (side_for (placer, &symbol, 50, HANDLER_MAP_SIDE_RIGHT_BELOW, &covered, &words),
                   ==, HANDLER_MAP_SIDE_RIGHT_ABOVE);
  handler_map_placer_take (placer, &(HandlerMapBox){122, 60, 60, 44});
  g_assert_cmpint (side_for (placer, &symbol, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words), ==,
                   HANDLER_MAP_SIDE_RIGHT_BELOW);
  g_assert_cmpfloat (covered, <=, 0);
  handler_map_placer_take (placer, &all);
  side_for (placer, &symbol, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words);
  g_assert_cmpfloat (covered, >=, 1);
}

/* At the edge of what is shown words go where they can be read; beyond it there is no edge.  */
static void
test_placer_view (void)
{
  g_autoptr (HandlerMapPlacer) placer = handler_map_placer_new ();
  const HandlerMapBox view = {-50, -40, 300, 200};
  const HandlerMapBox near_edge = {220, 100, 22, 14}, beyond = {260, 100, 22, 14};
  HandlerMapBox words;
  double covered;

  handler_map_placer_set_view (placer, &view);
  g_assert_cmpint (side_for (placer, &near_edge, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words), ==,
                   HANDLER_MAP_SIDE_LEFT);
  g_assert_cmpfloat (covered, <=, 0);
  g_assert_cmpint (side_for (placer, &beyond, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words), ==,
                   HANDLER_MAP_SIDE_RIGHT);
  words = (HandlerMapBox){200, -60, 80, 30};
  handler_map_placer_keep_in_view (placer, &words);
  g_assert_cmpint (words.x, ==, 170);
  g_assert_cmpint (words.y, ==, -40);
  words = (HandlerMapBox){400, 0, 80, 30};
  handler_map_placer_keep_in_view (placer, &words);
  g_assert_cmpint (words.x, ==, 400);
  handler_map_placer_reset (placer);
  g_assert_cmpint (side_for (placer, &near_edge, 50, HANDLER_MAP_SIDE_RIGHT, &covered, &words), ==,
                   HANDLER_MAP_SIDE_RIGHT);
}

/* The area is that of all boxes one by one, wherever they lie.  */
static void
test_placer_overlap (void)
{
  g_autoptr (HandlerMapPlacer) placer = handler_map_placer_new ();
  HandlerMapBox boxes[60];
  BaseRandom random;

  base_random_init (&random, 6, 1);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    boxes[i] = (HandlerMapBox){(int) base_random_below (&random, 6000) - 3000,
                               (int) base_random_below (&random, 6000) - 3000,
                               (int) base_random_below (&random, 900),
                               (int) base_random_below (&random, 900)};
    handler_map_placer_take (placer, &boxes[i]);
  }
  for (int k = 0; k < 200; k++) {
    HandlerMapBox box = {(int) base_random_below (&random, 6000) - 3000,
                         (int) base_random_below (&random, 6000) - 3000,
                         (int) base_random_below (&random, 500),
                         (int) base_random_below (&random, 500)};
    double area = 0;

    for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
      int width = MIN (box.x + box.width, boxes[i].x + boxes[i].width) - MAX (box.x, boxes[i].x);
      int height =
          MIN (box.y + box.height, boxes[i].y + boxes[i].height) - MAX (box.y, boxes[i].y);

      if (width > 0 && height > 0)
        area += (double) width * height;
    }
    g_assert_cmpfloat_with_epsilon (handler_map_placer_overlap (placer, &box), area, 0.5);
  }
}

/* ---- Close together ------------------------------------------------------------------------ */

static void
make_heap (HandlerMapPlaceXY spots[6])
{
  static const double places[6][2] = {{100, 100}, {100, 100}, {104, 101},
                                      {98, 99},   {400, 400}, {103, 98}};

  for (guint i = 0; i < 6; i++)
    spots[i] = (HandlerMapPlaceXY){.home_x = places[i][0],
                                   .home_y = places[i][1],
                                   .x = places[i][0],
                                   .y = places[i][1],
                                   .half_width = 12.5,
                                   .half_height = 8.5,
                                   .fixed = i == 5};
}

/* A platoon in one spot comes apart and off the contact; who stands alone stays, and so does the
 * contact; nobody goes farther than allowed.  */
static void
test_spread (void)
{
  HandlerMapPlaceXY spots[6], again[6];

  make_heap (spots);
  make_heap (again);
  handler_map_spread (spots, 6, 60);
  handler_map_spread (again, 6, 60);
  for (guint i = 0; i < 6; i++) {
    g_assert_cmpfloat (spots[i].x, ==, again[i].x);
    g_assert_cmpfloat (spots[i].y, ==, again[i].y);
    for (guint k = i + 1; k < 6; k++)
      g_assert_true (fabs (spots[i].x - spots[k].x) >= 23 ||
                     fabs (spots[i].y - spots[k].y) >= 15);
  }
  g_assert_cmpfloat (spots[4].x, ==, 400);
  g_assert_cmpfloat (spots[5].x, ==, 103);
  g_assert_cmpfloat (spots[5].y, ==, 98);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (hypot (spots[i].x - 100, spots[i].y - 100), <=, 66);
  /* Once there is room each goes home.  */
  for (guint i = 0; i < 6; i++) {
    spots[i].x += 100.0 * i;
    spots[i].home_x += 100.0 * i;
  }
  handler_map_spread (spots, 6, 60);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (hypot (spots[i].x - spots[i].home_x, spots[i].y - spots[i].home_y), <=, 0);
  handler_map_spread (NULL, 0, 60);
}

/* ---- Colours ------------------------------------------------------------------------------- */

static void
assert_contrast (const HandlerMapPalette *palette, HandlerMapTint ink, HandlerMapTint ground)
{
  GdkRGBA below = palette->tints[ground];
  double least = palette->high_contrast ? 7.0 : 4.5;

  below.alpha = 1;
  if (handler_map_contrast (&palette->tints[ink], &below) < least)
    g_error ("tint %u on %u: %.2f (dark %d, high contrast %d)", ink, ground,
             handler_map_contrast (&palette->tints[ink], &below), palette->dark,
             palette->high_contrast);
}

static void
test_contrast (void)
{
  for (int i = 0; i < 4; i++) {
    const HandlerMapPalette *palette = handler_map_palette_get ((i & 1) != 0, (i & 2) != 0);

    assert_contrast (palette, HANDLER_MAP_TINT_OWN_TEXT, HANDLER_MAP_TINT_OWN);
    assert_contrast (palette, HANDLER_MAP_TINT_HOSTILE_TEXT, HANDLER_MAP_TINT_HOSTILE);
    assert_contrast (palette, HANDLER_MAP_TINT_UNKNOWN_TEXT, HANDLER_MAP_TINT_UNKNOWN);
    assert_contrast (palette, HANDLER_MAP_TINT_TEXT, HANDLER_MAP_TINT_HALO);
    assert_contrast (palette, HANDLER_MAP_TINT_TEXT_DIM, HANDLER_MAP_TINT_HALO);
    assert_contrast (palette, HANDLER_MAP_TINT_GHOST, HANDLER_MAP_TINT_HALO);
    assert_contrast (palette, HANDLER_MAP_TINT_JAM, HANDLER_MAP_TINT_HALO);
    for (guint ink = HANDLER_MAP_TINT_INK_GREY; ink <= HANDLER_MAP_TINT_INK_GREEN; ink++) {
      assert_contrast (palette, ink, HANDLER_MAP_TINT_HALO);
      if (!palette->high_contrast)
        assert_contrast (palette, ink, HANDLER_MAP_TINT_PAPER);
    }
    assert_contrast (palette, HANDLER_MAP_TINT_BAND_TEXT, HANDLER_MAP_TINT_BAND);
    g_assert_true (palette == handler_map_palette_get ((i & 1) != 0, (i & 2) != 0));
  }
}

/* ---- Ellipses ------------------------------------------------------------------------------ */

/* The cached shapes are near what is meant, and there are few of them.  */
static void
test_ellipses (void)
{
  g_autoptr (GHashTable) shapes = g_hash_table_new (NULL, NULL);
  BaseRandom random;

  base_random_init (&random, 7, 1);
  for (int i = 0; i < 3000; i++) {
    double major = (double) base_random_range (&random, 6, 150);
    double minor = major * (double) base_random_range (&random, 0.2f, 1);
    double bearing = (double) base_random_range (&random, -360, 720);
    double got_major, got_minor, got_bearing, turn;
    HandlerMapSpriteKey key;

    g_assert_true (handler_map_ellipse_key (major, minor, bearing, 0, 7, 0, &key));
    handler_map_ellipse_of_key (&key, &got_major, &got_minor, &got_bearing);
    g_assert_cmpfloat_with_epsilon (got_major / major, 1, 0.06);
    g_assert_cmpfloat_with_epsilon (got_minor / got_major, minor / major, 0.06);
    turn = fabs (remainder (got_bearing - bearing, 180));
    if (minor < 0.9 * major)
      g_assert_cmpfloat (turn, <=, 2.9);
    g_hash_table_add (shapes, GUINT_TO_POINTER ((guint) key.a << 16 | key.b));
  }
  g_assert_false (handler_map_ellipse_key (4000, 10, 0, 0, 7, 0, &(HandlerMapSpriteKey){0}));
}

/* ---- Ages and words ------------------------------------------------------------------------- */

static void
test_ages (void)
{
  char buffer[HANDLER_MAP_AGE_LENGTH];

  g_assert_cmpstr (handler_map_age_text (1000, 1000, buffer), ==, "");
  g_assert_cmpstr (handler_map_age_text (1000, 951, buffer), ==, "");
  g_assert_cmpstr (handler_map_age_text (1000, 950, buffer), ==, "5 s");
  g_assert_cmpstr (handler_map_age_text (1000, 10, buffer), ==, "99 s");
  g_assert_cmpstr (handler_map_age_text (3000, 1200, buffer), ==, "3 min");
  g_assert_cmpstr (handler_map_age_text (3000, SIM_TICK_NEVER, buffer), ==, "");
  /* The later fades more, and never comes back.  */
  for (guint age = 0; age < 400; age++) {
    g_assert_cmpuint (handler_map_track_level (age), >=, handler_map_track_level (age + 1));
    g_assert_cmpuint (handler_map_own_level (age), >=, handler_map_own_level (age + 1));
    if (handler_map_track_outlined (age))
      g_assert_true (handler_map_track_outlined (age + 1));
  }
  g_assert_false (handler_map_track_outlined (0));
  g_assert_true (handler_map_track_outlined (61));
}

static void
test_track_words (void)
{
  char buffer[HANDLER_MAP_AGE_LENGTH];
  PictureTrack track = {.number = 7, .count = 4, .count_exact = TRUE, .how = SIM_HOW_SEEN};

  g_assert_cmpstr (handler_map_track_text (&track, buffer), ==, "T07 ×4");
  track.count_exact = FALSE;
  g_assert_cmpstr (handler_map_track_text (&track, buffer), ==, "T07 ×4?");
  g_strlcpy (track.name, "hammer", sizeof track.name);
  g_assert_cmpstr (handler_map_track_text (&track, buffer), ==, "T07 hammer ×4?");
  track.count = 1;
  track.count_exact = TRUE;
  g_assert_cmpstr (handler_map_track_text (&track, buffer), ==, "T07 hammer");
  *track.name = '\0';
  g_assert_cmpstr (handler_map_track_text (&track, buffer), ==, "T07");
  track.t_seen = 940;
  g_assert_cmpstr (handler_map_track_age_text (&track, 1000, buffer), ==, "6 s");
  track.how = SIM_HOW_FELT;
  g_assert_cmpstr (handler_map_track_age_text (&track, 1000, buffer), ==, "6 s, felt");
  g_assert_cmpstr (handler_map_track_age_text (&track, 940, buffer), ==, "felt");
}

static void
test_leg (void)
{
  g_autofree char *near = handler_map_describe_leg (base_vec (0, 0), base_vec (0, 450));
  g_autofree char *far = handler_map_describe_leg (base_vec (0, 0), base_vec (2700, -900));

  g_assert_cmpstr (near, ==, "450 m · 000°");
  g_assert_cmpstr (far, ==, "2.8 km · 108°");
}

/* ---- Symbols ------------------------------------------------------------------------------- */

typedef struct {
  PictureSheet *sheet;
  OrderBook *book;
  PictureView *view;
  HandlerMapSprites *sprites;
  HandlerMapSymbols *symbols;
  HandlerMapScene scene;
} Stage;

static void
stage_set_up (Stage *stage, gconstpointer data)
{
  stage->sheet = map_battle_sheet ();
  stage->book = map_battle_book (stage->sheet);
  stage->view = g_new0 (PictureView, 1);
  stage->sprites = handler_map_sprites_new ();
  stage->symbols = handler_map_symbols_new ();
  map_battle_view (stage->sheet, 30000, stage->view);
  stage->scene = (HandlerMapScene){.sprites = stage->sprites,
                                   .symbols = stage->symbols,
                                   .sheet = stage->sheet,
                                   .book = stage->book,
                                   .view = stage->view};
  handler_map_projection_init (&stage->scene.projection, 12000, 12000);
  handler_map_projection_set_size (&stage->scene.projection, 800, 700, 1);
  handler_map_projection_fill (&stage->scene.projection);
}

static void
stage_tear_down (Stage *stage, gconstpointer data)
{
  handler_map_symbols_free (stage->symbols);
  handler_map_sprites_free (stage->sprites);
  order_book_unref (stage->book);
  picture_sheet_free (stage->sheet);
  g_free (stage->view);
}

static const HandlerMapSymbol *
find_symbol (const Stage *stage, HandlerSelectionKind kind, guint id)
{
  for (guint i = 0; i < stage->symbols->symbols->len; i++) {
    const HandlerMapSymbol *symbol =
        &g_array_index (stage->symbols->symbols, HandlerMapSymbol, i);

    if (symbol->kind == kind && symbol->id == id)
      return symbol;
  }
  g_assert_not_reached ();
}

/* Who is selected, speaks or is in trouble has a name; others may have to do with their code.  */
static void
test_symbols_names (Stage *stage, gconstpointer data)
{
  stage->scene.selected_kind = HANDLER_SELECTION_OWN;
  stage->scene.selected_id = 13;
  handler_map_symbols_update (stage->symbols, &stage->scene);
  g_assert_cmpuint (stage->symbols->symbols->len, ==, stage->view->n_own + stage->view->n_tracks);
  g_assert_cmpuint (stage->symbols->clusters->len, ==, 0);
  g_assert_cmpuint (find_symbol (stage, HANDLER_SELECTION_OWN, 13)->name_text, !=, 0);
  g_assert_cmpuint (find_symbol (stage, HANDLER_SELECTION_OWN, 4)->name_text, !=, 0);
  g_assert_true (find_symbol (stage, HANDLER_SELECTION_OWN, 4)->speaking);
  g_assert_cmpuint (find_symbol (stage, HANDLER_SELECTION_OWN, 2)->name_text, !=, 0);
  g_assert_true (find_symbol (stage, HANDLER_SELECTION_OWN, 2)->trouble);
  g_assert_cmpuint (find_symbol (stage, HANDLER_SELECTION_OWN, 5)->name_text, ==, 0);
  g_assert_true (find_symbol (stage, HANDLER_SELECTION_OWN, 6)->lost);
  g_assert_true (find_symbol (stage, HANDLER_SELECTION_OWN, 0)->ghost);
  g_assert_false (find_symbol (stage, HANDLER_SELECTION_OWN, 1)->ghost);
}

/* How much of a symbol's words others' words and symbols cover, as a share.  */
static double
covered_share (const Stage *stage, guint index)
{
  const HandlerMapSymbol *all = (const HandlerMapSymbol *) (gpointer) stage->symbols->symbols->data;
  const HandlerMapBox *words = &all[index].words;
  double area = 0;

  for (guint i = 0; i < stage->symbols->symbols->len; i++) {
    HandlerMapBox box = handler_map_symbol_box (&stage->scene, &all[i]);

    if (i == index || all[i].clustered)
      continue;
    area += handler_map_box_shared_area (words, &box);
    if (all[i].labelled)
      area += handler_map_box_shared_area (words, &all[i].words);
  }
  return area / ((double) words->width * words->height);
}

/* Nearly three hundred in one view, at three zooms, moved about: words are hardly covered, many are left, and
 * whose are selected are there.  */
static void
test_symbols_words_apart (Stage *stage, gconstpointer data)
{
  map_battle_crowd (stage->sheet, 30000, 64, 200, stage->view);
  stage->scene.selected_kind = HANDLER_SELECTION_OWN;
  stage->scene.selected_id = 13;
  handler_map_projection_fit (&stage->scene.projection);
  for (guint zoom = 0; zoom < 3; zoom++) {
    guint labelled = 0;
    double worst = 0;

    handler_map_symbols_update (stage->symbols, &stage->scene);
    for (guint i = 0; i < stage->symbols->symbols->len; i++) {
      const HandlerMapSymbol *symbol =
          &g_array_index (stage->symbols->symbols, HandlerMapSymbol, i);

      if (symbol->labelled && symbol->rank <= HANDLER_MAP_RANK_LEADER) {
        labelled++;
        worst = MAX (worst, covered_share (stage, i));
      }
      if (symbol->selected)
        g_assert_true (symbol->labelled);
    }
    g_test_message ("%u words, at most %.2f of them covered", labelled, worst);
    g_assert_cmpuint (labelled, >, 40);
    g_assert_cmpfloat (worst, <, 0.25);
    handler_map_projection_zoom_steps (&stage->scene.projection, 400, 350, 3);
  }
}

/* Of a battle with a platoon in a heap hardly any words go elsewhere when all move by a pixel or two.  */
static void
test_symbols_words_stay (Stage *stage, gconstpointer data)
{
  guint8 sides[PICTURE_MAX_OWN + PICTURE_MAX_TRACKS];
  guint changes = 0, n;
  BaseRandom random;

  base_random_init (&random, 4, 1);
  for (guint i = 0; i < 12; i++)
    stage->view->own[i].fix = base_vec (5000 + 90 * (float) (i % 4), 7000 + 60 * (float) (i / 4));
  for (guint step = 0; step < 60; step++) {
    for (guint i = 0; i < stage->view->n_own; i++) {
      stage->view->own[i].fix.x += base_random_range (&random, -40, 40);
      stage->view->own[i].fix.y += base_random_range (&random, -40, 40);
    }
    handler_map_symbols_update (stage->symbols, &stage->scene);
    n = stage->symbols->symbols->len;
    for (guint i = 0; i < n; i++) {
      const HandlerMapSymbol *symbol =
          &g_array_index (stage->symbols->symbols, HandlerMapSymbol, i);
      guint8 side = symbol->labelled ? symbol->side : HANDLER_MAP_N_SIDES;

      changes += step > 0 && side != sides[i];
      sides[i] = side;
    }
  }
  g_test_message ("%u changes of %u", changes, 59 * n);
  g_assert_cmpuint (changes, <, 59 * n / 60);
}

/* A name of the map gives way to a contact's words, and comes back.  */
static void
test_symbols_over_names (Stage *stage, gconstpointer data)
{
  const HandlerMapPlaceName *name = NULL;
  PictureTrack *track = &stage->view->tracks[0];
  HandlerMapProjection *p = &stage->scene.projection;

  handler_map_symbols_update (stage->symbols, &stage->scene);
  for (guint i = 0; i < stage->symbols->places->len && name == NULL; i++) {
    name = &g_array_index (stage->symbols->places, HandlerMapPlaceName, i);
    if (!name->shown || name->covered || name->face == HANDLER_MAP_FACE_TOWN)
      name = NULL;
  }
  g_assert_nonnull (name);
  track->position = base_vec (
      (float) ((name->words.x + name->words.width / 2.0) * handler_map_projection_device_mpp (p)),
      (float) (p->map_height_m -
               (name->words.y + name->words.height / 2.0) * handler_map_projection_device_mpp (p)));
  handler_map_symbols_update (stage->symbols, &stage->scene);
  g_assert_true (name->covered);
  track->position = base_vec (-5000, -5000);
  handler_map_symbols_update (stage->symbols, &stage->scene);
  g_assert_false (name->covered);
}

/* Beyond 150 the rest are counted: nobody is lost, and the selection stays itself.  */
static void
test_symbols_clusters (Stage *stage, gconstpointer data)
{
  guint dressed = 0, counted = 0;

  map_battle_crowd (stage->sheet, 30000, 64, 236, stage->view);
  stage->scene.selected_kind = HANDLER_SELECTION_TRACK;
  stage->scene.selected_id = 200;
  handler_map_projection_fit (&stage->scene.projection);
  handler_map_symbols_update (stage->symbols, &stage->scene);
  for (guint i = 0; i < stage->symbols->symbols->len; i++)
    dressed += !g_array_index (stage->symbols->symbols, HandlerMapSymbol, i).clustered;
  for (guint i = 0; i < stage->symbols->clusters->len; i++) {
    const HandlerMapCluster *cluster =
        &g_array_index (stage->symbols->clusters, HandlerMapCluster, i);

    counted += cluster->n_own + cluster->n_hostile + cluster->n_unknown;
  }
  g_assert_cmpuint (dressed + counted, ==, 300);
  g_assert_cmpuint (dressed, ==, HANDLER_MAP_MAX_DRESSED);
  g_assert_false (find_symbol (stage, HANDLER_SELECTION_TRACK, 200)->clustered);
}

/* Where a symbol is drawn, a click meets it.  */
static void
test_symbols_hits (Stage *stage, gconstpointer data)
{
  handler_map_symbols_update (stage->symbols, &stage->scene);
  for (guint i = 0; i < stage->symbols->symbols->len; i++) {
    const HandlerMapSymbol *symbol =
        &g_array_index (stage->symbols->symbols, HandlerMapSymbol, i);
    const HandlerMapHit *hit =
        handler_map_hits_find (stage->symbols->hits, symbol->x, symbol->y, 0);

    g_assert_nonnull (hit);
    g_assert_cmpint (hit->rank, >=, symbol->rank);
  }
}

/* What lies in no symbol is told, too: the objective there, and the jam.  */
static void
test_areas_told (Stage *stage, gconstpointer data)
{
  HandlerMapObjective objectives[] = {
      {.position = {6600, 11200}, .radius_m = 900, .title = (char *) "Wide", .progress = 0.2f},
      {.position = {6700, 11200}, .radius_m = 300, .title = (char *) "Near", .progress = 0.357f}};
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HandlerMapObjective));
  g_autofree char *both = NULL, *wide = NULL, *jam = NULL, *nothing = NULL;

  objectives[0].state = objectives[1].state = SIM_OBJECTIVE_OPEN;
  g_array_append_vals (array, objectives, 2);
  stage->scene.objectives = array;
  both = handler_map_describe_area (&stage->scene, base_vec (6700, 11300));
  g_assert_true (g_str_has_prefix (both, "Near: open, 35"));
  g_assert_nonnull (strstr (both, "Jammed"));
  wide = handler_map_describe_area (&stage->scene, base_vec (6000, 11200));
  g_assert_true (g_str_has_prefix (wide, "Wide"));
  jam = handler_map_describe_area (&stage->scene, base_vec (6600, 9500));
  g_assert_true (g_str_has_prefix (jam, "Jammed"));
  nothing = handler_map_describe_area (&stage->scene, base_vec (100, 100));
  g_assert_null (nothing);
  stage->scene.objectives = NULL;
}

/* A route tells whose order it is, a wedge who heard what, when, how sure; beside them nothing is told.  */
static void
test_lines_told (Stage *stage, gconstpointer data)
{
  guint index = 0;
  PictureOwn *own;
  BaseVec from, middle;
  g_autofree char *route = NULL, *beside = NULL, *crossed = NULL, *shepherd = NULL, *behind = NULL;

  while (!handler_map_goes_somewhere (&stage->view->own[index]))
    g_assert_cmpuint (++index, <, stage->view->n_own);
  own = &stage->view->own[index];
  handler_map_symbols_update (stage->symbols, &stage->scene);
  from = handler_map_believed_place (&stage->scene, index);
  middle = base_vec_scale (base_vec_add (from, own->order_target.position), 0.5f);
  route = handler_map_describe_route (&stage->scene, middle, 60);
  g_assert_nonnull (route);
  g_assert_nonnull (strstr (route, "Route of"));
  g_assert_nonnull (strstr (route, order_book_spoken_name (stage->scene.book, own->id.index)));
  g_assert_nonnull (strstr (route, "within"));
  beside = handler_map_describe_route (&stage->scene, base_vec (50, 50), 60);
  g_assert_null (beside);

  crossed = handler_map_describe_hearing (&stage->scene, base_vec (7500, 8480)); /* on 022 from the later place */
  g_assert_nonnull (strstr (crossed, "Voice 1"));
  g_assert_nonnull (strstr (crossed, "Bearing 022"));
  g_assert_nonnull (strstr (crossed, "20 seconds ago"));
  g_assert_nonnull (strstr (crossed, "cross, within 520"));
  shepherd = handler_map_describe_hearing (&stage->scene, base_vec (4690, 8730));
  g_assert_nonnull (strstr (shepherd, "Shepherd"));
  g_assert_nonnull (strstr (shepherd, "Bearing 318"));
  behind = handler_map_describe_hearing (&stage->scene, base_vec (6700, 5000));
  g_assert_null (behind);
}

/* ---- Lists --------------------------------------------------------------------------------- */

static const HandlerMapCollect collects[] = {
    handler_map_collect_grid,   handler_map_collect_names,     handler_map_collect_areas,
    handler_map_collect_routes, handler_map_collect_tracks,    handler_map_collect_own,
    handler_map_collect_draft,  handler_map_collect_selection, handler_map_collect_hearing,
};

/* A wedge of three lines for the latest bearing of each voice, one line for the older, an ellipse where
 * they cross; nothing without voices.  */
static void
test_hearing (Stage *stage, gconstpointer data)
{
  HandlerMapList list;

  handler_map_list_init (&list);
  handler_map_collect_hearing (&stage->scene, &list);
  g_assert_cmpuint (stage->view->n_bearings, ==, 3);
  g_assert_cmpuint (list.strokes->len, ==, 3 + 3 + 1 + 1);
  g_assert_cmpuint (list.marks->len, ==, 2);
  handler_map_list_empty (&list);
  stage->view->n_bearings = stage->view->n_crosses = 0;
  handler_map_collect_hearing (&stage->scene, &list);
  g_assert_true (handler_map_list_is_empty (&list));
  handler_map_list_clear (&list);
}

/* Equal scenes give equal lists, another moment another one where it shows.  */
static void
test_lists_equal (Stage *stage, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (collects); i++) {
    HandlerMapList first, second;

    handler_map_list_init (&first);
    handler_map_list_init (&second);
    handler_map_symbols_update (stage->symbols, &stage->scene);
    collects[i](&stage->scene, &first);
    handler_map_list_sort (&first);
    handler_map_symbols_update (stage->symbols, &stage->scene);
    collects[i](&stage->scene, &second);
    handler_map_list_sort (&second);
    g_assert_true (handler_map_list_equal (&first, &second));
    stage->view->own[3].fix.x += 900;
    stage->view->tracks[2].position.x += 900;
    handler_map_symbols_update (stage->symbols, &stage->scene);
    handler_map_list_empty (&second);
    collects[i](&stage->scene, &second);
    handler_map_list_sort (&second);
    if (collects[i] == handler_map_collect_own || collects[i] == handler_map_collect_tracks)
      g_assert_false (handler_map_list_equal (&first, &second));
    stage->view->own[3].fix.x -= 900;
    stage->view->tracks[2].position.x -= 900;
    handler_map_list_clear (&first);
    handler_map_list_clear (&second);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/hits", test_hits);
  g_test_add_func ("/map/placer/sides", test_placer);
  g_test_add_func ("/map/placer/crowd", test_placer_crowd);
  g_test_add_func ("/map/placer/view", test_placer_view);
  g_test_add_func ("/map/placer/overlap", test_placer_overlap);
  g_test_add_func ("/map/spread", test_spread);
  g_test_add_func ("/map/palette/contrast", test_contrast);
  g_test_add_func ("/map/ellipses", test_ellipses);
  g_test_add_func ("/map/words/ages", test_ages);
  g_test_add_func ("/map/words/track", test_track_words);
  g_test_add_func ("/map/words/leg", test_leg);
#define STAGE(path, function) \
  g_test_add (path, Stage, NULL, stage_set_up, function, stage_tear_down)
  STAGE ("/map/symbols/names", test_symbols_names);
  STAGE ("/map/symbols/words-apart", test_symbols_words_apart);
  STAGE ("/map/symbols/words-stay", test_symbols_words_stay);
  STAGE ("/map/symbols/over-names", test_symbols_over_names);
  STAGE ("/map/symbols/clusters", test_symbols_clusters);
  STAGE ("/map/symbols/hits", test_symbols_hits);
  STAGE ("/map/areas-told", test_areas_told);
  STAGE ("/map/lines-told", test_lines_told);
  STAGE ("/map/lists/equal", test_lists_equal);
  STAGE ("/map/lists/hearing", test_hearing);
#undef STAGE
  return g_test_run ();
}
