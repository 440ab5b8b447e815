/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-private.h"

#include "handler-map-words.h"
#include "ui/widgets/handler-shortcuts.h"
#include "ui/widgets/handler-widget.h"

#include <glib/gi18n.h>
#include <math.h>

/* A line is found as near as this to it.  */
#define LINE_REACH_PX 6

G_DEFINE_FINAL_TYPE (HandlerMap, handler_map, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_BATTLE,
  PROP_SELECTION,
  PROP_SHOW_RELIEF,
  PROP_SHOW_GRID,
  PROP_SHOW_PENCIL,
  PROP_SHOW_AREAS,
  PROP_SHOW_ROUTES,
  PROP_SHOW_TRACKS,
  PROP_SHOW_OWN,
  PROP_FOLLOW,
  PROP_RULER,
  PROP_PENCIL,
  PROP_RUBBER,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_ORDER_TEXT,
  SIGNAL_QUESTION,
  SIGNAL_ORDER_MENU,
  SIGNAL_CURSOR_MOVED,
  SIGNAL_VIEW_CHANGED,
  SIGNAL_LAYERS_REQUESTED,
  SIGNAL_MARK_REQUESTED,
  SIGNAL_EDIT_REQUESTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- Selection ----------------------------------------------------------------------------- */

static void
on_selection_changed (HandlerMap *self)
{
  handler_map_update_description (self);
  handler_map_view_changed (self);
}

void
handler_map_set_selection (HandlerMap *self, HandlerSelection *selection)
{
  g_return_if_fail (HANDLER_IS_MAP (self) && HANDLER_IS_SELECTION (selection));

  if (!g_set_object (&self->selection, selection))
    return;
  g_signal_group_set_target (self->selection_signals, selection);
  on_selection_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

HandlerSelection *
handler_map_get_selection (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), NULL);
  return self->selection;
}

/* What her pencil drew lies below all else.  */
static HandlerSelectionKind
pick_stroke (HandlerMap *self, double x, double y, guint *id)
{
  if (handler_map_layer_get_visible (self->layers[HANDLER_MAP_LAYER_PENCIL]))
    *id = handler_map_pencil_find (self, handler_map_at (self, x, y));
  return *id != 0 ? HANDLER_SELECTION_STROKE : HANDLER_SELECTION_NONE;
}

HandlerSelectionKind
handler_map_pick (HandlerMap *self, double x, double y, guint *id)
{
  const HandlerMapProjection *p = &self->projection;
  const HandlerMapHit *hit;
  int origin_x, origin_y, plane_x, plane_y;

  g_return_val_if_fail (HANDLER_IS_MAP (self), HANDLER_SELECTION_NONE);

  *id = 0;
  if (x < self->band_px || y < self->band_px || x > self->band_px + p->width ||
      y > self->band_px + p->height)
    return HANDLER_SELECTION_NONE;
  handler_map_ensure (self);
  handler_map_projection_origin (p, &origin_x, &origin_y);
  plane_x = (int) lrint ((x - self->band_px) * p->scale) - origin_x;
  plane_y = (int) lrint ((y - self->band_px) * p->scale) - origin_y;
  hit = handler_map_hits_find (self->symbols->hits, plane_x, plane_y, 0);
  if (hit == NULL)
    hit = handler_map_hits_find (self->symbols->hits, plane_x, plane_y,
                                 (int) lrint (6 * p->scale));
  if (hit == NULL)
    return pick_stroke (self, x, y, id);
  *id = hit->id;
  return hit->kind;
}

/* ---- Words --------------------------------------------------------------------------------- */

