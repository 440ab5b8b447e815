/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Machines of a platoon stand closer together than their symbols are wide: moves symbols aside
 * until all can be read.  Without drawing.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double x, y; /* in: where it is, out: where it is shown */
} HandlerMapPlaceXY;

/* Symbols of this size (pixels); none is moved farther than `most`.  The same places give the same
 * answer, and a lone symbol is not moved.  */
void handler_map_spread (HandlerMapPlaceXY *spots, guint n, double width, double height,
                         double most);

G_END_DECLS
