/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-library-page.h"
#include "engine/engine-preview.h"
#include "ui/library/handler-library-card.h"
#include "ui/library/handler-random-dialog.h"
#include "scenario/scenario-kept.h"
#include "ui/library/handler-library-kept.h"
#include "ui/map/handler-map-relief.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>

struct _HandlerLibraryPage {
  AdwNavigationPage parent_instance;
  GCancellable *cancellable;
  guint n_cards;
  guint n_kept;        /* of them what was played: the last ones */
  guint passed_over;  /* autosaves that are not offered, as bits */
  ScenarioOffer *offer; /* (owned) (nullable) */
  int next_thumbnail; /* card whose map is made next: one at a time, in the background */

  GtkWidget *note;
  char *opened; /* path of the card that was opened last */
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkLabel *count;
  GtkScrolledWindow *scrolled;
  GtkFlowBox *flow;
  GtkWidget *kept;
  AdwActionRow *offer_row;
  AdwActionRow *damage_row;
};

G_DEFINE_FINAL_TYPE (HandlerLibraryPage, handler_library_page, ADW_TYPE_NAVIGATION_PAGE)

enum { SIGNAL_OPEN, SIGNAL_PROBLEMS, SIGNAL_CONTINUE, SIGNAL_LOADED, SIGNAL_KEPT_LOADED, N_SIGNALS };
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
  g_autoptr (ScenarioBattle) scenario = handler_library_load_battle (path, &error);

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

static gboolean
is_wanted (HandlerLibraryPage *self, GtkFlowBoxChild *card)
{
  const char *words = gtk_editable_get_text (self->search_entry);

  return words[0] == '\0' || handler_library_card_matches (HANDLER_LIBRARY_CARD (card), words);
}

static void
show_count (HandlerLibraryPage *self)
{
  GtkFlowBoxChild *card;
  g_autofree char *count = NULL;
  guint n_wanted = 0;

  for (int i = 0; (card = gtk_flow_box_get_child_at_index (self->flow, i)) != NULL; i++)
    n_wanted += is_wanted (self, card) ? 1 : 0;
  count = g_strdup_printf ("%u", n_wanted);
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n_wanted > 0        ? "some"
                                                 : self->n_cards > 0 ? "nothing"
                                                                     : "none");
}

static void
fill (HandlerLibraryPage *self, GPtrArray *entries)
{
  GtkFlowBoxChild *first;

  gtk_flow_box_remove_all (self->flow);
  self->n_cards = self->n_kept = 0;
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
  handler_library_page_reload_kept (self);
  first = gtk_flow_box_get_child_at_index (self->flow, 0);
  if (first != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (first));
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* ---- What was played -------------------------------------------------------------------------- */

/* More are found in the folder.  */
#define MOST_KEPT 24

typedef struct {
  ScenarioOffer *offer;
  GPtrArray *kept;
  GHashTable *results;
} Kept;

static void
kept_free (Kept *kept)
{
  g_clear_pointer (&kept->offer, scenario_offer_free);
  g_clear_pointer (&kept->kept, g_ptr_array_unref);
  g_clear_pointer (&kept->results, g_hash_table_unref);
  g_free (kept);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

static void
kept_thread (GTask *task, gpointer source, gpointer without, GCancellable *cancellable)
{
  g_autofree char *folder = scenario_saves_folder ();
  Kept *kept = g_new0 (Kept, 1);

  kept->offer = scenario_offer_find (folder, GPOINTER_TO_UINT (without));
  kept->kept = scenario_kept_find ();
  kept->results = scenario_results_find ();
  g_task_return_pointer (task, kept, (GDestroyNotify) kept_free);
}

static void
show_damage (HandlerLibraryPage *self, const GPtrArray *problems)
{
  guint n = problems->len;
  g_autofree char *title
      /* Translators: autosaves that are damaged, or of a battle that has changed. */
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u autosave can not be used",
                                      "%u autosaves can not be used", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->damage_row), n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->damage_row), title);
  adw_action_row_set_subtitle (self->damage_row, n > 0 ? g_ptr_array_index (problems, 0) : "");
}

