/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the staff room share.  */
#pragma once

#include "base/base-codec.h"
#include "base/base-math.h"
#include "staff/staff.h"

#define STAFF_MAX_MEMORY    16
#define STAFF_MINUTE        SIM_SECONDS (60)

/* ---- State --------------------------------------------------------------------------------- */

/* An order given, as far as it must be remembered not to be repeated.  */
typedef struct {
  SimTick t; /* SIM_TICK_NEVER: an unused row */
  uint8_t verb;
  uint8_t n_addressees;
  SimAddressee addressees[SIM_MAX_ADDRESSEES];
  BaseVec target;
} StaffMemory;

/* What was last done with a platoon.  */
typedef struct {
  SimTick t_sent; /* last order that moves it; SIM_TICK_NEVER: none yet */
  SimTick t_asked;
  SimTick t_supplied; /* last sent for rounds; likewise */
  uint32_t most_rounds; /* a machine of it was told to have, as a mean */
  BaseVec place; /* where it was sent */
  SimTick t_told; /* last told to expect somebody; SIM_TICK_NEVER: never yet */
  BaseVec told;   /* where */
} StaffPlatoonMemory;

struct Staff {
  StaffDef def;
  SimTick now;
  SimTick t_last;    /* last order given; SIM_TICK_NEVER: none yet */
  SimTick t_reserve; /* when the reserve was last committed; SIM_TICK_NEVER */
  SimTick t_listened; /* when the hearer was told to listen; SIM_TICK_NEVER: not yet */
  uint32_t next_memory;
  StaffMemory memory[STAFF_MAX_MEMORY]; /* the latest orders, as a ring */
  StaffPlatoonMemory platoons[SIM_MAX_PLATOONS];
  SimTick t_back[PICTURE_MAX_OWN]; /* when a machine was told to fall back; SIM_TICK_NEVER */
  uint8_t fetched[PICTURE_MAX_OWN]; /* 1: somebody said that this pilot needs no help */
  SimTick t_rescue[PICTURE_MAX_OWN]; /* when somebody was sent for its pilot; likewise */
  float progress[STAFF_MAX_GOALS]; /* of the objectives, by their own index, as announced */
  uint8_t goal_state[STAFF_MAX_GOALS]; /* SimObjectiveState as announced, likewise */
  uint8_t leaving;                 /* all are to fall back */
  uint8_t bait;                    /* the spender's platoon + 1; 0 none yet */
  SimTick t_shelled; /* shells last heard of; SIM_TICK_NEVER: never yet ... */
  BaseVec shelled;   /* ... where ... */
  uint8_t shelled_platoon; /* ... by whom */
  SimTick t_evaded;  /* when somebody was last sent out from under them; likewise */
  SimTick t_spotter; /* when somebody was last sent for their spotter; likewise */
  SimTick t_window;  /* when a swarm was last fired at; likewise */
  uint8_t salvoes[PICTURE_MAX_OWN]; /* left with each machine, as far as this officer has asked for them */
  SimTick t_outnumbered;           /* since when too many come; SIM_TICK_NEVER: they do not */
  /* Orders of this call; not state.  */
  SimCommand *orders;
  size_t n_orders, max_orders;
};

/* ---- staff-situation.c ----------------------------------------------------------------------- */

typedef struct {
  unsigned alive;             /* machines not known to be lost */
  unsigned fit;               /* of them: that can still fight */
  BaseVec centre;             /* of those alive, by their ghosts */
  unsigned rounds;            /* sum, as last told */
  bool engaged;               /* half of them or more fire or are under fire */
  bool busy;                  /* an order is under way */
  SimTick t_word;             /* last word of any of them */
  const PictureTrack *threat; /* heaviest fresh track within reach, or NULL */
  float threat_value;         /* of all fresh tracks within reach */
} StaffPlatoon;

/* The view read for the questions that the habits ask.  */
typedef struct {
  const PictureView *view;
  size_t n_platoons;
  StaffPlatoon platoons[SIM_MAX_PLATOONS];
  unsigned alive, fit, lost;
  BaseVec goal; /* the gravest with a place, else where the squadron stands */
  float goal_radius_m;
  const PictureTrack *main_effort; /* heaviest fresh track near the goal, or NULL */
  float enemy_value;               /* of all fresh tracks near the goal */
} StaffSituation;

#define STAFF_OWN_VALUE 5.0f /* of one Juggernaut, for odds */

void staff_read_situation (const Staff *staff, const PictureView *view, StaffSituation *situation);
/* What one enemy of a type counts; negative: takes no part in the fight.  */
float staff_type_value (const Staff *staff, SimTypeIndex type);
/* Whether the goal is a place that is still asked for.  */
bool staff_goal_is_open (const Staff *staff, size_t goal);
/* What a track counts now: its value while it is fresh, 0 when old, lost or destroyed.  */
float staff_track_value (const Staff *staff, const PictureTrack *track, SimTick now);
#define STAFF_ANY_REACH_M 1e9f /* farther than any battlefield is wide */
/* The heaviest fresh track within `reach_m` of `around`, the first of those that are as heavy, or
 * NULL. `sum`, unless it is NULL, gets what all of them count. */
