/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-recogniser.h"

#include "voice/voice-phones.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pocketsphinx.h>
#include <stdlib.h>
#include <string.h>

#if !HANDLER_SPHINX_5
#include <sphinxbase/err.h>
#endif

/* The name of the search. */
#define ORDERS "orders"

/* Found with tests/app/test-listening.c (the table in tests/bench/results/listen.md). */
#define BEAM            "1e-60"
#define WORD_BEAM       "1e-40"
#define LANGUAGE_WEIGHT "6.5"
#define INSERTION       "0.3"

/* The two recognisers: what the one takes for noise, the other hears. */
typedef enum { WITHOUT_NOISE, AS_IT_IS, N_DECODERS } Decoder;

/* How fast, and so how high, the utterance is played to which of them. */
static const struct {
  Decoder decoder;
  double speed;
  double weight; /* those that hear best count a little more, so that there are no ties */
} hearings[VOICE_HEARINGS] = {
    {WITHOUT_NOISE, 1, 1.1}, {WITHOUT_NOISE, 0.94, 1}, {WITHOUT_NOISE, 1.06, 1},
    {AS_IT_IS, 1, 1.2},      {AS_IT_IS, 0.97, 1},      {AS_IT_IS, 1.06, 1},
};

/* Where speech stands so far above the noise, those that hear both count in full; where it hardly does, so much of it. */
#define CLEAR_DB   40.0
#define UNCLEAR_DB 20.0
#define UNCLEAR    0.3

struct _VoiceRecogniser {
  ps_decoder_t *decoders[N_DECODERS]; /* (owned) */
  gboolean has_grammar;
  GHashTable *asked; /* (owned) words that were looked up before */
};

/* ---- The two interfaces ---------------------------------------------------------------------- */

#if HANDLER_SPHINX_5

static ps_decoder_t *
decoder_new (const char *model, const char *dictionary, Decoder kind)
{
  ps_config_t *config = ps_config_init (NULL);
  ps_decoder_t *decoder;

  err_set_loglevel (ERR_FATAL);
  ps_config_set_str (config, "hmm", model);
  ps_config_set_str (config, "dict", dictionary);
  ps_config_set_str (config, "lm", NULL);
  ps_config_set_str (config, "loglevel", "FATAL");
  ps_config_set_float (config, "samprate", VOICE_RECOGNISER_RATE);
  ps_config_set_float (config, "beam", g_ascii_strtod (BEAM, NULL));
  ps_config_set_float (config, "wbeam", g_ascii_strtod (WORD_BEAM, NULL));
  ps_config_set_float (config, "lw", g_ascii_strtod (LANGUAGE_WEIGHT, NULL));
  ps_config_set_float (config, "wip", g_ascii_strtod (INSERTION, NULL));
  ps_config_set_bool (config, "bestpath", FALSE);
  ps_config_set_bool (config, "remove_noise", kind == WITHOUT_NOISE);
  decoder = ps_init (config);
  ps_config_free (config);
  return decoder;
}

static gboolean
add_grammar (ps_decoder_t *decoder, const char *name, const char *jsgf)
{
  return ps_add_jsgf_string (decoder, name, jsgf) == 0;
}

static gboolean
choose_grammar (ps_decoder_t *decoder, const char *name)
{
  return ps_activate_search (decoder, name) == 0;
}

#else

static ps_decoder_t *
decoder_new (const char *model, const char *dictionary, Decoder kind)
{
  cmd_ln_t *config;
  ps_decoder_t *decoder;

  err_set_logfp (NULL);
  config = cmd_ln_init (NULL, ps_args (), FALSE, "-hmm", model, "-dict", dictionary, "-samprate",
                        "16000", "-beam", BEAM, "-wbeam", WORD_BEAM, "-lw", LANGUAGE_WEIGHT,
                        "-wip", INSERTION, "-bestpath", "no", "-remove_noise",
                        kind == WITHOUT_NOISE ? "yes" : "no", "-logfn", "/dev/null", NULL);
  if (config == NULL)
    return NULL;
  decoder = ps_init (config);
  cmd_ln_free_r (config);
  return decoder;
}

static gboolean
add_grammar (ps_decoder_t *decoder, const char *name, const char *jsgf)
{
  return ps_set_jsgf_string (decoder, name, jsgf) == 0;
}

