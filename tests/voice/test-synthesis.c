/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speech: audible, cached, distinct, safe against any text; and the process's locale untouched. */
#include "voice/voice-synthesis.h"

#include "voice/voice-cache.h"
#include "voice/voice-error.h"
#include "voice/voice-language.h"
#include "voice/voice-text.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define SENTENCE "Contact, four tanks at golf zero four, moving south"

static void
test_clean_text (void)
{
  static const struct {
    const char *text;
    const char *clean;
  } cases[] = {
      {"Contact, golf zero four.", "Contact, golf zero four."},
      {"  a \t\n b  ", "a b"},
      {"<speak>x</speak>", "speak x /speak"},
      {"a\001b\177c", "a b c"},
      {"[[h@loU]]", "h loU"},
      {"one ▒▒▒ two", "one two"},
      {"Kirschblüte", "Kirschblüte"},
      {"a\u202eb\u200bc", "a b c"},
      {"...", ""},
      {"", ""},
      {"bad \xff\xfe bytes", "bad bytes"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *clean = voice_text_clean (cases[i].text);

    g_assert_cmpstr (clean, ==, cases[i].clean);
  }
}

static void
test_clean_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append (text, "höher ");
  clean = voice_text_clean (text->str);
  g_assert_cmpint (g_utf8_strlen (clean, -1), <=, VOICE_TEXT_MAX_CHARS);
  g_assert_cmpint (g_utf8_strlen (clean, -1), >, VOICE_TEXT_MAX_CHARS - 10);
  g_assert_true (g_str_has_suffix (clean, "höher"));
}

static void
test_profiles (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  VoiceProfile a, b;

  voice_profile_for_id (&a, "undertaker");
  voice_profile_for_id (&b, "undertaker");
  g_assert_cmpstr (a.voice, ==, b.voice);
  g_assert_cmpint (a.pitch, ==, b.pitch);
  g_assert_cmpint (a.rate, ==, b.rate);
  for (int i = 0; i < 24; i++) {
    g_autofree char *id = g_strdup_printf ("third-%d", i);

    voice_profile_for_id (&a, id);
    g_assert_cmpint (a.rate, >=, VOICE_RATE_MIN);
    g_hash_table_add (seen, g_strdup_printf ("%s %d %d", a.voice, a.pitch, a.rate));
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 24);
  voice_profile_for_id (&a, "handler");
  voice_profile_for_id (&b, "desk");
  g_assert_cmpstr (a.voice, !=, b.voice);
}

static void
test_profile_from_data (void)
{
  VoiceProfile profile;

  g_assert_true (voice_profile_init (&profile, "x", "gmw/en-US+m3", 900, -4, 1, 40));
  g_assert_cmpint (profile.pitch, ==, 100);
  g_assert_cmpint (profile.range, ==, 0);
  g_assert_cmpint (profile.rate, ==, VOICE_RATE_MIN);
  g_assert_cmpfloat (profile.gain_db, <=, 6.0);
  g_assert_false (voice_profile_init (&profile, "x", "../../etc/passwd", 50, 50, 160, 0));
  g_assert_false (voice_profile_init (&profile, "x", "/etc/passwd", 50, 50, 160, 0));
  g_assert_false (voice_profile_init (&profile, "x", "", 50, 50, 160, 0));
  g_assert_false (voice_profile_init (&profile, "x", NULL, 50, 50, 160, 0));
}

