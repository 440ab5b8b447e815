/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What crosses the wall around the battle: ids, commands that go in, messages that come out.
 *
 * Every room may read this header (it is `sim_types_dep`); nothing in it can reach the world.
 * All values are plain: they are copied, logged, hashed and compared.  Times are ticks of
 * 100 ms from the start of the battle, positions are metres on the map (base/base-vec.h).  */
#pragma once

#include "base/base-vec.h"

#include <stdbool.h>
#include <stdint.h>

#define SIM_TICKS_PER_SECOND 10
#define SIM_SECONDS(s) ((SimTick) ((s) * SIM_TICKS_PER_SECOND + 0.5))

/* A moment of the battle: whole ticks of 100 ms since its start.  */
typedef uint32_t SimTick;

/* No such moment. */
#define SIM_TICK_NEVER UINT32_MAX

/* A machine.  The index is its row in the world's arrays and the squadron's roster (own machines
 * come first, in the order of the roster); the generation is 1 or more, 0 means nobody.  */
typedef struct {
  uint32_t index;
  uint32_t generation;
} SimUnitId;

#define SIM_UNIT_NONE ((SimUnitId){0, 0})

static inline bool
sim_unit_is_some (SimUnitId id)
{
  return id.generation != 0;
}

static inline bool
sim_unit_equal (SimUnitId a, SimUnitId b)
{
  return a.index == b.index && a.generation == b.generation;
}

/* Index of a unit type in the rules' table; what nobody could make out is SIM_TYPE_UNKNOWN.  */
typedef uint8_t SimTypeIndex;
#define SIM_TYPE_UNKNOWN 255

#define SIM_MAX_PLATOONS 8
/* The Scavengers stand beside the platoons under this number, in orders as in the squadron.  */
#define SIM_SUPPLY_PLATOON SIM_MAX_PLATOONS
#define SIM_MAX_ADDRESSEES 8
#define SIM_MAX_VIA 6
#define SIM_MAX_ARGUMENTS 6
#define SIM_MAX_LOST_WORDS 4
#define SIM_MAX_MARK 9

/* ---- Commands ------------------------------------------------------------------------------ */

/* Every order there is: constant, name in files and on the command line, what it aims at
 * (none, place = a position, any = position or enemy track, own = one of ours, a platoon or a place,
 * report = what to report, help = what is promised, and when, setting = a SimSetting, or listened =
 * one of our platoons or off).
 * This is the one list: the parser, the log, the replay and the tests are made from it.  */
#define SIM_VERB_LIST(X)                                                                          \
  X (MOVE, "move", PLACE)                                                                         \
  X (SCOUT, "scout", PLACE)                                                                       \
  X (ATTACK, "attack", ANY)                                                                       \
  X (HOLD, "hold", OPTIONAL_PLACE)                                                                \
  X (FALL_BACK, "fall-back", PLACE)                                                               \
  X (CEASE_FIRE, "cease-fire", NONE)                                                              \
  X (REPORT, "report", REPORT)                                                                    \
  X (CANCEL, "cancel", NONE)                                                                      \
  X (LISTEN, "listen", NONE)                                                                      \
  X (FIRE_ON, "fire-on", ANY)  /* the wall's guns, or a salvo */                                  \
  X (RESUPPLY, "resupply", OPTIONAL_OWN)                                                          \
  X (RECOVER, "recover", OPTIONAL_OWN)                                                            \
  X (RESCUE, "rescue", OWN)                                                                       \
  X (SUPPRESS, "suppress", ANY) /* fire laid on a place, whoever is there */                      \
  X (OVERWATCH, "overwatch", OPTIONAL_PLACE)                                                      \
  X (AMBUSH, "ambush", PLACE)                                                                     \
  X (REGROUP, "regroup", OPTIONAL_OWN)                                                            \
  X (FOLLOW, "follow", OWN)                                                                       \
  X (FREE_HAND, "free-hand", NONE)                                                                \
  X (SAY_AGAIN, "say-again", NONE)                                                                \
  X (MARK, "mark", NONE)        /* sets off what was prepared for a mark */                        \
  /* Telling: it moves nobody by itself and ends no order in progress.  */                        \
  X (EXPECT, "expect", ANY)    /* who comes, and from where */                                    \
  X (PROMISE, "promise", HELP) /* help within some minutes */                                     \
  X (INSIST, "insist", NONE)   /* on the order just refused */                                    \
  X (DROP, "drop", NONE)       /* the order just refused */                                       \
  X (NET, "net", SETTING)       /* who may speak on the squadron's net, and how long */           \
  X (SYNC, "sync", SETTING)     /* who is on the link */                                          \
  X (LISTEN_IN, "listen-in", LISTENED) /* to a platoon's own net: her own switch, no words */     \
  X (LOOK, "look", ANY)         /* one round of the wall's guns that looks instead of bursting */ \
  X (WEAPONS_FREE, "weapons-free", NONE) /* lifts cease-fire, and ends nothing else */

typedef enum {
  SIM_AIM_NONE,
  SIM_AIM_PLACE,
  SIM_AIM_OPTIONAL_PLACE,
  SIM_AIM_ANY,
  SIM_AIM_REPORT,
  SIM_AIM_OWN,
  SIM_AIM_OPTIONAL_OWN,
  SIM_AIM_HELP,
  SIM_AIM_SETTING,
  SIM_AIM_LISTENED,
} SimAim;

typedef enum {
#define X(constant, name, aim) SIM_VERB_##constant,
  SIM_VERB_LIST (X)
#undef X
  SIM_N_VERBS
} SimVerb;

/* What `report` asks for.  */
#define SIM_REPORT_TOPIC_LIST(X)                                                                  \
  X (ALL, "all")                                                                                  \
  X (POSITION, "position")                                                                        \
  X (AMMUNITION, "ammunition")                                                                    \
  X (DAMAGE, "damage")                                                                            \
  X (CONTACT, "contact")

typedef enum {
#define X(constant, name) SIM_TOPIC_##constant,
  SIM_REPORT_TOPIC_LIST (X)
#undef X
  SIM_N_TOPICS
} SimReportTopic;

/* What `promise` promises.  */
#define SIM_HELP_LIST(X)                                                                          \
  X (RESUPPLY, "resupply") /* a Scavenger begins on them */                                       \
  X (SUPPORT, "support")   /* guns, or a platoon, engage what presses them */                     \
  X (RELIEF, "relief")     /* another platoon comes, and they leave */

typedef enum {
#define X(constant, name) SIM_HELP_##constant,
  SIM_HELP_LIST (X)
#undef X
  SIM_N_HELPS
} SimHelp;

/* Minutes that a promise may have.  */
#define SIM_MOST_MINUTES 60

/* What the net, the link or her own set is switched to; sim_setting_fits() says which verb takes
 * which.  */
