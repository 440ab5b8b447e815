/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to the console: the answers a player without sight steers by.  */
#include "order-fixture.h"

#include <string.h>

typedef struct {
  OrderBook *book;
  PictureView *view;
  PictureSheet *sheet;
} Fixture;

/* Griffin is lost, Falke under fire, Black Dog low, Undertaker silent; T07 moves.  */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = fixture_book();
  fixture->view = fixture_view();
  fixture->sheet = fixture_sheet();
  fixture->view->own[2].activity = SIM_ACTIVITY_UNDER_FIRE;
  fixture->view->own[6].known_lost = TRUE;
  fixture->view->own[14].ammunition = 9;
  fixture->view->own[0].t_word = SIM_SECONDS (539);
  fixture->view->tracks[3].velocity_known = TRUE;
  fixture->view->tracks[3].velocity = base_vec (-4, -6);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  order_book_unref (fixture->book);
  g_free (fixture->view);
  picture_sheet_free (fixture->sheet);
}

static char *
ask (Fixture *fixture, const char *text)
{
  return order_answer (fixture->book, fixture->view, fixture->sheet, text);
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *question, *answer;
  } cases[] = {
      {"situation",
       "Lost: Griffin. Under fire: Falke. Nearest enemy: eight Löwen, 100 metres east of Guardian, "
       "seen 38 seconds ago. Low on ammunition: Black Dog. Silent: Undertaker. Five tracks in all. "
       "Twenty machines with us."},
      {"what is new", "New T12: one unknown in G06, 6 seconds ago. New T02: six Ameisen in H07, 9 "
                      "seconds ago. New T07: four Grauwolf in G10, 14 seconds ago."},
      {"who is silent", "Undertaker has been silent for 61 seconds."},
      {"describe G08", "G08: flat, 120 metres high. Mostly open ground, some water and a little "
                       "bridge. A road runs through it. A river runs through it. In it: Altmar "
                       "bridge."},
      {"describe Rauwald", "Rauwald: flat, 120 metres high. All woods."},
      {"describe golf zero five",
       "G05: flat, 120 metres high. Mostly open ground, some water and a "
       "little ford. A river runs through it. In it: South ford."},
      {"how far is track two from Falke", "T02 is 4.2 kilometres east of Falke, bearing 078."},
      {"How far is track one from First Platoon?",
       "T01 is 6.4 kilometres north-east of First Platoon, bearing 038."},
      {"how far from Falke to Hasel", "Hasel is 5.1 kilometres north-west of Falke, bearing 333."},
      {"how long for Undertaker to Point 304",
       "About 5 minutes for Undertaker to Point 304, 3.6 kilometres straight ahead."},
      {"read track 7",
       "T07: four Grauwolf in G10-1, 14 seconds ago. It moves south-west at 7 metres "
       "a second. Reported by Falke, give or take 200 metres."},
      {"read track seven please",
       "T07: four Grauwolf in G10-1, 14 seconds ago. It moves south-west at 7 metres a second. "
       "Reported by Falke, give or take 200 metres."},
      {"read track four", "No track T04 is on the map."},
      {"read Falke", "Falke: under fire, in D06-2, last word 10 seconds ago. 30 rounds, energy "
                     "seventy per cent."},
      {"read Griffin", "Griffin is lost, last known in E06-8."},
      {"what is Point 304", "Point 304: point in D09-4."},
      {"who is nearest to T07", "Nearest to T07: Burnt Tail, 2.4 kilometres south-east. Argus, 2.5 "
                                "kilometres south. Gunslinger, 2.5 kilometres south-east."},
      {"what lies between D05 and D06", "From D05 to D06, 1 kilometre north: open ground for 1 "
                                        "kilometre. Nothing but cover hides one from the other."},
      {"where does bearing 067 from Undertaker go",
       "Bearing 067 from Undertaker: D06, E06, F06, F07, G07, H07, H08, I08, J08, K08, K09 and "
       "L09, "
       "and farther on."},
      {"where does bearing 180 from A02 go",
       "Bearing 180 from A02: A02 and A01, then off the map."},
      {"where does bearing 400 from Falke go", "A bearing is 000 to 359."},
      {"what is near banana", "“banana” is no place, square or track on this map."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *answer = ask (fixture, cases[i].question);

    if (g_strcmp0 (answer, cases[i].answer) != 0)
      g_error ("%s\n  %s\n  and not\n  %s", cases[i].question, answer, cases[i].answer);
  }
}

