/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-comms-panel.h"
#include "ui/comms/handler-caption-row.h"
#include "ui/comms/handler-caption-text.h"
#include "ui/comms/handler-level-meter.h"
#include "ui/comms/handler-spectrum.h"
#include "ui/orders/handler-order-words.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

struct _HandlerCommsPanel {
  AdwBin parent_instance;
  EngineBattle *battle;
  GSignalGroup *battle_signals;
  HandlerReplaySource replay; /* without `play`: nobody can */
  GtkSliceListModel *shown; /* the captions up to now, or all */
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  char *filter_name;
  gboolean only_selected;
  gboolean slim;
  int machine;
  gboolean following; /* the newest caption is kept in view */
  guint follow_id;

  GtkWidget *heading;
  GtkLabel *sound_state;
  HandlerLevelMeter *left;
  HandlerLevelMeter *right;
  HandlerSpectrum *spectrum;
  GtkWidget *meters;
  GtkMenuButton *bearings_button;
  GMenu *again_section;
  AdwBin *queue_bin;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkWidget *end_button;
};

G_DEFINE_FINAL_TYPE (HandlerCommsPanel, handler_comms_panel, ADW_TYPE_BIN)

enum { PROP_0, PROP_FILTER, PROP_ONLY_SELECTED, PROP_SLIM, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_CAPTION_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- Rows ------------------------------------------------------------------------------------ */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, HandlerCommsPanel *self)
{
  GtkWidget *row = handler_caption_row_new ();

  g_object_bind_property (self, "slim", row, "slim", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, HandlerCommsPanel *self)
{
  handler_caption_row_set_caption (HANDLER_CAPTION_ROW (gtk_list_item_get_child (list_item)),
                                   gtk_list_item_get_item (list_item), self->battle, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  handler_caption_row_set_caption (HANDLER_CAPTION_ROW (gtk_list_item_get_child (list_item)), NULL,
                                   NULL, NULL);
}

/* ---- Filter ---------------------------------------------------------------------------------- */

static gboolean
passes_class (HandlerCommsPanel *self, EngineCaption *caption)
{
  SimAirClass air_class = engine_caption_get_air_class (caption);
  gboolean console = engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE;

  if (g_str_equal (self->filter_name, "all"))
    return TRUE;
  if (g_str_equal (self->filter_name, "console"))
    return console;
  if (console)
    return FALSE;
  if (g_str_equal (self->filter_name, "status"))
    return air_class == SIM_AIR_STATUS || air_class == SIM_AIR_TALK;
  return g_str_equal (self->filter_name, sim_air_class_name (air_class));
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  HandlerCommsPanel *self = user_data;
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autofree char *words = NULL;

  if (!passes_class (self, item))
    return FALSE;
  if (self->only_selected && self->machine >= 0
      && engine_caption_get_machine (item) != self->machine)
    return FALSE;
  if (text[0] == '\0')
    return TRUE;
  words = handler_caption_spoken (item);
  return g_str_match_string (text, words, TRUE);
}

static void
refilter (HandlerCommsPanel *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
search_changed_cb (HandlerCommsPanel *self)
{
  refilter (self);
}

/* ---- Following the end ----------------------------------------------------------------------- */

/* A list does not scroll to a row that is higher than what is seen of the list: from afar the end is gone to.  */
static void
approach_end (HandlerCommsPanel *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double end = gtk_adjustment_get_upper (adjustment) - page;

  if (gtk_adjustment_get_value (adjustment) + page < end)
    gtk_adjustment_set_value (adjustment, end);
}

static gboolean
scroll_to_end_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  HandlerCommsPanel *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  self->follow_id = 0;
  if (n > 0)
    gtk_list_view_scroll_to (self->view, n - 1, GTK_LIST_SCROLL_NONE, NULL);
  approach_end (self);
  return G_SOURCE_REMOVE;
}

/* With the next frame: an idle function would wait for as long as the window has something to
 * draw.  Rows that were not measured yet change the list's length when they are: see below.  */
static void
follow (HandlerCommsPanel *self)
{
  if (self->follow_id == 0)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_to_end_cb,
                                                    self, NULL);
}

/* The list has become longer, or what is seen of it shorter.  */
static void
length_changed_cb (GtkAdjustment *adjustment, HandlerCommsPanel *self)
{
  if (self->following)
    follow (self);
}

/* A list that is not on view can not be scrolled.  */
static void
mapped_cb (HandlerCommsPanel *self)
{
  if (self->following)
    follow (self);
}

static void
items_changed_cb (HandlerCommsPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "some" : "none");
  if (self->following)
    follow (self);
}

