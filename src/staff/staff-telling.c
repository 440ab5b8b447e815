/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who can not see the enemy yet is told of him (design: play, "Telling is an order too").  */
#include "staff/staff-private.h"

/* Design values.  */
#define TELL_FROM_M   700.0f  /* who is nearer sees for himself ... */
#define TELL_TO_M     3000.0f /* ... and who is farther need not know yet */
#define TELL_AGAIN_S  240.0f
#define NEWS_M        900.0f  /* a track this far from what was told is news */
#define QUIET_ORDERS  1       /* telling waits when more was said within a minute */
#define BESIDE_M      250.0f  /* between the posts of two platoons ... */
#define GROUND_M      350.0f  /* ... on ground searched so far around each */
#define AXIS_TOLD_M   6000.0f /* of the way he comes: who is farther has no use for it */

/* Not told of this place lately, out of contact, at a post.  */
static bool
should_hear (const Staff *staff, const StaffSituation *situation, size_t index, BaseVec place)
{
  const StaffPlatoon *platoon = &situation->platoons[index];
  const StaffPlatoonMemory *memory = &staff->platoons[index];
  float way = base_vec_distance (platoon->centre, place);

  return platoon->fit > 0 && !platoon->engaged && !platoon->busy && way > TELL_FROM_M &&
         way < TELL_TO_M &&
         (staff_since_s (staff->now, memory->t_told) > TELL_AGAIN_S ||
          base_vec_distance (memory->told, place) > NEWS_M);
}

static bool
tell (Staff *staff, const SimCommand *command)
{
  if (!staff_give (staff, command))
    return false;
  for (size_t i = 0; i < command->n_addressees; i++) {
    StaffPlatoonMemory *memory = &staff->platoons[command->addressees[i].index];

    memory->t_told = staff->now;
    memory->told = command->target.position;
  }
  return true;
}

/* The gravest near the goal, to all in one order; what one alone has told of once is possible.  */
bool
staff_tell_expect (Staff *staff, const StaffSituation *situation)
{
  const PictureTrack *track = situation->main_effort;
  SimCommand command = staff_order (SIM_VERB_EXPECT);

  if (!track || staff_given_in_a_minute (staff) > QUIET_ORDERS)
    return false;
  for (size_t i = 0; i < situation->n_platoons; i++)
    if (should_hear (staff, situation, i, track->position))
      staff_address_platoon (&command, i);
  staff_aim_at_track (&command, track);
  command.possible = !staff_is_confirmed (track);
  return tell (staff, &command);
}

/* ---- The axis, when it is known -------------------------------------------------------------- */

/* All are told at once where the weight will come from.  */
static bool
tell_axis (Staff *staff, const StaffSituation *situation)
{
  SimCommand command = staff_order (SIM_VERB_EXPECT);

  for (size_t i = 0; i < situation->n_platoons; i++)
    if (situation->platoons[i].alive > 0 &&
        base_vec_distance (situation->platoons[i].centre, staff->def.axis) < AXIS_TOLD_M)
      staff_address_platoon (&command, i);
  staff_aim (&command, staff->def.axis);
  return tell (staff, &command);
}

/* Beside one another across the way they come by, each on the best ground there.  */
BaseVec
staff_axis_post (const Staff *staff, const StaffSituation *situation, size_t platoon)
{
  BaseVec way = base_vec_sub (staff->def.axis, situation->goal);
  float length = base_vec_length (way) + 1;
  float aside = ((float) platoon - 0.5f * (float) (situation->n_platoons - 1)) * BESIDE_M;
  BaseVec across = base_vec_scale (base_vec (-way.y, way.x), aside / length);

  return staff_best_ground (staff, base_vec_add (situation->goal, across), staff->def.axis, GROUND_M,
                            STAFF_GROUND_OPEN);
}

bool
staff_meet_axis (Staff *staff, const StaffSituation *situation)
{
  if (!staff->def.knows_axis || staff->axis_told)
    return false;
  staff->axis_told = 1;
  return tell_axis (staff, situation);
}
