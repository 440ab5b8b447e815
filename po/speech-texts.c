/* Made by po/extract-texts, for xgettext alone: never compiled.  A test compares.  */

/* Translators: an unknown number of enemy machines of a type.  */
NC_ ("speech", "several {type}")

/* Translators: a number and a type of enemy machine: “four Grauwolf”.  */
NC_ ("speech", "{count} {type}")

NC_ ("speech", "no rounds")

NC_ ("speech", "no machines")

/* Translators: a share, in words (“nine per cent”) or in figures (“9 %”).  */
NC_ ("speech", "{count} %")

NC_ ("speech", "{count} per cent")

/* Translators: {order} is a whole order, as the handler says it.  */
NC_ ("speech", "{order}.")

/* Translators: {read_back} is a whole read-back, such as “Moving to golf zero four”.  */
NC_ ("speech", "{read_back}.")

NC_ ("speech", "Copy. {read_back}.")

NC_ ("speech", "{read_back}, understood.")

/* Translators: a pilot refuses an order; {cause} is a clause such as “that would kill us”.  */
NC_ ("speech", "Negative, {cause}.")

NC_ ("speech", "I won't do that, {cause}.")

NC_ ("speech", "No. Not this one: {cause}.")

/* Translators: a pilot can not begin yet; {cause} is a clause such as “taking fire”.  */
NC_ ("speech", "Not yet, {cause}.")

NC_ ("speech", "Wait one, {cause}.")

NC_ ("speech", "Give me a moment, {cause}.")

/* Translators: {grid} is a grid reference, in all reports.  */
NC_ ("speech", "On the way to {grid}.")

NC_ ("speech", "Moving out, {grid}.")

NC_ ("speech", "Legs are going, {grid} next.")

NC_ ("speech", "Going in at {grid}.")

NC_ ("speech", "Starting on {grid} now.")

NC_ ("speech", "Our fire on {grid}.")

NC_ ("speech", "Breaking off, back to {grid}.")

NC_ ("speech", "We are leaving for {grid}.")

NC_ ("speech", "Walking backwards to {grid}.")

NC_ ("speech", "Set at {grid}.")

NC_ ("speech", "We have reached {grid}.")

NC_ ("speech", "This is {grid}, we are ready.")

/* Translators: an order had to be given up; {cause} is a clause such as “legs are gone”.  */
NC_ ("speech", "Can't do it, {cause}.")

NC_ ("speech", "No good, {cause}.")

NC_ ("speech", "That's as far as it goes, {cause}.")

/* Translators: first sight of enemies that stand still; {contact} is “four Grauwolf”, in all reports.  */
NC_ ("speech", "Contact, {contact}, {grid}, halted.")

NC_ ("speech", "I see {contact} at {grid}, not moving.")

NC_ ("speech", "{contact} in {grid}, just standing there.")

/* Translators: first sight of enemies on the move; {direction} is “north-east”, in all reports.  */
NC_ ("speech", "Contact, {contact}, {grid}, heading {direction}.")

NC_ ("speech", "{contact} at {grid}, going {direction}.")

NC_ ("speech", "Enemy in sight. {contact}, {grid}, moving {direction}.")

/* Translators: only the trembling of the ground is felt.  */
NC_ ("speech", "Something heavy by {grid}. I only feel it.")

NC_ ("speech", "Tremor from {grid}, nothing to see yet.")

NC_ ("speech", "The ground hums at {grid}. No eyes on it.")

NC_ ("speech", "{contact} now {grid}, going {direction}.")

NC_ ("speech", "As before, {contact}, {grid}, {direction}.")

NC_ ("speech", "Now in {grid}: {contact}, heading {direction}.")

NC_ ("speech", "{contact} stopped at {grid}.")

NC_ ("speech", "Halted now: {contact}, {grid}.")

NC_ ("speech", "Lost sight of {contact}, last at {grid}.")

NC_ ("speech", "{contact} gone from view, {grid}.")

NC_ ("speech", "Can't see {contact} any more, {grid} was the last.")

NC_ ("speech", "{contact} down at {grid}.")

NC_ ("speech", "That's {contact} burning, {grid}.")

NC_ ("speech", "Got {contact}, {grid}.")

