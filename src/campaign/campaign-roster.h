/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roster's insides (private to this room).  */
#pragma once

#include "campaign/campaign.h"

G_BEGIN_DECLS

struct _CampaignRoster {
  char *campaign; /* id */
  GArray *people; /* CampaignPerson */
  SimLearning learned; /* by the Legion */
};

CampaignPerson *campaign_roster_find_mutable (CampaignRoster *roster, const char *id);

G_END_DECLS
