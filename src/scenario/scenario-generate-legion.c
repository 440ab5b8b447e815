/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Legion of a random battle: two to four waves of scouts, packs and tanks on three plans, of
 * which the battle's seed picks one.  In each plan the noise is on one axis and the blow on
 * another.  */
#include "scenario/scenario-recipe.h"

#include "base/base-math.h"

#include <math.h>
#include <string.h>

#define WALKER_VALUE 5
/* Tanks beside their share, per cent, at the best odds and the worst.  */
#define TANKS_BEST -12
#define TANKS_WORST 2
/* A feeler is so many scouts at the most.  */
#define FEELER_MOST 6
#define PACK_MOST 12
#define DORMANT_MOST 3
#define GLEANERS_MOST 3
/* Of the whole force, from which its Shepherd rides in one of the heaviest.  */
#define HEAVY_FROM_VALUE 80
/* What a Shepherd counts beside its machine.  */
#define SHEPHERD_VALUE 6
/* From the middle height to where the first wave starts: so far, and what eyes reach by day.  */
#define FIRST_AWAY_M 3200
#define EYES_M 2200
/* From there to the fight: what a main body takes for it.  */
#define WAY_S 480
/* Later waves have come up so far unseen, so far their scouts, and so far those who wait for a word of
 * the scouts.  */
#define LATER_SHARE 0.72f
#define FEELER_SHARE 0.6f
#define AHEAD_SHARE 0.6f
/* Who sets out on a raid stands nearer to it: its patrol begins so far off.  */
#define PATROL_SHARE 1.35f
/* The last wave strikes when so much of the task's time is over, at the best odds and the worst; its
 * main body, like that of the others, comes so long after the scouts.  */
#define LAST_STRIKES_BEST 0.95f
#define LAST_STRIKES_WORST 0.5f
#define MAIN_LATE_BEST_S 440
#define MAIN_LATE_WORST_S 200
/* From the alarm until those who relieve a garrison are there.  */
#define RELIEF_BEST_S 420
#define RELIEF_WORST_S 180
/* Between two waves at least.  */
#define WAVE_GAP_S 130

/* A number that goes from `low` at odds of 1 to `high` at the worst.  */
static float
by_odds (const Recipe *recipe, float low, float high)
{
  float share = ((float) recipe->recipe.odds - SCENARIO_ODDS_LEAST) /
                (SCENARIO_ODDS_MOST - SCENARIO_ODDS_LEAST);

  return low + (high - low) * share;
}

/* Main bodies come so long after their scouts.  */
static guint
main_late_s (const Recipe *recipe)
{
  return (guint) by_odds (recipe, MAIN_LATE_BEST_S, MAIN_LATE_WORST_S);
}

/* ---- The force ----------------------------------------------------------------------------- */

/* Share of the machines by sort, in per cent, and how far it may be off by chance.  The design allows
 * ten (play, "Random battles"); tanks, which decide more than they count, are fewer where the odds are
 * good and more where they are bad, and by chance differ little, so that odds mean what they say.  */
static const struct {
  const char *type;
  gint share, most_off;
  RecipeForce instead; /* when the rules lack the type */
} sorts[RECIPE_N_FORCES] = {
    [RECIPE_FORCE_SCOUT] = {"scout", 50, 10, RECIPE_FORCE_SCOUT},
    [RECIPE_FORCE_DRAGOON] = {"dragoon", 25, 6, RECIPE_FORCE_SCOUT},
    [RECIPE_FORCE_TANK] = {"tank", 15, 2, RECIPE_FORCE_DRAGOON},
    [RECIPE_FORCE_GUN] = {"howitzer", 5, 3, RECIPE_FORCE_TANK},
    [RECIPE_FORCE_SPECIAL] = {"ambusher", 5, 5, RECIPE_FORCE_DRAGOON},
};

const char *
recipe_force_type (RecipeForce force)
{
  return sorts[force].type;
}

#define SHARE_OFF 10

static gint
more_tanks (const Recipe *recipe)
{
  return (gint) by_odds (recipe, TANKS_BEST, TANKS_WORST);
}

/* Shares that sum to a hundred, each as far off as it may be: what one has more, others have less,
 * and the scouts the rest of it.  */
