/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first of three checks: bytes, before any parser sees them (private to this room).
 *
 * It takes RFC 8259 texts alone, in valid UTF-8, without NUL (nor \u0000), lone surrogates,
 * duplicate keys, or anything beyond the limits, and it never recurses.  What follows may trust
 * that a text holds nothing that a JSON library would cut, wrap, saturate or choke on.  */
#pragma once

#include "scenario/scenario-problems.h"
#include "scenario/scenario-table.h"

G_BEGIN_DECLS

#define SCENARIO_GATE_DEPTH   32 /* arrays and objects around a value, itself included */
#define SCENARIO_GATE_INTEGER G_GINT64_CONSTANT (9007199254740991) /* 2^53 - 1 */

struct _ScenarioGateLimits {
  gsize bytes;   /* of a text */
  guint members; /* of an object */
  guint string;  /* bytes of a string, decoded */
};
typedef struct _ScenarioGateLimits ScenarioGateLimits;

/* Of one text that is a whole file, of rules (which have many numbers), and of one line of a save or
 * replay.  */
extern const ScenarioGateLimits scenario_gate_file;
extern const ScenarioGateLimits scenario_gate_rules;
extern const ScenarioGateLimits scenario_gate_line;

/* Of whole files, by format.  */
#define SCENARIO_GATE_FILE_BYTES   (4 * 1024 * 1024)
#define SCENARIO_GATE_SAVE_BYTES   (64 * 1024 * 1024)
#define SCENARIO_GATE_REPLAY_BYTES (16 * 1024 * 1024)

/* Checks `length` bytes (NUL-terminated, as g_file_get_contents() has them) whose first line has
 * the number `first_line`; adds what is wrong to `problems`.  Returns the table of places, or
 * NULL when nothing may read the text.  With a table there may still be problems (a key given
 * twice, a number or string too big): their entries are marked faulty, and the rest can be read
 * to list all problems at once.  */
ScenarioTable *scenario_gate_check (const char *bytes, gsize length,
                                    const ScenarioGateLimits *limits, guint first_line,
                                    GPtrArray *problems);

G_END_DECLS
