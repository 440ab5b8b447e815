/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Voices that were chosen: in a battle at once, on the page of the preferences, and never mixed up.  What is
 * said is watched by the linker's --wrap; nothing needs to sound.  */
#include "app/handler-locale.h"
#include "app/radio-router.h"
#include "app/voice-examples.h"
#include "ui/handler-window.h"
#include "ui/preferences/handler-preferences.h"
#include "ui/preferences/handler-voices.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define LIMIT_S 60

static struct {
  VoiceProfile profile;
  char *text;
  gboolean dry;
  guint n; /* utterances */
  guint64 cut;
} said;

void __wrap_voice_radio_say (VoiceRadio *radio, const VoiceUtterance *utterance);
void __wrap_voice_radio_cut (VoiceRadio *radio, guint64 id);

void
__wrap_voice_radio_say (VoiceRadio *radio, const VoiceUtterance *utterance)
{
  said.profile = *utterance->profile;
  said.dry = utterance->dry;
  g_set_str (&said.text, utterance->text);
  said.n++;
}

void
__wrap_voice_radio_cut (VoiceRadio *radio, guint64 id)
{
  said.cut = id;
}

static GSettings *
settings_new (void)
{
  GSettings *settings = g_settings_new ("io.github.handlerone.HandlerOne");

  g_settings_reset (settings, "voices");
  g_settings_reset (settings, "voice-accent");
  g_settings_reset (settings, "voice-rate");
  g_settings_reset (settings, "voice-spread");
  return settings;
}

static void
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
spin (gboolean (*condition) (void))
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds_once (LIMIT_S, late_cb, &late);

  while (!condition () && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (id);
  return !late;
}

/* ---- What was chosen and what it makes --------------------------------------------------------- */

static guint
find (const VoiceProfile *profiles, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (profiles[i].id, id))
      return i;
  g_error ("nobody is called %s", id);
}

static void
assert_all_differ (const VoiceProfile *profiles, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %d %d", profiles[i].voice,
                                                            profiles[i].pitch, profiles[i].rate)));
}

/* Nothing chosen, or nothing that can be: as the story has it, to the last number.  */
static void
test_nothing (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("first-link", NULL);
  gsize size = (scenario_battle_n_members (scenario) + 2) * sizeof (VoiceProfile);
  g_autofree VoiceProfile *own = radio_router_make_profiles (scenario, "en", NULL);
  g_autofree VoiceProfile *same = radio_router_make_profiles (scenario, "en", settings);
  g_autofree VoiceProfile *hostile = NULL;
  g_autofree char *long_name = g_strnfill (100000, 'm');
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  g_assert_cmpmem (own, size, same, size);
  g_variant_builder_add (&builder, "{ss}", "undertaker", "../../etc/passwd");
  g_variant_builder_add (&builder, "{ss}", "wehrwolf", long_name);
  g_variant_builder_add (&builder, "{ss}", "falke", "");
  g_variant_builder_add (&builder, "{ss}", "nobody of this name", "m1");
  g_settings_set_value (settings, "voices", g_variant_builder_end (&builder));
  g_settings_set_string (settings, "voice-accent", "jpx/ja");
  hostile = radio_router_make_profiles (scenario, "en", settings);
  g_assert_cmpmem (own, size, hostile, size);
  /* Another choice leaves what means nothing here, for a version that knows it.  */
  handler_voices_set (settings, "falke", "f1");
  g_assert_cmpstr (handler_voices_get (settings, "falke"), ==, "f1");
  {
    g_autoptr (GVariant) value = g_settings_get_value (settings, "voices");

    g_assert_cmpuint (g_variant_n_children (value), ==, 4);
  }
}

static void
test_chosen (void)
{
  static const char *const languages[][2] = {{"en", "gmw/en-US+f1"}, {"ja", "jpx/ja+f1"}};
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("first-link", NULL);
  guint n = scenario_battle_n_members (scenario) + 2;

  for (guint i = 0; i < n - 2; i++)
    handler_voices_set (settings, scenario_battle_get_member (scenario, i)->machine.id, "f1");
  g_settings_set_uint (settings, "voice-spread", 50);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree VoiceProfile *profiles
        = radio_router_make_profiles (scenario, languages[i][0], settings);

    g_assert_cmpstr (profiles[find (profiles, n, "undertaker")].voice, ==, languages[i][1]);
    g_assert_cmpstr (profiles[find (profiles, n, "desk")].voice, !=, languages[i][1]);
    assert_all_differ (profiles, n);
  }
  g_settings_set_string (settings, "voice-accent", VOICE_ACCENT_MIXED);
  {
    g_autofree VoiceProfile *profiles = radio_router_make_profiles (scenario, "en", settings);

    assert_all_differ (profiles, n);
    g_assert_true (g_str_has_suffix (profiles[0].voice, "+f1"));
  }
}

/* ---- In a battle ------------------------------------------------------------------------------- */

static guint n_before;

static gboolean
is_said (void)
{
  return said.n > n_before;
}

static void
assert_next_rate (EngineBattle *battle, int percent)
{
  ScenarioBattle *scenario = engine_battle_get_scenario (battle);
  g_autofree VoiceProfile *own = radio_router_make_profiles (scenario, "en", NULL);
  guint n = scenario_battle_n_members (scenario) + 2, i;

  n_before = said.n;
  g_assert_true (spin (is_said));
  i = find (own, n, said.profile.id);
  g_assert_cmpint (said.profile.rate, ==, own[i].rate * percent / 100);
}

