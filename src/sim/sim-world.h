/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a battle, private to sim.
 *
 * Units are a structure of arrays: one array for each column of SIM_UNIT_COLUMNS, made, hashed,
 * saved and loaded from that one list.  Everything else that changes is in the structs below,
 * which sim-state.c walks field by field.  What is derived (grid, routes) is rebuilt and neither
 * hashed nor saved.  */
#pragma once

#include "base/base-hash.h"
#include "base/base-random.h"
#include "sim/sim-grid.h"
#include "sim/sim-route.h"
#include "sim/sim-terrain.h"
#include "sim/sim.h"

#include <string.h>

#define SIM_NOBODY UINT32_MAX
#define SIM_MAX_PENDING 64
#define SIM_MAX_ORDERS 1024
#define SIM_MAX_QUEUE 96
#define SIM_MAX_CONTACTS 48
#define SIM_MAX_SUBJECTS 128
#define SIM_MAX_SIGHTINGS 32
#define SIM_MAX_SAID 32
#define SIM_MAX_PREPARED 4
#define SIM_MAX_STEP_MESSAGES 2048
#define SIM_MAX_WAYPOINTS 8
#define SIM_MAX_SMOKES 96
#define SIM_MAX_FIRES 48
#define SIM_MAX_WALL_FIRES 8
#define SIM_MAX_HEARD 8
#define SIM_GROUND_SQUARES 40 /* a side of the widest map in kilometres */
#define SIM_MAX_PLAYS 24
#define SIM_MAX_AXES 4
#define SIM_MAX_CLOUDS 8
#define SIM_MAX_WARNINGS 4 /* of a platoon at once */
#define SIM_MAX_OBJECTIONS 8

/* One generator for each purpose.  */
#define SIM_RANDOM_LIST(X)                                                                        \
  X (MOVEMENT)                                                                                    \
  X (SENSING)                                                                                     \
  X (GUNNERY)                                                                                     \
  X (DAMAGE)                                                                                      \
  X (PILOTS)                                                                                      \
  X (LEGION)                                                                                      \
  X (SPEECH)                                                                                      \
  X (RADIO)                                                                                       \
  X (JAMMING)                                                                                     \
  X (HEARING)                                                                                     \
  X (SUPPORT)                                                                                     \
  X (NETS)                                                                                        \
  X (TALK)

typedef enum {
#define X(constant) SIM_RANDOM_##constant,
  SIM_RANDOM_LIST (X)
#undef X
  SIM_N_RANDOMS
} SimRandomPurpose;

/* What a unit is about: its mission, and how far it has come.  */
typedef enum {
  SIM_MISSION_HOLD,      /* at its post; fights what comes */
  SIM_MISSION_MOVE,
  SIM_MISSION_SCOUT,
  SIM_MISSION_ATTACK,
  SIM_MISSION_FALL_BACK,
  SIM_MISSION_RESUPPLY,  /* the next three: sim-supply.c and sim-rescue.c */
  SIM_MISSION_RECOVER,
  SIM_MISSION_RESCUE,
  SIM_MISSION_SUPPRESS,  /* sim-suppress.c */
  SIM_MISSION_OVERWATCH, /* the next two: sim-watch.c */
  SIM_MISSION_AMBUSH,
  SIM_MISSION_REGROUP,   /* the next two: sim-company.c */
  SIM_MISSION_FOLLOW,
  SIM_N_MISSIONS
} SimMission;

/* Columns: type, name, how many for each unit.  Ticks of things that never were are 0, and the
 * world begins at tick 1000 inside, so that "long ago" needs no special case.  */
