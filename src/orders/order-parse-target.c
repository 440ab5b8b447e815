/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets: grid references written and spelt, tracks, places, own machines, here and there.  */
#include "orders/order-grid.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- Grid references ------------------------------------------------------------------------ */

typedef enum {
  GRID_NONE,
  GRID_OK,
  GRID_PARTIAL, /* a letter with a zero alone, or with three digits */
  GRID_BAD_KEY,
  GRID_OFF_MAP,
} GridStatus;

typedef struct {
  GridStatus status;
  OrderSquare square;
  char letters[3];
  char digits[16];
  gboolean announced; /* "grid" stood before it */
  gboolean open;      /* a keypad digit may follow */
  guint key_at;       /* where "keypad" ends without a digit, 0: nowhere */
  guint to;           /* token after it */
} GridReading;

static gboolean
is_letters (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (word[i]))
      return FALSE;
  return length > 0;
}

/* "g04", "ab12": letters and digits in one token.  */
static gboolean
split_token (const char *word, GridReading *grid)
{
  gsize n = strcspn (word, "0123456789");

  if (n == 0 || n > 2 || !is_letters (word, n) || strlen (word + n) == 0 ||
      strspn (word + n, "0123456789") != strlen (word + n))
    return FALSE;
  memcpy (grid->letters, word, n);
  grid->letters[n] = '\0';
  g_strlcpy (grid->digits, word + n, sizeof grid->digits);
  return TRUE;
}

static gboolean
digits_follow (OrderParser *parser, guint at)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  return order_read_number (parser->book, parser->tokens, at, digits) > 0;
}

/* One letter as a word of the alphabet or by itself; the tokens used.  */
static guint
read_letter (OrderParser *parser, guint at, char *letter)
{
  guint n;
  int value;
  const char *word;

  if (at >= order_parser_count (parser))
    return 0;
  value = order_book_match (parser->book, ORDER_PHRASE_LETTER, parser->tokens, at, &n);
  word = order_tokens_word (parser->tokens, at);
  if (value < 0 && word[1] == '\0' && is_letters (word, 1)) {
    value = word[0] - 'a';
    n = 1;
  }
  if (value < 0)
    return 0;
  *letter = (char) ('a' + value);
  return n;
}

/* The column: one or two letters that digits follow ("golf", "alfa bravo", "ab").  */
static guint
read_column (OrderParser *parser, guint at, GridReading *grid)
{
  guint used = 0, n;

  for (guint i = 0; i < 2 && (n = read_letter (parser, at + used, &grid->letters[i])) > 0; i++) {
    used += n;
    grid->letters[i + 1] = '\0';
  }
  if (used == 0 && at < order_parser_count (parser)) {
    const char *word = order_tokens_word (parser->tokens, at);

    if (strlen (word) == 2 && is_letters (word, 2)) {
      g_strlcpy (grid->letters, word, sizeof grid->letters);
      used = 1;
    }
  }
  return used > 0 && digits_follow (parser, at + used) ? used : 0;
}

/* Digits in one or several tokens, two in all ("04", "zero four", "twelve").  */
static guint
read_row (OrderParser *parser, guint at, GridReading *grid)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint used = 0, n;

  while (digits->len < 2 &&
         (used == 0 || at + used >= order_parser_count (parser) ||
          !order_tokens_at (parser->tokens, at + used)->dash) &&
         (n = order_read_number (parser->book, parser->tokens, at + used, digits)) > 0)
    used += n;
  g_strlcpy (grid->digits, digits->str, sizeof grid->digits);
  return used;
}

/* "-7" or "keypad seven" after the square.  */
static void
read_key (OrderParser *parser, GridReading *grid)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint at = grid->to, said, n;

  if (at >= order_parser_count (parser)) {
    grid->open = TRUE;
    return;
  }
  said = order_book_connector (parser->book, ORDER_CONNECTOR_KEYPAD, parser->tokens, at);
  if (said == 0 && !order_tokens_at (parser->tokens, at)->dash) {
    grid->open = TRUE;
    return;
  }
  grid->to += said;
  n = order_read_number (parser->book, parser->tokens, grid->to, digits);
  if (said > 0 && n == 0)
    grid->key_at = grid->to;
  grid->to += n;
  if (digits->len == 1 && digits->str[0] != '0')
    grid->square.keypad = (guint) (digits->str[0] - '0');
  else
    grid->status = GRID_BAD_KEY;
}

