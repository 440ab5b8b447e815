/* Made by po/extract-texts, for xgettext alone: never compiled.  A test compares.  */

/* Translators: an unknown number of enemy machines of a type. (As “report”.)  */
NC_ ("speech", "several {type}")

/* Translators: one enemy machine of a type, in words; where “one” would have to agree with the type, as an article does, say it another way. (As “report”.)  */
NC_ ("speech", "one {type}")

/* Translators: a number and a type of enemy machine: “four Grauwolf”. (As “report”.)  */
NC_ ("speech", "{count} {type}")

/* Translators: (As “report”.)  */
NC_ ("speech", "no rounds")

/* Translators: (As “report”.)  */
NC_ ("speech", "no machines")

/* Translators: (As “report”.)  */
NC_ ("speech", "no loads")

/* Translators: a share, in words (“nine per cent”) or in figures (“9 %”). (As “report”.)  */
NC_ ("speech", "{count} %")

/* Translators: (As “report”.)  */
NC_ ("speech", "{count} per cent")

/* Translators: a pilot who has little trust refuses an order and will not say why. Translators: a pilot will not do it, and gives no reason: short words were ordered. (As “report”.)  */
NC_ ("speech", "Negative.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I won't do that.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. I have my reasons.")

/* Translators: the same, with what he would do instead. (As “report”.)  */
NC_ ("speech", "Negative. I'd stay where I am.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. Let me hold here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'd rather stay. Don't ask me why.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Negative. Carefully, I'd go.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not like that. Let me go carefully.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Only if I may go slowly.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Negative. I'd go by {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not straight in. By {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "By {grid}, or not at all.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Negative. When it is quieter.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not now.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Later, if you let me.")

/* Translators: a pilot who does not trust the handler says no more than that he has heard her. (As “report”.)  */
NC_ ("speech", "Copy.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Heard.")

/* Translators: (As “report”.)  */
NC_ ("speech", "As you say.")

/* Translators: the handler insisted, and the pilot refuses all the same. (As “report”.)  */
NC_ ("speech", "No.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not me.")

/* Translators: not yet. (As “report”.)  */
NC_ ("speech", "Wait.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not yet.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Later.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Moving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Off.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Firing.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going in.")

/* Translators: (As “report”.)  */
NC_ ("speech", "At it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Leaving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going back.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Out of here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Arrived.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}.")

/* Translators: {cause} is a clause such as “legs are gone”. (As “report”.)  */
NC_ ("speech", "Can't. {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Over. {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nothing.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Empty.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nobody, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Here, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Still {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{rounds}, {percent}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Enough. {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Fine.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Works.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{part}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{part}. It walks.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Damaged.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nobody.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Yes. {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}. {contact}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{machines}. {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{machines} left, {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Still {machines}. {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. I stay.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Staying.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Slowly, or no.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not like that.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. Carefully.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "By {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Round it. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. Later.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Same here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "A scratch.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Bleeding.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Hurt. Not much.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Hurt.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Hurt. Badly.")

/* Translators: (As “report”.)  */
NC_ ("speech", "It got me.")

/* Translators: a pilot beside himself, short of breath, in all of these. (As “report”.)  */
NC_ ("speech", "Yes, yes. {read_back}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{read_back}. Copy.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Got it! {read_back}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Can't, not now! {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Wait. Wait! {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{cause}! In a moment.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going, going. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}. Moving!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Off! {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Out! {grid}, out!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Back, back. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}! We're leaving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}. Made it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Here. {grid}. Here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "At {grid}, still alive.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Can't! {cause}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "No, no good. {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{cause}! It won't do.")

/* Translators: (As “report”.)  */
NC_ ("speech", "There! {contact}, {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}, {grid}! {contact}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Contact! {contact}. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact}! {grid}, going {direction}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Coming, {contact}, {grid}. {direction}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}! {contact}, {direction}, fast.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Something, {grid}! I feel it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}. The ground. It moves.")

/* Translators: (As “report”.)  */
NC_ ("speech", "It shakes, {grid}, it shakes!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact}, {grid}. {direction}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid} now! {contact}, {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Still coming. {contact}, {grid}, {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Stopped. {grid}. {contact}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}! {contact}, standing.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact}, not moving. {grid}.")

/* Translators: {type} is “dragoons”, or “dragoon” of a single one. (As “report”.)  */
NC_ ("speech", "{type}, {grid}. Still coming, {direction}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid} now, the {type}! {direction}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Same {type}. {grid}. {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Same {type}. {grid}. Standing.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}! {type}, not moving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They stand. {type}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Here too! {contact}, {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "I see them, I see them! {contact}. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact}, yes! {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Again! {contact}, {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Back. {contact}, {grid}, back!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}! {contact}, again!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Gone. {contact}, {grid}. Gone.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Lost! {contact}, it was {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact}, out of sight! {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "All gone! {grid}. Nothing.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I see nothing. Nothing. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Where are they? {grid} was the last.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Down! {contact}, {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact}, burning. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Got it! {grid}, {contact}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Wrong, I was wrong! {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Correction! {grid}: {contact}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "No, it's {contact}. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Fire, {direction}! Fire!")

/* Translators: (As “report”.)  */
NC_ ("speech", "From the {direction}! Down!")

/* Translators: (As “report”.)  */
NC_ ("speech", "They have us! {direction}!")

/* Translators: {part} is a part of the machine, such as “the legs”. (As “report”.)  */
NC_ ("speech", "Hit! Hit! {part}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{part}! I'm hit!")

/* Translators: (As “report”.)  */
NC_ ("speech", "They got me! {part}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'm out. I'm out. Alive.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Down! I'm down!")

/* Translators: (As “report”.)  */
NC_ ("speech", "She's burning. I got out.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{unit}! {unit} is gone. {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. {unit}, {grid}. No.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{unit} is hit, {grid}! Burning!")

/* Translators: (As “report”.)  */
NC_ ("speech", "{rounds}! Only {rounds}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nearly out. {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I have {rounds}. {rounds}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Empty! I'm empty!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nothing. I've nothing left.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Out! Out of everything.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Back! Everyone back, {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Too many. {grid}, go, go!")

/* Translators: (As “report”.)  */
NC_ ("speech", "We can't hold. {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "They're here! Here!")

/* Translators: (As “report”.)  */
NC_ ("speech", "All around. All around!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Get them off! Get them off me!")

/* Translators: a comrade's machine was hit and goes on; {comrade} is a call sign or a first name, and so in all such remarks. (As “report”.)  */
NC_ ("speech", "{comrade} has caught one. Still walking.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That one went into {comrade}. Stay with us.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{comrade}, you're smoking. Can you hear me?")

/* Translators: (As “report”.)  */
NC_ ("speech", "I saw {comrade} get hit. Still up, still up.")

/* Translators: a comrade has lost his machine and got out of it alive. (As “report”.)  */
NC_ ("speech", "I saw the hatch go. {comrade} is out.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{comrade} is on foot. Somebody keep an eye on that wreck.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{comrade} got out, I saw it. Run, don't look back.")

/* Translators: (As “report”.)  */
NC_ ("speech", "There's somebody running from {comrade}'s machine. Come on, come on.")

/* Translators: said in the silence after a fight, of a comrade who died in it. (As “report”.)  */
NC_ ("speech", "{comrade} isn't coming.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I keep leaving room for {comrade} beside me.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{comrade} had the watch tonight. I'll take it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Say it was quick. {comrade}. Somebody say it was quick.")

/* Translators: a comrade who had lost his machine was fetched. (As “report”.)  */
NC_ ("speech", "Good to have you back, {comrade}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{comrade}, you owe somebody a supper.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They've got {comrade}. I can breathe again.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Tell {comrade} to hold on to something. The ride's no better in there.")

/* Translators: he was shot at and not hit. (As “report”.)  */
NC_ ("speech", "That was close.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Missed me. Not by much.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I felt the wind of that one.")

/* Translators: (As “report”.)  */
NC_ ("speech", "There's a new hole in the wall behind me. Not in me.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If I were half a metre taller you'd be talking to nobody.")

/* Translators: his first in this battle. (As “report”.)  */
NC_ ("speech", "That's my first today.")

/* Translators: (As “report”.)  */
NC_ ("speech", "It burns. It really burns.")

/* Translators: (As “report”.)  */
NC_ ("speech", "One less. I'm not counting, but one less.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Did anybody see that? Tell me somebody saw that.")

/* Translators: {platoon} is another platoon, which has just hit an enemy. (As “report”.)  */
NC_ ("speech", "Good shooting, {platoon}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{platoon}, that was a clean one.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Leave some for us, {platoon}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'd clap, {platoon}, but my hands are full.")

/* Translators: the fight is over, and all of the platoon are there. (As “report”.)  */
NC_ ("speech", "It's over. All here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That's it for now. Everybody breathe.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Quiet again. I count all of us.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nothing shoots at us any more. I'd forgotten what that sounds like.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Is that all of them? That's all of them. Check your rounds and drink something.")

/* Translators: the fight is over, and not all of the platoon came through. (As “report”.)  */
NC_ ("speech", "It's over. Not for all of us.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They've gone. There's a gap in the line.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Quiet. I don't want to count.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They've stopped shooting. Somebody tell me it was worth it.")

/* Translators: thanks to the handler, who had told them that the enemy would come. (As “report”.)  */
NC_ ("speech", "That warning helped. Thanks.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We'd have looked the wrong way without you, Handler One.")

/* Translators: (As “report”.)  */
NC_ ("speech", "You called it. We were waiting for them, for once.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Whatever you look at back there, keep looking. That warning was worth a platoon.")

/* Translators: the handler's order to fall back came in time. (As “report”.)  */
NC_ ("speech", "You got us out in time. Thanks.")

/* Translators: (As “report”.)  */
NC_ ("speech", "A minute later and we'd still be lying there.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I grumbled about that order. I take it back.")

/* Translators: (As “report”.)  */
NC_ ("speech", "All of us walked out of that, Handler One. I wanted you to know.")

/* Translators: somebody died carrying out the handler's order. (As “report”.)  */
NC_ ("speech", "That was your order.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We were going where you sent us.")

/* Translators: (As “report”.)  */
NC_ ("speech", "You'll write it down as a machine lost, I suppose.")

/* Translators: a supply machine has brought him rounds. (As “report”.)  */
NC_ ("speech", "Full again. Thanks.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That's better. I can stop counting.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Somebody give that Scavenger a name.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Whoever sent that thing forward, I could kiss you.")

/* Translators: advice to the handler, from somebody who trusts her: {direction} is “north-east”. (As “report”.)  */
NC_ ("speech", "They came from the {direction}. I'd leave somebody looking there.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If you ask me, the next lot takes the same way: {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Don't turn your back on the {direction} yet, Handler One.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We could do with rounds before the next lot.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If there's a Scavenger free, send it now, while it's quiet.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Half our racks are empty. Now would be the time.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Somebody fresher should take the next one.")

/* Translators: (As “report”.)  */
NC_ ("speech", "My people are slow. Give us ten minutes if you can.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We're still good, but not twice in a row.")

/* Translators: a platoon's leader, after the handler's first order to it. (As “report”.)  */
NC_ ("speech", "Good to hear you, Handler One.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We're listening, Handler One.")

/* Translators: (As “report”.)  */
NC_ ("speech", "So you're with us today. Good.")

/* Translators: (As “report”.)  */
NC_ ("speech", "There's that voice. All right, everybody, look awake.")

/* Translators: {platoon} is another platoon, which is fighting some way off. (As “report”.)  */
NC_ ("speech", "I can hear guns. {platoon} is in it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{platoon} is getting all of it. I hate waiting.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Smoke over there. Hold on, {platoon}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Every time {platoon} fires, my cups rattle.")

/* Translators: nothing has happened for a long time. (As “report”.)  */
NC_ ("speech", "Too quiet.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nothing but wind here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I don't like it when the birds stop.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If they're coming, I wish they'd come.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I've counted the same three trees for ten minutes. Still three.")

/* Translators: said on the way. (As “report”.)  */
NC_ ("speech", "Watch your feet, it's soft here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "This seat is going to kill me before they do.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Whoever drew that map has never walked here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Keep your distance back there. I don't want you in my lap.")

/* Translators: (As “report”.)  */
NC_ ("speech", "My left hind leg clicks. It has clicked since May. Nobody believes me.")

/* Translators: under a cloud of small flying machines that jams everything. (As “report”.)  */
NC_ ("speech", "That hum gets into your teeth.")

/* Translators: (As “report”.)  */
NC_ ("speech", "My screens are snow. Talk to me, somebody.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The sun's gone brown. I hate those things.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I can't see a number that I'd believe. Eyes it is.")

/* Translators: said at night or at dusk. (As “report”.)  */
NC_ ("speech", "I can't see my own legs.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Every bush looks like one of them.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No lights. I mean it, whoever that was.")

/* Translators: (As “report”.)  */
NC_ ("speech", "At least they can't see us either. Can they?")

/* Translators: after a fight, of himself. (As “report”.)  */
NC_ ("speech", "My hands won't keep still.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Give me a second. I'm all right.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I can still hear it. Does anybody else still hear it?")

/* Translators: (As “report”.)  */
NC_ ("speech", "Somebody say something. Anything. I don't care what.")

/* Translators: chat in a long quiet. (As “report”.)  */
NC_ ("speech", "What's for supper?")

/* Translators: (As “report”.)  */
NC_ ("speech", "It smells of cut grass here. Somebody used to live well.")

/* Translators: (As “report”.)  */
NC_ ("speech", "When this is over I'll sleep for a week.")

/* Translators: (As “report”.)  */
NC_ ("speech", "There's an orchard down there. I'm only saying. On the way back.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Remind me to fix the stove tonight. I keep dreaming of that stove.")

/* Translators: a joke in a long quiet. (As “report”.)  */
NC_ ("speech", "Last one back washes up.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I spy something grey. It's everything.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If anybody asks, I was asleep the whole time.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Bet you my pudding that I see them first. No takers? Cowards.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They built this thing to last one battle. It's my fourth. I'm ahead.")

/* Translators: somebody grumbles in a long quiet. (As “report”.)  */
NC_ ("speech", "Hurry up and wait.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Tin cans. They send us out in tin cans.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Behind the wall they're having breakfast.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Same hill as last month. It'll be the same hill next month.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They count the rounds before they count us. Ask them, they'll tell you.")

/* Translators: of the handler, who hears it, by somebody who trusts her little. (As “report”.)  */
NC_ ("speech", "She's still listening.")

/* Translators: (As “report”.)  */
NC_ ("speech", "How long does this one stay, do you think?")

/* Translators: (As “report”.)  */
NC_ ("speech", "Mind what you say. The wall has ears today.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The last one switched off when it got loud. Let's see about this one.")

/* Translators: {order} is a whole order, as the handler says it. (As “report”.)  */
NC_ ("speech", "{order}.")

/* Translators: {read_back} is a whole read-back, such as “Moving to golf zero four”. (As “report”.)  */
NC_ ("speech", "{read_back}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Copy. {read_back}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{read_back}, understood.")

/* Translators: a pilot refuses an order; {cause} is a clause such as “that would kill us”. (As “report”.)  */
NC_ ("speech", "Negative, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I won't do that, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No. Not this one: {cause}.")

/* Translators: a pilot can not begin yet; {cause} is a clause such as “taking fire”. (As “report”.)  */
NC_ ("speech", "Not yet, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Wait one, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Give me a moment, {cause}.")

/* Translators: {grid} is a grid reference, in all reports. (As “report”.)  */
NC_ ("speech", "On the way to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Moving out, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Legs are going, {grid} next.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going in at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Starting on {grid} now.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Our fire on {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Breaking off, back to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We are leaving for {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Walking backwards to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Set at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Reached {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "At {grid}, ready.")

/* Translators: an order had to be given up; {cause} is a clause such as “legs are gone”. (As “report”.)  */
NC_ ("speech", "Can't do it, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No good, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That's as far as it goes, {cause}.")

/* Translators: first sight of enemies that stand still; {contact} is “four Grauwolf”, in all reports. (As “report”.)  */
NC_ ("speech", "Contact, {contact}, {grid}, halted.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I see {contact} at {grid}, not moving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} in {grid}, just standing there.")

/* Translators: first sight of enemies on the move; {direction} is “north-east”, in all reports. (As “report”.)  */
NC_ ("speech", "Contact, {contact}, {grid}, heading {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} at {grid}, going {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Enemy in sight. {contact}, {grid}, moving {direction}.")

/* Translators: only the trembling of the ground is felt. (As “report”.)  */
NC_ ("speech", "Something moves by {grid}. I only feel it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Tremor from {grid}, nothing to see yet.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The ground hums at {grid}. No eyes on it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} now at {grid}, going {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} still moving, {grid}, going {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Now in {grid}: {contact}, heading {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} stopped at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Halted now: {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} at {grid}, no longer moving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Lost sight of {contact}, last at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} gone from view, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Can't see {contact} any more, {grid} was the last.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} down at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That's {contact} burning, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Got {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} pulling off {direction} from {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Leaving us: {contact}, {grid}, going {direction}.")

/* Translators: a cloud of small flying machines that jams the data link. (As “report”.)  */
NC_ ("speech", "Swarm over {grid}, my screens are going.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The sky over {grid} is all wings.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Swarm above us, {grid}. Expect no data.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid} is empty.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nothing in {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Been all over {grid}, nobody home.")

/* Translators: the speaker has trodden on a mine.  {grid} is a grid reference. (As “report”.)  */
NC_ ("speech", "Mines! {grid} is mined.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That was a mine, {grid}. Stay out of there.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Minefield at {grid}, nobody move in here.")

/* Translators: the speaker's machine is stuck in soft ground. (As “report”.)  */
NC_ ("speech", "Stuck in the mud at {grid}, working on it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Bogged down, {grid}. Give me a moment.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The marsh has my legs at {grid}.")

/* Translators: the speaker has climbed a building with wire anchors and looks over the town. (As “report”.)  */
NC_ ("speech", "On a roof at {grid}, good view.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Up on the tiles, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Roof at {grid}, watching.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Taking fire from the {direction}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Under fire, {direction}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Shots from the {direction}, heads down!")

/* Translators: {part} is a part of the machine, such as “the legs”. (As “report”.)  */
NC_ ("speech", "I'm hit, {part}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Hit! It got {part}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That was {part}. Still here.")

/* Translators: the speaker's machine is lost, he is alive. (As “report”.)  */
NC_ ("speech", "I'm down. Still breathing.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Machine's finished, I'm climbing out.")

/* Translators: (As “report”.)  */
NC_ ("speech", "She has gone from under me. I'm alive.")

/* Translators: {unit} is a comrade's call sign. (As “report”.)  */
NC_ ("speech", "{unit} is down, {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "We lost {unit} at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{unit} just went up, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{unit} does not answer.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No word from {unit}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I call {unit} and get nothing.")

/* Translators: {rounds} is “nine rounds”, in all reports. (As “report”.)  */
NC_ ("speech", "{rounds} left.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Running dry, {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Down to {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'm out. Nothing left to fire.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Empty. Not one round.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That was my last round.")

/* Translators: {percent} is “nine per cent”, in all reports. (As “report”.)  */
NC_ ("speech", "Energy down to {percent}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Cells at {percent}, I won't get far.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{percent} in the cells, no more.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'm at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Position {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}, that's me.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{rounds}, energy {percent}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I have {rounds} and {percent} in the cells.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{rounds} left, cells at {percent}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "All sound here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No damage.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Everything still works.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Damaged, {part}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not whole: {part}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{part} took something.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No contact.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Quiet here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nobody in sight.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I still have {contact} at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "In sight: {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Eyes on {contact}, {grid}.")

/* Translators: {platoon} is “First Platoon”, {machines} “three machines”. (As “report”.)  */
NC_ ("speech", "{platoon}: {machines} standing, the lowest has {rounds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{platoon}, {machines}, {rounds} at least.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{machines} of {platoon} stand, nobody has less than {rounds}.")

/* Translators: the captain sends a platoon without being told. (As “report”.)  */
NC_ ("speech", "I'm sending {platoon} to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{platoon} goes to {grid}, my call.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We can't stay. Back to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Giving ground, {grid} next.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Too many. We drop to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{text}")

/* Translators: the desk behind the wall reads it out; {text} is the objective. (As “report”.)  */
NC_ ("speech", "Objective reached: {text}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Done: {text}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Objective lost: {text}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{text}: that is lost.")

/* Translators: one pilot hears the enemy's machines, far off and behind hills; {size} is “a group of voices”, {bearing} a compass bearing in three digits, {grid} where he listens, in all such reports. (As “report”.)  */
NC_ ("speech", "I hear {size}, bearing {bearing} from {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{size} on {bearing}, heard from {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "From {grid}: bearing {bearing}, {size}.")

/* Translators: as above; among them is one that commands the others. (As “report”.)  */
NC_ ("speech", "I hear {size} and a Shepherd, bearing {bearing} from {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "One of them leads. {size}, {bearing} from {grid}.")

/* Translators: those that were on the move have stopped. (As “report”.)  */
NC_ ("speech", "They stopped. {size}, bearing {bearing} from {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No more steps: {size}, {bearing}, heard from {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Those on {bearing} fell silent. I am at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nothing on {bearing} any more, from {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I listened at {grid}. No voices.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}: I hear nobody awake.")

/* Translators: the desk behind the wall: the jammers are thin for a few minutes. (As “report”.)  */
NC_ ("speech", "Data are coming in again. It will not last.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We have a window: data and radar.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The window has closed. No more data.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Data are gone again.")

/* Translators: one heavy round of the enemy's guns fell; more will follow in half a minute. (As “report”.)  */
NC_ ("speech", "One heavy round at {grid}. They are ranging.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Single shell, {grid}. Somebody sees us.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Ranging round, {grid}.")

/* Translators: many heavy rounds fell at once. (As “report”.)  */
NC_ ("speech", "Shells on {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Heavy guns, {grid}, all of it!")

/* Translators: (As “report”.)  */
NC_ ("speech", "They are shelling {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Missiles away, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Salvo gone to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Fired. Watch {grid}.")

/* Translators: the desk behind the wall answers a request for the guns on the wall. (As “report”.)  */
NC_ ("speech", "Request for fire on {grid} refused.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No guns for {grid}. Refused.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The guns are not given. {grid} is refused.")

/* Translators: {minutes} is “four minutes”, in all reports. (As “report”.)  */
NC_ ("speech", "Fire on {grid} granted, {minutes}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Guns granted. {grid} in {minutes}.")

/* Translators: the guns are granted, but later than they should be. (As “report”.)  */
NC_ ("speech", "Fire on {grid} granted, delayed: {minutes}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Guns will be late. {grid} in {minutes}.")

/* Translators: the guns on the wall fire now; everyone near must take cover. (As “report”.)  */
NC_ ("speech", "The wall is firing on {grid}. Take cover.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Rounds from the wall, {grid}, now.")

/* Translators: a Scavenger, a machine without a pilot, sends short signals that the console puts into words. (As “report”.)  */
NC_ ("speech", "Loads on the way, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Supply run begun, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going for wrecks, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Salvage run begun, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "On the way to {unit}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going to get {unit}.")

/* Translators: begins to lay fire on a place, whoever is there. (As “report”.)  */
NC_ ("speech", "Laying fire on {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Suppressing, {grid}.")

/* Translators: has laid fire on a place for a while and stops. (As “report”.)  */
NC_ ("speech", "Fire on {grid} lifted.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Done suppressing {grid}.")

/* Translators: lies where one sees far and guards the others from there; {direction} is where it looks. (As “report”.)  */
NC_ ("speech", "On overwatch, {grid}, looking {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Down at {grid}. I have the ground to the {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We lie at {grid} and watch the {direction}.")

/* Translators: hidden at a place, not firing until the enemy is near. (As “report”.)  */
NC_ ("speech", "Hidden at {grid}. Holding fire.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Ambush is laid, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We lie still at {grid} and let them come.")

/* Translators: those who lay hidden open fire together on somebody at {grid}. (As “report”.)  */
NC_ ("speech", "Ambush sprung, {grid}!")

/* Translators: (As “report”.)  */
NC_ ("speech", "All guns, {grid}, now!")

/* Translators: (As “report”.)  */
NC_ ("speech", "They are close enough. Firing on {grid}.")

/* Translators: a platoon that was scattered stands together again. (As “report”.)  */
NC_ ("speech", "All here, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We are together again at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Everyone is with me, {grid}.")

/* Translators: a leader who was given a free hand goes with his platoon to meet the enemy. (As “report”.)  */
NC_ ("speech", "Taking mine to {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We go to {grid}, my decision.")

/* Translators: the pilot of a machine that was filled up. (As “report”.)  */
NC_ ("speech", "Filled up: {rounds}, energy {percent}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Loaded again. {rounds}, {percent} in the cells.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Belly's full, {rounds} and {percent}.")

/* Translators: the same of one whose machine was patched up as well. (As “report”.)  */
NC_ ("speech", "Patched up and filled: {rounds}, energy {percent}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "It runs again. {rounds}, {percent} in the cells.")

/* Translators: (As “report”.)  */
NC_ ("speech", "New parts in, {rounds} and {percent}.")

/* Translators: {loads} is “five loads”, in all reports: what a Scavenger still carries. (As “report”.)  */
NC_ ("speech", "Supply done, {loads} left.")

/* Translators: (As “report”.)  */
NC_ ("speech", "All served. {loads} aboard.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No loads left.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Empty, nothing more to hand out.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{loads}, energy {percent}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Carrying {loads}, {percent} in the cells.")

/* Translators: the captain sends a Scavenger without being told. (As “report”.)  */
NC_ ("speech", "{platoon} is nearly dry, I'm sending them a Scavenger.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Scavenger to {platoon}, they have nothing left.")

/* Translators: {unit} is whose machine it was. (As “report”.)  */
NC_ ("speech", "Wreck of {unit} stripped, {loads} aboard.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Took what was left of {unit}'s machine, {loads}.")

/* Translators: the pilot of that call sign has been picked up. (As “report”.)  */
NC_ ("speech", "Have {unit} aboard.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{unit} is with me.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Picked up {unit}. Leaving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Too late for {unit}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'm with {unit}. There is nobody to bring back.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{unit} is home.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Brought {unit} in.")

/* Translators: a pilot goes unasked for a comrade of his platoon. (As “report”.)  */
NC_ ("speech", "I'm getting {unit} out of there.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Going back for {unit}.")

/* Translators: the speaker's machine is lost, he is hurt. (As “report”.)  */
NC_ ("speech", "I'm down, and hurt. Can walk a bit.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Out of the machine. I'm bleeding.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Down. It got me too, not all of me.")

/* Translators: on foot, and the enemy searches near by. (As “report”.)  */
NC_ ("speech", "They're walking past me. Hurry.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Still here. They are close now.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They're on top of us!")

/* Translators: (As “report”.)  */
NC_ ("speech", "Overrun, they're everywhere!")

/* Translators: (As “report”.)  */
NC_ ("speech", "They are in among us!")

/* Translators: hard driving has worn the legs of the speaker's machine. (As “report”.)  */
NC_ ("speech", "My legs are worn. I cannot drive like this for long.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Undercarriage is wearing out, I'm getting slower.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Driven too hard. The legs are going.")

/* Translators: a pilot objects to an order, says why, and what he would do instead. (As “report”.)  */
NC_ ("speech", "Negative, {cause}. I'd stay where I am.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No, {cause}. Let me hold here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I won't do that, {cause}. Holding here is better, if you ask me.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Negative, {cause}. Carefully, I'd go.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not like that, {cause}. Let me go carefully.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Negative, {cause}. I'd go by {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not straight in, {cause}. Let me go round by {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Negative, {cause}. When it is quieter.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not now, {cause}. I'll go when there is a lull, if you let me.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I will not.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Find somebody else for that. I won't.")

/* Translators: those of whom the handler had warned have come. (As “report”.)  */
NC_ ("speech", "You were right, here they are.")

/* Translators: (As “report”.)  */
NC_ ("speech", "They came, as you said.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Just as you told us. Thanks for that.")

/* Translators: the handler had warned of somebody, and nobody came. (As “report”.)  */
NC_ ("speech", "Nobody came.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Still nobody here. We turned for nothing.")

/* Translators: the help that the handler had promised has come. (As “report”.)  */
NC_ ("speech", "You kept your word.")

/* Translators: (As “report”.)  */
NC_ ("speech", "It came, as promised.")

/* Translators: the help that the handler had promised has not come in time. (As “report”.)  */
NC_ ("speech", "Nothing came.")

/* Translators: (As “report”.)  */
NC_ ("speech", "You promised. Nothing came.")

/* Translators: the captain will take the handler off the link for her own good; {seconds} is “ten seconds”. (As “report”.)  */
NC_ ("speech", "Handler One, that's enough. I cut you off in {seconds}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "You hear too much. The link goes in {seconds}.")

/* Translators: it can not be done, and no reason is given: short words were ordered. (As “report”.)  */
NC_ ("speech", "Cannot.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Not possible.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'm worn out, my hands shake.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Can't keep this up much longer.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I see things twice. I need to rest.")

/* Translators: the speaker is hurt and fights on. (As “report”.)  */
NC_ ("speech", "I'm hurt, I can go on.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Took a splinter. Still driving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "It got me in the arm, nothing that stops me.")

/* Translators: the speaker is badly hurt and fights on. (As “report”.)  */
NC_ ("speech", "I'm hurt badly.")

/* Translators: (As “report”.)  */
NC_ ("speech", "There's a lot of blood in here.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I won't last long like this, I can hardly hold the stick.")

/* Translators: first sight of enemies, far off; the speaker may be wrong about what and how many they are, and says so. (As “report”.)  */
NC_ ("speech", "Contact, {grid}. {contact}, I think.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} at {grid}, not sure yet.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Could be {contact}, {grid}. Don't hold me to it.")

/* Translators: the speaker takes back what he said of these enemies and says what they are. (As “report”.)  */
NC_ ("speech", "Correction: {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I was wrong. That is {contact} at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Correction, I see better now: {contact}, {grid}.")

/* Translators: enemies that he had lost from sight and sees again. (As “report”.)  */
NC_ ("speech", "{contact} in sight again, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Back in sight: {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid}, I have {contact} again.")

/* Translators: of all enemies that the platoon saw it sees nobody any more; {grid} is where it saw the last. (As “report”.)  */
NC_ ("speech", "Nobody in sight any more, last at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Lost sight of all of them, {grid} was the last.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We see none of them now, last ones at {grid}.")

/* Translators: an order was given to several platoons; one of the others has heard it too. (As “report”.)  */
NC_ ("speech", "{platoon}, copy.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{platoon} too.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Heard, {platoon}.")

/* Translators: a pilot who trusts the handler does what he is told and says what speaks against it; {cause} is a clause such as “there are too many of them”. (As “report”.)  */
NC_ ("speech", "It's a risk, {cause}. I take it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "You should know, {cause}. Going all the same.")

/* Translators: (As “report”.)  */
NC_ ("speech", "This may go wrong, {cause}. We'll try.")

/* Translators: he does it, but says what he would do instead, and why. (As “report”.)  */
NC_ ("speech", "If you ask me, I'd stay here, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'd hold, {cause}. Your word counts.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Advice: hold here, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If you ask me, carefully, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'd go slowly, {cause}. Your word counts.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Advice: carefully, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If you ask me, by {grid}, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'd go round by {grid}, {cause}. Your word counts.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Advice: by {grid}, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "If you ask me, later, {cause}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "I'd wait for a lull, {cause}. Your word counts.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Advice: not yet, {cause}.")

/* Translators: the desk answers a request for one round of the guns on the wall that looks instead of bursting. (As “report”.)  */
NC_ ("speech", "No look at {grid}. Refused.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Request for a look at {grid} refused.")

/* Translators: (As “report”.)  */
NC_ ("speech", "No look. The wall has no rounds left for you.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Refused. There are no rounds left for you.")

/* Translators: (As “report”.)  */
NC_ ("speech", "A look at {grid} granted, {minutes}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "One round to look at {grid}, in {minutes}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "A look at {grid} granted, delayed: {minutes}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The look will be late. {grid} in {minutes}.")

/* Translators: the round that looks is over {grid} now. (As “report”.)  */
NC_ ("speech", "Round over {grid}. Picture follows.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The round is over {grid} and looks.")

/* Translators: the desk tells what the round shows. (As “report”.)  */
NC_ ("speech", "The round shows {contact}, {grid}, halted.")

/* Translators: (As “report”.)  */
NC_ ("speech", "From above: {contact} at {grid}, not moving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The round shows {contact}, {grid}, heading {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "From above: {contact} at {grid}, going {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "The round shows nobody at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "From above nothing is to be seen at {grid}.")

/* Translators: the round was a dud, or was shot down: nobody knows. (As “report”.)  */
NC_ ("speech", "No picture of {grid}. The round is lost.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Nothing came from the round at {grid}.")

/* Translators: others have taken over the place that he held. (As “report”.)  */
NC_ ("speech", "Relieved at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We are relieved, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{grid} is theirs now. Relieved.")

/* Translators: news of enemies that were told of before, about as many as then; {type} is what they are without a number, “dragoons”, or “dragoon” of a single one. (As “report”.)  */
NC_ ("speech", "{type} still moving, {grid}, going {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Same {type}, now at {grid}, going {direction}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{type} on the move, {grid}, heading {direction}.")

/* Translators: the same, of enemies that stand still. (As “report”.)  */
NC_ ("speech", "{type} at {grid}, not moving.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Same {type}, halted at {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{type} standing, {grid}.")

/* Translators: another platoon has just told of them. (As “report”.)  */
NC_ ("speech", "I have them too. {contact}, {grid}.")

/* Translators: (As “report”.)  */
NC_ ("speech", "{contact} at {grid}, we see them too.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Confirmed, {contact} at {grid}.")

/* Translators: the captain, when the battle has ended and the task is done, or part of it. (As “report”.)  */
NC_ ("speech", "That's all. It's over, Handler One.")

/* Translators: (As “report”.)  */
NC_ ("speech", "It's over. We're coming in.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That was the last of it. Everybody, form up. We're going home.")

/* Translators: the captain, when the battle has ended and was lost. (As “report”.)  */
NC_ ("speech", "It's over. We didn't hold it.")

/* Translators: (As “report”.)  */
NC_ ("speech", "That's the end of it, Handler One. Not the one we wanted.")

/* Translators: (As “report”.)  */
NC_ ("speech", "We've lost this one. Whoever can still walk, come to me.")

/* Translators: the operator desk, when the battle has ended and no captain is left to say so. (As “report”.)  */
NC_ ("speech", "The action has ended. The line stays open.")

/* Translators: (As “report”.)  */
NC_ ("speech", "Handler One, the action has ended. Your log is closed.")

/* Translators: stands in a report where a grid reference would. (As “report”.)  */
NC_ ("speech", "off the map")

/* Translators: a pilot repeats what he said before; {age} is “forty seconds” or “three minutes”, {words} what he said: “I say again, as of forty seconds ago: We are ready.” (As “report”.)  */
NC_ ("speech", "I say again, as of {age} ago: {words}")

/* Translators: a pilot passes on the words of a comrade: “From Falke: hit, legs.”. (As “report”.)  */
NC_ ("speech", "From {unit}: {words}")

NPC_ ("speech", "{count} unknown",
  "{count} unknowns")

NPC_ ("speech", "{count} round",
  "{count} rounds")

NPC_ ("speech", "{count} machine",
  "{count} machines")

NPC_ ("speech", "{count} minute",
  "{count} minutes")

NPC_ ("speech", "{count} second",
  "{count} seconds")

NPC_ ("speech", "{count} load",
  "{count} loads")

/* Translators: a pilot gives a reason over the radio, after a comma or colon. (As “spoken-cause”.)  */
NC_ ("speech", "don't ask")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "too much talk on the net")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "only just heard you")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "telling the others")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "taking fire")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "still shooting")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "still on the move")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "turning everyone round")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "let me think about that")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "sorting out who leads")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "that would kill us")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "there is no way through")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "nothing left to fire")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "the legs are gone")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "the cells are empty")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "nobody there")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "the machine is gone")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "there is no voice for my ears")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "I don't carry what it takes")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "it is out of reach")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "they won't give us the guns")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "we are not together yet")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "I can hardly see straight")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "nothing left to hand out")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "nobody there needs it")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "too late")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "they won't stand still")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "the link was cut")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "I have not said anything")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "waiting for your mark")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "we have nothing for that mark")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "there are too many of them")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "we need a moment")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "I'm hurt")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "I've next to nothing to fire")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "I haven't said no to anything")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "you promised that already")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "it never came")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "nobody there is on the link")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "it is not time yet")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "the wall has no rounds left")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "the round showed nothing")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "we are relieved")

