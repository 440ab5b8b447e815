/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a random battle is about: times, words, objectives.  */
#include "scenario/scenario-recipe.h"

#include <glib/gi18n-lib.h>

/* From the start of the battle; the first shots fall in the sixth minute or later.  */
#define HOLD_FROM_S 300
#define DELAY_FROM_S 480
#define CONVOY_FROM_S 180
#define CONVOY_BY_ODDS_S 90 /* later for each of the odds above 1: more of them are on their way */
#define CONVOY_MPS 11.5f /* as Scavengers drive on roads that are not level */

/* Time for the way and its halts; as much again as half of it for what comes between.  */
static void
make_escort (Recipe *recipe)
{
  recipe->from_s =
      CONVOY_FROM_S + (guint) (CONVOY_BY_ODDS_S * ((float) recipe->recipe.odds - 1));
  recipe->halt_s = 20 + 10 * (guint) (base_random_mix (recipe->recipe.seed, 17) % 5);
  recipe->task_s = (guint) (recipe->convoy_m / CONVOY_MPS) + 3 * recipe->halt_s;
  recipe->duration_s = recipe->from_s + recipe->task_s * 3 / 2 + 120;
}

/* One for six machines; an escort has two to bring, or more.  */
static guint
count_scavengers (const Recipe *recipe)
{
  guint least = recipe_is (recipe, SCENARIO_KIND_ESCORT) ? 2 : 1;

  return CLAMP ((recipe->recipe.machines + 3) / 6, least, RECIPE_SCAVENGERS_MOST);
}

void
recipe_make_task (Recipe *recipe)
{
  static const guint weathers[] = {SIM_WEATHER_CLEAR,    SIM_WEATHER_CLEAR, SIM_WEATHER_OVERCAST,
                                   SIM_WEATHER_OVERCAST, SIM_WEATHER_RAIN,  SIM_WEATHER_FOG};
  guint64 mixed = base_random_mix (recipe->recipe.seed, 11);
  guint minutes = 15 + (guint) (mixed % 11);
  guint sky = (guint) (base_random_mix (recipe->recipe.seed, 13) % 4);

  recipe->n_scavengers = count_scavengers (recipe);
  recipe->task_s = minutes * 60;
  recipe->from_s = recipe_is (recipe, SCENARIO_KIND_DELAY) ? DELAY_FROM_S : HOLD_FROM_S;
  recipe->duration_s = recipe->from_s + recipe->task_s + 120;
  if (recipe_is (recipe, SCENARIO_KIND_RAID))
    recipe->duration_s = 2400 + (guint) (recipe->side_m / 20);
  else if (recipe_is (recipe, SCENARIO_KIND_ESCORT))
    make_escort (recipe);
  recipe->weather = weathers[base_random_mix (recipe->recipe.seed, 7) % G_N_ELEMENTS (weathers)];
  /* No swarm in a quarter of the battles, several in another: three where the map is wide.  */
  recipe->jammers = sky == 0 ? 0 : sky < 3 ? 1 : recipe->side_m < 24000 ? 2 : 3;
}

/* ---- Words --------------------------------------------------------------------------------- */

static char *
make_title (const Recipe *recipe)
{
  switch (recipe->recipe.kind) {
  case SCENARIO_KIND_DELAY:
    /* Translators: title of a random battle; the name of a town.  */
    return g_strdup_printf (C_ ("random battle", "Time for %s"), recipe->town_name);
  case SCENARIO_KIND_ESCORT:
    /* Translators: title of a random battle; the name of a town.  */
    return g_strdup_printf (C_ ("random battle", "The Road to %s"), recipe->end_name);
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
  case SCENARIO_KIND_ESCORT:
    return g_strdup_printf (
        /* Translators: summary of a random battle.  */
        g_dngettext (GETTEXT_PACKAGE, "%u machine brings Scavengers along a road under attack.",
                     "%u machines bring Scavengers along a road under attack.", machines),
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
make_escort_paragraph (const Recipe *recipe)
{
  guint n = recipe->n_scavengers, kilometres = (guint) (recipe->convoy_m / 1000 + 0.5f);
  g_autofree char *way = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: briefing of a random battle: a number of Scavengers, from a place over
                      a height and a town to another place, kilometres.  */
                   "%1$u Scavenger has to get from %2$s over %3$s to %4$s, %5$u kilometres.",
                   "%1$u Scavengers have to get from %2$s over %3$s to %4$s, %5$u kilometres.", n),
      n, recipe->start_name, recipe->town_name, recipe->end_name, kilometres);
  g_autofree char *rule = g_strdup_printf (
      C_ ("random battle",
          /* Translators: briefing of a random battle: minutes.  */
          "They load until %1$u minutes from now, then they drive the road by themselves, with a halt at"
          " each height and in the town; what they see near turns them back. “Scavengers, hold” keeps"
          " them where they are, “Scavengers, cancel” lets them drive on, and “Scavengers, move to”"
          " leads them another way."),
      recipe->from_s / 60);

  return g_strdup_printf ("%s %s", way, rule);
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
  case SCENARIO_KIND_ESCORT:
    return make_escort_paragraph (recipe);
  case SCENARIO_KIND_RAID:
    return g_strdup_printf (
        C_ ("random battle",
            /* Translators: briefing of a random battle: a town behind the enemy, twice; a town of
               ours.  */
            "%1$s lies behind the river, in their hands. Get there with four of ten of those who"
            " live, then bring everyone back to %2$s. Nobody has to stay at %1$s for long."),
        recipe->far_name, recipe->town_name);
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

/* What the handler knows and the pilots do not.  */
static char *
make_archive_paragraph (const Recipe *recipe)
{
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT))
    return g_strdup_printf (
        /* Translators: briefing of a random battle: a place.  */
        C_ ("random battle", "The archive has one thing: there is an old road behind the first, over"
                             " %1$s. It is longer, and farther from them. The way out is the road to"
                             " the depot."),
        recipe->detour_name);
  return g_strdup_printf (
      /* Translators: briefing of a random battle: a ford, a bridge.  */
      C_ ("random battle", "The archive has one thing: the bottom at %1$s is soft. Nothing as heavy"
                           " as a tank has ever crossed there; it takes %2$s. The way out is the road"
                           " to the depot."),
      recipe->crossing_names[recipe->soft_axis], recipe->crossing_names[1]);
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
  g_autofree char *archive = make_archive_paragraph (recipe);
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
  const char *type; /* NULL: left out */
  BaseVec at;
  guint radius_m;
  guint seconds, from_s, until_s; /* 0: left out */
  float share;           /* likewise */
  guint weight;      /* of the people's one: they count in the score by themselves */
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
  if (objective->type != NULL)
    scenario_writer_string (writer, "type", objective->type);
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
                                .weight = 8});
}

