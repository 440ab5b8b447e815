/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the engine makes moments.  Private to the engine.  */
#pragma once

#include "engine/engine-core.h"
#include "engine/engine-truth.h"

G_BEGIN_DECLS

struct _EngineMoment {
  SimTick tick;
  gboolean finished;
  guint64 hash, picture_hash;
  PictureView view;
  GArray *units; /* (owned) EngineTruthUnit */
};

EngineMoment *engine_moment_take (EngineCore *core);

G_END_DECLS
