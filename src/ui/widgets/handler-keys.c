/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-keys.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

#define SETTING "keys"
#define KEPT_TYPE G_VARIANT_TYPE ("a{sas}")

/* Of one entry of the table.  */
typedef struct {
  char *id;
  HandlerKey first[HANDLER_KEYS_MAX]; /* in the table */
  guint n_first;
  HandlerKey keys[HANDLER_KEYS_MAX]; /* in force */
  guint n_keys;
  gboolean hers;
} Entry;

struct _HandlerKeys {
  GObject parent_instance;
  const HandlerShortcut *table;
  Entry *entries; /* as the table */
  gsize n_entries;
  GSettings *settings; /* or NULL */
  GVariant *kept;
  guint n_bad; /* in what is kept, as told last */
};

G_DEFINE_FINAL_TYPE (HandlerKeys, handler_keys, G_TYPE_OBJECT)

static guint changed_signal;

static Entry *
entry_of (HandlerKeys *self, const HandlerShortcut *shortcut)
{
  return &self->entries[shortcut - self->table];
}

static const HandlerShortcut *
shortcut_of (HandlerKeys *self, const Entry *entry)
{
  return &self->table[entry - self->entries];
}

static gboolean
contains (const HandlerKey *keys, guint n, const HandlerKey *key)
{
  for (guint i = 0; i < n; i++)
    if (handler_key_equal (&keys[i], key))
      return TRUE;
  return FALSE;
}

static gboolean
meet (HandlerKeys *self, const Entry *a, const Entry *b)
{
  return a != b && handler_shortcuts_meet (shortcut_of (self, a)->scope, shortcut_of (self, b)->scope);
}

/* ---- What is kept ----------------------------------------------------------------------------- */

/* FALSE when one of the accelerators can not be: then none of them counts.  */
static gboolean
read_keys (HandlerKeys *self, Entry *entry, GVariant *accelerators)
{
  gsize n = g_variant_n_children (accelerators);

  if (n > HANDLER_KEYS_MAX)
    return FALSE;
  entry->n_keys = (guint) n;
  for (guint i = 0; i < entry->n_keys; i++) {
    const char *text;

    g_variant_get_child (accelerators, i, "&s", &text);
    if (!handler_key_parse (text, &entry->keys[i])
        || handler_key_judge (&entry->keys[i], shortcut_of (self, entry)->scope) != HANDLER_KEY_FINE)
      return FALSE;
  }
  return TRUE;
}

static Entry *
find_id (HandlerKeys *self, const char *id)
{
  for (gsize i = 0; i < self->n_entries; i++)
    if (g_str_equal (self->entries[i].id, id))
      return &self->entries[i];
  return NULL;
}

/* Whether she has given the key to something that `entry` meets.  */
static gboolean
is_given (HandlerKeys *self, const Entry *entry, const HandlerKey *key)
{
  for (gsize i = 0; i < self->n_entries; i++) {
    const Entry *other = &self->entries[i];

    if (other->hers && meet (self, entry, other) && contains (other->keys, other->n_keys, key))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_free (HandlerKeys *self, const Entry *entry)
{
  for (guint i = 0; i < entry->n_keys; i++)
    if (is_given (self, entry, &entry->keys[i]))
      return FALSE;
  return TRUE;
}

/* Whoever wrote them: what can not be is passed over.  Returns how many, the name of the first in `bad`.  */
static guint
read_hers (HandlerKeys *self, char **bad)
{
  GVariantIter iter;
  const char *id;
  GVariant *accelerators;
  guint n_bad = 0;

  g_variant_iter_init (&iter, self->kept);
  while (g_variant_iter_next (&iter, "{&s@as}", &id, &accelerators)) {
    Entry *entry = find_id (self, id);

    if (entry != NULL && !entry->hers && read_keys (self, entry, accelerators)
        && is_free (self, entry))
      entry->hers = TRUE;
    else if (n_bad++ == 0)
      *bad = g_strescape (id, NULL);
    g_variant_unref (accelerators);
  }
  return n_bad;
}

/* Those of the table, but for what she has given something else.  */
static void
take_first (HandlerKeys *self, Entry *entry)
{
  entry->n_keys = 0;
  for (guint i = 0; i < entry->n_first; i++)
    if (!is_given (self, entry, &entry->first[i]))
      entry->keys[entry->n_keys++] = entry->first[i];
}

static void
load (HandlerKeys *self)
{
  g_autofree char *bad = NULL;
  guint n_bad;

  for (gsize i = 0; i < self->n_entries; i++)
    self->entries[i].hers = FALSE;
  n_bad = read_hers (self, &bad);
  for (gsize i = 0; i < self->n_entries; i++)
    if (!self->entries[i].hers)
      take_first (self, &self->entries[i]);
  if (n_bad > 0 && n_bad != self->n_bad)
    g_message ("Settings, keys: %u passed over, the first “%.80s”", n_bad, bad);
  self->n_bad = n_bad;
  g_signal_emit (self, changed_signal, 0);
}

/* `kept` may be floating.  */
static void
take_kept (HandlerKeys *self, GVariant *kept)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (kept);

  if (self->kept != NULL && g_variant_equal (self->kept, sunk))
    return;
  g_clear_pointer (&self->kept, g_variant_unref);
  self->kept = g_steal_pointer (&sunk);
  load (self);
}

static void
setting_cb (HandlerKeys *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, SETTING);

  take_kept (self, kept);
}

