/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Push to talk: the microphone is there while the key is held, and at no other time; what is said is
 * heard; what is missing is one clear word.  */
#include "voice/voice-capture.h"
#include "voice/voice-listener.h"
#include "voice/voice-phones.h"
#include "voice/voice-recogniser.h"
#include "voice/voice-render.h"

#include <glib/gstdio.h>
#include <string.h>

#define WAIT_US (30 * G_USEC_PER_SEC)

typedef struct {
  VoiceListener *listener;
  guint n_heard, n_failed, n_levels;
  char *words, *message;
  char **unteachable;
} Fixture;

static void
heard_cb (Fixture *fixture, const VoiceHeard *heard)
{
  fixture->n_heard++;
  g_set_str (&fixture->words, heard->n > 0 ? heard->each[0].words : "");
}

static void
failed_cb (Fixture *fixture, const char *message)
{
  fixture->n_failed++;
  g_set_str (&fixture->message, message);
}

static void
level_cb (Fixture *fixture, double rms_db)
{
  g_assert_cmpfloat (rms_db, <=, 0.1);
  fixture->n_levels++;
}

static void
unteachable_cb (Fixture *fixture, char **list)
{
  g_clear_pointer (&fixture->unteachable, g_strfreev);
  fixture->unteachable = g_strdupv (list);
}

