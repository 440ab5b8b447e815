/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture read for what a staff officer asks: who is where and able, what threatens whom.  */
#include "staff/staff-private.h"

/* Design values.  */
#define FRESH_S       60.0f   /* a track older than this moves nobody */
#define REACH_M       2000.0f /* a track within this of a platoon threatens it */
#define GOAL_REACH_M  4500.0f /* a track within this of the goal is about the goal */
#define UNKNOWN_VALUE 2.0f
#define FIT_PART      60 /* a gun or legs below this do not fight */

float
staff_since_s (SimTick now, SimTick t)
{
  if (t == SIM_TICK_NEVER)
    return 1e6f;
  return t < now ? (float) (now - t) / SIM_TICKS_PER_SECOND : 0;
}

BaseVec
staff_toward (BaseVec from, BaseVec to, float way_m)
{
  BaseVec way = base_vec_sub (to, from);
  float length = base_vec_length (way);

  if (length <= way_m || length <= 0)
    return to;
  return base_vec_add (from, base_vec_scale (way, way_m / length));
}

float
staff_type_value (const Staff *staff, SimTypeIndex type)
{
  float value = type < STAFF_MAX_TYPES ? staff->def.type_values[type] : 0;

  return value == 0 ? UNKNOWN_VALUE : value;
}

float
staff_track_value (const Staff *staff, const PictureTrack *track, SimTick now)
{
  float value = staff_type_value (staff, track->type);

  if (track->destroyed || track->lost_from_sight || value < 0 ||
      staff_since_s (now, track->t_seen) > FRESH_S)
    return 0;
  return value * (float) track->count;
}

const PictureTrack *
staff_heaviest_track (const Staff *staff, const PictureView *view, BaseVec around, float reach_m,
                      float *sum)
{
  const PictureTrack *heaviest = NULL;
  float most = 0, all = 0;

  for (size_t i = 0; i < view->n_tracks; i++) {
    const PictureTrack *track = &view->tracks[i];
    float value = staff_track_value (staff, track, view->now);

    if (value <= 0 || base_vec_distance (track->position, around) > reach_m)
      continue;
    all += value;
    if (value > most) {
      most = value;
      heaviest = track;
    }
  }
  if (sum)
    *sum = all;
  return heaviest;
}

/* Told twice, or by two: no echo of one pair of eyes.  */
bool
staff_is_confirmed (const PictureTrack *track)
{
  return track->n_sources >= 2 || track->t_seen >= track->t_first + SIM_SECONDS (8);
}

static bool
is_fit (const PictureOwn *own)
{
  return own->parts[SIM_PART_GUN] > FIT_PART && own->parts[SIM_PART_LEGS] > 0 &&
         own->ammunition > 0;
}

static bool
has_live_order (const PictureOwn *own)
{
  return own->order != 0 &&
         (own->order_state == SIM_ORDER_ENTERED || own->order_state == SIM_ORDER_SPOKEN ||
          own->order_state == SIM_ORDER_CUT || own->order_state == SIM_ORDER_HEARD ||
          own->order_state == SIM_ORDER_READ_BACK || own->order_state == SIM_ORDER_WAITING ||
          own->order_state == SIM_ORDER_BEGUN);
}

static void
add_machine (StaffPlatoon *platoon, const PictureOwn *own)
{
  platoon->alive++;
  platoon->fit += is_fit (own);
  platoon->rounds += own->ammunition;
  platoon->centre = base_vec_add (platoon->centre, own->ghost);
  platoon->busy |= has_live_order (own);
  if (own->t_word != SIM_TICK_NEVER && own->t_word > platoon->t_word)
    platoon->t_word = own->t_word;
}

static void
read_platoons (StaffSituation *situation)
{
  unsigned engaged[SIM_MAX_PLATOONS] = {0};

  for (size_t i = 0; i < situation->view->n_own; i++) {
    const PictureOwn *own = &situation->view->own[i];

    if (own->platoon >= situation->n_platoons || own->known_lost)
      continue;
    add_machine (&situation->platoons[own->platoon], own);
    engaged[own->platoon] +=
        own->activity == SIM_ACTIVITY_ENGAGED || own->activity == SIM_ACTIVITY_UNDER_FIRE;
  }
  for (size_t i = 0; i < situation->n_platoons; i++) {
    StaffPlatoon *platoon = &situation->platoons[i];

    if (platoon->alive == 0)
      continue;
    platoon->centre = base_vec_scale (platoon->centre, 1.0f / (float) platoon->alive);
    platoon->engaged = 2 * engaged[i] >= platoon->alive;
  }
}

