/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate as properties: it agrees with the parser, knows every place, and no input can make it
 * recurse, hang or let something through that a parser would bend.  */
#include "scenario/scenario-gate.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

static ScenarioTable *
check (const char *text, gssize length, GPtrArray *problems)
{
  return scenario_gate_check (text, length < 0 ? strlen (text) : (gsize) length,
                              &scenario_gate_file, 1, problems);
}

static gboolean
accepts (const char *text, gssize length)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  ScenarioTable *table = check (text, length, problems);

  /* A table or a problem, or both; never neither.  */
  g_assert_true (table != NULL || problems->len > 0);
  g_clear_pointer (&table, scenario_table_free);
  return problems->len == 0;
}

static gboolean
parses (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_set_strict (parser, TRUE);
  return json_parser_load_from_data (parser, text, (gssize) length, NULL);
}

/* ---- Random texts --------------------------------------------------------------------------- */

static void
append_random_string (GString *text, GRand *random)
{
  static const char *const pieces[] = {"a", "Ried", "ü", "漢", "🦊", "\\n", "\\\"", "\\u00e9",
                                       "\\ud83e\\udd8a", " ", "/", "~", "\\\\", "0"};

  g_string_append_c (text, '"');
  for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, '"');
}

static void
append_random_scalar (GString *text, GRand *random)
{
  static const char *const scalars[] = {"0",    "-0",    "17",    "-3.5",  "1e3", "2E-4",
                                        "true", "false", "null",  "1.0",   "9007199254740991",
                                        "-9007199254740991", "0.25", "1e308"};

  if (g_rand_boolean (random))
    append_random_string (text, random);
  else
    g_string_append (text, scalars[g_rand_int_range (random, 0, G_N_ELEMENTS (scalars))]);
}

static void append_random_value (GString *text, GRand *random, int depth);

static void
append_space (GString *text, GRand *random)
{
  static const char *const spaces[] = {"", "", " ", "\n", "\r\n", "\t "};

  g_string_append (text, spaces[g_rand_int_range (random, 0, G_N_ELEMENTS (spaces))]);
}

static void
append_random_members (GString *text, GRand *random, int depth, gboolean is_object)
{
  int n = g_rand_int_range (random, 0, 5);

  for (int i = 0; i < n; i++) {
    append_space (text, random);
    if (is_object)
      g_string_append_printf (text, "\"k%d/~ü\"", i); /* never twice */
    if (is_object)
      g_string_append_c (text, ':');
    append_space (text, random);
    append_random_value (text, random, depth + 1);
    append_space (text, random);
    if (i + 1 < n)
      g_string_append_c (text, ',');
  }
}

static void
append_random_value (GString *text, GRand *random, int depth)
{
  gboolean is_object = g_rand_boolean (random);

  if (depth > 5 || (depth > 0 && g_rand_int_range (random, 0, 3) == 0)) {
    append_random_scalar (text, random);
    return;
  }
  g_string_append_c (text, is_object ? '{' : '[');
  append_random_members (text, random, depth, is_object);
  append_space (text, random);
  g_string_append_c (text, is_object ? '}' : ']');
}

static GString *
random_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  append_random_value (text, random, 0);
  return text;
}

/* ---- Properties ----------------------------------------------------------------------------- */

static void
test_takes_what_parses (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (int i = 0; i < 2000; i++) {
    g_autoptr (GString) text = random_text (random);

    g_assert_true (parses (text->str, text->len));
    g_assert_true (accepts (text->str, (gssize) text->len));
  }
}

/* Whatever is cut off the end, an object or array is no text any more.  */
static void
test_truncations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (int i = 0; i < 60; i++) {
    g_autoptr (GString) text = random_text (random);

    for (gsize length = 0; length < text->len; length++) {
      g_autofree char *part = g_strndup (text->str, length);

      g_assert_false (accepts (part, (gssize) length));
    }
  }
}

/* Random damage: what the gate still takes is UTF-8 that the parser takes.  */
static void
test_damage (void)
{
  static const char bytes[] = "{}[],:\"\\/0123456789.eE+-tfnu \n\t\x00\x01\x7f\x80\xc3\xff\xed\xa0";
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint taken = 0;

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) text = random_text (random);

    for (int n = g_rand_int_range (random, 1, 4); n > 0 && text->len > 0; n--)
      text->str[g_rand_int_range (random, 0, (gint32) text->len)] =
          bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
    if (!accepts (text->str, (gssize) text->len))
      continue;
    taken++;
    g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));
    g_assert_null (memchr (text->str, '\0', text->len));
    g_assert_true (parses (text->str, text->len));
  }
  g_assert_cmpuint (taken, >, 100); /* else the damage proves nothing */
}

/* Byte offset of a place.  */
static const char *
text_at (const char *text, ScenarioPlace place)
{
  for (guint line = 1; line < place.line; line++)
    text = strchr (text, '\n') + 1;
  return g_utf8_offset_to_pointer (text, (glong) place.column - 1);
}

