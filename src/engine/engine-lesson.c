/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson of a battle beside it: what she does and is told goes to the tutor, and the battle hears of each step
 * that begins.  Nothing of the truth goes that way.  */
#include "engine/engine-core-private.h"

void
engine_core_begin_lesson (EngineCore *core)
{
  const ScenarioTutorial *tutorial = scenario_battle_get_tutorial (core->scenario);

  if (tutorial == NULL)
    return;
  core->tutor = tutor_new (tutorial);
  core->tutor_view = g_new0 (PictureView, 1);
  sim_world_begin_step (core->world, 0);
}

static void
begin_step (EngineCore *core, int step)
{
  if (step != TUTOR_NONE)
    sim_world_begin_step (core->world, (unsigned) step);
}

gboolean
engine_core_act (EngineCore *core, const ScenarioAct *act)
{
  ScenarioReplayCommand entry = {
      .tick = sim_world_tick (core->world), .is_act = TRUE, .act = *act};

  if (core->tutor == NULL || sim_world_is_finished (core->world) || !scenario_act_is_fit (act))
    return FALSE;
  g_array_append_val (core->replay->commands, entry);
  begin_step (core, tutor_act (core->tutor, act, entry.tick));
  engine_core_note_hashes_again (core);
  return TRUE;
}

/* The picture is looked at once a second.  */
void
engine_core_ask_tutor (EngineCore *core)
{
  const PictureView *view = NULL;
  const SimMessage *messages;
  gsize n_messages;

  if (core->tutor == NULL)
    return;
  if (sim_world_tick (core->world) % SIM_TICKS_PER_SECOND == 0 && tutor_wants_view (core->tutor)) {
    picture_fill_view (core->picture, core->tutor_view);
    view = core->tutor_view;
  }
  messages = sim_world_messages (core->world, &n_messages);
  begin_step (core, tutor_advance (core->tutor, messages, n_messages, view,
                                   sim_world_tick (core->world)));
}

void
engine_core_fill_lesson (EngineCore *core, EngineFrame *frame)
{
  frame->lesson = (TutorView){0};
  if (core->tutor == NULL)
    return;
  tutor_fill_view (core->tutor, &frame->lesson);
  if (frame->lesson.speed > 0)
    frame->pace.speed = MIN (frame->pace.speed, frame->lesson.speed);
}
