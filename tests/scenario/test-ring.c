/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ring of autosaves: which place is written next, what is offered, what is swept.  */
#include "scenario/scenario-journal.h"
#include "scenario/scenario-kept.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
  ScenarioRing *ring;
  ScenarioBattle *battle;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("handler-one-ring-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->ring = scenario_ring_new (fixture->folder);
  fixture->battle = scenario_battle_load ("training", &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  scenario_ring_free (fixture->ring);
  scenario_battle_unref (fixture->battle);
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

/* A save of a battle that began then; what its state is, only the engine asks.  */
static ScenarioSave *
save_new (Fixture *fixture, gint64 begun_us, SimTick end)
{
  ScenarioSave *save = g_new0 (ScenarioSave, 1);
  ScenarioReplayHash hash = {end, 0x42, 0x43};

  save->log = scenario_replay_new (fixture->battle, 1);
  save->log->end = end;
  save->log->session = (ScenarioSession){.begun_us = begun_us, .speed = 1};
  g_array_append_val (save->log->hashes, hash);
  for (guint i = 0; i < SCENARIO_SAVE_N_PARTS; i++)
    save->parts[i] = g_bytes_new_static ("state", 5);
  return save;
}

static guint
write_one (Fixture *fixture, gint64 begun_us, SimTick end)
{
  g_autoptr (ScenarioSave) save = save_new (fixture, begun_us, end);
  g_autoptr (GError) error = NULL;
  guint slot;

  scenario_ring_write (fixture->ring, save, &slot, &error);
  g_assert_no_error (error);
  return slot;
}

static void
write_journal (Fixture *fixture, guint slot, gboolean ended)
{
  const ScenarioRingSlot *found = &fixture->ring->slots[slot];
  const ScenarioJournalHead head = {found->session.begun_us, found->session.number, found->tick, 0x42};
  const ScenarioJournalEntry hashes = {.kind = SCENARIO_JOURNAL_HASHES,
                                       .tick = found->tick + 7,
                                       .hashes = {.tick = found->tick + 7}};
  const ScenarioJournalEntry end = {.kind = SCENARIO_JOURNAL_END, .tick = found->tick + 9};
  g_autofree char *path = scenario_ring_journal_path (fixture->ring, slot);
  g_autoptr (GError) error = NULL;
  ScenarioJournalWriter writer;

  scenario_journal_writer_init (&writer, &head);
  scenario_journal_writer_add (&writer, &hashes);
  if (ended)
    scenario_journal_writer_add (&writer, &end);
  g_file_set_contents (path, writer.lines->str, (gssize) writer.lines->len, &error);
  g_assert_no_error (error);
  scenario_journal_writer_clear (&writer);
}

/* Eight lie there, and the ninth takes the place of the first.  */
static void
test_round (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3 * SCENARIO_RING_SLOTS; i++) {
    g_assert_cmpuint (write_one (fixture, 1000, i), ==, i % SCENARIO_RING_SLOTS);
    g_assert_cmpint (scenario_ring_newest (fixture->ring, 0), ==, (int) (i % SCENARIO_RING_SLOTS));
  }
  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    g_assert_cmpuint (fixture->ring->slots[i].session.number, ==, 2 * SCENARIO_RING_SLOTS + i + 1);
}

/* Somebody else looks at the same folder and sees the same.  */
static void
test_seen_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScenarioRing) other = scenario_ring_new (fixture->folder);

  write_one (fixture, 1000, 10);
  write_one (fixture, 1000, 20);
  write_journal (fixture, 1, FALSE);
  scenario_ring_read (other);
  g_assert_cmpint (scenario_ring_newest (other, 0), ==, 1);
  g_assert_cmpuint (other->slots[1].tick, ==, 27);
  g_assert_cmpuint (other->slots[0].tick, ==, 10);
  g_assert_cmpuint (scenario_ring_choose (other), ==, 2);
  g_assert_cmpint (scenario_ring_newest (other, 1u << 1), ==, 0);
}

/* A battle that was left is still there after another was played for hours.  */
static void
test_other_battle (Fixture *fixture, gconstpointer data)
{
  write_one (fixture, 1000, 10);
  write_one (fixture, 1000, 20);
  for (guint i = 0; i < 40; i++)
    g_assert_cmpuint (write_one (fixture, 2000, i), !=, 1);
  write_journal (fixture, (guint) scenario_ring_newest (fixture->ring, 0), TRUE);
  scenario_ring_read (fixture->ring);
  g_assert_cmpint (scenario_ring_newest (fixture->ring, 0), ==, 1);
}

/* One that is over is not offered, none of its autosaves is; they are written over first.  */
static void
test_over (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    write_one (fixture, 1000, i);
  for (guint i = 5; i < SCENARIO_RING_SLOTS; i++)
    write_one (fixture, 2000, i);
  g_assert_cmpuint (scenario_ring_choose (fixture->ring), ==, 0);
  write_journal (fixture, 7, TRUE);
  scenario_ring_read (fixture->ring);
  g_assert_cmpint (scenario_ring_newest (fixture->ring, 0), ==, 4);
  g_assert_cmpuint (scenario_ring_choose (fixture->ring), ==, 5);
}

/* A journal of another save, which lies there until the next is begun, says nothing.  */
static void
test_stale_journal (Fixture *fixture, gconstpointer data)
{
  write_one (fixture, 1000, 10);
  write_journal (fixture, 0, TRUE);
  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    write_one (fixture, 2000, i);
  scenario_ring_read (fixture->ring);
  g_assert_false (fixture->ring->slots[0].ended);
  g_assert_cmpint (scenario_ring_newest (fixture->ring, 0), ==, 0);
}

/* ---- Damage -------------------------------------------------------------------------------- */

