/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson that a battle may carry (member "tutorial" of a scenario): steps, each passed by doing what its goals
 * name.  Immutable, owned by the battle; texts are in the user's language.
 *
 * A goal is only ever about what the handler did or was told: nothing in a lesson asks what is true.  */
#pragma once

#include "orders/orders.h"
#include "picture/picture.h"

G_BEGIN_DECLS

#define SCENARIO_MAX_STEPS 24
#define SCENARIO_MAX_GOALS 8
#define SCENARIO_MOST_TIMES 9

/* What a goal is: constant, name in files.  */
#define SCENARIO_GOAL_LIST(X)                                                                     \
  X (ASKED, "asked")         /* the console has answered `question` */                            \
  X (ORDERED, "ordered")     /* an order with one of `verbs` has come to `state` */               \
  X (TOLD, "told")           /* a report of one of the kinds in `reports` was heard */            \
  X (SAID, "said")           /* a report in the words of `phrase` was heard */                    \
  X (CROSSED, "crossed")     /* two bearings of one voice cross, one of them of this step */                 \
  X (SILENT, "silent")       /* a machine of ours sends no data any more */                       \
  X (OBJECTIVE, "objective") /* `objective` was told to be done */                                \
  X (ENDED, "ended")         /* the battle is over */

typedef enum {
#define X(constant, name) SCENARIO_GOAL_##constant,
  SCENARIO_GOAL_LIST (X)
#undef X
  SCENARIO_N_GOALS
} ScenarioGoalKind;

/* Members that a kind does not name are 0.  */
typedef struct {
  guint8 kind;        /* ScenarioGoalKind */
  guint8 times;       /* so often since the step began, 1 .. SCENARIO_MOST_TIMES */
  guint8 state;       /* SimOrderState */
  guint8 question;    /* as order_phrases_key() counts questions */
  guint8 objective;   /* index */
  guint16 phrase;     /* SimPhrase */
  guint32 verbs;      /* bit n: SimVerb n */
  guint32 reports;    /* bit n: SimReportKind n */
  SimTick enough;     /* ticks after the step began at which it counts as met all the same; 0: never */
} ScenarioGoal;

/* All goals are to be met, in any order.  */
typedef struct {
  char *id;
  char *title;        /* one line */
  char *task;         /* what to do */
  char *reason;       /* why; may be "" */
  char *again;        /* what to do, in other words */
  char *passed;       /* said when it is passed; may be "" */
  SimTick patience;   /* after so long it is said again */
  double speed;       /* the pacing rule goes no faster meanwhile */
  gboolean pauses;    /* the window stops the battle when it begins, until she goes on */
  guint n_goals;      /* 1 .. SCENARIO_MAX_GOALS */
  ScenarioGoal goals[SCENARIO_MAX_GOALS];
} ScenarioStep;

typedef struct {
  GPtrArray *steps;   /* ScenarioStep, 1 .. SCENARIO_MAX_STEPS */
} ScenarioTutorial;

void scenario_tutorial_free (ScenarioTutorial *tutorial);

static inline const ScenarioStep *
scenario_tutorial_step (const ScenarioTutorial *tutorial, guint n)
{
  return (const ScenarioStep *) g_ptr_array_index (tutorial->steps, n);
}

/* ---- What she does to a lesson --------------------------------------------------------------- */

/* Constant, name in files.  Each is logged in replays and journals beside orders, as the battle may go on from it.
 *   asked    the console has answered `question`
 *   misread  a line was neither order nor question
 *   skip     the step is passed over
 *   leave    the lesson rests
 *   rejoin   it goes on where it was left  */
#define SCENARIO_ACT_LIST(X)                                                                      \
  X (ASKED, "asked")                                                                              \
  X (MISREAD, "misread")                                                                          \
  X (SKIP, "skip")                                                                                \
  X (LEAVE, "leave")                                                                              \
  X (REJOIN, "rejoin")

typedef enum {
#define X(constant, name) SCENARIO_ACT_##constant,
  SCENARIO_ACT_LIST (X)
#undef X
  SCENARIO_N_ACTS
} ScenarioActKind;

typedef struct {
  guint8 kind;     /* ScenarioActKind */
  guint8 question; /* of ASKED, else 0 */
} ScenarioAct;

/* How many questions there are.  */
guint scenario_n_questions (void);
/* Whether it is one at all: a kind there is, a question there is, and that of ASKED alone.  */
gboolean scenario_act_is_fit (const ScenarioAct *act);

G_END_DECLS
