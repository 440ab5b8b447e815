/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standard melee.
 *
 * The ground grows with the number of machines, so that the density stays; and so that the share of
 * them that fights stays too, it is cut into fronts, strips four kilometres wide from west to east in
 * each of which ours stand on one side and the Legion attacks from the other.  The strips are cut into
 * squares, each with the same things on it, over relief and woods that differ: hill, cliff, town and
 * ruins, marsh, a stretch of river with a ford and a bridge, a road; and each strip has a minefield.
 * Of the Legion's machines nine in ten attack; the others are guns behind them, dormant ambushers and
 * mines before them, and, once in the whole battle, swarms, a control, recoverers.  */
#include "engine/engine-melee.h"

#include "base/base-math.h"
#include "scenario/scenario.h"

#include <glib/gi18n-lib.h>

/* 1,000 machines on 4 km x 4 km; the largest map holds 100,000 at that density.  */
#define SIDE_OF_1000_M 4000.0
#define SIDE_MOST_M 40000.0
#define FRONT_M 4000.0f
#define FRONTS_MOST 10
/* Radius of a group of one machine: the area of a group goes with its strength.  */
#define SPREAD_M 57.0f
#define SCAVENGER_FOR 24
#define KINDS 4

struct _EngineMelee {
  const SimRules *rules;
  SimWorldDef world;
  SimUnitDef *squadron;
  SimGroupDef groups[SIM_MAX_GROUPS];
  SimObjectiveDef objectives[3];
  SimFeature *features;
  BaseVec *points;
  gsize n_features, n_points;
  float side_m;
  guint fronts;
};

/* A type of one side with a role, the n-th of them; -1 when there are fewer.  */
static gint
find_type (const SimRules *rules, SimSide side, SimRole role, guint n)
{
  for (guint i = 0; i < rules->n_types; i++)
    if (rules->types[i].side == side && rules->types[i].role == role && n-- == 0)
      return (gint) i;
  return -1;
}

/* Of `count` things in `parts` nearly equal parts, how many are in this one.  */
static guint
share_of (guint count, guint part, guint parts)
{
  return (guint) ((guint64) count * (part + 1) / parts - (guint64) count * part / parts);
}

/* A point of a front: `across` from our edge (0) to the Legion's (1), `along` from the south.  Every
 * other front is mirrored: neighbours stand back to back, and no front has an enemy behind it.  */
static BaseVec
point_of_front (const EngineMelee *melee, guint front, float across, float along)
{
  float east = front % 2 == 0 ? across : 1 - across;

  return base_vec (melee->side_m * ((float) front + east) / (float) melee->fronts,
                   melee->side_m * along);
}

/* The same in one of its squares: `along` is of the square.  */
static BaseVec
point_of_square (const EngineMelee *melee, guint front, guint square, float across, float along)
{
  return point_of_front (melee, front, across,
                         ((float) square + along) / (float) melee->fronts);
}

/* ---- The ground ---------------------------------------------------------------------------- */

/* What lies in each square; points in shares of it, ours in the west.  */
typedef struct {
  SimFeatureKind kind;
  guint8 n_points;
  float points[4][2];
  float radius_m, rise_m;
} Piece;

static const Piece pieces[] = {
    {SIM_FEATURE_HILL, 1, {{0.25f, 0.75f}}, 550, 40},
    {SIM_FEATURE_CLIFF, 2, {{0.32f, 0.62f}, {0.36f, 0.78f}}, 0, 20},
    {SIM_FEATURE_MARSH, 1, {{0.55f, 0.45f}}, 220, 0},
    {SIM_FEATURE_TOWN, 1, {{0.38f, 0.22f}}, 330, 0},
    {SIM_FEATURE_RUBBLE, 1, {{0.5f, 0.25f}}, 180, 0},
    {SIM_FEATURE_RIVER, 3, {{0.5f, 0.6f}, {0.54f, 0.75f}, {0.5f, 0.9f}}, 35, 0},
    {SIM_FEATURE_ROAD, 3, {{0, 0.2f}, {0.38f, 0.22f}, {1, 0.2f}}, 0, 0},
    {SIM_FEATURE_ROAD, 3, {{0, 0.75f}, {0.54f, 0.75f}, {1, 0.75f}}, 0, 0},
    {SIM_FEATURE_FORD, 1, {{0.52f, 0.67f}}, 0, 0},
    {SIM_FEATURE_BRIDGE, 1, {{0.54f, 0.75f}}, 0, 0},
};

