/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of her own words comes to be due: promises, and marks that can be given (private to the engine).
 *
 * Found from the lives of her orders as she is told of them.  A promise is due ENGINE_DUE_S before its time is
 * over, or at half of a shorter one: the last moment to keep it or to call it off.  A mark is ready when
 * everyone who has an order prepared for it waits for nothing else and is on no other errand of hers; it
 * is ready again when others have been prepared for it since.  */
#pragma once

#include "sim/sim-types.h"

#include <glib.h>

G_BEGIN_DECLS

#define ENGINE_DUE_S 60

#define ENGINE_MAX_DUES 24
#define ENGINE_MAX_PREPARED 96
#define ENGINE_MAX_ERRANDS 96

typedef struct {
  guint32 order;
  SimTick due;
  guint8 told;
} EngineDue;

/* Somebody with an order prepared for a mark.  */
typedef struct {
  guint32 order;
  guint32 unit; /* index */
  guint8 mark;
} EngineWaiter;

/* Somebody on his way by an order.  */
typedef struct {
  guint32 order;
  guint32 unit;
} EngineErrand;

/* Plain values, saved with the battle.  Of very many the first.  */
typedef struct {
  guint32 n_dues, n_waiters, n_errands;
  EngineDue dues[ENGINE_MAX_DUES];
  EngineWaiter waiters[ENGINE_MAX_PREPARED];
  EngineErrand errands[ENGINE_MAX_ERRANDS];
  guint16 ready; /* a bit for each mark that was told to be ready */
} EnginePrepared;

void engine_prepared_take (EnginePrepared *prepared, const SimOrderChange *change);
/* Has a mark become ready?  Told once; asked when all that changed in a moment was taken.  */
gboolean engine_prepared_is_ready (EnginePrepared *prepared);
/* Has a promise come to be due by `now`?  Told once.  */
gboolean engine_prepared_is_due (EnginePrepared *prepared, SimTick now);

G_END_DECLS
