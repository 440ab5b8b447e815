/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Campaign files (private part).  */
#pragma once

#include "scenario/scenario-person.h"

G_BEGIN_DECLS

/* NULL when the file can not be used; `problems` or `error` says why.  */
ScenarioCampaign *scenario_campaign_read (const char *path, GPtrArray *problems, GError **error);

/* What this campaign calls a type, or NULL.  */
const ScenarioTypeName *
scenario_campaign_type (const ScenarioCampaign *campaign, const char *type);
/* How a person of its roster is called aloud; NULL when there is no such id.  */
ScenarioText *scenario_campaign_call_sign (const ScenarioCampaign *campaign, const char *id);

G_END_DECLS
