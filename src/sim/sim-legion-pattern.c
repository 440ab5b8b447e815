/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the groups of a pattern do: who shows the tell, who strikes (design: play, "Legion
 * patterns").  The numbers are data: SIM_PATTERN_NUMBER_LIST.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-movement.h"

#define RUSH_M 1200.0f
#define FOLLOW_M 1000.0f
#define WELL_OFF_DEG 25.0f
#define FOUND_M 1200.0f
#define LOUD_M 3000.0f
#define UPON_M 900.0f
#define GUN_REACH_M 1800.0f
#define STRAIGHT 0.75f
#define MARCH_END_M 1100.0f
#define SPREADS_M 600.0f
#define SPOILT_S 240
#define EYES_M 300.0f
#define FIGHTS_BACK_S 8
#define NEAR_STAGING_M 300.0f
#define PATIENCE_S 420
#define LOOK_ON_M 450.0f

/* ---- Shared -------------------------------------------------------------------------------- */

/* Calls for each machine of a group that works and is awake.  */
#define EACH_UNIT(world, group, i)                                                                \
  for (uint32_t i = (group)->first; i < (group)->first + (group)->count; i++)                     \
    if (sim_unit_works ((world), i) && !(world)->units.dormant[i])

/* Does another part of the play still live?  */
static bool
part_lives (const SimWorld *world, const SimGroup *group, SimPatternPart part)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *each = &world->groups[g];

    if (each->def.pattern == group->def.pattern && each->def.play == group->def.play &&
        each->def.part == part && each->alive > 0 && !each->withdrawing)
      return true;
  }
  return false;
}

/* The first living group of a part.  */
static const SimGroup *
group_of (const SimWorld *world, const SimPlay *play, SimPatternPart part)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *each = &world->groups[g];

    if (each->def.pattern == play->pattern + 1 && each->def.play == play->number &&
        each->def.part == part && sim_group_acts (each))
      return each;
  }
  return NULL;
}

static bool
has_fired (const SimWorld *world, const SimGroup *group, double seconds)
{
  EACH_UNIT (world, group, i)
    if (sim_within (world, world->units.fired_tick[i], seconds))
      return true;
  return false;
}

/* The blow has fallen when those who strike are upon the enemy.  */
static void
watch_blow (SimWorld *world, const SimGroup *group, SimPlay *play, float near_m)
{
  if (play->state != SIM_PLAY_TOLD)
    return;
  if (has_fired (world, group, 1.5) ||
      (sim_legion_sees (world, group) && base_vec_distance (group->centre, group->enemy) < near_m))
    sim_play_strike (world, play);
}

/* Whom they turn to once the blow is under way.  */
static void
strike_at (SimWorld *world, SimGroup *group, BaseVec place)
{
  const SimSighting *known;

  if (sim_legion_sees (world, group)) {
    sim_group_engage (world, group, group->enemy);
    return;
  }
  known = sim_legion_sighting (world, place, 1200);
  sim_group_engage (world, group, known != NULL ? known->position : place);
}

/* A point around a place: bearing of `from` turned by so many degrees, so far away.  */
static BaseVec
around (BaseVec place, BaseVec from, float degrees, float distance)
{
  BaseVec way = base_vec_sub (from, place);
  double bearing = (double) base_bearing_deg (way.x, way.y) + (double) degrees;

  return base_vec_add (place, base_vec_scale (base_direction_deg (bearing), distance));
}

/* On the map, away from its edge.  */
static BaseVec
inside (const SimWorld *world, BaseVec at)
{
  return sim_terrain_on_map (world->ground, at, 50);
}

/* ---- Feeler -------------------------------------------------------------------------------- */

