/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-scheduler.h"

/* A voice that is longer than its air time is left alone this long before the next one cuts it. */
#define OVERRUN_GRACE_US (750 * 1000)
/* Order traffic with no more than this to go is finished before an emergency. */
#define ORDER_FINISH_US (4 * G_USEC_PER_SEC)
/* However fast the battle runs, a transmission may wait this long. */
#define MIN_WAIT_US (2500 * 1000)
/* Subjects remembered before old ones are forgotten. */
#define MAX_SUBJECTS 512

/* Seconds, in order of class.  The intervals are shorter than those the simulation keeps, so that
 * at ordinary speed nothing it sends is dropped for them; they hold in real time, and so thin out
 * speech when the battle runs faster. */
static const struct {
  double expires_s;
  double interval_s;
} rules[VOICE_N_CLASSES] = {
    [VOICE_CLASS_EMERGENCY] = {20, 10}, [VOICE_CLASS_CONTACT] = {25, 12},
    [VOICE_CLASS_ORDER] = {30, 0},      [VOICE_CLASS_STATUS] = {30, 40},
    [VOICE_CLASS_TALK] = {15, 60},
};

typedef struct {
  guint64 id;
  guint64 sequence; /* place in the queue */
  VoiceClass urgency;
  guint net;
  char *speaker; /* (owned) */
  char *subject; /* (owned) (nullable) */
  double air_length_s;
  gboolean ready;
  gboolean sounding;
  gint64 expires_us; /* while it waits */
  gint64 started_us; /* while it sounds, as the two below */
  gint64 ends_us;
  gint64 overruns_us; /* or -1 */
  gint64 length_us;
} Entry;

struct _VoiceScheduler {
  GPtrArray *entries;   /* (owned) of Entry, in order of arrival */
  GArray *actions;      /* (owned) decided, not yet fetched */
  GHashTable *muted;    /* (owned) speaker ids */
  GHashTable *subjects; /* (owned) subject → when it last began to sound, gint64 */
  guint64 next_sequence;
  guint max_voices;
  double time_scale;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->speaker);
  g_free (entry->subject);
  g_free (entry);
}

VoiceScheduler *
voice_scheduler_new (guint max_voices)
{
  VoiceScheduler *scheduler;

  g_return_val_if_fail (max_voices > 0, NULL);

  scheduler = g_new0 (VoiceScheduler, 1);
  scheduler->entries = g_ptr_array_new_with_free_func (entry_free);
  scheduler->actions = g_array_new (FALSE, FALSE, sizeof (VoiceAction));
  scheduler->muted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scheduler->subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  scheduler->max_voices = max_voices;
  scheduler->time_scale = 1.0;
  return scheduler;
}

void
voice_scheduler_free (VoiceScheduler *scheduler)
{
  g_clear_pointer (&scheduler->entries, g_ptr_array_unref);
  g_clear_pointer (&scheduler->actions, g_array_unref);
  g_clear_pointer (&scheduler->muted, g_hash_table_unref);
  g_clear_pointer (&scheduler->subjects, g_hash_table_unref);
  g_free (scheduler);
}

static void
decide (VoiceScheduler *scheduler, VoiceActionKind kind, VoiceReason reason, guint64 id)
{
  VoiceAction action = {kind, reason, id};

  g_array_append_val (scheduler->actions, action);
}

/* Takes the entry out and says so. */
static void
expel (VoiceScheduler *scheduler, Entry *entry, VoiceReason reason)
{
  decide (scheduler, entry->sounding ? VOICE_ACTION_CUT : VOICE_ACTION_DROP, reason, entry->id);
  g_ptr_array_remove (scheduler->entries, entry);
}

static Entry *
find (VoiceScheduler *scheduler, guint64 id)
{
  for (guint i = 0; i < scheduler->entries->len; i++) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i);

    if (entry->id == id)
      return entry;
  }
  return NULL;
}

static guint
count (VoiceScheduler *scheduler, gboolean sounding)
{
  guint n = 0;

  for (guint i = 0; i < scheduler->entries->len; i++) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i);

    n += entry->sounding == sounding;
  }
  return n;
}

guint
voice_scheduler_get_n_waiting (VoiceScheduler *scheduler)
{
  return count (scheduler, FALSE);
}

