/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages that the program has words in.  Catalogues lie where the process's gettext finds
 * its own: FOLDER/LANGUAGE/LC_MESSAGES/handler-one.mo.  */
#include "scenario/scenario-files.h"

#include <libintl.h>
#include <string.h>

#define ENGLISH   "en"
#define MAX_BYTES (16 << 20)

/* Codes come from the environment, from settings and from folders: no other characters.  */
static gboolean
is_language (const char *code)
{
  return g_regex_match_simple ("^[a-z]{2,3}(_[A-Z]{2})?(@[a-z]+)?$", code, G_REGEX_DOLLAR_ENDONLY,
                               0);
}

static char *
catalogue_path (const char *language)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);

  if (folder == NULL || !is_language (language))
    return NULL;
  return g_build_filename (folder, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

static gboolean
has_catalogue (const char *language)
{
  g_autofree char *path = catalogue_path (language);

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
scenario_languages (void)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *codes = g_ptr_array_new ();
  const char *name;

  g_ptr_array_add (codes, g_strdup (ENGLISH));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, ENGLISH) != 0 && has_catalogue (name))
      g_ptr_array_add (codes, g_strdup (name));
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

/* The head of the catalogue that gettext really uses says it: the environment only wishes.  */
char *
scenario_window_language (void)
{
  static const char head[] = ""; /* no literal, which would be taken for a message */
  g_auto (GStrv) lines = g_strsplit (dgettext (GETTEXT_PACKAGE, head), "\n", 64);

  for (char **line = lines; *line != NULL; line++)
    if (g_ascii_strncasecmp (*line, "Language:", 9) == 0) {
      g_autofree char *code = g_strstrip (g_strdup (*line + 9));

      return g_strdup (is_language (code) ? code : ENGLISH);
    }
  return g_strdup (ENGLISH);
}

/* NULL when there is none or it can not be used.  */
static OrderCatalogue *
read_catalogue (const char *language)
{
  g_autofree char *path = has_catalogue (language) ? catalogue_path (language) : NULL;
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  OrderCatalogue *catalogue = NULL;
  char *content;
  gsize length;

  if (path == NULL)
    return NULL;
  content = scenario_file_read (path, MAX_BYTES, &length, problems, &error);
  bytes = content != NULL ? g_bytes_new_take (content, length) : NULL;
  if (bytes != NULL)
    catalogue = order_catalogue_new (language, bytes, &error);
  if (catalogue == NULL)
    g_message ("The messages in “%s” can not be used: %s", path,
               error != NULL ? error->message : "too many bytes");
  return catalogue;
}

OrderCatalogue *
scenario_language_messages (const char *language)
{
  g_autofree char *plain = g_strndup (language, strcspn (language, "."));
  g_autofree char *parent = g_strndup (language, strcspn (language, "_.@"));
  OrderCatalogue *catalogue = read_catalogue (plain);

  if (catalogue == NULL && strcmp (plain, parent) != 0)
    catalogue = read_catalogue (parent);
  return catalogue != NULL ? catalogue : order_catalogue_new (ENGLISH, NULL, NULL);
}
