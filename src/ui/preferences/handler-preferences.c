/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-preferences.h"

struct _HandlerPreferences {
  AdwPreferencesDialog parent_instance;
  GSettings *settings;
  GtkAdjustment *volume_adjustment;
  GtkWidget *volume;
  AdwSwitchRow *mute;
  AdwComboRow *caption_size;
  AdwComboRow *colour_scheme;
  AdwSwitchRow *flashing;
  AdwSwitchRow *confirm;
};

G_DEFINE_FINAL_TYPE (HandlerPreferences, handler_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static void
handler_preferences_dispose (GObject *object)
{
  HandlerPreferences *self = HANDLER_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_PREFERENCES);
  G_OBJECT_CLASS (handler_preferences_parent_class)->dispose (object);
}

static void
handler_preferences_class_init (HandlerPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_preferences_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/preferences/handler-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, volume_adjustment);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, volume);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, mute);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, caption_size);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, colour_scheme);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, flashing);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, confirm);
}

static void
handler_preferences_init (HandlerPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An enumerated key by its number: the rows list the values in the schema's order.  */
static gboolean
get_enum (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *names = user_data;
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name)) {
      g_value_set_uint (value, i);
      return TRUE;
    }
  return FALSE;
}

static GVariant *
set_enum (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *names = user_data;
  guint index = g_value_get_uint (value);

  return index < g_strv_length ((char **) names) ? g_variant_new_string (names[index]) : NULL;
}

static void
bind_enum (HandlerPreferences *self, const char *key, AdwComboRow *row, const char *const *names)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_enum, set_enum, (gpointer) names, NULL);
}

HandlerPreferences *
handler_preferences_new (GSettings *settings)
{
  static const char *const schemes[] = {"system", "light", "dark", NULL};
  static const char *const sizes[] = {"small", "normal", "large", "very-large", NULL};
  HandlerPreferences *self = g_object_new (HANDLER_TYPE_PREFERENCES, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "volume", self->volume_adjustment, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "mute", self->mute, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "flashing", self->flashing, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "confirm", self->confirm, "active", G_SETTINGS_BIND_DEFAULT);
  bind_enum (self, "colour-scheme", self->colour_scheme, schemes);
  bind_enum (self, "caption-size", self->caption_size, sizes);
  return self;
}
