/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sets the time: stories of a battle that tells, a window that tells, and a person's own hand.
 *
 * Frames are made here; the battle itself stands, and only its speed and pause are looked at.  */
#include "ui-fixture.h"

#include "ui/battle/handler-pacer.h"

typedef struct {
  EngineBattle *battle;
  GSettings *settings;
  HandlerPacer *pacer;
  EngineFrame *frame;
  char *told;
  guint n_told;
  gboolean urgent;
  char *taken_back; /* why, the last time */
} Fixture;

static void
told_cb (HandlerPacer *pacer, const char *text, gboolean urgent, Fixture *fixture)
{
  g_set_str (&fixture->told, text);
  fixture->urgent = urgent;
  fixture->n_told++;
}

static void
taken_back_cb (HandlerPacer *pacer, const char *words, Fixture *fixture)
{
  g_set_str (&fixture->taken_back, words);
}

static void
reset (GSettings *settings)
{
  static const char *const keys[] = {"pacing",       "pause-on",     "pause-guided",
                                     "pause-unread", "pause-hidden", "pause-dialogs"};

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

/* A battle that is never stepped: what it is told is all that is looked at.  */
static void
set_up (Fixture *fixture, gconstpointer difficulty)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  const EngineOptions options = {.difficulty = GPOINTER_TO_INT (difficulty), .language = "en"};

  g_assert_no_error (error);
  fixture->battle = engine_battle_new (scenario, &options, &error);
  g_assert_no_error (error);
  engine_battle_shutdown (fixture->battle);
  fixture->settings = g_settings_new ("io.github.handlerone.HandlerOne");
  reset (fixture->settings);
  fixture->pacer = handler_pacer_new (fixture->battle);
  g_signal_connect (fixture->pacer, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect (fixture->pacer, "taken-back", G_CALLBACK (taken_back_cb), fixture);
  handler_pacer_set_settings (fixture->pacer, fixture->settings);
  fixture->frame = g_new0 (EngineFrame, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->pacer);
  g_clear_object (&fixture->battle);
  g_clear_object (&fixture->settings);
  g_free (fixture->frame);
  g_free (fixture->told);
  g_free (fixture->taken_back);
}

static void
show (Fixture *fixture, double at_s, EnginePaceCause cause)
{
  static const double speeds[] = {1, 1, 1, 1, 5, 20};

  fixture->frame->now = SIM_SECONDS (at_s);
  fixture->frame->pace = (EnginePace){cause, speeds[cause]};
  handler_pacer_take_frame (fixture->pacer, fixture->frame);
}

static void
ask (Fixture *fixture, double at_s, EngineDecision kind, guint machine)
{
  EngineAsked *asked = &fixture->frame->asked[kind];

  asked->count++;
  asked->t = SIM_SECONDS (at_s);
  asked->unit = (SimUnitId){machine, 1};
  show (fixture, at_s, fixture->frame->pace.cause);
}

static void
assert_time (Fixture *fixture, gboolean paused, double speed, const char *words)
{
  g_assert_cmpint (engine_battle_get_paused (fixture->battle), ==, paused);
  g_assert_cmpfloat (engine_battle_get_speed (fixture->battle), ==, speed);
  g_assert_cmpstr (handler_pacer_get_words (fixture->pacer), ==, words);
}

/* The rule is followed, and a slower speed that is asked for is kept until she asks for another.  */
static void
test_rule (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, ENGINE_PACE_QUIET);
  assert_time (fixture, FALSE, 20, "20×: quiet");
  show (fixture, 20, ENGINE_PACE_FAR);
  assert_time (fixture, FALSE, 5, "5×: contact far off");
  show (fixture, 30, ENGINE_PACE_NEAR);
  assert_time (fixture, FALSE, 1, "1×: contact within 3 km");
  g_assert_cmpstr (fixture->told, ==, "Slower, 1×: contact within 3 km");
  g_assert_false (fixture->urgent);
  engine_battle_set_speed (fixture->battle, 0.5);
  show (fixture, 90, ENGINE_PACE_QUIET);
  assert_time (fixture, FALSE, 0.5, "½×: quiet");
  engine_battle_set_speed (fixture->battle, 5);
  show (fixture, 100, ENGINE_PACE_DUE);
  assert_time (fixture, FALSE, 1, "1×: promise due");
  show (fixture, 140, ENGINE_PACE_QUIET);
  assert_time (fixture, FALSE, 5, "5×: quiet");
  engine_battle_set_speed (fixture->battle, 60); /* until something happens */
  show (fixture, 150, ENGINE_PACE_QUIET);
  assert_time (fixture, FALSE, 60, "60×: quiet");
  g_assert_null (fixture->taken_back);
  show (fixture, 160, ENGINE_PACE_FIGHT);
  assert_time (fixture, FALSE, 1, "1×: fighting");
  g_assert_cmpstr (fixture->taken_back, ==, "1×: fighting");
  g_clear_pointer (&fixture->taken_back, g_free);
  show (fixture, 200, ENGINE_PACE_QUIET);
  assert_time (fixture, FALSE, 20, "20×: quiet");
  g_assert_cmpstr (fixture->told, ==, "Faster, 20×: quiet");
  show (fixture, 204, ENGINE_PACE_FAR); /* of a speed that is the rule's own there is nothing to tell */
  g_assert_null (fixture->taken_back);
  show (fixture, 206, ENGINE_PACE_QUIET);
  g_settings_set_boolean (fixture->settings, "pacing", FALSE);
  assert_time (fixture, FALSE, 20, "");
  show (fixture, 210, ENGINE_PACE_FIGHT);
  assert_time (fixture, FALSE, 20, "");
  handler_pacer_set_follow (fixture->pacer, TRUE);
  assert_time (fixture, FALSE, 1, "1×: fighting");
  g_assert_true (g_settings_get_boolean (fixture->settings, "pacing"));
}

