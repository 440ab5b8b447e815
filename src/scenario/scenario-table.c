/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table JSON pointer -> line and column.  */
#include "scenario/scenario-table.h"

#include <string.h>

#define NO_KEY G_MAXUINT32

typedef struct {
  guint32 parent;
  guint32 key; /* offset in `keys`, NO_KEY for an element */
  guint32 number; /* within its parent */
  guint32 line, column;
  guint32 key_line, key_column;
  guint32 first_child; /* index in `children` */
  guint32 n_children;
  guint32 faulty;
} Entry;

struct _ScenarioTable {
  GArray *entries;  /* Entry */
  GByteArray *keys; /* each ended by NUL; no key holds one */
  GArray *children; /* guint32, grouped by parent */
  guint32 pending;  /* key that the next entry takes over */
  ScenarioPlace pending_place;
};

static const Entry *
table_entry (const ScenarioTable *table, guint entry)
{
  g_assert (entry < table->entries->len);
  return &g_array_index (table->entries, Entry, entry);
}

static Entry *
table_entry_mutable (ScenarioTable *table, guint entry)
{
  g_assert (entry < table->entries->len);
  return &g_array_index (table->entries, Entry, entry);
}

ScenarioTable *
scenario_table_new (void)
{
  ScenarioTable *table = g_new0 (ScenarioTable, 1);

  table->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  table->keys = g_byte_array_new ();
  table->children = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->pending = NO_KEY;
  return table;
}

void
scenario_table_free (ScenarioTable *table)
{
  g_array_unref (table->entries);
  g_byte_array_unref (table->keys);
  g_array_unref (table->children);
  g_free (table);
}

void
scenario_table_begin_key (ScenarioTable *table, ScenarioPlace place)
{
  table->pending = table->keys->len;
  table->pending_place = place;
}

void
scenario_table_append_key (ScenarioTable *table, const char *bytes, gsize length)
{
  g_byte_array_append (table->keys, (const guint8 *) bytes, (guint) length);
}

ScenarioPlace
scenario_table_key_place (const ScenarioTable *table)
{
  return table->pending_place;
}

guint
scenario_table_add (ScenarioTable *table, guint parent, ScenarioPlace place)
{
  Entry entry = {.parent = parent, .key = table->pending, .line = place.line};

  entry.column = place.column;
  entry.key_line = place.line;
  entry.key_column = place.column;
  if (table->pending != NO_KEY) {
    scenario_table_append_key (table, "", 1); /* ends the key */
    entry.key_line = table->pending_place.line;
    entry.key_column = table->pending_place.column;
    table->pending = NO_KEY;
  }
  if (parent != SCENARIO_TABLE_NONE)
    entry.number = table_entry_mutable (table, parent)->n_children++;
  g_array_append_val (table->entries, entry);
  return table->entries->len - 1;
}

const char *
scenario_table_key (const ScenarioTable *table, guint entry)
{
  guint32 key = table_entry (table, entry)->key;

  return key == NO_KEY ? "" : (const char *) table->keys->data + key;
}

/* By key; of equal keys the earlier first.  Elements have no key and keep their order.  */
static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 one = *(const guint32 *) a, two = *(const guint32 *) b;
  int order = strcmp (scenario_table_key (data, one), scenario_table_key (data, two));

  if (order != 0)
    return order;
  return one < two ? -1 : one > two;
}

/* An object, as far as it matters: what has elements, or nothing in it, has no keys.  */
static gboolean
has_members (const ScenarioTable *table, guint entry)
{
  return scenario_table_n_children (table, entry) > 0 &&
         table_entry (table, scenario_table_child (table, entry, 0))->key != NO_KEY;
}

/* Groups the children by parent (a counting sort), then sorts those of each object.  */
void
scenario_table_seal (ScenarioTable *table)
{
  guint32 first = 0;

  g_array_set_size (table->children, table->entries->len);
  for (guint i = 0; i < table->entries->len; i++) {
    Entry *entry = table_entry_mutable (table, i);

    entry->first_child = first;
    first += entry->n_children;
  }
  for (guint i = 1; i < table->entries->len; i++) {
    const Entry *entry = table_entry (table, i);
    guint32 at = table_entry (table, entry->parent)->first_child + entry->number;

    g_array_index (table->children, guint32, at) = i;
  }
  for (guint i = 0; i < table->entries->len; i++) {
    const Entry *entry = table_entry (table, i);

    if (has_members (table, i))
      g_sort_array (&g_array_index (table->children, guint32, entry->first_child),
                    entry->n_children, sizeof (guint32), compare_members, table);
  }
}

