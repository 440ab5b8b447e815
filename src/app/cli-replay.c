/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `replay`: checks a replay, and shows what was known, and what was true, at a moment of it.  */
#include "app/cli-common.h"

#include "engine/engine-truth.h"

#include <glib/gi18n-lib.h>

/* What the command was asked for, and what it found.  */
typedef struct {
  ScenarioReplay *replay;   /* (owned) */
  EngineReplayer *replayer; /* (owned) */
  EngineMoment *moment;     /* (owned) */
  OrderBook *book;          /* (owned) */
  ScenarioBattle *scenario; /* of the replayer */
  gboolean verified, truth;
} Show;

static void
show_clear (Show *show)
{
  g_clear_pointer (&show->moment, engine_moment_free);
  g_clear_pointer (&show->replayer, engine_replayer_free);
  g_clear_pointer (&show->replay, scenario_replay_free);
  g_clear_pointer (&show->book, order_book_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Show, show_clear)

/* ---- Helpers ------------------------------------------------------------------------------- */

static const char *
grid (const Show *show, BaseVec position, char buffer[ORDER_GRID_LENGTH])
{
  return order_grid_format (position, TRUE, show->scenario->world.terrain.width_m,
                            show->scenario->world.terrain.height_m, buffer);
}

/* Id of a type as the rules have it, "unknown" for what was not made out.  */
static const char *
type_id (const Show *show, SimTypeIndex type)
{
  return type < show->scenario->rules.n_types ? show->scenario->rules.types[type].id : "unknown";
}

static const char *
machine_id (const Show *show, guint index)
{
  return index < order_book_n_machines (show->book) ? order_book_machine (show->book, index)->id
                                                    : "";
}

static void
add_position (JsonBuilder *builder, BaseVec position)
{
  cli_json_real (builder, "x_m", position.x);
  cli_json_real (builder, "y_m", position.y);
}

/* Seconds since a moment; null for one that never was.  */
static void
add_age (JsonBuilder *builder, const char *name, SimTick then, SimTick now)
{
  if (then == SIM_TICK_NEVER)
    cli_json_string (builder, name, NULL);
  else
    cli_json_real (builder, name, (double) (now - MIN (then, now)) / SIM_TICKS_PER_SECOND);
}

static void
add_parts (JsonBuilder *builder, const guint8 *parts)
{
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_object (builder);
  for (guint part = 0; part < SIM_N_PARTS; part++)
    cli_json_int (builder, sim_part_name (part), parts[part]);
  json_builder_end_object (builder);
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static void
add_own (const Show *show, JsonBuilder *builder, const PictureView *view)
{
  char buffer[ORDER_GRID_LENGTH];

  json_builder_set_member_name (builder, "own");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < view->n_own; i++) {
    const PictureOwn *own = &view->own[i];

    json_builder_begin_object (builder);
    cli_json_string (builder, "id", machine_id (show, (guint) i));
    cli_json_int (builder, "platoon", own->platoon + 1);
    cli_json_string (builder, "activity", sim_activity_name (own->activity));
    cli_json_bool (builder, "known_lost", own->known_lost);
    cli_json_string (builder, "grid", grid (show, own->fix, buffer));
    add_position (builder, own->fix);
    cli_json_real (builder, "error_m", own->fix_error_m);
    add_age (builder, "fix_age_s", own->t_fix, view->now);
    add_age (builder, "word_age_s", own->t_word, view->now);
    cli_json_int (builder, "ammunition", own->ammunition);
    cli_json_int (builder, "energy_percent", own->energy_percent);
    add_parts (builder, own->parts);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_tracks (const Show *show, JsonBuilder *builder, const PictureView *view)
{
  char buffer[ORDER_GRID_LENGTH], name[8];

  json_builder_set_member_name (builder, "tracks");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < view->n_tracks; i++) {
    const PictureTrack *track = &view->tracks[i];

    json_builder_begin_object (builder);
    cli_json_string (builder, "id", order_track_name (track->number, name));
    cli_json_string (builder, "type", type_id (show, track->type));
    cli_json_real (builder, "confidence", track->type_confidence);
    cli_json_int (builder, "count", track->count);
    cli_json_string (builder, "how", sim_how_name (track->how));
    cli_json_bool (builder, "destroyed", track->destroyed);
    cli_json_string (builder, "grid", grid (show, track->position, buffer));
    add_position (builder, track->position);
    cli_json_real (builder, "major_m", track->major_m);
    cli_json_real (builder, "minor_m", track->minor_m);
    cli_json_real (builder, "angle_deg", track->angle_deg);
    add_age (builder, "seen_age_s", track->t_seen, view->now);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_voices (const Show *show, JsonBuilder *builder, const PictureView *view)
{
  json_builder_set_member_name (builder, "voices");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < view->n_bearings; i++) {
    const PictureBearing *bearing = &view->bearings[i];

    json_builder_begin_object (builder);
    cli_json_int (builder, "voice", bearing->voice);
    cli_json_string (builder, "size", sim_size_name (bearing->size));
    cli_json_bool (builder, "shepherd", bearing->shepherd);
    cli_json_bool (builder, "silent", bearing->silent);
    add_position (builder, bearing->place);
    cli_json_real (builder, "bearing_deg", bearing->bearing_deg);
    cli_json_real (builder, "error_deg", bearing->error_deg);
    cli_json_real (builder, "error_deg_per_km", bearing->error_deg_per_km);
    add_age (builder, "age_s", bearing->t_sensed, view->now);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_crossings (const Show *show, JsonBuilder *builder, const PictureView *view)
{
  char buffer[ORDER_GRID_LENGTH];

  json_builder_set_member_name (builder, "crossings");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < view->n_crosses; i++) {
    const PictureCross *cross = &view->crosses[i];

    json_builder_begin_object (builder);
    cli_json_int (builder, "voice", cross->voice);
    cli_json_string (builder, "grid", grid (show, cross->position, buffer));
    add_position (builder, cross->position);
    cli_json_real (builder, "major_m", cross->major_m);
    cli_json_real (builder, "minor_m", cross->minor_m);
    cli_json_real (builder, "angle_deg", cross->angle_deg);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_truth (const Show *show, JsonBuilder *builder)
{
  gsize n_units;
  const EngineTruthUnit *units = engine_truth_units (show->moment, &n_units);

  json_builder_set_member_name (builder, "truth");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_units; i++) {
    const EngineTruthUnit *unit = &units[i];

    json_builder_begin_object (builder);
    cli_json_int (builder, "index", (gint64) i);
    cli_json_string (builder, "id", unit->own ? machine_id (show, (guint) i) : NULL);
    cli_json_string (builder, "side", unit->own ? "republic" : "legion");
    cli_json_string (builder, "type", type_id (show, unit->type));
    cli_json_int (builder, "group", unit->group + 1);
    cli_json_bool (builder, "present", unit->present);
    cli_json_bool (builder, "alive", unit->alive);
    cli_json_bool (builder, "pilot_dead", unit->pilot_dead);
    cli_json_string (builder, "activity", sim_activity_name (unit->activity));
    add_position (builder, unit->position);
    cli_json_real (builder, "heading_deg", unit->heading_deg);
    cli_json_int (builder, "ammunition", unit->ammunition);
    add_parts (builder, unit->parts);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

/* Without what she did to her picture by hand.  */
static guint
count_orders (const ScenarioReplay *replay)
{
  guint n = 0;

  for (guint i = 0; i < replay->commands->len; i++)
    n += !g_array_index (replay->commands, ScenarioReplayCommand, i).is_edit &&
         !g_array_index (replay->commands, ScenarioReplayCommand, i).is_queue &&
         !g_array_index (replay->commands, ScenarioReplayCommand, i).is_act;
  return n;
}

static void
print_json (const Show *show)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const PictureView *view = engine_moment_get_view (show->moment);

  json_builder_begin_object (builder);
  cli_json_string (builder, "scenario", show->replay->scenario);
  cli_json_int (builder, "seed", (gint64) show->replay->seed);
  cli_json_string (builder, "staff", show->replay->staff);
  cli_json_real (builder, "duration_s", (double) show->replay->end / SIM_TICKS_PER_SECOND);
  cli_json_int (builder, "orders", count_orders (show->replay));
  cli_json_int (builder, "hashes", show->replay->hashes->len);
  if (show->verified)
    cli_json_bool (builder, "verified", TRUE);
  cli_json_real (builder, "at_s",
                 (double) engine_moment_get_tick (show->moment) / SIM_TICKS_PER_SECOND);
  cli_json_hash (builder, "hash", engine_moment_get_hash (show->moment));
  cli_json_hash (builder, "picture_hash", engine_moment_get_picture_hash (show->moment));
  add_own (show, builder, view);
  add_tracks (show, builder, view);
  add_voices (show, builder, view);
  add_crossings (show, builder, view);
  if (show->truth)
    add_truth (show, builder);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

/* ---- Text ---------------------------------------------------------------------------------- */

/* "±120 m" in a column of its own.  */
static char *
error_cell (double error_m)
{
  /* Translators: in a table: how sure a place is, in metres.  */
  g_autofree char *text = g_strdup_printf (C_("table", "±%.0f m"), error_m);

  return cli_cell (text, 8);
}

static void
print_own (const Show *show, const PictureView *view)
{
  char buffer[ORDER_GRID_LENGTH];

  puts (_("Own machines, as they were known:"));
  for (gsize i = 0; i < view->n_own; i++) {
    const PictureOwn *own = &view->own[i];
    g_autofree char *name = cli_cell (order_book_spoken_name (show->book, i), 16);
    g_autofree char *error = error_cell (own->fix_error_m);

    printf ("  %s %-8s %s %s\n", name, grid (show, own->fix, buffer), error,
            order_activity_text (own->known_lost ? SIM_ACTIVITY_DESTROYED : own->activity));
  }
}

static void
print_tracks (const Show *show, const PictureView *view)
{
  char buffer[ORDER_GRID_LENGTH], name[8];

  puts (_("Enemies, as they were believed:"));
  for (gsize i = 0; i < view->n_tracks; i++) {
    const PictureTrack *track = &view->tracks[i];
    g_autofree char *error = error_cell (track->major_m);

    printf ("  %-4s %-8s %s %u × %s\n", order_track_name (track->number, name),
            grid (show, track->position, buffer), error, track->count,
            type_id (show, track->type));
  }
}

static void
print_voices (const Show *show, const PictureView *view)
{
  char buffer[ORDER_GRID_LENGTH];

  if (view->n_bearings == 0)
    return;
  puts (_ ("Voices, as they were heard:"));
  for (gsize i = 0; i < view->n_bearings; i++) {
    const PictureBearing *bearing = &view->bearings[i];

    fputs ("  ", stdout);
    /* Translators: number of a voice, where it was heard from, compass bearing and its error in
     * degrees, how many voices.  */
    printf (_ ("%1$u  from %2$s  %3$03u° ±%4$.0f°  %5$s"), bearing->voice,
            grid (show, bearing->place, buffer), (guint) (bearing->bearing_deg + 0.5f) % 360,
            (double) picture_bearing_error_deg (bearing, 5000),
            order_size_text ((SimSize) bearing->size));
    putchar ('\n');
  }
  for (gsize i = 0; i < view->n_crosses; i++) {
    fputs ("  ", stdout);
    /* Translators: number of a voice, where two of its bearings cross, its error in metres.  */
    printf (_ ("%1$u  crossed in %2$s  ±%3$.0f m"), view->crosses[i].voice,
            grid (show, view->crosses[i].position, buffer), (double) view->crosses[i].major_m);
    putchar ('\n');
  }
}

static void
print_truth (const Show *show)
{
  char buffer[ORDER_GRID_LENGTH];
  gsize n_units;
  const EngineTruthUnit *units = engine_truth_units (show->moment, &n_units);

  puts (_("What was true:"));
  for (gsize i = 0; i < n_units; i++)
    if (units[i].present)
      printf ("  %-16s %-8s %-12s %s\n", units[i].own ? machine_id (show, (guint) i) : "",
              grid (show, units[i].position, buffer), type_id (show, units[i].type),
              order_activity_text (units[i].alive ? units[i].activity : SIM_ACTIVITY_DESTROYED));
}

static void
print_text (const Show *show)
{
  const PictureView *view = engine_moment_get_view (show->moment);
  g_autofree char *hash = engine_format_hash (engine_moment_get_hash (show->moment));
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, show->replay->seed);

  /* Translators: title of the battle, seed, seconds, hex digits.  */
  printf (_("%1$s, seed %2$s, after %3$.1f s: %4$s\n"), show->scenario->title, seed,
          (double) engine_moment_get_tick (show->moment) / SIM_TICKS_PER_SECOND, hash);
  print_own (show, view);
  print_tracks (show, view);
  print_voices (show, view);
  if (show->truth)
    print_truth (show);
}

/* ---- The command --------------------------------------------------------------------------- */

/* A failed check is data too, for those who asked for JSON.  */
static CliStatus
tell_difference (const GError *error, gboolean json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CliStatus status = cli_fail (error);

  if (!json || status != CLI_BAD_INPUT)
    return status;
  json_builder_begin_object (builder);
  cli_json_bool (builder, "verified", FALSE);
  cli_json_string (builder, "error", error->message);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
  return status;
}

static CliStatus
show_moment (Show *show, SimTick at, gboolean json)
{
  g_autoptr (GError) error = NULL;

  show->replayer = engine_replayer_new (show->replay, &error);
  if (show->replayer == NULL)
    return cli_fail (error);
  show->scenario = engine_replayer_get_scenario (show->replayer);
  show->book = scenario_battle_book (show->scenario, "en", &error);
  if (show->book == NULL)
    return cli_fail (error);
  engine_replayer_seek (show->replayer, at);
  show->moment = engine_replayer_take_moment (show->replayer);
  if (json)
    print_json (show);
  else
    print_text (show);
  return CLI_DONE;
}

static gboolean
check_operands (gboolean compare, int argc, char **argv)
{
  if (compare && argc < 3) {
    cli_usage ("replay", _("“--compare” takes two replays."));
    return FALSE;
  }
  if (!compare && argc > 2) {
    cli_usage ("replay", _("“%s” is one argument too many."), argv[2]);
    return FALSE;
  }
  return TRUE;
}

CliStatus
cli_replay (int argc, char **argv)
{
  gboolean verify = FALSE, compare = FALSE, json = FALSE;
  g_autofree char *seek = NULL;
  g_auto (Show) show = {0};
  const GOptionEntry entries[] = {
      {"verify", 0, 0, G_OPTION_ARG_NONE, &verify, N_("Play it again and compare every hash"),
       NULL},
      {"seek", 0, 0, G_OPTION_ARG_STRING, &seek, N_("The moment to show; by default the end"),
       N_("SECONDS")},
      {"compare", 0, 0, G_OPTION_ARG_NONE, &compare,
       N_("Tell at which tick and in which field two replays part"), NULL},
      {"truth", 0, 0, G_OPTION_ARG_NONE, &show.truth, N_("Show what was true as well"), NULL},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  SimTick at = SIM_TICK_NEVER;

  if (!cli_parse ("replay", N_("FILE"),
                  _("Checks a replay, shows what was known at a moment, or compares two."), entries,
                  &argc, &argv, 1, 2) ||
      !check_operands (compare, argc, argv) || !cli_read_moment ("replay", "--seek", seek, &at))
    return CLI_BAD_USAGE;
  if (compare)
    return cli_compare (argv[1], argv[2], json);
  show.replay = scenario_replay_load (argv[1], &error);
  if (show.replay == NULL)
    return cli_fail (error);
  if (verify && !engine_replay_verify (show.replay, &error))
    return tell_difference (error, json);
  show.verified = verify;
  if (verify && seek == NULL && !show.truth && !json) {
    /* Translators: how many pairs of hashes were compared.  */
    printf (ngettext ("Verified: %u hash agrees.\n", "Verified: all %u hashes agree.\n",
                      show.replay->hashes->len),
            show.replay->hashes->len);
    return CLI_DONE;
  }
  return show_moment (&show, at, json);
}
