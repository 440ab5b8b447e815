/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget in a window: caching, keys, selection, menu, tiles.  */
#include "base/base-random.h"
#include "fixtures/map-battle.h"
#include "handler-resources.h"
#include "moments.h"
#include "ui/map/handler-map-list.h"
#include "ui/map/handler-map-painting.h"
#include "ui/map/handler-map-relief.h"
#include "ui/map/handler-map-scale.h"
#include "ui/map/handler-map-times.h"
#include "ui/map/handler-map-view.h"
#include "ui/widgets/handler-shortcuts.h"

#include <adwaita.h>
#include <math.h>

#define MOST_MS 20000

/* Made once: it takes a while.  */
static PictureSheet *shared_sheet;

typedef struct {
  const PictureSheet *sheet;
  OrderBook *book;
  PictureView *picture;
  GtkWidget *window;
  HandlerMap *map;
  char *order, *question;
  GArray *edits; /* PictureEdit asked for */
  guint frames;
} Fixture;

static void
on_order_text (Fixture *fixture, const char *text)
{
  g_set_str (&fixture->order, text);
}

static void
on_question (Fixture *fixture, const char *text)
{
  g_set_str (&fixture->question, text);
}

static void
on_edit (Fixture *fixture, const PictureEdit *edit)
{
  g_array_append_vals (fixture->edits, edit, 1);
}

static void
spin_until_painted (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + MOST_MS * 1000;

  do {
    moments_pass (30);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  } while (handler_map_is_painting (fixture->map));
  moments_pass (60);
}

static void
on_after_paint (Fixture *fixture)
{
  fixture->frames++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = handler_map_view_new ();

  fixture->sheet = shared_sheet;
  fixture->book = map_battle_book (fixture->sheet);
  fixture->picture = g_new0 (PictureView, 1);
  map_battle_view (fixture->sheet, 30000, fixture->picture);
  fixture->map = handler_map_view_get_map (HANDLER_MAP_VIEW (view));
  handler_map_set_sheet (fixture->map, fixture->sheet);
  handler_map_set_book (fixture->map, fixture->book);
  handler_map_set_view (fixture->map, fixture->picture);
  g_signal_connect_swapped (fixture->map, "order-text", G_CALLBACK (on_order_text), fixture);
  g_signal_connect_swapped (fixture->map, "question", G_CALLBACK (on_question), fixture);
  fixture->edits = g_array_new (FALSE, FALSE, sizeof (PictureEdit));
  g_signal_connect_swapped (fixture->map, "edit-requested", G_CALLBACK (on_edit), fixture);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 660);
  gtk_window_present (GTK_WINDOW (fixture->window));
  spin_until_painted (fixture);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (fixture->window), "after-paint",
                            G_CALLBACK (on_after_paint), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer map = fixture->map;

  g_object_add_weak_pointer (G_OBJECT (fixture->map), &map);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 100 && map != NULL; i++)
    moments_pass (30);
  /* Nothing keeps the map once its window is gone.  */
  g_assert_null (map);
  order_book_unref (fixture->book);
  g_free (fixture->picture);
  g_free (fixture->order);
  g_free (fixture->question);
  g_array_unref (fixture->edits);
}

/* ---- Caching ------------------------------------------------------------------------------- */

/* The same picture again makes no node and draws no frame.  */
static void
test_idle (Fixture *fixture, gconstpointer data)
{
  guint built = handler_map_get_n_built (fixture->map);
  guint frames = fixture->frames;

  for (int i = 0; i < 5; i++) {
    handler_map_set_view (fixture->map, fixture->picture);
    moments_pass (40);
  }
  g_assert_cmpuint (handler_map_get_n_built (fixture->map), ==, built);
  g_assert_cmpuint (fixture->frames, ==, frames);
}

/* One track that moves makes one layer anew.  */
static void
test_one_layer (Fixture *fixture, gconstpointer data)
{
  guint built = handler_map_get_n_built (fixture->map);

  fixture->picture->tracks[1].position.x -= 400;
  handler_map_set_view (fixture->map, fixture->picture);
  moments_pass (100);
  g_assert_cmpuint (handler_map_get_n_built (fixture->map), ==, built + 1);
  /* A move of less than a pixel is none.  */
  fixture->picture->tracks[1].position.x += 0.01f;
  handler_map_set_view (fixture->map, fixture->picture);
  moments_pass (60);
  g_assert_cmpuint (handler_map_get_n_built (fixture->map), ==, built + 1);
}

/* A pan inside what is painted moves the nodes and makes none but that of the tiles.  */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  guint built, frames;

  handler_map_zoom_in (fixture->map);
  spin_until_painted (fixture);
  built = handler_map_get_n_built (fixture->map);
  frames = fixture->frames;
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.pan", "s", "left");
  spin_until_painted (fixture);
  g_assert_cmpuint (fixture->frames, >, frames);
  g_assert_cmpuint (handler_map_get_n_built (fixture->map) - built, <=, 6);
}

