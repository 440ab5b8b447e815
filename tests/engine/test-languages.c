/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A battle whose orders are typed in another language is the same battle to the last bit.  */
#include "engine/engine-run.h"

#include <glib/gstdio.h>

#define N_ORDERS 6

typedef struct {
  const char *language;
  const char *orders[N_ORDERS];
} Script;

static const guint times_s[N_ORDERS] = {5, 12, 40, 70, 110, 140};

static const Script english = {
    "en",
    {"Kestrel, scout Point 12 via E04, carefully", "First Platoon, move to Mill Ford, fast, facing north",
     "all units, report ammunition", "Heron and Plover, hold at West Wood, facing north-east",
     "First Platoon, expect Gallows Hill, possible, from the north",
     "all units, fall back to Depot via E03, at once"}};

static const Script others[] = {
    {"de",
     {"Kestrel, klär Point 12 über E04 auf, vorsichtig",
      "Erster Zug, rückt nach Mill Ford vor, schnell, Blick nach Norden",
      "alle Einheiten, Munition melden", "Heron und Plover, bei West Wood halten, Front nach Nordost",
      "1. Zug, rechnet mit Gallows Hill, vielleicht, aus dem Norden",
      "an alle, zieht euch sofort zum Depot über E03 zurück"}},
    {"fr",
     {"Kestrel, reconnaissez Point 12 par E04, prudemment",
      "Premier peloton, avancez vers Mill Ford, vite, face au nord",
      "toutes les unités, rendez compte, munitions",
      "Heron et Plover, tenez à West Wood, face au nord-est",
      "1er peloton, attention à Gallows Hill, peut-être, venant du nord",
      "à tous, repliez-vous sur Depot par E03, tout de suite"}},
    {"ja",
     {"Kestrel、E04経由でPoint 12を偵察、慎重に", "第一小隊、Mill Fordへ前進、急いで、北向き",
      "全機、残弾を報告", "HeronとPlover、West Woodで待機、北東を向いて",
      "第一小隊、北からGallows Hillに警戒、未確認", "全機、E03経由でDepotまで後退、直ちに"}},
};

/* The script as an orders file, which is what the program reads.  */
static GPtrArray *
load_orders (const Script *script)
{
  g_autoptr (GString) text =
      g_string_new ("{\"format\": \"handler-one/orders\", \"version\": 1, \"orders\": [");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *orders;
  int file = g_file_open_tmp ("orders-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (file, NULL));
  for (guint i = 0; i < N_ORDERS; i++)
    g_string_append_printf (text, "%s{\"at_s\": %u, \"say\": \"%s\"}", i > 0 ? ", " : "", times_s[i],
                            script->orders[i]);
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  orders = scenario_orders_load (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return orders;
}

/* Hash of the world at the end; all orders must have been understood.  */
static guint64
play (ScenarioBattle *scenario, const Script *script)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrderBook) book = scenario_battle_book (scenario, script->language, &error);
  g_autoptr (GPtrArray) orders = load_orders (script);
  g_autoptr (EngineRun) run = NULL;
  EngineRunOptions options = engine_run_options_default (scenario);
  guint64 hash = 0;

  g_assert_no_error (error);
  options.orders = orders;
  options.book = book;
  options.staff = STAFF_NONE;
  run = engine_run (scenario, &options, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < run->problems->len; i++)
    g_error ("%s: %s", script->language, (char *) g_ptr_array_index (run->problems, i));
  g_assert_true (engine_run_hash (scenario, &options, &hash, &error));
  g_assert_no_error (error);
  return hash;
}

static guint64
play_without (ScenarioBattle *scenario)
{
  g_autoptr (GError) error = NULL;
  EngineRunOptions options = engine_run_options_default (scenario);
  guint64 hash = 0;

  options.staff = STAFF_NONE;
  g_assert_true (engine_run_hash (scenario, &options, &hash, &error));
  g_assert_no_error (error);
  return hash;
}

static void
test_same_battle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  guint64 expected;

  g_assert_no_error (error);
  expected = play (scenario, &english);
  /* The orders do something.  */
  g_assert_cmphex (expected, !=, play_without (scenario));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmphex (play (scenario, &others[i]), ==, expected);
}

/* English is understood in every language.  */
static void
test_english_everywhere (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  guint64 expected;

  g_assert_no_error (error);
  expected = play (scenario, &english);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    Script script = english;

    script.language = others[i].language;
    g_assert_cmphex (play (scenario, &script), ==, expected);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/languages/same-battle", test_same_battle);
  g_test_add_func ("/engine/languages/english-everywhere", test_english_everywhere);
  return g_test_run ();
}
