/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the battle page by menu or key.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/widgets/handler-keys.h"

#include <glib/gi18n.h>

static void
pause_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EngineBattle *battle = HANDLER_BATTLE_PAGE (widget)->battle;

  engine_battle_set_paused (battle, !engine_battle_get_paused (battle));
}

/* One step along the speeds of the header.  */
static void
step_speed (HandlerBattlePage *self, int step)
{
  static const double speeds[] = {0.5, 1, 5, 20, 60};
  double speed = engine_battle_get_speed (self->battle);
  int at = 0;

  while (at + 1 < (int) G_N_ELEMENTS (speeds) && speeds[at + 1] <= speed + 0.01)
    at++;
  at = CLAMP (at + step, 0, (int) G_N_ELEMENTS (speeds) - 1);
  engine_battle_set_speed (self->battle, speeds[at]);
}

static void
faster_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_speed (HANDLER_BATTLE_PAGE (widget), 1);
}

static void
slower_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_speed (HANDLER_BATTLE_PAGE (widget), -1);
}

static void
order_words_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_order_line_set_text (HANDLER_BATTLE_PAGE (widget)->order_line,
                               g_variant_get_string (parameter, NULL));
}

static void
focus_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_order_line_focus (HANDLER_BATTLE_PAGE (widget)->order_line);
}

static void
focus_squad_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  handler_battle_page_show_panel (self, "squad");
  handler_squad_panel_show_page (self->squad_panel, "own");
  handler_squad_panel_focus_list (self->squad_panel);
}

static void
focus_contacts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  handler_battle_page_show_panel (self, "squad");
  handler_squad_panel_show_page (self->squad_panel, "contacts");
  handler_squad_panel_focus_list (self->squad_panel);
}

static void
focus_marks_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  handler_battle_page_show_panel (self, "squad");
  handler_squad_panel_show_page (self->squad_panel, "marks");
  handler_squad_panel_focus_list (self->squad_panel);
}

static void
focus_comms_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  handler_battle_page_show_panel (self, "comms");
  handler_comms_panel_focus_list (self->comms_panel);
}

static void
focus_map_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  handler_battle_page_present_main (self);
  handler_battle_page_show_panel (self, "map");
  handler_battle_page_map_focus (self);
}

static void
focus_alerts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_battle_page_present_main (HANDLER_BATTLE_PAGE (widget));
  handler_alerts_strip_focus (HANDLER_BATTLE_PAGE (widget)->alerts_strip);
}

static void
focus_queue_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_battle_page_focus_queue (HANDLER_BATTLE_PAGE (widget));
}

static void
situation_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  engine_battle_say (self->battle, NULL, "situation", NULL);
}

/* The first machine of a platoon that is not known lost.  */
static void
platoon_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  guint wanted = (guint) g_variant_get_int32 (parameter) - 1;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->squad));

  for (guint i = 0; i < n; i++) {
    HandlerMachine *machine = handler_squad_get_machine (self->squad, i);

    if (handler_platoon_get_number (handler_machine_get_platoon (machine)) != wanted
        || handler_machine_get_lost (machine))
      continue;
    handler_battle_page_select (self, (int) i, self->track);
    handler_battle_page_map_select (self);
    return;
  }
}

static void
step_machine (HandlerBattlePage *self, int step)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->squad));

  if (n == 0)
    return;
  handler_battle_page_select (self, (self->machine + step + n) % n, self->track);
  handler_battle_page_map_select (self);
}

static void
next_machine_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_machine (HANDLER_BATTLE_PAGE (widget), 1);
}

static void
next_track_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->contacts));
  guint next = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (HandlerContact) contact = g_list_model_get_item (G_LIST_MODEL (self->contacts), i);
    guint number = handler_contact_get_number (contact);

    if (next == 0 || (number > self->track && next <= self->track))
      next = number;
  }
  handler_battle_page_select (self, self->machine, next);
  handler_battle_page_map_select (self);
}

static void
order_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->machine < 0) {
    handler_order_line_focus (self->order_line);
    return;
  }
  text = g_strdup_printf ("%s, ", order_book_spoken_name (engine_battle_get_book (self->battle),
                                                          (gsize) self->machine));
  handler_order_line_set_text (self->order_line, text);
}

static void
talk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  if (self->talk != NULL)
    handler_talk_press (self->talk);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_battle_page_save (HANDLER_BATTLE_PAGE (widget));
}

static void
bearings_objective_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  engine_battle_set_bearings (HANDLER_BATTLE_PAGE (widget)->battle,
                              &(SimTarget){.kind = SIM_TARGET_NONE});
}

/* The one thing that is selected on the map.  */
static gboolean
find_selected (HandlerBattlePage *self, SimTarget *target)
{
  const PictureView *view = &engine_battle_get_frame (self->battle)->view;

  if (self->mark != 0 && self->mark_kind == HANDLER_MARK_PLACE && self->mark <= view->n_marks)
    *target = (SimTarget){.kind = SIM_TARGET_POSITION,
                          .position = view->marks[self->mark - 1].position};
  else if (self->track != 0)
    *target = (SimTarget){.kind = SIM_TARGET_TRACK, .number = self->track};
  else if (self->machine >= 0)
    *target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = (guint32) self->machine};
  else
    return FALSE;
  return TRUE;
}

