/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-preferences.h"

#include "scenario/scenario.h"
#include "ui/battle/handler-pacer.h"
#include "ui/preferences/handler-keys-page.h"
#include "ui/preferences/handler-preferences-layers.h"
#include "ui/preferences/handler-talk-group.h"

#include <glib/gi18n.h>

struct _HandlerPreferences {
  AdwPreferencesDialog parent_instance;
  GSettings *settings;
  AdwPreferencesPage *sound_page;
  GtkAdjustment *volume_adjustment;
  GtkWidget *volume;
  AdwSwitchRow *mute;
  AdwSwitchRow *tape;
  AdwSpinRow *tape_limit;
  AdwComboRow *speech_language;
  AdwActionRow *voices;
  HandlerDevicesGroup *devices;
  AdwPreferencesGroup *layers;
  AdwComboRow *caption_size;
  AdwComboRow *colour_scheme;
  AdwSwitchRow *flashing;
  AdwSwitchRow *confirm;
  AdwSwitchRow *pacing;
  AdwSwitchRow *pause_unread;
  AdwSwitchRow *pause_dialogs;
  AdwSwitchRow *pause_hidden;
  AdwSwitchRow *pause_guided;
  AdwPreferencesGroup *pause_events;
  AdwSwitchRow *events[ENGINE_N_DECISIONS]; /* of that group */
  char **languages; /* (owned) what the rows of `speech_language` stand for; "" first */
};

G_DEFINE_FINAL_TYPE (HandlerPreferences, handler_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static guint voices_signal;

static void
voices_activated_cb (HandlerPreferences *self)
{
  g_signal_emit (self, voices_signal, 0);
}

static void
handler_preferences_dispose (GObject *object)
{
  HandlerPreferences *self = HANDLER_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_PREFERENCES);
  G_OBJECT_CLASS (handler_preferences_parent_class)->dispose (object);
}

static void
handler_preferences_finalize (GObject *object)
{
  g_strfreev (HANDLER_PREFERENCES (object)->languages);
  G_OBJECT_CLASS (handler_preferences_parent_class)->finalize (object);
}

static void
handler_preferences_class_init (HandlerPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = handler_preferences_finalize;
  g_type_ensure (HANDLER_TYPE_DEVICES_GROUP);
  voices_signal = g_signal_new ("voices", HANDLER_TYPE_PREFERENCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/preferences/handler-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, sound_page);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, volume_adjustment);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, volume);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, mute);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, tape);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, tape_limit);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, speech_language);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, voices);
  gtk_widget_class_bind_template_callback (widget_class, voices_activated_cb);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, devices);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, layers);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, caption_size);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, colour_scheme);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, flashing);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, confirm);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, pacing);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, pause_unread);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, pause_dialogs);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, pause_hidden);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, pause_guided);
  gtk_widget_class_bind_template_child (widget_class, HandlerPreferences, pause_events);
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

/* A language's name in itself, which stands in its own catalogue.  */
static char *
name_of_language (const char *language)
{
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (language);
  /* Translators: the name of YOUR language, in your language: “Deutsch”, “日本語”.  */
  const char *english = NC_ ("name of this language", "English");
  const char *name = order_catalogue_find (messages, "name of this language", english);

  if (name != NULL)
    return g_strdup (name);
  return g_strdup (g_str_equal (language, "en") ? english : language);
}

static void
list_languages (HandlerPreferences *self, const char *const *spoken)
{
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: the voices speak the language that the window has.  */
  gtk_string_list_append (names, C_("language of speech", "As the window"));
  g_strv_builder_add (languages, "");
  for (; *spoken != NULL; spoken++) {
    gtk_string_list_take (names, name_of_language (*spoken));
    g_strv_builder_add (languages, *spoken);
  }
  self->languages = g_strv_builder_end (languages);
  adw_combo_row_set_model (self->speech_language, G_LIST_MODEL (names));
  /* Nothing to choose from where there is no speech, of which the group of devices tells.  */
  gtk_widget_set_sensitive (GTK_WIDGET (self->speech_language), self->languages[1] != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->voices), self->languages[1] != NULL);
  if (self->languages[1] == NULL)
    adw_action_row_set_subtitle (self->voices, C_("preferences", "There is no speech here to choose voices for"));
}