#define SIM_SETTING_LIST(X)                                                                       \
  X (NONE, "none")                                                                                \
  X (OPEN, "open")       /* net: all may speak */                                                 \
  X (SHORT, "short")     /* net: no talk, no reasons, counts rounded */                           \
  X (QUIET, "quiet")     /* net: emergencies alone, and answers to her */                         \
  X (ALL, "all")         /* sync: everyone */                                                     \
  X (LEADERS, "leaders") /* sync: one of each platoon */                                          \
  X (ON, "on")           /* sync: these are on the link whatever else holds */                    \
  X (OFF, "off")         /* sync: these are not; listen-in: to nobody */

typedef enum {
#define X(constant, name) SIM_SETTING_##constant,
  SIM_SETTING_LIST (X)
#undef X
  SIM_N_SETTINGS
} SimSetting;

/* How a machine moves: fast is seen and heard farther, hidden keeps to cover and is slow.  */
#define SIM_POSTURE_LIST(X)                                                                       \
  X (NORMAL, "normal")                                                                            \
  X (FAST, "fast")                                                                                \
  X (CAREFUL, "careful")                                                                          \
  X (HIDDEN, "hidden")

typedef enum {
#define X(constant, name) SIM_POSTURE_##constant,
  SIM_POSTURE_LIST (X)
#undef X
  SIM_N_POSTURES
} SimPosture;

/* When an order is begun: by the ordinary sum of delays, in half of it, or at a lull.  */
#define SIM_TIMING_LIST(X)                                                                        \
  X (NORMAL, "normal")                                                                            \
  X (AT_ONCE, "at-once")                                                                          \
  X (WHEN_READY, "when-ready")

typedef enum {
#define X(constant, name) SIM_TIMING_##constant,
  SIM_TIMING_LIST (X)
#undef X
  SIM_N_TIMINGS
} SimTiming;

/* Who is spoken to: one machine, a platoon (0 = first; SIM_SUPPLY_PLATOON = the Scavengers), all who
 * fight, or the guns on the wall.  */
typedef enum {
  SIM_ADDRESSEE_UNIT,
  SIM_ADDRESSEE_PLATOON,
  SIM_ADDRESSEE_ALL,
  SIM_ADDRESSEE_INTERCEPTORS,
} SimAddresseeKind;

typedef struct {
  uint8_t kind;   /* SimAddresseeKind */
  uint32_t index; /* unit index or platoon number; 0 for all */
} SimAddressee;

/* What an order aims at.  The battle never learns the number of a track: a pilot hears where the
 * handler believes the enemy to be and what, and looks there.  */
typedef enum {
  SIM_TARGET_NONE,
  SIM_TARGET_POSITION, /* a grid reference; precise_m says how fine it was */
  SIM_TARGET_PLACE,    /* a named place: `number` is its index in the scenario */
  SIM_TARGET_TRACK,    /* an enemy as the picture has it: `number` is the track's number */
  SIM_TARGET_UNIT,     /* an own machine: `number` is its index; position is its last fix */
  SIM_TARGET_PLATOON,  /* an own platoon: `number`; position is the last fix of its leader */
} SimTargetKind;

typedef struct {
  uint8_t kind;      /* SimTargetKind */
  uint32_t number;
  BaseVec position;  /* metres */
  float precise_m;   /* half width of the square meant: 500 for G04, 167 for G04-7 */
} SimTarget;

/* An order as a value.  `id` is given by the engine, counted from 1 in the order of entry.  */
typedef struct {
  uint32_t id;
  uint8_t verb;    /* SimVerb */
  uint8_t posture; /* SimPosture */
  uint8_t timing;  /* SimTiming */
  uint8_t topic;   /* SimReportTopic, for report */
  uint8_t mark;    /* 1..SIM_MAX_MARK: to be begun on it, or of `mark` the one given; 0: none */
  uint8_t setting; /* SimSetting, for net, sync and listen-in */
  uint8_t n_addressees;
  uint8_t n_via;
  SimAddressee addressees[SIM_MAX_ADDRESSEES];
  SimTarget target;
  SimTarget via[SIM_MAX_VIA];
  float facing_deg; /* 0 <= bearing < 360, or -1 for none; of expect: where they come from */
  uint8_t possible; /* of expect: 1, she is not sure of it */
  uint8_t help;     /* of promise: SimHelp */
  /* Of promise: within so many, 1..SIM_MOST_MINUTES; of an order that sim_verb_takes_time(): to be begun so
   * many after it is said; 0: without.  */
  uint8_t minutes;
  uint8_t until_relieved; /* of an order that sim_verb_takes_relief(): 1, it ends when others take over */
} SimCommand;

/* What she does to an order of hers that waits for air: constant, name in files.
 *   move     it is said as number `place` (0: first) of those of hers that wait
 *   shorten  nobody reads it back: what was misheard stays unseen
 *   full     it is read back after all
 *   delete   it is never said */
#define SIM_QUEUE_EDIT_LIST(X)                                                                    \
  X (MOVE, "move")                                                                                \
  X (SHORTEN, "shorten")                                                                          \
  X (FULL, "full")                                                                                \
  X (DELETE, "delete")

typedef enum {
#define X(constant, name) SIM_QUEUE_EDIT_##constant,
  SIM_QUEUE_EDIT_LIST (X)
#undef X
  SIM_N_QUEUE_EDITS
} SimQueueEditKind;

/* A value, taken, logged and replayed beside orders.  `place` is 0 but for a move.  */
typedef struct {
  uint32_t order; /* id */
  uint8_t kind;   /* SimQueueEditKind */
  uint8_t place;
} SimQueueEdit;

/* Places that a move may name.  */
#define SIM_MOST_PLACE 95

static inline bool
sim_queue_edit_is_fit (const SimQueueEdit *edit)
{
  return edit->order != 0 && edit->kind < SIM_N_QUEUE_EDITS && edit->place <= SIM_MOST_PLACE &&
         (edit->place == 0 || edit->kind == SIM_QUEUE_EDIT_MOVE);
}

/* The life of an order, by addressed unit where one is named.  */
#define SIM_ORDER_STATE_LIST(X)                                                                   \
  X (ENTERED, "entered")     /* waits for air */                                                  \
  X (SPOKEN, "spoken")       /* being said */                                                     \
  X (CUT, "cut")             /* cut off by an emergency, waits for air again */                   \
  X (HEARD, "heard")         /* reached who it is for */                                          \
  X (READ_BACK, "read-back") /* repeated by the addressee */                                      \
  X (WAITING, "waiting")     /* understood, not yet begun: the cause says why */                  \
  X (BEGUN, "begun")                                                                              \
  X (DONE, "done")                                                                                \
  X (FAILED, "failed")       /* tried, could not */                                               \
  X (REFUSED, "refused")     /* the pilot says no: the cause says why */                          \
  X (LOST, "lost")           /* nobody left to hear or do it */                                   \
  X (REPLACED, "replaced")   /* a later order took its place */                                   \
  X (DELETED, "deleted")     /* by her, before it was said */

typedef enum {
#define X(constant, name) SIM_ORDER_##constant,
  SIM_ORDER_STATE_LIST (X)
#undef X
  SIM_N_ORDER_STATES
} SimOrderState;

