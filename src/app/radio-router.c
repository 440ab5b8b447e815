/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/radio-router.h"
#include "app/link-sound.h"
#include "app/lost-words.h"
#include "app/pilot-voice.h"
#include "app/speech-language.h"
#include "ui/comms/handler-mutes.h"
#include "ui/preferences/handler-voices.h"
#include "ui/widgets/handler-text.h"
#include "voice/voice-language.h"

#include <glib/gi18n.h>
#include <math.h>

/* Speakers nearer than this to the listening point are heard in the middle.  */
#define MIDDLE_M 150.f
/* No voice comes from one side alone.  */
#define PAN_MOST 0.85
/* A platoon's own net beside the squadron's.  */
#define OVERHEARD_DB 5

struct _RadioRouter {
  GObject parent_instance;
  VoiceRadio *radio;
  HandlerBattlePage *page; /* weak */
  EngineBattle *battle;
  GSettings *settings;
  VoiceProfile *profiles; /* by roster index, then the handler's and the desk's */
  gsize n_pilots;
  const char *language; /* that the profiles speak; interned */
  char *heard;          /* (owned) what the link itself sounds like, in words */
  guint32 n_timers;     /* promises due and marks ready that were told */
  gboolean warned;      /* that the link will be cut */
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

VoiceProfile *
radio_router_make_profiles (ScenarioBattle *scenario, const char *language, GSettings *settings)
{
  guint n = scenario_battle_n_members (scenario);
  VoiceProfile *profiles = g_new0 (VoiceProfile, n + 2);

  for (guint i = 0; i < n; i++)
    handler_pilot_voice (&profiles[i], scenario_battle_get_member (scenario, i));
  voice_profile_for_id (&profiles[n], "handler");
  voice_profile_for_id (&profiles[n + 1], "desk");
  handler_voices_apply (settings, profiles, n + 2);
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
  self->profiles = radio_router_make_profiles (scenario, language, self->settings);
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

/* What somebody was asked for is heard each time that it is told.  */
static gboolean
is_answer (const SimWords *words)
{
  return words->again_s > 0
         || (words->phrase >= SIM_PHRASE_STATUS_POSITION
             && words->phrase <= SIM_PHRASE_PLATOON_STATUS)
         || words->phrase == SIM_PHRASE_STATUS_LOADS || words->phrase == SIM_PHRASE_HEARD_NOTHING;
}

/* Where it is, to the nearest half kilometre: who moves on is told of anew.  */
static void
append_argument (GString *subject, const SimArgument *argument)
{
  g_string_append_printf (subject, "/%d.%u.%d.%d", argument->number, (guint) argument->type,
                          (int) floorf (argument->position.x / 500),
                          (int) floorf (argument->position.y / 500));
}

char *
radio_router_subject (EngineCaption *caption)
{
  const SimWords *words = engine_caption_get_words (caption);
  SimAirClass air_class = engine_caption_get_air_class (caption);
  GString *subject;

  if (words == NULL || air_class == SIM_AIR_ORDER || is_answer (words))
    return NULL;
  subject = g_string_new (NULL);
  g_string_printf (subject, "%d/%u", engine_caption_get_machine (caption), words->phrase);
  /* How much there is left of something changes; what it is about does not.  */
  if (air_class == SIM_AIR_EMERGENCY || air_class == SIM_AIR_CONTACT || words->relayed != 0
      || engine_caption_get_machine (caption) < 0)
    for (gsize i = 0; i < SIM_MAX_ARGUMENTS; i++)
      append_argument (subject, &words->arguments[i]);
  return g_string_free_and_steal (subject);
}

/* What is overheard lies under what is said to her.  */
static void
turn_down (VoiceUtterance *utterance, VoiceProfile *own)
{
  *own = *utterance->profile;
  own->gain_db -= OVERHEARD_DB;
  utterance->profile = own;
  utterance->net = 1;
}

static void
caption_cb (RadioRouter *self, EngineCaption *caption)
{
  const char *text = engine_caption_get_spoken (caption);
  VoiceLostInterval lost[VOICE_MAX_LOST_INTERVALS];
  g_autofree char *subject = radio_router_subject (caption);
  VoiceUtterance utterance = {.subject = subject};
  VoiceProfile quiet;

  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE || text == NULL
      || text[0] == '\0')
    return;
  utterance.id = radio_router_id_of (caption);
  utterance.text = text;
  utterance.urgency = class_of (caption);
  utterance.air_length_s = engine_caption_get_air_s (caption);
  utterance.strain = engine_battle_get_frame (self->battle)->view.link.strain / 100;
  utterance.n_lost = lost_words_in_speech (engine_caption_get_text (caption), text, lost,
                                           G_N_ELEMENTS (lost));
  utterance.lost = lost;
  fill_speaker (self, &utterance, caption);
  fill_place (&utterance, caption);
  if (engine_caption_get_own_net (caption))
    turn_down (&utterance, &quiet);
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

/* ---- The link itself ------------------------------------------------------------------------------ */

static void state_cb (RadioRouter *self);

/* A time that was set has come; the console says which.  */
static void
sound_timers (RadioRouter *self, const EngineFrame *frame)
{
  guint32 n = frame->asked[ENGINE_DECISION_PROMISE].count + frame->asked[ENGINE_DECISION_MARK].count;

  if (n > self->n_timers)
    voice_radio_sound (self->radio, VOICE_SOUND_TIMER);
  self->n_timers = n;
}

/* The tone before the cut; the header counts the seconds.  */
static void
sound_warning (RadioRouter *self, const EngineFrame *frame)
{
  gboolean warned = frame->view.link.cut_in_s > 0;

  if (warned && !self->warned)
    voice_radio_sound (self->radio, VOICE_SOUND_ALERT);
  self->warned = warned;
}

static void
hear_link (RadioRouter *self)
{
  const EngineFrame *frame = engine_battle_get_frame (self->battle);
  g_autofree char *words = NULL;
  VoiceAmbience ambience;

  link_sound_hear (&ambience, frame, engine_battle_get_scenario (self->battle),
                   engine_battle_get_listening_point (self->battle));
  ambience.live = ambience.live && !engine_battle_get_paused (self->battle);
  voice_radio_set_ambience (self->radio, &ambience);
  words = link_sound_words (&ambience, engine_battle_get_book (self->battle));
  if (g_set_str (&self->heard, words))
    state_cb (self);
}

static void
frame_cb (RadioRouter *self, EngineFrame *frame)
{
  sound_timers (self, frame);
  sound_warning (self, frame);
  hear_link (self);
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
  g_autofree char *text = NULL;

  if (self->page == NULL)
    return;
  handler_battle_page_set_voiced (self->page, available && !muted);
  if (!available)
    handler_comms_panel_push_spectrum (handler_battle_page_get_comms (self->page), NULL, 0);
  if (muted)
    status = C_("sound", "muted");
  else if (status == NULL)
    status = available ? "" : C_("sound", "captions only");
  text = handler_text_facts (self->heard != NULL ? self->heard : "", status, NULL);
  handler_comms_panel_set_sound_state (handler_battle_page_get_comms (self->page), text);
}

/* ---- Life --------------------------------------------------------------------------------------- */

static void
speech_language_cb (RadioRouter *self)
{
  g_autofree char *setting = g_settings_get_string (self->settings, "speech-language");
  g_autofree char *language = handler_speech_language (setting);

  engine_battle_set_speech_language (self->battle, language);
}

/* Made anew for the next transmission; what sounds goes on as it began.  */
static void
voices_cb (RadioRouter *self)
{
  self->language = NULL;
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
    {"frame", G_CALLBACK (frame_cb)},
    {"notify::paused", G_CALLBACK (hear_link)},
    {"notify::finished", G_CALLBACK (hear_link)},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (battle); i++)
    g_signal_connect_object (self->battle, battle[i].signal, battle[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::speech-language",
                           G_CALLBACK (speech_language_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::muted-speakers", G_CALLBACK (mutes_cb), self,
                           G_CONNECT_SWAPPED);
  handler_voices_follow (self->settings, G_CALLBACK (voices_cb), self);
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
  self->n_timers = engine_battle_get_frame (self->battle)->asked[ENGINE_DECISION_PROMISE].count
                   + engine_battle_get_frame (self->battle)->asked[ENGINE_DECISION_MARK].count;
  hear_link (self);
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

  if (self->radio != NULL) {
    voice_radio_cut_all (self->radio);
    voice_radio_set_ambience (self->radio, &(VoiceAmbience){0});
  }
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->radio);
  g_clear_object (&self->battle);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->profiles, g_free);
  g_clear_pointer (&self->heard, g_free);
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
