/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-library-page.h"
#include "engine/engine-preview.h"
#include "ui/library/handler-library-card.h"
#include "ui/library/handler-random-dialog.h"
#include "ui/map/handler-map-relief.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>

struct _HandlerLibraryPage {
  AdwNavigationPage parent_instance;
  GCancellable *cancellable;
  guint n_cards;
  int next_thumbnail; /* card whose map is made next: one at a time, in the background */

  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkLabel *count;
  GtkFlowBox *flow;
};

G_DEFINE_FINAL_TYPE (HandlerLibraryPage, handler_library_page, ADW_TYPE_NAVIGATION_PAGE)

enum { SIGNAL_OPEN, SIGNAL_PROBLEMS, SIGNAL_LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- Reading the catalogue -------------------------------------------------------------------- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, scenario_catalogue (), (GDestroyNotify) g_ptr_array_unref);
}

/* ---- Thumbnails ------------------------------------------------------------------------------- */

#define THUMBNAIL_WIDTH 296
#define THUMBNAIL_HEIGHT 160

static void next_thumbnail (HandlerLibraryPage *self);

static void
sheet_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (path, &error);

  if (scenario == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, engine_preview_sheet (scenario),
                           (GDestroyNotify) picture_sheet_free);
}

static void
painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerLibraryCard) card = user_data;
  g_autoptr (GdkTexture) texture = handler_map_relief_thumbnail_finish (result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (card), HANDLER_TYPE_LIBRARY_PAGE);

  if (texture != NULL)
    handler_library_card_set_thumbnail (card, GDK_PAINTABLE (texture));
  if (page != NULL)
    next_thumbnail (HANDLER_LIBRARY_PAGE (page));
}

static void
paint_thumbnail (HandlerLibraryPage *self, HandlerLibraryCard *card, const PictureSheet *sheet)
{
  handler_map_relief_thumbnail_async (sheet, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT,
                                      gtk_widget_get_scale_factor (GTK_WIDGET (card)),
                                      adw_style_manager_get_dark (adw_style_manager_get_default ()),
                                      self->cancellable, painted_cb, g_object_ref (card));
}

static void
sheet_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerLibraryCard) card = user_data;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (card), HANDLER_TYPE_LIBRARY_PAGE);
  PictureSheet *sheet = g_task_propagate_pointer (G_TASK (result), NULL);

  if (sheet != NULL && page != NULL)
    paint_thumbnail (HANDLER_LIBRARY_PAGE (page), card, sheet);
  g_clear_pointer (&sheet, picture_sheet_free);
}

static void
next_thumbnail (HandlerLibraryPage *self)
{
  g_autoptr (GTask) task = NULL;
  GtkFlowBoxChild *child;

  if (self->flow == NULL)
    return;
  while ((child = gtk_flow_box_get_child_at_index (self->flow, self->next_thumbnail++)) != NULL
         && handler_library_card_get_failed (HANDLER_LIBRARY_CARD (child)))
    ;
  if (child == NULL)
    return;
  task = g_task_new (NULL, self->cancellable, sheet_cb, g_object_ref (child));
  g_task_set_task_data (
      task, g_strdup (handler_library_card_get_path (HANDLER_LIBRARY_CARD (child))), g_free);
  g_task_run_in_thread (task, sheet_thread);
}

/* Maps follow light and dark.  */
static void
dark_changed_cb (HandlerLibraryPage *self)
{
  if (self->cancellable == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->next_thumbnail = 0;
  next_thumbnail (self);
}

/* ---- Cards ------------------------------------------------------------------------------------ */

static void
show_count (HandlerLibraryPage *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->n_cards);

  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, self->n_cards > 0 ? "some" : "none");
}

