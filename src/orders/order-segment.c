/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parting what is written together.
 *
 * A run without spaces is parted so that as little of it as possible stays unknown, then into as
 * few words as possible, the longer word first (a shortest path from the end of the run).  What is
 * unknown stays together: it may be a misspelt name.  */
#include "orders/order-segment.h"

#include <string.h>

#define LONG_SOUND    0x30FC /* typed for a dash where kana are typed */
#define UNKNOWN_COSTS 1000u

struct _OrderSegmenter {
  GHashTable *words;    /* of scripts without spaces */
  GHashTable *elisions; /* "l" of "l'" */
  gsize longest;        /* of the words, bytes */
  gboolean started;
};

/* ---- Scripts -------------------------------------------------------------------------------- */

static gboolean
is_unspaced (gunichar c)
{
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR:
    return TRUE;
  default:
    return c == LONG_SOUND || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F;
  }
}

gboolean
order_text_is_unspaced (const char *text)
{
  return is_unspaced (g_utf8_get_char (text));
}

/* Marks belong to the character before them.  */
static gboolean
is_joined_mark (gunichar c)
{
  return g_unichar_ismark (c) || c == 0xFF9E || c == 0xFF9F;
}

/* ---- Making --------------------------------------------------------------------------------- */

static void
learn_elisions (OrderSegmenter *segmenter, const char *wording)
{
  g_auto (GStrv) words = g_strsplit (wording, " ", -1);

  for (char **word = words; *word; word++) {
    const char *last = g_utf8_find_prev_char (*word, *word + strlen (*word));

    if (last && order_text_is_apostrophe (g_utf8_get_char (last)))
      g_hash_table_add (segmenter->elisions, order_text_fold (*word, FALSE));
  }
}

OrderSegmenter *
order_segmenter_new (const OrderPhrases *phrases)
{
  OrderSegmenter *segmenter = g_new0 (OrderSegmenter, 1);

  segmenter->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  segmenter->elisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    for (guint i = 0; i < phrases->groups[group]->len; i++) {
      const OrderPhraseEntry *entry = g_ptr_array_index (phrases->groups[group], i);

      for (guint j = 0; j < entry->words->len; j++)
        learn_elisions (segmenter, g_ptr_array_index (entry->words, j));
    }
  return segmenter;
}

void
order_segmenter_free (OrderSegmenter *segmenter)
{
  g_hash_table_unref (segmenter->words);
  g_hash_table_unref (segmenter->elisions);
  g_free (segmenter);
}

void
order_segmenter_learn (OrderSegmenter *segmenter, const OrderTokens *tokens)
{
  for (guint i = 0; i < order_tokens_count (tokens) && !segmenter->started; i++) {
    const char *word = order_tokens_word (tokens, i);

    if (order_text_is_unspaced (word)) {
      g_hash_table_add (segmenter->words, g_strdup (word));
      segmenter->longest = MAX (segmenter->longest, strlen (word));
    }
  }
}

void
order_segmenter_start (OrderSegmenter *segmenter)
{
  segmenter->started = TRUE;
}

/* ---- Runs ----------------------------------------------------------------------------------- */

/* One character of a run with its marks.  */
typedef struct {
  guint start, end; /* bytes in the text */
  guint at;         /* bytes in the folded run */
  guint costs;      /* of what follows from here */
  guint next;       /* unit after the word that begins here */
  gboolean known;   /* that word is in the vocabulary */
} Unit;

typedef struct {
  OrderSegmenter *segmenter;
  OrderTokens *tokens;
  GArray *parted; /* OrderToken */
} Parting;

static void
add_part (Parting *parting, guint start, guint end, const OrderToken *whole, char *word)
{
  OrderToken part = {.word = word, .start = start, .end = end};

  if (*word == '\0') {
    g_free (word);
    return;
  }
  /* What stood before the whole stands before its first part.  */
  if (start == whole->start) {
    part.comma = whole->comma;
    part.dash = whole->dash;
  }
  g_array_append_val (parting->parted, part);
}

static char *
fold_stretch (const Parting *parting, guint start, guint end)
{
  g_autofree char *stretch = g_strndup (parting->tokens->text + start, end - start);

  return order_text_fold (stretch, FALSE);
}

static GArray *
list_units (const Parting *parting, guint start, guint end, GString *folded)
{
  GArray *units = g_array_new (FALSE, TRUE, sizeof (Unit));
  const char *text = parting->tokens->text;

  for (const char *p = text + start; p < text + end;) {
    Unit unit = {.start = (guint) (p - text), .at = (guint) folded->len};
    g_autofree char *word = NULL;

    do
      p = g_utf8_next_char (p);
    while (p < text + end && is_joined_mark (g_utf8_get_char (p)));
    unit.end = (guint) (p - text);
    word = fold_stretch (parting, unit.start, unit.end);
    g_string_append (folded, word);
    g_array_append_val (units, unit);
  }
  /* One more, for the end.  */
  g_array_append_vals (units, &(Unit){.start = end, .end = end, .at = (guint) folded->len}, 1);
  return units;
}

