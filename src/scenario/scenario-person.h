/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pilots as scenarios and campaigns write them (private to this room).  */
#pragma once

#include "scenario/scenario-files.h"
#include "scenario/scenario-text.h"

G_BEGIN_DECLS

#define SCENARIO_MAX_PLATOON 12 /* machines of one platoon */

/* The keys of a pilot from an object that is being read; the caller asks for its own keys and
 * ends the object.  `platoon` counts from 0, `number` from 1.  `call_sign` is
 * filled with a new reference.  */
ScenarioPerson scenario_person_read (ScenarioFile *file, ScenarioObject *object, guint platoon,
                                     guint number, ScenarioText **call_sign);

/* A code of two of A–Z and 0–9; "" (and a problem) when it is none.  Newly allocated.  */
char *scenario_code_read (ScenarioValue value);

/* Phones of ARPAbet; "" (and a problem) when it is none, "" when there is none.  Newly allocated.  */
char *scenario_pronunciation_read (ScenarioValue value);

/* A call sign has a letter, or there is none.  */
gboolean scenario_can_be_called (const char *call_sign);

/* Lists ids and codes that two have, and gives a code to those who have none.  `values[i]` is
 * where person i stands.  */
void scenario_people_settle (GArray *people, const ScenarioValue *values);

/* Index of the person with this id, or -1.  */
int scenario_people_find (const GArray *people, const char *id);

/* Reads the ids of `command`; each must be one of the people.  NULL-terminated.  */
char **scenario_command_read (ScenarioValue value, const GArray *people);

extern const char *const scenario_temper_names[SIM_N_TEMPERS];

G_END_DECLS
