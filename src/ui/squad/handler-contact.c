/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-contact.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <math.h>

enum { TEXT_TITLE, TEXT_LETTER, TEXT_DETAIL, TEXT_PLACE, TEXT_AGE, TEXT_DESCRIPTION, N_TEXTS };

static const char *const text_names[N_TEXTS]
    = {"title", "letter", "detail", "place", "age", "description"};

struct _HandlerContact {
  GObject parent_instance;
  guint number;
  char *texts[N_TEXTS];
  BaseVec position;
  double age;
};

G_DEFINE_FINAL_TYPE (HandlerContact, handler_contact, G_TYPE_OBJECT)

static GParamSpec *properties[N_TEXTS + 1];

static void
handler_contact_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id >= 1 && id <= N_TEXTS)
    g_value_set_string (value, HANDLER_CONTACT (object)->texts[id - 1]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_contact_finalize (GObject *object)
{
  HandlerContact *self = HANDLER_CONTACT (object);

  for (gsize i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (handler_contact_parent_class)->finalize (object);
}

static void
handler_contact_class_init (HandlerContactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = handler_contact_get_property;
  object_class->finalize = handler_contact_finalize;
  for (guint i = 0; i < N_TEXTS; i++)
    properties[i + 1] = g_param_spec_string (text_names[i], NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_TEXTS + 1, properties);
}

static void
handler_contact_init (HandlerContact *self)
{
}

static void
set_text (HandlerContact *self, guint text, const char *value)
{
  if (g_set_str (&self->texts[text], value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[text + 1]);
}

static const char *
how_text (SimHow how)
{
  switch (how) {
  case SIM_HOW_SEEN:
    /* Translators: how a contact is known. */
    return C_("how a contact is known", "seen");
  case SIM_HOW_FELT:
    /* Translators: how a contact is known: its vibration was felt. */
    return C_("how a contact is known", "felt");
  case SIM_HOW_HEARD:
    return C_("how a contact is known", "heard");
  case SIM_HOW_TELEMETRY:
    return C_("how a contact is known", "telemetry");
  case SIM_HOW_GUESSED:
  default:
    return C_("how a contact is known", "guessed");
  }
}

static char *
source_text (OrderBook *book, const PictureTrack *track)
{
  guint source = track->n_sources > 0 ? track->sources[0].index : G_MAXUINT;
  g_autofree char *who = NULL;

  if (track->n_sources == 0 || source >= order_book_n_machines (book))
    return g_strdup (how_text ((SimHow) track->how));
  who = handler_text_isolate (order_book_spoken_name (book, source));
  switch ((SimHow) track->how) {
  case SIM_HOW_SEEN:
    /* Translators: how a contact is known and from whom; a call sign goes in. */
    return g_strdup_printf (C_("source of a contact", "seen by %s"), who);
  case SIM_HOW_FELT:
    /* Translators: its vibration was felt; a call sign goes in. */
    return g_strdup_printf (C_("source of a contact", "felt by %s"), who);
  case SIM_HOW_HEARD:
    return g_strdup_printf (C_("source of a contact", "heard by %s"), who);
  case SIM_HOW_TELEMETRY:
    return g_strdup_printf (C_("source of a contact", "telemetry of %s"), who);
  case SIM_HOW_GUESSED:
  default:
    return g_strdup_printf (C_("source of a contact", "guessed by %s"), who);
  }
}

/* "moving east", "halted", or "" when nothing was said of it.  */
static const char *
motion_text (const PictureTrack *track)
{
  float speed = base_vec_length (track->velocity);

  if (track->destroyed)
    return C_("state of a contact", "destroyed");
  if (track->lost_from_sight)
    return C_("state of a contact", "lost from sight");
  if (!track->velocity_known)
    return "";
  if (speed < 0.5f)
    return C_("state of a contact", "halted");
  return handler_text_moving ((float) (atan2 ((double) track->velocity.x, (double) track->velocity.y)
                                       * 180 / G_PI));
}

static char *
detail_text (OrderBook *book, const PictureTrack *track)
{
  g_autofree char *source = source_text (book, track);
  g_autofree char *distance = handler_text_distance (track->major_m);
  /* Translators: how sure the place of a contact is; a distance goes in. */
  g_autofree char *error = g_strdup_printf (C_("error", "±%s"), distance);
  /* A line that is too long does not break between a number and its unit.  */
  g_auto (GStrv) parts = g_strsplit (error, " ", -1);
  g_autofree char *whole = g_strjoinv ("\u00a0", parts);

  return handler_text_facts (source, motion_text (track), whole, NULL);
}

static void
contact_update (HandlerContact *self, const PictureTrack *track, OrderBook *book, float width,
                float height, SimTick now)
{
  char name[8], grid[ORDER_GRID_LENGTH], letter[2] = "?";
  const OrderTypeName *type
      = track->type == SIM_TYPE_UNKNOWN ? NULL : order_book_type (book, track->type);
  g_autofree char *kind = handler_text_enemies (type, track->count, track->count_exact);
  g_autofree char *detail = detail_text (book, track);
  g_autofree char *title = NULL;
  g_autofree char *age = NULL;
  g_autofree char *spoken = NULL;

  self->number = track->number;
  self->position = track->position;
  self->age = handler_text_seconds_since (track->t_seen, now);
  age = handler_text_age (self->age);
  title = handler_text_facts (order_track_name (track->number, name), track->name, kind, NULL);
  order_grid_format (track->position, TRUE, width, height, grid);
  if (type != NULL)
    letter[0] = type->letter;
  set_text (self, TEXT_TITLE, title);
  set_text (self, TEXT_LETTER, letter);
  set_text (self, TEXT_DETAIL, detail);
  set_text (self, TEXT_PLACE, grid);
  set_text (self, TEXT_AGE, age);
  spoken = handler_text_list ((const char *const[]){title, grid, detail, NULL});
  set_text (self, TEXT_DESCRIPTION, spoken);
}

guint
handler_contact_get_number (HandlerContact *self)
{
  g_return_val_if_fail (HANDLER_IS_CONTACT (self), 0);
  return self->number;
}

BaseVec
handler_contact_get_position (HandlerContact *self)
{
  g_return_val_if_fail (HANDLER_IS_CONTACT (self), base_vec (0, 0));
  return self->position;
}

const char *
handler_contact_get_title (HandlerContact *self)
{
  g_return_val_if_fail (HANDLER_IS_CONTACT (self), NULL);
  return self->texts[TEXT_TITLE];
}

const char *
handler_contact_get_description (HandlerContact *self)
{
  g_return_val_if_fail (HANDLER_IS_CONTACT (self), NULL);
  return self->texts[TEXT_DESCRIPTION];
}

double
handler_contact_get_age (HandlerContact *self)
{
  g_return_val_if_fail (HANDLER_IS_CONTACT (self), -1);
  return self->age;
}

/* ---- HandlerContacts ------------------------------------------------------------------------- */

struct _HandlerContacts {
  GObject parent_instance;
  OrderBook *book;
  float width, height;
  GPtrArray *contacts; /* HandlerContact by number */
};

static void handler_contacts_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HandlerContacts, handler_contacts, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      handler_contacts_list_model_init))

static GType
handler_contacts_get_item_type (GListModel *model)
{
  return HANDLER_TYPE_CONTACT;
}

static guint
handler_contacts_get_n_items (GListModel *model)
{
  return HANDLER_CONTACTS (model)->contacts->len;
}

static gpointer
handler_contacts_get_item (GListModel *model, guint position)
{
  HandlerContacts *self = HANDLER_CONTACTS (model);

  if (position >= self->contacts->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->contacts, position));
}

