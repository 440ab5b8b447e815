/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-listener.h"

#include "voice/voice-capture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the threads share with the object: it may be gone before they are. */
typedef struct {
  gatomicrefcount references;
  GMainContext *context; /* (owned) where signals come */
  VoiceListener *owner;  /* main thread alone; NULL: it is gone */
  GAsyncQueue *jobs;     /* (owned) of Job, for the thread that recognises */
} Shared;

typedef struct {
  gatomicrefcount references;
  Shared *shared; /* (owned) */
  VoiceSourceKind kind;
  char *argument; /* (owned) (nullable) */
  gint stop;      /* (atomic) the key was let go */
  gint forget;    /* (atomic) nobody wants to know */
  gint closed;    /* (atomic) its pipeline is gone */
} Take;

typedef enum { JOB_GRAMMAR, JOB_HEAR, JOB_QUIT } JobKind;

typedef struct {
  JobKind kind;
  char *jsgf;      /* (owned) of a grammar */
  VoiceWord *words; /* (owned), and the strings in it */
  gsize n_words;
  GArray *samples; /* (owned) to be heard */
  Take *take;      /* (owned) (nullable) */
} Job;

struct _VoiceListener {
  GObject parent_instance;
  Shared *shared; /* (owned) (nullable) after the end */
  VoiceSourceKind kind;
  char *argument;
  char *jsgf; /* that was set last */
  GThread *thread; /* (owned) (nullable) that recognises */
  Take *take; /* (owned) (nullable) the last capture */
  gboolean capturing;
  guint n_busy; /* captures that ended and were not told of */
};

G_DEFINE_FINAL_TYPE (VoiceListener, voice_listener, G_TYPE_OBJECT)

enum { PROP_CAPTURING = 1, PROP_BUSY, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];
enum { SIGNAL_HEARD, SIGNAL_FAILED, SIGNAL_LEVEL, SIGNAL_UNTEACHABLE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- What is shared -------------------------------------------------------------------------- */

static Shared *
shared_ref (Shared *shared)
{
  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

static void
shared_unref (Shared *shared)
{
  if (!g_atomic_ref_count_dec (&shared->references))
    return;
  g_main_context_unref (shared->context);
  g_async_queue_unref (shared->jobs);
  g_free (shared);
}

static Take *
take_ref (Take *take)
{
  g_atomic_ref_count_inc (&take->references);
  return take;
}

static void
take_unref (Take *take)
{
  if (!g_atomic_ref_count_dec (&take->references))
    return;
  shared_unref (take->shared);
  g_free (take->argument);
  g_free (take);
}

static void
words_free (VoiceWord *words, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_free ((char *) words[i].word);
    g_free ((char *) words[i].aloud);
    g_free ((char *) words[i].pronunciation);
  }
  g_free (words);
}

static void
job_free (Job *job)
{
  g_free (job->jsgf);
  words_free (job->words, job->n_words);
  g_clear_pointer (&job->samples, g_array_unref);
  g_clear_pointer (&job->take, take_unref);
  g_free (job);
}

/* ---- To the main thread ---------------------------------------------------------------------- */

typedef struct {
  Shared *shared; /* (owned) */
  Take *take;     /* (owned) (nullable) */
  guint signal;
  char *text;     /* message */
  VoiceHeard heard;
  double level;
  char **words;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  shared_unref (news->shared);
  g_clear_pointer (&news->take, take_unref);
  g_free (news->text);
  voice_heard_clear (&news->heard);
  g_strfreev (news->words);
  g_free (news);
}

static void
emit (VoiceListener *self, const News *news)
{
  switch (news->signal) {
  case SIGNAL_HEARD:
    g_signal_emit (self, signals[SIGNAL_HEARD], 0, &news->heard);
    break;
  case SIGNAL_FAILED:
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, news->text);
    break;
  case SIGNAL_LEVEL:
    g_signal_emit (self, signals[SIGNAL_LEVEL], 0, news->level);
    break;
  case SIGNAL_UNTEACHABLE:
  default:
    g_signal_emit (self, signals[SIGNAL_UNTEACHABLE], 0, news->words);
    break;
  }
}

