/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tape-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* How often the tapes are measured.  */
#define LOOK_US (20 * G_USEC_PER_SEC)
#define FINISH_US G_USEC_PER_SEC
/* Lines that may wait for a disk that takes nothing.  */
#define MOST_WAITING 10000

struct _TapeWriter {
  gatomicrefcount ref_count;
  ScenarioTapeHead head; /* owns its strings */
  guint64 bytes;
  GMainContext *context; /* (owned) the main one */
  TapeWriterEvents events;
  gpointer user_data;
  gboolean closed; /* (main) no event any more */

  GMutex lock; /* protects the four below */
  GCond changed;
  GQueue lines; /* (owned) char * */
  gboolean finishing, done;

  /* All below: (writer's thread) */
  int file;
  char *tapes, *folder; /* (owned) */
  gint64 look_us;
};

static TapeWriter *
ref (TapeWriter *writer)
{
  g_atomic_ref_count_inc (&writer->ref_count);
  return writer;
}

static void
unref (gpointer data)
{
  TapeWriter *writer = data;

  if (!g_atomic_ref_count_dec (&writer->ref_count))
    return;
  g_queue_clear_full (&writer->lines, g_free);
  g_mutex_clear (&writer->lock);
  g_cond_clear (&writer->changed);
  g_main_context_unref (writer->context);
  g_free (writer->head.scenario);
  g_free (writer->head.title);
  g_free (writer->tapes);
  g_free (writer->folder);
  g_free (writer);
}

/* ---- Telling the main thread ------------------------------------------------------------------ */

typedef struct {
  TapeWriter *writer; /* (owned) */
  void (*event) (const char *text, gpointer user_data);
  char *text;
} Telling;

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  if (!telling->writer->closed)
    telling->event (telling->text, telling->writer->user_data);
  return G_SOURCE_REMOVE;
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  unref (telling->writer);
  g_free (telling->text);
  g_free (telling);
}

static void
tell (TapeWriter *writer, void (*event) (const char *text, gpointer user_data), const char *text)
{
  Telling *telling = g_new (Telling, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  *telling = (Telling){ref (writer), event, g_strdup (text)};
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, telling, telling_free);
  g_source_attach (source, writer->context);
}

/* ---- The thread ------------------------------------------------------------------------------- */

static gboolean
fail (TapeWriter *writer, int reason)
{
  tell (writer, writer->events.failed, g_strerror (reason));
  return FALSE;
}

static gboolean
write_line (TapeWriter *writer, const char *line)
{
  gsize length = strlen (line);

  while (length > 0) {
    gssize written = write (writer->file, line, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return fail (writer, errno);
    line += written;
    length -= (gsize) written;
  }
  return TRUE;
}

static gboolean
begin (TapeWriter *writer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = scenario_tape_write_head (&writer->head), *path = NULL;

  scenario_tapes_make_room (writer->tapes, writer->bytes, NULL);
  writer->folder = scenario_tapes_make_folder (writer->tapes, &writer->head, &error);
  if (writer->folder == NULL) {
    tell (writer, writer->events.failed, error->message);
    return FALSE;
  }
  path = g_build_filename (writer->folder, SCENARIO_TAPE_INDEX, NULL);
  writer->file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (writer->file < 0)
    return fail (writer, errno);
  if (!write_line (writer, line))
    return FALSE;
  tell (writer, writer->events.ready, writer->folder);
  writer->look_us = g_get_monotonic_time () + LOOK_US;
  return TRUE;
}

/* The oldest tapes go; this one alone may be too much.  */
static gboolean
keep_bound (TapeWriter *writer)
{
  if (g_get_monotonic_time () < writer->look_us)
    return TRUE;
  writer->look_us = g_get_monotonic_time () + LOOK_US;
  if (scenario_tapes_make_room (writer->tapes, writer->bytes, writer->folder))
    return TRUE;
  tell (writer, writer->events.failed, C_("tape", "it has all the room that tapes may take"));
  return FALSE;
}

/* NULL: it is time to look after the others, or the end (then `*end`).  Newly allocated.  */
static char *
next_line (TapeWriter *writer, gboolean *end)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writer->lock);

  while (writer->lines.length == 0 && !writer->finishing)
    if (!g_cond_wait_until (&writer->changed, &writer->lock, writer->look_us))
      return NULL;
  *end = writer->lines.length == 0;
  return g_queue_pop_head (&writer->lines);
}

static void
run (TapeWriter *writer)
{
  gboolean end = FALSE;

  while (!end && keep_bound (writer)) {
    g_autofree char *line = next_line (writer, &end);

    if (line != NULL && !write_line (writer, line))
      return;
  }
}

static gpointer
writer_thread (gpointer data)
{
  TapeWriter *writer = data;

  if (begin (writer))
    run (writer);
  if (writer->file >= 0)
    close (writer->file);
  g_mutex_lock (&writer->lock);
  writer->done = TRUE;
  g_queue_clear_full (&writer->lines, g_free);
  g_cond_broadcast (&writer->changed);
  g_mutex_unlock (&writer->lock);
  unref (writer);
  return NULL;
}

/* ---- The main thread -------------------------------------------------------------------------- */

TapeWriter *
tape_writer_new (const ScenarioTapeHead *head, guint64 bytes, const TapeWriterEvents *events,
                 gpointer user_data)
{
  TapeWriter *writer = g_new0 (TapeWriter, 1);

  g_atomic_ref_count_init (&writer->ref_count);
  writer->head = *head;
  writer->head.scenario = g_strdup (head->scenario);
  writer->head.title = g_strdup (head->title);
  writer->bytes = bytes;
  writer->context = g_main_context_ref_thread_default ();
  writer->events = *events;
  writer->user_data = user_data;
  g_mutex_init (&writer->lock);
  g_cond_init (&writer->changed);
  g_queue_init (&writer->lines);
  writer->file = -1;
  writer->tapes = scenario_tapes_folder ();
  g_thread_unref (g_thread_new ("tape-index", writer_thread, ref (writer)));
  return writer;
}

void
tape_writer_add (TapeWriter *writer, char *line)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writer->lock);

  if (writer->done || writer->lines.length >= MOST_WAITING) {
    g_free (line);
    return;
  }
  g_queue_push_tail (&writer->lines, line);
  g_cond_broadcast (&writer->changed);
}

void
tape_writer_finish (TapeWriter *writer, gboolean wait)
{
  gint64 limit = g_get_monotonic_time () + (wait ? FINISH_US : 0);

  writer->closed = TRUE;
  g_mutex_lock (&writer->lock);
  writer->finishing = TRUE;
  g_cond_broadcast (&writer->changed);
  while (!writer->done && g_cond_wait_until (&writer->changed, &writer->lock, limit))
    ;
  g_mutex_unlock (&writer->lock);
  unref (writer);
}
