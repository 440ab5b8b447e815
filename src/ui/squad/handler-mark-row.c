/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-mark-row.h"
#include "ui/widgets/handler-closures.h"
#include "ui/widgets/handler-pair.h"
#include "ui/widgets/handler-widget.h"

struct _HandlerMarkRow {
  GtkWidget parent_instance;
  HandlerMark *mark;
};

G_DEFINE_FINAL_TYPE (HandlerMarkRow, handler_mark_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_MARK, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
handler_mark_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MARK)
    g_value_set_object (value, HANDLER_MARK_ROW (object)->mark);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_mark_row_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_MARK)
    handler_mark_row_set_mark (HANDLER_MARK_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_mark_row_dispose (GObject *object)
{
  HandlerMarkRow *self = HANDLER_MARK_ROW (object);

  g_clear_object (&self->mark);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_MARK_ROW);
  handler_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (handler_mark_row_parent_class)->dispose (object);
}

/* Only when it is asked for: a tooltip that is set looks each time where the pointer is.  */
static gboolean
handler_mark_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HandlerMarkRow *self = HANDLER_MARK_ROW (widget);

  if (self->mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, handler_mark_get_description (self->mark));
  return TRUE;
}

static void
handler_mark_row_class_init (HandlerMarkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = handler_mark_row_get_property;
  object_class->set_property = handler_mark_row_set_property;
  object_class->dispose = handler_mark_row_dispose;
  widget_class->query_tooltip = handler_mark_row_query_tooltip;
  properties[PROP_MARK]
      = g_param_spec_object ("mark", NULL, NULL, HANDLER_TYPE_MARK,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (HANDLER_TYPE_MARK);
  g_type_ensure (HANDLER_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/squad/handler-mark-row.ui");
  handler_closures_bind (widget_class);
}

static void
handler_mark_row_init (HandlerMarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
handler_mark_row_new (void)
{
  return g_object_new (HANDLER_TYPE_MARK_ROW, NULL);
}

HandlerMark *
handler_mark_row_get_mark (HandlerMarkRow *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK_ROW (self), NULL);
  return self->mark;
}

void
handler_mark_row_set_mark (HandlerMarkRow *self, HandlerMark *mark)
{
  g_return_if_fail (HANDLER_IS_MARK_ROW (self));
  if (g_set_object (&self->mark, mark))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}
