/* Made by po/extract-texts, for xgettext alone: never compiled.  A test compares.  */

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/0/name", "57 mm gun")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/1/name", "12.7 mm machine gun")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/2/name", "7.62 mm machine guns")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/3/name", "76 mm rockets")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/4/name", "blades")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/5/name", "120 mm gun")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/6/name", "two 12.7 mm machine guns")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/7/name", "long 57 mm gun")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/8/name", "high-frequency blades")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/9/name", "wire anchors")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/10/name", "surface missiles")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/11/name", "155 mm gun")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/12/name", "75 mm gun")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/13/name", "40 mm guns")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/14/name", "155 mm howitzer")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/15/name", "self-propelled mine")

/* Translators: A weapon, as the report after a battle names it.  */
NC_ ("rules/standard.json:/weapons/16/name", "interception guns")

/* Translators: What a machine carries, in two words.  */
NC_ ("rules/standard.json:/loadouts/0/name", "general")

/* Translators: What a machine carries, in two words.  */
NC_ ("rules/standard.json:/loadouts/1/name", "close combat")

/* Translators: What a machine carries, in two words.  */
NC_ ("rules/standard.json:/loadouts/2/name", "long range")

/* Translators: What a machine carries, in two words.  */
NC_ ("rules/standard.json:/loadouts/3/name", "surface suppression")

/* Translators: What a machine carries, in two words.  */
NC_ ("rules/standard.json:/loadouts/4/name", "wire anchors")

/* Translators: What a machine carries, in two words.  */
NC_ ("rules/standard.json:/loadouts/5/name", "short load")

/* Translators: What a machine carries, in two words.  */
NC_ ("rules/standard.json:/loadouts/6/name", "missiles and a short load")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/0/name/one", "walker")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/0/name/other", "walkers")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/1/name/one", "scout")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/1/name/other", "scouts")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/2/name/one", "dragoon")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/2/name/other", "dragoons")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/3/name/one", "tank")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/3/name/other", "tanks")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/4/name/one", "jammer swarm")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/4/name/other", "jammer swarms")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/5/name/one", "heavy tank")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/5/name/other", "heavy tanks")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/6/name/one", "ambusher")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/6/name/other", "ambushers")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/7/name/one", "anti-air machine")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/7/name/other", "anti-air machines")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/8/name/one", "control machine")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/8/name/other", "control machines")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/9/name/one", "recoverer")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/9/name/other", "recoverers")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/10/name/one", "howitzer")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/10/name/other", "howitzers")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/11/name/one", "self-propelled mine")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/11/name/other", "self-propelled mines")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("rules/standard.json:/types/12/name/one", "Scavenger")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("rules/standard.json:/types/12/name/other", "Scavengers")

