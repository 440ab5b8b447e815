/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenario files: the root, and the object that comes of it.  */
#include "scenario/scenario-battle.h"
#include "scenario/scenario-carried.h"

#include "base/base-random.h"
#include "scenario/scenario-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>


static const char *const weather_names[] = {
#define X(constant, name) name,
  SIM_WEATHER_LIST (X)
#undef X
};

/* ---- Life ---------------------------------------------------------------------------------- */

static void
member_clear (gpointer data)
{
  ScenarioMember *member = data;

  g_free (member->machine.id);
  g_free (member->machine.call_sign);
  g_free (member->machine.code);
  g_free (member->machine.name);
  g_free (member->voice_variant);
  g_free (member->pronunciation);
}

static void
objective_clear (gpointer data)
{
  ScenarioObjective *objective = data;

  g_free (objective->id);
  g_free (objective->title);
  g_free (objective->description);
}

static void
feature_clear (gpointer data)
{
  g_free ((gpointer) ((SimFeature *) data)->points);
}

static void
type_clear (gpointer data)
{
  OrderTypeName *name = data;

  g_free (name->one);
  g_free (name->other);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

static ScenarioBattle *
battle_new (const char *path)
{
  ScenarioBattle *battle = g_new0 (ScenarioBattle, 1);

  g_atomic_ref_count_init (&battle->ref_count);
  battle->path = g_strdup (path);
  battle->rules = sim_rules_default ();
  battle->world = sim_world_def_default ();
  battle->squadron = array_new (sizeof (ScenarioMember), member_clear);
  battle->plans = g_ptr_array_new ();
  battle->objectives = array_new (sizeof (ScenarioObjective), objective_clear);
  battle->objective_defs = array_new (sizeof (SimObjectiveDef), NULL);
  battle->unit_defs = array_new (sizeof (SimUnitDef), NULL);
  battle->events = array_new (sizeof (SimEventDef), NULL);
  battle->places = array_new (sizeof (PicturePlace), NULL);
  battle->place_sounds = g_ptr_array_new_with_free_func (g_free);
  battle->types = array_new (sizeof (OrderTypeName), type_clear);
  battle->known = array_new (sizeof (ScenarioKnown), NULL);
  battle->features = array_new (sizeof (SimFeature), feature_clear);
  battle->names = scenario_names_new ();
  return battle;
}

static void
battle_free (ScenarioBattle *battle)
{
  char *strings[] = {battle->id,     battle->title,   battle->summary,  battle->briefing,
                     battle->author, battle->licence, battle->path,     battle->campaign,
                     battle->start};
  GArray *arrays[] = {battle->squadron, battle->objectives, battle->objective_defs,
                      battle->unit_defs, battle->events, battle->places, battle->types,
                      battle->known, battle->features};

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_clear_pointer (&battle->start_time, g_date_time_unref);
  g_clear_pointer (&battle->groups, g_array_unref);
  g_ptr_array_unref (battle->plans);
  g_ptr_array_unref (battle->place_sounds);
  g_strfreev (battle->texts);
  g_strfreev (battle->weapon_names);
  g_strfreev (battle->loadout_names);
  scenario_names_free (battle->names);
  scenario_tutorial_free (battle->tutorial);
  scenario_carried_clear (&battle->carried);
  g_free (battle);
}

ScenarioBattle *
scenario_battle_ref (ScenarioBattle *battle)
{
  g_atomic_ref_count_inc (&battle->ref_count);
  return battle;
}

void
scenario_battle_unref (ScenarioBattle *battle)
{
  if (g_atomic_ref_count_dec (&battle->ref_count))
    battle_free (battle);
}

/* ---- Small values -------------------------------------------------------------------------- */

char *
scenario_read_line (ScenarioMaker *maker, ScenarioValue value, guint min, guint max)
{
  if (!scenario_value_is_some (value))
    return g_strdup ("");
  return scenario_file_translate (&maker->file, value, scenario_value_line (value, min, max));
}

char *
scenario_read_spoken_line (ScenarioMaker *maker, ScenarioValue value, guint min, guint max,
                           GPtrArray *texts)
{
  g_autofree char *line =
      scenario_value_is_some (value) ? scenario_value_line (value, min, max) : g_strdup ("");
  ScenarioText *text = scenario_file_text (&maker->file, value, line);

  g_ptr_array_add (texts, text);
  return g_strdup (scenario_text_written (text, NULL));
}

char *
scenario_read_text (ScenarioMaker *maker, ScenarioValue value, guint min, guint max)
{
  if (!scenario_value_is_some (value))
    return g_strdup ("");
  return scenario_file_translate (&maker->file, value, scenario_value_text (value, min, max));
}

SimTick
scenario_read_moment (ScenarioMaker *maker, ScenarioValue value, SimTick otherwise)
{
  SimTick moment;

  if (!scenario_value_is_some (value))
    return otherwise;
  moment = SIM_SECONDS (scenario_value_number (value, 0, 36000));
  if (moment > maker->battle->world.duration)
    scenario_value_error (value, SCENARIO_CODE_ORDER, _ ("after the end of the battle"));
  return moment;
}

gboolean
scenario_id_is_taken (GPtrArray *ids, const char *id, ScenarioValue value)
{
  if (*id == '\0')
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (strcmp (g_ptr_array_index (ids, i), id) == 0) {
      scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("the id “%s” is taken"), id);
      return TRUE;
    }
  g_ptr_array_add (ids, g_strdup (id));
  return FALSE;
}

