/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-expect.h"

#include "base/base-codec-names.h"
#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-result.h"
#include "sim/sim-talk.h"
#include "sim/sim-trust.h"

#define FROM_M 3000.0f       /* how far a direction that was named is meant */
#define VIEW_M 500.0f        /* cover should look so far toward it */
#define BLIND_M 60.0f        /* cover that does not is as good as other cover so much farther */
#define MOVES_M 25.0f        /* who goes so far to other cover leaves his post */
#define TURNS_DEG 30.0f
#define SAME_SIDE 0.5f       /* cosine: within 60 degrees of what was told */
#define KNOWN_S 30
#define FOUND_S 10
#define STILL_MPS 0.5f

#define u8 base_codec_u8
#define u32 base_codec_u32
#define f32 base_codec_f32
#define vec base_codec_vec

/* ---- What was told ------------------------------------------------------------------------- */

static bool
is_for (const SimWarning *warning, size_t unit)
{
  return warning->order != 0 && (warning->unit == SIM_NOBODY || warning->unit == unit);
}

/* Distance from a point to the way between two others.  */
static float
off_way (BaseVec point, BaseVec from, BaseVec to)
{
  BaseVec way = base_vec_sub (to, from), off = base_vec_sub (point, from);
  float length = base_vec_dot (way, way);
  float share = length > 0 ? base_clampf (base_vec_dot (off, way) / length, 0, 1) : 0;

  return base_vec_distance (point, base_vec_add (from, base_vec_scale (way, share)));
}

static BaseVec
toward (BaseVec from, float bearing_deg, float metres)
{
  return base_vec_add (from, base_vec_scale (base_direction_deg (bearing_deg), metres));
}

/* On the way from a place to those who are `here`, and on that side of them: who has come near from
 * behind was not meant.  */
static bool
comes_from (const SimWorld *world, BaseVec here, BaseVec there, BaseVec place)
{
  BaseVec told = base_vec_sub (place, here), seen = base_vec_sub (there, here);

  return base_vec_dot (told, seen) >=
             SAME_SIDE * base_vec_length (told) * base_vec_length (seen) &&
         off_way (there, place, here) <= world->rules.expect_m;
}

/* Is one at `there` who was meant, to those at `here`?  */
static bool
covers (const SimWorld *world, const SimWarning *warning, BaseVec here, BaseVec there)
{
  return base_vec_distance (there, warning->place) <= world->rules.expect_m ||
         (warning->track != 0 && comes_from (world, here, there, warning->place)) ||
         (warning->from_deg >= 0 &&
          comes_from (world, here, there, toward (here, warning->from_deg, FROM_M)));
}

/* 1 for who was expected, less for who was possible, 0 for others.  */
static float
strength (const SimWorld *world, size_t unit, size_t target)
{
  const SimWarning *warnings = world->warnings[world->units.group[unit]];
  BaseVec here = sim_unit_position (world, unit), there = sim_unit_position (world, target);
  float most = 0;

  for (int i = 0; i < SIM_MAX_WARNINGS; i++) {
    float each = warnings[i].possible ? world->rules.expect_possible : 1;

    if (is_for (&warnings[i], unit) && each > most && covers (world, &warnings[i], here, there))
      most = each;
  }
  return most;
}

/* Of several the last that was told; NULL: none is for him.  */
static const SimWarning *
latest (const SimWorld *world, size_t unit)
{
  const SimWarning *warnings = world->warnings[world->units.group[unit]], *last = NULL;

  for (int i = 0; i < SIM_MAX_WARNINGS; i++)
    if (is_for (&warnings[i], unit) && (last == NULL || warnings[i].order > last->order))
      last = &warnings[i];
  return last;
}

static float
bearing_of (const SimWarning *warning, BaseVec here)
{
  BaseVec way = base_vec_sub (warning->place, here);

  return warning->from_deg >= 0 ? warning->from_deg : (float) base_bearing_deg (way.x, way.y);
}

/* ---- What it does -------------------------------------------------------------------------- */

