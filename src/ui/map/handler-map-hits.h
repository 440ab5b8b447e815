/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies under a point: boxes sorted by their left edge, found by binary search.  */
#pragma once

#include "handler-map-list.h"
#include "ui/widgets/handler-selection.h"

G_BEGIN_DECLS

typedef struct {
  HandlerMapBox box;
  HandlerSelectionKind kind;
  guint id;
  int rank; /* the higher lies on top */
} HandlerMapHit;

typedef struct _HandlerMapHits HandlerMapHits;

HandlerMapHits *handler_map_hits_new (void);
void handler_map_hits_free (HandlerMapHits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerMapHits, handler_map_hits_free)

void handler_map_hits_empty (HandlerMapHits *self);
void handler_map_hits_add (HandlerMapHits *self, const HandlerMapHit *hit);
/* To be called once all are added.  */
void handler_map_hits_sort (HandlerMapHits *self);
guint handler_map_hits_get_n (HandlerMapHits *self);

/* The best one within `reach` pixels of (x, y): of those the highest rank, then the nearest
 * middle.  NULL if none.  Valid until the next change.  */
const HandlerMapHit *handler_map_hits_find (HandlerMapHits *self, int x, int y, int reach);

G_END_DECLS
