/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-language.h"

#include "voice/voice-synthesis.h"

#include <string.h>

typedef struct {
  char language[32];
  char voice[32]; /* "jpx/ja" */
  int priority;
} Voice;

static GMutex lock;
static GArray *voices; /* (owned) (nullable) of Voice, under `lock`; NULL: not read yet */

void
voice_language_add (const char *language, int priority, const char *voice)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  Voice entry = {.priority = priority};

  if (voices == NULL)
    voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  if (g_strlcpy (entry.language, language, sizeof entry.language) < sizeof entry.language &&
      g_strlcpy (entry.voice, voice, sizeof entry.voice) < sizeof entry.voice)
    g_array_append_val (voices, entry);
}

void
voice_language_forget_all (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_clear_pointer (&voices, g_array_unref);
}

static gboolean
is_read (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return voices != NULL;
}

/* Without a synthesiser there are no voices, and the next one who asks tries again. */
static void
read_voices (void)
{
  g_autoptr (VoiceSynthesis) synthesis = NULL;

  if (!is_read())
    synthesis = voice_synthesis_acquire (NULL);
}

/* The voice that fits best, the first of equals. */
static gboolean
find_exactly (const char *language, char *voice, gsize size)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  const Voice *best = NULL;

  for (guint i = 0; voices != NULL && i < voices->len; i++) {
    const Voice *entry = &g_array_index (voices, Voice, i);

    if (g_str_equal (entry->language, language) &&
        (best == NULL || entry->priority < best->priority))
      best = entry;
  }
  if (best != NULL)
    g_strlcpy (voice, best->voice, size);
  return best != NULL;
}

/* "pt_BR" is "pt-br", or else "pt". */
static gboolean
find_voice (const char *language, char *voice, gsize size)
{
  g_autofree char *code = g_ascii_strdown (language, (gssize)strcspn (language, ".@"));
  char *country;

  read_voices();
  g_strdelimit (code, "_", '-');
  if (find_exactly (code, voice, size))
    return TRUE;
  country = strchr (code, '-');
  if (country == NULL)
    return FALSE;
  *country = '\0';
  return find_exactly (code, voice, size);
}

static gboolean
is_english (const char *language)
{
  return strncmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
}

gboolean
voice_language_is_spoken (const char *language)
{
  char voice[sizeof ((Voice *)NULL)->voice];

  g_return_val_if_fail (language != NULL, FALSE);

  return find_voice (language, voice, sizeof voice);
}

gboolean
voice_language_check (GError **error)
{
  g_autoptr (VoiceSynthesis) synthesis = voice_synthesis_acquire (error);

  return synthesis != NULL;
}

gboolean
voice_profile_set_language (VoiceProfile *profile, const char *language)
{
  char voice[sizeof ((Voice *)NULL)->voice], spoken[sizeof profile->voice];
  const char *variant;

  g_return_val_if_fail (profile != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  if (!find_voice (language, voice, sizeof voice))
    return FALSE;
  if (is_english (language))
    return TRUE;
  variant = strchr (profile->voice, '+');
  if (g_snprintf (spoken, sizeof spoken, "%s%s", voice, variant != NULL ? variant : "") >=
      (int)sizeof spoken)
    return FALSE;
  g_strlcpy (profile->voice, spoken, sizeof profile->voice);
  return TRUE;
}
