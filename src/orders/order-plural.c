/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parser by precedence that makes a flat list of nodes, and the evaluation of that list.  */
#include "orders/order-plural.h"

#include <string.h>

#define MAX_TEXT  512
#define MAX_NODES 200
#define MAX_DEPTH 40
/* No language has more than six.  */
#define MAX_FORMS 16

typedef enum {
  NODE_NUMBER,
  NODE_N,
  NODE_NOT,
  NODE_CHOICE, /* a ? b : c */
  NODE_OR,
  NODE_AND,
  NODE_EQUAL,
  NODE_UNEQUAL,
  NODE_LESS,
  NODE_GREATER,
  NODE_LESS_EQUAL,
  NODE_GREATER_EQUAL,
  NODE_ADD,
  NODE_SUBTRACT,
  NODE_MULTIPLY,
  NODE_DIVIDE,
  NODE_REMAINDER,
} NodeKind;

/* Operands are indices of nodes before it.  */
typedef struct {
  NodeKind kind;
  guint a, b, c;
  guint64 value;
} Node;

struct _OrderPlural {
  guint n_forms;
  guint root;
  guint n_nodes;
  Node nodes[MAX_NODES];
};

/* ---- Reading -------------------------------------------------------------------------------- */

typedef struct {
  const char *at;
  guint depth;
  gboolean failed;
  OrderPlural *plural;
} Reader;

/* Two-letter operators first: "<" is the beginning of "<=".  */
static const struct {
  const char *text;
  NodeKind kind;
  guint level; /* binds stronger the higher it is */
} operators[] = {
    {"||", NODE_OR, 0},        {"&&", NODE_AND, 1},           {"==", NODE_EQUAL, 2},
    {"!=", NODE_UNEQUAL, 2},   {"<=", NODE_LESS_EQUAL, 3},    {">=", NODE_GREATER_EQUAL, 3},
    {"<", NODE_LESS, 3},       {">", NODE_GREATER, 3},        {"+", NODE_ADD, 4},
    {"-", NODE_SUBTRACT, 4},   {"*", NODE_MULTIPLY, 5},       {"/", NODE_DIVIDE, 5},
    {"%", NODE_REMAINDER, 5},
};
#define STRONGEST 5

static guint read_choice (Reader *reader);

static guint
fail (Reader *reader)
{
  reader->failed = TRUE;
  return 0;
}

static guint
add_node (Reader *reader, Node node)
{
  OrderPlural *plural = reader->plural;

  if (reader->failed || plural->n_nodes == MAX_NODES)
    return fail (reader);
  plural->nodes[plural->n_nodes] = node;
  return plural->n_nodes++;
}

static void
skip_space (Reader *reader)
{
  while (*reader->at == ' ' || *reader->at == '\t')
    reader->at++;
}

static gboolean
take (Reader *reader, const char *text)
{
  skip_space (reader);
  if (!g_str_has_prefix (reader->at, text))
    return FALSE;
  reader->at += strlen (text);
  return TRUE;
}

static guint
read_number (Reader *reader)
{
  guint64 value = 0;

  for (; g_ascii_isdigit (*reader->at); reader->at++) {
    if (value > G_MAXUINT32)
      return fail (reader);
    value = value * 10 + (guint64) (*reader->at - '0');
  }
  return add_node (reader, (Node){.kind = NODE_NUMBER, .value = value});
}

static guint
read_operand (Reader *reader)
{
  guint inner;

  if (reader->failed || ++reader->depth > MAX_DEPTH)
    return fail (reader);
  if (take (reader, "!")) {
    inner = read_operand (reader);
    inner = add_node (reader, (Node){.kind = NODE_NOT, .a = inner});
  } else if (take (reader, "(")) {
    inner = read_choice (reader);
    if (!take (reader, ")"))
      return fail (reader);
  } else if (take (reader, "n")) {
    inner = add_node (reader, (Node){.kind = NODE_N});
  } else if (g_ascii_isdigit (*reader->at)) {
    inner = read_number (reader);
  } else {
    return fail (reader);
  }
  reader->depth--;
  return inner;
}

/* The operator of this level that stands here, or -1.  */
static int
take_operator (Reader *reader, guint level)
{
  skip_space (reader);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (reader->at, operators[i].text)) {
      if (operators[i].level != level)
        return -1;
      reader->at += strlen (operators[i].text);
      return (int) operators[i].kind;
    }
  return -1;
}

