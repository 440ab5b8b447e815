/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who makes out whom, and whom each machine aims at.
 *
 * Each unit looks twice a second.  The distance at which a target is made out is the product of
 * the eyes' reach and of what the target shows (sim-signature.c); within a band of a fifth around
 * it chance decides.  What costs most is asked last and of the fewest: first the distance, then the
 * band, then the dice, and a sight line only to whom it would aim at, best first, or whose sighting
 * would be news.  Both sides look by the same rules.  */
#include "base/base-math.h"
#include "sim/sim-expect.h"
#include "sim/sim-footing.h"
#include "sim/sim-legion.h"
#include "sim/sim-signature.h"
#include "sim/sim-smoke.h"

#define LOOK_TICKS 5
#define FLYING_LOOK_M 6000.0f /* a swarm against the sky */
#define FARTHEST_LOOK_M 5000.0f
#define BAND 0.2f
#define FASTEST_MPS 30.0f
#define KEPT 1.25f /* easier to keep in sight than to find */

/* Who looks: what does not change from one target to the next.  */
typedef struct {
  size_t unit;
  const SimUnitType *type;
  BaseVec at;
  float reach;   /* of eyes, metres */
  float feeling; /* 0..1: what ground, legs and motion leave of it */
  bool expects;  /* somebody: made out sooner */
} Looker;

static float
sight_of (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  const SimRules *rules = &world->rules;
  float sensors = (float) u->parts[unit * SIM_N_PARTS + SIM_PART_SENSORS] / 255.0f;
  float reach = sim_unit_type (world, unit)->sight_m * world->sight_factor;

  reach *= rules->sight_no_sensors + (1 - rules->sight_no_sensors) * sensors;
  reach *= 1 + rules->sight_awareness * (u->awareness[unit] - 0.5f);
  if (u->posture[unit] == SIM_POSTURE_FAST && u->speed[unit] > 1)
    reach *= rules->sight_fast;
  return reach * (1 - 0.4f * u->suppression[unit] / 100);
}

/* ---- Feeling ------------------------------------------------------------------------------- */

/* Roots and rubble swallow the steps; soft ground lets none through.  */
static float
carries (const SimWorld *world, size_t unit)
{
  static const float carried[SIM_N_COVERS] = {
    [SIM_COVER_OPEN] = 1, [SIM_COVER_WOODS] = 0.8f, [SIM_COVER_TOWN] = 0.6f,
    [SIM_COVER_ROAD] = 1, [SIM_COVER_FORD] = 0.3f,  [SIM_COVER_BRIDGE] = 0.3f,
  };

  return carried[sim_terrain_cover (world->ground, sim_unit_position (world, unit))];
}

static float
feeling_of (const SimWorld *world, size_t unit)
{
  float legs = (float) world->units.parts[unit * SIM_N_PARTS + SIM_PART_LEGS] / 255.0f;

  if (sim_unit_type (world, unit)->feel_m <= 0)
    return 0;
  return sim_signature_feeling (world, unit) * legs * carries (world, unit);
}

static Looker
looker_of (const SimWorld *world, size_t unit)
{
  return (Looker){
    .unit = unit,
    .type = sim_unit_type (world, unit),
    .at = sim_unit_position (world, unit),
    .reach = sight_of (world, unit),
    .feeling = feeling_of (world, unit),
    .expects = sim_expects (world, unit),
  };
}

/* A machine that lies dormant only hums: one must creep or stand to feel that.  */
static float
felt_at (const SimWorld *world, const Looker *looker, size_t target)
{
  if (!world->units.dormant[target])
    return sim_signature_tremor (world, target, looker->type->feel_m);
  return sim_signature_feeling (world, looker->unit) >= 1 ? world->rules.dormant_feel_m : 0;
}

/* Vibration: through hills and houses, no sight line is asked for.  */
static bool
feels (const SimWorld *world, const Looker *looker, size_t target, float distance)
{
  float reach;

  if (distance > world->rules.feel_most_m * looker->feeling)
    return false;
  reach = felt_at (world, looker, target) * looker->feeling;
  return distance < reach && distance < reach * carries (world, target);
}

/* ---- Seeing -------------------------------------------------------------------------------- */

static bool
flies (const SimWorld *world, size_t unit)
{
  return sim_role_flies (sim_unit_type (world, unit)->role);
}

