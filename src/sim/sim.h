/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle itself: the truth.  Only the engine (and tests) may include this header.
 *
 * A world is used by one thread at a time.  It is advanced by sim_world_step(), changed by
 * nothing else than commands and its seed, and lets out messages (sim-types.h).  The same
 * definition, seed and commands at the same ticks give the same world to the last bit.  */
#pragma once

#include "base/base-codec.h"
#include "sim/sim-def.h"

typedef struct SimWorld SimWorld;

/* Makes a world.  `def` is copied as far as it is needed later.  The squadron's units get the
 * indices 0..n_squadron-1 in the order given.  Never fails for a definition that the scenario
 * reader accepted; aborts on a wrong cookie or an index out of range.  */
SimWorld *sim_world_new (const SimWorldDef *def);
void sim_world_free (SimWorld *world);

/* Advances 100 ms.  Commands given since the last step are taken first, in the order given.  A
 * finished world does not change.  */
void sim_world_step (SimWorld *world);

/* Gives an order; it goes on the air queue at the next step.  The id must be new and not 0.
 * Returns false when more than 64 orders wait to be taken.  */
bool sim_world_submit (SimWorld *world, const SimCommand *command);

/* Changes what becomes of an order that she has given and not yet begun to say; taken at the next step,
 * after the orders.  It does nothing when that has begun by then, or there is no such order; nobody
 * shortens what is not read back.  The edit must be fit.  Returns false when more than 64 wait.  */
bool sim_world_edit_queue (SimWorld *world, const SimQueueEdit *edit);

/* A step of the lesson that goes with the battle begins, counted from 0: the events that wait for it happen from
 * the next second on.  Between two steps of the world; a step that began before changes nothing.  */
void sim_world_begin_step (SimWorld *world, unsigned step);

/* An order as it would stand in the queue: how long it takes (place and times are 0).  */
SimQueued sim_world_queued (const SimWorld *world, const SimCommand *command);

/* What came out of the last step, in order.  Valid until the next step.  */
const SimMessage *sim_world_messages (const SimWorld *world, size_t *n_messages);

/* Throws the dice anew: every generator begins again from `seed`, as at the start of a battle; the
 * rest of the state stays.  For forks ("what if"): a replay can not record it.  */
void sim_world_reseed (SimWorld *world, uint64_t seed);

SimTick sim_world_tick (const SimWorld *world);
bool sim_world_is_finished (const SimWorld *world);

/* The hash over every field of state.  */
uint64_t sim_world_hash (const SimWorld *world);

/* One walk over the values that cross the world's wall, for who keeps them: what can not be, as far
 * as readers rely on it, fails when read.  */
void sim_command_walk (BaseCodec *codec, SimCommand *command);
void sim_message_walk (BaseCodec *codec, SimMessage *message);
void sim_queue_edit_walk (BaseCodec *codec, SimQueueEdit *edit);
void sim_queued_walk (BaseCodec *codec, SimQueued *queued);
void sim_objective_change_walk (BaseCodec *codec, SimObjectiveChange *change);

/* The hash over every field of a command.  */
uint64_t sim_command_hash (const SimCommand *command);

/* Shows every field of state to `visitor`, in a fixed order, with its name; it must leave them as
 * they are.  */
void sim_world_show_fields (const SimWorld *world, const BaseCodecVisitor *visitor);

/* Stops the process with a message when an invariant does not hold (tests, debug builds).  */
void sim_world_validate (const SimWorld *world);

/* ---- State as bytes ------------------------------------------------------------------------ */

/* Writes the whole state, under a header and a seal; returns the bytes needed (nothing is written
 * past `size`).  */
size_t sim_world_save (const SimWorld *world, void *bytes, size_t size);

/* Sets the state of a world made from the same definition; false (and no change) when the bytes
 * are not such a state: of another kind or version, cut, damaged, or of another battle.  */
bool sim_world_load (SimWorld *world, const void *bytes, size_t size);

/* ---- Looking at the truth (result report, review, tests) ------------------------------------ */

typedef struct {
  SimUnitId id;
  SimTypeIndex type;
  uint8_t side;
  uint8_t platoon; /* own: platoon; Legion: group */
  uint8_t present; /* has entered the battle */
  uint8_t alive;   /* machine works */
  uint8_t pilot_dead;
  uint8_t person;    /* SimPerson */
  uint8_t wounds;    /* 0 none, 1 light, 2 heavy */
  uint8_t recovered; /* its wreck has been stripped by our side */
  uint8_t taken;     /* its wreck has been taken away by the Legion */
  uint8_t activity;
  uint8_t parts[SIM_N_PARTS];
  BaseVec position;
  float heading_deg;
  uint16_t ammunition;
  float stress;    /* 0..1 */
  float suppression;
  uint32_t carrier; /* who carries its pilot, or did when he died; UINT32_MAX: nobody */
} SimUnitTruth;

