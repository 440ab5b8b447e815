/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/caption-replay.h"

#include <glib/gi18n.h>

/* The end of the last word is not to be clipped.  */
#define AFTER_MS 250

struct _CaptionReplay {
  GObject parent_instance;
  HandlerCommsPanel *panel;
  EngineBattle *battle;
  BattleTape *tape; /* or NULL */
  VoicePlayer *player;
  gboolean mine; /* what plays was asked for here */
  gboolean held; /* the battle stands because of it */
};

G_DEFINE_FINAL_TYPE (CaptionReplay, caption_replay, G_TYPE_OBJECT)

static gboolean
find (CaptionReplay *self, EngineCaption *caption, const char **folder, VoicePlace *place,
      const char **why)
{
  if (self->tape != NULL)
    return battle_tape_find (self->tape, caption, folder, place, why);
  *why = C_("tape", "no tape is kept of this battle");
  return FALSE;
}

static const char *
why_not_cb (EngineCaption *caption, gpointer data)
{
  const char *folder, *why = NULL;
  VoicePlace place;

  find (data, caption, &folder, &place, &why);
  return why;
}

static void
go_on (CaptionReplay *self)
{
  gboolean held = self->held;

  self->mine = self->held = FALSE;
  if (held)
    engine_battle_set_paused (self->battle, FALSE);
}

static void
play_cb (EngineCaption *caption, gpointer data)
{
  CaptionReplay *self = data;
  const char *folder, *why;
  VoicePlace place;
  gboolean held;

  if (self->mine) {
    voice_player_stop (self->player);
    return;
  }
  if (!find (self, caption, &folder, &place, &why))
    return;
  held = !engine_battle_get_paused (self->battle);
  engine_battle_set_paused (self->battle, TRUE);
  voice_player_play_passage (self->player, folder, place.segment, place.at_ms,
                             place.length_ms + AFTER_MS);
  self->held = held;
  self->mine = TRUE;
}

static void
ended_cb (CaptionReplay *self, const char *message)
{
  if (!self->mine)
    return;
  if (message != NULL)
    engine_battle_notice (self->battle, message);
  go_on (self);
}

/* The person does not wait for the end: what plays stops.  */
static void
paused_cb (CaptionReplay *self)
{
  if (!self->mine || engine_battle_get_paused (self->battle))
    return;
  self->held = FALSE;
  voice_player_stop (self->player);
}

CaptionReplay *
caption_replay_new (HandlerBattlePage *page, BattleTape *tape, VoicePlayer *player)
{
  CaptionReplay *self = g_object_new (CAPTION_TYPE_REPLAY, NULL);
  const HandlerReplaySource source = {why_not_cb, play_cb, self};

  self->panel = g_object_ref (handler_battle_page_get_comms (page));
  self->battle = g_object_ref (handler_battle_page_get_battle (page));
  g_set_object (&self->tape, tape);
  self->player = g_object_ref (player);
  g_signal_connect_object (player, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->battle, "notify::paused", G_CALLBACK (paused_cb), self,
                           G_CONNECT_SWAPPED);
  handler_comms_panel_set_replay (self->panel, &source);
  return self;
}

static void
caption_replay_dispose (GObject *object)
{
  CaptionReplay *self = CAPTION_REPLAY (object);

  if (self->panel != NULL)
    handler_comms_panel_set_replay (self->panel, NULL);
  self->held = FALSE;
  if (self->mine)
    voice_player_stop (self->player);
  g_clear_object (&self->panel);
  g_clear_object (&self->tape);
  g_clear_object (&self->player);
  g_clear_object (&self->battle);
  G_OBJECT_CLASS (caption_replay_parent_class)->dispose (object);
}

static void
caption_replay_class_init (CaptionReplayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = caption_replay_dispose;
}

static void
caption_replay_init (CaptionReplay *self)
{
}
