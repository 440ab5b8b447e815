/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-dialog.h"

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Beyond what text of twice the size leaves in the smallest window, the answers lie beside each other
 * in less room than their words need.  */
#define SLIM_SP 200

static void
mapped_cb (GtkWidget *dialog)
{
  GtkRoot *root = gtk_widget_get_root (dialog);
  double width = adw_length_unit_from_px (ADW_LENGTH_UNIT_SP, gtk_widget_get_width (GTK_WIDGET (root)),
                                          gtk_widget_get_settings (dialog));

  if (width < SLIM_SP)
    gtk_widget_add_css_class (dialog, "slim");
}

void
handler_dialog_set_texts (AdwAlertDialog *dialog, const char *heading, const char *body)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  g_return_if_fail (ADW_IS_ALERT_DIALOG (dialog) && heading != NULL);
  gtk_box_append (GTK_BOX (box), text_new (heading, "title-3"));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  if (body != NULL) {
    GtkWidget *label = text_new (body, "body");

    gtk_box_append (GTK_BOX (box), label);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    label, NULL, -1);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  adw_alert_dialog_set_extra_child (dialog, box);
}

AdwAlertDialog *
handler_dialog_new (const char *heading, const char *body)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));

  handler_dialog_set_texts (dialog, heading, body);
  g_signal_connect (dialog, "map", G_CALLBACK (mapped_cb), NULL);
  return dialog;
}