static void
draw_shares (Recipe *recipe, gint *shares)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_FORCE);
  gint off = 0;

  for (guint i = RECIPE_N_FORCES; i-- > 1;) {
    gint most = sorts[i].most_off, by = (gint) base_random_below (random, 2 * (guint) most + 1);

    by += i == RECIPE_FORCE_TANK ? more_tanks (recipe) : 0;
    by = CLAMP (by - most, -SHARE_OFF - off, SHARE_OFF - off);
    off += by;
    shares[i] = sorts[i].share + by;
  }
  shares[RECIPE_FORCE_SCOUT] = sorts[RECIPE_FORCE_SCOUT].share - off;
  for (guint i = RECIPE_N_FORCES; i-- > 1;)
    if (!recipe->has[i]) {
      shares[sorts[i].instead] += shares[i];
      shares[i] = 0;
    }
}

/* More likely the worse the odds.  */
static gboolean
draw_shepherd (Recipe *recipe)
{
  float chance = 0.3f + 0.15f * MAX (0, (float) recipe->recipe.odds - 1.5f);

  return base_random_chance (recipe_random (recipe, RECIPE_RANDOM_FORCE), chance);
}

/* What lies dormant is at most three, often fewer; some of the rest take wrecks when it is quiet, and
 * the rest of its worth comes as what runs.  */
static void
share_special (Recipe *recipe)
{
  BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_FORCE);
  guint all = recipe->force[RECIPE_FORCE_SPECIAL];
  guint drawn = base_random_below (random, DORMANT_MOST + 1), dormant = MIN (all, drawn);
  float rest = (float) (all - dormant) * recipe->values[RECIPE_FORCE_SPECIAL];

  if (recipe->gleaner_value > 0 && rest > 0) {
    recipe->gleaners = MIN (GLEANERS_MOST, (guint) (rest / recipe->gleaner_value));
    rest -= (float) recipe->gleaners * recipe->gleaner_value;
  }
  recipe->force[RECIPE_FORCE_SPECIAL] = dormant;
  recipe->force[RECIPE_FORCE_DRAGOON] +=
      (guint) (rest / MAX (recipe->values[RECIPE_FORCE_DRAGOON], 0.1f) + 0.5f);
}

void
recipe_make_force (Recipe *recipe)
{
  float value = (float) recipe->recipe.odds * WALKER_VALUE * (float) recipe->recipe.machines;
  float mean = 0, machines;
  gint shares[RECIPE_N_FORCES];

  draw_shares (recipe, shares);
  recipe->shepherd = draw_shepherd (recipe);
  recipe->heavy = recipe->shepherd && recipe->heavy_value > 0 && value >= HEAVY_FROM_VALUE;
  if (recipe->shepherd)
    value = MAX (value - SHEPHERD_VALUE, value / 2);
  if (recipe->heavy)
    value -= recipe->heavy_value;
  for (guint i = 0; i < RECIPE_N_FORCES; i++)
    mean += recipe->values[i] * (float) shares[i] / 100;
  machines = MAX (6, value / MAX (mean, 0.1f));
  for (guint i = 0; i < RECIPE_N_FORCES; i++)
    recipe->force[i] = (guint) (machines * (float) shares[i] / 100 + 0.5f);
  share_special (recipe);
  recipe->soft_axis = 2 * base_random_below (recipe_random (recipe, RECIPE_RANDOM_FORCE), 2);
}

typedef struct {
  Recipe *recipe;
  ScenarioWriter *writer;
  guint noise, blow; /* axes of the plan under way */
  guint arrival_s;   /* of the wave under way */
  float start_y;
  const char *on_event; /* NULL: it just comes */
  const char *part;     /* in the wave's hook; NULL: none */
  guint play;           /* number of the wave */
  gboolean noisy;
  gboolean shepherd;    /* one of the next group written commands the force */
  const char *pattern; /* of `part` */
} Wave;

/* ---- One group ----------------------------------------------------------------------------- */

static float
axis_x (const Recipe *recipe, guint axis)
{
  return recipe->crossings[axis].x;
}

/* What a wave is after when it has come over an axis: the town; of a delay all the lines; of an escort
 * the road that the convoy is on.  */