static void
weigh_grid (OrderParser *parser, GridReading *grid)
{
  BaseVec centre;
  float half;

  /* "juliet seven" is J07.  */
  if (strlen (grid->digits) == 1 && grid->digits[0] != '0') {
    grid->digits[1] = grid->digits[0];
    grid->digits[0] = '0';
    grid->digits[2] = '\0';
  }
  if (strlen (grid->digits) != 2) {
    grid->status = GRID_PARTIAL;
    return;
  }
  grid->square.column = (guint) order_grid_column_index (grid->letters);
  grid->square.row = (guint) (g_ascii_strtoull (grid->digits, NULL, 10) - 1);
  grid->status = GRID_OK;
  read_key (parser, grid);
  if (grid->status == GRID_OK && !order_grid_centre (&grid->square, parser->book->map_width_m,
                                                     parser->book->map_height_m, &centre, &half))
    grid->status = GRID_OFF_MAP;
}

static GridReading
read_grid (OrderParser *parser, guint at)
{
  GridReading grid = {.status = GRID_NONE};
  guint announced = order_book_connector (parser->book, ORDER_CONNECTOR_GRID, parser->tokens, at);
  guint n;

  grid.announced = announced > 0;
  grid.to = at + announced;
  if (grid.to >= order_parser_count (parser))
    return grid;
  if (split_token (order_tokens_word (parser->tokens, grid.to), &grid)) {
    grid.to++;
  } else {
    n = read_column (parser, grid.to, &grid);
    if (n == 0)
      return grid;
    grid.to += n;
    grid.to += read_row (parser, grid.to, &grid);
  }
  weigh_grid (parser, &grid);
  return grid;
}

static OrderRead
fail_partial_grid (OrderParser *parser, const GridReading *grid, guint from)
{
  g_autofree char *words = order_tokens_quote (parser->tokens, from, grid->to);
  g_autofree char *letters = g_ascii_strup (grid->letters, -1);
  g_autofree char *fixed = NULL;

  if (strlen (grid->digits) == 3)
    fixed = g_strdup_printf ("%s%.2s-%s", letters, grid->digits, grid->digits + 2);
  if (fixed)
    order_parser_offer (parser, from, grid->to, fixed);
  return order_parser_fail (
      parser, ORDER_UNKNOWN_TARGET,
      order_fill (_ ("“{words}” is no whole grid reference: a letter and two digits, as in G04."),
                  "words", words, NULL));
}

static OrderRead
fail_keypad (OrderParser *parser, const GridReading *grid, guint from)
{
  OrderSquare whole = grid->square;
  char square[ORDER_GRID_LENGTH];

  whole.keypad = 0;
  order_square_format (&whole, FALSE, square);
  order_parser_offer (parser, from, grid->to, square);
  if (grid->key_at > 0) {
    parser->at = grid->key_at;
    order_parser_expect (parser, ORDER_EXPECT_KEY);
  }
  return order_parser_fail (parser, ORDER_UNKNOWN_TARGET,
                            order_fill (_ ("A keypad digit is 1 to 9: {square} has nine parts."),
                                        "square", square, NULL));
}

/* "juliet seven five" on a map of twenty rows: a ninth of J07?  */
static void
offer_ninth (OrderParser *parser, const GridReading *grid, guint from)
{
  OrderSquare ninth = {grid->square.column, (guint) (grid->digits[0] - '1'),
                       (guint) (grid->digits[1] - '0')};
  char text[ORDER_GRID_LENGTH];
  BaseVec centre;
  float half;

  if (grid->square.keypad != 0 || grid->digits[0] == '0' || grid->digits[1] == '0' ||
      !order_grid_centre (&ninth, parser->book->map_width_m, parser->book->map_height_m, &centre,
                          &half))
    return;
  order_square_format (&ninth, TRUE, text);
  order_parser_offer (parser, from, grid->to, text);
}

