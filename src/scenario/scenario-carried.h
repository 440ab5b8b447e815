/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a story brought into a battle beside its files, as a recording keeps it (for this room, and the
 * state of a person for `campaign`).  */
#pragma once

#include "scenario/scenario-reader.h"
#include "scenario/scenario-writer.h"
#include "scenario/scenario.h"

G_BEGIN_DECLS

/* Nothing carried.  */
void scenario_carried_init (ScenarioCarried *carried);
void scenario_carried_clear (ScenarioCarried *carried);
void scenario_carried_copy (ScenarioCarried *to, const ScenarioCarried *from);

/* Notes with whom (array of ScenarioPerson) and against what a battle is begun.  */
void scenario_carried_note_people (ScenarioCarried *carried, const GArray *people);
void scenario_carried_note_learned (ScenarioCarried *carried, const SimLearning *learned);

/* The members "learning" and "people" of an object, each only where there is something.  */
void scenario_carried_write (ScenarioWriter *writer, const ScenarioCarried *carried);
void scenario_carried_read (ScenarioObject *object, ScenarioCarried *carried);

/* The members of an object that say how a person is: "alive", "wounds" (0..2), "trust" (0..100),
 * "name_known".  */
void scenario_person_state_write (ScenarioWriter *writer, gboolean alive, guint wounds, float trust,
                                  gboolean name_known);
void scenario_person_state_read (ScenarioObject *object, gboolean *alive, guint *wounds, float *trust,
                                 gboolean *name_known);

G_END_DECLS
