/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every order that can be given has one text, and reading the text gives the order again.  */
#include "order-fixture.h"

#include <locale.h>
#include <string.h>

#define N_ORDERS 10000

typedef struct {
  OrderBook *book;
  PictureView *view;
  GRand *random;
  float width_m, height_m;
} Generator;

static guint
below (Generator *generator, guint n)
{
  return (guint) g_rand_int_range (generator->random, 0, (gint32) n);
}

static void
generate_position (Generator *generator, SimTarget *target)
{
  gboolean keypad = below (generator, 2) == 0;
  BaseVec at = base_vec ((float) g_rand_double_range (generator->random, 0, generator->width_m),
                         (float) g_rand_double_range (generator->random, 0, generator->height_m));
  char text[ORDER_GRID_LENGTH];

  order_grid_format (at, keypad, generator->width_m, generator->height_m, text);
  target->kind = SIM_TARGET_POSITION;
  g_assert_true (order_grid_parse (text, generator->width_m, generator->height_m, &target->position,
                                   &target->precise_m));
}

static void
generate_target (Generator *generator, SimVerb verb, SimTarget *target)
{
  guint choice = below (generator, sim_verb_aim (verb) == SIM_AIM_ANY ? 3 : 4);

  if (choice == 0) {
    generate_position (generator, target);
  } else if (choice == 1) {
    const PicturePlace *place;

    target->kind = SIM_TARGET_PLACE;
    target->number = below (generator, (guint) order_book_n_places (generator->book));
    place = order_book_place (generator->book, target->number);
    target->position = place->position;
    target->precise_m = place->radius_m;
  } else if (choice == 2) {
    const PictureTrack *track =
        &generator->view->tracks[below (generator, (guint) generator->view->n_tracks)];

    target->kind = SIM_TARGET_TRACK;
    target->number = track->number;
    target->position = track->position;
    target->precise_m = track->major_m;
  } else {
    target->kind = SIM_TARGET_UNIT;
    target->number = below (generator, (guint) generator->view->n_own);
    target->position = generator->view->own[target->number].fix;
    target->precise_m = generator->view->own[target->number].fix_error_m;
  }
}

static gboolean
aims_at_own (SimAim aim)
{
  return aim == SIM_AIM_OWN || aim == SIM_AIM_OPTIONAL_OWN;
}

/* Where its first machine was last.  */
static void
generate_platoon (Generator *generator, SimTarget *target)
{
  *target = (SimTarget){.kind = SIM_TARGET_PLATOON, .number = below (generator, 6)};
  for (gsize i = generator->view->n_own; i-- > 0;)
    if (generator->view->own[i].platoon == target->number && !generator->view->own[i].known_lost) {
      target->position = generator->view->own[i].fix;
      target->precise_m = generator->view->own[i].fix_error_m;
    }
}

static gboolean
is_addressed (const SimCommand *command, SimAddressee addressee)
{
  for (guint i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == addressee.kind &&
        command->addressees[i].index == addressee.index)
      return TRUE;
  return FALSE;
}

static void
generate_addressees (Generator *generator, SimCommand *command)
{
  guint n = below (generator, 3) > 0 ? 1 : 1 + below (generator, SIM_MAX_ADDRESSEES);

  for (guint i = 0; i < n; i++) {
    guint choice = below (generator, 5);
    SimAddressee addressee = {.kind = SIM_ADDRESSEE_ALL};

    if (choice < 3)
      addressee = (SimAddressee){SIM_ADDRESSEE_UNIT, below (generator, 21)};
    else if (choice == 3)
      addressee = (SimAddressee){SIM_ADDRESSEE_PLATOON, below (generator, 6)};
    if (!is_addressed (command, addressee))
      command->addressees[command->n_addressees++] = addressee;
  }
}

static void
generate_modifiers (Generator *generator, SimCommand *command)
{
  command->posture = (guint8) below (generator, SIM_N_POSTURES);
  if (below (generator, 3) == 0)
    command->facing_deg =
        (float) (below (generator, 2) ? 45 * below (generator, 8) : below (generator, 360));
}

static gboolean
can_wait_for_mark (guint verb)
{
  return verb != SIM_VERB_REPORT && verb != SIM_VERB_CEASE_FIRE &&
         verb != SIM_VERB_WEAPONS_FREE && verb != SIM_VERB_LOOK && verb != SIM_VERB_SAY_AGAIN;
}