static void
write_aim (const Wave *wave, guint axis)
{
  static const char *const road[] = {"place:point-1", "place:town", "place:point-2"};

  switch (wave->recipe->recipe.kind) {
  case SCENARIO_KIND_ESCORT:
    scenario_writer_string (wave->writer, NULL, road[axis]);
    break;
  case SCENARIO_KIND_DELAY:
    scenario_writer_string (wave->writer, NULL, "place:town");
    recipe_write_point (wave->recipe, wave->writer, NULL, recipe_last_line (wave->recipe));
    break;
  default:
    scenario_writer_string (wave->writer, NULL, "place:town");
    break;
  }
}

static void
write_route (const Wave *wave, guint axis)
{
  static const char *const crossings[] = {"place:ford-1", "place:bridge", "place:ford-2"};
  static const char *const hills[] = {"place:hill-1", "place:hill-2", "place:hill-3"};
  /* The noise is made where somebody hears it: past the middle height.  */
  guint height = wave->noisy ? 1 : axis;

  scenario_writer_begin_array (wave->writer, "route");
  scenario_writer_string (wave->writer, NULL, crossings[axis]);
  scenario_writer_string (wave->writer, NULL, hills[height]);
  write_aim (wave, axis);
  scenario_writer_end_array (wave->writer);
}

/* The Shepherd is of the last type of its group.  */
static void
write_types (const Wave *wave, const char *type, guint count)
{
  scenario_writer_begin_object (wave->writer, "types");
  scenario_writer_integer (wave->writer, type, count);
  if (wave->shepherd && wave->recipe->heavy)
    scenario_writer_integer (wave->writer, RECIPE_HEAVY, 1);
  scenario_writer_end_object (wave->writer);
}

static void
write_group (const Wave *wave, const char *task, const char *type, guint count, guint axis,
             guint late_s)
{
  BaseRandom *random = recipe_random (wave->recipe, RECIPE_RANDOM_LEGION);
  float aside = base_random_range (random, -0.05f, 0.05f);
  guint wait = base_random_below (random, 30);

  if (count == 0)
    return;
  scenario_writer_begin_object (wave->writer, NULL);
  scenario_writer_string (wave->writer, "task", task);
  write_types (wave, type, count);
  recipe_write_point (wave->recipe, wave->writer, "position",
                      base_vec (base_clampf (axis_x (wave->recipe, axis) + aside, 0.05f, 0.95f),
                                wave->start_y));
  scenario_writer_integer (wave->writer, "spread_m", 150 + 25 * MIN (count, 20));
  scenario_writer_integer (wave->writer, "arrival_s", wave->arrival_s + late_s + wait);
  if (wave->on_event != NULL)
    scenario_writer_string (wave->writer, "on_event", wave->on_event);
  if (wave->part != NULL) {
    scenario_writer_string (wave->writer, "pattern", wave->pattern);
    scenario_writer_string (wave->writer, "part", wave->part);
    scenario_writer_integer (wave->writer, "play", wave->play);
  }
  if (wave->shepherd)
    scenario_writer_boolean (wave->writer, "shepherd", TRUE);
  write_route (wave, axis);
  scenario_writer_end_object (wave->writer);
}

/* So many as several groups of at most `most`; one alone has the Shepherd.  */
static void
write_groups (Wave *wave, const char *task, const char *type, guint count, guint most,
              guint axis, guint late_s)
{
  guint n = (count + most - 1) / most;

  for (guint i = 0; i < n; i++) {
    write_group (wave, task, type, count / n + (i < count % n ? 1 : 0), axis, late_s + 20 * i);
    wave->shepherd = FALSE;
  }
}

/* ---- A wave -------------------------------------------------------------------------------- */

/* How far eyes reach by that of a clear day; about as the rules have it.  */
static float
sight_of (const Recipe *recipe)
{
  static const float weathers[] = {
      [SIM_WEATHER_CLEAR] = 1, [SIM_WEATHER_OVERCAST] = 1, [SIM_WEATHER_RAIN] = 0.7f,
      [SIM_WEATHER_FOG] = 0.3f};
  float from_noon = fabsf ((float) recipe->recipe.hour - 13);

  return weathers[recipe->weather] * (1 - 0.65f * base_clampf (from_noon - 7, 0, 1));
}

/* Far enough that the first is seen in four to nine minutes, however large the map; or so much of
 * that.  */