NC_ ("speech", "{contact} pulling off {direction} from {grid}.")

NC_ ("speech", "Leaving us: {contact}, {grid}, going {direction}.")

/* Translators: a cloud of small flying machines that jams the data link.  */
NC_ ("speech", "Swarm over {grid}, my screens are going.")

NC_ ("speech", "The sky over {grid} is all wings.")

NC_ ("speech", "Swarm above us, {grid}. Expect no data.")

NC_ ("speech", "{grid} is empty.")

NC_ ("speech", "Nothing in {grid}.")

NC_ ("speech", "Been all over {grid}, nobody home.")

NC_ ("speech", "Taking fire from the {direction}!")

NC_ ("speech", "Under fire, {direction}!")

NC_ ("speech", "Shots from the {direction}, heads down!")

/* Translators: {part} is a part of the machine, such as “the legs”.  */
NC_ ("speech", "I'm hit, {part}!")

NC_ ("speech", "Hit! It got {part}.")

NC_ ("speech", "That was {part}. Still here.")

/* Translators: the speaker's machine is lost, he is alive.  */
NC_ ("speech", "I'm down. Still breathing.")

NC_ ("speech", "Machine's finished, I'm climbing out.")

NC_ ("speech", "She has gone from under me. I'm alive.")

/* Translators: {unit} is a comrade's call sign.  */
NC_ ("speech", "{unit} is down, {grid}!")

NC_ ("speech", "We lost {unit} at {grid}.")

NC_ ("speech", "{unit} just went up, {grid}.")

NC_ ("speech", "{unit} does not answer.")

NC_ ("speech", "No word from {unit}.")

NC_ ("speech", "I call {unit} and get nothing.")

/* Translators: {rounds} is “nine rounds”, in all reports.  */
NC_ ("speech", "{rounds} left.")

NC_ ("speech", "Running dry, {rounds}.")

NC_ ("speech", "Down to {rounds}.")

NC_ ("speech", "I'm out. Nothing left to fire.")

NC_ ("speech", "Empty. Not one round.")

NC_ ("speech", "That was my last round.")

/* Translators: {percent} is “nine per cent”, in all reports.  */
NC_ ("speech", "Energy down to {percent}.")

NC_ ("speech", "Cells at {percent}, I won't get far.")

NC_ ("speech", "I'm at {grid}.")

NC_ ("speech", "Position {grid}.")

NC_ ("speech", "{grid}, that's me.")

NC_ ("speech", "{rounds}, energy {percent}.")

NC_ ("speech", "I have {rounds} and {percent} in the cells.")

NC_ ("speech", "All sound here.")

NC_ ("speech", "No damage.")

NC_ ("speech", "Everything still works.")

NC_ ("speech", "Damaged, {part}.")

NC_ ("speech", "Not whole: {part}.")

NC_ ("speech", "{part} took something.")

NC_ ("speech", "No contact.")

NC_ ("speech", "Quiet here.")

NC_ ("speech", "Nobody in sight.")

NC_ ("speech", "I still have {contact} at {grid}.")

NC_ ("speech", "In sight: {contact}, {grid}.")

NC_ ("speech", "Eyes on {contact}, {grid}.")

/* Translators: {platoon} is “First Platoon”, {machines} “three machines”.  */
NC_ ("speech", "{platoon}: {machines} standing, the lowest has {rounds}.")

NC_ ("speech", "{platoon}, {machines}, {rounds} at least.")

/* Translators: the captain sends a platoon without being told.  */
NC_ ("speech", "I'm sending {platoon} to {grid}.")

NC_ ("speech", "{platoon} goes to {grid}, my call.")

NC_ ("speech", "We can't stay. Back to {grid}.")

NC_ ("speech", "Giving ground, {grid} next.")

NC_ ("speech", "Too many. We drop to {grid}.")

NC_ ("speech", "{text}")

/* Translators: the desk behind the wall reads it out; {text} is the objective.  */
NC_ ("speech", "Objective reached: {text}.")

NC_ ("speech", "Done: {text}.")

NC_ ("speech", "Objective lost: {text}.")

NC_ ("speech", "{text}: that is lost.")