static SimFeature *
add_feature (EngineMelee *melee, SimFeatureKind kind)
{
  SimFeature *feature = &melee->features[melee->n_features++];

  feature->kind = (guint8) kind;
  feature->points = melee->points + melee->n_points;
  return feature;
}

static void
add_point (EngineMelee *melee, SimFeature *feature, BaseVec at)
{
  melee->points[melee->n_points++] = at;
  feature->n_points++;
}

static void
lay_square (EngineMelee *melee, guint front, guint square)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    const Piece *piece = &pieces[i];
    SimFeature *feature = add_feature (melee, piece->kind);

    feature->radius_m = piece->radius_m;
    feature->rise_m = piece->rise_m;
    for (guint p = 0; p < piece->n_points; p++)
      add_point (melee, feature,
                 point_of_square (melee, front, square, piece->points[p][0], piece->points[p][1]));
  }
}

/* A belt before our line in the southern third of a front, which the Legion does not know of.  */
static void
lay_mines (EngineMelee *melee, guint front)
{
  static const float corners[4][2] = {{0.50f, 0.03f}, {0.52f, 0.03f}, {0.52f, 0.33f}, {0.50f, 0.33f}};
  SimFeature *field = add_feature (melee, SIM_FEATURE_MINEFIELD);

  field->mines_per_ha = 4;
  field->known = 1 << SIM_SIDE_REPUBLIC;
  for (guint p = 0; p < G_N_ELEMENTS (corners); p++)
    add_point (melee, field, point_of_front (melee, front, corners[p][0], corners[p][1]));
}

static void
lay_ground (EngineMelee *melee)
{
  SimTerrainDef *terrain = &melee->world.terrain;
  guint most = melee->fronts * (melee->fronts * G_N_ELEMENTS (pieces) + 1);

  melee->features = g_new0 (SimFeature, most);
  melee->points = g_new0 (BaseVec, most * KINDS);
  for (guint front = 0; front < melee->fronts; front++) {
    for (guint square = 0; square < melee->fronts; square++)
      lay_square (melee, front, square);
    lay_mines (melee, front);
  }
  terrain->width_m = terrain->height_m = melee->side_m;
  terrain->features = melee->features;
  terrain->n_features = melee->n_features;
}

/* ---- Ours ---------------------------------------------------------------------------------- */

static SimUnitDef
make_unit (const EngineMelee *melee, guint index, SimTypeIndex type)
{
  guint loadouts = melee->rules->n_loadouts + 1u;

  return (SimUnitDef){
      .type = type,
      .platoon = (guint8) (index % SIM_MAX_PLATOONS),
      .leader = index < SIM_MAX_PLATOONS,
      .captain = index == 0,
      .hearer = index == 0,
      .temper = (guint8) (index % SIM_N_TEMPERS),
      .loadout = (guint8) (index / SIM_MAX_PLATOONS % loadouts),
      .gunnery = 0.35f + 0.05f * (float) (index % 7),
      .driving = 0.35f + 0.05f * (float) (index % 5),
      .awareness = 0.35f + 0.05f * (float) (index % 11 % 7),
      .trust = 30 + 5 * (float) (index % 9),
  };
}

/* Each so-many-th is a Scavenger, if the rules have them.  */
static SimUnitDef
make_own (const EngineMelee *melee, guint index)
{
  gint walker = find_type (melee->rules, SIM_SIDE_REPUBLIC, SIM_ROLE_WALKER, 0);
  gint scavenger = find_type (melee->rules, SIM_SIDE_REPUBLIC, SIM_ROLE_SUPPLY, 0);
  SimUnitDef unit = make_unit (melee, index, (SimTypeIndex) walker);

  if (scavenger >= 0 && index % SCAVENGER_FOR == SCAVENGER_FOR - 1) {
    unit.type = (SimTypeIndex) scavenger;
    unit.platoon = SIM_SUPPLY_PLATOON;
    unit.leader = unit.loadout = 0;
  }
  return unit;
}

/* Ours stand in rows on their half of each front, as many to the kilometre one way as the other.  */
static void
place_front (EngineMelee *melee, guint front, guint first, guint n_units)
{
  guint columns = 1, rows;

  while (columns * columns * melee->fronts < n_units)
    columns++;
  rows = (n_units + columns - 1) / columns;
  for (guint i = 0; i < n_units; i++) {
    SimUnitDef *unit = &melee->squadron[first + i];

    *unit = make_own (melee, first + i);
    unit->position = point_of_front (melee, front,
                                     0.05f + 0.4f * (float) (i % columns) / (float) columns,
                                     0.05f + 0.9f * (float) (i / columns) / (float) rows);
    unit->heading_deg = front % 2 == 0 ? 90 : 270;
  }
}

