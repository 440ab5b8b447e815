/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The air queue: what the handler has promised and not yet kept, and her orders that wait for air, to be said
 * sooner or later, without a read-back, or not at all.
 *
 * By keyboard: arrows go through the rows, Ctrl+Up and Ctrl+Down say one sooner or later, Delete deletes it,
 * Menu or Shift+F10 opens what else can be done.  Rows can be dragged.  It is visible only when there is
 * something in it.  Signals:
 *   `edited` (guint order, guint kind, guint place): a SimQueueEdit is wanted;
 *   `restored` (SimQueued *): an order that was deleted is wanted back.  */
#pragma once

#include "engine/engine.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_AIR_QUEUE (handler_air_queue_get_type ())
G_DECLARE_FINAL_TYPE (HandlerAirQueue, handler_air_queue, HANDLER, AIR_QUEUE, AdwBin)

HandlerAirQueue *handler_air_queue_new (void);
/* NULL empties it.  */
void handler_air_queue_set_book (HandlerAirQueue *self, OrderBook *book);
void handler_air_queue_update (HandlerAirQueue *self, const PictureView *view);
/* Rows of orders.  */
guint handler_air_queue_get_n_rows (HandlerAirQueue *self);
/* Moves the keyboard focus to the first order; FALSE when none waits.  */
gboolean handler_air_queue_focus (HandlerAirQueue *self);
/* Does it speak to screen readers of what becomes old or is changed?  Only one of several should.  */
void handler_air_queue_set_announcing (HandlerAirQueue *self, gboolean announcing);

G_END_DECLS
