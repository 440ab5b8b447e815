/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders: reading within limits, finding by id (for this room and `campaign`).  */
#pragma once

#include "scenario/scenario-reader.h"

G_BEGIN_DECLS

typedef struct _ScenarioGateLimits ScenarioGateLimits; /* scenario-gate.h, private to this room */

/* The whole file, NUL-terminated, if it has at most `max` bytes.  With more, NULL and no error,
 * but a problem.  NULL with SCENARIO_ERROR_READ when it can not be read.  */
char *scenario_file_read (const char *path, gsize max, gsize *length, GPtrArray *problems,
                          GError **error);

/* At most its first `max` bytes, NUL-terminated.  NULL with SCENARIO_ERROR_READ.  */
char *scenario_file_read_head (const char *path, gsize max, gsize *length, GError **error);

/* A file being read: its bytes are hashed, its text is open.  */
typedef struct {
  char *path;
  char *built_in;      /* (nullable) name below the data folder, where it lies in that */
  GPtrArray *problems; /* (borrowed) */
  ScenarioDocument *document;
  GChecksum *checksum; /* SHA-256 of the bytes of this and all files it stands on */
} ScenarioFile;

/* Reads and opens a file of one text.  FALSE when it can not be read on: then either `error` is
 * set (outside cause) or a problem is listed.  Clear it in both cases.  */
gboolean scenario_file_open (ScenarioFile *file, const char *path, GPtrArray *problems,
                             GError **error);
/* The same within other limits than those of most files.  */
gboolean scenario_file_open_within (ScenarioFile *file, const char *path,
                                    const ScenarioGateLimits *limits, GPtrArray *problems,
                                    GError **error);
void scenario_file_clear (ScenarioFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScenarioFile, scenario_file_clear)

typedef struct _ScenarioText ScenarioText; /* scenario-text.h, private to this room */

/* The text at `value`, which is this string, with its translations: from the file's own `texts` (a
 * user's file) or from gettext with "FILE:/json/pointer" as context, FILE being relative to the
 * data folder (a built-in file).  */
ScenarioText *scenario_file_text (ScenarioFile *file, ScenarioValue value, const char *string);
/* The same in the user's language.  Takes the string read; newly allocated.  */
char *scenario_file_translate (ScenarioFile *file, ScenarioValue value, char *string);
/* Reads and checks the member `texts` of the file's root.  */
void scenario_file_check_texts (ScenarioFile *file, ScenarioObject *root);

/* One candidate of the library.  */
typedef struct {
  char *path;
  gboolean is_campaign;
  gboolean user;
} ScenarioFound;

/* GPtrArray of ScenarioFound: each campaign is followed by the scenarios of its folder; by name
 * within a folder, the built-in data first.  */
GPtrArray *scenario_files_find (void);

/* Path of the library's scenario file ID.json or ID.h1scenario.json (the name that desktops know as
 * a scenario), or NULL.  */
char *scenario_files_path_of (const char *id);

/* Path of the campaign.json in whose folder a scenario lies, or NULL.  */
char *scenario_files_campaign_of (const char *scenario_path);

/* TRUE for words of a-z and 0-9 joined by '-', at most 31 characters.  */
gboolean scenario_is_id (const char *string);

G_END_DECLS
