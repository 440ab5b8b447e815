/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-random-dialog.h"
#include "ui/library/handler-briefing-page.h"

#include <glib/gi18n.h>

/* Short enough to be told to somebody.  */
#define SEED_OF_THE_MOMENT_MOST 1000000

struct _HandlerRandomDialog {
  AdwDialog parent_instance;
  AdwBanner *failure;
  AdwComboRow *task;
  AdwSpinRow *machines;
  AdwSpinRow *size;
  AdwSpinRow *odds;
  AdwComboRow *light;
  GtkEditable *seed;
  GtkWidget *make_button;

  gboolean size_chosen; /* the user's; else it follows the machines */
  gboolean setting_size;
};

G_DEFINE_FINAL_TYPE (HandlerRandomDialog, handler_random_dialog, ADW_TYPE_DIALOG)

enum { SIGNAL_MADE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Hours of the day, by the choices of `light`.  */
static const double hours[] = {5.5, 12, 20.25, 1};

/* ---- The seed --------------------------------------------------------------------------------- */

static void
seed_changed_cb (HandlerRandomDialog *self)
{
  guint64 seed;
  gboolean valid = handler_briefing_parse_seed (gtk_editable_get_text (self->seed), &seed);

  gtk_widget_set_sensitive (self->make_button, valid);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->seed), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->seed), "error");
}

static void
another_seed_cb (HandlerRandomDialog *self)
{
  guint64 moment = (guint64) g_get_real_time () / 1000;
  g_autofree char *text
      = g_strdup_printf ("%" G_GUINT64_FORMAT, moment % SEED_OF_THE_MOMENT_MOST);

  gtk_editable_set_text (self->seed, text);
}

/* ---- The map ---------------------------------------------------------------------------------- */

static void
machines_changed_cb (HandlerRandomDialog *self)
{
  if (self->size_chosen)
    return;
  self->setting_size = TRUE;
  adw_spin_row_set_value (self->size,
                          scenario_size_for ((guint) adw_spin_row_get_value (self->machines)));
  self->setting_size = FALSE;
}

static void
size_changed_cb (HandlerRandomDialog *self)
{
  self->size_chosen |= !self->setting_size;
}

/* ---- Making ----------------------------------------------------------------------------------- */

gboolean
handler_random_dialog_get_recipe (HandlerRandomDialog *self, ScenarioRecipe *recipe)
{
  guint light;

  g_return_val_if_fail (HANDLER_IS_RANDOM_DIALOG (self) && recipe != NULL, FALSE);

  light = MIN (adw_combo_row_get_selected (self->light), G_N_ELEMENTS (hours) - 1);
  *recipe = scenario_recipe_default ();
  recipe->machines = (guint) adw_spin_row_get_value (self->machines);
  recipe->size_km = adw_spin_row_get_value (self->size);
  recipe->odds = adw_spin_row_get_value (self->odds);
  recipe->hour = hours[light];
  recipe->kind = (ScenarioKind) adw_combo_row_get_selected (self->task);
  return handler_briefing_parse_seed (gtk_editable_get_text (self->seed), &recipe->seed);
}

static void
make_clicked_cb (HandlerRandomDialog *self)
{
  ScenarioRecipe recipe;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (!handler_random_dialog_get_recipe (self, &recipe))
    return;
  path = scenario_generate_kept (&recipe, &error);
  if (path == NULL) {
    adw_banner_set_title (self->failure, error->message);
    adw_banner_set_revealed (self->failure, TRUE);
    return;
  }
  g_signal_emit (self, signals[SIGNAL_MADE], 0, path);
}

/* ---- Class ------------------------------------------------------------------------------------ */

static const char *
task_text (ScenarioKind kind)
{
  switch (kind) {
  case SCENARIO_KIND_DELAY:
    /* Translators: task of a random battle. */
    return C_("random battle", "Delay on three lines");
  case SCENARIO_KIND_ESCORT:
    /* Translators: task of a random battle. */
    return C_("random battle", "Escort Scavengers along a road");
  case SCENARIO_KIND_RAID:
    /* Translators: task of a random battle. */
    return C_("random battle", "Raid a place and come back");
  case SCENARIO_KIND_HOLD:
  default:
    /* Translators: task of a random battle. */
    return C_("random battle", "Hold a crossroads");
  }
}

static void
set_range (AdwSpinRow *row, double least, double most, double value)
{
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (row);

  gtk_adjustment_set_lower (adjustment, least);
  gtk_adjustment_set_upper (adjustment, most);
  gtk_adjustment_set_value (adjustment, value);
}

HandlerRandomDialog *
handler_random_dialog_new (void)
{
  return g_object_new (HANDLER_TYPE_RANDOM_DIALOG, NULL);
}

static void
handler_random_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HANDLER_TYPE_RANDOM_DIALOG);
  G_OBJECT_CLASS (handler_random_dialog_parent_class)->dispose (object);
}

static void
handler_random_dialog_class_init (HandlerRandomDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_random_dialog_dispose;
  signals[SIGNAL_MADE] = g_signal_new ("made", HANDLER_TYPE_RANDOM_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/library/handler-random-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, task);
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, machines);
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, size);
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, odds);
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, light);
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, seed);
  gtk_widget_class_bind_template_child (widget_class, HandlerRandomDialog, make_button);
  gtk_widget_class_bind_template_callback (widget_class, seed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_seed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
}

static void
handler_random_dialog_init (HandlerRandomDialog *self)
{
  ScenarioRecipe recipe = scenario_recipe_default ();
  g_autoptr (GtkStringList) tasks = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint kind = 0; kind < SCENARIO_N_KINDS; kind++)
    gtk_string_list_append (tasks, task_text (kind));
  adw_combo_row_set_model (self->task, G_LIST_MODEL (tasks));
  adw_combo_row_set_selected (self->task, recipe.kind);
  set_range (self->machines, SCENARIO_MACHINES_LEAST, SCENARIO_MACHINES_MOST, recipe.machines);
  set_range (self->size, SCENARIO_SIZE_LEAST_KM, SCENARIO_SIZE_MOST_KM,
             scenario_size_for (recipe.machines));
  g_signal_connect_object (self->machines, "notify::value", G_CALLBACK (machines_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->size, "notify::value", G_CALLBACK (size_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_range (self->odds, SCENARIO_ODDS_LEAST, SCENARIO_ODDS_MOST, recipe.odds);
  another_seed_cb (self);
}
