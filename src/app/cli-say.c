/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `say`: a sentence through the radio into a file.  */
#include "app/cli-common.h"

#include "app/pilot-voice.h"
#include "voice/voice-language.h"
#include "voice/voice-render.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DISTANCE_MOST_M 100000.0

/* ---- Voices -------------------------------------------------------------------------------- */

static gboolean
profile_of_member (const ScenarioBattle *scenario, const char *name, VoiceProfile *profile)
{
  for (guint i = 0; i < scenario->squadron->len; i++) {
    const ScenarioMember *member = &g_array_index (scenario->squadron, ScenarioMember, i);

    if (g_strcmp0 (member->machine.id, name) != 0)
      continue;
    handler_pilot_voice (profile, member);
    return TRUE;
  }
  return FALSE;
}

/* Looks through the squadrons of all usable scenarios; the names passed on the way are kept for a
 * hint.  */
static gboolean
find_pilot (const char *name, VoiceProfile *profile, GPtrArray *names)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();

  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);
    g_autoptr (ScenarioBattle) scenario = NULL;

    if (g_strcmp0 (entry->kind, "scenario") != 0 || scenario_problems_fatal (entry->problems))
      continue;
    scenario = scenario_battle_load (entry->path, NULL);
    if (scenario == NULL)
      continue;
    if (profile_of_member (scenario, name, profile))
      return TRUE;
    for (guint k = 0; k < scenario->squadron->len; k++)
      g_ptr_array_add (names, g_strdup (g_array_index (scenario->squadron, ScenarioMember, k)
                                            .machine.id));
  }
  return FALSE;
}

static CliStatus
find_voice (const char *name, VoiceProfile *profile)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *nearest;

  if (strcmp (name, "handler") == 0 || strcmp (name, "desk") == 0) {
    voice_profile_for_id (profile, name);
    return CLI_DONE;
  }
  if (find_pilot (name, profile, names))
    return CLI_DONE;
  g_ptr_array_add (names, g_strdup ("handler"));
  g_ptr_array_add (names, g_strdup ("desk"));
  g_ptr_array_add (names, NULL);
  nearest = cli_nearest (name, (const char *const *) names->pdata);
  if (nearest != NULL)
    /* Translators: what was typed, the id of a voice.  */
    cli_message (_("There is no voice “%1$s”; did you mean “%2$s”?"), name, nearest);
  else
    /* Translators: what was typed.  */
    cli_message (_("There is no voice “%s”."), name);
  return CLI_BAD_INPUT;
}

static CliStatus
find_language (const char *language, VoiceProfile *profile)
{
  if (language == NULL || voice_profile_set_language (profile, language))
    return CLI_DONE;
  /* Translators: the code of a language, as it was typed.  */
  cli_message (_("There is no voice for the language “%s”."), language);
  return CLI_BAD_INPUT;
}

/* ---- The command --------------------------------------------------------------------------- */

typedef struct {
  char *output, *voice, *language, *distance, *strain;
  gboolean dry;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->voice);
  g_free (options->language);
  g_free (options->distance);
  g_free (options->strain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
      {"output", 0, 0, G_OPTION_ARG_FILENAME, &options->output, N_("The sound file to write"),
       N_("FILE.wav")},
      {"voice", 0, 0, G_OPTION_ARG_STRING, &options->voice,
       N_("A pilot's id, “handler” (default) or “desk”"),
       /* Translators: NAME stands for one of these.  */
       N_("NAME")},
      {"language", 0, 0, G_OPTION_ARG_STRING, &options->language,
       N_("The language that TEXT is in: en (default), de, ja, pt_BR, …"),
       /* Translators: LANG stands for a language such as “de”.  */
       N_("LANG")},
      {"distance", 0, 0, G_OPTION_ARG_STRING, &options->distance,
       N_("How far away the speaker is (0)"),
       /* Translators: METRES stands for a number.  */
       N_("METRES")},
      {"strain", 0, 0, G_OPTION_ARG_STRING, &options->strain, N_("Strain of the link (0)"),
       N_("0..1")},
      {"dry", 0, 0, G_OPTION_ARG_NONE, &options->dry, N_("Leave out the radio"), NULL},
      G_OPTION_ENTRY_NULL,
  };

  /* Translators: TEXT stands for what is typed, in quotation marks.  */
  return cli_parse ("say", N_("TEXT"), _("Speaks a sentence through the radio into a sound file."),
                    entries, argc, argv, 1, 1);
}

static CliStatus
fail (const GError *error)
{
  if (!g_error_matches (error, VOICE_ERROR, VOICE_ERROR_TEXT))
    return cli_fail (error);
  cli_message ("%s", error->message);
  return CLI_BAD_INPUT;
}

CliStatus
cli_say (int argc, char **argv)
{
  g_auto (Options) options = {0};
  g_autoptr (GError) error = NULL;
  double distance_m = 0, strain = 0;
  VoiceProfile profile;
  CliStatus status;

  if (!parse (&options, &argc, &argv) ||
      !cli_read_number ("say", "--distance", options.distance, 0, DISTANCE_MOST_M, &distance_m) ||
      !cli_read_number ("say", "--strain", options.strain, 0, 1, &strain))
    return CLI_BAD_USAGE;
  if (options.output == NULL)
    return cli_usage ("say", _("This is missing: %s"), "--output");
  if (!g_utf8_validate (argv[1], -1, NULL)) {
    cli_message (_("The text to speak is not UTF-8."));
    return CLI_BAD_INPUT;
  }
  status = find_voice (options.voice != NULL ? options.voice : "handler", &profile);
  if (status != CLI_DONE)
    return status;
  /* Before the language: without a synthesiser no language has a voice, which is not its fault.  */
  if (!voice_language_check (&error))
    return fail (error);
  status = find_language (options.language, &profile);
  if (status != CLI_DONE)
    return status;
  if (!voice_render_to_wav (argv[1], &profile, distance_m, strain, options.dry, options.output,
                            &error))
    return fail (error);
  return CLI_DONE;
}
