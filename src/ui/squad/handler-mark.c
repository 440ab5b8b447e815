/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-mark.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- One mark -------------------------------------------------------------------------------- */

enum { TEXT_TITLE, TEXT_PLACE, TEXT_DETAIL, TEXT_DESCRIPTION, TEXT_ICON_NAME, N_TEXTS };

struct _HandlerMark {
  GObject parent_instance;
  HandlerMarkKind kind;
  guint id;
  guint mark;
  PictureMark place;
  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (HandlerMark, handler_mark, G_TYPE_OBJECT)

static GParamSpec *properties[N_TEXTS + 1]; /* property 1 + i is text i */

static void
handler_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id >= 1 && id <= N_TEXTS)
    g_value_set_string (value, HANDLER_MARK (object)->texts[id - 1]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_mark_finalize (GObject *object)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (HANDLER_MARK (object)->texts[i]);
  G_OBJECT_CLASS (handler_mark_parent_class)->finalize (object);
}

static void
handler_mark_class_init (HandlerMarkClass *klass)
{
  static const char *const names[N_TEXTS] = {"title", "place", "detail", "description",
                                             "icon-name"};
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = handler_mark_get_property;
  object_class->finalize = handler_mark_finalize;
  for (guint i = 0; i < N_TEXTS; i++)
    properties[i + 1] = g_param_spec_string (names[i], NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_TEXTS + 1, properties);
}

static void
handler_mark_init (HandlerMark *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

static void
set_text (HandlerMark *self, guint which, const char *text)
{
  if (g_set_str (&self->texts[which], text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[which + 1]);
}

HandlerMarkKind
handler_mark_get_kind (HandlerMark *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK (self), HANDLER_MARK_PLACE);
  return self->kind;
}

guint
handler_mark_get_id (HandlerMark *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK (self), 0);
  return self->id;
}

const char *
handler_mark_get_name (HandlerMark *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK (self), NULL);
  return self->place.name;
}

BaseVec
handler_mark_get_position (HandlerMark *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK (self), base_vec (0, 0));
  return self->place.position;
}

float
handler_mark_get_precise_m (HandlerMark *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK (self), 0);
  return self->place.precise_m;
}

guint
handler_mark_get_mark (HandlerMark *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK (self), 0);
  return self->mark;
}

const char *
handler_mark_get_description (HandlerMark *self)
{
  g_return_val_if_fail (HANDLER_IS_MARK (self), NULL);
  return self->texts[TEXT_DESCRIPTION];
}

/* ---- The list -------------------------------------------------------------------------------- */

struct _HandlerMarks {
  GObject parent_instance;
  OrderBook *book;
  float width, height;
  GPtrArray *marks; /* HandlerMark: places, then orders, then lines */
  guint n_places, n_strokes;
};

static void handler_marks_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HandlerMarks, handler_marks, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      handler_marks_list_model_init))

static GType
handler_marks_get_item_type (GListModel *model)
{
  return HANDLER_TYPE_MARK;
}

static guint
handler_marks_get_n_items (GListModel *model)
{
  return HANDLER_MARKS (model)->marks->len;
}

static gpointer
handler_marks_get_item (GListModel *model, guint position)
{
  HandlerMarks *self = HANDLER_MARKS (model);

  if (position >= self->marks->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->marks, position));
}

static void
handler_marks_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = handler_marks_get_item_type;
  iface->get_n_items = handler_marks_get_n_items;
  iface->get_item = handler_marks_get_item;
}

static void
handler_marks_finalize (GObject *object)
{
  HandlerMarks *self = HANDLER_MARKS (object);

  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->book, order_book_unref);
  G_OBJECT_CLASS (handler_marks_parent_class)->finalize (object);
}

static void
handler_marks_class_init (HandlerMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_marks_finalize;
}

static void
handler_marks_init (HandlerMarks *self)
{
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);
}