static void
keep (HandlerKeys *self, GVariant *kept)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (kept);

  if (self->settings != NULL && !g_settings_set_value (self->settings, SETTING, sunk))
    return; /* an administrator's */
  take_kept (self, sunk);
}

/* ---- Reading ---------------------------------------------------------------------------------- */

const HandlerKey *
handler_keys_of (HandlerKeys *self, const HandlerShortcut *entry, gsize *n)
{
  g_return_val_if_fail (HANDLER_IS_KEYS (self) && entry != NULL && n != NULL, NULL);
  *n = entry_of (self, entry)->n_keys;
  return entry_of (self, entry)->keys;
}

gboolean
handler_keys_is_changed (HandlerKeys *self, const HandlerShortcut *entry)
{
  g_return_val_if_fail (HANDLER_IS_KEYS (self) && entry != NULL, FALSE);
  return entry_of (self, entry)->hers;
}

gboolean
handler_keys_any_changed (HandlerKeys *self)
{
  g_return_val_if_fail (HANDLER_IS_KEYS (self), FALSE);
  return g_variant_n_children (self->kept) > 0;
}

static gboolean
is_twin (const HandlerKey *key)
{
  return key->keyval == GDK_KEY_KP_Add || key->keyval == GDK_KEY_KP_Subtract
         || key->keyval == GDK_KEY_KP_0 || key->keyval == GDK_KEY_KP_Enter
         || key->keyval == GDK_KEY_equal
         || (key->keyval == GDK_KEY_F10 && key->modifiers == GDK_SHIFT_MASK);
}

gsize
handler_keys_next_shown (HandlerKeys *self, const HandlerShortcut *entry, gsize from)
{
  const Entry *found;

  g_return_val_if_fail (HANDLER_IS_KEYS (self) && entry != NULL, from);
  found = entry_of (self, entry);
  /* Left over as the only one it is worth being told of.  */
  while (from < found->n_keys && !found->hers && found->n_keys > 1 && is_twin (&found->keys[from]))
    from++;
  return from;
}

char *
handler_keys_dup_label (HandlerKeys *self, HandlerShortcutScope scope, const char *action)
{
  const HandlerShortcut *shortcut = handler_shortcuts_find (scope, action);
  const Entry *entry;

  g_return_val_if_fail (HANDLER_IS_KEYS (self) && shortcut != NULL, NULL);
  entry = entry_of (self, shortcut);
  return entry->n_keys == 0 ? NULL : handler_key_dup_label (&entry->keys[0]);
}

static void
add_words (HandlerKeys *self, const HandlerShortcut *entry, GPtrArray *words)
{
  gsize n;
  const HandlerKey *keys = handler_keys_of (self, entry, &n);

  for (gsize i = handler_keys_next_shown (self, entry, 0); i < n;
       i = handler_keys_next_shown (self, entry, i + 1))
    g_ptr_array_add (words, gtk_accelerator_get_label (keys[i].keyval, keys[i].modifiers));
}

char *
handler_keys_dup_words (HandlerKeys *self, const HandlerShortcut *entry, gsize n)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (HANDLER_IS_KEYS (self) && entry != NULL, NULL);
  for (gsize i = 0; i < n; i++)
    add_words (self, &entry[i], words);
  if (words->len == 0)
    /* Translators: instead of the keys of something that has none.  */
    return g_strdup (C_("shortcut", "no key"));
  g_ptr_array_add (words, NULL);
  return handler_text_list ((const char *const *) words->pdata);
}

