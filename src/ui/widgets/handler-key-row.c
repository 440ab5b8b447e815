/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-key-row.h"

struct _HandlerKeyRow {
  AdwActionRow parent_instance;
  const HandlerShortcut *entry;
  gsize n;
  GtkWidget *wrap;
};

G_DEFINE_FINAL_TYPE (HandlerKeyRow, handler_key_row, ADW_TYPE_ACTION_ROW)

/* ---- Caps ------------------------------------------------------------------------------------- */

/* Between two keys that do the same.  */
#define APART_PX 8

static void
append_cap (HandlerKeyRow *self, guint key, GdkModifierType modifier, gboolean apart)
{
  g_autofree char *label = gtk_accelerator_get_label (key, modifier);
  gsize length = strlen (label);
  GtkWidget *cap;

  /* "Ctrl+": of a modifier alone.  */
  if (modifier != 0 && length > 1 && label[length - 1] == '+')
    label[length - 1] = '\0';
  cap = gtk_label_new (label);
  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_margin_start (cap, apart ? APART_PX : 0);
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), cap);
}

/* The keys that are held together, each as a cap; below each other where there is no room.  */
static void
append_caps (HandlerKeyRow *self, const HandlerKey *key, gboolean apart)
{
  static const GdkModifierType order[] = {GDK_CONTROL_MASK, GDK_SHIFT_MASK};

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
    if ((key->modifiers & order[i]) == 0)
      continue;
    append_cap (self, 0, order[i], apart);
    apart = FALSE;
  }
  append_cap (self, key->keyval, 0, apart);
}

static gsize
append_keys (HandlerKeyRow *self, const HandlerShortcut *entry, gboolean apart)
{
  HandlerKeys *keys = handler_keys_get ();
  gsize n, shown = 0;
  const HandlerKey *each = handler_keys_of (keys, entry, &n);

  for (gsize i = handler_keys_next_shown (keys, entry, 0); i < n;
       i = handler_keys_next_shown (keys, entry, i + 1), shown++)
    append_caps (self, &each[i], apart || shown > 0);
  return shown;
}

/* ---- Showing ---------------------------------------------------------------------------------- */

static void
show (HandlerKeyRow *self)
{
  g_autofree char *words = handler_keys_dup_words (handler_keys_get (), self->entry, self->n);
  GtkWidget *child;
  gsize shown = 0;

  while ((child = gtk_widget_get_first_child (self->wrap)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->wrap), child);
  for (gsize i = 0; i < self->n; i++)
    shown += append_keys (self, &self->entry[i], shown > 0);
  if (shown == 0) {
    GtkWidget *none = gtk_label_new (words);

    gtk_widget_add_css_class (none, "dimmed");
    adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), none);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

GtkWidget *
handler_key_row_new (const char *title, const HandlerShortcut *entry, gsize n)
{
  HandlerKeyRow *self;

  g_return_val_if_fail (entry != NULL && n > 0, NULL);
  self = g_object_new (HANDLER_TYPE_KEY_ROW, "use-markup", FALSE, "title", title, NULL);
  self->entry = entry;
  self->n = n;
  show (self);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const HandlerShortcut *
handler_key_row_get_entry (HandlerKeyRow *self)
{
  g_return_val_if_fail (HANDLER_IS_KEY_ROW (self), NULL);
  return self->entry;
}

static void
handler_key_row_class_init (HandlerKeyRowClass *klass)
{
}

static void
handler_key_row_init (HandlerKeyRow *self)
{
  AdwWrapBox *wrap = ADW_WRAP_BOX (adw_wrap_box_new ());

  self->wrap = GTK_WIDGET (wrap);
  adw_wrap_box_set_child_spacing (wrap, 4);
  adw_wrap_box_set_line_spacing (wrap, 4);
  adw_wrap_box_set_align (wrap, 1);
  /* As menus write them, in every script: first what is held.  */
  gtk_widget_set_direction (self->wrap, GTK_TEXT_DIR_LTR);
  gtk_widget_set_valign (self->wrap, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->wrap, 6);
  gtk_widget_set_margin_bottom (self->wrap, 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->wrap);
  /* The keys describe it, not its subtitle.  */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}