void
handler_map_update_description (HandlerMap *self)
{
  g_autofree char *shown = NULL;
  g_autofree char *selected = NULL;
  g_autofree char *point = handler_map_dup_cursor_text (self);
  HandlerMapScene scene;
  GString *text;

  handler_map_fill_scene (self, &scene);
  self->described_own = scene.view != NULL ? scene.view->n_own : 0;
  self->described_tracks = scene.view != NULL ? scene.view->n_tracks : 0;
  shown = handler_map_describe_map (&scene);
  selected = handler_map_describe_selection (&scene);
  text = g_string_new (shown);
  if (selected != NULL)
    g_string_append_printf (text, "\n%s", selected);
  if (self->crosshair && *point != '\0')
    g_string_append_printf (text, "\n%s", point);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
  g_string_free (text, TRUE);
}

/* What is drawn at a point where no symbol lies: a route, what was heard there, an area.  */
static char *
describe_point_at (HandlerMap *self, const HandlerMapScene *scene, BaseVec at)
{
  double mpp = handler_map_projection_device_mpp (&self->projection) * self->projection.scale;
  char *text = NULL;

  if (handler_map_layer_get_visible (self->layers[HANDLER_MAP_LAYER_ROUTES]))
    text = handler_map_describe_route (scene, at, (float) (LINE_REACH_PX * mpp));
  if (text == NULL && handler_map_layer_get_visible (self->layers[HANDLER_MAP_LAYER_HEARING]))
    text = handler_map_describe_hearing (scene, at);
  return text != NULL ? text : handler_map_describe_area (scene, at);
}

static gboolean
handler_map_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HandlerMap *self = HANDLER_MAP (widget);
  g_autofree char *text = NULL;
  HandlerMapScene scene;

  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    return FALSE;
  handler_map_fill_scene (self, &scene);
  if (!keyboard)
    scene.selected_kind = handler_map_pick (self, x, y, &scene.selected_id);
  text = handler_map_describe_selection (&scene);
  if (text == NULL && !keyboard)
    text = describe_point_at (self, &scene, handler_map_at (self, x, y));
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
handler_map_emit_order_text (HandlerMap *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_ORDER_TEXT], 0, text);
}

void
handler_map_emit_question (HandlerMap *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_QUESTION], 0, text);
}

void
handler_map_open_order_menu (HandlerMap *self, BaseVec at)
{
  double x, y;

  g_return_if_fail (HANDLER_IS_MAP (self));

  handler_map_to_widget (self, at, &x, &y);
  g_signal_emit (self, signals[SIGNAL_ORDER_MENU], 0, x, y, &at);
}

static void
real_order_menu (HandlerMap *self, double x, double y, BaseVec *at)
{
  handler_map_popup_menu (self, x, y, *at);
}

/* ---- Counters ------------------------------------------------------------------------------ */

guint
handler_map_get_n_built (HandlerMap *self)
{
  guint n;

  g_return_val_if_fail (HANDLER_IS_MAP (self), 0);

  n = handler_map_band_get_n_built (self->band);
  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++)
    n += handler_map_layer_get_n_built (self->layers[i]);
  return n;
}

guint
handler_map_get_n_drawn (HandlerMap *self)
{
  HandlerMapScene scene;

  g_return_val_if_fail (HANDLER_IS_MAP (self), 0);

  handler_map_fill_scene (self, &scene);
  return handler_map_symbols_count_drawn (self->symbols, &scene);
}

gboolean
handler_map_is_painting (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), FALSE);
  return handler_map_relief_is_busy (self->relief) || handler_map_painter_is_busy (self->painter);
}

gboolean
handler_map_is_due (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), FALSE);
  return self->due;
}