static void
weigh_unit (const OrderSegmenter *segmenter, GArray *units, guint i, const char *folded)
{
  Unit *unit = &g_array_index (units, Unit, i);

  unit->next = i + 1;
  unit->costs = UNKNOWN_COSTS + g_array_index (units, Unit, i + 1).costs;
  for (guint j = i + 1; j < units->len; j++) {
    const Unit *end = &g_array_index (units, Unit, j);
    g_autofree char *word = NULL;

    if (end->at - unit->at > segmenter->longest)
      break;
    word = g_strndup (folded + unit->at, end->at - unit->at);
    if (!g_hash_table_contains (segmenter->words, word) || 1 + end->costs > unit->costs)
      continue;
    unit->costs = 1 + end->costs;
    unit->next = j;
    unit->known = TRUE;
  }
}

static void
part_run (Parting *parting, guint start, guint end, const OrderToken *whole)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) units = list_units (parting, start, end, folded);

  for (guint i = units->len - 1; i-- > 0;)
    weigh_unit (parting->segmenter, units, i, folded->str);
  for (guint i = 0; i + 1 < units->len;) {
    const Unit *unit = &g_array_index (units, Unit, i);
    guint next = unit->next, from = unit->start, to;

    while (!unit->known && next + 1 < units->len && !g_array_index (units, Unit, next).known)
      next++;
    to = g_array_index (units, Unit, next).start;
    add_part (parting, from, to, whole, fold_stretch (parting, from, to));
    i = next;
  }
}

/* ---- Tokens --------------------------------------------------------------------------------- */

/* "G04ー7": the long sound stands for a dash between figures.  */
static gboolean
take_as_dash (Parting *parting, guint start, guint end, const OrderToken *token)
{
  const char *text = parting->tokens->text;

  return start > token->start && end < token->end && g_utf8_next_char (text + start) == text + end &&
         g_utf8_get_char (text + start) == LONG_SOUND &&
         g_unichar_isdigit (g_utf8_get_char (text + end));
}

/* The end of what is of one manner of writing from `start` on.  */
static guint
run_end (const OrderTokens *tokens, guint start, guint end)
{
  const char *text = tokens->text, *p = text + start;
  gboolean unspaced = is_unspaced (g_utf8_get_char (p));

  do
    p = g_utf8_next_char (p);
  while (p < text + end && (is_unspaced (g_utf8_get_char (p)) == unspaced ||
                            g_unichar_ismark (g_utf8_get_char (p))));
  return (guint) (p - text);
}

/* "l'est" is "l'" and "est" where "l'" is a word.  Where the rest begins; 0: it is one word.  */
static guint
elision_end (const Parting *parting, guint start, guint end)
{
  const char *text = parting->tokens->text;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (order_text_is_apostrophe (g_utf8_get_char (p))) {
      g_autofree char *head = fold_stretch (parting, start, (guint) (p - text));

      return g_hash_table_contains (parting->segmenter->elisions, head)
                 ? (guint) (g_utf8_next_char (p) - text)
                 : 0;
    }
  return 0;
}

static void
part_spaced (Parting *parting, guint start, guint end, const OrderToken *whole)
{
  guint rest = elision_end (parting, start, end);

  if (rest > 0) {
    g_autofree char *head = fold_stretch (parting, start, rest);

    add_part (parting, start, rest, whole, g_strconcat (head, "'", NULL));
    start = rest;
  }
  if (start < end)
    add_part (parting, start, end, whole, fold_stretch (parting, start, end));
}

static void
part_token (Parting *parting, const OrderToken *token)
{
  gboolean dash = FALSE;

  for (guint start = token->start, end; start < token->end; start = end) {
    guint n = parting->parted->len;

    end = run_end (parting->tokens, start, token->end);
    if (take_as_dash (parting, start, end, token)) {
      dash = TRUE;
      continue;
    }
    if (!order_text_is_unspaced (parting->tokens->text + start))
      part_spaced (parting, start, end, token);
    else if (parting->segmenter->started)
      part_run (parting, start, end, token);
    else
      add_part (parting, start, end, token, fold_stretch (parting, start, end));
    if (dash && parting->parted->len > n)
      g_array_index (parting->parted, OrderToken, n).dash = TRUE;
    dash = FALSE;
  }
}

/* Is there anything to part?  Most lines have nothing.  */
static gboolean
is_joined (const OrderSegmenter *segmenter, const char *text)
{
  gboolean elisions = g_hash_table_size (segmenter->elisions) > 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if ((c >= 0x80 && is_unspaced (c)) || (elisions && order_text_is_apostrophe (c)))
      return TRUE;
  }
  return FALSE;
}

void
order_segmenter_part (OrderSegmenter *segmenter, OrderTokens *tokens)
{
  Parting parting = {segmenter, tokens, NULL};

  if (!is_joined (segmenter, tokens->text))
    return;
  parting.parted = g_array_new (FALSE, FALSE, sizeof (OrderToken));
  for (guint i = 0; i < order_tokens_count (tokens); i++)
    part_token (&parting, order_tokens_at (tokens, i));
  order_tokens_replace (tokens, parting.parted);
}
