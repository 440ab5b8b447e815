/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distances, ages and times in words.  */
#include "orders/order-measure.h"

#include "base/base-math.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

static char *
with_count (const char *template, const char *count)
{
  return order_fill_slots (template, &(OrderSlot){"count", count}, 1, FALSE);
}

/* Below a kilometre to 50 m: nobody knows better.  */
char *
order_distance_text (float metres)
{
  g_autofree char *count = NULL;
  guint rounded = (guint) (metres / 50 + 0.5f) * 50, tenths;

  if (rounded < 1000) {
    count = g_strdup_printf ("%u", rounded);
    return with_count (g_dngettext (GETTEXT_PACKAGE, "{count} metre", "{count} metres", rounded),
                       count);
  }
  tenths = (guint) (metres / 100 + 0.5f);
  if (tenths % 10 != 0) {
    count = g_strdup_printf ("%.1f", tenths / 10.0);
    /* Translators: a distance such as 1.4.  */
    return with_count (C_ ("distance", "{count} kilometres"), count);
  }
  count = g_strdup_printf ("%u", tenths / 10);
  return with_count (
      g_dngettext (GETTEXT_PACKAGE, "{count} kilometre", "{count} kilometres", tenths / 10), count);
}

char *
order_seconds_text (guint seconds)
{
  guint minutes = (seconds + 30) / 60;
  g_autofree char *count = g_strdup_printf ("%u", seconds < 100 ? seconds : minutes);

  if (seconds < 100)
    return with_count (g_dngettext (GETTEXT_PACKAGE, "{count} second", "{count} seconds", seconds),
                       count);
  return with_count (g_dngettext (GETTEXT_PACKAGE, "{count} minute", "{count} minutes", minutes),
                     count);
}

guint
order_age_seconds (SimTick now, SimTick then)
{
  if (then == SIM_TICK_NEVER)
    return G_MAXUINT;
  return now > then ? (now - then) / SIM_TICKS_PER_SECOND : 0;
}

char *
order_age_text (SimTick now, SimTick then)
{
  guint seconds = order_age_seconds (now, then);

  /* Translators: a time that nobody has measured.  */
  return seconds == G_MAXUINT ? g_strdup (C_ ("age", "a long time")) : order_seconds_text (seconds);
}

guint
order_direction_between (BaseVec from, BaseVec to)
{
  return order_direction_of (base_bearing_deg (to.x - from.x, to.y - from.y));
}
