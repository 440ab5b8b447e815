/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-selection.h"

struct _HandlerSelection {
  GObject parent_instance;

  HandlerSelectionKind kind;
  guint id;
};

G_DEFINE_FINAL_TYPE (HandlerSelection, handler_selection, G_TYPE_OBJECT)

enum { PROP_0, PROP_KIND, PROP_ID, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

HandlerSelection *
handler_selection_new (void)
{
  return g_object_new (HANDLER_TYPE_SELECTION, NULL);
}

HandlerSelectionKind
handler_selection_get_kind (HandlerSelection *self)
{
  g_return_val_if_fail (HANDLER_IS_SELECTION (self), HANDLER_SELECTION_NONE);
  return self->kind;
}

guint
handler_selection_get_id (HandlerSelection *self)
{
  g_return_val_if_fail (HANDLER_IS_SELECTION (self), 0);
  return self->id;
}

gboolean
handler_selection_is (HandlerSelection *self, HandlerSelectionKind kind, guint id)
{
  g_return_val_if_fail (HANDLER_IS_SELECTION (self), FALSE);
  return self->kind == kind && self->id == id;
}

void
handler_selection_select (HandlerSelection *self, HandlerSelectionKind kind, guint id)
{
  g_return_if_fail (HANDLER_IS_SELECTION (self));

  if (kind == HANDLER_SELECTION_NONE)
    id = 0;
  if (self->kind == kind && self->id == id)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (self->kind != kind)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  if (self->id != id)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
  self->kind = kind;
  self->id = id;
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
handler_selection_clear (HandlerSelection *self)
{
  handler_selection_select (self, HANDLER_SELECTION_NONE, 0);
}

static void
handler_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerSelection *self = HANDLER_SELECTION (object);

  switch (id) {
  case PROP_KIND:
    g_value_set_uint (value, self->kind);
    break;
  case PROP_ID:
    g_value_set_uint (value, self->id);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_selection_class_init (HandlerSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = handler_selection_get_property;
  properties[PROP_KIND] =
      g_param_spec_uint ("kind", NULL, NULL, HANDLER_SELECTION_NONE, HANDLER_SELECTION_STROKE,
                         HANDLER_SELECTION_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ID] = g_param_spec_uint ("id", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
handler_selection_init (HandlerSelection *self)
{
}
