/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-text.h"

#include <string.h>

/* Bytes looked at; enough for the cap in any script. */
#define MAX_BYTES ((gsize)VOICE_TEXT_MAX_CHARS * 8)

/* Punctuation that shapes the sentence; in ASCII what has no other meaning to a synthesiser. */
static gboolean
is_spoken_punctuation (gunichar c)
{
  if (c < 128)
    return strchr (".,;:!?'()/%+", (int)c) != NULL;
  switch (g_unichar_type (c)) {
  case G_UNICODE_INITIAL_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
  case G_UNICODE_OTHER_PUNCTUATION:
    return TRUE;
  default:
    return FALSE;
  }
}

/* What is written for a character: itself, or a space. */
static gunichar
spoken_form (gunichar c)
{
  switch (g_unichar_type (c)) {
  case G_UNICODE_LOWERCASE_LETTER:
  case G_UNICODE_MODIFIER_LETTER:
  case G_UNICODE_OTHER_LETTER:
  case G_UNICODE_TITLECASE_LETTER:
  case G_UNICODE_UPPERCASE_LETTER:
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_DECIMAL_NUMBER:
  case G_UNICODE_OTHER_NUMBER:
    return c;
  case G_UNICODE_DASH_PUNCTUATION:
    return '-';
  default:
    return is_spoken_punctuation (c) ? c : ' ';
  }
}

static void
cut_at_word (GString *text, gsize last_space)
{
  g_string_truncate (text, last_space > 0 ? last_space : text->len);
}

static void
trim_end (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

static GString *
collect (const char *text, gboolean *speakable)
{
  GString *clean = g_string_new (NULL);
  gsize last_space = 0;
  guint chars = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = spoken_form (g_utf8_get_char (p));

    if (c == ' ') {
      if (clean->len == 0 || clean->str[clean->len - 1] == ' ')
        continue;
      last_space = clean->len;
    }
    if (chars++ == VOICE_TEXT_MAX_CHARS) {
      cut_at_word (clean, last_space);
      break;
    }
    g_string_append_unichar (clean, c);
    *speakable |= g_unichar_isalnum (c);
  }
  return clean;
}

char *
voice_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  gboolean speakable = FALSE;
  GString *clean;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, (gssize)strnlen (text, MAX_BYTES));
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  clean = collect (normal, &speakable);
  trim_end (clean);
  if (!speakable)
    g_string_truncate (clean, 0);
  return g_string_free_and_steal (clean);
}
