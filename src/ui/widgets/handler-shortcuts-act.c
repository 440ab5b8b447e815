/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that act: controllers and accelerators, made anew when others come into force.  */
#include "ui/widgets/handler-keys.h"

static GtkShortcut *
shortcut_new (const HandlerShortcut *entry, const HandlerKey *key)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key->keyval, key->modifiers),
                                            gtk_named_action_new (entry->action));

  if (entry->target != NULL) {
    g_autoptr (GVariant) target = g_variant_parse (NULL, entry->target, NULL, NULL, NULL);

    gtk_shortcut_set_arguments (shortcut, target);
  }
  return shortcut;
}

static void
add_entry (GtkShortcutController *controller, const HandlerShortcut *entry)
{
  gsize n;
  const HandlerKey *keys = handler_keys_of (handler_keys_get (), entry, &n);

  for (gsize i = 0; i < n; i++)
    gtk_shortcut_controller_add_shortcut (controller, shortcut_new (entry, &keys[i]));
}

static void
remove_all (GtkShortcutController *controller)
{
  for (guint n = g_list_model_get_n_items (G_LIST_MODEL (controller)); n > 0; n--) {
    g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n - 1);

    gtk_shortcut_controller_remove_shortcut (controller, shortcut);
  }
}

static void
refill_cb (GtkShortcutController *controller)
{
  HandlerShortcutScope scope
      = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (controller), "handler-scope"));
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  remove_all (controller);
  for (gsize i = 0; i < n; i++)
    if (entries[i].scope == scope)
      add_entry (controller, &entries[i]);
}

void
handler_shortcuts_add_to (GtkWidget *widget, HandlerShortcutScope scope)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  g_object_set_data (G_OBJECT (controller), "handler-scope", GUINT_TO_POINTER (scope));
  refill_cb (GTK_SHORTCUT_CONTROLLER (controller));
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (refill_cb), controller,
                           G_CONNECT_SWAPPED);
  if (scope == HANDLER_SHORTCUT_BATTLE)
    gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                       GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_widget_add_controller (widget, controller);
}

static void
set_accels_of (GtkApplication *application, const HandlerShortcut *entry)
{
  gsize n;
  const HandlerKey *keys = handler_keys_of (handler_keys_get (), entry, &n);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (gsize i = 0; i < n; i++)
    g_strv_builder_take (builder, handler_key_dup_name (&keys[i]));
  names = g_strv_builder_end (builder);
  gtk_application_set_accels_for_action (application, entry->action, (const char *const *) names);
}

static void
accels_cb (GtkApplication *application)
{
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  for (gsize i = 0; i < n; i++)
    if (entries[i].scope == HANDLER_SHORTCUT_APP)
      set_accels_of (application, &entries[i]);
}

void
handler_shortcuts_set_accels (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));
  accels_cb (application);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (accels_cb), application,
                           G_CONNECT_SWAPPED);
}
