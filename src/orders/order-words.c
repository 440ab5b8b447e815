/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports from phrase ids to sentences.  */
#include "orders/order-air.h"
#include "orders/order-count.h"
#include "orders/order-grid.h"
#include "orders/order-parse.h"
#include "orders/order-spell.h"
#include "orders/order-template.h"
#include "orders/order-terms.h"
#include "orders/order-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SLOTS 16

/* The values of one phrase's arguments by name.  */
typedef struct {
  OrderBook *book;
  const OrderWording *wording;
  OrderManner manner;
  guint n_numbers;
  gsize n;
  OrderSlot slots[MAX_SLOTS];
} Slots;

/* Takes `value`.  */
static void
put (Slots *slots, const char *name, char *value)
{
  if (slots->n == MAX_SLOTS) {
    g_free (value);
    return;
  }
  slots->slots[slots->n++] = (OrderSlot){name, value};
}

static const char *
report_word (Slots *slots, const char *message)
{
  return order_message (slots->book->catalogue, slots->manner, "report", message);
}

static void
put_position (Slots *slots, const SimArgument *argument)
{
  char *grid =
      order_grid_text (slots->book, argument->position, slots->wording->fine, slots->manner);

  if (*grid == '\0') {
    g_free (grid);
    /* Translators: stands in a report where a grid reference would.  */
    grid = g_strdup (report_word (slots, NC_ ("report", "off the map")));
  }
  put (slots, "grid", grid);
}

static void
put_contact (Slots *slots, const SimArgument *argument)
{
  const OrderTypeName *name = order_book_type_name (slots->book, argument->type, slots->manner);

  put (slots, "contact",
       order_contact_text (slots->book, argument->type, argument->number, slots->manner));
  put (slots, "count", order_count_text (slots->book, argument->number, slots->manner));
  put (slots, "type", g_strdup (name ? (argument->number == 1 ? name->one : name->other) : ""));
}

static void
put_number (Slots *slots, const SimArgument *argument)
{
  guint which = slots->n_numbers++;
  const char *name =
      which < G_N_ELEMENTS (slots->wording->numbers) ? slots->wording->numbers[which] : NULL;

  if (!name)
    return;
  if (g_str_equal (name, "rounds"))
    put (slots, name, order_rounds_text (slots->book, argument->number, slots->manner));
  else if (g_str_equal (name, "minutes"))
    put (slots, name, order_minutes_text (slots->book, argument->number, slots->manner));
  else if (g_str_equal (name, "seconds"))
    put (slots, name, order_count_seconds_text (slots->book, argument->number, slots->manner));
  else if (g_str_equal (name, "loads"))
    put (slots, name, order_loads_text (slots->book, argument->number, slots->manner));
  else if (g_str_equal (name, "machines"))
    put (slots, name, order_machines_text (slots->book, argument->number, slots->manner));
  else
    put (slots, name, order_percent_text (slots->book, argument->number, slots->manner));
}

static void
put_order (Slots *slots, const SimCommand *command)
{
  put (slots, "order",
       command ? order_on_air (slots->book, slots->manner, command) : g_strdup ("…"));
  put (slots, "read_back",
       command ? order_read_back_as (slots->book, command, slots->manner) : g_strdup ("…"));
}

static void
put_platoon (Slots *slots, const SimArgument *argument)
{
  SimAddressee platoon = {SIM_ADDRESSEE_PLATOON, (guint32) argument->number};

  put (slots, "platoon", g_strdup (order_addressee_words (slots->book, slots->manner, &platoon)));
}

static void
put_bearing (Slots *slots, const SimArgument *argument)
{
  g_autofree char *digits = g_strdup_printf ("%03u", (guint) argument->number % 360);

  put (slots, "bearing",
       slots->manner == ORDER_WRITTEN ? g_steal_pointer (&digits)
                                      : order_spell_digits (slots->book, digits));
}

static void
put_word (Slots *slots, const char *name, const char *word)
{
  put (slots, name, g_strdup (word));
}

/* By his name, if the speaker uses it and she was told it.  */
static const char *
comrade_name (OrderBook *book, const SimArgument *argument, OrderManner manner)
{
  guint number = (guint) argument->number;

  if (argument->type == 1 && number < book->n_machines && book->machines[number].name_known &&
      *book->machines[number].name)
    return book->machines[number].name;
  return order_book_unit_name (book, number, manner);
}

