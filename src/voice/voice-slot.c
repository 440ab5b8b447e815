/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-slot.h"

#include "voice/voice-element.h"
#include "voice/voice-mixer.h"

#include <gst/app/app.h>
#include <gst/audio/audio.h>
#include <math.h>

/* Pieces in a second. */
#define PIECES 50

/* (transfer by slot lock) What sounds. */
typedef struct {
  guint64 id;
  VoiceStream *stream; /* (owned) */
  GstClockTime base;   /* running time of its first sample */
  guint64 n_sent;      /* samples */
  gboolean stopping;   /* fade out in the next piece and end */
  float share, share_target; /* ducking */
} Playback;

struct _VoiceSlot {
  GstElement *source; /* (not owned) the pipeline owns all elements */
  GstElement *level;
  GstElement *panorama;
  GstElement *volume;
  char *speaker; /* (owned) (nullable) (voice thread) */
  guint rate;    /* (voice thread) of the caps set last */

  GMutex lock;        /* protects the rest, shared with the streaming thread */
  Playback *playback; /* (owned) (nullable) */
  GstClockTime next;  /* running time up to which samples have been sent */
  guint n_late;
};

static void
playback_free (Playback *playback)
{
  g_clear_pointer (&playback->stream, voice_stream_free);
  g_free (playback);
}

static void
fade_out (float *samples, gsize n)
{
  for (gsize i = 0; i < n; i++)
    samples[i] *= 1.0f - (float)(i + 1) / (float)n;
}

/* Follows the target over about three pieces, in a straight line within each. */
static void
duck (Playback *playback, float *samples, gsize n)
{
  float from = playback->share;
  float to = from + 0.5f * (playback->share_target - from);

  if (from == 1.0f && to == 1.0f)
    return;
  if (fabsf (to - playback->share_target) < 0.01f)
    to = playback->share_target;
  for (gsize i = 0; i < n; i++)
    samples[i] *= from + (to - from) * (float)i / (float)n;
  playback->share = to;
}

static GstClockTime
time_of (const Playback *playback)
{
  return playback->base + gst_util_uint64_scale (playback->n_sent, GST_SECOND, playback->stream->rate);
}

/* (slot lock) Tells the voice thread through the bus, which goes when the pipeline goes. */
static void
end_playback (VoiceSlot *slot, gboolean completed)
{
  Playback *playback = g_steal_pointer (&slot->playback);
  GstStructure *structure = gst_structure_new (VOICE_SLOT_ENDED, "id", G_TYPE_UINT64, playback->id,
                                               "completed", G_TYPE_BOOLEAN, completed, NULL);

  gst_element_post_message (slot->source,
                            gst_message_new_application (GST_OBJECT (slot->source), structure));
  playback_free (playback);
}

/* (slot lock) */
static void
count_late (VoiceSlot *slot, GstClockTime pts)
{
  GstClockTime now = gst_element_get_current_running_time (slot->source);

  if (GST_CLOCK_TIME_IS_VALID (now) && now > pts + VOICE_MIX_LATENCY)
    slot->n_late++;
}

/* (slot lock) The first sample is for the moment in which it is given, as late as that is known: what is
 * late is passed over by the mixer, and a voice would begin in the middle of a word. */
static void
set_base (VoiceSlot *slot)
{
  GstClockTime now = gst_element_get_current_running_time (slot->source);
  Playback *playback = slot->playback;

  if (GST_CLOCK_TIME_IS_VALID (now) && now > playback->base && now < playback->base + GST_SECOND)
    playback->base = now;
}

/* (slot lock) (transfer full): the next piece; short sounds and ends are filled with silence. */
static GstBuffer *
next_piece (VoiceSlot *slot, gboolean *last)
{
  Playback *playback = slot->playback;
  gsize n = playback->stream->rate / PIECES;
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, n * sizeof (float), NULL);
  GstMapInfo map;
  gsize count;

  gst_buffer_map (buffer, &map, GST_MAP_WRITE);
  count = playback->stream->read (playback->stream, (float *)(void *)map.data, n);
  memset (map.data + count * sizeof (float), 0, (n - count) * sizeof (float));
  duck (playback, (float *)(void *)map.data, n);
  if (playback->stopping)
    fade_out ((float *)(void *)map.data, n);
  gst_buffer_unmap (buffer, &map);

  if (playback->n_sent == 0)
    set_base (slot);
  *last = count < n || playback->stopping;
  GST_BUFFER_PTS (buffer) = time_of (playback);
  if (playback->n_sent == 0)
    GST_BUFFER_FLAG_SET (buffer, GST_BUFFER_FLAG_DISCONT);
  playback->n_sent += n;
  slot->next = time_of (playback);
  GST_BUFFER_DURATION (buffer) = slot->next - GST_BUFFER_PTS (buffer);
  return buffer;
}

