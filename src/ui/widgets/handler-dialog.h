/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message or question whose heading wraps: AdwAlertDialog measures its own heading on one line
 * and warns when that is longer than the window is wide, as it is in many a language.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Without responses.  Neither text is markup; `body` may be NULL.  Floating.  */
AdwAlertDialog *handler_dialog_new (const char *heading, const char *body);
/* The same dialog says something else.  */
void handler_dialog_set_texts (AdwAlertDialog *dialog, const char *heading, const char *body);

G_END_DECLS
