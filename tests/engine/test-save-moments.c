/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved and loaded at the moments when most is under way: shells in the air, smoke, somebody being
 * rescued, a fire mission promised.  The battle that was loaded goes on beside the one that never
 * was, and each tick of both is compared.  */
#include "engine/engine-core-private.h"
#include "engine/engine-player.h"
#include "engine/engine-save-private.h"
#include "scenario/scenario-truth.h"
#include "sim/sim-world.h"

#include <string.h>

/* Of each kind of moment so many are saved, so far apart.  */
#define N_EACH 4
#define APART SIM_SECONDS (7)

/* ---- Moments --------------------------------------------------------------------------------- */

static gboolean
any_own (const SimWorld *world, const guint8 *column, guint8 value)
{
  return memchr (column, value, world->n_own) != NULL;
}

static gboolean
shells_fly (const SimWorld *world)
{
  return world->n_shells > 1;
}

static gboolean
smoke_stands (const SimWorld *world)
{
  return world->n_smokes > 1 && world->n_fires > 0;
}

static gboolean
somebody_waits_outside (const SimWorld *world)
{
  return any_own (world, world->units.person, SIM_PERSON_DOWN);
}

static gboolean
somebody_is_being_fetched (const SimWorld *world)
{
  return any_own (world, world->units.mission, SIM_MISSION_RESCUE);
}

static gboolean
somebody_is_carried (const SimWorld *world)
{
  return any_own (world, world->units.person, SIM_PERSON_CARRIED);
}

static gboolean
fire_is_asked_for (const SimWorld *world)
{
  for (guint i = 0; i < SIM_MAX_WALL_FIRES; i++)
    if (world->wall_fires[i].order != 0 && !world->wall_fires[i].answered)
      return TRUE;
  return FALSE;
}

static gboolean
fire_is_promised (const SimWorld *world)
{
  for (guint i = 0; i < SIM_MAX_WALL_FIRES; i++)
    if (world->wall_fires[i].order != 0 && world->wall_fires[i].answered)
      return TRUE;
  return FALSE;
}

/* Fired by nobody's machine.  */
static gboolean
wall_fires (const SimWorld *world)
{
  for (guint32 i = 0; i < world->n_shells; i++)
    if (world->shells[i].shooter == SIM_NOBODY)
      return TRUE;
  return FALSE;
}

static gboolean
guns_are_laid (const SimWorld *world)
{
  for (guint i = 0; i < world->n_groups; i++)
    if (world->batteries[i].target != SIM_NOBODY && world->batteries[i].volleys > 0)
      return TRUE;
  return FALSE;
}

static gboolean
order_waits (const SimWorld *world)
{
  for (guint i = 0; i < world->n_own; i++)
    if (world->units.pending_order[i] != 0)
      return TRUE;
  return FALSE;
}

static gboolean
pattern_is_played (const SimWorld *world)
{
  for (guint i = 0; i < world->n_plays; i++)
    if (world->plays[i].state == SIM_PLAY_TOLD)
      return TRUE;
  return FALSE;
}

/* Its groups go by other ways than at the beginning.  */
static gboolean
commander_has_turned (const SimWorld *world)
{
  return world->commander.shifts > 0;
}

typedef struct {
  const char *name;
  gboolean (*holds) (const SimWorld *world);
  guint n;
  SimTick last;
} Moment;

/* ---- Side by side ---------------------------------------------------------------------------- */

static EngineCore *
begin (ScenarioBattle *scenario, guint64 seed)
{
  EngineCoreOptions options = {seed, SIM_DIFFICULTY_STANDARD, STAFF_BASIC};
  g_autoptr (GError) error = NULL;
  EngineCore *core = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  return core;
}

static EngineCore *
pass_through_save (ScenarioBattle *scenario, EngineCore *core)
{
  g_autoptr (ScenarioSave) save = engine_save_take (core);
  g_autoptr (GError) error = NULL;
  EngineCore *resumed = engine_save_resume (save, scenario, &error);

  g_assert_no_error (error);
  return resumed;
}

