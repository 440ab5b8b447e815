/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole battle, heard and taped: captions carry everything.
 *
 * Every utterance that the voice is given is a caption of the battle, the same words by the same speaker; every
 * caption of a transmission is given to the voice; each is heard or left out by a rule, and counted; and the tape's
 * index says the same as both.  voice_radio_say() is watched by the linker's --wrap.
 *
 * `test-app-tape --take BATTLE SECONDS` plays so much of a battle at its own speed and prints, for each transmission,
 * when its caption came, when its sound was begun and ended (microseconds): for tests/bench/tape_figures.py.  */
#include "app/battle-tape.h"
#include "app/radio-router.h"
#include "scenario/scenario-tape.h"
#include "scenario/scenario-truth.h"
#include "ui/comms/handler-mutes.h"
#include "voice/voice-player.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define LIMIT_S 150

typedef struct {
  guint64 id; /* for the voice */
  char *text, *speaker;
  EngineCaption *caption; /* borrowed from the battle */
  guint n_finished, n_started;
  gboolean completed;
  guint reason;
  gint64 said_us, started_us, finished_us;
  VoicePlace place; /* as a caption's menu has it; segment 0: it can not be played again */
  const char *why;
} Said;

typedef struct {
  VoiceRadio *radio;
  EngineBattle *battle;
  GSettings *settings;
  BattleTape *tape;
  RadioRouter *router;
  EngineCaption *last; /* borrowed: the caption under way */
  GPtrArray *said;     /* Said, in order */
  guint n_on_air;      /* captions */
  gboolean over;
  guint turn;
} Play;

static Play play;

static void
said_free (gpointer data)
{
  Said *said = data;

  g_free (said->text);
  g_free (said->speaker);
  g_free (said);
}

static const char *
speaker_of (EngineCaption *caption)
{
  int machine = engine_caption_get_machine (caption);

  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_ORDER)
    return "handler";
  if (machine < 0)
    return "desk";
  return order_book_machine (engine_battle_get_book (play.battle), (gsize) machine)->id;
}

void __real_voice_radio_say (VoiceRadio *radio, const VoiceUtterance *utterance);
void __wrap_voice_radio_say (VoiceRadio *radio, const VoiceUtterance *utterance);

/* What is given to the voice is the caption that has just come, word for word.  */
void
__wrap_voice_radio_say (VoiceRadio *radio, const VoiceUtterance *utterance)
{
  Said *said = g_new0 (Said, 1);
  const SimWords *words;

  g_assert_nonnull (play.last);
  words = engine_caption_get_words (play.last);
  g_assert_cmpuint (utterance->id, ==, radio_router_id_of (play.last));
  g_assert_cmpstr (utterance->text, ==, engine_caption_get_spoken (play.last));
  g_assert_cmpstr (utterance->speaker, ==, speaker_of (play.last));
  g_assert_cmpuint (utterance->n_lost, ==, words->n_lost);
  g_assert_cmpfloat (utterance->air_length_s, ==, engine_caption_get_air_s (play.last));
  said->id = utterance->id;
  said->text = g_strdup (utterance->text);
  said->speaker = g_strdup (utterance->speaker);
  said->caption = play.last;
  said->said_us = g_get_monotonic_time ();
  g_ptr_array_add (play.said, said);
  __real_voice_radio_say (radio, utterance);
}

/* The last of this id that has not ended.  */
static Said *
find (guint64 id)
{
  for (guint i = play.said->len; i-- > 0;) {
    Said *said = g_ptr_array_index (play.said, i);

    if (said->id == id)
      return said;
  }
  g_assert_not_reached ();
}

static void
started_cb (VoiceRadio *radio, guint64 id)
{
  find (id)->n_started++;
  find (id)->started_us = g_get_monotonic_time ();
}

static void
left_out_cb (VoiceRadio *radio, guint64 id, guint reason)
{
  find (id)->reason = reason;
}

static void
finished_cb (VoiceRadio *radio, guint64 id, gboolean completed)
{
  Said *said = find (id);

  said->n_finished++;
  said->completed = completed;
  said->finished_us = g_get_monotonic_time ();
}

/* Before the router's.  */
static void
caption_cb (EngineBattle *battle, EngineCaption *caption)
{
  play.last = caption;
  if (engine_caption_get_kind (caption) != ENGINE_CAPTION_CONSOLE)
    play.n_on_air++;
}

