/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-backdrop.h"

#include "voice/voice-bed.h"
#include "voice/voice-element.h"
#include "voice/voice-mixer.h"
#include "voice/voice-whispers.h"

#include <gst/app/app.h>
#include <gst/audio/audio.h>
#include <math.h>
#include <string.h>

/* Frames in a piece: 20 ms. */
#define PIECE (VOICE_BED_RATE / 50)
/* The same battle need not hiss the same; the same test should. */
#define BED_SEED     0x6265644cu
#define WHISPER_SEED 0x77686973u

/* How far each goes back under speech, and how soon it goes and is back. */
#define BED_DUCKED     0.32f /* -10 dB */
#define WHISPER_DUCKED 0.25f /* -12 dB */
#define DUCK_S         0.06f
#define RETURN_S       0.45f

/* A gain that follows its target from piece to piece. */
typedef struct {
  float wanted; /* the volume */
  float now;
} Gain;

struct _VoiceBackdrop {
  GstElement *source; /* (not owned) the pipeline owns it */

  GMutex lock;             /* protects the rest, shared with the streaming thread */
  VoiceBed *bed;           /* (owned) */
  VoiceWhispers *whispers; /* (owned) */
  Gain bed_gain, whisper_gain;
  gboolean ducked;
  gboolean running; /* gives pieces */
  GstClockTime base;
  guint64 n_sent; /* frames since `base` */
  guint n_late;
  float scratch[2 * PIECE];
};

static GstCaps *
caps_for (guint rate)
{
  return gst_caps_new_simple ("audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (F32), "rate",
                              G_TYPE_INT, (int) rate, "channels", G_TYPE_INT, 2, "layout",
                              G_TYPE_STRING, "interleaved", "channel-mask", GST_TYPE_BITMASK,
                              (guint64) 3, NULL);
}

static GstClockTime
end_of_sent (const VoiceBackdrop *backdrop)
{
  return backdrop->base + gst_util_uint64_scale (backdrop->n_sent, GST_SECOND, VOICE_BED_RATE);
}

/* (lock) */
static gboolean
is_silent (const VoiceBackdrop *backdrop)
{
  gboolean bed = backdrop->bed_gain.wanted > 0.0f || backdrop->bed_gain.now > 0.0f;
  gboolean whispers = backdrop->whisper_gain.wanted > 0.0f || backdrop->whisper_gain.now > 0.0f;

  return (!bed || voice_bed_is_silent (backdrop->bed)) &&
         (!whispers || voice_whispers_is_silent (backdrop->whispers));
}

/* The gain at the end of this piece. */
static float
next_gain (const Gain *gain, gboolean ducked, float share)
{
  float target = gain->wanted * (ducked ? share : 1.0f);
  float seconds = target < gain->now ? DUCK_S : RETURN_S;
  float next = gain->now + (1.0f - expf (-0.02f / seconds)) * (target - gain->now);

  return fabsf (next - target) < 1e-4f ? target : next;
}

/* Mixes `n` frames with a gain that goes straight from one value to the other. */
static void
mix (float *out, const float *in, gsize n, Gain *gain, float to)
{
  float step = (to - gain->now) / (float) n;

  for (gsize i = 0; i < n; i++) {
    float g = gain->now + step * (float) i;

    out[2 * i] += g * in[2 * i];
    out[2 * i + 1] += g * in[2 * i + 1];
  }
  gain->now = to;
}

/* (lock) */
static void
fill (VoiceBackdrop *backdrop, float *out)
{
  float bed = next_gain (&backdrop->bed_gain, backdrop->ducked, BED_DUCKED);
  float whispers = next_gain (&backdrop->whisper_gain, backdrop->ducked, WHISPER_DUCKED);

  memset (out, 0, sizeof backdrop->scratch);
  if (!voice_bed_is_silent (backdrop->bed)) {
    memset (backdrop->scratch, 0, sizeof backdrop->scratch);
    voice_bed_add (backdrop->bed, backdrop->scratch, PIECE, 1.0f);
    mix (out, backdrop->scratch, PIECE, &backdrop->bed_gain, bed);
  }
  if (!voice_whispers_is_silent (backdrop->whispers)) {
    memset (backdrop->scratch, 0, sizeof backdrop->scratch);
    voice_whispers_add (backdrop->whispers, backdrop->scratch, PIECE, 1.0f);
    mix (out, backdrop->scratch, PIECE, &backdrop->whisper_gain, whispers);
  }
  backdrop->bed_gain.now = bed;
  backdrop->whisper_gain.now = whispers;
}

