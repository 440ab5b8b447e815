/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in data: it is sound, complete, playable on its ground, and paced as designed.  */
#include "scenario/scenario-truth.h"
#include "sim/sim.h"

#include <locale.h>
#include <string.h>

static const char *const battles[] = {"training", "three-hills", "first-link"};

static ScenarioBattle *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  ScenarioBattle *battle = scenario_battle_load (id, &error);

  g_assert_no_error (error);
  return battle;
}

/* ---- Files ---------------------------------------------------------------------------------- */

static guint
validate_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (GError) error = NULL;

    if (g_file_test (file, G_FILE_TEST_IS_DIR)) {
      n += validate_folder (file);
    } else if (g_str_has_suffix (name, ".json")) {
      g_assert_true (scenario_validate_file (file, problems, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0); /* no warning either */
      n++;
    }
  }
  return n;
}

static void
test_files_are_sound (void)
{
  static const char *const folders[] = {"rules", "scenarios", "campaigns", "phrases"};

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autofree char *path = g_build_filename (scenario_data_dir (), folders[i], NULL);

    g_assert_cmpuint (validate_folder (path), >, 0);
  }
}

/* The standard rules write down every number, so that none is tuned in code.  */
static void
test_rules_are_complete (void)
{
  static const char *const numbers[] = {
#define X(field, value, low, high, what) #field,
    SIM_RULE_NUMBER_LIST (X) SIM_TYPE_NUMBER_LIST (X) SIM_WEAPON_NUMBER_LIST (X)
#undef X
  };
  g_autofree char *path =
      g_build_filename (scenario_data_dir (), "rules", "standard.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *key = g_strdup_printf ("\"%s\":", numbers[i]);

    if (strstr (text, key) == NULL)
      g_error ("standard.json does not say %s", numbers[i]);
  }
}

/* What the setting says of steel: the walker's gun kills a tank from the rear or from above within
 * 600 m, its front never; the walker's armour stops the light machine gun and nothing heavier.  */
static void
test_rules_of_armour (void)
{
  g_autoptr (ScenarioBattle) battle = load ("training");
  const SimRules *rules = &battle->rules;
  const SimUnitType *walker = &rules->types[sim_rules_find_type (rules, "walker")];
  const SimUnitType *tank = &rules->types[sim_rules_find_type (rules, "tank")];
  const SimWeapon *gun = &rules->weapons[walker->weapons[0]];
  float at_600_m = gun->penetration_mm - 0.6f * gun->penetration_loss_mm_per_km;

  g_assert_cmpfloat (at_600_m, >, tank->armour_rear_mm);
  g_assert_cmpfloat (at_600_m, >, tank->armour_top_mm);
  g_assert_cmpfloat (gun->penetration_mm * 2, <, tank->armour_front_mm);
  for (guint i = 0; i < rules->n_weapons; i++) {
    const SimWeapon *weapon = &rules->weapons[i];
    gboolean light = strcmp (weapon->id, "machine-gun-7") == 0;

    g_assert_true (light == (weapon->penetration_mm < walker->armour_front_mm));
  }
}

/* ---- The object ----------------------------------------------------------------------------- */

static void
check_text (const ScenarioBattle *battle)
{
  g_assert_cmpuint (g_strv_length (battle->texts), ==,
                    battle->objectives->len + battle->events->len);
  for (guint i = 0; i < battle->objectives->len; i++)
    g_assert_cmpstr (battle->texts[i], ==,
                     g_array_index (battle->objectives, ScenarioObjective, i).title);
  for (guint i = 0; i < battle->events->len; i++)
    g_assert_cmpuint (g_array_index (battle->events, SimEventDef, i).text, ==,
                      battle->objectives->len + i);
}

