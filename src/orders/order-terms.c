/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for states, causes, parts and directions.  */
#include "orders/order-terms.h"

#include <glib/gi18n-lib.h>

/* A word of a list that knows its context; "" out of range.  */
static const char *
term_as (OrderCatalogue *catalogue, OrderManner manner, const char *context,
         const char *const *terms, guint count, guint value)
{
  if (value >= count || !terms[value] || !*terms[value])
    return "";
  return order_message (catalogue, manner, context, terms[value]);
}

/* Of the window.  */
static const char *
term (const char *context, const char *const *terms, guint count, guint value)
{
  return term_as (NULL, ORDER_WRITTEN, context, terms, count, value);
}

static const char *const activities[SIM_N_ACTIVITIES] = {
    /* Translators: what a machine is doing, in the list of the squadron.  */
    [SIM_ACTIVITY_HOLDING] = NC_ ("activity", "holding"),
    [SIM_ACTIVITY_MOVING] = NC_ ("activity", "moving"),
    [SIM_ACTIVITY_SCOUTING] = NC_ ("activity", "scouting"),
    [SIM_ACTIVITY_ATTACKING] = NC_ ("activity", "attacking"),
    [SIM_ACTIVITY_FALLING_BACK] = NC_ ("activity", "falling back"),
    [SIM_ACTIVITY_ENGAGED] = NC_ ("activity", "firing"),
    [SIM_ACTIVITY_UNDER_FIRE] = NC_ ("activity", "under fire"),
    [SIM_ACTIVITY_DISABLED] = NC_ ("activity", "cannot move"),
    [SIM_ACTIVITY_DESTROYED] = NC_ ("activity", "destroyed"),
    [SIM_ACTIVITY_SUPPLYING] = NC_ ("activity", "resupplying"),
    [SIM_ACTIVITY_RECOVERING] = NC_ ("activity", "at a wreck"),
    [SIM_ACTIVITY_FETCHING] = NC_ ("activity", "fetching a pilot"),
};