static void
test_languages (void)
{
  static const struct {
    const char *language, *voice, *spoken;
  } cases[] = {
      {"ja", "gmw/en-US+m3", "jpx/ja+m3"},
      {"ja_JP.UTF-8", "gmw/en-US+f2", "jpx/ja+f2"},
      {"de", "gmw/en-GB-x-rp+f2", "gmw/de+f2"},
      {"de_AT", "gmw/en+m1", "gmw/de+m1"},
      {"fr", "gmw/en+m1", "roa/fr+m1"},
      {"es", "gmw/en", "roa/es"},
      {"pt_BR", "gmw/en+m1", "roa/pt-BR+m1"},
      {"pt", "gmw/en+m1", "roa/pt+m1"},
      {"sr@latin", "gmw/en+m1", "zls/sr+m1"},
      {"en", "gmw/en-GB-x-rp+f2", "gmw/en-GB-x-rp+f2"},
      {"en_US", "gmw/en-GB-x-rp+f2", "gmw/en-GB-x-rp+f2"},
      {"de", "jpx/ja+m7", "gmw/de+m7"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    VoiceProfile profile;

    g_assert_true (voice_profile_init (&profile, "x", cases[i].voice, 61, 33, 177, -3));
    g_assert_true (voice_language_is_spoken (cases[i].language));
    g_assert_true (voice_profile_set_language (&profile, cases[i].language));
    g_assert_cmpstr (profile.voice, ==, cases[i].spoken);
    g_assert_cmpint (profile.pitch, ==, 61);
    g_assert_cmpint (profile.range, ==, 33);
    g_assert_cmpint (profile.rate, ==, 177);
  }
}

static void
test_unknown_languages (void)
{
  static const char *const languages[] = {"xx", "", "C", "_", "xx_DE", "ja/../de", "endless"};
  VoiceProfile profile;

  voice_profile_for_id (&profile, "handler");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_assert_false (voice_language_is_spoken (languages[i]));
    g_assert_false (voice_profile_set_language (&profile, languages[i]));
    g_assert_cmpstr (profile.voice, ==, "gmw/en-GB-x-rp+f2");
  }
}

static void
test_cache (void)
{
  g_autoptr (VoiceCache) cache = voice_cache_new (100000);
  g_autoptr (VoicePcm) pcm = voice_pcm_new (8000, 10000); /* 40 kB: two fit */
  g_autoptr (VoicePcm) huge = voice_pcm_new (8000, 100000);
  VoicePcm *found;

  voice_cache_insert (cache, "a", pcm);
  voice_cache_insert (cache, "b", pcm);
  found = voice_cache_lookup (cache, "a"); /* now b is the oldest */
  g_assert_true (found == pcm);
  voice_pcm_unref (found);
  voice_cache_insert (cache, "c", pcm);
  g_assert_null (voice_cache_lookup (cache, "b"));
  found = voice_cache_lookup (cache, "a");
  g_assert_nonnull (found);
  voice_pcm_unref (found);
  g_assert_cmpuint (voice_cache_get_bytes (cache), <=, 100000);
  voice_cache_insert (cache, "huge", huge);
  g_assert_null (voice_cache_lookup (cache, "huge"));
}

static VoiceSynthesis *
acquire (void)
{
  g_autoptr (GError) error = NULL;
  VoiceSynthesis *synthesis = voice_synthesis_acquire (&error);

  g_assert_no_error (error);
  return synthesis;
}

static VoicePcm *
speak (VoiceSynthesis *synthesis, const char *speaker, const char *text, double target_s)
{
  g_autoptr (GError) error = NULL;
  VoiceProfile profile;
  VoicePcm *pcm;

  voice_profile_for_id (&profile, speaker);
  pcm = voice_synthesis_speak (synthesis, &profile, text, target_s, &error);
  g_assert_no_error (error);
  return pcm;
}

/* (transfer full): in seconds; `pitch` makes it another sentence for the cache. */
static double
seconds_of (VoiceSynthesis *synthesis, const char *voice, int pitch, int rate, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoicePcm) pcm = NULL;
  VoiceProfile profile;

  g_assert_true (voice_profile_init (&profile, "x", voice, pitch, 50, rate, 0));
  pcm = voice_synthesis_speak (synthesis, &profile, text, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (voice_pcm_get_rms (pcm, 0, pcm->n_samples), >, 0.03);
  return voice_pcm_get_seconds (pcm);
}