void
scenario_table_find_twice (const ScenarioTable *table, ScenarioTableTwiceFunc twice, gpointer data)
{
  for (guint i = 0; i < table->entries->len; i++)
    for (guint n = 1; n < table_entry (table, i)->n_children; n++) {
      guint earlier = scenario_table_child (table, i, n - 1);
      guint later = scenario_table_child (table, i, n);

      if (table_entry (table, later)->key != NO_KEY &&
          strcmp (scenario_table_key (table, earlier), scenario_table_key (table, later)) == 0)
        twice (table, later, earlier, data);
    }
}

guint
scenario_table_n_children (const ScenarioTable *table, guint entry)
{
  return table_entry (table, entry)->n_children;
}

guint
scenario_table_child (const ScenarioTable *table, guint entry, guint n)
{
  const Entry *parent = table_entry (table, entry);

  g_assert (n < parent->n_children);
  return g_array_index (table->children, guint32, parent->first_child + n);
}

guint
scenario_table_member (const ScenarioTable *table, guint entry, const char *key)
{
  guint low = 0, high = table_entry (table, entry)->n_children;

  /* The first member beyond `key`; the one before it is the last that may have it.  */
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (strcmp (scenario_table_key (table, scenario_table_child (table, entry, middle)), key) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0)
    return SCENARIO_TABLE_NONE;
  guint found = scenario_table_child (table, entry, low - 1);

  if (table_entry (table, found)->key == NO_KEY ||
      strcmp (scenario_table_key (table, found), key) != 0)
    return SCENARIO_TABLE_NONE;
  return found;
}

/* One step of a pointer: `token` with ~0 and ~1 undone.  */
static guint
find_step (const ScenarioTable *table, guint entry, const char *token)
{
  guint n_children = scenario_table_n_children (table, entry);
  guint64 number;

  if (n_children == 0)
    return SCENARIO_TABLE_NONE;
  if (has_members (table, entry))
    return scenario_table_member (table, entry, token);
  if (!g_ascii_string_to_unsigned (token, 10, 0, n_children - 1, &number, NULL))
    return SCENARIO_TABLE_NONE;
  return scenario_table_child (table, entry, (guint) number);
}

guint
scenario_table_find (const ScenarioTable *table, const char *pointer)
{
  g_auto (GStrv) tokens = NULL;
  guint entry = 0;

  if (table->entries->len == 0)
    return SCENARIO_TABLE_NONE;
  if (*pointer == '\0' || strcmp (pointer, "/") == 0)
    return 0;
  if (*pointer != '/')
    return SCENARIO_TABLE_NONE;
  tokens = g_strsplit (pointer + 1, "/", -1);
  for (char **token = tokens; *token != NULL && entry != SCENARIO_TABLE_NONE; token++) {
    g_autoptr (GString) plain = g_string_new (*token);

    g_string_replace (plain, "~1", "/", 0);
    g_string_replace (plain, "~0", "~", 0);
    entry = find_step (table, entry, plain->str);
  }
  return entry;
}

ScenarioPlace
scenario_table_place (const ScenarioTable *table, guint entry)
{
  const Entry *found = table_entry (table, entry);

  return (ScenarioPlace){found->line, found->column};
}

ScenarioPlace
scenario_table_place_of_key (const ScenarioTable *table, guint entry)
{
  const Entry *found = table_entry (table, entry);

  return (ScenarioPlace){found->key_line, found->key_column};
}

char *
scenario_table_pointer (const ScenarioTable *table, guint entry)
{
  g_autoptr (GString) pointer = g_string_new (NULL);

  for (; entry != 0; entry = table_entry (table, entry)->parent) {
    g_autoptr (GString) token = g_string_new ("/");
    const Entry *here = table_entry (table, entry);

    if (here->key == NO_KEY) {
      g_string_append_printf (token, "%u", here->number);
    } else {
      g_autoptr (GString) key = g_string_new (scenario_table_key (table, entry));

      g_string_replace (key, "~", "~0", 0);
      g_string_replace (key, "/", "~1", 0);
      g_string_append (token, key->str);
    }
    g_string_prepend (pointer, token->str);
  }
  return pointer->len > 0 ? g_strdup (pointer->str) : g_strdup ("/");
}

void
scenario_table_set_faulty (ScenarioTable *table, guint entry)
{
  table_entry_mutable (table, entry)->faulty = 1;
}

gboolean
scenario_table_is_faulty (const ScenarioTable *table, guint entry)
{
  return table_entry (table, entry)->faulty != 0;
}