/* Each scout that looks on gives the place it looks at a second more.  */
static void
look_on (SimWorld *world, const SimGroup *group, SimPlay *play)
{
  const SimUnits *u = &world->units;
  float longest = 0;

  EACH_UNIT (world, group, i)
  {
    uint32_t target = u->target[i];

    if (target == SIM_NOBODY || !sim_within (world, u->target_tick[i], 3))
      continue;
    for (int k = 0; k < SIM_MAX_SIGHTINGS; k++) {
      SimSighting *each = &world->sightings[k];

      if (each->tick != 0 &&
          base_vec_distance (each->position,
                             base_vec (u->noticed_x[target], u->noticed_y[target])) < LOOK_ON_M)
        each->looked_s += 1;
    }
  }
  for (int k = 0; k < SIM_MAX_SIGHTINGS; k++)
    if (world->sightings[k].tick != 0 && world->sightings[k].looked_s > longest) {
      longest = world->sightings[k].looked_s;
      play->place = world->sightings[k].position;
    }
}

/* A line of scouts goes on until one has found somebody at the distance; then all halt and look.  */
static void
feeler_tell (SimWorld *world, SimGroup *group, SimPlay *play)
{
  const SimPatternRule *rule = sim_play_rule (world, play);
  bool near = sim_legion_sees (world, group);

  if (near) {
    near = false;
    EACH_UNIT (world, group, i)
      near |= base_vec_distance (sim_unit_position (world, i), group->enemy) < play->distance_m;
  }
  if (play->state == SIM_PLAY_READY && !near) {
    float gaps = group->started > 1 ? (float) (group->started - 1) : 1;

    sim_group_follow_route (world, group, rule->width_m / gaps, SIM_POSTURE_CAREFUL);
    return;
  }
  if (play->state == SIM_PLAY_READY)
    sim_play_tell (world, play, group->enemy);
  look_on (world, group, play);
  EACH_UNIT (world, group, i)
  {
    world->units.posture[i] = SIM_POSTURE_CAREFUL;
    if (sim_legion_sees (world, group))
      sim_unit_stand_off (world, i, group->enemy, 0.8f * rule->distance_least_m, 1e6f);
    else
      sim_move_stop (world, i);
  }
}

/* Scouts still on their way, who may yet find somebody.  */
static bool
still_feels (const SimWorld *world, const SimGroup *group)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *each = &world->groups[g];

    if (each->def.pattern == group->def.pattern && each->def.play == group->def.play &&
        each->def.part == SIM_PATTERN_PART_TELL && each->alive > 0 && !each->withdrawing &&
        each->way < each->def.n_route)
      return true;
  }
  return false;
}

/* It waits no longer than a main body does, though scouts who find nobody may creep on for half an
 * hour.  */
static bool
has_waited (const SimWorld *world, const SimGroup *group)
{
  return group->halted && !sim_within (world, group->halted_tick, PATIENCE_S);
}

/* Seconds until its guns reach the place.  */
static float
march_s (const SimWorld *world, const SimGroup *group, const SimPlay *play)
{
  float distance = base_vec_distance (group->centre, play->place);

  return distance <= MARCH_END_M
             ? 0
             : sim_group_eta_s (world, group, play->place) * (distance - MARCH_END_M) / distance;
}

/* The main body waits for the scouts' word, and comes where they stayed longest.  When they are dead
 * it comes late, by its own route; when they found nobody, or take too long, at once.  */
static void
feeler_blow (SimWorld *world, SimGroup *group, SimPlay *play)
{
  if (play->state == SIM_PLAY_READY) {
    sim_group_halt (world, group);
    if (!still_feels (world, group) || has_waited (world, group)) {
      play->state = SIM_PLAY_TOLD;
      play->due = world->tick;
      if (!part_lives (world, group, SIM_PATTERN_PART_TELL))
        play->due += SIM_SECONDS ((double) play->wait_s);
      play->place = group->def.n_route > 0 ? group->def.route[group->def.n_route - 1]
                                           : group->def.position;
    }
    return;
  }
  if (play->state == SIM_PLAY_TOLD) {
    if (world->tick + SIM_SECONDS ((double) march_s (world, group, play)) < play->due) {
      sim_group_halt (world, group);
      return;
    }
    watch_blow (world, group, play, 1000);
  }
  if (sim_legion_sees (world, group) ||
      base_vec_distance (group->centre, play->place) < RUSH_M)
    strike_at (world, group, play->place);
  else
    sim_group_send (world, group, play->place, SIM_SPACING_M, SIM_POSTURE_NORMAL);
}

