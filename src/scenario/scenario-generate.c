/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-recipe.h"
#include "scenario/scenario-rules.h"

#include "base/base-math.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* Nothing lies nearer to the edge.  */
#define MARGIN_M 150.0f

static const char *const kind_names[] = {
#define X(constant, name) name,
    SCENARIO_KIND_LIST (X)
#undef X
};

double
scenario_size_for (guint machines)
{
  return 12 + 0.5 * machines;
}

ScenarioRecipe
scenario_recipe_default (void)
{
  return (ScenarioRecipe){.machines = 21, .odds = 2, .hour = 5.25, .kind = SCENARIO_KIND_HOLD};
}

const char *
scenario_kind_name (guint kind)
{
  return kind < SCENARIO_N_KINDS ? kind_names[kind] : NULL;
}

int
scenario_kind_from_name (const char *name)
{
  for (guint i = 0; i < SCENARIO_N_KINDS; i++)
    if (strcmp (kind_names[i], name) == 0)
      return (int) i;
  return -1;
}

/* ---- Places -------------------------------------------------------------------------------- */

BaseVec
recipe_place (const Recipe *recipe, BaseVec at)
{
  BaseVec turned = at;
  float last = recipe->side_m - MARGIN_M;

  for (guint i = 0; i < recipe->turns; i++)
    turned = base_vec (1 - turned.y, turned.x);
  return base_vec (base_clampf (turned.x * recipe->side_m, MARGIN_M, last),
                   base_clampf (turned.y * recipe->side_m, MARGIN_M, last));
}

void
recipe_write_point (const Recipe *recipe, ScenarioWriter *writer, const char *name, BaseVec at)
{
  BaseVec place = recipe_place (recipe, at);

  scenario_writer_begin_array (writer, name);
  scenario_writer_integer (writer, NULL, (gint64) place.x);
  scenario_writer_integer (writer, NULL, (gint64) place.y);
  scenario_writer_end_array (writer);
}

guint
recipe_front_deg (const Recipe *recipe)
{
  return (360 - 90 * recipe->turns) % 360;
}

/* ---- The whole ----------------------------------------------------------------------------- */

static ScenarioRecipe
within_range (const ScenarioRecipe *asked)
{
  ScenarioRecipe recipe = *asked;

  recipe.seed &= (G_GUINT64_CONSTANT (1) << 53) - 1;
  recipe.machines = CLAMP (recipe.machines, SCENARIO_MACHINES_LEAST, SCENARIO_MACHINES_MOST);
  recipe.odds = CLAMP (recipe.odds, SCENARIO_ODDS_LEAST, SCENARIO_ODDS_MOST);
  recipe.hour = recipe.hour >= 0 && recipe.hour < 24 ? recipe.hour : 0;
  recipe.kind = MIN (recipe.kind, SCENARIO_N_KINDS - 1);
  if (!(recipe.size_km > 0))
    recipe.size_km = scenario_size_for (recipe.machines);
  recipe.size_km = CLAMP (recipe.size_km, SCENARIO_SIZE_LEAST_KM, SCENARIO_SIZE_MOST_KM);
  return recipe;
}

static float
value_of (const SimRules *rules, const char *id)
{
  int type = sim_rules_find_type (rules, id);

  return type >= 0 ? rules->types[type].value : 0;
}

/* What the standard rules have of each sort, and what it counts.  */
static gboolean
read_rules (Recipe *recipe, GError **error)
{
  g_autofree char *path = g_build_filename (scenario_data_dir (), "rules", "standard.json", NULL);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioRules) rules = scenario_rules_read (path, problems, error);

  if (rules == NULL) {
    if (error != NULL && *error == NULL)
      scenario_problems_to_error (problems, path, error);
    return FALSE;
  }
  for (guint i = 0; i < RECIPE_N_FORCES; i++) {
    int type = sim_rules_find_type (&rules->rules, recipe_force_type (i));

    recipe->has[i] = type >= 0;
    recipe->values[i] = type >= 0 ? rules->rules.types[type].value : 0;
  }
  recipe->heavy_value = value_of (&rules->rules, RECIPE_HEAVY);
  recipe->gleaner_value = value_of (&rules->rules, RECIPE_GLEANER);
  return TRUE;
}

