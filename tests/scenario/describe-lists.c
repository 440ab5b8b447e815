/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the readers are made from as JSON, for the test that holds the schemas to it.  */
#include "scenario/scenario-writer.h"
#include "scenario/scenario.h"

static void
write_number (ScenarioWriter *writer, const char *field, double low, double high)
{
  scenario_writer_begin_array (writer, field);
  scenario_writer_float (writer, NULL, (float) low);
  scenario_writer_float (writer, NULL, (float) high);
  scenario_writer_end_array (writer);
}

#define NUMBER(field, value, low, high, what) write_number (&writer, #field, low, high);
#define NAME(constant, name, ...) scenario_writer_string (&writer, NULL, name);
#define NAMES(member, list)                                                                       \
  scenario_writer_begin_array (&writer, member);                                                  \
  list (NAME) scenario_writer_end_array (&writer);

static void
write_phrases (ScenarioWriter *writer)
{
  scenario_writer_begin_object (writer, "phrases");
  for (int group = 0; group < ORDER_N_PHRASE_GROUPS; group++) {
    const char *key;

    scenario_writer_begin_array (writer, order_phrases_group_name ((OrderPhraseGroup) group));
    for (guint n = 0; (key = order_phrases_key ((OrderPhraseGroup) group, n)) != NULL; n++)
      scenario_writer_string (writer, NULL, key);
    scenario_writer_end_array (writer);
  }
  scenario_writer_end_object (writer);
}

int
main (void)
{
  g_auto (ScenarioWriter) writer;

  scenario_writer_init (&writer, TRUE);
  scenario_writer_begin_object (&writer, NULL);
  scenario_writer_begin_object (&writer, "rule_numbers");
  SIM_RULE_NUMBER_LIST (NUMBER)
  scenario_writer_end_object (&writer);
  scenario_writer_begin_object (&writer, "weapon_numbers");
  SIM_WEAPON_NUMBER_LIST (NUMBER)
  scenario_writer_end_object (&writer);
  scenario_writer_begin_object (&writer, "type_numbers");
  SIM_TYPE_NUMBER_LIST (NUMBER)
  scenario_writer_end_object (&writer);
  scenario_writer_begin_object (&writer, "loadout_numbers");
  SIM_LOADOUT_NUMBER_LIST (NUMBER)
  scenario_writer_end_object (&writer);
  scenario_writer_begin_object (&writer, "pattern_numbers");
  SIM_PATTERN_NUMBER_LIST (NUMBER)
  scenario_writer_end_object (&writer);
  NAMES ("patterns", SIM_PATTERN_LIST)
  NAMES ("pattern_parts", SIM_PATTERN_PART_LIST)
  NAMES ("tactics", SIM_TACTIC_LIST)
  NAMES ("roles", SIM_ROLE_LIST)
  NAMES ("tempers", SIM_TEMPER_LIST)
  NAMES ("tasks", SIM_TASK_LIST)
  NAMES ("weathers", SIM_WEATHER_LIST)
  NAMES ("verbs", SIM_VERB_LIST)
  NAMES ("postures", SIM_POSTURE_LIST)
  NAMES ("timings", SIM_TIMING_LIST)
  NAMES ("topics", SIM_REPORT_TOPIC_LIST)
  NAMES ("objectives", SIM_OBJECTIVE_KIND_LIST)
  NAMES ("conditions", SIM_CONDITION_LIST)
  NAMES ("features", SIM_FEATURE_LIST)
  write_phrases (&writer);
  scenario_writer_end_object (&writer);
  scenario_writer_end_line (&writer);
  g_print ("%s", writer.text->str);
  return 0;
}
