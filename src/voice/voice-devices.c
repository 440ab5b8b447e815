/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-devices.h"

#include "voice/voice-device.h"
#include "voice/voice-element.h"
#include "voice/voice-times.h"

#include <stdatomic.h>

/* Threads of this kind at a time; beyond, nobody is asked. */
#define MAX_THREADS 3
/* What is read of a list, whatever a server says. */
#define MAX_DEVICES 64

typedef struct {
  char *name;  /* (owned) */
  char *label; /* (owned) */
} Entry;

/* What object and thread share; each holds a reference. */
typedef struct {
  gatomicrefcount ref_count;
  GMainContext *context; /* (owned) */
  GWeakRef object;       /* VoiceDevices */
  GMutex lock;
  GCond changed;
  gboolean quit; /* under the lock */
} Lister;

struct _VoiceDevices {
  GObject parent_instance;
  Lister *lister;                           /* (owned) */
  GPtrArray *entries[VOICE_N_DEVICE_KINDS]; /* (owned) of Entry */
  gboolean answered;
};

G_DEFINE_FINAL_TYPE (VoiceDevices, voice_devices, G_TYPE_OBJECT)

static guint changed_signal;

static atomic_uint n_threads;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->label);
  g_free (entry);
}

/* ---- The thread ------------------------------------------------------------------------------ */

static Lister *
lister_ref (Lister *lister)
{
  g_atomic_ref_count_inc (&lister->ref_count);
  return lister;
}

static void
lister_unref (gpointer data)
{
  Lister *lister = data;

  if (!g_atomic_ref_count_dec (&lister->ref_count))
    return;
  g_weak_ref_clear (&lister->object);
  g_main_context_unref (lister->context);
  g_mutex_clear (&lister->lock);
  g_cond_clear (&lister->changed);
  g_free (lister);
}

static Entry *
entry_new (GstDevice *device)
{
  g_autofree char *label = gst_device_get_display_name (device);
  Entry *entry = g_new (Entry, 1);

  entry->name = voice_device_get_name (device);
  entry->label = g_utf8_make_valid (label, -1);
  return entry;
}

static void
add_name (Entry *entry)
{
  g_autofree char *label = entry->label;

  entry->label = g_strdup_printf ("%s (%s)", label, entry->name);
}

/* Devices of the same make are told apart by their names. */
static void
part_twins (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    Entry *entry = g_ptr_array_index (entries, i);
    g_autofree char *label = g_strdup (entry->label);
    gboolean twins = FALSE;

    for (guint k = i + 1; k < entries->len; k++) {
      Entry *other = g_ptr_array_index (entries, k);

      if (g_str_equal (other->label, label)) {
        add_name (other);
        twins = TRUE;
      }
    }
    if (twins)
      add_name (entry);
  }
}

static GPtrArray *
list_entries (VoiceDeviceKind kind)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  GList *devices = voice_device_list (kind);

  for (GList *link = devices; link != NULL && entries->len < MAX_DEVICES; link = link->next)
    g_ptr_array_add (entries, entry_new (link->data));
  g_list_free_full (devices, gst_object_unref);
  part_twins (entries);
  return entries;
}

typedef struct {
  Lister *lister;                           /* (owned) */
  GPtrArray *entries[VOICE_N_DEVICE_KINDS]; /* (owned) */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  for (guint i = 0; i < VOICE_N_DEVICE_KINDS; i++)
    g_ptr_array_unref (answer->entries[i]);
  lister_unref (answer->lister);
  g_free (answer);
}

static gboolean take_answer (gpointer data);

static void
give_answer (Lister *lister)
{
  g_autoptr (GSource) source = g_idle_source_new();
  Answer *answer = g_new (Answer, 1);

  answer->lister = lister_ref (lister);
  for (guint i = 0; i < VOICE_N_DEVICE_KINDS; i++)
    answer->entries[i] = list_entries (i);
  g_source_set_static_name (source, "[voice] devices");
  g_source_set_callback (source, take_answer, answer, answer_free);
  g_source_attach (source, lister->context);
}

/* FALSE: nobody wants to know any more. */
static gboolean
wait_for_next (Lister *lister)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lister->lock);
  gint64 end = g_get_monotonic_time() + (gint64) voice_times.list * 1000;

  while (!lister->quit && g_cond_wait_until (&lister->changed, &lister->lock, end))
    ;
  return !lister->quit;
}

