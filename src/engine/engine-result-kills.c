/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who destroyed whom, with what, from where, and who had seen it: the part of the result that a rule
 * of fighting can be judged from.  */
#include "engine/engine-result.h"
#include "scenario/scenario-truth.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_STATIC_ASSERT (SIM_N_FACINGS == G_N_ELEMENTS (((EngineWeapon *) NULL)->killed_by_facing));

const char *
engine_facing_name (guint facing)
{
  static const char *const names[] = {
      NC_ ("armour struck", "front"),
      NC_ ("armour struck", "side"),
      NC_ ("armour struck", "rear"),
      NC_ ("armour struck", "top"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SIM_N_FACINGS);
  return facing < SIM_N_FACINGS ? g_dpgettext2 (NULL, "armour struck", names[facing]) : "";
}

/* ---- Names --------------------------------------------------------------------------------- */

char *
engine_person_name (OrderBook *book, guint32 index)
{
  const OrderMachine *machine = order_book_machine (book, index);
  const char *call_sign = order_book_spoken_name (book, index);

  if (!machine->name_known || machine->name == NULL || *machine->name == '\0')
    return g_strdup (call_sign);
  /* Translators: call sign and personal name of a pilot.  */
  return g_strdup_printf (C_("result", "%1$s (%2$s)"), call_sign, machine->name);
}

static gboolean
is_own (const EngineAftermath *aftermath, guint32 index)
{
  const SimUnitTruth *unit = engine_aftermath_unit (aftermath, index);

  return unit != NULL && unit->side == SIM_SIDE_REPUBLIC;
}

/* A pilot's id, or the id of a type; NULL for nobody.  */
static char *
id_of (const EngineAftermath *aftermath, const ScenarioBattle *scenario, guint32 index)
{
  const SimUnitTruth *unit = engine_aftermath_unit (aftermath, index);

  if (unit == NULL)
    return NULL;
  if (unit->side == SIM_SIDE_REPUBLIC && index < scenario->squadron->len)
    return g_strdup (g_array_index (scenario->squadron, ScenarioMember, index).machine.id);
  return g_strdup (unit->type < scenario->rules.n_types ? scenario->rules.types[unit->type].id : "");
}

/* "Griffin (Chise Authen)"; "tank"; NULL for nobody.  */
static char *
name_of (const EngineAftermath *aftermath, OrderBook *book, guint32 index)
{
  const SimUnitTruth *unit = engine_aftermath_unit (aftermath, index);

  if (unit == NULL || book == NULL)
    return NULL;
  return unit->side == SIM_SIDE_REPUBLIC && index < order_book_n_machines (book)
             ? engine_person_name (book, index)
             : g_strdup (engine_type_name (book, unit->type, 1));
}

/* ---- Kills --------------------------------------------------------------------------------- */

static void
kill_free (gpointer data)
{
  EngineKill *kill = data;
  char *strings[] = {kill->victim,    kill->victim_id, kill->killer,
                     kill->killer_id, kill->spotter,   kill->spotter_id,
                     kill->weapon_id, kill->carrier};

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
  g_free (kill);
}

/* The guns on the wall fire from afar; a mine is where its victim is.  */
static EngineKillCause
cause_of (const SimKill *from, const EngineAftermath *aftermath, const ScenarioBattle *scenario)
{
  if (from->killer < aftermath->units->len)
    return ENGINE_CAUSE_SHOT;
  if (from->killer != G_MAXUINT32)
    return ENGINE_CAUSE_UNKNOWN;
  return from->range_m > 0 && from->weapon < scenario->rules.n_weapons &&
                 scenario->rules.weapons[from->weapon].wall > 0
             ? ENGINE_CAUSE_WALL
             : ENGINE_CAUSE_MINE;
}

static EnginePilotFate
fate_of_pilot (const SimKill *from, const EngineAftermath *aftermath)
{
  const SimUnitTruth *victim = engine_aftermath_unit (aftermath, from->victim);

  if (!is_own (aftermath, from->victim) || victim->person == SIM_PERSON_NOBODY)
    return ENGINE_PILOT_NONE;
  if (from->pilot_dead)
    return ENGINE_PILOT_DIED;
  if (!victim->pilot_dead)
    return ENGINE_PILOT_LIVED;
  return is_own (aftermath, victim->carrier) ? ENGINE_PILOT_DIED_CARRIED : ENGINE_PILOT_LEFT_BEHIND;
}

static EngineWreckFate
fate_of_wreck (const SimUnitTruth *victim)
{
  if (victim != NULL && victim->recovered)
    return ENGINE_WRECK_RECOVERED;
  return victim != NULL && victim->taken ? ENGINE_WRECK_TAKEN : ENGINE_WRECK_LIES;
}

static void
fill_victim (EngineKill *kill, const SimKill *from, const EngineAftermath *aftermath,
             const ScenarioBattle *scenario, OrderBook *book)
{
  const SimUnitTruth *victim = engine_aftermath_unit (aftermath, from->victim);

  kill->victim = name_of (aftermath, book, from->victim);
  kill->victim_id = id_of (aftermath, scenario, from->victim);
  kill->victim_is_own = is_own (aftermath, from->victim);
  kill->part = from->part;
  kill->pilot = fate_of_pilot (from, aftermath);
  if (kill->pilot == ENGINE_PILOT_DIED_CARRIED)
    kill->carrier = name_of (aftermath, book, victim->carrier);
  kill->wreck = fate_of_wreck (victim);
}

static void
fill_killer (EngineKill *kill, const SimKill *from, const EngineAftermath *aftermath,
             const ScenarioBattle *scenario, OrderBook *book)
{
  kill->cause = cause_of (from, aftermath, scenario);
  kill->killer = name_of (aftermath, book, from->killer);
  kill->killer_id = id_of (aftermath, scenario, from->killer);
  kill->killer_is_own = kill->cause == ENGINE_CAUSE_WALL || is_own (aftermath, from->killer);
  kill->spotter = name_of (aftermath, book, from->spotter);
  kill->spotter_id = id_of (aftermath, scenario, from->spotter);
  kill->weapon = from->weapon;
  if (kill->cause != ENGINE_CAUSE_MINE && from->weapon < scenario->rules.n_weapons) {
    kill->weapon_id = g_strdup (scenario->rules.weapons[from->weapon].id);
    kill->indirect = scenario->rules.weapons[from->weapon].indirect > 0;
  }
  kill->range_m = (guint) (from->range_m + 0.5f);
  kill->facing = from->facing;
}

static EngineKill *
kill_new (const SimKill *from, const EngineAftermath *aftermath, const ScenarioBattle *scenario,
          OrderBook *book)
{
  EngineKill *kill = g_new0 (EngineKill, 1);

  kill->t = from->t;
  fill_victim (kill, from, aftermath, scenario, book);
  fill_killer (kill, from, aftermath, scenario, book);
  return kill;
}

/* ---- Weapons ------------------------------------------------------------------------------- */

static void
weapon_free (gpointer data)
{
  EngineWeapon *weapon = data;

  g_free (weapon->id);
  g_free (weapon->name);
  g_free (weapon);
}

static void
count_kills (EngineWeapon *weapon, const EngineResult *result)
{
  double sum = 0;

  for (guint i = 0; i < result->kills->len; i++) {
    const EngineKill *kill = g_ptr_array_index (result->kills, i);

    if (kill->weapon_id == NULL || kill->weapon != weapon->weapon ||
        kill->killer_is_own != weapon->is_own)
      continue;
    weapon->killed++;
    weapon->killed_by_facing[MIN (kill->facing, SIM_N_FACINGS - 1)]++;
    sum += kill->range_m;
  }
  weapon->mean_range_m = weapon->killed > 0 ? sum / weapon->killed : (double) NAN;
}

static EngineWeapon *
weapon_new (guint index, gboolean own, const SimTally *tally, const ScenarioBattle *scenario,
            const EngineResult *result)
{
  EngineWeapon *weapon = g_new0 (EngineWeapon, 1);

  weapon->weapon = index;
  weapon->id = g_strdup (scenario->rules.weapons[index].id);
  weapon->name = g_strdup (scenario->weapon_names[index]);
  weapon->is_own = own;
  weapon->melee = scenario->rules.weapons[index].melee > 0;
  weapon->fired = tally->fired;
  weapon->hits = tally->hits;
  weapon->duds = tally->duds;
  for (guint facing = 0; facing < SIM_N_FACINGS; facing++) {
    weapon->hits_by_facing[facing] = tally->struck[facing];
    weapon->pierced_by_facing[facing] = tally->pierced[facing];
    weapon->pierced += tally->pierced[facing];
  }
  count_kills (weapon, result);
  return weapon;
}

void
engine_result_add_kills (EngineResult *result, const EngineAftermath *aftermath,
                         const ScenarioBattle *scenario, OrderBook *book)
{
  result->kills = g_ptr_array_new_with_free_func (kill_free);
  result->weapons = g_ptr_array_new_with_free_func (weapon_free);
  for (guint i = 0; i < aftermath->kills->len; i++)
    g_ptr_array_add (result->kills, kill_new (&g_array_index (aftermath->kills, SimKill, i),
                                              aftermath, scenario, book));
  for (guint side = 0; side < 2; side++)
    for (guint index = 0; index < scenario->rules.n_weapons; index++) {
      EngineWeapon *weapon = weapon_new (index, side == SIM_SIDE_REPUBLIC,
                                         &aftermath->tallies[side][index], scenario, result);

      if (weapon->fired > 0 || weapon->killed > 0)
        g_ptr_array_add (result->weapons, weapon);
      else
        weapon_free (weapon);
    }
}

/* ---- In words ------------------------------------------------------------------------------ */

static char *
own_loss (const EngineKill *kill, const char *grid)
{
  switch (kill->pilot) {
  case ENGINE_PILOT_LEFT_BEHIND:
    /* Translators: name of a pilot, grid reference: he got out of his machine, and died later.  */
    return g_strdup_printf (_("%1$s lost the machine at %2$s, got out, and was not brought back"),
                            kill->victim, grid);
  case ENGINE_PILOT_DIED_CARRIED:
    /* Translators: name of a pilot, grid reference, name of who had fetched him and whose machine
     * was lost too.  */
    return g_strdup_printf (_("%1$s lost the machine at %2$s, was fetched by %3$s, and died on the "
                              "way"),
                            kill->victim, grid, kill->carrier);
  case ENGINE_PILOT_DIED:
    /* Translators: name of a pilot, grid reference.  */
    return g_strdup_printf (_("%1$s was killed at %2$s"), kill->victim, grid);
  case ENGINE_PILOT_LIVED:
    /* Translators: name of a pilot, grid reference.  */
    return g_strdup_printf (_("%1$s lost the machine at %2$s and lived"), kill->victim, grid);
  case ENGINE_PILOT_NONE:
  default:
    /* Translators: call sign of a machine without a pilot, grid reference.  */
    return g_strdup_printf (_("%1$s was destroyed at %2$s"), kill->victim, grid);
  }
}

/* Who fired, with what, from where, which facing and part.  */
static char *
how_sentence (const EngineKill *kill, const char *weapon)
{
  const char *part = kill->part < SIM_N_PARTS ? order_part_text ((SimPart) kill->part) : "";

  if (kill->cause == ENGINE_CAUSE_MINE)
    /* Translators: what destroyed a machine, and the part of it that was struck.  */
    return g_strdup_printf (C_("result", "a mine in the ground, %s"), part);
  return g_strdup_printf (
      /* Translators: who fired (a call sign, an enemy type, or “the wall”), with which weapon, from
       * how many metres, which side of the armour and which part of the machine was struck.  */
      _("%1$s, %2$s, %3$u m, %4$s, %5$s"), kill->killer != NULL ? kill->killer
                                                                : C_("result", "the wall"),
      weapon, kill->range_m, engine_facing_name (kill->facing), part);
}

char *
engine_kill_sentence (const EngineKill *kill, const char *weapon, const char *grid)
{
  g_autofree char *what = NULL, *how = NULL;

  if (kill->victim_is_own)
    what = own_loss (kill, grid);
  else
    /* Translators: a type of enemy machine, grid reference.  */
    what = g_strdup_printf (_("Enemy %1$s destroyed at %2$s"), kill->victim, grid);
  if (kill->cause == ENGINE_CAUSE_UNKNOWN)
    /* Translators: what happened to a machine; nobody knows how.  */
    return g_strdup_printf (C_("result", "%s."), what);
  how = how_sentence (kill, weapon);
  if (kill->cause != ENGINE_CAUSE_MINE && kill->victim_is_own == kill->killer_is_own)
    /* Translators: what happened to a machine; who did it and how: one of its own side.  */
    return g_strdup_printf (C_("result", "%1$s: %2$s; by its own side."), what, how);
  if (kill->spotter == NULL || g_strcmp0 (kill->spotter, kill->killer) == 0)
    /* Translators: what happened to a machine; who did it and how.  */
    return g_strdup_printf (C_("result", "%1$s: %2$s."), what, how);
  if (kill->indirect)
    /* Translators: what happened to a machine; whose guns behind the hill did it and how; who
     * watched for them.  */
    return g_strdup_printf (C_("result", "%1$s: %2$s; spotted for by %3$s."), what, how,
                            kill->spotter);
  return g_strdup_printf (
      /* Translators: what happened to a machine; who did it and how; who had seen it first.  */
      C_("result", "%1$s: %2$s; first seen by %3$s."), what, how, kill->spotter);
}

/* What a weapon did, without what it destroyed.  */
static char *
use_sentence (const EngineWeapon *weapon)
{
  g_autofree char *use = NULL;

  if (weapon->melee)
    use = g_strdup_printf (
        /* Translators: a weapon such as blades; blows; how many hit; how many of those went through
         * the armour.  Words that fit any number.  */
        _("%1$s: blows: %2$u, hits: %3$u, through the armour: %4$u"), weapon->name,
        (guint) weapon->fired, (guint) weapon->hits, (guint) weapon->pierced);
  else
    use = g_strdup_printf (
        /* Translators: a weapon; rounds fired; how many hit; how many of those went through the
         * armour.  Words that fit any number.  */
        _("%1$s: rounds: %2$u, hits: %3$u, through the armour: %4$u"), weapon->name,
        (guint) weapon->fired, (guint) weapon->hits, (guint) weapon->pierced);
  if (weapon->duds == 0)
    return g_steal_pointer (&use);
  /* Translators: what a weapon did; how many rounds did not go off.  */
  return g_strdup_printf (_("%1$s, duds: %2$u"), use, (guint) weapon->duds);
}

char *
engine_weapon_sentence (const EngineWeapon *weapon)
{
  g_autofree char *use = use_sentence (weapon);

  if (weapon->killed == 0)
    /* Translators: what a weapon did; nothing was destroyed by it.  */
    return g_strdup_printf (_("%s; none destroyed."), use);
  return g_strdup_printf (
      /* Translators: what a weapon did; how many it destroyed, mean distance in metres; how many of
       * those were struck at the front, the side, the rear and the top.  */
      ngettext ("%1$s; %2$u destroyed, at %3$.0f m: front %4$u, side %5$u, rear %6$u, top %7$u.",
                "%1$s; %2$u destroyed, at %3$.0f m on average: front %4$u, side %5$u, rear %6$u, "
                "top %7$u.",
                weapon->killed),
      use, weapon->killed, weapon->mean_range_m, weapon->killed_by_facing[SIM_FACING_FRONT],
      weapon->killed_by_facing[SIM_FACING_SIDE], weapon->killed_by_facing[SIM_FACING_REAR],
      weapon->killed_by_facing[SIM_FACING_TOP]);
}
