/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squad panel's two lists: rows, headings, filters and sorting.  */
#include "ui/squad/handler-contact-row.h"
#include "ui/squad/handler-mark-row.h"
#include "ui/squad/handler-squad-panel-private.h"
#include "ui/squad/handler-squad-row.h"

#include <glib/gi18n.h>

/* ---- Rows ------------------------------------------------------------------------------------ */

static void
bind_accessible (GtkListItem *list_item, gpointer item)
{
  GBinding *binding = g_object_get_data (G_OBJECT (list_item), "handler-description");

  if (binding != NULL)
    g_binding_unbind (binding);
  if (item != NULL)
    binding = g_object_bind_property (item, "description", list_item, "accessible-label",
                                      G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (list_item), "handler-description", item == NULL ? NULL : binding);
}

static void
setup_machine_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, handler_squad_row_new ());
}

static void
bind_machine_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  HandlerMachine *machine = gtk_list_item_get_item (list_item);

  handler_squad_row_set_machine (HANDLER_SQUAD_ROW (gtk_list_item_get_child (list_item)), machine);
  bind_accessible (list_item, machine);
}

static void
unbind_machine_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  handler_squad_row_set_machine (HANDLER_SQUAD_ROW (gtk_list_item_get_child (list_item)), NULL);
  bind_accessible (list_item, NULL);
}

static void
setup_contact_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, handler_contact_row_new ());
}

static void
bind_contact_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  HandlerContact *contact = gtk_list_item_get_item (list_item);

  handler_contact_row_set_contact (HANDLER_CONTACT_ROW (gtk_list_item_get_child (list_item)),
                                   contact);
  bind_accessible (list_item, contact);
}

static void
unbind_contact_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  handler_contact_row_set_contact (HANDLER_CONTACT_ROW (gtk_list_item_get_child (list_item)), NULL);
  bind_accessible (list_item, NULL);
}

static void
setup_mark_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, handler_mark_row_new ());
}

static void
bind_mark_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  HandlerMark *mark = gtk_list_item_get_item (list_item);

  handler_mark_row_set_mark (HANDLER_MARK_ROW (gtk_list_item_get_child (list_item)), mark);
  bind_accessible (list_item, mark);
}

static void
unbind_mark_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  handler_mark_row_set_mark (HANDLER_MARK_ROW (gtk_list_item_get_child (list_item)), NULL);
  bind_accessible (list_item, NULL);
}

static GtkListItemFactory *
factory_new (GCallback setup, GCallback bind, GCallback unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  g_signal_connect (factory, "unbind", unbind, NULL);
  return factory;
}

/* ---- Platoon headings ------------------------------------------------------------------------ */

static void
setup_heading_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *strength = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (strength, "numeric");
  gtk_widget_add_css_class (box, "platoon-heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), strength);
  gtk_list_header_set_child (header, box);
}

static void
bind_heading_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  HandlerMachine *machine = gtk_list_header_get_item (header);
  HandlerPlatoon *platoon = handler_machine_get_platoon (machine);
  GtkWidget *box = gtk_list_header_get_child (header);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GBindingGroup *group = g_binding_group_new ();

  g_binding_group_bind (group, "title", title, "label", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (group, "strength", gtk_widget_get_next_sibling (title), "label",
                        G_BINDING_SYNC_CREATE);
  g_binding_group_set_source (group, platoon);
  g_object_set_data_full (G_OBJECT (header), "handler-platoon", group, g_object_unref);
}

static void
unbind_heading_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  g_object_set_data (G_OBJECT (header), "handler-platoon", NULL);
}

/* ---- Filter ---------------------------------------------------------------------------------- */

static gboolean
passes (HandlerSquadPanel *self, HandlerMachine *machine)
{
  double age = handler_machine_get_age (machine);

  if (g_str_equal (self->filter_name, "trouble"))
    return handler_machine_get_gravity (machine) >= HANDLER_GRAVITY_WARNING;
  if (g_str_equal (self->filter_name, "silent"))
    return !handler_machine_get_lost (machine) && (age < 0 || age > 30);
  if (g_str_equal (self->filter_name, "low"))
    return handler_machine_get_damaged (machine) || handler_machine_get_low (machine);
  return TRUE;
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  HandlerSquadPanel *self = user_data;
  const char *text = gtk_editable_get_text (self->search_entry);

  if (!passes (self, item))
    return FALSE;
  return text[0] == '\0' || g_str_match_string (text, handler_machine_get_description (item), TRUE);
}