static float
start_of (const Recipe *recipe, float share)
{
  float away_m = share * (FIRST_AWAY_M + EYES_M * sight_of (recipe));

  return MIN (0.97f, recipe->hills[1].y + recipe_share (recipe, away_m));
}

/* Tanks go where the bottom bears them.  */
static guint
tank_axis (const Wave *wave)
{
  return wave->blow == wave->recipe->soft_axis ? 1 : wave->blow;
}

/* Guns stand far behind the blow, and fire at what the scouts of their wave see.  */
static void
write_guns (const Wave *wave, guint guns, BaseVec at)
{
  if (guns == 0)
    return;
  scenario_writer_begin_object (wave->writer, NULL);
  scenario_writer_string (wave->writer, "task", "hold");
  scenario_writer_begin_object (wave->writer, "types");
  scenario_writer_integer (wave->writer, recipe_force_type (RECIPE_FORCE_GUN), guns);
  scenario_writer_end_object (wave->writer);
  recipe_write_point (wave->recipe, wave->writer, "position", at);
  scenario_writer_integer (wave->writer, "spread_m", 200);
  scenario_writer_integer (wave->writer, "arrival_s", wave->arrival_s);
  scenario_writer_string (wave->writer, "pattern", "gun-line");
  scenario_writer_string (wave->writer, "part", "blow");
  scenario_writer_integer (wave->writer, "play", wave->play);
  scenario_writer_end_object (wave->writer);
}

/* How a wave strikes.  */
typedef enum {
  STYLE_HOOK,   /* a loud pack on one axis, another on the axis of the blow, tanks after it */
  STYLE_ANVIL,  /* tanks halt and fire, a pack comes from the side */
  STYLE_FEELER, /* scouts look on, the tanks come where they stayed longest */
  N_STYLES,
} Style;

/* The first wave looks on every axis, the others where they go; on the axis of the blow they feel for
 * it, elsewhere they see for the guns.  */
static void
write_scouts (Wave *wave, guint scouts, Style style)
{
  guint axes = wave->play == 0 ? RECIPE_CROSSINGS : 2, left = scouts;
  float start_y = wave->start_y;

  if (wave->play > 0)
    wave->start_y = start_of (wave->recipe, AHEAD_SHARE); /* they go slowly */

  for (guint i = 0; i < axes; i++) {
    /* The blow's axis, the noise's, the third.  */
    guint axis = i == 0 ? wave->blow : i == 1 ? wave->noise : 3 - wave->blow - wave->noise;
    guint n = (left + axes - i - 1) / (axes - i);
    gboolean feels = style == STYLE_FEELER && i == 0;

    wave->pattern = feels ? "feeler" : "gun-line";
    wave->part = feels || wave->recipe->force[RECIPE_FORCE_GUN] > 0 ? "tell" : NULL;
    write_groups (wave, "scout", "scout", n, FEELER_MOST, axis, 0);
    left -= n;
  }
  wave->start_y = start_y;
}

/* The loud pack, then the one that strikes.  */
static void
write_packs (Wave *wave, guint dragoons, Style style)
{
  guint loud = MIN (dragoons, MAX (2, dragoons / 3));

  wave->noisy = TRUE;
  wave->pattern = "hook";
  wave->part = style == STYLE_HOOK && dragoons > loud ? "tell" : NULL;
  write_groups (wave, "attack", "dragoon", loud, PACK_MOST, wave->noise,
                (guint) (60 * sight_of (wave->recipe)) + main_late_s (wave->recipe));
  wave->noisy = FALSE;
  wave->pattern = style == STYLE_ANVIL ? "anvil" : "hook";
  wave->part = style == STYLE_FEELER ? NULL : "blow";
  write_groups (wave, "flank", "dragoon", dragoons - loud, PACK_MOST, wave->blow,
                120 + main_late_s (wave->recipe));
}

static void
write_tanks (Wave *wave, guint tanks, Style style)
{
  float start_y = wave->start_y;

  wave->pattern = style == STYLE_ANVIL ? "anvil" : "feeler";
  wave->part = style == STYLE_ANVIL ? "tell" : style == STYLE_FEELER ? "blow" : NULL;
  /* Those who wait for what the scouts find wait near enough to be there in time.  */
  if (style == STYLE_FEELER)
    wave->start_y = start_of (wave->recipe, FEELER_SHARE);
  write_groups (wave, "attack", "tank", tanks, PACK_MOST, tank_axis (wave),
                90 + main_late_s (wave->recipe));
  wave->start_y = start_y;
  wave->part = NULL;
}

