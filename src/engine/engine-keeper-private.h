/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What battles hand to the keeper.  Any thread.  */
#pragma once

#include "engine/engine-keeper.h"
#include "engine/mailbox.h"
#include "scenario/scenario-journal.h"

G_BEGIN_DECLS

typedef enum {
  ENGINE_PARCEL_AUTOSAVE, /* and a journal of its own from then on */
  ENGINE_PARCEL_SAVE,     /* to `path` */
  ENGINE_PARCEL_ENTRIES,  /* for the journal */
  ENGINE_PARCEL_REPLAY,   /* of the battle as far as it went */
  ENGINE_PARCEL_CLOSE,    /* no more of this battle */
} EngineParcelKind;

typedef struct {
  EngineParcelKind kind;
  gint64 begun_us;        /* of which battle: ScenarioSession */
  ScenarioSave *save;     /* (owned) (nullable) */
  char *path;             /* (owned) (nullable) */
  GArray *entries;        /* (owned) (nullable) ScenarioJournalEntry */
  ScenarioReplay *replay; /* (owned) (nullable) */
} EngineParcel;

void engine_parcel_free (EngineParcel *parcel);

/* Where parcels are put; lives as long as the keeper.  */
EngineBox *engine_keeper_get_box (EngineKeeper *keeper);

G_END_DECLS
