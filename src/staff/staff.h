/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Automatic handlers: they see what a player sees (the view) and give orders as values.
 *
 * A staff officer is deterministic: its state changes only by staff_advance(), and it is hashed
 * with the battle.  Used by one thread at a time.  */
#pragma once

#include "picture/picture.h"

#include <stddef.h>

#define STAFF_LIST(X)                                                                             \
  X (NONE, "none")  /* gives nothing */                                                           \
  X (BASIC, "basic")

typedef enum {
#define X(constant, name) STAFF_##constant,
  STAFF_LIST (X)
#undef X
  STAFF_N
} StaffKind;

/* The kind of this name, or -1.  */
int staff_kind_from_name (const char *name);
const char *staff_kind_name (StaffKind kind);

typedef struct Staff Staff;

/* `leaders[p]` is the roster index of platoon p's leader, n_platoons of them.  `goals` are the
 * places of the briefing's objectives, gravest first.  */
typedef struct {
  StaffKind kind;
  size_t n_platoons;
  size_t n_goals;
  BaseVec goals[8];
  BaseVec base;
  float goal_radius_m[8];
  uint64_t seed;
} StaffDef;

Staff *staff_new (const StaffDef *def);
void staff_free (Staff *staff);

/* Called once each second of the battle.  Writes up to `max` orders (ids 0) and returns how many.
 * `messages` are those since the last call (what a player heard).  */
size_t staff_advance (Staff *staff, const PictureView *view, const SimMessage *messages,
                      size_t n_messages, SimCommand *orders, size_t max);

uint64_t staff_hash (const Staff *staff);
