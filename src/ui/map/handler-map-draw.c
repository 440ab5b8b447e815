/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing, size and style of the map.  */
#include "handler-map-cairo.h"
#include "handler-map-private.h"

#include <math.h>

#define BAND_PIXELS 18.0
#define MAX_BAND_PIXELS 27.0
/* Around what is kept in view, logical pixels: its words need room, too.  */
#define KEPT_MARGIN 28.0
#define LEAST_HEIGHT 96
#define MOST_KEPT_HEIGHT 460

static GtkWidgetClass *parent_class;

/* ---- Scene --------------------------------------------------------------------------------- */

const PictureView *
handler_map_get_view (HandlerMap *self)
{
  return self->frame != NULL ? &self->frame->view : self->own_view;
}

void
handler_map_fill_scene (HandlerMap *self, HandlerMapScene *scene)
{
  *scene = (HandlerMapScene){
      .projection = self->projection,
      .sprites = self->sprites,
      .symbols = self->symbols,
      .sheet = self->sheet,
      .ground = handler_map_relief_get_ground (self->relief),
      .book = self->book,
      .view = handler_map_get_view (self),
      .commands = self->commands,
      .objectives = self->objectives,
      .selected_kind = handler_selection_get_kind (self->selection),
      .selected_id = handler_selection_get_id (self->selection),
      .draft = self->has_draft ? &self->draft : NULL,
      .route = self->route,
      .line = self->line,
      .ink = self->ink,
      .cursor_shown = self->crosshair,
      .cursor = self->cursor,
      .ruler_shown = self->ruler_shown,
      .ruler_from = self->ruler_from,
      .ruler_to = self->ruler_to,
  };
}

/* TRUE if anything differs from what was drawn last.  */
static gboolean
update_layers (HandlerMap *self, const HandlerMapScene *scene)
{
  gboolean changed = FALSE;

  handler_map_sprites_trim (self->sprites);
  handler_map_symbols_update (self->symbols, scene);
  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++)
    changed |= handler_map_layer_update (self->layers[i], scene);
  self->stale = FALSE;
  return changed;
}

/* With the next frame of the window.  */
static void
draw_anew (HandlerMap *self)
{
  handler_map_painter_forget (self->painter);
  self->paint_again = FALSE;
  self->due = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
handler_map_ensure (HandlerMap *self)
{
  HandlerMapScene scene;

  if (!self->stale)
    return;
  handler_map_fill_scene (self, &scene);
  update_layers (self, &scene);
  draw_anew (self);
}

void
handler_map_invalidate (HandlerMap *self)
{
  self->stale = TRUE;
  draw_anew (self);
}

static void
drop_look (HandlerMap *self)
{
  if (self->look_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->look_id);
  self->look_id = 0;
}

/* FALSE while nobody sees it.  */
static gboolean
look (HandlerMap *self, HandlerMapScene *scene)
{
  drop_look (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))) {
    handler_map_invalidate (self);
    return FALSE;
  }
  handler_map_fill_scene (self, scene);
  return update_layers (self, scene);
}

void
handler_map_look (HandlerMap *self)
{
  HandlerMapScene scene;

  if (look (self, &scene))
    draw_anew (self);
}

static void
draw_layers (HandlerMap *self, const HandlerMapScene *scene, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++)
    handler_map_layer_draw (self->layers[i], scene, snapshot);
}

static void
append_band (HandlerMap *self, GtkSnapshot *snapshot, double x, double y)
{
  const HandlerMapPalette *palette = handler_map_sprites_get_palette (self->sprites);
  const HandlerMapProjection *p = &self->projection;

  gtk_snapshot_append_color (
      snapshot, &palette->tints[HANDLER_MAP_TINT_BAND],
      &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) p->width, (float) p->height));
}

/* What the viewport shows of the plane.  */
static HandlerMapBox
box_in_view (const HandlerMapProjection *p)
{
  int origin_x, origin_y;

  handler_map_projection_origin (p, &origin_x, &origin_y);
  return (HandlerMapBox){-origin_x, -origin_y, (int) ceil (p->width * p->scale),
                         (int) ceil (p->height * p->scale)};
}

static HandlerMapPainting *
make_painting (HandlerMap *self, const HandlerMapScene *scene)
{
  HandlerMapBox view = box_in_view (&scene->projection);
  HandlerMapPainting *painting = handler_map_painting_new (&view, self->sprites);

  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++)
    handler_map_layer_add (self->layers[i], scene, painting);
  return painting;
}

