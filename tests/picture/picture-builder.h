/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Synthetic messages for tests of picture and staff.  Times are seconds of the battle.  */
#pragma once

#include "base/base-random.h"
#include "picture/picture.h"

/* Types as the tests number them.  */
enum {
  BUILD_AMEISE = 1,
  BUILD_GRAUWOLF,
  BUILD_LOEWE,
  BUILD_SWARM
};

SimUnitId build_unit (unsigned index);

/* `n` machines in platoons of four, 100 m apart on a line from (2000, 2000) east, facing north,
 * 40 rounds each, on a map of 12 km.  */
PictureDef build_def (unsigned n);
Picture *build_picture (unsigned n);

/* A contact report of machine `from`, seen and heard at `t`, moving with `velocity` if that is
 * not NULL; platoons are as in build_def().  */
SimMessage build_contact (double t, unsigned from, unsigned contact, SimTypeIndex type,
                          unsigned count, BaseVec position, float error_m, const BaseVec *velocity);
SimMessage build_report (double t, SimReportKind kind, unsigned from);
SimMessage build_telemetry (double t, unsigned unit, BaseVec position);
SimMessage build_transmission (double t, bool begun, unsigned from, unsigned id);
/* `unit` < 0: about all addressees of the command.  */
SimMessage build_order (double t, const SimCommand *command, SimOrderState state, int unit);
SimCommand
build_command (unsigned id, SimVerb verb, SimAddresseeKind kind, unsigned index, BaseVec target);

/* A message of any kind with any values, sane or not (but t as given).  */
SimMessage build_random (BaseRandom *random, SimTick t, unsigned n_own);

/* The view now; a static buffer, overwritten by the next call.  */
const PictureView *build_view (const Picture *picture);
/* As above after time has passed to `t` seconds.  */
const PictureView *build_view_at (Picture *picture, double t);
void build_take (Picture *picture, SimMessage message);

/* Fails the test when a view holds what none may: not finite, out of limits, out of order.  */
void build_check_view (const PictureView *view);

/* What the views derive is the same (states are compared by their hashes).  */
void build_assert_same_view (const PictureView *a, const PictureView *b);
