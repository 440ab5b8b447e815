/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes its time is done elsewhere, says so, and can be cancelled; what was cancelled comes to nothing.  */
#include "engine/engine-keeper.h"
#include "engine/engine-run.h"
#include "scenario/scenario-generate.h"
#include "ui/handler-window.h"
#include "ui/library/handler-briefing-page.h"
#include "ui/review/handler-review-data.h"
#include "ui/review/handler-review-dialog.h"
#include "ui/widgets/handler-working.h"

#include <locale.h>

#define LIMIT_S 60

static HandlerWindow *window;
static HandlerWorking *working;
static GtkWidget *dialog; /* weak */

static void
late_cb (gpointer what)
{
  g_error ("waited in vain for %s", (const char *) what);
}

static void
wait_for (const char *what, gboolean (*condition) (void))
{
  guint late = g_timeout_add_seconds_once (LIMIT_S, late_cb, (gpointer) what);

  while (!condition ())
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static void
open_window (void)
{
  window = g_object_ref_sink (handler_window_new (NULL, NULL));
  handler_window_set_confirm (window, FALSE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&window);
}

/* ---- The dialog -------------------------------------------------------------------------------- */

static gboolean
is_shown (void)
{
  return handler_working_get_dialog (working) != NULL;
}

static gboolean
is_gone (void)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static double share_expected;

static gboolean
is_share_shown (void)
{
  GtkWidget *bar
      = find (GTK_WIDGET (handler_working_get_dialog (working)), GTK_TYPE_PROGRESS_BAR);

  return gtk_widget_get_visible (bar)
         && gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) >= share_expected;
}

static void
test_dialog (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AdwDialog *shown;

  open_window ();
  /* What is quick shows nothing.  */
  working = handler_working_new (GTK_WIDGET (window), "Quick", cancellable);
  handler_working_end (working);
  working = handler_working_new (GTK_WIDGET (window), "Slow", cancellable);
  g_assert_null (handler_working_get_dialog (working));
  wait_for ("the dialog", is_shown);
  shown = handler_working_get_dialog (working);
  g_assert_false (gtk_widget_get_visible (find (GTK_WIDGET (shown), GTK_TYPE_PROGRESS_BAR)));
  share_expected = 0.5;
  handler_share_set (handler_working_get_share (working), 0.5);
  wait_for ("the bar", is_share_shown);
  /* Ended by itself: not cancelled.  */
  handler_working_end (working);
  wait_for ("the dialog to go", is_gone);
  g_assert_false (g_cancellable_is_cancelled (cancellable));

  working = handler_working_new (GTK_WIDGET (window), "Slow", cancellable);
  wait_for ("the dialog", is_shown);
  adw_dialog_close (handler_working_get_dialog (working)); /* what Escape does */
  wait_for ("the dialog to go", is_gone);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  handler_working_end (working);
  close_window ();
}

/* ---- A battle ---------------------------------------------------------------------------------- */

static gboolean
is_briefing (void)
{
  return g_strcmp0 (handler_window_get_page_tag (window), "briefing") == 0;
}

static gboolean
is_battle (void)
{
  return handler_window_get_battle_page (window) != NULL;
}

static gboolean
is_library (void)
{
  return g_strcmp0 (handler_window_get_page_tag (window), "library") == 0;
}

static void
press_start (void)
{
  HandlerBriefingPage *page = HANDLER_BRIEFING_PAGE (find (GTK_WIDGET (window), HANDLER_TYPE_BRIEFING_PAGE));

  g_signal_emit_by_name (handler_briefing_page_get_default (page), "clicked");
}

