/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that are no state of this picture are refused and change nothing.  */
#include "picture/picture-builder.h"

#include <glib.h>
#include <string.h>

static Picture *
busy_picture (unsigned n)
{
  Picture *picture = build_picture (n);
  SimCommand command =
      build_command (1, SIM_VERB_MOVE, SIM_ADDRESSEE_ALL, 0, base_vec (4000, 4000));

  build_take (picture, build_order (5, &command, SIM_ORDER_BEGUN, -1));
  for (unsigned i = 0; i < 5; i++)
    build_take (picture, build_contact (10 + i, i % n, i + 1, BUILD_AMEISE, i + 1,
                                        base_vec (3000 + 900.0f * (float) i, 5000), 70, NULL));
  return picture;
}

static guint8 *
save (const Picture *picture, size_t *size)
{
  guint8 *bytes;

  *size = picture_save (picture, NULL, 0);
  bytes = g_malloc (*size);
  g_assert_cmpuint (picture_save (picture, bytes, *size), ==, *size);
  return bytes;
}

/* Every byte counts: a change of any one is refused.  */
static void
test_damage (void)
{
  Picture *picture = busy_picture (8);
  size_t size;
  g_autofree guint8 *bytes = save (picture, &size);
  guint64 hash = picture_hash (picture);

  for (size_t i = 0; i < size; i++) {
    for (int bit = 0; bit < 8; bit += 3) {
      bytes[i] ^= (guint8) (1 << bit);
      if (picture_load (picture, bytes, size)) {
        /* The only change that may pass is the sign of a zero, which is none.  */
        g_assert_cmphex (picture_hash (picture), ==, hash);
        g_assert_cmpint (bit, ==, 7);
      }
      bytes[i] ^= (guint8) (1 << bit);
      g_assert_cmphex (picture_hash (picture), ==, hash);
    }
  }
  g_assert_true (picture_load (picture, bytes, size));
  picture_free (picture);
}

static void
test_wrong_length (void)
{
  Picture *picture = busy_picture (8);
  size_t size;
  g_autofree guint8 *bytes = save (picture, &size);

  bytes = g_realloc (bytes, size + 1);
  bytes[size] = 0;
  for (size_t i = 0; i < size; i++)
    g_assert_false (picture_load (picture, bytes, i));
  g_assert_false (picture_load (picture, bytes, size + 1));
  g_assert_true (picture_load (picture, bytes, size));
  picture_free (picture);
}

static void
test_other_battle (void)
{
  Picture *eight = busy_picture (8), *nine = busy_picture (9);
  size_t size;
  g_autofree guint8 *bytes = save (eight, &size);
  guint64 hash = picture_hash (nine);

  g_assert_false (picture_load (nine, bytes, size));
  g_assert_cmphex (picture_hash (nine), ==, hash);
  picture_free (eight);
  picture_free (nine);
}

/* A picture that goes on from its bytes ends where the other one ends.  */
static void
test_goes_on (void)
{
  Picture *first = busy_picture (8), *second = build_picture (8);
  size_t size;
  g_autofree guint8 *bytes = save (first, &size);

  g_assert_true (picture_load (second, bytes, size));
  for (int t = 20; t < 700; t += 7) {
    SimMessage message = build_contact (t, (unsigned) t % 8, (unsigned) t % 5 + 1, BUILD_AMEISE, 2,
                                        base_vec (3000.0f + (float) t, 5000), 70, NULL);

    picture_take (first, &message);
    picture_take (second, &message);
  }
  g_assert_cmphex (picture_hash (first), ==, picture_hash (second));
  picture_free (first);
  picture_free (second);
}

/* The golden hash of one fixed stream: it changes when the rules of the picture change, and then
 * it is changed here knowingly, for old replays no longer hold.  */
static void
test_golden_hash (void)
{
  Picture *picture = build_picture (21);
  BaseRandom random;

  base_random_init (&random, 2148, 0);
  for (SimTick t = 0; t < 6000; t += 3)
    build_take (picture, build_random (&random, t, 21));
  g_assert_cmphex (picture_hash (picture), ==, G_GUINT64_CONSTANT (0x03f31302e66b2525));
  picture_free (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/state/damage", test_damage);
  g_test_add_func ("/picture/state/wrong-length", test_wrong_length);
  g_test_add_func ("/picture/state/other-battle", test_other_battle);
  g_test_add_func ("/picture/state/goes-on", test_goes_on);
  g_test_add_func ("/picture/state/golden-hash", test_golden_hash);
  return g_test_run();
}
