/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of a battle for the language of the link.  */
#include "scenario/scenario-phrases.h"
#include "scenario/scenario-text.h"
#include "scenario/scenario-truth.h"

#include <string.h>

void
scenario_place_set_name (PicturePlace *place, const char *name)
{
  const char *end = name + strlen (name);

  /* A translation may be longer than the original: it is cut at a whole character.  */
  if ((gsize) (end - name) >= sizeof place->name)
    end = g_utf8_find_prev_char (name, name + sizeof place->name);
  g_strlcpy (place->name, name, (gsize) (end - name) + 1);
}

/* Everything that a book is made of, in one language.  Strings are borrowed.  */
typedef struct {
  GArray *machines;    /* OrderMachine */
  GArray *places;      /* PicturePlace */
  GArray *types;       /* OrderTypeName */
  GArray *types_aloud; /* OrderTypeName */
  GPtrArray *texts, *call_signs_aloud, *places_aloud, *places_also, *texts_aloud;
} Names;

typedef const char *(*Lookup) (const ScenarioText *text, OrderCatalogue *catalogue);

/* NULL-terminated.  */
static GPtrArray *
look_up (GPtrArray *texts, Lookup lookup, OrderCatalogue *catalogue)
{
  GPtrArray *strings = g_ptr_array_new_null_terminated (texts->len, NULL, TRUE);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (strings, (gpointer) lookup (g_ptr_array_index (texts, i), catalogue));
  return strings;
}

static GArray *
look_up_types (GArray *types, Lookup lookup, OrderCatalogue *catalogue)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (OrderTypeName));

  for (guint i = 0; i < types->len; i++) {
    const ScenarioTypeName *type = &g_array_index (types, ScenarioTypeName, i);
    OrderTypeName name = {(char *) lookup (type->one, catalogue),
                          (char *) lookup (type->other, catalogue), type->letter};

    g_array_append_val (names, name);
  }
  return names;
}

static GArray *
look_up_places (const ScenarioBattle *battle, OrderCatalogue *catalogue)
{
  GArray *places = g_array_copy (battle->places);

  for (guint i = 0; i < places->len; i++)
    scenario_place_set_name (
        &g_array_index (places, PicturePlace, i),
        scenario_text_written (g_ptr_array_index (battle->names->places, i), catalogue));
  return places;
}

static GArray *
list_machines (const ScenarioBattle *battle)
{
  GArray *machines = g_array_new (FALSE, TRUE, sizeof (OrderMachine));

  for (guint i = 0; i < battle->squadron->len; i++)
    g_array_append_val (machines,
                        g_array_index (battle->squadron, ScenarioMember, i).machine);
  return machines;
}

static void
names_init (Names *names, const ScenarioBattle *battle, OrderCatalogue *catalogue)
{
  const ScenarioNames *texts = battle->names;

  names->machines = list_machines (battle);
  names->places = look_up_places (battle, catalogue);
  names->types = look_up_types (texts->types, scenario_text_written, catalogue);
  names->texts = look_up (texts->texts, scenario_text_written, catalogue);
  names->types_aloud = look_up_types (texts->types, scenario_text_aloud, catalogue);
  names->call_signs_aloud = look_up (texts->call_signs, scenario_text_name_aloud, catalogue);
  names->places_aloud = look_up (texts->places, scenario_text_aloud, catalogue);
  names->places_also = look_up (texts->places, scenario_text_original, catalogue);
  names->texts_aloud = look_up (texts->texts, scenario_text_aloud, catalogue);
}

static void
names_clear (Names *names)
{
  GArray *arrays[] = {names->machines, names->places, names->types, names->types_aloud};
  GPtrArray *strings[] = {names->texts, names->call_signs_aloud, names->places_aloud,
                          names->places_also, names->texts_aloud};

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_ptr_array_unref (strings[i]);
}

OrderBook *
scenario_battle_speech_book (const ScenarioBattle *battle, const char *language,
                             OrderCatalogue *catalogue, GError **error)
{
  const SimTerrainDef *terrain = &battle->world.terrain;
  g_auto (OrderPhrases) phrases = {0};
  OrderSpeech speech;
  OrderBook *book;
  Names names;

  if (!scenario_phrases_load (language, &phrases, error))
    return NULL;
  names_init (&names, battle, catalogue);
  speech = (OrderSpeech){
    .catalogue = catalogue,
    .call_signs = (const char *const *) names.call_signs_aloud->pdata,
    .places = (const char *const *) names.places_aloud->pdata,
    .types = (const OrderTypeName *) names.types_aloud->data,
    .texts = (const char *const *) names.texts_aloud->pdata,
    .places_also = (const char *const *) names.places_also->pdata,
  };
  book = order_book_new_speaking ((const OrderMachine *) names.machines->data, names.machines->len,
                                  (const PicturePlace *) names.places->data, names.places->len,
                                  (const OrderTypeName *) names.types->data, names.types->len,
                                  terrain->width_m, terrain->height_m,
                                  (const char *const *) names.texts->pdata, &phrases, &speech);
  names_clear (&names);
  return book;
}

OrderBook *
scenario_battle_book (const ScenarioBattle *battle, const char *language, GError **error)
{
  return scenario_battle_speech_book (battle, language, NULL, error);
}
