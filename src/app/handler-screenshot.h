/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of a window as it is drawn, without any help of the display: works on every backend.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Writes the window's contents as PNG.  */
gboolean handler_screenshot_save (GtkWindow *window, const char *path, GError **error);

G_END_DECLS
