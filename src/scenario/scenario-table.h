/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table JSON pointer -> line and column of one JSON text (private to this room).
 *
 * Entry 0 is the text's value; every other entry is a member or element of an earlier one.  Lines
 * count from 1; columns count characters (code points, not bytes) from 1, a tab being one.
 * Members of an object are sorted by key when the table is sealed, so that finding one, and
 * finding a key given twice, needs no hash that a hostile file could aim at.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SCENARIO_TABLE_NONE G_MAXUINT32

typedef struct {
  guint line, column;
} ScenarioPlace;

typedef struct _ScenarioTable ScenarioTable;

ScenarioTable *scenario_table_new (void);
void scenario_table_free (ScenarioTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioTable, scenario_table_free)

/* Building, in the order of the text.  A member takes over the key that was last begun; without
 * one the entry is an element.  Returns the entry.  */
void scenario_table_begin_key (ScenarioTable *table, ScenarioPlace place);
void scenario_table_append_key (ScenarioTable *table, const char *bytes, gsize length);
guint scenario_table_add (ScenarioTable *table, guint parent, ScenarioPlace place);
/* Of the key last begun.  */
ScenarioPlace scenario_table_key_place (const ScenarioTable *table);
void scenario_table_seal (ScenarioTable *table);

/* Once sealed: calls `twice` for every member whose key an earlier one of the same object has.  */
typedef void (*ScenarioTableTwiceFunc) (const ScenarioTable *table, guint entry, guint earlier,
                                        gpointer data);
void scenario_table_find_twice (const ScenarioTable *table, ScenarioTableTwiceFunc twice,
                                gpointer data);

guint scenario_table_n_children (const ScenarioTable *table, guint entry);
/* The n-th child: elements in their order, members by key.  */
guint scenario_table_child (const ScenarioTable *table, guint entry, guint n);
/* The last member with this key, or SCENARIO_TABLE_NONE.  */
guint scenario_table_member (const ScenarioTable *table, guint entry, const char *key);
/* Entry of an RFC 6901 pointer ("" or "/": the whole), or SCENARIO_TABLE_NONE.  */
guint scenario_table_find (const ScenarioTable *table, const char *pointer);

/* Key of a member ("" for an element); lives as long as the table.  */
const char *scenario_table_key (const ScenarioTable *table, guint entry);
ScenarioPlace scenario_table_place (const ScenarioTable *table, guint entry);
/* Where the member's key stands; of an element the element itself.  */
ScenarioPlace scenario_table_place_of_key (const ScenarioTable *table, guint entry);
/* RFC 6901 pointer; the whole text is "/".  */
char *scenario_table_pointer (const ScenarioTable *table, guint entry);

/* A faulty entry has had its problem listed; readers keep quiet about it.  */
void scenario_table_set_faulty (ScenarioTable *table, guint entry);
gboolean scenario_table_is_faulty (const ScenarioTable *table, guint entry);

G_END_DECLS