/* After it: every transmission was given to the voice when its caption came.  */
static void
caption_after_cb (EngineBattle *battle, EngineCaption *caption)
{
  if (engine_caption_get_kind (caption) != ENGINE_CAPTION_CONSOLE)
    g_assert_cmpuint (play.said->len, ==, play.n_on_air);
  play.last = NULL;
}

static void
ended_cb (EngineBattle *battle)
{
  play.over = TRUE;
}

static void
begin (const char *battle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (battle, &error);
  EngineOptions options = {.staff = STAFF_GOOD, .language = "en"};

  g_assert_no_error (error);
  options.seed = scenario->seed;
  options.difficulty = SIM_DIFFICULTY_STANDARD;
  play.said = g_ptr_array_new_with_free_func (said_free);
  play.settings = g_settings_new ("io.github.handlerone.HandlerOne");
  play.radio = voice_radio_new (VOICE_SINK_FAKE, NULL);
  while (!voice_radio_get_available (play.radio))
    g_main_context_iteration (NULL, TRUE);
  play.battle = engine_battle_new (scenario, &options, &error);
  g_assert_no_error (error);
  g_signal_connect (play.radio, "started", G_CALLBACK (started_cb), NULL);
  g_signal_connect (play.radio, "left-out", G_CALLBACK (left_out_cb), NULL);
  g_signal_connect (play.radio, "finished", G_CALLBACK (finished_cb), NULL);
  g_signal_connect (play.battle, "caption", G_CALLBACK (caption_cb), NULL);
  g_signal_connect (play.battle, "battle-ended", G_CALLBACK (ended_cb), NULL);
  play.tape = battle_tape_new (play.radio, play.battle, play.settings);
  play.router = radio_router_new_for_battle (play.radio, play.battle, play.settings);
  g_signal_connect (play.battle, "caption", G_CALLBACK (caption_after_cb), NULL);
}

static gboolean
all_finished (void)
{
  for (guint i = 0; i < play.said->len; i++)
    if (((Said *) g_ptr_array_index (play.said, i))->n_finished == 0)
      return FALSE;
  return TRUE;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Through the loop until it holds, or the seconds are over.  */
static gboolean
spin (gboolean (*condition) (void), double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  guint timer = g_timeout_add (50, wake_cb, NULL);

  while (!condition () && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  return condition ();
}

static gboolean
is_over (void)
{
  return play.over;
}

static void
end (void)
{
  engine_battle_shutdown (play.battle);
  battle_tape_end (play.tape);
  g_clear_object (&play.router);
  g_clear_object (&play.tape);
  voice_radio_shutdown (play.radio);
  g_clear_object (&play.radio);
}

static void
clear (void)
{
  g_clear_pointer (&play.said, g_ptr_array_unref);
  g_clear_object (&play.battle);
  g_clear_object (&play.settings);
}

/* ---- The test --------------------------------------------------------------------------------- */

/* Slow enough to be heard, fast enough to be thinned out, one voice not wanted.  */
static gboolean
turn_cb (gpointer data)
{
  static const double speeds[] = {1, 2, 1, 3, 1, 30, 2, 1};

  engine_battle_set_speed (play.battle, speeds[play.turn % G_N_ELEMENTS (speeds)]);
  handler_mutes_set (play.settings, order_book_machine (engine_battle_get_book (play.battle), 1)->id,
                     play.turn % 4 > 1);
  play.turn++;
  return G_SOURCE_CONTINUE;
}

static void
assert_all_accounted_for (guint counts[VOICE_N_REASONS], guint *n_heard)
{
  for (guint i = 0; i < play.said->len; i++) {
    const Said *said = g_ptr_array_index (play.said, i);

    g_assert_cmpuint (said->n_finished, ==, 1);
    g_assert_cmpuint (said->n_started, <=, 1);
    g_assert_true (said->completed == (said->reason == VOICE_REASON_NONE));
    g_assert_cmpuint (said->reason, !=, VOICE_REASON_NO_SOUND);
    g_assert_cmpuint (said->reason, !=, VOICE_REASON_NO_SPEECH);
    if (said->completed)
      g_assert_cmpuint (said->n_started, ==, 1);
    *n_heard += said->n_started;
    counts[said->reason]++;
  }
  g_assert_cmpuint (play.said->len, ==, play.n_on_air);
}

/* The lists that the window shows have it all, and nobody changed what was said.  */
static void
assert_in_list (void)
{
  GListModel *captions = engine_battle_get_captions (play.battle);
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL);
  guint n_spoken = 0;

  for (guint i = 0; i < g_list_model_get_n_items (captions); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);

    g_hash_table_insert (by_id, GSIZE_TO_POINTER (radio_router_id_of (caption)), caption);
    /* An order is on the list from when it is given; all others speak.  */
    n_spoken += engine_caption_get_kind (caption) == ENGINE_CAPTION_SPOKEN;
  }
  for (guint i = 0; i < play.said->len; i++) {
    const Said *said = g_ptr_array_index (play.said, i);

    g_assert_true (g_hash_table_lookup (by_id, GSIZE_TO_POINTER (said->id)) == said->caption);
    n_spoken -= engine_caption_get_kind (said->caption) == ENGINE_CAPTION_SPOKEN;
  }
  g_assert_cmpuint (n_spoken, ==, 0);
}

