/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is really in a battle: who comes from where, and all that the world is made from.
 *
 * For those who make worlds and for scripts; the console may not open this header, for its player
 * knows what the briefing says and what is reported.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

/* One way the Legion may come.  */
typedef struct {
  char *id;
  GArray *groups; /* SimGroupDef: those of every plan, then this one's */
} ScenarioPlan;

/* Fields may be read freely.  */
struct _ScenarioBattle {
  char *id, *title, *summary, *briefing, *author, *licence;
  char *path;
  char *campaign;        /* id, or NULL */
  gboolean training;
  guint library_order;   /* place in the library, smallest first */
  char *start;           /* "2148-05-22T05:15" */
  GDateTime *start_time; /* UTC stands for local time */
  guint64 seed;          /* default */
  SimRules rules;
  SimWorldDef world;     /* its pointers point into this object; seed is the default */
  GArray *squadron;      /* ScenarioMember: the platoons, then the Scavengers */
  GPtrArray *plans;      /* ScenarioPlan, at least one */
  GArray *groups;        /* SimGroupDef of the plan that the default seed picks */
  GArray *objectives;    /* ScenarioObjective */
  GArray *objective_defs;/* SimObjectiveDef, what `world` points to */
  GArray *unit_defs;     /* SimUnitDef, likewise */
  GArray *events;        /* SimEventDef */
  char **texts;          /* NULL-terminated: the titles of the objectives, by index, then the
                          * messages of the events */
  GArray *places;        /* PicturePlace */
  GPtrArray *place_sounds; /* char * by place: pronunciation, or "" */
  GArray *types;         /* OrderTypeName by SimTypeIndex, as this battle calls them */
  char **weapon_names;   /* NULL-terminated, by index in the rules */
  char **loadout_names;  /* likewise; a unit's loadout counts from 1 */
  GArray *known;         /* ScenarioKnown */
  GArray *features;      /* SimFeature */
  ScenarioTutorial *tutorial; /* or NULL */
  ScenarioCarried carried; /* already in `squadron` and `world` */
  struct _ScenarioNames *names; /* what is said, in all its languages (for this room) */
  char content_hash[65]; /* SHA-256 of the bytes of scenario, rules and campaign */
  gatomicrefcount ref_count;
};

/* THE way to a definition of the battle: with this seed (which also picks the Legion's plan) and
 * difficulty.  Its pointers point into `battle`, which must outlive sim_world_new().  */
SimWorldDef scenario_battle_world_def (const ScenarioBattle *battle, guint64 seed,
                                       SimDifficulty difficulty);
/* Index in `plans` of the plan that a seed picks.  */
guint scenario_battle_plan (const ScenarioBattle *battle, guint64 seed);

G_END_DECLS
