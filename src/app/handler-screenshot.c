/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/handler-screenshot.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* Draws a popover with its corner there; the picture becomes as large as it takes.  */
static void
snapshot_popup (GtkSnapshot *snapshot, GtkWidget *popover, graphene_point_t at,
                graphene_rect_t *bounds)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (popover);
  int width = gtk_widget_get_width (popover), height = gtk_widget_get_height (popover);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
  graphene_rect_union (
      bounds, &GRAPHENE_RECT_INIT (at.x, at.y, (float) width, (float) height), bounds);
}

/* Popovers have surfaces of their own: each is drawn where its surface stands on the window's, which begins
 * at `origin`.  */
static void
snapshot_popups (GtkSnapshot *snapshot, GtkWidget *widget, graphene_point_t origin,
                 graphene_rect_t *bounds)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GdkSurface *surface;
    double x, y;

    if (!gtk_widget_get_mapped (child))
      continue;
    if (GTK_IS_POPOVER (child)) {
      surface = gtk_native_get_surface (GTK_NATIVE (child));
      gtk_native_get_surface_transform (GTK_NATIVE (child), &x, &y);
      x += gdk_popup_get_position_x (GDK_POPUP (surface));
      y += gdk_popup_get_position_y (GDK_POPUP (surface));
      snapshot_popup (snapshot, child,
                      GRAPHENE_POINT_INIT (origin.x + (float) x, origin.y + (float) y), bounds);
    } else {
      snapshot_popups (snapshot, child, origin, bounds);
    }
  }
}

static GskRenderNode *
snapshot_window (GtkWindow *window, graphene_rect_t *bounds)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  double x, y;

  graphene_rect_init (bounds, 0, 0, (float) width, (float) height);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  /* Popups are placed on the surface, the picture begins at the window within it.  */
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  snapshot_popups (snapshot, GTK_WIDGET (window), GRAPHENE_POINT_INIT ((float) -x, (float) -y),
                   bounds);
  graphene_rect_round_extents (bounds, bounds);
  return gtk_snapshot_to_node (snapshot);
}

gboolean
handler_screenshot_save (GtkWindow *window, const char *path, GError **error)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_rect_t bounds;
  g_autoptr (GskRenderNode) node = snapshot_window (window, &bounds);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) png = NULL;

  if (node == NULL || renderer == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "%s",
                 C_("message", "the window is not drawn yet"));
    return FALSE;
  }
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  png = gdk_texture_save_to_png_bytes (texture);
  return g_file_set_contents (path, g_bytes_get_data (png, NULL),
                              (gssize) g_bytes_get_size (png), error);
}
