/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/link-sound.h"
#include "app/radio-router.h"
#include "base/base-math.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Told so long ago, a voice is half as loud.  */
#define WHISPER_HALF_S 75.0
/* Whispers this loud, all together, are many.  */
#define MANY 0.8

static double
rounded (double value, double step)
{
  return round (value / step) * step;
}

static double
seconds_since (const PictureView *view, SimTick t)
{
  return t > view->now ? 0 : (double) (view->now - t) / SIM_TICKS_PER_SECOND;
}

static gboolean
is_off_link (const PictureView *view, gsize index)
{
  return index < 64 && (view->link.off_link >> index & 1) != 0;
}

/* ---- The Legion --------------------------------------------------------------------------------- */

/* She hears what the hearer hears, while he is on the link.  */
static gboolean
hearer_is_synced (const PictureView *view, ScenarioBattle *scenario)
{
  for (guint i = 0; i < MIN (scenario_battle_n_members (scenario), view->n_own); i++)
    if (scenario_battle_get_member (scenario, i)->def.hearer)
      return !view->own[i].known_lost && !is_off_link (view, i);
  return FALSE;
}

static double
weight_of (const PictureBearing *bearing)
{
  switch ((SimSize) bearing->size) {
  case SIM_SIZE_LARGE:
    return 1;
  case SIM_SIZE_GROUP:
    return 0.7;
  default:
    return 0.4;
  }
}

static double
whisper_level (const PictureView *view, const PictureBearing *bearing)
{
  double age_s = seconds_since (view, bearing->t_sensed);
  double strained = 0.45 + 0.55 * CLAMP (view->link.strain / 100, 0, 1);

  if (bearing->silent || age_s > LINK_SOUND_WHISPER_S)
    return 0;
  return rounded (weight_of (bearing) * strained * exp2 (-age_s / WHISPER_HALF_S), 0.05);
}

/* A group is told of again and again: the last word counts.  */
static gboolean
is_told_again (const PictureView *view, gsize index)
{
  for (gsize i = index + 1; i < view->n_bearings; i++)
    if (view->bearings[i].voice == view->bearings[index].voice)
      return TRUE;
  return FALSE;
}

/* The loudest ones, each at a place of its own in order of level.  */
static void
add_whisper (VoiceAmbience *ambience, const VoiceWhisper *whisper)
{
  guint at = ambience->n_whispers;

  while (at > 0 && ambience->whispers[at - 1].level < whisper->level)
    at--;
  if (at == VOICE_MAX_WHISPERS)
    return;
  for (guint i = MIN (ambience->n_whispers, VOICE_MAX_WHISPERS - 1); i > at; i--)
    ambience->whispers[i] = ambience->whispers[i - 1];
  ambience->whispers[at] = *whisper;
  ambience->n_whispers = MIN (ambience->n_whispers + 1, VOICE_MAX_WHISPERS);
}

static void
hear_legion (VoiceAmbience *ambience, const PictureView *view, ScenarioBattle *scenario)
{
  if (!hearer_is_synced (view, scenario))
    return;
  for (gsize i = 0; i < view->n_bearings; i++) {
    const PictureBearing *bearing = &view->bearings[i];
    VoiceWhisper whisper = {.voice = bearing->voice,
                            .pan = rounded (radio_router_pan (bearing->bearing_deg), 0.1),
                            .level = whisper_level (view, bearing),
                            .deep = bearing->shepherd != 0};

    if (whisper.level > 0 && !is_told_again (view, i))
      add_whisper (ambience, &whisper);
  }
}

/* ---- Breath ------------------------------------------------------------------------------------- */

static gboolean
is_heard_to_breathe (const PictureView *view, gsize index)
{
  const PictureOwn *own = &view->own[index];

  return own->stress >= LINK_SOUND_BREATH_STRESS && !own->known_lost
         && own->person == SIM_PERSON_ABOARD && own->t_pilot != SIM_TICK_NEVER
         && seconds_since (view, own->t_pilot) <= LINK_SOUND_BREATH_S && !is_off_link (view, index);
}

/* Of all who are afraid, as far as was told, the one who is most.  */
static void
hear_breath (VoiceAmbience *ambience, const PictureView *view, BaseVec listening_point)
{
  const PictureOwn *worst = NULL;
  BaseVec away;

  for (gsize i = 0; i < view->n_own; i++)
    if (is_heard_to_breathe (view, i) && (worst == NULL || view->own[i].stress > worst->stress))
      worst = &view->own[i];
  if (worst == NULL)
    return;
  away = base_vec_sub (worst->fix, listening_point);
  ambience->breath_pilot = (guint) (worst - view->own);
  ambience->breath = rounded (
      MAX ((double) (worst->stress - LINK_SOUND_BREATH_STRESS) / (100 - LINK_SOUND_BREATH_STRESS),
           0.05),
      0.05);
  ambience->breath_pan = rounded (radio_router_pan (base_bearing_deg (away.x, away.y)), 0.1);
}

