/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order line as a widget, with a real book behind it.  */
#include "ui-fixture.h"

#include "ui/handler-window.h"
#include "ui/orders/handler-order-line.h"

typedef struct {
  OrderBook *book;
  PictureView *view;
  GtkWidget *window;
  HandlerOrderLine *line;
  GPtrArray *said;
  const char *selected; /* or NULL */
} Fixture;

static OrderReading *
read_cb (const char *text, gpointer data)
{
  Fixture *fixture = data;

  return order_parse (fixture->book, fixture->view, NULL, text);
}

static GPtrArray *
complete_cb (const char *text, guint limit, gpointer data)
{
  Fixture *fixture = data;

  return order_complete (fixture->book, fixture->view, text, limit);
}

static gboolean
is_question_cb (const char *text, gpointer data)
{
  return g_str_has_prefix (text, "situation");
}

static const PictureView *
view_cb (gpointer data)
{
  Fixture *fixture = data;

  return fixture->view;
}

static char *
selected_cb (gpointer data)
{
  return g_strdup (((Fixture *) data)->selected);
}

static gboolean
say_cb (const char *text, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (OrderReading) reading = read_cb (text, data);

  if (reading->problem != ORDER_OK && !is_question_cb (text, data))
    return FALSE;
  g_ptr_array_add (fixture->said, g_strdup (text));
  return TRUE;
}

static gboolean
is_active (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const HandlerOrderSource source = {read_cb, complete_cb, say_cb, is_question_cb, view_cb,
                                     fixture, selected_cb};

  fixture->book = fixture_book ();
  fixture->view = fixture_view ();
  fixture->said = g_ptr_array_new_with_free_func (g_free);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  fixture->line = g_object_new (HANDLER_TYPE_ORDER_LINE, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->line));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 300);
  handler_order_line_set_source (fixture->line, &source, fixture->book);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (fixture_wait (is_active, fixture->line));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
  g_ptr_array_unref (fixture->said);
  order_book_unref (fixture->book);
  g_free (fixture->view);
}

/* The entry of the line, and what its keys do.  */
static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static gboolean
press (Fixture *fixture, guint keyval)
{
  GtkWidget *entry = find_entry (GTK_WIDGET (fixture->line));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
        && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
  }
  return handled;
}

static void
reads_as (Fixture *fixture, const char *typed, const char *canonical)
{
  handler_order_line_set_text (fixture->line, typed);
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), ==, canonical);
  g_assert_nonnull (handler_order_line_get_draft (fixture->line));
}

static void
reads_as_nothing (Fixture *fixture, const char *typed)
{
  handler_order_line_set_text (fixture->line, typed);
  g_assert_null (handler_order_line_get_draft (fixture->line));
  g_assert_false (handler_order_line_send (fixture->line));
  g_assert_cmpuint (fixture->said->len, ==, 0);
}

/* Who is selected is whom an order is for that names nobody; a name that is typed wins, and an ill one is not
 * taken for a word to somebody else.  */
static void
test_selected_is_addressed (Fixture *fixture, gconstpointer data)
{
  static const char *const ill[] = {"heorn, hold", "xyzzy, hold", "kestrel xyzzy", "xyzzy"};

  reads_as_nothing (fixture, "hold");
  fixture->selected = "Kestrel";
  handler_order_line_selection_changed (fixture->line);
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), ==, "Kestrel, hold");
  reads_as (fixture, "cancel", "Kestrel, cancel");
  reads_as (fixture, "move to C04", "Kestrel, move to C04");
  /* What is wrong with it is said of the order, and not that it is for nobody.  */
  handler_order_line_set_text (fixture->line, "scout to xq");
  g_assert_null (handler_order_line_get_draft (fixture->line));
  g_assert_null (strstr (handler_order_line_get_reading_text (fixture->line), "Say first"));
  reads_as (fixture, "Heron, hold", "Heron, hold");
  reads_as (fixture, "all units, hold", "All units, hold");
  for (guint i = 0; i < G_N_ELEMENTS (ill); i++) {
    handler_order_line_set_text (fixture->line, ill[i]);
    g_assert_false (g_str_has_prefix (handler_order_line_get_reading_text (fixture->line), "Kestrel,"));
  }
  fixture->selected = "First Platoon";
  reads_as (fixture, "hold", "First Platoon, hold");
  g_assert_true (handler_order_line_send (fixture->line));
  g_assert_cmpuint (fixture->said->len, ==, 1);
  g_assert_cmpstr (fixture->said->pdata[0], ==, "First Platoon, hold");
  handler_order_line_set_text (fixture->line, "hold");
  fixture->selected = NULL;
  handler_order_line_selection_changed (fixture->line);
  g_assert_null (handler_order_line_get_draft (fixture->line));
  fixture->selected = "Kestrel"; /* a question stays one */
  handler_order_line_set_text (fixture->line, "situation");
  g_assert_true (handler_order_line_send (fixture->line));
  g_assert_cmpstr (fixture->said->pdata[1], ==, "situation");
}

