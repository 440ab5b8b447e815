/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, shared by map, squad panel, contact list and order line.
 *
 * One thing or nothing: an own machine (its index), a platoon (0 = first), a track (its number)
 * a place of the sheet (its index), a place that she has marked (its number in the picture, from 1) or a
 * line of her pencil (its number).  Main thread only.  Properties `kind` and `id` notify
 * together, once for each change; signal `changed` once after both.  */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  HANDLER_SELECTION_NONE,
  HANDLER_SELECTION_OWN,
  HANDLER_SELECTION_PLATOON,
  HANDLER_SELECTION_TRACK,
  HANDLER_SELECTION_PLACE,
  HANDLER_SELECTION_MARK,
  HANDLER_SELECTION_STROKE,
} HandlerSelectionKind;

#define HANDLER_TYPE_SELECTION (handler_selection_get_type ())
G_DECLARE_FINAL_TYPE (HandlerSelection, handler_selection, HANDLER, SELECTION, GObject)

HandlerSelection *handler_selection_new (void);

HandlerSelectionKind handler_selection_get_kind (HandlerSelection *self);
/* 0 for none.  */
guint handler_selection_get_id (HandlerSelection *self);
gboolean handler_selection_is (HandlerSelection *self, HandlerSelectionKind kind, guint id);

void handler_selection_select (HandlerSelection *self, HandlerSelectionKind kind, guint id);
void handler_selection_clear (HandlerSelection *self);

G_END_DECLS
