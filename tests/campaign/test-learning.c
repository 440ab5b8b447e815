/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Legion learns in one battle of a campaign it knows in the next, also when the story was put
 * away on the disk between them.  */
#include "campaign/campaign-story.h"
#include "scenario/scenario-truth.h"
#include "sim/sim.h"

#include <locale.h>
#include <string.h>

/* The story put away and taken up again.  */
static void
keep_on_disk (Story *story)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (campaign_roster_save (story->roster, story->path, &error));
  g_assert_no_error (error);
  campaign_roster_free (story->roster);
  story->roster = campaign_roster_load (story->path, story->campaign, &error);
  g_assert_no_error (error);
}

/* Plays the battle as the story has come to it; returns what the Legion knew when it began.  */
static SimLearning
fight (Story *story, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle =
      campaign_roster_load_battle (story->roster, story->campaign, id, &error);
  SimWorldDef def;
  SimWorld *world;
  SimLearning before, after;

  g_assert_no_error (error);
  def = scenario_battle_world_def (battle, 3, SIM_DIFFICULTY_STANDARD);
  before = def.learning;
  world = sim_world_new (&def);
  while (!sim_world_is_finished (world))
    sim_world_step (world);
  g_assert_cmpuint (sim_world_result (world).legion_destroyed, >, 0);
  after = sim_world_learned (world);
  campaign_roster_take_learned (story->roster, &after);
  sim_world_free (world);
  return before;
}

static void
assert_same (const SimLearning *one, const SimLearning *two)
{
  g_assert_cmpint (one->battles, ==, two->battles);
  for (guint i = 0; i < SIM_N_TACTICS; i++) {
    g_assert_cmpint (one->counter[i], ==, two->counter[i]);
    g_assert_cmpint (one->unused[i], ==, two->unused[i]);
    g_assert_cmpfloat (one->losses[i], ==, two->losses[i]);
  }
}

static guint
levels (const SimLearning *learned)
{
  guint sum = 0;

  for (guint i = 0; i < SIM_N_TACTICS; i++)
    sum += learned->counter[i];
  return sum;
}

static void
test_two_battles (Story *story, gconstpointer data)
{
  SimLearning before, between;

  before = fight (story, "first-link");
  g_assert_cmpint (before.battles, ==, 0);
  g_assert_cmpuint (levels (&before), ==, 0);
  between = *campaign_roster_get_learned (story->roster);
  g_assert_cmpint (between.battles, ==, 1);
  g_assert_cmpuint (levels (&between), ==, 1);
  keep_on_disk (story);
  assert_same (campaign_roster_get_learned (story->roster), &between);
  before = fight (story, "first-link");
  assert_same (&before, &between);
  g_assert_cmpint (campaign_roster_get_learned (story->roster)->battles, ==, 2);
}

/* A story of before the Legion learned anything is taken up as it is.  */
static void
test_old_file (Story *story, gconstpointer data)
{
  static const SimLearning some = {.battles = 4, .counter = {2, 1, 0, 0}};
  g_autoptr (GError) error = NULL;
  g_autoptr (CampaignRoster) old = NULL;
  g_autofree char *bytes = NULL;
  char *cut;

  campaign_roster_take_learned (story->roster, &some);
  g_assert_true (campaign_roster_save (story->roster, story->path, &error));
  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  cut = strstr (bytes, ",\n  \"learning\"");
  g_assert_nonnull (cut);
  strcpy (cut, "\n}\n");
  g_assert_true (g_file_set_contents (story->path, bytes, -1, NULL));
  old = campaign_roster_load (story->path, story->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpint (campaign_roster_get_learned (old)->battles, ==, 0);
  g_assert_cmpuint (levels (campaign_roster_get_learned (old)), ==, 0);
}

/* What can not have been learned is refused with its place.  */
static void
test_bad_record (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (campaign_roster_save (story->roster, story->path, &error));
  g_assert_true (g_file_get_contents (story->path, &bytes, NULL, NULL));
  text = g_string_new (bytes);
  g_assert_cmpuint (g_string_replace (text, "\"level\": 0", "\"level\": 4", 1), ==, 1);
  g_assert_true (g_file_set_contents (story->path, text->str, -1, NULL));
  g_assert_null (campaign_roster_load (story->path, story->campaign, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "/learning/ambush/level"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/campaign/learning/" name, Story, "one.json", story_set_up, func, story_tear_down)
  ADD ("two-battles", test_two_battles);
  ADD ("old-file", test_old_file);
  ADD ("bad-record", test_bad_record);
#undef ADD
  return g_test_run ();
}