GActionGroup *
handler_map_get_actions (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

/* ---- Properties ---------------------------------------------------------------------------- */

/* The layer of a property, or HANDLER_MAP_N_LAYERS.  */
static HandlerMapLayerIndex
layer_of_property (guint id)
{
  switch (id) {
  case PROP_SHOW_RELIEF:
    return HANDLER_MAP_LAYER_RELIEF;
  case PROP_SHOW_GRID:
    return HANDLER_MAP_LAYER_GRID;
  case PROP_SHOW_PENCIL:
    return HANDLER_MAP_LAYER_PENCIL;
  case PROP_SHOW_AREAS:
    return HANDLER_MAP_LAYER_AREAS;
  case PROP_SHOW_ROUTES:
    return HANDLER_MAP_LAYER_ROUTES;
  case PROP_SHOW_TRACKS:
    return HANDLER_MAP_LAYER_TRACKS;
  case PROP_SHOW_OWN:
    return HANDLER_MAP_LAYER_OWN;
  default:
    return HANDLER_MAP_N_LAYERS;
  }
}

static void
set_layer_shown (HandlerMap *self, guint property, gboolean shown)
{
  HandlerMapLayerIndex index = layer_of_property (property);

  if (handler_map_layer_get_visible (self->layers[index]) == shown)
    return;
  handler_map_layer_set_visible (self->layers[index], shown);
  if (index == HANDLER_MAP_LAYER_GRID)
    handler_map_layer_set_visible (self->layers[HANDLER_MAP_LAYER_NAMES], shown);
  if (index == HANDLER_MAP_LAYER_TRACKS)
    handler_map_layer_set_visible (self->layers[HANDLER_MAP_LAYER_HEARING], shown);
  handler_map_invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
handler_map_set_follow (HandlerMap *self, gboolean follow)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  if (self->follow == !!follow)
    return;
  self->follow = !!follow;
  if (self->follow)
    handler_map_centre_on_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOW]);
}

gboolean
handler_map_get_follow (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), FALSE);
  return self->follow;
}

void
handler_map_update_tool (HandlerMap *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   self->ruler || self->pencil ? "crosshair" : NULL);
}

void
handler_map_set_ruler (HandlerMap *self, gboolean ruler)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  if (self->ruler == !!ruler)
    return;
  if (ruler)
    handler_map_set_pencil (self, FALSE);
  self->ruler = !!ruler;
  self->ruler_shown = FALSE;
  handler_map_update_tool (self);
  handler_map_invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RULER]);
}

gboolean
handler_map_get_ruler (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), FALSE);
  return self->ruler;
}

/* What is put away half done is kept.  */
void
handler_map_set_pencil (HandlerMap *self, gboolean pencil)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  if (self->pencil == !!pencil)
    return;
  handler_map_pencil_end (self);
  if (pencil) {
    handler_map_set_ruler (self, FALSE);
    set_layer_shown (self, PROP_SHOW_PENCIL, TRUE);
  }
  self->pencil = !!pencil;
  handler_map_update_tool (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENCIL]);
}

gboolean
handler_map_get_pencil (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), FALSE);
  return self->pencil;
}

static void
set_rubber (HandlerMap *self, gboolean rubber)
{
  if (self->rubber == !!rubber)
    return;
  handler_map_pencil_end (self);
  self->rubber = !!rubber;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUBBER]);
}

