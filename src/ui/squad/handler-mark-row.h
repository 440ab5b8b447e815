/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mark in the list.  */
#pragma once

#include "ui/squad/handler-mark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_MARK_ROW (handler_mark_row_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMarkRow, handler_mark_row, HANDLER, MARK_ROW, GtkWidget)

GtkWidget *handler_mark_row_new (void);
void handler_mark_row_set_mark (HandlerMarkRow *self, HandlerMark *mark);
HandlerMark *handler_mark_row_get_mark (HandlerMarkRow *self);

G_END_DECLS