float
sim_expect_sooner_m (const SimWorld *world, size_t unit, size_t target)
{
  return strength (world, unit, target) * world->rules.expect_sooner_s * world->units.speed[target];
}

static bool
stands (const SimWorld *world, size_t unit)
{
  return world->units.speed[unit] < STILL_MPS;
}

/* As long as their fire has not found him: that he was seen, or fired himself, ends no ambush.  */
static bool
lies_in_wait (const SimWorld *world, size_t unit)
{
  return stands (world, unit) && !sim_within (world, world->units.harmed_tick[unit], FOUND_S);
}

float
sim_expect_scatter (const SimWorld *world, size_t unit, size_t target)
{
  if (!lies_in_wait (world, unit))
    return 1;
  /* Far off, hits go with the square of the scatter.  */
  return 1 / (float) base_sqrt (1 + world->rules.expect_ambush * strength (world, unit, target));
}

float
sim_expect_open_to (const SimWorld *world, size_t unit, size_t enemy)
{
  return stands (world, unit) ? 1 - world->rules.expect_cover * strength (world, unit, enemy) : 1;
}

static bool
looks_that_way (const SimWorld *world, const SimWarning *warning, BaseVec spot)
{
  BaseVec view = toward (spot, bearing_of (warning, spot), VIEW_M);

  return sim_terrain_line_of_sight (world->ground, spot, 2, sim_move_on_map (world, view), 2);
}

BaseVec
sim_expect_cover (const SimWorld *world, size_t unit, BaseVec at, float reach)
{
  const SimWarning *warning = latest (world, unit);
  float step = world->ground->cell_m, least = 1e9f;
  int most = (int) (reach / step);
  BaseVec found = at;

  for (int dy = -most; warning != NULL && dy <= most; dy++)
    for (int dx = -most; dx <= most; dx++) {
      BaseVec spot = base_vec (at.x + (float) dx * step, at.y + (float) dy * step);
      float cost = base_vec_distance (at, spot);

      if (cost > reach || cost >= least ||
          !sim_terrain_shelters (sim_terrain_cover (world->ground, spot)))
        continue;
      cost += looks_that_way (world, warning, spot) ? 0 : BLIND_M;
      if (cost < least) {
        least = cost;
        found = spot;
      }
    }
  return found;
}

/* Those at a post that nothing has happened to yet.  */
static bool
is_at_ease (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return u->mission[unit] == SIM_MISSION_HOLD && !u->moving[unit] &&
         u->target[unit] == SIM_NOBODY && !sim_within (world, u->harmed_tick[unit], 10);
}

void
sim_expect_face (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  const SimWarning *warning;
  float off, most;

  if (!sim_expects (world, unit) || !is_at_ease (world, unit) || u->speed[unit] > 0.5f ||
      u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] == 0)
    return;
  warning = latest (world, unit);
  if (warning == NULL)
    return;
  off = base_bearing_difference_deg (bearing_of (warning, sim_unit_position (world, unit)),
                                     u->heading_deg[unit]);
  most = sim_unit_type (world, unit)->turn_dps;
  u->heading_deg[unit] += base_clampf (off, -most, most);
  if (u->heading_deg[unit] < 0)
    u->heading_deg[unit] += 360;
  if (u->heading_deg[unit] >= 360)
    u->heading_deg[unit] -= 360;
}

/* Who stands in cover stays there: to go elsewhere shows him, and he was put there for a reason.  */
static BaseVec
better_cover (const SimWorld *world, size_t unit, BaseVec at)
{
  return sim_terrain_shelters (sim_terrain_cover (world->ground, at))
             ? at
             : sim_pilot_cover (world, unit, at);
}

static void
take_cover (SimWorld *world, size_t unit, SimWarning *warning)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit), spot;
  float off;

  if (!is_at_ease (world, unit))
    return;
  off = base_bearing_difference_deg (bearing_of (warning, at), u->heading_deg[unit]);
  spot = better_cover (world, unit, at);
  if (base_vec_distance (spot, at) > MOVES_M) {
    u->post_x[unit] = spot.x;
    u->post_y[unit] = spot.y;
    sim_move_to (world, unit, spot);
    warning->moved = 1;
  }
  if (off > TURNS_DEG || off < -TURNS_DEG)
    warning->moved = 1;
}