/* ---- Hook and anvil ------------------------------------------------------------------------ */

/* Off the tell's side by the angle that was drawn; who already stands well off it comes from where he
 * is, as far as the rule allows.  */
static float
strike_angle (const SimWorld *world, const SimPlay *play, BaseVec from)
{
  const SimPatternRule *rule = sim_play_rule (world, play);
  const SimGroup *blow = group_of (world, play, SIM_PATTERN_PART_BLOW);
  BaseVec tell = base_vec_sub (from, play->place), way;
  float off;

  if (blow != NULL) {
    way = base_vec_sub (blow->centre, play->place);
    off = base_bearing_difference_deg (base_bearing_deg (way.x, way.y),
                                       base_bearing_deg (tell.x, tell.y));
    if (off > WELL_OFF_DEG)
      return base_clampf (off, rule->angle_least_deg, rule->angle_most_deg);
    if (off < -WELL_OFF_DEG)
      return base_clampf (off, -rule->angle_most_deg, -rule->angle_least_deg);
  }
  return play->side != 0 ? play->angle_deg : -play->angle_deg;
}

/* How much of the last stretch to a place the enemy there can not see, of so many steps.  */
static int
hidden_steps (const SimWorld *world, BaseVec from, BaseVec place)
{
  int hidden = 0;

  for (int i = 1; i <= 5; i++) {
    BaseVec at = base_vec_add (
        place, base_vec_scale (base_vec_sub (from, place), 0.25f + 0.15f * (float) i));

    hidden += !sim_terrain_line_of_sight (world->ground, place, 2.2f, inside (world, at), 2.5f);
  }
  return hidden;
}

/* Of so many places at an angle, near to far, the first that can not be seen from the enemy's; none:
 * the last but one, at the end of what his guns reach.  */
static BaseVec
behind_something (const SimWorld *world, BaseVec place, BaseVec from, float degrees)
{
  static const float distances[] = {1200, 1500, 1800, 2100};
  BaseVec spot = place;

  for (size_t i = 0; i < sizeof distances / sizeof *distances; i++) {
    spot = inside (world, around (place, from, degrees, distances[i]));
    if (!sim_terrain_line_of_sight (world->ground, place, 2.2f, spot, 2.5f))
      return spot;
  }
  return inside (world, around (place, from, degrees, GUN_REACH_M));
}

/* Where those who strike form up: off the tell's side by the angle that was drawn, out of sight if
 * the ground allows; through dead ground, of all the angles the rule allows the one least seen.  */
static BaseVec
choose_staging (const SimWorld *world, const SimPlay *play, BaseVec from)
{
  const SimPatternRule *rule = sim_play_rule (world, play);
  float angle = strike_angle (world, play, from);
  BaseVec best;
  int most;

  if (play->pattern == SIM_PATTERN_HOOK)
    return behind_something (world, play->place, from, angle);
  best = inside (world, around (play->place, from, angle, RUSH_M));
  most = hidden_steps (world, best, play->place);
  for (int i = 0; i < 8; i++) {
    float degrees = rule->angle_least_deg +
                    (rule->angle_most_deg - rule->angle_least_deg) * (float) (i / 2) / 3;
    BaseVec spot =
        inside (world, around (play->place, from, i % 2 ? degrees : -degrees, RUSH_M));
    int hidden = hidden_steps (world, spot, play->place);

    if (hidden > most) {
      most = hidden;
      best = spot;
    }
  }
  return best;
}

/* Where the other half of a hook from both sides forms up: as far off the tell on its other side.  */
static BaseVec
other_staging (const SimWorld *world, const SimPlay *play, BaseVec from)
{
  return behind_something (world, play->place, from, -strike_angle (world, play, from));
}

