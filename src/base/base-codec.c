/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-codec.h"

#include <string.h>

BaseCodec
base_codec_hasher (void)
{
  return (BaseCodec) {.kind = BASE_CODEC_HASH, .hash = BASE_HASH_INIT};
}

BaseCodec
base_codec_writer (void *bytes, size_t size)
{
  return (BaseCodec) {.kind = BASE_CODEC_WRITE, .hash = BASE_HASH_INIT, .out = bytes, .size = size};
}

BaseCodec
base_codec_reader (const void *bytes, size_t size)
{
  return (BaseCodec) {.kind = BASE_CODEC_READ, .hash = BASE_HASH_INIT, .in = bytes, .size = size};
}

BaseCodec
base_codec_visiting (const BaseCodecVisitor *visitor)
{
  return (BaseCodec) {
      .kind = BASE_CODEC_VISIT, .hash = BASE_HASH_INIT, .name = "", .visitor = visitor};
}

static void
put (BaseCodec *codec, uint64_t value, size_t length)
{
  for (size_t i = 0; i < length; i++, codec->offset++) {
    if (codec->offset < codec->size)
      codec->out[codec->offset] = (uint8_t) (value >> (8 * i));
  }
}

/* The next bytes as a number; 0 once they have ended.  */
static uint64_t
get (BaseCodec *codec, size_t length)
{
  uint64_t value = 0;

  if (codec->failed || codec->size - codec->offset < length) {
    codec->failed = true;
    return 0;
  }
  for (size_t i = 0; i < length; i++)
    value |= (uint64_t) codec->in[codec->offset++] << (8 * i);
  return value;
}

static uint64_t
show (BaseCodec *codec, BaseCodecType type, uint64_t value)
{
  return codec->visitor->field (codec->name, type, value, codec->visitor->data);
}

/* The value to go on with: the one given, or the one read.  */
static uint64_t
pass (BaseCodec *codec, BaseCodecType type, uint64_t value, size_t length)
{
  if (codec->kind == BASE_CODEC_WRITE)
    put (codec, value, length);
  else if (codec->kind == BASE_CODEC_READ)
    value = get (codec, length);
  else if (codec->kind == BASE_CODEC_VISIT)
    value = show (codec, type, value);
  return value;
}

static uint64_t
pass_and_hash (BaseCodec *codec, BaseCodecType type, uint64_t value, size_t length)
{
  value = pass (codec, type, value, length);
  codec->hash = base_hash_u64 (codec->hash, value);
  return value;
}

/* Values are stored only when they change, so that hashing may visit what another thread reads.  */
#define DEFINE_CODEC(name, type, constant)                                                         \
  void base_codec_##name (BaseCodec *codec, type *value)                                           \
  {                                                                                                \
    type result = (type) pass_and_hash (codec, constant, *value, sizeof *value);                   \
                                                                                                   \
    if (result != *value)                                                                          \
      *value = result;                                                                             \
  }
DEFINE_CODEC (u8, uint8_t, BASE_CODEC_U8)
DEFINE_CODEC (u16, uint16_t, BASE_CODEC_U16)
DEFINE_CODEC (u32, uint32_t, BASE_CODEC_U32)
DEFINE_CODEC (u64, uint64_t, BASE_CODEC_U64)
#undef DEFINE_CODEC

void
base_codec_i32 (BaseCodec *codec, int32_t *value)
{
  uint32_t result = (uint32_t) pass_and_hash (codec, BASE_CODEC_I32, (uint32_t) *value,
                                              sizeof *value);

  if ((int32_t) result != *value)
    *value = (int32_t) result;
}

void
base_codec_f32 (BaseCodec *codec, float *value)
{
  uint32_t bits, before;
  float result;

  memcpy (&before, value, sizeof before);
  bits = (uint32_t) pass (codec, BASE_CODEC_F32, before, sizeof bits);
  memcpy (&result, &bits, sizeof result);
  base_codec_fail_unless (codec, __builtin_isfinite (result));
  codec->hash = base_hash_f32 (codec->hash, result);
  if (codec->failed)
    *value = 0;
  else if (bits != before)
    *value = result;
}

void
base_codec_f64 (BaseCodec *codec, double *value)
{
  uint64_t bits, before;
  double result;

  memcpy (&before, value, sizeof before);
  bits = pass_and_hash (codec, BASE_CODEC_F64, before, sizeof bits);
  memcpy (&result, &bits, sizeof result);
  base_codec_fail_unless (codec, __builtin_isfinite (result));
  if (codec->failed)
    *value = 0;
  else if (bits != before)
    *value = result;
}

void
base_codec_vec (BaseCodec *codec, BaseVec *value)
{
  base_codec_enter (codec, codec->name);
  codec->name = "x";
  base_codec_f32 (codec, &value->x);
  codec->name = "y";
  base_codec_f32 (codec, &value->y);
  base_codec_leave (codec);
}

void
base_codec_random (BaseCodec *codec, BaseRandom *value)
{
  base_codec_enter (codec, codec->name);
  codec->name = "state";
  base_codec_u64 (codec, &value->state);
  codec->name = "stream";
  base_codec_u64 (codec, &value->stream);
  base_codec_leave (codec);
  base_codec_fail_unless (codec, value->stream & 1);
}

void
base_codec_count (BaseCodec *codec, size_t *value, size_t limit)
{
  uint64_t result = pass_and_hash (codec, BASE_CODEC_U32, *value, sizeof (uint32_t));

  base_codec_fail_unless (codec, result <= limit);
  if (codec->kind == BASE_CODEC_READ)
    *value = codec->failed ? 0 : (size_t) result;
}

void
base_codec_header (BaseCodec *codec, uint32_t cookie, uint32_t version)
{
  uint32_t found_cookie = cookie, found_version = version;

  base_codec_u32 (codec, &found_cookie);
  base_codec_u32 (codec, &found_version);
  base_codec_fail_unless (codec, found_cookie == cookie && found_version == version);
}

void
base_codec_seal (BaseCodec *codec)
{
  BaseHash hash = codec->hash, seal = hash;

  base_codec_u64 (codec, &seal);
#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  base_codec_fail_unless (codec, seal == hash);
#else
  (void) hash;
#endif
}

void
base_codec_enter (BaseCodec *codec, const char *name)
{
  if (codec->kind == BASE_CODEC_VISIT && codec->visitor->enter)
    codec->visitor->enter (name, codec->visitor->data);
}

void
base_codec_leave (BaseCodec *codec)
{
  if (codec->kind == BASE_CODEC_VISIT && codec->visitor->leave)
    codec->visitor->leave (codec->visitor->data);
}

const char *
base_codec_plain_name (const char *name)
{
  const char *arrow = strstr (name, "->");

  if (arrow)
    return arrow + 2;
  return *name == '&' ? name + 1 : name;
}