#define SIM_UNIT_COLUMNS(X)                                                                       \
  X (F32, x, 1)                                                                                   \
  X (F32, y, 1)                                                                                   \
  X (F32, heading_deg, 1)                                                                         \
  X (F32, speed, 1)            /* metres a second along the heading */                            \
  X (F32, push_x, 1)           /* local avoidance, metres a second */                             \
  X (F32, push_y, 1)                                                                              \
  X (F32, pace, 1)             /* factor of the speed it may go, 0..1.5 */                        \
  X (F32, suppression, 1)      /* 0..100 */                                                       \
  X (F32, stress, 1)           /* 0..100 */                                                       \
  X (F32, fatigue, 1)          /* 0..100 */                                                       \
  X (F32, energy, 1)           /* seconds of fighting left */                                     \
  X (F32, gunnery, 1)                                                                             \
  X (F32, driving, 1)                                                                             \
  X (F32, awareness, 1)                                                                           \
  X (F32, trust, 1)                                                                               \
  X (F32, goal_x, 1)           /* where it is going now */                                        \
  X (F32, goal_y, 1)                                                                              \
  X (F32, steer_x, 1)          /* the point it steers for on the way there */                      \
  X (F32, steer_y, 1)                                                                              \
  X (F32, cruise, 1)           /* speed the ground lets it go there, metres a second */            \
  X (F32, post_x, 1)           /* where its mission wants it in the end */                        \
  X (F32, post_y, 1)                                                                              \
  X (F32, way_x, SIM_MAX_WAYPOINTS)                                                               \
  X (F32, way_y, SIM_MAX_WAYPOINTS)                                                               \
  X (U32, target, 1)           /* unit index aimed at or SIM_NOBODY */                            \
  X (U32, target_tick, 1)      /* when it was last sensed by this unit */                         \
  X (U32, seen_tick, 1)        /* when any enemy last sensed this unit */                         \
  X (U32, ready_tick, SIM_MAX_TYPE_WEAPONS)                                                       \
  X (U32, fired_tick, 1)                                                                          \
  X (U32, harmed_tick, 1)      /* last shot at it */                                              \
  X (U32, harmed_by, 1)                                                                           \
  X (U32, order, 1)            /* order it carries out, 0 none */                                 \
  X (U32, pending_order, 1)    /* understood, waits to be begun */                                \
  X (U32, pending_tick, 1)     /* when it will begin */                                           \
  X (U32, stuck_tick, 1)       /* since when it has not got nearer */                             \
  X (U32, lull_tick, 1)        /* end of the longest wait for a lull */                           \
  X (U32, left_tick, 1)        /* when it last fell back, 0 never */                              \
  X (U16, ammunition, 1)                                                                          \
  X (U16, kills, 1)                                                                               \
  X (U8, type, 1)                                                                                 \
  X (U8, side, 1)                                                                                 \
  X (U8, group, 1)             /* platoon, or group of the Legion */                              \
  X (U8, present, 1)                                                                              \
  X (U8, alive, 1)                                                                                \
  X (U8, pilot_dead, 1)                                                                           \
  X (U8, wounds, 1)                                                                               \
  X (U8, leader, 1)                                                                               \
  X (U8, captain, 1)                                                                              \
  X (U8, temper, 1)                                                                               \
  X (U8, activity, 1)                                                                             \
  X (U8, posture, 1)                                                                              \
  X (U8, mission, 1)           /* SimMission */                                                   \
  X (U8, pending_cause, 1)                                                                        \
  X (U8, hold_fire, 1)         /* SIM_FIRE_* (sim-watch.h) */                                     \
  X (U8, moving, 1)            /* has a goal it is going to */                                    \
  X (U8, steering, 1)          /* steer_x and steer_y are set */                                  \
  X (U8, n_way, 1)                                                                                \
  X (U8, way, 1)               /* next waypoint */                                                \
  X (U8, sighted_by, 1)        /* bits of platoons that sensed it since the last count */         \
  X (U8, felt_only, 1)         /* sensed by vibration alone since then */                         \
  X (U8, told, 1)              /* SIM_TOLD_* bits: what it has already reported */                \
  X (U8, parts, SIM_N_PARTS)                                                                      \
  /* Ground.  */                                                                                  \
  X (F32, leg_x, 1)            /* the place it makes for on a long way to its goal */             \
  X (F32, leg_y, 1)                                                                               \
  X (F32, roof_m, 1)           /* height of the roof under it, or how far up it is */             \
  X (U32, settled_tick, 1)     /* when it last was no one to climb a roof */                      \
  X (U32, bogged_tick, 1)      /* stuck in marsh until then */                                    \
  /* Weapons.  */                                                                                 \
  X (U16, stores, SIM_MAX_TYPE_WEAPONS) /* rounds of what is not the main gun */                   \
  X (U32, spotted_by, 1)       /* enemy that first sensed it since it was last out of sight */    \
  X (U8, loadout, 1)           /* counted from 1; 0: the type's own weapons */                    \
  /* People and supply.  */                                                                       \
  X (F32, life_s, 1)           /* that a downed pilot has near the Legion */                      \
  X (F32, work_s, 1)           /* of resupply, recovery or rescue done so far */                  \
  X (F32, scope_x, 1)          /* the place that such a mission is about */                       \
  X (F32, scope_y, 1)                                                                             \
  X (U32, client, 1)           /* unit that this one serves or fetches, SIM_NOBODY */             \
  X (U32, carrier, 1)          /* unit that this one's pilot rides with, SIM_NOBODY */            \
  X (U32, scope, 1)            /* number of the unit or platoon the mission is about */           \
  X (U32, served_tick, 1)      /* when it was last resupplied */                                  \
  X (U32, aside_order, 1)      /* answered or obeyed beside the order in progress, 0 none */      \
  X (U32, aside_tick, 1)                                                                          \
  X (U8, scope_kind, 1)        /* SimTargetKind */                                                \
  X (F32, base_gunnery, 1)     /* skills of the rested pilot */                                   \
  X (F32, base_driving, 1)                                                                        \
  X (F32, base_awareness, 1)                                                                      \
  X (U16, square, 1)           /* square of a kilometre that it is in */                          \
  X (U8, person, 1)            /* SimPerson */                                                    \
  X (U8, recovered, 1)         /* its wreck has been stripped by ours */                          \
  /* The Legion: what it knows of a machine of ours, and the state of its own.  */                \
  X (F32, noticed_x, 1)        /* where one of the Legion last made it out ... */                 \
  X (F32, noticed_y, 1)                                                                           \
  X (U32, noticed_tick, 1)     /* ... and when */                                                 \
  X (U32, noticed_groups, 2)   /* bits of groups that did since the last count */                 \
  X (U32, noticed_by, 1)       /* unit that did */                                                \
  X (F32, stand_x, 1)          /* where it stood when the fight began */                          \
  X (F32, stand_y, 1)                                                                             \
  X (U32, walked_tick, 1)      /* one of ours: when it last moved, by the second */               \
  X (U32, confused_tick, 1)    /* end of its confusion */                                         \
  X (U32, work_tick, 1)        /* since when a recoverer is at a wreck, 0 not */                  \
  X (U8, mind, 1)              /* SimMind */                                                      \
  X (U8, dormant, 1)                                                                              \
  X (U8, wreck, 1)             /* SimWreck */                                                     \
  /* Sensing.  */                                                                                 \
  X (F32, shown, 1)            /* factor of the distance at which it is made out */               \
  X (U32, radar_tick, 1)       /* when it was last on a radar plot of ours */                     \
  X (U8, synced, 1)            /* its pilot is on the link: all who live, until they are brought in */\
  /* A convoy.  */                                                                                \
  X (U32, convoy_wait_tick, 1) /* it does not go on before */                                     \
  X (U8, convoy_way, 1)        /* next point of the convoy's way */                               \
  X (U8, convoy_held, 1)       /* sent elsewhere by an order */                                   \
  /* Marks.  */                                                                                   \
  X (U32, prepared, SIM_MAX_PREPARED) /* orders that wait for their marks, oldest first; 0: none */ \
  /* Trust.  */                                                                                   \
  X (F32, trust_swing, 1)      /* what this battle has changed of it */                           \
  X (F32, trust_warned, 1)     /* of that, by warnings that were right */                         \
  X (F32, trust_nagged, 1)     /* and by orders repeated */                                       \
  X (U32, insisted_tick, 1)    /* when he began an order that she insisted on, 0: is on another */ \
  /* The link.  */                                                                                \
  X (U8, link_wish, 1)         /* SimLinkWish: on or off the link by name */                      \
  /* Honesty.  */                                                                                 \
  X (U8, facts, 1)             /* SimFact bits: what is so of him and not pleasant to tell ... */ \
  X (U8, hidden, 1)            /* ... and which of that he keeps to himself */

