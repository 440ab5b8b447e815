/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Japanese voice reads kana.  Everything that can be said in any built-in battle, in the words of
 * a catalogue: kana, spaces, the prolonged sound mark and punctuation, and nothing else.
 *
 * usage: test-kana CATALOGUE.mo  (lists what is not so, each piece with a sentence it stands in)  */
#include "scenario/scenario.h"
#include "scenario/scenario-truth.h"

#include <locale.h>
#include <string.h>

typedef struct {
  OrderBook *book;
  const char *where;      /* the battle */
  GHashTable *foreign;    /* (owned) piece -> sentence */
  guint n_sentences;
} Listener;

/* ---- What was heard ------------------------------------------------------------------------- */

static gboolean
is_kana (gunichar c)
{
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC || c == ' ' ||
         g_utf8_strchr ("、。！？・…", -1, c) != NULL;
}

/* Notes each run of other characters.  Takes the sentence.  */
static void
listen (Listener *listener, char *sentence)
{
  listener->n_sentences++;
  g_assert_cmpstr (sentence, !=, "");
  for (const char *at = sentence; *at != '\0';) {
    const char *start = at;

    while (*at != '\0' && !is_kana (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    if (at > start)
      g_hash_table_insert (listener->foreign, g_strndup (start, (gsize) (at - start)),
                           g_strdup_printf ("%s: %s", listener->where, sentence));
    else
      at = g_utf8_next_char (at);
  }
  g_free (sentence);
}

static void
say (Listener *listener, const SimWords *words, const SimCommand *command)
{
  listen (listener, order_render_words (listener->book, words, command, TRUE));
}

/* ---- Reports -------------------------------------------------------------------------------- */

/* Every wording of a phrase with these arguments.  */
static void
say_wordings (Listener *listener, SimWords *words)
{
  for (guint variant = 0; variant < 12; variant++) {
    words->variant = (guint8) variant;
    say (listener, words, NULL);
  }
}

static void
say_numbers (Listener *listener, SimWords *words, SimArgument *argument, int end)
{
  for (argument->number = 0; argument->number < end; argument->number++)
    say_wordings (listener, words);
}

static void
say_counts (Listener *listener, SimWords *words, SimArgument *argument)
{
  static const int large[] = {150, 200, 333, 678, 800, 999, 1000, 1066, 65535};

  for (argument->number = 0; argument->number <= 120; argument->number++)
    say (listener, words, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (large); i++) {
    argument->number = large[i];
    say_wordings (listener, words);
  }
}

static void
say_types (Listener *listener, SimWords *words, SimArgument *argument)
{
  static const int counts[] = {0, 1, 2, 4, 31, 100, 1000};

  for (guint type = 0; type <= SIM_TYPE_UNKNOWN; type++) {
    if (type < SIM_TYPE_UNKNOWN && order_book_type (listener->book, (SimTypeIndex) type) == NULL)
      continue;
    argument->type = (SimTypeIndex) type;
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
      argument->number = counts[i];
      say_wordings (listener, words);
    }
  }
}

/* All letters, digits and keys; and a place off the map.  */
static void
say_squares (Listener *listener, SimWords *words, SimArgument *argument)
{
  for (guint i = 0; i < 60; i++) {
    argument->position = base_vec ((float) i * 1000 + (float) (i % 3) * 333 + 100,
                                   (float) i * 1000 + (float) (i / 3 % 3) * 333 + 100);
    say_wordings (listener, words);
  }
  argument->position = base_vec (-50, 50);
  say_wordings (listener, words);
  argument->position = base_vec (4500, 4500);
}

static void
say_argument (Listener *listener, SimWords *words, SimArgument *argument, char letter)
{
  OrderBook *book = listener->book;

  *argument = (SimArgument){1, 1, {4500, 4500}};
  if (letter == 'G')
    say_squares (listener, words, argument);
  else if (letter == 'T')
    say_types (listener, words, argument);
  else if (letter == 'N')
    say_counts (listener, words, argument);
  else if (letter == 'D')
    say_numbers (listener, words, argument, 8);
  else if (letter == 'U')
    say_numbers (listener, words, argument, (int) order_book_n_machines (book));
  else if (letter == 'L')
    say_numbers (listener, words, argument, SIM_MAX_PLATOONS);
  else if (letter == 'C')
    say_numbers (listener, words, argument, SIM_N_CAUSES);
  else if (letter == 'P')
    say_numbers (listener, words, argument, SIM_N_PARTS);
  *argument = (SimArgument){1, 1, {4500, 4500}};
}

static void
say_reports (Listener *listener, guint n_texts)
{
  for (guint phrase = SIM_PHRASE_NONE + 1; phrase < SIM_N_PHRASES; phrase++) {
    SimWords words = {.phrase = (guint16) phrase};
    const char *letters = sim_phrase_arguments (phrase);

    for (guint i = 0; letters[i] != '\0'; i++)
      words.arguments[i] = (SimArgument){1, 1, {4500, 4500}};
    if (strcmp (letters, "S") == 0)
      say_numbers (listener, &words, &words.arguments[0], (int) n_texts);
    else
      say_wordings (listener, &words);
    for (guint i = 0; letters[i] != '\0'; i++)
      say_argument (listener, &words, &words.arguments[i], letters[i]);
  }
}

/* ---- Orders --------------------------------------------------------------------------------- */

static void
say_order (Listener *listener, const SimCommand *command)
{
  SimWords words = {.phrase = SIM_PHRASE_ORDER};

  say (listener, &words, command);
  words.phrase = SIM_PHRASE_READ_BACK;
  for (guint variant = 0; variant < 3; variant++) {
    words.variant = (guint8) variant;
    say (listener, &words, command);
  }
}

static SimTarget
target_of (guint kind, guint number)
{
  return (SimTarget){.kind = (guint8) kind,
                     .number = number,
                     .position = {4500, 4500},
                     .precise_m = number % 2 == 0 ? 500 : 167};
}

/* One thing varied at a time.  */
static void
say_variations (Listener *listener, SimCommand command)
{
  static const float bearings[] = {0, 45, 90, 135, 180, 225, 270, 315, 67, 198, 203, 354};
  SimCommand varied = command;

  say_order (listener, &varied);
  for (; varied.posture < SIM_N_POSTURES; varied.posture++)
    say_order (listener, &varied);
  for (varied = command; varied.timing < SIM_N_TIMINGS; varied.timing++)
    say_order (listener, &varied);
  for (varied = command; varied.topic < SIM_N_TOPICS; varied.topic++)
    say_order (listener, &varied);
  varied = command;
  for (guint i = 0; i < G_N_ELEMENTS (bearings); i++) {
    varied.facing_deg = bearings[i];
    say_order (listener, &varied);
  }
  varied.posture = SIM_POSTURE_FAST;
  varied.timing = SIM_TIMING_AT_ONCE;
  for (guint i = 0; i < SIM_MAX_VIA; i++) {
    varied.via[varied.n_via++] = target_of (SIM_TARGET_POSITION + i % 4, i);
    say_order (listener, &varied);
  }
}

static guint
n_targets (OrderBook *book, guint kind)
{
  switch (kind) {
  case SIM_TARGET_POSITION:
    return 2;
  case SIM_TARGET_PLACE:
    return (guint) order_book_n_places (book);
  case SIM_TARGET_TRACK:
    return 120;
  case SIM_TARGET_UNIT:
    return (guint) order_book_n_machines (book);
  case SIM_TARGET_NONE:
  default:
    return 1;
  }
}

static void
say_verbs (Listener *listener)
{
  for (guint verb = 0; verb < SIM_N_VERBS; verb++) {
    SimAim aim = sim_verb_aim (verb);

    for (guint kind = SIM_TARGET_NONE; kind <= SIM_TARGET_UNIT; kind++) {
      SimCommand command = {.verb = (guint8) verb,
                            .n_addressees = 1,
                            .addressees = {{SIM_ADDRESSEE_UNIT, 0}},
                            .facing_deg = -1};
      gboolean aimless = aim == SIM_AIM_NONE || aim == SIM_AIM_REPORT;

      if (kind == SIM_TARGET_NONE ? aim == SIM_AIM_PLACE || aim == SIM_AIM_ANY : aimless)
        continue;
      for (guint i = 0; i < n_targets (listener->book, kind); i++) {
        command.target = target_of (kind, i);
        say_order (listener, &command);
      }
      say_variations (listener, command);
    }
  }
}

static void
say_addressees (Listener *listener)
{
  SimCommand command = {.verb = SIM_VERB_HOLD, .facing_deg = -1, .n_addressees = 1};

  for (guint i = 0; i < order_book_n_machines (listener->book); i++) {
    command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, i};
    say_order (listener, &command);
  }
  for (guint i = 0; i < SIM_MAX_PLATOONS; i++) {
    command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_PLATOON, i};
    say_order (listener, &command);
  }
  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  say_order (listener, &command);
  while (command.n_addressees < SIM_MAX_ADDRESSEES) {
    command.addressees[command.n_addressees] =
        (SimAddressee){SIM_ADDRESSEE_UNIT, command.n_addressees % 5};
    command.n_addressees++;
    say_order (listener, &command);
  }
}