/* Why something waits, fails or is refused.  */
#define SIM_CAUSE_LIST(X)                                                                         \
  X (NONE, "none")                                                                                \
  X (SPEAKING, "speaking")             /* the net is in use */                                    \
  X (ACKNOWLEDGING, "acknowledging")   /* the base delay */                                       \
  X (RELAY, "relay")                   /* a leader passes it on */                                \
  X (UNDER_FIRE, "under-fire")                                                                    \
  X (FIRING, "firing")                                                                            \
  X (MOVING, "moving")                                                                            \
  X (CHANGING_ORDER, "changing-order")                                                            \
  X (TRUST, "trust")                                                                              \
  X (NO_LEADER, "no-leader")                                                                      \
  X (TOO_DANGEROUS, "too-dangerous")                                                              \
  X (NO_ROUTE, "no-route")                                                                        \
  X (NO_AMMUNITION, "no-ammunition")                                                              \
  X (LEGS_HIT, "legs-hit")                                                                        \
  X (NO_ENERGY, "no-energy")                                                                      \
  X (NO_TARGET, "no-target")           /* nothing there to attack */                              \
  X (DESTROYED, "destroyed")                                                                      \
  X (NO_HEARING, "no-hearing")         /* does not hear the Legion, or no more */                 \
  X (NOT_EQUIPPED, "not-equipped")     /* not what this machine is for */                         \
  X (OUT_OF_REACH, "out-of-reach")     /* of what it would have to fire with */                   \
  X (NOT_GIVEN, "not-given")           /* the wall does not give its guns */                      \
  X (REGROUPING, "regrouping")         /* too few together yet */                                 \
  X (FATIGUE, "fatigue")                                                                          \
  X (NO_LOADS, "no-loads")             /* a Scavenger that carries nothing more */                \
  X (NO_NEED, "no-need")               /* nobody there wants it */                                \
  X (TOO_LATE, "too-late")             /* whom it was for is dead */                              \
  X (CLIENT_BUSY, "client-busy")       /* whom it is for moves or fights */                       \
  X (LINK_CUT, "link-cut")             /* nobody hears her */                                     \
  X (NOTHING_SAID, "nothing-said")     /* there is nothing to say again */                        \
  X (FOR_MARK, "for-mark")             /* prepared: the mark has not been given */                \
  X (NOT_PREPARED, "not-prepared")     /* nothing was, for this mark */                            \
  /* Why a pilot objects.  */                                                                     \
  X (OUTNUMBERED, "outnumbered")       /* too many of them there */                               \
  X (SHAKEN, "shaken")                 /* under fire, or has been too long */                     \
  X (WOUNDED, "wounded")                                                                          \
  X (FEW_ROUNDS, "few-rounds")                                                                    \
  X (NO_OBJECTION, "no-objection")     /* he has refused nothing just now */                      \
  X (ALREADY_PROMISED, "already-promised")                                                        \
  X (NOT_KEPT, "not-kept")             /* a promise that was not */                                   \
  X (OFF_LINK, "off-link")             /* nobody of theirs is on the link */                      \
  X (FOR_TIME, "for-time")             /* to be begun after some minutes: they are not over */    \
  X (NO_ROUNDS, "no-rounds")           /* the wall's guns have none left for her */               \
  X (DUD, "dud")                       /* the one round did not work, or was stopped */           \
  X (RELIEVED, "relieved")             /* others have taken over */                                \
  X (ABOARD, "aboard")                 /* whom it is for sits in his machine, which nobody tows */

typedef enum {
#define X(constant, name) SIM_CAUSE_##constant,
  SIM_CAUSE_LIST (X)
#undef X
  SIM_N_CAUSES
} SimCause;

/* ---- Words --------------------------------------------------------------------------------- */

/* What can be said.  A phrase has an id, a variant (taken modulo the number of wordings that a
 * language has) and typed arguments; rooms above turn it into text.  Constant, id, arguments in
 * order: U unit, M unit by its pilot's name where `type` is 1 and she knows it, L platoon, G position
 * (as grid), N number, T type with count, K type alone (its count is for the form of the word),
 * D direction of eight (0 = north, clockwise), V order id, C cause, P part, S text of the scenario by
 * index, O place by index, B bearing in whole degrees, Z size (SimSize).  */
