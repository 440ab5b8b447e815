/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posts with rules of fire.
 *
 * Overwatch: who is told so goes to ground near the place, at the point from which he sees farthest
 * toward the enemy (the direction that the order names; else where his platoon last knew somebody;
 * else away from the base), and stays there until told otherwise.  He lets pass what threatens nobody:
 * he fires on what shoots, on what comes near friends, on what comes within his own reach and on
 * whoever fires at him, and goes after nobody.
 *
 * Ambush: they go hidden into cover by the place, where the ground before it shows, lie still and hold
 * their fire until one of them has somebody before his gun who is near and whom it would pierce (or
 * very near), or until one is fired at.  Then all fire together, the order is done, and they hold where
 * they lie.  */
#include "sim/sim-watch.h"

#include "base/base-math.h"
#include "sim/sim-footing.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-weapons.h"

#define POINT_M 1000.0f     /* how far off the point is that stands for a direction */
#define APART_M 40.0f       /* those who share an order do not lie nearer to one another */
#define N_RINGS 3
#define N_SPOKES 12
#define VIEW_DEG 15.0f      /* between the five lines along which a view is measured */
#define VIEW_STEPS 6
#define VIEW_M 1800.0f      /* of overwatch */
#define VIEW_HEIGHT_M 2.0f
#define SHELTER_WORTH 0.15f /* of a whole view; in an ambush it goes before all */
#define WAY_COST 0.1f       /* for the farthest point of the search */
#define SHOOTS_S 5
#define FIRED_ON_S 8
#define KNOWN_S 300
#define FOUND_S 2
#define POINT_BLANK 0.4f    /* of an ambush's range: nobody is let come nearer */

/* ---- Toward the enemy ------------------------------------------------------------------------ */

/* What the platoon saw last.  */
static bool
last_known (const SimWorld *world, const SimPlatoon *platoon, BaseVec *place)
{
  SimTick latest = 0;

  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];

    if (each->number == 0 || each->last_seen <= latest || !sim_within (world, each->last_seen, KNOWN_S))
      continue;
    latest = each->last_seen;
    *place = each->position;
  }
  return latest != 0;
}

/* ... or heard of on the net.  */
static bool
last_heard (const SimWorld *world, const SimPlatoon *platoon, BaseVec *place)
{
  SimTick latest = 0;

  for (int i = 0; i < SIM_MAX_HEARD; i++) {
    const SimHeard *each = &platoon->heard[i];

    if (each->tick <= latest || !sim_within (world, each->tick, KNOWN_S))
      continue;
    latest = each->tick;
    *place = each->position;
  }
  return latest != 0;
}

static BaseVec
unit_vector (BaseVec way)
{
  float length = base_vec_length (way);

  return length < 1 ? base_vec (0, 1) : base_vec_scale (way, 1 / length);
}

static BaseVec
enemy_side (const SimWorld *world, size_t unit, const SimCommand *command, BaseVec at)
{
  const SimPlatoon *platoon = &world->platoons[world->units.group[unit]];
  BaseVec place = at;

  if (command->facing_deg >= 0)
    return base_direction_deg (command->facing_deg);
  if (last_known (world, platoon, &place) || last_heard (world, platoon, &place))
    return unit_vector (base_vec_sub (place, at));
  return unit_vector (base_vec_sub (at, world->base));
}

int
sim_watch_direction (const SimWorld *world, size_t unit)
{
  return sim_direction_of_eight (
      sim_unit_position (world, unit),
      base_vec (world->units.scope_x[unit], world->units.scope_y[unit]));
}

/* ---- Where to lie ---------------------------------------------------------------------------- */

static BaseVec
turned (BaseVec way, float degrees)
{
  BaseVec by = base_direction_deg (degrees);

  return base_vec (way.x * by.y + way.y * by.x, way.y * by.y - way.x * by.x);
}

/* What a post is looked for by.  */
typedef struct {
  BaseVec way;   /* toward the enemy, of length one */
  float view_m;  /* so far it is to show */
  float shelter; /* what shelter is worth, of a whole view */
} Wish;

/* Share of the ground before it, 0..1, that shows from a point.  */
static float
view_from (const SimWorld *world, size_t unit, BaseVec spot, const Wish *wish)
{
  float eyes = sim_unit_type (world, unit)->height_m, seen = 0, all = 0;

  for (int line = -2; line <= 2; line++)
    for (int step = 1; step <= VIEW_STEPS; step++) {
      BaseVec ahead = turned (wish->way, (float) line * VIEW_DEG);
      float off = wish->view_m * (float) step / VIEW_STEPS;
      BaseVec there = base_vec_add (spot, base_vec_scale (ahead, off));

      all += 1;
      seen += sim_terrain_line_of_sight (world->ground, spot, eyes,
                                         sim_terrain_on_map (world->ground, there, 1), VIEW_HEIGHT_M)
                  ? 1
                  : 0;
    }
  return seen / all;
}

