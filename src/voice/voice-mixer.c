/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-mixer.h"

#include "voice/voice-backdrop.h"
#include "voice/voice-breath.h"
#include "voice/voice-element.h"
#include "voice/voice-error.h"
#include "voice/voice-meter.h"
#include "voice/voice-sink.h"
#include "voice/voice-slot.h"
#include "voice/voice-tap.h"

#include <glib/gi18n-lib.h>
#include <gst/audio/audio.h>
#include <math.h>

#define CONSOLE_SLOT VOICE_N_SLOTS
/* Ids of console sounds are beyond those of any utterance that is likely. */
#define CONSOLE_ID G_MAXUINT64
#define BREATH_ID  (G_MAXUINT64 - 1)
/* A pilot's breath under speech. */
#define BREATH_DUCKED 0.3f

#define FADE_STEPS     8
#define FADE_STEP_MS   40
#define FILE_EOS_LIMIT (500 * GST_MSECOND)

struct _VoiceMixer {
  VoiceMixerEvents events;
  gpointer user_data;
  gboolean file; /* has an end to be written */

  GstElement *pipeline; /* (owned) */
  GstBus *bus;          /* (owned) */
  GstElement *mixer;    /* (not owned) from here on the pipeline owns them */
  GstElement *volume;
  GstElement *level;
  GstElement *spectrum;
  GstElement *sink;
  VoiceSlot *slots[VOICE_N_SLOTS + 1]; /* (owned) the last one is the console's */
  VoiceTap *tap;                       /* (owned) */

  gboolean ready;
  gboolean failed;
  gboolean awake;
  double wanted_volume;
  gboolean muted;
  guint fade;         /* steps done */
  GSource *fade_step; /* (owned) (nullable) */
  VoiceLevels levels;

  VoiceBackdrop *backdrop; /* (owned) */
  VoiceAmbience ambience;
  double layers[VOICE_N_LAYERS]; /* volumes */
  GSource *breath_rest;          /* (owned) (nullable) until somebody's breath may be heard again */
  guint64 n_breaths;             /* begun; the seed of the next */
};

static void
fail (VoiceMixer *mixer, const char *message)
{
  if (mixer->failed)
    return;
  mixer->failed = TRUE;
  mixer->events.failed (message, mixer->user_data);
}

/* The slot whose level element sent a message; NULL for any other. */
static VoiceSlot *
slot_of_level (VoiceMixer *mixer, GstObject *source)
{
  for (guint i = 0; i < VOICE_N_SLOTS; i++) {
    if (GST_OBJECT (voice_slot_get_level (mixer->slots[i])) == source)
      return mixer->slots[i];
  }
  return NULL;
}

static VoiceSpeakerLevel *
find_speaker (VoiceLevels *levels, guint64 id)
{
  for (guint i = 0; i < levels->n_speakers; i++) {
    if (levels->speakers[i].id == id)
      return &levels->speakers[i];
  }
  return NULL;
}

static void
note_slot_level (VoiceMixer *mixer, VoiceSlot *slot, const GstStructure *structure)
{
  guint64 id = voice_slot_get_id (slot);
  VoiceSpeakerLevel *level = find_speaker (&mixer->levels, id);

  if (id == 0 || id == BREATH_ID)
    return;
  if (level == NULL && mixer->levels.n_speakers < VOICE_N_SLOTS)
    level = &mixer->levels.speakers[mixer->levels.n_speakers++];
  if (level == NULL)
    return;
  level->id = id;
  level->rms_db = voice_meter_read_rms (structure);
  g_strlcpy (level->speaker, voice_slot_get_speaker (slot), sizeof level->speaker);
}

static void
forget_speaker (VoiceMixer *mixer, guint64 id)
{
  VoiceSpeakerLevel *level = find_speaker (&mixer->levels, id);

  if (level != NULL)
    *level = mixer->levels.speakers[--mixer->levels.n_speakers];
}

