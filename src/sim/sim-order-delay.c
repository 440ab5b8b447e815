/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-order-delay.h"

#include "sim/sim-initiative.h"
#include "sim/sim-nets.h"

#define SAME_PLACE_M 400.0f
#define TRUST_NAMED_S 2.0f

static void
add_delay (SimDelay *delay, float seconds, SimCause cause)
{
  delay->seconds += seconds;
  if (seconds > delay->largest) {
    delay->largest = seconds;
    delay->cause = cause;
  }
}

static float
trust_factor (float trust)
{
  return trust >= 60 ? 1.0f : (trust >= 40 ? 1.3f : (trust >= 20 ? 1.7f : 2.5f));
}

/* Is it on an order that leads elsewhere?  */
static bool
is_contrary (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimUnits *u = &world->units;

  if (u->order[unit] == 0)
    return false;
  return command->target.kind == SIM_TARGET_NONE ||
         base_vec_distance (base_vec (u->post_x[unit], u->post_y[unit]),
                            command->target.position) > SAME_PLACE_M;
}

SimDelay
sim_order_delay (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimRules *rules = &world->rules;
  const SimUnits *u = &world->units;
  const SimPlatoon *platoon = &world->platoons[u->group[unit]];
  SimDelay delay = {0};
  bool supply = sim_unit_is_supply (world, unit);
  float trust = supply ? 1 : trust_factor (u->trust[unit]);

  add_delay (&delay, rules->delay_base_s, SIM_CAUSE_ACKNOWLEDGING);
  if (((command->addressees[0].kind != SIM_ADDRESSEE_UNIT && platoon->leader != unit) ||
       sim_nets_is_off (world, unit)) &&
      !supply)
    add_delay (&delay, rules->delay_relay_s, SIM_CAUSE_RELAY);
  if (is_contrary (world, unit, command))
    add_delay (&delay, rules->delay_change_s, SIM_CAUSE_CHANGING_ORDER);
  if (u->moving[unit])
    add_delay (&delay, rules->delay_moving_s, SIM_CAUSE_MOVING);
  if (sim_within (world, u->fired_tick[unit], 5))
    add_delay (&delay, rules->delay_firing_s, SIM_CAUSE_FIRING);
  if (!supply)
    add_delay (&delay, rules->delay_fatigue_s * u->fatigue[unit] / 100, SIM_CAUSE_FATIGUE);
  if (platoon->leader_lost != 0 && sim_within (world, platoon->leader_lost, 60))
    add_delay (&delay, rules->delay_no_leader_s, SIM_CAUSE_NO_LEADER);
  /* Of two causes much alike the one that is nobody's fault is named.  */
  if (delay.seconds * (trust - 1) > delay.largest + TRUST_NAMED_S)
    delay.cause = SIM_CAUSE_TRUST;
  delay.seconds *= trust * world->difficulty_wait;
  if (!supply)
    delay.seconds *= sim_pilot_delay_factor (world, unit);
  if (command->timing == SIM_TIMING_AT_ONCE)
    delay.seconds *= 0.5f;
  return delay;
}
