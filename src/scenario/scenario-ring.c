/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-ring.h"

#include "scenario/scenario-formats.h"
#include "scenario/scenario-journal.h"
#include "scenario/scenario-problems.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#define LOCK_TRIES   40
#define LOCK_WAIT_US 50000
/* What is younger may still be written, by somebody who does not hold the lock.  */
#define LEFT_BEHIND_US (60 * G_USEC_PER_SEC)

/* ---- Names --------------------------------------------------------------------------------- */

char *
scenario_saves_folder (void)
{
  return g_build_filename (scenario_user_dir (), "saves", NULL);
}

char *
scenario_replays_folder (void)
{
  return g_build_filename (scenario_user_dir (), "replays", NULL);
}

static char *
slot_path (const ScenarioRing *ring, guint slot, const char *ending)
{
  g_autofree char *name = g_strdup_printf ("autosave-%u.%s", slot + 1, ending);

  return g_build_filename (ring->folder, name, NULL);
}

char *
scenario_ring_save_path (const ScenarioRing *ring, guint slot)
{
  return slot_path (ring, slot, "h1save");
}

char *
scenario_ring_journal_path (const ScenarioRing *ring, guint slot)
{
  return slot_path (ring, slot, "h1journal");
}

char *
scenario_journal_path_of (const char *save_path)
{
  gsize length = strlen (save_path);

  if (g_str_has_suffix (save_path, ".h1save"))
    length -= strlen (".h1save");
  return g_strdup_printf ("%.*s.h1journal", (int) length, save_path);
}

ScenarioRing *
scenario_ring_new (const char *folder)
{
  ScenarioRing *ring = g_new0 (ScenarioRing, 1);

  ring->folder = g_strdup (folder);
  return ring;
}

static void
clear_slot (ScenarioRingSlot *slot)
{
  g_free (slot->problem);
  *slot = (ScenarioRingSlot){0};
}

void
scenario_ring_free (ScenarioRing *ring)
{
  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    clear_slot (&ring->slots[i]);
  g_free (ring->folder);
  g_free (ring);
}

/* ---- Reading ------------------------------------------------------------------------------- */

/* FALSE when nothing is there, which is not the same as that nothing can be seen.  */
static gboolean
look (const char *path, gint64 seen[3])
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return errno != ENOENT && errno != ENOTDIR;
  seen[0] = (gint64) status.st_ino;
  seen[1] = (gint64) status.st_size;
  seen[2] = (gint64) status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000;
  return TRUE;
}

/* All lie in one folder: a message begins with the name alone.  */
static void
set_problem (ScenarioRing *ring, guint slot, const char *message)
{
  gsize length = strlen (ring->folder);

  if (strncmp (message, ring->folder, length) == 0 && message[length] == G_DIR_SEPARATOR)
    message += length + 1;
  g_set_str (&ring->slots[slot].problem, message);
}

/* A journal of another save lies there until the next is begun.  */
static gboolean
goes_on (const ScenarioJournal *journal, const ScenarioRingSlot *slot)
{
  return journal->head.begun_us == slot->session.begun_us &&
         journal->head.number == slot->session.number;
}

static void
read_journal (ScenarioRing *ring, guint slot)
{
  ScenarioRingSlot *found = &ring->slots[slot];
  g_autofree char *path = scenario_ring_journal_path (ring, slot);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioJournal) journal = scenario_journal_read (path, problems, NULL);
  g_autoptr (GError) why = NULL;

  if (journal == NULL || !goes_on (journal, found))
    return;
  found->ended = scenario_journal_is_ended (journal);
  found->tick = MAX (found->tick, scenario_journal_last_tick (journal));
  if (!scenario_problems_fatal (problems))
    return;
  scenario_problems_to_error (problems, path, &why);
  set_problem (ring, slot, why->message);
}

static void
read_save (ScenarioRing *ring, guint slot, const char *path)
{
  ScenarioRingSlot *found = &ring->slots[slot];
  g_autoptr (GError) why = NULL;
  g_autoptr (ScenarioSave) save = scenario_save_load (path, &why);
  g_autoptr (ScenarioReplay) head = save == NULL ? scenario_replay_load_head (path, NULL) : NULL;

  if (save != NULL && save->log->session.number == 0)
    /* Translators: name of a file.  */
    found->problem = g_strdup_printf (_ ("%s: this is no autosave"), path + strlen (ring->folder) + 1);
  else if (save == NULL)
    set_problem (ring, slot, why->message);
  found->hidden = g_error_matches (why, SCENARIO_ERROR, SCENARIO_ERROR_READ);
  found->good = found->problem == NULL;
  if (save != NULL)
    found->session = save->log->session;
  else if (head != NULL)
    found->session = head->session;
  if (save != NULL)
    found->tick = save->log->end;
}

static void
read_slot (ScenarioRing *ring, guint slot)
{
  ScenarioRingSlot *found = &ring->slots[slot];
  g_autofree char *path = scenario_ring_save_path (ring, slot);
  gint64 seen[3] = {0};
  gboolean there = look (path, seen);

  if (there != found->there || found->hidden || memcmp (seen, found->seen, sizeof seen) != 0) {
    clear_slot (found);
    found->there = there;
    memcpy (found->seen, seen, sizeof seen);
    if (there)
      read_save (ring, slot, path);
  }
  if (found->good)
    read_journal (ring, slot);
}

