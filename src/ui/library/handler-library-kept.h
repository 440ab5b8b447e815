/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was played and is kept, as the library shows it.  */
#pragma once

#include "scenario/scenario-kept.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Go on with “Ford”", and where it stands: "05:47 · +12:30 · saved on 11 June 2025, 10:15".  Newly
 * allocated; "" when there is nothing to go on with.  */
char *handler_library_offer_title (const ScenarioOffer *offer);
char *handler_library_offer_facts (const ScenarioOffer *offer);
/* What is wrong with autosaves, one a line.  */
char *handler_library_damage_text (const ScenarioOffer *offer);

/* A card.  Floating.  */
GtkWidget *handler_library_kept_card (const ScenarioKept *kept);
/* The battle of a scenario, replay or save.  Any thread.  NULL with SCENARIO_ERROR.  */
ScenarioBattle *handler_library_load_battle (const char *path, GError **error);

G_END_DECLS
