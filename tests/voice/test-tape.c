/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tape: what was said is on it, where it is said to be, with a device or without, muted or not,
 * whatever the disk does; and it can be read after a kill at any moment.
 *
 * `test-voice-tape --record FOLDER` speaks and tapes until it is killed, and prints a line for each
 * place that it was told of; `--check FOLDER` prints the seconds of each segment. */
#include "voice/voice-export.h"
#include "voice/voice-player.h"
#include "voice/voice-segment.h"
#include "voice/voice-tape-reader.h"
#include "voice/voice-tape.h"
#include "voice/voice.h"

#include "test-sink.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define SENTENCE "Contact, four tanks at golf zero four."
#define RATE     VOICE_SEGMENT_RATE

typedef struct {
  char *folder;
  VoiceRadio *radio;
  guint n_placed, n_finished, n_left_out, n_tape_ended;
  guint reason;
  VoicePlace places[16]; /* by id */
  char *message;
} Fixture;

static void
on_taped (VoiceRadio *radio, guint64 id, const VoicePlace *place, gpointer data)
{
  Fixture *f = data;

  f->n_placed++;
  f->places[id % 16] = *place;
}

static void
on_finished (VoiceRadio *radio, guint64 id, gboolean completed, gpointer data)
{
  ((Fixture *)data)->n_finished++;
}

static void
on_left_out (VoiceRadio *radio, guint64 id, guint reason, gpointer data)
{
  Fixture *f = data;

  f->n_left_out++;
  f->reason = reason;
}

static void
on_tape_ended (VoiceRadio *radio, const char *message, gpointer data)
{
  Fixture *f = data;

  f->n_tape_ended++;
  g_set_str (&f->message, message);
}

