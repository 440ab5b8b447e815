/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle that the tests of this room talk about.  */
#include "order-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* ---- Phrases -------------------------------------------------------------------------------- */

static void
read_words (OrderPhrases *phrases, OrderPhraseGroup group, const char *key, JsonArray *words)
{
  for (guint i = 0; i < json_array_get_length (words); i++)
    order_phrases_add (phrases, group, key, json_array_get_string_element (words, i));
}

static void
read_grammar (OrderPhrases *phrases, JsonObject *grammar)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, grammar);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    g_assert_true (order_phrases_set_grammar (phrases, name, json_node_get_string (value)));
}

static void
read_group (OrderPhrases *phrases, const char *name, JsonNode *node)
{
  int group = order_phrases_group_from_name (name);

  if (g_str_equal (name, "grammar")) {
    read_grammar (phrases, json_node_get_object (node));
    return;
  }
  if (g_str_equal (name, "format") || g_str_equal (name, "version") ||
      g_str_equal (name, "language"))
    return;
  g_assert_cmpint (group, >=, 0);
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    read_words (phrases, group, NULL, json_node_get_array (node));
    return;
  }
  {
    JsonObjectIter iter;
    const char *key;
    JsonNode *words;

    json_object_iter_init_ordered (&iter, json_node_get_object (node));
    while (json_object_iter_next_ordered (&iter, &key, &words)) {
      g_assert_true (order_phrases_key_known (group, key));
      read_words (phrases, group, key, json_node_get_array (words));
    }
  }
}

void
fixture_phrases (OrderPhrases *phrases, const char *language)
{
  g_autoptr (JsonParser) parser = json_parser_new();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s.json", language);
  g_autofree char *path =
      g_build_filename (g_getenv ("HANDLER_ONE_DATA_DIR"), "phrases", name, NULL);
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  order_phrases_init (phrases, language);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_object_iter_init_ordered (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next_ordered (&iter, &member, &node))
    read_group (phrases, member, node);
}

/* ---- Names ---------------------------------------------------------------------------------- */

static const struct {
  const char *call_sign, *code;
  guint platoon, number;
} squadron[] = {
    {"Undertaker", "UT", 0, 1}, {"Helianthus", "HL", 0, 2},
    {"Falke", "FK", 0, 3},      {"Fafnir", "FF", 0, 4},
    {"Wehrwolf", "WW", 1, 1},   {"Manticore", "MC", 1, 2},
    {"Griffin", "GR", 1, 3},    {"Laughing Fox", "LF", 2, 1},
    {"March Hare", "MH", 2, 2}, {"Dandelion", "DA", 2, 3},
    {"", "34", 2, 4},           {"Kirschblüte", "KB", 3, 1},
    {"La Bête", "LB", 3, 2},    {"Gunsmith", "GS", 3, 3},
    {"Black Dog", "BD", 4, 1},  {"Snow Witch", "SW", 4, 2},
    {"Argus", "AR", 4, 3},      {"Burnt Tail", "BT", 4, 4},
    {"Gunslinger", "GL", 5, 1}, {"Lockhart", "LK", 5, 2},
    {"Guardian", "GD", 5, 3},
};

static OrderMachine *
make_machines (void)
{
  OrderMachine *machines = g_new0 (OrderMachine, G_N_ELEMENTS (squadron));

  for (guint i = 0; i < G_N_ELEMENTS (squadron); i++) {
    machines[i].id =
        order_machine_id (squadron[i].call_sign, squadron[i].platoon, squadron[i].number);
    machines[i].call_sign = (char *) squadron[i].call_sign;
    machines[i].code = (char *) squadron[i].code;
    machines[i].name = (char *) "";
    machines[i].platoon = squadron[i].platoon;
    machines[i].number = squadron[i].number;
    machines[i].leader = squadron[i].number == 1;
    machines[i].captain = i == 0;
  }
  return machines;
}

