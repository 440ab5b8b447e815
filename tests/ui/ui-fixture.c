/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include "scenario/scenario-truth.h"

#include <adwaita.h>

/* Words of the training battle, with one pilot's name known: five machines, scouts and dragoons.  */
OrderBook *
fixture_book (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  OrderMachine *plover;
  OrderBook *book;

  g_assert_no_error (error);
  plover = &g_array_index (scenario->squadron, ScenarioMember, 2).machine;
  g_set_str (&plover->name, "Ann Weir");
  plover->name_known = TRUE;
  book = scenario_battle_book (scenario, "en", &error);
  g_assert_no_error (error);
  return book;
}

PictureView *
fixture_view (void)
{
  PictureView *view = g_new0 (PictureView, 1);

  view->now = 1000;
  view->n_own = 5;
  for (guint i = 0; i < 5; i++) {
    PictureOwn *own = &view->own[i];

    own->id = (SimUnitId){i, 1};
    own->platoon = i < 3 ? 0 : 1;
    own->activity = SIM_ACTIVITY_HOLDING;
    own->t_word = own->t_fix = own->t_ammunition = own->t_parts = own->t_pilot = 1000;
    own->fix = own->ghost = base_vec (1000 + 500.f * (float) i, 2000);
    own->ammunition = 40;
    own->energy_percent = 90;
    memset (own->parts, 255, sizeof own->parts);
  }
  return view;
}

void
fixture_add_track (PictureView *view, guint32 number, BaseVec position, guint source)
{
  PictureTrack *track = &view->tracks[view->n_tracks++];

  *track = (PictureTrack){
    .number = number,
    .type = 1,
    .type_confidence = 0.9f,
    .count = 3,
    .count_exact = 1,
    .how = SIM_HOW_SEEN,
    .n_sources = 1,
    .t_first = view->now,
    .t_seen = view->now,
    .t_heard = view->now,
    .position = position,
    .major_m = 120,
    .minor_m = 80,
  };
  track->sources[0] = (SimUnitId){source, 1};
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

gboolean
fixture_wait (gboolean (*condition) (gpointer data), gpointer data)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (5, late_cb, &late);

  while (!late && !condition (data))
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (id);
  return condition (data);
}

gboolean
fixture_is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

void
fixture_battle_open (FixtureBattle *f, int width)
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
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 760);
  gtk_window_present (GTK_WINDOW (f->window));
  g_assert_true (fixture_wait (fixture_is_mapped, f->page));
}

void
fixture_battle_close (FixtureBattle *f)
{
  handler_battle_page_shutdown (f->page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  g_clear_object (&f->battle);
}
