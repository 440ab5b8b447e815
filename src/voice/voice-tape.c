/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-tape.h"

#include "voice/voice-segment.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdatomic.h>

/* What may wait for the thread; the mix gives it in pieces of some milliseconds. */
#define MOST_WAITING_FRAMES (4 * VOICE_SEGMENT_RATE)
/* The disk has taken nothing for so long: it never will. */
#define STUCK_LIMIT_S 10
/* Quieter than this is a pause. */
#define PAUSE_LEVEL 0.001f

typedef struct {
  guint64 stream;
  GstBuffer *buffer; /* (owned) */
  gsize n_frames;
} Piece;

typedef struct {
  guint64 stream;
  GstClockTime running_time;
  guint64 id;
  guint length_ms;
} Mark;

struct _VoiceTape {
  gatomicrefcount ref_count;
  char *folder;        /* (owned) */
  VoiceOutbox *outbox; /* (owned) */
  atomic_uint n_lost;

  GMutex lock; /* protects the seven below */
  GCond changed;
  GQueue pieces; /* of Piece */
  gsize n_waiting; /* frames in them */
  guint64 stream;  /* the newest: a mix that was given up may come back to life */
  GArray *marks;   /* (owned) of Mark */
  gboolean stopping, stopped;

  /* All below: (tape's thread) */
  VoiceSegment *segment; /* (owned) (nullable) */
  guint n_segments;
  gsize n_frames; /* in this one */
  gsize n_before; /* in those before */
  GArray *pending; /* (owned) of Mark: not placed yet */
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  gst_buffer_unref (piece->buffer);
  g_free (piece);
}

VoiceTape *
voice_tape_ref (VoiceTape *tape)
{
  g_atomic_ref_count_inc (&tape->ref_count);
  return tape;
}

void
voice_tape_unref (VoiceTape *tape)
{
  if (!g_atomic_ref_count_dec (&tape->ref_count))
    return;
  g_queue_clear_full (&tape->pieces, piece_free);
  g_array_unref (tape->marks);
  g_array_unref (tape->pending);
  voice_outbox_unref (tape->outbox);
  g_mutex_clear (&tape->lock);
  g_cond_clear (&tape->changed);
  g_free (tape->folder);
  g_free (tape);
}

/* ---- From the mix: never waits. ---- */

gboolean
voice_tape_push (VoiceTape *tape, guint64 stream, GstBuffer *buffer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tape->lock);
  gsize n_frames = gst_buffer_get_size (buffer) / VOICE_SEGMENT_FRAME;
  Piece *piece;

  if (tape->stopping || tape->stopped || stream < tape->stream)
    return FALSE;
  tape->stream = stream;
  if (tape->n_waiting + n_frames > MOST_WAITING_FRAMES) {
    atomic_fetch_add (&tape->n_lost, 1);
    return FALSE;
  }
  piece = g_new (Piece, 1);
  *piece = (Piece){stream, gst_buffer_ref (buffer), n_frames};
  tape->n_waiting += n_frames;
  g_queue_push_tail (&tape->pieces, piece);
  g_cond_signal (&tape->changed);
  return TRUE;
}

void
voice_tape_mark (VoiceTape *tape, guint64 stream, GstClockTime running_time, guint64 id,
                 guint length_ms)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tape->lock);
  Mark mark = {stream, running_time, id, length_ms};

  if (!tape->stopping && !tape->stopped)
    g_array_append_val (tape->marks, mark);
}

/* ---- The thread. ---- */

/* Time of the piece's first frame: PTS of a live mix are running times. */
static gint64
frames_until (const Piece *piece, const Mark *mark)
{
  GstClockTime begin = GST_BUFFER_PTS (piece->buffer);

  if (!GST_CLOCK_TIME_IS_VALID (begin) || mark->running_time <= begin)
    return 0;
  return (gint64)gst_util_uint64_scale (mark->running_time - begin, VOICE_SEGMENT_RATE, GST_SECOND);
}

/* Those that begin within the piece; a mark of another mix never comes to sound. */
static void
place_marks (VoiceTape *tape, const Piece *piece)
{
  for (guint i = 0; i < tape->pending->len;) {
    const Mark *mark = &g_array_index (tape->pending, Mark, i);
    gint64 frames = frames_until (piece, mark);
    VoicePlace place = {
        .segment = tape->n_segments,
        .at_ms = (guint)((tape->n_frames + (gsize)frames) * 1000 / VOICE_SEGMENT_RATE),
        .tape_ms = (guint)((tape->n_before + tape->n_frames + (gsize)frames) * 1000 /
                           VOICE_SEGMENT_RATE),
        .length_ms = mark->length_ms,
    };

    if (mark->stream == piece->stream && frames >= (gint64)piece->n_frames) {
      i++;
      continue;
    }
    if (mark->stream == piece->stream)
      voice_outbox_push_placed (tape->outbox, mark->id, &place);
    if (mark->stream <= piece->stream)
      g_array_remove_index (tape->pending, i);
    else
      i++;
  }
}

