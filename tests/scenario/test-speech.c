/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Battles in other languages than the window's: which there are, and what a file says of its own.  */
#include "scenario/scenario.h"

#include "orders/order-message.h"

#include "mo-writer.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

static char *folder; /* of catalogues */

/* ---- Languages ------------------------------------------------------------------------------ */

static void
write_catalogues (void)
{
  static const char *const languages[] = {"de", "ja", "pt"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    MoWriter *writer = mo_writer_new (languages[i], NULL);

    mo_writer_add (writer, "report", "No contact.", languages[i]);
    if (strcmp (languages[i], "ja") == 0) {
      mo_writer_add (writer, "speech", "Kestrel", "ケストレル");
      mo_writer_add (writer, "speech", "Sedge Mill", "セッジ ミル");
      mo_writer_add (writer, "scenarios/training.json:/terrain/places/0/name", "Sedge Mill",
                     "セッジ水車");
      mo_writer_add (writer, "scenarios/training.json:/objectives/0/title", "Hold the ford",
                     "渡河点を保持せよ");
    }
    mo_writer_save (writer, folder);
  }
}

static void
write_damaged (const char *language, const char *content)
{
  g_autofree char *place = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (place, "handler-one.mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static const char *
language_of (const char *wanted, const char **text)
{
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (wanted);
  const char *language = g_intern_string (order_catalogue_get_language (messages));

  *text = g_intern_string (order_message (messages, ORDER_ALOUD, "report", "No contact."));
  return language;
}

static void
test_languages (void)
{
  static const char *const wanted[][3] = {
      {"de", "de", "de"},          {"ja", "ja", "ja"},
      {"pt", "pt", "pt"},          {"pt_BR", "pt", "pt"},
      {"de_AT.UTF-8", "de", "de"}, {"en", "en", "No contact."},
      {"en_GB", "en", "No contact."}, {"xx", "en", "No contact."},
      {"", "en", "No contact."},   {"../de", "en", "No contact."},
      {"sv", "en", "No contact."}, {"C", "en", "No contact."},
  };
  g_auto (GStrv) languages = NULL;
  g_autofree char *joined = NULL;

  write_damaged ("sv", "no catalogue");
  languages = scenario_languages ();
  joined = g_strjoinv (" ", languages);
  g_assert_cmpstr (joined, ==, "de en ja pt sv");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    const char *text;

    g_assert_cmpstr (language_of (wanted[i][0], &text), ==, wanted[i][1]);
    g_assert_cmpstr (text, ==, wanted[i][2]);
  }
}

static void
test_window_language (void)
{
  g_autofree char *english = scenario_window_language ();
  g_autofree char *german = NULL, *unknown = NULL, *plain = NULL;

  g_assert_cmpstr (english, ==, "en");
  mo_use_language (folder, "de");
  german = scenario_window_language ();
  g_assert_cmpstr (german, ==, "de");
  mo_use_language (folder, "fi");
  unknown = scenario_window_language ();
  g_assert_cmpstr (unknown, ==, "en");
  /* In the locale "C" gettext does not look at LANGUAGE.  */
  g_setenv ("LANGUAGE", "de", TRUE);
  setlocale (LC_ALL, "C");
  plain = scenario_window_language ();
  g_assert_cmpstr (plain, ==, "en");
}

/* ---- Books ---------------------------------------------------------------------------------- */

static void
check_said (ScenarioBattle *battle, const char *language, SimPhrase phrase, const char *said)
{
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (language);
  g_autoptr (GError) error = NULL;
  g_autoptr (OrderBook) book = scenario_battle_speech_book (battle, "en", messages, &error);
  SimWords words = {.phrase = (guint16) phrase};
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = order_render_words (book, &words, NULL, TRUE);
  g_assert_cmpstr (text, ==, said);
}

static char *
place_written (ScenarioBattle *battle, const char *language)
{
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (language);
  g_autoptr (OrderBook) book = scenario_battle_speech_book (battle, "en", messages, NULL);

  return g_strdup (order_book_place (book, 0)->name);
}

static void
test_built_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = scenario_battle_load ("training", &error);
  g_autofree char *japanese = NULL, *english = NULL;

  g_assert_no_error (error);
  japanese = place_written (battle, "ja");
  english = place_written (battle, "en");
  g_assert_cmpstr (japanese, ==, "セッジ水車");
  g_assert_cmpstr (english, ==, "Sedge Mill");
  check_said (battle, "ja", SIM_PHRASE_SCENARIO_TEXT, "渡河点を保持せよ");
  check_said (battle, "ja", SIM_PHRASE_SILENT_OTHER, "ケストレル does not answer.");
  check_said (battle, "en", SIM_PHRASE_SILENT_OTHER, "Kestrel does not answer.");
}