static void
write_wave (Wave *wave, const guint *force, gboolean last)
{
  /* Without tanks no anvil, and nobody for the scouts to feel for.  */
  Style style = force[RECIPE_FORCE_TANK] > 0 && force[RECIPE_FORCE_DRAGOON] > 2
                    ? (Style) base_random_below (
                          recipe_random (wave->recipe, RECIPE_RANDOM_WAVES), N_STYLES)
                    : STYLE_HOOK;

  write_scouts (wave, force[RECIPE_FORCE_SCOUT], style);
  write_packs (wave, force[RECIPE_FORCE_DRAGOON], style);
  wave->shepherd = wave->recipe->shepherd && last;
  write_tanks (wave, force[RECIPE_FORCE_TANK], style);
  wave->shepherd = FALSE;
  write_guns (wave, force[RECIPE_FORCE_GUN],
              base_vec (axis_x (wave->recipe, wave->blow), wave->start_y));
}

/* When the last wave sets out: so that it strikes with time still to go, the more the worse the
 * odds.  */
static guint
last_arrival_s (const Recipe *recipe)
{
  float share = by_odds (recipe, LAST_STRIKES_BEST, LAST_STRIKES_WORST);
  guint strikes_s = recipe->from_s + (guint) ((float) recipe->task_s * share);
  guint way_s = WAY_S + main_late_s (recipe);

  return MAX (strikes_s, way_s + 150) - way_s;
}

/* Two to four, some minutes apart.  */
static guint
count_waves (const Recipe *recipe)
{
  guint most = CLAMP (1 + last_arrival_s (recipe) / WAVE_GAP_S, 2, 4);

  return 2 + (guint) (base_random_mix (recipe->recipe.seed, 3) % (most - 1));
}

/* The n-th of several waves has this much of the sort; the first feels its way, the later ones are
 * heavier, the last has what is left.  */
static guint
share_of (const Recipe *recipe, RecipeForce sort, guint left, guint wave, guint n_waves)
{
  guint share = recipe->force[sort] * (wave + 2) / (n_waves * (n_waves + 3) / 2);

  if (wave + 1 == n_waves)
    return left;
  /* However small the force, somebody comes who does not only look.  */
  return MIN (left, sort == RECIPE_FORCE_DRAGOON ? MAX (share, 2) : share);
}

static void
write_waves (Recipe *recipe, ScenarioWriter *writer, guint noise, guint blow)
{
  guint n_waves = count_waves (recipe), gap_s = last_arrival_s (recipe) / (n_waves - 1);
  guint left[RECIPE_N_FORCES], sent[RECIPE_N_FORCES];
  Wave wave = {.recipe = recipe, .writer = writer, .noise = noise, .blow = blow,
               .start_y = start_of (recipe, 1)};

  memcpy (left, recipe->force, sizeof left);
  for (guint i = 0; i < n_waves; i++) {
    for (guint k = 0; k < RECIPE_N_FORCES; k++) {
      sent[k] = share_of (recipe, (RecipeForce) k, left[k], i, n_waves);
      left[k] -= sent[k];
    }
    wave.arrival_s = 10 + i * gap_s;
    wave.play = i;
    if (i > 0)
      wave.start_y = start_of (recipe, LATER_SHARE);
    write_wave (&wave, sent, i + 1 == n_waves);
  }
}

/* ---- A garrison, for a raid ---------------------------------------------------------------- */

static void
write_post (const Wave *wave, const char *task, const char *type, guint count, BaseVec at,
            guint spread_m)
{
  if (count == 0)
    return;
  scenario_writer_begin_object (wave->writer, NULL);
  scenario_writer_string (wave->writer, "task", task);
  write_types (wave, type, count);
  recipe_write_point (wave->recipe, wave->writer, "position", at);
  scenario_writer_integer (wave->writer, "spread_m", spread_m);
  if (wave->shepherd)
    scenario_writer_boolean (wave->writer, "shepherd", TRUE);
  scenario_writer_end_object (wave->writer);
}