/* A speed above the rule's in a fight is taken back when something grave asks.  */
static void
test_grave (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, ENGINE_PACE_FIGHT);
  engine_battle_set_speed (fixture->battle, 20);
  ask (fixture, 2, ENGINE_DECISION_WAIT, 0);
  assert_time (fixture, FALSE, 20, "20×: fighting");
  ask (fixture, 3, ENGINE_DECISION_EMERGENCY, 0);
  assert_time (fixture, FALSE, 1, "1×: fighting");
}

static void
choose (Fixture *fixture, const char *nick)
{
  const char *const nicks[] = {nick, "of a later version", NULL};

  g_settings_set_strv (fixture->settings, "pause-on", nicks);
}

/* What was chosen stops it, and says who; not again at once, and others not at all.  */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "objection");
  fixture->frame->asked[ENGINE_DECISION_OBJECTION].count = 4; /* before anybody looked */
  show (fixture, 10, ENGINE_PACE_NEAR);
  g_assert_false (engine_battle_get_paused (fixture->battle));
  ask (fixture, 11, ENGINE_DECISION_CONTACT, 0);
  g_assert_false (engine_battle_get_paused (fixture->battle));
  ask (fixture, 12, ENGINE_DECISION_OBJECTION, 1);
  assert_time (fixture, TRUE, 1, "Paused: Objection or advice, or an order fails, Heron");
  g_assert_true (handler_pacer_get_stopped (fixture->pacer));
  g_assert_cmpint (handler_pacer_get_machine (fixture->pacer), ==, 1);
  g_assert_true (fixture->urgent);
  show (fixture, 12, ENGINE_PACE_NEAR); /* frames go on while it stands */
  assert_time (fixture, TRUE, 1, "Paused: Objection or advice, or an order fails, Heron");
  engine_battle_set_paused (fixture->battle, FALSE);
  g_assert_false (handler_pacer_get_stopped (fixture->pacer));
  assert_time (fixture, FALSE, 1, "1×: contact within 3 km");
  ask (fixture, 20, ENGINE_DECISION_OBJECTION, 1);
  g_assert_false (engine_battle_get_paused (fixture->battle));
  ask (fixture, 28, ENGINE_DECISION_OBJECTION, 99); /* no machine of ours */
  assert_time (fixture, TRUE, 1, "Paused: Objection or advice, or an order fails");
}

/* Guided stops at decisions without being told to; of two at once the graver is told.  */
static void
test_guided (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, ENGINE_PACE_NEAR);
  fixture->frame->asked[ENGINE_DECISION_WAIT].count = 1;
  ask (fixture, 2, ENGINE_DECISION_RESCUE, 2);
  assert_time (fixture, TRUE, 1, "Paused: Machine lost, pilot to be fetched, Plover");
  engine_battle_set_paused (fixture->battle, FALSE);
  g_settings_set_boolean (fixture->settings, "pause-guided", FALSE);
  ask (fixture, 3, ENGINE_DECISION_CONTACT, 2);
  g_assert_false (engine_battle_get_paused (fixture->battle));
}

