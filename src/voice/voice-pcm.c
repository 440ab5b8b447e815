/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-pcm.h"

#include <math.h>

VoicePcm *
voice_pcm_new (guint rate, gsize n_samples)
{
  VoicePcm *pcm;

  g_return_val_if_fail (rate >= 8000 && rate <= 192000, NULL);
  g_return_val_if_fail (n_samples <= VOICE_PCM_MAX_SAMPLES, NULL);

  pcm = g_malloc0 (sizeof *pcm + n_samples * sizeof (float));
  g_atomic_ref_count_init (&pcm->ref_count);
  pcm->rate = rate;
  pcm->n_samples = n_samples;
  return pcm;
}

VoicePcm *
voice_pcm_ref (VoicePcm *pcm)
{
  g_return_val_if_fail (pcm != NULL, NULL);

  g_atomic_ref_count_inc (&pcm->ref_count);
  return pcm;
}

void
voice_pcm_unref (VoicePcm *pcm)
{
  g_return_if_fail (pcm != NULL);

  if (!g_atomic_ref_count_dec (&pcm->ref_count))
    return;
  g_free (pcm->marks);
  g_free (pcm);
}

void
voice_pcm_set_marks (VoicePcm *pcm, const VoiceMark *marks, guint n)
{
  VoiceMark last = {0};

  g_return_if_fail (pcm != NULL && pcm->marks == NULL);
  g_return_if_fail (marks != NULL || n == 0);

  pcm->marks = g_new (VoiceMark, n);
  for (guint i = 0; i < n; i++) {
    if (marks[i].text <= last.text || marks[i].sample <= last.sample || marks[i].text >= 1000 ||
        marks[i].sample >= pcm->n_samples)
      continue;
    last = marks[i];
    pcm->marks[pcm->n_marks++] = last;
  }
}

gsize
voice_pcm_find (const VoicePcm *pcm, guint thousandths)
{
  VoiceMark from = {0}, to = {1000, pcm->n_samples};

  thousandths = MIN (thousandths, 1000);
  for (guint i = 0; i < pcm->n_marks; i++) {
    if (pcm->marks[i].text > thousandths) {
      to = pcm->marks[i];
      break;
    }
    from = pcm->marks[i];
  }
  return from.sample + (to.sample - from.sample) * (thousandths - from.text) / (to.text - from.text);
}

double
voice_pcm_get_seconds (const VoicePcm *pcm)
{
  return (double)pcm->n_samples / pcm->rate;
}

double
voice_pcm_get_rms (const VoicePcm *pcm, gsize first, gsize n)
{
  double sum = 0.0;
  gsize end = MIN (pcm->n_samples, first + n);

  if (n == 0)
    return 0.0;
  for (gsize i = first; i < end; i++)
    sum += (double)pcm->samples[i] * pcm->samples[i];
  return sqrt (sum / (double)n);
}

double
voice_pcm_get_peak (const VoicePcm *pcm)
{
  double peak = 0.0;

  for (gsize i = 0; i < pcm->n_samples; i++)
    peak = fmax (peak, fabs (pcm->samples[i]));
  return peak;
}