/* What stands beneath the line while nothing is typed, and why a word is not understood.  */
static void
test_new_player_is_helped (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), ==, "");
  handler_order_line_set_paused (fixture->line, TRUE);
  g_assert_nonnull (strstr (handler_order_line_get_reading_text (fixture->line), "F8"));
  handler_order_line_type_text (fixture->line, "help");
  g_assert_nonnull (strstr (handler_order_line_get_reading_text (fixture->line), "Begin with"));
  handler_order_line_clear (fixture->line);
  g_assert_nonnull (strstr (handler_order_line_get_reading_text (fixture->line), "F8"));
  handler_order_line_set_compact (fixture->line, TRUE, FALSE); /* there is no room to spare */
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), ==, "");
  handler_order_line_set_compact (fixture->line, FALSE, FALSE);
  handler_order_line_set_paused (fixture->line, FALSE);
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), ==, "");
}

static void
test_typing_gives_the_canonical_reading (Fixture *fixture, gconstpointer data)
{
  handler_order_line_type_text (fixture->line, "kestrel, go to charlie zero four");
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), ==,
                   "Kestrel, move to C04");
  g_assert_nonnull (handler_order_line_get_draft (fixture->line));
  g_assert_cmpint (handler_order_line_get_draft (fixture->line)->verb, ==, SIM_VERB_MOVE);
}

/* An empty line offers nothing to clear.  */
static void
test_clear_sign (Fixture *fixture, gconstpointer data)
{
  GtkEntry *entry = GTK_ENTRY (find_entry (GTK_WIDGET (fixture->line)));

  g_assert_null (gtk_entry_get_icon_name (entry, GTK_ENTRY_ICON_SECONDARY));
  handler_order_line_type_text (fixture->line, "Heron, ho");
  g_assert_nonnull (gtk_entry_get_icon_name (entry, GTK_ENTRY_ICON_SECONDARY));
  g_assert_nonnull (gtk_entry_get_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY));
  handler_order_line_clear (fixture->line);
  g_assert_null (gtk_entry_get_icon_name (entry, GTK_ENTRY_ICON_SECONDARY));
}

static GtkPopover *
find_popover (GtkWidget *line)
{
  for (GtkWidget *child = gtk_widget_get_first_child (line); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return GTK_POPOVER (child);
  g_assert_not_reached ();
}

static gboolean
has_width (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* What may follow opens where it would stand: the longer the words, the farther on; never beyond
 * the line.  */
static void
test_suggestions_at_the_caret (Fixture *fixture, gconstpointer data)
{
  GtkPopover *popover = find_popover (GTK_WIDGET (fixture->line));
  GdkRectangle near, far;
  int wide;

  g_assert_true (fixture_wait (has_width, fixture->line));
  handler_order_line_type_text (fixture->line, "Ke");
  g_assert_true (gtk_popover_get_pointing_to (popover, &near));
  handler_order_line_type_text (fixture->line, "Kestrel, move to ");
  g_assert_true (gtk_popover_get_pointing_to (popover, &far));
  g_assert_cmpint (far.x, >, near.x + 50);
  gtk_widget_measure (GTK_WIDGET (popover), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL,
                      NULL);
  g_assert_cmpint (far.x + wide, <=, gtk_widget_get_width (GTK_WIDGET (fixture->line)));
}

static void
draft_cb (HandlerOrderLine *line, gpointer command, guint *n_drafts)
{
  *n_drafts += command != NULL;
}

static void
test_draft_is_told (Fixture *fixture, gconstpointer data)
{
  guint drafts = 0;

  g_signal_connect (fixture->line, "draft-changed", G_CALLBACK (draft_cb), &drafts);
  handler_order_line_type_text (fixture->line, "Heron, mo");
  g_assert_cmpuint (drafts, ==, 0);
  handler_order_line_type_text (fixture->line, "Heron, move to B02");
  g_assert_cmpuint (drafts, ==, 1);
  handler_order_line_clear (fixture->line);
  g_assert_null (handler_order_line_get_draft (fixture->line));
}

static void
test_send (Fixture *fixture, gconstpointer data)
{
  handler_order_line_type_text (fixture->line, "Heron, hold");
  g_assert_true (handler_order_line_send (fixture->line));
  g_assert_cmpuint (fixture->said->len, ==, 1);
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "");
}

static void
test_refusal_says_why_and_keeps_the_text (Fixture *fixture, gconstpointer data)
{
  handler_order_line_type_text (fixture->line, "Kestrel, dance to C04");
  g_assert_false (handler_order_line_send (fixture->line));
  g_assert_cmpuint (fixture->said->len, ==, 0);
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "Kestrel, dance to C04");
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), !=, "");
}

