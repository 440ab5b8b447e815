/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/battle-tape.h"

#include "app/radio-router.h"
#include "app/tape-writer.h"
#include "scenario/scenario-truth.h"
#include "ui/tapes/handler-tape.h"

#include <glib/gi18n.h>
#include <string.h>

#define MEBIBYTE (1024 * 1024)

G_STATIC_ASSERT ((guint) SCENARIO_TAPE_N_REASONS == (guint) VOICE_N_REASONS);
G_STATIC_ASSERT ((guint) SCENARIO_TAPE_MUTED == (guint) VOICE_REASON_MUTED);
G_STATIC_ASSERT ((guint) SCENARIO_TAPE_NO_SPEECH == (guint) VOICE_REASON_NO_SPEECH);

struct _BattleTape {
  GObject parent_instance;
  VoiceRadio *radio;
  EngineBattle *battle;
  GSettings *settings;
  TapeWriter *writer; /* NULL: nothing is taped */
  char *folder;       /* NULL: not ready yet */
  GHashTable *places; /* id for the voice -> Heard, of what was said last by that caption */
  guint64 n_said;
  GHashTable *ids;    /* id for the voice -> id in the index, of what was said last by that caption */
};

/* What became of a caption's words.  */
typedef struct {
  VoicePlace place; /* segment 0: not on the tape */
  guint reason;     /* ScenarioTapeReason */
} Heard;

G_DEFINE_FINAL_TYPE (BattleTape, battle_tape, G_TYPE_OBJECT)

/* ---- Lines ------------------------------------------------------------------------------------ */

static gboolean
is_on_air (EngineCaption *caption)
{
  return engine_caption_get_kind (caption) != ENGINE_CAPTION_CONSOLE;
}

static ScenarioTapeBy
speaker_of (EngineCaption *caption)
{
  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_ORDER)
    return SCENARIO_TAPE_BY_HANDLER;
  return engine_caption_get_machine (caption) >= 0 ? SCENARIO_TAPE_BY_PILOT : SCENARIO_TAPE_BY_DESK;
}

static const char *
event_of (EngineCaption *caption)
{
  const SimWords *words = engine_caption_get_words (caption);
  const char *name = words != NULL ? sim_phrase_name ((SimPhrase) words->phrase) : NULL;

  return name != NULL ? name : "none";
}

/* Strings are borrowed.  */
static ScenarioTapeLine
line_of (BattleTape *self, EngineCaption *caption, guint64 id)
{
  const SimWords *words = engine_caption_get_words (caption);

  return (ScenarioTapeLine){
    .id = id,
    .tick = engine_battle_get_frame (self->battle)->now,
    .end = engine_battle_get_frame (self->battle)->now,
    .by = speaker_of (caption),
    .speaker = (char *) engine_caption_get_speaker (caption),
    .machine = engine_caption_get_machine (caption),
    .air_class = engine_caption_get_air_class (caption),
    .event = (char *) event_of (caption),
    .text = (char *) engine_caption_get_text (caption),
    .air_ms = (guint) (1000 * MAX (engine_caption_get_air_s (caption), 0)),
    .n_lost = words != NULL ? words->n_lost : 0,
    .cut = engine_caption_get_cut (caption),
  };
}

/* 0: it was not noted.  */
static guint64
find_id (BattleTape *self, guint64 voice_id)
{
  const guint64 *id = g_hash_table_lookup (self->ids, &voice_id);

  return self->writer == NULL || id == NULL ? 0 : *id;
}

static void
caption_cb (BattleTape *self, EngineCaption *caption)
{
  guint64 voice_id = radio_router_id_of (caption), id;
  ScenarioTapeLine line;

  if (self->writer == NULL || !is_on_air (caption))
    return;
  id = ++self->n_said;
  g_hash_table_remove (self->places, &voice_id);
  g_hash_table_replace (self->ids, g_memdup2 (&voice_id, sizeof voice_id),
                        g_memdup2 (&id, sizeof id));
  line = line_of (self, caption, id);
  tape_writer_add (self->writer, scenario_tape_write_said (&line));
}

static void
caption_ended_cb (BattleTape *self, EngineCaption *caption)
{
  guint64 id = find_id (self, radio_router_id_of (caption));
  ScenarioTapeLine line;

  if (id == 0)
    return;
  line = line_of (self, caption, id);
  tape_writer_add (self->writer, scenario_tape_write_ended (&line));
}

static void
note_heard (BattleTape *self, guint64 voice_id, const Heard *heard)
{
  g_hash_table_replace (self->places, g_memdup2 (&voice_id, sizeof voice_id),
                        g_memdup2 (heard, sizeof *heard));
}

gboolean
battle_tape_find (BattleTape *self, EngineCaption *caption, const char **folder, VoicePlace *place,
                  const char **why)
{
  guint64 voice_id = radio_router_id_of (caption);
  const Heard *heard = g_hash_table_lookup (self->places, &voice_id);

  *why = NULL;
  if (!is_on_air (caption))
    *why = C_("tape", "it was never on the air");
  else if (self->folder == NULL)
    *why = C_("tape", "no tape is kept of this battle");
  else if (engine_caption_get_speaking (caption))
    *why = C_("tape", "it is still being said");
  else if (heard == NULL)
    *why = C_("tape", "not on the tape");
  else if (heard->place.segment == 0)
    *why = handler_tape_reason_text (heard->reason);
  if (*why != NULL)
    return FALSE;
  *folder = self->folder;
  *place = heard->place;
  return TRUE;
}

