/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole little story by the ways of a player: a machine is hit, its pilot gets out, Scavengers are
 * sent by a typed order, fetch him, and the result counts him among the living.  */
#include "engine/engine-player.h"
#include "engine/engine-run.h"

/* One machine far forward on the way of five dragoons; a platoon that stops them; scouts in a corner
 * so that the battle goes on.  */
static const char battle[] =
    "{\"format\": \"handler-one/scenario\", \"version\": 1, \"id\": \"story\", \"title\": \"Story\","
    " \"summary\": \"A test.\", \"briefing\": \"Hold.\", \"author\": \"Tests\","
    " \"licence\": \"CC0-1.0\", \"start\": \"2148-06-02T10:00\", \"duration_s\": 900, \"seed\": 1,"
    " \"weather\": \"clear\", \"rules\": \"standard\", \"terrain\": {\"width_m\": 6000,"
    " \"height_m\": 6000, \"cell_m\": 50, \"seed\": 4, \"relief_m\": 0, \"roughness\": 0,"
    " \"woods\": 0, \"places\": [{\"id\": \"depot\", \"name\": \"Depot\", \"kind\": \"base\","
    " \"position\": [1500, 800]}], \"features\": []}, \"squadron\": {\"base\": \"place:depot\","
    " \"platoons\": [{\"position\": [1500, 2400], \"spacing_m\": 80, \"members\": ["
    " {\"call_sign\": \"Harrier\", \"temper\": \"careful\", \"skills\": {\"gunnery\": 0.9}},"
    " {\"call_sign\": \"Merlin\", \"temper\": \"careful\", \"skills\": {\"gunnery\": 0.9}},"
    " {\"call_sign\": \"Osprey\", \"temper\": \"careful\", \"skills\": {\"gunnery\": 0.9}},"
    " {\"call_sign\": \"Heron\", \"temper\": \"careful\", \"skills\": {\"gunnery\": 0.9}},"
    " {\"call_sign\": \"Plover\", \"temper\": \"careful\", \"skills\": {\"gunnery\": 0.9}},"
    " {\"call_sign\": \"Wren\", \"temper\": \"careful\", \"skills\": {\"gunnery\": 0.9}}]},"
    " {\"position\": [1500, 3300], \"members\": [{\"call_sign\": \"Badger\"}]}],"
    " \"scavengers\": [{\"call_sign\": \"Magpie\", \"code\": \"MG\", \"learned\": 0.9,"
    " \"position\": [1700, 1900]}, {\"call_sign\": \"Jackdaw\", \"code\": \"JD\","
    " \"position\": [1300, 1900]}]}, \"legion\": {\"groups\": [{\"task\": \"attack\","
    " \"types\": {\"dragoon\": 5}, \"position\": [1500, 4700], \"route\": [[1500, 2400]]},"
    " {\"task\": \"hold\", \"types\": {\"scout\": 1}, \"position\": [5800, 5800],"
    " \"route\": [[5800, 5800]]}]}, \"objectives\": [{\"id\": \"live\","
    " \"kind\": \"survive-until\", \"title\": \"Live\"}], \"events\": [], \"what_is_known\": []}";

#define BADGER 6

static GPtrArray *
typed (double at_s, const char *text)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);
  ScenarioOrder *order = g_new0 (ScenarioOrder, 1);

  order->at = SIM_SECONDS (at_s);
  order->say = g_strdup (text);
  g_ptr_array_add (orders, order);
  return orders;
}

static gboolean
has_line (const EngineRun *run, const char *part)
{
  for (guint i = 0; i < run->result.lines->len; i++)
    if (strstr (((const EngineLine *) g_ptr_array_index (run->result.lines, i))->text, part) != NULL)
      return TRUE;
  return FALSE;
}

/* What she knows of Badger a moment before the order would be given.  */
static gboolean
is_down_at (ScenarioBattle *scenario, guint64 seed, double at_s)
{
  EngineRunOptions options = engine_run_options_default (scenario);
  g_autoptr (EngineMoment) moment = NULL;
  const PictureOwn *own;

  options.seed = seed;
  options.until = SIM_SECONDS (at_s);
  moment = engine_run_moment (scenario, &options, NULL);
  own = &engine_moment_get_view (moment)->own[BADGER];
  return own->known_lost && own->person == SIM_PERSON_DOWN;
}

/* One seed whose luck tells the story is enough, whatever the rules' numbers are.  */
static void
test_typed_rescue (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_text (battle);
  g_autoptr (GPtrArray) orders = typed (240, "Scavengers, rescue Badger");
  guint told = 0, fetched = 0;

  for (guint64 seed = 1; seed <= 120 && fetched == 0; seed++) {
    EngineRunOptions options = engine_run_options_default (scenario);
    g_autoptr (EngineRun) run = NULL;
    g_autoptr (EngineMoment) end = NULL;

    if (!is_down_at (scenario, seed, 239))
      continue;
    told++;
    options.seed = seed;
    options.orders = orders;
    run = engine_run (scenario, &options, NULL);
    g_assert_cmpuint (run->problems->len, ==, 0);
    if (!has_line (run, "Badger was fetched by"))
      continue;
    fetched++;
    g_assert_cmpuint (run->result.squadron_lost, ==, 7 - run->result.squadron_alive);
    g_assert_cmpuint (run->result.machines_lost, >=, 1);
    for (char **name = run->result.dead; *name != NULL; name++)
      g_assert_cmpstr (*name, !=, "Badger");
    options.until = SIM_TICK_NEVER;
    end = engine_run_moment (scenario, &options, NULL);
    g_assert_cmpuint (engine_moment_get_view (end)->own[BADGER].person, >=, SIM_PERSON_CARRIED);
    g_assert_cmpuint (engine_moment_get_view (end)->own[BADGER].person, <=, SIM_PERSON_SAFE);
  }
  g_assert_cmpuint (told, >, 0);
  g_assert_cmpuint (fetched, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/rescue/typed", test_typed_rescue);
  return g_test_run ();
}
