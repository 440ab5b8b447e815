/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/handler-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* gettext looks at LANGUAGE in no locale named "C", and the C library from 2.39 on in none named
 * "C.UTF-8" either.  A locale of no country (ZZ) is found as that of its language: C.UTF-8 under
 * another name.  */
static const char *const message_locales[] = {"C_ZZ.UTF-8", "en_US.UTF-8", "C.UTF-8"};

/* ---- Catalogues ------------------------------------------------------------------------------ */

/* Installed, or in a build folder laid out as if: the data and `locale` have one parent.  */
static char *
find_beside_data (void)
{
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++) {
    g_autofree char *data = g_build_filename (*dir, "handler-one", "rules", NULL);
    g_autofree char *locale = g_build_filename (*dir, "locale", NULL);

    if (g_file_test (data, G_FILE_TEST_IS_DIR))
      return g_file_test (locale, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&locale) : NULL;
  }
  return NULL;
}

const char *
handler_locale_dir (void)
{
  static gsize done;
  static char *path;

  if (g_once_init_enter (&done)) {
    const char *chosen = g_getenv ("HANDLER_ONE_LOCALE_DIR");

    path = chosen != NULL && *chosen != '\0' ? g_canonicalize_filename (chosen, NULL)
                                             : find_beside_data ();
    if (path == NULL)
      path = g_strdup (HANDLER_LOCALE_DIR);
    g_once_init_leave (&done, 1);
  }
  return path;
}

/* ---- Locale ---------------------------------------------------------------------------------- */

static const struct {
  int category;
  const char *name;
} categories[] = {
  {LC_CTYPE, "LC_CTYPE"},     {LC_MESSAGES, "LC_MESSAGES"}, {LC_COLLATE, "LC_COLLATE"},
  {LC_NUMERIC, "LC_NUMERIC"}, {LC_TIME, "LC_TIME"},         {LC_MONETARY, "LC_MONETARY"},
};

static gboolean
is_named (const char *variable)
{
  const char *value = g_getenv (variable);

  return value != NULL && *value != '\0';
}

/* The locale that the environment names for a category, as setlocale(3) finds it, or NULL.  */
static const char *
named_locale (const char *category)
{
  const char *names[] = {"LC_ALL", category, "LANG"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_named (names[i]))
      return g_getenv (names[i]);
  return NULL;
}

static void
take_message_locale (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (message_locales); i++)
    if (setlocale (LC_MESSAGES, message_locales[i]) != NULL)
      return;
}

/* Only what messages need falls back: measures and dates of a locale that is not there stay those
 * of "C".  FALSE if the category has not got the locale that was named for it.  */
static gboolean
settle (int category, const char *name)
{
  gboolean named = named_locale (name) != NULL;
  const char *found = named ? setlocale (category, "") : NULL;

  if (category == LC_CTYPE && found == NULL)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (category == LC_MESSAGES
      && (found == NULL || (g_str_has_prefix (found, "C.") && is_named ("LANGUAGE"))))
    take_message_locale ();
  return !named || found != NULL;
}

/* "ja_JP.UTF-8" has the catalogues of "ja_JP"; what follows an @ stays.  */
static void
take_language (const char *locale)
{
  const char *codeset = strchr (locale, '.');
  const char *modifier = strchr (locale, '@');
  g_autofree char *stem = codeset == NULL ? NULL : g_strndup (locale, (gsize) (codeset - locale));
  g_autofree char *language
      = stem == NULL ? g_strdup (locale) : g_strconcat (stem, modifier, NULL);

  g_setenv ("LANGUAGE", language, TRUE);
}

void
handler_locale_begin (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    if (!settle (categories[i].category, categories[i].name)
        && categories[i].category == LC_MESSAGES && !is_named ("LANGUAGE"))
      take_language (named_locale ("LC_MESSAGES"));
  bindtextdomain (GETTEXT_PACKAGE, handler_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
handler_locale_for_machines (void)
{
  setlocale (LC_MESSAGES, "C");
  setlocale (LC_NUMERIC, "C");
}
