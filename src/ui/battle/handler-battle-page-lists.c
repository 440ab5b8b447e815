/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the battle page is words: lists, captions, header and queue.
 *
 * A changed word is laid out with all of the window around it, which takes as long as painting the map.  So
 * words change a few times a second only, as fast as anybody reads: by pieces, in frames of their own, not in
 * those in which the map is painted anew, and in each as many as a part of it has time for.  */
#include "ui/battle/handler-battle-page-private.h"

/* Between the last piece and the first one again.  */
#define INTERVAL_MS 200
/* Of a frame; to lay out and paint what has changed takes several times as long.  */
#define BUDGET_US 500
/* Frames that a piece leaves to the map.  */
#define PUT_OFF_MOST 3

void
handler_battle_page_forget_words (HandlerBattlePage *self)
{
  if (self->words_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->words_tick);
  self->words_tick = 0;
  g_clear_handle_id (&self->words_timeout, g_source_remove);
}

/* ---- Pieces ------------------------------------------------------------------------------------ */

static gboolean
show_captions (HandlerBattlePage *self, const EngineFrame *frame, gint64 until_us)
{
  return handler_comms_panel_show_some (self->comms_panel, until_us);
}

static gboolean
show_squad (HandlerBattlePage *self, const EngineFrame *frame, gint64 until_us)
{
  return handler_squad_update_some (self->squad, &frame->view, &self->words_machine, until_us);
}

static gboolean
show_contacts (HandlerBattlePage *self, const EngineFrame *frame, gint64 until_us)
{
  handler_contacts_update (self->contacts, &frame->view);
  return TRUE;
}

static gboolean
show_marks (HandlerBattlePage *self, const EngineFrame *frame, gint64 until_us)
{
  handler_marks_update (self->marks, &frame->view);
  return TRUE;
}

static gboolean
show_header (HandlerBattlePage *self, const EngineFrame *frame, gint64 until_us)
{
  handler_battle_page_show_frame (self, frame);
  handler_battle_page_show_queue (self, &frame->view);
  return TRUE;
}

/* Each shows what it can until then; TRUE when all of it is shown.  */
typedef gboolean (*Piece) (HandlerBattlePage *self, const EngineFrame *frame, gint64 until_us);

static const Piece pieces[] = {show_captions, show_header, show_squad, show_contacts, show_marks};

/* TRUE when all are shown.  */
static gboolean
show_pieces (HandlerBattlePage *self, gint64 until_us)
{
  const EngineFrame *frame = engine_battle_get_frame (self->battle);

  while (self->words_piece < G_N_ELEMENTS (pieces) &&
         pieces[self->words_piece](self, frame, until_us)) {
    self->words_piece++;
    if (g_get_monotonic_time () >= until_us)
      break;
  }
  return self->words_piece == G_N_ELEMENTS (pieces);
}

static void
rewind_words (HandlerBattlePage *self)
{
  handler_battle_page_forget_words (self);
  self->words_piece = self->words_machine = 0;
}

void
handler_battle_page_show_words (HandlerBattlePage *self)
{
  rewind_words (self);
  self->words_at = g_get_monotonic_time ();
  show_pieces (self, G_MAXINT64);
}

/* ---- Turns ------------------------------------------------------------------------------------- */

/* Not in a frame in which the map is drawn, but not never, where it always is.  */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  if (self->n_put_off < PUT_OFF_MOST && handler_battle_page_map_is_due (self)) {
    self->n_put_off++;
    return G_SOURCE_CONTINUE;
  }
  self->n_put_off = 0;
  if (!show_pieces (self, g_get_monotonic_time () + BUDGET_US))
    return G_SOURCE_CONTINUE;
  self->words_tick = 0;
  self->words_at = g_get_monotonic_time ();
  return G_SOURCE_REMOVE;
}

static void
begin_turn (HandlerBattlePage *self)
{
  rewind_words (self);
  self->n_put_off = 0;
  self->words_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
timeout_cb (gpointer data)
{
  HandlerBattlePage *self = data;

  self->words_timeout = 0;
  begin_turn (self);
}

/* A page that nobody sees has no frames.  */
static gboolean
takes_turns (HandlerBattlePage *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->ended;
}

void
handler_battle_page_settle_words (HandlerBattlePage *self)
{
  if (!takes_turns (self)) {
    handler_battle_page_show_words (self);
    return;
  }
  show_header (self, engine_battle_get_frame (self->battle), 0);
  begin_turn (self);
}

void
handler_battle_page_take_frame (HandlerBattlePage *self, const EngineFrame *frame)
{
  gint64 passed_ms = (g_get_monotonic_time () - self->words_at) / 1000;

  if (frame->paused || engine_battle_get_paused (self->battle) || !takes_turns (self))
    handler_battle_page_settle_words (self);
  else if (self->words_tick != 0 || self->words_timeout != 0)
    return;
  else if (passed_ms >= INTERVAL_MS)
    begin_turn (self);
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
      !takes_turns (self) || engine_battle_get_paused (self->battle))
    handler_comms_panel_show_new (self->comms_panel);
}
