/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good staff officer adds (design: play, "Staff officers").  */
#include "staff/staff-private.h"

/* Design values.  */
#define LEAVE_TASK      0.6f  /* share of the task that may be left with */
#define LEAVE_LOST      0.45f /* machines lost: with a third of the pilots dead, f is near 0.2 */
#define LEAVE_ODDS      1.3f  /* of the enemy near the goal against those left */
#define SCOUT_BEFORE_S  90.0f /* later the axis shows itself */
#define SCOUT_WAY_M     2200.0f
#define SCOUT_DONE_S    45.0f
#define RESERVE_PAUSE_S 90.0f
#define FLANK_M         450.0f /* beside the one that is pressed */
#define HELP_M          4000.0f
#define HELP_PAUSE_S    100.0f
#define RELIEVE_ROUNDS  20.0f /* a machine: half of what it carries */
#define FULL_ROUNDS     30.0f
#define RELIEF_M        900.0f

static float
own_value (unsigned machines)
{
  return STAFF_OWN_VALUE * (float) machines;
}

static float
rounds_each (const StaffPlatoon *platoon)
{
  return platoon->alive > 0 ? (float) platoon->rounds / (float) platoon->alive : 0;
}

/* ---- Leaving --------------------------------------------------------------------------------- */

static bool
should_leave (const StaffSituation *situation)
{
  float started = (float) (situation->alive + situation->lost);

  return situation->task >= LEAVE_TASK && situation->task < 0.95f && situation->alive > 0 &&
         (float) situation->lost >= LEAVE_LOST * started &&
         situation->enemy_value > LEAVE_ODDS * own_value (situation->alive);
}

bool
staff_leave (Staff *staff, const StaffSituation *situation)
{
  SimCommand command = staff_order (SIM_VERB_FALL_BACK);

  if (!staff->leaving && !should_leave (situation))
    return false;
  staff->leaving = 1;
  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];

    if (platoon->alive > 0 && base_vec_distance (platoon->centre, staff->def.base) > RELIEF_M)
      staff_address_platoon (&command, i);
  }
  staff_aim (&command, staff->def.base);
  return staff_give (staff, &command);
}

/* ---- Scouting -------------------------------------------------------------------------------- */

static BaseVec
likely_axis (const Staff *staff, const StaffSituation *situation)
{
  const PictureView *view = situation->view;
  const PictureTrack *likely = NULL;

  for (size_t i = 0; i < view->n_tracks; i++) {
    if (!view->tracks[i].destroyed && (!likely || view->tracks[i].count > likely->count))
      likely = &view->tracks[i];
  }
  if (likely)
    return likely->position;
  /* Nothing is known: the side of the goal that is away from home.  */
  return base_vec_add (situation->goal, base_vec_sub (situation->goal, staff->def.base));
}

static bool
send_scout (Staff *staff, const StaffSituation *situation)
{
  int reserve = staff_find_reserve (staff, situation);
  int unit = reserve < 0 ? -1 : staff_platoon_unit (situation, (size_t) reserve, 1);
  SimCommand command = staff_order (SIM_VERB_SCOUT);
  BaseVec axis = likely_axis (staff, situation);
  float way = 0.5f * base_vec_distance (situation->goal, axis);

  if (unit < 0 || situation->main_effort ||
      (float) staff->now > SCOUT_BEFORE_S * SIM_TICKS_PER_SECOND)
    return false;
  command.posture = SIM_POSTURE_CAREFUL;
  staff_address_unit (&command, situation->view->own[unit].id.index);
  staff_aim (&command, staff_toward (situation->goal, axis, way < SCOUT_WAY_M ? way : SCOUT_WAY_M));
  if (!staff_give (staff, &command))
    return false;
  staff->scouted = 1;
  staff->scout = (uint32_t) unit;
  return true;
}

/* Seen enough: home to the others before it is caught.  */
static bool
call_scout_back (Staff *staff, const StaffSituation *situation)
{
  const PictureOwn *scout = &situation->view->own[staff->scout];
  SimCommand command = staff_order (SIM_VERB_FALL_BACK);

  if (scout->known_lost) {
    staff->scout_back = 1;
    return false;
  }
  if (!situation->main_effort && scout->activity != SIM_ACTIVITY_UNDER_FIRE)
    return false;
  staff_address_unit (&command, scout->id.index);
  staff_aim (&command, situation->goal);
  if (!staff_give (staff, &command))
    return false;
  staff->scout_back = 1;
  return true;
}

bool
staff_scout_ahead (Staff *staff, const StaffSituation *situation)
{
  if (!staff->scouted)
    return send_scout (staff, situation);
  return !staff->scout_back && call_scout_back (staff, situation);
}

/* ---- The reserve ----------------------------------------------------------------------------- */

