/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interception guns on the wall: asked for through the desk, normally never given, late when
 * given, old rounds when they come (design: simulation, "Republic side").
 *
 * A request is answered by the desk after a while.  Refused is refused; granted rounds fall minutes
 * later, off the point asked for by the error of the whole fire; some are duds; who stands there is
 * struck, friend or foe.  One round that looks (sim-look.c) is asked for in the same way.  */
#include "sim/sim-jam.h"
#include "sim/sim-weapons.h"

#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-look.h"
#include "sim/sim-promise.h"

#define ANSWER_LEAST_S 15
#define ANSWER_MOST_S 45
#define ROUND_APART_TICKS 20

void
sim_guns_say (SimWorld *world, SimPhrase phrase, uint32_t order, int32_t minutes, BaseVec at)
{
  SimReport report = {
    .kind = SIM_REPORT_DESK,
    .platoon = 255,
    .type = SIM_TYPE_UNKNOWN,
    .how = SIM_HOW_TELEMETRY,
    .order = order,
    .t_sensed = sim_tick_out (world->tick),
    .stale_at = SIM_TICK_NEVER,
    .words = {.phrase = (uint16_t) phrase},
  };

  if (phrase == SIM_PHRASE_GUNS_GRANTED || phrase == SIM_PHRASE_GUNS_LATE ||
      phrase == SIM_PHRASE_LOOK_GRANTED || phrase == SIM_PHRASE_LOOK_LATE) {
    sim_words_number (&report.words, 0, minutes);
    sim_words_position (&report.words, 1, at);
  } else if (phrase != SIM_PHRASE_LOOK_NO_ROUNDS) {
    sim_words_position (&report.words, 0, at);
  }
  sim_link_report (world, SIM_NOBODY, SIM_AIR_STATUS, SIM_SUBJECT_NONE, 0, &report);
}

static SimWallFire *
free_place (SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++)
    if (world->wall_fires[i].order == 0)
      return &world->wall_fires[i];
  return NULL;
}

static bool
is_look (const SimWorld *world, uint32_t number)
{
  return world->orders[number - 1].command.verb == SIM_VERB_LOOK;
}

static unsigned
rounds_of (const SimWorld *world, uint32_t number)
{
  return is_look (world, number) ? 1 : (unsigned) world->rules.wall_rounds;
}

/* Rounds asked for and not yet fired.  */
static unsigned
promised (const SimWorld *world)
{
  unsigned rounds = 0;

  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++)
    if (world->wall_fires[i].order != 0 && world->wall_fires[i].fires != 0)
      rounds += rounds_of (world, world->wall_fires[i].order);
  return rounds;
}

void
sim_guns_request (SimWorld *world, uint32_t number)
{
  const SimRules *rules = &world->rules;
  BaseRandom *random = &world->randoms[SIM_RANDOM_SUPPORT];
  SimWallFire *fire = free_place (world);
  float chance = world->wall_grant >= 0 ? world->wall_grant : rules->wall_grant, delay;
  bool granted;

  if (fire == NULL) {
    sim_order_close (world, number, SIM_ORDER_REFUSED, SIM_CAUSE_NOT_GIVEN);
    return;
  }
  granted = base_random_chance (random, chance) && world->wall_weapon >= 0 &&
            world->wall_rounds >= promised (world) + rounds_of (world, number);
  *fire = (SimWallFire){.order = number, .aim = world->orders[number - 1].command.target.position};
  fire->answer = world->tick + SIM_SECONDS (base_random_range (random, ANSWER_LEAST_S, ANSWER_MOST_S));
  delay = base_random_range (random, rules->wall_delay_least_s, rules->wall_delay_most_s);
  fire->late = (uint8_t) base_random_chance (random, rules->wall_late);
  if (granted)
    fire->fires = world->tick + SIM_SECONDS (delay + (fire->late ? rules->wall_late_s : 0));
}