static const char *const causes[SIM_N_CAUSES] = {
    /* Translators: why an order waits, fails or is refused; follows a colon.  */
    [SIM_CAUSE_SPEAKING] = NC_ ("cause", "the net is in use"),
    [SIM_CAUSE_ACKNOWLEDGING] = NC_ ("cause", "acknowledging"),
    [SIM_CAUSE_RELAY] = NC_ ("cause", "passed on by the leader"),
    [SIM_CAUSE_UNDER_FIRE] = NC_ ("cause", "under fire"),
    [SIM_CAUSE_FIRING] = NC_ ("cause", "firing"),
    [SIM_CAUSE_MOVING] = NC_ ("cause", "moving"),
    [SIM_CAUSE_CHANGING_ORDER] = NC_ ("cause", "busy with another order"),
    [SIM_CAUSE_TRUST] = NC_ ("cause", "little trust"),
    [SIM_CAUSE_NO_LEADER] = NC_ ("cause", "no leader"),
    [SIM_CAUSE_TOO_DANGEROUS] = NC_ ("cause", "too dangerous"),
    [SIM_CAUSE_NO_ROUTE] = NC_ ("cause", "no way there"),
    [SIM_CAUSE_NO_AMMUNITION] = NC_ ("cause", "no ammunition"),
    [SIM_CAUSE_LEGS_HIT] = NC_ ("cause", "legs hit"),
    [SIM_CAUSE_NO_ENERGY] = NC_ ("cause", "no energy"),
    [SIM_CAUSE_NO_TARGET] = NC_ ("cause", "no target"),
    [SIM_CAUSE_DESTROYED] = NC_ ("cause", "destroyed"),
    [SIM_CAUSE_NO_HEARING] = NC_ ("cause", "does not hear the Legion"),
    [SIM_CAUSE_NOT_EQUIPPED] = NC_ ("cause", "not equipped for it"),
    [SIM_CAUSE_OUT_OF_REACH] = NC_ ("cause", "out of reach"),
    [SIM_CAUSE_NOT_GIVEN] = NC_ ("cause", "the guns are not given"),
    [SIM_CAUSE_REGROUPING] = NC_ ("cause", "gathering"),
    [SIM_CAUSE_FATIGUE] = NC_ ("cause", "tired"),
    [SIM_CAUSE_NO_LOADS] = NC_ ("cause", "no loads left"),
    [SIM_CAUSE_NO_NEED] = NC_ ("cause", "nobody needs it"),
    [SIM_CAUSE_TOO_LATE] = NC_ ("cause", "too late"),
    [SIM_CAUSE_CLIENT_BUSY] = NC_ ("cause", "waits for it to halt"),
    /* Translators: why an order waits: too much strain cut the handler off the link.  */
    [SIM_CAUSE_LINK_CUT] = NC_ ("cause", "link cut"),
    [SIM_CAUSE_NOTHING_SAID] = NC_ ("cause", "nothing was said"),
    /* Translators: why an order waits: it was prepared to be begun on a word of the handler's.  */
    [SIM_CAUSE_FOR_MARK] = NC_ ("cause", "your mark"),
    [SIM_CAUSE_NOT_PREPARED] = NC_ ("cause", "nothing was prepared"),
    /* Translators: why a pilot objects to an order.  */
    [SIM_CAUSE_OUTNUMBERED] = NC_ ("cause", "too many of them there"),
    [SIM_CAUSE_SHAKEN] = NC_ ("cause", "shaken"),
    [SIM_CAUSE_WOUNDED] = NC_ ("cause", "wounded"),
    [SIM_CAUSE_FEW_ROUNDS] = NC_ ("cause", "few rounds left"),
    /* Translators: she insists, but no order was refused just now.  */
    [SIM_CAUSE_NO_OBJECTION] = NC_ ("cause", "nothing was refused"),
    [SIM_CAUSE_ALREADY_PROMISED] = NC_ ("cause", "promised already"),
    [SIM_CAUSE_NOT_KEPT] = NC_ ("cause", "not kept"),
    [SIM_CAUSE_OFF_LINK] = NC_ ("cause", "nobody on the link"),
    /* Translators: why an order waits: it was given to be begun after some minutes.  */
    [SIM_CAUSE_FOR_TIME] = NC_ ("cause", "the time given"),
    /* Translators: of the guns on the wall, asked for a round.  */
    [SIM_CAUSE_NO_ROUNDS] = NC_ ("cause", "the wall has no rounds left"),
    [SIM_CAUSE_DUD] = NC_ ("cause", "the round showed nothing"),
    /* Translators: why an order to hold has ended: others have taken over.  */
    [SIM_CAUSE_RELIEVED] = NC_ ("cause", "relieved"),
    /* Translators: why somebody is not fetched: he or she sits in a machine that can not move.  */
    [SIM_CAUSE_ABOARD] = NC_ ("cause", "still in the machine, which nobody can tow"),
};