static void
fill (HandlerLibraryPage *self, GPtrArray *entries)
{
  GtkFlowBoxChild *first;

  gtk_flow_box_remove_all (self->flow);
  self->n_cards = 0;
  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);

    /* Campaigns are played elsewhere; a broken campaign file is still worth its card.  */
    if (g_strcmp0 (entry->kind, "campaign") == 0 && !scenario_problems_fatal (entry->problems))
      continue;
    gtk_flow_box_append (self->flow, handler_library_card_new (entry));
    self->n_cards++;
  }
  show_count (self);
  self->next_thumbnail = 0;
  next_thumbnail (self);
  first = gtk_flow_box_get_child_at_index (self->flow, 0);
  if (first != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (first));
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerLibraryPage) self = handler_weak_take (user_data);
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), NULL);

  if (entries != NULL && self != NULL && self->flow != NULL)
    fill (self, entries);
}

void
handler_library_page_reload (HandlerLibraryPage *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HANDLER_IS_LIBRARY_PAGE (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, read_cb, handler_weak_new (self));
  g_task_run_in_thread (task, read_thread);
}

/* ---- Choosing --------------------------------------------------------------------------------- */

static void
card_activated_cb (HandlerLibraryPage *self, GtkFlowBoxChild *child)
{
  HandlerLibraryCard *card = HANDLER_LIBRARY_CARD (child);

  if (handler_library_card_get_failed (card))
    g_signal_emit (self, signals[SIGNAL_PROBLEMS], 0, handler_library_card_get_title (card),
                   handler_library_card_get_problems (card));
  else
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, handler_library_card_get_path (card));
}

static gboolean
filter_cb (GtkFlowBoxChild *child, gpointer user_data)
{
  HandlerLibraryPage *self = user_data;
  const char *words = gtk_editable_get_text (self->search_entry);

  return words[0] == '\0' || handler_library_card_matches (HANDLER_LIBRARY_CARD (child), words);
}

static void
search_changed_cb (HandlerLibraryPage *self)
{
  gtk_flow_box_invalidate_filter (self->flow);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_library_page_reload (HANDLER_LIBRARY_PAGE (widget));
}

static void
random_made_cb (HandlerLibraryPage *self, const char *path)
{
  handler_library_page_reload (self);
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, path);
}

static void
random_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerRandomDialog *dialog = handler_random_dialog_new ();

  g_signal_connect (dialog, "made", G_CALLBACK (adw_dialog_close), NULL);
  g_signal_connect_object (dialog, "made", G_CALLBACK (random_made_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

const char *
handler_library_page_get_training (HandlerLibraryPage *self)
{
  GtkFlowBoxChild *child;

  g_return_val_if_fail (HANDLER_IS_LIBRARY_PAGE (self), NULL);
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->flow, i)) != NULL; i++)
    if (handler_library_card_get_training (HANDLER_LIBRARY_CARD (child)))
      return handler_library_card_get_path (HANDLER_LIBRARY_CARD (child));
  return NULL;
}

guint
handler_library_page_get_n_cards (HandlerLibraryPage *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_PAGE (self), 0);
  return self->n_cards;
}

/* ---- Class ------------------------------------------------------------------------------------ */

static void
handler_library_page_dispose (GObject *object)
{
  HandlerLibraryPage *self = HANDLER_LIBRARY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_LIBRARY_PAGE);
  G_OBJECT_CLASS (handler_library_page_parent_class)->dispose (object);
}

static void
handler_library_page_class_init (HandlerLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_library_page_dispose;
  signals[SIGNAL_OPEN] = g_signal_new ("open", HANDLER_TYPE_LIBRARY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_PROBLEMS]
      = g_signal_new ("problems", HANDLER_TYPE_LIBRARY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", HANDLER_TYPE_LIBRARY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/library/handler-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, count);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, flow);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_install_action (widget_class, "library.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "library.random", NULL, random_cb);
}

static void
handler_library_page_init (HandlerLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_flow_box_set_filter_func (self->flow, filter_cb, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (dark_changed_cb), self, G_CONNECT_SWAPPED);
  handler_library_page_reload (self);
}
