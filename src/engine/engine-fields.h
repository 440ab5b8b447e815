/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every field of a battle's state as a list, with a path to each: "units[3].heading_deg",
 * "link.queue[2].subject", "randoms[4].state".
 *
 * Private to the engine.  */
#pragma once

#include "engine/engine-core.h"

G_BEGIN_DECLS

typedef struct {
  char *path;         /* (owned) */
  int unit;           /* whose field it is, -1 nobody's */
  BaseCodecType type;
  guint64 bits;
} EngineField;

void engine_field_free (EngineField *field);
/* The value in C's notation: shortest digits that tell it apart.  Newly allocated.  */
char *engine_field_format (const EngineField *field);

/* GPtrArray of EngineField, in the order of the walk: of the world, or of the picture.  */
GPtrArray *engine_fields_of_world (EngineCore *core);
GPtrArray *engine_fields_of_picture (EngineCore *core);

G_END_DECLS
