/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a book says its names aloud.  */
#include "orders/order-book.h"
#include "orders/order-spell.h"

/* What was given; else what the catalogue has for the name as it is written; else that.  */
static char *
aloud (OrderBook *book, const char *given, const char *written)
{
  const char *text = given && *given ? given : order_message_aloud (book->catalogue, written);

  return g_utf8_make_valid (text ? text : written, -1);
}

static const char *
given_at (const char *const *given, gsize index)
{
  return given ? given[index] : NULL;
}

/* A machine without a call sign is called by its place in the squadron.  */
static char *
unit_aloud (OrderBook *book, const char *given, gsize index)
{
  const OrderMachine *machine = &book->machines[index];
  g_autofree char *folded = order_text_fold (machine->call_sign, FALSE);

  if (*folded == '\0' && !(given && *given))
    return order_spell_machine (book, machine->platoon, machine->number);
  return aloud (book, given, book->spoken_names[index]);
}

void
order_book_learn_speech (OrderBook *book, const OrderSpeech *speech)
{
  static const OrderSpeech nothing;

  if (!speech)
    speech = &nothing;
  book->catalogue = speech->catalogue ? order_catalogue_ref (speech->catalogue) : NULL;
  book->units_aloud = g_new0 (char *, book->n_machines + 1);
  for (gsize i = 0; i < book->n_machines; i++)
    book->units_aloud[i] = unit_aloud (book, given_at (speech->call_signs, i), i);
  book->places_aloud = g_new0 (char *, book->n_places + 1);
  for (gsize i = 0; i < book->n_places; i++)
    book->places_aloud[i] = aloud (book, given_at (speech->places, i), book->places[i].name);
  book->types_aloud = g_new0 (OrderTypeName, book->n_types + 1);
  for (gsize i = 0; i < book->n_types; i++) {
    const OrderTypeName *given = speech->types ? &speech->types[i] : NULL;

    book->types_aloud[i].one = aloud (book, given ? given->one : NULL, book->types[i].one);
    book->types_aloud[i].other = aloud (book, given ? given->other : NULL, book->types[i].other);
    book->types_aloud[i].letter = book->types[i].letter;
  }
  book->texts_aloud = g_new0 (char *, book->n_texts + 1);
  for (gsize i = 0; i < book->n_texts; i++)
    book->texts_aloud[i] = aloud (book, given_at (speech->texts, i), book->texts[i]);
}

void
order_book_forget_speech (OrderBook *book)
{
  g_strfreev (book->units_aloud);
  g_strfreev (book->places_aloud);
  g_strfreev (book->texts_aloud);
  for (gsize i = 0; i < book->n_types; i++) {
    g_free (book->types_aloud[i].one);
    g_free (book->types_aloud[i].other);
  }
  g_free (book->types_aloud);
  order_catalogue_unref (book->catalogue);
}

const char *
order_book_unit_name (OrderBook *book, guint index, OrderManner manner)
{
  if (index >= book->n_machines)
    return "?";
  return manner == ORDER_ALOUD ? book->units_aloud[index] : book->spoken_names[index];
}

const char *
order_book_place_name (OrderBook *book, guint index, OrderManner manner)
{
  if (index >= book->n_places)
    return "…";
  return manner == ORDER_ALOUD ? book->places_aloud[index] : book->places[index].name;
}

const OrderTypeName *
order_book_type_name (OrderBook *book, SimTypeIndex type, OrderManner manner)
{
  if (type >= book->n_types)
    return NULL;
  return manner == ORDER_ALOUD ? &book->types_aloud[type] : &book->types[type];
}

const char *
order_book_scenario_text (OrderBook *book, guint index, OrderManner manner)
{
  if (index >= book->n_texts)
    return "…";
  return manner == ORDER_ALOUD ? book->texts_aloud[index] : book->texts[index];
}
