/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SimCommand as JSON (private to this room).  */
#pragma once

#include "scenario/scenario-reader.h"
#include "scenario/scenario-tutorial.h"
#include "scenario/scenario-writer.h"

G_BEGIN_DECLS

/* Verb, posture, timing and topic as orders files name them.  */
extern const char *const scenario_verb_names[SIM_N_VERBS];

void scenario_command_write (ScenarioWriter *writer, const char *name, const SimCommand *command);
/* Ranges are checked; that ids exist in the battle is for the caller.  */
SimCommand scenario_command_read_value (ScenarioValue value);

/* A SimTarget, the same way.  */
void scenario_target_write (ScenarioWriter *writer, const char *name, const SimTarget *target);
SimTarget scenario_target_read_value (ScenarioValue value);

/* A PictureEdit, the same way.  */
void scenario_edit_write (ScenarioWriter *writer, const char *name, const PictureEdit *edit);
PictureEdit scenario_edit_read_value (ScenarioValue value);

/* A SimQueueEdit, the same way.  */
void scenario_queue_edit_write (ScenarioWriter *writer, const char *name, const SimQueueEdit *edit);
SimQueueEdit scenario_queue_edit_read_value (ScenarioValue value);

/* A ScenarioAct, the same way (scenario-tutorial.c).  */
void scenario_act_write (ScenarioWriter *writer, const char *name, const ScenarioAct *act);
ScenarioAct scenario_act_read_value (ScenarioValue value);

G_END_DECLS
