/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jsgf.h"

#include <string.h>

typedef enum { NODE_WORD, NODE_RULE, NODE_SEQUENCE, NODE_CHOICE, NODE_OPTION, NODE_REPEAT } Kind;

typedef struct {
  Kind kind;
  char *name;          /* of word and rule */
  GPtrArray *children; /* of Node */
  GArray *weights;     /* of double, of a choice */
  gboolean may_miss;   /* of a repetition: '*' */
} Node;

struct _Jsgf {
  GHashTable *rules;  /* name → Node */
  char **tokens;
  guint at;
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->name);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->weights, g_array_unref);
  g_free (node);
}

static Node *
node_new (Kind kind, const char *name)
{
  Node *node = g_new0 (Node, 1);

  node->kind = kind;
  node->name = g_strdup (name);
  node->children = g_ptr_array_new_with_free_func (node_free);
  node->weights = g_array_new (FALSE, FALSE, sizeof (double));
  return node;
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* Signs are tokens of their own; a weight is one token: "/0.5/".  */
static char **
tokens_of (const char *text)
{
  g_autoptr (GRegex) token =
      g_regex_new ("/[0-9.]+/|<[A-Za-z_]+>|[a-z_']+|[()\\[\\]|=;+*]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GStrvBuilder) tokens = g_strv_builder_new ();

  for (g_regex_match (token, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_strv_builder_take (tokens, g_match_info_fetch (match, 0));
  return g_strv_builder_end (tokens);
}

static const char *
peek (Jsgf *jsgf)
{
  return jsgf->tokens[jsgf->at] != NULL ? jsgf->tokens[jsgf->at] : "";
}

static gboolean
take (Jsgf *jsgf, const char *token)
{
  if (!g_str_equal (peek (jsgf), token))
    return FALSE;
  jsgf->at++;
  return TRUE;
}

static Node *read_choice (Jsgf *jsgf);

static Node *
read_atom (Jsgf *jsgf)
{
  Node *node;

  if (take (jsgf, "(")) {
    node = read_choice (jsgf);
    g_assert_true (take (jsgf, ")"));
  } else if (take (jsgf, "[")) {
    node = node_new (NODE_OPTION, NULL);
    g_ptr_array_add (node->children, read_choice (jsgf));
    g_assert_true (take (jsgf, "]"));
  } else {
    node = node_new (peek (jsgf)[0] == '<' ? NODE_RULE : NODE_WORD, peek (jsgf));
    g_assert_true (g_ascii_isalpha (peek (jsgf)[0]) || peek (jsgf)[0] == '<');
    jsgf->at++;
  }
  if (g_str_equal (peek (jsgf), "+") || g_str_equal (peek (jsgf), "*")) {
    Node *repeat = node_new (NODE_REPEAT, NULL);

    repeat->may_miss = g_str_equal (peek (jsgf), "*");
    g_ptr_array_add (repeat->children, node);
    jsgf->at++;
    return repeat;
  }
  return node;
}

static Node *
read_sequence (Jsgf *jsgf)
{
  Node *node = node_new (NODE_SEQUENCE, NULL);

  while (peek (jsgf)[0] != '\0' && strchr (")]|;", peek (jsgf)[0]) == NULL)
    g_ptr_array_add (node->children, read_atom (jsgf));
  return node;
}

static Node *
read_choice (Jsgf *jsgf)
{
  Node *node = node_new (NODE_CHOICE, NULL);

  do {
    double weight = 1;

    if (peek (jsgf)[0] == '/')
      weight = g_ascii_strtod (jsgf->tokens[jsgf->at++] + 1, NULL);
    g_ptr_array_add (node->children, read_sequence (jsgf));
    g_array_append_val (node->weights, weight);
  } while (take (jsgf, "|"));
  return node;
}

Jsgf *
jsgf_new (const char *text)
{
  Jsgf *jsgf = g_new0 (Jsgf, 1);
  const char *rules = strchr (strchr (text, ';') + 1, ';') + 1; /* after "grammar orders;" */

  jsgf->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  jsgf->tokens = tokens_of (rules);
  while (peek (jsgf)[0] != '\0') {
    char *name;

    take (jsgf, "public");
    name = g_strdup (peek (jsgf));
    jsgf->at++;
    g_assert_true (take (jsgf, "="));
    g_assert_true (g_hash_table_insert (jsgf->rules, name, read_choice (jsgf)));
    g_assert_true (take (jsgf, ";"));
  }
  return jsgf;
}

void
jsgf_free (Jsgf *jsgf)
{
  g_hash_table_unref (jsgf->rules);
  g_strfreev (jsgf->tokens);
  g_free (jsgf);
}

/* ---- Following ------------------------------------------------------------------------------- */

/* How many words may have been taken.  */
typedef struct {
  guint8 at[JSGF_MOST_WORDS + 1];
} Places;

static gboolean
unite (Places *places, const Places *more)
{
  gboolean grew = FALSE;

  for (guint i = 0; i <= JSGF_MOST_WORDS; i++) {
    grew |= more->at[i] && !places->at[i];
    places->at[i] |= more->at[i];
  }
  return grew;
}

static Places follow (Jsgf *jsgf, const Node *node, char **words, const Places *from);

static Places
follow_word (const Node *node, char **words, const Places *from)
{
  Places to = {{0}};

  for (guint i = 0; i < JSGF_MOST_WORDS && words[i] != NULL; i++)
    to.at[i + 1] = from->at[i] && g_str_equal (words[i], node->name);
  return to;
}

static Places
follow_rule (Jsgf *jsgf, const Node *node, char **words, const Places *from)
{
  Places nowhere = {{0}};
  const Node *rule;

  if (g_str_equal (node->name, "<NULL>"))
    return *from;
  if (g_str_equal (node->name, "<VOID>"))
    return nowhere;
  rule = g_hash_table_lookup (jsgf->rules, node->name);
  if (rule == NULL)
    g_error ("the grammar has no rule %s", node->name);
  return follow (jsgf, rule, words, from);
}

static Places
follow_repeat (Jsgf *jsgf, const Node *node, char **words, const Places *from)
{
  Places to = {{0}}, next = *from;

  if (node->may_miss)
    to = *from;
  do
    next = follow (jsgf, node->children->pdata[0], words, &next);
  while (unite (&to, &next));
  return to;
}

static Places
follow (Jsgf *jsgf, const Node *node, char **words, const Places *from)
{
  Places to = {{0}};

  if (memchr (from->at, 1, sizeof from->at) == NULL)
    return to;
  switch (node->kind) {
  case NODE_WORD:
    return follow_word (node, words, from);
  case NODE_RULE:
    return follow_rule (jsgf, node, words, from);
  case NODE_REPEAT:
    return follow_repeat (jsgf, node, words, from);
  case NODE_SEQUENCE:
    to = *from;
    for (guint i = 0; i < node->children->len; i++)
      to = follow (jsgf, node->children->pdata[i], words, &to);
    return to;
  case NODE_OPTION:
    to = *from;
    break;
  case NODE_CHOICE:
  default:
    break;
  }
  for (guint i = 0; i < node->children->len; i++) {
    Places one = follow (jsgf, node->children->pdata[i], words, from);

    unite (&to, &one);
  }
  return to;
}

gboolean
jsgf_accepts (Jsgf *jsgf, const char *rule, const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  Places from = {{1}}, to;

  g_assert_cmpuint (g_strv_length (each), <=, JSGF_MOST_WORDS);
  to = follow (jsgf, g_hash_table_lookup (jsgf->rules, rule), each, &from);
  return to.at[g_strv_length (each)];
}

/* ---- Speaking -------------------------------------------------------------------------------- */

static void speak (Jsgf *jsgf, const Node *node, GRand *random, GString *words);

static const Node *
choose (const Node *node, GRand *random)
{
  double whole = 0, at;

  for (guint i = 0; i < node->weights->len; i++)
    whole += g_array_index (node->weights, double, i);
  at = g_rand_double (random) * whole;
  for (guint i = 0; i + 1 < node->weights->len; i++) {
    at -= g_array_index (node->weights, double, i);
    if (at < 0)
      return node->children->pdata[i];
  }
  return node->children->pdata[node->children->len - 1];
}

static void
speak (Jsgf *jsgf, const Node *node, GRand *random, GString *words)
{
  switch (node->kind) {
  case NODE_WORD:
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", node->name);
    break;
  case NODE_RULE:
    if (!g_str_equal (node->name, "<NULL>"))
      speak (jsgf, g_hash_table_lookup (jsgf->rules, node->name), random, words);
    break;
  case NODE_CHOICE:
    speak (jsgf, choose (node, random), random, words);
    break;
  case NODE_OPTION:
    if (g_rand_boolean (random))
      break;
    G_GNUC_FALLTHROUGH;
  case NODE_SEQUENCE:
  case NODE_REPEAT:
  default:
    for (guint i = 0; i < node->children->len; i++)
      speak (jsgf, node->children->pdata[i], random, words);
    break;
  }
}

char *
jsgf_speak (Jsgf *jsgf, const char *rule, GRand *random)
{
  GString *words = g_string_new (NULL);

  speak (jsgf, g_hash_table_lookup (jsgf->rules, rule), random, words);
  return g_string_free (words, FALSE);
}
