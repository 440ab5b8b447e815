/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-result-page.h"
#include "ui/widgets/handler-row.h"
#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-widget.h"

#include <glib/gi18n.h>
#include <math.h>

struct _HandlerResultPage {
  AdwNavigationPage parent_instance;
  AdwPreferencesGroup *dead;
  GtkWidget *nobody;
  GtkScrolledWindow *scrolled;
  GtkLabel *outcome;
  GtkLabel *facts;
  AdwPreferencesGroup *figures;
  GtkWidget *lines_group;
  GtkBox *lines;
  GtkWidget *again_button;
  GtkWidget *library_button;
  GtkViewport *viewport;
  AdwToolbarView *toolbars;
  GtkBox *content;
  GtkWidget *actions;
};

G_DEFINE_FINAL_TYPE (HandlerResultPage, handler_result_page, ADW_TYPE_NAVIGATION_PAGE)

enum { SIGNAL_AGAIN, SIGNAL_LIBRARY, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- Figures ---------------------------------------------------------------------------------- */

typedef struct {
  char *title;
  char *value;
} Figure;

static void
figure_clear (Figure *figure)
{
  g_free (figure->title);
  g_free (figure->value);
}

static void
add (GArray *figures, const char *title, char *value)
{
  Figure figure = {g_strdup (title), value};

  g_array_append_val (figures, figure);
}

static char *
of_text (guint part, guint whole)
{
  /* Translators: a part and its whole: "18 of 21". */
  return g_strdup_printf (C_("result", "%1$u of %2$u"), part, whole);
}

static char *
delay_text (double seconds)
{
  if (isnan (seconds))
    /* Translators: instead of the mean delay of a report. */
    return g_strdup (C_("result", "nothing was reported"));
  return handler_text_seconds (seconds);
}

static GArray *
figures_of (const EngineResult *result)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  guint people = result->squadron_alive + result->squadron_lost;

  g_array_set_clear_func (figures, (GDestroyNotify) figure_clear);
  add (figures, C_("result", "People alive"), of_text (result->squadron_alive, people));
  add (figures, C_("result", "Machines lost"), g_strdup_printf ("%u", result->machines_lost));
  add (figures, C_("result", "Task"),
       handler_text_percent (result->task * 100));
  add (figures, C_("result", "Legion machines destroyed"),
       of_text (result->legion_destroyed, result->legion_total));
  if (result->wrecks_taken > 0)
    add (figures, C_("result", "Wrecks taken away by the Legion"),
         g_strdup_printf ("%u", result->wrecks_taken));
  if (result->bodies_taken > 0)
    add (figures, C_("result", "Our dead in them"), g_strdup_printf ("%u", result->bodies_taken));
  add (figures, C_("result", "Orders carried out"),
       of_text (result->orders_done, result->orders_given));
  add (figures, C_("result", "Orders refused"), g_strdup_printf ("%u", result->orders_refused));
  add (figures, C_("result", "Reports lost on the link"),
       of_text (result->reports_lost, result->reports_sent));
  add (figures, C_("result", "Mean delay of a report"),
       delay_text (result->mean_report_delay_s));
  add (figures, C_("result", "Highest strain of the link"),
       handler_text_percent (result->link_strain_peak));
  add (figures, C_("result", "Score"), g_strdup_printf ("%d", (int) lroundf (result->score)));
  return figures;
}

/* ---- As text ---------------------------------------------------------------------------------- */

/* What is told apart from the others, above them.  */
static gboolean
is_told_above (const EngineLine *line)
{
  return line->kind == ENGINE_LINE_DEAD || line->kind == ENGINE_LINE_OUTCOME ||
         line->kind == ENGINE_LINE_FIGURE;
}

static void
append_lines (GString *text, const EngineResult *result)
{
  if (result->lines != NULL && result->lines->len > 0)
    g_string_append_printf (text, "\n%s\n", C_("result", "What Happened"));
  for (guint i = 0; result->lines != NULL && i < result->lines->len; i++) {
    const EngineLine *line = g_ptr_array_index (result->lines, i);
    g_autofree char *words = engine_line_dup_text (line);

    if (!is_told_above (line))
      g_string_append_printf (text, "%s%s\n", line->kind == ENGINE_LINE_HEADING ? "\n" : "", words);
  }
}

char *
handler_result_text (ScenarioBattle *scenario, const EngineResult *result)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) figures = figures_of (result);

  g_string_append_printf (text, "%s\n\n", scenario_battle_get_title (scenario));
  if (result->dead == NULL || result->dead[0] == NULL)
    g_string_append_printf (text, "%s\n", C_("result", "Nobody died."));
  else
    g_string_append_printf (text, "%s\n", C_("result", "They Will Not Come Back"));
  for (guint i = 0; result->dead != NULL && result->dead[i] != NULL; i++)
    g_string_append_printf (text, "  %s\n", result->dead[i]);
  g_string_append_printf (text, "\n%s\n\n", handler_text_outcome (result->outcome));
  for (guint i = 0; i < figures->len; i++) {
    const Figure *figure = &g_array_index (figures, Figure, i);

    g_autofree char *line
        /* Translators: a figure of the result as a line of text: its name, its value. */
        = g_strdup_printf (C_("result", "%1$s: %2$s"), figure->title, figure->value);

    g_string_append_printf (text, "%s\n", line);
  }
  append_lines (text, result);
  return g_string_free (text, FALSE);
}

/* ---- The page --------------------------------------------------------------------------------- */

static void
show_dead (HandlerResultPage *self, const EngineResult *result)
{
  gboolean any = result->dead != NULL && result->dead[0] != NULL;

  for (guint i = 0; any && result->dead[i] != NULL; i++)
    adw_preferences_group_add (self->dead, handler_row_new (result->dead[i], NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->dead), any);
  gtk_widget_set_visible (self->nobody, !any);
}

