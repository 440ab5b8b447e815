/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read-back: the order in the mouth of the one who got it.  */
#include "orders/order-air.h"
#include "orders/order-grid.h"
#include "orders/order-count.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"
#include "orders/order-terms.h"

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
    [SIM_VERB_LISTEN] = {NC_ ("read-back", "Listening"), NC_ ("read-back", "Listening")},
    [SIM_VERB_FIRE_ON] = {NC_ ("read-back", "Fire on {target}"), NC_ ("read-back", "Fire")},
    [SIM_VERB_RESUPPLY] = {NC_ ("read-back", "Resupplying {target}"),
                           NC_ ("read-back", "Going to resupply")},
    [SIM_VERB_RECOVER] = {NC_ ("read-back", "Recovering {target}"),
                          NC_ ("read-back", "Recovering wrecks")},
    [SIM_VERB_RESCUE] = {NC_ ("read-back", "Going for {target}"),
                         NC_ ("read-back", "Going for {target}")},
    [SIM_VERB_SUPPRESS] = {NC_ ("read-back", "Suppressing {target}"),
                           NC_ ("read-back", "Suppressing")},
    [SIM_VERB_OVERWATCH] = {NC_ ("read-back", "On overwatch at {target}"),
                            NC_ ("read-back", "On overwatch here")},
    [SIM_VERB_AMBUSH] = {NC_ ("read-back", "Lying in wait at {target}"),
                         NC_ ("read-back", "Lying in wait")},
    [SIM_VERB_REGROUP] = {NC_ ("read-back", "Regrouping at {target}"),
                          NC_ ("read-back", "Regrouping")},
    [SIM_VERB_FOLLOW] = {NC_ ("read-back", "Following {target}"), NC_ ("read-back", "Following")},
    [SIM_VERB_FREE_HAND] = {NC_ ("read-back", "Free hand, our call"),
                            NC_ ("read-back", "Free hand, our call")},
    [SIM_VERB_SAY_AGAIN] = {NC_ ("read-back", "I say again"), NC_ ("read-back", "I say again")},
    [SIM_VERB_MARK] = {NC_ ("read-back", "Mark {number}"), NC_ ("read-back", "Mark {number}")},
    /* Translators: was told of an enemy whom he can not see yet.  */
    [SIM_VERB_EXPECT] = {NC_ ("read-back", "Watching for {target}"), NC_ ("read-back", "Watching")},
    [SIM_VERB_INSIST] = {NC_ ("read-back", "On your word"), NC_ ("read-back", "On your word")},
    [SIM_VERB_DROP] = {NC_ ("read-back", "As I was, then"), NC_ ("read-back", "As I was, then")},
    [SIM_VERB_NET] = {NC_ ("read-back", "Copied"), NC_ ("read-back", "Copied")},
    [SIM_VERB_SYNC] = {NC_ ("read-back", "Copied"), NC_ ("read-back", "Copied")},
    /* Translators: the guns on the wall are asked for one round that looks instead of bursting.  */
    [SIM_VERB_LOOK] = {NC_ ("read-back", "A look at {target}"), NC_ ("read-back", "A look")},
    /* Translators: he may fire again, after he was told to cease fire.  */
    [SIM_VERB_WEAPONS_FREE] = {NC_ ("read-back", "Weapons free"), NC_ ("read-back", "Weapons free")},
    /* Translators: not said on the air: her own switch, to the radio net of {target}.  */
    [SIM_VERB_LISTEN_IN] = {NC_ ("read-back", "Listening in to {target}"),
                            NC_ ("read-back", "No longer listening in")},
};

static const char *const promises[SIM_N_HELPS] = {
    /* Translators: was promised help; {minutes} is “five minutes”.  */
    [SIM_HELP_RESUPPLY] = NC_ ("read-back", "Resupply in {minutes}"),
    [SIM_HELP_SUPPORT] = NC_ ("read-back", "Support in {minutes}"),
    [SIM_HELP_RELIEF] = NC_ ("read-back", "Relief in {minutes}"),
};

static const char *const syncs[SIM_N_SETTINGS] = {
    /* Translators: a pilot repeats who is to be on the link from now on.  */
    [SIM_SETTING_ALL] = NC_ ("read-back", "All on the link"),
    [SIM_SETTING_LEADERS] = NC_ ("read-back", "Leaders on the link"),
    [SIM_SETTING_ON] = NC_ ("read-back", "On the link"),
    [SIM_SETTING_OFF] = NC_ ("read-back", "Leaving the link"),
};

static const char *const postures[SIM_N_POSTURES] = {
    NULL,
    /* Translators: at the end of a read-back: the manner of moving, the time of beginning.  */
    NC_ ("read-back", "fast"), NC_ ("read-back", "carefully"), NC_ ("read-back", "hidden")};
static const char *const timings[SIM_N_TIMINGS] = {NULL, NC_ ("read-back", "at once"),
                                                   NC_ ("read-back", "when ready")};

static const char *
word (OrderBook *book, OrderManner manner, const char *message)
{
  return order_message (book->catalogue, manner, "read-back", message);
}

/* A track is said with where it is believed to be: its number means nothing to a pilot.  */
static char *
target_text (OrderBook *book, OrderManner manner, const SimTarget *target)
{
  g_autofree char *name = order_target_words (book, manner, target);
  g_autofree char *grid = NULL;

  if (target->kind != SIM_TARGET_TRACK)
    return g_steal_pointer (&name);
  grid = order_grid_text (book, target->position, FALSE, manner);
  return order_fill_slots (
      /* Translators: {track} is “track seven”, {grid} “golf zero four”.  */
      word (book, manner, NC_ ("read-back", "{track} in {grid}")),
      (OrderSlot[]){{"track", name}, {"grid", grid}}, 2, FALSE);
}

