/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-air-queue.h"
#include "ui/comms/handler-queue-text.h"
#include "ui/widgets/handler-widget.h"

#include <glib/gi18n.h>

#define LAST_MINUTE_S 60
#define MOST_HEIGHT 260 /* pixels of the list before it scrolls */

/* What a row stands for.  */
typedef struct {
  AdwActionRow *row;
  GtkWidget *sooner;
  GtkMenuButton *menu;
  char *words;
  SimQueued queued;
  gboolean said_old;
} Entry;

struct _HandlerAirQueue {
  AdwBin parent_instance;
  OrderBook *book;
  GPtrArray *entries; /* Entry, as they will be said */
  gboolean announcing;
  guint32 warned[PICTURE_MAX_PROMISES]; /* promises whose last minute was announced */
  guint n_warned;

  GtkBox *promises;
  GtkWidget *heading;
  GtkLabel *net;
  GtkWidget *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HandlerAirQueue, handler_air_queue, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, SIGNAL_RESTORED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
entry_free (Entry *entry)
{
  g_free (entry->words);
  g_free (entry);
}

static void
announce (HandlerAirQueue *self, const char *text)
{
  if (self->announcing && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}


/* ---- Finding rows ---------------------------------------------------------------------------- */

static int
find (HandlerAirQueue *self, guint32 order)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((Entry *) g_ptr_array_index (self->entries, i))->queued.order == order)
      return (int) i;
  return -1;
}

static Entry *
entry_of (HandlerAirQueue *self, guint32 order)
{
  int at = find (self, order);

  return at < 0 ? NULL : g_ptr_array_index (self->entries, at);
}

static Entry *
entry_of_row (HandlerAirQueue *self, GtkListBoxRow *row)
{
  for (guint i = 0; row != NULL && i < self->entries->len; i++) {
    Entry *entry = g_ptr_array_index (self->entries, i);

    if (GTK_LIST_BOX_ROW (entry->row) == row)
      return entry;
  }
  return NULL;
}

/* The row that holds the focus, itself or in one of its buttons.  */
static Entry *
focused_entry (HandlerAirQueue *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (child) ? entry_of_row (self, GTK_LIST_BOX_ROW (child)) : NULL;
}

/* ---- What the person does -------------------------------------------------------------------- */

static void
edit (HandlerAirQueue *self, guint32 order, SimQueueEditKind kind, guint place)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, order, (guint) kind, place);
}

static void
move (HandlerAirQueue *self, Entry *entry, int place)
{
  int last = (int) self->entries->len - 1;
  g_autofree char *text = NULL;

  place = CLAMP (place, 0, last);
  if (place == entry->queued.place)
    return;
  edit (self, entry->queued.order, SIM_QUEUE_EDIT_MOVE, (guint) place);
  /* Translators: announced: an order that waits for air was moved to this place in the line; its words. */
  text = g_strdup_printf (C_("air queue", "Number %1$d: %2$s"), place + 1, entry->words);
  announce (self, text);
}

typedef struct {
  HandlerAirQueue *self; /* (owned) */
  SimQueued queued;
} Deleted;

static void
deleted_free (gpointer data, GClosure *closure)
{
  Deleted *deleted = data;

  g_object_unref (deleted->self);
  g_free (deleted);
}

static void
undo_cb (AdwToast *toast, Deleted *deleted)
{
  g_signal_emit (deleted->self, signals[SIGNAL_RESTORED], 0, &deleted->queued);
}

