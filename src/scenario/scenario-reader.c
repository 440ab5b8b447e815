/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed readers over json-glib.  All use of json-glib's accessors is in this file.  */
#include "scenario/scenario-reader.h"

#include "orders/order-match.h"
#include "scenario/scenario-files.h"
#include "scenario/scenario-gate.h"

#include <glib/gi18n-lib.h>
#include <stdint.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

struct _ScenarioDocument {
  ScenarioTable *table;
  JsonNode *root;
  GPtrArray *problems; /* (borrowed) */
};

/* ---- A text -------------------------------------------------------------------------------- */

static JsonNode *
parse_text (const char *bytes, gsize length, guint first_line, GPtrArray *problems)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, bytes, (gssize) length, &error) &&
      json_parser_get_root (parser) != NULL)
    return json_parser_steal_root (parser);
  /* The gate takes nothing that the parser refuses; if they part, the file is refused.  */
  scenario_problem_add (problems, SCENARIO_PROBLEM_ERROR, first_line, 1, "/",
                        SCENARIO_CODE_SYNTAX, "%s",
                        error != NULL ? error->message : _ ("the file is empty"));
  return NULL;
}

ScenarioDocument *
scenario_document_new (const char *bytes, gsize length, const ScenarioGateLimits *limits,
                       guint first_line, GPtrArray *problems)
{
  g_autoptr (ScenarioTable) table =
      scenario_gate_check (bytes, length, limits, first_line, problems);
  JsonNode *root = table != NULL ? parse_text (bytes, length, first_line, problems) : NULL;
  ScenarioDocument *document;

  if (root == NULL)
    return NULL;
  document = g_new0 (ScenarioDocument, 1);
  document->table = g_steal_pointer (&table);
  document->root = root;
  document->problems = problems;
  return document;
}

void
scenario_document_free (ScenarioDocument *document)
{
  scenario_table_free (document->table);
  json_node_unref (document->root);
  g_free (document);
}

const ScenarioTable *
scenario_document_table (const ScenarioDocument *document)
{
  return document->table;
}

ScenarioValue
scenario_document_root (ScenarioDocument *document)
{
  return (ScenarioValue){document, document->root, 0};
}

/* ---- Problems ------------------------------------------------------------------------------ */

static void G_GNUC_PRINTF (5, 0)
value_problem (ScenarioValue value, ScenarioLevel level, gboolean at_key, const char *code,
               const char *format, va_list arguments)
{
  g_autofree char *message = NULL;
  g_autofree char *pointer = NULL;
  ScenarioTable *table;
  ScenarioPlace place;

  if (!scenario_value_is_some (value))
    return;
  table = value.document->table;
  if (scenario_table_is_faulty (table, value.entry))
    return;
  message = g_strdup_vprintf (format, arguments);
  pointer = scenario_table_pointer (table, value.entry);
  place = at_key ? scenario_table_place_of_key (table, value.entry)
                 : scenario_table_place (table, value.entry);
  scenario_problem_add (value.document->problems, level, place.line, place.column, pointer, code,
                        "%s", message);
}

void
scenario_value_error (ScenarioValue value, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  value_problem (value, SCENARIO_PROBLEM_ERROR, FALSE, code, format, arguments);
  va_end (arguments);
}

void
scenario_value_warning (ScenarioValue value, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  value_problem (value, SCENARIO_PROBLEM_WARNING, FALSE, code, format, arguments);
  va_end (arguments);
}

void
scenario_value_key_error (ScenarioValue value, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  value_problem (value, SCENARIO_PROBLEM_ERROR, TRUE, code, format, arguments);
  va_end (arguments);
}

const char *
scenario_nearest (const char *word, const char *const *names, guint n_names)
{
  const char *nearest = NULL;
  guint least = order_offer_limit (MIN ((guint) g_utf8_strlen (word, -1), 12)) + 1;

  for (guint i = 0; i < n_names; i++) {
    guint distance = order_edit_distance (word, names[i]);

    if (distance < least) {
      least = distance;
      nearest = names[i];
    }
  }
  return nearest;
}

char *
scenario_did_you_mean (char *message, const char *word, const char *const *names, guint n_names)
{
  const char *nearest = scenario_nearest (word, names, n_names);
  char *longer;

  if (nearest == NULL)
    return message;
  /* Translators: a message about an unknown word, such as “unknown key “wether””; a word that is
   * known.  */
  longer = g_strdup_printf (_ ("%1$s (did you mean “%2$s”?)"), message, nearest);
  g_free (message);
  return longer;
}

/* ---- Values -------------------------------------------------------------------------------- */