static void
test_battle (void)
{
  ScenarioRecipe recipe = scenario_recipe_default ();
  g_autofree char *path = NULL;

  recipe.size_km = SCENARIO_SIZE_MOST_KM;
  path = scenario_generate_kept (&recipe, NULL);
  g_assert_nonnull (path);
  open_window ();
  handler_window_open_path (window, path);
  wait_for ("the briefing", is_briefing);
  /* Not before the main loop runs again: it is made elsewhere.  */
  press_start ();
  g_assert_null (handler_window_get_battle_page (window));
  /* Who goes back meanwhile is not taken into it.  */
  handler_window_show_library (window);
  wait_for ("the library", is_library);
  handler_window_open_path (window, path);
  wait_for ("the briefing again", is_briefing);
  g_assert_null (handler_window_get_battle_page (window));
  /* Pressed twice it is one battle.  */
  press_start ();
  press_start ();
  wait_for ("the battle", is_battle);
  g_assert_cmpstr (handler_window_get_page_tag (window), ==, "battle");
  handler_window_show_library (window);
  wait_for ("the library", is_library);
  close_window ();
}

/* ---- The review -------------------------------------------------------------------------------- */

static ScenarioReplay *
replay_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  EngineRunOptions options
      = {.seed = 1, .staff = STAFF_BASIC, .until = SIM_SECONDS (60), .want_replay = TRUE};
  EngineRun *run = engine_run (scenario, &options, &error);
  ScenarioReplay *replay = g_steal_pointer (&run->replay);

  g_assert_no_error (error);
  engine_run_free (run);
  return replay;
}

static gboolean
is_closed (void)
{
  return dialog == NULL;
}

static gboolean
is_reviewed (void)
{
  GtkWidget *stack = find (dialog, GTK_TYPE_STACK);

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "review");
}

static void
test_review (void)
{
  g_autoptr (ScenarioReplay) replay = replay_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  HandlerShare *share = g_atomic_rc_box_new0 (HandlerShare);
  HandlerReview *review = handler_review_new (replay, NULL, share, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (handler_share_get (share), ==, 1);
  handler_review_free (review);
  g_cancellable_cancel (cancelled);
  handler_share_set (share, 0);
  g_assert_null (handler_review_new (replay, cancelled, share, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (handler_share_get (share), ==, 0);
  g_atomic_rc_box_release (share);
}

static void
test_review_dialog (void)
{
  open_window ();
  /* Closed while it is made: nothing is left that could come later.  */
  g_set_weak_pointer (&dialog, GTK_WIDGET (handler_review_dialog_new (replay_new ())));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  g_assert_false (is_reviewed ());
  g_assert_nonnull (find (dialog, GTK_TYPE_PROGRESS_BAR));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  wait_for ("the review to go", is_closed);
  g_set_weak_pointer (&dialog, GTK_WIDGET (handler_review_dialog_new (replay_new ())));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  wait_for ("the review", is_reviewed);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  wait_for ("the review to go", is_closed);
  close_window ();
}

/* ---- Back in the library ----------------------------------------------------------------------- */

static gboolean
is_offered (void)
{
  return handler_library_page_get_offer (handler_window_get_library (window)) != NULL;
}

static gboolean
is_on_offer (void)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && ADW_IS_ACTION_ROW (focus)
         && focus == handler_library_page_get_default (handler_window_get_library (window));
}

/* Who left a battle goes on with it by Enter, also where the offer came while the page was changing.  */
static void
test_focus_after_leaving (void)
{
  g_autoptr (EngineKeeper) keeper = engine_keeper_new_for_user ();
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", NULL);
  const EngineOptions options = {.language = "en", .start_paused = TRUE};

  open_window ();
  handler_window_set_keeper (window, keeper);
  g_assert_true (handler_window_start_battle (window, scenario, &options, NULL));
  wait_for ("the battle", is_battle);
  handler_window_show_library (window);
  wait_for ("the offer", is_offered);
  wait_for ("the focus on the offer", is_on_offer);
  close_window ();
  engine_keeper_close (keeper);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  handler_ui_init ();
  g_test_add_func ("/app/working/dialog", test_dialog);
  g_test_add_func ("/app/working/battle", test_battle);
  g_test_add_func ("/app/working/review", test_review);
  g_test_add_func ("/app/working/review-dialog", test_review_dialog);
  g_test_add_func ("/app/working/focus-after-leaving", test_focus_after_leaving);
  return g_test_run ();
}