static ScenarioTape *
read_tape (char **folder)
{
  g_autofree char *tapes = scenario_tapes_folder ();
  g_autoptr (GPtrArray) found = scenario_tapes_find (tapes);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *index = NULL;
  ScenarioTape *tape;

  g_assert_cmpuint (found->len, ==, 1);
  *folder = g_strdup (((ScenarioTapeFound *) found->pdata[0])->folder);
  index = g_build_filename (*folder, SCENARIO_TAPE_INDEX, NULL);
  tape = scenario_tape_read (index, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return tape;
}

static void
assert_line (const ScenarioTapeLine *line, const Said *said)
{
  const char *const by[] = {NULL, "handler", "desk"};

  g_assert_cmpstr (line->speaker, ==, engine_caption_get_speaker (said->caption));
  g_assert_cmpstr (line->text, ==, engine_caption_get_text (said->caption));
  g_assert_cmpuint (line->air_class, ==, engine_caption_get_air_class (said->caption));
  g_assert_cmpuint (line->unheard, ==, said->reason);
  g_assert_true ((line->segment != 0) == (said->n_started == 1));
  if (by[line->by] != NULL)
    g_assert_cmpstr (said->speaker, ==, by[line->by]);
  else
    g_assert_cmpint (line->machine, ==, engine_caption_get_machine (said->caption));
}

/* What each caption's menu offers, while the tape is being written.  */
static void
look_for_places (void)
{
  for (guint i = 0; i < play.said->len; i++) {
    Said *said = g_ptr_array_index (play.said, i);
    const char *folder = NULL;

    if (battle_tape_find (play.tape, said->caption, &folder, &said->place, &said->why))
      g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
    g_assert_true ((said->why == NULL) == (said->place.segment != 0));
  }
}

/* An order said twice is one caption, which plays what was said last.  */
static gboolean
is_said_later (guint index)
{
  for (guint i = index + 1; i < play.said->len; i++)
    if (((Said *) g_ptr_array_index (play.said, i))->caption
        == ((Said *) g_ptr_array_index (play.said, index))->caption)
      return TRUE;
  return FALSE;
}

static void
assert_place (const ScenarioTapeLine *line, const Said *said)
{
  g_assert_cmpuint (said->place.segment, ==, line->segment);
  if (line->segment == 0)
    return;
  g_assert_cmpuint (said->place.at_ms, ==, line->at_ms);
  g_assert_cmpuint (said->place.length_ms, ==, line->length_ms);
}

static void
played_cb (VoicePlayer *player, const char *message, gpointer data)
{
  g_assert_null (message);
  *(gboolean *) data = TRUE;
}

/* The words alone are played, and not what was said after them.  */
static void
assert_plays_alone (const char *folder, const Said *said)
{
  g_autoptr (VoicePlayer) player = voice_player_new (VOICE_SINK_FAKE, NULL);
  gboolean over = FALSE;

  g_signal_connect (player, "ended", G_CALLBACK (played_cb), &over);
  voice_player_play_passage (player, folder, said->place.segment, said->place.at_ms,
                             said->place.length_ms);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  if (voice_player_get_segment (player) == said->place.segment)
    g_assert_cmpuint (voice_player_get_at_ms (player), <,
                      said->place.at_ms + said->place.length_ms + 500);
}

static void
assert_tape (guint n_heard)
{
  g_autofree char *folder = NULL, *last = NULL;
  g_autoptr (ScenarioTape) tape = read_tape (&folder);
  guint latest_ms = 0, n_segments = 0;

  g_assert_true (tape->ended);
  g_assert_null (tape->why);
  g_assert_cmpuint (tape->lines->len, ==, play.said->len);
  for (guint i = 0; i < tape->lines->len; i++) {
    const ScenarioTapeLine *line = g_ptr_array_index (tape->lines, i);

    assert_line (line, g_ptr_array_index (play.said, i));
    if (!is_said_later (i))
      assert_place (line, g_ptr_array_index (play.said, i));
    n_heard -= line->segment != 0;
    n_segments = MAX (n_segments, line->segment);
    latest_ms = MAX (latest_ms, line->tape_ms);
  }
  g_assert_cmpuint (n_heard, ==, 0);
  g_assert_cmpuint (latest_ms, >, 5000);
  last = g_strdup_printf ("%s/%04u.ogg", folder, n_segments);
  g_assert_true (g_file_test (last, G_FILE_TEST_IS_REGULAR));
  for (guint i = 0; i < play.said->len; i++)
    if (((Said *) g_ptr_array_index (play.said, i))->place.segment == 1) {
      assert_plays_alone (folder, g_ptr_array_index (play.said, i));
      break;
    }
}

static void
test_everything (void)
{
  guint counts[VOICE_N_REASONS] = {0}, n_heard = 0, turns;

  begin ("training");
  turns = g_timeout_add (2500, turn_cb, NULL);
  g_assert_true (spin (is_over, LIMIT_S));
  g_source_remove (turns);
  engine_battle_shutdown (play.battle);
  g_assert_true (spin (all_finished, 30));
  g_assert_true (spin (all_finished, 0)); /* and what the tape still has to tell */
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE), g_usleep (20000);
  assert_all_accounted_for (counts, &n_heard);
  assert_in_list ();
  look_for_places ();
  end ();
  assert_tape (n_heard);
  g_test_message ("%u transmissions, %u begun to sound", play.said->len, n_heard);
  for (guint i = 0; i < VOICE_N_REASONS; i++)
    g_test_message ("reason %u: %u", i, counts[i]);
  /* A test in which nothing is left out, or all of it, shows nothing.  */
  g_assert_cmpuint (play.said->len, >, 15);
  g_assert_cmpuint (counts[VOICE_REASON_NONE], >, 3);
  g_assert_cmpuint (counts[VOICE_REASON_NONE], <, play.said->len);
  clear ();
}

