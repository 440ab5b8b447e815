/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voices of the Legion in words: who is heard where, and where bearings cross.  */
#include "orders/order-answer.h"
#include "orders/order-grid.h"
#include "orders/order-measure.h"
#include "orders/order-template.h"
#include "orders/order-terms.h"

#include <glib/gi18n-lib.h>

#define MAX_VOICES 4 /* more can not be kept in mind */

static gboolean
is_latest (const PictureView *view, gsize index)
{
  for (gsize i = index + 1; i < view->n_bearings; i++)
    if (view->bearings[i].voice == view->bearings[index].voice)
      return FALSE;
  return TRUE;
}

static const PictureCross *
cross_of (const PictureView *view, guint voice)
{
  for (gsize i = 0; i < view->n_crosses; i++)
    if (view->crosses[i].voice == voice)
      return &view->crosses[i];
  return NULL;
}

static const char *
voice_template (const PictureBearing *bearing)
{
  if (bearing->silent)
    /* Translators: an enemy that was heard; {number} is how the voice is counted, {size} “a group
     * of voices”, {bearing} a compass bearing, {grid} where the listener was, {age} “14 seconds”.  */
    return _ ("Voice {number}, silent now: {size}, bearing {bearing} from {grid}, {age} ago.");
  return bearing->shepherd
             ? _ ("Voice {number}: {size} with a Shepherd, bearing {bearing} from {grid}, {age} ago.")
             : _ ("Voice {number}: {size}, bearing {bearing} from {grid}, {age} ago.");
}

static char *
voice_sentence (const OrderAsker *asker, const PictureBearing *bearing)
{
  g_autofree char *number = g_strdup_printf ("%u", bearing->voice);
  g_autofree char *degrees = g_strdup_printf ("%03u", (guint) (bearing->bearing_deg + 0.5f) % 360);
  g_autofree char *grid = order_grid_text (asker->book, bearing->place, TRUE, ORDER_WRITTEN);
  g_autofree char *age = order_age_text (asker->view->now, bearing->t_sensed);

  return order_fill (voice_template (bearing), "number", number, "size",
                     order_size_text ((SimSize) bearing->size), "bearing", degrees, "grid", grid,
                     "age", age, NULL);
}

static char *
cross_sentence (const OrderAsker *asker, const PictureCross *cross)
{
  g_autofree char *grid = order_grid_text (asker->book, cross->position, TRUE, ORDER_WRITTEN);
  g_autofree char *distance = order_distance_text (cross->major_m);

  /* Translators: two bearings of one voice cross in {grid}; {distance} is “300 metres”.  */
  return order_fill (_ ("Crossed in {grid}, give or take {distance}."), "grid", grid, "distance",
                     distance, NULL);
}

char *
order_answer_heard (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);
  guint left = MAX_VOICES;

  for (gsize i = asker->view ? asker->view->n_bearings : 0; i-- > 0 && left > 0;) {
    const PictureBearing *bearing = &asker->view->bearings[i];
    const PictureCross *cross = cross_of (asker->view, bearing->voice);

    if (!is_latest (asker->view, i))
      continue;
    order_say (answer, voice_sentence (asker, bearing));
    if (cross != NULL)
      order_say (answer, cross_sentence (asker, cross));
    left--;
  }
  if (answer->len == 0)
    order_say (answer, g_strdup (_ ("Nobody has been heard in the last minutes.")));
  return g_string_free (answer, FALSE);
}