/* Nothing of one language is left in the next: a sentence takes as long before as after. */
static void
test_language_changes (void)
{
  static const struct {
    const char *voice;
    int rate;
    const char *text;
  } languages[] = {
      {"gmw/en-US+m3", 150, SENTENCE},
      {"jpx/ja+m3", 190, "せっしょく、 てき よん、 ゴルフ ゼロ よん、 みなみ へ いどう ちゅう。"},
      {"gmw/de+m3", 170, "Kontakt, vier Panzer bei Golf null vier, Richtung Süden"},
      /* This one has a speed of its own. */
      {"zle/uk+m3", 210, "Контакт, чотири танки, гольф нуль чотири, рухаються на південь"},
  };
  double first[G_N_ELEMENTS (languages)];

  /* Each alone in a fresh synthesiser. */
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (VoiceSynthesis) synthesis = acquire();

    first[i] = seconds_of (synthesis, languages[i].voice, 40, languages[i].rate, languages[i].text);
  }
  for (guint step = 1; step < G_N_ELEMENTS (languages); step++) {
    g_autoptr (VoiceSynthesis) synthesis = acquire();

    for (guint i = 0; i < 3 * G_N_ELEMENTS (languages); i++) {
      guint which = (i * step + i / G_N_ELEMENTS (languages)) % G_N_ELEMENTS (languages);
      double seconds = seconds_of (synthesis, languages[which].voice, 40 + (int)i,
                                   languages[which].rate, languages[which].text);

      g_test_message ("%s: %.3f s, %.3f s", languages[which].voice, first[which], seconds);
      g_assert_cmpfloat (fabs (seconds - first[which]), <, 0.04 * first[which]);
    }
  }
}

/* Better no sound than kana read by an English voice; a variant is not worth that. */
static void
test_missing_voices (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  g_autoptr (GError) error = NULL;
  VoiceProfile profile;

  g_assert_true (voice_profile_init (&profile, "x", "jpx/none+m3", 50, 50, 170, 0));
  g_assert_null (voice_synthesis_speak (synthesis, &profile, "せっしょく", 0, &error));
  g_assert_error (error, VOICE_ERROR, VOICE_ERROR_NO_SPEECH);
  seconds_of (synthesis, "jpx/ja+unheard", 50, 170, "せっしょく なし。");
  seconds_of (synthesis, "gmw/en-XX+unheard", 50, 170, SENTENCE);
}

static void
test_audible (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  g_autoptr (VoicePcm) pcm = speak (synthesis, "undertaker", SENTENCE, 0);
  g_autoptr (VoicePcm) word = speak (synthesis, "undertaker", "Contact", 0);

  g_assert_cmpfloat (voice_pcm_get_rms (pcm, 0, pcm->n_samples), >, 0.03);
  g_assert_cmpfloat (voice_pcm_get_peak (pcm), <=, 0.91);
  /* Nine words at two to four a second. */
  g_assert_cmpfloat (voice_pcm_get_seconds (pcm), >, 9 / 4.0);
  g_assert_cmpfloat (voice_pcm_get_seconds (pcm), <, 9 / 2.0);
  g_assert_cmpfloat (voice_pcm_get_seconds (word), <, voice_pcm_get_seconds (pcm) / 3);
  /* It begins at once: what is said must follow the event. */
  g_assert_cmpfloat (voice_pcm_get_rms (pcm, 0, pcm->rate / 10), >, 0.005);
}

static void
test_cached (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  g_autoptr (VoicePcm) first = NULL;
  g_autoptr (VoicePcm) second = NULL;
  g_autoptr (VoicePcm) found = NULL;
  VoiceProfile profile;

  voice_profile_for_id (&profile, "wehrwolf");
  g_assert_null (voice_synthesis_lookup (synthesis, &profile, SENTENCE, 0));
  first = speak (synthesis, "wehrwolf", SENTENCE, 0);
  second = speak (synthesis, "wehrwolf", SENTENCE, 0);
  found = voice_synthesis_lookup (synthesis, &profile, "  " SENTENCE " \n", 0);
  g_assert_true (first == second);
  g_assert_true (first == found);
}

static void
test_loudness_is_common (void)
{
  static const char *const ids[] = {"undertaker", "wehrwolf", "kirschbluete", "desk", "handler"};
  g_autoptr (VoiceSynthesis) synthesis = acquire();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (VoicePcm) pcm = speak (synthesis, ids[i], SENTENCE, 0);

    g_assert_cmpfloat (voice_pcm_get_rms (pcm, 0, pcm->n_samples), >, 0.06);
    g_assert_cmpfloat (voice_pcm_get_rms (pcm, 0, pcm->n_samples), <, 0.12);
  }
}

