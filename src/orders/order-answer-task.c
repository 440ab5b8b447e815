/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the squadron and how long there is for it; who is short of ammunition, who is hurt, who is on
 * the link.  All of it from what she was told.  */
#include "orders/order-answer.h"
#include "orders/order-count.h"
#include "orders/order-measure.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

#define LOW_ROUNDS 10u
#define MOST_TOLD  5u

static gsize
count_own (const OrderAsker *asker)
{
  return asker->view ? MIN (asker->view->n_own, asker->book->n_machines) : 0;
}

static char *
whole (GString *answer, const char *nothing)
{
  if (answer->len == 0)
    order_say (answer, g_strdup (nothing));
  return g_string_free (answer, FALSE);
}

/* ---- The task ------------------------------------------------------------------------------- */

static const char *
objective_template (SimObjectiveState state)
{
  switch (state) {
  case SIM_OBJECTIVE_DONE:
    /* Translators: {objective} is its title: “Hold the ford”.  */
    return C_ ("answer", "{objective}: done.");
  case SIM_OBJECTIVE_LOST:
    return C_ ("answer", "{objective}: lost.");
  case SIM_OBJECTIVE_LATER:
    /* Translators: an objective that counts when another one has been decided.  */
    return C_ ("answer", "{objective}: after the others.");
  case SIM_OBJECTIVE_OPEN:
    /* Translators: how far an objective has got; {percent} is “40 per cent”.  */
    return C_ ("answer", "{objective}: {percent} done.");
  case SIM_OBJECTIVE_HIDDEN:
  case SIM_OBJECTIVE_CALLED_OFF:
  default:
    return NULL;
  }
}

char *
order_answer_objective (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);

  for (gsize i = 0; asker->task != NULL && i < asker->task->n_objectives; i++) {
    const OrderObjective *objective = &asker->task->objectives[i];
    const char *template = objective_template ((SimObjectiveState) objective->state);
    g_autofree char *percent =
        order_percent_text (asker->book, (int) (CLAMP (objective->progress, 0, 1) * 100 + 0.5f),
                            ORDER_WORDED);

    if (template != NULL)
      order_say (answer, order_fill (template, "objective", objective->title, "percent", percent, NULL));
  }
  return whole (answer, _ ("Nothing is asked of you that the console knows of."));
}

char *
order_answer_time (const OrderAsker *asker)
{
  const OrderTask *task = asker->task;
  g_autofree char *time = NULL;

  if (task == NULL || task->ends == SIM_TICK_NEVER)
    return g_strdup (_ ("No end of the battle is set."));
  if (task->now >= task->ends)
    return g_strdup (_ ("The time is over."));
  time = order_seconds_text ((task->ends - task->now) / SIM_TICKS_PER_SECOND);
  /* Translators: {time} is “twelve minutes”.  */
  return order_fill (_ ("{time} at most until the battle ends."), "time", time, NULL);
}

/* ---- Ammunition ----------------------------------------------------------------------------- */

/* A Scavenger's figure is its loads.  */
static gboolean
is_low (const PictureOwn *own)
{
  return !own->known_lost && own->platoon != SIM_SUPPLY_PLATOON &&
         own->t_ammunition != SIM_TICK_NEVER && own->ammunition < LOW_ROUNDS;
}

static char *
low_sentence (const OrderAsker *asker, gsize unit)
{
  const PictureOwn *own = &asker->view->own[unit];
  g_autofree char *rounds = order_rounds_text (asker->book, own->ammunition, ORDER_WORDED);
  g_autofree char *age = order_age_text (asker->view->now, own->t_ammunition);

  /* Translators: {rounds} is “six rounds”, {age} how long ago that was told.  */
  return order_fill (_ ("{unit}: {rounds}, {age} ago."), "unit",
                     order_book_spoken_name (asker->book, unit), "rounds", rounds, "age", age, NULL);
}

/* Whoever has fewest first.  */
char *
order_answer_low (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);
  guint told = 0, n = 0;

  for (gsize i = 0; i < count_own (asker); i++)
    n += is_low (&asker->view->own[i]);
  for (guint rounds = 0; rounds < LOW_ROUNDS; rounds++)
    for (gsize i = 0; i < count_own (asker) && told < MOST_TOLD; i++)
      if (is_low (&asker->view->own[i]) && asker->view->own[i].ammunition == rounds) {
        order_say (answer, low_sentence (asker, i));
        told++;
      }
  if (n > told) {
    g_autofree char *more = order_count_text (asker->book, (int) (n - told), ORDER_WORDED);

    order_say (answer, order_fill (g_dngettext (GETTEXT_PACKAGE, "And {count} more.",
                                                "And {count} more.", n - told),
                                   "count", more, NULL));
  }
  return whole (answer, _ ("Nobody is known to be low on ammunition."));
}

/* ---- People --------------------------------------------------------------------------------- */

static gboolean
is_wounded (const PictureView *view, const PictureOwn *own)
{
  return own->t_pilot != SIM_TICK_NEVER && own->wounds == 1 && own->person != SIM_PERSON_DEAD;
}

static gboolean
is_wounded_badly (const PictureView *view, const PictureOwn *own)
{
  return own->t_pilot != SIM_TICK_NEVER && own->wounds > 1 && own->person != SIM_PERSON_DEAD;
}

static gboolean
is_on_foot (const PictureView *view, const PictureOwn *own)
{
  return own->person == SIM_PERSON_DOWN;
}

static void
say_names (const OrderAsker *asker, GString *answer, OrderOwnTest test, const char *template)
{
  g_autofree char *names = order_answer_names (asker, test);

  if (names != NULL)
    order_say (answer, order_fill (template, "units", names, NULL));
}

char *
order_answer_wounded (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);

  say_names (asker, answer, is_wounded_badly, _ ("Badly wounded: {units}."));
  say_names (asker, answer, is_wounded, _ ("Wounded: {units}."));
  /* Translators: pilots whose machine is lost, and who were not fetched yet.  */
  say_names (asker, answer, is_on_foot, _ ("Down, on foot: {units}."));
  return whole (answer, _ ("Nobody is known to be wounded."));
}

/* ---- The link ------------------------------------------------------------------------------- */

static gboolean
is_off_link (const PictureView *view, const PictureOwn *own)
{
  gsize index = (gsize) (own - view->own);

  return !own->known_lost && index < 64 && (view->link.off_link >> index & 1) != 0;
}

char *
order_answer_linked (const OrderAsker *asker)
{
  GString *answer = g_string_new (NULL);
  g_autofree char *count = NULL;

  if (asker->view == NULL)
    return whole (answer, _ ("Nothing has been heard yet."));
  if (asker->view->link.cut_s > 0)
    order_say (answer, g_strdup (_ ("You are cut off the link.")));
  count = order_count_text (asker->book, asker->view->link.synced, ORDER_WORDED);
  order_say (answer, order_fill (g_dngettext (GETTEXT_PACKAGE, "{count} is on the link.",
                                              "{count} are on the link.", asker->view->link.synced),
                                 "count", count, NULL));
  if (asker->view->link.leaders_only)
    order_say (answer, g_strdup (_ ("One of each platoon, by your rule.")));
  say_names (asker, answer, is_off_link, _ ("Taken off it: {units}."));
  return g_string_free (answer, FALSE);
}
