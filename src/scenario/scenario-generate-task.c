/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a random battle is about: times, words, objectives.  */
#include "scenario/scenario-recipe.h"

#include <glib/gi18n-lib.h>

void
recipe_make_task (Recipe *recipe)
{
  static const guint weathers[] = {SIM_WEATHER_CLEAR,    SIM_WEATHER_CLEAR, SIM_WEATHER_OVERCAST,
                                   SIM_WEATHER_OVERCAST, SIM_WEATHER_RAIN,  SIM_WEATHER_FOG};
  guint64 mixed = base_random_mix (recipe->recipe.seed, 11);
  guint minutes = 15 + (guint) (mixed % 11);
  guint sky = (guint) (base_random_mix (recipe->recipe.seed, 13) % 4);

  recipe->task_s = minutes * 60;
  recipe->from_s = 240;
  recipe->duration_s = recipe->from_s + recipe->task_s + 120;
  if (recipe->recipe.kind == SCENARIO_KIND_RAID)
    recipe->duration_s = 2400 + (guint) (recipe->side_m / 20);
  recipe->weather = weathers[base_random_mix (recipe->recipe.seed, 7) % G_N_ELEMENTS (weathers)];
  /* No swarm in a quarter of the battles, several in another.  */
  recipe->jammers = sky == 0 ? 0 : sky == 3 ? 2 : 1;
}

/* ---- Words --------------------------------------------------------------------------------- */

static char *
make_title (const Recipe *recipe)
{
  switch (recipe->recipe.kind) {
  case SCENARIO_KIND_DELAY:
    /* Translators: title of a random battle; the name of a town.  */
    return g_strdup_printf (C_ ("random battle", "Time for %s"), recipe->town_name);
  case SCENARIO_KIND_RAID:
    /* Translators: title of a random battle; the name of a town.  */
    return g_strdup_printf (C_ ("random battle", "To %s and Back"), recipe->far_name);
  case SCENARIO_KIND_HOLD:
  default:
    /* Translators: title of a random battle; the name of a town.  */
    return g_strdup_printf (C_ ("random battle", "The Crossroads at %s"), recipe->town_name);
  }
}

static char *
make_summary (const Recipe *recipe)
{
  guint machines = recipe->recipe.machines;

  switch (recipe->recipe.kind) {
  case SCENARIO_KIND_DELAY:
    return g_strdup_printf (
        /* Translators: summary of a random battle.  */
        g_dngettext (GETTEXT_PACKAGE, "%u machine, three lines, one after the other.",
                     "%u machines, three lines, one after the other.", machines),
        machines);
  case SCENARIO_KIND_RAID:
    return g_strdup_printf (
        /* Translators: summary of a random battle.  */
        g_dngettext (GETTEXT_PACKAGE, "%u machine goes behind the enemy and comes back.",
                     "%u machines go behind the enemy and come back.", machines),
        machines);
  case SCENARIO_KIND_HOLD:
  default:
    return g_strdup_printf (
        /* Translators: summary of a random battle.  */
        g_dngettext (GETTEXT_PACKAGE, "%u machine holds a crossroads behind a river.",
                     "%u machines hold a crossroads behind a river.", machines),
        machines);
  }
}

static char *
make_task_paragraph (const Recipe *recipe)
{
  guint minutes = recipe->task_s / 60;

  switch (recipe->recipe.kind) {
  case SCENARIO_KIND_DELAY:
    return g_strdup_printf (
        C_ ("random battle",
            /* Translators: briefing of a random battle: a height, a town, minutes.  */
            "What comes must lose time: first at %1$s, then at %2$s, at last before the depot. Each"
            " line is worth %3$u minutes. Leave it when its time is up, not later."),
        recipe->hill_names[1], recipe->town_name, minutes / 3);
  case SCENARIO_KIND_RAID:
    return g_strdup_printf (
        C_ ("random battle",
            /* Translators: briefing of a random battle: a town behind the enemy, twice.  */
            "%1$s lies behind the river, in their hands. Get there with four of ten of those who"
            " live, then bring everyone home. Nobody has to stay at %1$s for long."),
        recipe->far_name);
  case SCENARIO_KIND_HOLD:
  default:
    return g_strdup_printf (
        C_ ("random battle",
            /* Translators: briefing of a random battle: a town, minutes.  */
            "The crossroads at %1$s must stay open for %2$u minutes. Someone of ours has to stand"
            " there, and no more of theirs than of ours."),
        recipe->town_name, minutes);
  }
}

