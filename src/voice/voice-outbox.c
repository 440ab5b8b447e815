/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-outbox.h"

struct _VoiceOutbox {
  gatomicrefcount ref_count;
  GMainContext *context; /* (owned) */
  VoiceOutboxFunc func;
  gpointer user_data;

  GMutex lock;   /* protects the rest */
  GQueue events; /* (owned) of VoiceEvent */
  VoiceLevels levels;
  gboolean has_levels;
  GSource *source; /* (owned) (nullable) waits to deliver */
  gboolean closed;
};

static void
event_free (gpointer data)
{
  VoiceEvent *event = data;

  g_free (event->text);
  g_free (event);
}

VoiceOutbox *
voice_outbox_new (GMainContext *context, VoiceOutboxFunc func, gpointer user_data)
{
  VoiceOutbox *outbox = g_new0 (VoiceOutbox, 1);

  g_atomic_ref_count_init (&outbox->ref_count);
  outbox->context = g_main_context_ref (context);
  outbox->func = func;
  outbox->user_data = user_data;
  g_mutex_init (&outbox->lock);
  g_queue_init (&outbox->events);
  return outbox;
}

VoiceOutbox *
voice_outbox_ref (VoiceOutbox *outbox)
{
  g_atomic_ref_count_inc (&outbox->ref_count);
  return outbox;
}

void
voice_outbox_unref (VoiceOutbox *outbox)
{
  if (!g_atomic_ref_count_dec (&outbox->ref_count))
    return;
  g_queue_clear_full (&outbox->events, event_free);
  g_mutex_clear (&outbox->lock);
  g_main_context_unref (outbox->context);
  g_free (outbox);
}

/* (transfer full) (nullable): the next event; the levels come after everything else. */
static VoiceEvent *
take_event (VoiceOutbox *outbox)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&outbox->lock);
  VoiceEvent *event;

  if (outbox->closed)
    return NULL;
  event = g_queue_pop_head (&outbox->events);
  if (event == NULL && outbox->has_levels) {
    event = g_new0 (VoiceEvent, 1);
    event->kind = VOICE_EVENT_LEVELS;
    event->levels = outbox->levels;
    outbox->has_levels = FALSE;
  }
  return event;
}

static gboolean
deliver (gpointer data)
{
  VoiceOutbox *outbox = data;
  VoiceEvent *event;

  /* First, so that an event that comes meanwhile asks for another delivery. */
  g_mutex_lock (&outbox->lock);
  g_clear_pointer (&outbox->source, g_source_unref);
  g_mutex_unlock (&outbox->lock);

  while ((event = take_event (outbox)) != NULL) {
    outbox->func (event, outbox->user_data);
    event_free (event);
  }
  return G_SOURCE_REMOVE;
}

static void
unref_outbox (gpointer data)
{
  voice_outbox_unref (data);
}

/* (lock) Not g_main_context_invoke(): that would run it here when nobody owns the context. */
static void
ask_for_delivery (VoiceOutbox *outbox)
{
  if (outbox->source != NULL)
    return;
  outbox->source = g_idle_source_new();
  g_source_set_priority (outbox->source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (outbox->source, "[voice] events");
  g_source_set_callback (outbox->source, deliver, voice_outbox_ref (outbox), unref_outbox);
  g_source_attach (outbox->source, outbox->context);
}

/* (transfer full) event */
static void
push (VoiceOutbox *outbox, VoiceEvent *event)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&outbox->lock);

  if (outbox->closed) {
    event_free (event);
    return;
  }
  g_queue_push_tail (&outbox->events, event);
  ask_for_delivery (outbox);
}

void
voice_outbox_push (VoiceOutbox *outbox, VoiceEventKind kind, guint64 id, gboolean completed,
                   const char *text)
{
  VoiceEvent *event = g_new0 (VoiceEvent, 1);

  event->kind = kind;
  event->id = id;
  event->completed = completed;
  event->text = g_strdup (text);
  push (outbox, event);
}

void
voice_outbox_push_left_out (VoiceOutbox *outbox, guint64 id, VoiceReason reason)
{
  VoiceEvent *event = g_new0 (VoiceEvent, 1);

  event->kind = VOICE_EVENT_LEFT_OUT;
  event->id = id;
  event->reason = reason;
  push (outbox, event);
}

void
voice_outbox_push_placed (VoiceOutbox *outbox, guint64 id, const VoicePlace *place)
{
  VoiceEvent *event = g_new0 (VoiceEvent, 1);

  event->kind = VOICE_EVENT_PLACED;
  event->id = id;
  event->place = *place;
  push (outbox, event);
}

void
voice_outbox_push_levels (VoiceOutbox *outbox, const VoiceLevels *levels)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&outbox->lock);

  if (outbox->closed)
    return;
  outbox->levels = *levels;
  outbox->has_levels = TRUE;
  ask_for_delivery (outbox);
}

void
voice_outbox_close (VoiceOutbox *outbox)
{
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&outbox->lock);
  outbox->closed = TRUE;
  source = g_steal_pointer (&outbox->source);
  g_mutex_unlock (&outbox->lock);
  /* Without the lock: destroying it may drop the last reference of the outbox. */
  if (source != NULL)
    g_source_destroy (source);
}
