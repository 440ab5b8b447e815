/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a voice slot reads: mono sound that comes piece by piece and has an end.
 *
 * Made on the voice thread, read and freed on whichever thread holds the slot's lock.
 */
#pragma once

#include "voice/voice-pcm.h"
#include "voice/voice-radio-curve.h"

typedef struct _VoiceStream VoiceStream;

struct _VoiceStream {
  guint rate; /* samples a second */
  /* Writes the next `n` samples; returns how many there were, less than `n` at the end. */
  gsize (*read) (VoiceStream *stream, float *out, gsize n);
  void (*free) (VoiceStream *stream);
};

/* (transfer full): the sound as it is; it is referenced. */
VoiceStream *voice_stream_new_plain (VoicePcm *pcm);

/* (transfer full): through the radio. */
VoiceStream *voice_stream_new_radio (VoicePcm *pcm, const VoiceRadioConditions *conditions);

void voice_stream_free (VoiceStream *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceStream, voice_stream_free)
