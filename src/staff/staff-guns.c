/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under the Legion's guns (design: play, "Legion patterns", "Gun line"): one round to find the range, and 25 s
 * later six where it fell.  Who hears the first has gone by then, and who spots for them is shot at when
 * he is near; nobody is sent across open ground for him, which cost more than the guns do (measured:
 * tests/bench/results/staff.md).  */
#include "staff/staff-private.h"

/* Design values.  */
#define RANGED_S       20.0f /* a round longer ago than this was followed by others */
#define EVADE_AGAIN_S  100.0f
#define AT_ROUND_M     600.0f /* whose machines stand about where it fell */
#define ASIDE_M        300.0f /* out of the next volley ... */
#define GROUND_M       250.0f /* ... into hidden ground near there */
#define SPOTTER_S      45.0f
#define SPOTTER_M      2200.0f /* from where the shells fall: nobody sees farther */
#define SPOTTER_VALUE  1.5f    /* a scout, by what it counts ... */
#define SPOTTER_COUNT  4       /* ... and few of them */
#define SPOTTER_NEAR_M 800.0f  /* from whom he is shot at */
#define SPOTTER_AGAIN_S 60.0f

void
staff_hear_shells (Staff *staff, const SimReport *report)
{
  if (report->words.phrase != SIM_PHRASE_RANGING_ROUND && report->words.phrase != SIM_PHRASE_SHELLED)
    return;
  staff->t_shelled = staff->now;
  staff->shelled = report->words.arguments[0].position;
  staff->shelled_platoon = report->platoon;
}

/* ---- Those who were found -------------------------------------------------------------------- */

/* Across the way to the enemy, on the side that is nearer to the goal.  */
static BaseVec
aside (const Staff *staff, const StaffSituation *situation, BaseVec at, BaseVec enemy)
{
  BaseVec way = base_vec_sub (enemy, at);
  BaseVec across = base_vec_scale (base_vec (-way.y, way.x), ASIDE_M / (base_vec_length (way) + 1));
  BaseVec left = base_vec_add (at, across), right = base_vec_sub (at, across);
  bool is_left =
      base_vec_distance (left, situation->goal) < base_vec_distance (right, situation->goal);

  return staff_best_ground (staff, is_left ? left : right, enemy, GROUND_M, STAFF_GROUND_HIDDEN);
}

/* Where they come from as far as anybody knows: the heaviest near the goal, else away from the base.  */
static BaseVec
enemy_side (const Staff *staff, const StaffSituation *situation)
{
  BaseVec out = base_vec_sub (situation->goal, staff->def.base);

  return situation->main_effort ? situation->main_effort->position
                                : base_vec_add (situation->goal, out);
}

static bool
evade (Staff *staff, const StaffSituation *situation)
{
  SimCommand command = staff_order (SIM_VERB_HOLD);
  const StaffPlatoon *platoon;

  if (staff_since_s (staff->now, staff->t_shelled) > RANGED_S ||
      staff->shelled_platoon >= situation->n_platoons ||
      staff_since_s (staff->now, staff->t_evaded) < EVADE_AGAIN_S)
    return false;
  platoon = &situation->platoons[staff->shelled_platoon];
  if (platoon->fit == 0 || platoon->engaged || staff_is_bait (staff, staff->shelled_platoon) ||
      base_vec_distance (platoon->centre, staff->shelled) > AT_ROUND_M)
    return false;
  staff_address_platoon (&command, staff->shelled_platoon);
  staff_aim (&command, aside (staff, situation, platoon->centre, enemy_side (staff, situation)));
  command.timing = SIM_TIMING_AT_ONCE;
  if (!staff_send_platoons (staff, &command))
    return false;
  staff->t_evaded = staff->now;
  return true;
}

/* ---- Their eyes ------------------------------------------------------------------------------ */

static bool
may_spot (const Staff *staff, const PictureTrack *track)
{
  return staff_track_value (staff, track, staff->now) > 0 &&
         staff_type_value (staff, track->type) <= SPOTTER_VALUE && track->count <= SPOTTER_COUNT &&
         staff_since_s (staff->now, track->t_seen) <= SPOTTER_S;
}

/* The nearest to where the shells fall, or NULL.  */
static const PictureTrack *
likely_spotter (const Staff *staff, const PictureView *view)
{
  const PictureTrack *nearest = NULL;
  float least = SPOTTER_M;

  for (size_t i = 0; i < view->n_tracks; i++) {
    float way = base_vec_distance (view->tracks[i].position, staff->shelled);

    if (way >= least || !may_spot (staff, &view->tracks[i]))
      continue;
    least = way;
    nearest = &view->tracks[i];
  }
  return nearest;
}

/* The platoon nearest to a place that is free to fire, or -1.  */
static int
free_platoon_near (const Staff *staff, const StaffSituation *situation, BaseVec at)
{
  float least = SPOTTER_NEAR_M;
  int nearest = -1;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    float way = base_vec_distance (platoon->centre, at);

    if (platoon->fit == 0 || platoon->engaged || staff_is_bait (staff, i) || way >= least)
      continue;
    least = way;
    nearest = (int) i;
  }
  return nearest;
}

/* One machine is enough for a scout.  */
static bool
put_out_eyes (Staff *staff, const StaffSituation *situation)
{
  const PictureTrack *track;
  SimCommand command = staff_order (SIM_VERB_ATTACK);
  int platoon;

  if (staff_since_s (staff->now, staff->t_shelled) > SPOTTER_S ||
      staff_since_s (staff->now, staff->t_spotter) < SPOTTER_AGAIN_S)
    return false;
  track = likely_spotter (staff, situation->view);
  platoon = track ? free_platoon_near (staff, situation, track->position) : -1;
  if (platoon < 0)
    return false;
  staff_address_unit (&command, situation->view->own[staff_platoon_unit (situation, (size_t) platoon, 0)].id.index);
  staff_aim_at_track (&command, track);
  if (!staff_give (staff, &command))
    return false;
  staff->t_spotter = staff->now;
  return true;
}

bool
staff_answer_guns (Staff *staff, const StaffSituation *situation)
{
  return evade (staff, situation) || put_out_eyes (staff, situation);
}
