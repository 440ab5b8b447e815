/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling of named places in translated sentences.  Values are text, never templates: they are
 * not looked into again.  */
#include "orders/order-template.h"

#include "orders/order-text.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#define MAX_PAIRS 6

static const OrderSlot *
slot_at (const char *p, const OrderSlot *slots, gsize n_slots, const char **end)
{
  const char *brace = strchr (p, '}');

  if (*p != '{' || !brace)
    return NULL;
  for (gsize i = 0; i < n_slots; i++)
    if (strlen (slots[i].name) == (gsize) (brace - p - 1) &&
        strncmp (slots[i].name, p + 1, (gsize) (brace - p - 1)) == 0) {
      *end = brace + 1;
      return &slots[i];
    }
  return NULL;
}

static gboolean
begins_sentence (const GString *text)
{
  return text->len == 0 || g_str_has_suffix (text->str, ". ") ||
         g_str_has_suffix (text->str, "! ") || g_str_has_suffix (text->str, "? ");
}

char *
order_fill_slots (const char *template, const OrderSlot *slots, gsize n_slots, gboolean sentence)
{
  GString *text = g_string_new (NULL);

  for (const char *p = template; *p;) {
    const char *end = p;
    const OrderSlot *slot = slot_at (p, slots, n_slots, &end);
    const char *value = slot && slot->value ? slot->value : "";

    if (!slot) {
      g_string_append_c (text, *p++);
    } else if (sentence && begins_sentence (text)) {
      g_autofree char *capital = order_text_capital (value);

      g_string_append (text, capital);
      p = end;
    } else {
      g_string_append (text, value);
      p = end;
    }
  }
  return g_string_free (text, FALSE);
}

char *
order_fill (const char *template, ...)
{
  OrderSlot slots[MAX_PAIRS];
  gsize n = 0;
  va_list arguments;
  const char *name;

  va_start (arguments, template);
  while (n < MAX_PAIRS && (name = va_arg (arguments, const char *)))
    slots[n++] = (OrderSlot){name, va_arg (arguments, const char *)};
  va_end (arguments);
  return order_fill_slots (template, slots, n, TRUE);
}

static char *
join_two (const char *template, const char *list, const char *item)
{
  return order_fill_slots (template, (OrderSlot[]){{"list", list}, {"item", item}}, 2, FALSE);
}

char *
order_join_as (OrderCatalogue *catalogue, OrderManner manner, const char *const *items)
{
  guint n = g_strv_length ((char **) items);
  g_autofree char *head = NULL;

  if (n <= 1)
    return g_strdup (n == 0 ? "" : items[0]);
  head = g_strdup (items[0]);
  for (guint i = 1; i + 1 < n; i++) {
    char *longer = join_two (
        /* Translators: all but the last two things of a list: “Falke, Fafnir” in “Falke, Fafnir
         * and Griffin”.  */
        order_message (catalogue, manner, "list", NC_ ("list", "{list}, {item}")), head, items[i]);

    g_free (head);
    head = longer;
  }
  /* Translators: the end of a list.  */
  return join_two (order_message (catalogue, manner, "list", NC_ ("list", "{list} and {item}")),
                   head, items[n - 1]);
}

char *
order_join (const char *const *items)
{
  return order_join_as (NULL, ORDER_WRITTEN, items);
}