const PictureTrack *staff_heaviest_track (const Staff *staff, const PictureView *view,
                                          BaseVec around, float reach_m, float *sum);
bool staff_is_confirmed (const PictureTrack *track);
/* The platoon farthest from every fresh track, able to go and not in contact; -1 for none.  */
int staff_find_reserve (const Staff *staff, const StaffSituation *situation);
/* Whether, within `reach_m` of `around`, another place is to be held that counts as much as the gravest, over the same
 * time.  */
bool staff_is_asked_elsewhere (const Staff *staff, const StaffSituation *situation, BaseVec around,
                               float reach_m);
/* Index of a platoon's machine that is not known to be lost, or -1; the `n`th of them.  */
int staff_platoon_unit (const StaffSituation *situation, size_t platoon, unsigned n);
/* How far the platoon that is farthest off is from a place.  */
float staff_farthest_m (const StaffSituation *situation, BaseVec place);
/* Whether a place is still to be held (staff-leave.c).  */
bool staff_holds_something (const Staff *staff);
/* Seconds since a moment; very many when it never was.  */
float staff_since_s (SimTick now, SimTick t);
/* The point `way_m` from `from` toward `to` (at most at `to`).  */
BaseVec staff_toward (BaseVec from, BaseVec to, float way_m);

/* ---- staff-ground.c ---------------------------------------------------------------------------- */

typedef enum {
  STAFF_GROUND_OPEN,  /* from where one sees far toward the enemy */
  STAFF_GROUND_HIDDEN /* where one is seen from near by alone */
} StaffGround;

/* The place of that kind near `around`, at most `reach_m` to each side; without a map, `around`.  */
BaseVec staff_best_ground (const Staff *staff, BaseVec around, BaseVec enemy, float reach_m,
                           StaffGround wanted);

/* ---- staff-order.c --------------------------------------------------------------------------- */

SimCommand staff_order (SimVerb verb);
void staff_address_platoon (SimCommand *command, size_t platoon);
void staff_address_unit (SimCommand *command, uint32_t index);
void staff_aim (SimCommand *command, BaseVec place);
void staff_aim_at_track (SimCommand *command, const PictureTrack *track);
/* At one of ours: SIM_TARGET_UNIT or SIM_TARGET_PLATOON of that number, last known at `place`.  */
void staff_aim_at_own (SimCommand *command, SimTargetKind kind, uint32_t number, BaseVec place);
void staff_go_via (SimCommand *command, BaseVec place);
/* Orders given within the last minute.  */
unsigned staff_given_in_a_minute (const Staff *staff);
/* Gives the order unless the officer has spoken enough, or said the same within a minute.  */
bool staff_give (Staff *staff, const SimCommand *command);
/* Gives an order that moves platoons (its addressees), and remembers where to.  */
bool staff_send_platoons (Staff *staff, const SimCommand *command);

/* ---- Habits: each gives at most one order and returns whether it did ---------------------------
 */

typedef bool (*StaffHabitFunc) (Staff *staff, const StaffSituation *situation);

bool staff_pull_out_worn (Staff *staff, const StaffSituation *situation);
bool staff_reserve_to_noise (Staff *staff, const StaffSituation *situation);
bool staff_hold_goals (Staff *staff, const StaffSituation *situation);
bool staff_ask_silent (Staff *staff, const StaffSituation *situation);
bool staff_supply_dry (Staff *staff, const StaffSituation *situation);
bool staff_refill (Staff *staff, const StaffSituation *situation);

bool staff_rescue (Staff *staff, const StaffSituation *situation);
bool staff_go_where_asked (Staff *staff, const StaffSituation *situation);
bool staff_leave (Staff *staff, const StaffSituation *situation);
bool staff_reserve_on_second_report (Staff *staff, const StaffSituation *situation);

bool staff_tell_expect (Staff *staff, const StaffSituation *situation);
/* Addresses an `expect` with its target to every platoon that should hear of it, and gives it unless there is
 * none or enough was said in this minute.  */
bool staff_tell (Staff *staff, const StaffSituation *situation, SimCommand *command);
bool staff_listen (Staff *staff, const StaffSituation *situation);
/* Remembers what a report tells of shells, if it does.  */
void staff_hear_shells (Staff *staff, const SimReport *report);
bool staff_answer_guns (Staff *staff, const StaffSituation *situation);
bool staff_open_window (Staff *staff, const StaffSituation *situation);
/* Where a platoon is posted against the axis when that is known (StaffDef).  */
BaseVec staff_axis_post (const Staff *staff, const StaffSituation *situation, size_t platoon);

/* Whom the spender has thrown away: nobody calls them back, sends them elsewhere or takes them along.  */
bool staff_is_bait (const Staff *staff, size_t platoon);
bool staff_meddle (Staff *staff, const StaffSituation *situation);
bool staff_spend (Staff *staff, const StaffSituation *situation);
