/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speech into a file: its format, and each error with its own code. */
#include "voice/voice-render.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SENTENCE "Undertaker, contact at golf zero four"

static guint32
read_le (const char *data, guint bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < bytes; i++)
    value |= (guint32)(guint8)data[i] << (8 * i);
  return value;
}

static char *
render (const char *folder, const char *name, double distance_m, double strain, gboolean dry,
        gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  VoiceProfile profile;
  char *data;

  voice_profile_for_id (&profile, "undertaker");
  voice_render_to_wav (SENTENCE, &profile, distance_m, strain, dry, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return data;
}

static void
test_format (void)
{
  g_autofree char *folder = g_dir_make_tmp ("voice-XXXXXX", NULL);
  gsize length, dry_length;
  g_autofree char *wav = render (folder, "a.wav", 2000, 0.2, FALSE, &length);
  g_autofree char *dry = render (folder, "b.wav", 2000, 0.2, TRUE, &dry_length);
  const char *chunk;

  g_assert_cmpmem (wav, 4, "RIFF", 4);
  g_assert_cmpuint (read_le (wav + 4, 4), ==, length - 8);
  g_assert_cmpmem (wav + 8, 8, "WAVEfmt ", 8);
  g_assert_cmpuint (read_le (wav + 20, 2), ==, 1); /* PCM */
  g_assert_cmpuint (read_le (wav + 22, 2), ==, 1);
  g_assert_cmpuint (read_le (wav + 24, 4), ==, 48000);
  g_assert_cmpuint (read_le (wav + 34, 2), ==, 16);
  chunk = memmem (wav, 200, "data", 4);
  g_assert_nonnull (chunk);
  g_assert_cmpuint (read_le (chunk + 4, 4), ==, length - (gsize)(chunk + 8 - wav));
  /* One to five seconds of speech; the radio adds its squelch tail. */
  g_assert_cmpuint (length, >, 96000);
  g_assert_cmpuint (length, <, 5 * 96000);
  g_assert_cmpuint (length, >, dry_length + 4000);
  g_rmdir (folder);
}

/* Mean magnitude of the squelch tail, which is noise alone. */
static double
loudness_of_end (const char *wav, gsize length)
{
  double sum = 0;
  gsize n = 2400;

  for (gsize i = 0; i < n; i++) {
    gint16 sample = (gint16)read_le (wav + length - 2 * (4800 - i), 2);

    sum += ABS (sample);
  }
  return sum / (double)n;
}

static void
test_strain_is_heard (void)
{
  g_autofree char *folder = g_dir_make_tmp ("voice-XXXXXX", NULL);
  gsize a_length, b_length;
  g_autofree char *a = render (folder, "a.wav", 100, 0.0, FALSE, &a_length);
  g_autofree char *b = render (folder, "b.wav", 100, 1.0, FALSE, &b_length);

  /* espeak-ng does not speak twice alike, so only what the radio adds is compared: the noise. */
  g_assert_cmpfloat (loudness_of_end (b, b_length), >, 2 * loudness_of_end (a, a_length));
  g_rmdir (folder);
}

static void
assert_error (const char *text, const char *path, VoiceError code)
{
  g_autoptr (GError) error = NULL;
  VoiceProfile profile;

  voice_profile_for_id (&profile, "desk");
  g_assert_false (voice_render_to_wav (text, &profile, 0, 0, FALSE, path, &error));
  g_assert_error (error, VOICE_ERROR, (int)code);
}

static void
test_errors (void)
{
  assert_error (SENTENCE, "/nonexistent/folder/x.wav", VOICE_ERROR_WRITE);
  assert_error (SENTENCE, "/dev/full", VOICE_ERROR_WRITE);
  assert_error (SENTENCE, g_get_tmp_dir(), VOICE_ERROR_WRITE);
  assert_error ("[[ ]] ...", "/nonexistent/x.wav", VOICE_ERROR_TEXT);
  g_setenv ("HANDLER_ONE_ESPEAK_DATA", "/nonexistent", TRUE);
  assert_error (SENTENCE, "/dev/null", VOICE_ERROR_NO_SPEECH);
  g_unsetenv ("HANDLER_ONE_ESPEAK_DATA");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voice/render/format", test_format);
  g_test_add_func ("/voice/render/strain", test_strain_is_heard);
  g_test_add_func ("/voice/render/errors", test_errors);
  return g_test_run();
}
