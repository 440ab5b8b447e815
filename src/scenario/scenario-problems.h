/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of problems of a file (for this room and `campaign`).  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

/* Codes of problems.  A file that the schema accepts is refused only with the first six: the
 * schemas name them, and a test holds both sides to that.  */
#define SCENARIO_CODE_SYNTAX        "syntax"        /* not RFC 8259, not UTF-8 */
#define SCENARIO_CODE_DUPLICATE_KEY "duplicate-key"
#define SCENARIO_CODE_LIMIT         "limit"         /* bytes of the file or of a string */
#define SCENARIO_CODE_REFERENCE     "reference"     /* an id that nothing has, or two things have */
#define SCENARIO_CODE_POSITION      "position"      /* off the map */
#define SCENARIO_CODE_ORDER         "order-in-time" /* moments that contradict each other */
#define SCENARIO_CODE_FORMAT        "format"
#define SCENARIO_CODE_VERSION       "version"
#define SCENARIO_CODE_UNKNOWN_KEY   "unknown-key"
#define SCENARIO_CODE_MISSING_KEY   "missing-key"
#define SCENARIO_CODE_TYPE          "type"
#define SCENARIO_CODE_RANGE         "range"  /* of a number */
#define SCENARIO_CODE_LENGTH        "length" /* of a string or array */
#define SCENARIO_CODE_CHOICE        "choice" /* none of the words that may stand here */
#define SCENARIO_CODE_TEXT          "text"   /* not written as it has to be */
#define SCENARIO_CODE_CHECKSUM      "checksum"
#define SCENARIO_CODE_TRUNCATED     "truncated"
/* Of warnings: it can be played, but hardly as it was meant.  */
#define SCENARIO_CODE_NO_ROUTE      "no-route"
#define SCENARIO_CODE_NO_RIVER      "no-river"

/* Problems beyond this many are counted in one last entry, not listed: a hostile file has no
 * claim on memory.  */
#define SCENARIO_MAX_PROBLEMS 1000

/* Appends a problem; `code` is static.  Pointer and message are cleaned of what is not plain and
 * cut when they are very long.  */
void scenario_problem_add (GPtrArray *problems, ScenarioLevel level, guint line, guint column,
                           const char *pointer, const char *code, const char *format, ...)
    G_GNUC_PRINTF (7, 8);

/* FALSE for what no name or message may hold: control characters, line and paragraph separators,
 * and the marks that reorder the text around them.  */
gboolean scenario_is_plain (gunichar character);

/* Sorts by line and column, keeping the order of those at one place.  */
void scenario_problems_sort (GPtrArray *problems);

/* Sets `error` to the first error of the list, with the file's name, its place, and how many more
 * there are.  */
void scenario_problems_to_error (GPtrArray *problems, const char *path, GError **error);

G_END_DECLS
