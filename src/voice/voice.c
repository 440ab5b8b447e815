/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice.h"

#include "voice/voice-language.h"
#include "voice/voice-times.h"
#include "voice/voice-worker.h"

#include <glib/gi18n-lib.h>

/* Threads that may be given up at a time; more of them would only pile up. */
#define MAX_ABANDONED 3
/* Commands that may wait for a thread that does not come back. */
#define MAX_PENDING 512

#define SHUTDOWN_LIMIT_US (1800 * 1000)
/* A tape that takes longer ends by itself, if the program lives. */
#define TAPE_LIMIT_US (1000 * 1000)

struct _VoiceRadio {
  GObject parent_instance;

  GMainContext *context; /* (owned) the main one */
  VoiceSinkKind sink_kind;
  char *sink_argument;        /* (owned) (nullable) */
  VoiceOutbox *outbox;        /* (owned) */
  VoiceWorker *worker;        /* (owned) (nullable) none after shutdown or while given up */
  GHashTable *living;         /* (owned) ids that have not finished */
  GHashTable *muted_speakers; /* (owned) */
  gboolean muted;
  double volume;
  VoiceAmbience ambience;
  double layers[VOICE_N_LAYERS]; /* volumes */
  double time_scale;
  gboolean available;
  char *status;        /* (owned) (nullable) */
  char *speech_status; /* (owned) (nullable) why there is no speech */
  VoiceTape *tape;          /* (owned) (nullable) */
  VoiceTape *last_tape;     /* (owned) (nullable) its last segment may still be written */
  VoiceOutbox *tape_outbox; /* (owned) (nullable) as the tape; it outlives a worker */
  GSource *watchdog;   /* (owned) (nullable) */
  GSource *renewal;    /* (owned) (nullable) */
  gboolean shut_down;
};

G_DEFINE_FINAL_TYPE (VoiceRadio, voice_radio, G_TYPE_OBJECT)

enum {
  PROP_MUTED = 1,
  PROP_VOLUME,
  PROP_AVAILABLE,
  PROP_STATUS,
  PROP_OUTPUT,
  N_PROPS
};

enum {
  STARTED,
  FINISHED,
  LEVELS,
  LEFT_OUT,
  TAPED,
  TAPE_ENDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void start_worker (VoiceRadio *self, gboolean recovering);

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static GSource *
add_timer (VoiceRadio *self, guint ms, GSourceFunc func)
{
  GSource *source = g_timeout_source_new (ms);

  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

static void
set_available (VoiceRadio *self, gboolean available, const char *status)
{
  if (available && status == NULL)
    status = self->speech_status;
  if (g_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  if (self->available == available)
    return;
  self->available = available;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AVAILABLE]);
}

static void
finish (VoiceRadio *self, guint64 id, gboolean completed)
{
  if (g_hash_table_remove (self->living, &id))
    g_signal_emit (self, signals[FINISHED], 0, id, completed);
}

/* Nobody was there to take it, or came back. */
static void
finish_unheard (VoiceRadio *self, guint64 id)
{
  if (g_hash_table_contains (self->living, &id))
    g_signal_emit (self, signals[LEFT_OUT], 0, id, (guint)VOICE_REASON_NO_SOUND);
  finish (self, id, FALSE);
}

/* A handler may say something new: that one is not part of this. */
static void
finish_all (VoiceRadio *self)
{
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->living, &n);
  g_autofree guint64 *ids = g_new (guint64, n);

  for (guint i = 0; i < n; i++)
    ids[i] = *(guint64 *)keys[i];
  for (guint i = 0; i < n; i++)
    finish_unheard (self, ids[i]);
}

/* The watchdog: awake while the thread has something to do or no device. */