/* What is left where a machine fell.  It lies at its unit's position.  */
typedef enum {
  SIM_WRECK_NONE,  /* not fallen, or nothing left of it */
  SIM_WRECK_LIES,
  SIM_WRECK_TAKEN, /* recovered, by whichever side */
} SimWreck;

/* Kinds of the Legion's by mind (design: simulation).  */
typedef enum {
  SIM_MIND_ORDINARY,
  SIM_MIND_BLACK_SHEEP, /* aims and looks better, uses the ground */
  SIM_MIND_SHEPHERD,    /* commands */
} SimMind;

enum {
  SIM_TOLD_LOW_AMMUNITION = 1,
  SIM_TOLD_NO_AMMUNITION = 2,
  SIM_TOLD_LOW_ENERGY = 4,
  SIM_TOLD_DOWN_CLOSE = 8,
  SIM_TOLD_TIRED = 16,
  SIM_TOLD_WORN = 32,
  SIM_TOLD_WOUNDED = 64,
  SIM_TOLD_WOUNDED_BADLY = 128,
};

typedef struct {
#define F32 float
#define U32 uint32_t
#define U16 uint16_t
#define U8 uint8_t
#define X(kind, name, count) kind *name;
  SIM_UNIT_COLUMNS (X)
#undef X
#undef F32
#undef U32
#undef U16
#undef U8
} SimUnits;

/* An order and how far it has come.  */
typedef struct {
  SimCommand command;
  SimTick entered;
  uint8_t state; /* SimOrderState of the order as a whole */
  uint8_t closed;
  uint8_t missed; /* something became of it while she was cut off */
  uint8_t insisted; /* he objected, and she insisted */
  uint8_t brief;    /* nobody reads it back */
  uint16_t open_units; /* addressed units that have not ended */
  SimTick first_word;  /* when it was first begun to be said, 0 not yet */
  uint8_t phase;       /* SimNetPhase when it was entered */
} SimOrder;

/* What she has heard of a platoon's sighting, whatever of it waits to be said.  */
typedef enum {
  SIM_KNOWN_IN_SIGHT,
  SIM_KNOWN_LOST,
  SIM_KNOWN_BACK,       /* in sight again, and she has only heard that it was lost */
  SIM_KNOWN_NOTHING,
  SIM_KNOWN_LOSS_WAITS, /* that it is lost waits to be said */
} SimKnown;

/* A platoon's sighting of one group of the Legion.  */
typedef struct {
  uint32_t number;    /* 1.., 0: unused */
  uint32_t group;
  SimTick first;
  SimTick last_seen;
  SimTick last_said;
  BaseVec position;
  BaseVec velocity;
  BaseVec said_position;
  float error_m;
  uint32_t observer;  /* unit that saw it best */
  uint16_t count;
  uint16_t said_count;
  uint16_t killed;    /* since last said */
  uint8_t type;       /* as believed */
  uint8_t felt;
  uint8_t said;       /* has been reported at all */
  uint8_t known;       /* SimKnown */
  /* What they are taken for after the last good look; `type` and `count` are what was said.  */
  float judged_m;        /* from how far that look was */
  uint16_t judged_count; /* how many were in sight then */
  uint16_t better_count;
  uint8_t better_type;
} SimContact;

/* What a platoon took in from another on the squadron net.  */
typedef struct {
  BaseVec position;
  SimTick tick;       /* 0: unused */
  uint32_t contact;   /* as that platoon counts */
  uint16_t count;
  SimTypeIndex type;
  uint8_t platoon;
} SimHeard;

