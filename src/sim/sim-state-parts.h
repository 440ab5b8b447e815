/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over what both the state and what leaves the world are made of (private to sim; how walks are
 * written: sim-state.c).  The short names enter each as a part with a name.  */
#pragma once

#include "base/base-codec-names.h"
#include "sim/sim-world.h"

void sim_state_unit_id (BaseCodec *codec, SimUnitId *id);
void sim_state_walk_target (BaseCodec *codec, SimTarget *target);
void sim_state_walk_command (BaseCodec *codec, SimCommand *command);
void sim_state_walk_words (BaseCodec *codec, SimWords *words);
void sim_state_walk_own (BaseCodec *codec, SimOwnState *own);
void sim_state_walk_report (BaseCodec *codec, SimReport *report);

#define unit_id(codec, id) BASE_CODEC_PART (sim_state_unit_id, codec, id)
#define walk_target(codec, target) BASE_CODEC_PART (sim_state_walk_target, codec, target)
#define walk_command(codec, command) BASE_CODEC_PART (sim_state_walk_command, codec, command)
#define walk_words(codec, words) BASE_CODEC_PART (sim_state_walk_words, codec, words)
#define walk_own(codec, own) BASE_CODEC_PART (sim_state_walk_own, codec, own)
#define walk_report(codec, report) BASE_CODEC_PART (sim_state_walk_report, codec, report)