static void
check_leaders (const ScenarioBattle *battle)
{
  guint leaders[SIM_SUPPLY_PLATOON + 1] = {0}, members[SIM_SUPPLY_PLATOON + 1] = {0};
  guint captains = 0;

  for (guint i = 0; i < battle->squadron->len; i++) {
    const ScenarioMember *member = &g_array_index (battle->squadron, ScenarioMember, i);

    g_assert_cmpuint (member->def.platoon, ==, member->machine.platoon);
    g_assert_cmpuint (member->def.leader, ==, member->machine.leader ? 1 : 0);
    leaders[member->def.platoon] += member->def.leader;
    members[member->def.platoon]++;
    captains += member->def.captain;
  }
  g_assert_cmpuint (captains, ==, 1);
  for (guint i = 0; i < SIM_MAX_PLATOONS; i++)
    g_assert_cmpuint (leaders[i], ==, members[i] > 0 ? 1 : 0);
  g_assert_cmpuint (leaders[SIM_SUPPLY_PLATOON], ==, 0);
}

static void
test_object (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (battles); i++) {
    g_autoptr (ScenarioBattle) battle = load (battles[i]);

    g_assert_cmpstr (battle->id, ==, battles[i]);
    g_assert_cmpuint (battle->types->len, ==, battle->rules.n_types);
    g_assert_cmpuint (strlen (battle->content_hash), ==, 64);
    g_assert_true (battle->world.rules == &battle->rules);
    check_text (battle);
    check_leaders (battle);
  }
}

/* The seed picks the plan, the same each time, and every plan has its seeds.  */
static void
test_plans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (battles); i++) {
    g_autoptr (ScenarioBattle) battle = load (battles[i]);
    g_autofree guint *seen = g_new0 (guint, battle->plans->len);

    for (guint64 seed = 0; seed < 60; seed++) {
      SimWorldDef world = scenario_battle_world_def (battle, seed, SIM_DIFFICULTY_SEVERE);
      guint plan = scenario_battle_plan (battle, seed);

      g_assert_cmpuint (world.seed, ==, seed);
      g_assert_cmpuint (world.difficulty, ==, SIM_DIFFICULTY_SEVERE);
      g_assert_true ((const char *) world.groups ==
                     ((ScenarioPlan *) battle->plans->pdata[plan])->groups->data);
      g_assert_cmpuint (plan, ==, scenario_battle_plan (battle, seed));
      seen[plan]++;
    }
    for (guint plan = 0; plan < battle->plans->len; plan++)
      g_assert_cmpuint (seen[plan], >=, 60 / battle->plans->len / 3);
  }
}

static void
test_book_and_sheet (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (battles); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) battle = load (battles[i]);
    g_autoptr (OrderBook) book = scenario_battle_book (battle, "en_GB.UTF-8", &error);
    PictureSheet *sheet = picture_sheet_new (battle->world.terrain.width_m,
                                             battle->world.terrain.height_m, 50);

    g_assert_no_error (error);
    g_assert_cmpuint (order_book_n_machines (book), ==, battle->squadron->len);
    g_assert_cmpuint (order_book_n_places (book), ==, battle->places->len);
    scenario_battle_fill_sheet (battle, sheet);
    g_assert_cmpuint (sheet->n_places, ==, battle->places->len);
    g_assert_cmpuint (sheet->n_lines, >=, 3);
    picture_sheet_free (sheet);
  }
}

/* Loaded twice, it is the same battle; the hash tells two scenarios apart.  */
static void
test_content_hash (void)
{
  g_autoptr (ScenarioBattle) one = load ("training");
  g_autoptr (ScenarioBattle) two = load ("training");
  g_autoptr (ScenarioBattle) other = load ("three-hills");

  g_assert_cmpstr (one->content_hash, ==, two->content_hash);
  g_assert_cmpstr (one->content_hash, !=, other->content_hash);
}

/* ---- On the ground -------------------------------------------------------------------------- */

/* The edge belongs to the last cell.  */
static SimCover
cover_at (const SimGround *ground, BaseVec at)
{
  int column = MIN ((int) (at.x / ground->cell_m), ground->columns - 1);
  int row = MIN ((int) (at.y / ground->cell_m), ground->rows - 1);

  return (SimCover) ground->covers[row * ground->columns + column];
}

static void
assert_dry (const SimGround *ground, BaseVec at, const char *what)
{
  if (cover_at (ground, at) == SIM_COVER_WATER)
    g_error ("%s at [%.0f, %.0f] is in the water", what, (double) at.x, (double) at.y);
}