typedef struct {
  SimContact contacts[SIM_MAX_CONTACTS];
  uint32_t next_number;
  uint32_t leader;      /* unit that leads now, SIM_NOBODY */
  SimTick leader_lost;  /* when the last leader fell */
  uint32_t started;     /* machines at the start */
  BaseVec threat;       /* centre of what it sees */
  float threat_value;   /* value of what it sees within reach */
  SimTick threat_tick;
  SimTick initiative_tick; /* last act of its own */
  SimHeard heard[SIM_MAX_HEARD];
  BaseVec axis;            /* that the captain has committed himself to */
  SimTick axis_tick;
  uint32_t ground[SIM_GROUND_SQUARES * SIM_GROUND_SQUARES / 32]; /* known, a bit for each km2 */
  uint8_t free_hand;       /* told to go by its own mind, until the next order */
} SimPlatoon;

typedef struct {
  SimGroupDef def;
  uint32_t first, count; /* unit indices */
  uint32_t started;
  uint8_t arrived;
  uint8_t withdrawing;
  uint8_t way;           /* next point of the route */
  uint8_t halted;
  SimTick halted_tick;
  BaseVec centre;        /* of the living */
  BaseVec enemy;         /* where it believes the enemy to be */
  SimTick enemy_tick;    /* when it last sensed one, 0 never */
  float enemy_value;     /* of all that it sensed in that second */
  uint32_t alive;
  uint8_t has_mines; /* never changes */
  uint32_t spotter;      /* its machine that sensed the enemy, or SIM_NOBODY */
  SimTick share_tick;    /* when it next tells the net */
  uint8_t ordered;       /* the commander sent it by another axis */
  uint8_t committed;     /* a reserve that goes to `goal` */
  uint8_t axis;          /* index in the commander's axes */
  uint8_t confused;      /* as a group: most of it is */
  uint8_t staged;        /* it has been where its blow begins */
  BaseVec goal;
} SimGroup;

/* What the Legion's net knows of us: its own sightings, no more.  */
typedef struct {
  BaseVec position;
  SimTick tick;
  float value;      /* of the machines made out there */
  float looked_s;   /* how long scouts have looked on */
  uint32_t spotter; /* who saw it last */
  uint16_t count;
} SimSighting;

/* How far a pattern has come.  */
typedef enum {
  SIM_PLAY_READY,
  SIM_PLAY_TOLD,   /* the tell was shown */
  SIM_PLAY_STRUCK, /* the blow has fallen */
  SIM_PLAY_OVER,   /* it came to nothing, or is done */
} SimPlayState;

/* One pattern as it is played: by the groups that name it, or by all (breath).  */
typedef struct {
  uint8_t pattern;
  uint8_t number;  /* `play` of its groups; 255: all */
  uint8_t state;   /* SimPlayState */
  uint8_t side;    /* 0 left, 1 right of the way */
  SimTick tell, due, blow; /* 0: not yet */
  SimTick known;   /* when a report of those who showed the tell was heard, 0 never */
  SimTick until;   /* of what is going on: a halt, blindness */
  BaseVec place;   /* what the blow is aimed at */
  BaseVec staging; /* where it begins */
  BaseVec other;   /* and where its other half begins, of a hook from both sides */
  float angle_deg, distance_m, wait_s; /* drawn when it is made */
  uint32_t spotter;
  uint16_t count;  /* salvoes fired, wrecks taken */
} SimPlay;

/* The mind behind the force: a Shepherd, and what it goes by.  */
typedef struct {
  uint32_t shepherd;   /* unit, SIM_NOBODY: none, or none any more */
  uint8_t had;         /* there was one in this battle */
  uint8_t n_axes;
  uint8_t main;        /* axis of the main effort */
  uint8_t withdrawing; /* the attack is given up */
  uint8_t shifts;      /* of axis so far */
  uint8_t breath_play; /* index of the play of the halt under way */
  SimTick axis_tick;   /* when the main effort took this axis */
  SimTick breath_tick; /* end of the halt under way, 0 none */
  uint8_t axis_groups[SIM_MAX_AXES]; /* whose route an axis is */
  float lost[SIM_MAX_AXES];          /* value lost on it */
  float won[SIM_MAX_AXES];           /* value destroyed on it */
  BaseVec success;     /* where it last got on */
  SimTick success_tick;
  uint64_t shots_seen; /* for the last shot of anybody */
  SimTick shot_tick;
} SimCommander;

/* Something that waits to be said, or is being said.  */
typedef struct {
  uint32_t id;       /* 0: unused */
  uint8_t speaker;   /* SimSpeaker */
  uint8_t air_class;
  uint8_t has_report;
  uint8_t cut;       /* times cut off */
  uint8_t again;     /* said once more, for `order`: her order to say it again */
  uint8_t asked;     /* she asked for it: it answers an order to report */
  uint8_t place;     /* of hers: 1.. among those that she put into an order of her own, 0: she did not */
  uint32_t unit;
  uint32_t order;
  uint32_t subject;  /* same subject: a newer one replaces an older one */
  SimTick created;
  SimTick expires;   /* SIM_TICK_NEVER */
  SimTick not_before; /* it has to be passed on first; 0: it has not */
  uint16_t air_ticks;
  SimReport report;  /* words in any case */
} SimUtterance;

