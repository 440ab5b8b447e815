/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distances, ages and times in words (private to the room).  Translated, newly allocated.  */
#pragma once

#include "orders/orders.h"

/* "350 metres", "1.4 kilometres".  */
char *order_distance_text (float metres);
/* "14 seconds", "3 minutes".  */
char *order_seconds_text (guint seconds);
/* The time since a moment; "a long time" for none.  */
char *order_age_text (SimTick now, SimTick then);
/* Whole seconds since a moment; G_MAXUINT for none.  */
guint order_age_seconds (SimTick now, SimTick then);
/* Eighth of the compass from one point to another.  */
guint order_direction_between (BaseVec from, BaseVec to);
