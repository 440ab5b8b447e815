/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-core-private.h"

#include "engine/engine-axis.h"
#include "engine/engine-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define STAFF_MAX_ORDERS 16

/* ---- Making -------------------------------------------------------------------------------- */

static Picture *
make_picture (const ScenarioBattle *scenario, const SimWorld *world)
{
  PictureDef def = picture_def_default ();

  def.n_own = scenario->world.n_squadron;
  for (gsize i = 0; i < def.n_own; i++) {
    SimUnitTruth unit = sim_world_unit (world, i);

    def.own[i].id = unit.id;
    def.own[i].platoon = unit.platoon;
    def.own[i].position = unit.position;
    def.own[i].heading_deg = unit.heading_deg;
    def.own[i].ammunition = unit.ammunition;
  }
  def.telemetry_ticks = SIM_SECONDS (scenario->rules.telemetry_s);
  def.map_width_m = scenario->world.terrain.width_m;
  def.map_height_m = scenario->world.terrain.height_m;
  return picture_new (&def);
}

static void
add_known (Picture *picture, const ScenarioBattle *scenario)
{
  for (guint i = 0; i < scenario->known->len; i++) {
    const ScenarioKnown *known = &g_array_index (scenario->known, ScenarioKnown, i);

    picture_add_known (picture, known->type, known->count, known->position, known->error_m);
  }
}

static gsize
count_platoons (const ScenarioBattle *scenario)
{
  gsize n_platoons = 0;

  for (gsize i = 0; i < scenario->world.n_squadron; i++)
    if (scenario->world.squadron[i].platoon != SIM_SUPPLY_PLATOON)
      n_platoons = MAX (n_platoons, (gsize) scenario->world.squadron[i].platoon + 1);
  return n_platoons;
}

/* What each type counts for; a swarm of jammers takes no part in the fight.  */
static void
fill_type_values (StaffDef *def, const SimRules *rules)
{
  G_STATIC_ASSERT (SIM_MAX_TYPES <= STAFF_MAX_TYPES);

  for (guint i = 0; i < rules->n_types; i++)
    def->type_values[i] = sim_role_flies (rules->types[i].role) ? -1 : rules->types[i].value;
}

/* The weapon that bursts in swarms among these, or NULL.  */
static const SimWeapon *
swarm_weapon (const SimRules *rules, const uint8_t *weapons, guint n_weapons)
{
  for (guint i = 0; i < n_weapons; i++)
    if (rules->weapons[weapons[i]].indirect > 0 && rules->weapons[weapons[i]].swarm_cut > 0)
      return &rules->weapons[weapons[i]];
  return NULL;
}

static const SimWeapon *
swarm_weapon_of (const SimRules *rules, const SimUnitDef *unit)
{
  const SimUnitType *type = &rules->types[unit->type];
  const SimLoadout *loadout = unit->loadout > 0 ? &rules->loadouts[unit->loadout - 1] : NULL;

  return loadout ? swarm_weapon (rules, loadout->weapons, loadout->n_weapons)
                 : swarm_weapon (rules, type->weapons, type->n_weapons);
}

/* Who carries what bursts in swarms, as the roster says.  */
static void
fill_salvoes (StaffDef *def, const SimRules *rules, const SimWorldDef *world)
{
  for (gsize i = 0; i < world->n_squadron && i < PICTURE_MAX_OWN; i++) {
    const SimWeapon *weapon = swarm_weapon_of (rules, &world->squadron[i]);
    float needed;

    if (weapon == NULL)
      continue;
    needed = floorf ((1 - rules->jam_window_below) / weapon->swarm_cut) + 1;
    def->salvoes[i] = (uint8_t) CLAMP (weapon->rounds, 0, UINT8_MAX);
    def->window_salvoes = (uint8_t) CLAMP (needed, 1, SIM_MAX_ADDRESSEES);
    def->salvo_least_m = weapon->minimum_range_m;
    def->salvo_most_m = weapon->range_m;
  }
}

static uint8_t
goal_state (const SimObjectiveDef *objective)
{
  if (objective->hidden)
    return SIM_OBJECTIVE_HIDDEN;
  return objective->after > 0 ? SIM_OBJECTIVE_LATER : SIM_OBJECTIVE_OPEN;
}

