/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate over the bytes of a JSON text (RFC 8259, without a stack of its own depth).  */
#include "scenario/scenario-gate.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No number that means anything is longer.  */
#define MAX_NUMBER_LENGTH 400

const ScenarioGateLimits scenario_gate_file = {SCENARIO_GATE_FILE_BYTES, 128, 16 * 1024};
const ScenarioGateLimits scenario_gate_rules = {SCENARIO_GATE_FILE_BYTES, 512, 16 * 1024};
const ScenarioGateLimits scenario_gate_line = {1024 * 1024, 128, 16 * 1024};

typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* after [ */
  EXPECT_KEY,          /* after a comma in an object */
  EXPECT_KEY_OR_END,   /* after { */
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING, /* after the text's value */
} Expect;

typedef struct {
  guint entry;
  gboolean is_object;
} Level;

typedef struct {
  const char *at, *end;
  guint line, column;
  const ScenarioGateLimits *limits;
  GPtrArray *problems;
  ScenarioTable *table;
  Level levels[SCENARIO_GATE_DEPTH];
  guint depth;
  Expect expect;
} Gate;

static ScenarioPlace
gate_place (const Gate *gate)
{
  return (ScenarioPlace){gate->line, gate->column};
}

/* A syntax error ends the check: always FALSE.  */
static gboolean G_GNUC_PRINTF (2, 3)
gate_fail (Gate *gate, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  scenario_problem_add (gate->problems, SCENARIO_PROBLEM_ERROR, gate->line, gate->column, "/",
                        SCENARIO_CODE_SYNTAX, "%s", message);
  return FALSE;
}

/* A limit that is passed; the check goes on.  */
static void G_GNUC_PRINTF (4, 5)
gate_limit (Gate *gate, guint entry, ScenarioPlace place, const char *format, ...)
{
  g_autofree char *pointer = scenario_table_pointer (gate->table, entry);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  scenario_problem_add (gate->problems, SCENARIO_PROBLEM_ERROR, place.line, place.column, pointer,
                        SCENARIO_CODE_LIMIT, "%s", message);
  scenario_table_set_faulty (gate->table, entry);
}

/* ---- Characters ---------------------------------------------------------------------------- */

/* Goes over one character that is known to be whole.  */
static void
gate_advance (Gate *gate, gsize length)
{
  if (*gate->at == '\n') {
    gate->line++;
    gate->column = 1;
  } else {
    gate->column++;
  }
  gate->at += length;
}

static void
gate_skip_space (Gate *gate)
{
  while (gate->at < gate->end && strchr (" \t\r\n", *gate->at) != NULL && *gate->at != '\0')
    gate_advance (gate, 1);
}

/* Length of the UTF-8 character here, 0 when it is none (overlong and surrogate forms too).  */
static gsize
gate_character_length (const Gate *gate)
{
  gunichar character = g_utf8_get_char_validated (gate->at, gate->end - gate->at);

  if (character == (gunichar) -1 || character == (gunichar) -2)
    return 0;
  return (gsize) g_unichar_to_utf8 (character, NULL);
}

/* How a character is named in a message: itself, or its number when it can not be shown.  */
static char *
gate_name_character (const Gate *gate)
{
  gsize length = gate->at < gate->end ? gate_character_length (gate) : 0;

  if (gate->at == gate->end)
    return g_strdup (_ ("the end of the file"));
  if (length == 0 || *gate->at == '\0')
    return g_strdup_printf (_ ("byte 0x%02X"), (guint) (guint8) *gate->at);
  if (!g_unichar_isgraph (g_utf8_get_char (gate->at)))
    return g_strdup_printf ("U+%04X", g_utf8_get_char (gate->at));
  return g_strdup_printf ("“%.*s”", (int) length, gate->at);
}

static gboolean
gate_fail_expected (Gate *gate, const char *expected)
{
  g_autofree char *found = gate_name_character (gate);

  /* Translators: first what a JSON file must have here ("a comma or the end of the object"), then
   * what it has.  */
  return gate_fail (gate, _ ("expected %1$s, found %2$s"), expected, found);
}

/* ---- Strings ------------------------------------------------------------------------------- */

