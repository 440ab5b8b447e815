/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-pair.h"

/* Between the lines, pixels.  */
#define LINE_SPACING 1

struct _HandlerPair {
  GtkWidget parent_instance;
  GtkWidget *start; /* both (owned by being their parent) */
  GtkWidget *end;
  int spacing;
  gboolean packed;
};

G_DEFINE_FINAL_TYPE (HandlerPair, handler_pair, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_START, PROP_END, PROP_SPACING, PROP_PACKED, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* ---- Size ------------------------------------------------------------------------------------- */

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static void
width_of (GtkWidget *child, int *least, int *natural)
{
  *least = *natural = 0;
  if (is_shown (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, least, natural, NULL, NULL);
}

static int
height_of (GtkWidget *child, int width)
{
  int least = 0;

  if (is_shown (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

static int
gap (HandlerPair *self)
{
  return is_shown (self->start) && is_shown (self->end) ? self->spacing : 0;
}

static gboolean
fits (HandlerPair *self, int width)
{
  int least, start, end;

  width_of (self->start, &least, &start);
  width_of (self->end, &least, &end);
  return width < 0 || start + gap (self) + end <= width;
}

static void
measure_width (HandlerPair *self, int *least, int *natural)
{
  int least_start, start, least_end, end;

  width_of (self->start, &least_start, &start);
  width_of (self->end, &least_end, &end);
  *least = MAX (least_start, least_end);
  *natural = start + gap (self) + end;
}

static int
measure_height (HandlerPair *self, int width)
{
  int least, end;

  if (!fits (self, width))
    return height_of (self->start, width) + LINE_SPACING + height_of (self->end, width);
  if (width < 0)
    return MAX (height_of (self->start, -1), height_of (self->end, -1));
  width_of (self->end, &least, &end);
  return MAX (height_of (self->start, width - end - gap (self)), height_of (self->end, end));
}

static void
handler_pair_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least,
                      int *natural, int *least_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (HANDLER_PAIR (widget), least, natural);
  else
    *least = *natural = measure_height (HANDLER_PAIR (widget), for_size);
}

static GtkSizeRequestMode
handler_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- Place ------------------------------------------------------------------------------------ */

/* `x` counts from where the line begins.  */
static void
place (HandlerPair *self, GtkWidget *child, int x, int y, int width, int height)
{
  int left = x;

  if (!is_shown (child))
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    left = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){left, y, width, height}, -1);
}

static void
place_beside (HandlerPair *self, int width, int height)
{
  int least, start, end;

  width_of (self->start, &least, &start);
  width_of (self->end, &least, &end);
  place (self, self->start, 0, 0, self->packed ? start : width - end - gap (self), height);
  place (self, self->end, self->packed ? start + gap (self) : width - end, 0, end, height);
}

static void
place_below (HandlerPair *self, int width)
{
  int least, natural, own, first = height_of (self->start, width);

  width_of (self->end, &least, &natural);
  own = MIN (natural, width);
  place (self, self->start, 0, 0, width, first);
  place (self, self->end, self->packed ? 0 : width - own, first + LINE_SPACING, own,
         height_of (self->end, own));
}

static void
handler_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HandlerPair *self = HANDLER_PAIR (widget);

  if (fits (self, width))
    place_beside (self, width, height);
  else
    place_below (self, width);
}

/* ---- Class ------------------------------------------------------------------------------------ */

static void
set_child (HandlerPair *self, GtkWidget **slot, GtkWidget *child)
{
  if (*slot == child)
    return;
  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), slot == &self->start ? self->end : NULL);
}

static void
handler_pair_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerPair *self = HANDLER_PAIR (object);

  switch (id) {
  case PROP_START:
    g_value_set_object (value, self->start);
    break;
  case PROP_END:
    g_value_set_object (value, self->end);
    break;
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  case PROP_PACKED:
    g_value_set_boolean (value, self->packed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_pair_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HandlerPair *self = HANDLER_PAIR (object);

  switch (id) {
  case PROP_START:
    set_child (self, &self->start, g_value_get_object (value));
    break;
  case PROP_END:
    set_child (self, &self->end, g_value_get_object (value));
    break;
  case PROP_SPACING:
    self->spacing = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  case PROP_PACKED:
    self->packed = g_value_get_boolean (value);
    gtk_widget_queue_allocate (GTK_WIDGET (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_pair_dispose (GObject *object)
{
  HandlerPair *self = HANDLER_PAIR (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (handler_pair_parent_class)->dispose (object);
}

static void
handler_pair_class_init (HandlerPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = handler_pair_dispose;
  object_class->get_property = handler_pair_get_property;
  object_class->set_property = handler_pair_set_property;
  widget_class->measure = handler_pair_measure;
  widget_class->size_allocate = handler_pair_size_allocate;
  widget_class->get_request_mode = handler_pair_get_request_mode;
  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6, flags);
  properties[PROP_PACKED] = g_param_spec_boolean ("packed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "pair");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
handler_pair_init (HandlerPair *self)
{
  self->spacing = 6;
}

GtkWidget *
handler_pair_new (void)
{
  return g_object_new (HANDLER_TYPE_PAIR, NULL);
}