/* The last that somebody said (sim-again.c).  */
typedef struct {
  uint32_t unit;
  uint8_t used;
  uint8_t heard;      /* by her, to the end */
  uint16_t air_ticks;
  SimTick said;
  SimReport report;
} SimSaid;

typedef struct {
  SimUtterance queue[SIM_MAX_QUEUE];
  SimUtterance now;      /* being said; id 0: nobody speaks */
  SimTick begun, until;
  SimTick free_at;       /* end of the gap after the last speaker */
  uint32_t next_utterance, next_report;
  uint8_t order_had_turn;
  float strain, strain_peak;
  SimTick death_tick;    /* last death heard, 0 never */
  SimTick over_tick;     /* since when strain has been as high as cuts her off, 0: it is not */
  SimTick cut_until;     /* she is cut off until then, 0: she is not */
  uint8_t cuts;          /* how often she was */
  uint8_t hushed;        /* what is being said does not reach her */
  struct {
    uint32_t key;
    SimTick said;
  } subjects[SIM_MAX_SUBJECTS];
  uint32_t next_subject; /* ring */
  SimSaid said[SIM_MAX_SAID];
  uint32_t queue_told;   /* a sum over what she was last told of her own orders that wait, 0: nothing */
} SimLink;

/* What a machine was told of the link by name.  */
typedef enum {
  SIM_LINK_AS_ALL, /* as the rule for all has it */
  SIM_LINK_OFF,
  SIM_LINK_ON,
  SIM_N_LINK_WISHES
} SimLinkWish;

#define SIM_MAX_OWN_WORDS 8

/* What of one contact has been said on its platoon's own net while she listened in.  */
typedef struct {
  uint32_t number; /* of the contact, 0: nothing */
  SimTick said;
  BaseVec position;
} SimOwnWord;

/* Rules of the net, who is on the link, and the platoon's own net that she listens in to
 * (sim-nets.c); what became of words and orders (sim-net-figures.c).  */
typedef struct {
  uint8_t rules[SIM_MAX_PLATOONS + 1]; /* SimSetting; 0 is open as well */
  uint8_t leaders_only;
  uint8_t listening;         /* number + 1 of a platoon, 0: none */
  uint8_t hushed;            /* what is being said there does not reach her */
  SimTick captain_tick;      /* since when the captain is about to cut her off, 0: he is not */
  SimUtterance queue[SIM_MAX_OWN_WORDS]; /* of the platoon's own net */
  SimUtterance now;
  SimTick begun, until, free_at;
  uint32_t next_utterance;
  SimOwnWord words[SIM_MAX_CONTACTS]; /* by contact of the platoon */
  uint8_t phase;             /* SimNetPhase of this second */
  SimNetCounts counts;
} SimNets;

/* One platoon's emergency, and the handler's answer to it (sim-emergency.c).  */
typedef struct {
  SimTick since;   /* she heard the first cry that she has not answered; 0: there is none */
  SimTick last;    /* and the last, 0 never */
  SimTick ordered; /* she last gave an order to it or for its sake, 0 never */
  BaseVec place;   /* of who cried last */
  uint16_t waited; /* ticks of free air that have passed since the first */
  uint8_t counted; /* as a fault of hers */
} SimCry;

/* What a platoon, or one of it, was told to expect (sim-expect.c).  */
typedef struct {
  uint32_t order;    /* number, 0: unused */
  uint32_t unit;     /* told alone, SIM_NOBODY: the platoon */
  SimTick told;      /* when */
  BaseVec place;     /* where she believes them */
  float from_deg;    /* where they come from, -1: not said */
  uint32_t track;    /* number of her track, 0: a place */
  uint8_t possible;
  uint8_t moved;     /* they turned or left a post for it */
  uint8_t known;     /* they saw it themselves when they were told */
  uint8_t met;       /* somebody came */
  uint8_t cost_life; /* one of them died meanwhile */
} SimWarning;

/* What a pilot would do instead of an order.  */
typedef enum {
  SIM_PROPOSAL_HOLD,
  SIM_PROPOSAL_CAREFUL,
  SIM_PROPOSAL_ROUND,
  SIM_PROPOSAL_WAIT,
  SIM_N_PROPOSALS
} SimProposal;

/* An order that was refused just now (sim-objection.c).  */
typedef struct {
  uint32_t order;   /* number, 0: unused */
  uint32_t unit;    /* who objects */
  SimTick said;     /* when he did; when she dropped it */
  BaseVec place;    /* to go round by */
  uint8_t proposal; /* SimProposal */
  uint8_t dropped;
} SimObjection;

/* Help that she promised a platoon, or one of it (sim-promise.c).  */
typedef struct {
  uint32_t order; /* number, 0: unused */
  uint32_t unit;  /* promised to him alone, SIM_NOBODY: the platoon */
  SimTick made, due;
  BaseVec place;  /* of the platoon then */
  uint8_t before; /* bits of platoons that helped already then */
  uint8_t came;   /* relief: another platoon has */
} SimPromise;

#define SIM_MAX_REMARKS 24

/* Something to remark on when there is a moment for it.  */
typedef struct {
  uint16_t phrase; /* 0: unused */
  uint32_t platoon; /* whose */
  uint32_t unit;   /* who would say it; SIM_NOBODY: whoever of them would */
  uint32_t about;  /* what its phrase names: a unit, a platoon, a direction */
  SimTick from, until;
} SimRemark;

