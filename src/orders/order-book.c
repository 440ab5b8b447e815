/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book: copies of a battle's names and of a language's words, ready to be compared.  */
#include "orders/order-book.h"

#include "orders/order-parse.h"
#include "orders/order-verb.h"

#include <string.h>

/* ---- Lexemes ------------------------------------------------------------------------------- */

static void
lexeme_clear (gpointer data)
{
  OrderLexeme *lexeme = data;

  g_strfreev (lexeme->words);
  g_free (lexeme->joined);
}

/* A comma ends a wording: "hold, fast" is not "hold fast".  */
static gboolean
lexeme_at (const OrderLexeme *lexeme, const OrderTokens *tokens, guint at)
{
  if (at + lexeme->n_words > order_tokens_count (tokens))
    return FALSE;
  for (guint i = 0; i < lexeme->n_words; i++)
    if (!g_str_equal (lexeme->words[i], order_tokens_word (tokens, at + i)) ||
        (i > 0 && order_tokens_at (tokens, at + i)->comma))
      return FALSE;
  return TRUE;
}

/* Removes filler wherever it stands, unless nothing would be left.  */
static void
strip_filler (OrderBook *book, OrderTokens *tokens)
{
  GArray *filler = book->lexemes[ORDER_PHRASE_FILLER];

  for (guint at = 0; at < order_tokens_count (tokens);) {
    guint n = 0;

    for (guint i = 0; i < filler->len && n == 0; i++)
      if (lexeme_at (&g_array_index (filler, OrderLexeme, i), tokens, at))
        n = g_array_index (filler, OrderLexeme, i).n_words;
    if (n == 0 || n == order_tokens_count (tokens))
      at += MAX (n, 1);
    else
      order_tokens_remove (tokens, at, n);
  }
}

/* The point of "1. Zug" ends no sentence: the words after it go on what the number began.  */
static void
join_ordinals (OrderBook *book, OrderTokens *tokens)
{
  GArray *lexemes = book->lexemes[ORDER_PHRASE_ADDRESSEE];

  for (guint at = 1; at < order_tokens_count (tokens); at++) {
    OrderToken *token = &g_array_index (tokens->items, OrderToken, at);
    const OrderToken *before = order_tokens_at (tokens, at - 1);

    if (!token->comma || !g_ascii_isdigit (before->word[0]) || tokens->text[before->end] != '.')
      continue;
    token->comma = FALSE;
    for (guint i = 0; i < lexemes->len; i++) {
      const OrderLexeme *lexeme = &g_array_index (lexemes, OrderLexeme, i);

      if (lexeme->n_words > 1 && lexeme_at (lexeme, tokens, at - 1))
        break;
      token->comma = i + 1 == lexemes->len;
    }
  }
}

OrderTokens *
order_book_tokens (OrderBook *book, const char *text)
{
  OrderTokens *tokens = order_tokens_new (text);

  order_segmenter_part (book->segmenter, tokens);
  join_ordinals (book, tokens);
  strip_filler (book, tokens);
  return tokens;
}

static void
add_lexeme (GArray *lexemes, int value, gboolean foreign, const OrderTokens *tokens)
{
  OrderLexeme lexeme = {
    .n_words = order_tokens_count (tokens), .value = value, .foreign = foreign};

  if (lexeme.n_words == 0)
    return;
  lexeme.words = g_new0 (char *, lexeme.n_words + 1);
  for (guint i = 0; i < lexeme.n_words; i++)
    lexeme.words[i] = g_strdup (order_tokens_word (tokens, i));
  lexeme.joined = g_strjoinv ("", lexeme.words);
  g_array_append_val (lexemes, lexeme);
}

/* Numbers stand for themselves; other keys for their place in the list of keys.  */
static int
key_value (OrderPhraseGroup group, const char *key)
{
  const char *known;

  if (group == ORDER_PHRASE_NUMBER || group == ORDER_PHRASE_DIGIT || group == ORDER_PHRASE_ORDINAL)
    return (int) g_ascii_strtoll (key, NULL, 10);
  for (guint i = 0; (known = order_phrases_key (group, i)); i++)
    if (g_str_equal (known, key))
      return (int) i;
  return 0;
}