static void
test_voices_differ (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  g_autoptr (VoicePcm) a = speak (synthesis, "undertaker", SENTENCE, 0);
  g_autoptr (VoicePcm) b = speak (synthesis, "kirschbluete", SENTENCE, 0);
  gsize n = MIN (a->n_samples, b->n_samples);
  double difference = 0;

  for (gsize i = 0; i < n; i++)
    difference += (a->samples[i] - b->samples[i]) * (a->samples[i] - b->samples[i]);
  g_assert_cmpfloat (sqrt (difference / (double)n), >, 0.05);
}

static int
fit (double natural_s, double target_s)
{
  VoiceProfile profile = {.rate = 160};

  return voice_synthesis_fit_rate (&profile, natural_s, target_s);
}

static void
test_fit_rate (void)
{
  g_assert_cmpint (fit (3.0, 0.0), ==, 160);
  g_assert_cmpint (fit (3.0, 3.05), ==, 160);
  g_assert_cmpint (fit (3.0, NAN), ==, 160);
  for (double target = 0.5; target < 20; target += 0.25) {
    int rate = fit (4.0, target);

    g_assert_cmpint (rate, >=, 136);
    g_assert_cmpint (rate, <=, 184);
    if (target < 3.8)
      g_assert_cmpint (rate, >, 160);
    if (target > 4.2)
      g_assert_cmpint (rate, <, 160);
  }
}

/* Whatever rate a person chooses: what must be said in its air time takes no longer than it did. */
static void
test_slower_keeps_air_time (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  VoiceProfile own, slow, fast;

  voice_profile_for_id (&own, "wehrwolf");
  slow = fast = own;
  voice_profile_set_manner (&slow, 80, 100);
  voice_profile_set_manner (&fast, 130, 100);
  for (double air_s = 1.0; air_s < 6.0; air_s += 0.5) {
    g_autoptr (VoicePcm) by_himself = voice_synthesis_speak (synthesis, &own, SENTENCE, air_s, NULL);
    g_autoptr (VoicePcm) slower = voice_synthesis_speak (synthesis, &slow, SENTENCE, air_s, NULL);
    g_autoptr (VoicePcm) faster = voice_synthesis_speak (synthesis, &fast, SENTENCE, air_s, NULL);
    double length = voice_pcm_get_seconds (by_himself);

    g_assert_cmpfloat (voice_pcm_get_seconds (slower), <=, MAX (length, air_s) * 1.06);
    g_assert_cmpfloat (voice_pcm_get_seconds (faster), <=, length * 1.03);
  }
  {
    g_autoptr (VoicePcm) by_himself = voice_synthesis_speak (synthesis, &own, SENTENCE, 0, NULL);
    g_autoptr (VoicePcm) slower = voice_synthesis_speak (synthesis, &slow, SENTENCE, 0, NULL);
    g_autoptr (VoicePcm) faster = voice_synthesis_speak (synthesis, &fast, SENTENCE, 0, NULL);

    g_assert_cmpfloat (voice_pcm_get_seconds (slower), >, voice_pcm_get_seconds (by_himself) * 1.1);
    g_assert_cmpfloat (voice_pcm_get_seconds (faster), <, voice_pcm_get_seconds (by_himself) * 0.9);
  }
}

