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

  if (g_atomic_ref_count_dec (&pcm->ref_count))
    g_free (pcm);
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
