/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving by hand.  What came of it is told by the keeper.  */
#include "ui/battle/handler-battle-page-private.h"
#include "scenario/scenario-ring.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* "training 05-47-12.h1save": the battle and its own clock.  */
static char *
name_of_save (HandlerBattlePage *self)
{
  ScenarioBattle *scenario = engine_battle_get_scenario (self->battle);
  g_autofree char *clock = engine_battle_format_clock (
      self->battle, engine_battle_get_frame (self->battle)->now, TRUE);

  g_strdelimit (clock, ":/", '-');
  return g_strdup_printf ("%s %s.h1save", scenario_battle_get_id (scenario), clock);
}

/* A sandbox is given that very name and no other.  */
static gboolean
is_of_portal (const char *path)
{
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, documents);
}

/* The ending tells what it is when it is opened.  */
static char *
with_ending (char *path)
{
  char *named;

  if (path == NULL || g_str_has_suffix (path, ".h1save") || is_of_portal (path))
    return path;
  named = g_strconcat (path, ".h1save", NULL);
  g_free (path);
  return named;
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerBattlePage) self = handler_weak_take (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = file == NULL ? NULL : with_ending (g_file_get_path (file));

  if (self != NULL)
    handler_battle_page_set_asking (self, FALSE);
  if (path != NULL && self != NULL && self->battle != NULL)
    engine_battle_save_to (self->battle, path);
}

static GtkFileDialog *
dialog_new (HandlerBattlePage *self)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *folder = scenario_saves_folder (), *name = name_of_save (self);
  g_autoptr (GFile) initial = g_file_new_for_path (folder);

  g_mkdir_with_parents (folder, 0700);
  gtk_file_filter_set_name (filter, C_("file filter", "Saves"));
  gtk_file_filter_add_suffix (filter, "h1save");
  gtk_file_dialog_set_title (dialog, C_("dialog", "Save the Battle"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_initial_folder (dialog, initial);
  gtk_file_dialog_set_initial_name (dialog, name);
  return dialog;
}

void
handler_battle_page_save (HandlerBattlePage *self)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (self);

  handler_battle_page_set_asking (self, TRUE);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        chosen_cb, handler_weak_new (self));
}
