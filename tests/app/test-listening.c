/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well spoken orders are understood: sentences made on the fly by the speech synthesiser, in
 * several voices, at several speeds, clean and with noise, heard with the grammar of a battle and
 * read as orders.
 *
 * An order is taken or asked for ("did you say …?"), and either it is the one that the sentence means or another;
 * the rest is refused with "say again".  Understood is what is taken rightly, or asked for with the right order first;
 * mistaken is what is taken wrongly.  Ends with a table.  Arguments: how many sentences each voice says (all
 * speeds, all noises); where others than always are wanted, the seed that they come from; "clean" for no noises.
 * HANDLER_ONE_RESULTS names a file for the table.  */
#include "order-generator.h"
#include "app/order-ear.h"
#include "voice/voice-phones.h"
#include "voice/voice-recogniser.h"
#include "voice/voice-synthesis.h"

#include <math.h>
#include <string.h>

static const char *const voices[] = {"gmw/en-US",     "gmw/en",          "gmw/en-GB-x-rp",
                                     "gmw/en-US+f3", "gmw/en-GB-x-rp+m3", "gmw/en-US+m7"};
/* Words a minute of people who speak into a radio.  */
static const int rates[] = {125, 145, 165};

typedef enum { CLEAN, NOISY, N_NOISES } Noise;
static const char *const noise_names[] = {"clean", "20 dB"};

typedef enum { TAKEN_RIGHT, ASKED_RIGHT, ASKED_WRONG, TAKEN_WRONG, SAY_AGAIN, N_FATES } Fate;

typedef struct {
  guint said, fates[N_FATES];
  guint second; /* asked for wrongly, and the right order was the next */
} Share;

typedef struct {
  guint n_sentences;
  guint32 seed;
  guint n_noises;
} Extent;

typedef struct {
  OrderBook *book;
  PictureView *view;
  VoiceRecogniser *recogniser;
  VoiceSynthesis *synthesis;
  GRand *random, *noise;
  Share by_voice[G_N_ELEMENTS (voices)][N_NOISES];
  Share by_rate[G_N_ELEMENTS (rates)][N_NOISES];
  Share whole[N_NOISES];
  double seconds_heard, seconds_spent;
} Corpus;

/* ---- Sound ----------------------------------------------------------------------------------- */

/* One sample between those there are, of a sound that was made for another rate: what is too high
 * for the new one is left out.  */
static float
sample_at (const VoicePcm *pcm, double at, double cut)
{
  const int reach = 24;
  int middle = (int) at;
  double sum = 0;

  for (int i = middle - reach + 1; i <= middle + reach; i++) {
    double x = G_PI * (at - i);
    double window = 0.5 + 0.5 * cos (x / reach);

    if (i >= 0 && (gsize) i < pcm->n_samples)
      sum += pcm->samples[i] * window * cut * (fabs (x) < 1e-9 ? 1 : sin (cut * x) / (cut * x));
  }
  return (float) sum;
}

/* From the synthesiser's rate to the recogniser's, with a quarter of a second of silence at both
 * ends, as a hand on a key leaves.  */
static GArray *
resample (const VoicePcm *pcm)
{
  GArray *samples = g_array_new (FALSE, TRUE, sizeof (float));
  double step = (double) pcm->rate / VOICE_RECOGNISER_RATE;
  gsize edge = VOICE_RECOGNISER_RATE / 4, n = (gsize) ((double) pcm->n_samples / step);

  g_array_set_size (samples, (guint) (n + 2 * edge));
  for (gsize i = 0; i < n; i++)
    g_array_index (samples, float, edge + i) =
        sample_at (pcm, (double) i * step, MIN (0.95 / step, 1));
  return samples;
}

static double
gauss (GRand *random)
{
  double sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_double (random);
  return sum - 6;
}

/* Pink noise, as rooms and machines make it, so many decibels below the speech (P. Kellet's filter of
 * white noise).  */
