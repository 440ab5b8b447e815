/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the person has played and what is kept of it: the battle that can be gone on with, replays, saves by
 * hand.  Any thread; reads files, so not the main one.  */
#pragma once

#include "scenario/scenario-ring.h"

G_BEGIN_DECLS

/* The battle to go on with.  */
typedef struct {
  char *path;               /* of the autosave; NULL: there is none */
  guint slot;               /* in the ring */
  ScenarioBattle *scenario; /* NULL likewise */
  ScenarioSession session;
  SimTick tick;             /* that save and journal reach */
  GPtrArray *problems;      /* char *: what is wrong with autosaves that are newer, or damaged */
} ScenarioOffer;

/* Looks the ring in `folder` through, but for the slots in the bit set `without`.  Never NULL.  */
ScenarioOffer *scenario_offer_find (const char *folder, guint without);
void scenario_offer_free (ScenarioOffer *offer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioOffer, scenario_offer_free)

/* A replay, or a save made by hand.  */
typedef struct {
  gboolean is_save;
  char *path;
  char *title;        /* of the battle; NULL when that is not there */
  ScenarioSession session;
  SimTick end;
  guint machines;     /* with a pilot */
  char *problem;      /* (nullable) why it can not be used */
} ScenarioKept;

void scenario_kept_free (ScenarioKept *kept);
/* GPtrArray of ScenarioKept in the folders of saves and replays, the newest first; autosaves are left
 * out.  Their beginnings alone are read.  */
GPtrArray *scenario_kept_find (void);

G_END_DECLS