static OrderRead
fail_off_map (OrderParser *parser, const GridReading *grid, guint from)
{
  OrderSquare last = {order_grid_columns (parser->book->map_width_m) - 1,
                      order_grid_rows (parser->book->map_height_m) - 1, 0};
  OrderSquare near = {MIN (grid->square.column, last.column),
                      /* Row 00 wraps to a huge number: it is south of the map.  */
                      grid->square.row == G_MAXUINT ? 0 : MIN (grid->square.row, last.row), 0};
  char nearest[ORDER_GRID_LENGTH], corner[ORDER_GRID_LENGTH];
  g_autofree char *words = order_tokens_quote (parser->tokens, from, grid->to);

  order_square_format (&near, FALSE, nearest);
  order_square_format (&last, FALSE, corner);
  offer_ninth (parser, grid, from);
  order_parser_offer (parser, from, grid->to, nearest);
  return order_parser_fail (
      parser, ORDER_OFF_MAP,
      order_fill (_ ("“{words}” is off the map, which goes from A01 to {corner}."), "words", words,
                  "corner", corner, NULL));
}

static OrderRead
take_grid (OrderParser *parser, const GridReading *grid, guint from, SimTarget *target)
{
  float half = 0;

  switch (grid->status) {
  case GRID_PARTIAL:
    return fail_partial_grid (parser, grid, from);
  case GRID_BAD_KEY:
    return fail_keypad (parser, grid, from);
  case GRID_OFF_MAP:
    return fail_off_map (parser, grid, from);
  case GRID_NONE:
  case GRID_OK:
  default:
    break;
  }
  target->kind = SIM_TARGET_POSITION;
  order_grid_centre (&grid->square, parser->book->map_width_m, parser->book->map_height_m,
                     &target->position, &half);
  target->precise_m = half;
  parser->at = grid->to;
  if (grid->open)
    order_parser_expect (parser, ORDER_EXPECT_KEYPAD);
  return ORDER_READ_OK;
}

/* ---- Tracks --------------------------------------------------------------------------------- */

typedef struct {
  gboolean found;
  gboolean announced; /* "track" stood before it */
  guint32 number;
  gboolean two_digits; /* as a square of column T would be written */
  guint to;
} TrackReading;

/* Digits after "track" or "T": all that follow until something else.  */
static guint
read_track_digits (OrderParser *parser, guint at, GString *digits)
{
  guint used = 0, n;

  while (digits->len < 4 && at + used < order_parser_count (parser) &&
         (used == 0 || !order_tokens_at (parser->tokens, at + used)->comma) &&
         (n = order_read_number (parser->book, parser->tokens, at + used, digits)) > 0)
    used += n;
  return used;
}

/* The number in "t02".  */
static gboolean
track_token (const char *word, GString *digits)
{
  gsize n = strlen (word);

  if (word[0] != 't' || n < 2 || n > 5 || strspn (word + 1, "0123456789") != n - 1)
    return FALSE;
  g_string_assign (digits, word + 1);
  return TRUE;
}

static guint
read_track_name (OrderParser *parser, guint at, gboolean announced, GString *digits)
{
  char letter;
  guint n;

  if (at >= order_parser_count (parser))
    return 0;
  if (track_token (order_tokens_word (parser->tokens, at), digits))
    return 1;
  if (announced) {
    n = read_track_digits (parser, at, digits);
    if (n > 0)
      return n;
  }
  n = read_letter (parser, at, &letter);
  if (n == 0 || letter != 't' || !digits_follow (parser, at + n))
    return 0;
  return n + read_track_digits (parser, at + n, digits);
}

static TrackReading
read_track (OrderParser *parser, guint at)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint said = order_book_connector (parser->book, ORDER_CONNECTOR_TRACK, parser->tokens, at);
  TrackReading track = {.announced = said > 0};
  guint n = read_track_name (parser, at + said, said > 0, digits);

  track.found = n > 0;
  track.to = at + said + n;
  track.number = (guint32) g_ascii_strtoull (digits->str, NULL, 10);
  track.two_digits = digits->len == 2;
  return track;
}

gboolean
order_square_looks_like_track (OrderBook *book, guint32 number)
{
  const guint column_t = 'T' - 'A';

  return number >= 1 && number <= order_grid_rows (book->map_height_m) &&
         order_grid_columns (book->map_width_m) > column_t;
}

