/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squad panel's row menus: orders as words for the order line.  */
#include "ui/orders/handler-order-words.h"
#include "ui/squad/handler-contact-row.h"
#include "ui/squad/handler-mark-row.h"
#include "ui/squad/handler-squad-panel-private.h"
#include "ui/squad/handler-squad-row.h"

#include <glib/gi18n.h>

void
handler_squad_panel_close_menu (HandlerSquadPanel *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static gboolean
drop_menu_cb (gpointer user_data)
{
  HandlerSquadPanel *self = user_data;

  if (self->menu != NULL && !gtk_widget_get_visible (self->menu))
    handler_squad_panel_close_menu (self);
  return G_SOURCE_REMOVE;
}

/* Its item's action runs after `closed`, and must still find its way up from the popover.  */
static void
menu_closed_cb (HandlerSquadPanel *self)
{
  g_idle_add_full (G_PRIORITY_LOW, drop_menu_cb, g_object_ref (self), g_object_unref);
}

static void
open_menu (HandlerSquadPanel *self, GMenuModel *model, GtkWidget *row, double x, double y)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t here;

  handler_squad_panel_close_menu (self);
  if (!gtk_widget_compute_point (row, GTK_WIDGET (self), &at, &here))
    return;
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){(int) here.x, (int) here.y, 1, 1});
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
append_numbered (GMenu *menu, const char *label, const char *action, guint number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", number);
  g_menu_append_item (menu, item);
}

static void
open_machine_menu (HandlerSquadPanel *self, HandlerSquadRow *row, double x, double y)
{
  HandlerMachine *machine = handler_squad_row_get_machine (row);
  g_autoptr (GMenuModel) orders = NULL;
  g_autoptr (GMenu) model = g_menu_new ();
  g_autoptr (GMenu) sound = g_menu_new ();
  guint index;

  if (self->book == NULL || machine == NULL || handler_machine_get_lost (machine))
    return;
  index = handler_machine_get_index (machine);
  handler_squad_panel_select_machine (self, (int) index);
  orders = handler_order_menu (self->book, handler_order_to_machine (index));
  append_numbered (sound,
                   handler_machine_get_muted (machine)
                       ? C_("squad list", "Hear This Pilot Again")
                       /* Translators: turns one pilot's voice off; captions go on. */
                       : C_("squad list", "Mute This Pilot"),
                   "battle.mute-machine", index);
  g_menu_append_section (model, NULL, orders);
  g_menu_append_section (model, NULL, G_MENU_MODEL (sound));
  open_menu (self, G_MENU_MODEL (model), GTK_WIDGET (row), x, y);
}

/* Orders about a contact go to the selected machine, else to all.  */
static void
open_contact_menu (HandlerSquadPanel *self, HandlerContactRow *row, double x, double y)
{
  HandlerContact *contact = handler_contact_row_get_contact (row);
  HandlerMachine *machine = gtk_single_selection_get_selected_item (self->machines);
  SimTarget target = {.kind = SIM_TARGET_TRACK, .precise_m = 167};
  SimAddressee who = handler_order_to_all ();
  g_autoptr (GMenuModel) model = NULL;

  if (self->book == NULL || contact == NULL)
    return;
  target.number = handler_contact_get_number (contact);
  target.position = handler_contact_get_position (contact);
  if (machine != NULL)
    who = handler_order_to_machine (handler_machine_get_index (machine));
  model = handler_order_menu_track (self->book, who, &target);
  open_menu (self, model, GTK_WIDGET (row), x, y);
}

static void
append_words (GMenu *menu, const char *label, const char *words)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "battle.order-words", "s", words);
  g_menu_append_item (menu, item);
}

/* What can be done with a marked place, and ordered of it to the selected machine, else to all.  */
static GMenuModel *
place_menu (HandlerSquadPanel *self, HandlerMark *mark)
{
  HandlerMachine *machine = gtk_single_selection_get_selected_item (self->machines);
  SimAddressee who = machine == NULL
                         ? handler_order_to_all ()
                         : handler_order_to_machine (handler_machine_get_index (machine));
  const SimTarget place = {SIM_TARGET_POSITION, 0, handler_mark_get_position (mark),
                           handler_mark_get_precise_m (mark)};
  g_autofree char *move = handler_order_words (self->book, who, SIM_VERB_MOVE, &place);
  g_autofree char *hold = handler_order_words (self->book, who, SIM_VERB_HOLD, &place);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) hand = g_menu_new ();

  append_words (orders, C_("order", "Move There"), move);
  append_words (orders, C_("order", "Hold There"), hold);
  append_numbered (hand, C_("mark", "Rename…"), "battle.mark-rename", handler_mark_get_id (mark));
  append_numbered (hand, C_("mark", "Delete"), "battle.mark-delete", handler_mark_get_id (mark));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (hand));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
