/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "orders/order-air.h"

#include "orders/order-count.h"
#include "orders/order-parse.h"
#include "orders/order-spell.h"
#include "orders/order-template.h"
#include "orders/order-terms.h"

#include <glib/gi18n-lib.h>

#define CONTEXT "order on the air"

/* With a target, and without; NULL where there always is one.  */
static const struct {
  const char *with_target, *without;
} actions[SIM_N_VERBS] = {
    /* Translators: what the handler orders over the radio; her call comes before it: “Wehrwolf,
     * move to golf zero four”.  {target} is a grid reference, a place, a comrade's call sign or
     * the number of an enemy's track.  */
    [SIM_VERB_MOVE] = {NC_ ("order on the air", "move to {target}"), NULL},
    [SIM_VERB_SCOUT] = {NC_ ("order on the air", "scout to {target}"), NULL},
    [SIM_VERB_ATTACK] = {NC_ ("order on the air", "attack {target}"), NULL},
    [SIM_VERB_HOLD] = {NC_ ("order on the air", "hold at {target}"),
                       NC_ ("order on the air", "hold")},
    [SIM_VERB_FALL_BACK] = {NC_ ("order on the air", "fall back to {target}"), NULL},
    [SIM_VERB_CEASE_FIRE] = {NULL, NC_ ("order on the air", "cease fire")},
    [SIM_VERB_REPORT] = {NULL, NC_ ("order on the air", "report")},
    [SIM_VERB_CANCEL] = {NULL, NC_ ("order on the air", "cancel")},
    /* Translators: to the one pilot who hears the enemy's voices: hold still and listen.  */
    [SIM_VERB_LISTEN] = {NULL, NC_ ("order on the air", "listen")},
    [SIM_VERB_FIRE_ON] = {NC_ ("order on the air", "fire on {target}"), NULL},
    /* Translators: to the guns on the wall: one round that looks instead of bursting.  */
    [SIM_VERB_LOOK] = {NC_ ("order on the air", "look at {target}"), NULL},
    /* Translators: takes back “cease fire”.  */
    [SIM_VERB_WEAPONS_FREE] = {NULL, NC_ ("order on the air", "weapons free")},
    /* Translators: {target} is a comrade's call sign, a platoon or a place: fill up its
     * ammunition and energy; without one, whoever needs it.  */
    [SIM_VERB_RESUPPLY] = {NC_ ("order on the air", "resupply {target}"),
                           NC_ ("order on the air", "resupply")},
    /* Translators: take what is of use from wrecks; {target} is a machine or a place.  */
    [SIM_VERB_RECOVER] = {NC_ ("order on the air", "recover {target}"),
                          NC_ ("order on the air", "recover")},
    /* Translators: fetch a pilot whose machine is lost.  */
    [SIM_VERB_RESCUE] = {NC_ ("order on the air", "rescue {target}"), NULL},
    /* Translators: keep firing at a place, whoever is there, so that nobody there can move or aim.  */
    [SIM_VERB_SUPPRESS] = {NC_ ("order on the air", "suppress {target}"), NULL},
    /* Translators: lie down where one sees far, stay there and fire on what comes near friends.  */
    [SIM_VERB_OVERWATCH] = {NC_ ("order on the air", "overwatch at {target}"),
                            NC_ ("order on the air", "overwatch")},
    /* Translators: hide near the place and fire only when the enemy is near, all together.  */
    [SIM_VERB_AMBUSH] = {NC_ ("order on the air", "ambush at {target}"), NULL},
    /* Translators: come together at your leader, or at {target}: a comrade, a platoon or a place.  */
    [SIM_VERB_REGROUP] = {NC_ ("order on the air", "regroup at {target}"),
                          NC_ ("order on the air", "regroup")},
    /* Translators: keep behind {target}, a comrade or a platoon, and go where it goes.  */
    [SIM_VERB_FOLLOW] = {NC_ ("order on the air", "follow {target}"), NULL},
    /* Translators: do as you think best until you hear another order.  */
    [SIM_VERB_FREE_HAND] = {NULL, NC_ ("order on the air", "free hand")},
    /* Translators: repeat what you said last.  */
    [SIM_VERB_SAY_AGAIN] = {NULL, NC_ ("order on the air", "say again")},
    /* Translators: the moment for orders that were prepared; {number} is one of nine marks.  */
    [SIM_VERB_MARK] = {NULL, NC_ ("order on the air", "mark {number}")},
    /* Translators: the handler tells of an enemy whom they can not see yet.  */
    [SIM_VERB_EXPECT] = {NC_ ("order on the air", "expect {target}"),
                         /* Translators: where they come from follows.  */
                         NC_ ("order on the air", "expect")},
    /* Translators: the answer to a pilot who has refused an order: he shall do it all the same.  */
    [SIM_VERB_INSIST] = {NULL, NC_ ("order on the air", "insist")},
    /* Translators: the answer to a pilot who has refused an order: he need not do it.  */
    [SIM_VERB_DROP] = {NULL, NC_ ("order on the air", "drop")},
    [SIM_VERB_LISTEN_IN] = {NC_ ("order on the air", "listen in to {target}"),
                            /* Translators: she hears a platoon's own radio net no more.  */
                            NC_ ("order on the air", "listen in off")},
};

