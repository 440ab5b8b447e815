/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk, three uses: what is written is read back, and hashes agree.  */
#include "base/base-codec-names.h"

#include <glib.h>
#include <string.h>

typedef struct {
  guint8 a;
  guint16 b;
  guint32 c;
  guint64 d;
  float e;
  BaseVec f;
  BaseRandom g;
  size_t h;
} Sample;

static void
visit (BaseCodec *codec, Sample *sample)
{
  base_codec_u8 (codec, &sample->a);
  base_codec_u16 (codec, &sample->b);
  base_codec_u32 (codec, &sample->c);
  base_codec_u64 (codec, &sample->d);
  base_codec_f32 (codec, &sample->e);
  base_codec_vec (codec, &sample->f);
  base_codec_random (codec, &sample->g);
  base_codec_count (codec, &sample->h, 5);
}

static Sample
sample (void)
{
  Sample s = {1,     0x203,      0x40506070, G_GUINT64_CONSTANT (0x8090a0b0c0d0e0f0),
              -1.5f, {3, -0.0f}, {0},        4};

  base_random_init (&s.g, 9, 9);
  return s;
}

static void
test_round_trip (void)
{
  Sample before = sample(), after = {0};
  guint8 bytes[128];
  BaseCodec hasher = base_codec_hasher();
  BaseCodec writer = base_codec_writer (bytes, sizeof bytes);
  BaseCodec reader;

  visit (&hasher, &before);
  visit (&writer, &before);
  g_assert_cmpuint (writer.offset, <=, sizeof bytes);
  reader = base_codec_reader (bytes, writer.offset);
  visit (&reader, &after);
  g_assert_false (reader.failed);
  g_assert_cmpuint (reader.offset, ==, writer.offset);
  g_assert_cmphex (hasher.hash, ==, writer.hash);
  g_assert_cmphex (hasher.hash, ==, reader.hash);
  g_assert_cmpuint (after.a, ==, before.a);
  g_assert_cmpuint (after.b, ==, before.b);
  g_assert_cmpuint (after.c, ==, before.c);
  g_assert_cmpuint (after.d, ==, before.d);
  g_assert_cmpfloat (after.e, ==, before.e);
  g_assert_cmpfloat (after.f.x, ==, before.f.x);
  g_assert_cmpuint (base_random_u32 (&after.g), ==, base_random_u32 (&before.g));
  g_assert_cmpuint (after.h, ==, before.h);
}

static void
test_little_endian (void)
{
  guint8 bytes[4];
  guint32 value = 0x01020304;
  BaseCodec writer = base_codec_writer (bytes, sizeof bytes);

  base_codec_u32 (&writer, &value);
  g_assert_cmpmem (bytes, 4, ((guint8[]) {4, 3, 2, 1}), 4);
}

/* Bytes that end anywhere before the end are refused, and nothing is read past them.  */
static void
test_short (void)
{
  Sample before = sample();
  guint8 bytes[128];
  BaseCodec writer = base_codec_writer (bytes, sizeof bytes);

  visit (&writer, &before);
  for (size_t size = 0; size < writer.offset; size++) {
    g_autofree guint8 *part = g_memdup2 (bytes, size);
    BaseCodec reader = base_codec_reader (part, size);
    Sample after = {0};

    visit (&reader, &after);
    g_assert_true (reader.failed);
  }
}

static void
test_small_buffer (void)
{
  Sample before = sample();
  guint8 bytes[128];
  BaseCodec measure = base_codec_writer (NULL, 0), writer;

  visit (&measure, &before);
  memset (bytes, 0xee, sizeof bytes);
  writer = base_codec_writer (bytes, 3);
  visit (&writer, &before);
  g_assert_cmpuint (writer.offset, ==, measure.offset);
  g_assert_cmphex (bytes[3], ==, 0xee);
}

static void
test_refuses (void)
{
  float infinite = G_MAXFLOAT * 2;
  size_t many = 6;
  guint8 bytes[8];
  BaseCodec writer = base_codec_writer (bytes, sizeof bytes), reader;

  base_codec_f32 (&writer, &infinite);
  base_codec_count (&writer, &many, 6);
  reader = base_codec_reader (bytes, sizeof bytes);
  base_codec_f32 (&reader, &infinite);
  g_assert_true (reader.failed);
  g_assert_cmpfloat (infinite, ==, 0);
  reader = base_codec_reader (bytes + 4, 4);
  base_codec_count (&reader, &many, 5);
  g_assert_true (reader.failed);
  g_assert_cmpuint (many, ==, 0);
}

/* ---- Visiting ------------------------------------------------------------------------------ */

typedef struct {
  GString *text;
  guint depth;
} Listing;

static void
list_enter (const char *name, void *data)
{
  Listing *listing = data;

  g_string_append_printf (listing->text, "%s(", base_codec_plain_name (name));
  listing->depth++;
}

static void
list_leave (void *data)
{
  Listing *listing = data;

  g_string_append (listing->text, ") ");
  listing->depth--;
}

/* Lists the fields, and adds one to those of eight bits.  */
static uint64_t
list_field (const char *name, BaseCodecType type, uint64_t bits, void *data)
{
  Listing *listing = data;

  g_string_append_printf (listing->text, "%s=%" G_GINT64_MODIFIER "x ", base_codec_plain_name (name),
                          bits);
  return type == BASE_CODEC_U8 ? bits + 1 : bits;
}

static void
test_names (void)
{
  Sample s = sample();
  g_autoptr (GString) text = g_string_new (NULL);
  Listing listing = {.text = text};
  BaseCodecVisitor visitor = {list_enter, list_leave, list_field, &listing};
  BaseCodec codec = base_codec_visiting (&visitor);

  s.g.state = 5;
  s.g.stream = 7;
  visit (&codec, &s);
  g_assert_cmpstr (text->str, ==,
                   "a=1 b=203 c=40506070 d=8090a0b0c0d0e0f0 e=bfc00000 f(x=40400000 y=80000000 ) "
                   "g(state=5 stream=7 ) h=4 ");
  g_assert_cmpuint (listing.depth, ==, 0);
  g_assert_cmpuint (s.a, ==, 2);
  g_assert_cmpuint (s.b, ==, 0x203);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/codec/round-trip", test_round_trip);
  g_test_add_func ("/base/codec/little-endian", test_little_endian);
  g_test_add_func ("/base/codec/short", test_short);
  g_test_add_func ("/base/codec/small-buffer", test_small_buffer);
  g_test_add_func ("/base/codec/refuses", test_refuses);
  g_test_add_func ("/base/codec/names", test_names);
  return g_test_run();
}
