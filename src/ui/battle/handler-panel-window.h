/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window of its own for one panel of the battle page, such as on a second screen.
 *
 * What is done there is done by the page: its class actions are forwarded, its groups shared.  The window knows of no
 * battle and keeps no panel; who made it takes the panel back before it goes.  Main thread.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_PANEL_WINDOW (handler_panel_window_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPanelWindow, handler_panel_window, HANDLER, PANEL_WINDOW, AdwWindow)

/* `title` names the panel, `subtitle` the battle; both plain text.  Owned by GTK, as windows are.  */
HandlerPanelWindow *handler_panel_window_new (const char *title, const char *subtitle);
/* NULL takes it out; the caller holds it meanwhile.  */
void handler_panel_window_set_panel (HandlerPanelWindow *self, GtkWidget *panel);
/* Makes the class actions of `page` ("battle.pause") work here, and the keys of the battle.  The window then holds the
 * page until it is destroyed.  Once.  */
void handler_panel_window_forward_actions (HandlerPanelWindow *self, GtkWidget *page);

/* (nullable) (transfer none): where to tell of what `page` does just now: the AdwToastOverlay of the panel's window
 * whose action it is, else the one around the page.  */
GtkWidget *handler_panel_window_find_toasts (GtkWidget *page);

G_END_DECLS
