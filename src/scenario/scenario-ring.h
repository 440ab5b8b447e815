/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ring of autosaves: saves/autosave-1.h1save to -8.h1save, each with its journal beside it.
 *
 * Several programs may write one ring: a lock file in the folder keeps them apart.  A ring object is
 * used by one thread at a time; any thread.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

#define SCENARIO_RING_SLOTS 8

/* What lies in one place of the ring.  */
typedef struct {
  gboolean there;
  gboolean good;  /* read whole, every checksum right */
  gboolean hidden; /* the system does not let it be read: what it is nobody knows */
  gboolean ended; /* its journal says that the battle was over */
  ScenarioSession session; /* where not good: what can be made out, else all 0 */
  SimTick tick;            /* that save and journal reach */
  char *problem;           /* (owned) (nullable) why not good; or what is wrong with its journal */
  gint64 seen[3];          /* of the file that was read: inode, size, time of its last change */
} ScenarioRingSlot;

typedef struct {
  char *folder;
  ScenarioRingSlot slots[SCENARIO_RING_SLOTS];
} ScenarioRing;

/* $XDG_DATA_HOME/handler-one/saves and /replays.  Newly allocated.  */
char *scenario_saves_folder (void);
char *scenario_replays_folder (void);

ScenarioRing *scenario_ring_new (const char *folder);
void scenario_ring_free (ScenarioRing *ring);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioRing, scenario_ring_free)

/* Slots are counted from 0, files from 1.  Newly allocated.  */
char *scenario_ring_save_path (const ScenarioRing *ring, guint slot);
char *scenario_ring_journal_path (const ScenarioRing *ring, guint slot);
/* That of the journal beside a save: its name with another ending.  */
char *scenario_journal_path_of (const char *save_path);

/* Looks at the folder; files that have not changed since are not read again.  */
void scenario_ring_read (ScenarioRing *ring);
/* Where the next is written: a free slot, else a damaged one, else the oldest of battles that are over,
 * else the oldest that is not the last of its battle, else the oldest.  Never the newest good one, and a
 * hidden one only when there is nothing else: then it must not be.  */
guint scenario_ring_choose (const ScenarioRing *ring);
/* The newest good one of a battle that is not over, but for the slots in the bit set `without`; -1: none.  */
int scenario_ring_newest (const ScenarioRing *ring, guint without);

/* Numbers the save, writes it and reads it again.  FALSE with SCENARIO_ERROR: then all good ones are as they
 * were.  */
gboolean scenario_ring_write (ScenarioRing *ring, ScenarioSave *save, guint *slot, GError **error);
/* Removes what writers that were killed left behind in a folder of saves or replays.  */
void scenario_ring_sweep (const char *folder);

G_END_DECLS