/* A place from which the enemy that comes for the goal shows his side.  */
static BaseVec
flanking_place (BaseVec goal, BaseVec enemy, BaseVec from)
{
  BaseVec front = staff_toward (goal, enemy, 300);
  BaseVec way = base_vec_sub (enemy, goal);
  float length = base_vec_length (way);
  BaseVec across;

  if (length < 1)
    return goal;
  across = base_vec_scale (base_vec (way.y, -way.x), FLANK_M / length);
  if (base_vec_dot (across, base_vec_sub (from, goal)) < 0)
    across = base_vec_scale (across, -1);
  return base_vec_add (front, across);
}

bool
staff_reserve_on_second_report (Staff *staff, const StaffSituation *situation)
{
  const PictureTrack *track = situation->main_effort;
  int reserve = staff_find_reserve (staff, situation);
  SimCommand command = staff_order (SIM_VERB_HOLD);
  BaseVec place;

  if (!track || reserve < 0 || situation->n_platoons < 2 || !staff_is_confirmed (track) ||
      staff_since_s (staff->now, staff->t_reserve) < RESERVE_PAUSE_S)
    return false;
  place = flanking_place (situation->goal, track->position, situation->platoons[reserve].centre);
  if (base_vec_distance (place, situation->platoons[reserve].centre) < FLANK_M)
    return false;
  staff_address_platoon (&command, (size_t) reserve);
  staff_aim (&command, place);
  if (!staff_send_platoon (staff, (size_t) reserve, &command))
    return false;
  staff->t_reserve = staff->now;
  return true;
}

/* ---- Concentration --------------------------------------------------------------------------- */

/* The platoon with the worst odds, if they are bad; -1.  */
static int
find_pressed (const StaffSituation *situation)
{
  int pressed = -1;
  float worst = 0.8f;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    float odds;

    if (platoon->fit == 0 || !platoon->threat)
      continue;
    odds = platoon->threat_value / own_value (platoon->fit);
    if (odds > worst) {
      worst = odds;
      pressed = (int) i;
    }
  }
  return pressed;
}

static int
find_helper (const Staff *staff, const StaffSituation *situation, size_t pressed)
{
  int helper = -1;
  float nearest = HELP_M;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    float distance = base_vec_distance (platoon->centre, situation->platoons[pressed].centre);

    if (i == pressed || platoon->fit == 0 || platoon->engaged || platoon->busy ||
        platoon->threat_value > 0 || distance < 1.5f * FLANK_M || distance >= nearest ||
        staff_since_s (staff->now, staff->platoons[i].t_sent) < HELP_PAUSE_S)
      continue;
    nearest = distance;
    helper = (int) i;
  }
  return helper;
}

/* Two platoons on the main effort, the second beside the first, where the enemy shows his side. */
bool
staff_concentrate (Staff *staff, const StaffSituation *situation)
{
  int pressed = find_pressed (situation);
  int helper = pressed < 0 ? -1 : find_helper (staff, situation, (size_t) pressed);
  SimCommand command = staff_order (SIM_VERB_HOLD);

  if (helper < 0)
    return false;
  staff_address_platoon (&command, (size_t) helper);
  staff_aim (&command, flanking_place (situation->platoons[pressed].centre,
                                       situation->platoons[pressed].threat->position,
                                       situation->platoons[helper].centre));
  return staff_send_platoon (staff, (size_t) helper, &command);
}

/* ---- Relief ---------------------------------------------------------------------------------- */

/* A platoon at half its rounds, in contact, and a fresh one out of it: the fresh one goes there
 * first; the other goes behind it when the relief has arrived.  */
static bool
needs_relief (const StaffPlatoon *platoon)
{
  return platoon->alive > 0 && platoon->threat && rounds_each (platoon) < RELIEVE_ROUNDS;
}

static int
find_relief (const StaffSituation *situation, size_t tired)
{
  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];

    if (i != tired && platoon->fit > 0 && !platoon->engaged && !platoon->busy &&
        rounds_each (platoon) > FULL_ROUNDS)
      return (int) i;
  }
  return -1;
}

static bool
relieve (Staff *staff, const StaffSituation *situation, size_t tired, size_t fresh)
{
  BaseVec place = situation->platoons[tired].centre;
  bool arrived = base_vec_distance (place, situation->platoons[fresh].centre) < RELIEF_M;
  SimCommand command = staff_order (arrived ? SIM_VERB_FALL_BACK : SIM_VERB_HOLD);
  size_t who = arrived ? tired : fresh;

  if (staff_since_s (staff->now, staff->platoons[who].t_sent) < HELP_PAUSE_S)
    return false;
  staff_address_platoon (&command, who);
  staff_aim (&command, arrived ? staff_toward (place, staff->def.base, RELIEF_M) : place);
  return staff_send_platoon (staff, who, &command);
}

bool
staff_relieve (Staff *staff, const StaffSituation *situation)
{
  for (size_t i = 0; i < situation->n_platoons; i++) {
    int fresh = needs_relief (&situation->platoons[i]) ? find_relief (situation, i) : -1;

    if (fresh >= 0 && relieve (staff, situation, i, (size_t) fresh))
      return true;
  }
  return false;
}