/* Longer wordings first; among equals the order of the file (the sort is stable by `value` and
 * words, so that it does not depend on the library).  */
static int
compare_lexemes (gconstpointer a, gconstpointer b)
{
  const OrderLexeme *left = a, *right = b;

  if (left->n_words != right->n_words)
    return left->n_words > right->n_words ? -1 : 1;
  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;
  for (guint i = 0; i < left->n_words; i++) {
    int order = strcmp (left->words[i], right->words[i]);

    if (order != 0)
      return order;
  }
  return 0;
}

/* Words of files and machine output ("fall-back", "at-once") are always understood.  */
static gboolean
keys_are_words (OrderPhraseGroup group)
{
  return group == ORDER_PHRASE_VERB || group == ORDER_PHRASE_POSTURE ||
         group == ORDER_PHRASE_TIMING || group == ORDER_PHRASE_TOPIC ||
         group == ORDER_PHRASE_DIRECTION || group == ORDER_PHRASE_SETTING || group == ORDER_PHRASE_CONNECTOR;
}

/* Wordings are stripped of filler as what is typed is; filler itself must not be.  */
static void
add_wording (OrderBook *book, OrderPhraseGroup group, int value, gboolean foreign,
             const char *text)
{
  g_autoptr (OrderTokens) tokens = order_tokens_new (text);

  order_segmenter_part (book->segmenter, tokens);
  order_segmenter_learn (book->segmenter, tokens);
  if (group != ORDER_PHRASE_FILLER)
    strip_filler (book, tokens);
  add_lexeme (book->lexemes[group], value, foreign, tokens);
}

static void
add_lexemes_of_entry (OrderBook *book, OrderPhraseGroup group, const OrderPhraseEntry *entry)
{
  int value = key_value (group, entry->key);

  for (guint i = 0; i < entry->words->len; i++) {
    const char *text = g_ptr_array_index (entry->words, i);
    g_autofree char *folded = order_text_fold (text, FALSE);
    g_autofree char *expanded = order_text_fold (text, TRUE);

    add_wording (book, group, value, i >= entry->n_own, text);
    if (!g_str_equal (folded, expanded))
      add_wording (book, group, value, i >= entry->n_own, expanded);
    if (group == ORDER_PHRASE_VERB)
      order_split_verbs_add (book, value, text);
  }
}

static void
build_lexemes (OrderBook *book, OrderPhraseGroup group)
{
  GPtrArray *entries = book->phrases.groups[group];
  const char *key;

  for (guint i = 0; i < entries->len; i++)
    add_lexemes_of_entry (book, group, g_ptr_array_index (entries, i));
  for (guint i = 0; keys_are_words (group) && (key = order_phrases_key (group, i)); i++) {
    g_autoptr (OrderTokens) tokens = order_book_tokens (book, key);

    add_lexeme (book->lexemes[group], (int) i, TRUE, tokens);
  }
  g_array_sort (book->lexemes[group], compare_lexemes);
}

static void
build_all_lexemes (OrderBook *book)
{
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++) {
    book->lexemes[group] = g_array_new (FALSE, FALSE, sizeof (OrderLexeme));
    g_array_set_clear_func (book->lexemes[group], lexeme_clear);
  }
  build_lexemes (book, ORDER_PHRASE_FILLER);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    if (group != ORDER_PHRASE_FILLER)
      build_lexemes (book, group);
}

gboolean
order_book_is_filler (OrderBook *book, const char *word)
{
  GArray *filler = book->lexemes[ORDER_PHRASE_FILLER];

  for (guint i = 0; i < filler->len; i++) {
    const OrderLexeme *lexeme = &g_array_index (filler, OrderLexeme, i);

    if (lexeme->n_words == 1 && g_str_equal (lexeme->words[0], word))
      return TRUE;
  }
  return FALSE;
}

