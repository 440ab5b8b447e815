/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she does to her picture in words: tracks put together and parted, names, marks.  */
#include "orders/order-answer.h"
#include "orders/order-grid.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_WORDS 3

gboolean
order_hand_is_key (const char *key)
{
  static const char *const keys[] = {"merge", "split", "name", "mark-point", "undo", NULL};

  return g_strv_contains (keys, key);
}

/* ---- Names ----------------------------------------------------------------------------------- */

static gboolean
is_plain (const char *name)
{
  gboolean any = FALSE;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    any = any || g_unichar_isalpha (letter);
    if (!g_unichar_isalnum (letter) && letter != ' ' && letter != '-')
      return FALSE;
  }
  return any;
}

/* What the language reads as something else already can not be a name.  */
static gboolean
means_something (OrderBook *book, const PictureView *view, const char *name)
{
  g_auto (OrderParser) parser = {0};
  SimTarget target = {0};
  OrderNameMatch match;
  BaseVec here = {0, 0};
  guint n;

  order_parser_init (&parser, book, view, &here, name);
  n = order_parser_count (&parser);
  if (n == 0 || n > NAME_WORDS || order_parser_at_clause (&parser, 0))
    return TRUE;
  if (order_names_match (book, ORDER_NAMES_OF_PEOPLE | ORDER_NAMES_OF_TARGETS, parser.tokens, 0,
                         &match) != ORDER_MATCH_NONE &&
      !match.misspelt)
    return TRUE;
  return order_parse_target (&parser, &target, FALSE) != ORDER_READ_NONE;
}

/* The name in `edit`; FALSE with a sentence when it can not be one.  */
static gboolean
take_name (const OrderAsker *asker, const char *text, PictureEdit *edit, char **problem)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (strlen (name) >= sizeof edit->name || !is_plain (name)) {
    *problem = order_fill (
        /* Translators: of a name that the player gives to a contact or a place.  */
        _ ("“{name}” can not be a name: letters, digits and hyphens, at most 23."), "name", name,
        NULL);
    return FALSE;
  }
  if (means_something (asker->book, asker->view, name)) {
    /* Translators: of a name that the player gives to a contact or a place.  */
    *problem = order_fill (_ ("“{name}” means something already."), "name", name, NULL);
    return FALSE;
  }
  memcpy (edit->name, name, strlen (name));
  return TRUE;
}

/* ---- Tracks ---------------------------------------------------------------------------------- */

static const PictureTrack *
take_track (const OrderAsker *asker, const char *text, char **problem)
{
  g_auto (OrderSubject) subject = {0};
  const PictureTrack *track = NULL;

  if (!order_subject_read_or_track (asker, text, &subject, problem))
    return NULL;
  if (subject.kind == SIM_TARGET_TRACK && asker->view != NULL)
    track = picture_view_track (asker->view, subject.number);
  if (track == NULL)
    /* Translators: of what the player called a track, that is a contact.  */
    *problem = order_fill (_ ("“{words}” is no track."), "words", text, NULL);
  else if (track->destroyed)
    *problem = order_fill (_ ("{track} is destroyed."), "track", subject.name, NULL);
  return track != NULL && !track->destroyed ? track : NULL;
}

static char *
merge (const OrderAsker *asker, const char *a, const char *b, PictureEdit *edit)
{
  char *problem = NULL, first[8], second[8];
  const PictureTrack *track = take_track (asker, a, &problem);
  const PictureTrack *other = track != NULL ? take_track (asker, b, &problem) : NULL;

  if (other == NULL)
    return problem;
  order_track_name (track->number, first);
  if (track == other)
    return order_fill (_ ("{track} is one already."), "track", first, NULL);
  edit->kind = PICTURE_EDIT_MERGE;
  edit->track = track->number;
  edit->other = other->number;
  /* Translators: two contacts are one from now on: “T03 and T05 are one: T03.”  */
  return order_fill (_ ("{first} and {second} are one: {first}."), "first", first, "second",
                     order_track_name (other->number, second), NULL);
}

static char *
split (const OrderAsker *asker, const char *a, PictureEdit *edit)
{
  char *problem = NULL, name[8];
  const PictureTrack *track = take_track (asker, a, &problem);

  if (track == NULL)
    return problem;
  order_track_name (track->number, name);
  if (track->count < 2 && track->n_sources < 2)
    return order_fill (_ ("{track} is one machine, told of by one."), "track", name, NULL);
  edit->kind = PICTURE_EDIT_SPLIT;
  edit->track = track->number;
  /* Translators: one contact is two from now on.  */
  return order_fill (_ ("{track} is two now; the other has the next number."), "track", name, NULL);
}

