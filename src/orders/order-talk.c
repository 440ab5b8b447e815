/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talk: what people say on the net that nobody needs to hear.  Of each phrase as many wordings as the
 * battle lets it be said (sim-talk.c), so that none comes twice.  */
#include "orders/order-wording.h"

#include <glib/gi18n-lib.h>

#define AT(phrase) [SIM_PHRASE_TALK_##phrase - SIM_FIRST_TALK]

static const OrderWording talk[SIM_N_TALK] = {
    AT (COMRADE_HIT) = {{
        /* Translators: a comrade's machine was hit and goes on; {comrade} is a call sign or a first
         * name, and so in all such remarks.  */
        NC_ ("report", "{comrade} has caught one. Still walking."),
        NC_ ("report", "That one went into {comrade}. Stay with us."),
        NC_ ("report", "{comrade}, you're smoking. Can you hear me?"),
        NC_ ("report", "I saw {comrade} get hit. Still up, still up."),
    }},
    AT (COMRADE_OUT) = {{
        /* Translators: a comrade has lost his machine and got out of it alive.  */
        NC_ ("report", "I saw the hatch go. {comrade} is out."),
        NC_ ("report", "{comrade} is on foot. Somebody keep an eye on that wreck."),
        NC_ ("report", "{comrade} got out, I saw it. Run, don't look back."),
        NC_ ("report", "There's somebody running from {comrade}'s machine. Come on, come on."),
    }},
    AT (COMRADE_DEAD) = {{
        /* Translators: said in the silence after a fight, of a comrade who died in it.  */
        NC_ ("report", "{comrade} isn't coming."),
        NC_ ("report", "I keep leaving room for {comrade} beside me."),
        NC_ ("report", "{comrade} had the watch tonight. I'll take it."),
        NC_ ("report", "Say it was quick. {comrade}. Somebody say it was quick."),
    }},
    AT (COMRADE_BACK) = {{
        /* Translators: a comrade who had lost his machine was fetched.  */
        NC_ ("report", "Good to have you back, {comrade}."),
        NC_ ("report", "{comrade}, you owe somebody a supper."),
        NC_ ("report", "They've got {comrade}. I can breathe again."),
        NC_ ("report", "Tell {comrade} to hold on to something. The ride's no better in there."),
    }},
    AT (NEAR_MISS) = {{
        /* Translators: he was shot at and not hit.  */
        NC_ ("report", "That was close."),
        NC_ ("report", "Missed me. Not by much."),
        NC_ ("report", "I felt the wind of that one."),
        NC_ ("report", "There's a new hole in the wall behind me. Not in me."),
        NC_ ("report", "If I were half a metre taller you'd be talking to nobody."),
    }},
    AT (FIRST_KILL) = {{
        /* Translators: his first in this battle.  */
        NC_ ("report", "That's my first today."),
        NC_ ("report", "It burns. It really burns."),
        NC_ ("report", "One less. I'm not counting, but one less."),
        NC_ ("report", "Did anybody see that? Tell me somebody saw that."),
    }},
    AT (PRAISE) = {{
        /* Translators: {platoon} is another platoon, which has just hit an enemy.  */
        NC_ ("report", "Good shooting, {platoon}."),
        NC_ ("report", "{platoon}, that was a clean one."),
        NC_ ("report", "Leave some for us, {platoon}."),
        NC_ ("report", "I'd clap, {platoon}, but my hands are full."),
    }},
    AT (RELIEF) = {{
        /* Translators: the fight is over, and all of the platoon are there.  */
        NC_ ("report", "It's over. All here."),
        NC_ ("report", "That's it for now. Everybody breathe."),
        NC_ ("report", "Quiet again. I count all of us."),
        NC_ ("report", "Nothing shoots at us any more. I'd forgotten what that sounds like."),
        NC_ ("report", "Is that all of them? That's all of them. Check your rounds and drink something."),
    }},
    AT (RELIEF_HURT) = {{
        /* Translators: the fight is over, and not all of the platoon came through.  */
        NC_ ("report", "It's over. Not for all of us."),
        NC_ ("report", "They've gone. There's a gap in the line."),
        NC_ ("report", "Quiet. I don't want to count."),
        NC_ ("report", "They've stopped shooting. Somebody tell me it was worth it."),
    }},
    AT (THANKS_WARNING) = {{
        /* Translators: thanks to the handler, who had told them that the enemy would come.  */
        NC_ ("report", "That warning helped. Thanks."),
        NC_ ("report", "We'd have looked the wrong way without you, Handler One."),
        NC_ ("report", "You called it. We were waiting for them, for once."),
        NC_ ("report", "Whatever you look at back there, keep looking. That warning was worth a platoon."),
    }},
    AT (THANKS_ORDER) = {{
        /* Translators: the handler's order to fall back came in time.  */
        NC_ ("report", "You got us out in time. Thanks."),
        NC_ ("report", "A minute later and we'd still be lying there."),
        NC_ ("report", "I grumbled about that order. I take it back."),
        NC_ ("report", "All of us walked out of that, Handler One. I wanted you to know."),
    }},
    AT (BLAME_ORDER) = {{
        /* Translators: somebody died carrying out the handler's order.  */
        NC_ ("report", "That was your order."),
        NC_ ("report", "We were going where you sent us."),
        NC_ ("report", "You'll write it down as a machine lost, I suppose."),
    }},
    AT (SUPPLIED) = {{
        /* Translators: a supply machine has brought him rounds.  */
        NC_ ("report", "Full again. Thanks."),
        NC_ ("report", "That's better. I can stop counting."),
        NC_ ("report", "Somebody give that Scavenger a name."),
        NC_ ("report", "Whoever sent that thing forward, I could kiss you."),
    }},
    AT (ADVISE_SIDE) = {{
        /* Translators: advice to the handler, from somebody who trusts her: {direction} is
         * “north-east”.  */
        NC_ ("report", "They came from the {direction}. I'd leave somebody looking there."),
        NC_ ("report", "If you ask me, the next lot takes the same way: {direction}."),
        NC_ ("report", "Don't turn your back on the {direction} yet, Handler One."),
    }},
    AT (ADVISE_ROUNDS) = {{
        NC_ ("report", "We could do with rounds before the next lot."),
        NC_ ("report", "If there's a Scavenger free, send it now, while it's quiet."),
        NC_ ("report", "Half our racks are empty. Now would be the time."),
    }},
    AT (ADVISE_REST) = {{
        NC_ ("report", "Somebody fresher should take the next one."),
        NC_ ("report", "My people are slow. Give us ten minutes if you can."),
        NC_ ("report", "We're still good, but not twice in a row."),
    }},
    AT (HELLO) = {{
        /* Translators: a platoon's leader, after the handler's first order to it.  */
        NC_ ("report", "Good to hear you, Handler One."),
        NC_ ("report", "We're listening, Handler One."),
        NC_ ("report", "So you're with us today. Good."),
        NC_ ("report", "There's that voice. All right, everybody, look awake."),
    }},
    AT (DISTANT) = {{
        /* Translators: {platoon} is another platoon, which is fighting some way off.  */
        NC_ ("report", "I can hear guns. {platoon} is in it."),
        NC_ ("report", "{platoon} is getting all of it. I hate waiting."),
        NC_ ("report", "Smoke over there. Hold on, {platoon}."),
        NC_ ("report", "Every time {platoon} fires, my cups rattle."),
    }},
    AT (QUIET) = {{
        /* Translators: nothing has happened for a long time.  */
        NC_ ("report", "Too quiet."),
        NC_ ("report", "Nothing but wind here."),
        NC_ ("report", "I don't like it when the birds stop."),
        NC_ ("report", "If they're coming, I wish they'd come."),
        NC_ ("report", "I've counted the same three trees for ten minutes. Still three."),
    }},
    AT (MARCH) = {{
        /* Translators: said on the way.  */
        NC_ ("report", "Watch your feet, it's soft here."),
        NC_ ("report", "This seat is going to kill me before they do."),
        NC_ ("report", "Whoever drew that map has never walked here."),
        NC_ ("report", "Keep your distance back there. I don't want you in my lap."),
        NC_ ("report", "My left hind leg clicks. It has clicked since May. Nobody believes me."),
    }},
    AT (SWARM) = {{
        /* Translators: under a cloud of small flying machines that jams everything.  */
        NC_ ("report", "That hum gets into your teeth."),
        NC_ ("report", "My screens are snow. Talk to me, somebody."),
        NC_ ("report", "The sun's gone brown. I hate those things."),
        NC_ ("report", "I can't see a number that I'd believe. Eyes it is."),
    }},
    AT (DARK) = {{
        /* Translators: said at night or at dusk.  */
        NC_ ("report", "I can't see my own legs."),
        NC_ ("report", "Every bush looks like one of them."),
        NC_ ("report", "No lights. I mean it, whoever that was."),
        NC_ ("report", "At least they can't see us either. Can they?"),
    }},
    AT (NERVES) = {{
        /* Translators: after a fight, of himself.  */
        NC_ ("report", "My hands won't keep still."),
        NC_ ("report", "Give me a second. I'm all right."),
        NC_ ("report", "I can still hear it. Does anybody else still hear it?"),
        NC_ ("report", "Somebody say something. Anything. I don't care what."),
    }},
    AT (HOME) = {{
        /* Translators: chat in a long quiet.  */
        NC_ ("report", "What's for supper?"),
        NC_ ("report", "It smells of cut grass here. Somebody used to live well."),
        NC_ ("report", "When this is over I'll sleep for a week."),
        NC_ ("report", "There's an orchard down there. I'm only saying. On the way back."),
        NC_ ("report", "Remind me to fix the stove tonight. I keep dreaming of that stove."),
    }},
    AT (JOKE) = {{
        /* Translators: a joke in a long quiet.  */
        NC_ ("report", "Last one back washes up."),
        NC_ ("report", "I spy something grey. It's everything."),
        NC_ ("report", "If anybody asks, I was asleep the whole time."),
        NC_ ("report", "Bet you my pudding that I see them first. No takers? Cowards."),
        NC_ ("report", "They built this thing to last one battle. It's my fourth. I'm ahead."),
    }},
    AT (GRUMBLE) = {{
        /* Translators: somebody grumbles in a long quiet.  */
        NC_ ("report", "Hurry up and wait."),
        NC_ ("report", "Tin cans. They send us out in tin cans."),
        NC_ ("report", "Behind the wall they're having breakfast."),
        NC_ ("report", "Same hill as last month. It'll be the same hill next month."),
        NC_ ("report", "They count the rounds before they count us. Ask them, they'll tell you."),
    }},
    AT (VOICE) = {{
        /* Translators: of the handler, who hears it, by somebody who trusts her little.  */
        NC_ ("report", "She's still listening."),
        NC_ ("report", "How long does this one stay, do you think?"),
        NC_ ("report", "Mind what you say. The wall has ears today."),
        NC_ ("report", "The last one switched off when it got loud. Let's see about this one."),
    }},
};

const OrderWording *
order_talk_wording (guint phrase)
{
  return &talk[phrase - SIM_FIRST_TALK];
}