/* Translators: Title of a battle.  */
NC_ ("scenarios/bad-ground.json:/title", "Bad Ground")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/bad-ground.json:/summary", "Night, a drained fen that has filled again, and a map older than the water.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/bad-ground.json:/briefing", "Twenty to three in the morning, new moon, rain since midnight. Nobody sees farther than a voice carries. Machines feel more than they see here: stand still and the ground tells you who walks on it.\n"
  "\n"
  "The ground. The fen was drained once. The pumps have stopped, and the map does not know it: where it shows fields, legs sink. Two ways are firm. The Dyke Road comes from the north over Sluice Bridge; the Old Embankment from the east carried a railway. Between them lie hummocks with a few trees, enough to hide one platoon each. Whoever leaves the firm ways bogs down, they as well as we.\n"
  "\n"
  "What is known. Scouts were heard on the Dyke Road yesterday night, in pairs. The Legion has lost heavy machines in this fen and is careful with them; its dragoons are light and it will send them where tanks can not go.\n"
  "\n"
  "The task. Two pumping crews are at work in the Pump House. They need eleven minutes. After that they leave by the Causeway to the south, and so may you. Keep theirs from the Causeway, too: it is the only way out.\n"
  "\n"
  "First Platoon is at the Pump House, Second on the Causeway. You have eight machines; shoot last, at what is near.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/0/name", "The Pump House")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/1/name", "Sluice Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/2/name", "Heron Hummock")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/3/name", "Alder Hummock")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/4/name", "Old Embankment")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/5/name", "Signal Box")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/6/name", "Dyke Road")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/7/name", "The Causeway")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/8/name", "Eel Cut")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/9/name", "North Sluice")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/bad-ground.json:/terrain/places/10/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/bad-ground.json:/objectives/0/title", "Cover the pumping crews")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/bad-ground.json:/objectives/0/description", "Someone of ours at the Pump House, and no more of theirs than of ours, for eleven minutes.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/bad-ground.json:/objectives/1/title", "Keep the Causeway open")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/bad-ground.json:/objectives/1/description", "Two of theirs on the Causeway with fewer of ours, and the way out is shut.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/bad-ground.json:/objectives/2/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/bad-ground.json:/objectives/2/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/bad-ground.json:/events/0/message", "The line is yours. The crews have started the first pump.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/bad-ground.json:/events/1/message", "The second pump runs. The crews ask how long they have.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/bad-ground.json:/events/2/message", "The listening post at Reed End has heard steps for a minute now. Many.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/bad-ground.json:/events/3/message", "The crews are leaving by the Causeway. Keep it open until they are over.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/bad-ground.json:/events/4/message", "The crews report the Causeway shut. They stay where they are, and so do you.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/title", "Behind Roundel Hill")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/guns-behind-the-hill.json:/summary", "Sixteen machines, a village to keep, and guns that see only through other eyes.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/guns-behind-the-hill.json:/briefing", "Coldbrook has a well, a crossroads and, since last night, an enemy who can reach it from behind a hill. The guns stand somewhere north of Roundel Hill. They do not see Coldbrook. They need somebody who does.\n"
  "\n"
  "The ground. Roundel Hill fills the north; the Ash Brook runs past its foot and can be crossed at Stone Bridge, at Mill Ford and at High Ford. West of the hill the Long Holt, a belt of woods, leads round to Quarry Farm. East, the Sheep Walk is bare as far as the sky. Both ways end in the hollow behind the hill.\n"
  "\n"
  "What is known. The guns came by night and did not go far from a road: the hollow below Quarry Farm, or the old camp at East Cross. Scouts lie on the hill's near slope. Where one stays and looks, shells follow within half a minute; where it has been killed, they stop. An attack on Coldbrook will come when the guns have done their work.\n"
  "\n"
  "The task. In ten minutes a water column comes to Coldbrook to fill its tanks at the well, and needs seven and a half. Keep the place for so long. The guns are worth a platoon's time: if they fall silent, the rest is easier; if they do not, stay nowhere for long. You may kill their eyes, go round and find them, or hold in places nobody looks into. Any of these will do, all of them need people. The way out is the Mill Lane, south.\n"
  "\n"
  "First Platoon is in Coldbrook, Second at Mill Ford, Third at High Ford, Fourth in reserve at the Tithe Barn.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/0/name", "Coldbrook")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/1/name", "Roundel Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/2/name", "Stone Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/3/name", "Mill Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/4/name", "High Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/5/name", "The Long Holt")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/6/name", "The Sheep Walk")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/7/name", "Quarry Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/8/name", "East Cross")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/9/name", "Tithe Barn")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/10/name", "Beech Knoll")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/11/name", "Thorn Knoll")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/12/name", "Mill Lane")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/guns-behind-the-hill.json:/terrain/places/13/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/guns-behind-the-hill.json:/objectives/0/title", "Keep Coldbrook")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/guns-behind-the-hill.json:/objectives/0/description", "From the tenth minute on someone of ours in Coldbrook, and no more of theirs than of ours, for seven and a half minutes.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/guns-behind-the-hill.json:/objectives/1/title", "Silence the guns")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/guns-behind-the-hill.json:/objectives/1/description", "Three of four of their guns destroyed.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/guns-behind-the-hill.json:/objectives/2/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/guns-behind-the-hill.json:/objectives/2/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/events/0/message", "The line is yours. Coldbrook took four shells before dawn, one at a time.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/events/1/message", "The flash watchers put the guns at Quarry Farm or at East Cross. They do not agree.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/events/2/message", "The water column is in Coldbrook, the first hose is in the well.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/events/3/message", "A new column has left the railway and goes for the middle.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/events/4/message", "Half of the tanks are full. The pump holds.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/events/5/message", "The flash watchers see nothing any more. Well done, whoever went.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/guns-behind-the-hill.json:/events/6/message", "Fewer flashes behind the hill.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/long-front.json:/title", "The Long Front")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/long-front.json:/summary", "Sixty machines, four hundred of theirs, fourteen kilometres of river: you can not hear everybody.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/long-front.json:/briefing", "For once it is not one squadron. Sixty machines hold the Wend from the mill weirs to the moor, and four hundred are coming over it. One handler has the line. Nobody can listen to sixty people; eight platoon leaders can be listened to, one at a time.\n"
  "\n"
  "The ground. Five crossings: Weir Ford, Cooper's Bridge, the Long Ford, Abbey Bridge, Moor Ford. Behind them a row of heights with names, and behind those the lateral road on which a reserve can be anywhere in six minutes. Whitmarsh, in the middle, is the junction of everything: rails, roads, the field hospital.\n"
  "\n"
  "What is known. They come in three waves, each on a front of several crossings, and they put their weight where the first wave found least. Two swarms drift ahead of them. There are three plans on the table of whoever thinks for them; you will learn which from your own people, too late for one platoon and in time for the others.\n"
  "\n"
  "The task. Keep Whitmarsh for twenty minutes and lose neither shoulder: Mill Heights in the west, Abbey Heights in the east. If one has to go, give it up while those on it can still walk. Second, Third and Fourth Platoon stand at the crossings in the middle, west to east. First is on Mill Heights, Fifth on Abbey Heights. Sixth and Seventh are your reserve on the lateral road; Eighth is at Whitmarsh.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/long-front.json:/terrain/places/0/name", "Whitmarsh")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/long-front.json:/terrain/places/1/name", "Mill Heights")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/long-front.json:/terrain/places/2/name", "Abbey Heights")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/long-front.json:/terrain/places/3/name", "Windmill Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/long-front.json:/terrain/places/4/name", "Weir Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/long-front.json:/terrain/places/5/name", "Cooper's Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/long-front.json:/terrain/places/6/name", "The Long Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/long-front.json:/terrain/places/7/name", "Abbey Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/long-front.json:/terrain/places/8/name", "Moor Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/long-front.json:/terrain/places/9/name", "Milltown")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/long-front.json:/terrain/places/10/name", "The Abbey")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/long-front.json:/terrain/places/11/name", "North Halt")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/long-front.json:/terrain/places/12/name", "The Rookery")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/long-front.json:/terrain/places/13/name", "King's Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/long-front.json:/terrain/places/14/name", "Lateral Road")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/long-front.json:/terrain/places/15/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/long-front.json:/objectives/0/title", "Keep Whitmarsh")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/long-front.json:/objectives/0/description", "Someone of ours at Whitmarsh, and no more of theirs than of ours, for twenty minutes.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/long-front.json:/objectives/1/title", "Mill Heights")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/long-front.json:/objectives/1/description", "Eighteen minutes in which no eight of theirs stand there with fewer of ours.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/long-front.json:/objectives/2/title", "Abbey Heights")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/long-front.json:/objectives/2/description", "Eighteen minutes in which no eight of theirs stand there with fewer of ours.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/long-front.json:/objectives/3/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/long-front.json:/objectives/3/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/long-front.json:/events/0/message", "The line is yours, all sixty of it.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/long-front.json:/events/1/message", "The railway watch counts a second wave, the heavy one, and will not say where it turns off.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/long-front.json:/events/2/message", "A third wave is on the road. There is no fourth on any map we have.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/long-front.json:/events/3/message", "Mill Heights is theirs. Whitmarsh's west door is open.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/long-front.json:/events/4/message", "Abbey Heights is theirs. Whitmarsh's east door is open.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/long-front.json:/events/5/message", "The hospital has beds for ten more. It says so once.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/long-front.json:/events/6/message", "Five minutes more and the trains are gone.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/mayfly-warning.json:/title", "Grey Noon")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/mayfly-warning.json:/summary", "A clear morning, a swarm on its way, and twelve machines that will soon be voices alone.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/mayfly-warning.json:/briefing", "The weather office sends a warning that is not about weather: a mayfly swarm has risen in the north. It will be over Telegraph Hill within six minutes. Until then you see every machine. After that you have their words.\n"
  "\n"
  "The ground. Telegraph Hill carries the line that the whole sector speaks on. North of it Heron Brook can be crossed at Plank Bridge, at Otter Ford and at the Shallows. East lies Gorse Moor, open and empty; west the Fir Belt, thick enough to lose a platoon in.\n"
  "\n"
  "What is known. Where the swarm goes, the Legion follows in five to eight minutes. It has come over the Shallows and through the Fir Belt before, and once by the moor. Under the swarm nobody's place reaches you unless he says it: settle now who reports, when, and from where.\n"
  "\n"
  "The task. Keep the line on Telegraph Hill for thirteen minutes. Third Platoon keeps watch at the Old Observatory, four kilometres ahead. Bring it back inside the ring before the swarm has settled, or let it be your ears there and accept what that may cost. The way out is Drover's Gap, south of the hill.")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/0/name", "Telegraph Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/1/name", "Lineman's House")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/2/name", "Plank Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/3/name", "Otter Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/4/name", "The Shallows")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/5/name", "Fir Belt")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/6/name", "Gorse Moor")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/7/name", "Old Observatory")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/8/name", "Drover's Gap")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/9/name", "The Sheepfold")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/10/name", "Chalk Pit")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/11/name", "Nether Lea")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/mayfly-warning.json:/terrain/places/12/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/mayfly-warning.json:/objectives/0/title", "Keep the line on Telegraph Hill")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/mayfly-warning.json:/objectives/0/description", "Someone of ours on the hill, and no more of theirs than of ours, for thirteen minutes in all.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/mayfly-warning.json:/objectives/1/title", "Bring the watch home")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/mayfly-warning.json:/objectives/1/description", "Nine of ten of the living within three kilometres of the hill, before the tenth minute.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/mayfly-warning.json:/objectives/2/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/mayfly-warning.json:/objectives/2/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/mayfly-warning.json:/events/0/message", "The line is yours. The swarm has risen; six minutes, give or take.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/mayfly-warning.json:/events/1/message", "The sky over the Observatory is grey. From now on believe words, not lamps.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/mayfly-warning.json:/events/2/message", "The repeater at Stone Bank counted another column before it went silent.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/mayfly-warning.json:/events/3/message", "The sector speaks because your hill does. Half of the time is done.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/mayfly-warning.json:/events/4/message", "The ring is closed. Whoever is outside finds his own way.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/rearguard-by-five.json:/title", "Five for the Road")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/rearguard-by-five.json:/summary", "Five machines behind a retreating sector: three lines to be late at, and a gate that will not wait.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/rearguard-by-five.json:/briefing", "A sector is leaving its ground. Lorries, wounded, two hundred people on foot, all on one road to the Wall Gate. Between them and what follows there are five machines.\n"
  "\n"
  "The ground. One valley, one road, three places where it is narrow. Bracken Edge, a wooded step across the valley. The Narrows, where the river leaves a road's width between two hills. Gatefield, the last open kilometre before the gate. The hills on both sides can be climbed, slowly: by the Ridge Path in the west and the Shepherd's Stair in the east.\n"
  "\n"
  "What is known. They are fifteen at least, and they hurry. They push down the road, and when the road hurts them they try one of the paths. You can not stop them; five never could. You can make them deploy, and a Legion that deploys stands still.\n"
  "\n"
  "The task. Bracken Edge is worth five minutes, the Narrows six, Gatefield four. Each ends when it ends: leave when the time is up or when the place is gone, whichever is first. Nobody has to stand on the line itself if nothing of theirs does. When the column is through, the gate stays open for you as long as it can. Whoever is inside then has done all that was asked.")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/0/name", "Bracken Edge")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/1/name", "The Narrows")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/2/name", "Gatefield")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/3/name", "Wall Gate")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/4/name", "Ridge Path")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/5/name", "Shepherd's Stair")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/6/name", "Cairn Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/7/name", "Beacon Fell")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/8/name", "Road Chapel")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/9/name", "The Halfway Inn")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/10/name", "Slate Quarry")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/rearguard-by-five.json:/terrain/places/11/name", "Upper Mill")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/0/title", "Be late at Bracken Edge")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/0/description", "Five minutes in which no three of theirs stand there with fewer of ours.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/1/title", "Be late at the Narrows")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/1/description", "Six minutes, likewise, counted from the sixth minute on.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/2/title", "Be late at Gatefield")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/2/description", "Four minutes, likewise, counted from the twelfth minute on.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/3/title", "Through the gate")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/3/description", "Given when the column is through: all who live, at the Wall Gate.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/4/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/rearguard-by-five.json:/objectives/4/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/rearguard-by-five.json:/events/0/message", "The line is yours. The end of the column has passed Bracken Edge on foot.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/rearguard-by-five.json:/events/1/message", "The column's end is at the Narrows. They ask whether you are still there.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/rearguard-by-five.json:/events/2/message", "The column's end has passed the inn. Something heavy is on the road behind you.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/rearguard-by-five.json:/events/3/message", "The gate watch has counted. It will wait for three as it would for five.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/rearguard-by-five.json:/events/4/message", "The column is through. Come in.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/rearguard-by-five.json:/events/5/message", "The column is through, barely. Come in while there is a gate.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/sixteen-rounds.json:/title", "Sixteen Rounds")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/sixteen-rounds.json:/summary", "Three crossings, three waves, sixteen rounds in each machine. Somebody has to go for more, and not in the middle of it.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/sixteen-rounds.json:/briefing", "The ammunition train did not come. What there was has been shared out: sixteen rounds in each machine, and thirty-two loads on four Scavengers that wait at the Brickworks. That is enough for the afternoon, if it is where it is needed.\n"
  "\n"
  "The ground. The Lode runs from west to east and is too soft to cross but at three places: Osier Ford in the west, Malt Bridge in the middle, Chalk Ford in the east. Beyond it the road from Alder Carr leads down to Osier Ford and the one from Gorse Hill to Chalk Ford; between them the plain is open. On this side Kilnhouse lies two kilometres behind the bridge, and the Brickworks another one south of that.\n"
  "\n"
  "What is known. They have come by this valley twice this week, in waves, with some nine minutes between the first shots of one and of the next. A few come by one way to be seen; the weight comes by another. Which one it is they choose anew. A swarm hangs over the river in front of them: under it nothing comes by itself, neither a fix nor a count of rounds, only what somebody says.\n"
  "\n"
  "The task. Keep all three crossings until the last of the carts is over the southern road: twenty-seven minutes of the next thirty-six, at each. A platoon that has been in a fight has half of its rounds or less. In the quiet after it you can send it to the Scavengers, which takes three minutes or four, or the Scavengers to it, which takes longer: they are slow, and stop for nobody who is being shot at. Another platoon can stand in its place for so long.\n"
  "\n"
  "First Platoon is at Malt Bridge, Second at Osier Ford, Third at Chalk Ford, Fourth behind them at the Drying Sheds. Each machine of the Fourth has two salvoes of missiles; two salvoes at once break a swarm open for three minutes or longer.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/0/name", "Kilnhouse")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/1/name", "Malt Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/2/name", "Osier Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/3/name", "Chalk Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/4/name", "Alder Carr")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/5/name", "Gorse Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/6/name", "Drying Sheds")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/sixteen-rounds.json:/terrain/places/7/name", "Brickworks")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/0/title", "Keep Malt Bridge")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/0/description", "Someone of ours at the bridge, and no more of theirs than of ours, for twenty-seven minutes in all.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/1/title", "Keep Osier Ford")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/1/description", "Someone of ours at the ford, and no more of theirs than of ours, for twenty-seven minutes in all.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/2/title", "Keep Chalk Ford")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/2/description", "Someone of ours at the ford, and no more of theirs than of ours, for twenty-seven minutes in all.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/3/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/sixteen-rounds.json:/objectives/3/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/sixteen-rounds.json:/events/0/message", "The line is yours. The Scavengers are at the Brickworks, with the last loads there are.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/sixteen-rounds.json:/events/1/message", "The ridge post hears engines again, far to the north.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/sixteen-rounds.json:/events/2/message", "Engines again. More of them than before.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/sixteen-rounds.json:/events/3/message", "The last carts are loading.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/sixteen-rounds.json:/events/4/message", "Half of the carts are over the southern road.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/three-fords.json:/title", "Three Fords")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/three-fords.json:/summary", "The tutorial: nine steps in about a quarter of an hour, each passed by doing it.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/three-fords.json:/briefing", "Three Fords. Five machines, all synced. Ford at charlie five, marsh north of it.\n"
  "\n"
  "This is where handlers learn. Nine steps, one after the other, and the battle waits for you: you need neither sight nor sound, neither speech nor speed. Nothing on this ground can pierce your machines, and nobody will die here.\n"
  "\n"
  "First Platoon stands in the north and can not see past the alder wood. Second Platoon waits west of the ford, with Curlew, who listens for the Legion. Two Scavengers stand at Point 12. Home is the Depot.\n"
  "\n"
  "A step may be skipped, and the tutorial left. What you leave, you find again where it was.")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/three-fords.json:/terrain/places/0/name", "Middle Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/three-fords.json:/terrain/places/1/name", "Lower Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/three-fords.json:/terrain/places/2/name", "Upper Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/three-fords.json:/terrain/places/3/name", "Point 12")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/three-fords.json:/terrain/places/4/name", "Alder Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/three-fords.json:/terrain/places/5/name", "Mill Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/three-fords.json:/terrain/places/6/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/three-fords.json:/objectives/0/title", "Watch the fords")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/three-fords.json:/objectives/0/description", "Keep someone near Middle Ford while you learn.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/three-fords.json:/objectives/1/title", "Everyone home")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/three-fords.json:/objectives/1/description", "Bring everyone to the Depot.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/0/title", "Hear a report")

