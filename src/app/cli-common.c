/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli-common.h"
#include "app/handler-locale.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SEED_MOST ((G_GUINT64_CONSTANT (1) << 53) - 1)
/* Longer than any battle; keeps ticks within their type.  */
#define SECONDS_MOST 10000000.0

/* ---- Messages ------------------------------------------------------------------------------ */

static void
say (const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  fprintf (stderr, "handler-one: %s\n", text);
}

void
cli_message (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  say (format, arguments);
  va_end (arguments);
}

CliStatus
cli_usage (const char *command, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  say (format, arguments);
  va_end (arguments);
  /* Translators: a command; keep “handler-one … --help”.  */
  cli_message (_("“handler-one %s --help” explains it."), command);
  return CLI_BAD_USAGE;
}

CliStatus
cli_fail (const GError *error)
{
  gboolean outside = error->domain != SCENARIO_ERROR && error->domain != ENGINE_ERROR;

  cli_message ("%s", error->message);
  if (g_error_matches (error, SCENARIO_ERROR, SCENARIO_ERROR_READ))
    outside = TRUE;
  return outside ? CLI_OUTSIDE : CLI_BAD_INPUT;
}

/* Edit distance (Levenshtein), with one row; words are short.  */
static guint
edit_distance (const char *a, const char *b)
{
  guint row[64];
  gsize length = MIN (strlen (b), G_N_ELEMENTS (row) - 1);

  for (gsize j = 0; j <= length; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++) {
    guint diagonal = row[0];

    row[0] = (guint) i + 1;
    for (gsize j = 1; j <= length; j++) {
      guint changed = diagonal + (a[i] != b[j - 1]);

      diagonal = row[j];
      row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
    }
  }
  return row[length];
}

const char *
cli_nearest (const char *word, const char *const *names)
{
  const char *nearest = NULL;
  guint least = (guint) strlen (word) / 2 + 1;

  for (; *names != NULL; names++) {
    guint distance = edit_distance (word, *names);

    if (distance < least) {
      least = distance;
      nearest = *names;
    }
  }
  return nearest;
}

/* ---- Options ------------------------------------------------------------------------------- */

static gboolean
asks_for_json (const GOptionEntry *entries)
{
  for (; entries->long_name != NULL; entries++)
    if (strcmp (entries->long_name, "json") == 0)
      return *(const gboolean *) entries->arg_data;
  return FALSE;
}

gboolean
cli_parse (const char *command, const char *operands, const char *summary,
           const GOptionEntry *entries, int *argc, char ***argv, int least, int most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (operands);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("handler-one %s", command);

  g_set_prgname (name); /* the help says how the command is called */
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error)) {
    cli_usage (command, "%s", error->message);
    return FALSE;
  }
  if (asks_for_json (entries))
    handler_locale_for_machines ();
  /* The mark "--" stays where an operand begins with a dash.  */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0) {
    (*argv)++;
    (*argc)--;
  }
  if (*argc - 1 < least) {
    /* Translators: the operands that a command asks for, such as SCENARIO.  */
    cli_usage (command, _("This is missing: %s"), _(operands));
    return FALSE;
  }
  if (*argc - 1 > most) {
    cli_usage (command, _("“%s” is one argument too many."), (*argv)[most + 1]);
    return FALSE;
  }
  return TRUE;
}

gboolean
cli_read_seed (const char *command, const char *text, guint64 *seed)
{
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, 0, SEED_MOST, seed, NULL))
    return TRUE;
  /* Translators: what was typed.  */
  cli_usage (command, _("“%s” is no seed: a whole number from 0 to 9007199254740991."), text);
  return FALSE;
}

gboolean
cli_read_seeds (const char *command, const char *text, guint64 *first, guint64 *last)
{
  g_auto (GStrv) parts = g_strsplit (text, "..", 2);

  if (g_strv_length (parts) != 2) {
    /* Translators: what was typed; keep “1..60”.  */
    cli_usage (command, _("“%s” is no range of seeds such as “1..60”."), text);
    return FALSE;
  }
  if (!cli_read_seed (command, parts[0], first) || !cli_read_seed (command, parts[1], last))
    return FALSE;
  if (*first > *last) {
    cli_usage (command, _("The range of seeds “%s” ends before it begins."), text);
    return FALSE;
  }
  return TRUE;
}

gboolean
cli_read_number (const char *command, const char *name, const char *text, double least,
                 double most, double *value)
{
  char *end = NULL;
  double number;

  if (text == NULL)
    return TRUE;
  number = g_ascii_strtod (text, &end);
  /* Not a number and infinity fail the comparison, and so does an empty text.  */
  if (end != text && *end == '\0' && number >= least && number <= most) {
    *value = number;
    return TRUE;
  }
  /* Translators: an option, what was typed, the least and the greatest number.  */
  cli_usage (command, _ ("%1$s takes a number from %2$g to %3$g, not “%4$s”."), name, least, most,
             text);
  return FALSE;
}

