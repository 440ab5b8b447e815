/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says captions to a screen reader, by class, so that two voices never talk at once.
 *
 * What the link voices is not announced (it is heard, and a row of the list); what is captioned
 * only is announced, one at a time for each subject, emergencies at once.  */
#pragma once

#include "engine/engine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  gboolean say;
  GtkAccessibleAnnouncementPriority priority;
} HandlerAnnouncement;

/* Pure: what to do with a caption.  `voiced`: the person hears it spoken.  `since_s`: seconds of
 * the person since the last announcement of the same speaker, negative for none.  */
HandlerAnnouncement handler_announcer_decide (EngineCaptionKind kind, SimAirClass air_class,
                                              gboolean voiced, double since_s);

typedef struct _HandlerAnnouncer HandlerAnnouncer;

/* `widget` (borrowed, must outlive it) is what the announcements come from.  */
HandlerAnnouncer *handler_announcer_new (GtkWidget *widget);
void handler_announcer_free (HandlerAnnouncer *self);
/* Whether speech is heard: not muted and a device there.  */
void handler_announcer_set_voiced (HandlerAnnouncer *self, gboolean voiced);
/* `muted`: its speaker is not heard, whoever else is.  */
void handler_announcer_caption (HandlerAnnouncer *self, EngineCaption *caption, gboolean muted);

G_END_DECLS