/* What the net, the link or her own set is switched to: not every one is for everybody.  */
static void
generate_switch (Generator *generator, SimCommand *command)
{
  SimAddressee all = {.kind = SIM_ADDRESSEE_ALL};

  do
    command->setting = (guint8) below (generator, SIM_N_SETTINGS);
  while (!sim_setting_fits (command->verb, command->setting));
  command->n_addressees = 1;
  command->addressees[0] = all;
  if (command->verb == SIM_VERB_LISTEN_IN && command->setting == SIM_SETTING_NONE)
    generate_platoon (generator, &command->target);
  else if (command->setting == SIM_SETTING_ON || command->setting == SIM_SETTING_OFF ||
           (command->verb == SIM_VERB_NET && below (generator, 2)))
    command->addressees[0] = (SimAddressee){SIM_ADDRESSEE_PLATOON, below (generator, 6)};
  if (command->verb == SIM_VERB_SYNC && command->addressees[0].kind == SIM_ADDRESSEE_PLATOON)
    command->addressees[command->n_addressees++] =
        (SimAddressee){SIM_ADDRESSEE_UNIT, below (generator, 21)};
  if (command->verb == SIM_VERB_LISTEN_IN)
    command->addressees[0] = all;
}

static SimCommand
generate_order (Generator *generator)
{
  SimCommand command;
  SimAim aim;

  memset (&command, 0, sizeof command);
  command.facing_deg = -1;
  command.verb = (guint8) below (generator, SIM_N_VERBS);
  command.timing = (guint8) below (generator, SIM_N_TIMINGS);
  if (command.verb == SIM_VERB_MARK || (can_wait_for_mark (command.verb) && below (generator, 4) == 0)) {
    command.mark = (guint8) (1 + below (generator, SIM_MAX_MARK));
    command.timing = SIM_TIMING_NORMAL;
  }
  if (command.mark == 0 && command.timing != SIM_TIMING_AT_ONCE &&
      sim_verb_takes_time (command.verb) && below (generator, 4) == 0)
    command.minutes = (guint8) (1 + below (generator, SIM_MOST_MINUTES));
  aim = sim_verb_aim (command.verb);
  if (aim == SIM_AIM_SETTING || aim == SIM_AIM_LISTENED) {
    command.timing = SIM_TIMING_NORMAL;
    command.mark = 0;
    generate_switch (generator, &command);
    return command;
  }
  generate_addressees (generator, &command);
  if (command.verb == SIM_VERB_LOOK) {
    command.n_addressees = 1;
    command.addressees[0] = (SimAddressee){.kind = SIM_ADDRESSEE_INTERCEPTORS};
    command.timing = SIM_TIMING_NORMAL;
    generate_target (generator, command.verb, &command.target);
    return command;
  }
  command.until_relieved = sim_verb_takes_relief (command.verb) && below (generator, 2);
  if (aim == SIM_AIM_REPORT)
    command.topic = (guint8) below (generator, SIM_N_TOPICS);
  if (aim == SIM_AIM_HELP) {
    command.help = (guint8) below (generator, SIM_N_HELPS);
    command.minutes = (guint8) (1 + below (generator, SIM_MOST_MINUTES));
  }
  if (aim == SIM_AIM_NONE || aim == SIM_AIM_REPORT || aim == SIM_AIM_HELP)
    return command;
  generate_modifiers (generator, &command);
  if (command.verb == SIM_VERB_EXPECT) {
    command.posture = SIM_POSTURE_NORMAL;
    command.possible = (guint8) below (generator, 2);
    if (command.facing_deg >= 0 && below (generator, 3) == 0)
      return command;
    generate_target (generator, command.verb, &command.target);
    return command;
  }
  if ((aim == SIM_AIM_OPTIONAL_PLACE || aim == SIM_AIM_OPTIONAL_OWN) && below (generator, 3) == 0)
    return command;
  do {
    command.target = (SimTarget){0};
    generate_target (generator, command.verb, &command.target);
  } while (aims_at_own (aim) && command.target.kind == SIM_TARGET_TRACK);
  if (aims_at_own (aim) && below (generator, 3) == 0)
    generate_platoon (generator, &command.target);
  if (command.verb == SIM_VERB_FOLLOW && command.target.kind != SIM_TARGET_UNIT)
    generate_platoon (generator, &command.target);
  if (command.verb == SIM_VERB_REGROUP || command.verb == SIM_VERB_FOLLOW)
    return command;
  for (guint n = below (generator, 2) ? below (generator, SIM_MAX_VIA + 1) : 0; command.n_via < n;)
    generate_target (generator, command.verb, &command.via[command.n_via++]);
  return command;
}

static gboolean
same_target (const SimTarget *a, const SimTarget *b)
{
  return a->kind == b->kind && a->number == b->number && a->position.x == b->position.x &&
         a->position.y == b->position.y && a->precise_m == b->precise_m;
}

