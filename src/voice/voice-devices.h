/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person can choose from: the outputs and inputs of the sound system.
 *
 * As long as a VoiceDevices lives, a thread of its own asks the sound system every few seconds;
 * the object is used on the main thread only, and nothing here waits.  A sound system that does not
 * answer keeps its thread, not the caller; the number of such threads is bounded.
 *
 * To open what was chosen: voice_radio_set_output() plays by it; voice_open_device() (voice-open.h,
 * inside this room) gives the element to record from.
 *
 * Signal:
 *   changed ()    the lists differ from before; also at the first answer
 */
#pragma once

#include <glib-object.h>

#include "voice/voice-device-kind.h"

#define VOICE_TYPE_DEVICES (voice_devices_get_type())
G_DECLARE_FINAL_TYPE (VoiceDevices, voice_devices, VOICE, DEVICES, GObject)

/* (transfer full): begins to ask; the lists are empty until the first `changed`. */
VoiceDevices *voice_devices_new (void);

/* How many there are, in the order of the sound system. */
guint voice_devices_get_n (VoiceDevices *devices, VoiceDeviceKind kind);

/* What stays the same and belongs into settings; `index` below voice_devices_get_n().  Valid until
 * `changed`. */
const char *voice_devices_get_name (VoiceDevices *devices, VoiceDeviceKind kind, guint index);

/* What people read; no two of a kind are alike.  Comes from the hardware: never markup. */
const char *voice_devices_get_label (VoiceDevices *devices, VoiceDeviceKind kind, guint index);

/* Threads of the process that ask, or hang while they do. */
guint voice_devices_get_n_threads (void);
