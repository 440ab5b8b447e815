/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map shows: battle, sheet, names, picture, objectives, orders.  */
#include "handler-map-private.h"

/* ---- What it shows ------------------------------------------------------------------------- */

/* Keeps the selection in the middle, and tells the screen reader what there is.  */
static void
follow_and_describe (HandlerMap *self)
{
  const PictureView *view = handler_map_get_view (self);
  BaseVec at;

  handler_map_centre_on_own (self);
  if (self->follow && handler_map_selection_place (self, &at) &&
      self->drag == HANDLER_MAP_DRAG_NONE) {
    handler_map_projection_centre_on (&self->projection, at);
  }
  /* Not at every frame: the screen reader would be told of each second that passes.  */
  if (self->described_own != (view != NULL ? view->n_own : 0) ||
      self->described_tracks != (view != NULL ? view->n_tracks : 0))
    handler_map_update_description (self);
}

void
handler_map_view_changed (HandlerMap *self)
{
  follow_and_describe (self);
  handler_map_look (self);
}

/* ---- Objectives ---------------------------------------------------------------------------- */

void
handler_map_objective_clear (gpointer data)
{
  HandlerMapObjective *objective = data;

  g_clear_pointer (&objective->title, g_free);
}

void
handler_map_add_objective (HandlerMap *self, const HandlerMapObjective *objective)
{
  HandlerMapObjective copy;

  g_return_if_fail (HANDLER_IS_MAP (self) && objective != NULL);

  copy = *objective;
  copy.title = g_strdup (objective->title);
  g_array_append_val (self->objectives, copy);
  handler_map_invalidate (self);
}

/* Those that have a place.  */
static void
read_objectives (HandlerMap *self, EngineBattle *battle)
{
  const ScenarioBattle *scenario = battle != NULL ? engine_battle_get_scenario (battle) : NULL;

  g_array_set_size (self->objectives, 0);
  for (guint i = 0; scenario != NULL && i < scenario_battle_n_objectives (scenario); i++) {
    const ScenarioObjective *from = scenario_battle_get_objective (scenario, i);
    HandlerMapObjective objective = {.index = i,
                                     .position = from->def.position,
                                     .radius_m = from->def.radius_m,
                                     .state = from->def.hidden ? SIM_OBJECTIVE_HIDDEN
                                                               : SIM_OBJECTIVE_OPEN,
                                     .title = from->title};

    if (from->def.radius_m > 0)
      handler_map_add_objective (self, &objective);
  }
}

static void
update_objectives (HandlerMap *self, const EngineFrame *frame)
{
  for (guint i = 0; i < self->objectives->len; i++) {
    HandlerMapObjective *objective = &g_array_index (self->objectives, HandlerMapObjective, i);

    for (guint k = 0; frame != NULL && k < MIN (frame->n_objectives, SIM_MAX_OBJECTIVES); k++)
      if (frame->objectives[k].change.index == objective->index) {
        objective->state = frame->objectives[k].change.state;
        objective->progress = frame->objectives[k].change.progress;
      }
  }
}

/* ---- Pictures ------------------------------------------------------------------------------ */

void
handler_map_set_frame (HandlerMap *self, EngineFrame *frame)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  if (frame == self->frame)
    return;
  if (frame != NULL)
    engine_frame_ref (frame);
  g_clear_pointer (&self->frame, engine_frame_unref);
  self->frame = frame;
  update_objectives (self, frame);
  follow_and_describe (self);
  handler_map_look_aside (self);
}

void
handler_map_set_view (HandlerMap *self, const PictureView *view)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  g_clear_pointer (&self->frame, engine_frame_unref);
  g_clear_pointer (&self->own_view, g_free);
  if (view != NULL)
    self->own_view = g_memdup2 (view, sizeof *view);
  handler_map_view_changed (self);
}

void
handler_map_set_sheet (HandlerMap *self, const PictureSheet *sheet)
{
  double top = self->projection.top;

  g_return_if_fail (HANDLER_IS_MAP (self));

  if (sheet == self->sheet)
    return;
  self->sheet = sheet;
  handler_map_relief_set_sheet (self->relief, sheet);
  handler_map_projection_init (&self->projection, sheet != NULL ? sheet->width_m : 1000,
                               sheet != NULL ? sheet->height_m : 1000);
  self->projection.top = top;
  self->kept = FALSE;
  self->fitted = FALSE;
  self->centred = FALSE;
  self->crosshair = FALSE;
  self->ruler_shown = FALSE;
  handler_map_update_size (self);
  handler_map_moved (self);
}

void
handler_map_set_book (HandlerMap *self, OrderBook *book)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  if (book == self->book)
    return;
  if (book != NULL)
    order_book_ref (book);
  g_clear_pointer (&self->book, order_book_unref);
  self->book = book;
  handler_map_invalidate (self);
}

void
handler_map_add_command (HandlerMap *self, const SimCommand *command)
{
  g_return_if_fail (HANDLER_IS_MAP (self) && command != NULL);

  if (command->id == 0)
    return;
  g_hash_table_replace (self->commands, GUINT_TO_POINTER (command->id),
                        g_memdup2 (command, sizeof *command));
  handler_map_look_later (self);
}

void
handler_map_set_draft (HandlerMap *self, const SimCommand *draft)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  if (draft == NULL && !self->has_draft)
    return;
  self->has_draft = draft != NULL;
  if (draft != NULL)
    self->draft = *draft;
  handler_map_look (self);
}

static void
on_frame (HandlerMap *self, EngineFrame *frame)
{
  handler_map_set_frame (self, frame);
}

static void
on_order_changed (HandlerMap *self, const SimOrderChange *change)
{
  handler_map_add_command (self, &change->command);
}

void
handler_map_set_battle (HandlerMap *self, EngineBattle *battle)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  if (!g_set_object (&self->battle, battle))
    return;
  g_signal_group_set_target (self->battle_signals, battle);
  g_hash_table_remove_all (self->commands);
  read_objectives (self, battle);
  handler_map_set_draft (self, NULL);
  handler_selection_clear (self->selection);
  handler_map_set_sheet (self, battle != NULL ? engine_battle_get_sheet (battle) : NULL);
  handler_map_set_book (self, battle != NULL ? engine_battle_get_book (battle) : NULL);
  handler_map_set_frame (self, battle != NULL ? engine_battle_get_frame (battle) : NULL);
  g_object_notify (G_OBJECT (self), "battle");
}

EngineBattle *
handler_map_get_battle (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), NULL);
  return self->battle;
}

void
handler_map_connect_battle (HandlerMap *self)
{
  g_signal_group_connect_swapped (self->battle_signals, "frame", G_CALLBACK (on_frame), self);
  g_signal_group_connect_swapped (self->battle_signals, "order-changed",
                                  G_CALLBACK (on_order_changed), self);
}