static void
offer_undo (HandlerAirQueue *self, Entry *entry)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  Deleted *deleted;
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (C_("air queue", "Order deleted"));
  deleted = g_new (Deleted, 1);
  *deleted = (Deleted){g_object_ref (self), entry->queued};
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, C_("air queue", "_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), deleted, deleted_free,
                         G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
delete (HandlerAirQueue *self, Entry *entry)
{
  /* Translators: announced: an order that waited for air was deleted; its words. */
  g_autofree char *text = g_strdup_printf (C_("air queue", "Not said: %s"), entry->words);

  offer_undo (self, entry);
  announce (self, text);
  edit (self, entry->queued.order, SIM_QUEUE_EDIT_DELETE, 0);
}

/* The actions of a row's menu and buttons; the parameter is the order.  */
static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerAirQueue *self = HANDLER_AIR_QUEUE (widget);
  Entry *entry = entry_of (self, g_variant_get_uint32 (parameter));

  if (entry == NULL)
    return;
  if (g_str_equal (name, "queue.sooner"))
    move (self, entry, entry->queued.place - 1);
  else if (g_str_equal (name, "queue.later"))
    move (self, entry, entry->queued.place + 1);
  else if (g_str_equal (name, "queue.first"))
    move (self, entry, 0);
  else if (g_str_equal (name, "queue.shorten"))
    edit (self, entry->queued.order, SIM_QUEUE_EDIT_SHORTEN, 0);
  else if (g_str_equal (name, "queue.full"))
    edit (self, entry->queued.order, SIM_QUEUE_EDIT_FULL, 0);
  else
    delete (self, entry);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
        HandlerAirQueue *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;
  Entry *entry = focused_entry (self);

  if (entry == NULL)
    return GDK_EVENT_PROPAGATE;
  if (control && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    move (self, entry, entry->queued.place - 1);
  else if (control && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    move (self, entry, entry->queued.place + 1);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    delete (self, entry);
  else if (keyval == GDK_KEY_Menu || (shift && keyval == GDK_KEY_F10))
    gtk_menu_button_popup (entry->menu);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n, double x, double y, HandlerAirQueue *self)
{
  Entry *entry = entry_of_row (self, gtk_list_box_get_row_at_y (self->list, (int) y));

  if (entry == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (entry->menu);
}

/* ---- Dragged --------------------------------------------------------------------------------- */

static GdkContentProvider *
drag_cb (GtkDragSource *source, double x, double y, HandlerAirQueue *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  Entry *entry = entry_of_row (self, GTK_LIST_BOX_ROW (row));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  if (entry == NULL)
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_UINT, entry->queued.order);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, HandlerAirQueue *self)
{
  Entry *entry = entry_of (self, g_value_get_uint (value));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  Entry *at = entry_of_row (self, row);

  if (entry == NULL)
    return FALSE;
  move (self, entry, at != NULL ? at->queued.place : (int) self->entries->len - 1);
  return TRUE;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void
append (GMenu *menu, const char *label, const char *action, guint32 order)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", order);
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_of (const Entry *entry, guint n)
{
  const SimQueued *queued = &entry->queued;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  if (queued->place > 0) {
    /* Translators: menu of an order that waits for air. */
    append (order, C_("air queue", "Say _First"), "queue.first", queued->order);
    append (order, C_("air queue", "Say _Sooner"), "queue.sooner", queued->order);
  }
  if (queued->place + 1u < n)
    append (order, C_("air queue", "Say _Later"), "queue.later", queued->order);
  if (queued->brief)
    append (rest, C_("air queue", "With a _Read-Back"), "queue.full", queued->order);
  else if (queued->read_back_ticks > 0)
    append (rest, C_("air queue", "Without a _Read-Back"), "queue.shorten", queued->order);
  append (rest, C_("air queue", "_Delete"), "queue.delete", queued->order);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* No action: that would set whether the button can be pressed, and the first can not.  */
static void
sooner_cb (HandlerAirQueue *self, GtkWidget *button)
{
  Entry *entry
      = entry_of (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "order")));

  if (entry != NULL)
    move (self, entry, entry->queued.place - 1);
}

static void
add_buttons (HandlerAirQueue *self, Entry *entry)
{
  entry->sooner = new_button (gtk_button_new_from_icon_name ("go-up-symbolic"),
                              C_("air queue", "Say Sooner"));
  g_object_set_data (G_OBJECT (entry->sooner), "order", GUINT_TO_POINTER (entry->queued.order));
  g_signal_connect_object (entry->sooner, "clicked", G_CALLBACK (sooner_cb), self,
                           G_CONNECT_SWAPPED);
  entry->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (entry->menu, "view-more-symbolic");
  new_button (GTK_WIDGET (entry->menu), C_("air queue", "What to Do with It"));
  adw_action_row_add_suffix (entry->row, entry->sooner);
  adw_action_row_add_suffix (entry->row, GTK_WIDGET (entry->menu));
}

static Entry *
entry_new (HandlerAirQueue *self, const SimQueued *queued)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkDragSource *drag = gtk_drag_source_new ();

  entry->queued = *queued;
  entry->words = order_canonical (self->book, &queued->command);
  entry->row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->row), entry->words);
  adw_action_row_set_title_lines (entry->row, 3);
  adw_action_row_set_subtitle_lines (entry->row, 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (entry->row), FALSE);
  add_buttons (self, entry);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (entry->row), GTK_EVENT_CONTROLLER (drag));
  gtk_list_box_append (self->list, GTK_WIDGET (entry->row));
  return entry;
}

static gboolean
is_other_menu (const SimQueued *a, const SimQueued *b)
{
  return a->place != b->place || a->brief != b->brief;
}