static StaffGoal
goal_of (const SimObjectiveDef *objective, gsize index)
{
  static const StaffGoalKind kinds[SIM_N_OBJECTIVE_KINDS] = {
      [SIM_OBJECTIVE_HOLD_AREA] = STAFF_GOAL_HOLD,         [SIM_OBJECTIVE_REACH] = STAFF_GOAL_REACH,
      [SIM_OBJECTIVE_DESTROY] = STAFF_GOAL_DESTROY,        [SIM_OBJECTIVE_DELAY] = STAFF_GOAL_HOLD,
      [SIM_OBJECTIVE_SURVIVE_UNTIL] = STAFF_GOAL_SURVIVE, [SIM_OBJECTIVE_ESCORT] = STAFF_GOAL_ESCORT,
  };

  return (StaffGoal) {.kind = (uint8_t) kinds[objective->kind],
                      .objective = (uint8_t) index,
                      .state = goal_state (objective),
                      .place = objective->position,
                      .radius_m = objective->radius_m,
                      .weight = objective->weight,
                      .seconds = objective->seconds,
                      .from = objective->from,
                      .until = objective->until};
}

/* Goals by weight, gravest first; equal ones stay in the scenario's order.  */
static void
fill_goals (StaffDef *def, const SimWorldDef *world)
{
  for (gsize i = 0; i < world->n_objectives && def->n_goals < G_N_ELEMENTS (def->goals); i++) {
    StaffGoal goal = goal_of (&world->objectives[i], i);
    gsize at = def->n_goals++;

    for (; at > 0 && def->goals[at - 1].weight < goal.weight; at--)
      def->goals[at] = def->goals[at - 1];
    def->goals[at] = goal;
  }
}

static void
make_staff (EngineCore *core, const SimWorldDef *world, const EngineCoreOptions *options)
{
  StaffDef def = {
      .kind = options->staff, .seed = options->seed, .without = options->staff_without};

  if (options->staff == STAFF_NONE)
    return;
  def.n_platoons = count_platoons (core->scenario);
  def.base = core->scenario->world.base;
  core->sheet = engine_core_make_sheet (core);
  def.sheet = core->sheet;
  fill_type_values (&def, &core->scenario->rules);
  fill_goals (&def, &core->scenario->world);
  fill_salvoes (&def, &core->scenario->rules, world);
  def.knows_axis = options->staff_knows_axis && engine_axis_find (world, &def.axis);
  core->staff = staff_new (&def);
  core->staff_view = g_new0 (PictureView, 1);
}

static gboolean
check_scenario (const ScenarioBattle *scenario, GError **error)
{
  if (scenario->world.n_squadron > PICTURE_MAX_OWN) {
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                 /* Translators: how many there are, how many there may be.  */
                 _("A squadron of %1$zu machines is more than the %2$d that one handler can lead."),
                 scenario->world.n_squadron, PICTURE_MAX_OWN);
    return FALSE;
  }
  for (gsize i = 0; i < scenario->world.n_squadron; i++)
    if (scenario->world.squadron[i].platoon > SIM_SUPPLY_PLATOON) {
      g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                   _("There are more than %d platoons."), SIM_MAX_PLATOONS);
      return FALSE;
    }
  return TRUE;
}

EngineCore *
engine_core_new (ScenarioBattle *scenario, const EngineCoreOptions *options, GError **error)
{
  EngineCore *core;
  SimWorldDef def;

  if (!check_scenario (scenario, error))
    return NULL;
  def = scenario_battle_world_def (scenario, options->seed, options->difficulty);
  core = g_new0 (EngineCore, 1);
  core->scenario = scenario_battle_ref (scenario);
  core->world = sim_world_new (&def);
  core->picture = make_picture (scenario, core->world);
  add_known (core->picture, scenario);
  make_staff (core, &def, options);
  core->replay = scenario_replay_new (scenario, options->seed);
  core->replay->difficulty = options->difficulty;
  g_free (core->replay->staff);
  core->replay->staff = g_strdup (staff_kind_name (options->staff));
  core->waiting = g_array_new (FALSE, FALSE, sizeof (SimCommand));
  core->queue_edits = g_array_new (FALSE, FALSE, sizeof (SimQueueEdit));
  core->heard = g_array_new (FALSE, FALSE, sizeof (SimMessage));
  core->notes = g_array_new (FALSE, FALSE, sizeof (EngineNote));
  core->staff_ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  engine_core_begin_lesson (core);
  engine_pacing_init (&core->pacing);
  engine_quality_room_init (&core->room);
  core->n_objectives = (guint) MIN (sim_world_n_objectives (core->world), SIM_MAX_OBJECTIVES);
  for (guint i = 0; i < core->n_objectives; i++)
    core->objectives[i] = sim_world_objective (core->world, i);
  return core;
}