static void
add_noise (GArray *samples, double ratio_db, GRand *random)
{
  double power = 0, level, low = 0, middle = 0, high = 0;
  guint n = samples->len, loud = 0;

  for (guint i = 0; i < n; i++) {
    float sample = g_array_index (samples, float, i);

    power += (double) sample * sample;
    loud += sample != 0;
  }
  /* The filter makes 2.0 of 1.  */
  level = sqrt (power / MAX (loud, 1)) * pow (10, -ratio_db / 20) / 2.0;
  for (guint i = 0; i < n; i++) {
    double white = gauss (random);

    low = 0.99765 * low + white * 0.0990460;
    middle = 0.96300 * middle + white * 0.2965164;
    high = 0.57000 * high + white * 1.0526913;
    g_array_index (samples, float, i) += (float) (level * (low + middle + high + white * 0.1848));
  }
}

static gint16 *
to_16_bits (const GArray *samples)
{
  gint16 *bits = g_new (gint16, samples->len);

  for (guint i = 0; i < samples->len; i++)
    bits[i] = (gint16) CLAMP (g_array_index (samples, float, i) * 32767.0f, -32768.0f, 32767.0f);
  return bits;
}

static gint16 *
speak (Corpus *corpus, const char *text, guint voice, guint rate, Noise noise, gsize *n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) samples = NULL;
  g_autoptr (VoicePcm) pcm = NULL;
  VoiceProfile profile;

  g_assert_true (voice_profile_init (&profile, "tester", voices[voice], 50, 50, rates[rate], 0));
  pcm = voice_synthesis_speak (corpus->synthesis, &profile, text, 0, &error);
  g_assert_no_error (error);
  samples = resample (pcm);
  /* A microphone is never silent.  */
  add_noise (samples, noise == NOISY ? 20 : 50, corpus->noise);
  *n = samples->len;
  return to_16_bits (samples);
}

/* ---- Hearing --------------------------------------------------------------------------------- */

static void
teach (Corpus *corpus)
{
  g_autoptr (OrderListenGrammar) grammar =
      order_listen_grammar_new (corpus->book, corpus->view, NULL, NULL, FALSE);
  g_autofree VoiceWord *words = g_new0 (VoiceWord, grammar->words->len);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) failed = NULL;

  for (guint i = 0; i < grammar->words->len; i++) {
    const OrderListenWord *word = grammar->words->pdata[i];

    words[i] = (VoiceWord){word->word, word->aloud, word->pronunciation, word->name[0] != '\0'};
  }
  failed = voice_recogniser_teach (corpus->recogniser, words, grammar->words->len);
  for (guint i = 0; failed != NULL && failed[i] != NULL; i++)
    g_test_message ("not taught: %s", failed[i]);
  g_assert_null (failed);
  g_assert_true (voice_recogniser_set_grammar (corpus->recogniser, grammar->jsgf, &error));
  g_assert_no_error (error);
}

static Fate
fate_of (const HandlerHearing *hearing, const SimCommand *command)
{
  const OrderReading *first;
  gboolean right;

  if (hearing->outcome != HANDLER_EAR_TAKEN && hearing->outcome != HANDLER_EAR_ASKS)
    return SAY_AGAIN;
  first = hearing->readings->pdata[0];
  right = order_same (&first->command, command);
  if (hearing->outcome == HANDLER_EAR_TAKEN)
    return right ? TAKEN_RIGHT : TAKEN_WRONG;
  return right ? ASKED_RIGHT : ASKED_WRONG;
}

static gboolean
is_second (const HandlerHearing *hearing, const SimCommand *command)
{
  return hearing->outcome == HANDLER_EAR_ASKS && hearing->readings->len > 1 &&
         order_same (&((const OrderReading *) hearing->readings->pdata[1])->command, command);
}

static void
count (Share *share, Fate fate, gboolean second)
{
  share->said++;
  share->fates[fate]++;
  share->second += second;
}

static void
tell (const VoiceHeard *heard, const char *text, const char *who, Fate fate)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%c %s: %s:", "+?x!-"[fate], who, text);
  for (guint i = 0; i < heard->n; i++)
    g_string_append_printf (line, " %.2f %s |", heard->each[i].share, heard->each[i].words);
  g_test_message ("%s", line->str);
  g_string_free (line, TRUE);
}