static void
test_layers (Fixture *fixture, gconstpointer data)
{
  guint id;
  double x, y;

  handler_map_to_widget (fixture->map, fixture->picture->tracks[5].position, &x, &y);
  g_assert_cmpint (handler_map_pick (fixture->map, x, y, &id), ==, HANDLER_SELECTION_TRACK);
  g_assert_cmpuint (id, ==, 7);
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.show-tracks", NULL);
  {
    gboolean shown = TRUE;

    g_object_get (fixture->map, "show-tracks", &shown, NULL);
    g_assert_false (shown);
  }
  moments_pass (60);
}

/* ---- Keys ---------------------------------------------------------------------------------- */

/* Presses a key as the table has it: finds the shortcut and activates it.  */
static void
press (Fixture *fixture, const char *trigger)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (fixture->map));
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (trigger);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==,
                     GTK_PHASE_BUBBLE);
    for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

      if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted)) {
        g_assert_true (gtk_shortcut_action_activate (
            gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->map),
            gtk_shortcut_get_arguments (shortcut)));
        return;
      }
    }
  }
  g_error ("no key %s", trigger);
}

static void
test_keys_zoom (Fixture *fixture, gconstpointer data)
{
  double start = handler_map_get_metres_per_pixel (fixture->map);

  press (fixture, "plus");
  g_assert_cmpfloat (handler_map_get_metres_per_pixel (fixture->map), <, start);
  press (fixture, "minus");
  g_assert_cmpfloat_with_epsilon (handler_map_get_metres_per_pixel (fixture->map), start, 1e-6);
  press (fixture, "plus");
  press (fixture, "0");
  g_assert_cmpfloat (handler_map_get_metres_per_pixel (fixture->map), >=, start);
}

static void
test_keys_select (Fixture *fixture, gconstpointer data)
{
  HandlerSelection *selection = handler_map_get_selection (fixture->map);

  press (fixture, "3");
  g_assert_true (handler_selection_is (selection, HANDLER_SELECTION_PLATOON, 2));
  press (fixture, "n");
  g_assert_true (handler_selection_is (selection, HANDLER_SELECTION_OWN, 0));
  for (int i = 0; i < 5; i++)
    press (fixture, "n");
  g_assert_true (handler_selection_is (selection, HANDLER_SELECTION_OWN, 5));
  /* Griffin is lost: the next is Laughing Fox.  */
  press (fixture, "n");
  g_assert_true (handler_selection_is (selection, HANDLER_SELECTION_OWN, 7));
  press (fixture, "<Shift>n");
  g_assert_true (handler_selection_is (selection, HANDLER_SELECTION_TRACK, 2));
  for (guint i = 1; i < fixture->picture->n_tracks; i++)
    press (fixture, "<Shift>n");
  g_assert_true (handler_selection_is (selection, HANDLER_SELECTION_TRACK, 9));
  press (fixture, "<Shift>n");
  g_assert_true (handler_selection_is (selection, HANDLER_SELECTION_TRACK, 2));
  press (fixture, "Escape");
  g_assert_cmpint (handler_selection_get_kind (selection), ==, HANDLER_SELECTION_NONE);
}

static void
test_keys_crosshair (Fixture *fixture, gconstpointer data)
{
  BaseVec first, second;
  g_autofree char *text = NULL;

  g_assert_false (handler_map_get_cursor (fixture->map, &first));
  press (fixture, "<Shift>Right");
  g_assert_true (handler_map_get_cursor (fixture->map, &first));
  press (fixture, "<Shift>Right");
  press (fixture, "<Shift>Up");
  g_assert_true (handler_map_get_cursor (fixture->map, &second));
  g_assert_cmpfloat_with_epsilon ((double) (second.x - first.x), 1000.0 / 3, 0.1);
  g_assert_cmpfloat_with_epsilon ((double) (second.y - first.y), 1000.0 / 3, 0.1);
  handler_map_set_cursor (fixture->map, base_vec (7200, 6600));
  text = handler_map_dup_cursor_text (fixture->map);
  g_assert_true (g_str_has_prefix (text, "H07-4 · "));
  press (fixture, "Escape");
  g_assert_false (handler_map_get_cursor (fixture->map, &first));
}

/* Every key of the table does something that exists.  */
static void
test_keys_table (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = handler_map_get_actions (fixture->map);
  gsize n, n_map = 0;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  for (gsize i = 0; i < n; i++) {
    const GVariantType *wanted;
    g_autoptr (GVariant) target = NULL;

    /* What the battle does is not the map's.  */
    if (entries[i].scope != HANDLER_SHORTCUT_MAP || g_str_has_prefix (entries[i].action, "battle."))
      continue;
    n_map++;
    g_assert_true (g_str_has_prefix (entries[i].action, "map."));
    g_assert_true (g_action_group_has_action (actions, entries[i].action + 4));
    wanted = g_action_group_get_action_parameter_type (actions, entries[i].action + 4);
    g_assert_true ((wanted == NULL) == (entries[i].target == NULL));
    if (wanted == NULL)
      continue;
    target = g_variant_parse (wanted, entries[i].target, NULL, NULL, NULL);
    g_assert_nonnull (target);
  }
  g_assert_cmpuint (n_map, >, 20);
}

