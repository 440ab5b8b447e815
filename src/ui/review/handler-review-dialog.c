/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/review/handler-review-dialog.h"

#include "ui/review/handler-review-data.h"
#include "ui/widgets/handler-row.h"
#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-weak.h"

#include <glib/gi18n.h>
#include <math.h>

struct _HandlerReviewDialog {
  AdwDialog parent_instance;
  HandlerReview *review;
  GCancellable *cancellable; /* of playing it again */
  HandlerShare *share;       /* of that, done */
  guint timer;               /* shows it */
  GtkProgressBar *progress;
  OrderBook *book;
  guint shown; /* moment, G_MAXUINT: none */

  GtkStack *stack;
  AdwStatusPage *failed;
  GtkRange *scale;
  GtkLabel *clock;
  GtkLabel *summary;
  GtkListBox *tracks;
  GtkListBox *own;
  GtkWidget *tracks_title;
};

/* How often what is done is looked at.  */
#define LOOK_MS 100

G_DEFINE_FINAL_TYPE (HandlerReviewDialog, handler_review_dialog, ADW_TYPE_DIALOG)

/* ---- Words -------------------------------------------------------------------------------------- */

static char *
clock_text (HandlerReviewDialog *self, SimTick t)
{
  g_autoptr (GDateTime) at =
      g_date_time_add_seconds (scenario_battle_get_start (self->review->scenario),
                               floor ((double) t / SIM_TICKS_PER_SECOND));

  return g_date_time_format (at, "%H:%M:%S");
}

static char *
place_text (HandlerReviewDialog *self, BaseVec at)
{
  char buffer[ORDER_GRID_LENGTH];
  float width_m, height_m;

  scenario_battle_get_size (self->review->scenario, &width_m, &height_m);
  return handler_text_isolate (order_grid_format (at, TRUE, width_m, height_m, buffer));
}

static char *
believed_text (HandlerReviewDialog *self, const HandlerBelief *belief)
{
  g_autofree char *place = place_text (self, belief->believed);
  g_autofree char *error = handler_text_distance (belief->error_m);
  g_autofree char *age = handler_text_age (belief->age_s);

  /* Translators: a place ("D06-5"), how far off it may be ("50 m"), how old that is ("12 s").  */
  return g_strdup_printf (C_("review", "Believed: %1$s ±%2$s, %3$s"), place, error, age);
}

static char *
true_text (HandlerReviewDialog *self, const HandlerBelief *belief)
{
  g_autofree char *place = NULL;
  g_autofree char *off = handler_text_distance (belief->off_m);
  g_autofree char *enemies = NULL;

  if (!belief->there)
    return g_strdup (C_("review", "True: nobody was near"));
  place = place_text (self, belief->truth);
  if (belief->track == 0)
    /* Translators: of a machine of ours: a place ("D06-2"), how far from where it was believed ("240 m").  */
    return g_strdup_printf (C_("review", "True: %1$s, %2$s off"), place, off);
  enemies = handler_text_enemies (
      scenario_battle_get_type_name (self->review->scenario, belief->true_type),
      belief->true_count, TRUE);
  /* Translators: who was there ("3 scouts"), a place ("D06-2"), how far from where they were believed ("240 m").  */
  return g_strdup_printf (C_("review", "True: %1$s, %2$s, %3$s off"), enemies, place, off);
}

static char *
title_text (HandlerReviewDialog *self, const HandlerBelief *belief)
{
  g_autofree char *enemies = NULL;
  char name[8];

  if (belief->track == 0)
    return g_strdup (order_book_spoken_name (self->book, belief->machine));
  enemies = handler_text_enemies (
      scenario_battle_get_type_name (self->review->scenario, belief->type), belief->count,
      belief->count_exact);
  return handler_text_facts (order_track_name (belief->track, name), enemies, NULL);
}

static char *
summary_text (const HandlerReviewMoment *moment)
{
  if (moment->n_unknown == 0)
    return g_strdup (C_("review", "You knew of everybody of the Legion."));
  return g_strdup_printf (
      /* Translators: after a battle: machines of the enemy that the player had no track of.  */
      g_dngettext (GETTEXT_PACKAGE, "%u machine of the Legion you knew nothing of.",
                   "%u machines of the Legion you knew nothing of.", moment->n_unknown),
      moment->n_unknown);
}