ScenarioValueKind
scenario_value_kind (ScenarioValue value)
{
  JsonNode *node = value.node;

  if (!scenario_value_is_some (value) || JSON_NODE_HOLDS_NULL (node))
    return SCENARIO_VALUE_NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return SCENARIO_VALUE_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return SCENARIO_VALUE_ARRAY;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return SCENARIO_VALUE_STRING;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return SCENARIO_VALUE_BOOLEAN;
  return SCENARIO_VALUE_NUMBER;
}

static const char *
kind_text (ScenarioValueKind kind)
{
  switch (kind) {
  case SCENARIO_VALUE_BOOLEAN:
    return _ ("true or false");
  case SCENARIO_VALUE_NUMBER:
    return _ ("a number");
  case SCENARIO_VALUE_STRING:
    return _ ("a string");
  case SCENARIO_VALUE_ARRAY:
    return _ ("an array");
  case SCENARIO_VALUE_OBJECT:
    return _ ("an object");
  case SCENARIO_VALUE_NULL:
  default:
    /* Translators: the value that JSON calls null.  */
    return _ ("null");
  }
}

static gboolean
value_expect (ScenarioValue value, ScenarioValueKind kind)
{
  if (!scenario_value_is_some (value))
    return FALSE;
  if (scenario_value_kind (value) == kind)
    return TRUE;
  /* Translators: both are of the kind "a number", "a string".  */
  scenario_value_error (value, SCENARIO_CODE_TYPE, _ ("must be %1$s, not %2$s"), kind_text (kind),
                        kind_text (scenario_value_kind (value)));
  return FALSE;
}

/* A number as a message writes it, whatever the locale.  */
static const char *
number_text (double number, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.16g", number);
}

static gboolean
value_in_range (ScenarioValue value, double number, double low, double high)
{
  char text[3][G_ASCII_DTOSTR_BUF_SIZE];

  if (number >= low && number <= high)
    return TRUE;
  scenario_value_error (value, SCENARIO_CODE_RANGE, _ ("%1$s is not between %2$s and %3$s"),
                        number_text (number, text[0]), number_text (low, text[1]),
                        number_text (high, text[2]));
  return FALSE;
}

double
scenario_value_number_else (ScenarioValue value, double low, double high, double otherwise)
{
  double number;

  if (!value_expect (value, SCENARIO_VALUE_NUMBER))
    return otherwise;
  number = json_node_get_double (value.node);
  return value_in_range (value, number, low, high) ? number : otherwise;
}

double
scenario_value_number (ScenarioValue value, double low, double high)
{
  return scenario_value_number_else (value, low, high, low);
}

gint64
scenario_value_integer (ScenarioValue value, gint64 low, gint64 high)
{
  double number;

  if (!value_expect (value, SCENARIO_VALUE_NUMBER))
    return low;
  number = json_node_get_double (value.node);
  if (number != floor (number)) {
    scenario_value_error (value, SCENARIO_CODE_TYPE, _ ("must be a whole number"));
    return low;
  }
  /* The limits are within ±(2^53 - 1), where a double holds every whole number.  */
  return value_in_range (value, number, (double) low, (double) high) ? (gint64) number : low;
}

gboolean
scenario_value_boolean (ScenarioValue value)
{
  return value_expect (value, SCENARIO_VALUE_BOOLEAN) && json_node_get_boolean (value.node);
}

const char *
scenario_value_string (ScenarioValue value, guint min, guint max)
{
  const char *string;
  glong length;

  if (!value_expect (value, SCENARIO_VALUE_STRING))
    return "";
  string = json_node_get_string (value.node);
  length = g_utf8_strlen (string, -1);
  if (length < (glong) min)
    scenario_value_error (value, SCENARIO_CODE_LENGTH,
                          min == 1 ? _ ("must not be empty") : _ ("must have %u characters"), min);
  else if (length > (glong) max)
    scenario_value_error (value, SCENARIO_CODE_LENGTH, _ ("has more than %u characters"), max);
  else
    return string;
  return "";
}

static char *
value_plain (ScenarioValue value, guint min, guint max, gboolean lines)
{
  const char *string = scenario_value_string (value, min, max);

  for (const char *at = string; *at != '\0'; at = g_utf8_next_char (at))
    if (!scenario_is_plain (g_utf8_get_char (at)) && !(lines && *at == '\n')) {
      scenario_value_error (value, SCENARIO_CODE_TEXT, _ ("holds the control character U+%04X"),
                            g_utf8_get_char (at));
      return g_strdup ("");
    }
  return g_strdup (string);
}

char *
scenario_value_line (ScenarioValue value, guint min, guint max)
{
  return value_plain (value, min, max, FALSE);
}

char *
scenario_value_text (ScenarioValue value, guint min, guint max)
{
  return value_plain (value, min, max, TRUE);
}

