/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports as sentences: every phrase and wording, its numbers, and what the link swallows.  */
#include "order-fixture.h"

#include <string.h>

static SimWords
words_of (SimPhrase phrase, guint variant)
{
  SimWords words = {.phrase = (guint16) phrase, .variant = (guint8) variant};
  const char *letters = sim_phrase_arguments (phrase);

  for (guint i = 0; letters[i]; i++) {
    words.arguments[i] = (SimArgument){4, 1, {6100, 3900}};
    if (letters[i] == 'C')
      words.arguments[i].number = SIM_CAUSE_UNDER_FIRE;
    if (letters[i] == 'M')
      words.arguments[i].type = 0; /* by call sign */
    if (strchr ("UMLSDP", letters[i]))
      words.arguments[i].number = 1;
  }
  return words;
}

/* What a reader must find in the sentence for each kind of argument.  */
static const char *
trace_of (char letter, gboolean spoken)
{
  switch (letter) {
  case 'G':
    return spoken ? "olf zero four" : "G04";
  case 'T':
    return spoken ? "our Grauwolf" : "4 Grauwolf";
  case 'D':
    return "north-east";
  case 'K':
    return "Grauwolf";
  case 'U':
  case 'M':
    return "Helianthus";
  case 'L':
    return "Second Platoon";
  case 'N':
    return spoken ? "our " : "4";
  case 'P':
    return "he gun";
  case 'S':
    return "Altmar bridge";
  case 'C':
    return "taking fire";
  case 'B':
    return spoken ? "ero zero four" : "004";
  case 'Z':
    return "oices";
  default:
    return "";
  }
}

static void
check_sentence (const char *text, const char *letters, gboolean spoken)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '{'));
  g_assert_null (strstr (text, "  "));
  g_assert_null (strstr (text, " ,"));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)) || g_ascii_isdigit (text[0]));
  g_assert_true (strchr (".!?", text[strlen (text) - 1]) || g_str_equal (letters, "S"));
  for (; *letters; letters++)
    if (!strstr (text, trace_of (*letters, spoken)))
      g_error ("“%s” lacks “%s”", text, trace_of (*letters, spoken));
}

static void
test_every_wording (void)
{
  g_autoptr (OrderBook) book = fixture_book();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint phrase = SIM_PHRASE_REFUSE; phrase < SIM_N_PHRASES; phrase++)
    for (guint variant = 0; variant < 12; variant++) {
      SimWords words = words_of ((SimPhrase) phrase, variant);
      char *spoken = order_render_words (book, &words, NULL, TRUE);
      g_autofree char *written = order_render_words (book, &words, NULL, FALSE);

      check_sentence (spoken, sim_phrase_arguments (phrase), TRUE);
      check_sentence (written, sim_phrase_arguments (phrase), FALSE);
      n += g_hash_table_add (seen, spoken);
    }
  /* Two wordings at least of almost all; none is said for two things.  */
  g_assert_cmpuint (n, >, 2 * (SIM_N_PHRASES - 4));
}

static void
test_variants (void)
{
  g_autoptr (OrderBook) book = fixture_book();

  for (guint phrase = SIM_PHRASE_REFUSE; phrase < SIM_N_PHRASES; phrase++) {
    SimWords first = words_of ((SimPhrase) phrase, 0);
    SimWords second = words_of ((SimPhrase) phrase, 1);
    SimWords around = words_of ((SimPhrase) phrase, 60);
    g_autofree char *a = order_render_words (book, &first, NULL, TRUE);
    g_autofree char *b = order_render_words (book, &second, NULL, TRUE);
    /* Sixty is a multiple of two, three, four and five.  */
    g_autofree char *c = order_render_words (book, &around, NULL, TRUE);

    g_assert_cmpstr (a, ==, c);
    if (phrase != SIM_PHRASE_SCENARIO_TEXT)
      g_assert_cmpstr (a, !=, b);
  }
}

typedef struct {
  SimPhrase phrase;
  gint32 number;
  SimTypeIndex type;
  gboolean spoken;
  const char *text;
} Sentence;