/* Translators: stands in a report where a grid reference would.  */
NC_ ("speech", "off the map")

NPC_ ("speech", "{count} unknown",
  "{count} unknowns")

NPC_ ("speech", "{count} round",
  "{count} rounds")

NPC_ ("speech", "{count} machine",
  "{count} machines")

/* Translators: a pilot gives a reason over the radio, after a comma or colon.  */
NC_ ("speech", "don't ask")

NC_ ("speech", "too much talk on the net")

NC_ ("speech", "only just heard you")

NC_ ("speech", "telling the others")

NC_ ("speech", "taking fire")

NC_ ("speech", "still shooting")

NC_ ("speech", "still on the move")

NC_ ("speech", "turning everyone round")

NC_ ("speech", "let me think about that")

NC_ ("speech", "sorting out who leads")

NC_ ("speech", "that would kill us")

NC_ ("speech", "there is no way through")

NC_ ("speech", "nothing left to fire")

NC_ ("speech", "the legs are gone")

NC_ ("speech", "the cells are empty")

NC_ ("speech", "nobody there")

NC_ ("speech", "the machine is gone")

/* Translators: a part of the machine in a pilot's words: “I'm hit, the legs!”  */
NC_ ("speech", "the legs")

NC_ ("speech", "the gun")

NC_ ("speech", "the sensors")

NC_ ("speech", "the power")

NC_ ("speech", "the cockpit")

NC_ ("speech", "north")

NC_ ("speech", "north-east")

NC_ ("speech", "east")

NC_ ("speech", "south-east")

NC_ ("speech", "south")

NC_ ("speech", "south-west")

NC_ ("speech", "west")

NC_ ("speech", "north-west")

/* Translators: numbers as they are counted.  */
NC_ ("speech", "zero")

NC_ ("speech", "one")

NC_ ("speech", "two")

NC_ ("speech", "three")

NC_ ("speech", "four")

NC_ ("speech", "five")

NC_ ("speech", "six")

NC_ ("speech", "seven")

NC_ ("speech", "eight")

NC_ ("speech", "nine")

NC_ ("speech", "ten")

NC_ ("speech", "eleven")

NC_ ("speech", "twelve")

NC_ ("speech", "thirteen")

NC_ ("speech", "fourteen")

NC_ ("speech", "fifteen")

NC_ ("speech", "sixteen")

NC_ ("speech", "seventeen")

NC_ ("speech", "eighteen")

NC_ ("speech", "nineteen")

NC_ ("speech", "twenty")

NC_ ("speech", "thirty")

NC_ ("speech", "forty")

NC_ ("speech", "fifty")

NC_ ("speech", "sixty")

NC_ ("speech", "seventy")

NC_ ("speech", "eighty")

NC_ ("speech", "ninety")

NC_ ("speech", "one hundred")

NC_ ("speech", "two hundred")

NC_ ("speech", "three hundred")

NC_ ("speech", "four hundred")

NC_ ("speech", "five hundred")

NC_ ("speech", "six hundred")

NC_ ("speech", "seven hundred")

NC_ ("speech", "eight hundred")

NC_ ("speech", "nine hundred")

/* Translators: a number between twenty-one and ninety-nine.  */
NC_ ("speech", "{tens}-{units}")

/* Translators: a number between 101 and 999: “two hundred and four”.  */
NC_ ("speech", "{hundreds} and {rest}")

NC_ ("speech", ", ")

NC_ ("speech", "{list}, {item}")

/* Translators: the end of a list.  */
NC_ ("speech", "{list} and {item}")

NC_ ("speech", "Captions")

NC_ ("speech", "Own machines")

NC_ ("speech", "Contacts")

/* Translators: two items of a list, such as names; more are joined the same way.  */
NC_ ("speech", "%1$s, %2$s")

/* Translators: a pilot repeats an order over the radio, as short as possible.  {target} is a grid reference, a place, a comrade's call sign or an enemy's track number.  */
NC_ ("speech", "Moving to {target}")

NC_ ("speech", "Moving")

NC_ ("speech", "Scouting {target}")

NC_ ("speech", "Scouting")

NC_ ("speech", "Attacking {target}")

NC_ ("speech", "Attacking")

