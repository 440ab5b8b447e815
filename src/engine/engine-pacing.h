/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a battle asks something of the handler (design: play, "decision point").
 *
 * Private to the engine.  Counted from what she hears, in battle time: a new contact, a loss, a
 * machine that runs low, someone acting unasked, an objection, an order that waits for a lull or
 * for trust, a message of the desk.  A gap is in contact when the enemy was heard of within the
 * half minute before it or during it.  */
#pragma once

#include "sim/sim-types.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  SimTick last_decision, last_enemy;
  GArray *contact_gaps, *quiet_gaps; /* (owned) of SimTick */
} EnginePacing;

void engine_pacing_init (EnginePacing *pacing);
void engine_pacing_clear (EnginePacing *pacing);
/* `to` is initialised; it becomes a copy.  */
void engine_pacing_copy (EnginePacing *to, const EnginePacing *from);

void engine_pacing_take (EnginePacing *pacing, const SimMessage *message);

/* Nine gaps of ten are no longer than this, in seconds; NaN: there was none.  */
double engine_pacing_p90_s (const GArray *gaps);

G_END_DECLS