/* Translators: (As “spoken-cause”.)  */
NC_ ("speech", "that pilot is still in the machine, and we can't tow it")

/* Translators: a part of the machine in a pilot's words: “I'm hit, the legs!” (As “spoken-part”.)  */
NC_ ("speech", "the legs")

/* Translators: (As “spoken-part”.)  */
NC_ ("speech", "the gun")

/* Translators: (As “spoken-part”.)  */
NC_ ("speech", "the sensors")

/* Translators: (As “spoken-part”.)  */
NC_ ("speech", "the power")

/* Translators: (As “spoken-part”.)  */
NC_ ("speech", "the cockpit")

/* Translators: (As “direction”.)  */
NC_ ("speech", "north")

/* Translators: (As “direction”.)  */
NC_ ("speech", "north-east")

/* Translators: (As “direction”.)  */
NC_ ("speech", "east")

/* Translators: (As “direction”.)  */
NC_ ("speech", "south-east")

/* Translators: (As “direction”.)  */
NC_ ("speech", "south")

/* Translators: (As “direction”.)  */
NC_ ("speech", "south-west")

/* Translators: (As “direction”.)  */
NC_ ("speech", "west")

/* Translators: (As “direction”.)  */
NC_ ("speech", "north-west")

/* Translators: how many enemies are heard together: up to ten, up to forty, more.  The first is for a number that was not told. (As “size”.)  */
NC_ ("speech", "voices")