/* The person scrolls up: stop following; back at the end: go on.  A change of the upper bound
 * alone is the list growing, not the person.  */
static void
value_changed_cb (GtkAdjustment *adjustment, HandlerCommsPanel *self)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  gboolean at_end = gtk_adjustment_get_value (adjustment) >= end - 24;

  if (at_end)
    self->following = TRUE;
  gtk_widget_set_visible (self->end_button, !self->following);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, HandlerCommsPanel *self)
{
  if (dy < 0)
    self->following = FALSE;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
        HandlerCommsPanel *self)
{
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Home)
    self->following = FALSE;
  return GDK_EVENT_PROPAGATE;
}

static void
end_clicked_cb (HandlerCommsPanel *self)
{
  self->following = TRUE;
  gtk_widget_set_visible (self->end_button, FALSE);
  follow (self);
}

/* ---- Actions --------------------------------------------------------------------------------- */

static void
activated_cb (HandlerCommsPanel *self, guint position)
{
  g_autoptr (EngineCaption) caption
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (caption != NULL)
    g_signal_emit (self, signals[SIGNAL_CAPTION_ACTIVATED], 0, caption);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerCommsPanel *self = HANDLER_COMMS_PANEL (widget);
  EngineCaption *caption = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = NULL;

  if (caption == NULL)
    return;
  text = handler_caption_dated_line (caption, self->battle);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
say_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerCommsPanel *self = HANDLER_COMMS_PANEL (widget);
  EngineCaption *caption = gtk_single_selection_get_selected_item (self->selection);
  int machine = caption != NULL ? engine_caption_get_machine (caption) : -1;
  g_autofree char *words = NULL;

  if (self->battle == NULL || machine < 0)
    return;
  words = handler_order_words (engine_battle_get_book (self->battle),
                               handler_order_to_machine ((guint) machine), SIM_VERB_SAY_AGAIN, NULL);
  gtk_widget_activate_action (widget, "battle.order-words", "s", words);
}

/* NULL: it can be played again; else why not.  */
static const char *
why_not_again (HandlerCommsPanel *self, EngineCaption *caption)
{
  if (caption == NULL)
    return C_("tape", "no caption is selected");
  if (self->replay.play == NULL)
    return C_("tape", "no tape is kept of this battle");
  return self->replay.why_not (caption, self->replay.data);
}

/* A menu's item has no tooltip: one that does nothing says why in its words.  */
static void
show_again (HandlerCommsPanel *self)
{
  const char *why
      = why_not_again (self, gtk_single_selection_get_selected_item (self->selection));
  g_autofree char *label = NULL;

  if (why == NULL)
    /* Translators: the words of the selected caption are heard once more, from the tape.  */
    label = g_strdup (C_("comms", "_Play Again"));
  else
    /* Translators: in a menu; a caption's words can not be heard again, and the placeholder says why: "no tape is kept
     * of this battle".  */
    label = g_strdup_printf (C_("comms", "Play Again (%s)"), why);
  g_menu_remove_all (self->again_section);
  g_menu_append (self->again_section, label, "comms.play-again");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comms.play-again", why == NULL);
}

static void
play_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerCommsPanel *self = HANDLER_COMMS_PANEL (widget);
  EngineCaption *caption = gtk_single_selection_get_selected_item (self->selection);

  if (why_not_again (self, caption) == NULL)
    self->replay.play (caption, self->replay.data);
}

/* The newest that can be played; without one, the newest of all, or NULL.  Borrowed: the list holds it.  */
static EngineCaption *
find_last (HandlerCommsPanel *self)
{
  GListModel *captions = G_LIST_MODEL (self->selection);
  EngineCaption *newest = NULL;

  for (guint i = g_list_model_get_n_items (captions); i-- > 0;) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);

    if (newest == NULL)
      newest = caption;
    if (why_not_again (self, caption) == NULL)
      return caption;
  }
  return newest;
}

/* By key: who selected nothing wants to hear what was said last.  No menu is there to say why not.  */
static void
try_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerCommsPanel *self = HANDLER_COMMS_PANEL (widget);
  EngineCaption *caption = gtk_single_selection_get_selected_item (self->selection);
  const char *why;
  g_autofree char *text = NULL;

  if (caption == NULL)
    caption = find_last (self);
  why = why_not_again (self, caption);
  if (why == NULL) {
    self->replay.play (caption, self->replay.data);
    return;
  }
  /* Translators: an answer of the console; the placeholder says why a caption's words can not be heard again.  */
  text = g_strdup_printf (C_("comms", "The caption can not be played again: %s."), why);
  if (self->battle != NULL)
    engine_battle_notice (self->battle, text);
}

