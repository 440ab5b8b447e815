/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-devices-group.h"

#include "ui/comms/handler-level-meter.h"

#include <glib/gi18n.h>

/* As long as the tone of one side sounds.  */
#define SIDE_MS 900

/* A row, its key, and what its lines stand for.  */
typedef struct {
  HandlerDevicesGroup *group; /* borrowed */
  const char *key;
  AdwComboRow *row; /* borrowed */
  char **names;     /* what there is, */
  char **labels;
  GPtrArray *choices; /* names by line; "" first, is the default */
  gboolean filling;
} Chooser;

struct _HandlerDevicesGroup {
  AdwPreferencesGroup parent_instance;
  GSettings *settings;
  AdwComboRow *output, *input;
  Chooser outputs, inputs;
  AdwActionRow *test_row;
  GtkWidget *test_button;
  HandlerLevelMeter *left, *right;
  gboolean available;
  int side; /* that sounds, 0 none */
  guint tone;
};

G_DEFINE_FINAL_TYPE (HandlerDevicesGroup, handler_devices_group, ADW_TYPE_PREFERENCES_GROUP)

static guint test_tone_signal;

/* ---- What can be chosen ----------------------------------------------------------------------- */

static void
add_choice (Chooser *chooser, GtkStringList *lines, const char *name, const char *label)
{
  g_ptr_array_add (chooser->choices, g_strdup (name));
  gtk_string_list_append (lines, label);
}

/* One that is chosen and gone stays, or its row would say what is not so.  */
static void
add_missing (Chooser *chooser, GtkStringList *lines, const char *name, const char *label)
{
  g_autofree char *line = NULL;

  if (name[0] == '\0'
      || (chooser->names != NULL && g_strv_contains ((const char *const *) chooser->names, name)))
    return;
  /* Translators: a sound device that was chosen and is unplugged now; %s is its name.  */
  line = g_strdup_printf (C_("sound device", "%s (not there)"), label[0] != '\0' ? label : name);
  add_choice (chooser, lines, name, line);
}

static guint
find_choice (Chooser *chooser, const char *name)
{
  guint line = 0;

  g_ptr_array_find_with_equal_func (chooser->choices, name, g_str_equal, &line);
  return line;
}

static void
fill (Chooser *chooser)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autoptr (GVariant) value = g_settings_get_value (chooser->group->settings, chooser->key);
  const char *name, *label;

  g_variant_get (value, "(&s&s)", &name, &label);
  chooser->filling = TRUE;
  g_ptr_array_set_size (chooser->choices, 0);
  /* Translators: the sound device that the system has as its default.  */
  add_choice (chooser, lines, "", C_("sound device", "System default"));
  for (guint i = 0; chooser->names != NULL && chooser->names[i] != NULL; i++)
    add_choice (chooser, lines, chooser->names[i], chooser->labels[i]);
  add_missing (chooser, lines, name, label);
  adw_combo_row_set_model (chooser->row, G_LIST_MODEL (lines));
  adw_combo_row_set_selected (chooser->row, find_choice (chooser, name));
  chooser->filling = FALSE;
}

static const char *
label_of (Chooser *chooser, const char *name)
{
  for (guint i = 0; chooser->names != NULL && chooser->names[i] != NULL; i++)
    if (g_str_equal (chooser->names[i], name))
      return chooser->labels[i];
  return "";
}

static void
selected_cb (Chooser *chooser)
{
  guint line = adw_combo_row_get_selected (chooser->row);
  g_autoptr (GVariant) before = g_settings_get_value (chooser->group->settings, chooser->key);
  const char *name, *old_name;

  if (chooser->filling || line >= chooser->choices->len)
    return;
  name = g_ptr_array_index (chooser->choices, line);
  g_variant_get (before, "(&s&s)", &old_name, NULL);
  if (!g_str_equal (name, old_name))
    g_settings_set (chooser->group->settings, chooser->key, "(ss)", name, label_of (chooser, name));
}

/* Also while a line is being selected, when the lines had better stay.  */
static void
setting_cb (GSettings *settings, const char *key, HandlerDevicesGroup *self)
{
  Chooser *chooser = g_str_equal (key, self->outputs.key) ? &self->outputs : &self->inputs;
  guint line = adw_combo_row_get_selected (chooser->row);
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  const char *name;

  g_variant_get (value, "(&s&s)", &name, NULL);
  if (line >= chooser->choices->len
      || !g_str_equal (g_ptr_array_index (chooser->choices, line), name))
    fill (chooser);
}

static void
set_devices (Chooser *chooser, const char *const *names, const char *const *labels)
{
  g_strfreev (chooser->names);
  g_strfreev (chooser->labels);
  chooser->names = g_strdupv ((char **) names);
  chooser->labels = g_strdupv ((char **) labels);
  fill (chooser);
}

void
handler_devices_group_set_outputs (HandlerDevicesGroup *self, const char *const *names,
                                   const char *const *labels)
{
  g_return_if_fail (HANDLER_IS_DEVICES_GROUP (self));
  set_devices (&self->outputs, names, labels);
}

void
handler_devices_group_set_inputs (HandlerDevicesGroup *self, const char *const *names,
                                  const char *const *labels)
{
  g_return_if_fail (HANDLER_IS_DEVICES_GROUP (self));
  set_devices (&self->inputs, names, labels);
}

/* ---- Test tone -------------------------------------------------------------------------------- */

