/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the squadron's net was used: what became of reports, how long orders waited for air, and how much
 * of the time somebody spoke (design: play, "Air time").  */
#include "sim/sim-nets.h"

#include "base/base-codec-names.h"

#include <string.h>

#define u8 base_codec_u8
#define u32 base_codec_u32
#define vec base_codec_vec

/* ---- Counting ------------------------------------------------------------------------------ */

void
sim_nets_made (SimWorld *world, unsigned air_class)
{
  world->nets.counts.made[air_class]++;
}

void
sim_nets_heard (SimWorld *world, const SimUtterance *utterance)
{
  SimNetCounts *counts = &world->nets.counts;

  counts->heard[utterance->air_class]++;
  counts->garbled[utterance->air_class] += utterance->report.words.n_lost > 0;
}

/* What a rule kept back, or newer words took the place of, is no loss of the link's.  */
void
sim_nets_lost (SimWorld *world, SimNetLoss cause, unsigned air_class)
{
  world->nets.counts.lost[cause][air_class]++;
  world->reports_lost += cause != SIM_NET_LOSS_REPLACED && cause != SIM_NET_LOSS_SILENCED;
}

static bool
is_engaged (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return sim_unit_fights (world, unit) &&
         (sim_within (world, u->fired_tick[unit], world->rules.engaged_s) ||
          sim_within (world, u->harmed_tick[unit], world->rules.engaged_s));
}

static SimNetPhase
phase_of (const SimWorld *world)
{
  unsigned engaged = 0;

  for (size_t i = 0; i < world->n_own; i++)
    engaged += is_engaged (world, i);
  if (engaged == 0)
    return SIM_NET_QUIET;
  return (float) engaged < world->rules.crisis_engaged ? SIM_NET_CONTACT : SIM_NET_CRISIS;
}

/* The gap after a speaker is not free either.  */
void
sim_nets_count_tick (SimWorld *world)
{
  SimNets *nets = &world->nets;

  if (world->tick % SIM_TICKS_PER_SECOND == 0)
    nets->phase = (uint8_t) phase_of (world);
  nets->counts.ticks[nets->phase]++;
  nets->counts.used[nets->phase] += world->link.now.id != 0 || world->tick < world->link.free_at;
}

/* ---- Figures ------------------------------------------------------------------------------- */

/* The waits of the orders entered in a phase, shortest first; returns how many.  */
static uint32_t
sorted_waits (const SimWorld *world, unsigned phase, SimTick *waits)
{
  uint32_t n = 0;

  for (uint32_t i = 0; i < world->n_orders; i++) {
    const SimOrder *order = &world->orders[i];
    SimTick wait = order->first_word - order->entered;
    uint32_t at = n;

    if (order->phase != phase || order->first_word == 0)
      continue;
    for (; at > 0 && waits[at - 1] > wait; at--)
      waits[at] = waits[at - 1];
    waits[at] = wait;
    n++;
  }
  return n;
}

/* The least that this share of them does not pass.  */
static double
quantile_s (const SimTick *waits, uint32_t n, unsigned percent)
{
  uint32_t at = (n * percent + 99) / 100;

  return n == 0 ? 0 : (double) waits[at > 0 ? at - 1 : 0] / SIM_TICKS_PER_SECOND;
}

static SimNetDelay
delay_of (const SimWorld *world, unsigned phase)
{
  SimTick waits[SIM_MAX_ORDERS];
  SimNetDelay delay = {.orders = sorted_waits (world, phase, waits)};

  delay.median_s = quantile_s (waits, delay.orders, 50);
  delay.p95_s = quantile_s (waits, delay.orders, 95);
  for (uint32_t i = 0; i < world->n_orders; i++)
    delay.unsaid += world->orders[i].phase == phase && world->orders[i].first_word == 0 &&
                    world->orders[i].command.verb != SIM_VERB_LISTEN_IN;
  return delay;
}

SimNetFigures
sim_world_net_figures (const SimWorld *world)
{
  SimNetFigures figures = {.counts = world->nets.counts};

  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (world->link.queue[i].id != 0 && world->link.queue[i].has_report)
      figures.waiting[world->link.queue[i].air_class]++;
  if (world->link.now.id != 0 && world->link.now.has_report)
    figures.waiting[world->link.now.air_class]++;
  for (unsigned phase = 0; phase < SIM_N_NET_PHASES; phase++)
    figures.delays[phase] = delay_of (world, phase);
  return figures;
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_counts (BaseCodec *codec, SimNetCounts *counts)
{
  for (int i = 0; i < SIM_N_AIR_CLASSES; i++) {
    u32 (codec, &counts->made[i]);
    u32 (codec, &counts->heard[i]);
    u32 (codec, &counts->garbled[i]);
    for (int cause = 0; cause < SIM_N_NET_LOSSES; cause++)
      u32 (codec, &counts->lost[cause][i]);
  }
  u32 (codec, &counts->orders_cut);
  u32 (codec, &counts->own_words);
  for (int i = 0; i < SIM_N_NET_PHASES; i++) {
    u32 (codec, &counts->ticks[i]);
    u32 (codec, &counts->used[i]);
  }
}
#define walk_counts(codec, counts) BASE_CODEC_PART (walk_counts, codec, counts)

static void
walk_own_word (BaseCodec *codec, SimOwnWord *word)
{
  u32 (codec, &word->number);
  u32 (codec, &word->said);
  vec (codec, &word->position);
}
#define walk_own_word(codec, word) BASE_CODEC_PART (walk_own_word, codec, word)

void
sim_nets_walk (BaseCodec *codec, SimNets *nets)
{
  for (int i = 0; i <= SIM_MAX_PLATOONS; i++)
    u8 (codec, &nets->rules[i]);
  u8 (codec, &nets->leaders_only);
  u8 (codec, &nets->listening);
  u8 (codec, &nets->hushed);
  u32 (codec, &nets->captain_tick);
  u32 (codec, &nets->begun);
  u32 (codec, &nets->until);
  u32 (codec, &nets->free_at);
  u32 (codec, &nets->next_utterance);
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    walk_own_word (codec, &nets->words[i]);
  u8 (codec, &nets->phase);
  walk_counts (codec, &nets->counts);
}
