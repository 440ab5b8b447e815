/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of the console and of the link mean.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog with all of them, to be presented.  */
AdwDialog *handler_glossary_dialog_new (void);

G_END_DECLS