/* Translators: What to do in the step “Hear a report” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/0/task", "Let time run (F8). Wait until you are told something, then ask the console “situation”.")

/* Translators: Why the step “Hear a report” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/0/reason", "You see nothing here but what is reported. The console sums it up whenever you ask, and that takes no air.")

/* Translators: What to do in the step “Hear a report” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/0/again", "Words arrive in Comms while time runs; F8 stops it and lets it go. Then go to the order line (Ctrl+L), type situation and press Enter.")

/* Translators: Said when the step “Hear a report” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/0/passed", "That is your map: other people’s words.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/1/title", "Order a move")

/* Translators: What to do in the step “Order a move” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/1/task", "Send Second Platoon to look at the ford: “Second Platoon, scout to C05 careful”. Then let time run until they read it back.")

/* Translators: Why the step “Order a move” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/1/reason", "You say it, they repeat it. Compare the two: a misheard order shows in the read-back, not before.")

/* Translators: What to do in the step “Order a move” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/1/again", "The reading stands beneath the order line as you type. Type Second Platoon, scout to C05 careful, press Enter, and let time run. In Comms somebody repeats the order.")

/* Translators: Said when the step “Order a move” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/1/passed", "Read back as you meant it. An order and its read-back take about seven seconds on the only net there is.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/2/title", "Old and fresh")

/* Translators: What to do in the step “Old and fresh” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/2/task", "Wait until Second Platoon calls a contact. Ask “read track 1” to hear how old it is, then let them look again: “Second Platoon, report contact”.")

/* Translators: Why the step “Old and fresh” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/2/reason", "A position is true for the moment it was seen in. The seconds beside it are its age; its ellipse grows with them.")

/* Translators: What to do in the step “Old and fresh” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/2/again", "When a contact is called, it has a number. Type read track 1, and you hear when it was last seen. Then Second Platoon, report contact makes it fresh. If nobody is called yet, Second Platoon, scout to C05 careful brings them to where it is seen.")

/* Translators: Said when the step “Old and fresh” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/2/passed", "The same track, and fresh. Before you act on a place, ask how old it is.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/3/title", "Hold, or give ground")

/* Translators: What to do in the step “Hold, or give ground” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/3/task", "They come down the road to the ford. Decide: “Second Platoon, hold” or “Second Platoon, fall back to Point 12”.")

/* Translators: Why the step “Hold, or give ground” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/3/reason", "Both are right here. What matters is that they know which it is: people under fire do not guess well.")

/* Translators: What to do in the step “Hold, or give ground” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/3/again", "There is no wrong answer and no hurry. Type Second Platoon, hold, or Second Platoon, fall back to Point 12, and wait for the read-back.")

/* Translators: Said when the step “Hold, or give ground” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/3/passed", "They know what you want of them. If an order waits, its caption says why, in one word.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/4/title", "Tell them what comes")

/* Translators: What to do in the step “Tell them what comes” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/4/task", "First Platoon can not see past the wood. Tell them: “First Platoon, expect track 1 from the east”. Then let time run.")

/* Translators: Why the step “Tell them what comes” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/4/reason", "Whoever was told faces the right way and opens fire two seconds sooner. Those two seconds are yours to give.")

/* Translators: What to do in the step “Tell them what comes” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/4/again", "One of yours saw them, the others did not. Type First Platoon, expect track 1 from the east. If there is no track 1 any more, First Platoon, expect contact from the east does as well.")

/* Translators: Said when the step “Tell them what comes” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/4/passed", "They were ready before they saw anybody. A warning that proves right is remembered, and so is a false one; “possible” makes it a careful one.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/5/title", "When it goes quiet")

/* Translators: What to do in the step “When it goes quiet” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/5/task", "A swarm of jammers comes over, and the data stops. Wait a few seconds, then ask “who is silent”.")

/* Translators: Why the step “When it goes quiet” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/5/reason", "Silence is not loss. What stands on your map is now their last word, and only what they say makes it fresh.")

/* Translators: What to do in the step “When it goes quiet” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/5/again", "Machines send where they are until a swarm hides them. Let time run for ten seconds, then type who is silent.")

/* Translators: Said when the step “When it goes quiet” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/5/passed", "Now you know whose place is only a memory. A voice still comes through: ask them to report position.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/6/title", "Listen twice")

/* Translators: What to do in the step “Listen twice” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/6/task", "Curlew hears which way they are, never how far. “Curlew, listen”; then “Curlew, move to C03”; and when she is there, “Curlew, listen” once more.")

/* Translators: Why the step “Listen twice” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/6/reason", "Two bearings from two places cross, and where they cross, there they are.")

/* Translators: What to do in the step “Listen twice” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/6/again", "One bearing is a line, two are a place. Type Curlew, listen. Then Curlew, move to C03, and wait until she says she is there. Then Curlew, listen again. The console tells it too: what is heard.")

/* Translators: Said when the step “Listen twice” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/6/passed", "Two lines, one place. It took her a drive of two minutes; use that for what is worth it.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/7/title", "Promise, and keep it")

/* Translators: What to do in the step “Promise, and keep it” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/7/task", "Siskin’s machine has given out; she is unhurt. Fetch her: “Teal, rescue Siskin”. And say that rounds are coming: “First Platoon, promise resupply in 10 minutes”, then keep it: “Otter, resupply First Platoon”.")

/* Translators: Why the step “Promise, and keep it” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/7/reason", "A promise runs on their clock as well as on yours. Kept, it is trust; broken, it costs twice as much.")

/* Translators: What to do in the step “Promise, and keep it” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/7/again", "Three orders, in any order: Teal, rescue Siskin. First Platoon, promise resupply in 10 minutes. Otter, resupply First Platoon. Then let time run until both are done.")

/* Translators: Said when the step “Promise, and keep it” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/7/passed", "Siskin is aboard, and your word was good.")

/* Translators: Title of a step of a tutorial.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/8/title", "Bring them home")

/* Translators: What to do in the step “Bring them home” of a tutorial. Words in “…” are typed by the player: write them as data/phrases of your language has them, or leave them in English.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/8/task", "Enough for today: “all units, fall back to Depot”. When all are there, the review shows what you believed beside what was true.")

/* Translators: Why the step “Bring them home” of a tutorial matters.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/8/reason", "Leaving in time, with everyone, is an order like any other, and often the best one.")

/* Translators: What to do in the step “Bring them home” of a tutorial, said again in other words. Words in “…” are typed by the player.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/8/again", "Type all units, fall back to Depot, and let time run until they are home. Curlew is of Second Platoon and comes too.")

/* Translators: Said when the step “Bring them home” of a tutorial was passed.  */
NC_ ("scenarios/three-fords.json:/tutorial/steps/8/passed", "Everyone is home.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-fords.json:/events/0/message", "Handler One, this is the desk. You have five machines on the line, all synced. Movement is reported east of the river.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-fords.json:/events/3/message", "Desk to Handler One. A swarm is coming over the fords. Data will go.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-fords.json:/events/5/message", "Desk to Handler One. That is all for today. Bring everyone to the Depot.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/three-hills.json:/title", "Three Hills")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/three-hills.json:/summary", "Nine machines, three hills, a quarter of an hour. The first noise may not be the blow.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/three-hills.json:/briefing", "The crossroads at Harrow must stay open for fifteen minutes. Three hills look down on it: Beacon Hill to the north, Sheep Hill to the west, Lantern Hill to the east.\n"
  "\n"
  "The Legion comes from the north. Scouts first, in a wide line; dragoons where the scouts were not seen or not stopped; tanks on the road behind them. They have used two approaches here before: around Sheep Hill through the Long Wood, or past Lantern Hill and over the eastern ford. We do not know which it will be today.\n"
  "\n"
  "A jammer swarm has been seen over the northern edge of the map. Under it the machines' own positions do not reach you. Their voices do.\n"
  "\n"
  "First Platoon holds Beacon Hill, Second the crossroads. Third watches the east from the near slope of Lantern Hill. Their captain will fight the battle that he sees. You are here for the one he does not see.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/three-hills.json:/terrain/places/0/name", "Harrow")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/three-hills.json:/terrain/places/1/name", "Beacon Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/three-hills.json:/terrain/places/2/name", "Sheep Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/three-hills.json:/terrain/places/3/name", "Lantern Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/three-hills.json:/terrain/places/4/name", "Long Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/three-hills.json:/terrain/places/5/name", "East Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/three-hills.json:/terrain/places/6/name", "Mill Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/three-hills.json:/terrain/places/7/name", "West Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/three-hills.json:/terrain/places/8/name", "Cold Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/three-hills.json:/terrain/places/9/name", "The Quarry")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/three-hills.json:/terrain/places/10/name", "Point 88")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/three-hills.json:/terrain/places/11/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/three-hills.json:/objectives/0/title", "Hold the crossroads at Harrow")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/three-hills.json:/objectives/0/description", "Keep someone at the crossroads and let no more of the Legion stand there than of ours, for eleven minutes in all.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/three-hills.json:/objectives/1/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/three-hills.json:/objectives/1/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-hills.json:/events/0/message", "The line is yours. The swarm drifts south.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-hills.json:/events/1/message", "The column on the northern road has passed the frontier stones.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-hills.json:/events/2/message", "Two minutes more.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/town-ambush.json:/title", "The Empty Market")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/town-ambush.json:/summary", "Twelve machines in an empty town, a column that does not know it yet, and two roads it may take.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/town-ambush.json:/briefing", "The people of Marlow were moved out in spring. Their market still stands, and the road behind it leads to the depot that three sectors live on. A Legion column means to use that road this afternoon.\n"
  "\n"
  "The ground. The town sits in a bend of the Saddle Water. West of it the meadows are marsh; a machine crosses them slowly and is seen. North, the high road comes down between orchards to Tannery Row. East, Salt Bridge carries a second road to the Station. Houses hide a machine and open sides and rears to it at two hundred metres; in the open a tank is met by its front.\n"
  "\n"
  "What is known. A wide line of scouts goes ahead. Behind them, dragoons and tanks. The column has split before: noise on the one road, weight on the other. A second column is a quarter of an hour behind the first, nearer if the first is in trouble.\n"
  "\n"
  "The task. Break the column in the town, and keep the South Gate shut. One will do much of the other, but not all of it: machines that chase leave the gate open. When the relief is through, headquarters will say so. The way out is the sunken lane past the Kiln.\n"
  "\n"
  "First Platoon lies in the Orchards, two kilometres before the town, Second on the Salt Bridge road beyond the Station, Third waits in the yards north-west of the South Gate.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/0/name", "Marlow")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/1/name", "Tannery Row")

