/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-order-line.h"

#include "ui/orders/handler-order-selected.h"
#include "ui/orders/handler-order-words.h"
#include "ui/orders/handler-order-history.h"
#include "ui/orders/handler-order-how.h"
#include "ui/orders/handler-order-suggestions.h"
#include "ui/widgets/handler-keys.h"
#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-widget.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MAX_SUGGESTIONS 6
/* Between the entry and the suggestions above it: the line's own border, pixels.  */
#define GAP 9

struct _HandlerOrderLine {
  GtkWidget parent_instance;
  HandlerOrderSource source;
  gboolean has_source;
  OrderBook *book;
  HandlerOrderHistory *history;
  OrderReading *reading_value;
  HandlerOrderHow *how;
  gboolean compact, tiny;
  gboolean paused;
  char *implied;  /* the order in the line, to whom is selected, where it names nobody; or NULL */
  gboolean quiet; /* the text is set by the program: no suggestions */
  /* What is in the line waits for an answer: the question, and what else may be meant.  */
  char *question;
  GStrv offered; /* NULL: nothing else */
  guint offered_at;

  GtkWidget *entry;
  AdwBin *extra;
  GtkMenuButton *how_button;
  GtkWidget *send_button;
  GtkWidget *reading_row;
  GtkImage *reading_icon;
  GtkLabel *reading;
  GtkLabel *addressees;
  GtkLabel *air;
  GtkWidget *nearest_scroller;
  GtkWidget *nearest_box;
  HandlerOrderSuggestions *suggestions;
};

G_DEFINE_FINAL_TYPE (HandlerOrderLine, handler_order_line, GTK_TYPE_WIDGET)

enum { SIGNAL_DRAFT_CHANGED, SIGNAL_SENT, SIGNAL_CALLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- What stands beneath the entry ----------------------------------------------------------- */

static void offer_at (HandlerOrderLine *self, guint index);

/* One of the readings that are offered is offered next; any other is put into the line.  */
static void
nearest_clicked_cb (GtkButton *button, HandlerOrderLine *self)
{
  g_autofree char *text = g_strdup (gtk_button_get_label (button));

  for (guint i = 0; self->offered != NULL && self->offered[i] != NULL; i++)
    if (g_str_equal (self->offered[i], text)) {
      handler_order_line_focus (self);
      offer_at (self, i);
      return;
    }
  handler_order_line_set_text (self, text);
}

static void
show_nearest (HandlerOrderLine *self, char **nearest)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->nearest_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->nearest_box), child);
  for (guint i = 0; nearest != NULL && nearest[i] != NULL; i++) {
    GtkWidget *button = gtk_button_new_with_label (nearest[i]);

    gtk_widget_add_css_class (button, "pill-small");
    g_signal_connect_object (button, "clicked", G_CALLBACK (nearest_clicked_cb), self,
                             G_CONNECT_DEFAULT);
    gtk_box_append (GTK_BOX (self->nearest_box), button);
  }
  gtk_widget_set_visible (self->nearest_scroller,
                          !self->tiny && nearest != NULL && nearest[0] != NULL);
}

static void
show_line (HandlerOrderLine *self, const char *icon, const char *css_class, const char *text)
{
  static const char *const classes[] = {"success", "error", NULL};

  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->reading_icon), classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->reading_icon), css_class);
  gtk_image_set_from_icon_name (self->reading_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->reading_icon), icon != NULL);
  gtk_label_set_label (self->reading, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reading), text);
  /* A narrow window has no room for an empty line; a wide one does not jump.  */
  gtk_widget_set_visible (self->reading_row, !self->compact || text[0] != '\0');
}

static void
show_understood (HandlerOrderLine *self, const OrderReading *reading)
{
  g_autofree char *who = handler_order_addressees_text (self->book, &reading->command);
  g_autofree char *air = NULL;

  if (self->implied != NULL) {
    g_autofree char *named = g_steal_pointer (&who);

    /* Translators: who an order goes to that named nobody: "to Falke", who is selected. */
    who = g_strdup_printf (C_("addressees", "%s, who is selected"), named);
  }
  /* Translators: how long an order takes to say, in whole seconds. */
  air = g_strdup_printf (C_("order line", "about %d s on air"), (int) ceilf (reading->air_s));
  show_line (self, "object-select-symbolic", "success", reading->canonical);
  gtk_label_set_label (self->addressees, who);
  gtk_label_set_label (self->air, air);
  show_nearest (self, NULL);
}

