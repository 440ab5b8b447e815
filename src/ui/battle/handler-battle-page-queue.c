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

void
handler_battle_page_init_queue (HandlerBattlePage *self)
{
  self->queue = new_queue (self);
  self->small_queue = new_queue (self);
  gtk_widget_set_size_request (GTK_WIDGET (self->small_queue), 280, -1);
  handler_comms_panel_set_queue (self->comms_panel, GTK_WIDGET (self->queue));
  gtk_popover_set_child (self->queue_popover, GTK_WIDGET (self->small_queue));
  g_signal_connect_object (self->queue_popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

void
handler_battle_page_show_queue (HandlerBattlePage *self, const PictureView *view)
{
  gboolean in_view = gtk_widget_get_mapped (GTK_WIDGET (self->comms_panel));
  gboolean needed = view->n_queue > 0 && !in_view;
  g_autofree char *summary = handler_queue_summary (view);

  handler_air_queue_update (self->queue, view);
  handler_air_queue_update (self->small_queue, view);
  gtk_widget_set_visible (GTK_WIDGET (self->queue_button), needed);
  if (!needed)
    gtk_popover_popdown (self->queue_popover);
  else if (g_strcmp0 (gtk_menu_button_get_label (self->queue_button), summary) != 0)
    gtk_menu_button_set_label (self->queue_button, summary);
}

void
handler_battle_page_focus_queue (HandlerBattlePage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->queue_button)))
    gtk_menu_button_popup (self->queue_button);
  else if (!handler_air_queue_focus (self->queue))
    engine_battle_say (self->battle, NULL, "queue", NULL); /* it answers that nothing waits */
}
