/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of a campaign from battle to battle.  */
#include "campaign/campaign-roster.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (campaign-error-quark, campaign_error)

static void
person_clear (gpointer data)
{
  CampaignPerson *person = data;

  g_free (person->id);
  g_free (person->fell_in);
}

CampaignRoster *
campaign_roster_new (const ScenarioCampaign *campaign)
{
  CampaignRoster *roster = g_new0 (CampaignRoster, 1);

  roster->campaign = g_strdup (campaign->id);
  roster->people = g_array_new (FALSE, TRUE, sizeof (CampaignPerson));
  g_array_set_clear_func (roster->people, person_clear);
  for (guint i = 0; i < campaign->people->len; i++) {
    const ScenarioPerson *from = &g_array_index (campaign->people, ScenarioPerson, i);
    CampaignPerson person = {
      .id = g_strdup (from->machine.id),
      .alive = from->alive,
      .wounds = from->wounds,
      .trust = from->trust,
      .name_known = from->machine.name_known,
      .fell_in = g_strdup (""),
    };

    g_array_append_val (roster->people, person);
  }
  return roster;
}

void
campaign_roster_free (CampaignRoster *roster)
{
  g_free (roster->campaign);
  g_array_unref (roster->people);
  g_free (roster);
}

const char *
campaign_roster_get_campaign (const CampaignRoster *roster)
{
  return roster->campaign;
}

gsize
campaign_roster_n_people (const CampaignRoster *roster)
{
  return roster->people->len;
}

const CampaignPerson *
campaign_roster_person (const CampaignRoster *roster, gsize index)
{
  g_return_val_if_fail (index < roster->people->len, NULL);
  return &g_array_index (roster->people, CampaignPerson, index);
}

CampaignPerson *
campaign_roster_find_mutable (CampaignRoster *roster, const char *id)
{
  for (guint i = 0; i < roster->people->len; i++) {
    CampaignPerson *person = &g_array_index (roster->people, CampaignPerson, i);

    if (strcmp (person->id, id) == 0)
      return person;
  }
  return NULL;
}

const CampaignPerson *
campaign_roster_find (const CampaignRoster *roster, const char *id)
{
  return campaign_roster_find_mutable ((CampaignRoster *) roster, id);
}

guint
campaign_roster_n_alive (const CampaignRoster *roster)
{
  guint n = 0;

  for (guint i = 0; i < roster->people->len; i++)
    n += g_array_index (roster->people, CampaignPerson, i).alive;
  return n;
}

/* ---- A battle's result --------------------------------------------------------------------- */

static gboolean
check_fate (const CampaignRoster *roster, const CampaignFate *fate, GError **error)
{
  const CampaignPerson *person = campaign_roster_find (roster, fate->id);

  if (person == NULL) {
    g_set_error (error, CAMPAIGN_ERROR, CAMPAIGN_ERROR_UNKNOWN_PERSON,
                 _ ("there is nobody “%s” in this campaign"), fate->id);
    return FALSE;
  }
  if (!person->alive) {
    g_set_error (error, CAMPAIGN_ERROR, CAMPAIGN_ERROR_DEAD,
                 _ ("“%s” was dead before the battle"), fate->id);
    return FALSE;
  }
  if (fate->wounds > 2 || !(fate->trust_change >= -100 && fate->trust_change <= 100)) {
    g_set_error (error, CAMPAIGN_ERROR, CAMPAIGN_ERROR_RANGE,
                 _ ("wounds or trust of “%s” are out of range"), fate->id);
    return FALSE;
  }
  return TRUE;
}

static void
take_fate (CampaignRoster *roster, const char *scenario, const CampaignFate *fate)
{
  CampaignPerson *person = campaign_roster_find_mutable (roster, fate->id);

  person->wounds = fate->wounds;
  person->trust = CLAMP (person->trust + fate->trust_change, 0, 100);
  if (!fate->died)
    return;
  person->alive = FALSE;
  g_free (person->fell_in);
  person->fell_in = g_strdup (scenario);
}

static gboolean
is_named_twice (const CampaignFate *fates, gsize index)
{
  for (gsize i = 0; i < index; i++)
    if (strcmp (fates[i].id, fates[index].id) == 0)
      return TRUE;
  return FALSE;
}

gboolean
campaign_roster_take_result (CampaignRoster *roster, const char *scenario,
                             const CampaignFate *fates, gsize n_fates, GError **error)
{
  for (gsize i = 0; i < n_fates; i++) {
    if (!check_fate (roster, &fates[i], error))
      return FALSE;
    if (is_named_twice (fates, i)) {
      g_set_error (error, CAMPAIGN_ERROR, CAMPAIGN_ERROR_UNKNOWN_PERSON,
                   _ ("“%s” is named twice"), fates[i].id);
      return FALSE;
    }
  }
  for (gsize i = 0; i < n_fates; i++)
    take_fate (roster, scenario, &fates[i]);
  return TRUE;
}

gboolean
campaign_roster_learn_name (CampaignRoster *roster, const char *id)
{
  CampaignPerson *person = campaign_roster_find_mutable (roster, id);

  if (person != NULL)
    person->name_known = TRUE;
  return person != NULL;
}

GArray *
campaign_roster_people (const CampaignRoster *roster, const ScenarioCampaign *campaign)
{
  GArray *people = g_array_new (FALSE, TRUE, sizeof (ScenarioPerson));

  g_return_val_if_fail (strcmp (roster->campaign, campaign->id) == 0, people);
  g_array_set_clear_func (people, (GDestroyNotify) scenario_person_clear);
  for (guint i = 0; i < campaign->people->len; i++) {
    const CampaignPerson *now = &g_array_index (roster->people, CampaignPerson, i);
    ScenarioPerson person;

    scenario_person_copy (&person, &g_array_index (campaign->people, ScenarioPerson, i));
    person.alive = now->alive;
    person.wounds = now->wounds;
    person.trust = now->trust;
    person.machine.name_known = now->name_known;
    g_array_append_val (people, person);
  }
  return people;
}

/* ---- The Legion's record -------------------------------------------------------------------- */

const SimLearning *
campaign_roster_get_learned (const CampaignRoster *roster)
{
  return &roster->learned;
}

void
campaign_roster_take_learned (CampaignRoster *roster, const SimLearning *learned)
{
  roster->learned = *learned;
}

ScenarioBattle *
campaign_roster_load_battle (const CampaignRoster *roster, const ScenarioCampaign *campaign,
                             const char *id_or_path, GError **error)
{
  g_autoptr (GArray) people = campaign_roster_people (roster, campaign);

  return scenario_battle_load_after (id_or_path, people, &roster->learned, error);
}