static void
test_choices (void)
{
  VoiceProfile profile, before;

  g_assert_true (voice_profile_init (&profile, "x", "gmw/en-US+m3", 40, 25, 160, 0));
  g_assert_true (voice_profile_set_variant (&profile, "f2"));
  g_assert_cmpstr (profile.voice, ==, "gmw/en-US+f2");
  g_assert_true (voice_profile_set_accent (&profile, "gmw/en-GB-scotland"));
  g_assert_cmpstr (profile.voice, ==, "gmw/en-GB-scotland+f2");
  g_assert_true (voice_profile_set_accent (&profile, VOICE_ACCENT_MIXED));
  voice_profile_for_id (&before, "x");
  *strchr (before.voice, '+') = '\0';
  g_assert_true (g_str_has_prefix (profile.voice, before.voice));
  before = profile;
  g_assert_false (voice_profile_set_variant (&profile, NULL));
  g_assert_false (voice_profile_set_variant (&profile, ""));
  g_assert_false (voice_profile_set_variant (&profile, "../m1"));
  g_assert_false (voice_profile_set_accent (&profile, "jpx/ja"));
  g_assert_false (voice_profile_set_accent (&profile, ""));
  g_assert_cmpmem (&profile, sizeof profile, &before, sizeof before);
  voice_profile_set_manner (&profile, 100, 100);
  g_assert_cmpmem (&profile, sizeof profile, &before, sizeof before);
  voice_profile_set_manner (&profile, 100000, -5);
  g_assert_cmpint (profile.rate, ==, 160 * VOICE_RATE_PERCENT_MAX / 100);
  g_assert_cmpint (profile.pitch, ==, 45);
}

/* Everybody with the same voice can still be told from the others; who was alone stays as he is. */
static void
test_set_apart (void)
{
  VoiceProfile profiles[26];
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    voice_profile_init (&profiles[i], "x", "gmw/en-US+m3", 50, 50, i == 0 ? 100 : 170, 0);
  voice_profiles_set_apart (profiles, G_N_ELEMENTS (profiles));
  g_assert_cmpint (profiles[0].pitch, ==, 50);
  for (guint i = 1; i < G_N_ELEMENTS (profiles); i++) {
    g_assert_cmpint (profiles[i].pitch, >=, 0);
    g_assert_cmpint (profiles[i].pitch, <=, 100);
    g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (profiles[i].pitch)));
  }
}

static void
test_fits_air_time (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  g_autoptr (VoicePcm) natural = speak (synthesis, "undertaker", SENTENCE, 0);
  double length = voice_pcm_get_seconds (natural);
  g_autoptr (VoicePcm) shorter = speak (synthesis, "undertaker", SENTENCE, length * 0.9);
  g_autoptr (VoicePcm) longer = speak (synthesis, "undertaker", SENTENCE, length * 1.1);
  g_autoptr (VoicePcm) shortest = speak (synthesis, "undertaker", SENTENCE, length / 10);

  g_assert_cmpfloat_with_epsilon (voice_pcm_get_seconds (shorter), length * 0.9, length * 0.06);
  g_assert_cmpfloat_with_epsilon (voice_pcm_get_seconds (longer), length * 1.1, length * 0.06);
  g_assert_cmpfloat (voice_pcm_get_seconds (shortest), >, length * 0.78); /* no chipmunk */
}

static void
test_hostile_text (void)
{
  static const char *const texts[] = {
      "<speak><audio src=\"/etc/passwd\"/></speak>",
      "[[;;;]]",
      "\001100s fast",
      "%s%n%d{}${HOME}`id`",
      "９９９ 漢字 かな",
      "\xc3\x28\xff",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      "a",
  };
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  VoiceProfile profile;

  voice_profile_for_id (&profile, "x");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (VoicePcm) pcm = voice_synthesis_speak (synthesis, &profile, texts[i], 0, &error);

    if (pcm == NULL)
      g_assert_error (error, VOICE_ERROR, VOICE_ERROR_TEXT);
  }
}

static void
test_nothing_to_say (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  g_autoptr (GError) error = NULL;
  VoiceProfile profile;

  voice_profile_for_id (&profile, "x");
  g_assert_null (voice_synthesis_speak (synthesis, &profile, "▒▒▒ ...", 0, &error));
  g_assert_error (error, VOICE_ERROR, VOICE_ERROR_TEXT);
}

