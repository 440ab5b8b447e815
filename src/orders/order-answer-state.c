/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things stand, what is new, who is silent, and all that is known of one thing.  */
#include "orders/order-answer.h"
#include "orders/order-count.h"
#include "orders/order-grid.h"
#include "orders/order-measure.h"
#include "orders/order-template.h"
#include "orders/order-terms.h"

#include <glib/gi18n-lib.h>

#define SITUATION_WORDS 40
#define SILENT_S        45u /* three usual intervals of telemetry */
#define NEWS_S          60u
#define LOW_ROUNDS      10u
#define MAX_NAMES       4

/* ---- Machines -------------------------------------------------------------------------------- */

static gboolean
is_lost (const PictureView *view, const PictureOwn *own)
{
  return own->known_lost;
}

static gboolean
is_under_fire (const PictureView *view, const PictureOwn *own)
{
  return !own->known_lost && own->activity == SIM_ACTIVITY_UNDER_FIRE;
}

static gboolean
is_disabled (const PictureView *view, const PictureOwn *own)
{
  return !own->known_lost && own->activity == SIM_ACTIVITY_DISABLED;
}

static gboolean
is_low (const PictureView *view, const PictureOwn *own)
{
  return !own->known_lost && own->t_ammunition != SIM_TICK_NEVER && own->ammunition < LOW_ROUNDS;
}

static gboolean
is_silent (const PictureView *view, const PictureOwn *own)
{
  return !own->known_lost && order_age_seconds (view->now, own->t_word) >= SILENT_S;
}

static gsize
count_own (const OrderAsker *asker)
{
  return asker->view ? MIN (asker->view->n_own, asker->book->n_machines) : 0;
}

char *
order_answer_names (const OrderAsker *asker, OrderOwnTest test)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new();
  g_autofree char *more = NULL;
  guint n = 0;

  for (gsize i = 0; i < count_own (asker); i++)
    if (test (asker->view, &asker->view->own[i]) && n++ < MAX_NAMES)
      g_ptr_array_add (names, (gpointer) order_book_spoken_name (asker->book, i));
  if (n == 0)
    return NULL;
  if (n > MAX_NAMES) {
    g_autofree char *rest = g_strdup_printf ("%u", n - MAX_NAMES);

    more = order_fill_slots (
        /* Translators: after some names: so many others.  */
        g_dngettext (GETTEXT_PACKAGE, "{count} more", "{count} more", n - MAX_NAMES),
        &(OrderSlot){"count", rest}, 1, FALSE);
    g_ptr_array_add (names, more);
  }
  g_ptr_array_add (names, NULL);
  return order_join ((const char *const *) names->pdata);
}

/* ---- Situation ------------------------------------------------------------------------------- */

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n = 0;

  for (char **word = words; *word; word++)
    n += **word != '\0';
  return n;
}

/* Adds a sentence where it still fits: what comes first is gravest.  Takes `sentence`.  */
static void
say_within (GString *answer, char *sentence)
{
  if (sentence && count_words (answer->str) + count_words (sentence) <= SITUATION_WORDS)
    order_say (answer, sentence);
  else
    g_free (sentence);
}

static void
say_names (const OrderAsker *asker, GString *answer, OrderOwnTest test, const char *template)
{
  g_autofree char *names = order_answer_names (asker, test);

  if (names)
    say_within (answer, order_fill (template, "units", names, NULL));
}

/* The live track that is nearest to one of ours.  */
static const PictureTrack *
nearest_enemy (const OrderAsker *asker, gsize *unit, float *distance_m)
{
  const PictureTrack *nearest = NULL;
  float best = 0;

  for (gsize i = 0; i < asker->view->n_tracks; i++)
    for (gsize j = 0; j < count_own (asker); j++) {
      const PictureTrack *track = &asker->view->tracks[i];
      float distance = base_vec_distance (track->position, asker->view->own[j].fix);

      if (track->destroyed || asker->view->own[j].known_lost || (nearest && distance >= best))
        continue;
      nearest = track;
      best = distance;
      *unit = j;
    }
  *distance_m = best;
  return nearest;
}

