/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

void
fuzz_begin (void)
{
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

static void
write_all (int fd, const uint8_t *data, size_t size)
{
  while (size > 0) {
    ssize_t done = write (fd, data, size);

    g_assert (done > 0);
    data += done;
    size -= (size_t) done;
  }
}

const char *
fuzz_file (const uint8_t *data, size_t size)
{
  static char path[64];
  static int fd = -1;

  if (fd < 0) {
    fd = memfd_create ("fuzz", 0);
    g_assert (fd >= 0);
    snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  }
  g_assert (ftruncate (fd, 0) == 0 && lseek (fd, 0, SEEK_SET) == 0);
  write_all (fd, data, size);
  return path;
}
