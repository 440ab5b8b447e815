/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-stream.h"

#include <string.h>

typedef struct {
  VoiceStream stream;
  VoicePcm *pcm; /* (owned) */
  gsize position;
} Plain;

typedef struct {
  VoiceStream stream;
  VoiceRadioCurve *curve; /* (owned) */
} Radio;

static gsize
read_plain (VoiceStream *stream, float *out, gsize n)
{
  Plain *plain = (Plain *) stream;

  n = MIN (n, plain->pcm->n_samples - plain->position);
  memcpy (out, plain->pcm->samples + plain->position, n * sizeof (float));
  plain->position += n;
  return n;
}

static void
free_plain (VoiceStream *stream)
{
  Plain *plain = (Plain *) stream;

  voice_pcm_unref (plain->pcm);
  g_free (plain);
}

VoiceStream *
voice_stream_new_plain (VoicePcm *pcm)
{
  Plain *plain = g_new0 (Plain, 1);

  plain->stream = (VoiceStream) {pcm->rate, read_plain, free_plain};
  plain->pcm = voice_pcm_ref (pcm);
  return &plain->stream;
}

static gsize
read_radio (VoiceStream *stream, float *out, gsize n)
{
  return voice_radio_curve_read (((Radio *) stream)->curve, out, n);
}

static void
free_radio (VoiceStream *stream)
{
  Radio *radio = (Radio *) stream;

  voice_radio_curve_free (radio->curve);
  g_free (radio);
}

VoiceStream *
voice_stream_new_radio (VoicePcm *pcm, const VoiceRadioConditions *conditions)
{
  Radio *radio = g_new0 (Radio, 1);

  radio->stream = (VoiceStream) {pcm->rate, read_radio, free_radio};
  radio->curve = voice_radio_curve_new (pcm, conditions);
  return &radio->stream;
}

void
voice_stream_free (VoiceStream *stream)
{
  if (stream != NULL)
    stream->free (stream);
}
