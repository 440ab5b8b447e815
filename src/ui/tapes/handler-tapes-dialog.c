/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tapes/handler-tapes-dialog.h"

#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>

struct _HandlerTapesDialog {
  AdwDialog parent_instance;
  VoicePlayer *player;   /* (owned) */
  GPtrArray *tapes;      /* (owned) (nullable) HandlerTape; NULL: not read yet */
  GPtrArray *deleted;    /* (owned) of them: gone from view, and to be removed unless undone */
  char *newest_of;       /* (nullable) the battle whose newest is to be opened */
  gboolean may_play;
  HandlerTapePage *page; /* (weak) that is shown */

  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  GtkEditable *search;
  GtkWidget *search_box;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HandlerTapesDialog, handler_tapes_dialog, ADW_TYPE_DIALOG)

static void
tell (HandlerTapesDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- The list --------------------------------------------------------------------------------- */

/* "3 lines have it".  */
static char *
hits_text (guint n)
{
  /* Translators: how many lines of a tape have the words searched for. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line has it", "%u lines have it", n), n);
}

static GtkWidget *
row_new (HandlerTape *tape, guint hits, gboolean searching)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = handler_tape_make_facts (tape);
  g_autofree char *found = searching ? hits_text (hits) : NULL;
  g_autofree char *subtitle
      = handler_text_facts (facts, found, handler_tape_get_found (tape)->problem, NULL);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), handler_tape_get_title (tape));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "handler-tape", g_object_ref (tape), g_object_unref);
  return row;
}

static gboolean
is_deleted (HandlerTapesDialog *self, HandlerTape *tape)
{
  return g_ptr_array_find (self->deleted, tape, NULL);
}

static void
show_tapes (HandlerTapesDialog *self)
{
  g_autofree char *wanted = scenario_tape_fold (gtk_editable_get_text (self->search));
  gboolean searching = *wanted != '\0';
  guint n = 0, n_shown = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; self->tapes != NULL && i < self->tapes->len; i++) {
    HandlerTape *tape = g_ptr_array_index (self->tapes, i);
    guint hits = searching ? handler_tape_count (tape, wanted) : 0;

    if (is_deleted (self, tape))
      continue;
    n++;
    if (searching && hits == 0)
      continue;
    n_shown++;
    gtk_list_box_append (self->list, row_new (tape, hits, searching));
  }
  gtk_widget_set_visible (self->search_box, self->tapes == NULL || n > 0);
  gtk_stack_set_visible_child_name (
      self->stack, self->tapes == NULL ? "loading" : n == 0 ? "none" : n_shown == 0 ? "nothing" : "some");
}

static void
search_changed_cb (HandlerTapesDialog *self)
{
  show_tapes (self);
}

/* ---- Deleting --------------------------------------------------------------------------------- */

static void
remove_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  GError *error = NULL;

  if (scenario_tapes_remove (folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
removed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerTapesDialog) self = handler_weak_take (user_data);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && self != NULL && self->toasts != NULL)
    tell (self, error->message);
}

/* For good.  */
static void
remove_tape (HandlerTapesDialog *self, HandlerTape *tape)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, removed_cb, handler_weak_new (self));

  g_task_set_task_data (task, g_strdup (handler_tape_get_found (tape)->folder), g_free);
  g_task_run_in_thread (task, remove_thread);
  if (self->tapes != NULL)
    g_ptr_array_remove (self->tapes, tape);
}

static void
undo_cb (HandlerTapesDialog *self, AdwToast *toast)
{
  g_ptr_array_remove (self->deleted, g_object_get_data (G_OBJECT (toast), "handler-tape"));
  show_tapes (self);
}

static void
dismissed_cb (HandlerTapesDialog *self, AdwToast *toast)
{
  HandlerTape *tape = g_object_get_data (G_OBJECT (toast), "handler-tape");

  if (!is_deleted (self, tape))
    return;
  remove_tape (self, tape);
  g_ptr_array_remove (self->deleted, tape);
}

static void
delete_tape (HandlerTapesDialog *self, HandlerTape *tape)
{
  AdwToast *toast = adw_toast_new (C_("tape", "The tape was deleted"));

  g_ptr_array_add (self->deleted, g_object_ref (tape));
  g_object_set_data_full (G_OBJECT (toast), "handler-tape", g_object_ref (tape), g_object_unref);
  adw_toast_set_button_label (toast, C_("tape", "_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  show_tapes (self);
}

/* Nothing can be undone once the dialog is closed.  */
static void
remove_deleted (HandlerTapesDialog *self)
{
  for (guint i = 0; i < self->deleted->len; i++)
    remove_tape (self, g_ptr_array_index (self->deleted, i));
  g_ptr_array_set_size (self->deleted, 0);
}

static void
page_delete_cb (HandlerTapesDialog *self, HandlerTapePage *page)
{
  g_autoptr (HandlerTape) tape = g_object_ref (handler_tape_page_get_tape (page));

  adw_navigation_view_pop_to_tag (self->navigation, "tapes");
  delete_tape (self, tape);
}

/* Delete on a row does what the page's menu does.  */
static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HandlerTapesDialog *self = user_data;
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL)
    return FALSE;
  delete_tape (self, g_object_get_data (G_OBJECT (row), "handler-tape"));
  return TRUE;
}

