/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line on the map says: whose order a route is, and what was heard in a wedge.  */
#include "handler-map-layer.h"
#include "handler-map-symbols.h"
#include "handler-map-words.h"
#include "ui/widgets/handler-text.h"

#include "base/base-math.h"

#include <glib/gi18n.h>
#include <math.h>

/* ---- Routes -------------------------------------------------------------------------------- */

static float
distance_to_leg (BaseVec at, BaseVec from, BaseVec to)
{
  BaseVec leg = base_vec_sub (to, from), off = base_vec_sub (at, from);
  float length = leg.x * leg.x + leg.y * leg.y;
  float share = length > 0 ? (off.x * leg.x + off.y * leg.y) / length : 0;

  return base_vec_distance (at, base_vec_add (from, base_vec_scale (leg, CLAMP (share, 0, 1))));
}

static const SimCommand *
command_of (const HandlerMapScene *scene, const PictureOwn *own)
{
  return scene->commands != NULL
             ? g_hash_table_lookup (scene->commands, GUINT_TO_POINTER (own->order))
             : NULL;
}

static float
distance_to_route (const HandlerMapScene *scene, guint index, BaseVec at)
{
  const PictureOwn *own = &scene->view->own[index];
  const SimCommand *command = command_of (scene, own);
  BaseVec from = handler_map_believed_place (scene, index);
  float least = G_MAXFLOAT;

  for (guint i = 0; command != NULL && i < MIN (command->n_via, SIM_MAX_VIA); i++) {
    least = MIN (least, distance_to_leg (at, from, command->via[i].position));
    from = command->via[i].position;
  }
  return MIN (least, distance_to_leg (at, from, own->order_target.position));
}

/* The nearest within reach, or -1.  */
static int
route_at (const HandlerMapScene *scene, BaseVec at, float reach_m)
{
  float best = reach_m;
  int found = -1;

  for (guint i = 0; scene->view != NULL && i < scene->view->n_own; i++) {
    float distance;

    if (!handler_map_goes_somewhere (&scene->view->own[i]))
      continue;
    distance = distance_to_route (scene, i, at);
    if (distance <= best) {
      best = distance;
      found = (int) i;
    }
  }
  return found;
}

static char *
progress_text (const PictureOwn *own)
{
  const char *state = order_state_text ((SimOrderState) own->order_state);

  if (own->order_cause == SIM_CAUSE_NONE)
    return g_strdup (state);
  /* Translators: the state of an order and its cause: "waits: under fire". */
  return g_strdup_printf (C_ ("order state", "%1$s: %2$s"), state,
                          order_cause_text ((SimCause) own->order_cause));
}

/* The order in words; of one that nobody remembers, what the machine itself is known to do.  */
static char *
order_words (const HandlerMapScene *scene, const PictureOwn *own)
{
  const SimCommand *command = command_of (scene, own);
  SimCommand made = {.verb = own->order_verb, .n_addressees = 1, .facing_deg = -1};

  if (command != NULL)
    return order_canonical (scene->book, command);
  made.addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, own->id.index};
  made.target = own->order_target;
  return order_canonical (scene->book, &made);
}

static char *
describe_route (const HandlerMapScene *scene, const PictureOwn *own)
{
  g_autofree char *name = handler_map_own_name (scene->book, own);
  g_autofree char *isolated = handler_text_isolate (name);
  g_autofree char *progress = progress_text (own);
  g_autofree char *order = order_words (scene, own);
  g_autofree char *fix = handler_map_describe_fix (scene, own);

  /* Translators: tooltip of a route on the map: whose it is, how far the order has got ("begun"); the order in words;
   * when and how well it is known where the machine is. */
  return g_strdup_printf (C_ ("map", "Route of %1$s, %2$s\n“%3$s”\n%4$s"), isolated, progress, order,
                          fix);
}

char *
handler_map_describe_route (const HandlerMapScene *scene, BaseVec at, float reach_m)
{
  int index = scene->book != NULL ? route_at (scene, at, reach_m) : -1;

  return index >= 0 ? describe_route (scene, &scene->view->own[index]) : NULL;
}

