/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/battle/handler-strain-meter.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

#define BARS 5
#define WIDTH 6
#define GAP 2
#define HEIGHT 14

struct _HandlerStrainMeter {
  GtkWidget parent_instance;
  guint bars;
};

G_DEFINE_FINAL_TYPE (HandlerStrainMeter, handler_strain_meter, GTK_TYPE_WIDGET)

static void
handler_strain_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HandlerStrainMeter *self = HANDLER_STRAIN_METER (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float bottom = (float) (gtk_widget_get_height (widget) + HEIGHT) / 2;
  GdkRGBA on, off;

  gtk_widget_get_color (widget, &on);
  off = on;
  off.alpha *= 0.3f;
  for (guint i = 0; i < BARS; i++) {
    guint column = rtl ? BARS - 1 - i : i;
    float height = HEIGHT * (0.36f + 0.16f * (float) i);

    gtk_snapshot_append_color (snapshot, i < self->bars ? &on : &off,
                               &GRAPHENE_RECT_INIT ((float) (column * (WIDTH + GAP)),
                                                    bottom - height, WIDTH, height));
  }
}

static void
handler_strain_meter_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *min, int *natural, int *min_baseline, int *natural_baseline)
{
  *min = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : BARS * (WIDTH + GAP) - GAP;
}

static void
handler_strain_meter_class_init (HandlerStrainMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = handler_strain_meter_snapshot;
  widget_class->measure = handler_strain_meter_measure;
  gtk_widget_class_set_css_name (widget_class, "strainmeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
handler_strain_meter_init (HandlerStrainMeter *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("link", "Strain of the link"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0, -1);
}

void
handler_strain_meter_set_strain (HandlerStrainMeter *self, double strain)
{
  guint bars = handler_text_strain_bars (strain);

  g_return_if_fail (HANDLER_IS_STRAIN_METER (self));
  if (bars == self->bars)
    return;
  self->bars = bars;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, strain,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  handler_text_strain (strain), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