/* ---- A moment ------------------------------------------------------------------------------------ */

static void
add_belief (HandlerReviewDialog *self, const HandlerBelief *belief)
{
  g_autofree char *title = title_text (self, belief);
  g_autofree char *believed = believed_text (self, belief);
  g_autofree char *truth = true_text (self, belief);
  g_autofree char *both = g_strconcat (believed, "\n", truth, NULL);

  gtk_list_box_append (belief->track != 0 ? self->tracks : self->own, handler_row_new (title, both));
}

static void
show_moment (HandlerReviewDialog *self, guint number)
{
  const HandlerReviewMoment *moment;
  g_autofree char *clock = NULL, *summary = NULL;

  if (number == self->shown || number >= self->review->moments->len)
    return;
  self->shown = number;
  moment = g_ptr_array_index (self->review->moments, number);
  clock = clock_text (self, moment->t);
  summary = summary_text (moment);
  gtk_label_set_label (self->clock, clock);
  gtk_label_set_label (self->summary, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  clock, -1);
  gtk_list_box_remove_all (self->tracks);
  gtk_list_box_remove_all (self->own);
  for (guint i = 0; i < moment->beliefs->len; i++)
    add_belief (self, &g_array_index (moment->beliefs, HandlerBelief, i));
  gtk_widget_set_visible (GTK_WIDGET (self->tracks),
                          gtk_list_box_get_row_at_index (self->tracks, 0) != NULL);
  gtk_widget_set_visible (self->tracks_title, gtk_widget_get_visible (GTK_WIDGET (self->tracks)));
}

static void
moved_cb (HandlerReviewDialog *self)
{
  if (self->review != NULL)
    show_moment (self, (guint) lround (gtk_range_get_value (self->scale)));
}

static void
worst_cb (HandlerReviewDialog *self)
{
  if (self->review != NULL)
    gtk_range_set_value (self->scale, handler_review_worst (self->review));
}

/* ---- Playing it again ------------------------------------------------------------------------------ */

static void
review_thread (GTask *task, gpointer source, gpointer replay, GCancellable *cancellable)
{
  GError *error = NULL;
  HandlerShare *share = g_object_get_data (G_OBJECT (task), "handler-share");
  HandlerReview *review = handler_review_new (replay, cancellable, share, &error);

  if (review == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, review, (GDestroyNotify) handler_review_free);
}

static void
fail (HandlerReviewDialog *self, const char *message)
{
  adw_status_page_set_description (self->failed, message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
reviewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandlerReviewDialog) self = handler_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  HandlerReview *review = g_task_propagate_pointer (G_TASK (result), &error);
  guint last;

  if (self == NULL || self->cancellable == NULL) {
    handler_review_free (review);
    return;
  }
  g_clear_handle_id (&self->timer, g_source_remove);
  if (review != NULL)
    self->book = scenario_battle_book (review->scenario, "en", &error);
  if (self->book == NULL) {
    handler_review_free (review);
    fail (self, error->message);
    return;
  }
  self->review = review;
  last = review->moments->len - 1;
  gtk_range_set_range (self->scale, 0, MAX (last, 1));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), last > 0);
  worst_cb (self);
  show_moment (self, handler_review_worst (review));
  gtk_stack_set_visible_child_name (self->stack, "review");
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
}

static gboolean
look_cb (gpointer data)
{
  HandlerReviewDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, handler_share_get (self->share));
  return G_SOURCE_CONTINUE;
}