static gboolean
on_renewal (gpointer data)
{
  VoiceRadio *self = data;

  if (voice_worker_get_n_abandoned() >= MAX_ABANDONED)
    return G_SOURCE_CONTINUE;
  clear_source (&self->renewal);
  start_worker (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
tell_silence (VoiceRadio *self)
{
  VoiceLevels silence;

  voice_levels_init (&silence);
  g_signal_emit (self, signals[LEVELS], 0, &silence);
}

static void
abandon_worker (VoiceRadio *self)
{
  g_message ("The sound system does not come back; its thread is given up");
  voice_outbox_close (self->outbox);
  g_clear_pointer (&self->outbox, voice_outbox_unref);
  voice_worker_stop (g_steal_pointer (&self->worker), 0);
  set_available (self, FALSE, _ ("The sound system does not answer"));
  finish_all (self);
  tell_silence (self);
  if (!self->shut_down)
    self->renewal = add_timer (self, voice_times.retry, on_renewal);
}

static gboolean
is_stuck (VoiceWorker *worker)
{
  return voice_worker_get_busy_us (worker) > (gint64)voice_times.busy * 1000;
}

static gboolean
on_watchdog (gpointer data)
{
  VoiceRadio *self = data;

  if (self->worker != NULL && is_stuck (self->worker)) {
    clear_source (&self->watchdog);
    abandon_worker (self);
    return G_SOURCE_REMOVE;
  }
  if (self->worker != NULL && (!self->available || voice_worker_get_n_pending (self->worker) > 0))
    return G_SOURCE_CONTINUE;
  clear_source (&self->watchdog);
  return G_SOURCE_REMOVE;
}

static void
watch (VoiceRadio *self)
{
  if (self->watchdog == NULL)
    self->watchdog = add_timer (self, voice_times.busy_at, on_watchdog);
}

/* FALSE: there is nobody to take a command. */
static gboolean
can_post (VoiceRadio *self)
{
  if (self->worker == NULL || voice_worker_get_n_pending (self->worker) >= MAX_PENDING)
    return FALSE;
  watch (self);
  return TRUE;
}

static void
on_event (const VoiceEvent *event, gpointer data)
{
  g_autoptr (VoiceRadio) self = g_object_ref (data);

  switch (event->kind) {
  case VOICE_EVENT_AVAILABLE:
    set_available (self, TRUE, event->text);
    break;
  case VOICE_EVENT_UNAVAILABLE:
    set_available (self, FALSE, event->text);
    watch (self);
    break;
  case VOICE_EVENT_STARTED:
    g_signal_emit (self, signals[STARTED], 0, event->id);
    break;
  case VOICE_EVENT_FINISHED:
    finish (self, event->id, event->completed);
    break;
  case VOICE_EVENT_LEVELS:
    g_signal_emit (self, signals[LEVELS], 0, &event->levels);
    break;
  case VOICE_EVENT_LEFT_OUT:
    if (g_hash_table_contains (self->living, &event->id))
      g_signal_emit (self, signals[LEFT_OUT], 0, event->id, (guint)event->reason);
    break;
  case VOICE_EVENT_PLACED:
    g_signal_emit (self, signals[TAPED], 0, event->id, &event->place);
    break;
  case VOICE_EVENT_TAPE_ENDED:
    voice_radio_end_tape (self);
    g_signal_emit (self, signals[TAPE_ENDED], 0, event->text);
    break;
  }
}

static void
start_worker (VoiceRadio *self, gboolean recovering)
{
  GHashTableIter iter;
  gpointer speaker;

  self->outbox = voice_outbox_new (self->context, on_event, self);
  self->worker = voice_worker_new (self->sink_kind, self->sink_argument, self->outbox, recovering);
  voice_worker_set_volume (self->worker, self->volume, self->muted);
  voice_worker_set_time_scale (self->worker, self->time_scale);
  for (guint i = 0; i < VOICE_N_LAYERS; i++)
    voice_worker_set_layer_volume (self->worker, i, self->layers[i]);
  voice_worker_set_ambience (self->worker, &self->ambience);
  g_hash_table_iter_init (&iter, self->muted_speakers);
  while (g_hash_table_iter_next (&iter, &speaker, NULL))
    voice_worker_set_speaker_muted (self->worker, speaker, TRUE);
  if (self->tape != NULL)
    voice_worker_set_tape (self->worker, self->tape);
  watch (self);
}

/* Asks once whether there is speech at all; sounds work without it. */
static void
check_speech (VoiceRadio *self)
{
  g_autoptr (GError) error = NULL;

  if (!voice_language_check (&error))
    self->speech_status = g_strdup (error->message);
}

static void
voice_radio_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VoiceRadio *self = VOICE_RADIO (object);

  switch (prop_id) {
  case PROP_MUTED:
    g_value_set_boolean (value, self->muted);
    break;
  case PROP_VOLUME:
    g_value_set_double (value, self->volume);
    break;
  case PROP_AVAILABLE:
    g_value_set_boolean (value, self->available);
    break;
  case PROP_STATUS:
    g_value_set_string (value, self->status);
    break;
  case PROP_OUTPUT:
    g_value_set_string (value, voice_radio_get_output (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
voice_radio_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VoiceRadio *self = VOICE_RADIO (object);

  switch (prop_id) {
  case PROP_MUTED:
    voice_radio_set_muted (self, g_value_get_boolean (value));
    break;
  case PROP_VOLUME:
    voice_radio_set_volume (self, g_value_get_double (value));
    break;
  case PROP_OUTPUT:
    voice_radio_set_output (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
voice_radio_dispose (GObject *object)
{
  voice_radio_shutdown (VOICE_RADIO (object));
  G_OBJECT_CLASS (voice_radio_parent_class)->dispose (object);
}

static void
voice_radio_finalize (GObject *object)
{
  VoiceRadio *self = VOICE_RADIO (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->living, g_hash_table_unref);
  g_clear_pointer (&self->muted_speakers, g_hash_table_unref);
  g_free (self->sink_argument);
  g_free (self->status);
  g_free (self->speech_status);
  G_OBJECT_CLASS (voice_radio_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags read_write =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, read_write);
  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0.0, 1.0, 1.0, read_write);
  properties[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, FALSE, read_only);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, read_only);
  properties[PROP_OUTPUT] = g_param_spec_string ("output", NULL, NULL, "", read_write);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_signals (GType type)
{
  signals[STARTED] = g_signal_new ("started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_BOOLEAN);
  signals[LEVELS] = g_signal_new ("levels", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, VOICE_TYPE_LEVELS | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[LEFT_OUT] = g_signal_new ("left-out", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_UINT);
  signals[TAPED] = g_signal_new ("taped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_UINT64, G_TYPE_POINTER);
  signals[TAPE_ENDED] = g_signal_new ("tape-ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
voice_radio_class_init (VoiceRadioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = voice_radio_get_property;
  object_class->set_property = voice_radio_set_property;
  object_class->dispose = voice_radio_dispose;
  object_class->finalize = voice_radio_finalize;
  install_properties (object_class);
  install_signals (G_OBJECT_CLASS_TYPE (klass));
}

static void
voice_radio_init (VoiceRadio *self)
{
  self->context = g_main_context_ref_thread_default();
  self->living = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->muted_speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->volume = 1.0;
  for (guint i = 0; i < VOICE_N_LAYERS; i++)
    self->layers[i] = 1.0;
  self->time_scale = 1.0;
}

/* No name and an empty one are the default device. */
static const char *
chosen_name (const char *name)
{
  return name != NULL && name[0] != '\0' ? name : NULL;
}

VoiceRadio *
voice_radio_new (VoiceSinkKind kind, const char *argument)
{
  VoiceRadio *self;
  gboolean needs_argument = kind == VOICE_SINK_FILE || kind == VOICE_SINK_FACTORY;

  g_return_val_if_fail (argument != NULL || !needs_argument, NULL);

  self = g_object_new (VOICE_TYPE_RADIO, NULL);
  self->sink_kind = kind;
  self->sink_argument = needs_argument ? g_strdup (argument) : g_strdup (chosen_name (argument));
  self->status = g_strdup (_ ("The sound device is being opened"));
  start_worker (self, FALSE);
  check_speech (self);
  return self;
}

void
voice_radio_say (VoiceRadio *self, const VoiceUtterance *utterance)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail (utterance != NULL && utterance->speaker != NULL && utterance->text != NULL);
  g_return_if_fail (utterance->id != 0 && utterance->id != G_MAXUINT64);
  g_return_if_fail (!g_hash_table_contains (self->living, &utterance->id));

  if (self->shut_down)
    return;
  g_hash_table_add (self->living, g_memdup2 (&utterance->id, sizeof utterance->id));
  if (can_post (self))
    voice_worker_say (self->worker, voice_utterance_copy (utterance));
  else
    finish_unheard (self, utterance->id);
}

void
voice_radio_prepare (VoiceRadio *self, const VoiceUtterance *utterance)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail (utterance != NULL && utterance->speaker != NULL && utterance->text != NULL);

  if (can_post (self))
    voice_worker_prepare (self->worker, voice_utterance_copy (utterance));
}

void
voice_radio_cut (VoiceRadio *self, guint64 id)
{
  g_return_if_fail (VOICE_IS_RADIO (self));

  if (g_hash_table_contains (self->living, &id) && can_post (self))
    voice_worker_cut (self->worker, id);
}

void
voice_radio_cut_all (VoiceRadio *self)
{
  g_return_if_fail (VOICE_IS_RADIO (self));

  if (can_post (self))
    voice_worker_cut_all (self->worker);
}

void
voice_radio_sound (VoiceRadio *self, VoiceSound sound)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail ((guint)sound < VOICE_N_SOUNDS);

  if (can_post (self))
    voice_worker_sound (self->worker, sound);
}

gboolean
voice_radio_get_muted (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), FALSE);

  return self->muted;
}

/* Not limited by can_post(): the last word must always arrive. */
static void
send_volume (VoiceRadio *self)
{
  if (self->worker == NULL)
    return;
  voice_worker_set_volume (self->worker, self->volume, self->muted);
  watch (self);
}

void
voice_radio_set_muted (VoiceRadio *self, gboolean muted)
{
  g_return_if_fail (VOICE_IS_RADIO (self));

  muted = !!muted;
  if (self->muted == muted)
    return;
  self->muted = muted;
  send_volume (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUTED]);
}

const char *
voice_radio_get_output (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), "");

  if (self->sink_kind != VOICE_SINK_AUTOMATIC || self->sink_argument == NULL)
    return "";
  return self->sink_argument;
}

/* Not limited by can_post(), as the volume. */
void
voice_radio_set_output (VoiceRadio *self, const char *name)
{
  g_return_if_fail (VOICE_IS_RADIO (self));

  name = chosen_name (name);
  if (self->sink_kind != VOICE_SINK_AUTOMATIC || !g_set_str (&self->sink_argument, name))
    return;
  if (self->worker != NULL) {
    voice_worker_set_output (self->worker, name);
    watch (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTPUT]);
}

gboolean
voice_radio_has_devices (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), FALSE);

  return self->sink_kind == VOICE_SINK_AUTOMATIC;
}

double
voice_radio_get_volume (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), 0.0);

  return self->volume;
}