/* Translators: (As “size”.)  */
NC_ ("speech", "few voices")

/* Translators: (As “size”.)  */
NC_ ("speech", "a group of voices")

/* Translators: (As “size”.)  */
NC_ ("speech", "very many voices")

/* Translators: numbers as they are counted. (As “number”.)  */
NC_ ("speech", "zero")

/* Translators: (As “number”.)  */
NC_ ("speech", "one")

/* Translators: (As “number”.)  */
NC_ ("speech", "two")

/* Translators: (As “number”.)  */
NC_ ("speech", "three")

/* Translators: (As “number”.)  */
NC_ ("speech", "four")

/* Translators: (As “number”.)  */
NC_ ("speech", "five")

/* Translators: (As “number”.)  */
NC_ ("speech", "six")

/* Translators: (As “number”.)  */
NC_ ("speech", "seven")

/* Translators: (As “number”.)  */
NC_ ("speech", "eight")

/* Translators: (As “number”.)  */
NC_ ("speech", "nine")

/* Translators: (As “number”.)  */
NC_ ("speech", "ten")

/* Translators: (As “number”.)  */
NC_ ("speech", "eleven")

/* Translators: (As “number”.)  */
NC_ ("speech", "twelve")

/* Translators: (As “number”.)  */
NC_ ("speech", "thirteen")

