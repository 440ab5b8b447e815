/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks and the pencil on the battle page: setting them by words, renaming, deleting, and taking that back.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/battle/handler-panel-window.h"
#include "ui/widgets/handler-dialog.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

static const PictureView *
view_of (HandlerBattlePage *self)
{
  return &engine_battle_get_frame (self->battle)->view;
}

void
handler_battle_page_mark_place (HandlerBattlePage *self, BaseVec at)
{
  const PictureSheet *sheet = engine_battle_get_sheet (self->battle);
  g_autofree char *words = handler_marks_words (engine_battle_get_book (self->battle),
                                                view_of (self), sheet->width_m, sheet->height_m, at);

  if (words != NULL)
    handler_order_line_set_text (self->order_line, words);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* ---- Taking back ------------------------------------------------------------------------------- */

typedef struct {
  HandlerBattlePage *page; /* (owned) */
  PictureEdit edit;
  guint of; /* an undo: the kind of what it takes back */
} Back;

static void
back_free (gpointer data, GClosure *closure)
{
  Back *back = data;

  g_object_unref (back->page);
  g_free (back);
}

static void
back_cb (AdwToast *toast, Back *back)
{
  if (back->page->battle == NULL)
    return;
  /* Something else was done in words since, which the button does not speak of.  */
  if (back->edit.kind == PICTURE_EDIT_UNDO && view_of (back->page)->undo_kind != back->of)
    gtk_widget_error_bell (GTK_WIDGET (back->page));
  else
    engine_battle_edit_picture (back->page->battle, &back->edit);
}

/* Told, and with what takes it back: whatever is done to the map in the meantime stays.  */
static void
tell (HandlerBattlePage *self, const char *text, const PictureEdit *edit, guint of)
{
  GtkWidget *overlay = handler_panel_window_find_toasts (GTK_WIDGET (self));
  AdwToast *toast;
  Back *back;

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (overlay == NULL)
    return;
  /* The last change is the one that can be taken back, at once.  */
  if (self->mark_toast != NULL)
    adw_toast_dismiss (self->mark_toast);
  toast = adw_toast_new (text);
  g_set_weak_pointer (&self->mark_toast, toast);
  back = g_new (Back, 1);
  *back = (Back){g_object_ref (self), *edit, of};
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, C_("air queue", "_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (back_cb), back, back_free,
                         G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* ---- Deleting ---------------------------------------------------------------------------------- */

static HandlerMark *
place_of (HandlerBattlePage *self, GVariant *parameter)
{
  return handler_marks_find (self->marks, HANDLER_MARK_PLACE, g_variant_get_uint32 (parameter));
}

void
handler_battle_page_mark_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  HandlerMark *mark = place_of (self, parameter);
  PictureEdit edit = {.kind = PICTURE_EDIT_UNMARK};
  PictureEdit back = {.kind = PICTURE_EDIT_MARK};
  g_autofree char *text = NULL;

  if (mark == NULL)
    return;
  g_strlcpy (edit.name, handler_mark_get_name (mark), sizeof edit.name);
  g_strlcpy (back.name, edit.name, sizeof back.name);
  back.position = handler_mark_get_position (mark);
  back.precise_m = handler_mark_get_precise_m (mark);
  if (!engine_battle_edit_picture (self->battle, &edit))
    return;
  /* Translators: a marked place is gone; its name. */
  text = g_strdup_printf (C_("mark", "Mark %s deleted"), edit.name);
  tell (self, text, &back, PICTURE_N_EDITS);
}

/* ---- The pencil -------------------------------------------------------------------------------- */

/* Nothing to do it with: why, or only a bell.  */
static gboolean
can_not (HandlerBattlePage *self, const PictureEdit *edit)
{
  const PictureView *view = view_of (self);

  switch (edit->kind) {
  case PICTURE_EDIT_DRAW:
    if (view->n_strokes < PICTURE_MAX_STROKES)
      return FALSE;
    engine_battle_notice (self->battle, C_("pencil", "The map bears no more lines: rub some out."));
    return TRUE;
  case PICTURE_EDIT_ERASE:
    return picture_view_stroke (view, edit->track) == NULL;
  case PICTURE_EDIT_CLEAR:
    return view->n_strokes == 0;
  case PICTURE_EDIT_UNDO:
    return view->n_undo == 0;
  case PICTURE_EDIT_REDO:
    return view->n_redo == 0;
  default:
    return FALSE;
  }
}

/* A line that is drawn is seen, and the map has said it: nothing more.  */
static void
tell_edit (HandlerBattlePage *self, guint kind)
{
  const PictureEdit back = {.kind = PICTURE_EDIT_UNDO};

  if (kind == PICTURE_EDIT_ERASE || kind == PICTURE_EDIT_CLEAR) {
    tell (self,
          kind == PICTURE_EDIT_ERASE ? C_("pencil", "Line rubbed out")
                                     : C_("pencil", "All lines rubbed out"),
          &back, kind);
    return;
  }
  if (self->mark_toast != NULL)
    adw_toast_dismiss (self->mark_toast);
  if (kind == PICTURE_EDIT_UNDO || kind == PICTURE_EDIT_REDO)
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             kind == PICTURE_EDIT_UNDO ? C_("pencil", "Taken back")
                                                       : C_("pencil", "Done again"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
handler_battle_page_edit (HandlerBattlePage *self, const PictureEdit *edit)
{
  if (self->battle == NULL)
    return;
  if (can_not (self, edit) || !engine_battle_edit_picture (self->battle, edit))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    tell_edit (self, edit->kind);
}

void
handler_battle_page_stroke_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const PictureEdit edit = {.kind = PICTURE_EDIT_ERASE,
                            .track = g_variant_get_uint32 (parameter)};

  handler_battle_page_edit (HANDLER_BATTLE_PAGE (widget), &edit);
}

/* ---- Renaming ---------------------------------------------------------------------------------- */

#define ENTRY "handler-entry"
#define NUMBER "handler-number"
#define PROBLEM "handler-problem"

static void
rename_to (HandlerBattlePage *self, guint number, const char *name)
{
  HandlerMark *mark = handler_marks_find (self->marks, HANDLER_MARK_PLACE, number);
  PictureEdit edit = {.kind = PICTURE_EDIT_RENAME, .track = number};
  PictureEdit back = edit;
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;

  if (mark == NULL || g_str_equal (handler_mark_get_name (mark), name)
      || !handler_marks_take_name (engine_battle_get_book (self->battle), view_of (self), name,
                                   edit.name, &problem))
    return;
  g_strlcpy (back.name, handler_mark_get_name (mark), sizeof back.name);
  if (!engine_battle_edit_picture (self->battle, &edit))
    return;
  /* Translators: a marked place has another name: the old one, the new one. */
  text = g_strdup_printf (C_("mark", "%1$s is now %2$s"), back.name, edit.name);
  tell (self, text, &back, PICTURE_N_EDITS);
}

static void
rename_response_cb (HandlerBattlePage *self, const char *response, AdwAlertDialog *dialog)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), ENTRY);

  if (g_str_equal (response, "rename") && self->battle != NULL)
    rename_to (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), NUMBER)),
               gtk_editable_get_text (entry));
}