void
voice_radio_set_volume (VoiceRadio *self, double volume)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail (volume >= 0.0 && volume <= 1.0);

  if (self->volume == volume)
    return;
  self->volume = volume;
  send_volume (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

/* Field by field: what lies between them is anything. */
static gboolean
is_same_ambience (const VoiceAmbience *a, const VoiceAmbience *b)
{
  gboolean same = a->live == b->live && a->sync == b->sync && a->strain == b->strain &&
                  a->cut == b->cut && a->n_whispers == b->n_whispers && a->breath == b->breath &&
                  a->breath_pan == b->breath_pan && a->breath_pilot == b->breath_pilot;

  for (guint i = 0; same && i < a->n_whispers; i++)
    same = a->whispers[i].voice == b->whispers[i].voice &&
           a->whispers[i].pan == b->whispers[i].pan &&
           a->whispers[i].level == b->whispers[i].level &&
           a->whispers[i].deep == b->whispers[i].deep;
  return same;
}

/* Not limited by can_post(), as the volume is not; who tells it often changes little. */
void
voice_radio_set_ambience (VoiceRadio *self, const VoiceAmbience *ambience)
{
  VoiceAmbience told;

  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail (ambience != NULL);

  told = *ambience;
  voice_ambience_clamp (&told);
  if (is_same_ambience (&told, &self->ambience))
    return;
  self->ambience = told;
  if (self->worker == NULL)
    return;
  voice_worker_set_ambience (self->worker, &told);
  watch (self);
}

void
voice_radio_set_layer_volume (VoiceRadio *self, VoiceLayer layer, double volume)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail ((guint)layer < VOICE_N_LAYERS);
  g_return_if_fail (volume >= 0.0 && volume <= 1.0);

  if (self->layers[layer] == volume)
    return;
  self->layers[layer] = volume;
  if (self->worker == NULL)
    return;
  voice_worker_set_layer_volume (self->worker, layer, volume);
  watch (self);
}

