/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives every value of a walk the name that it has in the source.
 *
 * A file that walks over a state includes this header, and each base_codec_u32 (codec, &unit->kills)
 * in it says what it is about to pass; nothing else has to be written for a new field.  A function
 * that walks over a part becomes a part with a name by
 *
 *     #define walk_group(codec, group) BASE_CODEC_PART (walk_group, codec, group)
 *
 * after its definition.  Costs one store for each value.  */
#pragma once

#include "base/base-codec.h"

#define BASE_CODEC_NAMED(function, codec, value) ((codec)->name = #value, (function) (codec, value))

#define BASE_CODEC_PART(function, codec, part)                                                     \
  (base_codec_enter (codec, #part), (function) (codec, part), base_codec_leave (codec))

#define base_codec_u8(codec, value) BASE_CODEC_NAMED (base_codec_u8, codec, value)
#define base_codec_u16(codec, value) BASE_CODEC_NAMED (base_codec_u16, codec, value)
#define base_codec_u32(codec, value) BASE_CODEC_NAMED (base_codec_u32, codec, value)
#define base_codec_u64(codec, value) BASE_CODEC_NAMED (base_codec_u64, codec, value)
#define base_codec_i32(codec, value) BASE_CODEC_NAMED (base_codec_i32, codec, value)
#define base_codec_f32(codec, value) BASE_CODEC_NAMED (base_codec_f32, codec, value)
#define base_codec_f64(codec, value) BASE_CODEC_NAMED (base_codec_f64, codec, value)
#define base_codec_vec(codec, value) BASE_CODEC_NAMED (base_codec_vec, codec, value)
#define base_codec_random(codec, value) BASE_CODEC_NAMED (base_codec_random, codec, value)
#define base_codec_count(codec, value, limit)                                                      \
  ((codec)->name = #value, (base_codec_count) (codec, value, limit))
