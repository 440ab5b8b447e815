/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voices speak one language, the window shows another; and the battle knows of neither.
 *
 * usage: test-engine-speech [LANGUAGE CATALOGUE.mo]  */
#include "engine/engine-caption.h"
#include "engine/engine-player.h"
#include "engine/engine-run.h"
#include "scenario/scenario-truth.h"

#include "mo-writer.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static char *folder; /* of catalogues */

static void
write_catalogues (void)
{
  static const char *const languages[] = {"de", "ja"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    const char *language = languages[i];
    MoWriter *writer = mo_writer_new (language, NULL);
    gboolean german = strcmp (language, "de") == 0;

    mo_writer_add (writer, "report", "{order}.", german ? "{order}!" : "{order}。");
    mo_writer_add (writer, "report", "Contact, {contact}, {grid}, halted.",
                   german ? "Kontakt, {contact}, {grid}, steht." : "{contact}、{grid}、停止。");
    mo_writer_add (writer, "order on the air", "{who}, {action}",
                   german ? "{who}: {action}" : "{who}、{action}");
    mo_writer_add (writer, "order on the air", "move to {target}",
                   german ? "nach {target} gehen" : "{target}へ移動");
    mo_writer_add (writer, "speech", "zero", german ? "null" : "ゼロ");
    mo_writer_add (writer, "scenarios/training.json:/terrain/places/0/name", "Sedge Mill",
                   german ? "Seggenmühle" : "セッジ水車");
    mo_writer_add (writer, "scenarios/training.json:/events/0/message",
                   "The drill has begun. Scouts are reported north of the river.",
                   german ? "Die Übung hat begonnen." : "演習開始。");
    mo_writer_save (writer, folder);
  }
}

/* The language of the window; "" is English.  */
static void
set_window (const char *language)
{
  if (*language != '\0') {
    mo_use_language (folder, language);
    return;
  }
  g_setenv ("LANGUAGE", "C", TRUE);
  setlocale (LC_ALL, "C");
  bindtextdomain (GETTEXT_PACKAGE, folder);
}

/* ---- Captions ------------------------------------------------------------------------------- */

typedef struct {
  Player *player;
  ScenarioBattle *scenario;
  OrderBook *written, *english, *german, *japanese;
  GPtrArray *languages; /* of each caption as it began: interned */
  GPtrArray *spoken;    /* what was said: owned */
} Watch;

static OrderBook *
book_in (ScenarioBattle *scenario, const char *language)
{
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (language);
  g_autoptr (GError) error = NULL;
  OrderBook *book = scenario_battle_speech_book (scenario, "en", messages, &error);

  g_assert_no_error (error);
  return book;
}

static OrderBook *
book_of (Watch *watch, const char *language)
{
  if (strcmp (language, "de") == 0)
    return watch->german;
  return strcmp (language, "ja") == 0 ? watch->japanese : watch->english;
}

/* On every caption as it begins: the words of both languages, to the letter.  */
static void
caption_cb (EngineBattle *battle, EngineCaption *caption, Watch *watch)
{
  const char *language = engine_caption_get_spoken_language (caption);
  const SimCommand *command = engine_caption_get_command (caption);
  g_autofree char *said = NULL, *shown = NULL;
  SimWords words;

  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE)
    return;
  words = *engine_caption_get_words (caption);
  g_assert_cmpstr (language, ==, engine_battle_get_speech_language (battle));
  g_ptr_array_add (watch->languages, (gpointer) language);
  g_ptr_array_add (watch->spoken, g_strdup (engine_caption_get_spoken (caption)));
  if (words.phrase == SIM_PHRASE_READ_BACK)
    return; /* its order is another caption's */
  said = order_render_words (book_of (watch, language), &words, command, TRUE);
  shown = order_render_words (watch->written, &words, command, FALSE);
  g_assert_cmpstr (engine_caption_get_spoken (caption), ==, said);
  g_assert_cmpstr (engine_caption_get_text (caption), ==, shown);
}

static void
watch_init (Watch *watch, StaffKind staff)
{
  g_autoptr (GError) error = NULL;
  EngineOptions options;

  watch->scenario = player_load_training ();
  watch->written = scenario_battle_book (watch->scenario, "en", &error);
  g_assert_no_error (error);
  watch->english = book_in (watch->scenario, "en");
  watch->german = book_in (watch->scenario, "de");
  watch->japanese = book_in (watch->scenario, "ja");
  watch->languages = g_ptr_array_new ();
  watch->spoken = g_ptr_array_new_with_free_func (g_free);
  options = player_options (watch->scenario);
  options.staff = staff;
  watch->player = player_new (watch->scenario, &options);
  g_signal_connect (watch->player->battle, "caption", G_CALLBACK (caption_cb), watch);
}