static void
show_refused (HandlerOrderLine *self, const OrderReading *reading)
{
  g_autofree char *text = NULL;

  if (reading->understood != NULL && reading->understood[0] != '\0')
    /* Translators: why an order is not understood, then the part that was. */
    text = g_strdup_printf (C_("order line", "%1$s Understood: %2$s"), reading->reason,
                            reading->understood);
  else if (reading->problem == ORDER_UNKNOWN_ADDRESSEE)
    /* Translators: why an order is not understood, then how one begins. */
    text = g_strdup_printf (C_("order line", "%s Begin with a call sign, a platoon or all units."),
                            reading->reason);
  show_line (self, "handler-refused-symbolic", "error", text != NULL ? text : reading->reason);
  gtk_label_set_label (self->addressees, "");
  gtk_label_set_label (self->air, "");
  show_nearest (self, reading->nearest);
}

static void
show_plain (HandlerOrderLine *self, const char *text)
{
  show_line (self, NULL, NULL, text);
  gtk_label_set_label (self->addressees, "");
  gtk_label_set_label (self->air, "");
  show_nearest (self, NULL);
}

/* While one is still typing, an order that could yet become one is no error: what it lacks is
 * told plainly, and the readings come only when it is sent.  */
static gboolean
is_unfinished (const OrderReading *reading)
{
  switch (reading->problem) {
  case ORDER_NO_ADDRESSEE:
  case ORDER_NO_VERB:
  case ORDER_NO_TARGET:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Nothing moves and nothing is said while the battle is paused: somebody new waits in vain.  */
static void
show_idle (HandlerOrderLine *self)
{
  g_autofree char *key = handler_keys_dup_label (handler_keys_get (), HANDLER_SHORTCUT_BATTLE, "battle.pause");
  g_autofree char *text = NULL;

  if (!self->paused || self->compact)
    text = g_strdup ("");
  else if (key != NULL)
    /* Translators: the key that pauses goes in: “F8”. */
    text = g_strdup_printf (C_("order line", "The battle is paused: %s lets it run. Orders can be given meanwhile."),
                            key);
  else
    text = g_strdup (C_("order line", "The battle is paused. Orders can be given meanwhile."));
  show_plain (self, text);
}

static void
show_reading (HandlerOrderLine *self, gboolean final)
{
  const char *text = handler_order_line_get_text (self);
  const OrderReading *reading = self->reading_value;
  gboolean question = text[0] != '\0' && self->has_source
                      && self->source.is_question (text, self->source.data);

  gtk_widget_set_sensitive (self->send_button,
                            question || (reading != NULL && reading->problem == ORDER_OK));
  if (text[0] == '\0' || reading == NULL || reading->problem == ORDER_EMPTY)
    show_idle (self);
  else if (reading->problem == ORDER_OK)
    show_understood (self, reading);
  else if (question)
    show_plain (self, C_("order line", "A question: the console answers without air time"));
  else if (!final && is_unfinished (reading))
    show_plain (self, reading->reason);
  else
    show_refused (self, reading);
}

/* An order in the words of its own language to somebody of this battle: the example could be sent.  */
static void
show_example (HandlerOrderLine *self)
{
  g_autofree char *text = NULL, *order = NULL;
  gboolean any = self->book != NULL && order_book_n_machines (self->book) > 0;

  if (any)
    order = handler_order_words (self->book, handler_order_to_machine (0), SIM_VERB_REPORT, NULL);
  if (order != NULL && self->compact)
    /* Translators: stands in the empty order line of a narrow window; a whole order goes in: "Kestrel, report". */
    text = g_strdup_printf (C_("order line, narrow", "“%s”"), order);
  else if (order == NULL)
    text = g_strdup (C_("order line", "Order or question"));
  else
    /* Translators: stands in the empty order line; a whole order goes in, in the language in which orders are
     * typed: "Kestrel, report". */
    text = g_strdup_printf (C_("order line", "Order or question, for example “%s”"), order);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
}

/* ---- What waits for an answer ---------------------------------------------------------------- */

/* Sets the text without opening the suggestions: it comes from history or a menu.  */
static void
set_quietly (HandlerOrderLine *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), copy);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->quiet = FALSE;
}

