/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One battle, stepped: world, picture, staff officer and replay log, in one place for the window,
 * the command line and the review.
 *
 * Private to the engine.  Used by one thread at a time, but for engine_core_next_id().  A step is:
 * waiting commands go to the world and into the log; the world steps; its messages go to the
 * picture and into the notes; once a second the staff officer looks and gives orders; every
 * hundred ticks both hashes are noted.  */
#pragma once

#include "engine/engine.h"
#include "engine/engine-result.h"
#include "engine/mailbox.h"
#include "scenario/scenario-truth.h"
#include "sim/sim.h"

G_BEGIN_DECLS

/* Ticks between two pairs of hashes in the log.  */
#define ENGINE_HASH_TICKS 100

typedef struct {
  guint64 seed;
  SimDifficulty difficulty;
  StaffKind staff;
  guint32 staff_without; /* bit n: without the habit n (StaffHabit), to measure its worth */
  gboolean staff_knows_axis; /* as in StaffDef; likewise */
} EngineCoreOptions;

typedef struct _EngineCore EngineCore;

/* NULL with SCENARIO_ERROR_INVALID when the scenario can not be played.  */
EngineCore *engine_core_new (ScenarioBattle *scenario, const EngineCoreOptions *options,
                             GError **error);
void engine_core_free (EngineCore *core);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineCore, engine_core_free)

/* A number for a new order; any thread.  */
guint32 engine_core_next_id (EngineCore *core);

/* Gives an order; it is taken with the next step.  One without an id gets one.  */
void engine_core_submit (EngineCore *core, const SimCommand *command);

/* Does something to her picture by hand, at once and between ticks; FALSE (and nothing in the log) when
 * it can not be done, or the battle is over.  */
gboolean engine_core_edit (EngineCore *core, const PictureEdit *edit);

/* Changes what becomes of an order that waits for air, at the next step, after the orders that are given
 * with it; logged then.  FALSE when it is no fit edit or the battle is over.  */
gboolean engine_core_edit_queue (EngineCore *core, const SimQueueEdit *edit);

/* Does something to the lesson, at once and between ticks; FALSE (and nothing in the log) when there is none, or the
 * battle is over.  */
gboolean engine_core_act (EngineCore *core, const ScenarioAct *act);

/* Advances one tick; FALSE when the battle is finished, which changes nothing.  */
gboolean engine_core_step (EngineCore *core);

/* Steps until the battle is finished or `until` is reached.  */
void engine_core_run (EngineCore *core, SimTick until);

/* What the last step let out.  Valid until the next.  */
const SimMessage *engine_core_messages (EngineCore *core, gsize *n_messages);

SimTick engine_core_tick (EngineCore *core);
gboolean engine_core_is_finished (EngineCore *core);
guint64 engine_core_hash (EngineCore *core);
guint64 engine_core_picture_hash (EngineCore *core);

ScenarioBattle *engine_core_scenario (EngineCore *core);
guint64 engine_core_seed (const EngineCore *core);
SimDifficulty engine_core_difficulty (const EngineCore *core);
/* The truth: for the result, bench and engine-truth only.  */
SimWorld *engine_core_world (EngineCore *core);

void engine_core_fill_view (EngineCore *core, PictureView *view);
/* A new frame as things are; the pace is for the caller to fill in.  */
EngineFrame *engine_core_make_frame (EngineCore *core);
/* The map on her table.  Free with picture_sheet_free().  */
PictureSheet *engine_core_make_sheet (EngineCore *core);

/* From now on keeps what is said and what becomes of orders, for a log; a GArray of SimMessage, owned by the
 * core.  */
const GArray *engine_core_keep_messages (EngineCore *core);

/* The console answered: kept beside what is said, if that is kept.  */
void engine_core_note_notice (EngineCore *core, SimTick tick, const char *text,
                              const SimTarget *bearings);

/* From now on notes the numbers of the staff officer's orders (STAFF), in an array of ScenarioJournalEntry
 * owned by the core, to be emptied by whoever reads it.  */
GArray *engine_core_keep_staff_ids (EngineCore *core);
/* A further order of the staff officer will be numbered so, as it was when it was given first.  */
void engine_core_expect_staff_id (EngineCore *core, guint32 id);

/* What happened so far, for the result.  */
EngineAftermath *engine_core_make_aftermath (EngineCore *core);

/* The log so far, closed with the hashes of this moment.  Free with scenario_replay_free().  */
ScenarioReplay *engine_core_dup_replay (EngineCore *core);

G_END_DECLS
