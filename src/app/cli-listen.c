/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `listen`: a spoken order in a sound file.  */
#include "app/cli-order.h"
#include "app/order-ear.h"

#include "voice/voice-capture.h"
#include "voice/voice-recogniser.h"

#include <glib/gi18n-lib.h>

static CliStatus
fail (const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_error_matches (error, VOICE_ERROR, VOICE_ERROR_SOUND)) {
    cli_message ("%s: %s", name, error->message);
    return CLI_BAD_INPUT;
  }
  cli_message ("%s", error->message);
  return CLI_OUTSIDE;
}

/* Each name that can not be listened for is told.  */
static void
tell_dumb (const OrderListenGrammar *grammar)
{
  for (guint i = 0; i < grammar->dumb->len; i++)
    /* Translators: the name of a pilot or a place.  */
    cli_message (_("“%s” can not be listened for."), (const char *) grammar->dumb->pdata[i]);
}

/* Teaches all that can be taught.  */
static gboolean
set_grammar (VoiceRecogniser *recogniser, OrderBook *book, const PictureView *view,
             const ScenarioBattle *scenario, GError **error)
{
  g_autoptr (HandlerEar) ear = handler_ear_new (book, scenario);
  OrderListenGrammar *grammar = handler_ear_make (ear, view);
  gsize n;
  g_autofree VoiceWord *words = handler_ear_words (grammar, &n);
  g_auto (GStrv) failed = voice_recogniser_teach (recogniser, words, n);

  if (failed != NULL)
    grammar = handler_ear_leave_out (ear, (const char *const *) failed, view);
  tell_dumb (grammar);
  return voice_recogniser_set_grammar (recogniser, grammar->jsgf, error);
}

/* Orders of which one may be meant, the likeliest first.  */
static void
add_asks (JsonBuilder *builder, OrderBook *book, const HandlerHearing *hearing)
{
  json_builder_set_member_name (builder, "asks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hearing->readings->len; i++)
    cli_add_order (builder, book, hearing->readings->pdata[i]);
  json_builder_end_array (builder);
}

static void
print_json (OrderBook *book, const HandlerHearing *hearing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *reason = handler_hearing_reason (hearing);

  json_builder_begin_object (builder);
  cli_json_string (builder, "heard", hearing->words);
  json_builder_set_member_name (builder, "order");
  if (reason == NULL) {
    cli_add_order (builder, book, hearing->readings->pdata[0]);
  } else {
    json_builder_add_null_value (builder);
    cli_add_order_error (builder, reason, hearing->refused);
  }
  if (hearing->outcome == HANDLER_EAR_ASKS)
    add_asks (builder, book, hearing);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

static void
print_text (OrderBook *book, const HandlerHearing *hearing)
{
  g_autofree char *reason = handler_hearing_reason (hearing);

  /* Translators: what the speech recogniser heard.  */
  printf (_("Heard: %s\n"), hearing->words[0] != '\0' ? hearing->words : "–");
  if (reason == NULL)
    cli_print_order_text (book, hearing->readings->pdata[0]);
  else
    cli_message ("%s", reason);
  if (hearing->refused != NULL)
    cli_print_refusal_text (hearing->refused);
  for (guint i = 1; hearing->outcome == HANDLER_EAR_ASKS && i < hearing->readings->len; i++)
    /* Translators: another order that may have been said.  */
    cli_message (_("Or: %s"), ((OrderReading *) hearing->readings->pdata[i])->canonical);
}

static CliStatus
print (OrderBook *book, const PictureView *view, const VoiceHeard *heard, gboolean json)
{
  g_auto (HandlerHearing) hearing = {0};

  handler_ear_read (book, view, heard, &hearing);
  if (json)
    print_json (book, &hearing);
  else
    print_text (book, &hearing);
  return hearing.outcome == HANDLER_EAR_TAKEN ? CLI_DONE : CLI_BAD_INPUT;
}

static CliStatus
listen (const char *path, const ScenarioBattle *scenario, OrderBook *book, const PictureView *view,
        gboolean json)
{
  g_autoptr (VoiceRecogniser) recogniser = NULL;
  g_auto (VoiceHeard) heard = {0};
  g_autoptr (GArray) samples = NULL;
  g_autoptr (GError) error = NULL;

  samples = voice_capture_file (path, &error);
  if (samples == NULL)
    return fail (path, error);
  recogniser = voice_recogniser_new (&error);
  if (recogniser == NULL || !set_grammar (recogniser, book, view, scenario, &error))
    return fail (path, error);
  voice_recogniser_hear (recogniser, (const gint16 *) (gconstpointer) samples->data, samples->len,
                         &heard);
  return print (book, view, &heard, json);
}

CliStatus
cli_listen (int argc, char **argv)
{
  g_autofree char *id_or_path = NULL, *at_text = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
      {"scenario", 0, 0, G_OPTION_ARG_FILENAME, &id_or_path,
       N_("Whose names and places are meant"), N_("SCENARIO")},
      {"at", 0, 0, G_OPTION_ARG_STRING, &at_text,
       N_("What is known at this moment of the battle (0)"), N_("SECONDS")},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_auto (CliTable) table = {0};
  g_autoptr (GError) error = NULL;
  SimTick at = 0;

  if (!cli_parse ("listen", N_("FILE.wav"),
                  _("Hears one spoken order, in English, with the words of a battle, and says what it "
                    "means, or why not."),
                  entries, &argc, &argv, 1, 1) ||
      !cli_read_moment ("listen", "--at", at_text, &at))
    return CLI_BAD_USAGE;
  if (!voice_recogniser_is_built ()) {
    voice_recogniser_new (&error);
    return fail (argv[1], error);
  }
  if (!cli_table_lay (&table, id_or_path, "en", at, &error))
    return cli_fail (error);
  return listen (argv[1], table.scenario, table.book, cli_table_view (&table), json);
}
