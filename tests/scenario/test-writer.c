/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer writes, the gate and the readers take, whatever the locale.  */
#include "scenario/scenario-learning.h"
#include "scenario/scenario-reader.h"
#include "scenario/scenario-writer.h"
#include "scenario/scenario-gate.h"

#include <float.h>
#include <locale.h>
#include <string.h>

static ScenarioDocument *
read_back (ScenarioWriter *writer, GPtrArray *problems)
{
  return scenario_document_new (writer->text->str, writer->text->len, &scenario_gate_file, 1,
                                problems);
}

static void
test_strings (void)
{
  static const char *const strings[] = {
    "", "plain", "quote \" and \\ and /", "\n\t\r\x01\x1f\x7f", "Kirschblüte 漢字 🦊",
    "<b>&amp;</b> %s %n ${HOME} $(id)", "not \xff utf-8",
  };
  g_auto (ScenarioWriter) writer;
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioDocument) document = NULL;
  ScenarioArray array;

  scenario_writer_init (&writer, TRUE);
  scenario_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    scenario_writer_string (&writer, NULL, strings[i]);
  scenario_writer_end_array (&writer);
  document = read_back (&writer, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  array = scenario_value_array (scenario_document_root (document), 0, 100);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autofree char *valid = g_utf8_make_valid (strings[i], -1);

    g_assert_cmpstr (scenario_value_string (scenario_array_get (&array, i), 0, 1000), ==, valid);
  }
}

/* Every float comes back as itself: across the whole range, by their bits.  */
static void
test_floats (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (int i = 0; i < 20000; i++) {
    guint32 bits = g_rand_int (random);
    float value, again;
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_auto (ScenarioWriter) writer;

    memcpy (&value, &bits, sizeof value);
    if (value != value || value > FLT_MAX || value < -FLT_MAX)
      continue;
    scenario_writer_init (&writer, FALSE);
    scenario_writer_float (&writer, NULL, value);
    g_assert_cmpuint (writer.text->len, <, sizeof text);
    again = (float) g_ascii_strtod (writer.text->str, NULL);
    g_assert_cmpmem (&again, sizeof again, &value, sizeof value);
  }
}

static void
test_locale (void)
{
  g_auto (ScenarioWriter) writer;
  char *old = g_strdup (setlocale (LC_ALL, NULL));

  /* Where such a locale is installed a comma would appear; elsewhere this proves less.  */
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_test_message ("no locale with a decimal comma here");
  scenario_writer_init (&writer, FALSE);
  scenario_writer_begin_array (&writer, NULL);
  scenario_writer_float (&writer, NULL, 0.5f);
  scenario_writer_integer (&writer, NULL, 1234567);
  scenario_writer_hex64 (&writer, NULL, G_GUINT64_CONSTANT (0xfedcba9876543210));
  scenario_writer_boolean (&writer, NULL, TRUE);
  scenario_writer_end_array (&writer);
  g_assert_cmpstr (writer.text->str, ==, "[0.5,1234567,\"fedcba9876543210\",true]");
  setlocale (LC_ALL, old);
  g_free (old);
}

static void
test_layout (void)
{
  g_auto (ScenarioWriter) writer;

  scenario_writer_init (&writer, TRUE);
  scenario_writer_begin_object (&writer, NULL);
  scenario_writer_integer (&writer, "a", 1);
  scenario_writer_begin_array (&writer, "b");
  scenario_writer_end_array (&writer);
  scenario_writer_begin_object (&writer, "c");
  scenario_writer_string (&writer, "d", "e");
  scenario_writer_end_object (&writer);
  scenario_writer_end_object (&writer);
  scenario_writer_end_line (&writer);
  g_assert_cmpstr (writer.text->str, ==,
                   "{\n  \"a\": 1,\n  \"b\": [],\n  \"c\": {\n    \"d\": \"e\"\n  }\n}\n");
}

/* What the Legion learned comes back as it was.  */
static void
test_learning (void)
{
  SimLearning learned = {.battles = 7,
                         .counter = {3, 1, 0, 0},
                         .unused = {0, 1, 4, 0},
                         .losses = {30.5f, 2, 0, 11}};
  SimLearning back = {0};
  g_auto (ScenarioWriter) writer;
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioDocument) document = NULL;

  scenario_writer_init (&writer, TRUE);
  scenario_learning_write (&writer, NULL, &learned);
  document = read_back (&writer, problems);
  scenario_learning_read (scenario_document_root (document), &back);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpint (back.battles, ==, 7);
  for (guint i = 0; i < SIM_N_TACTICS; i++) {
    g_assert_cmpint (back.counter[i], ==, learned.counter[i]);
    g_assert_cmpint (back.unused[i], ==, learned.unused[i]);
    g_assert_cmpfloat (back.losses[i], ==, learned.losses[i]);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/writer/strings", test_strings);
  g_test_add_func ("/scenario/writer/floats", test_floats);
  g_test_add_func ("/scenario/writer/locale", test_locale);
  g_test_add_func ("/scenario/writer/layout", test_layout);
  g_test_add_func ("/scenario/writer/learning", test_learning);
  return g_test_run ();
}
