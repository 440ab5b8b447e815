/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handler's hold on the net: its rules, who is on the link, and a platoon's own net that she
 * listens in to (design: play, "Air time", "Hearing and strain"; private to sim).
 *
 * Who is not on the link is heard through one of his platoon who is, later, and is spoken to through
 * him.  A platoon of which nobody is on the link hears nothing and is not heard.  */
#pragma once

#include "sim/sim-world.h"

/* Once a second: those who lead now come on the link where only leaders are.  */
void sim_nets_step (SimWorld *world);
/* Each tick: the platoon's own net that she listens in to.  */
void sim_nets_speak (SimWorld *world);

/* ---- Orders -------------------------------------------------------------------------------- */

/* Is it an order about the net or the link, and not about what machines do?  */
bool sim_nets_is_rule (unsigned verb);
/* Heard: a rule of the net holds, the link is set.  SIM_CAUSE_NONE, or why it can not be.  */
SimCause sim_nets_apply (SimWorld *world, const SimCommand *command);
/* Her own switch: listens in to a platoon, or no more.  The same.  */
SimCause sim_nets_listen_in (SimWorld *world, const SimCommand *command);

/* ---- Who is on the link -------------------------------------------------------------------- */

/* Was this living pilot taken off the link (or never told to come on while only leaders are)?  Never
 * true of Scavengers, whose signals go their own way.  */
bool sim_nets_is_off (const SimWorld *world, size_t unit);
/* Who of a platoon is on the link and passes on what is said to it: its leader, else the second, at last
 * whoever of it is out of his machine; SIM_NOBODY.  */
uint32_t sim_nets_relay (const SimWorld *world, size_t platoon);
/* Who says on the squadron's net what `unit` has to say: he himself, or the relay of his platoon;
 * SIM_NOBODY: nobody can.  */
uint32_t sim_nets_speaker (const SimWorld *world, size_t unit);

/* ---- Rules of the net ---------------------------------------------------------------------- */

/* The rule that holds for a platoon (or SIM_SUPPLY_PLATOON): open, short or quiet.  */
SimSetting sim_nets_rule (const SimWorld *world, size_t platoon);
/* May this be said under it?  The desk is under none.  */
bool sim_nets_allow (const SimWorld *world, SimAirClass air_class, const SimReport *report);
/* Makes a report as short as the rule wants it: no feelings, no reasons, round counts.  Returns the
 * factor of its air time.  */
float sim_nets_shorten (const SimWorld *world, SimAirClass air_class, SimReport *report);
/* Times the pause until the same is told again under it: of an enemy nobody repeats himself on a short net.
 * Emergencies, and what becomes of orders, are told as ever.  */
float sim_nets_pause (const SimWorld *world, SimAirClass air_class, const SimReport *report);
/* Are no reasons given under the rule that holds for this unit?  */
bool sim_nets_no_reasons (const SimWorld *world, size_t unit);

/* ---- A platoon's own net ------------------------------------------------------------------- */

/* The platoon that she listens in to, or -1.  */
int sim_nets_listened (const SimWorld *world);
/* Is there anything new in this sighting for its pilots to say among themselves?  `slot` is the
 * contact's place in the platoon's table.  */
bool sim_nets_is_own_news (const SimWorld *world, int slot, const SimContact *contact);
/* It is said on that net by the observer; the report carries what he saw.  */
void sim_nets_own_words (SimWorld *world, int slot, const SimContact *contact,
                         const SimReport *report);

/* ---- The captain --------------------------------------------------------------------------- */

/* Once a second: he who trusts her warns her, and then cuts her off.  True when it is time.  */
bool sim_nets_captain_cuts (SimWorld *world);
/* Seconds until he does, 0: he is not about to.  */
float sim_nets_captain_in_s (const SimWorld *world);

/* ---- Figures (sim-net-figures.c) ----------------------------------------------------------- */

void sim_nets_made (SimWorld *world, unsigned air_class);
void sim_nets_heard (SimWorld *world, const SimUtterance *utterance);
void sim_nets_lost (SimWorld *world, SimNetLoss cause, unsigned air_class);
/* Each tick: was the net in use?  Once a second: in what phase is the battle?  */
void sim_nets_count_tick (SimWorld *world);

/* ---- State --------------------------------------------------------------------------------- */

void sim_nets_fill_state (const SimWorld *world, SimLinkState *state);
/* All but what is said and waits to be said.  */
void sim_nets_walk (BaseCodec *codec, SimNets *nets);
bool sim_nets_bounded (const SimWorld *world);