/* Four hexadecimal digits at `at`, or -1.  */
static int
gate_read_hex (const Gate *gate, const char *at)
{
  int value = 0;

  if (gate->end - at < 4)
    return -1;
  for (int i = 0; i < 4; i++) {
    if (!g_ascii_isxdigit (at[i]))
      return -1;
    value = value * 16 + g_ascii_xdigit_value (at[i]);
  }
  return value;
}

/* The escape \uXXXX at the gate, or a pair of them; sets the character and the bytes used.  */
static gboolean
gate_read_unicode_escape (Gate *gate, gunichar *character, gsize *used)
{
  int high = gate_read_hex (gate, gate->at + 2);
  int low;

  if (high < 0)
    return gate_fail (gate, _ ("\\u needs four hexadecimal digits"));
  if (high == 0)
    return gate_fail (gate, _ ("the character U+0000 may not occur"));
  *character = (gunichar) high;
  *used = 6;
  if (high < 0xD800 || high > 0xDFFF)
    return TRUE;
  if (high >= 0xDC00 || gate->end - gate->at < 8 || gate->at[6] != '\\' || gate->at[7] != 'u')
    return gate_fail (gate, _ ("lone surrogate \\u%04X"), (guint) high);
  low = gate_read_hex (gate, gate->at + 8);
  if (low < 0xDC00 || low > 0xDFFF)
    return gate_fail (gate, _ ("lone surrogate \\u%04X"), (guint) high);
  *character = 0x10000 + (gunichar) ((high - 0xD800) << 10) + (gunichar) (low - 0xDC00);
  *used = 12;
  return TRUE;
}

static gboolean
gate_read_escape (Gate *gate, char bytes[6], gsize *length, gsize *used)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;
  gunichar character;

  if (gate->end - gate->at < 2)
    return gate_fail (gate, _ ("the string is not ended"));
  if (gate->at[1] == 'u') {
    if (!gate_read_unicode_escape (gate, &character, used))
      return FALSE;
    *length = (gsize) g_unichar_to_utf8 (character, bytes);
    return TRUE;
  }
  letter = gate->at[1] == '\0' ? NULL : strchr (letters, gate->at[1]);
  if (letter == NULL)
    return gate_fail (gate, _ ("unknown escape in a string"));
  bytes[0] = meanings[letter - letters];
  *length = 1;
  *used = 2;
  return TRUE;
}

static gboolean
gate_read_plain (Gate *gate, char bytes[6], gsize *length, gsize *used)
{
  if ((guint8) *gate->at < 0x20)
    return gate_fail (gate, _ ("control character U+%04X in a string"),
                      (guint) (guint8) *gate->at);
  *length = *used = gate_character_length (gate);
  if (*length == 0)
    return gate_fail (gate, _ ("this is not UTF-8"));
  memcpy (bytes, gate->at, *length);
  return TRUE;
}

/* Goes over the string at the gate and tells its decoded size; a key goes into the table.  */
static gboolean
gate_read_string (Gate *gate, gboolean is_key, gsize *size)
{
  *size = 0;
  gate_advance (gate, 1);
  while (gate->at < gate->end && *gate->at != '"') {
    char bytes[6];
    gsize length, used;

    if (!(*gate->at == '\\' ? gate_read_escape (gate, bytes, &length, &used)
                            : gate_read_plain (gate, bytes, &length, &used)))
      return FALSE;
    if (is_key)
      scenario_table_append_key (gate->table, bytes, length);
    *size += length;
    if (*gate->at == '\\') {
      gate->at += used; /* an escape is ASCII: as many columns as bytes */
      gate->column += (guint) used;
    } else {
      gate_advance (gate, used);
    }
  }
  if (gate->at == gate->end)
    return gate_fail (gate, _ ("the string is not ended"));
  gate_advance (gate, 1);
  return TRUE;
}

/* ---- Numbers ------------------------------------------------------------------------------- */

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* End of the number that begins at `at` by the grammar, or NULL.  */
static const char *
scan_number (const char *at, const char *end, gboolean *is_integer)
{
  const char *digits = at + (*at == '-');
  const char *next = skip_digits (digits, end);

  *is_integer = TRUE;
  if (next == digits || (*digits == '0' && next > digits + 1))
    return NULL;
  if (next < end && *next == '.') {
    digits = next + 1;
    next = skip_digits (digits, end);
    *is_integer = FALSE;
    if (next == digits)
      return NULL;
  }
  if (next < end && (*next == 'e' || *next == 'E')) {
    digits = next + 1 + (end - next > 1 && (next[1] == '+' || next[1] == '-'));
    next = skip_digits (digits, end);
    *is_integer = FALSE;
    if (next == digits)
      return NULL;
  }
  return next;
}

