/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a list that shows a text and what is to be said of it.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Both are plain text, which wraps; `subtitle` may be NULL.  */
GtkWidget *handler_row_new (const char *title, const char *subtitle);

G_END_DECLS