#define SIM_PHRASE_LIST(X)                                                                        \
  X (NONE, "none", "")                                                                            \
  X (ORDER, "order", "V")                        /* the handler gives an order */                 \
  X (READ_BACK, "read-back", "V")                                                                 \
  X (REFUSE, "refuse", "C")                                                                       \
  X (WAIT, "wait", "C")                                                                           \
  X (BEGUN_MOVE, "begun-move", "G")                                                               \
  X (BEGUN_ATTACK, "begun-attack", "G")                                                           \
  X (BEGUN_FALL_BACK, "begun-fall-back", "G")                                                     \
  X (IN_POSITION, "in-position", "G")                                                             \
  X (CANNOT, "cannot", "C")                                                                       \
  X (CONTACT_SEEN, "contact-seen", "TG")         /* first contact, halted */                      \
  X (CONTACT_MOVING, "contact-moving", "TGD")    /* first contact, moving toward D */             \
  X (CONTACT_FELT, "contact-felt", "G")          /* vibration: something is there */              \
  X (CONTACT_UPDATE, "contact-update", "TGD")                                                     \
  X (CONTACT_HALTED, "contact-halted", "TG")                                                      \
  X (CONTACT_LOST, "contact-lost", "TG")                                                          \
  X (CONTACT_DESTROYED, "contact-destroyed", "TG")                                                \
  X (CONTACT_WITHDRAWS, "contact-withdraws", "TGD")                                               \
  X (SWARM_OVERHEAD, "swarm-overhead", "G")                                                       \
  X (AREA_CLEAR, "area-clear", "G")              /* scouted, nothing seen */                      \
  X (UNDER_FIRE, "under-fire", "D")                                                               \
  X (HIT, "hit", "P")                                                                             \
  X (DOWN_SELF, "down-self", "")                 /* the machine is lost, the pilot alive */       \
  X (DOWN_OTHER, "down-other", "UG")             /* a comrade is seen to fall */                  \
  X (SILENT_OTHER, "silent-other", "U")          /* a comrade no longer answers */                \
  X (LOW_AMMUNITION, "low-ammunition", "N")                                                       \
  X (NO_AMMUNITION, "no-ammunition", "")                                                          \
  X (LOW_ENERGY, "low-energy", "N")                                                               \
  X (STATUS_POSITION, "status-position", "G")                                                     \
  X (STATUS_AMMUNITION, "status-ammunition", "NN") /* rounds, energy in per cent */               \
  X (STATUS_SOUND, "status-sound", "")           /* no damage */                                  \
  X (STATUS_DAMAGED, "status-damaged", "P")                                                       \
  X (STATUS_NO_CONTACT, "status-no-contact", "")                                                  \
  X (STATUS_CONTACT, "status-contact", "TG")                                                      \
  X (PLATOON_STATUS, "platoon-status", "LNN")    /* machines left, fewest rounds */               \
  X (CAPTAIN_MOVES, "captain-moves", "LG")       /* own initiative: a platoon is sent */          \
  X (GIVING_GROUND, "giving-ground", "G")        /* own initiative: falls back to G */            \
  X (SCENARIO_TEXT, "scenario-text", "S")        /* the desk reads a message of the scenario */   \
  X (OBJECTIVE_DONE, "objective-done", "S")      /* the desk: an objective is reached */          \
  X (OBJECTIVE_LOST, "objective-lost", "S")                                                       \
  X (MINES, "mines", "G")                        /* trod on one at G */                           \
  X (BOGGED, "bogged", "G")                      /* stuck in marsh at G */                        \
  X (ON_ROOF, "on-roof", "G")                    /* climbed a house at G */                       \
  /* Hearing: from where, which way, how many.  */                                                \
  X (HEARD, "heard", "GBZ")                                                                       \
  X (HEARD_SHEPHERD, "heard-shepherd", "GBZ")    /* and one that commands them */                 \
  X (HEARD_HALTED, "heard-halted", "GBZ")        /* they have stopped */                          \
  X (HEARD_SILENT, "heard-silent", "GB")         /* heard no more */                              \
  X (HEARD_NOTHING, "heard-nothing", "G")        /* listened, and there is nobody */              \
  X (DATA_BACK, "data-back", "")                 /* the desk: a window in the jamming */          \
  X (DATA_GONE, "data-gone", "")                                                                  \
  X (RANGING_ROUND, "ranging-round", "G")        /* one heavy round fell at G */                  \
  X (SHELLED, "shelled", "G")                    /* many at once */                               \
  X (SALVO_AWAY, "salvo-away", "G")              /* missiles fired at G */                        \
  X (GUNS_REFUSED, "guns-refused", "G")          /* the desk, of the wall's guns */               \
  X (GUNS_GRANTED, "guns-granted", "NG")         /* minutes */                                    \
  X (GUNS_LATE, "guns-late", "NG")               /* given, but later than the rule: minutes */    \
  X (GUNS_FIRE, "guns-fire", "G")                /* the rounds are on their way */                \
  X (BEGUN_RESUPPLY, "begun-resupply", "G")                                                       \
  X (BEGUN_RECOVER, "begun-recover", "G")                                                         \
  X (BEGUN_RESCUE, "begun-rescue", "U")                                                           \
  X (RESUPPLIED, "resupplied", "NN")             /* rounds, energy in per cent */                 \
  X (MENDED, "mended", "NN")                     /* the same, and parts of his machine mended */  \
  X (SUPPLY_DONE, "supply-done", "N")            /* loads left */                                 \
  X (OUT_OF_LOADS, "out-of-loads", "")                                                            \
  X (STATUS_LOADS, "status-loads", "NN")         /* loads, energy in per cent */                  \
  X (SUPPLY_FORWARD, "supply-forward", "L")      /* own initiative: sent to a platoon */          \
  X (RECOVERED, "recovered", "UN")               /* whose wreck, loads now */                     \
  X (FETCHED, "fetched", "U")                    /* a downed pilot is aboard */                   \
  X (FOUND_DEAD, "found-dead", "U")                                                               \
  X (BROUGHT_IN, "brought-in", "U")              /* back at the base */                           \
  X (GOING_FOR, "going-for", "U")                /* own initiative: fetches a comrade */          \
  X (DOWN_WOUNDED, "down-wounded", "")           /* the machine is lost, the pilot wounded */     \
  X (DOWN_CLOSE, "down-close", "")               /* on foot, and they come near */                \
  X (OVERRUN, "overrun", "")                                                                      \
  X (TIRED, "tired", "")                                                                          \
  X (BEGUN_SUPPRESS, "begun-suppress", "G")                                                       \
  X (SUPPRESSED, "suppressed", "G")              /* fire on G has been laid and is over */        \
  X (WORN, "worn", "")                           /* hard driving has worn the legs */             \
  X (WATCHING, "watching", "GD")                 /* lies in overwatch at G toward D */            \
  X (AMBUSH_LAID, "ambush-laid", "G")            /* lies still at G and holds fire */             \
  X (AMBUSH_SPRUNG, "ambush-sprung", "G")        /* fires on somebody at G */                     \
  X (TOGETHER, "together", "G")                  /* the platoon has closed up at G */             \
  X (LEADER_MOVES, "leader-moves", "G")          /* own initiative, with a free hand: goes to G */ \
  /* An objection: why, and what he would do instead; more than REFUSE says.  */                  \
  X (OBJECT_HOLD, "object-hold", "C")            /* stay where he is */                           \
  X (OBJECT_CAREFUL, "object-careful", "C")      /* go, but carefully */                          \
  X (OBJECT_ROUND, "object-round", "CG")         /* go round by G */                              \
  X (OBJECT_WAIT, "object-wait", "C")            /* go when it is quieter */                      \
  X (WILL_NOT, "will-not", "")                   /* refuses what was insisted on */               \
  X (WARNING_RIGHT, "warning-right", "")         /* they did come from there */                   \
  X (WARNING_WRONG, "warning-wrong", "")         /* turned or moved for nothing */                \
  X (PROMISE_KEPT, "promise-kept", "")                                                            \
  X (PROMISE_BROKEN, "promise-broken", "")                                                        \
  X (CAPTAIN_CUTS, "captain-cuts", "N")          /* he will cut her off the link in N seconds */  \
  X (REFUSE_SHORT, "refuse-short", "")           /* under net short: no reasons */                \
  X (CANNOT_SHORT, "cannot-short", "")                                                            \
  /* Of himself, and of his own errors.  */                                                       \
  X (WOUNDED, "wounded", "")                     /* hurt, and fit to fight */                     \
  X (WOUNDED_BADLY, "wounded-badly", "")                                                          \
  X (CONTACT_UNSURE, "contact-unsure", "TG")     /* first contact, and he may be wrong */         \
  X (CORRECTION, "correction", "TG")             /* what he said was wrong: this it is */         \
  X (CONTACT_AGAIN, "contact-again", "TG")       /* lost from sight before */                     \
  X (ALL_LOST, "all-lost", "G")                  /* nothing of theirs in sight any more */        \
  X (COPY, "copy", "L")                          /* another platoon has heard its order too */    \
  X (RISK, "risk", "C")                          /* does it, and says what speaks against it */   \
  X (ADVISE_HOLD, "advise-hold", "C")            /* does it, but would do this instead */         \
  X (ADVISE_CAREFUL, "advise-careful", "C")                                                       \
  X (ADVISE_ROUND, "advise-round", "CG")                                                          \
  X (ADVISE_WAIT, "advise-wait", "C")                                                             \
  /* A round of the wall's guns that looks: the desk.  */                                         \
  X (LOOK_REFUSED, "look-refused", "G")                                                           \
  X (LOOK_NO_ROUNDS, "look-no-rounds", "")       /* none is left for her */                       \
  X (LOOK_GRANTED, "look-granted", "NG")         /* minutes */                                    \
  X (LOOK_LATE, "look-late", "NG")               /* given, but later than the rule: minutes */    \
  X (LOOK_OVER, "look-over", "G")                /* it is over G and looks */                     \
  X (LOOK_SEEN, "look-seen", "TG")               /* what it shows there */                        \
  X (LOOK_MOVING, "look-moving", "TGD")          /* the same, moving toward D */                  \
  X (LOOK_NOTHING, "look-nothing", "G")          /* it showed nobody */                           \
  X (LOOK_DUD, "look-dud", "G")                  /* nothing came of it */                         \
  X (RELIEVED, "relieved", "G")                  /* others have taken over at G */                \
  X (CONTACT_GOES_ON, "contact-goes-on", "KGD")  /* an update: about as many as before */         \
  X (CONTACT_STANDS, "contact-stands", "KG")     /* the same, not moving */                       \
  X (CONTACT_TOO, "contact-too", "TG")           /* first contact, with what another has called */ \
  /* The battle has ended: the captain, else the desk.  */                                        \
  X (OVER, "over", "")                                                                            \
  X (OVER_LOST, "over-lost", "")                                                                  \
  X (OVER_DESK, "over-desk", "")                                                                  \
  /* Talk (sim-talk.c), from here to the last.  */                                                \
  X (TALK_COMRADE_HIT, "talk-comrade-hit", "M")  /* and is still there */                         \
  X (TALK_COMRADE_OUT, "talk-comrade-out", "M")  /* lost his machine, got out of it */            \
  X (TALK_COMRADE_DEAD, "talk-comrade-dead", "M")                                                 \
  X (TALK_COMRADE_BACK, "talk-comrade-back", "M") /* was fetched */                               \
  X (TALK_NEAR_MISS, "talk-near-miss", "")                                                        \
  X (TALK_FIRST_KILL, "talk-first-kill", "")                                                      \
  X (TALK_PRAISE, "talk-praise", "L")            /* of another platoon that hit well */           \
  X (TALK_RELIEF, "talk-relief", "")             /* the fight is over, all are there */           \
  X (TALK_RELIEF_HURT, "talk-relief-hurt", "")   /* it is over, and somebody is not */            \
  X (TALK_THANKS_WARNING, "talk-thanks-warning", "") /* that proved right, when it is over */     \
  X (TALK_THANKS_ORDER, "talk-thanks-order", "") /* that took them out of it in time */           \
  X (TALK_BLAME_ORDER, "talk-blame-order", "")   /* that somebody died in */                      \
  X (TALK_SUPPLIED, "talk-supplied", "")                                                          \
  X (TALK_ADVISE_SIDE, "talk-advise-side", "D")  /* they came from there, and may again */        \
  X (TALK_ADVISE_ROUNDS, "talk-advise-rounds", "")                                                \
  X (TALK_ADVISE_REST, "talk-advise-rest", "")                                                    \
  X (TALK_HELLO, "talk-hello", "")               /* her first order to them */                    \
  X (TALK_DISTANT, "talk-distant", "L")          /* another platoon fights, not far */            \
  X (TALK_QUIET, "talk-quiet", "")                                                                \
  X (TALK_MARCH, "talk-march", "")                                                                \
  X (TALK_SWARM, "talk-swarm", "")                                                                \
  X (TALK_DARK, "talk-dark", "")                                                                  \
  X (TALK_NERVES, "talk-nerves", "")                                                              \
  X (TALK_HOME, "talk-home", "")                                                                  \
  X (TALK_JOKE, "talk-joke", "")                                                                  \
  X (TALK_GRUMBLE, "talk-grumble", "")                                                            \
  X (TALK_VOICE, "talk-voice", "")               /* of her, by who trusts her little */