HandlerMarks *
handler_marks_new (OrderBook *book, float map_width_m, float map_height_m)
{
  HandlerMarks *self = g_object_new (HANDLER_TYPE_MARKS, NULL);

  self->book = order_book_ref (book);
  self->width = map_width_m;
  self->height = map_height_m;
  return self;
}

static void
remove_at (HandlerMarks *self, guint row)
{
  g_ptr_array_remove_index (self->marks, row);
  g_list_model_items_changed (G_LIST_MODEL (self), row, 1, 0);
}

static void
insert_at (HandlerMarks *self, guint row, HandlerMark *mark)
{
  g_ptr_array_insert (self->marks, (int) row, mark);
  g_list_model_items_changed (G_LIST_MODEL (self), row, 0, 1);
}

/* ---- Places ---------------------------------------------------------------------------------- */

static void
show_place (HandlerMarks *self, HandlerMark *mark, guint number, const PictureMark *place)
{
  char grid[ORDER_GRID_LENGTH];
  g_autofree char *isolated = handler_text_isolate (place->name);
  g_autofree char *spoken = NULL;

  mark->kind = HANDLER_MARK_PLACE;
  mark->id = number;
  mark->place = *place;
  order_grid_format (place->position, place->precise_m < 400, self->width, self->height, grid);
  /* Translators: read aloud: a marked place, its name and grid reference. */
  spoken = g_strdup_printf (C_("mark", "Mark %1$s at %2$s"), isolated, grid);
  set_text (mark, TEXT_TITLE, place->name);
  set_text (mark, TEXT_PLACE, grid);
  set_text (mark, TEXT_DESCRIPTION, spoken);
  set_text (mark, TEXT_ICON_NAME, "mark-location-symbolic");
}

/* Names are unique: what is gone goes by itself, so that selection and scroll position stay with the others.  */
static void
drop_gone (HandlerMarks *self, const PictureView *view)
{
  for (guint row = self->n_places; row-- > 0;) {
    HandlerMark *mark = g_ptr_array_index (self->marks, row);
    gboolean there = FALSE;

    for (gsize i = 0; i < view->n_marks; i++)
      there = there || g_str_equal (view->marks[i].name, mark->place.name);
    if (there)
      continue;
    self->n_places--;
    remove_at (self, row);
  }
}

static void
update_places (HandlerMarks *self, const PictureView *view)
{
  /* A renamed one keeps its row.  */
  if (self->n_places != view->n_marks)
    drop_gone (self, view);
  for (guint row = 0; row < view->n_marks; row++) {
    HandlerMark *mark = row < self->n_places ? g_ptr_array_index (self->marks, row) : NULL;

    if (mark == NULL || (self->n_places < view->n_marks
                         && !g_str_equal (mark->place.name, view->marks[row].name))) {
      mark = g_object_new (HANDLER_TYPE_MARK, NULL);
      show_place (self, mark, row + 1, &view->marks[row]);
      self->n_places++;
      insert_at (self, row, mark);
    } else {
      show_place (self, mark, row + 1, &view->marks[row]);
    }
  }
}

/* ---- Lines ----------------------------------------------------------------------------------- */

/* A line never changes: what is shown once is shown for good.  */
static HandlerMark *
stroke_new (HandlerMarks *self, const PictureStroke *stroke)
{
  HandlerMark *mark = g_object_new (HANDLER_TYPE_MARK, NULL);
  char from[ORDER_GRID_LENGTH], to[ORDER_GRID_LENGTH];
  g_autofree char *length = handler_text_distance ((double) picture_stroke_length_m (stroke));
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *spoken = NULL;

  mark->kind = HANDLER_MARK_STROKE;
  mark->id = stroke->number;
  mark->place.position = stroke->points[stroke->n_points / 2];
  order_grid_format (stroke->points[0], TRUE, self->width, self->height, from);
  order_grid_format (stroke->points[stroke->n_points - 1], TRUE, self->width, self->height, to);
  /* Translators: a line that the player drew on the map; its number.  */
  title = g_strdup_printf (C_("pencil", "Line %u"), stroke->number);
  /* Translators: the squares where a line begins and ends.  */
  place = g_strdup_printf (C_("pencil", "%1$s – %2$s"), from, to);
  detail = handler_text_facts (handler_text_ink (stroke->ink), length, NULL);
  spoken = handler_text_stroke (stroke, from, to);
  set_text (mark, TEXT_TITLE, title);
  set_text (mark, TEXT_PLACE, place);
  set_text (mark, TEXT_DETAIL, detail);
  set_text (mark, TEXT_DESCRIPTION, spoken);
  set_text (mark, TEXT_ICON_NAME, "handler-layer-pencil-symbolic");
  return mark;
}

