/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-squad-panel-private.h"
#include "ui/widgets/handler-keys.h"

#include <glib/gi18n.h>

/* Frames in which a new list comes to rest.  */
#define FRESH_FRAMES 20

G_DEFINE_FINAL_TYPE (HandlerSquadPanel, handler_squad_panel, ADW_TYPE_BIN)

enum { PROP_0, PROP_FILTER, PROP_SORT, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_MACHINE_SELECTED,
  SIGNAL_CONTACT_SELECTED,
  SIGNAL_MACHINE_ACTIVATED,
  SIGNAL_CONTACT_ACTIVATED,
  SIGNAL_MARK_SELECTED,
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_PAGE_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- What the lists tell --------------------------------------------------------------------- */

static void
machine_selected_cb (HandlerSquadPanel *self)
{
  HandlerMachine *machine = gtk_single_selection_get_selected_item (self->machines);

  if (!self->quiet && machine != NULL)
    g_signal_emit (self, signals[SIGNAL_MACHINE_SELECTED], 0, handler_machine_get_index (machine));
}

static void
contact_selected_cb (HandlerSquadPanel *self)
{
  HandlerContact *contact = gtk_single_selection_get_selected_item (self->tracks);

  if (!self->quiet && contact != NULL)
    g_signal_emit (self, signals[SIGNAL_CONTACT_SELECTED], 0, handler_contact_get_number (contact));
}

static void
machine_activated_cb (HandlerSquadPanel *self, guint position)
{
  g_autoptr (HandlerMachine) machine
      = g_list_model_get_item (G_LIST_MODEL (self->machines), position);

  if (machine != NULL)
    g_signal_emit (self, signals[SIGNAL_MACHINE_ACTIVATED], 0, handler_machine_get_index (machine));
}

static void
contact_activated_cb (HandlerSquadPanel *self, guint position)
{
  g_autoptr (HandlerContact) contact = g_list_model_get_item (G_LIST_MODEL (self->tracks), position);

  if (contact != NULL)
    g_signal_emit (self, signals[SIGNAL_CONTACT_ACTIVATED], 0,
                   handler_contact_get_number (contact));
}

static void
mark_selected_cb (HandlerSquadPanel *self)
{
  HandlerMark *mark = gtk_single_selection_get_selected_item (self->marked);

  if (!self->quiet && mark != NULL && handler_mark_get_kind (mark) != HANDLER_MARK_ORDER)
    g_signal_emit (self, signals[SIGNAL_MARK_SELECTED], 0, mark);
}

static void
mark_activated_cb (HandlerSquadPanel *self, guint position)
{
  g_autoptr (HandlerMark) mark = g_list_model_get_item (G_LIST_MODEL (self->marked), position);

  if (mark != NULL)
    g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, mark);
}

static void
search_changed_cb (HandlerSquadPanel *self)
{
  handler_squad_panel_refilter (self);
}

/* ---- What the models tell -------------------------------------------------------------------- */

static void
squad_changed_cb (HandlerSquadPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->squad));
  g_autofree char *strength = NULL;

  /* Translators: machines left and machines at the start: "20 of 21". */
  strength = g_strdup_printf (C_("strength of the squadron", "%1$u of %2$u"),
                              handler_squad_get_n_alive (self->squad), n);
  gtk_label_set_label (self->strength, strength);
  if (!g_str_equal (self->filter_name, "all"))
    handler_squad_panel_refilter (self);
  if (!g_str_equal (self->sort_name, "platoon"))
    gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
contacts_changed_cb (HandlerSquadPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->contacts));

  gtk_stack_set_visible_child_name (self->contacts_stack, n > 0 ? "some" : "none");
  adw_view_stack_page_set_badge_number (self->contacts_page, n);
}

static void
marks_changed_cb (HandlerSquadPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->marks));

  gtk_stack_set_visible_child_name (self->marks_stack, n > 0 ? "some" : "none");
}