static gboolean
same_order (const SimCommand *a, const SimCommand *b)
{
  if (a->verb != b->verb || a->posture != b->posture || a->timing != b->timing ||
      a->mark != b->mark || a->topic != b->topic || a->setting != b->setting ||
      a->n_addressees != b->n_addressees || a->n_via != b->n_via ||
      a->facing_deg != b->facing_deg || a->possible != b->possible || a->help != b->help ||
      a->minutes != b->minutes || a->until_relieved != b->until_relieved || !same_target (&a->target, &b->target))
    return FALSE;
  for (guint i = 0; i < a->n_addressees; i++)
    if (a->addressees[i].kind != b->addressees[i].kind ||
        a->addressees[i].index != b->addressees[i].index)
      return FALSE;
  for (guint i = 0; i < a->n_via; i++)
    if (!same_target (&a->via[i], &b->via[i]))
      return FALSE;
  return TRUE;
}

/* Each order is read from its written and its spoken form.  */
static void
check_orders (const char *language, float width_m, float height_m, guint32 seed)
{
  g_autoptr (OrderBook) book = fixture_book_in (language, width_m, height_m);
  g_autofree PictureView *view = fixture_view();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Generator generator = {book, view, random, width_m, height_m};

  for (guint i = 0; i < N_ORDERS / 2; i++) {
    SimCommand command = generate_order (&generator);
    g_autofree char *text = order_canonical (book, &command);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);

    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", text, reading->reason);
    g_assert_cmpstr (reading->canonical, ==, text);
    if (!same_order (&reading->command, &command))
      g_error ("%s is read as another order", text);
    g_assert_cmpstr (reading->read_back, !=, "");
    if (command.verb == SIM_VERB_LISTEN_IN)
      g_assert_cmpfloat (reading->air_s, ==, 0);
    else
      g_assert_cmpfloat (reading->air_s, >, 1.5);
  }
}

/* "Falke, move to J07-5" as people type it: J7-5.  Those of column T look like tracks and stay as they are.  */
static char *
with_one_digit (const char *text)
{
  g_autoptr (GRegex) zeros = g_regex_new ("\\b([A-SU-Z]|A[A-Z])0([1-9])", 0, 0, NULL);

  return g_regex_replace (zeros, text, -1, 0, "\\1\\2", 0, NULL);
}

static void
test_one_digit (gconstpointer language)
{
  g_autoptr (OrderBook) book = fixture_book_in (language, 38700, 40000);
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  Generator generator = {book, view, random, 38700, 40000};
  guint n = 0;

  for (guint i = 0; i < 500; i++) {
    SimCommand command = generate_order (&generator);
    g_autofree char *text = order_canonical (book, &command);
    g_autofree char *typed = with_one_digit (text);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, typed);

    n += !g_str_equal (text, typed);
    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", typed, reading->reason);
    g_assert_cmpstr (reading->canonical, ==, text);
  }
  g_assert_cmpuint (n, >, 10);
}

static void
test_small_map (gconstpointer language)
{
  check_orders (language, 13000, 12000, 1);
}

/* Columns AA.., and squares of column T that look like tracks.  */
static void
test_large_map (gconstpointer language)
{
  check_orders (language, 38700, 40000, 2);
}

/* What a caption shows of an order, in English, is its canonical text; only a place that the order
 * line calls by its id is called by its name.  */
static void
test_on_the_air (void)
{
  g_autoptr (OrderBook) book = fixture_book_of_size (38700, 40000);
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  Generator generator = {book, view, random, 38700, 40000};

  for (guint i = 0; i < 5000; i++) {
    SimCommand command = generate_order (&generator);
    SimWords words = {.phrase = SIM_PHRASE_ORDER};
    g_autofree char *canonical = order_canonical (book, &command);
    g_autofree char *shown = order_render_words (book, &words, &command, FALSE);
    g_autofree char *expected = NULL;
    g_autoptr (GString) named = g_string_new (canonical);

    g_string_replace (named, "place:north", "North", 0);
    expected = g_strdup_printf ("%s.", named->str);
    g_assert_cmpstr (shown, ==, expected);
  }
}

/* "golf zero four" becomes "golf four"; takes and replaces the text.  */
static void
drop_zeros (char **text)
{
  g_autoptr (GRegex) zeros = g_regex_new (
      "\\b(alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett|kilo|lima|mike) zero "
      "(one|two|three|four|five|six|seven|eight|nine)\\b",
      G_REGEX_CASELESS, 0, NULL);
  char *dropped = g_regex_replace (zeros, *text, -1, 0, "\\1 \\2", 0, NULL);

  g_free (*text);
  *text = dropped;
}

/* The words of an order as it is said: the same order again.  */
static void
test_spoken (void)
{
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  Generator generator = {book, view, random, 13000, 12000};

  for (guint i = 0; i < 2000; i++) {
    SimCommand command = generate_order (&generator);
    SimWords words = {.phrase = SIM_PHRASE_ORDER};
    g_autofree char *text = order_render_words (book, &words, &command, TRUE);
    g_autoptr (OrderReading) reading = NULL;

    /* A hill called "North" can not be told from a direction by ear.  */
    if (strstr (text, "North"))
      continue;
    /* In every other one the zero of a square is left out: "juliet seven".  */
    if (i % 2 == 0)
      drop_zeros (&text);
    reading = order_parse (book, view, NULL, text);
    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", text, reading->reason);
    if (!same_order (&reading->command, &command))
      g_error ("%s is read as another order", text);
  }
}