static void
taped_cb (BattleTape *self, guint64 voice_id, const VoicePlace *place)
{
  ScenarioTapeLine line = {.id = find_id (self, voice_id),
                           .segment = place->segment,
                           .at_ms = place->at_ms,
                           .tape_ms = place->tape_ms,
                           .length_ms = place->length_ms};

  if (line.id == 0)
    return;
  tape_writer_add (self->writer, scenario_tape_write_sound (&line));
  note_heard (self, voice_id, &(Heard){.place = *place});
}

static void
left_out_cb (BattleTape *self, guint64 voice_id, guint reason)
{
  ScenarioTapeLine line = {.id = find_id (self, voice_id), .unheard = reason};

  if (line.id != 0 && reason < SCENARIO_TAPE_N_REASONS)
    tape_writer_add (self->writer, scenario_tape_write_unheard (&line));
  if (line.id != 0 && !g_hash_table_contains (self->places, &voice_id))
    note_heard (self, voice_id, &(Heard){.reason = reason});
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
stop (BattleTape *self, const char *why, gboolean wait)
{
  TapeWriter *writer = g_steal_pointer (&self->writer);

  if (writer == NULL)
    return;
  voice_radio_end_tape (self->radio);
  tape_writer_add (writer,
                   scenario_tape_write_end (engine_battle_get_frame (self->battle)->now, why));
  tape_writer_finish (writer, wait);
  g_hash_table_remove_all (self->ids);
  g_hash_table_remove_all (self->places);
  g_clear_pointer (&self->folder, g_free);
}

static void
fail (BattleTape *self, const char *why)
{
  /* Translators: a line of the console; the placeholder says why. */
  g_autofree char *text = g_strdup_printf (C_("tape", "The tape of this battle has ended: %s"), why);

  stop (self, why, FALSE);
  engine_battle_notice (self->battle, text);
}

static void
ready_cb (const char *folder, gpointer data)
{
  BattleTape *self = BATTLE_TAPE (data);

  g_set_str (&self->folder, folder);
  voice_radio_begin_tape (self->radio, folder);
}

static void
failed_cb (const char *message, gpointer data)
{
  fail (data, message);
}

static guint
clock_of (const ScenarioBattle *scenario)
{
  GDateTime *start = scenario->start_time;

  return (guint) (g_date_time_get_hour (start) * 3600 + g_date_time_get_minute (start) * 60
                  + g_date_time_get_second (start));
}

static void
start (BattleTape *self)
{
  static const TapeWriterEvents events = {ready_cb, failed_cb};
  const ScenarioBattle *scenario = engine_battle_get_scenario (self->battle);
  ScenarioTapeHead head = {.scenario = scenario->id,
                           .title = scenario->title,
                           .seed = engine_battle_get_seed (self->battle),
                           .begun_us = g_get_real_time (),
                           .clock_s = clock_of (scenario),
                           .tick = engine_battle_get_frame (self->battle)->now};
  guint64 bytes = (guint64) g_settings_get_uint (self->settings, "tape-limit") * MEBIBYTE;

  self->n_said = 0;
  self->writer = tape_writer_new (&head, bytes, &events, self);
}

static void
setting_cb (BattleTape *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "tape");

  if (wanted && self->writer == NULL)
    start (self);
  else if (!wanted)
    stop (self, NULL, FALSE);
}

static void
tape_ended_cb (BattleTape *self, const char *message)
{
  if (self->writer != NULL)
    fail (self, message);
}

static void
connect_all (BattleTape *self)
{
  const struct {
    gpointer object;
    const char *signal;
    GCallback callback;
  } connections[] = {
    {self->battle, "caption", G_CALLBACK (caption_cb)},
    {self->battle, "caption-ended", G_CALLBACK (caption_ended_cb)},
    {self->radio, "taped", G_CALLBACK (taped_cb)},
    {self->radio, "left-out", G_CALLBACK (left_out_cb)},
    {self->radio, "tape-ended", G_CALLBACK (tape_ended_cb)},
    {self->settings, "changed::tape", G_CALLBACK (setting_cb)},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].object, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
}

BattleTape *
battle_tape_new (VoiceRadio *radio, EngineBattle *battle, GSettings *settings)
{
  BattleTape *self = g_object_new (BATTLE_TYPE_TAPE, NULL);

  self->radio = g_object_ref (radio);
  self->battle = g_object_ref (battle);
  self->settings = g_object_ref (settings);
  connect_all (self);
  setting_cb (self);
  return self;
}

void
battle_tape_end (BattleTape *self)
{
  g_return_if_fail (BATTLE_IS_TAPE (self));
  stop (self, NULL, TRUE);
}

static void
battle_tape_dispose (GObject *object)
{
  BattleTape *self = BATTLE_TAPE (object);

  battle_tape_end (self);
  g_clear_object (&self->radio);
  g_clear_object (&self->battle);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (battle_tape_parent_class)->dispose (object);
}

static void
battle_tape_finalize (GObject *object)
{
  g_hash_table_unref (BATTLE_TAPE (object)->ids);
  g_hash_table_unref (BATTLE_TAPE (object)->places);
  G_OBJECT_CLASS (battle_tape_parent_class)->finalize (object);
}

static void
battle_tape_class_init (BattleTapeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = battle_tape_dispose;
  G_OBJECT_CLASS (klass)->finalize = battle_tape_finalize;
}

static void
battle_tape_init (BattleTape *self)
{
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}