static gboolean
choose_grammar (ps_decoder_t *decoder, const char *name)
{
  return ps_set_search (decoder, name) == 0;
}

#endif

/* ---- Loading --------------------------------------------------------------------------------- */

void
voice_heard_clear (VoiceHeard *heard)
{
  for (guint i = 0; i < heard->n; i++)
    g_clear_pointer (&heard->each[i].words, g_free);
  heard->n = 0;
}

gboolean
voice_recogniser_is_built (void)
{
  return TRUE;
}

static gboolean
find_model (char **model, char **dictionary, GError **error)
{
  const char *given = g_getenv ("HANDLER_ONE_SPEECH_MODEL");
  const char *folder = given != NULL ? given : HANDLER_SPEECH_MODEL;

  *model = g_build_filename (folder, "en-us", "en-us", NULL);
  *dictionary = g_build_filename (folder, "en-us", "cmudict-en-us.dict", NULL);
  if (g_file_test (*model, G_FILE_TEST_IS_DIR) && g_file_test (*dictionary, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_NO_LISTENING,
               /* Translators: the placeholder is a folder. */
               _ ("The English model of the speech recogniser is not there (%s)"), folder);
  return FALSE;
}

static gboolean
load (VoiceRecogniser *recogniser, const char *model, const char *dictionary)
{
  for (guint i = 0; i < N_DECODERS; i++) {
    recogniser->decoders[i] = decoder_new (model, dictionary, i);
    if (recogniser->decoders[i] == NULL)
      return FALSE;
  }
  return TRUE;
}

VoiceRecogniser *
voice_recogniser_new (GError **error)
{
  g_autofree char *model = NULL, *dictionary = NULL;
  VoiceRecogniser *recogniser;

  if (!find_model (&model, &dictionary, error))
    return NULL;
  recogniser = g_new0 (VoiceRecogniser, 1);
  recogniser->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (load (recogniser, model, dictionary))
    return recogniser;
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_NO_LISTENING,
               /* Translators: the placeholder is a folder. */
               _ ("The English model of the speech recogniser can not be used (%s)"), model);
  voice_recogniser_free (recogniser);
  return NULL;
}

void
voice_recogniser_free (VoiceRecogniser *recogniser)
{
  for (guint i = 0; i < N_DECODERS; i++)
    g_clear_pointer (&recogniser->decoders[i], ps_free);
  g_hash_table_unref (recogniser->asked);
  g_free (recogniser);
}

/* ---- Words ----------------------------------------------------------------------------------- */

/* All decoders know the same words. */
static gboolean
knows (VoiceRecogniser *recogniser, const char *word)
{
  char *phones = ps_lookup_word (recogniser->decoders[0], word);
  gboolean known = phones != NULL;

  /* From the C library's allocator. */
  free (phones);
  return known;
}

static gboolean
has_sound (VoiceRecogniser *recogniser, const char *word, const char *phones)
{
  char *known = ps_lookup_word (recogniser->decoders[0], word);
  gboolean same = known != NULL && g_str_equal (known, phones);

  free (known);
  return same;
}

static gboolean
teach_phones (VoiceRecogniser *recogniser, const char *word, const char *phones)
{
  if (phones == NULL || knows (recogniser, word))
    return FALSE;
  for (guint i = 0; i < N_DECODERS; i++)
    if (ps_add_word (recogniser->decoders[i], word, phones, FALSE) < 0)
      return FALSE;
  return TRUE;
}

/* The dictionary has American words: others are said as in Britain too, names as in both.  It calls others of a word "word(2)" and so on. */
static void
teach_sounds (VoiceRecogniser *recogniser, const VoiceWord *word)
{
  static const char *const voices[] = {"gmw/en", "gmw/en-US"};
  /* Before the first is taught: a word that the dictionary lacks is one that it lacks in America too. */
  guint n_voices = word->name || !knows (recogniser, word->word) ? 2 : 1;

  for (guint i = 0; i < n_voices; i++) {
    g_autofree char *phones =
        voice_phones_of (word->aloud != NULL ? word->aloud : word->word, voices[i]);
    g_autofree char *other = g_strdup_printf ("%s(%u)", word->word, 7 + i);

    if (!knows (recogniser, word->word))
      teach_phones (recogniser, word->word, phones);
    else if (phones != NULL && !has_sound (recogniser, word->word, phones))
      teach_phones (recogniser, other, phones);
  }
}

