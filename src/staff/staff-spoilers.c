/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bad handlers, for tests: orders can do harm, and the measures must show it.  */
#include "staff/staff-private.h"

#define BAIT_WAY_M   1500.0f
#define BAIT_PAUSE_S 60.0f

static const PictureTrack *
oldest_track (const PictureView *view)
{
  const PictureTrack *oldest = NULL;

  for (size_t i = 0; i < view->n_tracks; i++) {
    if (!view->tracks[i].destroyed && (!oldest || view->tracks[i].t_seen < oldest->t_seen))
      oldest = &view->tracks[i];
  }
  return oldest;
}

/* The platoon that was moved longest ago is moved again.  */
static int
next_platoon (const Staff *staff, const StaffSituation *situation)
{
  int next = -1;
  float longest = -1;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    float since = staff_since_s (staff->now, staff->platoons[i].t_sent);

    if (situation->platoons[i].alive > 0 && since > longest) {
      longest = since;
      next = (int) i;
    }
  }
  return next;
}

/* Sends one platoon after another, roundabout, to where an enemy was longest ago.  */
bool
staff_meddle (Staff *staff, const StaffSituation *situation)
{
  const PictureTrack *track = oldest_track (situation->view);
  int platoon = next_platoon (staff, situation);
  SimCommand command = staff_order (SIM_VERB_MOVE);
  BaseVec from, to, aside;

  if (!track || platoon < 0)
    return false;
  from = situation->platoons[platoon].centre;
  to = track->position;
  aside = base_vec_scale (base_vec (to.y - from.y, from.x - to.x), 0.3f);
  command.posture = SIM_POSTURE_FAST;
  staff_address_platoon (&command, (size_t) platoon);
  staff_go_via (&command,
                base_vec_add (staff_toward (from, to, 300), base_vec_scale (aside, 0.5f)));
  staff_go_via (&command, base_vec_add (staff_toward (from, to, 800), aside));
  staff_aim (&command, to);
  return staff_send_platoons (staff, &command);
}

/* The platoon nearest to a place, or -1.  */
static int
nearest_platoon (const StaffSituation *situation, BaseVec place)
{
  float least = 1e9f;
  int nearest = -1;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    float way = base_vec_distance (situation->platoons[i].centre, place);

    if (situation->platoons[i].alive == 0 || way >= least)
      continue;
    least = way;
    nearest = (int) i;
  }
  return nearest;
}

bool
staff_is_bait (const Staff *staff, size_t platoon)
{
  return staff->bait > 0 && platoon == staff->bait - 1u;
}

/* One platoon, the same as long as any of it lives, is thrown at the enemy to draw him: the nearest.  */
bool
staff_spend (Staff *staff, const StaffSituation *situation)
{
  const PictureTrack *track =
      staff_heaviest_track (staff, situation->view, base_vec (0, 0), STAFF_ANY_REACH_M, NULL);
  SimCommand command = staff_order (SIM_VERB_ATTACK);
  int bait = staff->bait - 1;

  if (!track)
    return false;
  if (bait < 0 || situation->platoons[bait].alive == 0)
    bait = nearest_platoon (situation, track->position);
  if (bait < 0)
    return false;
  staff->bait = (uint8_t) (bait + 1);
  if (staff_since_s (staff->now, staff->platoons[bait].t_sent) < BAIT_PAUSE_S)
    return false;
  command.posture = SIM_POSTURE_FAST;
  staff_address_platoon (&command, (size_t) bait);
  staff_aim_at_track (&command, track);
  return staff_send_platoons (staff, &command);
}