gboolean
cli_read_whole (const char *command, const char *name, const char *text, guint least, guint most,
                guint *value)
{
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, least, most, &number, NULL)) {
    *value = (guint) number;
    return TRUE;
  }
  /* Translators: an option, the least and the greatest number, what was typed.  */
  cli_usage (command, _ ("%1$s takes a whole number from %2$u to %3$u, not “%4$s”."), name, least,
             most, text);
  return FALSE;
}

gboolean
cli_read_moment (const char *command, const char *name, const char *text, SimTick *tick)
{
  double seconds = 0;

  if (text == NULL)
    return TRUE;
  if (!cli_read_number (command, name, text, 0, SECONDS_MOST, &seconds))
    return FALSE;
  *tick = SIM_SECONDS (seconds);
  return TRUE;
}

static gboolean
read_staff (const char *command, const char *text, StaffKind *staff)
{
  const char *names[STAFF_N + 1] = {NULL};
  const char *nearest;
  int kind;

  if (text == NULL)
    return TRUE;
  kind = staff_kind_from_name (text);
  if (kind >= 0) {
    *staff = (StaffKind) kind;
    return TRUE;
  }
  for (guint i = 0; i < STAFF_N; i++)
    names[i] = staff_kind_name (i);
  nearest = cli_nearest (text, names);
  if (nearest != NULL)
    /* Translators: what was typed, a name that exists.  */
    cli_usage (command, _("There is no staff officer “%1$s”; did you mean “%2$s”?"), text,
               nearest);
  else
    /* Translators: what was typed.  */
    cli_usage (command, _("There is no staff officer “%s”."), text);
  return FALSE;
}

static gboolean
read_difficulty (const char *command, const char *text, SimDifficulty *difficulty)
{
  static const char *const names[] = {"guided", "standard", "severe", NULL};
  const char *nearest;

  if (text == NULL)
    return TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], text) == 0) {
      *difficulty = (SimDifficulty) i;
      return TRUE;
    }
  nearest = cli_nearest (text, names);
  if (nearest != NULL)
    /* Translators: what was typed, a name that exists.  */
    cli_usage (command, _("There is no difficulty “%1$s”; did you mean “%2$s”?"), text,
               nearest);
  else
    /* Translators: what was typed.  */
    cli_usage (command, _("There is no difficulty “%s”."), text);
  return FALSE;
}

gboolean
cli_read_language (const char *command, const char *text, char **language)
{
  g_autofree char *shown = NULL;

  if (text == NULL)
    return TRUE;
  if (scenario_phrases_exist (text)) {
    *language = g_strdup (text);
    return TRUE;
  }
  shown = g_utf8_make_valid (text, -1);
  /* Translators: what was given for --language.  */
  cli_usage (command, _("There are no words for typing in “%s”: en, de, fr or ja"), shown);
  return FALSE;
}

void
cli_battle_clear (CliBattle *battle)
{
  g_clear_pointer (&battle->seed, g_free);
  g_clear_pointer (&battle->orders, g_free);
  g_clear_pointer (&battle->staff, g_free);
  g_clear_pointer (&battle->difficulty, g_free);
  g_clear_pointer (&battle->until, g_free);
  g_clear_pointer (&battle->language, g_free);
}

/* ---- Which battle -------------------------------------------------------------------------- */

static CliStatus
load_orders (CliRun *run, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return CLI_DONE;
  run->orders = scenario_orders_load (path, &error);
  if (run->orders == NULL)
    return cli_fail (error);
  run->options.orders = run->orders;
  return CLI_DONE;
}

CliStatus
cli_run_prepare (CliRun *run, const char *command, const char *id_or_path,
                 const CliBattle *battle)
{
  g_autoptr (GError) error = NULL;
  guint64 seed = 0;
  StaffKind staff = STAFF_NONE;
  SimDifficulty difficulty = SIM_DIFFICULTY_STANDARD;
  SimTick until = SIM_TICK_NEVER;

  if (!cli_read_seed (command, battle->seed, &seed) ||
      !read_staff (command, battle->staff, &staff) ||
      !read_difficulty (command, battle->difficulty, &difficulty) ||
      !cli_read_moment (command, "--until", battle->until, &until) ||
      !cli_read_language (command, battle->language, &run->language))
    return CLI_BAD_USAGE;
  run->scenario = cli_load_battle (id_or_path, &error);
  if (run->scenario == NULL)
    return cli_fail (error);
  run->options = engine_run_options_default (run->scenario);
  if (battle->seed != NULL)
    run->options.seed = seed;
  run->options.staff = staff;
  run->options.difficulty = difficulty;
  run->options.until = until;
  return load_orders (run, battle->orders);
}

