/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text is read sentence by sentence; the action says what is read, and stops.  */
#include "app/read-aloud.h"

static void
test_split (void)
{
  g_auto (GStrv) some = read_aloud_split ("Hold it. At 2.5 km?\n\nNo! 丘を守れ。すぐに。End");
  g_auto (GStrv) none = read_aloud_split (" \n ");
  const char *const expected[] = {"Hold it.", "At 2.5 km?", "No!", "丘を守れ。", "すぐに。", "End", NULL};

  g_assert_true (g_strv_equal ((const char *const *) some, expected));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static const char *
state_of (GAction *action)
{
  g_autoptr (GVariant) state = g_action_get_state (action);

  return g_intern_string (g_variant_get_string (state, NULL));
}

static void
wait_until (gboolean (*done) (GAction *action), GAction *action)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!done (action)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, FALSE);
    g_usleep (2000);
  }
}

static gboolean
is_silent (GAction *action)
{
  return *state_of (action) == '\0';
}

static void
finished_cb (VoiceRadio *radio, guint64 id, gboolean completed, guint *n)
{
  *n += completed;
}

/* To the end of its three sentences; and no farther than until it is asked to stop.  */
static void
test_reading (void)
{
  VoiceRadio *radio = voice_radio_new (VOICE_SINK_FAKE, NULL);
  g_autoptr (GAction) action = read_aloud_action_new (radio, NULL);
  guint n = 0;

  wait_until (g_action_get_enabled, action);
  g_signal_connect (radio, "finished", G_CALLBACK (finished_cb), &n);
  g_assert_true (is_silent (action));
  g_action_activate (action, g_variant_new_string ("One. Two. Three."));
  g_assert_cmpstr (state_of (action), ==, "One. Two. Three.");
  wait_until (is_silent, action);
  g_assert_cmpuint (n, ==, 3);

  g_action_activate (action, g_variant_new_string ("Four. Five. Six."));
  g_action_activate (action, g_variant_new_string ("Four. Five. Six."));
  g_assert_true (is_silent (action));
  g_action_activate (action, g_variant_new_string ("Seven. Eight."));
  g_action_activate (action, g_variant_new_string (""));
  g_assert_true (is_silent (action));
  g_assert_cmpuint (n, ==, 3);
  voice_radio_shutdown (radio);
  g_clear_object (&action);
  g_object_unref (radio);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/read-aloud/sentences", test_split);
  g_test_add_func ("/app/read-aloud/reading", test_reading);
  return g_test_run ();
}
