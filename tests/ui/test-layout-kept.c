/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which panels stand beside the map, how wide they are and what they show is as it was left: in the next battle too.  What
 * the window does to them itself is not taken for a choice.  */
#include "ui-fixture.h"

#include "ui/handler-window.h"
#include "ui/squad/handler-squad-panel.h"
#include "ui/widgets/handler-panel-handle.h"

static void
set_up (FixtureBattle *f, gconstpointer data)
{
  static const char *const keys[] = {"show-squad", "show-comms", "battle-page", "squad-page",
                                     "squad-width", "comms-width"};

  f->settings = g_settings_new ("io.github.handlerone.HandlerOne");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  fixture_battle_open (f, 1280);
}

static void
tear_down (FixtureBattle *f, gconstpointer data)
{
  fixture_battle_close (f);
  g_clear_object (&f->settings);
}

static void
again (FixtureBattle *f)
{
  fixture_battle_close (f);
  fixture_battle_open (f, 1280);
}

static void
assert_panels (FixtureBattle *f, gboolean squad, gboolean comms)
{
  gboolean has_squad, has_comms;

  g_object_get (f->page, "show-squad", &has_squad, "show-comms", &has_comms, NULL);
  g_assert_cmpint (has_squad, ==, squad);
  g_assert_cmpint (has_comms, ==, comms);
}

static HandlerSquadPanel *
panel_of (FixtureBattle *f)
{
  return HANDLER_SQUAD_PANEL (
      gtk_widget_get_template_child (GTK_WIDGET (f->page), HANDLER_TYPE_BATTLE_PAGE, "squad_panel"));
}

static void
test_panels (FixtureBattle *f, gconstpointer data)
{
  static const char *const sizes[] = {"medium", "small", "narrow", "wide"};

  assert_panels (f, TRUE, TRUE);
  g_object_set (f->page, "show-squad", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_object_set (f->page, "size", sizes[i], NULL);
  assert_panels (f, FALSE, TRUE);
  again (f);
  assert_panels (f, FALSE, TRUE);
  g_object_set (f->page, "show-squad", TRUE, "show-comms", FALSE, NULL);
  again (f);
  assert_panels (f, TRUE, FALSE);
}

/* One that lies over the map is there for a moment.  */
static void
test_over_the_map (FixtureBattle *f, gconstpointer data)
{
  g_object_set (f->page, "size", "medium", NULL);
  assert_panels (f, FALSE, TRUE);
  g_object_set (f->page, "show-squad", TRUE, NULL);
  g_object_set (f->page, "show-squad", FALSE, NULL);
  g_object_set (f->page, "size", "wide", NULL);
  assert_panels (f, TRUE, TRUE);
}

static void
test_pages (FixtureBattle *f, gconstpointer data)
{
  g_autofree char *page = NULL;

  handler_squad_panel_show_page (panel_of (f), "contacts");
  g_object_set (f->page, "size", "narrow", NULL);
  handler_battle_page_show_panel (f->page, "comms");
  again (f);
  g_assert_cmpstr (handler_squad_panel_get_page (panel_of (f)), ==, "contacts");
  page = g_settings_get_string (f->settings, "battle-page");
  g_assert_cmpstr (page, ==, "comms");
  g_object_set (f->page, "size", "narrow", NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (gtk_widget_get_template_child (
                       GTK_WIDGET (f->page), HANDLER_TYPE_BATTLE_PAGE, "pages"))),
                   ==, "comms");
}

/* ---- Widths ----------------------------------------------------------------------------------- */

static GtkWidget *
part (FixtureBattle *f, const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (f->page), HANDLER_TYPE_BATTLE_PAGE, name));
}

static void
painted_cb (GdkFrameClock *clock, guint *frames)
{
  ++*frames;
}

/* Until what changed has been laid out.  */
static void
settle (FixtureBattle *f)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (f->window);
  guint frames = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);

  while (frames < 3) {
    gtk_widget_queue_draw (f->window);
    g_main_context_iteration (NULL, TRUE);
  }
  g_signal_handler_disconnect (clock, id);
}

static int
width_of (FixtureBattle *f, const char *name)
{
  settle (f);
  return gtk_widget_get_width (part (f, name));
}

/* The first of its kind that the handle has.  */
static GtkEventController *
controller (GtkWidget *handle, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (handle);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) item = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (item, type))
      return item;
  }
  g_assert_not_reached ();
}

static gboolean
press_key (FixtureBattle *f, const char *name, guint key, GdkModifierType state)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (controller (part (f, name), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0,
                         state, &taken);
  return taken;
}

