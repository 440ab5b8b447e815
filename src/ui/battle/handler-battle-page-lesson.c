/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tutorial on the battle page: its panel, and what its buttons do.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/battle/handler-panel-window.h"

#include <glib/gi18n.h>

static void
act (HandlerBattlePage *self, ScenarioActKind kind)
{
  ScenarioAct done = {.kind = (guint8) kind};

  engine_battle_act (self->battle, &done);
}

/* The battle stops for whoever reads; where it stands already, or nobody plays, nothing is to be done.  */
static void
step_began (HandlerBattlePage *self, const TutorView *lesson)
{
  self->lesson_step = lesson->step;
  if (lesson->pauses && !lesson->left)
    handler_pacer_stop_for_step (self->pacer);
}

/* A low window has the panel above the map alone: lists need each line there is.  */
void
handler_battle_page_place_lesson (HandlerBattlePage *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->pages);

  handler_lesson_panel_set_hidden (self->lesson_panel, handler_battle_page_is_low (self) &&
                                                           g_strcmp0 (page, "map") != 0);
}

void
handler_battle_page_take_lesson (HandlerBattlePage *self, const EngineFrame *frame)
{
  if (frame->lesson.n_steps == 0)
    return;
  handler_lesson_panel_take (self->lesson_panel, &frame->lesson,
                             engine_battle_get_paused (self->battle) && !frame->finished);
  if (frame->lesson.step != self->lesson_step && !frame->finished)
    step_began (self, &frame->lesson);
}

void
handler_battle_page_init_lesson (HandlerBattlePage *self)
{
  const ScenarioTutorial *tutorial =
      scenario_battle_get_tutorial (engine_battle_get_scenario (self->battle));

  self->lesson_step = -1;
  handler_lesson_panel_set_tutorial (self->lesson_panel, tutorial);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.lesson", tutorial != NULL);
}

/* ---- Actions ------------------------------------------------------------------------------------ */

/* To its panel; a tutorial that was left goes on.  */
void
handler_battle_page_lesson_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  if (engine_battle_get_frame (self->battle)->lesson.left) {
    act (self, SCENARIO_ACT_REJOIN);
    return;
  }
  handler_battle_page_show_panel (self, "map");
  handler_lesson_panel_focus (self->lesson_panel);
}

void
handler_battle_page_lesson_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_lesson_panel_say_again (HANDLER_BATTLE_PAGE (widget)->lesson_panel);
}

void
handler_battle_page_lesson_skip_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (HANDLER_BATTLE_PAGE (widget), SCENARIO_ACT_SKIP);
}

static void
undo_cb (HandlerBattlePage *self)
{
  if (self->battle != NULL)
    act (self, SCENARIO_ACT_REJOIN);
}

/* Nothing is asked: it can be taken back.  */
void
handler_battle_page_lesson_leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  GtkWidget *overlay = handler_panel_window_find_toasts (widget);
  const char *text = C_("tutorial", "Tutorial left: the battle goes on");
  AdwToast *toast;

  act (self, SCENARIO_ACT_LEAVE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (overlay == NULL)
    return;
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, C_("air queue", "_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
