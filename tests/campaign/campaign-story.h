/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fixture: a story that has just begun, and a folder for what is written of it.  */
#pragma once

#include "campaign/campaign.h"

typedef struct {
  ScenarioCampaign *campaign;
  CampaignRoster *roster;
  char *folder, *path; /* of a file that is not there yet */
} Story;

/* For g_test_add(); `name` is the file's in the folder, and may have one folder of its own that is not
 * there yet.  At the end nothing but that file may be left.  */
void story_set_up (Story *story, gconstpointer name);
void story_tear_down (Story *story, gconstpointer name);