static void
set_up (Fixture *fixture, VoiceSourceKind kind, const char *argument)
{
  *fixture = (Fixture){.listener = voice_listener_new (kind, argument)};
  g_signal_connect_swapped (fixture->listener, "heard", G_CALLBACK (heard_cb), fixture);
  g_signal_connect_swapped (fixture->listener, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect_swapped (fixture->listener, "level", G_CALLBACK (level_cb), fixture);
  g_signal_connect_swapped (fixture->listener, "unteachable", G_CALLBACK (unteachable_cb), fixture);
}

static void
tear_down (Fixture *fixture)
{
  voice_listener_shutdown (fixture->listener);
  g_object_unref (fixture->listener);
  g_free (fixture->words);
  g_free (fixture->message);
  g_strfreev (fixture->unteachable);
  g_assert_cmpuint (voice_capture_get_n_open (), ==, 0);
}

/* A capture that is not let go ends by itself after VOICE_CAPTURE_MOST_S: sooner than that. */
#define CLOSE_US ((VOICE_CAPTURE_MOST_S - 8) * G_USEC_PER_SEC)

#define WAIT_FOR(condition) WAIT_WITHIN (condition, WAIT_US)
#define WAIT_WITHIN(condition, limit_us)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 limit = g_get_monotonic_time () + (limit_us);                                            \
    while (!(condition)) {                                                                         \
      g_assert_cmpint (g_get_monotonic_time (), <, limit);                                         \
      g_main_context_iteration (NULL, FALSE);                                                      \
      g_usleep (2000);                                                                             \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

/* ---- The microphone -------------------------------------------------------------------------- */

static void
test_only_while_held (void)
{
  Fixture fixture;

  set_up (&fixture, VOICE_SOURCE_FACTORY, "audiotestsrc");
  g_assert_cmpuint (voice_capture_get_n_open (), ==, 0);
  for (guint i = 1; i <= 3; i++) {
    guint levels = fixture.n_levels;

    g_assert_true (voice_listener_begin (fixture.listener));
    g_assert_true (voice_listener_get_capturing (fixture.listener));
    g_assert_false (voice_listener_begin (fixture.listener));
    WAIT_FOR (fixture.n_levels > levels);
    g_assert_cmpuint (voice_capture_get_n_open (), ==, 1);
    voice_listener_end (fixture.listener, FALSE);
    g_assert_false (voice_listener_get_capturing (fixture.listener));
    g_assert_true (voice_listener_get_busy (fixture.listener));
    WAIT_WITHIN (voice_capture_get_n_open () == 0, CLOSE_US);
    WAIT_FOR (fixture.n_heard + fixture.n_failed == i);
    g_assert_false (voice_listener_get_busy (fixture.listener));
  }
  tear_down (&fixture);
}

/* Let go for another reason: nothing is heard, no word of it.  */
static void
test_forgotten (void)
{
  Fixture fixture;

  set_up (&fixture, VOICE_SOURCE_FACTORY, "audiotestsrc");
  g_assert_true (voice_listener_begin (fixture.listener));
  WAIT_FOR (fixture.n_levels > 0);
  voice_listener_end (fixture.listener, TRUE);
  WAIT_WITHIN (voice_capture_get_n_open () == 0, CLOSE_US);
  for (guint i = 0; i < 50; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (2000);
  }
  g_assert_cmpuint (fixture.n_heard + fixture.n_failed, ==, 0);
  tear_down (&fixture);
}

/* Gone while it is held.  */
static void
test_dropped_while_held (void)
{
  Fixture fixture;

  set_up (&fixture, VOICE_SOURCE_FACTORY, "audiotestsrc");
  g_assert_true (voice_listener_begin (fixture.listener));
  WAIT_FOR (voice_capture_get_n_open () == 1);
  voice_listener_shutdown (fixture.listener);
  g_assert_false (voice_listener_begin (fixture.listener));
  WAIT_WITHIN (voice_capture_get_n_open () == 0, CLOSE_US);
  tear_down (&fixture);
}

static void
test_no_microphone (void)
{
  Fixture fixture;

  set_up (&fixture, VOICE_SOURCE_FACTORY, "no-such-source");
  g_assert_true (voice_listener_begin (fixture.listener));
  WAIT_FOR (fixture.n_failed == 1);
  g_assert_false (voice_listener_get_capturing (fixture.listener));
  g_assert_nonnull (strstr (fixture.message, "no-such-source"));
  g_assert_true (voice_listener_begin (fixture.listener));
  WAIT_FOR (fixture.n_failed == 2);
  tear_down (&fixture);
}

/* ---- Words ----------------------------------------------------------------------------------- */

#ifdef TEST_SPEAKS
static const char grammar[] = "#JSGF V1.0;\ngrammar test;\n"
                              "public <order> = kestrel (move to | report | hold) "
                              "(position | golf zero four | ammunition);\n";

static const VoiceWord words[] = {
    {"kestrel", "Kestrel", NULL, TRUE}, {"move", "move", NULL, FALSE},
    {"to", "to", NULL, FALSE},          {"report", "report", NULL, FALSE},
    {"hold", "hold", NULL, FALSE},      {"position", "position", NULL, FALSE},
    {"golf", "golf", NULL, FALSE},      {"zero", "zero", NULL, FALSE},
    {"four", "four", NULL, FALSE},      {"ammunition", "ammunition", NULL, FALSE},
};

static char *
say (const char *text, const char *voice)
{
  g_autofree char *name = g_strdup_printf ("said-%u.wav", g_random_int ());
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  VoiceProfile profile;

  voice_profile_init (&profile, "tester", voice, 50, 50, 140, 0);
  voice_render_to_wav (text, &profile, 0, 0, TRUE, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_heard (void)
{
  g_autofree char *path = say ("Kestrel, move to golf zero four", "gmw/en-US");
  Fixture fixture;

  set_up (&fixture, VOICE_SOURCE_FILE, path);
  voice_listener_set_grammar (fixture.listener, grammar, words, G_N_ELEMENTS (words));
  g_assert_true (voice_listener_begin (fixture.listener));
  WAIT_FOR (fixture.n_levels > 0);
  g_usleep (300000);
  voice_listener_end (fixture.listener, FALSE);
  WAIT_FOR (fixture.n_heard + fixture.n_failed == 1);
  if (voice_recogniser_is_built ())
    g_assert_cmpstr (fixture.words, ==, "kestrel move to golf zero four");
  else
    g_assert_nonnull (strstr (fixture.message, "cannot listen"));
  tear_down (&fixture);
  g_unlink (path);
}

/* Rustling, so loud beside the speech that those who hear it too count less.  */
static void
add_noise (gint16 *samples, gsize n, double level)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize i = 0; i < n; i++)
    samples[i] = (gint16) CLAMP (samples[i] + g_rand_double_range (random, -level, level), -32768, 32767);
}

static VoiceRecogniser *
recogniser_of (const char *jsgf, const VoiceWord *taught, gsize n_taught)
{
  VoiceRecogniser *recogniser = voice_recogniser_new (NULL);

  if (recogniser == NULL)
    return NULL;
  g_assert_null (voice_recogniser_teach (recogniser, taught, n_taught));
  g_assert_true (voice_recogniser_set_grammar (recogniser, jsgf, NULL));
  return recogniser;
}

/* What all hearings heard has the whole share, however much each of them counts.  */
static void
test_shares (void)
{
  static const double levels[] = {0, 30, 300, 1500};
  g_autoptr (VoiceRecogniser) recogniser = recogniser_of (grammar, words, G_N_ELEMENTS (words));
  g_autofree char *path = say ("Kestrel, report ammunition", "gmw/en-US");
  g_autoptr (GArray) samples = voice_capture_file (path, NULL);

  g_unlink (path);
  if (recogniser == NULL) {
    g_test_skip ("this build can not listen");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    g_autofree gint16 *noisy = g_memdup2 (samples->data, samples->len * sizeof *noisy);
    g_auto (VoiceHeard) heard = {0};

    add_noise (noisy, samples->len, levels[i]);
    g_assert_true (voice_recogniser_hear (recogniser, noisy, samples->len, &heard));
    g_assert_cmpuint (heard.n, ==, 1);
    g_assert_cmpstr (heard.each[0].words, ==, "kestrel report ammunition");
    g_assert_cmpfloat_with_epsilon (heard.each[0].share, 1, 1e-9);
  }
}

/* A word that the dictionary lacks is taught as it is said on both sides of the ocean.  */
static void
test_accents (void)
{
  static const char *const voices[] = {"gmw/en", "gmw/en-US"};
  static const char lacking[] = "#JSGF V1.0;\ngrammar test;\n"
                                "public <order> = wehrwolf (overwatch | hold in la bete | withdraw | hold target one);\n";
  static const VoiceWord taught[] = {
      {"wehrwolf", "Wehrwolf", NULL, TRUE}, {"overwatch", "overwatch", NULL, FALSE},
      {"hold", "hold", NULL, FALSE},        {"in", "in", NULL, FALSE},
      {"la", "La", NULL, TRUE},             {"bete", "bete", NULL, TRUE},
      {"withdraw", "withdraw", NULL, FALSE}, {"target", "target", NULL, FALSE},
      {"one", "one", NULL, FALSE},
  };
  g_autoptr (VoiceRecogniser) recogniser = recogniser_of (lacking, taught, G_N_ELEMENTS (taught));

  if (recogniser == NULL) {
    g_test_skip ("this build can not listen");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++) {
    g_autofree char *path = say ("Wehrwolf, overwatch", voices[i]);
    g_autoptr (GArray) samples = voice_capture_file (path, NULL);
    g_auto (VoiceHeard) heard = {0};

    g_assert_true (voice_recogniser_hear (recogniser, (const gint16 *) (gconstpointer) samples->data, samples->len, &heard));
    g_assert_cmpuint (heard.n, >, 0);
    g_assert_cmpstr (heard.each[0].words, ==, "wehrwolf overwatch");
    g_unlink (path);
  }
}
#endif

static void
test_unteachable (void)
{
  static const VoiceWord odd[] = {{"kestrel", "Kestrel", NULL, TRUE},
                                  {"qwx", "", "NO SUCH PHONES", TRUE},
                                  {"falke", "Falke", "F AO L K AH", TRUE}};
  Fixture fixture;

  if (!voice_recogniser_is_built ()) {
    g_test_skip ("this build can not listen");
    return;
  }
  set_up (&fixture, VOICE_SOURCE_FACTORY, "audiotestsrc");
  voice_listener_set_grammar (fixture.listener,
                              "#JSGF V1.0;\ngrammar g;\npublic <order> = kestrel qwx | falke;\n",
                              odd, G_N_ELEMENTS (odd));
  WAIT_FOR (fixture.unteachable != NULL);
  /* Of "kestrel" nobody knows how it sounds where nothing can speak.  */
  g_assert_true (g_strv_contains ((const char *const *) fixture.unteachable, "qwx"));
  g_assert_false (g_strv_contains ((const char *const *) fixture.unteachable, "falke"));
#ifdef TEST_SPEAKS
  g_assert_cmpuint (g_strv_length (fixture.unteachable), ==, 1);
#endif
  tear_down (&fixture);
}

static void
check_phones (const char *mnemonics, const char *american, const char *british)
{
  g_autofree char *in_america = voice_phones_from_mnemonics (mnemonics, FALSE);
  g_autofree char *in_britain = voice_phones_from_mnemonics (mnemonics, TRUE);

  g_assert_cmpstr (in_america, ==, american);
  g_assert_cmpstr (in_britain, ==, british);
}

static void
test_phones (void)
{
  check_phones ("f_'a_f_n_i@3", "F AE F N IH R", "F AE F N IH R");
  check_phones ("s_'I_t_r_E_p", "S IH T R EH P", "S IH T R EH P");
  check_phones ("f_'aa_s_t", "F AE S T", "F AA S T");
  check_phones ("f_'3:_s_t", "F ER S T", "F UH S T");
  check_phones (",oU_v_3_w_'0_tS", "OW V ER W AA CH", "AH UH V AH W AO CH");
  check_phones ("l_,a b_'e@_t", "L AE B EH R T", "L AE B EH R T");
  check_phones ("l_a_<bad>", NULL, NULL);
  check_phones ("", NULL, NULL);
}

/* ---- Files ----------------------------------------------------------------------------------- */

static void
check_file (const char *bytes, gsize n, VoiceError expected)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "odd.wav", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) n, NULL));
  g_assert_null (voice_capture_file (path, &error));
  g_assert_error (error, VOICE_ERROR, (int) expected);
  g_assert_cmpuint (voice_capture_get_n_open (), ==, 0);
  g_unlink (path);
}

