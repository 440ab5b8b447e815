/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-shortcuts.h"

#include <glib/gi18n.h>

static const HandlerShortcut shortcuts[] = {
  {HANDLER_SHORTCUT_BATTLE, "F8", NC_ ("shortcut", "Pause or go on"), "battle.pause", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>plus|<Control>equal|<Control>KP_Add",
   NC_ ("shortcut", "Faster"), "battle.faster", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>minus|<Control>KP_Subtract", NC_ ("shortcut", "Slower"),
   "battle.slower", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>l", NC_ ("shortcut", "Order line"), "battle.focus-order",
   NULL},
  {HANDLER_SHORTCUT_BATTLE, "F2", NC_ ("shortcut", "Own machines"), "battle.focus-squad", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F3", NC_ ("shortcut", "Contacts"), "battle.focus-contacts", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Shift>F3", NC_ ("shortcut", "Marks"), "battle.focus-marks", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F4", NC_ ("shortcut", "Map"), "battle.focus-map", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F5", NC_ ("shortcut", "Comms"), "battle.focus-comms", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F6", NC_ ("shortcut", "Alerts"), "battle.focus-alerts", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F7", NC_ ("shortcut", "Orders that wait for air"),
   "battle.focus-queue", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Shift>F1", NC_ ("shortcut", "Step of the tutorial"), "battle.lesson",
   NULL},
  {HANDLER_SHORTCUT_BATTLE, "F9", NC_ ("shortcut", "Speak an order (hold)"), "battle.talk", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>i", NC_ ("shortcut", "Ask for the situation"),
   "battle.situation", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Shift>F2", NC_ ("shortcut", "Squad in its own window, or back"),
   "battle.squad-window", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Shift>F5", NC_ ("shortcut", "Comms in its own window, or back"),
   "battle.comms-window", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>m", NC_ ("shortcut", "Mute the link"), "battle.mute", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>s", NC_ ("shortcut", "Save the battle"), "battle.save", NULL},
  /* Space selects in lists, and never gets past them.  */
  {HANDLER_SHORTCUT_PANEL, "p", NC_ ("shortcut", "Pause or go on"), "battle.pause", NULL},
  {HANDLER_SHORTCUT_PANEL, "t", NC_ ("shortcut", "Speak an order (hold)"), "battle.talk", NULL},
  {HANDLER_SHORTCUT_PANEL, "n", NC_ ("shortcut", "Next machine"), "battle.next-machine", NULL},
  {HANDLER_SHORTCUT_PANEL, "<Shift>n", NC_ ("shortcut", "Next contact"), "battle.next-track", NULL},
  {HANDLER_SHORTCUT_PANEL, "o", NC_ ("shortcut", "Order to the selected machine"),
   "battle.order-selected", NULL},
  {HANDLER_SHORTCUT_PANEL, "u", NC_ ("shortcut", "Mute the speaker, or hear again"),
   "battle.mute-speaker", NULL},
  {HANDLER_SHORTCUT_PANEL, "1", NC_ ("shortcut", "Select a platoon"), "battle.platoon", "1"},
  {HANDLER_SHORTCUT_PANEL, "2", NULL, "battle.platoon", "2"},
  {HANDLER_SHORTCUT_PANEL, "3", NULL, "battle.platoon", "3"},
  {HANDLER_SHORTCUT_PANEL, "4", NULL, "battle.platoon", "4"},
  {HANDLER_SHORTCUT_PANEL, "5", NULL, "battle.platoon", "5"},
  {HANDLER_SHORTCUT_PANEL, "6", NULL, "battle.platoon", "6"},
  {HANDLER_SHORTCUT_PANEL, "<Control>c", NC_ ("shortcut", "Copy the selected caption"),
   "comms.copy", NULL},
  {HANDLER_SHORTCUT_PANEL, "a", NC_ ("shortcut", "Play the selected or the last caption again"),
   "comms.try-again", NULL},
  {HANDLER_SHORTCUT_MAP, "space", NC_ ("shortcut", "Pause or go on"), "battle.pause", NULL},
  {HANDLER_SHORTCUT_MAP, "t", NC_ ("shortcut", "Speak an order (hold)"), "battle.talk", NULL},
  {HANDLER_SHORTCUT_MAP, "Left", NC_ ("shortcut", "Move the map"), "map.pan", "'left'"},
  {HANDLER_SHORTCUT_MAP, "Right", NULL, "map.pan", "'right'"},
  {HANDLER_SHORTCUT_MAP, "Up", NULL, "map.pan", "'up'"},
  {HANDLER_SHORTCUT_MAP, "Down", NULL, "map.pan", "'down'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Left",
   NC_ ("shortcut", "Move the crosshair by a ninth of a square"), "map.cursor", "'left'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Right", NULL, "map.cursor", "'right'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Up", NULL, "map.cursor", "'up'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Down", NULL, "map.cursor", "'down'"},
  {HANDLER_SHORTCUT_MAP, "plus|equal|KP_Add", NC_ ("shortcut", "Zoom in"), "map.zoom-in", NULL},
  {HANDLER_SHORTCUT_MAP, "minus|KP_Subtract", NC_ ("shortcut", "Zoom out"), "map.zoom-out", NULL},
  {HANDLER_SHORTCUT_MAP, "0|KP_0", NC_ ("shortcut", "Whole map"), "map.fit", NULL},
  {HANDLER_SHORTCUT_MAP, "1", NC_ ("shortcut", "Select a platoon"), "map.platoon", "uint32 0"},
  {HANDLER_SHORTCUT_MAP, "2", NULL, "map.platoon", "uint32 1"},
  {HANDLER_SHORTCUT_MAP, "3", NULL, "map.platoon", "uint32 2"},
  {HANDLER_SHORTCUT_MAP, "4", NULL, "map.platoon", "uint32 3"},
  {HANDLER_SHORTCUT_MAP, "5", NULL, "map.platoon", "uint32 4"},
  {HANDLER_SHORTCUT_MAP, "6", NULL, "map.platoon", "uint32 5"},
  {HANDLER_SHORTCUT_MAP, "n", NC_ ("shortcut", "Next machine"), "map.next", NULL},
  {HANDLER_SHORTCUT_MAP, "<Shift>n", NC_ ("shortcut", "Next contact"), "map.next-track", NULL},
  {HANDLER_SHORTCUT_MAP, "Menu|<Shift>F10", NC_ ("shortcut", "What can be ordered here"),
   "map.order-menu", NULL},
  {HANDLER_SHORTCUT_MAP, "Return|KP_Enter",
   NC_ ("shortcut", "Point of the pencil’s line, else what can be ordered"), "map.enter", NULL},
  {HANDLER_SHORTCUT_MAP, "c", NC_ ("shortcut", "Centre on the selection"), "map.centre", NULL},
  {HANDLER_SHORTCUT_MAP, "f", NC_ ("shortcut", "Follow the selection"), "map.follow", NULL},
  {HANDLER_SHORTCUT_MAP, "l", NC_ ("shortcut", "Layers"), "map.layers", NULL},
  {HANDLER_SHORTCUT_MAP, "r", NC_ ("shortcut", "Ruler"), "map.ruler", NULL},
  {HANDLER_SHORTCUT_MAP, "m", NC_ ("shortcut", "Mark this place"), "map.mark", NULL},
  {HANDLER_SHORTCUT_MAP, "p", NC_ ("shortcut", "Draw with the pencil"), "map.pencil", NULL},
  {HANDLER_SHORTCUT_MAP, "i", NC_ ("shortcut", "Another ink of the pencil"), "map.next-ink", NULL},
  {HANDLER_SHORTCUT_MAP, "e", NC_ ("shortcut", "Rub out with the pencil"), "map.rubber", NULL},
  {HANDLER_SHORTCUT_MAP, "Delete|BackSpace", NC_ ("shortcut", "Rub out the line here"),
   "map.rub-out", NULL},
  {HANDLER_SHORTCUT_MAP, "<Shift>Delete", NC_ ("shortcut", "Rub out all lines"),
   "map.clear-pencil", NULL},
  {HANDLER_SHORTCUT_MAP, "<Control>z", NC_ ("shortcut", "Undo what was done to the map"),
   "map.undo", NULL},
  {HANDLER_SHORTCUT_MAP, "<Control><Shift>z|<Control>y", NC_ ("shortcut", "Redo it"), "map.redo",
   NULL},
  {HANDLER_SHORTCUT_MAP, "Escape",
   NC_ ("shortcut", "End the line; clear pencil, ruler, crosshair and selection"), "map.clear",
   NULL},
  /* For who makes the program faster.  */
  {HANDLER_SHORTCUT_MAP, "<Control><Shift>F12", "", "map.frame-times", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>o", NC_ ("shortcut", "Open a file"), "app.open", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>f", NC_ ("shortcut", "Search"), "handler.search", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>t", NC_ ("shortcut", "Tapes of the link"), "app.tapes", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>comma", NC_ ("shortcut", "Preferences"), "app.preferences",
   NULL},
  {HANDLER_SHORTCUT_APP, "<Control>question|F1", NC_ ("shortcut", "Keyboard shortcuts"),
   "app.shortcuts", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>w", NC_ ("shortcut", "Close the window"), "window.close", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>q", NC_ ("shortcut", "Quit"), "app.quit", NULL},
};