static char *
nearest_enemy_sentence (const OrderAsker *asker)
{
  gsize unit = 0;
  float metres;
  const PictureTrack *track = nearest_enemy (asker, &unit, &metres);
  g_autofree char *contact = NULL;
  g_autofree char *distance = NULL;
  g_autofree char *age = NULL;
  guint direction;

  if (!track)
    return g_strdup (_ ("No enemy is known."));
  contact = order_contact_text (asker->book, track->type, track->count, ORDER_WORDED);
  distance = order_distance_text (metres);
  age = order_age_text (asker->view->now, track->t_seen);
  direction = order_direction_between (asker->view->own[unit].fix, track->position);
  return order_fill (
      /* Translators: “Nearest enemy: four Grauwolf, 800 metres north of Falke, seen 14 seconds
       * ago.”  */
      _ ("Nearest enemy: {contact}, {distance} {direction} of {unit}, seen {age} ago."), "contact",
      contact, "distance", distance, "direction", order_direction_text (direction), "unit",
      order_book_spoken_name (asker->book, unit), "age", age, NULL);
}

static char *
tracks_sentence (const OrderAsker *asker)
{
  guint n = 0;
  g_autofree char *count = NULL;

  for (gsize i = 0; i < asker->view->n_tracks; i++)
    n += !asker->view->tracks[i].destroyed;
  if (n < 2)
    return NULL;
  count = order_count_text (asker->book, (int) n, ORDER_WORDED);
  return order_fill (
      g_dngettext (GETTEXT_PACKAGE, "{count} track in all.", "{count} tracks in all.", n), "count",
      count, NULL);
}

static char *
strength_sentence (const OrderAsker *asker)
{
  guint alive = 0;
  g_autofree char *machines = NULL;

  for (gsize i = 0; i < count_own (asker); i++)
    alive += !asker->view->own[i].known_lost;
  machines = order_machines_text (asker->book, (int) alive, ORDER_WORDED);
  return order_fill (_ ("{machines} with us."), "machines", machines, NULL);
}

char *
order_answer_situation (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);

  if (!asker->view) {
    order_say (answer, g_strdup (_ ("Nothing has been heard yet.")));
    return g_string_free (answer, FALSE);
  }
  say_names (asker, answer, is_lost, _ ("Lost: {units}."));
  say_names (asker, answer, is_under_fire, _ ("Under fire: {units}."));
  say_within (answer, nearest_enemy_sentence (asker));
  say_names (asker, answer, is_disabled, _ ("Cannot move: {units}."));
  say_names (asker, answer, is_low, _ ("Low on ammunition: {units}."));
  say_names (asker, answer, is_silent, _ ("Silent: {units}."));
  say_within (answer, tracks_sentence (asker));
  say_within (answer, strength_sentence (asker));
  return g_string_free (answer, FALSE);
}

/* ---- News and silence ------------------------------------------------------------------------ */

static char *
news_of_track (const OrderAsker *asker, const PictureTrack *track)
{
  SimTick now = asker->view->now;
  gboolean is_new = order_age_seconds (now, track->t_first) < NEWS_S;
  char name[8];
  g_autofree char *contact =
      order_contact_text (asker->book, track->type, track->count, ORDER_WORDED);
  g_autofree char *grid = order_grid_text (asker->book, track->position, FALSE, ORDER_WRITTEN);
  g_autofree char *age = order_age_text (now, track->destroyed ? track->t_heard : track->t_seen);
  const char *template;

  if (track->destroyed)
    template = _ ("{track} destroyed: {contact} in {grid}, {age} ago.");
  else if (is_new)
    template = _ ("New {track}: {contact} in {grid}, {age} ago.");
  else
    template = _ ("{track} again: {contact} in {grid}, {age} ago.");
  return order_fill (template, "track", order_track_name (track->number, name), "contact", contact,
                     "grid", grid, "age", age, NULL);
}