static void
assert_same (EngineCore *a, EngineCore *b)
{
  g_assert_cmpuint (engine_core_tick (a), ==, engine_core_tick (b));
  g_assert_cmphex (engine_core_hash (a), ==, engine_core_hash (b));
  g_assert_cmphex (engine_core_picture_hash (a), ==, engine_core_picture_hash (b));
  g_assert_cmphex (staff_hash (a->staff), ==, staff_hash (b->staff));
}

/* Is this one of those that are looked for?  */
static gboolean
is_moment (Moment *moments, guint n, const SimWorld *world)
{
  SimTick now = sim_world_tick (world);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++) {
    Moment *moment = &moments[i];

    if (moment->n >= N_EACH || (moment->n > 0 && now < moment->last + APART) ||
        !moment->holds (world))
      continue;
    moment->n++;
    moment->last = now;
    any = TRUE;
  }
  return any;
}

/* The wall is asked for fire again and again.  */
static void
ask_for_fire (EngineCore *core)
{
  SimCommand command = {.verb = SIM_VERB_FIRE_ON, .n_addressees = 1, .facing_deg = -1};

  if (engine_core_tick (core) % SIM_SECONDS (120) != SIM_SECONDS (60))
    return;
  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0};
  command.target = (SimTarget){.kind = SIM_TARGET_POSITION, .position = base_vec (6000, 6000)};
  engine_core_submit (core, &command);
}

static void
play (ScenarioBattle *scenario, guint64 seed, Moment *moments, guint n)
{
  g_autoptr (EngineCore) straight = begin (scenario, seed), hopping = begin (scenario, seed);
  guint hops = 0;

  while (!engine_core_is_finished (straight)) {
    EngineCore *next;

    ask_for_fire (straight);
    ask_for_fire (hopping);
    engine_core_step (straight);
    engine_core_step (hopping);
    /* Between hops at times, in the tick after one always.  */
    if (hops > 0 || engine_core_tick (straight) % 50 == 0)
      assert_same (straight, hopping);
    hops = 0;
    if (!is_moment (moments, n, hopping->world))
      continue;
    next = pass_through_save (scenario, hopping);
    engine_core_free (hopping);
    hopping = next;
    hops++;
  }
  assert_same (straight, hopping);
}

static gboolean
are_all_met (const Moment *moments, guint n)
{
  for (guint i = 0; i < n; i++)
    if (moments[i].n == 0)
      return FALSE;
  return TRUE;
}

/* One battle after the other until each kind of moment has been met.  */
static void
test_moments (void)
{
  static const char *const battles[] = {"guns-behind-the-hill", "town-ambush"};
  Moment moments[] = {
    {.name = "shells fly", .holds = shells_fly},
    {.name = "smoke stands", .holds = smoke_stands},
    {.name = "somebody waits outside", .holds = somebody_waits_outside},
    {.name = "somebody is being fetched", .holds = somebody_is_being_fetched},
    {.name = "somebody is carried", .holds = somebody_is_carried},
    {.name = "fire is asked for", .holds = fire_is_asked_for},
    {.name = "fire is promised", .holds = fire_is_promised},
    {.name = "the wall's rounds fly", .holds = wall_fires},
    {.name = "guns are laid", .holds = guns_are_laid},
    {.name = "a commander has turned", .holds = commander_has_turned},
    {.name = "an order waits", .holds = order_waits},
    {.name = "a pattern is played", .holds = pattern_is_played},
  };

  const guint n = G_N_ELEMENTS (moments);

  for (guint turn = 0; turn < 16 && !are_all_met (moments, n); turn++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) scenario =
        scenario_battle_load (battles[turn % G_N_ELEMENTS (battles)], &error);

    g_assert_no_error (error);
    scenario->world.wall_rounds = 48;
    scenario->world.wall_grant = 1;
    play (scenario, 1 + turn / 2, moments, n);
  }
  for (guint i = 0; i < n; i++)
    g_test_message ("%s: %u", moments[i].name, moments[i].n);
  g_assert_true (are_all_met (moments, n));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/save/moments", test_moments);
  return g_test_run ();
}
