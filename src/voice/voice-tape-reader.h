/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sound of a tape, from any place to any other, across its segments.
 *
 * For one thread, which may be held up by the disk.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-outbox.h"

typedef struct _VoiceTapeReader VoiceTapeReader;

/* (transfer full): begins at a place of the tape in `folder`. */
VoiceTapeReader *voice_tape_reader_new (const char *folder, guint segment, guint at_ms);
void voice_tape_reader_free (VoiceTapeReader *reader);

/* (transfer full) (nullable): what comes next, of any length: 48 kHz, stereo, native float,
 * interleaved.  NULL at the end of the last segment, or with an error when not even the first could
 * be read; a segment that is damaged later on ends early. */
GstBuffer *voice_tape_reader_next (VoiceTapeReader *reader, GError **error);

/* Where the buffer given last begins. */
void voice_tape_reader_get_place (VoiceTapeReader *reader, VoicePlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceTapeReader, voice_tape_reader_free)
