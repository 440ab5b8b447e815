/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enemy tracks as a list: what the map draws, as rows.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/* ---- One track ------------------------------------------------------------------------------- */

#define HANDLER_TYPE_CONTACT (handler_contact_get_type ())
G_DECLARE_FINAL_TYPE (HandlerContact, handler_contact, HANDLER, CONTACT, GObject)

/* Properties, read-only, notifying: title ("T07 · 4 dragoons"), letter, detail ("seen by Falke ·
 * moving east · ±120 m"), place ("G08-2"), age, description (one sentence).  */
guint handler_contact_get_number (HandlerContact *self);
BaseVec handler_contact_get_position (HandlerContact *self);
const char *handler_contact_get_title (HandlerContact *self);
const char *handler_contact_get_description (HandlerContact *self);
/* Seconds since it was last sensed.  */
double handler_contact_get_age (HandlerContact *self);

/* ---- All of them ----------------------------------------------------------------------------- */

/* A GListModel of HandlerContact by number.  */
#define HANDLER_TYPE_CONTACTS (handler_contacts_get_type ())
G_DECLARE_FINAL_TYPE (HandlerContacts, handler_contacts, HANDLER, CONTACTS, GObject)

/* The map's size is that of the battle's sheet; grid references need it.  */
HandlerContacts *handler_contacts_new (OrderBook *book, float map_width_m, float map_height_m);
void handler_contacts_update (HandlerContacts *self, const PictureView *view);
/* NULL when there is no such track now.  Borrowed.  */
HandlerContact *handler_contacts_find (HandlerContacts *self, guint number);

G_END_DECLS