void
engine_core_free (EngineCore *core)
{
  if (core == NULL)
    return;
  g_clear_pointer (&core->staff, staff_free);
  g_clear_pointer (&core->sheet, picture_sheet_free);
  g_free (core->staff_view);
  g_clear_pointer (&core->tutor, tutor_free);
  g_free (core->tutor_view);
  picture_free (core->picture);
  sim_world_free (core->world);
  scenario_replay_free (core->replay);
  g_array_unref (core->waiting);
  g_array_unref (core->queue_edits);
  g_array_unref (core->heard);
  g_array_unref (core->notes);
  g_clear_pointer (&core->kept, g_array_unref);
  g_clear_pointer (&core->recent, g_array_unref);
  g_clear_pointer (&core->notices, g_array_unref);
  g_array_unref (core->staff_ids);
  g_clear_pointer (&core->drawn_ids, g_array_unref);
  engine_pacing_clear (&core->pacing);
  engine_quality_room_clear (&core->room);
  scenario_battle_unref (core->scenario);
  g_free (core);
}

/* ---- Orders -------------------------------------------------------------------------------- */

guint32
engine_core_next_id (EngineCore *core)
{
  return engine_counter_next (&core->ids);
}

void
engine_core_submit (EngineCore *core, const SimCommand *command)
{
  SimCommand copy = *command;

  if (copy.id == 0)
    copy.id = engine_core_next_id (core);
  else
    engine_counter_pass (&core->ids, copy.id);
  g_array_append_val (core->waiting, copy);
}

/* Hands the waiting orders to the world as far as it takes them, and logs those taken.  */
static void
submit_waiting (EngineCore *core)
{
  guint taken = 0;

  for (; taken < core->waiting->len; taken++) {
    ScenarioReplayCommand entry = {
        .tick = sim_world_tick (core->world),
        .command = g_array_index (core->waiting, SimCommand, taken),
    };

    if (!sim_world_submit (core->world, &entry.command))
      break;
    g_array_append_val (core->replay->commands, entry);
  }
  if (taken > 0)
    g_array_remove_range (core->waiting, 0, taken);
}

void
engine_core_note_hashes_again (EngineCore *core)
{
  GArray *hashes = core->replay->hashes;
  ScenarioReplayHash *last;

  if (hashes->len == 0)
    return;
  last = &g_array_index (hashes, ScenarioReplayHash, hashes->len - 1);
  if (last->tick != sim_world_tick (core->world))
    return;
  last->world = sim_world_hash (core->world);
  last->picture = picture_hash (core->picture);
}

gboolean
engine_core_edit (EngineCore *core, const PictureEdit *edit)
{
  ScenarioReplayCommand entry = {
      .tick = sim_world_tick (core->world), .is_edit = TRUE, .edit = *edit};

  if (sim_world_is_finished (core->world) || !picture_edit (core->picture, edit))
    return FALSE;
  g_array_append_val (core->replay->commands, entry);
  engine_core_note_hashes_again (core);
  return TRUE;
}

/* ---- Stepping ------------------------------------------------------------------------------ */

static void
clear_notice (EngineNotice *notice)
{
  g_free (notice->text);
}

const GArray *
engine_core_keep_messages (EngineCore *core)
{
  if (core->kept == NULL) {
    core->kept = g_array_new (FALSE, FALSE, sizeof (SimMessage));
    core->recent = g_array_new (FALSE, FALSE, sizeof (SimMessage));
    core->notices = g_array_new (FALSE, FALSE, sizeof (EngineNotice));
    g_array_set_clear_func (core->notices, (GDestroyNotify) clear_notice);
  }
  return core->kept;
}