/* ---- Pencil -------------------------------------------------------------------------------- */

static const PictureEdit *
last_edit (Fixture *fixture, guint n)
{
  g_assert_cmpuint (fixture->edits->len, ==, n);
  return &g_array_index (fixture->edits, PictureEdit, n - 1);
}

/* The picture takes what was asked for last.  */
static void
take_line (Fixture *fixture)
{
  const PictureEdit *edit = last_edit (fixture, fixture->edits->len);
  PictureStroke *stroke = &fixture->picture->strokes[fixture->picture->n_strokes++];

  *stroke = (PictureStroke){.number = (guint32) fixture->picture->n_strokes,
                            .ink = edit->ink,
                            .n_points = edit->n_points};
  memcpy (stroke->points, edit->points, sizeof stroke->points);
  handler_map_set_view (fixture->map, fixture->picture);
}

/* A line by keys alone: pencil, ink, points at the crosshair, its end; then rubbed out, and back.  */
static void
test_pencil_keys (Fixture *fixture, gconstpointer data)
{
  const PictureEdit *edit;
  BaseVec at;

  press (fixture, "p");
  g_assert_true (handler_map_get_pencil (fixture->map));
  press (fixture, "i");
  handler_map_set_cursor (fixture->map, base_vec (5200, 5200));
  press (fixture, "Return");
  press (fixture, "Return"); /* twice at one place is once */
  press (fixture, "<Shift>Right");
  press (fixture, "Return");
  press (fixture, "<Shift>Up");
  press (fixture, "Return");
  g_assert_cmpuint (fixture->edits->len, ==, 0);
  press (fixture, "Escape");
  edit = last_edit (fixture, 1);
  g_assert_cmpuint (edit->kind, ==, PICTURE_EDIT_DRAW);
  g_assert_cmpuint (edit->ink, ==, PICTURE_INK_BLUE);
  g_assert_cmpuint (edit->n_points, ==, 3);
  g_assert_cmpfloat (edit->points[0].x, ==, 5200);
  g_assert_true (picture_edit_is_fit (edit));
  g_assert_true (handler_map_get_pencil (fixture->map));
  take_line (fixture);
  press (fixture, "Delete"); /* the crosshair stands on its end */
  edit = last_edit (fixture, 2);
  g_assert_cmpuint (edit->kind, ==, PICTURE_EDIT_ERASE);
  g_assert_cmpuint (edit->track, ==, 1);
  press (fixture, "<Control>z");
  g_assert_cmpuint (last_edit (fixture, 3)->kind, ==, PICTURE_EDIT_UNDO);
  press (fixture, "<Control><Shift>z");
  g_assert_cmpuint (last_edit (fixture, 4)->kind, ==, PICTURE_EDIT_REDO);
  press (fixture, "<Shift>Delete");
  g_assert_cmpuint (last_edit (fixture, 5)->kind, ==, PICTURE_EDIT_CLEAR);
  press (fixture, "Escape"); /* the pencil, then the crosshair */
  g_assert_false (handler_map_get_pencil (fixture->map));
  g_assert_true (handler_map_get_cursor (fixture->map, &at));
  /* One of the two tools at most.  */
  press (fixture, "r");
  press (fixture, "p");
  g_assert_false (handler_map_get_ruler (fixture->map));
  press (fixture, "r");
  g_assert_false (handler_map_get_pencil (fixture->map));
}

static gpointer
gesture_of (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (fixture->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_OBJECT_TYPE (controller) == type)
      return controller; /* the widget holds it */
  }
  g_error ("no %s", g_type_name (type));
}

/* A line drawn freely has few points, and none of what was drawn lies far from it.  */
static void
test_pencil_drag (Fixture *fixture, gconstpointer data)
{
  GtkGestureDrag *drag = gesture_of (fixture, GTK_TYPE_GESTURE_DRAG);
  double mpp = handler_map_get_metres_per_pixel (fixture->map);
  const PictureEdit *edit;
  double x, y, left, right;

  press (fixture, "p");
  g_signal_emit_by_name (drag, "drag-begin", 0.0, 0.0);
  for (guint i = 1; i <= 200; i++) /* from the corner: no pointer is down, so it starts at 0, 0 */
    g_signal_emit_by_name (drag, "drag-update", 100.0 + i, 200.0 + 60 * sin (i / 20.0));
  g_signal_emit_by_name (drag, "drag-end", 300.0, 200.0);
  edit = last_edit (fixture, 1);
  g_assert_cmpuint (edit->kind, ==, PICTURE_EDIT_DRAW);
  g_assert_cmpuint (edit->n_points, >=, 8);
  g_assert_cmpuint (edit->n_points, <=, PICTURE_MAX_STROKE_POINTS);
  handler_map_to_widget (fixture->map, edit->points[edit->n_points - 1], &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 300, 3);
  take_line (fixture);
  /* Found beside it, not far from it.  */
  handler_map_to_widget (fixture->map, edit->points[3], &left, &y);
  handler_map_to_widget (fixture->map, edit->points[4], &right, &y);
  g_assert_cmpfloat (right - left, >, 0);
  g_assert_cmpfloat (mpp, >, 0);
  press (fixture, "e");
  g_signal_emit_by_name (drag, "drag-begin", 0.0, 0.0);
  for (guint i = 0; i < 3; i++) /* the picture does not say at once that it is gone */
    g_signal_emit_by_name (drag, "drag-update", x - 2 - i, 200.0 + 60 * sin (198 / 20.0));
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  edit = last_edit (fixture, 2);
  g_assert_cmpuint (edit->kind, ==, PICTURE_EDIT_ERASE);
  g_assert_cmpuint (edit->track, ==, 1);
}