/* What people say that nobody needs to hear (sim-talk.c).  */
typedef struct {
  SimRemark remarks[SIM_MAX_REMARKS];
  SimTick next;    /* nobody remarks on anything sooner ... */
  SimTick idle;    /* ... nor on nothing */
  SimTick fought;  /* when anybody last did, 0 never */
  SimTick fights[SIM_MAX_PLATOONS]; /* since when the platoon fights, 0: it does not */
  uint8_t lost[SIM_MAX_PLATOONS];   /* machines in the fight under way */
  uint8_t left[SIM_MAX_PLATOONS];   /* of 1: she took them out of it, with all they had */
  uint8_t greeted[SIM_MAX_PLATOONS];
  uint8_t first[SIM_N_TALK];        /* wording that is said first */
  uint8_t times[SIM_N_TALK];        /* said so often */
} SimTalk;

/* A swarm of jammers.  */
typedef struct {
  uint32_t unit;        /* whose position is its centre */
  float strength;       /* 0..1 in its core */
  float speed_mps;      /* of its drift */
  float heading_deg;    /* of its drift */
  float wander_deg;     /* off its way */
  SimTick window_until; /* no jamming before this, 0: no window */
  uint8_t window_told;  /* the desk has said that it is open */
} SimCloud;

/* What the hearer last said of one group of the Legion, and what was so then.  */
typedef struct {
  uint16_t number;     /* of the voice, counted from 1 in the order of hearing; 0: not heard yet */
  uint8_t size;        /* SimSize in truth when last said */
  uint8_t shepherd;    /* the same */
  uint8_t moving;      /* the same */
  uint8_t silent_said; /* that it is heard no more */
  float bearing_deg;   /* the same */
  SimTick last_said;
} SimVoice;

typedef struct {
  uint32_t unit;       /* the hearer, SIM_NOBODY: nobody hears */
  uint16_t n_voices;
  SimTick said;        /* last report */
  SimTick listens;     /* since when he holds still to listen, 0: does not */
  uint8_t held_fire;   /* he did before */
  SimVoice voices[SIM_MAX_GROUPS];
} SimHearing;
/* A round, burst or salvo on its way.  */
typedef struct {
  SimTick lands;
  uint32_t shooter;   /* SIM_NOBODY: the wall */
  uint32_t target;    /* aimed at; SIM_NOBODY: a place */
  uint32_t spotter;   /* who saw it for the shooter, SIM_NOBODY: nobody */
  BaseVec from;       /* where it was fired */
  BaseVec aim;        /* where the target was to be when it lands */
  float from_height_m;
  float scatter_m;    /* one standard deviation where it lands, each way */
  float range_m;
  uint8_t weapon;     /* index in the rules */
  uint8_t rounds;
  uint8_t ranging;    /* a first round, to see where it falls */
} SimShell;

/* The fire of one group of guns (sim-indirect.c).  */
typedef struct {
  uint32_t spotter, target; /* SIM_NOBODY: no fire under way */
  BaseVec seen;             /* where the spotter last had it */
  BaseVec error;            /* of the guns' idea of the place */
  SimTick next;             /* volley */
  SimTick blind_until;      /* after the spotter's death */
  uint16_t volleys;         /* fired at this target, the ranging round counted */
} SimBattery;

/* A request for the wall's guns and what became of it (sim-guns.c).  */
typedef struct {
  uint32_t order;   /* number, 0: unused */
  BaseVec aim;
  SimTick answer;   /* when the desk answers */
  SimTick fires;    /* when the rounds fall; 0: refused */
  uint8_t late;
  uint8_t answered;
} SimWallFire;

/* A round of the wall that is over a place and looks (sim-look.c).  */
typedef struct {
  uint32_t order;  /* number, 0: unused */
  BaseVec at;
  SimTick ends;
  uint32_t told[SIM_MAX_GROUPS / 32]; /* a bit for each group of the Legion that was told of */
  uint8_t failed;  /* it shows nothing */
} SimLook;

typedef struct {
  SimObjectiveDef def;
  uint8_t state;
  float progress;
  float said_progress;
  uint8_t said_state;
} SimObjective;

/* A cloud of smoke.  */
typedef struct {
  BaseVec position;
  float radius_m; /* when it has grown */
  SimTick began, ends;
} SimSmoke;

/* How high a unit's eyes are: derived, good for one tick.  */
typedef struct {
  SimTick tick;
  float z; /* metres above the map's zero */
} SimEyes;

/* Ours who want supply (sim-supply.c): derived, good for one tick.  */
typedef struct {
  uint32_t unit;
  float missing; /* share of what it carries */
} SimNeed;

typedef struct {
  SimTick tick;  /* 0: to be listed anew */
  float wants;   /* those who miss so much are listed: the least that was ever asked for */
  float most;    /* that anybody misses, or more */
  size_t n;
  SimNeed *listed; /* by id */
  SimNeed *sorted; /* by cell of the grid, then id */
  uint32_t *starts; /* of each cell */
  float *most_in; /* that anybody in a cell misses, or more */
  float *most_along; /* ... in a row of cells */
  uint32_t *servers; /* for each of ours: which Scavenger may be about him, if any, or that several are */
} SimNeeds;