/* ---- One tape --------------------------------------------------------------------------------- */

static void
open_tape (HandlerTapesDialog *self, HandlerTape *tape)
{
  HandlerTapePage *page = handler_tape_page_new (tape, self->player);

  handler_tape_page_set_may_play (page, self->may_play);
  handler_tape_page_set_search (page, gtk_editable_get_text (self->search));
  g_signal_connect_object (page, "delete", G_CALLBACK (page_delete_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->page, page);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

static void
row_activated_cb (HandlerTapesDialog *self, GtkListBoxRow *row)
{
  open_tape (self, g_object_get_data (G_OBJECT (row), "handler-tape"));
}

static void
open_wanted (HandlerTapesDialog *self)
{
  g_autofree char *scenario = g_steal_pointer (&self->newest_of);

  for (guint i = 0; scenario != NULL && i < self->tapes->len; i++) {
    HandlerTape *tape = g_ptr_array_index (self->tapes, i);
    const ScenarioTape *read = handler_tape_get_found (tape)->tape;

    if (read != NULL && g_str_equal (read->head.scenario, scenario)) {
      open_tape (self, tape);
      return;
    }
  }
}

void
handler_tapes_dialog_open_newest (HandlerTapesDialog *self, const char *scenario)
{
  g_return_if_fail (HANDLER_IS_TAPES_DIALOG (self));

  g_set_str (&self->newest_of, scenario);
  if (self->tapes != NULL)
    open_wanted (self);
}

void
handler_tapes_dialog_set_may_play (HandlerTapesDialog *self, gboolean may_play)
{
  g_return_if_fail (HANDLER_IS_TAPES_DIALOG (self));

  self->may_play = may_play;
  if (self->page != NULL)
    handler_tape_page_set_may_play (self->page, may_play);
}

const char *
handler_tapes_dialog_get_state (HandlerTapesDialog *self)
{
  g_return_val_if_fail (HANDLER_IS_TAPES_DIALOG (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

/* ---- Reading ---------------------------------------------------------------------------------- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *folder = scenario_tapes_folder ();

  g_task_return_pointer (task, scenario_tapes_find (folder), (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerTapesDialog) self = handler_weak_take (user_data);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || self->list == NULL || found == NULL)
    return;
  self->tapes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (found, NULL); /* each is taken */
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->tapes, handler_tape_new (g_ptr_array_index (found, i)));
  show_tapes (self);
  open_wanted (self);
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
closed_cb (HandlerTapesDialog *self)
{
  if (self->player != NULL)
    voice_player_stop (self->player);
  remove_deleted (self);
}

static void
handler_tapes_dialog_dispose (GObject *object)
{
  HandlerTapesDialog *self = HANDLER_TAPES_DIALOG (object);

  closed_cb (self);
  g_clear_weak_pointer (&self->page);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_TAPES_DIALOG);
  g_clear_object (&self->player);
  G_OBJECT_CLASS (handler_tapes_dialog_parent_class)->dispose (object);
}

static void
handler_tapes_dialog_finalize (GObject *object)
{
  HandlerTapesDialog *self = HANDLER_TAPES_DIALOG (object);

  g_clear_pointer (&self->tapes, g_ptr_array_unref);
  g_ptr_array_unref (self->deleted);
  g_free (self->newest_of);
  G_OBJECT_CLASS (handler_tapes_dialog_parent_class)->finalize (object);
}

static void
handler_tapes_dialog_class_init (HandlerTapesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_tapes_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = handler_tapes_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/tapes/handler-tapes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerTapesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapesDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapesDialog, search);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapesDialog, search_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapesDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
handler_tapes_dialog_init (HandlerTapesDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->deleted = g_ptr_array_new_with_free_func (g_object_unref);
  self->may_play = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                        gtk_callback_action_new (delete_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

HandlerTapesDialog *
handler_tapes_dialog_new (VoicePlayer *player)
{
  HandlerTapesDialog *self = g_object_new (HANDLER_TYPE_TAPES_DIALOG, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, handler_weak_new (self));

  self->player = g_object_ref (player);
  g_task_run_in_thread (task, read_thread);
  return self;
}
