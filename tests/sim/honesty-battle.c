/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "honesty-battle.h"

SimWorld *
honesty_quiet (float trust, uint64_t seed)
{
  Build build;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build_own (&build, 0, 1060, 1000, 0);
  build_own (&build, 1, 5000, 1000, 0);
  build_own (&build, 1, 5060, 1000, 0);
  build_scavenger (&build, 300, 200, 1);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 6, 7900, 5900, 7900, 5900);
  build.groups[0].n_route = 0;
  build.rules.types[BUILD_SCOUT].sight_m = 0;
  build.def.duration = SIM_SECONDS (3000);
  for (size_t i = 0; i < build.n_squadron; i++)
    build.squadron[i].trust = trust;
  return build_world (&build, seed);
}

SimReport
honesty_next_report (SimWorld *world, double seconds)
{
  SimMessage message;

  g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, seconds, &message));
  return message.report;
}

SimTelemetry
honesty_next_data (SimWorld *world, size_t unit, double seconds)
{
  SimMessage message;

  do
    g_assert_true (build_wait_message (world, SIM_MESSAGE_TELEMETRY, seconds, &message));
  while (message.telemetry.unit.index != unit);
  return message.telemetry;
}

SimReport
honesty_asked (SimWorld *world, SimReportTopic topic)
{
  static uint32_t id = 100;
  SimCommand command = build_order_unit (++id, SIM_VERB_REPORT, FIRST, 0, 0);
  SimReport report;

  command.target.kind = SIM_TARGET_NONE;
  command.topic = (uint8_t) topic;
  g_assert_true (sim_world_submit (world, &command));
  do
    report = honesty_next_report (world, 40);
  while (report.kind == SIM_REPORT_ORDER || report.order == 0);
  return report;
}

static bool
next_report_before (SimWorld *world, SimTick end, SimMessage *message)
{
  SimTick now = sim_world_tick (world);

  return now < end && build_wait_message (world, SIM_MESSAGE_REPORT,
                                          (end - now) / (double) SIM_TICKS_PER_SECOND, message);
}

bool
honesty_hears (SimWorld *world, SimPhrase phrase, double seconds)
{
  SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds);
  SimMessage message;

  while (next_report_before (world, end, &message))
    if (message.report.words.phrase == phrase)
      return true;
  return false;
}

void
honesty_show_enemy (SimWorld *world, float metres)
{
  for (size_t i = 0; i < 6; i++) {
    world->units.x[ENEMY + i] = 1000 + 20 * (float) i;
    world->units.y[ENEMY + i] = 1000 + metres;
  }
  for (size_t i = 0; i < 4; i++)
    world->units.hold_fire[i] = 1;
}

bool
honesty_hears_contact_from (SimWorld *world, uint32_t speaker, double seconds)
{
  SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds);
  SimMessage message;

  while (next_report_before (world, end, &message))
    if (message.report.kind == SIM_REPORT_CONTACT) {
      g_assert_cmpuint (message.report.from.index, ==, speaker);
      return true;
    }
  return false;
}
