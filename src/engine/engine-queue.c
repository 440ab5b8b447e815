/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she does to her orders that wait for air: handed to the world at the next step, and seen before.  */
#include "engine/engine-core-private.h"

gboolean
engine_core_edit_queue (EngineCore *core, const SimQueueEdit *edit)
{
  if (sim_world_is_finished (core->world) || !sim_queue_edit_is_fit (edit))
    return FALSE;
  g_array_append_vals (core->queue_edits, edit, 1);
  return TRUE;
}

/* An edit may be of an order that was given with it: those go first.  */
void
engine_core_submit_queue_edits (EngineCore *core)
{
  guint taken = 0;

  if (core->waiting->len > 0)
    return;
  for (; taken < core->queue_edits->len; taken++) {
    ScenarioReplayCommand entry = {
        .tick = sim_world_tick (core->world),
        .is_queue = TRUE,
        .queue = g_array_index (core->queue_edits, SimQueueEdit, taken),
    };

    if (!sim_world_edit_queue (core->world, &entry.queue))
      break;
    g_array_append_val (core->replay->commands, entry);
  }
  if (taken > 0)
    g_array_remove_range (core->queue_edits, 0, taken);
}

/* ---- Foreseen ------------------------------------------------------------------------------ */

static SimTick
length_of (const EngineCore *core, const SimQueued *queued)
{
  return queued->air_ticks + SIM_SECONDS (core->scenario->rules.air_gap_s) +
         (queued->brief ? 0 : queued->read_back_ticks);
}

static void
foresee_order (EngineCore *core, PictureView *view, const SimCommand *command)
{
  const SimQueued *last = view->n_queue > 0 ? &view->queue[view->n_queue - 1] : NULL;
  SimQueued *queued = &view->queue[view->n_queue];

  if (view->n_queue == SIM_MAX_TOLD)
    return;
  *queued = sim_world_queued (core->world, command);
  queued->entered = view->now;
  queued->t_begin = view->now;
  if (last != NULL)
    queued->t_begin = last->t_begin + length_of (core, last);
  else if (view->on_air.id != 0)
    queued->t_begin = MAX (view->now, view->on_air.t_end);
  queued->place = (guint8) view->n_queue++;
}

static void
take_out (PictureView *view, gsize at)
{
  for (; at + 1 < view->n_queue; at++)
    view->queue[at] = view->queue[at + 1];
  view->n_queue--;
}

static void
put_in (PictureView *view, const SimQueued *queued, gsize at)
{
  for (gsize i = view->n_queue++; i > at; i--)
    view->queue[i] = view->queue[i - 1];
  view->queue[at] = *queued;
}

static void
foresee_edit (PictureView *view, const SimQueueEdit *edit)
{
  gsize at = 0;
  SimQueued queued;

  while (at < view->n_queue && view->queue[at].order != edit->order)
    at++;
  if (at == view->n_queue)
    return;
  queued = view->queue[at];
  switch ((SimQueueEditKind) edit->kind) {
  case SIM_QUEUE_EDIT_MOVE:
    take_out (view, at);
    put_in (view, &queued, MIN (edit->place, view->n_queue));
    break;
  case SIM_QUEUE_EDIT_SHORTEN:
  case SIM_QUEUE_EDIT_FULL:
    view->queue[at].brief = edit->kind == SIM_QUEUE_EDIT_SHORTEN && queued.read_back_ticks > 0;
    break;
  case SIM_QUEUE_EDIT_DELETE:
    take_out (view, at);
    break;
  case SIM_N_QUEUE_EDITS:
    break;
  }
}

/* One after the other from the moment at which the first was to be heard: what others say between them is
 * known again at the next step.  */
static void
space_out (const EngineCore *core, PictureView *view, SimTick begin)
{
  for (gsize i = 0; i < view->n_queue; i++) {
    view->queue[i].place = (guint8) i;
    view->queue[i].t_begin = begin;
    begin += length_of (core, &view->queue[i]);
  }
}

void
engine_core_foresee_queue (EngineCore *core, PictureView *view)
{
  SimTick begin;

  for (guint i = 0; i < core->waiting->len; i++)
    foresee_order (core, view, &g_array_index (core->waiting, SimCommand, i));
  if (core->queue_edits->len == 0 || view->n_queue == 0)
    return;
  begin = view->queue[0].t_begin;
  for (guint i = 0; i < core->queue_edits->len; i++)
    foresee_edit (view, &g_array_index (core->queue_edits, SimQueueEdit, i));
  space_out (core, view, begin);
}
