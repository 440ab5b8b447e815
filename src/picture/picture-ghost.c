/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dead reckoning: where an own machine should be by now.
 *
 * On an order that has begun it follows the route of the order; otherwise a moving machine goes
 * on along its last heading for a while.  The error grows with age, faster for what moves.  */
#include "picture/picture-private.h"

/* Design values: speed when none was told; a straight run is believed no longer; shares of speed
 * and creep a second that the error grows by; how near "in position" is.  */
#define USUAL_SPEED_MPS   9.0f
#define STRAIGHT_RUN_S    90.0f
#define ERROR_SPEED_SHARE 0.35f
#define ERROR_CREEP_MPS   0.3f
#define IN_POSITION_M     80.0f

#define MAX_ROUTE (SIM_MAX_VIA + 2)

static bool
is_moving (const PictureOwn *own)
{
  return own->activity == SIM_ACTIVITY_MOVING || own->activity == SIM_ACTIVITY_SCOUTING ||
         own->activity == SIM_ACTIVITY_ATTACKING || own->activity == SIM_ACTIVITY_FALLING_BACK;
}

static bool
has_goal (const PictureOwn *own)
{
  return own->order != 0 && own->order_target.kind != SIM_TARGET_NONE &&
         own->order_verb != SIM_VERB_REPORT;
}

/* The point of the leg a-b that is nearest to p.  */
static BaseVec
nearest_on_leg (BaseVec a, BaseVec b, BaseVec p)
{
  BaseVec leg = base_vec_sub (b, a);
  float length_squared = base_vec_dot (leg, leg);
  float share = length_squared > 0
                    ? base_clampf (base_vec_dot (base_vec_sub (p, a), leg) / length_squared, 0, 1)
                    : 0;

  return base_vec_add (a, base_vec_scale (leg, share));
}

/* Start, vias and target of the order in `route`; how many points.  */
static size_t
collect_route (const PictureOwnState *own, BaseVec route[MAX_ROUTE])
{
  size_t n = 0;

  route[n++] = own->order_from;
  for (size_t i = 0; i < own->n_via; i++)
    route[n++] = own->via[i];
  route[n++] = own->shown.order_target.position;
  return n;
}

/* The leg that p lies on, best guess; the later of equals, since it moves on.  */
static size_t
leg_at (const BaseVec *route, size_t n, BaseVec p)
{
  size_t best = 0;
  float best_distance = 0;

  for (size_t i = 0; i + 1 < n; i++) {
    float distance = base_vec_distance_squared (p, nearest_on_leg (route[i], route[i + 1], p));

    if (i == 0 || distance <= best_distance) {
      best = i;
      best_distance = distance;
    }
  }
  return best;
}

/* Goes `way` metres from `at` along the route.  */
static BaseVec
walk_route (const PictureOwnState *own, BaseVec at, float way)
{
  BaseVec route[MAX_ROUTE];
  size_t n = collect_route (own, route);

  for (size_t i = leg_at (route, n, at) + 1; i < n; i++) {
    float leg = base_vec_distance (at, route[i]);

    if (leg > way)
      return base_vec_add (at, base_vec_scale (base_vec_sub (route[i], at), way / leg));
    way -= leg;
    at = route[i];
  }
  return at;
}

static BaseVec
run_straight (const PictureOwn *own, float age_s)
{
  float way = own->speed_mps * (age_s < STRAIGHT_RUN_S ? age_s : STRAIGHT_RUN_S);

  return base_vec_add (own->fix, base_vec_scale (base_direction_deg (own->heading_deg), way));
}

/* On its way under an order: from the last fix, or from where the order began if that is later. */
static BaseVec
follow_order (const PictureOwnState *own, SimTick now)
{
  const PictureOwn *shown = &own->shown;
  bool fixed_since = shown->t_fix >= own->t_order;
  BaseVec from = fixed_since ? shown->fix : own->order_from;
  SimTick since = fixed_since ? shown->t_fix : own->t_order;
  float speed = fixed_since && shown->speed_mps > 1.0f ? shown->speed_mps : USUAL_SPEED_MPS;

  return walk_route (own, from, speed * picture_age_s (now, since));
}

static float
ghost_error (const PictureOwn *own, float age_s, bool moving)
{
  float speed = own->speed_mps > 1.0f ? own->speed_mps : USUAL_SPEED_MPS;
  float growth = moving ? ERROR_SPEED_SHARE * speed + ERROR_CREEP_MPS : ERROR_CREEP_MPS;
  float error = own->fix_error_m;

  return (float) base_sqrt (error * error + growth * growth * age_s * age_s);
}

BaseVec
picture_own_ghost (const Picture *picture, const PictureOwnState *own, SimTick now, float *error_m)
{
  const PictureOwn *shown = &own->shown;
  float age = picture_age_s (now, shown->t_fix);
  bool moving = is_moving (shown) && !shown->known_lost;
  BaseVec ghost = shown->fix;

  *error_m = ghost_error (shown, shown->known_lost ? 0 : age, moving);
  if (shown->known_lost)
    return ghost;
  if (has_goal (shown) && shown->order_state == SIM_ORDER_DONE && own->t_order > shown->t_fix) {
    *error_m = picture_maxf (shown->order_target.precise_m, IN_POSITION_M) +
               ERROR_CREEP_MPS * picture_age_s (now, own->t_order);
    ghost = shown->order_target.position;
  } else if (moving && has_goal (shown) && shown->order_state == SIM_ORDER_BEGUN) {
    ghost = follow_order (own, now);
  } else if (moving) {
    ghost = run_straight (shown, age);
  }
  return picture_clamp (picture, ghost);
}