size_t sim_world_n_units (const SimWorld *world);
SimUnitTruth sim_world_unit (const SimWorld *world, size_t index);

/* Where a unit is, and whether it is there: `works` is present and alive.  For who asks for all of them
 * often.  */
typedef struct {
  BaseVec position;
  uint8_t side; /* SimSide */
  uint8_t works;
  SimTypeIndex type;
} SimStand;

SimStand sim_world_stand (const SimWorld *world, size_t index);

/* One machine put out of action.  */
typedef struct {
  SimTick t;
  uint32_t victim, killer; /* unit indices; killer == UINT32_MAX: nobody's shot, or the wall's */
  uint32_t spotter;        /* who had seen it for the killer's side; UINT32_MAX: nobody */
  uint8_t weapon;          /* index in the rules */
  uint8_t facing;          /* SimFacing struck */
  uint8_t part;            /* SimPart struck last */
  uint8_t pilot_dead;
  float range_m;           /* from where the shot was fired */
  BaseVec position;        /* of the victim */
} SimKill;

/* What one side has done with one weapon.  Rounds, not bursts; a round that bursts near a machine
 * counts as a hit on it.  */
typedef struct {
  uint64_t fired, hits;
  uint64_t struck[SIM_N_FACINGS], pierced[SIM_N_FACINGS]; /* of the hits, by facing */
  uint64_t duds;
} SimTally;

/* `side` is the one that fired.  */
SimTally sim_world_tally (const SimWorld *world, SimSide side, unsigned weapon);

const SimKill *sim_world_kills (const SimWorld *world, size_t *n_kills);

/* One pattern of the Legion as it was played, for the review (design: play, "Legion patterns").
 * Times are SIM_TICK_NEVER for what never was.  */
typedef struct {
  uint8_t pattern; /* SimPattern */
  SimTick tell;    /* the tell was shown */
  SimTick blow;    /* the blow fell */
  SimTick known;   /* first word of who showed it that the handler heard after the tell */
  BaseVec place;   /* what the blow was aimed at */
  uint16_t count;  /* gun line: salvoes; gleaners: wrecks taken */
} SimPlayTruth;

size_t sim_world_n_plays (const SimWorld *world);
SimPlayTruth sim_world_play (const SimWorld *world, size_t index);

/* What the Legion takes into the next battle: as it came in, changed by this one.  */
SimLearning sim_world_learned (const SimWorld *world);

/* What the handler has to answer for (design: play, "Task, people, score").  */
#define SIM_FAULT_LIST(X)                                                                         \
  X (EMERGENCY, "emergency") /* of a platoon that cried for help and got no order */              \
  X (WARNING, "warning")     /* a false one that moved people, and one of them died meanwhile */  \
  X (PROMISE, "promise")     /* of help that did not come */

typedef enum {
#define X(constant, name) SIM_FAULT_##constant,
  SIM_FAULT_LIST (X)
#undef X
  SIM_N_FAULTS
} SimFaultKind;

typedef struct {
  SimTick t;       /* an emergency: when it was heard; a warning or promise: when it was given */
  uint8_t kind;    /* SimFaultKind */
  uint8_t platoon; /* whose */
} SimFault;

/* The first SIM_MAX_FAULTS of them, in the order in which they became faults; SimResult counts all.  */
#define SIM_MAX_FAULTS 32
/* What each of them takes off the score, and how many do: any more cost nothing (design: play, "Task, people,
 * score").  */
#define SIM_FAULT_POINTS 2
#define SIM_FAULTS_THAT_COST 5
size_t sim_world_n_faults (const SimWorld *world);
SimFault sim_world_fault (const SimWorld *world, size_t index);

/* Why somebody trusts her more or less than before (design: play, "Trust").  */
#define SIM_TRUST_REASON_LIST(X)                                                                  \
  X (WARNING_RIGHT, "warning-right")                                                              \
  X (WARNING_WRONG, "warning-wrong")       /* moved them, and nothing was there */                \
  X (PROMISE_KEPT, "promise-kept")                                                                \
  X (PROMISE_BROKEN, "promise-broken")                                                            \
  X (PROMISE_CALLED_OFF, "promise-called-off") /* before half its time */                         \
  X (INSISTED, "insisted")                 /* on an order that he refused */                      \
  X (PROPOSAL_TAKEN, "proposal-taken")     /* what he would do instead */                         \
  X (DEATH_INSISTED, "death-insisted")     /* of one of his platoon, after such an order */       \
  X (COMRADE_DEATH_INSISTED, "comrade-death-insisted") /* of one of another */                    \
  X (FETCHED, "fetched")                   /* out of a lost machine */                            \
  X (COMRADE_FETCHED, "comrade-fetched")                                                          \
  X (EMERGENCY_UNANSWERED, "emergency-unanswered")                                                \
  X (ORDER_REPEATED, "order-repeated")     /* the same, too soon */

