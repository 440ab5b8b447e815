/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keeper's face to the main thread, and its thread.  What it writes is in engine-keeper-disk.c.  */
#include "engine/engine-keeper-private.h"

#include "engine/engine-keeper-disk.h"
#include "scenario/scenario-ring.h"

struct _EngineKeeper {
  GObject parent_instance;

  GThread *thread;  /* (owned) NULL once closed */
  EngineBox *in;    /* (owned) EngineParcel, to the thread */
  EngineBox *out;   /* (owned) EngineTidings, from it */
  EngineDisk *disk; /* (owned) (thread) */
  GSource *pump;    /* (owned) NULL once closed */
};

G_DEFINE_FINAL_TYPE (EngineKeeper, engine_keeper, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_RECOVERED,
  SIGNAL_SAVED,
  SIGNAL_SAVE_FAILED,
  SIGNAL_FAILED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

void
engine_parcel_free (EngineParcel *parcel)
{
  g_clear_pointer (&parcel->save, scenario_save_free);
  g_clear_pointer (&parcel->entries, g_array_unref);
  g_clear_pointer (&parcel->replay, scenario_replay_free);
  g_free (parcel->path);
  g_free (parcel);
}

EngineBox *
engine_keeper_get_box (EngineKeeper *self)
{
  return self->in;
}

/* ---- The thread ---------------------------------------------------------------------------- */

static gpointer
keeper_main (gpointer data)
{
  EngineKeeper *self = data;
  gboolean closed = FALSE;

  engine_disk_open (self->disk);
  while (!closed) {
    EngineParcel *parcel = engine_box_take (self->in, engine_disk_next_us (self->disk), &closed);

    if (parcel != NULL) {
      engine_disk_take (self->disk, parcel);
      engine_parcel_free (parcel);
    }
    engine_disk_sync_due (self->disk);
  }
  engine_disk_close (self->disk);
  return NULL;
}

/* ---- What it tells ------------------------------------------------------------------------- */

static void
tell (EngineKeeper *self, const EngineTidings *tidings)
{
  static const guint by_kind[] = {
      [ENGINE_TIDINGS_SAVED] = SIGNAL_SAVED,
      [ENGINE_TIDINGS_SAVE_FAILED] = SIGNAL_SAVE_FAILED,
      [ENGINE_TIDINGS_FAILED] = SIGNAL_FAILED,
  };

  if (tidings->kind == ENGINE_TIDINGS_CHANGED)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  else if (tidings->kind == ENGINE_TIDINGS_RECOVERED)
    g_signal_emit (self, signals[SIGNAL_RECOVERED], 0);
  else
    g_signal_emit (self, signals[by_kind[tidings->kind]], 0, tidings->text);
}

typedef struct {
  GSource source;
  EngineKeeper *keeper; /* borrowed: it destroys the source before it goes */
} Pump;

static gboolean
pump_ready (GSource *source)
{
  return engine_box_has (((Pump *) source)->keeper->out);
}

static gboolean
pump_prepare (GSource *source, int *timeout)
{
  *timeout = -1;
  return pump_ready (source);
}

static gboolean
pump_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_autoptr (EngineKeeper) self = g_object_ref (((Pump *) source)->keeper);
  EngineTidings *tidings = engine_box_take (self->out, 0, NULL);

  if (tidings != NULL)
    tell (self, tidings);
  g_clear_pointer (&tidings, engine_tidings_free);
  return self->pump != NULL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static GSourceFuncs pump_funcs = {
    .prepare = pump_prepare,
    .check = pump_ready,
    .dispatch = pump_dispatch,
};

/* ---- Object -------------------------------------------------------------------------------- */

EngineKeeper *
engine_keeper_new (const char *saves_folder, const char *replays_folder)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  EngineKeeper *self = g_object_new (ENGINE_TYPE_KEEPER, NULL);

  self->in = engine_box_new (NULL, (GDestroyNotify) engine_parcel_free);
  self->out = engine_box_new (context, (GDestroyNotify) engine_tidings_free);
  self->disk = engine_disk_new (saves_folder, replays_folder, self->out);
  self->pump = g_source_new (&pump_funcs, sizeof (Pump));
  ((Pump *) self->pump)->keeper = self;
  g_source_set_name (self->pump, "keeper pump");
  g_source_attach (self->pump, context);
  self->thread = g_thread_new ("keeper", keeper_main, self);
  return self;
}

EngineKeeper *
engine_keeper_new_for_user (void)
{
  g_autofree char *saves = scenario_saves_folder (), *replays = scenario_replays_folder ();

  return engine_keeper_new (saves, replays);
}

void
engine_keeper_close (EngineKeeper *self)
{
  g_return_if_fail (ENGINE_IS_KEEPER (self));

  if (self->thread == NULL)
    return;
  engine_box_close (self->in);
  g_thread_join (g_steal_pointer (&self->thread));
  g_source_destroy (self->pump);
  g_clear_pointer (&self->pump, g_source_unref);
}

static void
engine_keeper_dispose (GObject *object)
{
  engine_keeper_close (ENGINE_KEEPER (object));
  G_OBJECT_CLASS (engine_keeper_parent_class)->dispose (object);
}

static void
engine_keeper_finalize (GObject *object)
{
  EngineKeeper *self = ENGINE_KEEPER (object);

  engine_disk_free (self->disk);
  engine_box_free (self->in);
  engine_box_free (self->out);
  G_OBJECT_CLASS (engine_keeper_parent_class)->finalize (object);
}

static guint
signal_with_text (const char *name, GType type)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       G_TYPE_STRING);
}

static void
engine_keeper_class_init (EngineKeeperClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->dispose = engine_keeper_dispose;
  object_class->finalize = engine_keeper_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_RECOVERED] = g_signal_new ("recovered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = signal_with_text ("saved", type);
  signals[SIGNAL_SAVE_FAILED] = signal_with_text ("save-failed", type);
  signals[SIGNAL_FAILED] = signal_with_text ("failed", type);
}

static void
engine_keeper_init (EngineKeeper *self)
{
}
