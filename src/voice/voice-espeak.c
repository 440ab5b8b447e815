/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-espeak.h"

#include "voice/voice-error.h"
#include "voice/voice-language.h"

#include <espeak-ng/speak_lib.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define STANDARD_VOICE "gmw/en"
#define MAX_SECONDS    90
/* Below this a sample at either end is silence; so much of it is left. */
#define SILENCE_LEVEL 0.004f
#define LEAD_S        0.003
#define TAIL_S        0.040
/* Common loudness of all voices: RMS of the parts that are not silent. */
#define TARGET_RMS 0.11
#define MAX_PEAK   0.9

/* espeak-ng's own state is global, so is what we know about it. */
static struct {
  gboolean open;
  guint rate;
  char *data_path;
  char language[16];
  char voice[48]; /* set at present, or empty */
  /* During voice_espeak_speak(): */
  GArray *samples; /* of short, where the callback collects */
  GArray *words;   /* of Word */
  const gint *cancelled;
} espeak;

/* A word that begins: its first letter, counted from 0, and its first sample. */
typedef struct {
  guint letter;
  gsize sample;
} Word;

static void
note_words (const espeak_EVENT *event)
{
  for (; event->type != espeakEVENT_LIST_TERMINATED; event++) {
    Word word = {(guint)MAX (event->text_position, 1) - 1, (gsize)MAX (event->sample, 0)};

    if (event->type == espeakEVENT_WORD)
      g_array_append_val (espeak.words, word);
  }
}

static int
collect (short *wave, int n_samples, espeak_EVENT *events)
{
  if (espeak.samples != NULL && events != NULL)
    note_words (events);
  if (wave == NULL || n_samples <= 0 || espeak.samples == NULL)
    return 0;
  if (g_atomic_int_get (espeak.cancelled) != 0 ||
      espeak.samples->len + (gsize)n_samples > (gsize)MAX_SECONDS * espeak.rate)
    return 1;
  g_array_append_vals (espeak.samples, wave, (guint)n_samples);
  return 0;
}

static gboolean
has_data (const char *data_path)
{
  g_autofree char *file = g_build_filename (data_path, "espeak-ng-data", "phontab", NULL);

  return g_file_test (file, G_FILE_TEST_IS_REGULAR);
}

/* espeak_Initialize() sets LC_CTYPE for the whole process. */
static int
initialize_keeping_locale (const char *data_path)
{
  g_autofree char *locale = g_strdup (setlocale (LC_CTYPE, NULL));
  int rate = espeak_Initialize (AUDIO_OUTPUT_SYNCHRONOUS, 0, data_path, espeakINITIALIZE_DONT_EXIT);

  setlocale (LC_CTYPE, locale);
  return rate;
}

gboolean
voice_espeak_open (const char *data_path, GError **error)
{
  int rate = -1;

  if (espeak.open)
    return TRUE;
  /* A folder without data would be passed over in silence for the usual place. */
  if (data_path == NULL || has_data (data_path))
    rate = initialize_keeping_locale (data_path);
  if (rate < 8000) {
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_NO_SPEECH,
                         _ ("The speech synthesiser has no data: is espeak-ng installed?"));
    return FALSE;
  }
  espeak_SetSynthCallback (collect);
  espeak.open = TRUE;
  espeak.rate = (guint)rate;
  g_set_str (&espeak.data_path, data_path);
  espeak.language[0] = '\0';
  espeak.voice[0] = '\0';
  return TRUE;
}

void
voice_espeak_list_voices (void)
{
  const espeak_VOICE **voice;

  g_return_if_fail (espeak.open);

  for (voice = espeak_ListVoices (NULL); *voice != NULL; voice++) {
    /* A byte of priority and a name, again and again, until the priority is 0. */
    for (const char *at = (*voice)->languages; *at != '\0'; at += strlen (at) + 1)
      voice_language_add (at + 1, *at, (*voice)->identifier);
  }
}

void
voice_espeak_close (void)
{
  if (!espeak.open)
    return;
  espeak_Terminate();
  espeak.open = FALSE;
  g_clear_pointer (&espeak.data_path, g_free);
}

/* "gmw/en-US+m3" → "en" */
static void
language_of (const char *voice, char *language, gsize size)
{
  const char *slash = strrchr (voice, '/');
  const char *name = slash != NULL ? slash + 1 : voice;

  g_strlcpy (language, name, MIN (size, strcspn (name, "-+") + 1));
}

/* A language leaks its speed into the next one; only a fresh start forgets it. */
static gboolean
follow_language (const char *language, GError **error)
{
  g_autofree char *data_path = g_strdup (espeak.data_path);

  if (espeak.language[0] != '\0' && !g_str_equal (language, espeak.language)) {
    voice_espeak_close();
    if (!voice_espeak_open (data_path, error))
      return FALSE;
  }
  g_strlcpy (espeak.language, language, sizeof espeak.language);
  return TRUE;
}

/* A variant that is not installed is left out.  What is written in another language is never read
 * by an English voice. */
static gboolean
set_voice (const char *voice, const char *language)
{
  g_autofree char *plain = g_strndup (voice, strcspn (voice, "+"));

  return espeak_SetVoiceByName (voice) == EE_OK || espeak_SetVoiceByName (plain) == EE_OK ||
         (g_str_equal (language, "en") && espeak_SetVoiceByName (STANDARD_VOICE) == EE_OK);
}

