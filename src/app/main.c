/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/command-line.h"
#include "app/handler-application.h"
#include "app/handler-locale.h"

#include <glib/gi18n.h>

/* Exit status, see the contract.  */
enum { STATUS_DONE = 0, STATUS_USAGE = 2, STATUS_OUTSIDE = 3 };

typedef struct {
  gboolean demo;
  gboolean training;
  int seconds;
  char *screenshot_dir;
} Options;

static gboolean
parse_options (int *argc, char ***argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    {"demo", 0, 0, G_OPTION_ARG_NONE, &options->demo,
     N_ ("Play the training battle by itself, then end"), NULL},
    {"training", 0, 0, G_OPTION_ARG_NONE, &options->training,
     N_ ("Open the briefing of the training battle"), NULL},
    {"seconds", 0, 0, G_OPTION_ARG_INT, &options->seconds,
     N_ ("With --demo: how long, in seconds (default 60)"), N_ ("N")},
    {"screenshot-dir", 0, 0, G_OPTION_ARG_FILENAME, &options->screenshot_dir,
     N_ ("With --demo: leave screenshots and a report there"),
     /* Translators: DIR stands for the name of a folder.  */
     N_ ("DIR")},
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (N_ ("[FILE]"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

/* What the parser can not see by itself.  */
static const char *
check_options (int argc, const Options *options)
{
  if (!options->demo && (options->screenshot_dir != NULL || options->seconds >= 0))
    return _("--seconds and --screenshot-dir go with --demo");
  if (options->demo && argc > 1)
    return _("--demo takes no file");
  if (options->training && (options->demo || argc > 1))
    return _("--training takes no file and no --demo");
  if (options->demo && options->seconds >= 0
      && (options->seconds < 1 || options->seconds > HANDLER_DEMO_SECONDS_MAX))
    return _("--seconds must be 1 to 86400");
  if (argc > 2)
    return _("one file at a time");
  return NULL;
}

static int
usage (const char *message)
{
  g_printerr ("handler-one: %s\n", message);
  /* Translators: --help is not translated. */
  g_printerr ("%s\n", _("Try handler-one --help."));
  return STATUS_USAGE;
}

/* g_settings_new() ends the program when the schema is missing; say how to get it instead.  */
static gboolean
has_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source == NULL ? NULL
                       : g_settings_schema_source_lookup (source, HANDLER_APPLICATION_ID, TRUE);

  return schema != NULL;
}

/* The session bus starts the program so, for whoever asks it for a window or a file.  */
static gboolean
is_service (int argc, char **argv)
{
  return argc == 2 && strcmp (argv[1], "--gapplication-service") == 0;
}

/* `argv` as if the training battle's file had been named: a program that runs already gets it too.  */
static int
run_training (HandlerApplication *application, char **argv)
{
  g_autofree char *path = handler_application_find_training ();
  char *arguments[] = {argv[0], path, NULL};

  return g_application_run (G_APPLICATION (application), path == NULL ? 1 : 2, arguments);
}

static int
run_window (int argc, char **argv, const Options *options)
{
  HandlerDemoOptions demo = {
    .seconds = options->seconds < 0 ? HANDLER_DEMO_SECONDS : (guint) options->seconds,
    .screenshot_dir = options->screenshot_dir,
  };
  g_autoptr (HandlerApplication) application = NULL;
  int status;

  gtk_disable_setlocale (); /* it would look at the environment alone, and warn */
  if (!gtk_init_check ()) {
    g_printerr ("handler-one: %s\n", _("there is no display to open a window on"));
    return STATUS_OUTSIDE;
  }
  if (!has_schema ()) {
    g_printerr ("handler-one: %s\n",
                _("the settings schema is not installed; run the program through ./dev run"));
    return STATUS_OUTSIDE;
  }
  g_set_application_name (_("Handler One"));
  application = handler_application_new (options->demo ? &demo : NULL);
  status = options->training ? run_training (application, argv)
                             : g_application_run (G_APPLICATION (application), argc, argv);
  return status == 0 && handler_demo_failed () ? STATUS_OUTSIDE : status;
}

int
main (int argc, char **argv)
{
  Options options = {.seconds = -1};
  g_autoptr (GError) error = NULL;
  gboolean handled = FALSE;
  const char *problem;
  int status;

  handler_locale_begin ();
  status = handler_command_line_run (argc, argv, &handled);
  if (handled)
    return status;
  if (is_service (argc, argv))
    return run_window (argc, argv, &options);
  if (!parse_options (&argc, &argv, &options, &error))
    return usage (error->message);
  problem = check_options (argc, &options);
  status = problem != NULL ? usage (problem) : run_window (argc, argv, &options);
  g_free (options.screenshot_dir);
  return status;
}
