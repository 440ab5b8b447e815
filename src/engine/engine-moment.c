/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-moment.h"

#include <string.h>

static EngineTruthUnit
truth_of (const SimUnitTruth *unit)
{
  EngineTruthUnit truth = {
      .id = unit->id,
      .type = unit->type,
      .own = unit->side == SIM_SIDE_REPUBLIC,
      .group = unit->platoon,
      .present = unit->present != 0,
      .alive = unit->alive != 0,
      .pilot_dead = unit->pilot_dead != 0,
      .activity = unit->activity,
      .position = unit->position,
      .heading_deg = unit->heading_deg,
      .ammunition = unit->ammunition,
  };

  memcpy (truth.parts, unit->parts, sizeof truth.parts);
  return truth;
}

EngineMoment *
engine_moment_take (EngineCore *core)
{
  EngineMoment *moment = g_new0 (EngineMoment, 1);
  SimWorld *world = engine_core_world (core);
  gsize n_units = sim_world_n_units (world);

  moment->tick = engine_core_tick (core);
  moment->finished = engine_core_is_finished (core);
  moment->hash = engine_core_hash (core);
  moment->picture_hash = engine_core_picture_hash (core);
  engine_core_fill_view (core, &moment->view);
  moment->units = g_array_sized_new (FALSE, FALSE, sizeof (EngineTruthUnit), (guint) n_units);
  for (gsize i = 0; i < n_units; i++) {
    SimUnitTruth unit = sim_world_unit (world, i);
    EngineTruthUnit truth = truth_of (&unit);

    g_array_append_val (moment->units, truth);
  }
  return moment;
}

void
engine_moment_free (EngineMoment *moment)
{
  if (moment == NULL)
    return;
  g_array_unref (moment->units);
  g_free (moment);
}

SimTick
engine_moment_get_tick (const EngineMoment *moment)
{
  return moment->tick;
}

gboolean
engine_moment_is_finished (const EngineMoment *moment)
{
  return moment->finished;
}

guint64
engine_moment_get_hash (const EngineMoment *moment)
{
  return moment->hash;
}

guint64
engine_moment_get_picture_hash (const EngineMoment *moment)
{
  return moment->picture_hash;
}

const PictureView *
engine_moment_get_view (const EngineMoment *moment)
{
  return &moment->view;
}