static gboolean
number_fits (const char *text, gboolean is_integer)
{
  gint64 value;

  if (!is_integer)
    return isfinite (g_ascii_strtod (text, NULL));
  return g_ascii_string_to_signed (text, 10, -SCENARIO_GATE_INTEGER, SCENARIO_GATE_INTEGER, &value,
                                   NULL);
}

static gboolean
gate_read_number (Gate *gate, guint entry)
{
  ScenarioPlace place = gate_place (gate);
  gboolean is_integer;
  const char *next = scan_number (gate->at, gate->end, &is_integer);
  g_autofree char *text = NULL;

  if (next == NULL)
    return gate_fail (gate, _ ("this is not a number as JSON writes it"));
  text = g_strndup (gate->at, MIN (next - gate->at, MAX_NUMBER_LENGTH));
  if (next - gate->at > MAX_NUMBER_LENGTH)
    gate_limit (gate, entry, place, _ ("a number of more than %d characters"), MAX_NUMBER_LENGTH);
  else if (!number_fits (text, is_integer))
    gate_limit (gate, entry, place,
                is_integer ? _ ("the whole number is beyond ±(2⁵³ − 1)")
                           : _ ("the number is too big"));
  gate->column += (guint) (next - gate->at);
  gate->at = next;
  return TRUE;
}

/* ---- The machine --------------------------------------------------------------------------- */

static guint
gate_parent (const Gate *gate)
{
  return gate->depth > 0 ? gate->levels[gate->depth - 1].entry : SCENARIO_TABLE_NONE;
}

static void
gate_after_value (Gate *gate)
{
  gate->expect = gate->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
gate_open (Gate *gate, guint entry, gboolean is_object)
{
  if (gate->depth == SCENARIO_GATE_DEPTH) {
    gate_limit (gate, entry, gate_place (gate), _ ("nested more than %d deep"),
                SCENARIO_GATE_DEPTH);
    return FALSE;
  }
  gate->levels[gate->depth++] = (Level){entry, is_object};
  gate->expect = is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  gate_advance (gate, 1);
  return TRUE;
}

static gboolean
gate_close (Gate *gate)
{
  gate_advance (gate, 1);
  gate->depth--;
  gate_after_value (gate);
  return TRUE;
}

static gboolean
gate_read_literal (Gate *gate, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (gate->end - gate->at) < length || strncmp (gate->at, word, length) != 0)
    return gate_fail_expected (gate, _ ("a value"));
  gate->at += length;
  gate->column += (guint) length;
  return TRUE;
}

static gboolean
gate_read_scalar (Gate *gate, guint entry, ScenarioPlace place)
{
  gsize size;

  switch (*gate->at) {
  case '"':
    if (!gate_read_string (gate, FALSE, &size))
      return FALSE;
    if (size > gate->limits->string)
      gate_limit (gate, entry, place, _ ("a string of more than %u bytes"), gate->limits->string);
    return TRUE;
  case 't':
    return gate_read_literal (gate, "true");
  case 'f':
    return gate_read_literal (gate, "false");
  case 'n':
    return gate_read_literal (gate, "null");
  default:
    if (*gate->at == '-' || g_ascii_isdigit (*gate->at))
      return gate_read_number (gate, entry);
    return gate_fail_expected (gate, _ ("a value"));
  }
}

static gboolean
gate_read_value (Gate *gate)
{
  ScenarioPlace place = gate_place (gate);
  guint entry = scenario_table_add (gate->table, gate_parent (gate), place);

  if (*gate->at == '{' || *gate->at == '[')
    return gate_open (gate, entry, *gate->at == '{');
  if (!gate_read_scalar (gate, entry, place))
    return FALSE;
  gate_after_value (gate);
  return TRUE;
}

