/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People carry over: results are taken whole or not at all, nobody comes back, and the file is the
 * roster.  */
#include "campaign/campaign-story.h"
#include "scenario/scenario-truth.h"

#include <locale.h>
#include <string.h>

static void
assert_same (const CampaignRoster *one, const CampaignRoster *two)
{
  g_assert_cmpuint (campaign_roster_n_people (one), ==, campaign_roster_n_people (two));
  for (gsize i = 0; i < campaign_roster_n_people (one); i++) {
    const CampaignPerson *a = campaign_roster_person (one, i);
    const CampaignPerson *b = campaign_roster_person (two, i);

    g_assert_cmpstr (a->id, ==, b->id);
    g_assert_cmpstr (a->fell_in, ==, b->fell_in);
    g_assert_cmpint (a->alive, ==, b->alive);
    g_assert_cmpint (a->name_known, ==, b->name_known);
    g_assert_cmpuint (a->wounds, ==, b->wounds);
    g_assert_true (a->trust == b->trust);
  }
}

static void
take (Story *story, const CampaignFate *fates, gsize n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (campaign_roster_take_result (story->roster, "first-link", fates, n, &error));
  g_assert_no_error (error);
}

static void
test_beginning (Story *story, gconstpointer data)
{
  g_assert_cmpuint (campaign_roster_n_people (story->roster), ==, 24);
  g_assert_cmpuint (campaign_roster_n_alive (story->roster), ==, 21);
  g_assert_false (campaign_roster_find (story->roster, "sirius")->alive);
  g_assert_null (campaign_roster_find (story->roster, "nobody"));
}

static void
test_result (Story *story, gconstpointer data)
{
  CampaignFate fates[] = {
    {"griffin", TRUE, 2, -3}, {"falke", FALSE, 1, 4.5f}, {"fafnir", FALSE, 0, 90}};
  float before = campaign_roster_find (story->roster, "falke")->trust;

  take (story, fates, G_N_ELEMENTS (fates));
  g_assert_cmpuint (campaign_roster_n_alive (story->roster), ==, 20);
  g_assert_cmpstr (campaign_roster_find (story->roster, "griffin")->fell_in, ==, "first-link");
  g_assert_cmpfloat (campaign_roster_find (story->roster, "falke")->trust, ==, before + 4.5f);
  g_assert_cmpuint (campaign_roster_find (story->roster, "falke")->wounds, ==, 1);
  g_assert_cmpfloat (campaign_roster_find (story->roster, "fafnir")->trust, ==, 100);
}

/* A result with one impossible line changes nobody.  */
static void
test_all_or_nothing (Story *story, gconstpointer data)
{
  static const CampaignFate wrong[] = {
    {"nobody", FALSE, 0, 0}, {"sirius", TRUE, 0, 0},  {"falke", FALSE, 3, 0},
    {"falke", FALSE, 0, 101}, {"griffin", FALSE, 0, 0},
  };
  g_autoptr (CampaignRoster) untouched = campaign_roster_new (story->campaign);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    CampaignFate fates[] = {{"griffin", TRUE, 2, -3}, wrong[i]};
    g_autoptr (GError) error = NULL;

    g_assert_false (
        campaign_roster_take_result (story->roster, "first-link", fates, 2, &error));
    g_assert_true (error != NULL && error->domain == CAMPAIGN_ERROR);
    assert_same (story->roster, untouched);
  }
}

/* Whatever battles bring, the number of the living only falls, and trust keeps its range.  */
static void
test_only_falls (Story *story, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  guint alive = campaign_roster_n_alive (story->roster);

  for (int battle = 0; battle < 200; battle++) {
    const CampaignPerson *person = campaign_roster_person (
        story->roster, (gsize) g_rand_int_range (random, 0, 24));
    CampaignFate fate = {person->id, g_rand_int_range (random, 0, 4) == 0,
                         (guint) g_rand_int_range (random, 0, 3),
                         (float) g_rand_double_range (random, -60, 60)};
    gboolean was_alive = person->alive;
    gboolean taken = campaign_roster_take_result (story->roster, "b", &fate, 1, NULL);

    g_assert_true (taken == was_alive);
    g_assert_cmpuint (campaign_roster_n_alive (story->roster), ==,
                      alive - (taken && fate.died));
    alive = campaign_roster_n_alive (story->roster);
    g_assert_cmpfloat (person->trust, >=, 0);
    g_assert_cmpfloat (person->trust, <=, 100);
  }
  g_assert_cmpuint (alive, <, 21);
}