/* Translators: (As “number”.)  */
NC_ ("speech", "fourteen")

/* Translators: (As “number”.)  */
NC_ ("speech", "fifteen")

/* Translators: (As “number”.)  */
NC_ ("speech", "sixteen")

/* Translators: (As “number”.)  */
NC_ ("speech", "seventeen")

/* Translators: (As “number”.)  */
NC_ ("speech", "eighteen")

/* Translators: (As “number”.)  */
NC_ ("speech", "nineteen")

/* Translators: (As “number”.)  */
NC_ ("speech", "twenty")

/* Translators: (As “number”.)  */
NC_ ("speech", "thirty")

/* Translators: (As “number”.)  */
NC_ ("speech", "forty")

/* Translators: (As “number”.)  */
NC_ ("speech", "fifty")

/* Translators: (As “number”.)  */
NC_ ("speech", "sixty")

/* Translators: (As “number”.)  */
NC_ ("speech", "seventy")

/* Translators: (As “number”.)  */
NC_ ("speech", "eighty")

/* Translators: (As “number”.)  */
NC_ ("speech", "ninety")

/* Translators: (As “number”.)  */
NC_ ("speech", "one hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "two hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "three hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "four hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "five hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "six hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "seven hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "eight hundred")

/* Translators: (As “number”.)  */
NC_ ("speech", "nine hundred")

/* Translators: a number between twenty-one and ninety-nine. (As “number”.)  */
NC_ ("speech", "{tens}-{units}")

/* Translators: a number between 101 and 999: “two hundred and four”. (As “number”.)  */
NC_ ("speech", "{hundreds} and {rest}")

/* Translators: all but the last two things of a list: “Falke, Fafnir” in “Falke, Fafnir and Griffin”. (As “list”.)  */
NC_ ("speech", "{list}, {item}")

/* Translators: the end of a list. (As “list”.)  */
NC_ ("speech", "{list} and {item}")

/* Translators: a pilot repeats an order over the radio, as short as possible.  {target} is a grid reference, a place, a comrade's call sign or an enemy's track number. (As “read-back”.)  */
NC_ ("speech", "Moving to {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Moving")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Scouting {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Scouting")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Attacking {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Attacking")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Holding at {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Holding here")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Falling back to {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Falling back")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Ceasing fire")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Report follows")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Last order cancelled")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Listening")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Fire on {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Fire")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Resupplying {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Going to resupply")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Recovering {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Recovering wrecks")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Going for {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Suppressing {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Suppressing")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "On overwatch at {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "On overwatch here")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Lying in wait at {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Lying in wait")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Regrouping at {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Regrouping")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Following {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Following")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Free hand, our call")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "I say again")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Mark {number}")