static void
show_question (HandlerOrderLine *self)
{
  if (self->question != NULL)
    show_line (self, "dialog-question-symbolic", NULL, self->question);
}

static void
drop_question (HandlerOrderLine *self)
{
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->offered, g_strfreev);
}

/* Takes `question`.  */
static void
put_question (HandlerOrderLine *self, char *question)
{
  g_free (self->question);
  self->question = question;
  show_question (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), question,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* The other readings stand beneath, as those of what is refused do.  */
static void
show_others (HandlerOrderLine *self)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; self->offered[i] != NULL; i++)
    if (i != self->offered_at)
      g_strv_builder_add (others, self->offered[i]);
  list = g_strv_builder_end (others);
  show_nearest (self, list);
}

static char *
question_of (HandlerOrderLine *self)
{
  const OrderReading *reading = self->reading_value;
  const char *means = reading != NULL && reading->problem == ORDER_OK
                          ? reading->canonical
                          : handler_order_line_get_text (self);
  guint n = g_strv_length (self->offered);

  if (n == 1)
    /* Translators: what may have been said goes in, an order.  */
    return g_strdup_printf (C_("order line", "Did you say: %s? Enter sends it, Escape drops it."),
                            means);
  return g_strdup_printf (
      /* Translators: what may have been said goes in, an order; then its number among what may have been
       * said, and how many that are.  Down is the arrow key.  */
      C_("order line", "Did you say: %1$s? (%2$u of %3$u) Enter sends it, Down shows the next, "
                       "Escape drops it."),
      means, self->offered_at + 1, n);
}

/* Typing, which this looks like, would end the offer.  */
static void
offer_at (HandlerOrderLine *self, guint index)
{
  GStrv offered = g_steal_pointer (&self->offered);

  set_quietly (self, offered[index]);
  drop_question (self);
  self->offered = offered;
  self->offered_at = index;
  put_question (self, question_of (self));
  show_others (self);
}

/* FALSE when nothing is offered.  */
static gboolean
step_offer (HandlerOrderLine *self, int step)
{
  int n = self->offered != NULL ? (int) g_strv_length (self->offered) : 0;

  if (n == 0)
    return FALSE;
  offer_at (self, (guint) CLAMP ((int) self->offered_at + step, 0, n - 1));
  return TRUE;
}

/* ---- Suggestions ----------------------------------------------------------------------------- */

/* At the caret, where what is taken will stand.  */
static void
point_suggestions (HandlerOrderLine *self)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t caret, here;
  GdkRectangle at;
  int wide, x;

  gtk_text_compute_cursor_extents (
      text, (gsize) gtk_editable_get_position (GTK_EDITABLE (self->entry)), &caret, NULL);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (text), GTK_WIDGET (self), &here))
    return;
  /* Not beyond the line, though: there a popover may be cut off.  */
  gtk_widget_measure (GTK_WIDGET (self->suggestions), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide,
                      NULL, NULL);
  x = (int) (here.origin.x + CLAMP (caret.origin.x, 0, here.size.width));
  x = rtl ? MAX (x, wide) : MAX (0, MIN (x, gtk_widget_get_width (GTK_WIDGET (self)) - wide));
  at = (GdkRectangle){x, -GAP, 1, GAP + gtk_widget_get_height (GTK_WIDGET (self))};
  gtk_popover_set_pointing_to (GTK_POPOVER (self->suggestions), &at);
}

static void
suggest (HandlerOrderLine *self)
{
  const char *text = handler_order_line_get_text (self);
  g_autoptr (GPtrArray) completions = NULL;

  if (self->has_source && !self->quiet && text[0] != '\0')
    completions = handler_order_complete_to_selected (&self->source, text, MAX_SUGGESTIONS);
  handler_order_suggestions_set (self->suggestions, completions);
}

static void
take (HandlerOrderLine *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), copy);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
taken_cb (HandlerOrderSuggestions *suggestions, const char *text, HandlerOrderLine *self)
{
  take (self, text);
}