static void
set_up (Fixture *f, VoiceSinkKind kind, const char *argument)
{
  *f = (Fixture){.folder = g_dir_make_tmp ("tape-XXXXXX", NULL)};
  test_sink_clear();
  f->radio = voice_radio_new (kind, argument);
  g_signal_connect (f->radio, "taped", G_CALLBACK (on_taped), f);
  g_signal_connect (f->radio, "finished", G_CALLBACK (on_finished), f);
  g_signal_connect (f->radio, "left-out", G_CALLBACK (on_left_out), f);
  g_signal_connect (f->radio, "tape-ended", G_CALLBACK (on_tape_ended), f);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

static void
shut_down (Fixture *f)
{
  gint64 begin = g_get_monotonic_time();

  if (f->radio == NULL)
    return;
  voice_radio_shutdown (f->radio);
  g_assert_cmpint (g_get_monotonic_time() - begin, <, 4 * G_USEC_PER_SEC);
  g_assert_finalize_object (g_steal_pointer (&f->radio));
}

static void
tear_down (Fixture *f)
{
  shut_down (f);
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->message);
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

typedef gboolean (*Condition) (Fixture *f);

static void
spin (Fixture *f, Condition condition, double seconds)
{
  gint64 end = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
  guint timer = g_timeout_add (20, wake_up, NULL);

  while (!condition (f) && g_get_monotonic_time() < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_true (condition (f));
}

static gboolean
is_available (Fixture *f)
{
  return voice_radio_get_available (f->radio);
}

static gboolean
has_finished (Fixture *f)
{
  return f->n_finished >= 2;
}

static gboolean
has_ended (Fixture *f)
{
  return f->n_tape_ended > 0;
}

static void
say (Fixture *f, guint64 id, const char *speaker)
{
  VoiceUtterance u = {
      .id = id, .speaker = speaker, .text = SENTENCE, .urgency = VOICE_CLASS_CONTACT, .net = (guint)id};

  voice_radio_say (f->radio, &u);
}

/* All frames from a place on, mono. */
static GArray *
try_tape (const char *folder, guint segment, guint at_ms, GError **error)
{
  g_autoptr (VoiceTapeReader) reader = voice_tape_reader_new (folder, segment, at_ms);
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (float));
  GstBuffer *buffer;

  while ((buffer = voice_tape_reader_next (reader, error)) != NULL) {
    GstMapInfo map;

    gst_buffer_map (buffer, &map, GST_MAP_READ);
    for (gsize i = 0; i < map.size / VOICE_SEGMENT_FRAME; i++) {
      const float *frame = (const float *)(const void *)map.data + 2 * i;
      float both = (frame[0] + frame[1]) / 2;

      g_array_append_val (samples, both);
    }
    gst_buffer_unmap (buffer, &map);
    gst_buffer_unref (buffer);
  }
  return samples;
}

static GArray *
read_tape (const char *folder, guint segment, guint at_ms)
{
  g_autoptr (GError) error = NULL;
  GArray *samples = try_tape (folder, segment, at_ms, &error);

  g_assert_no_error (error);
  return samples;
}

static double
rms (GArray *samples, gsize from, gsize n)
{
  double sum = 0;

  for (gsize i = from; i < from + n && i < samples->len; i++)
    sum += (double)g_array_index (samples, float, i) * g_array_index (samples, float, i);
  return n > 0 ? sqrt (sum / (double)n) : 0;
}

/* Where it is said to be there is a voice, and before it there is none. */
static void
check_place (Fixture *f, guint64 id)
{
  VoicePlace place = f->places[id];
  g_autoptr (GArray) samples = read_tape (f->folder, place.segment, 0);
  gsize at = (gsize)place.at_ms * RATE / 1000;
  gsize length = (gsize)place.length_ms * RATE / 1000;

  g_assert_cmpuint (place.length_ms, >, 1000);
  g_assert_cmpuint (samples->len, >, at + length / 2);
  g_assert_cmpfloat (rms (samples, at, length), >, 0.02);
  if (at > RATE / 4)
    g_assert_cmpfloat (rms (samples, at - RATE / 4, RATE / 4 - RATE / 50), <, 0.01);
}

static void
say_two (Fixture *f)
{
  voice_radio_begin_tape (f->radio, f->folder);
  for (guint i = 0; i < 50; i++) /* a tape may be begun in mid-air, but this one is to have all */
    g_main_context_iteration (NULL, FALSE), g_usleep (4000);
  say (f, 1, "undertaker");
  while (f->n_finished < 1)
    g_main_context_iteration (NULL, TRUE);
  for (gint64 end = g_get_monotonic_time() + G_USEC_PER_SEC; g_get_monotonic_time() < end;) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (5000);
  }
  say (f, 2, "wehrwolf");
  spin (f, has_finished, 12);
}

static void
check_two (Fixture *f)
{
  g_assert_cmpuint (f->n_placed, ==, 2);
  g_assert_cmpuint (f->n_left_out, ==, 0);
  shut_down (f);
  check_place (f, 1);
  check_place (f, 2);
  g_assert_cmpuint (f->places[2].at_ms, >=, f->places[1].at_ms + f->places[1].length_ms);
}

static void
test_heard (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  spin (&f, is_available, 5);
  say_two (&f);
  g_assert_cmpfloat (test_sink_get_rms (0, 0, G_MAXSIZE), >, 0.01);
  check_two (&f);
  tear_down (&f);
}

/* What is muted for the ears is on the tape; nothing of it comes to the device. */
static void
test_muted (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  voice_radio_set_muted (f.radio, TRUE);
  spin (&f, is_available, 5);
  say_two (&f);
  g_assert_cmpfloat (test_sink_get_rms (0, 0, G_MAXSIZE), <, 1e-6);
  check_two (&f);
  tear_down (&f);
}

static gboolean
has_no_device (Fixture *f)
{
  const char *status = voice_radio_get_status (f->radio);

  return status != NULL && strstr (status, "found") != NULL;
}

