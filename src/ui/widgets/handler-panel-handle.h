/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inner edge of a split view's sidebar, to be moved: by the pointer or a finger, by Left and Right, and back to the
 * width that the split view has by itself by two clicks or Home.
 *
 * It lies over the edge and takes no room; it stands in a GtkOverlay in the sidebar, at the sidebar's end that is towards
 * the content.  It is there while the sidebar stands beside the content; over it the sidebar is as wide as it would be
 * by itself.  Where the window has no room for the width that was chosen, the split view gives as much as there is, and
 * the whole again when there is room: the choice stays.
 *
 * Properties: split (AdwOverlaySplitView with widths in sp, whose sidebar it moves); room (widget in the content that has
 * to keep its least width while the edge is moved); both are not owned, and to be set once.  width (guint): what the
 * person chose, in sp, 0 to HANDLER_PANEL_HANDLE_MOST; 0, as at first: none, the split view's own.  It notifies when
 * a drag is over, not while it goes on.  For screen readers a separator with a value, in sp; the accessible name is
 * the owner's to set.  Main thread only.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_PANEL_HANDLE_MOST 10000

#define HANDLER_TYPE_PANEL_HANDLE (handler_panel_handle_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPanelHandle, handler_panel_handle, HANDLER, PANEL_HANDLE, GtkWidget)

guint handler_panel_handle_get_width (HandlerPanelHandle *self);
void handler_panel_handle_set_width (HandlerPanelHandle *self, guint width);

G_END_DECLS