/* All in one node (handler-map-cairo.h).  */
static void
paint_layers (HandlerMap *self, const HandlerMapScene *scene, GtkSnapshot *snapshot)
{
  HandlerMapBox view = box_in_view (&scene->projection);

  if (handler_map_box_is_empty (&view))
    return;
  if (handler_map_painter_get_surface (self->painter, &view) == NULL)
    handler_map_painter_paint (self->painter, make_painting (self, scene));
  handler_map_cairo_append (snapshot, handler_map_painter_get_surface (self->painter, &view), &view,
                            scene->projection.scale);
}

void
handler_map_look_aside (HandlerMap *self)
{
  HandlerMapScene scene;
  HandlerMapBox view;

  if (!look (self, &scene))
    return;
  view = box_in_view (&self->projection);
  if (handler_map_painter_get_surface (self->painter, &view) == NULL)
    draw_anew (self);
  else if (handler_map_painter_is_busy (self->painter))
    self->paint_again = TRUE;
  else
    handler_map_painter_begin (self->painter, make_painting (self, &scene));
  self->due = TRUE;
}

static gboolean
look_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HandlerMap *self = HANDLER_MAP (widget);

  self->look_id = 0; /* removed by what is returned */
  handler_map_look_aside (self);
  return G_SOURCE_REMOVE;
}

void
handler_map_look_later (HandlerMap *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (self->look_id == 0)
    self->look_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), look_cb, NULL, NULL);
}

void
handler_map_painted (HandlerMap *self)
{
  HandlerMapScene scene;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->paint_again)
    return;
  self->paint_again = FALSE;
  handler_map_fill_scene (self, &scene);
  handler_map_painter_begin (self->painter, make_painting (self, &scene));
}

static void
handler_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HandlerMap *self = HANDLER_MAP (widget);
  const HandlerMapProjection *p = &self->projection;
  float band = (float) self->band_px;
  gboolean by_cairo = handler_map_sprites_get_by_cairo (self->sprites);
  int origin_x, origin_y;
  HandlerMapScene scene;

  self->due = handler_map_painter_is_busy (self->painter);
  handler_map_fill_scene (self, &scene);
  if (self->stale)
    update_layers (self, &scene);
  handler_map_projection_origin (p, &origin_x, &origin_y);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (band, band, (float) p->width,
                                                         (float) p->height));
  if (!by_cairo)
    append_band (self, snapshot, band, band);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (band + (float) (origin_x / p->scale),
                                                band + (float) (origin_y / p->scale)));
  if (by_cairo)
    paint_layers (self, &scene, snapshot);
  else
    draw_layers (self, &scene, snapshot);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
  handler_map_band_draw (self->band, &scene, self->band_px, snapshot);
}

/* ---- Style and size ------------------------------------------------------------------------ */

static double
text_scale (HandlerMap *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double dpi = pango_cairo_context_get_resolution (context);

  return dpi > 0 ? CLAMP (dpi / 96.0, 0.75, 3.0) : 1.0;
}

static double
device_scale (HandlerMap *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1.0;
}

static gboolean
is_by_cairo (HandlerMap *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* The first view: one's own machines, as near as the whole map allows.  */
void
handler_map_centre_on_own (HandlerMap *self)
{
  const PictureView *view = handler_map_get_view (self);
  BaseVec sum = base_vec (0, 0);

  if (self->centred || self->kept || !self->fitted || view == NULL || view->n_own == 0)
    return;
  for (size_t i = 0; i < view->n_own; i++)
    sum = base_vec_add (sum, view->own[i].fix);
  handler_map_projection_centre_on (&self->projection,
                                    base_vec_scale (sum, 1.0f / (float) view->n_own));
  handler_map_projection_keep_inside (&self->projection);
  self->centred = TRUE;
  self->first = self->projection;
}

/* The first size is known, or has changed before anybody moved the map.  */
static void
show_first (HandlerMap *self)
{
  if (self->kept) {
    handler_map_projection_fit_box (&self->projection, self->kept_low, self->kept_high, KEPT_MARGIN);
    handler_map_projection_keep_inside (&self->projection);
    return;
  }
  handler_map_projection_fill (&self->projection);
  self->fitted = TRUE;
  self->first = self->projection;
  handler_map_centre_on_own (self);
}

static gboolean
is_as_first_shown (HandlerMap *self)
{
  const HandlerMapProjection *a = &self->projection, *b = &self->first;

  return fabs (a->metres_per_pixel - b->metres_per_pixel) <= 0 &&
         fabs (a->centre_x_m - b->centre_x_m) <= 0 && fabs (a->centre_y_m - b->centre_y_m) <= 0;
}

void
handler_map_set_top (HandlerMap *self, int top)
{
  gboolean first;

  g_return_if_fail (HANDLER_IS_MAP (self));

  top = MAX (top - self->band_px, 0);
  if ((int) self->projection.top == top)
    return;
  first = self->fitted && is_as_first_shown (self);
  handler_map_projection_set_top (&self->projection, top);
  if (first) {
    self->centred = FALSE;
    show_first (self);
  }
  handler_map_moved (self);
}

void
handler_map_keep_in_view (HandlerMap *self, BaseVec low, BaseVec high)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  self->kept = TRUE;
  self->kept_low = low;
  self->kept_high = high;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  handler_map_update_size (self);
  handler_map_moved (self);
}

