/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-look.h"

#include "base/base-codec-names.h"
#include "base/base-math.h"
#include "sim/sim-jam.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-signature.h"
#include "sim/sim-weapons.h"

#define BEGINS_S 3     /* from the burst to the first of its picture */
#define MOVES_MPS 1.5f /* who goes faster is said to move */
#define CONFIDENCE 0.8f
#define COUNTED 4      /* up to so many are counted for certain */

static bool
was_told (const SimLook *look, size_t group)
{
  return (look->told[group / 32] >> (group % 32) & 1) != 0;
}

/* ---- Fired --------------------------------------------------------------------------------- */

static SimLook *
free_place (SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++)
    if (world->looks[i].order == 0)
      return &world->looks[i];
  return NULL;
}

/* Is it in reach of a machine that shoots down what flies?  */
static bool
is_stopped (const SimWorld *world, BaseVec at)
{
  for (size_t i = world->n_own; i < world->n_units; i++) {
    const SimWeapon *gun;

    if (sim_unit_type (world, i)->role != SIM_ROLE_ANTI_AIR || !sim_unit_works (world, i) ||
        world->units.dormant[i])
      continue;
    gun = sim_unit_main_gun (world, i);
    if (gun != NULL && base_vec_distance (at, sim_unit_position (world, i)) <= gun->range_m)
      return true;
  }
  return false;
}

void
sim_look_fire (SimWorld *world, uint32_t number, BaseVec aim)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_SUPPORT];
  const SimWeapon *weapon = &world->rules.weapons[world->wall_weapon];
  SimTally *tally = &world->tallies[SIM_SIDE_REPUBLIC][world->wall_weapon];
  SimLook *look = free_place (world);
  bool dud;

  if (look == NULL) {
    sim_order_close (world, number, SIM_ORDER_FAILED, SIM_CAUSE_NOT_GIVEN);
    return;
  }
  tally->fired++;
  aim.x += weapon->spread_m * base_random_normal (random);
  aim.y += weapon->spread_m * base_random_normal (random);
  dud = base_random_chance (random, world->rules.wall_dud);
  tally->duds += dud;
  *look = (SimLook){
    .order = number,
    .at = aim,
    .failed = dud || is_stopped (world, aim),
    .ends = world->tick + SIM_SECONDS (BEGINS_S + world->rules.look_s),
  };
  if (look->failed) {
    /* That nothing comes is known when something should have.  */
    look->ends = world->tick + SIM_SECONDS (BEGINS_S);
    return;
  }
  /* It bursts in the air, and does there what every round of theirs does.  */
  if (weapon->swarm_cut > 0)
    sim_jam_strike (world, aim, weapon->swarm_cut);
  sim_guns_say (world, SIM_PHRASE_LOOK_OVER, number, 0, aim);
}

/* ---- Seen ---------------------------------------------------------------------------------- */

/* What it shows of one group in this second.  */
typedef struct {
  uint16_t count;
  uint16_t types[SIM_MAX_TYPES];
  BaseVec sum, velocity_sum;
} Shown;

/* Who shows less than plainly is seen nearer under it alone.  */
static bool
shows (const SimWorld *world, const SimLook *look, size_t unit)
{
  float plain = sim_signature_shown (world, unit) * world->rules.look_plain * world->sight_factor;
  float reach = world->rules.look_radius_m * base_clampf (plain, 0, 1);

  return base_vec_distance (look->at, sim_unit_position (world, unit)) <= reach;
}

static void
add (const SimWorld *world, Shown *shown, size_t unit)
{
  shown->count++;
  shown->types[world->units.type[unit]]++;
  shown->sum = base_vec_add (shown->sum, sim_unit_position (world, unit));
  shown->velocity_sum = base_vec_add (shown->velocity_sum, sim_unit_velocity (world, unit));
}

static Shown
shown_of (const SimWorld *world, const SimLook *look, size_t group)
{
  const SimGroup *of = &world->groups[group];
  Shown shown = {0};

  for (size_t i = of->first; i < of->first + of->count; i++)
    if (sim_unit_works (world, i) && !world->units.dormant[i] &&
        !sim_role_flies (sim_unit_type (world, i)->role) && shows (world, look, i))
      add (world, &shown, i);
  return shown;
}

static SimTypeIndex
commonest (const Shown *shown)
{
  int best = 0;

  for (int i = 1; i < SIM_MAX_TYPES; i++)
    if (shown->types[i] > shown->types[best])
      best = i;
  return (SimTypeIndex) best;
}

