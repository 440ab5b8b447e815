/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-level-meter.h"

#include <glib/gi18n.h>
#include <math.h>

#define SEGMENT 5
#define GAP 2
#define HEIGHT 6
#define FLOOR_DB (-60.0)
#define LOUD_DB (-12.0)
#define STEP_MS 66   /* between two looks at a peak that falls */
#define CALM_MS 250  /* between two changes where nothing should be animated */
#define SAID_MS 500  /* between two accessible values: each may be read out */

struct _HandlerLevelMeter {
  GtkWidget parent_instance;
  double db;      /* told last */
  double loudest; /* since it was shown last */
  HandlerPeak peak;
  guint lit, lit_peak;
  gint64 shown_us;
  int said_db; /* accessible value, */
  gint64 said_us;
  guint step; /* source, while something has yet to be shown */
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
handler_level_meter_dispose (GObject *object)
{
  g_clear_handle_id (&HANDLER_LEVEL_METER (object)->step, g_source_remove);
  G_OBJECT_CLASS (handler_level_meter_parent_class)->dispose (object);
}

static void
handler_level_meter_class_init (HandlerLevelMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_level_meter_dispose;
  widget_class->snapshot = handler_level_meter_snapshot;
  widget_class->measure = handler_level_meter_measure;
  gtk_widget_class_set_css_name (widget_class, "levelmeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

/* ---- What is said ------------------------------------------------------------------------------ */

static void
say (HandlerLevelMeter *self, int db)
{
  /* Translators: the level of the sound in decibels, %d is at most 0.  */
  g_autofree char *level = g_strdup_printf (C_("level", "%d dB"), db);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) db,
      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, db > FLOOR_DB ? level : C_("level", "silence"), -1);
  self->said_db = db;
}

/* Not each of fifteen a second; silence always, since nothing comes after it.  */
static void
say_now_and_then (HandlerLevelMeter *self, double level, gint64 now)
{
  int db = (int) lround (level);

  if (db == self->said_db || (db > FLOOR_DB && now < self->said_us + SAID_MS * 1000))
    return;
  self->said_us = now;
  say (self, db);
}

static void
handler_level_meter_init (HandlerLevelMeter *self)
{
  self->db = self->loudest = self->peak.db = FLOOR_DB;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  FLOOR_DB, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 0.0, -1);
  say (self, (int) FLOOR_DB);
}

/* ---- What is shown ----------------------------------------------------------------------------- */

double
handler_peak_update (HandlerPeak *peak, double db, gint64 now_us, gboolean calm)
{
  gint64 from = MAX (peak->held_us, peak->at_us);

  if (db >= peak->db)
    *peak = (HandlerPeak) {.db = db, .held_us = now_us + HANDLER_PEAK_HOLD_US};
  else if (now_us > from)
    peak->db = calm ? db : MAX (db, peak->db - HANDLER_PEAK_FALL_DB_S * (double) (now_us - from) / 1e6);
  peak->at_us = now_us;
  return peak->db;
}

static gboolean
is_calm (HandlerLevelMeter *self)
{
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return !animated;
}

static void
show (HandlerLevelMeter *self, gint64 now, gboolean calm)
{
  guint n = segments_of (GTK_WIDGET (self));
  double level = MAX (self->db, self->loudest);
  guint lit = handler_level_meter_lit (level, n);
  guint lit_peak = handler_level_meter_lit (handler_peak_update (&self->peak, level, now, calm), n);

  say_now_and_then (self, level, now);
  self->loudest = FLOOR_DB;
  self->shown_us = now;
  if (lit == self->lit && lit_peak == self->lit_peak)
    return;
  self->lit = lit;
  self->lit_peak = lit_peak;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
step_cb (gpointer data)
{
  HandlerLevelMeter *self = data;

  show (self, g_get_monotonic_time (), is_calm (self));
  if (self->peak.db > self->db)
    return G_SOURCE_CONTINUE;
  self->step = 0;
  return G_SOURCE_REMOVE;
}

void
handler_level_meter_set_level (HandlerLevelMeter *self, double db)
{
  gint64 now = g_get_monotonic_time ();
  gboolean calm;

  g_return_if_fail (HANDLER_IS_LEVEL_METER (self));
  self->db = db > FLOOR_DB ? MIN (db, 0) : FLOOR_DB;
  self->loudest = MAX (self->loudest, self->db);
  calm = is_calm (self);
  if (!calm || now >= self->shown_us + CALM_MS * 1000)
    show (self, now, calm);
  if (self->step == 0 && (self->loudest > self->db || self->peak.db > self->db || self->lit > 0))
    self->step = g_timeout_add (calm ? CALM_MS : STEP_MS, step_cb, self);
}