/* ---- Told ---------------------------------------------------------------------------------- */

/* Does the platoon see somebody in what is told?  */
static bool
sees_them (const SimWorld *world, size_t platoon, const SimWarning *warning, double within_s)
{
  const SimPlatoon *of = &world->platoons[platoon];
  uint32_t unit = warning->unit == SIM_NOBODY ? of->leader : warning->unit;

  if (unit == SIM_NOBODY)
    return false;
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    if (of->contacts[i].number != 0 && sim_within (world, of->contacts[i].last_seen, within_s) &&
        covers (world, warning, sim_unit_position (world, unit), of->contacts[i].position))
      return true;
  return false;
}

static bool
about_the_same (const SimWorld *world, const SimWarning *a, const SimWarning *b)
{
  return a->order != 0 && a->unit == b->unit &&
         ((a->track != 0 && a->track == b->track) ||
          base_vec_distance (a->place, b->place) <= world->rules.expect_m);
}

/* The place of an older one about the same, else a free one, else the oldest.  */
static SimWarning *
place_for (SimWorld *world, size_t platoon, const SimWarning *fresh)
{
  SimWarning *warnings = world->warnings[platoon], *best = &warnings[0];

  for (int i = 0; i < SIM_MAX_WARNINGS; i++)
    if (about_the_same (world, &warnings[i], fresh))
      return &warnings[i];
  for (int i = 0; i < SIM_MAX_WARNINGS; i++)
    if (warnings[i].order < best->order)
      best = &warnings[i];
  return best;
}

/* Is one of this order spoken to by himself?  */
static bool
is_named (const SimCommand *command, size_t unit)
{
  for (unsigned i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == SIM_ADDRESSEE_UNIT && command->addressees[i].index == unit)
      return true;
  return false;
}

static SimWarning
warning_of (const SimWorld *world, size_t unit, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  bool side = command->target.kind == SIM_TARGET_NONE && command->facing_deg >= 0;

  return (SimWarning){
    .order = number,
    .unit = is_named (command, unit) ? (uint32_t) unit : SIM_NOBODY,
    .told = world->tick,
    /* Without a place it is that side of where they are.  */
    .place = side ? toward (sim_unit_position (world, unit), command->facing_deg, FROM_M)
                  : command->target.position,
    .from_deg = command->facing_deg,
    .track = command->target.kind == SIM_TARGET_TRACK ? command->target.number : 0,
    .possible = command->possible,
  };
}

/* Saying it again takes back no blame and earns nothing twice.  */
static void
inherit (SimWorld *world, size_t platoon, SimWarning *fresh, const SimWarning *old)
{
  bool same = about_the_same (world, old, fresh);

  fresh->known = sees_them (world, platoon, fresh, KNOWN_S) || (same && (old->met || old->known));
  fresh->moved = same && old->moved && !old->met;
  fresh->cost_life = same && old->cost_life;
}

void
sim_expect_begin (SimWorld *world, size_t unit, uint32_t number)
{
  size_t platoon = world->units.group[unit];
  SimWarning fresh = warning_of (world, unit, number), *place;

  if (platoon >= SIM_MAX_PLATOONS)
    return;
  place = place_for (world, platoon, &fresh);
  if (place->order != number || place->unit != fresh.unit) {
    inherit (world, platoon, &fresh, place);
    *place = fresh;
    world->warned |= (uint8_t) (1u << platoon);
  }
  take_cover (world, unit, place);
}

/* ---- Right or wrong ------------------------------------------------------------------------ */

static void
say (SimWorld *world, size_t platoon, const SimWarning *warning, SimPhrase phrase)
{
  uint32_t speaker = warning->unit == SIM_NOBODY ? world->platoons[platoon].leader : warning->unit;
  SimReport report;

  if (speaker == SIM_NOBODY || !sim_unit_works (world, speaker))
    return;
  report = sim_report_begin (world, speaker, SIM_REPORT_PLATOON, phrase);
  report.order = warning->order;
  sim_link_report (world, speaker, SIM_AIR_TALK, SIM_SUBJECT_ORDER | warning->order, 5, &report);
}

