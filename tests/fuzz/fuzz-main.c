/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without libFuzzer: every file of the folders named, as it is and with changes that are the same in
 * each run.  Finds what a seed alone shows, and keeps the targets alive between longer runs.  */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHANGES 40

static uint64_t state = 88172645463325252u;

/* Marsaglia's xorshift: chance that is the same everywhere.  */
static uint64_t
next (void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

/* A copy with some bytes changed, doubled or dropped.  */
static uint8_t *
change (const uint8_t *data, size_t *size)
{
  uint8_t *copy = g_malloc (*size * 2 + 1);

  memcpy (copy, data, *size);
  for (uint64_t n = 1 + next () % 4; n > 0 && *size > 0; n--) {
    size_t at = next () % *size, length = 1 + next () % MIN (*size - at, 16);

    switch (next () % 4) {
    case 0:
      copy[at] ^= (uint8_t) (1u << next () % 8);
      break;
    case 1:
      copy[at] = (uint8_t) "0129-\"{}[],.: \n\xff"[next () % 17];
      break;
    case 2:
      memmove (copy + at, copy + at + length, *size - at - length);
      *size -= length;
      break;
    default:
      memcpy (copy + at, data, MIN (length, *size - at));
    }
  }
  return copy;
}

static void
try_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, &error))
    g_error ("%s", error->message);
  LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
  for (int i = 0; i < CHANGES; i++) {
    size_t size = length;
    g_autofree uint8_t *changed = change ((const uint8_t *) bytes, &size);

    LLVMFuzzerTestOneInput (changed, size);
  }
}

static guint
try_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  guint n = 0;
  const char *name;

  if (folder == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
      continue;
    try_file (file);
    n++;
  }
  return n;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    n += try_folder (argv[i]);
  printf ("%u seeds, each changed %d times\n", n, CHANGES);
  return n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