void
engine_core_note_notice (EngineCore *core, SimTick tick, const char *text,
                         const SimTarget *bearings)
{
  EngineNotice notice = {.tick = tick, .moves_bearings = bearings != NULL};

  if (core->notices == NULL)
    return;
  /* As long as a save takes it.  */
  notice.text = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), SCENARIO_JOURNAL_TEXT));
  if (bearings != NULL)
    notice.bearings = *bearings;
  g_array_append_val (core->notices, notice);
}

GArray *
engine_core_keep_staff_ids (EngineCore *core)
{
  if (core->drawn_ids == NULL)
    core->drawn_ids = scenario_journal_entries_new ();
  return core->drawn_ids;
}

void
engine_core_expect_staff_id (EngineCore *core, guint32 id)
{
  g_array_append_val (core->staff_ids, id);
}

/* A player draws numbers from another thread: in which order the two did is no matter of the battle, so it
 * is noted when a battle is kept, and followed when it is played again.  */
static guint32
next_staff_id (EngineCore *core)
{
  ScenarioJournalEntry drawn = {.kind = SCENARIO_JOURNAL_STAFF,
                                .tick = sim_world_tick (core->world)};

  if (core->staff_ids->len > 0) {
    drawn.order = g_array_index (core->staff_ids, guint32, 0);
    g_array_remove_index (core->staff_ids, 0);
  } else {
    drawn.order = engine_core_next_id (core);
  }
  if (core->drawn_ids != NULL)
    g_array_append_val (core->drawn_ids, drawn);
  return drawn.order;
}

/* Of a log: what is said, and what becomes of orders.  */
static void
keep (EngineCore *core, const SimMessage *message)
{
  if (message->kind == SIM_MESSAGE_TRANSMISSION_BEGUN ||
      message->kind == SIM_MESSAGE_TRANSMISSION_ENDED || message->kind == SIM_MESSAGE_ORDER)
    g_array_append_vals (core->kept, message, 1);
}

/* What may need attention still when the battle is gone on with.  */
static void
keep_recent (EngineCore *core, const SimMessage *message)
{
  const SimTick now = sim_world_tick (core->world), span = SIM_SECONDS (ENGINE_RECENT_S);
  guint old = 0;

  if (message->kind != SIM_MESSAGE_REPORT && message->kind != SIM_MESSAGE_ORDER &&
      message->kind != SIM_MESSAGE_OBJECTIVE)
    return;
  while (old < core->recent->len &&
         g_array_index (core->recent, SimMessage, old).t + span < now)
    old++;
  g_array_remove_range (core->recent, 0, old);
  g_array_append_vals (core->recent, message, 1);
}

static void
take_messages (EngineCore *core)
{
  gsize n_messages;
  const SimMessage *messages = sim_world_messages (core->world, &n_messages);

  for (gsize i = 0; i < n_messages; i++) {
    picture_take (core->picture, &messages[i]);
    engine_core_take_note (core, &messages[i]);
    engine_pacing_take (&core->pacing, &messages[i], core->picture);
    engine_quality_take (&core->quality, &messages[i]);
    if (core->kept != NULL) {
      keep (core, &messages[i]);
      keep_recent (core, &messages[i]);
    }
    if (messages[i].kind == SIM_MESSAGE_OBJECTIVE &&
        messages[i].objective.index < core->n_objectives)
      core->objectives[messages[i].objective.index] = messages[i].objective;
  }
  engine_pacing_advance (&core->pacing, sim_world_tick (core->world));
  if (core->staff != NULL && n_messages > 0)
    g_array_append_vals (core->heard, messages, (guint) n_messages);
}

/* Of what she knows beside what is true, for the result after the battle; nobody in it asks.  */
static void
measure (EngineCore *core)
{
  if (sim_world_tick (core->world) % SIM_TICKS_PER_SECOND == 0)
    engine_quality_sample (&core->quality, &core->room, core->picture, core->world,
                           &core->scenario->rules);
}

static void
ask_staff (EngineCore *core)
{
  SimCommand orders[STAFF_MAX_ORDERS] = {0};
  gsize n_orders;

  if (core->staff == NULL || sim_world_tick (core->world) % SIM_TICKS_PER_SECOND != 0)
    return;
  picture_fill_view (core->picture, core->staff_view);
  n_orders = staff_advance (core->staff, core->staff_view, (const SimMessage *) core->heard->data,
                            core->heard->len, orders, G_N_ELEMENTS (orders));
  g_array_set_size (core->heard, 0);
  for (gsize i = 0; i < n_orders; i++) {
    orders[i].id = next_staff_id (core);
    engine_core_submit (core, &orders[i]);
  }
}