/* ---- The root ------------------------------------------------------------------------------ */

static void
read_start (ScenarioBattle *battle, ScenarioValue value)
{
  const char *text = scenario_value_string (value, 16, 16);
  g_autofree char *whole = g_strconcat (text, ":00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  battle->start = g_strdup (text);
  if (*text == '\0')
    return;
  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$", text,
                             G_REGEX_DOLLAR_ENDONLY, 0)) {
    scenario_value_error (value, SCENARIO_CODE_TEXT,
                          _ ("a start is written “2148-05-22T05:15”"));
    return;
  }
  battle->start_time = g_date_time_new_from_iso8601 (whole, zone);
  if (battle->start_time == NULL) {
    scenario_value_error (value, SCENARIO_CODE_ORDER, _ ("there is no such day or hour"));
    return;
  }
  battle->world.start_hour = (float) g_date_time_get_hour (battle->start_time) +
                             (float) g_date_time_get_minute (battle->start_time) / 60;
}

static void
read_about (ScenarioMaker *maker, ScenarioObject *root)
{
  ScenarioBattle *battle = maker->battle;

  battle->id = scenario_value_id (scenario_object_require (root, "id"));
  battle->title = scenario_read_line (maker, scenario_object_require (root, "title"), 1, 80);
  battle->summary = scenario_read_line (maker, scenario_object_require (root, "summary"), 1, 300);
  battle->briefing =
      scenario_read_text (maker, scenario_object_require (root, "briefing"), 1, 8000);
  battle->author = scenario_value_line (scenario_object_require (root, "author"), 1, 120);
  battle->licence = scenario_value_line (scenario_object_require (root, "licence"), 1, 80);
  battle->training = scenario_object_boolean_or (root, "training", FALSE);
  battle->library_order =
      (guint) scenario_object_integer_or (root, "library_order", 0, 10000, 1000);
}