/* It makes itself heard and felt and does not let go, but gives ground before whoever comes: it is
 * there to hold the enemy's eyes until the other pack is upon him.  */
static void
hold_eyes (SimWorld *world, SimGroup *group, const SimPlay *play)
{
  group->halted = 0;
  EACH_UNIT (world, group, i)
  {
    world->units.posture[i] = SIM_POSTURE_FAST;
    world->units.activity[i] = SIM_ACTIVITY_ATTACKING;
    sim_unit_stand_off (world, i, group->enemy, play->distance_m, play->distance_m + EYES_M);
  }
}

/* In its width from the start, not only when it comes to the next point of its way.  */
static void
spread_out (SimWorld *world, SimGroup *group, float spacing, SimPosture posture)
{
  int next = base_clampi (group->way, 0, group->def.n_route - 1);
  BaseVec way = base_vec_sub (group->def.route[next], group->centre);
  float length = base_vec_length (way);

  if (length > SPREADS_M)
    sim_group_send (world, group,
                    base_vec_add (group->centre, base_vec_scale (way, SPREADS_M / length)), spacing,
                    posture);
}

/* Loud when it knows that somebody is there to hear it.  What learned to hook from both sides spreads
 * out before it: that is its tell.  */
static void
come_on (SimWorld *world, SimGroup *group)
{
  float spacing = SIM_SPACING_M * (1 + (float) sim_learning_counter (world, SIM_TACTIC_RESERVE));
  SimPosture posture = sim_legion_sighting (world, group->centre, LOUD_M) != NULL
                           ? SIM_POSTURE_FAST
                           : SIM_POSTURE_NORMAL;

  if (sim_group_follow_route (world, group, spacing, posture) && spacing > SIM_SPACING_M)
    spread_out (world, group, spacing, posture);
}

static void
hook_tell (SimWorld *world, SimGroup *group, SimPlay *play)
{
  bool sees = sim_legion_sees (world, group) && base_vec_distance (group->centre, group->enemy) <
                                                    sim_play_rule (world, play)->distance_most_m;

  if (sees && play->state == SIM_PLAY_READY) {
    sim_play_tell (world, play, group->enemy);
    play->staging = choose_staging (world, play, group->centre);
    play->other = other_staging (world, play, group->centre);
  }
  if (sees && play->state == SIM_PLAY_TOLD && world->tick < play->due &&
      part_lives (world, group, SIM_PATTERN_PART_BLOW))
    hold_eyes (world, group, play);
  else if (sees)
    sim_group_engage (world, group, group->enemy);
  else
    come_on (world, group);
}

/* Tanks halt where they see somebody, and fire in turns until the blow has fallen.  */
static void
anvil_tell (SimWorld *world, SimGroup *group, SimPlay *play)
{
  SimUnits *u = &world->units;
  bool sees = sim_legion_sees (world, group) &&
              base_vec_distance (group->centre, group->enemy) < play->distance_m;

  if (play->state == SIM_PLAY_READY && sees) {
    sim_play_tell (world, play, group->enemy);
    play->staging = choose_staging (world, play, group->centre);
  }
  if (play->state == SIM_PLAY_TOLD && world->tick < play->due + SIM_SECONDS (60)) {
    if (sees)
      play->place = group->enemy;
    sim_group_halt (world, group);
    EACH_UNIT (world, group, i)
      u->hold_fire[i] = (world->tick / SIM_SECONDS (10) + i) % 3 != 0;
    return;
  }
  /* Up to the distance that was drawn, whatever it could already fire at.  */
  if (play->state == SIM_PLAY_READY && sim_legion_sees (world, group))
    sim_group_send (world, group, group->enemy, SIM_SPACING_M, SIM_POSTURE_NORMAL);
  else
    sim_group_task (world, group);
}

/* ---- Both sides ---------------------------------------------------------------------------- */

/* What has learned to come from both sides parts before the battle: every second machine of the pack
 * comes by the way of those who show the tell, the others by their own.  */