/* The latest first, three at most: more can not be kept in mind.  */
char *
order_answer_new (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);
  guint limit = G_MAXUINT;

  for (guint age = 0; asker->view && age < NEWS_S && limit > 0; age++)
    for (gsize i = 0; i < asker->view->n_tracks && limit > 0; i++) {
      const PictureTrack *track = &asker->view->tracks[i];

      if (order_age_seconds (asker->view->now, track->t_heard) != age)
        continue;
      order_say (answer, news_of_track (asker, track));
      limit = MIN (limit, 3) - 1;
    }
  if (answer->len == 0)
    order_say (answer, g_strdup (_ ("Nothing new in the last minute.")));
  return g_string_free (answer, FALSE);
}

static char *
silence_of (const OrderAsker *asker, gsize index)
{
  const PictureOwn *own = &asker->view->own[index];
  const char *unit = order_book_spoken_name (asker->book, index);
  g_autofree char *age = order_age_text (asker->view->now, own->t_word);

  if (own->t_word == SIM_TICK_NEVER)
    return order_fill (_ ("{unit} has not spoken yet."), "unit", unit, NULL);
  return order_fill (_ ("{unit} has been silent for {age}."), "unit", unit, "age", age, NULL);
}

char *
order_answer_silent (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);
  g_autofree char *limit = order_seconds_text (SILENT_S);

  for (gsize i = 0; i < count_own (asker); i++)
    if (is_silent (asker->view, &asker->view->own[i]))
      order_say (answer, silence_of (asker, i));
  if (answer->len == 0)
    order_say (answer,
               order_fill (_ ("Everyone has been heard in the last {age}."), "age", limit, NULL));
  return g_string_free (answer, FALSE);
}

/* ---- One thing ------------------------------------------------------------------------------- */

static void
say_track_motion (GString *answer, const PictureTrack *track)
{
  g_autofree char *speed = NULL;
  float mps = base_vec_length (track->velocity);

  if (!track->velocity_known)
    return;
  if (mps < 0.5f) {
    order_say (answer, g_strdup (_ ("It stands still.")));
    return;
  }
  speed = g_strdup_printf ("%u", (guint) (mps + 0.5f));
  order_say (
      answer,
      order_fill (_ ("It moves {direction} at {speed} metres a second."), "direction",
                  order_direction_text (order_direction_between (base_vec (0, 0), track->velocity)),
                  "speed", speed, NULL));
}

static void
say_track_source (const OrderAsker *asker, GString *answer, const PictureTrack *track)
{
  g_autofree char *error = order_distance_text (track->major_m);

  if (track->n_sources > 0)
    order_say (answer, order_fill (_ ("Reported by {unit}, give or take {distance}."), "unit",
                                   order_book_spoken_name (asker->book, track->sources[0].index),
                                   "distance", error, NULL));
  if (track->type != SIM_TYPE_UNKNOWN && track->type_confidence < 0.6f)
    order_say (answer, g_strdup (_ ("The type is a guess.")));
  if (track->lost_from_sight)
    order_say (answer, g_strdup (_ ("It is out of sight now.")));
}

static char *
read_track (const OrderAsker *asker, const OrderSubject *subject)
{
  const PictureTrack *track = picture_view_track (asker->view, subject->number);
  GString *answer = g_string_new (NULL);
  g_autofree char *contact =
      order_contact_text (asker->book, track->type, track->count, ORDER_WORDED);
  g_autofree char *grid = order_grid_text (asker->book, track->position, TRUE, ORDER_WRITTEN);
  g_autofree char *age = order_age_text (asker->view->now, track->t_seen);

  order_say (answer, order_fill (track->destroyed
                                     ? _ ("{track}: {contact}, destroyed in {grid}, {age} ago.")
                                     : _ ("{track}: {contact} in {grid}, {age} ago."),
                                 "track", subject->name, "contact", contact, "grid", grid, "age",
                                 age, NULL));
  if (!track->destroyed) {
    say_track_motion (answer, track);
    say_track_source (asker, answer, track);
  }
  return g_string_free (answer, FALSE);
}

