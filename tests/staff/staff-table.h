/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A staff officer at a table of his own: a picture made by hand, a goal, and everything he has said.  */
#pragma once

#include "picture/picture-builder.h"
#include "staff/staff.h"

#include <glib.h>

#define N_OWN      21
#define N_PLATOONS 6

extern const BaseVec goal;
extern const BaseVec base;

/* One officer with his picture, and everything he has said.  */
typedef struct {
  Picture *picture;
  StaffDef def;
  Staff *staff;
  SimTick t;
  unsigned n_heard;
  SimMessage heard[64];
  unsigned n_given;
  struct {
    SimTick t;
    SimCommand order;
  } given[400];
} Table;

/* Machines of platoons beyond `n_platoons` are none of his.  */
void table_init_few (Table *table, StaffKind kind, size_t n_platoons);
void table_init (Table *table, StaffKind kind);
void table_clear (Table *table);
/* The message comes now, and is of now.  */
void hear (Table *table, SimMessage message);
/* One second: the officer looks, and what he says is kept.  */
void look (Table *table);
void look_for (Table *table, unsigned seconds);
/* All six platoons around the goal, with telemetry.  */
void stand_at_goal (Table *table);
/* Of four platoons the last is the reserve.  */
void fourth_stands_back (Table *table);
SimMessage contact (unsigned from, unsigned number, unsigned count, float x, float y);
const SimCommand *first_order (const Table *table, SimVerb verb);
unsigned count_orders (const Table *table, SimVerb verb);
bool is_to_unit (const SimCommand *order, unsigned index);
