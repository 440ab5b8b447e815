/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-preferences-layers.h"

#include <glib/gi18n.h>

#define SCALE_WIDTH 180

static const struct {
  const char *key, *volume_key;
  const char *title, *subtitle;
} layers[] = {
  {"sound-bed", "sound-bed-volume",
   /* Translators: what is heard of the link while nobody speaks.  */
   NC_("preferences", "The Link Itself"),
   NC_("preferences", "A quiet sound; fuller with more pilots, rougher with strain")},
  {"sound-breath", "sound-breath-volume", NC_("preferences", "Breath and Heart"),
   NC_("preferences", "Now and then, of the pilot who is most afraid")},
  {"sound-legion", "sound-legion-volume", NC_("preferences", "Voices of the Legion"),
   NC_("preferences", "Whispers without words, while the one who hears them is on the link")},
  {"sound-console", "sound-console-volume", NC_("preferences", "Sounds of the Console"),
   NC_("preferences", "Alert, contact, order taken or refused, time that has come")},
};

/* The switch is the row's own; the volume is inside, and there only while it is on.  */
static GtkWidget *
new_volume (GSettings *settings, const char *key, const char *title)
{
  GtkAdjustment *adjustment = gtk_adjustment_new (0, 0, 1, 0.05, 0.1, 0);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, adjustment);
  /* Translators: a screen reader says it at a slider; the name of a sound goes in.  */
  g_autofree char *label = g_strdup_printf (C_("preferences", "Volume: %s"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("preferences", "Volume"));
  gtk_widget_set_size_request (scale, SCALE_WIDTH, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), scale);
  g_settings_bind (settings, key, adjustment, "value", G_SETTINGS_BIND_DEFAULT);
  return row;
}

void
handler_preferences_add_layers (AdwPreferencesGroup *group, GSettings *settings)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++) {
    const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "preferences", layers[i].title);
    GtkWidget *row = adw_expander_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    /* The title is the inner row's; a screen reader asks the outer one too.  */
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    adw_expander_row_set_subtitle (
        ADW_EXPANDER_ROW (row), g_dpgettext2 (GETTEXT_PACKAGE, "preferences", layers[i].subtitle));
    adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_volume (settings, layers[i].volume_key, title));
    g_settings_bind (settings, layers[i].key, row, "enable-expansion", G_SETTINGS_BIND_DEFAULT);
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
    adw_preferences_group_add (group, row);
  }
}