typedef enum {
#define X(constant, name, arguments) SIM_PHRASE_##constant,
  SIM_PHRASE_LIST (X)
#undef X
  SIM_N_PHRASES
} SimPhrase;

#define SIM_FIRST_TALK SIM_PHRASE_TALK_COMRADE_HIT
#define SIM_N_TALK ((unsigned) (SIM_N_PHRASES - SIM_FIRST_TALK))

/* One argument.  `number` is a unit index, platoon, count, direction, order id, cause, part or
 * index; for T and K it is the count and `type` the type, for M `type` is 1 for by name; `position` is for G.  */
typedef struct {
  int32_t number;
  SimTypeIndex type;
  BaseVec position;
} SimArgument;

/* How somebody speaks: what a phrase is worded from, where it has such wordings.  */
#define SIM_MANNER_LIST(X)                                                                        \
  X (PLAIN, "plain")                                                                              \
  X (RESERVED, "reserved") /* gives no reasons */                                                 \
  X (CURT, "curt")         /* does not trust her: answers, in a word */                           \
  X (BROKEN, "broken")     /* under great stress: short, in pieces */

typedef enum {
#define X(constant, name) SIM_MANNER_##constant,
  SIM_MANNER_LIST (X)
#undef X
  SIM_N_MANNERS
} SimManner;

typedef struct {
  uint16_t phrase; /* SimPhrase */
  uint8_t variant;
  uint8_t manner; /* SimManner */
  uint8_t n_lost;
  uint16_t again_s; /* said once more: seconds since it was said first, 1 or more; 0: it is new */
  uint32_t relayed; /* index + 1 of the machine for which another says it; 0: his own words */
  SimArgument arguments[SIM_MAX_ARGUMENTS];
  /* Stretches that the link swallowed, in thousandths of the transmission, from < to.  */
  struct {
    uint16_t from;
    uint16_t to;
  } lost[SIM_MAX_LOST_WORDS];
} SimWords;

/* ---- Reports ------------------------------------------------------------------------------- */

#define SIM_REPORT_KIND_LIST(X)                                                                   \
  X (CONTACT, "contact")                     /* a new enemy or group */                           \
  X (CONTACT_UPDATE, "contact-update")                                                            \
  X (CONTACT_LOST, "contact-lost")                                                                \
  X (CONTACT_DESTROYED, "contact-destroyed") /* kills claimed: count */                           \
  X (OWN_STATE, "own-state")                 /* about the speaker himself */                      \
  X (OWN_DOWN, "own-down")                   /* `subject` is lost */                              \
  X (UNDER_FIRE, "under-fire")                                                                    \
  X (AREA_CLEAR, "area-clear")                                                                    \
  X (ORDER, "order")                         /* read-back, begun, done, refused */                \
  X (PLATOON, "platoon")                                                                          \
  X (DESK, "desk")                           /* the operator desk, behind the wall */             \
  X (HEARD, "heard")                         /* voices of the Legion, by bearing */               \
  X (PERSON, "person")                       /* where the pilot of `subject` is: own.person */    \
  X (CORRECTION, "correction")               /* of an earlier report of the same contact */

