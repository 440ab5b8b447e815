/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of a tape: who said what, when, and where that is on the tape.
 *
 * A tape is a folder: tape.h1tape, which is this, and the sound in segments, 0001.ogg and so on.  The index
 * grows while the battle is played, line by line, so that a crash costs its last line at most.  Line 1 says
 * which battle it is; what follows tells of transmissions: said, then its place on the tape or why it is not
 * there, then ended.  Words are as in captions, plain text and never markup.
 *
 * Any thread; reads and writes files, so not the main one.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

#define SCENARIO_TAPE_INDEX "tape.h1tape"
#define SCENARIO_TAPE_TEXT  4096 /* characters of a caption */

/* Why something is not on the tape: constant, name in the file, in the order of the voice's reasons.  */
#define SCENARIO_TAPE_REASON_LIST(X)                                                              \
  X (NONE, "none")                                                                                \
  X (MUTED, "muted")         /* the speaker alone */                                              \
  X (THINNED, "thinned")     /* by the speed of the battle */                                     \
  X (REPEATED, "repeated")                                                                        \
  X (REPLACED, "replaced")   /* by newer words */                                                 \
  X (EXPIRED, "expired")                                                                          \
  X (OVERFLOW, "overflow")                                                                        \
  X (PREEMPTED, "preempted") /* by graver words */                                                \
  X (OVERRAN, "overran")     /* cut off, for the next one spoke */                                \
  X (REQUESTED, "requested") /* cut off on the air */                                             \
  X (NO_SOUND, "no-sound")                                                                        \
  X (NO_SPEECH, "no-speech")

typedef enum {
#define X(constant, name) SCENARIO_TAPE_##constant,
  SCENARIO_TAPE_REASON_LIST (X)
#undef X
  SCENARIO_TAPE_N_REASONS
} ScenarioTapeReason;

typedef enum {
  SCENARIO_TAPE_BY_PILOT,
  SCENARIO_TAPE_BY_HANDLER,
  SCENARIO_TAPE_BY_DESK,
  SCENARIO_TAPE_N_SPEAKERS
} ScenarioTapeBy;

/* Line 1.  */
typedef struct {
  char *scenario;  /* id, or the path of a file */
  char *title;
  guint64 seed;    /* at most 2^53 - 1 */
  gint64 begun_us; /* of the tape, microseconds since 1970 */
  guint clock_s;   /* the battle's own clock at its tick 0: seconds of the day */
  SimTick tick;    /* of the battle, when the tape begins */
} ScenarioTapeHead;

/* One transmission, as far as the index tells.  */
typedef struct {
  guint64 id;      /* from 1 on, rising */
  SimTick tick;
  ScenarioTapeBy by;
  char *speaker;   /* as shown */
  int machine;     /* index in the squadron; -1: none */
  SimAirClass air_class;
  char *event;     /* name of the phrase: "contact" */
  char *text;      /* the caption, ▒ where words were lost */
  guint air_ms;
  gboolean ended;  /* the three below are known */
  SimTick end;
  guint n_lost;    /* stretches that the link swallowed */
  gboolean cut;
  guint segment;   /* on the tape, from 1; 0: it is not there */
  guint at_ms;     /* within the segment */
  guint tape_ms;   /* within the whole tape */
  guint length_ms; /* unless cut */
  ScenarioTapeReason unheard; /* why it is not there, or not whole */
} ScenarioTapeLine;

void scenario_tape_line_free (ScenarioTapeLine *line);

/* ---- Writing ------------------------------------------------------------------------------- */

/* Each makes one line, ended by a newline; newly allocated.  Texts are brought into the bounds that the
 * reader has.  */
char *scenario_tape_write_head (const ScenarioTapeHead *head);
char *scenario_tape_write_said (const ScenarioTapeLine *line);
char *scenario_tape_write_sound (const ScenarioTapeLine *line);
char *scenario_tape_write_unheard (const ScenarioTapeLine *line);
char *scenario_tape_write_ended (const ScenarioTapeLine *line);
/* The last: the battle was left or over, or `why` (a line of text) the tape could not go on.  */
char *scenario_tape_write_end (SimTick tick, const char *why);

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
  ScenarioTapeHead head;
  GPtrArray *lines; /* ScenarioTapeLine, in the order said */
  gboolean ended;
  SimTick end;      /* of the last line */
  char *why;        /* (nullable) why it could not go on */
} ScenarioTape;

void scenario_tape_free (ScenarioTape *tape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioTape, scenario_tape_free)

/* All that stands before the first fault, which is listed: an error, or a warning for a last line that was cut
 * off, as a crash leaves it.  NULL when not even line 1 is sound, or with SCENARIO_ERROR_READ.  */
ScenarioTape *scenario_tape_read (const char *path, GPtrArray *problems, GError **error);

/* The battle's clock at a tick: "05:47:12".  Newly allocated.  */
char *scenario_tape_format_clock (const ScenarioTape *tape, SimTick tick);

/* Words as searched: normalised and without case.  Newly allocated.  */
char *scenario_tape_fold (const char *text);
/* Whether speaker or words of the line have all words of a folded text somewhere.  */
gboolean scenario_tape_line_has (const ScenarioTapeLine *line, const char *folded);

/* The captions of what lies in [from_ms, from_ms + length_ms) of the tape (0: to its end) as WebVTT, with
 * times from its beginning on.  Newly allocated.  */
char *scenario_tape_captions (const ScenarioTape *tape, guint from_ms, guint length_ms);

/* ---- The folder of tapes ------------------------------------------------------------------- */

/* $XDG_DATA_HOME/handler-one/tapes; newly allocated.  */
char *scenario_tapes_folder (void);
/* Makes a folder for a new tape in it, "2025-06-11-101512-training-7", and the folder itself.  Newly allocated;
 * SCENARIO_ERROR_READ.  */
char *scenario_tapes_make_folder (const char *tapes, const ScenarioTapeHead *head, GError **error);

/* One tape of the folder.  */
typedef struct {
  char *folder;
  guint64 bytes;
  ScenarioTape *tape; /* NULL: nothing of the index can be read */
  char *problem;      /* (nullable) what is wrong with it */
} ScenarioTapeFound;

void scenario_tape_found_free (ScenarioTapeFound *found);
/* GPtrArray of ScenarioTapeFound, the newest first.  */
GPtrArray *scenario_tapes_find (const char *tapes);
/* Removes a tape's index and segments, and its folder when nothing else is in it.  SCENARIO_ERROR_READ.  */
gboolean scenario_tapes_remove (const char *folder, GError **error);
/* Removes the oldest tapes until all together have at most so many bytes; never `keep`.  FALSE when that alone
 * has more.  */
gboolean scenario_tapes_make_room (const char *tapes, guint64 bytes, const char *keep);

G_END_DECLS
