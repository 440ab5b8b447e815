/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes by radio without a word: the machines' own data, and radar plots (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Each tick: every machine at its turn sends its data, which get through as jamming lets them; each
 * platoon at its turn sweeps, where there is next to no jamming.  */
void sim_radar_step (SimWorld *world);
