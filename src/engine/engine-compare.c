/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-compare-private.h"

#include "engine/engine-fields.h"
#include "engine/engine-replayer-private.h"

#include <string.h>

static void
difference_free (EngineFieldDifference *difference)
{
  g_free (difference->path);
  g_free (difference->a);
  g_free (difference->b);
  g_free (difference);
}

static EngineComparison *
comparison_new (EngineReplayer *a, EngineReplayer *b)
{
  EngineComparison *comparison = g_new0 (EngineComparison, 1);

  comparison->equal = TRUE;
  comparison->end_a = engine_replayer_get_replay (a)->end;
  comparison->end_b = engine_replayer_get_replay (b)->end;
  comparison->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  comparison->scenario = scenario_battle_ref (engine_replayer_get_scenario (a));
  return comparison;
}

void
engine_comparison_free (EngineComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->fields);
  scenario_battle_unref (comparison->scenario);
  g_free (comparison);
}

/* ---- Fields -------------------------------------------------------------------------------- */

static EngineFieldDifference *
add_difference (EngineComparison *comparison, const char *path, const char *a, const char *b)
{
  EngineFieldDifference *difference = g_new0 (EngineFieldDifference, 1);

  difference->path = g_strdup (path);
  difference->unit.index = -1;
  difference->a = g_strdup (a);
  difference->b = g_strdup (b);
  g_ptr_array_add (comparison->fields, difference);
  comparison->equal = FALSE;
  return difference;
}

static EngineComparedUnit
describe_unit (const EngineComparison *comparison, EngineCore *core, int index)
{
  EngineComparedUnit described = {.index = index};
  SimUnitTruth unit;

  if (index < 0)
    return described;
  unit = sim_world_unit (engine_core_world (core), (gsize) index);
  described.id = unit.id;
  described.own = unit.side == SIM_SIDE_REPUBLIC;
  described.type = comparison->scenario->rules.types[unit.type].id;
  return described;
}

/* One of the two may be NULL.  */
static void
note_field (EngineComparison *comparison, EngineCore *core, const char *room,
            const EngineField *a, const EngineField *b)
{
  const EngineField *field = a != NULL ? a : b;
  g_autofree char *path = g_strconcat (room, field->path, NULL);
  g_autofree char *text_a = a != NULL ? engine_field_format (a) : NULL;
  g_autofree char *text_b = b != NULL ? engine_field_format (b) : NULL;

  add_difference (comparison, path, text_a, text_b)->unit =
      describe_unit (comparison, core, field->unit);
}

/* Lists may have different lengths in the two, so fields are paired by their paths.  */
static void
compare_fields (EngineComparison *comparison, EngineCore *core, const char *room, GPtrArray *a,
                GPtrArray *b)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < b->len; i++) {
    EngineField *field = g_ptr_array_index (b, i);

    g_hash_table_insert (left, field->path, field);
  }
  for (guint i = 0; i < a->len; i++) {
    const EngineField *field = g_ptr_array_index (a, i);
    const EngineField *other = g_hash_table_lookup (left, field->path);

    if (other == NULL || other->bits != field->bits)
      note_field (comparison, core, room, field, other);
    if (other != NULL)
      g_hash_table_remove (left, field->path);
  }
  for (guint i = 0; i < b->len; i++) {
    const EngineField *field = g_ptr_array_index (b, i);

    if (g_hash_table_contains (left, field->path))
      note_field (comparison, core, room, NULL, field);
  }
}

static gint
machines_first (gconstpointer a, gconstpointer b)
{
  const EngineFieldDifference *one = *(EngineFieldDifference *const *) a;
  const EngineFieldDifference *two = *(EngineFieldDifference *const *) b;
  gint order = (two->unit.index >= 0) - (one->unit.index >= 0);

  return order != 0 ? order : one->unit.index - two->unit.index;
}

static void
compare_states (EngineComparison *comparison, EngineReplayer *a, EngineReplayer *b)
{
  EngineCore *core_a = engine_replayer_get_core (a), *core_b = engine_replayer_get_core (b);
  g_autoptr (GPtrArray) world_a = engine_fields_of_world (core_a);
  g_autoptr (GPtrArray) world_b = engine_fields_of_world (core_b);
  g_autoptr (GPtrArray) picture_a = engine_fields_of_picture (core_a);
  g_autoptr (GPtrArray) picture_b = engine_fields_of_picture (core_b);

  compare_fields (comparison, core_a, "", world_a, world_b);
  compare_fields (comparison, core_a, "picture.", picture_a, picture_b);
  g_ptr_array_sort (comparison->fields, machines_first); /* stable: a merge sort */
}

/* ---- Commands ------------------------------------------------------------------------------ */

static SimTick
command_tick (const GArray *commands, guint i)
{
  return i < commands->len ? g_array_index (commands, ScenarioReplayCommand, i).tick
                           : SIM_TICK_NEVER;
}