/* ---- A disk that takes nothing ---------------------------------------------------------------- */

static gboolean
has_notice (void)
{
  GListModel *captions = engine_battle_get_captions (play.battle);

  for (guint i = 0; i < g_list_model_get_n_items (captions); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);

    if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE
        && strstr (engine_caption_get_text (caption), "tape") != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_spoken (void)
{
  return play.said->len > 0 && ((Said *) g_ptr_array_index (play.said, 0))->n_started > 0;
}

/* There is a word, once, and the battle and its voices go on.  */
static void
test_no_folder (void)
{
  g_autofree char *tapes = scenario_tapes_folder (), *above = g_path_get_dirname (tapes);

  g_mkdir_with_parents (above, 0700);
  g_assert_true (g_file_set_contents (tapes, "in the way", -1, NULL));
  begin ("training");
  engine_battle_set_speed (play.battle, 2);
  g_assert_true (spin (has_notice, 10));
  g_assert_true (spin (has_spoken, 60));
  end ();
  clear ();
  play = (Play){0};
  g_assert_cmpint (g_unlink (tapes), ==, 0);
}

/* ---- For figures ------------------------------------------------------------------------------ */

static int
take (const char *battle, double seconds)
{
  begin (battle);
  spin (is_over, seconds);
  engine_battle_shutdown (play.battle);
  spin (all_finished, 20);
  for (guint i = 0; i < play.said->len; i++) {
    const Said *said = g_ptr_array_index (play.said, i);

    printf ("%s %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n", said->speaker,
            engine_caption_get_air_class (said->caption), said->said_us, said->started_us,
            said->finished_us, said->reason);
  }
  fprintf (stderr, "late %u, lost %u\n", voice_radio_get_n_late (play.radio),
           voice_radio_get_n_lost (play.radio));
  end ();
  clear ();
  return 0;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 4 && strcmp (argv[1], "--take") == 0)
    return take (argv[2], g_ascii_strtod (argv[3], NULL));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/tape/no-folder", test_no_folder);
  g_test_add_func ("/app/tape/everything", test_everything);
  return g_test_run ();
}