const HandlerShortcut *
handler_shortcuts_get (gsize *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/* ---- Names ------------------------------------------------------------------------------------ */

static const char *
scope_nick (HandlerShortcutScope scope)
{
  switch (scope) {
  case HANDLER_SHORTCUT_BATTLE:
    return "battle";
  case HANDLER_SHORTCUT_PANEL:
    return "panel";
  case HANDLER_SHORTCUT_MAP:
    return "map";
  case HANDLER_SHORTCUT_APP:
  default:
    return "general";
  }
}

static GVariant *
target_of (const HandlerShortcut *entry)
{
  return entry->target == NULL ? NULL : g_variant_parse (NULL, entry->target, NULL, NULL, NULL);
}

/* A target as it stands in an id.  */
static char *
target_text (GVariant *target)
{
  return g_variant_is_of_type (target, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (target, NULL)
                                                              : g_variant_print (target, FALSE);
}

char *
handler_shortcut_dup_id (const HandlerShortcut *entry)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (entry != NULL, NULL);
  target = target_of (entry);
  if (target == NULL)
    return g_strconcat (scope_nick (entry->scope), ":", entry->action, NULL);
  text = target_text (target);
  return g_strconcat (scope_nick (entry->scope), ":", entry->action, ":", text, NULL);
}

const HandlerShortcut *
handler_shortcuts_find (HandlerShortcutScope scope, const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == scope && g_str_equal (shortcuts[i].action, action))
      return &shortcuts[i];
  g_return_val_if_reached (NULL);
}