static bool
is_second_half (const SimGroup *group, size_t unit)
{
  return (unit - group->first) % 2 == 1;
}

void
sim_play_part (SimWorld *world, const SimGroup *group)
{
  const SimPlay *play = sim_play_of (world, group);
  SimUnits *u = &world->units;

  if (play->pattern != SIM_PATTERN_HOOK || group->def.part != SIM_PATTERN_PART_BLOW ||
      sim_learning_counter (world, SIM_TACTIC_RESERVE) == 0)
    return;
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroupDef *tell = &world->groups[g].def;
    BaseVec off = base_vec_sub (tell->position, group->def.position);

    if (tell->pattern != group->def.pattern || tell->play != group->def.play ||
        tell->part != SIM_PATTERN_PART_TELL)
      continue;
    for (uint32_t i = group->first; i < group->first + group->count; i++)
      if (is_second_half (group, i)) {
        BaseVec at = inside (world, base_vec_add (sim_unit_position (world, i), off));

        u->x[i] = at.x;
        u->y[i] = at.y;
      }
    return;
  }
}

static BaseVec
centre_of_first_half (const SimWorld *world, const SimGroup *group)
{
  BaseVec sum = base_vec (0, 0);
  float n = 0;

  EACH_UNIT (world, group, i)
    if (!is_second_half (group, i)) {
      sum = base_vec_add (sum, sim_unit_position (world, i));
      n++;
    }
  return n > 0 ? base_vec_scale (sum, 1 / n) : group->centre;
}

static void
send_second_half (SimWorld *world, SimGroup *group, BaseVec goal, float near_m)
{
  int place = 0;

  EACH_UNIT (world, group, i)
    if (is_second_half (group, i)) {
      world->units.posture[i] = SIM_POSTURE_FAST;
      world->units.pace[i] = 1;
      if (base_vec_distance (sim_unit_position (world, i), goal) < near_m)
        sim_move_stop (world, i);
      else
        sim_move_to (world, i, base_vec (goal.x + SIM_SPACING_M * (float) place, goal.y));
      place++;
    }
}

/* Each half to its own place.  */
static void
go_to_staging (SimWorld *world, SimGroup *group, const SimPlay *play, bool both)
{
  sim_group_send (world, group, play->staging, SIM_SPACING_M, SIM_POSTURE_FAST);
  if (both)
    send_second_half (world, group, play->other, 0);
}

/* By a way of its own as far as its last stretch; without one behind those who will show the tell,
 * near enough to be there in time.  */
static void
follow_own_way (SimWorld *world, SimGroup *group, const SimGroup *ahead)
{
  if (group->def.n_route > 1 && group->way + 1 < group->def.n_route)
    sim_group_follow_route (world, group, SIM_SPACING_M, SIM_POSTURE_NORMAL);
  else if (group->def.n_route > 1 || ahead == NULL ||
           base_vec_distance (group->centre, ahead->centre) < FOLLOW_M)
    sim_group_halt (world, group);
  else
    sim_group_send (world, group, ahead->centre, SIM_SPACING_M, SIM_POSTURE_FAST);
}

/* Of a pack in two halves the first goes its own way, as if it were all; the second behind those who
 * show the tell.  */
static void
close_up (SimWorld *world, SimGroup *group, SimPlay *play, bool both)
{
  const SimGroup *ahead = group_of (world, play, SIM_PATTERN_PART_TELL);
  BaseVec centre = group->centre;

  if (!part_lives (world, group, SIM_PATTERN_PART_TELL)) {
    play->state = SIM_PLAY_OVER;
    return;
  }
  if (both)
    group->centre = centre_of_first_half (world, group);
  follow_own_way (world, group, ahead);
  group->centre = centre;
  if (both && ahead != NULL)
    send_second_half (world, group, ahead->centre, FOLLOW_M);
}