static void
selected_cb (HandlerCommsPanel *self)
{
  EngineCaption *caption = gtk_single_selection_get_selected_item (self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comms.copy", caption != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comms.say-again",
                                 caption != NULL && engine_caption_get_machine (caption) >= 0);
  show_again (self);
}

static void
show_bearings (HandlerCommsPanel *self)
{
  g_autofree char *place = NULL, *isolated = NULL, *label = NULL;

  if (self->battle == NULL)
    return;
  place = engine_battle_dup_bearings_name (self->battle);
  isolated = handler_text_isolate (place);
  /* Translators: a button; captions count bearings and distances from this place, machine or square.  */
  label = g_strdup_printf (C_("comms", "Bearings from %s"), isolated);
  gtk_menu_button_set_label (self->bearings_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bearings_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* ---- Public ---------------------------------------------------------------------------------- */

void
handler_comms_panel_set_battle (HandlerCommsPanel *self, EngineBattle *battle)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  /* Rows borrow the battle: they must let go of the old one first.  */
  gtk_slice_list_model_set_model (self->shown, NULL);
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  g_set_object (&self->battle, battle);
  self->following = TRUE;
  gtk_widget_set_visible (self->end_button, FALSE);
  g_signal_group_set_target (self->battle_signals, battle);
  show_bearings (self);
  if (battle != NULL)
    gtk_slice_list_model_set_model (self->shown, engine_battle_get_captions (battle));
}

static guint
count_captions (HandlerCommsPanel *self)
{
  GListModel *captions = gtk_slice_list_model_get_model (self->shown);

  return captions != NULL ? g_list_model_get_n_items (captions) : 0;
}

void
handler_comms_panel_show_new (HandlerCommsPanel *self)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  if (count_captions (self) > 0)
    gtk_slice_list_model_set_size (self->shown, count_captions (self));
}

gboolean
handler_comms_panel_show_some (HandlerCommsPanel *self, gint64 until_us)
{
  guint n, all;

  g_return_val_if_fail (HANDLER_IS_COMMS_PANEL (self), TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  all = count_captions (self);
  if (gtk_slice_list_model_get_size (self->shown) > all) /* it never showed less than all */
    handler_comms_panel_show_new (self);
  while (n < all) {
    gtk_slice_list_model_set_size (self->shown, ++n);
    if (g_get_monotonic_time () >= until_us)
      break;
  }
  return n >= all;
}

void
handler_comms_panel_set_selected (HandlerCommsPanel *self, int machine)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  if (self->machine == machine)
    return;
  self->machine = machine;
  if (self->only_selected)
    refilter (self);
}

void
handler_comms_panel_set_levels (HandlerCommsPanel *self, double left_db, double right_db)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  handler_level_meter_set_level (self->left, left_db);
  handler_level_meter_set_level (self->right, right_db);
}

void
handler_comms_panel_push_spectrum (HandlerCommsPanel *self, const float *bands_db, gsize n)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  handler_spectrum_push (self->spectrum, bands_db, n);
}

void
handler_comms_panel_set_sound_state (HandlerCommsPanel *self, const char *text)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  gtk_label_set_label (self->sound_state, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sound_state), text);
}

EngineCaption *
handler_comms_panel_get_caption (HandlerCommsPanel *self)
{
  g_return_val_if_fail (HANDLER_IS_COMMS_PANEL (self), NULL);
  return gtk_single_selection_get_selected_item (self->selection);
}

void
handler_comms_panel_focus_list (HandlerCommsPanel *self)
{
  guint n;

  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  /* Else it is the oldest that gets the focus, and is scrolled to.  */
  if (self->following && n > 0)
    gtk_list_view_scroll_to (self->view, n - 1, GTK_LIST_SCROLL_FOCUS, NULL);
}

guint
handler_comms_panel_get_n_shown (HandlerCommsPanel *self)
{
  g_return_val_if_fail (HANDLER_IS_COMMS_PANEL (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

void
handler_comms_panel_set_compact (HandlerCommsPanel *self, gboolean compact, gboolean tiny)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  gtk_widget_set_visible (self->heading, !compact);
  gtk_widget_set_visible (self->meters, !tiny);
  gtk_widget_set_visible (GTK_WIDGET (self->bearings_button), !tiny);
  gtk_label_set_lines (self->sound_state, tiny ? 1 : 2);
  gtk_widget_set_visible (GTK_WIDGET (self->queue_bin), !tiny);
  gtk_widget_set_visible (GTK_WIDGET (self->spectrum), !compact);
}

void
handler_comms_panel_set_slim (HandlerCommsPanel *self, gboolean slim)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  if (self->slim == slim)
    return;
  self->slim = slim;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLIM]);
}

