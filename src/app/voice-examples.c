/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/voice-examples.h"

#include "app/pilot-voice.h"
#include "app/speech-language.h"
#include "scenario/scenario-files.h"
#include "ui/preferences/handler-voices.h"
#include "ui/widgets/handler-text.h"
#include "voice/voice-language.h"

#include <glib/gi18n.h>
#include <string.h>

/* Far from the ids of captions and of what is read aloud.  */
#define FIRST_ID (G_GUINT64_CONSTANT (3) << 61)
/* Beside the squadron's net and the platoons' own.  */
#define NET 2
/* From near by: all of the voice is to be heard.  */
#define DISTANCE_M 300

typedef struct {
  HandlerVoicesPage *page; /* borrowed: it owns this */
  VoiceRadio *radio;       /* (owned) */
  GSettings *settings;     /* (owned) */
  ScenarioBattle *battle;  /* (owned) (nullable): has the words */
  GArray *cast;            /* (owned) of VoiceProfile, as the data has them */
  guint64 id;              /* of what was said last; 0: nothing */
} Examples;

/* ---- Who there is ----------------------------------------------------------------------------- */

static gboolean
is_cast (Examples *self, const char *id)
{
  for (guint i = 0; i < self->cast->len; i++)
    if (g_str_equal (g_array_index (self->cast, VoiceProfile, i).id, id))
      return TRUE;
  return FALSE;
}

static void
add (Examples *self, const VoiceProfile *profile, const char *name)
{
  g_array_append_val (self->cast, *profile);
  handler_voices_page_add (self->page, profile->id, name);
}

static void
add_fixed (Examples *self, const char *id, const char *name)
{
  VoiceProfile profile;

  voice_profile_for_id (&profile, id);
  add (self, &profile, name);
}

/* Who has no call sign is called by platoon and number.  */
static char *
name_of (const OrderMachine *machine)
{
  g_autofree char *number = NULL;

  if (*machine->call_sign != '\0')
    return g_strdup (machine->call_sign);
  number = g_strdup_printf ("%u", machine->number);
  return handler_text_facts (order_platoon_title (machine->platoon), number, NULL);
}

static void
add_pilot (Examples *self, const VoiceProfile *profile, const OrderMachine *machine)
{
  g_autofree char *name = name_of (machine);

  if (!is_cast (self, machine->id))
    add (self, profile, name);
}

static void
add_battle (Examples *self, ScenarioBattle *battle)
{
  handler_voices_page_begin_group (self->page, scenario_battle_get_title (battle));
  for (guint i = 0; i < scenario_battle_n_people (battle); i++) {
    const ScenarioMember *member = scenario_battle_get_member (battle, i);
    VoiceProfile profile;

    handler_pilot_voice (&profile, member);
    add_pilot (self, &profile, &member->machine);
  }
}

/* Of those who are not in the battle as well.  */
static gboolean
has_others (Examples *self, const ScenarioCampaign *campaign)
{
  for (guint i = 0; i < campaign->people->len; i++)
    if (!is_cast (self, g_array_index (campaign->people, ScenarioPerson, i).machine.id))
      return TRUE;
  return FALSE;
}

static void
add_campaign (Examples *self, const char *path)
{
  g_autoptr (ScenarioCampaign) campaign = scenario_campaign_load (path, NULL);

  if (campaign == NULL || !has_others (self, campaign))
    return;
  handler_voices_page_begin_group (self->page, campaign->title);
  for (guint i = 0; i < campaign->people->len; i++) {
    const ScenarioPerson *person = &g_array_index (campaign->people, ScenarioPerson, i);
    VoiceProfile profile;

    handler_person_voice (&profile, person);
    add_pilot (self, &profile, &person->machine);
  }
}

static void
add_campaigns (Examples *self)
{
  g_autoptr (GPtrArray) found = scenario_files_find ();

  for (guint i = 0; i < found->len; i++) {
    const ScenarioFound *file = g_ptr_array_index (found, i);

    if (file->is_campaign)
      add_campaign (self, file->path);
  }
}

static void
add_everybody (Examples *self, ScenarioBattle *battle)
{
  guint n_fixed;

  /* Translators: heading: the two voices that are beside the player, and not out there.  */
  handler_voices_page_begin_group (self->page, C_("voice", "In the Room"));
  add_fixed (self, "desk", C_("speaker", "Operator desk"));
  add_fixed (self, "handler", C_("speaker", "Handler One"));
  n_fixed = self->cast->len;
  if (battle != NULL)
    add_battle (self, battle);
  add_campaigns (self);
  if (self->cast->len == n_fixed && self->battle != NULL)
    add_battle (self, self->battle);
}