static const char *const cause_clauses[SIM_N_CAUSES] = {
    /* Translators: a pilot gives a reason over the radio, after a comma or colon.  */
    [SIM_CAUSE_NONE] = NC_ ("spoken-cause", "don't ask"),
    [SIM_CAUSE_SPEAKING] = NC_ ("spoken-cause", "too much talk on the net"),
    [SIM_CAUSE_ACKNOWLEDGING] = NC_ ("spoken-cause", "only just heard you"),
    [SIM_CAUSE_RELAY] = NC_ ("spoken-cause", "telling the others"),
    [SIM_CAUSE_UNDER_FIRE] = NC_ ("spoken-cause", "taking fire"),
    [SIM_CAUSE_FIRING] = NC_ ("spoken-cause", "still shooting"),
    [SIM_CAUSE_MOVING] = NC_ ("spoken-cause", "still on the move"),
    [SIM_CAUSE_CHANGING_ORDER] = NC_ ("spoken-cause", "turning everyone round"),
    [SIM_CAUSE_TRUST] = NC_ ("spoken-cause", "let me think about that"),
    [SIM_CAUSE_NO_LEADER] = NC_ ("spoken-cause", "sorting out who leads"),
    [SIM_CAUSE_TOO_DANGEROUS] = NC_ ("spoken-cause", "that would kill us"),
    [SIM_CAUSE_NO_ROUTE] = NC_ ("spoken-cause", "there is no way through"),
    [SIM_CAUSE_NO_AMMUNITION] = NC_ ("spoken-cause", "nothing left to fire"),
    [SIM_CAUSE_LEGS_HIT] = NC_ ("spoken-cause", "the legs are gone"),
    [SIM_CAUSE_NO_ENERGY] = NC_ ("spoken-cause", "the cells are empty"),
    [SIM_CAUSE_NO_TARGET] = NC_ ("spoken-cause", "nobody there"),
    [SIM_CAUSE_DESTROYED] = NC_ ("spoken-cause", "the machine is gone"),
    [SIM_CAUSE_NO_HEARING] = NC_ ("spoken-cause", "there is no voice for my ears"),
    [SIM_CAUSE_NOT_EQUIPPED] = NC_ ("spoken-cause", "I don't carry what it takes"),
    [SIM_CAUSE_OUT_OF_REACH] = NC_ ("spoken-cause", "it is out of reach"),
    [SIM_CAUSE_NOT_GIVEN] = NC_ ("spoken-cause", "they won't give us the guns"),
    [SIM_CAUSE_REGROUPING] = NC_ ("spoken-cause", "we are not together yet"),
    [SIM_CAUSE_FATIGUE] = NC_ ("spoken-cause", "I can hardly see straight"),
    [SIM_CAUSE_NO_LOADS] = NC_ ("spoken-cause", "nothing left to hand out"),
    [SIM_CAUSE_NO_NEED] = NC_ ("spoken-cause", "nobody there needs it"),
    [SIM_CAUSE_TOO_LATE] = NC_ ("spoken-cause", "too late"),
    [SIM_CAUSE_CLIENT_BUSY] = NC_ ("spoken-cause", "they won't stand still"),
    [SIM_CAUSE_LINK_CUT] = NC_ ("spoken-cause", "the link was cut"),
    [SIM_CAUSE_NOTHING_SAID] = NC_ ("spoken-cause", "I have not said anything"),
    [SIM_CAUSE_FOR_MARK] = NC_ ("spoken-cause", "waiting for your mark"),
    [SIM_CAUSE_NOT_PREPARED] = NC_ ("spoken-cause", "we have nothing for that mark"),
    [SIM_CAUSE_OUTNUMBERED] = NC_ ("spoken-cause", "there are too many of them"),
    [SIM_CAUSE_SHAKEN] = NC_ ("spoken-cause", "we need a moment"),
    [SIM_CAUSE_WOUNDED] = NC_ ("spoken-cause", "I'm hurt"),
    [SIM_CAUSE_FEW_ROUNDS] = NC_ ("spoken-cause", "I've next to nothing to fire"),
    [SIM_CAUSE_NO_OBJECTION] = NC_ ("spoken-cause", "I haven't said no to anything"),
    [SIM_CAUSE_ALREADY_PROMISED] = NC_ ("spoken-cause", "you promised that already"),
    [SIM_CAUSE_NOT_KEPT] = NC_ ("spoken-cause", "it never came"),
    [SIM_CAUSE_OFF_LINK] = NC_ ("spoken-cause", "nobody there is on the link"),
    [SIM_CAUSE_FOR_TIME] = NC_ ("spoken-cause", "it is not time yet"),
    [SIM_CAUSE_NO_ROUNDS] = NC_ ("spoken-cause", "the wall has no rounds left"),
    [SIM_CAUSE_DUD] = NC_ ("spoken-cause", "the round showed nothing"),
    [SIM_CAUSE_RELIEVED] = NC_ ("spoken-cause", "we are relieved"),
    [SIM_CAUSE_ABOARD] = NC_ ("spoken-cause", "that pilot is still in the machine, and we can't tow it"),
};