static void
handler_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerMap *self = HANDLER_MAP (object);

  switch (id) {
  case PROP_BATTLE:
    g_value_set_object (value, self->battle);
    break;
  case PROP_SELECTION:
    g_value_set_object (value, self->selection);
    break;
  case PROP_FOLLOW:
    g_value_set_boolean (value, self->follow);
    break;
  case PROP_RULER:
    g_value_set_boolean (value, self->ruler);
    break;
  case PROP_PENCIL:
    g_value_set_boolean (value, self->pencil);
    break;
  case PROP_RUBBER:
    g_value_set_boolean (value, self->rubber);
    break;
  case PROP_SHOW_RELIEF:
  case PROP_SHOW_GRID:
  case PROP_SHOW_PENCIL:
  case PROP_SHOW_AREAS:
  case PROP_SHOW_ROUTES:
  case PROP_SHOW_TRACKS:
  case PROP_SHOW_OWN:
    g_value_set_boolean (value,
                         handler_map_layer_get_visible (self->layers[layer_of_property (id)]));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HandlerMap *self = HANDLER_MAP (object);

  switch (id) {
  case PROP_BATTLE:
    handler_map_set_battle (self, g_value_get_object (value));
    break;
  case PROP_SELECTION:
    handler_map_set_selection (self, g_value_get_object (value));
    break;
  case PROP_FOLLOW:
    handler_map_set_follow (self, g_value_get_boolean (value));
    break;
  case PROP_RULER:
    handler_map_set_ruler (self, g_value_get_boolean (value));
    break;
  case PROP_PENCIL:
    handler_map_set_pencil (self, g_value_get_boolean (value));
    break;
  case PROP_RUBBER:
    set_rubber (self, g_value_get_boolean (value));
    break;
  case PROP_SHOW_RELIEF:
  case PROP_SHOW_GRID:
  case PROP_SHOW_PENCIL:
  case PROP_SHOW_AREAS:
  case PROP_SHOW_ROUTES:
  case PROP_SHOW_TRACKS:
  case PROP_SHOW_OWN:
    set_layer_shown (self, id, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
handler_map_dispose (GObject *object)
{
  HandlerMap *self = HANDLER_MAP (object);

  handler_map_stop_kinetic (self);
  /* The menu, and one that was closed and waits to be dropped.  */
  self->menu = NULL;
  handler_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->battle_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->battle);
  g_clear_pointer (&self->book, order_book_unref);
  g_clear_pointer (&self->frame, engine_frame_unref);
  for (guint i = 0; i < HANDLER_MAP_N_LAYERS; i++)
    g_clear_object (&self->layers[i]);
  g_clear_object (&self->band);
  g_clear_object (&self->relief);
  g_clear_object (&self->painter);
  g_clear_object (&self->selection);
  handler_map_drop_actions (self);
  self->sheet = NULL;
  G_OBJECT_CLASS (handler_map_parent_class)->dispose (object);
}

static void
handler_map_finalize (GObject *object)
{
  HandlerMap *self = HANDLER_MAP (object);

  g_free (self->own_view);
  g_hash_table_unref (self->commands);
  g_array_unref (self->objectives);
  g_array_unref (self->drawn);
  g_array_unref (self->route);
  g_array_unref (self->line);
  handler_map_symbols_free (self->symbols);
  handler_map_sprites_free (self->sprites);
  G_OBJECT_CLASS (handler_map_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const struct {
    guint id;
    const char *name;
    gboolean initial;
  } switches[] = {
      {PROP_SHOW_RELIEF, "show-relief", TRUE}, {PROP_SHOW_GRID, "show-grid", TRUE},
      {PROP_SHOW_AREAS, "show-areas", TRUE},   {PROP_SHOW_ROUTES, "show-routes", TRUE},
      {PROP_SHOW_TRACKS, "show-tracks", TRUE}, {PROP_SHOW_OWN, "show-own", TRUE},
      {PROP_FOLLOW, "follow", FALSE},          {PROP_RULER, "ruler", FALSE},
      {PROP_PENCIL, "pencil", FALSE},          {PROP_RUBBER, "rubber", FALSE},
      {PROP_SHOW_PENCIL, "show-pencil", TRUE},
  };

  properties[PROP_BATTLE] =
      g_param_spec_object ("battle", NULL, NULL, ENGINE_TYPE_BATTLE, flags);
  properties[PROP_SELECTION] =
      g_param_spec_object ("selection", NULL, NULL, HANDLER_TYPE_SELECTION, flags);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    properties[switches[i].id] =
        g_param_spec_boolean (switches[i].name, NULL, NULL, switches[i].initial, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (HandlerMapClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_ORDER_TEXT] = g_signal_new ("order-text", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_QUESTION] = g_signal_new ("question", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ORDER_MENU] = g_signal_new_class_handler (
      "order-menu", type, G_SIGNAL_RUN_LAST, G_CALLBACK (real_order_menu), NULL, NULL, NULL,
      G_TYPE_NONE, 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_POINTER);
  signals[SIGNAL_CURSOR_MOVED] = g_signal_new ("cursor-moved", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VIEW_CHANGED] = g_signal_new ("view-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MARK_REQUESTED] = g_signal_new ("mark-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_EDIT_REQUESTED] = g_signal_new ("edit-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_LAYERS_REQUESTED] = g_signal_new ("layers-requested", type, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
handler_map_class_init (HandlerMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = handler_map_dispose;
  object_class->finalize = handler_map_finalize;
  object_class->get_property = handler_map_get_property;
  object_class->set_property = handler_map_set_property;
  handler_map_class_init_drawing (widget_class);
  widget_class->query_tooltip = handler_map_query_tooltip;
  install_properties (object_class);
  install_signals (klass);
  gtk_widget_class_set_css_name (widget_class, "handlermap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
make_layers (HandlerMap *self)
{
  static const HandlerMapCollect collects[HANDLER_MAP_N_LAYERS] = {
      [HANDLER_MAP_LAYER_GRID] = handler_map_collect_grid,
      [HANDLER_MAP_LAYER_NAMES] = handler_map_collect_names,
      [HANDLER_MAP_LAYER_PENCIL] = handler_map_collect_pencil,
      [HANDLER_MAP_LAYER_AREAS] = handler_map_collect_areas,
      [HANDLER_MAP_LAYER_ROUTES] = handler_map_collect_routes,
      [HANDLER_MAP_LAYER_HEARING] = handler_map_collect_hearing,
      [HANDLER_MAP_LAYER_TRACKS] = handler_map_collect_tracks,
      [HANDLER_MAP_LAYER_OWN] = handler_map_collect_own,
      [HANDLER_MAP_LAYER_SELECTION] = handler_map_collect_selection,
      [HANDLER_MAP_LAYER_DRAFT] = handler_map_collect_draft,
  };

  self->layers[HANDLER_MAP_LAYER_RELIEF] = handler_map_relief_layer_new (self->relief);
  for (guint i = 1; i < HANDLER_MAP_N_LAYERS; i++)
    self->layers[i] = handler_map_list_layer_new (collects[i]);
  self->band = handler_map_band_new ();
}

static void
connect_style (HandlerMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (handler_map_update_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (handler_map_update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->painter, "painted", G_CALLBACK (handler_map_painted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->relief, "changed", G_CALLBACK (handler_map_look), self,
                           G_CONNECT_SWAPPED);
}

static void
handler_map_init (HandlerMap *self)
{
  handler_map_projection_init (&self->projection, 1000, 1000);
  self->sprites = handler_map_sprites_new ();
  self->symbols = handler_map_symbols_new ();
  self->relief = handler_map_relief_new ();
  self->painter = handler_map_painter_new ();
  self->commands = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->drawn = g_array_new (FALSE, FALSE, sizeof (BaseVec));
  self->route = g_array_new (FALSE, FALSE, sizeof (BaseVec));
  self->line = g_array_new (FALSE, FALSE, sizeof (BaseVec));
  self->objectives = g_array_new (FALSE, TRUE, sizeof (HandlerMapObjective));
  g_array_set_clear_func (self->objectives, handler_map_objective_clear);
  self->stale = TRUE;
  make_layers (self);
  self->battle_signals = g_signal_group_new (ENGINE_TYPE_BATTLE);
  handler_map_connect_battle (self);
  self->selection = handler_selection_new ();
  self->selection_signals = g_signal_group_new (HANDLER_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (on_selection_changed), self);
  g_signal_group_set_target (self->selection_signals, self->selection);
  connect_style (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "Map"), -1);
  handler_map_add_actions (self);
  handler_map_add_gestures (self);
  handler_shortcuts_add_to (GTK_WIDGET (self), HANDLER_SHORTCUT_MAP);
}

GtkWidget *
handler_map_new (void)
{
  return g_object_new (HANDLER_TYPE_MAP, NULL);
}
