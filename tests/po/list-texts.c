/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the files named on the command line and prints what the program asks translations of texts
 * for: context and msgid in turn, each ended by NUL.  */
#include "scenario/scenario.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

const char *g_dpgettext2 (const char *domain, const char *context, const char *msgid);

/* In the place of GLib's: the program's own archives are linked to this one.  A context of a text
 * is a file's name and a place in it.  */
const char *
g_dpgettext2 (const char *domain, const char *context, const char *msgid)
{
  if (strstr (context, ".json:/") != NULL) {
    fwrite (context, 1, strlen (context) + 1, stdout);
    fwrite (msgid, 1, strlen (msgid) + 1, stdout);
  }
  return msgid;
}

static void
read_file (const char *path)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;

  if (!scenario_validate_file (path, problems, &error))
    g_error ("%s: %s", path, error != NULL ? error->message : "is not valid");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    read_file (argv[i]);
  return 0;
}