static const char *const states[SIM_N_ORDER_STATES] = {
    /* Translators: how far an order has come.  */
    [SIM_ORDER_ENTERED] = NC_ ("order-state", "waits for air"),
    [SIM_ORDER_SPOKEN] = NC_ ("order-state", "being said"),
    [SIM_ORDER_CUT] = NC_ ("order-state", "cut off, waits"),
    [SIM_ORDER_HEARD] = NC_ ("order-state", "heard"),
    [SIM_ORDER_READ_BACK] = NC_ ("order-state", "read back"),
    [SIM_ORDER_WAITING] = NC_ ("order-state", "waits"),
    [SIM_ORDER_BEGUN] = NC_ ("order-state", "begun"),
    [SIM_ORDER_DONE] = NC_ ("order-state", "done"),
    [SIM_ORDER_FAILED] = NC_ ("order-state", "failed"),
    [SIM_ORDER_REFUSED] = NC_ ("order-state", "refused"),
    [SIM_ORDER_LOST] = NC_ ("order-state", "lost"),
    [SIM_ORDER_REPLACED] = NC_ ("order-state", "replaced"),
    [SIM_ORDER_DELETED] = NC_ ("order-state", "deleted"),
};

static const char *const parts[SIM_N_PARTS] = {
    /* Translators: parts of a machine.  */
    [SIM_PART_LEGS] = NC_ ("part", "legs"),       [SIM_PART_GUN] = NC_ ("part", "gun"),
    [SIM_PART_SENSORS] = NC_ ("part", "sensors"), [SIM_PART_POWER] = NC_ ("part", "power"),
    [SIM_PART_COCKPIT] = NC_ ("part", "cockpit"),
};

static const char *const part_clauses[SIM_N_PARTS] = {
    /* Translators: a part of the machine in a pilot's words: “I'm hit, the legs!”  */
    [SIM_PART_LEGS] = NC_ ("spoken-part", "the legs"),
    [SIM_PART_GUN] = NC_ ("spoken-part", "the gun"),
    [SIM_PART_SENSORS] = NC_ ("spoken-part", "the sensors"),
    [SIM_PART_POWER] = NC_ ("spoken-part", "the power"),
    [SIM_PART_COCKPIT] = NC_ ("spoken-part", "the cockpit"),
};

static const char *const sizes[SIM_N_SIZES] = {
    /* Translators: how many enemies are heard together: up to ten, up to forty, more.  The first
     * is for a number that was not told.  */
    [SIM_SIZE_NONE] = NC_ ("size", "voices"),
    [SIM_SIZE_FEW] = NC_ ("size", "few voices"),
    [SIM_SIZE_GROUP] = NC_ ("size", "a group of voices"),
    [SIM_SIZE_LARGE] = NC_ ("size", "very many voices"),
};

static const char *const directions[8] = {
    NC_ ("direction", "north"), NC_ ("direction", "north-east"),
    NC_ ("direction", "east"),  NC_ ("direction", "south-east"),
    NC_ ("direction", "south"), NC_ ("direction", "south-west"),
    NC_ ("direction", "west"),  NC_ ("direction", "north-west"),
};

static const char *const short_directions[8] = {
    /* Translators: directions as short as on a compass.  */
    NC_ ("short-direction", "N"),  NC_ ("short-direction", "NE"), NC_ ("short-direction", "E"),
    NC_ ("short-direction", "SE"), NC_ ("short-direction", "S"),  NC_ ("short-direction", "SW"),
    NC_ ("short-direction", "W"),  NC_ ("short-direction", "NW"),
};

static const char *const place_kinds[] = {
    [PICTURE_PLACE_TOWN] = NC_ ("place-kind", "town"),
    [PICTURE_PLACE_WOODS] = NC_ ("place-kind", "woods"),
    [PICTURE_PLACE_HILL] = NC_ ("place-kind", "hill"),
    [PICTURE_PLACE_BRIDGE] = NC_ ("place-kind", "bridge"),
    [PICTURE_PLACE_FORD] = NC_ ("place-kind", "ford"),
    [PICTURE_PLACE_POINT] = NC_ ("place-kind", "point"),
    [PICTURE_PLACE_OBJECTIVE] = NC_ ("place-kind", "objective"),
    [PICTURE_PLACE_BASE] = NC_ ("place-kind", "base"),
};

