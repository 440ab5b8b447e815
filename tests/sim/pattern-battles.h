/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small battle for each pattern of the Legion, the answers to it, and how battles are compared:
 * seed by seed, because what luck does to one battle it mostly does to the other.  */
#pragma once

#include "sim-builder.h"

#include <glib.h>

#define PATTERN_SEEDS 36
#define PATTERN_MOST 72

/* What came of one battle.  */
typedef struct {
  double lost;      /* machines of ours */
  double destroyed; /* of the Legion's */
  double taken;     /* bodies and wrecks of ours */
  double reached;   /* machines of the Legion at its goal in the end */
  double told_s, known_s, struck_s; /* of the first play; below 0: it was not */
} PatternOutcome;

typedef struct {
  PatternOutcome battles[PATTERN_MOST];
  int n;
} PatternMeasure;

/* May give orders; called each second.  Answers go by the truth, as if she had guessed at once.  */
typedef void (*PatternAnswer) (SimWorld *world, int second);

/* Plays a battle to its end, at most so many seconds; notes what came of it.  */
void pattern_play (PatternMeasure *measure, Build *build, int seed, int seconds,
                   PatternAnswer answer);

/* ---- Comparing ----------------------------------------------------------------------------- */

/* What a battle was worth to us.  */
typedef double (*PatternWorth) (const PatternOutcome *outcome);
/* Destroyed less lost, by the values of the design for dragoons and our machines.  */
double pattern_gain (const PatternOutcome *outcome);
double pattern_spared (const PatternOutcome *outcome); /* machines */
double pattern_kept (const PatternOutcome *outcome);   /* bodies and wrecks */
double pattern_barred (const PatternOutcome *outcome); /* from the Legion's goal */

void pattern_report (const char *name, const PatternMeasure *measure);
/* The mean of the seconds from tell to blow; below 0: there was none.  */
double pattern_mean_delay_s (const PatternMeasure *measure);
/* The right answer is worth at least `margin` more in the mean, and the mean is at least three of
 * its own standard errors: no accident of these seeds.  */
void pattern_assert_better (const char *name, const PatternMeasure *right,
                            const PatternMeasure *wrong, PatternWorth worth, double margin);
/* Seconds from the tell to the blow.  */
typedef struct {
  double least, most; /* as stated: the mean is between them */
  double soonest;     /* no blow fell before: who was hit or found does not wait any longer */
  double late;        /* at most one of five fell later */
} PatternDelay;

/* The tell was shown and the blow fell in a third of the battles at least, at such times.  */
void pattern_assert_delay (const PatternMeasure *measure, const PatternDelay *delay);

/* Of the battles with a tell, in half at least a report showed it, and never before it was there.  */
void pattern_assert_known (const PatternMeasure *measure);

/* ---- Battles ------------------------------------------------------------------------------- */

void pattern_feeler (Build *build, int seed);
void pattern_hook (Build *build, int seed);
void pattern_anvil (Build *build, int seed);
void pattern_gun_line (Build *build, int seed);
void pattern_closed_door (Build *build, int seed);
void pattern_bait (Build *build, int seed);
void pattern_breath (Build *build, int seed);
void pattern_gleaners (Build *build, int seed);

/* ---- For answers --------------------------------------------------------------------------- */

/* The first play has shown its tell.  */
bool pattern_told (const SimWorld *world);
/* ... and no order was given yet.  */
bool pattern_first_order (const SimWorld *world);
void pattern_give (SimWorld *world, uint32_t id, SimVerb verb, unsigned platoon, BaseVec at);
/* Of those who live; far off the map when there are none.  */
BaseVec pattern_centre (const SimWorld *world, unsigned group);