static CliStatus
resume (CliRun *run, const char *command, const char *path, const CliBattle *battle)
{
  g_autoptr (GError) error = NULL;
  SimTick until = SIM_TICK_NEVER;
  int staff;

  if (battle->seed != NULL || battle->staff != NULL || battle->difficulty != NULL)
    return cli_usage (command, _("A save has its own seed, difficulty and staff officer."));
  if (!cli_read_moment (command, "--until", battle->until, &until) ||
      !cli_read_language (command, battle->language, &run->language))
    return CLI_BAD_USAGE;
  run->save = scenario_save_load (path, &error);
  if (run->save == NULL)
    return cli_fail (error);
  run->scenario = engine_save_load_scenario (run->save, &error);
  if (run->scenario == NULL)
    return cli_fail (error);
  staff = staff_kind_from_name (run->save->log->staff);
  run->options = engine_run_options_default (run->scenario);
  run->options.seed = run->save->log->seed;
  run->options.staff = staff >= 0 ? (StaffKind) staff : STAFF_NONE;
  run->options.difficulty = run->save->log->difficulty;
  run->options.until = until;
  return load_orders (run, battle->orders);
}

CliStatus
cli_run_prepare_or_resume (CliRun *run, const char *command, const char *id_or_path,
                           const CliBattle *battle)
{
  return g_str_has_suffix (id_or_path, ".h1save")
             ? resume (run, command, id_or_path, battle)
             : cli_run_prepare (run, command, id_or_path, battle);
}

OrderBook *
cli_run_book (const CliRun *run, GError **error)
{
  return scenario_battle_book (run->scenario, run->language != NULL ? run->language : "en", error);
}

EngineRun *
cli_run_play (const CliRun *run, GError **error)
{
  return run->save != NULL ? engine_run_on (run->save, run->scenario, &run->options, error)
                           : engine_run (run->scenario, &run->options, error);
}

void
cli_run_clear (CliRun *run)
{
  g_clear_pointer (&run->scenario, scenario_battle_unref);
  g_clear_pointer (&run->orders, g_ptr_array_unref);
  g_clear_pointer (&run->save, scenario_save_free);
  g_clear_pointer (&run->language, g_free);
}

/* Replaces "there is none of this id" by a sentence with the nearest one.  */
static void
add_nearest_id (const char *id, GError **error)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *shown = g_utf8_make_valid (id, -1);
  const char *nearest;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (ids, ((ScenarioEntry *) g_ptr_array_index (entries, i))->id);
  g_ptr_array_add (ids, NULL);
  nearest = cli_nearest (id, (const char *const *) ids->pdata);
  g_clear_error (error);
  if (nearest != NULL)
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_UNKNOWN,
                 /* Translators: what was typed, an id that exists.  */
                 _("There is no scenario “%1$s”; did you mean “%2$s”?"), shown, nearest);
  else
    /* Translators: what was typed.  */
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_UNKNOWN, _("There is no scenario “%s”."),
                 shown);
}

ScenarioBattle *
cli_load_battle (const char *id_or_path, GError **error)
{
  ScenarioBattle *scenario = scenario_battle_load (id_or_path, error);

  if (scenario == NULL && g_error_matches (*error, SCENARIO_ERROR, SCENARIO_ERROR_UNKNOWN))
    add_nearest_id (id_or_path, error);
  return scenario;
}

/* The drill before all others, a tutorial before none.  */
static int
rank_default (const ScenarioEntry *entry)
{
  return entry->steps > 0 ? 0 : entry->training ? 2 : 1;
}

ScenarioBattle *
cli_load_default_battle (GError **error)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();
  const ScenarioEntry *chosen = NULL;

  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);

    if (g_strcmp0 (entry->kind, "scenario") != 0 || scenario_problems_fatal (entry->problems))
      continue;
    if (chosen == NULL || rank_default (entry) > rank_default (chosen))
      chosen = entry;
  }
  if (chosen == NULL) {
    g_set_error_literal (error, SCENARIO_ERROR, SCENARIO_ERROR_READ,
                         _("There is no scenario to take names from."));
    return NULL;
  }
  return scenario_battle_load (chosen->path, error);
}

/* ---- Tables -------------------------------------------------------------------------------- */

char *
cli_cell (const char *text, guint width)
{
  GString *cell = g_string_new (text);
  guint used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    used += g_unichar_iswide (letter) ? 2 : g_unichar_iszerowidth (letter) ? 0 : 1;
  }
  for (; used < width; used++)
    g_string_append_c (cell, ' ');
  return g_string_free (cell, FALSE);
}

/* ---- JSON ---------------------------------------------------------------------------------- */

void
cli_print_json (JsonBuilder *builder, gboolean indented)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, indented);
  text = json_generator_to_data (generator, NULL);
  puts (text);
}

void
cli_json_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
cli_json_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
cli_json_real (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, round (value * 1e6) / 1e6);
  else
    json_builder_add_null_value (builder);
}

void
cli_json_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
cli_json_hash (JsonBuilder *builder, const char *name, guint64 hash)
{
  g_autofree char *text = engine_format_hash (hash);

  cli_json_string (builder, name, text);
}

void
cli_json_strings (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; values != NULL && *values != NULL; values++)
    json_builder_add_string_value (builder, *values);
  json_builder_end_array (builder);
}