/* One finger draws, then a second one comes: what was drawn is dropped, the map moves with both, and what the
 * finger that stays does afterwards pans.  */
static void
test_second_finger (Fixture *fixture, gconstpointer data)
{
  GtkGesture *drag = gesture_of (fixture, GTK_TYPE_GESTURE_DRAG);
  GtkGesture *pinch = gesture_of (fixture, GTK_TYPE_GESTURE_ZOOM);
  const BaseVec place = {2000, 2000};
  double x, y, moved_x, moved_y;

  g_assert_true (gtk_gesture_is_grouped_with (drag, pinch));
  handler_map_zoom_in (fixture->map);
  handler_map_zoom_in (fixture->map);
  press (fixture, "p");
  g_signal_emit_by_name (drag, "drag-begin", 0.0, 0.0);
  for (guint i = 1; i <= 20; i++)
    g_signal_emit_by_name (drag, "drag-update", 100.0 + 5 * i, 200.0);
  g_signal_emit_by_name (pinch, "begin", NULL);
  handler_map_to_widget (fixture->map, place, &x, &y);
  for (guint i = 1; i <= 20; i++)
    g_signal_emit_by_name (drag, "drag-update", 200.0, 200.0 + 5 * i);
  handler_map_to_widget (fixture->map, place, &moved_x, &moved_y);
  g_assert_cmpfloat_with_epsilon (moved_y, y, 0.01); /* the pinch moves the map, not the drag */
  g_signal_emit_by_name (pinch, "end", NULL);
  handler_map_to_widget (fixture->map, place, &x, &y);
  g_signal_emit_by_name (drag, "drag-update", 200.0, 290.0);
  handler_map_to_widget (fixture->map, place, &moved_x, &moved_y);
  g_assert_cmpfloat_with_epsilon (moved_y, y - 10, 2);
  g_signal_emit_by_name (drag, "drag-end", 200.0, 290.0);
  g_assert_cmpuint (fixture->edits->len, ==, 0);
}