static void
handler_contacts_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = handler_contacts_get_item_type;
  iface->get_n_items = handler_contacts_get_n_items;
  iface->get_item = handler_contacts_get_item;
}

static void
handler_contacts_finalize (GObject *object)
{
  HandlerContacts *self = HANDLER_CONTACTS (object);

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->book, order_book_unref);
  G_OBJECT_CLASS (handler_contacts_parent_class)->finalize (object);
}

static void
handler_contacts_class_init (HandlerContactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_contacts_finalize;
}

static void
handler_contacts_init (HandlerContacts *self)
{
  self->contacts = g_ptr_array_new_with_free_func (g_object_unref);
}

HandlerContacts *
handler_contacts_new (OrderBook *book, float map_width_m, float map_height_m)
{
  HandlerContacts *self = g_object_new (HANDLER_TYPE_CONTACTS, NULL);

  self->book = order_book_ref (book);
  self->width = map_width_m;
  self->height = map_height_m;
  return self;
}

/* Both sides are sorted by number: one pass, each change told by itself so that selection and
 * scroll position stay with the other rows.  */
void
handler_contacts_update (HandlerContacts *self, const PictureView *view)
{
  guint row = 0;

  g_return_if_fail (HANDLER_IS_CONTACTS (self));
  for (gsize i = 0; i < view->n_tracks; i++) {
    const PictureTrack *track = &view->tracks[i];
    HandlerContact *contact = NULL;

    while (row < self->contacts->len
           && handler_contact_get_number (g_ptr_array_index (self->contacts, row)) < track->number) {
      g_ptr_array_remove_index (self->contacts, row);
      g_list_model_items_changed (G_LIST_MODEL (self), row, 1, 0);
    }
    if (row < self->contacts->len)
      contact = g_ptr_array_index (self->contacts, row);
    if (contact != NULL && contact->number == track->number) {
      contact_update (contact, track, self->book, self->width, self->height, view->now);
    } else {
      contact = g_object_new (HANDLER_TYPE_CONTACT, NULL);
      contact_update (contact, track, self->book, self->width, self->height, view->now);
      g_ptr_array_insert (self->contacts, (int) row, contact);
      g_list_model_items_changed (G_LIST_MODEL (self), row, 0, 1);
    }
    row++;
  }
  if (row < self->contacts->len) {
    guint gone = self->contacts->len - row;

    g_ptr_array_set_size (self->contacts, (int) row);
    g_list_model_items_changed (G_LIST_MODEL (self), row, gone, 0);
  }
}

HandlerContact *
handler_contacts_find (HandlerContacts *self, guint number)
{
  g_return_val_if_fail (HANDLER_IS_CONTACTS (self), NULL);
  for (guint i = 0; i < self->contacts->len; i++) {
    HandlerContact *contact = g_ptr_array_index (self->contacts, i);

    if (contact->number == number)
      return contact;
  }
  return NULL;
}
