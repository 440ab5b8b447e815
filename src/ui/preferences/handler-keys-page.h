/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the preferences on which keys are changed.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Its name is "keys".  `settings` say whether they may be changed.  Floating.  */
AdwPreferencesPage *handler_keys_page_new (GSettings *settings);

G_END_DECLS
