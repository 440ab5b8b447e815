/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline is run for a while, in all its states, with GStreamer's leak tracer: nothing is
 * alive afterwards. */
#include "voice/voice.h"

#include "test-sink.h"

#include <locale.h>

typedef struct {
  guint n_started, n_ended;
} Fixture;

static void
on_started (VoiceRadio *radio, guint64 id, gpointer data)
{
  ((Fixture *) data)->n_started++;
}

static void
on_finished (VoiceRadio *radio, guint64 id, gboolean completed, gpointer data)
{
  ((Fixture *) data)->n_ended++;
}

static GstTracer *
find_tracer (void)
{
  GList *tracers = gst_tracing_get_active_tracers();
  GstTracer *found = NULL;

  for (GList *link = tracers; link != NULL; link = link->next) {
    if (g_str_equal (G_OBJECT_TYPE_NAME (link->data), "GstLeaksTracer"))
      found = g_object_ref (link->data);
  }
  g_list_free_full (tracers, gst_object_unref);
  return found;
}

/* Each object of a list is one more or one less at its address. */
static void
add_up (GHashTable *living, const GstStructure *checkpoint, const char *field, int sign)
{
  const GValue *list = gst_structure_get_value (checkpoint, field);
  guint n = list != NULL ? gst_value_list_get_size (list) : 0;

  for (guint i = 0; i < n; i++) {
    const GstStructure *object = gst_value_get_structure (gst_value_list_get_value (list, i));
    g_autofree char *key = g_strdup_printf ("%s %s", gst_structure_get_string (object, "type-name"),
                                            gst_structure_get_string (object, "address"));
    int count = GPOINTER_TO_INT (g_hash_table_lookup (living, key)) + sign;

    g_hash_table_insert (living, g_steal_pointer (&key), GINT_TO_POINTER (count));
  }
}

/* Objects that were made since the last time and live; each is named. */
static guint
count_living (GstTracer *tracer)
{
  g_autoptr (GstStructure) checkpoint = NULL;
  g_autoptr (GHashTable) living = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;
  guint n = 0;

  g_signal_emit_by_name (tracer, "activity-get-checkpoint", &checkpoint);
  g_assert_nonnull (checkpoint);
  add_up (living, checkpoint, "objects-created-list", 1);
  add_up (living, checkpoint, "objects-removed-list", -1);
  g_assert_cmpuint (g_hash_table_size (living), >, 0);
  g_hash_table_iter_init (&iter, living);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    if (GPOINTER_TO_INT (value) > 0) {
      n++;
      g_test_message ("%s", (char *) key);
    }
  }
  return n;
}

static void
say (VoiceRadio *radio, guint64 id)
{
  static const VoiceLostInterval lost[] = {{200, 400}};
  g_autofree char *speaker = g_strdup_printf ("pilot-%" G_GUINT64_FORMAT, id % 9);
  VoiceUtterance u = {.id = id,
                      .speaker = speaker,
                      .text = "Contact, four tanks at golf zero four.",
                      .urgency = VOICE_CLASS_CONTACT,
                      .net = id % 9,
                      .strain = 0.7,
                      .lost = lost,
                      .n_lost = 1,
                      .pan = 0.3};

  voice_radio_say (radio, &u);
}

/* A battle in small: all at once, cut, asleep, awake, a lost device, the end. */
static void
play_a_while (Fixture *f)
{
  g_autoptr (VoiceRadio) radio = voice_radio_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  VoiceAmbience ambience = {.live = TRUE, .sync = 1, .strain = 0.9, .n_whispers = 2, .breath = 1};

  g_signal_connect (radio, "started", G_CALLBACK (on_started), f);
  g_signal_connect (radio, "finished", G_CALLBACK (on_finished), f);
  ambience.whispers[0] = (VoiceWhisper) {1, -0.5, 1, FALSE};
  ambience.whispers[1] = (VoiceWhisper) {2, 0.5, 0.5, TRUE};
  while (!voice_radio_get_available (radio))
    g_main_context_iteration (NULL, TRUE);
  voice_radio_set_ambience (radio, &ambience);
  for (guint64 id = 1; id <= 12; id++)
    say (radio, id);
  voice_radio_sound (radio, VOICE_SOUND_ALERT);
  test_run_for (3);
  voice_radio_cut_all (radio);
  ambience.cut = TRUE;
  voice_radio_set_ambience (radio, &ambience);
  test_run_for (4); /* asleep */
  ambience.cut = FALSE;
  voice_radio_set_ambience (radio, &ambience);
  say (radio, 20);
  test_run_for (1);
  test_sink_set_behaviour (TEST_SINK_FAILS_IN_PLAY);
  while (voice_radio_get_available (radio))
    g_main_context_iteration (NULL, TRUE);
  test_sink_set_behaviour (TEST_SINK_WORKS);
  while (!voice_radio_get_available (radio))
    g_main_context_iteration (NULL, TRUE);
  say (radio, 21);
  test_run_for (1.5);
  voice_radio_shutdown (radio);
}

static void
test_nothing_lives (void)
{
  GstTracer *tracer = find_tracer();
  GstElement *planted;
  Fixture f = {0};

  if (tracer == NULL) {
    g_test_fail_printf ("the leak tracer is not there");
    return;
  }
  play_a_while (&f); /* once before: what GStreamer makes for good, it makes now */
  g_signal_emit_by_name (tracer, "activity-start-tracking");
  f = (Fixture) {0};
  play_a_while (&f);
  g_assert_cmpuint (f.n_started, >, 8);
  g_assert_cmpuint (f.n_ended, >=, 13);
  g_assert_cmpuint (count_living (tracer), ==, 0);
  /* It does find what lives. */
  planted = gst_object_ref_sink (gst_element_factory_make ("volume", NULL));
  g_assert_cmpuint (count_living (tracer), >, 0);
  gst_object_unref (planted);
  g_signal_emit_by_name (tracer, "activity-stop-tracking");
  g_object_unref (tracer);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GST_TRACERS", "leaks", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  test_sink_register();
  g_test_add_func ("/voice/leaks/nothing-lives", test_nothing_lives);
  return g_test_run();
}