static gboolean
teach (VoiceRecogniser *recogniser, const VoiceWord *word)
{
  if (word->word[0] == '\0')
    return FALSE;
  if (g_hash_table_contains (recogniser->asked, word->word))
    return knows (recogniser, word->word);
  g_hash_table_add (recogniser->asked, g_strdup (word->word));
  if (word->pronunciation != NULL && !knows (recogniser, word->word))
    return teach_phones (recogniser, word->word, word->pronunciation);
  teach_sounds (recogniser, word);
  return knows (recogniser, word->word);
}

char **
voice_recogniser_teach (VoiceRecogniser *recogniser, const VoiceWord *words, gsize n_words)
{
  g_autoptr (GStrvBuilder) failed = g_strv_builder_new ();
  gboolean any = FALSE;

  for (gsize i = 0; i < n_words; i++)
    if (!teach (recogniser, &words[i])) {
      g_strv_builder_add (failed, words[i].word);
      any = TRUE;
    }
  return any ? g_strv_builder_end (failed) : NULL;
}

gboolean
voice_recogniser_set_grammar (VoiceRecogniser *recogniser, const char *jsgf, GError **error)
{
  gboolean taken = TRUE;

  for (guint i = 0; i < N_DECODERS; i++)
    taken = taken && add_grammar (recogniser->decoders[i], ORDERS, jsgf);
  recogniser->has_grammar |= taken;
  if (!taken)
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_FAILED,
                         _ ("The speech recogniser does not take the words of this battle"));
  return taken;
}

/* ---- Hearing --------------------------------------------------------------------------------- */

/* The same faster or slower: linear interpolation is good enough for so little. */
static gint16 *
play_at (const gint16 *samples, gsize n, double speed, gsize *n_played)
{
  gint16 *played;

  *n_played = (gsize) ((double) n / speed);
  played = g_new (gint16, *n_played + 1);
  for (gsize i = 0; i < *n_played; i++) {
    double at = (double) i * speed;
    gsize before = MIN ((gsize) at, n - 1), after = MIN (before + 1, n - 1);
    double part = at - (double) before;

    played[i] = (gint16) ((1 - part) * samples[before] + part * samples[after]);
  }
  return played;
}

/* (transfer full): the best way through the grammar that ends where it may. */
static char *
decode (ps_decoder_t *decoder, const gint16 *samples, gsize n, double speed)
{
  gsize n_played;
  g_autofree gint16 *played = play_at (samples, n, speed, &n_played);
  const char *words;
  int score;

  if (ps_start_utt (decoder) < 0)
    return g_strdup ("");
  ps_process_raw (decoder, played, n_played, FALSE, TRUE);
  ps_end_utt (decoder);
  words = ps_get_hyp (decoder, &score);
  return g_strdelimit (g_strdup (words != NULL ? words : ""), "_", ' ');
}

#define FRAME (VOICE_RECOGNISER_RATE / 100)
/* So much above what is always there is speech. */
#define SPEECH_DB 8.0
/* Kept before and after it, in frames: weak sounds stand there. */
#define MARGIN 12

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double *
frame_levels (const gint16 *samples, gsize n_frames)
{
  double *levels = g_new (double, n_frames);

  for (gsize i = 0; i < n_frames; i++) {
    double sum = 1;

    for (gsize k = 0; k < FRAME; k++)
      sum += (double) samples[i * FRAME + k] * samples[i * FRAME + k];
    levels[i] = 10 * log10 (sum / FRAME);
  }
  return levels;
}

static double
background_of (const double *levels, gsize n)
{
  g_autofree double *sorted = g_memdup2 (levels, n * sizeof *levels);

  qsort (sorted, n, sizeof *sorted, compare_levels);
  return sorted[n / 20];
}

static double
mean_level (const double *levels, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += pow (10, levels[i] / 10);
  return 10 * log10 (sum / (double) n);
}

/* What is before and after the speech is no word: noise would be taken for one.  Returns by how many decibels the speech
 * is louder than what is always there; very many where nothing can be told. */