/* Scouts alone would see in the dark without being seen.  */
static void
write_patrol (Wave *wave, guint scouts, guint dragoons)
{
  wave->arrival_s = 10;
  wave->start_y = start_of (wave->recipe, PATROL_SHARE);
  write_group (wave, "attack", "scout", scouts, 1, 0);
  write_group (wave, "attack", "dragoon", dragoons, 1, 20);
}

/* Posts at the crossings, the strongest where the plan says: tanks stand there, or at the bridge when
 * the bottom is too soft; guns and who guards them at the place itself.  */
static void
write_posts (Wave *wave, guint scouts, guint tanks, guint dragoons)
{
  for (guint axis = 0; axis < RECIPE_CROSSINGS; axis++) {
    BaseVec at = wave->recipe->crossings[axis];

    at.y += recipe_share (wave->recipe, 600);
    write_post (wave, "hold", "scout", scouts / 3 + (axis < scouts % 3 ? 1 : 0), at, 700);
    if (axis == tank_axis (wave))
      write_post (wave, "hold", "tank", tanks, at, 300);
    if (axis == wave->blow)
      write_post (wave, "hold", "dragoon", dragoons / 2, at, 300);
  }
  write_post (wave, "hold", "dragoon", dragoons - dragoons / 2, wave->recipe->far_town, 500);
}

/* Those who come running when the alarm is given, from beyond the map.  */
static void
write_relief (Wave *wave, guint scouts, guint tanks, guint dragoons)
{
  wave->arrival_s =
      (guint) by_odds (wave->recipe, RELIEF_BEST_S, RELIEF_WORST_S);
  wave->start_y = 0.95f;
  wave->on_event = "alarm";
  write_groups (wave, "scout", "scout", scouts, FEELER_MOST, wave->blow, 0);
  write_groups (wave, "attack", "dragoon", dragoons, PACK_MOST, wave->blow, 0);
  wave->shepherd = wave->recipe->shepherd;
  write_groups (wave, "attack", "tank", tanks, PACK_MOST, tank_axis (wave), 60);
  wave->shepherd = FALSE;
}

/* A patrol walks into the squadron's start; posts wait; two of three come running.  */
static void
write_garrison (Recipe *recipe, ScenarioWriter *writer, guint strong)
{
  Wave wave = {.recipe = recipe, .writer = writer, .noise = strong, .blow = strong};
  const guint *force = recipe->force;
  guint scouts = force[RECIPE_FORCE_SCOUT], dragoons = force[RECIPE_FORCE_DRAGOON];
  guint patrol = MIN (scouts, CLAMP (scouts / 6, 2, FEELER_MOST)), packed = MIN (2, dragoons);
  guint tanks = force[RECIPE_FORCE_TANK] / 3, posted = (dragoons - packed) / 3;
  guint posts = (scouts - patrol) / 2;

  write_patrol (&wave, patrol, packed);
  write_guns (&wave, force[RECIPE_FORCE_GUN], recipe->far_town);
  write_posts (&wave, posts, tanks, posted);
  write_relief (&wave, scouts - patrol - posts, force[RECIPE_FORCE_TANK] - tanks,
                dragoons - packed - posted);
}

/* ---- The section --------------------------------------------------------------------------- */

static void
write_jammers (Recipe *recipe, ScenarioWriter *writer)
{
  Wave wave = {.recipe = recipe, .writer = writer};

  for (guint i = 0; i < recipe->jammers; i++) {
    BaseRandom *random = recipe_random (recipe, RECIPE_RANDOM_LEGION);
    guint axis = base_random_below (random, RECIPE_CROSSINGS);

    scenario_writer_begin_object (writer, NULL);
    scenario_writer_string (writer, "task", "jam");
    scenario_writer_begin_object (writer, "types");
    scenario_writer_integer (writer, "jammer", 1);
    scenario_writer_end_object (writer);
    recipe_write_point (recipe, writer, "position",
                        base_vec (axis_x (recipe, axis), 0.68f + 0.08f * (float) i));
    scenario_writer_integer (writer, "spread_m", 100);
    write_route (&wave, axis);
    scenario_writer_end_object (writer);
  }
}

