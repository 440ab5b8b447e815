/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What benches and tests of the window share: time that passes, and figures of many moments.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the default main loop for so long.  */
void moments_pass (guint ms);

/* The value (of doubles, at least one) that this share of them does not exceed, 0..1: 0.5 is the median, 1 the
 * greatest.  Sorts them.  */
double moments_share (double *values, gsize n, double share);

G_END_DECLS
