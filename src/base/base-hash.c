/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-hash.h"

#include <string.h>

BaseHash
base_hash_u64 (BaseHash hash, uint64_t value)
{
  uint64_t z = (hash ^ value) + 0x9e3779b97f4a7c15ULL;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return (z ^ (z >> 31)) + (hash << 1 | hash >> 63);
}

BaseHash
base_hash_f32 (BaseHash hash, float value)
{
  uint32_t bits;

  memcpy (&bits, &value, sizeof bits);
  return base_hash_u64 (hash, value == 0.0f ? 0 : bits);
}

BaseHash
base_hash_bytes (BaseHash hash, const void *bytes, size_t length)
{
  const uint8_t *byte = bytes;

  hash = base_hash_u64 (hash, length);
  for (size_t i = 0; i < length; i += 8) {
    uint64_t word = 0;

    for (size_t j = 0; j < 8 && i + j < length; j++)
      word |= (uint64_t) byte[i + j] << (8 * j);
    hash = base_hash_u64 (hash, word);
  }
  return hash;
}