static void
test_question (Fixture *fixture, gconstpointer data)
{
  handler_order_line_type_text (fixture->line, "situation");
  g_assert_true (handler_order_line_send (fixture->line));
  g_assert_cmpstr (g_ptr_array_index (fixture->said, 0), ==, "situation");
}

static void
test_escape_clears (Fixture *fixture, gconstpointer data)
{
  handler_order_line_type_text (fixture->line, "Wren, ");
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "");
  g_assert_false (press (fixture, GDK_KEY_Escape));
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  handler_order_line_type_text (fixture->line, "Heron, hold");
  handler_order_line_send (fixture->line);
  handler_order_line_type_text (fixture->line, "Wren, hold");
  handler_order_line_send (fixture->line);
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "Wren, hold");
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "Heron, hold");
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "");
}

/* Down takes the first suggestion, Enter puts it into the line; nothing is sent.  */
static void
test_completion (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find_entry (GTK_WIDGET (fixture->line));

  handler_order_line_type_text (fixture->line, "Kes");
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (g_str_has_prefix (handler_order_line_get_text (fixture->line), "Kestrel"));
  g_assert_cmpuint (fixture->said->len, ==, 0);
}

static gboolean
how_is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (handler_order_line_get_how (fixture->line), action);
}

static void
choose_how (Fixture *fixture, const char *action, GVariant *value)
{
  g_action_group_change_action_state (handler_order_line_get_how (fixture->line), action, value);
}

static void
assert_text (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, text);
}

/* What goes with an order can be chosen, stands in the words, and is taken back; the rest can not.  */
static void
test_how (Fixture *fixture, gconstpointer data)
{
  GActionGroup *how = handler_order_line_get_how (fixture->line);
  g_autoptr (GVariant) state = NULL;

  g_assert_false (how_is_enabled (fixture, "posture"));
  handler_order_line_set_text (fixture->line, "kestrel, hold at c03");
  choose_how (fixture, "until-relieved", g_variant_new_boolean (TRUE));
  choose_how (fixture, "posture", g_variant_new_string ("careful"));
  assert_text (fixture, "Kestrel, hold at C03, careful, until relieved");
  choose_how (fixture, "timing", g_variant_new_string ("at-once"));
  assert_text (fixture, "Kestrel, hold at C03, careful, at once, until relieved");
  choose_how (fixture, "mark", g_variant_new_string ("3"));
  assert_text (fixture, "Kestrel, hold at C03, careful, on mark 3, until relieved");
  state = g_action_group_get_action_state (how, "mark");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "3");
  choose_how (fixture, "mark", g_variant_new_string ("0"));
  choose_how (fixture, "until-relieved", g_variant_new_boolean (FALSE));
  choose_how (fixture, "posture", g_variant_new_string ("normal"));
  assert_text (fixture, "Kestrel, hold at C03");
  handler_order_line_set_text (fixture->line, "kestrel, ambush at c03");
  g_assert_false (how_is_enabled (fixture, "until-relieved"));
  g_assert_true (how_is_enabled (fixture, "mark"));
  handler_order_line_set_text (fixture->line, "interceptors, look at c03");
  g_assert_false (how_is_enabled (fixture, "posture"));
  g_assert_false (how_is_enabled (fixture, "mark"));
  handler_order_line_set_text (fixture->line, "kestrel, hol");
  g_assert_false (how_is_enabled (fixture, "posture"));
}