static void
test_sentences (void)
{
  static const Sentence sentences[] = {
      {SIM_PHRASE_CONTACT_SEEN, 4, 1, TRUE,
       "Contact, four Grauwolf, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 4, 1, FALSE, "Contact, 4 Grauwolf, G04-7, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 1, 2, TRUE,
       "Contact, one Löwe, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 21, 2, TRUE,
       "Contact, twenty-one Löwen, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 120, 0, TRUE,
       "Contact, one hundred and twenty Ameisen, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 300, 0, TRUE,
       "Contact, three hundred Ameisen, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 1200, 0, TRUE,
       "Contact, one two zero zero Ameisen, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 1200, 0, FALSE, "Contact, 1200 Ameisen, G04-7, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 0, 0, TRUE,
       "Contact, several Ameisen, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 1, SIM_TYPE_UNKNOWN, TRUE,
       "Contact, one unknown, golf zero four keypad seven, halted."},
      {SIM_PHRASE_CONTACT_SEEN, 3, SIM_TYPE_UNKNOWN, TRUE,
       "Contact, three unknowns, golf zero four keypad seven, halted."},
      {SIM_PHRASE_LOW_AMMUNITION, 9, 0, TRUE, "Nine rounds left."},
      {SIM_PHRASE_LOW_AMMUNITION, 1, 0, TRUE, "One round left."},
      {SIM_PHRASE_LOW_AMMUNITION, 0, 0, TRUE, "No rounds left."},
      {SIM_PHRASE_LOW_AMMUNITION, 9, 0, FALSE, "9 rounds left."},
      {SIM_PHRASE_LOW_ENERGY, 60, 0, TRUE, "Energy down to sixty per cent."},
      {SIM_PHRASE_LOW_ENERGY, 8, 0, FALSE, "Energy down to 8 %."},
      {SIM_PHRASE_HIT, SIM_PART_LEGS, 0, TRUE, "I'm hit, the legs!"},
      {SIM_PHRASE_UNDER_FIRE, 5, 0, TRUE, "Taking fire from the south-west!"},
      {SIM_PHRASE_DOWN_SELF, 0, 0, TRUE, "I'm down. Still breathing."},
      {SIM_PHRASE_NONE, 0, 0, TRUE, ""},
      {SIM_PHRASE_SCENARIO_TEXT, 0, 0, TRUE, "The gate is shut."},
      {SIM_PHRASE_SCENARIO_TEXT, 99, 0, TRUE, "…"},
  };
  g_autoptr (OrderBook) book = fixture_book();

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    SimWords words = {.phrase = (guint16) sentences[i].phrase};
    g_autofree char *text = NULL;

    words.arguments[0] = (SimArgument){sentences[i].number, sentences[i].type, {6100, 3900}};
    words.arguments[1].position = base_vec (6100, 3900);
    text = order_render_words (book, &words, NULL, sentences[i].spoken);
    g_assert_cmpstr (text, ==, sentences[i].text);
  }
}

static void
test_orders (void)
{
  static const struct {
    const char *order, *spoken, *read_back;
  } cases[] = {
      {"First Platoon, fall back to Point 304 via G08, fast",
       "First Platoon, fall back to Point 304 via golf zero eight, fast.",
       "Falling back to Point 304 via golf zero eight, fast."},
      {"Falke, attack T07, at once", "Falke, attack track seven, at once.",
       "Attacking track seven in golf one zero, at once."},
      {"Falke, attack T12", "Falke, attack track one two.",
       "Attacking track one two in golf zero six."},
      {"Falke, hold", "Falke, hold.", "Holding here."},
      {"Falke, hold at G04-7, facing 067",
       "Falke, hold at golf zero four keypad seven, facing zero six seven.",
       "Holding at golf zero four keypad seven, facing north-east."},
      {"Falke, report ammunition", "Falke, report ammunition.", "Report follows."},
      {"All units, cease fire", "All units, cease fire.", "Ceasing fire."},
      {"Falke, cancel", "Falke, cancel.", "Last order cancelled."},
      {"Falke, move to G04 via G05 and G06 and Hasel, careful, when ready",
       "Falke, move to golf zero four via golf zero five and golf zero six and Hasel, careful, "
       "when "
       "ready.",
       "Moving to golf zero four via golf zero five, golf zero six and Hasel, carefully, when "
       "ready."},
  };
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, cases[i].order);
    SimWords said = {.phrase = SIM_PHRASE_ORDER}, repeated = {.phrase = SIM_PHRASE_READ_BACK};
    g_autofree char *spoken = order_render_words (book, &said, &reading->command, TRUE);
    g_autofree char *read_back = order_render_words (book, &repeated, &reading->command, TRUE);

    g_assert_cmpint (reading->problem, ==, ORDER_OK);
    g_assert_cmpstr (spoken, ==, cases[i].spoken);
    g_assert_cmpstr (read_back, ==, cases[i].read_back);
  }
}

