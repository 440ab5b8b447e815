/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a battle as lines: all of a replay, the beginning of a save (private to this room).  */
#pragma once

#include "scenario/scenario-lines.h"

G_BEGIN_DECLS

/* An empty one, to be read into.  */
ScenarioReplay *scenario_log_new (void);
/* The world's hash at the last moment that has one; 0 when none has.  */
guint64 scenario_log_last_hash (const ScenarioReplay *log);
void scenario_log_write (ScenarioWriter *writer, const ScenarioReplay *log);

/* What a line of something done is of.  */
typedef enum {
  SCENARIO_LOG_COMMAND,
  SCENARIO_LOG_EDIT,
  SCENARIO_LOG_QUEUE,
  SCENARIO_LOG_ACT,
} ScenarioLogKind;

/* One line of it, as an object that is open, and back.  The moment is the caller's to judge.  */
void scenario_log_write_command (ScenarioWriter *writer, const ScenarioReplayCommand *entry);
void scenario_log_write_hashes (ScenarioWriter *writer, const ScenarioReplayHash *entry);
SimTick scenario_log_read_tick (ScenarioObject *object, const char *name);
ScenarioReplayCommand scenario_log_read_command (ScenarioObject *object, ScenarioLogKind kind);
ScenarioReplayHash scenario_log_read_hashes (ScenarioObject *object);
/* The kind of line that a command is written as: "command", "edit", "queue" or "lesson".  */
const char *scenario_log_kind_of (const ScenarioReplayCommand *entry);

/* A further kind of lines, and who reads them.  */
typedef struct {
  const char *kind;
  void (*read) (ScenarioObject *object, gpointer data);
  gpointer data;
} ScenarioLogOther;

/* Reads all lines; `other` may be NULL.  What is wrong is in the problems of `lines`.  */
void scenario_log_read (ScenarioReplay *log, ScenarioLines *lines, const ScenarioLogOther *other);

G_END_DECLS