/* Both are by number.  */
static void
update_strokes (HandlerMarks *self, const PictureView *view)
{
  guint first = self->marks->len - self->n_strokes, row = first;

  for (gsize i = 0; i < view->n_strokes; i++, row++) {
    const PictureStroke *stroke = &view->strokes[i];

    while (row < self->marks->len
           && ((HandlerMark *) g_ptr_array_index (self->marks, row))->id < stroke->number)
      remove_at (self, row);
    if (row == self->marks->len
        || ((HandlerMark *) g_ptr_array_index (self->marks, row))->id != stroke->number)
      insert_at (self, row, stroke_new (self, stroke));
  }
  while (row < self->marks->len)
    remove_at (self, row);
  self->n_strokes = self->marks->len - first;
}

void
handler_marks_update (HandlerMarks *self, const PictureView *view)
{
  g_return_if_fail (HANDLER_IS_MARKS (self));
  update_places (self, view);
  update_strokes (self, view);
}

/* ---- Prepared orders --------------------------------------------------------------------------- */

HandlerMark *
handler_marks_find (HandlerMarks *self, HandlerMarkKind kind, guint id)
{
  g_return_val_if_fail (HANDLER_IS_MARKS (self), NULL);
  for (guint i = 0; i < self->marks->len; i++) {
    HandlerMark *mark = g_ptr_array_index (self->marks, i);

    if (mark->kind == kind && mark->id == id)
      return mark;
  }
  return NULL;
}

static void
add_order (HandlerMarks *self, const SimOrderChange *change)
{
  HandlerMark *mark = g_object_new (HANDLER_TYPE_MARK, NULL);
  SimCommand command = change->command;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;
  guint row = self->n_places;

  mark->kind = HANDLER_MARK_ORDER;
  mark->id = change->order;
  mark->mark = change->command.mark;
  command.mark = 0; /* the title says it */
  words = order_canonical (self->book, &command);
  /* Translators: orders are prepared for mark 1 … 9. */
  title = g_strdup_printf (C_("mark", "Mark %u"), mark->mark);
  /* Translators: read aloud: an order that is prepared for mark 2, and its words. */
  spoken = g_strdup_printf (C_("mark", "Prepared for mark %1$u: %2$s"), mark->mark, words);
  set_text (mark, TEXT_TITLE, title);
  set_text (mark, TEXT_DETAIL, words);
  set_text (mark, TEXT_DESCRIPTION, spoken);
  set_text (mark, TEXT_ICON_NAME, "alarm-symbolic");
  while (row < self->marks->len - self->n_strokes
         && ((HandlerMark *) g_ptr_array_index (self->marks, row))->mark <= mark->mark)
    row++;
  insert_at (self, row, mark);
}

static void
drop_order (HandlerMarks *self, HandlerMark *mark)
{
  guint row;

  if (g_ptr_array_find (self->marks, mark, &row))
    remove_at (self, row);
}