typedef enum {
#define X(constant, name) SIM_REPORT_##constant,
  SIM_REPORT_KIND_LIST (X)
#undef X
  SIM_N_REPORT_KINDS
} SimReportKind;

/* How the speaker knows.  */
#define SIM_HOW_LIST(X)                                                                           \
  X (SEEN, "seen")                                                                                \
  X (FELT, "felt")                                                                                \
  X (HEARD, "heard")                                                                              \
  X (TELEMETRY, "telemetry")                                                                      \
  X (GUESSED, "guessed")

typedef enum {
#define X(constant, name) SIM_HOW_##constant,
  SIM_HOW_LIST (X)
#undef X
  SIM_N_HOWS
} SimHow;

/* How many voices sound together.  */
#define SIM_SIZE_LIST(X)                                                                          \
  X (NONE, "none")   /* not told */                                                               \
  X (FEW, "few")     /* 1 to 10 */                                                                \
  X (GROUP, "group") /* 11 to 40 */                                                               \
  X (LARGE, "large") /* 41 and more */

typedef enum {
#define X(constant, name) SIM_SIZE_##constant,
  SIM_SIZE_LIST (X)
#undef X
  SIM_N_SIZES
} SimSize;

/* Parts of a machine, each 0 (gone) to 255 (sound).  */
#define SIM_PART_LIST(X)                                                                          \
  X (LEGS, "legs", 'L')                                                                           \
  X (GUN, "gun", 'G')                                                                             \
  X (SENSORS, "sensors", 'S')                                                                     \
  X (POWER, "power", 'P')                                                                         \
  X (COCKPIT, "cockpit", 'C')

typedef enum {
#define X(constant, name, letter) SIM_PART_##constant,
  SIM_PART_LIST (X)
#undef X
  SIM_N_PARTS
} SimPart;

/* What a machine is doing, as the console words it.  */
#define SIM_ACTIVITY_LIST(X)                                                                      \
  X (HOLDING, "holding")                                                                          \
  X (MOVING, "moving")                                                                            \
  X (SCOUTING, "scouting")                                                                        \
  X (ATTACKING, "attacking")                                                                      \
  X (FALLING_BACK, "falling-back")                                                                \
  X (ENGAGED, "engaged")         /* firing */                                                     \
  X (UNDER_FIRE, "under-fire")                                                                    \
  X (DISABLED, "disabled")       /* legs gone: can not move */                                    \
  X (DESTROYED, "destroyed")                                                                      \
  X (SUPPLYING, "supplying")                                                                      \
  X (RECOVERING, "recovering")                                                                    \
  X (FETCHING, "fetching")       /* a downed pilot */

typedef enum {
#define X(constant, name) SIM_ACTIVITY_##constant,
  SIM_ACTIVITY_LIST (X)
#undef X
  SIM_N_ACTIVITIES
} SimActivity;

/* Where a machine's pilot is.  */
#define SIM_PERSON_LIST(X)                                                                        \
  X (ABOARD, "aboard")                                                                            \
  X (DOWN, "down")       /* out of a lost machine, on foot */                                     \
  X (CARRIED, "carried") /* fetched */                                                            \
  X (SAFE, "safe")       /* brought in */                                                         \
  X (DEAD, "dead")                                                                                \
  X (NOBODY, "nobody")   /* the machine has no pilot */

typedef enum {
#define X(constant, name) SIM_PERSON_##constant,
  SIM_PERSON_LIST (X)
#undef X
  SIM_N_PERSONS
} SimPerson;

/* Which fields of SimOwnState were told.  */
enum {
  SIM_OWN_POSITION = 1 << 0,
  SIM_OWN_AMMUNITION = 1 << 1, /* and energy */
  SIM_OWN_PARTS = 1 << 2,
  SIM_OWN_ACTIVITY = 1 << 3,
  SIM_OWN_PILOT = 1 << 4, /* stress, fatigue, wounds */
  SIM_OWN_ALL = 0x1f,
  SIM_OWN_PERSON = 1 << 5, /* not of telemetry */
};

typedef struct {
  uint8_t told; /* SIM_OWN_* bits */
  uint8_t activity;
  uint8_t parts[SIM_N_PARTS];
  uint8_t energy_percent; /* 0..100 */
  uint8_t stress;         /* 0..100 */
  uint8_t fatigue;        /* 0..100 */
  uint8_t wounds;         /* 0 none, 1 light, 2 heavy */
  uint16_t ammunition;    /* main gun rounds; loads that a Scavenger carries */
  BaseVec position;
  float error_m;          /* one standard deviation */
  float heading_deg;
  float speed_mps;
  uint8_t person;         /* SimPerson: where the pilot of the report's subject is */
} SimOwnState;

/* One report as it was heard.  `contact` counts the sightings of the speaker's platoon from 1:
 * the same platoon and number is, to the speaker, the same enemy; between platoons nobody can
 * tell.  `error_m` is one standard deviation of the position on each axis.  */
typedef struct {
  uint32_t id;
  uint8_t kind; /* SimReportKind */
  uint8_t how;  /* SimHow */
  SimTypeIndex type;
  uint8_t platoon; /* of the speaker; 255 for the desk */
  SimUnitId from;  /* nobody: the desk */
  SimUnitId subject;
  uint32_t contact; /* 0: not about an enemy */
  uint32_t order;   /* 0: not about an order */
  uint16_t count;
  uint8_t count_exact; /* 0: "about" */
  uint8_t velocity_known;
  SimTick t_sensed;
  SimTick t_sent;  /* first word on the air */
  SimTick t_heard; /* last word */
  SimTick stale_at;
  BaseVec position;
  BaseVec velocity; /* metres a second */
  float error_m;
  float confidence; /* 0..1, of the type */
  SimOwnState own;
  SimWords words;
  /* Of a report of hearing: the voice, counted by the hearer from 1 (the same number is the same
   * group), its bearing from own.position, and one standard deviation of that near by and for each
   * kilometre that it may be off.  */
  uint16_t voice; /* 0: none */
  uint8_t size;   /* SimSize as believed */
  uint8_t shepherd;
  float bearing_deg; /* 0 <= bearing < 360 */
  float bearing_error_deg, bearing_error_deg_per_km;
} SimReport;

/* ---- Messages out of the battle ------------------------------------------------------------ */

/* Priority on the air, gravest first.  */
#define SIM_AIR_CLASS_LIST(X)                                                                     \
  X (EMERGENCY, "emergency")                                                                      \
  X (CONTACT, "contact")                                                                          \
  X (ORDER, "order")                                                                              \
  X (STATUS, "status")                                                                            \
  X (TALK, "talk")

typedef enum {
#define X(constant, name) SIM_AIR_##constant,
  SIM_AIR_CLASS_LIST (X)
#undef X
  SIM_N_AIR_CLASSES
} SimAirClass;

typedef enum {
  SIM_SPEAKER_PILOT,
  SIM_SPEAKER_HANDLER,
  SIM_SPEAKER_DESK,
} SimSpeaker;