static const char *const promises[SIM_N_HELPS] = {
    /* Translators: the handler promises help; {minutes} is “five minutes”.  */
    [SIM_HELP_RESUPPLY] = NC_ ("order on the air", "promise resupply within {minutes}"),
    [SIM_HELP_SUPPORT] = NC_ ("order on the air", "promise support within {minutes}"),
    [SIM_HELP_RELIEF] = NC_ ("order on the air", "promise relief within {minutes}"),
};

/* Orders that switch the net or the link, whole.  */
static const struct {
  guint8 verb, setting;
  const char *message;
} switches[] = {
    /* Translators: a rule for the radio net: all may speak.  */
    {SIM_VERB_NET, SIM_SETTING_OPEN, NC_ ("order on the air", "net open")},
    /* Translators: a rule for the radio net: no talk, short reports.  */
    {SIM_VERB_NET, SIM_SETTING_SHORT, NC_ ("order on the air", "net short")},
    /* Translators: a rule for the radio net: emergencies only.  */
    {SIM_VERB_NET, SIM_SETTING_QUIET, NC_ ("order on the air", "net quiet")},
    /* Translators: everyone shall be on the link.  */
    {SIM_VERB_SYNC, SIM_SETTING_ALL, NC_ ("order on the air", "sync all")},
    /* Translators: only one of each platoon shall be on the link.  */
    {SIM_VERB_SYNC, SIM_SETTING_LEADERS, NC_ ("order on the air", "sync leaders")},
    /* Translators: those who are called shall be on the link, or off it.  */
    {SIM_VERB_SYNC, SIM_SETTING_ON, NC_ ("order on the air", "sync on")},
    {SIM_VERB_SYNC, SIM_SETTING_OFF, NC_ ("order on the air", "sync off")},
};

static const char *const reports[SIM_N_TOPICS] = {
    /* Translators: an order to report something certain.  */
    [SIM_TOPIC_ALL] = NC_ ("order on the air", "report"),
    [SIM_TOPIC_POSITION] = NC_ ("order on the air", "report position"),
    [SIM_TOPIC_AMMUNITION] = NC_ ("order on the air", "report ammunition"),
    [SIM_TOPIC_DAMAGE] = NC_ ("order on the air", "report damage"),
    [SIM_TOPIC_CONTACT] = NC_ ("order on the air", "report contact"),
};

static const char *const postures[SIM_N_POSTURES] = {
    NULL,
    /* Translators: at the end of an order: the manner of moving, the time of beginning.  */
    NC_ ("order on the air", "fast"), NC_ ("order on the air", "careful"),
    NC_ ("order on the air", "hidden")};
static const char *const timings[SIM_N_TIMINGS] = {NULL, NC_ ("order on the air", "at once"),
                                                   NC_ ("order on the air", "when ready")};

static const char *const platoons[SIM_MAX_PLATOONS + 1] = {
    /* Translators: the name of a platoon on the radio.  */
    NC_ ("addressee", "First Platoon"),   NC_ ("addressee", "Second Platoon"),
    NC_ ("addressee", "Third Platoon"),   NC_ ("addressee", "Fourth Platoon"),
    NC_ ("addressee", "Fifth Platoon"),   NC_ ("addressee", "Sixth Platoon"),
    NC_ ("addressee", "Seventh Platoon"), NC_ ("addressee", "Eighth Platoon"),
    /* Translators: unarmed machines that bring ammunition; the name of all of them.  */
    [SIM_SUPPLY_PLATOON] = NC_ ("addressee", "Scavengers"),
};

static const char *
word (OrderBook *book, OrderManner manner, const char *message)
{
  return order_message (book->catalogue, manner, CONTEXT, message);
}

/* ---- Names ---------------------------------------------------------------------------------- */

const char *
order_platoon_title (guint platoon)
{
  return platoon <= SIM_SUPPLY_PLATOON
             ? g_dpgettext2 (GETTEXT_PACKAGE, "addressee", platoons[platoon])
             : "?";
}

