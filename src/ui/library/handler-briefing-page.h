/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, what is known, and how to play it.
 *
 * Signal `start` (gpointer options): const EngineOptions *, valid during the call.  */
#pragma once

#include "engine/engine.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_BRIEFING_PAGE (handler_briefing_page_get_type ())
G_DECLARE_FINAL_TYPE (HandlerBriefingPage, handler_briefing_page, HANDLER, BRIEFING_PAGE,
                      AdwNavigationPage)

HandlerBriefingPage *handler_briefing_page_new (ScenarioBattle *scenario);
ScenarioBattle *handler_briefing_page_get_scenario (HandlerBriefingPage *self);

/* Chooses for the person, who may choose otherwise.  */
void handler_briefing_page_set_choices (HandlerBriefingPage *self, guint64 seed,
                                        SimDifficulty difficulty);

/* A seed as typed; FALSE when it is not 0 … 2^53 − 1.  */
gboolean handler_briefing_parse_seed (const char *text, guint64 *seed);

/* What has the focus first.  */
GtkWidget *handler_briefing_page_get_default (HandlerBriefingPage *self);

G_END_DECLS
