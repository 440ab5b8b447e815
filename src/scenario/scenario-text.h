/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of files in every language they have (private to this room).
 *
 * What is read of a file is the window's language; the voice may speak another, so the original and
 * the ways to its translations are kept.  Immutable once made, reference counted, any thread.  */
#pragma once

#include "orders/orders.h"

G_BEGIN_DECLS

typedef struct _ScenarioText ScenarioText;

/* `context` is gettext's for a built-in file, else NULL.  `own` (taken, may be NULL) has language
 * and text in turn, from the file's member `texts`.  */
ScenarioText *scenario_text_new (const char *original, const char *context, GPtrArray *own);
ScenarioText *scenario_text_ref (ScenarioText *text);
void scenario_text_unref (ScenarioText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioText, scenario_text_unref)

/* As it is written: the file's own translation, else the catalogue's (NULL: the process's
 * gettext), else the original.  Owned by the text or the catalogue.  */
const char *scenario_text_written (const ScenarioText *text, OrderCatalogue *catalogue);
/* As it is said: the file's own with "@speech" after the language, else the catalogue's by sound,
 * else as it is written.  */
const char *scenario_text_aloud (const ScenarioText *text, OrderCatalogue *catalogue);

/* As the file has it.  `catalogue` is not looked at.  */
const char *scenario_text_original (const ScenarioText *text, OrderCatalogue *catalogue);

/* A name that stands as it is in every language: as it is said.  */
const char *scenario_text_name_aloud (const ScenarioText *text, OrderCatalogue *catalogue);

/* What a type is called.  */
typedef struct {
  ScenarioText *one, *other;
  char letter;
} ScenarioTypeName;

void scenario_type_name_clear (ScenarioTypeName *name);

/* All that is named or read out in a battle, by the indices of ScenarioBattle's arrays.  */
struct _ScenarioNames {
  GPtrArray *call_signs; /* ScenarioText, as below */
  GPtrArray *places;
  GPtrArray *texts;
  GArray *types; /* ScenarioTypeName */
};
typedef struct _ScenarioNames ScenarioNames;

/* Cuts a name that is too long for a place at a whole character.  */
void scenario_place_set_name (PicturePlace *place, const char *name);

ScenarioNames *scenario_names_new (void);
void scenario_names_free (ScenarioNames *names);

G_END_DECLS
