/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the map; the keys for them stand in the window's one table (handler-shortcuts.c).  */
#include "handler-map-private.h"
#include "handler-map-words.h"

#include <math.h>

#define PAN_PIXELS 64.0
/* A third of a kilometre: one digit of the keypad.  */
#define KEYPAD_M (1000.0f / 3.0f)

/* ---- Crosshair ----------------------------------------------------------------------------- */

gboolean
handler_map_get_cursor (HandlerMap *self, BaseVec *at)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self) && at != NULL, FALSE);

  *at = self->cursor;
  return (self->crosshair || self->pointer_inside) && self->cursor.x >= 0 && self->cursor.y >= 0 &&
         self->cursor.x <= self->projection.map_width_m &&
         self->cursor.y <= self->projection.map_height_m;
}

char *
handler_map_dup_cursor_text (HandlerMap *self)
{
  HandlerMapScene scene;
  BaseVec at;

  g_return_val_if_fail (HANDLER_IS_MAP (self), NULL);

  if (!handler_map_get_cursor (self, &at))
    return g_strdup ("");
  handler_map_fill_scene (self, &scene);
  return handler_map_describe_point (&scene, at);
}

/* Pans just so far that the point is in view.  */
static void
scroll_to (HandlerMap *self, BaseVec at)
{
  const double margin = 24;
  double x, y;

  handler_map_projection_to_screen (&self->projection, at, &x, &y);
  if (x < margin || y < margin || x > self->projection.width - margin ||
      y > self->projection.height - margin)
    handler_map_pan_by (self,
                        CLAMP (x, margin, MAX (margin, self->projection.width - margin)) - x,
                        CLAMP (y, margin, MAX (margin, self->projection.height - margin)) - y);
}

void
handler_map_set_cursor (HandlerMap *self, BaseVec at)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HANDLER_IS_MAP (self));

  self->crosshair = TRUE;
  self->cursor.x = (float) CLAMP (at.x, 0, self->projection.map_width_m - 1);
  self->cursor.y = (float) CLAMP (at.y, 0, self->projection.map_height_m - 1);
  scroll_to (self, self->cursor);
  handler_map_look (self);
  handler_map_update_description (self);
  text = handler_map_dup_cursor_text (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit_by_name (self, "cursor-moved");
}

/* Middle of the ninth of a square that a point lies in.  */
static BaseVec
keypad_middle (BaseVec at)
{
  return base_vec ((floorf (at.x / KEYPAD_M) + 0.5f) * KEYPAD_M,
                   (floorf (at.y / KEYPAD_M) + 0.5f) * KEYPAD_M);
}

static BaseVec
direction_of (GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  switch (*name) {
  case 'l':
    return base_vec (-1, 0);
  case 'r':
    return base_vec (1, 0);
  case 'u':
    return base_vec (0, 1);
  default:
    return base_vec (0, -1);
  }
}

/* ---- Actions ------------------------------------------------------------------------------- */

static void
activate_pan (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BaseVec direction = direction_of (parameter);

  handler_map_stop_kinetic (user_data);
  handler_map_pan_by (user_data, (double) -direction.x * PAN_PIXELS,
                      (double) direction.y * PAN_PIXELS);
}

static void
activate_cursor (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;
  BaseVec direction = direction_of (parameter);
  BaseVec at = self->cursor;

  if (!self->crosshair && !handler_map_selection_place (self, &at))
    at = base_vec ((float) self->projection.centre_x_m, (float) self->projection.centre_y_m);
  at = keypad_middle (at);
  /* The first press shows where one is.  */
  if (self->crosshair)
    at = base_vec_add (at, base_vec_scale (direction, KEYPAD_M));
  handler_map_set_cursor (self, at);
}

static void
activate_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_map_zoom_in (user_data);
}

static void
activate_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_map_zoom_out (user_data);
}

static void
activate_fit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_map_fit (user_data);
}

static void
activate_centre (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  handler_map_centre_on_selection (user_data);
}

static void
activate_layers (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "layers-requested");
}

static void
announce_selection (HandlerMap *self)
{
  g_autofree char *text = NULL;
  HandlerMapScene scene;

  handler_map_fill_scene (self, &scene);
  text = handler_map_describe_selection (&scene);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
select_and_show (HandlerMap *self, HandlerSelectionKind kind, guint id)
{
  BaseVec at;

  handler_selection_select (self->selection, kind, id);
  if (handler_map_selection_place (self, &at))
    scroll_to (self, at);
  announce_selection (self);
}

static gboolean
platoon_exists (const PictureView *view, guint platoon)
{
  for (size_t i = 0; view != NULL && i < view->n_own; i++)
    if (view->own[i].platoon == platoon)
      return TRUE;
  return FALSE;
}

static void
activate_platoon (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  guint platoon = g_variant_get_uint32 (parameter);

  if (platoon_exists (handler_map_get_view (user_data), platoon))
    select_and_show (user_data, HANDLER_SELECTION_PLATOON, platoon);
}

/* The next of one's own machines in the roster's order, the lost left out.  */
static void
activate_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;
  const PictureView *view = handler_map_get_view (self);
  gsize n = view != NULL ? view->n_own : 0;
  gsize start = n > 0 ? n - 1 : 0;

  for (gsize i = 0; i < n; i++)
    if (handler_selection_is (self->selection, HANDLER_SELECTION_OWN, view->own[i].id.index))
      start = i;
  for (gsize i = 1; i <= n; i++) {
    const PictureOwn *own = &view->own[(start + i) % n];

    if (!own->known_lost) {
      select_and_show (self, HANDLER_SELECTION_OWN, own->id.index);
      return;
    }
  }
}

