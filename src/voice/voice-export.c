/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-export.h"

#include "voice/voice-segment.h"
#include "voice/voice-tape-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* At most `*left` frames of it are written. */
static gboolean
write_buffer (VoiceSegment *out, GstBuffer *buffer, gsize *left, GCancellable *cancellable,
              GError **error)
{
  gsize n = MIN (gst_buffer_get_size (buffer) / VOICE_SEGMENT_FRAME, *left);
  g_autoptr (GstBuffer) part =
      gst_buffer_copy_region (buffer, GST_BUFFER_COPY_MEMORY, 0, n * VOICE_SEGMENT_FRAME);

  *left -= n;
  while (voice_segment_is_busy (out)) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !voice_segment_check (out, error))
      return FALSE;
    g_usleep (2000);
  }
  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         voice_segment_write (out, part, error);
}

typedef struct {
  VoiceExportFunc progress; /* (nullable) */
  gpointer data;
} Listener;

static void
tell (const Listener *listener, gsize n_frames)
{
  if (listener->progress != NULL)
    listener->progress ((guint)(n_frames / (VOICE_SEGMENT_RATE / 1000)), listener->data);
}

static gboolean
copy (VoiceTapeReader *reader, VoiceSegment *out, gsize all, const Listener *listener,
      GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  GstBuffer *buffer;
  gsize left = all;
  gboolean done = TRUE;

  while (done && left > 0 && (buffer = voice_tape_reader_next (reader, &problem)) != NULL) {
    done = write_buffer (out, buffer, &left, cancellable, error);
    gst_buffer_unref (buffer);
    tell (listener, all - left);
  }
  if (problem != NULL)
    g_propagate_error (error, problem);
  return done && problem == NULL && voice_segment_finish (out, error);
}

static gboolean
put_in_place (const char *part, const char *path, GError **error)
{
  if (g_rename (part, path) == 0)
    return TRUE;
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_WRITE,
               /* Translators: a file name, and why it could not be written. */
               _ ("“%1$s” can not be written: %2$s"), path, g_strerror (errno));
  return FALSE;
}

gboolean
voice_export_tape (const char *folder, guint segment, guint at_ms, guint length_ms,
                   const char *path, VoiceExportFunc progress, gpointer data,
                   GCancellable *cancellable, GError **error)
{
  const Listener listener = {progress, data};
  g_autoptr (VoiceTapeReader) reader = voice_tape_reader_new (folder, segment, at_ms);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (VoiceSegment) out = NULL;
  gsize frames = length_ms == 0 ? G_MAXSIZE : (gsize)length_ms * (VOICE_SEGMENT_RATE / 1000);
  gboolean done;

  if (!voice_gst_init (error))
    return FALSE;
  out = voice_segment_new (part, error);
  done = out != NULL && copy (reader, out, frames, &listener, cancellable, error);
  g_clear_pointer (&out, voice_segment_free);
  done = done && put_in_place (part, path, error);
  if (!done)
    g_unlink (part);
  return done;
}
