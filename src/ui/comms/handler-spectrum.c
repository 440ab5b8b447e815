/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-spectrum.h"

#include <string.h>

#define COLUMNS 144
#define ROWS 24
#define DARK_DB (-80.f)
#define BRIGHT_DB (-20.f)
/* Columns of silence after which nothing is left to be seen; the sound rests a little later.  */
#define REST_COLUMNS 24
/* Between two pictures where nothing should move.  */
#define CALM_US (500 * 1000)

struct _HandlerSpectrum {
  GtkWidget parent_instance;
  guint8 cells[ROWS][COLUMNS]; /* brightness, row 0 the highest band */
  guint silent;                /* columns of silence at the end */
  guint8 loudest[ROWS];        /* since it was drawn last, where nothing moves */
  gint64 drawn_us;
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (HandlerSpectrum, handler_spectrum, GTK_TYPE_WIDGET)

/* Dark blue over light blue to white: brightness alone tells the level.  */
static void
write_pixel (guint8 *pixel, guint8 level)
{
  float k = level / 255.f;

  pixel[0] = (guint8) (k * k * 220);
  pixel[1] = (guint8) (k * 210);
  pixel[2] = (guint8) (60 + k * 195);
  pixel[3] = (guint8) (20 + k * 235);
  for (int i = 0; i < 3; i++)
    pixel[i] = (guint8) (pixel[i] * pixel[3] / 255);
}

static GdkTexture *
make_texture (HandlerSpectrum *self)
{
  gsize size = (gsize) ROWS * COLUMNS * 4;
  guint8 *pixels = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize row = 0; row < ROWS; row++)
    for (gsize column = 0; column < COLUMNS; column++)
      write_pixel (pixels + (row * COLUMNS + column) * 4, self->cells[row][column]);
  bytes = g_bytes_new_take (pixels, size);
  return gdk_memory_texture_new (COLUMNS, ROWS, GDK_MEMORY_R8G8B8A8_PREMULTIPLIED, bytes,
                                 COLUMNS * 4);
}

static void
handler_spectrum_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HandlerSpectrum *self = HANDLER_SPECTRUM (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  if (self->texture == NULL)
    self->texture = make_texture (self);
  gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_NEAREST,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
handler_spectrum_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min,
                          int *natural, int *min_baseline, int *natural_baseline)
{
  *min = orientation == GTK_ORIENTATION_VERTICAL ? 28 : 60;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? 36 : 2 * COLUMNS;
}

static void
handler_spectrum_dispose (GObject *object)
{
  g_clear_object (&HANDLER_SPECTRUM (object)->texture);
  G_OBJECT_CLASS (handler_spectrum_parent_class)->dispose (object);
}

static void
handler_spectrum_class_init (HandlerSpectrumClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_spectrum_dispose;
  widget_class->snapshot = handler_spectrum_snapshot;
  widget_class->measure = handler_spectrum_measure;
  gtk_widget_class_set_css_name (widget_class, "spectrum");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
handler_spectrum_init (HandlerSpectrum *self)
{
  self->silent = REST_COLUMNS + 1;
}

/* The loudest of the bands that fall into a row.  */
static guint8
level_of_row (const float *bands_db, gsize n, gsize row)
{
  gsize from = row * n / ROWS, to = MAX (from + 1, (row + 1) * n / ROWS);
  float loudest = DARK_DB;

  for (gsize i = from; i < to && i < n; i++)
    loudest = MAX (loudest, bands_db[i]);
  return (guint8) (CLAMP ((loudest - DARK_DB) / (BRIGHT_DB - DARK_DB), 0.f, 1.f) * 255);
}

static void
redraw (HandlerSpectrum *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rest (HandlerSpectrum *self)
{
  self->silent = REST_COLUMNS + 1;
  memset (self->cells, 0, sizeof self->cells);
  memset (self->loudest, 0, sizeof self->loudest);
  redraw (self);
}

static void
shift_in (HandlerSpectrum *self, const guint8 *column)
{
  for (gsize row = 0; row < ROWS; row++) {
    memmove (self->cells[row], self->cells[row] + 1, COLUMNS - 1);
    self->cells[row][COLUMNS - 1] = column[row];
  }
  redraw (self);
}

/* What sounds now over the whole width, twice a second.  */
static void
stand (HandlerSpectrum *self, const guint8 *column)
{
  gint64 now = g_get_monotonic_time ();

  for (gsize row = 0; row < ROWS; row++)
    self->loudest[row] = MAX (self->loudest[row], column[row]);
  if (now < self->drawn_us + CALM_US)
    return;
  for (gsize row = 0; row < ROWS; row++)
    memset (self->cells[row], self->loudest[row], COLUMNS);
  memset (self->loudest, 0, sizeof self->loudest);
  self->drawn_us = now;
  redraw (self);
}

static gboolean
is_animated (HandlerSpectrum *self)
{
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return animated;
}

void
handler_spectrum_push (HandlerSpectrum *self, const float *bands_db, gsize n)
{
  guint8 column[ROWS];
  guint8 loudest = 0;

  g_return_if_fail (HANDLER_IS_SPECTRUM (self));
  for (gsize row = 0; row < ROWS; row++) {
    column[row] = n == 0 ? 0 : level_of_row (bands_db, n, ROWS - 1 - row);
    loudest = MAX (loudest, column[row]);
  }
  if (loudest == 0 && self->silent > REST_COLUMNS)
    return;
  self->silent = loudest == 0 ? self->silent + 1 : 0;
  if (n == 0 || self->silent > REST_COLUMNS)
    rest (self);
  else if (is_animated (self))
    shift_in (self, column);
  else
    stand (self, column);
}

gboolean
handler_spectrum_is_dark (HandlerSpectrum *self)
{
  g_return_val_if_fail (HANDLER_IS_SPECTRUM (self), TRUE);
  return self->silent > REST_COLUMNS;
}
