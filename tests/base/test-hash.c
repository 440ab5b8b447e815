/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-hash.h"

#include <glib.h>

static void
test_order_matters (void)
{
  BaseHash ab = base_hash_u64 (base_hash_u64 (BASE_HASH_INIT, 1), 2);
  BaseHash ba = base_hash_u64 (base_hash_u64 (BASE_HASH_INIT, 2), 1);

  g_assert_cmphex (ab, !=, ba);
  g_assert_cmphex (ab, ==, base_hash_u64 (base_hash_u64 (BASE_HASH_INIT, 1), 2));
}

static void
test_length_matters (void)
{
  const char zeros[16] = {0};
  BaseHash hashes[17];

  for (gsize i = 0; i <= 16; i++) {
    hashes[i] = base_hash_bytes (BASE_HASH_INIT, zeros, i);
    for (gsize j = 0; j < i; j++)
      g_assert_cmphex (hashes[i], !=, hashes[j]);
  }
  g_assert_cmphex (base_hash_u64 (BASE_HASH_INIT, 0), !=, BASE_HASH_INIT);
}

static void
test_floats (void)
{
  BaseHash zero = base_hash_f32 (BASE_HASH_INIT, 0.0f);

  g_assert_cmphex (zero, ==, base_hash_f32 (BASE_HASH_INIT, -0.0f));
  g_assert_cmphex (zero, !=, base_hash_f32 (BASE_HASH_INIT, 1e-45f));
  g_assert_cmphex (base_hash_f32 (BASE_HASH_INIT, 1.0f), !=, base_hash_f32 (BASE_HASH_INIT, -1.0f));
}

/* Every single bit of a value moves about half of the bits of the hash.  */
static void
test_avalanche (void)
{
  BaseHash plain = base_hash_u64 (BASE_HASH_INIT, 0x0123456789abcdefULL);

  for (int bit = 0; bit < 64; bit++) {
    BaseHash other =
        base_hash_u64 (BASE_HASH_INIT, 0x0123456789abcdefULL ^ (G_GUINT64_CONSTANT (1) << bit));
    int changed = __builtin_popcountll (plain ^ other);

    g_assert_cmpint (changed, >=, 12);
    g_assert_cmpint (changed, <=, 52);
  }
}

static void
test_bytes (void)
{
  char text[] = "handler one, do you hear?";
  BaseHash plain = base_hash_bytes (BASE_HASH_INIT, text, sizeof text);

  for (gsize i = 0; i < sizeof text; i++) {
    text[i] ^= 1;
    g_assert_cmphex (base_hash_bytes (BASE_HASH_INIT, text, sizeof text), !=, plain);
    text[i] ^= 1;
  }
  g_assert_cmphex (base_hash_bytes (BASE_HASH_INIT, text, sizeof text), ==, plain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/hash/order-matters", test_order_matters);
  g_test_add_func ("/base/hash/length-matters", test_length_matters);
  g_test_add_func ("/base/hash/floats", test_floats);
  g_test_add_func ("/base/hash/avalanche", test_avalanche);
  g_test_add_func ("/base/hash/bytes", test_bytes);
  return g_test_run();
}