/* ---- Lost stretches ------------------------------------------------------------------------- */

static void
test_mask (void)
{
  SimWords none = {.n_lost = 0};
  SimWords all = {.n_lost = 1, .lost = {{0, 1000}}};
  SimWords half = {.n_lost = 1, .lost = {{0, 500}}};
  SimWords two = {.n_lost = 2, .lost = {{0, 200}, {800, 1000}}};
  SimWords wild = {.n_lost = 200, .lost = {{900, 100}, {5000, 60000}}};
  g_autofree char *untouched = order_mask_lost ("Löwe, at G04-7!", &none);
  g_autofree char *gone = order_mask_lost ("Löwe, at G04-7!", &all);
  g_autofree char *first = order_mask_lost ("ab cd ef gh", &half);
  g_autofree char *ends = order_mask_lost ("0123456789", &two);
  g_autofree char *nothing = order_mask_lost ("", &all);
  g_autofree char *odd = order_mask_lost ("abc", &wild);

  g_assert_cmpstr (untouched, ==, "Löwe, at G04-7!");
  g_assert_cmpstr (gone, ==, "▒▒▒▒, ▒▒ ▒▒▒-▒!");
  g_assert_cmpstr (first, ==, "▒▒ ▒▒ ef gh");
  g_assert_cmpstr (ends, ==, "▒▒234567▒▒");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (odd, ==, "abc");
}

/* The length in characters never changes, and more loss never uncovers a letter.  */
static void
test_mask_grows (void)
{
  g_autoptr (OrderBook) book = fixture_book();
  SimWords words = words_of (SIM_PHRASE_CONTACT_MOVING, 0);
  g_autofree char *whole = order_render_words (book, &words, NULL, FALSE);
  g_autofree char *said = order_render_words (book, &words, NULL, TRUE);
  g_autofree char *before = g_strdup (whole);

  words.n_lost = 1;
  for (guint to = 0; to <= 1000; to += 7) {
    g_autofree char *text = NULL;

    words.lost[0].to = (guint16) to;
    text = order_render_words (book, &words, NULL, FALSE);
    g_assert_cmpint (g_utf8_strlen (text, -1), ==, g_utf8_strlen (whole, -1));
    for (const char *p = text, *q = before; *p; p = g_utf8_next_char (p), q = g_utf8_next_char (q))
      g_assert_true (g_utf8_get_char (p) == g_utf8_get_char (q) || g_utf8_get_char (p) == 0x2592);
    g_free (before);
    before = g_strdup (text);
  }
  /* The voice needs the words: what is lost of them is cut from the sound.  */
  {
    g_autofree char *still_said = order_render_words (book, &words, NULL, TRUE);

    g_assert_cmpstr (still_said, ==, said);
  }
}

/* ---- Words of the window -------------------------------------------------------------------- */

