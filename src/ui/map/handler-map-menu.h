/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be ordered at a place, as titles and the words of the order.  Without widgets.  */
#pragma once

#include "handler-map-scene.h"
#include "ui/orders/handler-order-manner.h"

G_BEGIN_DECLS

typedef struct {
  char *title;       /* "Move here", translated */
  char *words;       /* "Wehrwolf, move to G04-7" */
  gboolean question; /* for the console, not for the air */
  gboolean mark;     /* marks the place, by a name that is still to be chosen */
  guint group;       /* of the items that belong together; in order */
} HandlerMapMenuItem;

void handler_map_menu_item_free (HandlerMapMenuItem *item);

/* Orders for the selected machine or platoon at `at`; `kind` and `id` say what lies there.  With
 * nothing of one's own selected, a machine that lies there is addressed, else the platoon that is
 * nearest.  To a lost machine there are only questions.  `manner` (may be NULL) goes into every order that takes
 * it.  Array of HandlerMapMenuItem with its free function set.  */
GPtrArray *handler_map_menu_items (const HandlerMapScene *scene, BaseVec at,
                                   HandlerSelectionKind kind, guint id,
                                   const HandlerOrderManner *manner);

/* Words of moving along a route (BaseVec; the first is where the unit is): the last is the
 * target, those between are points to go over.  NULL for fewer than two points.  */
char *handler_map_menu_route (const HandlerMapScene *scene, guint unit, const BaseVec *points,
                              guint n_points);

G_END_DECLS