static void
show_figures (HandlerResultPage *self, const EngineResult *result)
{
  g_autoptr (GArray) figures = figures_of (result);

  for (guint i = 0; i < figures->len; i++) {
    const Figure *figure = &g_array_index (figures, Figure, i);
    GtkWidget *row = handler_row_new (figure->title, NULL);
    GtkWidget *value = gtk_label_new (figure->value);

    gtk_widget_add_css_class (value, "numeric");
    gtk_widget_add_css_class (value, "dimmed");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
    adw_preferences_group_add (self->figures, row);
  }
}

static GtkWidget *
line_label_new (const EngineLine *line)
{
  GtkWidget *label = gtk_label_new (line->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
clock_label_new (const EngineLine *line)
{
  GtkWidget *label = gtk_label_new (line->clock);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

/* When, then what: the times make a column of their own.  */
static GtkWidget *
line_new (const EngineLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = line_label_new (line);

  if (line->kind == ENGINE_LINE_HEADING) {
    gtk_widget_add_css_class (label, "heading");
    gtk_widget_set_margin_top (box, 12);
  }
  if (line->clock != NULL)
    gtk_box_append (GTK_BOX (box), clock_label_new (line));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_lines (HandlerResultPage *self, const EngineResult *result)
{
  guint n = result->lines != NULL ? result->lines->len : 0;

  for (guint i = 0; i < n; i++) {
    const EngineLine *line = g_ptr_array_index (result->lines, i);

    if (!is_told_above (line))
      gtk_box_append (self->lines, line_new (line));
  }
  gtk_widget_set_visible (self->lines_group, gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
}

static void
turn_lines (HandlerResultPage *self, GtkOrientation orientation)
{
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL;
       line = gtk_widget_get_next_sibling (line)) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (line), orientation);
    gtk_box_set_spacing (GTK_BOX (line), orientation == GTK_ORIENTATION_VERTICAL ? 0 : 12);
  }
}

static void
slim_cb (HandlerResultPage *self)
{
  turn_lines (self, GTK_ORIENTATION_VERTICAL);
}

static void
broad_cb (HandlerResultPage *self)
{
  turn_lines (self, GTK_ORIENTATION_HORIZONTAL);
}

HandlerResultPage *
handler_result_page_new (ScenarioBattle *scenario, const EngineResult *result)
{
  HandlerResultPage *self = g_object_new (HANDLER_TYPE_RESULT_PAGE, NULL);
  g_autofree char *length = handler_text_duration (result->duration_s);
  g_autofree char *facts = handler_text_facts (scenario_battle_get_title (scenario), length, NULL);

  show_dead (self, result);
  gtk_label_set_label (self->outcome, handler_text_outcome (result->outcome));
  gtk_label_set_label (self->facts, facts);
  show_figures (self, result);
  show_lines (self, result);
  return self;
}

/* Who had the focus keeps it.  */
static void
move_actions (HandlerResultPage *self, gboolean to_page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->actions);

  g_object_ref (self->actions);
  if (to_page) {
    adw_toolbar_view_remove (self->toolbars, self->actions);
    gtk_box_append (self->content, self->actions);
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport)), 0);
  } else {
    gtk_box_remove (self->content, self->actions);
    adw_toolbar_view_add_bottom_bar (self->toolbars, self->actions);
  }
  g_object_unref (self->actions);
  if (had_focus)
    gtk_widget_grab_focus (focus);
}

static void
low_cb (HandlerResultPage *self)
{
  move_actions (self, TRUE);
}

static void
high_cb (HandlerResultPage *self)
{
  move_actions (self, FALSE);
}

static void
again_clicked_cb (HandlerResultPage *self)
{
  g_signal_emit (self, signals[SIGNAL_AGAIN], 0);
}

static void
library_clicked_cb (HandlerResultPage *self)
{
  g_signal_emit (self, signals[SIGNAL_LIBRARY], 0);
}

GtkWidget *
handler_result_page_get_default (HandlerResultPage *self)
{
  g_return_val_if_fail (HANDLER_IS_RESULT_PAGE (self), NULL);
  return self->library_button;
}

static void
handler_result_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HANDLER_TYPE_RESULT_PAGE);
  G_OBJECT_CLASS (handler_result_page_parent_class)->dispose (object);
}

static void
handler_result_page_class_init (HandlerResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_result_page_dispose;
  signals[SIGNAL_AGAIN] = g_signal_new ("again", HANDLER_TYPE_RESULT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LIBRARY] = g_signal_new ("library", HANDLER_TYPE_RESULT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/library/handler-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, dead);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, facts);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, figures);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, lines_group);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, lines);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, library_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, toolbars);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, content);
  gtk_widget_class_bind_template_child (widget_class, HandlerResultPage, actions);
  gtk_widget_class_bind_template_callback (widget_class, low_cb);
  gtk_widget_class_bind_template_callback (widget_class, slim_cb);
  gtk_widget_class_bind_template_callback (widget_class, broad_cb);
  gtk_widget_class_bind_template_callback (widget_class, high_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, library_clicked_cb);
}

/* The first focus has come to its place: from now on scrolling follows it.  */
static void
focused_cb (HandlerResultPage *self)
{
  gtk_viewport_set_scroll_to_focus (self->viewport, TRUE);
}

static void
handler_result_page_init (HandlerResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  handler_widget_add_page_keys (GTK_WIDGET (self), self->scrolled);
  g_signal_connect_object (self->library_button, "notify::has-focus", G_CALLBACK (focused_cb), self,
                           G_CONNECT_SWAPPED);
}