const char *
order_addressee_words (OrderBook *book, OrderManner manner, const SimAddressee *addressee)
{
  const char *message;

  if (addressee->kind == SIM_ADDRESSEE_UNIT)
    return order_book_unit_name (book, addressee->index, manner);
  if (addressee->kind == SIM_ADDRESSEE_PLATOON && addressee->index > SIM_SUPPLY_PLATOON)
    return "?";
  message = addressee->kind == SIM_ADDRESSEE_PLATOON
                ? platoons[addressee->index]
            : addressee->kind == SIM_ADDRESSEE_INTERCEPTORS
                /* Translators: the guns on the wall are called.  */
                ? NC_ ("addressee", "Interceptors")
                /* Translators: everyone is called at once.  */
                : NC_ ("addressee", "All units");
  return order_message (book->catalogue, manner, "addressee", message);
}

static char *
square_words (OrderBook *book, OrderManner manner, const SimTarget *target)
{
  gboolean keypad = order_target_has_keypad (target);
  g_autofree char *text = order_grid_text (book, target->position, keypad, manner);

  /* "T07" alone would be a track.  */
  if (manner != ORDER_WRITTEN || keypad || text[0] != 'T' || !g_ascii_isdigit (text[1]))
    return g_steal_pointer (&text);
  return order_fill_slots (
      /* Translators: a square whose name could be taken for the number of a track: “grid T07”.  */
      order_message (book->catalogue, manner, "target", NC_ ("target", "grid {square}")),
      &(OrderSlot){"square", text}, 1, FALSE);
}

static char *
track_words (OrderBook *book, OrderManner manner, guint32 number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number % 100000);
  g_autofree char *spelt = NULL;
  char name[8];

  if (manner == ORDER_WRITTEN && !order_square_looks_like_track (book, number))
    return g_strdup (order_track_name (number, name));
  spelt = manner == ORDER_WRITTEN ? g_strdup (digits) : order_spell_digits (book, digits);
  return order_fill_slots (
      /* Translators: what the console has put on the map of an enemy, by its number: “track
       * seven”.  */
      order_message (book->catalogue, manner, "target", NC_ ("target", "track {number}")),
      &(OrderSlot){"number", spelt}, 1, FALSE);
}

char *
order_target_words (OrderBook *book, OrderManner manner, const SimTarget *target)
{
  switch (target->kind) {
  case SIM_TARGET_POSITION:
    return square_words (book, manner, target);
  case SIM_TARGET_PLACE:
    return g_strdup (order_book_place_name (book, target->number, manner));
  case SIM_TARGET_TRACK:
    return track_words (book, manner, target->number);
  case SIM_TARGET_UNIT:
    return g_strdup (order_book_unit_name (book, target->number, manner));
  case SIM_TARGET_PLATOON:
    return g_strdup (order_addressee_words (
        book, manner, &(SimAddressee){SIM_ADDRESSEE_PLATOON, target->number}));
  case SIM_TARGET_NONE:
  default:
    return g_strdup ("");
  }
}

/* ---- Parts of the order --------------------------------------------------------------------- */

static char *
who_text (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  const char *names[SIM_MAX_ADDRESSEES + 1] = {NULL};

  for (guint i = 0; i < MIN (command->n_addressees, SIM_MAX_ADDRESSEES); i++)
    names[i] = order_addressee_words (book, manner, &command->addressees[i]);
  return order_join_as (book->catalogue, manner, names);
}

static const char *
action_message (const SimCommand *command)
{
  guint verb = MIN (command->verb, SIM_N_VERBS - 1);
  gboolean aimed = command->target.kind != SIM_TARGET_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (switches[i].verb == verb && switches[i].setting == command->setting)
      return switches[i].message;
  if (sim_verb_aim (verb) == SIM_AIM_SETTING)
    return "…";
  if (sim_verb_aim (verb) == SIM_AIM_REPORT)
    return reports[MIN (command->topic, SIM_N_TOPICS - 1)];
  if (sim_verb_aim (verb) == SIM_AIM_HELP)
    return promises[MIN (command->help, SIM_N_HELPS - 1)];
  if (aimed ? !actions[verb].with_target : !!actions[verb].without)
    return actions[verb].without;
  return actions[verb].with_target;
}

char *
order_mark_words (OrderBook *book, OrderManner manner, guint mark)
{
  g_autofree char *digits = g_strdup_printf ("%u", mark);

  return manner == ORDER_WRITTEN ? g_steal_pointer (&digits) : order_spell_digits (book, digits);
}