/* ---- Changing --------------------------------------------------------------------------------- */

const HandlerKey *
handler_keys_first_of (HandlerKeys *self, const HandlerShortcut *entry, gsize *n)
{
  g_return_val_if_fail (HANDLER_IS_KEYS (self) && entry != NULL && n != NULL, NULL);
  *n = entry_of (self, entry)->n_first;
  return entry_of (self, entry)->first;
}

GPtrArray *
handler_keys_list_users (HandlerKeys *self, const HandlerShortcut *shortcut, const HandlerKey *keys,
                         gsize n)
{
  GPtrArray *users = g_ptr_array_new ();

  g_return_val_if_fail (HANDLER_IS_KEYS (self) && shortcut != NULL, users);
  for (gsize i = 0; i < self->n_entries; i++) {
    const Entry *other = &self->entries[i];
    gboolean uses = FALSE;

    for (gsize k = 0; k < n; k++)
      uses = uses || contains (other->keys, other->n_keys, &keys[k]);
    if (uses && meet (self, entry_of (self, shortcut), other))
      g_ptr_array_add (users, (gpointer) &self->table[i]);
  }
  return users;
}

static void
insert (GVariantDict *dict, const Entry *entry, const HandlerKey *keys, guint n)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < n; i++)
    g_variant_builder_add_value (&builder, g_variant_new_take_string (handler_key_dup_name (&keys[i])));
  g_variant_dict_insert_value (dict, entry->id, g_variant_builder_end (&builder));
}

/* The keys of `other` without those.  */
static void
take_away (GVariantDict *dict, const Entry *other, const HandlerKey *keys, guint n)
{
  HandlerKey left[HANDLER_KEYS_MAX];
  guint n_left = 0;

  for (guint i = 0; i < other->n_keys; i++)
    if (!contains (keys, n, &other->keys[i]))
      left[n_left++] = other->keys[i];
  if (n_left < other->n_keys)
    insert (dict, other, left, n_left);
}

/* A GVariantDict has values of any type; what is kept has one.  */
static GVariant *
kept_of (GVariantDict *dict)
{
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_dict_end (dict));
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id;
  GVariant *value;

  g_variant_builder_init (&builder, KEPT_TYPE);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&sv}", &id, &value)) {
    g_variant_builder_add (&builder, "{s@as}", id, value);
    g_variant_unref (value);
  }
  return g_variant_builder_end (&builder);
}

/* Also what this version does not know.  */
static GVariantDict *
dict_of_kept (HandlerKeys *self)
{
  GVariantDict *dict = g_variant_dict_new (NULL);
  GVariantIter iter;
  const char *id;
  GVariant *value;

  g_variant_iter_init (&iter, self->kept);
  while (g_variant_iter_next (&iter, "{&s@as}", &id, &value)) {
    g_variant_dict_insert_value (dict, id, value);
    g_variant_unref (value);
  }
  return dict;
}

/* `entry` has these keys, and nobody else who could be meant.  `hers`: they are to be kept as hers.  */
static void
give (HandlerKeys *self, const Entry *entry, const HandlerKey *keys, guint n, gboolean hers)
{
  g_autoptr (GVariantDict) dict = dict_of_kept (self);

  for (gsize i = 0; i < self->n_entries; i++)
    if (meet (self, entry, &self->entries[i]))
      take_away (dict, &self->entries[i], keys, n);
  if (hers)
    insert (dict, entry, keys, n);
  else
    g_variant_dict_remove (dict, entry->id);
  keep (self, kept_of (dict));
}

void
handler_keys_set (HandlerKeys *self, const HandlerShortcut *shortcut, const HandlerKey *key)
{
  const Entry *entry;

  g_return_if_fail (HANDLER_IS_KEYS (self) && shortcut != NULL);
  g_return_if_fail (key == NULL || handler_key_judge (key, shortcut->scope) == HANDLER_KEY_FINE);
  entry = entry_of (self, shortcut);
  /* With the key that it had come its twins.  */
  if (key != NULL && entry->n_first > 0 && handler_key_equal (key, &entry->first[0]))
    handler_keys_reset (self, shortcut);
  else
    give (self, entry, key, key == NULL ? 0 : 1, TRUE);
}

void
handler_keys_reset (HandlerKeys *self, const HandlerShortcut *shortcut)
{
  const Entry *entry;

  g_return_if_fail (HANDLER_IS_KEYS (self) && shortcut != NULL);
  entry = entry_of (self, shortcut);
  give (self, entry, entry->first, entry->n_first, FALSE);
}