/* ---- What pauses the battle ------------------------------------------------------------------ */

static void
show_events (HandlerPreferences *self)
{
  g_auto (GStrv) nicks = g_settings_get_strv (self->settings, "pause-on");

  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    adw_switch_row_set_active (self->events[i],
                               g_strv_contains ((const char *const *) nicks,
                                                handler_pacer_decision_nick (i)));
}

/* One nick in or out: those that this version does not know stay.  */
static void
event_cb (HandlerPreferences *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  const char *nick = g_object_get_data (G_OBJECT (row), "handler-nick");
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "pause-on");
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();
  g_auto (GStrv) nicks = NULL;

  if (g_strv_contains ((const char *const *) before, nick) == adw_switch_row_get_active (row))
    return;
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], nick))
      g_strv_builder_add (after, before[i]);
  if (adw_switch_row_get_active (row))
    g_strv_builder_add (after, nick);
  nicks = g_strv_builder_end (after);
  g_settings_set_strv (self->settings, "pause-on", (const char *const *) nicks);
}

static void
list_events (HandlerPreferences *self)
{
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++) {
    GtkWidget *row = adw_switch_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), handler_pacer_decision_title (i));
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    g_object_set_data (G_OBJECT (row), "handler-nick", (gpointer) handler_pacer_decision_nick (i));
    adw_preferences_group_add (self->pause_events, row);
    self->events[i] = ADW_SWITCH_ROW (row);
  }
  show_events (self);
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    g_signal_connect_object (self->events[i], "notify::active", G_CALLBACK (event_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::pause-on", G_CALLBACK (show_events), self,
                           G_CONNECT_SWAPPED);
}

static void
bind_switches (HandlerPreferences *self)
{
  const struct {
    const char *key;
    AdwSwitchRow *row;
  } switches[] = {
    {"mute", self->mute},
    {"tape", self->tape},
    {"flashing", self->flashing},
    {"confirm", self->confirm},
    {"pacing", self->pacing},
    {"pause-unread", self->pause_unread},
    {"pause-dialogs", self->pause_dialogs},
    {"pause-hidden", self->pause_hidden},
    {"pause-guided", self->pause_guided},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    g_settings_bind (self->settings, switches[i].key, switches[i].row, "active",
                     G_SETTINGS_BIND_DEFAULT);
}

void
handler_preferences_wrap_headings (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *group = gtk_widget_get_ancestor (child, ADW_TYPE_PREFERENCES_GROUP);

    if (GTK_IS_LABEL (child) && group != NULL
        && g_strcmp0 (gtk_label_get_label (GTK_LABEL (child)),
                      adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)))
               == 0) {
      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (child), PANGO_WRAP_WORD_CHAR);
    }
    handler_preferences_wrap_headings (child);
  }
}

HandlerPreferences *
handler_preferences_new (GSettings *settings, const char *const *spoken)
{
  static const char *const schemes[] = {"system", "light", "dark", NULL};
  static const char *const sizes[] = {"small", "normal", "large", "very-large", NULL};
  HandlerPreferences *self = g_object_new (HANDLER_TYPE_PREFERENCES, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "volume", self->volume_adjustment, "value", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_page_add (self->sound_page, handler_talk_group_new (settings));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), handler_keys_page_new (settings));
  bind_switches (self);
  g_settings_bind (settings, "tape-limit", self->tape_limit, "value", G_SETTINGS_BIND_DEFAULT);
  list_events (self);
  handler_preferences_add_layers (self->layers, settings);
  bind_enum (self, "colour-scheme", self->colour_scheme, schemes);
  bind_enum (self, "caption-size", self->caption_size, sizes);
  handler_devices_group_bind (self->devices, settings);
  list_languages (self, spoken);
  bind_enum (self, "speech-language", self->speech_language,
             (const char *const *) self->languages);
  /* Before that it has no pages.  */
  g_signal_connect (self, "map", G_CALLBACK (handler_preferences_wrap_headings), NULL);
  return self;
}

HandlerDevicesGroup *
handler_preferences_get_devices (HandlerPreferences *self)
{
  g_return_val_if_fail (HANDLER_IS_PREFERENCES (self), NULL);
  return self->devices;
}