static void
read_frame (ScenarioMaker *maker, ScenarioObject *root)
{
  ScenarioBattle *battle = maker->battle;

  read_start (battle, scenario_object_require (root, "start"));
  battle->world.duration = SIM_SECONDS (scenario_value_number_else (
      scenario_object_require (root, "duration_s"), 30, 36000, 36000));
  battle->seed =
      (guint64) scenario_object_integer_or (root, "seed", 0, SCENARIO_GATE_INTEGER, 0);
  battle->world.weather = (uint8_t) scenario_object_choice_or (
      root, "weather", weather_names, G_N_ELEMENTS (weather_names), SIM_WEATHER_CLEAR);
  battle->world.wind_from_deg =
      (float) scenario_object_number_or (root, "wind_from_deg", 0, 360, 270);
  battle->world.wind_mps = (float) scenario_object_number_or (root, "wind_mps", 0, 30, 2.5);
}

static void
read_rules (ScenarioMaker *maker, ScenarioObject *root)
{
  ScenarioValue value = scenario_object_get (root, "rules");
  g_autofree char *id =
      scenario_value_is_some (value) ? scenario_value_id (value) : g_strdup ("standard");

  if (*id == '\0')
    return;
  maker->rules = scenario_rules_load (id, scenario_value_is_some (value) ? value : root->value);
  if (maker->rules == NULL)
    return;
  maker->battle->rules = maker->rules->rules;
  g_checksum_update (maker->file.checksum, (const guchar *) maker->rules->sha256, -1);
}

static void
read_campaign (ScenarioMaker *maker, ScenarioValue root)
{
  g_autofree char *path = scenario_files_campaign_of (maker->file.path);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  maker->campaign = scenario_campaign_read (path, problems, &error);
  if (maker->campaign != NULL) {
    maker->battle->campaign = g_strdup (maker->campaign->id);
    g_checksum_update (maker->file.checksum, (const guchar *) maker->campaign->content_hash, -1);
    return;
  }
  if (error == NULL)
    scenario_problems_to_error (problems, path, &error);
  scenario_value_error (root, SCENARIO_CODE_REFERENCE, _ ("the campaign can not be used: %s"),
                        error->message);
}

/* What stands behind the squadron: rounds that the guns on the wall have for it, and how readily they
 * are given.  */
static void
read_support (ScenarioMaker *maker, ScenarioValue value)
{
  SimWorldDef *world = &maker->battle->world;
  ScenarioObject object, guns;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
  if (scenario_object_begin (&guns, scenario_object_require (&object, "guns"))) {
    world->wall_rounds = (uint16_t) scenario_object_integer_or (&guns, "rounds", 0, 1000, 0);
    world->wall_grant = (float) scenario_object_number_or (&guns, "grant", 0, 1, -1);
    scenario_object_end (&guns);
  }
  scenario_object_end (&object);
}

static void
read_root (ScenarioMaker *maker)
{
  ScenarioObject root;

  if (!scenario_object_begin (&root, scenario_document_root (maker->file.document)) ||
      !scenario_object_read_head (&root, "handler-one/scenario", 1))
    return;
  read_rules (maker, &root);
  read_campaign (maker, root.value);
  read_about (maker, &root);
  read_frame (maker, &root);
  scenario_read_terrain (maker, scenario_object_require (&root, "terrain"));
  scenario_read_squadron (maker, scenario_object_require (&root, "squadron"));
  scenario_read_legion (maker, scenario_object_require (&root, "legion"));
  scenario_read_objectives (maker, scenario_object_require (&root, "objectives"));
  scenario_read_tutorial (maker, scenario_object_get (&root, "tutorial"));
  scenario_read_events (maker, scenario_object_get (&root, "events"));
  read_support (maker, scenario_object_get (&root, "support"));
  scenario_read_known (maker, scenario_object_get (&root, "what_is_known"));
  scenario_file_check_texts (&maker->file, &root);
  scenario_object_end (&root);
}

/* ---- Putting together ---------------------------------------------------------------------- */

