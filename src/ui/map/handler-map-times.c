/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-times.h"

#include <glib/gi18n.h>

#define KEPT_US (5 * G_USEC_PER_SEC)
#define MOST_KEPT 1024
/* Its words are a frame, too: not at each of them.  */
#define TELL_MS 500

typedef struct {
  gint64 at;
  double ms;
} Time;

struct _HandlerMapTimes {
  AdwBin parent_instance;

  HandlerMap *map; /* borrowed */
  GtkWidget *label;
  GArray *times; /* Time, oldest first */
  GSignalGroup *clock_signals;
  gint64 begun;
  guint tell_id;
};

G_DEFINE_FINAL_TYPE (HandlerMapTimes, handler_map_times, ADW_TYPE_BIN)

void
handler_map_times_add (HandlerMapTimes *self, double ms, gint64 now)
{
  Time time = {now, ms};
  guint old = 0;

  g_return_if_fail (HANDLER_IS_MAP_TIMES (self));

  g_array_append_val (self->times, time);
  while (g_array_index (self->times, Time, old).at < now - KEPT_US ||
         self->times->len - old > MOST_KEPT)
    old++;
  if (old > 0)
    g_array_remove_range (self->times, 0, old);
}

static int
compare_ms (gconstpointer a, gconstpointer b)
{
  double x = ((const Time *) a)->ms;
  double y = ((const Time *) b)->ms;

  return x < y ? -1 : x > y;
}

char *
handler_map_times_dup_text (HandlerMapTimes *self)
{
  g_autoptr (GArray) sorted = NULL;
  guint n;

  g_return_val_if_fail (HANDLER_IS_MAP_TIMES (self), NULL);

  n = self->times->len;
  if (n == 0)
    return g_strdup ("");
  sorted = g_array_copy (self->times);
  g_array_sort (sorted, compare_ms);
  return g_strdup_printf (
      /* Translators: how long drawing took: the last frame, the one in the middle, the one that 99 of
       * 100 do not exceed, all in milliseconds; how many symbols the map draws.  */
      C_ ("frame times", "Frame %1$.1f ms · p50 %2$.1f · p99 %3$.1f · symbols %4$u"),
      g_array_index (self->times, Time, n - 1).ms, g_array_index (sorted, Time, (n - 1) / 2).ms,
      g_array_index (sorted, Time, (n - 1) * 99 / 100).ms, handler_map_get_n_drawn (self->map));
}

static gboolean
tell_cb (gpointer data)
{
  HandlerMapTimes *self = data;
  g_autofree char *text = handler_map_times_dup_text (self);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  return G_SOURCE_CONTINUE;
}

static void
begun_cb (HandlerMapTimes *self)
{
  self->begun = g_get_monotonic_time ();
}

static void
ended_cb (HandlerMapTimes *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->begun != 0)
    handler_map_times_add (self, (double) (now - self->begun) / 1000, now);
  self->begun = 0;
}

static void
handler_map_times_map (GtkWidget *widget)
{
  HandlerMapTimes *self = HANDLER_MAP_TIMES (widget);

  GTK_WIDGET_CLASS (handler_map_times_parent_class)->map (widget);
  g_signal_group_set_target (self->clock_signals, gtk_widget_get_frame_clock (widget));
  self->tell_id = g_timeout_add (TELL_MS, tell_cb, self);
}

static void
handler_map_times_unmap (GtkWidget *widget)
{
  HandlerMapTimes *self = HANDLER_MAP_TIMES (widget);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_signal_group_set_target (self->clock_signals, NULL);
  GTK_WIDGET_CLASS (handler_map_times_parent_class)->unmap (widget);
}

static void
handler_map_times_finalize (GObject *object)
{
  HandlerMapTimes *self = HANDLER_MAP_TIMES (object);

  g_clear_object (&self->clock_signals);
  g_array_unref (self->times);
  G_OBJECT_CLASS (handler_map_times_parent_class)->finalize (object);
}

GtkWidget *
handler_map_times_new (HandlerMap *map)
{
  HandlerMapTimes *self = g_object_new (HANDLER_TYPE_MAP_TIMES, NULL);

  self->map = map;
  return GTK_WIDGET (self);
}

static void
handler_map_times_class_init (HandlerMapTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = handler_map_times_finalize;
  widget_class->map = handler_map_times_map;
  widget_class->unmap = handler_map_times_unmap;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
handler_map_times_init (HandlerMapTimes *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->times = g_array_new (FALSE, FALSE, sizeof (Time));
  self->clock_signals = g_signal_group_new (GDK_TYPE_FRAME_CLOCK);
  g_signal_group_connect_swapped (self->clock_signals, "before-paint", G_CALLBACK (begun_cb), self);
  g_signal_group_connect_swapped (self->clock_signals, "after-paint", G_CALLBACK (ended_cb), self);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  adw_bin_set_child (ADW_BIN (self), self->label);
  /* Above what stands at the bottom of a narrow map.  */
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_margin_end (widget, 28);
  gtk_widget_set_margin_bottom (widget, 80);
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_add_css_class (widget, "map-scale");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: name, for screen readers, of the words that tell
                                   * how long drawing took.  */
                                  C_ ("accessible name", "Frame times"), -1);
}
