/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-parts-view.h"

#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

/* The cockpit has no letter: a hit there is told as the pilot's wound.  */
#define N_SHOWN 4

struct _HandlerPartsView {
  GtkWidget parent_instance;
  GtkWidget *labels[N_SHOWN];
};

G_DEFINE_FINAL_TYPE (HandlerPartsView, handler_parts_view, GTK_TYPE_WIDGET)

static const char *
letter (SimPart part)
{
  switch (part) {
  case SIM_PART_LEGS:
    /* Translators: one letter, or as short as can be; the tooltip has the word. */
    return C_("letter of a part: legs", "L");
  case SIM_PART_GUN:
    return C_("letter of a part: gun", "G");
  case SIM_PART_SENSORS:
    return C_("letter of a part: sensors", "S");
  default:
    return C_("letter of a part: power", "P");
  }
}

static void
handler_parts_view_dispose (GObject *object)
{
  HandlerPartsView *self = HANDLER_PARTS_VIEW (object);

  for (guint i = 0; i < N_SHOWN; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  G_OBJECT_CLASS (handler_parts_view_parent_class)->dispose (object);
}

static void
handler_parts_view_class_init (HandlerPartsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_parts_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "parts");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
handler_parts_view_init (HandlerPartsView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  for (guint i = 0; i < N_SHOWN; i++) {
    self->labels[i] = g_object_new (GTK_TYPE_LABEL, "label", letter ((SimPart) i),
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    gtk_widget_add_css_class (self->labels[i], "part");
    gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
  }
}

static void
show_part (GtkWidget *label, SimPart part, guint8 value)
{
  static const char *const sound[] = {"part", NULL};
  static const char *const hit[] = {"part", "hit", NULL};
  static const char *const gone[] = {"part", "gone", NULL};
  g_autofree char *share = handler_text_percent (value * 100 / 255);
  g_autofree char *tip = NULL;

  gtk_widget_set_css_classes (label, (const char **) (value == 0 ? gone : value < 250 ? hit : sound));
  if (value == 0)
    tip = g_strdup (handler_text_part_gone (part));
  else
    /* Translators: a part of a machine and how much of it is left: "legs: 80 %". */
    tip = g_strdup_printf (C_("part of a machine", "%1$s: %2$s"), order_part_text (part), share);
  gtk_widget_set_tooltip_text (label, tip);
}

void
handler_parts_view_set_parts (HandlerPartsView *self, const guint8 *parts)
{
  g_return_if_fail (HANDLER_IS_PARTS_VIEW (self));
  for (guint i = 0; i < N_SHOWN; i++)
    show_part (self->labels[i], (SimPart) i, parts[i]);
}
