/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squadron of a random battle: platoons of up to four, each with a leader better than the
 * rest, on the heights, at the town and in reserve.  */
#include "scenario/scenario-recipe.h"

#include "base/base-math.h"

#define PLATOON_MOST 4

/* Call sign and code of two letters; made up for the program, never translated.  */
static const struct {
  const char *call_sign, *code;
} people[] = {
    {"Avocet", "AV"},   {"Bramble", "BR"}, {"Cinder", "CI"},  {"Dapple", "DA"},
    {"Echo Park", "EP"}, {"Flint", "FL"},  {"Gannet", "GA"},  {"Hollow", "HO"},
    {"Ibis", "IB"},     {"Jackdaw", "JA"}, {"Kelpie", "KE"},  {"Lantern", "LA"},
    {"Mallow", "MA"},   {"Nettle", "NE"},  {"Oriole", "OR"},  {"Pepper", "PE"},
    {"Quill", "QU"},    {"Rook", "RO"},    {"Sorrel", "SO"},  {"Tinder", "TI"},
    {"Umber", "UM"},    {"Vesper", "VE"},  {"Wicket", "WI"},  {"Yew", "YE"},
    {"Zephyr", "ZE"},   {"Barley", "BA"},  {"Copper", "CO"},  {"Dunlin", "DU"},
    {"Ferret", "FE"},   {"Gadwall", "GD"}, {"Heather", "HE"}, {"Kestrel", "KS"},
};

/* Scavengers: no call sign or code of these is a person's.  */
static const struct {
  const char *call_sign, *code;
} scavengers[RECIPE_SCAVENGERS_MOST] = {
    {"Porter", "S1"}, {"Hamper", "S2"}, {"Trundle", "S3"}, {"Wheelbarrow", "S4"}};

/* Start trust by temper (design: play, "Trust").  */
static const struct {
  const char *temper;
  guint trust;
} tempers[] = {
    {"careful", 35}, {"talkative", 32}, {"terse", 28}, {"defiant", 18}, {"reckless", 28},
};

static const char *const variants[] = {"m1", "m2", "m3", "m4", "m5", "m6", "f1", "f2", "f3", "f4"};

static void
write_skills (BaseRandom *random, ScenarioWriter *writer, gboolean leads)
{
  static const char *const skills[] = {"gunnery", "driving", "awareness"};
  guint least = leads ? 62 : 45;

  scenario_writer_begin_object (writer, "skills");
  for (guint i = 0; i < G_N_ELEMENTS (skills); i++)
    scenario_writer_float (writer, skills[i],
                           (float) (least + base_random_below (random, 24)) / 100);
  scenario_writer_end_object (writer);
}

static void
write_voice (BaseRandom *random, ScenarioWriter *writer)
{
  scenario_writer_begin_object (writer, "voice");
  scenario_writer_integer (writer, "pitch", 35 + base_random_below (random, 35));
  scenario_writer_integer (writer, "rate", 155 + base_random_below (random, 40));
  scenario_writer_integer (writer, "range", 35 + base_random_below (random, 35));
  scenario_writer_string (writer, "variant",
                          variants[base_random_below (random, G_N_ELEMENTS (variants))]);
  scenario_writer_end_object (writer);
}

/* Two of three who lead nobody carry what all carry.  */
static void
write_loadout (BaseRandom *random, ScenarioWriter *writer)
{
  static const char *const loadouts[] = {"close-combat", "long-range", "suppression"};
  guint drawn = base_random_below (random, 3 * G_N_ELEMENTS (loadouts));

  if (drawn < G_N_ELEMENTS (loadouts))
    scenario_writer_string (writer, "loadout", loadouts[drawn]);
}

static void
write_member (BaseRandom *random, ScenarioWriter *writer, guint person, gboolean captain,
              gboolean leads)
{
  guint temper = captain ? 0 : base_random_below (random, G_N_ELEMENTS (tempers));
  guint trust = (captain ? 45 : tempers[temper].trust) - 5 + base_random_below (random, 11);

  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "call_sign", people[person].call_sign);
  scenario_writer_string (writer, "code", people[person].code);
  scenario_writer_string (writer, "temper", tempers[temper].temper);
  scenario_writer_integer (writer, "trust", trust);
  if (captain)
    scenario_writer_boolean (writer, "hears", TRUE);
  else if (!leads)
    write_loadout (random, writer);
  write_skills (random, writer, leads);
  write_voice (random, writer);
  scenario_writer_end_object (writer);
}

/* One with the convoy, the others on the heights of its flank and in the town; the last of three or
 * more behind it.  */
