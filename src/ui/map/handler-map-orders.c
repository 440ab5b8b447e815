/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders made on the map become words: people learn the language.  */
#include "handler-map-menu.h"
#include "handler-map-private.h"
#include "handler-map-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

char *
handler_map_route_words (HandlerMap *self, guint unit)
{
  HandlerMapScene scene;

  handler_map_fill_scene (self, &scene);
  return handler_map_menu_route (&scene, unit, (const BaseVec *) (gpointer) self->route->data,
                                 self->route->len);
}

/* What a shown menu is about; kept by its popover.  */
typedef struct {
  HandlerMap *map; /* (borrowed) the popover's parent */
  BaseVec at;
  HandlerSelectionKind kind;
  guint id;
  HandlerOrderManner manner;
  GtkWidget *items; /* (borrowed) box of rows */
  gboolean busy;    /* chips are being set by the program */
} Menu;

#define MENU_KEY "handler-menu"

/* Where the menu that is shown was opened.  */
static BaseVec
menu_place (HandlerMap *self)
{
  const Menu *menu =
      self->menu == NULL ? NULL : g_object_get_data (G_OBJECT (self->menu), MENU_KEY);

  return menu == NULL ? base_vec (0, 0) : menu->at;
}

static void
on_item_clicked (GtkButton *button, gpointer user_data)
{
  HandlerMap *self = HANDLER_MAP (user_data);
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (button), "words"));
  gboolean question = g_object_get_data (G_OBJECT (button), "question") != NULL;
  gboolean mark = g_object_get_data (G_OBJECT (button), "mark") != NULL;
  BaseVec at = menu_place (self);

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  if (mark)
    g_signal_emit_by_name (self, "mark-requested", &at);
  else if (question)
    handler_map_emit_question (self, words);
  else
    handler_map_emit_order_text (self, words);
}

static GtkWidget *
line_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A row: what it does, and below it how one says that.  */
static GtkWidget *
row_new (HandlerMap *self, const HandlerMapMenuItem *item)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = line_new (item->words, "caption");

  gtk_widget_add_css_class (words, "dimmed");
  gtk_box_append (GTK_BOX (box), line_new (item->title, NULL));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "map-menu-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "words", g_strdup (item->words), g_free);
  g_object_set_data (G_OBJECT (button), "question", GINT_TO_POINTER (item->question));
  g_object_set_data (G_OBJECT (button), "mark", GINT_TO_POINTER (item->mark));
  g_signal_connect (button, "clicked", G_CALLBACK (on_item_clicked), self);
  return button;
}

static GtkWidget *
heading_new (HandlerMap *self, BaseVec at)
{
  g_autofree char *text = NULL;
  HandlerMapScene scene;
  GtkWidget *label;

  handler_map_fill_scene (self, &scene);
  text = handler_map_describe_point (&scene, at);
  label = line_new (text, "heading");
  gtk_widget_set_margin_start (label, 10);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

/* ---- The menu -------------------------------------------------------------------------------- */

static void
fill_items (Menu *menu)
{
  g_autoptr (GPtrArray) items = NULL;
  HandlerMapScene scene;
  GtkWidget *child;
  guint group = 0;

  while ((child = gtk_widget_get_first_child (menu->items)) != NULL)
    gtk_box_remove (GTK_BOX (menu->items), child);
  handler_map_fill_scene (menu->map, &scene);
  items = handler_map_menu_items (&scene, menu->at, menu->kind, menu->id, &menu->manner);
  for (guint i = 0; i < items->len; i++) {
    const HandlerMapMenuItem *item = g_ptr_array_index (items, i);

    if (i > 0 && item->group != group)
      gtk_box_append (GTK_BOX (menu->items), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    group = item->group;
    gtk_box_append (GTK_BOX (menu->items), row_new (menu->map, item));
  }
}

/* A chip sets one member of the manner to a value.  */
#define CHIP_MEMBER "handler-member"
#define CHIP_VALUE "handler-value"

typedef enum { CHIP_POSTURE, CHIP_TIMING, CHIP_MARK, CHIP_RELIEVED } ChipMember;

static guint
member_of (const HandlerOrderManner *manner, ChipMember member)
{
  switch (member) {
  case CHIP_POSTURE:
    return manner->posture;
  case CHIP_TIMING:
    return manner->timing;
  case CHIP_MARK:
    return manner->mark;
  case CHIP_RELIEVED:
  default:
    return manner->until_relieved;
  }
}

/* When it is begun is said once: by its timing, or by a mark.  */
static void
set_member (HandlerOrderManner *manner, ChipMember member, guint value)
{
  switch (member) {
  case CHIP_POSTURE:
    manner->posture = (guint8) value;
    break;
  case CHIP_TIMING:
    manner->timing = (guint8) value;
    manner->mark = 0;
    break;
  case CHIP_MARK:
    manner->mark = (guint8) value;
    if (value > 0)
      manner->timing = 0;
    break;
  case CHIP_RELIEVED:
  default:
    manner->until_relieved = value != 0;
  }
}

static void
show_chips (Menu *menu, GtkWidget *box)
{
  menu->busy = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (box); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip)) {
    ChipMember member = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), CHIP_MEMBER));
    guint value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), CHIP_VALUE));

    if (GTK_IS_DROP_DOWN (chip))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (chip), member_of (&menu->manner, member));
    else
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                    member_of (&menu->manner, member) == value);
  }
  menu->busy = FALSE;
}