/* Longer than it takes until a device is looked for again. */
static void
test_no_device (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_AUTOMATIC, NULL);
  spin (&f, has_no_device, 5);
  voice_radio_begin_tape (f.radio, f.folder);
  g_usleep (500000); /* the mix without a device is made */
  say_two (&f);
  g_assert_false (voice_radio_get_available (f.radio));
  check_two (&f);
  tear_down (&f);
}

/* Without a tape nobody pretends. */
static void
test_no_device_no_tape (void)
{
  Fixture f;

  test_sink_set_behaviour (TEST_SINK_CAN_NOT_OPEN);
  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  for (guint i = 0; i < 40 && f.n_finished < 1; i++) {
    g_usleep (20000);
    if (i == 10)
      say (&f, 1, "undertaker");
    g_main_context_iteration (NULL, FALSE);
  }
  g_assert_cmpuint (f.n_finished, ==, 1);
  g_assert_cmpuint (f.n_left_out, ==, 1);
  g_assert_cmpuint (f.reason, ==, VOICE_REASON_NO_SOUND);
  tear_down (&f);
}

/* ---- Faults: the battle's sound goes on, and there is a word. ---- */

static void
check_goes_on (Fixture *f)
{
  spin (f, has_ended, 15);
  g_assert_cmpuint (f->n_tape_ended, ==, 1);
  g_assert_nonnull (f->message);
  spin (f, has_finished, 12);
  g_assert_cmpuint (f->n_left_out, ==, 0);
  g_assert_true (voice_radio_get_available (f->radio));
}

static void
test_full_disk (void)
{
  Fixture f;
  g_autofree char *path = NULL;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  path = g_build_filename (f.folder, "0001.ogg", NULL);
  g_assert_cmpint (symlink ("/dev/full", path), ==, 0);
  spin (&f, is_available, 5);
  voice_radio_begin_tape (f.radio, f.folder);
  say (&f, 1, "undertaker");
  say (&f, 2, "wehrwolf");
  check_goes_on (&f);
  tear_down (&f);
}

static void
test_no_folder (void)
{
  Fixture f;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  spin (&f, is_available, 5);
  voice_radio_begin_tape (f.radio, "/dev/null/nowhere");
  say (&f, 1, "undertaker");
  say (&f, 2, "wehrwolf");
  check_goes_on (&f);
  tear_down (&f);
}

/* A disk that never answers: a pipe that nobody reads can not even be opened. */
static void
test_hanging_disk (void)
{
  Fixture f;
  g_autofree char *path = NULL;

  set_up (&f, VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  path = g_build_filename (f.folder, "0001.ogg", NULL);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  spin (&f, is_available, 5);
  voice_radio_begin_tape (f.radio, f.folder);
  for (guint64 id = 1; id <= 2; id++)
    say (&f, id, "undertaker");
  spin (&f, has_finished, 12);
  g_assert_cmpuint (f.n_left_out, ==, 0);
  g_assert_cmpuint (f.n_placed, ==, 0);
  tear_down (&f);
}

/* ---- Segments, faster than any clock. ---- */

typedef struct {
  guint n_placed;
  VoicePlace places[8];
  char *message;
} Told;

static void
tell (const VoiceEvent *event, gpointer data)
{
  Told *told = data;

  if (event->kind == VOICE_EVENT_PLACED) {
    told->n_placed++;
    told->places[event->id] = event->place;
  } else if (event->kind == VOICE_EVENT_TAPE_ENDED) {
    g_set_str (&told->message, event->text != NULL ? event->text : "done");
  }
}

/* A tone of a tenth of full scale; a pause of two tenths of a second at the end of each ten. */
static GstBuffer *
piece_of_tone (guint64 first)
{
  const guint n = RATE / 100;
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, n * VOICE_SEGMENT_FRAME, NULL);
  GstMapInfo map;

  gst_buffer_map (buffer, &map, GST_MAP_WRITE);
  for (guint i = 0; i < n; i++) {
    guint64 at = first + i;
    gboolean pause = at % (10 * RATE) >= 98 * RATE / 10;
    float *frame = (float *)(void *)map.data + 2 * i;

    frame[0] = frame[1] = pause ? 0.0f : 0.1f * sinf ((float)(at % RATE) * 440.0f * 6.2831853f / RATE);
  }
  gst_buffer_unmap (buffer, &map);
  GST_BUFFER_PTS (buffer) = gst_util_uint64_scale (first, GST_SECOND, RATE);
  return buffer;
}