/* A file of the user's: its own words come first, by sound before as they are written.  */
static void
test_own_texts (void)
{
  g_autofree char *original = g_build_filename (scenario_data_dir (), "scenarios/training.json",
                                                NULL);
  g_autofree char *path = g_build_filename (folder, "own.json", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = NULL;
  g_autofree char *japanese = NULL, *brazilian = NULL;

  g_file_get_contents (original, &content, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (content);
  g_assert_cmpuint (
      g_string_replace (
          changed, "\"id\": \"training\",",
          "\"id\": \"own\", \"texts\": {"
          " \"ja\": {\"/objectives/0/title\": \"守れ\", \"/terrain/places/0/name\": \"村\"},"
          " \"ja@speech\": {\"/objectives/0/title\": \"まもれ\","
          "   \"/squadron/platoons/0/members/0/call_sign\": \"ケス\"},"
          " \"pt\": {\"/terrain/places/0/name\": \"Moinho\"},"
          " \"fi\": {\"/objectives/0/title\": \"Pida kahlaamo\"}},",
          1),
      ==, 1);
  g_file_set_contents (path, changed->str, -1, &error);
  g_assert_no_error (error);
  battle = scenario_battle_load (path, &error);
  g_assert_no_error (error);

  check_said (battle, "ja", SIM_PHRASE_SCENARIO_TEXT, "まもれ");
  check_said (battle, "ja", SIM_PHRASE_SILENT_OTHER, "ケス does not answer.");
  check_said (battle, "de", SIM_PHRASE_SCENARIO_TEXT, "Hold the ford");
  check_said (battle, "fi", SIM_PHRASE_SCENARIO_TEXT, "Hold the ford"); /* no words in Finnish */
  japanese = place_written (battle, "ja");
  brazilian = place_written (battle, "pt_BR");
  g_assert_cmpstr (japanese, ==, "村");
  g_assert_cmpstr (brazilian, ==, "Moinho");
}

/* Orders can be typed with the names on the map and with those of the file.  */
static void
test_both_names (void)
{
  g_autoptr (ScenarioBattle) battle = scenario_battle_load ("training", NULL);
  g_autoptr (OrderCatalogue) messages = scenario_language_messages ("ja");
  g_autoptr (OrderBook) book = scenario_battle_speech_book (battle, "en", messages, NULL);
  static const char *const texts[] = {"Kestrel, move to Sedge Mill", "Kestrel, move to セッジ水車"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (OrderReading) reading = order_parse (book, NULL, NULL, texts[i]);

    g_assert_cmpint (reading->problem, ==, ORDER_OK);
    g_assert_cmpint (reading->command.target.kind, ==, SIM_TARGET_PLACE);
    g_assert_cmpuint (reading->command.target.number, ==, 0);
    g_assert_cmpstr (reading->canonical, ==, "Kestrel, move to セッジ水車");
  }
}

int
main (int argc, char **argv)
{
  int failures;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("speech-languages-XXXXXX", NULL);
  write_catalogues ();
  bindtextdomain (GETTEXT_PACKAGE, folder);
  g_test_add_func ("/scenario/speech/languages", test_languages);
  g_test_add_func ("/scenario/speech/built-in", test_built_in);
  g_test_add_func ("/scenario/speech/own-texts", test_own_texts);
  g_test_add_func ("/scenario/speech/both-names", test_both_names);
  g_test_add_func ("/scenario/speech/window-language", test_window_language);
  failures = g_test_run ();
  mo_remove_folder (folder);
  return failures;
}
