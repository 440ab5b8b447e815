/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as people type it, made into words that can be compared (private to the room).
 *
 * Folding drops case, accents and punctuation the same way in every locale: "Kirschblüte!" is
 * kirschblute.  A token remembers where it stood, so that a line can be repaired or completed.  */
#pragma once

#include <glib.h>

/* Longer texts are no orders.  Bytes.  */
#define ORDER_MAX_TEXT 512

typedef struct {
  char *word;       /* folded: lower-case letters and digits, never "" */
  guint start, end; /* bytes in the text, start < end */
  gboolean comma;   /* a comma, colon or the like stands before it */
  gboolean dash;    /* joined to the token before it by a dash, point or stroke */
} OrderToken;

typedef struct {
  char *text;    /* valid UTF-8 */
  GArray *items; /* of OrderToken */
  gboolean ends_with_comma, ends_with_space;
} OrderTokens;

OrderTokens *order_tokens_new (const char *text);
void order_tokens_free (OrderTokens *tokens);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderTokens, order_tokens_free)

static inline guint
order_tokens_count (const OrderTokens *tokens)
{
  return tokens->items->len;
}

static inline const OrderToken *
order_tokens_at (const OrderTokens *tokens, guint index)
{
  return &g_array_index (tokens->items, OrderToken, index);
}

static inline const char *
order_tokens_word (const OrderTokens *tokens, guint index)
{
  return order_tokens_at (tokens, index)->word;
}

/* Is a token written together with the one before it?  */
static inline gboolean
order_tokens_joined (const OrderTokens *tokens, guint index)
{
  return index > 0 &&
         order_tokens_at (tokens, index - 1)->end == order_tokens_at (tokens, index)->start;
}

/* Removes tokens [from, from + count); what follows keeps a comma that stood before them.  */
void order_tokens_remove (OrderTokens *tokens, guint from, guint count);

/* Takes other tokens of the same text, an array of OrderToken, in the place of these.  */
void order_tokens_replace (OrderTokens *tokens, GArray *items);

/* The text between the first and the last of these tokens as it was typed, newly allocated.  */
char *order_tokens_quote (const OrderTokens *tokens, guint from, guint to);

/* Folded words joined by single spaces; with `expand` ä ö ü become ae oe ue.  */
char *order_text_fold (const char *text, gboolean expand);

/* Does it leave a vowel out, as in "l'est"?  */
gboolean order_text_is_apostrophe (gunichar c);

/* First letter in upper case.  Newly allocated.  */
char *order_text_capital (const char *text);