/* An order to several is prepared until the first has begun: the mark is given to all.  */
void
handler_marks_take_order (HandlerMarks *self, const SimOrderChange *change)
{
  HandlerMark *mark;

  g_return_if_fail (HANDLER_IS_MARKS (self));
  if (change->command.verb == SIM_VERB_MARK || change->command.mark == 0)
    return;
  mark = handler_marks_find (self, HANDLER_MARK_ORDER, change->order);
  switch (change->state) {
  case SIM_ORDER_WAITING:
    if (mark == NULL && change->cause == SIM_CAUSE_FOR_MARK)
      add_order (self, change);
    else if (mark != NULL && change->cause != SIM_CAUSE_FOR_MARK)
      drop_order (self, mark);
    break;
  case SIM_ORDER_ENTERED:
  case SIM_ORDER_SPOKEN:
  case SIM_ORDER_CUT:
  case SIM_ORDER_HEARD:
  case SIM_ORDER_READ_BACK:
    break;
  default:
    if (mark != NULL)
      drop_order (self, mark);
  }
}

/* ---- Words ----------------------------------------------------------------------------------- */

/* Plain words that mean nothing else to the order line; what a language's own words do take is passed over.  */
static const char *const free_names[] = {
  /* Translators: names that are offered for marked places, of one word each; none may mean anything in orders. */
  NC_ ("name of a mark", "anchor"), NC_ ("name of a mark", "barrel"),
  NC_ ("name of a mark", "candle"), NC_ ("name of a mark", "drum"),
  NC_ ("name of a mark", "ember"),  NC_ ("name of a mark", "fennel"),
  NC_ ("name of a mark", "garnet"), NC_ ("name of a mark", "hazel"),
  NC_ ("name of a mark", "ivory"),  NC_ ("name of a mark", "jasper"),
  NC_ ("name of a mark", "kettle"), NC_ ("name of a mark", "lantern"),
  NC_ ("name of a mark", "marble"), NC_ ("name of a mark", "nutmeg"),
  NC_ ("name of a mark", "onyx"),   NC_ ("name of a mark", "pepper"),
};

static gboolean
is_taken (const PictureView *view, const char *name)
{
  for (gsize i = 0; i < view->n_marks; i++)
    if (g_ascii_strcasecmp (view->marks[i].name, name) == 0)
      return TRUE;
  for (gsize i = 0; i < view->n_tracks; i++)
    if (g_ascii_strcasecmp (view->tracks[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The language itself says whether it is a name: by marking the corner of the map.  */
gboolean
handler_marks_take_name (OrderBook *book, const PictureView *view, const char *name, char *name_out,
                         char **problem)
{
  g_autofree PictureView *bare = g_memdup2 (view, sizeof *view);
  g_autofree char *text = g_strconcat ("mark point A01 as ", name, NULL);
  g_autofree char *answer = NULL;
  PictureEdit edit;

  if (is_taken (view, name)) {
    *problem = g_strdup (C_("mark", "Something is called that already."));
    return FALSE;
  }
  bare->n_marks = 0; /* there is room, for nothing is marked */
  answer = order_hand (book, bare, NULL, text, &edit);
  if (answer == NULL || edit.kind != PICTURE_EDIT_MARK) {
    *problem = answer != NULL ? g_steal_pointer (&answer)
                              : g_strdup (C_("mark", "That can not be a name."));
    return FALSE;
  }
  memcpy (name_out, edit.name, sizeof edit.name);
  return TRUE;
}

char *
handler_marks_words (OrderBook *book, const PictureView *view, float map_width_m,
                     float map_height_m, BaseVec at)
{
  char grid[ORDER_GRID_LENGTH], taken[PICTURE_NAME_SIZE];

  if (*order_grid_format (at, TRUE, map_width_m, map_height_m, grid) == '\0'
      || view->n_marks == PICTURE_MAX_MARKS)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (free_names); i++) {
    const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "name of a mark", free_names[i]);
    g_autofree char *problem = NULL;

    if (handler_marks_take_name (book, view, name, taken, &problem))
      /* The words are part of the order language and stay as they are.  */
      return g_strdup_printf ("mark point %s as %s", grid, taken);
  }
  return g_strdup_printf ("mark point %s as ", grid);
}