static void
say_damage (GString *answer, const PictureOwn *own)
{
  if (own->t_parts == SIM_TICK_NEVER)
    return;
  for (guint part = 0; part < SIM_N_PARTS; part++) {
    const char *name = order_part_text ((SimPart) part);

    if (own->parts[part] == 0)
      order_say (answer, order_fill (_ ("{part}: gone."), "part", name, NULL));
    else if (own->parts[part] < 200)
      order_say (answer, order_fill (_ ("{part}: damaged."), "part", name, NULL));
  }
}

static void
say_order (GString *answer, const PictureOwn *own)
{
  if (own->order == 0)
    return;
  if (own->order_state == SIM_ORDER_WAITING)
    order_say (answer, order_fill (_ ("Order waits: {cause}."), "cause",
                                   order_cause_text ((SimCause) own->order_cause), NULL));
  else
    order_say (answer, order_fill (_ ("Order: {state}."), "state",
                                   order_state_text ((SimOrderState) own->order_state), NULL));
}

static char *
read_unit (const OrderAsker *asker, const OrderSubject *subject)
{
  const PictureOwn *own = &asker->view->own[subject->number];
  GString *answer = g_string_new (NULL);
  g_autofree char *grid = order_grid_text (asker->book, own->fix, TRUE, ORDER_WRITTEN);
  g_autofree char *age = order_age_text (asker->view->now, own->t_word);
  g_autofree char *rounds = order_rounds_text (asker->book, own->ammunition, ORDER_WRITTEN);
  g_autofree char *energy = order_percent_text (asker->book, own->energy_percent, ORDER_WORDED);

  if (own->known_lost) {
    order_say (answer, order_fill (_ ("{unit} is lost, last known in {grid}."), "unit",
                                   subject->name, "grid", grid, NULL));
    return g_string_free (answer, FALSE);
  }
  order_say (answer, order_fill (_ ("{unit}: {activity}, in {grid}, last word {age} ago."), "unit",
                                 subject->name, "activity",
                                 order_activity_text ((SimActivity) own->activity), "grid", grid,
                                 "age", age, NULL));
  if (own->t_ammunition != SIM_TICK_NEVER)
    order_say (answer, order_fill (_ ("{rounds}, energy {percent}."), "rounds", rounds, "percent",
                                   energy, NULL));
  say_damage (answer, own);
  say_order (answer, own);
  return g_string_free (answer, FALSE);
}

static char *
read_platoon (const OrderAsker *asker, const OrderSubject *subject)
{
  GString *answer = g_string_new (NULL);

  for (gsize i = 0; i < count_own (asker); i++) {
    OrderSubject member = {.kind = SIM_TARGET_UNIT,
                           .number = (guint32) i,
                           .name = (char *) order_book_spoken_name (asker->book, i)};

    if (asker->view->own[i].platoon == subject->number)
      order_say (answer, read_unit (asker, &member));
  }
  return g_string_free (answer, FALSE);
}

char *
order_answer_read (const OrderAsker *asker, const OrderSubject *subject)
{
  g_autofree char *grid = NULL;

  switch (subject->kind) {
  case SIM_TARGET_TRACK:
    return read_track (asker, subject);
  case SIM_TARGET_UNIT:
    return read_unit (asker, subject);
  case SIM_TARGET_NONE:
    return read_platoon (asker, subject);
  case SIM_TARGET_PLACE:
    grid = order_grid_text (asker->book, subject->position, TRUE, ORDER_WRITTEN);
    /* Translators: what a place is and where: “Altmar bridge: bridge in G08-5.”  */
    return order_fill (_ ("{place}: {kind} in {grid}."), "place", subject->name, "kind",
                       order_place_kind_text (asker->book->places[subject->number].kind), "grid",
                       grid, NULL);
  case SIM_TARGET_POSITION:
  default:
    return order_answer_describe (asker, subject);
  }
}
