/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live map: what the handler believes, drawn.
 *
 * Shows a battle (property `battle`), or for tests and previews a sheet, names and a picture set
 * one by one.  The selection is an object shared with the other widgets.  Main thread only.
 *
 * Properties: battle, selection, show-relief, show-grid, show-pencil, show-areas, show-routes, show-tracks,
 * show-own, follow (the selection stays in the middle), ruler (dragging measures),
 * pencil (dragging draws; clicks and keys set point after point), rubber (the pencil rubs out).  Of ruler
 * and pencil one at most is on.
 *
 * Signals:
 *   order-text (const char *text)             words for the order line, made on the map
 *   question (const char *text)               words of a question to the console
 *   order-menu (double x, double y, BaseVec *at)  the menu is about to open; the default handler
 *                                             opens it
 *   cursor-moved ()                           handler_map_get_cursor() has changed
 *   view-changed ()                           zoom, place or size: scale bars look again
 *   mark-requested (BaseVec *at)              the key or menu to mark a place was used
 *   edit-requested (const PictureEdit *edit)  the pencil was used, or an edit is to be taken back
 *   layers-requested ()                       the key for the layers was pressed
 *
 * Actions of handler_map_get_actions(), group "map": zoom-in, zoom-out, fit, centre, follow,
 * ruler, pencil, rubber, ink (PictureInk), next-ink, rub-out, clear-pencil, undo, redo, order-menu, clear, and
 * show-relief … show-own.  */
#pragma once

#include "engine/engine.h"
#include "ui/map/handler-map-scene.h"
#include "ui/widgets/handler-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_MAP (handler_map_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMap, handler_map, HANDLER, MAP, GtkWidget)

GtkWidget *handler_map_new (void);

/* ---- What it shows ------------------------------------------------------------------------- */

/* Follows the battle's frames and orders; NULL shows nothing.  Keeps a reference.  */
void handler_map_set_battle (HandlerMap *self, EngineBattle *battle);
EngineBattle *handler_map_get_battle (HandlerMap *self);

/* Without a battle.  The sheet must stay until another is set; the book is kept; the view is
 * copied; the frame is kept.  NULL is allowed.  */
void handler_map_set_sheet (HandlerMap *self, const PictureSheet *sheet);
void handler_map_set_book (HandlerMap *self, OrderBook *book);
void handler_map_set_view (HandlerMap *self, const PictureView *view);
void handler_map_set_frame (HandlerMap *self, EngineFrame *frame);

/* An area that is fought for, without a battle; `index` is that of the frame's objectives.
 * Copied.  */
void handler_map_add_objective (HandlerMap *self, const HandlerMapObjective *objective);

/* An order was given: its points are drawn while machines are on it.  */
void handler_map_add_command (HandlerMap *self, const SimCommand *command);
/* The order being typed, or NULL.  Copied.  */
void handler_map_set_draft (HandlerMap *self, const SimCommand *draft);

/* ---- Selection and cursor ------------------------------------------------------------------ */

/* Never NULL: the map has one of its own until another is set.  */
void handler_map_set_selection (HandlerMap *self, HandlerSelection *selection);
HandlerSelection *handler_map_get_selection (HandlerMap *self);

/* Where pointer or keyboard crosshair stand; FALSE when neither is on the map.  This is what
 * "here" means in an order.  */
gboolean handler_map_get_cursor (HandlerMap *self, BaseVec *at);
/* Shows the crosshair there.  */
void handler_map_set_cursor (HandlerMap *self, BaseVec at);
/* "H07-6 · 151 m · town" of the cursor, "" without one.  Newly allocated.  */
char *handler_map_dup_cursor_text (HandlerMap *self);

/* ---- View ---------------------------------------------------------------------------------- */

void handler_map_zoom_in (HandlerMap *self);
void handler_map_zoom_out (HandlerMap *self);
/* The whole map.  */
void handler_map_fit (HandlerMap *self);
void handler_map_centre_on (HandlerMap *self, BaseVec at);
/* This box (south-west and north-east corner, metres) is shown with a margin, whatever the size; for a map that
 * nobody moves.  */
void handler_map_keep_in_view (HandlerMap *self, BaseVec low, BaseVec high);
/* Tools lie over the upper `top` pixels of the widget: the whole map is shown below them, and its northern
 * edge can be drawn down there.  */
void handler_map_set_top (HandlerMap *self, int top);
/* The selection, if it has a place.  TRUE if it has.  */
gboolean handler_map_centre_on_selection (HandlerMap *self);
void handler_map_set_follow (HandlerMap *self, gboolean follow);
gboolean handler_map_get_follow (HandlerMap *self);
void handler_map_set_ruler (HandlerMap *self, gboolean ruler);
gboolean handler_map_get_ruler (HandlerMap *self);
void handler_map_set_pencil (HandlerMap *self, gboolean pencil);
gboolean handler_map_get_pencil (HandlerMap *self);
/* Metres in a logical pixel now.  */
double handler_map_get_metres_per_pixel (HandlerMap *self);

GActionGroup *handler_map_get_actions (HandlerMap *self);

/* Opens the menu of what can be ordered at a place, as a right click does.  */
void handler_map_open_order_menu (HandlerMap *self, BaseVec at);

/* ---- For tests and benchmarks -------------------------------------------------------------- */

/* How many render nodes were made so far, of all layers together.  */
guint handler_map_get_n_built (HandlerMap *self);
/* Symbols in view, those of machines and contacts and of clusters.  */
guint handler_map_get_n_drawn (HandlerMap *self);
/* TRUE while relief tiles, or a picture of the battle, are painted.  */
gboolean handler_map_is_painting (HandlerMap *self);
/* TRUE if the next frame or one soon after draws the map anew.  */
gboolean handler_map_is_due (HandlerMap *self);
/* What lies under a point of the widget.  */
HandlerSelectionKind handler_map_pick (HandlerMap *self, double x, double y, guint *id);
/* Point of the widget where a place of the map is shown.  */
void handler_map_to_widget (HandlerMap *self, BaseVec at, double *x, double *y);

G_END_DECLS
