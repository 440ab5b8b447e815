/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squadron of a scenario: its own people, or those of the campaign.  */
#include "scenario/scenario-battle.h"
#include "scenario/scenario-carried.h"

#include "base/base-math.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a platoon stands.  */
typedef struct {
  gboolean has_position;
  BaseVec position;
  float heading_deg;
  float spacing_m;
} Stand;

static Stand
read_stand (ScenarioMaker *maker, ScenarioObject *object, gboolean required)
{
  Stand stand = {0};
  ScenarioValue position = required ? scenario_object_require (object, "position")
                                    : scenario_object_get (object, "position");

  stand.has_position = scenario_value_is_some (position);
  stand.position = scenario_read_position (maker, position);
  stand.heading_deg = (float) scenario_object_number_or (object, "heading_deg", 0, 360, 0);
  stand.spacing_m = (float) scenario_object_number_or (object, "spacing_m", 10, 500, 60);
  return stand;
}

/* Place of machine `n` of `count` in line abreast, on the map.  */
static BaseVec
stand_place (const ScenarioBattle *battle, const Stand *stand, guint n, guint count)
{
  const SimTerrainDef *terrain = &battle->world.terrain;
  BaseVec ahead = base_direction ((double) stand->heading_deg * BASE_PI / 180);
  float across = ((float) n - (float) (count - 1) / 2) * stand->spacing_m;
  BaseVec right = base_vec (ahead.y, -ahead.x);
  BaseVec at = base_vec_add (stand->position, base_vec_scale (right, across));

  return base_vec (CLAMP (at.x, 0, terrain->width_m), CLAMP (at.y, 0, terrain->height_m));
}

/* ---- Members ------------------------------------------------------------------------------- */

static void
member_copy_voice (ScenarioMember *member, const ScenarioPerson *person)
{
  member->voice_pitch = person->voice_pitch;
  member->voice_rate = person->voice_rate;
  member->voice_range = person->voice_range;
  member->voice_variant = g_strdup (person->voice_variant);
  member->pronunciation = g_strdup (person->pronunciation);
}

static void
add_member (ScenarioMaker *maker, const ScenarioPerson *person, ScenarioText *call_sign,
            ScenarioValue value, BaseVec at, float heading_deg)
{
  ScenarioMember member = {0};
  ScenarioPerson copy;
  guint loadout = 0;
  int type = maker->rules != NULL ? sim_rules_find_type (&maker->rules->rules, person->type) : 0;

  if (type < 0 || (maker->rules != NULL &&
                   (maker->rules->rules.types[type].side != SIM_SIDE_REPUBLIC ||
                    maker->rules->rules.types[type].role == SIM_ROLE_SUPPLY)))
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("the rules have no own type “%s”"),
                          person->type);
  if (maker->rules != NULL)
    loadout = scenario_rules_loadout (&maker->rules->rules, value, person->loadout);
  scenario_person_copy (&copy, person);
  member.machine = copy.machine;
  memset (&copy.machine, 0, sizeof copy.machine);
  scenario_person_clear (&copy);
  member_copy_voice (&member, person);
  member.def = (SimUnitDef){
    .type = (SimTypeIndex) MAX (type, 0),
    .platoon = (uint8_t) person->machine.platoon,
    .temper = (uint8_t) person->temper,
    .position = at,
    .heading_deg = heading_deg >= 360 ? 0 : heading_deg,
    .gunnery = person->gunnery,
    .driving = person->driving,
    .awareness = person->awareness,
    .trust = person->trust,
    .hearer = person->hears,
    .loadout = (uint8_t) loadout,
  };
  g_array_append_val (maker->battle->squadron, member);
  g_ptr_array_add (maker->battle->names->call_signs, scenario_text_ref (call_sign));
}

