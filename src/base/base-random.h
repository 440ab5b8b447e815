/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers that are part of the state of a battle.
 *
 * One generator stands for one purpose (movement, gunnery, speech, ...), so that one purpose more
 * or less does not shift the others.  The generator is PCG-XSH-RR 64/32 (O'Neill 2014); seeds are
 * spread with SplitMix64 (Steele, Lea and Flood 2014).  */
#pragma once

#include <stdint.h>

typedef struct {
  uint64_t state;
  uint64_t stream; /* odd */
} BaseRandom;

/* Starts a generator from the battle's seed and the number of its purpose.  */
void base_random_init (BaseRandom *random, uint64_t seed, uint64_t purpose);

/* The next 32 bits.  */
static inline uint32_t
base_random_u32 (BaseRandom *random)
{
  uint64_t old = random->state;
  uint32_t shifted = (uint32_t) (((old >> 18) ^ old) >> 27);
  uint32_t turn = (uint32_t) (old >> 59);

  random->state = old * 6364136223846793005ULL + random->stream;
  return (shifted >> turn) | (shifted << ((32 - turn) & 31));
}

/* A whole number 0 <= n < limit, without bias; 0 when limit is 0.  */
uint32_t base_random_below (BaseRandom *random, uint32_t limit);

/* A real 0 <= x < 1 with 24 bits.  */
static inline float
base_random_unit (BaseRandom *random)
{
  return (float) (base_random_u32 (random) >> 8) * (1.0f / 16777216.0f);
}

/* A real low <= x < high.  */
static inline float
base_random_range (BaseRandom *random, float low, float high)
{
  return low + (high - low) * base_random_unit (random);
}

/* True with this probability (0..1).  */
static inline int
base_random_chance (BaseRandom *random, float probability)
{
  return base_random_unit (random) < probability;
}

/* A standard normal deviate by the Irwin-Hall sum of twelve: bounded at 6 standard deviations,
 * which keeps every error in the battle finite.  */
float base_random_normal (BaseRandom *random);

/* A hash of two numbers, for noise that depends on place and not on order (terrain).  */
uint64_t base_random_mix (uint64_t a, uint64_t b);
