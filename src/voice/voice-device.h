/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The devices of the sound system, by a name that stays the same.
 *
 * A device's name is that of the sound server (or of ALSA where there is none), such as
 * "alsa_output.pci-0000_00_1f.3.analog-stereo": the same after a restart, and the same through
 * PulseAudio and PipeWire.  What people read is gst_device_get_display_name().
 *
 * Every function asks the sound system and may block as long as it does: for the voice thread or a
 * thread of one's own, never for the main thread.  voice_gst_init() first.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-device-kind.h"

/* (transfer full) (element-type GstDevice): those that are there now.  Where a sound server
 * answers, its devices alone, since it holds the hardware behind them.  Free with
 * g_list_free_full (…, gst_object_unref). */
GList *voice_device_list (VoiceDeviceKind kind);

/* (transfer full) (nullable): the device with this name, if it is there. */
GstDevice *voice_device_find (VoiceDeviceKind kind, const char *name);

/* (transfer full): its name as above. */
char *voice_device_get_name (GstDevice *device);