static char *
make_briefing (const Recipe *recipe)
{
  g_autofree char *task = make_task_paragraph (recipe);
  g_autofree char *ground = g_strdup_printf (
      C_ ("random battle",
          /* Translators: briefing of a random battle: a ford, a bridge, another ford.  */
          "The river can be crossed at %1$s, at %2$s and at %3$s, and nowhere else. There are woods"
          " within a short shot of each. They may make noise at one crossing and mean another."),
      recipe->crossing_names[0], recipe->crossing_names[1], recipe->crossing_names[2]);
  /* Translators: briefing of a random battle: a ford, a bridge.  */
  g_autofree char *archive = g_strdup_printf (
      C_ ("random battle", "The archive has one thing: the bottom at %1$s is soft. Nothing as heavy"
                           " as a tank has ever crossed there; it takes %2$s. The way out is the road"
                           " to the depot."),
      recipe->crossing_names[recipe->soft_axis], recipe->crossing_names[1]);
  const char *sky =
      recipe->jammers == 0
          /* Translators: briefing of a random battle.  */
          ? C_ ("random battle", "The sky is clear: the machines' own positions will reach you.")
          /* Translators: briefing of a random battle.  */
          : C_ ("random battle", "Jammers are in the air. Where they drift, the machines' own"
                                 " positions do not reach you; voices do.");

  return g_strdup_printf ("%s\n\n%s\n\n%s\n\n%s", task, ground, sky, archive);
}

void
recipe_write_texts (Recipe *recipe, ScenarioWriter *writer)
{
  g_autofree char *title = make_title (recipe), *summary = make_summary (recipe);
  g_autofree char *briefing = make_briefing (recipe);

  scenario_writer_string (writer, "title", title);
  scenario_writer_string (writer, "summary", summary);
  scenario_writer_string (writer, "briefing", briefing);
  scenario_writer_string (writer, "author", "Handler One");
  scenario_writer_string (writer, "licence", "CC0-1.0");
}

/* ---- Objectives ---------------------------------------------------------------------------- */

typedef struct {
  const char *id, *kind, *title;
  BaseVec at;
  guint radius_m;
  guint seconds, from_s, until_s; /* 0: left out */
  float share;           /* likewise */
  guint weight;
  guint count;       /* 0: left out */
  const char *after; /* NULL: left out */
} Objective;

static void
write_objective (Recipe *recipe, ScenarioWriter *writer, const Objective *objective)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "id", objective->id);
  scenario_writer_string (writer, "kind", objective->kind);
  scenario_writer_string (writer, "title", objective->title);
  if (objective->radius_m > 0) {
    recipe_write_point (recipe, writer, "position", objective->at);
    scenario_writer_integer (writer, "radius_m", objective->radius_m);
  }
  if (objective->seconds > 0)
    scenario_writer_integer (writer, "seconds", objective->seconds);
  if (objective->from_s > 0)
    scenario_writer_integer (writer, "from_s", objective->from_s);
  if (objective->until_s > 0)
    scenario_writer_integer (writer, "until_s", objective->until_s);
  if (objective->count > 0)
    scenario_writer_integer (writer, "count", objective->count);
  if (objective->after != NULL)
    scenario_writer_string (writer, "after", objective->after);
  if (objective->share > 0)
    scenario_writer_float (writer, "share", objective->share);
  scenario_writer_integer (writer, "weight", objective->weight);
  scenario_writer_end_object (writer);
}

static void
write_hold (Recipe *recipe, ScenarioWriter *writer)
{
  g_autofree char *title =
      /* Translators: objective of a random battle; the name of a town.  */
      g_strdup_printf (C_ ("random battle", "Hold the crossroads at %s"), recipe->town_name);

  write_objective (recipe, writer,
                   &(Objective){.id = "hold",
                                .kind = "hold-area",
                                .title = title,
                                .at = recipe->town,
                                .radius_m = 1200,
                                .seconds = recipe->task_s,
                                .from_s = recipe->from_s,
                                .weight = 2});
}

