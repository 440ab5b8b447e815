/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences: each row is bound to a key of the settings and acts at once.
 *
 * Signal `voices` (): show the page on which voices are chosen (handler-voices-page.h), which needs to
 * know who there is.  */
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

/* The headings of groups do not wrap by themselves, and are cut short in a narrow window: lets all below
 * this widget wrap.  */
void handler_preferences_wrap_headings (GtkWidget *widget);

G_END_DECLS
