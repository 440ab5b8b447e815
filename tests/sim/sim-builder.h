/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small battles made by hand, for tests of sim alone: a gun that pierces a tank's sides but not
 * its front, scouts with machine guns, open ground unless asked otherwise.  */
#pragma once

#include "sim/sim.h"

enum {
  BUILD_WALKER,
  BUILD_SCOUT,
  BUILD_DRAGOON,
  BUILD_TANK,
  BUILD_JAMMER,
  BUILD_AMBUSHER,
  BUILD_CONTROL,
  BUILD_RECOVERER,
  BUILD_HOWITZER,
  BUILD_MINE,
  BUILD_SUPPLY,
};

/* Weapons: of walkers, scouts and dragoons, and tanks; then what only tests of weapons use.  */
enum {
  BUILD_CANNON,
  BUILD_MACHINE_GUN,
  BUILD_TANK_GUN,
  BUILD_BLADE,
  BUILD_FIELD_GUN,
  BUILD_MISSILES,
  BUILD_CHARGE,
  BUILD_WALL_GUN,
};

/* Loadouts, counted from 1.  */
enum {
  BUILD_LOADOUT_BLADE = 1,
  BUILD_LOADOUT_MISSILES,
};

typedef struct {
  SimRules rules;
  SimUnitDef squadron[24];
  size_t n_squadron;
  SimGroupDef groups[16];
  size_t n_groups;
  SimObjectiveDef objectives[4];
  size_t n_objectives;
  SimEventDef events[8];
  size_t n_events;
  SimFeature features[8];
  SimWorldDef def;
} Build;

/* Flat ground of 8 by 6 km without trees, no units, half an hour; wrecks do not burn and nobody chats.  */
void build_init (Build *build);
/* Adds a machine of ours; the first of a platoon leads it.  */
size_t build_own (Build *build, unsigned platoon, float x, float y, float heading_deg);
/* Adds a Scavenger; `learned` is 0..1.  */
size_t build_scavenger (Build *build, float x, float y, float learned);
/* Adds a group of one type; with a route of one point.  */
size_t build_group (Build *build, SimTask task, unsigned type, unsigned count, float x, float y,
                    float to_x, float to_y);
/* Gives a group its part in a pattern; returns the group.  */
SimGroupDef *build_part (Build *build, size_t group, SimPattern pattern, SimPatternPart part);
/* Machines, guns and armour as in data/rules/standard.json, so that what a pattern does to people
 * can be measured.  */
void build_earnest (Build *build);
void build_hold (Build *build, float x, float y, float radius_m, float seconds);
/* The world; the build may be changed and used again.  */
SimWorld *build_world (Build *build, uint64_t seed);

/* A standard fight: two platoons of ours against scouts, dragoons and tanks on broken ground.  */
void build_melee (Build *build);

/* Orders as values.  */
SimCommand build_order_unit (uint32_t id, SimVerb verb, uint32_t unit, float x, float y);
SimCommand build_order_platoon (uint32_t id, SimVerb verb, uint32_t platoon, float x, float y);

/* The Scavengers or one of ours, about one of ours or a platoon.  */
SimCommand build_order_supply (uint32_t id, SimVerb verb, SimTargetKind kind, uint32_t number);
SimCommand build_order_about (uint32_t id, SimVerb verb, uint32_t unit, SimTargetKind kind,
                              uint32_t number);

/* Steps; stops early at the end of the battle.  */
void build_run (SimWorld *world, double seconds);

/* Steps until a message of this kind (and, for an order, state) comes, at most so many seconds;
 * copies it.  False when it does not come.  */
bool build_wait_message (SimWorld *world, SimMessageKind kind, double seconds, SimMessage *message);
bool build_wait_order (SimWorld *world, uint32_t order, SimOrderState state, double seconds,
                       SimMessage *message);