static void
test_unknown_voice (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  g_autoptr (GError) error = NULL;
  g_autoptr (VoicePcm) pcm = NULL;
  VoiceProfile profile;

  g_assert_true (voice_profile_init (&profile, "x", "gmw/en-nowhere+m9", 50, 50, 160, 0));
  pcm = voice_synthesis_speak (synthesis, &profile, SENTENCE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (voice_pcm_get_rms (pcm, 0, pcm->n_samples), >, 0.03);
}

/* Many threads at once: espeak-ng alone would crash. */
static gpointer
speaking_thread (gpointer data)
{
  VoiceSynthesis *synthesis = data;

  for (int i = 0; i < 8; i++) {
    g_autofree char *text = g_strdup_printf ("Position golf %d", i);
    g_autoptr (VoicePcm) pcm = speak (synthesis, i % 2 ? "a" : "b", text, 0);

    g_assert_cmpuint (pcm->n_samples, >, 1000);
  }
  return NULL;
}

static void
test_many_threads (void)
{
  g_autoptr (VoiceSynthesis) synthesis = acquire();
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, speaking_thread, synthesis);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
never_called (VoicePcm *pcm, const GError *error, gpointer data)
{
  g_assert_not_reached();
}

static void
count_freed (gpointer data)
{
  (*(guint *)data)++;
}

static void
test_cancel (void)
{
  g_autoptr (GMainContext) context = g_main_context_new();
  VoiceSynthesis *synthesis = acquire();
  VoiceProfile profile;
  guint freed = 0;

  voice_profile_for_id (&profile, "x");
  for (int i = 0; i < 20; i++) {
    g_autofree char *text = g_strdup_printf (SENTENCE " %d", i);

    voice_synthesis_request (synthesis, &profile, text, 0, context, never_called, &freed,
                             count_freed);
  }
  voice_synthesis_cancel (synthesis, context);
  g_assert_cmpuint (freed, >=, 15);
  voice_synthesis_release (synthesis);
}

static void
test_locale_untouched (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_CTYPE, NULL));

  g_assert_cmpstr (setlocale (LC_CTYPE, "C"), ==, "C");
  {
    g_autoptr (VoiceSynthesis) synthesis = acquire();
    g_autoptr (VoicePcm) pcm = speak (synthesis, "undertaker", SENTENCE, 0);

    g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C");
  }
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C");
  setlocale (LC_CTYPE, before);
}

static void
test_no_data (void)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("HANDLER_ONE_ESPEAK_DATA", "/nonexistent", TRUE);
  g_assert_null (voice_synthesis_acquire (&error));
  g_assert_error (error, VOICE_ERROR, VOICE_ERROR_NO_SPEECH);
  g_unsetenv ("HANDLER_ONE_ESPEAK_DATA");
  voice_synthesis_release (acquire());
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voice/synthesis/languages", test_languages);
  g_test_add_func ("/voice/synthesis/unknown-languages", test_unknown_languages);
  g_test_add_func ("/voice/synthesis/language-changes", test_language_changes);
  g_test_add_func ("/voice/synthesis/missing-voices", test_missing_voices);
  g_test_add_func ("/voice/text/clean", test_clean_text);
  g_test_add_func ("/voice/text/long", test_clean_long_text);
  g_test_add_func ("/voice/profile/derived", test_profiles);
  g_test_add_func ("/voice/profile/data", test_profile_from_data);
  g_test_add_func ("/voice/cache", test_cache);
  g_test_add_func ("/voice/synthesis/audible", test_audible);
  g_test_add_func ("/voice/synthesis/cached", test_cached);
  g_test_add_func ("/voice/synthesis/loudness", test_loudness_is_common);
  g_test_add_func ("/voice/synthesis/voices-differ", test_voices_differ);
  g_test_add_func ("/voice/synthesis/fit-rate", test_fit_rate);
  g_test_add_func ("/voice/synthesis/slower-keeps-air-time", test_slower_keeps_air_time);
  g_test_add_func ("/voice/profiles/choices", test_choices);
  g_test_add_func ("/voice/profiles/set-apart", test_set_apart);
  g_test_add_func ("/voice/synthesis/fits-air-time", test_fits_air_time);
  g_test_add_func ("/voice/synthesis/hostile-text", test_hostile_text);
  g_test_add_func ("/voice/synthesis/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/voice/synthesis/unknown-voice", test_unknown_voice);
  g_test_add_func ("/voice/synthesis/many-threads", test_many_threads);
  g_test_add_func ("/voice/synthesis/cancel", test_cancel);
  g_test_add_func ("/voice/synthesis/locale", test_locale_untouched);
  g_test_add_func ("/voice/synthesis/no-data", test_no_data);
  return g_test_run();
}
