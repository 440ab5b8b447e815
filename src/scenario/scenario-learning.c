/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-learning.h"

#define MOST_BATTLES 65535
#define MOST_UNUSED 255
#define MOST_LOSSES 1e6

static const char *const tactic_names[] = {
#define X(constant, name) name,
  SIM_TACTIC_LIST (X)
#undef X
};

static void
read_tactic (ScenarioValue value, SimLearning *learning, guint tactic)
{
  ScenarioObject object;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
  learning->counter[tactic] =
      (uint8_t) scenario_object_integer_or (&object, "level", 0, SIM_MOST_COUNTER, 0);
  learning->unused[tactic] =
      (uint8_t) scenario_object_integer_or (&object, "unused", 0, MOST_UNUSED, 0);
  learning->losses[tactic] =
      (float) scenario_object_number_or (&object, "losses", 0, MOST_LOSSES, 0);
  scenario_object_end (&object);
}

void
scenario_learning_read (ScenarioValue value, SimLearning *learning)
{
  ScenarioObject object;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
  learning->battles =
      (uint16_t) scenario_object_integer_or (&object, "battles", 0, MOST_BATTLES, 0);
  for (guint tactic = 0; tactic < SIM_N_TACTICS; tactic++)
    read_tactic (scenario_object_get (&object, tactic_names[tactic]), learning, tactic);
  scenario_object_end (&object);
}

void
scenario_learning_write (ScenarioWriter *writer, const char *name, const SimLearning *learning)
{
  scenario_writer_begin_object (writer, name);
  scenario_writer_integer (writer, "battles", learning->battles);
  for (guint tactic = 0; tactic < SIM_N_TACTICS; tactic++) {
    scenario_writer_begin_object (writer, tactic_names[tactic]);
    scenario_writer_integer (writer, "level", learning->counter[tactic]);
    scenario_writer_integer (writer, "unused", learning->unused[tactic]);
    scenario_writer_float (writer, "losses", learning->losses[tactic]);
    scenario_writer_end_object (writer);
  }
  scenario_writer_end_object (writer);
}
