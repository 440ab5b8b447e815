/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The about dialog, from the program's appdata, with the licences of what it is built on.
 * Floating.  */
AdwDialog *handler_about_new (void);

G_END_DECLS