/* Translators: Name of a place on the map, said over the radio too (its kind: objective).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/2/name", "The Market")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/3/name", "The Station")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/4/name", "South Gate")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/5/name", "The Kiln")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/6/name", "Salt Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/7/name", "Weir Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/8/name", "The Orchards")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/9/name", "Crow Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/10/name", "Lark Rise")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/11/name", "Toll House")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/12/name", "Drowned Meadow")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/town-ambush.json:/terrain/places/13/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/town-ambush.json:/objectives/0/title", "Break the column")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/town-ambush.json:/objectives/0/description", "Destroy half of the Legion's machines that come. Where, is for you to say.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/town-ambush.json:/objectives/1/title", "Keep the South Gate shut")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/town-ambush.json:/objectives/1/description", "For eighteen minutes no three of theirs may stand at the South Gate with fewer of ours.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/town-ambush.json:/objectives/2/title", "Bring them through")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/town-ambush.json:/objectives/2/description", "Done in full when four of five are alive at the end.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/town-ambush.json:/objectives/3/title", "Leave by the Kiln")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/town-ambush.json:/objectives/3/description", "Given when the relief is through: eight of ten of the living at the Kiln or behind it.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/town-ambush.json:/events/0/message", "The line is yours. The column left Hollow Farm ten minutes ago.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/town-ambush.json:/events/1/message", "A second column has passed the Toll House stones, or soon will.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/town-ambush.json:/events/2/message", "Headquarters hears that the column is in disorder. The second one has been told to hurry.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/town-ambush.json:/events/3/message", "Headquarters notes your losses. The gate must stay shut.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/town-ambush.json:/events/4/message", "The relief is nearly through. Be ready to leave by the Kiln.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/town-ambush.json:/events/5/message", "The relief is through. Marlow is yours to leave. Go by the Kiln.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/town-ambush.json:/events/6/message", "The gate is open. The relief goes round by the hills. Get your people out by the Kiln.")

/* Translators: Title of a battle.  */
NC_ ("scenarios/training.json:/title", "The Ford at Sedge Mill")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("scenarios/training.json:/summary", "A short drill: two platoons, one ford, and a feeler that becomes an attack.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("scenarios/training.json:/briefing", "This is a drill of three minutes.\n"
  "\n"
  "Five machines hold the ford at Sedge Mill. You will not see the ground. You will hear what the pilots see, and their words are your map.\n"
  "\n"
  "Scouts of the Legion feel along the river first. Where they stay, something heavier follows within a minute or two. First Platoon stands at the ford. Second Platoon waits in the woods to the west and can strike whoever fords the river from the side.\n"
  "\n"
  "Listen, place what you hear, and say as little as will do. An order and its read-back take seven seconds on the only net there is.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/training.json:/terrain/places/0/name", "Sedge Mill")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("scenarios/training.json:/terrain/places/1/name", "Mill Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("scenarios/training.json:/terrain/places/2/name", "West Wood")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("scenarios/training.json:/terrain/places/3/name", "Gallows Hill")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("scenarios/training.json:/terrain/places/4/name", "Point 12")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("scenarios/training.json:/terrain/places/5/name", "North Farm")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("scenarios/training.json:/terrain/places/6/name", "Depot")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("scenarios/training.json:/objectives/0/title", "Hold the ford")

/* Translators: What an objective asks for.  */
NC_ ("scenarios/training.json:/objectives/0/description", "Keep someone at Mill Ford and let no more of the Legion stand there than of ours.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/training.json:/events/0/message", "The drill has begun. Scouts are reported north of the river.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/training.json:/events/1/message", "One minute left.")

/* Translators: Title of a campaign.  */
NC_ ("campaigns/spearhead/campaign.json:/title", "Spearhead")

/* Translators: One or two sentences on a campaign, on its card in the library.  */
NC_ ("campaigns/spearhead/campaign.json:/summary", "A handler behind the wall, a squadron beyond it, and a link that carries only voices. Six months without replacements.")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/walker/one", "Juggernaut")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/walker/other", "Juggernauts")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/scout/one", "Ameise")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/scout/other", "Ameise")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/dragoon/one", "Grauwolf")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/dragoon/other", "Grauwolf")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/tank/one", "Löwe")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/tank/other", "Löwe")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/jammer/one", "Eintagsfliege swarm")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/jammer/other", "Eintagsfliege swarms")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/heavy-tank/one", "Dinosauria")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/heavy-tank/other", "Dinosauria")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/ambusher/one", "Stier")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/ambusher/other", "Stier")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/anti-air/one", "Stachelschwein")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/anti-air/other", "Stachelschwein")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/control/one", "Rabe")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/control/other", "Rabe")

