/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standard melee, which the bench measures: a battle of any size with everything in it that a
 * battle may have.  Private to engine. */
#pragma once

#include "sim/sim.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EngineMelee EngineMelee;

/* `own` of the `units` machines are ours, Scavengers among them; both from 1.  The battle lasts longer
 * than `ticks`.  Rules are borrowed and must have fighting types of both sides: NULL and an error (of
 * SCENARIO_ERROR) if they have not.  */
EngineMelee *engine_melee_new (const SimRules *rules, guint units, guint own, guint ticks, GError **error);
void engine_melee_free (EngineMelee *melee);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineMelee, engine_melee_free)

/* (transfer none): what the battle is made from.  */
const SimWorldDef *engine_melee_def (const EngineMelee *melee);

G_END_DECLS
