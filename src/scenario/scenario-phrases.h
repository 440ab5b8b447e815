/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the order language, data/phrases/LANG.json (private to this room).  */
#pragma once

#include "scenario/scenario-files.h"

G_BEGIN_DECLS

/* Fills `phrases` (initialised here, to be cleared by the caller on TRUE alone).  */
gboolean scenario_phrases_read (const char *path, OrderPhrases *phrases, GPtrArray *problems,
                                GError **error);

/* The phrases of `language` ("de_DE" looks for de_DE, then de), English when there are none.  */
gboolean scenario_phrases_load (const char *language, OrderPhrases *phrases, GError **error);

G_END_DECLS