/* ---- Hearing ------------------------------------------------------------------------------- */

/* How far off the middle of the wedge a point is, in widths of it; above 1 it is outside.  */
static float
off_wedge (const PictureView *view, const PictureBearing *bearing, BaseVec at)
{
  BaseVec away = base_vec_sub (at, bearing->place);
  float metres = base_vec_length (away);
  float error = picture_bearing_error_deg (bearing, metres);
  float off = base_bearing_difference_deg (base_bearing_deg (away.x, away.y), bearing->bearing_deg);

  if ((double) metres > handler_map_wedge_m (view, bearing) || error <= 0)
    return G_MAXFLOAT;
  return fabsf (off) / error;
}

/* The wedge whose middle is nearest; NULL outside of all.  */
static const PictureBearing *
wedge_at (const PictureView *view, BaseVec at)
{
  const PictureBearing *found = NULL;
  float best = 1;

  for (gsize i = 0; view != NULL && i < view->n_bearings; i++) {
    float off = handler_map_is_latest_bearing (view, i) ? off_wedge (view, &view->bearings[i], at)
                                                        : G_MAXFLOAT;

    if (off <= best) {
      best = off;
      found = &view->bearings[i];
    }
  }
  return found;
}

static char *
voice_text (const PictureBearing *bearing)
{
  const char *size = order_size_text ((SimSize) bearing->size);

  if (bearing->silent)
    /* Translators: tooltip of a wedge on the map, in which enemies were heard: number of the voice, “a group of
     * voices”. */
    return g_strdup_printf (C_ ("map", "Voice %1$u, silent now: %2$s"), bearing->voice, size);
  if (bearing->shepherd)
    /* Translators: tooltip of a wedge on the map, as before; with one that commands.  */
    return g_strdup_printf (C_ ("map", "Voice %1$u: %2$s with a Shepherd"), bearing->voice, size);
  /* Translators: tooltip of a wedge on the map, as before.  */
  return g_strdup_printf (C_ ("map", "Voice %1$u: %2$s"), bearing->voice, size);
}

static char *
hearer_name (const HandlerMapScene *scene, const PictureBearing *bearing)
{
  const PictureView *view = scene->view;
  g_autofree char *name = bearing->from.index < view->n_own
                              ? handler_map_own_name (scene->book, &view->own[bearing->from.index])
                              : NULL;

  return handler_text_isolate (name != NULL ? name : "?");
}

/* Who, when, how sure.  */
static char *
source_text (const HandlerMapScene *scene, const PictureBearing *bearing, float metres)
{
  g_autofree char *who = hearer_name (scene, bearing);
  g_autofree char *ago =
      handler_text_age_spoken (handler_text_seconds_since (bearing->t_sensed, scene->view->now));

  /* Translators: tooltip of a wedge on the map: compass bearing, who heard it, “14 seconds ago”, how sure the bearing
   * is, in degrees. */
  return g_strdup_printf (C_ ("map", "Bearing %1$03u, heard by %2$s %3$s, within %4$u°"),
                          (guint) (bearing->bearing_deg + 0.5f) % 360, who, ago,
                          (guint) ceilf (picture_bearing_error_deg (bearing, metres)));
}

char *
handler_map_describe_hearing (const HandlerMapScene *scene, BaseVec at)
{
  const PictureBearing *bearing = wedge_at (scene->view, at);
  const PictureCross *cross;
  g_autofree char *voice = NULL, *source = NULL, *within = NULL;

  if (bearing == NULL)
    return NULL;
  cross = handler_map_cross_of (scene->view, bearing->voice);
  voice = voice_text (bearing);
  source = source_text (scene, bearing, base_vec_distance (bearing->place, at));
  if (cross == NULL)
    return g_strdup_printf ("%s\n%s", voice, source);
  within = handler_text_metres (cross->major_m);
  /* Translators: tooltip of a wedge on the map: the voice; who heard it; then how well two bearings tell the place. */
  return g_strdup_printf (C_ ("map", "%1$s\n%2$s\nTwo bearings cross, within %3$s"), voice, source,
                          within);
}
