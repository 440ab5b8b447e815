/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-briefing-page.h"
#include "engine/engine-preview.h"
#include "ui/map/handler-map.h"
#include "ui/widgets/handler-row.h"
#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-weak.h"
#include "ui/widgets/handler-widget.h"

#include <glib/gi18n.h>
#include <string.h>

#define SEED_MAX ((G_GUINT64_CONSTANT (1) << 53) - 1)

struct _HandlerBriefingPage {
  AdwNavigationPage parent_instance;
  ScenarioBattle *scenario;
  EnginePreview *preview; /* what the map shows, once it is there */
  GCancellable *cancellable;

  AdwBin *map_bin;
  GtkScrolledWindow *scrolled;
  GtkLabel *heading;
  GtkLabel *facts;
  GtkLabel *briefing;
  AdwPreferencesGroup *objectives;
  AdwPreferencesGroup *known;
  AdwComboRow *difficulty;
  GtkEditable *seed;
  GtkWidget *start_button;
  GtkWidget *listen;
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

/* ---- Words ------------------------------------------------------------------------------------ */

static void
add_words (GString *text, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "\n%s", words);
}

/* All that the page tells: the briefing, and the objectives that are told of.  */
static char *
dup_words (HandlerBriefingPage *self)
{
  GString *text = g_string_new (scenario_battle_get_briefing (self->scenario));

  for (guint i = 0; i < scenario_battle_n_objectives (self->scenario); i++) {
    const ScenarioObjective *objective = scenario_battle_get_objective (self->scenario, i);

    if (objective->def.hidden)
      continue;
    add_words (text, objective->title);
    add_words (text, objective->description);
  }
  return g_string_free (text, FALSE);
}

/* ---- Read aloud ------------------------------------------------------------------------------- */

static void
show_listen (HandlerBriefingPage *self)
{
  g_autofree char *words = dup_words (self);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->listen), "s", words);
}

static void
handler_briefing_page_hiding (AdwNavigationPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "app.reading", "s", "");
  ADW_NAVIGATION_PAGE_CLASS (handler_briefing_page_parent_class)->hiding (page);
}

/* ---- Map -------------------------------------------------------------------------------------- */

static void
preview_thread (GTask *task, gpointer source, gpointer scenario, GCancellable *cancellable)
{
  GError *error = NULL;
  EnginePreview *preview = engine_preview_new (scenario, &error);

  if (preview == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, preview, (GDestroyNotify) engine_preview_free);
}

static void
add_goals (HandlerBriefingPage *self, HandlerMap *map)
{
  for (guint i = 0; i < scenario_battle_n_objectives (self->scenario); i++) {
    const ScenarioObjective *from = scenario_battle_get_objective (self->scenario, i);
    HandlerMapObjective goal = {.index = i, .position = from->def.position,
                                .radius_m = from->def.radius_m, .title = from->title};

    if (!from->def.hidden && from->def.radius_m > 0)
      handler_map_add_objective (map, &goal);
  }
}

typedef struct {
  BaseVec low, high;
  gboolean any;
} Box;

static void
add_to_box (Box *box, BaseVec at, float radius_m)
{
  BaseVec low = base_vec (at.x - radius_m, at.y - radius_m);
  BaseVec high = base_vec (at.x + radius_m, at.y + radius_m);

  box->low = box->any ? base_vec (MIN (box->low.x, low.x), MIN (box->low.y, low.y)) : low;
  box->high = box->any ? base_vec (MAX (box->high.x, high.x), MAX (box->high.y, high.y)) : high;
  box->any = TRUE;
}

static void
add_named_places (HandlerBriefingPage *self, Box *box)
{
  const PictureSheet *sheet = self->preview->sheet;
  g_autofree char *told = dup_words (self);
  g_autofree char *words = g_utf8_casefold (told, -1);

  for (size_t i = 0; i < sheet->n_places; i++) {
    const PicturePlace *place = &sheet->places[i];
    g_autofree char *name = g_utf8_casefold (place->name, -1);

    if (*name != '\0' && strstr (words, name) != NULL)
      add_to_box (box, place->position, place->radius_m);
  }
}

