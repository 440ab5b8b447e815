/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are to each other: near, far, nearest, and where a bearing leads.  */
#include "base/base-math.h"
#include "orders/order-answer.h"
#include "orders/order-count.h"
#include "orders/order-grid.h"
#include "orders/order-measure.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

#define NEAR_M             2000.0f
#define MAX_NEAR_OF_A_KIND 3
#define MAX_NEAREST        3
#define MAX_SQUARES        12

/* ---- Things around a point ------------------------------------------------------------------- */

typedef struct {
  SimTargetKind kind;
  guint32 index; /* in its array */
  BaseVec position;
  float distance_m;
} Thing;

static void
add_thing (GArray *things, SimTargetKind kind, gsize index, BaseVec position, BaseVec from)
{
  Thing thing = {kind, (guint32) index, position, base_vec_distance (position, from)};

  g_array_append_val (things, thing);
}

static int
compare_things (gconstpointer a, gconstpointer b)
{
  const Thing *left = a, *right = b;

  if (left->distance_m != right->distance_m)
    return left->distance_m < right->distance_m ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static void
collect_own (const OrderAsker *asker, BaseVec from, GArray *things)
{
  gsize n = asker->view ? MIN (asker->view->n_own, asker->book->n_machines) : 0;

  for (gsize i = 0; i < n; i++)
    if (!asker->view->own[i].known_lost)
      add_thing (things, SIM_TARGET_UNIT, i, asker->view->own[i].fix, from);
}

static GArray *
collect_things (const OrderAsker *asker, BaseVec from)
{
  GArray *things = g_array_new (FALSE, FALSE, sizeof (Thing));

  collect_own (asker, from, things);
  for (gsize i = 0; asker->view && i < asker->view->n_tracks; i++)
    if (!asker->view->tracks[i].destroyed)
      add_thing (things, SIM_TARGET_TRACK, i, asker->view->tracks[i].position, from);
  for (gsize i = 0; i < asker->book->n_places; i++)
    add_thing (things, SIM_TARGET_PLACE, i, asker->book->places[i].position, from);
  g_array_sort (things, compare_things);
  return things;
}

static gboolean
is_subject (const OrderAsker *asker, const Thing *thing, const OrderSubject *subject)
{
  if (thing->kind != subject->kind)
    return FALSE;
  if (thing->kind == SIM_TARGET_TRACK)
    return asker->view->tracks[thing->index].number == subject->number;
  return thing->index == subject->number;
}

static char *
thing_name (const OrderAsker *asker, const Thing *thing)
{
  const PictureTrack *track;
  g_autofree char *contact = NULL;
  char name[8];

  if (thing->kind == SIM_TARGET_UNIT)
    return g_strdup (order_book_spoken_name (asker->book, thing->index));
  if (thing->kind == SIM_TARGET_PLACE)
    return g_strdup (asker->book->places[thing->index].name);
  track = &asker->view->tracks[thing->index];
  contact = order_contact_text (asker->book, track->type, track->count, ORDER_WORDED);
  /* Translators: an enemy track and what it is: “T07, four Grauwolf”.  */
  return order_fill (C_ ("answer", "{track}, {contact}"), "track",
                     order_track_name (track->number, name), "contact", contact, NULL);
}

/* "Falke, 800 metres north."  What is as good as there has no direction.  */
static char *
thing_sentence (const OrderAsker *asker, const Thing *thing, BaseVec from)
{
  g_autofree char *name = thing_name (asker, thing);
  g_autofree char *distance = order_distance_text (thing->distance_m);
  guint direction = order_direction_between (from, thing->position);

  if (thing->distance_m < 50)
    return order_fill (_ ("{thing}, right there."), "thing", name, NULL);
  return order_fill (_ ("{thing}, {distance} {direction}."), "thing", name, "distance", distance,
                     "direction", order_direction_text (direction), NULL);
}

/* The enemy first, then the ground, then our own.  Returns how many were named.  */
static guint
say_near (const OrderAsker *asker, GString *answer, GArray *things, SimTargetKind kind,
          const OrderSubject *subject)
{
  guint said = 0;

  for (guint i = 0; i < things->len && said < MAX_NEAR_OF_A_KIND; i++) {
    const Thing *thing = &g_array_index (things, Thing, i);

    if (thing->kind != kind || thing->distance_m > NEAR_M || is_subject (asker, thing, subject))
      continue;
    order_say (answer, thing_sentence (asker, thing, subject->position));
    said++;
  }
  return said;
}

char *
order_answer_near (const OrderAsker *asker, const OrderSubject *subject)
{
  g_autoptr (GArray) things = collect_things (asker, subject->position);
  GString *answer = g_string_new (NULL);
  guint said = 0;

  order_say (answer, order_fill (_ ("Near {subject}:"), "subject", subject->name, NULL));
  said += say_near (asker, answer, things, SIM_TARGET_TRACK, subject);
  said += say_near (asker, answer, things, SIM_TARGET_PLACE, subject);
  said += say_near (asker, answer, things, SIM_TARGET_UNIT, subject);
  if (said == 0) {
    g_string_truncate (answer, 0);
    order_say (answer, order_fill (_ ("Nothing is known within two kilometres of {subject}."),
                                   "subject", subject->name, NULL));
  }
  return g_string_free (answer, FALSE);
}

char *
order_answer_nearest (const OrderAsker *asker, const OrderSubject *subject)
{
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));
  GString *answer = g_string_new (NULL);
  guint said = 0;

  collect_own (asker, subject->position, things);
  g_array_sort (things, compare_things);
  order_say (answer, order_fill (_ ("Nearest to {subject}:"), "subject", subject->name, NULL));
  for (guint i = 0; i < things->len && said < MAX_NEAREST; i++) {
    const Thing *thing = &g_array_index (things, Thing, i);

    if (is_subject (asker, thing, subject))
      continue;
    order_say (answer, thing_sentence (asker, thing, subject->position));
    said++;
  }
  if (said == 0) {
    g_string_truncate (answer, 0);
    order_say (answer, g_strdup (_ ("Nobody of ours is known to be anywhere.")));
  }
  return g_string_free (answer, FALSE);
}

