/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every phrase that can be said, in the words of people on a tactical net: short, each in a few
 * wordings that mean the same and fit one as well as many.  Positions are fine where they are
 * first told and someone must find the place; elsewhere the square is enough and saves air.  */
#include "orders/order-wording.h"

#include <glib/gi18n-lib.h>

static const OrderWording wordings[SIM_FIRST_TALK] = {
    [SIM_PHRASE_ORDER] = {{
        /* Translators: {order} is a whole order, as the handler says it.  */
        NC_ ("report", "{order}."),
    }},
    [SIM_PHRASE_READ_BACK] = {{
        /* Translators: {read_back} is a whole read-back, such as “Moving to golf zero
         * four”.  */
        NC_ ("report", "{read_back}."),
        NC_ ("report", "Copy. {read_back}."),
        NC_ ("report", "{read_back}, understood."),
    }},
    [SIM_PHRASE_REFUSE] = {{
        /* Translators: a pilot refuses an order; {cause} is a clause such as “that would
         * kill us”.  */
        NC_ ("report", "Negative, {cause}."),
        NC_ ("report", "I won't do that, {cause}."),
        NC_ ("report", "No. Not this one: {cause}."),
    }},
    [SIM_PHRASE_WAIT] = {{
        /* Translators: a pilot can not begin yet; {cause} is a clause such as “taking
         * fire”.  */
        NC_ ("report", "Not yet, {cause}."),
        NC_ ("report", "Wait one, {cause}."),
        NC_ ("report", "Give me a moment, {cause}."),
    }},
    [SIM_PHRASE_BEGUN_MOVE] = {{
        /* Translators: {grid} is a grid reference, in all reports.  */
        NC_ ("report", "On the way to {grid}."),
        NC_ ("report", "Moving out, {grid}."),
        NC_ ("report", "Legs are going, {grid} next."),
    }},
    [SIM_PHRASE_BEGUN_ATTACK] = {{
        NC_ ("report", "Going in at {grid}."),
        NC_ ("report", "Starting on {grid} now."),
        NC_ ("report", "Our fire on {grid}."),
    }},
    [SIM_PHRASE_BEGUN_FALL_BACK] = {{
        NC_ ("report", "Breaking off, back to {grid}."),
        NC_ ("report", "We are leaving for {grid}."),
        NC_ ("report", "Walking backwards to {grid}."),
    }},
    [SIM_PHRASE_IN_POSITION] = {{
        NC_ ("report", "Set at {grid}."),
        NC_ ("report", "Reached {grid}."),
        NC_ ("report", "At {grid}, ready."),
    }},
    [SIM_PHRASE_CANNOT] = {{
        /* Translators: an order had to be given up; {cause} is a clause such as “legs are
         * gone”.  */
        NC_ ("report", "Can't do it, {cause}."),
        NC_ ("report", "No good, {cause}."),
        NC_ ("report", "That's as far as it goes, {cause}."),
    }},
    [SIM_PHRASE_CONTACT_SEEN] = {{
                                     /* Translators: first sight of enemies that stand still;
                                      * {contact} is “four Grauwolf”, in all reports.  */
                                     NC_ ("report", "Contact, {contact}, {grid}, halted."),
                                     NC_ ("report", "I see {contact} at {grid}, not moving."),
                                     NC_ ("report", "{contact} in {grid}, just standing there."),
                                 },
                                 .fine = TRUE},
    [SIM_PHRASE_CONTACT_MOVING] =
        {{
             /* Translators: first sight of enemies on the move; {direction} is “north-east”, in
              * all reports.  */
             NC_ ("report", "Contact, {contact}, {grid}, heading {direction}."),
             NC_ ("report", "{contact} at {grid}, going {direction}."),
             NC_ ("report", "Enemy in sight. {contact}, {grid}, moving {direction}."),
         },
         .fine = TRUE},
    [SIM_PHRASE_CONTACT_FELT] = {{
                                     /* Translators: only the trembling of the ground is felt.  */
                                     NC_ ("report", "Something moves by {grid}. I only feel it."),
                                     NC_ ("report", "Tremor from {grid}, nothing to see yet."),
                                     NC_ ("report", "The ground hums at {grid}. No eyes on it."),
                                 },
                                 .fine = TRUE},
    [SIM_PHRASE_CONTACT_UPDATE] = {{
        NC_ ("report", "{contact} now at {grid}, going {direction}."),
        NC_ ("report", "{contact} still moving, {grid}, going {direction}."),
        NC_ ("report", "Now in {grid}: {contact}, heading {direction}."),
    }},
    [SIM_PHRASE_CONTACT_HALTED] = {{
        NC_ ("report", "{contact} stopped at {grid}."),
        NC_ ("report", "Halted now: {contact}, {grid}."),
        NC_ ("report", "{contact} at {grid}, no longer moving."),
    }},
    [SIM_PHRASE_CONTACT_LOST] = {{
        NC_ ("report", "Lost sight of {contact}, last at {grid}."),
        NC_ ("report", "{contact} gone from view, {grid}."),
        NC_ ("report", "Can't see {contact} any more, {grid} was the last."),
    }},
    [SIM_PHRASE_CONTACT_DESTROYED] = {{
        NC_ ("report", "{contact} down at {grid}."),
        NC_ ("report", "That's {contact} burning, {grid}."),
        NC_ ("report", "Got {contact}, {grid}."),
    }},
    [SIM_PHRASE_CONTACT_WITHDRAWS] = {{
        NC_ ("report", "{contact} pulling off {direction} from {grid}."),
        NC_ ("report", "Leaving us: {contact}, {grid}, going {direction}."),
    }},
    [SIM_PHRASE_SWARM_OVERHEAD] = {{
        /* Translators: a cloud of small flying machines that jams the data link.  */
        NC_ ("report", "Swarm over {grid}, my screens are going."),
        NC_ ("report", "The sky over {grid} is all wings."),
        NC_ ("report", "Swarm above us, {grid}. Expect no data."),
    }},
    [SIM_PHRASE_AREA_CLEAR] = {{
        NC_ ("report", "{grid} is empty."),
        NC_ ("report", "Nothing in {grid}."),
        NC_ ("report", "Been all over {grid}, nobody home."),
    }},
    [SIM_PHRASE_MINES] = {{
        /* Translators: the speaker has trodden on a mine.  {grid} is a grid reference.  */
        NC_ ("report", "Mines! {grid} is mined."),
        NC_ ("report", "That was a mine, {grid}. Stay out of there."),
        NC_ ("report", "Minefield at {grid}, nobody move in here."),
    }},
    [SIM_PHRASE_BOGGED] = {{
        /* Translators: the speaker's machine is stuck in soft ground.  */
        NC_ ("report", "Stuck in the mud at {grid}, working on it."),
        NC_ ("report", "Bogged down, {grid}. Give me a moment."),
        NC_ ("report", "The marsh has my legs at {grid}."),
    }},
    [SIM_PHRASE_ON_ROOF] = {{
        /* Translators: the speaker has climbed a building with wire anchors and looks over the
         * town.  */
        NC_ ("report", "On a roof at {grid}, good view."),
        NC_ ("report", "Up on the tiles, {grid}."),
        NC_ ("report", "Roof at {grid}, watching."),
    }},
    [SIM_PHRASE_UNDER_FIRE] = {{
        NC_ ("report", "Taking fire from the {direction}!"),
        NC_ ("report", "Under fire, {direction}!"),
        NC_ ("report", "Shots from the {direction}, heads down!"),
    }},
    [SIM_PHRASE_HIT] = {{
        /* Translators: {part} is a part of the machine, such as “the legs”.  */
        NC_ ("report", "I'm hit, {part}!"),
        NC_ ("report", "Hit! It got {part}."),
        NC_ ("report", "That was {part}. Still here."),
    }},
    [SIM_PHRASE_DOWN_SELF] = {{
        /* Translators: the speaker's machine is lost, he is alive.  */
        NC_ ("report", "I'm down. Still breathing."),
        NC_ ("report", "Machine's finished, I'm climbing out."),
        NC_ ("report", "She has gone from under me. I'm alive."),
    }},
    [SIM_PHRASE_DOWN_OTHER] = {{
                                   /* Translators: {unit} is a comrade's call sign.  */
                                   NC_ ("report", "{unit} is down, {grid}!"),
                                   NC_ ("report", "We lost {unit} at {grid}."),
                                   NC_ ("report", "{unit} just went up, {grid}."),
                               },
                               .fine = TRUE},
    [SIM_PHRASE_SILENT_OTHER] = {{
        NC_ ("report", "{unit} does not answer."),
        NC_ ("report", "No word from {unit}."),
        NC_ ("report", "I call {unit} and get nothing."),
    }},
    [SIM_PHRASE_LOW_AMMUNITION] = {{
                                       /* Translators: {rounds} is “nine rounds”, in all reports. */
                                       NC_ ("report", "{rounds} left."),
                                       NC_ ("report", "Running dry, {rounds}."),
                                       NC_ ("report", "Down to {rounds}."),
                                   },
                                   {"rounds"}},
    [SIM_PHRASE_NO_AMMUNITION] = {{
        NC_ ("report", "I'm out. Nothing left to fire."),
        NC_ ("report", "Empty. Not one round."),
        NC_ ("report", "That was my last round."),
    }},
    [SIM_PHRASE_LOW_ENERGY] = {{
                                   /* Translators: {percent} is “nine per cent”, in all reports.  */
                                   NC_ ("report", "Energy down to {percent}."),
                                   NC_ ("report", "Cells at {percent}, I won't get far."),
                                   NC_ ("report", "{percent} in the cells, no more."),
                               },
                               {"percent"}},
    [SIM_PHRASE_STATUS_POSITION] = {{
                                        NC_ ("report", "I'm at {grid}."),
                                        NC_ ("report", "Position {grid}."),
                                        NC_ ("report", "{grid}, that's me."),
                                    },
                                    .fine = TRUE},
    [SIM_PHRASE_STATUS_AMMUNITION] = {{
                                          NC_ ("report", "{rounds}, energy {percent}."),
                                          NC_ ("report",
                                               "I have {rounds} and {percent} in the cells."),
                                          NC_ ("report", "{rounds} left, cells at {percent}."),
                                      },
                                      {"rounds", "percent"}},
    [SIM_PHRASE_STATUS_SOUND] = {{
        NC_ ("report", "All sound here."),
        NC_ ("report", "No damage."),
        NC_ ("report", "Everything still works."),
    }},
    [SIM_PHRASE_STATUS_DAMAGED] = {{
        NC_ ("report", "Damaged, {part}."),
        NC_ ("report", "Not whole: {part}."),
        NC_ ("report", "{part} took something."),
    }},
    [SIM_PHRASE_STATUS_NO_CONTACT] = {{
        NC_ ("report", "No contact."),
        NC_ ("report", "Quiet here."),
        NC_ ("report", "Nobody in sight."),
    }},
    [SIM_PHRASE_STATUS_CONTACT] = {{
        NC_ ("report", "I still have {contact} at {grid}."),
        NC_ ("report", "In sight: {contact}, {grid}."),
        NC_ ("report", "Eyes on {contact}, {grid}."),
    }},
    [SIM_PHRASE_PLATOON_STATUS] =
        {{
             /* Translators: {platoon} is “First Platoon”, {machines} “three machines”.  */
             NC_ ("report", "{platoon}: {machines} standing, the lowest has {rounds}."),
             NC_ ("report", "{platoon}, {machines}, {rounds} at least."),
             NC_ ("report", "{machines} of {platoon} stand, nobody has less than {rounds}."),
         },
         {"machines", "rounds"}},
    [SIM_PHRASE_CAPTAIN_MOVES] = {{
        /* Translators: the captain sends a platoon without being told.  */
        NC_ ("report", "I'm sending {platoon} to {grid}."),
        NC_ ("report", "{platoon} goes to {grid}, my call."),
    }},
    [SIM_PHRASE_GIVING_GROUND] = {{
        NC_ ("report", "We can't stay. Back to {grid}."),
        NC_ ("report", "Giving ground, {grid} next."),
        NC_ ("report", "Too many. We drop to {grid}."),
    }},
    [SIM_PHRASE_SCENARIO_TEXT] = {{
        NC_ ("report", "{text}"),
    }},
    [SIM_PHRASE_OBJECTIVE_DONE] = {{
        /* Translators: the desk behind the wall reads it out; {text} is the objective.  */
        NC_ ("report", "Objective reached: {text}."),
        NC_ ("report", "Done: {text}."),
    }},
    [SIM_PHRASE_OBJECTIVE_LOST] = {{
        NC_ ("report", "Objective lost: {text}."),
        NC_ ("report", "{text}: that is lost."),
    }},
    /* Hearing: no two wordings may have a voice doubt what it hears.  */
    [SIM_PHRASE_HEARD] = {{
                              /* Translators: one pilot hears the enemy's machines, far off and
                               * behind hills; {size} is “a group of voices”, {bearing} a compass
                               * bearing in three digits, {grid} where he listens, in all such
                               * reports.  */
                              NC_ ("report", "I hear {size}, bearing {bearing} from {grid}."),
                              NC_ ("report", "{size} on {bearing}, heard from {grid}."),
                              NC_ ("report", "From {grid}: bearing {bearing}, {size}."),
                          },
                          .fine = TRUE},
    [SIM_PHRASE_HEARD_SHEPHERD] =
        {{
             /* Translators: as above; among them is one that commands the others.  */
             NC_ ("report", "I hear {size} and a Shepherd, bearing {bearing} from {grid}."),
             NC_ ("report", "One of them leads. {size}, {bearing} from {grid}."),
         },
         .fine = TRUE},
    [SIM_PHRASE_HEARD_HALTED] =
        {{
             /* Translators: those that were on the move have stopped.  */
             NC_ ("report", "They stopped. {size}, bearing {bearing} from {grid}."),
             NC_ ("report", "No more steps: {size}, {bearing}, heard from {grid}."),
         },
         .fine = TRUE},
    [SIM_PHRASE_HEARD_SILENT] = {{
                                     NC_ ("report", "Those on {bearing} fell silent. I am at {grid}."),
                                     NC_ ("report", "Nothing on {bearing} any more, from {grid}."),
                                 },
                                 .fine = TRUE},
    [SIM_PHRASE_HEARD_NOTHING] = {{
                                      NC_ ("report", "I listened at {grid}. No voices."),
                                      NC_ ("report", "{grid}: I hear nobody awake."),
                                  },
                                  .fine = TRUE},
    [SIM_PHRASE_DATA_BACK] = {{
        /* Translators: the desk behind the wall: the jammers are thin for a few minutes.  */
        NC_ ("report", "Data are coming in again. It will not last."),
        NC_ ("report", "We have a window: data and radar."),
    }},
    [SIM_PHRASE_DATA_GONE] = {{
        NC_ ("report", "The window has closed. No more data."),
        NC_ ("report", "Data are gone again."),
    }},
    [SIM_PHRASE_RANGING_ROUND] = {{
                                      /* Translators: one heavy round of the enemy's guns fell; more
                                       * will follow in half a minute.  */
                                      NC_ ("report", "One heavy round at {grid}. They are ranging."),
                                      NC_ ("report", "Single shell, {grid}. Somebody sees us."),
                                      NC_ ("report", "Ranging round, {grid}."),
                                  },
                                  .fine = TRUE},
    [SIM_PHRASE_SHELLED] = {{
        /* Translators: many heavy rounds fell at once.  */
        NC_ ("report", "Shells on {grid}!"),
        NC_ ("report", "Heavy guns, {grid}, all of it!"),
        NC_ ("report", "They are shelling {grid}."),
    }},
    [SIM_PHRASE_SALVO_AWAY] = {{
        NC_ ("report", "Missiles away, {grid}."),
        NC_ ("report", "Salvo gone to {grid}."),
        NC_ ("report", "Fired. Watch {grid}."),
    }},
    [SIM_PHRASE_GUNS_REFUSED] = {{
        /* Translators: the desk behind the wall answers a request for the guns on the wall.  */
        NC_ ("report", "Request for fire on {grid} refused."),
        NC_ ("report", "No guns for {grid}. Refused."),
        NC_ ("report", "The guns are not given. {grid} is refused."),
    }},
    [SIM_PHRASE_GUNS_GRANTED] = {{
                                     /* Translators: {minutes} is “four minutes”, in all reports.  */
                                     NC_ ("report", "Fire on {grid} granted, {minutes}."),
                                     NC_ ("report", "Guns granted. {grid} in {minutes}."),
                                 },
                                 {"minutes"}},
    [SIM_PHRASE_GUNS_LATE] = {{
                                  /* Translators: the guns are granted, but later than they should
                                   * be.  */
                                  NC_ ("report", "Fire on {grid} granted, delayed: {minutes}."),
                                  NC_ ("report", "Guns will be late. {grid} in {minutes}."),
                              },
                              {"minutes"}},
    [SIM_PHRASE_GUNS_FIRE] = {{
        /* Translators: the guns on the wall fire now; everyone near must take cover.  */
        NC_ ("report", "The wall is firing on {grid}. Take cover."),
        NC_ ("report", "Rounds from the wall, {grid}, now."),
    }},
    [SIM_PHRASE_BEGUN_RESUPPLY] = {{
        /* Translators: a Scavenger, a machine without a pilot, sends short signals that the
         * console puts into words.  */
        NC_ ("report", "Loads on the way, {grid}."),
        NC_ ("report", "Supply run begun, {grid}."),
    }},
    [SIM_PHRASE_BEGUN_RECOVER] = {{
        NC_ ("report", "Going for wrecks, {grid}."),
        NC_ ("report", "Salvage run begun, {grid}."),
    }},
    [SIM_PHRASE_BEGUN_RESCUE] = {{
        NC_ ("report", "On the way to {unit}."),
        NC_ ("report", "Going to get {unit}."),
    }},
    [SIM_PHRASE_BEGUN_SUPPRESS] = {{
        /* Translators: begins to lay fire on a place, whoever is there.  */
        NC_ ("report", "Laying fire on {grid}."),
        NC_ ("report", "Suppressing, {grid}."),
    }},
    [SIM_PHRASE_SUPPRESSED] = {{
        /* Translators: has laid fire on a place for a while and stops.  */
        NC_ ("report", "Fire on {grid} lifted."),
        NC_ ("report", "Done suppressing {grid}."),
    }},
    [SIM_PHRASE_WATCHING] = {{
        /* Translators: lies where one sees far and guards the others from there; {direction} is
         * where it looks.  */
        NC_ ("report", "On overwatch, {grid}, looking {direction}."),
        NC_ ("report", "Down at {grid}. I have the ground to the {direction}."),
        NC_ ("report", "We lie at {grid} and watch the {direction}."),
    }},
    [SIM_PHRASE_AMBUSH_LAID] = {{
        /* Translators: hidden at a place, not firing until the enemy is near.  */
        NC_ ("report", "Hidden at {grid}. Holding fire."),
        NC_ ("report", "Ambush is laid, {grid}."),
        NC_ ("report", "We lie still at {grid} and let them come."),
    }},
    [SIM_PHRASE_AMBUSH_SPRUNG] = {{
        /* Translators: those who lay hidden open fire together on somebody at {grid}.  */
        NC_ ("report", "Ambush sprung, {grid}!"),
        NC_ ("report", "All guns, {grid}, now!"),
        NC_ ("report", "They are close enough. Firing on {grid}."),
    }},
    [SIM_PHRASE_TOGETHER] = {{
        /* Translators: a platoon that was scattered stands together again.  */
        NC_ ("report", "All here, {grid}."),
        NC_ ("report", "We are together again at {grid}."),
        NC_ ("report", "Everyone is with me, {grid}."),
    }},
    [SIM_PHRASE_LEADER_MOVES] = {{
        /* Translators: a leader who was given a free hand goes with his platoon to meet the
         * enemy.  */
        NC_ ("report", "Taking mine to {grid}."),
        NC_ ("report", "We go to {grid}, my decision."),
    }},
    [SIM_PHRASE_RESUPPLIED] = {{
                                   /* Translators: the pilot of a machine that was filled up.  */
                                   NC_ ("report", "Filled up: {rounds}, energy {percent}."),
                                   NC_ ("report", "Loaded again. {rounds}, {percent} in the cells."),
                                   NC_ ("report", "Belly's full, {rounds} and {percent}."),
                               },
                               {"rounds", "percent"}},
    [SIM_PHRASE_MENDED] = {{
                              /* Translators: the same of one whose machine was patched up as well.  */
                              NC_ ("report", "Patched up and filled: {rounds}, energy {percent}."),
                              NC_ ("report", "It runs again. {rounds}, {percent} in the cells."),
                              NC_ ("report", "New parts in, {rounds} and {percent}."),
                          },
                          {"rounds", "percent"}},
    [SIM_PHRASE_SUPPLY_DONE] = {{
                                    /* Translators: {loads} is “five loads”, in all reports: what a
                                     * Scavenger still carries.  */
                                    NC_ ("report", "Supply done, {loads} left."),
                                    NC_ ("report", "All served. {loads} aboard."),
                                },
                                {"loads"}},
    [SIM_PHRASE_OUT_OF_LOADS] = {{
        NC_ ("report", "No loads left."),
        NC_ ("report", "Empty, nothing more to hand out."),
    }},
    [SIM_PHRASE_STATUS_LOADS] = {{
                                     NC_ ("report", "{loads}, energy {percent}."),
                                     NC_ ("report", "Carrying {loads}, {percent} in the cells."),
                                 },
                                 {"loads", "percent"}},
    [SIM_PHRASE_SUPPLY_FORWARD] = {{
        /* Translators: the captain sends a Scavenger without being told.  */
        NC_ ("report", "{platoon} is nearly dry, I'm sending them a Scavenger."),
        NC_ ("report", "Scavenger to {platoon}, they have nothing left."),
    }},
    [SIM_PHRASE_RECOVERED] = {{
                                  /* Translators: {unit} is whose machine it was.  */
                                  NC_ ("report", "Wreck of {unit} stripped, {loads} aboard."),
                                  NC_ ("report", "Took what was left of {unit}'s machine, {loads}."),
                              },
                              {"loads"}},
    [SIM_PHRASE_FETCHED] = {{
        /* Translators: the pilot of that call sign has been picked up.  */
        NC_ ("report", "Have {unit} aboard."),
        NC_ ("report", "{unit} is with me."),
        NC_ ("report", "Picked up {unit}. Leaving."),
    }},
    [SIM_PHRASE_FOUND_DEAD] = {{
        NC_ ("report", "Too late for {unit}."),
        NC_ ("report", "I'm with {unit}. There is nobody to bring back."),
    }},
    [SIM_PHRASE_BROUGHT_IN] = {{
        NC_ ("report", "{unit} is home."),
        NC_ ("report", "Brought {unit} in."),
    }},
    [SIM_PHRASE_GOING_FOR] = {{
        /* Translators: a pilot goes unasked for a comrade of his platoon.  */
        NC_ ("report", "I'm getting {unit} out of there."),
        NC_ ("report", "Going back for {unit}."),
    }},
    [SIM_PHRASE_DOWN_WOUNDED] = {{
        /* Translators: the speaker's machine is lost, he is hurt.  */
        NC_ ("report", "I'm down, and hurt. Can walk a bit."),
        NC_ ("report", "Out of the machine. I'm bleeding."),
        NC_ ("report", "Down. It got me too, not all of me."),
    }},
    [SIM_PHRASE_DOWN_CLOSE] = {{
        /* Translators: on foot, and the enemy searches near by.  */
        NC_ ("report", "They're walking past me. Hurry."),
        NC_ ("report", "Still here. They are close now."),
    }},
    [SIM_PHRASE_OVERRUN] = {{
        NC_ ("report", "They're on top of us!"),
        NC_ ("report", "Overrun, they're everywhere!"),
        NC_ ("report", "They are in among us!"),
    }},
    [SIM_PHRASE_WORN] = {{
        /* Translators: hard driving has worn the legs of the speaker's machine.  */
        NC_ ("report", "My legs are worn. I cannot drive like this for long."),
        NC_ ("report", "Undercarriage is wearing out, I'm getting slower."),
        NC_ ("report", "Driven too hard. The legs are going."),
    }},
    [SIM_PHRASE_OBJECT_HOLD] = {{
        /* Translators: a pilot objects to an order, says why, and what he would do instead.  */
        NC_ ("report", "Negative, {cause}. I'd stay where I am."),
        NC_ ("report", "No, {cause}. Let me hold here."),
        NC_ ("report", "I won't do that, {cause}. Holding here is better, if you ask me."),
    }},
    [SIM_PHRASE_OBJECT_CAREFUL] = {{
        NC_ ("report", "Negative, {cause}. Carefully, I'd go."),
        NC_ ("report", "Not like that, {cause}. Let me go carefully."),
    }},
    [SIM_PHRASE_OBJECT_ROUND] = {{
        NC_ ("report", "Negative, {cause}. I'd go by {grid}."),
        NC_ ("report", "Not straight in, {cause}. Let me go round by {grid}."),
    }},
    [SIM_PHRASE_OBJECT_WAIT] = {{
        NC_ ("report", "Negative, {cause}. When it is quieter."),
        NC_ ("report", "Not now, {cause}. I'll go when there is a lull, if you let me."),
    }},
    [SIM_PHRASE_WILL_NOT] = {{
        /* Translators: the handler insisted, and the pilot refuses all the same.  */
        NC_ ("report", "No."),
        NC_ ("report", "I will not."),
        NC_ ("report", "Find somebody else for that. I won't."),
    }},
    [SIM_PHRASE_WARNING_RIGHT] = {{
        /* Translators: those of whom the handler had warned have come.  */
        NC_ ("report", "You were right, here they are."),
        NC_ ("report", "They came, as you said."),
        NC_ ("report", "Just as you told us. Thanks for that."),
    }},
    [SIM_PHRASE_WARNING_WRONG] = {{
        /* Translators: the handler had warned of somebody, and nobody came.  */
        NC_ ("report", "Nobody came."),
        NC_ ("report", "Still nobody here. We turned for nothing."),
    }},
    [SIM_PHRASE_PROMISE_KEPT] = {{
        /* Translators: the help that the handler had promised has come.  */
        NC_ ("report", "You kept your word."),
        NC_ ("report", "It came, as promised."),
    }},
    [SIM_PHRASE_PROMISE_BROKEN] = {{
        /* Translators: the help that the handler had promised has not come in time.  */
        NC_ ("report", "Nothing came."),
        NC_ ("report", "You promised. Nothing came."),
    }},
    [SIM_PHRASE_CAPTAIN_CUTS] = {{
                                     /* Translators: the captain will take the handler off the link
                                      * for her own good; {seconds} is “ten seconds”.  */
                                     NC_ ("report", "Handler One, that's enough. I cut you off in"
                                                    " {seconds}."),
                                     NC_ ("report", "You hear too much. The link goes in"
                                                    " {seconds}."),
                                 },
                                 {"seconds"}},
    [SIM_PHRASE_REFUSE_SHORT] = {{
        /* Translators: a pilot will not do it, and gives no reason: short words were ordered.  */
        NC_ ("report", "Negative."),
        NC_ ("report", "No."),
    }},
    [SIM_PHRASE_CANNOT_SHORT] = {{
        /* Translators: it can not be done, and no reason is given: short words were ordered.  */
        NC_ ("report", "Cannot."),
        NC_ ("report", "Not possible."),
    }},
    [SIM_PHRASE_TIRED] = {{
        NC_ ("report", "I'm worn out, my hands shake."),
        NC_ ("report", "Can't keep this up much longer."),
        NC_ ("report", "I see things twice. I need to rest."),
    }},
    [SIM_PHRASE_WOUNDED] = {{
        /* Translators: the speaker is hurt and fights on.  */
        NC_ ("report", "I'm hurt, I can go on."),
        NC_ ("report", "Took a splinter. Still driving."),
        NC_ ("report", "It got me in the arm, nothing that stops me."),
    }},
    [SIM_PHRASE_WOUNDED_BADLY] = {{
        /* Translators: the speaker is badly hurt and fights on.  */
        NC_ ("report", "I'm hurt badly."),
        NC_ ("report", "There's a lot of blood in here."),
        NC_ ("report", "I won't last long like this, I can hardly hold the stick."),
    }},
    [SIM_PHRASE_CONTACT_UNSURE] = {{
                                       /* Translators: first sight of enemies, far off; the
                                        * speaker may be wrong about what and how many they
                                        * are, and says so.  */
                                       NC_ ("report", "Contact, {grid}. {contact}, I think."),
                                       NC_ ("report", "{contact} at {grid}, not sure yet."),
                                       NC_ ("report", "Could be {contact}, {grid}. Don't hold me to it."),
                                   },
                                   .fine = TRUE},
    [SIM_PHRASE_CORRECTION] = {{
                                   /* Translators: the speaker takes back what he said of these
                                    * enemies and says what they are.  */
                                   NC_ ("report", "Correction: {contact}, {grid}."),
                                   NC_ ("report", "I was wrong. That is {contact} at {grid}."),
                                   NC_ ("report", "Correction, I see better now: {contact}, {grid}."),
                               },
                               .fine = TRUE},
    [SIM_PHRASE_CONTACT_AGAIN] = {{
        /* Translators: enemies that he had lost from sight and sees again.  */
        NC_ ("report", "{contact} in sight again, {grid}."),
        NC_ ("report", "Back in sight: {contact}, {grid}."),
        NC_ ("report", "{grid}, I have {contact} again."),
    }},
    [SIM_PHRASE_ALL_LOST] = {{
        /* Translators: of all enemies that the platoon saw it sees nobody any more; {grid} is
         * where it saw the last.  */
        NC_ ("report", "Nobody in sight any more, last at {grid}."),
        NC_ ("report", "Lost sight of all of them, {grid} was the last."),
        NC_ ("report", "We see none of them now, last ones at {grid}."),
    }},
    [SIM_PHRASE_COPY] = {{
        /* Translators: an order was given to several platoons; one of the others has heard it
         * too.  */
        NC_ ("report", "{platoon}, copy."),
        NC_ ("report", "{platoon} too."),
        NC_ ("report", "Heard, {platoon}."),
    }},
    [SIM_PHRASE_RISK] = {{
        /* Translators: a pilot who trusts the handler does what he is told and says what speaks
         * against it; {cause} is a clause such as “there are too many of them”.  */
        NC_ ("report", "It's a risk, {cause}. I take it."),
        NC_ ("report", "You should know, {cause}. Going all the same."),
        NC_ ("report", "This may go wrong, {cause}. We'll try."),
    }},
    [SIM_PHRASE_ADVISE_HOLD] = {{
        /* Translators: he does it, but says what he would do instead, and why.  */
        NC_ ("report", "If you ask me, I'd stay here, {cause}."),
        NC_ ("report", "I'd hold, {cause}. Your word counts."),
        NC_ ("report", "Advice: hold here, {cause}."),
    }},
    [SIM_PHRASE_ADVISE_CAREFUL] = {{
        NC_ ("report", "If you ask me, carefully, {cause}."),
        NC_ ("report", "I'd go slowly, {cause}. Your word counts."),
        NC_ ("report", "Advice: carefully, {cause}."),
    }},
    [SIM_PHRASE_ADVISE_ROUND] = {{
        NC_ ("report", "If you ask me, by {grid}, {cause}."),
        NC_ ("report", "I'd go round by {grid}, {cause}. Your word counts."),
        NC_ ("report", "Advice: by {grid}, {cause}."),
    }},
    [SIM_PHRASE_ADVISE_WAIT] = {{
        NC_ ("report", "If you ask me, later, {cause}."),
        NC_ ("report", "I'd wait for a lull, {cause}. Your word counts."),
        NC_ ("report", "Advice: not yet, {cause}."),
    }},
    [SIM_PHRASE_LOOK_REFUSED] = {{
        /* Translators: the desk answers a request for one round of the guns on the wall that looks
         * instead of bursting.  */
        NC_ ("report", "No look at {grid}. Refused."),
        NC_ ("report", "Request for a look at {grid} refused."),
    }},
    [SIM_PHRASE_LOOK_NO_ROUNDS] = {{
        NC_ ("report", "No look. The wall has no rounds left for you."),
        NC_ ("report", "Refused. There are no rounds left for you."),
    }},
    [SIM_PHRASE_LOOK_GRANTED] = {{
                                     NC_ ("report", "A look at {grid} granted, {minutes}."),
                                     NC_ ("report", "One round to look at {grid}, in {minutes}."),
                                 },
                                 {"minutes"}},
    [SIM_PHRASE_LOOK_LATE] = {{
                                  NC_ ("report", "A look at {grid} granted, delayed: {minutes}."),
                                  NC_ ("report", "The look will be late. {grid} in {minutes}."),
                              },
                              {"minutes"}},
    [SIM_PHRASE_LOOK_OVER] = {{
        /* Translators: the round that looks is over {grid} now.  */
        NC_ ("report", "Round over {grid}. Picture follows."),
        NC_ ("report", "The round is over {grid} and looks."),
    }},
    [SIM_PHRASE_LOOK_SEEN] = {{
                                  /* Translators: the desk tells what the round shows.  */
                                  NC_ ("report", "The round shows {contact}, {grid}, halted."),
                                  NC_ ("report", "From above: {contact} at {grid}, not moving."),
                              },
                              .fine = TRUE},
    [SIM_PHRASE_LOOK_MOVING] = {{
                                    NC_ ("report", "The round shows {contact}, {grid}, heading {direction}."),
                                    NC_ ("report", "From above: {contact} at {grid}, going {direction}."),
                                },
                                .fine = TRUE},
    [SIM_PHRASE_LOOK_NOTHING] = {{
        NC_ ("report", "The round shows nobody at {grid}."),
        NC_ ("report", "From above nothing is to be seen at {grid}."),
    }},
    [SIM_PHRASE_LOOK_DUD] = {{
        /* Translators: the round was a dud, or was shot down: nobody knows.  */
        NC_ ("report", "No picture of {grid}. The round is lost."),
        NC_ ("report", "Nothing came from the round at {grid}."),
    }},
    [SIM_PHRASE_RELIEVED] = {{
        /* Translators: others have taken over the place that he held.  */
        NC_ ("report", "Relieved at {grid}."),
        NC_ ("report", "We are relieved, {grid}."),
        NC_ ("report", "{grid} is theirs now. Relieved."),
    }},
    [SIM_PHRASE_CONTACT_GOES_ON] = {{
        /* Translators: news of enemies that were told of before, about as many as then; {type} is
         * what they are without a number, “dragoons”, or “dragoon” of a single one.  */
        NC_ ("report", "{type} still moving, {grid}, going {direction}."),
        NC_ ("report", "Same {type}, now at {grid}, going {direction}."),
        NC_ ("report", "{type} on the move, {grid}, heading {direction}."),
    }},
    [SIM_PHRASE_CONTACT_STANDS] = {{
        /* Translators: the same, of enemies that stand still.  */
        NC_ ("report", "{type} at {grid}, not moving."),
        NC_ ("report", "Same {type}, halted at {grid}."),
        NC_ ("report", "{type} standing, {grid}."),
    }},
    [SIM_PHRASE_CONTACT_TOO] = {{
                                    /* Translators: another platoon has just told of them.  */
                                    NC_ ("report", "I have them too. {contact}, {grid}."),
                                    NC_ ("report", "{contact} at {grid}, we see them too."),
                                    NC_ ("report", "Confirmed, {contact} at {grid}."),
                                },
                                .fine = TRUE},
    [SIM_PHRASE_OVER] = {{
        /* Translators: the captain, when the battle has ended and the task is done, or part of
         * it.  */
        NC_ ("report", "That's all. It's over, Handler One."),
        NC_ ("report", "It's over. We're coming in."),
        NC_ ("report", "That was the last of it. Everybody, form up. We're going home."),
    }},
    [SIM_PHRASE_OVER_LOST] = {{
        /* Translators: the captain, when the battle has ended and was lost.  */
        NC_ ("report", "It's over. We didn't hold it."),
        NC_ ("report", "That's the end of it, Handler One. Not the one we wanted."),
        NC_ ("report", "We've lost this one. Whoever can still walk, come to me."),
    }},
    [SIM_PHRASE_OVER_DESK] = {{
        /* Translators: the operator desk, when the battle has ended and no captain is left to say
         * so.  */
        NC_ ("report", "The action has ended. The line stays open."),
        NC_ ("report", "Handler One, the action has ended. Your log is closed."),
    }},
};

const OrderWording *
order_wording (guint phrase)
{
  static const OrderWording nothing;

  if (phrase >= SIM_N_PHRASES)
    return &nothing;
  return phrase < SIM_FIRST_TALK ? &wordings[phrase] : order_talk_wording (phrase);
}

guint
order_wording_count (const OrderWording *wording)
{
  guint n = 0;

  while (n < ORDER_MAX_WORDINGS && wording->texts[n])
    n++;
  return n;
}