static const PicturePlace places[] = {
    {"altmar-bridge", "Altmar bridge", PICTURE_PLACE_BRIDGE, {6500, 7200}, 60},
    {"point-304", "Point 304", PICTURE_PLACE_POINT, {3100, 8600}, 0},
    {"point-271", "Point 271", PICTURE_PLACE_POINT, {8900, 5900}, 0},
    {"altmar", "Altmar", PICTURE_PLACE_TOWN, {5300, 6600}, 700},
    {"hasel", "Hasel", PICTURE_PLACE_TOWN, {1200, 9800}, 400},
    {"kraehenholz", "Krähenholz", PICTURE_PLACE_WOODS, {2500, 10900}, 900},
    {"rauwald", "Rauwald", PICTURE_PLACE_WOODS, {2000, 4100}, 1200},
    {"south-ford", "South ford", PICTURE_PLACE_FORD, {6400, 4900}, 40},
    {"sorn", "Sorn", PICTURE_PLACE_TOWN, {9500, 10100}, 350},
    {"north", "North", PICTURE_PLACE_HILL, {4000, 11000}, 300},
};

static const OrderTypeName types[] = {
    {(char *) "Ameise", (char *) "Ameisen", 'A'},
    {(char *) "Grauwolf", (char *) "Grauwolf", 'G'},
    {(char *) "Löwe", (char *) "Löwen", 'L'},
    {(char *) "Stier", (char *) "Stiere", 'S'},
    {(char *) "Dinosauria", (char *) "Dinosauria", 'D'},
};

static OrderBook *
make_book (const char *language, float width_m, float height_m, const OrderSpeech *speech)
{
  static const char *const texts[] = {"The gate is shut.", "Hold the Altmar bridge", NULL};
  g_auto (OrderPhrases) phrases, english;
  OrderMachine *machines = make_machines();
  OrderBook *book;

  fixture_phrases (&phrases, language);
  fixture_phrases (&english, "en");
  if (!g_str_equal (language, "en"))
    order_phrases_add_fallback (&phrases, &english);
  book = order_book_new_speaking (machines, G_N_ELEMENTS (squadron), places,
                                  G_N_ELEMENTS (places), types, G_N_ELEMENTS (types), width_m,
                                  height_m, texts, &phrases, speech);
  for (guint i = 0; i < G_N_ELEMENTS (squadron); i++)
    g_free (machines[i].id);
  g_free (machines);
  return book;
}

OrderBook *
fixture_book_of_size (float width_m, float height_m)
{
  return fixture_book_in ("en", width_m, height_m);
}

OrderBook *
fixture_book_in (const char *language, float width_m, float height_m)
{
  return make_book (language, width_m, height_m, NULL);
}

OrderBook *
fixture_book_speaking (const OrderSpeech *speech)
{
  return fixture_book_in_speaking ("en", speech);
}

OrderBook *
fixture_book_in_speaking (const char *language, const OrderSpeech *speech)
{
  return make_book (language, 13000, 12000, speech);
}

OrderBook *
fixture_book (void)
{
  return fixture_book_of_size (13000, 12000);
}

/* ---- Picture -------------------------------------------------------------------------------- */

static void
add_track (PictureView *view, guint32 number, SimTypeIndex type, guint16 count, BaseVec at,
           SimTick seen)
{
  view->tracks[view->n_tracks++] = (PictureTrack){
      .number = number,
      .type = type,
      .type_confidence = 0.9f,
      .count = count,
      .count_exact = TRUE,
      .how = SIM_HOW_SEEN,
      .t_first = seen,
      .t_seen = seen,
      .t_heard = seen,
      .position = at,
      .major_m = 180,
      .minor_m = 90,
      .n_sources = 1,
      .sources = {{2, 1}},
  };
}

static void
add_own (PictureView *view, guint index)
{
  PictureOwn *own = &view->own[index];

  own->id = (SimUnitId){index, 1};
  own->platoon = (guint8) squadron[index].platoon;
  own->activity = SIM_ACTIVITY_HOLDING;
  own->t_word = own->t_fix = own->t_ammunition = own->t_parts = SIM_SECONDS (590);
  own->fix = base_vec (3000 + 250 * (float) index, 5000 + 120 * (float) index);
  own->ghost = own->fix;
  own->fix_error_m = 20;
  own->ammunition = 30;
  own->energy_percent = 70;
  memset (own->parts, 255, sizeof own->parts);
}