static void
show_entry (HandlerAirQueue *self, Entry *entry, const PictureView *view, gboolean anew)
{
  const SimQueued *queued = &entry->queued;
  g_autofree char *facts = handler_queue_facts (queued, view);
  gboolean old = handler_queue_is_old (queued, view);

  if (g_strcmp0 (adw_action_row_get_subtitle (entry->row), facts) != 0)
    adw_action_row_set_subtitle (entry->row, facts);
  handler_widget_toggle_class (GTK_WIDGET (entry->row), "old", old || queued->cut > 0);
  if (old && !entry->said_old) {
    g_autofree char *spoken = handler_queue_spoken (entry->words, queued, view);

    announce (self, spoken);
  }
  entry->said_old = old;
  if (anew) {
    g_autoptr (GMenuModel) menu = menu_of (entry, (guint) view->n_queue);

    gtk_menu_button_set_menu_model (entry->menu, menu);
    gtk_widget_set_sensitive (entry->sooner, queued->place > 0);
  }
}

/* The focus goes to a neighbour, not out of the list.  */
static void
remove_entry (HandlerAirQueue *self, guint at)
{
  Entry *entry = g_ptr_array_index (self->entries, at);
  gboolean focused = focused_entry (self) == entry;
  GtkListBoxRow *next = NULL;

  if (focused && self->entries->len > 1)
    next = GTK_LIST_BOX_ROW (
        ((Entry *) g_ptr_array_index (self->entries, at + 1 < self->entries->len ? at + 1 : at - 1))
            ->row);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  gtk_list_box_remove (self->list, GTK_WIDGET (entry->row));
  g_ptr_array_remove_index (self->entries, at);
}

static gboolean
waits (const PictureView *view, guint32 order)
{
  for (gsize i = 0; i < view->n_queue; i++)
    if (view->queue[i].order == order)
      return TRUE;
  return FALSE;
}

static void
remove_gone (HandlerAirQueue *self, const PictureView *view)
{
  for (guint i = self->entries->len; i-- > 0;)
    if (view == NULL || !waits (view, ((Entry *) g_ptr_array_index (self->entries, i))->queued.order))
      remove_entry (self, i);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  return (*(Entry *const *) a)->queued.place - (*(Entry *const *) b)->queued.place;
}

static int
sort_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  Entry *one = entry_of_row (data, a), *two = entry_of_row (data, b);

  return one != NULL && two != NULL ? one->queued.place - two->queued.place : 0;
}

static void
show_orders (HandlerAirQueue *self, const PictureView *view)
{
  gboolean moved = view->n_queue != self->entries->len;

  remove_gone (self, view);
  for (gsize i = 0; i < view->n_queue; i++) {
    Entry *entry = entry_of (self, view->queue[i].order);

    if (entry == NULL) {
      entry = entry_new (self, &view->queue[i]);
      g_ptr_array_add (self->entries, entry);
      moved = TRUE;
    }
    moved = moved || is_other_menu (&entry->queued, &view->queue[i]);
    entry->queued = view->queue[i];
  }
  if (moved) {
    g_ptr_array_sort (self->entries, by_place);
    gtk_list_box_invalidate_sort (self->list);
  }
  for (guint i = 0; i < self->entries->len; i++)
    show_entry (self, g_ptr_array_index (self->entries, i), view, moved);
}

/* ---- Promises -------------------------------------------------------------------------------- */

static void
warn_once (HandlerAirQueue *self, const PicturePromise *promise, const PictureView *view)
{
  g_autofree char *spoken = NULL;

  for (guint i = 0; i < self->n_warned; i++)
    if (self->warned[i] == promise->order)
      return;
  if (self->n_warned == G_N_ELEMENTS (self->warned))
    self->n_warned = 0;
  self->warned[self->n_warned++] = promise->order;
  spoken = handler_promise_spoken (self->book, promise, view);
  announce (self, spoken);
}

static void
show_promise (HandlerAirQueue *self, GtkWidget *label, const PicturePromise *promise,
              const PictureView *view)
{
  g_autofree char *text = handler_promise_text (self->book, promise, view);
  gboolean last_minute = handler_promise_left_s (promise, view) < LAST_MINUTE_S;

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0) {
    g_autofree char *spoken = handler_promise_spoken (self->book, promise, view);

    gtk_label_set_label (GTK_LABEL (label), text);
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
  }
  handler_widget_toggle_class (label, "warning", last_minute);
  if (last_minute)
    warn_once (self, promise, view);
}