/* ---- All of it ---------------------------------------------------------------------------------- */

/* On the link by those who are left: one who is taken off it is missed.  */
static double
share_on_link (const PictureView *view)
{
  gsize left = 0;

  for (gsize i = 0; i < view->n_own; i++)
    left += !view->own[i].known_lost;
  return left == 0 ? 0 : rounded (MIN ((double) view->link.synced / (double) left, 1), 0.02);
}

void
link_sound_hear (VoiceAmbience *ambience, const EngineFrame *frame, ScenarioBattle *scenario,
                 BaseVec listening_point)
{
  const PictureView *view = &frame->view;

  *ambience = (VoiceAmbience){.live = frame->now > 0 && !frame->paused && !frame->finished,
                              .sync = share_on_link (view),
                              .strain = rounded (CLAMP (view->link.strain / 100, 0, 1), 0.01),
                              .cut = view->link.cut_s > 0};
  if (ambience->cut)
    return;
  hear_legion (ambience, view, scenario);
  hear_breath (ambience, view, listening_point);
}

static const char *
legion_words (const VoiceAmbience *ambience)
{
  double sum = 0;
  gboolean deep = FALSE;

  for (guint i = 0; i < ambience->n_whispers; i++) {
    sum += ambience->whispers[i].level;
    deep = deep || ambience->whispers[i].deep;
  }
  if (ambience->n_whispers == 0)
    return "";
  if (deep)
    /* Translators: whispers of the enemy's machines on the link, and one that commands them.  */
    return C_("sound", "voices, and a Shepherd");
  if (sum >= MANY)
    /* Translators: whispers of the enemy's machines on the link.  */
    return C_("sound", "voices, many");
  /* Translators: whispers of the enemy's machines on the link.  */
  return C_("sound", "voices, few");
}

char *
link_sound_words (const VoiceAmbience *ambience, OrderBook *book)
{
  g_autofree char *isolated = NULL;
  g_autofree char *breath = NULL;

  if (ambience->breath > 0 && ambience->breath_pilot < order_book_n_machines (book)) {
    isolated = handler_text_isolate (order_book_spoken_name (book, ambience->breath_pilot));
    /* Translators: a pilot is heard to breathe fast; a call sign goes in.  */
    breath = g_strdup_printf (C_("sound", "%s: breath short"), isolated);
  }
  return handler_text_facts (breath != NULL ? breath : "", legion_words (ambience), NULL);
}

/* ---- Settings ----------------------------------------------------------------------------------- */

static const struct {
  VoiceLayer layer;
  const char *key, *volume_key;
} layers[VOICE_N_LAYERS] = {
  {VOICE_LAYER_BED, "sound-bed", "sound-bed-volume"},
  {VOICE_LAYER_BREATH, "sound-breath", "sound-breath-volume"},
  {VOICE_LAYER_LEGION, "sound-legion", "sound-legion-volume"},
  {VOICE_LAYER_CONSOLE, "sound-console", "sound-console-volume"},
};

typedef struct {
  VoiceRadio *radio; /* (owned) */
  GSettings *settings; /* (owned) */
  gulong handler;
} Follower;

static void
changed_cb (Follower *follower)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++) {
    gboolean on = g_settings_get_boolean (follower->settings, layers[i].key);

    voice_radio_set_layer_volume (
        follower->radio, layers[i].layer,
        on ? g_settings_get_double (follower->settings, layers[i].volume_key) : 0);
  }
}

static void
owner_gone_cb (gpointer data, GObject *owner)
{
  Follower *follower = data;

  g_signal_handler_disconnect (follower->settings, follower->handler);
  g_object_unref (follower->settings);
  g_object_unref (follower->radio);
  g_free (follower);
}

void
link_sound_follow_settings (VoiceRadio *radio, GSettings *settings, GObject *owner)
{
  Follower *follower = g_new0 (Follower, 1);

  follower->radio = g_object_ref (radio);
  follower->settings = g_object_ref (settings);
  follower->handler =
      g_signal_connect_swapped (settings, "changed", G_CALLBACK (changed_cb), follower);
  g_object_weak_ref (owner, owner_gone_cb, follower);
  changed_cb (follower);
}
