/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the made-up battle on the map, or writes a picture of it.  Not installed.
 *
 *   map-demo [--dark] [--high-contrast] [--size WxH] [--zoom STEPS] [--at X,Y] [--menu]
 *            [--select CODE-INDEX] [--crowd] [--bare] [--screenshot FILE.png]  */
#include "fixtures/map-battle.h"
#include "handler-resources.h"
#include "ui/map/handler-map-view.h"

#include <adwaita.h>
#include <stdlib.h>

static gboolean dark, contrast, with_menu, crowd, bare, ruler;
static int width = 640, height = 660, zoom, selected = 4;
static double at_x = -1, at_y = -1;
static char *size, *at, *screenshot;

static const GOptionEntry options[] = {
    {"dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark", NULL},
    {"high-contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, "High contrast", NULL},
    {"size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "WxH"},
    {"zoom", 0, 0, G_OPTION_ARG_INT, &zoom, "Steps nearer than the whole map", "N"},
    {"at", 0, 0, G_OPTION_ARG_STRING, &at, "Middle of the view", "X,Y"},
    {"select", 0, 0, G_OPTION_ARG_INT, &selected, "Selected machine", "INDEX"},
    {"menu", 0, 0, G_OPTION_ARG_NONE, &with_menu, "Opens the menu of orders", NULL},
    {"ruler", 0, 0, G_OPTION_ARG_NONE, &ruler, "Shows the ruler", NULL},
    {"crowd", 0, 0, G_OPTION_ARG_NONE, &crowd, "Three hundred symbols", NULL},
    {"bare", 0, 0, G_OPTION_ARG_NONE, &bare, "Without symbols", NULL},
    {"screenshot", 0, 0, G_OPTION_ARG_FILENAME, &screenshot, "Writes a picture and ends", "FILE"},
    {NULL},
};

static void
save_window (GtkWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, screenshot);
}

static gboolean
look (gpointer user_data)
{
  GtkWindow *window = user_data;
  HandlerMap *map = g_object_get_data (G_OBJECT (window), "map");
  static guint quiet;

  if (handler_map_is_painting (map) || quiet++ < 8)
    return G_SOURCE_CONTINUE;
  /* A popover is a surface of its own: the outside takes that picture.  */
  if (with_menu)
    return G_SOURCE_CONTINUE;
  save_window (window);
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

static gboolean
after_layout (gpointer user_data)
{
  HandlerMap *map = HANDLER_MAP (user_data);

  if (at_x >= 0)
    handler_map_centre_on (map, base_vec ((float) at_x, (float) at_y));
  for (int i = 0; i < zoom; i++)
    handler_map_zoom_in (map);
  if (at_x >= 0)
    handler_map_centre_on (map, base_vec ((float) at_x, (float) at_y));
  if (with_menu)
    handler_map_open_order_menu (map, base_vec (6010, 9130));
  return G_SOURCE_REMOVE;
}

static void
activate (GtkApplication *application, const PictureSheet *sheet)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = handler_map_view_new ();
  HandlerMap *map = handler_map_view_get_map (HANDLER_MAP_VIEW (view));
  g_autofree PictureView *picture = g_new0 (PictureView, 1);
  g_autoptr (OrderBook) book = map_battle_book (sheet);
  SimCommand command = {.id = 1, .n_via = 1};

  command.via[0] = (SimTarget){.kind = SIM_TARGET_POSITION, .position = {3450, 8250}};
  if (crowd)
    map_battle_crowd (sheet, 30000, 64, 240, picture);
  else if (!bare)
    map_battle_view (sheet, 30000, picture);
  handler_map_set_sheet (map, sheet);
  handler_map_set_book (map, book);
  handler_map_set_view (map, picture);
  if (!crowd) {
    const HandlerMapObjective objective = {.position = {7480, 6900},
                                           .radius_m = 420,
                                           .title = (char *) "Hold the bridge",
                                           .progress = 0.35f};

    handler_map_add_command (map, &command);
    handler_map_add_objective (map, &objective);
  }
  handler_selection_select (handler_map_get_selection (map), HANDLER_SELECTION_OWN,
                            (guint) selected);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  g_object_set_data (G_OBJECT (window), "map", map);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (250, after_layout, map);
  if (screenshot != NULL)
    g_timeout_add (60, look, window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  PictureSheet *sheet;
  int status;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  if (size != NULL)
    sscanf (size, "%dx%d", &width, &height);
  if (at != NULL)
    sscanf (at, "%lf,%lf", &at_x, &at_y);
  if (contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", dark ? "prefer-dark" : "prefer-light", TRUE);
  handler_register_resource ();
  sheet = map_battle_sheet ();
  application = adw_application_new ("io.github.handlerone.MapDemo", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application),
                                        "/io/github/handlerone/HandlerOne");
  g_signal_connect (application, "activate", G_CALLBACK (activate), sheet);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  picture_sheet_free (sheet);
  return status;
}
