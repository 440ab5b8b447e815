/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-working.h"
#include "ui/widgets/handler-dialog.h"

#include <glib/gi18n.h>

/* What ends before is not worth a word.  */
#define MOMENT_MS 400
#define LOOK_MS 100

struct _HandlerWorking {
  GtkWidget *parent; /* weak */
  char *heading;
  GCancellable *cancellable;
  HandlerShare *share;
  AdwDialog *dialog; /* weak */
  GtkWidget *bar, *spinner; /* of the dialog */
  guint timer;
};

HandlerShare *
handler_working_get_share (HandlerWorking *working)
{
  g_return_val_if_fail (working != NULL, NULL);
  return working->share;
}

AdwDialog *
handler_working_get_dialog (HandlerWorking *working)
{
  g_return_val_if_fail (working != NULL, NULL);
  return working->dialog;
}

static gboolean
look_cb (gpointer data)
{
  HandlerWorking *working = data;
  double share = handler_share_get (working->share);

  if (working->dialog == NULL) {
    working->timer = 0;
    return G_SOURCE_REMOVE;
  }
  gtk_widget_set_visible (working->bar, share > 0);
  gtk_widget_set_visible (working->spinner, share <= 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (working->bar), share);
  return G_SOURCE_CONTINUE;
}

static void
response_cb (HandlerWorking *working)
{
  g_cancellable_cancel (working->cancellable);
}

static void
fill (HandlerWorking *working, GtkBox *box)
{
  working->spinner = adw_spinner_new ();
  working->bar = gtk_progress_bar_new ();
  gtk_widget_set_size_request (working->spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (working->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  working->heading, -1);
  gtk_box_append (box, working->spinner);
  gtk_box_append (box, working->bar);
}

static gboolean
show_cb (gpointer data)
{
  HandlerWorking *working = data;
  AdwAlertDialog *dialog;

  working->timer = 0;
  if (working->parent == NULL || !gtk_widget_get_mapped (working->parent))
    return G_SOURCE_REMOVE;
  dialog = handler_dialog_new (working->heading, NULL);
  fill (working, GTK_BOX (adw_alert_dialog_get_extra_child (dialog)));
  adw_alert_dialog_add_response (dialog, "cancel", C_("dialog", "_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), working);
  g_set_weak_pointer (&working->dialog, ADW_DIALOG (dialog));
  look_cb (working);
  working->timer = g_timeout_add (LOOK_MS, look_cb, working);
  adw_dialog_present (ADW_DIALOG (dialog), working->parent);
  return G_SOURCE_REMOVE;
}

HandlerWorking *
handler_working_new (GtkWidget *parent, const char *heading, GCancellable *cancellable)
{
  HandlerWorking *working;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (heading != NULL && G_IS_CANCELLABLE (cancellable), NULL);

  working = g_new0 (HandlerWorking, 1);
  g_set_weak_pointer (&working->parent, parent);
  working->heading = g_strdup (heading);
  working->cancellable = g_object_ref (cancellable);
  working->share = g_atomic_rc_box_new0 (HandlerShare);
  working->timer = g_timeout_add (MOMENT_MS, show_cb, working);
  return working;
}

void
handler_working_end (HandlerWorking *working)
{
  if (working == NULL)
    return;
  g_clear_handle_id (&working->timer, g_source_remove);
  if (working->dialog != NULL) {
    /* Its going is no answer.  */
    g_signal_handlers_disconnect_by_data (working->dialog, working);
    adw_dialog_force_close (working->dialog);
  }
  g_clear_weak_pointer (&working->dialog);
  g_clear_weak_pointer (&working->parent);
  g_clear_object (&working->cancellable);
  g_atomic_rc_box_release (working->share);
  g_free (working->heading);
  g_free (working);
}