static void
on_element (VoiceMixer *mixer, GstMessage *message)
{
  const GstStructure *structure = gst_message_get_structure (message);
  GstObject *source = GST_MESSAGE_SRC (message);
  VoiceSlot *slot;

  if (source == GST_OBJECT (mixer->spectrum)) {
    voice_meter_read_spectrum (structure, &mixer->levels);
  } else if (source == GST_OBJECT (mixer->level)) {
    voice_meter_read_levels (structure, &mixer->levels);
    if (mixer->awake)
      mixer->events.levels (&mixer->levels, mixer->user_data);
  } else if ((slot = slot_of_level (mixer, source)) != NULL) {
    note_slot_level (mixer, slot, structure);
  }
}

static void breath_ended (VoiceMixer *mixer);
static void follow_ducking (VoiceMixer *mixer);

static void
on_application (VoiceMixer *mixer, GstMessage *message)
{
  const GstStructure *structure = gst_message_get_structure (message);
  gboolean completed = FALSE;
  guint64 id = 0;

  if (!gst_structure_has_name (structure, VOICE_SLOT_ENDED) ||
      !gst_structure_get (structure, "id", G_TYPE_UINT64, &id, "completed", G_TYPE_BOOLEAN,
                          &completed, NULL))
    return;
  forget_speaker (mixer, id);
  follow_ducking (mixer);
  if (id == BREATH_ID)
    breath_ended (mixer);
  else if (id != CONSOLE_ID)
    mixer->events.ended (id, completed, mixer->user_data);
}

static void
on_state_changed (VoiceMixer *mixer, GstMessage *message)
{
  GstState state;

  if (GST_MESSAGE_SRC (message) != GST_OBJECT (mixer->pipeline) || mixer->ready)
    return;
  gst_message_parse_state_changed (message, NULL, &state, NULL);
  if (state != GST_STATE_PLAYING)
    return;
  mixer->ready = TRUE;
  mixer->events.ready (mixer->user_data);
}

static void
on_error (VoiceMixer *mixer, GstMessage *message)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;

  gst_message_parse_error (message, &cause, NULL);
  /* Translators: the placeholder is a message from the GStreamer library. */
  text = g_strdup_printf (_ ("The sound stopped: %s"), cause->message);
  fail (mixer, text);
}

/* An event may free the mixer, so each message leads to one event at most and nothing after. */
static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer data)
{
  VoiceMixer *mixer = data;

  switch (GST_MESSAGE_TYPE (message)) {
  case GST_MESSAGE_ELEMENT:
    on_element (mixer, message);
    break;
  case GST_MESSAGE_APPLICATION:
    on_application (mixer, message);
    break;
  case GST_MESSAGE_STATE_CHANGED:
    on_state_changed (mixer, message);
    break;
  case GST_MESSAGE_LATENCY:
    gst_bin_recalculate_latency (GST_BIN (mixer->pipeline));
    break;
  case GST_MESSAGE_ERROR:
    on_error (mixer, message);
    break;
  default:
    break;
  }
  return G_SOURCE_CONTINUE;
}

static GstElement *
add_mixer (VoiceMixer *mixer, GError **error)
{
  GstElementFactory *factory = gst_element_factory_find ("audiomixer");
  GstElement *element = NULL;

  /* force-live can be set at construction only. */
  if (factory != NULL) {
    element = gst_element_factory_create_full (factory, "force-live", TRUE, NULL);
    gst_object_unref (factory);
  }
  if (element == NULL)
    return voice_element_new ("audiomixer", error);
  g_object_set (element, "latency", (guint64)(VOICE_MIX_LATENCY - VOICE_SOURCE_LATENCY),
                "output-buffer-duration", (guint64)10 * GST_MSECOND, NULL);
  gst_bin_add (GST_BIN (mixer->pipeline), element);
  return element;
}