/* With the error of a picture taken from above.  */
static BaseVec
taken_at (SimWorld *world, const Shown *shown, float error)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_SUPPORT];
  BaseVec at = base_vec_scale (shown->sum, 1.0f / shown->count);

  at.x += error * base_random_normal (random);
  at.y += error * base_random_normal (random);
  return at;
}

static void
tell (SimWorld *world, SimLook *look, size_t group, const Shown *shown)
{
  float error = world->rules.look_error_m * world->difficulty_error;
  BaseVec velocity = base_vec_scale (shown->velocity_sum, 1.0f / shown->count);
  bool moves = base_vec_length (velocity) > MOVES_MPS;
  SimReport report = {
    .kind = SIM_REPORT_CONTACT,
    .platoon = 255,
    .how = SIM_HOW_SEEN,
    .type = commonest (shown),
    /* The same group in the picture of another round is, to the desk, somebody else.  */
    .contact = look->order * SIM_MAX_GROUPS + (uint32_t) group,
    .order = look->order,
    .count = shown->count,
    .count_exact = shown->count <= COUNTED,
    .t_sensed = sim_tick_out (world->tick),
    .stale_at = SIM_TICK_NEVER,
    .position = taken_at (world, shown, error),
    .error_m = error,
    .confidence = CONFIDENCE,
    .velocity_known = moves,
    .velocity = velocity,
    .words = {.phrase = moves ? SIM_PHRASE_LOOK_MOVING : SIM_PHRASE_LOOK_SEEN},
  };

  sim_words_type (&report.words, 0, report.type, report.count);
  sim_words_position (&report.words, 1, report.position);
  sim_words_number (&report.words, 2, sim_direction_of_eight (base_vec (0, 0), velocity));
  if (sim_link_report (world, SIM_NOBODY, SIM_AIR_CONTACT, SIM_SUBJECT_NONE, 0, &report))
    look->told[group / 32] |= 1u << (group % 32);
}

static void
look_around (SimWorld *world, SimLook *look)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    Shown shown;

    if (was_told (look, g))
      continue;
    shown = shown_of (world, look, g);
    if (shown.count > 0)
      tell (world, look, g, &shown);
  }
}

static bool
showed_nobody (const SimLook *look)
{
  uint32_t any = 0;

  for (int i = 0; i < SIM_MAX_GROUPS / 32; i++)
    any |= look->told[i];
  return any == 0;
}

static void
end (SimWorld *world, SimLook *look)
{
  if (look->failed)
    sim_guns_say (world, SIM_PHRASE_LOOK_DUD, look->order, 0, look->at);
  else if (showed_nobody (look))
    sim_guns_say (world, SIM_PHRASE_LOOK_NOTHING, look->order, 0, look->at);
  sim_order_close (world, look->order, look->failed ? SIM_ORDER_FAILED : SIM_ORDER_DONE,
                   look->failed ? SIM_CAUSE_DUD : SIM_CAUSE_NONE);
  look->order = 0;
}

void
sim_look_step (SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++) {
    SimLook *look = &world->looks[i];

    if (look->order == 0)
      continue;
    if (!look->failed && world->tick % SIM_TICKS_PER_SECOND == 0 &&
        world->tick + SIM_SECONDS (world->rules.look_s) >= look->ends)
      look_around (world, look);
    if (world->tick >= look->ends)
      end (world, look);
  }
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_look (BaseCodec *codec, SimLook *look)
{
  base_codec_u32 (codec, &look->order);
  base_codec_vec (codec, &look->at);
  base_codec_u32 (codec, &look->ends);
  for (int i = 0; i < SIM_MAX_GROUPS / 32; i++)
    base_codec_u32 (codec, &look->told[i]);
  base_codec_u8 (codec, &look->failed);
}
#define walk_look(codec, look) BASE_CODEC_PART (walk_look, codec, look)

void
sim_look_walk (BaseCodec *codec, SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++)
    walk_look (codec, &world->looks[i]);
}

bool
sim_look_bounded (const SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++)
    if (world->looks[i].order > world->n_orders || world->looks[i].failed > 1 ||
        (world->wall_fires[i].order != 0 && world->wall_fires[i].order <= world->n_orders &&
         world->wall_fires[i].fires != 0 && world->wall_weapon < 0))
      return false;
  return true;
}
