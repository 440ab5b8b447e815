/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key for every list that can be searched.  Main thread.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Action "handler.search" of a window (`widget`, a GtkRoot): opens the search that is nearest to its focus.  */
void handler_search_cb (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
