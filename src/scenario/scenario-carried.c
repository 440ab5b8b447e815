/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a story brought into a battle: without it the same files, seed and commands are another
 * battle.  */
#include "scenario/scenario-carried.h"

#include "scenario/scenario-battle.h"
#include "scenario/scenario-learning.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PEOPLE 256

static void
person_clear (gpointer data)
{
  g_free (((ScenarioCarriedPerson *) data)->id);
}

static GArray *
people_new (void)
{
  GArray *people = g_array_new (FALSE, TRUE, sizeof (ScenarioCarriedPerson));

  g_array_set_clear_func (people, person_clear);
  return people;
}

void
scenario_carried_init (ScenarioCarried *carried)
{
  memset (carried, 0, sizeof *carried);
}

void
scenario_carried_clear (ScenarioCarried *carried)
{
  g_clear_pointer (&carried->people, g_array_unref);
}

void
scenario_carried_copy (ScenarioCarried *to, const ScenarioCarried *from)
{
  scenario_carried_clear (to);
  *to = *from;
  if (from->people != NULL)
    g_array_ref (to->people); /* never changes once it is there */
}

void
scenario_carried_note_people (ScenarioCarried *carried, const GArray *people)
{
  scenario_carried_clear (carried);
  carried->people = people_new ();
  for (guint i = 0; i < people->len; i++) {
    const ScenarioPerson *from = &g_array_index (people, ScenarioPerson, i);
    ScenarioCarriedPerson person = {g_strdup (from->machine.id), from->alive, from->wounds,
                                    from->trust, from->machine.name_known};

    g_array_append_val (carried->people, person);
  }
}

void
scenario_carried_note_learned (ScenarioCarried *carried, const SimLearning *learned)
{
  carried->has_learned = TRUE;
  carried->learned = *learned;
}

/* ---- In a file ----------------------------------------------------------------------------- */

void
scenario_person_state_write (ScenarioWriter *writer, gboolean alive, guint wounds, float trust,
                             gboolean name_known)
{
  scenario_writer_boolean (writer, "alive", alive);
  scenario_writer_integer (writer, "wounds", wounds);
  scenario_writer_float (writer, "trust", trust);
  scenario_writer_boolean (writer, "name_known", name_known);
}

void
scenario_person_state_read (ScenarioObject *object, gboolean *alive, guint *wounds, float *trust,
                            gboolean *name_known)
{
  *alive = scenario_value_boolean (scenario_object_require (object, "alive"));
  *wounds = (guint) scenario_value_integer (scenario_object_require (object, "wounds"), 0, 2);
  *trust = (float) scenario_value_number (scenario_object_require (object, "trust"), 0, 100);
  *name_known = scenario_value_boolean (scenario_object_require (object, "name_known"));
}

static void
write_person (ScenarioWriter *writer, const ScenarioCarriedPerson *person)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "id", person->id);
  scenario_person_state_write (writer, person->alive, person->wounds, person->trust,
                               person->name_known);
  scenario_writer_end_object (writer);
}

void
scenario_carried_write (ScenarioWriter *writer, const ScenarioCarried *carried)
{
  if (carried->has_learned)
    scenario_learning_write (writer, "learning", &carried->learned);
  if (carried->people == NULL)
    return;
  scenario_writer_begin_array (writer, "people");
  for (guint i = 0; i < carried->people->len; i++)
    write_person (writer, &g_array_index (carried->people, ScenarioCarriedPerson, i));
  scenario_writer_end_array (writer);
}

