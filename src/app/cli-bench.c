/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `bench`: figures of the standard melee.  */
#include "app/cli-common.h"

#include <glib/gi18n-lib.h>

#define TICKS_MOST 1000000
#define SEEKS 100

static char *
hash_text (const EngineBench *bench)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", bench->hash);
}

static void
print_json (const EngineBench *bench)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_int (builder, "units", bench->units);
  cli_json_int (builder, "ticks", bench->ticks);
  cli_json_real (builder, "ns_per_unit_tick", bench->ns_per_unit_tick);
  json_builder_set_member_name (builder, "phases");
  json_builder_begin_object (builder);
  for (guint i = 0; i < bench->n_phases; i++)
    cli_json_real (builder, engine_bench_phase_name (i), bench->phase_ns[i]);
  json_builder_end_object (builder);
  cli_json_int (builder, "shots", (gint64) bench->shots);
  cli_json_int (builder, "detections", (gint64) bench->detections);
  cli_json_int (builder, "deaths", (gint64) bench->deaths);
  cli_json_hash (builder, "hash", bench->hash);
  cli_json_real (builder, "times_real_time", bench->times_real_time);
  cli_json_real (builder, "bytes_per_unit", bench->bytes_per_unit);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

static void
print_text (const EngineBench *bench)
{
  g_autofree char *hash = hash_text (bench);
  g_autofree char *shots = g_strdup_printf ("%" G_GUINT64_FORMAT, bench->shots);
  g_autofree char *detections = g_strdup_printf ("%" G_GUINT64_FORMAT, bench->detections);
  g_autofree char *deaths = g_strdup_printf ("%" G_GUINT64_FORMAT, bench->deaths);

  /* Translators: how many machines and ticks, nanoseconds.  */
  printf (_("Machines: %1$u, ticks: %2$u; %3$.1f ns per machine and tick\n"), bench->units,
          bench->ticks, bench->ns_per_unit_tick);
  for (guint i = 0; i < bench->n_phases; i++)
    printf ("  %-10s %8.1f ns\n", engine_bench_phase_name (i), bench->phase_ns[i]);
  /* Translators: three numbers.  */
  printf (_("Shots: %1$s, sightings: %2$s, machines destroyed: %3$s\n"), shots, detections, deaths);
  /* Translators: a factor, a number of bytes.  */
  printf (_("%1$.1f times real time; %2$.0f bytes for each machine\n"), bench->times_real_time,
          bench->bytes_per_unit);
  /* Translators: the state of the battle at its end as one number in hexadecimal digits.  */
  printf (_("Hash of the state: %s\n"), hash);
}

/* ---- A replay ------------------------------------------------------------------------------ */

static void
print_replay_json (const EngineReplayBench *bench)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_real (builder, "battle_s", bench->battle_s);
  cli_json_real (builder, "open_s", bench->open_s);
  cli_json_int (builder, "seeks", bench->seeks);
  cli_json_real (builder, "seek_ms", bench->seek_ms);
  cli_json_real (builder, "seek_ms_most", bench->seek_ms_most);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

static CliStatus
bench_replay (const char *path, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) replay = scenario_replay_load (path, &error);
  EngineReplayBench bench;

  if (replay == NULL || !engine_bench_replay (replay, SEEKS, &bench, &error))
    return cli_fail (error);
  if (json) {
    print_replay_json (&bench);
    return CLI_DONE;
  }
  /* Translators: seconds that it takes, and minutes of the battle.  */
  printf (_("Opened in %1$.2f s: %2$.0f minutes of battle.\n"), bench.open_s, bench.battle_s / 60);
  /* Translators: how many moments, then milliseconds.  */
  printf (ngettext ("%1$u moment was gone to in %2$.1f ms (median), %3$.1f ms at most.\n",
                    "%1$u moments were gone to in %2$.1f ms (median), %3$.1f ms at most.\n",
                    bench.seeks),
          bench.seeks, bench.seek_ms, bench.seek_ms_most);
  return CLI_DONE;
}

/* ---- The melee ----------------------------------------------------------------------------- */

/* Figures of a melee in which nobody fights say nothing about battles.  */
static CliStatus
check_fight (const EngineBench *bench)
{
  if (bench->shots > 0 && bench->detections > 0 && bench->deaths > 0)
    return CLI_DONE;
  cli_message (_("This was no fight, so the figures say nothing: there were not shots, sightings and"
                 " losses. Give it more machines or ticks."));
  return CLI_BAD_INPUT;
}

CliStatus
cli_bench (int argc, char **argv)
{
  g_autofree char *units_text = NULL, *own_text = NULL, *ticks_text = NULL, *replay = NULL;
  guint units = 1000, own = 0, ticks = 600;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
      {"units", 0, 0, G_OPTION_ARG_STRING, &units_text, N_("Machines in all (1000)"),
       /* Translators: N stands for a number.  */
       N_("N")},
      {"own", 0, 0, G_OPTION_ARG_STRING, &own_text, N_("How many of them are ours (half)"),
       /* Translators: N stands for a number.  */
       N_("N")},
      {"ticks", 0, 0, G_OPTION_ARG_STRING, &ticks_text, N_("Steps of 100 ms (600)"),
       /* Translators: T stands for a number of steps of time.  */
       N_("T")},
      {"replay", 0, 0, G_OPTION_ARG_FILENAME, &replay,
       N_("Measure opening this replay and going to moments of it instead"),
       /* Translators: stands for the name of a file.  */
       N_("FILE")},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print the figures as JSON"), NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  EngineBench bench;

  if (!cli_parse ("bench", NULL,
                  _("Measures how fast the simulation steps a standard melee. Figures of a shared"
                    " computer vary; compare those of one run."),
                  entries, &argc, &argv, 0, 0) ||
      !cli_read_whole ("bench", "--units", units_text, 2, ENGINE_BENCH_UNITS_MOST, &units) ||
      (own_text != NULL && !cli_read_whole ("bench", "--own", own_text, 1, units - 1, &own)) ||
      !cli_read_whole ("bench", "--ticks", ticks_text, 1, TICKS_MOST, &ticks))
    return CLI_BAD_USAGE;
  if (replay != NULL)
    return bench_replay (replay, json);
  if (!engine_bench (units, own, ticks, &bench, &error))
    return cli_fail (error);
  if (json)
    print_json (&bench);
  else
    print_text (&bench);
  return check_fight (&bench);
}