static gpointer
list_thread (gpointer data)
{
  Lister *lister = data;

  if (voice_gst_init (NULL)) {
    do
      give_answer (lister);
    while (wait_for_next (lister));
  }
  lister_unref (lister);
  atomic_fetch_sub (&n_threads, 1);
  return NULL;
}

/* ---- The object ------------------------------------------------------------------------------ */

static gboolean
same_entries (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const Entry *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);

    if (!g_str_equal (x->name, y->name) || !g_str_equal (x->label, y->label))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_answer (gpointer data)
{
  Answer *answer = data;
  g_autoptr (VoiceDevices) self = g_weak_ref_get (&answer->lister->object);
  gboolean same;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  same = self->answered;
  self->answered = TRUE;
  for (guint i = 0; i < VOICE_N_DEVICE_KINDS; i++) {
    GPtrArray *before = self->entries[i];

    same = same && same_entries (before, answer->entries[i]);
    self->entries[i] = answer->entries[i];
    answer->entries[i] = before;
  }
  if (!same)
    g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
voice_devices_dispose (GObject *object)
{
  VoiceDevices *self = VOICE_DEVICES (object);

  if (self->lister != NULL) {
    g_mutex_lock (&self->lister->lock);
    self->lister->quit = TRUE;
    g_cond_signal (&self->lister->changed);
    g_mutex_unlock (&self->lister->lock);
  }
  g_clear_pointer (&self->lister, lister_unref);
  G_OBJECT_CLASS (voice_devices_parent_class)->dispose (object);
}

static void
voice_devices_finalize (GObject *object)
{
  VoiceDevices *self = VOICE_DEVICES (object);

  for (guint i = 0; i < VOICE_N_DEVICE_KINDS; i++)
    g_ptr_array_unref (self->entries[i]);
  G_OBJECT_CLASS (voice_devices_parent_class)->finalize (object);
}

static void
voice_devices_class_init (VoiceDevicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = voice_devices_dispose;
  G_OBJECT_CLASS (klass)->finalize = voice_devices_finalize;
  changed_signal = g_signal_new ("changed", VOICE_TYPE_DEVICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
voice_devices_init (VoiceDevices *self)
{
  for (guint i = 0; i < VOICE_N_DEVICE_KINDS; i++)
    self->entries[i] = g_ptr_array_new_with_free_func (entry_free);
}

static Lister *
lister_new (VoiceDevices *object)
{
  Lister *lister = g_new0 (Lister, 1);

  g_atomic_ref_count_init (&lister->ref_count);
  lister->context = g_main_context_ref_thread_default();
  g_weak_ref_init (&lister->object, object);
  g_mutex_init (&lister->lock);
  g_cond_init (&lister->changed);
  return lister;
}

VoiceDevices *
voice_devices_new (void)
{
  VoiceDevices *self = g_object_new (VOICE_TYPE_DEVICES, NULL);

  if (atomic_load (&n_threads) >= MAX_THREADS)
    return self;
  self->lister = lister_new (self);
  atomic_fetch_add (&n_threads, 1);
  g_thread_unref (g_thread_new ("voice-devices", list_thread, lister_ref (self->lister)));
  return self;
}

guint
voice_devices_get_n (VoiceDevices *self, VoiceDeviceKind kind)
{
  g_return_val_if_fail (VOICE_IS_DEVICES (self), 0);
  g_return_val_if_fail ((guint) kind < VOICE_N_DEVICE_KINDS, 0);

  return self->entries[kind]->len;
}

static const Entry *
get_entry (VoiceDevices *self, VoiceDeviceKind kind, guint index)
{
  g_return_val_if_fail (index < voice_devices_get_n (self, kind), NULL);

  return g_ptr_array_index (self->entries[kind], index);
}

const char *
voice_devices_get_name (VoiceDevices *self, VoiceDeviceKind kind, guint index)
{
  return get_entry (self, kind, index)->name;
}

const char *
voice_devices_get_label (VoiceDevices *self, VoiceDeviceKind kind, guint index)
{
  return get_entry (self, kind, index)->label;
}

guint
voice_devices_get_n_threads (void)
{
  return atomic_load (&n_threads);
}
