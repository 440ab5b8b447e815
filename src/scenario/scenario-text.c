/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-text.h"

#include "orders/order-message.h"

#include <locale.h>
#include <string.h>

struct _ScenarioText {
  char *original;
  char *context;  /* (nullable) */
  GPtrArray *own; /* (nullable) language, text, language, text, ... */
};

ScenarioText *
scenario_text_new (const char *original, const char *context, GPtrArray *own)
{
  ScenarioText *text = g_atomic_rc_box_new0 (ScenarioText);

  text->original = g_strdup (original);
  text->context = g_strdup (context);
  text->own = own;
  return text;
}

ScenarioText *
scenario_text_ref (ScenarioText *text)
{
  return g_atomic_rc_box_acquire (text);
}

static void
text_clear (gpointer data)
{
  ScenarioText *text = data;

  g_free (text->original);
  g_free (text->context);
  g_clear_pointer (&text->own, g_ptr_array_unref);
}

void
scenario_text_unref (ScenarioText *text)
{
  g_atomic_rc_box_release_full (text, text_clear);
}

/* ---- Looking up ----------------------------------------------------------------------------- */

static const char *
own_text (const ScenarioText *text, const char *language, const char *ending)
{
  gsize length = strlen (language);

  for (guint i = 0; i + 1 < text->own->len; i += 2) {
    const char *name = g_ptr_array_index (text->own, i);

    if (strncmp (name, language, length) == 0 && strcmp (name + length, ending) == 0)
      return g_ptr_array_index (text->own, i + 1);
  }
  return NULL;
}

/* In the language of a catalogue, or in that without its country.  */
static const char *
own_of_catalogue (const ScenarioText *text, OrderCatalogue *catalogue, const char *ending)
{
  const char *language = order_catalogue_get_language (catalogue);
  g_autofree char *parent = g_strndup (language, strcspn (language, "_@"));
  const char *found = own_text (text, language, ending);

  return found != NULL ? found : own_text (text, parent, ending);
}

/* As gettext, which leaves everything as it is where messages are those of the locale "C".  */
static gboolean
wants_translations (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  return strcmp (locale, "C") != 0 && strcmp (locale, "POSIX") != 0;
}

static const char *
own_of_process (const ScenarioText *text, const char *ending)
{
  if (!wants_translations ())
    return NULL;
  for (const char *const *language = g_get_language_names (); *language != NULL; language++) {
    const char *found = own_text (text, *language, ending);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static const char *
own_translation (const ScenarioText *text, OrderCatalogue *catalogue, const char *ending)
{
  if (text->own == NULL)
    return NULL;
  return catalogue != NULL ? own_of_catalogue (text, catalogue, ending)
                           : own_of_process (text, ending);
}

const char *
scenario_text_written (const ScenarioText *text, OrderCatalogue *catalogue)
{
  const char *own = own_translation (text, catalogue, "");

  if (own != NULL)
    return own;
  if (text->context == NULL || *text->original == '\0')
    return text->original;
  return order_message (catalogue, ORDER_WRITTEN, text->context, text->original);
}

const char *
scenario_text_original (const ScenarioText *text, OrderCatalogue *catalogue)
{
  return text->original;
}

static const char *
by_sound (const ScenarioText *text, OrderCatalogue *catalogue)
{
  const char *own = own_translation (text, catalogue, "@speech");

  return own != NULL ? own : order_message_aloud (catalogue, text->original);
}

const char *
scenario_text_aloud (const ScenarioText *text, OrderCatalogue *catalogue)
{
  const char *sound = by_sound (text, catalogue);

  return sound != NULL ? sound : scenario_text_written (text, catalogue);
}

const char *
scenario_text_name_aloud (const ScenarioText *text, OrderCatalogue *catalogue)
{
  const char *sound = by_sound (text, catalogue);

  return sound != NULL ? sound : text->original;
}

/* ---- Together ------------------------------------------------------------------------------- */

void
scenario_type_name_clear (ScenarioTypeName *name)
{
  g_clear_pointer (&name->one, scenario_text_unref);
  g_clear_pointer (&name->other, scenario_text_unref);
}

static GPtrArray *
texts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_text_unref);
}

ScenarioNames *
scenario_names_new (void)
{
  ScenarioNames *names = g_new0 (ScenarioNames, 1);

  names->call_signs = texts_new ();
  names->places = texts_new ();
  names->texts = texts_new ();
  names->types = g_array_new (FALSE, TRUE, sizeof (ScenarioTypeName));
  g_array_set_clear_func (names->types, (GDestroyNotify) scenario_type_name_clear);
  return names;
}

void
scenario_names_free (ScenarioNames *names)
{
  g_ptr_array_unref (names->call_signs);
  g_ptr_array_unref (names->places);
  g_ptr_array_unref (names->texts);
  g_array_unref (names->types);
  g_free (names);
}