static void
test_unread (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, ENGINE_PACE_FIGHT);
  handler_pacer_take_emergency (fixture->pacer, "Heron");
  handler_pacer_attend (fixture->pacer);
  handler_pacer_take_emergency (fixture->pacer, "Heron");
  g_assert_false (engine_battle_get_paused (fixture->battle));
  handler_pacer_take_emergency (fixture->pacer, "Kestrel");
  assert_time (fixture, TRUE, 1, "Paused: two unread emergencies, Kestrel");
  engine_battle_set_paused (fixture->battle, FALSE);
  handler_pacer_take_emergency (fixture->pacer, "Wren"); /* counted anew */
  g_assert_false (engine_battle_get_paused (fixture->battle));
  g_settings_set_boolean (fixture->settings, "pause-unread", FALSE);
  handler_pacer_take_emergency (fixture->pacer, "Wren");
  g_assert_false (engine_battle_get_paused (fixture->battle));
}

/* A dialog stops what runs, and sets going again what it stopped; a hidden window only stops.  */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, ENGINE_PACE_FIGHT);
  handler_pacer_set_dialog (fixture->pacer, TRUE);
  assert_time (fixture, TRUE, 1, "Paused: a dialog is open");
  handler_pacer_set_dialog (fixture->pacer, FALSE);
  assert_time (fixture, FALSE, 1, "1×: fighting");
  engine_battle_set_paused (fixture->battle, TRUE);
  handler_pacer_set_dialog (fixture->pacer, TRUE);
  handler_pacer_set_dialog (fixture->pacer, FALSE);
  g_assert_true (engine_battle_get_paused (fixture->battle));
  g_assert_false (handler_pacer_get_stopped (fixture->pacer));
  handler_pacer_hide (fixture->pacer); /* it stands by her own hand */
  g_assert_false (handler_pacer_get_stopped (fixture->pacer));
  engine_battle_set_paused (fixture->battle, FALSE);
  handler_pacer_hide (fixture->pacer);
  assert_time (fixture, TRUE, 1, "Paused: the window was hidden");
  engine_battle_set_paused (fixture->battle, FALSE);
  g_settings_set_boolean (fixture->settings, "pause-hidden", FALSE);
  g_settings_set_boolean (fixture->settings, "pause-dialogs", FALSE);
  handler_pacer_hide (fixture->pacer);
  handler_pacer_set_dialog (fixture->pacer, TRUE);
  g_assert_false (engine_battle_get_paused (fixture->battle));
}

/* Without rules nothing happens by itself.  */
static void
test_no_rules (Fixture *fixture, gconstpointer data)
{
  handler_pacer_set_settings (fixture->pacer, NULL);
  show (fixture, 1, ENGINE_PACE_QUIET);
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    ask (fixture, i + 2, i, 0);
  handler_pacer_take_emergency (fixture->pacer, "Wren");
  handler_pacer_take_emergency (fixture->pacer, "Wren");
  handler_pacer_hide (fixture->pacer);
  handler_pacer_set_dialog (fixture->pacer, TRUE);
  assert_time (fixture, FALSE, 1, "");
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_true (g_settings_get_boolean (fixture->settings, "pacing"));
}

int
main (int argc, char **argv)
{
  const gpointer standard = GINT_TO_POINTER (SIM_DIFFICULTY_STANDARD);

  g_test_init (&argc, &argv, NULL);
#define TEST(path, difficulty, func)                                                               \
  g_test_add ("/ui/pacer/" path, Fixture, difficulty, set_up, func, tear_down)
  TEST ("rule", standard, test_rule);
  TEST ("grave", standard, test_grave);
  TEST ("events", standard, test_events);
  TEST ("guided", GINT_TO_POINTER (SIM_DIFFICULTY_GUIDED), test_guided);
  TEST ("unread", standard, test_unread);
  TEST ("window", standard, test_window);
  TEST ("no-rules", standard, test_no_rules);
#undef TEST
  return g_test_run ();
}