static void
name_types (ScenarioMaker *maker)
{
  for (guint i = 0; i < maker->battle->rules.n_types; i++) {
    const char *id = maker->battle->rules.types[i].id;
    const ScenarioTypeName *own =
        maker->campaign != NULL ? scenario_campaign_type (maker->campaign, id) : NULL;
    const ScenarioTypeName *name = own != NULL ? own : &maker->rules->names[i];
    ScenarioTypeName said = {scenario_text_ref (name->one), scenario_text_ref (name->other),
                             name->letter};
    OrderTypeName written = {g_strdup (scenario_text_written (name->one, NULL)),
                             g_strdup (scenario_text_written (name->other, NULL)), name->letter};

    g_array_append_val (maker->battle->names->types, said);
    g_array_append_val (maker->battle->types, written);
  }
}

static char **
copy_names (char *const *names, guint n)
{
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (names[i]);
  return copy;
}

static void
name_weapons (ScenarioMaker *maker)
{
  const ScenarioRules *rules = maker->rules;

  maker->battle->weapon_names = copy_names (rules->weapon_names, rules->rules.n_weapons);
  maker->battle->loadout_names = copy_names (rules->loadout_names, rules->rules.n_loadouts);
}

static void
collect_texts (ScenarioMaker *maker)
{
  ScenarioBattle *battle = maker->battle;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < battle->names->texts->len; i++)
    g_strv_builder_add (texts,
                        scenario_text_written (g_ptr_array_index (battle->names->texts, i), NULL));
  battle->texts = g_strv_builder_end (texts);
}

/* All is read: lets the definition point into the object.  */
static void
link_world (ScenarioBattle *battle)
{
  SimWorldDef *world = &battle->world;
  const ScenarioPlan *plan;

  for (guint i = 0; i < battle->squadron->len; i++)
    g_array_append_val (battle->unit_defs, g_array_index (battle->squadron, ScenarioMember, i).def);
  plan = g_ptr_array_index (battle->plans, scenario_battle_plan (battle, battle->seed));
  battle->groups = g_array_ref (plan->groups);
  world->rules = &battle->rules;
  world->terrain.features = (const SimFeature *) battle->features->data;
  world->terrain.n_features = battle->features->len;
  world->squadron = (const SimUnitDef *) battle->unit_defs->data;
  world->n_squadron = battle->unit_defs->len;
  world->groups = (const SimGroupDef *) battle->groups->data;
  world->n_groups = battle->groups->len;
  world->objectives = (const SimObjectiveDef *) battle->objective_defs->data;
  world->n_objectives = battle->objective_defs->len;
  world->events = (const SimEventDef *) battle->events->data;
  world->n_events = battle->events->len;
  world->seed = battle->seed;
}

static void
maker_clear (ScenarioMaker *maker)
{
  g_clear_pointer (&maker->battle, scenario_battle_unref);
  g_clear_pointer (&maker->rules, scenario_rules_free);
  g_clear_pointer (&maker->campaign, scenario_campaign_free);
  g_array_unref (maker->calls);
  scenario_file_clear (&maker->file);
}

ScenarioBattle *
scenario_battle_read (const char *path, GArray *people, GPtrArray *problems, GError **error)
{
  ScenarioMaker maker = {.people = people,
                         .calls = g_array_new (FALSE, TRUE, sizeof (ScenarioValue))};
  ScenarioBattle *battle = NULL;

  if (scenario_file_open (&maker.file, path, problems, error)) {
    maker.battle = battle_new (maker.file.path);
    read_root (&maker);
    if (!scenario_problems_fatal (problems)) {
      name_types (&maker);
      name_weapons (&maker);
      collect_texts (&maker);
      link_world (maker.battle);
      g_strlcpy (maker.battle->content_hash, g_checksum_get_string (maker.file.checksum),
                 sizeof maker.battle->content_hash);
      battle = g_steal_pointer (&maker.battle);
    }
  }
  maker_clear (&maker);
  return battle;
}

const char *
scenario_battle_get_place_pronunciation (const ScenarioBattle *battle, gsize index)
{
  return index < battle->place_sounds->len ? g_ptr_array_index (battle->place_sounds, index) : "";
}
