/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Legion's patterns in words, and which of them a report may show.
 *
 * Found from what was reported and from the picture alone: a hint says "may be", and may be wrong.  Types are
 * known by their letters (A scouts, G dragoons, L tanks, D heavy tanks, T ambushers, C recoverers).  No widgets.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

typedef enum {
  HANDLER_PATTERN_FEELER,
  HANDLER_PATTERN_HOOK,
  HANDLER_PATTERN_ANVIL,
  HANDLER_PATTERN_GUN_LINE,
  HANDLER_PATTERN_CLOSED_DOOR,
  HANDLER_PATTERN_BAIT,
  HANDLER_PATTERN_BREATH,
  HANDLER_PATTERN_GLEANERS,
  HANDLER_N_PATTERNS
} HandlerPattern;

/* Translated, static.  */
typedef struct {
  const char *name, *tell, *meaning, *answer;
} HandlerPatternWords;
HandlerPatternWords handler_pattern_words (HandlerPattern pattern);

typedef struct _HandlerHints HandlerHints;

HandlerHints *handler_hints_new (OrderBook *book);
void handler_hints_free (HandlerHints *self);
/* The pattern that this report may show, for the first time in the battle; HANDLER_N_PATTERNS for none.  `view`
 * is her picture, which has taken the report.  */
HandlerPattern handler_hints_take_report (HandlerHints *self, const SimReport *report,
                                          const PictureView *view);

G_END_DECLS