static void
highlight_changed (HandlerOrderLine *self)
{
  GtkWidget *row = handler_order_suggestions_get_row (self->suggestions);

  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

/* ---- Typing ---------------------------------------------------------------------------------- */

static void
show_how (HandlerOrderLine *self)
{
  const SimCommand *draft = handler_order_line_get_draft (self);

  handler_order_how_show (self->how, self->book,
                          self->has_source ? self->source.view (self->source.data) : NULL, draft);
  gtk_widget_set_sensitive (GTK_WIDGET (self->how_button), draft != NULL);
}

static void
read_text (HandlerOrderLine *self)
{
  const char *text = handler_order_line_get_text (self);
  g_autofree char *before = g_steal_pointer (&self->implied);

  g_clear_pointer (&self->reading_value, order_reading_free);
  if (self->has_source && text[0] != '\0')
    self->reading_value = handler_order_read_to_selected (&self->source, text, &self->implied);
  /* Who did not name anybody is told once whom it is for.  */
  if (before == NULL && self->implied != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), self->reading_value->canonical,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  show_how (self);
  g_signal_emit (self, signals[SIGNAL_DRAFT_CHANGED], 0, handler_order_line_get_draft (self));
}

/* Nothing to clear, no sign for it.  */
static void
show_clear (HandlerOrderLine *self)
{
  gboolean empty = handler_order_line_get_text (self)[0] == '\0';

  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                     empty ? NULL : "edit-clear-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                   empty ? NULL : C_("order line", "Clear"));
}

static void
changed_cb (HandlerOrderLine *self)
{
  drop_question (self);
  show_clear (self);
  read_text (self);
  show_reading (self, FALSE);
  suggest (self);
  highlight_changed (self);
}

/* The same order, said with how.  */
static void
how_cb (const HandlerOrderManner *manner, gpointer data)
{
  HandlerOrderLine *self = data;
  const SimCommand *draft = handler_order_line_get_draft (self);
  g_autofree char *words = NULL;
  SimCommand changed;

  if (draft == NULL)
    return;
  changed = *draft;
  changed.posture = manner->posture;
  changed.timing = manner->timing;
  changed.mark = manner->mark;
  changed.until_relieved = (guint8) manner->until_relieved;
  words = order_canonical (self->book, &changed);
  handler_order_line_set_text (self, words);
}

gboolean
handler_order_line_send (HandlerOrderLine *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (HANDLER_IS_ORDER_LINE (self), FALSE);
  if (!self->has_source)
    return FALSE;
  /* The picture may have changed since the last key: a track may be gone.  */
  read_text (self);
  text = g_strstrip (g_strdup (self->implied != NULL ? self->implied
                                                     : handler_order_line_get_text (self)));
  if (text[0] == '\0')
    return FALSE;
  if (!self->source.say (text, self->source.data)) {
    show_reading (self, TRUE);
    gtk_widget_error_bell (GTK_WIDGET (self));
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->reading),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    return FALSE;
  }
  handler_order_history_add (self->history, text);
  handler_order_line_clear (self);
  g_signal_emit (self, signals[SIGNAL_SENT], 0, text);
  return TRUE;
}

static void
activate_cb (HandlerOrderLine *self)
{
  const char *text = handler_order_suggestions_is_open (self->suggestions)
                         ? handler_order_suggestions_get_text (self->suggestions, FALSE)
                         : NULL;

  if (text != NULL)
    take (self, text);
  else
    handler_order_line_send (self);
}

void
handler_order_line_selection_changed (HandlerOrderLine *self)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  if (!self->has_source || self->question != NULL || handler_order_line_get_text (self)[0] == '\0')
    return;
  read_text (self);
  show_reading (self, FALSE);
}

static void
icon_press_cb (HandlerOrderLine *self)
{
  handler_order_line_clear (self);
}

/* ---- Keys ------------------------------------------------------------------------------------ */

static gboolean
go_older (HandlerOrderLine *self)
{
  const char *text
      = handler_order_history_older (self->history, handler_order_line_get_text (self));

  if (text == NULL)
    return FALSE;
  set_quietly (self, text);
  return TRUE;
}

static gboolean
go_newer (HandlerOrderLine *self)
{
  const char *text = handler_order_history_newer (self->history);

  if (text == NULL)
    return FALSE;
  set_quietly (self, text);
  return TRUE;
}

/* Up and Down walk what is offered, else the suggestions while they are open, else the history.  */
static gboolean
move_up_or_down (HandlerOrderLine *self, int step)
{
  if (step_offer (self, step))
    return TRUE;
  if (handler_order_suggestions_is_open (self->suggestions)) {
    handler_order_suggestions_move (self->suggestions, step);
    highlight_changed (self);
    return TRUE;
  }
  return step < 0 ? go_older (self) : go_newer (self);
}

