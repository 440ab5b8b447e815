/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sub-commands: what the program does without a window (design: contract).  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the sub-command that the arguments name, if they name one; returns the exit status and
 * sets `handled`.  Not handled are no argument at all, a file to open, and the window's own
 * options: then nothing was done.  Uses neither GTK nor a display nor a sound device.  To be
 * called from main() before anything else, while there is one thread.  */
int handler_command_line_run (int argc, char **argv, gboolean *handled);

G_END_DECLS
