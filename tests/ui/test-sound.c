/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows sound: meters, spectrum, and the devices in the preferences.  */
#include "handler-resources.h"
#include "moments.h"
#include "ui/comms/handler-level-meter.h"
#include "ui/comms/handler-spectrum.h"
#include "ui/preferences/handler-devices-group.h"

#define S (gint64) 1000000

static void
set_animated (gboolean animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animated, NULL);
}

/* ---- Meter ------------------------------------------------------------------------------------- */

static void
test_peak (void)
{
  HandlerPeak peak = {.db = -60};
  HandlerPeak calm;

  g_assert_cmpfloat (handler_peak_update (&peak, -10, 1 * S, FALSE), ==, -10);
  g_assert_cmpfloat (handler_peak_update (&peak, -40, 2 * S, FALSE), ==, -10); /* held */
  g_assert_cmpfloat (handler_peak_update (&peak, -40, 2 * S + S / 2, FALSE), ==, -10);
  calm = peak;
  /* Falls by time, however often it is looked at.  */
  g_assert_cmpfloat_with_epsilon (handler_peak_update (&peak, -40, 3 * S, FALSE), -22, 1e-6);
  g_assert_cmpfloat_with_epsilon (handler_peak_update (&peak, -40, 3 * S + S / 4, FALSE), -28, 1e-6);
  g_assert_cmpfloat (handler_peak_update (&peak, -40, 9 * S, FALSE), ==, -40); /* not below */
  g_assert_cmpfloat (handler_peak_update (&peak, -20, 9 * S, FALSE), ==, -20); /* and up at once */
  g_assert_cmpfloat (handler_peak_update (&calm, -40, 3 * S, TRUE), ==, -40); /* no glide */
}

static GtkWidget *
show_widget (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 60);
  gtk_window_present (GTK_WINDOW (window));
  moments_pass (100);
  return window;
}

static void
assert_said (GtkWidget *meter, double db, const char *text)
{
  g_autofree char *value = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (meter), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, db);
  g_autofree char *words = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (meter), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);

  g_assert_null (value);
  g_assert_null (words);
}