/* An order in the ids of machine output, joined as an orders file joins them.  */
static char *
text_of_ids (OrderBook *book, const SimCommand *command)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < command->n_addressees; i++) {
    g_autofree char *id = order_addressee_id (book, &command->addressees[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? " and " : "", id);
  }
  g_string_append_printf (text, ", %s", sim_verb_name (command->verb));
  for (guint i = 0; i <= command->n_via && command->target.kind != SIM_TARGET_NONE; i++) {
    g_autofree char *id =
        order_target_id (book, i == 0 ? &command->target : &command->via[i - 1]);

    g_string_append_printf (text, i == 0 ? " %s" : " via %s", id);
  }
  if (command->verb == SIM_VERB_REPORT && command->topic != SIM_TOPIC_ALL)
    g_string_append_printf (text, ", %s", sim_topic_name (command->topic));
  if (command->setting != SIM_SETTING_NONE)
    g_string_append_printf (text, ", %s", sim_setting_name (command->setting));
  if (command->posture != SIM_POSTURE_NORMAL)
    g_string_append_printf (text, ", %s", sim_posture_name (command->posture));
  if (command->timing != SIM_TIMING_NORMAL)
    g_string_append_printf (text, ", %s", sim_timing_name (command->timing));
  if (command->mark > 0)
    g_string_append_printf (text, command->verb == SIM_VERB_MARK ? ", %u" : ", on mark %u",
                            command->mark);
  if (command->minutes > 0 && sim_verb_takes_time (command->verb))
    g_string_append_printf (text, ", in %u minutes", command->minutes);
  if (command->until_relieved)
    g_string_append (text, ", until relieved");
  if (command->facing_deg >= 0)
    g_string_append_printf (text, command->verb == SIM_VERB_EXPECT ? ", from %03.0f" : ", facing %03.0f",
                            (double) command->facing_deg);
  if (command->possible)
    g_string_append (text, ", possible");
  if (command->verb == SIM_VERB_PROMISE)
    g_string_append_printf (text, ", %s, in %u minutes", sim_help_name (command->help),
                            command->minutes);
  return g_string_free (text, FALSE);
}

static void
test_machine_output (gconstpointer language)
{
  g_autoptr (OrderBook) book = fixture_book_in (language, 13000, 12000);
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  Generator generator = {book, view, random, 13000, 12000};

  for (guint i = 0; i < 2000; i++) {
    SimCommand command = generate_order (&generator);
    g_autofree char *text = text_of_ids (book, &command);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);

    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", text, reading->reason);
    if (!same_order (&reading->command, &command))
      g_error ("%s is read as another order", text);
  }
}

/* Text of many orders under a locale, as one string.  */
static char *
everything_under (const char *locale)
{
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  Generator generator = {book, view, random, 13000, 12000};
  GString *all = g_string_new (NULL);

  if (!setlocale (LC_ALL, locale))
    g_test_message ("the locale %s is not there; its absence is tested instead", locale);
  for (guint i = 0; i < 500; i++) {
    SimCommand command = generate_order (&generator);
    g_autofree char *text = order_canonical (book, &command);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);

    g_string_append_printf (all, "%s|%s|%d\n", reading->canonical, reading->read_back,
                            (int) (reading->air_s * 1000));
  }
  setlocale (LC_ALL, "C");
  return g_string_free (all, FALSE);
}

static void
test_same_everywhere (void)
{
  g_autofree char *first = everything_under ("C");
  g_autofree char *second = everything_under ("C");
  g_autofree char *german = everything_under ("de_DE.UTF-8");
  g_autofree char *turkish = everything_under ("tr_TR.UTF-8");

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==, german);
  g_assert_cmpstr (first, ==, turkish);
}

static void
add (const char *path, const char *language, GTestDataFunc function)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", path, language);

  g_test_add_data_func (name, language, function);
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = {"en", "de", "fr", "ja"};

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/property/on-the-air", test_on_the_air);
  g_test_add_func ("/orders/property/spoken", test_spoken);
  g_test_add_func ("/orders/property/same-everywhere", test_same_everywhere);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    add ("/orders/property/small-map", languages[i], test_small_map);
    add ("/orders/property/large-map", languages[i], test_large_map);
    add ("/orders/property/machine-output", languages[i], test_machine_output);
    add ("/orders/property/one-digit", languages[i], test_one_digit);
  }
  return g_test_run();
}
