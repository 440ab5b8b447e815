/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/command-line.h"

#include "app/cli-common.h"
#include "app/handler-locale.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *name;
  const char *summary;
  CliStatus (*run) (int argc, char **argv);
} Command;

static const Command commands[] = {
    {"list", N_("List scenarios and campaigns"), cli_list},
    {"validate", N_("Check files and list their problems"), cli_validate},
    {"simulate", N_("Run one battle to its end"), cli_simulate},
    {"batch", N_("Run a battle with many seeds"), cli_batch},
    {"replay", N_("Check a replay, or show a moment of it"), cli_replay},
    {"whatif", N_("Take up a replay at a moment, with other luck or orders"), cli_whatif},
    {"generate", N_("Make a random battle as a file"), cli_generate},
    {"hash", N_("Print the hash of a battle at a moment"), cli_hash},
    {"order", N_("Read one order and say what it means"), cli_order},
    {"say", N_("Speak a sentence through the radio into a file"), cli_say},
    {"listen", N_("Hear a spoken order in a sound file and say what it means"), cli_listen},
    {"bench", N_("Measure the simulation"), cli_bench},
};

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static CliStatus
print_version (void)
{
  printf ("Handler One %s\n", HANDLER_VERSION);
  return CLI_DONE;
}

static CliStatus
print_help (void)
{
  printf ("%s\n  handler-one [%s]\n  handler-one %s\n\n%s\n", _("Usage:"),
          /* Translators: FILE stands for the name of a file, here and in the help of commands.  */
          _("FILE"), _("COMMAND [OPTION…]"),
          _("Without a command the window opens; with a scenario or replay file, it opens that."));
  printf ("\n%s\n", _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-10s %s\n", commands[i].name, _(commands[i].summary));
  printf ("\n%s\n", _("Options:"));
  printf ("  %-22s %s\n", "--help", _("Show this help; “COMMAND --help” explains a command"));
  printf ("  %-22s %s\n", "--version", _("Show the version"));
  printf ("  %-22s %s\n", "--training", _("Open the briefing of the training battle"));
  printf ("  %-22s %s\n", "--demo", _("Let the staff officer play the training battle"));
  printf ("  %-22s %s\n", "--seconds N", _("With --demo: leave after N seconds (60)"));
  printf ("  %-22s %s\n", "--screenshot-dir DIR", _("With --demo: leave screenshots in DIR"));
  return CLI_DONE;
}

static CliStatus
refuse_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = {NULL};
  const char *nearest;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i].name;
  nearest = cli_nearest (name, names);
  if (nearest != NULL)
    /* Translators: what was typed, a command that exists.  */
    cli_message (_("There is no command “%1$s”; did you mean “%2$s”?"), name, nearest);
  else
    /* Translators: what was typed.  */
    cli_message (_("There is no command “%s”."), name);
  /* Translators: keep “handler-one --help”.  */
  cli_message (_("“handler-one --help” lists the commands."));
  return CLI_BAD_USAGE;
}

/* A file to open may not exist: the window says so better than "no such command".  */
static gboolean
looks_like_a_file (const char *argument)
{
  return strpbrk (argument, "/.") != NULL || g_file_test (argument, G_FILE_TEST_EXISTS);
}

/* Output that could not be written (a full disk) must not look like success.  */
static CliStatus
close_output (CliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  /* Translators: the reason, from the system.  */
  cli_message (_("The output could not be written: %s"), g_strerror (errno));
  return status == CLI_DONE ? CLI_OUTSIDE : status;
}

/* What people read follows their language and its numbers; what machines read is written without
 * the locale's help (cli_json_real(), g_ascii_formatd()).  */
static void
set_locale (void)
{
  handler_locale_begin ();
}

int
handler_command_line_run (int argc, char **argv, gboolean *handled)
{
  const Command *command;
  const char *first = argc > 1 ? argv[1] : "";

  *handled = TRUE;
  command = find_command (first);
  if (command != NULL) {
    set_locale ();
    return close_output (command->run (argc - 1, argv + 1));
  }
  if (strcmp (first, "--version") == 0)
    return close_output (print_version ());
  if (strcmp (first, "--help") == 0 || strcmp (first, "-h") == 0) {
    set_locale ();
    return close_output (print_help ());
  }
  if (*first == '\0' || *first == '-' || looks_like_a_file (first)) {
    *handled = FALSE;
    return CLI_DONE;
  }
  set_locale ();
  return refuse_command (first);
}
