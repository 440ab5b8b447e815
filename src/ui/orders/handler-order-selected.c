/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-order-selected.h"

/* The text, to who is selected; NULL when nobody is.  */
static char *
to_selected (const HandlerOrderSource *source, const char *text)
{
  g_autofree char *name = source->selected != NULL ? source->selected (source->data) : NULL;

  return name != NULL ? g_strdup_printf ("%s, %s", name, text) : NULL;
}

/* What begins with a verb is for who is selected, also while the rest of it is not right yet; what begins with anything
 * else may be a name that was not understood.  */
static gboolean
is_for_selected (const OrderReading *reading)
{
  switch (reading->problem) {
  case ORDER_OK:
  case ORDER_NO_TARGET:
  case ORDER_UNKNOWN_TARGET:
  case ORDER_OFF_MAP:
  case ORDER_UNKNOWN_WORDS:
    return TRUE;
  default:
    return FALSE;
  }
}

OrderReading *
handler_order_read_to_selected (const HandlerOrderSource *source, const char *text, char **implied)
{
  OrderReading *reading = source->read (text, source->data), *named;
  g_autofree char *whole = NULL;

  if (reading == NULL || reading->problem != ORDER_NO_ADDRESSEE
      || source->is_question (text, source->data))
    return reading;
  whole = to_selected (source, text);
  if (whole == NULL)
    return reading;
  named = source->read (whole, source->data);
  if (named == NULL || !is_for_selected (named)) {
    g_clear_pointer (&named, order_reading_free);
    return reading;
  }
  order_reading_free (reading);
  if (named->problem == ORDER_OK)
    *implied = g_steal_pointer (&whole);
  return named;
}

GPtrArray *
handler_order_complete_to_selected (const HandlerOrderSource *source, const char *text, guint limit)
{
  GPtrArray *completions = source->complete (text, limit, source->data);
  g_autofree char *whole = NULL;

  if (completions != NULL && completions->len > 0)
    return completions;
  whole = to_selected (source, text);
  if (whole == NULL)
    return completions;
  g_clear_pointer (&completions, g_ptr_array_unref);
  return source->complete (whole, limit, source->data);
}
