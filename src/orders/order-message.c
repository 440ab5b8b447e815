/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "orders/order-message.h"

#include <glib/gi18n-lib.h>

/* gettext hands back the very msgid when it has nothing.  */
static const char *
find (OrderCatalogue *catalogue, const char *context, const char *msgid)
{
  const char *text;

  if (catalogue)
    return order_catalogue_find (catalogue, context, msgid);
  text = g_dpgettext2 (GETTEXT_PACKAGE, context, msgid);
  return text == msgid ? NULL : text;
}

static const char *
find_plural (OrderCatalogue *catalogue, const char *context, const char *one, gulong n)
{
  g_autofree char *key = NULL;
  const char *text;

  if (catalogue)
    return order_catalogue_find_plural (catalogue, context, one, n);
  key = context ? g_strconcat (context, "\004", one, NULL) : g_strdup (one);
  text = g_dngettext (GETTEXT_PACKAGE, key, key, n);
  return text == key ? NULL : text;
}

const char *
order_message_aloud (OrderCatalogue *catalogue, const char *msgid)
{
  return *msgid ? find (catalogue, ORDER_SPEECH_CONTEXT, msgid) : NULL;
}

const char *
order_message (OrderCatalogue *catalogue, OrderManner manner, const char *context,
               const char *msgid)
{
  const char *text = manner == ORDER_ALOUD ? order_message_aloud (catalogue, msgid) : NULL;

  if (!text)
    text = find (catalogue, context, msgid);
  return text ? text : msgid;
}

const char *
order_message_plural (OrderCatalogue *catalogue, OrderManner manner, const char *one,
                      const char *other, gulong n)
{
  const char *text =
      manner == ORDER_ALOUD ? find_plural (catalogue, ORDER_SPEECH_CONTEXT, one, n) : NULL;

  if (!text)
    text = find_plural (catalogue, NULL, one, n);
  if (text)
    return text;
  return n == 1 ? one : other;
}
