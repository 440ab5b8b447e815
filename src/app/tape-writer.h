/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the index of one tape, on a thread of its own: nobody waits for the disk.
 *
 * It makes room among the tapes and a folder for this one, writes lines as they are handed over, and looks
 * now and then whether the tapes have grown beyond their bound.  Main thread only; what happens is told there.  */
#pragma once

#include "scenario/scenario-tape.h"

G_BEGIN_DECLS

typedef struct _TapeWriter TapeWriter;

typedef struct {
  /* The folder is there, for the sound.  Once at most.  */
  void (*ready) (const char *folder, gpointer user_data);
  /* Nothing is written any more; `message` says why.  Once at most.  */
  void (*failed) (const char *message, gpointer user_data);
} TapeWriterEvents;

/* `bytes`: what all tapes together may have.  The head is copied.  */
TapeWriter *tape_writer_new (const ScenarioTapeHead *head, guint64 bytes,
                             const TapeWriterEvents *events, gpointer user_data);
/* (transfer full) line: as scenario_tape_write_said() and its relatives make it.  */
void tape_writer_add (TapeWriter *writer, char *line);
/* What was handed over is still written; no event comes.  With `wait` at most a second is waited for that.  */
void tape_writer_finish (TapeWriter *writer, gboolean wait);

G_END_DECLS
