/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sub-commands without the window, for tests: what main() does before GTK.  */
#include "app/command-line.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  gboolean handled;
  int status = handler_command_line_run (argc, argv, &handled);

  if (handled)
    return status;
  fputs ("handler-one-cli: only the window does that\n", stderr);
  return 100;
}
