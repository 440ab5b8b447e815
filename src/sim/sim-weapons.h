/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guns, shells and what they do (private to sim).
 *
 * A shot is fired (sim-weapons.c, sim-indirect.c, sim-guns.c), flies as a SimShell that is state
 * (sim-shells.c), and where it lands it strikes or bursts (sim-damage.c).  Distances are metres,
 * armour and penetration millimetres of steel.  */
#pragma once

#include "sim/sim-world.h"

/* What strikes a machine: where it comes from decides the facing.  */
typedef struct {
  uint32_t shooter; /* SIM_NOBODY: the wall */
  uint32_t spotter; /* SIM_NOBODY: nobody */
  uint8_t weapon;   /* index in the rules */
  BaseVec from;
  float from_height_m; /* of the muzzle above sea level */
  float range_m;       /* from the gun */
  bool steep;          /* comes down on the roof whatever the bearing */
} SimStrike;

/* ---- Damage (sim-damage.c) ----------------------------------------------------------------- */

/* The facing that shows from a bearing (degrees from the target to the shooter): the front within
 * 60 degrees of the heading, the rear beyond 130, else the side.  */
SimFacing sim_facing_of (float bearing_deg, float heading_deg);
/* The same for a unit; the top when the shot comes steeply or from 20 degrees above (a roof, a cliff:
 * it rises one in 2.75).  */
SimFacing sim_facing_struck (const SimWorld *world, size_t target, const SimStrike *strike);
float sim_armour_at (const SimUnitType *type, SimFacing facing);
/* What is left of a weapon's penetration at a range, without luck.  */
float sim_penetration_at (const SimWeapon *weapon, float range_m);

/* One round strikes: it is stopped, or goes through and harms a part.  */
void sim_damage_strike (SimWorld *world, size_t target, const SimStrike *strike);
/* Is a machine out of action with this part struck: without power or cockpit, or any two parts?  */
bool sim_damage_finished (const SimWorld *world, size_t target, SimPart part);
/* A machine is out of action: its pilot gets out or dies, a wreck stays, the kill is recorded and what
 * hangs on it (guns that it spotted for, a Shepherd's machines) is done.  Of `how` all but the time,
 * the pilot's fate and the place is given; killer SIM_NOBODY is a mine in the ground or the wall.  */
void sim_damage_destroy (SimWorld *world, const SimKill *how);
/* A round bursts on the ground: who is within its radius, friend or foe, is struck by splinters and
 * shaken, who stands on the spot by the round itself.  */
void sim_damage_burst (SimWorld *world, BaseVec at, const SimStrike *strike);
/* The share 0..1 of a weapon's suppression is felt; `strike` tells from where.  */
void sim_damage_suppress (SimWorld *world, size_t target, const SimStrike *strike, float share);

/* The nearest wreck that lies within a radius; SIM_NOBODY when there is none.  Side is whose machine
 * it was.  For recoverers.  */
uint32_t sim_wreck_near (const SimWorld *world, SimSide side, BaseVec at, float within_m);
/* Somebody takes it away.  */
void sim_wreck_take (SimWorld *world, size_t unit);

/* ---- Shells (sim-shells.c) ----------------------------------------------------------------- */

/* Sends it on its way; `lands` says when.  Where there is no room left in the air (max_shells, far
 * above what is ever fired) it lands at once.  */
void sim_shell_add (SimWorld *world, const SimShell *shell);
/* Lands what is due.  */
void sim_shells_step (SimWorld *world);
/* Ticks of flight over a distance, at least one.  */
SimTick sim_shell_flight (const SimWeapon *weapon, float distance_m);

/* ---- Firing (sim-weapons.c) ---------------------------------------------------------------- */

/* Rounds left for a slot; SIM_ROUNDS_ENDLESS when it needs none.  */
#define SIM_ROUNDS_ENDLESS UINT32_MAX
uint32_t sim_weapon_rounds (const SimWorld *world, size_t unit, unsigned slot);
/* Spends what one shot of a slot uses and sets when it is ready again; counts `fired` rounds.  */
void sim_weapon_spend (SimWorld *world, size_t unit, unsigned slot, unsigned fired);
/* Fills every store, as at the start.  For supply.  */
void sim_weapons_restock (SimWorld *world, size_t unit);
/* Can this slot be fired now, whatever at: the machine's gun works, it is loaded and has rounds.  */
bool sim_weapon_ready (const SimWorld *world, size_t unit, unsigned slot);
/* One standard deviation of its aim in milliradians: the weapon's, worse for want of skill, motion,
 * fear, wounds and damaged gun or sensors.  */
float sim_weapon_scatter_mrad (const SimWorld *world, size_t unit, const SimWeapon *weapon);

/* ---- Guns that can not see (sim-indirect.c) ------------------------------------------------ */

/* Once a second: each group's guns; machines of ours that carry salvoes.  */
void sim_indirect_step (SimWorld *world);
/* A unit is out of action: guns that it spotted for are blind for a while.  */
void sim_indirect_lost (SimWorld *world, size_t unit);
/* A machine of ours fires its salvo at a place; the cause when it can not.  */
SimCause sim_salvo_fire (SimWorld *world, size_t unit, BaseVec at);
/* Does it carry one at all?  */
bool sim_salvo_carried (const SimWorld *world, size_t unit);

/* ---- The wall's guns (sim-guns.c) ---------------------------------------------------------- */

/* Order `number` asks for them; the desk answers later.  */
void sim_guns_request (SimWorld *world, uint32_t number);
void sim_guns_step (SimWorld *world);

/* ---- Mines that walk (sim-mines.c) --------------------------------------------------------- */

/* Twice a second for each mine: it goes for who is near, and goes off.  */
void sim_mines_step (SimWorld *world);