static void
configure_chain (VoiceMixer *mixer, GstElement *format)
{
  g_autoptr (GstCaps) caps = gst_caps_new_simple (
      "audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (F32), "rate", G_TYPE_INT,
      VOICE_MIX_RATE, "channels", G_TYPE_INT, 2, "layout", G_TYPE_STRING, "interleaved", NULL);

  g_object_set (format, "caps", caps, NULL);
  g_object_set (mixer->level, "interval", VOICE_LEVEL_INTERVAL, NULL);
  g_object_set (mixer->spectrum, "bands", VOICE_METER_BANDS, "interval", VOICE_LEVEL_INTERVAL,
                "threshold", (int)VOICE_LEVEL_FLOOR_DB, "message-phase", FALSE, NULL);
}

/* From the mixer to the sink. */
static gboolean
build_chain (VoiceMixer *mixer, GstElement *sink, GError **error)
{
  static const char *const factories[] = {"capsfilter", "volume",       "rglimiter",    "level",
                                          "spectrum",   "audioconvert", "audioresample"};
  GstElement *elements[G_N_ELEMENTS (factories)];

  if (!voice_element_add_chain (GST_BIN (mixer->pipeline), factories, G_N_ELEMENTS (factories),
                                elements, error))
    return FALSE;
  mixer->volume = elements[1];
  mixer->level = elements[3];
  mixer->spectrum = elements[4];
  configure_chain (mixer, elements[0]);
  return voice_element_link (mixer->mixer, elements[0], error) &&
         voice_element_link (elements[G_N_ELEMENTS (factories) - 1], sink, error);
}

/* Sinks ask for 20 ms to process what they get, all of which would delay the voice. */
static void
hurry_sink (GstElement *sink)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (sink);

  if (g_object_class_find_property (klass, "processing-deadline") != NULL)
    g_object_set (sink, "processing-deadline", (guint64)VOICE_SINK_PROCESSING, NULL);
}

/* Behind the mixer and before all that is a matter of taste. */
static void
build_tap (VoiceMixer *mixer)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (mixer->volume, "sink");

  mixer->tap = voice_tap_new (pad);
}

static gboolean
build (VoiceMixer *mixer, VoiceSinkKind kind, const char *argument, GError **error)
{
  GstElement *sink = voice_sink_new (kind, argument, error);

  if (sink == NULL)
    return FALSE;
  hurry_sink (sink);
  mixer->sink = sink;
  gst_bin_add (GST_BIN (mixer->pipeline), sink);
  mixer->mixer = add_mixer (mixer, error);
  if (mixer->mixer == NULL || !build_chain (mixer, sink, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (mixer->slots); i++) {
    mixer->slots[i] = voice_slot_new (GST_BIN (mixer->pipeline), mixer->mixer, i, error);
    if (mixer->slots[i] == NULL)
      return FALSE;
  }
  build_tap (mixer);
  mixer->backdrop = voice_backdrop_new (GST_BIN (mixer->pipeline), mixer->mixer, error);
  return mixer->backdrop != NULL;
}

void
voice_mixer_set_tape (VoiceMixer *mixer, VoiceTape *tape)
{
  voice_tap_set_tape (mixer->tap, tape);
}

/* The message of the error that made a state change fail, from the bus. */
static void
set_error_from_bus (VoiceMixer *mixer, GError **error)
{
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (mixer->bus, GST_MESSAGE_ERROR);
  g_autoptr (GError) cause = NULL;

  if (message != NULL)
    gst_message_parse_error (message, &cause, NULL);
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_DEVICE,
               /* Translators: the placeholder is a message from the GStreamer library. */
               _ ("The sound device could not be opened: %s"),
               cause != NULL ? cause->message : "?");
}

static gboolean
start (VoiceMixer *mixer, GError **error)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain();

  /* Not the device's clock: the mixer must go on when the device does not. */
  gst_pipeline_use_clock (GST_PIPELINE (mixer->pipeline), clock);
  mixer->awake = TRUE;
  if (gst_element_set_state (mixer->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE) {
    set_error_from_bus (mixer, error);
    return FALSE;
  }
  gst_bus_add_watch (mixer->bus, on_message, mixer);
  return TRUE;
}

