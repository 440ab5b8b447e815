/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for air, on the battle page: above the captions, and where these are out of view, behind a button
 * over the order line.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/comms/handler-queue-text.h"

static void
edited_cb (HandlerBattlePage *self, guint order, guint kind, guint place)
{
  const SimQueueEdit edit = {.order = order, .kind = (guint8) kind, .place = (guint8) place};

  engine_battle_edit_queue (self->battle, &edit);
}

/* Given anew, where it stood.  */
static void
restored_cb (HandlerBattlePage *self, const SimQueued *queued)
{
  SimQueueEdit edit = {.kind = SIM_QUEUE_EDIT_MOVE, .place = queued->place};

  if (self->battle == NULL)
    return;
  edit.order = engine_battle_give_order (self->battle, &queued->command);
  if (edit.order == 0)
    return;
  engine_battle_edit_queue (self->battle, &edit);
  edit.kind = SIM_QUEUE_EDIT_SHORTEN;
  edit.place = 0;
  if (queued->brief)
    engine_battle_edit_queue (self->battle, &edit);
}

static HandlerAirQueue *
new_queue (HandlerBattlePage *self)
{
  HandlerAirQueue *queue = handler_air_queue_new ();

  g_signal_connect_object (queue, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  handler_air_queue_set_announcing (queue, TRUE);
  return queue;
}

static void
popover_shown_cb (HandlerBattlePage *self)
{
  handler_air_queue_focus (self->small_queue);
}

/* The captions have come into view, or gone out of it.  */
static void
comms_shown_cb (HandlerBattlePage *self)
{
  if (self->battle != NULL)
    handler_battle_page_show_queue (self, &engine_battle_get_frame (self->battle)->view);
}

void
handler_battle_page_init_queue (HandlerBattlePage *self)
{
  self->queue = new_queue (self);
  self->small_queue = new_queue (self);
  gtk_widget_set_size_request (GTK_WIDGET (self->small_queue), 280, -1);
  handler_comms_panel_set_queue (self->comms_panel, GTK_WIDGET (self->queue));
  gtk_popover_set_child (self->queue_popover, GTK_WIDGET (self->small_queue));
  g_signal_connect_object (self->comms_panel, "map", G_CALLBACK (comms_shown_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->comms_panel, "unmap", G_CALLBACK (comms_shown_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->queue_popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

/* In words over the order line; on a low window the number alone, beside it.  */
static void
show_button (HandlerBattlePage *self, const PictureView *view)
{
  gboolean low = handler_battle_page_is_low (self);
  g_autofree char *summary = handler_queue_summary (view);
  g_autofree char *number = g_strdup_printf ("%zu", view->n_queue);
  const char *label = low ? number : summary;

  gtk_orientable_set_orientation (self->order_box, low ? GTK_ORIENTATION_HORIZONTAL
                                                       : GTK_ORIENTATION_VERTICAL);
  if (g_strcmp0 (gtk_menu_button_get_label (self->queue_button), label) != 0)
    gtk_menu_button_set_label (self->queue_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->queue_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

void
handler_battle_page_show_queue (HandlerBattlePage *self, const PictureView *view)
{
  gboolean in_view = gtk_widget_get_mapped (GTK_WIDGET (self->comms_panel)) && !handler_battle_page_is_low (self);
  /* Low, narrow and with large text there is no room for it: F7 then tells what waits, in words.  */
  gboolean needed = view->n_queue > 0 && !in_view && !g_str_equal (self->size, "least") &&
                    !g_str_equal (self->size, "lowest");

  handler_air_queue_update (self->queue, view);
  handler_air_queue_update (self->small_queue, view);
  if (needed)
    show_button (self, view);
  else
    gtk_popover_popdown (self->queue_popover);
  gtk_widget_set_visible (GTK_WIDGET (self->queue_button), needed);
}

void
handler_battle_page_focus_queue (HandlerBattlePage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->queue_button))) {
    handler_battle_page_present_main (self);
    gtk_menu_button_popup (self->queue_button);
    return;
  }
  handler_battle_page_present_panel (self, HANDLER_SIDE_COMMS);
  if (!handler_air_queue_focus (self->queue))
    engine_battle_say (self->battle, NULL, "queue", NULL); /* it answers that nothing waits */
}
