/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fire that nobody aims by eye, from the file of a battle to the last line of its report: the guns
 * on the wall, asked for in words; the Legion's guns behind the hill; mines that walk and mines
 * that lie.  */
#include "engine/engine-player.h"
#include "engine/engine-comms.h"
#include "engine/engine-core-private.h"
#include "engine/engine-result.h"

#include <glib/gstdio.h>
#include <string.h>

#define SEEDS 40

/* Four machines in the open at C03, flat ground; what is there besides is filled in.  */
static const char frame[] =
    "{\"format\": \"handler-one/scenario\", \"version\": 1, \"id\": \"support\", \"title\": \"Support\","
    " \"summary\": \"A test.\", \"briefing\": \"Hold.\", \"author\": \"Tests\","
    " \"licence\": \"CC0-1.0\", \"start\": \"2148-06-02T10:00\", \"duration_s\": 1500, \"seed\": 1,"
    " \"weather\": \"clear\", \"rules\": \"standard\", \"terrain\": {\"width_m\": 14000,"
    " \"height_m\": 14000, \"cell_m\": 50, \"seed\": 4, \"relief_m\": 0, \"roughness\": 0,"
    " \"woods\": 0, \"places\": [{\"id\": \"depot\", \"name\": \"Depot\", \"kind\": \"base\","
    " \"position\": [2500, 800]}], \"features\": [%s]}, \"squadron\": {\"base\": \"place:depot\","
    " \"platoons\": [{\"position\": [2500, 2500], \"spacing_m\": 60, \"members\": ["
    " {\"call_sign\": \"Harrier\"}, {\"call_sign\": \"Merlin\"}, {\"call_sign\": \"Osprey\"},"
    " {\"call_sign\": \"Heron\"}]}]}, \"legion\": {\"groups\": [%s]}, %s"
    " \"objectives\": [{\"id\": \"live\", \"kind\": \"survive-until\", \"title\": \"Live\"}],"
    " \"events\": [], \"what_is_known\": [{\"type\": \"scout\", \"count\": 40,"
    " \"position\": [8500, 8500], \"error_m\": 100}]}";

/* Far from everybody, so that the battle goes on.  */
#define SOMEBODY                                                                                  \
  "{\"task\": \"hold\", \"types\": {\"scout\": 1}, \"position\": [13800, 200],"                    \
  " \"route\": [[13800, 200]]}"
#define KNOT                                                                                      \
  SOMEBODY ", {\"task\": \"hold\", \"types\": {\"scout\": 40}, \"position\": [8500, 8500],"        \
           " \"spread_m\": 120, \"route\": [[8500, 8500]]}"

typedef struct {
  ScenarioBattle *scenario;
  OrderBook *book;
  EngineCore *core;
  EngineComms *comms;
  EngineResult result;
  GArray *changes; /* SimOrderChange of orders as a whole */
} Story;

/* ---- Playing ------------------------------------------------------------------------------- */

static ScenarioBattle *
load (const char *features, const char *groups, const char *support)
{
  g_autofree char *text = g_strdup_printf (frame, features, groups, support);

  return player_load_text (text);
}

static void
story_begin (Story *story, ScenarioBattle *scenario, guint64 seed)
{
  EngineCoreOptions options = {seed, SIM_DIFFICULTY_STANDARD, STAFF_NONE, 0};
  g_autoptr (GError) error = NULL;

  memset (story, 0, sizeof *story);
  story->scenario = scenario_battle_ref (scenario);
  story->book = scenario_battle_book (scenario, "en", &error);
  g_assert_no_error (error);
  story->core = engine_core_new (scenario, &options, &error);
  g_assert_no_error (error);
  story->comms = engine_comms_new (scenario, story->book);
  story->changes = g_array_new (FALSE, FALSE, sizeof (SimOrderChange));
}