static gboolean
complete_first (HandlerOrderLine *self)
{
  const char *text = NULL;
  int length = (int) g_utf8_strlen (handler_order_line_get_text (self), -1);

  if (gtk_editable_get_position (GTK_EDITABLE (self->entry)) == length
      && handler_order_suggestions_is_open (self->suggestions))
    text = handler_order_suggestions_get_text (self->suggestions, TRUE);
  if (text == NULL)
    return FALSE;
  take (self, text);
  return TRUE;
}

/* Escape lets go of a highlighted suggestion first; else it clears, and in an empty line it is
 * left for whoever is above.  */
static gboolean
escape (HandlerOrderLine *self)
{
  if (handler_order_suggestions_has_highlight (self->suggestions)) {
    handler_order_suggestions_set (self->suggestions, NULL);
    highlight_changed (self);
    return TRUE;
  }
  if (handler_order_line_get_text (self)[0] == '\0')
    return FALSE;
  handler_order_line_clear (self);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                HandlerOrderLine *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval) {
  case GDK_KEY_Up:
    return move_up_or_down (self, -1);
  case GDK_KEY_Down:
    return move_up_or_down (self, 1);
  case GDK_KEY_Right:
    return !rtl && complete_first (self);
  case GDK_KEY_Left:
    return rtl && complete_first (self);
  case GDK_KEY_Escape:
    return escape (self);
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
focus_left_cb (HandlerOrderLine *self)
{
  handler_order_suggestions_set (self->suggestions, NULL);
}

/* ---- Public ---------------------------------------------------------------------------------- */

void
handler_order_line_set_source (HandlerOrderLine *self, const HandlerOrderSource *source,
                               OrderBook *book)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  handler_order_line_clear (self);
  g_clear_pointer (&self->book, order_book_unref);
  self->has_source = source != NULL;
  if (source != NULL) {
    self->source = *source;
    self->book = order_book_ref (book);
  }
  show_example (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->has_source);
}

const char *
handler_order_line_get_text (HandlerOrderLine *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_LINE (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
handler_order_line_set_text (HandlerOrderLine *self, const char *text)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  handler_order_history_stop (self->history);
  set_quietly (self, text);
  handler_order_line_focus (self);
}

void
handler_order_line_type_text (HandlerOrderLine *self, const char *text)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  handler_order_history_stop (self->history);
  handler_order_line_focus (self);
  take (self, text);
}

void
handler_order_line_refuse (HandlerOrderLine *self, const char *reason, char **nearest)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  handler_order_line_clear (self);
  show_line (self, "handler-refused-symbolic", "error", reason);
  show_nearest (self, nearest);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reason,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
handler_order_line_ask (HandlerOrderLine *self, const char *how_to_send)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  /* Translators: what an order means, then what the person can do: “Enter sends it.”  */
  put_question (self, g_strdup_printf (C_("order line", "%1$s. %2$s"),
                                       gtk_label_get_label (self->reading), how_to_send));
}

void
handler_order_line_offer (HandlerOrderLine *self, const char *const *orders)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  g_return_if_fail (orders != NULL && orders[0] != NULL);
  handler_order_history_stop (self->history);
  handler_order_line_focus (self);
  g_strfreev (self->offered);
  self->offered = g_strdupv ((char **) orders);
  offer_at (self, 0);
}

gboolean
handler_order_line_get_asking (HandlerOrderLine *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_LINE (self), FALSE);
  return self->question != NULL;
}

void
handler_order_line_set_extra (HandlerOrderLine *self, GtkWidget *extra)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  adw_bin_set_child (self->extra, extra);
  gtk_widget_set_visible (GTK_WIDGET (self->extra), extra != NULL);
}

static void
show_if_empty (HandlerOrderLine *self)
{
  if (handler_order_line_get_text (self)[0] == '\0')
    show_reading (self, FALSE);
}

void
handler_order_line_set_paused (HandlerOrderLine *self, gboolean paused)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  if (self->paused == paused)
    return;
  self->paused = paused;
  show_if_empty (self);
}

void
handler_order_line_clear (HandlerOrderLine *self)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  handler_order_history_stop (self->history);
  set_quietly (self, "");
}

