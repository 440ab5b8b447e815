/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the list of contacts.  Property `contact` (HandlerContact).  */
#pragma once

#include "ui/squad/handler-contact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_CONTACT_ROW (handler_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (HandlerContactRow, handler_contact_row, HANDLER, CONTACT_ROW, GtkWidget)

GtkWidget *handler_contact_row_new (void);
HandlerContact *handler_contact_row_get_contact (HandlerContactRow *self);
void handler_contact_row_set_contact (HandlerContactRow *self, HandlerContact *contact);

G_END_DECLS
