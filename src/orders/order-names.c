/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding call signs, platoons and places in what was typed.
 *
 * Names are compared by a key: words without the spaces between them, numbers in digits, so that
 * "point three zero four", "Point 304" and "point304" are the same name.  */
#include "orders/order-book.h"
#include "orders/order-match.h"

#include <string.h>

char *
order_tokens_key (OrderBook *book, const OrderTokens *tokens, guint from, guint to)
{
  GString *key = g_string_new (NULL);

  for (guint i = from; i < to;) {
    guint n = order_read_number (book, tokens, i, key);

    if (n == 0)
      g_string_append (key, order_tokens_word (tokens, i));
    i += MAX (n, 1);
  }
  return g_string_free (key, FALSE);
}

/* ---- Building ------------------------------------------------------------------------------ */

static gboolean
has_name (OrderBook *book, OrderNameKind kind, guint index, const char *key)
{
  for (guint i = 0; i < book->names->len; i++) {
    const OrderName *name = &g_array_index (book->names, OrderName, i);

    if (name->kind == kind && name->index == index && g_str_equal (name->key, key))
      return TRUE;
  }
  return FALSE;
}

static void
add_folded (OrderBook *book, OrderNameKind kind, guint index, const char *text, gboolean exact)
{
  g_autoptr (OrderTokens) tokens = order_book_tokens (book, text);
  OrderName name = {.kind = kind, .index = index, .exact = exact};

  order_segmenter_learn (book->segmenter, tokens);
  name.key = order_tokens_key (book, tokens, 0, order_tokens_count (tokens));
  if (*name.key == '\0' || has_name (book, kind, index, name.key)) {
    g_free (name.key);
    return;
  }
  name.length = (guint) g_utf8_strlen (name.key, -1);
  /* One more than it has: people split words ("under taker").  */
  book->longest_name = MAX (book->longest_name, order_tokens_count (tokens) + 1);
  g_array_append_val (book->names, name);
}

/* With accents dropped and with umlauts written out.  */
static void
add_name (OrderBook *book, OrderNameKind kind, guint index, const char *text)
{
  g_autofree char *expanded = order_text_fold (text, TRUE);

  add_folded (book, kind, index, text, FALSE);
  add_folded (book, kind, index, expanded, FALSE);
}

static void
add_group_names (OrderBook *book, OrderNameKind kind, guint index, const char *key)
{
  const GPtrArray *words = order_phrases_words (&book->phrases, ORDER_PHRASE_ADDRESSEE, key);

  for (guint i = 0; words && i < words->len; i++)
    add_name (book, kind, index, g_ptr_array_index (words, i));
  add_name (book, kind, index, key);
}

/* "Third Four", "3rd 4": for machines without a call sign.  */
static void
add_numbered_names (OrderBook *book, guint index, const OrderMachine *machine)
{
  g_autofree char *key = g_strdup_printf ("%u", machine->platoon + 1);
  const GPtrArray *words = order_phrases_words (&book->phrases, ORDER_PHRASE_ORDINAL, key);

  for (guint i = 0; words && i < words->len; i++) {
    g_autofree char *name =
        g_strdup_printf ("%s %u", (char *) g_ptr_array_index (words, i), machine->number);

    add_name (book, ORDER_NAME_MACHINE, index, name);
  }
}

static void
add_machine_names (OrderBook *book, guint index)
{
  const OrderMachine *machine = &book->machines[index];
  g_autofree char *folded = order_text_fold (machine->call_sign, FALSE);

  add_name (book, ORDER_NAME_MACHINE, index, book->spoken_names[index]);
  add_name (book, ORDER_NAME_MACHINE, index, machine->id);
  if (*folded == '\0')
    add_numbered_names (book, index, machine);
  add_folded (book, ORDER_NAME_MACHINE, index, machine->code, TRUE);
  if (machine->captain)
    add_group_names (book, ORDER_NAME_MACHINE, index, "captain");
}

static void
add_place_names (OrderBook *book, guint index, const char *also)
{
  g_autofree char *by_id = g_strdup_printf ("place %s", book->places[index].id);

  add_name (book, ORDER_NAME_PLACE, index, book->places[index].name);
  if (also)
    add_name (book, ORDER_NAME_PLACE, index, also);
  add_folded (book, ORDER_NAME_PLACE, index, by_id, TRUE);
}

