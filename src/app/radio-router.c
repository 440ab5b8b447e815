/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/radio-router.h"
#include "app/pilot-voice.h"
#include "app/speech-language.h"
#include "ui/comms/handler-mutes.h"
#include "voice/voice-language.h"

#include <glib/gi18n.h>
#include <math.h>

/* Speakers nearer than this to the listening point are heard in the middle.  */
#define MIDDLE_M 150.f
/* No voice comes from one side alone.  */
#define PAN_MOST 0.85

struct _RadioRouter {
  GObject parent_instance;
  VoiceRadio *radio;
  HandlerBattlePage *page; /* weak */
  EngineBattle *battle;
  GSettings *settings;
  VoiceProfile *profiles; /* by roster index, then the handler's and the desk's */
  gsize n_pilots;
  const char *language; /* that the profiles speak; interned */
};

G_DEFINE_FINAL_TYPE (RadioRouter, radio_router, G_TYPE_OBJECT)

double
radio_router_pan (double bearing_deg)
{
  return PAN_MOST * sin (bearing_deg * G_PI / 180);
}

guint64
radio_router_id_of (EngineCaption *caption)
{
  return engine_caption_get_id (caption) + 1;
}

/* ---- What is said ----------------------------------------------------------------------------- */

static VoiceClass
class_of (EngineCaption *caption)
{
  static const VoiceClass classes[SIM_N_AIR_CLASSES] = {
    [SIM_AIR_EMERGENCY] = VOICE_CLASS_EMERGENCY, [SIM_AIR_CONTACT] = VOICE_CLASS_CONTACT,
    [SIM_AIR_ORDER] = VOICE_CLASS_ORDER,         [SIM_AIR_STATUS] = VOICE_CLASS_STATUS,
    [SIM_AIR_TALK] = VOICE_CLASS_TALK,
  };
  SimAirClass air_class = engine_caption_get_air_class (caption);

  return (guint) air_class < SIM_N_AIR_CLASSES ? classes[air_class] : VOICE_CLASS_TALK;
}

static void
fill_place (VoiceUtterance *utterance, EngineCaption *caption)
{
  float bearing, distance;

  if (!engine_caption_get_place (caption, &bearing, &distance, NULL))
    return;
  utterance->distance_m = distance;
  utterance->pan = distance < MIDDLE_M ? 0 : radio_router_pan (bearing);
}

static gsize
fill_lost (VoiceLostInterval lost[SIM_MAX_LOST_WORDS], EngineCaption *caption)
{
  const SimWords *words = engine_caption_get_words (caption);
  gsize n = words == NULL ? 0 : MIN (words->n_lost, SIM_MAX_LOST_WORDS);

  for (gsize i = 0; i < n; i++)
    lost[i] = (VoiceLostInterval){words->lost[i].from, words->lost[i].to};
  return n;
}

VoiceProfile *
radio_router_make_profiles (ScenarioBattle *scenario, const char *language)
{
  guint n = scenario_battle_n_members (scenario);
  VoiceProfile *profiles = g_new0 (VoiceProfile, n + 2);

  for (guint i = 0; i < n; i++)
    handler_pilot_voice (&profiles[i], scenario_battle_get_member (scenario, i));
  voice_profile_for_id (&profiles[n], "handler");
  voice_profile_for_id (&profiles[n + 1], "desk");
  for (guint i = 0; i < n + 2; i++)
    voice_profile_set_language (&profiles[i], language);
  return profiles;
}

/* The voices follow the words, not the setting: a line may still be in the language before.  */
static void
speak_language (RadioRouter *self, const char *language)
{
  ScenarioBattle *scenario = engine_battle_get_scenario (self->battle);

  if (self->language == language)
    return;
  g_free (self->profiles);
  self->profiles = radio_router_make_profiles (scenario, language);
  self->n_pilots = scenario_battle_n_members (scenario);
  self->language = language;
}

/* The handler's own voice and the desk are in the room, not on the radio.  */
static void
fill_speaker (RadioRouter *self, VoiceUtterance *utterance, EngineCaption *caption)
{
  int machine = engine_caption_get_machine (caption);
  gboolean order = engine_caption_get_kind (caption) == ENGINE_CAPTION_ORDER;

  speak_language (self, g_intern_string (engine_caption_get_spoken_language (caption)));
  if (!order && machine >= 0 && (gsize) machine < self->n_pilots) {
    utterance->profile = &self->profiles[machine];
  } else {
    utterance->profile = &self->profiles[self->n_pilots + (order ? 0 : 1)];
    utterance->dry = TRUE;
  }
  utterance->speaker = utterance->profile->id;
}

static void
caption_cb (RadioRouter *self, EngineCaption *caption)
{
  const char *text = engine_caption_get_spoken (caption);
  VoiceLostInterval lost[SIM_MAX_LOST_WORDS];
  VoiceUtterance utterance = {0};

  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE || text == NULL
      || text[0] == '\0')
    return;
  utterance.id = radio_router_id_of (caption);
  utterance.text = text;
  utterance.urgency = class_of (caption);
  utterance.air_length_s = engine_caption_get_air_s (caption);
  utterance.strain = engine_battle_get_frame (self->battle)->view.link.strain / 100;
  utterance.n_lost = fill_lost (lost, caption);
  utterance.lost = lost;
  fill_speaker (self, &utterance, caption);
  fill_place (&utterance, caption);
  voice_radio_say (self->radio, &utterance);
}

