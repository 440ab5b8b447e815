/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-synthesis.h"

#include "voice/voice-cache.h"
#include "voice/voice-error.h"
#include "voice/voice-espeak.h"
#include "voice/voice-language.h"
#include "voice/voice-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A rate within this of the speaker's own is not worth a second synthesis; others are rounded so
 * that the cache is of use. */
#define FIT_TOLERANCE 0.03
#define FIT_LIMIT     (VOICE_HURRY_PERCENT / 100.0)
#define FIT_STEP      3.0

/* Sentences spoken ahead that may wait; beyond, the oldest is given up. */
#define MAX_AHEAD 64

typedef struct {
  VoiceProfile profile;
  char *text; /* (owned) cleaned */
  double target_s;
  GMainContext *context; /* (owned) (nullable) */
  VoiceSynthesisFunc done;
  gpointer user_data; /* (owned) */
  GDestroyNotify destroy;
  VoicePcm *pcm;      /* (owned) (nullable) result */
  GError *error;      /* (owned) (nullable) result */
  gboolean *answered; /* (nullable) under the lock: someone waits for it */
  gboolean sounds_alone; /* the mnemonics are wanted, not the sound */
  char *mnemonics;       /* (owned) (nullable) result */
} Job;

struct _VoiceSynthesis {
  guint n_users;     /* under `instance_lock` */
  VoiceCache *cache; /* (owned) */
  GThread *thread;   /* (owned) */
  gint cancelled;    /* (atomic) */
  GMutex lock;       /* protects the rest */
  GCond changed;
  GQueue wanted; /* (owned) of Job: someone waits for these */
  GQueue ahead;  /* (owned) of Job */
  gboolean quit;
};

static GMutex instance_lock;
static VoiceSynthesis *instance;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->destroy != NULL)
    job->destroy (job->user_data);
  g_clear_pointer (&job->context, g_main_context_unref);
  g_clear_pointer (&job->pcm, voice_pcm_unref);
  g_clear_error (&job->error);
  g_free (job->text);
  g_free (job->mnemonics);
  g_free (job);
}

int
voice_synthesis_fit_rate (const VoiceProfile *profile, double natural_s, double target_s)
{
  int rate = profile->rate;
  double most = MAX (rate * (1.0 + FIT_LIMIT), profile->rate_most);
  double factor;
  int fitted;

  if (!(target_s > 0.0) || !(natural_s > 0.0))
    return rate;
  factor = CLAMP (natural_s / target_s, 1.0 - FIT_LIMIT, most / rate);
  if (fabs (factor - 1.0) < FIT_TOLERANCE)
    return rate;
  fitted = (int)(round (rate * factor / FIT_STEP) * FIT_STEP);
  return CLAMP (fitted, (int)ceil (rate * (1.0 - FIT_LIMIT)), (int)floor (most));
}

static char *
cache_key (const VoiceProfile *profile, int rate, const char *text)
{
  return g_strdup_printf ("%s\n%d\n%d\n%d\n%s", profile->voice, rate, profile->pitch,
                          profile->range, text);
}

static VoicePcm *
lookup_rate (VoiceSynthesis *synthesis, const VoiceProfile *profile, int rate, const char *text)
{
  g_autofree char *key = cache_key (profile, rate, text);

  return voice_cache_lookup (synthesis->cache, key);
}

/* (worker) */
static VoicePcm *
speak_at_rate (VoiceSynthesis *synthesis, const VoiceProfile *profile, int rate, const char *text,
               GError **error)
{
  g_autofree char *key = cache_key (profile, rate, text);
  VoicePcm *pcm = voice_cache_lookup (synthesis->cache, key);

  if (pcm == NULL) {
    pcm = voice_espeak_speak (profile, rate, text, &synthesis->cancelled, error);
    if (pcm != NULL)
      voice_cache_insert (synthesis->cache, key, pcm);
  }
  return pcm;
}

/* (worker) The length is known only once it has been spoken, so fitting speaks it twice. */
static VoicePcm *
speak_fitted (VoiceSynthesis *synthesis, Job *job)
{
  const VoiceProfile *profile = &job->profile;
  VoicePcm *pcm = speak_at_rate (synthesis, profile, profile->rate, job->text, &job->error);
  int rate;

  if (pcm == NULL)
    return NULL;
  rate = voice_synthesis_fit_rate (profile, voice_pcm_get_seconds (pcm), job->target_s);
  if (rate == profile->rate)
    return pcm;
  voice_pcm_unref (pcm);
  return speak_at_rate (synthesis, profile, rate, job->text, &job->error);
}