/* The next track by number, and after the last the first.  */
static void
activate_next_track (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;
  const PictureView *view = handler_map_get_view (self);
  gboolean on_track =
      handler_selection_get_kind (self->selection) == HANDLER_SELECTION_TRACK;
  guint now = on_track ? handler_selection_get_id (self->selection) : 0;
  guint next = 0;

  for (gsize i = 0; view != NULL && i < view->n_tracks; i++) {
    guint number = view->tracks[i].number;

    if (next == 0 || (number > now && next <= now))
      next = number;
  }
  if (next != 0)
    select_and_show (self, HANDLER_SELECTION_TRACK, next);
}

/* At the crosshair, else at the selection, else in the middle of the view.  */
static BaseVec
place_of_keys (HandlerMap *self)
{
  BaseVec at = self->cursor;

  if (!self->crosshair && !handler_map_selection_place (self, &at))
    at = base_vec ((float) self->projection.centre_x_m, (float) self->projection.centre_y_m);
  return at;
}

static void
activate_mark (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;
  BaseVec at = place_of_keys (self);

  /* What is under the pointer, but for a crosshair or something selected.  */
  if (!self->crosshair && !handler_map_selection_place (self, &at))
    handler_map_get_cursor (self, &at);
  g_signal_emit_by_name (self, "mark-requested", &at);
}

static void
activate_order_menu (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;
  BaseVec at = place_of_keys (self);

  scroll_to (self, at);
  handler_map_open_order_menu (self, at);
}

/* A point of the line being drawn, else the menu.  */
static void
activate_enter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;

  if (self->pencil)
    handler_map_pencil_point (self, place_of_keys (self));
  else
    activate_order_menu (action, parameter, user_data);
}

static void
activate_clear (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;

  if (self->line->len > 0)
    handler_map_pencil_end (self);
  else if (self->pencil)
    handler_map_set_pencil (self, FALSE);
  else if (self->ruler || self->ruler_shown)
    handler_map_set_ruler (self, FALSE);
  else if (self->crosshair)
    self->crosshair = FALSE;
  else
    handler_selection_clear (self->selection);
  handler_map_look (self);
  g_signal_emit_by_name (self, "cursor-moved");
}

static void
activate_switch (HandlerMap *self, GVariant *parameter, GSimpleAction *action)
{
  const char *property = g_action_get_name (G_ACTION (action));
  gboolean on = FALSE;

  g_object_get (self, property, &on, NULL);
  g_object_set (self, property, !on, NULL);
}

static void
on_switch_notify (HandlerMap *self, GParamSpec *pspec)
{
  GAction *action;
  gboolean on = FALSE;

  if (self->actions == NULL)
    return;
  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), pspec->name);
  g_object_get (self, pspec->name, &on, NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (on));
}

/* Not a GPropertyAction: that would keep the map alive, as the map keeps its actions.  */
static void
add_switch (HandlerMap *self, const char *property)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  g_autoptr (GSimpleAction) action = NULL;
  gboolean on = FALSE;

  g_object_get (self, property, &on, NULL);
  action = g_simple_action_new_stateful (property, NULL, g_variant_new_boolean (on));
  g_signal_connect_object (action, "activate", G_CALLBACK (activate_switch), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, signal, G_CALLBACK (on_switch_notify), NULL);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

void
handler_map_drop_actions (HandlerMap *self)
{
  g_auto (GStrv) names = NULL;

  if (self->actions == NULL)
    return;
  /* Others may hold the group longer than the map lives.  */
  names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));
  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), names[i]);
  g_clear_object (&self->actions);
}

void
handler_map_add_actions (HandlerMap *self)
{
  static const GActionEntry entries[] = {
      {.name = "pan", .activate = activate_pan, .parameter_type = "s"},
      {.name = "cursor", .activate = activate_cursor, .parameter_type = "s"},
      {.name = "zoom-in", .activate = activate_zoom_in},
      {.name = "zoom-out", .activate = activate_zoom_out},
      {.name = "fit", .activate = activate_fit},
      {.name = "centre", .activate = activate_centre},
      {.name = "layers", .activate = activate_layers},
      {.name = "platoon", .activate = activate_platoon, .parameter_type = "u"},
      {.name = "next", .activate = activate_next},
      {.name = "next-track", .activate = activate_next_track},
      {.name = "enter", .activate = activate_enter},
      {.name = "order-menu", .activate = activate_order_menu},
      {.name = "mark", .activate = activate_mark},
      {.name = "clear", .activate = activate_clear},
  };
  static const char *const switches[] = {"show-relief", "show-grid",   "show-pencil", "show-areas",
                                         "show-routes", "show-tracks", "show-own",    "follow",
                                         "ruler",       "pencil",      "rubber"};

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    add_switch (self, switches[i]);
  handler_map_add_pencil_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (self->actions));
}