/* ---- All battles ---------------------------------------------------------------------------- */

static OrderCatalogue *
read_catalogue (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  OrderCatalogue *catalogue;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (content, length);
  catalogue = order_catalogue_new ("ja", bytes, &error);
  g_assert_no_error (error);
  return catalogue;
}

static void
say_battle (Listener *listener, ScenarioBattle *battle, OrderCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrderBook) book = scenario_battle_speech_book (battle, "en", catalogue, &error);

  g_assert_no_error (error);
  listener->book = book;
  listener->where = battle->id;
  say_reports (listener, g_strv_length (battle->texts));
  say_verbs (listener);
  say_addressees (listener);
}

/* Letters to AM and rows to 60; a platoon of twelve without call signs.  */
static void
say_large_battle (Listener *listener, OrderCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = scenario_battle_load ("training", &error);
  OrderMachine machines[12] = {0};
  OrderSpeech speech = {.catalogue = catalogue};
  g_autoptr (OrderBook) book = NULL;
  g_auto (OrderPhrases) phrases;

  g_assert_no_error (error);
  order_phrases_init (&phrases, "en");
  for (guint i = 0; i < G_N_ELEMENTS (machines); i++)
    machines[i] = (OrderMachine){.id = (char *) "x",
                                 .call_sign = (char *) "",
                                 .platoon = i % SIM_MAX_PLATOONS,
                                 .number = i + 1};
  book = order_book_new_speaking (machines, G_N_ELEMENTS (machines), NULL, 0, NULL, 0, 60000,
                                  60000, NULL, &phrases, &speech);
  listener->book = book;
  listener->where = "a large map";
  say_reports (listener, 0);
  say_addressees (listener);
}

