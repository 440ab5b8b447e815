/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is heard is what the console shows: the link's own sound, the words that are lost, and who is
 * heard when.  */
#include "app/link-sound.h"
#include "app/lost-words.h"
#include "app/radio-router.h"
#include "engine/engine-player.h"
#include "voice/voice-scheduler.h"
#include "voice/voice-synthesis.h"

#include <math.h>
#include <string.h>

/* ---- The link's own sound ---------------------------------------------------------------------- */

typedef struct {
  ScenarioBattle *scenario;
  EngineFrame frame;
  guint hearer;
} Console;

static Console *
console_new (void)
{
  Console *console = g_new0 (Console, 1);
  PictureView *view = &console->frame.view;

  console->scenario = scenario_battle_load ("three-hills", NULL);
  g_assert_nonnull (console->scenario);
  console->hearer = G_MAXUINT;
  console->frame.now = view->now = 5000;
  view->n_own = scenario_battle_n_members (console->scenario);
  view->link.synced = (uint16_t) view->n_own;
  view->link.strain = 30;
  for (guint i = 0; i < view->n_own; i++) {
    view->own[i].t_pilot = SIM_TICK_NEVER;
    if (scenario_battle_get_member (console->scenario, i)->def.hearer)
      console->hearer = MIN (console->hearer, i);
  }
  g_assert_cmpuint (console->hearer, <, view->n_own);
  return console;
}

static void
console_free (Console *console)
{
  scenario_battle_unref (console->scenario);
  g_free (console);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Console, console_free)

static VoiceAmbience
hear (Console *console)
{
  VoiceAmbience ambience;

  link_sound_hear (&ambience, &console->frame, console->scenario, base_vec (0, 0));
  return ambience;
}

static void
test_bed (void)
{
  g_autoptr (Console) console = console_new ();
  SimLinkState *link = &console->frame.view.link;

  g_assert_true (hear (console).live);
  g_assert_cmpfloat (hear (console).sync, ==, 1);
  g_assert_cmpfloat_with_epsilon (hear (console).strain, 0.3, 0.006);
  link->synced = (uint16_t) (console->frame.view.n_own / 2);
  link->strain = 100;
  g_assert_cmpfloat (hear (console).sync, <, 0.6);
  g_assert_cmpfloat (hear (console).strain, ==, 1);
  link->cut_s = 80;
  g_assert_true (hear (console).cut);
  console->frame.paused = TRUE;
  g_assert_false (hear (console).live);
  console->frame.paused = FALSE;
  console->frame.finished = TRUE;
  g_assert_false (hear (console).live);
  console->frame.finished = FALSE;
  console->frame.now = 0;
  g_assert_false (hear (console).live);
}

static PictureBearing *
add_bearing (Console *console, guint voice, SimSize size, float bearing_deg, SimTick sensed)
{
  PictureView *view = &console->frame.view;
  PictureBearing *bearing = &view->bearings[view->n_bearings++];

  *bearing = (PictureBearing){.voice = (uint16_t) voice, .size = size, .bearing_deg = bearing_deg,
                              .t_sensed = sensed, .t_heard = sensed};
  return bearing;
}

/* The Legion is heard while the hearer is on the link, from where he heard it, and by what he told.  */
static void
test_legion (void)
{
  g_autoptr (Console) console = console_new ();
  PictureView *view = &console->frame.view;
  VoiceAmbience calm, strained;

  g_assert_cmpuint (hear (console).n_whispers, ==, 0);
  add_bearing (console, 1, SIM_SIZE_FEW, 90, 4900);
  add_bearing (console, 2, SIM_SIZE_LARGE, 270, 4990)->shepherd = 1;
  calm = hear (console);
  g_assert_cmpuint (calm.n_whispers, ==, 2);
  g_assert_cmpuint (calm.whispers[0].voice, ==, 2); /* the loudest first */
  g_assert_true (calm.whispers[0].deep);
  g_assert_cmpfloat (calm.whispers[0].pan, <, -0.7);
  g_assert_cmpfloat (calm.whispers[1].pan, >, 0.7);
  view->link.strain = 90;
  strained = hear (console);
  g_assert_cmpfloat (strained.whispers[0].level, >, calm.whispers[0].level);

  /* A newer word on a group takes the place of the older one.  */
  add_bearing (console, 2, SIM_SIZE_FEW, 0, 4995);
  g_assert_cmpuint (hear (console).n_whispers, ==, 2);
  view->bearings[2].silent = 1;
  g_assert_cmpuint (hear (console).n_whispers, ==, 1);
  view->now += SIM_SECONDS (LINK_SOUND_WHISPER_S + 20);
  g_assert_cmpuint (hear (console).n_whispers, ==, 0);
  view->now = 5000;

  for (guint i = 3; i < 9; i++)
    add_bearing (console, i, SIM_SIZE_GROUP, 10.0f * (float) i, 4990);
  g_assert_cmpuint (hear (console).n_whispers, ==, VOICE_MAX_WHISPERS);
  view->link.off_link = G_GUINT64_CONSTANT (1) << console->hearer;
  g_assert_cmpuint (hear (console).n_whispers, ==, 0);
  view->link.off_link = ~view->link.off_link; /* all but him */
  g_assert_cmpuint (hear (console).n_whispers, ==, VOICE_MAX_WHISPERS);
  view->own[console->hearer].known_lost = 1;
  g_assert_cmpuint (hear (console).n_whispers, ==, 0);
  view->own[console->hearer].known_lost = 0;
  view->link.cut_s = 10;
  g_assert_cmpuint (hear (console).n_whispers, ==, 0);
}