static const PictureTrack *
known_track (OrderParser *parser, guint32 number)
{
  return parser->view ? picture_view_track (parser->view, number) : NULL;
}

static void
offer_tracks (OrderParser *parser, guint from, guint to)
{
  for (gsize i = 0; parser->view && i < MIN (parser->view->n_tracks, 5); i++) {
    g_autofree char *text = g_strdup_printf ("track %u", parser->view->tracks[i].number);

    order_parser_offer (parser, from, to, text);
  }
}

static OrderRead
fail_unknown_track (OrderParser *parser, const TrackReading *track, guint from)
{
  char name[8];

  offer_tracks (parser, from, track->to);
  return order_parser_fail (parser, ORDER_UNKNOWN_TARGET,
                            order_fill (_ ("No track {track} is on the map."), "track",
                                        order_track_name (track->number, name), NULL));
}

/* "T07" where the map has a square of that name and a track too.  */
static OrderRead
fail_track_or_square (OrderParser *parser, const TrackReading *track, guint from)
{
  g_autofree char *as_track = g_strdup_printf ("track %u", track->number);
  g_autofree char *as_square = g_strdup_printf ("grid T%02u", track->number);

  order_parser_offer (parser, from, track->to, as_track);
  order_parser_offer (parser, from, track->to, as_square);
  return order_parser_fail (parser, ORDER_AMBIGUOUS,
                            /* Translators: for instance “T07” may be “track 7” or “grid T07”.  */
                            order_fill (_ ("This may be {first} or {second}."), "first", as_track,
                                        "second", as_square, NULL));
}

static OrderRead
take_track (OrderParser *parser, const TrackReading *track, guint from, SimTarget *target)
{
  const PictureTrack *known = known_track (parser, track->number);

  if (order_parser_aims_at_own (parser) && target == &parser->command.target)
    return order_parser_fail (
        parser, ORDER_UNKNOWN_TARGET,
        g_strdup (_ ("A track is the enemy: name one of ours, a platoon or a place.")));
  if (!known)
    return fail_unknown_track (parser, track, from);
  target->kind = SIM_TARGET_TRACK;
  target->number = known->number;
  target->position = known->position;
  target->precise_m = known->major_m;
  parser->at = track->to;
  return ORDER_READ_OK;
}

/* ---- Places, machines, here ----------------------------------------------------------------- */

static OrderRead
take_unit (OrderParser *parser, const OrderNameMatch *match, SimTarget *target)
{
  const char *name = order_book_spoken_name (parser->book, match->index);

  if (order_parser_aim (parser) == SIM_AIM_ANY)
    return order_parser_fail (parser, ORDER_UNKNOWN_TARGET,
                              order_fill (_ ("{unit} is one of ours."), "unit", name, NULL));
  if (!parser->view || match->index >= parser->view->n_own)
    return order_parser_fail (parser, ORDER_UNKNOWN_TARGET,
                              order_fill (_ ("Nobody knows where {unit} is."), "unit", name, NULL));
  target->kind = SIM_TARGET_UNIT;
  target->number = match->index;
  target->position = parser->view->own[match->index].fix;
  target->precise_m = parser->view->own[match->index].fix_error_m;
  parser->at += match->n_tokens;
  return ORDER_READ_OK;
}

/* A platoon is where its first machine that is not known to be lost was last.  */
static OrderRead
take_platoon (OrderParser *parser, const OrderNameMatch *match, SimTarget *target)
{
  const PictureView *view = parser->view;
  const char *name = order_book_platoon_name (parser->book, match->index);

  for (gsize i = 0; view != NULL && i < view->n_own; i++) {
    const PictureOwn *own = &view->own[i];

    if (own->platoon != match->index ||
        (own->known_lost && target->kind == SIM_TARGET_PLATOON))
      continue;
    target->position = own->fix;
    target->precise_m = own->fix_error_m;
    target->kind = SIM_TARGET_PLATOON;
    if (!own->known_lost)
      break;
  }
  if (target->kind != SIM_TARGET_PLATOON)
    return order_parser_fail (parser, ORDER_UNKNOWN_TARGET,
                              order_fill (_ ("Nobody knows where {unit} is."), "unit", name, NULL));
  target->number = match->index;
  parser->at += match->n_tokens;
  return ORDER_READ_OK;
}

