/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quiet battle in which people have something to tell, or to keep to themselves, and what is heard of it.  */
#pragma once

#include "sim-builder.h"

#include "sim/sim-world.h"

#include <glib.h>
#include <string.h>

enum { FIRST, FIRST_TWO, SECOND, SECOND_TWO, SCAVENGER, ENEMY };

/* Two platoons of two, 4 km apart, facing north, all with this trust, and a Scavenger; six scouts of the Legion
 * far off, blind and still.  */
SimWorld *honesty_quiet (float trust, uint64_t seed);
/* The scouts come into sight of the first platoon, so far north of it; nobody fires.  */
void honesty_show_enemy (SimWorld *world, float metres);

/* The next report within so many seconds, and the next data of a machine, each within so many of the one
 * before; there has to be one.  */
SimReport honesty_next_report (SimWorld *world, double seconds);
SimTelemetry honesty_next_data (SimWorld *world, size_t unit, double seconds);
/* The answer when FIRST is asked about this.  */
SimReport honesty_asked (SimWorld *world, SimReportTopic topic);
/* Is any report of this phrase heard in so many seconds?  Is a contact, and by this speaker?  */
bool honesty_hears (SimWorld *world, SimPhrase phrase, double seconds);
bool honesty_hears_contact_from (SimWorld *world, uint32_t speaker, double seconds);
