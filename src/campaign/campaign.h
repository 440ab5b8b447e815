/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between battles: what becomes of the people, and what the Legion has learned.
 *
 * A CampaignRoster carries a campaign's people from one battle to the next: who is alive, who is
 * wounded, how far each trusts the handler, whose name she has been told; and with them the
 * Legion's record of what beat it.  It begins as the campaign's file says, is changed by the result
 * of a battle and by nothing else that happens in one, and is kept in the user's folder as strict
 * JSON.  Death is permanent: no function here brings anyone back.  Used by one thread at a time.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

#define CAMPAIGN_ERROR (campaign_error_quark ())
GQuark campaign_error_quark (void);
typedef enum {
  CAMPAIGN_ERROR_UNKNOWN_PERSON,
  CAMPAIGN_ERROR_DEAD, /* of someone who was dead before */
  CAMPAIGN_ERROR_RANGE,
} CampaignError;

/* One person as he is now.  */
typedef struct {
  char *id;         /* as in orders: "laughing-fox" */
  gboolean alive;
  guint wounds;     /* 0 none, 1 light, 2 heavy */
  float trust;      /* 0..100 */
  gboolean name_known;
  char *fell_in;    /* id of the scenario; "" for the living and those dead from the beginning */
} CampaignPerson;

typedef struct _CampaignRoster CampaignRoster;

/* Everyone as the campaign begins.  */
CampaignRoster *campaign_roster_new (const ScenarioCampaign *campaign);
void campaign_roster_free (CampaignRoster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CampaignRoster, campaign_roster_free)

const char *campaign_roster_get_campaign (const CampaignRoster *roster);
/* In the order of the campaign: by platoon and number.  */
gsize campaign_roster_n_people (const CampaignRoster *roster);
const CampaignPerson *campaign_roster_person (const CampaignRoster *roster, gsize index);
/* NULL when there is no such person.  */
const CampaignPerson *campaign_roster_find (const CampaignRoster *roster, const char *id);
guint campaign_roster_n_alive (const CampaignRoster *roster);

/* What a battle did to one of those who were in it.  */
typedef struct {
  const char *id;
  gboolean died;
  guint wounds;       /* as he came out: 0..2 */
  float trust_change; /* -100..100; the sum stays within 0..100 */
} CampaignFate;

/* Takes over the result of the battle `scenario` (its id), all of it or, with CAMPAIGN_ERROR,
 * nothing.  */
gboolean campaign_roster_take_result (CampaignRoster *roster, const char *scenario,
                                      const CampaignFate *fates, gsize n_fates, GError **error);

/* He has told his name.  FALSE when there is no such person.  */
gboolean campaign_roster_learn_name (CampaignRoster *roster, const char *id);

/* The campaign's people as they are now, for scenario_battle_load_with(): array of
 * ScenarioPerson, with its clear function.  `campaign` must be that of the roster.  */
GArray *campaign_roster_people (const CampaignRoster *roster, const ScenarioCampaign *campaign);

/* ---- The Legion's record -------------------------------------------------------------------- */

/* What the Legion has learned so far; zeros before the first battle.  */
const SimLearning *campaign_roster_get_learned (const CampaignRoster *roster);
/* Takes over what came out of a battle that was played to its end (the result's `learned`).  */
void campaign_roster_take_learned (CampaignRoster *roster, const SimLearning *learned);

/* The next battle (its id or path): with the people as they are now, against a Legion that knows what
 * it has learned.  NULL with SCENARIO_ERROR.  */
ScenarioBattle *campaign_roster_load_battle (const CampaignRoster *roster,
                                             const ScenarioCampaign *campaign,
                                             const char *id_or_path, GError **error);

/* ---- On the disk --------------------------------------------------------------------------- */

/* $XDG_DATA_HOME/handler-one/rosters/ID.json.  */
char *campaign_roster_path (const char *campaign_id);

/* Written whole or not at all, then read again; the folder is made when it lacks.
 * SCENARIO_ERROR_READ.  */
gboolean campaign_roster_save (const CampaignRoster *roster, const char *path, GError **error);

/* A file without the Legion's record is one of before there was such a thing: it has learned nothing.
 * NULL with SCENARIO_ERROR when the file can not be read, is not such a file, or does not name
 * exactly the people of `campaign`.  */
CampaignRoster *campaign_roster_load (const char *path, const ScenarioCampaign *campaign,
                                      GError **error);

G_END_DECLS