void
scenario_ring_read (ScenarioRing *ring)
{
  for (guint slot = 0; slot < SCENARIO_RING_SLOTS; slot++)
    read_slot (ring, slot);
}

/* ---- Choosing ------------------------------------------------------------------------------ */

static gboolean
is_over (const ScenarioRing *ring, gint64 begun_us)
{
  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    if (ring->slots[i].ended && ring->slots[i].session.begun_us == begun_us)
      return TRUE;
  return FALSE;
}

static gboolean
is_last_of_battle (const ScenarioRing *ring, guint slot)
{
  const ScenarioSession *own = &ring->slots[slot].session;

  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    if (ring->slots[i].good && ring->slots[i].session.begun_us == own->begun_us &&
        ring->slots[i].session.number > own->number)
      return FALSE;
  return TRUE;
}

static gboolean
is_newest_good (const ScenarioRing *ring, guint slot)
{
  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    if (ring->slots[i].good && ring->slots[i].session.number > ring->slots[slot].session.number)
      return FALSE;
  return ring->slots[slot].good;
}

/* How dear it is: the least is written over.  */
static guint
worth (const ScenarioRing *ring, guint slot)
{
  const ScenarioRingSlot *found = &ring->slots[slot];

  if (!found->there)
    return 0;
  if (found->hidden)
    return 5;
  if (!found->good)
    return 1;
  if (is_newest_good (ring, slot))
    return 6;
  if (is_over (ring, found->session.begun_us))
    return 2;
  return is_last_of_battle (ring, slot) ? 4 : 3;
}

guint
scenario_ring_choose (const ScenarioRing *ring)
{
  guint best = 0;

  for (guint slot = 1; slot < SCENARIO_RING_SLOTS; slot++) {
    guint own = worth (ring, slot), least = worth (ring, best);

    if (own < least ||
        (own == least && ring->slots[slot].session.number < ring->slots[best].session.number))
      best = slot;
  }
  return best;
}

int
scenario_ring_newest (const ScenarioRing *ring, guint without)
{
  int newest = -1;

  for (guint slot = 0; slot < SCENARIO_RING_SLOTS; slot++)
    if (ring->slots[slot].good && (without & (1u << slot)) == 0 &&
        !is_over (ring, ring->slots[slot].session.begun_us) &&
        (newest < 0 || ring->slots[slot].session.number > ring->slots[newest].session.number))
      newest = (int) slot;
  return newest;
}

/* ---- Writing ------------------------------------------------------------------------------- */

/* Without a lock after some time, and where there can be none: a folder that can not be written to says
 * so when the save is.  */
static int
take_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ".lock", NULL);
  int lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  for (guint i = 0; lock >= 0 && i < LOCK_TRIES && flock (lock, LOCK_EX | LOCK_NB) != 0; i++)
    g_usleep (LOCK_WAIT_US);
  return lock;
}

static void
give_lock (int lock)
{
  if (lock >= 0)
    g_close (lock, NULL);
}

static guint
highest_number (const ScenarioRing *ring)
{
  guint highest = 0;

  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    highest = MAX (highest, ring->slots[i].session.number);
  return highest;
}

static gboolean
write_slot (ScenarioRing *ring, guint slot, ScenarioSave *save, GError **error)
{
  ScenarioRingSlot *found = &ring->slots[slot];
  g_autofree char *path = scenario_ring_save_path (ring, slot);
  gint64 seen[3] = {0};

  if (found->hidden) {
    g_set_error_literal (error, SCENARIO_ERROR, SCENARIO_ERROR_READ, found->problem);
    return FALSE;
  }
  if (!scenario_save_write (save, path, error))
    return FALSE;
  look (path, seen);
  clear_slot (found);
  found->there = found->good = TRUE;
  found->session = save->log->session;
  found->tick = save->log->end;
  memcpy (found->seen, seen, sizeof seen);
  return TRUE;
}

gboolean
scenario_ring_write (ScenarioRing *ring, ScenarioSave *save, guint *slot, GError **error)
{
  int lock;
  gboolean written;

  g_mkdir_with_parents (ring->folder, 0700);
  lock = take_lock (ring->folder);
  scenario_ring_read (ring);
  save->log->session.number = highest_number (ring) + 1;
  save->log->session.written_us = g_get_real_time ();
  *slot = scenario_ring_choose (ring);
  written = write_slot (ring, *slot, save, error);
  give_lock (lock);
  return written;
}

/* ---- What is left behind ------------------------------------------------------------------- */

/* As GLib names a file that is not whole yet: the name that it is to have, a dot, six of A-Z and 0-9.  */
static gboolean
is_half (const char *name)
{
  return g_regex_match_simple ("\\.(h1save|h1journal|h1replay)\\.[A-Z0-9]{6}$", name, 0, 0);
}

static gboolean
is_of_ring (const char *name)
{
  return g_str_has_prefix (name, "autosave-");
}

/* Nobody writes the ring who does not hold its lock.  */
static void
sweep_of_ring (const char *folder, const char *path)
{
  int lock = take_lock (folder);

  g_unlink (path);
  give_lock (lock);
}

static void
sweep_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gint64 seen[3];

  if (!is_half (name))
    return;
  if (is_of_ring (name))
    sweep_of_ring (folder, path);
  else if (look (path, seen) && g_get_real_time () - seen[2] > LEFT_BEHIND_US)
    g_unlink (path);
}

void
scenario_ring_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    sweep_file (folder, name);
}