static void
push_tone (VoiceTape *tape, guint64 stream, guint seconds)
{
  for (guint64 at = 0; at < (guint64)seconds * RATE; at += RATE / 100) {
    g_autoptr (GstBuffer) buffer = piece_of_tone (at);

    /* As the scheduler does: a little before it sounds. */
    if (at % (50 * RATE) == 0)
      voice_tape_mark (tape, stream, GST_BUFFER_PTS (buffer) + 20 * GST_MSECOND,
                       1 + at / (50 * RATE), 500);
    while (!voice_tape_push (tape, stream, buffer) && stream > 1)
      g_usleep (20000); /* an encoder is fast, but not as fast as this */
  }
}

static void
check_segments (const char *folder, const Told *told)
{
  static const struct {
    guint segment, at_ms;
  } expected[] = {{1, 20}, {1, 50020}, {2, 100020 - 69800}};
  g_autofree char *four = g_build_filename (folder, "0004.ogg", NULL);
  g_autoptr (GArray) all = read_tape (folder, 1, 0), second = read_tape (folder, 2, 0);

  g_assert_cmpuint (told->n_placed, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpuint (told->places[i + 1].segment, ==, expected[i].segment);
    g_assert_cmpuint (told->places[i + 1].at_ms, >=, expected[i].at_ms - 2);
    g_assert_cmpuint (told->places[i + 1].at_ms, <=, expected[i].at_ms + 2);
    g_assert_cmpuint (abs ((int)told->places[i + 1].tape_ms - (int)(20 + 50000 * i)), <=, 2);
  }
  g_assert_false (g_file_test (four, G_FILE_TEST_EXISTS));
  /* Nothing is missing or twice there, to a codec's frame for each segment. */
  g_assert_cmpint (abs ((int)all->len - 150 * RATE), <, 3 * RATE / 25);
  g_assert_cmpint (abs ((int)(all->len - second->len) - 698 * (RATE / 10)), <, RATE / 25);
}

