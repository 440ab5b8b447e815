/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-squad.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

struct _HandlerSquad {
  GObject parent_instance;
  OrderBook *book;
  GPtrArray *machines; /* HandlerMachine */
  GPtrArray *platoons; /* HandlerPlatoon by number */
  double stale_s;
  gboolean changed; /* something that was not told of yet */
};

static void handler_squad_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HandlerSquad, handler_squad, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      handler_squad_list_model_init))

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GType
handler_squad_get_item_type (GListModel *model)
{
  return HANDLER_TYPE_MACHINE;
}

static guint
handler_squad_get_n_items (GListModel *model)
{
  return HANDLER_SQUAD (model)->machines->len;
}

static gpointer
handler_squad_get_item (GListModel *model, guint position)
{
  HandlerSquad *self = HANDLER_SQUAD (model);

  if (position >= self->machines->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->machines, position));
}

static void
handler_squad_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = handler_squad_get_item_type;
  iface->get_n_items = handler_squad_get_n_items;
  iface->get_item = handler_squad_get_item;
}

static void
handler_squad_finalize (GObject *object)
{
  HandlerSquad *self = HANDLER_SQUAD (object);

  g_clear_pointer (&self->machines, g_ptr_array_unref);
  g_clear_pointer (&self->platoons, g_ptr_array_unref);
  g_clear_pointer (&self->book, order_book_unref);
  G_OBJECT_CLASS (handler_squad_parent_class)->finalize (object);
}