static void
hear (Corpus *corpus, const SimCommand *command, const char *text, guint voice, guint rate,
      Noise noise)
{
  g_auto (VoiceHeard) heard = {0};
  g_auto (HandlerHearing) hearing = {0};
  gsize n;
  g_autofree gint16 *samples = speak (corpus, text, voice, rate, noise, &n);
  gint64 start = g_get_monotonic_time ();
  gboolean second;
  Fate fate;

  g_assert_true (voice_recogniser_hear (corpus->recogniser, samples, n, &heard));
  corpus->seconds_heard += (double) n / VOICE_RECOGNISER_RATE;
  corpus->seconds_spent += (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  handler_ear_read (corpus->book, corpus->view, &heard, &hearing);
  fate = fate_of (&hearing, command);
  second = is_second (&hearing, command);
  count (&corpus->by_voice[voice][noise], fate, second);
  count (&corpus->by_rate[rate][noise], fate, second);
  count (&corpus->whole[noise], fate, second);
  if (g_test_verbose ()) {
    g_autofree char *who = g_strdup_printf ("%s %d %s", voices[voice], rates[rate], noise_names[noise]);

    tell (&heard, text, who, fate);
  }
}

/* ---- Sentences ------------------------------------------------------------------------------- */

/* What battles are fought with; the rest is rare, and some of it only said after something happened.  */
static gboolean
is_common (guint verb)
{
  switch (verb) {
  case SIM_VERB_MOVE:
  case SIM_VERB_SCOUT:
  case SIM_VERB_ATTACK:
  case SIM_VERB_HOLD:
  case SIM_VERB_FALL_BACK:
  case SIM_VERB_REPORT:
  case SIM_VERB_SUPPRESS:
  case SIM_VERB_FIRE_ON:
  case SIM_VERB_OVERWATCH:
  case SIM_VERB_AMBUSH:
  case SIM_VERB_RESUPPLY:
  case SIM_VERB_RESCUE:
  case SIM_VERB_FOLLOW:
  case SIM_VERB_CEASE_FIRE:
  case SIM_VERB_EXPECT:
    return TRUE;
  default:
    return FALSE;
  }
}

/* One called "North" can not be told from a direction by ear.  */
static gboolean
names_hill (const SimTarget *target)
{
  return target->kind == SIM_TARGET_PLACE && target->number == 9;
}

/* Orders as people give them: to one or two, with at most one way point and one manner; not to follow themselves,
 * nor to "all units and Griffin".  */
static gboolean
is_speakable (const SimCommand *command)
{
  return is_common (command->verb) && !order_is_odd (command) && command->n_addressees <= 2 && command->n_via <= 1 &&
         !names_hill (&command->target) && !names_hill (&command->via[0]) && fmodf (command->facing_deg, 45) <= 0 &&
         command->n_via + (command->posture != 0) + (command->timing != 0) + (command->mark != 0) +
                 (command->minutes != 0) + command->until_relieved + (command->facing_deg >= 0) <= 1;
}

/* "All units, hold, fast" is said like "all units, hold fast", which is another order, and typed it is that one too.  */
static gboolean
is_plain (const Corpus *corpus, const SimCommand *command, const char *text)
{
  g_autoptr (OrderReading) reading = order_parse (corpus->book, corpus->view, NULL, text);

  return reading->problem == ORDER_OK && order_same (&reading->command, command);
}

static char *
next_sentence (Corpus *corpus, OrderGenerator *generator, SimCommand *command)
{
  SimWords words = {.phrase = SIM_PHRASE_ORDER};

  for (;;) {
    g_autofree char *said = NULL;
    char *text;

    *command = order_generate (generator);
    said = order_render_words (corpus->book, &words, command, TRUE);
    text = order_listen_words (corpus->book, said);
    if (is_speakable (command) && is_plain (corpus, command, text))
      return text;
    g_free (text);
  }
}

static void
listen (Corpus *corpus, const Extent *extent)
{
  OrderGenerator generator = {corpus->book, corpus->view, corpus->random, 13000, 12000};

  for (guint voice = 0; voice < G_N_ELEMENTS (voices); voice++)
    for (guint i = 0; i < extent->n_sentences; i++) {
      SimCommand command;
      g_autofree char *text = next_sentence (corpus, &generator, &command);

      for (guint noise = 0; noise < extent->n_noises; noise++)
        hear (corpus, &command, text, voice, i % G_N_ELEMENTS (rates), noise);
    }
}

/* ---- The table ------------------------------------------------------------------------------- */

static double
percent (guint part, guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

static double
understood (const Share *share)
{
  return percent (share->fates[TAKEN_RIGHT] + share->fates[ASKED_RIGHT], share->said);
}

static void
append_row (GString *table, const char *name, const Share *shares)
{
  for (guint noise = 0; noise < N_NOISES; noise++) {
    const Share *share = &shares[noise];

    if (share->said == 0)
      continue;
    g_string_append_printf (table, "| %s, %s | %u | %.1f |", name, noise_names[noise], share->said,
                            understood (share));
    for (guint fate = 0; fate < N_FATES; fate++)
      g_string_append_printf (table, " %.1f |", percent (share->fates[fate], share->said));
    g_string_append_printf (table, " %.1f |\n",
                            understood (share) + percent (share->second, share->said));
  }
}

static char *
table_of (const Corpus *corpus)
{
  GString *table = g_string_new ("| Speaker | said | understood % | taken right % | asked right % "
                                 "| asked wrong % | taken wrong % | say again % | among two % |\n"
                                 "|---|---|---|---|---|---|---|---|---|\n");

  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    append_row (table, voices[i], corpus->by_voice[i]);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++) {
    g_autofree char *name = g_strdup_printf ("%d words a minute", rates[i]);

    append_row (table, name, corpus->by_rate[i]);
  }
  append_row (table, "all", corpus->whole);
  return g_string_free (table, FALSE);
}

static void
report (const Corpus *corpus)
{
  g_autofree char *table = table_of (corpus);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  const char *file = g_getenv ("HANDLER_ONE_RESULTS");

  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    g_test_message ("%s", lines[i]);
  g_test_message ("%.1f s of speech took %.1f s", corpus->seconds_heard, corpus->seconds_spent);
  if (file != NULL)
    g_assert_true (g_file_set_contents (file, table, -1, NULL));
}

/* What is reached, with a margin that is wider where little is said.  The aims are 90 and 2 per cent,
 * with noise 80 and 3; who is asked too often is annoyed.  */
static void
check (const Corpus *corpus, guint n_noises)
{
  static const double least[N_NOISES] = {89, 84};
  gboolean many = corpus->whole[CLEAN].said > 100;

  for (guint noise = 0; noise < n_noises; noise++) {
    const Share *share = &corpus->whole[noise];

    g_assert_cmpfloat (understood (share), >=, many ? least[noise] : least[noise] - 15);
    g_assert_cmpfloat (percent (share->fates[TAKEN_WRONG], share->said), <=, many ? 4 : 12);
    g_assert_cmpfloat (percent (share->fates[ASKED_RIGHT] + share->fates[ASKED_WRONG], share->said), <=,
                       many ? 38 : 50);
  }
}

static void
test_corpus (gconstpointer data)
{
  const Extent *extent = data;
  Corpus corpus = {0};
  g_autoptr (GError) error = NULL;

  corpus.book = fixture_book ();
  corpus.view = fixture_view ();
  corpus.random = g_rand_new_with_seed (extent->seed);
  corpus.noise = g_rand_new_with_seed (extent->seed + 1);
  corpus.synthesis = voice_synthesis_acquire (&error);
  g_assert_no_error (error);
  corpus.recogniser = voice_recogniser_new (&error);
  g_assert_no_error (error);
  teach (&corpus);
  listen (&corpus, extent);
  report (&corpus);
  check (&corpus, extent->n_noises);
  voice_recogniser_free (corpus.recogniser);
  voice_synthesis_release (corpus.synthesis);
  g_rand_free (corpus.random);
  g_rand_free (corpus.noise);
  g_free (corpus.view);
  order_book_unref (corpus.book);
}

int
main (int argc, char **argv)
{
  Extent extent = {4, 2026, N_NOISES};

  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    extent.n_sentences = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  if (argc > 2)
    extent.seed = (guint32) g_ascii_strtoull (argv[2], NULL, 10);
  if (argc > 3 && g_str_equal (argv[3], "clean"))
    extent.n_noises = 1;
  g_test_add_data_func ("/listening/corpus", &extent, test_corpus);
  return g_test_run ();
}