static void
set_busy (VoiceListener *self, guint n)
{
  gboolean was = self->n_busy > 0;

  self->n_busy = n;
  if (was != (n > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
set_capturing (VoiceListener *self, gboolean capturing)
{
  if (self->capturing == capturing)
    return;
  self->capturing = capturing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTURING]);
}

/* A capture that failed, or was as long as one may be, ended by itself. */
static gboolean
deliver (gpointer data)
{
  News *news = data;
  g_autoptr (VoiceListener) self =
      news->shared->owner != NULL ? g_object_ref (news->shared->owner) : NULL;
  gboolean forgotten = news->take != NULL && g_atomic_int_get (&news->take->forget) != 0;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (news->take != NULL && news->signal != SIGNAL_LEVEL) {
    if (self->capturing && self->take == news->take)
      set_capturing (self, FALSE);
    else if (!forgotten && self->n_busy > 0)
      set_busy (self, self->n_busy - 1);
  }
  if (!forgotten)
    emit (self, news);
  return G_SOURCE_REMOVE;
}

static News *
news_new (Shared *shared, Take *take, guint signal)
{
  News *news = g_new0 (News, 1);

  news->shared = shared_ref (shared);
  news->take = take != NULL ? take_ref (take) : NULL;
  news->signal = signal;
  return news;
}

static void
send (News *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[voice] heard");
  g_source_set_callback (source, deliver, news, news_free);
  g_source_attach (source, news->shared->context);
}

static void
send_failed (Shared *shared, Take *take, const char *message)
{
  News *news = news_new (shared, take, SIGNAL_FAILED);

  news->text = g_strdup (message);
  send (news);
}

/* ---- The thread that recognises -------------------------------------------------------------- */

typedef struct {
  Shared *shared;
  VoiceRecogniser *recogniser; /* (owned) (nullable) loaded with the first grammar */
  gboolean ready;              /* it has the last grammar that was set */
  char *trouble;               /* (owned) (nullable) why it can not listen */
} Ear;

static void
learn (Ear *ear, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) failed = NULL;

  g_clear_pointer (&ear->trouble, g_free);
  ear->ready = FALSE;
  if (ear->recogniser == NULL)
    ear->recogniser = voice_recogniser_new (&error);
  if (ear->recogniser == NULL) {
    ear->trouble = g_strdup (error->message);
    return;
  }
  failed = voice_recogniser_teach (ear->recogniser, job->words, job->n_words);
  if (failed != NULL) {
    News *news = news_new (ear->shared, NULL, SIGNAL_UNTEACHABLE);

    news->words = g_steal_pointer (&failed);
    send (news);
  } else if (!(ear->ready = voice_recogniser_set_grammar (ear->recogniser, job->jsgf, &error))) {
    ear->trouble = g_strdup (error->message);
  }
}

static void
hear (Ear *ear, Job *job)
{
  News *news;

  if (!ear->ready) {
    send_failed (ear->shared, job->take,
                 ear->trouble != NULL ? ear->trouble : _ ("The speech recogniser is not ready yet"));
    return;
  }
  news = news_new (ear->shared, job->take, SIGNAL_HEARD);
  voice_recogniser_hear (ear->recogniser, (const gint16 *) (gconstpointer) job->samples->data,
                         job->samples->len, &news->heard);
  send (news);
}

static gpointer
recognise (gpointer data)
{
  Ear ear = {.shared = data};
  gboolean quit = FALSE;

  while (!quit) {
    Job *job = g_async_queue_pop (ear.shared->jobs);

    if (job->kind == JOB_GRAMMAR)
      learn (&ear, job);
    else if (job->kind == JOB_HEAR && g_atomic_int_get (&job->take->forget) == 0)
      hear (&ear, job);
    quit = job->kind == JOB_QUIT;
    job_free (job);
  }
  g_clear_pointer (&ear.recogniser, voice_recogniser_free);
  g_free (ear.trouble);
  shared_unref (ear.shared);
  return NULL;
}

/* ---- The thread that captures ---------------------------------------------------------------- */

static void
tell_level (double rms_db, gpointer data)
{
  Take *take = data;
  News *news = news_new (take->shared, take, SIGNAL_LEVEL);

  news->level = rms_db;
  send (news);
}

static gpointer
capture (gpointer data)
{
  Take *take = data;
  g_autoptr (GError) error = NULL;
  GArray *samples = voice_capture_run (take->kind, take->argument, &take->stop, tell_level, take,
                                       &error);

  g_atomic_int_set (&take->closed, 1);
  if (samples == NULL) {
    send_failed (take->shared, take, error->message);
  } else {
    Job *job = g_new0 (Job, 1);

    job->kind = JOB_HEAR;
    job->samples = samples;
    job->take = take_ref (take);
    g_async_queue_push (take->shared->jobs, job);
  }
  take_unref (take);
  return NULL;
}

/* ---- Public ---------------------------------------------------------------------------------- */

static void
start_thread (VoiceListener *self)
{
  if (self->thread == NULL)
    self->thread = g_thread_new ("voice-listening", recognise, shared_ref (self->shared));
}

void
voice_listener_set_grammar (VoiceListener *self, const char *jsgf, const VoiceWord *words,
                            gsize n_words)
{
  Job *job;

  g_return_if_fail (VOICE_IS_LISTENER (self));
  g_return_if_fail (jsgf != NULL);

  if (self->shared == NULL || !g_set_str (&self->jsgf, jsgf))
    return;
  job = g_new0 (Job, 1);
  job->kind = JOB_GRAMMAR;
  job->jsgf = g_strdup (jsgf);
  job->words = g_new0 (VoiceWord, n_words);
  job->n_words = n_words;
  for (gsize i = 0; i < n_words; i++)
    job->words[i] = (VoiceWord){g_strdup (words[i].word), g_strdup (words[i].aloud),
                                g_strdup (words[i].pronunciation), words[i].name};
  start_thread (self);
  g_async_queue_push (self->shared->jobs, job);
}