/* By so much from where the edge is, in one go; offsets count from the edge, which has moved.  */
static void
drag (FixtureBattle *f, const char *name, double dx)
{
  GtkEventController *gesture = controller (part (f, name), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", 4.0, 100.0);
  g_signal_emit_by_name (gesture, "drag-update", dx, 0.0);
  settle (f);
  g_signal_emit_by_name (gesture, "drag-update", 0.0, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", 0.0, 0.0);
}

static guint
kept (FixtureBattle *f, const char *key)
{
  return g_settings_get_uint (f->settings, key);
}

static void
test_width_by_pointer (FixtureBattle *f, gconstpointer data)
{
  int rest = width_of (f, "map_room") + width_of (f, "comms_panel");
  GtkEventController *gesture;

  g_assert_cmpint (width_of (f, "squad_panel"), ==, 300);
  drag (f, "squad_handle", 60);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 360);
  g_assert_cmpint (width_of (f, "map_room") + width_of (f, "comms_panel"), ==, rest - 60);
  g_assert_cmpuint (kept (f, "squad-width"), ==, 360);
  drag (f, "comms_handle", -40);
  g_assert_cmpuint (kept (f, "comms-width"), >, 340);
  again (f);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 360);
  g_assert_cmpint (width_of (f, "comms_panel"), ==, (int) kept (f, "comms-width"));
  /* Nothing is kept while it goes on, nor of one that is given up, nor of a click.  */
  gesture = controller (part (f, "squad_handle"), GTK_TYPE_GESTURE_DRAG);
  g_signal_emit_by_name (gesture, "drag-begin", 4.0, 100.0);
  g_signal_emit_by_name (gesture, "drag-update", 50.0, 0.0);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 410);
  g_assert_cmpuint (kept (f, "squad-width"), ==, 360);
  g_signal_emit_by_name (gesture, "cancel", NULL);
  g_signal_emit_by_name (gesture, "drag-end", 50.0, 0.0);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 360);
  drag (f, "squad_handle", 2);
  g_assert_cmpuint (kept (f, "squad-width"), ==, 360);
  /* Two clicks.  */
  g_signal_emit_by_name (controller (part (f, "squad_handle"), GTK_TYPE_GESTURE_CLICK), "pressed", 2, 4.0, 4.0);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 300);
  g_assert_cmpuint (kept (f, "squad-width"), ==, 0);
}

static void
test_width_by_keys (FixtureBattle *f, gconstpointer data)
{
  int comms = width_of (f, "comms_panel");

  g_assert_true (gtk_widget_grab_focus (part (f, "squad_handle")));
  g_assert_true (press_key (f, "squad_handle", GDK_KEY_Right, 0));
  g_assert_true (press_key (f, "squad_handle", GDK_KEY_KP_Right, 0)); /* before the next layout */
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 348);
  g_assert_true (press_key (f, "squad_handle", GDK_KEY_Left, 0));
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 324);
  g_assert_true (press_key (f, "squad_handle", GDK_KEY_Home, 0));
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 300);
  g_assert_true (press_key (f, "comms_handle", GDK_KEY_Left, 0));
  g_assert_cmpint (width_of (f, "comms_panel"), ==, comms + 24);
  /* Others belong to others.  */
  g_assert_false (press_key (f, "squad_handle", GDK_KEY_Up, 0));
  g_assert_false (press_key (f, "squad_handle", GDK_KEY_Right, GDK_CONTROL_MASK));
}

/* The panel keeps what its words need, and the map what its tools need.  */
static void
test_width_limits (FixtureBattle *f, gconstpointer data)
{
  const int least = 240, room = 340;
  guint most;

  drag (f, "squad_handle", -2000);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, least);
  g_assert_cmpuint (kept (f, "squad-width"), ==, (guint) least);
  drag (f, "comms_handle", -2000);
  g_assert_cmpint (width_of (f, "map_room"), ==, room);
  most = kept (f, "comms-width");
  g_assert_true (press_key (f, "comms_handle", GDK_KEY_Left, 0));
  g_assert_cmpuint (kept (f, "comms-width"), ==, most);
  /* More than there is room for is not forgotten: a wider window shows it.  */
  g_settings_set_uint (f->settings, "comms-width", 10000);
  g_assert_cmpint (width_of (f, "map_room"), ==, room);
  g_assert_true (press_key (f, "comms_handle", GDK_KEY_Left, 0));
  g_assert_cmpuint (kept (f, "comms-width"), ==, 10000);
  g_assert_true (press_key (f, "comms_handle", GDK_KEY_Right, 0));
  g_assert_cmpuint (kept (f, "comms-width"), ==, most - 24);
  /* Too little is as much as is needed.  */
  g_settings_set_uint (f->settings, "squad-width", 1);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, least);
}