int
order_book_match (OrderBook *book, OrderPhraseGroup group, const OrderTokens *tokens, guint at,
                  guint *n_tokens)
{
  GArray *lexemes = book->lexemes[group];

  for (guint i = 0; i < lexemes->len; i++) {
    const OrderLexeme *lexeme = &g_array_index (lexemes, OrderLexeme, i);

    if (lexeme_at (lexeme, tokens, at)) {
      *n_tokens = lexeme->n_words;
      return lexeme->value;
    }
  }
  *n_tokens = 0;
  return -1;
}

gboolean
order_book_match_is_foreign (OrderBook *book, OrderPhraseGroup group, const OrderTokens *tokens,
                             guint at)
{
  GArray *lexemes = book->lexemes[group];

  for (guint i = 0; i < lexemes->len; i++) {
    const OrderLexeme *lexeme = &g_array_index (lexemes, OrderLexeme, i);

    if (lexeme_at (lexeme, tokens, at))
      return lexeme->foreign;
  }
  return FALSE;
}

static guint
match_connector (OrderBook *book, OrderConnector connector, const OrderTokens *tokens, guint at,
                 gboolean own)
{
  GArray *lexemes = book->lexemes[ORDER_PHRASE_CONNECTOR];

  for (guint i = 0; i < lexemes->len; i++) {
    const OrderLexeme *lexeme = &g_array_index (lexemes, OrderLexeme, i);

    if (lexeme->value == (int) connector && !(own && lexeme->foreign) &&
        lexeme_at (lexeme, tokens, at))
      return lexeme->n_words;
  }
  return 0;
}

guint
order_book_connector (OrderBook *book, OrderConnector connector, const OrderTokens *tokens,
                      guint at)
{
  return match_connector (book, connector, tokens, at, FALSE);
}

guint
order_book_own_connector (OrderBook *book, OrderConnector connector, const OrderTokens *tokens,
                          guint at)
{
  return match_connector (book, connector, tokens, at, TRUE);
}

const char *
order_book_word (OrderBook *book, OrderPhraseGroup group, const char *key)
{
  return order_phrases_first (&book->phrases, group, key);
}

/* ---- Copies -------------------------------------------------------------------------------- */

