/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A battle's map before the battle: what a card or a briefing shows.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

/* The sheet that the handler's table would have; free with picture_sheet_free().  Makes the
 * ground, which takes a moment: call it off the main thread.  */
PictureSheet *engine_preview_sheet (const ScenarioBattle *scenario);

G_END_DECLS
