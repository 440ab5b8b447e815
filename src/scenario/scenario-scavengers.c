/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Scavengers of a scenario: machines without people, beside the platoons.  */
#include "scenario/scenario-battle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SCAVENGERS 8

/* Nobody else in the squadron may have its id or code.  */
static void
check_own_name (const ScenarioBattle *battle, const OrderMachine *machine, ScenarioValue value)
{
  for (guint i = 0; i < battle->squadron->len; i++) {
    const OrderMachine *other = &g_array_index (battle->squadron, ScenarioMember, i).machine;

    if (strcmp (other->id, machine->id) == 0)
      scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                            _ ("two machines would have the id “%s”"), machine->id);
    if (strcmp (other->code, machine->code) == 0)
      scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                            _ ("two machines have the code “%s”"), machine->code);
  }
}

static SimTypeIndex
read_type (ScenarioMaker *maker, ScenarioObject *object, ScenarioValue whole)
{
  ScenarioValue value = scenario_object_get (object, "type");
  g_autofree char *id =
      scenario_value_is_some (value) ? scenario_value_id (value) : g_strdup ("scavenger");
  int type;

  if (maker->rules == NULL)
    return 0;
  type = sim_rules_find_type (&maker->rules->rules, id);
  if (type >= 0 && maker->rules->rules.types[type].role == SIM_ROLE_SUPPLY &&
      maker->rules->rules.types[type].side == SIM_SIDE_REPUBLIC)
    return (SimTypeIndex) type;
  scenario_value_error (scenario_value_is_some (value) ? value : whole, SCENARIO_CODE_REFERENCE,
                        _ ("the rules have no own supply type “%s”"), id);
  return 0;
}

static ScenarioText *
read_call_sign (ScenarioMaker *maker, ScenarioObject *object, OrderMachine *machine)
{
  ScenarioValue value = scenario_object_require (object, "call_sign");

  machine->call_sign = scenario_value_line (value, 1, 31);
  if (!scenario_can_be_called (machine->call_sign))
    scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                          _ ("“%s” has no letter that an id could be made of"),
                          machine->call_sign);
  return scenario_file_text (&maker->file, value, machine->call_sign);
}

static void
read_scavenger (ScenarioMaker *maker, ScenarioValue value, guint number)
{
  ScenarioMember member = {
    .machine = {.platoon = SIM_SUPPLY_PLATOON, .number = number},
    .def = {.platoon = SIM_SUPPLY_PLATOON, .gunnery = 0, .awareness = 0.5f},
    .voice_pitch = 10 + 3 * number, /* no voices, but no two alike */
    .voice_rate = 220,
    .voice_range = 0,
  };
  ScenarioObject object;
  ScenarioText *call_sign;

  scenario_object_begin (&object, value);
  call_sign = read_call_sign (maker, &object, &member.machine);
  member.machine.code = scenario_code_read (scenario_object_require (&object, "code"));
  member.machine.name = g_strdup ("");
  member.machine.id =
      order_machine_id (member.machine.call_sign, member.machine.platoon, number);
  member.voice_variant = g_strdup ("");
  member.pronunciation = g_strdup ("");
  member.def.type = read_type (maker, &object, value);
  member.def.driving = (float) scenario_object_number_or (&object, "learned", 0, 1, 0.2);
  member.def.position =
      scenario_read_position (maker, scenario_object_require (&object, "position"));
  member.def.heading_deg = (float) scenario_object_number_or (&object, "heading_deg", 0, 360, 0);
  if (member.def.heading_deg >= 360)
    member.def.heading_deg = 0;
  scenario_object_end (&object);
  check_own_name (maker->battle, &member.machine, value);
  g_array_append_val (maker->battle->squadron, member);
  g_ptr_array_add (maker->battle->names->call_signs, call_sign);
}

guint
scenario_battle_n_people (const ScenarioBattle *battle)
{
  guint n = 0;

  for (guint i = 0; i < battle->squadron->len; i++)
    n += g_array_index (battle->squadron, ScenarioMember, i).def.platoon != SIM_SUPPLY_PLATOON;
  return n;
}

void
scenario_read_scavengers (ScenarioMaker *maker, ScenarioValue value)
{
  ScenarioArray array;

  if (!scenario_value_is_some (value))
    return;
  array = scenario_value_array (value, 1, MAX_SCAVENGERS);
  for (guint i = 0; i < array.n; i++)
    read_scavenger (maker, scenario_array_get (&array, i), i + 1);
}

/* The way that they drive by themselves.  */
void
scenario_read_convoy (ScenarioMaker *maker, ScenarioValue value, ScenarioValue scavengers)
{
  SimConvoyDef *convoy = &maker->battle->world.convoy;
  ScenarioObject object;
  ScenarioArray route;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
  route = scenario_value_array (scenario_object_require (&object, "route"), 2, SIM_MAX_ROUTE);
  for (guint i = 0; i < route.n && i < SIM_MAX_ROUTE; i++)
    convoy->route[convoy->n_route++] =
        scenario_read_position (maker, scenario_array_get (&route, i));
  convoy->departure =
      scenario_read_moment (maker, scenario_object_require (&object, "departure_s"), 0);
  convoy->halt_s = (float) scenario_object_number_or (&object, "halt_s", 0, 3600, 0);
  scenario_object_end (&object);
  if (!scenario_value_is_some (scavengers))
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("a convoy without Scavengers"));
}