/* Each line has its time; a fifth of it may be lost.  */
static void
write_delay (Recipe *recipe, ScenarioWriter *writer)
{
  static const char *const ids[] = {"first-line", "second-line", "third-line"};
  const BaseVec lines[] = {recipe->hills[1], recipe->town,
                           base_vec (recipe->base.x, recipe->base.y + 0.12f)};
  const char *titles[] = {
      /* Translators: objective of a random battle.  */
      C_ ("random battle", "Hold the first line"),
      /* Translators: objective of a random battle.  */
      C_ ("random battle", "Hold the second line"),
      /* Translators: objective of a random battle.  */
      C_ ("random battle", "Hold the third line")};
  guint each_s = recipe->task_s / 3;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    write_objective (recipe, writer,
                     &(Objective){.id = ids[i],
                                  .kind = "delay",
                                  .title = titles[i],
                                  .at = lines[i],
                                  .radius_m = 900,
                                  .seconds = each_s - each_s / 5,
                                  .from_s = recipe->from_s + i * each_s,
                                  .until_s = recipe->from_s + (i + 1) * each_s,
                                  .weight = 1,
                                  .count = 3});
}

static void
write_raid (Recipe *recipe, ScenarioWriter *writer)
{
  g_autofree char *title =
      /* Translators: objective of a random battle; the name of a town.  */
      g_strdup_printf (C_ ("random battle", "Get to %s"), recipe->far_name);

  write_objective (recipe, writer,
                   &(Objective){.id = "reach",
                                .kind = "reach",
                                .title = title,
                                .at = recipe->far_town,
                                .radius_m = 900,
                                .share = 0.4f,
                                .weight = 2});
  write_objective (recipe, writer,
                   &(Objective){.id = "return",
                                .kind = "reach",
                                /* Translators: objective of a random battle.  */
                                .title = C_ ("random battle", "Come back to the depot"),
                                .at = recipe->base,
                                .radius_m = 1500,
                                .share = 0.9f,
                                .weight = 1,
                                .after = "reach"});
}

void
recipe_write_objectives (Recipe *recipe, ScenarioWriter *writer)
{
  scenario_writer_begin_array (writer, "objectives");
  if (recipe->recipe.kind == SCENARIO_KIND_DELAY)
    write_delay (recipe, writer);
  else if (recipe->recipe.kind == SCENARIO_KIND_RAID)
    write_raid (recipe, writer);
  else
    write_hold (recipe, writer);
  write_objective (recipe, writer,
                   &(Objective){.id = "home",
                                .kind = "survive-until",
                                /* Translators: objective of a random battle.  */
                                .title = C_ ("random battle", "Bring them through"),
                                .share = 0.8f,
                                .weight = 1});
  scenario_writer_end_array (writer);
}

/* ---- Events -------------------------------------------------------------------------------- */

static void
write_event (ScenarioWriter *writer, guint at_s, const char *message)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_integer (writer, "at_s", at_s);
  scenario_writer_string (writer, "message", message);
  scenario_writer_end_object (writer);
}

/* They know that somebody is there by what they lose.  */
static void
write_alarm (ScenarioWriter *writer)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "id", "alarm");
  scenario_writer_begin_object (writer, "when");
  scenario_writer_string (writer, "kind", "legion-lost");
  scenario_writer_float (writer, "share", 0.1f);
  scenario_writer_end_object (writer);
  scenario_writer_integer (writer, "after_s", 60);
  scenario_writer_string (writer, "message",
                          /* Translators: message of the operator desk in a random battle.  */
                          C_ ("random battle", "They have given the alarm. More will come."));
  scenario_writer_end_object (writer);
}

void
recipe_write_events (Recipe *recipe, ScenarioWriter *writer)
{
  scenario_writer_begin_array (writer, "events");
  /* Translators: message of the operator desk in a random battle.  */
  write_event (writer, 3, C_ ("random battle", "The line is yours."));
  if (recipe->recipe.kind == SCENARIO_KIND_RAID)
    write_alarm (writer);
  write_event (writer, recipe->duration_s - 180,
               /* Translators: message of the operator desk in a random battle.  */
               C_ ("random battle", "Three minutes more."));
  scenario_writer_end_array (writer);
}