char *
scenario_value_id (ScenarioValue value)
{
  const char *string = scenario_value_string (value, 1, SIM_ID_LENGTH - 1);

  if (*string != '\0' && !scenario_is_id (string)) {
    scenario_value_error (value, SCENARIO_CODE_TEXT,
                          _ ("an id is words of a–z and 0–9 joined by “-”"));
    return g_strdup ("");
  }
  return g_strdup (string);
}

static void
choice_problem (ScenarioValue value, const char *string, const char *const *names, guint n_names)
{
  g_autofree char *near = NULL;
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *all = NULL;

  if (scenario_nearest (string, names, n_names) != NULL) {
    near = scenario_did_you_mean (g_strdup_printf (_ ("“%s” may not stand here"), string), string,
                                  names, n_names);
    scenario_value_error (value, SCENARIO_CODE_CHOICE, "%s", near);
    return;
  }
  for (guint i = 0; i < n_names; i++)
    g_strv_builder_add (list, names[i]);
  words = g_strv_builder_end (list);
  all = g_strjoinv (", ", words);
  scenario_value_error (value, SCENARIO_CODE_CHOICE, _ ("“%1$s” is none of: %2$s"), string, all);
}

int
scenario_value_try_choice (ScenarioValue value, const char *const *names, guint n_names)
{
  const char *string;

  if (!value_expect (value, SCENARIO_VALUE_STRING))
    return -1;
  string = json_node_get_string (value.node);
  for (guint i = 0; i < n_names; i++)
    if (strcmp (string, names[i]) == 0)
      return (int) i;
  choice_problem (value, string, names, n_names);
  return -1;
}

guint
scenario_value_choice (ScenarioValue value, const char *const *names, guint n_names)
{
  int choice = scenario_value_try_choice (value, names, n_names);

  return choice < 0 ? 0 : (guint) choice;
}

guint64
scenario_value_hex64 (ScenarioValue value)
{
  const char *string = scenario_value_string (value, 16, 16);

  if (*string == '\0')
    return 0;
  if (strspn (string, "0123456789abcdef") != 16) {
    scenario_value_error (value, SCENARIO_CODE_TEXT, _ ("must be 16 digits 0–9 and a–f"));
    return 0;
  }
  return g_ascii_strtoull (string, NULL, 16);
}

/* ---- Arrays -------------------------------------------------------------------------------- */

ScenarioArray
scenario_value_array (ScenarioValue value, guint min, guint max)
{
  ScenarioArray array = {value, 0};

  if (!value_expect (value, SCENARIO_VALUE_ARRAY))
    return array;
  array.n = json_array_get_length (json_node_get_array (value.node));
  if (array.n < min)
    scenario_value_error (value, SCENARIO_CODE_LENGTH,
                          ngettext ("needs at least %u element", "needs at least %u elements",
                                    min), min);
  if (array.n > max) {
    scenario_value_error (value, SCENARIO_CODE_LENGTH,
                          ngettext ("has more than %u element", "has more than %u elements", max),
                          max);
    array.n = max;
  }
  return array;
}

ScenarioValue
scenario_array_get (const ScenarioArray *array, guint n)
{
  ScenarioValue value = array->value;

  g_assert (n < array->n);
  value.node = json_array_get_element (json_node_get_array (array->value.node), n);
  value.entry = scenario_table_child (value.document->table, array->value.entry, n);
  return value;
}

/* ---- Objects ------------------------------------------------------------------------------- */

gboolean
scenario_object_begin (ScenarioObject *object, ScenarioValue value)
{
  object->n_asked = 0;
  object->value = value_expect (value, SCENARIO_VALUE_OBJECT) ? value : SCENARIO_VALUE_NONE;
  return scenario_value_is_some (object->value);
}

static ScenarioValue
value_member (ScenarioValue value, guint entry)
{
  const char *key = scenario_table_key (value.document->table, entry);
  JsonNode *node = json_object_get_member (json_node_get_object (value.node), key);

  return (ScenarioValue){value.document, node, entry};
}

ScenarioValue
scenario_object_get (ScenarioObject *object, const char *name)
{
  guint entry;

  if (!scenario_value_is_some (object->value))
    return SCENARIO_VALUE_NONE;
  g_assert (object->n_asked < SCENARIO_MAX_KEYS);
  object->asked[object->n_asked++] = name;
  entry = scenario_table_member (object->value.document->table, object->value.entry, name);
  if (entry == SCENARIO_TABLE_NONE)
    return SCENARIO_VALUE_NONE;
  return value_member (object->value, entry);
}

ScenarioValue
scenario_object_require (ScenarioObject *object, const char *name)
{
  ScenarioValue value = scenario_object_get (object, name);

  if (!scenario_value_is_some (value))
    scenario_value_error (object->value, SCENARIO_CODE_MISSING_KEY, _ ("“%s” is missing"), name);
  return value;
}

static gboolean
object_was_asked (const ScenarioObject *object, const char *name)
{
  for (guint i = 0; i < object->n_asked; i++)
    if (strcmp (object->asked[i], name) == 0)
      return TRUE;
  return FALSE;
}

