/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of spoken orders.  A verb stands only with what it can be said with: the fewer
 * ways on there are, the less is misheard.  */
#include "orders/order-listen-private.h"

#include <string.h>

/* Of the many wordings that are understood when typed, the first few are listened for: people who
 * speak into a radio say the short ones, and each more is one more to be mistaken for another.  */
#define VERB_WORDINGS 3
#define WORD_WORDINGS 2

/* What a wording weighs beside the first of its key.  */
#define SYNONYM_WEIGHT 0.3

/* ---- Words ----------------------------------------------------------------------------------- */

static void
word_free (gpointer data)
{
  OrderListenWord *word = data;

  g_free (word->word);
  g_free (word->name);
  g_free (word->aloud);
  g_free (word->pronunciation);
  g_free (word);
}

static void
append_digits (OrderBook *book, const char *figures, GString *words)
{
  for (; *figures; figures++) {
    char key[2] = {*figures, '\0'};

    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                            order_phrases_first (&book->phrases, ORDER_PHRASE_DIGIT, key));
  }
}

char *
order_listen_words (OrderBook *book, const char *text)
{
  g_autofree char *folded = order_text_fold (text, FALSE);
  g_auto (GStrv) each = g_strsplit (folded, " ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; each[i]; i++) {
    if (strspn (each[i], "0123456789") == strlen (each[i]))
      append_digits (book, each[i], words);
    else
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", each[i]);
  }
  return g_string_free (words, FALSE);
}

static gboolean
can_be_said (OrderListener *listener, const char *word)
{
  return *word != '\0' && strspn (word, "abcdefghijklmnopqrstuvwxyz_") == strlen (word) &&
         !(listener->left_out && g_hash_table_contains (listener->left_out, word));
}

/* What the data say of a name comes before what was noted of a word of the language.  */
void
order_listener_note (OrderListener *listener, const char *word, const char *name, const char *aloud,
                     const char *pronunciation)
{
  OrderListenWord *noted = g_hash_table_lookup (listener->known, word);

  if (!noted) {
    noted = g_new0 (OrderListenWord, 1);
    noted->word = g_strdup (word);
    noted->name = g_strdup (name);
    noted->aloud = g_strdup (aloud);
    g_ptr_array_add (listener->words, noted);
    g_hash_table_insert (listener->known, noted->word, noted);
  }
  if (!noted->pronunciation && pronunciation)
    noted->pronunciation = g_strdup (pronunciation);
}

/* ---- Rules ----------------------------------------------------------------------------------- */

void
order_listen_rule_begin (OrderListenRule *rule, OrderListener *listener)
{
  rule->listener = listener;
  rule->text = g_string_new (NULL);
  rule->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
order_listen_rule_add (OrderListenRule *rule, double weight, const char *expansion)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!g_hash_table_add (rule->seen, g_strdup (expansion)))
    return;
  g_ascii_formatd (number, sizeof number, "%.4f", weight);
  g_string_append_printf (rule->text, "%s/%s/ %s", rule->text->len > 0 ? "\n  | " : "", number,
                          expansion);
}

gboolean
order_listen_rule_say (OrderListenRule *rule, double weight, const char *text)
{
  g_autofree char *words = order_listen_words (rule->listener->book, text);
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  if (!each[0])
    return FALSE;
  for (guint i = 0; each[i]; i++)
    if (!can_be_said (rule->listener, each[i]))
      return FALSE;
  for (guint i = 0; each[i]; i++)
    order_listener_note (rule->listener, each[i], "", each[i], NULL);
  order_listen_rule_add (rule, weight, words);
  return TRUE;
}

void
order_listen_rule_key (OrderListenRule *rule, double weight, OrderPhraseGroup group,
                       const char *key, guint most)
{
  const GPtrArray *words = order_phrases_words (&rule->listener->book->phrases, group, key);

  for (guint i = 0; words && i < words->len && i < most; i++)
    order_listen_rule_say (rule, i == 0 ? weight : weight * SYNONYM_WEIGHT,
                           g_ptr_array_index (words, i));
}

void
order_listen_rule_end (OrderListenRule *rule, const char *name)
{
  g_string_append_printf (rule->listener->text, "<%s> = %s;\n", name,
                          rule->text->len > 0 ? rule->text->str : "<VOID>");
  g_string_free (rule->text, TRUE);
  g_hash_table_unref (rule->seen);
}

