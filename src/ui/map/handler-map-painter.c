/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-painter.h"

#include "ui/widgets/handler-weak.h"

#include <string.h>

struct _HandlerMapPainter {
  GObject parent_instance;

  cairo_surface_t *surface; /* (owned) (nullable) what was painted last */
  HandlerMapBox view;       /* that it shows */
  GPtrArray *papers;        /* cairo_surface_t: to paint on; nobody else has one that is free */
  GCancellable *cancellable; /* of what is being painted; NULL: nothing is */
};

G_DEFINE_FINAL_TYPE (HandlerMapPainter, handler_map_painter, G_TYPE_OBJECT)

enum { SIGNAL_PAINTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- Papers -------------------------------------------------------------------------------- */

/* One is shown, one goes with the frame before, one is painted on.  */
#define MOST_PAPERS 3

typedef struct {
  HandlerMapPainting *painting;
  cairo_surface_t *paper;
} Job;

static gboolean
is_free (cairo_surface_t *paper, const HandlerMapBox *view)
{
  return cairo_surface_get_reference_count (paper) == 1 &&
         cairo_image_surface_get_width (paper) == view->width &&
         cairo_image_surface_get_height (paper) == view->height;
}

/* (transfer full): memory that is new costs more than what is painted on it.  */
static cairo_surface_t *
find_paper (HandlerMapPainter *self, const HandlerMapPainting *painting)
{
  cairo_surface_t *paper;

  for (guint i = 0; i < self->papers->len; i++)
    if (is_free (g_ptr_array_index (self->papers, i), handler_map_painting_get_view (painting)))
      return cairo_surface_reference (g_ptr_array_index (self->papers, i));
  if (self->papers->len == MOST_PAPERS)
    g_ptr_array_remove_index (self->papers, 0);
  paper = handler_map_painting_new_paper (painting);
  g_ptr_array_add (self->papers, paper);
  return cairo_surface_reference (paper);
}

static Job *
job_new (HandlerMapPainter *self, HandlerMapPainting *painting)
{
  Job *job = g_new (Job, 1);

  job->painting = painting;
  job->paper = find_paper (self, painting);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  handler_map_painting_free (job->painting);
  cairo_surface_destroy (job->paper);
  g_free (job);
}

/* ---- Painting ------------------------------------------------------------------------------ */

static void
keep (HandlerMapPainter *self, const Job *job)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_surface_reference (job->paper);
  self->view = *handler_map_painting_get_view (job->painting);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;
  handler_map_painting_paint (job->painting, job->paper);
  g_task_return_boolean (task, TRUE);
}

/* What was forgotten is cancelled, and gives nothing.  */
static void
painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerMapPainter) self = handler_weak_take (user_data);

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self == NULL)
    return;
  g_clear_object (&self->cancellable);
  keep (self, g_task_get_task_data (G_TASK (result)));
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
  g_task_set_task_data (task, job_new (self, painting), job_free);
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
  Job *job;

  g_return_if_fail (HANDLER_IS_MAP_PAINTER (self) && painting != NULL);

  handler_map_painter_forget (self);
  job = job_new (self, painting);
  handler_map_painting_paint (job->painting, job->paper);
  keep (self, job);
  job_free (job);
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
handler_map_painter_finalize (GObject *object)
{
  g_ptr_array_unref (HANDLER_MAP_PAINTER (object)->papers);
  G_OBJECT_CLASS (handler_map_painter_parent_class)->finalize (object);
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
  G_OBJECT_CLASS (klass)->finalize = handler_map_painter_finalize;
  signals[SIGNAL_PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
handler_map_painter_init (HandlerMapPainter *self)
{
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
}