static gboolean
is_pause (GstBuffer *buffer)
{
  GstMapInfo map;
  gboolean quiet = TRUE;

  if (!gst_buffer_map (buffer, &map, GST_MAP_READ))
    return FALSE;
  for (gsize i = 0; i < map.size / sizeof (float) && quiet; i++)
    quiet = fabsf (((const float *)(const void *)map.data)[i]) < PAUSE_LEVEL;
  gst_buffer_unmap (buffer, &map);
  return quiet;
}

static gboolean
is_full (VoiceTape *tape, const Piece *piece)
{
  gsize seconds = tape->n_frames / VOICE_SEGMENT_RATE;

  return seconds >= VOICE_TAPE_SEGMENT_MOST_S ||
         (seconds >= VOICE_TAPE_SEGMENT_S && is_pause (piece->buffer));
}

static gboolean
close_segment (VoiceTape *tape, GError **error)
{
  g_autoptr (VoiceSegment) segment = g_steal_pointer (&tape->segment);

  return segment == NULL || voice_segment_finish (segment, error);
}

static gboolean
open_segment (VoiceTape *tape, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%04u.ogg", tape->n_segments + 1);
  g_autofree char *path = g_build_filename (tape->folder, name, NULL);

  tape->segment = voice_segment_new (path, error);
  if (tape->segment == NULL)
    return FALSE;
  tape->n_segments++;
  tape->n_before += tape->n_frames;
  tape->n_frames = 0;
  return TRUE;
}

/* Waits while the encoder has enough: only what waits here can be lost. */
static gboolean
write_buffer (VoiceTape *tape, GstBuffer *buffer, GError **error)
{
  gint64 limit = g_get_monotonic_time() + STUCK_LIMIT_S * G_USEC_PER_SEC;

  while (voice_segment_is_busy (tape->segment)) {
    if (g_get_monotonic_time() > limit) {
      g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_WRITE,
                           _ ("The disk takes nothing any more"));
      return FALSE;
    }
    if (!voice_segment_check (tape->segment, error))
      return FALSE;
    g_usleep (20000);
  }
  return voice_segment_write (tape->segment, buffer, error);
}

static gboolean
write_piece (VoiceTape *tape, Piece *piece, GError **error)
{
  if (tape->segment != NULL && is_full (tape, piece) && !close_segment (tape, error))
    return FALSE;
  if (tape->segment == NULL && !open_segment (tape, error))
    return FALSE;
  place_marks (tape, piece);
  tape->n_frames += piece->n_frames;
  return write_buffer (tape, piece->buffer, error);
}

/* (transfer full) (nullable): the next piece, when there is one; NULL at the end. */
static Piece *
wait_for_piece (VoiceTape *tape)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tape->lock);
  Piece *piece;

  while (tape->pieces.length == 0 && !tape->stopping)
    g_cond_wait (&tape->changed, &tape->lock);
  piece = g_queue_pop_head (&tape->pieces);
  if (piece != NULL)
    tape->n_waiting -= piece->n_frames;
  g_array_append_vals (tape->pending, tape->marks->data, tape->marks->len);
  g_array_set_size (tape->marks, 0);
  return piece;
}

static gboolean
run (VoiceTape *tape, GError **error)
{
  Piece *piece;
  gboolean written = TRUE;

  while (written && (piece = wait_for_piece (tape)) != NULL) {
    written = write_piece (tape, piece, error);
    piece_free (piece);
  }
  return written && close_segment (tape, error);
}

/* The last thing, in whatever way it ended. */
static void
end (VoiceTape *tape, const GError *error)
{
  voice_outbox_push (tape->outbox, VOICE_EVENT_TAPE_ENDED, 0, error == NULL,
                     error != NULL ? error->message : NULL);
  g_clear_pointer (&tape->segment, voice_segment_free);
  g_mutex_lock (&tape->lock);
  tape->stopped = TRUE;
  g_queue_clear_full (&tape->pieces, piece_free);
  tape->n_waiting = 0;
  g_cond_broadcast (&tape->changed);
  g_mutex_unlock (&tape->lock);
}

static gpointer
tape_thread (gpointer data)
{
  g_autoptr (VoiceTape) tape = data;
  g_autoptr (GError) error = NULL;

  if (voice_gst_init (&error))
    run (tape, &error);
  end (tape, error);
  return NULL;
}

VoiceTape *
voice_tape_new (const char *folder, VoiceOutbox *outbox)
{
  VoiceTape *tape = g_new0 (VoiceTape, 1);

  g_atomic_ref_count_init (&tape->ref_count);
  tape->folder = g_strdup (folder);
  tape->outbox = voice_outbox_ref (outbox);
  g_mutex_init (&tape->lock);
  g_cond_init (&tape->changed);
  g_queue_init (&tape->pieces);
  tape->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  tape->pending = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_thread_unref (g_thread_new ("tape", tape_thread, voice_tape_ref (tape)));
  return tape;
}

gboolean
voice_tape_stop (VoiceTape *tape, gint64 limit_us)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tape->lock);
  gint64 limit = g_get_monotonic_time() + limit_us;

  tape->stopping = TRUE;
  g_cond_broadcast (&tape->changed);
  while (!tape->stopped && g_cond_wait_until (&tape->changed, &tape->lock, limit))
    ;
  return tape->stopped;
}

guint
voice_tape_get_n_lost (VoiceTape *tape)
{
  return atomic_load (&tape->n_lost);
}
