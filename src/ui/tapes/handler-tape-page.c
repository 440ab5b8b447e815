/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tapes/handler-tape-page-private.h"

#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (HandlerTapePage, handler_tape_page, ADW_TYPE_NAVIGATION_PAGE)

enum { SIGNAL_DELETE, SIGNAL_TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

static const ScenarioTape *
tape_of (HandlerTapePage *self)
{
  return handler_tape_get_found (self->tape)->tape;
}

void
handler_tape_page_tell (HandlerTapePage *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

/* ---- Rows ------------------------------------------------------------------------------------- */

static GtkWidget *
label_new (const char *style, gboolean wraps)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wraps)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Clock and speaker, the words, and a note where it can not be heard.  */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = adw_wrap_box_new ();
  GtkWidget *clock = label_new ("numeric", FALSE), *speaker = label_new ("heading", TRUE);
  GtkWidget *note = label_new ("dimmed", TRUE);

  gtk_widget_add_css_class (clock, "dimmed");
  gtk_label_set_ellipsize (GTK_LABEL (clock), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (note, "caption");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (head), 8);
  adw_wrap_box_append (ADW_WRAP_BOX (head), clock);
  adw_wrap_box_append (ADW_WRAP_BOX (head), speaker);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), label_new (NULL, TRUE));
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  HandlerTapeLine *line = gtk_list_item_get_item (item);
  GtkWidget *head = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *clock = gtk_widget_get_first_child (head), *words = gtk_widget_get_next_sibling (head);
  GtkWidget *note = gtk_widget_get_next_sibling (words);
  g_autofree char *clock_text = handler_tape_line_make_clock (line);
  g_autofree char *label = handler_tape_line_make_label (line);
  const char *note_text = handler_tape_line_get_note (line);

  gtk_label_set_label (GTK_LABEL (clock), clock_text);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (clock)),
                       handler_tape_line_get (line)->speaker);
  gtk_label_set_label (GTK_LABEL (words), handler_tape_line_get (line)->text);
  gtk_label_set_label (GTK_LABEL (note), note_text);
  gtk_widget_set_visible (note, *note_text != '\0');
  gtk_list_item_set_accessible_label (item, label);
}

/* ---- Search ----------------------------------------------------------------------------------- */

static gboolean
is_wanted (gpointer line, gpointer data)
{
  HandlerTapePage *self = data;

  return scenario_tape_line_has (handler_tape_line_get (line), self->wanted);
}

static void
show_stack (HandlerTapePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "lines" : "none");
}

static void
search_changed_cb (HandlerTapePage *self)
{
  g_free (self->wanted);
  self->wanted = scenario_tape_fold (gtk_editable_get_text (self->search));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

/* Down to what was found.  */
static void
search_activate_cb (HandlerTapePage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

void
handler_tape_page_set_search (HandlerTapePage *self, const char *words)
{
  g_return_if_fail (HANDLER_IS_TAPE_PAGE (self));
  gtk_editable_set_text (self->search, words);
  search_changed_cb (self);
}

/* ---- Playing ---------------------------------------------------------------------------------- */

static gboolean
is_playing (HandlerTapePage *self)
{
  return self->mine && voice_player_get_playing (self->player);
}

/* The last line that had begun by then.  */
static guint
find_heard (HandlerTapePage *self)
{
  const ScenarioTape *tape = tape_of (self);
  guint segment = voice_player_get_segment (self->player);
  guint at_ms = voice_player_get_at_ms (self->player), heard = G_MAXUINT;

  for (guint i = 0; i < tape->lines->len; i++) {
    const ScenarioTapeLine *line = g_ptr_array_index (tape->lines, i);

    if (line->segment != 0
        && (line->segment < segment || (line->segment == segment && line->at_ms <= at_ms)))
      heard = i;
  }
  return heard;
}

static void
show_heard (HandlerTapePage *self)
{
  guint heard = is_playing (self) ? find_heard (self) : G_MAXUINT;
  const ScenarioTapeLine *line;
  g_autofree char *clock = NULL, *text = NULL;

  if (heard == self->heard)
    return;
  self->heard = heard;
  if (heard == G_MAXUINT) {
    gtk_label_set_label (self->now, "");
    return;
  }
  line = g_ptr_array_index (tape_of (self)->lines, heard);
  clock = scenario_tape_format_clock (tape_of (self), line->tick);
  text = handler_text_facts (clock, line->speaker, line->text, NULL);
  gtk_label_set_label (self->now, text);
}

static void
show_playing (HandlerTapePage *self)
{
  gboolean playing = is_playing (self);
  const char *text = playing ? C_("tape", "Stop") : C_("tape", "Play from the Line Selected");

  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-stop-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tape.play",
                                 tape_of (self) != NULL && (playing || self->may_play));
  show_heard (self);
}

static void
play_line (HandlerTapePage *self, const ScenarioTapeLine *line)
{
  const char *folder = handler_tape_get_found (self->tape)->folder;

  if (!self->may_play)
    return;
  self->mine = TRUE;
  voice_player_play (self->player, folder, line != NULL ? line->segment : 1,
                     line != NULL ? line->at_ms : 0);
  show_playing (self);
}

/* What was not recorded has no place: the next that was is played.  */
static const ScenarioTapeLine *
first_on_tape (HandlerTapePage *self, guint from)
{
  GListModel *lines = G_LIST_MODEL (self->selection);

  for (guint i = from; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (HandlerTapeLine) line = g_list_model_get_item (lines, i);

    if (handler_tape_line_get (line)->segment != 0)
      return handler_tape_line_get (line);
  }
  return NULL;
}

static void
activate_cb (HandlerTapePage *self, guint position)
{
  const ScenarioTapeLine *line = first_on_tape (self, position);

  if (!self->may_play)
    handler_tape_page_tell (self, C_("tape", "Pause the battle to play the tape"));
  else if (line == NULL)
    handler_tape_page_tell (self, C_("tape", "Nothing from here on is on the tape"));
  else
    play_line (self, line);
}

static void
play_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerTapePage *self = HANDLER_TAPE_PAGE (widget);
  g_autoptr (GtkBitset) selected = NULL;

  if (is_playing (self)) {
    voice_player_stop (self->player);
    return;
  }
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  activate_cb (self, gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected));
}