static void
test_meter_is_read (void)
{
  GtkWidget *meter = g_object_new (HANDLER_TYPE_LEVEL_METER, NULL);
  GtkWidget *window = show_widget (meter);
  gint64 begin;

  assert_said (meter, -60, "silence");
  begin = g_get_monotonic_time ();
  handler_level_meter_set_level (HANDLER_LEVEL_METER (meter), -20.4);
  assert_said (meter, -20, "-20 dB");
  handler_level_meter_set_level (HANDLER_LEVEL_METER (meter), -12);
  if (g_get_monotonic_time () - begin < S / 4)
    assert_said (meter, -20, "-20 dB"); /* not each of fifteen a second */
  moments_pass (600);
  handler_level_meter_set_level (HANDLER_LEVEL_METER (meter), -12);
  assert_said (meter, -12, "-12 dB");
  handler_level_meter_set_level (HANDLER_LEVEL_METER (meter), (double) NAN);
  assert_said (meter, -60, "silence"); /* that always */
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint frames;

static void
count_frame (void)
{
  frames++;
}

/* After the last sound the peak comes down by itself, and then nothing is drawn any more.  */
static void
test_meter_rests (gconstpointer data)
{
  GtkWidget *meter = g_object_new (HANDLER_TYPE_LEVEL_METER, NULL);
  GtkWidget *window = show_widget (meter);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong handler = g_signal_connect (clock, "paint", G_CALLBACK (count_frame), NULL);

  set_animated (GPOINTER_TO_INT (data));
  frames = 0;
  handler_level_meter_set_level (HANDLER_LEVEL_METER (meter), -3);
  handler_level_meter_set_level (HANDLER_LEVEL_METER (meter), -90);
  moments_pass (4500);
  g_assert_cmpuint (frames, >, 0);
  g_assert_cmpuint (frames, <, GPOINTER_TO_INT (data) ? 60 : 8);
  assert_said (meter, -60, "silence");
  frames = 0;
  for (guint i = 0; i < 20; i++) {
    handler_level_meter_set_level (HANDLER_LEVEL_METER (meter), -90);
    moments_pass (20);
  }
  g_assert_cmpuint (frames, ==, 0);
  g_signal_handler_disconnect (clock, handler);
  gtk_window_destroy (GTK_WINDOW (window));
  set_animated (TRUE);
}

/* ---- Spectrum ---------------------------------------------------------------------------------- */

static void
test_spectrum_rests (gconstpointer data)
{
  static const float loud[4] = {-30, -20, -40, -50}, silent[4] = {-90, -90, -90, -90};
  HandlerSpectrum *spectrum = g_object_ref_sink (g_object_new (HANDLER_TYPE_SPECTRUM, NULL));

  set_animated (GPOINTER_TO_INT (data));
  g_assert_true (handler_spectrum_is_dark (spectrum));
  handler_spectrum_push (spectrum, loud, 4);
  g_assert_false (handler_spectrum_is_dark (spectrum));
  for (guint i = 0; i < 10; i++)
    handler_spectrum_push (spectrum, silent, 4);
  g_assert_false (handler_spectrum_is_dark (spectrum)); /* a pause between two words */
  for (guint i = 0; i < 20; i++)
    handler_spectrum_push (spectrum, silent, 4);
  g_assert_true (handler_spectrum_is_dark (spectrum));
  handler_spectrum_push (spectrum, loud, 4);
  handler_spectrum_push (spectrum, NULL, 0); /* the device is gone */
  g_assert_true (handler_spectrum_is_dark (spectrum));
  g_object_unref (spectrum);
  set_animated (TRUE);
}

/* ---- Devices ----------------------------------------------------------------------------------- */

static const char *const names[] = {"card.analog", "usb.<b>headset", NULL};
static const char *const labels[] = {"Built-in", "A&B <i>Headset", NULL};
static const char *const fewer_names[] = {"card.analog", NULL};
static const char *const fewer_labels[] = {"Built-in", NULL};

static GObject *
child (HandlerDevicesGroup *group, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (group), HANDLER_TYPE_DEVICES_GROUP, name);
}

static void
assert_lines (HandlerDevicesGroup *group, const char *row, const char *expected, guint selected)
{
  AdwComboRow *combo = ADW_COMBO_ROW (child (group, row));
  GListModel *model = adw_combo_row_get_model (combo);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "",
                            gtk_string_list_get_string (GTK_STRING_LIST (model), i));
  g_assert_cmpstr (lines->str, ==, expected);
  g_assert_cmpuint (adw_combo_row_get_selected (combo), ==, selected);
}

static void
assert_setting (GSettings *settings, const char *key, const char *name, const char *label)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  const char *seen_name, *seen_label;

  g_variant_get (value, "(&s&s)", &seen_name, &seen_label);
  g_assert_cmpstr (seen_name, ==, name);
  g_assert_cmpstr (seen_label, ==, label);
}

static HandlerDevicesGroup *
new_group (GSettings *settings)
{
  HandlerDevicesGroup *group = g_object_ref_sink (g_object_new (HANDLER_TYPE_DEVICES_GROUP, NULL));

  g_settings_reset (settings, "output-device");
  g_settings_reset (settings, "input-device");
  g_settings_reset (settings, "mute");
  handler_devices_group_bind (group, settings);
  return group;
}

