/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/handler-screenshot.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

static GskRenderNode *
snapshot_window (GtkWindow *window, graphene_rect_t *bounds)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  graphene_rect_init (bounds, 0, 0, (float) width, (float) height);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
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