static void
check_groups (const SimGround *ground, const ScenarioPlan *plan)
{
  for (guint i = 0; i < plan->groups->len; i++) {
    const SimGroupDef *group = &g_array_index (plan->groups, SimGroupDef, i);

    assert_dry (ground, group->position, plan->id);
    for (guint n = 0; n < group->n_route; n++)
      assert_dry (ground, group->route[n], plan->id);
  }
}

/* Nobody starts in the water, no route asks for it, and every bridge and ford crosses some.  */
static void
test_ground (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (battles); i++) {
    g_autoptr (ScenarioBattle) battle = load (battles[i]);
    SimGround *ground = sim_ground_new (&battle->world.terrain);

    assert_dry (ground, battle->world.base, "base");
    for (guint n = 0; n < battle->squadron->len; n++) {
      const ScenarioMember *member = &g_array_index (battle->squadron, ScenarioMember, n);

      assert_dry (ground, member->def.position, member->machine.id);
    }
    for (guint n = 0; n < battle->plans->len; n++)
      check_groups (ground, battle->plans->pdata[n]);
    for (guint n = 0; n < battle->features->len; n++) {
      const SimFeature *feature = &g_array_index (battle->features, SimFeature, n);
      SimCover cover = cover_at (ground, feature->points[0]);

      if (feature->kind == SIM_FEATURE_BRIDGE)
        g_assert_cmpint (cover, ==, SIM_COVER_BRIDGE);
      if (feature->kind == SIM_FEATURE_FORD)
        g_assert_cmpint (cover, ==, SIM_COVER_FORD);
    }
    sim_ground_free (ground);
  }
}

/* When the first enemy on legs is reported, in seconds; the duration when none is.  */
static double
first_contact (const ScenarioBattle *battle, guint64 seed)
{
  SimWorldDef def = scenario_battle_world_def (battle, seed, SIM_DIFFICULTY_STANDARD);
  SimWorld *world = sim_world_new (&def);
  int jammer = sim_rules_find_type (&battle->rules, "jammer");
  SimTick contact = SIM_TICK_NEVER;

  while (!sim_world_is_finished (world) && contact == SIM_TICK_NEVER) {
    size_t n;
    const SimMessage *messages;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t i = 0; i < n; i++)
      if (messages[i].kind == SIM_MESSAGE_REPORT &&
          messages[i].report.kind == SIM_REPORT_CONTACT && messages[i].report.type != jammer)
        contact = messages[i].t;
  }
  contact = MIN (contact, sim_world_tick (world));
  sim_world_free (world);
  return (double) contact / SIM_TICKS_PER_SECOND;
}

static void
test_first_contact (void)
{
  static const struct {
    const char *id;
    double earliest, latest;
  } paces[] = {{"training", 10, 75}, {"three-hills", 45, 360}, {"first-link", 240, 540}};

  for (guint i = 0; i < G_N_ELEMENTS (paces); i++) {
    g_autoptr (ScenarioBattle) battle = load (paces[i].id);

    for (guint64 seed = 0; seed < 5; seed++) {
      double contact = first_contact (battle, seed);

      g_test_message ("%s, seed %" G_GUINT64_FORMAT ": first contact after %.0f s", paces[i].id,
                      seed, contact);
      g_assert_cmpfloat (contact, >=, paces[i].earliest);
      g_assert_cmpfloat (contact, <=, paces[i].latest);
    }
  }
}

/* ---- The campaign's people ------------------------------------------------------------------ */

static void
test_roster (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioCampaign) campaign = scenario_campaign_load ("spearhead", &error);
  g_autoptr (ScenarioBattle) battle = load ("first-link");
  guint alive = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (campaign->people->len, ==, 24);
  for (guint i = 0; i < campaign->people->len; i++)
    alive += g_array_index (campaign->people, ScenarioPerson, i).alive;
  g_assert_cmpuint (alive, ==, 21);
  g_assert_cmpuint (battle->squadron->len, ==, 21 + 3); /* Scavengers stand at the end */
  g_assert_cmpstr (battle->campaign, ==, "spearhead");
  g_assert_cmpstr (g_array_index (battle->squadron, ScenarioMember, 21).machine.id, ==, "fido");
  g_assert_cmpuint (g_array_index (battle->squadron, ScenarioMember, 21).def.platoon, ==,
                    SIM_SUPPLY_PLATOON);
  for (guint i = 0; i < battle->squadron->len; i++) {
    const OrderMachine *machine =
        &g_array_index (battle->squadron, ScenarioMember, i).machine;

    g_assert_false (machine->name_known); /* names are told, not given */
    if (*machine->call_sign == '\0')
      g_assert_cmpstr (machine->id, ==, "third-four");
  }
}