/* What is asked of the squadron, as far as it has got; what is hidden stays so.  */
static void
test_task (Fixture *fixture, gconstpointer data)
{
  const OrderObjective objectives[] = {
      {"Hold the Altmar bridge", SIM_OBJECTIVE_OPEN, 0.4f},
      {"Bring the column through", SIM_OBJECTIVE_DONE, 1},
      {"Nobody may know", SIM_OBJECTIVE_HIDDEN, 0},
      {"Fall back to Hasel", SIM_OBJECTIVE_LATER, 0},
  };
  const OrderTask task = {objectives, G_N_ELEMENTS (objectives), SIM_SECONDS (600), SIM_SECONDS (1320)};
  const OrderTask endless = {objectives, 1, SIM_SECONDS (600), SIM_TICK_NEVER};
  static const char *const asked[] = {"what is the objective", "what are my orders?", "mission"};

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    g_autofree char *answer =
        order_answer_task (fixture->book, fixture->view, fixture->sheet, &task, asked[i]);

    g_assert_cmpstr (answer, ==,
                     "Hold the Altmar bridge: forty per cent done. Bring the column through: done."
                     " Fall back to Hasel: after the others.");
  }
  {
    g_autofree char *left =
        order_answer_task (fixture->book, fixture->view, NULL, &task, "how much time is left");
    g_autofree char *none =
        order_answer_task (fixture->book, fixture->view, NULL, &endless, "how much time is left");
    g_autofree char *unknown = order_answer (fixture->book, fixture->view, NULL, "objective");

    g_assert_cmpstr (left, ==, "12 minutes at most until the battle ends.");
    g_assert_cmpstr (none, ==, "No end of the battle is set.");
    g_assert_cmpstr (unknown, ==, "Nothing is asked of you that the console knows of.");
  }
}

/* Where bearings are counted from is said, moved without a word on the air, and asked about.  */
static void
test_bearings (Fixture *fixture, gconstpointer data)
{
  const OrderTask task = {.ends = SIM_TICK_NEVER, .bearings_name = "Ried",
                          .bearings_place = {3500, 2500}};
  static const char *const moving[] = {"bearings from Falke", "Take bearings from Falke.",
                                       "move the listening point to falke"};
  static const char *const back[] = {"bearings from the objective", "reset the listening point"};
  SimTarget from;

  for (guint i = 0; i < G_N_ELEMENTS (moving); i++) {
    g_autofree char *said = order_bearings (fixture->book, fixture->view, NULL, moving[i], &from);

    g_assert_cmpstr (said, ==, "Bearings are from Falke now.");
    g_assert_cmpint (from.kind, ==, SIM_TARGET_UNIT);
  }
  for (guint i = 0; i < G_N_ELEMENTS (back); i++) {
    g_autofree char *said = order_bearings (fixture->book, fixture->view, NULL, back[i], &from);

    g_assert_cmpstr (said, ==, "Bearings are from the objective now.");
    g_assert_cmpint (from.kind, ==, SIM_TARGET_NONE);
  }
  {
    g_autofree char *square =
        order_bearings (fixture->book, fixture->view, NULL, "bearings from D04-7", &from);
    g_autofree char *nowhere =
        order_bearings (fixture->book, fixture->view, NULL, "bearings from Atlantis", &from);
    g_autofree char *problem =
        order_answer_task (fixture->book, fixture->view, NULL, &task, "bearings from Atlantis");
    g_autofree char *where =
        order_answer_task (fixture->book, fixture->view, NULL, &task, "where are bearings from?");
    g_autofree char *away =
        order_answer_task (fixture->book, fixture->view, NULL, &task, "how far is D05-5");
    g_autofree char *words = order_bearings_words (fixture->book, "Ried");

    g_assert_cmpstr (square, ==, "Bearings are from D04-7 now.");
    g_assert_null (nowhere);
    g_assert_nonnull (strstr (problem, "Atlantis"));
    g_assert_cmpstr (where, ==, "Bearings are from Ried.");
    g_assert_cmpstr (away, ==, "D05-5 is 2 kilometres north of Ried, bearing 000.");
    g_assert_cmpstr (words, ==, "bearings from Ried");
  }
}

