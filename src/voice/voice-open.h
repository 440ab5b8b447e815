/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opens a device to play or to record: the one that was chosen, else the system's own.
 *
 * Blocks as long as the sound system does, so for the voice thread or a thread of one's own.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-device-kind.h"

/* (transfer floating) (nullable): a sink or a source in state READY, which is the only way to know
 * that it works.  `name` as in voice-device.h; NULL or "" is the default of the sound system.  A
 * device that is not there is replaced by the default, and voice_open_fell_back() says so.
 * Error: VOICE_ERROR_DEVICE when nothing can be opened. */
GstElement *voice_open_device (VoiceDeviceKind kind, const char *name, GError **error);

/* Whether the default stands in for the device that was asked for. */
gboolean voice_open_fell_back (GstElement *element);

/* Whether the sound server has moved the stream of an element that voice_open_device() returned
 * for `name` to another device since.  Cheap; FALSE where that can not be known. */
gboolean voice_open_was_moved (GstElement *element, const char *name);
