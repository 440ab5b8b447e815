/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The third check: typed readers with ranges (for this room and `campaign`).
 *
 * This is the one place that touches json-glib's accessors, which abort or lie on a wrong type (a
 * test keeps them here).  A reader never stops at a problem: it lists it with its place, answers
 * with something usable, and goes on, so that one run names all that is wrong with a file.  Keys
 * are known by being asked for; what nobody asked for is an error with "did you mean".  */
#pragma once

#include "scenario/scenario-problems.h"

G_BEGIN_DECLS

/* ---- A text -------------------------------------------------------------------------------- */

typedef struct _ScenarioDocument ScenarioDocument;
typedef struct _ScenarioGateLimits ScenarioGateLimits; /* scenario-gate.h */
typedef struct _ScenarioTable ScenarioTable;           /* scenario-table.h */

/* Gate and parser.  NULL when the text can not be read on; `problems` (borrowed, it must live as
 * long as the document) says why.  */
ScenarioDocument *scenario_document_new (const char *bytes, gsize length,
                                         const ScenarioGateLimits *limits, guint first_line,
                                         GPtrArray *problems);
void scenario_document_free (ScenarioDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioDocument, scenario_document_free)

const ScenarioTable *scenario_document_table (const ScenarioDocument *document);

/* ---- Values -------------------------------------------------------------------------------- */

/* A value somewhere in a document; by value, lives as long as the document.  */
typedef struct {
  ScenarioDocument *document; /* NULL: there is none, and its problem is listed or it may lack */
  gpointer node;              /* JsonNode, private to the reader */
  guint entry;
} ScenarioValue;

#define SCENARIO_VALUE_NONE ((ScenarioValue){NULL, NULL, 0})

ScenarioValue scenario_document_root (ScenarioDocument *document);

static inline gboolean
scenario_value_is_some (ScenarioValue value)
{
  return value.document != NULL;
}

/* List a problem at a value; nothing happens for none.  */
void scenario_value_error (ScenarioValue value, const char *code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void scenario_value_warning (ScenarioValue value, const char *code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

typedef enum {
  SCENARIO_VALUE_NULL,
  SCENARIO_VALUE_BOOLEAN,
  SCENARIO_VALUE_NUMBER,
  SCENARIO_VALUE_STRING,
  SCENARIO_VALUE_ARRAY,
  SCENARIO_VALUE_OBJECT,
} ScenarioValueKind;

/* NULL kind for none.  */
ScenarioValueKind scenario_value_kind (ScenarioValue value);

/* The value as what it must be; a problem and a usable answer (low, "", the first choice) when it
 * is not.  Lengths are characters.  A whole number may be written 3 or 3.0.  */
double scenario_value_number (ScenarioValue value, double low, double high);
/* With another answer than `low`: of what other checks lean on, one fault must not make many.  */
double scenario_value_number_else (ScenarioValue value, double low, double high,
                                   double otherwise);
gint64 scenario_value_integer (ScenarioValue value, gint64 low, gint64 high);
gboolean scenario_value_boolean (ScenarioValue value);
/* Any text, borrowed from the document; "" when it is no string.  */
const char *scenario_value_string (ScenarioValue value, guint min, guint max);
/* One line without control characters.  Newly allocated.  */
char *scenario_value_line (ScenarioValue value, guint min, guint max);
/* As above, but lines may end.  */
char *scenario_value_text (ScenarioValue value, guint min, guint max);
/* Lower-case words joined by '-', at most 31 characters.  Newly allocated.  */
char *scenario_value_id (ScenarioValue value);
/* Which of `n_names` the string is; 0 and a problem with "did you mean" when none.  */
guint scenario_value_choice (ScenarioValue value, const char *const *names, guint n_names);
/* The same with -1 when none: for what decides which other keys there may be.  */
int scenario_value_try_choice (ScenarioValue value, const char *const *names, guint n_names);
/* Sixteen lower-case hexadecimal digits.  */
guint64 scenario_value_hex64 (ScenarioValue value);

/* ---- Arrays -------------------------------------------------------------------------------- */

typedef struct {
  ScenarioValue value;
  guint n;
} ScenarioArray;

/* Elements of an array of `min` to `max`; n is 0 when it is no array.  */
ScenarioArray scenario_value_array (ScenarioValue value, guint min, guint max);
ScenarioValue scenario_array_get (const ScenarioArray *array, guint n);

/* ---- Objects ------------------------------------------------------------------------------- */

#define SCENARIO_MAX_KEYS 512

/* An object being read.  Between begin and end its members are asked for by name; end lists those
 * that nobody asked for.  */
typedef struct {
  ScenarioValue value;
  const char *asked[SCENARIO_MAX_KEYS]; /* static strings */
  guint n_asked;
} ScenarioObject;

/* FALSE when it is no object; members may still be asked for (none is there, none is missed).  */
gboolean scenario_object_begin (ScenarioObject *object, ScenarioValue value);
void scenario_object_end (ScenarioObject *object);

/* A member, or none; `name` is static.  Require lists a missing one.  */
ScenarioValue scenario_object_get (ScenarioObject *object, const char *name);
ScenarioValue scenario_object_require (ScenarioObject *object, const char *name);

/* Members that may lack, with what they are then.  */
double scenario_object_number_or (ScenarioObject *object, const char *name, double low,
                                  double high, double value);
gint64 scenario_object_integer_or (ScenarioObject *object, const char *name, gint64 low,
                                   gint64 high, gint64 value);
gboolean scenario_object_boolean_or (ScenarioObject *object, const char *name, gboolean value);
guint scenario_object_choice_or (ScenarioObject *object, const char *name,
                                 const char *const *names, guint n_names, guint value);

/* Members of an object whose keys are data (a map): how many, and the n-th by key.  */
guint scenario_value_n_members (ScenarioValue value, guint max);
ScenarioValue scenario_value_nth_member (ScenarioValue value, guint n, const char **key);
/* As scenario_value_error(), but at the member's key.  */
void scenario_value_key_error (ScenarioValue value, const char *code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The value that an RFC 6901 pointer names, or none.  */
ScenarioValue scenario_document_find (ScenarioDocument *document, const char *pointer);

/* ---- The head of a file -------------------------------------------------------------------- */

/* Asks for `format` and `version` and checks them; FALSE when the rest should not be read.  */
gboolean scenario_object_read_head (ScenarioObject *object, const char *format, gint64 version);

/* The name that is near enough to the word to have been meant, or NULL.  */
const char *scenario_nearest (const char *word, const char *const *names, guint n_names);
/* The message (taken) with “did you mean” where one of the names is near.  Newly allocated.  */
char *scenario_did_you_mean (char *message, const char *word, const char *const *names,
                             guint n_names);

G_END_DECLS