void
handler_comms_panel_set_replay (HandlerCommsPanel *self, const HandlerReplaySource *source)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  self->replay = source != NULL ? *source : (HandlerReplaySource){0};
  show_again (self);
}

void
handler_comms_panel_set_queue (HandlerCommsPanel *self, GtkWidget *queue)
{
  g_return_if_fail (HANDLER_IS_COMMS_PANEL (self));
  adw_bin_set_child (self->queue_bin, queue);
}

/* ---- Class ----------------------------------------------------------------------------------- */

static void
handler_comms_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerCommsPanel *self = HANDLER_COMMS_PANEL (object);

  switch (id) {
  case PROP_FILTER:
    g_value_set_string (value, self->filter_name);
    break;
  case PROP_ONLY_SELECTED:
    g_value_set_boolean (value, self->only_selected);
    break;
  case PROP_SLIM:
    g_value_set_boolean (value, self->slim);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_comms_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HandlerCommsPanel *self = HANDLER_COMMS_PANEL (object);

  switch (id) {
  case PROP_FILTER:
    if (!g_set_str (&self->filter_name, g_value_get_string (value)))
      return;
    break;
  case PROP_ONLY_SELECTED:
    if (self->only_selected == g_value_get_boolean (value))
      return;
    self->only_selected = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  refilter (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
handler_comms_panel_dispose (GObject *object)
{
  HandlerCommsPanel *self = HANDLER_COMMS_PANEL (object);

  /* Emptying the list is a change of it: nothing may be put off until after the end.  */
  self->following = FALSE;
  if (self->shown != NULL)
    gtk_slice_list_model_set_model (self->shown, NULL);
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->follow_id);
  self->follow_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_COMMS_PANEL);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->battle_signals);
  g_clear_object (&self->battle);
  G_OBJECT_CLASS (handler_comms_panel_parent_class)->dispose (object);
}

static void
handler_comms_panel_finalize (GObject *object)
{
  g_free (HANDLER_COMMS_PANEL (object)->filter_name);
  G_OBJECT_CLASS (handler_comms_panel_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HANDLER_TYPE_LEVEL_METER);
  g_type_ensure (HANDLER_TYPE_SPECTRUM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/comms/handler-comms-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, sound_state);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, left);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, right);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, spectrum);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, meters);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, bearings_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, again_section);
  gtk_widget_class_bind_template_callback (widget_class, show_again);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, queue_bin);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, view);
  gtk_widget_class_bind_template_child (widget_class, HandlerCommsPanel, end_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_clicked_cb);
}

static void
handler_comms_panel_class_init (HandlerCommsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = handler_comms_panel_get_property;
  object_class->set_property = handler_comms_panel_set_property;
  object_class->dispose = handler_comms_panel_dispose;
  object_class->finalize = handler_comms_panel_finalize;
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);
  properties[PROP_ONLY_SELECTED]
      = g_param_spec_boolean ("only-selected", NULL, NULL, FALSE, flags);
  properties[PROP_SLIM] = g_param_spec_boolean ("slim", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CAPTION_ACTIVATED]
      = g_signal_new ("caption-activated", HANDLER_TYPE_COMMS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, ENGINE_TYPE_CAPTION);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "comms.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "comms.only-selected", "only-selected");
  gtk_widget_class_install_action (widget_class, "comms.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "comms.say-again", NULL, say_again_cb);
  gtk_widget_class_install_action (widget_class, "comms.play-again", NULL, play_again_cb);
  gtk_widget_class_install_action (widget_class, "comms.try-again", NULL, try_again_cb);
}

static void
init_list (HandlerCommsPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->shown = gtk_slice_list_model_new (NULL, 0, G_MAXUINT);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->shown)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("accessible name", "Captions"), -1);
}

static void
init_following (HandlerCommsPanel *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (length_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->view, "map", G_CALLBACK (mapped_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), keys);
}

static void
handler_comms_panel_init (HandlerCommsPanel *self)
{
  self->filter_name = g_strdup ("all");
  self->machine = -1;
  self->following = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->battle_signals = g_signal_group_new (ENGINE_TYPE_BATTLE);
  g_signal_group_connect_swapped (self->battle_signals, "bearings-moved",
                                  G_CALLBACK (show_bearings), self);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  init_list (self);
  init_following (self);
}