/* Clouds of smoke, a bit for each.  */
typedef struct {
  uint64_t clouds[2];
} SimClouds;

/* What smoke is like in this tick, for those who look through it: derived.  */
typedef struct {
  SimClouds *squares; /* for each cell of the grid the clouds that may touch it */
  bool marked;        /* any of them */
  float radius_m[SIM_MAX_SMOKES], thickness[SIM_MAX_SMOKES];
} SimHaze;

typedef struct {
  BaseVec position;
  SimTick ends;
  SimTick smoke_tick; /* its next puff of smoke */
} SimFire;

struct SimWorld {
  /* Never change after creation.  */
  SimRules rules;
  SimGround *ground;
  size_t n_units, n_own;
  size_t n_groups, n_objectives, n_events, n_platoons;
  SimEventDef events[SIM_MAX_EVENTS];
  SimTick duration;
  float start_hour;
  float wind_from_deg, wind_mps;
  float difficulty_error, difficulty_wait;
  BaseVec base;
  SimConvoyDef convoy;
  uint64_t seed;
  SimPhaseFunc phase_func;
  void *phase_data;
  uint32_t max_shells;
  float wall_grant;
  int wall_weapon; /* index in the rules, -1: they have none */

  /* State.  */
  SimTick tick; /* inside: SIM_EPOCH at the start */
  SimUnits units;
  SimPlatoon platoons[SIM_MAX_PLATOONS + 1]; /* the last: Scavengers, whom nobody leads */
  SimGroup groups[SIM_MAX_GROUPS];
  SimSighting sightings[SIM_MAX_SIGHTINGS];
  SimPlay plays[SIM_MAX_PLAYS];
  uint32_t n_plays;
  SimCommander commander;
  SimLearning learning; /* as it came in; losses are of this battle */
  SimTick fight_tick;   /* first shot, 0 not yet */
  SimObjective objectives[SIM_MAX_OBJECTIVES];
  SimLink link;
  SimCloud clouds[SIM_MAX_CLOUDS];
  uint32_t n_clouds;
  SimHearing hearing;
  BaseRandom randoms[SIM_N_RANDOMS];
  SimOrder *orders; /* SIM_MAX_ORDERS */
  uint32_t n_orders;
  SimKill *kills; /* n_units */
  uint32_t n_kills;
  SimTick events_due[SIM_MAX_EVENTS]; /* inside; 0: its condition has not held yet */
  uint8_t events_done[SIM_MAX_EVENTS];
  uint16_t faults;                    /* see sim_result_fault */
  SimFault faults_told[SIM_MAX_FAULTS]; /* the first of them */
  SimCry cries[SIM_MAX_PLATOONS];
  SimWarning warnings[SIM_MAX_PLATOONS][SIM_MAX_WARNINGS];
  uint8_t warned; /* bits of platoons that have one */
  SimObjection objections[SIM_MAX_OBJECTIONS];
  SimPromise promises[SIM_MAX_PLATOONS][SIM_N_HELPS];
  SimTrustEvent trust_events[SIM_MAX_TRUST_EVENTS]; /* the first of them */
  uint32_t n_trust_events;
  uint8_t finished;
  SimOutcome outcome;
  SimTick finished_tick;
  float score, task;
  uint64_t shots, hits, detections;
  uint32_t reports_sent, reports_lost, orders_done, orders_refused;
  double delay_sum_s;
  SimNets nets;
  SimTalk talk;

  /* Ground, weather, smoke.  */
  uint32_t mines_known[2]; /* by side: a bit for each minefield it knows of */
  uint8_t weather, weather_before;
  SimTick weather_tick; /* since when it changes from the one to the other; 0: it does not */
  SimSmoke smokes[SIM_MAX_SMOKES];
  uint32_t n_smokes;
  SimFire fires[SIM_MAX_FIRES];
  uint32_t n_fires;
  uint32_t kills_burnt; /* how many of the kills had their chance to burn */
  SimShell *shells; /* max_shells, in the order of firing */
  uint32_t n_shells;
  SimBattery batteries[SIM_MAX_GROUPS];
  SimWallFire wall_fires[SIM_MAX_WALL_FIRES];
  SimLook looks[SIM_MAX_WALL_FIRES];
  uint16_t wall_rounds; /* left */
  SimTally tallies[2][SIM_MAX_WEAPONS];

  /* Commands not yet taken: they are state too, between two steps.  */
  SimCommand pending[SIM_MAX_PENDING];
  uint32_t n_pending;
  SimQueueEdit queue_edits[SIM_MAX_PENDING];
  uint32_t n_queue_edits;

  /* Derived, or only for the step under way.  */
  float light_factor; /* 0..1, by the hour */
  float sight_factor; /* light and weather */
  float most_shown[2]; /* by side, in this light: see sim_signature_most */
  SimGrid grid;
  uint32_t *members; /* ours, by platoon, then id: see sim_platoon_members() */
  uint32_t member_starts[SIM_MAX_PLATOONS + 2];
  SimWatch *watches; /* for each unit, see sim_grid_nearest_again() */
  SimEyes *eyes; /* for each unit, see sim-sensing.c */
  unsigned turn_shift; /* 2 to this power units of a block have their turns in the same tick */
  SimHaze haze;
  SimNeeds needs;
  SimRouter *router;
  SimMessage *messages;
  size_t n_messages;
};