static gboolean
select_voice (const VoiceProfile *profile, GError **error)
{
  char language[sizeof espeak.language];

  if (g_str_equal (profile->voice, espeak.voice))
    return TRUE;
  language_of (profile->voice, language, sizeof language);
  if (!follow_language (language, error))
    return FALSE;
  if (!set_voice (profile->voice, language)) {
    espeak.voice[0] = '\0';
    g_set_error (error, VOICE_ERROR, VOICE_ERROR_NO_SPEECH,
                 /* Translators: the placeholder is the name of a file with a voice. */
                 _ ("The speech synthesiser has no voice “%s”"),
                 profile->voice);
    return FALSE;
  }
  g_strlcpy (espeak.voice, profile->voice, sizeof espeak.voice);
  return TRUE;
}

static void
set_parameters (const VoiceProfile *profile, int rate)
{
  espeak_SetParameter (espeakRATE, CLAMP (rate, espeakRATE_MINIMUM, espeakRATE_MAXIMUM), 0);
  espeak_SetParameter (espeakPITCH, profile->pitch, 0);
  espeak_SetParameter (espeakRANGE, profile->range, 0);
  espeak_SetParameter (espeakVOLUME, 90, 0);
  espeak_SetParameter (espeakPUNCTUATION, espeakPUNCT_NONE, 0);
}

/* Root mean square of the 20 ms stretches in which something is said. */
static double
active_rms (const VoicePcm *pcm)
{
  gsize frame = pcm->rate / 50;
  double sum = 0.0;
  guint n = 0;

  for (gsize at = 0; at + frame <= pcm->n_samples; at += frame) {
    double rms = voice_pcm_get_rms (pcm, at, frame);

    if (rms > 0.01) {
      sum += rms * rms;
      n++;
    }
  }
  return n > 0 ? sqrt (sum / n) : 0.0;
}

static void
equalise_loudness (VoicePcm *pcm)
{
  double rms = active_rms (pcm);
  double peak = voice_pcm_get_peak (pcm);
  float gain;

  if (rms <= 0.0 || peak <= 0.0)
    return;
  gain = (float)MIN (TARGET_RMS / rms, MAX_PEAK / peak);
  for (gsize i = 0; i < pcm->n_samples; i++)
    pcm->samples[i] *= gain;
}

/* `skipped` samples were left out at the beginning. */
static void
set_marks (VoicePcm *pcm, const char *text, gsize skipped)
{
  guint n_letters = (guint)g_utf8_strlen (text, -1);
  g_autofree VoiceMark *marks = g_new0 (VoiceMark, espeak.words->len + 1);

  for (guint i = 0; i < espeak.words->len; i++) {
    const Word *word = &g_array_index (espeak.words, Word, i);

    marks[i].text = MIN (word->letter, n_letters) * 1000 / MAX (n_letters, 1);
    marks[i].sample = word->sample > skipped ? word->sample - skipped : 0;
  }
  voice_pcm_set_marks (pcm, marks, espeak.words->len);
}

/* (transfer full) (nullable): without the silence at both ends. */
static VoicePcm *
trim (const short *wave, gsize n, const char *text)
{
  const short level = (short)(SILENCE_LEVEL * 32768.0f);
  gsize lead = (gsize)(LEAD_S * espeak.rate), tail = (gsize)(TAIL_S * espeak.rate);
  gsize from = 0, to = n;
  VoicePcm *pcm;

  while (from < n && ABS (wave[from]) < level)
    from++;
  while (to > from && ABS (wave[to - 1]) < level)
    to--;
  if (from == to)
    return NULL;
  from -= MIN (from, lead);
  to = MIN (to + tail, n);
  pcm = voice_pcm_new (espeak.rate, to - from);
  for (gsize i = from; i < to; i++)
    pcm->samples[i - from] = (float)wave[i] / 32768.0f;
  set_marks (pcm, text, from);
  return pcm;
}

/* (transfer full) (nullable) */
static VoicePcm *
synthesise (const char *text, const gint *cancelled)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (short));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  VoicePcm *pcm = NULL;
  espeak_ERROR result;

  espeak.samples = samples;
  espeak.words = words;
  espeak.cancelled = cancelled;
  result =
      espeak_Synth (text, strlen (text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, NULL);
  espeak.samples = NULL;
  espeak.cancelled = NULL;
  if (result == EE_OK && g_atomic_int_get (cancelled) == 0)
    pcm = trim ((const short *)(void *)samples->data, samples->len, text);
  espeak.words = NULL;
  return pcm;
}

VoicePcm *
voice_espeak_speak (const VoiceProfile *profile, int rate, const char *text, const gint *cancelled,
                    GError **error)
{
  VoicePcm *pcm;

  g_return_val_if_fail (espeak.open, NULL);

  if (!select_voice (profile, error))
    return NULL;
  set_parameters (profile, rate);
  pcm = synthesise (text, cancelled);
  if (pcm == NULL) {
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_TEXT, _ ("Nothing could be spoken"));
    return NULL;
  }
  equalise_loudness (pcm);
  return pcm;
}

char *
voice_espeak_mnemonics (const VoiceProfile *profile, const char *text)
{
  const void *at = text;
  GString *mnemonics;

  g_return_val_if_fail (espeak.open, NULL);

  if (!select_voice (profile, NULL))
    return NULL;
  mnemonics = g_string_new (NULL);
  while (at != NULL) {
    const char *clause = espeak_TextToPhonemes (&at, espeakCHARS_UTF8, '_' << 8);

    g_string_append_printf (mnemonics, "%s%s", mnemonics->len > 0 ? "_" : "",
                            clause != NULL ? clause : "");
  }
  return g_string_free (mnemonics, FALSE);
}