/* Over the map it is as wide as by itself, and has no handle; beside the map again it is as chosen.  */
static void
test_width_over_the_map (FixtureBattle *f, gconstpointer data)
{
  g_settings_set_uint (f->settings, "squad-width", 400);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 400);
  g_object_set (f->page, "size", "medium", "show-squad", TRUE, NULL);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 300);
  g_assert_false (gtk_widget_get_visible (part (f, "squad_handle")));
  g_assert_true (gtk_widget_get_mapped (part (f, "comms_handle")));
  g_object_set (f->page, "size", "narrow", NULL);
  settle (f);
  g_assert_false (gtk_widget_get_mapped (part (f, "comms_handle")));
  g_object_set (f->page, "size", "wide", NULL);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 400);
  g_assert_true (gtk_widget_get_mapped (part (f, "squad_handle")));
  g_assert_cmpuint (kept (f, "squad-width"), ==, 400);
}

/* The squad's panel stands at the right, and grows to the left.  */
static void
test_width_right_to_left (FixtureBattle *f, gconstpointer data)
{
  int comms;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  again (f);
  settle (f);
  drag (f, "squad_handle", -60);
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 360);
  g_assert_true (press_key (f, "squad_handle", GDK_KEY_Right, 0));
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 336);
  comms = width_of (f, "comms_panel");
  g_assert_true (press_key (f, "comms_handle", GDK_KEY_Right, 0));
  g_assert_cmpint (width_of (f, "comms_panel"), ==, comms + 24);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* It lies half on the panel, half on the map, where the pointer finds it.  */
static void
test_width_where (FixtureBattle *f, gconstpointer data)
{
  static const char *const sides[][2] = {{"squad_panel", "squad_handle"}, {"comms_panel", "comms_handle"}};

  settle (f);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    GtkWidget *panel = part (f, sides[i][0]), *handle = part (f, sides[i][1]);
    graphene_rect_t bounds;
    float edge;

    g_assert_true (gtk_widget_compute_bounds (panel, f->window, &bounds));
    edge = i == 0 ? bounds.origin.x + bounds.size.width : bounds.origin.x;
    for (int dx = -6; dx <= 5; dx++) {
      GtkWidget *there = gtk_widget_pick (f->window, (double) edge + dx + 0.5, 300, GTK_PICK_DEFAULT);

      g_assert_true ((there == handle) == (dx >= -4 && dx < 4));
    }
  }
}

/* A screen reader finds a value, and may set it.  */
static void
test_width_told (FixtureBattle *f, gconstpointer data)
{
  GtkAccessible *handle = GTK_ACCESSIBLE (part (f, "squad_handle"));
  GtkAccessibleRange *range = GTK_ACCESSIBLE_RANGE (handle);
  GtkAccessibleRangeInterface *iface = GTK_ACCESSIBLE_RANGE_GET_IFACE (range);

  settle (f);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 300.0);
  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_SEPARATOR);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_LABEL, "Width of the squad panel");
  g_assert_true (press_key (f, "squad_handle", GDK_KEY_Right, 0));
  settle (f);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 324.0);
  g_assert_true (iface->set_current_value (range, 410));
  g_assert_cmpint (width_of (f, "squad_panel"), ==, 410);
  g_assert_true (press_key (f, "squad_handle", GDK_KEY_Home, 0));
  settle (f);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 300.0);
}

/* As the application does.  */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/handlerone/HandlerOne/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
#define ADD(name, function)                                                                         \
  g_test_add ("/ui/layout-kept/" name, FixtureBattle, NULL, set_up, function, tear_down)
  load_style ();
  ADD ("panels", test_panels);
  ADD ("over-the-map", test_over_the_map);
  ADD ("pages", test_pages);
  ADD ("width/pointer", test_width_by_pointer);
  ADD ("width/keys", test_width_by_keys);
  ADD ("width/limits", test_width_limits);
  ADD ("width/over-the-map", test_width_over_the_map);
  ADD ("width/right-to-left", test_width_right_to_left);
  ADD ("width/where", test_width_where);
  ADD ("width/told", test_width_told);
  return g_test_run ();
}
