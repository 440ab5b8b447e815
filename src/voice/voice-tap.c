/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-tap.h"

struct _VoiceTap {
  GstPad *pad; /* (owned) */
  gulong probe;
  guint64 stream;

  GMutex lock;     /* protects the rest */
  VoiceTape *tape; /* (owned) (nullable) */
};

/* (streaming thread) */
static GstPadProbeReturn
on_buffer (GstPad *pad, GstPadProbeInfo *info, gpointer data)
{
  VoiceTap *tap = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tap->lock);

  if (tap->tape != NULL)
    voice_tape_push (tap->tape, tap->stream, GST_PAD_PROBE_INFO_BUFFER (info));
  return GST_PAD_PROBE_OK;
}

VoiceTap *
voice_tap_new (GstPad *pad)
{
  static gint n_streams;
  VoiceTap *tap = g_new0 (VoiceTap, 1);

  g_mutex_init (&tap->lock);
  tap->stream = (guint64)g_atomic_int_add (&n_streams, 1);
  tap->pad = gst_object_ref (pad);
  tap->probe = gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_buffer, tap, NULL);
  return tap;
}

void
voice_tap_free (VoiceTap *tap)
{
  gst_pad_remove_probe (tap->pad, tap->probe);
  gst_object_unref (tap->pad);
  g_clear_pointer (&tap->tape, voice_tape_unref);
  g_mutex_clear (&tap->lock);
  g_free (tap);
}

void
voice_tap_set_tape (VoiceTap *tap, VoiceTape *tape)
{
  g_autoptr (VoiceTape) before = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tap->lock);

  before = tap->tape;
  tap->tape = tape != NULL ? voice_tape_ref (tape) : NULL;
}

void
voice_tap_mark (VoiceTap *tap, GstClockTime running_time, guint64 id, double length_s)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tap->lock);

  if (tap->tape != NULL)
    voice_tape_mark (tap->tape, tap->stream, running_time, id, (guint)(1000.0 * length_s));
}
