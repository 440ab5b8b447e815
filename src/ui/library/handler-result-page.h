/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of it: the names of the dead before any figure.
 *
 * Signals: `again` (), `library` ().  */
#pragma once

#include "engine/engine.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_RESULT_PAGE (handler_result_page_get_type ())
G_DECLARE_FINAL_TYPE (HandlerResultPage, handler_result_page, HANDLER, RESULT_PAGE,
                      AdwNavigationPage)

/* The result is read now; the battle need not live on.  */
HandlerResultPage *handler_result_page_new (ScenarioBattle *scenario, const EngineResult *result);

/* The same as plain text, for a file.  Newly allocated.  */
char *handler_result_text (ScenarioBattle *scenario, const EngineResult *result);

/* What has the focus first.  */
GtkWidget *handler_result_page_get_default (HandlerResultPage *self);

G_END_DECLS