/* A rule of one key.  */
static void
add_key (OrderListener *listener, const char *name, OrderPhraseGroup group, const char *key,
         guint most)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  order_listen_rule_key (&rule, 1, group, key, most);
  order_listen_rule_end (&rule, name);
}

/* A rule of keys [from, …) of a group, all alike.  */
static void
add_group (OrderListener *listener, const char *name, OrderPhraseGroup group, guint from)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint i = from; order_phrases_key (group, i); i++)
    order_listen_rule_key (&rule, 1, group, order_phrases_key (group, i), WORD_WORDINGS);
  order_listen_rule_end (&rule, name);
}

/* ---- Verbs ----------------------------------------------------------------------------------- */

/* How a verb is said: each is a frame of its own.  */
typedef enum {
  FRAME_TO,      /* where to */
  FRAME_AT,      /* at a place */
  FRAME_ENEMY,   /* a place or a track */
  FRAME_OWN,     /* one of ours, or a place */
  FRAME_BEGUN,   /* nothing after it but when */
  FRAME_AT_ONCE, /* the same, but nobody can prepare for it */
  FRAME_ALONE,   /* what it aims at may be left out */
  FRAME_OTHER,   /* in a frame that only it has */
} Frame;

static gboolean
can_wait (guint verb)
{
  return verb != SIM_VERB_CEASE_FIRE && verb != SIM_VERB_WEAPONS_FREE && verb != SIM_VERB_SAY_AGAIN;
}

static Frame
frame_of (guint verb)
{
  if (verb == SIM_VERB_EXPECT || verb == SIM_VERB_LOOK || verb == SIM_VERB_MARK ||
      verb == SIM_VERB_HOLD || verb == SIM_VERB_FOLLOW)
    return FRAME_OTHER;
  switch (sim_verb_aim (verb)) {
  case SIM_AIM_PLACE:
    return verb == SIM_VERB_AMBUSH ? FRAME_AT : FRAME_TO;
  case SIM_AIM_OPTIONAL_PLACE:
    return FRAME_AT;
  case SIM_AIM_ANY:
    return FRAME_ENEMY;
  case SIM_AIM_OWN:
  case SIM_AIM_OPTIONAL_OWN:
    return FRAME_OWN;
  case SIM_AIM_NONE:
    return can_wait (verb) ? FRAME_BEGUN : FRAME_AT_ONCE;
  case SIM_AIM_REPORT:
  case SIM_AIM_HELP:
  case SIM_AIM_SETTING:
  case SIM_AIM_LISTENED:
  default:
    return FRAME_OTHER;
  }
}

static gboolean
fits (guint verb, Frame frame)
{
  SimAim aim = sim_verb_aim (verb);

  if (frame != FRAME_ALONE)
    return frame_of (verb) == frame;
  return verb == SIM_VERB_FALL_BACK ||
         (frame_of (verb) != FRAME_OTHER &&
          (aim == SIM_AIM_OPTIONAL_PLACE || aim == SIM_AIM_OPTIONAL_OWN));
}

/* Verbs that are given often are heard for more readily.  */
static double
verb_weight (guint verb)
{
  switch (verb) {
  case SIM_VERB_MOVE:
  case SIM_VERB_HOLD:
  case SIM_VERB_ATTACK:
  case SIM_VERB_SCOUT:
  case SIM_VERB_FALL_BACK:
  case SIM_VERB_REPORT:
    return 1;
  /* To him alone who has just objected.  */
  case SIM_VERB_INSIST:
  case SIM_VERB_DROP:
    return 0.1;
  default:
    return 0.6;
  }
}

static void
add_verbs (OrderListener *listener, const char *name, Frame frame)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint verb = 0; verb < SIM_N_VERBS; verb++)
    if (fits (verb, frame))
      order_listen_rule_key (&rule, verb_weight (verb), ORDER_PHRASE_VERB, sim_verb_name (verb),
                             VERB_WORDINGS);
  order_listen_rule_end (&rule, name);
}

/* What a verb may be switched to: from one setting to another.  */
static void
add_settings (OrderListener *listener, const char *name, guint verb, guint first, guint last)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint i = first; i <= last; i++)
    if (sim_setting_fits (verb, i))
      order_listen_rule_key (&rule, 1, ORDER_PHRASE_SETTING, sim_setting_name (i), 3);
  order_listen_rule_end (&rule, name);
}