static void
recipe_init (Recipe *recipe, const ScenarioRecipe *asked)
{
  recipe->recipe = within_range (asked);
  /* Whole cells of 50 m.  */
  recipe->side_m = (float) (floor (recipe->recipe.size_km * 20) * 50);
  for (guint i = 0; i < RECIPE_N_RANDOMS; i++)
    base_random_init (&recipe->randoms[i], recipe->recipe.seed, i);
  recipe->turns = base_random_below (recipe_random (recipe, RECIPE_RANDOM_GROUND), 4);
  recipe_make_ground (recipe);
  recipe_make_task (recipe);
  recipe_make_force (recipe);
}

/* The id tells the recipe, so that two battles of different recipes are not taken for one; what is
 * not in its words is in its last four digits.  */
static char *
make_id (const ScenarioRecipe *r)
{
  guint tenths = (guint) (r->odds * 10 + 0.5);
  guint64 mixed = base_random_mix (base_random_mix (r->seed, (guint64) (r->hour * 3600)),
                                   (guint64) (r->size_km * 1000));

  if (r->seed < G_GUINT64_CONSTANT (1000000000))
    return g_strdup_printf ("r%" G_GUINT64_FORMAT "-%s-%u-%u-%04x", r->seed,
                            scenario_kind_name (r->kind), r->machines, tenths,
                            (guint) (mixed & 0xffff));
  mixed = base_random_mix (mixed, tenths * 1000 + r->machines * 10 + r->kind);
  return g_strdup_printf ("r-%s-%016" G_GINT64_MODIFIER "x", scenario_kind_name (r->kind), mixed);
}

static void
write_id (const Recipe *recipe, ScenarioWriter *writer)
{
  g_autofree char *id = make_id (&recipe->recipe);

  scenario_writer_string (writer, "id", id);
}

static void
write_start (const Recipe *recipe, ScenarioWriter *writer)
{
  static const char *const weathers[] = {
#define X(constant, name) name,
      SIM_WEATHER_LIST (X)
#undef X
  };
  guint minutes = (guint) (recipe->recipe.hour * 60);
  guint day = (guint) (recipe->recipe.seed % 90);
  g_autofree char *start = g_strdup_printf ("2148-%02u-%02uT%02u:%02u", 6 + day / 30, 1 + day % 30,
                                            minutes / 60, minutes % 60);

  scenario_writer_string (writer, "start", start);
  scenario_writer_integer (writer, "duration_s", recipe->duration_s);
  scenario_writer_integer (writer, "seed", (gint64) recipe->recipe.seed);
  scenario_writer_string (writer, "weather", weathers[recipe->weather]);
}

char *
scenario_generate (const ScenarioRecipe *asked, GError **error)
{
  g_auto (ScenarioWriter) writer = {0};
  Recipe recipe = {0};

  g_return_val_if_fail (asked != NULL, NULL);

  if (!read_rules (&recipe, error))
    return NULL;
  recipe_init (&recipe, asked);
  scenario_writer_init (&writer, TRUE);
  scenario_writer_begin_object (&writer, NULL);
  scenario_writer_string (&writer, "format", "handler-one/scenario");
  scenario_writer_integer (&writer, "version", 1);
  write_id (&recipe, &writer);
  recipe_write_texts (&recipe, &writer);
  write_start (&recipe, &writer);
  recipe_write_terrain (&recipe, &writer);
  recipe_write_squadron (&recipe, &writer);
  recipe_write_legion (&recipe, &writer);
  recipe_write_objectives (&recipe, &writer);
  recipe_write_events (&recipe, &writer);
  recipe_write_known (&recipe, &writer);
  scenario_writer_end_object (&writer);
  return g_strconcat (writer.text->str, "\n", NULL);
}

char *
scenario_generate_kept (const ScenarioRecipe *asked, GError **error)
{
  g_autofree char *text = scenario_generate (asked, error), *id = NULL, *name = NULL;
  g_autofree char *folder = g_build_filename (scenario_user_dir (), "scenarios", NULL);
  g_autofree char *path = NULL;
  ScenarioRecipe recipe;

  if (text == NULL)
    return NULL;
  recipe = within_range (asked);
  id = make_id (&recipe);
  name = g_strconcat (id, ".h1scenario.json", NULL);
  path = g_build_filename (folder, name, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ,
                 /* Translators: a folder, why it can not be made.  */
                 _("The folder %1$s can not be made: %2$s"), folder, g_strerror (errno));
    return NULL;
  }
  return scenario_file_write (path, text, strlen (text), error) ? g_steal_pointer (&path) : NULL;
}