/* Does another one of the platoon on the same order go there already?  */
static bool
is_taken (const SimWorld *world, size_t unit, BaseVec spot)
{
  const SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);

  for (size_t k = 0; k < n_members; k++) {
    uint32_t i = members[k];

    if (i != unit && u->alive[i] && u->order[i] == u->order[unit] &&
        base_vec_distance (base_vec (u->post_x[i], u->post_y[i]), spot) < APART_M)
      return true;
  }
  return false;
}

static bool
can_stand (const SimWorld *world, size_t unit, BaseVec spot)
{
  return sim_terrain_going (sim_terrain_cover (world->ground, spot),
                            sim_unit_mobility (world, unit)) > 0.3f;
}

static float
worth_of (const SimWorld *world, size_t unit, BaseVec spot, const Wish *wish)
{
  SimCover cover = sim_terrain_cover (world->ground, spot);

  if (!can_stand (world, unit, spot) || is_taken (world, unit, spot))
    return -1;
  return view_from (world, unit, spot, wish) + (sim_terrain_shelters (cover) ? wish->shelter : 0);
}

/* The point itself and rings around it.  */
static BaseVec
post_near (const SimWorld *world, size_t unit, BaseVec at, const Wish *wish)
{
  BaseVec best = at;
  float most = worth_of (world, unit, at, wish);

  for (int ring = 1; ring <= N_RINGS; ring++)
    for (int spoke = 0; spoke < N_SPOKES; spoke++) {
      float share = (float) ring / N_RINGS;
      BaseVec off = base_vec_scale (base_direction_deg ((float) spoke * 360 / N_SPOKES),
                                    share * world->rules.overwatch_search_m);
      BaseVec spot = sim_terrain_on_map (world->ground, base_vec_add (at, off), 1);
      float worth = worth_of (world, unit, spot, wish) - WAY_COST * share;

      if (worth > most) {
        most = worth;
        best = spot;
      }
    }
  return best;
}

BaseVec
sim_watch_begin (SimWorld *world, size_t unit, const SimCommand *command, BaseVec at)
{
  SimUnits *u = &world->units;
  Wish wish = {enemy_side (world, unit, command, at), VIEW_M, SHELTER_WORTH};
  BaseVec point = base_vec_add (at, base_vec_scale (wish.way, POINT_M));

  at = sim_terrain_on_map (world->ground, at, 1);
  u->scope_x[unit] = point.x;
  u->scope_y[unit] = point.y;
  u->work_s[unit] = 0;
  if (command->verb == SIM_VERB_AMBUSH) {
    u->posture[unit] = SIM_POSTURE_HIDDEN;
    wish.view_m = world->rules.ambush_range_m;
    wish.shelter = 1;
  }
  return post_near (world, unit, at, &wish);
}

/* ---- At the post ----------------------------------------------------------------------------- */

static bool
lies (const SimWorld *world, size_t unit)
{
  return world->units.work_s[unit] > 0;
}

/* Is nobody of the platoon who shares its order still on the way, or yet to begin?  */
static bool
all_lie (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]] &&
        (u->pending_order[members[k]] == u->order[unit] ||
         (u->order[members[k]] == u->order[unit] && u->mission[members[k]] == u->mission[unit] &&
          !lies (world, members[k]))))
      return false;
  return true;
}

void
sim_watch_settle (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec here = sim_unit_position (world, unit);

  if (lies (world, unit))
    return;
  u->work_s[unit] = 1;
  u->post_x[unit] = here.x;
  u->post_y[unit] = here.y;
  u->posture[unit] = SIM_POSTURE_HIDDEN;
  if (u->order[unit] != 0 && all_lie (world, unit))
    sim_pilot_say_there (world, unit);
}

/* On the spot, as fast as its legs turn it.  */
static void
turn_to_watch (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec way = base_vec_sub (base_vec (u->scope_x[unit], u->scope_y[unit]),
                              sim_unit_position (world, unit));
  float off = base_bearing_difference_deg (base_bearing_deg (way.x, way.y), u->heading_deg[unit]);
  float most = sim_unit_type (world, unit)->turn_dps, heading;

  if (u->moving[unit] || u->speed[unit] > 0.5f)
    return;
  heading = u->heading_deg[unit] + base_clampf (off, -most, most);
  heading = heading < 0 ? heading + 360 : heading;
  u->heading_deg[unit] = heading >= 360 ? heading - 360 : heading;
}

/* ---- What is fired on ------------------------------------------------------------------------ */