static void
prove_right (SimWorld *world, size_t platoon, SimWarning *warning)
{
  warning->met = 1;
  if (warning->known)
    return;
  sim_trust_change_platoon (world, platoon, warning->unit, SIM_TRUST_WARNING_RIGHT,
                            world->rules.trust_warning_right);
  say (world, platoon, warning, SIM_PHRASE_WARNING_RIGHT);
  sim_talk_warned (world, platoon);
}

static void
run_out (SimWorld *world, size_t platoon, SimWarning *warning)
{
  const SimRules *rules = &world->rules;
  SimWarning over = *warning;

  memset (warning, 0, sizeof *warning);
  if (!over.moved || over.met || over.known)
    return;
  sim_trust_change_platoon (world, platoon, over.unit, SIM_TRUST_WARNING_WRONG,
                            over.possible ? -rules->trust_warning_possible
                                          : -rules->trust_warning_wrong);
  if (over.cost_life && !over.possible)
    sim_result_fault (world, SIM_FAULT_WARNING, platoon, over.told);
  say (world, platoon, &over, SIM_PHRASE_WARNING_WRONG);
}

static bool
step_platoon (SimWorld *world, size_t platoon)
{
  bool any = false;

  for (int i = 0; i < SIM_MAX_WARNINGS; i++) {
    SimWarning *each = &world->warnings[platoon][i];

    if (each->order == 0)
      continue;
    if (!each->met && sees_them (world, platoon, each, 2))
      prove_right (world, platoon, each);
    if (!sim_within (world, each->told, world->rules.expect_s))
      run_out (world, platoon, each);
    any |= each->order != 0;
  }
  return any;
}

void
sim_expect_step (SimWorld *world)
{
  for (size_t p = 0; world->warned != 0 && p < world->n_platoons; p++)
    if ((world->warned >> p & 1) != 0 && !step_platoon (world, p))
      world->warned &= (uint8_t) ~(1u << p);
}

void
sim_expect_death (SimWorld *world, size_t unit)
{
  size_t platoon = world->units.group[unit];

  for (int i = 0; platoon < SIM_MAX_PLATOONS && i < SIM_MAX_WARNINGS; i++)
    if (is_for (&world->warnings[platoon][i], unit) && world->warnings[platoon][i].moved)
      world->warnings[platoon][i].cost_life = 1;
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_warning (BaseCodec *codec, SimWarning *warning)
{
  u32 (codec, &warning->order);
  u32 (codec, &warning->unit);
  u32 (codec, &warning->told);
  vec (codec, &warning->place);
  f32 (codec, &warning->from_deg);
  u32 (codec, &warning->track);
  u8 (codec, &warning->possible);
  u8 (codec, &warning->moved);
  u8 (codec, &warning->known);
  u8 (codec, &warning->met);
  u8 (codec, &warning->cost_life);
}
#define walk_warning(codec, warning) BASE_CODEC_PART (walk_warning, codec, warning)

void
sim_expect_walk (BaseCodec *codec, SimWorld *world)
{
  for (size_t p = 0; p < SIM_MAX_PLATOONS; p++)
    for (int i = 0; i < SIM_MAX_WARNINGS; i++)
      walk_warning (codec, &world->warnings[p][i]);
  u8 (codec, &world->warned);
}

bool
sim_expect_bounded (const SimWorld *world)
{
  for (size_t p = 0; p < SIM_MAX_PLATOONS; p++)
    for (int i = 0; i < SIM_MAX_WARNINGS; i++) {
      const SimWarning *each = &world->warnings[p][i];

      if (each->order > world->n_orders || (each->order != 0 && p >= world->n_platoons) ||
          (each->order != 0 && each->unit != SIM_NOBODY && each->unit >= world->n_own) ||
          !(each->from_deg >= -1 && each->from_deg <= 360))
        return false;
    }
  return true;
}