guint
voice_scheduler_get_n_sounding (VoiceScheduler *scheduler)
{
  return count (scheduler, TRUE);
}

VoiceClass
voice_scheduler_least_class (double time_scale)
{
  if (time_scale <= 2.0)
    return VOICE_CLASS_TALK;
  if (time_scale <= 8.0)
    return VOICE_CLASS_ORDER;
  return time_scale <= 30.0 ? VOICE_CLASS_CONTACT : VOICE_CLASS_EMERGENCY;
}

/* Orders are never repeats: an order and its read-back share a subject. */
static gboolean
has_own_subject (const VoiceUtterance *utterance)
{
  return utterance->subject != NULL && utterance->urgency != VOICE_CLASS_ORDER;
}

static gboolean
heard_lately (VoiceScheduler *scheduler, const VoiceUtterance *utterance, gint64 now_us)
{
  const gint64 *last;

  if (!has_own_subject (utterance))
    return FALSE;
  last = g_hash_table_lookup (scheduler->subjects, utterance->subject);
  return last != NULL &&
         now_us - *last < (gint64)(rules[utterance->urgency].interval_s * G_USEC_PER_SEC);
}

/* The waiting entry about the same subject, if a newer one takes its place.  What became more
 * urgent takes it as well; what is less urgent does not silence the urgent one. */
static Entry *
find_older (VoiceScheduler *scheduler, const VoiceUtterance *utterance)
{
  if (!has_own_subject (utterance))
    return NULL;
  for (guint i = 0; i < scheduler->entries->len; i++) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i);

    if (!entry->sounding && entry->urgency != VOICE_CLASS_ORDER &&
        entry->urgency >= utterance->urgency && g_strcmp0 (entry->subject, utterance->subject) == 0)
      return entry;
  }
  return NULL;
}

static VoiceReason
reason_to_refuse (VoiceScheduler *scheduler, const VoiceUtterance *utterance, gint64 now_us)
{
  if (g_hash_table_contains (scheduler->muted, utterance->speaker))
    return VOICE_REASON_MUTED;
  if (utterance->urgency > voice_scheduler_least_class (scheduler->time_scale))
    return VOICE_REASON_THINNED;
  if (heard_lately (scheduler, utterance, now_us))
    return VOICE_REASON_REPEATED;
  return VOICE_REASON_NONE;
}

static gint64
waiting_limit (VoiceScheduler *scheduler, const VoiceUtterance *utterance)
{
  double seconds =
      utterance->expires_s > 0.0 ? utterance->expires_s : rules[utterance->urgency].expires_s;

  return MAX ((gint64)(seconds / scheduler->time_scale * G_USEC_PER_SEC), MIN_WAIT_US);
}

static Entry *
entry_new (VoiceScheduler *scheduler, const VoiceUtterance *utterance, gint64 now_us)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = utterance->id;
  entry->sequence = scheduler->next_sequence++;
  entry->urgency = utterance->urgency;
  entry->net = utterance->net;
  entry->speaker = g_strdup (utterance->speaker);
  entry->subject = g_strdup (utterance->subject);
  entry->air_length_s = utterance->air_length_s;
  entry->expires_us = now_us + waiting_limit (scheduler, utterance);
  entry->overruns_us = -1;
  return entry;
}

/* Makes room by giving up the least urgent, among these the one that has waited longest. */
static void
drop_overflow (VoiceScheduler *scheduler)
{
  Entry *worst = NULL;

  if (count (scheduler, FALSE) <= VOICE_SCHEDULER_MAX_WAITING)
    return;
  for (guint i = 0; i < scheduler->entries->len; i++) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i);

    if (!entry->sounding && (worst == NULL || entry->urgency > worst->urgency))
      worst = entry;
  }
  expel (scheduler, worst, VOICE_REASON_OVERFLOW);
}

