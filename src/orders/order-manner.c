/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the same is said by who gives no reasons, by who does not trust the handler, and by who is
 * beside himself.  A phrase without a wording of its own in a manner is worded plainly.  */
#include "orders/order-wording.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *texts[ORDER_MAX_WORDINGS];
} Texts;

/* He objects and keeps his reasons.  */
static const Texts reserved[SIM_N_PHRASES] = {
    [SIM_PHRASE_REFUSE] = {{
        /* Translators: a pilot who has little trust refuses an order and will not say why.  */
        NC_ ("report", "Negative."),
        NC_ ("report", "I won't do that."),
        NC_ ("report", "No. I have my reasons."),
    }},
    [SIM_PHRASE_OBJECT_HOLD] = {{
        /* Translators: the same, with what he would do instead.  */
        NC_ ("report", "Negative. I'd stay where I am."),
        NC_ ("report", "No. Let me hold here."),
        NC_ ("report", "I'd rather stay. Don't ask me why."),
    }},
    [SIM_PHRASE_OBJECT_CAREFUL] = {{
        NC_ ("report", "Negative. Carefully, I'd go."),
        NC_ ("report", "Not like that. Let me go carefully."),
        NC_ ("report", "Only if I may go slowly."),
    }},
    [SIM_PHRASE_OBJECT_ROUND] = {{
        NC_ ("report", "Negative. I'd go by {grid}."),
        NC_ ("report", "Not straight in. By {grid}."),
        NC_ ("report", "By {grid}, or not at all."),
    }},
    [SIM_PHRASE_OBJECT_WAIT] = {{
        NC_ ("report", "Negative. When it is quieter."),
        NC_ ("report", "Not now."),
        NC_ ("report", "Later, if you let me."),
    }},
};

/* Answers in a word: he says what he is asked, and no more.  */
static const Texts curt[SIM_N_PHRASES] = {
    [SIM_PHRASE_READ_BACK] = {{
        /* Translators: a pilot who does not trust the handler says no more than that he has heard
         * her.  */
        NC_ ("report", "Copy."),
        NC_ ("report", "Heard."),
        NC_ ("report", "As you say."),
    }},
    [SIM_PHRASE_REFUSE] = {{
        NC_ ("report", "No."),
        NC_ ("report", "Negative."),
        NC_ ("report", "Not me."),
    }},
    [SIM_PHRASE_WAIT] = {{
        /* Translators: not yet.  */
        NC_ ("report", "Wait."),
        NC_ ("report", "Not yet."),
        NC_ ("report", "Later."),
    }},
    [SIM_PHRASE_BEGUN_MOVE] = {{
        NC_ ("report", "Moving."),
        NC_ ("report", "Going."),
        NC_ ("report", "Off."),
    }},
    [SIM_PHRASE_BEGUN_ATTACK] = {{
        NC_ ("report", "Firing."),
        NC_ ("report", "Going in."),
        NC_ ("report", "At it."),
    }},
    [SIM_PHRASE_BEGUN_FALL_BACK] = {{
        NC_ ("report", "Leaving."),
        NC_ ("report", "Going back."),
        NC_ ("report", "Out of here."),
    }},
    [SIM_PHRASE_IN_POSITION] = {{
        NC_ ("report", "Here."),
        NC_ ("report", "Arrived."),
        NC_ ("report", "{grid}."),
    }},
    [SIM_PHRASE_CANNOT] = {{
        /* Translators: {cause} is a clause such as “legs are gone”.  */
        NC_ ("report", "Can't. {cause}."),
        NC_ ("report", "No. {cause}."),
        NC_ ("report", "Over. {cause}."),
    }},
    [SIM_PHRASE_AREA_CLEAR] = {{
        NC_ ("report", "Nothing."),
        NC_ ("report", "Empty."),
        NC_ ("report", "Nobody, {grid}."),
    }},
    [SIM_PHRASE_STATUS_POSITION] = {{
        NC_ ("report", "{grid}."),
        NC_ ("report", "Here, {grid}."),
        NC_ ("report", "Still {grid}."),
    }},
    [SIM_PHRASE_STATUS_AMMUNITION] = {{
        NC_ ("report", "{rounds}."),
        NC_ ("report", "{rounds}, {percent}."),
        NC_ ("report", "Enough. {rounds}."),
    }},
    [SIM_PHRASE_STATUS_SOUND] = {{
        NC_ ("report", "Fine."),
        NC_ ("report", "Nothing."),
        NC_ ("report", "Works."),
    }},
    [SIM_PHRASE_STATUS_DAMAGED] = {{
        NC_ ("report", "{part}."),
        NC_ ("report", "{part}. It walks."),
        NC_ ("report", "Damaged."),
    }},
    [SIM_PHRASE_STATUS_NO_CONTACT] = {{
        NC_ ("report", "No."),
        NC_ ("report", "Nobody."),
        NC_ ("report", "Nothing."),
    }},
    [SIM_PHRASE_STATUS_CONTACT] = {{
        NC_ ("report", "{contact}, {grid}."),
        NC_ ("report", "Yes. {contact}, {grid}."),
        NC_ ("report", "{grid}. {contact}."),
    }},
    [SIM_PHRASE_PLATOON_STATUS] = {{
        NC_ ("report", "{machines}. {rounds}."),
        NC_ ("report", "{machines} left, {rounds}."),
        NC_ ("report", "Still {machines}. {rounds}."),
    }},
    [SIM_PHRASE_OBJECT_HOLD] = {{
        NC_ ("report", "No. I stay."),
        NC_ ("report", "Staying."),
        NC_ ("report", "No."),
    }},
    [SIM_PHRASE_OBJECT_CAREFUL] = {{
        NC_ ("report", "Slowly, or no."),
        NC_ ("report", "Not like that."),
        NC_ ("report", "No. Carefully."),
    }},
    [SIM_PHRASE_OBJECT_ROUND] = {{
        NC_ ("report", "No. {grid}."),
        NC_ ("report", "By {grid}."),
        NC_ ("report", "Round it. {grid}."),
    }},
    [SIM_PHRASE_OBJECT_WAIT] = {{
        NC_ ("report", "Not now."),
        NC_ ("report", "No. Later."),
        NC_ ("report", "Wait."),
    }},
    [SIM_PHRASE_COPY] = {{
        NC_ ("report", "Copy."),
        NC_ ("report", "Heard."),
        NC_ ("report", "Same here."),
    }},
    [SIM_PHRASE_WOUNDED] = {{
        NC_ ("report", "A scratch."),
        NC_ ("report", "Bleeding."),
        NC_ ("report", "Hurt. Not much."),
    }},
    [SIM_PHRASE_WOUNDED_BADLY] = {{
        NC_ ("report", "Hurt."),
        NC_ ("report", "Hurt. Badly."),
        NC_ ("report", "It got me."),
    }},
};