static void
test_round_trip (Story *story, gconstpointer data)
{
  CampaignFate fates[] = {{"kirschbluete", TRUE, 2, -3}, {"la-bete", FALSE, 1, 0.1f}};
  g_autoptr (GError) error = NULL;
  g_autoptr (CampaignRoster) again = NULL;

  take (story, fates, 2);
  g_assert_true (campaign_roster_learn_name (story->roster, "third-four"));
  g_assert_false (campaign_roster_learn_name (story->roster, "nobody"));
  g_assert_true (campaign_roster_save (story->roster, story->path, &error));
  g_assert_no_error (error);
  again = campaign_roster_load (story->path, story->campaign, &error);
  g_assert_no_error (error);
  assert_same (story->roster, again);
  g_assert_true (campaign_roster_find (again, "third-four")->name_known);
}

static void
assert_file_refused (Story *story, const char *old_text, const char *new_text,
                     const char *said)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (campaign_roster_save (story->roster, story->path, NULL));
  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  text = g_string_new (bytes);
  g_assert_cmpuint (g_string_replace (text, old_text, new_text, 1), ==, 1);
  g_assert_true (g_file_set_contents (story->path, text->str, -1, NULL));
  g_assert_null (campaign_roster_load (story->path, story->campaign, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” does not say “%s”", error->message, said);
}

static void
test_bad_files (Story *story, gconstpointer data)
{
  assert_file_refused (story, "handler-one/roster", "handler-one/save", "format");
  assert_file_refused (story, "\"version\": 1", "\"version\": 2", "version 2");
  assert_file_refused (story, "\"spearhead\"", "\"other\"", "not a roster of");
  assert_file_refused (story, "\"falke\"", "\"hawk\"", "/people/2/id");
  assert_file_refused (story, "\"wounds\": 0", "\"wounds\": 7", "not between 0 and 2");
  assert_file_refused (story, "\"alive\": true", "\"alive\": \"true\"", "/people/0/alive");
  assert_file_refused (story, "\"alive\": true", "\"alive\": true, \"fell_in\": \"x\"",
                       "of someone who is alive");
  assert_file_refused (story, "\"alive\": true", "\"alive\": true, \"alive\": false",
                       "given twice");
  assert_file_refused (story, "  }\n}", "  }", "ends too soon");
}

/* The people as they are now are the next battle's squadron.  */
static void
test_next_battle (Story *story, gconstpointer data)
{
  CampaignFate fates[] = {{"undertaker", TRUE, 2, 0}, {"wehrwolf", FALSE, 0, 10}};
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) people = NULL;
  g_autoptr (ScenarioBattle) battle = NULL;

  take (story, fates, 2);
  people = campaign_roster_people (story->roster, story->campaign);
  battle = scenario_battle_load_with ("first-link", people, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scenario_battle_n_people (battle), ==, 20);
  for (guint i = 0; i < battle->squadron->len; i++) {
    const ScenarioMember *member = &g_array_index (battle->squadron, ScenarioMember, i);

    g_assert_cmpstr (member->machine.id, !=, "undertaker");
    if (strcmp (member->machine.id, "wehrwolf") == 0) {
      g_assert_true (member->machine.captain);
      g_assert_cmpfloat (member->def.trust, ==, 48);
    }
  }
}

static void
test_path (void)
{
  g_autofree char *path = campaign_roster_path ("spearhead");

  g_assert_true (g_str_has_prefix (path, scenario_user_dir ()));
  g_assert_true (g_str_has_suffix (path, "/rosters/spearhead.json"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/campaign/roster/" name, Story, "rosters/one.json", story_set_up, func, story_tear_down)
  ADD ("beginning", test_beginning);
  ADD ("result", test_result);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("only-falls", test_only_falls);
  ADD ("round-trip", test_round_trip);
  ADD ("bad-files", test_bad_files);
  ADD ("next-battle", test_next_battle);
#undef ADD
  g_test_add_func ("/campaign/roster/path", test_path);
  return g_test_run ();
}