/* (lock) */
static void
push_piece (VoiceBackdrop *backdrop)
{
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, sizeof backdrop->scratch, NULL);
  GstClockTime pts, now;
  GstMapInfo map;

  gst_buffer_map (buffer, &map, GST_MAP_WRITE);
  fill (backdrop, (float *) (void *) map.data);
  gst_buffer_unmap (buffer, &map);
  if (backdrop->n_sent == 0)
    GST_BUFFER_FLAG_SET (buffer, GST_BUFFER_FLAG_DISCONT);
  pts = end_of_sent (backdrop);
  backdrop->n_sent += PIECE;
  GST_BUFFER_PTS (buffer) = pts;
  GST_BUFFER_DURATION (buffer) = end_of_sent (backdrop) - pts;
  now = gst_element_get_current_running_time (backdrop->source);
  if (GST_CLOCK_TIME_IS_VALID (now) && now > pts + VOICE_MIX_LATENCY)
    backdrop->n_late++;
  gst_app_src_push_buffer (GST_APP_SRC (backdrop->source), buffer);
}

/* (streaming thread) */
static void
need_data (GstAppSrc *source, guint length, gpointer data)
{
  VoiceBackdrop *backdrop = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&backdrop->lock);

  backdrop->running = backdrop->running && !is_silent (backdrop);
  if (backdrop->running)
    push_piece (backdrop);
}

static void
configure (GstElement **elements, VoiceBackdrop *backdrop)
{
  GstAppSrcCallbacks callbacks = {.need_data = need_data};
  g_autoptr (GstCaps) input = caps_for (VOICE_BED_RATE);
  g_autoptr (GstCaps) output = caps_for (VOICE_MIX_RATE);

  g_object_set (elements[0], "name", "backdrop", "caps", input, "format", GST_FORMAT_TIME,
                "is-live", TRUE, "min-latency", (gint64) VOICE_SOURCE_LATENCY, "max-bytes",
                (guint64) 0, "emit-signals", FALSE, NULL);
  g_object_set (elements[1], "quality", 2, NULL); /* its sound ends far below 8 kHz */
  g_object_set (elements[2], "caps", output, NULL);
  gst_app_src_set_callbacks (GST_APP_SRC (elements[0]), &callbacks, backdrop, NULL);
}

VoiceBackdrop *
voice_backdrop_new (GstBin *bin, GstElement *mixer, GError **error)
{
  static const char *const factories[] = {"appsrc", "audioresample", "capsfilter"};
  GstElement *elements[G_N_ELEMENTS (factories)];
  VoiceBackdrop *backdrop;

  if (!voice_element_add_chain (bin, factories, G_N_ELEMENTS (factories), elements, error) ||
      !voice_element_link (elements[G_N_ELEMENTS (factories) - 1], mixer, error))
    return NULL;
  backdrop = g_new0 (VoiceBackdrop, 1);
  g_mutex_init (&backdrop->lock);
  backdrop->source = elements[0];
  backdrop->bed = voice_bed_new (BED_SEED);
  backdrop->whispers = voice_whispers_new (WHISPER_SEED);
  configure (elements, backdrop);
  return backdrop;
}

void
voice_backdrop_free (VoiceBackdrop *backdrop)
{
  voice_bed_free (backdrop->bed);
  voice_whispers_free (backdrop->whispers);
  g_mutex_clear (&backdrop->lock);
  g_free (backdrop);
}

void
voice_backdrop_set (VoiceBackdrop *backdrop, const VoiceAmbience *ambience)
{
  VoiceBedState state = {ambience->live, ambience->sync, ambience->strain, ambience->cut};
  gboolean whispers = ambience->live && !ambience->cut;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&backdrop->lock);

  voice_bed_set (backdrop->bed, &state);
  voice_whispers_set (backdrop->whispers, ambience->whispers, whispers ? ambience->n_whispers : 0);
}

void
voice_backdrop_set_gains (VoiceBackdrop *backdrop, double bed, double whispers)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&backdrop->lock);

  backdrop->bed_gain.wanted = (float) bed;
  backdrop->whisper_gain.wanted = (float) whispers;
}

void
voice_backdrop_duck (VoiceBackdrop *backdrop, gboolean ducked)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&backdrop->lock);

  backdrop->ducked = ducked;
}

gboolean
voice_backdrop_is_silent (VoiceBackdrop *backdrop)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&backdrop->lock);

  return !backdrop->running && is_silent (backdrop);
}

void
voice_backdrop_wake (VoiceBackdrop *backdrop, GstClockTime now)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&backdrop->lock);

  if (backdrop->running || is_silent (backdrop))
    return;
  backdrop->running = TRUE;
  backdrop->base = MAX (now, end_of_sent (backdrop));
  backdrop->n_sent = 0;
  /* The streaming thread waits for data; this wakes it, and from then on it asks. */
  push_piece (backdrop);
}

guint
voice_backdrop_get_n_late (VoiceBackdrop *backdrop)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&backdrop->lock);

  return backdrop->n_late;
}
