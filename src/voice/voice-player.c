/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-player.h"

#include "voice/voice-segment.h"
#include "voice/voice-sink.h"
#include "voice/voice-tape-reader.h"

#include <glib/gi18n-lib.h>
#include <gst/app/app.h>
#include <gst/audio/audio.h>

#define LOOK_MS 100
/* What is decoded ahead. */
#define AHEAD (500 * GST_MSECOND)

/* From which moment of the playing on a place is heard. */
typedef struct {
  GstClockTime begin;
  VoicePlace place;
} Stretch;

/* One playing, shared by its thread and the main one.  A thread that hangs in the sound system keeps
 * it and nothing else. */
typedef struct {
  gatomicrefcount ref_count;
  VoiceSinkKind kind;
  char *argument; /* (owned) (nullable) */
  char *folder;   /* (owned) */
  VoicePlace from; /* its length 0: to the tape's end */

  GMutex lock; /* protects the rest */
  GCond changed;
  gboolean stopping, ended;
  char *message; /* (owned) (nullable) */
  VoicePlace place;
  double volume;
} Playing;

struct _VoicePlayer {
  GObject parent_instance;
  VoiceSinkKind kind;
  char *argument;   /* (owned) (nullable) */
  Playing *playing; /* (owned) (nullable) */
  guint look;       /* timer */
  VoicePlace place;
  double volume;
};

G_DEFINE_FINAL_TYPE (VoicePlayer, voice_player, G_TYPE_OBJECT)

