/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefing again, while its battle is fought: what was told, how the objectives stand, what was promised.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/comms/handler-queue-text.h"
#include "ui/widgets/handler-row.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <math.h>

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_briefing (AdwPreferencesPage *page, ScenarioBattle *scenario)
{
  AdwPreferencesGroup *group = add_group (page, "");
  GtkWidget *label = gtk_label_new (scenario_battle_get_briefing (scenario));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "briefing-text");
  adw_preferences_group_add (group, label);
}

static GtkWidget *
objective_row (const ScenarioObjective *objective, const SimObjectiveChange *change)
{
  g_autofree char *share = handler_text_percent (floorf (change->progress * 100));
  g_autofree char *title = g_strdup_printf (
      /* Translators: an objective, its state ("open"), how far it has got: "40 %". */
      C_("objective", "%1$s: %2$s, %3$s"), objective->title,
      handler_text_objective_state ((SimObjectiveState) change->state), share);

  return handler_row_new (title, objective->description);
}

static void
add_objectives (AdwPreferencesPage *page, HandlerBattlePage *self)
{
  ScenarioBattle *scenario = engine_battle_get_scenario (self->battle);
  EngineFrame *frame = engine_battle_get_frame (self->battle);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < MIN (frame->n_objectives, scenario_battle_n_objectives (scenario)); i++) {
    const SimObjectiveChange *change = &frame->objectives[i].change;

    if (change->state == SIM_OBJECTIVE_HIDDEN)
      continue;
    if (group == NULL)
      group = add_group (page, C_("briefing", "Objectives"));
    adw_preferences_group_add (
        group, objective_row (scenario_battle_get_objective (scenario, i), change));
  }
}

/* "Promised to First Platoon: resupply, 3:20 left", for each that is open.  */
static void
add_promises (AdwPreferencesPage *page, HandlerBattlePage *self)
{
  const PictureView *view = &engine_battle_get_frame (self->battle)->view;
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < view->n_promises; i++) {
    g_autofree char *line = handler_promise_text (engine_battle_get_book (self->battle),
                                                  &view->promises[i], view);

    if (group == NULL)
      /* Translators: what the player has promised to pilots and not yet kept. */
      group = add_group (page, C_("briefing", "Promises"));
    adw_preferences_group_add (group, handler_row_new (line, NULL));
  }
}

void
handler_battle_page_briefing_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  ScenarioBattle *scenario = engine_battle_get_scenario (self->battle);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  add_objectives (page, self);
  add_promises (page, self);
  add_briefing (page, scenario);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_title (dialog, scenario_battle_get_title (scenario));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, widget);
}
