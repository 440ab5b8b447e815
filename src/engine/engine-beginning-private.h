/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first part of making a battle hands to the second.  Private to the engine.  */
#pragma once

#include "engine/engine-core.h"

G_BEGIN_DECLS

struct _EngineBeginning {
  EngineCore *core;    /* (owned) NULL when spent */
  PictureSheet *sheet; /* (owned) likewise */
};

G_END_DECLS
