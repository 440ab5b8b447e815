/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-painter.h"

#include "ui/widgets/handler-weak.h"

#include <string.h>

struct _HandlerMapPainter {
  GObject parent_instance;

  cairo_surface_t *surface; /* (owned) (nullable) never drawn on again: the window's nodes share it */
  HandlerMapBox view;       /* that it shows */
  GCancellable *cancellable; /* of what is being painted; NULL: nothing is */
};

G_DEFINE_FINAL_TYPE (HandlerMapPainter, handler_map_painter, G_TYPE_OBJECT)

enum { SIGNAL_PAINTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
keep (HandlerMapPainter *self, cairo_surface_t *surface, const HandlerMapPainting *painting)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = surface;
  self->view = *handler_map_painting_get_view (painting);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, handler_map_painting_paint (task_data),
                           (GDestroyNotify) cairo_surface_destroy);
}

/* One that was forgotten is cancelled, and gives nothing.  */
static void
painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerMapPainter) self = handler_weak_take (user_data);
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  if (surface == NULL)
    return;
  if (self == NULL) {
    cairo_surface_destroy (surface);
    return;
  }
  g_clear_object (&self->cancellable);
  keep (self, surface, g_task_get_task_data (G_TASK (result)));
  g_signal_emit (self, signals[SIGNAL_PAINTED], 0);
}

HandlerMapPainter *
handler_map_painter_new (void)
{
  return g_object_new (HANDLER_TYPE_MAP_PAINTER, NULL);
}

void
handler_map_painter_begin (HandlerMapPainter *self, HandlerMapPainting *painting)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HANDLER_IS_MAP_PAINTER (self) && self->cancellable == NULL && painting != NULL);

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, painted, handler_weak_new (self));
  g_task_set_task_data (task, painting, (GDestroyNotify) handler_map_painting_free);
  g_task_set_source_tag (task, handler_map_painter_begin);
  g_task_run_in_thread (task, paint_in_thread);
}

gboolean
handler_map_painter_is_busy (HandlerMapPainter *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_PAINTER (self), FALSE);
  return self->cancellable != NULL;
}

void
handler_map_painter_paint (HandlerMapPainter *self, HandlerMapPainting *painting)
{
  g_return_if_fail (HANDLER_IS_MAP_PAINTER (self) && painting != NULL);

  handler_map_painter_forget (self);
  keep (self, handler_map_painting_paint (painting), painting);
  handler_map_painting_free (painting);
}

void
handler_map_painter_forget (HandlerMapPainter *self)
{
  g_return_if_fail (HANDLER_IS_MAP_PAINTER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

cairo_surface_t *
handler_map_painter_get_surface (HandlerMapPainter *self, const HandlerMapBox *view)
{
  g_return_val_if_fail (HANDLER_IS_MAP_PAINTER (self) && view != NULL, NULL);

  return self->surface != NULL && memcmp (&self->view, view, sizeof *view) == 0 ? self->surface
                                                                                 : NULL;
}

static void
handler_map_painter_dispose (GObject *object)
{
  handler_map_painter_forget (HANDLER_MAP_PAINTER (object));
  G_OBJECT_CLASS (handler_map_painter_parent_class)->dispose (object);
}

static void
handler_map_painter_class_init (HandlerMapPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = handler_map_painter_dispose;
  signals[SIGNAL_PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
handler_map_painter_init (HandlerMapPainter *self)
{
}