/* Of a transmission on a platoon's own net, that she listens in to; all others are on the squadron's.  */
#define SIM_TRANSMISSION_OF_PLATOON 0x80000000u

/* Someone speaks, one at a time on each net.  `begin` and `end` are when the first and the last
 * word are (to be) said; an ended one says whether it was cut.  */
typedef struct {
  uint32_t id;
  uint8_t speaker;  /* SimSpeaker */
  uint8_t air_class; /* SimAirClass */
  uint8_t cut;      /* only in an END: cut off by something graver */
  SimUnitId from;
  uint32_t order;   /* for ORDER and READ_BACK, else 0 */
  uint32_t report;  /* id of the report it carries, else 0 */
  SimTick t_begin;
  SimTick t_end;
  uint8_t stress;   /* of the speaker, 0..100 */
  BaseVec position; /* where the speaker says or is last known to be */
  SimWords words;
} SimTransmission;

typedef struct {
  SimUnitId unit;
  SimTick t;
  SimOwnState own;
} SimTelemetry;

/* A radar plot: something moves there, so many as could be told apart.  */
typedef struct {
  SimUnitId from; /* whose set it was */
  SimTick t;
  BaseVec position;
  float error_m; /* one standard deviation on each axis */
  uint16_t count;
} SimRadarPlot;

/* An order changed its state.  `unit` is nobody when it concerns all addressees.  */
typedef struct {
  uint32_t order;
  uint8_t state; /* SimOrderState */
  uint8_t cause; /* SimCause */
  SimUnitId unit;
  SimTick t;
  SimCommand command;
} SimOrderChange;

typedef struct {
  uint16_t synced;
  float strain;          /* 0..100 */
  uint16_t waiting;      /* transmissions that wait for air */
  float waiting_s;       /* their air time */
  uint16_t cut_s;        /* she is cut off for so long yet, 0: she is not */
  uint16_t cut_in_s;     /* she will be in about so long if it goes on like this, 0: she will not */
  uint8_t nets[SIM_MAX_PLATOONS + 1]; /* SimSetting of each platoon's net: open, short or quiet */
  uint8_t leaders_only;  /* one of each platoon is on the link */
  uint8_t listening;     /* number + 1 of the platoon whose own net she hears; 0: none */
  uint64_t off_link;     /* of the first 64 machines: a bit for who was taken off the link */
} SimLinkState;

/* One order of hers that waits for air.  They are told all together, in the order in which they will be
 * said, when that changes and once a second; of more than SIM_MAX_TOLD the first.  */
#define SIM_MAX_TOLD 24
typedef struct {
  uint32_t order;           /* id; 0: nothing of hers waits */
  uint8_t place;            /* 0 first */
  uint8_t cut;              /* times cut off */
  uint8_t brief;            /* nobody reads it back */
  uint16_t air_ticks;       /* to say it */
  uint16_t read_back_ticks; /* of the read-back after it, with the silence before; 0: there is none */
  SimTick entered;
  SimTick t_begin;          /* its first word, if nobody else begins to wait */
  SimCommand command;
} SimQueued;

#define SIM_OBJECTIVE_STATE_LIST(X)                                                               \
  X (OPEN, "open")                                                                                \
  X (DONE, "done")                                                                                \
  X (LOST, "lost")                                                                                \
  X (LATER, "later")           /* counts only when another one is decided */                      \
  X (HIDDEN, "hidden")         /* an event has yet to give it; nobody is told of it */            \
  X (CALLED_OFF, "called-off") /* an event took it back: counts no more */

typedef enum {
#define X(constant, name) SIM_OBJECTIVE_##constant,
  SIM_OBJECTIVE_STATE_LIST (X)
#undef X
  SIM_N_OBJECTIVE_STATES
} SimObjectiveState;

typedef struct {
  uint16_t index;
  uint8_t state;   /* SimObjectiveState */
  float progress;  /* 0..1 */
} SimObjectiveChange;

typedef enum {
  SIM_OUTCOME_UNDECIDED,
  SIM_OUTCOME_WON,
  SIM_OUTCOME_HELD,
  SIM_OUTCOME_LOST,
} SimOutcome;

/* ---- The squadron's net ---------------------------------------------------------------------- */

/* How busy it is, by machines engaged: who fired or was fired at within ten seconds (design: play, "Air
 * time").  Quiet: none; contact: up to eight; crisis: more.  */
#define SIM_NET_PHASE_LIST(X)                                                                     \
  X (QUIET, "quiet")                                                                              \
  X (CONTACT, "contact")                                                                          \
  X (CRISIS, "crisis")

typedef enum {
#define X(constant, name) SIM_NET_##constant,
  SIM_NET_PHASE_LIST (X)
#undef X
  SIM_N_NET_PHASES
} SimNetPhase;

/* Why a report did not reach her.  */
#define SIM_NET_LOSS_LIST(X)                                                                      \
  X (EXPIRED, "expired")   /* waited too long */                                                  \
  X (REPLACED, "replaced") /* by newer words on the same subject while it waited */               \
  X (DROPPED, "dropped")   /* no room among graver words that waited */                           \
  X (CUT, "cut")           /* broken off by an emergency */                                       \
  X (DEAD, "dead")         /* the speaker died before its end */                                  \
  X (UNHEARD, "unheard")   /* she was cut off the link */                                         \
  X (SILENCED, "silenced") /* a rule of the net kept it back */                                   \
  X (OFF_LINK, "off_link") /* nobody of the platoon was on the link */

typedef enum {
#define X(constant, name) SIM_NET_LOSS_##constant,
  SIM_NET_LOSS_LIST (X)
#undef X
  SIM_N_NET_LOSSES
} SimNetLoss;

/* Of each class of transmission: reports that somebody had to make, and what became of them.  Made is
 * heard, lost for each cause, and what waits or is being said.  */
typedef struct {
  uint32_t made[SIM_N_AIR_CLASSES], heard[SIM_N_AIR_CLASSES];
  uint32_t garbled[SIM_N_AIR_CLASSES]; /* of the heard: strain took some of their words */
  uint32_t lost[SIM_N_NET_LOSSES][SIM_N_AIR_CLASSES];
  uint32_t orders_cut;   /* times that an order was broken off */
  uint32_t own_words;    /* heard on a platoon's own net, beside all these */
  uint32_t ticks[SIM_N_NET_PHASES], used[SIM_N_NET_PHASES]; /* and of them the net was in use */
} SimNetCounts;

/* Of one phase: orders entered in it that were begun to be said, and how long that took, in seconds: the
 * median, and what nineteen of twenty do not pass (0 without any).  */
typedef struct {
  uint32_t orders, unsaid; /* unsaid: not begun to be said by now */
  double median_s, p95_s;
} SimNetDelay;

typedef struct {
  SimNetCounts counts;
  uint32_t waiting[SIM_N_AIR_CLASSES]; /* reports that wait or are being said */
  SimNetDelay delays[SIM_N_NET_PHASES];
} SimNetFigures;