typedef enum {
#define X(constant, name) SIM_TRUST_##constant,
  SIM_TRUST_REASON_LIST (X)
#undef X
  SIM_N_TRUST_REASONS
} SimTrustReason;

/* One change of one person's trust; `size` is what it came to within the bounds of a battle.  */
typedef struct {
  SimTick t;
  uint32_t unit;
  float size;
  uint8_t reason; /* SimTrustReason */
} SimTrustEvent;

/* The first SIM_MAX_TRUST_EVENTS, in order; beyond them trust still changes.  */
#define SIM_MAX_TRUST_EVENTS 512
size_t sim_world_n_trust_events (const SimWorld *world);
SimTrustEvent sim_world_trust_event (const SimWorld *world, size_t index);
/* Trust of a machine's pilot now, 0..100.  */
float sim_world_trust (const SimWorld *world, size_t unit);

/* Counts and scores so far (design: play, "Task, people, score").  */
typedef struct {
  SimOutcome outcome;
  float score; /* 0..100 */
  float task;  /* 0..1 */
  uint32_t faults; /* each takes 0.2 of k, down to nothing */
  SimTick duration;
  uint32_t squadron_alive, squadron_lost; /* people */
  uint32_t machines_lost;
  uint32_t legion_total, legion_destroyed;
  uint32_t orders_given, orders_done, orders_refused;
  uint32_t reports_sent, reports_lost;
  double report_delay_sum_s; /* sensed to heard, over reports_sent */
  float strain_peak;
  uint64_t shots, hits, detections;
  uint32_t wrecks_taken, bodies_taken; /* by the Legion; bodies are people of ours */
} SimResult;

SimResult sim_world_result (const SimWorld *world);

/* How the squadron's net was used so far.  */
SimNetFigures sim_world_net_figures (const SimWorld *world);

/* Progress of one objective.  */
SimObjectiveChange sim_world_objective (const SimWorld *world, size_t index);
size_t sim_world_n_objectives (const SimWorld *world);

/* ---- Ground -------------------------------------------------------------------------------- */

/* A minefield of the ground.  */
typedef struct {
  float per_ha;  /* mines in a hectare */
  uint8_t known; /* bit for each SimSide that had it on its maps from the beginning */
} SimMinefield;

/* The generated ground, row by row from the south-west; for the terrain sheet.  */
typedef struct {
  float cell_m;
  int columns, rows;
  const float *heights_m; /* columns * rows */
  const uint8_t *covers;  /* SimCover */
  const float *tops_m;    /* heights with the trees or houses on them: what blocks sight */
  const uint8_t *mines;   /* minefield of a cell, counted from 1; 0: none.  NULL: none at all */
  int n_minefields;
  SimMinefield minefields[SIM_MAX_MINEFIELDS];
} SimGround;

/* Borrowed from the world.  */
SimGround sim_world_ground (const SimWorld *world);

/* Only the ground, for map thumbnails and sheets: made from a terrain definition alone.  Free with
 * sim_ground_free().  */
SimGround *sim_ground_new (const SimTerrainDef *def);
void sim_ground_free (SimGround *ground);

/* ---- Timing (bench) ------------------------------------------------------------------------ */

#define SIM_PHASE_LIST(X)                                                                         \
  X (ORDERS, "orders")                                                                            \
  X (MOVEMENT, "movement")                                                                        \
  X (GRID, "grid")                                                                                \
  X (SENSING, "sensing")                                                                          \
  X (DECISIONS, "decisions")                                                                      \
  X (WEAPONS, "weapons")                                                                          \
  X (LINK, "link")

typedef enum {
#define X(constant, name) SIM_PHASE_##constant,
  SIM_PHASE_LIST (X)
#undef X
  SIM_N_PHASES
} SimPhase;

/* Called before each phase of a step, with its number, and after the last with SIM_N_PHASES; the
 * caller reads its own clock (the battle has none).  NULL for none.  */
typedef void (*SimPhaseFunc) (unsigned phase, void *data);
void sim_world_set_phase_func (SimWorld *world, SimPhaseFunc func, void *data);