static void
log_hashes (ScenarioReplay *replay, EngineCore *core)
{
  ScenarioReplayHash entry = {
      .tick = sim_world_tick (core->world),
      .world = sim_world_hash (core->world),
      .picture = picture_hash (core->picture),
  };

  g_array_append_val (replay->hashes, entry);
}

gboolean
engine_core_step (EngineCore *core)
{
  if (sim_world_is_finished (core->world))
    return FALSE;
  submit_waiting (core);
  engine_core_submit_queue_edits (core);
  sim_world_step (core->world);
  take_messages (core);
  picture_advance (core->picture, sim_world_tick (core->world));
  measure (core);
  ask_staff (core);
  engine_core_ask_tutor (core);
  if (sim_world_tick (core->world) % ENGINE_HASH_TICKS == 0)
    log_hashes (core->replay, core);
  return TRUE;
}

void
engine_core_run (EngineCore *core, SimTick until)
{
  while (sim_world_tick (core->world) < until && engine_core_step (core))
    ;
}

/* ---- Looking ------------------------------------------------------------------------------- */

const SimMessage *
engine_core_messages (EngineCore *core, gsize *n_messages)
{
  return sim_world_messages (core->world, n_messages);
}

SimTick
engine_core_tick (EngineCore *core)
{
  return sim_world_tick (core->world);
}

gboolean
engine_core_is_finished (EngineCore *core)
{
  return sim_world_is_finished (core->world);
}

guint64
engine_core_hash (EngineCore *core)
{
  return sim_world_hash (core->world);
}

guint64
engine_core_picture_hash (EngineCore *core)
{
  return picture_hash (core->picture);
}

ScenarioBattle *
engine_core_scenario (EngineCore *core)
{
  return core->scenario;
}

guint64
engine_core_seed (const EngineCore *core)
{
  return core->replay->seed;
}

SimDifficulty
engine_core_difficulty (const EngineCore *core)
{
  return core->replay->difficulty;
}

SimWorld *
engine_core_world (EngineCore *core)
{
  return core->world;
}

void
engine_core_fill_view (EngineCore *core, PictureView *view)
{
  picture_fill_view (core->picture, view);
}

EngineFrame *
engine_core_make_frame (EngineCore *core)
{
  EngineFrame *frame = g_new (EngineFrame, 1);

  frame->ref_count = 1;
  frame->now = sim_world_tick (core->world);
  frame->paused = FALSE;
  frame->speed = 1;
  frame->finished = sim_world_is_finished (core->world);
  frame->n_objectives = core->n_objectives;
  memset (frame->objectives, 0, sizeof frame->objectives);
  for (guint i = 0; i < core->n_objectives; i++)
    frame->objectives[i].change = core->objectives[i];
  picture_fill_view (core->picture, &frame->view);
  engine_core_foresee_queue (core, &frame->view);
  frame->pace = engine_pacing_pace (&core->pacing, &frame->view);
  memcpy (frame->asked, core->pacing.asked, sizeof frame->asked);
  engine_core_fill_lesson (core, frame);
  return frame;
}

PictureSheet *
engine_core_make_sheet (EngineCore *core)
{
  SimGround ground = sim_world_ground (core->world);

  return engine_sheet_from_ground (core->scenario, &ground);
}

ScenarioReplay *
engine_core_dup_replay (EngineCore *core)
{
  ScenarioReplay *copy = scenario_replay_new (core->scenario, core->replay->seed);

  copy->difficulty = core->replay->difficulty;
  g_free (copy->staff);
  copy->staff = g_strdup (core->replay->staff);
  copy->end = sim_world_tick (core->world);
  g_array_append_vals (copy->commands, core->replay->commands->data,
                       core->replay->commands->len);
  g_array_append_vals (copy->hashes, core->replay->hashes->data, core->replay->hashes->len);
  if (copy->end % ENGINE_HASH_TICKS != 0)
    log_hashes (copy, core);
  return copy;
}