static OrderRead
take_place (OrderParser *parser, const OrderNameMatch *match, SimTarget *target)
{
  const PicturePlace *place = order_book_place (parser->book, match->index);

  target->kind = SIM_TARGET_PLACE;
  target->number = match->index;
  target->position = place->position;
  target->precise_m = place->radius_m;
  parser->at += match->n_tokens;
  return ORDER_READ_OK;
}

static OrderRead
fail_two_targets (OrderParser *parser, const OrderNameMatch *match)
{
  guint end = parser->at + match->n_tokens;
  const char *first = order_name_text (parser->book, match->kind, match->index);
  const char *second = order_name_text (parser->book, match->other_kind, match->other_index);
  g_autofree char *words = order_tokens_quote (parser->tokens, parser->at, end);

  order_parser_offer (parser, parser->at, end, first);
  order_parser_offer (parser, parser->at, end, second);
  return order_parser_fail (parser, ORDER_AMBIGUOUS,
                            order_fill (_ ("“{words}” may be {first} or {second}."), "words", words,
                                        "first", first, "second", second, NULL));
}

static OrderRead
take_name (OrderParser *parser, OrderMatch found, const OrderNameMatch *match, SimTarget *target)
{
  if (found == ORDER_MATCH_SEVERAL)
    return fail_two_targets (parser, match);
  if (match->kind == ORDER_NAME_PLATOON)
    return take_platoon (parser, match, target);
  return match->kind == ORDER_NAME_PLACE ? take_place (parser, match, target)
                                         : take_unit (parser, match, target);
}

/* ---- Names that she gave -------------------------------------------------------------------- */

typedef struct {
  const PictureTrack *track;
  const PictureMark *mark;
  guint n; /* tokens; 0: none */
} GivenName;

/* How many tokens from `at` on are this name, to the letter; 0: they are not.  */
static guint
given_name_at (OrderParser *parser, guint at, const char *name)
{
  g_autoptr (OrderTokens) words = order_book_tokens (parser->book, name);
  guint n = order_tokens_count (words);

  if (at + n > order_parser_count (parser))
    return 0;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (order_tokens_word (words, i), order_tokens_word (parser->tokens, at + i)))
      return 0;
  return n;
}

/* A track or mark that she has named; the longest of several.  */
static GivenName
read_given_name (OrderParser *parser, guint from)
{
  const PictureView *view = parser->view;
  guint said = order_book_connector (parser->book, ORDER_CONNECTOR_TRACK, parser->tokens, from);
  GivenName best = {0};

  for (gsize i = 0; view != NULL && i < view->n_tracks; i++) {
    guint n = view->tracks[i].name[0] != '\0'
                  ? given_name_at (parser, from + said, view->tracks[i].name)
                  : 0;

    if (n > 0 && n + said > best.n)
      best = (GivenName){&view->tracks[i], NULL, n + said};
  }
  for (gsize i = 0; view != NULL && i < view->n_marks; i++) {
    guint n = given_name_at (parser, from, view->marks[i].name);

    if (n > best.n)
      best = (GivenName){NULL, &view->marks[i], n};
  }
  return best;
}

/* A mark is the square that it stands in: whoever hears the order knows no other name of it.  */
static OrderRead
take_given (OrderParser *parser, const GivenName *given, SimTarget *target)
{
  guint from = parser->at;
  TrackReading track = {.found = TRUE, .announced = TRUE, .to = from + given->n};

  if (given->track != NULL) {
    track.number = given->track->number;
    return take_track (parser, &track, from, target);
  }
  target->kind = SIM_TARGET_POSITION;
  target->position = given->mark->position;
  target->precise_m = given->mark->precise_m;
  parser->at = track.to;
  return ORDER_READ_OK;
}

static guint
here_at (OrderParser *parser, guint at)
{
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_HERE, parser->tokens, at);

  return n > 0 ? n : order_book_connector (parser->book, ORDER_CONNECTOR_THERE, parser->tokens, at);
}