/* Everything the battle lets out: constant, member of the union, its type.  */
#define SIM_MESSAGE_LIST(X)                                                                       \
  X (TRANSMISSION_BEGUN, transmission, SimTransmission)                                           \
  X (TRANSMISSION_ENDED, transmission_ended, SimTransmission)                                     \
  X (REPORT, report, SimReport)                                                                   \
  X (TELEMETRY, telemetry, SimTelemetry)                                                          \
  X (ORDER, order, SimOrderChange)                                                                \
  X (LINK, link, SimLinkState)                                                                    \
  X (OBJECTIVE, objective, SimObjectiveChange)                                                    \
  X (ENDED, outcome, SimOutcome)                                                                  \
  X (RADAR, radar, SimRadarPlot)                                                                  \
  X (QUEUED, queued, SimQueued)

typedef enum {
#define X(constant, member, type) SIM_MESSAGE_##constant,
  SIM_MESSAGE_LIST (X)
#undef X
  SIM_N_MESSAGES
} SimMessageKind;

typedef struct {
  uint8_t kind; /* SimMessageKind */
  SimTick t;
  union {
#define X(constant, member, type) type member;
    SIM_MESSAGE_LIST (X)
#undef X
  };
} SimMessage;

/* Names of the constants above, as written in files and machine output; NULL for a value out of
 * range.  Static strings.  */
static inline const char *
sim_name_of (const char *const *names, unsigned count, unsigned value)
{
  return value < count ? names[value] : (const char *) 0;
}

#define SIM_DEFINE_NAME(function, list, count)                                                    \
  static inline const char *function (unsigned value)                                             \
  {                                                                                               \
    static const char *const names[] = {list (SIM_NAME_ENTRY)};                                   \
    return sim_name_of (names, count, value);                                                     \
  }
#define SIM_NAME_ENTRY(constant, name, ...) name,
SIM_DEFINE_NAME (sim_verb_name, SIM_VERB_LIST, SIM_N_VERBS)
SIM_DEFINE_NAME (sim_topic_name, SIM_REPORT_TOPIC_LIST, SIM_N_TOPICS)
SIM_DEFINE_NAME (sim_help_name, SIM_HELP_LIST, SIM_N_HELPS)
SIM_DEFINE_NAME (sim_posture_name, SIM_POSTURE_LIST, SIM_N_POSTURES)
SIM_DEFINE_NAME (sim_timing_name, SIM_TIMING_LIST, SIM_N_TIMINGS)
SIM_DEFINE_NAME (sim_setting_name, SIM_SETTING_LIST, SIM_N_SETTINGS)
SIM_DEFINE_NAME (sim_order_state_name, SIM_ORDER_STATE_LIST, SIM_N_ORDER_STATES)
SIM_DEFINE_NAME (sim_queue_edit_name, SIM_QUEUE_EDIT_LIST, SIM_N_QUEUE_EDITS)
SIM_DEFINE_NAME (sim_cause_name, SIM_CAUSE_LIST, SIM_N_CAUSES)
SIM_DEFINE_NAME (sim_phrase_name, SIM_PHRASE_LIST, SIM_N_PHRASES)
SIM_DEFINE_NAME (sim_manner_name, SIM_MANNER_LIST, SIM_N_MANNERS)
SIM_DEFINE_NAME (sim_report_kind_name, SIM_REPORT_KIND_LIST, SIM_N_REPORT_KINDS)
SIM_DEFINE_NAME (sim_how_name, SIM_HOW_LIST, SIM_N_HOWS)
SIM_DEFINE_NAME (sim_size_name, SIM_SIZE_LIST, SIM_N_SIZES)
SIM_DEFINE_NAME (sim_part_name, SIM_PART_LIST, SIM_N_PARTS)
SIM_DEFINE_NAME (sim_activity_name, SIM_ACTIVITY_LIST, SIM_N_ACTIVITIES)
SIM_DEFINE_NAME (sim_air_class_name, SIM_AIR_CLASS_LIST, SIM_N_AIR_CLASSES)
SIM_DEFINE_NAME (sim_net_phase_name, SIM_NET_PHASE_LIST, SIM_N_NET_PHASES)
SIM_DEFINE_NAME (sim_net_loss_name, SIM_NET_LOSS_LIST, SIM_N_NET_LOSSES)
SIM_DEFINE_NAME (sim_objective_state_name, SIM_OBJECTIVE_STATE_LIST, SIM_N_OBJECTIVE_STATES)
SIM_DEFINE_NAME (sim_person_name, SIM_PERSON_LIST, SIM_N_PERSONS)

/* The argument letters of a phrase (see SIM_PHRASE_LIST).  */
static inline const char *
sim_phrase_arguments (unsigned phrase)
{
  static const char *const arguments[] = {
#define X(constant, name, letters) letters,
    SIM_PHRASE_LIST (X)
#undef X
  };

  return sim_name_of (arguments, SIM_N_PHRASES, phrase);
}

/* What a verb aims at.  */
static inline SimAim
sim_verb_aim (unsigned verb)
{
  static const uint8_t aims[] = {
#define X(constant, name, aim) SIM_AIM_##aim,
    SIM_VERB_LIST (X)
#undef X
  };

  return verb < SIM_N_VERBS ? (SimAim) aims[verb] : SIM_AIM_NONE;
}

/* May an order with this verb be given to be begun some minutes later?  */
static inline bool
sim_verb_takes_time (unsigned verb)
{
  switch (verb) {
  case SIM_VERB_CEASE_FIRE:
  case SIM_VERB_REPORT:
  case SIM_VERB_CANCEL:
  case SIM_VERB_SAY_AGAIN:
  case SIM_VERB_MARK:
  case SIM_VERB_EXPECT:
  case SIM_VERB_PROMISE:
  case SIM_VERB_INSIST:
  case SIM_VERB_DROP:
  case SIM_VERB_NET:
  case SIM_VERB_SYNC:
  case SIM_VERB_LISTEN_IN:
  case SIM_VERB_LOOK:
  case SIM_VERB_WEAPONS_FREE:
    return false;
  default:
    return verb < SIM_N_VERBS;
  }
}

/* May an order with this verb be given until others take over?  */
static inline bool
sim_verb_takes_relief (unsigned verb)
{
  return verb == SIM_VERB_HOLD;
}

/* May this verb be given with this setting?  */
static inline bool
sim_setting_fits (unsigned verb, unsigned setting)
{
  switch (verb) {
  case SIM_VERB_NET:
    return setting == SIM_SETTING_OPEN || setting == SIM_SETTING_SHORT ||
           setting == SIM_SETTING_QUIET;
  case SIM_VERB_SYNC:
    return setting == SIM_SETTING_ALL || setting == SIM_SETTING_LEADERS ||
           setting == SIM_SETTING_ON || setting == SIM_SETTING_OFF;
  case SIM_VERB_LISTEN_IN:
    return setting == SIM_SETTING_NONE || setting == SIM_SETTING_OFF;
  default:
    return setting == SIM_SETTING_NONE;
  }
}