gboolean
voice_radio_get_speaker_muted (VoiceRadio *self, const char *speaker)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), FALSE);
  g_return_val_if_fail (speaker != NULL, FALSE);

  return g_hash_table_contains (self->muted_speakers, speaker);
}

void
voice_radio_set_speaker_muted (VoiceRadio *self, const char *speaker, gboolean muted)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail (speaker != NULL);

  if (voice_radio_get_speaker_muted (self, speaker) == !!muted)
    return;
  if (self->worker != NULL) {
    voice_worker_set_speaker_muted (self->worker, speaker, muted);
    watch (self);
  }
  /* Last: `speaker` may be the key that goes. */
  if (muted)
    g_hash_table_add (self->muted_speakers, g_strdup (speaker));
  else
    g_hash_table_remove (self->muted_speakers, speaker);
}

void
voice_radio_set_time_scale (VoiceRadio *self, double time_scale)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail (time_scale >= 0.0);

  if (self->time_scale == time_scale)
    return;
  self->time_scale = time_scale;
  if (self->worker == NULL)
    return;
  voice_worker_set_time_scale (self->worker, time_scale);
  watch (self);
}

static void
set_tape (VoiceRadio *self)
{
  if (self->worker != NULL)
    voice_worker_set_tape (self->worker, self->tape);
}