/* Near enough and plain enough to be made out, if nothing is between.  */
static bool
stands_out (SimWorld *world, const Looker *looker, size_t target, float distance)
{
  const SimUnits *u = &world->units;
  float range = flies (world, target) ? FLYING_LOOK_M * world->sight_factor
                                      : looker->reach * u->shown[target];

  if (u->target[looker->unit] == target && sim_within (world, u->target_tick[looker->unit], 2))
    range *= KEPT;
  if (sim_expects (world, target))
    range *= sim_expect_open_to (world, target, looker->unit);
  if (looker->expects)
    range += sim_expect_sooner_m (world, looker->unit, target);
  if (distance > range * (1 + BAND))
    return false;
  return distance < range * (1 - BAND) ||
         distance < range * base_random_range (&world->randoms[SIM_RANDOM_SENSING], 1 - BAND,
                                               1 + BAND);
}

/* Metres of its eyes above the map's zero.  Many look at one: it is worked out once a tick.  */
static float
eyes_z (SimWorld *world, size_t unit)
{
  SimEyes *eyes = &world->eyes[unit];

  if (eyes->tick != world->tick) {
    eyes->tick = world->tick;
    eyes->z = sim_terrain_height (world->ground, sim_unit_position (world, unit)) +
              sim_unit_eyes_m (world, unit);
  }
  return eyes->z;
}

/* Against the sky there is nothing between.  */
static bool
has_line (SimWorld *world, const Looker *looker, size_t target)
{
  BaseVec there = sim_unit_position (world, target);

  return flies (world, target) ||
         (sim_terrain_sight (world->ground, looker->at, eyes_z (world, looker->unit), there,
                             eyes_z (world, target)) &&
          !sim_smoke_hides (world, looker->at, there));
}

/* Would seeing this one tell the unit's own people anything?  */
static bool
is_news (const SimWorld *world, size_t unit, size_t target)
{
  const SimUnits *u = &world->units;

  if (u->side[unit] == SIM_SIDE_LEGION)
    return !(u->noticed_groups[2 * target + u->group[unit] / 32] >> (u->group[unit] % 32) & 1);
  return !(u->sighted_by[target] & (1u << u->group[unit])) || u->felt_only[target];
}

/* Note who was sensed: the squadron's platoons count them each second (sim-contact.c), a group of
 * the Legion tells its net (sim-legion.c).  */
static void
note_sighting (SimWorld *world, size_t unit, size_t target, bool felt)
{
  SimUnits *u = &world->units;

  if (!sim_within (world, u->seen_tick[target], 10)) {
    world->detections++;
    u->spotted_by[target] = (uint32_t) unit;
  }
  u->seen_tick[target] = world->tick;
  if (u->side[unit] == SIM_SIDE_REPUBLIC) {
    if (u->sighted_by[target] == 0)
      u->felt_only[target] = felt;
    u->felt_only[target] = u->felt_only[target] && felt;
    u->sighted_by[target] |= (uint8_t) (1u << u->group[unit]);
  } else {
    sim_legion_noticed (world, unit, target);
  }
}

/* How much it wants to shoot at this one: near, dangerous, hurt, or shooting at it.  */
static float
worth (const SimWorld *world, size_t unit, size_t target, float distance)
{
  const SimUnits *u = &world->units;
  const SimUnitType *type = sim_unit_type (world, target);
  const SimWeapon *gun = sim_unit_main_gun (world, unit);
  float range = gun != NULL ? gun->range_m : 1;
  float worth = type->value + 2.0f;

  if (u->harmed_by[unit] == target)
    worth *= 1.5f;
  if (u->target[unit] == target)
    worth *= 1.4f;
  return worth / (0.25f + distance / range);
}

/* Whom a unit may have made out in one look.  */
typedef struct {
  int n;
  uint32_t units[SIM_GRID_NEAREST];
  float worths[SIM_GRID_NEAREST];
} Candidates;

static float
farthest_look (const SimWorld *world, const Looker *looker)
{
  float shown = world->most_shown[!world->units.side[looker->unit]];
  float sooner = looker->expects ? FASTEST_MPS * world->rules.expect_sooner_s : 0;
  float most = (looker->reach * shown * KEPT + sooner) * (1 + BAND);
  float farthest = most > FARTHEST_LOOK_M ? FARTHEST_LOOK_M : most;
  float feel = looker->feeling > 0 ? world->rules.feel_most_m : 0;

  if (world->units.dormant[looker->unit] && farthest > world->rules.dormant_sense_m)
    return world->rules.dormant_sense_m;
  return farthest > feel ? farthest : feel;
}