static guint
read_binary (Reader *reader, guint level)
{
  guint left = level == STRONGEST ? read_operand (reader) : read_binary (reader, level + 1);
  int kind;

  while (!reader->failed && (kind = take_operator (reader, level)) >= 0) {
    guint right = level == STRONGEST ? read_operand (reader) : read_binary (reader, level + 1);

    left = add_node (reader, (Node){.kind = (NodeKind) kind, .a = left, .b = right});
  }
  return left;
}

static guint
read_choice (Reader *reader)
{
  guint condition = read_binary (reader, 0), yes, no;

  if (reader->failed || !take (reader, "?"))
    return condition;
  if (++reader->depth > MAX_DEPTH)
    return fail (reader);
  yes = read_choice (reader);
  if (!take (reader, ":"))
    return fail (reader);
  no = read_choice (reader);
  reader->depth--;
  return add_node (reader, (Node){NODE_CHOICE, condition, yes, no, 0});
}

static gboolean
read_field (Reader *reader)
{
  OrderPlural *plural = reader->plural;
  guint forms;

  if (!take (reader, "nplurals") || !take (reader, "="))
    return FALSE;
  skip_space (reader);
  forms = read_number (reader);
  if (reader->failed || plural->nodes[forms].value < 1 || plural->nodes[forms].value > MAX_FORMS)
    return FALSE;
  plural->n_forms = (guint) plural->nodes[forms].value;
  if (!take (reader, ";") || !take (reader, "plural") || !take (reader, "="))
    return FALSE;
  plural->root = read_choice (reader);
  take (reader, ";");
  skip_space (reader);
  return !reader->failed && *reader->at == '\0';
}

OrderPlural *
order_plural_new (const char *field)
{
  Reader reader = {.at = field};

  if (strlen (field) > MAX_TEXT)
    return NULL;
  reader.plural = g_new0 (OrderPlural, 1);
  if (!read_field (&reader))
    g_clear_pointer (&reader.plural, order_plural_free);
  return reader.plural;
}

void
order_plural_free (OrderPlural *plural)
{
  g_free (plural);
}

/* ---- Using ---------------------------------------------------------------------------------- */

static guint64
divide (guint64 a, guint64 b, gboolean remainder)
{
  if (b == 0)
    return 0;
  return remainder ? a % b : a / b;
}

static guint64
compute (NodeKind kind, guint64 a, guint64 b)
{
  switch (kind) {
  case NODE_OR:
    return a != 0 || b != 0;
  case NODE_AND:
    return a != 0 && b != 0;
  case NODE_EQUAL:
    return a == b;
  case NODE_UNEQUAL:
    return a != b;
  case NODE_LESS:
    return a < b;
  case NODE_GREATER:
    return a > b;
  case NODE_LESS_EQUAL:
    return a <= b;
  case NODE_GREATER_EQUAL:
    return a >= b;
  case NODE_ADD:
    return a + b;
  case NODE_SUBTRACT:
    return a - b;
  case NODE_MULTIPLY:
    return a * b;
  case NODE_DIVIDE:
    return divide (a, b, FALSE);
  case NODE_REMAINDER:
    return divide (a, b, TRUE);
  case NODE_NOT:
    return a == 0;
  case NODE_NUMBER:
  case NODE_N:
  case NODE_CHOICE:
  default:
    return 0;
  }
}

/* Operands stand before what uses them, so one pass computes all: nothing here has an effect that
 * a branch not taken could have.  */
guint
order_plural_form (const OrderPlural *plural, gulong n)
{
  guint64 values[MAX_NODES];

  if (!plural)
    return n == 1 ? 0 : 1;
  for (guint i = 0; i < plural->n_nodes; i++) {
    const Node *node = &plural->nodes[i];

    if (node->kind == NODE_NUMBER)
      values[i] = node->value;
    else if (node->kind == NODE_N)
      values[i] = n;
    else if (node->kind == NODE_CHOICE)
      values[i] = values[node->a] != 0 ? values[node->b] : values[node->c];
    else
      values[i] = compute (node->kind, values[node->a], values[node->b]);
  }
  return values[plural->root] < plural->n_forms ? (guint) values[plural->root] : 0;
}