/* Who died since stays away; a platoon is led by the next, the squadron by the second.  */
static void
test_people_as_they_are (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioCampaign) campaign = scenario_campaign_load ("spearhead", &error);
  g_autoptr (ScenarioBattle) battle = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < campaign->people->len; i++) {
    ScenarioPerson *person = &g_array_index (campaign->people, ScenarioPerson, i);

    if (person->machine.platoon == 0 && person->machine.number <= 2)
      person->alive = FALSE;
    if (person->machine.platoon == 3)
      person->alive = FALSE;
    person->trust = 77;
  }
  battle = scenario_battle_load_with ("first-link", campaign->people, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scenario_battle_n_people (battle), ==, 21 - 2 - 3);
  check_leaders (battle);
  for (guint i = 0; i < battle->squadron->len; i++) {
    const ScenarioMember *member = &g_array_index (battle->squadron, ScenarioMember, i);

    if (member->def.platoon == SIM_SUPPLY_PLATOON)
      continue;
    g_assert_cmpfloat (member->def.trust, ==, 77);
    g_assert_cmpuint (member->def.platoon, !=, 3);
    if (member->def.captain)
      g_assert_cmpstr (member->machine.id, ==, "wehrwolf");
    if (member->def.platoon == 0 && member->def.leader)
      g_assert_cmpuint (member->machine.number, ==, 3);
  }
}

/* ---- Air time (design: play, the table "Air time") ------------------------------------------- */

static void
assert_air (float seconds, double least_words, double most_words, double words_a_second)
{
  double mean = (least_words + most_words) / 2 / words_a_second;

  g_assert_cmpfloat_with_epsilon (seconds, mean, 0.1);
}

/* A transmission takes its words; the gap comes after it, once.  */
static void
test_air_time (void)
{
  g_autoptr (ScenarioBattle) battle = load ("training");
  const SimRules *rules = &battle->rules;

  assert_air (rules->air_emergency_s, 5, 9, 3.2);
  assert_air (rules->air_contact_s, 10, 16, 2.8);
  assert_air (rules->air_update_s, 6, 9, 2.8);
  assert_air (rules->air_order_s, 7, 12, 2.5);
  assert_air (rules->air_read_back_s, 4, 7, 2.5);
  assert_air (rules->air_status_s, 7, 12, 2.4);
  assert_air (rules->air_talk_s, 6, 18, 2.4);
  g_assert_cmpfloat_with_epsilon (rules->air_gap_s, 0.6, 0.001);
  g_assert_cmpfloat_with_epsilon (
      rules->air_order_s + rules->air_read_back_s + 2 * rules->air_gap_s, 7.2, 0.1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/battle/files-are-sound", test_files_are_sound);
  g_test_add_func ("/scenario/battle/rules-are-complete", test_rules_are_complete);
  g_test_add_func ("/scenario/battle/rules-of-armour", test_rules_of_armour);
  g_test_add_func ("/scenario/battle/air-time", test_air_time);
  g_test_add_func ("/scenario/battle/object", test_object);
  g_test_add_func ("/scenario/battle/plans", test_plans);
  g_test_add_func ("/scenario/battle/book-and-sheet", test_book_and_sheet);
  g_test_add_func ("/scenario/battle/content-hash", test_content_hash);
  g_test_add_func ("/scenario/battle/ground", test_ground);
  g_test_add_func ("/scenario/battle/first-contact", test_first_contact);
  g_test_add_func ("/scenario/battle/roster", test_roster);
  g_test_add_func ("/scenario/battle/people-as-they-are", test_people_as_they_are);
  return g_test_run ();
}
