/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-trust.h"

#include "base/base-codec-names.h"
#include "base/base-math.h"

#define SAME_PLACE_M 1.0f

#define u8 base_codec_u8
#define u32 base_codec_u32
#define f32 base_codec_f32

/* ---- One change ---------------------------------------------------------------------------- */

/* So much of `by` as the battle's bounds, the reason's own, and 0 and 100 leave.  */
static float
room_for (const SimWorld *world, size_t unit, SimTrustReason reason, float by)
{
  const SimRules *rules = &world->rules;
  const SimUnits *u = &world->units;
  float most = base_clampf (rules->trust_most_up - u->trust_swing[unit], 0, 100 - u->trust[unit]);
  float least = base_clampf (-rules->trust_most_down - u->trust_swing[unit], -u->trust[unit], 0);

  if (reason == SIM_TRUST_WARNING_RIGHT)
    most = base_clampf (rules->trust_warning_most - u->trust_warned[unit], 0, most);
  if (reason == SIM_TRUST_ORDER_REPEATED)
    least = base_clampf (-rules->trust_repeated_most - u->trust_nagged[unit], least, 0);
  return base_clampf (by, least, most);
}

static void
note (SimWorld *world, size_t unit, SimTrustReason reason, float size)
{
  if (world->n_trust_events == SIM_MAX_TRUST_EVENTS)
    return;
  world->trust_events[world->n_trust_events++] = (SimTrustEvent){
    .t = world->tick,
    .unit = (uint32_t) unit,
    .size = size,
    .reason = (uint8_t) reason,
  };
}

void
sim_trust_change (SimWorld *world, size_t unit, SimTrustReason reason, float by)
{
  SimUnits *u = &world->units;
  float size;

  if (u->pilot_dead[unit] || sim_unit_is_supply (world, unit))
    return;
  size = room_for (world, unit, reason, by);
  if (size == 0)
    return;
  u->trust[unit] = base_clampf (u->trust[unit] + size, 0, 100);
  u->trust_swing[unit] += size;
  if (reason == SIM_TRUST_WARNING_RIGHT)
    u->trust_warned[unit] += size;
  if (reason == SIM_TRUST_ORDER_REPEATED)
    u->trust_nagged[unit] += size;
  note (world, unit, reason, size);
}

void
sim_trust_change_platoon (SimWorld *world, size_t platoon, uint32_t unit, SimTrustReason reason,
                          float by)
{
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (unit == SIM_NOBODY || unit == members[k])
      sim_trust_change (world, members[k], reason, by);
}

/* ---- What it comes of ---------------------------------------------------------------------- */

void
sim_trust_fetched (SimWorld *world, size_t unit)
{
  for (size_t i = 0; i < world->n_own; i++)
    sim_trust_change (world, i, i == unit ? SIM_TRUST_FETCHED : SIM_TRUST_COMRADE_FETCHED,
                      i == unit ? world->rules.trust_fetched : world->rules.trust_fetched_squadron);
}

void
sim_trust_death (SimWorld *world, size_t unit)
{
  const SimRules *rules = &world->rules;
  const SimUnits *u = &world->units;

  if (u->insisted_tick[unit] == 0 ||
      !sim_within (world, u->insisted_tick[unit], rules->insisted_s))
    return;
  for (size_t i = 0; i < world->n_own; i++)
    if (u->group[i] == u->group[unit])
      sim_trust_change (world, i, SIM_TRUST_DEATH_INSISTED, -rules->trust_insisted_death);
    else
      sim_trust_change (world, i, SIM_TRUST_COMRADE_DEATH_INSISTED,
                        -rules->trust_insisted_death_squadron);
}

/* ---- The same again ------------------------------------------------------------------------ */

/* A track that has gone on is the same track.  */
static bool
same_target (const SimTarget *a, const SimTarget *b)
{
  if (a->kind != b->kind || a->number != b->number)
    return false;
  return a->kind != SIM_TARGET_POSITION ||
         base_vec_distance (a->position, b->position) <= SAME_PLACE_M;
}

static bool
same_words (const SimCommand *a, const SimCommand *b)
{
  if (a->verb != b->verb || a->posture != b->posture || a->timing != b->timing ||
      a->topic != b->topic || a->n_addressees != b->n_addressees || a->n_via != b->n_via ||
      a->facing_deg != b->facing_deg || a->possible != b->possible || a->help != b->help ||
      a->minutes != b->minutes || a->until_relieved != b->until_relieved ||
      !same_target (&a->target, &b->target))
    return false;
  for (unsigned i = 0; i < a->n_addressees; i++)
    if (a->addressees[i].kind != b->addressees[i].kind ||
        a->addressees[i].index != b->addressees[i].index)
      return false;
  for (unsigned i = 0; i < a->n_via; i++)
    if (!same_target (&a->via[i], &b->via[i]))
      return false;
  return true;
}

/* Who never heard it, or could not do it, may be told once more.  */
static bool
was_taken (const SimOrder *order)
{
  switch (order->state) {
  case SIM_ORDER_ENTERED:
  case SIM_ORDER_SPOKEN:
  case SIM_ORDER_CUT:
  case SIM_ORDER_FAILED:
  case SIM_ORDER_LOST:
    return false;
  default:
    return true;
  }
}

bool
sim_trust_is_repeated (const SimWorld *world, uint32_t number)
{
  const SimOrder *order = &world->orders[number - 1];

  for (uint32_t i = number - 1; i-- > 0;) {
    const SimOrder *earlier = &world->orders[i];

    if (order->entered > earlier->entered + SIM_SECONDS (world->rules.repeated_s))
      return false;
    if (was_taken (earlier) && same_words (&earlier->command, &order->command))
      return true;
  }
  return false;
}

/* ---- Looking ------------------------------------------------------------------------------- */

size_t
sim_world_n_trust_events (const SimWorld *world)
{
  return world->n_trust_events;
}

SimTrustEvent
sim_world_trust_event (const SimWorld *world, size_t index)
{
  SimTrustEvent event = world->trust_events[index];

  event.t = sim_tick_out (event.t);
  return event;
}

float
sim_world_trust (const SimWorld *world, size_t unit)
{
  return world->units.trust[unit];
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_trust_event (BaseCodec *codec, SimTrustEvent *event)
{
  u32 (codec, &event->t);
  u32 (codec, &event->unit);
  f32 (codec, &event->size);
  u8 (codec, &event->reason);
}
#define walk_trust_event(codec, event) BASE_CODEC_PART (walk_trust_event, codec, event)

void
sim_trust_walk (BaseCodec *codec, SimWorld *world)
{
  u32 (codec, &world->n_trust_events);
  if (world->n_trust_events > SIM_MAX_TRUST_EVENTS) {
    codec->failed = true;
    world->n_trust_events = 0;
    return;
  }
  for (uint32_t i = 0; i < SIM_MAX_TRUST_EVENTS; i++)
    walk_trust_event (codec, &world->trust_events[i]);
}

bool
sim_trust_bounded (const SimWorld *world)
{
  const SimUnits *u = &world->units;

  for (uint32_t i = 0; i < world->n_trust_events; i++)
    if (world->trust_events[i].unit >= world->n_own ||
        world->trust_events[i].reason >= SIM_N_TRUST_REASONS)
      return false;
  for (size_t i = 0; i < world->n_own; i++)
    if (!(u->trust_swing[i] >= -1000 && u->trust_swing[i] <= 1000) ||
        !(u->trust_warned[i] >= -1000 && u->trust_warned[i] <= 1000) ||
        !(u->trust_nagged[i] >= -1000 && u->trust_nagged[i] <= 1000))
      return false;
  return true;
}