static void
handler_squad_class_init (HandlerSquadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_squad_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HANDLER_TYPE_SQUAD, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
handler_squad_init (HandlerSquad *self)
{
  self->machines = g_ptr_array_new_with_free_func (g_object_unref);
  self->platoons = g_ptr_array_new_with_free_func (g_object_unref);
}

static HandlerPlatoon *
platoon_of (HandlerSquad *self, guint number)
{
  while (self->platoons->len <= number) {
    guint next = self->platoons->len;

    g_ptr_array_add (self->platoons,
                     handler_platoon_new (next, order_platoon_title (next)));
  }
  return g_ptr_array_index (self->platoons, number);
}

HandlerSquad *
handler_squad_new (OrderBook *book, double telemetry_s)
{
  HandlerSquad *self = g_object_new (HANDLER_TYPE_SQUAD, NULL);

  self->book = order_book_ref (book);
  self->stale_s = MAX (6.0, telemetry_s * 3);
  for (guint i = 0; i < order_book_n_machines (book); i++) {
    const OrderMachine *machine = order_book_machine (book, i);

    g_ptr_array_add (self->machines,
                     handler_machine_new (i, machine, order_book_spoken_name (book, i),
                                          platoon_of (self, machine->platoon)));
  }
  return self;
}

/* The target of an order, as short as the map writes it.  */
static char *
target_text (OrderBook *book, const SimTarget *target)
{
  switch ((SimTargetKind) target->kind) {
  case SIM_TARGET_PLACE:
    if (target->number < order_book_n_places (book))
      return g_strdup (order_book_place (book, target->number)->name);
    return g_strdup ("");
  case SIM_TARGET_UNIT:
    if (target->number < order_book_n_machines (book))
      return g_strdup (order_book_spoken_name (book, target->number));
    return g_strdup ("");
  case SIM_TARGET_PLATOON:
    return g_strdup (order_platoon_title (target->number));
  case SIM_TARGET_POSITION:
  case SIM_TARGET_TRACK:
    return order_target_id (book, target);
  case SIM_TARGET_NONE:
  default:
    return g_strdup ("");
  }
}

static char *
verb_text (SimVerb verb, const char *target)
{
  if (target[0] == '\0')
    switch (verb) {
    case SIM_VERB_HOLD:
      /* Translators: what a machine was told to do, where it is. */
      return g_strdup (C_("task", "hold"));
    case SIM_VERB_CEASE_FIRE:
      return g_strdup (C_("task", "cease fire"));
    case SIM_VERB_WEAPONS_FREE:
      return g_strdup (C_("task", "weapons free"));
    case SIM_VERB_REPORT:
      return g_strdup (C_("task", "report"));
    case SIM_VERB_RESUPPLY:
      return g_strdup (C_("task", "resupply"));
    case SIM_VERB_RECOVER:
      return g_strdup (C_("task", "recover wrecks"));
    case SIM_VERB_OVERWATCH:
      return g_strdup (C_("task", "overwatch"));
    case SIM_VERB_REGROUP:
      return g_strdup (C_("task", "regroup"));
    default:
      return g_strdup ("");
    }
  switch (verb) {
  case SIM_VERB_MOVE:
    /* Translators: what a machine was told to do; a grid square, place, contact or machine goes
     * in. */
    return g_strdup_printf (C_("task", "move to %s"), target);
  case SIM_VERB_SCOUT:
    return g_strdup_printf (C_("task", "scout %s"), target);
  case SIM_VERB_ATTACK:
    return g_strdup_printf (C_("task", "attack %s"), target);
  case SIM_VERB_HOLD:
    return g_strdup_printf (C_("task", "hold %s"), target);
  case SIM_VERB_FALL_BACK:
    return g_strdup_printf (C_("task", "fall back to %s"), target);
  case SIM_VERB_FIRE_ON:
    return g_strdup_printf (C_("task", "fire on %s"), target);
  case SIM_VERB_RESUPPLY:
    return g_strdup_printf (C_("task", "resupply %s"), target);
  case SIM_VERB_RECOVER:
    return g_strdup_printf (C_("task", "recover %s"), target);
  case SIM_VERB_RESCUE:
    return g_strdup_printf (C_("task", "rescue %s"), target);
  case SIM_VERB_SUPPRESS:
    return g_strdup_printf (C_("task", "suppress %s"), target);
  case SIM_VERB_OVERWATCH:
    return g_strdup_printf (C_("task", "overwatch at %s"), target);
  case SIM_VERB_AMBUSH:
    return g_strdup_printf (C_("task", "ambush at %s"), target);
  case SIM_VERB_REGROUP:
    return g_strdup_printf (C_("task", "regroup at %s"), target);
  case SIM_VERB_FOLLOW:
    return g_strdup_printf (C_("task", "follow %s"), target);
  case SIM_VERB_EXPECT:
    return g_strdup_printf (C_("task", "expect %s"), target);
  default:
    return g_strdup ("");
  }
}

char *
handler_squad_task_text (OrderBook *book, const PictureOwn *own)
{
  g_autofree char *bare_target = NULL;
  g_autofree char *target = NULL;

  if (own->order == 0)
    return g_strdup ("");
  if (own->order_state == SIM_ORDER_WAITING && own->order_cause != SIM_CAUSE_NONE)
    /* Translators: an order waits; the cause follows ("under fire"). */
    return g_strdup_printf (C_("task", "waits: %s"), order_cause_text ((SimCause) own->order_cause));
  if (own->order_state == SIM_ORDER_REFUSED)
    /* Translators: an order is refused; the cause follows ("too dangerous"). */
    return g_strdup_printf (C_("task", "refused: %s"),
                            order_cause_text ((SimCause) own->order_cause));
  if (own->order_state == SIM_ORDER_DONE || own->order_state == SIM_ORDER_REPLACED
      || own->order_state == SIM_ORDER_DELETED)
    return g_strdup ("");
  bare_target = target_text (book, &own->order_target);
  target = handler_text_isolate (bare_target);
  return verb_text ((SimVerb) own->order_verb, target);
}

static void
update_strengths (HandlerSquad *self)
{
  guint alive[SIM_SUPPLY_PLATOON + 1] = {0}, started[SIM_SUPPLY_PLATOON + 1] = {0};

  for (guint i = 0; i < self->machines->len; i++) {
    HandlerMachine *machine = g_ptr_array_index (self->machines, i);
    guint number = handler_platoon_get_number (handler_machine_get_platoon (machine));

    if (number > SIM_SUPPLY_PLATOON)
      continue;
    started[number]++;
    alive[number] += !handler_machine_get_lost (machine);
  }
  for (guint p = 0; p < MIN (self->platoons->len, G_N_ELEMENTS (alive)); p++)
    handler_platoon_set_strength (g_ptr_array_index (self->platoons, p), alive[p], started[p]);
}

static void
update_machine (HandlerSquad *self, guint index, const PictureView *view)
{
  g_autofree char *task = handler_squad_task_text (self->book, &view->own[index]);

  self->changed |= handler_machine_update (g_ptr_array_index (self->machines, index),
                                           &view->own[index], view->now, task, self->stale_s);
}

gboolean
handler_squad_update_some (HandlerSquad *self, const PictureView *view, guint *next,
                           gint64 until_us)
{
  guint n;

  g_return_val_if_fail (HANDLER_IS_SQUAD (self), TRUE);
  n = MIN (self->machines->len, (guint) view->n_own);
  while (*next < n) {
    update_machine (self, (*next)++, view);
    if (g_get_monotonic_time () >= until_us && *next < n)
      return FALSE;
  }
  update_strengths (self);
  if (self->changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  self->changed = FALSE;
  return TRUE;
}

void
handler_squad_update (HandlerSquad *self, const PictureView *view)
{
  guint next = 0;

  g_return_if_fail (HANDLER_IS_SQUAD (self));
  handler_squad_update_some (self, view, &next, G_MAXINT64);
}

HandlerMachine *
handler_squad_get_machine (HandlerSquad *self, guint index)
{
  g_return_val_if_fail (HANDLER_IS_SQUAD (self), NULL);
  return index < self->machines->len ? g_ptr_array_index (self->machines, index) : NULL;
}

guint
handler_squad_get_n_alive (HandlerSquad *self)
{
  guint alive = 0;

  g_return_val_if_fail (HANDLER_IS_SQUAD (self), 0);
  for (guint i = 0; i < self->machines->len; i++)
    alive += !handler_machine_get_lost (g_ptr_array_index (self->machines, i));
  return alive;
}