static gboolean
is_same_stroke (const PictureEdit *a, const PictureEdit *b)
{
  for (guint i = 0; i < a->n_points && a->n_points == b->n_points; i++)
    if (a->points[i].x != b->points[i].x || a->points[i].y != b->points[i].y)
      return FALSE;
  return a->ink == b->ink && a->n_points == b->n_points;
}

static gboolean
is_same_edit (const PictureEdit *a, const PictureEdit *b)
{
  return a->kind == b->kind && a->track == b->track && a->other == b->other &&
         a->position.x == b->position.x && a->position.y == b->position.y &&
         a->precise_m == b->precise_m && strcmp (a->name, b->name) == 0 &&
         is_same_stroke (a, b);
}

static gboolean
is_same_queue_edit (const SimQueueEdit *a, const SimQueueEdit *b)
{
  return a->order == b->order && a->kind == b->kind && a->place == b->place;
}

static gboolean
is_same_entry (const ScenarioReplayCommand *a, const ScenarioReplayCommand *b)
{
  if (a->tick != b->tick || a->is_edit != b->is_edit || a->is_queue != b->is_queue ||
      a->is_act != b->is_act)
    return FALSE;
  if (a->is_act)
    return a->act.kind == b->act.kind && a->act.question == b->act.question;
  if (a->is_queue)
    return is_same_queue_edit (&a->queue, &b->queue);
  return a->is_edit ? is_same_edit (&a->edit, &b->edit)
                    : sim_command_hash (&a->command) == sim_command_hash (&b->command);
}

static gboolean
is_same_command (const GArray *a, const GArray *b, guint i)
{
  if (i >= a->len || i >= b->len)
    return a->len == b->len;
  return is_same_entry (&g_array_index (a, ScenarioReplayCommand, i),
                        &g_array_index (b, ScenarioReplayCommand, i));
}

static void
compare_commands (EngineComparison *comparison, const ScenarioReplay *a, const ScenarioReplay *b)
{
  guint most = MAX (a->commands->len, b->commands->len), i = 0;

  while (i < most && is_same_command (a->commands, b->commands, i))
    i++;
  comparison->command = i < most ? (int) i : -1;
  comparison->command_a = command_tick (a->commands, i);
  comparison->command_b = command_tick (b->commands, i);
}

/* ---- Ticks --------------------------------------------------------------------------------- */

static gboolean
are_equal_at (EngineReplayer *a, EngineReplayer *b, SimTick tick)
{
  EngineCore *core_a = engine_replayer_get_core (a), *core_b = engine_replayer_get_core (b);

  engine_replayer_seek (a, tick);
  engine_replayer_seek (b, tick);
  return engine_core_tick (core_a) == engine_core_tick (core_b) &&
         engine_core_hash (core_a) == engine_core_hash (core_b) &&
         engine_core_picture_hash (core_a) == engine_core_picture_hash (core_b);
}

/* Goes to the last tick if the two are equal, else to the first that differs.  */
static gboolean
find_parting (EngineReplayer *a, EngineReplayer *b, SimTick end)
{
  SimTick equal = 0, tick;

  if (!are_equal_at (a, b, 0))
    return TRUE;
  for (tick = 0; are_equal_at (a, b, tick); tick = MIN (tick + ENGINE_HASH_TICKS, end)) {
    if (tick == end)
      return FALSE;
    equal = tick;
  }
  while (are_equal_at (a, b, equal + 1))
    equal++;
  return TRUE;
}

EngineComparison *
engine_compare_replayers (EngineReplayer *a, EngineReplayer *b)
{
  EngineComparison *comparison = comparison_new (a, b);
  gboolean parted = find_parting (a, b, MIN (comparison->end_a, comparison->end_b));

  compare_commands (comparison, engine_replayer_get_replay (a), engine_replayer_get_replay (b));
  comparison->tick = MAX (engine_core_tick (engine_replayer_get_core (a)),
                          engine_core_tick (engine_replayer_get_core (b)));
  if (parted)
    compare_states (comparison, a, b);
  else if (comparison->end_a != comparison->end_b)
    comparison->equal = FALSE;
  return comparison;
}

/* ---- Replays ------------------------------------------------------------------------------- */

EngineComparison *
engine_compare_replays (const ScenarioReplay *a, const ScenarioReplay *b, GError **error)
{
  g_autoptr (EngineReplayer) player_a = NULL, player_b = NULL;
  EngineComparison *comparison;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  player_a = engine_replayer_new (a, error);
  if (player_a == NULL)
    return NULL;
  player_b = engine_replayer_new (b, error);
  if (player_b == NULL)
    return NULL;
  if (strcmp (a->content_hash, b->content_hash) == 0)
    return engine_compare_replayers (player_a, player_b);
  comparison = comparison_new (player_a, player_b);
  comparison->command = -1;
  add_difference (comparison, "scenario", a->scenario, b->scenario);
  return comparison;
}