/* The offer has the focus when the page has: Enter goes on.  */
static void
show_offer (HandlerLibraryPage *self)
{
  const ScenarioOffer *offer = self->offer;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
                       && gtk_widget_get_focus_child (GTK_WIDGET (self->flow)) != NULL;
  g_autofree char *title = handler_library_offer_title (offer);
  g_autofree char *facts = handler_library_offer_facts (offer);
  gboolean is_new = g_strcmp0 (facts, adw_action_row_get_subtitle (self->offer_row)) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->offer_row), offer->path != NULL);
  gtk_widget_set_visible (self->kept, offer->path != NULL || offer->problems->len > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->offer_row), title);
  adw_action_row_set_subtitle (self->offer_row, facts);
  show_damage (self, offer->problems);
  /* Who left a battle finds at once how to go on with it.  */
  if (offer->path != NULL && is_new)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  if (offer->path != NULL && had_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->offer_row));
}

static void
remove_kept_cards (HandlerLibraryPage *self)
{
  for (; self->n_kept > 0; self->n_kept--, self->n_cards--) {
    GtkFlowBoxChild *last
        = gtk_flow_box_get_child_at_index (self->flow, (int) self->n_cards - 1);

    gtk_flow_box_remove (self->flow, GTK_WIDGET (last));
  }
}

static void
show_kept (HandlerLibraryPage *self, const GPtrArray *all)
{
  gboolean idle;

  remove_kept_cards (self);
  /* All maps are made, or the one that is being made was of a card that has gone.  */
  idle = self->next_thumbnail > (int) self->n_cards;
  if (idle)
    self->next_thumbnail = (int) self->n_cards;
  for (guint i = 0; i < MIN (all->len, MOST_KEPT); i++) {
    gtk_flow_box_append (self->flow, handler_library_kept_card (g_ptr_array_index (all, i)));
    self->n_kept++;
    self->n_cards++;
  }
  show_count (self);
  if (idle)
    next_thumbnail (self);
}

static void
show_results (HandlerLibraryPage *self, GHashTable *results)
{
  for (guint i = 0; i < self->n_cards - self->n_kept; i++) {
    GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->flow, (int) i);
    HandlerLibraryCard *card = HANDLER_LIBRARY_CARD (child);
    const char *id = handler_library_card_get_id (card);

    handler_library_card_set_last_result (
        card, id != NULL ? g_hash_table_lookup (results, id) : NULL);
  }
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerLibraryPage) self = handler_weak_take (user_data);
  g_autoptr (Kept) kept = g_task_propagate_pointer (G_TASK (result), NULL);

  if (kept == NULL || self == NULL || self->flow == NULL)
    return;
  g_clear_pointer (&self->offer, scenario_offer_free);
  self->offer = g_steal_pointer (&kept->offer);
  show_kept (self, kept->kept);
  show_results (self, kept->results);
  show_offer (self);
  g_signal_emit (self, signals[SIGNAL_KEPT_LOADED], 0);
}

static void
read_kept (HandlerLibraryPage *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, kept_cb, handler_weak_new (self));

  g_task_set_task_data (task, GUINT_TO_POINTER (self->passed_over), NULL);
  g_task_run_in_thread (task, kept_thread);
}

/* Something was written: what lies in a place may be another autosave than the one passed over.  */
void
handler_library_page_reload_kept (HandlerLibraryPage *self)
{
  g_return_if_fail (HANDLER_IS_LIBRARY_PAGE (self));
  self->passed_over = 0;
  read_kept (self);
}

void
handler_library_page_pass_over (HandlerLibraryPage *self, guint slot)
{
  g_return_if_fail (HANDLER_IS_LIBRARY_PAGE (self));
  self->passed_over |= 1u << slot;
  read_kept (self);
}

const char *
handler_library_page_get_offer (HandlerLibraryPage *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_PAGE (self), NULL);
  return self->offer == NULL ? NULL : self->offer->path;
}