/* Anybody of ours near him who is not on this post's order.  */
static bool
friends_near (const SimWorld *world, size_t unit, BaseVec at)
{
  const SimUnits *u = &world->units;
  SimGridWalk walk =
      sim_grid_walk (&world->grid, SIM_SIDE_REPUBLIC, at, world->rules.overwatch_friends_m);
  const uint32_t *units = world->grid.units[SIM_SIDE_REPUBLIC];
  uint32_t first, end;

  while (sim_grid_next (&walk, &first, &end))
    for (uint32_t k = first; k < end; k++)
      if (u->order[units[k]] != u->order[unit] && sim_unit_works (world, units[k]) &&
          base_vec_distance (sim_unit_position (world, units[k]), at) <=
              world->rules.overwatch_friends_m)
        return true;
  return false;
}

static bool
threatens (const SimWorld *world, size_t unit, uint32_t target)
{
  BaseVec him = sim_unit_position (world, target);

  return base_vec_distance (sim_unit_position (world, unit), him) <= world->rules.overwatch_reach_m ||
         sim_within (world, world->units.fired_tick[target], SHOOTS_S) ||
         friends_near (world, unit, him);
}

static bool
may_fire (const SimWorld *world, size_t unit)
{
  uint32_t target = world->units.target[unit];

  return sim_within (world, world->units.harmed_tick[unit], FIRED_ON_S) ||
         (target != SIM_NOBODY && threatens (world, unit, target));
}

void
sim_watch_free (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  bool lies_there = !u->moving[unit] && (u->mission[unit] == SIM_MISSION_OVERWATCH ||
                                         u->mission[unit] == SIM_MISSION_AMBUSH);

  if (u->hold_fire[unit] == SIM_FIRE_HELD)
    u->hold_fire[unit] = lies_there ? SIM_FIRE_WATCHED : SIM_FIRE_FREE;
}

bool
sim_overwatch_decide (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (u->hold_fire[unit] != SIM_FIRE_HELD)
    u->hold_fire[unit] = may_fire (world, unit) ? SIM_FIRE_FREE : SIM_FIRE_WATCHED;
  if (!lies (world, unit))
    return false;
  sim_pilot_hold (world, unit);
  turn_to_watch (world, unit);
  return true;
}

/* ---- Ambush ---------------------------------------------------------------------------------- */

/* Would his gun pierce what shows of this one?  */
static bool
pierces (const SimWorld *world, size_t unit, uint32_t target, float range)
{
  const SimWeapon *gun = sim_unit_main_gun (world, unit);
  SimStrike strike = {
    .shooter = (uint32_t) unit,
    .from = sim_unit_position (world, unit),
    .from_height_m = sim_terrain_height (world->ground, sim_unit_position (world, unit)) +
                     sim_unit_eyes_m (world, unit),
    .range_m = range,
  };

  return gun != NULL && sim_penetration_at (gun, range) >=
                            sim_armour_at (sim_unit_type (world, target),
                                           sim_facing_struck (world, target, &strike));
}

static bool
has_sure_shot (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  uint32_t target = u->target[unit];
  float range;

  if (target == SIM_NOBODY || !sim_within (world, u->target_tick[unit], 1.5))
    return false;
  range = base_vec_distance (sim_unit_position (world, unit), sim_unit_position (world, target));
  return range <= POINT_BLANK * world->rules.ambush_range_m ||
         (range <= world->rules.ambush_range_m && pierces (world, unit, target, range));
}

/* They lie where they lay, and fire.  */
static void
open_fire (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec here = sim_unit_position (world, unit);

  sim_move_stop (world, unit);
  sim_pilot_mission (world, unit, SIM_MISSION_HOLD, &here, 1);
  sim_move_stop (world, unit);
  u->posture[unit] = SIM_POSTURE_NORMAL;
  sim_order_unit_end (world, unit, SIM_ORDER_DONE, SIM_CAUSE_NONE);
}

static void
say_sprung (SimWorld *world, size_t unit)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_ORDER, SIM_PHRASE_AMBUSH_SPRUNG);
  uint32_t target = world->units.target[unit];

  report.order = world->units.order[unit];
  report.position = sim_unit_position (world, unit);
  sim_words_position (&report.words, 0,
                      target == SIM_NOBODY ? report.position : sim_unit_position (world, target));
  sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION | SIM_OWN_ACTIVITY);
  sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_READY | (uint32_t) unit, 10, &report);
}

/* All who share the order, of whichever platoon.  */
static void
spring (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t order = u->order[unit];

  if (order != 0)
    say_sprung (world, unit);
  open_fire (world, unit);
  for (size_t i = 0; order != 0 && i < world->n_own; i++)
    if (u->alive[i] && u->order[i] == order && u->mission[i] == SIM_MISSION_AMBUSH)
      open_fire (world, i);
}

bool
sim_ambush_decide (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (u->hold_fire[unit] != SIM_FIRE_HELD)
    u->hold_fire[unit] = SIM_FIRE_WATCHED;
  if (sim_within (world, u->harmed_tick[unit], FOUND_S) || has_sure_shot (world, unit)) {
    spring (world, unit);
    return true;
  }
  if (lies (world, unit))
    turn_to_watch (world, unit);
  return lies (world, unit);
}