/* By what was told of him, and lately: nobody's breath gives away what she does not know.  */
static void
test_breath (void)
{
  g_autoptr (Console) console = console_new ();
  PictureView *view = &console->frame.view;

  view->own[1].stress = 95; /* never told */
  g_assert_cmpfloat (hear (console).breath, ==, 0);
  view->own[1].t_pilot = 4990;
  view->own[1].fix = base_vec (4000, 0);
  g_assert_cmpfloat (hear (console).breath, >, 0.8);
  g_assert_cmpuint (hear (console).breath_pilot, ==, 1);
  g_assert_cmpfloat (hear (console).breath_pan, >, 0.7);
  view->own[2].t_pilot = 4990;
  view->own[2].stress = 70;
  g_assert_cmpuint (hear (console).breath_pilot, ==, 1);
  view->own[1].known_lost = 1;
  g_assert_cmpuint (hear (console).breath_pilot, ==, 2);
  view->own[2].stress = LINK_SOUND_BREATH_STRESS - 1;
  g_assert_cmpfloat (hear (console).breath, ==, 0);
  view->own[1].known_lost = 0;
  view->own[1].person = SIM_PERSON_DOWN;
  g_assert_cmpfloat (hear (console).breath, ==, 0);
  view->own[1].person = SIM_PERSON_ABOARD;
  view->now += SIM_SECONDS (LINK_SOUND_BREATH_S + 10);
  g_assert_cmpfloat (hear (console).breath, ==, 0);
  view->now = 5000;
  view->link.off_link = 2;
  g_assert_cmpfloat (hear (console).breath, ==, 0);
}

static void
test_words (void)
{
  g_autoptr (Console) console = console_new ();
  g_autoptr (OrderBook) book = scenario_battle_book (console->scenario, "en", NULL);
  VoiceAmbience ambience = hear (console);
  g_autofree char *nothing = link_sound_words (&ambience, book);
  g_autofree char *all = NULL;

  g_assert_cmpstr (nothing, ==, "");
  console->frame.view.own[1].stress = 95;
  console->frame.view.own[1].t_pilot = 4990;
  add_bearing (console, 1, SIM_SIZE_FEW, 90, 4900);
  ambience = hear (console);
  all = link_sound_words (&ambience, book);
  g_assert_nonnull (strstr (all, order_book_spoken_name (book, 1)));
  g_assert_nonnull (strstr (all, "breath short"));
  g_assert_nonnull (strstr (all, "voices, few"));
}

/* ---- Lost words -------------------------------------------------------------------------------- */

/* The letters of `spoken` that are lost, as a person would mark them.  */
static char *
lost_in (const char *caption, const char *spoken)
{
  VoiceLostInterval lost[8];
  gsize n = lost_words_in_speech (caption, spoken, lost, G_N_ELEMENTS (lost));
  glong length = g_utf8_strlen (spoken, -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    glong from = (glong) (lost[i].from * length + 500) / 1000;
    glong to = (glong) (lost[i].to * length + 500) / 1000;
    g_autofree char *part = g_utf8_substring (spoken, from, MAX (from, to));

    g_assert_cmpuint (lost[i].from, <=, lost[i].to);
    g_assert_cmpuint (lost[i].to, <=, 1000);
    g_string_append_printf (text, "[%s]", part);
  }
  return g_string_free_and_steal (text);
}

static void
check_lost (const char *caption, const char *spoken, const char *expected)
{
  g_autofree char *lost = lost_in (caption, spoken);

  g_assert_cmpstr (lost, ==, expected);
}

