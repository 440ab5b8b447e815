/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of words of one language.  */
#include "orders/order-phrases.h"

#include "orders/order-grammar.h"
#include "sim/sim-types.h"

static const char *const group_names[] = {
#define X(constant, name) name,
    ORDER_PHRASE_GROUP_LIST (X)
#undef X
};

#define ENTRY(constant, name, ...) name,
static const char *const verb_keys[] = {SIM_VERB_LIST (ENTRY) NULL};
static const char *const posture_keys[] = {SIM_POSTURE_LIST (ENTRY) NULL};
static const char *const timing_keys[] = {SIM_TIMING_LIST (ENTRY) NULL};
static const char *const topic_keys[] = {SIM_REPORT_TOPIC_LIST (ENTRY) NULL};
static const char *const letter_keys[] = {"A", "B", "C", "D", "E", "F", "G", "H", "I",
                                          "J", "K", "L", "M", "N", "O", "P", "Q", "R",
                                          "S", "T", "U", "V", "W", "X", "Y", "Z", NULL};
static const char *const digit_keys[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", NULL};
static const char *const number_keys[] = {"10", "11", "12", "13", "14", "15", "16",
                                          "17", "18", "19", "20", "30", "40", "50",
                                          "60", "70", "80", "90", NULL};
static const char *const ordinal_keys[] = {"1", "2", "3", "4", "5", "6", "7", "8", NULL};
static const char *const direction_keys[] = {
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west", NULL};
static const char *const addressee_keys[] = {
    "all-units",     "first-platoon", "second-platoon",  "third-platoon",  "fourth-platoon",
    "fifth-platoon", "sixth-platoon", "seventh-platoon", "eighth-platoon", "scavengers",
    "interceptors",  "captain",       NULL};
static const char *const connector_keys[] = {"via",   "and",  "to",    "at",   "keypad", "facing",
                                             "track", "grid", "place", "here", "there",  "mark",
                                             "from",  "possible", "within", "minutes", "minute", "after",
                                             "metres", "kilometres", "except", "relieved", "base", "me",
                                             NULL};
static const char *const question_keys[] = {"situation", "new",     "silent",  "describe",
                                            "near",      "far",     "long",    "read",
                                            "nearest",   "between", "bearing", "heard",
                                            "merge",     "split",   "name",    "mark-point",
                                            "undo",      "queue",   "queue-first",
                                            "queue-last", "queue-shorten", "queue-full",
                                            "queue-delete", "queue-delete-last",
                                             "low",      "linked",  "objective", "time",
                                             "wounded",  "bearings-from", "bearings-objective",
                                             "bearings", "away", NULL};
static const char *const help_keys[] = {SIM_HELP_LIST (ENTRY) NULL};
static const char *const setting_keys[] = {"open", "short", "quiet", "all", "leaders",
                                           "on",   "off",   NULL};
static const char *const no_keys[] = {NULL};
#undef ENTRY

static const char *const *const group_keys[ORDER_N_PHRASE_GROUPS] = {
    [ORDER_PHRASE_VERB] = verb_keys,           [ORDER_PHRASE_POSTURE] = posture_keys,
    [ORDER_PHRASE_TIMING] = timing_keys,       [ORDER_PHRASE_TOPIC] = topic_keys,
    [ORDER_PHRASE_LETTER] = letter_keys,       [ORDER_PHRASE_DIGIT] = digit_keys,
    [ORDER_PHRASE_NUMBER] = number_keys,       [ORDER_PHRASE_ORDINAL] = ordinal_keys,
    [ORDER_PHRASE_DIRECTION] = direction_keys, [ORDER_PHRASE_ADDRESSEE] = addressee_keys,
    [ORDER_PHRASE_CONNECTOR] = connector_keys, [ORDER_PHRASE_QUESTION] = question_keys,
    [ORDER_PHRASE_FILLER] = no_keys,           [ORDER_PHRASE_HELP] = help_keys,
    [ORDER_PHRASE_SETTING] = setting_keys,
};

static void
entry_free (gpointer data)
{
  OrderPhraseEntry *entry = data;

  g_free (entry->key);
  g_ptr_array_unref (entry->words);
  g_free (entry);
}

void
order_phrases_init (OrderPhrases *phrases, const char *language)
{
  phrases->language = g_strdup (language);
  order_grammar_init (&phrases->grammar);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    phrases->groups[group] = g_ptr_array_new_with_free_func (entry_free);
}

void
order_phrases_clear (OrderPhrases *phrases)
{
  g_clear_pointer (&phrases->language, g_free);
  order_grammar_clear (&phrases->grammar);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    g_clear_pointer (&phrases->groups[group], g_ptr_array_unref);
}

static OrderPhraseEntry *
find_entry (const OrderPhrases *phrases, OrderPhraseGroup group, const char *key)
{
  const GPtrArray *entries = phrases->groups[group];

  for (guint i = 0; i < entries->len; i++) {
    OrderPhraseEntry *entry = g_ptr_array_index (entries, i);

    if (g_str_equal (entry->key, key))
      return entry;
  }
  return NULL;
}

static OrderPhraseEntry *
add_entry (OrderPhrases *phrases, OrderPhraseGroup group, const char *key)
{
  OrderPhraseEntry *entry = g_new0 (OrderPhraseEntry, 1);

  entry->key = g_strdup (key);
  entry->words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (phrases->groups[group], entry);
  return entry;
}

void
order_phrases_add (OrderPhrases *phrases, OrderPhraseGroup group, const char *key, const char *word)
{
  OrderPhraseEntry *entry;

  g_return_if_fail (group < ORDER_N_PHRASE_GROUPS);
  g_return_if_fail (word != NULL);

  if (group == ORDER_PHRASE_FILLER || !key)
    key = "";
  entry = find_entry (phrases, group, key);
  if (!entry)
    entry = add_entry (phrases, group, key);
  g_ptr_array_add (entry->words, g_strdup (word));
  entry->n_own = entry->words->len;
}

void
order_phrases_set_own (OrderPhrases *phrases, OrderPhraseGroup group, const char *key, guint n_own)
{
  OrderPhraseEntry *entry = find_entry (phrases, group, key);

  if (entry)
    entry->n_own = n_own;
}

void
order_phrases_copy (OrderPhrases *to, const OrderPhrases *from)
{
  order_phrases_init (to, from->language);
  order_grammar_clear (&to->grammar);
  order_grammar_copy (&to->grammar, &from->grammar);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    for (guint i = 0; i < from->groups[group]->len; i++) {
      const OrderPhraseEntry *entry = g_ptr_array_index (from->groups[group], i);

      for (guint j = 0; j < entry->words->len; j++)
        order_phrases_add (to, group, entry->key, g_ptr_array_index (entry->words, j));
      order_phrases_set_own (to, group, entry->key, entry->n_own);
    }
}

const GPtrArray *
order_phrases_words (const OrderPhrases *phrases, OrderPhraseGroup group, const char *key)
{
  const OrderPhraseEntry *entry = find_entry (phrases, group, key);

  return entry ? entry->words : NULL;
}

const char *
order_phrases_first (const OrderPhrases *phrases, OrderPhraseGroup group, const char *key)
{
  const GPtrArray *words = order_phrases_words (phrases, group, key);

  return words && words->len > 0 ? g_ptr_array_index (words, 0) : key;
}

const char *
order_phrases_group_name (OrderPhraseGroup group)
{
  return sim_name_of (group_names, ORDER_N_PHRASE_GROUPS, group);
}

int
order_phrases_group_from_name (const char *name)
{
  for (int group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    if (g_str_equal (group_names[group], name))
      return group;
  return -1;
}

/* Numbers between the tens may be given too, where a language does not just join the words.  */
static gboolean
is_two_digit_number (const char *key)
{
  return g_ascii_isdigit (key[0]) && key[0] != '0' && g_ascii_isdigit (key[1]) && key[2] == '\0';
}

gboolean
order_phrases_key_known (OrderPhraseGroup group, const char *key)
{
  g_return_val_if_fail (group < ORDER_N_PHRASE_GROUPS, FALSE);

  if (group == ORDER_PHRASE_NUMBER && is_two_digit_number (key))
    return TRUE;
  return g_strv_contains (group_keys[group], key);
}

const char *
order_phrases_key (OrderPhraseGroup group, guint n)
{
  const char *const *keys;

  g_return_val_if_fail (group < ORDER_N_PHRASE_GROUPS, NULL);

  keys = group_keys[group];
  for (guint i = 0; i < n; i++)
    if (!keys[i])
      return NULL;
  return keys[n];
}