static gboolean
is_named (const GArray *people, const char *id)
{
  for (guint i = 0; i < people->len; i++)
    if (strcmp (g_array_index (people, ScenarioCarriedPerson, i).id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
read_person (GArray *people, ScenarioValue value)
{
  ScenarioCarriedPerson person;
  ScenarioObject object;
  ScenarioValue id;

  scenario_object_begin (&object, value);
  id = scenario_object_require (&object, "id");
  person.id = scenario_value_id (id);
  if (*person.id != '\0' && is_named (people, person.id))
    scenario_value_error (id, SCENARIO_CODE_REFERENCE, _ ("“%s” is named twice"), person.id);
  scenario_person_state_read (&object, &person.alive, &person.wounds, &person.trust,
                              &person.name_known);
  scenario_object_end (&object);
  g_array_append_val (people, person);
}

void
scenario_carried_read (ScenarioObject *object, ScenarioCarried *carried)
{
  ScenarioValue learning = scenario_object_get (object, "learning");
  ScenarioValue people = scenario_object_get (object, "people");
  ScenarioArray array;

  if (scenario_value_is_some (learning)) {
    carried->has_learned = TRUE;
    scenario_learning_read (learning, &carried->learned);
  }
  if (!scenario_value_is_some (people))
    return;
  scenario_carried_clear (carried);
  carried->people = people_new ();
  array = scenario_value_array (people, 1, MAX_PEOPLE);
  for (guint i = 0; i < array.n; i++)
    read_person (carried->people, scenario_array_get (&array, i));
}

/* ---- The recorded battle ------------------------------------------------------------------- */

static gboolean
fill_person (ScenarioPerson *person, const GArray *people)
{
  for (guint i = 0; i < people->len; i++) {
    const ScenarioCarriedPerson *from = &g_array_index (people, ScenarioCarriedPerson, i);

    if (strcmp (from->id, person->machine.id) != 0)
      continue;
    person->alive = from->alive;
    person->wounds = from->wounds;
    person->trust = from->trust;
    person->machine.name_known = from->name_known;
    return TRUE;
  }
  return FALSE;
}

/* The campaign's people as they were.  The recording must name exactly these.  */
static GArray *
people_then (const ScenarioCampaign *campaign, const GArray *carried, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, TRUE, sizeof (ScenarioPerson));
  guint n = 0;

  g_array_set_clear_func (people, (GDestroyNotify) scenario_person_clear);
  for (guint i = 0; i < campaign->people->len; i++) {
    ScenarioPerson person;

    scenario_person_copy (&person, &g_array_index (campaign->people, ScenarioPerson, i));
    n += fill_person (&person, carried);
    g_array_append_val (people, person);
  }
  if (n == campaign->people->len && n == carried->len)
    return g_steal_pointer (&people);
  g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
               /* Translators: id of a campaign.  */
               _ ("The recording does not name exactly the people of the campaign “%s”."),
               campaign->id);
  return NULL;
}

static ScenarioBattle *
load_with_people (const ScenarioReplay *replay, const ScenarioBattle *plain, GError **error)
{
  g_autofree char *path = scenario_files_campaign_of (plain->path);
  g_autoptr (ScenarioCampaign) campaign = NULL;
  g_autoptr (GArray) people = NULL;

  if (path == NULL) {
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                 /* Translators: id of a scenario.  */
                 _ ("The recording has the people of a campaign, but “%s” is a battle of none."),
                 replay->scenario);
    return NULL;
  }
  campaign = scenario_campaign_load (path, error);
  if (campaign == NULL)
    return NULL;
  people = people_then (campaign, replay->carried.people, error);
  return people != NULL ? scenario_battle_load_with (replay->scenario, people, error) : NULL;
}

ScenarioBattle *
scenario_replay_load_battle (const ScenarioReplay *replay, GError **error)
{
  const ScenarioCarried *carried = &replay->carried;
  g_autoptr (ScenarioBattle) battle = scenario_battle_load (replay->scenario, error);

  /* Of files that have changed since there is no such battle: whoever plays it says so.  */
  if (battle == NULL || strcmp (battle->content_hash, replay->content_hash) != 0)
    return g_steal_pointer (&battle);
  if (carried->people != NULL) {
    ScenarioBattle *then = load_with_people (replay, battle, error);

    scenario_battle_unref (battle);
    battle = then;
  }
  if (battle != NULL && carried->has_learned)
    scenario_battle_carry_learned (battle, &carried->learned);
  return g_steal_pointer (&battle);
}