static char *
via_text (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  g_auto (GStrv) points = g_new0 (char *, SIM_MAX_VIA + 1);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < MIN (command->n_via, SIM_MAX_VIA); i++)
    points[i] = order_target_words (book, manner, &command->via[i]);
  joined = order_join_as (book->catalogue, manner, (const char *const *) points);
  /* Translators: by way of these points.  */
  return order_fill_slots (word (book, manner, NC_ ("read-back", "via {points}")),
                           &(OrderSlot){"points", joined}, 1, FALSE);
}

static char *
facing_text (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  const char *direction =
      order_direction_words (book, manner, order_direction_of (command->facing_deg));

  return order_fill_slots (word (book, manner,
                                 command->verb == SIM_VERB_EXPECT
                                     /* Translators: where an enemy comes from.  */
                                     ? NC_ ("read-back", "from {direction}")
                                     : NC_ ("read-back", "facing {direction}")),
                           &(OrderSlot){"direction", direction}, 1, FALSE);
}

/* Takes both; what has nothing to add is NULL.  */
static char *
with_clause (OrderBook *book, OrderManner manner, char *text, char *clause)
{
  g_autofree char *before = text;
  g_autofree char *added = clause;

  if (!added)
    return g_steal_pointer (&before);
  return order_fill_slots (
      /* Translators: a read-back and what is added to it: “Moving to Point 304, fast”.  */
      word (book, manner, NC_ ("read-back", "{action}, {clause}")),
      (OrderSlot[]){{"action", before}, {"clause", added}}, 2, TRUE);
}

static char *
clause (OrderBook *book, OrderManner manner, const char *message)
{
  return message ? g_strdup (word (book, manner, message)) : NULL;
}

static char *
mark_text (OrderBook *book, OrderManner manner, guint mark)
{
  g_autofree char *number = order_mark_words (book, manner, mark);

  return order_fill_slots (
      /* Translators: at the end of a read-back: it will be begun when the handler says “mark
       * two”.  */
      word (book, manner, NC_ ("read-back", "on mark {number}")), &(OrderSlot){"number", number}, 1,
      FALSE);
}

static char *
time_text (OrderBook *book, OrderManner manner, guint n)
{
  g_autofree char *minutes = order_minutes_text (book, n, manner);

  /* Translators: at the end of a read-back: it will be begun after that time; {minutes} is “five
   * minutes”.  */
  return order_fill_slots (word (book, manner, NC_ ("read-back", "in {minutes}")),
                           &(OrderSlot){"minutes", minutes}, 1, FALSE);
}

static char *
action_text (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  gboolean aimed = command->target.kind != SIM_TARGET_NONE;
  guint verb = MIN (command->verb, SIM_N_VERBS - 1);
  const char *message = aimed ? actions[verb].with_target : actions[verb].without;
  g_autofree char *target = target_text (book, manner, &command->target);
  g_autofree char *number = order_mark_words (book, manner, command->mark);
  g_autofree char *minutes = order_minutes_text (book, command->minutes, manner);

  if (sim_verb_aim (verb) == SIM_AIM_HELP)
    message = promises[MIN (command->help, SIM_N_HELPS - 1)];
  if (verb == SIM_VERB_SYNC && command->setting < SIM_N_SETTINGS && syncs[command->setting])
    message = syncs[command->setting];
  return order_fill_slots (word (book, manner, message),
                           (OrderSlot[]){{"target", target}, {"number", number}, {"minutes", minutes}}, 3,
                           TRUE);
}

char *
order_read_back_as (OrderBook *book, const SimCommand *command, OrderManner manner)
{
  char *text = action_text (book, manner, command);

  if (command->n_via > 0) {
    g_autofree char *action = text;
    g_autofree char *via = via_text (book, manner, command);

    text = order_fill_slots (
        /* Translators: a read-back with the way: “Moving to Point 304 via golf zero eight”.  */
        word (book, manner, NC_ ("read-back", "{action} {via}")),
        (OrderSlot[]){{"action", action}, {"via", via}}, 2, TRUE);
  }
  if (command->possible)
    /* Translators: at the end of the read-back of a warning: she is not sure of it.  */
    text = with_clause (book, manner, text, clause (book, manner, NC_ ("read-back", "possible")));
  if (command->posture < SIM_N_POSTURES)
    text = with_clause (book, manner, text, clause (book, manner, postures[command->posture]));
  if (command->timing < SIM_N_TIMINGS)
    text = with_clause (book, manner, text, clause (book, manner, timings[command->timing]));
  if (command->mark > 0 && command->verb != SIM_VERB_MARK)
    text = with_clause (book, manner, text, mark_text (book, manner, command->mark));
  if (command->minutes > 0 && sim_verb_takes_time (command->verb))
    text = with_clause (book, manner, text, time_text (book, manner, command->minutes));
  if (command->until_relieved)
    text = with_clause (
        book, manner, text,
        /* Translators: at the end of a read-back: he stays there until others take over.  */
        clause (book, manner, NC_ ("read-back", "until relieved")));
  if (command->facing_deg >= 0)
    text = with_clause (book, manner, text, facing_text (book, manner, command));
  return text;
}

char *
order_read_back (OrderBook *book, const SimCommand *command)
{
  return order_read_back_as (book, command, ORDER_WORDED);
}