static const char *
words_of_test (HandlerDevicesGroup *self)
{
  if (self->side != 0)
    /* Translators: the side on which the test tone sounds.  */
    return self->side < 0 ? C_("test tone", "Left") : C_("test tone", "Right");
  if (!self->available)
    return C_("test tone", "There is no sound");
  if (g_settings_get_boolean (self->settings, "mute"))
    return C_("test tone", "Muted: it will not be heard");
  return C_("test tone", "First left, then right");
}

static void
show_test (HandlerDevicesGroup *self)
{
  adw_action_row_set_subtitle (self->test_row, words_of_test (self));
  gtk_widget_set_sensitive (self->test_button, self->available && self->side == 0);
}

static gboolean next_side_cb (gpointer data);

static void
sound_side (HandlerDevicesGroup *self, int side)
{
  self->side = side;
  g_signal_emit (self, test_tone_signal, 0, side);
  self->tone = g_timeout_add (SIDE_MS, next_side_cb, self);
}

static gboolean
next_side_cb (gpointer data)
{
  HandlerDevicesGroup *self = data;

  self->tone = 0;
  if (self->side < 0 && self->available)
    sound_side (self, 1);
  else
    self->side = 0;
  show_test (self);
  return G_SOURCE_REMOVE;
}

static void
test_clicked_cb (HandlerDevicesGroup *self)
{
  if (self->side != 0)
    return;
  sound_side (self, -1);
  show_test (self);
}

void
handler_devices_group_set_levels (HandlerDevicesGroup *self, double left_db, double right_db)
{
  g_return_if_fail (HANDLER_IS_DEVICES_GROUP (self));
  handler_level_meter_set_level (self->left, left_db);
  handler_level_meter_set_level (self->right, right_db);
}

void
handler_devices_group_set_state (HandlerDevicesGroup *self, gboolean available, const char *status)
{
  g_autofree char *markup = status != NULL ? g_markup_escape_text (status, -1) : NULL;

  g_return_if_fail (HANDLER_IS_DEVICES_GROUP (self));
  self->available = available;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), markup);
  show_test (self);
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
chooser_init (Chooser *chooser, HandlerDevicesGroup *group, const char *key, AdwComboRow *row)
{
  chooser->group = group;
  chooser->key = key;
  chooser->row = row;
  chooser->choices = g_ptr_array_new_with_free_func (g_free);
}

static void
chooser_clear (Chooser *chooser)
{
  g_clear_pointer (&chooser->names, g_strfreev);
  g_clear_pointer (&chooser->labels, g_strfreev);
  g_clear_pointer (&chooser->choices, g_ptr_array_unref);
}

static void
handler_devices_group_dispose (GObject *object)
{
  HandlerDevicesGroup *self = HANDLER_DEVICES_GROUP (object);

  g_clear_handle_id (&self->tone, g_source_remove);
  if (self->output != NULL)
    g_signal_handlers_disconnect_by_data (self->output, &self->outputs);
  if (self->input != NULL)
    g_signal_handlers_disconnect_by_data (self->input, &self->inputs);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_DEVICES_GROUP);
  G_OBJECT_CLASS (handler_devices_group_parent_class)->dispose (object);
}

static void
handler_devices_group_finalize (GObject *object)
{
  chooser_clear (&HANDLER_DEVICES_GROUP (object)->outputs);
  chooser_clear (&HANDLER_DEVICES_GROUP (object)->inputs);
  G_OBJECT_CLASS (handler_devices_group_parent_class)->finalize (object);
}

static void
handler_devices_group_class_init (HandlerDevicesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_devices_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = handler_devices_group_finalize;
  g_type_ensure (HANDLER_TYPE_LEVEL_METER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/preferences/handler-devices-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerDevicesGroup, output);
  gtk_widget_class_bind_template_child (widget_class, HandlerDevicesGroup, input);
  gtk_widget_class_bind_template_child (widget_class, HandlerDevicesGroup, test_row);
  gtk_widget_class_bind_template_child (widget_class, HandlerDevicesGroup, test_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerDevicesGroup, left);
  gtk_widget_class_bind_template_child (widget_class, HandlerDevicesGroup, right);
  gtk_widget_class_bind_template_callback (widget_class, test_clicked_cb);
  test_tone_signal = g_signal_new ("test-tone", HANDLER_TYPE_DEVICES_GROUP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
handler_devices_group_init (HandlerDevicesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  chooser_init (&self->outputs, self, "output-device", self->output);
  chooser_init (&self->inputs, self, "input-device", self->input);
}

void
handler_devices_group_bind (HandlerDevicesGroup *self, GSettings *settings)
{
  g_return_if_fail (HANDLER_IS_DEVICES_GROUP (self));
  self->settings = g_object_ref (settings);
  fill (&self->outputs);
  fill (&self->inputs);
  show_test (self);
  g_signal_connect_swapped (self->output, "notify::selected", G_CALLBACK (selected_cb), &self->outputs);
  g_signal_connect_swapped (self->input, "notify::selected", G_CALLBACK (selected_cb), &self->inputs);
  g_signal_connect_object (settings, "changed::output-device", G_CALLBACK (setting_cb), self, 0);
  g_signal_connect_object (settings, "changed::input-device", G_CALLBACK (setting_cb), self, 0);
  g_signal_connect_object (settings, "changed::mute", G_CALLBACK (show_test), self, G_CONNECT_SWAPPED);
}