enum {
  PROP_PLAYING = 1,
  PROP_SEGMENT,
  PROP_AT_MS,
  PROP_VOLUME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint ended_signal;

static Playing *
playing_ref (Playing *playing)
{
  g_atomic_ref_count_inc (&playing->ref_count);
  return playing;
}

static void
playing_unref (Playing *playing)
{
  if (!g_atomic_ref_count_dec (&playing->ref_count))
    return;
  g_mutex_clear (&playing->lock);
  g_cond_clear (&playing->changed);
  g_free (playing->argument);
  g_free (playing->folder);
  g_free (playing->message);
  g_free (playing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Playing, playing_unref)

/* ---- The thread. ---- */

typedef struct {
  Playing *playing;
  GstElement *pipeline; /* (owned) */
  GstBus *bus;          /* (owned) */
  GstElement *source, *volume; /* (not owned) */
  GArray *stretches; /* (owned) */
  guint64 n_frames;
  gboolean at_end; /* all of it was heard */
} Machine;

static void
machine_clear (Machine *machine)
{
  if (machine->pipeline != NULL)
    gst_element_set_state (machine->pipeline, GST_STATE_NULL);
  gst_clear_object (&machine->bus);
  gst_clear_object (&machine->pipeline);
  g_array_unref (machine->stretches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Machine, machine_clear)

static GstElement *
add_sink (Machine *machine, GError **error)
{
  GstElement *sink = voice_sink_new (machine->playing->kind, machine->playing->argument, error);

  if (sink != NULL)
    gst_bin_add (GST_BIN (machine->pipeline), sink);
  return sink;
}

static gboolean
build (Machine *machine, GError **error)
{
  static const char *const factories[] = {"appsrc", "volume", "audioconvert", "audioresample"};
  GstElement *elements[G_N_ELEMENTS (factories)], *sink;
  g_autoptr (GstCaps) caps = gst_caps_new_simple (
      "audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (F32), "rate", G_TYPE_INT,
      VOICE_SEGMENT_RATE, "channels", G_TYPE_INT, 2, "layout", G_TYPE_STRING, "interleaved", NULL);

  if (!voice_element_add_chain (GST_BIN (machine->pipeline), factories, G_N_ELEMENTS (factories),
                                elements, error))
    return FALSE;
  sink = add_sink (machine, error);
  if (sink == NULL || !voice_element_link (elements[G_N_ELEMENTS (factories) - 1], sink, error))
    return FALSE;
  machine->source = elements[0];
  machine->volume = elements[1];
  g_object_set (elements[0], "caps", caps, "format", GST_FORMAT_TIME, "max-bytes", (guint64)0, NULL);
  return TRUE;
}

/* Looks at what the pipeline has to say: notes the end; TRUE with an error. */
static gboolean
set_error_from_bus (Machine *machine, GError **error)
{
  g_autoptr (GstMessage) message =
      gst_bus_pop_filtered (machine->bus, GST_MESSAGE_ERROR | GST_MESSAGE_EOS);
  g_autoptr (GError) cause = NULL;

  machine->at_end |= message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS;
  if (message == NULL || machine->at_end)
    return FALSE;
  gst_message_parse_error (message, &cause, NULL);
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_DEVICE,
               /* Translators: the placeholder is a message from the GStreamer library. */
               _ ("The sound stopped: %s"), cause->message);
  return TRUE;
}

static gboolean
start (Machine *machine, GError **error)
{
  machine->pipeline = gst_object_ref_sink (gst_pipeline_new ("player"));
  machine->bus = gst_element_get_bus (machine->pipeline);
  if (!build (machine, error))
    return FALSE;
  if (gst_element_set_state (machine->pipeline, GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE)
    return TRUE;
  if (!set_error_from_bus (machine, error))
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_DEVICE,
                         _ ("The sound device does not answer"));
  return FALSE;
}

/* What is heard at a moment of the playing. */
static void
find_place (Machine *machine, GstClockTime now, VoicePlace *place)
{
  for (guint i = machine->stretches->len; i-- > 0;) {
    const Stretch *stretch = &g_array_index (machine->stretches, Stretch, i);

    if (stretch->begin > now)
      continue;
    *place = stretch->place;
    place->at_ms += (guint)((now - stretch->begin) / GST_MSECOND);
    g_array_remove_range (machine->stretches, 0, i);
    return;
  }
}

/* Tells the main thread where it is, takes the volume from it, and waits a moment; FALSE when it is
 * to stop or can not go on. */
static gboolean
attend (Machine *machine, guint wait_ms, GError **error)
{
  Playing *playing = machine->playing;
  gint64 now = 0;
  double volume;
  gboolean stopping;

  gst_element_query_position (machine->pipeline, GST_FORMAT_TIME, &now);
  g_mutex_lock (&playing->lock);
  find_place (machine, (GstClockTime)MAX (now, 0), &playing->place);
  if (!playing->stopping && wait_ms > 0)
    g_cond_wait_until (&playing->changed, &playing->lock,
                       g_get_monotonic_time() + (gint64)wait_ms * 1000);
  stopping = playing->stopping;
  volume = playing->volume;
  g_mutex_unlock (&playing->lock);
  g_object_set (machine->volume, "volume", volume, NULL);
  return !stopping && !set_error_from_bus (machine, error);
}

static gboolean
is_all_pushed (const Machine *machine)
{
  guint length_ms = machine->playing->from.length_ms;

  return length_ms > 0 && machine->n_frames >= (guint64)length_ms * VOICE_SEGMENT_RATE / 1000;
}

/* (transfer full) buffer */
static void
push (Machine *machine, VoiceTapeReader *reader, GstBuffer *buffer)
{
  guint64 n = gst_buffer_get_size (buffer) / VOICE_SEGMENT_FRAME;
  Stretch stretch;

  stretch.begin = gst_util_uint64_scale (machine->n_frames, GST_SECOND, VOICE_SEGMENT_RATE);
  voice_tape_reader_get_place (reader, &stretch.place);
  g_array_append_val (machine->stretches, stretch);
  machine->n_frames += n;
  GST_BUFFER_PTS (buffer) = stretch.begin;
  GST_BUFFER_DURATION (buffer) =
      gst_util_uint64_scale (machine->n_frames, GST_SECOND, VOICE_SEGMENT_RATE) - stretch.begin;
  gst_app_src_push_buffer (GST_APP_SRC (machine->source), buffer);
}

static gboolean
play_all (Machine *machine, VoiceTapeReader *reader, GError **error)
{
  GError *problem = NULL;
  GstBuffer *buffer;

  while (!is_all_pushed (machine) &&
         (buffer = voice_tape_reader_next (reader, &problem)) != NULL) {
    push (machine, reader, buffer);
    while (gst_app_src_get_current_level_time (GST_APP_SRC (machine->source)) > AHEAD)
      if (!attend (machine, 50, error))
        return FALSE;
    if (!attend (machine, 0, error))
      return FALSE;
  }
  if (problem != NULL)
    g_propagate_error (error, problem);
  return problem == NULL;
}

/* What was decoded ahead is still to be heard. */
static void
wait_for_end (Machine *machine, GError **error)
{
  gst_app_src_end_of_stream (GST_APP_SRC (machine->source));
  while (!machine->at_end && attend (machine, 50, error))
    ;
}

static void
play (Playing *playing, GError **error)
{
  g_auto (Machine) machine = {.playing = playing};
  g_autoptr (VoiceTapeReader) reader =
      voice_tape_reader_new (playing->folder, playing->from.segment, playing->from.at_ms);

  machine.stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  if (voice_gst_init (error) && start (&machine, error) && play_all (&machine, reader, error))
    wait_for_end (&machine, error);
}

static gpointer
player_thread (gpointer data)
{
  g_autoptr (Playing) playing = data;
  g_autoptr (GError) error = NULL;

  play (playing, &error);
  g_mutex_lock (&playing->lock);
  playing->ended = TRUE;
  if (error != NULL)
    playing->message = g_strdup (error->message);
  g_mutex_unlock (&playing->lock);
  return NULL;
}

/* ---- The main thread. ---- */

static void
show_place (VoicePlayer *self, const VoicePlace *place)
{
  gboolean segment = self->place.segment != place->segment;
  gboolean at = self->place.at_ms != place->at_ms;

  self->place = *place;
  if (segment)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEGMENT]);
  if (segment || at)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT_MS]);
}