VoiceMixer *
voice_mixer_new (VoiceSinkKind kind, const char *argument, const VoiceMixerEvents *events,
                 gpointer user_data, GError **error)
{
  g_autoptr (VoiceMixer) mixer = g_new0 (VoiceMixer, 1);

  mixer->events = *events;
  mixer->user_data = user_data;
  mixer->file = kind == VOICE_SINK_FILE;
  mixer->wanted_volume = 1.0;
  for (guint i = 0; i < VOICE_N_LAYERS; i++)
    mixer->layers[i] = 1.0;
  mixer->fade = FADE_STEPS;
  voice_levels_init (&mixer->levels);
  mixer->pipeline = gst_object_ref_sink (gst_pipeline_new ("voice"));
  mixer->bus = gst_element_get_bus (mixer->pipeline);
  if (!build (mixer, kind, argument, error) || !start (mixer, error))
    return NULL;
  return g_steal_pointer (&mixer);
}

/* Lets the encoder write the file's end.  The stream is ended at the sink alone: an idle slot has
 * not begun its stream, and its level element takes offence at an end without a beginning. */
static void
finish_file (VoiceMixer *mixer)
{
  g_autoptr (GstMessage) message = NULL;
  g_autoptr (GstPad) pad = NULL;

  if (!mixer->ready || mixer->failed)
    return;
  pad = gst_element_get_static_pad (mixer->sink, "sink");
  gst_element_set_state (mixer->pipeline, GST_STATE_PLAYING);
  gst_pad_send_event (pad, gst_event_new_eos());
  message =
      gst_bus_timed_pop_filtered (mixer->bus, FILE_EOS_LIMIT, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
}

static void
clear_timer (GSource **timer)
{
  if (*timer != NULL)
    g_source_destroy (*timer);
  g_clear_pointer (timer, g_source_unref);
}

void
voice_mixer_free (VoiceMixer *mixer)
{
  clear_timer (&mixer->fade_step);
  clear_timer (&mixer->breath_rest);
  gst_bus_remove_watch (mixer->bus);
  if (mixer->file)
    finish_file (mixer);
  gst_element_set_state (mixer->pipeline, GST_STATE_NULL);
  for (guint i = 0; i < G_N_ELEMENTS (mixer->slots); i++)
    g_clear_pointer (&mixer->slots[i], voice_slot_free);
  g_clear_pointer (&mixer->backdrop, voice_backdrop_free);
  g_clear_pointer (&mixer->tap, voice_tap_free);
  gst_clear_object (&mixer->bus);
  gst_clear_object (&mixer->pipeline);
  g_free (mixer);
}

static GstClockTime
wake (VoiceMixer *mixer)
{
  if (!mixer->awake) {
    mixer->awake = TRUE;
    gst_element_set_state (mixer->pipeline, GST_STATE_PLAYING);
  }
  return gst_element_get_current_running_time (mixer->pipeline);
}

static VoiceSlot *
find_slot (VoiceMixer *mixer, guint64 id)
{
  for (guint i = 0; i < VOICE_N_SLOTS; i++) {
    if (voice_slot_get_id (mixer->slots[i]) == id)
      return mixer->slots[i];
  }
  return NULL;
}

/* A free one; else that of a breath, or one that was stopped and fades out: who decides on voices has
 * counted them as free already. */
static VoiceSlot *
find_slot_for_voice (VoiceMixer *mixer)
{
  VoiceSlot *slot = find_slot (mixer, 0);

  if (slot == NULL)
    slot = find_slot (mixer, BREATH_ID);
  for (guint i = 0; i < VOICE_N_SLOTS && slot == NULL; i++) {
    if (voice_slot_is_stopping (mixer->slots[i]))
      slot = mixer->slots[i];
  }
  return slot;
}

/* The utterance's id is also the seed: the same transmission always has the same noise. */
static VoiceStream *
stream_for (const VoiceUtterance *utterance, VoicePcm *pcm)
{
  VoiceRadioConditions conditions = {.distance_m = utterance->distance_m,
                                     .strain = utterance->strain,
                                     .lost = utterance->lost,
                                     .n_lost = utterance->n_lost,
                                     .seed = utterance->id};

  return utterance->dry ? voice_stream_new_plain (pcm) : voice_stream_new_radio (pcm, &conditions);
}

gboolean
voice_mixer_play (VoiceMixer *mixer, const VoiceUtterance *utterance, VoicePcm *pcm)
{
  VoiceSlot *slot = find_slot_for_voice (mixer);
  double gain = utterance->profile != NULL ? pow (10.0, utterance->profile->gain_db / 20.0) : 1.0;
  GstClockTime now;

  if (slot == NULL || mixer->failed)
    return FALSE;
  now = wake (mixer);
  voice_slot_start (slot, utterance->id, utterance->speaker, stream_for (utterance, pcm), now,
                    utterance->pan, gain);
  follow_ducking (mixer);
  voice_tap_mark (mixer->tap, now, utterance->id, voice_pcm_get_seconds (pcm));
  return TRUE;
}

void
voice_mixer_cut (VoiceMixer *mixer, guint64 id)
{
  for (guint i = 0; i < VOICE_N_SLOTS; i++) {
    if (voice_slot_get_id (mixer->slots[i]) == id)
      voice_slot_stop (mixer->slots[i]);
  }
}

void
voice_mixer_sound (VoiceMixer *mixer, VoicePcm *pcm, double pan)
{
  double volume = mixer->layers[VOICE_LAYER_CONSOLE];
  GstClockTime now;

  if (mixer->failed || volume <= 0.0)
    return;
  now = wake (mixer);
  voice_slot_start (mixer->slots[CONSOLE_SLOT], CONSOLE_ID, NULL, voice_stream_new_plain (pcm), now,
                    pan, volume);
}

/* ---- The link itself ---- */

static double
layer_gain (VoiceMixer *mixer, VoiceLayer layer)
{
  return mixer->muted ? 0.0 : mixer->layers[layer];
}

static gboolean
somebody_speaks (VoiceMixer *mixer)
{
  for (guint i = 0; i < VOICE_N_SLOTS; i++) {
    guint64 id = voice_slot_get_id (mixer->slots[i]);

    if (id != 0 && id != BREATH_ID)
      return TRUE;
  }
  return FALSE;
}

/* After anything that may have begun or ended a voice. */
static void
follow_ducking (VoiceMixer *mixer)
{
  gboolean ducked = somebody_speaks (mixer);
  VoiceSlot *breath = find_slot (mixer, BREATH_ID);

  voice_backdrop_duck (mixer->backdrop, ducked);
  if (breath != NULL)
    voice_slot_duck (breath, ducked ? BREATH_DUCKED : 1.0f);
}

/* From the last slot on, which speech takes last; none: not now. */
static VoiceSlot *
find_slot_for_breath (VoiceMixer *mixer)
{
  for (guint i = VOICE_N_SLOTS; i > 0; i--) {
    if (voice_slot_get_id (mixer->slots[i - 1]) == 0)
      return mixer->slots[i - 1];
  }
  return NULL;
}

/* Now and then, and never two at a time. */
static void
follow_breath (VoiceMixer *mixer)
{
  const VoiceAmbience *ambience = &mixer->ambience;
  double gain = layer_gain (mixer, VOICE_LAYER_BREATH);
  gboolean wanted =
      ambience->live && !ambience->cut && ambience->breath > 0.0 && gain > 0.0 && !mixer->failed;
  VoiceSlot *slot = find_slot (mixer, BREATH_ID);

  if (slot != NULL && !wanted)
    voice_slot_stop (slot);
  if (slot != NULL || !wanted || mixer->breath_rest != NULL)
    return;
  slot = find_slot_for_breath (mixer);
  if (slot == NULL)
    return;
  mixer->n_breaths++;
  voice_slot_start (slot, BREATH_ID, NULL,
                    voice_breath_new (ambience->breath, mixer->n_breaths + ambience->breath_pilot),
                    wake (mixer), ambience->breath_pan, gain);
  follow_ducking (mixer);
}

static gboolean
on_breath_rested (gpointer data)
{
  VoiceMixer *mixer = data;

  clear_timer (&mixer->breath_rest);
  follow_breath (mixer);
  return G_SOURCE_REMOVE;
}

static void
breath_ended (VoiceMixer *mixer)
{
  double rest_s = voice_breath_get_rest (mixer->ambience.breath);

  clear_timer (&mixer->breath_rest);
  mixer->breath_rest = g_timeout_source_new ((guint)(rest_s * 1000.0));
  g_source_set_callback (mixer->breath_rest, on_breath_rested, mixer, NULL);
  g_source_attach (mixer->breath_rest, g_main_context_get_thread_default());
}

static void
follow_backdrop (VoiceMixer *mixer)
{
  if (mixer->failed)
    return;
  voice_backdrop_set_gains (mixer->backdrop, layer_gain (mixer, VOICE_LAYER_BED),
                            layer_gain (mixer, VOICE_LAYER_LEGION));
  if (!voice_backdrop_is_silent (mixer->backdrop))
    voice_backdrop_wake (mixer->backdrop, wake (mixer));
}

void
voice_mixer_set_ambience (VoiceMixer *mixer, const VoiceAmbience *ambience)
{
  mixer->ambience = *ambience;
  voice_ambience_clamp (&mixer->ambience);
  voice_backdrop_set (mixer->backdrop, &mixer->ambience);
  follow_backdrop (mixer);
  follow_breath (mixer);
}

void
voice_mixer_set_layer_volume (VoiceMixer *mixer, VoiceLayer layer, double volume)
{
  g_return_if_fail ((guint)layer < VOICE_N_LAYERS);

  mixer->layers[layer] = CLAMP (volume, 0.0, 1.0);
  follow_backdrop (mixer);
  follow_breath (mixer);
}

static void
apply_volume (VoiceMixer *mixer)
{
  double fade = (double)mixer->fade / FADE_STEPS;

  g_object_set (mixer->volume, "volume", mixer->wanted_volume * fade, "mute", mixer->muted, NULL);
}

void
voice_mixer_set_volume (VoiceMixer *mixer, double volume, gboolean muted)
{
  mixer->wanted_volume = CLAMP (volume, 0.0, 1.0);
  mixer->muted = muted;
  apply_volume (mixer);
  follow_backdrop (mixer);
  follow_breath (mixer);
}

static gboolean
next_fade_step (gpointer data)
{
  VoiceMixer *mixer = data;

  mixer->fade++;
  apply_volume (mixer);
  if (mixer->fade < FADE_STEPS)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&mixer->fade_step, g_source_unref);
  return G_SOURCE_REMOVE;
}