static void
test_lost_words (void)
{
  check_lost ("Contact, four tanks.", "Contact, four tanks.", "");
  check_lost ("Contact, ▒▒▒▒ tanks.", "Contact, four tanks.", "[four]");
  check_lost ("▒▒▒▒▒▒▒, four ▒▒▒▒▒.", "Contact, four tanks.", "[Contact][tanks]");
  check_lost ("▒▒▒▒▒▒▒, ▒▒▒▒ tanks.", "Contact, four tanks.", "[Contact, four]");
  check_lost ("Contact, four ▒▒▒▒▒ at G04-7, moving.",
              "Contact, four tanks at golf zero four decimal seven, moving.", "[tanks]");
  check_lost ("Contact, four tanks at ▒▒▒-▒, moving.",
              "Contact, four tanks at golf zero four decimal seven, moving.",
              "[golf zero four decimal seven]");
  check_lost ("At G04-7 ▒▒▒▒▒ ▒▒▒▒▒▒.", "At golf zero four decimal seven tanks moving.",
              "[tanks moving]");
  /* A word of which a part is gone stands in the same place.  */
  check_lost ("Falling ▒▒ck to the ford.", "Falling back to the ford.", "[ba]");
  check_lost ("▒▒▒", "", "");
  check_lost ("", "Nothing.", "");
}

/* Nothing that comes in breaks it: what comes out is in order and in range.  */
static void
test_lost_words_of_anything (void)
{
  static const char *const pieces[] = {"▒▒▒", " ", "tank", "T04", ",", "ford ", "接触", "é", "▒ ▒"};

  for (guint round = 0; round < 3000; round++) {
    g_autoptr (GString) caption = g_string_new (NULL);
    g_autoptr (GString) spoken = g_string_new (NULL);
    VoiceLostInterval lost[4];
    gsize n;

    for (guint i = g_test_rand_int_range (0, 150); i > 0; i--)
      g_string_append (caption, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    for (guint i = g_test_rand_int_range (0, 150); i > 0; i--)
      g_string_append (spoken, pieces[g_test_rand_int_range (1, G_N_ELEMENTS (pieces))]);
    n = lost_words_in_speech (caption->str, spoken->str, lost, G_N_ELEMENTS (lost));
    g_assert_cmpuint (n, <=, G_N_ELEMENTS (lost));
    for (gsize i = 0; i < n; i++) {
      g_assert_cmpuint (lost[i].from, <=, lost[i].to);
      g_assert_cmpuint (lost[i].to, <=, 1000);
      g_assert_true (i == 0 || lost[i].from >= lost[i - 1].to);
    }
  }
}

/* How loud the voice alone is between two marks, with and without what was lost.  */
static double
share_left (VoicePcm *pcm, const VoiceRadioConditions *conditions, guint from, guint to)
{
  VoiceRadioConditions whole = {.seed = conditions->seed};
  g_autoptr (VoicePcm) all = voice_radio_curve_apply (pcm, &whole);
  g_autoptr (VoicePcm) some = voice_radio_curve_apply (pcm, conditions);
  gsize first = voice_pcm_find (pcm, from), last = voice_pcm_find (pcm, to);
  double both = 0, own = 0;

  for (gsize i = first; i < last; i++) {
    both += (double) all->samples[i] * some->samples[i];
    own += (double) all->samples[i] * all->samples[i];
  }
  return both / own;
}

/* From the caption to the ear: the word that is ▒ is noise, its neighbours are understood.  */
static void
test_lost_words_are_heard_lost (void)
{
  static const char *const said[] = {"Contact", "seven", "tanks", "moving", "south"};
  g_autoptr (GError) error = NULL;
  g_autoptr (VoiceSynthesis) synthesis = voice_synthesis_acquire (&error);
  g_autoptr (VoicePcm) pcm = NULL;
  const char *spoken = "Contact, seven tanks, moving south";
  VoiceProfile profile;

  g_assert_no_error (error);
  voice_profile_for_id (&profile, "undertaker");
  pcm = voice_synthesis_speak (synthesis, &profile, spoken, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pcm->n_marks, >=, G_N_ELEMENTS (said) - 1);
  for (guint gone = 0; gone < G_N_ELEMENTS (said); gone++) {
    g_autoptr (GString) caption = g_string_new (spoken);
    g_autoptr (GString) mask = g_string_new (NULL);
    VoiceLostInterval lost[4];
    VoiceRadioConditions conditions = {.lost = lost, .seed = 3};

    for (gsize i = 0; i < strlen (said[gone]); i++)
      g_string_append (mask, "▒");
    g_string_replace (caption, said[gone], mask->str, 1);
    conditions.n_lost = lost_words_in_speech (caption->str, spoken, lost, G_N_ELEMENTS (lost));
    g_assert_cmpuint (conditions.n_lost, ==, 1);
    for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
      guint from = (guint) ((strstr (spoken, said[i]) - spoken) * 1000 / (glong) strlen (spoken));
      guint to = from + (guint) (strlen (said[i]) * 1000 / strlen (spoken));
      double left = share_left (pcm, &conditions, from + 5, to - 5);

      if (i == gone)
        g_assert_cmpfloat (left, <, 0.35);
      else
        g_assert_cmpfloat (left, >, 0.8);
    }
  }
}

