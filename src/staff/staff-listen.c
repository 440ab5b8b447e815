/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who hears the Legion listens, and those who stand where its weight is heard are told of it before anybody has
 * seen it (design: play, "Hearing and strain", "Telling is an order too").
 *
 * Two bearings of one voice make a place.  One alone makes a way, which serves as well from where the
 * objective is: whoever is to be told stands there, and it is they who must look that way.  Listening
 * again, or posting platoons across the way, was measured: tests/bench/results/staff.md.  */
#include "staff/staff-private.h"

/* Design values.  */
#define NEAR_GOAL_M   1500.0f /* bearings from farther off point past the goal */
#define OLD_S         240.0f
#define MOST_MAJOR_M  1200.0f /* of a crossing: a worse one is no place */
#define ALONG_M       2000.0f /* of a bearing alone: about where they come into sight */
#define LEAST_SIZE    SIM_SIZE_GROUP /* a few are scouts */

/* ---- What was heard -------------------------------------------------------------------------- */

static bool
is_heavy_and_fresh (const Staff *staff, uint8_t size, SimTick t_sensed)
{
  return size >= LEAST_SIZE && staff_since_s (staff->now, t_sensed) <= OLD_S;
}

/* The largest voice, the latest of equals; NULL: none from near the goal.  */
static const PictureBearing *
heaviest_bearing (const Staff *staff, const StaffSituation *situation)
{
  const PictureView *view = situation->view;
  const PictureBearing *heaviest = NULL;

  for (size_t i = 0; i < view->n_bearings; i++) {
    const PictureBearing *each = &view->bearings[i];

    if (each->silent || !is_heavy_and_fresh (staff, each->size, each->t_sensed) ||
        base_vec_distance (each->place, situation->goal) > NEAR_GOAL_M)
      continue;
    if (!heaviest || each->size > heaviest->size ||
        (each->size == heaviest->size && each->t_sensed > heaviest->t_sensed))
      heaviest = each;
  }
  return heaviest;
}

static const PictureCross *
heaviest_cross (const Staff *staff, const PictureView *view)
{
  const PictureCross *heaviest = NULL;

  for (size_t i = 0; i < view->n_crosses; i++) {
    const PictureCross *each = &view->crosses[i];

    if (is_heavy_and_fresh (staff, each->size, each->t_sensed) && each->major_m <= MOST_MAJOR_M &&
        (!heaviest || each->size > heaviest->size))
      heaviest = each;
  }
  return heaviest;
}

/* Where they are to be expected; false: nothing heavy was heard.  */
static bool
heard_place (const Staff *staff, const StaffSituation *situation, BaseVec *place)
{
  const PictureCross *cross = heaviest_cross (staff, situation->view);
  const PictureBearing *bearing = heaviest_bearing (staff, situation);

  if (cross)
    *place = cross->position;
  else if (bearing)
    *place = base_vec_add (bearing->place,
                           base_vec_scale (base_direction_deg (bearing->bearing_deg), ALONG_M));
  return cross || bearing;
}

/* ---- Listening ----------------------------------------------------------------------------- */

/* Who told of a voice last, or NULL.  */
static const PictureOwn *
hearer (const PictureView *view)
{
  return view->n_bearings > 0 ? picture_view_own (view, view->bearings[view->n_bearings - 1].from)
                              : NULL;
}

/* Once, at the goal and in peace: who listens halts and holds fire.  */
static bool
order_to_listen (Staff *staff, const StaffSituation *situation)
{
  const PictureOwn *own = hearer (situation->view);
  SimCommand command = staff_order (SIM_VERB_LISTEN);
  const StaffPlatoon *platoon;

  if (staff->t_listened != SIM_TICK_NEVER || !own || own->known_lost ||
      own->platoon >= situation->n_platoons ||
      base_vec_distance (own->ghost, situation->goal) > NEAR_GOAL_M)
    return false;
  platoon = &situation->platoons[own->platoon];
  if (platoon->engaged || platoon->busy || platoon->threat)
    return false;
  staff_address_unit (&command, own->id.index);
  if (!staff_give (staff, &command))
    return false;
  staff->t_listened = staff->now;
  return true;
}

/* What was heard is possible, and only as long as nobody sees any of them near the goal.  */
static bool
tell_of_heard (Staff *staff, const StaffSituation *situation)
{
  SimCommand command = staff_order (SIM_VERB_EXPECT);
  BaseVec place;

  if (situation->enemy_value > 0 || !heard_place (staff, situation, &place))
    return false;
  staff_aim (&command, place);
  command.possible = true;
  return staff_tell (staff, situation, &command);
}

/* Who was told by which axis they come has nothing to find out.  */
bool
staff_listen (Staff *staff, const StaffSituation *situation)
{
  if (staff->def.knows_axis)
    return false;
  return order_to_listen (staff, situation) || tell_of_heard (staff, situation);
}