static BaseVec
escort_stand_of (const Recipe *recipe, guint platoon, guint n_platoons)
{
  gboolean eastward = recipe->convoy[0].x < 0.5f;
  BaseVec start = recipe->convoy[0];
  const BaseVec stands[] = {base_vec (start.x, start.y + 0.03f), recipe->hills[1],
                            recipe->hills[eastward ? 0 : 2], recipe->town,
                            recipe->hills[eastward ? 2 : 0]};

  if (n_platoons >= 3 && platoon == n_platoons - 1)
    return base_vec (start.x, start.y - 0.03f);
  return stands[platoon];
}

/* Where the n-th platoon of a hold or delay stands; the last of three or more is the reserve.  */
static BaseVec
stand_of (const Recipe *recipe, guint platoon, guint n_platoons)
{
  BaseVec reserve = base_vec (recipe->town.x, recipe->town.y - 0.14f);
  const BaseVec stands[] = {recipe->hills[1], recipe->town, recipe->hills[0],
                            recipe->hills[2], recipe->points[0]};

  if (recipe_is (recipe, SCENARIO_KIND_RAID))
    return base_vec (0.38f + 0.06f * (float) platoon, 0.42f);
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT))
    return escort_stand_of (recipe, platoon, n_platoons);
  if (n_platoons >= 3 && platoon == n_platoons - 1)
    return reserve;
  return stands[platoon];
}

static void
write_platoon (Recipe *recipe, ScenarioWriter *writer, guint platoon, guint n_platoons, guint first,
               guint n_members)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_PEOPLE);
  guint start = (guint) (recipe->recipe.seed % G_N_ELEMENTS (people));

  scenario_writer_begin_object (writer, NULL);
  recipe_write_point (recipe, writer, "position", stand_of (recipe, platoon, n_platoons));
  scenario_writer_integer (writer, "heading_deg", recipe_front_deg (recipe));
  scenario_writer_integer (writer, "spacing_m", 120 + base_random_below (random, 60));
  scenario_writer_begin_array (writer, "members");
  for (guint i = 0; i < n_members; i++)
    write_member (random, writer, (start + first + i) % G_N_ELEMENTS (people),
                  platoon == 0 && i == 0, i == 0);
  scenario_writer_end_array (writer);
  scenario_writer_end_object (writer);
}

static void
write_scavengers (Recipe *recipe, ScenarioWriter *writer)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_CONVOY);

  scenario_writer_begin_array (writer, "scavengers");
  for (guint i = 0; i < recipe->n_scavengers; i++) {
    BaseVec at = recipe->supply;

    at.x += recipe_share (recipe, 70 * (float) i);
    scenario_writer_begin_object (writer, NULL);
    scenario_writer_string (writer, "call_sign", scavengers[i].call_sign);
    scenario_writer_string (writer, "code", scavengers[i].code);
    scenario_writer_float (writer, "learned", (float) base_random_below (random, 8) / 10);
    recipe_write_point (recipe, writer, "position", at);
    scenario_writer_integer (writer, "heading_deg", recipe_front_deg (recipe));
    scenario_writer_end_object (writer);
  }
  scenario_writer_end_array (writer);
}

static void
write_convoy (Recipe *recipe, ScenarioWriter *writer)
{
  scenario_writer_begin_object (writer, "convoy");
  scenario_writer_begin_array (writer, "route");
  for (guint i = 0; i < RECIPE_CONVOY_POINTS; i++)
    recipe_write_point (recipe, writer, NULL, recipe->convoy[i]);
  scenario_writer_end_array (writer);
  scenario_writer_integer (writer, "departure_s", recipe->from_s);
  scenario_writer_integer (writer, "halt_s", recipe->halt_s);
  scenario_writer_end_object (writer);
}

void
recipe_write_squadron (Recipe *recipe, ScenarioWriter *writer)
{
  guint machines = recipe->recipe.machines, first = 0;
  guint n_platoons = (machines + PLATOON_MOST - 1) / PLATOON_MOST;

  G_STATIC_ASSERT (G_N_ELEMENTS (people) >= SCENARIO_MACHINES_MOST);

  scenario_writer_begin_object (writer, "squadron");
  scenario_writer_string (writer, "base", "place:base");
  scenario_writer_begin_array (writer, "platoons");
  for (guint i = 0; i < n_platoons; i++) {
    /* As even as it goes, the larger ones first.  */
    guint n = machines / n_platoons + (i < machines % n_platoons ? 1 : 0);

    write_platoon (recipe, writer, i, n_platoons, first, n);
    first += n;
  }
  scenario_writer_end_array (writer);
  write_scavengers (recipe, writer);
  if (recipe_is (recipe, SCENARIO_KIND_ESCORT))
    write_convoy (recipe, writer);
  scenario_writer_end_object (writer);
}
