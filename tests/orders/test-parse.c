/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type, and what becomes of it.  */
#include "order-fixture.h"

typedef struct {
  const char *text, *canonical;
} Accepted;

static const Accepted accepted[] = {
    {"all units, net short", "All units, net short"},
    {"net quiet", "All units, net quiet"},
    {"third platoon, net open", "Third Platoon, net open"},
    {"keep it short please", "All units, net short"},
    {"radio silence", "All units, net quiet"},
    {"sync leaders", "All units, sync leaders"},
    {"all units, sync all", "All units, sync all"},
    {"Undertaker, sync off", "Undertaker, sync off"},
    {"Falke and second platoon, sync back on", "Falke and Second Platoon, sync on"},
    {"listen in to third platoon", "Listen in to Third Platoon"},
    {"listen in on the third platoon", "Listen in to Third Platoon"},
    {"listen in off", "Listen in off"},
    /* Addressees.  */
    {"Falke, hold", "Falke, hold"},
    {"falke hold", "Falke, hold"},
    {"FALKE HOLD!", "Falke, hold"},
    {"Falke: hold.", "Falke, hold"},
    {"All units, hold", "All units, hold"},
    {"everyone hold", "All units, hold"},
    {"squadron, cease fire", "All units, cease fire"},
    {"first platoon hold", "First Platoon, hold"},
    {"1st platoon, hold", "First Platoon, hold"},
    {"1st, hold", "First Platoon, hold"},
    {"Second, scout to C05 careful", "Second Platoon, scout to C05, careful"},
    {"platoon two hold", "Second Platoon, hold"},
    {"Platoon 6, hold", "Sixth Platoon, hold"},
    {"first-platoon, hold", "First Platoon, hold"},
    {"Wehrwolf and Falke, hold", "Wehrwolf and Falke, hold"},
    {"Wehrwolf, Falke, hold", "Wehrwolf and Falke, hold"},
    {"Wehrwolf, Falke and Griffin, hold", "Wehrwolf, Falke and Griffin, hold"},
    {"Wehrwolf and Falke and Griffin hold", "Wehrwolf, Falke and Griffin, hold"},
    {"First Platoon and Griffin, hold", "First Platoon and Griffin, hold"},
    {"Falke and Falke, hold", "Falke, hold"},
    {"Kirschblüte, hold", "Kirschblüte, hold"},
    {"kirschbluete hold", "Kirschblüte, hold"},
    {"kirschblute hold", "Kirschblüte, hold"},
    {"KIRSCHBLÜTE hold", "Kirschblüte, hold"},
    {"La Bête, hold", "La Bête, hold"},
    {"la bete hold", "La Bête, hold"},
    {"labete hold", "La Bête, hold"},
    {"la-bete hold", "La Bête, hold"},
    {"third four hold", "Third Four, hold"},
    {"Third Four, hold", "Third Four, hold"},
    {"3rd 4, hold", "Third Four, hold"},
    {"third-four, hold", "Third Four, hold"},
    {"third hold", "Third Platoon, hold"},
    {"Laughing Fox hold", "Laughing Fox, hold"},
    {"laughingfox hold", "Laughing Fox, hold"},
    {"UT, hold", "Undertaker, hold"},
    /* Small mistakes.  */
    {"undertker hold", "Undertaker, hold"},
    {"Undretaker, hold", "Undertaker, hold"},
    {"under taker hold", "Undertaker, hold"},
    {"werwolf hold", "Wehrwolf, hold"},
    {"grifin hold", "Griffin, hold"},
    {"laughing fx hold", "Laughing Fox, hold"},
    {"frist platoon hold", "First Platoon, hold"},
    {"Mantikore, hold", "Manticore, hold"},
    {"kirshblüte, hold", "Kirschblüte, hold"},
    /* Verbs.  */
    {"Falke, move to G04", "Falke, move to G04"},
    {"Falke go to G04", "Falke, move to G04"},
    {"Falke, advance to G04", "Falke, move to G04"},
    {"Falke, proceed to G04", "Falke, move to G04"},
    {"Falke head for G04", "Falke, move to G04"},
    {"Falke, take position at G04", "Falke, move to G04"},
    {"Falke move G04", "Falke, move to G04"},
    {"Falke scout G04", "Falke, scout to G04"},
    {"Falke recce G04", "Falke, scout to G04"},
    {"Falke, have a look at G04", "Falke, scout to G04"},
    {"Falke, attack track seven", "Falke, attack T07"},
    {"Falke engage T07", "Falke, attack T07"},
    {"Falke fire on track 7", "Falke, fire on T07"},
    {"Snow Witch, salvo on G04-7", "Snow Witch, fire on G04-7"},
    {"interceptors, fire mission on golf zero four", "Interceptors, fire on G04"},
    {"guns on the wall, fire at T07", "Interceptors, fire on T07"},
    {"Falke, open fire on T07", "Falke, attack T07"},
    {"Falke attack G09", "Falke, attack G09"},
    {"Falke, hold at Point 304", "Falke, hold at Point 304"},
    {"Falke stay put", "Falke, hold"},
    {"Falke halt", "Falke, hold"},
    {"Falke hold position", "Falke, hold"},
    {"Falke hold your position", "Falke, hold"},
    {"Falke hold the line at Altmar", "Falke, hold at Altmar"},
    {"Falke, defend Altmar bridge", "Falke, hold at Altmar bridge"},
    {"First Platoon, fall back to Point 304 via G08",
     "First Platoon, fall back to Point 304 via G08"},
    {"First Platoon, withdraw to Point 304", "First Platoon, fall back to Point 304"},
    {"First Platoon pull back to Point 304", "First Platoon, fall back to Point 304"},
    {"Falke retreat to Hasel", "Falke, fall back to Hasel"},
    {"falke, fall-back hasel", "Falke, fall back to Hasel"},
    {"Falke cease fire", "Falke, cease fire"},
    {"Falke, cease-fire", "Falke, cease fire"},
    {"Falke, hold fire", "Falke, cease fire"},
    {"Falke, check fire at once", "Falke, cease fire, at once"},
    {"Falke report", "Falke, report"},
    {"Falke, sitrep", "Falke, report"},
    {"Falke report position", "Falke, report position"},
    {"Falke report your position", "Falke, report position"},
    {"Falke report ammo", "Falke, report ammunition"},
    {"Falke, report damage", "Falke, report damage"},
    {"Falke report contacts", "Falke, report contact"},
    {"Falke, report where you are", "Falke, report position"},
    {"Falke, report all", "Falke, report"},
    {"Falke, belay that", "Falke, cancel"},
    {"Falke cancel", "Falke, cancel"},
    {"First Platoon, attack G09 on mark two", "First Platoon, attack G09, on mark 2"},
    {"Falke, on my mark move to G04", "Falke, move to G04, on mark 1"},
    {"Falke, hold on mark 3", "Falke, hold, on mark 3"},
    {"Falke, cancel on mark 2", "Falke, cancel, on mark 2"},
    {"all units, mark 2", "All units, mark 2"},
    {"mark two", "All units, mark 2"},
    {"mark", "All units, mark 1"},
    {"say again", "All units, say again"},
    {"repeat that, please", "All units, say again"},
    {"Falke, say again", "Falke, say again"},
    {"Falke say again your last", "Falke, say again"},
    {"First Platoon, overwatch", "First Platoon, overwatch"},
    {"First Platoon, overwatch near Point 304 facing east",
     "First Platoon, overwatch at Point 304, facing east"},
    {"Falke, lie in wait at Altmar bridge", "Falke, ambush at Altmar bridge"},
    {"First Platoon, close up", "First Platoon, regroup"},
    {"First Platoon, rally on Falke", "First Platoon, regroup at Falke"},
    {"Second Platoon, follow First Platoon", "Second Platoon, follow First Platoon"},
    {"Falke, stay with Griffin", "Falke, follow Griffin"},
    {"First Platoon, you have a free hand", "First Platoon, free hand"},
    {"all units, use your own judgement", "All units, free hand"},
    {"all units, disregard", "All units, cancel"},
    /* Grid references.  */
    {"Falke, move to g04", "Falke, move to G04"},
    {"Falke, move to G04-7", "Falke, move to G04-7"},
    {"Falke, move to G04/7", "Falke, move to G04-7"},
    {"Falke, move to G 04", "Falke, move to G04"},
    {"Falke, move to G04 keypad 7", "Falke, move to G04-7"},
    {"Falke, move to golf zero four", "Falke, move to G04"},
    {"Falke, move to golf four", "Falke, move to G04"},
    {"Falke, move to golf four keypad seven", "Falke, move to G04-7"},
    {"Falke, move to G4", "Falke, move to G04"},
    {"Falke, move to G4-7", "Falke, move to G04-7"},
    {"Falke, move to g 4 via h 5", "Falke, move to G04 via H05"},
    {"Falke, move to golf four in two minutes", "Falke, move to G04, in 2 minutes"},
    {"interceptors, look at juliet seven", "Interceptors, look at J07"},
    {"interceptors, look at J7", "Interceptors, look at J07"},
    {"artillery strike on G4", "Interceptors, fire on G04"},
    {"interceptors, attack G4", "Interceptors, fire on G04"},
    {"Falke, enemy east", "Falke, expect, from east"},
    {"Falke, enemy to the west", "Falke, expect, from west"},
    {"Falke, be aware of track 7", "Falke, expect T07"},
    {"Falke move to golf zero four keypad seven", "Falke, move to G04-7"},
    {"Falke move to golf 04 keypad 7", "Falke, move to G04-7"},
    {"Falke move to golf twelve", "Falke, move to G12"},
    {"Falke move to golf one two", "Falke, move to G12"},
    {"Falke move to grid golf one two", "Falke, move to G12"},
    {"Falke move to square G12", "Falke, move to G12"},
    {"Falke move to alpha niner? no", NULL},
    {"Falke move to alpha zero niner", "Falke, move to A09"},
    {"Falke move to alfa zero nine", "Falke, move to A09"},
    {"Falke, move to juliet zero seven", "Falke, move to J07"},
    {"Falke, move to juliett zero seven", "Falke, move to J07"},
    /* Places.  */
    {"Falke move to point 304", "Falke, move to Point 304"},
    {"Falke move to point three zero four", "Falke, move to Point 304"},
    {"Falke move to point304", "Falke, move to Point 304"},
    {"Falke move to the Altmar bridge", "Falke, move to Altmar bridge"},
    {"Falke move to altmar", "Falke, move to Altmar"},
    {"Falke move to Kraehenholz", "Falke, move to Krähenholz"},
    {"Falke move to Krahenholz", "Falke, move to Krähenholz"},
    {"Falke move to Krähenhloz", "Falke, move to Krähenholz"},
    {"Falke move to place:south-ford", "Falke, move to South ford"},
    {"Falke move to the South Ford", "Falke, move to South ford"},
    /* Tracks, machines.  */
    {"Falke, attack track two", "Falke, attack T02"},
    {"Falke, attack T02", "Falke, attack T02"},
    {"Falke, attack T2", "Falke, attack T02"},
    {"Falke, attack tango two", "Falke, attack T02"},
    {"Falke, attack track T02", "Falke, attack T02"},
    {"Falke, attack track one two", "Falke, attack T12"},
    {"Falke, attack track twelve", "Falke, attack T12"},
    {"Falke, attack track 12", "Falke, attack T12"},
    {"Falke, scout to track three", "Falke, scout to T03"},
    {"Falke, move to Wehrwolf", "Falke, move to Wehrwolf"},
    {"Falke, fall back to third four", "Falke, fall back to Third Four"},
    /* Here.  */
    {"Falke, move here", "Falke, move to G04-7"},
    {"Falke move there fast", "Falke, move to G04-7, fast"},
    {"Falke hold here", "Falke, hold at G04-7"},
    /* Via.  */
    {"Falke, move to G04 via G05", "Falke, move to G04 via G05"},
    {"Falke, move to G04 via G05 via G06", "Falke, move to G04 via G05 and G06"},
    {"Falke, move to G04 via G05 and G06", "Falke, move to G04 via G05 and G06"},
    {"Falke, move to G04 via G05 then Altmar", "Falke, move to G04 via G05 and Altmar"},
    {"Falke, move via G05 to G04", "Falke, move to G04 via G05"},
    {"Falke, move to G04 by way of golf zero five", "Falke, move to G04 via G05"},
    {"Falke move to G04 through Rauwald", "Falke, move to G04 via Rauwald"},
    /* Modifiers.  */
    {"Falke, move to G04 fast", "Falke, move to G04, fast"},
    {"Falke, move to G04, quickly", "Falke, move to G04, fast"},
    {"Falke, quickly move to G04", "Falke, move to G04, fast"},
    {"Falke, move fast to G04", "Falke, move to G04, fast"},
    {"Falke, move to G04 careful", "Falke, move to G04, careful"},
    {"Falke, carefully scout G04", "Falke, scout to G04, careful"},
    {"Falke, move to G04 hidden", "Falke, move to G04, hidden"},
    {"Falke, move to G04 under cover", "Falke, move to G04, hidden"},
    {"Falke, move to G04 at once", "Falke, move to G04, at once"},
    {"Falke, move to G04 now", "Falke, move to G04, at once"},
    {"Falke, move to G04, at-once", "Falke, move to G04, at once"},
    {"Falke, move to G04 when ready", "Falke, move to G04, when ready"},
    {"Falke, move to G04 when you are ready", "Falke, move to G04, when ready"},
    {"Falke, hold facing north", "Falke, hold, facing north"},
    {"Falke, hold facing the north-east", "Falke, hold, facing north-east"},
    {"Falke hold facing northeast", "Falke, hold, facing north-east"},
    {"Falke, hold at G04 facing south west", "Falke, hold at G04, facing south-west"},
    {"Falke, hold facing 067", "Falke, hold, facing 067"},
    {"Falke, hold facing zero six seven", "Falke, hold, facing 067"},
    {"Falke, hold facing 90", "Falke, hold, facing east"},
    {"Falke, move to G04 via G05, fast, at once, facing east",
     "Falke, move to G04 via G05, fast, at once, facing east"},
    {"Falke, at once, move to G04, facing east, fast",
     "Falke, move to G04, fast, at once, facing east"},
    {"Falke, move to G04 fast fast", "Falke, move to G04, fast"},
    {"Falke, hold, fast", "Falke, hold, fast"},
    {"Falke, hold fast", "Falke, hold"},
    /* Filler.  */
    {"Handler One to Falke, move to G04", "Falke, move to G04"},
    {"uh Falke, um, move to, uh, G04 please", "Falke, move to G04"},
    {"Falke, would you please move to G04, over", "Falke, move to G04"},
    {"ok so, Falke, I want you to hold", "Falke, hold"},
    {"  Falke   ,   move\tto   G04  ", "Falke, move to G04"},
    {"<b>Falke</b>, hold", NULL},
    /* A time to begin.  */
    {"Falke, move to G04 in 2 minutes", "Falke, move to G04, in 2 minutes"},
    {"Falke, in two minutes move to G04 fast", "Falke, move to G04, fast, in 2 minutes"},
    {"Falke, hold at Altmar in 1 minute, facing north",
     "Falke, hold at Altmar, in 1 minute, facing north"},
    {"Black Dog, resupply in five minutes", "Black Dog, resupply, in 5 minutes"},
    {"Black Dog, promise resupply in five minutes",
     "Black Dog, promise resupply within 5 minutes"},
    /* Without a verb.  */
    {"Falke, back to G04", "Falke, move to G04"},
    {"Falke, sneak to G04", "Falke, move to G04, hidden"},
    {"Falke, rush to G04!", "Falke, move to G04, fast"},
    {"Falke, take cover", "Falke, hold, hidden"},
    {"Falke, hide at G04", "Falke, hold at G04, hidden"},
    {"Falke, face east", "Falke, hold, facing east"},
    {"Falke, turn to the south-west", "Falke, hold, facing south-west"},
    {"Falke, watch south", "Falke, overwatch, facing south"},
    {"Falke, ammo?", "Falke, report ammunition"},
    {"Falke, how many rounds have you got left?", "Falke, report ammunition"},
    {"Falke, how much ammo do you have?", "Falke, report ammunition"},
    {"Falke, where are you?", "Falke, report position"},
    {"Falke, what do you see?", "Falke, report contact"},
    {"Falke, are you hurt?", "Falke, report damage"},
    {"Falke, are you okay?", "Falke, report"},
    {"artillery on golf zero four", "Interceptors, fire on G04"},
    {"request fire support at G04", "Interceptors, fire on G04"},
    {"First Platoon, track one is coming from the north", "First Platoon, expect T01, from north"},
    {"First Platoon, enemy at G04", "First Platoon, expect G04"},
    {"First Platoon, warning, enemy at G04!", "First Platoon, expect G04"},
    {"Black Dog, relief in ten minutes", "Black Dog, promise relief within 10 minutes"},
    /* Said twice, said first, said last.  */
    {"Falke, hold, hold!", "Falke, hold"},
    {"Undertaker, get off the link", "Undertaker, sync off"},
    {"link off Undertaker", "Undertaker, sync off"},
    {"say again, Falke", "Falke, say again"},
    {"stop listening in", "Listen in off"},
    {"all units, sync all", "All units, sync all"},
    /* Other words.  */
    {"Captain, come back to G04", "Undertaker, move to G04"},
    {"all, fall back to Hasel", "All units, fall back to Hasel"},
    {"First and Second Platoons, march to Hasel",
     "First Platoon and Second Platoon, move to Hasel"},
    {"Falke, March Hare, hold", "Falke and March Hare, hold"},
    {"Falke, move to G04 via G05 and March Hare", "Falke, move to G04 via G05 and March Hare"},
    {"Falke, go and see what is at G04", "Falke, scout to G04"},
    {"Falke, keep an eye on the Altmar bridge", "Falke, overwatch at Altmar bridge"},
    {"Falke, stay where you are", "Falke, hold"},
    {"Falke, don't shoot", "Falke, cease fire"},
    {"Falke, covering fire on G04", "Falke, suppress G04"},
    {"Falke, join Wehrwolf", "Falke, regroup at Wehrwolf"},
    {"Fafnir, that's an order", "Fafnir, insist"},
    {"all units, maintain radio silence", "All units, net quiet"},
    {"Falke, attack G09 on my command", "Falke, attack G09, on mark 1"},
    /* A round that looks is the wall's; a pilot goes there himself.  */
    {"interceptors, look at juliet zero seven", "Interceptors, look at J07"},
    {"interceptors, have a look at T07", "Interceptors, look at T07"},
    {"interceptors, scout J07", "Interceptors, look at J07"},
    {"guns on the wall, recon round on J07-5 please", "Interceptors, look at J07-5"},
    {"Falke, look at J07", "Falke, scout to J07"},
    {"Falke, look at J07 fast", "Falke, scout to J07, fast"},
    {"Falke, move March Hare", "Falke, move to March Hare"},
    /* Fire again.  */
    {"Falke, weapons free", "Falke, weapons free"},
    {"all units, fire at will", "All units, weapons free"},
    {"First Platoon, fire free!", "First Platoon, weapons free"},
    {"Falke, you may fire again, now", "Falke, weapons free, at once"},
    /* Until others come.  */
    {"Falke, hold at Point 304 until relieved", "Falke, hold at Point 304, until relieved"},
    {"First Platoon, hold until you are relieved, facing north",
     "First Platoon, hold, until relieved, facing north"},
    {"Falke, until relieved hold at G04 fast", "Falke, hold at G04, fast, until relieved"},
    {"Falke, defend Altmar in 2 minutes till relieved", "Falke, hold at Altmar, in 2 minutes, until relieved"},
    /* A side alone.  */
    {"First Platoon, expect contact from the north", "First Platoon, expect, from north"},
    {"Falke, expect enemy from the south-west, possible", "Falke, expect, possible, from south-west"},
    {"Falke, watch out, from 067", "Falke, expect, from 067"},
    /* So far that way: Falke is at (3500, 5240).  */
    {"Falke, move 500 metres north", "Falke, move to D06-8"},
    {"Falke, move 500m north", "Falke, move to D06-8"},
    {"Falke, move two kilometres to the east, fast", "Falke, move to F06-2, fast"},
    {"Falke, move north-east 1 km", "Falke, move to E06-7"},
    {"Falke, scout 1500 metres south careful", "Falke, scout to D04-8, careful"},
    /* All but some.  */
    {"everyone except Third Platoon, hold",
     "First Platoon, Second Platoon, Fourth Platoon, Fifth Platoon and Sixth Platoon, hold"},
    {"all units but Third and Fourth Platoon, hold",
     "First Platoon, Second Platoon, Fifth Platoon and Sixth Platoon, hold"},
    {"everyone except Falke, hold",
     "Undertaker, Helianthus, Fafnir, Second Platoon, Third Platoon, Fourth Platoon, Fifth Platoon and"
     " Sixth Platoon, hold"},
    /* To the rear: away from the enemy, to the nearest place.  */
    {"Falke, fall back", "Falke, fall back to Rauwald"},
    {"Falke, fall back fast!", "Falke, fall back to Rauwald, fast"},
    {"First Platoon, pull back on mark 2", "First Platoon, fall back to Rauwald, on mark 2"},
};