static void
check_places (const ScenarioTable *table, guint entry, const char *text, JsonNode *node)
{
  g_autofree char *pointer = scenario_table_pointer (table, entry);
  const char *at = text_at (text, scenario_table_place (table, entry));

  g_assert_cmpuint (scenario_table_find (table, pointer), ==, entry);
  if (JSON_NODE_HOLDS_OBJECT (node))
    g_assert_cmpint (*at, ==, '{');
  else if (JSON_NODE_HOLDS_ARRAY (node))
    g_assert_cmpint (*at, ==, '[');
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_assert_cmpint (*at, ==, '"');
  else
    g_assert_nonnull (strchr ("-0123456789tfn", *at));
  for (guint n = 0; n < scenario_table_n_children (table, entry); n++) {
    guint child = scenario_table_child (table, entry, n);
    const char *key = scenario_table_key (table, child);
    JsonNode *below =
        JSON_NODE_HOLDS_OBJECT (node)
            ? json_object_get_member (json_node_get_object (node), key)
            : json_array_get_element (json_node_get_array (node), n);

    g_assert_nonnull (below);
    check_places (table, child, text, below);
  }
}

/* The table has an entry for every value the parser has, at the place where it stands.  */
static void
test_places (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (int i = 0; i < 500; i++) {
    g_autoptr (GString) text = random_text (random);
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioTable) table = check (text->str, (gssize) text->len, problems);
    g_autoptr (JsonNode) root = json_from_string (text->str, NULL);

    check_places (table, 0, text->str, root);
  }
}

/* ---- Hostile texts -------------------------------------------------------------------------- */

static GString *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return text;
}

/* Depth is counted, not recursed: a million levels neither overflow a stack nor pass.  */
static void
test_depth (void)
{
  g_autoptr (GString) open = repeat ("[", 1000000);
  g_autoptr (GString) at_limit = repeat ("[", SCENARIO_GATE_DEPTH);

  g_assert_false (accepts (open->str, -1));
  for (guint i = 0; i < SCENARIO_GATE_DEPTH; i++)
    g_string_append_c (at_limit, ']');
  g_assert_true (accepts (at_limit->str, -1));
  g_string_prepend_c (at_limit, '[');
  g_string_append_c (at_limit, ']');
  g_assert_false (accepts (at_limit->str, -1));
}

/* Keys given twice are found by sorting: half a million of them, all alike but for the end, take
 * a moment and not minutes.  (The limit of members is lifted to get there.)  */
static void
test_many_keys (void)
{
  ScenarioGateLimits limits = scenario_gate_file;
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioTable) table = NULL;
  gint64 start = g_get_monotonic_time ();

  limits.members = G_MAXUINT;
  limits.bytes = G_MAXSIZE;
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "%s\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa%u\":0", i > 0 ? "," : "",
                            i == 199999 ? 7 : i);
  g_string_append_c (text, '}');
  table = scenario_gate_check (text->str, text->len, &limits, 1, problems);
  g_assert_nonnull (table);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((ScenarioProblem *) problems->pdata[0])->code, ==, "duplicate-key");
  g_test_message ("%.2f s", (double) (g_get_monotonic_time () - start) / 1e6);
}

/* A file full of faults is not a claim on memory.  */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  ScenarioTable *table;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, "1e999,");
  g_string_append (text, "0]");
  table = check (text->str, (gssize) text->len, problems);
  g_assert_cmpuint (problems->len, ==, SCENARIO_MAX_PROBLEMS + 1);
  g_clear_pointer (&table, scenario_table_free);
}

static void
test_sizes (void)
{
  g_autoptr (GString) text = repeat (" ", SCENARIO_GATE_FILE_BYTES - 2);

  g_string_append (text, "[]");
  g_assert_true (accepts (text->str, (gssize) text->len));
  g_string_append_c (text, ' ');
  g_assert_false (accepts (text->str, (gssize) text->len));
}

/* What is printed can not steer a terminal: no control characters leave the problem list.  */
static void
test_clean_messages (void)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  ScenarioTable *table =
      check ("{\"\\u001b[2J\\n\\u202e\": 0, \"\\u001b[2J\\n\\u202e\": 1}", -1, problems);
  const ScenarioProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  for (const char *text = problem->message; *text != '\0'; text = g_utf8_next_char (text))
    g_assert_true (scenario_is_plain (g_utf8_get_char (text)));
  for (const char *text = problem->pointer; *text != '\0'; text = g_utf8_next_char (text))
    g_assert_true (scenario_is_plain (g_utf8_get_char (text)));
  g_clear_pointer (&table, scenario_table_free);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/gate/takes-what-parses", test_takes_what_parses);
  g_test_add_func ("/scenario/gate/truncations", test_truncations);
  g_test_add_func ("/scenario/gate/damage", test_damage);
  g_test_add_func ("/scenario/gate/places", test_places);
  g_test_add_func ("/scenario/gate/depth", test_depth);
  g_test_add_func ("/scenario/gate/many-keys", test_many_keys);
  g_test_add_func ("/scenario/gate/many-problems", test_many_problems);
  g_test_add_func ("/scenario/gate/sizes", test_sizes);
  g_test_add_func ("/scenario/gate/clean-messages", test_clean_messages);
  return g_test_run ();
}
