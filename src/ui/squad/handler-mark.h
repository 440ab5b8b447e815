/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the handler has marked, as a list: places on the map, orders that are prepared for a mark, and the lines of
 * her pencil.  No widgets.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

typedef enum {
  HANDLER_MARK_PLACE, /* id: its number in the picture, from 1 */
  HANDLER_MARK_ORDER, /* id: the order */
  HANDLER_MARK_STROKE, /* id: its number in the picture */
} HandlerMarkKind;

/* ---- One mark -------------------------------------------------------------------------------- */

#define HANDLER_TYPE_MARK (handler_mark_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMark, handler_mark, HANDLER, MARK, GObject)

/* Properties, read-only, notifying: title ("orchard", "Mark 2"), place ("D04-7" or ""), detail ("Falke, move to
 * G04", or ""), description (one sentence), icon-name.  */
HandlerMarkKind handler_mark_get_kind (HandlerMark *self);
guint handler_mark_get_id (HandlerMark *self);
/* Of a place: as it is called, where it is, and how exactly; of a line where its middle point is; of an order 0.  */
const char *handler_mark_get_name (HandlerMark *self);
BaseVec handler_mark_get_position (HandlerMark *self);
float handler_mark_get_precise_m (HandlerMark *self);
/* Of an order: the mark that sets it off, 1 to 9; of a place 0.  */
guint handler_mark_get_mark (HandlerMark *self);
const char *handler_mark_get_description (HandlerMark *self);

/* ---- All of them ----------------------------------------------------------------------------- */

/* A GListModel of HandlerMark: places in the order of marking, then orders by mark,
 * then lines in the order of drawing.  */
#define HANDLER_TYPE_MARKS (handler_marks_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMarks, handler_marks, HANDLER, MARKS, GObject)

HandlerMarks *handler_marks_new (OrderBook *book, float map_width_m, float map_height_m);
/* The places and lines of the picture as it is now.  */
void handler_marks_update (HandlerMarks *self, const PictureView *view);
/* An order changed: it is prepared, or not any more.  */
void handler_marks_take_order (HandlerMarks *self, const SimOrderChange *change);
/* NULL when there is none.  Borrowed.  */
HandlerMark *handler_marks_find (HandlerMarks *self, HandlerMarkKind kind, guint id);

/* ---- Words ----------------------------------------------------------------------------------- */

/* "mark point D04-7 as anchor": a line that marks a place by a name that is free; NULL off the map or when there is
 * room for no more.  Newly allocated.  */
char *handler_marks_words (OrderBook *book, const PictureView *view, float map_width_m,
                           float map_height_m, BaseVec at);
/* Whether a mark can be called so.  `name_out` (of PICTURE_NAME_SIZE) gets it as the picture has it; else
 * `problem` says why not (newly allocated).  */
gboolean handler_marks_take_name (OrderBook *book, const PictureView *view, const char *name,
                                  char *name_out, char **problem);

G_END_DECLS
