/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-whispers.h"

#include "voice/voice-bed.h"
#include "voice/voice-random.h"
#include "voice/voice-resonator.h"

#include <math.h>

#define RATE     VOICE_BED_RATE
#define PERIOD_S ((double) VOICE_BED_CONTROL / RATE)

#define N_MOUTHS   3
#define N_FORMANTS 3
/* A layer comes, goes and turns so slowly. */
#define FADE_S 1.5
#define SILENT 1e-4f
/* RMS of one mouth of the loudest layer comes to about this. */
#define LEVEL_DB (-33.0)

static const double lowest_hz[N_FORMANTS] = {280.0, 850.0, 2300.0};
static const double highest_hz[N_FORMANTS] = {820.0, 2300.0, 3300.0};
static const float formant_level[N_FORMANTS] = {1.0f, 0.75f, 0.4f};

typedef struct {
  VoiceResonator formants[N_FORMANTS];
  double hz[N_FORMANTS], target_hz[N_FORMANTS];
  double syllable_s, length_s; /* since it began, and in all */
  gboolean pause;
  float level; /* of the syllable */
  float swell; /* of this moment in it */
} Mouth;

typedef struct {
  Mouth mouths[N_MOUTHS];
  VoiceWhisper wanted;
  float level, deep;
  double pan;
  float left, right;
} Layer;

struct _VoiceWhispers {
  VoiceRandom random;
  guint sample; /* in the control period */
  Layer layers[VOICE_MAX_WHISPERS];
};

static double
between (VoiceRandom *random, double from, double to)
{
  return from + (to - from) * voice_random_unit (random);
}

VoiceWhispers *
voice_whispers_new (guint64 seed)
{
  VoiceWhispers *whispers = g_new0 (VoiceWhispers, 1);

  whispers->random.state = seed;
  for (guint i = 0; i < VOICE_MAX_WHISPERS; i++) {
    for (guint k = 0; k < N_MOUTHS; k++) {
      Mouth *mouth = &whispers->layers[i].mouths[k];

      for (guint f = 0; f < N_FORMANTS; f++)
        mouth->hz[f] = mouth->target_hz[f] =
            between (&whispers->random, lowest_hz[f], highest_hz[f]);
      mouth->pause = TRUE;
      mouth->length_s = between (&whispers->random, 0.0, 0.6);
    }
  }
  return whispers;
}

void
voice_whispers_free (VoiceWhispers *whispers)
{
  g_free (whispers);
}

/* The one that sounds already stays where it is. */
static Layer *
find_sounding (VoiceWhispers *whispers, guint voice)
{
  for (guint i = 0; i < VOICE_MAX_WHISPERS; i++) {
    Layer *layer = &whispers->layers[i];

    if (layer->level >= SILENT && layer->wanted.voice == voice)
      return layer;
  }
  return NULL;
}

/* A new one gets the quietest that nobody has. */
static Layer *
find_quietest (VoiceWhispers *whispers)
{
  Layer *best = NULL;

  for (guint i = 0; i < VOICE_MAX_WHISPERS; i++) {
    Layer *layer = &whispers->layers[i];

    if (layer->wanted.level <= 0.0 && (best == NULL || layer->level < best->level))
      best = layer;
  }
  return best;
}

void
voice_whispers_set (VoiceWhispers *whispers, const VoiceWhisper *layers, guint n)
{
  Layer *taken[VOICE_MAX_WHISPERS] = {NULL};

  g_return_if_fail (whispers != NULL);
  g_return_if_fail (layers != NULL || n == 0);

  n = MIN (n, VOICE_MAX_WHISPERS);
  for (guint i = 0; i < VOICE_MAX_WHISPERS; i++)
    whispers->layers[i].wanted.level = 0.0;
  for (guint i = 0; i < n; i++) {
    taken[i] = find_sounding (whispers, layers[i].voice);
    if (taken[i] != NULL)
      taken[i]->wanted = layers[i];
  }
  for (guint i = 0; i < n; i++) {
    Layer *layer = taken[i] == NULL ? find_quietest (whispers) : NULL;

    if (layer == NULL)
      continue;
    if (layer->level < SILENT) /* nobody hears it turn */
      layer->pan = layers[i].pan;
    layer->wanted = layers[i];
  }
}

