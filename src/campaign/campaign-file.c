/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roster on the disk.  */
#include "campaign/campaign-roster.h"

#include "scenario/scenario-carried.h"
#include "scenario/scenario-files.h"
#include "scenario/scenario-learning.h"
#include "scenario/scenario-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define ROSTER_FORMAT  "handler-one/roster"
#define ROSTER_VERSION 1
#define MAX_PEOPLE     256

char *
campaign_roster_path (const char *campaign_id)
{
  g_autofree char *name = g_strdup_printf ("%s.json", campaign_id);

  g_return_val_if_fail (scenario_is_id (campaign_id), NULL);
  return g_build_filename (scenario_user_dir (), "rosters", name, NULL);
}

/* ---- Writing ------------------------------------------------------------------------------- */

static void
write_person (ScenarioWriter *writer, const CampaignPerson *person)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "id", person->id);
  scenario_person_state_write (writer, person->alive, person->wounds, person->trust,
                               person->name_known);
  if (*person->fell_in != '\0')
    scenario_writer_string (writer, "fell_in", person->fell_in);
  scenario_writer_end_object (writer);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ, _ ("%1$s can not be made: %2$s"), name,
               g_strerror (errno));
  return FALSE;
}

gboolean
campaign_roster_save (const CampaignRoster *roster, const char *path, GError **error)
{
  g_auto (ScenarioWriter) writer;

  scenario_writer_init (&writer, TRUE);
  scenario_writer_begin_object (&writer, NULL);
  scenario_writer_string (&writer, "format", ROSTER_FORMAT);
  scenario_writer_integer (&writer, "version", ROSTER_VERSION);
  scenario_writer_string (&writer, "campaign", roster->campaign);
  scenario_writer_begin_array (&writer, "people");
  for (guint i = 0; i < roster->people->len; i++)
    write_person (&writer, &g_array_index (roster->people, CampaignPerson, i));
  scenario_writer_end_array (&writer);
  scenario_learning_write (&writer, "learning", &roster->learned);
  scenario_writer_end_object (&writer);
  scenario_writer_end_line (&writer);
  return make_folder (path, error) &&
         scenario_file_write (path, writer.text->str, writer.text->len, error);
}

/* ---- Reading ------------------------------------------------------------------------------- */

/* Person number `index` of the file must be that of the campaign.  */
static void
read_person (CampaignRoster *roster, guint index, ScenarioValue value)
{
  CampaignPerson *person = &g_array_index (roster->people, CampaignPerson, index);
  ScenarioObject object;
  ScenarioValue id_value, fell_in;
  g_autofree char *id = NULL;

  scenario_object_begin (&object, value);
  id_value = scenario_object_require (&object, "id");
  id = scenario_value_id (id_value);
  if (*id != '\0' && strcmp (id, person->id) != 0)
    scenario_value_error (id_value, SCENARIO_CODE_REFERENCE,
                          _ ("the campaign has “%1$s” here, not “%2$s”"), person->id, id);
  scenario_person_state_read (&object, &person->alive, &person->wounds, &person->trust,
                              &person->name_known);
  fell_in = scenario_object_get (&object, "fell_in");
  if (scenario_value_is_some (fell_in)) {
    g_free (person->fell_in);
    person->fell_in = scenario_value_id (fell_in);
    if (person->alive)
      scenario_value_error (fell_in, SCENARIO_CODE_ORDER, _ ("of someone who is alive"));
  }
  scenario_object_end (&object);
}

static void
read_root (CampaignRoster *roster, ScenarioFile *file)
{
  ScenarioObject root;
  ScenarioValue campaign, people;
  ScenarioArray array;

  if (!scenario_object_begin (&root, scenario_document_root (file->document)) ||
      !scenario_object_read_head (&root, ROSTER_FORMAT, ROSTER_VERSION))
    return;
  campaign = scenario_object_require (&root, "campaign");
  if (strcmp (scenario_value_string (campaign, 1, 31), roster->campaign) != 0)
    scenario_value_error (campaign, SCENARIO_CODE_REFERENCE,
                          _ ("this is not a roster of the campaign “%s”"), roster->campaign);
  people = scenario_object_require (&root, "people");
  array = scenario_value_array (people, 1, MAX_PEOPLE);
  if (array.n != roster->people->len)
    scenario_value_error (people, SCENARIO_CODE_REFERENCE,
                          _ ("the campaign has %1$u people, the file %2$u"), roster->people->len,
                          array.n);
  for (guint i = 0; i < MIN (array.n, roster->people->len); i++)
    read_person (roster, i, scenario_array_get (&array, i));
  scenario_learning_read (scenario_object_get (&root, "learning"), &roster->learned);
  scenario_object_end (&root);
}

CampaignRoster *
campaign_roster_load (const char *path, const ScenarioCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (CampaignRoster) roster = campaign_roster_new (campaign);
  g_autoptr (GError) why = NULL;
  g_auto (ScenarioFile) file;

  if (scenario_file_open (&file, path, problems, &why))
    read_root (roster, &file);
  if (why == NULL && !scenario_problems_fatal (problems))
    return g_steal_pointer (&roster);
  scenario_problems_sort (problems);
  if (why == NULL)
    scenario_problems_to_error (problems, path, &why);
  g_propagate_error (error, g_steal_pointer (&why));
  return NULL;
}