/* A list keeps its first row in place while it is measured, and the heading above goes out of view: until that
 * is over the list is held at its top.  */
static gboolean
fresh_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  HandlerSquadPanel *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  if (--self->fresh_frames > 0)
    return G_SOURCE_CONTINUE;
  self->fresh_id = 0;
  return G_SOURCE_REMOVE;
}

/* Only while it is on view: nothing is measured before.  */
static void
hold_at_top (HandlerSquadPanel *self)
{
  GtkWidget *view = GTK_WIDGET (self->machines_view);

  if (self->fresh_frames > 0 && self->fresh_id == 0 && gtk_widget_get_mapped (view))
    self->fresh_id = gtk_widget_add_tick_callback (view, fresh_cb, self, NULL);
}

/* ---- Public ---------------------------------------------------------------------------------- */

void
handler_squad_panel_set_models (HandlerSquadPanel *self, OrderBook *book, HandlerSquad *squad,
                                HandlerContacts *contacts, HandlerMarks *marks)
{
  g_return_if_fail (HANDLER_IS_SQUAD_PANEL (self));
  handler_squad_panel_close_menu (self);
  g_clear_pointer (&self->book, order_book_unref);
  self->book = book == NULL ? NULL : order_book_ref (book);
  self->quiet = TRUE;
  g_set_object (&self->squad, squad);
  g_set_object (&self->contacts, contacts);
  g_set_object (&self->marks, marks);
  g_signal_group_set_target (self->squad_signals, squad);
  g_signal_group_set_target (self->contacts_signals, contacts);
  g_signal_group_set_target (self->marks_signals, marks);
  handler_squad_strip_set_squad (self->strip, squad);
  handler_squad_panel_apply_sort (self);
  gtk_single_selection_set_model (self->tracks, contacts == NULL ? NULL : G_LIST_MODEL (contacts));
  gtk_single_selection_set_model (self->marked, marks == NULL ? NULL : G_LIST_MODEL (marks));
  if (marks != NULL)
    marks_changed_cb (self);
  if (squad != NULL)
    squad_changed_cb (self);
  if (contacts != NULL)
    contacts_changed_cb (self);
  self->quiet = FALSE;
  self->fresh_frames = FRESH_FRAMES;
  hold_at_top (self);
}

/* Position of the item for which `get` gives `value`, or GTK_INVALID_LIST_POSITION.  */
static guint
find_row (GListModel *model, guint value, guint (*get) (gpointer))
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (model, i);

    if (get (item) == value)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static void
select_row (HandlerSquadPanel *self, GtkSingleSelection *selection, GtkListView *view, guint row)
{
  if (gtk_single_selection_get_selected (selection) == row)
    return;
  self->quiet = TRUE;
  gtk_single_selection_set_selected (selection, row);
  if (row != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (view, row, GTK_LIST_SCROLL_NONE, NULL);
  self->quiet = FALSE;
}

void
handler_squad_panel_select_machine (HandlerSquadPanel *self, int index)
{
  guint row = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (HANDLER_IS_SQUAD_PANEL (self));
  if (index >= 0)
    row = find_row (G_LIST_MODEL (self->machines), (guint) index,
                    (guint (*) (gpointer)) handler_machine_get_index);
  select_row (self, self->machines, self->machines_view, row);
}

void
handler_squad_panel_select_contact (HandlerSquadPanel *self, guint number)
{
  guint row = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (HANDLER_IS_SQUAD_PANEL (self));
  if (number != 0)
    row = find_row (G_LIST_MODEL (self->tracks), number,
                    (guint (*) (gpointer)) handler_contact_get_number);
  select_row (self, self->tracks, self->contacts_view, row);
}

void
handler_squad_panel_select_mark (HandlerSquadPanel *self, HandlerMarkKind kind, guint id)
{
  guint row = GTK_INVALID_LIST_POSITION;
  guint n;

  g_return_if_fail (HANDLER_IS_SQUAD_PANEL (self));
  n = self->marks == NULL || id == 0 ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->marks));
  for (guint i = 0; i < n; i++) {
    g_autoptr (HandlerMark) mark = g_list_model_get_item (G_LIST_MODEL (self->marks), i);

    if (handler_mark_get_kind (mark) == kind && handler_mark_get_id (mark) == id)
      row = i;
  }
  select_row (self, self->marked, self->marks_view, row);
}

