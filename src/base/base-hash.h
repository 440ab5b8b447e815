/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A running 64-bit hash of typed values, the same on every machine.
 *
 * It tells two states apart; it is no defence against a forger.  Each value is folded in with a
 * multiply and a shift (the finaliser of SplitMix64), so order matters.  */
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef uint64_t BaseHash;

#define BASE_HASH_INIT ((BaseHash) 0x48616e646c65724fULL)

BaseHash base_hash_u64 (BaseHash hash, uint64_t value);

/* Folds in the bits of a float; both zeros count as one, so that -0 and 0 are no difference.  */
BaseHash base_hash_f32 (BaseHash hash, float value);

/* Folds in length and bytes.  */
BaseHash base_hash_bytes (BaseHash hash, const void *bytes, size_t length);
