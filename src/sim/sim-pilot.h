/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squadron's people (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Gives a unit a mission: through the waypoints to the last, which becomes its post.  */
void sim_pilot_mission (SimWorld *world, size_t unit, SimMission mission, const BaseVec *way,
                        unsigned n_way);

/* Goes on to the next waypoint; ends the mission at the last, gives up where there is no way.  */
void sim_pilot_follow_way (SimWorld *world, size_t unit);

/* The mission is done: says so if it was ordered, and settles where it is.  */
void sim_pilot_finish (SimWorld *world, size_t unit);

/* Whoever speaks for those of its platoon that share its order says that they are there.  */
void sim_pilot_say_there (SimWorld *world, size_t unit);

/* Once a second at a post: gives way a little when shaken, comes back when it is quiet; who only
 * holds goes around what he can not pierce.  */
void sim_pilot_hold (SimWorld *world, size_t unit);

/* The mission can not be carried out: says so if it was ordered, and stays where it is.  */
void sim_pilot_give_up (SimWorld *world, size_t unit, SimCause cause);

/* The nearest cover within 150 m of a point that this unit can reach, or the point itself.  */
BaseVec sim_pilot_cover (const SimWorld *world, size_t unit, BaseVec at);

/* What the pilot thinks of an order, 0..100 danger (design: play, "Objection").  */
float sim_pilot_danger (const SimWorld *world, size_t unit, const SimCommand *command);

/* Something happened to a machine of ours.  */
void sim_pilot_under_fire (SimWorld *world, size_t unit, size_t shooter);
void sim_pilot_hit (SimWorld *world, size_t unit, SimPart part);
void sim_pilot_lost (SimWorld *world, size_t unit);

/* Answers `report TOPIC`.  */
void sim_pilot_answer (SimWorld *world, size_t unit, SimReportTopic topic, uint32_t order);

/* The leader answers for his platoon: machines left, fewest rounds; or what it sees.  */
void sim_platoon_answer (SimWorld *world, size_t platoon, SimReportTopic topic, uint32_t order);

/* Once a second: platoons and each pilot.  */
void sim_platoons_step (SimWorld *world);
void sim_pilot_decide (SimWorld *world, size_t unit);
void sim_platoon_choose_leader (SimWorld *world, size_t platoon);

/* Machines of a platoon that work.  */
unsigned sim_platoon_strength (const SimWorld *world, size_t platoon);

/* Once a second: what each platoon sees becomes contacts and reports.  */
void sim_contacts_step (SimWorld *world);

/* Each tick: groups of the Legion, each once a second.  */
void sim_legion_step (SimWorld *world);

/* The order a unit is on has come to this end; nothing when it is on none.  */
void sim_order_unit_end (SimWorld *world, size_t unit, SimOrderState state, SimCause cause);
/* It waits in the middle of it; nothing when it is on none.  */
void sim_order_unit_waits (SimWorld *world, size_t unit, SimCause cause);
/* It will carry out nothing any more.  */
void sim_order_unit_lost (SimWorld *world, size_t unit);

/* Bearing of the eighth (0 north .. 7 north-west) from a to b.  */
int sim_direction_of_eight (BaseVec from, BaseVec to);