/* ---- What is heard ---------------------------------------------------------------------------- */

/* As in a battle: all of them are told apart, and one is taken.  */
static gboolean
find_profile (Examples *self, const char *speaker, const char *language, VoiceProfile *profile)
{
  gsize n = self->cast->len;
  g_autofree VoiceProfile *profiles = g_memdup2 (self->cast->data, n * sizeof (VoiceProfile));

  handler_voices_apply (self->settings, profiles, n);
  for (gsize i = 0; i < n; i++) {
    if (!g_str_equal (profiles[i].id, speaker))
      continue;
    *profile = profiles[i];
    return voice_profile_set_language (profile, language);
  }
  return FALSE;
}

/* A report that everybody gives: where he is.  */
static char *
example_words (ScenarioBattle *battle, const char *language)
{
  g_autoptr (OrderCatalogue) messages = scenario_language_messages (language);
  g_autofree char *typed = scenario_order_language ();
  g_autoptr (OrderBook) book = scenario_battle_speech_book (battle, typed, messages, NULL);
  SimWords words = {.phrase = SIM_PHRASE_STATUS_POSITION};
  float width_m, height_m;

  if (book == NULL)
    return NULL;
  scenario_battle_get_size (battle, &width_m, &height_m);
  words.arguments[0].position = (BaseVec){width_m / 2, height_m / 2};
  return order_render_words (book, &words, NULL, TRUE);
}

static void
hear_cb (HandlerVoicesPage *page, const char *speaker, Examples *self)
{
  static guint64 last = FIRST_ID;
  g_autofree char *setting = g_settings_get_string (self->settings, "speech-language");
  g_autofree char *language = handler_speech_language (setting);
  g_autofree char *words = self->battle != NULL ? example_words (self->battle, language) : NULL;
  VoiceProfile profile;
  VoiceUtterance utterance = {.id = ++last,
                              .speaker = "example", /* heard also of who is muted in battles */
                              .profile = &profile,
                              .urgency = VOICE_CLASS_ORDER,
                              .net = NET,
                              .distance_m = DISTANCE_M};

  if (words == NULL || !find_profile (self, speaker, language, &profile))
    return;
  if (self->id != 0)
    voice_radio_cut (self->radio, self->id);
  utterance.dry = g_str_equal (speaker, "desk") || g_str_equal (speaker, "handler");
  utterance.text = words;
  self->id = utterance.id;
  voice_radio_say (self->radio, &utterance);
}

static void
state_cb (HandlerVoicesPage *page, GParamSpec *pspec, VoiceRadio *radio)
{
  gboolean available = voice_radio_get_available (radio), muted = voice_radio_get_muted (radio);
  const char *status = voice_radio_get_status (radio);

  if (available && muted)
    status = C_("voice", "Nothing is heard: the link is muted");
  else if (status == NULL)
    status = C_("voice", "Nothing is heard: there is no sound");
  handler_voices_page_set_heard (page, available && !muted, status);
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
examples_free (gpointer data)
{
  Examples *self = data;

  if (self->id != 0)
    voice_radio_cut (self->radio, self->id);
  g_clear_pointer (&self->battle, scenario_battle_unref);
  g_array_unref (self->cast);
  g_object_unref (self->settings);
  g_object_unref (self->radio);
  g_free (self);
}

AdwNavigationPage *
voice_examples_page_new (VoiceRadio *radio, GSettings *settings, ScenarioBattle *battle)
{
  g_autofree char *setting = g_settings_get_string (settings, "speech-language");
  g_autofree char *language = handler_speech_language (setting);
  Examples *self = g_new0 (Examples, 1);

  self->radio = g_object_ref (radio);
  self->settings = g_object_ref (settings);
  self->battle = battle != NULL ? scenario_battle_ref (battle) : scenario_battle_load ("training", NULL);
  self->cast = g_array_new (FALSE, FALSE, sizeof (VoiceProfile));
  self->page = handler_voices_page_new (settings, g_str_has_prefix (language, "en"));
  g_object_set_data_full (G_OBJECT (self->page), "voice-examples", self, examples_free);
  add_everybody (self, battle);
  g_signal_connect (self->page, "hear", G_CALLBACK (hear_cb), self);
  g_signal_connect_object (radio, "notify", G_CALLBACK (state_cb), self->page, G_CONNECT_SWAPPED);
  state_cb (self->page, NULL, radio);
  return ADW_NAVIGATION_PAGE (self->page);
}
