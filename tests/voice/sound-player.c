/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A VoiceRadio for test_servers.py: takes commands on standard input, tells what happens on
 * standard output, a line each.
 *
 *   sound N · say ID TEXT · output NAME · record NAME · devices · ping · quit
 *   available 0|1 · status TEXT · finished ID · device output|input NAME LABEL · devices N ·
 *   loud|silent (the meters) · recorded FACTORY DEVICE FELL-BACK · pong */
#include "voice/voice-devices.h"
#include "voice/voice-open.h"
#include "voice/voice.h"

#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  VoiceRadio *radio;     /* (owned) */
  VoiceDevices *devices; /* (owned) (nullable) */
  GMainLoop *loop;       /* (owned) */
  gboolean loud;
} Player;

G_GNUC_PRINTF (1, 2)
static void
tell (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  putchar ('\n');
  fflush (stdout);
}

static void
state_cb (Player *player)
{
  const char *status = voice_radio_get_status (player->radio);

  tell ("available %d", voice_radio_get_available (player->radio));
  tell ("status %s", status != NULL ? status : "");
}

static void
finished_cb (Player *player, guint64 id)
{
  tell ("finished %" G_GUINT64_FORMAT, id);
}

static void
levels_cb (Player *player, const VoiceLevels *levels)
{
  gboolean loud = MAX (levels->rms_db[0], levels->rms_db[1]) > -60;

  if (loud != player->loud)
    tell (loud ? "loud" : "silent");
  player->loud = loud;
}

static void
devices_cb (Player *player)
{
  guint n = 0;

  for (guint kind = 0; kind < VOICE_N_DEVICE_KINDS; kind++)
    for (guint i = 0; i < voice_devices_get_n (player->devices, kind); i++, n++)
      tell ("device %s %s %s", kind == VOICE_DEVICE_OUTPUT ? "output" : "input",
            voice_devices_get_name (player->devices, kind, i),
            voice_devices_get_label (player->devices, kind, i));
  tell ("devices %u", n);
}

static void
list_devices (Player *player)
{
  g_clear_object (&player->devices);
  player->devices = voice_devices_new();
  g_signal_connect_swapped (player->devices, "changed", G_CALLBACK (devices_cb), player);
}

static void
say (Player *player, const char *argument)
{
  char *text;
  VoiceUtterance utterance = {.speaker = "desk", .urgency = VOICE_CLASS_ORDER};

  utterance.id = g_ascii_strtoull (argument, &text, 10);
  utterance.text = text;
  voice_radio_say (player->radio, &utterance);
}

/* Opens what is chosen to record from, until something comes of it. */
static void
record (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  GstElement *source = voice_open_device (VOICE_DEVICE_INPUT, name, &error);
  GstElement *sink = gst_element_factory_make ("fakesink", NULL);
  g_autofree char *device = NULL;

  if (source == NULL) {
    tell ("recorded nothing: %s", error->message);
    gst_object_unref (gst_object_ref_sink (sink));
    return;
  }
  gst_bin_add_many (GST_BIN (pipeline), source, sink, NULL);
  gst_element_link (source, sink);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  gst_element_get_state (pipeline, NULL, NULL, 10 * GST_SECOND);
  g_object_get (source, "current-device", &device, NULL);
  tell ("recorded %s %s %d", GST_OBJECT_NAME (gst_element_get_factory (source)), device,
        voice_open_fell_back (source));
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

static void
obey (Player *player, const char *line)
{
  const char *space = strchr (line, ' ');
  const char *argument = space != NULL ? space + 1 : "";

  if (g_str_has_prefix (line, "sound"))
    voice_radio_sound (player->radio, (VoiceSound)g_ascii_strtoull (argument, NULL, 10));
  else if (g_str_has_prefix (line, "say"))
    say (player, argument);
  else if (g_str_has_prefix (line, "output"))
    voice_radio_set_output (player->radio, argument);
  else if (g_str_has_prefix (line, "record"))
    record (argument);
  else if (g_str_equal (line, "devices"))
    list_devices (player);
  else if (g_str_equal (line, "ping"))
    tell ("pong");
  else
    g_main_loop_quit (player->loop);
}

static gboolean
input_cb (GIOChannel *channel, GIOCondition condition, gpointer data)
{
  g_autofree char *line = NULL;
  gsize end;

  if (g_io_channel_read_line (channel, &line, NULL, &end, NULL) != G_IO_STATUS_NORMAL) {
    obey (data, "quit");
    return G_SOURCE_REMOVE;
  }
  line[end] = '\0';
  obey (data, line);
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  Player player = {0};

  setlocale (LC_ALL, "");
  player.loop = g_main_loop_new (NULL, FALSE);
  player.radio = voice_radio_new (VOICE_SINK_AUTOMATIC, argc > 1 ? argv[1] : NULL);
  g_signal_connect_swapped (player.radio, "notify", G_CALLBACK (state_cb), &player);
  g_signal_connect_swapped (player.radio, "finished", G_CALLBACK (finished_cb), &player);
  g_signal_connect_swapped (player.radio, "levels", G_CALLBACK (levels_cb), &player);
  /* Lines that are read together are there together: no buffer between. */
  g_io_channel_set_buffer_size (input, 4096);
  g_io_add_watch (input, G_IO_IN | G_IO_HUP, input_cb, &player);
  g_main_loop_run (player.loop);
  voice_radio_shutdown (player.radio);
  g_clear_object (&player.radio);
  g_clear_object (&player.devices);
  g_main_loop_unref (player.loop);
  tell ("ended");
  return 0;
}