static void
place_squadron (EngineMelee *melee, guint n_own)
{
  guint placed = 0;

  melee->squadron = g_new0 (SimUnitDef, n_own);
  for (guint front = 0; front < melee->fronts; front++) {
    guint n_units = share_of (n_own, front, melee->fronts);

    place_front (melee, front, placed, n_units);
    placed += n_units;
  }
  melee->world.squadron = melee->squadron;
  melee->world.n_squadron = n_own;
}

/* ---- The Legion ---------------------------------------------------------------------------- */

/* A group: its share of a front's machines, where it begins, its types by role (which of them, how
 * many of so many).  */
typedef struct {
  SimTask task;
  guint8 weight;
  guint8 dormant, shepherd, black_sheep;
  float across, along;
  struct {
    SimRole role;
    guint8 which, weight;
  } kinds[KINDS];
} Part;

static const Part parts[] = {
    {SIM_TASK_ATTACK, 5, 0, 0, 1, 0.62f, 0.17f,
     {{SIM_ROLE_SCOUT, 0, 2}, {SIM_ROLE_DRAGOON, 0, 3}, {SIM_ROLE_TANK, 0, 3}, {SIM_ROLE_TANK, 1, 2}}},
    {SIM_TASK_ATTACK, 5, 0, 0, 0, 0.62f, 0.5f,
     {{SIM_ROLE_SCOUT, 0, 3}, {SIM_ROLE_DRAGOON, 0, 3}, {SIM_ROLE_TANK, 0, 2}, {SIM_ROLE_TANK, 1, 2}}},
    {SIM_TASK_ATTACK, 4, 0, 1, 0, 0.85f, 0.5f,
     {{SIM_ROLE_SCOUT, 0, 2}, {SIM_ROLE_DRAGOON, 0, 3}, {SIM_ROLE_TANK, 0, 3}, {SIM_ROLE_TANK, 1, 2}}},
    {SIM_TASK_FLANK, 4, 0, 0, 0, 0.62f, 0.83f,
     {{SIM_ROLE_SCOUT, 0, 2}, {SIM_ROLE_DRAGOON, 0, 3}, {SIM_ROLE_TANK, 0, 3}, {SIM_ROLE_ANTI_AIR, 0, 2}}},
    {SIM_TASK_HOLD, 1, 1, 0, 0, 0.53f, 0.25f,
     {{SIM_ROLE_AMBUSHER, 0, 3}, {SIM_ROLE_MINE, 0, 2}}},
    {SIM_TASK_HOLD, 1, 0, 0, 0, 0.93f, 0.83f,
     {{SIM_ROLE_GUN, 0, 3}, {SIM_ROLE_ANTI_AIR, 0, 1}}},
};

/* Types that the rules do not have leave their share to the group's first that they have.  */
static void
fill_group (const EngineMelee *melee, SimGroupDef *group, const Part *part, guint count)
{
  guint n = 0, weights = 0, before = 0;

  for (guint k = 0; k < KINDS; k++)
    weights += part->kinds[k].weight;
  for (guint k = 0; k < KINDS && part->kinds[k].weight > 0; k++) {
    gint type = find_type (melee->rules, SIM_SIDE_LEGION, part->kinds[k].role, part->kinds[k].which);
    guint after = before + part->kinds[k].weight;
    guint share = count * after / weights - count * before / weights;

    before = after;
    if (type >= 0)
      group->types[n] = (SimTypeIndex) type;
    group->counts[type >= 0 ? n++ : 0] += (guint16) share;
  }
  if (n == 0)
    group->types[0] = (SimTypeIndex) find_type (melee->rules, SIM_SIDE_LEGION, SIM_ROLE_SCOUT, 0);
}

static SimGroupDef *
add_group (EngineMelee *melee, SimTask task, BaseVec at, guint count)
{
  SimGroupDef *group = &melee->groups[melee->world.n_groups++];

  g_assert (melee->world.n_groups <= SIM_MAX_GROUPS);
  group->task = (guint8) task;
  group->position = at;
  group->spread_m = SPREAD_M * (float) base_sqrt (count);
  return group;
}

static void
place_front_legion (EngineMelee *melee, guint front, guint count)
{
  guint weights = 0, before = 0;

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    weights += parts[p].weight;
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++) {
    const Part *part = &parts[p];
    guint after = before + part->weight;
    guint share = count * after / weights - count * before / weights;
    SimGroupDef *group =
        add_group (melee, part->task, point_of_front (melee, front, part->across, part->along), share);

    fill_group (melee, group, part, share);
    group->dormant = part->dormant;
    group->shepherd = part->shepherd && front == 0;
    group->black_sheep = (guint16) (part->black_sheep ? share / 10 : 0);
    group->n_route = 1;
    group->route[0] = point_of_front (melee, front, 0.1f, part->along);
    before = after;
  }
}