/* Of a round that looks she is told when it is for want of any.  */
static void
refuse (SimWorld *world, SimWallFire *fire)
{
  uint32_t number = fire->order;
  bool look = is_look (world, number);
  bool none = look && world->wall_weapon >= 0 && world->wall_rounds < promised (world) + 1;

  sim_guns_say (world, none ? SIM_PHRASE_LOOK_NO_ROUNDS
                            : look ? SIM_PHRASE_LOOK_REFUSED : SIM_PHRASE_GUNS_REFUSED,
                number, 0, fire->aim);
  sim_order_close (world, number, SIM_ORDER_REFUSED, none ? SIM_CAUSE_NO_ROUNDS : SIM_CAUSE_NOT_GIVEN);
  fire->order = 0;
}

static SimPhrase
granted_phrase (const SimWorld *world, const SimWallFire *fire)
{
  if (is_look (world, fire->order))
    return fire->late ? SIM_PHRASE_LOOK_LATE : SIM_PHRASE_LOOK_GRANTED;
  return fire->late ? SIM_PHRASE_GUNS_LATE : SIM_PHRASE_GUNS_GRANTED;
}

static void
answer (SimWorld *world, SimWallFire *fire)
{
  int32_t minutes;

  fire->answered = 1;
  if (fire->fires == 0) {
    refuse (world, fire);
    return;
  }
  minutes = (int32_t) ((fire->fires - world->tick + SIM_SECONDS (30)) / SIM_SECONDS (60));
  sim_guns_say (world, granted_phrase (world, fire), fire->order, minutes < 1 ? 1 : minutes, fire->aim);
  sim_order_tell (world, fire->order, SIM_ORDER_BEGUN, SIM_CAUSE_NONE);
}

/* The error is of the whole fire: they all fall around one wrong point.  */
static void
fall (SimWorld *world, SimWallFire *fire)
{
  const SimRules *rules = &world->rules;
  BaseRandom *random = &world->randoms[SIM_RANDOM_SUPPORT];
  const SimWeapon *weapon = &rules->weapons[world->wall_weapon];
  float error = base_random_range (random, rules->wall_error_least_m, rules->wall_error_most_m);
  float angle = base_random_range (random, 0, (float) (2 * BASE_PI));
  BaseVec aim = base_vec_add (fire->aim, base_vec_scale (base_direction (angle), error));
  uint32_t swarm;

  if (is_look (world, fire->order)) {
    world->wall_rounds--;
    sim_look_fire (world, fire->order, aim);
    fire->order = 0;
    return;
  }
  /* Asked for under a swarm they burst in the air.  */
  swarm = weapon->swarm_cut > 0 ? sim_jam_over (world, aim) : SIM_NOBODY;
  for (unsigned i = 0; i < (unsigned) rules->wall_rounds; i++) {
    world->tallies[SIM_SIDE_REPUBLIC][world->wall_weapon].fired++;
    sim_shell_add (world, &(SimShell){
      .lands = world->tick + 1 + i * ROUND_APART_TICKS,
      .shooter = SIM_NOBODY,
      .target = swarm,
      .spotter = SIM_NOBODY,
      .from = world->base,
      .aim = aim,
      .scatter_m = weapon->spread_m,
      .range_m = base_vec_distance (world->base, aim),
      .weapon = (uint8_t) world->wall_weapon,
      .rounds = 1,
    });
  }
  world->wall_rounds -= (uint16_t) rules->wall_rounds;
  sim_promise_guns (world, aim);
  sim_guns_say (world, SIM_PHRASE_GUNS_FIRE, fire->order, 0, fire->aim);
  sim_order_close (world, fire->order, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  fire->order = 0;
}

void
sim_guns_step (SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++) {
    SimWallFire *fire = &world->wall_fires[i];

    if (fire->order != 0 && !fire->answered && world->tick >= fire->answer)
      answer (world, fire);
    if (fire->order != 0 && fire->answered && world->tick >= fire->fires)
      fall (world, fire);
  }
  sim_look_step (world);
}