static double
trim (const gint16 **samples, gsize *n_samples)
{
  gsize n = *n_samples / FRAME, from = 0, to = n;
  g_autofree double *levels = frame_levels (*samples, n);
  double background, above_db;

  if (n < 3 * MARGIN)
    return G_MAXDOUBLE;
  background = background_of (levels, n);
  while (from < n && levels[from] < background + SPEECH_DB)
    from++;
  while (to > from && levels[to - 1] < background + SPEECH_DB)
    to--;
  if (from == to)
    return 0;
  above_db = mean_level (levels + from, to - from) - background;
  from -= MIN (from, MARGIN);
  to = MIN (to + MARGIN, n);
  *samples += from * FRAME;
  *n_samples = (to - from) * FRAME;
  return above_db;
}

/* Clean speech is heard better as it is, noisy speech without its noise. */
static double
weight_of (guint hearing, double above_db)
{
  double clear = CLAMP ((above_db - UNCLEAR_DB) / (CLEAR_DB - UNCLEAR_DB), 0, 1);

  return hearings[hearing].weight *
         (hearings[hearing].decoder == AS_IT_IS ? UNCLEAR + (1 - UNCLEAR) * clear : 1);
}

/* One decoder's part of the hearings: each has a thread. */
typedef struct {
  ps_decoder_t *decoder;
  Decoder kind;
  const gint16 *samples;
  gsize n_samples;
  char **words; /* by hearing, to be written */
} Part;

static gpointer
hear_part (gpointer data)
{
  const Part *part = data;

  for (guint i = 0; i < VOICE_HEARINGS; i++)
    if (hearings[i].decoder == part->kind)
      part->words[i] = decode (part->decoder, part->samples, part->n_samples, hearings[i].speed);
  return NULL;
}

static void
hear_all (VoiceRecogniser *recogniser, const gint16 *samples, gsize n_samples, char **words)
{
  Part parts[N_DECODERS];
  GThread *threads[N_DECODERS] = {NULL};

  for (guint i = 0; i < N_DECODERS; i++) {
    parts[i] = (Part){recogniser->decoders[i], i, samples, n_samples, words};
    if (i > 0)
      threads[i] = g_thread_new ("voice-hearing", hear_part, &parts[i]);
  }
  hear_part (&parts[0]);
  for (guint i = 1; i < N_DECODERS; i++)
    g_thread_join (threads[i]);
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const VoiceHypothesis *left = a, *right = b;

  return left->share < right->share ? 1 : left->share > right->share ? -1 : 0;
}

/* Takes the words. */
static void
add_share (VoiceHeard *heard, char *words, double share)
{
  guint i = 0;

  while (i < heard->n && !g_str_equal (heard->each[i].words, words))
    i++;
  if (words[0] == '\0' || i < heard->n)
    g_free (words);
  else
    heard->each[heard->n++] = (VoiceHypothesis){words, 0};
  if (i < heard->n)
    heard->each[i].share += share;
}

/* Takes the words of all hearings. */
static void
add_up (VoiceHeard *heard, char **words, double above_db)
{
  double all = 0;

  for (guint i = 0; i < VOICE_HEARINGS; i++)
    all += weight_of (i, above_db);
  for (guint i = 0; i < VOICE_HEARINGS; i++)
    add_share (heard, words[i], weight_of (i, above_db) / all);
  qsort (heard->each, heard->n, sizeof heard->each[0], compare_shares);
}

gboolean
voice_recogniser_hear (VoiceRecogniser *recogniser, const gint16 *samples, gsize n_samples,
                       VoiceHeard *heard)
{
  char *words[VOICE_HEARINGS];
  double above_db;

  *heard = (VoiceHeard){.n = 0};
  if (!recogniser->has_grammar)
    return FALSE;
  for (guint i = 0; i < N_DECODERS; i++)
    if (!choose_grammar (recogniser->decoders[i], ORDERS))
      return FALSE;
  if (n_samples < VOICE_RECOGNISER_RATE / 10)
    return TRUE;
  above_db = trim (&samples, &n_samples);
  hear_all (recogniser, samples, n_samples, words);
  add_up (heard, words, above_db);
  return TRUE;
}