void
voice_mixer_fade_in (VoiceMixer *mixer)
{
  clear_timer (&mixer->fade_step);
  mixer->fade = 0;
  apply_volume (mixer);
  mixer->fade_step = g_timeout_source_new (FADE_STEP_MS);
  g_source_set_callback (mixer->fade_step, next_fade_step, mixer, NULL);
  g_source_attach (mixer->fade_step, g_main_context_get_thread_default());
}

gboolean
voice_mixer_is_silent (VoiceMixer *mixer)
{
  for (guint i = 0; i < G_N_ELEMENTS (mixer->slots); i++) {
    if (voice_slot_get_id (mixer->slots[i]) != 0)
      return FALSE;
  }
  return voice_backdrop_is_silent (mixer->backdrop);
}

void
voice_mixer_sleep (VoiceMixer *mixer)
{
  if (!mixer->awake || mixer->failed)
    return;
  mixer->awake = FALSE;
  gst_element_set_state (mixer->pipeline, GST_STATE_PAUSED);
  voice_levels_init (&mixer->levels);
  mixer->events.levels (&mixer->levels, mixer->user_data);
}

guint
voice_mixer_get_n_late (VoiceMixer *mixer)
{
  guint n = voice_backdrop_get_n_late (mixer->backdrop);

  for (guint i = 0; i < G_N_ELEMENTS (mixer->slots); i++)
    n += voice_slot_get_n_late (mixer->slots[i]);
  return n;
}

GstElement *
voice_mixer_get_sink (VoiceMixer *mixer)
{
  return mixer->sink;
}
