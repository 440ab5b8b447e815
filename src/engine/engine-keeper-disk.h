/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keeper's disk: the ring, the journals, what is told of them.
 *
 * Private to the engine; the keeper's thread only, but for making and freeing.  */
#pragma once

#include "engine/engine-keeper-private.h"

G_BEGIN_DECLS

typedef enum {
  ENGINE_TIDINGS_CHANGED,
  ENGINE_TIDINGS_SAVED,       /* with the path */
  ENGINE_TIDINGS_SAVE_FAILED, /* with a sentence */
  ENGINE_TIDINGS_FAILED,      /* likewise */
  ENGINE_TIDINGS_RECOVERED,
} EngineTidingsKind;

typedef struct {
  EngineTidingsKind kind;
  char *text; /* (owned) (nullable) */
} EngineTidings;

void engine_tidings_free (EngineTidings *tidings);

typedef struct _EngineDisk EngineDisk;

/* What is to be told goes into `out` (borrowed).  Touches no file.  */
EngineDisk *engine_disk_new (const char *saves_folder, const char *replays_folder, EngineBox *out);
void engine_disk_free (EngineDisk *disk);

/* Sweeps, and looks at what there is.  */
void engine_disk_open (EngineDisk *disk);
/* Does what a parcel asks for.  */
void engine_disk_take (EngineDisk *disk, EngineParcel *parcel);
/* When it wants to be called without a parcel (monotonic), and that call.  */
gint64 engine_disk_next_us (EngineDisk *disk);
void engine_disk_sync_due (EngineDisk *disk);
/* Syncs and closes all.  */
void engine_disk_close (EngineDisk *disk);

G_END_DECLS
