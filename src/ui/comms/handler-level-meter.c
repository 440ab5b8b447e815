/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-level-meter.h"

#include <math.h>

#define SEGMENT 5
#define GAP 2
#define HEIGHT 6
#define FLOOR_DB (-60.0)
#define LOUD_DB (-12.0)
#define FALL_DB 0.8 /* the peak loses this at each level that is told */

struct _HandlerLevelMeter {
  GtkWidget parent_instance;
  double db, peak;
  guint lit, lit_peak;
};

G_DEFINE_FINAL_TYPE (HandlerLevelMeter, handler_level_meter, GTK_TYPE_WIDGET)

guint
handler_level_meter_lit (double db, guint n)
{
  if (!(db > FLOOR_DB))
    return 0;
  return MIN (n, (guint) lround ((db - FLOOR_DB) / -FLOOR_DB * n));
}

static guint
segments_of (GtkWidget *widget)
{
  return (guint) MAX (1, gtk_widget_get_width (widget) / (SEGMENT + GAP));
}

static void
handler_level_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA quiet = {0.18f, 0.65f, 0.42f, 1}, loud = {0.90f, 0.60f, 0.0f, 1};
  HandlerLevelMeter *self = HANDLER_LEVEL_METER (widget);
  guint n = segments_of (widget), loud_from = handler_level_meter_lit (LOUD_DB, n);
  float y = (float) (gtk_widget_get_height (widget) - HEIGHT) / 2;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA dark;

  gtk_widget_get_color (widget, &dark);
  dark.alpha *= 0.15f;
  for (guint i = 0; i < n; i++) {
    gboolean on = i < self->lit || (self->lit_peak > 0 && i + 1 == self->lit_peak);
    const GdkRGBA *colour = !on ? &dark : i >= loud_from ? &loud : &quiet;
    guint column = rtl ? n - 1 - i : i;

    gtk_snapshot_append_color (
        snapshot, colour, &GRAPHENE_RECT_INIT ((float) (column * (SEGMENT + GAP)), y, SEGMENT, HEIGHT));
  }
}

static void
handler_level_meter_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min,
                             int *natural, int *min_baseline, int *natural_baseline)
{
  *min = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT + 2 : 10 * (SEGMENT + GAP);
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT + 2 : 30 * (SEGMENT + GAP);
}

static void
handler_level_meter_class_init (HandlerLevelMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = handler_level_meter_snapshot;
  widget_class->measure = handler_level_meter_measure;
  gtk_widget_class_set_css_name (widget_class, "levelmeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
handler_level_meter_init (HandlerLevelMeter *self)
{
  self->db = self->peak = FLOOR_DB;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  FLOOR_DB, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, FLOOR_DB, -1);
}

void
handler_level_meter_set_level (HandlerLevelMeter *self, double db)
{
  guint n, lit, lit_peak;

  g_return_if_fail (HANDLER_IS_LEVEL_METER (self));
  self->db = CLAMP (db, FLOOR_DB, 0);
  self->peak = MAX (self->db, self->peak - FALL_DB);
  n = segments_of (GTK_WIDGET (self));
  lit = handler_level_meter_lit (self->db, n);
  lit_peak = handler_level_meter_lit (self->peak, n);
  if (lit == self->lit && lit_peak == self->lit_peak)
    return;
  self->lit = lit;
  self->lit_peak = lit_peak;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
