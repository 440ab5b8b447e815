/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-voices-page.h"
#include "ui/preferences/handler-preferences.h"
#include "ui/preferences/handler-voices.h"

#include <glib/gi18n.h>

struct _HandlerVoicesPage {
  AdwNavigationPage parent_instance;
  GSettings *settings;
  GtkStringList *voices;       /* what each row offers */
  AdwPreferencesPage *page;    /* borrowed */
  AdwPreferencesGroup *manner; /* borrowed: the group for all */
  AdwPreferencesGroup *group;  /* borrowed: begun last */
  GtkWidget *reset;            /* borrowed */
  GPtrArray *rows;             /* AdwComboRow, borrowed; each has its speaker as data */
  gboolean showing;            /* what is shown is not chosen by the person */
};

G_DEFINE_FINAL_TYPE (HandlerVoicesPage, handler_voices_page, ADW_TYPE_NAVIGATION_PAGE)

static guint hear_signal;

/* ---- What can be chosen ----------------------------------------------------------------------- */

/* "m3" is the third of the men's.  */
static char *
title_of_voice (const char *variant)
{
  guint number = (guint) (variant[1] - '0');

  if (variant[0] == 'f')
    /* Translators: a voice of the speech synthesiser; a number goes in.  */
    return g_strdup_printf (C_("voice", "Woman’s voice %u"), number);
  /* Translators: a voice of the speech synthesiser; a number goes in.  */
  return g_strdup_printf (C_("voice", "Man’s voice %u"), number);
}

static GtkStringList *
voices_new (void)
{
  GtkStringList *voices = gtk_string_list_new (NULL);

  /* Translators: the voice or accent that the story's files give to somebody.  */
  gtk_string_list_append (voices, C_("voice", "As in the story"));
  for (guint i = 0; i < voice_profile_n_variants (); i++)
    gtk_string_list_take (voices, title_of_voice (voice_profile_get_variant (i)));
  return voices;
}

static guint
line_of_voice (const char *voice)
{
  for (guint i = 0; i < voice_profile_n_variants (); i++)
    if (g_strcmp0 (voice_profile_get_variant (i), voice) == 0)
      return i + 1;
  return 0;
}

static const struct {
  const char *accent, *title;
} accents[] = {
  {"", NC_("voice", "As in the story")},
  /* Translators: each pilot has an accent of his own.  */
  {VOICE_ACCENT_MIXED, NC_("voice", "Mixed")},
  /* Translators: from here on accents of English.  */
  {"gmw/en-US", NC_("voice", "American")},
  {"gmw/en", NC_("voice", "British")},
  {"gmw/en-GB-x-rp", NC_("voice", "British, Received Pronunciation")},
  {"gmw/en-029", NC_("voice", "Caribbean")},
  {"gmw/en-GB-x-gbclan", NC_("voice", "Lancaster")},
  {"gmw/en-GB-scotland", NC_("voice", "Scottish")},
  {"gmw/en-GB-x-gbcwmd", NC_("voice", "West Midlands")},
};

/* What is not known is shown as what it comes to.  */
static gboolean
get_accent (GValue *value, GVariant *variant, gpointer data)
{
  const char *accent = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, 0);
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (g_str_equal (accents[i].accent, accent))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_accent (const GValue *value, const GVariantType *type, gpointer data)
{
  guint line = g_value_get_uint (value);

  return line < G_N_ELEMENTS (accents) ? g_variant_new_string (accents[line].accent) : NULL;
}

/* ---- For all ---------------------------------------------------------------------------------- */

static GtkWidget *
accent_row_new (GSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++)
    gtk_string_list_append (titles, g_dpgettext2 (GETTEXT_PACKAGE, "voice", accents[i].title));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("preferences", "Accent of Pilots"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_settings_bind_with_mapping (settings, "voice-accent", row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_accent, set_accent, NULL, NULL);
  return row;
}

static GtkWidget *
percent_row_new (GSettings *settings, const char *key, const char *title, const char *subtitle,
                 double least, double most)
{
  GtkAdjustment *adjustment = gtk_adjustment_new (100, least, most, 5, 10, 0);
  GtkWidget *row = adw_spin_row_new (adjustment, 5, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_spin_row_set_numeric (ADW_SPIN_ROW (row), TRUE);
  g_settings_bind (settings, key, row, "value", G_SETTINGS_BIND_DEFAULT);
  return row;
}

/* ---- One speaker ------------------------------------------------------------------------------ */

static void
show_row (HandlerVoicesPage *self, AdwComboRow *row)
{
  const char *speaker = g_object_get_data (G_OBJECT (row), "handler-speaker");

  self->showing = TRUE;
  adw_combo_row_set_selected (row, line_of_voice (handler_voices_get (self->settings, speaker)));
  self->showing = FALSE;
}

static void
chosen_cb (HandlerVoicesPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint line = adw_combo_row_get_selected (row);

  if (self->showing || line > voice_profile_n_variants ())
    return;
  handler_voices_set (self->settings, g_object_get_data (G_OBJECT (row), "handler-speaker"),
                      line > 0 ? voice_profile_get_variant (line - 1) : NULL);
}

static GtkWidget *
hear_button_new (const char *speaker, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("media-playback-start-symbolic");
  /* Translators: name of a button for who hears it: lets a pilot say something; a call sign goes in.  */
  g_autofree char *label = g_strdup_printf (C_("voice", "Hear %s"), name);

  gtk_widget_set_tooltip_text (button, C_("voice", "Hear"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "voices.hear");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", speaker);
  return button;
}

void
handler_voices_page_add (HandlerVoicesPage *self, const char *speaker, const char *name)
{
  GtkWidget *row;

  g_return_if_fail (HANDLER_IS_VOICES_PAGE (self) && self->group != NULL);
  g_return_if_fail (speaker != NULL && name != NULL);

  row = adw_combo_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->voices));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hear_button_new (speaker, name));
  g_object_set_data_full (G_OBJECT (row), "handler-speaker", g_strdup (speaker), g_free);
  show_row (self, ADW_COMBO_ROW (row));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

