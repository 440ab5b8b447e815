/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One Ogg/Opus file being written: an encoder with a pipeline of its own.
 *
 *   appsrc → rglimiter → audioconvert → opusenc → oggmux → filesink
 *
 * As fast as samples come, on no clock.  Pages are written at once and at least twice a second, so
 * that a file that is never finished can be played up to nearly its end.  Used by one thread at a
 * time; any function may take as long as the disk does.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-element.h"
#include "voice/voice-error.h"

#define VOICE_SEGMENT_RATE  48000
#define VOICE_SEGMENT_FRAME (2 * sizeof (float)) /* bytes */

typedef struct _VoiceSegment VoiceSegment;

/* (transfer full) (nullable).  Errors: VOICE_ERROR_ELEMENT, VOICE_ERROR_WRITE. */
VoiceSegment *voice_segment_new (const char *path, GError **error);
/* Also what was not finished, which stays as it is. */
void voice_segment_free (VoiceSegment *segment);

/* Appends frames of 48 kHz, stereo, native float, interleaved; times of the buffer do not matter. */
gboolean voice_segment_write (VoiceSegment *segment, GstBuffer *buffer, GError **error);
/* It has more than it can take for now. */
gboolean voice_segment_is_busy (VoiceSegment *segment);
/* FALSE: something failed in the meantime. */
gboolean voice_segment_check (VoiceSegment *segment, GError **error);
/* Writes the end and waits for it; nothing may be written afterwards. */
gboolean voice_segment_finish (VoiceSegment *segment, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceSegment, voice_segment_free)
