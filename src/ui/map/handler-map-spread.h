/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Machines of a platoon stand closer together than their symbols are wide: moves symbols aside
 * until all can be read.  Without drawing.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double home_x, home_y;          /* where it is */
  double x, y;                    /* in: where it was shown before, or the home; out: where it is shown */
  double half_width, half_height; /* pixels, with the gap to keep */
  gboolean fixed;                 /* stays: the others go out of its way */
} HandlerMapPlaceXY;

/* None is shown farther than `most` pixels from where it is.  It begins with where they were shown, so that a
 * heap that moves a little does not fall into another order; who has room goes home.  The same
 * places give the same answer, and a lone symbol is not moved.  Those that are fixed come last.  */
void handler_map_spread (HandlerMapPlaceXY *spots, guint n, double most);

G_END_DECLS