/* Nobody waits for it any more: the thread ends at its next moment.  */
static void
stop (HandlerReviewDialog *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

HandlerReviewDialog *
handler_review_dialog_new (ScenarioReplay *replay)
{
  HandlerReviewDialog *self = g_object_new (HANDLER_TYPE_REVIEW_DIALOG, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, reviewed_cb, handler_weak_new (self));

  g_object_set_data_full (G_OBJECT (task), "handler-share", g_atomic_rc_box_acquire (self->share),
                          g_atomic_rc_box_release);
  self->timer = g_timeout_add (LOOK_MS, look_cb, self);
  g_task_set_task_data (task, replay, (GDestroyNotify) scenario_replay_free);
  g_task_run_in_thread (task, review_thread);
  return self;
}

/* ---- Making ----------------------------------------------------------------------------------------- */

static GtkWidget *
label_new (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = label_new ("heading");

  gtk_label_set_label (GTK_LABEL (label), text);
  return label;
}

static GtkWidget *
list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static GtkWidget *
scale_new (HandlerReviewDialog *self)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);

  self->scale = GTK_RANGE (scale);
  gtk_range_set_round_digits (self->scale, 0);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("review", "Moment of the battle"), -1);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  return scale;
}

static GtkWidget *
worst_button_new (HandlerReviewDialog *self)
{
  /* Translators: a button: shows the moment at which what the player believed was farthest from the truth.  */
  GtkWidget *label = gtk_label_new_with_mnemonic (C_("review", "_Farthest from the Truth"));
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (worst_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
content_new (HandlerReviewDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *own_title = heading_new (C_("review", "The Squadron"));

  self->clock = GTK_LABEL (label_new ("title-2"));
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "numeric");
  self->summary = GTK_LABEL (label_new ("dimmed"));
  self->tracks_title = heading_new (C_("review", "The Legion"));
  self->tracks = GTK_LIST_BOX (list_new (C_("review", "The Legion")));
  self->own = GTK_LIST_BOX (list_new (C_("review", "The Squadron")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->clock));
  gtk_box_append (GTK_BOX (box), scale_new (self));
  gtk_box_append (GTK_BOX (box), worst_button_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), self->tracks_title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tracks));
  gtk_box_append (GTK_BOX (box), own_title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->own));
  return box;
}

static GtkWidget *
page_new (HandlerReviewDialog *self)
{
  GtkWidget *clamp = adw_clamp_new (), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = content_new (self);

  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
cancel_button_new (HandlerReviewDialog *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (C_("review", "_Cancel"));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
progress_new (HandlerReviewDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *bar = gtk_progress_bar_new ();

  self->progress = GTK_PROGRESS_BAR (bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("review", "Playing It Again"), -1);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), cancel_button_new (self));
  return box;
}

static GtkWidget *
loading_new (HandlerReviewDialog *self)
{
  GtkWidget *page = adw_status_page_new ();
  g_autoptr (AdwSpinnerPaintable) spinner = adw_spinner_paintable_new (page);

  adw_status_page_set_child (ADW_STATUS_PAGE (page), progress_new (self));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), C_("review", "Playing It Again"));
  adw_status_page_set_paintable (ADW_STATUS_PAGE (page), GDK_PAINTABLE (spinner));
  return page;
}

static void
fill_stack (HandlerReviewDialog *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->failed = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->failed, "dialog-error-symbolic");
  adw_status_page_set_title (self->failed, C_("review", "No Review"));
  gtk_stack_add_named (self->stack, loading_new (self), "loading");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed), "failed");
  gtk_stack_add_named (self->stack, page_new (self), "review");
}

static void
handler_review_dialog_finalize (GObject *object)
{
  HandlerReviewDialog *self = HANDLER_REVIEW_DIALOG (object);

  stop (self);
  g_atomic_rc_box_release (self->share);
  g_clear_pointer (&self->book, order_book_unref);
  g_clear_pointer (&self->review, handler_review_free);
  G_OBJECT_CLASS (handler_review_dialog_parent_class)->finalize (object);
}

static void
handler_review_dialog_class_init (HandlerReviewDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_review_dialog_finalize;
}

static void
handler_review_dialog_init (HandlerReviewDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->shown = G_MAXUINT;
  self->cancellable = g_cancellable_new ();
  self->share = g_atomic_rc_box_new0 (HandlerShare);
  g_signal_connect (self, "closed", G_CALLBACK (stop), NULL);
  fill_stack (self);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_dialog_set_title (ADW_DIALOG (self), C_("dialog", "Belief and Truth"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 680);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}
