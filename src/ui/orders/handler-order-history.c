/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-order-history.h"

#define KEPT 100

struct _HandlerOrderHistory {
  GPtrArray *texts; /* oldest first */
  char *draft;
  guint steps; /* back from the end; 0: not browsing */
};

HandlerOrderHistory *
handler_order_history_new (void)
{
  HandlerOrderHistory *self = g_new0 (HandlerOrderHistory, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
handler_order_history_free (HandlerOrderHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self->draft);
  g_free (self);
}

static const char *
at_step (HandlerOrderHistory *self)
{
  return g_ptr_array_index (self->texts, self->texts->len - self->steps);
}

void
handler_order_history_add (HandlerOrderHistory *self, const char *text)
{
  self->steps = 0;
  if (self->texts->len > 0
      && g_str_equal (g_ptr_array_index (self->texts, self->texts->len - 1), text))
    return;
  if (self->texts->len == KEPT)
    g_ptr_array_remove_index (self->texts, 0);
  g_ptr_array_add (self->texts, g_strdup (text));
}

const char *
handler_order_history_older (HandlerOrderHistory *self, const char *draft)
{
  if (self->steps >= self->texts->len)
    return NULL;
  if (self->steps == 0)
    g_set_str (&self->draft, draft);
  self->steps++;
  return at_step (self);
}

const char *
handler_order_history_newer (HandlerOrderHistory *self)
{
  if (self->steps == 0)
    return NULL;
  self->steps--;
  return self->steps == 0 ? self->draft : at_step (self);
}

gboolean
handler_order_history_is_browsing (HandlerOrderHistory *self)
{
  return self->steps > 0;
}

void
handler_order_history_stop (HandlerOrderHistory *self)
{
  self->steps = 0;
}
