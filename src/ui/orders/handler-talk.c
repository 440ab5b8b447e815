/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-talk.h"
#include "ui/widgets/handler-keys.h"
#include "ui/widgets/handler-widget.h"

#include <glib/gi18n.h>

/* From here to full scale the level is shown, dB.  */
#define FLOOR_DB (-60.0)

struct _HandlerTalk {
  GtkWidget parent_instance;
  GtkWidget *button;
  GtkWidget *level;
  GtkRoot *root;              /* weak: where the key is followed */
  GtkEventController *keys;   /* of the root */
  gboolean toggle;
  gboolean down;  /* the key is, whichever she has for battle.talk */
  guint code;     /* of that key on the keyboard */
  guint pressed;  /* that went down last and is not up, or 0: a shortcut tells of neither */
  gboolean open;
};

G_DEFINE_FINAL_TYPE (HandlerTalk, handler_talk, GTK_TYPE_WIDGET)

enum { PROP_TOGGLE = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];
enum { SIGNAL_BEGIN, SIGNAL_END, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- Speaking -------------------------------------------------------------------------------- */

static void
begin (HandlerTalk *self)
{
  if (!self->open)
    g_signal_emit (self, signals[SIGNAL_BEGIN], 0);
}

static void
end (HandlerTalk *self, gboolean forget)
{
  if (self->open)
    g_signal_emit (self, signals[SIGNAL_END], 0, forget);
}

void
handler_talk_press (HandlerTalk *self)
{
  g_return_if_fail (HANDLER_IS_TALK (self));
  if (self->down)
    return;
  /* Not by a key: then nothing will be let go.  */
  self->down = self->pressed != 0;
  self->code = self->pressed;
  if ((self->toggle || !self->down) && self->open)
    end (self, FALSE);
  else
    begin (self);
}

static void
clicked_cb (HandlerTalk *self)
{
  if (self->open)
    end (self, FALSE);
  else
    begin (self);
}

/* Before the shortcut; the key is the same when its letter is another, because Shift was let go first.  */
static gboolean
key_pressed_cb (HandlerTalk *self, guint keyval, guint keycode)
{
  self->pressed = keycode;
  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (HandlerTalk *self, guint keyval, guint keycode)
{
  if (keycode == self->pressed)
    self->pressed = 0;
  if (keycode != self->code || !self->down)
    return;
  self->down = FALSE;
  if (!self->toggle)
    end (self, FALSE);
}

/* Nobody speaks to a window that is behind another: it must not go on listening.  */
static void
active_changed_cb (HandlerTalk *self, GParamSpec *pspec, GtkWindow *window)
{
  if (gtk_window_is_active (window))
    return;
  self->down = FALSE;
  self->pressed = 0;
  end (self, TRUE);
}

static GtkEventController *
follow (HandlerTalk *self, GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return keys;
}

void
handler_talk_follow (HandlerTalk *self, GtkWindow *window)
{
  g_return_if_fail (HANDLER_IS_TALK (self));
  g_return_if_fail (GTK_IS_WINDOW (window));
  follow (self, window);
}

/* ---- The sign -------------------------------------------------------------------------------- */

static void
show (HandlerTalk *self)
{
  g_autofree char *key = handler_keys_dup_label (handler_keys_get (), HANDLER_SHORTCUT_BATTLE, "battle.talk");
  g_autofree char *tip = NULL;

  gtk_button_set_icon_name (GTK_BUTTON (self->button), self->open
                                                           ? "handler-microphone-open-symbolic"
                                                           : "handler-microphone-symbolic");
  if (self->open)
    /* Translators: on the button of the microphone while it is open.  */
    tip = g_strdup (C_("talk", "The Microphone Is Open: Speak an Order"));
  else if (key != NULL)
    /* Translators: a button; its key goes in.  */
    tip = g_strdup_printf (C_("talk", "Speak an Order (%s)"), key);
  gtk_widget_set_tooltip_text (self->button, tip != NULL ? tip : C_("talk", "Speak an Order"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("talk", "Speak an Order"), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_PRESSED,
                               self->open ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                          : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  if (self->open)
    gtk_widget_add_css_class (self->button, "talk-open");
  else
    gtk_widget_remove_css_class (self->button, "talk-open");
  gtk_widget_set_visible (self->level, self->open);
}

void
handler_talk_set_open (HandlerTalk *self, gboolean open)
{
  g_return_if_fail (HANDLER_IS_TALK (self));
  if (self->open == open)
    return;
  self->open = open;
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->level), 0);
  show (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           /* Translators: announced by screen readers.  */
                           open ? C_("talk", "Microphone open") : C_("talk", "Microphone closed"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

gboolean
handler_talk_get_open (HandlerTalk *self)
{
  g_return_val_if_fail (HANDLER_IS_TALK (self), FALSE);
  return self->open;
}

void
handler_talk_set_level (HandlerTalk *self, double rms_db)
{
  g_return_if_fail (HANDLER_IS_TALK (self));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->level),
                           self->open ? CLAMP (1 - rms_db / FLOOR_DB, 0, 1) : 0);
}

/* ---- Widget ---------------------------------------------------------------------------------- */

GtkWidget *
handler_talk_new (void)
{
  return g_object_new (HANDLER_TYPE_TALK, NULL);
}

static void
handler_talk_root (GtkWidget *widget)
{
  HandlerTalk *self = HANDLER_TALK (widget);

  GTK_WIDGET_CLASS (handler_talk_parent_class)->root (widget);
  if (!GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    return;
  g_set_weak_pointer (&self->root, gtk_widget_get_root (widget));
  self->keys = follow (self, GTK_WINDOW (self->root));
}

static void
handler_talk_unroot (GtkWidget *widget)
{
  HandlerTalk *self = HANDLER_TALK (widget);

  self->down = FALSE;
  self->pressed = 0;
  end (self, TRUE);
  if (self->root != NULL) {
    gtk_widget_remove_controller (GTK_WIDGET (self->root), self->keys);
    g_signal_handlers_disconnect_by_func (self->root, active_changed_cb, self);
  }
  self->keys = NULL;
  g_clear_weak_pointer (&self->root);
  GTK_WIDGET_CLASS (handler_talk_parent_class)->unroot (widget);
}

static void
handler_talk_dispose (GObject *object)
{
  handler_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (handler_talk_parent_class)->dispose (object);
}

static void
handler_talk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TOGGLE)
    g_value_set_boolean (value, HANDLER_TALK (object)->toggle);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_talk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TOGGLE)
    HANDLER_TALK (object)->toggle = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_talk_class_init (HandlerTalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = handler_talk_dispose;
  object_class->get_property = handler_talk_get_property;
  object_class->set_property = handler_talk_set_property;
  widget_class->root = handler_talk_root;
  widget_class->unroot = handler_talk_unroot;
  properties[PROP_TOGGLE] = g_param_spec_boolean ("toggle", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_BEGIN] = g_signal_new ("begin", HANDLER_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_END] = g_signal_new ("end", HANDLER_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
handler_talk_init (HandlerTalk *self)
{
  self->level = gtk_level_bar_new ();
  self->button = gtk_button_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->level), GTK_ORIENTATION_VERTICAL);
  gtk_level_bar_set_inverted (GTK_LEVEL_BAR (self->level), TRUE);
  gtk_widget_add_css_class (self->level, "talk-level");
  gtk_widget_set_margin_end (self->level, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: accessible name of a level meter.  */
                                  C_("talk", "Level of the microphone"), -1);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->level, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
}