/* What can be said can be repeated.  */
gboolean
order_parser_take_ninth (OrderParser *parser, BaseVec at, SimTarget *target)
{
  OrderSquare square;
  float half;

  if (!order_grid_locate (at, parser->book->map_width_m, parser->book->map_height_m, &square))
    return FALSE;
  order_grid_centre (&square, parser->book->map_width_m, parser->book->map_height_m,
                     &target->position, &half);
  target->kind = SIM_TARGET_POSITION;
  target->precise_m = half;
  return TRUE;
}

/* The ninth of a square under the map's cursor.  */
static OrderRead
take_here (OrderParser *parser, guint n, SimTarget *target)
{
  if (!parser->here || !order_parser_take_ninth (parser, *parser->here, target))
    return order_parser_fail (
        parser, ORDER_UNKNOWN_TARGET,
        g_strdup (_ ("“Here” needs a cursor on the map: name the square instead.")));
  parser->at += n;
  return ORDER_READ_OK;
}

/* ---- All together --------------------------------------------------------------------------- */

static gboolean
connector_at (OrderParser *parser, guint at)
{
  return order_book_connector (parser->book, ORDER_CONNECTOR_TO, parser->tokens, at) > 0 ||
         order_book_connector (parser->book, ORDER_CONNECTOR_AT, parser->tokens, at) > 0;
}

/* Kinds of names that may stand here: a platoon only as what an order about our own is for.  */
static guint
target_kinds (const OrderParser *parser, const SimTarget *target)
{
  guint platoons = order_parser_aims_at_own (parser) && target == &parser->command.target
                       ? 1u << ORDER_NAME_PLATOON
                       : 0;

  return ORDER_NAMES_OF_TARGETS | platoons;
}

/* Reads what stands at the parser's place, without "to" before it.  A name in full wins over
 * anything shorter; a misspelt name only where nothing else stands.  */
static OrderRead
read_bare_target (OrderParser *parser, SimTarget *target)
{
  guint from = parser->at;
  GridReading grid = read_grid (parser, from);
  TrackReading track = read_track (parser, from);
  guint here = here_at (parser, from);
  OrderNameMatch match;
  OrderMatch name =
      order_names_match (parser->book, target_kinds (parser, target), parser->tokens, from, &match);
  guint longest =
      MAX (here, MAX (grid.status ? grid.to - from : 0, track.found ? track.to - from : 0));
  GivenName given = read_given_name (parser, from);

  if (given.n > 0 && given.n >= longest &&
      (name == ORDER_MATCH_NONE || match.misspelt || match.n_tokens <= given.n))
    return take_given (parser, &given, target);

  if (name != ORDER_MATCH_NONE && match.misspelt && connector_at (parser, from))
    name = ORDER_MATCH_NONE;
  if (name != ORDER_MATCH_NONE && (longest == 0 || (!match.misspelt && match.n_tokens >= longest)))
    return take_name (parser, name, &match, target);
  if (here > 0 && here == longest)
    return take_here (parser, here, target);
  if (track.found &&
      (track.announced || grid.status == GRID_NONE ||
       (!grid.announced && grid.square.keypad == 0 && grid.status != GRID_BAD_KEY))) {
    if (track.announced || !track.two_digits ||
        !order_square_looks_like_track (parser->book, track.number))
      return take_track (parser, &track, from, target);
    if (known_track (parser, track.number))
      return fail_track_or_square (parser, &track, from);
  }
  return grid.status ? take_grid (parser, &grid, from, target) : order_parse_base (parser, target);
}

/* "Move north": a side of where they are is no place by itself.  */
static OrderRead
fail_how_far (OrderParser *parser, const char *words)
{
  guint n;

  order_book_match (parser->book, ORDER_PHRASE_DIRECTION, parser->tokens, parser->at, &n);
  for (int metres = 500; metres <= 1000; metres += 500) {
    g_autofree char *side = order_tokens_quote (parser->tokens, parser->at, parser->at + n);
    g_autofree char *text = g_strdup_printf ("%d m %s", metres, side);

    order_parser_offer (parser, parser->at, parser->at + n, text);
  }
  return order_parser_fail (
      parser, ORDER_UNKNOWN_TARGET,
      order_fill (_ ("“{words}” says which way, not how far: say how many metres, or name the square."),
                  "words", words, NULL));
}