void
handler_squad_panel_show_page (HandlerSquadPanel *self, const char *name)
{
  g_return_if_fail (HANDLER_IS_SQUAD_PANEL (self));
  adw_view_stack_set_visible_child_name (self->stack, name);
}

const char *
handler_squad_panel_get_page (HandlerSquadPanel *self)
{
  g_return_val_if_fail (HANDLER_IS_SQUAD_PANEL (self), NULL);
  return adw_view_stack_get_visible_child_name (self->stack);
}

static void
page_shown_cb (HandlerSquadPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_PAGE_CHANGED], 0);
}

/* The list scrolls to the row that gets the focus; of the first one its heading is seen too.  */
static void
focus_machines (HandlerSquadPanel *self)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->machines_view));
  guint row = gtk_single_selection_get_selected (self->machines);

  gtk_widget_grab_focus (GTK_WIDGET (self->machines_view));
  if (row == GTK_INVALID_LIST_POSITION || row == 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

void
handler_squad_panel_focus_list (HandlerSquadPanel *self)
{
  const char *page;

  g_return_if_fail (HANDLER_IS_SQUAD_PANEL (self));
  page = adw_view_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (page, "contacts") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->contacts_view));
  else if (g_strcmp0 (page, "marks") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->marks_view));
  else
    focus_machines (self);
}

void
handler_squad_panel_set_compact (HandlerSquadPanel *self, gboolean compact, gboolean tiny)
{
  g_return_if_fail (HANDLER_IS_SQUAD_PANEL (self));
  gtk_widget_set_visible (self->heading, !compact);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), !tiny);
  gtk_widget_set_margin_bottom (self->switcher, tiny ? 0 : 6);
}

/* ---- Class ----------------------------------------------------------------------------------- */

