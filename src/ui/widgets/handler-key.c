/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-key.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

#define HELD (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)
#define OF_DESKTOP (GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)
/* Keys of keyboards for music, mail and the like: XF86 in their names.  */
#define FIRST_OF_DEVICE 0x1008FF00u
#define LAST_OF_DEVICE 0x1008FFFFu

/* ---- Kinds of keys ---------------------------------------------------------------------------- */

static gboolean
is_one_of (guint keyval, const guint *keyvals)
{
  while (*keyvals != 0)
    if (*keyvals++ == keyval)
      return TRUE;
  return FALSE;
}

/* Types nothing and moves nothing wherever the focus is.  */
static gboolean
is_idle (guint keyval)
{
  return (keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35) || keyval == GDK_KEY_Pause
         || (keyval >= FIRST_OF_DEVICE && keyval <= LAST_OF_DEVICE);
}

static gboolean
is_tab (guint keyval)
{
  return keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab || keyval == GDK_KEY_ISO_Left_Tab;
}

/* In text and lists, also with Ctrl or Shift.  */
static gboolean
moves (guint keyval)
{
  static const guint keyvals[]
      = {GDK_KEY_Left,    GDK_KEY_Right,    GDK_KEY_Up,        GDK_KEY_Down,        GDK_KEY_Home,
         GDK_KEY_End,     GDK_KEY_Page_Up,  GDK_KEY_Page_Down, GDK_KEY_KP_Left,     GDK_KEY_KP_Right,
         GDK_KEY_KP_Up,   GDK_KEY_KP_Down,  GDK_KEY_KP_Home,   GDK_KEY_KP_End,      GDK_KEY_KP_Page_Up,
         GDK_KEY_Escape,  GDK_KEY_KP_Page_Down, 0};

  return is_tab (keyval) || is_one_of (keyval, keyvals);
}

static gboolean
rubs_out (guint keyval)
{
  static const guint keyvals[] = {GDK_KEY_Delete, GDK_KEY_KP_Delete, GDK_KEY_BackSpace, 0};

  return is_one_of (keyval, keyvals);
}

static gboolean
enters (guint keyval)
{
  static const guint keyvals[] = {GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, 0};

  return is_one_of (keyval, keyvals);
}

/* Of menus: F10 wherever one is, the others on what has a menu of its own.  */
static gboolean
opens_menus (const HandlerKey *key)
{
  return key->keyval == GDK_KEY_F10 || key->keyval == GDK_KEY_Menu;
}

static gboolean
is_space (guint keyval)
{
  return keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space;
}

/* Select all and nothing; in lists also one.  */
static gboolean
selects (const HandlerKey *key)
{
  static const guint keyvals[] = {GDK_KEY_a, GDK_KEY_slash, GDK_KEY_backslash, 0};

  return (key->modifiers & GDK_CONTROL_MASK) != 0
         && (is_space (key->keyval) || is_one_of (key->keyval, keyvals));
}

/* What GtkText takes with Ctrl, besides: copy, cut, paste, undo, redo, delete to the beginning, signs, the direction of writing.  */
static gboolean
edits (const HandlerKey *key)
{
  static const guint with_ctrl[] = {GDK_KEY_c, GDK_KEY_x, GDK_KEY_v, GDK_KEY_y, GDK_KEY_z,
                                    GDK_KEY_u, GDK_KEY_period, GDK_KEY_semicolon, 0};
  static const guint with_shift[] = {GDK_KEY_z, GDK_KEY_u, GDK_KEY_t, 0};
  GdkModifierType held = key->modifiers & HELD;

  if (key->keyval == GDK_KEY_Insert || key->keyval == GDK_KEY_KP_Insert || rubs_out (key->keyval))
    return TRUE;
  if (held == GDK_CONTROL_MASK)
    return is_one_of (key->keyval, with_ctrl);
  return held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && is_one_of (key->keyval, with_shift);
}

/* GTK's inspector, and libadwaita's preview of narrow windows.  */
static gboolean
is_of_inspector (const HandlerKey *key)
{
  static const guint keyvals[] = {GDK_KEY_i, GDK_KEY_d, GDK_KEY_m, 0};

  return key->modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && is_one_of (key->keyval, keyvals);
}

/* ---- Where it may be used --------------------------------------------------------------------- */

/* It has to work while one types, and typing has to work.  */
static HandlerKeyVerdict
judge_for_window (const HandlerKey *key)
{
  if (opens_menus (key))
    return HANDLER_KEY_MENU;
  if (is_idle (key->keyval))
    return HANDLER_KEY_FINE;
  if (moves (key->keyval) || selects (key))
    return HANDLER_KEY_MOVES;
  if (edits (key))
    return HANDLER_KEY_EDITS;
  if ((key->modifiers & GDK_CONTROL_MASK) == 0)
    return enters (key->keyval) || gdk_keyval_to_unicode (key->keyval) == 0 ? HANDLER_KEY_MOVES
                                                                            : HANDLER_KEY_TYPED;
  return HANDLER_KEY_FINE;
}