/* ---- The whole ------------------------------------------------------------------------------- */

static void
add_connectors (OrderListener *listener)
{
  static const struct {
    const char *rule, *key;
    guint most;
  } connectors[] = {
      {"via", "via", 3},           {"and", "and", 1},           {"to", "to", 3},
      {"at", "at", 3},             {"keypad", "keypad", 1},     {"facing", "facing", 3},
      {"a_track", "track", 3},     {"grid", "grid", 2},         {"on_mark", "mark", 3},
      {"from", "from", 1},         {"possible", "possible", 4}, {"within", "within", 1},
      {"minutes", "minutes", 1},   {"minute", "minute", 1},     {"after", "after", 1},
      {"relieved", "relieved", 2}, {"base", "base", 2},         {"except", "except", 2},
      {"just_via", "via", 1},      {"just_at", "at", 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (connectors); i++)
    add_key (listener, connectors[i].rule, ORDER_PHRASE_CONNECTOR, connectors[i].key,
             connectors[i].most);
}

static const struct {
  const char *rule;
  Frame frame;
} frames[] = {
    {"v_to", FRAME_TO},       {"v_at", FRAME_AT},           {"v_enemy", FRAME_ENEMY},
    {"v_own", FRAME_OWN},     {"v_begun", FRAME_BEGUN},     {"v_at_once", FRAME_AT_ONCE},
    {"v_alone", FRAME_ALONE},
};

static const struct {
  const char *rule;
  guint verb;
} verbs[] = {
    {"v_hold", SIM_VERB_HOLD},       {"v_follow", SIM_VERB_FOLLOW},       {"v_mark", SIM_VERB_MARK},
    {"v_report", SIM_VERB_REPORT},   {"v_expect", SIM_VERB_EXPECT},       {"v_net", SIM_VERB_NET},
    {"v_promise", SIM_VERB_PROMISE}, {"v_look", SIM_VERB_LOOK},           {"v_sync", SIM_VERB_SYNC},
    {"v_fire_on", SIM_VERB_FIRE_ON}, {"v_listen_in", SIM_VERB_LISTEN_IN}, {"v_again", SIM_VERB_SAY_AGAIN},
};

static void
add_words (OrderListener *listener)
{
  add_connectors (listener);
  add_group (listener, "posture", ORDER_PHRASE_POSTURE, 1);
  add_group (listener, "timing", ORDER_PHRASE_TIMING, 1);
  add_group (listener, "topic", ORDER_PHRASE_TOPIC, 1);
  add_group (listener, "direction", ORDER_PHRASE_DIRECTION, 0);
  add_group (listener, "help", ORDER_PHRASE_HELP, 0);
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    add_verbs (listener, frames[i].rule, frames[i].frame);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    add_key (listener, verbs[i].rule, ORDER_PHRASE_VERB, sim_verb_name (verbs[i].verb),
             VERB_WORDINGS);
  add_settings (listener, "s_net", SIM_VERB_NET, SIM_SETTING_OPEN, SIM_SETTING_OFF);
  add_settings (listener, "s_everybody", SIM_VERB_SYNC, SIM_SETTING_ALL, SIM_SETTING_LEADERS);
  add_settings (listener, "s_each", SIM_VERB_SYNC, SIM_SETTING_ON, SIM_SETTING_OFF);
  add_settings (listener, "s_listen_in", SIM_VERB_LISTEN_IN, SIM_SETTING_OPEN, SIM_SETTING_OFF);
}

/* The sentences themselves, of the rules above.  Short ways to say things weigh more; a machine is a place only after
 * "to", "at" and "via", for nobody says "fall back Gunsmith through Falke".  */
static const char sentences[] =
    "<at_stop> = /1.0/ <at> <spot> | /0.03/ <just_at> <machine>;\n"
    "<way> = (/1.0/ <via> <spot> | /0.03/ <just_via> <machine>) (/0.8/ <NULL> | /0.2/ <and> <target> (/0.9/ <NULL> | /0.1/ <and> <target>));\n"
    "<bearing> = (zero | one | two) <digit> <digit> | three (zero | one | two | three | four | five) <digit>;\n"
    "<toward> = /0.95/ <direction> | /0.05/ <bearing>;\n"
    "<at_once> = /0.85/ <NULL> | /0.15/ <timing>;\n"
    "<wait> = /0.5/ <on_mark> <key> | /0.5/ <after> <count> <minutes> | /0.05/ <after> one <minute>;\n"
    "<when> = /0.8/ <NULL> | /0.1/ <timing> | /0.1/ <wait> | /0.02/ <timing> <after> <count> <minutes>;\n"
    "<front> = /0.9/ <NULL> | /0.1/ <facing> <toward>;\n"
    "<pace> = /0.8/ <NULL> | /0.2/ <posture>;\n"
    "<how> = <pace> <when> <front>;\n"
    "<route> = /0.85/ <NULL> | /0.15/ <way>;\n"
    "<goes> = (/0.6/ <v_to> <to> <target> | /0.1/ <v_to> <spot> | /0.2/ <v_at> <at_stop>\n"
    "  | /0.05/ <v_at> <bare_spot> | /0.4/ <v_enemy> <spot>) <route> <how>;\n"
    "<stays> = <v_hold> (/0.4/ <NULL> | (/0.5/ <at_stop> | /0.05/ <bare_spot>) <route>)\n"
    "  <pace> <when> (/0.9/ <NULL> | /0.1/ <relieved>) <front>;\n"
    "<helps> = <v_own> (/0.7/ <NULL> | /0.3/ <at>) <own> <route> <how>;\n"
    "<follows> = <v_follow> (/0.7/ <machine> | /0.3/ <platoon>) <how>;\n"
    "<maybe> = /0.8/ <NULL> | /0.2/ <possible>;\n"
    "<expects> = <v_expect> (/0.7/ <spot> <maybe> <when> (/0.7/ <NULL> | /0.3/ <from> <toward>)\n"
    "  | /0.3/ <maybe> <when> <from> <toward>);\n"
    "<promises> = <v_promise> <help> (<within> | <after>) <count> (<minutes> | <minute>)\n  (/0.9/ <at_once> | /0.1/ <on_mark> <key>);\n"
    "<does> = /1.0/ <goes> | /0.4/ <v_alone> <how> | /0.4/ <v_begun> <when> | /0.2/ <v_at_once> <at_once>\n"
    "  | /0.4/ <stays> | /0.3/ <helps> | /0.1/ <follows> | /0.3/ <expects> | /0.1/ <promises>\n"
    "  | /0.5/ <v_report> (/0.6/ <topic> | /0.4/ <NULL>) <at_once> | /0.1/ <v_mark> <key>;\n"
    "<switches> = /0.5/ (<everybody> | <platoon>) <v_net> <s_net> | /0.2/ <everybody> <v_sync> <s_everybody>\n"
    "  | /0.3/ <who> <v_sync> <s_each> | /0.3/ <v_net> <s_net> | /0.2/ <v_sync> <s_everybody>\n"
    "  | /0.2/ <v_listen_in> <s_listen_in> | /0.2/ <v_listen_in> (<to> | <NULL>) <platoon>;\n"
    "<asks> = <wall> (<v_fire_on> <spot> <how> | <v_look> <spot>);\n"
    "<order> = /0.9/ <who> <does> | /0.05/ <switches> | /0.03/ <asks> | /0.01/ <v_again>\n"
    "  | /0.01/ <v_mark> <key>;\n";

/* ---- Answers --------------------------------------------------------------------------------- */

/* To "Did you say …?".  English, as all that is listened for.  */
static const struct {
  const char *words;
  OrderListenAnswer answer;
} answers_said[] = {
    {"yes", ORDER_ANSWER_YES},  {"confirm", ORDER_ANSWER_YES},    {"affirmative", ORDER_ANSWER_YES},
    {"no", ORDER_ANSWER_NO},    {"cancel that", ORDER_ANSWER_NO}, {"negative", ORDER_ANSWER_NO},
};

OrderListenAnswer
order_listen_answer (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers_said); i++)
    if (g_str_equal (answers_said[i].words, words))
      return answers_said[i].answer;
  return ORDER_ANSWER_NONE;
}

