/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said last, and saying it again (private to sim).  */
#pragma once

#include "sim/sim-link.h"

/* A pilot begins to say this: his last words from now on.  Read-backs and repetitions are not kept.  */
void sim_again_note (SimWorld *world, const SimUtterance *utterance);
/* She has heard it to the end.  */
void sim_again_heard (SimWorld *world, const SimUtterance *utterance);

/* What one of those for whom `addressed` holds said last, of the living; NULL: nothing.  */
const SimSaid *
sim_again_find (const SimWorld *world, const SimCommand *command,
                bool (*addressed) (const SimWorld *world, const SimCommand *command, size_t unit));

/* Puts it on the air once more for order `number`; false when there is no room.  */
bool sim_again_say (SimWorld *world, const SimSaid *said, uint32_t number);
