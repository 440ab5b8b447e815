/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of random battles: what is chosen is what is made, and a seed that is none makes
 * nothing.  */
#include "ui/library/handler-random-dialog.h"

#include "handler-resources.h"
#include "scenario/scenario.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static GObject *
child_of (HandlerRandomDialog *dialog, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), HANDLER_TYPE_RANDOM_DIALOG, name);
}

static void
take_path (HandlerRandomDialog *dialog, const char *path, char **taken)
{
  g_set_str (taken, path);
}

static void
test_made (void)
{
  HandlerRandomDialog *dialog = g_object_ref_sink (handler_random_dialog_new ());
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = NULL;

  g_signal_connect (dialog, "made", G_CALLBACK (take_path), &path);
  adw_combo_row_set_selected (ADW_COMBO_ROW (child_of (dialog, "task")), SCENARIO_KIND_RAID);
  adw_combo_row_set_selected (ADW_COMBO_ROW (child_of (dialog, "light")), 3);
  adw_spin_row_set_value (ADW_SPIN_ROW (child_of (dialog, "machines")), 7);
  adw_spin_row_set_value (ADW_SPIN_ROW (child_of (dialog, "odds")), 1.5);
  gtk_editable_set_text (GTK_EDITABLE (child_of (dialog, "seed")), " 77 ");
  g_signal_emit_by_name (child_of (dialog, "make_button"), "clicked");
  g_assert_nonnull (path);
  g_assert_true (g_str_has_prefix (path, scenario_user_dir ()));
  battle = scenario_battle_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scenario_battle_n_people (battle), ==, 7);
  g_assert_nonnull (strstr (path, "/r77-raid-7-15-"));
  g_object_unref (dialog);
}

/* The map grows with the squadron until its size is chosen.  */
static void
test_size (void)
{
  HandlerRandomDialog *dialog = g_object_ref_sink (handler_random_dialog_new ());
  AdwSpinRow *machines = ADW_SPIN_ROW (child_of (dialog, "machines"));
  AdwSpinRow *size = ADW_SPIN_ROW (child_of (dialog, "size"));
  ScenarioRecipe recipe;

  g_assert_cmpfloat (adw_spin_row_get_value (size), ==, 12 + 21 / 2.0);
  adw_spin_row_set_value (machines, 8);
  g_assert_cmpfloat (adw_spin_row_get_value (size), ==, 16);
  adw_spin_row_set_value (size, 30);
  adw_spin_row_set_value (machines, 12);
  g_assert_true (handler_random_dialog_get_recipe (dialog, &recipe));
  g_assert_cmpfloat (recipe.size_km, ==, 30);
  g_assert_cmpuint (recipe.machines, ==, 12);
  g_object_unref (dialog);
}

/* Every task of the command line can be chosen, and is made.  */
static void
test_tasks (void)
{
  HandlerRandomDialog *dialog = g_object_ref_sink (handler_random_dialog_new ());
  AdwComboRow *task = ADW_COMBO_ROW (child_of (dialog, "task"));
  GListModel *tasks = adw_combo_row_get_model (task);

  g_assert_cmpuint (g_list_model_get_n_items (tasks), ==, SCENARIO_N_KINDS);
  for (guint kind = 0; kind < SCENARIO_N_KINDS; kind++) {
    g_autofree char *path = NULL, *part = g_strdup_printf ("-%s-", scenario_kind_name (kind));
    gulong handler = g_signal_connect (dialog, "made", G_CALLBACK (take_path), &path);

    adw_combo_row_set_selected (task, kind);
    g_signal_emit_by_name (child_of (dialog, "make_button"), "clicked");
    g_assert_nonnull (path);
    g_assert_nonnull (strstr (path, part));
    g_signal_handler_disconnect (dialog, handler);
  }
  g_object_unref (dialog);
}

/* The same choices again are the same file, not one more.  */
static void
test_same_file (void)
{
  ScenarioRecipe recipe = scenario_recipe_default (), other = recipe;
  g_autofree char *one = scenario_generate_kept (&recipe, NULL);
  g_autofree char *two = scenario_generate_kept (&recipe, NULL), *three = NULL;

  other.hour = 1;
  three = scenario_generate_kept (&other, NULL);
  g_assert_nonnull (one);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, three);
}

static void
test_bad_seeds (void)
{
  static const char *const seeds[] = {"", "-1", "1.5", "seven", "9007199254740992", "1 2"};
  HandlerRandomDialog *dialog = g_object_ref_sink (handler_random_dialog_new ());
  GtkEditable *seed = GTK_EDITABLE (child_of (dialog, "seed"));
  GtkWidget *button = GTK_WIDGET (child_of (dialog, "make_button"));
  ScenarioRecipe recipe;

  g_assert_true (handler_random_dialog_get_recipe (dialog, &recipe));
  g_assert_true (gtk_widget_is_sensitive (button));
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++) {
    gtk_editable_set_text (seed, seeds[i]);
    g_assert_false (handler_random_dialog_get_recipe (dialog, &recipe));
    g_assert_false (gtk_widget_is_sensitive (button));
  }
  gtk_editable_set_text (seed, "9007199254740991");
  g_assert_true (handler_random_dialog_get_recipe (dialog, &recipe));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_object_unref (dialog);
}

/* What can not be kept is said in the dialog, which stays.  */
static void
test_failure_is_said (void)
{
  HandlerRandomDialog *dialog = g_object_ref_sink (handler_random_dialog_new ());
  AdwBanner *failure = ADW_BANNER (child_of (dialog, "failure"));
  g_autofree char *folder = g_build_filename (scenario_user_dir (), "scenarios", NULL);
  g_autofree char *aside = g_strconcat (folder, "-aside", NULL);
  g_autofree char *path = NULL;

  g_signal_connect (dialog, "made", G_CALLBACK (take_path), &path);
  g_assert_cmpint (g_rename (folder, aside), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_signal_emit_by_name (child_of (dialog, "make_button"), "clicked");
  g_assert_null (path);
  g_assert_true (adw_banner_get_revealed (failure));
  g_assert_cmpstr (adw_banner_get_title (failure), !=, "");
  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_cmpint (g_rename (aside, folder), ==, 0);
  g_object_unref (dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_register_resource ();
  g_test_add_func ("/ui/random/made", test_made);
  g_test_add_func ("/ui/random/size", test_size);
  g_test_add_func ("/ui/random/tasks", test_tasks);
  g_test_add_func ("/ui/random/same-file", test_same_file);
  g_test_add_func ("/ui/random/bad-seeds", test_bad_seeds);
  g_test_add_func ("/ui/random/failure-is-said", test_failure_is_said);
  return g_test_run ();
}
