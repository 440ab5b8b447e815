/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language the voices speak, and that what they say is heard.  */
#include "app/radio-router.h"
#include "app/speech-language.h"
#include "voice/voice-synthesis.h"

#include "mo-writer.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static char *folder; /* of catalogues */

static void
write_catalogues (void)
{
  /* The last one has words and no voice.  */
  static const char *const languages[] = {"de", "ja", "zz"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    MoWriter *writer = mo_writer_new (languages[i], NULL);

    mo_writer_add (writer, "report", "No contact.",
                   i == 0 ? "Kein Kontakt, niemand zu sehen." : "接触なし。");
    mo_writer_add (writer, "speech", "No contact.",
                   i == 0 ? "Kein Kontakt, niemand zu sehen." : "せっしょく なし。");
    mo_writer_save (writer, folder);
  }
  bindtextdomain (GETTEXT_PACKAGE, folder);
}

static void
check_language (const char *setting, const char *expected)
{
  g_autofree char *language = handler_speech_language (setting);

  g_assert_cmpstr (language, ==, expected);
}

static void
test_language (void)
{
  check_language ("", "en");
  check_language (NULL, "en");
  check_language ("de", "de");
  check_language ("ja", "ja");
  check_language ("en", "en");
  check_language ("fr", "en"); /* a voice and no words */
  check_language ("zz", "en"); /* words and no voice */
  check_language ("rubbish/..", "en");
  mo_use_language (folder, "ja");
  check_language ("", "ja");
  check_language ("de", "de");
  check_language ("en", "en");
  mo_use_language (folder, "zz");
  check_language ("", "en");
  g_setenv ("LANGUAGE", "C", TRUE);
  setlocale (LC_ALL, "C");
}

static void
test_languages (void)
{
  g_auto (GStrv) languages = handler_spoken_languages ();
  g_autofree char *joined = g_strjoinv (" ", languages);

  g_assert_cmpstr (joined, ==, "de en ja");
}

/* Everyone on the net, the handler and the desk too; each as different as before.  */
static void
test_profiles (void)
{
  static const char *const languages[][2] = {{"de", "gmw/de+"}, {"ja", "jpx/ja+"}, {"en", "gmw/en"}};
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("first-link", &error);
  guint n;

  g_assert_no_error (error);
  n = scenario_battle_n_members (scenario);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree VoiceProfile *profiles = radio_router_make_profiles (scenario, languages[i][0], NULL);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint k = 0; k < n + 2; k++) {
      g_assert_true (g_str_has_prefix (profiles[k].voice, languages[i][1]));
      g_hash_table_add (seen, g_strdup_printf ("%s %d %d", profiles[k].voice, profiles[k].pitch,
                                               profiles[k].rate));
    }
    g_assert_cmpuint (g_hash_table_size (seen), ==, n + 2);
    g_assert_cmpstr (profiles[n].id, ==, "handler");
    g_assert_cmpstr (profiles[n + 1].id, ==, "desk");
  }
}

/* From the report to the sound: the words of the catalogue by the voice of its language.  */
static void
check_heard (ScenarioBattle *scenario, const char *language, const char *words_expected)
{
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (language);
  g_autoptr (OrderBook) book = scenario_battle_speech_book (scenario, "en", messages, NULL);
  g_autofree VoiceProfile *profiles = radio_router_make_profiles (scenario, language, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VoiceSynthesis) synthesis = voice_synthesis_acquire (&error);
  g_autoptr (VoicePcm) pcm = NULL;
  SimWords words = {.phrase = SIM_PHRASE_STATUS_NO_CONTACT};
  g_autofree char *said = order_render_words (book, &words, NULL, TRUE);

  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, words_expected);
  pcm = voice_synthesis_speak (synthesis, &profiles[0], said, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (voice_pcm_get_rms (pcm, 0, pcm->n_samples), >, 0.03);
  g_assert_cmpfloat (voice_pcm_get_seconds (pcm), >, 0.4);
}

static void
test_heard (void)
{
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", NULL);

  check_heard (scenario, "de", "Kein Kontakt, niemand zu sehen.");
  check_heard (scenario, "ja", "せっしょく なし。");
  check_heard (scenario, "en", "No contact.");
}

int
main (int argc, char **argv)
{
  int failures;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("speech-app-XXXXXX", NULL);
  write_catalogues ();
  g_test_add_func ("/app/speech/language", test_language);
  g_test_add_func ("/app/speech/languages", test_languages);
  g_test_add_func ("/app/speech/profiles", test_profiles);
  g_test_add_func ("/app/speech/heard", test_heard);
  failures = g_test_run ();
  mo_remove_folder (folder);
  return failures;
}