/* Translators: was told of an enemy whom he can not see yet. (As “read-back”.)  */
NC_ ("speech", "Watching for {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Watching")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "On your word")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "As I was, then")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Copied")

/* Translators: the guns on the wall are asked for one round that looks instead of bursting. (As “read-back”.)  */
NC_ ("speech", "A look at {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "A look")

/* Translators: he may fire again, after he was told to cease fire. (As “read-back”.)  */
NC_ ("speech", "Weapons free")

/* Translators: not said on the air: her own switch, to the radio net of {target}. (As “read-back”.)  */
NC_ ("speech", "Listening in to {target}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "No longer listening in")

/* Translators: was promised help; {minutes} is “five minutes”. (As “read-back”.)  */
NC_ ("speech", "Resupply in {minutes}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Support in {minutes}")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Relief in {minutes}")

/* Translators: a pilot repeats who is to be on the link from now on. (As “read-back”.)  */
NC_ ("speech", "All on the link")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Leaders on the link")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "On the link")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "Leaving the link")

/* Translators: at the end of a read-back: the manner of moving, the time of beginning. (As “read-back”.) – at the end of an order: the manner of moving, the time of beginning. (As “order on the air”.)  */
NC_ ("speech", "fast")

/* Translators: (As “read-back”.)  */
NC_ ("speech", "carefully")

/* Translators: (As “read-back”.) – (As “order on the air”.)  */
NC_ ("speech", "hidden")

/* Translators: (As “read-back”.) – (As “order on the air”.)  */
NC_ ("speech", "at once")

/* Translators: (As “read-back”.) – (As “order on the air”.)  */
NC_ ("speech", "when ready")

/* Translators: {track} is “track seven”, {grid} “golf zero four”. (As “read-back”.)  */
NC_ ("speech", "{track} in {grid}")

/* Translators: by way of these points. (As “read-back”.)  */
NC_ ("speech", "via {points}")

/* Translators: where an enemy comes from. (As “read-back”.) – where an enemy comes from; {direction} is “north-east” or a bearing such as “zero six seven”. (As “order on the air”.)  */
NC_ ("speech", "from {direction}")

/* Translators: (As “read-back”.) – {direction} is “north-east” or a bearing such as “zero six seven”. (As “order on the air”.)  */
NC_ ("speech", "facing {direction}")

/* Translators: a read-back and what is added to it: “Moving to Point 304, fast”. (As “read-back”.) – an order and what is added to it: “move to Point 304, fast”. (As “order on the air”.)  */
NC_ ("speech", "{action}, {clause}")

/* Translators: at the end of a read-back: it will be begun when the handler says “mark two”. (As “read-back”.) – at the end of an order: begin when the handler says “mark two”. (As “order on the air”.)  */
NC_ ("speech", "on mark {number}")

/* Translators: at the end of a read-back: it will be begun after that time; {minutes} is “five minutes”. (As “read-back”.) – at the end of an order: begin after that time; {minutes} is “five minutes”. (As “order on the air”.)  */
NC_ ("speech", "in {minutes}")

/* Translators: a read-back with the way: “Moving to Point 304 via golf zero eight”. (As “read-back”.)  */
NC_ ("speech", "{action} {via}")

/* Translators: at the end of the read-back of a warning: she is not sure of it. (As “read-back”.) – at the end of a warning: she is not sure of it. (As “order on the air”.)  */
NC_ ("speech", "possible")

/* Translators: at the end of a read-back: he stays there until others take over. (As “read-back”.) – at the end of an order: stay there until others take over. (As “order on the air”.)  */
NC_ ("speech", "until relieved")

/* Translators: what the handler orders over the radio; her call comes before it: “Wehrwolf, move to golf zero four”.  {target} is a grid reference, a place, a comrade's call sign or the number of an enemy's track. (As “order on the air”.)  */
NC_ ("speech", "move to {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "scout to {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "attack {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "hold at {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "hold")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "fall back to {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "cease fire")

/* Translators: an order to report something certain. (As “order on the air”.)  */
NC_ ("speech", "report")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "cancel")

/* Translators: to the one pilot who hears the enemy's voices: hold still and listen. (As “order on the air”.)  */
NC_ ("speech", "listen")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "fire on {target}")

/* Translators: to the guns on the wall: one round that looks instead of bursting. (As “order on the air”.)  */
NC_ ("speech", "look at {target}")

/* Translators: takes back “cease fire”. (As “order on the air”.)  */
NC_ ("speech", "weapons free")

/* Translators: {target} is a comrade's call sign, a platoon or a place: fill up its ammunition and energy; without one, whoever needs it. (As “order on the air”.)  */
NC_ ("speech", "resupply {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "resupply")

/* Translators: take what is of use from wrecks; {target} is a machine or a place. (As “order on the air”.)  */
NC_ ("speech", "recover {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "recover")

/* Translators: fetch a pilot whose machine is lost. (As “order on the air”.)  */
NC_ ("speech", "rescue {target}")

/* Translators: keep firing at a place, whoever is there, so that nobody there can move or aim. (As “order on the air”.)  */
NC_ ("speech", "suppress {target}")

/* Translators: lie down where one sees far, stay there and fire on what comes near friends. (As “order on the air”.)  */
NC_ ("speech", "overwatch at {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "overwatch")

/* Translators: hide near the place and fire only when the enemy is near, all together. (As “order on the air”.)  */
NC_ ("speech", "ambush at {target}")

/* Translators: come together at your leader, or at {target}: a comrade, a platoon or a place. (As “order on the air”.)  */
NC_ ("speech", "regroup at {target}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "regroup")

/* Translators: keep behind {target}, a comrade or a platoon, and go where it goes. (As “order on the air”.)  */
NC_ ("speech", "follow {target}")

/* Translators: do as you think best until you hear another order. (As “order on the air”.)  */
NC_ ("speech", "free hand")

/* Translators: repeat what you said last. (As “order on the air”.)  */
NC_ ("speech", "say again")

/* Translators: the moment for orders that were prepared; {number} is one of nine marks. (As “order on the air”.)  */
NC_ ("speech", "mark {number}")

/* Translators: the handler tells of an enemy whom they can not see yet. (As “order on the air”.)  */
NC_ ("speech", "expect {target}")

/* Translators: where they come from follows. (As “order on the air”.)  */
NC_ ("speech", "expect")

/* Translators: the answer to a pilot who has refused an order: he shall do it all the same. (As “order on the air”.)  */
NC_ ("speech", "insist")

/* Translators: the answer to a pilot who has refused an order: he need not do it. (As “order on the air”.)  */
NC_ ("speech", "drop")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "listen in to {target}")

/* Translators: she hears a platoon's own radio net no more. (As “order on the air”.)  */
NC_ ("speech", "listen in off")

/* Translators: the handler promises help; {minutes} is “five minutes”. (As “order on the air”.)  */
NC_ ("speech", "promise resupply within {minutes}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "promise support within {minutes}")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "promise relief within {minutes}")

/* Translators: a rule for the radio net: all may speak. (As “order on the air”.)  */
NC_ ("speech", "net open")

/* Translators: a rule for the radio net: no talk, short reports. (As “order on the air”.)  */
NC_ ("speech", "net short")

/* Translators: a rule for the radio net: emergencies only. (As “order on the air”.)  */
NC_ ("speech", "net quiet")

/* Translators: everyone shall be on the link. (As “order on the air”.)  */
NC_ ("speech", "sync all")

/* Translators: only one of each platoon shall be on the link. (As “order on the air”.)  */
NC_ ("speech", "sync leaders")

/* Translators: those who are called shall be on the link, or off it. (As “order on the air”.)  */
NC_ ("speech", "sync on")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "sync off")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "report position")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "report ammunition")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "report damage")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "report contact")

/* Translators: (As “order on the air”.)  */
NC_ ("speech", "careful")

/* Translators: points of a way in the order they are passed. (As “order on the air”.)  */
NC_ ("speech", "{points} and {point}")

/* Translators: an order with its way: “move to Point 304 via golf zero eight”. (As “order on the air”.)  */
NC_ ("speech", "{action} via {points}")

/* Translators: who is called, and what they shall do: “Wehrwolf, hold”. (As “order on the air”.)  */
NC_ ("speech", "{who}, {action}")

/* Translators: the name of a platoon on the radio. (As “addressee”.)  */
NC_ ("speech", "First Platoon")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "Second Platoon")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "Third Platoon")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "Fourth Platoon")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "Fifth Platoon")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "Sixth Platoon")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "Seventh Platoon")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "Eighth Platoon")

