/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pure functions that interfaces bind to.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes all closures below known to a widget class with a template.  */
void handler_closures_bind (GtkWidgetClass *widget_class);

/* TRUE for a text that is neither NULL nor empty.  */
gboolean handler_has_text (gpointer self, const char *text);

G_END_DECLS