/* They come for the wrecks when the last wave is over, by the road.  */
static void
write_gleaners (const Wave *wave)
{
  Recipe *recipe = wave->recipe;

  if (recipe->gleaners == 0)
    return;
  scenario_writer_begin_object (wave->writer, NULL);
  scenario_writer_string (wave->writer, "task", "glean");
  scenario_writer_begin_object (wave->writer, "types");
  scenario_writer_integer (wave->writer, RECIPE_GLEANER, recipe->gleaners);
  scenario_writer_end_object (wave->writer);
  recipe_write_point (recipe, wave->writer, "position", base_vec (0.5f, start_of (recipe, 1)));
  scenario_writer_integer (wave->writer, "spread_m", 150);
  scenario_writer_integer (wave->writer, "arrival_s", recipe->duration_s / 3);
  scenario_writer_string (wave->writer, "pattern", "gleaners");
  scenario_writer_begin_array (wave->writer, "route");
  scenario_writer_string (wave->writer, NULL, "place:bridge");
  scenario_writer_string (wave->writer, NULL, "place:town");
  scenario_writer_end_array (wave->writer);
  scenario_writer_end_object (wave->writer);
}

/* On the way that is neither the noise nor the blow, near its crossing, where nobody is heard.  */
static void
write_dormant (const Wave *wave, guint quiet)
{
  BaseRandom *random = recipe_random (wave->recipe, RECIPE_RANDOM_LEGION);
  BaseVec at = wave->recipe->crossings[quiet];
  float aside = base_random_range (random, -400, 400);

  if (wave->recipe->force[RECIPE_FORCE_SPECIAL] == 0)
    return;
  at.x += recipe_share (wave->recipe, aside);
  at.y += recipe_share (wave->recipe, 450);
  scenario_writer_begin_object (wave->writer, NULL);
  scenario_writer_string (wave->writer, "task", "hold");
  scenario_writer_begin_object (wave->writer, "types");
  scenario_writer_integer (wave->writer, recipe_force_type (RECIPE_FORCE_SPECIAL),
                           wave->recipe->force[RECIPE_FORCE_SPECIAL]);
  scenario_writer_end_object (wave->writer);
  recipe_write_point (wave->recipe, wave->writer, "position", at);
  scenario_writer_integer (wave->writer, "spread_m", 120);
  scenario_writer_boolean (wave->writer, "dormant", TRUE);
  scenario_writer_string (wave->writer, "pattern", "closed-door");
  scenario_writer_end_object (wave->writer);
}

/* Three plans: the seed of the battle, not of the file, says which.  */
void
recipe_write_legion (Recipe *recipe, ScenarioWriter *writer)
{
  static const char *const ids[] = {"by-the-first", "by-the-bridge", "by-the-last"};
  guint turn = 1 + base_random_below (recipe_random (recipe, RECIPE_RANDOM_LEGION), 2);

  scenario_writer_begin_object (writer, "legion");
  scenario_writer_begin_array (writer, "groups");
  write_jammers (recipe, writer);
  scenario_writer_end_array (writer);
  scenario_writer_begin_array (writer, "plans");
  for (guint axis = 0; axis < RECIPE_CROSSINGS; axis++) {
    scenario_writer_begin_object (writer, NULL);
    scenario_writer_string (writer, "id", ids[axis]);
    scenario_writer_begin_array (writer, "groups");
    if (recipe->recipe.kind == SCENARIO_KIND_RAID)
      write_garrison (recipe, writer, axis);
    else
      write_waves (recipe, writer, (axis + turn) % RECIPE_CROSSINGS, axis);
    write_dormant (&(Wave){.recipe = recipe, .writer = writer},
                   (axis + 3 - turn) % RECIPE_CROSSINGS);
    write_gleaners (&(Wave){.recipe = recipe, .writer = writer});
    scenario_writer_end_array (writer);
    scenario_writer_end_object (writer);
  }
  scenario_writer_end_array (writer);
  scenario_writer_end_object (writer);
}

/* The briefing shows that something is in the north, and the swarm, but not the axis.  */
void
recipe_write_known (Recipe *recipe, ScenarioWriter *writer)
{
  scenario_writer_begin_array (writer, "what_is_known");
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "type", "scout");
  scenario_writer_integer (writer, "count", 3);
  recipe_write_point (recipe, writer, "position",
                      base_vec (0.5f, MIN (0.92f, start_of (recipe, 1))));
  scenario_writer_integer (writer, "error_m", 1200);
  scenario_writer_end_object (writer);
  scenario_writer_end_array (writer);
}