void
handler_squad_panel_refilter (HandlerSquadPanel *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* ---- Sorting --------------------------------------------------------------------------------- */

static int
compare_index (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint x = handler_machine_get_index ((gpointer) a), y = handler_machine_get_index ((gpointer) b);

  return x < y ? -1 : x > y;
}

static int
compare_platoon (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint x = handler_platoon_get_number (handler_machine_get_platoon ((gpointer) a));
  guint y = handler_platoon_get_number (handler_machine_get_platoon ((gpointer) b));

  return x < y ? -1 : x > y;
}

/* Oldest word first; one that never spoke is the oldest.  */
static int
compare_age (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double x = handler_machine_get_age ((gpointer) a), y = handler_machine_get_age ((gpointer) b);

  x = x < 0 ? G_MAXDOUBLE : x;
  y = y < 0 ? G_MAXDOUBLE : y;
  return x > y ? -1 : x < y ? 1 : compare_index (a, b, user_data);
}

static int
compare_ammunition (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint x = handler_machine_get_ammunition ((gpointer) a);
  guint y = handler_machine_get_ammunition ((gpointer) b);

  return x < y ? -1 : x > y ? 1 : compare_index (a, b, user_data);
}

static int
compare_name (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (handler_machine_get_name ((gpointer) a),
                         handler_machine_get_name ((gpointer) b));
}

static GCompareDataFunc
compare_of (const char *name)
{
  if (g_str_equal (name, "age"))
    return compare_age;
  if (g_str_equal (name, "ammunition"))
    return compare_ammunition;
  if (g_str_equal (name, "name"))
    return compare_name;
  return compare_index;
}

/* Headings only make sense while the rows stand by platoon.  */
void
handler_squad_panel_apply_sort (HandlerSquadPanel *self)
{
  gboolean by_platoon = g_str_equal (self->sort_name, "platoon");
  g_autoptr (GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new (compare_of (self->sort_name), NULL, NULL));
  g_autoptr (GtkSorter) sections
      = by_platoon ? GTK_SORTER (gtk_custom_sorter_new (compare_platoon, NULL, NULL)) : NULL;
  g_autoptr (GtkListItemFactory) headings = NULL;
  GtkFilterListModel *filtered;

  if (self->sorted == NULL)
    return;
  filtered = GTK_FILTER_LIST_MODEL (gtk_sort_list_model_get_model (self->sorted));
  gtk_filter_list_model_set_model (filtered,
                                   self->squad == NULL ? NULL : G_LIST_MODEL (self->squad));
  gtk_sort_list_model_set_section_sorter (self->sorted, sections);
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  if (by_platoon)
    headings = factory_new (G_CALLBACK (setup_heading_cb), G_CALLBACK (bind_heading_cb),
                            G_CALLBACK (unbind_heading_cb));
  gtk_list_view_set_header_factory (self->machines_view, headings);
}

/* ---- Set-up ---------------------------------------------------------------------------------- */

static GtkSingleSelection *
selection_new (GListModel *model)
{
  GtkSingleSelection *selection = gtk_single_selection_new (model);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  return selection;
}

void
handler_squad_panel_init_lists (HandlerSquadPanel *self)
{
  g_autoptr (GtkListItemFactory) machine_rows
      = factory_new (G_CALLBACK (setup_machine_cb), G_CALLBACK (bind_machine_cb),
                     G_CALLBACK (unbind_machine_cb));
  g_autoptr (GtkListItemFactory) contact_rows
      = factory_new (G_CALLBACK (setup_contact_cb), G_CALLBACK (bind_contact_cb),
                     G_CALLBACK (unbind_contact_cb));
  g_autoptr (GtkListItemFactory) mark_rows = factory_new (
      G_CALLBACK (setup_mark_cb), G_CALLBACK (bind_mark_cb), G_CALLBACK (unbind_mark_cb));
  GtkFilterListModel *filtered;

  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  self->machines = selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  self->tracks = selection_new (NULL);
  self->marked = selection_new (NULL);
  gtk_list_view_set_factory (self->marks_view, mark_rows);
  gtk_list_view_set_model (self->marks_view, GTK_SELECTION_MODEL (self->marked));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->marks_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("accessible name", "Marks"), -1);
  gtk_list_view_set_factory (self->machines_view, machine_rows);
  gtk_list_view_set_factory (self->contacts_view, contact_rows);
  gtk_list_view_set_model (self->machines_view, GTK_SELECTION_MODEL (self->machines));
  gtk_list_view_set_model (self->contacts_view, GTK_SELECTION_MODEL (self->tracks));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->machines_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_("accessible name", "Own machines"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contacts_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_("accessible name", "Contacts"), -1);
}
