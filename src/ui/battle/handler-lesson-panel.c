/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/battle/handler-lesson-panel.h"
#include "ui/widgets/handler-closures.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

#define NO_STEP G_MAXUINT
#define POPUP_MARGIN 32
#define POPUP_ABOVE  120 /* header and the line that it opens from */
#define POPUP_WIDTH  480
#define POPUP_HEIGHT 360

struct _HandlerLessonPanel {
  AdwBin parent_instance;
  const ScenarioTutorial *tutorial;
  guint step;      /* that is shown, or NO_STEP */
  gboolean asked;  /* the tutor wants it said again, and that was done */
  gboolean other;  /* it stands in the other words */
  gboolean aloud;  /* steps are read aloud as they begin */
  gboolean compact;
  gboolean left;   /* it rests */
  gboolean hidden; /* there is no room for it just now */
  char *words;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkScrolledWindow *scrolled;
  AdwClamp *clamp;
  GtkWidget *body;
  GtkLabel *passed;
  GtkLabel *title;
  GtkLabel *task;
  GtkLabel *reason;
  GtkWidget *run_button;
  GtkWidget *again_button;
  GtkWidget *listen;
  GtkWidget *skip_button;
  GtkWidget *leave_button;
};

G_DEFINE_FINAL_TYPE (HandlerLessonPanel, handler_lesson_panel, ADW_TYPE_BIN)

/* ---- Words ------------------------------------------------------------------------------------- */

static gboolean
is_over (HandlerLessonPanel *self)
{
  return self->step >= self->tutorial->steps->len;
}

static const ScenarioStep *
step_of (HandlerLessonPanel *self)
{
  return is_over (self) ? NULL : scenario_tutorial_step (self->tutorial, self->step);
}

static char *
title_text (HandlerLessonPanel *self, const ScenarioStep *step)
{
  if (step == NULL)
    return g_strdup (C_("tutorial", "That Was the Last Step"));
  /* Translators: of a tutorial: number of the step, how many there are, what it is about. */
  return g_strdup_printf (C_("tutorial", "Step %1$u of %2$u: %3$s"), self->step + 1,
                          self->tutorial->steps->len, step->title);
}

static const char *
task_text (HandlerLessonPanel *self, const ScenarioStep *step)
{
  if (step == NULL)
    return C_("tutorial", "Play on as you like, or leave the battle by the main menu.");
  return self->other ? step->again : step->task;
}

static void
append (GString *words, const char *text)
{
  if (*text == '\0')
    return;
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, text);
}

static void
show_words (HandlerLessonPanel *self)
{
  const ScenarioStep *step = step_of (self);
  g_autofree char *title = title_text (self, step);
  g_autoptr (GString) words = g_string_new (NULL);

  gtk_label_set_label (self->title, title);
  gtk_menu_button_set_label (self->button, title);
  gtk_label_set_label (self->task, task_text (self, step));
  gtk_label_set_label (self->reason, step != NULL && !self->other ? step->reason : "");
  append (words, gtk_label_get_label (self->passed));
  append (words, title);
  append (words, gtk_label_get_label (self->task));
  append (words, gtk_label_get_label (self->reason));
  g_set_str (&self->words, words->str);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->listen), "s", self->words);
  gtk_widget_set_visible (self->again_button, step != NULL);
  gtk_widget_set_visible (self->skip_button, step != NULL);
}

static void
tell (HandlerLessonPanel *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (self->aloud)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.reading", "s", self->words);
}

/* ---- Steps ------------------------------------------------------------------------------------- */

/* What the step before says when it was passed by doing.  */
static const char *
passed_text (HandlerLessonPanel *self, const TutorView *lesson)
{
  guint before = lesson->step - 1u;

  if (lesson->step == 0 || (lesson->passed & (1u << before)) == 0)
    return "";
  return scenario_tutorial_step (self->tutorial, before)->passed;
}

static void
begin_step (HandlerLessonPanel *self, const TutorView *lesson)
{
  gboolean first = self->step == NO_STEP;

  self->step = lesson->step;
  self->asked = lesson->again;
  self->other = lesson->again;
  gtk_label_set_label (self->passed, first ? "" : passed_text (self, lesson));
  show_words (self);
  tell (self);
}

void
handler_lesson_panel_say_again (HandlerLessonPanel *self)
{
  g_return_if_fail (HANDLER_IS_LESSON_PANEL (self));
  if (self->tutorial == NULL || self->step == NO_STEP)
    return;
  self->other = !self->other;
  gtk_label_set_label (self->passed, "");
  show_words (self);
  tell (self);
}

static void
show_or_hide (HandlerLessonPanel *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->tutorial != NULL && !self->left && !self->hidden);
}

void
handler_lesson_panel_set_hidden (HandlerLessonPanel *self, gboolean hidden)
{
  g_return_if_fail (HANDLER_IS_LESSON_PANEL (self));
  self->hidden = hidden;
  show_or_hide (self);
}

