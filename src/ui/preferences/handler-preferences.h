/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences: each row is bound to a key of the settings and acts at once.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_PREFERENCES (handler_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPreferences, handler_preferences, HANDLER, PREFERENCES,
                      AdwPreferencesDialog)

/* `spoken` are the codes of the languages that the voices can be told to speak.  */
HandlerPreferences *handler_preferences_new (GSettings *settings, const char *const *spoken);

G_END_DECLS