PictureView *
fixture_view (void)
{
  PictureView *view = g_new0 (PictureView, 1);

  view->now = SIM_SECONDS (600);
  view->n_own = G_N_ELEMENTS (squadron);
  for (guint i = 0; i < view->n_own; i++)
    add_own (view, i);
  add_track (view, 1, 0, 3, base_vec (7300, 10200), SIM_SECONDS (420));
  add_track (view, 2, 0, 6, base_vec (7600, 6100), SIM_SECONDS (591));
  add_track (view, 3, 2, 8, base_vec (8100, 7400), SIM_SECONDS (562));
  add_track (view, 7, 1, 4, base_vec (6100, 9200), SIM_SECONDS (586));
  add_track (view, 12, SIM_TYPE_UNKNOWN, 1, base_vec (6200, 5300), SIM_SECONDS (594));
  return view;
}

static void
paint (PictureSheet *sheet, float x0, float y0, float x1, float y1, PictureCover cover)
{
  for (int row = 0; row < sheet->rows; row++)
    for (int column = 0; column < sheet->columns; column++) {
      float x = ((float) column + 0.5f) * sheet->cell_m, y = ((float) row + 0.5f) * sheet->cell_m;

      if (x >= x0 && x < x1 && y >= y0 && y < y1)
        sheet->covers[row * sheet->columns + column] = (guint8) cover;
    }
}

static void
raise_hill (PictureSheet *sheet, BaseVec top, float radius_m, float height_m)
{
  for (int row = 0; row < sheet->rows; row++)
    for (int column = 0; column < sheet->columns; column++) {
      BaseVec at =
          base_vec (((float) column + 0.5f) * sheet->cell_m, ((float) row + 0.5f) * sheet->cell_m);
      float distance = base_vec_distance (at, top);

      if (distance < radius_m)
        sheet->heights_m[row * sheet->columns + column] += height_m * (1 - distance / radius_m);
    }
}

PictureSheet *
fixture_sheet (void)
{
  PictureSheet *sheet = picture_sheet_new (13000, 12000, 50);
  const BaseVec road[] = {{0, 6100}, {4000, 6600}, {6500, 7200}, {13000, 8400}};
  const BaseVec river[] = {{6500, 12000}, {6500, 0}};
  const BaseVec cliff[] = {{9000, 11500}, {11000, 11500}};
  const BaseVec mines[] = {{9000, 10000}, {10000, 10000}, {10000, 11000}, {9000, 11000}};
  const BaseVec disc = {10500, 3500};

  for (int i = 0; i < sheet->columns * sheet->rows; i++)
    sheet->heights_m[i] = 120;
  paint (sheet, 0, 0, 13000, 12000, PICTURE_COVER_OPEN);
  paint (sheet, 1000, 3000, 3000, 5000, PICTURE_COVER_WOODS);
  paint (sheet, 6400, 0, 6600, 12000, PICTURE_COVER_WATER);
  paint (sheet, 6400, 7150, 6600, 7250, PICTURE_COVER_BRIDGE);
  paint (sheet, 6400, 4850, 6600, 4950, PICTURE_COVER_FORD);
  raise_hill (sheet, base_vec (3100, 8600), 1500, 160);
  paint (sheet, 11000, 10000, 12000, 11000, PICTURE_COVER_RUBBLE);
  picture_sheet_add_line (sheet, PICTURE_LINE_CLIFF, cliff, G_N_ELEMENTS (cliff), 0);
  picture_sheet_add_minefield (sheet, mines, G_N_ELEMENTS (mines), 0);
  picture_sheet_add_minefield (sheet, &disc, 1, 200);
  picture_sheet_add_line (sheet, PICTURE_LINE_ROAD, road, G_N_ELEMENTS (road), 4);
  picture_sheet_add_line (sheet, PICTURE_LINE_RIVER, river, G_N_ELEMENTS (river), 60);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    picture_sheet_add_place (sheet, &places[i]);
  return sheet;
}

void
order_fixture_set_up (OrderFixture *fixture, gconstpointer data)
{
  fixture->book = fixture_book ();
  fixture->view = fixture_view ();
}

void
order_fixture_tear_down (OrderFixture *fixture, gconstpointer data)
{
  order_book_unref (fixture->book);
  g_free (fixture->view);
}