/* Chosen, unplugged, plugged in again: the choice stays, and the row tells the truth.  */
static void
test_choice (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.handlerone.HandlerOne");
  HandlerDevicesGroup *group = new_group (settings);

  assert_lines (group, "output", "System default", 0);
  handler_devices_group_set_outputs (group, names, labels);
  assert_lines (group, "output", "System default|Built-in|A&B <i>Headset", 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (child (group, "output")), 2);
  assert_setting (settings, "output-device", "usb.<b>headset", "A&B <i>Headset");
  assert_setting (settings, "input-device", "", "");
  handler_devices_group_set_outputs (group, fewer_names, fewer_labels);
  assert_lines (group, "output", "System default|Built-in|A&B <i>Headset (not there)", 2);
  assert_setting (settings, "output-device", "usb.<b>headset", "A&B <i>Headset");
  handler_devices_group_set_outputs (group, names, labels);
  assert_lines (group, "output", "System default|Built-in|A&B <i>Headset", 2);
  g_settings_set (settings, "output-device", "(ss)", "card.analog", "Built-in");
  assert_lines (group, "output", "System default|Built-in|A&B <i>Headset", 1);
  g_settings_set (settings, "output-device", "(ss)", "gone", "");
  assert_lines (group, "output", "System default|Built-in|A&B <i>Headset|gone (not there)", 3);
  adw_combo_row_set_selected (ADW_COMBO_ROW (child (group, "output")), 0);
  assert_setting (settings, "output-device", "", "");
  handler_devices_group_set_inputs (group, fewer_names, fewer_labels);
  adw_combo_row_set_selected (ADW_COMBO_ROW (child (group, "input")), 1);
  assert_setting (settings, "input-device", "card.analog", "Built-in");
  g_assert_finalize_object (group);
}

static GString *sides;

static void
test_tone_cb (HandlerDevicesGroup *group, int side)
{
  g_string_append_c (sides, side < 0 ? 'L' : 'R');
}

static gboolean
is_ready (HandlerDevicesGroup *group)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (child (group, "test_button")));
}

static const char *
words (HandlerDevicesGroup *group)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (child (group, "test_row")));
}

/* Each side has its word while it sounds, and where it can not sound, that is said.  */
static void
test_test_tone (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.handlerone.HandlerOne");
  HandlerDevicesGroup *group = new_group (settings);
  const char *seen;

  sides = g_string_new (NULL);
  g_signal_connect (group, "test-tone", G_CALLBACK (test_tone_cb), NULL);
  handler_devices_group_set_state (group, FALSE, "No <such> device & none");
  seen = adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group));
  g_assert_cmpstr (seen, ==, "No <such> device & none"); /* no markup */
  g_assert_false (is_ready (group));
  g_assert_cmpstr (words (group), ==, "There is no sound");
  handler_devices_group_set_state (group, TRUE, NULL);
  g_assert_true (is_ready (group));
  g_settings_set_boolean (settings, "mute", TRUE);
  g_assert_nonnull (strstr (words (group), "Muted"));
  g_settings_reset (settings, "mute");
  g_signal_emit_by_name (child (group, "test_button"), "clicked");
  g_assert_cmpstr (words (group), ==, "Left");
  g_assert_cmpstr (sides->str, ==, "L");
  g_assert_false (is_ready (group));
  while (!is_ready (group))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (sides->str, ==, "LR");
  g_signal_emit_by_name (child (group, "test_button"), "clicked"); /* and closed while it sounds */
  g_assert_finalize_object (group);
  g_string_free (sides, TRUE);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_register_resource ();
  g_test_add_func ("/ui/sound/peak", test_peak);
  g_test_add_func ("/ui/sound/meter-is-read", test_meter_is_read);
  g_test_add_data_func ("/ui/sound/meter-rests", GINT_TO_POINTER (TRUE), test_meter_rests);
  g_test_add_data_func ("/ui/sound/meter-rests-calm", GINT_TO_POINTER (FALSE), test_meter_rests);
  g_test_add_data_func ("/ui/sound/spectrum-rests", GINT_TO_POINTER (TRUE), test_spectrum_rests);
  g_test_add_data_func ("/ui/sound/spectrum-rests-calm", GINT_TO_POINTER (FALSE), test_spectrum_rests);
  g_test_add_func ("/ui/sound/choice", test_choice);
  g_test_add_func ("/ui/sound/test-tone", test_test_tone);
  return g_test_run ();
}