NC_ ("speech", "Holding at {target}")

NC_ ("speech", "Holding here")

NC_ ("speech", "Falling back to {target}")

NC_ ("speech", "Falling back")

NC_ ("speech", "Ceasing fire")

NC_ ("speech", "Report follows")

NC_ ("speech", "Last order cancelled")

/* Translators: at the end of a read-back: the manner of moving, the time of beginning.  */
NC_ ("speech", "fast")

NC_ ("speech", "carefully")

NC_ ("speech", "hidden")

NC_ ("speech", "at once")

NC_ ("speech", "when ready")

/* Translators: {track} is “track seven”, {grid} “golf zero four”.  */
NC_ ("speech", "{track} in {grid}")

/* Translators: by way of these points.  */
NC_ ("speech", "via {points}")

/* Translators: {direction} is “north-east” or a bearing such as “zero six seven”.  */
NC_ ("speech", "facing {direction}")

/* Translators: a read-back and what is added to it: “Moving to Point 304, fast”.  */
NC_ ("speech", "{action}, {clause}")

/* Translators: a read-back with the way: “Moving to Point 304 via golf zero eight”.  */
NC_ ("speech", "{action} {via}")

/* Translators: what the handler orders over the radio; her call comes before it: “Wehrwolf, move to golf zero four”.  {target} is a grid reference, a place, a comrade's call sign or the number of an enemy's track.  */
NC_ ("speech", "move to {target}")

NC_ ("speech", "scout to {target}")

NC_ ("speech", "attack {target}")

NC_ ("speech", "hold at {target}")

NC_ ("speech", "hold")

NC_ ("speech", "fall back to {target}")

NC_ ("speech", "cease fire")

/* Translators: an order to report something certain.  */
NC_ ("speech", "report")

NC_ ("speech", "cancel")

NC_ ("speech", "report position")

NC_ ("speech", "report ammunition")

NC_ ("speech", "report damage")

NC_ ("speech", "report contact")

NC_ ("speech", "careful")

NC_ ("speech", "{points} and {point}")

/* Translators: an order with its way: “move to Point 304 via golf zero eight”.  */
NC_ ("speech", "{action} via {points}")

/* Translators: who is called, and what they shall do: “Wehrwolf, hold”.  */
NC_ ("speech", "{who}, {action}")

/* Translators: the name of a platoon on the radio.  */
NC_ ("speech", "First Platoon")

NC_ ("speech", "Second Platoon")

NC_ ("speech", "Third Platoon")

NC_ ("speech", "Fourth Platoon")

NC_ ("speech", "Fifth Platoon")

NC_ ("speech", "Sixth Platoon")

NC_ ("speech", "Seventh Platoon")

NC_ ("speech", "Eighth Platoon")

NC_ ("speech", "All units")

NC_ ("speech", "all units")

/* Translators: a square whose name could be taken for the number of a track: “grid T07”.  */
NC_ ("speech", "grid {square}")

/* Translators: what the console has put on the map of an enemy, by its number: “track seven”.  */
NC_ ("speech", "track {number}")

/* Translators: a ninth of a square, said over the radio: “golf zero four keypad seven”.  The keypad is that of a telephone turned over.  */
NC_ ("speech", "{square} keypad {key}")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Harrier")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Merlin")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Osprey")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Badger")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Otter")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Stoat")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Rowan")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Alder")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Juniper")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Kestrel")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Heron")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Plover")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Magpie")

/* Translators: A call sign, as the voice says it; where it is written it is never translated.  */
NC_ ("speech", "Wren")

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

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("speech", "Depot")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("speech", "Sedge Mill")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Mill Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("speech", "West Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("speech", "Gallows Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("speech", "Point 12")

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

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("speech", "Upper Ford")

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

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Juggernaut")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Ameise")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Grauwolf")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Löwe")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("speech", "Eintagsfliege swarm")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Juggernauts")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("speech", "Eintagsfliege swarms")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Hold the crossroads at Harrow")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Bring them through")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Hold the ford")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Hold the road at Ried")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("speech", "Bring them back")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The line is yours. The swarm drifts south.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "The column on the northern road has passed the frontier stones.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("speech", "Two minutes more.")

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
