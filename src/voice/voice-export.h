/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tape, or a passage of one, as a single file.
 */
#pragma once

#include <gio/gio.h>

#include "voice/voice-error.h"

/* So much of it is written; called by the thread that writes, often. */
typedef void (*VoiceExportFunc) (guint written_ms, gpointer data);

/* Writes the tape in `folder` from a place on, `length_ms` of it or (0) all that follows, as
 * Ogg/Opus to `path`.  Takes a second or so for each minute: not for the main thread, and `progress`
 * (nullable) is told of it.  What could
 * not be finished is removed, and a file that was there before stays as it was.
 * Errors: VOICE_ERROR, G_IO_ERROR_CANCELLED. */
gboolean voice_export_tape (const char *folder, guint segment, guint at_ms, guint length_ms,
                            const char *path, VoiceExportFunc progress, gpointer data,
                            GCancellable *cancellable, GError **error);
