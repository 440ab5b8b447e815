/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pilots as scenarios and campaigns write them.  */
#include "scenario/scenario-person.h"

#include "orders/order-listen.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const scenario_temper_names[SIM_N_TEMPERS] = {
#define X(constant, name) name,
  SIM_TEMPER_LIST (X)
#undef X
};

void
scenario_person_copy (ScenarioPerson *to, const ScenarioPerson *from)
{
  *to = *from;
  to->machine.id = g_strdup (from->machine.id);
  to->machine.call_sign = g_strdup (from->machine.call_sign);
  to->machine.code = g_strdup (from->machine.code);
  to->machine.name = g_strdup (from->machine.name);
  to->type = g_strdup (from->type);
  to->loadout = g_strdup (from->loadout);
  to->voice_variant = g_strdup (from->voice_variant);
  to->pronunciation = g_strdup (from->pronunciation);
}

void
scenario_person_clear (ScenarioPerson *person)
{
  g_clear_pointer (&person->machine.id, g_free);
  g_clear_pointer (&person->machine.call_sign, g_free);
  g_clear_pointer (&person->machine.code, g_free);
  g_clear_pointer (&person->machine.name, g_free);
  g_clear_pointer (&person->type, g_free);
  g_clear_pointer (&person->loadout, g_free);
  g_clear_pointer (&person->voice_variant, g_free);
  g_clear_pointer (&person->pronunciation, g_free);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static void
read_skills (ScenarioPerson *person, ScenarioValue value)
{
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return;
  person->gunnery = (float) scenario_object_number_or (&object, "gunnery", 0, 1, 0.5);
  person->driving = (float) scenario_object_number_or (&object, "driving", 0, 1, 0.5);
  person->awareness = (float) scenario_object_number_or (&object, "awareness", 0, 1, 0.5);
  scenario_object_end (&object);
}

/* The variant becomes part of a name that the synthesiser looks up as a file: letters, digits and
 * '_' alone.  */
static char *
read_variant (ScenarioValue value)
{
  const char *string = scenario_value_string (value, 0, 16);

  for (const char *at = string; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '_') {
      scenario_value_error (value, SCENARIO_CODE_TEXT,
                            _ ("a voice variant is letters, digits and “_”"));
      return g_strdup ("");
    }
  return g_strdup (string);
}

static void
read_voice (ScenarioPerson *person, ScenarioValue value)
{
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return;
  person->voice_pitch = (guint) scenario_object_integer_or (&object, "pitch", 0, 99, 50);
  person->voice_rate = (guint) scenario_object_integer_or (&object, "rate", 80, 450, 170);
  person->voice_range = (guint) scenario_object_integer_or (&object, "range", 0, 99, 50);
  g_free (person->voice_variant);
  person->voice_variant = read_variant (scenario_object_get (&object, "variant"));
  scenario_object_end (&object);
}

char *
scenario_code_read (ScenarioValue value)
{
  const char *code = scenario_value_string (value, 2, 2);

  if (*code != '\0' && strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != 2) {
    scenario_value_error (value, SCENARIO_CODE_TEXT, _ ("a code is two of A–Z and 0–9"));
    return g_strdup ("");
  }
  return g_strdup (code);
}

char *
scenario_pronunciation_read (ScenarioValue value)
{
  const char *phones;

  if (!scenario_value_is_some (value))
    return g_strdup ("");
  phones = scenario_value_string (value, 1, 160);
  if (*phones != '\0' && !order_phones_valid (phones)) {
    scenario_value_error (value, SCENARIO_CODE_TEXT,
                          _ ("a pronunciation is phones of ARPAbet without stress, parted by single "
                             "spaces, such as “F AO L K AH”"));
    return g_strdup ("");
  }
  return g_strdup (phones);
}

static char *
read_type (ScenarioValue value)
{
  return scenario_value_is_some (value) ? scenario_value_id (value) : g_strdup ("walker");
}

/* Whether the rules have it is seen when they are known.  */
static char *
read_loadout (ScenarioValue value)
{
  return scenario_value_is_some (value) ? g_strdup (scenario_value_string (value, 1, SIM_ID_LENGTH - 1))
                                        : g_strdup ("");
}

static char *
read_line_or (ScenarioValue value, const char *otherwise)
{
  return scenario_value_is_some (value) ? scenario_value_line (value, 0, 31)
                                        : g_strdup (otherwise);
}

gboolean
scenario_can_be_called (const char *call_sign)
{
  for (const char *at = call_sign; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return *call_sign == '\0';
}

ScenarioPerson
scenario_person_read (ScenarioFile *file, ScenarioObject *object, guint platoon, guint number,
                      ScenarioText **call_sign_text)
{
  ScenarioPerson person = {
    .alive = TRUE,
    .gunnery = 0.5f,
    .driving = 0.5f,
    .awareness = 0.5f,
    .voice_pitch = 50,
    .voice_rate = 170,
    .voice_range = 50,
  };
  ScenarioValue call_sign = scenario_object_get (object, "call_sign");

  person.machine.platoon = platoon;
  person.machine.number = number;
  person.machine.call_sign = read_line_or (call_sign, "");
  *call_sign_text = scenario_file_text (file, call_sign, person.machine.call_sign);
  person.machine.name = read_line_or (scenario_object_get (object, "name"), "");
  person.machine.name_known = scenario_object_boolean_or (object, "name_known", FALSE);
  person.machine.code = scenario_code_read (scenario_object_get (object, "code"));
  person.machine.id = order_machine_id (person.machine.call_sign, platoon, number);
  if (!scenario_can_be_called (person.machine.call_sign))
    scenario_value_error (call_sign, SCENARIO_CODE_REFERENCE,
                          _ ("“%s” has no letter that an id could be made of"),
                          person.machine.call_sign);
  person.pronunciation = scenario_pronunciation_read (scenario_object_get (object, "pronunciation"));
  person.type = read_type (scenario_object_get (object, "type"));
  person.loadout = read_loadout (scenario_object_get (object, "loadout"));
  person.temper = scenario_object_choice_or (object, "temper", scenario_temper_names,
                                             SIM_N_TEMPERS, SIM_TEMPER_TERSE);
  person.trust = (float) scenario_object_number_or (object, "trust", 0, 100, 30);
  person.hears = scenario_object_boolean_or (object, "hears", FALSE);
  read_skills (&person, scenario_object_get (object, "skills"));
  read_voice (&person, scenario_object_get (object, "voice"));
  if (person.voice_variant == NULL)
    person.voice_variant = g_strdup ("");
  return person;
}

/* ---- All together -------------------------------------------------------------------------- */

int
scenario_people_find (const GArray *people, const char *id)
{
  for (guint i = 0; i < people->len; i++)
    if (strcmp (g_array_index (people, ScenarioPerson, i).machine.id, id) == 0)
      return (int) i;
  return -1;
}

static gboolean
code_is_taken (const GArray *people, const char *code)
{
  for (guint i = 0; i < people->len; i++)
    if (strcmp (g_array_index (people, ScenarioPerson, i).machine.code, code) == 0)
      return TRUE;
  return FALSE;
}

/* "KE" for Kestrel, "SW" for Snow Witch; the next letters when that is taken; "34" for the fourth
 * of the third platoon.  */
static char *
make_code (const GArray *people, const OrderMachine *machine)
{
  const char *id = machine->id, *second = strchr (id, '-');
  char code[3] = {g_ascii_toupper (id[0]), 0, 0};

  if (*machine->call_sign != '\0' && second != NULL) {
    code[1] = g_ascii_toupper (second[1]);
    if (!code_is_taken (people, code))
      return g_strdup (code);
  }
  for (const char *at = id + 1; *machine->call_sign != '\0' && *at != '\0'; at++) {
    code[1] = g_ascii_toupper (*at);
    if (*at != '-' && !code_is_taken (people, code))
      return g_strdup (code);
  }
  return g_strdup_printf ("%u%c", (machine->platoon + 1) % 10,
                          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[machine->number % 36]);
}

void
scenario_people_settle (GArray *people, const ScenarioValue *values)
{
  for (guint i = 0; i < people->len; i++) {
    OrderMachine *machine = &g_array_index (people, ScenarioPerson, i).machine;

    for (guint j = 0; j < i; j++) {
      const OrderMachine *other = &g_array_index (people, ScenarioPerson, j).machine;

      if (*machine->id != '\0' && strcmp (machine->id, other->id) == 0)
        scenario_value_error (values[i], SCENARIO_CODE_REFERENCE,
                              _ ("two machines would have the id “%s”"), machine->id);
      if (*machine->code != '\0' && strcmp (machine->code, other->code) == 0)
        scenario_value_error (values[i], SCENARIO_CODE_REFERENCE,
                              _ ("two machines have the code “%s”"), machine->code);
    }
  }
  for (guint i = 0; i < people->len; i++) {
    OrderMachine *machine = &g_array_index (people, ScenarioPerson, i).machine;

    if (*machine->code == '\0') {
      char *code = make_code (people, machine);

      g_free (machine->code);
      machine->code = code;
    }
  }
}

char **
scenario_command_read (ScenarioValue value, const GArray *people)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  ScenarioArray array = {value, 0};

  if (scenario_value_is_some (value))
    array = scenario_value_array (value, 0, 16);
  for (guint i = 0; i < array.n; i++) {
    ScenarioValue element = scenario_array_get (&array, i);
    g_autofree char *id = scenario_value_id (element);

    if (*id != '\0' && scenario_people_find (people, id) < 0)
      scenario_value_error (element, SCENARIO_CODE_REFERENCE, _ ("there is no machine “%s”"), id);
    g_strv_builder_add (ids, id);
  }
  return g_strv_builder_end (ids);
}