static void
story_clear (Story *story)
{
  engine_result_clear (&story->result);
  engine_comms_free (story->comms);
  engine_core_free (story->core);
  order_book_unref (story->book);
  scenario_battle_unref (story->scenario);
  g_array_unref (story->changes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static void
take_message (Story *story, const SimMessage *message)
{
  if (message->kind == SIM_MESSAGE_TRANSMISSION_BEGUN)
    engine_comms_begin (story->comms, &message->transmission);
  else if (message->kind == SIM_MESSAGE_TRANSMISSION_ENDED)
    engine_comms_end (story->comms, &message->transmission_ended);
  else if (message->kind == SIM_MESSAGE_ORDER && !sim_unit_is_some (message->order.unit))
    g_array_append_val (story->changes, message->order);
}

static void
play_until (Story *story, double seconds)
{
  while (engine_core_tick (story->core) < SIM_SECONDS (seconds) && engine_core_step (story->core)) {
    gsize n;
    const SimMessage *messages = engine_core_messages (story->core, &n);

    for (gsize i = 0; i < n; i++)
      take_message (story, &messages[i]);
  }
}

static void
play_to_end (Story *story)
{
  g_autoptr (EngineAftermath) aftermath = NULL;

  play_until (story, 1e6);
  g_assert_true (engine_core_is_finished (story->core));
  aftermath = engine_core_make_aftermath (story->core);
  engine_result_init (&story->result, aftermath, story->scenario, story->book);
  for (guint i = 0; i < story->result.lines->len; i++)
    g_test_message ("%s", ((const EngineLine *) g_ptr_array_index (story->result.lines, i))->text);
}

/* As she types it.  */
static void
type (Story *story, const char *text)
{
  g_autofree PictureView *view = g_new0 (PictureView, 1);
  g_autoptr (OrderReading) reading = NULL;

  engine_core_fill_view (story->core, view);
  reading = order_parse (story->book, view, NULL, text);
  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  engine_core_submit (story->core, &reading->command);
}

/* ---- What came of it ------------------------------------------------------------------------ */

static EngineCaption *
find_caption (Story *story, const char *part, const char *other)
{
  GListModel *store = G_LIST_MODEL (engine_comms_get_store (story->comms));

  for (guint i = 0; i < g_list_model_get_n_items (store); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (store, i);
    const char *text = engine_caption_get_text (caption);

    if (strstr (text, part) != NULL && strstr (text, other) != NULL)
      return caption; /* the store keeps it */
  }
  return NULL;
}

/* The moment at which an order as a whole got there; SIM_TICK_NEVER: it never did.  */
static SimTick
reached (Story *story, SimOrderState state)
{
  for (guint i = 0; i < story->changes->len; i++) {
    const SimOrderChange *change = &g_array_index (story->changes, SimOrderChange, i);

    if (change->state == state)
      return change->t;
  }
  return SIM_TICK_NEVER;
}

static const char *
find_line (Story *story, const char *part, const char *other)
{
  for (guint i = 0; i < story->result.lines->len; i++) {
    const char *line = ((const EngineLine *) g_ptr_array_index (story->result.lines, i))->text;

    if (strstr (line, part) != NULL && strstr (line, other) != NULL)
      return line;
  }
  return NULL;
}

static const EngineKill *
find_kill (Story *story, EngineKillCause cause, const char *weapon)
{
  for (guint i = 0; i < story->result.kills->len; i++) {
    const EngineKill *kill = g_ptr_array_index (story->result.kills, i);

    if (kill->cause == cause && g_strcmp0 (kill->weapon_id, weapon) == 0)
      return kill;
  }
  return NULL;
}

static const EngineWeapon *
find_weapon (Story *story, const char *id, gboolean own)
{
  for (guint i = 0; i < story->result.weapons->len; i++) {
    const EngineWeapon *weapon = g_ptr_array_index (story->result.weapons, i);

    if (strcmp (weapon->id, id) == 0 && weapon->is_own == own)
      return weapon;
  }
  return NULL;
}

/* ---- The guns on the wall ------------------------------------------------------------------- */

/* Given: answered in under a minute, said when, fired minutes later as said, six rounds, some of
 * them duds; who is struck is told of with all that is known.  */
static gboolean
wall_story (ScenarioBattle *scenario, guint64 seed, const char *words)
{
  g_auto (Story) story;
  SimTick heard, begun, fired;
  const EngineWeapon *weapon;
  const EngineKill *kill;
  EngineCaption *given, *falls;
  gint32 minutes;

  story_begin (&story, scenario, seed);
  play_until (&story, 20);
  type (&story, words);
  play_to_end (&story);
  heard = reached (&story, SIM_ORDER_HEARD);
  begun = reached (&story, SIM_ORDER_BEGUN);
  fired = reached (&story, SIM_ORDER_DONE);
  g_assert_cmpuint (fired, !=, SIM_TICK_NEVER);
  g_assert_cmpuint (begun, >=, heard + SIM_SECONDS (15));
  g_assert_cmpuint (begun, <=, heard + SIM_SECONDS (45) + 1);
  g_assert_cmpuint (fired, >=, heard + SIM_SECONDS (180));
  g_assert_cmpuint (fired, <=, heard + SIM_SECONDS (720) + 1);
  given = find_caption (&story, " I09", "minute");
  falls = find_caption (&story, "wall", " I09");
  g_assert_nonnull (given);
  g_assert_nonnull (falls);
  g_assert_cmpuint (engine_caption_get_tick (given), >=, begun);
  g_assert_cmpuint (engine_caption_get_tick (given), <, fired);
  minutes = engine_caption_get_words (given)->arguments[0].number;
  g_assert_cmpfloat_with_epsilon ((fired - begun) / 600.0, minutes, 0.51);
  g_assert_cmpuint (engine_caption_get_tick (falls), >=, fired);
  weapon = find_weapon (&story, "wall-gun", TRUE);
  g_assert_nonnull (weapon);
  g_assert_cmpuint (weapon->fired, ==, 6);
  g_assert_cmpuint (weapon->duds, <=, 6);
  g_assert_nonnull (find_line (&story, weapon->name, "rounds: 6"));
  kill = find_kill (&story, ENGINE_CAUSE_WALL, "wall-gun");
  if (kill == NULL)
    return FALSE;
  g_assert_cmpuint (kill->t, >=, fired);
  g_assert_null (kill->spotter);
  g_assert_cmpstr (kill->victim_id, ==, "scout");
  g_assert_cmpuint (kill->range_m, >, 9000);
  g_assert_nonnull (find_line (&story, "Enemy scout destroyed at", ": the wall, "));
  g_assert_cmpuint (weapon->killed, >, 0);
  return weapon->duds > 0;
}

static void
test_wall (void)
{
  g_autoptr (ScenarioBattle) scenario =
      load ("", KNOT, "\"support\": {\"guns\": {\"rounds\": 12, \"grant\": 1}},");
  guint told = 0;

  for (guint64 seed = 1; seed <= SEEDS; seed++)
    told += wall_story (scenario, seed, "interceptors, fire on I09-5");
  g_test_message ("%u of %u stories with a kill and a dud", told, SEEDS);
  g_assert_cmpuint (told, >, 3);
}

/* On what was reported: where it was then.  */
static void
test_wall_on_track (void)
{
  g_autoptr (ScenarioBattle) scenario =
      load ("", KNOT, "\"support\": {\"guns\": {\"rounds\": 12, \"grant\": 1}},");

  for (guint64 seed = 1; seed <= 3; seed++)
    wall_story (scenario, seed, "interceptors, fire on track 1");
}

/* The rules give none, and a battle without rounds has none to give: refused, and said so.  */
static void
test_wall_refused (void)
{
  static const char *const supports[] = {"\"support\": {\"guns\": {\"rounds\": 12}},",
                                         "\"support\": {\"guns\": {\"rounds\": 0, \"grant\": 1}},",
                                         ""};

  for (guint i = 0; i < G_N_ELEMENTS (supports); i++) {
    g_autoptr (ScenarioBattle) scenario = load ("", KNOT, supports[i]);
    g_auto (Story) story;

    story_begin (&story, scenario, 1);
    play_until (&story, 20);
    type (&story, "interceptors, fire on I09-5");
    play_to_end (&story);
    g_assert_cmpuint (reached (&story, SIM_ORDER_REFUSED), !=, SIM_TICK_NEVER);
    g_assert_cmpuint (reached (&story, SIM_ORDER_DONE), ==, SIM_TICK_NEVER);
    g_assert_nonnull (find_caption (&story, "efused", "I09"));
    g_assert_nonnull (find_line (&story, "was refused", "I09"));
    g_assert_null (find_weapon (&story, "wall-gun", TRUE));
  }
}

/* They have what the file says: two requests' worth, and the third is refused.  */
static void
test_wall_rounds (void)
{
  g_autoptr (ScenarioBattle) scenario =
      load ("", KNOT, "\"support\": {\"guns\": {\"rounds\": 13, \"grant\": 1}},");
  g_auto (Story) story;
  guint refused = 0, done = 0;

  story_begin (&story, scenario, 1);
  for (guint i = 0; i < 3; i++) {
    play_until (&story, 20 * (i + 1));
    type (&story, "interceptors, fire on I09-5");
  }
  play_to_end (&story);
  for (guint i = 0; i < story.changes->len; i++) {
    const SimOrderChange *change = &g_array_index (story.changes, SimOrderChange, i);

    refused += change->state == SIM_ORDER_REFUSED;
    done += change->state == SIM_ORDER_DONE;
  }
  g_assert_cmpuint (done, ==, 2);
  g_assert_cmpuint (refused, ==, 1);
  g_assert_cmpuint (find_weapon (&story, "wall-gun", TRUE)->fired, ==, 12);
}

/* Who stands there is struck, ours too, and that is not hidden.  */
static void
test_wall_on_our_own (void)
{
  g_autoptr (ScenarioBattle) scenario =
      load ("", KNOT, "\"support\": {\"guns\": {\"rounds\": 60, \"grant\": 1}},");
  gboolean told = FALSE;

  for (guint64 seed = 1; seed <= SEEDS && !told; seed++) {
    g_auto (Story) story;
    const EngineKill *kill;

    story_begin (&story, scenario, seed);
    for (guint i = 0; i < 5; i++) {
      play_until (&story, 10 * (i + 1));
      type (&story, "interceptors, fire on C03-5");
    }
    play_to_end (&story);
    kill = find_kill (&story, ENGINE_CAUSE_WALL, "wall-gun");
    if (kill == NULL)
      continue;
    told = TRUE;
    g_assert_true (kill->victim_is_own);
    g_assert_true (kill->killer_is_own);
    g_assert_nonnull (find_line (&story, ": the wall, ", "by its own side."));
  }
  g_assert_true (told);
}

/* ---- The Legion's guns ----------------------------------------------------------------------- */

#define GUNS                                                                                      \
  "{\"task\": \"hold\", \"types\": {\"howitzer\": 6}, \"position\": [2500, 9500],"                  \
  " \"spread_m\": 200, \"route\": [[2500, 9500]]}"
#define WATCHERS                                                                                  \
  ", {\"task\": \"hold\", \"types\": {\"scout\": 2}, \"position\": [2500, 4450],"                   \
  " \"spread_m\": 150, \"route\": [[2500, 4450]]}"

/* A scout looks on from beyond our guns: one round, then volleys; who dies of them is told with who
 * watched.  */
static void
test_howitzers (void)
{
  g_autoptr (ScenarioBattle) scenario = load ("", GUNS WATCHERS, "");
  guint told = 0;

  for (guint64 seed = 1; seed <= SEEDS && told < 3; seed++) {
    g_auto (Story) story;
    const EngineWeapon *weapon;
    const EngineKill *kill;
    GListModel *store;
    gboolean ranged = FALSE;

    story_begin (&story, scenario, seed);
    play_to_end (&story);
    weapon = find_weapon (&story, "howitzer-155", FALSE);
    kill = find_kill (&story, ENGINE_CAUSE_SHOT, "howitzer-155");
    if (kill == NULL)
      continue;
    told++;
    store = G_LIST_MODEL (engine_comms_get_store (story.comms));
    for (guint i = 0; i < g_list_model_get_n_items (store) && !ranged; i++) {
      g_autoptr (EngineCaption) caption = g_list_model_get_item (store, i);

      ranged = engine_caption_get_words (caption) != NULL &&
               engine_caption_get_words (caption)->phrase == SIM_PHRASE_RANGING_ROUND &&
               engine_caption_get_tick (caption) < kill->t;
    }
    g_assert_true (ranged);
    g_assert_true (kill->victim_is_own);
    g_assert_true (kill->indirect);
    g_assert_cmpstr (kill->killer_id, ==, "howitzer");
    g_assert_cmpstr (kill->spotter_id, ==, "scout");
    g_assert_cmpuint (kill->range_m, >, 5000);
    g_assert_cmpuint (weapon->killed, >, 0);
    g_assert_nonnull (find_line (&story, ": howitzer, 155 mm howitzer, ", "spotted for by scout."));
  }
  g_assert_cmpuint (told, ==, 3);
}

/* Without one who looks on they fire not a round.  */
static void
test_blind_howitzers (void)
{
  g_autoptr (ScenarioBattle) scenario = load ("", GUNS ", " SOMEBODY, "");

  for (guint64 seed = 1; seed <= 3; seed++) {
    g_auto (Story) story;

    story_begin (&story, scenario, seed);
    play_to_end (&story);
    g_assert_null (find_weapon (&story, "howitzer-155", FALSE));
  }
}

/* ---- Mines ----------------------------------------------------------------------------------- */

/* They lie, see one of ours come near who does not fire, run and go off.  */
static void
test_walking_mines (void)
{
  g_autoptr (ScenarioBattle) scenario =
      load ("", SOMEBODY ", {\"task\": \"hold\", \"types\": {\"mine\": 12}, \"position\": [2500, 3700],"
                         " \"spread_m\": 100}", "");
  guint told = 0;

  for (guint64 seed = 1; seed <= SEEDS && told < 3; seed++) {
    g_auto (Story) story;
    const EngineWeapon *weapon;
    const EngineKill *kill;

    story_begin (&story, scenario, seed);
    play_until (&story, 5);
    type (&story, "First Platoon, move to C05-5 fast");
    play_until (&story, 25);
    type (&story, "First Platoon, cease fire");
    play_to_end (&story);
    weapon = find_weapon (&story, "mine-charge", FALSE);
    kill = find_kill (&story, ENGINE_CAUSE_SHOT, "mine-charge");
    if (kill == NULL)
      continue;
    told++;
    g_assert_true (kill->victim_is_own);
    g_assert_cmpstr (kill->killer_id, ==, "mine");
    g_assert_cmpuint (kill->range_m, <=, 10);
    g_assert_cmpuint (weapon->killed, >, 0);
    g_assert_nonnull (find_line (&story, ": self-propelled mine, ", " m, "));
  }
  g_assert_cmpuint (told, ==, 3);
}

/* Mines in the ground that nobody knew of: cried out, and told.  */
static void
test_minefield (void)
{
  g_autoptr (ScenarioBattle) scenario =
      load ("{\"kind\": \"minefield\", \"points\": [[2000, 3000], [3000, 3000], [3000, 4200],"
            " [2000, 4200]], \"mines_per_ha\": 200, \"known_to\": \"legion\"}",
            SOMEBODY, "");
  guint told = 0;

  for (guint64 seed = 1; seed <= SEEDS && told < 3; seed++) {
    g_auto (Story) story;
    const EngineKill *kill;

    story_begin (&story, scenario, seed);
    play_until (&story, 5);
    type (&story, "First Platoon, move to C05-5 fast");
    play_until (&story, 60);
    type (&story, "First Platoon, move to C02-5 fast");
    play_to_end (&story);
    kill = find_kill (&story, ENGINE_CAUSE_MINE, NULL);
    if (kill == NULL)
      continue;
    told++;
    g_assert_true (kill->victim_is_own);
    g_assert_null (kill->killer);
    g_assert_nonnull (find_caption (&story, "ine", "C04"));
    g_assert_nonnull (find_line (&story, ": a mine in the ground, ", "C04"));
  }
  g_assert_cmpuint (told, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add_func ("/engine/support/" path, func)
  TEST ("wall", test_wall);
  TEST ("wall-on-track", test_wall_on_track);
  TEST ("wall-refused", test_wall_refused);
  TEST ("wall-rounds", test_wall_rounds);
  TEST ("wall-on-our-own", test_wall_on_our_own);
  TEST ("howitzers", test_howitzers);
  TEST ("blind-howitzers", test_blind_howitzers);
  TEST ("walking-mines", test_walking_mines);
  TEST ("minefield", test_minefield);
#undef TEST
  return g_test_run ();
}
