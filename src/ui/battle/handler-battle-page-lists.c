/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the battle page is words: lists, captions, header and queue.
 *
 * A changed word is laid out with all of the window around it, which takes as long as painting the map.  So
 * words change a few times a second only, as fast as anybody reads: each time one half of them, and in a
 * frame of their own, not in that in which the map is painted anew.  */
#include "ui/battle/handler-battle-page-private.h"

/* Between the one half and the other.  */
#define INTERVAL_MS 100
/* Pictures of the battle that the words make way for.  */
#define PUT_OFF_MOST 3

void
handler_battle_page_forget_words (HandlerBattlePage *self)
{
  if (self->words_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->words_tick);
  self->words_tick = 0;
  g_clear_handle_id (&self->words_timeout, g_source_remove);
}

static void
show_lists (HandlerBattlePage *self, EngineFrame *frame)
{
  handler_squad_update (self->squad, &frame->view);
  handler_contacts_update (self->contacts, &frame->view);
  handler_marks_update (self->marks, &frame->view);
}

static void
show_rest (HandlerBattlePage *self, EngineFrame *frame)
{
  handler_comms_panel_show_new (self->comms_panel);
  handler_battle_page_show_frame (self, frame);
  handler_battle_page_show_queue (self, &frame->view);
}

static void
show (HandlerBattlePage *self, gboolean lists, gboolean rest)
{
  EngineFrame *frame = engine_battle_get_frame (self->battle);

  handler_battle_page_forget_words (self);
  self->words_at = g_get_monotonic_time ();
  if (lists)
    show_lists (self, frame);
  if (rest)
    show_rest (self, frame);
}

void
handler_battle_page_show_words (HandlerBattlePage *self)
{
  show (self, TRUE, TRUE);
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
  self->lists_next = !self->lists_next;
  show (self, !self->lists_next, self->lists_next);
  return G_SOURCE_REMOVE;
}

static void
wait_for_turn (HandlerBattlePage *self)
{
  self->words_next = FALSE;
  self->n_put_off = 0;
  self->words_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
timeout_cb (gpointer data)
{
  HandlerBattlePage *self = data;

  self->words_timeout = 0;
  wait_for_turn (self);
}

/* Not for ever, where pictures come as fast as frames.  */
static void
put_off (HandlerBattlePage *self)
{
  if (self->n_put_off++ < PUT_OFF_MOST)
    self->words_next = FALSE;
}

/* A page that nobody sees has no frames, and a battle that stands still soon has no more of them.  */
static gboolean
takes_turns (HandlerBattlePage *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->ended &&
         !engine_battle_get_paused (self->battle);
}

void
handler_battle_page_take_frame (HandlerBattlePage *self, const EngineFrame *frame)
{
  gint64 passed_ms = (g_get_monotonic_time () - self->words_at) / 1000;

  if (frame->paused || !takes_turns (self))
    handler_battle_page_show_words (self);
  else if (self->words_tick != 0)
    put_off (self);
  else if (self->words_timeout != 0)
    return;
  else if (passed_ms >= INTERVAL_MS)
    wait_for_turn (self);
  else
    self->words_timeout = g_timeout_add_once ((guint) (INTERVAL_MS - passed_ms), timeout_cb, self);
}

/* What the person says and the console answers is there at once.  */
void
handler_battle_page_captions_changed (HandlerBattlePage *self)
{
  GListModel *captions = engine_battle_get_captions (self->battle);
  guint n = g_list_model_get_n_items (captions);
  g_autoptr (EngineCaption) last = n > 0 ? g_list_model_get_item (captions, n - 1) : NULL;

  if (last == NULL || engine_caption_get_kind (last) != ENGINE_CAPTION_SPOKEN ||
      !takes_turns (self))
    handler_comms_panel_show_new (self->comms_panel);
}