typedef struct {
  const char *text;
  OrderProblem problem;
  const char *nearest; /* one of the readings offered, or NULL: not asked for */
} Refused;

static const Refused refused[] = {
    /* As somebody types who has never read how: whoever is named goes to the front.  */
    {"move First Platoon to G4", ORDER_NO_ADDRESSEE, "First Platoon, move to G04"},
    {"tell first platoon to move to G4", ORDER_NO_ADDRESSEE, "First Platoon, move to G04"},
    {"I want second platoon at G4", ORDER_NO_ADDRESSEE, "Second Platoon, hold at G04"},
    {"send third platoon to H6", ORDER_NO_ADDRESSEE, "Third Platoon, move to H06"},
    {"on my mark, First Platoon attack G05", ORDER_NO_ADDRESSEE, "First Platoon, attack G05, on mark 1"},
    {"where are you, Falke?", ORDER_NO_ADDRESSEE, "Falke, report position"},
    {"warn second platoon about track 7", ORDER_NO_ADDRESSEE, "Second Platoon, expect T07"},
    {"cancel all orders", ORDER_NO_ADDRESSEE, "All units, cancel"},
    {"call artillery on G5", ORDER_NO_ADDRESSEE, "Interceptors, fire on G05"},
    {"shoot them", ORDER_NO_ADDRESSEE, "First Platoon, attack T01"},
    {"stop", ORDER_NO_ADDRESSEE, "All units, hold"},
    {"Falke, shoot the closest enemy", ORDER_UNKNOWN_TARGET, "Falke, attack T02"},
    {"Falke, ambush them at F4", ORDER_UNKNOWN_TARGET, "Falke, ambush at F04"},
    {"Falke, wait for them at F4", ORDER_UNKNOWN_TARGET, "Falke, hold at F04"},
    {"Falke, hold the bridge", ORDER_UNKNOWN_WORDS, "Falke, hold"},
    {"Falke, move east", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, spread out", ORDER_UNKNOWN_VERB, NULL},
    {"thank you", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"help", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"", ORDER_EMPTY, NULL},
    {"   ", ORDER_EMPTY, NULL},
    {"...", ORDER_EMPTY, NULL},
    {"move to G04", ORDER_NO_ADDRESSEE, "First Platoon, move to G04"},
    {"hold", ORDER_NO_ADDRESSEE, "All units, hold"},
    {"report", ORDER_NO_ADDRESSEE, "First Platoon, report"},
    {"attack T07 at once", ORDER_NO_ADDRESSEE, "First Platoon, attack T07, at once"},
    {"please cease fire", ORDER_NO_ADDRESSEE, "All units, cease fire"},
    {"Nobody, hold", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Zork move to G04", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"G04", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"hello there", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Under, hold", ORDER_UNKNOWN_ADDRESSEE, "Undertaker, hold"},
    {"Black, hold", ORDER_UNKNOWN_ADDRESSEE, "Black Dog, hold"},
    {"Fox, hold", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Wolf hold", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Wehr move to G04", ORDER_UNKNOWN_ADDRESSEE, "Wehrwolf, move to G04"},
    {"Fal, hold", ORDER_UNKNOWN_ADDRESSEE, "Falke, hold"},
    {"Flk, hold", ORDER_UNKNOWN_ADDRESSEE, "Falke, hold"},
    {"Gun, hold", ORDER_UNKNOWN_ADDRESSEE, "Gunslinger, hold"},
    {"Gunling, hold", ORDER_UNKNOWN_ADDRESSEE, "Gunslinger, hold"},
    {"seventh platoon, hold", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"8th, hold", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"third five, hold", ORDER_UNKNOWN_VERB, NULL},
    {"Falke and, hold", ORDER_NO_ADDRESSEE, NULL},
    {"Falke and Nobody, hold", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Interceptors and Falke, fire on G04", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Interceptors, move to G04", ORDER_UNKNOWN_WORDS, NULL},
    {"Interceptors, fire on G04, fast", ORDER_UNKNOWN_WORDS, "Interceptors, fire on G04"},
    {"Interceptors, fire on", ORDER_NO_TARGET, NULL},
    {"Falke and move to G04", ORDER_NO_ADDRESSEE, NULL},
    {"fith platoon, hold", ORDER_AMBIGUOUS, "Fifth Platoon, hold"},
    {"Falke", ORDER_NO_VERB, NULL},
    {"Falke, ", ORDER_NO_VERB, NULL},
    {"First Platoon and Griffin", ORDER_NO_VERB, NULL},
    {"Falke, fast", ORDER_NO_VERB, NULL},
    {"Falke, dance", ORDER_UNKNOWN_VERB, NULL},
    {"Falke mvoe to G04", ORDER_UNKNOWN_VERB, "Falke, move to G04"},
    {"Falke, scuot to G04", ORDER_UNKNOWN_VERB, "Falke, scout to G04"},
    {"Falke, atack T07", ORDER_UNKNOWN_VERB, "Falke, attack T07"},
    {"Falke, fal back to Hasel", ORDER_UNKNOWN_VERB, "Falke, fall back to Hasel"},
    {"Falke, G04", ORDER_UNKNOWN_VERB, NULL},
    {"Falke Wehrwolf hold", ORDER_UNKNOWN_VERB, NULL},
    {"Falke, juggle at G04", ORDER_UNKNOWN_VERB, NULL},
    {"Falke, move", ORDER_NO_TARGET, "Falke, move to Altmar bridge"},
    {"Falke, move to", ORDER_NO_TARGET, NULL},
    {"Falke, attack", ORDER_NO_TARGET, NULL},
    {"Falke, scout fast", ORDER_NO_TARGET, NULL},
    {"Falke, fall back via G04", ORDER_NO_TARGET, NULL},
    {"Falke, follow me", ORDER_NO_TARGET, "Falke, follow Undertaker"},
    {"First Platoon, follow us closely", ORDER_NO_TARGET, NULL},
    {"Falke, return to base", ORDER_UNKNOWN_TARGET, NULL},
    {"all units, move 500 metres north", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, move 15 kilometres north", ORDER_OFF_MAP, NULL},
    {"Falke, move 500 metres", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, move to G04 until relieved", ORDER_UNKNOWN_WORDS, "Falke, move to G04"},
    {"Falke, expect", ORDER_NO_TARGET, NULL},
    {"interceptors, look at J07 fast", ORDER_UNKNOWN_WORDS, "Interceptors, look at J07"},
    {"interceptors, look at J07 via G04", ORDER_UNKNOWN_WORDS, NULL},
    {"interceptors, look", ORDER_NO_TARGET, NULL},
    {"everyone except Nobody, hold", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"everyone except Falke and Griffin, hold", ORDER_TOO_LONG, NULL},
    {"Falke, move to G04 via", ORDER_NO_TARGET, NULL},
    {"Falke, move via G04", ORDER_NO_TARGET, NULL},
    {"all units, net", ORDER_NO_TARGET, "All units, net short"},
    {"all units, net short fast", ORDER_UNKNOWN_WORDS, "All units, net short"},
    {"Falke, net quiet", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"net leaders", ORDER_UNKNOWN_WORDS, NULL},
    {"Interceptors, net quiet", ORDER_UNKNOWN_WORDS, NULL},
    {"sync", ORDER_NO_TARGET, "All units, sync leaders"},
    {"sync off", ORDER_NO_ADDRESSEE, NULL},
    {"Falke, sync leaders", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Falke, sync off when ready", ORDER_UNKNOWN_WORDS, "Falke, sync off"},
    {"listen in", ORDER_NO_TARGET, NULL},
    {"listen in to Falke", ORDER_NO_TARGET, NULL},
    {"listen in to G04", ORDER_NO_TARGET, NULL},
    {"Falke, listen in to third platoon", ORDER_UNKNOWN_ADDRESSEE, NULL},
    {"Falke, hold via G04", ORDER_NO_TARGET, NULL},
    {"Falke, move to Nowhere", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, move to Point", ORDER_UNKNOWN_TARGET, "Falke, move to Point 304"},
    {"Falke, move to Point 305", ORDER_UNKNOWN_TARGET, "Falke, move to Point 304"},
    {"Falke, move to bridge", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, move to golf", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, move to golf zero", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, move to G047", ORDER_UNKNOWN_TARGET, "Falke, move to G04-7"},
    {"Falke, move to G04-0", ORDER_UNKNOWN_TARGET, "Falke, move to G04"},
    {"Falke, move to G04 keypad", ORDER_UNKNOWN_TARGET, "Falke, move to G04"},
    {"Falke, move to G04 keypad twelve", ORDER_UNKNOWN_TARGET, "Falke, move to G04"},
    {"Falke, attack track five", ORDER_UNKNOWN_TARGET, "Falke, attack T02"},
    {"Falke, attack T99", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, attack track", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, attack Wehrwolf", ORDER_UNKNOWN_TARGET, NULL},
    {"Falke, fall back to second platoon", ORDER_UNKNOWN_TARGET, "Falke, fall back to Wehrwolf"},
    {"Falke, move to Z99", ORDER_OFF_MAP, "Falke, move to M12"},
    {"Falke, move to A00", ORDER_OFF_MAP, "Falke, move to A01"},
    {"Falke, move to N5", ORDER_OFF_MAP, "Falke, move to M05"},
    {"Falke, move to golf seven five", ORDER_OFF_MAP, "Falke, move to G07-5"},
    {"Falke, move to N05", ORDER_OFF_MAP, "Falke, move to M05"},
    {"Falke, move to alfa bravo zero four", ORDER_OFF_MAP, NULL},
    {"Falke, move to G04 via Q09", ORDER_OFF_MAP, "Falke, move to G04 via M09"},
    {"Falke, move to G04 fats", ORDER_UNKNOWN_WORDS, "Falke, move to G04, fast"},
    {"Falke, move to G04 carefuly", ORDER_UNKNOWN_WORDS, "Falke, move to G04, careful"},
    {"Falke, move to G04 wearing hats", ORDER_UNKNOWN_WORDS, "Falke, move to G04"},
    {"Falke, move to golf zero four seven", ORDER_UNKNOWN_WORDS, "Falke, move to G04-7"},
    {"Falke, move to Altmar bridg", ORDER_UNKNOWN_WORDS, "Falke, move to Altmar bridge"},
    {"Falke, move to G04 and hold", ORDER_UNKNOWN_WORDS, "Falke, move to G04"},
    {"Falke, move to G04 then report", ORDER_UNKNOWN_WORDS, "Falke, move to G04"},
    {"Falke, move to G04 G05", ORDER_UNKNOWN_WORDS, "Falke, move to G04"},
    {"Falke, hold in 2 minutes on mark 1", ORDER_UNKNOWN_WORDS, "Falke, hold, in 2 minutes"},
    {"Falke, hold at once in 2 minutes", ORDER_UNKNOWN_WORDS, "Falke, hold, in 2 minutes"},
    {"Falke, hold in 70 minutes", ORDER_UNKNOWN_WORDS, NULL},
    {"Falke, cancel in 2 minutes", ORDER_UNKNOWN_WORDS, "Falke, cancel"},
    {"net short in 2 minutes", ORDER_UNKNOWN_WORDS, "All units, net short"},
    {"Interceptors, fire on G04 in 2 minutes", ORDER_UNKNOWN_WORDS, "Interceptors, fire on G04"},
    {"Interceptors, ammunition", ORDER_UNKNOWN_VERB, NULL},
    {"Interceptors, G04", ORDER_UNKNOWN_VERB, "Interceptors, fire on G04"},
    {"artillery G4", ORDER_UNKNOWN_VERB, "Interceptors, look at G04"},
    {"Falke, take", ORDER_NO_TARGET, NULL},
    {"Falke, to", ORDER_UNKNOWN_VERB, NULL},
    {"Falke, run", ORDER_NO_VERB, NULL},
    {"Falke, cease fire fast", ORDER_UNKNOWN_WORDS, "Falke, cease fire"},
    {"Falke, cease fire via G04", ORDER_UNKNOWN_WORDS, NULL},
    {"Falke, report facing north", ORDER_UNKNOWN_WORDS, "Falke, report"},
    {"Falke, cancel G04", ORDER_UNKNOWN_WORDS, "Falke, cancel"},
    {"Falke, report banana", ORDER_UNKNOWN_WORDS, "Falke, report"},
    {"Falke, hold facing", ORDER_UNKNOWN_WORDS, NULL},
    {"Falke, hold facing backwards", ORDER_UNKNOWN_WORDS, NULL},
    {"Falke, hold facing 400", ORDER_UNKNOWN_WORDS, NULL},
    {"Falke, hold facing nroth", ORDER_UNKNOWN_WORDS, "Falke, hold, facing north"},
    {"Falke, move to G04 fast careful", ORDER_AMBIGUOUS, "Falke, move to G04, careful"},
    {"Falke, move to G04 at once when ready", ORDER_AMBIGUOUS, NULL},
    {"Falke, hold facing north facing south", ORDER_AMBIGUOUS, NULL},
    {"Falk, mvoe to G4", ORDER_UNKNOWN_VERB, "Falke, move to G04"},
    {"Falke, move to G04 via G05 and G06 and G07 and G08 and G09 and G10 and G11", ORDER_TOO_LONG,
     NULL},
    {"Undertaker and Helianthus and Falke and Fafnir and Wehrwolf and Manticore and Griffin and "
     "Dandelion and Argus, hold",
     ORDER_TOO_LONG, NULL},
};

static void
test_accepted (OrderFixture *fixture, gconstpointer data)
{
  const BaseVec here = base_vec (6100, 3900);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++) {
    g_autoptr (OrderReading) reading =
        order_parse (fixture->book, fixture->view, &here, accepted[i].text);

    /* No canonical text: only that it is not taken.  */
    if (!accepted[i].canonical) {
      g_assert_cmpint (reading->problem, !=, ORDER_OK);
      continue;
    }
    if (reading->problem != ORDER_OK)
      g_error ("“%s” is refused: %s", accepted[i].text, reading->reason);
    g_assert_cmpstr (reading->canonical, ==, accepted[i].canonical);
    n++;
  }
  g_assert_cmpuint (n, >=, 120);
}

static void
test_refused (OrderFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (OrderReading) reading =
        order_parse (fixture->book, fixture->view, NULL, refused[i].text);

    if (reading->problem == ORDER_OK)
      g_error ("“%s” is taken for “%s”", refused[i].text, reading->canonical);
    if (reading->problem != refused[i].problem)
      g_error ("“%s”: problem %d, not %d: %s", refused[i].text, reading->problem,
               refused[i].problem, reading->reason);
    g_assert_cmpstr (reading->reason, !=, "");
    if (refused[i].nearest &&
        !g_strv_contains ((const char *const *) reading->nearest, refused[i].nearest)) {
      g_autofree char *all = g_strjoinv (" | ", reading->nearest);

      g_error ("“%s” should offer “%s”: %s", refused[i].text, refused[i].nearest, all);
    }
  }
  g_assert_cmpuint (G_N_ELEMENTS (refused), >=, 60);
}

/* Whatever is offered can be taken as it stands.  */
static void
test_offers (OrderFixture *fixture, gconstpointer data)
{
  guint offers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (OrderReading) reading =
        order_parse (fixture->book, fixture->view, NULL, refused[i].text);

    for (char **offer = reading->nearest; *offer; offer++, offers++) {
      g_autoptr (OrderReading) taken = order_parse (fixture->book, fixture->view, NULL, *offer);

      g_assert_cmpint (taken->problem, ==, ORDER_OK);
      g_assert_cmpstr (taken->canonical, ==, *offer);
    }
  }
  g_assert_cmpuint (offers, >, 60);
}

static void
test_understood (OrderFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *understood;
  } cases[] = {
      {"move", ""},
      {"Falke, dance", "Falke"},
      {"Falke and Griffin, move", "Falke and Griffin, move"},
      {"falke go to g04 wearing hats", "Falke, move to G04"},
      {"1st, fall back to Hasel via Z99", "First Platoon, fall back to Hasel"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrderReading) reading = order_parse (fixture->book, NULL, NULL, cases[i].text);

    g_assert_cmpstr (reading->understood, ==, cases[i].understood);
  }
}

/* What is not known can not be aimed at; the map's cursor is asked for where it is needed.  */
static void
test_without_view (OrderFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {"Falke, attack track two", "Falke, move to Wehrwolf",
                                      "Falke, move here", "Falke, move there"};
  const BaseVec outside = base_vec (-5, 3);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (OrderReading) reading = order_parse (fixture->book, NULL, NULL, texts[i]);
    g_autoptr (OrderReading) off = order_parse (fixture->book, NULL, &outside, texts[i]);

    g_assert_cmpint (reading->problem, ==, ORDER_UNKNOWN_TARGET);
    g_assert_cmpint (off->problem, ==, ORDER_UNKNOWN_TARGET);
  }
}

/* On a wide map T07 is a square as well.  */
static void
test_track_or_square (OrderFixture *fixture, gconstpointer data)
{
  g_autoptr (OrderBook) wide = fixture_book_of_size (30000, 12000);
  static const struct {
    const char *text;
    OrderProblem problem;
    const char *canonical;
  } cases[] = {
      {"Falke, move to T07", ORDER_AMBIGUOUS, NULL},
      {"Falke, move to tango zero seven", ORDER_AMBIGUOUS, NULL},
      {"Falke, move to track 7", ORDER_OK, "Falke, move to track 7"},
      {"Falke, move to track T07", ORDER_OK, "Falke, move to track 7"},
      {"Falke, move to T7", ORDER_OK, "Falke, move to track 7"},
      {"Falke, move to grid T07", ORDER_OK, "Falke, move to grid T07"},
      {"Falke, move to T07-3", ORDER_OK, "Falke, move to T07-3"},
      {"Falke, move to T08", ORDER_OK, "Falke, move to grid T08"},
      {"Falke, move to AB04", ORDER_OK, "Falke, move to AB04"},
      {"Falke, move to alfa bravo zero four", ORDER_OK, "Falke, move to AB04"},
      {"Falke, move to AB 04 keypad 1", ORDER_OK, "Falke, move to AB04-1"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrderReading) reading = order_parse (wide, fixture->view, NULL, cases[i].text);

    g_assert_cmpint (reading->problem, ==, cases[i].problem);
    g_assert_cmpstr (reading->canonical, ==, cases[i].canonical);
    if (cases[i].problem == ORDER_AMBIGUOUS)
      g_assert_cmpuint (g_strv_length (reading->nearest), ==, 2);
  }
}

static void
test_command (OrderFixture *fixture, gconstpointer data)
{
  g_autoptr (OrderReading) reading =
      order_parse (fixture->book, fixture->view, NULL,
                   "first platoon and la bete, fall back to point 304 via golf zero eight keypad "
                   "nine, hidden, when ready, facing south-east");
  const SimCommand *command = &reading->command;
  g_autofree char *first = order_addressee_id (fixture->book, &command->addressees[0]);
  g_autofree char *second = order_addressee_id (fixture->book, &command->addressees[1]);
  g_autofree char *target = order_target_id (fixture->book, &command->target);
  g_autofree char *via = order_target_id (fixture->book, &command->via[0]);

  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  g_assert_cmpuint (command->id, ==, 0);
  g_assert_cmpuint (command->verb, ==, SIM_VERB_FALL_BACK);
  g_assert_cmpuint (command->n_addressees, ==, 2);
  g_assert_cmpstr (first, ==, "first-platoon");
  g_assert_cmpstr (second, ==, "la-bete");
  g_assert_cmpstr (target, ==, "place:point-304");
  g_assert_cmpstr (via, ==, "G08-9");
  g_assert_cmpfloat (command->target.position.x, ==, 3100);
  g_assert_cmpuint (command->n_via, ==, 1);
  g_assert_cmpuint (command->posture, ==, SIM_POSTURE_HIDDEN);
  g_assert_cmpuint (command->timing, ==, SIM_TIMING_WHEN_READY);
  g_assert_cmpfloat (command->facing_deg, ==, 135);
  g_assert_cmpstr (reading->read_back, ==,
                   "Falling back to Point 304 via golf zero eight keypad nine, hidden, when ready, "
                   "facing south-east");
}

/* The table of the play design: 7 to 12 words and a read-back last 5.6 to 8.8 s.  */
static void
test_air_time (OrderFixture *fixture, gconstpointer data)
{
  g_autoptr (OrderReading) brief = order_parse (fixture->book, NULL, NULL, "Falke, hold");
  g_autoptr (OrderReading) usual = order_parse (fixture->book, NULL, NULL, "Falke, move to G04");
  g_autoptr (OrderReading) typed =
      order_parse (fixture->book, NULL, NULL, "uh Falke please proceed to golf zero four over");
  g_autoptr (OrderReading) wordy = order_parse (
      fixture->book, NULL, NULL, "Falke, move to G04-7 via G05 and G06, fast, at once");

  g_assert_cmpfloat (brief->air_s, <, usual->air_s);
  g_assert_cmpfloat (usual->air_s, >, 5);
  g_assert_cmpfloat (usual->air_s, <, 8.8);
  g_assert_cmpfloat (typed->air_s, ==, usual->air_s);
  g_assert_cmpfloat (wordy->air_s, >, usual->air_s + 6);
}

static void
test_ids (OrderFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *call_sign;
    guint platoon, number;
    const char *id;
  } cases[] = {
      {"Wehrwolf", 0, 1, "wehrwolf"},  {"Kirschblüte", 0, 1, "kirschbluete"},
      {"La Bête", 0, 1, "la-bete"},    {"Laughing Fox", 0, 1, "laughing-fox"},
      {"Straße 9", 0, 1, "strasse-9"}, {"", 2, 4, "third-four"},
      {NULL, 0, 9, "first-nine"},      {"O'Hare", 0, 1, "ohare"},
      {"Ångström", 0, 1, "angstroem"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *id = order_machine_id (cases[i].call_sign, cases[i].platoon, cases[i].number);

    g_assert_cmpstr (id, ==, cases[i].id);
  }
  g_assert_cmpint (order_book_find_machine (fixture->book, "kirschbluete"), ==, 11);
  g_assert_cmpint (order_book_find_machine (fixture->book, "nobody"), ==, -1);
  g_assert_cmpstr (order_book_spoken_name (fixture->book, 10), ==, "Third Four");
  g_assert_cmpstr (order_book_platoon_name (fixture->book, 5), ==, "Sixth Platoon");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/orders/parse/" path, OrderFixture, NULL, order_fixture_set_up, function, \
              order_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("accepted", test_accepted);
  ADD ("refused", test_refused);
  ADD ("offers", test_offers);
  ADD ("understood", test_understood);
  ADD ("without-view", test_without_view);
  ADD ("track-or-square", test_track_or_square);
  ADD ("command", test_command);
  ADD ("air-time", test_air_time);
  ADD ("ids", test_ids);
  return g_test_run();
}