/* A letter is a letter: no key of the console acts while one types.  */
static void
test_without_a_source (Fixture *fixture, gconstpointer data)
{
  handler_order_line_set_source (fixture->line, NULL, NULL);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fixture->line)));
  g_assert_false (handler_order_line_send (fixture->line));
}

/* ---- Questions ------------------------------------------------------------------------------- */

static void
offer (Fixture *fixture)
{
  static const char *const orders[] = {"First Platoon, hold", "Heron, hold", "Heron, report",
                                       NULL};

  handler_order_line_offer (fixture->line, orders);
  g_assert_true (handler_order_line_get_asking (fixture->line));
}

static void
assert_offered (Fixture *fixture, const char *order, const char *number)
{
  const char *question = handler_order_line_get_reading_text (fixture->line);
  g_autofree char *asked = g_strdup_printf ("Did you say: %s?", order);

  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, order);
  g_assert_true (g_str_has_prefix (question, asked));
  g_assert_nonnull (strstr (question, number));
}

/* Down and Up step to the end and not beyond; Enter sends what is there, and nothing waits any more.  */
static void
test_offer (Fixture *fixture, gconstpointer data)
{
  offer (fixture);
  assert_offered (fixture, "First Platoon, hold", "1 of 3");
  g_assert_true (press (fixture, GDK_KEY_Up));
  assert_offered (fixture, "First Platoon, hold", "1 of 3");
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_offered (fixture, "Heron, hold", "2 of 3");
  for (guint i = 0; i < 3; i++)
    g_assert_true (press (fixture, GDK_KEY_Down));
  assert_offered (fixture, "Heron, report", "3 of 3");
  handler_order_line_set_compact (fixture->line, TRUE, FALSE);
  assert_offered (fixture, "Heron, report", "3 of 3");
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_cmpuint (fixture->said->len, ==, 0);
  g_signal_emit_by_name (find_entry (GTK_WIDGET (fixture->line)), "activate");
  g_assert_cmpuint (fixture->said->len, ==, 1);
  g_assert_cmpstr (fixture->said->pdata[0], ==, "Heron, hold");
  g_assert_false (handler_order_line_get_asking (fixture->line));
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "");
}

/* Escape drops it, and typing goes on from it; then the arrows are history's again.  */
static void
test_offer_ends (Fixture *fixture, gconstpointer data)
{
  offer (fixture);
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_false (handler_order_line_get_asking (fixture->line));
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "");
  g_assert_false (press (fixture, GDK_KEY_Down));

  offer (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (GTK_WIDGET (fixture->line))),
                         "First Platoon, hold at B02");
  g_assert_false (handler_order_line_get_asking (fixture->line));
  g_assert_cmpstr (handler_order_line_get_reading_text (fixture->line), ==,
                   "First Platoon, hold at B02");
  press (fixture, GDK_KEY_Down);
  g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, "First Platoon, hold at B02");

  offer (fixture);
  handler_order_line_refuse (fixture->line, "Say again", NULL);
  g_assert_false (handler_order_line_get_asking (fixture->line));
  g_assert_cmpuint (fixture->said->len, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
#define ADD(path, test) g_test_add ("/ui/order-line/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("new-player", test_new_player_is_helped);
  ADD ("selected", test_selected_is_addressed);
  ADD ("canonical", test_typing_gives_the_canonical_reading);
  ADD ("offer", test_offer);
  ADD ("offer-ends", test_offer_ends);
  ADD ("clear", test_clear_sign);
  ADD ("caret", test_suggestions_at_the_caret);
  ADD ("draft", test_draft_is_told);
  ADD ("send", test_send);
  ADD ("refusal", test_refusal_says_why_and_keeps_the_text);
  ADD ("question", test_question);
  ADD ("escape", test_escape_clears);
  ADD ("history", test_history);
  ADD ("completion", test_completion);
  ADD ("how", test_how);
  ADD ("no-source", test_without_a_source);
  return g_test_run ();
}
