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

bool
staff_tell (Staff *staff, const StaffSituation *situation, SimCommand *command)
{
  if (staff_given_in_a_minute (staff) > QUIET_ORDERS)
    return false;
  for (size_t i = 0; i < situation->n_platoons; i++)
    if (should_hear (staff, situation, i, command->target.position))
      staff_address_platoon (command, i);
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

  if (!track)
    return false;
  staff_aim_at_track (&command, track);
  command.possible = !staff_is_confirmed (track);
  return staff_tell (staff, situation, &command);
}

/* ---- The axis, when it is known -------------------------------------------------------------- */

/* Beside one another across the way they come by, each on the best ground there.  Nobody is told of the way:
 * who expects somebody there all the time is worse off than who waits for a track (measured).  */
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
