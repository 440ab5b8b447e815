/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of comms: time, class mark, speaker, place, words; of an order also its steps.
 *
 * Property: slim: the time stands beside the place, and leaves its column to the words.  */
#pragma once

#include "engine/engine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_CAPTION_ROW (handler_caption_row_get_type ())
G_DECLARE_FINAL_TYPE (HandlerCaptionRow, handler_caption_row, HANDLER, CAPTION_ROW, GtkWidget)

GtkWidget *handler_caption_row_new (void);
/* Follows the caption until the next call; NULL lets go.  `list_item` (may be NULL) is given the
 * sentence for screen readers.  */
void handler_caption_row_set_caption (HandlerCaptionRow *self, EngineCaption *caption,
                                      EngineBattle *battle, GtkListItem *list_item);
EngineCaption *handler_caption_row_get_caption (HandlerCaptionRow *self);

G_END_DECLS