/* A line makes one layer anew, is picked where it lies, and not when its layer is off.  */
static void
test_pencil_layer (Fixture *fixture, gconstpointer data)
{
  guint built = handler_map_get_n_built (fixture->map), id;
  PictureStroke *stroke = &fixture->picture->strokes[0];
  double x, y;

  *stroke = (PictureStroke){.number = 7, .ink = PICTURE_INK_GREEN, .n_points = 2};
  stroke->points[0] = base_vec (600, 600);
  stroke->points[1] = base_vec (600, 3000);
  fixture->picture->n_strokes = 1;
  handler_map_set_view (fixture->map, fixture->picture);
  moments_pass (100);
  g_assert_cmpuint (handler_map_get_n_built (fixture->map), ==, built + 1);
  handler_map_to_widget (fixture->map, base_vec (600, 1200), &x, &y);
  g_assert_cmpint (handler_map_pick (fixture->map, x + 3, y, &id), ==, HANDLER_SELECTION_STROKE);
  g_assert_cmpuint (id, ==, 7);
  g_assert_cmpint (handler_map_pick (fixture->map, x + 30, y, &id), !=, HANDLER_SELECTION_STROKE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.show-pencil", NULL);
  g_assert_cmpint (handler_map_pick (fixture->map, x + 3, y, &id), !=, HANDLER_SELECTION_STROKE);
  press (fixture, "p"); /* who draws wants to see it */
  g_assert_cmpint (handler_map_pick (fixture->map, x + 3, y, &id), ==, HANDLER_SELECTION_STROKE);
}

/* ---- Menu ---------------------------------------------------------------------------------- */

static GtkWidget *
find_row (GtkWidget *widget, const char *words)
{
  const char *own =
      GTK_IS_BUTTON (widget) ? g_object_get_data (G_OBJECT (widget), "words") : NULL;

  if (own != NULL && g_str_equal (own, words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, words);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
click_row (Fixture *fixture, BaseVec at, const char *words)
{
  GtkWidget *row;

  handler_map_open_order_menu (fixture->map, at);
  moments_pass (60);
  row = find_row (GTK_WIDGET (fixture->map), words);
  if (row == NULL)
    g_error ("no row \"%s\"", words);
  g_signal_emit_by_name (row, "clicked");
  moments_pass (60);
}

/* The words of the menu are orders: reading them gives the order again.  */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  HandlerSelection *selection = handler_map_get_selection (fixture->map);
  g_autoptr (OrderReading) reading = NULL;

  handler_selection_select (selection, HANDLER_SELECTION_OWN, 4);
  click_row (fixture, base_vec (2500, 3500), "Wehrwolf, move to C04-5");
  g_assert_cmpstr (fixture->order, ==, "Wehrwolf, move to C04-5");
  reading = order_parse (fixture->book, fixture->picture, NULL, fixture->order);
  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  g_assert_cmpint (reading->command.verb, ==, SIM_VERB_MOVE);
  click_row (fixture, fixture->picture->tracks[5].position, "Wehrwolf, attack T07");
  g_assert_cmpstr (fixture->order, ==, "Wehrwolf, attack T07");
  handler_selection_select (selection, HANDLER_SELECTION_PLATOON, 2);
  click_row (fixture, base_vec (2500, 3500), "Third Platoon, hold at C04-5");
  click_row (fixture, base_vec (2500, 3500), "describe C04");
  g_assert_cmpstr (fixture->question, ==, "describe C04");
  click_row (fixture, base_vec (2500, 3500), "bearings from C04-5");
  g_assert_cmpstr (fixture->question, ==, "bearings from C04-5");
}

/* The verbs of all rows of a menu that is shown, as bits; each row is an order or a question.  */
static guint64
verbs_shown (Fixture *fixture, GtkWidget *widget)
{
  const char *words =
      GTK_IS_BUTTON (widget) ? g_object_get_data (G_OBJECT (widget), "words") : NULL;
  guint64 verbs = 0;

  if (words != NULL && g_object_get_data (G_OBJECT (widget), "question") == NULL) {
    g_autofree char *whole = g_strconcat (words, g_str_has_suffix (words, " ") ? "1" : "", NULL);
    g_autoptr (OrderReading) reading = order_parse (fixture->book, fixture->picture, NULL, whole);

    if (reading->problem != ORDER_OK)
      g_error ("the map wrote \"%s\": %s", whole, reading->reason);
    verbs |= G_GUINT64_CONSTANT (1) << reading->command.verb;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    verbs |= verbs_shown (fixture, child);
  return verbs;
}

static guint64
verbs_at (Fixture *fixture, BaseVec at)
{
  handler_map_open_order_menu (fixture->map, at);
  moments_pass (60);
  return verbs_shown (fixture, GTK_WIDGET (fixture->map));
}

/* On ground, on an enemy, on others of ours and on itself: all that can be said of a place is there.  */
static void
test_menu_verbs (Fixture *fixture, gconstpointer data)
{
  static const SimVerb elsewhere[] = {SIM_VERB_RECOVER, SIM_VERB_RESCUE, SIM_VERB_CANCEL,
                                      SIM_VERB_NET, SIM_VERB_SYNC, SIM_VERB_LISTEN_IN};
  HandlerSelection *selection = handler_map_get_selection (fixture->map);
  guint64 verbs;

  handler_selection_select (selection, HANDLER_SELECTION_OWN, 4);
  verbs = verbs_at (fixture, base_vec (2500, 3500));
  verbs |= verbs_at (fixture, fixture->picture->tracks[5].position);
  verbs |= verbs_at (fixture, fixture->picture->own[4].fix);
  verbs |= verbs_at (fixture, fixture->picture->own[1].fix);
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    verbs |= G_GUINT64_CONSTANT (1) << elsewhere[i];
  for (guint verb = 0; verb < SIM_N_VERBS; verb++)
    if ((verbs & (G_GUINT64_CONSTANT (1) << verb)) == 0)
      g_error ("the map does not offer \"%s\"", sim_verb_name (verb));
}

static void
press_chip (GtkWidget *widget, const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    press_chip (child, label);
}

/* How it is done goes into the words of each order that takes it, and of no other.  */
static void
test_menu_manner (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);

  handler_selection_select (handler_map_get_selection (fixture->map), HANDLER_SELECTION_OWN, 4);
  handler_map_open_order_menu (fixture->map, base_vec (2500, 3500));
  moments_pass (60);
  press_chip (map, "Fast");
  press_chip (map, "Hidden"); /* instead */
  press_chip (map, "When Ready");
  press_chip (map, "Until Relieved");
  g_assert_nonnull (find_row (map, "Wehrwolf, move to C04-5, hidden, when ready"));
  g_assert_nonnull (find_row (map, "Wehrwolf, hold at C04-5, hidden, when ready, until relieved"));
  g_assert_nonnull (find_row (map, "Interceptors, look at C04-5"));
  g_assert_null (find_row (map, "Wehrwolf, move to C04-5"));
  verbs_shown (fixture, map);
  handler_map_open_order_menu (fixture->map, base_vec (2500, 3500)); /* as usual again */
  moments_pass (60);
  g_assert_nonnull (find_row (map, "Wehrwolf, move to C04-5"));
}

/* Closed, and the map goes before the menu has been dropped.  */
static void
test_menu_closing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  handler_map_open_order_menu (fixture->map, base_vec (2500, 3500));
  menu = gtk_widget_get_first_child (GTK_WIDGET (fixture->map));
  g_assert_true (GTK_IS_POPOVER (menu));
  g_assert_true (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  g_assert_true (gtk_widget_get_parent (menu) == GTK_WIDGET (fixture->map));
}

/* Without anyone selected it is the nearest platoon; a lost machine hears nothing.  */
static void
test_menu_nobody (Fixture *fixture, gconstpointer data)
{
  HandlerSelection *selection = handler_map_get_selection (fixture->map);

  handler_selection_clear (selection);
  handler_map_open_order_menu (fixture->map, base_vec (2500, 3500));
  moments_pass (60);
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->map), "describe C04"));
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->map), "Fifth Platoon, move to C04-5"));
  handler_selection_select (selection, HANDLER_SELECTION_OWN, 6);
  handler_map_open_order_menu (fixture->map, base_vec (2500, 3500));
  moments_pass (60);
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->map), "describe C04"));
  g_assert_null (find_row (GTK_WIDGET (fixture->map), "Griffin, move to C04-5"));
}

