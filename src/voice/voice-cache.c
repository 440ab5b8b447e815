/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-cache.h"

typedef struct {
  char *key;     /* (owned) */
  VoicePcm *pcm; /* (owned) */
  GList link;    /* in `recent`; its data is this entry */
} Entry;

struct _VoiceCache {
  GMutex lock;
  GHashTable *entries; /* (owned) key → Entry */
  GQueue recent;       /* most recently used first */
  gsize max_bytes;
  gsize bytes;
};

static gsize
size_of (const VoicePcm *pcm)
{
  return sizeof *pcm + pcm->n_samples * sizeof (float);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->pcm, voice_pcm_unref);
  g_free (entry->key);
  g_free (entry);
}

VoiceCache *
voice_cache_new (gsize max_bytes)
{
  VoiceCache *cache = g_new0 (VoiceCache, 1);

  g_mutex_init (&cache->lock);
  g_queue_init (&cache->recent);
  cache->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  cache->max_bytes = max_bytes;
  return cache;
}

void
voice_cache_free (VoiceCache *cache)
{
  g_clear_pointer (&cache->entries, g_hash_table_unref);
  g_mutex_clear (&cache->lock);
  g_free (cache);
}

static void
forget (VoiceCache *cache, Entry *entry)
{
  cache->bytes -= size_of (entry->pcm);
  g_queue_unlink (&cache->recent, &entry->link);
  g_hash_table_remove (cache->entries, entry->key);
}

VoicePcm *
voice_cache_lookup (VoiceCache *cache, const char *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache->lock);
  Entry *entry = g_hash_table_lookup (cache->entries, key);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&cache->recent, &entry->link);
  g_queue_push_head_link (&cache->recent, &entry->link);
  return voice_pcm_ref (entry->pcm);
}

void
voice_cache_insert (VoiceCache *cache, const char *key, VoicePcm *pcm)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache->lock);
  Entry *entry = g_hash_table_lookup (cache->entries, key);

  if (entry != NULL)
    forget (cache, entry);
  if (size_of (pcm) > cache->max_bytes)
    return;
  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (key);
  entry->pcm = voice_pcm_ref (pcm);
  entry->link.data = entry;
  g_hash_table_insert (cache->entries, entry->key, entry);
  g_queue_push_head_link (&cache->recent, &entry->link);
  cache->bytes += size_of (pcm);
  while (cache->bytes > cache->max_bytes)
    forget (cache, g_queue_peek_tail (&cache->recent));
}

gsize
voice_cache_get_bytes (VoiceCache *cache)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache->lock);

  return cache->bytes;
}