void
scenario_object_end (ScenarioObject *object)
{
  const ScenarioTable *table;
  guint n;

  if (!scenario_value_is_some (object->value))
    return;
  table = object->value.document->table;
  n = scenario_table_n_children (table, object->value.entry);
  for (guint i = 0; i < n; i++) {
    guint entry = scenario_table_child (table, object->value.entry, i);
    const char *key = scenario_table_key (table, entry);
    g_autofree char *message = NULL;

    if (object_was_asked (object, key))
      continue;
    message = scenario_did_you_mean (g_strdup_printf (_ ("unknown key “%s”"), key), key,
                                     object->asked, object->n_asked);
    scenario_value_key_error (value_member (object->value, entry), SCENARIO_CODE_UNKNOWN_KEY,
                              "%s", message);
  }
}

double
scenario_object_number_or (ScenarioObject *object, const char *name, double low, double high,
                           double value)
{
  ScenarioValue member = scenario_object_get (object, name);

  return scenario_value_is_some (member) ? scenario_value_number (member, low, high) : value;
}

gint64
scenario_object_integer_or (ScenarioObject *object, const char *name, gint64 low, gint64 high,
                            gint64 value)
{
  ScenarioValue member = scenario_object_get (object, name);

  return scenario_value_is_some (member) ? scenario_value_integer (member, low, high) : value;
}

gboolean
scenario_object_boolean_or (ScenarioObject *object, const char *name, gboolean value)
{
  ScenarioValue member = scenario_object_get (object, name);

  return scenario_value_is_some (member) ? scenario_value_boolean (member) : value;
}

guint
scenario_object_choice_or (ScenarioObject *object, const char *name, const char *const *names,
                           guint n_names, guint value)
{
  ScenarioValue member = scenario_object_get (object, name);

  return scenario_value_is_some (member) ? scenario_value_choice (member, names, n_names) : value;
}

guint
scenario_value_n_members (ScenarioValue value, guint max)
{
  guint n;

  if (!value_expect (value, SCENARIO_VALUE_OBJECT))
    return 0;
  n = scenario_table_n_children (value.document->table, value.entry);
  if (n > max) {
    scenario_value_error (value, SCENARIO_CODE_LENGTH,
                          ngettext ("has more than %u member", "has more than %u members", max),
                          max);
    return max;
  }
  return n;
}

ScenarioValue
scenario_value_nth_member (ScenarioValue value, guint n, const char **key)
{
  guint entry = scenario_table_child (value.document->table, value.entry, n);

  *key = scenario_table_key (value.document->table, entry);
  return value_member (value, entry);
}

/* ---- By pointer ---------------------------------------------------------------------------- */

ScenarioValue
scenario_document_find (ScenarioDocument *document, const char *pointer)
{
  const ScenarioTable *table = document->table;
  guint entry = scenario_table_find (table, pointer);
  g_autofree char *parent_pointer = NULL;
  ScenarioValue parent;
  const char *last;

  if (entry == SCENARIO_TABLE_NONE)
    return SCENARIO_VALUE_NONE;
  if (entry == 0)
    return scenario_document_root (document);
  last = strrchr (pointer, '/');
  parent_pointer = g_strndup (pointer, (gsize) (last - pointer));
  parent = scenario_document_find (document, parent_pointer);
  if (scenario_value_kind (parent) == SCENARIO_VALUE_OBJECT)
    return value_member (parent, entry);
  return (ScenarioValue){document,
                         json_array_get_element (json_node_get_array (parent.node),
                                                 (guint) g_ascii_strtoull (last + 1, NULL, 10)),
                         entry};
}

/* ---- The head of a file -------------------------------------------------------------------- */

gboolean
scenario_object_read_head (ScenarioObject *object, const char *format, gint64 version)
{
  ScenarioValue format_value = scenario_object_require (object, "format");
  ScenarioValue version_value = scenario_object_require (object, "version");
  const char *found = scenario_value_string (format_value, 1, 64);
  gint64 number;

  if (!scenario_value_is_some (format_value) || *found == '\0')
    return FALSE;
  if (strcmp (found, format) != 0) {
    scenario_value_error (format_value, SCENARIO_CODE_FORMAT,
                          _ ("this is a file of the format “%1$s”, not “%2$s”"), found, format);
    return FALSE;
  }
  if (!scenario_value_is_some (version_value))
    return FALSE;
  number = scenario_value_integer (version_value, 1, SCENARIO_GATE_INTEGER);
  if (number != version)
    scenario_value_error (version_value, SCENARIO_CODE_VERSION,
                          _ ("version %1$jd is not known; this program reads version %2$jd"),
                          (intmax_t) number, (intmax_t) version);
  return number == version;
}
