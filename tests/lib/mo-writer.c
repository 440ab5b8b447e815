/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mo-writer.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

struct _MoWriter {
  char *language;
  GTree *messages; /* GBytes -> GBytes, in byte order as gettext wants them */
};

static GBytes *
joined (const char *context, const char *first, const char *const *rest)
{
  GByteArray *bytes = g_byte_array_new ();

  if (context != NULL) {
    g_byte_array_append (bytes, (const guint8 *) context, (guint) strlen (context));
    g_byte_array_append (bytes, (const guint8 *) "\004", 1);
  }
  g_byte_array_append (bytes, (const guint8 *) first, (guint) strlen (first));
  for (; rest != NULL && *rest != NULL; rest++) {
    g_byte_array_append (bytes, (const guint8 *) "", 1);
    g_byte_array_append (bytes, (const guint8 *) *rest, (guint) strlen (*rest));
  }
  return g_byte_array_free_to_bytes (bytes);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_bytes_compare (a, b);
}

MoWriter *
mo_writer_new (const char *language, const char *plural_forms)
{
  MoWriter *writer = g_new0 (MoWriter, 1);
  g_autofree char *head = g_strdup_printf ("Language: %s\n"
                                           "Content-Type: text/plain; charset=UTF-8\n"
                                           "Plural-Forms: %s\n",
                                           language,
                                           plural_forms != NULL ? plural_forms
                                                                : "nplurals=1; plural=0;");

  writer->language = g_strdup (language);
  writer->messages = g_tree_new_full (compare, NULL, (GDestroyNotify) g_bytes_unref,
                                      (GDestroyNotify) g_bytes_unref);
  mo_writer_add (writer, NULL, "", head);
  return writer;
}

void
mo_writer_add (MoWriter *writer, const char *context, const char *msgid, const char *text)
{
  g_tree_insert (writer->messages, joined (context, msgid, NULL), joined (NULL, text, NULL));
}

void
mo_writer_add_plural (MoWriter *writer, const char *context, const char *one, const char *other,
                      const char *const *forms)
{
  const char *const rest[] = {other, NULL};

  g_tree_insert (writer->messages, joined (context, one, rest),
                 joined (NULL, forms[0], forms + 1));
}

/* ---- Writing -------------------------------------------------------------------------------- */

typedef struct {
  GByteArray *head, *originals, *translations, *strings;
  guint32 strings_at;
  gboolean swapped;
} Output;

static void
put_word (Output *output, GByteArray *bytes, guint32 word)
{
  if (output->swapped)
    word = GUINT32_SWAP_LE_BE (word);
  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

static void
put_string (Output *output, GByteArray *table, GBytes *string)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (string, &size);

  put_word (output, table, (guint32) size);
  put_word (output, table, output->strings_at + output->strings->len);
  g_byte_array_append (output->strings, data, (guint) size);
  g_byte_array_append (output->strings, (const guint8 *) "", 1);
}

static gboolean
put_message (gpointer key, gpointer value, gpointer user_data)
{
  Output *output = user_data;

  put_string (output, output->originals, key);
  put_string (output, output->translations, value);
  return FALSE;
}

static GBytes *
put_together (Output *output)
{
  GByteArray *parts[] = {output->originals, output->translations, output->strings};

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_byte_array_append (output->head, parts[i]->data, parts[i]->len);
    g_byte_array_unref (parts[i]);
  }
  return g_byte_array_free_to_bytes (output->head);
}

static void
writer_free (MoWriter *writer)
{
  g_tree_unref (writer->messages);
  g_free (writer->language);
  g_free (writer);
}

GBytes *
mo_writer_end (MoWriter *writer, gboolean swapped)
{
  guint32 n = (guint32) g_tree_nnodes (writer->messages);
  Output output = {g_byte_array_new (), g_byte_array_new (), g_byte_array_new (),
                   g_byte_array_new (), 28 + 16 * n, swapped};
  const guint32 words[] = {0x950412de, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    put_word (&output, output.head, words[i]);
  g_tree_foreach (writer->messages, put_message, &output);
  writer_free (writer);
  return put_together (&output);
}

void
mo_writer_save (MoWriter *writer, const char *folder)
{
  g_autofree char *place = g_build_filename (folder, writer->language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (place, "handler-one.mo", NULL);
  g_autoptr (GBytes) bytes = mo_writer_end (writer, FALSE);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

/* ---- Using ---------------------------------------------------------------------------------- */

void
mo_use_language (const char *folder, const char *language)
{
  static const char *const locales[] = {"en_US.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8",
                                        "ja_JP.UTF-8"};
  guint i = 0;

  g_setenv ("LANGUAGE", language, TRUE);
  while (i < G_N_ELEMENTS (locales) && setlocale (LC_ALL, locales[i]) == NULL)
    i++;
  if (i == G_N_ELEMENTS (locales))
    g_error ("none of the locales that this test needs is there; locale-gen makes them");
  /* A catalogue that was missed once is looked for again only after a new binding.  */
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
mo_remove_folder (char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      mo_remove_folder (path);
    else {
      g_unlink (path);
      g_free (path);
    }
  }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
  g_free (folder);
}