/* Translators: A kind of machine: one of it, as in “one scout”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/recoverer/one", "Tausendfüßler")

/* Translators: A kind of machine: several of it, as in “four scouts”.  */
NC_ ("campaigns/spearhead/campaign.json:/type_names/recoverer/other", "Tausendfüßler")

/* Translators: Title of a battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/title", "First Link")

/* Translators: One or two sentences on a battle, on its card in the library.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/summary", "Twenty-one voices that did not ask for you. Hold the road at Ried and be of use.")

/* Translators: What is read before a battle; an empty line begins a paragraph.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/briefing", "Route 12 crosses the Lerne east of Ried. An advance guard of the Legion is coming down it, and whoever holds Ried holds the road.\n"
  "\n"
  "You have the Spearhead squadron on the link for the first time: six platoons, twenty-one machines. On paper they are equipment without crews. They will answer to call signs. They have had other handlers, none for long, and they will fight this battle whether you speak or not.\n"
  "\n"
  "The river can be crossed in three places: the bridge on Route 12, the Upper Ford to the north, the Mill Ford to the south. Their scouts will look at all three. The main body will not come by all three. Find out which way it takes before it is there, and keep Fifth Platoon in hand until you know.\n"
  "\n"
  "An Eintagsfliege swarm hangs over Sorn. Where it goes, the machines' positions no longer reach you, and the map in front of you grows old. The link does not care about swarms.\n"
  "\n"
  "The squadron must be at Ried for twenty-one minutes in all, and for twenty the road must stay closed: no more than three of the Legion near the town. Nobody here expects more of you than that you stay on the line.")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/0/name", "Ried")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/1/name", "Sorn")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/2/name", "Hasel")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/3/name", "Moorhof")

/* Translators: Name of a place on the map, said over the radio too (its kind: town).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/4/name", "Weiler")

/* Translators: Name of a place on the map, said over the radio too (its kind: bridge).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/5/name", "Ried Bridge")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/6/name", "Upper Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: ford).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/7/name", "Mill Ford")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/8/name", "Krähenholz")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/9/name", "Rauwald")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/10/name", "Sornholz")

/* Translators: Name of a place on the map, said over the radio too (its kind: woods).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/11/name", "Birkicht")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/12/name", "Point 271")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/13/name", "Point 304")

/* Translators: Name of a place on the map, said over the radio too (its kind: hill).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/14/name", "Galgenberg")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/15/name", "Point 118")

/* Translators: Name of a place on the map, said over the radio too (its kind: point).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/16/name", "Point 204")

/* Translators: Name of a place on the map, said over the radio too (its kind: base).  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/terrain/places/17/name", "Camp")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/0/title", "Hold the road at Ried")

/* Translators: What an objective asks for.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/0/description", "Keep someone at Ried and let no more of the Legion stand there than of ours, for twenty-one minutes in all.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/1/title", "Keep the road closed")

/* Translators: What an objective asks for.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/1/description", "Let no more than three of the Legion stand within a kilometre and a half of Ried, for twenty minutes in all.")

/* Translators: Title of an objective; the operator desk reads it out.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/2/title", "Bring them back")

/* Translators: What an objective asks for.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/2/description", "Done in full when four of five are alive at the end.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/0/message", "Spearhead is on the link. Twenty-one synced. The line is yours.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/1/message", "Frontier radar has scouts on Route 12, east of Sorn. It has nothing else.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/2/message", "Radar is blind over the Lerne. We have only what you tell us.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/3/message", "Five minutes more. Then they may come home.")