/* Translators: unarmed machines that bring ammunition; the name of all of them. (As “addressee”.) – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Scavengers")

/* Translators: the guns on the wall are called. (As “addressee”.)  */
NC_ ("speech", "Interceptors")

/* Translators: everyone is called at once. (As “addressee”.)  */
NC_ ("speech", "All units")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "the guns on the wall")

/* Translators: (As “addressee”.)  */
NC_ ("speech", "all units")

/* Translators: a square whose name could be taken for the number of a track: “grid T07”. (As “target”.)  */
NC_ ("speech", "grid {square}")

/* Translators: what the console has put on the map of an enemy, by its number: “track seven”. (As “target”.)  */
NC_ ("speech", "track {number}")

/* Translators: a ninth of a square, said over the radio: “golf zero four keypad seven”.  The keypad is that of a telephone turned over. (As “target”.)  */
NC_ ("speech", "{square} keypad {key}")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Candle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Wick")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Taper")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Tallow")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Lamplight")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Moth")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Firefly")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Ember")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Hedgehog")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Squirrel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Vole")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Shrew")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Dormouse")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Harvest")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Weasel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Stoat")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Polecat")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Ferret")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Leveret")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Coney")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Marten")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Badger")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Otter")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Mole")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Avens")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Betony")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Bryony")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Campion")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Clover")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Comfrey")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Cowslip")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Daisy")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Fennel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Foxglove")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Gentian")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Harebell")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Hemlock")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Henbane")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Iris")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Larkspur")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Lupin")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Mallow")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Marigold")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Mullein")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Myrtle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Nettle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Orchis")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Pansy")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Poppy")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Primrose")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sorrel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Speedwell")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Spurge")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Tansy")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Teasel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Thistle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Thyme")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Trefoil")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Valerian")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Vetch")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Violet")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Yarrow")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Bramble")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Catkin")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Dogwood")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Elder")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Gorse")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Hawthorn")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Heather")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Holly")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Hornbeam")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Ivy")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Juniper")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Laurel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Linden")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Rowan")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sedge")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sloe")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Spindle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Tamarisk")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Willow")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Woodruff")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Wormwood")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Yew")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sundial")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Gnomon")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Shadow")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Quarter")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Compass")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Needle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Lodestone")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Rose")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sextant")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Mirror")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Horizon")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Vernier")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Ferryman")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Towpath")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Bollard")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Lantern")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Anchor")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sickle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Mallet")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Harrier")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Pebble")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Tinder")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Falchion")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Wren")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Acorn")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Hob")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Linnet")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Quarrel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Teal")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Siskin")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Dunlin")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Curlew")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Merlin")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Osprey")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Alder")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Drummer")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Fiddle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Cymbal")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Piper")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Chaplain")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sexton")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Verger")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Beadle")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Locksmith")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Tinker")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Cooper")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Glazier")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Kestrel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Heron")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Plover")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Magpie")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Undertaker")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Helianthus")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Falke")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Fafnir")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Wehrwolf")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Manticore")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Griffin")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Walpurgis")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Laughing Fox")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "March Hare")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Artemis")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Kirschblüte")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Sirius")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Leukosia")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Gunmetal Storm")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Black Dog")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Snow Witch")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "La Bête")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Dendroaspis")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Gunslinger")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Burnt Tail")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Gladiator")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Argos")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Barrow")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Satchel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Panner")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Trug")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Jackdaw")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Fido")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Scavenger Two")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Scavenger Three")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "The Pump House")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Sluice Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Heron Hummock")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Alder Hummock")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Old Embankment")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Signal Box")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Dyke Road")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "The Causeway")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Eel Cut")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "North Sluice")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("speech", "Depot")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Coldbrook")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Roundel Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Stone Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Mill Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "High Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "The Long Holt")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "The Sheep Walk")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Quarry Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "East Cross")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Tithe Barn")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Beech Knoll")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Thorn Knoll")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Mill Lane")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Whitmarsh")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill). – Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Mill Heights")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill). – Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Abbey Heights")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Windmill Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Weir Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Cooper's Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "The Long Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Abbey Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Moor Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Milltown")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "The Abbey")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "North Halt")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "The Rookery")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "King's Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Lateral Road")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Telegraph Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Lineman's House")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Plank Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Otter Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "The Shallows")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Fir Belt")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Gorse Moor")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Old Observatory")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Drover's Gap")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "The Sheepfold")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Chalk Pit")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Nether Lea")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Bracken Edge")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "The Narrows")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Gatefield")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("speech", "Wall Gate")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Ridge Path")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Shepherd's Stair")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Cairn Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Beacon Fell")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Road Chapel")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "The Halfway Inn")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Slate Quarry")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Upper Mill")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Kilnhouse")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Malt Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Osier Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Chalk Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Alder Carr")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Gorse Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Drying Sheds")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("speech", "Brickworks")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Middle Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Lower Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Upper Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Point 12")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Alder Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Mill Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Harrow")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Beacon Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Sheep Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Lantern Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Long Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "East Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Mill Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "West Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Cold Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "The Quarry")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Point 88")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Marlow")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Tannery Row")

