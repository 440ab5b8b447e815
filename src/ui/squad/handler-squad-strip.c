/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-squad-strip.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* In pixels at the usual size of text, which is that of FONT_PX here; they grow with it.  */
#define CELL_WIDTH 6
#define CELL_HEIGHT 12
#define CELL_GAP 1
#define FONT_PX 11.0
#define NATURAL_WIDTH 240

struct _HandlerSquadStrip {
  GtkWidget parent_instance;
  HandlerSquad *squad;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (HandlerSquadStrip, handler_squad_strip, GTK_TYPE_WIDGET)

typedef enum { CELL_FULL, CELL_HURT, CELL_UNHEARD, CELL_LOST } Cell;

/* How many times as large as usual text is.  */
static float
scale_of (GtkWidget *widget)
{
  const PangoFontDescription *font
      = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  return (float) MAX (pango_font_description_get_size (font) / PANGO_SCALE / FONT_PX, 1);
}

static Cell
cell_of (HandlerMachine *machine)
{
  if (handler_machine_get_lost (machine))
    return CELL_LOST;
  if (handler_machine_get_age (machine) < 0 || handler_machine_get_age (machine) > 45)
    return CELL_UNHEARD;
  if (handler_machine_get_damaged (machine) || handler_machine_get_low (machine))
    return CELL_HURT;
  return CELL_FULL;
}

static void
stroke_cell (GtkSnapshot *snapshot, const GdkRGBA *colour, gboolean crossed)
{
  static const float dashes[] = {2, 1.5f};
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);

  if (crossed) {
    gsk_path_builder_move_to (builder, 0, 2);
    gsk_path_builder_line_to (builder, CELL_WIDTH, CELL_HEIGHT - 2);
    gsk_path_builder_move_to (builder, CELL_WIDTH, 2);
    gsk_path_builder_line_to (builder, 0, CELL_HEIGHT - 2);
    gsk_stroke_set_line_width (stroke, 1.5);
  } else {
    gsk_path_builder_add_rect (builder,
                               &GRAPHENE_RECT_INIT (0.5f, 0.5f, CELL_WIDTH - 1, CELL_HEIGHT - 1));
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
}

static void
draw_cell (GtkSnapshot *snapshot, Cell cell, const GdkRGBA *colour, const GdkRGBA *error)
{
  GdkRGBA faint = *colour;
  float fill = cell == CELL_HURT ? CELL_HEIGHT / 2.f : CELL_HEIGHT;

  faint.alpha *= 0.3f;
  if (cell == CELL_LOST) {
    stroke_cell (snapshot, error, TRUE);
    return;
  }
  if (cell == CELL_UNHEARD) {
    stroke_cell (snapshot, colour, FALSE);
    return;
  }
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT (0, 0, CELL_WIDTH, CELL_HEIGHT));
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (0, CELL_HEIGHT - fill, CELL_WIDTH, fill));
}

/* Where things begin that are `x` from where reading begins, and so wide.  */
static float
place_of (GtkWidget *widget, float x, float width)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return mirrored ? (float) gtk_widget_get_width (widget) - x - width : x;
}

static float
draw_number (GtkWidget *widget, GtkSnapshot *snapshot, guint number, float x)
{
  g_autofree char *text = number == SIM_SUPPLY_PLATOON
                              /* Translators: one letter, for the Scavengers, where platoons have their
                               * number. */
                              ? g_strdup (C_("squad strip", "S"))
                              : g_strdup_printf ("%u", number + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA colour;
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  /* As the words around: the colour of ours is too dark for small figures on some panels.  */
  gtk_widget_get_color (gtk_widget_get_parent (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place_of (widget, x, (float) w),
                                                          (height - (float) h) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
  return x + (float) w + 3 * scale_of (widget);
}

static float
draw_machine (GtkWidget *widget, GtkSnapshot *snapshot, HandlerMachine *machine, float x)
{
  static const GdkRGBA on_dark = {1, 0.48f, 0.45f, 1}, on_light = {0.75f, 0.07f, 0.12f, 1};
  float scale = scale_of (widget), height = (float) gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (place_of (widget, x, CELL_WIDTH * scale),
                                                roundf ((height - CELL_HEIGHT * scale) / 2)));
  gtk_snapshot_scale (snapshot, scale, scale);
  draw_cell (snapshot, cell_of (machine), &colour, dark ? &on_dark : &on_light);
  gtk_snapshot_restore (snapshot);
  return x + (CELL_WIDTH + CELL_GAP) * scale;
}

static void
draw_all (HandlerSquadStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->squad));
  guint last = G_MAXUINT;
  float x = 0;

  for (guint i = 0; i < n; i++) {
    HandlerMachine *machine = handler_squad_get_machine (self->squad, i);
    guint number = handler_platoon_get_number (handler_machine_get_platoon (machine));

    if (number != last)
      x = draw_number (widget, snapshot, number,
                       x + (last == G_MAXUINT ? 0 : 5 * scale_of (widget)));
    last = number;
    x = draw_machine (widget, snapshot, machine, x);
  }
}

static void
handler_squad_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HandlerSquadStrip *self = HANDLER_SQUAD_STRIP (widget);

  if (self->squad != NULL)
    draw_all (self, snapshot);
}

static void
handler_squad_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min,
                             int *natural, int *min_baseline, int *natural_baseline)
{
  float scale = scale_of (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *min = *natural = (int) lroundf ((CELL_HEIGHT + 6) * scale);
    return;
  }
  *min = 0;
  *natural = (int) lroundf (NATURAL_WIDTH * scale);
}

static void
changed_cb (HandlerSquadStrip *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->squad));
  g_autofree char *summary = NULL;

  summary = g_strdup_printf (
      /* Translators: the squadron read aloud: machines left, machines at the start (which the plural
       * form is for). */
      g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u machine", "%1$u of %2$u machines", n),
      handler_squad_get_n_alive (self->squad), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
handler_squad_strip_dispose (GObject *object)
{
  HandlerSquadStrip *self = HANDLER_SQUAD_STRIP (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->squad);
  G_OBJECT_CLASS (handler_squad_strip_parent_class)->dispose (object);
}

static void
handler_squad_strip_class_init (HandlerSquadStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_squad_strip_dispose;
  widget_class->snapshot = handler_squad_strip_snapshot;
  widget_class->measure = handler_squad_strip_measure;
  gtk_widget_class_set_css_name (widget_class, "squadstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
handler_squad_strip_init (HandlerSquadStrip *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->signals = g_signal_group_new (HANDLER_TYPE_SQUAD);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}

void
handler_squad_strip_set_squad (HandlerSquadStrip *self, HandlerSquad *squad)
{
  g_return_if_fail (HANDLER_IS_SQUAD_STRIP (self));
  if (!g_set_object (&self->squad, squad))
    return;
  g_signal_group_set_target (self->signals, squad);
  if (squad != NULL)
    changed_cb (self);
}