static const char *const covers[PICTURE_N_COVERS] = {
    /* Translators: kinds of ground.  */
    [PICTURE_COVER_OPEN] = NC_ ("cover", "open ground"),
    [PICTURE_COVER_WOODS] = NC_ ("cover", "woods"),
    [PICTURE_COVER_TOWN] = NC_ ("cover", "houses"),
    [PICTURE_COVER_MARSH] = NC_ ("cover", "marsh"),
    [PICTURE_COVER_WATER] = NC_ ("cover", "water"),
    [PICTURE_COVER_ROAD] = NC_ ("cover", "road"),
    [PICTURE_COVER_FORD] = NC_ ("cover", "ford"),
    [PICTURE_COVER_BRIDGE] = NC_ ("cover", "bridge"),
    [PICTURE_COVER_RUBBLE] = NC_ ("cover", "rubble"),
    [PICTURE_COVER_CLIFF] = NC_ ("cover", "cliff"),
    [PICTURE_COVER_UNKNOWN] = NC_ ("cover", "unknown ground"),
};

const char *
order_activity_text (SimActivity activity)
{
  return term ("activity", activities, SIM_N_ACTIVITIES, activity);
}

const char *
order_cause_text (SimCause cause)
{
  return term ("cause", causes, SIM_N_CAUSES, cause);
}

const char *
order_cause_clause (OrderBook *book, OrderManner manner, SimCause cause)
{
  return term_as (book->catalogue, manner, "spoken-cause", cause_clauses, SIM_N_CAUSES, cause);
}

const char *
order_state_text (SimOrderState state)
{
  return term ("order-state", states, SIM_N_ORDER_STATES, state);
}

const char *
order_part_text (SimPart part)
{
  return term ("part", parts, SIM_N_PARTS, part);
}

const char *
order_part_clause (OrderBook *book, OrderManner manner, SimPart part)
{
  return term_as (book->catalogue, manner, "spoken-part", part_clauses, SIM_N_PARTS, part);
}

const char *
order_size_words (OrderBook *book, OrderManner manner, SimSize size)
{
  return term_as (book->catalogue, manner, "size", sizes, SIM_N_SIZES, size);
}

const char *
order_size_text (SimSize size)
{
  return term ("size", sizes, SIM_N_SIZES, size);
}

const char *
order_direction_text (guint direction_of_eight)
{
  return term ("direction", directions, 8, direction_of_eight % 8);
}

const char *
order_direction_words (OrderBook *book, OrderManner manner, guint direction_of_eight)
{
  return term_as (book->catalogue, manner, "direction", directions, 8, direction_of_eight % 8);
}

const char *
order_direction_short (guint direction_of_eight)
{
  return term ("short-direction", short_directions, 8, direction_of_eight % 8);
}

const char *
order_place_kind_text (PicturePlaceKind kind)
{
  return term ("place-kind", place_kinds, G_N_ELEMENTS (place_kinds), kind);
}

const char *
order_cover_text (PictureCover cover)
{
  return term ("cover", covers, PICTURE_N_COVERS, cover);
}

guint
order_direction_of (float bearing_deg)
{
  int turns;

  /* What is no number, or beyond all sense, is north.  */
  if (!(bearing_deg > -1e6f && bearing_deg < 1e6f))
    return 0;
  turns = (int) (bearing_deg / 360) - (bearing_deg < 0 ? 1 : 0);
  return (guint) ((bearing_deg - (float) turns * 360 + 22.5f) / 45) % 8;
}

const char *
order_track_name (guint32 number, char buffer[8])
{
  g_snprintf (buffer, 8, "T%02u", number % 1000000);
  return buffer;
}
