/* Made by po/extract-texts, for xgettext alone: never compiled.  A test compares.  */

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
  "First Platoon holds Beacon Hill, Second the crossroads. Third is your reserve at the quarry. Their captain will fight the battle that he sees. You are here for the one he does not see.")

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
NC_ ("scenarios/three-hills.json:/objectives/1/description", "Counts those who are alive when the battle ends.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-hills.json:/events/0/message", "The line is yours. The swarm drifts south.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-hills.json:/events/1/message", "The column on the northern road has passed the frontier stones.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("scenarios/three-hills.json:/events/2/message", "Two minutes more.")

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
  "The squadron must be at Ried for twenty-one minutes in all. Nobody here expects more of you than that you stay on the line.")

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
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/1/title", "Bring them back")

/* Translators: What an objective asks for.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/objectives/1/description", "Counts those who are alive when the battle ends.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/0/message", "Spearhead is on the link. Twenty-one synced. The line is yours.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/1/message", "Frontier radar has scouts on Route 12, east of Sorn. It has nothing else.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/2/message", "Radar is blind over the Lerne. We have only what you tell us.")

/* Translators: The operator desk reads this out during the battle.  */
NC_ ("campaigns/spearhead/scenarios/first-link.json:/events/3/message", "Five minutes more. Then they may come home.")
