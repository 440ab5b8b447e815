/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Campaign files: names, people, operations.  */
#include "scenario/scenario-campaign.h"

#include "scenario/scenario-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
scenario_campaign_free (ScenarioCampaign *campaign)
{
  g_free (campaign->id);
  g_free (campaign->title);
  g_free (campaign->summary);
  g_free (campaign->author);
  g_free (campaign->licence);
  g_free (campaign->path);
  g_free (campaign->content_hash);
  g_array_unref (campaign->people);
  g_strfreev (campaign->command);
  g_strfreev (campaign->operations);
  g_ptr_array_unref (campaign->type_ids);
  g_array_unref (campaign->type_names);
  g_ptr_array_unref (campaign->call_signs);
  g_free (campaign);
}

static ScenarioCampaign *
campaign_new (const char *path)
{
  ScenarioCampaign *campaign = g_new0 (ScenarioCampaign, 1);

  campaign->path = g_strdup (path);
  campaign->people = g_array_new (FALSE, TRUE, sizeof (ScenarioPerson));
  g_array_set_clear_func (campaign->people, (GDestroyNotify) scenario_person_clear);
  campaign->type_ids = g_ptr_array_new_with_free_func (g_free);
  campaign->type_names = g_array_new (FALSE, TRUE, sizeof (ScenarioTypeName));
  g_array_set_clear_func (campaign->type_names, (GDestroyNotify) scenario_type_name_clear);
  campaign->call_signs = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_text_unref);
  return campaign;
}

const ScenarioTypeName *
scenario_campaign_type (const ScenarioCampaign *campaign, const char *type)
{
  for (guint i = 0; i < campaign->type_ids->len; i++)
    if (strcmp (g_ptr_array_index (campaign->type_ids, i), type) == 0)
      return &g_array_index (campaign->type_names, ScenarioTypeName, i);
  return NULL;
}

ScenarioText *
scenario_campaign_call_sign (const ScenarioCampaign *campaign, const char *id)
{
  int index = scenario_people_find (campaign->people, id);

  return index < 0 ? NULL : g_ptr_array_index (campaign->call_signs, index);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static void
read_type_names (ScenarioFile *file, ScenarioCampaign *campaign, ScenarioValue value)
{
  guint n = scenario_value_is_some (value) ? scenario_value_n_members (value, SIM_MAX_TYPES) : 0;

  for (guint i = 0; i < n; i++) {
    const char *id;
    ScenarioValue member = scenario_value_nth_member (value, i, &id);
    ScenarioTypeName name = scenario_type_name_read (file, member);

    if (!scenario_is_id (id))
      scenario_value_key_error (member, SCENARIO_CODE_TEXT,
                                _ ("an id is words of a–z and 0–9 joined by “-”"));
    g_ptr_array_add (campaign->type_ids, g_strdup (id));
    g_array_append_val (campaign->type_names, name);
  }
}

static void
read_person (ScenarioFile *file, ScenarioCampaign *campaign, ScenarioValue value, guint platoon,
             guint number)
{
  static const char *const statuses[] = {"alive", "dead"};
  ScenarioObject object;
  ScenarioPerson person;
  ScenarioText *call_sign;

  scenario_object_begin (&object, value);
  person = scenario_person_read (file, &object, platoon, number, &call_sign);
  person.alive = scenario_object_choice_or (&object, "status", statuses, 2, 0) == 0;
  scenario_object_end (&object);
  g_array_append_val (campaign->people, person);
  g_ptr_array_add (campaign->call_signs, call_sign);
}

static void
read_platoon (ScenarioFile *file, ScenarioCampaign *campaign, ScenarioValue value, guint platoon,
              GArray *values)
{
  ScenarioObject object;
  ScenarioArray members;

  scenario_object_begin (&object, value);
  members = scenario_value_array (scenario_object_require (&object, "members"), 1,
                                  SCENARIO_MAX_PLATOON);
  for (guint i = 0; i < members.n; i++) {
    ScenarioValue member = scenario_array_get (&members, i);

    read_person (file, campaign, member, platoon, i + 1);
    g_array_append_val (values, member);
  }
  scenario_object_end (&object);
}

static void
read_roster (ScenarioFile *file, ScenarioCampaign *campaign, ScenarioValue value)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (ScenarioValue));
  ScenarioObject object;
  ScenarioArray platoons;

  scenario_object_begin (&object, value);
  platoons = scenario_value_array (scenario_object_require (&object, "platoons"), 1,
                                   SIM_MAX_PLATOONS);
  for (guint i = 0; i < platoons.n; i++)
    read_platoon (file, campaign, scenario_array_get (&platoons, i), i, values);
  scenario_people_settle (campaign->people, (const ScenarioValue *) values->data);
  campaign->command =
      scenario_command_read (scenario_object_get (&object, "command"), campaign->people);
  scenario_object_end (&object);
  if (campaign->people->len > PICTURE_MAX_OWN)
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("more than %d machines"),
                          PICTURE_MAX_OWN);
}

