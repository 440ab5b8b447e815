/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round of the wall's guns that looks (private to sim; design: play, "Telling is an order too").
 *
 * It is asked for, given, late and off its mark like any other of theirs (sim-guns.c), and may be a dud; an
 * anti-air machine of the Legion that is near enough shoots it down, which looks the same from the wall.
 * Over the place it shows for look_s seconds who is within look_radius_m, as plainly as they show to eyes
 * times look_plain; the desk tells each group once, as a contact on the squadron's net.  */
#pragma once

#include "sim/sim-world.h"

/* The round for order `number` is over a place; its own scatter is still to come.  */
void sim_look_fire (SimWorld *world, uint32_t number, BaseVec aim);
/* Each tick: what is seen is told, and what is over ends its order.  */
void sim_look_step (SimWorld *world);

/* The walk over the rounds that look; is what was read within its bounds?  */
void sim_look_walk (BaseCodec *codec, SimWorld *world);
bool sim_look_bounded (const SimWorld *world);

/* What the desk says of a request for the guns (sim-guns.c).  */
void sim_guns_say (SimWorld *world, SimPhrase phrase, uint32_t order, int32_t minutes, BaseVec at);
