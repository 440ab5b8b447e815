/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules files (private to this room).  */
#pragma once

#include "scenario/scenario-files.h"
#include "scenario/scenario-text.h"

G_BEGIN_DECLS

typedef struct {
  SimRules rules;
  ScenarioTypeName names[SIM_MAX_TYPES]; /* neutral ones */
  char *weapon_names[SIM_MAX_WEAPONS];   /* as they are written, in the user's language */
  char *loadout_names[SIM_MAX_LOADOUTS];
  char sha256[65];
} ScenarioRules;

/* NULL when the file can not be used; `problems` or `error` says why.  */
ScenarioRules *scenario_rules_read (const char *path, GPtrArray *problems, GError **error);
void scenario_rules_free (ScenarioRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioRules, scenario_rules_free)

/* The built-in rules of this id; a problem at `value` when there are none or they are broken.  */
ScenarioRules *scenario_rules_load (const char *id, ScenarioValue value);

/* Number of the loadout that the string names, counted from 1; a problem and 0 when there is none.  */
guint scenario_rules_loadout (const SimRules *rules, ScenarioValue value, const char *id);

/* {"one": ..., "other": ..., "letter": ...}.  */
ScenarioTypeName scenario_type_name_read (ScenarioFile *file, ScenarioValue value);

/* Index of the type that the string names; a problem and 0 when there is none, or when it is of
 * the other side.  */
SimTypeIndex scenario_rules_type (const SimRules *rules, ScenarioValue value, SimSide side);

G_END_DECLS