/* Each operation is a scenario of the campaign's folder.  */
static void
read_operations (ScenarioCampaign *campaign, ScenarioValue value)
{
  g_autofree char *folder = g_path_get_dirname (campaign->path);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  ScenarioArray array = scenario_value_array (value, 1, 64);

  for (guint i = 0; i < array.n; i++) {
    ScenarioValue element = scenario_array_get (&array, i);
    g_autofree char *id = scenario_value_id (element);
    g_autofree char *name = g_strdup_printf ("%s.json", id);
    g_autofree char *path = g_build_filename (folder, "scenarios", name, NULL);

    if (*id != '\0' && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
      scenario_value_error (element, SCENARIO_CODE_REFERENCE,
                            _ ("the campaign has no scenario “%s”"), id);
    g_strv_builder_add (ids, id);
  }
  campaign->operations = g_strv_builder_end (ids);
}

static char *
read_line (ScenarioFile *file, ScenarioObject *root, const char *name, guint max)
{
  ScenarioValue value = scenario_object_require (root, name);

  return scenario_file_translate (file, value, scenario_value_line (value, 1, max));
}

static void
read_root (ScenarioFile *file, ScenarioCampaign *campaign)
{
  ScenarioObject root;
  ScenarioValue value;

  if (!scenario_object_begin (&root, scenario_document_root (file->document)) ||
      !scenario_object_read_head (&root, "handler-one/campaign", 1))
    return;
  campaign->id = scenario_value_id (scenario_object_require (&root, "id"));
  campaign->title = read_line (file, &root, "title", 80);
  value = scenario_object_require (&root, "summary");
  campaign->summary = scenario_file_translate (file, value, scenario_value_text (value, 1, 1000));
  campaign->author = scenario_value_line (scenario_object_require (&root, "author"), 1, 120);
  campaign->licence = scenario_value_line (scenario_object_require (&root, "licence"), 1, 80);
  read_type_names (file, campaign, scenario_object_get (&root, "type_names"));
  read_roster (file, campaign, scenario_object_require (&root, "roster"));
  read_operations (campaign, scenario_object_require (&root, "operations"));
  scenario_file_check_texts (file, &root);
  scenario_object_end (&root);
}

ScenarioCampaign *
scenario_campaign_read (const char *path, GPtrArray *problems, GError **error)
{
  g_auto (ScenarioFile) file;
  g_autoptr (ScenarioCampaign) campaign = NULL;

  if (!scenario_file_open (&file, path, problems, error))
    return NULL;
  campaign = campaign_new (file.path);
  read_root (&file, campaign);
  campaign->content_hash = g_strdup (g_checksum_get_string (file.checksum));
  return scenario_problems_fatal (problems) ? NULL : g_steal_pointer (&campaign);
}

static char *
find_campaign (const char *id)
{
  g_autoptr (GPtrArray) all = scenario_files_find ();

  for (guint i = 0; i < all->len; i++) {
    const ScenarioFound *found = g_ptr_array_index (all, i);
    g_autofree char *folder = g_path_get_dirname (found->path);
    g_autofree char *name = g_path_get_basename (folder);

    if (found->is_campaign && strcmp (name, id) == 0)
      return g_strdup (found->path);
  }
  return NULL;
}

ScenarioCampaign *
scenario_campaign_load (const char *id_or_path, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autofree char *found = scenario_is_id (id_or_path) ? find_campaign (id_or_path) : NULL;
  const char *path = found != NULL ? found : id_or_path;
  g_autoptr (GError) why = NULL;
  ScenarioCampaign *campaign;

  if (found == NULL && !g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_UNKNOWN, _ ("there is no campaign “%s”"),
                 id_or_path);
    return NULL;
  }
  campaign = scenario_campaign_read (path, problems, &why);
  if (campaign == NULL && why == NULL)
    scenario_problems_to_error (problems, path, &why);
  if (campaign == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return campaign;
}
