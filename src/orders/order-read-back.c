/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read-back: the order in the mouth of the one who got it.  */
#include "orders/order-grid.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

/* Said when the order names a target, and when it does not.  */
static const struct {
  const char *with_target, *without;
} actions[SIM_N_VERBS] = {
    /* Translators: a pilot repeats an order over the radio, as short as possible.  {target} is a
     * grid reference, a place, a comrade's call sign or an enemy's track number.  */
    [SIM_VERB_MOVE] = {NC_ ("read-back", "Moving to {target}"), NC_ ("read-back", "Moving")},
    [SIM_VERB_SCOUT] = {NC_ ("read-back", "Scouting {target}"), NC_ ("read-back", "Scouting")},
    [SIM_VERB_ATTACK] = {NC_ ("read-back", "Attacking {target}"), NC_ ("read-back", "Attacking")},
    [SIM_VERB_HOLD] = {NC_ ("read-back", "Holding at {target}"), NC_ ("read-back", "Holding here")},
    [SIM_VERB_FALL_BACK] = {NC_ ("read-back", "Falling back to {target}"),
                            NC_ ("read-back", "Falling back")},
    [SIM_VERB_CEASE_FIRE] = {NC_ ("read-back", "Ceasing fire"), NC_ ("read-back", "Ceasing fire")},
    [SIM_VERB_REPORT] = {NC_ ("read-back", "Report follows"), NC_ ("read-back", "Report follows")},
    [SIM_VERB_CANCEL] = {NC_ ("read-back", "Last order cancelled"),
                         NC_ ("read-back", "Last order cancelled")},
};

static const char *const postures[SIM_N_POSTURES] = {
    NULL,
    /* Translators: at the end of a read-back: the manner of moving, the time of beginning.  */
    NC_ ("read-back", "fast"), NC_ ("read-back", "carefully"), NC_ ("read-back", "hidden")};
static const char *const timings[SIM_N_TIMINGS] = {NULL, NC_ ("read-back", "at once"),
                                                   NC_ ("read-back", "when ready")};

/* A track is said with where it is believed to be: its number means nothing to a pilot.  */
static char *
target_text (OrderBook *book, const SimTarget *target, gboolean spoken)
{
  g_autofree char *name = order_target_text (book, target, spoken);
  g_autofree char *grid = NULL;

  if (target->kind != SIM_TARGET_TRACK)
    return g_steal_pointer (&name);
  grid = order_grid_text (book, target->position, FALSE, spoken);
  /* Translators: {track} is “track seven”, {grid} “golf zero four”.  */
  return order_fill_slots (C_ ("read-back", "{track} in {grid}"),
                           (OrderSlot[]){{"track", name}, {"grid", grid}}, 2, FALSE);
}

static char *
via_text (OrderBook *book, const SimCommand *command, gboolean spoken)
{
  g_auto (GStrv) points = g_new0 (char *, SIM_MAX_VIA + 1);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < MIN (command->n_via, SIM_MAX_VIA); i++)
    points[i] = order_target_text (book, &command->via[i], spoken);
  joined = order_join ((const char *const *) points);
  /* Translators: by way of these points.  */
  return order_fill_slots (C_ ("read-back", "via {points}"), &(OrderSlot){"points", joined}, 1,
                           FALSE);
}

static char *
facing_text (float facing_deg)
{
  guint direction = order_direction_of (facing_deg);

  return order_fill_slots (C_ ("read-back", "facing {direction}"),
                           &(OrderSlot){"direction", order_direction_text (direction)}, 1, FALSE);
}

/* Takes both; what has nothing to add is NULL.  */
static char *
with_clause (char *text, char *clause)
{
  g_autofree char *before = text;
  g_autofree char *added = clause;

  if (!added)
    return g_steal_pointer (&before);
  /* Translators: a read-back and what is added to it: “Moving to Point 304, fast”.  */
  return order_fill (C_ ("read-back", "{action}, {clause}"), "action", before, "clause", added,
                     NULL);
}

static char *
translated_clause (const char *message)
{
  return message ? g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "read-back", message)) : NULL;
}

static char *
action_text (OrderBook *book, const SimCommand *command, gboolean spoken)
{
  gboolean aimed = command->target.kind != SIM_TARGET_NONE;
  guint verb = MIN (command->verb, SIM_N_VERBS - 1);
  const char *message = aimed ? actions[verb].with_target : actions[verb].without;
  g_autofree char *target = target_text (book, &command->target, spoken);

  return order_fill (g_dpgettext2 (GETTEXT_PACKAGE, "read-back", message), "target", target, NULL);
}

char *
order_read_back_as (OrderBook *book, const SimCommand *command, gboolean spoken)
{
  char *text = action_text (book, command, spoken);

  if (command->n_via > 0) {
    g_autofree char *action = text;
    g_autofree char *via = via_text (book, command, spoken);

    /* Translators: a read-back with the way: “Moving to Point 304 via golf zero eight”.  */
    text = order_fill (C_ ("read-back", "{action} {via}"), "action", action, "via", via, NULL);
  }
  if (command->posture < SIM_N_POSTURES)
    text = with_clause (text, translated_clause (postures[command->posture]));
  if (command->timing < SIM_N_TIMINGS)
    text = with_clause (text, translated_clause (timings[command->timing]));
  return with_clause (text, command->facing_deg >= 0 ? facing_text (command->facing_deg) : NULL);
}

char *
order_read_back (OrderBook *book, const SimCommand *command)
{
  return order_read_back_as (book, command, TRUE);
}
