/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A battle's map before the battle: what a card or a briefing shows.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

/* The sheet that the handler's table would have; free with picture_sheet_free().  Makes the
 * ground, which takes a moment: call it off the main thread.  */
PictureSheet *engine_preview_sheet (const ScenarioBattle *scenario);

/* The table as it is when the battle begins: the sheet, where our own stand, what is known of the enemy.  */
typedef struct {
  PictureSheet *sheet; /* (owned) */
  PictureView *view;   /* (owned) */
} EnginePreview;

/* Makes the ground and sets all up: call it off the main thread.  NULL with SCENARIO_ERROR_INVALID when the
 * scenario can not be played.  */
EnginePreview *engine_preview_new (ScenarioBattle *scenario, GError **error);
void engine_preview_free (EnginePreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EnginePreview, engine_preview_free)

G_END_DECLS
