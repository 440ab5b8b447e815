/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People first: who is on foot is fetched.  */
#include "staff/staff-private.h"

/* Design values.  */
#define RESCUE_FROM_M    1800.0f /* nobody is sent for somebody farther off */
#define DANGER_M         1200.0f /* enemies this near to him ... */
#define DANGER_VALUE     3.0f    /* ... of this value keep everybody away */
#define RESCUE_AGAIN_S   100.0f
#define SCAVENGER_FAVOUR 0.6f /* a Scavenger's way counts so much: it brings him home */

/* Value of what is freshly known within so many metres of a place.  */
static float
danger_at (const Staff *staff, const StaffSituation *situation, BaseVec at, float within)
{
  const PictureView *view = situation->view;
  float value = 0;

  for (size_t i = 0; i < view->n_tracks; i++) {
    if (base_vec_distance (view->tracks[i].position, at) <= within)
      value += staff_track_value (staff, &view->tracks[i], view->now);
  }
  return value;
}

/* ---- Rescue -------------------------------------------------------------------------------- */

static bool
waits_for_help (const Staff *staff, const StaffSituation *situation, size_t index)
{
  const PictureOwn *own = &situation->view->own[index];

  return own->known_lost && own->person == SIM_PERSON_DOWN && !staff->fetched[index] &&
         staff_since_s (staff->now, staff->t_rescue[index]) > RESCUE_AGAIN_S &&
         danger_at (staff, situation, own->ghost, DANGER_M) < DANGER_VALUE;
}

static bool
may_fetch (const PictureOwn *own)
{
  return !own->known_lost && own->parts[SIM_PART_LEGS] > 0 &&
         own->activity != SIM_ACTIVITY_ENGAGED && own->activity != SIM_ACTIVITY_UNDER_FIRE &&
         own->activity != SIM_ACTIVITY_DISABLED && own->order_verb != SIM_VERB_RESCUE;
}

/* The nearest that is free, or -1; a Scavenger rather than somebody who fights.  */
static int
find_rescuer (const StaffSituation *situation, BaseVec at)
{
  float nearest = RESCUE_FROM_M;
  int rescuer = -1;

  for (size_t i = 0; i < situation->view->n_own; i++) {
    const PictureOwn *own = &situation->view->own[i];
    float way = base_vec_distance (own->ghost, at);

    if (own->platoon == SIM_SUPPLY_PLATOON)
      way *= SCAVENGER_FAVOUR;
    if (!may_fetch (own) || way >= nearest)
      continue;
    nearest = way;
    rescuer = (int) i;
  }
  return rescuer;
}

bool
staff_rescue (Staff *staff, const StaffSituation *situation)
{
  const PictureView *view = situation->view;

  for (size_t i = 0; i < view->n_own; i++) {
    SimCommand command = staff_order (SIM_VERB_RESCUE);
    int rescuer;

    if (!waits_for_help (staff, situation, i))
      continue;
    rescuer = find_rescuer (situation, view->own[i].ghost);
    if (rescuer < 0)
      continue;
    staff_address_unit (&command, view->own[rescuer].id.index);
    staff_aim_at_own (&command, SIM_TARGET_UNIT, view->own[i].id.index, view->own[i].ghost);
    if (!staff_give (staff, &command))
      continue;
    staff->t_rescue[i] = staff->now;
    return true;
  }
  return false;
}