/* All eight platoons and the Scavengers are known as words, so that one that is not here can be told so.  */
void
order_names_build (OrderBook *book, const char *const *places_also)
{
  book->names = g_array_new (FALSE, FALSE, sizeof (OrderName));
  add_group_names (book, ORDER_NAME_ALL, 0, order_phrases_key (ORDER_PHRASE_ADDRESSEE, 0));
  for (guint i = 0; i <= SIM_SUPPLY_PLATOON; i++)
    add_group_names (book, ORDER_NAME_PLATOON, i,
                     order_phrases_key (ORDER_PHRASE_ADDRESSEE, i + 1));
  add_group_names (book, ORDER_NAME_INTERCEPTORS, 0, "interceptors");
  for (guint i = 0; i < book->n_machines; i++)
    add_machine_names (book, i);
  for (guint i = 0; i < book->n_places; i++)
    add_place_names (book, i, places_also ? places_also[i] : NULL);
}

void
order_names_add_sounds (OrderBook *book, const char *const *call_signs)
{
  for (guint i = 0; call_signs && i < book->n_machines; i++)
    if (call_signs[i] && order_text_is_unspaced (call_signs[i]))
      add_name (book, ORDER_NAME_MACHINE, i, call_signs[i]);
}

/* ---- Matching ------------------------------------------------------------------------------ */

static gboolean
same_thing (const OrderName *name, const OrderNameMatch *match)
{
  return name->kind == match->kind && name->index == match->index;
}

static void
note_match (OrderNameMatch *match, const OrderName *name, guint n_tokens)
{
  match->kind = name->kind;
  match->index = name->index;
  match->n_tokens = n_tokens;
}

/* How many tokens a name may span: a comma ends it.  */
static guint
longest_window (OrderBook *book, const OrderTokens *tokens, guint at)
{
  guint longest = MIN (book->longest_name, order_tokens_count (tokens) - at);

  for (guint n = 1; n < longest; n++)
    if (order_tokens_at (tokens, at + n)->comma)
      return n;
  return longest;
}

static OrderMatch
match_key (OrderBook *book, guint kinds, const char *key, guint n_tokens, OrderNameMatch *match)
{
  OrderMatch found = ORDER_MATCH_NONE;

  for (guint i = 0; i < book->names->len; i++) {
    const OrderName *name = &g_array_index (book->names, OrderName, i);

    if (!(kinds & 1u << name->kind) || !g_str_equal (name->key, key))
      continue;
    if (found == ORDER_MATCH_NONE) {
      note_match (match, name, n_tokens);
      found = ORDER_MATCH_ONE;
    } else if (!same_thing (name, match)) {
      match->other_kind = name->kind;
      match->other_index = name->index;
      return ORDER_MATCH_SEVERAL;
    }
  }
  return found;
}

/* The best and the second best thing that a window resembles.  */
typedef struct {
  OrderNameMatch match;
  guint best, second;
  guint limit; /* of the best */
} NearMiss;

static void
weigh_name (NearMiss *miss, const OrderName *name, guint n_tokens, guint distance)
{
  if (distance < miss->best) {
    if (!same_thing (name, &miss->match)) {
      miss->second = miss->best;
      miss->match.other_kind = miss->match.kind;
      miss->match.other_index = miss->match.index;
    }
    miss->best = distance;
    miss->limit = order_match_limit (name->length);
    note_match (&miss->match, name, n_tokens);
  } else if (!same_thing (name, &miss->match) && distance < miss->second) {
    miss->second = distance;
    miss->match.other_kind = name->kind;
    miss->match.other_index = name->index;
  }
}

static void
weigh_window (OrderBook *book, guint kinds, const char *key, guint n_tokens, NearMiss *miss)
{
  guint length = (guint) g_utf8_strlen (key, -1);

  for (guint i = 0; i < book->names->len; i++) {
    const OrderName *name = &g_array_index (book->names, OrderName, i);
    /* A competitor counts even where it is too far to be taken itself.  */
    guint limit = MIN (order_match_limit (name->length) + 1, order_offer_limit (name->length));
    guint distance;

    if (name->exact || !(kinds & 1u << name->kind) || length > name->length + limit ||
        name->length > length + limit || !order_same_digits (name->key, key))
      continue;
    distance = order_edit_distance (name->key, key);
    if (distance <= limit)
      weigh_name (miss, name, n_tokens, distance);
  }
}

