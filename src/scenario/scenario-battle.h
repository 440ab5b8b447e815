/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenario files: what their sections share (private to this room).  */
#pragma once

#include "scenario/scenario-campaign.h"
#include "scenario/scenario-person.h"
#include "scenario/scenario-rules.h"
#include "scenario/scenario-truth.h"

G_BEGIN_DECLS

/* A scenario being read.  */
typedef struct {
  ScenarioFile file;
  ScenarioBattle *battle;     /* filled section by section */
  ScenarioRules *rules;       /* NULL: they are broken, and it is listed */
  ScenarioCampaign *campaign; /* of the folder, or NULL */
  GArray *people;             /* ScenarioPerson as they are now, or NULL: the campaign's */
  GArray *calls;              /* ScenarioValue: the event that a group waits for, by its id; the
                                 group has the number of the call until events are read */
} ScenarioMaker;

/* Reads a scenario; NULL when it can not be used: `problems` (empty before) or `error` says why.
 * `people` may be NULL.  */
ScenarioBattle *scenario_battle_read (const char *path, GArray *people, GPtrArray *problems,
                                      GError **error);

/* Lets the Legion have learned this before the battle, whatever the file says of it.  */
void scenario_battle_carry_learned (ScenarioBattle *battle, const SimLearning *learned);

/* A line that is also said: its ScenarioText is added to `texts`.  In the user's language; newly
 * allocated.  */
char *scenario_read_spoken_line (ScenarioMaker *maker, ScenarioValue value, guint min, guint max,
                                 GPtrArray *texts);

/* Sections; each reads one member of the root.  */
void scenario_read_terrain (ScenarioMaker *maker, ScenarioValue value);
void scenario_read_squadron (ScenarioMaker *maker, ScenarioValue value);
void scenario_read_scavengers (ScenarioMaker *maker, ScenarioValue value);
void scenario_read_convoy (ScenarioMaker *maker, ScenarioValue value, ScenarioValue scavengers);
void scenario_read_legion (ScenarioMaker *maker, ScenarioValue value);
void scenario_read_objectives (ScenarioMaker *maker, ScenarioValue value);
void scenario_read_events (ScenarioMaker *maker, ScenarioValue value);
/* After the squadron and the objectives, before the events that wait for its steps.  */
void scenario_read_tutorial (ScenarioMaker *maker, ScenarioValue value);
/* Number of the step with this id, or -1; `tutorial` may be NULL.  */
int scenario_tutorial_find (const ScenarioTutorial *tutorial, const char *id);
void scenario_read_known (ScenarioMaker *maker, ScenarioValue value);

/* A position on the map: [metres east, metres north] of the south-west corner, a grid reference
 * "G04" or "G04-7" (its centre), or "place:ID".  The map's middle when it is none.  */
BaseVec scenario_read_position (ScenarioMaker *maker, ScenarioValue value);

/* Seconds on the battle clock as ticks.  A moment after the end is listed.  */
SimTick scenario_read_moment (ScenarioMaker *maker, ScenarioValue value, SimTick otherwise);

/* A text with translation; "" when it lacks and may.  */
char *scenario_read_line (ScenarioMaker *maker, ScenarioValue value, guint min, guint max);
char *scenario_read_text (ScenarioMaker *maker, ScenarioValue value, guint min, guint max);

/* TRUE when `id` is in `ids` already (of char *), with a problem; else it is added.  */
gboolean scenario_id_is_taken (GPtrArray *ids, const char *id, ScenarioValue value);

G_END_DECLS
