/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order line: an entry that says as one types what an order means, to whom and how long it is
 * on the air, offers what may follow, and sends it.
 *
 * It knows no battle: whoever owns it gives a HandlerOrderSource.  A single letter typed here is
 * a letter, never a command.  */
#pragma once

#include "orders/orders.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where readings come from and orders go to.  All are called on the main thread.  */
typedef struct {
  /* Reads a text without giving it; free with order_reading_free().  */
  OrderReading *(*read) (const char *text, gpointer data);
  /* Array of OrderCompletion, best first.  */
  GPtrArray *(*complete) (const char *text, guint limit, gpointer data);
  /* Gives the order or answers the question; TRUE when it was taken.  */
  gboolean (*say) (const char *text, gpointer data);
  /* TRUE when the text is a question to the console: it has no reading, and needs none.  */
  gboolean (*is_question) (const char *text, gpointer data);
  /* The picture that orders are read against, or NULL.  */
  const PictureView *(*view) (gpointer data);
  gpointer data;
  /* Who is selected, as one types it ("Undertaker", "First Platoon"): whom an order is for that names nobody.  NULL, or
   * returns NULL: nobody.  Newly allocated.  */
  char *(*selected) (gpointer data);
} HandlerOrderSource;

#define HANDLER_TYPE_ORDER_LINE (handler_order_line_get_type ())
G_DECLARE_FINAL_TYPE (HandlerOrderLine, handler_order_line, HANDLER, ORDER_LINE, GtkWidget)

/* Signals:
 *   draft-changed (gpointer command)   the order as typed so far (const SimCommand *), NULL: none
 *   sent (const char *text)            it was taken
 *   called ()                          it has taken the focus for the person, who may be in another window  */
/* NULL makes the line insensitive.  `book` names the addressees.  */
void handler_order_line_set_source (HandlerOrderLine *self, const HandlerOrderSource *source,
                                    OrderBook *book);
const char *handler_order_line_get_text (HandlerOrderLine *self);
/* Puts words into the line with the cursor at their end, and takes the focus.  */
void handler_order_line_set_text (HandlerOrderLine *self, const char *text);
/* The same as if the person had typed it: what may follow is offered.  */
void handler_order_line_type_text (HandlerOrderLine *self, const char *text);
/* Empties the line and says beneath it why nothing was understood, with readings (NULL-terminated, may
 * be NULL) to choose from; announced.  For what came another way than by typing.  */
void handler_order_line_refuse (HandlerOrderLine *self, const char *reason, char **nearest);
/* Says beside the reading of what is in the line what sends it; announced with the reading.  */
void handler_order_line_ask (HandlerOrderLine *self, const char *how_to_send);
/* Asks which of these whole orders was meant (NULL-terminated, at least one, best first; copied): the first is put
 * into the line, Down and Up or a click step to the others, Enter sends the one that is there, Escape drops it, and
 * typing goes on from it.  Each is announced as a question.  Takes the focus.  */
void handler_order_line_offer (HandlerOrderLine *self, const char *const *orders);
/* TRUE while what is in the line was put there with a question, by one of the two above.  */
gboolean handler_order_line_get_asking (HandlerOrderLine *self);
/* Stands after the entry, for another way to give orders; NULL: none.  */
void handler_order_line_set_extra (HandlerOrderLine *self, GtkWidget *extra);
/* While nothing is typed the line tells that the battle stands, and how it goes on.  */
void handler_order_line_set_paused (HandlerOrderLine *self, gboolean paused);
void handler_order_line_clear (HandlerOrderLine *self);
void handler_order_line_focus (HandlerOrderLine *self);
/* The order understood so far, or NULL.  Borrowed, until the text changes.  */
const SimCommand *handler_order_line_get_draft (HandlerOrderLine *self);
/* Somebody else is selected: what is in the line may be for somebody else.  */
void handler_order_line_selection_changed (HandlerOrderLine *self);
/* What stands beneath the entry, as plain text.  */
const char *handler_order_line_get_reading_text (HandlerOrderLine *self);
/* Sends what is in the line; FALSE when it was not understood.  */
gboolean handler_order_line_send (HandlerOrderLine *self);
/* How the order in the line is carried out: to be inserted as "how" where menus offer it.  Borrowed.  */
GActionGroup *handler_order_line_get_how (HandlerOrderLine *self);
/* `compact`: nothing beneath the entry but what it means, for narrow windows; `tiny`: nor other
 * readings to choose from, for low ones.  */
void handler_order_line_set_compact (HandlerOrderLine *self, gboolean compact, gboolean tiny);

G_END_DECLS