/* Tells that it is over; the thread may still have to come back. */
static void
forget_playing (VoicePlayer *self, const char *message)
{
  g_autoptr (Playing) playing = g_steal_pointer (&self->playing);

  g_clear_handle_id (&self->look, g_source_remove);
  g_mutex_lock (&playing->lock);
  playing->stopping = TRUE;
  g_cond_broadcast (&playing->changed);
  g_mutex_unlock (&playing->lock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
  g_signal_emit (self, ended_signal, 0, message);
}

static gboolean
look_cb (gpointer data)
{
  g_autoptr (VoicePlayer) self = g_object_ref (data);
  Playing *playing = self->playing;
  g_autofree char *message = NULL;
  VoicePlace place;
  gboolean ended;

  g_mutex_lock (&playing->lock);
  place = playing->place;
  ended = playing->ended;
  message = g_strdup (playing->message);
  g_mutex_unlock (&playing->lock);
  show_place (self, &place);
  if (!ended || self->playing != playing)
    return G_SOURCE_CONTINUE;
  self->look = 0;
  forget_playing (self, message);
  return G_SOURCE_REMOVE;
}

void
voice_player_play (VoicePlayer *self, const char *folder, guint segment, guint at_ms)
{
  voice_player_play_passage (self, folder, segment, at_ms, 0);
}

void
voice_player_play_passage (VoicePlayer *self, const char *folder, guint segment, guint at_ms,
                           guint length_ms)
{
  Playing *playing;

  g_return_if_fail (VOICE_IS_PLAYER (self));
  g_return_if_fail (folder != NULL);

  voice_player_stop (self);
  playing = g_new0 (Playing, 1);
  g_atomic_ref_count_init (&playing->ref_count);
  g_mutex_init (&playing->lock);
  g_cond_init (&playing->changed);
  playing->kind = self->kind;
  playing->argument = g_strdup (self->argument);
  playing->folder = g_strdup (folder);
  playing->from = playing->place = (VoicePlace){
      .segment = MAX (segment, 1), .at_ms = at_ms, .length_ms = length_ms};
  playing->volume = self->volume;
  self->playing = playing;
  show_place (self, &playing->from);
  g_thread_unref (g_thread_new ("player", player_thread, playing_ref (playing)));
  self->look = g_timeout_add (LOOK_MS, look_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

void
voice_player_stop (VoicePlayer *self)
{
  g_return_if_fail (VOICE_IS_PLAYER (self));

  if (self->playing != NULL)
    forget_playing (self, NULL);
}

gboolean
voice_player_get_playing (VoicePlayer *self)
{
  g_return_val_if_fail (VOICE_IS_PLAYER (self), FALSE);

  return self->playing != NULL;
}

guint
voice_player_get_segment (VoicePlayer *self)
{
  g_return_val_if_fail (VOICE_IS_PLAYER (self), 0);

  return self->place.segment;
}

guint
voice_player_get_at_ms (VoicePlayer *self)
{
  g_return_val_if_fail (VOICE_IS_PLAYER (self), 0);

  return self->place.at_ms;
}

void
voice_player_set_volume (VoicePlayer *self, double volume)
{
  g_return_if_fail (VOICE_IS_PLAYER (self));

  self->volume = CLAMP (volume, 0.0, 1.0);
  if (self->playing == NULL)
    return;
  g_mutex_lock (&self->playing->lock);
  self->playing->volume = self->volume;
  g_mutex_unlock (&self->playing->lock);
}

static void
voice_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VoicePlayer *self = VOICE_PLAYER (object);

  switch (id) {
  case PROP_PLAYING:
    g_value_set_boolean (value, self->playing != NULL);
    break;
  case PROP_SEGMENT:
    g_value_set_uint (value, self->place.segment);
    break;
  case PROP_AT_MS:
    g_value_set_uint (value, self->place.at_ms);
    break;
  case PROP_VOLUME:
    g_value_set_double (value, self->volume);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
voice_player_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VOLUME)
    voice_player_set_volume (VOICE_PLAYER (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
voice_player_dispose (GObject *object)
{
  voice_player_stop (VOICE_PLAYER (object));
  G_OBJECT_CLASS (voice_player_parent_class)->dispose (object);
}

static void
voice_player_finalize (GObject *object)
{
  g_free (VOICE_PLAYER (object)->argument);
  G_OBJECT_CLASS (voice_player_parent_class)->finalize (object);
}

static void
voice_player_class_init (VoicePlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = voice_player_get_property;
  object_class->set_property = voice_player_set_property;
  object_class->dispose = voice_player_dispose;
  object_class->finalize = voice_player_finalize;
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, read);
  properties[PROP_SEGMENT] = g_param_spec_uint ("segment", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_AT_MS] = g_param_spec_uint ("at-ms", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0.0, 1.0, 1.0,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  ended_signal = g_signal_new ("ended", VOICE_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
voice_player_init (VoicePlayer *self)
{
  self->volume = 1.0;
}

VoicePlayer *
voice_player_new (VoiceSinkKind kind, const char *argument)
{
  VoicePlayer *self = g_object_new (VOICE_TYPE_PLAYER, NULL);

  self->kind = kind;
  self->argument = g_strdup (argument);
  return self;
}
