/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets that are said from where somebody is: "500 metres north", "the base", and where a platoon falls back
 * to when nobody says.  Each becomes a square or place at once, which is what is printed and read back.  */
#include "orders/order-grid.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include "base/base-math.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_METRES 20000
#define REAR_LEAST_M 250.0f /* nearer than this is no falling back */
#define REAR_GAIN_M 150.0f  /* so much nearer to the base, or farther from them, it has to be */

/* ---- Where they are ------------------------------------------------------------------------- */

static gboolean
is_addressed (const OrderParser *parser, gsize unit)
{
  const PictureOwn *own = &parser->view->own[unit];

  for (guint i = 0; i < parser->command.n_addressees; i++) {
    const SimAddressee *each = &parser->command.addressees[i];

    if ((each->kind == SIM_ADDRESSEE_ALL && own->platoon != SIM_SUPPLY_PLATOON) ||
        (each->kind == SIM_ADDRESSEE_PLATOON && each->index == own->platoon) ||
        (each->kind == SIM_ADDRESSEE_UNIT && each->index == unit))
      return TRUE;
  }
  return FALSE;
}

/* The middle of where those who are called should be by now.  */
static gboolean
find_origin (const OrderParser *parser, BaseVec *origin)
{
  BaseVec sum = {0, 0};
  guint n = 0;

  for (gsize i = 0; parser->view != NULL && i < parser->view->n_own; i++)
    if (!parser->view->own[i].known_lost && is_addressed (parser, i)) {
      sum = base_vec_add (sum, parser->view->own[i].ghost);
      n++;
    }
  if (n > 0)
    *origin = base_vec_scale (sum, 1 / (float) n);
  return n > 0;
}

/* ---- So far that way ------------------------------------------------------------------------ */

typedef struct {
  guint to; /* token after it; 0: none stands here */
  float metres;
} Distance;

static gboolean
is_unit (OrderBook *book, const char *key, const char *word)
{
  const GPtrArray *words = order_phrases_words (&book->phrases, ORDER_PHRASE_CONNECTOR, key);

  for (guint i = 0; words != NULL && i < words->len; i++)
    if (g_str_equal (g_ptr_array_index (words, i), word))
      return TRUE;
  return FALSE;
}

/* "500m", "2km" in one word.  */
static Distance
read_joined (OrderParser *parser, guint at)
{
  const char *word = at < order_parser_count (parser) ? order_tokens_word (parser->tokens, at) : "";
  gsize n = strspn (word, "0123456789");
  float factor = is_unit (parser->book, "metres", word + n) ? 1
                 : is_unit (parser->book, "kilometres", word + n) ? 1000 : 0;

  if (n == 0 || n > 5 || factor <= 0)
    return (Distance){0};
  return (Distance){at + 1, factor * (float) g_ascii_strtoull (word, NULL, 10)};
}

/* "500 metres", "2 km".  */
static Distance
read_distance (OrderParser *parser, guint from)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint at = from, n, unit = 0;
  float factor = 1;

  while (digits->len < 5 && (n = order_read_number (parser->book, parser->tokens, at, digits)) > 0)
    at += n;
  if (digits->len > 0 && digits->len <= 5) {
    unit = order_book_connector (parser->book, ORDER_CONNECTOR_METRES, parser->tokens, at);
    if (unit == 0) {
      factor = 1000;
      unit = order_book_connector (parser->book, ORDER_CONNECTOR_KILOMETRES, parser->tokens, at);
    }
  }
  if (unit == 0)
    return read_joined (parser, from);
  return (Distance){at + unit, factor * (float) g_ascii_strtoull (digits->str, NULL, 10)};
}

static guint
pass_connectors (OrderParser *parser, guint at)
{
  static const OrderConnector which[] = {ORDER_CONNECTOR_TO, ORDER_CONNECTOR_AT};

  for (guint i = 0; i < G_N_ELEMENTS (which); i++)
    at += order_book_connector (parser->book, which[i], parser->tokens, at);
  return at;
}

/* Eighth of the compass at a token, after what leads to it; -1: none.  */
static int
read_eighth (OrderParser *parser, guint *at)
{
  guint n, from = pass_connectors (parser, *at);
  int eighth = order_book_match (parser->book, ORDER_PHRASE_DIRECTION, parser->tokens, from, &n);

  if (eighth >= 0)
    *at = from + n;
  return eighth;
}

static OrderRead
fail_origin (OrderParser *parser)
{
  return order_parser_fail (
      parser, ORDER_UNKNOWN_TARGET,
      g_strdup (_ ("Nobody knows from where: say it to one machine or platoon, or name the square.")));
}

static OrderRead
take_offset (OrderParser *parser, const Distance *distance, int eighth, SimTarget *target)
{
  BaseVec way = base_vec_scale (base_direction_deg (eighth * 45), distance->metres);
  BaseVec origin;

  if (parser->command.n_addressees != 1 ||
      parser->command.addressees[0].kind == SIM_ADDRESSEE_ALL || !find_origin (parser, &origin))
    return fail_origin (parser);
  if (distance->metres < 1 || distance->metres > MOST_METRES ||
      !order_parser_take_ninth (parser, base_vec_add (origin, way), target))
    return order_parser_fail (parser, ORDER_OFF_MAP, g_strdup (_ ("That would be off the map.")));
  return ORDER_READ_OK;
}

