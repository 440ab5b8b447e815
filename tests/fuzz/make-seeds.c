/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes seeds that can not lie in the repository, since they change with the rules: replays, saves,
 * journals, states and tapes, into the folders replay, save, journal, state and tape of the folder named.  */
#include "engine/engine-core-private.h"
#include "journal-save.h"

#include "scenario/scenario-journal.h"
#include "scenario/scenario-tape.h"

#include <glib/gstdio.h>

static char *
seed_path (const char *folder, const char *target, const char *name)
{
  g_autofree char *parent = g_build_filename (folder, target, NULL);

  g_assert (g_mkdir_with_parents (parent, 0755) == 0);
  return g_build_filename (parent, name, NULL);
}

static void
write_replay (ScenarioBattle *scenario, const char *folder, guint seconds)
{
  EngineRunOptions options = engine_run_options_default (scenario);
  g_autofree char *name = g_strdup_printf ("after-%u-s.h1replay", seconds);
  g_autofree char *path = seed_path (folder, "replay", name);
  g_autoptr (EngineRun) run = NULL;
  g_autoptr (GError) error = NULL;

  options.staff = STAFF_BASIC;
  options.until = SIM_SECONDS (seconds);
  options.want_replay = TRUE;
  run = engine_run (scenario, &options, &error);
  g_assert_no_error (error);
  scenario_replay_save (run->replay, path, &error);
  g_assert_no_error (error);
}

static void
write_bytes (const char *folder, const char *name, guint8 kind, const guint8 *bytes, gsize length)
{
  g_autofree char *path = seed_path (folder, "state", name);
  g_autofree guint8 *all = g_malloc (length + 1);
  g_autoptr (GError) error = NULL;

  all[0] = kind;
  memcpy (all + 1, bytes, length);
  g_file_set_contents (path, (const char *) all, (gssize) length + 1, &error);
  g_assert_no_error (error);
}

#define WRITE_STATE(name, kind, save, object)                                                     \
  G_STMT_START                                                                                    \
  {                                                                                               \
    gsize length = save (object, NULL, 0);                                                        \
    g_autofree guint8 *bytes = g_malloc (length);                                                 \
                                                                                                  \
    save (object, bytes, length);                                                                 \
    write_bytes (folder, name, kind, bytes, length);                                              \
  }                                                                                               \
  G_STMT_END

static void
write_states (ScenarioBattle *scenario, const char *folder)
{
  EngineCoreOptions options = {1, SIM_DIFFICULTY_STANDARD, STAFF_GOOD};
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineCore) core = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  engine_core_run (core, SIM_SECONDS (90));
  WRITE_STATE ("world", 0, sim_world_save, core->world);
  WRITE_STATE ("picture", 1, picture_save, core->picture);
  WRITE_STATE ("staff", 2, staff_save, core->staff);
}

static void
write_save (ScenarioBattle *scenario, const char *folder, StaffKind staff, guint seconds)
{
  EngineCoreOptions options = {1, SIM_DIFFICULTY_STANDARD, staff};
  g_autofree char *name = g_strdup_printf ("after-%u-s.h1save", seconds);
  g_autofree char *path = seed_path (folder, "save", name);
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineCore) core = engine_core_new (scenario, &options, &error);
  g_autoptr (ScenarioSave) save = NULL;

  g_assert_no_error (error);
  engine_core_keep_messages (core);
  engine_core_run (core, SIM_SECONDS (seconds));
  engine_core_note_notice (core, SIM_SECONDS (seconds), "Nobody is silent.", NULL);
  save = engine_save_take (core);
  scenario_save_write (save, path, &error);
  g_assert_no_error (error);
}

static void
write_journal (const char *folder)
{
  g_autofree char *path = seed_path (folder, "journal", "one-of-each.h1journal");
  g_autoptr (ScenarioSave) save = journal_save_new ();
  ScenarioJournalEntry entry = {.tick = 210};
  g_autoptr (GError) error = NULL;
  ScenarioJournalWriter writer;
  ScenarioJournalHead head;

  scenario_journal_head_of (&head, save);
  scenario_journal_writer_init (&writer, &head);
  entry.text = (char *) "Nobody is silent.";
  entry.speed = 5;
  entry.order = 900;
  for (guint kind = 0; kind < SCENARIO_JOURNAL_N_KINDS; kind++) {
    entry.kind = (ScenarioJournalKind) kind;
    entry.tick += 5;
    entry.given = (ScenarioReplayCommand){.tick = entry.tick,
                                          .is_edit = kind == SCENARIO_JOURNAL_EDIT,
                                          .is_queue = kind == SCENARIO_JOURNAL_QUEUE};
    entry.given.command = (SimCommand){.id = 800, .verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};
    entry.given.queue = (SimQueueEdit){.order = 800, .kind = SIM_QUEUE_EDIT_SHORTEN};
    if (kind != SCENARIO_JOURNAL_HASHES) /* they would have to be right */
      scenario_journal_writer_add (&writer, &entry);
  }
  g_file_set_contents (path, writer.lines->str, (gssize) writer.lines->len, &error);
  g_assert_no_error (error);
  scenario_journal_writer_clear (&writer);
}

/* Takes `line`.  */
static void
add_line (GString *index, char *line)
{
  g_string_append (index, line);
  g_free (line);
}

/* One who is heard, one who is cut off, one who is not on the tape.  */
static void
write_tape (const char *folder)
{
  g_autofree char *path = seed_path (folder, "tape", "three-lines.h1tape");
  ScenarioTapeHead head = {(char *) "training", (char *) "The Ford", 7, G_GINT64_CONSTANT (1750000000000000),
                           20000, 0};
  ScenarioTapeLine line = {.speaker = (char *) "Heron", .machine = 2, .event = (char *) "contact",
                           .text = (char *) "Contact, four ▒, D04", .air_ms = 2400, .segment = 1,
                           .length_ms = 2400, .air_class = SIM_AIR_CONTACT};
  GString *index = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  add_line (index, scenario_tape_write_head (&head));
  for (line.id = 1; line.id <= 3; line.id++) {
    line.tick += 40;
    line.end = line.tick + 12;
    line.cut = line.id == 2;
    line.at_ms = line.tape_ms = (guint) line.id * 4000;
    line.unheard = line.id == 3 ? SCENARIO_TAPE_MUTED : SCENARIO_TAPE_NONE;
    add_line (index, scenario_tape_write_said (&line));
    add_line (index, line.id == 3 ? scenario_tape_write_unheard (&line)
                                  : scenario_tape_write_sound (&line));
    add_line (index, scenario_tape_write_ended (&line));
  }
  add_line (index, scenario_tape_write_end (200, NULL));
  g_file_set_contents (path, index->str, (gssize) index->len, &error);
  g_assert_no_error (error);
  g_string_free (index, TRUE);
}

int
main (int argc, char **argv)
{
  static const SimLearning learned = {.battles = 2, .counter = {1, 3}, .losses = {4.5f}};
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = NULL, later = NULL;

  g_assert (argc == 2);
  scenario = scenario_battle_load ("training", &error);
  g_assert_no_error (error);
  write_tape (argv[1]);
  write_replay (scenario, argv[1], 30);
  write_replay (scenario, argv[1], 120);
  later = scenario_battle_load_after ("training", NULL, &learned, &error);
  g_assert_no_error (error);
  write_replay (later, argv[1], 45);
  write_states (scenario, argv[1]);
  write_journal (argv[1]);
  write_save (scenario, argv[1], STAFF_NONE, 20);
  write_save (scenario, argv[1], STAFF_GOOD, 100);
  return 0;
}
