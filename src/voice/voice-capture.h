/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sound in: from a microphone while a key is held, or from a file.
 *
 * Capture exists from the call of voice_capture_run() to its return, and at no other time: the
 * pipeline is made and taken apart in it.  Both functions block; not the main thread of a window.
 */
#pragma once

#include <glib.h>

#include "voice/voice-error.h"
#include "voice/voice-source-kind.h"

/* Longer orders are no orders; what comes later is not captured.  Seconds. */
#define VOICE_CAPTURE_MOST_S 20
/* The longest file that is read.  Seconds. */
#define VOICE_CAPTURE_MOST_FILE_S 120

/* Loudness of what was just captured, RMS in dB below full scale; on the thread that captures. */
typedef void (*VoiceCaptureLevelFunc) (double rms_db, gpointer user_data);

/* (transfer full) (element-type gint16): mono, at VOICE_RECOGNISER_RATE, until `stop` (atomic) is
 * set, or VOICE_CAPTURE_MOST_S.  `level` may be NULL.  Errors: VOICE_ERROR_DEVICE,
 * VOICE_ERROR_ELEMENT; for a file those of voice_capture_file(). */
GArray *voice_capture_run (VoiceSourceKind kind, const char *argument, const gint *stop,
                           VoiceCaptureLevelFunc level, gpointer user_data, GError **error);

/* (transfer full) (element-type gint16): all of a sound file, the same way.  The file may be
 * anything.  Errors: VOICE_ERROR_READ, VOICE_ERROR_SOUND (no sound in it, damaged, too long),
 * VOICE_ERROR_ELEMENT. */
GArray *voice_capture_file (const char *path, GError **error);

/* Pipelines that exist in the process at this moment: any thread, for tests and for the sign. */
guint voice_capture_get_n_open (void);