gboolean
handler_shortcuts_meet (HandlerShortcutScope a, HandlerShortcutScope b)
{
  return a == b || !(a == HANDLER_SHORTCUT_MAP || a == HANDLER_SHORTCUT_PANEL)
         || !(b == HANDLER_SHORTCUT_MAP || b == HANDLER_SHORTCUT_PANEL);
}

const char *
handler_shortcut_scope_title (HandlerShortcutScope scope)
{
  switch (scope) {
  case HANDLER_SHORTCUT_BATTLE:
    return C_("shortcuts", "In Battle");
  case HANDLER_SHORTCUT_PANEL:
    return C_("shortcuts", "On Squad and Comms");
  case HANDLER_SHORTCUT_MAP:
    return C_("shortcuts", "On the Map");
  case HANDLER_SHORTCUT_APP:
  default:
    return C_("shortcuts", "General");
  }
}

/* ---- Titles ----------------------------------------------------------------------------------- */

/* The entry whose title stands for this one, too.  */
static const HandlerShortcut *
head_of (const HandlerShortcut *entry)
{
  while (entry->title == NULL)
    entry--;
  return entry;
}

const char *
handler_shortcut_get_row_title (const HandlerShortcut *entry)
{
  const char *title;

  g_return_val_if_fail (entry != NULL, NULL);
  title = head_of (entry)->title;
  /* Translators: what a key does that is for those who measure the program: how long it takes to paint.  */
  return *title == '\0' ? C_("shortcut", "Times of frames")
                        : g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", title);
}

static const char *
direction_word (const char *direction)
{
  static const struct {
    const char *nick, *word;
  } directions[] = {
    /* Translators: where a key moves the map or the crosshair; goes into “Move the map: left”.  */
    {"left", NC_ ("direction of a key", "left")},
    {"right", NC_ ("direction of a key", "right")},
    {"up", NC_ ("direction of a key", "up")},
    {"down", NC_ ("direction of a key", "down")},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    if (g_str_equal (directions[i].nick, direction))
      return g_dpgettext2 (GETTEXT_PACKAGE, "direction of a key", directions[i].word);
  return direction;
}

/* Panels count platoons from one, the map from nought.  */
static char *
detail_of (GVariant *target)
{
  if (g_variant_is_of_type (target, G_VARIANT_TYPE_STRING))
    return g_strdup (direction_word (g_variant_get_string (target, NULL)));
  if (g_variant_is_of_type (target, G_VARIANT_TYPE_UINT32))
    return g_strdup_printf ("%u", g_variant_get_uint32 (target) + 1);
  return g_variant_print (target, FALSE);
}

char *
handler_shortcut_dup_title (const HandlerShortcut *entry)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *detail = NULL;

  g_return_val_if_fail (entry != NULL, NULL);
  target = target_of (entry);
  if (target == NULL)
    return g_strdup (handler_shortcut_get_row_title (entry));
  detail = detail_of (target);
  /* Translators: what a key does, and which of several: “Move the map: left”, “Select a platoon: 3”.  */
  return g_strdup_printf (C_("shortcut", "%1$s: %2$s"), handler_shortcut_get_row_title (entry),
                          detail);
}

gboolean
handler_shortcut_is_listed (const HandlerShortcut *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);
  return *head_of (entry)->title != '\0';
}