static void
test_terms (void)
{
  char name[8];

  for (guint i = 0; i < SIM_N_ACTIVITIES; i++)
    g_assert_cmpstr (order_activity_text ((SimActivity) i), !=, "");
  for (guint i = SIM_CAUSE_NONE + 1; i < SIM_N_CAUSES; i++)
    g_assert_cmpstr (order_cause_text ((SimCause) i), !=, "");
  for (guint i = 0; i < SIM_N_ORDER_STATES; i++)
    g_assert_cmpstr (order_state_text ((SimOrderState) i), !=, "");
  for (guint i = 0; i < SIM_N_PARTS; i++)
    g_assert_cmpstr (order_part_text ((SimPart) i), !=, "");
  g_assert_cmpstr (order_cause_text (SIM_CAUSE_NONE), ==, "");
  g_assert_cmpstr (order_cause_text ((SimCause) 200), ==, "");
  g_assert_cmpstr (order_direction_text (1), ==, "north-east");
  g_assert_cmpstr (order_direction_short (7), ==, "NW");
  g_assert_cmpstr (order_track_name (7, name), ==, "T07");
  g_assert_cmpstr (order_track_name (123, name), ==, "T123");
}

static void
test_directions (void)
{
  for (int bearing = -720; bearing <= 720; bearing++) {
    int turned = ((bearing % 360) + 360) % 360;
    guint expected = (guint) ((turned * 2 + 45) / 90) % 8;

    g_assert_cmpuint (order_direction_of ((float) bearing), ==, expected);
  }
  g_assert_cmpuint (order_direction_of (__builtin_nanf ("")), ==, 0);
  g_assert_cmpuint (order_direction_of (1e30f), ==, 0);
}

/* ---- Manner -------------------------------------------------------------------------------- */

/* What people say most, and how many ways there are to say it.  */
static const SimPhrase frequent[] = {
    SIM_PHRASE_READ_BACK,         SIM_PHRASE_IN_POSITION,      SIM_PHRASE_CONTACT_SEEN,
    SIM_PHRASE_CONTACT_MOVING,    SIM_PHRASE_CONTACT_FELT,     SIM_PHRASE_CONTACT_UPDATE,
    SIM_PHRASE_CONTACT_HALTED,    SIM_PHRASE_CONTACT_AGAIN,    SIM_PHRASE_CONTACT_LOST,
    SIM_PHRASE_CONTACT_DESTROYED, SIM_PHRASE_CORRECTION,       SIM_PHRASE_UNDER_FIRE,
    SIM_PHRASE_HIT,               SIM_PHRASE_DOWN_SELF,        SIM_PHRASE_DOWN_OTHER,
    SIM_PHRASE_LOW_AMMUNITION,    SIM_PHRASE_NO_AMMUNITION,    SIM_PHRASE_STATUS_AMMUNITION,
    SIM_PHRASE_STATUS_POSITION,   SIM_PHRASE_PLATOON_STATUS,   SIM_PHRASE_GIVING_GROUND,
    SIM_PHRASE_WOUNDED,           SIM_PHRASE_OVERRUN,          SIM_PHRASE_ALL_LOST,
};

static guint
different_sentences (OrderBook *book, SimPhrase phrase, SimManner manner)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint variant = 0; variant < 12; variant++) {
    SimWords words = words_of (phrase, variant);
    SimCommand command = {.verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};
    char *text;

    words.manner = (guint8) manner;
    text = order_render_words (book, &words, &command, FALSE);
    g_assert_null (strchr (text, '{'));
    g_assert_cmpuint (strlen (text), >, 1);
    g_hash_table_add (seen, text);
  }
  return g_hash_table_size (seen);
}

static void
test_three_wordings (void)
{
  g_autoptr (OrderBook) book = fixture_book ();

  for (gsize i = 0; i < G_N_ELEMENTS (frequent); i++)
    for (guint manner = 0; manner < SIM_N_MANNERS; manner++)
      g_assert_cmpuint (different_sentences (book, frequent[i], (SimManner) manner), >=, 3);
}

/* Every phrase can be said in every manner.  */
static void
test_every_manner (void)
{
  g_autoptr (OrderBook) book = fixture_book ();

  for (guint phrase = 1; phrase < SIM_N_PHRASES; phrase++)
    for (guint manner = 0; manner < SIM_N_MANNERS; manner++)
      g_assert_cmpuint (different_sentences (book, (SimPhrase) phrase, (SimManner) manner), >=, 1);
}