static gboolean
gate_read_key (Gate *gate)
{
  guint object = gate_parent (gate);
  ScenarioPlace place = gate_place (gate);
  gsize size;

  if (*gate->at != '"')
    return gate_fail_expected (gate, gate->expect == EXPECT_KEY
                                         ? _ ("a key in quotes")
                                         : _ ("a key in quotes or the end of the object"));
  if (scenario_table_n_children (gate->table, object) == gate->limits->members) {
    gate_limit (gate, object, place, _ ("an object of more than %u members"),
                gate->limits->members);
    return FALSE;
  }
  scenario_table_begin_key (gate->table, place);
  if (!gate_read_string (gate, TRUE, &size))
    return FALSE;
  if (size > gate->limits->string) {
    gate_limit (gate, object, place, _ ("a string of more than %u bytes"), gate->limits->string);
    return FALSE;
  }
  gate->expect = EXPECT_COLON;
  return TRUE;
}

static gboolean
gate_read_comma (Gate *gate)
{
  gboolean is_object = gate->levels[gate->depth - 1].is_object;

  if (*gate->at == (is_object ? '}' : ']'))
    return gate_close (gate);
  if (*gate->at != ',')
    return gate_fail_expected (gate, is_object ? _ ("a comma or the end of the object")
                                               : _ ("a comma or the end of the array"));
  gate_advance (gate, 1);
  gate->expect = is_object ? EXPECT_KEY : EXPECT_VALUE;
  return TRUE;
}

/* Takes one token.  */
static gboolean
gate_step (Gate *gate)
{
  switch (gate->expect) {
  case EXPECT_VALUE_OR_END:
    return *gate->at == ']' ? gate_close (gate) : gate_read_value (gate);
  case EXPECT_VALUE:
    return gate_read_value (gate);
  case EXPECT_KEY_OR_END:
    return *gate->at == '}' ? gate_close (gate) : gate_read_key (gate);
  case EXPECT_KEY:
    return gate_read_key (gate);
  case EXPECT_COLON:
    if (*gate->at != ':')
      return gate_fail_expected (gate, _ ("a colon"));
    gate_advance (gate, 1);
    gate->expect = EXPECT_VALUE;
    return TRUE;
  case EXPECT_COMMA_OR_END:
    return gate_read_comma (gate);
  case EXPECT_NOTHING:
  default:
    return gate_fail_expected (gate, _ ("the end of the file"));
  }
}

static gboolean
gate_run (Gate *gate)
{
  static const char byte_order_mark[] = "\xEF\xBB\xBF";

  if (gate->end - gate->at >= 3 && memcmp (gate->at, byte_order_mark, 3) == 0)
    return gate_fail (gate, _ ("the file begins with a byte order mark"));
  for (gate_skip_space (gate); gate->at < gate->end; gate_skip_space (gate))
    if (!gate_step (gate))
      return FALSE;
  if (gate->expect == EXPECT_NOTHING)
    return TRUE;
  return gate_fail (gate, gate->depth == 0 ? _ ("the file is empty")
                                           : _ ("the file ends too soon"));
}

static void
report_twice (const ScenarioTable *table, guint entry, guint earlier, gpointer data)
{
  Gate *gate = data;
  ScenarioPlace place = scenario_table_place_of_key (table, entry);
  g_autofree char *pointer = scenario_table_pointer (table, entry);

  scenario_problem_add (
      gate->problems, SCENARIO_PROBLEM_ERROR, place.line, place.column, pointer,
      SCENARIO_CODE_DUPLICATE_KEY, _ ("“%1$s” is given twice, before on line %2$u"),
      scenario_table_key (table, entry), scenario_table_place_of_key (table, earlier).line);
}

ScenarioTable *
scenario_gate_check (const char *bytes, gsize length, const ScenarioGateLimits *limits,
                     guint first_line, GPtrArray *problems)
{
  g_autoptr (ScenarioTable) table = scenario_table_new ();
  Gate gate = {
    .at = bytes,
    .end = bytes + length,
    .line = first_line,
    .column = 1,
    .limits = limits,
    .problems = problems,
    .table = table,
  };

  if (length > limits->bytes) {
    scenario_problem_add (problems, SCENARIO_PROBLEM_ERROR, first_line, 1, "/",
                          SCENARIO_CODE_LIMIT, _ ("more than %zu bytes"), limits->bytes);
    return NULL;
  }
  if (!gate_run (&gate))
    return NULL;
  scenario_table_seal (table);
  scenario_table_find_twice (table, report_twice, &gate);
  return g_steal_pointer (&table);
}
