/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the battle did to the people's trust in the handler: no figure of it is shown before.  */
#include "engine/engine-result.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
reason_id (guint reason)
{
  static const char *const ids[] = {
#define X(constant, name) name,
      SIM_TRUST_REASON_LIST (X)
#undef X
  };

  return reason < G_N_ELEMENTS (ids) ? ids[reason] : "";
}

static const char *
reason_text (const char *id)
{
  static const struct {
    const char *id, *text;
  } texts[] = {
      /* Translators: why people trust the handler more or less after a battle; follows the change:
       * “Wehrwolf: trust +3, a warning was right.”  */
      {"warning-right", NC_("trust", "a warning was right")},
      {"warning-wrong", NC_("trust", "a warning moved them, and nobody came")},
      {"promise-kept", NC_("trust", "a promise was kept")},
      {"promise-broken", NC_("trust", "a promise was broken")},
      {"promise-called-off", NC_("trust", "a promise was called off")},
      {"insisted", NC_("trust", "you insisted on an order")},
      {"proposal-taken", NC_("trust", "you took what was proposed")},
      {"death-insisted", NC_("trust", "one of them died of an order that you insisted on")},
      {"comrade-death-insisted", NC_("trust", "a comrade died of an order that you insisted on")},
      {"fetched", NC_("trust", "was fetched")},
      {"comrade-fetched", NC_("trust", "a comrade was fetched")},
      {"emergency-unanswered", NC_("trust", "a cry for help had no answer")},
      {"order-repeated", NC_("trust", "the same order was said again")},
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (texts) == SIM_N_TRUST_REASONS);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].id, id))
      return g_dpgettext2 (NULL, "trust", texts[i].text);
  return "";
}

static void
trust_free (gpointer data)
{
  EngineTrust *trust = data;

  g_free (trust->who);
  g_free (trust->who_id);
  g_free (trust);
}

void
engine_result_add_trust (EngineResult *result, const EngineAftermath *aftermath, OrderBook *book)
{
  result->trust = g_ptr_array_new_with_free_func (trust_free);
  for (guint i = 0; aftermath->trust != NULL && i < aftermath->trust->len; i++) {
    const SimTrustEvent *from = &g_array_index (aftermath->trust, SimTrustEvent, i);
    EngineTrust *trust = g_new0 (EngineTrust, 1);

    trust->reason = reason_id (from->reason);
    trust->unit = from->unit;
    trust->change = from->size;
    trust->t = from->t;
    if (book != NULL && from->unit < order_book_n_machines (book)) {
      trust->who = g_strdup (order_book_spoken_name (book, from->unit));
      trust->who_id = g_strdup (order_book_machine (book, from->unit)->id);
    }
    g_ptr_array_add (result->trust, trust);
  }
}

static gboolean
is_same (const EngineTrust *a, const EngineTrust *b)
{
  return a->t == b->t && a->change == b->change && g_str_equal (a->reason, b->reason);
}

/* "Griffin, Fafnir"; `n` of them.  */
static char *
list_names (const EngineResult *result, guint from, guint *n)
{
  const EngineTrust *first = g_ptr_array_index (result->trust, from);
  char *names = g_strdup (first->who != NULL ? first->who : "");

  for (*n = 1; from + *n < result->trust->len; (*n)++) {
    const EngineTrust *next = g_ptr_array_index (result->trust, from + *n);
    char *before = names;

    if (!is_same (first, next))
      break;
    /* Translators: names of a list, and one more.  */
    names = g_strdup_printf (C_("result", "%1$s, %2$s"), before, next->who != NULL ? next->who : "");
    g_free (before);
  }
  return names;
}

char *
engine_trust_sentence (const EngineResult *result, guint from, guint *n)
{
  const EngineTrust *first = g_ptr_array_index (result->trust, from);
  g_autofree char *names = list_names (result, from, n);

  /* Translators: call signs, “+” or “−”, by how much they trust the handler more or less, why.  */
  return g_strdup_printf (_("%1$s: trust %2$s%3$.0f, %4$s."), names, first->change < 0 ? "−" : "+",
                          fabs ((double) first->change), reason_text (first->reason));
}