/* The lists have had it before.  */
static HandlerKeyVerdict
judge_for_panel (const HandlerKey *key)
{
  if (opens_menus (key))
    return HANDLER_KEY_MENU;
  if (moves (key->keyval) || enters (key->keyval) || is_space (key->keyval) || selects (key))
    return HANDLER_KEY_MOVES;
  return key->keyval == GDK_KEY_Delete || key->keyval == GDK_KEY_KP_Delete ? HANDLER_KEY_EDITS
                                                                          : HANDLER_KEY_FINE;
}

/* The map has no keys but those of the table; Tab leaves it, F10 is the window's.  */
static HandlerKeyVerdict
judge_for_map (const HandlerKey *key)
{
  if (key->keyval == GDK_KEY_F10 && (key->modifiers & GDK_SHIFT_MASK) == 0)
    return HANDLER_KEY_MENU;
  return is_tab (key->keyval) ? HANDLER_KEY_MOVES : HANDLER_KEY_FINE;
}

HandlerKeyVerdict
handler_key_judge (const HandlerKey *key, HandlerShortcutScope scope)
{
  g_return_val_if_fail (key != NULL, HANDLER_KEY_UNKNOWN);
  if (key->keyval == 0 || key->keyval == GDK_KEY_VoidSymbol)
    return HANDLER_KEY_UNKNOWN;
  if ((key->modifiers & OF_DESKTOP) != 0)
    return HANDLER_KEY_SUPER;
  if ((key->modifiers & GDK_ALT_MASK) != 0)
    return HANDLER_KEY_ALT;
  if (is_of_inspector (key))
    return HANDLER_KEY_INSPECTOR;
  switch (scope) {
  case HANDLER_SHORTCUT_PANEL:
    return judge_for_panel (key);
  case HANDLER_SHORTCUT_MAP:
    return judge_for_map (key);
  case HANDLER_SHORTCUT_APP:
  case HANDLER_SHORTCUT_BATTLE:
  default:
    return judge_for_window (key);
  }
}

const char *
handler_key_verdict_text (HandlerKeyVerdict verdict)
{
  switch (verdict) {
  case HANDLER_KEY_FINE:
    return NULL;
  case HANDLER_KEY_ALT:
    /* Translators: these sentences say why a key can not be taken for what the program does.  */
    return C_("key refused", "Keys with Alt belong to menus and buttons.");
  case HANDLER_KEY_SUPER:
    return C_("key refused", "Keys with Super belong to the desktop.");
  case HANDLER_KEY_TYPED:
    return C_("key refused", "It has to work while you type, where this key alone is typed. Hold Ctrl with it, "
                             "or take a function key.");
  case HANDLER_KEY_MOVES:
    return C_("key refused", "This key moves the focus or selects, in text or lists.");
  case HANDLER_KEY_EDITS:
    return C_("key refused", "This key edits text, or deletes in lists.");
  case HANDLER_KEY_MENU:
    return C_("key refused", "This key opens menus.");
  case HANDLER_KEY_INSPECTOR:
    return C_("key refused", "This key opens the tools of those who make programs.");
  case HANDLER_KEY_UNKNOWN:
  default:
    return C_("key refused", "This key can not be used.");
  }
}

/* ---- As text and as event --------------------------------------------------------------------- */

/* One form for one key, however it came.  */
static gboolean
make_equal (guint keyval, GdkModifierType modifiers, HandlerKey *key)
{
  guint lower = gdk_keyval_to_lower (keyval);

  *key = (HandlerKey){lower, modifiers & (HELD | OF_DESKTOP)};
  if (lower != keyval)
    key->modifiers |= GDK_SHIFT_MASK;
  if (key->keyval == GDK_KEY_ISO_Left_Tab)
    *key = (HandlerKey){GDK_KEY_Tab, key->modifiers | GDK_SHIFT_MASK};
  return keyval != 0 && keyval != GDK_KEY_VoidSymbol;
}

gboolean
handler_key_parse (const char *text, HandlerKey *key)
{
  guint keyval;
  GdkModifierType modifiers;

  g_return_val_if_fail (text != NULL && key != NULL, FALSE);
  return gtk_accelerator_parse (text, &keyval, &modifiers) && make_equal (keyval, modifiers, key);
}

gboolean
handler_key_from_event (GdkEvent *event, HandlerKey *key)
{
  guint keyval;
  GdkModifierType modifiers;

  g_return_val_if_fail (event != NULL && key != NULL, FALSE);
  return !gdk_key_event_is_modifier (event) && gdk_key_event_get_match (event, &keyval, &modifiers)
         && make_equal (keyval, modifiers, key);
}

gboolean
handler_key_equal (const HandlerKey *a, const HandlerKey *b)
{
  return a->keyval == b->keyval && a->modifiers == b->modifiers;
}

char *
handler_key_dup_name (const HandlerKey *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  return gtk_accelerator_name (key->keyval, key->modifiers);
}

char *
handler_key_dup_label (const HandlerKey *key)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (key != NULL, NULL);
  label = gtk_accelerator_get_label (key->keyval, key->modifiers);
  return handler_text_isolate (label);
}
