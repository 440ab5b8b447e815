/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the battle page is words: lists, header and queue.
 *
 * A changed word is laid out with all of the window around it, which takes as long as painting the map.  So
 * words change a few times a second only, as fast as anybody reads, and in a frame of their own: not in
 * that in which the map is painted anew.  */
#include "ui/battle/handler-battle-page-private.h"

#define INTERVAL_MS 200

void
handler_battle_page_forget_words (HandlerBattlePage *self)
{
  if (self->words_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->words_tick);
  self->words_tick = 0;
  g_clear_handle_id (&self->words_timeout, g_source_remove);
}

void
handler_battle_page_show_words (HandlerBattlePage *self)
{
  EngineFrame *frame = engine_battle_get_frame (self->battle);

  handler_battle_page_forget_words (self);
  self->words_at = g_get_monotonic_time ();
  handler_squad_update (self->squad, &frame->view);
  handler_contacts_update (self->contacts, &frame->view);
  handler_marks_update (self->marks, &frame->view);
  handler_battle_page_show_frame (self, frame);
  handler_battle_page_show_queue (self, &frame->view);
}

/* The first frame is the map's, the next one ours.  */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  if (!self->words_next) {
    self->words_next = TRUE;
    return G_SOURCE_CONTINUE;
  }
  handler_battle_page_show_words (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_turn (HandlerBattlePage *self)
{
  self->words_next = FALSE;
  self->words_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
timeout_cb (gpointer data)
{
  HandlerBattlePage *self = data;

  self->words_timeout = 0;
  wait_for_turn (self);
}

/* A page that nobody sees has no frames, and a battle that stands still soon has no more of them.  */
void
handler_battle_page_take_frame (HandlerBattlePage *self, const EngineFrame *frame)
{
  gint64 passed_ms = (g_get_monotonic_time () - self->words_at) / 1000;

  if (frame->paused || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    handler_battle_page_show_words (self);
  else if (self->words_tick != 0 || self->words_timeout != 0)
    return;
  else if (passed_ms >= INTERVAL_MS)
    wait_for_turn (self);
  else
    self->words_timeout = g_timeout_add_once ((guint) (INTERVAL_MS - passed_ms), timeout_cb, self);
}
