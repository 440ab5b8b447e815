/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the weight of the Legion comes by: a truth, for measures alone.
 *
 * The design asks what knowing the axis is worth (play: "Jam and recon"): a staff officer that is told it
 * is compared with one that is not.  No player and no window is told.  */
#pragma once

#include "sim/sim-def.h"

#include <glib.h>

G_BEGIN_DECLS

/* The last place of its route outside the gravest objective by which the most of the Legion, by value,
 * will come to it.  FALSE when none comes, or no objective has a place.  */
gboolean engine_axis_find (const SimWorldDef *def, BaseVec *axis);

G_END_DECLS