static void
test_at_once (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", NULL);
  g_autoptr (VoiceRadio) silent = voice_radio_new (VOICE_SINK_FAKE, NULL);
  EngineOptions options = {
    .seed = scenario_battle_get_seed (scenario), .staff = STAFF_GOOD, .language = "en"};
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineBattle) battle = engine_battle_new (scenario, &options, &error);
  g_autoptr (RadioRouter) router = NULL;

  g_assert_no_error (error);
  router = radio_router_new_for_battle (silent, battle, settings);
  engine_battle_set_speed (battle, 20);
  engine_battle_set_paused (battle, FALSE);
  assert_next_rate (battle, 100);
  g_settings_set_uint (settings, "voice-rate", 120);
  assert_next_rate (battle, 120);
  g_settings_reset (settings, "voice-rate");
  assert_next_rate (battle, 100);
  engine_battle_shutdown (battle);
  g_clear_object (&router);
  voice_radio_shutdown (silent);
}

/* ---- On the page ------------------------------------------------------------------------------- */

static AdwComboRow *
find_row (GtkWidget *widget, const char *title)
{
  AdwComboRow *found = NULL;

  if (ADW_IS_COMBO_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_COMBO_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static gboolean
hear (GtkWidget *page, const char *speaker)
{
  guint before = said.n;

  gtk_widget_activate_action (page, "voices.hear", "s", speaker);
  return said.n == before + 1;
}

static void
check_hearing (GtkWidget *page, GSettings *settings)
{
  g_assert_true (hear (page, "undertaker"));
  g_assert_cmpstr (said.profile.voice, ==, "gmw/en-US+m3");
  g_assert_cmpstr (said.text, ==, "I'm at echo zero four keypad one.");
  g_assert_false (said.dry);
  adw_combo_row_set_selected (find_row (page, "Undertaker"), 9);
  g_assert_cmpstr (handler_voices_get (settings, "undertaker"), ==, "f1");
  said.cut = 0;
  g_assert_true (hear (page, "undertaker"));
  g_assert_cmpstr (said.profile.voice, ==, "gmw/en-US+f1");
  g_assert_cmpuint (said.cut, !=, 0); /* the example before */
  g_settings_set_string (settings, "speech-language", "de");
  g_assert_true (hear (page, "desk"));
  g_assert_true (said.dry);
  g_assert_cmpstr (said.profile.voice, ==, "gmw/de+m3");
  g_assert_false (hear (page, "nobody"));
  g_settings_reset (settings, "speech-language");
}

static void
check_settings_are_shown (GtkWidget *page, GSettings *settings)
{
  AdwComboRow *row = find_row (page, "Wehrwolf");

  handler_voices_set (settings, "wehrwolf", "m8");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 8);
  handler_voices_set (settings, "wehrwolf", "of a later version");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_null (handler_voices_get (settings, "wehrwolf"));
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (handler_voices_get (settings, "wehrwolf"), ==, "m2");
  adw_combo_row_set_selected (row, 0);
  g_assert_null (handler_voices_get (settings, "wehrwolf"));
}

static VoiceRadio *radio;

static gboolean
is_heard (void)
{
  return voice_radio_get_available (radio);
}

static void
test_page (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  GtkWidget *page;

  radio = voice_radio_new (VOICE_SINK_FAKE, NULL);
  page = g_object_ref_sink (GTK_WIDGET (voice_examples_page_new (radio, settings, NULL)));
  g_assert_true (spin (is_heard));
  g_assert_nonnull (find_row (page, "Accent of Pilots"));
  g_assert_nonnull (find_row (page, "Operator desk"));
  g_assert_nonnull (find_row (page, "Kirschblüte"));
  g_assert_nonnull (find_row (page, "Third Platoon · 4"));
  check_hearing (page, settings);
  check_settings_are_shown (page, settings);
  /* Nobody wonders why nothing is heard.  */
  voice_radio_set_muted (radio, TRUE);
  g_assert_false (hear (page, "undertaker"));
  voice_radio_set_muted (radio, FALSE);
  g_assert_true (hear (page, "undertaker"));
  g_object_unref (page);
  voice_radio_shutdown (radio);
  g_clear_object (&radio);
}

/* Whose battle is on is there first, and not twice.  */
static void
test_battle_page (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", NULL);
  GtkWidget *page;

  radio = voice_radio_new (VOICE_SINK_FAKE, NULL);
  page = g_object_ref_sink (GTK_WIDGET (voice_examples_page_new (radio, settings, scenario)));
  g_assert_nonnull (find_row (page, "Kestrel"));
  g_assert_nonnull (find_row (page, "Undertaker"));
  g_object_unref (page);
  voice_radio_shutdown (radio);
  g_clear_object (&radio);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, handler_locale_dir ());
  adw_init ();
  handler_ui_init ();
  g_test_add_func ("/app/voices/nothing", test_nothing);
  g_test_add_func ("/app/voices/chosen", test_chosen);
  g_test_add_func ("/app/voices/at-once", test_at_once);
  g_test_add_func ("/app/voices/page", test_page);
  g_test_add_func ("/app/voices/battle-page", test_battle_page);
  return g_test_run ();
}