static void
assert_offered (Fixture *fixture, guint slot, const char *damaged)
{
  g_autoptr (ScenarioOffer) offer = scenario_offer_find (fixture->folder, 0);

  g_assert_cmpuint (offer->slot, ==, slot);
  g_assert_nonnull (offer->path);
  g_assert_cmpuint (offer->problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (offer->problems, 0), damaged));
}

static void
put_bytes (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* The newest is cut off anywhere or has any bit changed: it is named, the one before is offered, and it is
 * the damaged one that is written over.  */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = scenario_ring_save_path (fixture->ring, 1), *bytes = NULL;
  gsize length;

  write_one (fixture, 1000, 10);
  write_one (fixture, 1000, 20);
  g_file_get_contents (path, &bytes, &length, NULL);
  for (gsize at = 0; at < length; at += 1 + length / 300) {
    g_autoptr (ScenarioRing) other = scenario_ring_new (fixture->folder);

    put_bytes (path, bytes, at);
    assert_offered (fixture, 0, "autosave-2.h1save");
    bytes[at] ^= (char) (1 << at % 8);
    put_bytes (path, bytes, length);
    assert_offered (fixture, 0, "autosave-2.h1save");
    bytes[at] ^= (char) (1 << at % 8);
    scenario_ring_read (other);
    g_assert_cmpuint (scenario_ring_choose (other), >, 1);
  }
  /* With all places taken, the damaged one goes.  */
  for (guint i = 2; i < SCENARIO_RING_SLOTS; i++)
    write_one (fixture, 1000, 10 * i);
  put_bytes (path, bytes, length / 2);
  g_assert_cmpuint (write_one (fixture, 1000, 99), ==, 1);
}

/* Of a battle that has changed since: named, and the next is offered.  */
static void
test_other_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScenarioSave) save = save_new (fixture, 2000, 5);
  g_autoptr (GError) error = NULL;
  guint slot;

  write_one (fixture, 1000, 10);
  memset (save->log->content_hash, '0', 64);
  scenario_ring_write (fixture->ring, save, &slot, &error);
  g_assert_no_error (error);
  assert_offered (fixture, 0, "have changed since");
}

static void
test_nothing_there (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", NULL);
  g_autoptr (ScenarioOffer) offer = scenario_offer_find (nowhere, 0);

  g_assert_null (offer->path);
  g_assert_cmpuint (offer->problems->len, ==, 0);
}

/* What could not be written leaves all as it was.  */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScenarioSave) save = save_new (fixture, 1000, 30);
  g_autofree char *path = scenario_ring_save_path (fixture->ring, 1);
  g_autoptr (GError) error = NULL;
  guint slot;

  write_one (fixture, 1000, 10);
  /* A folder stands where the next is to be.  */
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  for (guint i = 2; i < SCENARIO_RING_SLOTS; i++) {
    g_autofree char *other = scenario_ring_save_path (fixture->ring, i);

    g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  }
  g_assert_false (scenario_ring_write (fixture->ring, save, &slot, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ);
  g_assert_cmpuint (slot, ==, 1);
  g_assert_cmpint (scenario_ring_newest (fixture->ring, 0), ==, 0);
  for (guint i = 1; i < SCENARIO_RING_SLOTS; i++) {
    g_autofree char *other = scenario_ring_save_path (fixture->ring, i);

    g_rmdir (other);
  }
}

/* Half a file of a writer that was killed goes; everybody's own files stay.  */
static void
test_sweep (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name;
    gboolean stays;
  } files[] = {
      {"autosave-3.h1save.X9YZ01", FALSE},   {"autosave-3.h1journal.ABCDEF", FALSE},
      {"autosave-3.h1save", TRUE},           {"mine.h1save.backup", TRUE},
      {"mine.h1save.ABCDEF", TRUE /* as yet */}, {"autosave-3.h1save.ABCDE", TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);

    put_bytes (path, "x", 1);
  }
  scenario_ring_sweep (fixture->folder);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);

    g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, files[i].stays);
  }
}

/* Every bit of a save of 64 KiB.  */
static void
test_every_bit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScenarioSave) save = save_new (fixture, 1000, 30);
  g_autofree char *path = g_build_filename (fixture->folder, "a.h1save", NULL), *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_bytes_unref (save->parts[SCENARIO_SAVE_WORLD]);
  save->parts[SCENARIO_SAVE_WORLD] = g_bytes_new_take (g_strnfill (32000, 'w'), 32000);
  scenario_save_write (save, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  for (gsize bit = 0; bit < 8 * length; bit++) {
    g_autoptr (GError) why = NULL;

    bytes[bit / 8] ^= (char) (1 << bit % 8);
    put_bytes (path, bytes, length);
    g_assert_null (scenario_save_load (path, &why));
    g_assert_error (why, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
    bytes[bit / 8] ^= (char) (1 << bit % 8);
  }
}

int
main (int argc, char **argv)
{
  gboolean deep = argc > 1 && strcmp (argv[argc - 1], "--deep") == 0;

  argc -= deep;
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/scenario/ring/" path, Fixture, NULL, set_up, func, tear_down)
  if (deep) {
    TEST ("every-bit", test_every_bit);
    return g_test_run ();
  }
  TEST ("round", test_round);
  TEST ("seen-anew", test_seen_anew);
  TEST ("other-battle", test_other_battle);
  TEST ("over", test_over);
  TEST ("stale-journal", test_stale_journal);
  TEST ("damage", test_damage);
  TEST ("other-content", test_other_content);
  TEST ("nothing-there", test_nothing_there);
  TEST ("unwritable", test_unwritable);
  TEST ("sweep", test_sweep);
  return g_test_run ();
}
