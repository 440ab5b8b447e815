/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-squad-row.h"
#include "ui/squad/handler-parts-view.h"
#include "ui/widgets/handler-closures.h"
#include "ui/widgets/handler-pair.h"
#include "ui/widgets/handler-widget.h"

struct _HandlerSquadRow {
  GtkWidget parent_instance;
  HandlerMachine *machine;
  GSignalGroup *signals;
  GtkWidget *badge;
  GtkWidget *status_box;
  GtkWidget *figures;
  HandlerPartsView *parts;
};

G_DEFINE_FINAL_TYPE (HandlerSquadRow, handler_squad_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_MACHINE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
show_looks (HandlerSquadRow *self)
{
  HandlerGravity gravity;

  if (self->machine == NULL)
    return;
  gravity = handler_machine_get_gravity (self->machine);
  handler_widget_toggle_class (self->status_box, "warning", gravity == HANDLER_GRAVITY_WARNING);
  handler_widget_toggle_class (self->status_box, "error", gravity == HANDLER_GRAVITY_ERROR);
  handler_widget_toggle_class (self->figures, "stale", handler_machine_get_stale (self->machine));
  gtk_widget_set_visible (self->figures, !handler_machine_get_lost (self->machine));
  handler_widget_toggle_class (GTK_WIDGET (self), "lost", handler_machine_get_lost (self->machine));
  handler_widget_toggle_class (self->badge, "stale", handler_machine_get_age (self->machine) > 20);
}

static void
show_parts (HandlerSquadRow *self)
{
  if (self->machine != NULL)
    handler_parts_view_set_parts (self->parts, handler_machine_get_parts (self->machine));
}

static void
handler_squad_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MACHINE)
    g_value_set_object (value, HANDLER_SQUAD_ROW (object)->machine);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_squad_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MACHINE)
    handler_squad_row_set_machine (HANDLER_SQUAD_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_squad_row_dispose (GObject *object)
{
  HandlerSquadRow *self = HANDLER_SQUAD_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->machine);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_SQUAD_ROW);
  handler_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (handler_squad_row_parent_class)->dispose (object);
}

/* Only when it is asked for: a tooltip that is set looks each time where the pointer is.  */
static gboolean
handler_squad_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HandlerSquadRow *self = HANDLER_SQUAD_ROW (widget);

  if (self->machine == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, handler_machine_get_description (self->machine));
  return TRUE;
}

static void
handler_squad_row_class_init (HandlerSquadRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = handler_squad_row_get_property;
  object_class->set_property = handler_squad_row_set_property;
  object_class->dispose = handler_squad_row_dispose;
  widget_class->query_tooltip = handler_squad_row_query_tooltip;
  properties[PROP_MACHINE]
      = g_param_spec_object ("machine", NULL, NULL, HANDLER_TYPE_MACHINE,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HANDLER_TYPE_MACHINE);
  g_type_ensure (HANDLER_TYPE_PARTS_VIEW);
  g_type_ensure (HANDLER_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/squad/handler-squad-row.ui");
  handler_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadRow, badge);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadRow, status_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadRow, figures);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadRow, parts);
}

static void
handler_squad_row_init (HandlerSquadRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HANDLER_TYPE_MACHINE);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_looks), self);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (show_parts), self);
}

GtkWidget *
handler_squad_row_new (void)
{
  return g_object_new (HANDLER_TYPE_SQUAD_ROW, NULL);
}

HandlerMachine *
handler_squad_row_get_machine (HandlerSquadRow *self)
{
  g_return_val_if_fail (HANDLER_IS_SQUAD_ROW (self), NULL);
  return self->machine;
}

void
handler_squad_row_set_machine (HandlerSquadRow *self, HandlerMachine *machine)
{
  g_return_if_fail (HANDLER_IS_SQUAD_ROW (self));
  if (!g_set_object (&self->machine, machine))
    return;
  g_signal_group_set_target (self->signals, machine);
  show_looks (self);
  show_parts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MACHINE]);
}
