/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-sink.h"

#include <gst/audio/audio.h>
#include <gst/base/gstbasesink.h>
#include <math.h>

#define TEST_TYPE_SINK (test_sink_get_type())
G_DECLARE_FINAL_TYPE (TestSink, test_sink, TEST, SINK, GstBaseSink)

struct _TestSink {
  GstBaseSink parent_instance;
  gboolean unlocked; /* (lock) */
};

G_DEFINE_FINAL_TYPE (TestSink, test_sink, GST_TYPE_BASE_SINK)

static GMutex lock;
static GCond changed;
static struct {
  TestSinkBehaviour behaviour;
  guint generation; /* what began to hang before it was raised goes on */
  GArray *samples;  /* (owned) float, two a frame */
  guint n_buffers;
  gint64 sound_time;
} shared;

static GstStaticPadTemplate sink_template = GST_STATIC_PAD_TEMPLATE (
    "sink", GST_PAD_SINK, GST_PAD_ALWAYS,
    GST_STATIC_CAPS ("audio/x-raw, format=" GST_AUDIO_NE (F32) ", rate=48000, channels=2, "
                                                               "layout=interleaved"));

/* (lock) */
static void
hang (void)
{
  guint generation = shared.generation;

  while (shared.generation == generation)
    g_cond_wait (&changed, &lock);
}

static gboolean
start (GstBaseSink *sink)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (shared.behaviour == TEST_SINK_HANGS_IN_OPEN)
    hang();
  if (shared.behaviour == TEST_SINK_CAN_NOT_OPEN) {
    GST_ELEMENT_ERROR (sink, RESOURCE, OPEN_WRITE, ("No such device"), (NULL));
    return FALSE;
  }
  return TRUE;
}

static gboolean
stop (GstBaseSink *sink)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (shared.behaviour == TEST_SINK_HANGS_IN_STOP ||
      shared.behaviour == TEST_SINK_FAILS_AND_HANGS)
    hang();
  return TRUE;
}

/* (lock) */
static void
record (const float *samples, gsize n)
{
  for (gsize i = 0; i < n && shared.sound_time == 0; i++) {
    if (fabsf (samples[i]) > 0.005f)
      shared.sound_time = g_get_monotonic_time() + (gint64)(i / 2) * G_USEC_PER_SEC / 48000;
  }
  g_array_append_vals (shared.samples, samples, (guint)n);
  shared.n_buffers++;
}

/* Waits as a device would that is never ready; unlike those that hang it lets itself be stopped. */
static GstFlowReturn
preroll (GstBaseSink *sink, GstBuffer *buffer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  TestSink *self = TEST_SINK (sink);
  guint generation = shared.generation;

  if (shared.behaviour != TEST_SINK_NEVER_PREROLLS)
    return GST_FLOW_OK;
  while (!self->unlocked && shared.generation == generation)
    g_cond_wait (&changed, &lock);
  return self->unlocked ? GST_FLOW_FLUSHING : GST_FLOW_OK;
}

static gboolean
set_unlocked (GstBaseSink *sink, gboolean unlocked)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  TEST_SINK (sink)->unlocked = unlocked;
  g_cond_broadcast (&changed);
  return TRUE;
}

static gboolean
unlock (GstBaseSink *sink)
{
  return set_unlocked (sink, TRUE);
}

static gboolean
unlock_stop (GstBaseSink *sink)
{
  return set_unlocked (sink, FALSE);
}

static GstFlowReturn
render (GstBaseSink *sink, GstBuffer *buffer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  GstMapInfo map;

  if (shared.behaviour == TEST_SINK_HANGS_IN_PLAY)
    hang();
  if (shared.behaviour == TEST_SINK_FAILS_IN_PLAY ||
      shared.behaviour == TEST_SINK_FAILS_AND_HANGS) {
    GST_ELEMENT_ERROR (sink, RESOURCE, WRITE, ("The device is gone"), (NULL));
    return GST_FLOW_ERROR;
  }
  gst_buffer_map (buffer, &map, GST_MAP_READ);
  record ((const float *)(const void *)map.data, map.size / sizeof (float));
  gst_buffer_unmap (buffer, &map);
  return GST_FLOW_OK;
}

static void
test_sink_class_init (TestSinkClass *klass)
{
  GstBaseSinkClass *base_class = GST_BASE_SINK_CLASS (klass);

  base_class->start = start;
  base_class->stop = stop;
  base_class->preroll = preroll;
  base_class->render = render;
  base_class->unlock = unlock;
  base_class->unlock_stop = unlock_stop;
  gst_element_class_add_static_pad_template (GST_ELEMENT_CLASS (klass), &sink_template);
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Test sink", "Sink/Audio",
                                         "Records and fails", "Handler One");
}

static void
test_sink_init (TestSink *self)
{
  gst_base_sink_set_sync (GST_BASE_SINK (self), TRUE);
}

void
test_sink_register (void)
{
  shared.samples = g_array_new (FALSE, FALSE, sizeof (float));
  g_assert_true (gst_element_register (NULL, VOICE_TEST_SINK, GST_RANK_NONE, TEST_TYPE_SINK));
}

void
test_sink_set_behaviour (TestSinkBehaviour behaviour)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  shared.behaviour = behaviour;
}

void
test_sink_release (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  shared.generation++;
  g_cond_broadcast (&changed);
}

void
test_sink_clear (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_array_set_size (shared.samples, 0);
  shared.n_buffers = 0;
  shared.sound_time = 0;
}

gsize
test_sink_get_n_frames (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return shared.samples->len / 2;
}

guint
test_sink_get_n_buffers (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return shared.n_buffers;
}

double
test_sink_get_rms (guint channel, gsize first, gsize n)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  gsize n_frames = shared.samples->len / 2;
  double sum = 0;

  first = MIN (first, n_frames);
  n = MIN (n, n_frames - first);
  for (gsize i = first; i < first + n; i++) {
    double x = g_array_index (shared.samples, float, 2 * i + channel);

    sum += x * x;
  }
  return n > 0 ? sqrt (sum / (double)n) : 0;
}

double
test_sink_get_tone (guint channel, gsize first, gsize n, double hz)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  double w = 2 * G_PI * hz / 48000, s1 = 0, s2 = 0;
  gsize n_frames = shared.samples->len / 2;

  first = MIN (first, n_frames);
  n = MIN (n, n_frames - first);
  for (gsize i = first; i < first + n; i++) {
    double s = g_array_index (shared.samples, float, 2 * i + channel) + 2 * cos (w) * s1 - s2;

    s2 = s1;
    s1 = s;
  }
  return n > 0 ? 2 * sqrt (fmax (s1 * s1 + s2 * s2 - 2 * cos (w) * s1 * s2, 0)) / (double)n : 0;
}

gssize
test_sink_find_sound (gsize first, double level)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  for (gsize i = 2 * first; i < shared.samples->len; i++) {
    if (fabs (g_array_index (shared.samples, float, i)) > level)
      return (gssize)(i / 2);
  }
  return -1;
}

gint64
test_sink_get_sound_time (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return shared.sound_time;
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
test_run_for (double seconds)
{
  gint64 end = g_get_monotonic_time() + (gint64) (seconds * G_USEC_PER_SEC);
  guint ticker = g_timeout_add (10, wake_up, NULL);

  while (g_get_monotonic_time() < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
}
