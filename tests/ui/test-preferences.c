/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of the language of speech: what it offers, and that it is the setting.  */
#include "ui/preferences/handler-preferences.h"

#include "handler-resources.h"
#include "mo-writer.h"

#include <libintl.h>
#include <string.h>

static char *folder; /* of catalogues */

static void
write_catalogue (const char *language, const char *name)
{
  MoWriter *writer = mo_writer_new (language, NULL);

  if (name != NULL)
    mo_writer_add (writer, "name of this language", "English", name);
  mo_writer_save (writer, folder);
}

static void
check_key (GSettings *settings, const char *expected)
{
  g_autofree char *value = g_settings_get_string (settings, "speech-language");

  g_assert_cmpstr (value, ==, expected);
}

static void
test_language_of_speech (void)
{
  static const char *const expected[] = {"As the window", "Deutsch", "English", "日本語", "pt_BR"};
  static const char *const codes[] = {"", "de", "en", "ja", "pt_BR", NULL};
  g_autoptr (GSettings) settings = g_settings_new ("io.github.handlerone.HandlerOne");
  HandlerPreferences *preferences =
      g_object_ref_sink (handler_preferences_new (settings, &codes[1]));
  AdwComboRow *row = ADW_COMBO_ROW (gtk_widget_get_template_child (
      GTK_WIDGET (preferences), HANDLER_TYPE_PREFERENCES, "speech_language"));
  GListModel *model = adw_combo_row_get_model (row);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), i), ==, expected[i]);
    adw_combo_row_set_selected (row, i);
    check_key (settings, codes[i]);
  }
  g_settings_set_string (settings, "speech-language", "ja");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 3);
  /* What is not offered (any more) is shown as what it comes to at first.  */
  g_settings_set_string (settings, "speech-language", "fr");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  check_key (settings, "fr");
  g_object_unref (preferences);
}

static AdwSwitchRow *
find_switch (GtkWidget *widget, const char *title)
{
  AdwSwitchRow *found = NULL;

  if (ADW_IS_SWITCH_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_SWITCH_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_switch (child, title);
  return found;
}

/* Each row is one word of the key; a word that is not known here stays.  */
static void
test_pauses (void)
{
  static const char *const codes[] = {NULL};
  static const char *const before[] = {"wait", "of a later version", NULL};
  g_autoptr (GSettings) settings = g_settings_new ("io.github.handlerone.HandlerOne");
  HandlerPreferences *preferences;
  GtkWidget *group;
  g_auto (GStrv) after = NULL;

  g_settings_set_strv (settings, "pause-on", before);
  preferences = g_object_ref_sink (handler_preferences_new (settings, codes));
  group = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (preferences),
                                                     HANDLER_TYPE_PREFERENCES, "pause_events"));
  g_assert_true (adw_switch_row_get_active (find_switch (group, "Order waits over 15 seconds")));
  g_assert_false (adw_switch_row_get_active (find_switch (group, "Emergency")));
  adw_switch_row_set_active (find_switch (group, "Emergency"), TRUE);
  adw_switch_row_set_active (find_switch (group, "Order waits over 15 seconds"), FALSE);
  after = g_settings_get_strv (settings, "pause-on");
  g_assert_cmpuint (g_strv_length (after), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) after, "emergency"));
  g_assert_true (g_strv_contains ((const char *const *) after, "of a later version"));
  g_settings_reset (settings, "pause-on");
  g_assert_false (adw_switch_row_get_active (find_switch (group, "Emergency")));
  g_object_unref (preferences);
}

static AdwExpanderRow *
find_expander (GtkWidget *widget, const char *title)
{
  AdwExpanderRow *found = NULL;

  if (ADW_IS_EXPANDER_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_EXPANDER_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_expander (child, title);
  return found;
}

static GtkRange *
find_range (GtkWidget *widget)
{
  GtkRange *found = GTK_IS_RANGE (widget) ? GTK_RANGE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_range (child);
  return found;
}

/* What is heard beside speech: each has its switch and its volume, and they are the settings.  */
static void
test_layers (void)
{
  static const char *const codes[] = {NULL};
  static const char *const rows[][3] = {
    {"The Link Itself", "sound-bed", "sound-bed-volume"},
    {"Breath and Heart", "sound-breath", "sound-breath-volume"},
    {"Voices of the Legion", "sound-legion", "sound-legion-volume"},
    {"Sounds of the Console", "sound-console", "sound-console-volume"},
  };
  g_autoptr (GSettings) settings = g_settings_new ("io.github.handlerone.HandlerOne");
  HandlerPreferences *preferences = g_object_ref_sink (handler_preferences_new (settings, codes));
  GtkWidget *group = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (preferences), HANDLER_TYPE_PREFERENCES, "layers"));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    AdwExpanderRow *row = find_expander (group, rows[i][0]);
    GtkRange *volume;

    g_assert_nonnull (row);
    g_assert_true (adw_expander_row_get_enable_expansion (row));
    adw_expander_row_set_enable_expansion (row, FALSE);
    g_assert_false (g_settings_get_boolean (settings, rows[i][1]));
    g_settings_reset (settings, rows[i][1]);
    g_assert_true (adw_expander_row_get_enable_expansion (row));
    volume = find_range (GTK_WIDGET (row));
    g_assert_nonnull (volume);
    gtk_range_set_value (volume, 0.25);
    g_assert_cmpfloat (g_settings_get_double (settings, rows[i][2]), ==, 0.25);
    g_settings_reset (settings, rows[i][2]);
  }
  g_object_unref (preferences);
}

static void
voices_cb (HandlerPreferences *preferences, guint *n)
{
  ++*n;
}

/* Where nobody speaks there is nothing to choose, and it is said.  */
static void
test_voices (void)
{
  static const char *const spoken[] = {"en", NULL}, *const none[] = {NULL};
  g_autoptr (GSettings) settings = g_settings_new ("io.github.handlerone.HandlerOne");

  for (guint i = 0; i < 2; i++) {
    HandlerPreferences *preferences
        = g_object_ref_sink (handler_preferences_new (settings, i == 0 ? spoken : none));
    AdwActionRow *row = ADW_ACTION_ROW (gtk_widget_get_template_child (
        GTK_WIDGET (preferences), HANDLER_TYPE_PREFERENCES, "voices"));
    guint n = 0;

    g_signal_connect (preferences, "voices", G_CALLBACK (voices_cb), &n);
    g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)) == (i == 0));
    g_assert_true ((strstr (adw_action_row_get_subtitle (row), "no speech") != NULL) == (i == 1));
    adw_action_row_activate (row);
    g_assert_cmpuint (n, ==, 1);
    g_object_unref (preferences);
  }
}

int
main (int argc, char **argv)
{
  int failures;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_register_resource ();
  folder = g_dir_make_tmp ("speech-preferences-XXXXXX", NULL);
  write_catalogue ("de", "Deutsch");
  write_catalogue ("ja", "日本語");
  write_catalogue ("pt_BR", NULL);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  g_test_add_func ("/ui/preferences/language-of-speech", test_language_of_speech);
  g_test_add_func ("/ui/preferences/pauses", test_pauses);
  g_test_add_func ("/ui/preferences/layers", test_layers);
  g_test_add_func ("/ui/preferences/voices", test_voices);
  failures = g_test_run ();
  mo_remove_folder (folder);
  return failures;
}
