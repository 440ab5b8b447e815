/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over a state for three uses: hash it, write it as bytes, read it back.
 *
 * A room writes one function that visits every field of its state with base_codec_*() and calls
 * it with a codec of each kind, so that a field can not be hashed but forgotten in the save.
 * Bytes are little endian without padding, the same on every machine.  Hashing and writing only
 * look at the values; reading sets them.  Every kind folds the values into `hash`.
 *
 * A fourth kind shows each value with its name to a visitor, so that two states can be compared
 * field by field; base-codec-names.h gives the names, without a second list of the fields.  */
#pragma once

#include "base/base-hash.h"
#include "base/base-random.h"
#include "base/base-vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  BASE_CODEC_HASH,
  BASE_CODEC_WRITE,
  BASE_CODEC_READ,
  BASE_CODEC_VISIT,
} BaseCodecKind;

typedef enum {
  BASE_CODEC_U8,
  BASE_CODEC_U16,
  BASE_CODEC_U32,
  BASE_CODEC_U64,
  BASE_CODEC_I32,
  BASE_CODEC_F32,
  BASE_CODEC_F64,
} BaseCodecType;

/* Whom the fields are shown to.  Names are as the source has them ("&unit->heading_deg",
 * "&group->route[i]"), static, and the same for each element of an array; base_codec_plain_name()
 * takes off what is not the name.  */
typedef struct {
  /* A part begins and ends; both may be NULL.  */
  void (*enter) (const char *name, void *data);
  void (*leave) (void *data);
  /* A value as bits; returns the bits it shall have from now on, as a rule the same.  */
  uint64_t (*field) (const char *name, BaseCodecType type, uint64_t bits, void *data);
  void *data;
} BaseCodecVisitor;

typedef struct {
  BaseCodecKind kind;
  bool failed; /* reading: the bytes ended, or base_codec_fail() was called */
  BaseHash hash;
  const uint8_t *in; /* reading (borrowed) */
  uint8_t *out;      /* writing (borrowed), may be NULL when size is 0 */
  size_t size;       /* of in or out; nothing is written past it */
  size_t offset;     /* bytes passed so far, also past the end of `out` */
  const char *name;  /* of the next value (static), set by base-codec-names.h */
  const BaseCodecVisitor *visitor; /* visiting (borrowed) */
} BaseCodec;

BaseCodec base_codec_hasher (void);
BaseCodec base_codec_writer (void *bytes, size_t size);
BaseCodec base_codec_reader (const void *bytes, size_t size);
/* `visitor` must outlive the codec.  */
BaseCodec base_codec_visiting (const BaseCodecVisitor *visitor);

void base_codec_u8 (BaseCodec *codec, uint8_t *value);
void base_codec_u16 (BaseCodec *codec, uint16_t *value);
void base_codec_u32 (BaseCodec *codec, uint32_t *value);
void base_codec_u64 (BaseCodec *codec, uint64_t *value);
void base_codec_i32 (BaseCodec *codec, int32_t *value);
/* Reading anything but a finite number fails: no state holds one.  */
void base_codec_f32 (BaseCodec *codec, float *value);
void base_codec_f64 (BaseCodec *codec, double *value);
void base_codec_vec (BaseCodec *codec, BaseVec *value);
void base_codec_random (BaseCodec *codec, BaseRandom *value);

/* A count: reading one above `limit` fails and gives 0, so that it can be looped over.  */
void base_codec_count (BaseCodec *codec, size_t *value, size_t limit);

/* Before a state: what it is.  Reading another cookie or version fails.  */
void base_codec_header (BaseCodec *codec, uint32_t cookie, uint32_t version);
/* After a state: the hash of all that was passed so far, so that damage is found when it is read.  */
void base_codec_seal (BaseCodec *codec);

/* For visitors: a part of the state begins, named as the source has it, and ends.  */
void base_codec_enter (BaseCodec *codec, const char *name);
void base_codec_leave (BaseCodec *codec);

/* "route[i]" of "&group->route[i]": points into `name`.  */
const char *base_codec_plain_name (const char *name);

/* Says that what was read can not be: it stays failed.  */
static inline void
base_codec_fail_unless (BaseCodec *codec, bool condition)
{
  codec->failed |= codec->kind == BASE_CODEC_READ && !condition;
}
