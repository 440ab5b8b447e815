/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words of machines, contacts, marks, voices and areas go: part of handler-map-symbols.h.
 *
 * Who matters more chooses first.  Where there is no room, words get shorter, then go: tooltip and lists have
 * them still; only what is selected keeps its own in any case.  What stood somewhere stays there as long
 * as it is hardly covered, so that words do not jump from frame to frame.  */
#pragma once

#include "handler-map-symbols.h"

G_BEGIN_DECLS

/* Share of words that may be covered where they stand already.  */
#define HANDLER_MAP_COVERED_OLD 0.1

/* Whose place is remembered, beside the kinds of the selection, in the table of sides.  */
typedef enum {
  HANDLER_MAP_WORDS_OF_GOAL = 100,
  HANDLER_MAP_WORDS_OF_VOICE,
  HANDLER_MAP_WORDS_OF_JAM,
} HandlerMapWordsOf;

/* Symbols, arrows, ghosts, signs and clusters take their boxes.  */
void handler_map_labels_take_symbols (HandlerMapSymbols *self, const HandlerMapScene *scene);
/* Places the words of machines and contacts; `order`: their indices (guint), the most important first.  */
void handler_map_labels_update (HandlerMapSymbols *self, const HandlerMapScene *scene,
                                const GArray *order);

/* For words that stand by themselves: which of `n` boxes (at least one, the best first) is free, or the
 * least covered, and takes that.  `of` and `id` say whose they are.  */
guint handler_map_labels_choose (HandlerMapSymbols *self, guint of, guint id,
                                 const HandlerMapBox *boxes, guint n);
/* For the name of a marked place, beside its dot: where it goes, which it takes.  FALSE: there is no room.  */
gboolean handler_map_labels_choose_side (HandlerMapSymbols *self, guint of, guint id,
                                         const HandlerMapBox *dot, int width, int height, int gap,
                                         HandlerMapBox *box_out);

G_END_DECLS