gboolean
voice_whispers_is_silent (const VoiceWhispers *whispers)
{
  for (guint i = 0; i < VOICE_MAX_WHISPERS; i++) {
    if (whispers->layers[i].level >= SILENT || whispers->layers[i].wanted.level > 0.0)
      return FALSE;
  }
  return TRUE;
}

/* The more of them there are, the shorter the pauses. */
static void
begin_syllable (VoiceRandom *random, Mouth *mouth, double level)
{
  mouth->syllable_s = 0.0;
  mouth->pause = voice_random_unit (random) < 0.45 - 0.3 * level;
  mouth->length_s = mouth->pause ? between (random, 0.15, 0.9) : between (random, 0.11, 0.34);
  mouth->level = (float) between (random, 0.45, 1.0);
  for (guint f = 0; f < N_FORMANTS; f++)
    mouth->target_hz[f] = between (random, lowest_hz[f], highest_hz[f]);
}

/* Rises slowly and breaks off: speech heard backwards. */
static float
swell_of (const Mouth *mouth)
{
  double t = mouth->syllable_s / mouth->length_s;

  if (mouth->pause)
    return 0.0f;
  return mouth->level * (float) (t < 0.75 ? t * t / 0.5625 : (1.0 - t) / 0.25);
}

static void
control_mouth (VoiceWhispers *whispers, Layer *layer, Mouth *mouth)
{
  double scale = 1.0 - 0.32 * layer->deep;
  double k = 1.0 - exp (-PERIOD_S / 0.06);

  mouth->syllable_s += PERIOD_S * (1.0 - 0.35 * layer->deep);
  if (mouth->syllable_s >= mouth->length_s)
    begin_syllable (&whispers->random, mouth, layer->wanted.level);
  mouth->swell = swell_of (mouth);
  for (guint f = 0; f < N_FORMANTS; f++) {
    mouth->hz[f] += k * (mouth->target_hz[f] - mouth->hz[f]);
    voice_resonator_tune (&mouth->formants[f], RATE, mouth->hz[f] * scale, 9.0);
  }
}

static void
control_layer (VoiceWhispers *whispers, Layer *layer)
{
  float k = (float) (1.0 - exp (-PERIOD_S / FADE_S));
  double angle;

  layer->level += k * ((float) layer->wanted.level - layer->level);
  layer->deep += k * ((layer->wanted.deep ? 1.0f : 0.0f) - layer->deep);
  layer->pan += k * (layer->wanted.pan - layer->pan);
  angle = (layer->pan + 1.0) * G_PI / 4.0;
  layer->left = (float) cos (angle);
  layer->right = (float) sin (angle);
  if (layer->level < SILENT && layer->wanted.level <= 0.0)
    layer->level = 0.0f;
  for (guint i = 0; i < N_MOUTHS; i++)
    control_mouth (whispers, layer, &layer->mouths[i]);
}

static float
next_sample (VoiceRandom *random, Mouth *mouth)
{
  float noise = voice_random_noise (random) * mouth->swell;
  float y = 0.0f;

  for (guint f = 0; f < N_FORMANTS; f++)
    y += formant_level[f] * voice_resonator_step (&mouth->formants[f], noise);
  return y;
}

static void
add_frame (VoiceWhispers *whispers, float *left, float *right)
{
  for (guint i = 0; i < VOICE_MAX_WHISPERS; i++) {
    Layer *layer = &whispers->layers[i];
    float x = 0.0f;

    if (whispers->sample == 0 && (layer->level > 0.0f || layer->wanted.level > 0.0))
      control_layer (whispers, layer);
    if (layer->level <= 0.0f)
      continue;
    for (guint k = 0; k < N_MOUTHS; k++)
      x += next_sample (&whispers->random, &layer->mouths[k]);
    *left += layer->level * layer->left * x;
    *right += layer->level * layer->right * x;
  }
  whispers->sample = (whispers->sample + 1) % VOICE_BED_CONTROL;
}

void
voice_whispers_add (VoiceWhispers *whispers, float *out, gsize n, float gain)
{
  /* White noise through the formants is so much quieter than it was. */
  float scale = gain * (float) pow (10.0, (LEVEL_DB + 22.0) / 20.0);

  g_return_if_fail (whispers != NULL);
  g_return_if_fail (out != NULL || n == 0);

  for (gsize i = 0; i < n; i++) {
    float left = 0.0f, right = 0.0f;

    add_frame (whispers, &left, &right);
    out[2 * i] += scale * left;
    out[2 * i + 1] += scale * right;
  }
}
