/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people say on the squadron's net that nobody needs to hear (private to sim; design: play, "Air
 * time": talk).
 *
 * What happens leaves something to remark on: relief, thanks, blame, a comrade hit or gone, advice of who
 * trusts her.  It is said when there is a moment for it: nobody has spoken for talk_silence_s, nothing waits
 * for air, and who would say it is not in the middle of a fight; and it is forgotten when that moment does
 * not come.  In long quiet people chat, by their temper, place and trust.  No wording comes twice in one
 * battle, so that they fall silent in the end.  Who talks stops when she speaks, when an enemy is called or
 * somebody cries for help.  Nothing is decided by it.  */
#pragma once

#include "sim/sim-world.h"

/* Is it such a remark, which anything else may interrupt?  */
static inline bool
sim_talk_is_idle (const SimReport *report)
{
  return report->words.phrase >= SIM_FIRST_TALK;
}

void sim_talk_init (SimWorld *world);
/* Once a second.  */
void sim_talk_step (SimWorld *world);

/* ---- What there may be to remark on -------------------------------------------------------- */

/* A machine of ours was hit and goes on; is lost (before its order is); was missed.  */
void sim_talk_hit (SimWorld *world, size_t unit);
void sim_talk_lost (SimWorld *world, size_t unit);
void sim_talk_missed (SimWorld *world, size_t unit);
/* One of ours killed one of theirs.  */
void sim_talk_killed (SimWorld *world, size_t killer);
void sim_talk_fetched (SimWorld *world, uint32_t whom);
void sim_talk_supplied (SimWorld *world, size_t unit);
/* A warning of hers proved right.  */
void sim_talk_warned (SimWorld *world, size_t platoon);
/* He begins an order of hers.  */
void sim_talk_begins (SimWorld *world, size_t unit, const SimCommand *command);

/* The battle has ended: somebody says so, and that is the last that is said.  */
void sim_talk_close (SimWorld *world);

/* ---- State --------------------------------------------------------------------------------- */

void sim_talk_walk (BaseCodec *codec, SimTalk *talk);
bool sim_talk_bounded (const SimWorld *world);