/* Where our own stand, what is known, what is fought for, and each place that the page names.  */
static Box
box_of_briefing (HandlerBriefingPage *self)
{
  const PictureView *view = self->preview->view;
  Box box = {.any = FALSE};

  for (size_t i = 0; i < view->n_own; i++)
    add_to_box (&box, view->own[i].fix, 0);
  for (size_t i = 0; i < view->n_tracks; i++)
    add_to_box (&box, view->tracks[i].position, view->tracks[i].major_m);
  for (guint i = 0; i < scenario_battle_n_objectives (self->scenario); i++) {
    const ScenarioObjective *objective = scenario_battle_get_objective (self->scenario, i);

    if (!objective->def.hidden && objective->def.radius_m > 0)
      add_to_box (&box, objective->def.position, objective->def.radius_m);
  }
  add_named_places (self, &box);
  return box;
}

/* Without it the briefing is as good in words.  */
static void
preview_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerBriefingPage) self = handler_weak_take (user_data);
  g_autoptr (EnginePreview) preview = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (OrderBook) book = NULL;
  g_autofree char *language = NULL;
  HandlerMap *map;
  Box box;

  if (self == NULL || self->map_bin == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->map_bin), preview != NULL);
  if (preview == NULL)
    return;
  self->preview = g_steal_pointer (&preview);
  map = HANDLER_MAP (handler_map_new ());
  language = scenario_order_language ();
  book = scenario_battle_book (self->scenario, language, NULL);
  handler_map_set_sheet (map, self->preview->sheet);
  handler_map_set_book (map, book);
  handler_map_set_view (map, self->preview->view);
  add_goals (self, map);
  box = box_of_briefing (self);
  if (box.any)
    handler_map_keep_in_view (map, box.low, box.high);
  gtk_accessible_update_state (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_bin_set_child (self->map_bin, GTK_WIDGET (map));
}

static void
make_map (HandlerBriefingPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, preview_cb, handler_weak_new (self));
  g_task_set_task_data (task, scenario_battle_ref (self->scenario),
                        (GDestroyNotify) scenario_battle_unref);
  g_task_run_in_thread (task, preview_thread);
}

HandlerBriefingPage *
handler_briefing_page_new (ScenarioBattle *scenario)
{
  HandlerBriefingPage *self = g_object_new (HANDLER_TYPE_BRIEFING_PAGE, NULL);

  self->scenario = scenario_battle_ref (scenario);
  gtk_label_set_label (self->heading, scenario_battle_get_title (scenario));
  gtk_label_set_label (self->briefing, scenario_battle_get_briefing (scenario));
  show_facts (self);
  show_objectives (self);
  show_known (self);
  show_choices (self);
  show_listen (self);
  make_map (self);
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

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->map_bin != NULL && adw_bin_get_child (self->map_bin) != NULL) /* it borrows what goes */
    handler_map_set_sheet (HANDLER_MAP (adw_bin_get_child (self->map_bin)), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_BRIEFING_PAGE);
  g_clear_pointer (&self->preview, engine_preview_free);
  g_clear_pointer (&self->scenario, scenario_battle_unref);
  G_OBJECT_CLASS (handler_briefing_page_parent_class)->dispose (object);
}

static void
handler_briefing_page_class_init (HandlerBriefingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_briefing_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = handler_briefing_page_hiding;
  signals[SIGNAL_START] = g_signal_new ("start", HANDLER_TYPE_BRIEFING_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/library/handler-briefing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, map_bin);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, heading);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, facts);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, briefing);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, objectives);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, known);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, difficulty);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, seed);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerBriefingPage, listen);
  gtk_widget_class_bind_template_callback (widget_class, seed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
handler_briefing_page_init (HandlerBriefingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  handler_widget_add_page_keys (GTK_WIDGET (self), self->scrolled);
}