/* (slot lock) */
static void
push_piece (VoiceSlot *slot)
{
  gboolean last, stopping = slot->playback->stopping;
  GstBuffer *buffer = next_piece (slot, &last);

  count_late (slot, GST_BUFFER_PTS (buffer));
  gst_app_src_push_buffer (GST_APP_SRC (slot->source), buffer);
  if (last)
    end_playback (slot, !stopping);
}

/* (streaming thread) */
static void
need_data (GstAppSrc *source, guint length, gpointer data)
{
  VoiceSlot *slot = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&slot->lock);

  if (slot->playback != NULL)
    push_piece (slot);
}

static GstCaps *
caps_for (guint rate)
{
  return gst_caps_new_simple ("audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (F32), "rate",
                              G_TYPE_INT, (int)rate, "channels", G_TYPE_INT, 1, "layout",
                              G_TYPE_STRING, "interleaved", NULL);
}

static void
set_rate (VoiceSlot *slot, guint rate)
{
  g_autoptr (GstCaps) caps = NULL;

  if (rate == slot->rate)
    return;
  caps = caps_for (rate);
  gst_app_src_set_caps (GST_APP_SRC (slot->source), caps);
  slot->rate = rate;
}

static void
configure_source (VoiceSlot *slot)
{
  GstAppSrcCallbacks callbacks = {.need_data = need_data};

  g_object_set (slot->source, "format", GST_FORMAT_TIME, "is-live", TRUE, "min-latency",
                (gint64)VOICE_SOURCE_LATENCY, "max-bytes", (guint64)0, "emit-signals", FALSE, NULL);
  gst_app_src_set_callbacks (GST_APP_SRC (slot->source), &callbacks, slot, NULL);
  set_rate (slot, 22050);
}

VoiceSlot *
voice_slot_new (GstBin *bin, GstElement *mixer, guint index, GError **error)
{
  static const char *const factories[] = {"appsrc", "audioconvert",  "audioresample", "capsfilter",
                                          "level",  "audiopanorama", "volume"};
  GstElement *elements[G_N_ELEMENTS (factories)];
  g_autoptr (GstCaps) caps = caps_for (VOICE_MIX_RATE);
  g_autofree char *name = g_strdup_printf ("slot-%u", index);
  VoiceSlot *slot;

  if (!voice_element_add_chain (bin, factories, G_N_ELEMENTS (factories), elements, error) ||
      !voice_element_link (elements[G_N_ELEMENTS (factories) - 1], mixer, error))
    return NULL;
  g_object_set (elements[0], "name", name, NULL);
  g_object_set (elements[3], "caps", caps, NULL);
  g_object_set (elements[4], "interval", VOICE_LEVEL_INTERVAL, NULL);

  slot = g_new0 (VoiceSlot, 1);
  g_mutex_init (&slot->lock);
  slot->source = elements[0];
  slot->level = elements[4];
  slot->panorama = elements[5];
  slot->volume = elements[6];
  configure_source (slot);
  return slot;
}

void
voice_slot_free (VoiceSlot *slot)
{
  g_clear_pointer (&slot->playback, playback_free);
  g_clear_pointer (&slot->speaker, g_free);
  g_mutex_clear (&slot->lock);
  g_free (slot);
}

void
voice_slot_start (VoiceSlot *slot, guint64 id, const char *speaker, VoiceStream *stream,
                  GstClockTime now, double pan, double gain)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Playback *playback = g_new0 (Playback, 1);

  playback->id = id;
  playback->stream = stream;
  playback->share = playback->share_target = 1.0f;

  locker = g_mutex_locker_new (&slot->lock);
  if (slot->playback != NULL)
    end_playback (slot, FALSE);
  g_set_str (&slot->speaker, speaker);
  set_rate (slot, stream->rate);
  g_object_set (slot->panorama, "panorama", (float)pan, NULL);
  g_object_set (slot->volume, "volume", CLAMP (gain, 0.0, 4.0), NULL);
  playback->base = MAX (now, slot->next);
  slot->playback = playback;
  /* The streaming thread waits for data; this wakes it, and from then on it asks. */
  push_piece (slot);
}

void
voice_slot_duck (VoiceSlot *slot, float share)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&slot->lock);

  if (slot->playback != NULL)
    slot->playback->share_target = share;
}

void
voice_slot_stop (VoiceSlot *slot)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&slot->lock);

  if (slot->playback != NULL)
    slot->playback->stopping = TRUE;
}

gboolean
voice_slot_is_stopping (VoiceSlot *slot)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&slot->lock);

  return slot->playback != NULL && slot->playback->stopping;
}

guint64
voice_slot_get_id (VoiceSlot *slot)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&slot->lock);

  return slot->playback != NULL ? slot->playback->id : 0;
}

const char *
voice_slot_get_speaker (VoiceSlot *slot)
{
  return slot->speaker;
}

GstElement *
voice_slot_get_level (VoiceSlot *slot)
{
  return slot->level;
}

guint
voice_slot_get_n_late (VoiceSlot *slot)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&slot->lock);

  return slot->n_late;
}
