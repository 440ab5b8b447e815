/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sub-commands share: exit statuses, options, messages, numbers, JSON.
 *
 * Data goes to standard output, messages to standard error; both are UTF-8 whatever the locale.
 * What people read follows the locale, numbers too; JSON and CSV are written as in the C locale, so
 * a number for them never goes through printf().  */
#pragma once

#include "engine/engine-run.h"
#include "engine/engine-save.h"
#include "scenario/scenario-truth.h"

#include <glib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef enum {
  CLI_DONE = 0,
  CLI_BAD_INPUT = 1, /* the input is wrong */
  CLI_BAD_USAGE = 2,
  CLI_OUTSIDE = 3,   /* something outside failed: a file that can not be read or written, ... */
} CliStatus;

/* ---- Messages ------------------------------------------------------------------------------ */

/* "handler-one: ..." on standard error, with a line end.  */
void cli_message (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same about wrong usage of a sub-command, with a word on --help; returns CLI_BAD_USAGE.  */
CliStatus cli_usage (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Says an error; returns the status that it means.  */
CliStatus cli_fail (const GError *error);
/* The name in a NULL-terminated list that a word is meant to be, or NULL when nothing is near.  */
const char *cli_nearest (const char *word, const char *const *names);

/* ---- Options ------------------------------------------------------------------------------- */

/* Parses options; what is left in argv are the operands, from argv[1] on, between `least` and
 * `most`.  FALSE after a message: the status is CLI_BAD_USAGE.  `--help` prints and exits.
 * With the option `json` all messages are in English from now on.  */
gboolean cli_parse (const char *command, const char *operands, const char *summary,
                    const GOptionEntry *entries, int *argc, char ***argv, int least, int most);

/* Each reads the text of an option and says what is wrong with it; NULL leaves the value.  */
gboolean cli_read_seed (const char *command, const char *text, guint64 *seed);
gboolean cli_read_seeds (const char *command, const char *text, guint64 *first, guint64 *last);
/* `name` is the option as it is written, for the message.  */
gboolean cli_read_number (const char *command, const char *name, const char *text, double least,
                          double most, double *value);
gboolean cli_read_whole (const char *command, const char *name, const char *text, guint least,
                         guint most, guint *value);
/* There must be words for typing in it.  */
gboolean cli_read_language (const char *command, const char *text, char **language);
/* Seconds of the battle clock.  */
gboolean cli_read_moment (const char *command, const char *name, const char *text, SimTick *tick);

/* Options that say which battle: fill the struct with zeros, add the entries to the command's.  */
typedef struct {
  char *seed, *orders, *staff, *difficulty, *until, *language;
} CliBattle;

#define CLI_LANGUAGE_ENTRY(language)                                                              \
  {"language", 0, 0, G_OPTION_ARG_STRING, language,                                               \
   N_("The language that orders are typed in: en (default), de, fr or ja"), N_("LANG")}

#define CLI_BATTLE_ENTRIES(battle)                                                                \
  {"orders", 0, 0, G_OPTION_ARG_FILENAME, &(battle)->orders,                                      \
   N_("Give the orders of this file"), N_("FILE")},                                               \
  {"staff", 0, 0, G_OPTION_ARG_STRING, &(battle)->staff,                                          \
   N_("Who plays: none (default), basic, good, meddler or spender"),                              \
   /* Translators: OFFICER stands for one of these words.  */                                     \
   N_("OFFICER")},                                                                                \
  {"difficulty", 0, 0, G_OPTION_ARG_STRING, &(battle)->difficulty,                                \
   N_("guided, standard (default) or severe"),                                                    \
   /* Translators: LEVEL stands for one of these words.  */                                       \
   N_("LEVEL")},                                                                                  \
  CLI_LANGUAGE_ENTRY (&(battle)->language)

#define CLI_SEED_ENTRY(battle)                                                                    \
  {"seed", 0, 0, G_OPTION_ARG_STRING, &(battle)->seed,                                            \
   N_("Seed, 0 to 9007199254740991; by default the scenario's"), N_("N")}

#define CLI_UNTIL_ENTRY(battle)                                                                   \
  {"until", 0, 0, G_OPTION_ARG_STRING, &(battle)->until,                                          \
   N_("Stop at this moment"),                                                                     \
   /* Translators: SECONDS stands for a number.  */                                               \
   N_("SECONDS")}

void cli_battle_clear (CliBattle *battle);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliBattle, cli_battle_clear)

/* What to run: a scenario (id or path) with options.  */
typedef struct {
  ScenarioBattle *scenario; /* (owned) */
  GPtrArray *orders;        /* (owned) (nullable) */
  ScenarioSave *save;       /* (owned) (nullable) what to go on from */
  char *language;           /* (owned) (nullable) of typed orders; NULL: English */
  EngineRunOptions options;
} CliRun;

/* Checks the options first, then loads.  CLI_DONE or the status to leave with.  */
CliStatus cli_run_prepare (CliRun *run, const char *command, const char *id_or_path,
                           const CliBattle *battle);
/* The same for what may also be a save (FILE.h1save), which brings its own seed, difficulty and
 * staff officer.  */
CliStatus cli_run_prepare_or_resume (CliRun *run, const char *command, const char *id_or_path,
                                     const CliBattle *battle);
/* Names and words of the battle, in the language of its typed orders.  NULL with error.  */
OrderBook *cli_run_book (const CliRun *run, GError **error);
/* The battle, from its beginning or from the save.  NULL with error.  */
EngineRun *cli_run_play (const CliRun *run, GError **error);
void cli_run_clear (CliRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliRun, cli_run_clear)

/* By id or path, with a hint when the id is unknown.  `error` must not be NULL.  */
ScenarioBattle *cli_load_battle (const char *id_or_path, GError **error);

/* The battle that stands for "none named": the training battle, or the first there is.  NULL with
 * SCENARIO_ERROR.  */
ScenarioBattle *cli_load_default_battle (GError **error);

/* ---- Output -------------------------------------------------------------------------------- */

/* A cell of a table on a terminal: the text and spaces up to `width` columns, where letters of
 * East Asia take two.  Newly allocated.  */
char *cli_cell (const char *text, guint width);

/* Prints the built value with a line end: on one line, or indented.  */
void cli_print_json (JsonBuilder *builder, gboolean indented);
/* Shortcuts for members.  */
void cli_json_string (JsonBuilder *builder, const char *name, const char *value);
void cli_json_int (JsonBuilder *builder, const char *name, gint64 value);
/* Rounded to six decimals; null for what is no number.  */
void cli_json_real (JsonBuilder *builder, const char *name, double value);
void cli_json_bool (JsonBuilder *builder, const char *name, gboolean value);
void cli_json_hash (JsonBuilder *builder, const char *name, guint64 hash);
void cli_json_strings (JsonBuilder *builder, const char *name, const char *const *values);

/* ---- The sub-commands ---------------------------------------------------------------------- */

/* argv[0] is the sub-command's name.  */
CliStatus cli_list (int argc, char **argv);
CliStatus cli_validate (int argc, char **argv);
CliStatus cli_simulate (int argc, char **argv);
CliStatus cli_batch (int argc, char **argv);
CliStatus cli_replay (int argc, char **argv);
/* `replay --compare`.  */
CliStatus cli_compare (const char *path_a, const char *path_b, gboolean json);
CliStatus cli_whatif (int argc, char **argv);
CliStatus cli_generate (int argc, char **argv);
CliStatus cli_hash (int argc, char **argv);
CliStatus cli_order (int argc, char **argv);
CliStatus cli_say (int argc, char **argv);
CliStatus cli_listen (int argc, char **argv);
CliStatus cli_bench (int argc, char **argv);

G_END_DECLS