/* The world's ticks begin here, so that "never" (0) is long ago.  What leaves the world is
 * counted from 0.  */
#define SIM_EPOCH 100000u

static inline SimTick
sim_tick_out (SimTick inside)
{
  return inside < SIM_EPOCH ? 0 : inside - SIM_EPOCH;
}

/* Is it less than so many seconds since that tick?  */
static inline bool
sim_within (const SimWorld *world, SimTick since, double seconds)
{
  return world->tick < since + SIM_SECONDS (seconds);
}

static inline BaseVec
sim_unit_position (const SimWorld *world, size_t unit)
{
  return base_vec (world->units.x[unit], world->units.y[unit]);
}

/* Metres a second, along its heading.  */
static inline BaseVec
sim_unit_velocity (const SimWorld *world, size_t unit)
{
  return base_vec_scale (base_direction_deg (world->units.heading_deg[unit]),
                         world->units.speed[unit]);
}

static inline const SimUnitType *
sim_unit_type (const SimWorld *world, size_t unit)
{
  return &world->rules.types[world->units.type[unit]];
}

/* The weapons that a unit carries, main gun first; returns how many.  */
static inline unsigned
sim_unit_weapons (const SimWorld *world, size_t unit, const uint8_t **weapons)
{
  unsigned number = world->units.loadout[unit];
  const SimUnitType *type = sim_unit_type (world, unit);

  if (number > 0) {
    *weapons = world->rules.loadouts[number - 1].weapons;
    return world->rules.loadouts[number - 1].n_weapons;
  }
  *weapons = type->weapons;
  return type->n_weapons;
}

/* Its main gun, NULL when it has none.  */
static inline const SimWeapon *
sim_unit_main_gun (const SimWorld *world, size_t unit)
{
  const uint8_t *weapons;

  return sim_unit_weapons (world, unit, &weapons) > 0 ? &world->rules.weapons[weapons[0]] : NULL;
}

static inline bool
sim_unit_works (const SimWorld *world, size_t unit)
{
  return world->units.present[unit] && world->units.alive[unit];
}

/* Our machines of a platoon, works or wrecks, in the order of their ids: for whoever would else go
 * through all of ours for each platoon.  */
static inline const uint32_t *
sim_platoon_members (const SimWorld *world, size_t platoon, size_t *n_members)
{
  *n_members = world->member_starts[platoon + 1] - world->member_starts[platoon];
  return world->members + world->member_starts[platoon];
}

/* In so large a platoon it is cheaper to ask the grid who of it is near a place than all of it.  */
#define SIM_PLATOON_LARGE 256

/* Lists them anew from the column `group`.  */
void sim_world_list_members (SimWorld *world);
/* Scavengers are ours, but carry neither a gun nor a person.  */
static inline bool
sim_unit_is_supply (const SimWorld *world, size_t unit)
{
  return world->units.group[unit] == SIM_SUPPLY_PLATOON && unit < world->n_own;
}

/* Machines of ours that fight and still work.  */
static inline bool
sim_unit_fights (const SimWorld *world, size_t unit)
{
  return unit < world->n_own && world->units.alive[unit] && !sim_unit_is_supply (world, unit);
}

static inline SimUnitId
sim_unit_id (size_t unit)
{
  return (SimUnitId){(uint32_t) unit, 1};
}

/* True in the one tick of each `ticks` in which this unit has its turn.  Turns go round by id: one after
 * the other in a battle that a cache can hold, in a larger one by blocks of ids (`turn_shift`).  */
static inline bool
sim_unit_turn (const SimWorld *world, size_t unit, unsigned ticks)
{
  return (world->tick + (unit >> world->turn_shift)) % ticks == 0;
}

/* The captain while he is alive, or SIM_NOBODY.  */
uint32_t sim_captain (const SimWorld *world);

/* The first from `from` on, of `n` bytes of a column, that has this value; n: none has.  For what few
 * have and many are asked for.  */
static inline size_t
sim_find_byte (const uint8_t *column, size_t from, size_t n, uint8_t value)
{
  const uint8_t *found = from < n ? memchr (column + from, value, n - from) : NULL;

  return found == NULL ? n : (size_t) (found - column);
}

/* The first unit that has its turn in this tick, and the next that has it too after one that has.  */
static inline size_t
sim_first_turn (const SimWorld *world, unsigned ticks)
{
  return (size_t) ((ticks - world->tick % ticks) % ticks) << world->turn_shift;
}

static inline size_t
sim_next_turn (const SimWorld *world, size_t unit, unsigned ticks)
{
  size_t next = unit + 1, block = (size_t) 1 << world->turn_shift;

  return (next & (block - 1)) != 0 ? next : next + (ticks - 1) * block;
}

/* Room for one more message of this step, set to zero; NULL when there is none left.  */
SimMessage *sim_world_emit (SimWorld *world, SimMessageKind kind);

/* Sorts the units by where they are.  */
void sim_world_make_grid (SimWorld *world);

/* The phases of a step, in their order (each in a file of its own).  */
void sim_orders_step (SimWorld *world);
void sim_movement_step (SimWorld *world);
void sim_sensing_step (SimWorld *world);
void sim_decisions_step (SimWorld *world);
void sim_weapons_step (SimWorld *world);
void sim_link_step (SimWorld *world);
void sim_result_step (SimWorld *world);