static OrderMatch
match_misspelt (OrderBook *book, guint kinds, const OrderTokens *tokens, guint at, guint longest,
                OrderNameMatch *match)
{
  NearMiss miss = {.match = {.index = G_MAXUINT}, .best = G_MAXUINT, .second = G_MAXUINT};

  /* The longer of two as near: "frist platoon" before "frist".  */
  for (guint n = longest; n > 0; n--) {
    g_autofree char *key = order_tokens_key (book, tokens, at, at + n);

    weigh_window (book, kinds, key, n, &miss);
  }
  if (miss.best == G_MAXUINT || miss.best > miss.limit)
    return ORDER_MATCH_NONE;
  *match = miss.match;
  match->misspelt = TRUE;
  return miss.second <= miss.best + 1 ? ORDER_MATCH_SEVERAL : ORDER_MATCH_ONE;
}

OrderMatch
order_names_match (OrderBook *book, guint kinds, const OrderTokens *tokens, guint at,
                   OrderNameMatch *match)
{
  guint longest;

  *match = (OrderNameMatch){0};
  if (at >= order_tokens_count (tokens))
    return ORDER_MATCH_NONE;
  longest = longest_window (book, tokens, at);
  for (guint n = longest; n > 0; n--) {
    g_autofree char *key = order_tokens_key (book, tokens, at, at + n);
    OrderMatch found = match_key (book, kinds, key, n, match);

    if (found != ORDER_MATCH_NONE)
      return found;
  }
  return match_misspelt (book, kinds, tokens, at, longest, match);
}

/* ---- Offers -------------------------------------------------------------------------------- */

typedef struct {
  const OrderName *name;
  guint score;
} Offer;

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const Offer *left = a, *right = b;

  if (left->score != right->score)
    return left->score < right->score ? -1 : 1;
  if (left->name->kind != right->name->kind)
    return left->name->kind < right->name->kind ? -1 : 1;
  return left->name->index < right->name->index ? -1 : left->name->index > right->name->index;
}

/* Lower is better; G_MAXUINT for no likeness.  A name begun ("under") comes before a name
 * misspelt as far.  */
static guint
likeness (const OrderName *name, const char *key)
{
  guint distance;

  if (strlen (key) >= 2 && g_str_has_prefix (name->key, key))
    return 1;
  distance = name->exact ? G_MAXUINT : order_edit_distance (name->key, key);
  return distance <= order_offer_limit (name->length) ? 2 * distance : G_MAXUINT;
}

static void
collect_offers (OrderBook *book, guint kinds, const char *key, GArray *offers)
{
  for (guint i = 0; i < book->names->len; i++) {
    const OrderName *name = &g_array_index (book->names, OrderName, i);
    Offer offer = {name, G_MAXUINT};

    if (!(kinds & 1u << name->kind) ||
        (name->kind == ORDER_NAME_PLATOON && !order_book_has_platoon (book, name->index)))
      continue;
    offer.score = likeness (name, key);
    if (offer.score != G_MAXUINT)
      g_array_append_val (offers, offer);
  }
}

static gboolean
has_thing (GPtrArray *names, const OrderName *name)
{
  for (guint i = 0; i < names->len; i++) {
    const OrderName *other = g_ptr_array_index (names, i);

    if (other->kind == name->kind && other->index == name->index)
      return TRUE;
  }
  return FALSE;
}

GPtrArray *
order_names_like (OrderBook *book, guint kinds, const OrderTokens *tokens, guint from, guint to)
{
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  g_autofree char *key = order_tokens_key (book, tokens, from, to);
  GPtrArray *names = g_ptr_array_new();

  collect_offers (book, kinds, key, offers);
  g_array_sort (offers, compare_offers);
  for (guint i = 0; i < offers->len; i++) {
    const OrderName *name = g_array_index (offers, Offer, i).name;

    if (!has_thing (names, name))
      g_ptr_array_add (names, (gpointer) name);
  }
  return names;
}

const char *
order_name_text (OrderBook *book, OrderNameKind kind, guint index)
{
  switch (kind) {
  case ORDER_NAME_PLATOON:
    return order_book_platoon_name (book, index);
  case ORDER_NAME_MACHINE:
    return order_book_spoken_name (book, index);
  case ORDER_NAME_PLACE:
    return order_book_place_text (book, index);
  case ORDER_NAME_INTERCEPTORS:
    return order_book_word (book, ORDER_PHRASE_ADDRESSEE, "interceptors");
  case ORDER_NAME_ALL:
  default:
    return order_book_word (book, ORDER_PHRASE_ADDRESSEE,
                            order_phrases_key (ORDER_PHRASE_ADDRESSEE, 0));
  }
}