static void
watch_clear (Watch *watch)
{
  player_free (watch->player);
  order_book_unref (watch->written);
  order_book_unref (watch->english);
  order_book_unref (watch->german);
  order_book_unref (watch->japanese);
  g_ptr_array_unref (watch->languages);
  g_ptr_array_unref (watch->spoken);
  scenario_battle_unref (watch->scenario);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

static guint
count_language (Watch *watch, const char *language)
{
  guint n = 0;

  for (guint i = 0; i < watch->languages->len; i++)
    n += strcmp (g_ptr_array_index (watch->languages, i), language) == 0;
  return n;
}

static gboolean
has_said (Watch *watch, const char *piece)
{
  for (guint i = 0; i < watch->spoken->len; i++)
    if (strstr (g_ptr_array_index (watch->spoken, i), piece) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_shown (Watch *watch, const char *piece)
{
  GListModel *captions = engine_battle_get_captions (watch->player->battle);

  for (guint i = 0; i < g_list_model_get_n_items (captions); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);

    if (strstr (engine_caption_get_text (caption), piece) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
say_order (Watch *watch, const char *text)
{
  g_assert_true (engine_battle_say (watch->player->battle, NULL, text, NULL));
}

static void
test_german_voices_in_an_english_window (void)
{
  g_auto (Watch) watch = {0};

  set_window ("");
  watch_init (&watch, STAFF_NONE);
  g_assert_cmpstr (engine_battle_get_speech_language (watch.player->battle), ==, "en");
  engine_battle_set_speech_language (watch.player->battle, "de");
  g_assert_cmpstr (engine_battle_get_speech_language (watch.player->battle), ==, "de");
  say_order (&watch, "Kestrel, move to Sedge Mill");
  engine_battle_set_speed (watch.player->battle, 60);
  player_until_ended (watch.player, 60);
  g_assert_cmpuint (count_language (&watch, "de"), ==, watch.languages->len);
  g_assert_true (has_said (&watch, "Kestrel: nach Seggenmühle gehen!"));
  g_assert_true (has_said (&watch, "Die Übung hat begonnen."));
  g_assert_true (has_said (&watch, " null "));
  g_assert_true (has_shown (&watch, "Kestrel, move to Sedge Mill."));
  g_assert_true (has_shown (&watch, "The drill has begun."));
}

static void
test_english_voices_in_a_german_window (void)
{
  g_auto (Watch) watch = {0};

  set_window ("de");
  watch_init (&watch, STAFF_NONE);
  g_assert_cmpstr (engine_battle_get_speech_language (watch.player->battle), ==, "de");
  engine_battle_set_speech_language (watch.player->battle, "en");
  say_order (&watch, "Kestrel, move to Seggenmühle");
  engine_battle_set_speed (watch.player->battle, 60);
  player_until_ended (watch.player, 60);
  g_assert_cmpuint (count_language (&watch, "en"), ==, watch.languages->len);
  g_assert_true (has_said (&watch, "Kestrel, move to Sedge Mill."));
  g_assert_true (has_said (&watch, "The drill has begun."));
  g_assert_false (has_said (&watch, "Segge"));
  g_assert_true (has_shown (&watch, "Kestrel: nach Seggenmühle gehen!"));
  g_assert_true (has_shown (&watch, "Die Übung hat begonnen."));
  set_window ("");
}

static gboolean
has_captions (Player *player, gpointer data)
{
  return player->captions_ended >= GPOINTER_TO_UINT (data);
}

/* What was said stays said; what comes is in the new language.  */
static void
test_switched_in_mid_battle (void)
{
  g_auto (Watch) watch = {0};
  guint n_german, n_english;
  g_autofree char *first = NULL;
  g_autoptr (EngineCaption) caption = NULL;

  set_window ("");
  watch_init (&watch, STAFF_GOOD);
  engine_battle_set_speech_language (watch.player->battle, "de");
  engine_battle_set_speed (watch.player->battle, 60);
  player_until (watch.player, 60, has_captions, GUINT_TO_POINTER (3));
  n_german = watch.languages->len;
  g_assert_cmpuint (count_language (&watch, "de"), ==, n_german);
  caption = g_list_model_get_item (engine_battle_get_captions (watch.player->battle), 0);
  first = g_strdup (engine_caption_get_spoken (caption));

  engine_battle_set_speech_language (watch.player->battle, "ja");
  player_until (watch.player, 60, has_captions, GUINT_TO_POINTER (8));
  g_assert_cmpuint (count_language (&watch, "de"), ==, n_german);
  g_assert_cmpuint (count_language (&watch, "ja"), >=, 1);
  g_assert_cmpstr (engine_caption_get_spoken (caption), ==, first);
  g_assert_cmpstr (engine_caption_get_spoken_language (caption), ==, "de");

  /* No such words: English; nothing: the window's.  */
  engine_battle_set_speech_language (watch.player->battle, "xx");
  g_assert_cmpstr (engine_battle_get_speech_language (watch.player->battle), ==, "en");
  engine_battle_set_speech_language (watch.player->battle, "ja_JP.UTF-8");
  g_assert_cmpstr (engine_battle_get_speech_language (watch.player->battle), ==, "ja");
  engine_battle_set_speech_language (watch.player->battle, NULL);
  n_english = count_language (&watch, "en");
  player_until_ended (watch.player, 60);
  g_assert_cmpuint (count_language (&watch, "en"), >, n_english);
}

/* ---- The battle itself ---------------------------------------------------------------------- */

static GPtrArray *
make_orders (void)
{
  static const struct {
    guint at_s;
    const char *say;
  } said[] = {{3, "Kestrel, move to Sedge Mill, fast"},
              {12, "Magpie and Wren, scout to Mill Ford via Sedge Mill"},
              {40, "Second Platoon, attack D03-5, at once"},
              {90, "All units, fall back to Depot"}};
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    ScenarioOrder *order = g_new0 (ScenarioOrder, 1);

    order->at = SIM_SECONDS (said[i].at_s);
    order->say = g_strdup (said[i].say);
    g_ptr_array_add (orders, order);
  }
  return orders;
}

static void
run (const char *id, const char *language, const char *place, guint64 *hash, guint64 *picture)
{
  g_autoptr (GPtrArray) orders = make_orders ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = NULL;
  g_autoptr (EngineRun) battle = NULL;
  g_autofree char *spoken = NULL;
  EngineRunOptions options;

  set_window (language);
  spoken = scenario_window_language ();
  g_assert_cmpstr (spoken, ==, *language != '\0' ? language : "en");
  scenario = scenario_battle_load (id, &error);
  g_assert_no_error (error);
  if (place != NULL)
    g_assert_cmpstr (g_array_index (scenario->places, PicturePlace, 0).name, ==, place);
  options = engine_run_options_default (scenario);
  options.staff = STAFF_GOOD;
  options.orders = place != NULL ? orders : NULL;
  battle = engine_run (scenario, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (battle->problems->len, ==, 0);
  *hash = battle->result.hash;
  *picture = battle->result.picture_hash;
}

/* With the texts of a battle in other languages, and orders in the words of its file.  */
static void
test_same_battle_in_every_language (void)
{
  guint64 english[2], german[2], japanese[2];

  run ("training", "", "Sedge Mill", &english[0], &english[1]);
  run ("training", "de", "Seggenmühle", &german[0], &german[1]);
  run ("training", "ja", "セッジ水車", &japanese[0], &japanese[1]);
  for (guint i = 0; i < 2; i++) {
    g_assert_cmpuint (german[i], ==, english[i]);
    g_assert_cmpuint (japanese[i], ==, english[i]);
  }
  set_window ("");
}

/* The same with one of the program's own translations.  */
static void
test_own_translation (gconstpointer language)
{
  static const char *const ids[] = {"training", "three-hills", "first-link"};

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    guint64 english[2], translated[2];

    run (ids[i], "", NULL, &english[0], &english[1]);
    run (ids[i], language, NULL, &translated[0], &translated[1]);
    g_assert_cmpuint (english[0], ==, translated[0]);
    g_assert_cmpuint (english[1], ==, translated[1]);
  }
  set_window ("");
}

static void
copy_catalogue (const char *language, const char *from)
{
  g_autofree char *place = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_build_filename (place, "handler-one.mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  int failures;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("speech-engine-XXXXXX", NULL);
  if (argc == 3) {
    copy_catalogue (argv[1], argv[2]);
    g_test_add_data_func ("/engine/speech/own-translation", argv[1], test_own_translation);
  } else {
    write_catalogues ();
    g_test_add_func ("/engine/speech/german-voices", test_german_voices_in_an_english_window);
    g_test_add_func ("/engine/speech/german-window", test_english_voices_in_a_german_window);
    g_test_add_func ("/engine/speech/mid-battle", test_switched_in_mid_battle);
    g_test_add_func ("/engine/speech/same-battle", test_same_battle_in_every_language);
  }
  failures = g_test_run ();
  mo_remove_folder (folder);
  return failures;
}
