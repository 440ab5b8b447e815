/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the sound goes.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-sink-kind.h"

/* (transfer floating) (nullable): the sink, in state NULL or READY.  VOICE_SINK_AUTOMATIC is
 * voice_open_device(): it asks the sound server, and may take as long as the server does: voice
 * thread only.
 * Errors: VOICE_ERROR_DEVICE, VOICE_ERROR_ELEMENT. */
GstElement *voice_sink_new (VoiceSinkKind kind, const char *argument, GError **error);
