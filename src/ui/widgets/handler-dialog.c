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

AdwAlertDialog *
handler_dialog_new (const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), text_new (heading, "title-3"));
  if (body != NULL) {
    GtkWidget *label = text_new (body, "body");

    gtk_box_append (GTK_BOX (box), label);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    label, NULL, -1);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), box);
  return ADW_ALERT_DIALOG (dialog);
}
