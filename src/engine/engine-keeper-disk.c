/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-keeper-disk.h"

#include "scenario/scenario-ring.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A line is on the disk at most so long after it was written; five seconds are promised.  */
#define SYNC_US (3 * G_USEC_PER_SEC)

/* The journal of a battle's last autosave.  Lines that could not be written wait for the next try.  */
typedef struct {
  gint64 begun_us;
  int file;
  char *path;    /* (owned) */
  ScenarioJournalWriter writer;
  off_t length;  /* of what is whole in the file */
  int reason;    /* errno of what failed last */
  gint64 due_us; /* when it is to be synced, or written anew; G_MAXINT64: nothing to do */
} Journal;

struct _EngineDisk {
  char *saves, *replays; /* (owned) */
  EngineBox *out;        /* borrowed */
  ScenarioRing *ring;    /* (owned) */
  GPtrArray *journals;   /* (owned) Journal, one for each battle under way */
  gboolean told;         /* that writing failed */
};

/* ---- Tidings ------------------------------------------------------------------------------- */

void
engine_tidings_free (EngineTidings *tidings)
{
  g_free (tidings->text);
  g_free (tidings);
}

static void
tell (EngineDisk *disk, EngineTidingsKind kind, const char *text)
{
  EngineTidings *tidings = g_new0 (EngineTidings, 1);

  tidings->kind = kind;
  tidings->text = g_strdup (text);
  engine_box_put (disk->out, tidings);
}

/* Once, until something is written again: a full disk is full for a while.  */
static void
tell_failed (EngineDisk *disk, const char *text)
{
  if (!disk->told)
    tell (disk, ENGINE_TIDINGS_FAILED, text);
  disk->told = TRUE;
}

static void
works_again (EngineDisk *disk)
{
  if (disk->told)
    tell (disk, ENGINE_TIDINGS_RECOVERED, NULL);
  disk->told = FALSE;
}

/* ---- Journals ------------------------------------------------------------------------------ */

static void
journal_free (Journal *journal)
{
  if (journal->file >= 0)
    close (journal->file);
  scenario_journal_writer_clear (&journal->writer);
  g_free (journal->path);
  g_free (journal);
}

static Journal *
find_journal (EngineDisk *disk, gint64 begun_us)
{
  for (guint i = 0; i < disk->journals->len; i++) {
    Journal *journal = g_ptr_array_index (disk->journals, i);

    if (journal->begun_us == begun_us)
      return journal;
  }
  return NULL;
}

/* Over what is left of a try that failed.  */
static gboolean
write_at (int file, const char *bytes, gsize length, off_t at)
{
  while (length > 0) {
    gssize written = pwrite (file, bytes, length, at);

    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return FALSE;
    bytes += written;
    length -= (gsize) written;
    at += written;
  }
  return TRUE;
}

static void
journal_failed (EngineDisk *disk, Journal *journal)
{
  g_autofree char *name = g_filename_display_name (journal->path);
  g_autofree char *text =
      /* Translators: a file's name, then the system's reason.  */
      g_strdup_printf (_ ("%1$s can not be written: %2$s"), name, g_strerror (journal->reason));

  tell_failed (disk, text);
  journal->due_us = g_get_monotonic_time () + SYNC_US;
}

