/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One battle: `simulate` and `hash`.  */
#include "app/cli-orders-log.h"
#include "app/cli-result.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Orders that were not understood are the input's fault, though the battle went on without.  */
static CliStatus
tell_problems (const EngineRun *run)
{
  for (guint i = 0; i < run->problems->len; i++)
    cli_message ("%s", (const char *) g_ptr_array_index (run->problems, i));
  return run->problems->len > 0 ? CLI_BAD_INPUT : CLI_DONE;
}

/* ---- simulate ------------------------------------------------------------------------------ */

static void
add_facings (JsonBuilder *builder, const char *name, const guint64 *counts)
{
  static const char *const names[] = {
#define X(constant, name) name,
      SIM_FACING_LIST (X)
#undef X
  };

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cli_json_int (builder, names[i], (gint64) counts[i]);
  json_builder_end_object (builder);
}

/* What each weapon did: rounds, hits, those through the armour, machines destroyed.  */
static void
add_weapons (JsonBuilder *builder, const EngineResult *result)
{
  json_builder_set_member_name (builder, "weapons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->weapons->len; i++) {
    const EngineWeapon *weapon = g_ptr_array_index (result->weapons, i);
    guint64 killed[G_N_ELEMENTS (weapon->killed_by_facing)];

    for (guint facing = 0; facing < G_N_ELEMENTS (killed); facing++)
      killed[facing] = weapon->killed_by_facing[facing];
    json_builder_begin_object (builder);
    cli_json_string (builder, "side", weapon->is_own ? "republic" : "legion");
    cli_json_string (builder, "weapon", weapon->id);
    cli_json_string (builder, "name", weapon->name);
    cli_json_int (builder, "fired", (gint64) weapon->fired);
    cli_json_int (builder, "duds", (gint64) weapon->duds);
    add_facings (builder, "hits", weapon->hits_by_facing);
    add_facings (builder, "pierced", weapon->pierced_by_facing);
    add_facings (builder, "killed", killed);
    cli_json_real (builder, "mean_range_m", weapon->mean_range_m);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_victim (JsonBuilder *builder, const EngineKill *kill)
{
  static const char *const pilots[] = {NULL, "lived", "died", "left-behind", "died-carried"};
  static const char *const wrecks[] = {"lies", "recovered", "taken"};

  cli_json_string (builder, "side", kill->victim_is_own ? "republic" : "legion");
  cli_json_string (builder, "victim", kill->victim_id);
  cli_json_string (builder, "pilot", pilots[kill->pilot]);
  cli_json_string (builder, "part", sim_part_name (kill->part));
  cli_json_string (builder, "wreck", wrecks[kill->wreck]);
}

/* What a mine in the ground has not (weapon, range, facing) is null.  */
static void
add_killer (JsonBuilder *builder, const EngineKill *kill)
{
  static const char *const causes[] = {"shot", "wall", "mine", "unknown"};
  static const char *const facings[] = {
#define X(constant, name) name,
      SIM_FACING_LIST (X)
#undef X
  };
  gboolean fired = kill->weapon_id != NULL;

  cli_json_string (builder, "cause", causes[kill->cause]);
  cli_json_string (builder, "killer", kill->killer_id);
  cli_json_bool (builder, "own_side", fired && kill->victim_is_own == kill->killer_is_own);
  cli_json_string (builder, "weapon", kill->weapon_id);
  if (fired)
    cli_json_int (builder, "range_m", kill->range_m);
  else
    cli_json_string (builder, "range_m", NULL);
  cli_json_string (builder, "facing",
                   fired && kill->facing < G_N_ELEMENTS (facings) ? facings[kill->facing] : NULL);
  cli_json_string (builder, "spotter", kill->spotter_id);
}

/* Each machine destroyed: who, by whom, with what, from where, which facing and part, who saw it.  */
static void
add_kills (JsonBuilder *builder, const EngineResult *result)
{
  json_builder_set_member_name (builder, "kills");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->kills->len; i++) {
    const EngineKill *kill = g_ptr_array_index (result->kills, i);

    json_builder_begin_object (builder);
    cli_json_real (builder, "t_s", kill->t / (double) SIM_TICKS_PER_SECOND);
    add_victim (builder, kill);
    add_killer (builder, kill);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_moment (JsonBuilder *builder, const char *name, SimTick tick)
{
  if (tick != SIM_TICK_NEVER) {
    cli_json_real (builder, name, tick / (double) SIM_TICKS_PER_SECOND);
    return;
  }
  json_builder_set_member_name (builder, name);
  json_builder_add_null_value (builder);
}

/* What the Legion played: the sign, when a report could have shown it, the blow.  */
static void
add_patterns (JsonBuilder *builder, const EngineResult *result)
{
  json_builder_set_member_name (builder, "patterns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->plays->len; i++) {
    const EnginePlay *play = g_ptr_array_index (result->plays, i);

    json_builder_begin_object (builder);
    cli_json_string (builder, "pattern", play->pattern);
    cli_json_string (builder, "tell", play->tell);
    add_moment (builder, "tell_s", play->t_tell);
    add_moment (builder, "known_s", play->t_known);
    add_moment (builder, "blow_s", play->t_blow);
    cli_json_string (builder, "square", play->square != NULL ? play->square : "");
    cli_json_int (builder, "count", play->count);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

/* What the handler answers for with the score.  */
static void
add_faults (JsonBuilder *builder, const EngineResult *result)
{
  json_builder_set_member_name (builder, "faults_told");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->faults_told->len; i++) {
    const EngineFault *fault = &g_array_index (result->faults_told, EngineFault, i);

    json_builder_begin_object (builder);
    cli_json_string (builder, "kind", fault->kind);
    cli_json_int (builder, "platoon", fault->platoon + 1);
    cli_json_real (builder, "t_s", fault->t / (double) SIM_TICKS_PER_SECOND);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

/* Each change of somebody's trust, with its reason.  */
static void
add_trust (JsonBuilder *builder, const EngineResult *result)
{
  json_builder_set_member_name (builder, "trust");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->trust->len; i++) {
    const EngineTrust *trust = g_ptr_array_index (result->trust, i);

    json_builder_begin_object (builder);
    cli_json_string (builder, "who", trust->who_id != NULL ? trust->who_id : "");
    cli_json_string (builder, "reason", trust->reason);
    cli_json_real (builder, "change", (double) trust->change);
    cli_json_real (builder, "t_s", trust->t / (double) SIM_TICKS_PER_SECOND);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

/* What the Legion takes into the next battle, as a scenario's "legion" takes it: "learning".  */
static void
add_learning (JsonBuilder *builder, const SimLearning *learned)
{
  static const char *const tactics[] = {
#define X(constant, name) name,
      SIM_TACTIC_LIST (X)
#undef X
  };

  json_builder_set_member_name (builder, "learning");
  json_builder_begin_object (builder);
  cli_json_int (builder, "battles", learned->battles);
  for (guint i = 0; i < G_N_ELEMENTS (tactics); i++) {
    json_builder_set_member_name (builder, tactics[i]);
    json_builder_begin_object (builder);
    cli_json_int (builder, "level", learned->counter[i]);
    cli_json_int (builder, "unused", learned->unused[i]);
    cli_json_real (builder, "losses", (double) learned->losses[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_object (builder);
}

/* What asked something of the handler, how often.  */
static void
add_decisions (JsonBuilder *builder, const EngineResult *result)
{
  static const char *const names[] = {
#define X(constant, name) name,
      ENGINE_DECISION_LIST (X)
#undef X
  };

  json_builder_set_member_name (builder, "decisions");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    cli_json_int (builder, names[i], result->decisions[i]);
  json_builder_end_object (builder);
}

static void
add_phase (JsonBuilder *builder, const SimNetFigures *net, guint phase)
{
  const SimNetDelay *delay = &net->delays[phase];
  guint32 ticks = net->counts.ticks[phase];

  json_builder_set_member_name (builder, sim_net_phase_name (phase));
  json_builder_begin_object (builder);
  cli_json_real (builder, "duration_s", ticks / (double) SIM_TICKS_PER_SECOND);
  cli_json_real (builder, "in_use", ticks > 0 ? net->counts.used[phase] / (double) ticks : NAN);
  cli_json_int (builder, "orders", delay->orders);
  cli_json_int (builder, "orders_unsaid", delay->unsaid);
  cli_json_real (builder, "order_delay_median_s", delay->orders > 0 ? delay->median_s : NAN);
  cli_json_real (builder, "order_delay_p95_s", delay->orders > 0 ? delay->p95_s : NAN);
  json_builder_end_object (builder);
}

static void
add_reports (JsonBuilder *builder, const SimNetFigures *net, guint air_class)
{
  const SimNetCounts *counts = &net->counts;

  json_builder_set_member_name (builder, sim_air_class_name (air_class));
  json_builder_begin_object (builder);
  cli_json_int (builder, "made", counts->made[air_class]);
  cli_json_int (builder, "heard", counts->heard[air_class]);
  cli_json_int (builder, "garbled", counts->garbled[air_class]);
  cli_json_int (builder, "waiting", net->waiting[air_class]);
  json_builder_set_member_name (builder, "lost");
  json_builder_begin_object (builder);
  for (guint cause = 0; cause < SIM_N_NET_LOSSES; cause++)
    cli_json_int (builder, sim_net_loss_name (cause), counts->lost[cause][air_class]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* How the squadron's net was used, how long orders waited for their first word, and what became of what
 * others had to report.  */
static void
add_net (JsonBuilder *builder, const SimNetFigures *net)
{
  json_builder_set_member_name (builder, "net");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "phases");
  json_builder_begin_object (builder);
  for (guint phase = 0; phase < SIM_N_NET_PHASES; phase++)
    add_phase (builder, net, phase);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "reports");
  json_builder_begin_object (builder);
  for (guint air_class = 0; air_class < SIM_N_AIR_CLASSES; air_class++)
    add_reports (builder, net, air_class);
  json_builder_end_object (builder);
  cli_json_int (builder, "orders_cut", net->counts.orders_cut);
  cli_json_int (builder, "own_words", net->counts.own_words);
  json_builder_end_object (builder);
}

static void
print_result_json (const CliRun *plan, const EngineRun *run, OrderBook *book)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_auto (CliRecord) record = {0};

  cli_record_init (&record, plan->scenario, plan->options.seed, &plan->options, &run->result);
  json_builder_begin_object (builder);
  cli_record_add_json (&record, builder);
  cli_json_strings (builder, "dead", (const char *const *) run->result.dead);
  add_weapons (builder, &run->result);
  add_kills (builder, &run->result);
  add_patterns (builder, &run->result);
  add_faults (builder, &run->result);
  add_decisions (builder, &run->result);
  add_trust (builder, &run->result);
  add_net (builder, &run->result.net);
  add_learning (builder, &run->result.learned);
  if (run->captions != NULL)
    cli_orders_log_add_json (builder, plan->scenario, book, run);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < run->result.lines->len; i++) {
    g_autofree char *line = engine_line_dup_text (g_ptr_array_index (run->result.lines, i));

    json_builder_add_string_value (builder, line);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

static void
print_result_text (const CliRun *plan, const EngineRun *run)
{
  const EngineResult *result = &run->result;
  g_autofree char *hash = engine_format_hash (result->hash);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, plan->options.seed);

  /* Translators: title of the battle, seed.  */
  printf (_("%1$s, seed %2$s\n"), plan->scenario->title, seed);
  for (guint i = 0; i < result->lines->len; i++) {
    const EngineLine *line = g_ptr_array_index (result->lines, i);
    g_autofree char *text = engine_line_dup_text (line);

    printf (line->kind == ENGINE_LINE_HEADING ? "\n%s\n" : "%s\n", text);
  }
  /* Translators: score of 100, minutes and seconds, hex digits.  */
  printf (_("Score %1$.0f of 100 after %2$u:%3$02u minutes. Hash %4$s.\n"), result->score,
          result->duration_s / 60, result->duration_s % 60, hash);
}

/* By its name a save is known where a scenario may be given.  */
static gboolean
check_save_path (const char *path)
{
  if (path == NULL || g_str_has_suffix (path, ".h1save"))
    return TRUE;
  cli_usage ("simulate", _("The name of a save ends with “.h1save”, unlike “%s”."), path);
  return FALSE;
}

CliStatus
cli_simulate (int argc, char **argv)
{
  g_auto (CliBattle) battle = {0};
  g_auto (CliRun) plan = {0};
  g_autofree char *replay_path = NULL, *save_path = NULL;
  gboolean json = FALSE, orders_log = FALSE;
  const GOptionEntry entries[] = {
      CLI_SEED_ENTRY (&battle),
      CLI_BATTLE_ENTRIES (&battle),
      CLI_UNTIL_ENTRY (&battle),
      {"replay", 0, 0, G_OPTION_ARG_FILENAME, &replay_path, N_("Record the battle in this file"),
       N_("FILE")},
      {"save", 0, 0, G_OPTION_ARG_FILENAME, &save_path,
       N_("Save the moment it stops at, to be taken for SCENARIO later"), N_("FILE")},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print the result as JSON"), NULL},
      {"orders-log", 0, 0, G_OPTION_ARG_NONE, &orders_log,
       N_("Print what was said, and each state of each order"), NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EngineRun) run = NULL;
  g_autoptr (OrderBook) book = NULL;
  g_autoptr (GError) error = NULL;
  CliStatus status;

  /* Translators: SCENARIO stands for the id or file of a battle.  */
  if (!cli_parse ("simulate", N_("SCENARIO"), _("Runs one battle to its end, as fast as possible."),
                  entries, &argc, &argv, 1, 1) ||
      !check_save_path (save_path))
    return CLI_BAD_USAGE;
  status = cli_run_prepare_or_resume (&plan, "simulate", argv[1], &battle);
  if (status != CLI_DONE)
    return status;
  plan.options.want_replay = replay_path != NULL;
  plan.options.want_save = save_path != NULL;
  plan.options.want_log = orders_log;
  book = cli_run_book (&plan, &error);
  if (book == NULL)
    return cli_fail (error);
  plan.options.book = book;
  run = cli_run_play (&plan, &error);
  if (run == NULL)
    return cli_fail (error);
  status = tell_problems (run);
  if (json)
    print_result_json (&plan, run, book);
  else if (orders_log)
    cli_orders_log_print (plan.scenario, book, run);
  else
    print_result_text (&plan, run);
  if (replay_path != NULL && !scenario_replay_save (run->replay, replay_path, &error))
    return cli_fail (error);
  if (save_path != NULL && !scenario_save_write (run->save, save_path, &error))
    return cli_fail (error);
  return status;
}

/* ---- hash ---------------------------------------------------------------------------------- */

CliStatus
cli_hash (int argc, char **argv)
{
  g_auto (CliBattle) battle = {0};
  g_auto (CliRun) plan = {0};
  const GOptionEntry entries[] = {
      CLI_SEED_ENTRY (&battle),
      CLI_BATTLE_ENTRIES (&battle),
      CLI_UNTIL_ENTRY (&battle),
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (OrderBook) book = NULL;
  g_autoptr (EngineRun) run = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  CliStatus status;

  if (!cli_parse ("hash", N_("SCENARIO"),
                  _("Prints the hash of everything in a battle at a moment; beyond its end, that"
                    " of the end."),
                  entries, &argc, &argv, 1, 1))
    return CLI_BAD_USAGE;
  if (battle.until == NULL)
    return cli_usage ("hash", _("This is missing: %s"), "--until");
  status = cli_run_prepare_or_resume (&plan, "hash", argv[1], &battle);
  if (status != CLI_DONE)
    return status;
  plan.options.want_words = FALSE;
  if (plan.options.orders != NULL && (book = cli_run_book (&plan, &error)) == NULL)
    return cli_fail (error);
  plan.options.book = book;
  run = cli_run_play (&plan, &error);
  if (run == NULL)
    return cli_fail (error);
  text = engine_format_hash (run->result.hash);
  puts (text);
  return tell_problems (run);
}