static gboolean
deliver (gpointer data)
{
  Job *job = data;

  job->done (job->pcm, job->error, job->user_data);
  return G_SOURCE_REMOVE;
}

static void
answer_in_context (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[voice] spoken");
  g_source_set_callback (source, deliver, job, job_free);
  g_source_attach (source, job->context);
}

/* (worker) Hands the job back to who asked, or frees it. */
static void
answer (VoiceSynthesis *synthesis, Job *job)
{
  if (job->answered != NULL) {
    g_mutex_lock (&synthesis->lock);
    *job->answered = TRUE;
    g_cond_broadcast (&synthesis->changed);
    g_mutex_unlock (&synthesis->lock);
  } else if (job->done != NULL) {
    answer_in_context (job);
  } else {
    job_free (job);
  }
}

/* (worker) (transfer full) (nullable): waits for the next job; NULL at the end. */
static Job *
take_job (VoiceSynthesis *synthesis)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&synthesis->lock);
  Job *job = NULL;

  while (job == NULL && !synthesis->quit) {
    job = g_queue_pop_head (&synthesis->wanted);
    if (job == NULL)
      job = g_queue_pop_head (&synthesis->ahead);
    if (job == NULL)
      g_cond_wait (&synthesis->changed, &synthesis->lock);
  }
  return job;
}

static gpointer
synthesis_thread (gpointer data)
{
  VoiceSynthesis *synthesis = data;
  Job *job;

  while ((job = take_job (synthesis)) != NULL) {
    if (job->sounds_alone)
      job->mnemonics = voice_espeak_mnemonics (&job->profile, job->text);
    else
      job->pcm = speak_fitted (synthesis, job);
    answer (synthesis, job);
  }
  return NULL;
}

static VoiceSynthesis *
synthesis_new (GError **error)
{
  VoiceSynthesis *synthesis;

  if (!voice_espeak_open (g_getenv ("HANDLER_ONE_ESPEAK_DATA"), error))
    return NULL;
  voice_language_forget_all();
  voice_espeak_list_voices();
  synthesis = g_new0 (VoiceSynthesis, 1);
  synthesis->cache = voice_cache_new (VOICE_SYNTHESIS_CACHE_BYTES);
  g_mutex_init (&synthesis->lock);
  g_cond_init (&synthesis->changed);
  g_queue_init (&synthesis->wanted);
  g_queue_init (&synthesis->ahead);
  synthesis->thread = g_thread_new ("voice-synthesis", synthesis_thread, synthesis);
  return synthesis;
}

static void
synthesis_free (VoiceSynthesis *synthesis)
{
  g_atomic_int_set (&synthesis->cancelled, 1);
  g_mutex_lock (&synthesis->lock);
  synthesis->quit = TRUE;
  g_cond_broadcast (&synthesis->changed);
  g_mutex_unlock (&synthesis->lock);
  g_thread_join (g_steal_pointer (&synthesis->thread));
  g_queue_clear_full (&synthesis->wanted, job_free);
  g_queue_clear_full (&synthesis->ahead, job_free);
  voice_espeak_close();
  g_clear_pointer (&synthesis->cache, voice_cache_free);
  g_cond_clear (&synthesis->changed);
  g_mutex_clear (&synthesis->lock);
  g_free (synthesis);
}

VoiceSynthesis *
voice_synthesis_acquire (GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&instance_lock);

  if (instance == NULL)
    instance = synthesis_new (error);
  if (instance != NULL)
    instance->n_users++;
  return instance;
}

void
voice_synthesis_release (VoiceSynthesis *synthesis)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&instance_lock);

  g_return_if_fail (synthesis != NULL && synthesis == instance);

  if (--instance->n_users == 0)
    g_clear_pointer (&instance, synthesis_free);
}

