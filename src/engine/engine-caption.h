/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the engine makes and changes captions; widgets have only the getters of engine.h.
 *
 * Private to the engine; main thread only.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/* What a caption starts with.  Strings are borrowed.  */
typedef struct {
  guint64 id;
  EngineCaptionKind kind;
  SimTick tick;
  SimAirClass air_class;
  const char *speaker;
  int machine; /* roster index, -1 none */
} EngineCaptionSeed;

EngineCaption *engine_caption_new (const EngineCaptionSeed *seed);

/* Words as received.  */
void engine_caption_set_text (EngineCaption *caption, const char *text);
/* Words as said, in a language (static or interned).  */
void engine_caption_set_spoken (EngineCaption *caption, const char *spoken, const char *language);
/* A transmission began: it is on the air for air_s, with these lost stretches.  */
void engine_caption_begin (EngineCaption *caption, const SimTransmission *transmission);
/* It ended, to the end or cut off.  */
void engine_caption_end (EngineCaption *caption, const SimTransmission *transmission);
void engine_caption_set_place (EngineCaption *caption, BaseVec listening_point, BaseVec position);

/* Of an order: the value it stands for, and each state that it reaches.  */
void engine_caption_set_command (EngineCaption *caption, const SimCommand *command);
const SimCommand *engine_caption_get_command (EngineCaption *caption);
void engine_caption_reach (EngineCaption *caption, SimOrderState state, SimCause cause,
                           SimTick tick);

G_END_DECLS