static GtkWidget *
new_promise (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "promise");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
show_promises (HandlerAirQueue *self, const PictureView *view)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->promises));

  for (gsize i = 0; i < view->n_promises; i++) {
    if (label == NULL) {
      label = new_promise ();
      gtk_box_append (self->promises, label);
    }
    show_promise (self, label, &view->promises[i], view);
    label = gtk_widget_get_next_sibling (label);
  }
  while (label != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (label);

    gtk_box_remove (self->promises, label);
    label = next;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->promises), view->n_promises > 0);
}

/* ---- Public ---------------------------------------------------------------------------------- */

HandlerAirQueue *
handler_air_queue_new (void)
{
  return g_object_new (HANDLER_TYPE_AIR_QUEUE, NULL);
}

void
handler_air_queue_set_book (HandlerAirQueue *self, OrderBook *book)
{
  g_return_if_fail (HANDLER_IS_AIR_QUEUE (self));
  remove_gone (self, NULL);
  g_clear_pointer (&self->book, order_book_unref);
  self->book = book != NULL ? order_book_ref (book) : NULL;
  self->n_warned = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
handler_air_queue_update (HandlerAirQueue *self, const PictureView *view)
{
  g_autofree char *net = NULL;
  gboolean any;

  g_return_if_fail (HANDLER_IS_AIR_QUEUE (self));
  if (self->book == NULL)
    return;
  any = view->n_queue > 0;
  show_promises (self, view);
  show_orders (self, view);
  net = handler_queue_net (self->book, view);
  if (g_strcmp0 (gtk_label_get_label (self->net), net) != 0)
    gtk_label_set_label (self->net, net);
  gtk_widget_set_visible (self->heading, any);
  gtk_widget_set_visible (self->scroller, any);
  gtk_widget_set_visible (GTK_WIDGET (self->net), any && net[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), any || view->n_promises > 0);
}

guint
handler_air_queue_get_n_rows (HandlerAirQueue *self)
{
  g_return_val_if_fail (HANDLER_IS_AIR_QUEUE (self), 0);
  return self->entries->len;
}

gboolean
handler_air_queue_focus (HandlerAirQueue *self)
{
  g_return_val_if_fail (HANDLER_IS_AIR_QUEUE (self), FALSE);
  if (self->entries->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (
      GTK_WIDGET (((Entry *) g_ptr_array_index (self->entries, 0))->row));
}

void
handler_air_queue_set_announcing (HandlerAirQueue *self, gboolean announcing)
{
  g_return_if_fail (HANDLER_IS_AIR_QUEUE (self));
  self->announcing = announcing;
}

/* ---- Class ----------------------------------------------------------------------------------- */

static void
handler_air_queue_dispose (GObject *object)
{
  HandlerAirQueue *self = HANDLER_AIR_QUEUE (object);

  g_clear_pointer (&self->book, order_book_unref);
  G_OBJECT_CLASS (handler_air_queue_parent_class)->dispose (object);
}

static void
handler_air_queue_finalize (GObject *object)
{
  g_ptr_array_unref (HANDLER_AIR_QUEUE (object)->entries);
  G_OBJECT_CLASS (handler_air_queue_parent_class)->finalize (object);
}

static void
handler_air_queue_class_init (HandlerAirQueueClass *klass)
{
  static const char *const actions[] = {"queue.sooner",  "queue.later", "queue.first",
                                        "queue.shorten", "queue.full",  "queue.delete"};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_air_queue_dispose;
  G_OBJECT_CLASS (klass)->finalize = handler_air_queue_finalize;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", HANDLER_TYPE_AIR_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_RESTORED]
      = g_signal_new ("restored", HANDLER_TYPE_AIR_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "u", action_cb);
  gtk_widget_class_set_css_name (widget_class, "airqueue");
}

static void
init_list (HandlerAirQueue *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, sort_rows, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
      /* Translators: accessible name of the list of orders that wait to be said. */
      C_("air queue", "Orders that wait for air"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (menu_pressed_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (drop));
}

static void
init_labels (HandlerAirQueue *self)
{
  /* Translators: heading of the list of orders that wait to be said. */
  self->heading = gtk_label_new (C_("air queue", "Waiting for Air"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  self->net = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->net, 0);
  gtk_label_set_wrap (self->net, TRUE);
  gtk_label_set_wrap_mode (self->net, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->net), "secondary");
  self->promises = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
}

static void
handler_air_queue_init (HandlerAirQueue *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  init_labels (self);
  init_list (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  /* What scrolls is cut at its edge, and the list's frame lies outside of it.  */
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 2);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 2);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 4);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->promises));
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->net));
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