static void
assert_said (SimPhrase phrase, guint variant, SimManner manner, const char *expected)
{
  g_autoptr (OrderBook) book = fixture_book ();
  SimWords words = words_of (phrase, variant);
  g_autofree char *text = NULL;

  words.manner = (guint8) manner;
  text = order_render_words (book, &words, NULL, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_manners (void)
{
  assert_said (SIM_PHRASE_READ_BACK, 0, SIM_MANNER_CURT, "Copy.");
  assert_said (SIM_PHRASE_STATUS_AMMUNITION, 0, SIM_MANNER_CURT, "4 rounds.");
  assert_said (SIM_PHRASE_OBJECT_HOLD, 0, SIM_MANNER_PLAIN, "Negative, taking fire. I'd stay where I am.");
  assert_said (SIM_PHRASE_OBJECT_HOLD, 0, SIM_MANNER_RESERVED, "Negative. I'd stay where I am.");
  assert_said (SIM_PHRASE_OBJECT_HOLD, 0, SIM_MANNER_CURT, "No. I stay.");
  assert_said (SIM_PHRASE_CONTACT_SEEN, 0, SIM_MANNER_BROKEN, "There! 4 Grauwolf, G04-7!");
  assert_said (SIM_PHRASE_CORRECTION, 0, SIM_MANNER_PLAIN, "Correction: 4 Grauwolf, G04-7.");
  /* Without a wording of its own: plainly.  A manner that nobody knows: the same.  */
  assert_said (SIM_PHRASE_TOGETHER, 0, SIM_MANNER_BROKEN, "All here, G04.");
  assert_said (SIM_PHRASE_STATUS_SOUND, 0, (SimManner) 200, "All sound here.");
}

/* A comrade is called by his name where the speaker uses it and she was told it, else by call sign.  */
static void
test_names (void)
{
  OrderMachine machines[] = {{.id = (char *) "falke", .call_sign = (char *) "Falke",
                              .code = (char *) "FA", .name = (char *) "Haruto", .name_known = TRUE,
                              .number = 1},
                             {.id = (char *) "fafnir", .call_sign = (char *) "Fafnir",
                              .code = (char *) "FN", .name = (char *) "Louie", .number = 2}};
  OrderPhrases phrases;
  g_autoptr (OrderBook) book = NULL;
  const char *expected[] = {"Good to have you back, Falke.", "Good to have you back, Haruto.",
                            "Good to have you back, Fafnir.", "Good to have you back, Fafnir."};

  fixture_phrases (&phrases, "en");
  book = order_book_new (machines, 2, NULL, 0, NULL, 0, 8000, 6000, NULL, &phrases);
  order_phrases_clear (&phrases);
  for (guint i = 0; i < 4; i++) {
    SimWords words = {.phrase = SIM_PHRASE_TALK_COMRADE_BACK,
                      .arguments = {{(int) (i / 2), (SimTypeIndex) (i % 2), {0, 0}}}};
    g_autofree char *text = order_render_words (book, &words, NULL, FALSE);

    g_assert_cmpstr (text, ==, expected[i]);
  }
}

/* Of talk no two wordings are the same: none is to be heard twice.  */
static void
test_talk (void)
{
  g_autoptr (OrderBook) book = fixture_book ();

  for (guint phrase = SIM_FIRST_TALK; phrase < SIM_N_PHRASES; phrase++)
    g_assert_cmpuint (different_sentences (book, (SimPhrase) phrase, SIM_MANNER_PLAIN), >=, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/words/every-wording", test_every_wording);
  g_test_add_func ("/orders/words/variants", test_variants);
  g_test_add_func ("/orders/words/sentences", test_sentences);
  g_test_add_func ("/orders/words/orders", test_orders);
  g_test_add_func ("/orders/words/mask", test_mask);
  g_test_add_func ("/orders/words/mask-grows", test_mask_grows);
  g_test_add_func ("/orders/words/terms", test_terms);
  g_test_add_func ("/orders/words/directions", test_directions);
  g_test_add_func ("/orders/words/three-wordings", test_three_wordings);
  g_test_add_func ("/orders/words/every-manner", test_every_manner);
  g_test_add_func ("/orders/words/manners", test_manners);
  g_test_add_func ("/orders/words/names", test_names);
  g_test_add_func ("/orders/words/talk", test_talk);
  return g_test_run();
}