void
voice_scheduler_add (VoiceScheduler *scheduler, const VoiceUtterance *utterance, gint64 now_us)
{
  VoiceReason refusal;
  Entry *entry, *older;

  g_return_if_fail (scheduler != NULL);
  g_return_if_fail (utterance != NULL && utterance->speaker != NULL);
  g_return_if_fail (find (scheduler, utterance->id) == NULL);

  refusal = reason_to_refuse (scheduler, utterance, now_us);
  if (refusal != VOICE_REASON_NONE) {
    decide (scheduler, VOICE_ACTION_DROP, refusal, utterance->id);
    return;
  }
  entry = entry_new (scheduler, utterance, now_us);
  older = find_older (scheduler, utterance);
  if (older != NULL) {
    entry->sequence = older->sequence; /* it does not lose its place in the queue */
    expel (scheduler, older, VOICE_REASON_REPLACED);
  }
  g_ptr_array_add (scheduler->entries, entry);
  drop_overflow (scheduler);
}

void
voice_scheduler_set_ready (VoiceScheduler *scheduler, guint64 id, double length_s)
{
  Entry *entry = find (scheduler, id);

  if (entry == NULL || entry->sounding)
    return;
  entry->ready = TRUE;
  entry->length_us = (gint64)(length_s * G_USEC_PER_SEC);
}

void
voice_scheduler_finished (VoiceScheduler *scheduler, guint64 id)
{
  Entry *entry = find (scheduler, id);

  if (entry != NULL)
    g_ptr_array_remove (scheduler->entries, entry);
}

void
voice_scheduler_cut (VoiceScheduler *scheduler, guint64 id)
{
  Entry *entry = find (scheduler, id);

  if (entry != NULL)
    expel (scheduler, entry, VOICE_REASON_REQUESTED);
}

void
voice_scheduler_clear (VoiceScheduler *scheduler)
{
  while (scheduler->entries->len > 0)
    expel (scheduler, g_ptr_array_index (scheduler->entries, 0), VOICE_REASON_REQUESTED);
}

void
voice_scheduler_set_speaker_muted (VoiceScheduler *scheduler, const char *speaker, gboolean muted)
{
  g_return_if_fail (speaker != NULL);

  if (!muted) {
    g_hash_table_remove (scheduler->muted, speaker);
    return;
  }
  g_hash_table_add (scheduler->muted, g_strdup (speaker));
  for (guint i = scheduler->entries->len; i > 0; i--) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i - 1);

    if (g_str_equal (entry->speaker, speaker))
      expel (scheduler, entry, VOICE_REASON_MUTED);
  }
}

void
voice_scheduler_set_time_scale (VoiceScheduler *scheduler, double time_scale)
{
  VoiceClass least;

  scheduler->time_scale = time_scale > 1.0 ? MIN (time_scale, 1000.0) : 1.0;
  least = voice_scheduler_least_class (scheduler->time_scale);
  for (guint i = scheduler->entries->len; i > 0; i--) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i - 1);

    if (!entry->sounding && entry->urgency > least)
      expel (scheduler, entry, VOICE_REASON_THINNED);
  }
}

static void
drop_expired (VoiceScheduler *scheduler, gint64 now_us)
{
  for (guint i = scheduler->entries->len; i > 0; i--) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i - 1);

    if (!entry->sounding && now_us >= entry->expires_us)
      expel (scheduler, entry, VOICE_REASON_EXPIRED);
  }
}

static gboolean
goes_before (const Entry *a, const Entry *b)
{
  return a->urgency != b->urgency ? a->urgency < b->urgency : a->sequence < b->sequence;
}

static Entry *
find_sounding (VoiceScheduler *scheduler, guint net)
{
  for (guint i = 0; i < scheduler->entries->len; i++) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i);

    if (entry->sounding && entry->net == net)
      return entry;
  }
  return NULL;
}

/* The one that is next on its net: a more urgent one must not wait behind it. */
static gboolean
is_first_on_net (VoiceScheduler *scheduler, const Entry *candidate)
{
  for (guint i = 0; i < scheduler->entries->len; i++) {
    const Entry *entry = g_ptr_array_index (scheduler->entries, i);

    if (!entry->sounding && entry->net == candidate->net && goes_before (entry, candidate))
      return FALSE;
  }
  return TRUE;
}

