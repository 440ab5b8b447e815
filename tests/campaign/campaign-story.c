/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "campaign/campaign-story.h"

#include <glib/gstdio.h>

void
story_set_up (Story *story, gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  story->campaign = scenario_campaign_load ("spearhead", &error);
  g_assert_no_error (error);
  story->roster = campaign_roster_new (story->campaign);
  story->folder = g_dir_make_tmp ("story-XXXXXX", &error);
  g_assert_no_error (error);
  story->path = g_build_filename (story->folder, name, NULL);
}

void
story_tear_down (Story *story, gconstpointer name)
{
  g_autofree char *inner = g_path_get_dirname (story->path);

  g_unlink (story->path);
  if (g_strcmp0 (inner, story->folder) != 0)
    g_rmdir (inner);
  g_assert_cmpint (g_rmdir (story->folder), ==, 0);
  g_free (story->folder);
  g_free (story->path);
  campaign_roster_free (story->roster);
  scenario_campaign_free (story->campaign);
}
