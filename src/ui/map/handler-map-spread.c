/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-spread.h"

#include <math.h>

/* Rounds in all; in the first ones all are drawn home, too, by this share of the way.  */
#define ROUNDS 26
#define ROUNDS_HOME 14
#define DRAWN_HOME 0.35
/* This near is home.  */
#define AT_HOME 0.4

/* Pushes two that overlap apart, the way that is shorter.  TRUE if they did.  */
static gboolean
push_apart (HandlerMapPlaceXY *a, HandlerMapPlaceXY *b)
{
  double width = a->half_width + b->half_width;
  double height = a->half_height + b->half_height;
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double deep_x = width - fabs (dx);
  double deep_y = height - fabs (dy);
  double share = b->fixed ? 1.0 : 0.5;

  if (deep_x <= 0 || deep_y <= 0)
    return FALSE;
  /* In one place: the later one goes to the right.  */
  if (deep_x <= deep_y * width / height) {
    a->x -= share * deep_x * (dx < 0 ? -1 : 1);
    b->x += (1 - share) * deep_x * (dx < 0 ? -1 : 1);
  } else {
    a->y -= share * deep_y * (dy < 0 ? -1 : 1);
    b->y += (1 - share) * deep_y * (dy < 0 ? -1 : 1);
  }
  return TRUE;
}

static void
hold_near (HandlerMapPlaceXY *spot, double most)
{
  double dx = spot->x - spot->home_x;
  double dy = spot->y - spot->home_y;
  double distance = hypot (dx, dy);

  if (distance > most) {
    spot->x = spot->home_x + dx * most / distance;
    spot->y = spot->home_y + dy * most / distance;
  }
}

/* TRUE if it was not there.  */
static gboolean
draw_home (HandlerMapPlaceXY *spot)
{
  double dx = spot->x - spot->home_x;
  double dy = spot->y - spot->home_y;

  if (fabs (dx) <= 0 && fabs (dy) <= 0)
    return FALSE;
  if (hypot (dx, dy) < AT_HOME)
    dx = dy = 0;
  spot->x = spot->home_x + (1 - DRAWN_HOME) * dx;
  spot->y = spot->home_y + (1 - DRAWN_HOME) * dy;
  return TRUE;
}

void
handler_map_spread (HandlerMapPlaceXY *spots, guint n, double most)
{
  gboolean moved = TRUE;

  for (guint round = 0; round < ROUNDS && moved; round++) {
    moved = FALSE;
    for (guint i = 0; i < n && !spots[i].fixed && round < ROUNDS_HOME; i++)
      moved |= draw_home (&spots[i]);
    for (guint i = 0; i < n && !spots[i].fixed; i++)
      for (guint k = i + 1; k < n; k++)
        moved |= push_apart (&spots[i], &spots[k]);
    for (guint i = 0; i < n && !spots[i].fixed; i++)
      hold_near (&spots[i], most);
  }
}
