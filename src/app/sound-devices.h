/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the sound and the settings' two devices: what there is to choose from, what was chosen,
 * the test tone and its meter.  */
#pragma once

#include "ui/preferences/handler-devices-group.h"
#include "voice/voice.h"

G_BEGIN_DECLS

/* The name of a device in the key `output-device` or `input-device`, "" for the default: the form in
 * which the room voice takes it.  Newly allocated.  */
char *sound_devices_dup_chosen (GSettings *settings, const char *key);

/* The radio plays by what the settings say, from now on.  */
void sound_devices_bind (VoiceRadio *radio, GSettings *settings);

/* Tells the group what there is, and lets its test tone sound, for as long as it lives.  */
void sound_devices_attach (HandlerDevicesGroup *group, VoiceRadio *radio);

G_END_DECLS