/* ---- Others -------------------------------------------------------------------------------- */

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  double x, y;

  for (int i = 0; i < 2; i++)
    handler_map_zoom_in (fixture->map);
  handler_selection_select (handler_map_get_selection (fixture->map), HANDLER_SELECTION_OWN, 4);
  handler_map_set_follow (fixture->map, TRUE);
  fixture->picture->own[4].fix = base_vec (6000, 6000);
  handler_map_set_view (fixture->map, fixture->picture);
  handler_map_to_widget (fixture->map, base_vec (6000, 6000), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, gtk_widget_get_width (GTK_WIDGET (fixture->map)) / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (y, gtk_widget_get_height (GTK_WIDGET (fixture->map)) / 2.0, 2);
  /* Panning ends it.  */
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.pan", "s", "up");
  g_assert_false (handler_map_get_follow (fixture->map));
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  guint built = handler_map_get_n_built (fixture->map);
  SimCommand draft = {.verb = SIM_VERB_MOVE, .n_addressees = 1, .facing_deg = -1};

  draft.addressees[0] = (SimAddressee){SIM_ADDRESSEE_PLATOON, 1};
  draft.target = (SimTarget){.kind = SIM_TARGET_POSITION, .position = {8000, 8000}};
  handler_map_set_draft (fixture->map, &draft);
  moments_pass (80);
  g_assert_cmpuint (handler_map_get_n_built (fixture->map), ==, built + 1);
  handler_map_set_draft (fixture->map, NULL);
  moments_pass (80);
  g_assert_cmpuint (handler_map_get_n_built (fixture->map), ==, built + 2);
}

/* A sheet that goes takes nothing along: tiles being painted own what they read.  */
static void
test_sheet_goes (Fixture *fixture, gconstpointer data)
{
  PictureSheet *sheet = picture_sheet_new (4000, 4000, 25);

  handler_map_set_sheet (fixture->map, sheet);
  moments_pass (20);
  handler_map_set_sheet (fixture->map, NULL);
  handler_map_set_view (fixture->map, NULL);
  picture_sheet_free (sheet);
  spin_until_painted (fixture);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (fixture->map), GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
  g_autofree char *description = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (fixture->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "21 machines, 8 contacts");

  g_assert_null (label);
  g_assert_null (description);
  gtk_test_accessible_assert_role (fixture->map, GTK_ACCESSIBLE_ROLE_IMG);
}

/* ---- Frame times --------------------------------------------------------------------------- */

