/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people tell, of themselves and at all, and how they say it: by their trust in the handler,
 * their stress and their temper (private to sim; design: play, "Trust").
 *
 * Below trust_speaks one reports what one is asked for, and emergencies; of the platoon somebody else
 * then calls the enemy.  Below trust_corrects some of what is not pleasant to tell of oneself is hidden:
 * for each such fact it is drawn once, when the fact comes to be, and holds until it is over or trust has
 * grown.  Data that the machine itself sends know nothing of the person, and do not lie about rounds.  */
#pragma once

#include "sim/sim-world.h"

typedef enum {
  SIM_FACT_WOUND,
  SIM_FACT_ROUNDS, /* little ammunition; that there is none can not be hidden */
  SIM_FACT_DAMAGE, /* to a part that still works */
  SIM_FACT_FATIGUE,
  SIM_N_FACTS
} SimFact;

/* A machine whose worst part is below the first has something to tell of it; what is below the second
 * shows (parts are 0..255).  */
#define SIM_PART_SOUND 200
#define SIM_PART_SHOWS 60
#define SIM_TIRED 70.0f

/* Once a second, and when something has happened to him: new facts are drawn, what is over is forgotten;
 * who has just become hurt and does not hide it says so.  */
void sim_honesty_age (SimWorld *world, size_t unit);
bool sim_honesty_hides (const SimWorld *world, size_t unit, SimFact fact);

/* Does he report unasked at all, say why he objects, own up to errors, say when he is not sure?  */
bool sim_honesty_speaks (const SimWorld *world, size_t unit);
bool sim_honesty_explains (const SimWorld *world, size_t unit);
bool sim_honesty_corrects (const SimWorld *world, size_t unit);
bool sim_honesty_doubts (const SimWorld *world, size_t unit);

/* Who of a platoon calls what `unit` sees: himself, else the leader, else the first who does; SIM_NOBODY:
 * they all keep silent.  */
uint32_t sim_honesty_speaker (const SimWorld *world, size_t unit);
/* Is it a report that he gives only when asked for it?  */
bool sim_honesty_withholds (const SimWorld *world, size_t unit, SimAirClass air_class,
                            const SimReport *report);

/* What he says of himself, instead of what is so: rounds, wounds and fatigue; and of parts.  */
uint16_t sim_honesty_rounds (const SimWorld *world, size_t unit);
void sim_honesty_veil (const SimWorld *world, size_t unit, SimOwnState *own);
void sim_honesty_veil_person (const SimWorld *world, size_t unit, SimOwnState *own);
void sim_honesty_veil_parts (const SimWorld *world, size_t unit, SimOwnState *own);

/* The phrase for so many wounds (1 light, 2 heavy); is it one of these?  */
SimPhrase sim_honesty_wound_phrase (unsigned wounds);
bool sim_honesty_is_of_wound (unsigned phrase);

/* How `speaker` says now what `unit` has to say (himself, or who passes it on), and the factor of air time
 * that it takes.  Reasons that either of them keeps to himself are not given.  */
SimManner sim_honesty_manner (const SimWorld *world, size_t unit, size_t speaker,
                              SimAirClass air_class, const SimReport *report);
/* Among themselves, where she is nobody to be trusted or not.  */
SimManner sim_honesty_manner_among (const SimWorld *world, size_t unit);
float sim_honesty_seconds (const SimWorld *world, SimManner manner);