static void
ended_cb (HandlerTapePage *self, const char *message)
{
  if (self->mine && message != NULL)
    handler_tape_page_tell (self, message);
  self->mine = FALSE;
  show_playing (self);
}

void
handler_tape_page_set_may_play (HandlerTapePage *self, gboolean may_play)
{
  g_return_if_fail (HANDLER_IS_TAPE_PAGE (self));

  self->may_play = may_play;
  if (!may_play && is_playing (self))
    voice_player_stop (self->player);
  show_playing (self);
}

/* ---- The passage ------------------------------------------------------------------------------ */

gboolean
handler_tape_page_get_passage (HandlerTapePage *self, const ScenarioTapeLine **first,
                               guint *length_ms)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 end = 0;

  *first = NULL;
  for (guint i = 0; i < gtk_bitset_get_size (selected); i++) {
    g_autoptr (HandlerTapeLine) item = g_list_model_get_item (
        G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, i));
    const ScenarioTapeLine *line = handler_tape_line_get (item);

    if (line->segment == 0)
      continue;
    if (*first == NULL || line->tape_ms < (*first)->tape_ms)
      *first = line;
    end = MAX (end, (guint64) line->tape_ms + line->length_ms);
  }
  if (*first == NULL)
    return FALSE;
  /* The end of the last word is not to be clipped.  */
  *length_ms = (guint) (end - (*first)->tape_ms) + 250;
  return TRUE;
}

static void
selection_cb (HandlerTapePage *self)
{
  const ScenarioTapeLine *first;
  guint length_ms;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tape.export-passage",
                                 handler_tape_page_get_passage (self, &first, &length_ms));
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerTapePage *self = HANDLER_TAPE_PAGE (widget);

  if (is_playing (self))
    voice_player_stop (self->player);
  g_signal_emit (self, signals[SIGNAL_DELETE], 0);
}

static void
handler_tape_page_dispose (GObject *object)
{
  HandlerTapePage *self = HANDLER_TAPE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->player != NULL && self->mine)
    voice_player_stop (self->player);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_TAPE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->player);
  g_clear_object (&self->tape);
  G_OBJECT_CLASS (handler_tape_page_parent_class)->dispose (object);
}

static void
handler_tape_page_finalize (GObject *object)
{
  g_free (HANDLER_TAPE_PAGE (object)->wanted);
  G_OBJECT_CLASS (handler_tape_page_parent_class)->finalize (object);
}

static void
handler_tape_page_class_init (HandlerTapePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_tape_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = handler_tape_page_finalize;
  signals[SIGNAL_DELETE] = g_signal_new ("delete", HANDLER_TYPE_TAPE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOLD] = g_signal_new ("told", HANDLER_TYPE_TAPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/tapes/handler-tape-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerTapePage, search);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapePage, banner);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapePage, stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapePage, list);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapePage, play_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerTapePage, now);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "tape.play", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "tape.delete", NULL, delete_action);
  handler_tape_page_install_export (widget_class);
}

static void
handler_tape_page_init (HandlerTapePage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->wanted = g_strdup ("");
  self->heard = G_MAXUINT - 1;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->list));
}

static void
fill (HandlerTapePage *self)
{
  const ScenarioTape *tape = tape_of (self);
  GListStore *lines = g_list_store_new (HANDLER_TYPE_TAPE_LINE);
  GtkFilterListModel *found;

  for (guint i = 0; tape != NULL && i < tape->lines->len; i++) {
    g_autoptr (HandlerTapeLine) line = handler_tape_line_new (self->tape, i);

    g_list_store_append (lines, line);
  }
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  found = gtk_filter_list_model_new (G_LIST_MODEL (lines), self->filter);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (found));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What is wrong with it, or why it could not go on.  */
static void
show_banner (HandlerTapePage *self)
{
  const ScenarioTapeFound *found = handler_tape_get_found (self->tape);
  const char *why = found->problem;

  if (why == NULL && found->tape != NULL)
    why = found->tape->why;
  adw_banner_set_title (self->banner, why != NULL ? why : "");
  adw_banner_set_revealed (self->banner, why != NULL);
}

HandlerTapePage *
handler_tape_page_new (HandlerTape *tape, VoicePlayer *player)
{
  HandlerTapePage *self
      = g_object_new (HANDLER_TYPE_TAPE_PAGE, "title", handler_tape_get_title (tape), NULL);

  self->tape = g_object_ref (tape);
  self->player = g_object_ref (player);
  self->may_play = TRUE;
  fill (self);
  show_stack (self);
  show_banner (self);
  selection_cb (self);
  show_playing (self);
  g_signal_connect_object (player, "notify::playing", G_CALLBACK (show_playing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "notify::at-ms", G_CALLBACK (show_heard), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  return self;
}

HandlerTape *
handler_tape_page_get_tape (HandlerTapePage *self)
{
  g_return_val_if_fail (HANDLER_IS_TAPE_PAGE (self), NULL);
  return self->tape;
}