static BaseVec
squadron_centre (const StaffSituation *situation)
{
  BaseVec sum = {0, 0};

  for (size_t i = 0; i < situation->n_platoons; i++)
    sum = base_vec_add (
        sum, base_vec_scale (situation->platoons[i].centre, (float) situation->platoons[i].alive));
  return situation->alive > 0 ? base_vec_scale (sum, 1.0f / (float) situation->alive) : sum;
}

bool
staff_goal_is_open (const Staff *staff, size_t goal)
{
  const StaffGoal *each = &staff->def.goals[goal];

  return (each->place.x != 0 || each->place.y != 0 || each->radius_m > 0) &&
         staff->goal_state[each->objective] == SIM_OBJECTIVE_OPEN;
}

static void
read_goal (const Staff *staff, StaffSituation *situation)
{
  situation->goal = squadron_centre (situation);
  situation->goal_radius_m = 0;
  for (size_t i = staff->def.n_goals; i-- > 0;) {
    if (!staff_goal_is_open (staff, i))
      continue;
    situation->goal = staff->def.goals[i].place;
    situation->goal_radius_m = staff->def.goals[i].radius_m;
  }
}

static void
count_lost (StaffSituation *situation)
{
  for (size_t i = 0; i < situation->view->n_own; i++) {
    const PictureOwn *own = &situation->view->own[i];

    situation->lost += own->platoon < situation->n_platoons && own->known_lost;
  }
}

void
staff_read_situation (const Staff *staff, const PictureView *view, StaffSituation *situation)
{
  *situation = (StaffSituation) {.view = view, .n_platoons = staff->def.n_platoons};
  read_platoons (situation);
  for (size_t i = 0; i < situation->n_platoons; i++) {
    StaffPlatoon *platoon = &situation->platoons[i];

    situation->alive += platoon->alive;
    situation->fit += platoon->fit;
    platoon->threat =
        staff_heaviest_track (staff, view, platoon->centre, REACH_M, &platoon->threat_value);
  }
  count_lost (situation);
  read_goal (staff, situation);
  situation->main_effort = staff_heaviest_track (staff, view, situation->goal, GOAL_REACH_M,
                                                 &situation->enemy_value);
}

static float
distance_to_enemy (const Staff *staff, const StaffSituation *situation, BaseVec at)
{
  const PictureView *view = situation->view;
  float nearest = 1e6f;

  for (size_t i = 0; i < view->n_tracks; i++) {
    float distance = base_vec_distance (view->tracks[i].position, at);

    if (staff_track_value (staff, &view->tracks[i], view->now) > 0 && distance < nearest)
      nearest = distance;
  }
  return nearest;
}

int
staff_find_reserve (const Staff *staff, const StaffSituation *situation)
{
  int reserve = -1;
  float farthest = 0;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    float distance = distance_to_enemy (staff, situation, platoon->centre);

    if (platoon->fit == 0 || platoon->engaged || platoon->busy || distance <= farthest)
      continue;
    farthest = distance;
    reserve = (int) i;
  }
  return reserve;
}

int
staff_platoon_unit (const StaffSituation *situation, size_t platoon, unsigned n)
{
  for (size_t i = 0; i < situation->view->n_own; i++) {
    const PictureOwn *own = &situation->view->own[i];

    if (own->platoon == platoon && !own->known_lost && n-- == 0)
      return (int) i;
  }
  return -1;
}

float
staff_farthest_m (const StaffSituation *situation, BaseVec place)
{
  float farthest = 0;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    float way = base_vec_distance (situation->platoons[i].centre, place);

    if (situation->platoons[i].alive > 0 && way > farthest)
      farthest = way;
  }
  return farthest;
}

bool
staff_is_asked_elsewhere (const Staff *staff, const StaffSituation *situation, BaseVec around,
                          float reach_m)
{
  const StaffGoal *goals = staff->def.goals;

  for (size_t i = 1; i < staff->def.n_goals; i++)
    if (goals[i].kind == STAFF_GOAL_HOLD && goals[i].weight >= goals[0].weight &&
        goals[i].from == goals[0].from && staff_goal_is_open (staff, i) &&
        base_vec_distance (goals[i].place, situation->goal) > goals[i].radius_m &&
        base_vec_distance (goals[i].place, around) <= reach_m)
      return true;
  return false;
}