/* Nobody gives away where they are before it is time; who was hit fights back.  */
static void
lie_low (SimWorld *world, const SimGroup *group)
{
  EACH_UNIT (world, group, i)
    world->units.hold_fire[i] = !sim_within (world, world->units.harmed_tick[i], FIGHTS_BACK_S);
}

/* Seconds from where it is until it is upon the enemy, over a stretch that it has chosen itself.  Of
 * one that comes from both sides the middle is no measure: its staging place is.  */
static float
rush_s (const SimWorld *world, const SimGroup *group, const SimPlay *play, bool both)
{
  BaseVec way = base_vec_sub (play->place, both ? play->staging : group->centre);
  float distance = base_vec_length (way);

  return distance <= UPON_M ? 0
                            : STRAIGHT * (distance - UPON_M) / distance *
                                  sim_group_eta_s (world, group, base_vec_add (group->centre, way));
}

static bool
any_moves (const SimWorld *world, const SimGroup *group)
{
  EACH_UNIT (world, group, i)
    if (world->units.moving[i])
      return true;
  return false;
}

/* The second pack closes up unseen, goes to the side when the first has found them, and strikes at
 * its time, or late when the way was long.  */
static void
hook_blow (SimWorld *world, SimGroup *group, SimPlay *play)
{
  bool both = play->pattern == SIM_PATTERN_HOOK &&
              sim_learning_counter (world, SIM_TACTIC_RESERVE) > 0;
  SimTick rush;

  if (play->state == SIM_PLAY_READY) {
    /* Who has found it first can not be told to wait.  */
    if (sim_legion_sees (world, group) &&
        base_vec_distance (group->centre, group->enemy) < FOUND_M)
      sim_group_engage (world, group, group->enemy);
    else
      close_up (world, group, play, both);
    return;
  }
  /* So late it is no hook any more: whoever is left does its task.  */
  if (play->state == SIM_PLAY_TOLD && world->tick > play->due + SIM_SECONDS (SPOILT_S)) {
    play->state = SIM_PLAY_OVER;
    return;
  }
  rush = SIM_SECONDS ((double) rush_s (world, group, play, both));
  group->staged |= base_vec_distance (group->centre, play->staging) < NEAR_STAGING_M ||
                   play->state == SIM_PLAY_STRUCK || (!group->halted && !any_moves (world, group));
  if (!group->staged && !(both && world->tick + rush >= play->due)) {
    lie_low (world, group);
    go_to_staging (world, group, play, both);
    return;
  }
  if (play->state == SIM_PLAY_TOLD && world->tick + rush < play->due) {
    lie_low (world, group);
    sim_group_halt (world, group);
    return;
  }
  watch_blow (world, group, play, UPON_M);
  strike_at (world, group, play->place);
}

/* ---- Gun line ------------------------------------------------------------------------------ */

/* The fire itself is the guns' (sim-indirect.c); here it is told apart: the ranging round is the tell,
 * the first volley the blow, and whoever spots is the one who stays.  */
static void
watch_guns (SimWorld *world, SimPlay *play)
{
  uint16_t volleys = 0;

  play->spotter = SIM_NOBODY;
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroupDef *def = &world->groups[g].def;
    const SimBattery *battery = &world->batteries[g];

    if (def->pattern != SIM_PATTERN_GUN_LINE + 1 || def->play != play->number ||
        battery->target == SIM_NOBODY || battery->volleys <= volleys)
      continue;
    volleys = battery->volleys;
    play->spotter = battery->spotter;
    play->place = battery->seen;
  }
  /* Without a volley the fire came to nothing: the next ranging round is a new tell.  */
  if (volleys == 0 && play->state == SIM_PLAY_TOLD)
    play->state = SIM_PLAY_READY;
  if (volleys > 0 && play->state == SIM_PLAY_READY)
    sim_play_tell (world, play, play->place);
  if (volleys > 1 && play->state == SIM_PLAY_TOLD)
    sim_play_strike (world, play);
  if (volleys > play->count)
    play->count = volleys;
}

