/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine-pump.h"

/* The priority of GTK's redraw (GDK_PRIORITY_REDRAW), so that both get their turn in each
 * iteration: above it the battle could starve the frame clock, below it the other way round.  */
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 20)

typedef struct {
  GSource source;
  EnginePumpFuncs funcs;
  gpointer data; /* (borrowed) */
  gint64 held_from_us, held_until_us;
} Pump;

/* For how long nothing is taken yet, microseconds.  */
static gint64
held_us (const Pump *self)
{
  gint64 now = g_get_monotonic_time ();

  return now >= self->held_from_us && now < self->held_until_us ? self->held_until_us - now : 0;
}

static gboolean
pump_prepare (GSource *source, int *timeout)
{
  Pump *self = (Pump *) source;
  gint64 held;

  *timeout = -1;
  if (!self->funcs.is_ready (self->data))
    return FALSE;
  held = held_us (self);
  if (held > 0)
    *timeout = (int) MIN (held / 1000 + 1, G_MAXINT);
  return held == 0;
}

static gboolean
pump_check (GSource *source)
{
  Pump *self = (Pump *) source;

  return self->funcs.is_ready (self->data) && held_us (self) == 0;
}

static gboolean
pump_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  Pump *self = (Pump *) source;

  return self->funcs.take (self->data) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static GSourceFuncs source_funcs = {
    .prepare = pump_prepare,
    .check = pump_check,
    .dispatch = pump_dispatch,
};

GSource *
engine_pump_new (const EnginePumpFuncs *funcs, gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  GSource *source = g_source_new (&source_funcs, sizeof (Pump));

  ((Pump *) source)->funcs = *funcs;
  ((Pump *) source)->data = data;
  g_source_set_name (source, "battle pump");
  g_source_set_priority (source, PRIORITY);
  g_source_attach (source, context);
  return source;
}

void
engine_pump_hold (GSource *pump, gint64 from_us, gint64 until_us)
{
  ((Pump *) pump)->held_from_us = from_us;
  ((Pump *) pump)->held_until_us = until_us;
}