static void
chip_cb (GtkWidget *chip, GParamSpec *pspec, Menu *menu)
{
  ChipMember member = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), CHIP_MEMBER));
  guint value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), CHIP_VALUE));

  if (menu->busy)
    return;
  if (GTK_IS_DROP_DOWN (chip))
    value = gtk_drop_down_get_selected (GTK_DROP_DOWN (chip));
  else if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
    value = 0;
  set_member (&menu->manner, member, value);
  show_chips (menu, gtk_widget_get_parent (chip));
  fill_items (menu);
}

static void
take_chip (Menu *menu, GtkWidget *box, GtkWidget *chip, ChipMember member, guint value)
{
  g_object_set_data (G_OBJECT (chip), CHIP_MEMBER, GUINT_TO_POINTER (member));
  g_object_set_data (G_OBJECT (chip), CHIP_VALUE, GUINT_TO_POINTER (value));
  g_signal_connect (chip, GTK_IS_DROP_DOWN (chip) ? "notify::selected" : "notify::active",
                    G_CALLBACK (chip_cb), menu);
  adw_wrap_box_append (ADW_WRAP_BOX (box), chip);
}

static void
add_toggle (Menu *menu, GtkWidget *box, const char *label, ChipMember member, guint value)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (chip, "pill-small");
  take_chip (menu, box, chip, member, value);
}

static GtkWidget *
marks_new (void)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *marks;

  for (guint mark = 0; mark <= SIM_MAX_MARK; mark++)
    gtk_string_list_take (titles, handler_order_mark_title (mark));
  marks = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (marks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "On which mark"), -1);
  return marks;
}

/* How what is ordered is to be done; the words below follow.  */
static GtkWidget *
chips_new (Menu *menu)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 4);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 4);
  adw_wrap_box_set_natural_line_length (ADW_WRAP_BOX (box), 330);
  gtk_widget_add_css_class (box, "map-menu-chips");
  for (guint posture = 1; posture < SIM_N_POSTURES; posture++)
    add_toggle (menu, box, handler_order_posture_title ((SimPosture) posture), CHIP_POSTURE,
                posture);
  for (guint timing = 1; timing < SIM_N_TIMINGS; timing++)
    add_toggle (menu, box, handler_order_timing_title ((SimTiming) timing), CHIP_TIMING, timing);
  /* Translators: to hold a place until others have come to it.  */
  add_toggle (menu, box, C_ ("manner", "Until Relieved"), CHIP_RELIEVED, 1);
  take_chip (menu, box, marks_new (), CHIP_MARK, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "How"), -1);
  return box;
}

static GtkWidget *scrolled_new (GtkWidget *content);

/* Never wider than the window: with large text a popover would like to be.  */
static GtkWidget *
menu_content_new (Menu *menu)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (menu->map)));
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  menu->items = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fill_items (menu);
  gtk_box_append (GTK_BOX (box), heading_new (menu->map, menu->at));
  gtk_box_append (GTK_BOX (box), chips_new (menu));
  gtk_box_append (GTK_BOX (box), scrolled_new (menu->items));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX (gtk_widget_get_width (root) - 40, 200));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), G_MAXINT);
  adw_clamp_set_unit (ADW_CLAMP (clamp), ADW_LENGTH_UNIT_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static gboolean
drop_menu (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* The popover emits this while it is still at work: it goes when it has finished.  */
static void
on_menu_closed (HandlerMap *self)
{
  GtkWidget *menu = g_steal_pointer (&self->menu);

  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, drop_menu, g_object_ref (menu), g_object_unref);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A popover does not leave its side of the point for want of height: beside it in a wide window, else above or
 * below, and no higher than half of that.  */
static void
place_menu (HandlerMap *self, GtkWidget *scrolled)
{
  int width = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  int height = gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  gboolean beside = width >= 860;

  gtk_popover_set_position (GTK_POPOVER (self->menu), beside ? GTK_POS_RIGHT : GTK_POS_BOTTOM);
  gtk_scrolled_window_set_max_content_height (
      GTK_SCROLLED_WINDOW (scrolled),
      beside ? CLAMP (height - 200, 120, 480) : CLAMP (height / 2 - 140, 120, 360));
}

static GtkWidget *
scrolled_new (GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  return scrolled;
}

void
handler_map_popup_menu (HandlerMap *self, double x, double y, BaseVec at)
{
  GdkRectangle point = {(int) x, (int) y, 1, 1};
  Menu *menu = g_new0 (Menu, 1);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  menu->map = self;
  menu->at = at;
  menu->kind = handler_map_pick (self, x, y, &menu->id);
  self->menu = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (self->menu), MENU_KEY, menu, g_free);
  gtk_popover_set_child (GTK_POPOVER (self->menu), menu_content_new (menu));
  place_menu (self, gtk_widget_get_ancestor (menu->items, GTK_TYPE_SCROLLED_WINDOW));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_widget_add_css_class (self->menu, "map-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "Orders here"), -1);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  /* The orders come before how they are done.  */
  if (gtk_widget_get_first_child (menu->items) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (menu->items));
}