static void
handler_squad_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerSquadPanel *self = HANDLER_SQUAD_PANEL (object);

  switch (id) {
  case PROP_FILTER:
    g_value_set_string (value, self->filter_name);
    break;
  case PROP_SORT:
    g_value_set_string (value, self->sort_name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_squad_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HandlerSquadPanel *self = HANDLER_SQUAD_PANEL (object);

  switch (id) {
  case PROP_FILTER:
    if (g_set_str (&self->filter_name, g_value_get_string (value))) {
      handler_squad_panel_refilter (self);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_SORT:
    if (g_set_str (&self->sort_name, g_value_get_string (value))) {
      handler_squad_panel_apply_sort (self);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_squad_panel_dispose (GObject *object)
{
  HandlerSquadPanel *self = HANDLER_SQUAD_PANEL (object);

  handler_squad_panel_close_menu (self);
  g_clear_object (&self->squad_signals);
  g_clear_object (&self->contacts_signals);
  g_clear_object (&self->marks_signals);
  g_clear_object (&self->squad);
  g_clear_object (&self->contacts);
  g_clear_object (&self->marks);
  g_clear_object (&self->marked);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorted);
  g_clear_object (&self->machines);
  g_clear_object (&self->tracks);
  g_clear_pointer (&self->book, order_book_unref);
  if (self->fresh_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->machines_view), self->fresh_id);
  self->fresh_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_SQUAD_PANEL);
  G_OBJECT_CLASS (handler_squad_panel_parent_class)->dispose (object);
}

static void
handler_squad_panel_finalize (GObject *object)
{
  HandlerSquadPanel *self = HANDLER_SQUAD_PANEL (object);

  g_free (self->filter_name);
  g_free (self->sort_name);
  G_OBJECT_CLASS (handler_squad_panel_parent_class)->finalize (object);
}

static guint
signal_with_number (const char *name)
{
  return g_signal_new (name, HANDLER_TYPE_SQUAD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_UINT);
}

/* How marks and lines are made, with the keys for it.  */
static void
show_no_marks (HandlerSquadPanel *self)
{
  HandlerKeys *keys = handler_keys_get ();
  g_autofree char *mark = handler_keys_dup_label (keys, HANDLER_SHORTCUT_MAP, "map.mark");
  g_autofree char *pencil = handler_keys_dup_label (keys, HANDLER_SHORTCUT_MAP, "map.pencil");
  g_autofree char *text = NULL, *markup = NULL;

  if (mark != NULL && pencil != NULL)
    /* Translators: the keys to mark a place and to draw go in: M and P. */
    text = g_strdup_printf (C_("marks", "Places that you mark (%1$s), lines that you draw (%2$s) on the map and orders "
                                        "prepared for a mark are listed here."),
                            mark, pencil);
  else
    text = g_strdup (C_("marks", "Places that you mark, lines that you draw on the map and orders prepared for a "
                                 "mark are listed here."));
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->no_marks, markup);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HANDLER_TYPE_SQUAD_STRIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/squad/handler-squad-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, machines_view);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, contacts_view);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, contacts_stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, contacts_page);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, marks_view);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, marks_stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, no_marks);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, stack);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, strip);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, switcher);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, strength);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HandlerSquadPanel, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, machine_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, contact_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
handler_squad_panel_class_init (HandlerSquadPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = handler_squad_panel_get_property;
  object_class->set_property = handler_squad_panel_set_property;
  object_class->dispose = handler_squad_panel_dispose;
  object_class->finalize = handler_squad_panel_finalize;
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "platoon", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_MACHINE_SELECTED] = signal_with_number ("machine-selected");
  signals[SIGNAL_CONTACT_SELECTED] = signal_with_number ("contact-selected");
  signals[SIGNAL_MARK_SELECTED] =
      g_signal_new ("mark-selected", HANDLER_TYPE_SQUAD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, HANDLER_TYPE_MARK);
  signals[SIGNAL_MARK_ACTIVATED] =
      g_signal_new ("mark-activated", HANDLER_TYPE_SQUAD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, HANDLER_TYPE_MARK);
  signals[SIGNAL_PAGE_CHANGED] = g_signal_new ("page-changed", HANDLER_TYPE_SQUAD_PANEL,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);
  signals[SIGNAL_MACHINE_ACTIVATED] = signal_with_number ("machine-activated");
  signals[SIGNAL_CONTACT_ACTIVATED] = signal_with_number ("contact-activated");
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "squad.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "squad.sort", "sort");
}

static void
handler_squad_panel_init (HandlerSquadPanel *self)
{
  self->filter_name = g_strdup ("all");
  self->sort_name = g_strdup ("platoon");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->machines_view, "map", G_CALLBACK (hold_at_top), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  handler_squad_panel_init_lists (self);
  handler_squad_panel_init_menus (self);
  g_signal_connect_object (self->machines, "notify::selected-item",
                           G_CALLBACK (machine_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tracks, "notify::selected-item", G_CALLBACK (contact_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marked, "notify::selected-item", G_CALLBACK (mark_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (show_no_marks), self,
                           G_CONNECT_SWAPPED);
  show_no_marks (self);
  self->marks_signals = g_signal_group_new (HANDLER_TYPE_MARKS);
  g_signal_group_connect_swapped (self->marks_signals, "items-changed",
                                  G_CALLBACK (marks_changed_cb), self);
  self->squad_signals = g_signal_group_new (HANDLER_TYPE_SQUAD);
  g_signal_group_connect_swapped (self->squad_signals, "changed", G_CALLBACK (squad_changed_cb),
                                  self);
  self->contacts_signals = g_signal_group_new (HANDLER_TYPE_CONTACTS);
  g_signal_group_connect_swapped (self->contacts_signals, "items-changed",
                                  G_CALLBACK (contacts_changed_cb), self);
}