/* The number may be several words ("track one two hammer"): the name is what comes after it.  */
static char *
name_track (const OrderAsker *asker, const char *a, const char *b, PictureEdit *edit)
{
  g_autofree char *all = g_strdup_printf ("%s %s %s",
                                          order_book_word (asker->book, ORDER_PHRASE_CONNECTOR, "track"), a, b);
  g_autofree char *given = NULL;
  g_auto (OrderParser) parser = {0};
  SimTarget target = {0};
  char *problem = NULL, number[8];

  order_parser_init (&parser, asker->book, asker->view, NULL, all);
  if (order_parse_target (&parser, &target, TRUE) != ORDER_READ_OK)
    return g_steal_pointer (&parser.reason);
  if (target.kind != SIM_TARGET_TRACK || parser.at >= order_parser_count (&parser))
    return order_fill (_ ("“{words}” is no track."), "words", a, NULL);
  given = order_tokens_quote (parser.tokens, parser.at, order_parser_count (&parser));
  if (!take_name (asker, given, edit, &problem))
    return problem;
  edit->kind = PICTURE_EDIT_NAME;
  edit->track = target.number;
  /* Translators: a contact has a name from now on: “T04 is called hammer.”  */
  return order_fill (_ ("{track} is called {name}."), "track",
                     order_track_name (target.number, number), "name", edit->name, NULL);
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* In the middle of the ninth of a square that it lies in: what is marked can be said.  */
static gboolean
take_place (const OrderAsker *asker, const OrderSubject *subject, PictureEdit *edit)
{
  OrderSquare square;

  if (!order_grid_locate (subject->position, asker->book->map_width_m, asker->book->map_height_m,
                          &square))
    return FALSE;
  if (subject->kind == SIM_TARGET_POSITION && subject->precise_m > ORDER_KEYPAD_HALF_M + 1)
    square.keypad = 0;
  return order_grid_centre (&square, asker->book->map_width_m, asker->book->map_height_m,
                            &edit->position, &edit->precise_m);
}

static char *
mark_point (const OrderAsker *asker, const char *a, const char *b, PictureEdit *edit)
{
  g_auto (OrderSubject) subject = {0};
  g_autofree char *grid = NULL;
  char *problem = NULL;
  gboolean known = FALSE;

  if (!order_subject_read (asker, a, &subject, &problem))
    return problem;
  if (!take_place (asker, &subject, edit))
    return order_fill (_ ("“{words}” is off the map."), "words", a, NULL);
  for (gsize i = 0; asker->view != NULL && i < asker->view->n_marks; i++)
    known = known || g_ascii_strcasecmp (asker->view->marks[i].name, b) == 0;
  if (known)
    g_strlcpy (edit->name, b, sizeof edit->name);
  else if (!take_name (asker, b, edit, &problem))
    return problem;
  if (!known && asker->view != NULL && asker->view->n_marks == PICTURE_MAX_MARKS)
    return g_strdup (_ ("There are as many marks as the map can bear."));
  edit->kind = PICTURE_EDIT_MARK;
  grid = order_grid_text (asker->book, edit->position, edit->precise_m < ORDER_SQUARE_HALF_M,
                          ORDER_WRITTEN);
  /* Translators: a place has a name from now on: “Depot is at D04-7.”  */
  return order_fill (_ ("{name} is at {grid}."), "name", edit->name, "grid", grid, NULL);
}

static char *
undo (const OrderAsker *asker, PictureEdit *edit)
{
  if (asker->view == NULL || asker->view->n_undo == 0)
    return g_strdup (_ ("There is nothing to take back."));
  edit->kind = PICTURE_EDIT_UNDO;
  /* Translators: the last change of the map that the player made by hand.  */
  return g_strdup (_ ("Taken back."));
}

char *
order_hand_read (const OrderAsker *asker, const char *key, const char *a, const char *b,
                 PictureEdit *edit)
{
  *edit = (PictureEdit){.kind = PICTURE_N_EDITS};
  if (g_str_equal (key, "merge"))
    return merge (asker, a, b, edit);
  if (g_str_equal (key, "split"))
    return split (asker, a, edit);
  if (g_str_equal (key, "name"))
    return name_track (asker, a, b, edit);
  return g_str_equal (key, "mark-point") ? mark_point (asker, a, b, edit) : undo (asker, edit);
}