/* ---- Who is heard when -------------------------------------------------------------------------- */

typedef struct {
  VoiceScheduler *scheduler; /* (owned) */
  EngineBattle *battle;
  guint n_said, n_subjects, n_started, n_dropped, n_cut;
} Net;

static void
follow (Net *net, gint64 now_us)
{
  VoiceAction action;

  while (voice_scheduler_next (net->scheduler, now_us, &action)) {
    net->n_started += action.kind == VOICE_ACTION_START;
    net->n_dropped += action.kind == VOICE_ACTION_DROP;
    net->n_cut += action.kind == VOICE_ACTION_CUT;
    if (action.kind == VOICE_ACTION_DROP)
      g_test_message ("%" G_GUINT64_FORMAT " dropped: %d", action.id, action.reason);
  }
}

static gint64
now_us (Net *net, SimTick tick)
{
  return (gint64) tick * (G_USEC_PER_SEC / SIM_TICKS_PER_SECOND);
}

static void
caption_cb (EngineBattle *battle, EngineCaption *caption, gpointer data)
{
  Net *net = data;
  g_autofree char *subject = radio_router_subject (caption);
  g_autofree char *speaker = g_strdup_printf ("%d", engine_caption_get_machine (caption));
  SimTick tick = engine_caption_get_words (caption) == NULL ? 0 : engine_caption_get_tick (caption);
  VoiceUtterance utterance = {.id = engine_caption_get_id (caption) + 1,
                              .speaker = speaker,
                              .subject = subject,
                              .urgency = (VoiceClass) engine_caption_get_air_class (caption),
                              .air_length_s = engine_caption_get_air_s (caption)};

  if (engine_caption_get_kind (caption) != ENGINE_CAPTION_SPOKEN)
    return;
  net->n_said++;
  net->n_subjects += subject != NULL;
  follow (net, now_us (net, tick));
  voice_scheduler_add (net->scheduler, &utterance, now_us (net, tick));
  voice_scheduler_set_ready (net->scheduler, utterance.id, utterance.air_length_s);
  follow (net, now_us (net, tick));
}

static void
caption_ended_cb (EngineBattle *battle, EngineCaption *caption, gpointer data)
{
  Net *net = data;

  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_SPOKEN)
    voice_scheduler_finished (net->scheduler, engine_caption_get_id (caption) + 1);
}

/* At ordinary speed all that the battle sends is heard: its own rules are the stricter ones.  */
static void
test_all_is_heard (void)
{
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("three-hills", NULL);
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = NULL;
  Net net = {.scheduler = voice_scheduler_new (8)};

  options.staff = STAFF_GOOD;
  player = player_new (scenario, &options);
  net.battle = player->battle;
  g_signal_connect (net.battle, "caption", G_CALLBACK (caption_cb), &net);
  g_signal_connect (net.battle, "caption-ended", G_CALLBACK (caption_ended_cb), &net);
  engine_battle_set_speed (net.battle, 60);
  engine_battle_set_paused (net.battle, FALSE);
  player_until_ended (player, 90);
  g_test_message ("%u said, %u with a subject", net.n_said, net.n_subjects);
  g_assert_cmpuint (net.n_said, >, 60);
  g_assert_cmpuint (net.n_subjects, >, 40);
  g_assert_cmpuint (net.n_started, ==, net.n_said);
  g_assert_cmpuint (net.n_dropped, ==, 0);
  voice_scheduler_free (net.scheduler);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/link-sound/bed", test_bed);
  g_test_add_func ("/app/link-sound/legion", test_legion);
  g_test_add_func ("/app/link-sound/breath", test_breath);
  g_test_add_func ("/app/link-sound/words", test_words);
  g_test_add_func ("/app/lost-words/same-words", test_lost_words);
  g_test_add_func ("/app/lost-words/anything", test_lost_words_of_anything);
  g_test_add_func ("/app/lost-words/heard", test_lost_words_are_heard_lost);
  g_test_add_func ("/app/net/all-is-heard", test_all_is_heard);
  return g_test_run ();
}
