/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules files: the numbers of battle, weapons and types, read by the lists of sim-def.h.  */
#include "scenario/scenario-rules.h"

#include "scenario/scenario-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const role_names[] = {
#define X(constant, name, letter) name,
  SIM_ROLE_LIST (X)
#undef X
};

static const char *const side_names[] = {"republic", "legion"};

static void
copy_id (char to[SIM_ID_LENGTH], ScenarioValue value)
{
  g_autofree char *id = scenario_value_id (value);

  g_strlcpy (to, id, SIM_ID_LENGTH);
}

/* ---- Numbers ------------------------------------------------------------------------------- */

static void
read_rule_numbers (SimRules *rules, ScenarioValue value)
{
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return;
#define X(field, default_value, low, high, what)                                                  \
  rules->field = (float) scenario_object_number_or (&object, #field, low, high, default_value);
  SIM_RULE_NUMBER_LIST (X)
#undef X
  scenario_object_end (&object);
}

/* What it is called; its id where the file does not say.  */
static char *
read_name (ScenarioFile *file, ScenarioValue value, const char *id)
{
  g_autofree char *line = NULL;
  g_autoptr (ScenarioText) text = NULL;

  if (!scenario_value_is_some (value))
    return g_strdup (id);
  line = scenario_value_line (value, 1, 31);
  text = scenario_file_text (file, value, line);
  return g_strdup (scenario_text_written (text, NULL));
}

static SimWeapon
read_weapon (ScenarioFile *file, ScenarioValue value, char **name)
{
  SimWeapon weapon = sim_weapon_default ();
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return weapon;
  copy_id (weapon.id, scenario_object_require (&object, "id"));
  *name = read_name (file, scenario_object_get (&object, "name"), weapon.id);
#define X(field, default_value, low, high, what)                                                  \
  weapon.field = (float) scenario_object_number_or (&object, #field, low, high, default_value);
  SIM_WEAPON_NUMBER_LIST (X)
#undef X
  scenario_object_end (&object);
  return weapon;
}

static void
read_weapons (ScenarioFile *file, ScenarioRules *all, ScenarioValue value)
{
  SimRules *rules = &all->rules;
  ScenarioArray array = scenario_value_array (value, 1, SIM_MAX_WEAPONS);

  for (guint i = 0; i < array.n; i++) {
    SimWeapon weapon =
        read_weapon (file, scenario_array_get (&array, i), &all->weapon_names[rules->n_weapons]);

    if (sim_rules_find_weapon (rules, weapon.id) >= 0 && *weapon.id != '\0')
      scenario_value_error (scenario_array_get (&array, i), SCENARIO_CODE_REFERENCE,
                            _ ("there is a weapon “%s” already"), weapon.id);
    rules->weapons[rules->n_weapons++] = weapon;
  }
}

/* ---- Types --------------------------------------------------------------------------------- */

static ScenarioText *
read_type_text (ScenarioFile *file, ScenarioValue value)
{
  g_autofree char *line = scenario_value_line (value, 1, 31);

  return scenario_file_text (file, value, line);
}

ScenarioTypeName
scenario_type_name_read (ScenarioFile *file, ScenarioValue value)
{
  ScenarioTypeName name = {.letter = '?'};
  ScenarioObject object;
  ScenarioValue letter;
  const char *string;

  if (!scenario_object_begin (&object, value)) {
    name.one = scenario_text_new ("", NULL, NULL);
    name.other = scenario_text_new ("", NULL, NULL);
    return name;
  }
  name.one = read_type_text (file, scenario_object_require (&object, "one"));
  name.other = read_type_text (file, scenario_object_require (&object, "other"));
  letter = scenario_object_require (&object, "letter");
  string = scenario_value_string (letter, 1, 1);
  if (*string != '\0' && !g_ascii_isupper (*string))
    scenario_value_error (letter, SCENARIO_CODE_TEXT, _ ("must be one letter A–Z"));
  name.letter = g_ascii_isupper (*string) ? *string : '?';
  scenario_object_end (&object);
  return name;
}

/* Indices of the weapons named, main gun first; returns how many.  */
static guint8
read_weapon_ids (const SimRules *rules, guint8 weapons[SIM_MAX_TYPE_WEAPONS], ScenarioValue value)
{
  ScenarioArray array = scenario_value_array (value, 0, SIM_MAX_TYPE_WEAPONS);

  for (guint i = 0; i < array.n; i++) {
    ScenarioValue element = scenario_array_get (&array, i);
    const char *id = scenario_value_string (element, 1, SIM_ID_LENGTH - 1);
    int weapon = sim_rules_find_weapon (rules, id);

    if (weapon < 0 && *id != '\0')
      scenario_value_error (element, SCENARIO_CODE_REFERENCE, _ ("there is no weapon “%s”"), id);
    else if (weapon >= 0 && rules->weapons[weapon].wall > 0)
      scenario_value_error (element, SCENARIO_CODE_REFERENCE,
                            _ ("“%s” stands on the wall: no machine carries it"), id);
    weapons[i] = (uint8_t) MAX (weapon, 0);
  }
  return (guint8) array.n;
}

static SimUnitType
read_type (ScenarioFile *file, const SimRules *rules, ScenarioValue value,
           ScenarioTypeName *name)
{
  SimUnitType type = sim_unit_type_default ();
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return type;
  copy_id (type.id, scenario_object_require (&object, "id"));
  type.role = (uint8_t) scenario_value_choice (scenario_object_require (&object, "role"),
                                               role_names, G_N_ELEMENTS (role_names));
  type.side = (uint8_t) scenario_value_choice (scenario_object_require (&object, "side"),
                                               side_names, G_N_ELEMENTS (side_names));
  *name = scenario_type_name_read (file, scenario_object_require (&object, "name"));
  type.n_weapons =
      read_weapon_ids (rules, type.weapons, scenario_object_require (&object, "weapons"));
#define X(field, default_value, low, high, what)                                                  \
  type.field = (float) scenario_object_number_or (&object, #field, low, high, default_value);
  SIM_TYPE_NUMBER_LIST (X)
#undef X
  scenario_object_end (&object);
  return type;
}

static void
read_types (ScenarioFile *file, ScenarioRules *rules, ScenarioValue value)
{
  ScenarioArray array = scenario_value_array (value, 1, SIM_MAX_TYPES);

  for (guint i = 0; i < array.n; i++) {
    ScenarioValue element = scenario_array_get (&array, i);
    SimUnitType type =
        read_type (file, &rules->rules, element, &rules->names[rules->rules.n_types]);

    if (sim_rules_find_type (&rules->rules, type.id) >= 0 && *type.id != '\0')
      scenario_value_error (element, SCENARIO_CODE_REFERENCE, _ ("there is a type “%s” already"),
                            type.id);
    rules->rules.types[rules->rules.n_types++] = type;
  }
}

SimTypeIndex
scenario_rules_type (const SimRules *rules, ScenarioValue value, SimSide side)
{
  const char *id = scenario_value_string (value, 1, SIM_ID_LENGTH - 1);
  const char *names[SIM_MAX_TYPES];
  g_autofree char *message = NULL;
  guint n_names = 0;

  if (*id == '\0')
    return 0;
  for (guint i = 0; i < rules->n_types; i++) {
    if (rules->types[i].side != side)
      continue;
    if (strcmp (rules->types[i].id, id) == 0)
      return (SimTypeIndex) i;
    names[n_names++] = rules->types[i].id;
  }
  message = g_strdup_printf (side == SIM_SIDE_REPUBLIC ? _ ("the rules have no own type “%s”")
                                                       : _ ("the rules have no Legion type “%s”"),
                             id);
  message = scenario_did_you_mean (message, id, names, n_names);
  scenario_value_error (value, SCENARIO_CODE_REFERENCE, "%s", message);
  return 0;
}

/* ---- Loadouts ------------------------------------------------------------------------------ */

static SimLoadout
read_loadout (ScenarioFile *file, const SimRules *rules, ScenarioValue value, char **name)
{
  SimLoadout loadout = sim_loadout_default ();
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return loadout;
  copy_id (loadout.id, scenario_object_require (&object, "id"));
  *name = read_name (file, scenario_object_get (&object, "name"), loadout.id);
  loadout.n_weapons =
      read_weapon_ids (rules, loadout.weapons, scenario_object_require (&object, "weapons"));
#define X(field, default_value, low, high, what)                                                  \
  loadout.field = (float) scenario_object_number_or (&object, #field, low, high, default_value);
  SIM_LOADOUT_NUMBER_LIST (X)
#undef X
  scenario_object_end (&object);
  return loadout;
}

static void
read_loadouts (ScenarioFile *file, ScenarioRules *all, ScenarioValue value)
{
  SimRules *rules = &all->rules;
  ScenarioArray array = {0};

  if (scenario_value_is_some (value))
    array = scenario_value_array (value, 0, SIM_MAX_LOADOUTS);
  for (guint i = 0; i < array.n; i++) {
    ScenarioValue element = scenario_array_get (&array, i);
    SimLoadout loadout =
        read_loadout (file, rules, element, &all->loadout_names[rules->n_loadouts]);

    if (sim_rules_find_loadout (rules, loadout.id) >= 0 && *loadout.id != '\0')
      scenario_value_error (element, SCENARIO_CODE_REFERENCE,
                            _ ("there is a loadout “%s” already"), loadout.id);
    rules->loadouts[rules->n_loadouts++] = loadout;
  }
}

guint
scenario_rules_loadout (const SimRules *rules, ScenarioValue value, const char *id)
{
  int loadout = *id != '\0' ? sim_rules_find_loadout (rules, id) : -1;
  const char *names[SIM_MAX_LOADOUTS];
  g_autofree char *message = NULL;

  if (loadout >= 0 || *id == '\0')
    return (guint) (loadout + 1);
  for (guint i = 0; i < rules->n_loadouts; i++)
    names[i] = rules->loadouts[i].id;
  message = g_strdup_printf (_ ("the rules have no loadout “%s”"), id);
  message = scenario_did_you_mean (message, id, names, rules->n_loadouts);
  scenario_value_error (value, SCENARIO_CODE_REFERENCE, "%s", message);
  return 0;
}

/* ---- Patterns of the Legion ---------------------------------------------------------------- */

static void
read_pattern (SimPatternRule *rule, ScenarioValue value)
{
  ScenarioObject object;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
#define X(field, default_value, low, high, what)                                                  \
  rule->field = (float) scenario_object_number_or (&object, #field, low, high, rule->field);
  SIM_PATTERN_NUMBER_LIST (X)
#undef X
  scenario_object_end (&object);
  if (rule->delay_least_s > rule->delay_most_s || rule->distance_least_m > rule->distance_most_m ||
      rule->angle_least_deg > rule->angle_most_deg || rule->loss_least > rule->loss_most)
    scenario_value_error (value, SCENARIO_CODE_ORDER, _ ("a least is more than its most"));
}

static void
read_patterns (SimRules *rules, ScenarioValue value)
{
  ScenarioObject object;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
#define X(constant, name)                                                                         \
  read_pattern (&rules->patterns[SIM_PATTERN_##constant], scenario_object_get (&object, name));
  SIM_PATTERN_LIST (X)
#undef X
  scenario_object_end (&object);
}

/* ---- The file ------------------------------------------------------------------------------ */

static void
read_root (ScenarioFile *file, ScenarioRules *rules)
{
  ScenarioObject root;
  ScenarioValue title;

  if (!scenario_object_begin (&root, scenario_document_root (file->document)) ||
      !scenario_object_read_head (&root, "handler-one/rules", 1))
    return;
  g_free (scenario_value_id (scenario_object_require (&root, "id")));
  title = scenario_object_require (&root, "title");
  g_free (scenario_value_line (title, 1, 80));
  read_rule_numbers (&rules->rules, scenario_object_require (&root, "numbers"));
  read_weapons (file, rules, scenario_object_require (&root, "weapons"));
  read_loadouts (file, rules, scenario_object_get (&root, "loadouts"));
  read_types (file, rules, scenario_object_require (&root, "types"));
  read_patterns (&rules->rules, scenario_object_get (&root, "patterns"));
  scenario_file_check_texts (file, &root);
  scenario_object_end (&root);
}

ScenarioRules *
scenario_rules_read (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioRules) rules = g_new0 (ScenarioRules, 1);
  g_auto (ScenarioFile) file;

  rules->rules = sim_rules_default ();
  if (!scenario_file_open_within (&file, path, &scenario_gate_rules, problems, error))
    return NULL;
  read_root (&file, rules);
  g_strlcpy (rules->sha256, g_checksum_get_string (file.checksum), sizeof rules->sha256);
  return scenario_problems_fatal (problems) ? NULL : g_steal_pointer (&rules);
}

void
scenario_rules_free (ScenarioRules *rules)
{
  for (guint i = 0; i < SIM_MAX_TYPES; i++)
    scenario_type_name_clear (&rules->names[i]);
  for (guint i = 0; i < SIM_MAX_WEAPONS; i++)
    g_free (rules->weapon_names[i]);
  for (guint i = 0; i < SIM_MAX_LOADOUTS; i++)
    g_free (rules->loadout_names[i]);
  g_free (rules);
}

ScenarioRules *
scenario_rules_load (const char *id, ScenarioValue value)
{
  g_autofree char *name = g_strdup_printf ("%s.json", id);
  g_autofree char *path = g_build_filename (scenario_data_dir (), "rules", name, NULL);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  ScenarioRules *rules = scenario_rules_read (path, problems, &error);

  if (rules != NULL)
    return rules;
  if (error == NULL)
    scenario_problems_to_error (problems, path, &error);
  scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                        _ ("the rules “%1$s” can not be used: %2$s"), id, error->message);
  return NULL;
}
