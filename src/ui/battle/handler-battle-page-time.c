/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle page and its pacer: what the window tells it, and where its words are shown.  */
#include "ui/battle/handler-battle-page-private.h"

#include <glib/gi18n.h>

/* ---- What the pacer tells ----------------------------------------------------------------------- */

static void
told_cb (HandlerBattlePage *self, const char *text, gboolean urgent)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             urgent ? GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH
                                    : GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Somebody new presses the button again and again: told once, where it stays.  */
static void
taken_back_cb (HandlerBattlePage *self, const char *words)
{
  g_autofree char *text = NULL;

  if (self->pace_told)
    return;
  self->pace_told = TRUE;
  text = g_strdup_printf (
      /* Translators: the speed that the player chose was too fast for what happens; the new speed and why: "1×: fighting". */
      C_("pace", "The speed is automatic, now %s. “Automatic Speed” in the main menu turns that off."),
      words);
  engine_battle_notice (self->battle, text);
}

/* In the header; a pause in the line of alerts too, which every size of window has.  */
static void
changed_cb (HandlerBattlePage *self)
{
  gboolean stopped = handler_pacer_get_stopped (self->pacer);

  handler_battle_page_restore_title (self);
  handler_battle_page_show_time (self);
  handler_alerts_take_pause (self->alerts, stopped ? handler_pacer_get_words (self->pacer) : NULL,
                             handler_pacer_get_machine (self->pacer),
                             &engine_battle_get_frame (self->battle)->view);
}

/* ---- What the window tells ---------------------------------------------------------------------- */

static gboolean
event_cb (HandlerBattlePage *self, GdkEvent *event)
{
  switch (gdk_event_get_event_type (event)) {
  case GDK_KEY_PRESS:
  case GDK_BUTTON_PRESS:
  case GDK_TOUCH_BEGIN:
  case GDK_SCROLL:
    if (self->pacer != NULL)
      handler_pacer_attend (self->pacer);
    break;
  default:
    break;
  }
  return GDK_EVENT_PROPAGATE;
}

void
handler_battle_page_watch_person (HandlerBattlePage *self, GtkWidget *widget)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, events);
}

static void
update_dialog (HandlerBattlePage *self)
{
  if (self->pacer != NULL)
    handler_pacer_set_dialog (self->pacer, self->has_dialog || self->n_asking > 0);
}

static void
dialog_cb (HandlerBattlePage *self, GParamSpec *pspec, GObject *window)
{
  AdwDialog *dialog = NULL;

  g_object_get (window, "visible-dialog", &dialog, NULL);
  /* It may have been asked for in a panel's window.  */
  if (dialog != NULL && !self->has_dialog)
    handler_battle_page_present_main (self);
  self->has_dialog = dialog != NULL;
  update_dialog (self);
  g_clear_object (&dialog);
}

void
handler_battle_page_set_asking (HandlerBattlePage *self, gboolean asking)
{
  g_return_if_fail (HANDLER_IS_BATTLE_PAGE (self));

  if (asking)
    self->n_asking++;
  else if (self->n_asking > 0)
    self->n_asking--;
  update_dialog (self);
}

static void
suspended_cb (HandlerBattlePage *self, GParamSpec *pspec, GtkWindow *window)
{
  if (self->pacer != NULL && gtk_window_is_suspended (window))
    handler_pacer_hide (self->pacer);
}

/* Not every desktop suspends a window that is minimised.  */
static void
state_cb (HandlerBattlePage *self, GParamSpec *pspec, GdkToplevel *toplevel)
{
  if (self->pacer != NULL && (gdk_toplevel_get_state (toplevel) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0)
    handler_pacer_hide (self->pacer);
}

/* What the battle tells takes milliseconds, and the next frame would begin late if that began just before it.  So it is told in
 * the first half of the time between two frames, or where no frame comes.  */
static void
painted_cb (HandlerBattlePage *self, GdkFrameClock *clock)
{
  gint64 frame_us = gdk_frame_clock_get_frame_time (clock);
  gint64 interval_us;

  gdk_frame_clock_get_refresh_info (clock, frame_us, &interval_us, NULL);
  if (self->battle != NULL)
    engine_battle_hold_output (self->battle, frame_us + interval_us / 2, frame_us + interval_us * 3 / 2);
}

static void
watch_surface (HandlerBattlePage *self, GtkNative *window)
{
  GdkSurface *surface = gtk_native_get_surface (window);

  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), self,
                           G_CONNECT_SWAPPED);
  if (GDK_IS_TOPLEVEL (surface))
    g_signal_connect_object (surface, "notify::state", G_CALLBACK (state_cb), self,
                             G_CONNECT_SWAPPED);
}

/* The window is shown no more; the page itself goes out of view when the battle is over, which stands then.  */
static void
unmapped_cb (HandlerBattlePage *self)
{
  if (self->pacer != NULL && !self->shut)
    handler_pacer_hide (self->pacer);
}

void
handler_battle_page_watch_window (HandlerBattlePage *self, GtkRoot *root)
{
  g_signal_connect_object (root, "unmap", G_CALLBACK (unmapped_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_realized (GTK_WIDGET (root)))
    watch_surface (self, GTK_NATIVE (root));
  g_signal_connect_object (root, "realize", G_CALLBACK (watch_surface), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::suspended", G_CALLBACK (suspended_cb), self,
                             G_CONNECT_SWAPPED);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "visible-dialog") != NULL)
    g_signal_connect_object (root, "notify::visible-dialog", G_CALLBACK (dialog_cb), self,
                             G_CONNECT_SWAPPED);
}

/* ---- Public ------------------------------------------------------------------------------------- */

static void
follow_cb (HandlerBattlePage *self)
{
  g_object_notify (G_OBJECT (self), "pacing");
}

void
handler_battle_page_init_pacer (HandlerBattlePage *self)
{
  handler_battle_page_watch_person (self, GTK_WIDGET (self));
  self->pacer = handler_pacer_new (self->battle);
  g_signal_connect_object (self->pacer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pacer, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pacer, "taken-back", G_CALLBACK (taken_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pacer, "notify::follow", G_CALLBACK (follow_cb), self,
                           G_CONNECT_SWAPPED);
}

HandlerPacer *
handler_battle_page_get_pacer (HandlerBattlePage *self)
{
  g_return_val_if_fail (HANDLER_IS_BATTLE_PAGE (self), NULL);
  return self->pacer;
}
