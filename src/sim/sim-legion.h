/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Legion, shared by the files that are its parts (private to sim).
 *
 * Each second: what its machines have made out becomes knowledge (sim-legion-net.c), the patterns go
 * on (sim-legion-pattern.c), the Shepherd thinks (sim-legion-commander.c); then each group acts, at a
 * tick of its own (sim-legion-group.c, sim-legion-fight.c, sim-legion-special.c).  Everything goes by
 * sightings: nothing here reads where a machine of ours is that nobody has made out.  */
#pragma once

#include "sim/sim-world.h"

#define SIM_SIGHTING_NEAR_M 700.0f
#define SIM_SPACING_M 45.0f
#define SIM_ENGAGE_M 2600.0f
/* Number of a play that is of all groups.  */
#define SIM_PLAY_EVERYBODY 255

/* ---- Hooks in other phases ----------------------------------------------------------------- */

/* A machine of the Legion has made out one of ours (sensing).  */
void sim_legion_noticed (SimWorld *world, size_t unit, size_t target);
/* Factor of its hits (weapons).  */
float sim_legion_aim (const SimWorld *world, size_t unit);
/* Somebody destroyed somebody (weapons); after `alive` is 0.  */
void sim_legion_killed (SimWorld *world, size_t shooter, size_t victim, float range_m);
/* One of its own was lost to nobody's shot: a mine in the ground, the guns on the wall.  */
void sim_legion_lost (SimWorld *world, size_t victim);
/* A report was heard at the handler's desk (link): may be the first word of a tell.  */
void sim_legion_reported (SimWorld *world, const SimReport *report);
/* Minds, dormancy, axes, plays; once, when all groups are placed.  */
void sim_legion_begin (SimWorld *world);

/* ---- Net ----------------------------------------------------------------------------------- */

void sim_legion_net_step (SimWorld *world);
/* The nearest that is not too old, or NULL.  */
const SimSighting *sim_legion_sighting (const SimWorld *world, BaseVec at, float within);
/* Value sighted around a place.  */
float sim_legion_sighted_value (const SimWorld *world, BaseVec at, float within);
/* Does a control fly?  */
bool sim_legion_coordinated (const SimWorld *world);
/* The group itself sees somebody now.  */
bool sim_legion_sees (const SimWorld *world, const SimGroup *group);

/* ---- Groups -------------------------------------------------------------------------------- */

static inline bool
sim_group_acts (const SimGroup *group)
{
  return group->arrived && group->alive > 0;
}

void sim_group_take_stock (SimWorld *world, SimGroup *group);
/* All to a place, in rows across the way; `spacing` metres from one to the next.  */
void sim_group_send (SimWorld *world, SimGroup *group, BaseVec goal, float spacing,
                     SimPosture posture);
void sim_group_halt (SimWorld *world, SimGroup *group);
/* Those who are awake hold their fire, or are free to fire.  */
void sim_group_hold_fire (SimWorld *world, const SimGroup *group, bool hold);
/* To the next point of its route; false when it is at its end.  */
bool sim_group_follow_route (SimWorld *world, SimGroup *group, float spacing, SimPosture posture);
/* Seconds to a place at the pace of its slowest.  */
float sim_group_eta_s (const SimWorld *world, const SimGroup *group, BaseVec goal);
/* Its own task, without pattern or commander.  */
void sim_group_task (SimWorld *world, SimGroup *group);
void sim_group_withdraw (SimWorld *world, SimGroup *group);
/* Share of its machines that are gone.  */
float sim_group_loss (const SimGroup *group);

/* ---- Fighting ------------------------------------------------------------------------------ */

/* Each by its role, against an enemy at this place.  */
void sim_group_engage (SimWorld *world, SimGroup *group, BaseVec enemy);
/* A scout keeps the enemy in sight at this distance.  */
void sim_unit_stand_off (SimWorld *world, size_t unit, BaseVec enemy, float least, float most);
/* Each for himself: what he sees he fights, else he stands.  */
void sim_group_confused (SimWorld *world, SimGroup *group);

/* ---- Special machines ---------------------------------------------------------------------- */

/* Dormant ambushers of the group, whatever else it does.  */
void sim_group_special (SimWorld *world, SimGroup *group);
void sim_group_wake (SimWorld *world, SimGroup *group);
void sim_group_glean (SimWorld *world, SimGroup *group);

/* ---- Known --------------------------------------------------------------------------------- */

/* Once a second: notes for whom a closed door's silence has begun.  For the review alone: no machine
 * of the Legion acts on it.  */
void sim_plays_watch_silence (SimWorld *world);

/* ---- Patterns ------------------------------------------------------------------------------ */

void sim_plays_begin (SimWorld *world);
/* Once a second: the fire of guns, for their plays.  */
void sim_plays_step (SimWorld *world);
/* True when the group's pattern said what it does.  */
bool sim_play_group (SimWorld *world, SimGroup *group);
/* Before the battle: a pack that has learned to come from both sides is parted.  */
void sim_play_part (SimWorld *world, const SimGroup *group);
/* A new play of all groups, or NULL when there is no room.  */
SimPlay *sim_play_new (SimWorld *world, SimPattern pattern, unsigned number);
SimPlay *sim_play_of (SimWorld *world, const SimGroup *group);
void sim_play_tell (SimWorld *world, SimPlay *play, BaseVec place);
void sim_play_strike (SimWorld *world, SimPlay *play);
const SimPatternRule *sim_play_rule (const SimWorld *world, const SimPlay *play);

/* ---- The commander ------------------------------------------------------------------------- */

void sim_commander_begin (SimWorld *world);
void sim_commander_step (SimWorld *world);
void sim_commander_lost (SimWorld *world, size_t shepherd);
/* True when the commander said what the group does.  */
bool sim_commander_group (SimWorld *world, SimGroup *group);
/* The machine that commands stays behind the others of its group.  */
void sim_commander_keep_back (SimWorld *world, const SimGroup *group);
void sim_commander_count (SimWorld *world, size_t shooter, size_t victim);

/* ---- Learning ------------------------------------------------------------------------------ */

void sim_learning_watch (SimWorld *world);
void sim_learning_loss (SimWorld *world, size_t shooter, size_t victim, float range_m);
/* Factor of the time from a ranging round to the volleys: who was beaten by one gun position has
 * learned to answer it at once (SIM_TACTIC_STAND).  */
float sim_learning_counter_fire (const SimWorld *world);
unsigned sim_learning_counter (const SimWorld *world, SimTactic tactic);