static void
test_segments (void)
{
  Told told = {0};
  g_autofree char *folder = g_dir_make_tmp ("tape-XXXXXX", NULL);
  g_autoptr (VoiceOutbox) outbox = voice_outbox_new (g_main_context_default(), tell, &told);
  VoiceTape *tape = voice_tape_new (folder, outbox);

  push_tone (tape, 3, 150);
  /* A mix that was given up and comes back to life is not heard any more. */
  push_tone (tape, 1, 2);
  g_assert_true (voice_tape_stop (tape, 20 * G_USEC_PER_SEC));
  voice_tape_unref (tape);
  while (told.message == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (told.message, ==, "done");
  check_segments (folder, &told);
  g_free (told.message);
  remove_folder (folder);
}

/* ---- Playing and exporting. ---- */

static char *
tape_of_tone (guint seconds)
{
  Told told = {0};
  char *folder = g_dir_make_tmp ("tape-XXXXXX", NULL);
  g_autoptr (VoiceOutbox) outbox = voice_outbox_new (g_main_context_default(), tell, &told);
  g_autoptr (VoiceTape) tape = voice_tape_new (folder, outbox);

  push_tone (tape, 3, seconds);
  g_assert_true (voice_tape_stop (tape, 20 * G_USEC_PER_SEC));
  voice_outbox_close (outbox);
  return folder;
}

static void
written_cb (guint written_ms, gpointer last)
{
  g_assert_cmpuint (written_ms, >=, *(guint *)last);
  *(guint *)last = written_ms;
}

static void
test_export (void)
{
  guint written_ms = 0;
  g_autofree char *folder = tape_of_tone (72); /* the second segment begins at 69.8 */
  g_autofree char *out = g_dir_make_tmp ("tape-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (out, "0001.ogg", NULL);
  g_autofree char *left = g_strconcat (path, ".part", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) passage = NULL, kept = NULL;

  g_assert_true (
      voice_export_tape (folder, 1, 68000, 3000, path, written_cb, &written_ms, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (written_ms, ==, 3000);
  passage = read_tape (out, 1, 0);
  g_assert_cmpint (abs ((int)passage->len - 3 * RATE), <, RATE / 20);
  g_assert_cmpfloat (rms (passage, RATE / 2, RATE), >, 0.06);

  /* What could not be made leaves what was there. */
  g_cancellable_cancel (cancelled);
  g_assert_false (voice_export_tape (folder, 1, 0, 0, path, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (voice_export_tape (out, 7, 0, 0, path, NULL, NULL, NULL, &error));
  g_assert_error (error, VOICE_ERROR, VOICE_ERROR_FAILED);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  kept = read_tape (out, 1, 0);
  g_assert_cmpuint (kept->len, ==, passage->len);
  remove_folder (folder);
  remove_folder (out);
}

static void
on_player_ended (VoicePlayer *player, const char *message, gpointer data)
{
  g_set_str ((char **)data, message != NULL ? message : "done");
}

static void
wait_for (char **ended)
{
  while (*ended == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_player (void)
{
  g_autofree char *folder = tape_of_tone (72);
  VoicePlayer *player = voice_player_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_autofree char *ended = NULL;
  gint64 begin = g_get_monotonic_time();

  g_signal_connect (player, "ended", G_CALLBACK (on_player_ended), &ended);
  test_sink_clear();
  voice_player_set_volume (player, 0.5);
  voice_player_play (player, folder, 1, 69000);
  g_assert_true (voice_player_get_playing (player));
  while (voice_player_get_segment (player) == 1 && ended == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ended, ==, NULL);
  wait_for (&ended);
  g_assert_cmpstr (ended, ==, "done");
  g_assert_false (voice_player_get_playing (player));
  g_assert_cmpuint (voice_player_get_segment (player), ==, 2);
  g_assert_cmpint (g_get_monotonic_time() - begin, >, 2500 * 1000);
  /* Three seconds of the tone, at half its strength, the pause between. */
  g_assert_cmpuint (test_sink_get_n_frames(), >, 29 * RATE / 10);
  g_assert_cmpfloat_with_epsilon (test_sink_get_rms (0, RATE / 4, RATE / 4), 0.035, 0.006);
  g_assert_finalize_object (player);
  remove_folder (folder);
}

static void
test_player_faults (void)
{
  g_autofree char *folder = tape_of_tone (3);
  VoicePlayer *player = voice_player_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_autofree char *ended = NULL;
  g_autofree char *path = g_build_filename (folder, "0001.ogg", NULL);

  g_signal_connect (player, "ended", G_CALLBACK (on_player_ended), &ended);
  voice_player_play (player, folder, 9, 0);
  wait_for (&ended);
  g_assert_nonnull (strstr (ended, "0009.ogg"));
  g_clear_pointer (&ended, g_free);
  g_file_set_contents (path, "OggS is not all that makes one", -1, NULL);
  voice_player_play (player, folder, 1, 0);
  wait_for (&ended);
  g_assert_nonnull (strstr (ended, "0001.ogg"));
  g_clear_pointer (&ended, g_free);
  test_sink_set_behaviour (TEST_SINK_CAN_NOT_OPEN);
  voice_player_play (player, folder, 1, 0);
  wait_for (&ended);
  g_assert_cmpstr (ended, !=, "done");
  test_sink_set_behaviour (TEST_SINK_WORKS);
  g_assert_finalize_object (player);
  remove_folder (folder);
}

/* Stopped at once, and no call waits, even for a device that hangs. */
static void
test_player_stops (void)
{
  g_autofree char *folder = tape_of_tone (5);
  VoicePlayer *player = voice_player_new (VOICE_SINK_FACTORY, VOICE_TEST_SINK);
  g_autofree char *ended = NULL;
  gint64 begin = g_get_monotonic_time();

  g_signal_connect (player, "ended", G_CALLBACK (on_player_ended), &ended);
  test_sink_set_behaviour (TEST_SINK_HANGS_IN_OPEN);
  voice_player_play (player, folder, 1, 0);
  for (guint i = 0; i < 30; i++)
    g_main_context_iteration (NULL, FALSE), g_usleep (10000);
  voice_player_stop (player);
  g_assert_cmpstr (ended, ==, "done");
  g_assert_finalize_object (player);
  g_assert_cmpint (g_get_monotonic_time() - begin, <, 3 * G_USEC_PER_SEC);
  test_sink_set_behaviour (TEST_SINK_WORKS);
  test_sink_release();
  g_usleep (300000);
  remove_folder (folder);
}

/* ---- For the test that kills. ---- */

static void
print_taped (VoiceRadio *radio, guint64 id, const VoicePlace *place, gpointer data)
{
  printf ("%u %u %u\n", place->segment, place->at_ms, place->length_ms);
  fflush (stdout);
}

static G_NORETURN void
record (const char *folder)
{
  Fixture f = {0};

  f.radio = voice_radio_new (VOICE_SINK_FAKE, NULL);
  g_signal_connect (f.radio, "taped", G_CALLBACK (print_taped), NULL);
  g_signal_connect (f.radio, "finished", G_CALLBACK (on_finished), &f);
  voice_radio_begin_tape (f.radio, folder);
  for (guint64 id = 1;; id++) {
    say (&f, id, id % 2 ? "undertaker" : "wehrwolf");
    while (f.n_finished < id)
      g_main_context_iteration (NULL, TRUE);
  }
}

static int
check (const char *folder)
{
  for (guint segment = 1;; segment++) {
    g_autofree char *name = g_strdup_printf ("%04u.ogg", segment);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autoptr (GArray) from = NULL;

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return 0;
    /* Killed within its first page there is nothing yet. */
    from = try_tape (folder, segment, 0, NULL);
    printf ("%.3f %.4f\n", (double)from->len / RATE, rms (from, 0, from->len));
  }
}

int
main (int argc, char *argv[])
{
  /* No sound server and no card, on whatever machine. */
  g_setenv ("PULSE_SERVER", "unix:/nonexistent", TRUE);
  g_setenv ("ALSA_CONFIG_PATH", "/dev/null", TRUE);
  gst_init (&argc, &argv);
  if (argc == 3 && strcmp (argv[1], "--record") == 0)
    record (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--check") == 0)
    return check (argv[2]);
  g_test_init (&argc, &argv, NULL);
  test_sink_register();
  g_test_add_func ("/voice/tape/heard", test_heard);
  g_test_add_func ("/voice/tape/muted", test_muted);
  g_test_add_func ("/voice/tape/no-device", test_no_device);
  g_test_add_func ("/voice/tape/no-device-no-tape", test_no_device_no_tape);
  g_test_add_func ("/voice/tape/full-disk", test_full_disk);
  g_test_add_func ("/voice/tape/no-folder", test_no_folder);
  g_test_add_func ("/voice/tape/hanging-disk", test_hanging_disk);
  g_test_add_func ("/voice/tape/segments", test_segments);
  g_test_add_func ("/voice/tape/export", test_export);
  g_test_add_func ("/voice/tape/player", test_player);
  g_test_add_func ("/voice/tape/player-faults", test_player_faults);
  g_test_add_func ("/voice/tape/player-stops", test_player_stops);
  return g_test_run();
}