static guint
say_all_battles (Listener *listener, OrderCatalogue *catalogue)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();
  guint n = 0;

  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) battle = NULL;

    if (strcmp (entry->kind, "scenario") != 0)
      continue;
    battle = scenario_battle_load (entry->path, &error);
    g_assert_no_error (error);
    say_battle (listener, battle, catalogue);
    n++;
  }
  return n;
}

int
main (int argc, char **argv)
{
  g_autoptr (OrderCatalogue) catalogue = NULL;
  Listener listener = {0};
  GHashTableIter iter;
  gpointer piece, sentence;
  guint n_foreign;

  setlocale (LC_ALL, "");
  g_assert_cmpint (argc, ==, 2);
  g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE); /* the built-in battles alone */
  catalogue = read_catalogue (argv[1]);
  listener.foreign = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_assert_cmpuint (say_all_battles (&listener, catalogue), >=, 3);
  say_large_battle (&listener, catalogue);
  g_hash_table_iter_init (&iter, listener.foreign);
  while (g_hash_table_iter_next (&iter, &piece, &sentence))
    g_print ("“%s” is no kana, in %s\n", (char *) piece, (char *) sentence);
  n_foreign = g_hash_table_size (listener.foreign);
  g_print ("%u sentences, %u pieces that are no kana\n", listener.n_sentences, n_foreign);
  g_hash_table_unref (listener.foreign);
  g_assert_cmpuint (listener.n_sentences, >, 10000);
  return n_foreign == 0 ? 0 : 1;
}
