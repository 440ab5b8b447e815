/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding and splitting of typed text.  g_unichar_* do not depend on the locale.  */
#include "orders/order-text.h"

#include <string.h>

/* Letters that do not decompose into a base letter and a mark.  */
static const struct {
  gunichar letter;
  const char *folded;
} special_letters[] = {
    {0x00DF, "ss"}, {0x1E9E, "ss"}, {0x00E6, "ae"}, {0x0153, "oe"}, {0x00F8, "o"},
    {0x0111, "d"},  {0x0142, "l"},  {0x00F0, "d"},  {0x00FE, "th"}, {0x0131, "i"},
};

static const char *
fold_special (gunichar lower)
{
  for (guint i = 0; i < G_N_ELEMENTS (special_letters); i++)
    if (special_letters[i].letter == lower)
      return special_letters[i].folded;
  return NULL;
}

static const char *
expand_umlaut (gunichar lower)
{
  switch (lower) {
  case 0x00E4:
    return "ae";
  case 0x00F6:
    return "oe";
  case 0x00FC:
    return "ue";
  default:
    return NULL;
  }
}

gboolean
order_text_is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x00B4 || c == '`';
}

/* Katakana are read as hiragana, as they sound alike.  */
static gunichar
fold_kana (gunichar c)
{
  return c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c;
}

/* The marks that change the sound of the kana before them, which they are joined with.  */
static gboolean
is_sound_mark (gunichar c)
{
  return c == 0x3099 || c == 0x309A;
}

static void
join_sound_mark (GString *word, gunichar mark)
{
  const char *last = g_utf8_find_prev_char (word->str, word->str + word->len);
  gunichar joined;

  if (!last || !g_unichar_compose (g_utf8_get_char (last), mark, &joined))
    return;
  g_string_truncate (word, (gsize) (last - word->str));
  g_string_append_unichar (word, joined);
}

static void
append_part (GString *word, gunichar part)
{
  if (is_sound_mark (part))
    join_sound_mark (word, part);
  else if (g_unichar_isalnum (part))
    g_string_append_unichar (word, fold_kana (g_unichar_tolower (part)));
}

/* Appends what a character contributes to a word; FALSE if it separates words.  */
static gboolean
fold_char (GString *word, gunichar c, gboolean expand)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gunichar lower = g_unichar_tolower (c);
  const char *special = expand ? expand_umlaut (lower) : NULL;
  gsize n;

  if (!special)
    special = fold_special (lower);
  if (special) {
    g_string_append (word, special);
    return TRUE;
  }
  if (is_sound_mark (c))
    join_sound_mark (word, c);
  if (order_text_is_apostrophe (c) || g_unichar_ismark (c))
    return TRUE;
  if (!g_unichar_isalnum (c))
    return FALSE;
  n = g_unichar_fully_decompose (lower, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    append_part (word, parts[i]);
  return TRUE;
}

static void
token_clear (gpointer data)
{
  OrderToken *token = data;

  g_free (token->word);
}

static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == '.' || c == '!' || c == '?' || c == '\n' ||
         c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF0E || c == 0xFF1A || c == 0xFF1B ||
         c == 0xFF01 || c == 0xFF1F;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == '/' || c == '.' || c == ':' || c == 0x2010 || c == 0x2011 || c == 0x2013 ||
         c == 0x2212 || c == 0xFF0D;
}

/* Ends the word that is being read, if there is one.  */
static void
finish_token (OrderTokens *tokens, GString *word, OrderToken *token, guint end)
{
  if (word->len > 0) {
    token->word = g_strdup (word->str);
    token->end = end;
    g_array_append_val (tokens->items, *token);
    *token = (OrderToken){0};
  }
  g_string_truncate (word, 0);
}

/* What the separating character at `p` means to the token after it.  A point, colon or
 * dash joins when no space stands around it ("G04-7", "place:mill").  */
static void
note_separator (OrderTokens *tokens, OrderToken *next, const char *p, gboolean follows_word)
{
  gunichar c = g_utf8_get_char (p);

  next->dash =
      is_dash (c) && follows_word && g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p)));
  if (is_comma (c) && !next->dash)
    next->comma = TRUE;
  tokens->ends_with_comma = is_comma (c) || (tokens->ends_with_comma && g_unichar_isspace (c));
  tokens->ends_with_space = g_unichar_isspace (c);
}

static void
read_tokens (OrderTokens *tokens, gboolean expand)
{
  g_autoptr (GString) word = g_string_new (NULL);
  OrderToken token = {0};
  const char *p = tokens->text;

  for (; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    guint offset = (guint) (p - tokens->text);
    gsize before = word->len;

    if (fold_char (word, c, expand)) {
      if (before == 0 && word->len > 0)
        token.start = offset;
      tokens->ends_with_comma = tokens->ends_with_space = FALSE;
      continue;
    }
    finish_token (tokens, word, &token, offset);
    note_separator (tokens, &token, p, before > 0);
  }
  finish_token (tokens, word, &token, (guint) (p - tokens->text));
}

OrderTokens *
order_tokens_new (const char *text)
{
  OrderTokens *tokens = g_new0 (OrderTokens, 1);

  tokens->text = g_utf8_make_valid (text, -1);
  tokens->items = g_array_new (FALSE, FALSE, sizeof (OrderToken));
  g_array_set_clear_func (tokens->items, token_clear);
  read_tokens (tokens, FALSE);
  return tokens;
}

void
order_tokens_free (OrderTokens *tokens)
{
  if (!tokens)
    return;
  g_free (tokens->text);
  g_array_unref (tokens->items);
  g_free (tokens);
}

void
order_tokens_remove (OrderTokens *tokens, guint from, guint count)
{
  gboolean comma = FALSE;

  for (guint i = from; i < from + count; i++)
    comma = comma || order_tokens_at (tokens, i)->comma;
  g_array_remove_range (tokens->items, from, count);
  if (comma && from < tokens->items->len)
    g_array_index (tokens->items, OrderToken, from).comma = TRUE;
}

void
order_tokens_replace (OrderTokens *tokens, GArray *items)
{
  g_array_unref (tokens->items);
  tokens->items = items;
  g_array_set_clear_func (items, token_clear);
}

char *
order_tokens_quote (const OrderTokens *tokens, guint from, guint to)
{
  guint start, end;

  if (from >= to || to > order_tokens_count (tokens))
    return g_strdup ("");
  start = order_tokens_at (tokens, from)->start;
  end = order_tokens_at (tokens, to - 1)->end;
  return g_strndup (tokens->text + start, end - start);
}

char *
order_text_fold (const char *text, gboolean expand)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gboolean in_word = FALSE;

  for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
    gsize before = folded->len;

    if (!fold_char (folded, g_utf8_get_char (p), expand)) {
      in_word = FALSE;
      continue;
    }
    if (!in_word && before > 0 && folded->len > before)
      g_string_insert_c (folded, (gssize) before, ' ');
    in_word = in_word || folded->len > before;
  }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

char *
order_text_capital (const char *text)
{
  GString *capital = g_string_new (NULL);

  if (*text) {
    g_string_append_unichar (capital, g_unichar_toupper (g_utf8_get_char (text)));
    g_string_append (capital, g_utf8_next_char (text));
  }
  return g_string_free (capital, FALSE);
}
