/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Told to expect somebody (private to sim; design: play, "Telling is an order too").
 *
 * The handler passes on what people can not see themselves: where she believes the Legion, and where it
 * comes from.  Who holds a post turns that way and, if he stands in the open, goes into cover against it; on who
 * comes from there fire is opened expect_sooner_s sooner (such a one is made out and shot at as if he were already
 * where he will be then).  A machine that stands and that their fire has not found hits expect_ambush more often,
 * and one that stands is hidden from them by the cover it has chosen: it is made out, and hit, by expect_cover
 * less.  What was told is the place with expect_m around it, of a track also the way from there to who was told,
 * and the direction that was named with it, both no farther than 60 degrees off.
 *
 * A warning lasts expect_s, or until a newer one about the same takes its place, with what the old one
 * has already done.  It was right when somebody is met in what was told, unless they saw him themselves
 * when they were told; wrong when it moved somebody and nobody came by its end.  */
#pragma once

#include "sim/sim-world.h"

/* `unit` has taken in order `number`.  */
void sim_expect_begin (SimWorld *world, size_t unit, uint32_t number);
/* Once a second: right, wrong, over.  */
void sim_expect_step (SimWorld *world);
/* Once a second for a machine that holds its post: turns it toward what is expected.  */
void sim_expect_face (SimWorld *world, size_t unit);
/* The pilot of `unit` has died.  */
void sim_expect_death (SimWorld *world, size_t unit);

/* Was `unit` told of anybody?  */
static inline bool
sim_expects (const SimWorld *world, size_t unit)
{
  return unit < world->n_own && (world->warned >> world->units.group[unit] & 1) != 0;
}

/* How far `target` goes in the time by which `unit` is sooner with it; 0 for who was not expected.  */
float sim_expect_sooner_m (const SimWorld *world, size_t unit, size_t target);
/* Factor of scatter of `unit` that fires at `target`: below 1 out of an ambush on who was expected.  */
float sim_expect_scatter (const SimWorld *world, size_t unit, size_t target);
/* Factor of how far `enemy` makes out `unit`, and of how many of his rounds hit it: below 1 for who stands and
 * expected him.  */
float sim_expect_open_to (const SimWorld *world, size_t unit, size_t enemy);
/* Cover within `reach` of a point against what is expected; the point itself where there is none.  */
BaseVec sim_expect_cover (const SimWorld *world, size_t unit, BaseVec at, float reach);

/* The walk over the warnings; is what was read within its bounds?  */
void sim_expect_walk (BaseCodec *codec, SimWorld *world);
bool sim_expect_bounded (const SimWorld *world);
