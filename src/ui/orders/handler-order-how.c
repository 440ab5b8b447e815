/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-order-how.h"

#include <glib/gi18n.h>

struct _HandlerOrderHow {
  GSimpleActionGroup *actions;
  HandlerOrderManner manner; /* of the order as it is */
  void (*chosen) (const HandlerOrderManner *manner, gpointer data);
  gpointer data;
};

static GSimpleAction *
action_of (HandlerOrderHow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

/* ---- What is chosen ---------------------------------------------------------------------------- */

static void
posture_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  HandlerOrderHow *self = data;
  HandlerOrderManner manner = self->manner;

  for (guint i = 0; i < SIM_N_POSTURES; i++)
    if (g_str_equal (sim_posture_name (i), g_variant_get_string (value, NULL)))
      manner.posture = (guint8) i;
  self->chosen (&manner, self->data);
}

/* When it is begun is said once: by its timing, or by a mark.  */
static void
timing_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  HandlerOrderHow *self = data;
  HandlerOrderManner manner = self->manner;

  for (guint i = 0; i < SIM_N_TIMINGS; i++)
    if (g_str_equal (sim_timing_name (i), g_variant_get_string (value, NULL)))
      manner.timing = (guint8) i;
  manner.mark = 0;
  self->chosen (&manner, self->data);
}

static void
mark_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  HandlerOrderHow *self = data;
  HandlerOrderManner manner = self->manner;
  guint64 mark;

  if (!g_ascii_string_to_unsigned (g_variant_get_string (value, NULL), 10, 0, SIM_MAX_MARK, &mark,
                                   NULL))
    return;
  manner.mark = (guint8) mark;
  if (mark > 0)
    manner.timing = SIM_TIMING_NORMAL;
  self->chosen (&manner, self->data);
}

static void
relieved_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  HandlerOrderHow *self = data;
  HandlerOrderManner manner = self->manner;

  manner.until_relieved = g_variant_get_boolean (value);
  self->chosen (&manner, self->data);
}

/* ---- What the order says ----------------------------------------------------------------------- */

static void
show (HandlerOrderHow *self, const char *name, GVariant *state, gboolean enabled)
{
  GSimpleAction *action = action_of (self, name);

  g_simple_action_set_state (action, state);
  g_simple_action_set_enabled (action, enabled);
}

void
handler_order_how_show (HandlerOrderHow *self, OrderBook *book, const PictureView *view,
                        const SimCommand *command)
{
  HandlerOrderManner now = {0};
  HandlerOrderManner fast, at_once, marked, relieved;
  char mark[4];

  if (command != NULL)
    now = handler_order_manner_of (command);
  self->manner = fast = at_once = marked = relieved = now;
  fast.posture = SIM_POSTURE_FAST;
  at_once.timing = SIM_TIMING_AT_ONCE;
  at_once.mark = 0;
  marked.mark = 1;
  marked.timing = SIM_TIMING_NORMAL;
  relieved.until_relieved = TRUE;
  g_snprintf (mark, sizeof mark, "%u", now.mark);
#define FITS(manner) (command != NULL && handler_order_manner_fits (&manner, book, view, command))
  show (self, "posture", g_variant_new_string (sim_posture_name (now.posture)), FITS (fast));
  show (self, "timing", g_variant_new_string (sim_timing_name (now.timing)), FITS (at_once));
  show (self, "mark", g_variant_new_string (mark), FITS (marked));
  show (self, "until-relieved", g_variant_new_boolean (now.until_relieved), FITS (relieved));
#undef FITS
}

/* ---- The menu ---------------------------------------------------------------------------------- */

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autofree char *detailed = g_strconcat ("how.", action, "::", target, NULL);

  g_menu_append (menu, label, detailed);
}

GMenuModel *
handler_order_how_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) postures = g_menu_new ();
  g_autoptr (GMenu) timings = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();

  for (guint i = 0; i < SIM_N_POSTURES; i++)
    append (postures, handler_order_posture_title (i), "posture", sim_posture_name (i));
  for (guint i = 0; i < SIM_N_TIMINGS; i++)
    append (timings, handler_order_timing_title (i), "timing", sim_timing_name (i));
  for (guint i = 0; i <= SIM_MAX_MARK; i++) {
    g_autofree char *title = handler_order_mark_title (i);
    char target[4];

    g_snprintf (target, sizeof target, "%u", i);
    append (marks, title, "mark", target);
  }
  /* Translators: a submenu: the order is prepared for a mark. */
  g_menu_append_submenu (timings, C_("manner", "On a Mark"), G_MENU_MODEL (marks));
  g_menu_append (timings, C_("manner", "Until Relieved"), "how.until-relieved");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (postures));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (timings));
  return G_MENU_MODEL (menu);
}

/* ---- Life -------------------------------------------------------------------------------------- */

HandlerOrderHow *
handler_order_how_new (void (*chosen) (const HandlerOrderManner *manner, gpointer data),
                       gpointer data)
{
  static const GActionEntry entries[] = {
    {.name = "posture", .parameter_type = "s", .state = "'normal'", .change_state = posture_cb},
    {.name = "timing", .parameter_type = "s", .state = "'normal'", .change_state = timing_cb},
    {.name = "mark", .parameter_type = "s", .state = "'0'", .change_state = mark_cb},
    {.name = "until-relieved", .state = "false", .change_state = relieved_cb},
  };
  HandlerOrderHow *self = g_new0 (HandlerOrderHow, 1);

  self->chosen = chosen;
  self->data = data;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  handler_order_how_show (self, NULL, NULL, NULL);
  return self;
}

/* The group may outlive us, in a menu that is about to close.  */
void
handler_order_how_free (HandlerOrderHow *self)
{
  static const char *const names[] = {"posture", "timing", "mark", "until-relieved"};

  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), names[i]);
  g_clear_object (&self->actions);
  g_free (self);
}

GActionGroup *
handler_order_how_get_actions (HandlerOrderHow *self)
{
  return G_ACTION_GROUP (self->actions);
}