/* What there is once in a battle: so many machines of a role, spread over a good part of the map.
 * Returns how many.  */
static guint
place_special (EngineMelee *melee, SimTask task, SimRole role, guint count)
{
  gint type = find_type (melee->rules, SIM_SIDE_LEGION, role, 0);
  SimGroupDef *group;

  if (type < 0)
    return 0;
  group = add_group (melee, task, base_vec (melee->side_m * 0.5f, melee->side_m * 0.5f), count);
  group->spread_m = melee->side_m * 0.4f;
  group->types[0] = (SimTypeIndex) type;
  group->counts[0] = (guint16) count;
  return count;
}

/* They come first: a small battle has them too.  */
static guint
place_specials (EngineMelee *melee, guint n_legion)
{
  if (n_legion < 16)
    return 0;
  return place_special (melee, SIM_TASK_JAM, SIM_ROLE_JAMMER, MIN (melee->fronts + 1, 6)) +
         place_special (melee, SIM_TASK_HOLD, SIM_ROLE_CONTROL, 1) +
         place_special (melee, SIM_TASK_GLEAN, SIM_ROLE_RECOVERER, 1 + n_legion / 250);
}

static void
place_legion (EngineMelee *melee, guint n_legion)
{
  guint left = n_legion - place_specials (melee, n_legion);

  for (guint front = 0; front < melee->fronts; front++)
    place_front_legion (melee, front, share_of (left, front, melee->fronts));
  melee->world.groups = melee->groups;
}

/* ---- The whole ----------------------------------------------------------------------------- */

static void
ask (EngineMelee *melee)
{
  BaseVec middle = base_vec (melee->side_m * 0.5f, melee->side_m * 0.5f);

  melee->objectives[0] = (SimObjectiveDef){.kind = SIM_OBJECTIVE_SURVIVE_UNTIL, .weight = 1};
  melee->objectives[1] = (SimObjectiveDef){.kind = SIM_OBJECTIVE_HOLD_AREA, .position = middle,
                                           .radius_m = 1500, .seconds = 3600, .weight = 1};
  melee->objectives[2] =
      (SimObjectiveDef){.kind = SIM_OBJECTIVE_DESTROY, .share = 1, .weight = 1};
  melee->world.objectives = melee->objectives;
  melee->world.n_objectives = G_N_ELEMENTS (melee->objectives);
}

EngineMelee *
engine_melee_new (const SimRules *rules, guint units, guint own, guint ticks, GError **error)
{
  EngineMelee *melee;

  g_return_val_if_fail (own >= 1 && own < units, NULL);
  if (find_type (rules, SIM_SIDE_REPUBLIC, SIM_ROLE_WALKER, 0) < 0 ||
      find_type (rules, SIM_SIDE_LEGION, SIM_ROLE_SCOUT, 0) < 0 ||
      find_type (rules, SIM_SIDE_LEGION, SIM_ROLE_TANK, 0) < 0) {
    g_set_error_literal (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                         _("The rules hold no types for both sides."));
    return NULL;
  }
  melee = g_new0 (EngineMelee, 1);
  melee->rules = rules;
  melee->side_m = (float) CLAMP (SIDE_OF_1000_M * base_sqrt (units / 1000.0), SIDE_OF_1000_M,
                                 SIDE_MOST_M);
  melee->fronts = CLAMP ((guint) (melee->side_m / FRONT_M + 0.5f), 1, FRONTS_MOST);
  melee->world = sim_world_def_default ();
  melee->world.rules = rules;
  melee->world.duration = ticks + 1;
  melee->world.weather = SIM_WEATHER_OVERCAST;
  melee->world.wall_rounds = 24;
  melee->world.base = base_vec (melee->side_m * 0.05f, melee->side_m * 0.5f);
  lay_ground (melee);
  ask (melee);
  place_squadron (melee, own);
  place_legion (melee, units - own);
  return melee;
}

void
engine_melee_free (EngineMelee *melee)
{
  if (melee == NULL)
    return;
  g_free (melee->squadron);
  g_free (melee->features);
  g_free (melee->points);
  g_free (melee);
}

const SimWorldDef *
engine_melee_def (const EngineMelee *melee)
{
  return &melee->world;
}