static void
test_hostile_files (void)
{
  static const char head[] = "RIFF\x24\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\xff\xff\0\0\0\0\0\0\0\0\0\0\0\0"
                             "data\xff\xff\xff\x7f";
  g_autoptr (GError) error = NULL;

  check_file ("", 0, VOICE_ERROR_SOUND);
  check_file ("hello", 5, VOICE_ERROR_SOUND);
  check_file (head, sizeof head - 1, VOICE_ERROR_SOUND);
  check_file (head, 20, VOICE_ERROR_SOUND);
  g_assert_null (voice_capture_file ("/nowhere/at/all.wav", &error));
  g_assert_error (error, VOICE_ERROR, VOICE_ERROR_READ);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listener/only-while-held", test_only_while_held);
  g_test_add_func ("/listener/forgotten", test_forgotten);
  g_test_add_func ("/listener/dropped-while-held", test_dropped_while_held);
  g_test_add_func ("/listener/no-microphone", test_no_microphone);
#ifdef TEST_SPEAKS
  g_test_add_func ("/listener/heard", test_heard);
  g_test_add_func ("/listener/shares", test_shares);
  g_test_add_func ("/listener/accents", test_accents);
#endif
  g_test_add_func ("/listener/unteachable", test_unteachable);
  g_test_add_func ("/listener/phones", test_phones);
  g_test_add_func ("/listener/hostile-files", test_hostile_files);
  return g_test_run ();
}
