/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squadron as a list model of HandlerMachine in the roster's order, kept from frames.  */
#pragma once

#include "ui/squad/handler-machine.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_SQUAD (handler_squad_get_type ())
G_DECLARE_FINAL_TYPE (HandlerSquad, handler_squad, HANDLER, SQUAD, GObject)

/* Signal `changed`: some row says something else now.
 * `telemetry_s` is the usual interval of telemetry; figures older than three count as old.  */
HandlerSquad *handler_squad_new (OrderBook *book, double telemetry_s);
void handler_squad_update (HandlerSquad *self, const PictureView *view);
/* The same from machine `*next` on, one after the other until that time of the monotonic clock; the next call goes
 * on from there.  TRUE when the last was come to, then the signal is emitted.  */
gboolean handler_squad_update_some (HandlerSquad *self, const PictureView *view, guint *next,
                                    gint64 until_us);
/* By roster index; NULL when there is none.  Borrowed.  */
HandlerMachine *handler_squad_get_machine (HandlerSquad *self, guint index);
guint handler_squad_get_n_alive (HandlerSquad *self);

/* What a machine was told to do, in words: "move to G09", "waits: under fire"; "" for nothing.
 * Newly allocated.  */
char *handler_squad_task_text (OrderBook *book, const PictureOwn *own);

G_END_DECLS
