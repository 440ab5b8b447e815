/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the core share.  */
#pragma once

#include "engine/engine-comms.h"
#include "engine/engine-core.h"
#include "engine/engine-pacing.h"
#include "engine/engine-quality.h"
#include "scenario/scenario-journal.h"

G_BEGIN_DECLS

struct _EngineCore {
  ScenarioBattle *scenario; /* (owned) */
  SimWorld *world;          /* (owned) */
  Picture *picture;         /* (owned) */
  Staff *staff;             /* (owned) (nullable) */
  PictureSheet *sheet;      /* (owned) (nullable) the staff officer's map */
  PictureView *staff_view;  /* (owned) (nullable) what the staff officer sees */
  Tutor *tutor;             /* (owned) (nullable) */
  PictureView *tutor_view;  /* (owned) (nullable) what the tutor sees */
  ScenarioReplay *replay;   /* (owned) the log */
  GArray *waiting;          /* (owned) SimCommand, not yet taken by the world */
  GArray *queue_edits;      /* (owned) SimQueueEdit, not yet taken by the world */
  GArray *heard;            /* (owned) SimMessage since the staff officer last looked */
  GArray *notes;            /* (owned) EngineNote */
  GArray *kept;             /* (owned) (nullable) SimMessage, for a log; no state */
  GArray *recent;           /* (owned) (nullable) SimMessage, told within ENGINE_RECENT_S; no state */
  GArray *notices;          /* (owned) (nullable) EngineNotice, beside those; no state */
  GArray *staff_ids;        /* (owned) guint32: what the staff officer's next orders are numbered */
  GArray *drawn_ids;        /* (owned) (nullable) ScenarioJournalEntry: what they were */
  EnginePacing pacing;
  EngineQuality quality;    /* for the result alone */
  EngineQualityRoom room;
  EngineCounter ids;        /* (atomic) */
  guint n_objectives;
  SimObjectiveChange objectives[SIM_MAX_OBJECTIVES]; /* as announced */
  gboolean types_met[SIM_MAX_TYPES + 1];             /* last: type not made out */
};

/* Hands the waiting edits of the air queue to the world as far as it takes them, and logs those (engine-queue.c).  */
void engine_core_submit_queue_edits (EngineCore *core);
/* Puts into a view what waits for the next step: it stands still while the battle is paused.  */
void engine_core_foresee_queue (EngineCore *core, PictureView *view);

/* Makes the tutor of a battle that has a lesson (engine-lesson.c).  */
void engine_core_begin_lesson (EngineCore *core);
/* After a step of the battle.  */
void engine_core_ask_tutor (EngineCore *core);
/* Puts into a frame how far the lesson is, and lets the pace follow.  */
void engine_core_fill_lesson (EngineCore *core, EngineFrame *frame);

/* Notes the hashes of a tick anew, if they were noted: they are those after what was done in it.  */
void engine_core_note_hashes_again (EngineCore *core);

/* Keeps what the result will tell of a message.  */
void engine_core_take_note (EngineCore *core, const SimMessage *message);

G_END_DECLS
