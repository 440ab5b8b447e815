/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alerts as one line: the gravest as buttons, the rest behind a count.
 *
 * Signal `alert-activated` (HandlerAlert *): show its place.  */
#pragma once

#include "ui/alerts/handler-alerts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_ALERTS_STRIP (handler_alerts_strip_get_type ())
G_DECLARE_FINAL_TYPE (HandlerAlertsStrip, handler_alerts_strip, HANDLER, ALERTS_STRIP, GtkWidget)

/* `battle` gives the clock; both NULL to empty it.  */
void handler_alerts_strip_set_alerts (HandlerAlertsStrip *self, HandlerAlerts *alerts,
                                      EngineBattle *battle);
/* How many stand in the line itself.  */
void handler_alerts_strip_set_max_shown (HandlerAlertsStrip *self, guint n);
/* Shows a clock beside the alerts, where the header has no room for it; NULL: no clock.  */
void handler_alerts_strip_set_clock (HandlerAlertsStrip *self, const char *text);
/* Clock and list stand above the alert, which then has the whole width.  */
void handler_alerts_strip_set_stacked (HandlerAlertsStrip *self, gboolean stacked);
/* Whether a grave alert may blink once when it comes; never without animations.  */
void handler_alerts_strip_set_flashing (HandlerAlertsStrip *self, gboolean flashing);
/* Focuses the gravest alert, if there is one.  */
gboolean handler_alerts_strip_focus (HandlerAlertsStrip *self);

G_END_DECLS
