/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-random.h"

uint64_t
base_random_mix (uint64_t a, uint64_t b)
{
  uint64_t z = a + 0x9e3779b97f4a7c15ULL * (b + 1);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

void
base_random_init (BaseRandom *random, uint64_t seed, uint64_t purpose)
{
  random->stream = (base_random_mix (seed, 2 * purpose) << 1) | 1;
  random->state = 0;
  base_random_u32 (random);
  random->state += base_random_mix (seed, 2 * purpose + 1);
  base_random_u32 (random);
}

uint32_t
base_random_below (BaseRandom *random, uint32_t limit)
{
  uint32_t threshold, value;

  if (limit == 0)
    return 0;
  threshold = (0u - limit) % limit;
  do
    value = base_random_u32 (random);
  while (value < threshold);
  return value % limit;
}

float
base_random_normal (BaseRandom *random)
{
  float sum = 0.0f;

  for (int i = 0; i < 12; i++)
    sum += base_random_unit (random);
  return sum - 6.0f;
}