prepared_menu (HandlerSquadPanel *self, HandlerMark *mark)
{
  g_autofree char *words = handler_order_words_mark (self->book,
                                                     (guint8) handler_mark_get_mark (mark));
  GMenu *menu = g_menu_new ();

  /* Translators: sets off the orders that are prepared for this mark. */
  append_words (menu, C_("order", "Give This Mark"), words);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
stroke_menu (HandlerMark *mark)
{
  GMenu *menu = g_menu_new ();

  /* Translators: of a line that the player drew on the map.  */
  append_numbered (menu, C_("pencil", "Rub Out"), "battle.stroke-delete", handler_mark_get_id (mark));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
mark_menu (HandlerSquadPanel *self, HandlerMark *mark)
{
  switch (handler_mark_get_kind (mark)) {
  case HANDLER_MARK_PLACE:
    return place_menu (self, mark);
  case HANDLER_MARK_STROKE:
    return stroke_menu (mark);
  case HANDLER_MARK_ORDER:
  default:
    return prepared_menu (self, mark);
  }
}

static void
open_mark_menu (HandlerSquadPanel *self, HandlerMarkRow *row, double x, double y)
{
  HandlerMark *mark = handler_mark_row_get_mark (row);
  g_autoptr (GMenuModel) model = NULL;

  if (self->book == NULL || mark == NULL)
    return;
  model = mark_menu (self, mark);
  open_menu (self, model, GTK_WIDGET (row), x, y);
}

/* Delete on a marked place or a line.  */
static gboolean
delete_key_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  HandlerSquadPanel *self = user_data;
  HandlerMark *mark = gtk_single_selection_get_selected_item (self->marked);

  return mark != NULL && handler_mark_get_kind (mark) != HANDLER_MARK_ORDER
         && gtk_widget_activate_action (list,
                                        handler_mark_get_kind (mark) == HANDLER_MARK_PLACE
                                            ? "battle.mark-delete"
                                            : "battle.stroke-delete",
                                        "u", handler_mark_get_id (mark));
}

static gboolean
is_row (GtkWidget *widget)
{
  return HANDLER_IS_SQUAD_ROW (widget) || HANDLER_IS_CONTACT_ROW (widget)
         || HANDLER_IS_MARK_ROW (widget);
}

static void
open_row_menu (HandlerSquadPanel *self, GtkWidget *row, double x, double y)
{
  if (HANDLER_IS_SQUAD_ROW (row))
    open_machine_menu (self, HANDLER_SQUAD_ROW (row), x, y);
  else if (HANDLER_IS_CONTACT_ROW (row))
    open_contact_menu (self, HANDLER_CONTACT_ROW (row), x, y);
  else if (HANDLER_IS_MARK_ROW (row))
    open_mark_menu (self, HANDLER_MARK_ROW (row), x, y);
}

/* The row under a point of the list, whatever child was hit.  */
static void
open_at (HandlerSquadPanel *self, GtkWidget *list, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  for (; hit != NULL && hit != list; hit = gtk_widget_get_parent (hit)) {
    graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y), in_row;

    if (!is_row (hit))
      continue;
    if (!gtk_widget_compute_point (list, hit, &at, &in_row))
      return;
    open_row_menu (self, hit, in_row.x, in_row.y);
    return;
  }
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, HandlerSquadPanel *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, gtk_event_controller_get_widget (controller), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, HandlerSquadPanel *self)
{
  open_at (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

/* The row with the focus: a list's focus child holds our row as its only child.  */
static gboolean
menu_key_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  GtkWidget *item = gtk_widget_get_focus_child (list);
  GtkWidget *row = item == NULL ? NULL : gtk_widget_get_first_child (item);
  double x, y;

  if (row == NULL)
    return FALSE;
  x = gtk_widget_get_width (row) / 2.0;
  y = gtk_widget_get_height (row) / 2.0;
  open_row_menu (user_data, row, x, y);
  return TRUE;
}

static void
add_controllers (HandlerSquadPanel *self, GtkWidget *list)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (list, keys);
}

void
handler_squad_panel_init_menus (HandlerSquadPanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_controllers (self, GTK_WIDGET (self->machines_view));
  add_controllers (self, GTK_WIDGET (self->contacts_view));
  add_controllers (self, GTK_WIDGET (self->marks_view));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                        gtk_callback_action_new (delete_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->marks_view), keys);
}