/* Says as one types why a name can not be had.  */
static void
rename_changed_cb (HandlerBattlePage *self, GtkEditable *entry)
{
  AdwAlertDialog *dialog =
      ADW_ALERT_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (entry), ADW_TYPE_ALERT_DIALOG));
  GtkLabel *label = dialog == NULL ? NULL : g_object_get_data (G_OBJECT (dialog), PROBLEM);
  g_autofree char *problem = NULL;
  char taken[PICTURE_NAME_SIZE];
  gboolean fits;

  if (label == NULL || self->battle == NULL)
    return;
  fits = handler_marks_take_name (engine_battle_get_book (self->battle), view_of (self),
                                  gtk_editable_get_text (entry), taken, &problem);
  adw_alert_dialog_set_response_enabled (dialog, "rename", fits);
  gtk_label_set_label (label, fits ? "" : problem);
}

static GtkWidget *
rename_content (HandlerBattlePage *self, AdwAlertDialog *dialog, const char *name)
{
  GtkWidget *box = adw_alert_dialog_get_extra_child (dialog);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *problem = gtk_label_new (NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("mark", "Name"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  problem, NULL, -1);
  gtk_label_set_wrap (GTK_LABEL (problem), TRUE);
  gtk_widget_add_css_class (problem, "dimmed");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), problem);
  g_object_set_data (G_OBJECT (dialog), ENTRY, entry);
  g_object_set_data (G_OBJECT (dialog), PROBLEM, problem);
  g_signal_connect_object (entry, "changed", G_CALLBACK (rename_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return entry;
}

void
handler_battle_page_mark_rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  HandlerMark *mark = place_of (self, parameter);
  AdwAlertDialog *dialog;
  GtkWidget *entry;

  if (mark == NULL)
    return;
  dialog = handler_dialog_new (C_("dialog", "Rename the Mark"), NULL);
  entry = rename_content (self, dialog, handler_mark_get_name (mark));
  g_object_set_data (G_OBJECT (dialog), NUMBER, GUINT_TO_POINTER (handler_mark_get_id (mark)));
  adw_alert_dialog_add_responses (dialog, "cancel", C_("dialog", "_Cancel"), "rename",
                                  C_("dialog", "_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "rename");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_response_cb), self,
                           G_CONNECT_SWAPPED);
  /* Mapped, the dialog focuses its default button.  */
  g_signal_connect_object (dialog, "map", G_CALLBACK (gtk_widget_grab_focus), entry,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (handler_squad_panel_focus_list),
                           self->squad_panel, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}
