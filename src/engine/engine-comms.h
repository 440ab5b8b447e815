/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comms log: turns transmissions and the lives of orders into captions, with their words.
 *
 * Private to the engine; main thread only.  Words are made here and not where the battle steps,
 * so that 60x speed pays nothing for a language.  */
#pragma once

#include "engine/engine-caption.h"

G_BEGIN_DECLS

typedef struct _EngineComms EngineComms;

/* What the console answered her.  */
typedef struct {
  SimTick tick;
  char *text; /* (owned) */
  /* It said that bearings are counted from there now.  */
  gboolean moves_bearings;
  SimTarget bearings;
} EngineNotice;

/* `book` has the window's language, and the voices speak it too until they are told otherwise.  */
EngineComms *engine_comms_new (ScenarioBattle *scenario, OrderBook *book);
void engine_comms_free (EngineComms *comms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineComms, engine_comms_free)

/* What is said from now on is in the words of this book, which are in this language.  */
void engine_comms_set_speech (EngineComms *comms, OrderBook *book, const char *language);
const char *engine_comms_get_speech_language (EngineComms *comms);

/* EngineCaption, oldest first.  */
GListStore *engine_comms_get_store (EngineComms *comms);
BaseVec engine_comms_get_listening_point (EngineComms *comms);

/* What bearings and distances of captions are counted from; SIM_TARGET_NONE: the objective.  */
const SimTarget *engine_comms_get_bearings (EngineComms *comms);
/* (transfer full): what that is called.  */
char *engine_comms_dup_bearings_name (EngineComms *comms, const PictureView *view);
/* Whether such a target is in this battle.  */
gboolean engine_comms_takes_bearings (EngineComms *comms, const SimTarget *from);
/* All captions are counted from there, those that stand too.  Only one that is taken.  */
void engine_comms_set_bearings (EngineComms *comms, const SimTarget *from, const PictureView *view);
/* Who moves is followed: what is said from now on is counted from where she is now.  */
void engine_comms_follow_bearings (EngineComms *comms, const PictureView *view);

/* Shows an order from the moment that it is given, before anyone speaks.  */
void engine_comms_add_order (EngineComms *comms, const SimCommand *command, SimTick now);
/* Someone begins to speak; ends (NULL when the beginning is not known).  The caption is borrowed
 * from the list.  */
EngineCaption *engine_comms_begin (EngineComms *comms, const SimTransmission *transmission);
EngineCaption *engine_comms_end (EngineComms *comms, const SimTransmission *transmission);
void engine_comms_change_order (EngineComms *comms, const SimOrderChange *change);
/* What was said and answered before, as it was kept: transmissions begun and ended and what became of
 * orders (SimMessage), and the console's answers (EngineNotice), each by time.  Either may be NULL.  Where
 * bearings are counted from is known then, and engine_comms_set_bearings() has still to be called.  */
void engine_comms_recall (EngineComms *comms, const GArray *messages, const GArray *notices);
/* A line that never was on the air.  */
EngineCaption *engine_comms_add_notice (EngineComms *comms, const char *text, SimTick now);

G_END_DECLS