void
handler_lesson_panel_take (HandlerLessonPanel *self, const TutorView *lesson, gboolean paused)
{
  g_return_if_fail (HANDLER_IS_LESSON_PANEL (self));
  if (self->tutorial == NULL)
    return;
  self->left = lesson->left;
  show_or_hide (self);
  gtk_widget_set_visible (self->run_button, paused);
  if (lesson->step != self->step) {
    begin_step (self, lesson);
  } else if (lesson->again && !self->asked) {
    self->asked = TRUE;
    if (!self->other)
      handler_lesson_panel_say_again (self);
  }
}

void
handler_lesson_panel_set_tutorial (HandlerLessonPanel *self, const ScenarioTutorial *tutorial)
{
  g_return_if_fail (HANDLER_IS_LESSON_PANEL (self));
  self->tutorial = tutorial;
  self->step = NO_STEP;
  show_or_hide (self);
}

const char *
handler_lesson_panel_get_words (HandlerLessonPanel *self)
{
  g_return_val_if_fail (HANDLER_IS_LESSON_PANEL (self), "");
  return self->words;
}

/* ---- Room -------------------------------------------------------------------------------------- */

void
handler_lesson_panel_set_compact (HandlerLessonPanel *self, gboolean compact)
{
  g_return_if_fail (HANDLER_IS_LESSON_PANEL (self));
  if (self->compact == compact)
    return;
  self->compact = compact;
  if (compact) {
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
    adw_clamp_set_child (self->clamp, self->body);
  } else {
    gtk_popover_popdown (self->popover);
    adw_clamp_set_child (self->clamp, NULL);
    adw_bin_set_child (ADW_BIN (self), self->body);
  }
}

static void
focus_first (HandlerLessonPanel *self)
{
  GtkWidget *const buttons[] = {self->run_button, self->again_button, self->leave_button};

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_widget_get_visible (buttons[i]) && gtk_widget_grab_focus (buttons[i]))
      return;
}

void
handler_lesson_panel_focus (HandlerLessonPanel *self)
{
  g_return_if_fail (HANDLER_IS_LESSON_PANEL (self));
  if (self->compact)
    gtk_menu_button_popup (self->button);
  else
    focus_first (self);
}

/* Labels that wrap do not know how high they will be: as much as the window has.  */
static void
size_popup (GtkMenuButton *button, gpointer data)
{
  HandlerLessonPanel *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width, height;

  if (root == NULL)
    return;
  width = gtk_widget_get_width (GTK_WIDGET (root)) - 2 * POPUP_MARGIN;
  height = gtk_widget_get_height (GTK_WIDGET (root)) - POPUP_ABOVE;
  gtk_scrolled_window_set_min_content_width (self->scrolled, CLAMP (width, 200, POPUP_WIDTH));
  adw_clamp_set_maximum_size (self->clamp, CLAMP (width, 200, POPUP_WIDTH));
  gtk_scrolled_window_set_min_content_height (self->scrolled, CLAMP (height, 100, POPUP_HEIGHT));
}

/* ---- Class ------------------------------------------------------------------------------------- */

static void
listen_clicked_cb (HandlerLessonPanel *self)
{
  self->aloud = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->listen));
}

/* What is read is of this battle.  */
static void
handler_lesson_panel_unmap (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "app.reading", "s", "");
  GTK_WIDGET_CLASS (handler_lesson_panel_parent_class)->unmap (widget);
}

static void
handler_lesson_panel_dispose (GObject *object)
{
  HandlerLessonPanel *self = HANDLER_LESSON_PANEL (object);

  if (self->body != NULL)
    handler_lesson_panel_set_compact (self, FALSE);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->button);
  g_clear_object (&self->body);
  gtk_widget_dispose_template (GTK_WIDGET (object), HANDLER_TYPE_LESSON_PANEL);
  G_OBJECT_CLASS (handler_lesson_panel_parent_class)->dispose (object);
}

static void
handler_lesson_panel_finalize (GObject *object)
{
  g_free (HANDLER_LESSON_PANEL (object)->words);
  G_OBJECT_CLASS (handler_lesson_panel_parent_class)->finalize (object);
}

static void
handler_lesson_panel_class_init (HandlerLessonPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = handler_lesson_panel_dispose;
  object_class->finalize = handler_lesson_panel_finalize;
  widget_class->unmap = handler_lesson_panel_unmap;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/battle/handler-lesson-panel.ui");
  handler_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, button);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, popover);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, clamp);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, body);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, passed);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, title);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, task);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, reason);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, run_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, again_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, listen);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, skip_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerLessonPanel, leave_button);
}

static void
handler_lesson_panel_init (HandlerLessonPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->step = NO_STEP;
  self->words = g_strdup ("");
  /* The text first: the action takes no other.  */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->listen), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->listen), "app.reading");
  g_object_ref (self->button);
  g_object_ref_sink (self->body);
  gtk_menu_button_set_create_popup_func (self->button, size_popup, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
  adw_bin_set_child (ADW_BIN (self), self->body);
  g_signal_connect_object (self->listen, "clicked", G_CALLBACK (listen_clicked_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
