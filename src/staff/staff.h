/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Automatic handlers: they see what a player sees (the view) and give orders as values.
 *
 * A staff officer is deterministic: its state changes only by staff_advance(), and it is hashed
 * with the battle.  Used by one thread at a time.  */
#pragma once

#include "picture/picture.h"

#include <stddef.h>

#define STAFF_LIST(X)                                                                             \
  X (NONE, "none")       /* gives nothing */                                                      \
  X (BASIC, "basic")     /* two orders a minute: what is worn goes back, the reserve goes to the  \
                            noise */                                                              \
  X (GOOD, "good")       /* three: waits for the second report, reads the ground, leaves  \
                            in time */                                                               \
  X (MEDDLER, "meddler") /* for tests: four long orders a minute on the oldest news */            \
  X (SPENDER, "spender") /* for tests: good, with one platoon as bait that nobody fetches */

typedef enum {
#define X(constant, name) STAFF_##constant,
  STAFF_LIST (X)
#undef X
  STAFF_N
} StaffKind;

/* The kind of this name, or -1.  */
int staff_kind_from_name (const char *name);
const char *staff_kind_name (StaffKind kind);

/* What a staff officer does, gravest first.  One at a time may be taken away from `good` to
 * measure what it is worth (design: play, "Staff officers").  */
#define STAFF_HABIT_LIST(X)                                                                       \
  X (LEAVE, "leave")             /* goes when the task is mostly done and too many come */        \
  X (PULL_OUT, "pull-out")       /* damaged or nearly empty machines fall back */                 \
  X (RESERVE, "reserve")         /* the platoon out of contact goes where the enemy is */         \
  X (HOLD_GOALS, "hold-goals")   /* who stands far off is brought to the objective */             \
  X (ASK, "ask")                 /* who has been silent for long is asked to report */            \
  X (SUPPLY, "supply")           /* who runs dry goes to the Scavengers */                        \
  X (REFILL, "refill")           /* likewise at half of his rounds, in a lull, one platoon at a time */ \
  X (RESCUE, "rescue")           /* who is on foot is fetched */                                  \
  X (GO, "go")                   /* all go where they are asked to be, in time */             \
  X (EXPECT, "expect")           /* who can not see the enemy is told of him */                   \
  X (LISTEN, "listen")           /* and of whom nobody sees yet, but the hearer hears */          \
  X (GUNS, "guns")               /* who is ranged in leaves; who spots for them is shot at */     \
  X (WINDOW, "window")           /* a swarm is broken open when a fight begins under it */

typedef enum {
#define X(constant, name) STAFF_HABIT_##constant,
  STAFF_HABIT_LIST (X)
#undef X
  STAFF_N_HABITS
} StaffHabit;

const char *staff_habit_name (StaffHabit habit);
bool staff_has_habit (StaffKind kind, StaffHabit habit);

#define STAFF_MAX_GOALS 8
#define STAFF_MAX_TYPES 32

typedef struct Staff Staff;

/* What an objective of the briefing asks, as far as it matters to who leads.  */
typedef enum {
  STAFF_GOAL_HOLD,    /* be there, or keep them out */
  STAFF_GOAL_REACH,   /* all go there */
  STAFF_GOAL_DESTROY, /* has no place */
  STAFF_GOAL_SURVIVE, /* likewise */
  STAFF_GOAL_ESCORT,  /* see Scavengers to the place */
} StaffGoalKind;

/* One objective; (0, 0) with radius 0 has no place.  `from` and `until` as in SimObjectiveDef.  */
typedef struct {
  uint8_t kind;      /* StaffGoalKind */
  uint8_t objective; /* its number in the scenario, from 0 */
  uint8_t state;     /* SimObjectiveState at the start */
  BaseVec place;
  float radius_m;
  float weight;
  float seconds; /* asked of those that hold; else 0 */
  SimTick from, until;
} StaffGoal;

/* `goals` are the briefing's objectives, gravest first.  `type_values` says what one enemy of each type counts (as for odds, a Juggernaut is 5);
 * 0: not known, taken as 2; negative: takes no part in the fight.  `without` has a bit for each
 * StaffHabit that is left out.  Everything not set is 0.  */
typedef struct {
  StaffKind kind;
  size_t n_platoons;
  size_t n_goals;
  StaffGoal goals[STAFF_MAX_GOALS];
  BaseVec base;
  const PictureSheet *sheet; /* (borrowed) the map on the table; NULL: none */
  uint64_t seed;
  float type_values[STAFF_MAX_TYPES];
  uint32_t without;
  /* Missiles that burst in a swarm: salvoes that each own machine carries, by its index; how many of them at once break a
   * swarm open (0: nothing does); and how far off they burst.  */
  uint8_t salvoes[PICTURE_MAX_OWN];
  uint8_t window_salvoes;
  float salvo_least_m, salvo_most_m;
  bool knows_axis; /* to measure what knowing it is worth (design: play, "Jam and recon") ... */
  BaseVec axis;    /* ... where the weight of the Legion comes by */
} StaffDef;

Staff *staff_new (const StaffDef *def);
void staff_free (Staff *staff);

/* Called once each second of the battle.  Writes up to `max` orders (ids 0) and returns how many.
 * `messages` are those since the last call (what a player heard).  Targets are whole ninths of a
 * grid square, as they could be spoken.  */
size_t staff_advance (Staff *staff, const PictureView *view, const SimMessage *messages,
                      size_t n_messages, SimCommand *orders, size_t max);

uint64_t staff_hash (const Staff *staff);

/* Writes the whole state; returns the bytes needed (nothing is written past `size`).  */
size_t staff_save (const Staff *staff, void *bytes, size_t size);

/* Sets the state of a staff officer made from the same definition; false (and no change) when
 * the bytes are not such a state.  */
bool staff_load (Staff *staff, const void *bytes, size_t size);