void
sim_plays_step (SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_plays; i++)
    if (world->plays[i].pattern == SIM_PATTERN_GUN_LINE)
      watch_guns (world, &world->plays[i]);
}

/* One stays and watches; the rest go on looking.  */
static void
gun_line_tell (SimWorld *world, SimGroup *group, SimPlay *play)
{
  const SimPatternRule *rule = sim_play_rule (world, play);

  sim_group_task (world, group);
  EACH_UNIT (world, group, i)
    if (i == play->spotter) {
      world->units.posture[i] = SIM_POSTURE_CAREFUL;
      sim_unit_stand_off (world, i, play->place, rule->distance_least_m, rule->distance_most_m);
    }
}

/* ---- Bait ---------------------------------------------------------------------------------- */

static bool
is_bitten (const SimWorld *world, const SimGroup *group, const SimPlay *play)
{
  const SimPatternRule *rule = sim_play_rule (world, play);
  float loss = sim_group_loss (group);

  return loss >= rule->loss_least && loss < rule->loss_most && sim_legion_sees (world, group);
}

/* Where the ambush lies.  */
static bool
ambush_of (const SimWorld *world, const SimGroup *bait, BaseVec *at)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *each = &world->groups[g];

    if (each->def.pattern == bait->def.pattern && each->def.play == bait->def.play &&
        each->def.part == SIM_PATTERN_PART_BLOW && each->alive > 0) {
      *at = each->centre;
      return true;
    }
  }
  return false;
}

/* Fights, gives way early, and goes back past those who wait on its track, not too fast.  */
static void
bait_tell (SimWorld *world, SimGroup *group, SimPlay *play)
{
  BaseVec ambush, way;

  if (play->state == SIM_PLAY_READY && is_bitten (world, group, play) &&
      ambush_of (world, group, &ambush)) {
    sim_play_tell (world, play, ambush);
    way = base_vec_sub (ambush, group->enemy);
    play->staging = inside (
        world, base_vec_add (ambush, base_vec_scale (way, 500 / (base_vec_length (way) + 1))));
  }
  if (play->state == SIM_PLAY_TOLD && world->tick < play->due) {
    sim_group_send (world, group, play->staging, SIM_SPACING_M, SIM_POSTURE_NORMAL);
    return;
  }
  if (play->state == SIM_PLAY_TOLD)
    play->state = SIM_PLAY_OVER;
  sim_group_task (world, group);
}

/* ---- Which does what ----------------------------------------------------------------------- */

static bool
play_tell_part (SimWorld *world, SimGroup *group, SimPlay *play)
{
  switch (play->pattern) {
  case SIM_PATTERN_FEELER:
    if (play->state == SIM_PLAY_STRUCK)
      return false;
    feeler_tell (world, group, play);
    return true;
  case SIM_PATTERN_HOOK:
    hook_tell (world, group, play);
    return true;
  case SIM_PATTERN_ANVIL:
    anvil_tell (world, group, play);
    return true;
  case SIM_PATTERN_GUN_LINE:
    gun_line_tell (world, group, play);
    return true;
  case SIM_PATTERN_BAIT:
    bait_tell (world, group, play);
    return true;
  default:
    return false;
  }
}

static bool
play_blow_part (SimWorld *world, SimGroup *group, SimPlay *play)
{
  switch (play->pattern) {
  case SIM_PATTERN_FEELER:
    feeler_blow (world, group, play);
    return true;
  case SIM_PATTERN_HOOK:
  case SIM_PATTERN_ANVIL:
    if (play->state == SIM_PLAY_OVER)
      return false;
    hook_blow (world, group, play);
    return true;
  default:
    return false;
  }
}

bool
sim_play_group (SimWorld *world, SimGroup *group)
{
  SimPlay *play = sim_play_of (world, group);

  if (play == NULL)
    return false;
  return group->def.part == SIM_PATTERN_PART_TELL ? play_tell_part (world, group, play)
                                                  : play_blow_part (world, group, play);
}