void
voice_listener_set_device (VoiceListener *self, const char *name)
{
  g_return_if_fail (VOICE_IS_LISTENER (self));

  if (self->kind == VOICE_SOURCE_AUTOMATIC)
    g_set_str (&self->argument, name);
}

gboolean
voice_listener_begin (VoiceListener *self)
{
  g_return_val_if_fail (VOICE_IS_LISTENER (self), FALSE);

  if (self->shared == NULL || self->capturing)
    return FALSE;
  if (self->take != NULL && g_atomic_int_get (&self->take->closed) == 0)
    return FALSE;
  start_thread (self);
  g_clear_pointer (&self->take, take_unref);
  self->take = g_new0 (Take, 1);
  g_atomic_ref_count_init (&self->take->references);
  self->take->shared = shared_ref (self->shared);
  self->take->kind = self->kind;
  self->take->argument = g_strdup (self->argument);
  set_capturing (self, TRUE);
  g_thread_unref (g_thread_new ("voice-capture", capture, take_ref (self->take)));
  return TRUE;
}

void
voice_listener_end (VoiceListener *self, gboolean forget)
{
  g_return_if_fail (VOICE_IS_LISTENER (self));

  if (!self->capturing)
    return;
  if (forget)
    g_atomic_int_set (&self->take->forget, 1);
  g_atomic_int_set (&self->take->stop, 1);
  set_capturing (self, FALSE);
  if (!forget)
    set_busy (self, self->n_busy + 1);
}

gboolean
voice_listener_get_capturing (VoiceListener *self)
{
  g_return_val_if_fail (VOICE_IS_LISTENER (self), FALSE);
  return self->capturing;
}

gboolean
voice_listener_get_busy (VoiceListener *self)
{
  g_return_val_if_fail (VOICE_IS_LISTENER (self), FALSE);
  return self->n_busy > 0;
}

/* The threads end by themselves; one that hangs in the sound system is left alone. */
void
voice_listener_shutdown (VoiceListener *self)
{
  Job *job;

  g_return_if_fail (VOICE_IS_LISTENER (self));

  if (self->shared == NULL)
    return;
  voice_listener_end (self, TRUE);
  self->shared->owner = NULL;
  if (self->thread != NULL) {
    job = g_new0 (Job, 1);
    job->kind = JOB_QUIT;
    g_async_queue_push_front (self->shared->jobs, job);
    g_clear_pointer (&self->thread, g_thread_join);
  }
  g_clear_pointer (&self->take, take_unref);
  g_clear_pointer (&self->shared, shared_unref);
}

VoiceListener *
voice_listener_new (VoiceSourceKind kind, const char *argument)
{
  VoiceListener *self = g_object_new (VOICE_TYPE_LISTENER, NULL);

  g_return_val_if_fail (argument != NULL || kind == VOICE_SOURCE_AUTOMATIC, self);

  self->kind = kind;
  self->argument = g_strdup (argument);
  return self;
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
voice_listener_dispose (GObject *object)
{
  voice_listener_shutdown (VOICE_LISTENER (object));
  G_OBJECT_CLASS (voice_listener_parent_class)->dispose (object);
}

static void
voice_listener_finalize (GObject *object)
{
  VoiceListener *self = VOICE_LISTENER (object);

  g_free (self->argument);
  g_free (self->jsgf);
  G_OBJECT_CLASS (voice_listener_parent_class)->finalize (object);
}

static void
voice_listener_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VoiceListener *self = VOICE_LISTENER (object);

  if (id == PROP_CAPTURING)
    g_value_set_boolean (value, self->capturing);
  else if (id == PROP_BUSY)
    g_value_set_boolean (value, self->n_busy > 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
job_destroy (gpointer data)
{
  job_free (data);
}

static void
voice_listener_init (VoiceListener *self)
{
  self->shared = g_new0 (Shared, 1);
  g_atomic_ref_count_init (&self->shared->references);
  self->shared->context = g_main_context_ref_thread_default ();
  self->shared->owner = self;
  self->shared->jobs = g_async_queue_new_full (job_destroy);
}

static void
voice_listener_class_init (VoiceListenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = voice_listener_dispose;
  object_class->finalize = voice_listener_finalize;
  object_class->get_property = voice_listener_get_property;
  properties[PROP_CAPTURING] = g_param_spec_boolean (
      "capturing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_HEARD] =
      g_signal_new ("heard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEVEL] = g_signal_new ("level", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_UNTEACHABLE] =
      g_signal_new ("unteachable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}