static void
journal_open (Journal *journal)
{
  if (journal->file >= 0)
    return;
  journal->file = g_open (journal->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  journal->reason = errno;
}

static gboolean
write_lines (Journal *journal)
{
  const GString *lines = journal->writer.lines;

  journal_open (journal);
  if (journal->file < 0)
    return FALSE;
  if (write_at (journal->file, lines->str, lines->len, journal->length))
    return TRUE;
  journal->reason = errno;
  /* Half a line is no harm at the end, where the next try writes over it; but none is better.  */
  if (ftruncate (journal->file, journal->length) != 0)
    g_debug ("half a line is left in %s", journal->path);
  return FALSE;
}

/* All that waits, or nothing of it.  */
static void
journal_write (EngineDisk *disk, Journal *journal)
{
  GString *lines = journal->writer.lines;

  if (lines->len == 0)
    return;
  if (!write_lines (journal)) {
    journal_failed (disk, journal);
    return;
  }
  journal->length += (off_t) lines->len;
  g_string_truncate (lines, 0);
  if (journal->due_us == G_MAXINT64)
    journal->due_us = g_get_monotonic_time () + SYNC_US;
}

static void
journal_sync (EngineDisk *disk, Journal *journal)
{
  journal->due_us = G_MAXINT64;
  journal_write (disk, journal);
  if (journal->writer.lines->len > 0)
    return; /* failed again, and told */
  journal->due_us = G_MAXINT64;
  if (journal->file < 0 || fdatasync (journal->file) == 0) {
    works_again (disk);
    return;
  }
  journal->reason = errno;
  journal_failed (disk, journal);
}

/* The journal of an autosave that has just been written, in the place of the one before.  */
static void
journal_begin (EngineDisk *disk, guint slot, const ScenarioSave *save)
{
  Journal *journal = g_new0 (Journal, 1), *old;
  ScenarioJournalHead head;

  scenario_journal_head_of (&head, save);
  scenario_journal_writer_init (&journal->writer, &head);
  journal->begun_us = head.begun_us;
  journal->due_us = G_MAXINT64;
  journal->path = scenario_ring_journal_path (disk->ring, slot);
  journal->file = -1;
  old = find_journal (disk, head.begun_us);
  if (old != NULL) {
    journal_sync (disk, old);
    g_ptr_array_remove (disk->journals, old);
  }
  g_ptr_array_add (disk->journals, journal);
  journal_write (disk, journal);
}

static void
add_entries (EngineDisk *disk, gint64 begun_us, GArray *entries)
{
  Journal *journal = find_journal (disk, begun_us);

  if (journal == NULL)
    return; /* no autosave was written yet: there is nothing to go on from */
  for (guint i = 0; i < entries->len; i++)
    scenario_journal_writer_add (&journal->writer,
                                 &g_array_index (entries, ScenarioJournalEntry, i));
  journal_write (disk, journal);
}

/* ---- Saves and replays --------------------------------------------------------------------- */

static void
autosave (EngineDisk *disk, ScenarioSave *save)
{
  g_autoptr (GError) error = NULL;
  guint slot;

  if (!scenario_ring_write (disk->ring, save, &slot, &error)) {
    tell_failed (disk, error->message);
    scenario_ring_sweep (disk->saves);
    return; /* the journal of the one before goes on */
  }
  works_again (disk);
  journal_begin (disk, slot, save);
}

static void
save_to (EngineDisk *disk, ScenarioSave *save, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  save->log->session.number = 0;
  save->log->session.written_us = g_get_real_time ();
  if (scenario_save_write (save, path, &error))
    tell (disk, ENGINE_TIDINGS_SAVED, path);
  else
    tell (disk, ENGINE_TIDINGS_SAVE_FAILED, error->message);
  tell (disk, ENGINE_TIDINGS_CHANGED, NULL);
}

/* "2025-06-11-101512-training.h1replay": when it was begun, and the battle's id or file.  */
static char *
replay_path (EngineDisk *disk, const ScenarioReplay *replay)
{
  g_autoptr (GDateTime) begun =
      g_date_time_new_from_unix_local (replay->session.begun_us / G_USEC_PER_SEC);
  g_autofree char *date = g_date_time_format (begun, "%Y-%m-%d-%H%M%S");
  g_autofree char *base = g_path_get_basename (replay->scenario);
  g_autofree char *name = NULL;

  *strchrnul (base, '.') = '\0';
  g_strcanon (base, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", '-');
  name = g_strdup_printf ("%s-%.60s.h1replay", date, base);
  return g_build_filename (disk->replays, name, NULL);
}

static void
keep_replay (EngineDisk *disk, ScenarioReplay *replay)
{
  g_autofree char *path = replay_path (disk, replay);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (disk->replays, 0700);
  replay->session.written_us = g_get_real_time ();
  if (!scenario_replay_save (replay, path, &error))
    tell_failed (disk, error->message);
}

static void
close_battle (EngineDisk *disk, gint64 begun_us)
{
  Journal *journal = find_journal (disk, begun_us);

  if (journal != NULL) {
    journal_sync (disk, journal);
    g_ptr_array_remove (disk->journals, journal);
  }
  tell (disk, ENGINE_TIDINGS_CHANGED, NULL);
}

void
engine_disk_take (EngineDisk *disk, EngineParcel *parcel)
{
  switch (parcel->kind) {
  case ENGINE_PARCEL_AUTOSAVE:
    autosave (disk, parcel->save);
    break;
  case ENGINE_PARCEL_SAVE:
    save_to (disk, parcel->save, parcel->path);
    break;
  case ENGINE_PARCEL_ENTRIES:
    add_entries (disk, parcel->begun_us, parcel->entries);
    break;
  case ENGINE_PARCEL_REPLAY:
    keep_replay (disk, parcel->replay);
    break;
  case ENGINE_PARCEL_CLOSE:
    close_battle (disk, parcel->begun_us);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* ---- Time ---------------------------------------------------------------------------------- */

gint64
engine_disk_next_us (EngineDisk *disk)
{
  gint64 next_us = G_MAXINT64;

  for (guint i = 0; i < disk->journals->len; i++)
    next_us = MIN (next_us, ((Journal *) g_ptr_array_index (disk->journals, i))->due_us);
  return next_us;
}

void
engine_disk_sync_due (EngineDisk *disk)
{
  gint64 now_us = g_get_monotonic_time ();

  for (guint i = 0; i < disk->journals->len; i++) {
    Journal *journal = g_ptr_array_index (disk->journals, i);

    if (journal->due_us <= now_us)
      journal_sync (disk, journal);
  }
}

EngineDisk *
engine_disk_new (const char *saves_folder, const char *replays_folder, EngineBox *out)
{
  EngineDisk *disk = g_new0 (EngineDisk, 1);

  disk->saves = g_strdup (saves_folder);
  disk->replays = g_strdup (replays_folder);
  disk->out = out;
  disk->ring = scenario_ring_new (saves_folder);
  disk->journals = g_ptr_array_new_with_free_func ((GDestroyNotify) journal_free);
  return disk;
}

void
engine_disk_free (EngineDisk *disk)
{
  g_ptr_array_unref (disk->journals);
  scenario_ring_free (disk->ring);
  g_free (disk->saves);
  g_free (disk->replays);
  g_free (disk);
}

void
engine_disk_open (EngineDisk *disk)
{
  scenario_ring_sweep (disk->saves);
  scenario_ring_sweep (disk->replays);
  scenario_ring_read (disk->ring);
}

void
engine_disk_close (EngineDisk *disk)
{
  for (guint i = 0; i < disk->journals->len; i++)
    journal_sync (disk, g_ptr_array_index (disk->journals, i));
  g_ptr_array_set_size (disk->journals, 0);
}
