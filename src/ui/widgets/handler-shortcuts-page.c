/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that lists the keys in force.  */
#include "ui/widgets/handler-key-row.h"

#include <glib/gi18n.h>

/* How many entries share the row of the first: those after it that have no title.  */
static gsize
entries_of_row (const HandlerShortcut *entries, gsize n, gsize first)
{
  gsize i = first + 1;

  while (i < n && entries[i].title == NULL)
    i++;
  return i - first;
}

/* A heading of its own: that of a group does not wrap.  */
static GtkWidget *
heading_new (HandlerShortcutScope scope)
{
  GtkWidget *label = gtk_label_new (handler_shortcut_scope_title (scope));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_rows (AdwPreferencesGroup *group, HandlerShortcutScope scope)
{
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  for (gsize i = 0; i < n; i++)
    if (entries[i].scope == scope && entries[i].title != NULL
        && handler_shortcut_is_listed (&entries[i]))
      adw_preferences_group_add (
          group, handler_key_row_new (handler_shortcut_get_row_title (&entries[i]), &entries[i],
                                      entries_of_row (entries, n, i)));
}

static void
add_group (GtkBox *box, HandlerShortcutScope scope)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *heading = heading_new (scope);

  add_rows (ADW_PREFERENCES_GROUP (group), scope);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  gtk_widget_set_margin_bottom (group, 12);
  gtk_box_append (box, heading);
  gtk_box_append (box, group);
}

static GtkWidget *
page_new (void)
{
  static const HandlerShortcutScope scopes[] = {HANDLER_SHORTCUT_BATTLE, HANDLER_SHORTCUT_PANEL,
                                                HANDLER_SHORTCUT_MAP, HANDLER_SHORTCUT_APP};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    add_group (GTK_BOX (box), scopes[i]);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

AdwDialog *
handler_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page_new ());
  adw_dialog_set_title (dialog, C_("dialog", "Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
