/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tape or a passage of it as files of the person's own.  */
#include "ui/tapes/handler-tape-page-private.h"

#include "scenario/scenario-writer.h"
#include "ui/widgets/handler-weak.h"
#include "ui/widgets/handler-working.h"
#include "voice/voice-export.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is to be written.  */
typedef struct {
  HandlerTape *tape; /* (owned) */
  char *path;        /* (owned) */
  gboolean captions; /* else the sound */
  guint segment, at_ms, tape_ms;
  guint length_ms;   /* 0: to the end */
  guint expected_ms; /* of sound */
  HandlerWorking *working;
  HandlerShare *share;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->tape);
  g_clear_pointer (&export->share, g_atomic_rc_box_release);
  g_free (export->path);
  g_free (export);
}

static gboolean
write_captions (const Export *export, GError **error)
{
  const ScenarioTapeFound *found = handler_tape_get_found (export->tape);
  g_autofree char *text
      = scenario_tape_captions (found->tape, export->tape_ms, export->length_ms);

  return scenario_file_write (export->path, text, strlen (text), error);
}

static void
written_cb (guint written_ms, gpointer data)
{
  const Export *export = data;

  handler_share_set (export->share, (double) written_ms / MAX (export->expected_ms, 1));
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;
  gboolean done;

  if (export->captions)
    done = write_captions (export, &error);
  else
    done = voice_export_tape (handler_tape_get_found (export->tape)->folder, export->segment,
                              export->at_ms, export->length_ms, export->path, written_cb, export,
                              cancellable, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerTapePage) self = handler_weak_take (user_data);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (export->path), *shown = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&export->working, handler_working_end);

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    shown = g_filename_display_name (name);
    /* Translators: name of a file. */
    text = g_strdup_printf (C_("tape", "Exported as “%s”"), shown);
  }
  if (self != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    handler_tape_page_tell (self, text != NULL ? text : error->message);
}

/* What is known of it: as far as the last words reach.  */
static guint
whole_ms (HandlerTape *tape)
{
  const ScenarioTape *lines = handler_tape_get_found (tape)->tape;
  guint ms = 0;

  for (guint i = 0; lines != NULL && i < lines->lines->len; i++) {
    const ScenarioTapeLine *line = g_ptr_array_index (lines->lines, i);

    ms = MAX (ms, line->tape_ms + line->length_ms);
  }
  return ms;
}

static void
cancel_cb (GCancellable *page, GCancellable *export)
{
  g_cancellable_cancel (export);
}

/* Takes `export`.  It can be cancelled by itself, and is when the page goes.  */
static void
begin (HandlerTapePage *self, Export *export)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, exported_cb, handler_weak_new (self));

  g_signal_connect_object (self->cancellable, "cancelled", G_CALLBACK (cancel_cb), cancellable,
                           G_CONNECT_DEFAULT);
  export->working = handler_working_new (GTK_WIDGET (self), C_("tape", "Writing the File"), cancellable);
  export->share = g_atomic_rc_box_acquire (handler_working_get_share (export->working));
  export->expected_ms = export->length_ms > 0 ? export->length_ms : whole_ms (export->tape);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_thread);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerTapePage) self = handler_weak_take (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  Export *export = g_object_steal_data (object, "handler-export");
  g_autoptr (GTask) task = NULL;

  export->path = file != NULL ? g_file_get_path (file) : NULL;
  if (self == NULL || export->path == NULL) {
    export_free (export);
    return;
  }
  begin (self, export);
}

/* "three-hills.ogg": the folder's name says when and which.  */
static char *
name_for (const Export *export)
{
  g_autofree char *base = g_path_get_basename (handler_tape_get_found (export->tape)->folder);
  g_autofree char *shown = g_filename_display_name (base);

  return g_strdup_printf ("%s%s", shown, export->captions ? ".vtt" : ".ogg");
}

/* Takes `export`, which has no path yet.  */
static void
ask (HandlerTapePage *self, Export *export)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = name_for (export);

  gtk_file_dialog_set_title (dialog, export->captions ? C_("dialog", "Export the Captions")
                                                      : C_("dialog", "Export the Sound"));
  gtk_file_dialog_set_initial_name (dialog, name);
  g_object_set_data (G_OBJECT (dialog), "handler-export", export);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        chosen_cb, handler_weak_new (self));
}

static Export *
export_new (HandlerTapePage *self)
{
  Export *export = g_new0 (Export, 1);

  export->tape = g_object_ref (self->tape);
  export->segment = 1;
  return export;
}

static void
sound_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerTapePage *self = HANDLER_TAPE_PAGE (widget);

  ask (self, export_new (self));
}

static void
captions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerTapePage *self = HANDLER_TAPE_PAGE (widget);
  Export *export;

  if (handler_tape_get_found (self->tape)->tape == NULL)
    return;
  export = export_new (self);
  export->captions = TRUE;
  ask (self, export);
}

static void
passage_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerTapePage *self = HANDLER_TAPE_PAGE (widget);
  const ScenarioTapeLine *first;
  Export *export;
  guint length_ms;

  if (!handler_tape_page_get_passage (self, &first, &length_ms))
    return;
  export = export_new (self);
  export->segment = first->segment;
  export->at_ms = first->at_ms;
  export->tape_ms = first->tape_ms;
  export->length_ms = length_ms;
  ask (self, export);
}

void
handler_tape_page_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tape.export-sound", NULL, sound_action);
  gtk_widget_class_install_action (widget_class, "tape.export-passage", NULL, passage_action);
  gtk_widget_class_install_action (widget_class, "tape.export-captions", NULL, captions_action);
}
