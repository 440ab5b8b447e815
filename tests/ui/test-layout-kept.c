/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which panels stand beside the map, and what they show, is as it was left: in the next battle too.  What the window does
 * to them itself is not taken for a choice.  */
#include "ui-fixture.h"

#include "ui/battle/handler-battle-page.h"
#include "ui/handler-window.h"
#include "ui/squad/handler-squad-panel.h"

typedef struct {
  GSettings *settings;
  EngineBattle *battle;
  GtkWidget *window;
  HandlerBattlePage *page;
} Fixture;

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
open_battle (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  const EngineOptions options = {.language = "en", .start_paused = TRUE};

  g_assert_no_error (error);
  f->battle = engine_battle_new (scenario, &options, &error);
  g_assert_no_error (error);
  f->window = adw_window_new ();
  f->page = handler_battle_page_new (f->battle);
  handler_battle_page_set_settings (f->page, f->settings);
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (f->page));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 760);
  gtk_window_present (GTK_WINDOW (f->window));
  g_assert_true (fixture_wait (is_mapped, f->page));
}

static void
close_battle (Fixture *f)
{
  handler_battle_page_shutdown (f->page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_clear_object (&f->battle);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = {"show-squad", "show-comms", "battle-page", "squad-page"};

  f->settings = g_settings_new ("io.github.handlerone.HandlerOne");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  open_battle (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  close_battle (f);
  g_clear_object (&f->settings);
}

static void
again (Fixture *f)
{
  close_battle (f);
  open_battle (f);
}

static void
assert_panels (Fixture *f, gboolean squad, gboolean comms)
{
  gboolean has_squad, has_comms;

  g_object_get (f->page, "show-squad", &has_squad, "show-comms", &has_comms, NULL);
  g_assert_cmpint (has_squad, ==, squad);
  g_assert_cmpint (has_comms, ==, comms);
}

static HandlerSquadPanel *
panel_of (Fixture *f)
{
  return HANDLER_SQUAD_PANEL (
      gtk_widget_get_template_child (GTK_WIDGET (f->page), HANDLER_TYPE_BATTLE_PAGE, "squad_panel"));
}

static void
test_panels (Fixture *f, gconstpointer data)
{
  static const char *const sizes[] = {"medium", "small", "narrow", "wide"};

  assert_panels (f, TRUE, TRUE);
  g_object_set (f->page, "show-squad", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_object_set (f->page, "size", sizes[i], NULL);
  assert_panels (f, FALSE, TRUE);
  again (f);
  assert_panels (f, FALSE, TRUE);
  g_object_set (f->page, "show-squad", TRUE, "show-comms", FALSE, NULL);
  again (f);
  assert_panels (f, TRUE, FALSE);
}

/* One that lies over the map is there for a moment.  */
static void
test_over_the_map (Fixture *f, gconstpointer data)
{
  g_object_set (f->page, "size", "medium", NULL);
  assert_panels (f, FALSE, TRUE);
  g_object_set (f->page, "show-squad", TRUE, NULL);
  g_object_set (f->page, "show-squad", FALSE, NULL);
  g_object_set (f->page, "size", "wide", NULL);
  assert_panels (f, TRUE, TRUE);
}

static void
test_pages (Fixture *f, gconstpointer data)
{
  g_autofree char *page = NULL;

  handler_squad_panel_show_page (panel_of (f), "contacts");
  g_object_set (f->page, "size", "narrow", NULL);
  handler_battle_page_show_panel (f->page, "comms");
  again (f);
  g_assert_cmpstr (handler_squad_panel_get_page (panel_of (f)), ==, "contacts");
  page = g_settings_get_string (f->settings, "battle-page");
  g_assert_cmpstr (page, ==, "comms");
  g_object_set (f->page, "size", "narrow", NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (gtk_widget_get_template_child (
                       GTK_WIDGET (f->page), HANDLER_TYPE_BATTLE_PAGE, "pages"))),
                   ==, "comms");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
#define ADD(name, function)                                                                         \
  g_test_add ("/ui/layout-kept/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("panels", test_panels);
  ADD ("over-the-map", test_over_the_map);
  ADD ("pages", test_pages);
  return g_test_run ();
}
