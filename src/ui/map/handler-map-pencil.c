/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pencil: lines drawn by hand, by clicks or by keys, rubbed out, and back.  The map only asks for the
 * edit: what the picture takes of it is drawn once it is there.  */
#include "handler-map-private.h"

#include "handler-map-words.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

/* What is drawn keeps its corners to so many logical pixels at the scale it was drawn at, or metres, what is more.  */
#define TOLERANCE_PIXELS 1.5
#define LEAST_TOLERANCE_M 5.0
/* So near a line is the line meant, logical pixels.  */
#define REACH 12.0

static void
announce (HandlerMap *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
send (HandlerMap *self, const PictureEdit *edit)
{
  g_signal_emit_by_name (self, "edit-requested", edit);
}

/* ---- A line ------------------------------------------------------------------------------------ */

static BaseVec
on_map (HandlerMap *self, BaseVec at)
{
  return base_vec ((float) CLAMP (at.x, 0, self->projection.map_width_m - 1),
                   (float) CLAMP (at.y, 0, self->projection.map_height_m - 1));
}

void
handler_map_pencil_extend (HandlerMap *self, BaseVec at, double least_pixels)
{
  BaseVec point = on_map (self, at);
  float least = (float) (least_pixels * self->projection.metres_per_pixel);

  if (self->line->len > 0 &&
      base_vec_distance (g_array_index (self->line, BaseVec, self->line->len - 1), point) <= least)
    return;
  g_array_append_val (self->line, point);
  handler_map_look (self);
}

static void
announce_line (HandlerMap *self, const PictureEdit *edit)
{
  PictureStroke stroke = {.ink = edit->ink, .n_points = edit->n_points};
  g_autofree char *text = NULL;
  HandlerMapScene scene;

  memcpy (stroke.points, edit->points, sizeof stroke.points);
  handler_map_fill_scene (self, &scene);
  text = handler_map_describe_stroke (&scene, &stroke);
  announce (self, text);
}

void
handler_map_pencil_end (HandlerMap *self)
{
  PictureEdit edit = {.kind = PICTURE_EDIT_DRAW, .ink = (guint8) self->ink};
  double tolerance = MAX (TOLERANCE_PIXELS * self->projection.metres_per_pixel, LEAST_TOLERANCE_M);

  if (self->line->len >= 2) {
    handler_map_simplify (self->line, (float) tolerance, PICTURE_MAX_STROKE_POINTS);
    edit.n_points = (guint8) self->line->len;
    memcpy (edit.points, self->line->data, self->line->len * sizeof (BaseVec));
  }
  g_array_set_size (self->line, 0);
  handler_map_look (self);
  if (edit.n_points < 2)
    return;
  send (self, &edit);
  announce_line (self, &edit);
}

void
handler_map_pencil_drop (HandlerMap *self)
{
  g_array_set_size (self->line, 0);
  handler_map_look (self);
}

void
handler_map_pencil_point (HandlerMap *self, BaseVec at)
{
  g_autofree char *grid = NULL;
  g_autofree char *text = NULL;
  HandlerMapScene scene;

  handler_map_pencil_extend (self, at, 0);
  handler_map_fill_scene (self, &scene);
  grid = handler_map_describe_point (&scene, on_map (self, at));
  /* Translators: read aloud: a line is drawn by keys; which of its points this is, and where.  */
  text = g_strdup_printf (C_ ("pencil", "Point %1$u: %2$s"), self->line->len, grid);
  announce (self, text);
}

/* ---- Rubbing out ------------------------------------------------------------------------------- */

guint
handler_map_pencil_find (HandlerMap *self, BaseVec at)
{
  const PictureView *view = handler_map_get_view (self);
  float nearest = (float) (REACH * self->projection.metres_per_pixel);
  guint number = 0;

  for (gsize i = 0; view != NULL && i < view->n_strokes; i++) {
    const PictureStroke *stroke = &view->strokes[i];

    for (guint k = 1; k < stroke->n_points; k++) {
      float distance =
          handler_map_distance_from_line (at, stroke->points[k - 1], stroke->points[k]);

      if (distance > nearest)
        continue;
      nearest = distance;
      number = stroke->number;
    }
  }
  return number;
}

void
handler_map_pencil_rub (HandlerMap *self, BaseVec at)
{
  PictureEdit edit = {.kind = PICTURE_EDIT_ERASE, .track = handler_map_pencil_find (self, at)};

  /* The picture may not have come yet that says it is gone.  */
  if (edit.track == 0 || edit.track == self->rubbed)
    return;
  self->rubbed = edit.track;
  send (self, &edit);
}

/* ---- Actions ----------------------------------------------------------------------------------- */

static void
set_ink (HandlerMap *self, guint ink)
{
  self->ink = ink % PICTURE_N_INKS;
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "ink")),
      g_variant_new_uint32 (self->ink));
  handler_map_look (self);
}

static void
activate_ink (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_ink (user_data, g_variant_get_uint32 (parameter));
}

static void
activate_next_ink (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;

  set_ink (self, self->ink + 1);
  announce (self, handler_text_ink (self->ink));
}

/* The line at the crosshair or the pointer, else the one selected.  */
static void
activate_rub_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HandlerMap *self = user_data;
  PictureEdit edit = {.kind = PICTURE_EDIT_ERASE};
  BaseVec at;

  if (handler_map_get_cursor (self, &at))
    edit.track = handler_map_pencil_find (self, at);
  if (edit.track == 0 && handler_selection_get_kind (self->selection) == HANDLER_SELECTION_STROKE)
    edit.track = handler_selection_get_id (self->selection);
  if (edit.track != 0)
    send (self, &edit);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  PictureEdit edit = {.kind = g_str_equal (name, "undo")   ? PICTURE_EDIT_UNDO
                              : g_str_equal (name, "redo") ? PICTURE_EDIT_REDO
                                                           : PICTURE_EDIT_CLEAR};

  send (user_data, &edit);
}

void
handler_map_add_pencil_actions (HandlerMap *self)
{
  static const GActionEntry entries[] = {
      {.name = "ink", .activate = activate_ink, .parameter_type = "u", .state = "uint32 0"},
      {.name = "next-ink", .activate = activate_next_ink},
      {.name = "rub-out", .activate = activate_rub_out},
      {.name = "clear-pencil", .activate = activate_edit},
      {.name = "undo", .activate = activate_edit},
      {.name = "redo", .activate = activate_edit},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
}
