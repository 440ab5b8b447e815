/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key with what is held beside it, and where it may be used.  Pure functions.  */
#pragma once

#include "ui/widgets/handler-shortcuts.h"

G_BEGIN_DECLS

typedef struct {
  guint keyval; /* of a letter the lower case; a Shift that only makes another sign is not among: */
  GdkModifierType modifiers;
} HandlerKey;

typedef enum {
  HANDLER_KEY_FINE,
  HANDLER_KEY_UNKNOWN,   /* is none */
  HANDLER_KEY_ALT,       /* has Alt */
  HANDLER_KEY_SUPER,     /* or a key of the desktop */
  HANDLER_KEY_TYPED,     /* would be typed, where it has to work while one types */
  HANDLER_KEY_MOVES,     /* moves the focus, the caret, or what is chosen */
  HANDLER_KEY_EDITS,     /* text fields need it */
  HANDLER_KEY_MENU,      /* opens menus */
  HANDLER_KEY_INSPECTOR, /* the toolkit's own */
} HandlerKeyVerdict;

/* Whether a key can have an effect in a scope without taking something away that all programs do.  */
HandlerKeyVerdict handler_key_judge (const HandlerKey *key, HandlerShortcutScope scope);
/* Why not, as a sentence, translated; NULL for HANDLER_KEY_FINE.  */
const char *handler_key_verdict_text (HandlerKeyVerdict verdict);

/* "<Control>l"; FALSE when it is no key.  Any text.  */
gboolean handler_key_parse (const char *text, HandlerKey *key);
/* The key of a GDK_KEY_PRESS, as it is stored and compared; FALSE for a modifier alone.  */
gboolean handler_key_from_event (GdkEvent *event, HandlerKey *key);
gboolean handler_key_equal (const HandlerKey *a, const HandlerKey *b);
/* "<Control>l", for settings.  Newly allocated.  */
char *handler_key_dup_name (const HandlerKey *key);
/* "Ctrl+L", for people, kept apart where text runs from right to left.  Newly allocated.  */
char *handler_key_dup_label (const HandlerKey *key);

G_END_DECLS