/* The first of each platoon leads it; the first in the order of command leads the squadron.  */
static void
set_leaders (ScenarioBattle *battle, char **command)
{
  gboolean led[SIM_MAX_PLATOONS] = {FALSE};
  ScenarioMember *captain = NULL;

  for (guint i = 0; i < battle->squadron->len; i++) {
    ScenarioMember *member = &g_array_index (battle->squadron, ScenarioMember, i);

    member->machine.leader = !led[member->def.platoon];
    member->def.leader = (uint8_t) member->machine.leader;
    led[member->def.platoon] = TRUE;
  }
  for (char **id = command; id != NULL && *id != NULL && captain == NULL; id++)
    for (guint i = 0; i < battle->squadron->len && captain == NULL; i++)
      if (strcmp (g_array_index (battle->squadron, ScenarioMember, i).machine.id, *id) == 0)
        captain = &g_array_index (battle->squadron, ScenarioMember, i);
  if (captain == NULL && battle->squadron->len > 0)
    captain = &g_array_index (battle->squadron, ScenarioMember, 0);
  if (captain != NULL)
    captain->machine.captain = captain->def.captain = TRUE;
}

/* ---- The scenario's own people ------------------------------------------------------------- */

typedef struct {
  GArray *people;        /* ScenarioPerson */
  GPtrArray *call_signs; /* ScenarioText of each */
  GArray *values;        /* ScenarioValue */
  GArray *stands;        /* Stand of each */
} Own;

static void
read_own_member (ScenarioMaker *maker, Own *own, ScenarioValue value, Stand stand, guint platoon,
                 guint number)
{
  ScenarioObject object;
  ScenarioPerson person;
  ScenarioText *call_sign;
  ScenarioValue position;

  scenario_object_begin (&object, value);
  person = scenario_person_read (&maker->file, &object, platoon, number, &call_sign);
  position = scenario_object_get (&object, "position");
  if (scenario_value_is_some (position))
    stand.position = scenario_read_position (maker, position);
  else if (!stand.has_position)
    scenario_value_error (value, SCENARIO_CODE_MISSING_KEY,
                          _ ("neither the machine nor its platoon has a “position”"));
  stand.heading_deg = (float) scenario_object_number_or (&object, "heading_deg", 0, 360,
                                                         (double) stand.heading_deg);
  scenario_object_end (&object);
  g_array_append_val (own->people, person);
  g_ptr_array_add (own->call_signs, call_sign);
  g_array_append_val (own->values, value);
  g_array_append_val (own->stands, stand);
}

static void
read_own_platoon (ScenarioMaker *maker, Own *own, ScenarioValue value, guint platoon)
{
  ScenarioObject object;
  ScenarioArray members;
  Stand stand;

  scenario_object_begin (&object, value);
  stand = read_stand (maker, &object, FALSE);
  members = scenario_value_array (scenario_object_require (&object, "members"), 1,
                                  SCENARIO_MAX_PLATOON);
  for (guint i = 0; i < members.n; i++) {
    Stand place = stand;

    place.position = stand_place (maker->battle, &stand, i, members.n);
    read_own_member (maker, own, scenario_array_get (&members, i), place, platoon, i + 1);
  }
  scenario_object_end (&object);
}

static void
own_clear (Own *own)
{
  g_array_unref (own->people);
  g_ptr_array_unref (own->call_signs);
  g_array_unref (own->values);
  g_array_unref (own->stands);
}

static void
read_own_squadron (ScenarioMaker *maker, ScenarioObject *object)
{
  ScenarioArray platoons = scenario_value_array (scenario_object_require (object, "platoons"), 1,
                                                 SIM_MAX_PLATOONS);
  Own own = {g_array_new (FALSE, TRUE, sizeof (ScenarioPerson)),
             g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_text_unref),
             g_array_new (FALSE, FALSE, sizeof (ScenarioValue)),
             g_array_new (FALSE, FALSE, sizeof (Stand))};
  g_auto (GStrv) command = NULL;

  g_array_set_clear_func (own.people, (GDestroyNotify) scenario_person_clear);
  for (guint i = 0; i < platoons.n; i++)
    read_own_platoon (maker, &own, scenario_array_get (&platoons, i), i);
  scenario_people_settle (own.people, (const ScenarioValue *) own.values->data);
  command = scenario_command_read (scenario_object_get (object, "command"), own.people);
  for (guint i = 0; i < own.people->len; i++) {
    const Stand *stand = &g_array_index (own.stands, Stand, i);

    add_member (maker, &g_array_index (own.people, ScenarioPerson, i),
                g_ptr_array_index (own.call_signs, i),
                g_array_index (own.values, ScenarioValue, i), stand->position, stand->heading_deg);
  }
  set_leaders (maker->battle, command);
  own_clear (&own);
}

