/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Legion has learned, as a section of a file (for this room and `campaign`).  */
#pragma once

#include "scenario/scenario-reader.h"
#include "scenario/scenario-writer.h"
#include "sim/sim-def.h"

G_BEGIN_DECLS

/* Fills `learning` from an object; none leaves it as it is (nothing learned).  */
void scenario_learning_read (ScenarioValue value, SimLearning *learning);
/* Writes it as a member of this name, or as the value when NULL.  */
void scenario_learning_write (ScenarioWriter *writer, const char *name,
                              const SimLearning *learning);

G_END_DECLS