void
handler_map_update_size (HandlerMap *self)
{
  double text = text_scale (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  self->band_px = (int) lrint (MIN (BAND_PIXELS * MAX (text, 1.0), MAX_BAND_PIXELS));
  handler_map_projection_set_size (&self->projection, width - 2 * self->band_px,
                                   height - 2 * self->band_px, device_scale (self));
  if ((self->kept || !self->fitted) && width > 2 * self->band_px && self->sheet != NULL)
    show_first (self);
}

void
handler_map_update_style (HandlerMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const HandlerMapPalette *palette =
      handler_map_palette_get (adw_style_manager_get_dark (manager),
                               adw_style_manager_get_high_contrast (manager));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family =
      pango_font_description_get_family (pango_context_get_font_description (context));
  double scale = device_scale (self);

  handler_map_sprites_set_by_cairo (self->sprites, is_by_cairo (self));
  handler_map_sprites_set_style (self->sprites, palette, scale, text_scale (self),
                                 family != NULL ? family : "sans");
  handler_map_relief_set_detail (self->relief, scale);
  handler_map_relief_set_palette (self->relief, palette);
  handler_map_update_size (self);
  handler_map_moved (self);
}

static void
handler_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HandlerMap *self = HANDLER_MAP (widget);

  handler_map_update_size (self);
  handler_map_moved (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* As high as what is kept in view needs at this width, within reason.  */
static int
kept_height (HandlerMap *self, int width)
{
  double aspect = ((double) self->kept_high.y - (double) self->kept_low.y) /
                  MAX (1.0, (double) self->kept_high.x - (double) self->kept_low.x);
  double inner = MAX (1, width - 2 * self->band_px) - 2 * KEPT_MARGIN;

  return (int) CLAMP (inner * aspect + 2 * KEPT_MARGIN + 2 * self->band_px, LEAST_HEIGHT,
                      MOST_KEPT_HEIGHT);
}

static void
handler_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  HandlerMap *self = HANDLER_MAP (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? LEAST_HEIGHT : 120;
  *natural = 480;
  if (self->kept && orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural = kept_height (self, for_size); /* a page that scrolls gives the minimum */
}

static GtkSizeRequestMode
handler_map_get_request_mode (GtkWidget *widget)
{
  return HANDLER_MAP (widget)->kept ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                    : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
handler_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  parent_class->css_changed (widget, change);
  if (gtk_widget_get_realized (widget))
    handler_map_update_style (HANDLER_MAP (widget));
}

static void
handler_map_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  parent_class->system_setting_changed (widget, setting);
  if (gtk_widget_get_realized (widget))
    handler_map_update_style (HANDLER_MAP (widget));
}

static void
handler_map_realize (GtkWidget *widget)
{
  HandlerMap *self = HANDLER_MAP (widget);

  parent_class->realize (widget);
  self->surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_object (self->surface, "notify::scale", G_CALLBACK (handler_map_update_style),
                           self, G_CONNECT_SWAPPED);
  handler_map_update_style (self);
}

static void
handler_map_unrealize (GtkWidget *widget)
{
  HandlerMap *self = HANDLER_MAP (widget);

  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_func (self->surface, handler_map_update_style, self);
  self->surface = NULL;
  handler_map_stop_kinetic (self);
  parent_class->unrealize (widget);
}

void
handler_map_class_init_drawing (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  widget_class->snapshot = handler_map_snapshot;
  widget_class->size_allocate = handler_map_size_allocate;
  widget_class->measure = handler_map_measure;
  widget_class->get_request_mode = handler_map_get_request_mode;
  widget_class->css_changed = handler_map_css_changed;
  widget_class->system_setting_changed = handler_map_system_setting_changed;
  widget_class->realize = handler_map_realize;
  widget_class->unrealize = handler_map_unrealize;
}
