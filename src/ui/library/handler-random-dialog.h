/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the recipe of a random battle and makes it.
 *
 * Signals:
 *   made (path)   the battle is kept among the user's own; who presented the dialog closes it  */
#pragma once

#include "scenario/scenario-generate.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_RANDOM_DIALOG (handler_random_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HandlerRandomDialog, handler_random_dialog, HANDLER, RANDOM_DIALOG, AdwDialog)

/* With a seed of the moment.  */
HandlerRandomDialog *handler_random_dialog_new (void);

/* What is asked for now; FALSE while the seed is none.  */
gboolean handler_random_dialog_get_recipe (HandlerRandomDialog *self, ScenarioRecipe *recipe);

G_END_DECLS