/* Each line has its time; a fifth of it may be lost.  */
static void
write_delay (Recipe *recipe, ScenarioWriter *writer)
{
  static const char *const ids[] = {"first-line", "second-line", "third-line"};
  const BaseVec lines[] = {recipe->hills[1], recipe->town,
                           recipe_last_line (recipe)};
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
                                  .weight = 4,
                                  .count = 3});
}

/* Half of them in the town, then on the height beyond it, then all at the end; what gets there counts.
 * A stage that is not reached in its time is passed over.  */
static void
write_stage (Recipe *recipe, ScenarioWriter *writer, guint point, const Objective *stage)
{
  Objective objective = *stage;

  objective.kind = "escort";
  objective.type = "scavenger";
  objective.at = recipe->convoy[point];
  objective.radius_m = 900;
  if (point + 1 < RECIPE_CONVOY_POINTS) {
    objective.share = 0.5f;
    objective.until_s = recipe->from_s + recipe->task_s * (point + 3) / 6;
  }
  write_objective (recipe, writer, &objective);
}

static void
write_escort (Recipe *recipe, ScenarioWriter *writer)
{
  guint height = recipe->point_numbers[recipe->convoy[0].x < 0.5f ? 1 : 0];
  g_autofree char *town =
      /* Translators: objective of a random battle; the name of a town.  */
      g_strdup_printf (C_ ("random battle", "Bring the Scavengers to %s"), recipe->town_name);
  g_autofree char *beyond =
      /* Translators: objective of a random battle; the number of a height.  */
      g_strdup_printf (C_ ("random battle", "Bring the Scavengers to Point %u"), height);
  g_autofree char *end =
      /* Translators: objective of a random battle; the name of a town.  */
      g_strdup_printf (C_ ("random battle", "Bring the Scavengers on to %s"), recipe->end_name);

  write_stage (recipe, writer, 2, &(Objective){.id = "town", .title = town, .weight = 1});
  write_stage (recipe, writer, 3,
               &(Objective){.id = "beyond", .title = beyond, .weight = 1, .after = "town"});
  write_stage (recipe, writer, 4,
               &(Objective){.id = "end", .title = end, .weight = 10, .after = "beyond"});
}

static void
write_raid (Recipe *recipe, ScenarioWriter *writer)
{
  g_autofree char *title =
      /* Translators: objective of a random battle; the name of a town.  */
      g_strdup_printf (C_ ("random battle", "Get to %s"), recipe->far_name);
  g_autofree char *back =
      /* Translators: objective of a random battle; the name of a town.  */
      g_strdup_printf (C_ ("random battle", "Come back to %s"), recipe->town_name);

  write_objective (recipe, writer,
                   &(Objective){.id = "reach",
                                .kind = "reach",
                                .title = title,
                                .at = recipe->far_town,
                                .radius_m = 900,
                                .share = 0.4f,
                                .weight = 8});
  write_objective (recipe, writer,
                   &(Objective){.id = "return",
                                .kind = "reach",
                                .title = back,
                                .at = recipe->town,
                                .radius_m = 2000,
                                .share = 0.9f,
                                .weight = 4,
                                .after = "reach"});
}

void
recipe_write_objectives (Recipe *recipe, ScenarioWriter *writer)
{
  scenario_writer_begin_array (writer, "objectives");
  if (recipe->recipe.kind == SCENARIO_KIND_DELAY)
    write_delay (recipe, writer);
  else if (recipe_is (recipe, SCENARIO_KIND_ESCORT))
    write_escort (recipe, writer);
  else if (recipe_is (recipe, SCENARIO_KIND_RAID))
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
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT))
    write_event (writer, recipe->from_s,
                 /* Translators: message of the operator desk in a random battle.  */
                 C_ ("random battle", "The Scavengers set out."));
  if (recipe->recipe.kind == SCENARIO_KIND_RAID)
    write_alarm (writer);
  write_event (writer, recipe->duration_s - 180,
               /* Translators: message of the operator desk in a random battle.  */
               C_ ("random battle", "Three minutes more."));
  scenario_writer_end_array (writer);
}