static void
offer_activated_cb (HandlerLibraryPage *self)
{
  if (self->offer != NULL && self->offer->path != NULL)
    g_signal_emit (self, signals[SIGNAL_CONTINUE], 0, self->offer->path, self->offer->slot);
}

static void
damage_activated_cb (HandlerLibraryPage *self)
{
  g_autofree char *text = handler_library_damage_text (self->offer);

  g_signal_emit (self, signals[SIGNAL_PROBLEMS], 0,
                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->damage_row)), text);
}

/* ---- Reading it ------------------------------------------------------------------------------- */

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
open_card (HandlerLibraryPage *self, HandlerLibraryCard *card)
{
  g_set_str (&self->opened, handler_library_card_get_path (card));
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, self->opened);
}

static void
card_activated_cb (HandlerLibraryPage *self, GtkFlowBoxChild *child)
{
  HandlerLibraryCard *card = HANDLER_LIBRARY_CARD (child);

  if (handler_library_card_get_failed (card))
    g_signal_emit (self, signals[SIGNAL_PROBLEMS], 0, handler_library_card_get_title (card),
                   handler_library_card_get_problems (card));
  else
    open_card (self, card);
}

static gboolean
filter_cb (GtkFlowBoxChild *child, gpointer user_data)
{
  return is_wanted (user_data, child);
}

static void
search_changed_cb (HandlerLibraryPage *self)
{
  gtk_flow_box_invalidate_filter (self->flow);
  show_count (self);
}

/* Enter opens what was found first.  */
static void
search_activated_cb (HandlerLibraryPage *self)
{
  GtkFlowBoxChild *card;

  for (int i = 0; (card = gtk_flow_box_get_child_at_index (self->flow, i)) != NULL; i++)
    if (is_wanted (self, card)) {
      card_activated_cb (self, card);
      return;
    }
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

GtkWidget *
handler_library_page_get_default (HandlerLibraryPage *self)
{
  GtkFlowBoxChild *card;

  g_return_val_if_fail (HANDLER_IS_LIBRARY_PAGE (self), NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self->offer_row)))
    return GTK_WIDGET (self->offer_row);
  for (int i = 0; (card = gtk_flow_box_get_child_at_index (self->flow, i)) != NULL; i++)
    if (g_strcmp0 (handler_library_card_get_path (HANDLER_LIBRARY_CARD (card)), self->opened) == 0)
      return GTK_WIDGET (card);
  card = gtk_flow_box_get_child_at_index (self->flow, 0);
  return card != NULL ? GTK_WIDGET (card) : GTK_WIDGET (self);
}

guint
handler_library_page_get_n_cards (HandlerLibraryPage *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_PAGE (self), 0);
  return self->n_cards;
}

/* ---- Class ------------------------------------------------------------------------------------ */

static void
note_clicked_cb (HandlerLibraryPage *self)
{
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_grab_focus (handler_library_page_get_default (self));
}

void
handler_library_page_set_settings (HandlerLibraryPage *self, GSettings *settings)
{
  g_return_if_fail (HANDLER_IS_LIBRARY_PAGE (self));
  g_settings_bind (settings, "content-note", self->note, "visible", G_SETTINGS_BIND_DEFAULT);
}

static void
handler_library_page_dispose (GObject *object)
{
  HandlerLibraryPage *self = HANDLER_LIBRARY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->offer, scenario_offer_free);
  g_clear_pointer (&self->opened, g_free);
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
  signals[SIGNAL_CONTINUE]
      = g_signal_new ("continue", HANDLER_TYPE_LIBRARY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[SIGNAL_KEPT_LOADED]
      = g_signal_new ("kept-loaded", HANDLER_TYPE_LIBRARY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", HANDLER_TYPE_LIBRARY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/library/handler-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, note);
  gtk_widget_class_bind_template_callback (widget_class, note_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, count);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, flow);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, kept);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, offer_row);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryPage, damage_row);
  gtk_widget_class_bind_template_callback (widget_class, offer_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, damage_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
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