static void
add_answers (OrderListener *listener)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint i = 0; i < G_N_ELEMENTS (answers_said); i++)
    order_listen_rule_say (&rule, 1, answers_said[i].words);
  order_listen_rule_end (&rule, "answer");
}

static void
write_grammar (OrderListener *listener, gboolean answers)
{
  g_string_append (listener->text, "#JSGF V1.0;\ngrammar orders;\n");
  add_words (listener);
  order_listen_add_names (listener);
  if (answers)
    add_answers (listener);
  g_string_append (listener->text, sentences);
  g_string_append (listener->text, answers ? "public <said> = /0.5/ <order> | /0.5/ <answer>;\n"
                                           : "public <said> = <order>;\n");
}

OrderListenGrammar *
order_listen_grammar_new (OrderBook *book, const PictureView *view,
                          const OrderListenSounds *sounds, GHashTable *left_out, gboolean answers)
{
  static const OrderListenSounds silence;
  OrderListener listener = {book, view, sounds ? sounds : &silence, left_out, g_string_new (NULL),
                            g_hash_table_new (g_str_hash, g_str_equal),
                            g_ptr_array_new_with_free_func (word_free),
                            g_ptr_array_new_with_free_func (g_free)};
  OrderListenGrammar *grammar = g_new0 (OrderListenGrammar, 1);

  write_grammar (&listener, answers);
  g_hash_table_unref (listener.known);
  grammar->jsgf = g_string_free (listener.text, FALSE);
  grammar->words = listener.words;
  grammar->dumb = listener.dumb;
  return grammar;
}

