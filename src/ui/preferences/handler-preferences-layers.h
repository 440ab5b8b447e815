/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for what is heard beside speech: each has a switch and a volume of its own.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Adds a row for each layer to the group, bound to the settings.  */
void handler_preferences_add_layers (AdwPreferencesGroup *group, GSettings *settings);

G_END_DECLS