static char *
mark_text (OrderBook *book, OrderManner manner, guint mark)
{
  g_autofree char *number = order_mark_words (book, manner, mark);

  return order_fill_slots (
      /* Translators: at the end of an order: begin when the handler says “mark two”.  */
      word (book, manner, NC_ ("order on the air", "on mark {number}")),
      &(OrderSlot){"number", number}, 1, FALSE);
}

static char *
time_text (OrderBook *book, OrderManner manner, guint n)
{
  g_autofree char *minutes = order_minutes_text (book, n, manner);

  return order_fill_slots (
      /* Translators: at the end of an order: begin after that time; {minutes} is “five minutes”.  */
      word (book, manner, NC_ ("order on the air", "in {minutes}")), &(OrderSlot){"minutes", minutes},
      1, FALSE);
}

static char *
action_text (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  g_autofree char *target = order_target_words (book, manner, &command->target);
  g_autofree char *number = order_mark_words (book, manner, command->mark);
  g_autofree char *minutes = order_minutes_text (book, command->minutes, manner);

  return order_fill_slots (
      word (book, manner, action_message (command)),
      (OrderSlot[]){{"target", *target ? target : "…"}, {"number", number}, {"minutes", minutes}}, 3,
      FALSE);
}

static char *
points_text (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  char *points = order_target_words (book, manner, &command->via[0]);

  for (guint i = 1; i < MIN (command->n_via, SIM_MAX_VIA); i++) {
    g_autofree char *before = points;
    g_autofree char *point = order_target_words (book, manner, &command->via[i]);

    points = order_fill_slots (
        /* Translators: points of a way in the order they are passed.  */
        word (book, manner, NC_ ("order on the air", "{points} and {point}")),
        (OrderSlot[]){{"points", before}, {"point", point}}, 2, FALSE);
  }
  return points;
}

static char *
facing_text (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  int bearing = (int) (command->facing_deg + 0.5f) % 360;
  g_autofree char *digits = g_strdup_printf ("%03d", bearing);
  g_autofree char *direction = NULL;

  if (bearing % 45 == 0)
    direction = g_strdup (order_direction_words (book, manner, (guint) bearing / 45));
  else
    direction = manner == ORDER_WRITTEN ? g_steal_pointer (&digits)
                                        : order_spell_digits (book, digits);
  return order_fill_slots (
      word (book, manner,
            command->verb == SIM_VERB_EXPECT
                /* Translators: where an enemy comes from; {direction} is “north-east” or a bearing
                 * such as “zero six seven”.  */
                ? NC_ ("order on the air", "from {direction}")
                /* Translators: {direction} is “north-east” or a bearing such as “zero six
                 * seven”.  */
                : NC_ ("order on the air", "facing {direction}")),
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
      /* Translators: an order and what is added to it: “move to Point 304, fast”.  */
      word (book, manner, NC_ ("order on the air", "{action}, {clause}")),
      (OrderSlot[]){{"action", before}, {"clause", added}}, 2, FALSE);
}

static char *
clause (OrderBook *book, OrderManner manner, const char *message)
{
  return message ? g_strdup (word (book, manner, message)) : NULL;
}

/* All that is to be done, without who shall do it.  */
static char *
whole_action (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  char *text = action_text (book, manner, command);

  if (command->n_via > 0) {
    g_autofree char *action = text;
    g_autofree char *points = points_text (book, manner, command);

    text = order_fill_slots (
        /* Translators: an order with its way: “move to Point 304 via golf zero eight”.  */
        word (book, manner, NC_ ("order on the air", "{action} via {points}")),
        (OrderSlot[]){{"action", action}, {"points", points}}, 2, FALSE);
  }
  if (command->possible)
    text = with_clause (
        book, manner, text,
        /* Translators: at the end of a warning: she is not sure of it.  */
        clause (book, manner, NC_ ("order on the air", "possible")));
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
        /* Translators: at the end of an order: stay there until others take over.  */
        clause (book, manner, NC_ ("order on the air", "until relieved")));
  if (command->facing_deg >= 0)
    text = with_clause (book, manner, text, facing_text (book, manner, command));
  return text;
}

char *
order_on_air (OrderBook *book, OrderManner manner, const SimCommand *command)
{
  g_autofree char *who = who_text (book, manner, command);
  g_autofree char *action = whole_action (book, manner, command);

  /* Her own switch: nobody is called.  */
  if (command->verb == SIM_VERB_LISTEN_IN)
    return order_text_capital (action);
  return order_fill_slots (
      /* Translators: who is called, and what they shall do: “Wehrwolf, hold”.  */
      word (book, manner, NC_ ("order on the air", "{who}, {action}")),
      (OrderSlot[]){{"who", who}, {"action", action}}, 2, FALSE);
}
