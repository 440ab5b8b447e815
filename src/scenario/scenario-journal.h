/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: what was done to a battle since a save was written, line by line as it is done.
 *
 * It lies beside an autosave and only ever grows, so a crash costs its last line at most.  Line 1 says
 * which save it goes on from; each line begins with a seal over itself and all before it, so that what
 * was changed, left out or put in is seen, and what stands before that is still of use.
 *
 * What is done is noted where it reaches the battle, with the moment; played again from the save, with
 * the same staff officer, it makes the same battle.  Any thread; a journal is used by one at a time.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

/* Kinds of entries: constant, name in the file.  The first four are as in replays, but noted when they
 * are given and not when they are taken.  */
#define SCENARIO_JOURNAL_LIST(X)                                                                  \
  X (COMMAND, "command")                                                                          \
  X (EDIT, "edit")                                                                                \
  X (QUEUE, "queue")                                                                              \
  X (ACT, "lesson")                                                                               \
  X (HASHES, "hashes") /* the moment that was reached */                                          \
  X (STAFF, "staff")   /* the number that an order of the staff officer got */                    \
  X (NOTICE, "notice") /* what the console answered */                                            \
  X (CLOCK, "clock")   /* another speed */                                                        \
  X (END, "end")       /* the battle was over */

typedef enum {
#define X(constant, name) SCENARIO_JOURNAL_##constant,
  SCENARIO_JOURNAL_LIST (X)
#undef X
  SCENARIO_JOURNAL_N_KINDS
} ScenarioJournalKind;

typedef struct {
  ScenarioJournalKind kind;
  SimTick tick;                /* before which it was done */
  ScenarioReplayCommand given; /* COMMAND, EDIT, QUEUE, ACT */
  ScenarioReplayHash hashes;   /* HASHES */
  guint32 order;               /* STAFF */
  double speed;                /* CLOCK: 0.5 .. 60 */
  char *text;                  /* (owned) NOTICE: at most SCENARIO_JOURNAL_TEXT characters */
  gboolean moves_bearings;     /* NOTICE: it said that bearings are counted from `bearings` now */
  SimTarget bearings;          /* ranges are checked; that it is in the battle is for the caller */
} ScenarioJournalEntry;

#define SCENARIO_JOURNAL_TEXT 4096

void scenario_journal_entry_clear (ScenarioJournalEntry *entry);
/* A GArray of ScenarioJournalEntry that owns their texts.  */
GArray *scenario_journal_entries_new (void);

/* The save that it goes on from.  */
typedef struct {
  gint64 begun_us;    /* as in ScenarioSession */
  guint number;       /* likewise */
  SimTick tick;
  guint64 state_hash; /* of the world */
} ScenarioJournalHead;

void scenario_journal_head_of (ScenarioJournalHead *head, const ScenarioSave *save);

/* ---- Writing ------------------------------------------------------------------------------- */

#define SCENARIO_JOURNAL_SEAL 16

/* The lines made so far that nobody took, and the seal that the next one stands on.  */
typedef struct {
  GString *lines; /* (owned) */
  char seal[SCENARIO_JOURNAL_SEAL + 1];
} ScenarioJournalWriter;

/* Makes line 1.  */
void scenario_journal_writer_init (ScenarioJournalWriter *writer, const ScenarioJournalHead *head);
void scenario_journal_writer_clear (ScenarioJournalWriter *writer);
void scenario_journal_writer_add (ScenarioJournalWriter *writer, const ScenarioJournalEntry *entry);

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
  ScenarioJournalHead head;
  GArray *entries; /* ScenarioJournalEntry */
} ScenarioJournal;

void scenario_journal_free (ScenarioJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioJournal, scenario_journal_free)

/* All that stands before the first fault, which is listed: an error, or a warning for a last line that
 * was cut off, as a crash leaves it.  NULL when not even line 1 is sound, or with SCENARIO_ERROR_READ.  */
ScenarioJournal *scenario_journal_read (const char *path, GPtrArray *problems, GError **error);

/* Whether an entry says that the battle was over.  */
gboolean scenario_journal_is_ended (const ScenarioJournal *journal);
/* The last moment that it tells of.  */
SimTick scenario_journal_last_tick (const ScenarioJournal *journal);

G_END_DECLS