static void
put_argument (Slots *slots, char letter, const SimArgument *argument, const SimCommand *command)
{
  OrderBook *book = slots->book;
  guint number = (guint) argument->number;

  switch (letter) {
  case 'G':
    put_position (slots, argument);
    break;
  case 'T':
  case 'K':
    put_contact (slots, argument);
    break;
  case 'N':
    put_number (slots, argument);
    break;
  case 'D':
    put_word (slots, "direction", order_direction_words (book, slots->manner, number));
    break;
  case 'U':
    put_word (slots, "unit", order_book_unit_name (book, number, slots->manner));
    break;
  case 'M':
    put_word (slots, "comrade", comrade_name (book, argument, slots->manner));
    break;
  case 'L':
    put_platoon (slots, argument);
    break;
  case 'C':
    put_word (slots, "cause", order_cause_clause (book, slots->manner, (SimCause) number));
    break;
  case 'P':
    put_word (slots, "part", order_part_clause (book, slots->manner, (SimPart) number));
    break;
  case 'O':
    put_word (slots, "place", order_book_place_name (book, number, slots->manner));
    break;
  case 'V':
    put_order (slots, command);
    break;
  case 'B':
    put_bearing (slots, argument);
    break;
  case 'Z':
    put_word (slots, "size",
              order_size_words (book, slots->manner,
                                number < SIM_N_SIZES ? (SimSize) number : SIM_SIZE_NONE));
    break;
  case 'S':
    put_word (slots, "text", order_book_scenario_text (book, number, slots->manner));
    break;
  default:
    break;
  }
}

static void
put_arguments (Slots *slots, const SimWords *words, const SimCommand *command)
{
  const char *letters = sim_phrase_arguments (words->phrase);

  for (guint i = 0; letters && letters[i] && i < SIM_MAX_ARGUMENTS; i++)
    put_argument (slots, letters[i], &words->arguments[i], command);
}

/* Takes `text`.  */
static char *
with_age (Slots *slots, guint seconds, char *text)
{
  g_autofree char *words = text;
  g_autofree char *age = order_ago_text (slots->book, (int) seconds, slots->manner);

  return order_fill_slots (
      /* Translators: a pilot repeats what he said before; {age} is “forty seconds” or “three
       * minutes”, {words} what he said: “I say again, as of forty seconds ago: We are ready.”  */
      report_word (slots, NC_ ("report", "I say again, as of {age} ago: {words}")),
      (OrderSlot[]){{"age", age}, {"words", words}}, 2, TRUE);
}

static char *
render_whole (OrderBook *book, const SimWords *words, const SimCommand *command,
              OrderManner manner)
{
  Slots slots = {.book = book, .wording = order_wording (words->phrase), .manner = manner};
  guint count;
  const char *const *texts = order_wording_texts (words->phrase, words->manner, &count);
  const char *template;
  char *text;

  if (count == 0)
    return g_strdup ("");
  template = report_word (&slots, texts[words->variant % count]);
  put_arguments (&slots, words, command);
  text = order_fill_slots (template, slots.slots, slots.n, TRUE);
  for (gsize i = 0; i < slots.n; i++)
    g_free ((char *) slots.slots[i].value);
  return words->again_s > 0 ? with_age (&slots, words->again_s, text) : text;
}

/* One who is on the link says it for one who is not.  Takes the text.  */
static char *
relayed (OrderBook *book, const SimWords *words, OrderManner manner, char *text)
{
  g_autofree char *said = text;

  if (words->relayed == 0 || words->relayed > order_book_n_machines (book))
    return g_steal_pointer (&said);
  return order_fill_slots (
      /* Translators: a pilot passes on the words of a comrade: “From Falke: hit, legs.”.  */
      order_message (book->catalogue, manner, "report", NC_ ("report", "From {unit}: {words}")),
      (OrderSlot[]){{"unit", order_book_unit_name (book, words->relayed - 1, manner)},
                    {"words", said}},
      2, TRUE);
}

char *
order_render_words (OrderBook *book, const SimWords *words, const SimCommand *command,
                    gboolean spoken)
{
  OrderManner manner = spoken ? ORDER_ALOUD : ORDER_WRITTEN;
  g_autofree char *whole = relayed (book, words, manner, render_whole (book, words, command, manner));

  return spoken ? g_steal_pointer (&whole) : order_mask_lost (whole, words);
}

/* A letter at this place of a text is lost when its middle lies in a lost stretch.  */
static gboolean
is_lost (const SimWords *words, glong index, glong length)
{
  glong middle = (2 * index + 1) * 500 / length;

  for (guint i = 0; i < MIN (words->n_lost, SIM_MAX_LOST_WORDS); i++)
    if (middle >= words->lost[i].from && middle < words->lost[i].to)
      return TRUE;
  return FALSE;
}

char *
order_mask_lost (const char *text, const SimWords *words)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong length = g_utf8_strlen (valid, -1);
  GString *masked = g_string_new (NULL);
  glong index = 0;

  for (const char *p = valid; *p; p = g_utf8_next_char (p), index++) {
    gunichar c = g_utf8_get_char (p);
    gboolean lost = !g_unichar_isspace (c) && is_lost (words, index, length);

    if (!lost || !(g_unichar_isalnum (c) || g_unichar_ismark (c)))
      g_string_append_unichar (masked, c);
    else
      g_string_append (masked, "\u2592");
  }
  return g_string_free (masked, FALSE);
}