/* (transfer full) (nullable): what was taped on until now, which no longer gets or tells anything. */
static VoiceTape *
take_tape (VoiceRadio *self)
{
  VoiceTape *tape = g_steal_pointer (&self->tape);

  if (tape == NULL)
    return NULL;
  voice_outbox_close (self->tape_outbox);
  g_clear_pointer (&self->tape_outbox, voice_outbox_unref);
  return tape;
}

void
voice_radio_begin_tape (VoiceRadio *self, const char *folder)
{
  g_return_if_fail (VOICE_IS_RADIO (self));
  g_return_if_fail (folder != NULL);

  voice_radio_end_tape (self);
  if (self->shut_down)
    return;
  self->tape_outbox = voice_outbox_new (self->context, on_event, self);
  self->tape = voice_tape_new (folder, self->tape_outbox);
  set_tape (self);
}

void
voice_radio_end_tape (VoiceRadio *self)
{
  g_autoptr (VoiceTape) tape = NULL;

  g_return_if_fail (VOICE_IS_RADIO (self));

  tape = take_tape (self);
  if (tape == NULL)
    return;
  voice_tape_stop (tape, 0);
  set_tape (self);
  g_clear_pointer (&self->last_tape, voice_tape_unref);
  self->last_tape = g_steal_pointer (&tape);
}

guint
voice_radio_get_n_lost (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), 0);

  return self->tape != NULL ? voice_tape_get_n_lost (self->tape) : 0;
}

gboolean
voice_radio_get_available (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), FALSE);

  return self->available;
}

const char *
voice_radio_get_status (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), NULL);

  return self->status;
}

guint
voice_radio_get_n_late (VoiceRadio *self)
{
  g_return_val_if_fail (VOICE_IS_RADIO (self), 0);

  return self->worker != NULL ? voice_worker_get_n_late (self->worker) : 0;
}

void
voice_radio_shutdown (VoiceRadio *self)
{
  g_return_if_fail (VOICE_IS_RADIO (self));

  self->shut_down = TRUE;
  voice_radio_end_tape (self);
  clear_source (&self->watchdog);
  clear_source (&self->renewal);
  if (self->outbox != NULL)
    voice_outbox_close (self->outbox);
  g_clear_pointer (&self->outbox, voice_outbox_unref);
  if (self->worker != NULL)
    voice_worker_stop (g_steal_pointer (&self->worker), SHUTDOWN_LIMIT_US);
  if (self->last_tape != NULL)
    voice_tape_stop (self->last_tape, TAPE_LIMIT_US);
  g_clear_pointer (&self->last_tape, voice_tape_unref);
  g_hash_table_remove_all (self->living);
  set_available (self, FALSE, NULL);
}
