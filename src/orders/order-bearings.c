/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From where bearings and distances are counted: asked, and moved, without air time.  */
#include "orders/order-answer.h"
#include "orders/order-grid.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

gboolean
order_bearings_is_key (const char *key)
{
  static const char *const keys[] = {"bearings-from", "bearings-objective", "bearings", "away",
                                     NULL};

  return g_strv_contains (keys, key);
}

/* A mark is a place on the map, and is called by its name while it has one.  */
static const PictureMark *
find_mark (const PictureView *view, BaseVec at)
{
  for (gsize i = 0; view != NULL && i < view->n_marks; i++)
    if (view->marks[i].name[0] != '\0' && base_vec_distance (view->marks[i].position, at) < 1)
      return &view->marks[i];
  return NULL;
}

static char *
position_name (OrderBook *book, const PictureView *view, const SimTarget *from)
{
  const PictureMark *mark = find_mark (view, from->position);

  if (mark != NULL)
    return g_strdup (mark->name);
  return order_grid_text (book, from->position, from->precise_m < ORDER_SQUARE_HALF_M,
                          ORDER_WRITTEN);
}

char *
order_bearings_name (OrderBook *book, const PictureView *view, const SimTarget *from)
{
  char name[8];

  g_return_val_if_fail (book != NULL && from != NULL, NULL);

  switch (from->kind) {
  case SIM_TARGET_POSITION:
    return position_name (book, view, from);
  case SIM_TARGET_PLACE:
    return g_strdup (order_book_place (book, from->number)->name);
  case SIM_TARGET_TRACK:
    return g_strdup (order_track_name (from->number, name));
  case SIM_TARGET_UNIT:
    return g_strdup (order_book_spoken_name (book, from->number));
  case SIM_TARGET_PLATOON:
    return g_strdup (order_platoon_title (from->number));
  default:
    return g_strdup ("");
  }
}

char *
order_bearings_words (OrderBook *book, const char *place)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (book != NULL && place != NULL, NULL);

  parts = g_strsplit (order_book_word (book, ORDER_PHRASE_QUESTION, "bearings-from"), "{a}", 2);
  return g_strjoinv (place, parts);
}

char *
order_bearings_sentence (const char *name)
{
  /* Translators: bearings and distances are counted from {place} from now on.  */
  return order_fill (_ ("Bearings are from {place} now."), "place", name, NULL);
}

static char *
move_to (const OrderAsker *asker, const char *a, SimTarget *from, gboolean *moves)
{
  g_auto (OrderSubject) subject = {0};
  g_autofree char *name = NULL;
  char *problem = NULL;

  if (!order_subject_read_or_track (asker, a, &subject, &problem))
    return problem;
  *moves = TRUE;
  *from = (SimTarget){.kind = subject.kind == SIM_TARGET_NONE ? SIM_TARGET_PLATOON : subject.kind,
                      .number = subject.number,
                      .position = subject.position,
                      .precise_m = subject.precise_m};
  name = order_bearings_name (asker->book, asker->view, from);
  return order_bearings_sentence (name);
}

/* As between two things that she names, one of them being where bearings are from.  */
static char *
answer_away (const OrderAsker *asker, const char *a)
{
  g_auto (OrderSubject) subject = {0};
  g_auto (OrderSubject) from = {.kind = SIM_TARGET_POSITION};
  char *problem = NULL;

  if (!order_subject_read_or_track (asker, a, &subject, &problem))
    return problem;
  from.position = asker->task->bearings_place;
  from.name = g_strdup (asker->task->bearings_name);
  return order_answer_far (asker, &subject, &from);
}

char *
order_bearings_read (const OrderAsker *asker, const char *key, const char *a, SimTarget *from,
                     gboolean *moves)
{
  *moves = FALSE;
  *from = (SimTarget){.kind = SIM_TARGET_NONE};
  if (g_str_equal (key, "bearings-from"))
    return move_to (asker, a, from, moves);
  if (g_str_equal (key, "bearings-objective")) {
    *moves = TRUE;
    /* Translators: what bearings are from: “Bearings are from the objective now.”  */
    return order_bearings_sentence (C_ ("bearings", "the objective"));
  }
  if (asker->task == NULL || asker->task->bearings_name == NULL)
    return g_strdup (_ ("Bearings are from the objective."));
  if (g_str_equal (key, "away"))
    return answer_away (asker, a);
  /* Translators: bearings and distances are counted from {place}.  */
  return order_fill (_ ("Bearings are from {place}."), "place", asker->task->bearings_name, NULL);
}