/* What the console types to have the place put in is no name of somebody: it asks for the place.  */
static void
test_bearings_begun (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = order_bearings_words (fixture->book, "");
  g_autoptr (OrderReading) reading = order_parse (fixture->book, fixture->view, NULL, words);
  g_autoptr (OrderReading) other
      = order_parse (fixture->book, fixture->view, NULL, "bearings frum");

  g_assert_cmpint (reading->problem, ==, ORDER_NO_TARGET);
  g_assert_cmpint (other->problem, ==, ORDER_UNKNOWN_ADDRESSEE);
}

static void
expect_answer (Fixture *fixture, const char *question, const char *expected)
{
  g_autofree char *answer = ask (fixture, question);

  g_assert_cmpstr (answer, ==, expected);
}

/* Who is short of ammunition, hurt, or not on the link, as far as that was told.  */
static void
test_who (Fixture *fixture, gconstpointer data)
{
  PictureView *view = fixture->view;

  for (guint i = 0; i < view->n_own; i++) {
    view->own[i].t_pilot = SIM_SECONDS (560);
    view->own[i].ammunition = 30;
  }
  view->link.synced = 21;
  expect_answer (fixture, "who is low on ammunition?", "Nobody is known to be low on ammunition.");
  expect_answer (fixture, "who is wounded", "Nobody is known to be wounded.");
  expect_answer (fixture, "who is on the link", "Twenty-one are on the link.");
  view->own[0].ammunition = 6;
  view->own[3].ammunition = 1;
  view->own[5].ammunition = 0;
  view->own[5].t_ammunition = SIM_TICK_NEVER;
  view->own[3].wounds = 2;
  view->own[7].wounds = 1;
  view->own[9].person = SIM_PERSON_DOWN;
  view->link.synced = 20;
  view->link.off_link = 1u << 2;
  expect_answer (fixture, "who is low on ammo",
                 "Fafnir: one round, 10 seconds ago. Undertaker: six rounds, 10 seconds ago.");
  expect_answer (fixture, "who is hurt?", "Badly wounded: Fafnir. Wounded: Laughing Fox."
                                          " Down, on foot: Dandelion.");
  expect_answer (fixture, "who is on the link", "Twenty are on the link. Taken off it: Falke.");
}

static void
test_no_questions (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
      "",     "hello",   "Falke, hold", "Falke, report situation", "move to G04", "Falke",
      "what", "how far", "describe"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *answer = ask (fixture, texts[i]);

    g_assert_null (answer);
  }
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* However bad it is: forty words at most, and who is lost comes first.  */
static void
test_situation_is_short (Fixture *fixture, gconstpointer data)
{
  for (guint lost = 0; lost <= 21; lost++) {
    g_autofree char *answer = NULL;

    for (guint i = 0; i < 21; i++) {
      fixture->view->own[i].known_lost = i < lost;
      fixture->view->own[i].activity = i % 2 ? SIM_ACTIVITY_UNDER_FIRE : SIM_ACTIVITY_DISABLED;
      fixture->view->own[i].ammunition = 0;
      fixture->view->own[i].t_word = SIM_TICK_NEVER;
    }
    answer = ask (fixture, "situation");
    g_assert_cmpuint (count_words (answer), <=, 40);
    g_assert_true (g_str_has_prefix (answer, lost > 0 ? "Lost: Undertaker" : "Under fire: "));
  }
}

static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  g_autofree PictureView *quiet = fixture_view();
  g_autofree char *situation = NULL, *news = NULL, *silent = NULL;

  quiet->n_tracks = 0;
  situation = order_answer (fixture->book, quiet, NULL, "situation");
  news = order_answer (fixture->book, quiet, NULL, "what is new");
  silent = order_answer (fixture->book, quiet, NULL, "who is silent");
  g_assert_cmpstr (situation, ==, "No enemy is known. Twenty-one machines with us.");
  g_assert_cmpstr (news, ==, "Nothing new in the last minute.");
  g_assert_cmpstr (silent, ==, "Everyone has been heard in the last 45 seconds.");
}

