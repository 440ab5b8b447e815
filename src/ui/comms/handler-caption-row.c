/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-caption-row.h"
#include "ui/comms/handler-caption-text.h"
#include "ui/widgets/handler-pair.h"
#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-widget.h"

#include <glib/gi18n.h>

struct _HandlerCaptionRow {
  GtkWidget parent_instance;
  EngineCaption *caption;
  EngineBattle *battle;   /* borrowed: the panel that made the row lets go first */
  GtkListItem *list_item; /* borrowed, likewise */
  GSignalGroup *signals;
  const char *style;
  gboolean slim;

  GtkLabel *time;
  GtkImage *mark;
  GtkLabel *speaker;
  GtkWidget *speaking;
  GtkLabel *place;
  GtkLabel *text;
  GtkLabel *steps;
};

G_DEFINE_FINAL_TYPE (HandlerCaptionRow, handler_caption_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SLIM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static char *
quoted (EngineCaption *caption)
{
  const char *text = engine_caption_get_text (caption);

  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE)
    return g_strdup (text);
  if (engine_caption_get_speaking (caption))
    /* Translators: words being spoken now; the bar stands where the voice is, and there is no closing
     * quotation mark yet. */
    return g_strdup_printf (C_("caption being spoken", "“%s▏"), text);
  if (engine_caption_get_cut (caption))
    /* Translators: words that were cut off. */
    return g_strdup_printf (C_("caption cut off", "“%s —”"), text);
  /* Translators: words that were said, in your language's quotation marks. */
  return g_strdup_printf (C_("caption", "“%s”"), text);
}

/* When it was said, and where.  */
static void
show_place (HandlerCaptionRow *self)
{
  float bearing, distance;
  g_autofree char *time = engine_battle_format_clock (
      self->battle, engine_caption_get_tick (self->caption), TRUE);
  g_autofree char *place = NULL, *facts = NULL;

  if (engine_caption_get_place (self->caption, &bearing, &distance, NULL))
    place = handler_text_place (bearing, distance);
  facts = handler_text_facts (self->slim ? time : "", place != NULL ? place : "", NULL);
  gtk_label_set_label (self->time, time);
  gtk_widget_set_visible (GTK_WIDGET (self->time), !self->slim);
  gtk_label_set_label (self->place, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->place), facts[0] != '\0');
}

static void
show_style (HandlerCaptionRow *self)
{
  const char *style = handler_caption_style (self->caption);

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  self->style = style;
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
}

static void
show_caption (HandlerCaptionRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *steps = NULL;
  g_autofree char *spoken = NULL;

  if (self->caption == NULL)
    return;
  title = handler_caption_title (self->caption);
  text = quoted (self->caption);
  steps = handler_caption_steps_of (self->caption, self->battle);
  gtk_label_set_label (self->speaker, title);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->steps, steps);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), steps[0] != '\0');
  gtk_widget_set_visible (self->speaking, engine_caption_get_speaking (self->caption));
  gtk_image_set_from_icon_name (self->mark, handler_caption_icon (self->caption));
  show_place (self);
  show_style (self);
  if (self->list_item == NULL)
    return;
  spoken = handler_caption_spoken (self->caption);
  gtk_list_item_set_accessible_label (self->list_item, spoken);
  gtk_list_item_set_accessible_description (self->list_item, steps);
}

static void
handler_caption_row_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  HandlerCaptionRow *self = HANDLER_CAPTION_ROW (object);

  if (id != PROP_SLIM) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  self->slim = g_value_get_boolean (value);
  if (self->caption != NULL)
    show_place (self);
}

static void
handler_caption_row_dispose (GObject *object)
{
  HandlerCaptionRow *self = HANDLER_CAPTION_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->caption);
  self->battle = NULL;
  self->list_item = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_CAPTION_ROW);
  handler_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (handler_caption_row_parent_class)->dispose (object);
}

static void
handler_caption_row_class_init (HandlerCaptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_caption_row_dispose;
  G_OBJECT_CLASS (klass)->set_property = handler_caption_row_set_property;
  properties[PROP_SLIM] = g_param_spec_boolean ("slim", NULL, NULL, FALSE,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  g_type_ensure (HANDLER_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/comms/handler-caption-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerCaptionRow, time);
  gtk_widget_class_bind_template_child (widget_class, HandlerCaptionRow, mark);
  gtk_widget_class_bind_template_child (widget_class, HandlerCaptionRow, speaker);
  gtk_widget_class_bind_template_child (widget_class, HandlerCaptionRow, speaking);
  gtk_widget_class_bind_template_child (widget_class, HandlerCaptionRow, place);
  gtk_widget_class_bind_template_child (widget_class, HandlerCaptionRow, text);
  gtk_widget_class_bind_template_child (widget_class, HandlerCaptionRow, steps);
}

static void
handler_caption_row_init (HandlerCaptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (ENGINE_TYPE_CAPTION);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_caption), self);
}

GtkWidget *
handler_caption_row_new (void)
{
  return g_object_new (HANDLER_TYPE_CAPTION_ROW, NULL);
}

void
handler_caption_row_set_caption (HandlerCaptionRow *self, EngineCaption *caption,
                                 EngineBattle *battle, GtkListItem *list_item)
{
  g_return_if_fail (HANDLER_IS_CAPTION_ROW (self));
  self->battle = battle;
  self->list_item = list_item;
  g_set_object (&self->caption, caption);
  g_signal_group_set_target (self->signals, caption);
  if (caption == NULL)
    return;
  show_caption (self);
}

EngineCaption *
handler_caption_row_get_caption (HandlerCaptionRow *self)
{
  g_return_val_if_fail (HANDLER_IS_CAPTION_ROW (self), NULL);
  return self->caption;
}