static OrderRead
fail_unknown_target (OrderParser *parser)
{
  guint to = order_parser_stretch (parser, parser->at);
  g_autofree char *words = NULL;
  OrderNameMatch match;

  if (parser->at >= order_parser_count (parser))
    return order_parser_fail (
        parser, ORDER_NO_TARGET,
        g_strdup (_ ("Say where: a grid reference such as G04, a place or a track.")));
  /* A platoon is no place, but its leader is somewhere.  */
  if (order_names_match (parser->book, 1u << ORDER_NAME_PLATOON, parser->tokens, parser->at,
                         &match) == ORDER_MATCH_ONE)
    for (gsize i = 0; i < parser->book->n_machines; i++)
      if (parser->book->machines[i].platoon == match.index && parser->book->machines[i].leader)
        order_parser_offer (parser, parser->at, parser->at + match.n_tokens,
                            order_book_spoken_name (parser->book, i));
  order_parser_offer_names (parser, ORDER_NAMES_OF_TARGETS, parser->at, to);
  words = order_tokens_quote (parser->tokens, parser->at, to);
  if (order_parser_group_at (parser, ORDER_PHRASE_DIRECTION, parser->at))
    return fail_how_far (parser, words);
  if (order_parser_aim (parser) == SIM_AIM_ANY)
    offer_tracks (parser, parser->at, to);
  /* "Ambush them at F04": without a word or two it may be a place.  */
  for (guint skipped = 1; skipped <= 2 && parser->at + skipped < to; skipped++)
    order_parser_offer (parser, parser->at, parser->at + skipped, "");
  return order_parser_fail (
      parser, ORDER_UNKNOWN_TARGET,
      order_fill (_ ("“{words}” is no place, square or track on this map."), "words", words, NULL));
}

/* "to", "at", "up to", ... before a target.  */
static guint
skip_connectors (OrderParser *parser)
{
  guint skipped = 0, n;

  while (
      skipped < 2 &&
      ((n = order_book_connector (parser->book, ORDER_CONNECTOR_TO, parser->tokens, parser->at)) ||
       (n = order_book_connector (parser->book, ORDER_CONNECTOR_AT, parser->tokens, parser->at)))) {
    parser->at += n;
    skipped++;
  }
  return skipped;
}

/* "à golf zéro quatre" is G04, not AG04: a word of one letter that leads to a target is no part of
 * it, if there is one without it.  */
static OrderRead
read_after_letter (OrderParser *parser, SimTarget *target)
{
  guint from = parser->at;

  if (order_parser_at_end (parser) || order_tokens_word (parser->tokens, from)[1] != '\0' ||
      !connector_at (parser, from))
    return ORDER_READ_NONE;
  parser->at++;
  if (read_bare_target (parser, target) == ORDER_READ_OK)
    return ORDER_READ_OK;
  parser->at = from;
  *target = (SimTarget){0};
  return ORDER_READ_NONE;
}

OrderRead
order_parse_target (OrderParser *parser, SimTarget *target, gboolean required)
{
  OrderRead read = order_parse_offset (parser, target);
  guint skipped;

  if (read == ORDER_READ_NONE)
    read = read_after_letter (parser, target);

  if (read == ORDER_READ_NONE)
    read = read_bare_target (parser, target);
  if (read != ORDER_READ_NONE)
    return read;
  skipped = skip_connectors (parser);
  if (skipped > 0) {
    order_parser_expect (parser, ORDER_EXPECT_TARGET);
    read = read_bare_target (parser, target);
    if (read != ORDER_READ_NONE)
      return read;
  }
  return required || skipped > 0 ? fail_unknown_target (parser) : ORDER_READ_NONE;
}

gboolean
order_target_text_means_place (OrderBook *book, const char *text, gsize index)
{
  g_auto (OrderParser) parser = {0};
  SimTarget target = {0};

  /* A comma in a name would be taken for the end of it, a clause for a modifier.  */
  order_parser_init (&parser, book, NULL, NULL, text);
  return order_parser_count (&parser) > 0 && !order_parser_at_clause (&parser, 0) &&
         order_parse_target (&parser, &target, FALSE) == ORDER_READ_OK &&
         parser.at == order_parser_count (&parser) && target.kind == SIM_TARGET_PLACE &&
         target.number == index;
}
