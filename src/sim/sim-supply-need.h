/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What machines want of a Scavenger, and whom each serves first (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Rounds of its loadout, when it is full.  */
float sim_supply_carried (const SimWorld *world, size_t unit);

/* A part that can be mended and is worse than mending would leave it: never the cockpit, which is the pilot's
 * armour.  */
bool sim_supply_is_broken (const SimWorld *world, size_t unit, int part);

/* Share missing that is worth a load to a Scavenger that nobody ordered.  */
#define SIM_SUPPLY_WANTS 0.3f

/* What a machine wants, 0 (nothing) to 1: the worst of rounds, energy and parts that can be mended.  */
float sim_supply_need (const SimWorld *world, size_t unit);

/* Whether a machine or wreck is what the mission of `supply` is about (sim_supply_set_scope()).  */
bool sim_supply_in_scope (const SimWorld *world, size_t supply, size_t unit);

/* Another Scavenger is on its way to this machine or wreck.  */
bool sim_supply_is_taken (const SimWorld *world, size_t supply, size_t unit);

/* The neediest in the scope of `supply` that miss at least `wants` (0..1) and whom no other serves, of equals the
 * nearer; SIM_NOBODY.  Dear once a tick, cheap for each further one.  */
uint32_t sim_supply_choose_client (SimWorld *world, size_t supply, float wants);

/* From now on it serves this one; SIM_NOBODY: none.  */
void sim_supply_take_client (SimWorld *world, size_t supply, uint32_t client);

/* This one was served just now, and misses less.  */
void sim_supply_note_filled (SimWorld *world, size_t unit);
