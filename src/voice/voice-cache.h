/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spoken sentences by key, the least recently used given up beyond a limit of bytes.  Any thread.
 */
#pragma once

#include "voice/voice-pcm.h"

typedef struct _VoiceCache VoiceCache;

VoiceCache *voice_cache_new (gsize max_bytes);
void voice_cache_free (VoiceCache *cache);

/* (transfer full) (nullable) */
VoicePcm *voice_cache_lookup (VoiceCache *cache, const char *key);

/* A sound larger than the whole limit is not kept. */
void voice_cache_insert (VoiceCache *cache, const char *key, VoicePcm *pcm);

gsize voice_cache_get_bytes (VoiceCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceCache, voice_cache_free)