static GtkWidget *
find_times (GtkWidget *widget)
{
  if (HANDLER_IS_MAP_TIMES (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_times (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The hidden key shows them and takes them away; what is not shown does not exist.  */
static void
test_times (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *name = NULL;
  HandlerMapTimes *times;

  g_assert_null (find_times (fixture->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.frame-times", NULL));
  times = HANDLER_MAP_TIMES (find_times (fixture->window));
  g_assert_nonnull (times);
  text = handler_map_times_dup_text (times);
  g_assert_cmpstr (text, ==, "");
  /* A hundred frames of 1 to 100 ms; and one before them, long forgotten.  */
  handler_map_times_add (times, 500, 0);
  for (guint i = 1; i <= 100; i++)
    handler_map_times_add (times, i, 6 * G_USEC_PER_SEC);
  g_free (text);
  text = handler_map_times_dup_text (times);
  g_assert_true (g_str_has_prefix (text, "Frame 100.0 ms · p50 50.0 · p99 99.0 · symbols "));
  g_assert_cmpuint (handler_map_get_n_drawn (fixture->map), >, 8);
  name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (times), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "Frame times");
  g_assert_null (name);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.frame-times", NULL));
  g_assert_null (find_times (fixture->window));
}

/* Frames note themselves, and its own words do not make it ask for ever more of them.  */
static void
test_times_measured (Fixture *fixture, gconstpointer data)
{
  HandlerMapTimes *times;
  guint frames;

  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.frame-times", NULL);
  times = HANDLER_MAP_TIMES (find_times (fixture->window));
  for (;;) {
    g_autofree char *text = handler_map_times_dup_text (times);

    if (*text != '\0')
      break;
    g_main_context_iteration (NULL, TRUE);
  }
  frames = fixture->frames;
  moments_pass (1200);
  g_assert_cmpuint (fixture->frames - frames, <=, 8);
}

/* ---- Thumbnails ---------------------------------------------------------------------------- */

static void
on_thumbnail (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_thumbnail (void)
{
  PictureSheet *sheet = picture_sheet_new (8000, 6000, 25);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  handler_map_relief_thumbnail_async (sheet, 296, 160, 2, TRUE, NULL, on_thumbnail, &result);
  handler_map_relief_thumbnail_async (sheet, 296, 160, 1, FALSE, cancellable, on_thumbnail,
                                      &cancelled);
  picture_sheet_free (sheet);
  g_cancellable_cancel (cancellable);
  while (result == NULL || cancelled == NULL)
    g_main_context_iteration (NULL, TRUE);
  texture = handler_map_relief_thumbnail_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 592);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 320);
  g_assert_null (handler_map_relief_thumbnail_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_scale (void)
{
  g_assert_cmpfloat_with_epsilon (handler_map_scale_length (10, 110), 1000, 1e-6);
  g_assert_cmpfloat_with_epsilon (handler_map_scale_length (20, 110), 2000, 1e-6);
  g_assert_cmpfloat_with_epsilon (handler_map_scale_length (1, 110), 100, 1e-6);
  for (double mpp = 0.3; mpp < 100; mpp *= 1.07)
    g_assert_cmpfloat (handler_map_scale_length (mpp, 110) / mpp, <=, 110.001);
}

/* ---- Strokes ------------------------------------------------------------------------------- */

#define PAPER 700

static cairo_surface_t *
paper_of (const HandlerMapList *list, HandlerMapSprites *sprites, guint *n_pieces)
{
  HandlerMapBox view = {-30, -30, PAPER, PAPER};
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PAPER, PAPER);
  cairo_t *cr = cairo_create (paper);

  handler_map_list_snapshot (list, sprites, 1, &view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  *n_pieces = node != NULL && gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE
                  ? gsk_container_node_get_n_children (node)
                  : node != NULL;
  cairo_destroy (cr);
  cairo_surface_flush (paper);
  return paper;
}

static void
add_random_stroke (HandlerMapList *list, BaseRandom *random)
{
  guint n = 1 + base_random_below (random, 5);
  int x = 0, y = 0;
  HandlerMapStroke *stroke = handler_map_list_begin_stroke (
      list, HANDLER_MAP_TINT_OWN, base_random_below (random, 4), 1 + base_random_below (random, 6));

  stroke->halo = base_random_below (random, 2);
  stroke->arrow = base_random_below (random, 2);
  stroke->closed = base_random_below (random, 2);
  stroke->filled = base_random_below (random, 4) == 0;
  /* Some of them straight along the edges of cells.  */
  for (guint i = 0; i < n; i++) {
    guint which = base_random_below (random, 3);

    if (which != 0)
      x = (int) base_random_below (random, 2 * PAPER) - PAPER / 2;
    if (which != 1)
      y = (int) base_random_below (random, 2 * PAPER) - PAPER / 2;
    handler_map_list_add_spot (list, x, y);
  }
}

/* Unseen, but it touches all: with it everything is drawn.  */
static void
add_unseen (HandlerMapList *list)
{
  HandlerMapStroke *stroke =
      handler_map_list_begin_stroke (list, HANDLER_MAP_TINT_OWN, HANDLER_MAP_DASH_SOLID, 1);

  stroke->level = 0;
  stroke->filled = TRUE;
  handler_map_list_add_spot (list, -PAPER, -PAPER);
  handler_map_list_add_spot (list, 2 * PAPER, 2 * PAPER);
}

/* Leaving out what is empty leaves out nothing that is not; and it does leave out something.  */
static void
test_strokes (void)
{
  g_autoptr (HandlerMapSprites) sprites = handler_map_sprites_new ();
  guint n_parted = 0;
  BaseRandom random;

  base_random_init (&random, 9, 4);
  for (int round = 0; round < 60; round++) {
    cairo_surface_t *parted, *whole;
    HandlerMapList list;
    guint n;

    handler_map_list_init (&list);
    for (guint i = 1 + base_random_below (&random, 3); i > 0; i--)
      add_random_stroke (&list, &random);
    parted = paper_of (&list, sprites, &n);
    n_parted += n > 1;
    add_unseen (&list);
    whole = paper_of (&list, sprites, &n);
    g_assert_cmpmem (cairo_image_surface_get_data (parted), PAPER * PAPER * 4,
                     cairo_image_surface_get_data (whole), PAPER * PAPER * 4);
    cairo_surface_destroy (parted);
    cairo_surface_destroy (whole);
    handler_map_list_clear (&list);
  }
  g_assert_cmpuint (n_parted, >, 40);
}

/* (transfer full): `surface` on a paper of the colour on which maps are painted, with `x`, `y` of it at the corner.  */
static cairo_surface_t *
on_paper (cairo_surface_t *surface, HandlerMapSprites *sprites, int x, int y)
{
  const HandlerMapPalette *palette = handler_map_sprites_get_palette (sprites);
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PAPER, PAPER);
  cairo_t *cr = cairo_create (paper);

  gdk_cairo_set_source_rgba (cr, &palette->tints[HANDLER_MAP_TINT_BAND]);
  cairo_paint (cr);
  cairo_set_source_surface (cr, surface, -x, -y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (paper);
  cairo_surface_destroy (surface);
  return paper;
}

static cairo_surface_t *
painting_of (const HandlerMapList *list, HandlerMapSprites *sprites)
{
  HandlerMapBox view = {-30, -30, PAPER, PAPER};
  g_autoptr (HandlerMapPainting) painting = handler_map_painting_new (&view, sprites);
  cairo_surface_t *paper;

  handler_map_painting_add_list (painting, list, sprites);
  paper = handler_map_painting_new_paper (painting);
  handler_map_painting_paint (painting, paper);
  return paper;
}

/* Of a thousand values that both have, how many differ by more than rounding: a few at the edges of lines, which
 * are cut off at the edge of what they are painted on.  */
static guint
per_thousand_other (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < PAPER - 40; y++) {
    const guchar *p = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
    const guchar *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

    for (int i = 0; i < 4 * (PAPER - 40); i++)
      n += ABS ((int) p[i] - q[i]) > 4;
  }
  return n * 1000 / (4 * (PAPER - 40) * (PAPER - 40));
}

/* What cairo paints by itself is what the nodes of other renderers show.  */
static void
test_by_cairo (void)
{
  g_autoptr (HandlerMapSprites) sprites = handler_map_sprites_new ();
  BaseRandom random;

  base_random_init (&random, 5, 2);
  for (int round = 0; round < 20; round++) {
    cairo_surface_t *nodes, *painted;
    HandlerMapList list;
    guint n;

    handler_map_list_init (&list);
    handler_map_list_add_rect (&list, 100, 0, 1, PAPER, HANDLER_MAP_TINT_PAPER);
    add_random_stroke (&list, &random);
    for (guint i = 0; i < 20; i++) {
      HandlerMapSpriteKey key = {.shape = HANDLER_MAP_SHAPE_OWN,
                                 .level = HANDLER_MAP_LEVELS,
                                 .text = handler_map_sprites_text (sprites, "WW")};

      handler_map_list_add_mark (&list, 0, &key, (int) base_random_below (&random, PAPER),
                                 (int) base_random_below (&random, PAPER));
    }
    handler_map_list_sort (&list);
    nodes = on_paper (paper_of (&list, sprites, &n), sprites, 0, 0);
    painted = on_paper (painting_of (&list, sprites), sprites, 30, 30);
    g_assert_cmpuint (per_thousand_other (nodes, painted), ==, 0);
    cairo_surface_destroy (nodes);
    cairo_surface_destroy (painted);
    handler_map_list_clear (&list);
  }
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_register_resource ();
  shared_sheet = map_battle_sheet ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/handlerone/HandlerOne/icons");
#define WINDOW(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  WINDOW ("/map/widget/idle", test_idle);
  WINDOW ("/map/widget/one-layer", test_one_layer);
  WINDOW ("/map/widget/pan", test_pan);
  WINDOW ("/map/widget/layers", test_layers);
  g_test_add_func ("/map/strokes", test_strokes);
  g_test_add_func ("/map/by-cairo", test_by_cairo);
  WINDOW ("/map/keys/zoom", test_keys_zoom);
  WINDOW ("/map/keys/select", test_keys_select);
  WINDOW ("/map/keys/crosshair", test_keys_crosshair);
  WINDOW ("/map/keys/table", test_keys_table);
  WINDOW ("/map/pencil/keys", test_pencil_keys);
  WINDOW ("/map/pencil/drag", test_pencil_drag);
  WINDOW ("/map/pencil/layer", test_pencil_layer);
  WINDOW ("/map/touch/second-finger", test_second_finger);
  WINDOW ("/map/menu/words", test_menu);
  WINDOW ("/map/menu/verbs", test_menu_verbs);
  WINDOW ("/map/menu/manner", test_menu_manner);
  WINDOW ("/map/menu/nobody", test_menu_nobody);
  WINDOW ("/map/menu/closing", test_menu_closing);
  WINDOW ("/map/widget/follow", test_follow);
  WINDOW ("/map/widget/draft", test_draft);
  WINDOW ("/map/widget/sheet-goes", test_sheet_goes);
  WINDOW ("/map/accessible/map", test_accessible);
  WINDOW ("/map/accessible/times", test_times);
  WINDOW ("/map/widget/times", test_times_measured);
#undef WINDOW
  g_test_add_func ("/map/thumbnail", test_thumbnail);
  g_test_add_func ("/map/scale", test_scale);
  status = g_test_run ();
  picture_sheet_free (shared_sheet);
  return status;
}