static void
caption_ended_cb (RadioRouter *self, EngineCaption *caption)
{
  if (engine_caption_get_cut (caption))
    voice_radio_cut (self->radio, radio_router_id_of (caption));
}

/* ---- Console sounds; each has its caption, alert or card ---------------------------------------- */

static void
report_cb (RadioRouter *self, const SimReport *report)
{
  switch ((SimReportKind) report->kind) {
  case SIM_REPORT_CONTACT:
    voice_radio_sound (self->radio, VOICE_SOUND_CONTACT);
    break;
  case SIM_REPORT_OWN_DOWN:
  case SIM_REPORT_UNDER_FIRE:
    voice_radio_sound (self->radio, VOICE_SOUND_ALERT);
    break;
  default:
    break;
  }
}

static void
order_changed_cb (RadioRouter *self, const SimOrderChange *change)
{
  if (change->state == SIM_ORDER_ENTERED)
    voice_radio_sound (self->radio, VOICE_SOUND_ORDER_ACCEPTED);
  else if (change->state == SIM_ORDER_REFUSED || change->state == SIM_ORDER_LOST)
    voice_radio_sound (self->radio, VOICE_SOUND_ORDER_REFUSED);
}

static void
speed_cb (RadioRouter *self)
{
  voice_radio_set_time_scale (self->radio, engine_battle_get_speed (self->battle));
}

/* ---- Meters and state --------------------------------------------------------------------------- */

static void
levels_cb (RadioRouter *self, const VoiceLevels *levels)
{
  HandlerCommsPanel *comms;

  if (self->page == NULL)
    return;
  comms = handler_battle_page_get_comms (self->page);
  handler_comms_panel_set_levels (comms, levels->rms_db[0], levels->rms_db[1]);
  handler_comms_panel_push_spectrum (comms, levels->spectrum_db, VOICE_SPECTRUM_BANDS);
}

static void
state_cb (RadioRouter *self)
{
  gboolean muted = voice_radio_get_muted (self->radio);
  gboolean available = voice_radio_get_available (self->radio);
  const char *status = voice_radio_get_status (self->radio);

  if (self->page == NULL)
    return;
  handler_battle_page_set_voiced (self->page, available && !muted);
  if (muted)
    status = C_("sound", "muted");
  else if (status == NULL)
    status = available ? "" : C_("sound", "captions only");
  handler_comms_panel_set_sound_state (handler_battle_page_get_comms (self->page), status);
}

/* ---- Life --------------------------------------------------------------------------------------- */

static void
speech_language_cb (RadioRouter *self)
{
  g_autofree char *setting = g_settings_get_string (self->settings, "speech-language");
  g_autofree char *language = handler_speech_language (setting);

  engine_battle_set_speech_language (self->battle, language);
}

/* Ids of profiles and machines are the same.  */
static void
mutes_cb (RadioRouter *self)
{
  OrderBook *book = engine_battle_get_book (self->battle);
  static const char *const others[] = {"desk", "handler"};

  for (gsize i = 0; i < order_book_n_machines (book); i++) {
    const char *id = order_book_machine (book, i)->id;

    voice_radio_set_speaker_muted (self->radio, id, handler_mutes_contains (self->settings, id));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    voice_radio_set_speaker_muted (self->radio, others[i],
                                   handler_mutes_contains (self->settings, others[i]));
}

static void
connect_all (RadioRouter *self)
{
  const struct {
    const char *signal;
    GCallback callback;
  } battle[] = {
    {"caption", G_CALLBACK (caption_cb)},
    {"caption-ended", G_CALLBACK (caption_ended_cb)},
    {"report", G_CALLBACK (report_cb)},
    {"order-changed", G_CALLBACK (order_changed_cb)},
    {"notify::speed", G_CALLBACK (speed_cb)},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (battle); i++)
    g_signal_connect_object (self->battle, battle[i].signal, battle[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::speech-language",
                           G_CALLBACK (speech_language_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::muted-speakers", G_CALLBACK (mutes_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->radio, "levels", G_CALLBACK (levels_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->radio, "notify", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
}

static RadioRouter *
follow (VoiceRadio *radio, EngineBattle *battle, HandlerBattlePage *page, GSettings *settings)
{
  RadioRouter *self = g_object_new (RADIO_TYPE_ROUTER, NULL);

  self->radio = g_object_ref (radio);
  g_set_weak_pointer (&self->page, page);
  self->battle = g_object_ref (battle);
  self->settings = g_object_ref (settings);
  connect_all (self);
  speech_language_cb (self);
  mutes_cb (self);
  speed_cb (self);
  state_cb (self);
  return self;
}

RadioRouter *
radio_router_new (VoiceRadio *radio, HandlerBattlePage *page, GSettings *settings)
{
  return follow (radio, handler_battle_page_get_battle (page), page, settings);
}

RadioRouter *
radio_router_new_for_battle (VoiceRadio *radio, EngineBattle *battle, GSettings *settings)
{
  return follow (radio, battle, NULL, settings);
}

static void
radio_router_dispose (GObject *object)
{
  RadioRouter *self = RADIO_ROUTER (object);

  if (self->radio != NULL)
    voice_radio_cut_all (self->radio);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->radio);
  g_clear_object (&self->battle);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->profiles, g_free);
  G_OBJECT_CLASS (radio_router_parent_class)->dispose (object);
}

static void
radio_router_class_init (RadioRouterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = radio_router_dispose;
}

static void
radio_router_init (RadioRouter *self)
{
}