/* Whether `next` may cut `current` now, and why. */
static gboolean
may_cut (const Entry *current, const Entry *next, gint64 now_us, VoiceReason *reason)
{
  gboolean nearly_done =
      current->urgency == VOICE_CLASS_ORDER && current->ends_us - now_us <= ORDER_FINISH_US;

  *reason = VOICE_REASON_PREEMPTED;
  if (next->urgency == VOICE_CLASS_EMERGENCY && current->urgency > VOICE_CLASS_EMERGENCY)
    return !nearly_done || (current->overruns_us >= 0 && now_us >= current->overruns_us);
  if (next->urgency <= VOICE_CLASS_ORDER && current->urgency == VOICE_CLASS_TALK)
    return TRUE;
  *reason = VOICE_REASON_OVERRAN;
  return current->overruns_us >= 0 && now_us >= current->overruns_us;
}

static void
start (VoiceScheduler *scheduler, Entry *entry, gint64 now_us)
{
  entry->sounding = TRUE;
  entry->started_us = now_us;
  entry->ends_us = now_us + entry->length_us;
  if (entry->air_length_s > 0.0) {
    double real_s = entry->air_length_s / scheduler->time_scale;

    entry->overruns_us = now_us + (gint64)(real_s * G_USEC_PER_SEC) + OVERRUN_GRACE_US;
  }
  decide (scheduler, VOICE_ACTION_START, VOICE_REASON_NONE, entry->id);
}

static gboolean
forget_subject (gpointer key, gpointer value, gpointer data)
{
  return *(gint64 *)data - *(gint64 *)value > 60 * G_USEC_PER_SEC;
}

static void
remember_subject (VoiceScheduler *scheduler, const Entry *entry, gint64 now_us)
{
  if (entry->subject == NULL || entry->urgency == VOICE_CLASS_ORDER)
    return;
  if (g_hash_table_size (scheduler->subjects) >= MAX_SUBJECTS)
    g_hash_table_foreach_remove (scheduler->subjects, forget_subject, &now_us);
  g_hash_table_insert (scheduler->subjects, g_strdup (entry->subject),
                       g_memdup2 (&now_us, sizeof now_us));
}

/* Starts or cuts what can be started or cut for this waiting entry. */
static void
consider (VoiceScheduler *scheduler, Entry *entry, gint64 now_us)
{
  Entry *current = find_sounding (scheduler, entry->net);
  VoiceReason reason;

  if (current != NULL) {
    if (!may_cut (current, entry, now_us, &reason))
      return;
    expel (scheduler, current, reason);
  }
  if (count (scheduler, TRUE) >= scheduler->max_voices)
    return;
  start (scheduler, entry, now_us);
  remember_subject (scheduler, entry, now_us);
}

/* The most urgent class goes first over all nets, since the voices are limited. */
static void
decide_class (VoiceScheduler *scheduler, VoiceClass urgency, gint64 now_us)
{
  for (guint i = 0; i < scheduler->entries->len && scheduler->actions->len == 0; i++) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i);

    if (entry->urgency == urgency && !entry->sounding && entry->ready &&
        is_first_on_net (scheduler, entry))
      consider (scheduler, entry, now_us);
  }
}

static void
decide_all (VoiceScheduler *scheduler, gint64 now_us)
{
  drop_expired (scheduler, now_us);
  for (guint i = 0; i < VOICE_N_CLASSES && scheduler->actions->len == 0; i++)
    decide_class (scheduler, i, now_us);
}

gboolean
voice_scheduler_next (VoiceScheduler *scheduler, gint64 now_us, VoiceAction *action)
{
  g_return_val_if_fail (scheduler != NULL, FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  if (scheduler->actions->len == 0)
    decide_all (scheduler, now_us);
  if (scheduler->actions->len == 0)
    return FALSE;
  *action = g_array_index (scheduler->actions, VoiceAction, 0);
  g_array_remove_index (scheduler->actions, 0);
  return TRUE;
}

gint64
voice_scheduler_get_deadline (VoiceScheduler *scheduler)
{
  gint64 deadline = G_MAXINT64;

  for (guint i = 0; i < scheduler->entries->len; i++) {
    Entry *entry = g_ptr_array_index (scheduler->entries, i);
    Entry *current;

    if (entry->sounding)
      continue;
    deadline = MIN (deadline, entry->expires_us);
    current = find_sounding (scheduler, entry->net);
    if (current != NULL && entry->ready && current->overruns_us >= 0)
      deadline = MIN (deadline, current->overruns_us);
  }
  return deadline == G_MAXINT64 ? -1 : deadline;
}
