/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What needs attention, gravest first, as a list model: losses, the link cut, people under fire, new contacts,
 * low ammunition, refusals, jamming.  No widgets.
 *
 * An alert of the same kind and subject replaces the older one; new contacts gather in one.  Each
 * goes away by itself after a while of the battle, or when dismissed.  */
#pragma once

#include "engine/engine.h"
#include "ui/alerts/handler-hints.h"

G_BEGIN_DECLS

/* Gravest first.  */
typedef enum {
  HANDLER_ALERT_PAUSE, /* a rule has stopped the battle; goes when it goes on */
  HANDLER_ALERT_LOSS,
  HANDLER_ALERT_LINK,
  HANDLER_ALERT_UNDER_FIRE,
  HANDLER_ALERT_CONTACT,
  HANDLER_ALERT_HINT, /* its subject is the HandlerPattern */
  HANDLER_ALERT_REFUSED,
  HANDLER_ALERT_AMMUNITION,
  HANDLER_ALERT_JAM,
  HANDLER_ALERT_OBJECTIVE,
  HANDLER_N_ALERTS
} HandlerAlertKind;

#define HANDLER_TYPE_ALERT (handler_alert_get_type ())
G_DECLARE_FINAL_TYPE (HandlerAlert, handler_alert, HANDLER, ALERT, GObject)

HandlerAlertKind handler_alert_get_kind (HandlerAlert *self);
/* "Falke under fire" and, beside it, "9 rounds" or "T07, T08" or "".  Properties too.  */
const char *handler_alert_get_title (HandlerAlert *self);
const char *handler_alert_get_detail (HandlerAlert *self);
const char *handler_alert_get_icon (HandlerAlert *self);
SimTick handler_alert_get_tick (HandlerAlert *self);
/* Where it is; FALSE when that is not known.  */
gboolean handler_alert_get_place (HandlerAlert *self, BaseVec *place);
/* Roster index of the machine, or −1; number of the (newest) track, or 0.  */
int handler_alert_get_machine (HandlerAlert *self);
guint handler_alert_get_track (HandlerAlert *self);
/* With the kind: what makes it the same alert.  */
guint handler_alert_get_subject (HandlerAlert *self);

/* A GListModel of HandlerAlert.  */
#define HANDLER_TYPE_ALERTS (handler_alerts_get_type ())
G_DECLARE_FINAL_TYPE (HandlerAlerts, handler_alerts, HANDLER, ALERTS, GObject)

/* Signal `raised` (HandlerAlert *): a new one, or an old one made new again.  */
HandlerAlerts *handler_alerts_new (OrderBook *book);
/* Something heard.  */
void handler_alerts_take_report (HandlerAlerts *self, const SimReport *report);
/* Something heard before the battle was gone on with: before the first view.  */
void handler_alerts_recall_report (HandlerAlerts *self, const SimReport *report,
                                   const PictureView *view);
void handler_alerts_take_order (HandlerAlerts *self, const SimOrderChange *change);
/* The picture as it is now: losses, new tracks, jamming; and lets old alerts go.  Of the first one what is older
 * than an alert lasts is no news.  */
void handler_alerts_take_view (HandlerAlerts *self, const PictureView *view);
/* An objective changed; `title` in words.  */
void handler_alerts_take_objective (HandlerAlerts *self, const char *title,
                                    SimObjectiveState state, BaseVec place, SimTick now);
/* A promise has ended, in words.  */
void handler_alerts_take_promise (HandlerAlerts *self, const char *text, const SimOrderChange *change);
/* A report may show a pattern.  */
void handler_alerts_take_hint (HandlerAlerts *self, HandlerPattern pattern,
                               const SimReport *report);
/* A rule has stopped the battle: why, and the machine that it is about (−1 for none).  NULL: it goes on.  */
void handler_alerts_take_pause (HandlerAlerts *self, const char *why, int machine,
                                const PictureView *view);
void handler_alerts_dismiss (HandlerAlerts *self, HandlerAlert *alert);
void handler_alerts_clear (HandlerAlerts *self);

G_END_DECLS
