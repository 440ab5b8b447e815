/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what the worker lets out on the thread of the window, between its frames.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gboolean (*is_ready) (gpointer data); /* there is something to take */
  gboolean (*take) (gpointer data);     /* FALSE: never again */
} EnginePumpFuncs;

/* (transfer full): a source for the thread's default context, attached.  `data` (borrowed) has to stay until it is destroyed.  */
GSource *engine_pump_new (const EnginePumpFuncs *funcs, gpointer data);

/* From `from_us` to `until_us` (monotonic, microseconds) nothing is taken.  */
void engine_pump_hold (GSource *pump, gint64 from_us, gint64 until_us);

G_END_DECLS
