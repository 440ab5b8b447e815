/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The group of sound devices in the preferences: output, microphone, test tone with a meter.
 *
 * It knows no sound system: the owner tells what there is.  What is chosen goes into the keys
 * `output-device` and `input-device`, name and label; a device that is chosen and not there stays
 * in the list.
 *
 * Signal `test-tone` (int side): let it sound on one side, −1 left, 1 right; the words beside the
 * button say which at the same time.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_DEVICES_GROUP (handler_devices_group_get_type ())
G_DECLARE_FINAL_TYPE (HandlerDevicesGroup, handler_devices_group, HANDLER, DEVICES_GROUP,
                      AdwPreferencesGroup)

/* Once, before anything else.  */
void handler_devices_group_bind (HandlerDevicesGroup *self, GSettings *settings);
/* What can be chosen: names for the settings, labels to read, both NULL-terminated and as long.
 * Neither is markup.  */
void handler_devices_group_set_outputs (HandlerDevicesGroup *self, const char *const *names,
                                        const char *const *labels);
void handler_devices_group_set_inputs (HandlerDevicesGroup *self, const char *const *names,
                                       const char *const *labels);
/* Whether there is sound, and what is to be said about it (nullable).  */
void handler_devices_group_set_state (HandlerDevicesGroup *self, gboolean available,
                                      const char *status);
/* In decibels of full scale.  */
void handler_devices_group_set_levels (HandlerDevicesGroup *self, double left_db, double right_db);

G_END_DECLS