static void
bearings_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  SimTarget target;

  if (find_selected (self, &target))
    engine_battle_set_bearings (self->battle, &target);
  else
    /* Translators: answer of the console; bearings were to be counted from what is selected.  */
    engine_battle_notice (self->battle, _ ("No machine, contact or mark is selected."));
}

static void
bearings_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  SimTarget target = {.kind = SIM_TARGET_POSITION};

  if (handler_battle_page_map_cursor (self, &target.position))
    engine_battle_set_bearings (self->battle, &target);
  else
    /* Translators: answer of the console; bearings were to be counted from the map's crosshair.  */
    engine_battle_notice (self->battle, _ ("The map has no crosshair yet."));
}

static void
bearings_ask_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  g_autofree char *words = order_bearings_words (engine_battle_get_book (self->battle), "");

  handler_order_line_set_text (self->order_line, words);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "leave");
}

void
handler_battle_page_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    {"battle.pause", NULL, pause_cb},
    {"battle.faster", NULL, faster_cb},
    {"battle.slower", NULL, slower_cb},
    {"battle.order-words", "s", order_words_cb},
    {"battle.order-selected", NULL, order_selected_cb},
    {"battle.focus-order", NULL, focus_order_cb},
    {"battle.focus-squad", NULL, focus_squad_cb},
    {"battle.focus-contacts", NULL, focus_contacts_cb},
    {"battle.focus-marks", NULL, focus_marks_cb},
    {"battle.patterns", NULL, handler_battle_page_patterns_cb},
    {"battle.mute-machine", "u", handler_battle_page_mute_machine_cb},
    {"battle.mute-speaker", NULL, handler_battle_page_mute_speaker_cb},
    {"battle.mark-rename", "u", handler_battle_page_mark_rename_cb},
    {"battle.mark-delete", "u", handler_battle_page_mark_delete_cb},
    {"battle.stroke-delete", "u", handler_battle_page_stroke_delete_cb},
    {"battle.focus-comms", NULL, focus_comms_cb},
    {"battle.focus-map", NULL, focus_map_cb},
    {"battle.focus-alerts", NULL, focus_alerts_cb},
    {"battle.focus-queue", NULL, focus_queue_cb},
    {"battle.talk", NULL, talk_cb},
    {"battle.situation", NULL, situation_cb},
    {"battle.platoon", "i", platoon_cb},
    {"battle.next-machine", NULL, next_machine_cb},
    {"battle.next-track", NULL, next_track_cb},
    {"battle.lesson", NULL, handler_battle_page_lesson_cb},
    {"battle.lesson-again", NULL, handler_battle_page_lesson_again_cb},
    {"battle.lesson-skip", NULL, handler_battle_page_lesson_skip_cb},
    {"battle.lesson-leave", NULL, handler_battle_page_lesson_leave_cb},
    {"battle.briefing", NULL, handler_battle_page_briefing_cb},
    {"battle.save", NULL, save_cb},
    {"battle.bearings-objective", NULL, bearings_objective_cb},
    {"battle.bearings-selected", NULL, bearings_selected_cb},
    {"battle.bearings-here", NULL, bearings_here_cb},
    {"battle.bearings-ask", NULL, bearings_ask_cb},
    {"battle.leave", NULL, leave_cb},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "battle.time", "time");
  gtk_widget_class_install_property_action (widget_class, "battle.pacing", "pacing");
  gtk_widget_class_install_property_action (widget_class, "battle.mute", "muted");
  gtk_widget_class_install_property_action (widget_class, "battle.show-squad", "show-squad");
  gtk_widget_class_install_property_action (widget_class, "battle.show-comms", "show-comms");
  gtk_widget_class_install_property_action (widget_class, "battle.squad-window", "squad-window");
  gtk_widget_class_install_property_action (widget_class, "battle.comms-window", "comms-window");
}

void
handler_battle_page_init_shortcuts (HandlerBattlePage *self)
{
  handler_shortcuts_add_to (GTK_WIDGET (self), HANDLER_SHORTCUT_BATTLE);
  handler_shortcuts_add_to (GTK_WIDGET (self->squad_panel), HANDLER_SHORTCUT_PANEL);
  handler_shortcuts_add_to (GTK_WIDGET (self->comms_panel), HANDLER_SHORTCUT_PANEL);
  handler_keys_tell_in (handler_keys_get (),
                        adw_toggle_group_get_toggle_by_name (self->time_group, "pause"), "tooltip",
                        HANDLER_SHORTCUT_BATTLE, "battle.pause");
  handler_keys_tell_in (handler_keys_get (), self->mute_button, "tooltip-text",
                        HANDLER_SHORTCUT_BATTLE, "battle.mute");
}
