/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-closures.h"

gboolean
handler_has_text (gpointer self, const char *text)
{
  return text != NULL && text[0] != '\0';
}

void
handler_closures_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, handler_has_text);
}