void
handler_voices_page_begin_group (HandlerVoicesPage *self, const char *title)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (HANDLER_IS_VOICES_PAGE (self) && title != NULL);

  markup = g_markup_escape_text (title, -1);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, markup);
  adw_preferences_page_add (self->page, self->group);
}

static void
hear_action (GtkWidget *widget, const char *name, GVariant *speaker)
{
  g_signal_emit (widget, hear_signal, 0, g_variant_get_string (speaker, NULL));
}

void
handler_voices_page_set_heard (HandlerVoicesPage *self, gboolean heard, const char *why)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (HANDLER_IS_VOICES_PAGE (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "voices.hear", heard);
  if (!heard && why != NULL)
    markup = g_markup_escape_text (why, -1);
  adw_preferences_group_set_description (self->manner, markup);
}

/* ---- All of it again -------------------------------------------------------------------------- */

static const char *const keys[] = {HANDLER_VOICES_KEY, "voice-accent", "voice-rate", "voice-spread"};

static void
show (HandlerVoicesPage *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (GVariant) value = g_settings_get_value (self->settings, keys[i]);
    g_autoptr (GVariant) own = g_settings_get_default_value (self->settings, keys[i]);

    changed |= !g_variant_equal (value, own);
  }
  gtk_widget_set_sensitive (self->reset, changed);
}

typedef struct {
  GSettings *settings;
  GVariant *values[G_N_ELEMENTS (keys)];
} Before;

static void
before_free (gpointer data, GClosure *closure)
{
  Before *before = data;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_variant_unref (before->values[i]);
  g_object_unref (before->settings);
  g_free (before);
}

static void
undo_cb (AdwToast *toast, Before *before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_set_value (before->settings, keys[i], before->values[i]);
}

static void
reset_cb (HandlerVoicesPage *self)
{
  AdwToast *toast = adw_toast_new (C_("voice", "All Voices Are Reset"));
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  Before *before = g_new0 (Before, 1);

  before->settings = g_object_ref (self->settings);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    before->values[i] = g_settings_get_value (self->settings, keys[i]);
  adw_toast_set_button_label (toast, C_("voice", "_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), before, before_free,
                         G_CONNECT_DEFAULT);
  /* The button rests from now on, and would keep the focus.  */
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  else
    g_object_unref (toast);
}

/* ---- Making ----------------------------------------------------------------------------------- */

static void
add_manner (HandlerVoicesPage *self, gboolean english)
{
  self->manner = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  /* Translators: heading of what is chosen for all voices at once.  */
  adw_preferences_group_set_title (self->manner, C_("voice", "Everybody"));
  if (english)
    adw_preferences_group_add (self->manner, accent_row_new (self->settings));
  adw_preferences_group_add (
      self->manner,
      percent_row_new (self->settings, "voice-rate", C_("voice", "Rate"),
                       /* Translators: what is said below “Rate”, of speech on the radio.  */
                       C_("voice", "Percent of each one’s own. What must be said in a given time still is."),
                       VOICE_RATE_PERCENT_MIN, VOICE_RATE_PERCENT_MAX));
  adw_preferences_group_add (
      self->manner,
      percent_row_new (self->settings, "voice-spread",
                       /* Translators: how much the voices differ in how high or low they are.  */
                       C_("voice", "Differences in Pitch"),
                       C_("voice", "Percent. More tells people apart more easily."),
                       VOICE_SPREAD_PERCENT_MIN, VOICE_SPREAD_PERCENT_MAX));
  self->reset = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reset), C_("voice", "_Reset All"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->reset), TRUE);
  g_signal_connect_object (self->reset, "activated", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->manner, self->reset);
  adw_preferences_page_add (self->page, self->manner);
}

HandlerVoicesPage *
handler_voices_page_new (GSettings *settings, gboolean english)
{
  HandlerVoicesPage *self = g_object_new (HANDLER_TYPE_VOICES_PAGE, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->settings = g_object_ref (settings);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  add_manner (self, english);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  g_signal_connect (self, "map", G_CALLBACK (handler_preferences_wrap_headings), NULL);
  handler_voices_follow (settings, G_CALLBACK (show), self);
  show (self);
  return self;
}

static void
handler_voices_page_finalize (GObject *object)
{
  HandlerVoicesPage *self = HANDLER_VOICES_PAGE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->voices);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (handler_voices_page_parent_class)->finalize (object);
}

static void
handler_voices_page_class_init (HandlerVoicesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_voices_page_finalize;
  hear_signal = g_signal_new ("hear", HANDLER_TYPE_VOICES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "voices.hear", "s", hear_action);
}

static void
handler_voices_page_init (HandlerVoicesPage *self)
{
  self->voices = voices_new ();
  self->rows = g_ptr_array_new ();
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), C_("dialog", "Voices"));
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), "voices");
}
