/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lost-words.h"

#include <glib.h>

#define LOST 0x2592 /* ▒ */
/* More words than any transmission has.  */
#define MAX_WORDS 96
/* A figure, or a letter beside one, is said as a word: so many letters.  */
#define SPELT 5

/* A word of a text: its letters (borrowed) and where they are.  */
typedef struct {
  const gunichar *letters;
  glong from, to;
  gboolean masked, spelt;
} Word;

typedef struct {
  gunichar *letters; /* (owned) */
  glong length;
  Word words[MAX_WORDS];
  guint n_words;
} Text;

static void
text_clear (Text *text)
{
  g_free (text->letters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == LOST;
}

static void
text_init (Text *text, const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);
  Word *word = NULL;

  *text = (Text){NULL};
  text->letters = g_utf8_to_ucs4_fast (valid, -1, &text->length);
  for (glong i = 0; i < text->length; i++) {
    if (!is_of_word (text->letters[i])) {
      word = NULL;
      continue;
    }
    if (word == NULL) {
      if (text->n_words == MAX_WORDS)
        return;
      word = &text->words[text->n_words++];
      *word = (Word){.letters = text->letters + i, .from = i};
    }
    word->to = i + 1;
    word->masked |= text->letters[i] == LOST;
    word->spelt |= g_unichar_isdigit (text->letters[i]) != 0;
  }
}

static gboolean
is_same (const Word *a, const Word *b)
{
  if (a->masked || b->masked || a->to - a->from != b->to - b->from)
    return FALSE;
  for (glong i = 0; i < a->to - a->from; i++)
    if (g_unichar_tolower (a->letters[i]) != g_unichar_tolower (b->letters[i]))
      return FALSE;
  return TRUE;
}

/* The longest row of words that both have, in their order; `match` gets for each word of `a` its fellow
 * in `b`, or −1.  */
static void
find_anchors (const Text *a, const Text *b, int match[MAX_WORDS])
{
  static const guint side = MAX_WORDS + 1;
  g_autofree guint16 *best = g_new0 (guint16, side * side);
  guint i = 0, k = 0;

  for (guint row = a->n_words; row-- > 0;)
    for (guint column = b->n_words; column-- > 0;)
      best[row * side + column] =
          is_same (&a->words[row], &b->words[column])
              ? best[(row + 1) * side + column + 1] + 1
              : MAX (best[(row + 1) * side + column], best[row * side + column + 1]);
  for (guint row = 0; row < a->n_words; row++)
    match[row] = -1;
  while (i < a->n_words && k < b->n_words) {
    if (is_same (&a->words[i], &b->words[k]))
      match[i++] = (int) k++;
    else if (best[(i + 1) * side + k] >= best[i * side + k + 1])
      i++;
    else
      k++;
  }
}

/* The word with this letter.  */
static guint
word_at (const Text *text, glong letter)
{
  guint i = 0;

  while (i + 1 < text->n_words && text->words[i].to <= letter)
    i++;
  return i;
}

/* Letters of a text from one word to another; without any, the place between its neighbours.  */
static void
span (const Text *text, int first, int last, double *from, double *to)
{
  if (first <= last) {
    *from = (double) text->words[first].from;
    *to = (double) text->words[last].to;
  } else {
    *from = *to = last < 0 ? 0 : (double) text->words[last].to;
  }
}

/* How long it takes to say the words `first` to `last` up to the letter `at`, in letters.  */
static double
length_said (const Text *text, int first, int last, glong at)
{
  double sum = 0;

  for (int i = first; i <= last && text->words[i].from < at; i++) {
    const Word *word = &text->words[i];

    sum += (double) (MIN (word->to, at) - word->from) * (word->spelt ? SPELT : 1);
    sum += at > word->to ? 1 : 0;
  }
  return sum;
}

/* A word begins and ends where one does.  */
static double
snap (const Text *text, int first, int last, double place, gboolean at_begin)
{
  double best = place, distance = 1e9;

  for (int i = first; i <= last; i++) {
    double edge = (double) (at_begin ? text->words[i].from : text->words[i].to);
    double away = edge > place ? edge - place : place - edge;

    if (away < distance) {
      distance = away;
      best = edge;
    }
  }
  return best;
}

/* Where the edge `at` of a lost word of `a` is in `b`: in proportion among the words that stand between
 * the same two anchors.  */
static double
find_place (const Text *a, const Text *b, const int match[MAX_WORDS], guint word, glong at)
{
  int first = (int) word, last = (int) word, before, after;
  double from, to, share, place;

  while (first > 0 && match[first - 1] < 0)
    first--;
  while (last + 1 < (int) a->n_words && match[last + 1] < 0)
    last++;
  before = first > 0 ? match[first - 1] : -1;
  after = last + 1 < (int) a->n_words ? match[last + 1] : (int) b->n_words;
  span (b, before + 1, after - 1, &from, &to);
  share = length_said (a, first, last, at) / length_said (a, first, last, a->words[last].to);
  place = from + (to - from) * CLAMP (share, 0, 1);
  if (at == a->words[word].from || at == a->words[word].to)
    return snap (b, before + 1, after - 1, place, at == a->words[word].from);
  return place;
}

/* The next stretch of lost letters from `*at` on; what stands between two of them and is no letter is
 * lost with them.  */
static gboolean
next_stretch (const Text *text, glong *at, glong *from, glong *to)
{
  glong i = *at;

  while (i < text->length && text->letters[i] != LOST)
    i++;
  if (i == text->length)
    return FALSE;
  *from = i;
  for (; i < text->length && (text->letters[i] == LOST || !is_of_word (text->letters[i])); i++)
    if (text->letters[i] == LOST)
      *to = i + 1;
  *at = i;
  return TRUE;
}

gsize
lost_words_in_speech (const char *caption, const char *spoken, VoiceLostInterval *lost, gsize most)
{
  g_auto (Text) written = {NULL}, said = {NULL};
  int match[MAX_WORDS];
  glong at = 0, from = 0, to = 0;
  gsize n = 0;

  text_init (&written, caption);
  text_init (&said, spoken);
  if (said.n_words == 0 || written.n_words == 0)
    return 0;
  find_anchors (&written, &said, match);
  while (n < most && next_stretch (&written, &at, &from, &to)) {
    double scale = 1000.0 / (double) said.length;
    double begin = find_place (&written, &said, match, word_at (&written, from), from) * scale;
    double end = find_place (&written, &said, match, word_at (&written, to - 1), to) * scale;

    begin = n > 0 ? MAX (begin, (double) lost[n - 1].to) : begin;
    lost[n++] = (VoiceLostInterval){(guint) (begin + 0.5), (guint) (MAX (begin, end) + 0.5)};
  }
  return n;
}
