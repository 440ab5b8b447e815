/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-contact-row.h"
#include "ui/widgets/handler-pair.h"
#include "ui/widgets/handler-widget.h"

struct _HandlerContactRow {
  GtkWidget parent_instance;
  HandlerContact *contact;
};

G_DEFINE_FINAL_TYPE (HandlerContactRow, handler_contact_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_CONTACT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
handler_contact_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTACT)
    g_value_set_object (value, HANDLER_CONTACT_ROW (object)->contact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_contact_row_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_CONTACT)
    handler_contact_row_set_contact (HANDLER_CONTACT_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_contact_row_dispose (GObject *object)
{
  HandlerContactRow *self = HANDLER_CONTACT_ROW (object);

  g_clear_object (&self->contact);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_CONTACT_ROW);
  handler_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (handler_contact_row_parent_class)->dispose (object);
}

/* Only when it is asked for: a tooltip that is set looks each time where the pointer is.  */
static gboolean
handler_contact_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HandlerContactRow *self = HANDLER_CONTACT_ROW (widget);

  if (self->contact == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, handler_contact_get_description (self->contact));
  return TRUE;
}

static void
handler_contact_row_class_init (HandlerContactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = handler_contact_row_get_property;
  object_class->set_property = handler_contact_row_set_property;
  object_class->dispose = handler_contact_row_dispose;
  widget_class->query_tooltip = handler_contact_row_query_tooltip;
  properties[PROP_CONTACT]
      = g_param_spec_object ("contact", NULL, NULL, HANDLER_TYPE_CONTACT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (HANDLER_TYPE_CONTACT);
  g_type_ensure (HANDLER_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/squad/handler-contact-row.ui");
}

static void
handler_contact_row_init (HandlerContactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
handler_contact_row_new (void)
{
  return g_object_new (HANDLER_TYPE_CONTACT_ROW, NULL);
}

HandlerContact *
handler_contact_row_get_contact (HandlerContactRow *self)
{
  g_return_val_if_fail (HANDLER_IS_CONTACT_ROW (self), NULL);
  return self->contact;
}

void
handler_contact_row_set_contact (HandlerContactRow *self, HandlerContact *contact)
{
  g_return_if_fail (HANDLER_IS_CONTACT_ROW (self));
  if (g_set_object (&self->contact, contact))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTACT]);
}
