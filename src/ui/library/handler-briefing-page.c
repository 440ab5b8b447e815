/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-briefing-page.h"
#include "ui/widgets/handler-row.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

#define SEED_MAX ((G_GUINT64_CONSTANT (1) << 53) - 1)

struct _HandlerBriefingPage {
  AdwNavigationPage parent_instance;
  ScenarioBattle *scenario;

  GtkLabel *heading;
  GtkLabel *facts;
  GtkLabel *briefing;
  AdwPreferencesGroup *objectives;
  AdwPreferencesGroup *known;
  AdwComboRow *difficulty;
  GtkEditable *seed;
  GtkWidget *start_button;
};

G_DEFINE_FINAL_TYPE (HandlerBriefingPage, handler_briefing_page, ADW_TYPE_NAVIGATION_PAGE)

enum { SIGNAL_START, N_SIGNALS };
static guint signals[N_SIGNALS];

gboolean
handler_briefing_parse_seed (const char *text, guint64 *seed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_ascii_string_to_unsigned (stripped, 10, 0, SEED_MAX, seed, NULL);
}

static void
seed_changed_cb (HandlerBriefingPage *self)
{
  guint64 seed;
  gboolean valid = handler_briefing_parse_seed (gtk_editable_get_text (self->seed), &seed);

  gtk_widget_set_sensitive (self->start_button, valid);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->seed), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->seed), "error");
}

static void
start_clicked_cb (HandlerBriefingPage *self)
{
  g_autofree char *language = scenario_order_language ();
  EngineOptions options = {
    .difficulty = (SimDifficulty) adw_combo_row_get_selected (self->difficulty),
    .staff = STAFF_NONE,
    .language = g_intern_string (language),
    .start_paused = TRUE,
  };

  if (handler_briefing_parse_seed (gtk_editable_get_text (self->seed), &options.seed))
    g_signal_emit (self, signals[SIGNAL_START], 0, &options);
}

static void
show_objectives (HandlerBriefingPage *self)
{
  for (guint i = 0; i < scenario_battle_n_objectives (self->scenario); i++) {
    const ScenarioObjective *objective = scenario_battle_get_objective (self->scenario, i);

    if (!objective->def.hidden)
      adw_preferences_group_add (self->objectives,
                                 handler_row_new (objective->title, objective->description));
  }
}

static char *
known_text (const ScenarioBattle *scenario, const ScenarioKnown *known)
{
  return handler_text_enemies (scenario_battle_get_type_name (scenario, known->type), known->count,
                               TRUE);
}

static char *
known_place (const ScenarioBattle *scenario, const ScenarioKnown *known)
{
  g_autofree char *error = handler_text_distance (known->error_m);
  g_autofree char *square = NULL;
  char grid[ORDER_GRID_LENGTH];
  float width_m, height_m;

  scenario_battle_get_size (scenario, &width_m, &height_m);
  order_grid_format (known->position, FALSE, width_m, height_m, grid);
  square = handler_text_isolate (grid);
  /* Translators: where an enemy is believed to be: a grid square, and how sure that is: "400 m". */
  return g_strdup_printf (C_("briefing", "near %1$s, give or take %2$s"), square, error);
}

static void
show_known (HandlerBriefingPage *self)
{
  guint n_known = scenario_battle_n_known (self->scenario);

  for (guint i = 0; i < n_known; i++) {
    const ScenarioKnown *known = scenario_battle_get_known (self->scenario, i);
    g_autofree char *title = known_text (self->scenario, known);
    g_autofree char *place = known_place (self->scenario, known);

    adw_preferences_group_add (self->known, handler_row_new (title, place));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->known), n_known > 0);
}

static void
show_facts (HandlerBriefingPage *self)
{
  g_autofree char *date = handler_text_date (scenario_battle_get_start (self->scenario));
  g_autofree char *machines = handler_text_machines (scenario_battle_n_people (self->scenario));
  g_autofree char *facts = handler_text_facts (date, machines, NULL);

  gtk_label_set_label (self->facts, facts);
}

static void
show_choices (HandlerBriefingPage *self)
{
  const char *words[] = {handler_text_difficulty (SIM_DIFFICULTY_GUIDED),
                         handler_text_difficulty (SIM_DIFFICULTY_STANDARD),
                         handler_text_difficulty (SIM_DIFFICULTY_SEVERE), NULL};
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);
  g_autofree char *seed =
      g_strdup_printf ("%" G_GUINT64_FORMAT, scenario_battle_get_seed (self->scenario));

  adw_combo_row_set_model (self->difficulty, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->difficulty, scenario_battle_is_training (self->scenario) ? SIM_DIFFICULTY_GUIDED
                                                                         : SIM_DIFFICULTY_STANDARD);
  gtk_editable_set_text (self->seed, seed);
}

HandlerBriefingPage *
handler_briefing_page_new (ScenarioBattle *scenario)
{
  HandlerBriefingPage *self = g_object_new (HANDLER_TYPE_BRIEFING_PAGE, NULL);

  self->scenario = scenario_battle_ref (scenario);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), scenario_battle_get_title (scenario));
  gtk_label_set_label (self->heading, scenario_battle_get_title (scenario));
  gtk_label_set_label (self->briefing, scenario_battle_get_briefing (scenario));
  show_facts (self);
  show_objectives (self);
  show_known (self);
  show_choices (self);
  return self;
}

ScenarioBattle *
handler_briefing_page_get_scenario (HandlerBriefingPage *self)
{
  g_return_val_if_fail (HANDLER_IS_BRIEFING_PAGE (self), NULL);
  return self->scenario;
}

void
handler_briefing_page_set_choices (HandlerBriefingPage *self, guint64 seed,
                                   SimDifficulty difficulty)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  g_return_if_fail (HANDLER_IS_BRIEFING_PAGE (self));
  gtk_editable_set_text (self->seed, text);
  adw_combo_row_set_selected (self->difficulty, difficulty);
}

GtkWidget *
handler_briefing_page_get_default (HandlerBriefingPage *self)
{
  g_return_val_if_fail (HANDLER_IS_BRIEFING_PAGE (self), NULL);
  return self->start_button;
}

static void
handler_briefing_page_dispose (GObject *object)
{
  HandlerBriefingPage *self = HANDLER_BRIEFING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_BRIEFING_PAGE);
  g_clear_pointer (&self->scenario, scenario_battle_unref);
  G_OBJECT_CLASS (handler_briefing_page_parent_class)->dispose (object);
}

static void
handler_briefing_page_class_init (HandlerBriefingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_briefing_page_dispose;
  signals[SIGNAL_START] = g_signal_new ("start", HANDLER_TYPE_BRIEFING_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/library/handler-briefing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, heading);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, facts);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, briefing);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, objectives);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, known);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, difficulty);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, seed);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, start_button);
  gtk_widget_class_bind_template_callback (widget_class, seed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
handler_briefing_page_init (HandlerBriefingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