/* ---- Distance and bearing -------------------------------------------------------------------- */

char *
order_answer_far (const OrderAsker *asker, const OrderSubject *subject, const OrderSubject *from)
{
  float metres = base_vec_distance (subject->position, from->position);
  float bearing = base_bearing_deg (subject->position.x - from->position.x,
                                    subject->position.y - from->position.y);
  g_autofree char *distance = order_distance_text (metres);
  g_autofree char *degrees = g_strdup_printf ("%03d", (int) (bearing + 0.5f) % 360);

  if (metres < 50)
    return order_fill (_ ("{subject} and {from} are in the same place."), "subject", subject->name,
                       "from", from->name, NULL);
  /* Translators: “T02 is 1.4 kilometres east of Falke, bearing 085.”  */
  return order_fill (_ ("{subject} is {distance} {direction} of {from}, bearing {bearing}."),
                     "subject", subject->name, "distance", distance, "direction",
                     order_direction_text (order_direction_of (bearing)), "from", from->name,
                     "bearing", degrees, NULL);
}

/* Squares in the order in which a ray enters them.  */
static GPtrArray *
squares_along (const OrderAsker *asker, BaseVec from, float bearing_deg)
{
  const float step = 20;
  BaseVec direction = base_direction ((double) bearing_deg * BASE_PI / 180);
  GPtrArray *squares = g_ptr_array_new_with_free_func (g_free);

  for (float metres = 0; squares->len <= MAX_SQUARES; metres += step) {
    BaseVec at = base_vec_add (from, base_vec_scale (direction, metres));
    char square[ORDER_GRID_LENGTH];

    order_grid_format (at, FALSE, asker->book->map_width_m, asker->book->map_height_m, square);
    if (*square == '\0')
      break;
    if (squares->len == 0 || !g_str_equal (squares->pdata[squares->len - 1], square))
      g_ptr_array_add (squares, g_strdup (square));
  }
  return squares;
}

char *
order_answer_bearing (const OrderAsker *asker, float bearing_deg, const OrderSubject *from)
{
  g_autoptr (GPtrArray) squares = squares_along (asker, from->position, bearing_deg);
  g_autofree char *degrees = g_strdup_printf ("%03d", (int) bearing_deg);
  g_autofree char *list = NULL;
  gboolean goes_on = squares->len > MAX_SQUARES;

  if (squares->len == 0)
    return order_fill (_ ("{from} is off the map."), "from", from->name, NULL);
  if (goes_on)
    g_ptr_array_set_size (squares, MAX_SQUARES);
  g_ptr_array_add (squares, NULL);
  list = order_join ((const char *const *) squares->pdata);
  /* Translators: the squares that a line of sight or sound crosses.  */
  return order_fill (goes_on ? _ ("Bearing {bearing} from {from}: {squares}, and farther on.")
                             : _ ("Bearing {bearing} from {from}: {squares}, then off the map."),
                     "bearing", degrees, "from", from->name, "squares", list, NULL);
}