/* ---- The campaign's people ----------------------------------------------------------------- */

static guint
count_living (const GArray *people, guint platoon)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++) {
    const ScenarioPerson *person = &g_array_index (people, ScenarioPerson, i);

    n += person->alive && person->machine.platoon == platoon;
  }
  return n;
}

/* Of somebody who joined since, only the name as it is.  */
static void
add_campaign_member (ScenarioMaker *maker, const ScenarioPerson *person, ScenarioValue value,
                     BaseVec at, float heading_deg)
{
  ScenarioText *known = scenario_campaign_call_sign (maker->campaign, person->machine.id);
  g_autoptr (ScenarioText) call_sign =
      known != NULL ? scenario_text_ref (known)
                    : scenario_text_new (person->machine.call_sign, NULL, NULL);

  add_member (maker, person, call_sign, value, at, heading_deg);
}

static void
place_platoon (ScenarioMaker *maker, const GArray *people, guint platoon, const Stand *stand,
               ScenarioValue value)
{
  guint count = count_living (people, platoon);
  guint n = 0;

  for (guint i = 0; i < people->len; i++) {
    const ScenarioPerson *person = &g_array_index (people, ScenarioPerson, i);

    if (person->alive && person->machine.platoon == platoon)
      add_campaign_member (maker, person, value, stand_place (maker->battle, stand, n++, count),
                           stand->heading_deg);
  }
}

/* Each entry of `platoons` says where the platoon of that number stands.  */
static void
read_campaign_squadron (ScenarioMaker *maker, ScenarioObject *object)
{
  ScenarioValue value = scenario_object_require (object, "platoons");
  ScenarioArray platoons = scenario_value_array (value, 1, SIM_MAX_PLATOONS);
  const GArray *people = maker->people != NULL ? maker->people : maker->campaign->people;

  if (maker->people != NULL)
    scenario_carried_note_people (&maker->battle->carried, people);
  for (guint i = 0; i < platoons.n; i++) {
    ScenarioValue element = scenario_array_get (&platoons, i);
    ScenarioObject platoon;
    Stand stand;

    scenario_object_begin (&platoon, element);
    stand = read_stand (maker, &platoon, TRUE);
    scenario_object_end (&platoon);
    place_platoon (maker, people, i, &stand, element);
  }
  for (guint i = platoons.n; i < SIM_MAX_PLATOONS; i++)
    if (count_living (people, i) > 0)
      scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                            _ ("the campaign has a platoon %u, which has no place here"), i + 1);
  if (maker->battle->squadron->len == 0)
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("nobody of the campaign is alive"));
  set_leaders (maker->battle, maker->campaign->command);
}

void
scenario_read_squadron (ScenarioMaker *maker, ScenarioValue value)
{
  static const char *const rosters[] = {"campaign"};
  ScenarioObject object;
  ScenarioValue roster, scavengers;

  if (!scenario_object_begin (&object, value))
    return;
  maker->battle->world.base =
      scenario_read_position (maker, scenario_object_require (&object, "base"));
  roster = scenario_object_get (&object, "roster");
  if (!scenario_value_is_some (roster)) {
    read_own_squadron (maker, &object);
  } else {
    scenario_value_choice (roster, rosters, 1);
    if (maker->campaign != NULL)
      read_campaign_squadron (maker, &object);
    else if (scenario_value_is_some (scenario_object_require (&object, "platoons")))
      scenario_value_error (roster, SCENARIO_CODE_REFERENCE,
                            _ ("the file lies in no campaign's folder of scenarios"));
  }
  scavengers = scenario_object_get (&object, "scavengers");
  scenario_read_scavengers (maker, scavengers);
  scenario_read_convoy (maker, scenario_object_get (&object, "convoy"), scavengers);
  scenario_object_end (&object);
  if (maker->battle->squadron->len > PICTURE_MAX_OWN)
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("more than %d machines"),
                          PICTURE_MAX_OWN);
}