/* Translators: Name of a place on the map, said over the radio too (its kind: objective).  */
NC_ ("speech", "The Market")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "The Station")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "South Gate")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "The Kiln")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Salt Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "The Orchards")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Crow Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Lark Rise")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Toll House")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Drowned Meadow")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Sedge Mill")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "West Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Gallows Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "North Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Ried")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Sorn")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Hasel")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Moorhof")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Weiler")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("speech", "Ried Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Krähenholz")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Rauwald")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Sornholz")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "Birkicht")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Point 271")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Point 304")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Galgenberg")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Point 118")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Point 204")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("speech", "Camp")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "walker")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "scout")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "dragoon")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "tank")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "jammer swarm")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "heavy tank")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "ambusher")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "anti-air machine")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "control machine")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "recoverer")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "howitzer")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "self-propelled mine")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Scavenger")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "walkers")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "scouts")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "dragoons")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "tanks")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "jammer swarms")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "heavy tanks")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "ambushers")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "anti-air machines")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "control machines")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "recoverers")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "howitzers")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "self-propelled mines")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Juggernaut")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Ameise")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Grauwolf")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Löwe")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Eintagsfliege swarm")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Dinosauria")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Stier")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Stachelschwein")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Rabe")

/* Translators: A kind of machine: one of it, as in “one scout”. – A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Tausendfüßler")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Juggernauts")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Eintagsfliege swarms")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Cover the pumping crews")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep the Causeway open")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Bring them through")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep Coldbrook")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Silence the guns")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep Whitmarsh")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep the line on Telegraph Hill")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Bring the watch home")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Be late at Bracken Edge")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Be late at the Narrows")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Be late at Gatefield")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Through the gate")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep Malt Bridge")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep Osier Ford")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep Chalk Ford")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Watch the fords")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Everyone home")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Hold the crossroads at Harrow")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Break the column")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep the South Gate shut")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Leave by the Kiln")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Hold the ford")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Hold the road at Ried")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Keep the road closed")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Bring them back")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. The crews have started the first pump.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The second pump runs. The crews ask how long they have.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The listening post at Reed End has heard steps for a minute now. Many.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The crews are leaving by the Causeway. Keep it open until they are over.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The crews report the Causeway shut. They stay where they are, and so do you.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. Coldbrook took four shells before dawn, one at a time.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The flash watchers put the guns at Quarry Farm or at East Cross. They do not agree.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The water column is in Coldbrook, the first hose is in the well.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "A new column has left the railway and goes for the middle.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Half of the tanks are full. The pump holds.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The flash watchers see nothing any more. Well done, whoever went.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Fewer flashes behind the hill.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours, all sixty of it.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The railway watch counts a second wave, the heavy one, and will not say where it turns off.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "A third wave is on the road. There is no fourth on any map we have.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Mill Heights is theirs. Whitmarsh's west door is open.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Abbey Heights is theirs. Whitmarsh's east door is open.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The hospital has beds for ten more. It says so once.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Five minutes more and the trains are gone.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. The swarm has risen; six minutes, give or take.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The sky over the Observatory is grey. From now on believe words, not lamps.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The repeater at Stone Bank counted another column before it went silent.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The sector speaks because your hill does. Half of the time is done.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The ring is closed. Whoever is outside finds his own way.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. The end of the column has passed Bracken Edge on foot.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The column's end is at the Narrows. They ask whether you are still there.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The column's end has passed the inn. Something heavy is on the road behind you.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The gate watch has counted. It will wait for three as it would for five.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The column is through. Come in.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The column is through, barely. Come in while there is a gate.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. The Scavengers are at the Brickworks, with the last loads there are.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The ridge post hears engines again, far to the north.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Engines again. More of them than before.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The last carts are loading.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Half of the carts are over the southern road.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Handler One, this is the desk. You have five machines on the line, all synced. Movement is reported east of the river.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Desk to Handler One. A swarm is coming over the fords. Data will go.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Desk to Handler One. That is all for today. Bring everyone to the Depot.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. The swarm drifts south.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The column on the northern road has passed the frontier stones.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Two minutes more.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. The column left Hollow Farm ten minutes ago.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "A second column has passed the Toll House stones, or soon will.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Headquarters hears that the column is in disorder. The second one has been told to hurry.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Headquarters notes your losses. The gate must stay shut.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The relief is nearly through. Be ready to leave by the Kiln.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The relief is through. Marlow is yours to leave. Go by the Kiln.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The gate is open. The relief goes round by the hills. Get your people out by the Kiln.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The drill has begun. Scouts are reported north of the river.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "One minute left.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Spearhead is on the link. Twenty-one synced. The line is yours.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Frontier radar has scouts on Route 12, east of Sorn. It has nothing else.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Radar is blind over the Lerne. We have only what you tell us.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Five minutes more. Then they may come home.")