/* What is near is near, and the enemy is named first.  */
static void
test_near (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = ask (fixture, "what is near Altmar bridge");
  g_autofree char *nothing = NULL;

  g_assert_true (g_str_has_prefix (answer, "Near Altmar bridge: T02, six Ameisen, "));
  g_assert_nonnull (strstr (answer, "Altmar, 1.3 kilometres south-west."));
  g_assert_null (strstr (answer, "Hasel"));
  g_assert_null (strstr (answer, "Altmar bridge, "));
  nothing = ask (fixture, "what is near M01");
  g_assert_cmpstr (nothing, ==, "Nothing is known within two kilometres of M01.");
}

/* Woods are slower than a field, and water is said.  */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  g_autofree char *field = ask (fixture, "how long for J02 to M02");
  g_autofree char *woods = ask (fixture, "how long for A04 to D04");
  g_autofree char *water = ask (fixture, "how long for F03 to I03");
  g_autofree char *hill = ask (fixture, "what lies between B09 and F09");
  g_autofree char *no_map = order_answer (fixture->book, fixture->view, NULL, "describe G04");

  g_assert_cmpstr (field, ==, "About 4 minutes for J02 to M02, 3 kilometres straight ahead.");
  g_assert_cmpstr (woods, ==, "About 6 minutes for A04 to D04, 3 kilometres straight ahead.");
  g_assert_nonnull (strstr (water, "Water lies in the way"));
  g_assert_null (strstr (field, "Water"));
  g_assert_nonnull (strstr (hill, "The ground hides one from the other."));
  g_assert_cmpstr (no_map, ==, "There is no map of this ground.");
}

/* Rubble, cliffs and mines, for who does not see them drawn.  */
static void
test_hard_ground (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rubble = ask (fixture, "describe L11");
  g_autofree char *cliff = ask (fixture, "describe J12");
  g_autofree char *mines = ask (fixture, "describe J11");
  g_autofree char *few_mines = ask (fixture, "describe K04");
  g_autofree char *way = ask (fixture, "what lies between I11 and K11");
  g_autofree char *time = ask (fixture, "how long for I11 to K11");
  g_autofree char *clear = ask (fixture, "how long for J02 to M02");

  g_assert_nonnull (strstr (rubble, "rubble"));
  g_assert_nonnull (strstr (cliff, "A cliff runs through it"));
  g_assert_null (strstr (mines, "cliff"));
  g_assert_nonnull (strstr (mines, "Most of it is mined."));
  g_assert_nonnull (strstr (few_mines, "Part of it is mined."));
  g_assert_nonnull (strstr (way, "marks mines on the way"));
  g_assert_nonnull (strstr (time, "marks mines on the way"));
  g_assert_null (strstr (clear, "mines"));
}

/* Voices: the latest first, with a fix where two bearings cross.  */
static void
test_heard (Fixture *fixture, gconstpointer data)
{
  PictureView *view = fixture->view;
  g_autofree char *nobody = ask (fixture, "what is heard");
  g_autofree char *voices = NULL;

  g_assert_cmpstr (nobody, ==, "Nobody has been heard in the last minutes.");
  view->n_bearings = 3;
  for (guint i = 0; i < 3; i++)
    view->bearings[i] = (PictureBearing){.voice = i == 2 ? 2 : 1,
                                         .size = SIM_SIZE_GROUP,
                                         .shepherd = i == 2,
                                         .place = base_vec (6500, 3500),
                                         .bearing_deg = 7,
                                         .t_sensed = view->now - SIM_SECONDS (14 + i)};
  view->n_crosses = 1;
  view->crosses[0] =
      (PictureCross){.voice = 1, .position = base_vec (6500, 8500), .major_m = 300};
  voices = ask (fixture, "what is heard?");
  g_assert_cmpstr (voices, ==,
                   "Voice 2: a group of voices with a Shepherd, bearing 007 from G04-5, 16 seconds "
                   "ago. Voice 1: a group of voices, bearing 007 from G04-5, 15 seconds ago. "
                   "Crossed in G09-5, give or take 300 metres.");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/orders/answer/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("answers", test_answers);
  ADD ("no-questions", test_no_questions);
  ADD ("task", test_task);
  ADD ("bearings", test_bearings);
  ADD ("bearings-begun", test_bearings_begun);
  ADD ("who", test_who);
  ADD ("situation-is-short", test_situation_is_short);
  ADD ("quiet", test_quiet);
  ADD ("near", test_near);
  ADD ("ground", test_ground);
  ADD ("hard-ground", test_hard_ground);
  ADD ("heard", test_heard);
  return g_test_run();
}