static char *
copy_text (const char *text)
{
  return text ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

static void
copy_machines (OrderBook *book, const OrderMachine *machines, gsize n)
{
  book->machines = g_new0 (OrderMachine, n + 1);
  book->n_machines = n;
  for (gsize i = 0; i < n; i++) {
    OrderMachine *copy = &book->machines[i];

    *copy = machines[i];
    copy->id = copy_text (machines[i].id);
    copy->call_sign = copy_text (machines[i].call_sign);
    copy->code = copy_text (machines[i].code);
    copy->name = copy_text (machines[i].name);
    if (machines[i].platoon < SIM_MAX_PLATOONS)
      book->n_platoons = MAX (book->n_platoons, machines[i].platoon + 1);
    book->has_supply |= machines[i].platoon == SIM_SUPPLY_PLATOON;
  }
}

static void
copy_types (OrderBook *book, const OrderTypeName *types, gsize n)
{
  book->types = g_new0 (OrderTypeName, n + 1);
  book->n_types = n;
  for (gsize i = 0; i < n; i++) {
    book->types[i] = types[i];
    book->types[i].one = copy_text (types[i].one);
    book->types[i].other = copy_text (types[i].other);
  }
}

/* Names in files are bytes of any kind; what is shown is UTF-8 and ends.  */
static void
copy_places (OrderBook *book, const PicturePlace *places, gsize n)
{
  book->places = g_new0 (PicturePlace, n + 1);
  book->n_places = n;
  for (gsize i = 0; i < n; i++) {
    PicturePlace *copy = &book->places[i];
    g_autofree char *name = g_strndup (places[i].name, sizeof places[i].name - 1);
    g_autofree char *valid = g_utf8_make_valid (name, -1);

    *copy = places[i];
    copy->id[sizeof copy->id - 1] = '\0';
    g_strlcpy (copy->name, valid, sizeof copy->name);
  }
}

static char *
spoken_name (OrderBook *book, const OrderMachine *machine)
{
  g_autofree char *folded = order_text_fold (machine->call_sign, FALSE);
  char ordinal_key[12], number_key[12];
  g_autofree char *ordinal = NULL;
  g_autofree char *number = NULL;

  if (*folded)
    return g_strdup (machine->call_sign);
  g_snprintf (ordinal_key, sizeof ordinal_key, "%u", machine->platoon + 1);
  g_snprintf (number_key, sizeof number_key, "%u", machine->number);
  ordinal = order_text_capital (order_book_word (book, ORDER_PHRASE_ORDINAL, ordinal_key));
  number = order_text_capital (order_book_word (
      book, machine->number < 10 ? ORDER_PHRASE_DIGIT : ORDER_PHRASE_NUMBER, number_key));
  return g_strdup_printf ("%s %s", ordinal, number);
}

static void
build_spoken_names (OrderBook *book)
{
  book->spoken_names = g_new0 (char *, book->n_machines + 1);
  for (gsize i = 0; i < book->n_machines; i++)
    book->spoken_names[i] = spoken_name (book, &book->machines[i]);
}

/* A place whose name would be read as something else ("North", or the same name twice) is called
 * by its id in canonical text, so that the text keeps its meaning.  */
static void
build_place_texts (OrderBook *book)
{
  book->place_texts = g_new0 (char *, book->n_places + 1);
  for (gsize i = 0; i < book->n_places; i++)
    book->place_texts[i] = order_target_text_means_place (book, book->places[i].name, i)
                               ? g_strdup (book->places[i].name)
                               : g_strdup_printf ("place:%s", book->places[i].id);
}

/* ---- Public -------------------------------------------------------------------------------- */

OrderBook *
order_book_new (const OrderMachine *machines, gsize n_machines, const PicturePlace *places,
                gsize n_places, const OrderTypeName *types, gsize n_types, float map_width_m,
                float map_height_m, const char *const *scenario_texts, const OrderPhrases *phrases)
{
  return order_book_new_speaking (machines, n_machines, places, n_places, types, n_types,
                                  map_width_m, map_height_m, scenario_texts, phrases, NULL);
}

OrderBook *
order_book_new_speaking (const OrderMachine *machines, gsize n_machines,
                         const PicturePlace *places, gsize n_places, const OrderTypeName *types,
                         gsize n_types, float map_width_m, float map_height_m,
                         const char *const *scenario_texts, const OrderPhrases *phrases,
                         const OrderSpeech *speech)
{
  OrderBook *book = g_new0 (OrderBook, 1);

  g_atomic_ref_count_init (&book->references);
  order_phrases_copy (&book->phrases, phrases);
  book->map_width_m = map_width_m;
  book->map_height_m = map_height_m;
  book->texts = g_strdupv ((char **) scenario_texts);
  book->n_texts = book->texts ? g_strv_length (book->texts) : 0;
  copy_machines (book, machines, n_machines);
  copy_places (book, places, n_places);
  copy_types (book, types, n_types);
  book->segmenter = order_segmenter_new (&book->phrases);
  book->split_verbs = order_split_verbs_new ();
  build_all_lexemes (book);
  build_spoken_names (book);
  order_names_build (book, speech ? speech->places_also : NULL);
  order_names_add_sounds (book, speech ? speech->call_signs : NULL);
  order_segmenter_start (book->segmenter);
  build_place_texts (book);
  order_book_learn_speech (book, speech);
  return book;
}

OrderBook *
order_book_ref (OrderBook *book)
{
  g_atomic_ref_count_inc (&book->references);
  return book;
}

static void
name_clear (OrderName *name)
{
  g_free (name->key);
}

static void
free_names_of_battle (OrderBook *book)
{
  for (gsize i = 0; i < book->n_machines; i++) {
    g_free (book->machines[i].id);
    g_free (book->machines[i].call_sign);
    g_free (book->machines[i].code);
    g_free (book->machines[i].name);
  }
  for (gsize i = 0; i < book->n_types; i++) {
    g_free (book->types[i].one);
    g_free (book->types[i].other);
  }
  g_free (book->machines);
  g_free (book->types);
  g_free (book->places);
}

void
order_book_unref (OrderBook *book)
{
  if (!book || !g_atomic_ref_count_dec (&book->references))
    return;
  order_book_forget_speech (book);
  free_names_of_battle (book);
  for (guint i = 0; i < book->names->len; i++)
    name_clear (&g_array_index (book->names, OrderName, i));
  g_array_unref (book->names);
  g_array_unref (book->split_verbs);
  order_segmenter_free (book->segmenter);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    g_array_unref (book->lexemes[group]);
  g_strfreev (book->spoken_names);
  g_strfreev (book->place_texts);
  g_strfreev (book->texts);
  order_phrases_clear (&book->phrases);
  g_free (book);
}

gsize
order_book_n_machines (OrderBook *book)
{
  return book->n_machines;
}

const OrderMachine *
order_book_machine (OrderBook *book, gsize index)
{
  return index < book->n_machines ? &book->machines[index] : NULL;
}

const char *
order_book_spoken_name (OrderBook *book, gsize index)
{
  return index < book->n_machines ? book->spoken_names[index] : "?";
}

const char *
order_book_platoon_name (OrderBook *book, guint platoon)
{
  const char *key = order_phrases_key (ORDER_PHRASE_ADDRESSEE, platoon + 1);

  return platoon <= SIM_SUPPLY_PLATOON ? order_book_word (book, ORDER_PHRASE_ADDRESSEE, key) : "?";
}

gboolean
order_book_has_platoon (OrderBook *book, guint platoon)
{
  return platoon == SIM_SUPPLY_PLATOON ? book->has_supply : platoon < book->n_platoons;
}

int
order_book_find_machine (OrderBook *book, const char *id)
{
  for (gsize i = 0; i < book->n_machines; i++)
    if (g_str_equal (book->machines[i].id, id))
      return (int) i;
  return -1;
}

const OrderTypeName *
order_book_type (OrderBook *book, SimTypeIndex type)
{
  return type < book->n_types ? &book->types[type] : NULL;
}

gsize
order_book_n_places (OrderBook *book)
{
  return book->n_places;
}

const PicturePlace *
order_book_place (OrderBook *book, gsize index)
{
  return index < book->n_places ? &book->places[index] : NULL;
}

const char *
order_book_place_text (OrderBook *book, gsize index)
{
  return index < book->n_places ? book->place_texts[index] : "?";
}

char *
order_machine_id (const char *call_sign, guint platoon, guint number)
{
  g_autofree char *folded = order_text_fold (call_sign ? call_sign : "", TRUE);
  const char *group = order_phrases_key (ORDER_PHRASE_ADDRESSEE, platoon + 1);
  static const char *const numbers[] = {"zero", "one", "two",   "three", "four",
                                        "five", "six", "seven", "eight", "nine"};
  g_autofree char *ordinal = NULL;

  if (*folded)
    return g_strdelimit (g_steal_pointer (&folded), " ", '-');
  ordinal = platoon < SIM_MAX_PLATOONS ? g_strndup (group, (gsize) (strchr (group, '-') - group))
                                       : g_strdup_printf ("platoon-%u", platoon + 1);
  if (number < G_N_ELEMENTS (numbers))
    return g_strdup_printf ("%s-%s", ordinal, numbers[number]);
  return g_strdup_printf ("%s-%u", ordinal, number);
}
