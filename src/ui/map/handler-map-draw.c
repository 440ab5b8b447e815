/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing, size and style of the map.  */
#include "handler-map-cairo.h"
#include "handler-map-private.h"

#include <math.h>
#include <string.h>

#define BAND_PIXELS 18.0
#define MAX_BAND_PIXELS 27.0
/* Around what is kept in view, logical pixels: its words need room, too.  */
#define KEPT_MARGIN 28.0
#define LEAST_HEIGHT 96
#define MOST_KEPT_HEIGHT 460

static GtkWidgetClass *parent_class;

/* Layers above it change with nearly every picture of a battle; it and those below with every other one at most.  */
#define LAST_STILL HANDLER_MAP_LAYER_AREAS

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
  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++) {
    changed |= handler_map_layer_update (self->layers[i], scene);
    if (i == LAST_STILL)
      self->still_changes |= changed;
  }
  self->stale = FALSE;
  return changed;
}

void
handler_map_ensure (HandlerMap *self)
{
  HandlerMapScene scene;

  if (!self->stale)
    return;
  handler_map_fill_scene (self, &scene);
  update_layers (self, &scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
handler_map_invalidate (HandlerMap *self)
{
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
handler_map_look (HandlerMap *self)
{
  HandlerMapScene scene;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->stale = TRUE;
    return;
  }
  handler_map_fill_scene (self, &scene);
  if (update_layers (self, &scene))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_layers (HandlerMap *self, const HandlerMapScene *scene, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++)
    handler_map_layer_draw (self->layers[i], scene, snapshot);
}

static guint
layers_shown (HandlerMap *self)
{
  guint shown = 0;

  for (guint i = 0; i <= LAST_STILL; i++)
    shown |= handler_map_layer_get_visible (self->layers[i]) ? 1u << i : 0;
  return shown;
}

static gboolean
is_still_old (HandlerMap *self, const HandlerMapBox *box)
{
  return self->still == NULL || self->still_shown != layers_shown (self) ||
         self->still_generation != handler_map_sprites_get_generation (self->sprites) ||
         memcmp (&self->still_box, box, sizeof *box) != 0;
}

/* A new surface each time: the node of the last frame still shows the one before.  */
static void
bake_still (HandlerMap *self, const HandlerMapScene *scene, const HandlerMapBox *box)
{
  const HandlerMapPalette *palette = handler_map_sprites_get_palette (self->sprites);
  cairo_t *cr;

  g_clear_pointer (&self->still, cairo_surface_destroy);
  self->still = cairo_image_surface_create (CAIRO_FORMAT_RGB24, box->width, box->height);
  self->still_box = *box;
  self->still_shown = layers_shown (self);
  self->still_generation = handler_map_sprites_get_generation (self->sprites);
  cr = cairo_create (self->still);
  gdk_cairo_set_source_rgba (cr, &palette->tints[HANDLER_MAP_TINT_BAND]);
  cairo_paint (cr);
  cairo_translate (cr, -box->x, -box->y);
  for (guint i = 0; i <= LAST_STILL; i++)
    handler_map_layer_paint (self->layers[i], scene, cr);
  cairo_destroy (cr);
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

/* To bake costs more than to paint, and is of use only for a picture in which the same stands still.  TRUE when
 * it does: then it is baked.  */
static gboolean
ensure_still (HandlerMap *self, const HandlerMapScene *scene)
{
  HandlerMapBox box = handler_map_scene_box (scene, 0);

  if (self->still_changes)
    g_clear_pointer (&self->still, cairo_surface_destroy);
  else if (is_still_old (self, &box))
    bake_still (self, scene, &box);
  self->still_changes = FALSE;
  return self->still != NULL;
}

/* All in one node (handler-map-cairo.h).  */
static void
paint_layers (HandlerMap *self, const HandlerMapScene *scene, GtkSnapshot *snapshot)
{
  const HandlerMapProjection *p = &self->projection;
  HandlerMapBox view;
  guint first = 0;
  int origin_x, origin_y;
  cairo_t *cr;

  handler_map_projection_origin (p, &origin_x, &origin_y);
  view = (HandlerMapBox){-origin_x, -origin_y, (int) ceil (p->width * p->scale),
                         (int) ceil (p->height * p->scale)};
  if (handler_map_box_is_empty (&view))
    return;
  if (ensure_still (self, scene))
    first = LAST_STILL + 1;
  else
    append_band (self, snapshot, view.x / p->scale, view.y / p->scale);
  cr = handler_map_cairo_begin (snapshot, &view, p->scale);
  if (first > 0)
    handler_map_cairo_put (cr, self->still, self->still_box.x, self->still_box.y);
  for (guint i = first; i < HANDLER_MAP_N_LAYERS; i++)
    handler_map_layer_paint (self->layers[i], scene, cr);
  cairo_destroy (cr);
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