VoicePcm *
voice_synthesis_lookup (VoiceSynthesis *synthesis, const VoiceProfile *profile, const char *text,
                        double target_s)
{
  g_autofree char *clean = NULL;
  g_autoptr (VoicePcm) natural = NULL;
  int rate;

  g_return_val_if_fail (synthesis != NULL, NULL);
  g_return_val_if_fail (profile != NULL && text != NULL, NULL);

  clean = voice_text_clean (text);
  natural = lookup_rate (synthesis, profile, profile->rate, clean);
  if (natural == NULL)
    return NULL;
  rate = voice_synthesis_fit_rate (profile, voice_pcm_get_seconds (natural), target_s);
  if (rate == profile->rate)
    return g_steal_pointer (&natural);
  return lookup_rate (synthesis, profile, rate, clean);
}

static Job *
job_new (const VoiceProfile *profile, const char *text, double target_s)
{
  Job *job = g_new0 (Job, 1);

  job->profile = *profile;
  job->text = voice_text_clean (text);
  job->target_s = target_s;
  return job;
}

static void
push_job (VoiceSynthesis *synthesis, Job *job, gboolean wanted)
{
  Job *given_up = NULL;

  g_mutex_lock (&synthesis->lock);
  g_queue_push_tail (wanted ? &synthesis->wanted : &synthesis->ahead, job);
  if (g_queue_get_length (&synthesis->ahead) > MAX_AHEAD)
    given_up = g_queue_pop_head (&synthesis->ahead);
  g_cond_broadcast (&synthesis->changed);
  g_mutex_unlock (&synthesis->lock);
  g_clear_pointer (&given_up, job_free);
}

void
voice_synthesis_request (VoiceSynthesis *synthesis, const VoiceProfile *profile, const char *text,
                         double target_s, GMainContext *context, VoiceSynthesisFunc done,
                         gpointer user_data, GDestroyNotify destroy)
{
  Job *job;

  g_return_if_fail (synthesis != NULL);
  g_return_if_fail (profile != NULL && text != NULL);

  job = job_new (profile, text, target_s);
  job->context = context != NULL ? g_main_context_ref (context) : NULL;
  job->done = done;
  job->user_data = user_data;
  job->destroy = destroy;
  push_job (synthesis, job, done != NULL);
}

void
voice_synthesis_cancel (VoiceSynthesis *synthesis, GMainContext *context)
{
  GQueue cancelled = G_QUEUE_INIT;

  g_mutex_lock (&synthesis->lock);
  for (GList *link = synthesis->wanted.head, *next; link != NULL; link = next) {
    Job *job = link->data;

    next = link->next;
    if (job->context == context) {
      g_queue_unlink (&synthesis->wanted, link);
      g_queue_push_tail_link (&cancelled, link);
    }
  }
  g_mutex_unlock (&synthesis->lock);
  g_queue_clear_full (&cancelled, job_free);
}

static void
push_and_wait (VoiceSynthesis *synthesis, Job *job)
{
  gboolean answered = FALSE;

  job->answered = &answered;
  push_job (synthesis, job, TRUE);
  g_mutex_lock (&synthesis->lock);
  while (!answered)
    g_cond_wait (&synthesis->changed, &synthesis->lock);
  g_mutex_unlock (&synthesis->lock);
}

VoicePcm *
voice_synthesis_speak (VoiceSynthesis *synthesis, const VoiceProfile *profile, const char *text,
                       double target_s, GError **error)
{
  VoicePcm *pcm;
  Job *job;

  g_return_val_if_fail (synthesis != NULL, NULL);
  g_return_val_if_fail (profile != NULL && text != NULL, NULL);

  job = job_new (profile, text, target_s);
  push_and_wait (synthesis, job);
  pcm = g_steal_pointer (&job->pcm);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return pcm;
}

char *
voice_synthesis_mnemonics (VoiceSynthesis *synthesis, const char *text, const char *voice)
{
  VoiceProfile profile;
  char *mnemonics;
  Job *job;

  g_return_val_if_fail (synthesis != NULL, NULL);
  g_return_val_if_fail (text != NULL && voice != NULL, NULL);

  if (!voice_profile_init (&profile, "sounds", voice, 50, 50, 170, 0))
    return NULL;
  job = job_new (&profile, text, 0);
  job->sounds_alone = TRUE;
  push_and_wait (synthesis, job);
  mnemonics = g_steal_pointer (&job->mnemonics);
  job_free (job);
  return mnemonics;
}
