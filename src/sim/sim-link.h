/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squadron net: what waits to be said, and what it carries (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Kinds of subject: a newer word on the same subject replaces one that still waits, and is not
 * said again too soon.  The key is the kind with a number.  */
enum {
  SIM_SUBJECT_NONE = 0,
  SIM_SUBJECT_UNDER_FIRE = 1u << 24, /* platoon */
  SIM_SUBJECT_HIT = 2u << 24,        /* unit */
  SIM_SUBJECT_DOWN = 3u << 24,       /* unit */
  SIM_SUBJECT_CONTACT = 4u << 24,    /* platoon * 4096 + contact */
  SIM_SUBJECT_SWARM = 5u << 24,      /* group */
  SIM_SUBJECT_STATUS = 6u << 24,     /* unit * 8 + topic */
  SIM_SUBJECT_ORDER = 7u << 24,      /* order */
  SIM_SUBJECT_INITIATIVE = 8u << 24, /* platoon */
  SIM_SUBJECT_READY = 9u << 24,      /* unit */
  SIM_SUBJECT_HEARD = 10u << 24,     /* number of the voice */
  SIM_SUBJECT_SHELLED = 32u << 24,   /* platoon * 2 + ranging */
  SIM_SUBJECT_GROUND = 40u << 24,    /* unit */
  SIM_SUBJECT_MINES = 41u << 24,     /* platoon */
  SIM_SUBJECT_PERSON = 20u << 24,    /* unit whose pilot it is about */
  SIM_SUBJECT_SUPPLY = 21u << 24,    /* Scavenger */
  SIM_SUBJECT_SERVED = 22u << 24,    /* unit that was resupplied */
  SIM_SUBJECT_OVERRUN = 23u << 24,   /* unit */
  SIM_SUBJECT_TIRED = 24u << 24,     /* unit */
  SIM_SUBJECT_WORN = 42u << 24,      /* unit */
  SIM_SUBJECT_WOUNDED = 43u << 24,   /* unit */
  SIM_SUBJECT_ROOF = 44u << 24,      /* platoon */
  SIM_SUBJECT_ALL_LOST = 45u << 24,  /* platoon */
  SIM_SUBJECT_COPY = 46u << 24,      /* platoon */
  SIM_SUBJECT_ADVICE = 47u << 24,    /* unit */
  SIM_SUBJECT_CAPTAIN = 50u << 24,
  SIM_SUBJECT_TALK = 51u << 24,      /* phrase */
  SIM_SUBJECT_KEPT_BACK = 1u << 31,  /* with any of these: when it last was not allowed to be said */
};

/* A report by a unit with its words begun: from, platoon, time and its own name are set.  */
SimReport sim_report_begin (const SimWorld *world, size_t unit, SimReportKind kind,
                            SimPhrase phrase);
/* Puts what the speaker knows of himself into it: SIM_OWN_* bits.  */
void sim_report_tell_own (const SimWorld *world, size_t unit, SimReport *report, unsigned told);

/* Arguments of its words, in order.  */
void sim_words_number (SimWords *words, int at, int32_t number);
void sim_words_position (SimWords *words, int at, BaseVec position);
void sim_words_type (SimWords *words, int at, SimTypeIndex type, int32_t count);

/* Puts a report on the queue.  Returns false when the same subject was said less than `again_s`
 * ago or nothing less grave can be dropped for it, and when it is kept back: by a rule of the net, for want
 * of anybody on the link, or by who would have to say it.  */
bool sim_link_report (SimWorld *world, size_t unit, SimAirClass air_class, uint32_t subject,
                      float again_s, const SimReport *report);

/* The handler's own words: order `number` (1..).  False when the queue is full of graver words: the
 * order is then tried again at the next step.  */
bool sim_link_order (SimWorld *world, uint32_t number);

/* Seconds that an order takes to be said.  */
float sim_link_order_seconds (const SimWorld *world, const SimCommand *command);

/* Which goes first, least of all: by class, with orders and contacts in turn (`order_had_turn`: the last
 * was an order).  */
int sim_link_rank (const SimUtterance *utterance, bool order_had_turn);

/* The addressee repeats order `number`, unless she has dropped that.  */
void sim_link_read_back (SimWorld *world, size_t unit, uint32_t number);

/* The speaker says it once more, for order `number`, which is done when it is said and has failed when
 * it is cut off; false when there is no room in the queue.  */
bool sim_link_again (SimWorld *world, const SimSaid *said, uint32_t number);

/* Has nobody spoken for so long, and nobody anything to say?  */
bool sim_link_is_silent (const SimWorld *world, float for_s);

/* The last words of a battle, at once and heard at once, by a machine's pilot or (SIM_NOBODY) the desk: who
 * speaks is cut off.  False when he may not say them.  */
bool sim_link_close (SimWorld *world, size_t unit, SimPhrase phrase);

/* The desk reads a phrase with one number.  */
void sim_link_desk (SimWorld *world, SimPhrase phrase, int32_t number);

/* What strain leaves of words, by this generator.  */
void sim_link_lose_words (SimWorld *world, SimWords *words, SimRandomPurpose purpose);

/* She is cut off: her order is broken off and goes first when she is back, what a pilot is saying
 * goes on without her.  */
void sim_link_hush (SimWorld *world);

/* Words of the link and of the orders that others call.  */
void sim_order_spoken (SimWorld *world, uint32_t number);
void sim_order_cut (SimWorld *world, uint32_t number);
void sim_order_heard (SimWorld *world, uint32_t number);
void sim_order_read_back (SimWorld *world, uint32_t number);
/* What becomes of an order that no machine carries out: a new state of it as a whole, its end.  */
void sim_order_tell (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause);
void sim_order_close (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause);

/* The link is cut: her orders that were not heard wait for it; and what became of the others meanwhile
 * is told when it is back.  */
void sim_orders_cut_off (SimWorld *world);
void sim_orders_catch_up (SimWorld *world);

/* Which of a platoon's contacts it calls by this number (0..SIM_MAX_CONTACTS - 1; `platoon` may be the
 * Scavengers'); -1: none, as of number 0, which is no contact.  */
int sim_contact_find (const SimWorld *world, size_t platoon, uint32_t number);
/* She has heard the report to its end: what she was told of is, to her, in sight.  */
void sim_contact_heard (SimWorld *world, const SimReport *report);
/* The report was begun, or waited, and nobody will hear it: a first word of an enemy is said anew.  */
void sim_contact_unheard (SimWorld *world, const SimReport *report);
/* Is it news of an enemy that things have overtaken while it waited for air?  */
bool sim_contact_is_overtaken (const SimWorld *world, const SimReport *report);
/* A unit of ours killed one of theirs.  */
void sim_contact_killed (SimWorld *world, size_t shooter, size_t victim);