void
handler_order_line_focus (HandlerOrderLine *self)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  g_signal_emit (self, signals[SIGNAL_CALLED], 0);
}

const SimCommand *
handler_order_line_get_draft (HandlerOrderLine *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_LINE (self), NULL);
  if (self->reading_value == NULL || self->reading_value->problem != ORDER_OK)
    return NULL;
  return &self->reading_value->command;
}

const char *
handler_order_line_get_reading_text (HandlerOrderLine *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_LINE (self), NULL);
  return gtk_label_get_label (self->reading);
}

GActionGroup *
handler_order_line_get_how (HandlerOrderLine *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_LINE (self), NULL);
  return handler_order_how_get_actions (self->how);
}

void
handler_order_line_set_compact (HandlerOrderLine *self, gboolean compact, gboolean tiny)
{
  g_return_if_fail (HANDLER_IS_ORDER_LINE (self));
  self->compact = compact;
  self->tiny = tiny;
  gtk_widget_set_visible (GTK_WIDGET (self->addressees), !compact);
  /* More lines where one is too short: what was not understood is no use when it is cut.  */
  gtk_label_set_wrap (self->reading, compact);
  gtk_label_set_lines (self->reading, !compact ? 1 : tiny ? 2 : 3);
  show_example (self);
  show_reading (self, FALSE);
  show_question (self);
  if (compact)
    gtk_button_set_icon_name (GTK_BUTTON (self->send_button), "handler-send-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->send_button), C_("order line", "_Send"));
  gtk_button_set_use_underline (GTK_BUTTON (self->send_button), !compact);
}

/* ---- Class ----------------------------------------------------------------------------------- */

static void
handler_order_line_dispose (GObject *object)
{
  HandlerOrderLine *self = HANDLER_ORDER_LINE (object);

  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions)));
  self->has_source = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_ORDER_LINE);
  handler_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (handler_order_line_parent_class)->dispose (object);
}

static void
handler_order_line_finalize (GObject *object)
{
  HandlerOrderLine *self = HANDLER_ORDER_LINE (object);

  drop_question (self);
  g_clear_pointer (&self->history, handler_order_history_free);
  g_clear_pointer (&self->how, handler_order_how_free);
  g_clear_pointer (&self->implied, g_free);
  g_clear_pointer (&self->reading_value, order_reading_free);
  g_clear_pointer (&self->book, order_book_unref);
  G_OBJECT_CLASS (handler_order_line_parent_class)->finalize (object);
}

static void
handler_order_line_class_init (HandlerOrderLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = handler_order_line_dispose;
  object_class->finalize = handler_order_line_finalize;
  signals[SIGNAL_DRAFT_CHANGED]
      = g_signal_new ("draft-changed", HANDLER_TYPE_ORDER_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_SENT] = g_signal_new ("sent", HANDLER_TYPE_ORDER_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CALLED] = g_signal_new ("called", HANDLER_TYPE_ORDER_LINE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/orders/handler-order-line.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, entry);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, extra);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, how_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, send_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, reading_row);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, reading_icon);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, reading);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, addressees);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, air);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, nearest_scroller);
  gtk_widget_class_bind_template_child (widget_class, HandlerOrderLine, nearest_box);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, icon_press_cb);
}

static void
handler_order_line_init (HandlerOrderLine *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_autoptr (GMenuModel) menu = handler_order_how_menu ();

  self->history = handler_order_history_new ();
  self->how = handler_order_how_new (how_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "how",
                                  handler_order_how_get_actions (self->how));
  gtk_menu_button_set_menu_model (self->how_button, menu);
  handler_order_line_set_extra (self, NULL);
  self->suggestions = HANDLER_ORDER_SUGGESTIONS (handler_order_suggestions_new ());
  /* On the line, not the entry: the layout manager here presents popovers on allocation.  */
  gtk_widget_set_parent (GTK_WIDGET (self->suggestions), GTK_WIDGET (self));
  g_signal_connect_object (self->suggestions, "taken", G_CALLBACK (taken_cb), self,
                           G_CONNECT_DEFAULT);
  /* The caret moves after the text has changed.  */
  g_signal_connect_object (self->entry, "notify::cursor-position",
                           G_CALLBACK (point_suggestions), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (show_if_empty), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}