static GVariant *
nothing_kept (void)
{
  return g_variant_new_array (G_VARIANT_TYPE ("{sas}"), NULL, 0);
}

void
handler_keys_reset_all (HandlerKeys *self)
{
  g_return_if_fail (HANDLER_IS_KEYS (self));
  keep (self, nothing_kept ());
}

GVariant *
handler_keys_dup_kept (HandlerKeys *self)
{
  g_return_val_if_fail (HANDLER_IS_KEYS (self), NULL);
  return g_variant_ref (self->kept);
}

void
handler_keys_set_kept (HandlerKeys *self, GVariant *kept)
{
  g_return_if_fail (HANDLER_IS_KEYS (self) && kept != NULL && g_variant_is_of_type (kept, KEPT_TYPE));
  keep (self, kept);
}

/* ---- In texts --------------------------------------------------------------------------------- */

typedef struct {
  char *text, *property, *action;
  HandlerShortcutScope scope;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->text);
  g_free (told->property);
  g_free (told->action);
  g_free (told);
}

static void
tell_cb (GObject *object)
{
  const Told *told = g_object_get_data (object, "handler-keys-told");
  g_autofree char *key = handler_keys_dup_label (handler_keys_get (), told->scope, told->action);
  g_autofree char *text = NULL;

  if (key != NULL)
    /* Translators: what a button does, and its key: “Pause (F8)”.  */
    text = g_strdup_printf (C_("tip with key", "%1$s (%2$s)"), told->text, key);
  g_object_set (object, told->property, text != NULL ? text : told->text, NULL);
}

void
handler_keys_tell_in (HandlerKeys *self, gpointer object, const char *property,
                      HandlerShortcutScope scope, const char *action)
{
  Told *told;

  g_return_if_fail (HANDLER_IS_KEYS (self) && G_IS_OBJECT (object));
  told = g_new0 (Told, 1);
  told->property = g_strdup (property);
  told->action = g_strdup (action);
  told->scope = scope;
  g_object_get (object, property, &told->text, NULL);
  g_object_set_data_full (object, "handler-keys-told", told, told_free);
  g_signal_connect_object (self, "changed", G_CALLBACK (tell_cb), object, G_CONNECT_SWAPPED);
  tell_cb (object);
}

/* ---- Life ------------------------------------------------------------------------------------- */

HandlerKeys *
handler_keys_get (void)
{
  static HandlerKeys *keys;

  if (keys == NULL)
    keys = g_object_new (HANDLER_TYPE_KEYS, NULL);
  return keys;
}

void
handler_keys_set_settings (HandlerKeys *self, GSettings *settings)
{
  g_return_if_fail (HANDLER_IS_KEYS (self));
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings == NULL) {
    take_kept (self, nothing_kept ());
    return;
  }
  g_signal_connect_object (settings, "changed::" SETTING, G_CALLBACK (setting_cb), self,
                           G_CONNECT_SWAPPED);
  setting_cb (self);
}

static void
handler_keys_finalize (GObject *object)
{
  HandlerKeys *self = HANDLER_KEYS (object);

  for (gsize i = 0; i < self->n_entries; i++)
    g_free (self->entries[i].id);
  g_free (self->entries);
  g_clear_object (&self->settings);
  g_variant_unref (self->kept);
  G_OBJECT_CLASS (handler_keys_parent_class)->finalize (object);
}

static void
handler_keys_class_init (HandlerKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_keys_finalize;
  changed_signal = g_signal_new ("changed", HANDLER_TYPE_KEYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
init_entry (Entry *entry, const HandlerShortcut *shortcut)
{
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, "|", -1);

  entry->id = handler_shortcut_dup_id (shortcut);
  for (guint i = 0; keys[i] != NULL; i++) {
    g_assert (entry->n_first < HANDLER_KEYS_MAX);
    if (!handler_key_parse (keys[i], &entry->first[entry->n_first++]))
      g_error ("“%s” is no key", keys[i]);
  }
}

static void
handler_keys_init (HandlerKeys *self)
{
  self->table = handler_shortcuts_get (&self->n_entries);
  self->entries = g_new0 (Entry, self->n_entries);
  for (gsize i = 0; i < self->n_entries; i++)
    init_entry (&self->entries[i], &self->table[i]);
  take_kept (self, nothing_kept ());
}