void
order_listen_grammar_free (OrderListenGrammar *grammar)
{
  g_free (grammar->jsgf);
  g_ptr_array_unref (grammar->words);
  g_ptr_array_unref (grammar->dumb);
  g_free (grammar);
}

/* ---- Sense ----------------------------------------------------------------------------------- */

static gboolean
is_same_spot (const SimTarget *a, const SimTarget *b)
{
  return a->kind == b->kind && a->number == b->number && a->position.x == b->position.x &&
         a->position.y == b->position.y;
}

static gboolean
is_himself (const SimCommand *command, const SimTarget *target)
{
  SimAddresseeKind kind = target->kind == SIM_TARGET_UNIT ? SIM_ADDRESSEE_UNIT : SIM_ADDRESSEE_PLATOON;

  if (target->kind != SIM_TARGET_UNIT && target->kind != SIM_TARGET_PLATOON)
    return FALSE;
  for (guint i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == kind && command->addressees[i].index == target->number)
      return TRUE;
  return FALSE;
}

static gboolean
is_all_and_more (const SimCommand *command)
{
  for (guint i = 0; command->n_addressees > 1 && i < command->n_addressees; i++)
    if (command->addressees[i].kind == SIM_ADDRESSEE_ALL)
      return TRUE;
  return FALSE;
}

gboolean
order_is_odd (const SimCommand *command)
{
  if (is_himself (command, &command->target) || is_all_and_more (command))
    return TRUE;
  for (guint i = 0; i < command->n_via; i++) {
    const SimTarget *next = i + 1 < command->n_via ? &command->via[i + 1] : &command->target;

    if (is_himself (command, &command->via[i]) || is_same_spot (&command->via[i], next))
      return TRUE;
  }
  return FALSE;
}

/* ---- Weight ---------------------------------------------------------------------------------- */

static gboolean
is_weighty_verb (guint verb)
{
  switch (verb) {
  case SIM_VERB_FIRE_ON:
  case SIM_VERB_LOOK:
  case SIM_VERB_PROMISE:
  case SIM_VERB_INSIST:
  case SIM_VERB_CANCEL:
  case SIM_VERB_CEASE_FIRE:
  case SIM_VERB_WEAPONS_FREE:
  case SIM_VERB_FREE_HAND:
  case SIM_VERB_FALL_BACK:
  case SIM_VERB_MARK:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Asking costs a little air and moves nobody.  */
static gboolean
is_harmless_verb (guint verb)
{
  return verb == SIM_VERB_REPORT || verb == SIM_VERB_SAY_AGAIN || verb == SIM_VERB_LISTEN_IN ||
         verb == SIM_VERB_EXPECT;
}

gboolean
order_is_weighty (const SimCommand *command)
{
  if (is_weighty_verb (command->verb) || command->setting == SIM_SETTING_OFF ||
      command->setting == SIM_SETTING_QUIET)
    return TRUE;
  if (is_harmless_verb (command->verb))
    return FALSE;
  for (guint i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == SIM_ADDRESSEE_ALL)
      return TRUE;
  return FALSE;
}