OrderRead
order_parse_offset (OrderParser *parser, SimTarget *target)
{
  guint at = parser->at;
  int eighth = read_eighth (parser, &at);
  Distance distance = read_distance (parser, eighth >= 0 ? pass_connectors (parser, at) : at);
  OrderRead read;

  /* "Avancez de 500 mètres".  */
  if (distance.to == 0)
    distance = read_distance (
        parser, at + order_book_connector (parser->book, ORDER_CONNECTOR_FROM, parser->tokens, at));
  if (distance.to == 0)
    return ORDER_READ_NONE;
  at = distance.to;
  if (eighth < 0)
    eighth = read_eighth (parser, &at);
  if (eighth < 0)
    return ORDER_READ_NONE;
  read = take_offset (parser, &distance, eighth, target);
  if (read == ORDER_READ_OK)
    parser->at = at;
  return read;
}

/* ---- The base ------------------------------------------------------------------------------- */

/* Index of the place that is the squadron's base, -1: the map has none, -2: several.  */
static int
find_base (OrderBook *book)
{
  int found = -1;

  for (gsize i = 0; i < book->n_places; i++)
    if (book->places[i].kind == PICTURE_PLACE_BASE)
      found = found == -1 ? (int) i : -2;
  return found;
}

static void
set_place (OrderBook *book, gsize index, SimTarget *target)
{
  const PicturePlace *place = &book->places[index];

  *target = (SimTarget){
      .kind = SIM_TARGET_PLACE,
      .number = (guint32) index,
      .position = place->position,
      .precise_m = place->radius_m,
  };
}

static OrderRead
fail_base (OrderParser *parser, guint n, gboolean several)
{
  for (gsize i = 0; several && i < parser->book->n_places; i++)
    if (parser->book->places[i].kind == PICTURE_PLACE_BASE)
      order_parser_offer (parser, parser->at, parser->at + n, order_book_place_text (parser->book, i));
  if (several)
    return order_parser_fail (parser, ORDER_AMBIGUOUS,
                              g_strdup (_ ("There is more than one base: say which.")));
  return order_parser_fail (parser, ORDER_UNKNOWN_TARGET,
                            g_strdup (_ ("There is no base on this map: name a place.")));
}

OrderRead
order_parse_base (OrderParser *parser, SimTarget *target)
{
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_BASE, parser->tokens, parser->at);
  int base = find_base (parser->book);

  if (n == 0)
    return ORDER_READ_NONE;
  if (base < 0)
    return fail_base (parser, n, base == -2);
  set_place (parser->book, (gsize) base, target);
  parser->at += n;
  return ORDER_READ_OK;
}

/* ---- To the rear ---------------------------------------------------------------------------- */

/* Distance to the nearest enemy that is known to live; a great one when none is.  */
static float
enemy_distance (const PictureView *view, BaseVec at)
{
  float nearest = 1e9f;

  for (gsize i = 0; i < view->n_tracks; i++)
    if (!view->tracks[i].destroyed)
      nearest = MIN (nearest, base_vec_distance (view->tracks[i].position, at));
  return nearest;
}

typedef struct {
  const OrderParser *parser;
  BaseVec origin;
  const BaseVec *base; /* NULL: nobody knows where that is */
  float enemy_m;       /* from the origin */
} Rear;

/* Behind them: nearer to the base and not toward the enemy; without a base, away from him.  */
static gboolean
is_behind (const Rear *rear, BaseVec place)
{
  float enemy_m = enemy_distance (rear->parser->view, place);

  if (base_vec_distance (place, rear->origin) < REAR_LEAST_M)
    return FALSE;
  if (rear->base == NULL)
    return rear->enemy_m < 1e8f && enemy_m > rear->enemy_m + REAR_GAIN_M;
  return base_vec_distance (place, *rear->base) <
             base_vec_distance (rear->origin, *rear->base) - REAR_GAIN_M &&
         enemy_m >= rear->enemy_m;
}

/* The nearest place behind them on the way that they have come: a point that she has marked, or one of the map.  */
static gboolean
nearest_behind (const Rear *rear, SimTarget *target)
{
  const PictureView *view = rear->parser->view;
  OrderBook *book = rear->parser->book;
  float best = 1e9f;

  for (gsize i = 0; i < book->n_places; i++) {
    float away = base_vec_distance (book->places[i].position, rear->origin);

    if (away < best && is_behind (rear, book->places[i].position)) {
      set_place (book, i, target);
      best = away;
    }
  }
  for (gsize i = 0; i < view->n_marks; i++) {
    float away = base_vec_distance (view->marks[i].position, rear->origin);

    if (away < best && is_behind (rear, view->marks[i].position)) {
      *target = (SimTarget){.kind = SIM_TARGET_POSITION,
                            .position = view->marks[i].position,
                            .precise_m = view->marks[i].precise_m};
      best = away;
    }
  }
  return best < 1e8f;
}

gboolean
order_parser_find_rear (OrderParser *parser)
{
  int base = find_base (parser->book);
  Rear rear = {.parser = parser, .base = base >= 0 ? &parser->book->places[base].position : NULL};

  if (!find_origin (parser, &rear.origin))
    return FALSE;
  rear.enemy_m = enemy_distance (parser->view, rear.origin);
  if (nearest_behind (&rear, &parser->command.target))
    return TRUE;
  if (base < 0 || base_vec_distance (rear.origin, *rear.base) < REAR_LEAST_M)
    return FALSE;
  set_place (parser->book, (gsize) base, &parser->command.target);
  return TRUE;
}
