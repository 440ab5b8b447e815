/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One scenario of the library as a card.  A file that failed keeps its card and says why.  */
#pragma once

#include "scenario/scenario-results.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_LIBRARY_CARD (handler_library_card_get_type ())
G_DECLARE_FINAL_TYPE (HandlerLibraryCard, handler_library_card, HANDLER, LIBRARY_CARD,
                      GtkFlowBoxChild)

/* Copies what it shows of the entry.  */
GtkWidget *handler_library_card_new (const ScenarioEntry *entry);
const char *handler_library_card_get_path (HandlerLibraryCard *self);
const char *handler_library_card_get_title (HandlerLibraryCard *self);
gboolean handler_library_card_get_failed (HandlerLibraryCard *self);
/* A drill: who learns step by step is taught by another.  */
gboolean handler_library_card_get_training (HandlerLibraryCard *self);
/* The problems of a failed file, one a line.  */
const char *handler_library_card_get_problems (HandlerLibraryCard *self);
/* The battle's id; NULL of a replay, a save and a file that was not loaded.  */
const char *handler_library_card_get_id (HandlerLibraryCard *self);
/* How it went when it was last fought; NULL: it was not.  */
void handler_library_card_set_last_result (HandlerLibraryCard *self,
                                           const ScenarioLastResult *result);
void handler_library_card_set_thumbnail (HandlerLibraryCard *self, GdkPaintable *paintable);
/* TRUE when title or summary contain the words.  */
gboolean handler_library_card_matches (HandlerLibraryCard *self, const char *words);

/* "line 118: unknown key “wether”": problems as lines of text.  Newly allocated.  */
char *handler_library_problems_text (GPtrArray *problems, guint limit);

G_END_DECLS
