/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random battles: a complete scenario file from a seed (design: play, "Random battles").
 *
 * The same recipe gives the same file, but for the language of its texts, which is that of the
 * process when it is made: names are not translated.  Any thread.  */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is asked of the squadron: constant, name on the command line.  */
#define SCENARIO_KIND_LIST(X)                                                                     \
  X (HOLD, "hold")   /* a crossroads, for 15 to 25 minutes */                                     \
  X (DELAY, "delay") /* three lines, one after the other */                                       \
  X (ESCORT, "escort") /* Scavengers, from one end of the front to the other */                   \
  X (RAID, "raid")   /* one place behind the enemy, and back */

typedef enum {
#define X(constant, name) SCENARIO_KIND_##constant,
  SCENARIO_KIND_LIST (X)
#undef X
  SCENARIO_N_KINDS
} ScenarioKind;

#define SCENARIO_MACHINES_LEAST 5
#define SCENARIO_MACHINES_MOST 24
#define SCENARIO_SIZE_LEAST_KM 12
#define SCENARIO_SIZE_MOST_KM 40
#define SCENARIO_ODDS_LEAST 1
#define SCENARIO_ODDS_MOST 4

typedef struct {
  guint64 seed;     /* 0..2^53-1 */
  double size_km;   /* side of the map; 0: 12 km and half a kilometre for each machine */
  guint machines;
  double odds;      /* value of the Legion by that of the squadron */
  double hour;      /* 0..24, of the day */
  ScenarioKind kind;
} ScenarioRecipe;

/* Kilometres on a side of the map that so many machines have by default.  */
double scenario_size_for (guint machines);

/* Seed 0, 21 machines, odds of 2, a quarter past five, hold.  */
ScenarioRecipe scenario_recipe_default (void);

/* "hold", ...; NULL out of range.  The kind of a name, or -1.  */
const char *scenario_kind_name (guint kind);
int scenario_kind_from_name (const char *name);

/* The text of the file, newly allocated.  What is out of range is brought into it.  The force is
 * mixed of what the standard rules have; NULL and `error` when they can not be read.  */
char *scenario_generate (const ScenarioRecipe *recipe, GError **error);

/* Makes it and keeps it among the user's own scenarios, under its id; the same recipe takes the same
 * file again.  Its path, newly allocated; NULL with `error`.  */
char *scenario_generate_kept (const ScenarioRecipe *recipe, GError **error);

G_END_DECLS