/* Feels at once, and gathers those to whom a sight line is worth asking for.  */
static void
gather (SimWorld *world, const Looker *looker, Candidates *found)
{
  SimNear list[SIM_GRID_NEAREST];
  size_t unit = looker->unit;
  int n = sim_grid_nearest_again (&world->grid, !world->units.side[unit], looker->at,
                                  farthest_look (world, looker), &world->watches[unit], list);

  for (int k = 0; k < n; k++) {
    uint32_t other = list[k].unit;
    bool felt = feels (world, looker, other, list[k].distance);

    /* Who feels what lies dormant knows where to look.  */
    if (stands_out (world, looker, other, list[k].distance) ||
        (felt && world->units.dormant[other])) {
      __builtin_prefetch (&world->eyes[other]);
      found->units[found->n] = other;
      found->worths[found->n++] = worth (world, unit, other, list[k].distance);
    }
    if (felt)
      note_sighting (world, unit, other, true);
  }
}

/* Takes the candidate of the greatest worth out of the list, the nearer of equals.  */
static uint32_t
take_best (Candidates *found)
{
  int best = 0;
  uint32_t unit;

  for (int k = 1; k < found->n; k++)
    best = found->worths[k] > found->worths[best] ? k : best;
  unit = found->units[best];
  for (int k = best; k + 1 < found->n; k++) {
    found->units[k] = found->units[k + 1];
    found->worths[k] = found->worths[k + 1];
  }
  found->n--;
  return unit;
}

/* The first that is worth a shot and seen is the target; of the rest only news is looked at.  */
static uint32_t
choose_target (SimWorld *world, const Looker *looker, Candidates *found)
{
  uint32_t target = SIM_NOBODY;

  while (found->n > 0) {
    uint32_t other = take_best (found);
    bool wanted = target == SIM_NOBODY && !flies (world, other);

    if (!(wanted || is_news (world, looker->unit, other)) || !has_line (world, looker, other))
      continue;
    note_sighting (world, looker->unit, other, false);
    target = wanted ? other : target;
  }
  return target;
}

static void
aim (SimWorld *world, size_t unit, uint32_t target)
{
  SimUnits *u = &world->units;

  u->target[unit] = target;
  u->target_tick[unit] = world->tick;
}

/* Every other look is only for the one it aims at, as long as that one is in sight: to look around
 * costs ten times as much.  */
static bool
keeps_target (SimWorld *world, const Looker *looker)
{
  size_t unit = looker->unit;
  uint32_t target = world->units.target[unit];

  if (target == SIM_NOBODY || (world->tick + unit) / LOOK_TICKS % 2 == 0 ||
      !sim_unit_works (world, target) ||
      !stands_out (world, looker, target,
                   base_vec_distance (looker->at, sim_unit_position (world, target))) ||
      !has_line (world, looker, target))
    return false;
  note_sighting (world, unit, target, false);
  aim (world, unit, target);
  return true;
}

static void
look (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  Looker looker = looker_of (world, unit);
  Candidates found = {0};
  uint32_t target;

  if (keeps_target (world, &looker))
    return;
  gather (world, &looker, &found);
  target = choose_target (world, &looker, &found);
  if (target != SIM_NOBODY)
    aim (world, unit, target);
  else if (u->target[unit] != SIM_NOBODY && !sim_within (world, u->target_tick[unit], 4))
    u->target[unit] = SIM_NOBODY;
}

/* Whom he remembers lies far from what was remembered before, and is asked of the memory while others
 * still look.  */
static inline void
fetch_watch (const SimWorld *world, size_t unit)
{
  const char *watch = (const char *) &world->watches[unit < world->n_units ? unit : 0];

  __builtin_prefetch (watch);
  __builtin_prefetch (watch + 64);
}

void
sim_sensing_step (SimWorld *world)
{
  for (size_t i = sim_first_turn (world, LOOK_TICKS); i < world->n_units;
       i = sim_next_turn (world, i, LOOK_TICKS)) {
    fetch_watch (world, i + 2 * LOOK_TICKS);
    if (!sim_unit_works (world, i) || flies (world, i))
      continue;
    world->units.shown[i] = sim_signature_shown (world, i);
    look (world, i);
  }
}
