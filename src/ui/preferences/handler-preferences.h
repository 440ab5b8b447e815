/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences: each row is bound to a key of the settings and acts at once.  */
#pragma once

#include "ui/preferences/handler-devices-group.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_PREFERENCES (handler_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPreferences, handler_preferences, HANDLER, PREFERENCES,
                      AdwPreferencesDialog)

/* `spoken` are the codes of the languages that the voices can be told to speak.  */
HandlerPreferences *handler_preferences_new (GSettings *settings, const char *const *spoken);

/* Its group of sound devices, whose owner tells it what there is.  Borrowed.  */
HandlerDevicesGroup *handler_preferences_get_devices (HandlerPreferences *self);

G_END_DECLS