/* Under great stress: short, in pieces, the place or the direction first or twice.  */
static const Texts broken[SIM_N_PHRASES] = {
    [SIM_PHRASE_READ_BACK] = {{
        /* Translators: a pilot beside himself, short of breath, in all of these.  */
        NC_ ("report", "Yes, yes. {read_back}."),
        NC_ ("report", "{read_back}. Copy."),
        NC_ ("report", "Got it! {read_back}."),
    }},
    [SIM_PHRASE_WAIT] = {{
        NC_ ("report", "Can't, not now! {cause}."),
        NC_ ("report", "Wait. Wait! {cause}."),
        NC_ ("report", "{cause}! In a moment."),
    }},
    [SIM_PHRASE_BEGUN_MOVE] = {{
        NC_ ("report", "Going, going. {grid}."),
        NC_ ("report", "{grid}. Moving!"),
        NC_ ("report", "Off! {grid}."),
    }},
    [SIM_PHRASE_BEGUN_FALL_BACK] = {{
        NC_ ("report", "Out! {grid}, out!"),
        NC_ ("report", "Back, back. {grid}."),
        NC_ ("report", "{grid}! We're leaving."),
    }},
    [SIM_PHRASE_IN_POSITION] = {{
        NC_ ("report", "{grid}. Made it."),
        NC_ ("report", "Here. {grid}. Here."),
        NC_ ("report", "At {grid}, still alive."),
    }},
    [SIM_PHRASE_CANNOT] = {{
        NC_ ("report", "Can't! {cause}!"),
        NC_ ("report", "No, no good. {cause}."),
        NC_ ("report", "{cause}! It won't do."),
    }},
    [SIM_PHRASE_CONTACT_SEEN] = {{
        NC_ ("report", "There! {contact}, {grid}!"),
        NC_ ("report", "{grid}, {grid}! {contact}."),
        NC_ ("report", "Contact! {contact}. {grid}."),
    }},
    [SIM_PHRASE_CONTACT_MOVING] = {{
        NC_ ("report", "{contact}! {grid}, going {direction}!"),
        NC_ ("report", "Coming, {contact}, {grid}. {direction}!"),
        NC_ ("report", "{grid}! {contact}, {direction}, fast."),
    }},
    [SIM_PHRASE_CONTACT_FELT] = {{
        NC_ ("report", "Something, {grid}! I feel it."),
        NC_ ("report", "{grid}. The ground. It moves."),
        NC_ ("report", "It shakes, {grid}, it shakes!"),
    }},
    [SIM_PHRASE_CONTACT_UPDATE] = {{
        NC_ ("report", "{contact}, {grid}. {direction}!"),
        NC_ ("report", "{grid} now! {contact}, {direction}."),
        NC_ ("report", "Still coming. {contact}, {grid}, {direction}."),
    }},
    [SIM_PHRASE_CONTACT_HALTED] = {{
        NC_ ("report", "Stopped. {grid}. {contact}."),
        NC_ ("report", "{grid}! {contact}, standing."),
        NC_ ("report", "{contact}, not moving. {grid}."),
    }},
    [SIM_PHRASE_CONTACT_GOES_ON] = {{
        /* Translators: {type} is “dragoons”, or “dragoon” of a single one.  */
        NC_ ("report", "{type}, {grid}. Still coming, {direction}!"),
        NC_ ("report", "{grid} now, the {type}! {direction}!"),
        NC_ ("report", "Same {type}. {grid}. {direction}."),
    }},
    [SIM_PHRASE_CONTACT_STANDS] = {{
        NC_ ("report", "Same {type}. {grid}. Standing."),
        NC_ ("report", "{grid}! {type}, not moving."),
        NC_ ("report", "They stand. {type}, {grid}."),
    }},
    [SIM_PHRASE_CONTACT_TOO] = {{
        NC_ ("report", "Here too! {contact}, {grid}!"),
        NC_ ("report", "I see them, I see them! {contact}. {grid}."),
        NC_ ("report", "{contact}, yes! {grid}!"),
    }},
    [SIM_PHRASE_CONTACT_AGAIN] = {{
        NC_ ("report", "Again! {contact}, {grid}!"),
        NC_ ("report", "Back. {contact}, {grid}, back!"),
        NC_ ("report", "{grid}! {contact}, again!"),
    }},
    [SIM_PHRASE_CONTACT_LOST] = {{
        NC_ ("report", "Gone. {contact}, {grid}. Gone."),
        NC_ ("report", "Lost! {contact}, it was {grid}."),
        NC_ ("report", "{contact}, out of sight! {grid}!"),
    }},
    [SIM_PHRASE_ALL_LOST] = {{
        NC_ ("report", "All gone! {grid}. Nothing."),
        NC_ ("report", "I see nothing. Nothing. {grid}."),
        NC_ ("report", "Where are they? {grid} was the last."),
    }},
    [SIM_PHRASE_CONTACT_DESTROYED] = {{
        NC_ ("report", "Down! {contact}, {grid}!"),
        NC_ ("report", "{contact}, burning. {grid}."),
        NC_ ("report", "Got it! {grid}, {contact}."),
    }},
    [SIM_PHRASE_CORRECTION] = {{
        NC_ ("report", "Wrong, I was wrong! {contact}, {grid}."),
        NC_ ("report", "Correction! {grid}: {contact}!"),
        NC_ ("report", "No, it's {contact}. {grid}."),
    }},
    [SIM_PHRASE_UNDER_FIRE] = {{
        NC_ ("report", "Fire, {direction}! Fire!"),
        NC_ ("report", "From the {direction}! Down!"),
        NC_ ("report", "They have us! {direction}!"),
    }},
    [SIM_PHRASE_HIT] = {{
        /* Translators: {part} is a part of the machine, such as “the legs”.  */
        NC_ ("report", "Hit! Hit! {part}!"),
        NC_ ("report", "{part}! I'm hit!"),
        NC_ ("report", "They got me! {part}!"),
    }},
    [SIM_PHRASE_DOWN_SELF] = {{
        NC_ ("report", "I'm out. I'm out. Alive."),
        NC_ ("report", "Down! I'm down!"),
        NC_ ("report", "She's burning. I got out."),
    }},
    [SIM_PHRASE_DOWN_OTHER] = {{
        NC_ ("report", "{unit}! {unit} is gone. {grid}."),
        NC_ ("report", "No. {unit}, {grid}. No."),
        NC_ ("report", "{unit} is hit, {grid}! Burning!"),
    }},
    [SIM_PHRASE_LOW_AMMUNITION] = {{
        NC_ ("report", "{rounds}! Only {rounds}!"),
        NC_ ("report", "Nearly out. {rounds}."),
        NC_ ("report", "I have {rounds}. {rounds}!"),
    }},
    [SIM_PHRASE_NO_AMMUNITION] = {{
        NC_ ("report", "Empty! I'm empty!"),
        NC_ ("report", "Nothing. I've nothing left."),
        NC_ ("report", "Out! Out of everything."),
    }},
    [SIM_PHRASE_GIVING_GROUND] = {{
        NC_ ("report", "Back! Everyone back, {grid}!"),
        NC_ ("report", "Too many. {grid}, go, go!"),
        NC_ ("report", "We can't hold. {grid}!"),
    }},
    [SIM_PHRASE_OVERRUN] = {{
        NC_ ("report", "They're here! Here!"),
        NC_ ("report", "All around. All around!"),
        NC_ ("report", "Get them off! Get them off me!"),
    }},
};

static const char *const *
own_texts (guint phrase, guint manner)
{
  switch (manner) {
  case SIM_MANNER_RESERVED:
    return reserved[phrase].texts;
  case SIM_MANNER_CURT:
    return curt[phrase].texts;
  case SIM_MANNER_BROKEN:
    return broken[phrase].texts;
  default:
    return order_wording (phrase)->texts;
  }
}

const char *const *
order_wording_texts (guint phrase, guint manner, guint *count)
{
  const char *const *texts;

  *count = 0;
  if (phrase >= SIM_N_PHRASES)
    return NULL;
  texts = own_texts (phrase, manner);
  if (!texts[0])
    texts = order_wording (phrase)->texts;
  while (*count < ORDER_MAX_WORDINGS && texts[*count])
    (*count)++;
  return texts;
}
